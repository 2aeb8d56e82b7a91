# %% [markdown]
# # 9.6 · Píxel a píxel: segmentar y seguir
#
# | | |
# |---|---|
# | **Objetivos** | Escribir la IoU de cada clase, y decir qué esconde la exactitud; escribir una convolución traspuesta; montar una red que baja y sube, y medir qué ganan los bordes con sus saltos; decir cuándo una máscara no basta para contar; seguir prendas por una película y contar las identidades cambiadas |
# | **Duración** | {{minutos}} |
# | **Requisitos** | La convolución y su paso ({{la_convolucion}}, {{capas_convolucionales}}), la normalización por lotes ({{veinte_capas}}) y la API funcional ({{redes_con_otra_forma}}) |
# | **Datos** | Escenas compuestas con las prendas de Fashion-MNIST, de Zalando (licencia MIT), incluidas en el curso |
# | **Práctica** | Seguir prendas por una película |

# %%
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import ListedColormap
from scipy import ndimage
from scipy.optimize import linear_sum_assignment

from course_utils import check, hint, solution
from course_utils import load_fashion_mnist, make_scenes, plot_boxes
from course_utils import quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras

# %% [markdown] presenta="segmentar, segmentación semántica, .masks, .labels"
# ## 1 · ¿Y si hay que contestar en cada píxel?
#
# Una caja dice por dónde cae una prenda. Para recortarla hace falta su silueta: decir **de qué es cada píxel**. Eso
# es **segmentar** (*semantic segmentation*): clasificar, una vez por píxel.
#
# `make_scenes` compone escenas de 64×64 con una, dos o tres prendas (`images`), con la clase de cada prenda
# (`labels`) y su **máscara** (`masks`): 0 si el píxel es fondo; si no, la clase más 1. Las diez clases las juntamos
# en cuatro grupos. Las prendas de validación no salen en ninguna escena de entrenamiento. El conjunto de prueba no
# se abre: hoy solo se compara.

# %% presenta="course_utils.make_scenes"
NAMES = ["fondo", "arriba", "largo", "calzado", "bolso"]
# de fondo, camiseta, pantalón, suéter, vestido, abrigo, sandalia…
GROUP = np.array([0, 1, 2, 1, 2, 1, 3, 1, 3, 4, 3], dtype="uint8")

(images, labels), others = load_fashion_mnist()
train = make_scenes(images[:20_000], labels[:20_000], 800, seed=1)
garments, kinds = images[50_000:].copy(), labels[50_000:]  # validación
valid = make_scenes(garments, kinds, 300, seed=2)
del images, labels, others  # ya no hacen falta, y ocupan

x_train, x_valid = ((part.images[..., np.newaxis] / 255).astype("float32")
                    for part in (train, valid))
y_train, y_valid = GROUP[train.masks], GROUP[valid.masks]
print("escenas:", x_train.shape, " máscaras:", y_train.shape)

# %% presenta="numpy.nonzero, matplotlib.colors.ListedColormap"
COLORS = ListedColormap(["#e5e5e5", "#0072B2", "#D55E00", "#56B4E9",
                         "#F0E442"])

def draw(ax, picture, title, mask=True):
    """Una escena en gris, o una máscara con el número de cada grupo."""
    ax.imshow(picture, vmin=0, vmax=4 if mask else None,
              cmap=COLORS if mask else "gray", interpolation="nearest")
    ax.set_title(title)
    ax.axis("off")
    for group in np.unique(picture[picture > 0]) if mask else []:
        rows, columns = np.nonzero(picture == group)
        middle = len(rows) // 2
        ax.text(columns[middle], rows[middle], str(group), ha="center",
                va="center", bbox={"fc": "white", "ec": "none", "pad": 1})

# %%
chosen = [9, 11, 13, 15]
fig, axes = plt.subplots(2, 4, figsize=(7.5, 4.2), layout="constrained")
for column, k in enumerate(chosen):
    draw(axes[0, column], valid.images[k], f"escena {k}", mask=False)
    draw(axes[1, column], y_valid[k], "su máscara")
fig.suptitle("1 arriba · 2 pantalón o vestido · 3 calzado · 4 bolso")

# %% [markdown]
# **Qué observas.** Arriba, lo que verá la red; abajo, lo que tiene que contestar. Casi todo es fondo.
#
# **Predice:** quien conteste «fondo» en todos los píxeles, sin mirar, ¿cuántos acertará?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La pregunta del fondo es la de los fraudes, otra vez. Antes de 9.6.1, que calculen a mano la IoU
# del calzado con una matriz de 2×2 en la pizarra. El error típico: dividir entre lo real y lo dicho sumados, y
# contar dos veces lo común.

# %%
share = np.bincount(y_valid.ravel()) / y_valid.size
print(dict(zip(NAMES, share.round(3).tolist())))

# %% [markdown]
# **Qué observas.** Un 0.856 de exactitud sin haber segmentado nada: se la lleva el fondo. Hay que mirar cada grupo
# por separado, con la **matriz de confusión** de los píxeles: en la fila $i$, columna $j$, cuántos **son** $i$ y se
# ha **dicho** $j$. Sin ciclos, cada par $(i, j)$ se escribe como un solo número, $i \cdot clases + j$, y se
# cuentan.

# %%
def pixel_matrix(real, said, classes=5):
    pairs = classes * real.ravel() + said.ravel()
    counts = np.bincount(pairs, minlength=classes**2)
    return counts.reshape(classes, classes)

real = np.array([[0, 0, 1], [0, 1, 1]])
said = np.array([[0, 1, 1], [0, 1, 0]])
print(pixel_matrix(real, said, classes=2))

# %% [markdown] presenta="IoU por clase, mIoU"
# Para una clase, junta los píxeles que lo son y los que se ha dicho que lo son. ¿Qué parte de todos ellos está en
# los dos sitios? Es su **IoU**, la misma intersección entre unión que se usa con las cajas:
#
# $$\text{IoU}_k = \frac{\text{son } k \text{ y se ha dicho } k}{\text{son } k \text{ o se ha dicho } k}$$
#
# Lo de arriba es la diagonal. Lo de abajo, la fila más la columna, menos la diagonal, que se contó dos veces. La
# media de todas las clases es la **mIoU**. Y si una clase ni está ni se ha dicho, sale 0/0, `nan`: no hay nada que
# medir, y `np.nanmean` se la salta.
#
# ### Ejercicio 9.6.1
#
# Escribe `iou_por_clase(matriz)`: recibe una matriz de confusión, un array de (clases, clases), y devuelve un array
# con la IoU de cada clase.

# %% tags=["ejercicio"]
def iou_por_clase(matriz):
    comun = np.diag(matriz)
    # >>> return ...
    return comun / (matriz.sum(axis=0) + matriz.sum(axis=1) - comun)
    # <<<

# %%
check("9.6.1", iou_por_clase)

# %% [markdown]
# La nuestra, y lo que saca quien contesta «fondo»:

# %%
def ious(real, said, classes=5):
    matrix = pixel_matrix(real, said, classes)
    common = np.diag(matrix)
    return common / (matrix.sum(axis=0) + matrix.sum(axis=1) - common)

def summary(name, real, said):
    each = ious(real, said)
    print(f"{name:<10} exactitud ≈ {np.mean(real == said):.3f}   mIoU ≈ "
          f"{np.mean(each):.3f}:", *(f" ≈ {value:.2f}" for value in each))

summary("todo fondo", y_valid, 0 * y_valid)

# %% [markdown]
# ## 2 · ¿Hasta dónde se llega sin aprender?
#
# Antes de una red, un listón. El más barato es un umbral de brillo: **prenda** si el píxel pasa de él. No dice de
# qué grupo, solo dónde hay tela. El umbral lo elegimos en las escenas de entrenamiento. Y una mejora clásica: que
# cada píxel mire a sus ocho vecinos y se quede con la **mediana**, para quitar el grano.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que digan por qué la mediana no arregla casi nada: el fallo no es grano, son prendas oscuras
# enteras. Y que predigan qué pasará con el fondo claro antes de ejecutar la celda.

# %% presenta="scipy.ndimage.median_filter"
def tissue_iou(masks, said):
    """La IoU de «prenda», sin mirar de qué grupo."""
    return ious(1 * (masks > 0), 1 * (said > 0), 2)[1]

def median(pictures):
    return ndimage.median_filter(pictures, size=(1, 3, 3))

levels = range(60, 200, 5)
cut = max(levels, key=lambda level: tissue_iou(y_train,
                                               train.images > level))
for name, pictures in (("umbral", valid.images),
                       ("con mediana", median(valid.images))):
    said = pictures > cut
    print(f"{name:<12} exactitud {np.mean(said == (y_valid > 0)):.3f}   "
          f"IoU {tissue_iou(y_valid, said):.3f}")

# %% [markdown]
# > **Lo que oirás por ahí: «con el 96 % de los píxeles bien, está casi resuelto».** Es lo que acierta el umbral. Y de
# > todo lo que es prenda o dice que lo es, coincide en tres cuartas partes. La misma respuesta, dos cifras: en la
# > exactitud cuenta el fondo, que es fácil, y en la IoU de prenda, no.
#
# ¿Y si cambia el fondo? El mismo umbral, con 30 niveles más de luz detrás de las prendas, que no se tocan:

# %%
def lit(scenes, extra=30):
    """Las mismas escenas, con el fondo más claro."""
    behind = scenes.masks == 0
    return np.where(behind, scenes.images + extra, scenes.images)

bright = lit(valid)
fig, axes = plt.subplots(1, 4, figsize=(7.5, 2.4), layout="constrained")
for k, pictures, name in ((0, valid.images, "fondo de siempre"),
                          (2, bright, "fondo más claro")):
    draw(axes[k], pictures[9], name, mask=False)
    draw(axes[k + 1], pictures[9] > cut, "pasa el umbral", mask=False)
print(f"IoU con el fondo claro: {tissue_iou(y_valid, bright > cut):.3f}")

# %% [markdown] presenta="convolución traspuesta"
# **Qué observas.** Se hunde: el umbral no sabe qué es una prenda, solo cuánta luz había. La mediana apenas mueve
# nada.
#
# ## 3 · ¿Cómo se vuelve a subir?
#
# Para saber qué es una prenda hay que verla entera, y por eso una red **baja**: 64×64, 32×32, 16×16, 8×8. Pero la
# respuesta tiene que medir otra vez 64×64. Una convolución con paso 2 deja un mapa de la mitad. El camino de vuelta es la
# **convolución traspuesta** (*transposed convolution*): cada número de la entrada **estampa** el núcleo entero,
# multiplicado por él, y cada estampa cae `paso` sitios más allá que la anterior. Donde dos se pisan, se suman.
#
# Con `x = [1, 0, 2]`, núcleo `[1, 2, 5]` y paso 2:
#
# | sitio | 0 | 1 | 2 | 3 | 4 | 5 | 6 |
# |---|---|---|---|---|---|---|---|
# | estampa el 1 | 1 | 2 | 5 | | | | |
# | estampa el 0 | | | 0 | 0 | 0 | | |
# | estampa el 2 | | | | | 2 | 4 | 10 |
# | **sale** | 1 | 2 | 5 | 0 | 2 | 4 | 10 |
#
# ### Ejercicio 9.6.2
#
# Completa `traspuesta(x, nucleo, paso)`, en una dimensión: `x` y `nucleo` son arrays de una dimensión, y el núcleo
# tiene `paso` números o más. Devuelve un array de decimales, `salida`, con sitio justo para la última estampa.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** En la pizarra, con papeles recortados: un núcleo por número, pegados cada dos sitios. El error
# típico es asignar en vez de sumar, y solo se nota donde se pisan. Se llama traspuesta porque es la matriz de la
# convolución, traspuesta: no deshace nada.

# %% tags=["ejercicio"]
def traspuesta(x, nucleo, paso):
    salida = np.zeros((len(x) - 1) * paso + len(nucleo))
    for puesto, valor in enumerate(x):
        # >>> return ...
        inicio = puesto * paso
        salida[inicio:inicio + len(nucleo)] += valor * nucleo
        # <<<
    return salida

# %%
check("9.6.2", traspuesta)

# %% [markdown] presenta="keras.layers.Conv2DTranspose"
# En Keras, la capa es `Conv2DTranspose`: la comprobación ha comparado la tuya con ella. ¿Cuántas estampas caen en
# cada sitio? Lo dice un mapa de unos con un núcleo de unos. En dos dimensiones, es la cuenta de las filas por la de
# las columnas.

# %%
def stamp(x, kernel, stride):
    out = np.zeros((len(x) - 1) * stride + len(kernel))
    for k, value in enumerate(x):
        out[k * stride:k * stride + len(kernel)] += value * kernel
    return out

# %%
fig, axes = plt.subplots(1, 2, figsize=(7, 3.4), layout="constrained")
for ax, width in zip(axes, (3, 4)):
    times = stamp(np.ones(6), np.ones(width), 2)
    print(f"núcleo de {width}:", times.astype(int))
    ax.imshow(np.outer(times, times), cmap="gray", vmin=0)
    ax.set(title=f"Núcleo de {width}×{width}, paso 2", xlabel="columna",
           ylabel="fila")
fig.suptitle("Cuántas estampas caen en cada píxel (blanco: cuatro)")

# %% [markdown] presenta="keras.layers.UpSampling2D, tablero de ajedrez"
# **Qué observas.** Con 3, unos píxeles reciben una, otros dos y otros cuatro: un **tablero de ajedrez** que la red
# tendrá que corregir. Con 4, múltiplo del paso, todos los de dentro reciben lo mismo (los pesos aún pueden
# dibujar su propio tablero).
#
# La alternativa no aprende nada: `UpSampling2D` repite cada píxel, o interpola entre vecinos
# (`interpolation="bilinear"`), y luego una convolución normal retoca. Es la que usaremos.

# %% [markdown] presenta="totalmente convolucional, U-Net"
# ## 4 · ¿Qué se pierde al bajar?
#
# En 8×8 la red sabe que hay un bolso, pero cada casilla resume 8×8 píxeles: el contorno se ha perdido. El remedio
# de la **U-Net** (dibujada, baja y sube como una U) son **conexiones que saltan** (*skip connections*): al subir, a
# cada mapa se le **junta** el que había a ese tamaño al bajar, que aún sabe dónde estaba el borde. Después, una
# convolución mezcla los dos.
#
# Toda la red son convoluciones, sin ninguna capa densa: es **totalmente convolucional**.

# %%
def block(x, channels, strides=1):
    """Convolución, normalización y ReLU."""
    x = keras.layers.Conv2D(channels, 3, strides=strides, padding="same",
                            use_bias=False)(x)
    x = keras.layers.BatchNormalization(momentum=0.8)(x)
    return keras.layers.Activation("relu")(x)

# %% [markdown]
# ### Ejercicio 9.6.3
#
# Escribe `subir(x, salto, canales)`, un peldaño de subida: duplica el alto y el ancho de `x` repitiendo píxeles,
# junta lo que sale con `salto` (en ese orden) y pasa el resultado por `block`, con `canales` canales. Recibe y
# devuelve tensores de Keras.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dibujad la U con sus tamaños: 64, 32, 16, 8 y de vuelta. ¿Por qué se junta y no se suma, como en
# una residual? Porque así la convolución decide qué toma de cada uno (y los canales no tienen que coincidir). El
# error típico: juntar primero y subir después.

# %% tags=["ejercicio"]
def subir(x, salto, canales):
    # >>> return ...
    grande = keras.layers.UpSampling2D(2)(x)
    juntos = keras.layers.Concatenate()([grande, salto])
    return block(juntos, canales)
    # <<<

# %%
check("9.6.3", subir)

# %% [markdown]
# La red entera: tres bajadas y tres subidas. Sin saltos le damos más canales, para que no pierda por tener menos
# pesos.

# %%
def make_net(skips=True):
    entry = keras.Input((64, 64, 1))
    half = block(entry, 8, strides=2)
    quarter = block(half, 16, strides=2)
    x = block(block(quarter, 32, strides=2), 32)
    for saved, channels, more in ((quarter, 16, 24), (half, 16, 20)):
        x = keras.layers.UpSampling2D(2)(x)
        if skips:
            x = keras.layers.Concatenate()([x, saved])
        x = block(x, channels if skips else more)
    x = keras.layers.UpSampling2D(2)(x)
    if skips:
        x = keras.layers.Concatenate()([x, entry])
    return keras.Model(entry, keras.layers.Conv2D(
        5, 3, padding="same", activation="softmax")(x))

# %% [markdown]
# Entrenar es clasificar: la pérdida de siempre, entropía cruzada, en cada píxel. Se mide en todos los píxeles y,
# aparte, en los del **contorno**: los que tienen algún vecino de otro grupo.
#
# **Predice:** ¿dónde ganarán más los saltos, en todo o en el contorno?

# %%
def learn(model, loss="sparse_categorical_crossentropy", weights=None):
    """Ocho épocas de 25 lotes; la tasa baja por un coseno."""
    rate = keras.optimizers.schedules.CosineDecay(0.01, 200)
    model.compile(keras.optimizers.Adam(rate), loss)
    model.fit(x_train, y_train, epochs=8, verbose=0, sample_weight=weights)
    return model

def answer(model, pictures=x_valid):
    parts = [np.asarray(model(pictures[k:k + 50])).argmax(axis=-1)
             for k in range(0, len(pictures), 50)]
    return np.concatenate(parts)

# %%
said = {}
for name, skips in (("con saltos", True), ("sin saltos", False)):
    keras.utils.clear_session()  # la anterior, y su grafo, fuera
    set_seed(42)
    model = make_net(skips)
    said[name] = answer(learn(model))
    print(f"{name}: {model.count_params()} pesos")
    if skips:
        unet = model

# %% presenta="scipy.ndimage.maximum_filter, scipy.ndimage.minimum_filter" tags=["resultado"]
highest = ndimage.maximum_filter(y_valid, size=(1, 3, 3))
edge = highest > ndimage.minimum_filter(y_valid, size=(1, 3, 3))
for name, masks in said.items():
    summary(name, y_valid, masks)
for place, where in (("todo", edge | True), ("contorno", edge)):
    with_skips, without = (tissue_iou(y_valid[where], masks[where])
                           for masks in said.values())
    print(f"IoU de prenda, {place:<9} con saltos ≈ {with_skips:.3f}, "
          f"sin ellos ≈ {without:.3f}")
print("¿Ganan los saltos más de 0.04 en el contorno?",
      with_skips - without > 0.04)

# %%
fig, axes = plt.subplots(2, 4, figsize=(7.5, 4.2), layout="constrained")
for row, k in zip(axes, (9, 13)):
    draw(row[0], valid.images[k], f"escena {k}", mask=False)
    draw(row[1], y_valid[k], "lo real")
    for ax, (name, masks) in zip(row[2:], said.items()):
        draw(ax, masks[k], name)
fig.suptitle("1 arriba · 2 largo · 3 calzado · 4 bolso")

# %% [markdown]
# **Qué observas.** Los saltos devuelven la **silueta**, y donde más se nota es en el contorno: mira la sandalia. El
# grupo se sigue confundiendo: las dos mIoU se parecen, y con otra semilla puede ganar la que no salta. Un salto dice
# dónde, no qué.
#
# ### ★ Ampliación · ¿Y el fondo claro, que hundía al umbral?

# %%
seen = answer(unet, (bright[..., np.newaxis] / 255).astype("float32"))
usual = tissue_iou(y_valid, said["con saltos"])
dropped = usual - tissue_iou(y_valid, seen)
print(f"IoU de prenda: fondo de siempre ≈ {usual:.2f}; claro ≈ "
      f"{usual - dropped:.2f}")
print("¿Pierde más de 0.05?", dropped > 0.05)

# %% [markdown]
# También cae: nunca vio un fondo así. Cuánto, depende de la semilla y hasta de la pérdida con la que se entrenó. Si
# esperas otros fondos, entrena con ellos.
#
# ### ★ Ampliación · ¿Y si la pérdida se pareciera más a la IoU?
#
# El fondo también manda en la entropía cruzada. Se proponen dos remedios. Uno, **pesar** cada píxel: más cuanto más
# raro es su grupo (`sample_weight` admite un mapa por escena). Otro, la pérdida **Dice**, que es 1 menos la media
# de esto en todos los grupos:
#
# $$D_k = \frac{2 \sum y_k \, p_k}{\sum y_k + \sum p_k}$$
#
# En cada píxel, $y_k$ es 1 si es del grupo $k$ y 0 si no, y $p_k$ es la probabilidad que da la red. Si $p$ fuera de
# ceros y unos, $D_k$ subiría y bajaría con la IoU; y con probabilidades se puede derivar.

# %% [markdown]
# ### ★ Ampliación · Ejercicio 9.6.4
#
# Escribe `perdida_dice(y, p)`: los dos son de (escenas, alto, ancho, grupos). Suma en escenas, alto y ancho, con
# `keras.ops.sum(…, axis=(0, 1, 2))`, y devuelve un solo número: 1 menos la media de $D_k$ (`keras.ops.mean`).

# %% tags=["ejercicio"]
def perdida_dice(y, p):
    # >>> return ...
    comun = keras.ops.sum(y * p, axis=(0, 1, 2))
    juntos = keras.ops.sum(y + p, axis=(0, 1, 2))
    return 1 - keras.ops.mean(2 * comun / juntos)
    # <<<

# %%
check("9.6.4", perdida_dice)

# %% [markdown]
# ### ★ Ampliación · ¿Ayudan?
#
# La misma red, con las tres pérdidas. La **exhaustividad** de un grupo es qué parte de sus píxeles se encuentra.
#
# **Predice:** ¿cuál tendrá más mIoU? ¿Y más exhaustividad?

# %% presenta="keras.ops.one_hot, keras.ops.reshape"
def dice_loss(real, probs):
    real = keras.ops.cast(keras.ops.reshape(real, (-1, 64, 64)), "int32")
    real = keras.ops.one_hot(real, 5)
    common = keras.ops.sum(real * probs, axis=(0, 1, 2))
    both = keras.ops.sum(real + probs, axis=(0, 1, 2))
    return 1 - keras.ops.mean(2 * common / both)

rare = y_train.size / (5 * np.bincount(y_train.ravel()))
rare = rare.astype("float32")
print("pesos:", dict(zip(NAMES, [f"{w:.1f}" for w in rare])))

# %%
others = {"corriente": said["con saltos"]}
for name, setting in (("con pesos", {"weights": rare[y_train]}),
                      ("Dice", {"loss": dice_loss})):
    keras.utils.clear_session()  # la anterior, y su grafo, fuera
    set_seed(42)
    others[name] = answer(learn(make_net(), **setting))

# %%
table = {}
for name, masks in others.items():
    matrix = pixel_matrix(y_valid, masks)
    recall = np.diag(matrix) / matrix.sum(axis=1)
    table[name] = (np.mean(ious(y_valid, masks)), recall[1:].mean(),
                   tissue_iou(y_valid, masks))
    print(f"{name:<10} mIoU ≈ {table[name][0]:.3f}   exhaustividad ≈ "
          f"{table[name][1]:.3f}   IoU de prenda ≈ {table[name][2]:.3f}")
usual = table["corriente"]
print("con pesos: ¿más exhaustividad?", table["con pesos"][1] > usual[1],
      " ¿menos IoU de prenda?", table["con pesos"][2] < usual[2])
print("Dice: ¿más mIoU?", table["Dice"][0] > usual[0])

# %% [markdown]
# **Qué observas.** Con pesos se encuentran más píxeles de prenda, y se pagan: la red pinta de más, y la silueta se
# hincha. No es la mIoU lo que arreglan. Dice sí la sube, al menos con un entrenamiento tan corto como este. Ningún
# remedio es gratis: se mide el que importa para tu problema.

# %% [markdown] presenta="componente conexa, scipy.ndimage.label"
# ## 5 · ¿Cuántas prendas hay?
#
# Una máscara dice de qué es cada píxel, no cuántas cosas hay. Lo más sencillo es llamar **objeto** a cada mancha de
# píxeles del mismo grupo que se tocan: una **componente conexa** (*connected component*). `ndimage.label` las
# numera, y devuelve el mapa numerado y cuántas son. Se tocan los vecinos de arriba, abajo, izquierda y derecha; en
# diagonal, no.

# %%
small = np.array([[1, 1, 0, 0],
                  [0, 0, 1, 0],
                  [0, 0, 1, 1]])
spots, count = ndimage.label(small == 1)
print(spots)
print("manchas:", count, " de cada número, píxeles:",
      np.bincount(spots.ravel()))

# %% [markdown]
# ### ★ Ampliación · Ejercicio 9.6.5
#
# Escribe `contar(mascara, minimo)`. `mascara` es un array de dos dimensiones, con 0 en el fondo y de 1 a 4 en los
# grupos. Devuelve cuántas componentes tiene, entre los cuatro grupos, de **`minimo` píxeles o más**. Cada grupo se
# busca por su cuenta: dos de grupos distintos no se juntan aunque se toquen.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El error típico es contar el 0 de `bincount`, que es el fondo, y buscar en toda la máscara de una
# vez. Que dibujen dos camisetas que se tocan y una sandalia de tiras, y digan cuántas cuenta el programa.

# %% tags=["ejercicio"]
def contar(mascara, minimo):
    # >>> return ...
    total = 0
    for grupo in range(1, 5):
        manchas, _ = ndimage.label(mascara == grupo)
        tamanos = np.bincount(manchas.ravel())[1:]
        total += np.sum(tamanos >= minimo)
    return total
    # <<<

# %%
check("9.6.5", contar)

# %% [markdown]
# ### ¿Sale la cuenta?
#
# **Predice:** con las máscaras **reales**, sin ningún error, ¿en cuántas escenas de cada diez saldrá la cuenta?

# %%
def count_spots(mask, least=20):
    """Las manchas de 20 píxeles o más, entre los cuatro grupos."""
    sizes = [np.bincount(ndimage.label(mask == group)[0].ravel())[1:]
             for group in range(1, 5)]
    return sum(np.sum(size >= least) for size in sizes)

real = np.array([len(found) for found in valid.labels])
off = np.array([count_spots(mask) for mask in y_valid]) - real
print(f"cuenta bien {np.mean(off == 0):.2f}, de menos "
      f"{np.mean(off < 0):.2f}, de más {np.mean(off > 0):.2f}")

# %%
fig, axes = plt.subplots(1, 4, figsize=(7.5, 2.4), layout="constrained")
for left, cases in ((0, off < 0), (2, off > 0)):
    k = np.flatnonzero(cases)[0]
    draw(axes[left], valid.images[k], f"hay {real[k]}", mask=False)
    draw(axes[left + 1], y_valid[k], f"salen {real[k] + off[k]}")

# %% [markdown] presenta="segmentación de instancias"
# **Qué observas.** Se cuenta de menos cuando dos prendas del mismo grupo se tocan: en la máscara son una sola
# mancha, y ningún programa que solo mire la máscara puede separarlas con seguridad. Se cuenta de más cuando una
# prenda tapa a otra y la parte en dos, o cuando es de tiras sueltas.
#
# Para eso existe la **segmentación de instancias** (*instance segmentation*): una máscara por objeto. *Mask R-CNN*
# busca primero las cajas y segmenta dentro de cada una. *SAM* da la máscara de lo que se le señale, con un punto o
# una caja, sin decir qué es.

# %% [markdown]
# ## Errores frecuentes
#
# **Cambiar de tamaño una máscara interpolando.** Entre un 0 y un 4 aparecen un 1 y un 3: prendas que no estaban.
# Una máscara son nombres, no cantidades.

# %% presenta="scipy.ndimage.zoom"
line = np.array([[0, 0, 4, 4]])
for name, order in (("interpolando", 1), ("arreglado", 0)):
    print(f"{name:<13}", ndimage.zoom(line, (1, 2), order=order)[0])

# %% [markdown]
# ### ★ Ampliación · Un tamaño que no se divide
#
# Con 50 de lado, bajar da 25, 13 y 7; al subir, 7 se vuelve 14, que no encaja con el 13. Se rellena antes con un
# borde hasta un múltiplo de 8.

# %% presenta="keras.layers.ZeroPadding2D"
def two_levels(side, border=0):
    entry = keras.Input((side, side, 1))
    x = keras.layers.ZeroPadding2D(border)(entry)
    for _ in range(2):
        x = block(x, 4, strides=2)
    low = keras.layers.UpSampling2D(2)(block(x, 4, strides=2))
    return keras.layers.Concatenate()([low, x]).shape

try:
    two_levels(50)
except ValueError:
    print("ValueError: 14 y 13 no encajan")
print("arreglado:", two_levels(50, border=3))

# %% [markdown] presenta="seguimiento"
# ## Práctica: seguir prendas por una película
#
# Un vídeo son imágenes sueltas: nadie dice que la camiseta de este fotograma sea la de antes. Darle a cada cosa un
# nombre que dure es el **seguimiento** (*tracking*). Lo habitual es detectar en cada fotograma y después
# **asociar**.
#
# ### Paso 1 · La película
#
# Tres prendas de verdad se mueven en línea recta y rebotan. En cada fotograma tenemos las cajas de lo que se ve,
# barajadas: el detector no falla, salvo que no ve una prenda de la que asoma menos de 0.3. Así, lo que salga mal
# es culpa de quien asocia. `make_movie` da 20 fotogramas: de cada uno, la imagen, las cajas y de qué prenda es cada
# caja.

# %% [markdown] tags=["docente"]
# **{{minutos}}**, con los errores frecuentes y la autoevaluación. Pasa los fotogramas uno a uno, tapando los
# nombres, y que la clase los siga a ojo: ¿en qué se fija? En el aspecto y en hacia dónde iba. Nuestro programa no
# mira ninguna de las dos.

# %%
def paint(places, chosen):
    """El fotograma, y de qué prenda es cada píxel."""
    picture, owner = np.full((64, 64), 60), np.zeros((64, 64), int)
    for k, (x, y) in enumerate(places.round().astype(int)):
        solid = chosen[k] > 25
        owner[y:y + 28, x:x + 28][solid] = k + 1
        picture[y:y + 28, x:x + 28][solid] = chosen[k][solid]
    return picture, owner

def box_of(pixels):
    rows, columns = np.nonzero(pixels)
    return columns.min(), rows.min(), columns.max() + 1, rows.max() + 1

# %%
def make_movie(seed, speed):
    rng, movie = np.random.default_rng(seed), []
    chosen = garments[rng.integers(0, 1000, 3)]
    places = rng.uniform(0, 36, (3, 2))
    steps = rng.uniform(-speed, speed, (3, 2))
    for _ in range(20):
        picture, owner = paint(places, chosen)
        seen = [k for k in rng.permutation(3) if np.sum(owner == k + 1)
                >= 0.3 * np.sum(chosen[k] > 25)]
        boxes = [box_of(owner == k + 1) for k in seen]
        movie.append((picture, boxes, seen))
        places = places + steps
        steps[(places < 0) | (places > 36)] *= -1  # rebota
        places = places.clip(0, 36)
    return movie

# %% [markdown] presenta=".prod"
# ### Paso 2 · Ejercicio 9.6.6
#
# La caja de ahora que más se solapa con una de antes será la misma prenda. `box_ious` da todas las IoU: una fila por
# caja de antes, una columna por caja de ahora (el área común, entre la suma de las dos menos la común). `prod`
# multiplica el ancho por el alto.

# %%
def box_ious(before, now):
    a = np.array(before).reshape(-1, 1, 4)
    b = np.array(now).reshape(1, -1, 4)
    low = np.maximum(a[..., :2], b[..., :2])
    high = np.minimum(a[..., 2:], b[..., 2:])
    common = (high - low).clip(0).prod(axis=-1)
    area_a, area_b = ((c[..., 2:] - c[..., :2]).prod(axis=-1)
                      for c in (a, b))
    return common / (area_a + area_b - common)

print(box_ious([[0, 0, 4, 4], [8, 8, 12, 12]], [[2, 0, 6, 4]]).round(2))

# %% [markdown]
# Casar de forma **codiciosa** es elegir cada vez la mayor IoU de toda la tabla, y tachar esa fila y esa columna:
# ninguna caja casa dos veces. La fila y la columna del mayor las da `largest`.

# %% presenta="numpy.unravel_index"
def largest(table):
    return np.unravel_index(table.argmax(), table.shape)

# %% [markdown]
# Completa `emparejar(ious, minimo)`. El ciclo ya está: sigue mientras quede una IoU de `minimo` o más, con `minimo`
# mayor que 0. Falta lo que se hace con cada pareja: añadirla a `parejas` como `(fila, columna)` y tachar en
# `libres` su fila **y** su columna. (Para tachar vale cualquier número menor que 0.)

# %% tags=["ejercicio"]
def emparejar(ious, minimo):
    libres, parejas = ious.copy(), []
    while libres.size and libres.max() >= minimo:
        fila, columna = largest(libres)
        # >>> return ...
        parejas.append((fila, columna))
        libres[fila] = libres[:, columna] = -1
        # <<<
    return parejas

# %%
check("9.6.6", emparejar)

# %% [markdown] presenta="asignación óptima, scipy.optimize.linear_sum_assignment"
# ### Paso 3 · Seguir
#
# Quien casa con alguien de antes hereda su nombre; quien no, estrena uno. Para casar usamos la **asignación
# óptima**: entre todas las maneras de emparejar, la de mayor suma de IoU. Es el problema que resuelve el
# **algoritmo húngaro**, y en SciPy, `linear_sum_assignment`.

# %%
def optimal(table, least):
    rows, columns = linear_sum_assignment(table, maximize=True)
    return [(row, column) for row, column in zip(rows, columns)
            if table[row, column] >= least]

# %%
def follow(movie, match):
    """El nombre de cada caja de cada fotograma."""
    before, old_names, fresh, names = [], [], 0, []
    for _, boxes, _ in movie:
        now = [None] * len(boxes)
        for old, new in match(box_ious(before, boxes), 0.1):
            now[new] = old_names[old]
        for k in range(len(boxes)):
            if now[k] is None:
                now[k], fresh = fresh, fresh + 1
        before, old_names = boxes, now
        names.append(now)
    return names

# %% presenta="course_utils.plot_boxes"
movie = make_movie(35, speed=4)
names = follow(movie, optimal)
fig, axes = plt.subplots(2, 4, figsize=(7.5, 4.4), layout="constrained")
for ax, k in zip(axes.flat, range(2, 10)):
    picture, boxes, _ = movie[k]
    plot_boxes(picture.astype("uint8"), boxes,
               [f"#{name}" for name in names[k]], title=f"fotograma {k}",
               ax=ax)
fig.suptitle("Las cajas, con el nombre que les da el programa")

# %% [markdown]
# **Qué observas.** Los dos fallos típicos. En el fotograma 4, el vestido y el pantalón se cruzan y se intercambian los
# nombres: cada caja se parece más a la que tenía la otra prenda. En el 7, el suéter tapa el pantalón; al volver, en
# el 8, ya no queda con quién casarlo, y estrena el #3.
#
# ### Paso 4 · ¿Cuántas veces se equivoca?
#
# Sabemos de quién es cada caja, así que se puede contar: una **identidad cambiada** es una prenda que vuelve a
# verse con otro nombre.

# %%
def swaps(movie, names):
    last, count = {}, 0
    for (_, _, seen), now in zip(movie, names):
        for garment, name in zip(seen, now):
            count += last.get(garment, name) != name
            last[garment] = name
    return count

def count_swaps(match, speed):
    movies = [make_movie(seed, speed) for seed in range(40)]
    return sum(swaps(movie, follow(movie, match)) for movie in movies)

by_optimal = {speed: count_swaps(optimal, speed) for speed in (2, 4, 8)}
for speed, count in by_optimal.items():
    print(f"hasta {speed} píxeles por fotograma: {count} cambios")

# %% [markdown]
# **Qué observas.** Cuanto más se mueve una prenda entre dos fotogramas, menos se solapa con su propia caja. Los
# programas que se usan de verdad añaden lo que a este le falta: predecir adónde va cada caja, guardar un rato a
# quien se pierde y mirar el aspecto.

# %% [markdown]
# ### ★ Ampliación · ¿Y con la codiciosa?
#
# La codiciosa se queda con la mejor pareja, aunque deje a las demás sin la suya. **Predice:** ¿se equivocará más?

# %%
def greedy(table, least):
    free, pairs = table.copy(), []
    while free.size and free.max() >= least:
        row, column = largest(free)
        pairs.append((row, column))
        free[row] = free[:, column] = -1
    return pairs

for speed, count in by_optimal.items():
    print(f"hasta {speed} píxeles: codiciosa {count_swaps(greedy, speed)}, "
          f"óptima {count}")

# %% [markdown]
# **Qué observas.** Despacio, casi lo mismo. Con prisa hay muchas parejas posibles, y elegir primero la mejor deja a
# otras sin la suya.

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** En unas radiografías, la lesión ocupa el 3 % de los píxeles. Una red acierta el 97 %. ¿Qué sabes de ella?
#
# - a) Que encuentra casi todas las lesiones.
# - b) Que acierta como quien contesta «sano» en todo: hay que ver la IoU de la lesión.
# - c) Que su mIoU es de 0.97.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("9.6.A1", respuesta_1)

# %% [markdown]
# **A2.** ¿Para qué sirven las conexiones que saltan de una U-Net?
#
# - a) Para que la red tenga menos pesos.
# - b) Para que la salida mida lo mismo que la entrada.
# - c) Para que, al subir, la red tenga a mano los mapas finos, donde aún se ven los bordes.
# - d) Para no tener que bajar.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "c"
# <<<
check("9.6.A2", respuesta_2)

# %% [markdown]
# **A3.** Una convolución traspuesta con núcleo de 5 y paso 2 deja un dibujo a cuadros. ¿Qué pruebas primero?
#
# - a) Un núcleo de 4, o repetir píxeles y después una convolución.
# - b) Más épocas: se quita solo.
# - c) Un núcleo de 7, que mezcla más.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("9.6.A3", respuesta_3)

# %% [markdown]
# **A4.** Quieres contar las botellas de un estante, muy juntas, y tienes una red que dice «botella» o «fondo» en
# cada píxel, casi sin fallos. ¿Te vale?
#
# - a) Sí: se cuentan las componentes conexas.
# - b) No: las que se tocan salen como una sola; hace falta segmentar por instancias.
# - c) Sí, si se sube el mínimo de píxeles.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "b"
# <<<
check("9.6.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Segmentar es clasificar cada píxel. Con mucho fondo, la exactitud engaña: se mira la IoU de cada clase, y su media.
# - Una convolución traspuesta estampa el núcleo y suma; si este no es múltiplo del paso, deja un tablero.
# - Una U-Net baja para saber qué es y sube para decir dónde; sus saltos devuelven los bordes.
# - De máscara a objetos: componentes conexas, que unen las iguales que se tocan y parten las tapadas.
# - Seguir es detectar y asociar. Falla cuando dos se cruzan o una se tapa, y más cuanto más se mueven.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 14.
# - O. Ronneberger y otros (2015), *U-Net: Convolutional Networks for Biomedical Image Segmentation*:
#   [arXiv:1505.04597](https://arxiv.org/abs/1505.04597).
# - A. Odena y otros (2016), [*Deconvolution and Checkerboard Artifacts*](https://distill.pub/2016/deconv-checkerboard/).
# - K. He y otros (2017), *Mask R-CNN*: [arXiv:1703.06870](https://arxiv.org/abs/1703.06870). A. Kirillov y otros (2023),
#   *Segment Anything*: [arXiv:2304.02643](https://arxiv.org/abs/2304.02643).
# - A. Bewley y otros (2016), *Simple Online and Realtime Tracking*, que además predice adónde va cada caja:
#   [arXiv:1602.00763](https://arxiv.org/abs/1602.00763).
