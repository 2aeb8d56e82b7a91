# %% [markdown]
# # 8.8 · El bucle por dentro
#
# | | |
# |---|---|
# | **Objetivos** | Escribir el paso y la época que da `fit`, y demostrar que llegan a los mismos pesos; acumular gradientes de varios lotes; cambiar solo el paso de `fit`; contar las veces que se traza una función; decir qué se queda congelado en un grafo; medir cuándo compensa `tf.function` |
# | **Duración** | {{minutos}} |
# | **Requisitos** | La cinta y el ciclo sin `fit` ({{la_cocina}}), la regularización y el *dropout* ({{sobreajuste}}) y el recorte del gradiente ({{veinte_capas}}) |
# | **Datos** | Fashion-MNIST: imágenes de prendas, de Zalando (licencia MIT), incluidas en el curso |
# | **Práctica** | Una red que no se deja engañar |

# %%
import time

import matplotlib.pyplot as plt
import numpy as np

from course_utils import check, hint, solution
from course_utils import FASHION_MNIST_CLASSES, load_fashion_mnist
from course_utils import quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras
import tensorflow as tf

# %% [markdown] presenta="keras.regularizers.L2"
# ## 1 · ¿Qué hace `fit` con cada lote?
#
# En {{la_cocina}} entrenaste sin `fit` una red de matrices sueltas. Hoy, una de Keras con todo lo que se le suele
# poner: *dropout*, regularización y métricas. Si tu bucle llega a los **mismos pesos** que `fit`, sabes lo que
# hace, y puedes cambiarlo.
#
# Son 3000 prendas para aprender y 1000 para comparar. `L2(0.001)` añade a la pérdida 0.001 por la suma de los cuadrados
# de los pesos de esa capa. `new_network` fija la semilla: todas las que salgan de ella empiezan igual y apagan las mismas
# neuronas.

# %%
(images, labels), others = load_fashion_mnist()
x_train = (images[:3000] / 255).astype("float32")
x_valid = (images[55_000:56_000] / 255).astype("float32")
y_train, y_valid = labels[:3000], labels[55_000:56_000]
del images, others  # las demás no hacen falta, y ocupan

# %%
loss_function = keras.losses.SparseCategoricalCrossentropy()

def new_network():
    set_seed(42)
    return keras.Sequential([
        keras.Input((28, 28)), keras.layers.Flatten(),
        keras.layers.Dense(32, activation="relu",
                           kernel_regularizer=keras.regularizers.L2(0.001)),
        keras.layers.Dropout(0.2),
        keras.layers.Dense(10, activation="softmax")])

# %% [markdown] presenta=".losses"
# Una red se puede llamar como una función. Con `training=True` le dices que está entrenando. En `model.losses` queda lo
# que sus capas añaden a la pérdida: aquí, un número, el de la regularización.
#
# **Predice:** si le das dos veces el mismo lote, ¿contestará lo mismo? ¿Con `training=True` y sin él?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de 8.8.1, que digan de memoria qué hace `fit` con un lote, y apúntalo en la pizarra: predecir, medir,
# derivar, mover. Casi nadie dirá «sumar la regularización» ni «avisar de que se entrena», y son los dos olvidos que
# el corrector reconoce. Los dos son silenciosos: la red aprende igual, solo que es otra.

# %%
model = new_network()
for training in (True, False):
    first, second = (np.asarray(model(x_train[:50], training=training))
                     for _ in range(2))
    print(f"training={training}: ¿las dos veces lo mismo? "
          f"{np.allclose(first, second)}")
print(f"el error ≈ {loss_function(y_train[:50], first):.2f}   "
      f"lo que añade la regularización ≈ {sum(model.losses):.3f}")

# %% [markdown] presenta=".trainable_variables"
# **Qué observas.** Sin `training=True` no hay *dropout*, y la red no se entera de que entrena. Y lo que añade la
# regularización no está en la función de pérdida: hay que sumarlo. Ninguno de los dos olvidos da un error. Un paso entero:
#
# 1. dentro de la cinta, las respuestas, **entrenando**, y la pérdida: el error más `sum(model.losses)`;
# 2. los gradientes de esa pérdida respecto a `model.trainable_variables`, los pesos que aprenden;
# 3. `optimizer.apply(gradientes, pesos)`, que los mueve.
#
# ### Ejercicio 8.8.1
#
# Escribe `paso(model, optimizer, x, y)`. El error lo da `loss_function(y, respuestas)`. Devuelve la
# pérdida, la que se derivó.

# %% tags=["ejercicio"]
def paso(model, optimizer, x, y):
    # >>> return ...
    with tf.GradientTape() as cinta:
        respuestas = model(x, training=True)
        perdida = loss_function(y, respuestas) + sum(model.losses)
    pesos = model.trainable_variables
    optimizer.apply(cinta.gradient(perdida, pesos), pesos)
    return perdida
    # <<<

# %%
check("8.8.1", paso)

# %% [markdown]
# ## 2 · ¿Llega a los mismos pesos que `fit`?
#
# Falta la **época**: barajar, cortar en lotes y dar un paso con cada uno. 3000 no es múltiplo de 64: el último lote es
# más corto. Por eso la pérdida media de la época no es la media de las de los lotes; la de cada uno cuenta **por las
# prendas que tiene**.
#
# ### Ejercicio 8.8.2
#
# Escribe `epoca(paso, x, y, orden, tamano)`. `orden` es un array con las posiciones, ya barajadas, y `paso(x, y)` da un
# paso con un lote y devuelve su pérdida. Recorre `orden` en lotes de `tamano` (el último, con lo que quede) y devuelve la
# pérdida media por muestra.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** En 8.8.2, la media de las medias: con lotes de 4, 4 y 2, que calculen las dos a mano. Antes de la
# comparación, que apuesten si las dos redes se separarán. Si alguien quiere la cifra, `gap(ours, theirs)`. No tiene por
# qué dar 0: son las mismas cuentas, con el mismo azar, pero en otro equipo pueden sumarse en otro orden.

# %% tags=["ejercicio"]
def epoca(paso, x, y, orden, tamano):
    # >>> return ...
    total = 0
    for k in range(0, len(orden), tamano):
        filas = orden[k:k + tamano]
        total += paso(x[filas], y[filas]) * len(filas)
    return total / len(orden)
    # <<<

# %%
check("8.8.2", epoca)

# %% [markdown] presenta=".update_state, .result, .reset_state"
# Una **métrica** de Keras se acumula igual, sin que lleves la cuenta: `update_state` le añade un lote, `result` da la de
# todo lo visto y `reset_state` la pone a cero, al empezar cada época. Aquí está el bucle completo:

# %%
def give_step(model, optimizer, metric, x, y):
    with tf.GradientTape() as tape:
        answers = model(x, training=True)
        loss = loss_function(y, answers) + sum(model.losses)
    weights = model.trainable_variables
    optimizer.apply(tape.gradient(loss, weights), weights)
    metric.update_state(y, answers)
    return loss

def run_epoch(step, order, *parts):
    """Una época en lotes de 64: la pérdida media por prenda."""
    added = 0.0
    for rows in np.split(order, range(64, len(order), 64)):
        loss = step(*parts, x_train[rows], y_train[rows])
        added += float(loss) * len(rows)
    return added / len(order)

# %% [markdown]
# Y ahora, la prueba: dos redes gemelas, dos Adam y las mismas dos barajas. Una entrena con el bucle; la otra, con `fit`, que
# recibe las prendas ya barajadas (`shuffle=False` le dice que no las toque).
#
# **Predice:** al acabar, ¿se separarán los pesos antes de la quinta cifra decimal?

# %% presenta="keras.metrics.SparseCategoricalAccuracy"
rng = np.random.default_rng(0)
orders = [rng.permutation(3000) for _ in range(2)]

ours, adam = new_network(), keras.optimizers.Adam(0.001)
metric, by_hand = keras.metrics.SparseCategoricalAccuracy(), []
for order in orders:
    metric.reset_state()
    loss = run_epoch(give_step, order, ours, adam, metric)
    by_hand.append((loss, float(metric.result())))

# %%
theirs, by_fit = new_network(), []
theirs.compile(keras.optimizers.Adam(0.001), loss=loss_function,
               metrics=["accuracy"])
for order in orders:
    story = theirs.fit(x_train[order], y_train[order], batch_size=64,
                       shuffle=False, verbose=0).history
    by_fit.append((story["loss"][0], story["accuracy"][0]))

# %%
def gap(one, other):
    """La mayor diferencia entre los pesos de dos redes."""
    return max(np.abs(a - b).max() for a, b in
               zip(one.get_weights(), other.get_weights()))

for name, (loss, hits) in (("a mano", by_hand[-1]), ("fit", by_fit[-1])):
    print(f"{name:<6} pérdida ≈ {loss:.4f}   exactitud ≈ {hits:.4f}")
print("¿Las mismas cifras, salvo 1e-5?",
      np.allclose(by_hand, by_fit, atol=1e-5))
print("¿Los mismos pesos, salvo 1e-5?", bool(gap(ours, theirs) < 1e-5))

# %% [markdown]
# **Qué observas.** No: `fit` hace eso. Y ya sabes qué significan las cifras que escribe: la exactitud de una época
# es lo que la red acertaba **por el camino**, con *dropout* y con los pesos de cada momento. Por eso al principio la
# de validación, que se mide al acabar la época, puede salir más alta.

# %% [markdown]
# ## 3 · ¿Y si el lote no cabe en la memoria?
#
# Puedes dar un lote de 256 en trozos, **acumular** sus gradientes y mover los pesos una sola vez. Derivar una suma es
# sumar derivadas; solo hay que cuidar cuánto cuenta cada uno: un trozo con 100 de las 256 prendas pesa $100/256$. Con
# trozos de 100, 100 y 56, ¿se equivocará mucho quien haga la media de los tres y ya está? (Es lo que hace `fit` si el
# optimizador lleva `gradient_accumulation_steps=3`.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pregunta qué no se puede dar en trozos: lo que mira el lote entero, como la normalización por lotes de
# {{veinte_capas}}; y con el *dropout* salen otras máscaras. En 8.8.3, que está en la ampliación, lo que se olvida es el último trozo.

# %%
def gradients_of(model, x, y):
    with tf.GradientTape() as tape:
        loss = loss_function(y, model(x)) + sum(model.losses)
    return tape.gradient(loss, model.trainable_variables)

whole = gradients_of(ours, x_train[:256], y_train[:256])[0]
pieces = [gradients_of(ours, x_train[rows], y_train[rows])[0]
          for rows in np.split(np.arange(256), [100, 200])]
for name, shares in (("por sus muestras", (100/256, 100/256, 56/256)),
                     ("un tercio cada uno", (1/3, 1/3, 1/3))):
    joined = sum(share * g for share, g in zip(shares, pieces))
    error = np.linalg.norm(joined - whole) / np.linalg.norm(whole)
    print(f"{name:<19} error ≈ {error:.1g}   ¿menos de 1e-5? "
          f"{bool(error < 1e-5)}")

# %% [markdown]
# **Qué observas.** Bien pesados, es el lote entero; a partes iguales, no. (Aquí `model(x)` va sin *dropout* para poder comparar.)
#
# ### ★ Ampliación · Ejercicio 8.8.3
#
# Escribe `acumular(gradiente, x, y, trozo)`. `gradiente(x, y)` devuelve una lista de arrays, los gradientes **medios** de las
# muestras que recibe. Devuelve la lista que daría con todas de una vez, sin darle nunca más de `trozo` muestras.

# %% tags=["ejercicio"]
def acumular(gradiente, x, y, trozo):
    # >>> return ...
    total = 0
    for k in range(0, len(x), trozo):
        parte = y[k:k + trozo]
        pesa = len(parte) / len(y)
        nuevos = [g * pesa for g in gradiente(x[k:k + trozo], parte)]
        total = [a + b for a, b in zip(total, nuevos)] if total else nuevos
    return total
    # <<<

# %%
check("8.8.3", acumular)

# %% [markdown] presenta="tensorflow.clip_by_global_norm"
# ### ★ Ampliación · ¿Y con dos optimizadores?
#
# Otras dos cosas que caben en un paso tuyo: recortar los gradientes por su norma global, con `tf.clip_by_global_norm`, y
# **dos optimizadores**, cada uno con sus pesos. Así se puede ajustar una red que ya sabía, moviendo poco lo que trae.

# %%
def split_step(model, slow, fast, x, y):
    clipped, norm = tf.clip_by_global_norm(gradients_of(model, x, y), 0.5)
    weights = model.trainable_variables
    slow.apply(clipped[:2], weights[:2])   # la primera capa
    fast.apply(clipped[2:], weights[2:])   # la salida
    return float(norm)

# %%
twins = [new_network(), new_network()]
x, y = x_train[:64], y_train[:64]
norm = split_step(twins[0], keras.optimizers.SGD(0.1),
                  keras.optimizers.SGD(0.1), x, y)
keras.optimizers.SGD(0.1, global_clipnorm=0.5).apply(
    gradients_of(twins[1], x, y), twins[1].trainable_variables)
print(f"norma ≈ {norm:.2f}   ¿se recortó? {norm > 0.5}")
print("¿Como un solo optimizador de Keras, salvo 1e-5?",
      bool(gap(*twins) < 1e-5))

# %% [markdown]
# **Qué observas.** Con la misma tasa en los dos, es el recorte de Keras: la comprobación. Lo interesante es que ahora puedes
# darles tasas distintas, o hasta optimizadores distintos.

# %% [markdown] presenta="trazar, decorador, .get_concrete_function, .get_operations"
# ## 4 · ¿Qué se anota cuando se traza?
#
# En {{la_cocina}} viste que `tf.function` ejecuta tu código una vez, anota sus operaciones en un grafo y en adelante ejecuta
# el grafo. Ese anotar se llama **trazar** (*tracing*). Un grafo se puede mirar: `get_concrete_function`
# da el que corresponde a unos argumentos, y `get_operations`, sus operaciones. (`@tf.function` encima de
# una función es un **decorador**: lo mismo que escribir después `tanh_line = tf.function(tanh_line)`.)

# %% presenta="tensorflow.TensorSpec, .graph, .type, .op, .inputs"
@tf.function
def tanh_line(x, w):
    return tf.tanh(x * w + 1.0)

three = tf.TensorSpec([3], tf.float32)  # un tensor: su forma y su tipo
graph = tanh_line.get_concrete_function(three, three).graph
for operation in graph.get_operations():
    print(f"{operation.type:<12} {operation.name:<9} recibe",
          [tensor.op.name for tensor in operation.inputs])

# %% [markdown]
# **Qué observas.** Dos entradas (`Placeholder`), una constante, las tres cuentas y la salida. Ni rastro de Python: se puede
# ejecutar sin él. Pero es el grafo de **esa** forma y ese tipo. Si llega otra cosa, se traza otra vez.
#
# ### Ejercicio 8.8.4
#
# Escribe `trazas(f, entradas)`: convierte `f` con `tf.function`, la llama con cada entrada y devuelve **cuántas veces se trazó**.
# La función `espia`, que ya está, llama a `f` y además añade algo a una lista. Eso es Python, y Python solo se ejecuta al
# trazar.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que predigan los cinco números antes de ejecutar, en un papel. La sorpresa es la segunda fila, y es una causa
# frecuente de que un bucle con `tf.function` vaya más despacio que sin él: el número de paso, o la tasa, como número
# de Python.

# %% tags=["ejercicio"]
def trazas(f, entradas):
    veces = []
    def espia(x):
        veces.append(1)
        return f(x)
    # >>> return ...
    trazada = tf.function(espia)
    for entrada in entradas:
        trazada(entrada)
    return len(veces)
    # <<<

# %%
check("8.8.4", trazas)

# %% [markdown] presenta="input_signature"
# **Predice** las cinco filas antes de mirar: son seis llamadas cada vez. La última declara la **firma** (`input_signature`):
# `None` es «de cualquier tamaño».

# %% presenta="tensorflow.function"
def count_traces(calls, **settings):
    seen = []
    def square(x):
        seen.append(1)
        return x * x
    traced = tf.function(square, **settings)
    for x in calls:
        traced(x)
    return len(seen)

# %%
sizes = [tf.zeros(n) for n in range(1, 7)]
any_size = [tf.TensorSpec([None], tf.float32)]
mixed = [tf.constant(value) for value in (1, 2, 3, 1.0, 2.0, 3.0)]
traces = {
    "seis tensores de la misma forma": count_traces(
        [tf.constant(float(n)) for n in range(6)]),
    "seis números de Python": count_traces(range(6)),
    "tensores enteros y decimales": count_traces(mixed),
    "seis tamaños": count_traces(sizes),
    "seis tamaños, con firma": count_traces(
        sizes, input_signature=any_size)}
for name, times in traces.items():
    print(f"{name:<32} {times}")

# %% [markdown] presenta="AutoGraph"
# **Qué observas.** Un tensor es un hueco: cambia su valor, y el grafo sirve. Un número de Python se **graba** en el grafo como
# constante, y cada uno pide el suyo. Los arrays de NumPy cuentan como tensores.
#
# ### ★ Ampliación · ¿Y un `if` o un `while`?
#
# Antes de trazar tu código, **AutoGraph** lo reescribe. Si la condición es de Python, se decide al trazar. Si es un
# tensor, no se sabe aún, y el `while` pasa a ser una operación más.

# %%
def halvings(n):
    """Cuántas veces se parte n por la mitad hasta llegar a 1."""
    count = 0
    while n > 1:
        n = n // 2
        count += 1
    return count

# %% presenta="tensorflow.autograph.to_code"
for name, n in (("con un tensor", tf.constant(40)), ("con un 40", 40)):
    graph = tf.function(halvings).get_concrete_function(n).graph
    kinds = [operation.type for operation in graph.get_operations()]
    print(f"{name:<14} ¿hay un ciclo? {'StatelessWhile' in kinds}   "
          f"operaciones ≈ {len(kinds)}")
text = tf.autograph.to_code(halvings)
print("líneas escritas por AutoGraph ≈", len(text.splitlines()),
      "  ¿llama a while_stmt?", "while_stmt" in text)

# %% [markdown] presenta="tensorflow.range"
# **Qué observas.** Con el tensor, el grafo sabe repetir. Con el 40, Python dio las vueltas al trazar, y solo quedó anotado
# el resultado. (Mira lo que escribe con `print(text)`.) Por lo mismo, un `for k in range(100)` deja cien copias de su cuerpo en
# el grafo; con `tf.range(100)`, una.

# %% [markdown]
# ## 5 · ¿Qué se queda congelado?
#
# Todo lo que no sea TensorFlow pasa **solo al trazar**: un número al azar de NumPy, la hora, un `print`, una lista que crece.
#
# **Predice:** tres llamadas: ¿cuántos números distintos dará cada azar? ¿Cuánto medirá la lista?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Es la sección que evita más horas perdidas. Pregunta qué pasaría con un aumento de datos hecho con NumPy
# dentro de `tf.function`: el mismo giro para todas las imágenes, siempre, y sin ningún error.

# %% presenta="tensorflow.random.normal, .assign_add"
rng, diary = np.random.default_rng(0), []
counter = tf.Variable(0)

@tf.function
def dice(x):
    diary.append("Python")   # solo al trazar
    counter.assign_add(1)    # una operación: siempre
    return x + rng.normal(), x + tf.random.normal([])

pairs = [dice(tf.constant(0.0)) for _ in range(3)]
for name, values in zip(("NumPy", "TensorFlow"), zip(*pairs)):
    print(f"azar de {name:<11} distintos:", len({float(v) for v in values}))
print("la lista mide", len(diary), "  la variable cuenta", counter.numpy())

# %% [markdown] presenta="tensorflow.shape"
# **Qué observas.** El azar de NumPy se sorteó al trazar y se grabó como una constante. No hay ningún aviso. El
# remedio es pedir a TensorFlow lo que deba pasar cada vez: `tf.random`, `tf.print`, `tf.timestamp`, y variables para recordar.
#
# ### ★ Ampliación · Ejercicio 8.8.5
#
# Escribe `ruido(x, fuerza)`: suma al tensor `x`, de cualquier forma, un ruido normal de media 0 y desviación `fuerza`,
# **distinto en cada llamada** aunque esté dentro de `tf.function`. `tf.shape(x)` da la forma cuando aún no se conoce.

# %% tags=["ejercicio"]
def ruido(x, fuerza):
    # >>> return ...
    return x + fuerza * tf.random.normal(tf.shape(x))
    # <<<

# %%
check("8.8.5", ruido)

# %% [markdown]
# ## 6 · ¿Cuánto se gana?
#
# El mismo paso, con y sin `tf.function`, 60 veces. Se suma el tiempo de procesador, **también el de trazar**. (Las memorias de Adam se
# preparan antes, con `build`.)
#
# **Predice:** ¿a partir de qué paso compensa haber trazado?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La altura del primer punto azul es lo que hay que señalar. Los segundos cambian de un equipo a otro; el dibujo, no. Lo de la
# multiplicación grande suele sorprender: si casi todo el tiempo es calcular, quitar a Python de en medio no se nota.

# %%
def own_step():
    """Un paso con su red y su optimizador, sin trazar."""
    model, optimizer = new_network(), keras.optimizers.Adam(0.001)
    optimizer.build(model.trainable_variables)
    return lambda batch: give_step(model, optimizer, metric, *batch)

def spent(f, inputs):
    """Los milisegundos de procesador gastados tras cada llamada."""
    start, used = time.process_time(), []
    for x in inputs:
        f(x)
        used.append(1000 * (time.process_time() - start))
    return np.array(used)

# %%
batches = [(x_train[:64], y_train[:64])] * 60
eager = spent(own_step(), batches)
traced = spent(tf.function(own_step()), batches)
fig, ax = plt.subplots(figsize=(7, 3.4), layout="constrained")
ax.plot(range(1, 61), eager, "--", color="#D55E00", label="sin trazar")
ax.plot(range(1, 61), traced, color="#0072B2", label="con tf.function")
ax.set(title="El primer paso paga la traza", xlabel="Pasos dados",
       ylabel="Tiempo de procesador (ms)")
ax.legend()
print(f"los 60: sin trazar ≈ {eager[-1]:.0f} ms; trazando ≈ "
      f"{traced[-1]:.0f} ms, y el primero ≈ {traced[0]:.0f} ms")
print("compensa desde el paso ≈", int(np.argmax(traced < eager)) + 1)
print("¿Menos de la mitad, contando la traza?",
      bool(traced[-1] < eager[-1] / 2))

# %% [markdown]
# **Qué observas.** La línea azul empieza alta, por la traza, y después casi no sube. La naranja sube siempre igual: en cada
# paso, Python pide las operaciones de una en una. Por eso `fit` también traza.
#
# > **Lo que oirás por ahí: «`tf.function` siempre acelera».** Quita a Python de en medio. Si no era Python lo que tardaba, no hay
# > nada que quitar; y trazar se paga. La mediana de 60 llamadas, sin la primera (en
# > Windows este reloj va a saltos, y verás ceros):

# %% presenta="tensorflow.multiply"
def per_call(f, inputs):
    """Lo que gasta una llamada corriente, sin trazar y trazada."""
    return [float(np.median(np.diff(spent(way, inputs))))
            for way in (f, tf.function(f))]

def square(x):
    return tf.multiply(x, x)

# %%
large = [tf.random.normal((500, 500))] * 60
cost = {"el paso de la red": per_call(own_step(), batches),
        "un número al cuadrado": per_call(square, [tf.constant(2.0)] * 60),
        "una matriz de 500×500": per_call(lambda x: x @ x, large),
        "números de Python, nuevos": per_call(square, range(60))}
for name, (plain, graph) in cost.items():
    print(f"{name:<26} sin ≈ {plain:.3f} ms   con ≈ {graph:.3f} ms")
    print("   ¿la mitad, o menos?", graph < plain / 2,
          "  ¿el doble, o más?", graph > 2 * plain)

# %% [markdown]
# **Qué observas.** Gana quien hace muchas operaciones pequeñas, como nuestro paso. Con una sola, llamar al grafo cuesta más
# que la cuenta; con una muy grande, da igual; y con números de Python nuevos, se traza en cada llamada.
#
# ### ★ Ampliación · ¿Y `jit_compile` y `steps_per_execution`?
#
# `jit_compile=True` hace compilar el grafo (con XLA, que junta operaciones): empezar es más caro, y con una red
# tan pequeña puedes hasta perder; en una tarjeta gráfica, con redes grandes, suele notarse.
# `steps_per_execution=8`, en `compile`, hace que
# `fit` dé ocho pasos en cada llamada al grafo. Los pasos son los mismos:

# %%
compiled = spent(tf.function(own_step(), jit_compile=True), batches)
for name, used in (("sin compilar", traced), ("compilando", compiled)):
    print(f"{name:<13} el primer paso ≈ {used[0]:.0f} ms; los otros 59 "
          f"≈ {used[-1] - used[0]:.0f} ms")
print("¿Cuesta más empezar, compilando?", bool(compiled[0] > traced[0]))

nets = []
for together in (1, 8):
    nets.append(new_network())
    nets[-1].compile("adam", loss=loss_function,
                     steps_per_execution=together)
    nets[-1].fit(x_train[:640], y_train[:640], shuffle=False, verbose=0)
print("¿De ocho en ocho, los mismos pesos?", bool(gap(*nets) < 1e-5))

# %% [markdown]
# ## Errores frecuentes
#
# **Crear variables dentro de una función trazada.** Las variables recuerdan de una llamada a otra: se crean una vez, fuera.

# %%
@tf.function
def badly_scaled(x):
    return tf.Variable(2.0) * x

scale = tf.Variable(2.0)

@tf.function
def scaled(x):
    return scale * x

try:
    badly_scaled(tf.constant(3.0))
except ValueError:
    print("ValueError: una variable nueva en cada llamada, no")
print("arreglado:", scaled(tf.constant(3.0)).numpy())

# %% [markdown]
# ### ★ Ampliación · Olvidar `model.losses`
#
# No falla nada: solo dejas de regularizar. Se nota en el tamaño de los pesos:

# %%
def forgetful_step(model, optimizer, metric, x, y):
    with tf.GradientTape() as tape:
        loss = loss_function(y, model(x, training=True))
    weights = model.trainable_variables
    optimizer.apply(tape.gradient(loss, weights), weights)
    return loss

# %%
left = []
for name, step in (("olvidado", forgetful_step), ("arreglado", give_step)):
    model = new_network()
    run_epoch(step, orders[0], model, keras.optimizers.SGD(0.5), metric)
    left.append(float(sum(model.losses)) / 0.001)
    print(f"{name:<9} suma de cuadrados ≈ {left[-1]:.1f}")
print("¿Más pequeños con regularización?", left[1] < left[0])

# %% [markdown] presenta="ejemplo adversario"
# ## Práctica: una red que no se deja engañar
#
# Si derivas la pérdida respecto a **la imagen**, en vez de los pesos, sabes hacia dónde mover cada píxel para que la red se
# equivoque más. Moverlos todos un poco en ese sentido es un **ejemplo adversario** (*adversarial example*). Primero, una
# red corriente, con 100 neuronas y ocho épocas de `fit`:

# %% [markdown] tags=["docente"]
# **{{minutos}}** con la autoevaluación. Enseña la figura sin títulos y que digan si la de abajo es otra prenda: se ve un grano gris, y nada más. La moraleja para
# la clase no es «las redes son tontas»: es que acertar en imágenes corrientes no dice nada de las que alguien prepara. Y
# que `fit`, con una clase de cinco líneas, entrena contra ellas.

# %%
def train(kind):
    """Entrena con fit una red de esa clase."""
    set_seed(42)
    model = kind([keras.Input((28, 28)), keras.layers.Flatten(),
                  keras.layers.Dense(100, activation="relu"),
                  keras.layers.Dense(10, activation="softmax")])
    model.compile("adam", loss=loss_function, metrics=["accuracy"])
    model.fit(x_train, y_train, batch_size=50, epochs=8, verbose=0)
    return model

def accuracy(model, pictures):
    return float((np.asarray(model(pictures)).argmax(1) == y_valid).mean())

# %%
plain_network = train(keras.Sequential)
clean = accuracy(plain_network, x_valid)
print(f"exactitud en validación ≈ {clean:.3f}")

# %% [markdown] presenta="tensorflow.sign, tensorflow.clip_by_value, .watch"
# ### Paso 1 · Ejercicio 8.8.6
#
# Acaba `atacar(model, x, y, fuerza)`, que devuelve las imágenes atacadas. La cinta ya está: como `x` no es una variable,
# `cinta.watch(x)` le dice que lo vigile. Pide el gradiente de la pérdida respecto a `x`, suma a cada píxel `fuerza` por el **signo**
# del suyo (`tf.sign`) y déjalo entre 0 y 1, con `tf.clip_by_value(imagen, 0, 1)`.

# %% tags=["ejercicio"]
def atacar(model, x, y, fuerza):
    x = tf.constant(x)
    with tf.GradientTape() as cinta:
        cinta.watch(x)
        perdida = loss_function(y, model(x))
    # >>> return ...
    empuje = fuerza * tf.sign(cinta.gradient(perdida, x))
    return tf.clip_by_value(x + empuje, 0, 1)
    # <<<

# %%
check("8.8.6", atacar)

# %% [markdown]
# ### Paso 2 · ¿Cuánto engaña?
#
# Cada píxel cambia 0.05, como mucho. Para comparar, el mismo cambio con los signos echados a suertes.
#
# **Predice:** ¿cuánta exactitud perderá la red con cada uno?

# %% presenta="tensorflow.identity"
def attack(model, pictures, answers, strength=0.05):
    before = tf.identity(pictures)  # vale un array, y también un tensor
    with tf.GradientTape() as tape:
        tape.watch(before)
        loss = loss_function(answers, model(before))
    push = strength * tf.sign(tape.gradient(loss, before))
    return tf.clip_by_value(before + push, 0, 1)

# %%
signs = np.random.default_rng(0).choice([-1, 1], size=x_valid.shape)
shaken = np.clip(x_valid + 0.05 * signs, 0, 1)
fooled = attack(plain_network, x_valid, y_valid)
for name, changed in (("al azar", shaken), ("adversario", fooled)):
    lost = clean - accuracy(plain_network, changed)
    print(f"{name:<10} pierde ≈ {lost:.3f}   ¿más de 0.25?", lost > 0.25)

# %% presenta=".suptitle"
hit = np.asarray(plain_network(x_valid)).argmax(axis=1) == y_valid
wrong = np.asarray(plain_network(fooled)).argmax(axis=1)
chosen = np.flatnonzero(hit & (wrong != y_valid))[:4]
fig, axes = plt.subplots(2, 4, figsize=(7.5, 4.2), layout="constrained")
for column, place in enumerate(chosen):
    for ax, pictures, answers, color in (
            (axes[0, column], x_valid, y_valid, "#0072B2"),
            (axes[1, column], fooled, wrong, "#D55E00")):
        ax.imshow(pictures[place], cmap="gray_r", vmin=0, vmax=1)
        ax.set(xticks=[], yticks=[])
        ax.set_title(FASHION_MNIST_CLASSES[answers[place]], color=color)
axes[0, 0].set_ylabel("original: acierta")
axes[1, 0].set_ylabel("atacada: falla")
fig.suptitle("Lo que contesta la red, antes y después del ataque")

# %% [markdown] presenta="train_step, class, self, super"
# **Qué observas.** A ti te parecen las mismas prendas, con algo de grano. A la red, los signos al azar no le hacen casi nada; los que
# dice el gradiente la hunden.
#
# ### Paso 3 · Entrenar contra el ataque
#
# El remedio es entrenar con imágenes atacadas, y atacadas **a la red de ese momento**: no se pueden preparar antes, así que `fit` tal cual no
# sirve. Pero no hace falta escribir el bucle entero. Está el camino de en medio: cambiar solo `train_step`, el paso que `fit` da con cada
# lote. Una **clase** (`class`) describe un tipo de objeto; la nuestra es una `Sequential` en todo lo demás, por eso va entre
# paréntesis. `self` es la propia red, y `super().train_step` es el paso de siempre.

# %%
class Robust(keras.Sequential):
    def train_step(self, data):
        pictures, answers = data
        fooled = attack(self, pictures, answers)
        return super().train_step((fooled, answers))

# %% tags=["resultado"]
robust_network = train(Robust)
scores = {}
for name, model in (("corriente", plain_network),
                    ("entrenada contra el ataque", robust_network)):
    scores[name] = accuracy(model, attack(model, x_valid, y_valid))
    print(f"{name:<27} limpias ≈ {accuracy(model, x_valid):.3f}   "
          f"atacadas ≈ {scores[name]:.3f}")
first, last = scores.values()
print("¿Gana más de 0.2 con las atacadas?", last - first > 0.2)

# %% [markdown]
# **Qué observas.** Cada red se ataca con su propio gradiente, y aun así la segunda aguanta. Mira las limpias: suele perder
# algo en ellas, que es el precio. Y todo lo demás de `fit` (métricas, validación, *callbacks*, el grafo) sigue valiendo. Hay ataques más
# fuertes: lo que has medido es que resiste **este**.

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Una red lleva `L2` y, en tu bucle, sin que nada falle, aprende como si no la llevara. ¿Qué falta?
#
# - a) `training=True` al llamarla.
# - b) Sumar `model.losses` a la pérdida.
# - c) Poner a cero la métrica.
# - d) Barajar los lotes.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("8.8.A1", respuesta_1)

# %% [markdown]
# **A2.** Un lote de 10 se da en trozos de 4, 4 y 2. ¿Cómo se juntan los tres gradientes medios?
#
# - a) Se suman.
# - b) Se hace su media.
# - c) Se suman 4/10 del primero, 4/10 del segundo y 2/10 del tercero.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "c"
# <<<
check("8.8.A2", respuesta_2)

# %% [markdown]
# **A3.** Un paso con `tf.function` recibe el lote y el número de paso, un entero de Python. Va más lento que sin ella. ¿Por qué?
#
# - a) Se traza otra vez en cada paso: conviene dar el número como tensor.
# - b) Los enteros de Python se calculan más despacio.
# - c) Se traza en cada lote, porque cambian los valores del lote.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("8.8.A3", respuesta_3)

# %% [markdown]
# **A4.** Dentro de `tf.function`, alguien gira cada lote, todos de 64, un ángulo que sortea con NumPy. ¿Qué pasa?
#
# - a) Falla: dentro no se puede usar NumPy.
# - b) Cada lote gira un ángulo distinto, como quería.
# - c) El ángulo se sortea en cada época.
# - d) Todos giran el mismo ángulo, el que salió al trazar.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "d"
# <<<
check("8.8.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Un paso: cinta, `training=True`, error más `model.losses`, gradientes y `optimizer.apply`. Da los mismos pesos que `fit`.
# - Con tu bucle caben gradientes acumulados, varios optimizadores, recortes; con `train_step`, tu paso dentro de `fit`.
# - Trazar es anotar las operaciones: una vez por forma y tipo de tensor, y una por cada número de Python.
# - Lo que no es TensorFlow pasa solo al trazar, y se queda congelado sin avisar.
# - `tf.function` gana si hay muchas operaciones pequeñas; con una sola, o muy grande, no.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 12 y apéndice D.
# - TensorFlow, [*Better performance with tf.function*](https://www.tensorflow.org/guide/function), con todas las reglas de las trazas.
# - Keras, [*Customizing what happens in fit()*](https://keras.io/guides/custom_train_step_in_tensorflow/).
# - I. Goodfellow y otros (2015), *Explaining and Harnessing Adversarial Examples*, de donde viene este ataque:
#   [arXiv:1412.6572](https://arxiv.org/abs/1412.6572).
