# %% [markdown]
# # 8.4 · Lo que ya sabe otra red
#
# | | |
# |---|---|
# | **Objetivos** | Reutilizar las capas de una red en otra, congelarlas y descongelarlas; contar los pesos que se entrenan; medir cuántas capas conviene copiar y hasta cuántas etiquetas ayuda; preparar una tarea que no necesita etiquetas; comparar con varias muestras y en parejas |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Las capas convolucionales (lección {{capas_convolucionales}}), los pesos iniciales ({{veinte_capas}}) y comparar en parejas ({{optimizadores}}) |
# | **Datos** | Fashion-MNIST: imágenes de prendas, de Zalando (licencia MIT), incluidas en el curso |
# | **Práctica** | El abrigo y la camisa: dos prendas más difíciles |

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LogisticRegression

from course_utils import check, hint, solution
from course_utils import load_fashion_mnist, plot_image_grid
from course_utils import quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras

# %% [markdown]
# ## 1 · ¿Cuánto se aprende de veinte etiquetas?
#
# Una tienda vende ocho clases de prendas y tiene miles de fotos con su nombre. Mañana empieza con dos más, la
# **sandalia** y la **zapatilla**, y de esas solo hay unas pocas fotos etiquetadas. Poner nombres cuesta dinero; las
# fotos sin nombre sobran.
#
# `pair_of` junta las imágenes de dos prendas: unas para sacar de ellas las pocas etiquetadas, y mil para comparar.
# Estas mil son un lujo de laboratorio: quien tiene veinte etiquetas no tiene mil para validar. Aquí sirven para
# aprender qué recetas funcionan.

# %%
(images, labels), exam = load_fashion_mnist()
center = images[:12_000].mean(dtype="float32")
spread = images[:12_000].std(dtype="float32")

def prepare(some):
    return (some[..., None] - center) / spread

def pair_of(first, second):
    """De dos prendas: imágenes y etiquetas (0 y 1), y mil para validar."""
    rows = np.flatnonzero(np.isin(labels[12_000:], (first, second)))
    rows = 12_000 + rows[:4000]
    x, y = prepare(images[rows]), (labels[rows] == second).astype("float32")
    return {"x": x[:3000], "y": y[:3000],
            "x_valid": x[3000:], "y_valid": y[3000:]}

# %%
shoes = pair_of(5, 7)
print("para etiquetar:", shoes["x"].shape,
      " para validar:", shoes["x_valid"].shape)

# %% [markdown]
# ### ★ Ampliación · Ejercicio 8.4.1
#
# Las pocas etiquetadas se eligen al azar, la mitad de cada clase. Escribe `muestra(etiquetas, cuantas, rng)`: recibe
# un array de ceros y unos, un número par y un generador de NumPy, y devuelve un array con las **posiciones** de las
# elegidas: `cuantas // 2` con etiqueta 0 y otras tantas con etiqueta 1, sin repetir ninguna. El azar, el de `rng`.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** En 8.4.1 aparecen dos despistes: olvidar `replace=False` y devolver posiciones dentro de cada clase
# en vez de posiciones en el array. Antes de la celda que entrena, pregunta si con veinte fotos importa cuáles tocan.

# %% tags=["ejercicio"]
def muestra(etiquetas, cuantas, rng):
    # >>> return ...
    partes = [rng.choice(np.flatnonzero(etiquetas == clase), cuantas // 2,
                         replace=False) for clase in (0, 1)]
    return np.concatenate(partes)
    # <<<

# %%
check("8.4.1", muestra)

# %% [markdown]
# ### ¿Y la red?
#
# La red de hoy es una CNN pequeña. En vez de capas de agrupación, sus dos convoluciones van de dos en dos píxeles:
# cuesta menos. Primero, desde cero: pesos al azar y las etiquetas que haya.

# %%
def build(outputs, activation):
    """Dos convoluciones, una densa y la salida."""
    he = {"activation": "relu", "kernel_initializer": "he_normal"}
    return keras.Sequential([
        keras.Input((28, 28, 1)),
        keras.layers.Conv2D(16, 5, strides=2, **he),
        keras.layers.Conv2D(32, 3, strides=2, **he),
        keras.layers.Flatten(),
        keras.layers.Dense(64, **he),
        keras.layers.Dense(outputs, activation=activation),
    ])

def compiled(network):
    network.compile(keras.optimizers.SGD(0.1), loss="binary_crossentropy",
                    steps_per_execution=40)
    return network

# %% [markdown] presenta=".learning_rate, .optimizer"
# `practice` entrena siempre lo mismo: lotes de 16, sacados de las filas que le demos; 120 pasos con su tasa y 40 más
# con la décima parte (la guarda `optimizer.learning_rate`, y se puede cambiar sin volver a compilar). El descenso sin
# más no guarda memoria, así que para empezar de nuevo basta con poner otros pesos.

# %%
def practice(network, pair, rows, rate, seed):
    """Entrena con esas filas y devuelve la exactitud en validación."""
    rng = np.random.default_rng(seed)
    for speed, steps in ((rate, 120), (rate / 10, 40)):
        network.optimizer.learning_rate = speed
        picks = rng.choice(rows, 16 * steps)
        network.fit(pair["x"][picks], pair["y"][picks], batch_size=16,
                    verbose=0)
    sure = np.asarray(network(pair["x_valid"]))[:, 0] > 0.5
    return float(np.mean(sure == pair["y_valid"]))

# %%
def few(pair, count, seed):
    """Las pocas que tienen etiqueta: la mitad de cada clase."""
    rng = np.random.default_rng(seed)
    return np.concatenate([
        rng.choice(np.flatnonzero(pair["y"] == kind), count // 2,
                   replace=False) for kind in (0, 1)])

# %% [markdown]
# **Predice:** con veinte etiquetas, ¿qué exactitud tendrá? Y si repites con otras veinte, ¿cuánto cambiará?

# %%
SAMPLES = range(1, 6)  # cinco muestras, cada una con sus pesos
scratch = compiled(build(1, "sigmoid"))
lucky = []
for seed in SAMPLES:
    set_seed(seed)
    scratch.set_weights(build(1, "sigmoid").get_weights())
    lucky.append(practice(scratch, shoes, few(shoes, 20, seed), 0.1, seed))
print("veinte etiquetas:", "  ".join(f"≈ {hits:.3f}" for hits in lucky))
print(f"de la peor a la mejor muestra ≈ {np.ptp(lucky):.3f}   "
      f"¿más de 0.03? {bool(np.ptp(lucky) > 0.03)}")

# %% [markdown]
# **Qué observas.** La misma red y la misma receta, y la nota cambia varios puntos según qué fotos, pesos y orden
# tocaron. Con **una** muestra, cualquier idea puede parecer buena o mala. Por eso hoy todo se mide con cinco muestras
# y en parejas: las dos recetas reciben las mismas fotos, y se miran las diferencias.
#
# ### ★ Ampliación · Ejercicio 8.4.2
#
# Escribe `emparejar(a, b)`: recibe dos arrays de exactitudes, muestra a muestra, y devuelve dos cosas: la media de
# las diferencias `a - b` y en cuántas muestras gana `a` (un empate no es ganar).

# %% tags=["ejercicio"]
def emparejar(a, b):
    # >>> return ...
    return np.mean(a - b), np.sum(a > b)
    # <<<

# %%
check("8.4.2", emparejar)

# %% [markdown] presenta="aprendizaje por transferencia, congelar, .trainable"
# ## 2 · ¿Y si copiamos las capas de otra red?
#
# La tienda tiene una red que distingue las otras ocho prendas. Nunca ha visto una sandalia ni una zapatilla, pero sus
# capas quizá sepan buscar bordes, suelas y huecos. El **aprendizaje por transferencia** (*transfer learning*) las
# aprovecha: se copian todas menos la salida, se pone una salida nueva y se entrena con las pocas etiquetas. Si las
# capas copiadas no se tocan, están **congeladas** (*frozen*): su `trainable` vale `False`.

# %%
def eight_garments(first, second):
    """Una red que distingue las ocho prendas que no son esas dos."""
    others = np.isin(labels[:12_000], (first, second), invert=True)
    kinds = np.setdiff1d(np.arange(10), (first, second))
    set_seed(42)
    network = build(8, "softmax")
    network.compile(keras.optimizers.Adam(0.002), steps_per_execution=25,
                    loss="sparse_categorical_crossentropy")
    network.fit(prepare(images[:12_000][others]),
                np.searchsorted(kinds, labels[:12_000][others]),
                batch_size=128, epochs=5, verbose=0)
    return network

base = eight_garments(5, 7)
print("sus capas:", len(base.layers))

# %% [markdown]
# ### Ejercicio 8.4.3
#
# Escribe `reutilizar(base, cuantas)`, que devuelve una red nueva, sin compilar: las `cuantas` primeras capas de
# `base`, **copiadas y congeladas**; las siguientes, iguales pero con pesos nuevos y sin congelar; y, en lugar de la
# última de `base`, una densa de una neurona con sigmoide. `keras.models.clone_model` da una copia con pesos nuevos;
# después, capa a capa, `set_weights` y `get_weights`. La entrada es `keras.Input((28, 28, 1))`. No debe cambiar nada
# en `base`.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** 8.4.3 es el ejercicio central. Quien meta en la red nueva las capas de `base`, sin clonar, las
# comparte: al congelarlas congela también las de la tienda. El corrector lo dice, y una ampliación de «Errores
# frecuentes» enseña el destrozo.

# %% tags=["ejercicio"]
def reutilizar(base, cuantas):
    # >>> return ...
    copia = keras.models.clone_model(base)
    for vieja, nueva in zip(base.layers[:cuantas], copia.layers):
        nueva.set_weights(vieja.get_weights())
        nueva.trainable = False
    return keras.Sequential([
        keras.Input((28, 28, 1)), *copia.layers[:-1],
        keras.layers.Dense(1, activation="sigmoid")])
    # <<<

# %%
check("8.4.3", reutilizar)

# %% [markdown]
# ### Ejercicio 8.4.4
#
# Escribe `entrenables(red)`: cuántos **números** puede cambiar el entrenamiento. Las matrices y los sesgos que se
# aprenden están en `trainable_weights`; de cada uno, `shape` dice su forma.

# %% tags=["ejercicio"]
def entrenables(red):
    # >>> return ...
    return sum(int(np.prod(pesos.shape)) for pesos in red.trainable_weights)
    # <<<

# %%
check("8.4.4", entrenables)

# %%
def reuse(source, count):
    """Las primeras capas de otra red, copiadas y congeladas."""
    fresh = keras.models.clone_model(source)
    for old, new in zip(source.layers[:count], fresh.layers):
        new.set_weights(old.get_weights())
        new.trainable = False
    return keras.Sequential([
        keras.Input((28, 28, 1)), *fresh.layers[:-1],
        keras.layers.Dense(1, activation="sigmoid")])

networks = {count: compiled(reuse(base, count)) if count else scratch
            for count in (0, 1, 2, 4)}
for count, network in networks.items():
    free = sum(w.shape.num_elements() for w in network.trainable_weights)
    print(f"{count} congeladas: se entrenan {free:6d} de "
          f"{network.count_params()} pesos")

# %% [markdown]
# Con cero capas copiadas es la red de la sección 1. La tercera capa es `Flatten`, que no tiene pesos: por eso de 2 se
# pasa a 4. `learn` pone los pesos y entrena; todas, con tasa 0.1.

# %%
def learn(source, count, pair, labelled, seed, rate=0.1):
    """Reutiliza `count` capas y aprende de `labelled` etiquetas."""
    set_seed(seed)
    network = networks[count]
    network.set_weights(reuse(source, count).get_weights())
    return practice(network, pair, few(pair, labelled, seed), rate, seed)

def measured(source, count, pair, labelled):
    """La exactitud en las cinco muestras."""
    return np.array([learn(source, count, pair, labelled, seed)
                     for seed in SAMPLES])

# %% [markdown]
# **Predice:** con 50 etiquetas, ¿quién gana: desde cero o con las cuatro capas copiadas y congeladas?

# %%
by_count = {count: measured(base, count, shoes, 50) for count in networks}
zero, whole = by_count[0], by_count[4]
print(f"desde cero ≈ {zero.mean():.3f}   copiada ≈ {whole.mean():.3f}   "
      f"gana ≈ {np.sum(whole > zero)} de 5")
print("¿Pierde la copiada, de media?", bool(whole.mean() < zero.mean()))

# %% [markdown]
# **Qué observas.** Pierde. Su última capa oculta se hizo a la medida de las ocho prendas, para lo que las separa a
# **ellas**. Lo que distingue una sandalia de una zapatilla puede haberse perdido
# ahí, y 65 pesos no lo recuperan. ¿Y si copiamos menos?
#
# ## 3 · ¿Cuántas capas conviene copiar, y cuándo se descongelan?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dibuja la red como una fila de cajas y pregunta cuál es la más «de la tienda». En la figura, que
# sigan una línea: es una muestra, y lo que importa es si sube o baja. Que descongelar pide volver a compilar se
# olvida siempre: el primer error frecuente lo enseña.

# %% tags=["resultado"]
fig, ax = plt.subplots(figsize=(7, 3.6), layout="constrained")
columns = np.array([by_count[count] for count in networks])
ax.plot(range(4), columns, "o-", color="#0072B2", alpha=0.35)
ax.plot(range(4), columns.mean(axis=1), "D-", color="black", label="media")
ax.set(xticks=range(4), xticklabels=["0 (desde cero)", "1", "2", "4"],
       title="Cada línea azul, una muestra de 50 etiquetas",
       xlabel="Capas copiadas y congeladas",
       ylabel="Exactitud en validación")
ax.legend()
two = by_count[2]
for name, other in (("ninguna", zero), ("cuatro", whole)):
    print(f"dos menos {name:<7} ≈ {np.mean(two - other):+.3f}, gana ≈ "
          f"{np.sum(two > other)} de 5   ¿mejor media? "
          f"{two.mean() > other.mean()}")

# %% [markdown]
# **Qué observas.** Con estas prendas, las dos convoluciones sirven; la densa, no. Es lo habitual: las primeras capas
# aprenden cosas más generales y las últimas, las de su tarea. Cuántas, se mide.
#
# ### ★ Ampliación · ¿No sería culpa de la tasa?
#
# Todas usaron la misma tasa, y en {{optimizadores}} viste que eso puede ser injusto. A las dos que perdieron se les
# dan otras dos tasas, con las tres primeras muestras:

# %%
print(f"dos capas, tasa 0.1 ≈ {two[:3].mean():.3f}")
for count, name in ((0, "desde cero"), (4, "las cuatro")):
    other = [np.mean([learn(base, count, shoes, 50, seed, rate)
                      for seed in SAMPLES[:3]]) for rate in (0.03, 0.2)]
    print(f"{name}, tasa 0.03 ≈ {other[0]:.3f}   tasa 0.2 ≈ {other[1]:.3f}")
print("¿Alcanza alguna de las cuatro a dos capas?",
      bool(max(other) >= two[:3].mean()))

# %% [markdown] presenta="descongelar, afinar"
# **Qué observas.** Con otra tasa, la que lo copia todo no alcanza a la de dos capas: no era eso. (Aquí, la red desde
# cero tampoco; pero son solo tres muestras.)
#
# ### ¿Y si las descongelamos después?
#
# Hay otra salida: **afinar** (*fine-tuning*). Primero se entrena solo la salida nueva, con todo congelado; y después
# se **descongela** y se sigue, con una tasa pequeña. Así, cuando las capas copiadas empiezan a moverse, la salida ya
# no es un sorteo que las empuje a cualquier sitio. Descongelar es poner `trainable` a `True` **y volver a compilar**.

# %%
tuned = {0.03: [], 1.0: []}
for seed in SAMPLES:
    learn(base, 4, shoes, 50, seed)
    ready = networks[4].get_weights()
    for rate, found in tuned.items():
        networks[0].set_weights(ready)  # otra igual, sin nada congelado
        found.append(practice(networks[0], shoes, few(shoes, 50, seed),
                              rate, seed + 1000))
for rate, found in tuned.items():
    print(f"descongelada, tasa {rate:<4g} ≈ {np.mean(found):.3f}   gana a "
          f"la congelada ≈ {np.sum(np.array(found) > whole)} de 5")
print("¿Mejora con 0.03, de media?",
      bool(np.mean(tuned[0.03]) > whole.mean()))
print("¿Estropea la tasa 1, más de 0.05?",
      bool(np.mean(tuned[0.03]) - np.mean(tuned[1.0]) > 0.05))

# %% [markdown]
# **Qué observas.** Con una tasa pequeña (y más pasos), la descongelada supera a la congelada, pero aquí no llega
# a la de dos capas. Con una grande se rompe: acierta como quien contesta siempre lo mismo.
#
# ## 4 · ¿Hasta cuántas etiquetas ayuda?
#
# Transferir es traer de casa lo que los datos todavía no dicen. Si los datos lo dicen todo, sobra. Comparamos la red
# desde cero y la de dos capas copiadas, con las mismas muestras. Y un listón que no hay que olvidar: una regresión
# logística sobre los píxeles, con una `C` fija, sin ajustar.
#
# **Predice:** ¿con cuántas etiquetas dejará de ayudar?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La celda larga son unos segundos de cálculo. Que apunten su número antes. Y que comenten el listón:
# no gana solo por tener pocos parámetros; la de cuatro capas entrena aún menos y pierde.

# %%
def by_pixels(pair, labelled):
    """Lo que acierta una logística con las mismas muestras."""
    found = []
    for seed in SAMPLES:
        rows = few(pair, labelled, seed)
        line = LogisticRegression(C=0.01, max_iter=500)
        line.fit(pair["x"][rows].reshape(labelled, 784), pair["y"][rows])
        found.append(line.score(pair["x_valid"].reshape(-1, 784),
                                pair["y_valid"]))
    return np.array(found)

# %%
curves = {"desde cero": [], "dos capas copiadas": [], "logística": []}
counts = (20, 50, 200, 1000)
# Las que ya se midieron:
known = {(0, 20): np.array(lucky), (0, 50): zero, (2, 50): two}
for labelled in counts:
    for name, count in (("desde cero", 0), ("dos capas copiadas", 2)):
        curves[name].append(known[count, labelled]
                            if (count, labelled) in known else
                            measured(base, count, shoes, labelled))
    curves["logística"].append(by_pixels(shoes, labelled))
    gain = curves["dos capas copiadas"][-1] - curves["desde cero"][-1]
    line = curves["logística"][-1].mean()
    print(f"{labelled:4d} etiquetas: copiar añade ≈ {gain.mean():+.3f}, "
          f"gana ≈ {np.sum(gain > 0)} de 5; la logística ≈ {line:.3f}")

# %%
fig, ax = plt.subplots(figsize=(7, 3.8), layout="constrained")
for (name, values), color, marker in zip(
        curves.items(), ("#D55E00", "#0072B2", "#666666"), "osD"):
    ax.plot(counts, np.mean(values, axis=1), marker=marker, color=color,
            label=name)
ax.set_xscale("log")
ax.set(xticks=counts, xticklabels=counts, xlabel="Etiquetas",
       ylabel="Exactitud en validación",
       title="La media de cinco muestras")
ax.legend()
behind = np.mean(curves["desde cero"][0] - curves["logística"][0])
print("¿Añade copiar más de 0.02, con 1000?", bool(gain.mean() > 0.02))
print("¿Pierde la logística con la red desde cero por más de 0.02, con 20?",
      bool(behind > 0.02))

# %% [markdown] presenta="numpy.rot90, preentrenamiento, tarea autosupervisada"
# **Qué observas.** Con mil etiquetas, copiar añade poco o nada: los datos ya lo dicen. En este sorteo, tampoco era
# con veinte donde más añadía. Y fíjate en la logística: con veinte y con mil no queda por debajo de ninguna de las
# dos, y no necesita otra red. Antes de transferir nada, mide el listón.
#
# ## 5 · ¿Y si nadie ha puesto etiquetas?
#
# Hasta ahora alguien había etiquetado las otras ocho prendas. Si no hay ninguna etiqueta, las capas pueden aprender
# de una tarea inventada cuyas respuestas salen de las propias imágenes. Eso es el **preentrenamiento**
# (*pretraining*) sin etiquetas. Dos tareas:
#
# - **copiarse**: el autocodificador (*autoencoder*), una red que recibe una imagen, la resume en 64 números y tiene que
#   devolver la misma;
# - **adivinar el giro**: se gira cada imagen ninguno, uno, dos o tres cuartos de vuelta, y la red dice cuánto. La
#   etiqueta la pone quien gira. Como copiarse, es una tarea **autosupervisada** (*self-supervised*).
#
# ### Ejercicio 8.4.5
#
# Escribe `girar(imagenes, rng)`: recibe imágenes cuadradas, de forma (n, lado, lado, 1), y devuelve dos arrays,
# `giradas, vueltas`. `vueltas` son `n` enteros al azar, de 0 a 3, y `giradas`, cada imagen girada ese número de veces
# como gira `np.rot90(imagen, veces)`, que va un cuarto de vuelta a la izquierda cada vez.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pregunta qué tiene que saber una red para adivinar el giro: dónde está la suela. En 8.4.5,
# `np.rot90` sobre el array entero gira el eje de las imágenes: las mezcla. Se ve en la forma.

# %% tags=["ejercicio"]
def girar(imagenes, rng):
    # >>> return ...
    vueltas = rng.integers(0, 4, len(imagenes))
    giradas = [np.rot90(imagen, veces)
               for imagen, veces in zip(imagenes, vueltas)]
    return np.stack(giradas), vueltas
    # <<<

# %%
check("8.4.5", girar)

# %%
def spin(some, turns):
    return np.stack([np.rot90(one, times)
                     for one, times in zip(some, turns)])

unnamed = prepare(images[:5000])  # las diez prendas, sin sus etiquetas
turns = np.random.default_rng(0).integers(0, 4, len(unnamed))
fig = plot_image_grid(spin(images[:10], turns),
                      [f"giro: {times}" for times in turns[:10]])

# %%
def pretrained(network, x, y, loss):
    network.compile(keras.optimizers.Adam(0.002), loss=loss,
                    steps_per_execution=25)
    network.fit(x, y, batch_size=128, epochs=5, verbose=0)
    return network

set_seed(42)
copier = pretrained(build(784, None), unnamed,
                    unnamed.reshape(-1, 784), "mse")
set_seed(42)
turner = pretrained(build(4, "softmax"), spin(unnamed, turns), turns,
                    "sparse_categorical_crossentropy")
guess = np.asarray(turner(spin(unnamed[:1000], turns))).argmax(axis=1)
print(f"adivina el giro de ≈ {np.mean(guess == turns[:1000]):.2f} de las "
      "que ya vio")
del unnamed  # ya no hacen falta

# %% [markdown]
# **Predice:** copiando sus dos convoluciones, ¿alguna de las dos ganará a empezar desde cero? ¿Y a las ocho prendas
# con nombre?

# %%
teachers = {"ocho prendas": two,
            "autocodificador": measured(copier, 2, shoes, 50),
            "giros": measured(turner, 2, shoes, 50)}
for name, found in teachers.items():
    print(f"{name:<15} ≈ {found.mean():.3f}   menos desde cero ≈ "
          f"{np.mean(found - zero):+.3f}   gana ≈ "
          f"{np.sum(found > zero)} de 5")
print("¿Gana alguna de las dos a las ocho prendas por más de 0.03?",
      any(found.mean() - two.mean() > 0.03 for found in teachers.values()))

# %% [markdown]
# **Qué observas.** Aquí la mejor es la que aprendió con nombres (también vio casi el doble de imágenes). Las que
# aprendieron sin ellos apenas se apartan de empezar desde cero, y en alguna muestra **restan**. Con otros sorteos
# cambia el orden: lo que no aparece es una ganancia clara por prescindir de las etiquetas. La de los giros adivina
# casi todos, sí, pero quizá le baste ver hacia dónde apunta la prenda, sin fijarse en lo que separa una sandalia de
# una zapatilla. **Hacer bien la tarea inventada no es aprender lo que hace falta**, ni siquiera en las primeras
# capas. (Con millones de imágenes y redes mayores, las tareas sin etiquetas dan muy buenos resultados.)
#
# ## Errores frecuentes
#
# **1. Descongelar y no volver a compilar.** Keras decide qué pesos mueve la primera vez que entrena, y no avisa.

# %%
thawed = compiled(reuse(base, 4))
rows = few(shoes, 50, 1)
practice(thawed, shoes, rows, 0.03, 1)
for layer in thawed.layers:
    layer.trainable = True
for name in ("sin compilar", "arreglado"):
    before = thawed.layers[0].get_weights()[0]
    practice(thawed, shoes, rows, 0.03, 1)
    moved = np.abs(thawed.layers[0].get_weights()[0] - before).max()
    print(f"{name}: ¿se han movido los pesos de la primera capa? "
          f"{bool(moved > 0)}")
    compiled(thawed)

# %% [markdown]
# ### ★ Ampliación · Usar las capas sin clonarlas
#
# La red nueva y la vieja comparten los pesos: entrenar una estropea la otra.

# %%
kept = np.asarray(base(shoes["x_valid"])).argmax(axis=1)
for name, source in (("sin clonar", base.layers),
                     ("arreglado", reuse(base, 4).layers)):
    before = base.get_weights()
    borrower = compiled(keras.Sequential([
        keras.Input((28, 28, 1)), *source[:-1],
        keras.layers.Dense(1, activation="sigmoid")]))
    borrower.trainable = True
    practice(compiled(borrower), shoes, few(shoes, 50, 1), 0.1, 1)
    now = np.asarray(base(shoes["x_valid"])).argmax(axis=1)
    print(f"{name}: ¿contesta lo mismo que antes la red de la tienda? "
          f"{bool(np.all(now == kept))}")
    base.set_weights(before)

# %% [markdown]
# ## Práctica: el abrigo y la camisa
#
# Otra tienda empieza con el **abrigo** y la **camisa**, que se confunden mucho más, y tiene 200 etiquetas. También
# tiene una red con las otras ocho prendas, entre ellas la camiseta y el suéter. ¿La reutilizas?

# %% [markdown] tags=["docente"]
# **{{minutos}}** para la práctica y la autoevaluación. En 8.4.6, muchos elegirán la mejor media y ya está: pregunta
# qué pasa si todas pierden. La regla es prudente a propósito: quien propone cambiar es quien tiene que demostrarlo.

# %%
coats = pair_of(4, 6)
other_base = eight_garments(4, 6)
alone = measured(other_base, 0, coats, 200)
recipes = {"dos capas": measured(other_base, 2, coats, 200),
           "cuatro capas": measured(other_base, 4, coats, 200),
           "logística": by_pixels(coats, 200)}
print(f"desde cero ≈ {alone.mean():.3f}")
for name, found in recipes.items():
    print(f"{name:<12} ≈ {found.mean():.3f}   menos desde cero ≈ "
          f"{np.mean(found - alone):+.3f}   gana ≈ "
          f"{np.sum(found > alone)} de 5")

# %% [markdown]
# ### Ejercicio 8.4.6
#
# Escribe la regla antes de abrir la prueba. `decidir(recetas, desde_cero)` recibe un diccionario, de cada receta su
# array de exactitudes, y el array de la red desde cero, con las mismas muestras. Devuelve el nombre de la receta de
# mejor media **entre las que ganan en todas las muestras**; si ninguna gana siempre, `"desde cero"`.

# %% tags=["ejercicio"]
def decidir(recetas, desde_cero):
    # >>> return ...
    seguras = {nombre: exactitudes.mean()
               for nombre, exactitudes in recetas.items()
               if (exactitudes > desde_cero).all()}
    return max(seguras, key=seguras.get) if seguras else "desde cero"
    # <<<

# %%
check("8.4.6", decidir)

# %% [markdown]
# Prueba tu regla en una celda nueva: `decidir(recipes, alone)`. Ahora se abre la prueba, una vez, con cinco muestras
# nuevas, para ver si la validación avisó bien.

# %%
rows = np.isin(exam[1], (4, 6))
coats["x_valid"] = prepare(exam[0][rows])
coats["y_valid"] = exam[1][rows] == 6
SAMPLES = range(11, 16)  # para repetir lo de arriba, reinicia
opened = {"desde cero": measured(other_base, 0, coats, 200),
          "dos capas": measured(other_base, 2, coats, 200),
          "cuatro capas": measured(other_base, 4, coats, 200),
          "logística": by_pixels(coats, 200)}
for name, found in opened.items():
    print(f"{name:<12} en prueba ≈ {found.mean():.3f}")

# %% [markdown]
# > **Lo que oirás por ahí: «transferir siempre ayuda».** Géron cuenta en su libro que probó muchas
# > combinaciones de clases y de ajustes hasta dar con una en la que la transferencia lucía, y avisa de que, si un
# > resultado parece demasiado bueno, hay que sospechar. Aquí, los casos de hoy (zapatilla, 50 etiquetas, validación;
# > camisa, 200, prueba), y lo que se vería enseñando solo la muestra que más conviene:

# %% tags=["resultado"]
gaps = {"zapatilla, dos capas": two - zero,
        "zapatilla, las cuatro": whole - zero,
        "camisa, dos capas": opened["dos capas"] - opened["desde cero"],
        "camisa, las cuatro": opened["cuatro capas"] - opened["desde cero"]}
for name, gap in gaps.items():
    print(f"{name:<21} de media ≈ {gap.mean():+.3f}; en la muestra que "
          f"más conviene ≈ {gap.max():+.3f}")
print("Copiar las cuatro, con la camisa, ¿estorba?", bool(gap.mean() < 0))
others = [found.mean() for name, found in opened.items()
          if name != "logística"]
print("¿Gana la logística a las tres redes, con la camisa?",
      bool(opened["logística"].mean() > max(others)))

# %% [markdown]
# **Qué observas.** La misma idea ayuda, estorba o da igual según qué prendas sean y qué se copie. La validación avisó
# bien: con el abrigo y la camisa, también en la prueba gana la logística. Transferir es una apuesta que se mide, con
# varias muestras, en parejas y con el listón delante.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** ¿Por qué copiar las dos convoluciones fue mejor que copiarlo todo?
#
# - a) Porque con menos pesos congelados siempre se aprende mejor.
# - b) Porque las primeras capas aprenden cosas generales y la última oculta, lo de su tarea.
# - c) Porque la capa densa casi no tiene pesos que aprovechar.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("8.4.A1", respuesta_1)

# %% [markdown]
# **A2.** Pones `trainable = True` en las capas congeladas, sigues entrenando y sus pesos no cambian. ¿Por qué?
#
# - a) Porque la tasa era pequeña.
# - b) Porque las capas copiadas no se pueden descongelar.
# - c) Porque no volviste a compilar.
# - d) Porque se copiaron con `set_weights`.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "c"
# <<<
check("8.4.A2", respuesta_2)

# %% [markdown]
# **A3.** Con veinte etiquetas, la red copiada acierta 0.83 y la red desde cero, 0.80. ¿Qué concluyes?
#
# - a) Que copiar ayuda: la diferencia es grande.
# - b) Que copiar ayuda, si encuentras otra muestra en la que también gane.
# - c) Que hay que entrenar las dos más tiempo.
# - d) Poco: es una sola muestra; hay que repetir con varias, en parejas.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "d"
# <<<
check("8.4.A3", respuesta_3)

# %% [markdown]
# **A4.** ¿De dónde salen las etiquetas de la tarea de los giros?
#
# - a) Del propio giro: las sabe quien gira la imagen.
# - b) De otra red ya entrenada.
# - c) De las prendas: cada una tiene su giro.
# - d) De agrupar las imágenes parecidas.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "a"
# <<<
check("8.4.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Transferir es copiar las capas de otra red; congelar, no dejar que se muevan; afinar, soltarlas después con una tasa pequeña.
# - Se clona antes de copiar, y se vuelve a compilar al descongelar.
# - Las primeras capas suelen servir para más tareas que las últimas, no siempre. Cuántas se copian, se mide.
# - La ventaja cambia con las etiquetas, a veces no existe, y el listón sencillo también juega.
# - Con pocas etiquetas manda la suerte, de las fotos y de la red: varias muestras, y en parejas.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 11.
# - J. Yosinski y otros (2014), *How transferable are features in deep neural networks?*:
#   [arXiv:1411.1792](https://arxiv.org/abs/1411.1792).
# - S. Gidaris y otros (2018), *Unsupervised Representation Learning by Predicting Image Rotations*, de donde viene la tarea
#   de los giros: [arXiv:1803.07728](https://arxiv.org/abs/1803.07728).
# - La guía de Keras, *Transfer learning & fine-tuning*:
#   [keras.io](https://keras.io/guides/transfer_learning/).
