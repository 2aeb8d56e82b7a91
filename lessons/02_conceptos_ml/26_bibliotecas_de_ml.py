# %% [markdown]
# # 2.6 · Bibliotecas de ML: la misma red, escrita de tres maneras
#
# | | |
# |---|---|
# | **Objetivos** | Entrenar la misma red con scikit-learn, con Keras y con TensorFlow; pasar los pesos de una biblioteca a otra; derivar con `GradientTape`; explicar qué hace `tf.function`; comparar bibliotecas con varias semillas y elegir la que conviene a cada trabajo |
# | **Duración** | 60 min |
# | **Requisitos** | scikit-learn en cinco líneas (lección 1.6), la neurona y la red (2.4), el descenso de gradiente (2.5) |
# | **Datos** | 1797 dígitos escritos a mano, de 8×8 píxeles, y 569 biopsias de mama: los dos vienen con scikit-learn |
# | **Práctica** | El mismo problema médico desde el menú, con receta y en la cocina |

# %%
import inspect
import os
import subprocess
import sys
import time
import warnings

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_breast_cancer, load_digits
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from course_utils import check, plot_image_grid, quiet_tensorflow, set_seed

quiet_tensorflow()  # que TensorFlow arranque sin llenar la pantalla de avisos
import keras
import tensorflow as tf

# %% [markdown]
# ## 1 · ¿Cuánto quieres escribir tú?
#
# Tienes hambre, y hay tres maneras de arreglarlo.
#
# - **Pedir del menú.** Señalas un plato y, como mucho, dices «sin sal». Llega hecho. Si lo que quieres
#   no está en la carta, no hay.
# - **Escribir la receta.** Tú decides los ingredientes y los pasos; otro enciende el horno y la sigue.
# - **Entrar en la cocina.** El fuego y los cuchillos son tuyos. Puedes hacer lo que quieras, y todo
#   lo que no hagas tú se queda sin hacer.
#
# Las bibliotecas de aprendizaje automático se reparten igual:
#
# | | Tú decides | Ya viene hecho | Biblioteca |
# |---|---|---|---|
# | Menú | qué modelo, y unas cuantas opciones | cómo es por dentro y cómo aprende | **scikit-learn** |
# | Receta | las capas, la pérdida, el optimizador | los gradientes y el ciclo de entrenamiento | **Keras** |
# | Cocina | cada operación y cada paso | los gradientes | **TensorFlow** |
#
# ¿Y la comida? ¿Sabe mejor en un sitio que en otro? Vamos a cocinar **la misma red** en los tres, con
# los mismos datos. Son cifras escritas a mano por trece personas, en imágenes diminutas:

# %% [markdown] tags=["docente"]
# **7 min.** Antes de leer la tabla, pregunta quién cocina y quién pide a domicilio: cada cual defiende
# lo suyo, y esa es la idea: ninguna manera es «la buena». Deja apuntada en la pizarra la predicción.

# %%
digits = load_digits()
print("imágenes:", digits.images.shape)
print(f"píxeles: de {digits.images.min():.0f} a {digits.images.max():.0f}")

fig = plot_image_grid(digits.images[:10] / 16, [str(n) for n in digits.target[:10]], columns=10)

# %% [markdown]
# Escalamos los píxeles de 0–16 a 0–1 y apartamos un cuarto de las imágenes para el examen. Con
# `stratify`, las diez cifras se reparten en la misma proporción en los dos lados.

# %%
x = (digits.data / 16).astype("float32")  # cada imagen, ya en una fila de 64 números
y = digits.target
x_train, x_test, y_train, y_test = train_test_split(
    x, y, test_size=0.25, random_state=0, stratify=y)

print("para aprender:", x_train.shape, " para el examen:", x_test.shape)

# %% [markdown]
# El plato, para las tres: 64 entradas, una capa oculta de 64 neuronas con ReLU, 10 salidas con softmax;
# optimizador Adam con tasa de aprendizaje 0.001, lotes de 32 y 30 épocas.
#
# **Predice** y apúntalo: ¿qué biblioteca acertará más? ¿Cuál necesitará más líneas? ¿Cuál tardará
# menos?
#
# ## 2 · ¿Y si pido del menú?
#
# scikit-learn tiene decenas de modelos, y a casi todos se les habla igual: `fit`, `predict`, `score`. La red
# densa se llama `MLPClassifier`, y lo que hemos decidido se le dice al pedirla. (`alpha=0` quita una
# regularización que viene de serie; así es la misma red que las otras dos).

# %%
def train_sklearn(seed):
    model = MLPClassifier(hidden_layer_sizes=(64,), activation="relu", alpha=0,
                          solver="adam", learning_rate_init=0.001,
                          batch_size=32, max_iter=30, random_state=seed)
    return model.fit(x_train, y_train)

# %%
with warnings.catch_warnings(record=True) as notices:
    warnings.simplefilter("always")
    menu = train_sklearn(42)

menu_accuracy = menu.score(x_test, y_test)
print(f"exactitud en prueba ≈ {menu_accuracy:.3f}   ¿supera 0.94? {menu_accuracy > 0.94}")
print("avisos:", {notice.category.__name__ for notice in notices})

# %% [markdown]
# **Qué observas.** Un plato excelente, y ni una línea sobre cómo se cocina. Solo un aviso,
# `ConvergenceWarning`, que **no es un error**: dice que al acabar las 30 épocas la pérdida aún bajaba.
# Fuimos nosotros quienes pedimos 30, así que lo silenciamos. En tu trabajo, léelo siempre.
#
# Lo que no está en la carta no se puede pedir: en `MLPClassifier` la salida, la pérdida y las capas
# densas vienen puestas. Pero podemos mirar dentro, como en la lección 2.4:

# %%
warnings.simplefilter("ignore", ConvergenceWarning)

print("pesos: ", [w.shape for w in menu.coefs_])
print("sesgos:", [b.shape for b in menu.intercepts_])

# %% [markdown]
# Para poder decir «es la misma red» hace falta una cuenta que sirva para las tres: cuántos números
# aprende.
#
# ### Ejercicio 2.6.1
#
# Escribe `parametros(anchos)`. Recibe una lista con el ancho de cada capa, de la entrada a la salida
# (la nuestra sería `[64, 64, 10]`), y devuelve el total de pesos y sesgos, un entero. Debe servir para
# cualquier número de capas.

# %% [markdown] tags=["docente"]
# **8 min.** El aviso da juego: ¿preferirían que la biblioteca callara? En 2.6.1 lo más visto es
# olvidar los sesgos, o ponérselos también a la entrada. Que dibujen la lista y una flecha de cada
# ancho al siguiente: con tres capas hay **dos** flechas, y por eso el ciclo da `len(anchos) - 1` vueltas.

# %% tags=["ejercicio"]
def parametros(anchos):
    # >>> return ...
    total = 0
    for i in range(len(anchos) - 1):
        entran, salen = anchos[i], anchos[i + 1]
        total = total + entran * salen + salen
    return total
    # <<<

# %%
check("2.6.1", parametros)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("2.6.1")` da una pista (y otra, si insistes), y
# `solution("2.6.1")` muestra una solución. Antes hay que traerlos:
# `from course_utils import hint, solution`.
#
# ## 3 · ¿Y si escribo la receta?
#
# En **Keras** se escriben las capas una debajo de otra, y luego `compile` dice cómo se aprende: el
# optimizador y la **función de pérdida** (*loss function*). El ciclo de entrenamiento lo pone Keras.

# %%
def train_keras(seed):
    set_seed(seed)
    model = keras.Sequential([
        keras.Input((64,)),
        keras.layers.Dense(64, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer=keras.optimizers.Adam(0.001),
                  loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(x_train, y_train, batch_size=32, epochs=30, verbose=0)
    return model

# %%
recipe = train_keras(42)
recipe_accuracy = recipe.evaluate(x_test, y_test, verbose=0)[1]

print(f"exactitud en prueba ≈ {recipe_accuracy:.3f}   ¿supera 0.94? {recipe_accuracy > 0.94}")
print("números que aprende, en Keras:       ", recipe.count_params())
print("números que aprende, en scikit-learn:", sum(a.size for a in menu.coefs_ + menu.intercepts_))

# %% [markdown]
# **Qué observas.** La misma cantidad de números, y un acierto parecido. Pero ¿es de verdad la misma
# red, o solo se le parece? Hay una prueba que no deja dudas: **un trasplante**. Sacamos los pesos que
# aprendió scikit-learn y los ponemos en una red de Keras que no ha entrenado nunca.
#
# **Predice:** ¿qué probabilidades dará la red trasplantada?

# %%
w1, w2 = menu.coefs_
b1, b2 = menu.intercepts_
transplanted = keras.models.clone_model(recipe)  # las mismas capas, con pesos nuevos al azar
before = transplanted.predict(x_test, verbose=0)
transplanted.set_weights([w1, b1, w2, b2])
after = transplanted.predict(x_test, verbose=0)

for name, answer in (("sin trasplante", before), ("con trasplante", after)):
    distance = np.abs(answer - menu.predict_proba(x_test)).max()
    print(f"{name}: ¿a menos de 0.0001 de scikit-learn? {distance < 0.0001}")

# %% [markdown]
# **Qué observas.** Las 4500 probabilidades coinciden, sin que Keras haya visto un solo dígito. Por
# dentro no hay dos redes: hay dos multiplicaciones de matrices, una ReLU y una softmax, escritas por
# dos equipos distintos. Lo aprendido son los pesos, y los pesos son solo números.
#
# ### Ejercicio 2.6.2
#
# El trasplante de arriba solo sirve con una capa oculta. Escribe `pesos_en_orden(modelo)`: recibe un
# `MLPClassifier` ya entrenado, con **cualquier** número de capas, y devuelve la **lista** que quiere
# `set_weights`: los pesos de la primera capa, sus sesgos, los pesos de la segunda, sus sesgos… Recuerda
# que `coefs_` e `intercepts_` son dos listas.

# %% [markdown] tags=["docente"]
# **10 min.** El trasplante es el momento de la lección: haz la pausa antes de ejecutarlo. En 2.6.2
# el primer intento suele ser `modelo.coefs_ + modelo.intercepts_`, con todos los pesos delante. Quien
# acabe pronto puede mirar los `get_weights()` de `recipe` y comprobar el orden.

# %% tags=["ejercicio"]
def pesos_en_orden(modelo):
    # >>> return ...
    lista = []
    for pesos, sesgos in zip(modelo.coefs_, modelo.intercepts_):
        lista.append(pesos)
        lista.append(sesgos)
    return lista
    # <<<

# %%
check("2.6.2", pesos_en_orden)

# %% [markdown]
# ### Ejercicio 2.6.3
#
# En el menú, `hidden_layer_sizes=(32, 16)` pide dos capas ocultas. ¿Cómo lo hará por dentro? Escribe la
# receta: `crear_red(anchos)` recibe una lista con el ancho de cada capa oculta, por ejemplo `[32, 16]`,
# y devuelve una red de Keras con 64 entradas, **una capa densa con ReLU por cada ancho**, en ese orden,
# y 10 salidas con softmax. No hace falta compilarla. (Un modelo vacío, `keras.Sequential()`, tiene un
# método `add` para añadirle piezas).

# %% tags=["ejercicio"]
def crear_red(anchos):
    # >>> return ...
    red = keras.Sequential()
    red.add(keras.Input((64,)))
    for ancho in anchos:
        red.add(keras.layers.Dense(ancho, activation="relu"))
    red.add(keras.layers.Dense(10, activation="softmax"))
    return red
    # <<<

# %%
check("2.6.3", crear_red)

# %% [markdown]
# Una receta no cocina sola: hace falta una cocina. Keras la llama *backend*, y la de este cuaderno es
# TensorFlow.
#
# > **Lo que oirás por ahí: «Keras funciona sobre TensorFlow, Theano o CNTK».** Fue cierto hasta 2019.
# > Después, Keras quedó unido a TensorFlow unos años, y desde Keras 3 (2023) la misma receta se puede
# > llevar a **TensorFlow, JAX o PyTorch**. Pidámosle las cinco. La cocina se elige **antes** de
# > importar Keras, con la variable `KERAS_BACKEND`; por eso cada prueba va en otro Python, aparte de
# > este.
#
# **Predice:** ¿a cuáles dirá Keras que no?

# %%
print("la cocina de este cuaderno:", keras.config.backend())

for kitchen in ("jax", "torch", "theano", "cntk"):
    done = subprocess.run([sys.executable, "-c", "import keras"], capture_output=True, text=True,
                          env={**os.environ, "KERAS_BACKEND": kitchen})
    unknown = "Unable to import backend" in done.stderr
    print(f"{kitchen:<7}", "ValueError: Keras no la conoce" if unknown else "Keras la conoce")

# %% [markdown]
# **Qué observas.** A Theano y a CNTK, que ya no se desarrollan, Keras 3 les cierra la puerta. A JAX y a
# PyTorch (`torch`) los conoce. Que además estén **instalados** es otra cosa: si falta uno, el error es
# `ModuleNotFoundError`, y se arregla con `pip install`. La lección 2.7 entra en la cocina de PyTorch.
#
# ## 4 · ¿Qué hay en la cocina?
#
# El ingrediente de TensorFlow es el **tensor**: como un array de NumPy, con su forma (`shape`) y su tipo
# (`dtype`). Tiene dos diferencias con él: puede calcularse en una tarjeta gráfica (GPU), y no se puede
# modificar. Lo que sí cambia, como los pesos, se guarda en una **variable**.
#
# **Predice:** ¿cuál de las dos asignaciones de la celda siguiente fallará?

# %% [markdown] tags=["docente"]
# **10 min.** Quien conoce NumPy ya sabe casi todo de los tensores; lo nuevo es `GradientTape`. La
# imagen de la cámara que graba funciona: lo que pasa fuera del `with` no queda grabado. En 2.6.4, lo
# más visto es devolver la altura, `f(x)`, en vez de la pendiente.

# %%
constant = tf.constant([[1.0, 2.0], [3.0, 4.0]])
print("forma:", tuple(constant.shape), " tipo:", constant.dtype.name)
print("como array:", (constant @ constant).numpy().tolist())

try:
    constant[0, 0] = 9.0
except TypeError:
    print("TypeError: un tensor no se modifica")

variable = tf.Variable([1.0, 2.0])
variable[0].assign(9.0)
print("la variable, sí:", variable.numpy())

# %% [markdown]
# > **Lo que oirás por ahí: «para ver un resultado en TensorFlow hay que abrir una `Session`».** Era así
# > hasta TensorFlow 1: primero se describían las cuentas y después una `Session` las hacía. Desde
# > TensorFlow 2 (2019) cada cuenta se hace **al momento** (*eager execution*), como en NumPy.

# %%
print("2 + 3 =", (tf.constant(2) + tf.constant(3)).numpy())
print("¿Al momento?", tf.executing_eagerly())

try:
    tf.Session()
except AttributeError:
    print("AttributeError: tf.Session ya no existe")

# %% [markdown]
# **Qué observas.** El 5 salió sin abrir nada. Si encuentras un tutorial con `tf.Session` o
# `tf.placeholder`, es de antes de 2019: busca otro. (Para programas viejos, sobrevive escondida en
# `tf.compat.v1`).
#
# Ahora, la herramienta estrella: TensorFlow **deriva solo**. Toma $L(w) = (w - 3)^2$. Su pendiente, a
# mano, es $L'(w) = 2(w - 3)$, y en $w = 1$ vale $2 \cdot (1 - 3) = -4$.
#
# Con `tf.GradientTape` (*tape*, una cinta) se graba lo que se hace con las variables mientras dura el
# `with`; después se recorre la cinta hacia atrás, con la regla de la cadena. Es la retropropagación de
# la lección 2.5.

# %%
w = tf.Variable(1.0)
with tf.GradientTape() as tape:
    loss = (w - 3) ** 2

print("pérdida:", loss.numpy(), " pendiente:", tape.gradient(loss, w).numpy())

# %% [markdown]
# **Qué observas.** El mismo −4, sin que nadie escribiera la derivada. Con una función tan corta es un
# lujo; con una red de miles de pesos es lo que hace posible entrenarla.
#
# ### Ejercicio 2.6.4
#
# Escribe `pendiente(f, x)`: recibe una función de una variable y un número decimal, y devuelve la
# pendiente de `f` en `x`, calculada con `tf.GradientTape`. Tendrás que convertir `x` en una
# `tf.Variable`. Llama a `f` una sola vez.

# %% tags=["ejercicio"]
def pendiente(f, x):
    # >>> return ...
    punto = tf.Variable(x)
    with tf.GradientTape() as cinta:
        altura = f(punto)
    return cinta.gradient(altura, punto)
    # <<<

# %%
check("2.6.4", pendiente)

# %% [markdown]
# ## 5 · ¿Cómo se entrena sin `fit`?
#
# Con las manos. Primero los ingredientes: pesos pequeños al azar y sesgos a cero (Keras los sortea
# igual, con una regla que se llama *Glorot*). Y la cuenta de la red, sin softmax: para saber cuál
# salida es la mayor no hace falta.

# %% [markdown] tags=["docente"]
# **7 min.** No hace falta que memoricen el ciclo: que señalen en él cada palabra de 2.5 (época, lote,
# pérdida, gradiente, paso). Volverá en 2.7 con PyTorch, casi línea por línea.

# %%
def start_weights():
    """w1, b1, w2 y b2, antes de aprender."""
    hidden, output = np.sqrt(6 / (64 + 64)), np.sqrt(6 / (64 + 10))
    return [tf.Variable(tf.random.uniform((64, 64), -hidden, hidden)), tf.Variable(tf.zeros(64)),
            tf.Variable(tf.random.uniform((64, 10), -output, output)), tf.Variable(tf.zeros(10))]

def scores(x, weights):
    """Diez puntos por imagen: gana la cifra que más tenga."""
    w1, b1, w2, b2 = weights
    return tf.nn.relu(x @ w1 + b1) @ w2 + b2

# %% [markdown]
# Después, un **paso**: grabar la pérdida de un lote, pedir los gradientes y corregir los pesos. De Keras
# solo pedimos prestado a Adam. La función de pérdida recibe puntos sin softmax (*logits*) y la aplica
# ella, que así evita números enormes.

# %%
def make_step(weights):
    optimizer = keras.optimizers.Adam(0.001)
    optimizer.build(weights)
    def step(x, y):
        with tf.GradientTape() as tape:
            losses = tf.nn.sparse_softmax_cross_entropy_with_logits(y, scores(x, weights))
            loss = tf.reduce_mean(losses)
        gradients = tape.gradient(loss, weights)
        optimizer.apply_gradients(zip(gradients, weights))
        return loss
    return step

# %% [markdown]
# Y el ciclo: 30 épocas, barajando las imágenes en cada una, y un paso por lote. Falta un detalle,
# `tf.function`, que enseguida explicamos.

# %%
def run_epoch(step):
    order = np.random.permutation(len(x_train))
    for start in range(0, len(x_train), 32):
        batch = order[start:start + 32]
        step(x_train[batch], y_train[batch])

def train_tensorflow(seed):
    set_seed(seed)
    weights = start_weights()
    step = tf.function(make_step(weights))
    for _ in range(30):
        run_epoch(step)
    return weights

# %%
kitchen_weights = train_tensorflow(42)
predicted = scores(x_test, kitchen_weights).numpy().argmax(axis=1)
kitchen_accuracy = (predicted == y_test).mean()

print(f"exactitud en prueba ≈ {kitchen_accuracy:.3f}   ¿supera 0.94? {kitchen_accuracy > 0.94}")
print("números que aprende:", sum(np.prod(w.shape) for w in kitchen_weights))

# %% [markdown]
# **Qué observas.** 4810 números otra vez, y el mismo nivel de acierto. Esto, más o menos, es lo que
# `fit` hacía por ti.
#
# ¿Y `tf.function`? La primera vez que la llamas, ejecuta tu código Python para anotar qué operaciones
# hace, y construye con ellas un **grafo**. A partir de ahí ejecuta el grafo, sin pasar por Python.
#
# **Predice:** el mismo paso, con y sin `tf.function`: ¿cuántas veces más rápido?

# %%
def seconds_per_epoch(step):
    """La más rápida de dos épocas, después de una de calentamiento."""
    run_epoch(step)
    seconds = []
    for _ in range(2):
        start = time.perf_counter()
        run_epoch(step)
        seconds.append(time.perf_counter() - start)
    return min(seconds)

# %%
plain = seconds_per_epoch(make_step(start_weights()))
graph = seconds_per_epoch(tf.function(make_step(start_weights())))

print(f"paso a paso en Python ≈ {1000 * plain:.0f} ms por época")
print(f"con tf.function       ≈ {1000 * graph:.0f} ms por época, ≈ {plain / graph:.1f} veces menos")
print("¿Al menos el doble de rápido?", plain > 2 * graph)

# %% [markdown]
# **Qué observas.** Las cuentas son las mismas; lo que se ahorra es ir y venir de Python en cada
# operación. `fit` de Keras también usa un grafo por dentro, sin que se lo pidas.
#
# ## 6 · Entonces, ¿cuál elijo?
#
# Ya se puede resolver la apuesta. Una sola ejecución no basta: el sorteo de los pesos y el orden de los
# lotes pueden favorecer a cualquiera. Entrenamos cada versión con **tres semillas** y medimos el
# tiempo. Las líneas las cuenta Python en el código de las funciones de arriba, sin las vacías ni las
# que solo tienen documentación.
#
# **Predice:** ¿qué se notará más en la exactitud, cambiar de biblioteca o cambiar de semilla?

# %% [markdown] tags=["docente"]
# **6 min**, de ellos unos 30 s de entrenamiento: recupera en ese rato las predicciones de la pizarra.
# El mensaje: la diferencia entre bibliotecas es menor que la que hay entre semillas.

# %%
def count_lines(*functions):
    lines = "".join(inspect.getsource(f) for f in functions).splitlines()
    return sum(1 for line in lines if line.strip() and not line.strip().startswith(('"""', "#")))

def sklearn_answers(model):
    return model.predict(x_test)

def keras_answers(model):
    return model.predict(x_test, verbose=0).argmax(axis=1)

def tensorflow_answers(weights):
    return scores(x_test, weights).numpy().argmax(axis=1)

# %%
contestants = {
    "scikit-learn": (train_sklearn, sklearn_answers, count_lines(train_sklearn)),
    "Keras": (train_keras, keras_answers, count_lines(train_keras)),
    "TensorFlow": (train_tensorflow, tensorflow_answers,
                   count_lines(start_weights, scores, make_step, run_epoch, train_tensorflow)),
}
accuracies, seconds = {}, {}
for name, (train, answers, _) in contestants.items():
    start = time.perf_counter()
    trained = [train(seed) for seed in range(3)]
    seconds[name] = (time.perf_counter() - start) / 3
    accuracies[name] = [float((answers(model) == y_test).mean()) for model in trained]

# %%
fig, ax = plt.subplots(figsize=(6.5, 2.8))
for row, values in enumerate(accuracies.values()):
    ax.plot(values, [row] * 3, "o", color="#0072B2", alpha=0.6,
            label="una semilla" if row == 0 else None)
    ax.plot(np.mean(values), row, "D", color="#D55E00", label="media" if row == 0 else None)
ax.set(title="La misma red, tres bibliotecas, tres semillas", xlabel="Exactitud en prueba",
       ylabel="Biblioteca", yticks=[0, 1, 2], yticklabels=accuracies, ylim=(2.6, -0.6),
       xlim=(0.94, 1.0))
ax.legend()
fig.tight_layout()

# %% tags=["resultado"]
means = {name: np.mean(values) for name, values in accuracies.items()}
print("biblioteca     líneas   exactitud media   segundos")
for name, (_, _, lines) in contestants.items():
    print(f"{name:<14} {lines:>6}   ≈ {means[name]:.3f}           ≈ {seconds[name]:.1f}")

faster = seconds["scikit-learn"] < seconds["Keras"] / 2
gap = max(means.values()) - min(means.values())
luck = max(max(values) - min(values) for values in accuracies.values())
print("¿scikit-learn tarda menos de la mitad que Keras?", faster)
print(f"de una semilla a otra, hasta ≈ {luck:.3f}")
print(f"diferencia entre la mejor y la peor media ≈ {gap:.3f}   ¿menor que 0.02? {gap < 0.02}")

# %% [markdown]
# **Qué observas.** En la figura, las tres filas de puntos ocupan la misma franja (un punto más
# oscuro son varias semillas que coinciden): la biblioteca **no** cambia cuánto acierta la red; cambiar de
# semilla mueve el resultado otro tanto. Cambian las líneas, que casi se triplican de la receta a la cocina, y los
# segundos. Quizá te sorprenda que gane el menú. Cada lote lleva un trabajo de preparación, además de las
# cuentas; con una red y unos lotes tan pequeños, esa preparación es la mayor parte, y la de Keras, pensada
# para redes mucho mayores, es más larga. Con otra red el orden puede ser otro: mide.
#
# Así que se elige por el trabajo, no por la nota:
#
# - **Menú**, si el modelo que quieres está en la carta: casi siempre con tablas de datos. Y para lo de
#   alrededor (repartir, escalar, medir), siempre.
# - **Receta**, si la red es tuya: imágenes, texto, capas especiales. Es lo que usa el resto del curso.
# - **Cocina**, si quieres cambiar la manera misma de aprender, o entenderla.
#
# ### Ejercicio 2.6.5
#
# Escribe `empatan(exactitudes, margen)`. Recibe un diccionario como `accuracies` (nombre de la
# biblioteca → lista de exactitudes, una por semilla) y un margen. Devuelve `True` si entre la **media**
# más alta y la más baja hay como mucho `margen`, y `False` si no. Puede haber dos bibliotecas, tres o más.

# %% tags=["ejercicio"]
def empatan(exactitudes, margen):
    # >>> return ...
    medias = [sum(lista) / len(lista) for lista in exactitudes.values()]
    return max(medias) - min(medias) <= margen
    # <<<

# %%
check("2.6.5", empatan)

# %% [markdown]
# ## Errores frecuentes
#
# **1. Mezclar enteros y decimales.** NumPy los convierte por su cuenta. TensorFlow, no: exige que los
# dos tensores sean del mismo tipo.

# %% [markdown] tags=["docente"]
# **3 min.** El 2 es el que más horas hace perder, porque no avisa; el 3 se entiende mejor si lo
# predicen: «¿cuántas veces se leerá el mensaje?».

# %%
units, price = tf.constant(2), tf.constant(2.5)
try:
    print(units * price)
except Exception as error:
    print("Falla con", type(error).__name__, "porque son", units.dtype.name, "y", price.dtype.name)

print("Arreglado:", (tf.cast(units, tf.float32) * price).numpy())

# %% [markdown]
# **2. Un gradiente que es `None`.** La cinta vigila las variables, no los tensores constantes. No hay
# ningún error: solo un `None` que dará problemas más adelante.

# %%
for kind, value in (("constante", tf.constant(1.0)), ("variable", tf.Variable(1.0))):
    with tf.GradientTape() as tape:
        loss = (value - 3) ** 2
    gradient = tape.gradient(loss, value)
    print(f"con una {kind}:", None if gradient is None else gradient.numpy())

# %% [markdown]
# **3. Un `print` dentro de `tf.function`.** Solo se ejecuta mientras se anota el grafo: la primera vez.
# Para escribir en cada llamada está `tf.print`; y para investigar un fallo, quita `tf.function`.

# %%
def double(number):
    print("  (Python pasa por aquí)")
    return 2 * number

print("Con tf.function, tres llamadas:")
fast_double = tf.function(double)
results = [fast_double(tf.constant(n)).numpy() for n in (1, 2, 3)]
print("  resultados:", [int(r) for r in results])

print("Arreglado, sin tf.function:")
results = [double(tf.constant(n)).numpy() for n in (1, 2, 3)]
print("  resultados:", [int(r) for r in results])

# %% [markdown]
# ## Práctica: un problema médico, con menú, receta y cocina
#
# En un hospital de Wisconsin se midieron al microscopio las células de 569 biopsias de mama: 30 medidas
# por biopsia (tamaño, textura, forma…). La etiqueta es 0 si el tumor resultó **maligno** y 1 si era
# **benigno**. Son datos reales, para aprender; nada de esto sirve para diagnosticar a nadie.

# %% [markdown] tags=["docente"]
# **9 min** en clase para los pasos 1 y 2, con la autoevaluación; el paso 3 puede quedar para casa.
# Pregunta para cerrar: ¿basta la exactitud aquí? No: un maligno que se escapa no cuesta lo mismo que
# una falsa alarma; es lo que se vio en 2.3.

# %%
biopsies = load_breast_cancer()
print("tabla:", biopsies.data.shape)
print("malignos:", np.sum(biopsies.target == 0), " benignos:", np.sum(biopsies.target == 1))
print("quien diga siempre «benigno» acierta:", round(float(np.mean(biopsies.target == 1)), 2))
for column in (3, 4):
    print(f"{biopsies.feature_names[column]:<16} de {biopsies.data[:, column].min():.2f}"
          f" a {biopsies.data[:, column].max():.2f}")

# %% [markdown]
# Fíjate en las dos últimas líneas: el área (*mean area*) llega a 2501 y la suavidad (*mean smoothness*)
# no pasa de 0.16. Hay que escalar.
#
# ### Paso 1 · Ejercicio 2.6.6 · Del menú
#
# Escribe `entrenar_menu(x, y)`: recibe las medidas **sin escalar** y las etiquetas, crea un modelo de
# scikit-learn que escale por su cuenta (`make_pipeline`, como en la lección 1.6), lo entrena con ellas
# y lo devuelve. Elige el modelo que quieras; `LogisticRegression` ya está importado. `check` lo prueba
# con tres repartos distintos: tiene que acertar, de media, al menos **0.95**.

# %% tags=["ejercicio"]
def entrenar_menu(x, y):
    # >>> return ...
    modelo = make_pipeline(StandardScaler(), LogisticRegression())
    modelo.fit(x, y)
    return modelo
    # <<<

# %%
check("2.6.6", entrenar_menu)

# %% [markdown]
# ### Paso 2 · Ejercicio 2.6.7 · Con receta
#
# Escribe `crear_receta(entradas)`: devuelve una red de Keras **compilada** con ese número de entradas,
# una capa oculta de 16 neuronas con ReLU y **una sola** salida con sigmoide (*sigmoid*): la probabilidad
# de que sea benigno. Con una salida, la pérdida es `"binary_crossentropy"`; el optimizador, `"adam"`.
# `check` la entrenará 40 épocas con los datos ya escalados: tiene que acertar al menos **0.93**.

# %% tags=["ejercicio"]
def crear_receta(entradas):
    # >>> return ...
    red = keras.Sequential([
        keras.Input((entradas,)),
        keras.layers.Dense(16, activation="relu"),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    red.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return red
    # <<<

# %%
check("2.6.7", crear_receta)

# %% [markdown]
# ### Paso 3 · Ejercicio 2.6.8 · En la cocina
#
# Una sola neurona, y tú das los pasos. Escribe `paso(w, b, x, y, tasa)`, **un** paso de descenso de
# gradiente, sin Adam:
#
# 1. dentro de una cinta, calcula los puntos, `x @ w + b`, y la **media** de las pérdidas que da
#    `tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=puntos)`;
# 2. pide los gradientes de esa media respecto a `w` y `b`;
# 3. resta a cada variable `tasa` por su gradiente, con `assign_sub`;
# 4. devuelve la pérdida media, la de antes de corregir.
#
# Llegan `w` y `b` (dos `tf.Variable`, de formas `(columnas, 1)` y `(1,)`), `x` (tensor de forma
# `(muestras, columnas)`), `y` (tensor de forma `(muestras, 1)`) y `tasa` (un número).

# %% tags=["ejercicio"]
def paso(w, b, x, y, tasa):
    # >>> return ...
    with tf.GradientTape() as cinta:
        puntos = x @ w + b
        perdida = tf.reduce_mean(
            tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=puntos))
    gradiente_w, gradiente_b = cinta.gradient(perdida, [w, b])
    w.assign_sub(tasa * gradiente_w)
    b.assign_sub(tasa * gradiente_b)
    return perdida
    # <<<

# %%
check("2.6.8", paso)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Tienes una tabla con 800 clientes y 12 columnas, y quieres un primer modelo esta misma tarde.
# ¿Por dónde empiezas?
#
# - a) Por TensorFlow: es lo más potente, así que acertará más.
# - b) Por Keras: con menos de tres capas ocultas no se aprende nada.
# - c) Por scikit-learn: un modelo del menú, en cinco líneas, y a medir.
# - d) Por una GPU: sin ella no se puede entrenar.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("2.6.A1", respuesta_1)

# %% [markdown]
# **A2.** La red entrenada con scikit-learn y la de Keras trasplantada daban las mismas probabilidades.
# ¿Por qué?
#
# - a) Porque Keras usa scikit-learn por dentro.
# - b) Porque hacen la misma cuenta con los mismos pesos.
# - c) Porque usaron la misma semilla.
# - d) Porque `set_weights` vuelve a entrenar la red.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "b"
# <<<
check("2.6.A2", respuesta_2)

# %% [markdown]
# **A3.** Un tutorial empieza con `sess = tf.Session()`. ¿Qué haces?
#
# - a) Instalar `Session` con `pip`.
# - b) Poner `tf.function` en su lugar: es lo mismo.
# - c) Abrir la `Session` antes de importar Keras.
# - d) Buscar uno posterior a 2019: en TensorFlow 2 las cuentas se hacen al momento.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "d"
# <<<
check("2.6.A3", respuesta_3)

# %% [markdown]
# **A4.** Con una semilla, la biblioteca A acierta 0.975 y la B, 0.970. ¿Qué se puede decir?
#
# - a) Poco: la diferencia cabe en lo que cambia de una semilla a otra. Hay que repetir.
# - b) Que A es mejor: 0.975 es más que 0.970.
# - c) Que B tiene un error en el código.
# - d) Que A entrenó durante más épocas.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "a"
# <<<
check("2.6.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - scikit-learn es el menú, Keras la receta y TensorFlow la cocina: cuanto más decides, más escribes.
# - La misma red acierta lo mismo en las tres; los pesos de una se pueden trasplantar a otra.
# - Keras 3 cocina en TensorFlow, JAX o PyTorch; TensorFlow calcula al momento, sin `Session`.
# - `GradientTape` deriva por ti, y `tf.function` convierte tu función de Python en un grafo más rápido.
# - Para comparar, varias semillas: una diferencia menor que la que hay entre ellas no dice nada.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulos 10 (Keras) y 12 (la cocina de TensorFlow).
# - [Keras 3](https://keras.io/keras_3/): una receta, tres cocinas.
# - [Guía de TensorFlow](https://www.tensorflow.org/guide/autodiff?hl=es): los gradientes automáticos.
# - [Redes neuronales en scikit-learn](https://scikit-learn.org/stable/modules/neural_networks_supervised.html).
# - Las biopsias: W. N. Street, W. H. Wolberg y O. L. Mangasarian (1993). Los dígitos: E. Alpaydin y
#   C. Kaynak (1998). Los dos, en el repositorio de la Universidad de California en Irvine (UCI).
