# %% [markdown]
# # 8.9 · Tuberías de datos
#
# | | |
# |---|---|
# | **Objetivos** | Escribir una tubería con `tf.data` y decir cuántas veces se llama a cada función; medir lo que baraja un búfer y lo que le hace a una red; elegir el sitio de `cache`; decir cuándo una tubería no hace falta; leer varios archivos a la vez; escribir y leer TFRecord; mezclar clases en la tubería y deshacer lo que eso le hace a la probabilidad |
# | **Duración** | {{minutos}} |
# | **Requisitos** | El bucle de `fit` y las trazas ({{el_bucle_por_dentro}}), los bytes y los tensores de texto ({{piezas_propias}}), los pesos de clase ({{la_red_y_sus_rivales}}) y la calibración ({{la_red_y_la_decision}}) |
# | **Datos** | Fashion-MNIST: imágenes de prendas, de Zalando (licencia MIT); y 284 807 pagos con tarjeta de 2013 (Universidad Libre de Bruselas y Worldline, ODbL). Incluidos en el curso |
# | **Práctica** | Fraudes y pagos normales, a partes iguales |

# %%
import tempfile
import time
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from sklearn.metrics import average_precision_score

from course_utils import check, hint, solution
from course_utils import load_credit_card_fraud, load_fashion_mnist
from course_utils import quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras
import tensorflow as tf

# %% [markdown] presenta="tubería de datos, tensorflow.data.Dataset.from_tensor_slices, .batch, .take, .skip, .repeat, .as_numpy_iterator"
# ## 1 · ¿Y si los datos llegan de uno en uno?
#
# Hasta hoy, `fit` ha recibido arrays enteros. Si no caben en la memoria, o hay que leerlos y prepararlos por el camino,
# hace falta una **tubería de datos** (*data pipeline*). La de TensorFlow es un `tf.data.Dataset`. No es una lista: es una
# **receta** que da los elementos uno detrás de otro, cuando alguien los pide. `from_tensor_slices` da una fila cada vez, y cada
# método devuelve otra tubería, con un paso más: `map` pasa cada elemento por una función, `batch` hace lotes, `take` se queda con los
# primeros, `skip` se los salta y `repeat` vuelve a empezar. `as_numpy_iterator` los da como los de NumPy.

# %%
def items(dataset):
    return [int(n) for n in dataset.as_numpy_iterator()]

numbers = tf.data.Dataset.from_tensor_slices(np.arange(10))
squares = numbers.map(lambda n: n * n)
for batch in squares.batch(4):
    print("un lote:", batch.numpy())
print("los dos primeros:", items(squares.take(2)))
print("desde el octavo, dos vueltas:", items(squares.skip(8).repeat(2)))

# %% [markdown]
# **Qué observas.** El último lote es más corto. Y `squares` no se gasta: cada `for` la recorre desde el principio.
#
# El **orden** de los pasos importa. La función de `map` se traza una vez ({{el_bucle_por_dentro}}), así que un `print` no cuenta
# las llamadas; una variable, sí. Tres mil prendas, en lotes de 100:
#
# **Predice:** ¿cuántas llamadas hay con `map` antes de `batch`? ¿Y después?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pregunta cuántas llamadas hay al construir la tubería y no recorrerla: ninguna. Quien viene de listas de Python lo
# olvida, y se extraña de que un error en la función de `map` salga más tarde, en `fit`.

# %%
(images, labels), others = load_fashion_mnist()
x_train = (images[:6000] / 255).astype("float32")
x_valid = (images[55_000:57_000] / 255).astype("float32")
y_train, y_valid = labels[:6000], labels[55_000:57_000]
images, labels = images[:3000].copy(), labels[:3000].copy()
del others  # las demás no hacen falta, y ocupan

# %%
def walk(build, f, epochs=1):
    """Las llamadas a f, y los milisegundos de procesador de cada época."""
    counter, used = tf.Variable(0), []
    def spy(x):
        counter.assign_add(1)
        return f(x)
    pipeline = build(spy)
    for _ in range(epochs):
        start = time.process_time()
        for _ in pipeline:
            pass
        used.append(1000 * (time.process_time() - start))
    return int(counter), used

# %%
def scale(x):
    return tf.cast(x, tf.float32) / 255

garments = tf.data.Dataset.from_tensor_slices(images)
singly, (slow,) = walk(lambda f: garments.map(f).batch(100), scale)
batched, (fast,) = walk(lambda f: garments.batch(100).map(f), scale)
print(f"map y después batch: {singly} llamadas, ≈ {slow:.0f} ms")
print(f"batch y después map: {batched} llamadas, ≈ {fast:.0f} ms")
print("¿La mitad de tiempo, o menos?", fast < slow / 2)

# %% [markdown]
# **Qué observas.** Cada llamada tiene un coste, además de lo que hace: con lotes se paga 30 veces, y no 3000. Si la función sabe trabajar con el
# lote entero, `batch` va antes. Con una tupla, `from_tensor_slices((x, y))` da parejas, y la función de `map` recibe las
# dos cosas.
#
# ### Ejercicio 8.9.1
#
# Escribe `en_lotes(x, y, f, tamano)`. Recibe dos arrays y devuelve un `Dataset` que da parejas de lotes, en el orden de los datos y sin
# perder ninguno. Cada lote de `tamano` pasa por `f(x, y)`, **una llamada por lote**.

# %% tags=["ejercicio"]
def en_lotes(x, y, f, tamano):
    # >>> return ...
    todo = tf.data.Dataset.from_tensor_slices((x, y))
    return todo.batch(tamano).map(f)
    # <<<

# %%
check("8.9.1", en_lotes)

# %% [markdown] presenta="tensorflow.numpy_function, time.sleep, num_parallel_calls, deterministic"
# ### ★ Ampliación · ¿Y si hay que esperar?
#
# A un disco, a la red. Lo fingimos con `time.sleep`, que no hace nada durante ese tiempo; `tf.numpy_function` llama a una función de Python
# desde la tubería. Los elementos pares tardan 30 milisegundos y los impares, 1.
#
# `map(f, num_parallel_calls=4)` hace hasta cuatro llamadas a la vez. Aunque una acabe antes que otra, salen **en orden**: la que acaba pronto
# espera su turno. Con `deterministic=False` sale la que esté. (Las opciones piden cuatro hilos, tenga los núcleos que tenga tu equipo.)

# %%
log = {}

def fetch(n):
    log["asked"], log["now"] = log["asked"] + 1, log["now"] + 1
    log["most"] = max(log["most"], log["now"])
    time.sleep(0.001 if n % 2 else 0.03)
    log["now"] -= 1
    return n

# %% presenta="tensorflow.data.Options, .threading, .private_threadpool_size, .experimental_optimization, .inject_prefetch, .with_options"
def far(inject=True, **settings):
    """Veinticuatro números que hay que ir a buscar."""
    log.update({"asked": 0, "now": 0, "most": 0})
    options = tf.data.Options()
    options.threading.private_threadpool_size = 4
    options.experimental_optimization.inject_prefetch = inject
    return numbers.repeat(3).take(24).map(
        lambda n: tf.numpy_function(fetch, [n], n.dtype),
        **settings).with_options(options)

# %%
for settings in ({}, {"num_parallel_calls": 4},
                 {"num_parallel_calls": 4, "deterministic": False}):
    start = time.perf_counter()
    came = items(far(**settings))
    print(settings)
    print(f"   ≈ {time.perf_counter() - start:.2f} s   ¿varias a la vez? "
          f"{log['most'] > 1}   ¿en orden? "
          f"{came == items(numbers.repeat(3).take(24))}   son {len(came)}")

# %% [markdown]
# **Qué observas.** Sin `deterministic`, están todos, en un orden que puede cambiar cada vez. (Ejecuta estas celdas antes de seguir:
# `set_seed`, que viene después, pide a TensorFlow que todo se pueda repetir, y entonces las funciones de Python se llaman de una en una.)
#
# `prefetch(n)` es otra cosa: mientras la red trabaja con un elemento, la tubería **prepara los `n` siguientes**. No quita trabajo:
# aprovecha esperas. Es tan corriente que TensorFlow puede añadir uno al final si no lo hay; aquí se lo prohibimos, para ver qué hace
# (`inject_prefetch`).
#
# **Predice:** mientras usas el primero, que tarda, ¿cuántos habrá pedido ya cada tubería?

# %% presenta=".prefetch"
for name, pipeline in (("sin prefetch", far(inject=False)),
                       ("con prefetch(3)", far(inject=False).prefetch(3))):
    log.update({"asked": 0, "now": 0, "most": 0})
    for _ in pipeline.take(1):
        time.sleep(0.5)  # lo que tarda en usarse el primero
        print(f"{name:<16} pedidos: {log['asked']}")

# %% [markdown]
# **Qué observas.** Sirve si traer y usar tardan, y pueden ir a la vez. Si usar no cuesta nada, no hay hueco en el que adelantar
# trabajo; y si el procesador ya está ocupado con las dos cosas, tampoco.

# %% [markdown] presenta="búfer, .shuffle"
# ## 2 · ¿Baraja de verdad `shuffle`?
#
# Para barajar una fila que no cabe en la mesa, `shuffle(n)` usa un **búfer** (*buffer*): una mesa en la que caben `n`. La llena con los
# primeros `n` elementos. Saca uno al azar, y el siguiente de la fila ocupa **su sitio**. Y así hasta el final, cuando ya nadie entra y
# la mesa se vacía, también al azar.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Con diez cartas y una mesa de tres, se hace en la pizarra en un minuto, y ya se ve que la última carta no puede salir la
# primera. En 8.9.2 el error típico es perder las cartas que quedan en la mesa. La exactitud de la segunda tabla
# cambia con la semilla; que 1000 se quede lejos, no.

# %% [markdown]
# Seis mil números en orden, y tres mesas. Cada punto dice qué número salió en cada posición.

# %% presenta="tensorflow.data.Dataset.range"
fig, axes = plt.subplots(1, 3, figsize=(7.5, 3.2), sharey=True,
                         layout="constrained")
for ax, size in zip(axes, (10, 1000, 6000)):
    shuffled = tf.data.Dataset.range(6000).shuffle(size, seed=42)
    came = np.array(items(shuffled))
    ax.plot(came, ".", color="#0072B2", markersize=1)
    ax.set(title=f"Búfer de {size}", xlabel="Posición en que sale")
    ahead = (came - np.arange(6000)).max()
    print(f"búfer de {size:>4}: el que más se adelanta, ≈ {ahead} puestos; "
          f"¿más de {size - 1}? {bool(ahead >= size)}")
axes[0].set_ylabel("Posición original")

# %% [markdown]
# **Qué observas.** Con 10, la diagonal: casi el mismo orden. Con 1000, una banda: ninguno puede adelantarse más de 999 puestos. (Retrasarse,
# sí: los puntos bajo la banda tuvieron mala suerte en la mesa.) Solo con 6000 es una nube.
#
# ¿Y eso le importa a una red? Si los datos ya venían mezclados, poco. Pero muchos archivos vienen **ordenados**, por clase o por fecha. Ordenamos
# las prendas por clase y entrenamos la misma red con tres búferes. A una tubería, `fit` **no la baraja**: `shuffle=False`
# lo deja dicho.
#
# **Predice:** la exactitud con un búfer de 1000, ¿se parecerá a la de 10 o a la de 6000?

# %%
def new_network():
    set_seed(42)
    model = keras.Sequential([
        keras.Input((28, 28)), keras.layers.Flatten(),
        keras.layers.Dense(64, activation="relu"),
        keras.layers.Dense(10, activation="softmax")])
    model.compile("adam", loss="sparse_categorical_crossentropy",
                  metrics=["accuracy"])
    return model

# %%
by_class = np.argsort(y_train, kind="stable")
in_order = tf.data.Dataset.from_tensor_slices((x_train[by_class],
                                               y_train[by_class]))
hits = {}
for size in (10, 1000, 6000):
    model = new_network()
    batches = in_order.shuffle(size).batch(32)
    for _, first in batches.take(1):
        kinds = len(np.unique(first))
    model.fit(batches, epochs=4, shuffle=False, verbose=0)
    hits[size] = model.evaluate(x_valid, y_valid, verbose=0)[1]
    print(f"búfer de {size:>4}: clases en el primer lote ≈ {kinds:>2}, "
          f"exactitud ≈ {hits[size]:.3f}")
print("¿Pierde el de 1000 más de 0.1?", hits[6000] - hits[1000] > 0.1)

# %% [markdown]
# **Qué observas.** Con 10, casi cada lote es de una sola clase, y lo que la red aprende de una lo olvida con las
# siguientes. Con 1000, un lote mezcla varias clases, pero ninguna de las que aún esperan en la fila, y sigue lejos.
#
# > **Lo que oirás por ahí: «con `shuffle(1000)` ya se baraja».** Depende de lo que venga. Aquí en la mesa caben
# > más filas que las de una clase entera, y lo acabas de medir. Si los datos caben, `shuffle(n)` con todos. Si no,
# > barájalos **una vez, al escribirlos**, o léelos de varios archivos a la vez (sección 4).

# %% [markdown]
# ### ★ Ampliación · Ejercicio 8.9.2
#
# Escribe `barajar(datos, tamano, elegir)`, que recibe una lista y devuelve otra, barajada con esa mesa. `elegir(n)` da una posición al azar,
# de 0 a `n - 1`. Llámala una vez por cada dato que sale, con los que haya en el búfer. Al final, `bufer.pop(k)`
# saca el de la posición `k`.

# %% tags=["ejercicio"]
def barajar(datos, tamano, elegir):
    # >>> return ...
    bufer, salida = datos[:tamano], []
    for dato in datos[tamano:]:
        k = elegir(len(bufer))
        salida.append(bufer[k])
        bufer[k] = dato
    while bufer:
        salida.append(bufer.pop(elegir(len(bufer))))
    return salida
    # <<<

# %%
check("8.9.2", barajar)

# %% [markdown] presenta=".cache"
# ## 3 · ¿Qué se repite en cada época?
#
# Todo lo que haya en la tubería. Si al principio hay que leer y descomprimir, se lee y se descomprime en cada época. `cache` guarda lo que le
# llega la primera vez que se recorre **entera**, y después lo da sin volver a pedirlo. (En la memoria; con una ruta, en un archivo.)
#
# Guardamos mil prendas como imágenes PNG, comprimidas como en un disco, y la tubería las abre. Tres épocas:
#
# **Predice** cuántas imágenes se habrán abierto, en total, con cada tubería.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La tercera fila es la que hay que discutir: `cache` guarda lo que tiene **delante**, y ahí no había nada
# caro. Que digan dónde va el aumento de datos: detrás, o todas las épocas verán la misma imagen girada.

# %% presenta="tensorflow.io.encode_png, tensorflow.io.decode_png"
pngs = [tf.io.encode_png(image[:, :, np.newaxis]).numpy()
        for image in images[:1000]]
files = tf.data.Dataset.from_tensor_slices(pngs)

def decode(png):
    return scale(tf.io.decode_png(png))

# %%
ways = {"sin cache": lambda f: files.map(f).batch(50),
        "map, cache": lambda f: files.map(f).cache().batch(50),
        "cache, map": lambda f: files.cache().map(f).batch(50)}
last = {}
for name, build in ways.items():
    opened, used = walk(build, decode, 3)
    last[name] = used[-1]
    print(f"{name:<11} abiertas: {opened}   cada época ≈ {used[0]:.0f}, "
          f"≈ {used[1]:.0f} y ≈ {used[2]:.0f} ms")
print("¿Baja la tercera época a la mitad, con cache en su sitio?",
      last["map, cache"] < last["sin cache"] / 2)

# %% [markdown]
# **Qué observas.** El contador no deja dudas: con `cache` detrás de `map`, cada imagen se abre una vez. Delante, no ahorra nada de lo caro.
#
# ### Ejercicio 8.9.3
#
# Escribe `preparar(dataset, f, n, tamano)`. `dataset` da `n` parejas sueltas `(x, y)`. Devuelve una tubería que pasa cada pareja por `f(x, y)` **una sola
# vez**, aunque se recorra en varias épocas; que en cada época las baraja **todas, en otro orden**, y que da lotes de `tamano` (el último, con lo que
# quede).

# %% tags=["ejercicio"]
def preparar(dataset, f, n, tamano):
    # >>> return ...
    return dataset.map(f).cache().shuffle(n).batch(tamano)
    # <<<

# %%
check("8.9.3", preparar)

# %% [markdown]
# > **Lo que oirás por ahí: «con `tf.data` se entrena más rápido».** ¿Más rápido que qué? Si los datos caben en la memoria, `fit` con arrays ya
# > monta por dentro una tubería: baraja las **posiciones** y toma cada lote de una vez. Compárala con dos nuestras: la que escala las prendas una a
# > una, en cada época, y la que las recibe escaladas. La misma red; se alternan, tres veces cada una, y se toma la mediana:

# %%
def shuffled(x, f=None):
    """Prendas sueltas, pasadas por f si la hay, barajadas y en lotes."""
    pairs = tf.data.Dataset.from_tensor_slices((x, y_train))
    pairs = pairs.map(lambda x, y: (f(x), y)) if f else pairs
    return pairs.shuffle(6000).batch(32)

raw = np.round(255 * x_train).astype("uint8")
ways = {"arrays": {"x": x_train, "y": y_train},
        "una a una": {"x": shuffled(raw, scale)},
        "ya escaladas": {"x": shuffled(x_train)}}

# %%
model, spent = new_network(), {name: [] for name in ways}
for _ in range(3):
    for name, data in ways.items():
        start = time.process_time()
        model.fit(**data, epochs=2, shuffle=name == "arrays", verbose=0)
        spent[name].append(time.process_time() - start)
arrays, singly, ready = (np.median(times) for times in spent.values())
print(f"segundos de procesador: arrays ≈ {arrays:.2f}   "
      f"una a una ≈ {singly:.2f}   ya escaladas ≈ {ready:.2f}")
print("¿Gasta una a una un 15 % más que ya escaladas?",
      bool(singly > 1.15 * ready))

# %% [markdown]
# **Qué observas.** Una tubería no es rápida por serlo: depende de lo que pongas en ella. Entre los arrays y la tubería buena, quién gana cambia
# con el tamaño de los datos y el equipo: mídelo en el tuyo. Si todo cabe y no hay nada que preparar, con los arrays te ahorras
# escribirla. Se gana el sitio cuando no cabe, cuando llega de archivos o cuando hay que mezclar, que es lo que sigue.

# %% [markdown]
# ## 4 · ¿Y si los datos están en varios archivos?
#
# Lo grande llega partido: un archivo por día, o por hora. Escribimos cuatro CSV de pagos seguidos, que empiezan en cuatro horas
# distintas (`searchsorted` dice en qué fila). La carpeta es temporal; la borraremos al acabar.

# %% presenta=".searchsorted"
payments = load_credit_card_fraud().drop_duplicates()
payments = payments.reset_index(drop=True)
folder = tempfile.TemporaryDirectory()
place, paths = Path(folder.name), []
for hour in (0, 12, 24, 36):
    first = payments["Time"].searchsorted(3600 * hour)
    part = payments.loc[first:first + 499, ["Time", "Amount", "Class"]]
    paths.append(str(place / f"hora_{hour}.csv"))
    part.to_csv(paths[-1], index=False)

# %% [markdown]
# `TextLineDataset` da las líneas de un archivo, y `decode_csv` parte una en columnas (le dices el tipo de cada una con un valor por
# defecto). Una tubería de **nombres** se convierte en una de líneas de dos maneras: `flat_map` vacía un archivo y abre el siguiente;
# `interleave` tiene varios abiertos (`cycle_length`) y toma **una línea de cada uno**, por turno.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pregunta cómo se baraja lo que no cabe en un disco: se barajan los nombres de los archivos, se leen varios a la vez y, encima, un búfer.
# Y qué pasa si un archivo se acaba antes que los demás: los otros siguen.

# %% presenta="tensorflow.int64, tensorflow.data.TextLineDataset, .flat_map, .interleave, tensorflow.io.decode_csv"
def lines(path):
    return tf.data.TextLineDataset(path).skip(1)  # sin la cabecera

def hour_of(line):
    parts = tf.io.decode_csv(line, [0.0, 0.0, 0])  # hora, importe, clase
    return tf.cast(parts[0], tf.int64) // 3600

names = tf.data.Dataset.from_tensor_slices(paths)
ways = {"flat_map": names.flat_map(lines),
        "interleave": names.interleave(lines, cycle_length=4)}
for name, rows in ways.items():
    hours = rows.map(hour_of)
    mixed = items(hours.shuffle(100, seed=42).take(32))
    print(f"{name:<11}{items(hours.take(8))}")
    print(f"   tras shuffle(100), horas en 32 pagos: {len(set(mixed))}")

# %% [markdown]
# **Qué observas.** Con `interleave`, hasta un búfer pequeño da lotes con pagos de las cuatro horas. Quien mezcla es la lectura.
#
# ### ★ Ampliación · Ejercicio 8.9.4
#
# Escribe `filas(rutas, a_la_vez)`. `rutas` es una lista con los nombres de varios CSV, cada uno con su cabecera. Devuelve un `Dataset` con sus
# líneas, sin ninguna cabecera, que tiene abiertos `a_la_vez` archivos y toma **dos** líneas seguidas de cada uno (`block_length`).

# %% tags=["ejercicio"]
def filas(rutas, a_la_vez):
    # >>> return ...
    nombres = tf.data.Dataset.from_tensor_slices(rutas)
    return nombres.interleave(
        lambda ruta: tf.data.TextLineDataset(ruta).skip(1),
        cycle_length=a_la_vez, block_length=2)
    # <<<

# %%
check("8.9.4", filas)

# %% [markdown] presenta="TFRecord, protobuf"
# ## 5 · ¿Y un archivo hecho para esto?
#
# Un CSV es texto: hay que leer cada cifra y convertirla, en cada época. TensorFlow tiene su formato, **TFRecord**: una fila de
# **registros**, cada uno con los bytes que quieras y una suma de control, para notar si se estropean. Lo corriente es que cada registro sea un
# `tf.train.Example`: un diccionario de nombres con bytes, enteros o decimales. Por dentro es un **protobuf** (*protocol buffer*), un formato
# binario de Google.
#
# Las tres mil prendas: la imagen, en bytes (`tobytes` da los de un array), y la clase, un entero.

# %% presenta="tensorflow.train.Example, tensorflow.train.Features, tensorflow.train.Feature, tensorflow.train.BytesList, tensorflow.train.Int64List, .SerializeToString, .tobytes"
def to_example(image, label):
    pixels = tf.train.BytesList(value=[image.tobytes()])
    number = tf.train.Int64List(value=[label])
    return tf.train.Example(features=tf.train.Features(feature={
        "imagen": tf.train.Feature(bytes_list=pixels),
        "clase": tf.train.Feature(int64_list=number)})).SerializeToString()

records = [to_example(*pair) for pair in zip(images, labels)]
print("un registro:", len(records[0]), "bytes, con",
      images[0].size, "de la imagen")

# %% [markdown] presenta="tensorflow.io.TFRecordWriter, .write, .stat, .st_size"
# `TFRecordWriter` abre el archivo y `write` añade un registro; con `"GZIP"`, comprimidos. `stat().st_size` dice los bytes de un archivo.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Los 16 bytes de más son el largo del registro (8) y dos sumas de control (4 y 4). Pregunta cuánto ocuparía
# con los píxeles ya divididos, en decimales: cuatro veces más, y por eso se guardan los bytes y se divide al leer. En 8.9.5,
# quien usa `parse_single_example` recibe un error que pide un escalar («must be a scalar»): un solo registro.

# %%
sizes = {}
for name, kind in (("prendas.tfrecord", ""), ("prendas.gz", "GZIP")):
    with tf.io.TFRecordWriter(str(place / name), kind) as file:
        for record in records:
            file.write(record)
    sizes[name] = (place / name).stat().st_size
plain, zipped = sizes.values()
added = plain - sum(len(record) for record in records)
print(f"píxeles: {images.size}   archivo: {plain} bytes")
print("bytes que añade el archivo a cada registro:", added / len(records))
print(f"comprimido ≈ {zipped / plain:.2f} del tamaño   "
      f"¿menos de 0.7? {zipped < 0.7 * plain}")

# %% [markdown] presenta="tensorflow.data.TFRecordDataset, tensorflow.io.parse_single_example, tensorflow.string, tensorflow.io.FixedLenFeature, tensorflow.io.decode_raw, tensorflow.reshape"
# **Qué observas.** Apenas abulta más que los píxeles; y aquí la compresión ayuda, porque el fondo de las prendas es todo ceros.
#
# Para leer, `TFRecordDataset` da los registros, y hay que **analizarlos**: `parse_single_example` recibe uno, y un diccionario que dice qué
# espera en cada nombre. `FixedLenFeature([], tf.string)` es «un solo texto de bytes». `decode_raw` convierte esos bytes en números, en fila, y `tf.reshape`
# les da su forma.

# %% presenta="tensorflow.uint8"
SCHEMA = {"imagen": tf.io.FixedLenFeature([], tf.string),
          "clase": tf.io.FixedLenFeature([], tf.int64)}

def read_one(record):
    parts = tf.io.parse_single_example(record, SCHEMA)
    pixels = tf.io.decode_raw(parts["imagen"], tf.uint8)
    picture = tf.cast(tf.reshape(pixels, (28, 28)), tf.float32) / 255
    return picture, parts["clase"]

# %%
stored = tf.data.TFRecordDataset(str(place / "prendas.tfrecord"))
for pictures, answers in stored.map(read_one).batch(3000):
    print("¿Vuelven las mismas prendas?",
          bool(np.array_equal(np.round(pictures * 255), images)),
          bool(np.array_equal(answers, labels)))

# %% [markdown] presenta="tensorflow.io.parse_example"
# **Qué observas.** Las mismas, píxel a píxel.
#
# ### ★ Ampliación · ¿Y por lotes?
#
# Para un lote de registros está `parse_example`, con el mismo diccionario: de cada nombre da un tensor, con uno por registro.
#
# **Ejercicio 8.9.5.** Escribe `leer(textos)`, que recibe un **lote** de registros, un tensor de textos. Devuelve dos tensores: las imágenes, `float32` entre 0 y 1, de
# forma «(registros, 28, 28)», y las clases. (`tf.reshape(x, (-1, 28, 28))` cambia la forma; el `-1` quiere decir «los que salgan».)

# %% tags=["ejercicio"]
def leer(textos):
    # >>> return ...
    partes = tf.io.parse_example(textos, SCHEMA)
    pixeles = tf.io.decode_raw(partes["imagen"], tf.uint8)
    imagenes = tf.reshape(tf.cast(pixeles, tf.float32), (-1, 28, 28)) / 255
    return imagenes, partes["clase"]
    # <<<

# %%
check("8.9.5", leer)

# %% [markdown]
# **Predice:** de una en una o por lotes, ¿cuál gasta menos procesador?

# %%
def read_many(records):
    parts = tf.io.parse_example(records, SCHEMA)
    pixels = tf.io.decode_raw(parts["imagen"], tf.uint8)
    pictures = tf.cast(tf.reshape(pixels, (-1, 28, 28)), tf.float32) / 255
    return pictures, parts["clase"]

def processor(pipeline):
    start = time.process_time()
    for _ in pipeline:
        pass
    return 1000 * (time.process_time() - start)

# %%
stored = tf.data.TFRecordDataset(str(place / "prendas.tfrecord"))
zipped = tf.data.TFRecordDataset(str(place / "prendas.gz"), "GZIP")
costs = {}
for name, pipeline in (
        ("de uno en uno", stored.map(read_one).batch(100)),
        ("por lotes", stored.batch(100).map(read_many)),
        ("por lotes, GZIP", zipped.batch(100).map(read_many))):
    costs[name] = np.median([processor(pipeline) for _ in range(3)])
    print(f"{name:<16} ≈ {costs[name]:.0f} ms")
print("¿Por lotes, la mitad o menos?",
      bool(costs["por lotes"] < costs["de uno en uno"] / 2))

# %% [markdown]
# **Qué observas.** Por lotes, mucho menos: es lo de la sección 1. Descomprimir se paga, en cada época, en procesador; a cambio se lee menos disco.

# %% [markdown] presenta="varint, bytes"
# ### ★ Ampliación · ¿Qué hay dentro de un protobuf?
#
# Una fila de **campos**. Cada campo empieza por una etiqueta, que es su número por 8 más su tipo. El tipo 2 quiere decir: «ahora viene un
# largo, y después tantos bytes». Etiquetas, largos y enteros se escriben como **varint**, enteros que ocupan lo que
# necesitan: se parten en cifras de base 128, **la menos importante primero**, y a todas menos a la última se les suma 128, que quiere decir
# «sigue». El 300 es $2 \cdot 128 + 44$: se escribe con dos números, 172 (que es $44 + 128$) y 2.
#
# **Ejercicio 8.9.6.** Escribe `varint(n)`: recibe un entero, 0 o más, y devuelve la lista de sus números, de 0 a 255.

# %% tags=["ejercicio"]
def varint(n):
    # >>> return ...
    numeros = []
    while n >= 128:
        numeros.append(n % 128 + 128)
        n = n // 128
    return numeros + [n]
    # <<<

# %%
check("8.9.6", varint)

# %% [markdown]
# Con eso se escribe un `Example` entero a mano. `bytes` hace bytes de una lista de números, y `+` los pega. Por dentro son cajas:
# el `Example` lleva en su campo 1 los `Features`; estos, en el suyo, cada pareja; la pareja, el nombre (1) y el valor (2); el
# valor, en el campo 3, la lista de enteros; y la lista, en el 1, sus varint.

# %%
def small(number):
    digits = []
    while number >= 128:
        digits.append(number % 128 + 128)
        number = number // 128
    return bytes(digits + [number])

def field(number, content):
    """Un campo de tipo 2: etiqueta, largo y contenido."""
    return small(8 * number + 2) + small(len(content)) + content

# %%
value = field(3, field(1, small(300)))
pair = field(1, b"clase") + field(2, value)
by_hand = field(1, field(1, pair))
number = tf.train.Int64List(value=[300])
theirs = tf.train.Example(features=tf.train.Features(feature={
    "clase": tf.train.Feature(int64_list=number)})).SerializeToString()
print("a mano:    ", list(by_hand))
print("TensorFlow:", list(theirs))
print("¿Los mismos bytes?", by_hand == theirs)

# %% [markdown]
# **Qué observas.** Los mismos, uno a uno. El 172 y el 2, al final, son el 300. Nadie guarda el tipo ni la forma de tu imagen: por eso al leer hay
# que decirlos.

# %% [markdown]
# ## Errores frecuentes
#
# **Barajar y después repartir.** `shuffle` baraja **otra vez** cada vez que se recorre. Si la validación son los primeros de una fila barajada, en cada
# época son otros, y acaban todos en los dos sitios. De treinta cartas, veinte son para aprender y diez para validar:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El primero es el peor: no da ningún error, y mejora los números de la validación.

# %% presenta="reshuffle_each_iteration"
set_seed(42)
cards = tf.data.Dataset.range(30)
ways = {"barajar y repartir": cards.shuffle(30),
        "sin volver a barajar": cards.shuffle(
            30, reshuffle_each_iteration=False)}
for name, rows in ways.items():
    valid, learned = rows.take(10), rows.skip(10)
    seen = set()
    for _ in range(5):
        seen = seen | set(items(learned))
    both = len(seen & set(items(valid)))
    print(f"{name:<21} en cinco épocas se aprenden {len(seen)} de 30; "
          f"de las 10 de validar, {both}")

# %% [markdown]
# El arreglo es `reshuffle_each_iteration=False`; más seguro aún, repartir **antes** de barajar.
#
# **Un archivo cortado.** Se llenó el disco, o la descarga se quedó a medias. La lectura va bien, hasta que llega al corte:

# %% presenta="tensorflow.errors.DataLossError, .read_bytes, .write_bytes, .ignore_errors"
whole = (place / "prendas.tfrecord").read_bytes()
(place / "cortado.tfrecord").write_bytes(whole[:1_000_000])
broken = tf.data.TFRecordDataset(str(place / "cortado.tfrecord"))
for name, rows in (("tal cual", broken),
                   ("con ignore_errors", broken.ignore_errors())):
    count = 0
    try:
        for _ in rows:
            count += 1
        print(f"{name}: ningún error, y {count} registros de 3000")
    except tf.errors.DataLossError:
        print(f"{name}: DataLossError, tras {count} registros")

# %% [markdown]
# `ignore_errors` no arregla nada: te quedas con menos de la mitad, y sin aviso. (Tampoco lo hay si el corte cae justo
# entre dos registros.) El arreglo es volver a escribir el archivo, y contar los registros. Ya no necesitamos la
# carpeta:

# %% presenta=".cleanup, .exists"
folder.cleanup()
print("¿Queda algo?", place.exists())

# %% [markdown]
# ### ★ Ampliación · Repetir sin fin y no decir cuándo acaba la época
#
# `repeat()`, a secas, no termina, y la primera época de `fit` tampoco: no hay error, solo espera. `cardinality` dice cuántos elementos da una
# tubería; si es `tf.data.INFINITE_CARDINALITY`, di con `steps_per_epoch` cuántos lotes son una época.

# %% presenta=".cardinality, tensorflow.data.INFINITE_CARDINALITY, .iterations"
endless = in_order.shuffle(6000).repeat().batch(32)
print("¿Sin fin?",
      bool(endless.cardinality() == tf.data.INFINITE_CARDINALITY))
model = new_network()
model.fit(endless, epochs=2, steps_per_epoch=50, shuffle=False, verbose=0)
print("arreglado; pasos dados:", int(model.optimizer.iterations))

# %% [markdown] presenta="tensorflow.data.Dataset.sample_from_datasets"
# ## Práctica: fraudes y pagos normales, a partes iguales
#
# De cada mil pagos, menos de dos son fraude: casi todos los lotes son de pagos normales. Se puede **mezclar en la tubería**: una para los
# fraudes, otra para los normales, y `tf.data.Dataset.sample_from_datasets`, que recibe las dos en una lista y, en otra, sus
# probabilidades, y cada vez sortea de cuál saca el siguiente.
#
# El reparto es el cronológico de {{la_red_y_sus_rivales}}. La prueba se queda en su sobre: hoy no se abre. Y la validación **no se toca**: tiene los
# fraudes que tiene.

# %% [markdown] tags=["docente"]
# **{{minutos}}** con la autoevaluación. Antes del paso 2, que apuesten: ¿la AP subirá? Con la mezcla, no; lo que cambia, y mucho,
# es la probabilidad.
# En el paso 3, que hagan a mano el caso de un 0.5 con la mezcla a partes iguales: sale la proporción real.

# %%
test_start = int(0.8 * int(0.8 * len(payments)))
valid_start = int(0.8 * test_start)
columns = [f"V{number}" for number in range(1, 29)] + ["Amount"]
table = payments[columns].to_numpy("float32")
table[:, 28] = np.log1p(table[:, 28])
early = table[:valid_start]
table = (table - early.mean(axis=0)) / early.std(axis=0)
pays, later = table[:valid_start], table[valid_start:test_start]
frauds = payments["Class"].to_numpy()[:valid_start]
later_frauds = payments["Class"].to_numpy()[valid_start:test_start]
del payments, early
print(f"para aprender: {len(frauds)} pagos, {frauds.sum()} fraudes;  "
      f"para comparar: {len(later)}, {later_frauds.sum()}")

# %% [markdown]
# ### Paso 1 · Ejercicio 8.9.7
#
# Escribe `mezclar(fraudes, normales, parte, tamano)`. Recibe dos tuberías que no se acaban, de muestras sueltas. Devuelve una en **lotes** de `tamano`, en la
# que cada muestra es de `fraudes` con probabilidad `parte`, y si no, de `normales`.

# %% tags=["ejercicio"]
def mezclar(fraudes, normales, parte, tamano):
    # >>> return ...
    mezcla = tf.data.Dataset.sample_from_datasets([fraudes, normales],
                                                  [parte, 1 - parte])
    return mezcla.batch(tamano)
    # <<<

# %%
check("8.9.7", mezclar)

# %% [markdown]
# ### Paso 2 · Tres maneras, el mismo número de pasos
#
# La red corriente, con todos los pagos; la misma, con **pesos de clase**; y la misma, con la mezcla a partes iguales, en lotes más pequeños, que ya llevan
# muchos fraudes. La mezcla no se acaba: con `steps_per_epoch` le decimos a `fit` que una época son 284 lotes, como en las otras. Barajamos los pagos
# **antes** de hacer la tubería: así basta un búfer pequeño.
#
# **Predice:** ¿cuál ordenará mejor (AP) los pagos de después? ¿Y cuántos fraudes esperará cada una, si sumas sus probabilidades?

# %%
def one_class(kind):
    """Los pagos de una clase: sueltos, barajados y sin fin."""
    rng = np.random.default_rng(42)
    rows = rng.permutation(np.flatnonzero(frauds == kind))
    pairs = tf.data.Dataset.from_tensor_slices((pays[rows], frauds[rows]))
    return pairs.shuffle(10_000).repeat()

def train(*data, **options):
    set_seed(42)
    model = keras.Sequential([keras.Input((29,)),
                              keras.layers.Dense(32, activation="relu"),
                              keras.layers.Dense(1, activation="sigmoid")])
    model.compile(keras.optimizers.Adam(0.003), loss="binary_crossentropy")
    model.fit(*data, epochs=3, verbose=0, **options)
    return np.asarray(model(later))[:, 0].astype(float)

# %%
weight = (frauds == 0).sum() / frauds.sum()
half = tf.data.Dataset.sample_from_datasets(
    [one_class(1), one_class(0)], [0.5, 0.5]).batch(128)
chances = {
    "corriente": train(pays, frauds, batch_size=512),
    "con pesos": train(pays, frauds, batch_size=512,
                       class_weight={0: 1.0, 1: weight}),
    "mezclada": train(half, steps_per_epoch=284, shuffle=False)}

# %%
happened, aps = later_frauds.sum(), {}
for name, chance in chances.items():
    aps[name] = average_precision_score(later_frauds, chance)
    print(f"{name:<10} AP ≈ {aps[name]:.3f}   espera ≈ {chance.sum():4.0f} "
          f"fraudes; ¿más de cinco veces los que hubo? "
          f"{bool(chance.sum() > 5 * happened)}")
print("hubo", happened, "  ¿Gana la mezclada 0.05 de AP a la corriente?",
      bool(aps["mezclada"] > aps["corriente"] + 0.05))

# %% [markdown]
# **Qué observas.** Mezclar no hizo que ordenara mejor. Y las dos que aprendieron en un mundo donde los fraudes contaban tanto como los pagos normales
# **esperan** muchos más de los que hay: están **descalibradas**. La mezcla y los pesos empujan la probabilidad hacia el mismo lado.
#
# ### Paso 3 · Ejercicio 8.9.8
#
# Se puede deshacer. En la mezcla, un fraude salía `mezcla / real` veces más de lo que debía, y un pago normal,
# `(1 - mezcla) / (1 - real)` veces. Divide por eso lo que la red dice de cada clase, `p` y `1 - p`, y reparte: la probabilidad buena es lo que toca al
# fraude entre la suma de los dos.
#
# Escribe `deshacer(p, mezcla, real)`: `p`, un array de probabilidades (puede haber 0 y 1); `mezcla` y `real`, la proporción de
# fraudes al entrenar y la de verdad. Devuelve el array corregido.

# %% tags=["ejercicio"]
def deshacer(p, mezcla, real):
    # >>> return ...
    fraude = p * real / mezcla
    normal = (1 - p) * (1 - real) / (1 - mezcla)
    return fraude / (fraude + normal)
    # <<<

# %%
check("8.9.8", deshacer)

# %% tags=["resultado"]
def undo(chance, mix=0.5):
    real = frauds.mean()
    fraud = chance * real / mix
    others = (1 - chance) * (1 - real) / (1 - mix)
    return fraud / (fraud + others)

fixed = {name: undo(chances[name]) for name in ("con pesos", "mezclada")}
for name, chance in fixed.items():
    gap = average_precision_score(later_frauds, chance) - aps[name]
    print(f"{name}, deshecha: espera ≈ {chance.sum():.0f};  ¿de la mitad "
          f"al doble? {bool(happened / 2 < chance.sum() < 2 * happened)}"
          f"   ¿cambia la AP? {bool(abs(gap) > 1e-3)}")

# %% [markdown]
# **Qué observas.** Tras deshacer, la suma vuelve a parecerse a lo que hubo. El orden es el mismo, y por eso la AP no cambia. Si solo quieres una lista
# ordenada, puedes dejarla como está; si multiplicas por euros ({{la_red_y_la_decision}}), no.
#
# ### Paso 4 · ¿Y si también se mezcla la validación?
#
# La red corriente, medida en todos los fraudes de la validación y otros tantos pagos normales:

# %%
rng = np.random.default_rng(42)
others = rng.choice(np.flatnonzero(later_frauds == 0), happened,
                    replace=False)
chosen = np.concatenate([np.flatnonzero(later_frauds), others])
rosy = average_precision_score(later_frauds[chosen],
                               chances["corriente"][chosen])
print(f"a partes iguales: AP ≈ {rosy:.3f}   ¿Sube más de 0.05? "
      f"{bool(rosy > aps['corriente'] + 0.05)}")

# %% [markdown]
# **Qué observas.** La misma red, y un número mucho mejor. Es el de un banco en el que la mitad de los pagos son fraudes, y ese banco no existe.

# %% [markdown] presenta=".filter"
# ### ★ Ampliación · ¿Y si las clases llegan juntas?
#
# Si no puedes separar los fraudes de antemano, se **rechaza**: por la tubería pasan todos, y `filter` deja seguir a cada pago normal solo con
# cierta probabilidad. Lo rechazado también hay que leerlo, y eso es lo que cuesta. El peso de cada muestra también puede ir en la tubería: es un tercer elemento,
# detrás de `x` e `y`.

# %% presenta="tensorflow.logical_or, .element_spec"
set_seed(42)
keep = float(frauds.sum() / (frauds == 0).sum())
stream = tf.data.Dataset.from_tensor_slices((pays, frauds))
chosen = stream.filter(lambda x, y: tf.logical_or(
    y == 1, tf.random.uniform([]) < keep))
weighted = stream.map(lambda x, y: (x, y, 1.0 + (weight - 1) * tf.cast(
    y, tf.float32)))
kept = [int(y) for _, y in chosen]
print(f"leídos: {len(frauds)}   pasan ≈ {len(kept)}   "
      f"de ellos, fraudes: {sum(kept)}")
print("¿Entre 0.4 y 0.6 son fraudes?", 0.4 < np.mean(kept) < 0.6)
print("elementos de la última:", len(weighted.element_spec))

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Un archivo tiene medio millón de mensajes: primero todos los buenos y después todo el *spam*. Lo lees con `shuffle(1000)`. ¿Cómo son los primeros
# lotes?
#
# - a) Mitad y mitad, porque `shuffle` baraja.
# - b) Todos buenos: el búfer no llega al *spam*.
# - c) Mitad y mitad, pero solo a partir de la segunda época.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("8.9.A1", respuesta_1)

# %% [markdown]
# **A2.** Una tubería lee, descomprime, gira cada imagen al azar y hace lotes. ¿Dónde va `cache`?
#
# - a) Al final, para no repetir nada.
# - b) Justo detrás de leer y descomprimir, y delante del giro.
# - c) El primero, delante de leer.
# - d) Da igual: `cache` guarda toda la tubería.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "b"
# <<<
check("8.9.A2", respuesta_2)

# %% [markdown]
# **A3.** Alguien dice que su tubería entrena más rápido que `fit` con arrays. ¿Qué piensas?
#
# - a) Claro: `tf.data` es más rápido.
# - b) Imposible: con arrays no hay tubería que cueste.
# - c) Que hay que medirlo con sus datos y en su equipo: depende de lo que haya en la tubería.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "c"
# <<<
check("8.9.A3", respuesta_3)

# %% [markdown]
# **A4.** Una red aprendió con fraudes y pagos normales a partes iguales, y dice 0.5 de un pago. ¿Qué quiere decir, en el banco?
#
# - a) Que es fraude la mitad de las veces.
# - b) Nada: después de mezclar, las probabilidades ya no sirven.
# - c) Que es tan sospechoso como un pago cualquiera: la proporción real, muy por debajo de 0.5.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "c"
# <<<
check("8.9.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Una tubería es una receta: se recorre entera en cada época, y la función de `map` se llama por elemento; con `batch` antes, por lote.
# - `shuffle(n)` solo mezcla lo que cabe en su búfer. Si los datos vienen ordenados, se nota, y mucho.
# - `cache` ahorra lo que tiene delante. Con datos en la memoria y nada que preparar, bastan los arrays.
# - Con varios archivos, `interleave` mezcla al leer; TFRecord guarda bytes, se analiza al leerlo y avisa de un registro
#   estropeado.
# - Mezclar o pesar las clases descalibra la probabilidad, y se deshace con una cuenta. La validación no se remuestrea.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 13.
# - TensorFlow, [*Better performance with the tf.data API*](https://www.tensorflow.org/guide/data_performance), con dibujos de las esperas.
# - *Protocol Buffers*, [*Encoding*](https://protobuf.dev/programming-guides/encoding/): todos los tipos de campo.
# - A. Dal Pozzolo y otros (2015), *Calibrating Probability with Undersampling for Unbalanced Classification*: la cuenta de 8.9.8,
#   con estos mismos pagos.
