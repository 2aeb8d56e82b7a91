# %% [markdown]
# # 2.12 · ¿Aprende o se lo sabe de memoria?
#
# | | |
# |---|---|
# | **Objetivos** | Reconocer el sobreajuste y el subajuste por sus dos errores; elegir la complejidad de un modelo con datos de validación; leer unas curvas de aprendizaje; medir cinco frenos en una red y escribir el *dropout*; preparar los datos sin que el examen se cuele |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Los tres conjuntos (lección {{maneras_de_aprender}}) y RMSE ({{metricas}}); el descenso ({{descenso_de_gradiente}}), los lotes y Adam ({{lotes_y_optimizadores}}) y la retropropagación ({{como_aprende_una_red}}) |
# | **Datos** | Temperaturas inventadas para el curso; las lunas de scikit-learn; los pingüinos de Palmer (CC0) |
# | **Práctica** | Veinte pingüinos para aprender: ¿qué curva los resume sin memorizarlos? |

# %% presenta="course_utils.quiet_tensorflow"
import matplotlib.pyplot as plt
import numpy as np

from course_utils import check, hint, solution
from course_utils import explore_complexity, load_penguins, plot_history
from course_utils import quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras

# %% [markdown] presenta="llamar a lo que se devuelve"
# ## 1 · ¿Aprende o se lo sabe de memoria?
#
# Bajar la pérdida de entrenamiento no es la meta. La meta es acertar con datos **nuevos**. Veinte
# medidas de temperatura de un día, y tres polinomios: una recta, uno de grado 4 y uno de grado 15.
#
# **Predice:** ¿cuál tendrá menos error en las veinte medidas? ¿Y en doscientas nuevas?
# (Ajustar un polinomio devuelve otra función, y en la misma línea se puede llamar a lo que se devuelve:
# `fit(hour, temp, degree)(fine)`.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que dibujen a mano, antes de ejecutar, la curva que pasaría por los veinte puntos. En 2.12.1, el error típico es elegir por el error de
# entrenamiento, que siempre prefiere el grado más alto.

# %% presenta="numpy.polynomial.Polynomial.fit"
def temperatures(hour, seed):
    """La temperatura de un día inventado a esas horas, con ruido."""
    noise = np.random.default_rng(seed).normal(0, 1.5, len(hour))
    return 18 + 6 * np.sin(2 * np.pi * (hour - 9) / 24) + noise

def rmse(real, predicted):
    return np.sqrt(np.mean((real - predicted) ** 2))

# el polinomio del grado que digas, con el menor MSE
fit = np.polynomial.Polynomial.fit
hour, new_hour = np.linspace(0, 24, 20), np.linspace(0.5, 23.5, 200)
temp, new_temp = temperatures(hour, seed=1), temperatures(new_hour, seed=2)

for degree in (1, 4, 15):
    curve = fit(hour, temp, degree)
    print(f"grado {degree:2d}: "
          f"error en sus datos {rmse(temp, curve(hour)):.2f} °C, "
          f"en datos nuevos {rmse(new_temp, curve(new_hour)):.2f} °C")

# %% presenta=".set_ylabel"
fine = np.linspace(0, 24, 300)
fig, axes = plt.subplots(1, 3, figsize=(7.5, 2.7), sharey=True)
for ax, degree, name in zip(axes, (1, 4, 15), ("subajuste", "bien",
                                               "sobreajuste"), strict=True):
    ax.plot(new_hour, new_temp, ".", color="#999999", markersize=2,
            label="datos nuevos")
    ax.plot(hour, temp, "o", color="black", markersize=4,
            label="sus veinte datos")
    ax.plot(fine, fit(hour, temp, degree)(fine), color="#0072B2",
            label="polinomio")
    ax.set(title=f"Grado {degree}: {name}", xlabel="Hora (h)",
           ylim=(-6, 32))
axes[0].set_ylabel("Temperatura (°C)")
axes[0].legend(fontsize="small", loc="lower right")
fig.tight_layout()

# %% [markdown] presenta="sobreajuste, subajuste"
# **Qué observas.** El de grado 15 es el mejor en sus veinte datos, pero en los nuevos no: se aprendió el
# ruido de memoria, y entre sus primeros datos da bandazos que se salen de la figura. Es el **sobreajuste**
# (*overfitting*) de {{maneras_de_aprender}}, ahora con una curva. La recta falla en los dos sitios: es el
# **subajuste** (*underfitting*), un modelo demasiado simple. El de grado 4 es el que menos se equivoca
# donde importa. Ahora, con otros datos, y también con un árbol de decisión: mueve la complejidad y mira dónde se
# separan las dos curvas.

# %% presenta="course_utils.explore_complexity"
explore_complexity()

# %% [markdown]
# ### Ejercicio 2.12.1
#
# ¿Cómo se elige el grado sin adivinar? Con datos que el polinomio no usó: los de **validación**.
# Ajusta uno por cada grado de la lista `grados` con `np.polynomial.Polynomial.fit(x, y, grado)` y los
# datos de entrenamiento, y devuelve el **grado** con menor error cuadrático medio en validación.

# %% tags=["ejercicio"]
def mejor_grado(x_train, y_train, x_valid, y_valid, grados):
    # >>> return ...
    errores = []
    for grado in grados:
        polinomio = np.polynomial.Polynomial.fit(x_train, y_train, grado)
        errores.append(np.mean((polinomio(x_valid) - y_valid) ** 2))
    return grados[np.argmin(errores)]
    # <<<

# %%
check("2.12.1", mejor_grado)

# %% [markdown] presenta="curvas de aprendizaje"
# ## 2 · ¿Y si hubiera más medidas?
#
# Las **curvas de aprendizaje** (*learning curves*) lo responden: el error en los datos propios y en los
# nuevos, según cuántos datos hubo. (También se llama así a la pérdida según la época, que es la figura de la
# sección 3: mira siempre qué pone en el eje.)
#
# **Predice:** con más datos, ¿a quién le irá mucho mejor, a la recta o al polinomio de grado 15?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dos preguntas bastan para leer cualquier par de curvas: ¿están juntas o separadas?, ¿altas o bajas? En
# 2.12.2 son las mismas dos preguntas, con números; el error típico es mirar antes la distancia que la altura.
# Si preguntan por qué la recta falla un poco **menos** en los nuevos: esas horas no llegan a las 0 ni a las 24, y a
# las 24 es donde peor le va.

# %%
sizes = [20, 30, 60, 100, 200, 400]

def learning_curve(degree):
    """Error en los datos propios y en los nuevos:
    para cada tamaño, la media de 30 días."""
    own, new = [], []
    for n in sizes:
        hours = np.linspace(0, 24, n)
        days = [temperatures(hours, seed=100 + day) for day in range(30)]
        curves = [fit(hours, day, degree) for day in days]
        own.append(np.mean([rmse(day, c(hours)) for day, c
                            in zip(days, curves, strict=True)]))
        new.append(np.mean([rmse(new_temp, c(new_hour)) for c in curves]))
    return own, new

# %%
fig, axes = plt.subplots(1, 2, figsize=(7.5, 2.8), sharey=True)
for ax, degree in zip(axes, (1, 15), strict=True):
    own, new = learning_curve(degree)
    ax.plot(sizes, new, "o-", color="#D55E00", label="en datos nuevos")
    ax.plot(sizes, own, "s--", color="#0072B2", label="en sus datos")
    ax.set(title=f"Grado {degree}", xlabel="Número de datos",
           ylabel="Error (°C)", ylim=(0, 5))
    ax.legend()
    print(f"grado {degree:2d}, error en datos nuevos: "
          f"{new[0]:.1f} °C con 20 datos, {new[-1]:.1f} °C con 400")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** La recta apenas mejora: sus dos curvas van juntas, arriba, y más datos no la hacen menos
# recta. Al de grado 15 los datos lo curan: las curvas empiezan muy separadas y se juntan abajo, en
# 1.5 °C, que es justo el ruido del termómetro. Curvas juntas y altas: hace falta un modelo más
# flexible. Curvas separadas: hacen falta más datos, o un freno.
#
# ### Ejercicio 2.12.2
#
# Escribe ese diagnóstico. `diagnosticar(propio, nuevo, ruido)` recibe el error en sus datos, el error en datos nuevos
# y el ruido que no se puede quitar. Devuelve `"subajuste"` si el error propio pasa del doble del ruido; si no, `"sobreajuste"` si el
# nuevo pasa del doble del propio; y si no, `"bien"`. Justo el doble todavía no pasa.

# %% tags=["ejercicio"]
def diagnosticar(propio, nuevo, ruido):
    # >>> return ...
    if propio > 2 * ruido:
        return "subajuste"
    if nuevo > 2 * propio:
        return "sobreajuste"
    return "bien"
    # <<<

# %%
check("2.12.2", diagnosticar)

# %% [markdown]
# ## 3 · ¿Cuándo empieza una red a memorizar?
#
# Una red grande sobreajusta igual que un polinomio de grado alto. Vamos a verlo, y a medir los frenos, con el
# mismo problema: dos clases con forma de luna, muy
# mezcladas; 50 puntos para aprender y una red de dos capas de 64, enorme para tan poco.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Deja que dibujen las dos curvas antes de ejecutar. Pregunta en qué época pararían.

# %%
from sklearn.datasets import make_moons

moons_x, moons_y = make_moons(2000, noise=0.4, random_state=25)

fig, ax = plt.subplots(figsize=(4, 2.8))
for kind, (color,
           marker) in enumerate((("#E69F00", "o"), ("#009E73", "s"))):
    chosen = moons_x[:50][moons_y[:50] == kind]
    ax.plot(*chosen.T, marker, color=color, markersize=4,
            label=f"clase {kind}")
ax.set(title="Los 50 puntos de entrenamiento", xlabel="característica 1",
       ylabel="característica 2")
ax.legend(fontsize=8)
fig.tight_layout()

# %% [markdown]
# La red es de Keras, que se estudia en {{bibliotecas_de_ml}}: no hace falta entender todavía esta celda.

# %%
def first_points(n, copies):
    """Los n primeros puntos, cada uno repetido y movido un poco al azar."""
    noise = 0.3 if copies > 1 else 0
    moved = np.random.default_rng(42).normal(0, noise, (n * copies, 2))
    return (np.repeat(moons_x[:n], copies, axis=0) + moved,
            np.repeat(moons_y[:n], copies))

# %% tags=["todavia-no"]
def train_net(n=50, l2=0, dropout=0, copies=1, callbacks=(), valid=None):
    """Entrena con los n primeros puntos y los frenos que se pidan."""
    set_seed(42)
    x, y = first_points(n, copies)
    model = keras.Sequential([keras.Input((2,))])
    for layer in range(2):
        model.add(keras.layers.Dense(
            64, "relu", kernel_regularizer=keras.regularizers.L2(l2)))
        model.add(keras.layers.Dropout(dropout))
    model.add(keras.layers.Dense(1, "sigmoid"))
    model.compile(keras.optimizers.Adam(0.02), loss="mse")
    model.fit(x, y, batch_size=64, epochs=60, verbose=0,
              validation_data=valid, validation_batch_size=200,
              callbacks=list(callbacks))
    return model

# %% [markdown] presenta="course_utils.plot_history, .history"
# **Predice:** sin ningún freno, ¿qué hará la pérdida de validación mientras la de entrenamiento baja?
# (Keras guarda las de cada época en `history`, y `plot_history` las dibuja.)

# %%
# validación: 200 puntos que no entrenan
held_out = (moons_x[500:700], moons_y[500:700])
no_brakes = train_net(valid=held_out)
axes = plot_history(no_brakes.history)
valid_loss = no_brakes.history.history["val_loss"]
print("¿Acaba la validación un 10 % peor que en su mejor época?",
      valid_loss[-1] > 1.1 * min(valid_loss))

# %% [markdown] presenta="regularización, dropout, parada temprana, aumento de datos"
# **Qué observas.** La de entrenamiento baja casi hasta cero. La de validación baja, toca fondo y vuelve
# a subir: desde ahí, la red memoriza. La época en
# que toca fondo la dice la validación, y no el entrenamiento.
#
# ## 4 · ¿Qué frenos hay, y cuánto frenan?
#
# - **Más datos**: 500 puntos en lugar de 50.
# - **Regularización** (*regularization*) L2: la pérdida suma una multa que crece con el cuadrado de cada peso.
# - ***Dropout***: en cada paso, cada neurona se apaga al azar con la misma probabilidad; aquí, 0.5.
# - **Parada temprana** (*early stopping*): se para cuando la validación deja de mejorar, y se
#   recuperan los pesos del mejor momento.
# - **Aumento de datos** (*data augmentation*): diez copias de cada punto, algo movidas.
#
# Cada freno por separado, y la misma pregunta: ¿cuánto se equivoca en mil puntos que no ha visto? (Los mismos mil
# sirven para las seis redes porque aquí no se elige ninguna: solo se comparan. Para elegir está la validación.)
#
# En la celda, `train_net(**options)` reparte un diccionario: cada clave llega como el argumento de ese nombre. Y la
# `patience` de la parada temprana son las épocas sin mejorar que aguanta antes de parar.
#
# **Predice:** ¿cuál de los cinco frenará más?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Los remedios son una sola celda: léanla como una tabla. Si alguien pregunta por qué no se
# usan todos a la vez: pruébalo, mide y decide. La parada temprana juega con ventaja: mira 200 puntos que las otras no
# ven. En 2.12.3 lo que se olvida es dividir entre lo que queda.

# %% tags=["resultado"] presenta="keras.callbacks.EarlyStopping, ** al llamar"
stop = keras.callbacks.EarlyStopping(patience=15, restore_best_weights=True)
remedies = {"más datos": {"n": 500}, "regularización": {"l2": 0.01},
            "dropout": {"dropout": 0.5},
            "parada temprana": {"callbacks": [stop], "valid": held_out},
            "aumento de datos": {"copies": 10}}

def test_error(model):
    return rmse(moons_y[1000:],
                np.asarray(model(moons_x[1000:]))[:, 0]) ** 2

base = test_error(no_brakes)
print(f"{'sin frenos':<17} pérdida en prueba ≈ {base:.3f}")
for name, options in remedies.items():
    error = test_error(train_net(**options))
    print(f"{name:<17} pérdida en prueba ≈ {error:.3f}   "
          f"¿menor que sin frenos? {error < base}")

# %% [markdown]
# **Qué observas.** Aquí los cinco ayudan. No es una ley: con otros datos, un freno
# demasiado fuerte deja la red corta (subajuste). Por eso se mide cada uno, siempre con datos que no
# entrenaron. Y si puedes elegir, consigue más datos.
#
# ### Ejercicio 2.12.3
#
# El *dropout* cabe en dos líneas. Escribe `apagar(h, p, rng)`: recibe lo que sale de una capa, `h`, y la
# probabilidad `p` de apagar cada número. Saca `azar = rng.random(h.shape)`, deja a 0 los números cuyo azar es **menor que** `p` y
# divide los demás entre `1 - p`: así la suma, de media, no cambia. Devuelve un array nuevo.

# %% tags=["ejercicio"]
def apagar(h, p, rng):
    # >>> return ...
    azar = rng.random(h.shape)
    return h * (azar >= p) / (1 - p)
    # <<<

# %%
check("2.12.3", apagar)

# %% [markdown]
# ## Errores frecuentes
#
# **1. Elegir el modelo con el examen.** Treinta monedas al aire y doscientos adivinos que responden al azar. Si te quedas con
# el que más acierta en el examen, parece que sabe:

# %%
rng = np.random.default_rng(0)
coins, more_coins = rng.integers(0, 2, 30), rng.integers(0, 2, 1000)
guesses, more_guesses = (rng.integers(0, 2, (200, 30)),
                         rng.integers(0, 2, (200, 1000)))
winner = (guesses == coins).mean(axis=1).argmax()
print("el mejor, en el examen con que se eligió: "
      f"{(guesses[winner] == coins).mean():.2f}")
print("arreglado, con monedas nuevas: "
      f"{(more_guesses[winner] == more_coins).mean():.2f}")

# %% [markdown]
# Por eso hay tres conjuntos: se aprende con el de entrenamiento, se elige con el de validación, y el de
# prueba se abre una vez, al final.
#
# **2. Dejar el *dropout* encendido al responder.** Solo frena mientras se entrena. Con `training=True`, la misma
# red da cada vez una respuesta distinta; con `training=False`, que es lo que Keras pone si no dices nada, siempre la misma. (El resto de la celda no hace falta entenderlo todavía.)

# %% tags=["todavia-no"]
set_seed(0)
net = keras.Sequential([keras.Input((2,)), keras.layers.Dense(64, "relu"),
                        keras.layers.Dropout(0.5), keras.layers.Dense(1)])
for name, training in (("encendido", True), ("arreglado", False)):
    one, other = (float(net(moons_x[:1], training=training)[0, 0])
                  for _ in range(2))
    print(f"{name}: ¿responde dos veces lo mismo? {one == other}")

# %% [markdown]
# ## Práctica: veinte pingüinos para aprender
#
# ¿Qué curva dice la masa de un pingüino a partir del largo de su aleta? Solo tenemos veinte para aprender y cien para elegir; los
# demás se guardan para el examen.

# %% [markdown] tags=["docente"]
# **{{minutos}}**, y se puede terminar en casa. El examen se abre una sola vez, al final, y con el grado ya elegido: que nadie
# ejecute esa celda antes de pasar el paso 2.

# %%
columns = ["flipper_length_mm", "bill_depth_mm", "body_mass_g"]
penguins = load_penguins().dropna(subset=columns)
order = np.random.default_rng(0).permutation(len(penguins))
# aleta y altura del pico, en mm
measures = penguins[columns[:2]].to_numpy(float)[order]
mass = penguins["body_mass_g"].to_numpy(float)[order] / 1000   # masa, en kg

for name, rows in (("entrenamiento", measures[:20]),
                   ("validación", measures[20:120]),
                   ("prueba", measures[120:])):
    print(f"{name:<13} {len(rows)} pingüinos, "
          f"aleta media {rows[:, 0].mean():.1f} mm")

# %% [markdown]
# **Predice:** las medias de los tres conjuntos no son iguales. ¿Con cuál hay que escalar cada uno?
#
# ### Paso 1 · Ejercicio 2.12.4
#
# Con la de entrenamiento, **los tres**. Escribe `preparar(x_train, x_test)`: recibe dos conjuntos, el de
# entrenamiento y otro; a cada columna le resta su media y la divide entre su desviación estándar, **con la media y
# la desviación del de entrenamiento** en los dos, y los devuelve escalados, en ese orden: del examen no se puede
# saber nada de antemano.

# %% tags=["ejercicio"]
def preparar(x_train, x_test):
    # >>> return ...
    media, desviacion = x_train.mean(axis=0), x_train.std(axis=0)
    return (x_train - media) / desviacion, (x_test - media) / desviacion
    # <<<

# %%
check("2.12.4", preparar)

# %%
center, scale = measures[:20].mean(axis=0), measures[:20].std(axis=0)
z = (measures - center) / scale
# solo la aleta
z_train, z_valid, z_test = z[:20, 0], z[20:120, 0], z[120:, 0]
y_train, y_valid, y_test = mass[:20], mass[20:120], mass[120:]

for degree in (1, 3, 10):
    curve = fit(z_train, y_train, degree)
    print(f"grado {degree:2d}: "
          f"error en sus veinte {rmse(y_train, curve(z_train)):.3f} kg, "
          f"en validación {rmse(y_valid, curve(z_valid)):.3f} kg")

# %% [markdown]
# ### Paso 2 · Ejercicio 2.12.5
#
# Elige el grado, de 1 a 10, con `z_train`, `y_train`, `z_valid` e `y_valid`: el de menor error cuadrático medio en validación. Guárdalo en `grado`.
# Puedes usar tu `mejor_grado`.

# %% tags=["ejercicio"]
# >>> grado = ...
grado = mejor_grado(z_train, y_train, z_valid, y_valid, list(range(1, 11)))
# <<<

# %%
check("2.12.5", grado)

# %% [markdown]
# Y ahora, con el grado ya elegido, se abre el examen:

# %%
errors = [rmse(y_valid, fit(z_train, y_train, d)(z_valid))
          for d in range(1, 11)]
chosen = int(np.argmin(errors)) + 1
exam = {d: rmse(y_test, fit(z_train, y_train, d)(z_test))
        for d in (chosen, 10)}
for name, degree in (("elegido por validación", chosen),
                     ("elegido por sus veinte datos", 10)):
    print(f"{name:<28} grado {degree:2d}: "
          f"error en prueba {exam[degree]:.3f} kg")
print("¿Se equivoca el segundo más de treinta veces más?",
      bool(exam[10] > 30 * exam[chosen]))

# %% [markdown]
# **Qué observas.** El de grado 10 era el mejor en sus veinte datos, y en el examen se equivoca más de treinta veces
# más que el elegido por validación.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Tu red se equivoca muy poco con sus datos y bastante más con los de validación. ¿Qué NO ayudará?
#
# - a) Añadir más capas y más neuronas.
# - b) Conseguir más datos.
# - c) Parar antes.
# - d) Penalizar los pesos grandes.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "a"
# <<<
check("2.12.A1", respuesta_1)

# %% [markdown]
# **A2.** El error en tus datos es 5 y en los nuevos, 5.1; el ruido es 1. ¿Qué haces?
#
# - a) Conseguir más datos.
# - b) Probar un modelo más flexible.
# - c) Añadir *dropout*.
# - d) Nada: los dos errores coinciden.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "b"
# <<<
check("2.12.A2", respuesta_2)

# %% [markdown]
# **A3.** ¿Por qué no se elige el grado con los datos de prueba?
#
# - a) Porque son pocos.
# - b) Porque entonces dejan de medir lo que pasará con datos nuevos.
# - c) Porque no están escalados.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "b"
# <<<
check("2.12.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Lo que cuenta es el error con datos nuevos: se elige con validación, y la prueba se abre una vez.
# - Subajuste: los dos errores, altos y juntos. Sobreajuste: el propio bajo y el nuevo, mucho mayor.
# - Las curvas de aprendizaje dicen si hacen falta más datos o un modelo más flexible.
# - Hay frenos: más datos, multar los pesos, *dropout*, parar a tiempo, aumentar los datos. Se miden.
# - Todo lo que se aprende de los datos, también la media y la desviación, sale del entrenamiento.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulos 4 (curvas de aprendizaje y regularización) y 11 (*dropout*).
# - N. Srivastava y otros (2014), *Dropout: A Simple Way to Prevent Neural Networks from Overfitting*,
#   [JMLR 15](https://jmlr.org/papers/v15/srivastava14a.html).
