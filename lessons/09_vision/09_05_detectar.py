# %% [markdown]
# # 9.5 · Varios objetos a la vez: detectar
#
# | | |
# |---|---|
# | **Objetivos** | Escribir como un tensor una lista de cajas de cualquier longitud, y leerla de vuelta; escribir una pérdida en la que solo paga por su caja quien tiene un objeto; quitar las cajas repetidas; calcular la precisión media y el mAP de un detector, y decir qué no cuentan; convertir una capa densa en una convolución |
# | **Duración** | {{minutos}} |
# | **Requisitos** | La caja de una prenda y la IoU ({{localizar}}), las capas convolucionales ({{capas_convolucionales}}), la normalización por lotes ({{veinte_capas}}) y la curva de precisión y exhaustividad ({{metricas}}, {{umbrales}}) |
# | **Datos** | Escenas hechas con prendas de Fashion-MNIST, de Zalando (licencia MIT), incluido en el curso |
# | **Práctica** | ¿Cuánto vale este detector? |

# %%
import matplotlib.pyplot as plt
import numpy as np

from course_utils import check, hint, solution
from course_utils import FASHION_MNIST_CLASSES, load_fashion_mnist
from course_utils import make_scenes, plot_boxes
from course_utils import quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras
import tensorflow as tf

# %% [markdown] presenta="course_utils.make_scenes, detección de objetos"
# ## 1 · ¿Y si no sabes cuántos hay?
#
# En {{localizar}} había una prenda, y bastaban cuatro números: su caja. Hoy en cada escena hay **de una a tres**, de
# varios tamaños, y se pueden tapar un poco. Decir dónde está cada una, y qué es, se llama **detección de objetos**
# (*object detection*).
#
# `make_scenes` compone las escenas y sabe dónde puso cada prenda: en `boxes`, las cajas de cada escena, y en
# `labels`, sus clases. `plot_boxes` las dibuja. Las de entrenar usan las primeras 50 000 prendas; las de validar,
# las demás: ninguna prenda está en las dos. El conjunto de prueba no se abre hoy.

# %% presenta=".boxes, .labels"
(images, labels), others = load_fashion_mnist()
train = make_scenes(images[:50_000], labels[:50_000], 8000, seed=1)
valid = make_scenes(images[50_000:], labels[50_000:], 500, seed=2)
x_train, x_valid = (
    part.images[:, :, :, np.newaxis].astype("float32") / 255
    for part in (train, valid))
del images, labels, others  # ya no hacen falta, y ocupan
many = [len(boxes) for boxes in train.boxes]
print("escenas con 1, 2 y 3:", [many.count(n) for n in (1, 2, 3)])
print("la primera escena:", train.boxes[0].tolist(), train.labels[0])

# %% presenta="course_utils.plot_boxes"
fig, axes = plt.subplots(1, 3, figsize=(7.5, 2.9), layout="constrained")
for k, ax in enumerate(axes):
    names = [FASHION_MNIST_CLASSES[c] for c in valid.labels[k]]
    plot_boxes(valid.images[k], valid.boxes[k], names, ax=ax,
               title=f"escena {k}: {len(names)}")

# %% [markdown]
# **Qué observas.** Cada respuesta es una lista, y mide distinto. Una red da siempre los mismos números, y ahí está
# el problema. Podrías pedirle tres cajas y dejar alguna vacía, pero ¿cuál es «la primera»? Una lista de prendas no
# tiene orden, y la pérdida sí lo miraría: la respuesta correcta, en otro orden, contaría como un error.
#
# ### ★ Ampliación · ¿Y si miras por una ventana?
#
# Lo más antiguo es no responder de una vez: recorrer la imagen con una **ventana** (*sliding window*) y preguntar en
# cada sitio a un clasificador «¿qué hay aquí?». Esta red mira un cuadrado de 32×32 y da 11 notas: las diez prendas y
# «nada». No está entrenada: solo vamos a contar lo que cuesta.
#
# Su capa densa recibe $6 \times 6 \times 16$ números. Multiplicar cada número por su peso y sumar es lo que hace un
# núcleo de convolución de $6 \times 6$, con 16 canales, puesto **en un solo sitio**. Así que una densa es una
# convolución sin sitio para moverse. Y si le das una imagen más grande, se mueve sola. Una red sin capas densas se
# llama **totalmente convolucional** (*fully convolutional*): admite imágenes de cualquier tamaño, a partir del de la
# ventana.
#
# ### ★ Ampliación · Ejercicio 9.5.1
#
# Escribe `a_nucleo(pesos, lado, canales)`. `pesos` son los de una capa densa que sigue a un `Flatten` de mapas de
# `lado` × `lado` con `canales` canales: un array de forma `(lado * lado * canales, notas)`. Devuelve los del núcleo
# de la convolución que da lo mismo: un array de forma `(lado, lado, canales, notas)`. (`Flatten` recorre las filas;
# en cada una, las columnas, y en cada una, los canales: como `reshape`.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pide a la clase que invente un formato para la respuesta antes de seguir: saldrán «tres cajas y
# relleno» y «una lista con un fin». Los dos existen. Lo que tienen que ver es que hace falta decidir **quién**
# responde de cada prenda. La ventana (ampliación) se da bien en la pizarra, con el núcleo de 6×6 dibujado encima de
# los mapas.

# %% tags=["ejercicio"]
def a_nucleo(pesos, lado, canales):
    # >>> return ...
    return pesos.reshape(lado, lado, canales, -1)
    # <<<

# %%
check("9.5.1", a_nucleo)

# %% [markdown]
# **Predice:** la ventana recorre una escena de 64×64 de cuatro en cuatro píxeles. ¿Cuántas veces se usa la red? ¿Y
# cuánto más barato será darle la escena entera a la red sin densas?

# %%
set_seed(42)
window = keras.Sequential([
    keras.Input((32, 32, 1)),
    keras.layers.Conv2D(8, 5, strides=2, activation="relu"),
    keras.layers.Conv2D(16, 4, strides=2, activation="relu"),
    keras.layers.Flatten(), keras.layers.Dense(11)])
whole = keras.Sequential([
    keras.Input((64, 64, 1)), *window.layers[:2],
    keras.layers.Conv2D(11, 6)])
weights, bias = window.layers[-1].get_weights()
whole.layers[-1].set_weights([weights.reshape(6, 6, 16, 11), bias])

# %%
def products(net, side):
    """Cuántas multiplicaciones gasta en una imagen de ese lado."""
    x, total = np.zeros((1, side, side, 1), "float32"), 0
    for layer in net.layers:
        x = layer(x)
        if layer.weights:  # en cada sitio de la salida, una por peso
            sites = int(np.prod(x.shape[1:-1]))
            total += sites * layer.get_weights()[0].size
    return total

# %%
corners = range(0, 33, 4)
slid = np.array([[window(x_valid[:1, y:y + 32, x:x + 32])[0]
                  for x in corners] for y in corners])
once = np.array(whole(x_valid[:1])[0])
print("ventana a ventana:", slid.shape, "  de una vez:", once.shape)
print("¿La misma salida?", np.allclose(slid, once, atol=1e-4))
one, all_at_once = products(window, 32), products(whole, 64)
print(f"multiplicaciones: {81 * one} y {all_at_once}: "
      f"{81 * one / all_at_once:.1f} veces menos")

# %% [markdown]
# **Qué observas.** Son 81 ventanas, y la misma respuesta sale de una pasada: las ventanas vecinas comparten casi
# todos sus píxeles, y ahora las cuentas de cada trozo se hacen una vez. Y la ventana aún tiene otro problema: mide
# siempre lo mismo, y las prendas no. Habría que repetirlo con varios tamaños, o pedirle a la red que diga además el
# tamaño. Eso es lo que viene.

# %% [markdown] presenta="rejilla"
# ## 2 · ¿Quién responde por cada prenda?
#
# La idea de YOLO (2016): parte la imagen en una **rejilla** (*grid*), aquí de 8×8 casillas de 8×8 píxeles. Responde
# por una prenda **la casilla donde cae su centro**, y ninguna más. Ya no hace falta un orden. Cada casilla guarda
# seis números:
#
# | posición | qué es |
# |---|---|
# | 0 | 1 si hay un centro en ella; si no, 0, y los demás también 0 |
# | 1, 2 | `dx`, `dy`: a qué altura de la casilla está el centro, de 0 (izquierda, arriba) a 1 |
# | 3, 4 | ancho y alto de la caja, como parte de la imagen: píxeles entre 64 |
# | 5 | la clase, de 0 a 9 |
#
# Una caja `(x0, y0, x1, y1)` tiene el centro en $x = (x_0 + x_1)/2$, que son $x/8$ casillas: la parte entera es la
# columna, y lo que sobra, `dx`. Con $y$, la fila y `dy`.
#
# ### Ejercicio 9.5.2
#
# Completa `a_rejilla(cajas, clases)`: recibe las cajas de una escena, un array de forma `(n, 4)`, y sus clases,
# `(n,)`; devuelve el array de forma `(8, 8, 6)`. El ciclo, el centro y el tamaño ya están: pon en su casilla los
# seis números de la prenda. Primero va la fila y después la columna. Si dos centros caen en la misma casilla, se
# queda la última caja.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El error típico es `rejilla[columna, fila]`: no falla nada, y a cada casilla se le pide lo que hay
# en otro sitio de la imagen. El corrector lo dice. Haz a mano, en la pizarra, la segunda caja de la primera escena,
# (8, 19, 33, 51).

# %% tags=["ejercicio"]
def a_rejilla(cajas, clases):
    rejilla = np.zeros((8, 8, 6))
    for (x0, y0, x1, y1), clase in zip(cajas, clases):
        x, y = (x0 + x1) / 16, (y0 + y1) / 16  # el centro, en casillas
        ancho, alto = (x1 - x0) / 64, (y1 - y0) / 64
        # >>> return ...
        rejilla[int(y), int(x)] = (1, x % 1, y % 1, ancho, alto, clase)
        # <<<
    return rejilla

# %%
check("9.5.2", a_rejilla)

# %% [markdown] presenta="numpy.moveaxis"
# La nuestra, y la vuelta: de las casillas a las cajas, en `to_boxes`. `rows` y `columns` son el número de cada fila
# y de cada columna, y `np.moveaxis` pone delante el último eje, el de los números de cada casilla.
#
# **Predice:** en 8000 escenas, ¿cuántas prendas se perderán porque otra tiene el centro en su casilla?

# %%
def to_grid(boxes, classes):
    grid = np.zeros((8, 8, 6), "float32")
    for (left, top, right, bottom), name in zip(boxes, classes):
        column, row = (left + right) / 16, (top + bottom) / 16
        grid[int(row), int(column)] = (
            1, column % 1, row % 1,
            (right - left) / 64, (bottom - top) / 64, name)
    return grid

def to_boxes(place):
    """De (n, 8, 8, 4), con dx, dy, ancho y alto, a las cajas."""
    dx, dy, width, height = np.moveaxis(place, -1, 0)
    rows, columns = np.arange(8)[:, np.newaxis], np.arange(8)
    center = 8 * np.stack([columns + dx, rows + dy], axis=-1)
    half = 32 * np.stack([width, height], axis=-1)
    return np.concatenate([center - half, center + half], axis=-1)

# %%
y_train = np.stack([to_grid(*pair)
                    for pair in zip(train.boxes, train.labels)])
y_valid = np.stack([to_grid(*pair)
                    for pair in zip(valid.boxes, valid.labels)])
full = y_train[:, :, :, 0] == 1
print(f"prendas: {sum(many)}   casillas llenas: {full.sum()}   "
      f"perdidas: {sum(many) - full.sum()}")
print(f"vacías por cada llena: {(~full).sum() / full.sum():.1f}")

# %% presenta="numpy.argwhere"
ax = plot_boxes(valid.images[0], valid.boxes[0],
                title="La casilla de cada centro, rellena")
for edge in range(0, 64, 8):
    ax.axhline(edge - 0.5, color="white", lw=0.5)
    ax.axvline(edge - 0.5, color="white", lw=0.5)
for i, j in np.argwhere(y_valid[0, :, :, 0]):  # (fila, columna)
    ax.fill_between([8 * j - 0.5, 8 * j + 7.5], 8 * i - 0.5, 8 * i + 7.5,
                    color="#D55E00", alpha=0.5)
    dx, dy = y_valid[0, i, j, 1:3]
    ax.plot(8 * (j + dx) - 0.5, 8 * (i + dy) - 0.5, "o", color="#0072B2",
            markeredgecolor="white")

# %% [markdown]
# **Qué observas.** Se pierden pocas, menos de dos de cada mil: las prendas son grandes, y dos centros a menos de 8
# píxeles se taparían. Y una casilla no tiene que ver la prenda entera dentro de sus 8 píxeles: la red la ve con su
# **campo receptivo**, que es mucho mayor.
#
# ### ★ Ampliación · Ejercicio 9.5.3
#
# Escribe la vuelta de una sola casilla, `a_caja(fila, columna, numeros)`, donde `numeros` son `(dx, dy, ancho,
# alto)`. Devuelve, separados por comas, `x0, y0, x1, y1`, en píxeles.

# %% tags=["ejercicio"]
def a_caja(fila, columna, numeros):
    dx, dy, ancho, alto = numeros
    # >>> return ...
    x, y = 8 * (columna + dx), 8 * (fila + dy)
    w, h = 32 * ancho, 32 * alto
    return x - w, y - h, x + w, y + h
    # <<<

# %%
check("9.5.3", a_caja)

# %% [markdown]
# Y con todas a la vez, ¿vuelven las cajas que entraron?

# %%
back = to_boxes(y_train[:, :, :, 1:5])[full]
known = {tuple(box) for boxes in train.boxes for box in boxes}
print("¿Todas?", all(tuple(box) in known
                     for box in back.round().astype(int)))

# %% [markdown] presenta="ancla"
# ### ★ Ampliación · ¿Y las anclas?
#
# Con una caja por casilla, dos centros en la misma no caben. Muchos detectores dan varias por casilla, cada una con
# su **ancla** (*anchor*): un tamaño de partida, alargado, ancho, pequeño… Cada prenda va al ancla que más se le
# parece, y la red solo dice cuánto hay que corregirlo. Los tamaños se eligen agrupando los reales con k-medias
# ({{agrupar}}), pero el parecido es la IoU de las dos cajas con el mismo centro: con la distancia de siempre
# mandarían las cajas grandes.

# %%
sizes = np.concatenate([boxes[:, 2:] - boxes[:, :2]
                        for boxes in train.boxes]).astype(float)

def size_iou(sizes, anchors):
    shared = np.prod(np.minimum(sizes[:, np.newaxis], anchors), axis=2)
    areas = np.prod(sizes, axis=1)[:, np.newaxis] + np.prod(anchors, axis=1)
    return shared / (areas - shared)

def choose_anchors(k):
    """k-medias, con la IoU como parecido: veinte vueltas."""
    rng = np.random.default_rng(0)
    anchors = sizes[rng.choice(len(sizes), k, replace=False)]
    for _ in range(20):
        nearest = size_iou(sizes, anchors).argmax(axis=1)
        anchors = np.array([sizes[nearest == j].mean(axis=0)
                            for j in range(k)])
    return anchors

# %%
for k in (1, 2, 3, 5):
    anchors = choose_anchors(k)
    best = size_iou(sizes, anchors).max(axis=1)
    print(f"{k} anclas: IoU con la mejor {best.mean():.2f}   "
          f"(ancho, alto): {anchors.round().astype(int).tolist()}")

# %% [markdown]
# **Qué observas.** Con más anclas, el punto de partida se parece más. Pero aquí, como mucho, recuperarían las
# prendas perdidas de arriba: todo lo demás cabe. Y el tamaño lo da bien la red sin ellas: lo medirás en la práctica.
# Por eso no las usamos. Muchos detectores de hoy tampoco.

# %% [markdown]
# ## 3 · ¿Cómo se entrena una rejilla?
#
# La red lleva la escena de 64×64 a 8×8, y en cada casilla da 15 números: uno para «hay un centro», cuatro para la
# caja y diez para la clase. La última capa es una convolución de 1×1: la misma regla en todas las casillas.
#
# La pérdida tiene **tres partes**: la entropía cruzada de «hay centro», en las 64 casillas; el error cuadrático de
# la caja, y la entropía cruzada de la clase. Las dos últimas, **solo donde hay prenda**: en una casilla vacía no hay
# caja que acertar. Se consigue con una **máscara**: multiplicar por 1 o por 0.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pregunta qué aprendería una casilla vacía sin la máscara: que todas las cajas miden 0. En «Errores
# frecuentes» se mide. Después, la pregunta buena: ¿y si además no contamos las casillas vacías en la primera parte?
# La última fila de la tabla.

# %% [markdown]
# ### ★ Ampliación · Ejercicio 9.5.4
#
# Escribe `perdida_cajas(real, cajas)`. `real` es un tensor de forma `(n, 8, 8, 6)`, como el de `a_rejilla`; `cajas`,
# lo que dice la red de `dx`, `dy`, ancho y alto: `(n, 8, 8, 4)`. Devuelve un tensor de forma `(n,)`: de cada escena,
# la suma de los cuadrados de los errores de las casillas **llenas**.

# %% tags=["ejercicio"]
def perdida_cajas(real, cajas):
    # >>> return ...
    errores = (real[..., 1:5] - cajas) ** 2
    return keras.ops.sum(errores * real[..., :1], axis=(1, 2, 3))
    # <<<

# %%
check("9.5.4", perdida_cajas)

# %% [markdown]
# ### La pérdida entera
#
# `tf.split` parte el último eje en trozos: de 1, 4 y 10 números. El 5 de la caja es de YOLO: sus errores son números
# pequeños, y sin él apenas contarían. `empty` es lo que pesa cada casilla **vacía** en la primera parte. Hay unas 31
# por cada llena: sin pesar, la red puede acertar casi siempre diciendo «aquí no hay nada».

# %% presenta="tensorflow.split, keras.ops.sigmoid"
def grid_loss(empty=0.5, masked=True):
    cross = tf.nn.sigmoid_cross_entropy_with_logits
    which = tf.nn.sparse_softmax_cross_entropy_with_logits
    def loss(real, out):
        full, place, name = tf.split(real, [1, 4, 1], axis=-1)
        object_, box, scores = tf.split(out, [1, 4, 10], axis=-1)
        pays = full if masked else 1.0
        name = tf.cast(name[:, :, :, 0], "int32")
        parts = [cross(full, object_) * (full + empty * (1 - full)),
                 5 * (place - keras.ops.sigmoid(box)) ** 2 * pays,
                 which(name, scores)[:, :, :, tf.newaxis] * full]
        return sum(keras.ops.sum(part, axis=(1, 2, 3)) for part in parts)
    return loss

# %%
def make_net():
    layers = [keras.Input((64, 64, 1))]
    for filters, kernel, step in ((16, 5, 2), (32, 3, 2), (64, 3, 2),
                                  (64, 3, 1)):
        layers += [keras.layers.Conv2D(filters, kernel, strides=step,
                                       padding="same", use_bias=False),
                   keras.layers.BatchNormalization(momentum=0.9),
                   keras.layers.Activation("relu")]
    return keras.Sequential([*layers, keras.layers.Conv2D(15, 1)])

# %%
def train_net(n, epochs, **settings):
    set_seed(42)
    rate = keras.optimizers.schedules.CosineDecay(0.005, n // 32 * epochs)
    model = make_net()
    model.compile(keras.optimizers.Adam(rate), grid_loss(**settings),
                  steps_per_execution=8)
    model.fit(x_train[:n], y_train[:n], epochs=epochs, verbose=0)
    return model

# %% [markdown]
# Primero, tres redes con 4000 escenas y una sola época: en la pérdida, las casillas vacías pesan 1, 0.1 y nada.
#
# **Predice:** ¿qué contestará la que no paga por las vacías?

# %%
def read(model):
    """Las tres partes de lo que dice en validación, de 0 a 1."""
    out = model.predict(x_valid, batch_size=100, verbose=0)
    object_, box, scores = tf.split(out, [1, 4, 10], axis=-1)
    return (keras.ops.sigmoid(object_).numpy()[:, :, :, 0],
            to_boxes(keras.ops.sigmoid(box).numpy()),
            tf.nn.softmax(scores).numpy())

# %%
there = y_valid[:, :, :, 0] == 1
said = {}
for empty in (1, 0.1, 0):
    yes = read(train_net(4000, 1, empty=empty))[0] > 0.5
    said[empty] = yes[there].mean()
    print(f"pesan {empty}: dicen «sí» ≈ {said[empty]:.2f} de las llenas y "
          f"≈ {yes[~there].sum() / 500:.1f} vacías por escena")
print("¿Con 0.1, más «síes» que con 1, por 0.2?", said[0.1] - said[1] > 0.2)
print("¿Con 0, más de diez vacías por escena?",
      bool(yes[~there].sum() / 500 > 10))

# %% [markdown]
# **Qué observas.** Sin pagar por las vacías, nadie corrige un «sí» de más: lo dicen decenas de vacías en cada
# escena. Pagando por todas lo mismo, al principio la red se calla. Al bajar el peso se encuentran más prendas **y**
# aparecen más donde no las hay. El peso mueve la confianza. Aquí entrenamos con 0.5, el de YOLO, y seis épocas:
# tarda unos segundos.

# %%
model = train_net(8000, 6)
objects, boxes, chances = read(model)
print("pesos y sesgos:", model.count_params())
print("¿Da «sí» en más de 0.8 de las llenas?",
      bool((objects[there] > 0.5).mean() > 0.8))

# %% [markdown] presenta="supresión de no máximos"
# ## 4 · ¿Y si dos casillas ven la misma prenda?
#
# Cada casilla contesta por su cuenta, y cuando el centro está cerca de un borde, la vecina también dice «sí». El
# remedio es la **supresión de no máximos** (*non-maximum suppression*, NMS):
#
# 1. toma la caja con más confianza, y quédatela;
# 2. quita de las que quedan las que se parecen a ella más que un límite (su IoU es **mayor**);
# 3. repite con las que quedan.
#
# La IoU, de {{localizar}}, es lo que comparten dos cajas entre lo que ocupan las dos. De una caja con cada una de
# varias:

# %%
def iou(box, several):
    """La IoU de una caja con cada una de otras: un array."""
    box, several = np.asarray(box), np.asarray(several)
    low = np.maximum(box[:2], several[:, :2])
    high = np.minimum(box[2:], several[:, 2:])
    shared = np.prod(np.clip(high - low, 0, None), axis=1)
    areas = np.prod(several[:, 2:] - several[:, :2], axis=1)
    return shared / (np.prod(box[2:] - box[:2]) + areas - shared)

# %% [markdown]
# ### Ejercicio 9.5.5
#
# Completa `suprimir(cajas, notas, limite)`: `cajas` es un array de forma `(n, 4)`; `notas`, otro con la confianza de
# cada una, sin empates. Devuelve la lista de las **posiciones** de las que quedan, de la de más nota a la de menos.
# El ciclo ya va en ese orden: decide si la caja de posición `i` se añade a `quedan`. Usa `iou`, que no admite una
# lista de cero cajas.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que la hagan antes a mano, con cinco rectángulos de papel y una nota escrita en cada uno. El error
# típico: comparar solo con la anterior, y no con todas las que ya se han quedado. Y una quitada no quita a otras:
# eso también lo dice el corrector.

# %% tags=["ejercicio"]
def suprimir(cajas, notas, limite):
    quedan = []
    for i in np.argsort(-notas):
        # >>> return ...
        if not quedan or iou(cajas[i], cajas[quedan]).max() <= limite:
            quedan.append(i)
        # <<<
    return quedan

# %%
check("9.5.5", suprimir)

# %% [markdown] presenta="tensorflow.image.non_max_suppression"
# TensorFlow trae la suya, `tf.image.non_max_suppression`, y con ella te ha comparado el corrector. Se le dice además
# cuántas cajas puede dejar, como mucho. (Escribe el `y` delante del `x`, pero a la IoU le da igual.) La usamos en lo
# que sigue:

# %%
def suppress(boxes, scores, limit):
    return tf.image.non_max_suppression(boxes, scores, len(boxes),
                                        limit).numpy()

boxes = boxes.reshape(500, 64, 4)  # 64 cajas por escena, sin rejilla
objects, chances = objects.reshape(500, 64), chances.reshape(500, 64, 10)

# %%
where = np.argmax([(s > 0.2).sum() - len(real)
                   for s, real in zip(objects, valid.boxes)])
some = np.flatnonzero(objects[where] > 0.2)
left = some[suppress(boxes[where, some], objects[where, some], 0.5)]
fig, axes = plt.subplots(1, 2, figsize=(7.5, 4.1), layout="constrained")
fig.suptitle("Con confianza de más de 0.2; en celeste, las cajas reales")
for ax, rows, title in zip(axes, (some, left), ("antes", "después")):
    plot_boxes(valid.images[where], valid.boxes[where], ax=ax)
    plot_boxes(valid.images[where], boxes[where, rows], kind="predicha",
               title=f"{title}: {len(rows)}", ax=ax)

# %% [markdown]
# **Qué observas.** Las cajas casi iguales se quedan en una. ¿Y el límite? Imagina un detector **perfecto**, que da
# las cajas reales y ninguna más. La supresión no tendría nada que quitar.
#
# **Predice:** ¿qué le quitará, con límites de 0.1, 0.3, 0.5 y 0.7? ¿Y si solo se comparan las cajas **de la misma
# clase**? (El truco: mover las de cada clase a un sitio distinto, muy lejos.)

# %%
def apart(boxes, classes):
    """Las mismas cajas, y las de cada clase en un sitio distinto."""
    return boxes + 200 * np.asarray(classes)[:, np.newaxis]

total = sum(len(real) for real in valid.boxes)
for limit in (0.1, 0.3, 0.5, 0.7):
    lost = [0, 0]
    for real, names in zip(valid.boxes, valid.labels):
        notes = np.linspace(1, 0.5, len(real))
        for way, place in enumerate((real, apart(real, names))):
            lost[way] += len(real) - len(suppress(place, notes, limit))
    print(f"límite {limit}: borra {lost[0]} de {total}; "
          f"por clase, {lost[1]}")

# %% [markdown]
# **Qué observas.** Con un límite bajo, la supresión borra prendas de verdad: las que se tapan. Comparar solo las de
# la misma clase salva casi todas. Nos quedamos con 0.5 y todas juntas; en la práctica verás qué cambia por clase.

# %% [markdown] presenta="emparejar"
# ## 5 · ¿Cuántas encontró?
#
# Para contar aciertos hay que **emparejar** cada caja predicha con una real. Las reglas de costumbre:
#
# - se atienden por orden, de la de más confianza a la de menos;
# - cada una mira la real con la que tiene **más IoU**: si es de 0.5 o más, acierta;
# - si esa real **ya la tomó otra**, es una repetida: cuenta como fallo.
#
# ### Ejercicio 9.5.6
#
# Completa `emparejar(cajas, reales)`: dos arrays de cajas, de formas `(n, 4)` y `(m, 4)`, con `m` de 1 en adelante.
# `cajas` ya viene ordenado, de más confianza a menos. Devuelve una lista con `True` o `False` por cada caja de
# `cajas`: si acierta. Lo que falta es decidir `bueno`; en `tomadas` están las posiciones de las reales que ya tomó
# otra.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dos cajas sobre la misma prenda: ¿dos aciertos? Si alguien dice que sí, pídele un detector que
# tenga exhaustividad 3. El otro error típico es quitar la real de la lista al tomarla: entonces la repetida busca la
# segunda mejor, que es otra regla (la de COCO), y da otros números.

# %% tags=["ejercicio"]
def emparejar(cajas, reales):
    aciertos, tomadas = [], []
    for caja in cajas:
        parecidos = iou(caja, reales)
        i = parecidos.argmax()  # la real que más se le parece
        # >>> return ...
        bueno = bool(parecidos[i] >= 0.5 and i not in tomadas)
        # <<<
        aciertos.append(bueno)
        if bueno:
            tomadas.append(i)
    return aciertos

# %%
check("9.5.6", emparejar)

# %%
def match(found, real):
    hits, taken = [], set()
    for box in found:
        alike = iou(box, real)
        k = int(alike.argmax())
        hits.append(bool(alike[k] >= 0.5 and k not in taken))
        if hits[-1]:
            taken.add(k)
    return hits

# %% [markdown]
# Ahora, las 500 escenas. `detect` suprime en cada una, y `judge` junta los aciertos de todas, **por orden de
# confianza**: se mezclan las escenas. Con `named=True` solo cuenta la caja que además acierta la clase; se consigue
# con `apart`, que aleja las de otras clases.

# %%
kinds = chances.argmax(axis=-1)

def detect(scores, by_class=False):
    """De cada escena, qué casillas quedan, de más nota a menos."""
    kept = []
    for places, notes, names in zip(boxes, scores, kinds):
        some = np.flatnonzero(notes > 0.02)
        if by_class:
            places = apart(places, names)
        kept.append(some[suppress(places[some], notes[some], 0.5)])
    return kept

# %%
def judge(scores, kept, named=False):
    """De todas las cajas, por orden: notas, aciertos y clases."""
    rows = []
    for k, left in enumerate(kept):
        found, real = boxes[k, left], valid.boxes[k]
        if named:
            found = apart(found, kinds[k, left])
            real = apart(real, valid.labels[k])
        rows += zip(scores[k, left], match(found, real), kinds[k, left])
    return [np.array(column) for column in zip(*sorted(rows)[::-1])]

# %% [markdown]
# De cada **umbral** de confianza salen la **precisión** (qué parte de las cajas que pasan acierta) y la
# **exhaustividad** (qué parte de las prendas se encuentra), como en {{umbrales}}. En la tabla, con y sin clase.

# %%
fig, ax = plt.subplots(figsize=(7, 3.4), layout="constrained")
for named, style, color in ((False, "-", "#0072B2"),
                            (True, "--", "#D55E00")):
    notes, hits, _ = judge(objects, detect(objects), named)
    precision = hits.cumsum() / np.arange(1, len(hits) + 1)
    recall = hits.cumsum() / total
    name = "caja y clase" if named else "solo la caja"
    ax.plot(recall, precision, style, color=color, label=name)
    for level in (0.2, 0.5, 0.8):
        last = (notes >= level).sum() - 1
        print(f"{name}, umbral {level}: precisión ≈ {precision[last]:.2f}"
              f"   exhaustividad ≈ {recall[last]:.2f}")
ax.set(title="Cada punto, un umbral de confianza", xlim=(0, 1),
       xlabel="Exhaustividad", ylabel="Precisión", ylim=(0, 1.03))
legend = ax.legend()

# %% [markdown]
# **Qué observas.** Encontrar las prendas, las encuentra; lo que le cuesta es ponerles nombre. La curva naranja va
# muy por debajo, también a la izquierda, con las cajas de más confianza: esa confianza dice «aquí hay algo», y no
# «sé cómo se llama».

# %% [markdown]
# ## Errores frecuentes
#
# **Olvidar la máscara.** Las casillas vacías piden cajas de tamaño 0, y son muchas más. Con una época:

# %%
overlap = {}
real = to_boxes(y_valid[:, :, :, 1:5])[there]
for name, masked in (("sin máscara", False), ("con máscara", True)):
    found = read(train_net(4000, 1, masked=masked))[1][there]
    overlap[name] = np.mean([iou(a, [b])[0] for a, b in zip(found, real)])
    print(f"{name}: IoU media en las casillas llenas ≈ {overlap[name]:.2f}")
print("¿Más del doble?",
      bool(overlap["con máscara"] > 2 * overlap["sin máscara"]))

# %% [markdown]
# ### ★ Ampliación · Contar dos veces la misma prenda
#
# Sin la regla de las repetidas, y sin suprimir, la exhaustividad pasa de 1:

# %%
counted = {"repetidas": 0, "una vez": 0}
for k, real in enumerate(valid.boxes):
    found = boxes[k][np.argsort(-objects[k])]
    counted["repetidas"] += sum(iou(b, real).max() >= 0.5 for b in found)
    counted["una vez"] += sum(match(found, real))
for name, hits in counted.items():
    print(f"{name}: ¿exhaustividad de más de 1? {bool(hits / total > 1)}")

# %% [markdown]
# ### ★ Ampliación · Escribir la columna donde va la fila
#
# No falla nada, y cada prenda cae en la casilla de otro sitio. Se ve si pides la ida y la vuelta:

# %%
def to_grid_swapped(boxes, classes):
    return np.moveaxis(to_grid(boxes, classes), 0, 1)  # [columna, fila]

for name, convert in (("cambiadas", to_grid_swapped), ("bien", to_grid)):
    alike = []
    for real, names in zip(valid.boxes, valid.labels):
        grid = convert(real, names)
        found = to_boxes(grid[:, :, 1:5])[grid[:, :, 0] == 1]
        alike += [iou(box, real).max() for box in found]
    print(f"{name:<10} IoU de la vuelta con la real: {np.mean(alike):.2f}")

# %% [markdown]
# ## Práctica: ¿cuánto vale este detector?
#
# La curva se resume en un número, la **precisión media** (*average precision*, AP) de {{umbrales}}: recorre las
# cajas de más confianza a menos; en cada acierto, apunta la precisión que llevas, y divide la suma entre **todas**
# las prendas que había. Una prenda que no se encuentra suma 0.
#
# ### Paso 1 · Ejercicio 9.5.7
#
# Escribe `precision_media(aciertos, total)`: `aciertos` es un array de `True` y `False`, por orden de confianza, y
# `total`, cuántas prendas hay.

# %% [markdown] tags=["docente"]
# **{{minutos}}** con la autoevaluación. Un ejemplo a mano antes: aciertos sí, no, sí, con 4 prendas: (1 + 2/3) / 4.
# El error típico es dividir entre los aciertos: entonces un detector que da una sola caja, y acierta, saca un 1. El
# mensaje del paso 2 es el de siempre: un número resume, y lo que resume hay que saberlo.

# %% tags=["ejercicio"]
def precision_media(aciertos, total):
    # >>> return ...
    precisiones = aciertos.cumsum() / np.arange(1, len(aciertos) + 1)
    return precisiones[aciertos].sum() / total
    # <<<

# %%
check("9.5.7", precision_media)

# %% [markdown] presenta="AP50, mAP"
# ### Paso 2 · AP50 y mAP
#
# La AP con IoU de 0.5 se llama **AP50**. Si además hay que acertar la clase, se calcula una por cada clase, y su
# media es el **mAP** (*mean average precision*). Hay que decidir también con qué nota se ordenan las cajas: la de
# «hay un objeto», o esa por la probabilidad de su clase.

# %%
def average_precision(hits, total):
    precision = hits.cumsum() / np.arange(1, len(hits) + 1)
    return precision[hits].sum() / total

def mean_ap(scores, kept):
    """El mAP, y la AP de cada clase."""
    _, hits, names = judge(scores, kept, named=True)
    real = np.concatenate(valid.labels)
    each = [average_precision(hits[names == c], (real == c).sum())
            for c in range(10)]
    return np.mean(each), each

# %% tags=["resultado"]
product, results = objects * chances.max(axis=-1), []
for name, scores, by_class in (("objeto", objects, False),
                               ("producto", product, False),
                               ("producto, por clase", product, True)):
    kept = detect(scores, by_class)
    ap50 = average_precision(judge(scores, kept)[1], total)
    results.append((ap50, *mean_ap(scores, kept)))
    print(f"{name:<20} AP50 ≈ {ap50:.3f}   mAP ≈ {results[-1][1]:.3f}"
          f"   cajas ≈ {sum(len(left) for left in kept)}")
plain, times, by_class = results
print("¿El producto gana en mAP?", bool(plain[1] < times[1]),
      "  ¿Y en AP50?", bool(plain[0] < times[0]))
print("¿Suprimir por clase sube el mAP?", bool(by_class[1] > times[1]))

# %% [markdown]
# **Qué observas.** No hay una nota mejor: depende de lo que se premie. Para encontrar cajas, basta «hay algo». Para
# el mAP, una caja cuyo nombre es dudoso debe ir detrás. Y suprimir por clase lo sube porque deja más cajas: si dos
# casillas dan dos nombres a una prenda, se dicen los dos, y el malo solo cuenta como falso en la lista de su clase.
# Quien mire la pantalla verá dos cajas. Por eso en un informe, junto al número, va qué se contó. (Cada concurso
# tiene sus reglas: VOC alisa la curva antes de sumar; COCO hace además la media con diez límites de IoU, de 0.5 en
# adelante. Sus números no se comparan.)
#
# > **Lo que oirás por ahí: «un mAP de 0.6 es que acierta el 60 % de los objetos».** Mide el orden de toda la lista,
# > no cuántos aciertas. Dos detectores inventados, de 10 prendas:

# %%
careful = np.array([True] * 6)
hasty = np.array([False, True] * 9)
for name, hits in (("prudente", careful), ("atrevido", hasty)):
    print(f"{name}: encuentra {hits.sum()} de 10, con {(~hits).sum()} "
          f"falsas; AP {average_precision(hits, 10):.2f}")

_, hits, _ = judge(product, detect(product), named=True)
print(f"el nuestro: mAP ≈ {times[1]:.2f}; encuentra y nombra "
      f"≈ {hits.sum() / total:.2f} de las prendas")
print("¿Más que el mAP, por 0.05?",
      bool(hits.sum() / total - times[1] > 0.05))

# %% [markdown]
# **Qué observas.** El que encuentra 9 de 10 tiene menos AP que el que encuentra 6: la mitad de lo que dice es falso,
# y eso se paga.
#
# ### Paso 3 · ¿Dónde falla?
#
# De cada prenda de validación: cuánto mide, cuánto se le junta otra (la mayor IoU de su caja con la de otra), si hay
# una caja con confianza de 0.5 o más que la encuentre, y si esa caja acierta el nombre.

# %%
table = []
for k, left in enumerate(detect(objects)):
    sure = left[objects[k, left] >= 0.5]
    for j, real in enumerate(valid.boxes[k]):
        near = np.sort(iou(real, valid.boxes[k]))[:-1]  # sin ella misma
        alike = iou(real, boxes[k, sure])
        best = int(alike.argmax()) if len(sure) else None
        found = best is not None and alike[best] >= 0.5
        named = found and kinds[k, sure[best]] == valid.labels[k][j]
        area = np.prod(real[2:] - real[:2])
        table.append((area, near.max(initial=0), found, named))
area, near, found, named = np.array(table, dtype=float).T

# %%
small = area <= np.quantile(area, 1 / 3)
large = area >= np.quantile(area, 2 / 3)
shares = {}
for name, group in (("pequeñas", small), ("grandes", large),
                    ("juntas", near > 0.1), ("sueltas", near == 0)):
    shares[name] = found[group].mean(), named[group].mean()
    print(f"{name:<9} ({group.sum():.0f}) encontradas ≈ "
          f"{shares[name][0]:.2f}   con su nombre ≈ {shares[name][1]:.2f}")
for first, last in (("juntas", "sueltas"), ("pequeñas", "grandes")):
    print(f"¿Se encuentran menos las {first} que las {last}?",
          bool(shares[first][0] < shares[last][0]))

# %% [markdown]
# **Qué observas.** Las que tienen otra muy cerca se pierden más, y las pequeñas también. Pero mira la segunda
# columna: lo que más cuesta es el nombre, también de las grandes y de las sueltas.
#
# ### ★ Ampliación · ¿Y clase a clase?
#
# ¿En qué prendas está lo que falta? La AP de cada clase, y las tres escenas con más nombres fallados:

# %%
each = times[2]
order = np.argsort(each)
fig, ax = plt.subplots(figsize=(7, 3.4), layout="constrained")
ax.barh([FASHION_MNIST_CLASSES[c] for c in order], np.sort(each),
        color="#0072B2")
ax.axvline(np.mean(each), color="#D55E00", linestyle="--", label="mAP")
ax.set(title="La media esconde dos mundos", xlabel="AP de la clase",
       xlim=(0, 1))
ax.legend()
for name, group in (("peores", order[:3]), ("mejores", order[-3:])):
    print(f"las tres {name}:",
          sorted(FASHION_MNIST_CLASSES[c] for c in group))

# %%
scene = np.repeat(np.arange(500), [len(real) for real in valid.boxes])
fails = np.bincount(scene, weights=1 - named)
fig, axes = plt.subplots(1, 3, figsize=(7.5, 2.9), layout="constrained")
for k, ax in zip(np.argsort(-fails, kind="stable"), axes):
    sure = [row for row in detect(objects)[k] if objects[k, row] >= 0.5]
    for places, which, kind in (
            (valid.boxes[k], valid.labels[k], "real"),
            (boxes[k, sure], kinds[k, sure], "predicha")):
        names = [FASHION_MNIST_CLASSES[c] for c in which]
        plot_boxes(valid.images[k], places, names, kind=kind, ax=ax,
                   title=f"escena {k}")

# %% [markdown]
# **Qué observas.** Lo que hunde la media son tres prendas con mangas que se parecen mucho entre ellas, y ya se
# confundían en {{fashion_mnist}}, solas y sin nada detrás. El mAP esconde esa diferencia.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Una prenda ocupa 20 casillas de la rejilla. ¿Cuántas responden por ella en el objetivo?
#
# - a) Las 20, cada una con un trozo.
# - b) Una, la de su centro.
# - c) Una, la de su esquina de arriba a la izquierda.
# - d) La que dé más confianza.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("9.5.A1", respuesta_1)

# %% [markdown]
# **A2.** Tu red dice «no hay nada» en las 64 casillas, también en las llenas. ¿Qué pruebas primero?
#
# - a) Bajar el límite de la supresión.
# - b) Que las casillas vacías paguen también por su caja.
# - c) Que las casillas vacías pesen menos en «hay centro».

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "c"
# <<<
check("9.5.A2", respuesta_2)

# %% [markdown]
# **A3.** En una calle llena de gente, el detector ve a las personas y la supresión se queda con una de cada grupo.
# ¿Qué la hará borrar menos?
#
# - a) Subir el límite de IoU.
# - b) Suprimir por clases.
# - c) Bajar el límite de IoU.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("9.5.A3", respuesta_3)

# %% [markdown]
# **A4.** Una clase tiene una AP50 de 0.5. ¿Qué es seguro?
#
# - a) Que se encuentra al menos la mitad de sus objetos, si se aceptan todas las cajas.
# - b) Que la mitad de las cajas de esa clase aciertan.
# - c) Que se encuentra justo la mitad de sus objetos.
# - d) Que las cajas tienen una IoU media de 0.5.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "a"
# <<<
check("9.5.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Una lista sin orden y de cualquier longitud se vuelve un tensor: por cada objeto responde la casilla de su centro.
# - La pérdida tiene partes: «hay algo» en todas las casillas; caja y clase, solo donde hay objeto, con una máscara.
# - Lo que pesan las casillas vacías mueve la confianza: más encontradas, o menos falsas.
# - La supresión de no máximos quita repetidas, y a veces una buena: la que se tapa con otra.
# - La AP junta en un número el orden de toda la lista. No es la parte de objetos que se acierta.
#
# ### ★ Ampliación · ¿Y fuera de aquí?
#
# **R-CNN** (2014) propone primero unos miles de trozos y clasifica cada uno; *Faster R-CNN* (2015) hace que la
# propia red proponga los trozos, y comparte las cuentas: dos etapas. **YOLO** y **SSD** (2016) responden de una vez,
# como aquí; SSD, además, en rejillas de varios tamaños, y con anclas. Tomar lo grande de una rejilla gruesa y lo
# pequeño de una fina es hoy lo habitual.
#
# Los YOLO de hoy son una familia de muchas manos: varias rejillas, varios de ellos ya sin anclas, y una pérdida para
# la caja que mira la IoU en vez de los cuadrados. **DETR** (2020) cambia la pregunta: un *transformer* da una lista
# de cien cajas, y la pérdida busca primero la mejor manera de emparejarlas con las reales. Es el «¿cuál es la
# primera?» del principio, resuelto de otro modo: sin rejilla, sin anclas y sin supresión.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 14.
# - J. Redmon y otros (2016), *You Only Look Once*: [arXiv:1506.02640](https://arxiv.org/abs/1506.02640).
# - N. Carion y otros (2020), *End-to-End Object Detection with Transformers*:
#   [arXiv:2005.12872](https://arxiv.org/abs/2005.12872).
# - R. Padilla y otros (2020), *A Survey on Performance Metrics for Object-Detection Algorithms*: las reglas de la AP,
#   y en qué se diferencian.
