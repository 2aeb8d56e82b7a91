# %% [markdown]
# # 9.4 · Decir dónde está: localizar un objeto
#
# | | |
# |---|---|
# | **Objetivos** | Anotar una caja de dos maneras y pasar de una a otra; calcular la IoU de dos cajas y de dos listas; medir lo que se consigue sin aprender nada; explicar por qué una red que promedia el mapa pierde el sitio; escribir una red que dice qué hay y dónde, y elegir los pesos de sus dos pérdidas; leer una curva de aciertos según el umbral |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Las capas convolucionales (lección {{capas_convolucionales}}), las redes con dos salidas ({{redes_con_otra_forma}}) y, para la ampliación, las pérdidas escritas por ti ({{piezas_propias}}) |
# | **Datos** | Escenas de 64 × 64 con una prenda de Fashion-MNIST (Zalando, licencia MIT) en un sitio conocido: se componen al pedirlas |
# | **Práctica** | Qué es y dónde está, con una sola red |

# %%
import matplotlib.pyplot as plt
import numpy as np

from course_utils import check, hint, solution
from course_utils import FASHION_MNIST_CLASSES, load_fashion_mnist
from course_utils import explore_iou, make_scenes, plot_boxes
from course_utils import quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras

# %% [markdown] presenta="localizar, course_utils.make_scenes, .boxes, .labels, .masks"
# ## 1 · ¿Cómo se escribe «está ahí»?
#
# Hasta ahora preguntabas **qué** hay en una imagen. **Localizar** (*localization*) es decir además **dónde**. La
# respuesta es una **caja** (*bounding box*): el rectángulo más pequeño que contiene el objeto.
#
# `make_scenes` compone escenas de 64 × 64 píxeles: un fondo gris y desigual con una prenda encima, de varios tamaños.
# Como la pone él, sabe dónde está: devuelve `images`, `boxes` (las cajas de cada escena), `labels` (las clases) y
# `masks` (en cada píxel, 0 si es fondo). Las prendas con las que se compara no salen en las escenas de aprender.

# %%
(images, labels), (exam_images, exam_labels) = load_fashion_mnist()

def one_garment(pick, count, seed):
    """Escenas con una prenda, su caja, su clase y sus píxeles."""
    scenes = make_scenes(images[pick], labels[pick], count, most=1,
                         seed=seed)
    return (scenes.images, np.concatenate(scenes.boxes),
            np.concatenate(scenes.labels), scenes.masks)

train, train_boxes, train_labels, train_masks = one_garment(
    slice(0, 4000), 2000, seed=1)
valid, valid_boxes, valid_labels, valid_masks = one_garment(
    slice(50_000, 51_000), 500, seed=2)
print("aprender:", train.shape, " comparar:", valid.shape)

# %% presenta="course_utils.plot_boxes"
fig, axes = plt.subplots(1, 3, figsize=(7.5, 2.9), layout="constrained")
for k, ax in enumerate(axes):
    name = FASHION_MNIST_CLASSES[train_labels[k]]
    plot_boxes(train[k], [train_boxes[k]], [name], ax=ax,
               title=f"Caja {train_boxes[k].tolist()}")

# %% [markdown] presenta="caja"
# Cada caja son cuatro números: `x0, y0, x1, y1`, las esquinas de arriba a la izquierda y de abajo a la derecha, en
# píxeles. La `x` cuenta columnas, y la `y`, filas, hacia abajo. Como en los trozos de Python, `x1` e `y1` ya quedan
# **fuera**.
#
# Por eso la caja `[10, 20, 30, 50]` tiene `30 - 10` columnas, 20, sin sumar 1; y se recorta con las filas delante,
# `imagen[20:50, 10:30]`. Hay archivos de anotaciones en los que `x1` sí cuenta: antes de usar unos, mira cuál de las
# dos costumbres siguen.
#
# La otra manera de escribirla es el **centro y el tamaño**, como **fracción del lado** de la imagen: así no depende
# de cuántos píxeles tenga, y los cuatro números van de 0 a 1. Con un lado de 64, `[10, 20, 30, 50]` es un centro en
# $(20/64, 35/64)$, un ancho de $20/64$ y un alto de $30/64$.
#
# ### Ejercicio 9.4.1
#
# Ida y vuelta. `a_centros(cajas, lado)` recibe un array `(n, 4)` con `x0, y0, x1, y1` en píxeles; devuelve otro igual
# de grande con el centro (`x`, `y`), el ancho y el alto, en fracción de `lado`. `a_esquinas(centros, lado)` lo
# deshace. Las dos primeras columnas (la `x` y la `y` a la vez) y las dos últimas ya están separadas y en su unidad;
# para pegarlas, `np.column_stack([…, …])`.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dibuja una cuadrícula de 6 × 6 en la pizarra y que escriban la caja de dos objetos. Saldrán las dos
# costumbres (contar o no la última columna) y los dos órdenes (filas o columnas primero): es el momento de fijarlos.
# En el ejercicio, quien se pierda con las columnas, que lo haga antes con una sola caja, en papel.

# %% tags=["ejercicio"]
def a_centros(cajas, lado):
    inicio, fin = cajas[:, :2] / lado, cajas[:, 2:] / lado
    # >>> return ...
    return np.column_stack([(inicio + fin) / 2, fin - inicio])
    # <<<

def a_esquinas(centros, lado):
    medio, tamano = centros[:, :2] * lado, centros[:, 2:] * lado
    # >>> return ...
    return np.column_stack([medio - tamano / 2, medio + tamano / 2])
    # <<<

# %%
check("9.4.1", a_centros, a_esquinas)

# %% [markdown] presenta="IoU"
# ## 2 · ¿Cuánto se parecen dos cajas?
#
# Si la red dice una caja y la real es otra, ¿cuánto se ha equivocado? Los píxeles de diferencia no bastan: tres de
# más en un zapato de diez es mucho; en un abrigo que llena la escena, casi nada. La medida de siempre es la
# **intersección sobre la unión** (*intersection over union*, **IoU**): el área que **comparten**, entre la que
# **cubren entre las dos**. Vale 1 si son la misma y 0 si no se tocan.
#
# **Predice:** dos cajas del mismo tamaño; una se corre la mitad de su ancho. ¿Su IoU es $1/2$, $1/3$ o $1/4$?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Casi todos dirán un medio. Con el explorador: que pongan la caja encima de la real, que la corran
# la mitad del ancho y que cuenten cuadraditos. Después, que busquen cuánto hay que crecer una caja bien centrada para
# bajar de 0.5. El error típico de 9.4.2 es olvidar las cajas que no se tocan: anchos negativos que, multiplicados,
# dan un área positiva.

# %% presenta="course_utils.explore_iou"
explore_iou(train[0], train_boxes[0])

# %% [markdown]
# **Qué observas.** Comparten media caja, y cubren una y media: $0.5/1.5 = 1/3$. La IoU es exigente: un cuarto del
# tamaño a un lado y otro cuarto hacia abajo, que a ojo es «casi», no llega a 0.5.
#
# La intersección de dos cajas es otra caja: empieza en el **mayor** de los dos comienzos y acaba en el **menor** de
# los dos finales. Si acaba antes de empezar, no hay. La unión es la suma de las dos áreas menos lo que comparten, que
# se había contado dos veces.
#
# ### Ejercicio 9.4.2
#
# Escribe `iou(a, b)`: cada una es una lista de cuatro números, `x0, y0, x1, y1`. Devuelve un número. Si la unión no
# tiene área (dos cajas vacías), devuelve 0. Puedes usar `area`:

# %%
def area(box):
    return (box[2] - box[0]) * (box[3] - box[1])

# %% tags=["ejercicio"]
def iou(a, b):
    # >>> return ...
    ancho = max(min(a[2], b[2]) - max(a[0], b[0]), 0)
    alto = max(min(a[3], b[3]) - max(a[1], b[1]), 0)
    comun = ancho * alto
    union = area(a) + area(b) - comun
    return comun / union if union > 0 else 0
    # <<<

# %%
check("9.4.2", iou)

# %% [markdown]
# ### ★ Ampliación · Ejercicio 9.4.3
#
# Para juzgar una red hacen falta quinientas de una vez: la primera real con la primera predicha, la segunda con la
# segunda… Con `np.maximum` y `np.minimum`, las mismas cuentas valen para columnas enteras; y `np.prod(…, axis=1)`
# multiplica los números de cada fila: de anchos y altos, áreas.
#
# Escribe `ious(reales, predichas)`: dos arrays `(n, 4)`, y devuelve otro de `n` números. Donde la unión no tenga
# área, 0. No hace falta que sea sin ciclos.

# %% tags=["ejercicio"]
def ious(reales, predichas):
    # >>> return ...
    inicio = np.maximum(reales[:, :2], predichas[:, :2])
    fin = np.minimum(reales[:, 2:], predichas[:, 2:])
    comun = np.prod(np.clip(fin - inicio, 0, None), axis=1)
    areas = sum(np.prod(c[:, 2:] - c[:, :2], axis=1)
                for c in (reales, predichas))
    union = areas - comun
    return comun / np.where(union > 0, union, 1)
    # <<<

# %%
check("9.4.3", ious)

# %% [markdown] presenta="línea base, numpy.nonzero"
# ## 3 · ¿Cuánto se consigue sin aprender nada?
#
# Antes de entrenar nada, una **línea base** honrada (*baseline*): el listón que una red tiene que superar para
# merecer su coste. Dos candidatas:
#
# - **la caja media**: decir en todas las escenas el promedio de las cajas de aprender;
# - **lo que brilla**: la caja de los píxeles que pasan de un gris. El gris, el mejor en 300 escenas de aprender.
#
# `np.nonzero(imagen > corte)` devuelve dos arrays: las **filas** y las **columnas** de los píxeles que cumplen.
#
# ### Ejercicio 9.4.4
#
# Escribe `caja_brillante(imagen, corte)`: la caja más pequeña que contiene todos los píxeles **mayores** que `corte`,
# en una lista `[x0, y0, x1, y1]`, con `x1` e `y1` fuera. Si no hay ninguno, no hay caja: `[0, 0, 0, 0]`, que ya está
# escrito.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que apuesten antes de la tabla, a mano alzada: ¿ganará la red a una línea con `np.nonzero`? Es el
# momento de hablar de listones: quien compara su red solo con otras redes no sabe si hacía falta una. El error típico
# de 9.4.4 es devolver filas donde van columnas.

# %% tags=["ejercicio"]
def caja_brillante(imagen, corte):
    if imagen.max() <= corte:
        return [0, 0, 0, 0]
    # >>> return ...
    filas, columnas = np.nonzero(imagen > corte)
    return [columnas.min(), filas.min(),
            columnas.max() + 1, filas.max() + 1]
    # <<<

# %%
check("9.4.4", caja_brillante)

# %% [markdown]
# Las nuestras. `overlap` es la IoU de dos listas de cajas, fila a fila (`np.prod(…, axis=1)` multiplica los números
# de cada fila: de anchos y altos, áreas). `cut_of` prueba cada corte con una regla, que es una función de la imagen y
# el corte, y se queda con el de mayor IoU media.

# %%
def overlap(real, guess):
    """La IoU de cada caja real con la que tiene enfrente."""
    low = np.maximum(real[:, :2], guess[:, :2])
    high = np.minimum(real[:, 2:], guess[:, 2:])
    both, first, second = (
        np.prod(np.clip(size, 0, None), axis=1) for size in
        (high - low, real[:, 2:] - real[:, :2],
         guess[:, 2:] - guess[:, :2]))
    return both / np.maximum(first + second - both, 1e-9)

def report(name, guess):
    found = overlap(valid_boxes, guess)
    print(f"{name:<24} IoU media ≈ {found.mean():.2f}   "
          f"de 0.5 o más: ≈ {np.mean(found >= 0.5):.0%}")
    return found

# %%
def bright_box(image, cut):
    rows, columns = np.nonzero(image > cut)
    if len(rows) == 0:
        return [0, 0, 0, 0]
    return [columns.min(), rows.min(), columns.max() + 1, rows.max() + 1]

def boxes_by(rule, scenes, cut):
    return np.array([rule(scene, cut) for scene in scenes])

def cut_of(rule, scenes):
    """De 20 a 220, el corte con más IoU en 300 escenas de aprender."""
    return max(range(20, 230, 20), key=lambda cut: overlap(
        train_boxes[:300], boxes_by(rule, scenes[:300], cut)).mean())

# %% [markdown]
# **Predice:** ¿qué parte de las escenas acertará cada una, si acertar es una IoU de 0.5 o más?

# %%
average = np.tile(train_boxes.mean(axis=0), (500, 1))
cut = cut_of(bright_box, train)
average_ious = report("caja media", average)
bright_ious = report(f"lo que pasa de {cut}",
                     boxes_by(bright_box, valid, cut))
print("¿Acierta lo brillante más del 90 %?",
      bool(np.mean(bright_ious >= 0.5) > 0.9))

# %% [markdown]
# **Qué observas.** La caja media no sirve: no está en ningún sitio en concreto. Y una línea de NumPy acierta casi
# siempre, porque estos fondos son oscuros. El listón está muy alto. ¿Y si los fondos no son todos oscuros? A cada
# fondo, un gris de más, al azar, hasta 150:

# %%
def brighten(scenes, masks, seed):
    """A cada fondo le suma un gris, de 0 a 150; a la prenda, nada."""
    extra = np.random.default_rng(seed).integers(0, 151, len(scenes))
    lighter = np.minimum(scenes + extra[:, np.newaxis, np.newaxis], 255)
    return np.where(masks == 0, lighter, scenes)

def different_box(image, cut):
    """La caja de lo que se aparta del gris mediano de la escena."""
    return bright_box(np.abs(image - np.median(image)), cut)

# %%
train_light = brighten(train, train_masks, 1)
valid_light = brighten(valid, valid_masks, 2)
for name, rule in (("pasa de", bright_box),
                   ("se aparta", different_box)):
    cut = cut_of(rule, train_light)
    found = report(f"claros, lo que {name} {cut}",
                   boxes_by(rule, valid_light, cut))
    print("  ¿Acierta más de la mitad?", bool(np.mean(found >= 0.5) > 0.5))

# %% [markdown]
# **Qué observas.** El corte fijo se hunde, aunque se vuelva a elegir. Pero quien mira el problema arregla la regla:
# si se compara cada píxel con el gris mediano de **su** escena, vuelve a acertar. Cambiar de regla es trabajo de una
# persona, y el caso siguiente puede pedir otra.
#
# ## 4 · ¿Puede una red decir cuatro números?
#
# La caja son cuatro cantidades, así que es una **regresión** con cuatro salidas: la última capa, `Dense(4)`, sin
# activación, y de pérdida, el error absoluto medio (`"mae"`). La red aprende las esquinas como fracción del lado:
# números parecidos, de 0 a 1. Los sesgos de la última capa empiezan en la caja media: la red parte de esa línea base
# y aprende lo que le falta.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dibuja el mapa de 8 × 8 que sale de la última convolución, y una prenda en una esquina. ¿Qué queda
# si se hace la media? Antes de ejecutar la celda de las pegatinas, que cada cual diga qué caja dará la regla del
# brillo. Quien termine pronto puede sumar ruido a las escenas y medir quién pierde más, la regla o la red.

# %%
targets = (train_boxes / 64).astype("float32")

def body(entry, summary):
    """Tres convoluciones, que dejan un mapa de 8 × 8, y una densa."""
    h = entry
    for filters in (8, 16, 32):
        h = keras.layers.Conv2D(filters, 3, strides=2, padding="same",
                                activation="relu")(h)
    return keras.layers.Dense(64, activation="relu")(summary(h))

# %% presenta="keras.layers.GlobalAveragePooling2D, .bias"
def make_net(summary):
    entry = keras.Input((64, 64, 1))
    box = keras.layers.Dense(4, name="caja")
    model = keras.Model(entry, box(body(entry, summary)))
    box.bias.assign(targets.mean(axis=0))  # empieza en la caja media
    return model

flat = keras.layers.Flatten()
mean = keras.layers.GlobalAveragePooling2D()

# %% [markdown] presenta="agrupación global por la media"
# Entre las convoluciones y la densa hay que pasar de mapa a fila. `Flatten` deja los 64 sitios del mapa, cada uno con
# sus 32 números. La **agrupación global por la media** (*global average pooling*) hace la media de los 64 sitios y
# deja 32 números: es lo que llevan muchas redes que clasifican, y ahorra casi todos los pesos de la densa que sigue.
#
# **Predice:** con la media, ¿sabrá la red dónde está la prenda?

# %%
def inputs(scenes):
    return scenes[..., np.newaxis].astype("float32") / 64 - 1

def fit(model, scenes, targets, loss="mae", epochs=15, **more):
    """Adam, con la tasa bajando por un coseno: 63 lotes por época."""
    rate = keras.optimizers.schedules.CosineDecay(0.005, 63 * epochs)
    model.compile(keras.optimizers.Adam(rate), loss=loss,
                  steps_per_execution=9, **more)
    model.fit(inputs(scenes), targets, batch_size=32, epochs=epochs,
              verbose=0)
    return model

def guess(model, scenes):
    return 64 * model.predict(inputs(scenes), batch_size=500, verbose=0)

# %%
nets = []
for summary in (mean, flat):
    set_seed(42)
    nets.append(fit(make_net(summary), train, targets))
mean_ious = report("media global", guess(nets[0], valid))
box_ious = report("Flatten", guess(nets[1], valid))
print("¿Menos de la mitad que Flatten?",
      bool(mean_ious.mean() < 0.5 * box_ious.mean()))

# %% [markdown]
# **Qué observas.** Con la media, la red sabe **qué** rasgos hay y cuántos, pero no dónde, y se queda cerca de la caja
# media. Para decir qué prenda es, eso puede bastar; para decir dónde, no. (Que no pueda saber nada del sitio es decir
# demasiado: los bordes con relleno dejan algún rastro. Aquí no le basta.)
#
# > **Lo que oirás por ahí: «para encontrar cosas en una imagen hace falta aprendizaje profundo».** Mira tus dos
# > tablas: en estas escenas, la línea de NumPy gana a la red.

# %%
gap = bright_ious.mean() - box_ious.mean()
print(f"IoU media, la regla menos la red ≈ {gap:.2f}")
print("¿Gana la regla por más de 0.03?", bool(gap > 0.03))

# %% [markdown]
# ### ¿Y cuando el brillo engaña?
#
# La regla encuentra lo que brilla, no la prenda. Pongamos en cada escena una **pegatina**, un rectángulo liso y claro
# que no tapa la prenda. La red se entrena otra vez, con el mismo código y estas escenas; la regla vuelve a elegir su
# corte.
#
# **Predice:** ¿quién gana ahora?

# %%
def add_stickers(scenes, masks, seed):
    rng = np.random.default_rng(seed)
    scenes = scenes.copy()
    for scene, mask in zip(scenes, masks):
        covers = True
        while covers:  # hasta que no tape la prenda
            w, h = rng.integers(8, 20, 2)
            x, y = rng.integers(65 - w), rng.integers(65 - h)
            covers = mask[y:y + h, x:x + w].any()
        scene[y:y + h, x:x + w] = rng.integers(120, 256)
    return scenes

# %%
train_stickers = add_stickers(train, train_masks, 3)
valid_stickers = add_stickers(valid, valid_masks, 4)
cut = cut_of(bright_box, train_stickers)
rule_ious = report(f"lo que pasa de {cut}",
                   boxes_by(bright_box, valid_stickers, cut))
set_seed(42)
sticker_net = fit(make_net(flat), train_stickers, targets)
sticker_guess = guess(sticker_net, valid_stickers)
net_ious = report("la red", sticker_guess)
print("¿Acierta la red al menos 15 puntos más?", bool(
    np.mean(net_ious >= 0.5) - np.mean(rule_ious >= 0.5) > 0.15))

# %%
fig, axes = plt.subplots(1, 3, figsize=(7.5, 2.9), layout="constrained")
for k, ax in enumerate(axes):
    plot_boxes(valid_stickers[k], [valid_boxes[k]], ["real"], ax=ax,
               title=f"IoU ≈ {net_ious[k]:.2f}")
    plot_boxes(valid_stickers[k], [np.clip(sticker_guess[k], 0, 64)],
               ["red"], kind="predicha", ax=ax)

# %% [markdown]
# **Qué observas.** La regla mete la pegatina en la caja. La red distingue mejor la prenda de la pegatina, y nadie le
# ha dicho cómo: bastó con cambiar los datos. Otra persona podría escribir otra regla, más larga, que también lo
# arregle. La red se justifica cuando las reglas se acaban, no antes.

# %% [markdown] presenta="GIoU"
# ## ★ Ampliación · ¿Y si la pérdida fuera la propia IoU?
#
# Se juzga con la IoU y se entrena con el error absoluto. ¿Por qué no bajar directamente $1 - \text{IoU}$? Porque si
# las cajas no se tocan vale 1, estén cerca o lejos: no dice hacia dónde ir. La **GIoU** (*generalized IoU*) lo
# arregla restando a la IoU qué fracción queda vacía en $C$, la caja más pequeña que contiene a las dos:
#
# $$\text{GIoU} = \text{IoU} - \frac{C - \text{unión}}{C}$$
#
# ### Ejercicio 9.4.5
#
# Escribe `giou(a, b)`, de dos listas de cuatro números con área. Para las áreas, otra vez `area`, que también vale
# para $C$.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que digan entre qué valores se mueve la GIoU antes de calcularla: 1 si son la misma, y hacia −1
# cuando se alejan. Con dos cajas una dentro de otra, $C$ es la mayor, y la GIoU es la IoU.

# %% tags=["ejercicio"]
def giou(a, b):
    # >>> return ...
    ancho = max(min(a[2], b[2]) - max(a[0], b[0]), 0)
    alto = max(min(a[3], b[3]) - max(a[1], b[1]), 0)
    union = area(a) + area(b) - ancho * alto
    c = area([min(a[0], b[0]), min(a[1], b[1]),
              max(a[2], b[2]), max(a[3], b[3])])
    return ancho * alto / union - (c - union) / c
    # <<<

# %%
check("9.4.5", giou)

# %% [markdown]
# La nuestra, como pérdida de Keras: recibe dos lotes y devuelve un número por muestra. **Predice:** con una caja real
# fija y otra que se aleja, ¿qué hace cada pérdida?

# %% presenta="keras.ops.minimum, keras.ops.prod"
def iou_loss(real, guess, generalized=True):
    def size(low, high):
        return keras.ops.prod(keras.ops.maximum(high - low, 0), axis=1)

    low, other_low = real[:, :2], guess[:, :2]
    high, other_high = real[:, 2:], guess[:, 2:]
    both = size(keras.ops.maximum(low, other_low),
                keras.ops.minimum(high, other_high))
    covered = size(low, high) + size(other_low, other_high) - both
    whole = size(keras.ops.minimum(low, other_low),
                 keras.ops.maximum(high, other_high))
    empty = (whole - covered) / whole if generalized else 0
    return 1 - both / covered + empty

# %%
here = np.array([[0, 0, 10, 10]], dtype="float32")
for far in (5, 12, 30):
    there = here + np.float32([far, 0, far, 0])
    print(f"a {far:>2} píxeles: 1 − IoU ≈ "
          f"{iou_loss(here, there, generalized=False)[0]:.2f}   "
          f"1 − GIoU ≈ {iou_loss(here, there)[0]:.2f}   "
          f"MAE ≈ {np.abs(here - there).mean():.1f}")

# %% [markdown]
# **Qué observas.** Sin tocarse, $1 - \text{IoU}$ se queda en 1: una cuesta llana. Las otras dos siguen creciendo.
# Ahora, la misma red con cada pérdida.
#
# **Predice:** ¿ganará la que se entrena con lo que se mide?

# %%
by_loss = {"MAE": box_ious.mean()}  # la de antes, con la misma semilla
for name, loss in (("MSE", "mse"), ("1 − GIoU", iou_loss)):
    set_seed(42)
    net = fit(make_net(flat), train, targets, loss=loss)
    by_loss[name] = report(name, guess(net, valid)).mean()
print(f"MAE ≈ {by_loss['MAE']:.2f}")
print("¿MAE y GIoU, a menos de 0.06?",
      bool(abs(by_loss["MAE"] - by_loss["1 − GIoU"]) < 0.06))
print("¿La MSE, por debajo de la MAE?",
      bool(by_loss["MSE"] < by_loss["MAE"]))

# %% [markdown]
# **Qué observas.** La GIoU no gana con claridad a la MAE: con otras semillas gana una u otra, así que aquí no se
# distinguen. La MSE queda detrás; una explicación es que, al elevar al cuadrado, los errores pequeños casi no
# cuentan, y la IoU sí los nota. Con esta red, cambiar de pérdida importa menos que conservar el sitio.
#
# ## Errores frecuentes
#
# **1. Multiplicar dos negativos.** Si las cajas no se tocan, el ancho común sale negativo, y el alto también: su
# producto es un área que no existe.

# %%
low, high = np.maximum([0, 0], [20, 20]), np.minimum([10, 10], [30, 30])
print("intersección, mal:", np.prod(high - low),
      "  bien:", np.prod(np.clip(high - low, 0, None)))

# %% [markdown]
# **2. Cambiar filas por columnas.** `np.nonzero` devuelve primero las filas, que son la `y`. No da ningún error: da
# otra caja.

# %%
rows, columns = np.nonzero(valid[0] > 110)
wrong = [[rows.min(), columns.min(), rows.max() + 1, columns.max() + 1]]
right = [[columns.min(), rows.min(), columns.max() + 1, rows.max() + 1]]
for name, box in (("mal", wrong), ("bien", right)):
    print(f"{name}: IoU ≈ {overlap(valid_boxes[:1], np.array(box))[0]:.2f}")

# %% [markdown]
# ## Práctica: qué es y dónde está
#
# Una tienda quiere las dos respuestas de cada escena. Una sola red con dos salidas, como en {{redes_con_otra_forma}}:
# las mismas convoluciones, y al final una capa para la caja y otra para la clase.
#
# ### ★ Ampliación · Ejercicio 9.4.6
#
# Completa `dos_respuestas(neuronas)`. De `h`, la densa que ya está escrita, salen las dos respuestas, cada una de su
# capa: `"caja"`, cuatro números sin activación, y `"clase"`, diez probabilidades. Devuelve un `keras.Model` de
# `entrada` a un diccionario con esas dos claves.

# %% [markdown] tags=["docente"]
# **{{minutos}}**, con los errores frecuentes. En el paso 1, antes de ejecutar, que estimen cuánto vale cada pérdida
# al empezar: una entropía cruzada de diez clases ronda 2.3, y el error de una fracción, una décima. ¿Quién manda con
# pesos iguales? El error típico de 9.4.6: poner softmax también a la caja. En 9.4.7, usar `>` donde va `>=`. Una
# pregunta abierta para el final: ¿y si la regla recorta la prenda, y una red clasifica el recorte?

# %% tags=["ejercicio"]
def dos_respuestas(neuronas):
    entrada = keras.Input((64, 64, 1))
    h = entrada
    for filtros in (8, 16, 32):
        h = keras.layers.Conv2D(filtros, 3, strides=2, padding="same",
                                activation="relu")(h)
    h = keras.layers.Flatten()(h)
    h = keras.layers.Dense(neuronas, activation="relu")(h)
    # >>> return ...
    return keras.Model(entrada, {
        "caja": keras.layers.Dense(4)(h),
        "clase": keras.layers.Dense(10, activation="softmax")(h)})
    # <<<

# %%
check("9.4.6", dos_respuestas)

# %% [markdown]
# ### Paso 1 · ¿Cuánto pesa cada pérdida?
#
# `fit` baja la suma de las dos pérdidas, cada una por su peso (`loss_weights`). No están en la misma escala: la de la
# clase empieza cerca de 2, y la de la caja, en décimas. Dejamos en 1 el peso de la clase y cambiamos el de la caja.
#
# **Predice:** con pesos iguales, ¿qué aprenderá peor la red?

# %%
def make_both():
    entry = keras.Input((64, 64, 1))
    features = body(entry, flat)
    box = keras.layers.Dense(4, name="caja")
    label = keras.layers.Dense(10, activation="softmax", name="clase")
    model = keras.Model(entry, {"caja": box(features),
                                "clase": label(features)})
    box.bias.assign(targets.mean(axis=0))
    return model

# %%
def both(weight):
    """Una red con las dos salidas; la caja pesa weight, y la clase, 1."""
    set_seed(42)
    return fit(make_both(), train,
               {"caja": targets, "clase": train_labels}, epochs=12,
               loss={"caja": "mae",
                     "clase": "sparse_categorical_crossentropy"},
               loss_weights={"caja": weight, "clase": 1.0})

# %%
def judge(model, scenes, boxes, kinds):
    """La IoU de cada caja, y si acierta la clase."""
    said = model.predict(inputs(scenes), batch_size=500, verbose=0)
    return (overlap(boxes, 64 * said["caja"]),
            said["clase"].argmax(axis=1) == kinds)

results, models = {}, {}
for weight in (1, 10, 1000):
    models[weight] = both(weight)
    found, hits = judge(models[weight], valid, valid_boxes, valid_labels)
    results[weight] = found.mean(), hits.mean()
    print(f"la caja pesa {weight:>5}: IoU media ≈ {found.mean():.2f}   "
          f"clase ≈ {hits.mean():.0%}")

# %%
print("Con 1, ¿pierde la caja más de 0.05 de IoU?",
      bool(results[10][0] - results[1][0] > 0.05))
print("Con 1000, ¿pierde la clase más de 5 puntos?",
      bool(results[10][1] - results[1000][1] > 0.05))

# %% [markdown]
# **Qué observas.** La pérdida que pesa poco se aprende peor: con pesos iguales, la caja; con 1000, la clase. Con 10
# hay un trato entre las dos. No hay un peso «correcto»: se elige mirando **las dos métricas**, en validación. La
# pérdida total no sirve para elegir, porque con cada peso suma otra cosa.
#
# ### Paso 2 · ¿Por qué 0.5?
#
# Una media de IoU mezcla cajas perfectas con cajas perdidas. Por eso se elige un umbral y se cuentan **aciertos**:
# las cajas con IoU igual o mayor. El 0.5 es una costumbre, no una ley: con 0.75 se exige más. La **curva de
# aciertos** los enseña todos.
#
# ### Ejercicio 9.4.7
#
# Escribe `aciertos(ious, umbrales)`: un array de IoU y una lista de umbrales. Devuelve un array con la fracción de
# las IoU **iguales o mayores** que cada umbral, de 0 a 1.

# %% tags=["ejercicio"]
def aciertos(ious, umbrales):
    # >>> return ...
    return np.array([np.mean(ious >= umbral) for umbral in umbrales])
    # <<<

# %%
check("9.4.7", aciertos)

# %% presenta="curva de aciertos"
final = models[10]
final_ious, final_hits = judge(final, valid, valid_boxes, valid_labels)
fig, ax = plt.subplots(figsize=(7, 3.4), layout="constrained")
steps = np.linspace(0, 1, 101)
for name, found, color, line in (
        ("lo que brilla", bright_ious, "#D55E00", "--"),
        ("la red", final_ious, "#0072B2", "-"),
        ("la caja media", average_ious, "gray", ":")):
    share = [np.mean(found >= step) for step in steps]
    ax.plot(steps, share, line, color=color, label=name)
ax.axvline(0.5, color="gray", lw=1)
ax.set(title="Curva de aciertos, en validación", xlabel="Umbral de IoU",
       ylabel="Parte que acierta", ylim=(0, 1.25))
legend = ax.legend(ncols=3, loc="upper center")

# %%
gaps = []
for step in (0.5, 0.75):
    rule, net = (np.mean(found >= step)
                 for found in (bright_ious, final_ious))
    print(f"IoU de {step} o más: la regla ≈ {rule:.0%}   "
          f"la red ≈ {net:.0%}")
    gaps.append(rule - net)
print("¿Se separan con 0.75 al menos 10 puntos más?",
      bool(gaps[1] - gaps[0] > 0.1))

# %% [markdown]
# **Qué observas.** La red cae mucho antes que la regla: sabe por dónde está la prenda, y le cuesta clavar los bordes.
# Quien mira solo el 0.5 las cree más parecidas de lo que son. Por eso, junto a un número, mira la curva.
#
# ### Paso 3 · ¿Y las pequeñas?
#
# De menor a mayor, y en tres partes:

# %%
sizes = np.sqrt(np.prod(valid_boxes[:, 2:] - valid_boxes[:, :2], axis=1))
said = final.predict(inputs(valid), batch_size=500, verbose=0)["caja"]
wrong_by = np.abs(valid_boxes - 64 * said).mean(axis=1)
small, medium, large = np.array_split(np.argsort(sizes), 3)
for name, group in (("pequeñas", small), ("medianas", medium),
                    ("grandes", large)):
    print(f"{name:<9} lado ≈ {sizes[group].mean():.0f}   "
          f"error ≈ {wrong_by[group].mean():.1f} píxeles   "
          f"IoU media ≈ {final_ious[group].mean():.2f}")
print("¿Tienen las grandes más IoU que las pequeñas?",
      bool(final_ious[large].mean() > final_ious[small].mean()))

# %% [markdown]
# **Qué observas.** Casi los mismos píxeles de error, y mucha menos IoU en las pequeñas: cada píxel es una parte mayor
# de la caja. Una media esconde eso: en un informe, la IoU va por tamaños.
#
# ### Paso 4 · El examen
#
# El sobre se abre una vez: escenas con prendas que nadie ha visto, las del conjunto de prueba de Fashion-MNIST, y la
# red que elegimos en validación.

# %% tags=["resultado"]
scenes = make_scenes(exam_images, exam_labels, 500, most=1, seed=3)
boxes, kinds = np.concatenate(scenes.boxes), np.concatenate(scenes.labels)
found, hits = judge(final, scenes.images, boxes, kinds)
rule = overlap(boxes, boxes_by(bright_box, scenes.images, 100))
print(f"caja, con la regla: ≈ {np.mean(rule >= 0.5):.0%}; con la red: "
      f"≈ {np.mean(found >= 0.5):.0%}")
print(f"qué es ≈ {hits.mean():.0%}; qué es y dónde está ≈ "
      f"{np.mean(hits & (found >= 0.5)):.0%}")

# %% [markdown]
# **Qué observas.** Para decir dónde, en estas escenas, la regla sigue ganando; pero no sabe qué es. La red da las dos
# respuestas, y la que más falla es la clase: con 2000 escenas y la prenda en cualquier sitio, aprende poco. Un
# informe honrado da los tres números: dónde, qué y las dos a la vez.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Dos cajas de 20 × 20 no se tocan. ¿Su IoU?
#
# - a) Depende de lo lejos que estén.
# - b) 0, estén donde estén.
# - c) Negativa.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("9.4.A1", respuesta_1)

# %% [markdown]
# **A2.** Una red lleva la media global antes de la última capa y acierta la clase. ¿Dirá bien dónde está el objeto?
#
# - a) Sí: si sabe qué es, sabe dónde está.
# - b) Sí: la última capa recupera los sitios con sus pesos.
# - c) Lo tiene difícil: al promediar los sitios, casi se pierde cuál respondió.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "c"
# <<<
check("9.4.A2", respuesta_2)

# %% [markdown]
# **A3.** Dos redes entrenadas con las mismas escenas: una con la caja pesando 1, otra con 100. Sus pérdidas totales
# en validación son 0.62 y 12.85. ¿Cuál es mejor?
#
# - a) No se sabe: cada una suma otra cosa. Hay que mirar la IoU y la exactitud.
# - b) La de 0.62: tiene menos pérdida.
# - c) La de 12.85: da más peso a la caja.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("9.4.A3", respuesta_3)

# %% [markdown]
# **A4.** Las dos se equivocan en 3 píxeles hacia un lado: una caja de 8 × 8 y otra de 32 × 32. ¿Y su IoU?
#
# - a) La misma: el error es el mismo.
# - b) La de la pequeña es mucho menor.
# - c) La de la grande es menor: tiene más píxeles.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "b"
# <<<
check("9.4.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Una caja son cuatro números: dos esquinas, o un centro y un tamaño. Antes de mezclarlas, mira las unidades y si
#   `x1` cuenta.
# - La IoU es lo que comparten entre lo que cubren: 1 si son la misma y 0 si no se tocan.
# - Primero, el listón: la caja media y una regla sencilla. Donde la regla basta, la red sobra.
# - Una red da una caja con una regresión de cuatro números, si conserva el sitio: la media global lo pierde.
# - Con dos salidas, los pesos deciden qué se aprende; se eligen con las métricas, no con la pérdida total.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, el capítulo de redes
#   convolucionales: clasificar y localizar.
# - Rezatofighi y otros (2019), *Generalized Intersection over Union*: la GIoU, y por qué la IoU sola no basta como
#   pérdida.
