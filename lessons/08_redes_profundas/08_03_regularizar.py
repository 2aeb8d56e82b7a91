# %% [markdown]
# # 8.3 · Regularizar, y decir «no sé»
#
# | | |
# |---|---|
# | **Objetivos** | Calcular el empujón de ℓ1 y el de ℓ2, y decir qué pesos deja cada una; escribir *dropout*, con su vuelta, y medir cuándo sobra; sacar de una red muchas respuestas y decir qué gana su media; comprobar si una red duda de lo que no es una prenda; quitar ingredientes de uno en uno y decir cuáles se notan |
# | **Duración** | {{minutos}} |
# | **Requisitos** | *Dropout* y la tasa que baja (lección {{una_red_mejor}}); Ridge y Lasso ({{frenar_y_comparar}}); los optimizadores ({{optimizadores}}) y la normalización por lotes ({{veinte_capas}}) |
# | **Datos** | Fashion-MNIST: imágenes de prendas, de Zalando (licencia MIT), y las cifras de scikit-learn |
# | **Práctica** | La receta de una red, ingrediente a ingrediente |

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.metrics import accuracy_score

from course_utils import check, hint, solution
from course_utils import FASHION_MNIST_CLASSES, load_fashion_mnist
from course_utils import paired_difference, plot_image_grid
from course_utils import quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras
import tensorflow as tf

# %% [markdown] presenta="ℓ1, ℓ2, numpy.sign"
# ## 1 · ¿Ceros o pequeños?
#
# En {{frenar_y_comparar}} multaste los pesos de una recta: Ridge los encogía y Lasso apagaba muchos. En una red,
# igual: **ℓ2** suma a la pérdida $\lambda_2 \sum w^2$; **ℓ1**, $\lambda_1 \sum |w|$. (En {{optimizadores}} la ℓ2
# llevaba un $\tfrac12$ delante. Keras no lo pone, así que su 0.01 es el 0.02 de allí.)
#
# Al peso no le llega la multa, sino su **pendiente**: la de $w^2$ es $2w$; la de $|w|$ es su signo, $+1$ o $-1$ (y se
# toma 0 si $w = 0$).
#
# ### Ejercicio 8.3.1
#
# Escribe `empujar(w, tasa, l1, l2)`: recibe un array de pesos, la tasa y los dos frenos, y devuelve los pesos tras un paso de
# descenso en el que **solo** hay multa. `np.sign` da el signo de cada número.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Con un peso de 1 y otro de 0.1 en la pizarra: ¿cuánto le quita cada freno a cada uno? De ahí sale la figura. En
# 8.3.1 se olvida el 2. La celda de las tres redes tarda unos segundos: que apuesten mientras.

# %% tags=["ejercicio"]
def empujar(w, tasa, l1, l2):
    # >>> return ...
    return w - tasa * (l1 * np.sign(w) + 2 * l2 * w)
    # <<<

# %%
check("8.3.1", empujar)

# %% [markdown] presenta="keras.regularizers.L1L2"
# ¿Empuja así Keras? Su freno `L1L2` es una función que da la multa; la cinta da la pendiente.

# %%
w = tf.Variable([[0.5, -0.2, 0.0], [0.03, 1.0, -2.0]])
with tf.GradientTape() as tape:
    penalty = keras.regularizers.L1L2(l1=0.1, l2=0.3)(w)
by_keras = np.asarray(tape.gradient(penalty, w))
ours = 0.1 * np.sign(w) + 2 * 0.3 * np.asarray(w)
print("¿La misma pendiente?", np.allclose(by_keras, ours, atol=1e-6))

# %% [markdown]
# **Predice:** tres pesos, 1, −0.6 y 0.155, y 150 empujones. ¿Qué camino seguirán con cada freno? ¿Llega alguno a 0?

# %%
def push(w, l1, l2, steps=150, rate=0.1):
    path = [w]
    for step in range(steps):
        w = w - rate * (l1 * np.sign(w) + 2 * l2 * w)
        path.append(w)
    return np.array(path)

start = np.array([1.0, -0.6, 0.155])
paths = {"ℓ1": push(start, 0.13, 0), "ℓ2": push(start, 0, 0.1)}

# %%
fig, axes = plt.subplots(1, 2, figsize=(7.5, 2.9), sharey=True,
                         layout="constrained")
for ax, (name, path) in zip(axes, paths.items()):
    ax.plot(path, color="#0072B2")
    ax.axhline(0, color="black", linewidth=0.8)
    ax.set(title=f"Solo {name}", xlabel="Paso",
           ylabel="Cuánto vale el peso")
    print(f"{name}: acaban en {path[-1].round(3)}")

# %% [markdown]
# **Qué observas.** ℓ2 quita una **parte** del peso: cuanto menos queda, menos quita, y no llega nunca. ℓ1 quita siempre **lo
# mismo**: baja en línea recta y llega. Pero no se posa: se pasa, la empujan de vuelta y tiembla alrededor de cero, a
# menos de un empujón.
#
# Ahora, una red: 5000 prendas para aprender y 5000 de validación para comparar. La prueba no se abre hoy. El freno de cada capa va en `kernel_regularizer`.

# %%
(images, labels), others = load_fashion_mnist()
x_train = images[:5000] / np.float32(255)
x_valid = images[55_000:] / np.float32(255)
y_train, y_valid = labels[:5000], labels[55_000:]
del images, others  # las demás no hacen falta, y ocupan

def probabilities(network, x):
    return np.asarray(network(x))

def accuracy(network, x=x_valid, y=y_valid):
    return float((probabilities(network, x).argmax(axis=1) == y).mean())

# %% presenta="kernel_initializer=he_normal"
def new_network(dropout=0.0, brake=None, limit=None, seed=42):
    """Dos capas ocultas de 128, con los frenos que se pidan."""
    set_seed(seed)
    stack = [keras.Input((28, 28)), keras.layers.Flatten()]
    for k in range(2):
        stack.append(keras.layers.Dense(
            128, "relu", kernel_initializer="he_normal",
            kernel_regularizer=brake, kernel_constraint=limit))
        stack.append(keras.layers.Dropout(dropout, seed=seed + k))
    stack.append(keras.layers.Dense(10, activation="softmax"))
    return keras.Sequential(stack)

# %% presenta="keras.regularizers.L1, keras.regularizers.L2"
def train(network, epochs=20):
    rate = keras.optimizers.schedules.CosineDecay(
        0.002, epochs * len(x_train) // 100)
    network.compile(keras.optimizers.Adam(rate), steps_per_execution=50,
                    loss="sparse_categorical_crossentropy")
    network.fit(x_train, y_train, batch_size=100, epochs=epochs, verbose=0)
    return network

nets = {"sin freno": train(new_network()),
        "ℓ2": train(new_network(brake=keras.regularizers.L2(0.001))),
        "ℓ1": train(new_network(brake=keras.regularizers.L1(0.0001)))}

# %% [markdown]
# **Predice:** ¿cuántos pesos de la primera capa serán exactamente 0 en cada red? ¿Y si borras los menores que 0.01?

# %%
def pruned(network, least=0.01):
    """Una copia, con los pesos pequeños a cero."""
    copy = keras.models.clone_model(network)
    copy.set_weights([
        np.where((np.abs(w) < least) & (len(w.shape) == 2), 0, w)
        for w in network.get_weights()])
    return copy

first, lost, gone = {}, {}, {}
for name, network in nets.items():
    first[name] = np.abs(network.get_weights()[0])
    gone[name] = (first[name] < 0.01).mean()
    lost[name] = accuracy(network) - accuracy(pruned(network))
    print(f"{name:<10} exactitud ≈ {accuracy(network):.3f}; pesos a 0 "
          f"justo: {(first[name] == 0).sum()}; menores que 0.01 ≈ "
          f"{gone[name]:.2f}; al borrarlos pierde ≈ {lost[name]:.3f}")

# %%
print("Con ℓ1, ¿sobra más de la mitad de los pesos?",
      bool(gone["ℓ1"] > 0.5))
print("¿Y al borrarlos pierde menos de 0.01?", lost["ℓ1"] < 0.01)
print("Sin freno, ¿sobra menos de un cuarto?",
      bool(gone["sin freno"] < 0.25))
hits = [accuracy(network) for network in nets.values()]
print("¿Se llevan las tres menos de 0.02?", max(hits) - min(hits) < 0.02)

# %% presenta=".colorbar"
dark = x_train.mean(axis=0) < 0.02  # los píxeles casi siempre apagados
fig, axes = plt.subplots(1, 3, figsize=(7.5, 2.7), layout="constrained")
for ax, (name, weights) in zip(axes, first.items()):
    pixels = weights.mean(axis=1).reshape(28, 28)
    shown = ax.imshow(pixels, vmin=0, vmax=0.09, cmap="viridis")
    ax.set(title=name, xlabel="Columna", ylabel="Fila")
    unused, used = pixels[dark].mean(), pixels[~dark].mean()
    print(f"{name:<10} los apagados pesan ≈ {unused:.3f}; los demás, "
          f"≈ {used:.3f}   ¿menos los apagados? {bool(unused < used)}")
bar = fig.colorbar(shown, ax=axes, label="Peso medio, sin signo")

# %% [markdown] presenta="max-norm"
# **Qué observas.** Aciertan casi lo mismo, pero por dentro son muy distintas. Sin freno, los que más pesan son los del
# borde, casi siempre apagados: su pendiente es diminuta, pero Adam la divide entre su tamaño. Los frenos los barren:
# Adam también divide el empujón de ℓ2 ({{optimizadores}}), que ya no es una parte. Con ℓ1 sobra más de la mitad de la
# capa; con ℓ2, mira cuánta.
#
# > **Lo que oirás por ahí: «ℓ1 pone pesos a cero».** Lasso sí, porque su algoritmo sabe pararse justo ahí. Aquí, el recuento
# > de ceros exactos es el que has visto: el optimizador los deja temblando cerca. Los ceros se ponen después, borrando.
#
# ## ★ Ampliación · ¿Y si un peso no pudiera crecer más de la cuenta?
#
# Otra manera de frenar: no multar nada, y poner un tope. Tras cada paso, si los pesos que entran en una neurona (una
# **columna** de la matriz) tienen norma mayor que el tope, se multiplican todos por lo mismo para que la tengan igual.
# Es ***max-norm***.
#
# ### Ejercicio 8.3.2
#
# Escribe `limitar_norma(w, tope)`: devuelve la matriz con las columnas encogidas. Las que no llegan al tope se quedan como
# están, y ojo con la columna que sea toda ceros.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Se parece a recortar el gradiente ({{veinte_capas}}): que digan en qué se diferencia (aquí, los pesos, y columna a
# columna). Lo que falla en 8.3.2 es el eje, y estirar las columnas cortas.

# %% tags=["ejercicio"]
def limitar_norma(w, tope):
    # >>> return ...
    normas = np.sqrt((w**2).sum(axis=0))
    return w * tope / np.maximum(normas, tope)
    # <<<

# %%
check("8.3.2", limitar_norma)

# %% [markdown]
# En Keras va en `kernel_constraint`. ¿Es el mismo? ¿Y sirve aquí?

# %% presenta="keras.constraints.MaxNorm"
matrix = np.random.default_rng(0).normal(size=(6, 4)).astype("float32")
norms = np.sqrt((matrix**2).sum(axis=0))
theirs = keras.constraints.MaxNorm(2.0)(matrix)
print("¿El de Keras?",
      np.allclose(theirs, matrix * 2 / np.maximum(norms, 2), atol=1e-5))

capped = train(new_network(limit=keras.constraints.MaxNorm(1.0)))
braked = {**nets, "tope 1": capped}
for name in ("sin freno", "tope 1"):
    norms = np.sqrt((braked[name].get_weights()[0] ** 2).sum(axis=0))
    print(f"{name:<10} norma media ≈ {norms.mean():.2f}")

# %%
def against_free(name):
    """La comparación pareada con la red sin freno."""
    said = [probabilities(braked[who], x_valid).argmax(axis=1)
            for who in (name, "sin freno")]
    gain = paired_difference(accuracy_score, y_valid, *said,
                             repetitions=200)
    print(f"{name:<7} gana ≈ {gain.value:+.4f}, entre ≈ {gain.low:+.4f} y "
          f"≈ {gain.high:+.4f}   ¿a menos de 0.02 de 0? "
          f"{abs(gain.value) < 0.02}")

for name in ("ℓ2", "ℓ1", "tope 1"):
    against_free(name)

# %% [markdown]
# **Qué observas.** El tope se nota en los pesos y no en las respuestas. Los tres frenos quedan cerca de 0: con una semilla y estas
# prendas no se distinguen de no frenar. (Si algún intervalo deja fuera el 0, mira por cuánto.)
#
# ## 2 · ¿Qué le pasa a la neurona que faltó?
#
# *Dropout* lo escribiste en {{sobreajuste}} y en {{una_red_mejor}}: apaga una parte $p$ de las neuronas y divide las demás
# entre $1 - p$. (Es el *dropout* **invertido**: al predecir no hay que tocar nada.) Faltaba la
# vuelta. Si una neurona salió multiplicada por algo, su **culpa**, la de {{como_aprende_una_red}}, se multiplica por lo
# mismo: 0 si estaba apagada, $1 / (1 - p)$ si no. La misma **máscara**, a la ida y a la vuelta.
#
# ### Ejercicio 8.3.3
#
# Escribe `dropout(h, culpa, azar, p)`. `h` es lo que sale de una capa; `culpa`, la que vuelve hasta allí; `azar`,
# números de 0 a 1, con la misma forma: se apagan las que lo tienen **menor** que `p`. Devuelve dos arrays: la salida y la culpa que sigue hacia atrás.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pregunta qué aprende en ese paso una neurona apagada: nada, su culpa es 0. En 8.3.3 lo que se olvida es la
# escala de la vuelta. En la tabla, que miren dos columnas a la vez: la distancia y la exactitud.

# %% tags=["ejercicio"]
def dropout(h, culpa, azar, p):
    # >>> return ...
    mascara = (azar >= p) / (1 - p)
    return h * mascara, culpa * mascara
    # <<<

# %%
check("8.3.3", dropout)

# %% [markdown]
# Keras sortea por su cuenta, así que no saldrán los mismos ceros; sí la misma proporción, media y vuelta. Si la culpa que llega es 1, la que sigue es la propia máscara:

# %%
h = np.random.default_rng(0).uniform(0, 2, (1000, 200)).astype("float32")
mask = (np.random.default_rng(1).random(h.shape) >= 0.3) / 0.7
signal = tf.Variable(h)
with tf.GradientTape() as tape:
    out = keras.layers.Dropout(0.3, seed=0)(signal, training=True)
back = np.asarray(tape.gradient(out, signal))
for name, values in (("sin apagar", h), ("nuestro", h * mask),
                     ("de Keras", np.asarray(out))):
    print(f"{name:<11} media {values.mean():.2f}   ceros "
          f"{(values == 0).mean():.2f}   desviación {values.std():.2f}")
print("¿Vuelve por la misma máscara?", np.allclose(back * h, out))

# %% [markdown]
# **Qué observas.** La media no cambia; la desviación, sí: cada paso lleva más ruido, y ese ruido es el freno.
#
# > **Lo que oirás por ahí: «más *dropout*, menos sobreajuste», «*dropout* siempre ayuda».** Midamos las dos cosas: la distancia entre
# > lo que acierta en lo aprendido y en validación, y lo que acierta.

# %% [markdown]
# **Predice:** si la distancia baja al subir $p$, ¿subirá la exactitud en validación?

# %% tags=["resultado"]
by_rate = {0.0: nets["sin freno"]}
for p in (0.2, 0.5, 0.8):
    by_rate[p] = train(new_network(dropout=p))
taught = {p: accuracy(network, x_train, y_train)
          for p, network in by_rate.items()}
valid = {p: accuracy(network) for p, network in by_rate.items()}
for p in by_rate:
    print(f"p = {p}: en lo aprendido ≈ {taught[p]:.3f}   en validación "
          f"≈ {valid[p]:.3f}   distancia ≈ {taught[p] - valid[p]:.3f}")
print("¿Baja la distancia de 0 a 0.5, y de 0.5 a 0.8?",
      taught[0.0] - valid[0.0] > taught[0.5] - valid[0.5]
      > taught[0.8] - valid[0.8])
print("¿Y acierta menos en validación?",
      valid[0.0] > valid[0.5] > valid[0.8])

# %% [markdown]
# **Qué observas.** La primera frase es verdad, y engaña: con 0.5 y 0.8 la distancia baja porque la red, en las mismas
# épocas, aprende menos. Con 0.8, cada paso usa una neurona oculta de cada cinco. La segunda es falsa. Con 0.2, aquí, la
# exactitud queda como sin nada, salvo unas milésimas; en {{una_red_mejor}} ganaba, mirando la pérdida. En la práctica
# miraremos las dos.
#
# ## 3 · ¿Y si dejamos el *dropout* puesto al responder?
#
# Con `training=True` la red responde cada vez una cosa, porque cada vez falta otra gente. En {{sobreajuste}} era un error. Pero
# también es un comité, como los de {{muchos_votos}}: cada pasada es otra red, y se promedian sus probabilidades.
# Se llama ***dropout* de Montecarlo** (*MC dropout*).
#
# ### Ejercicio 8.3.4
#
# Escribe `pasadas(modelo, x, veces)`: la media de las probabilidades de `veces` pasadas con las neuronas apagándose. Debe salir una fila
# por muestra y una columna por clase.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de la tabla, que distingan «acertar» de «decir probabilidades que se cumplen»: la exactitud no ve lo segundo, y
# la pérdida sí. Si alguien pregunta por qué no promediar cinco redes de verdad: se puede, y cuesta cinco entrenamientos.

# %% tags=["ejercicio"]
def pasadas(modelo, x, veces):
    # >>> return ...
    todas = [np.asarray(modelo(x, training=True)) for vez in range(veces)]
    return np.mean(todas, axis=0)
    # <<<

# %%
check("8.3.4", pasadas)

# %% [markdown]
# **Predice:** ¿qué mejorará el comité: la exactitud, la pérdida, las dos o ninguna?

# %%
def committee(network, x, times=50):
    """La media de muchas pasadas, sin guardarlas todas."""
    total = np.zeros((len(x), 10))
    for k in range(times):
        total += np.asarray(network(x, training=True))
    return total / times

def loss(p, y):
    """La entropía cruzada media."""
    return float(-np.log(p[np.arange(len(y)), y] + 1e-7).mean())

doubter = by_rate[0.2]
alone = probabilities(doubter, x_valid)
voted = committee(doubter, x_valid)

# %%
hits = {}
for name, p in (("una pasada normal", alone), ("comité de 50", voted)):
    hits[name] = float((p.argmax(axis=1) == y_valid).mean())
    print(f"{name:<18} pérdida ≈ {loss(p, y_valid):.3f}   "
          f"exactitud ≈ {hits[name]:.3f}   "
          f"seguridad media ≈ {p.max(axis=1).mean():.3f}")
print("¿Baja la pérdida?",
      loss(alone, y_valid) - loss(voted, y_valid) > 0.005)
print("¿Cambia la exactitud menos de 0.015?",
      abs(hits["comité de 50"] - hits["una pasada normal"]) < 0.015)

# %% [markdown] presenta="temperatura"
# **Qué observas.** No acierta más, pero sus probabilidades se cumplen mejor. La red sola dice estar más segura de
# lo que acierta, y el comité la modera.
#
# ### ★ Ampliación · Ejercicio 8.3.5
#
# ¿Hacían falta cincuenta pasadas? Para moderar hay algo más barato. Con una **temperatura** (*temperature*) $T$, cada probabilidad se
# cambia por $p^{1/T}$, y cada fila se divide entre su suma. Con $T > 1$ se acercan unas a otras, y la mayor sigue siendo la
# mayor. Es un solo número, que se elige con imágenes que no entrenaron.
#
# Escribe `templar(p, temperatura)`: recibe un array con una fila por muestra y devuelve otro, con las filas sumando 1.

# %% tags=["ejercicio"]
def templar(p, temperatura):
    # >>> return ...
    potencias = p ** (1 / temperatura)
    return potencias / potencias.sum(axis=1, keepdims=True)
    # <<<

# %%
check("8.3.5", templar)

# %%
def temper(p, temperature):
    powers = p ** (1 / temperature)
    return powers / powers.sum(axis=1, keepdims=True)

candidates = np.linspace(0.7, 2.5, 37)
losses = [loss(temper(alone[:2500], T), y_valid[:2500])
          for T in candidates]
chosen = candidates[np.argmin(losses)]
print(f"elegida con la primera mitad, T ≈ {chosen:.2f}   ¿Más de 1? "
      f"{bool(chosen > 1)}")

# %%
cooler = temper(alone, chosen)
rest = {name: loss(p[2500:], y_valid[2500:]) for name, p in (
    ("sola", alone), ("comité", voted), ("templada", cooler))}
for name, value in rest.items():
    print(f"en la otra mitad, {name:<9} pérdida ≈ {value:.3f}")
print("¿Gana la templada al menos la cuarta parte de lo que el comité?",
      rest["sola"] - rest["templada"] > (rest["sola"] - rest["comité"]) / 4)

# %% [markdown]
# **Qué observas.** Un solo número consigue buena parte de lo que cincuenta pasadas. Si el comité le gana, quizá sea
# porque duda más de unas prendas que de otras, y la temperatura es la misma para todas.
#
# ## 4 · ¿Duda la red de lo que no es una prenda?
#
# Un comité que no se pone de acuerdo debería servir para decir «no sé». Démosle lo que nunca vio: prendas tumbadas, en
# negativo, mitad de una y mitad de otra, ruido, y cifras escritas a mano.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que cada quien escriba en una hoja lo que dirá del ruido, y con cuánta seguridad. La última columna es lo que hay que
# llevarse: «¿qué prenda es?» y «¿es una prenda?» son dos preguntas, y la red solo sabe la primera.

# %% presenta="numpy.rot90"
some, more = x_valid[:1000], x_valid[1000:2000]
small = load_digits().images[:1000] / 16
digits = np.zeros((1000, 28, 28), "float32")
digits[:, 2:26, 2:26] = np.repeat(np.repeat(small, 3, axis=1), 3, axis=2)
noise = np.random.default_rng(0).random((1000, 28, 28))
odd = {"prendas": some, "tumbadas": np.rot90(some, axes=(1, 2)),
       "mitades": np.concatenate([some[:, :14], more[:, 14:]], axis=1),
       "negativo": 1 - some, "ruido": noise.astype("float32"),
       "cifras": digits}
odd_alone = {kind: probabilities(doubter, x) for kind, x in odd.items()}
odd_voted = {kind: committee(doubter, x, 30) for kind, x in odd.items()}
fig = plot_image_grid(np.stack([x[0] for x in odd.values()]), list(odd),
                      columns=6)

# %% [markdown]
# **Predice:** ¿de qué prenda dirá que es el ruido, y con qué probabilidad?

# %% tags=["resultado"]
answer = odd_alone["ruido"].argmax(axis=1)
top = np.bincount(answer, minlength=10).argmax()
print("el ruido, según ella, es:", FASHION_MNIST_CLASSES[top])
for kind in odd:
    print(f"{kind:<14} seguridad media: sola "
          f"≈ {odd_alone[kind].max(axis=1).mean():.2f}, comité "
          f"≈ {odd_voted[kind].max(axis=1).mean():.2f}")
print("Del ruido, ¿está segura, de media, con más de 0.6?",
      bool(odd_alone["ruido"].max(axis=1).mean() > 0.6))
print("¿Y el comité, menos seguro que ella sola?",
      bool(odd_voted["ruido"].max(axis=1).mean()
           < odd_alone["ruido"].max(axis=1).mean()))

# %% [markdown]
# > **Lo que oirás por ahí: «la probabilidad de softmax es lo segura que está la red».** Con la rosa de {{te_puedes_fiar}} ya viste que no
# > puede callarse. De una nube de puntos al azar dice qué prenda es, casi tan segura como de una de verdad, o más.
#
# El comité baja el tono, pero ¿basta? Pongámosle un listón: que rechace las imágenes menos seguras, y que de las prendas de verdad
# rechace una de cada diez. A su lado, otro juez que no sabe de prendas: un PCA ({{menos_dimensiones}}) de las 5000 que, si al
# reconstruir una imagen con 20 componentes pierde mucho, dice «esto no se parece a lo que vi» ({{anomalias}}).

# %%
axes20 = PCA(20, random_state=0).fit(x_train.reshape(-1, 784))

def strangeness(x):
    flat = x.reshape(-1, 784)
    back = axes20.inverse_transform(axes20.transform(flat))
    return ((flat - back) ** 2).mean(axis=1)

def refused(doubts, reference):
    """Qué parte rechaza un listón que rechaza el 10 % de la otra."""
    return float((doubts > np.quantile(reference, 0.9)).mean())

# %%
refusals = {}
for kind, x in odd.items():
    refusals[kind] = (
        refused(-odd_alone[kind].max(axis=1), -alone.max(axis=1)),
        refused(-odd_voted[kind].max(axis=1), -voted.max(axis=1)),
        refused(strangeness(x), strangeness(x_valid)))
    print(f"{kind:<14} rechaza: sola ≈ {refusals[kind][0]:.2f}, comité ≈ "
          f"{refusals[kind][1]:.2f}, PCA ≈ {refusals[kind][2]:.2f}")
print("¿Deja pasar el comité más de la mitad del ruido y del negativo?",
      max(refusals["ruido"][1], refusals["negativo"][1]) < 0.5)
print("¿Rechaza el PCA todo el ruido, y casi todas las cifras?",
      refusals["ruido"][2] > 0.99 and refusals["cifras"][2] > 0.8)

# %% [markdown]
# **Qué observas.** El comité duda de las cifras, igual que la red sola. El ruido y el negativo los deja pasar casi todos, o
# la mayoría: está de acuerdo, y con el ruido no puede acertar. El PCA los ve a la primera, porque hace otra pregunta. Con las mitades ninguno de los tres vale mucho. Para decir «no sé»
# hacen falta las dos: ¿se parece a lo que vi?, y si se parece, ¿qué es?

# %% [markdown]
# ## Errores frecuentes
#
# **1. Encender todo al encender el *dropout*.** `training=True` llega a todas las capas, y la normalización por lotes pasa a usar el
# lote: la respuesta depende de con quién llegue la prenda. Se enciende solo `Dropout`:

# %%
set_seed(42)
mixed = keras.Sequential([
    keras.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(64),
    keras.layers.BatchNormalization(), keras.layers.Dropout(0.0),
    keras.layers.Dense(10, activation="softmax")])

def only_dropout(x):
    for layer in mixed.layers:
        on = isinstance(layer, keras.layers.Dropout)
        x = layer(x, training=on)
    return x

for name, answer in (("todo", lambda x: mixed(x, training=True)),
                     ("arreglado", only_dropout)):
    one, among = answer(x_valid[:1]), answer(x_valid[:50])
    print(f"{name:<10} ¿lo mismo sola que con otras 49? "
          f"{np.allclose(one[0], among[0], atol=1e-4)}")

# %% [markdown]
# ### ★ Ampliación · Comparar pérdidas que llevan la multa
#
# Lo que imprime Keras incluye la multa: dos redes con distinto freno no se
# comparan con ese número.

# %%
for name in ("sin freno", "ℓ1"):
    printed = nets[name].evaluate(x_valid, y_valid, verbose=0)
    fair = loss(probabilities(nets[name], x_valid), y_valid)
    print(f"{name:<10} la de Keras ≈ {printed:.3f}   arreglado, sin multa "
          f"≈ {fair:.3f}   ¿se llevan más de 0.1? {printed - fair > 0.1}")

# %% [markdown] presenta="ablación"
# ## Práctica: la receta, ingrediente a ingrediente
#
# Las recetas se copian enteras, y nadie sabe qué parte funciona. Para saberlo se quita **un** ingrediente cada vez y se deja lo
# demás: es una **ablación** (*ablation*). La nuestra: dos capas, cada una con normalización por lotes, ReLU y *dropout*; y una tasa que
# **calienta**, subiendo un rato, y baja después con un coseno.
#
# ### Ejercicio 8.3.6
#
# Escribe `quitar_uno(receta, sin)`. Los dos son diccionarios: `receta`, con todos los ingredientes; `sin`, con el valor que toma un
# ingrediente cuando se quita. Devuelve un diccionario con una receta por cada nombre de `sin`: la completa, con **ese**
# ingrediente cambiado. No cambies `receta`.

# %% [markdown] tags=["docente"]
# **{{minutos}}**, con la autoevaluación; la celda larga tarda cerca de medio minuto. En 8.3.6, quien no copie acumulará los cambios: el
# corrector lo dice. Antes de la tabla, que cada quien ordene los cuatro ingredientes por importancia.

# %% tags=["ejercicio"]
def quitar_uno(receta, sin):
    # >>> return ...
    quitadas = {}
    for nombre, valor in sin.items():
        otra = dict(receta)
        otra[nombre] = valor
        quitadas[nombre] = otra
    return quitadas
    # <<<

# %%
check("8.3.6", quitar_uno)

# %% presenta="warmup_target="
def rate_of(recipe, steps):
    """La tasa: fija, o un coseno que antes calienta."""
    if not recipe["bajar la tasa"]:
        return recipe["tasa fija"]
    peak, warm = 0.01, int(recipe["calentar"] * steps)
    if warm == 0:
        return keras.optimizers.schedules.CosineDecay(peak, steps)
    return keras.optimizers.schedules.CosineDecay(
        peak / 20, steps - warm, warmup_target=peak, warmup_steps=warm)

full = {"normalizar": True, "dropout": 0.15, "calentar": 0.2,
        "bajar la tasa": True, "tasa fija": 0.002}
without = {"normalizar": False, "dropout": 0.0, "calentar": 0.0,
           "bajar la tasa": False}

# %% [markdown]
# (La tasa fija cambia tres cosas: tampoco calienta, y es 0.002, la de antes. Con 0.01, que solo se aguanta un rato,
# perdería por eso, el primer error de {{optimizadores}}; pero la mejor no se ha buscado.)

# %%
def mix(recipe, seed):
    """La red de una receta, sin entrenar."""
    set_seed(seed)
    stack = [keras.Input((28, 28)), keras.layers.Flatten()]
    for k, width in enumerate([128, 64]):
        stack.append(keras.layers.Dense(width,
                                        kernel_initializer="he_normal"))
        if recipe["normalizar"]:
            stack.append(keras.layers.BatchNormalization(momentum=0.9))
        stack.append(keras.layers.Activation("relu"))
        stack.append(keras.layers.Dropout(recipe["dropout"], seed=k))
    stack.append(keras.layers.Dense(10, activation="softmax"))
    return keras.Sequential(stack)

# %% [markdown] presenta=".build, .variables, .assign"
# Con tan pocas prendas, Keras tarda más en prepararse que en entrenar. Por eso cada receta se compila una vez y, con cada
# semilla, se le ponen pesos recién sorteados y se borra la memoria del optimizador: `build` la crea, vacía, y `assign`
# deja cada una de sus `variables` como al principio.

# %%
def ready(recipe, epochs):
    """Una red de esa receta, compilada, y su optimizador."""
    network = mix(recipe, 0)
    rate = rate_of(recipe, epochs * len(x_train) // 250)
    optimizer = keras.optimizers.Adam(rate)
    optimizer.build(network.trainable_weights)
    network.compile(optimizer, loss="sparse_categorical_crossentropy",
                    steps_per_execution=20)
    return network, optimizer

# %%
def cook(recipe, seeds, epochs=10):
    """Pérdida y exactitud en validación: una fila por semilla."""
    network, optimizer = ready(recipe, epochs)
    clean = [keras.ops.convert_to_numpy(v) for v in optimizer.variables]
    rows = []
    for seed in seeds:
        network.set_weights(mix(recipe, seed).get_weights())
        for variable, value in zip(optimizer.variables, clean):
            variable.assign(value)
        network.fit(x_train, y_train, batch_size=250, epochs=epochs,
                    verbose=0)
        rows.append([loss(probabilities(network, x_valid), y_valid),
                     accuracy(network)])
    return np.array(rows)

# %%
recipes = {"completa": full}
for name, value in without.items():
    recipes[f"sin {name}"] = {**full, name: value}
scores = {name: cook(recipe, range(4)) for name, recipe in recipes.items()}

# %% [markdown]
# Cada receta, con cuatro semillas, y en parejas con la completa. La media de cuatro diferencias suele moverse por azar
# un **error estándar** ({{las_trampas}}): su desviación entre $\sqrt 4$. Con cuatro, el intervalo del 95 % son 3.18 a
# cada lado (el número sale de la t de Student).
#
# **Predice:** ¿qué ingrediente se notará más al quitarlo? ¿Y cuáles, nada?

# %% tags=["resultado"]
print(f"completa: pérdida ≈ {scores['completa'][:, 0].mean():.3f}, "
      f"exactitud ≈ {scores['completa'][:, 1].mean():.3f}")
worse = {}
for name in list(recipes)[1:]:
    gap = scores[name] - scores["completa"]
    mean, wide = gap.mean(axis=0), 3.18 * gap.std(axis=0, ddof=1) / 2
    worse[name] = bool((gap[:, 0] > 0).all())
    print(f"{name:<17} pérdida ≈ {mean[0]:+.4f} ± {wide[0]:.4f}   "
          f"exactitud ≈ {mean[1]:+.4f} ± {wide[1]:.4f}")
print("Sin bajar la tasa, ¿más pérdida las cuatro veces?",
      worse["sin bajar la tasa"])
print("¿Y sin dropout?", worse["sin dropout"])

# %% [markdown]
# **Qué observas.** Lo que más se nota es la tasa, sin saber cuál de sus tres cambios. El *dropout* mejora la pérdida
# las cuatro veces; en la exactitud, mira si el 0 cabe en su intervalo. De los demás, los que tengan el 0 dentro **no se
# distinguen** con cuatro semillas y estas prendas: no está probado que sirvan, ni que no. (Si queda fuera por el lado
# bueno, aquí sobraban.) Una receta se ajustó con otros datos, otro tamaño y otras épocas; al
# cambiarlos, se vuelve a medir. (Son ocho intervalos, y cada uno falla una vez de cada veinte: que uno roce el borde no es noticia.)

# %% [markdown]
# ### ★ Ampliación · ¿Y dibujado?
#
# Cada punto, una semilla; la raya, el intervalo de la media.

# %%
fig, axes = plt.subplots(1, 2, figsize=(7.5, 2.9), sharey=True,
                         layout="constrained")
names = list(recipes)[1:]
for column, (ax, what) in enumerate(zip(axes, ("pérdida", "exactitud"))):
    ax.axvline(0, color="black", linewidth=0.8)
    for row, name in enumerate(names):
        gap = 100 * (scores[name] - scores["completa"])[:, column]
        wide = 3.18 * gap.std(ddof=1) / 2
        ax.plot(gap, [row] * 4, "o", color="#0072B2", alpha=0.5)
        ax.plot([gap.mean() - wide, gap.mean() + wide], [row, row],
                color="#D55E00")
    ax.set(title=f"Al quitarlo, la {what} cambia…", yticks=range(4),
           yticklabels=names, xlabel="Cambio en validación (centésimas)")
axes[0].invert_yaxis()

# %% [markdown]
# **Qué observas.** Un ingrediente se nota donde la raya no toca el 0.

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Con el descenso de siempre, ¿por qué ℓ1 lleva los pesos hasta el cero y ℓ2 no llega?
#
# - a) Porque ℓ2 quita siempre lo mismo a cada peso, y ℓ1, una parte.
# - b) Porque ℓ1 solo mira los pesos que sobran.
# - c) Porque el empujón de ℓ1 no se hace pequeño al acercarse a cero.
# - d) Porque el freno de ℓ1 es siempre mayor.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("8.3.A1", respuesta_1)

# %% [markdown]
# **A2.** Subes el *dropout* de 0.2 a 0.8: la distancia entre lo aprendido y la validación casi desaparece, y las dos exactitudes bajan. ¿Qué
# dices?
#
# - a) Que la red es mejor: ya no memoriza.
# - b) Que ahora se queda corta: aprende menos, y por eso no hay distancia.
# - c) Que falló la escala $1 / (1 - p)$.
# - d) Que al predecir le faltan neuronas.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "b"
# <<<
check("8.3.A2", respuesta_2)

# %% [markdown]
# **A3.** Llega una imagen a una red de prendas, que contesta «bolso» con 0.97. ¿Qué sabes?
#
# - a) Que acertará 97 de cada 100 veces.
# - b) Que, si lo dijera un comité de pasadas, sería seguro una prenda.
# - c) Que con más pasadas se sabría si es una prenda.
# - d) Que, de las diez que conoce, la que más se le parece es un bolso; si es una prenda, hay que preguntarlo aparte.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "d"
# <<<
check("8.3.A3", respuesta_3)

# %% [markdown]
# **A4.** En una ablación, al quitar un ingrediente la exactitud baja 0.002, y el intervalo va de −0.006 a 0.002. ¿Qué escribes en el informe?
#
# - a) Que con estas semillas no se distingue de quitarlo.
# - b) Que ayuda: la media es negativa al quitarlo.
# - c) Que no sirve para nada.
# - d) Que hay que mirarlo en la prueba.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "a"
# <<<
check("8.3.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - En el descenso, ℓ2 quita a cada peso una parte; ℓ1, siempre lo mismo, y lo deja temblando en cero: los ceros se
#   ponen después.
# - *Dropout* apaga a la ida y a la vuelta con la misma máscara; el ruido que mete es el freno.
# - Menos distancia entre lo aprendido y la validación no es mejor: hay que mirar lo que acierta.
# - Un comité de pasadas modera las probabilidades y no acierta más; y tampoco sabe qué es una prenda: eso se pregunta aparte.
# - Una receta se entiende quitando ingredientes de uno en uno, en parejas; lo que no se distingue se dice.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 11.
# - Y. Gal y Z. Ghahramani (2016), *Dropout as a Bayesian Approximation*: [arXiv:1506.02142](https://arxiv.org/abs/1506.02142).
# - C. Guo y otros (2017), *On Calibration of Modern Neural Networks*, sobre la temperatura:
#   [arXiv:1706.04599](https://arxiv.org/abs/1706.04599).
# - N. Srivastava y otros (2014), *Dropout*, que lo combina con *max-norm*:
#   [JMLR 15](https://jmlr.org/papers/v15/srivastava14a.html).
