# %% [markdown]
# # 2.14 · En la cocina de TensorFlow: derivar y entrenar sin `fit`
#
# | | |
# |---|---|
# | **Objetivos** | Distinguir un tensor de una variable; derivar con `GradientTape`; entrenar una red sin `fit`, paso a paso, y demostrar que es la misma que la de Keras; explicar qué hace `tf.function` y cuándo un `print` o un gradiente desaparecen |
# | **Duración** | {{minutos}} |
# | **Requisitos** | El menú y la receta ({{bibliotecas_de_ml}}), el descenso de gradiente ({{descenso_de_gradiente}}), los lotes y Adam ({{lotes_y_optimizadores}}), la retropropagación ({{como_aprende_una_red}}) |
# | **Datos** | 1797 dígitos escritos a mano, de 8×8 píxeles, y 569 biopsias de mama: los dos vienen con scikit-learn |
# | **Práctica** | Una neurona que aprende a leer biopsias, con los pasos dados por ti |

# %%
import time

import numpy as np
from sklearn.datasets import load_breast_cancer, load_digits
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

from course_utils import check, hint, solution
from course_utils import quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras
import tensorflow as tf

# %% [markdown] presenta="tensor, .name"
# ## 1 · ¿Qué hay en la cocina?
#
# En la lección {{bibliotecas_de_ml}} pediste una red del menú (scikit-learn) y escribiste su receta (Keras). Hoy entras en la
# cocina: cada operación y cada paso son tuyos, y solo los gradientes vienen hechos.
#
# El ingrediente de TensorFlow es el **tensor**: como un array de NumPy, con su forma (`shape`) y su tipo
# (`dtype`; el nombre del tipo, a secas, es `dtype.name`). Tiene dos diferencias con él: puede calcularse
# en una tarjeta gráfica (GPU), y no se puede modificar. Lo que sí cambia, como los pesos, se guarda en una **variable**,
# que ya usaste en la lección {{como_aprende_una_red}}.
#
# **Predice:** ¿cuál de las dos asignaciones de la celda siguiente fallará?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Quien conoce NumPy ya sabe casi todo de los tensores, y `GradientTape` salió en
# {{como_aprende_una_red}}: allí comprobaba la cuenta hecha a mano; aquí la sustituye. La imagen de la cámara que graba funciona: lo que pasa fuera del `with` no queda grabado. En 2.14.1, lo
# más visto es devolver la altura, `f(x)`, en vez de la pendiente.

# %% presenta="tensorflow.constant, tensorflow.Variable, .assign, .numpy"
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

# %% presenta="tensorflow.executing_eagerly, tensorflow.Session"
print("2 + 3 =", (tf.constant(2) + tf.constant(3)).numpy())
print("¿Al momento?", tf.executing_eagerly())

try:
    tf.Session()
except AttributeError:
    print("AttributeError: tf.Session ya no existe")

# %% [markdown] presenta="tensorflow.GradientTape"
# **Qué observas.** El 5 salió sin abrir nada. Si encuentras un tutorial con `tf.Session` o
# `tf.placeholder`, está escrito para TensorFlow 1: busca otro. (Para programas viejos, sobrevive escondida en
# `tf.compat.v1`).
#
# ## 2 · ¿Quién deriva por ti?
#
# Ahora, la herramienta estrella: TensorFlow **deriva solo**. Toma $L(w) = (w - 3)^2$. Su pendiente, a
# mano, es $L'(w) = 2(w - 3)$, y en $w = 1$ vale $2 \cdot (1 - 3) = -4$.
#
# Es la cinta (*tape*) con que comprobaste tus cuentas en la lección {{como_aprende_una_red}}: `tf.GradientTape` graba
# lo que se hace con las variables mientras dura el `with`, y después la cinta se recorre hacia atrás, con la regla de
# la cadena. Es la retropropagación.
#
# **Predice:** ¿cambiará la pendiente si se calcula con `w` igual a 3, en el fondo del valle?

# %% presenta=".gradient"
for start in (1.0, 3.0):
    w = tf.Variable(start)
    with tf.GradientTape() as tape:
        loss = (w - 3) ** 2
    slope = tape.gradient(loss, w).numpy()
    print("w:", w.numpy(), " pérdida:", loss.numpy(), " pendiente:", slope)

# %% [markdown]
# **Qué observas.** El mismo −4, sin que nadie escribiera la derivada; y en el fondo, 0. Con una función tan
# corta es un lujo; con una red, te ahorra escribir a mano la retropropagación cada vez que cambies una capa.
#
# ### Ejercicio 2.14.1
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
check("2.14.1", pendiente)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("2.14.1")` da una pista (y otra, si insistes), y
# `solution("2.14.1")` muestra una solución.
#
# ## 3 · ¿Cómo se entrena sin `fit`?
#
# Con las manos. Los datos son los de {{bibliotecas_de_ml}}, repartidos igual: así podremos comparar.

# %%
digits = load_digits()
x = (digits.data / 16).astype("float32")
x_train, x_test, y_train, y_test = train_test_split(
    x, digits.target, test_size=0.25, random_state=0,
    stratify=digits.target)

print("para aprender:", x_train.shape, " para el examen:", x_test.shape)

# %% [markdown]
# Primero los ingredientes: sesgos a cero y pesos pequeños al azar, con la regla de *Glorot* de la lección
# {{como_aprende_una_red}}. Aquí se sortean entre $-a$ y $a$, con $a = \sqrt{6/(n + m)}$, que es lo que hace Keras: la
# desviación sale la misma, $\sqrt{2/(n + m)}$. Y la cuenta de la red, sin softmax: para saber cuál salida es la mayor
# no hace falta.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** No hace falta que memoricen el ciclo: que señalen en él cada palabra de {{descenso_de_gradiente}} y {{lotes_y_optimizadores}} (época, lote,
# pérdida, gradiente, paso). Volverá en {{lo_mismo_en_pytorch}} con PyTorch, casi línea por línea.

# %% presenta="tensorflow.random.uniform, tensorflow.zeros, tensorflow.nn.relu"
def start_weights():
    """w1, b1, w2 y b2, antes de aprender."""
    hidden, output = np.sqrt(6 / (64 + 64)), np.sqrt(6 / (64 + 10))
    return [tf.Variable(tf.random.uniform((64, 64), -hidden, hidden)),
            tf.Variable(tf.zeros(64)),
            tf.Variable(tf.random.uniform((64, 10), -output, output)),
            tf.Variable(tf.zeros(10))]

def scores(x, weights):
    """Diez puntos por imagen: gana la cifra que más tenga."""
    w1, b1, w2, b2 = weights
    return tf.nn.relu(x @ w1 + b1) @ w2 + b2

# %% [markdown]
# ### Ejercicio 2.14.2
#
# La función `scores` solo sabe de una capa oculta. Escribe `puntos(x, capas)`: `capas` es una lista de parejas
# `(w, b)`, una por capa, y puede haber cuantas sean. A la salida de **todas menos la última** se le aplica
# ReLU. Devuelve el tensor con los puntos de la última.

# %% tags=["ejercicio"]
def puntos(x, capas):
    # >>> return ...
    salida = x
    for pesos, sesgos in capas[:-1]:
        salida = tf.nn.relu(salida @ pesos + sesgos)
    pesos, sesgos = capas[-1]
    return salida @ pesos + sesgos
    # <<<

# %%
check("2.14.2", puntos)

# %% [markdown] presenta="logits, función dentro de otra, .build"
# Después, un **paso**: grabar la pérdida de un lote, pedir los gradientes y corregir los pesos. De Keras
# solo pedimos prestado a Adam. La función de pérdida es la de la receta de {{bibliotecas_de_ml}}, con una diferencia:
# recibe puntos sin softmax (*logits*) y la aplica ella, que así evita números enormes.
#
# `make_step` define una función **dentro de otra** y la devuelve: así `step` recuerda los pesos y el
# optimizador sin que haya que dárselos cada vez. (`build` prepara las memorias de Adam para esos pesos.)

# %% presenta="tensorflow.nn.sparse_softmax_cross_entropy_with_logits, tensorflow.reduce_mean, .apply_gradients"
def make_step(weights):
    optimizer = keras.optimizers.Adam(0.001)
    optimizer.build(weights)
    def step(x, y):
        with tf.GradientTape() as tape:
            losses = tf.nn.sparse_softmax_cross_entropy_with_logits(
                y, scores(x, weights))
            loss = tf.reduce_mean(losses)
        gradients = tape.gradient(loss, weights)
        optimizer.apply_gradients(zip(gradients, weights))
        return loss
    return step

# %% [markdown] presenta="tensorflow.function"
# Y el ciclo: 30 épocas, barajando las imágenes en cada una, y un paso por lote. (`tf.function` recibe una
# función y devuelve otra que hace lo mismo más deprisa; la sección 4 explica cómo.)
#
# **Predice:** ¿acertará más o menos que la de Keras, que superaba 0.94?

# %% presenta="numpy.random.permutation"
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

# %% presenta="numpy.prod"
kitchen_weights = train_tensorflow(42)
predicted = scores(x_test, kitchen_weights).numpy().argmax(axis=1)
kitchen_accuracy = (predicted == y_test).mean()

print(f"exactitud en prueba ≈ {kitchen_accuracy:.3f}   ¿supera 0.94? "
      f"{kitchen_accuracy > 0.94}")
# np.prod multiplica: en una matriz de forma (64, 10) hay 640 números
print("números que aprende:",
      sum(np.prod(w.shape) for w in kitchen_weights))

# %% [markdown]
# **Qué observas.** 4810 números, como en Keras y en scikit-learn, y el mismo nivel de acierto. ¿Es la misma
# red? Otra vez un trasplante: los pesos de la cocina, en una red de Keras que no ha entrenado nunca. (Con
# `tf.nn.softmax`, nuestros puntos pasan a ser probabilidades, como las suyas.)

# %% presenta="tensorflow.nn.softmax"
twin = keras.Sequential([
    keras.Input((64,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(10, activation="softmax"),
])
twin.set_weights([w.numpy() for w in kitchen_weights])

ours = tf.nn.softmax(scores(x_test, kitchen_weights)).numpy()
distance = np.abs(ours - twin.predict(x_test, verbose=0)).max()
print("¿las mismas probabilidades, salvo 0.0001?", bool(distance < 0.0001))

# %% [markdown] presenta="grafo"
# **Qué observas.** Las mismas. Este ciclo, más o menos, es lo que `fit` hacía por ti.
#
# ## 4 · ¿Qué hace `tf.function`?
#
# La primera vez que la llamas, ejecuta tu código Python para anotar qué operaciones hace, y construye con
# ellas un **grafo**. A partir de ahí ejecuta el grafo, sin pasar por tu código. (Si llega un tensor de otra forma,
# como el último lote de una época, que es más corto, lo anota otra vez.)
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
print(f"con tf.function       ≈ {1000 * graph:.0f} ms por época, "
      f"≈ {plain / graph:.1f} veces menos")
print("¿Al menos el doble de rápido?", plain > 2 * graph)

# %% [markdown]
# **Qué observas.** Las cuentas son las mismas; lo que se ahorra es ir y venir de Python en cada
# operación. `fit` de Keras también usa un grafo por dentro, sin que se lo pidas.
#
# Entonces, ¿para qué entrar en la cocina? Para cambiar la manera misma de aprender: un paso que mira dos
# pérdidas, que recorta el gradiente, que entrena dos redes a la vez. Todo eso cabe en `step`, y no cabe en
# el menú. Y para saber qué hace `fit` cuando algo sale mal.

# %% [markdown]
# ## Errores frecuentes
#
# **1. Mezclar enteros y decimales.** NumPy los convierte por su cuenta. TensorFlow, no: exige que los
# dos tensores sean del mismo tipo.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El 2 es el que más horas hace perder, porque no avisa; el 3 se entiende mejor si lo
# predicen: «¿cuántas veces se leerá el mensaje?».

# %% presenta="tensorflow.cast, tensorflow.float32"
units, price = tf.constant(2), tf.constant(2.5)
try:
    print(units * price)
except Exception as error:
    print("Falla con", type(error).__name__, "porque son", units.dtype.name,
          "y", price.dtype.name)

print("Arreglado:", (tf.cast(units, tf.float32) * price).numpy())

# %% [markdown]
# **2. Un gradiente que es `None`.** La cinta vigila las variables, no los tensores constantes. No hay
# ningún error: solo un `None` que dará problemas más adelante.

# %%
for kind, value in (("constante", tf.constant(1.0)),
                    ("variable", tf.Variable(1.0))):
    with tf.GradientTape() as tape:
        loss = (value - 3) ** 2
    gradient = tape.gradient(loss, value)
    print(f"con una {kind}:",
          None if gradient is None else gradient.numpy())

# %% [markdown]
# **3. Un `print` dentro de `tf.function`.** Solo se ejecuta mientras se anota el grafo: con tensores de la misma
# forma, la primera vez.
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
# ## Práctica: una neurona que lee biopsias
#
# Las 569 biopsias de mama de {{bibliotecas_de_ml}}: 30 medidas de cada una, y la etiqueta, 0 si el tumor resultó **maligno** y 1 si
# era **benigno**. Son datos reales, para aprender; nada de esto sirve para diagnosticar a nadie. La cocina
# pide tensores `float32`, y las etiquetas en columna, una por fila:

# %% [markdown] tags=["docente"]
# **{{minutos}}** con la autoevaluación. El paso 2 recibe el paso como argumento, y `check` le da el suyo: quien
# no tenga el primero puede hacer el segundo.

# %%
biopsies = load_breast_cancer()
x_bio, x_new, y_bio, y_new = train_test_split(
    biopsies.data, biopsies.target, random_state=0,
    stratify=biopsies.target)
scaler = StandardScaler().fit(x_bio)
x_bio = tf.constant(scaler.transform(x_bio), tf.float32)
y_bio = tf.constant(y_bio[:, np.newaxis], tf.float32)

print("medidas:", tuple(x_bio.shape), " etiquetas:", tuple(y_bio.shape))

# %% [markdown] presenta="tensorflow.nn.sigmoid_cross_entropy_with_logits, .assign_sub"
# ### Paso 1 · Ejercicio 2.14.3
#
# Una sola neurona, y tú das los pasos. Escribe `paso(w, b, x, y, tasa)`, **un** paso de descenso de
# gradiente, sin Adam:
#
# 1. dentro de una cinta, calcula los puntos, `x @ w + b`, y la **media** de las pérdidas que da
#    `tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=puntos)`: es la pérdida de las preguntas de sí o no, la
#    de la receta de las biopsias, y aplica ella la sigmoide;
# 2. pide los gradientes de esa media respecto a `w` y `b`, los dos de una vez: la cinta solo se recorre una;
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
            tf.nn.sigmoid_cross_entropy_with_logits(labels=y,
                                                    logits=puntos))
    gradiente_w, gradiente_b = cinta.gradient(perdida, [w, b])
    w.assign_sub(tasa * gradiente_w)
    b.assign_sub(tasa * gradiente_b)
    return perdida
    # <<<

# %%
check("2.14.3", paso)

# %% [markdown]
# ### Paso 2 · Ejercicio 2.14.4
#
# Un paso no es un entrenamiento. Escribe `entrenar(paso, x, y, tasa, veces)`: `paso` es una función como la
# del ejercicio anterior. Crea las dos variables **a cero**, `w` de forma `(columnas, 1)` y `b` de forma
# `(1,)`; da `veces` pasos con `x`, `y` y `tasa`, y devuelve tres cosas: `w`, `b` y la **lista** de las
# pérdidas, como números y en orden.

# %% tags=["ejercicio"]
def entrenar(paso, x, y, tasa, veces):
    # >>> return ...
    pesos = tf.Variable(tf.zeros((x.shape[1], 1)))
    sesgo = tf.Variable(tf.zeros(1))
    perdidas = []
    for _ in range(veces):
        perdidas.append(float(paso(pesos, sesgo, x, y, tasa)))
    return pesos, sesgo, perdidas
    # <<<

# %%
check("2.14.4", entrenar)

# %% [markdown]
# Y así aprende, con los pasos de la casa. La última línea es el examen: biopsias que la neurona no ha visto,
# escaladas con la media y la desviación del entrenamiento. (Puntos mayores que 0 son, tras la sigmoide, una
# probabilidad mayor que 0.5: dice «benigno».)

# %% tags=["resultado"]
def neuron_step(w, b, x, y, rate):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(
            tf.nn.sigmoid_cross_entropy_with_logits(labels=y,
                                                    logits=x @ w + b))
    for variable, gradient in zip((w, b), tape.gradient(loss, (w, b))):
        variable.assign_sub(rate * gradient)
    return loss

w, b = tf.Variable(tf.zeros((30, 1))), tf.Variable(tf.zeros(1))
losses = [float(neuron_step(w, b, x_bio, y_bio, 0.5)) for _ in range(200)]
points = scaler.transform(x_new) @ w.numpy() + b.numpy()
accuracy = np.mean((points[:, 0] > 0) == y_new)

print(f"pérdida: primera {losses[0]:.3f}, última ≈ {losses[-1]:.3f}")
print(f"exactitud en el examen ≈ {accuracy:.3f}   ¿supera 0.95? "
      f"{bool(accuracy > 0.95)}")

# %% [markdown]
# **Qué observas.** La pérdida empieza en 0.693, el logaritmo natural de 2: es lo que paga quien da a todo un 50 %. Tras
# doscientos pasos, una sola neurona supera lo que en {{bibliotecas_de_ml}} se pedía al menú, 0.95.

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Un tutorial empieza con `sess = tf.Session()`. ¿Qué haces?
#
# - a) Instalar `Session` con pip.
# - b) Poner `tf.function` en su lugar: es lo mismo.
# - c) Abrir la `Session` antes de importar Keras.
# - d) Buscar uno de TensorFlow 2, donde las cuentas se hacen al momento.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "d"
# <<<
check("2.14.A1", respuesta_1)

# %% [markdown]
# **A2.** `tape.gradient(loss, weights)` devuelve una lista con un `None`. ¿Qué es lo más probable?
#
# - a) Que ese gradiente vale cero.
# - b) Que la pérdida no se calculó, dentro de la cinta, a partir de esa variable.
# - c) Que falta llamar a `tf.function`.
# - d) Que la tasa de aprendizaje es demasiado pequeña.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "b"
# <<<
check("2.14.A2", respuesta_2)

# %% [markdown]
# **A3.** Un paso de entrenamiento con `tf.function` escribe, con `print`, un mensaje para ver por dónde va.
# En 100 lotes del mismo tamaño, ¿cuántas veces se lee?
#
# - a) 100: una por lote.
# - b) Ninguna: dentro de un grafo no hay `print`.
# - c) Una: solo mientras se anota el grafo.
# - d) Depende de la pérdida.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "c"
# <<<
check("2.14.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Un tensor no se modifica; lo que aprende es una variable. Las cuentas se hacen al momento, sin `Session`.
# - `GradientTape` graba lo que se hace con las variables y deriva por ti: es la retropropagación.
# - Entrenar sin `fit` es un ciclo: lotes, cinta, gradientes, corregir los pesos.
# - Los pesos de la cocina, puestos en Keras, responden lo mismo: es la misma red.
# - `tf.function` convierte tu función de Python en un grafo: las mismas cuentas, más deprisa.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 12.
# - [Guía de TensorFlow](https://www.tensorflow.org/guide/autodiff?hl=es): los gradientes automáticos.
# - Las biopsias: W. N. Street, W. H. Wolberg y O. L. Mangasarian (1993). Los dígitos: E. Alpaydin y
#   C. Kaynak (1998). Los dos, en el repositorio de la Universidad de California en Irvine (UCI).
