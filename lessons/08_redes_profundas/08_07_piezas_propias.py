# %% [markdown]
# # 8.7 · Tensores y piezas propias
#
# | | |
# |---|---|
# | **Objetivos** | Elegir el tensor que pide cada dato; escribir una pérdida, una métrica, una capa y un modelo con pérdida interna, y compararlos con los de la biblioteca; explicar por qué la media de los lotes no es la métrica; guardarlo y cargarlo todo sin perder un parámetro |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Tensores y variables (lección {{la_cocina}}); la precisión y el F1 ({{metricas}}); guardar una red ({{casas_con_una_red}}) |
# | **Datos** | 120 mensajes escritos para el curso; California Housing (censo de 1990) y Fashion-MNIST (Zalando, licencia MIT), incluidos en el curso |
# | **Práctica** | Una red que también copia lo que recibe, con pérdida propia, guardada y cargada entera |

# %%
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from sklearn.model_selection import train_test_split

from course_utils import check, hint, solution
from course_utils import load_california_housing, load_fashion_mnist
from course_utils import load_messages, quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras
import tensorflow as tf

# %% [markdown]
# ## 1 · ¿Es un tensor otro nombre para un array?
#
# Casi. En {{la_cocina}} viste que un tensor no se modifica, que sus tipos no se mezclan solos y que lo que cambia va en una
# variable. Falta un detalle, y muerde a quien escribe sus propias piezas: **TensorFlow escribe los decimales con 32
# bits**; NumPy, con 64.
#
# **Predice:** una variable vale 16 777 216 y le sumas 1 con `assign_add`. ¿Cuánto vale?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Deja que apuesten por escrito: casi nadie acierta lo del contador. No hace falta explicar el formato
# de los 32 bits; basta con «guarda unas siete cifras, y el 1 cae en la octava».

# %% presenta=".assign_add"
counter = tf.Variable(16_777_216.0)
counter.assign_add(1.0)
print(f"con 32 bits, {counter.numpy():.0f}; "
      f"con 64, {np.float64(16_777_216.0) + 1:.0f}")

from_python, from_numpy = tf.constant(0.1), tf.constant(np.array(0.1))
print(from_python.dtype.name, "y", from_numpy.dtype.name)
try:
    from_python + from_numpy
except Exception as error:
    print("Falla con", type(error).__name__)
print("arreglado:", (from_python + tf.cast(from_numpy, tf.float32)).numpy())

# %% [markdown] presenta=".scatter_nd_update"
# **Qué observas.** El contador se atasca: 32 bits guardan unas siete cifras, y ese 1 cae en la octava. Un decimal de
# Python llega con 32; uno de NumPy conserva sus 64, y los dos juntos fallan: convierte los datos al entrar.
#
# ### ★ Ampliación · ¿Y si solo cambian unas filas?
#
# Una variable deja tocar **solo unas filas**: `scatter_nd_update` recibe cuáles y sus valores. Sirve para una
# tabla enorme (un vector por palabra) de la que cada lote toca muy pocas.

# %%
table = tf.Variable(tf.zeros((4, 2)))
table.scatter_nd_update([[1], [3]], [[1.0, 2.0], [3.0, 4.0]])
print(table.numpy().tolist())

# %% [markdown]
# ## 2 · ¿Y lo que no cabe en un rectángulo?
#
# Un array es un rectángulo de números. Un mensaje, no: es texto, y cada uno tiene su largo.
#
# Un tensor también guarda texto, y `tf.strings` lo maneja. Pero guarda **bytes**, los números de 0 a 255 con los que el
# ordenador escribe las letras.
#
# **Predice:** ¿qué largo tiene «niño» para TensorFlow?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Si la clase va justa de tiempo, la ampliación se deja para casa. El fallo más común en 8.7.1 es olvidar
# `unit`: con textos sin acentos no se nota, y por eso llega vivo a producción.

# %% presenta="tensorflow.strings.length"
for word in ("nino", "niño", "árbol", "así"):
    print(
        f"{word}: {tf.strings.length(word)} bytes, "
        f"{tf.strings.length(word, unit='UTF8_CHAR')} letras"
    )

# %% [markdown] presenta="tensor irregular, tensorflow.strings.split, .to_tensor, .row_lengths, .decode"
# **Qué observas.** La «ñ» y las vocales con acento ocupan dos bytes. `unit="UTF8_CHAR"` cuenta letras: en español hay que
# ponerlo siempre. Y un texto de vuelta a Python se descifra con `.decode()`.
#
# Al partir los mensajes en palabras, con `tf.strings.split`, cada fila sale de un largo. Eso es un **tensor irregular**
# (*ragged*): `row_lengths` dice cuánto mide cada fila, y `to_tensor` las iguala, con textos
# vacíos (`b''`: la `b`, de bytes).

# %%
texts = tf.constant(list(load_messages()["texto"]))
words = tf.strings.split(texts)
lengths = words.row_lengths().numpy()
print("tres palabras:", [w.decode() for w in words[0, :3].numpy()])
print(f"{len(lengths)} mensajes, de {lengths.min()} a {lengths.max()} "
      "palabras")
print(f"relleno, si se igualan: {np.mean(words.to_tensor() == b''):.2f}")

# %% [markdown] presenta="tensorflow.reduce_mean"
# **Qué observas.** Más de un tercio de la tabla rellena sería aire. Sobre el irregular se calcula directamente: por
# ejemplo, `tf.reduce_mean` con `axis=1` da la media de cada fila, tenga el largo que tenga. (Para
# una tabla casi toda a ceros hay otro, el **disperso**, que guarda solo lo demás: lo verás en la ampliación.)
#
# ### ★ Ampliación · Ejercicio 8.7.1
#
# Escribe `letras_por_palabra(textos)`. Recibe un tensor de textos y devuelve otro, de decimales de 32 bits: cuántas **letras** tiene,
# de media, cada palabra de cada texto. (Palabra es lo que separa `tf.strings.split`, con su puntuación pegada.)

# %% tags=["ejercicio"]
def letras_por_palabra(textos):
    # >>> return ...
    palabras = tf.strings.split(textos)
    letras = tf.strings.length(palabras, unit="UTF8_CHAR")
    return tf.reduce_mean(tf.cast(letras, tf.float32), axis=1)
    # <<<

# %%
check("8.7.1", letras_por_palabra)

# %% [markdown] presenta="tensor disperso, tensorflow.unique, tensorflow.ones, tensorflow.SparseTensor, tensorflow.sparse.sparse_dense_matmul, .flat_values, .value_rowids"
# ### ★ Ampliación · Cuatro cajas para cuatro apuros
#
# **¿Y una tabla casi vacía?** El otro rectángulo que no conviene es el que está **casi todo a ceros**, como la tabla de qué palabras hay en cada mensaje. Un
# **tensor disperso** (*sparse*) guarda solo lo demás: dónde está y cuánto vale. `flat_values` son las
# palabras seguidas, y `value_rowids`, de qué mensaje es cada una; `tf.unique` las numera. (`tf.ones`, como la de NumPy.)

# %%
vocabulary, number = tf.unique(words.flat_values)
places = np.column_stack([words.value_rowids(), number])
counts = tf.SparseTensor(places, tf.ones(len(places)),
                         dense_shape=(len(lengths), len(vocabulary)))
cells = len(lengths) * len(vocabulary)
print(f"{cells} casillas; se guardan {len(places)}")

ones = tf.ones((len(vocabulary), 1))
totals = tf.sparse.sparse_dense_matmul(counts, ones)
print("¿Se multiplica igual?", np.array_equal(totals[:, 0], lengths))

# %% [markdown] presenta=".to_sparse"
# **Qué observas.** Unas sesenta casillas por cada una que se guarda, y el producto sale igual
# (multiplicar por unos cuenta las palabras; una repetida está dos veces, y se suma).
#
# **¿Qué comparten dos filas?** `tf.sets` hace conjuntos, fila a fila: aquí, las palabras comunes de dos mensajes. Las filas desiguales entran como
# tensor disperso, con `to_sparse`.

# %% presenta="tensorflow.sets.intersection, tensorflow.sets.size"
first = tf.strings.split(["el paquete llega el lunes"]).to_sparse()
second = tf.strings.split(["el lunes no llega nadie"]).to_sparse()
common = tf.sets.intersection(first, second)
print([w.decode() for w in common.values.numpy()],
      "son", tf.sets.size(common).numpy()[0])

# %% [markdown] presenta="tensorflow.TensorArray, .write, .stack, tensorflow.stack"
# **¿Y una lista que crece dentro de `tf.function`?** Una lista de Python solo existe mientras se anota el grafo. `TensorArray` sí
# crece mientras el grafo se ejecuta: `write` pone un valor en su sitio, y `stack` los junta (`tf.stack`, los de una lista). El saldo de una cuenta, paso a paso:

# %% presenta="tensorflow.range"
def balance(moves):
    total, book = 0.0, tf.TensorArray(tf.float32, 0, dynamic_size=True)
    for k in tf.range(len(moves)):
        total = total + moves[k]
        book = book.write(k, total)
    return book.stack()

def with_list(moves):
    total, book = 0.0, []
    for k in tf.range(len(moves)):
        total = total + moves[k]
        book.append(total)
    return tf.stack(book)

# %%
moves = tf.constant([100.0, -30.0, 5.0])
print("TensorArray:", tf.function(balance)(moves).numpy())
try:
    tf.function(with_list)(moves)
except Exception as error:
    print("con una lista, falla con", type(error).__name__)

# %% [markdown] presenta="tensorflow.string"
# **¿Y si unos producen y otros consumen?** Una cola guarda el turno. La de prioridad entrega primero el número **menor**: con el
# importe en negativo, se revisa antes el aviso más caro. (`tf.string` es el tipo de lo que guarda.)

# %% presenta="tensorflow.queue.PriorityQueue, .enqueue, .dequeue"
queue = tf.queue.PriorityQueue(10, [tf.string], shapes=[()])
for amount, name in ((50, "cena"), (900, "viaje"), (7, "café")):
    queue.enqueue((-amount, name))
print([queue.dequeue()[1].numpy().decode() for _ in range(3)])

# %% [markdown]
# ## 3 · ¿Y si la pérdida que necesitas la escribes tú?
#
# Casas de California: ocho datos de cada distrito y su precio, en cientos de miles de dólares. Pero alguien tecleó mal un precio de
# cada veinte al preparar los de aprender, con un cero de más. Los de comparar están bien.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de la fórmula, la figura: que digan a qué error le hace más caso cada curva. En 8.7.2 hay quien deja
# la recta sin la mitad del umbral, y las dos partes no se tocan: el corrector lo dice.

# %%
houses = load_california_housing()
x = houses.drop(columns="MedHouseVal").to_numpy("float32")
x[:, 2:6] = np.log(x[:, 2:6])  # las cuatro columnas aplastadas
y = houses[["MedHouseVal"]].to_numpy("float32")
x_train, x_valid, y_true, y_valid = train_test_split(
    x, y, train_size=4000, test_size=3000, random_state=42)
x_valid = (x_valid - x_train.mean(axis=0)) / x_train.std(axis=0)
x_train = (x_train - x_train.mean(axis=0)) / x_train.std(axis=0)

typo = np.random.default_rng(0).random(y_true.shape) < 0.05
y_train = np.where(typo, 10 * y_true, y_true)
print(f"precios mal tecleados: {typo.sum()} de {len(typo)}")

# %% [markdown] presenta="pérdida de Huber"
# El error al cuadrado se vuelca en los disparates: si el error se multiplica por diez, la pérdida, por cien. La **pérdida de Huber** es el
# cuadrado mientras el error es pequeño, y una recta cuando pasa de un umbral $\delta$:
#
# $$L(e) = \begin{cases} \tfrac12 e^2 & |e| \le \delta \\ \delta\,\big(|e| - \tfrac{\delta}{2}\big) & |e| > \delta \end{cases}$$

# %%
errors = np.linspace(-4, 4, 201)
size = np.abs(errors)
fig, ax = plt.subplots(figsize=(6, 3), layout="constrained")
ax.plot(errors, errors**2 / 2, "--", color="#D55E00", label="cuadrado / 2")
ax.plot(errors, np.where(size <= 1, errors**2 / 2, size - 0.5),
        color="#0072B2", label="Huber, umbral 1")
ax.set(title="Lejos de cero, Huber es una recta",
       xlabel="Error (cientos de miles de dólares)", ylabel="Pérdida")
ax.legend()
ax.grid(alpha=0.3)

# %% [markdown] presenta="keras.ops.abs, keras.ops.where, keras.ops.square"
# **Qué observas.** Cerca de cero, Huber va con el cuadrado; lejos, crece como una recta. La escribimos con `keras.ops`, que imita a NumPy
# (`keras.ops.abs`, `keras.ops.where`, `keras.ops.square`…): así entra en el grafo, se deriva sola y vale en cualquier cocina de Keras.
#
# ### Ejercicio 8.7.2
#
# Escribe `huber(y, p, umbral)`, que recibe los valores correctos, los predichos y el umbral, y devuelve la pérdida **de cada
# uno**, con la forma de `y`. Usa `keras.ops`, sin NumPy.

# %% tags=["ejercicio"]
def huber(y, p, umbral):
    # >>> return ...
    error = keras.ops.abs(y - p)
    recta = umbral * (error - umbral / 2)
    return keras.ops.where(error <= umbral, error**2 / 2, recta)
    # <<<

# %%
check("8.7.2", huber)

# %% [markdown] presenta="class, self, super, .__init__, .call, .get_config, keras.losses.Loss, decorador, keras.saving.register_keras_serializable"
# Una función así ya se le puede dar a `compile`, si solo recibe `y` y `p`. Para que lleve un umbral hace falta algo con memoria: una
# **clase**, un molde de objetos. `class Huber(keras.losses.Loss)` dice «como una pérdida de Keras, salvo lo que sigue», y lo que sigue son sus
# funciones, los métodos:
#
# - `__init__` se ejecuta al crear el objeto. `self` es el propio objeto, y `self.limit` guarda algo en él. `super()` es el molde
#   de Keras: se prepara primero. `**rest` recoge los demás argumentos, como el nombre, y se los pasa;
# - `call` calcula la pérdida de cada muestra; Keras hace la media;
# - `get_config` dice con qué argumentos se vuelve a crear: los del molde (`**` los copia entre las llaves) y el tuyo;
# - la línea de la arroba, un **decorador**, apunta la clase en un registro con su nombre. Servirá para guardarla.

# %% presenta="**kwargs, ** al llamar"
@keras.saving.register_keras_serializable(package="curso")
class Huber(keras.losses.Loss):
    def __init__(self, limit=1.0, **rest):
        super().__init__(**rest)
        self.limit = limit

    def call(self, y_true, y_pred):
        size = keras.ops.abs(y_true - y_pred)
        line = self.limit * (size - self.limit / 2)
        return keras.ops.where(size <= self.limit, size**2 / 2, line)

    def get_config(self):
        return {**super().get_config(), "limit": self.limit}

# %% presenta="keras.losses.Huber"
ours, theirs = Huber(0.5), keras.losses.Huber(0.5)
gap = ours(y_valid, 0 * y_valid) - theirs(y_valid, 0 * y_valid)
print("¿Igual que la de Keras, salvo 1e-5?", bool(abs(gap) < 1e-5))

# %% [markdown]
# La misma red, entrenada con el cuadrado y con Huber, y juzgada con precios buenos:

# %%
def houses_error(loss, seed):
    """El RMSE en validación de una red entrenada con esa pérdida."""
    set_seed(seed)
    net = keras.Sequential([
        keras.Input((8,)), keras.layers.Dense(32, activation="relu"),
        keras.layers.Dense(1)])
    net.compile(keras.optimizers.Adam(0.01), loss=loss,
                steps_per_execution=8)
    net.fit(x_train, y_train, batch_size=64, epochs=10, verbose=0)
    return float(np.sqrt(np.mean((net(x_valid) - y_valid) ** 2)))

# %% tags=["resultado"]
seeds = (1, 2, 3)
square = np.array([houses_error("mse", seed) for seed in seeds])
robust = np.array([houses_error(Huber(1.0), seed) for seed in seeds])
print("¿Gana Huber por más de 0.3, con las tres semillas?",
      bool((square - robust > 0.3).all()))
print(f"RMSE con el cuadrado ≈ {square.mean():.2f}; "
      f"con Huber ≈ {robust.mean():.2f} cientos de miles de $")

# %% [markdown]
# **Qué observas.** Unos pocos precios absurdos tiran de toda la red; con Huber, menos. Si tus valores atípicos son
# **errores**, es tu pérdida. Si son de verdad (mansiones), con ella casi los ignoras.
#
# ## 4 · ¿Es la métrica la media de las métricas de los lotes?
#
# Una red lee prendas y contesta a una sola pregunta: ¿es una camisa? Una de cada diez lo es.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dibuja dos lotes: uno con un aviso y un acierto (precisión 1), otro con nueve avisos y ningún acierto (0). La media de los
# lotes da 0.5; la precisión, 1 de 10. De ahí sale sola la idea de guardar las **cuentas** y no las notas.

# %%
(images, labels), others = load_fashion_mnist()
pixels = (images[:6000] / 255).astype("float32")
pixels_valid = (images[55_000:58_000] / 255).astype("float32")
garment, garment_valid = labels[:6000], labels[55_000:58_000]
shirt = (garment == 6).astype("float32")[:, np.newaxis]
shirt_valid = (garment_valid == 6).astype("float32")[:, np.newaxis]
del images, labels, others  # las demás no hacen falta, y ocupan

# %%
def shirt_net(rate=0.001, metrics=()):
    set_seed(42)
    net = keras.Sequential([
        keras.Input((28, 28)), keras.layers.Flatten(),
        keras.layers.Dense(64, activation="relu"),
        keras.layers.Dense(1, activation="sigmoid")])
    net.compile(keras.optimizers.Adam(rate), loss="binary_crossentropy",
                metrics=list(metrics), steps_per_execution=8)
    return net

# %% [markdown]
# **Predice:** si calculas la precisión de cada lote de 32 y haces la media, ¿saldrá la de todas las prendas, más o menos?

# %%
net = shirt_net()
net.fit(pixels, shirt, epochs=5, verbose=0)
alarm = np.asarray(net(pixels_valid))[:, 0] > 0.5
real = shirt_valid[:, 0] == 1

starts = range(0, len(alarm), 32)
hits = np.array([np.sum((alarm & real)[k:k + 32]) for k in starts])
alarms = np.array([np.sum(alarm[k:k + 32]) for k in starts])
by_batch = hits / np.maximum(alarms, 1)  # sin avisos, un 0
whole = hits.sum() / alarms.sum()
print(f"media de los lotes ≈ {by_batch.mean():.3f}; "
      f"de todas ≈ {whole:.3f}")
print("¿Es menor la de los lotes, por más de 0.02?",
      bool(whole - by_batch.mean() > 0.02))

# %% [markdown] presenta="keras.metrics.Metric, .add_weight, .update_state, .result, .reset_state, keras.ops.cast, keras.ops.sum, keras.ops.maximum"
# **Qué observas.** Un lote sin avisos no tiene precisión, y su 0 hunde la media; y uno con un solo aviso pesa tanto
# como otro con muchos. No hay que promediar notas, sino sumar
# **cuentas**, y dividir al final. Eso es una métrica de Keras, una clase con cuatro métodos: `__init__` crea los contadores con `add_weight` (son
# variables, a cero); `update_state` les suma lo de un lote; `result` da la nota con lo que llevan, y `reset_state`, que ya viene hecho, los pone a cero al empezar cada época. (`sample_weight`, cuánto pesa cada muestra, no lo usamos.)
# `keras.ops.cast` cambia el tipo, y `keras.ops.maximum` evita dividir entre cero.

# %%
@keras.saving.register_keras_serializable(package="curso")
class Precision(keras.metrics.Metric):
    def __init__(self, name="precision", **rest):
        super().__init__(name=name, **rest)
        self.hits = self.add_weight(initializer="zeros")
        self.alarms = self.add_weight(initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        alarm = keras.ops.cast(y_pred > 0.5, "float32")
        self.hits.assign_add(keras.ops.sum(alarm * y_true))
        self.alarms.assign_add(keras.ops.sum(alarm))

    def result(self):
        return self.hits / keras.ops.maximum(self.alarms, 1.0)

# %% presenta="keras.metrics.Precision"
answers = net(pixels_valid)
ours, theirs = Precision(), keras.metrics.Precision()
for k in starts:
    ours.update_state(shirt_valid[k:k + 32], answers[k:k + 32])
    theirs.update_state(shirt_valid[k:k + 32], answers[k:k + 32])
print("¿La de todas?", np.isclose(ours.result(), whole))
print("¿Y la de Keras?", np.isclose(theirs.result(), whole))
ours.reset_state()
print("después de reset_state:", float(ours.result()))

# %% [markdown]
# ### Ejercicio 8.7.3
#
# El F1 se puede escribir sin precisión ni exhaustividad: es $2 \cdot \text{aciertos} / (\text{avisos} + \text{reales})$, donde los reales son las camisas
# que hay. Completa `update_state`, sin `return`: suma a cada contador lo del lote. (`avisa` vale 1 donde la red avisa.)

# %% tags=["ejercicio"]
class F1(keras.metrics.Metric):
    def __init__(self, name="f1", **resto):
        super().__init__(name=name, **resto)
        self.aciertos = self.add_weight(initializer="zeros")
        self.avisos = self.add_weight(initializer="zeros")
        self.reales = self.add_weight(initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        avisa = keras.ops.cast(y_pred > 0.5, "float32")
        # >>> return ...
        self.aciertos.assign_add(keras.ops.sum(avisa * y_true))
        self.avisos.assign_add(keras.ops.sum(avisa))
        self.reales.assign_add(keras.ops.sum(y_true))
        # <<<

    def result(self):
        total = keras.ops.maximum(self.avisos + self.reales, 1.0)
        return 2 * self.aciertos / total

# %%
check("8.7.3", F1)

# %% [markdown]
# > **Lo que oirás por ahí: «la pérdida que imprime `fit` y la de `evaluate` tienen que coincidir».** Son los mismos datos y la misma pérdida.
# > Lo medimos con una época, y otra vez con tasa 0, que no mueve los pesos.

# %% tags=["resultado"]
gaps = []
for rate in (0.001, 0.0):
    net = shirt_net(rate)
    history = net.fit(pixels, shirt, epochs=1, verbose=0).history
    shown = history["loss"][0]
    measured = net.evaluate(pixels, shirt, verbose=0)
    gaps.append(abs(shown - measured))
    print(f"tasa {rate}: fit dice ≈ {shown:.3f}; "
          f"evaluate, ≈ {measured:.3f}")
print("¿Se separan más de 0.02?", gaps[0] > 0.02)
print("¿Y con tasa 0, coinciden salvo 1e-4?", gaps[1] < 1e-4)

# %% [markdown] presenta="keras.layers.Layer, .build, normalización por capas, keras.ops.mean, keras.ops.var, keras.ops.sqrt"
# **Qué observas.** No coinciden, ni tienen por qué. `fit` acumula **mientras la red cambia**: los primeros lotes los juzga la red que empezaba. Lo
# mismo vale para las métricas. (Y si hay *dropout*, `fit` juzga a la red que lo sufre.) La nota de la red que tienes es la de
# `evaluate`.
#
# ## 5 · ¿Y una capa que Keras no trae?
#
# Una capa, que parte de `keras.layers.Layer`, son pesos y una cuenta. `build` crea los pesos, con `add_weight`, y no lo hace `__init__` porque hasta que llegan los datos no se
# sabe cuántas columnas tienen; `call` hace la cuenta.
#
# Escribamos una que hace falta. Una foto con poca luz es la misma prenda con todos los píxeles más bajos. Si a cada foto, **a cada fila**, le restas su
# media y la divides entre su desviación, la luz desaparece. Se llama **normalización por capas** (*layer normalization*); después,
# cada columna lleva una ganancia y un sesgo que se aprenden:
#
# $$z = g \cdot \frac{x - \text{media}}{\sqrt{\text{varianza} + 0.001}} + b$$
#
# ### Ejercicio 8.7.4
#
# Completa `call`. La media y la varianza son las de **cada fila**, a lo largo del último eje. (`keras.ops.mean`, `keras.ops.var` y `keras.ops.sqrt`
# son como las de NumPy: `keepdims=True` conserva el eje.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pregunta cuántas ganancias hay si entran cinco columnas. En 8.7.4, el fallo habitual es `axis=0`: normaliza por
# lotes, no por fila. Que lo prueben con una sola prenda: da todo ceros.

# %% tags=["ejercicio"]
class NormalizaFila(keras.layers.Layer):
    def build(self, input_shape):
        columnas = (input_shape[-1],)
        self.ganancia = self.add_weight(shape=columnas, initializer="ones")
        self.sesgo = self.add_weight(shape=columnas, initializer="zeros")

    def call(self, x):
        # >>> return ...
        media = keras.ops.mean(x, axis=-1, keepdims=True)
        varianza = keras.ops.var(x, axis=-1, keepdims=True)
        z = (x - media) / keras.ops.sqrt(varianza + 0.001)
        return self.ganancia * z + self.sesgo
        # <<<

# %%
check("8.7.4", NormalizaFila)

# %% [markdown] presenta="keras.layers.LayerNormalization"
# Lo que has escrito es `keras.layers.LayerNormalization`, con su mismo 0.001.
#
# ### ★ Ampliación · ¿Y a media luz?
#
# **Predice:** dos redes aprenden las diez prendas con buena luz, una de ellas con esta capa delante. ¿Qué le pasará a cada una con las fotos
# al 15 % de luz?

# %%
lights = np.array([1, 0.6, 0.4, 0.25, 0.15])

def by_light(first_layers):
    """La exactitud en validación, con cada luz."""
    set_seed(42)
    net = keras.Sequential([
        keras.Input((28, 28)), keras.layers.Flatten(), *first_layers,
        keras.layers.Dense(64, activation="relu"),
        keras.layers.Dense(10, activation="softmax")])
    net.compile("adam", loss="sparse_categorical_crossentropy",
                steps_per_execution=8)
    net.fit(pixels, garment, batch_size=64, epochs=5, verbose=0)
    answers = [np.argmax(net(pixels_valid * light), axis=1)
               for light in lights]
    return np.mean(answers == garment_valid, axis=1)

# %% tags=["resultado"]
plain = by_light([])
steady = by_light([keras.layers.LayerNormalization()])
fig, ax = plt.subplots(figsize=(6, 3), layout="constrained")
ax.plot(lights, steady, "o-", color="#0072B2", label="con la capa")
ax.plot(lights, plain, "s--", color="#D55E00", label="sin ella")
ax.set(title="La luz baja hacia la izquierda", xlabel="Luz de las fotos",
       ylabel="Exactitud en validación")
ax.legend()
print(f"a 0.15 de luz: sin la capa ≈ {plain[-1]:.3f}, "
      f"con ella ≈ {steady[-1]:.3f}")
print("Con poca luz, ¿gana más de 0.1?",
      bool(steady[-1] > plain[-1] + 0.1))
print("¿Pierde menos de 0.02 con ella?", bool(np.ptp(steady) < 0.02))

# %% [markdown]
# **Qué observas.** Con buena luz, las dos aciertan parecido; a oscuras, solo la de la capa sigue en su sitio. Si la luz fuera una pista (y no ruido), esta
# misma capa la borraría.

# %% [markdown]
# ## Errores frecuentes
#
# **1. No registrar la clase.** Un archivo `.keras` lleva los pesos y, de cada pieza, su **nombre** y sus argumentos. El código, no: al
# cargarlo, Keras busca el nombre en el registro donde apunta la arroba.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La sorpresa es que falla aunque la clase esté en el mismo cuaderno: Keras no busca en tus variables, busca en el registro. Y al revés: un
# archivo bien guardado no se abre donde nadie haya escrito o importado la clase.

# %%
def travel(net, name="red.keras"):
    """La guarda, y devuelve la que se carga."""
    with tempfile.TemporaryDirectory() as folder:
        net.save(Path(folder) / name)
        return keras.models.load_model(Path(folder) / name)

class Dim(keras.layers.Layer):  # sin arroba
    def call(self, x):
        return x * 0.5

def own_net():
    net = keras.Sequential([keras.Input((28, 28)), keras.layers.Flatten(),
                            Dim(), keras.layers.Dense(1)])
    net.compile("sgd", loss=Huber(0.3), metrics=[Precision()])
    return net

# %%
try:
    travel(own_net())
except TypeError:
    print("TypeError: no encuentra una clase con ese nombre")

register = keras.saving.register_keras_serializable(package="curso")
register(Dim)  # arreglado: lo mismo que la arroba, pero después
net = own_net()
loaded = travel(net)
print("¿Se evalúa igual?",
      np.allclose(net.evaluate(pixels_valid, shirt_valid, verbose=0),
                  loaded.evaluate(pixels_valid, shirt_valid, verbose=0)))

# %% [markdown] presenta=".loss, keras.losses.Loss.get_config"
# El error viene a decir que la red no se puede reconstruir, porque nadie conoce una de sus clases. Registradas, capa, pérdida y
# métrica vuelven enteras. En otro cuaderno habría que ejecutar antes las mismas clases, o importarlas.
#
# **2. Olvidar `get_config`.** Este no avisa. La misma pérdida, registrada, pero con el `get_config` de Keras (`keras.losses.Loss.get_config`), que
# no sabe del umbral. La pérdida de una red está en `net.loss`.

# %%
@keras.saving.register_keras_serializable(package="curso")
class Forgetful(Huber):
    def get_config(self):
        return keras.losses.Loss.get_config(self)

for loss in (Forgetful(0.3), Huber(0.3)):
    net = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
    net.compile("sgd", loss=loss)
    print(f"{type(loss).__name__}: se guarda con 0.3 y vuelve con "
          f"{travel(net).loss.limit}")

# %% [markdown]
# Vuelve con el valor por defecto (sin él, fallaría), y seguiría entrenando con otra pérdida sin que nadie lo notara.
# Todo argumento de `__init__` va en `get_config`. (Keras lo adivina en algunas capas; no en pérdidas, métricas ni
# modelos.)
#
# ### ★ Ampliación · Contar con un número de Python
#
# En `fit` y `evaluate`, `update_state` se anota en un grafo, y Python solo pasa por allí al anotarlo:

# %%
class Batches(keras.metrics.Metric):
    def __init__(self, **rest):
        super().__init__(**rest)
        self.by_python = 0
        self.by_keras = self.add_weight(initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.by_python += 1  # se hace al anotar
        self.by_keras.assign_add(1)  # arreglado: se hace en cada lote

    def result(self):
        return self.by_keras

# %%
metric = Batches()
shirt_net(metrics=[metric]).evaluate(pixels_valid, shirt_valid, verbose=0)
print("lotes contados por Keras:", int(metric.result()))
print("¿Cuenta Python menos de la mitad?",
      bool(metric.by_python < metric.result() / 2))

# %% [markdown] presenta=".add_loss"
# ## Práctica: una red que también copia lo que recibe
#
# Con pocos datos, una red puede quedarse con dos pistas y tirar lo demás. Una idea: obligarla a que, desde su capa oculta, sepa **reconstruir** la
# entrada. Ese castigo no compara con ninguna etiqueta, así que no cabe en `loss=`: nace dentro del modelo, y `self.add_loss(…)` lo suma a la
# pérdida. Para eso se escribe el modelo como una clase: `__init__` guarda sus capas, y `call` las usa.
#
# ### Paso 1 · Ejercicio 8.7.5
#
# Completa `call`: añade, con `self.add_loss`, el peso por la **media** de los cuadrados de la diferencia entre la copia y la entrada, y devuelve la salida.
# La copia y la salida salen, las dos, de `dentro`.

# %% [markdown] tags=["docente"]
# **{{minutos}}** para toda la práctica. Lo que más se olvida en 8.7.5 es que la copia sale de la capa oculta, no de la entrada. En la ampliación, no se
# ve que copiar ayude: no lo endulces.

# %% tags=["ejercicio"]
class Copista(keras.Model):
    def __init__(self, peso):
        super().__init__()
        self.peso = peso
        self.oculta = keras.layers.Dense(32, activation="relu")
        self.copia = keras.layers.Dense(8)
        self.salida = keras.layers.Dense(1)

    def call(self, x):
        dentro = self.oculta(x)
        # >>> return ...
        error = keras.ops.square(self.copia(dentro) - x)
        self.add_loss(self.peso * keras.ops.mean(error))
        return self.salida(dentro)
        # <<<

# %%
check("8.7.5", Copista)

# %% [markdown]
# ### Paso 2 · Entera, al archivo
#
# La misma clase, registrada y con su `get_config`. Aprende de 150 distritos (con sus precios buenos), se guarda y se carga.

# %%
@keras.saving.register_keras_serializable(package="curso")
class Copier(keras.Model):
    def __init__(self, weight, **rest):
        super().__init__(**rest)
        self.weight = weight
        self.hidden = keras.layers.Dense(32, activation="relu")
        self.copy, self.out = keras.layers.Dense(8), keras.layers.Dense(1)

    def call(self, x):
        inside = self.hidden(x)
        miss = keras.ops.square(self.copy(inside) - x)
        self.add_loss(self.weight * keras.ops.mean(miss))
        return self.out(inside)

    def get_config(self):
        return {**super().get_config(), "weight": self.weight}

# %%
def copier_net(weight, seed):
    set_seed(seed)
    net = Copier(weight)
    net(x_train[:1])  # así crea sus pesos
    net.compile(keras.optimizers.Adam(0.01), loss=Huber(1.0))
    rows = slice(150 * seed, 150 * seed + 150)
    net.fit(x_train[rows], y_true[rows], epochs=30, verbose=0)
    return net

# %%
copying = copier_net(weight=0.2, seed=1)
loaded = travel(copying)
print("¿Contesta lo mismo?",
      np.array_equal(copying(x_valid), loaded(x_valid)))
print("peso y umbral que vuelven:", loaded.weight, loaded.loss.limit)
before, after = [net.evaluate(x_valid, y_valid, verbose=0)
                 for net in (copying, loaded)]
print("¿La misma pérdida?", np.isclose(before, after))
print("¿Lleva dentro la interna?",
      bool(after > Huber(1.0)(y_valid, loaded(x_valid))))

# %% [markdown]
# **Qué observas.** Todo vuelve: los pesos, el umbral, el castigo y su peso.
#
# ### ★ Ampliación · ¿Y ayuda, copiar?
#
# Tres parejas de redes, con los mismos distritos y la misma semilla. **Predice:** ¿acertará más la que copia?

# %%
def rmse(net):
    return float(np.sqrt(np.mean((net(x_valid) - y_valid) ** 2)))

gain = []
for seed in seeds:
    with_copy, alone = copier_net(0.2, seed), copier_net(0.0, seed)
    gain.append(rmse(alone) - rmse(with_copy))
    print(f"sin copiar ≈ {rmse(alone):.3f}, "
          f"copiando ≈ {rmse(with_copy):.3f}")
print(f"mejora media ≈ {np.mean(gain):+.3f}")
print("¿Cambia menos de 0.05?", bool(abs(np.mean(gain)) < 0.05))

# %% [markdown]
# **Qué observas.** La mejora es minúscula, y cambia mucho de una pareja a otra: con tres no se distingue de nada. Una
# pieza propia que funciona no es, por eso, una pieza que sirva: se mide.

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Un programa cuenta letras con `tf.strings.length`, sin más, y en español le salen de más. ¿Por qué?
#
# - a) Cuenta bytes, y la «ñ» y las vocales con acento ocupan dos.
# - b) Cuenta también los espacios, y en español hay más.
# - c) Hay que pasar antes el texto a minúsculas.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "a"
# <<<
check("8.7.A1", respuesta_1)

# %% [markdown]
# **A2.** ¿Cómo se calcula bien la precisión de muchos lotes?
#
# - a) Con la media de las precisiones de los lotes.
# - b) Sumando aciertos y avisos de todos, y dividiendo al final.
# - c) Con la precisión del último lote, cuando la red ya sabe más.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "b"
# <<<
check("8.7.A2", respuesta_2)

# %% [markdown]
# **A3.** En una época, `fit` dice 0.26 y `evaluate`, con los mismos datos, 0.21. ¿Qué ha pasado?
#
# - a) Hay un error: tienen que coincidir.
# - b) `evaluate` usa la validación aunque le des otros datos.
# - c) `fit` acumuló mientras la red cambiaba; `evaluate` juzga la que quedó.
# - d) La red ha memorizado los datos.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "c"
# <<<
check("8.7.A3", respuesta_3)

# %% [markdown]
# **A4.** Guardas un modelo con tu `Huber(0.3)`, registrada pero sin su `get_config`. ¿Qué pasa al cargarlo?
#
# - a) Falla, porque no encuentra la clase.
# - b) Vuelve con el umbral por defecto, sin avisar.
# - c) Vuelve igual: el archivo lleva el código de la clase.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "b"
# <<<
check("8.7.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Un tensor suele llevar decimales de 32 bits, unas siete cifras, que no se mezclan con los de 64; el texto son bytes.
# - Filas desiguales, tensor irregular; casi todo ceros, tensor disperso: sin relleno.
# - Una pérdida propia es una cuenta con `keras.ops`; con parámetro, una clase con `call` y `get_config`.
# - Una métrica acumula cuentas y divide al final; la de `fit` mezcla redes de toda la época.
# - `build` crea los pesos de una capa y `call` hace la cuenta; `add_loss` suma una pérdida que no mira etiquetas.
# - Lo que se guarda necesita estar en el registro, y decir sus argumentos.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 12 y apéndice C.
# - Guías de Keras: [capas y modelos propios](https://keras.io/guides/making_new_layers_and_models_via_subclassing/) y
#   [guardar y cargar](https://keras.io/guides/serialization_and_saving/).
# - Guías de TensorFlow: [tensores irregulares](https://www.tensorflow.org/guide/ragged_tensor) y
#   [dispersos](https://www.tensorflow.org/guide/sparse_tensor).
# - P. J. Huber (1964), *Robust Estimation of a Location Parameter*, de donde viene la pérdida.
