# %% [markdown]
# # 9.3 · Aprovechar una red ya entrenada
#
# | | |
# |---|---|
# | **Objetivos** | Nombrar fotografías con una red entrenada por otros y decir por qué se equivoca; usar sus características con una capa nueva encima y medir cuándo ayudan; descongelar parte de ella sin estropear la normalización; escribir Grad-CAM y comprobar lo que enseña; buscar imágenes parecidas |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Congelar y afinar entre redes pequeñas (lección {{lo_que_sabe_otra_red}}), la normalización por lotes ({{veinte_capas}}) y la cinta ({{derivadas_automaticas}}) |
# | **Datos** | Seis fotografías de scikit-image y los pesos de EfficientNet-Lite0 (licencia Apache 2.0), incluidos en el curso; Fashion-MNIST, de Zalando (licencia MIT), y las cifras de scikit-learn |
# | **Práctica** | Un buscador de imágenes parecidas |

# %%
import time

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from course_utils import check, hint, solution
from course_utils import FASHION_MNIST_CLASSES, efficientnet_lite0
from course_utils import load_fashion_mnist, load_imagenet_classes
from course_utils import load_photos, plot_image_grid
from course_utils import quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras
import tensorflow as tf

# %% [markdown] presenta=".input_shape, .output_shape, course_utils.efficientnet_lite0, course_utils.load_imagenet_classes, course_utils.load_photos"
# ## 1 · ¿Sabe qué hay en tus fotos?
#
# En {{lo_que_sabe_otra_red}} reutilizaste una red pequeña que habías entrenado tú. Hay otra manera: tomar una que entrenaron
# otros, con muchísimas más fotos de las que tendrás nunca. **EfficientNet-Lite0** aprendió con el millón largo de
# fotografías de **ImageNet**, repartidas en mil clases: muchas razas de perro, setas, herramientas, naves… Alguien gastó ese
# tiempo y esa electricidad una vez, y publicó los pesos: los pone `efficientnet_lite0`. `input_shape` y `output_shape` dicen qué forma
# recibe y qué da. `load_imagenet_classes` da los nombres de
# las mil clases y `load_photos`, seis fotografías.

# %%
network = efficientnet_lite0()
classes = load_imagenet_classes()
photos = load_photos()
print("capas:", len(network.layers), "  pesos:", network.count_params())
print("recibe", network.input_shape, "y da", network.output_shape)

# %% [markdown] presenta="tensorflow.image.resize"
# Una red preentrenada trae sus condiciones, y no avisa si no se cumplen. Esta quiere fotos de 224×224, en color y con
# los píxeles **de 0 a 255**: los escala ella, en su primera capa. Nuestras fotos son mayores y no son cuadradas. `square`
# toma el cuadrado del centro y `tf.image.resize` lo deja en 224×224 (`antialias=True` promedia los píxeles que se juntan
# al encoger).
#
# **Predice:** la taza, la gata, una astronauta, un cohete, un fotógrafo y la retina de un ojo. ¿En cuáles acertará?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que apunten seis apuestas antes de la figura. Lo que hay que sacar de la sección: no hay clase «astronauta» ni «retina», y
# la red no puede callarse. Pregunta si «trípode» es un error: el trípode está en la foto. En 9.3.1, el tropiezo es
# devolver los de menor probabilidad, porque `argsort` ordena de menor a mayor.

# %%
def square(photo):
    """El cuadrado del centro, a 224×224, con números de 0 a 255."""
    side = min(photo.shape[:2])
    top, left = (photo.shape[0] - side) // 2, (photo.shape[1] - side) // 2
    middle = photo[top:top + side, left:left + side]
    return tf.image.resize(middle, (224, 224), antialias=True).numpy()

def answer(some):
    """Las mil probabilidades de cada una, de dos en dos: cabe mejor."""
    return network.predict(some, batch_size=2, verbose=0)

# %%
pictures = np.stack([square(photo) for photo in photos.values()])
answers = answer(pictures)
captions = [f"{classes[row.argmax()]} {row.max():.2f}" for row in answers]
fig = plot_image_grid(pictures.astype("uint8"), captions, columns=3)

# %%
cat, astronaut = answers[1], answers[2]
cats = [k for k, name in enumerate(classes) if name.startswith("gato")]
print("clases que empiezan por «gato»:", [classes[k] for k in cats])
print(f"entre todas, para la gata ≈ {cat[cats].sum():.2f}   "
      f"¿más de 0.7? {bool(cat[cats].sum() > 0.7)}")
print("¿Hay una clase «astronauta»? ", "astronauta" in classes,
      "  ¿y «retina»?", "retina" in classes)
print(f"la más alta de la astronauta ≈ {astronaut.max():.2f}   suman ≈ "
      f"{astronaut.sum():.2f}")

# %% [markdown]
# **Qué observas.** El café y el trípode, casi seguros, y los dos están en la foto. La gata se reparte entre varias clases
# de gato: mirar solo la primera engaña. Y con la astronauta y la retina inventa, porque no puede hacer otra cosa: **esas
# clases no existen** y la *softmax* reparte siempre 1 entre las mil. No sabe decir «no lo sé». Que la más alta sea baja
# es una pista, pero no una garantía.
#
# ### ★ Ampliación · Ejercicio 9.3.1
#
# Escribe `mejores(probabilidades, nombres, cuantos)`: recibe un array de probabilidades, una lista con el nombre de cada una
# y un entero. Devuelve una lista de tuplas `(nombre, probabilidad)`, las `cuantos` más probables, de mayor a menor.

# %% tags=["ejercicio"]
def mejores(probabilidades, nombres, cuantos):
    # >>> return ...
    orden = np.argsort(probabilidades)[::-1][:cuantos]
    return [(nombres[k], probabilidades[k]) for k in orden]
    # <<<

# %%
check("9.3.1", mejores)

# %% [markdown]
# ### ¿Y si la foto llega de otra manera?
#
# **Predice:** ¿qué cambiará más lo que dice: el espejo, girarla un cuarto de vuelta, ponerla cabeza abajo o acercarse al
# centro?

# %%
middle = pictures[:, 56:168, 56:168]
ways = {"tal cual": pictures, "espejo": pictures[:, :, ::-1],
        "cuarto de vuelta": np.rot90(pictures, axes=(1, 2)),
        "cabeza abajo": pictures[:, ::-1],
        "de cerca": tf.image.resize(middle, (224, 224))}
for name, some in ways.items():
    said = answer(some)[[0, 1, 4]]
    print(f"{name:<17}", "  ".join(
        f"{classes[row.argmax()]:<12} ≈ {row.max():.2f}" for row in said))

# %% [markdown]
# **Qué observas.** El espejo casi no le importa: en una foto, izquierda y derecha dan igual, y seguro que vio fotos así. La
# gata aguanta todo. Pero el fotógrafo tumbado es un violín, y cabeza abajo, un paracaídas; y el café de cerca, un consomé. **Solo
# reconoce lo que se parece a lo que vio**, y casi nadie sube fotos tumbadas.

# %% [markdown] presenta=".get_layer"
# ## 2 · ¿Sirve para algo que no sea ImageNet?
#
# Quítale la última capa. Lo que queda da **1280 números** por foto: una lista de «cuánto hay de esto», que la red se inventó
# para separar mil clases. Cada uno es la media de un mapa de 7×7 (de eso se encarga la capa «pool», que `get_layer` busca por su nombre). Y la
# capa que has quitado es una vieja conocida: una suma ponderada y una *softmax*, es decir, una **regresión logística** sobre
# esos 1280 números.

# %%
body = keras.Model(network.input, network.get_layer("pool").output)
weights, bias = network.get_layer("classes").get_weights()
described = body.predict(pictures, batch_size=2, verbose=0)
by_hand = tf.nn.softmax(described @ weights + bias)
print("características:", described.shape, "  pesos:", weights.shape)
print("¿Da lo mismo que la red entera?",
      np.allclose(by_hand, answers, atol=1e-4))

# %% [markdown]
# Así que la idea es sencilla: dejar la red **congelada**, describir con ella **tus** imágenes y entrenar solo la regresión
# logística, con **tus** clases. ¿Funciona con imágenes que no son fotos? Pruébalo con dos que ya conoces: 500 prendas (de
# 28×28) y 500 cifras (de 8×8). De cada una, 250 para sacar las pocas etiquetas y 250 para comparar.

# %%
def some_of(pictures, labels):
    """Quinientas al azar, con sus píxeles de 0 a 1."""
    rows = np.random.default_rng(0).permutation(len(labels))[:500]
    return {"images": (pictures[rows] / pictures.max()).astype("float32"),
            "y": labels[rows]}

garments = some_of(*load_fashion_mnist()[0])
digits = load_digits()
figures = some_of(digits.images, digits.target)
print(garments["images"].shape, figures["images"].shape)

# %% [markdown]
# ### Ejercicio 9.3.2
#
# Antes hay que cumplir las condiciones de la red. Escribe `preparar(grises, lado)`: recibe imágenes grises de 0 a 1, un array de
# forma (n, alto, ancho), y devuelve un array de NumPy de forma (n, lado, lado, 3), de 0 a 255: los tres canales,
# iguales. El tamaño, con `tf.image.resize`, sin `antialias`; al final, `numpy()`. Los tres canales, con `np.repeat(…, 3, axis=3)`.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La pregunta buena, antes de medir: ¿qué sabe de camisetas una red que vio fotos en color? (Vio camisetas, y
# zapatos.) ¿Y de cifras de 8×8? En 9.3.2, casi todos olvidan el 255: es el error de la casa, y no da ningún aviso. Deja que
# la celda de describir corra mientras discuten: es la que más tarda.

# %% tags=["ejercicio"]
def preparar(grises, lado):
    # >>> return ...
    triples = np.repeat(255 * grises[..., None], 3, axis=3)
    return tf.image.resize(triples, (lado, lado)).numpy()
    # <<<

# %%
check("9.3.2", preparar)

# %% [markdown]
# Describir es lo caro: 500 pasadas de una red de 16 bloques. Pero está congelada, así que cada imagen da siempre lo mismo: se
# hace **una sola vez** y se guarda. `middle_of` es un punto intermedio, casi al final: lo usarás en la sección 3.

# %%
def enlarge(gray):
    color = 255 * np.repeat(gray[..., None], 3, axis=3)
    return tf.image.resize(color, (224, 224))

middle_of = network.get_layer("block_15_add").output
reader = keras.Model(network.input, [middle_of, body.output])

def describe(gray):
    """De cada imagen, los mapas de en medio y las 1280 del final."""
    parts = [reader.predict(enlarge(some), batch_size=4, verbose=0)
             for some in np.split(gray, range(50, len(gray), 50))]
    return [np.concatenate(each) for each in zip(*parts)]

# %%
start = time.process_time()
for data in (garments, figures):
    data["middle"], data["features"] = describe(data["images"])
    data["pixels"] = data["images"].reshape(500, -1)
del garments["middle"]  # solo harán falta los de las cifras
spent = time.process_time() - start
print(f"describir las mil ≈ {spent:.1f} s de procesador")

# %% [markdown]
# ### ¿Gana a empezar desde cero?
#
# Con 30 etiquetas, tres de cada clase, comparamos tres recetas en cinco muestras emparejadas: la logística sobre las
# **características**, la misma logística sobre los **píxeles** (el listón) y una CNN pequeña **desde cero**, con 180 pasos. Esta
# vez no hay conjunto de prueba: todo se mide en las mismas 250, y se dice.
#
# **Predice:** ¿quién ganará con las prendas? ¿Y con las cifras?

# %%
SAMPLES = range(1, 6)

def few(data, count, seed):
    """Las pocas con etiqueta: las mismas de cada clase."""
    rng = np.random.default_rng(seed)
    return np.concatenate([
        rng.choice(np.flatnonzero(data["y"][:250] == kind), count // 10,
                   replace=False) for kind in range(10)])

def by_line(data, what, count, make=LogisticRegression):
    """Lo que acierta una logística, en las cinco muestras."""
    found = []
    for seed in SAMPLES:
        rows = few(data, count, seed)
        line = make(max_iter=2000).fit(data[what][rows], data["y"][rows])
        found.append(line.score(data[what][250:], data["y"][250:]))
    return np.array(found)

# %%
def small_network(side):
    settings = {"activation": "relu", "padding": "same",
                "kernel_initializer": "he_normal"}
    return keras.Sequential([
        keras.Input((side, side, 1)),
        keras.layers.Conv2D(16, 3, **settings),
        keras.layers.MaxPooling2D(),
        keras.layers.Conv2D(32, 3, **settings),
        keras.layers.MaxPooling2D(), keras.layers.Flatten(),
        keras.layers.Dense(10, activation="softmax")])

# %%
def accuracy(model, x, data):
    said = np.concatenate([model(some) for some in np.split(x, 10)])
    return float(np.mean(said.argmax(axis=1) == data["y"][250:]))

# %%
def from_scratch(data, count):
    """La CNN pequeña, con pesos nuevos en cada muestra."""
    x, found = data["images"][..., None], []
    model = small_network(x.shape[1])
    model.compile(keras.optimizers.SGD(0.05), steps_per_execution=30,
                  loss="sparse_categorical_crossentropy")
    for seed in SAMPLES:
        set_seed(seed)
        model.set_weights(small_network(x.shape[1]).get_weights())
        rows = few(data, count, seed)
        rows = np.random.default_rng(seed).choice(rows, 16 * 180)
        model.fit(x[rows], data["y"][rows], batch_size=16, verbose=0)
        found.append(accuracy(model, x[250:], data))
    return np.array(found)

# %% tags=["resultado"]
scores = {}
for name, data in (("prendas", garments), ("cifras", figures)):
    scores[name] = {"congelada": by_line(data, "features", 30),
                    "píxeles": by_line(data, "pixels", 30),
                    "desde cero": from_scratch(data, 30)}
    for recipe, found in scores[name].items():
        print(f"{name:<8} {recipe:<15} ≈ {found.mean():.3f}")
for name, found in scores.items():
    gain = found["congelada"] - np.maximum(found["píxeles"],
                                                 found["desde cero"])
    print(f"{name}: congelada menos la mejor de las otras ≈ "
          f"{gain.mean():+.3f}\n   ¿gana por más de 0.02? "
          f"{bool(gain.mean() > 0.02)}   ¿pierde por más de 0.02? "
          f"{bool(gain.mean() < -0.02)}")

# %%
fig, axes = plt.subplots(1, 2, figsize=(7.5, 3.2), sharey=True,
                         layout="constrained")
for ax, (name, found) in zip(axes, scores.items()):
    columns = np.array(list(found.values()))
    ax.plot(range(3), columns, "o-", color="#0072B2", alpha=0.35)
    ax.plot(range(3), columns.mean(axis=1), "D", color="black",
            label="media")
    ax.set(xticks=range(3), xticklabels=found, xlabel="Receta",
           xlim=(-0.4, 2.4),
           title=f"30 {name} con etiqueta")
axes[0].legend()
label = axes[0].set_ylabel("Exactitud en las otras 250")

# %% [markdown]
# **Qué observas.** Cada línea azul es una muestra. Con las **prendas**, la red congelada gana de media: nunca vio una foto
# de 28×28, pero sí zapatos, bolsos y camisetas. Con las **cifras** pierde, y por más: lo que mira una red hecha para fotos (texturas,
# materiales, partes de animales) no es lo que separa un 3 de un 8, y sus píxeles, tan pocos y tan centrados, ya lo
# dicen casi todo. La misma red, la misma receta y las mismas etiquetas: **depende de la tarea**.

# %% [markdown] presenta="keras.layers.BatchNormalization"
# ## 3 · ¿Y si la dejas aprender un poco?
#
# Con las cifras se puede ir más allá: **descongelar** los últimos bloques y **afinar** con una tasa pequeña, como en
# {{lo_que_sabe_otra_red}}. Dos novedades. La primera, el ahorro: los bloques que siguen congelados no hay que repetirlos. Se
# parte de los mapas guardados (`middle`) y se entrena solo la cola, del bloque 16 al final. La cabeza nueva empieza en
# los pesos de la logística, para que no empuje a nadie a ciegas.
#
# La segunda: **la normalización por lotes**. Estas capas guardan la media y la desviación que vieron con un millón de fotos. Si se
# descongelan, al entrenar usan las de cada lote (aquí, diez cifras) y van cambiando las guardadas. Lo habitual es
# dejarlas quietas, y afinar lo demás.
#
# ### ★ Ampliación · Ejercicio 9.3.3
#
# Escribe `descongelar(red, desde)`: de las capas de `red.layers`, deja con `trainable` en `True` las que están en la posición
# `desde` o después y **no** son `keras.layers.BatchNormalization`; todas las demás, en `False`. Devuelve la lista de nombres
# (`name`) de las que quedan en `True`.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** En 9.3.3 hay dos despistes: no poner a `False` las de delante (puede que alguien las soltara antes) y soltar las de
# normalización. Pregunta qué media calcula una capa con diez cifras. La celda del `training=False` contradice a la guía de
# Keras y a casi todos los tutoriales: que la ejecuten, y que miren qué versión tienen.

# %% tags=["ejercicio"]
def descongelar(red, desde):
    # >>> return ...
    for k, capa in enumerate(red.layers):
        normaliza = isinstance(capa, keras.layers.BatchNormalization)
        capa.trainable = k >= desde and not normaliza
    return [capa.name for capa in red.layers if capa.trainable]
    # <<<

# %%
check("9.3.3", descongelar)

# %% [markdown]
# ### ¿Se gana afinando?
#
# `tail` es la cola: de los mapas guardados a las diez cifras. `free_norms` suelta sus capas; las normalizaciones, solo si se le dice.

# %%
original = network.get_weights()
new_head = keras.layers.Dense(10, activation="softmax")
tail = keras.Model(middle_of, new_head(body.output))

def free_norms(loose):
    """Suelta toda la cola; de las normalizaciones, lo que se diga."""
    for layer in tail.layers:
        is_norm = isinstance(layer, keras.layers.BatchNormalization)
        layer.trainable = loose or not is_norm
    tail.compile(keras.optimizers.Adam(), steps_per_execution=5,
                 loss="sparse_categorical_crossentropy")

# %%
def tune(rate, seed):
    """La exactitud con la logística, y después de afinar la cola."""
    rows = few(figures, 100, seed)
    line = LogisticRegression(max_iter=2000)
    line.fit(figures["features"][rows], figures["y"][rows])
    network.set_weights(original)  # la cola es de la misma red
    new_head.set_weights([line.coef_.T, line.intercept_])
    before = accuracy(tail, figures["middle"][250:], figures)
    set_seed(seed)
    for memory in tail.optimizer.variables:
        memory.assign(0 * memory)  # Adam, como recién hecho
    tail.optimizer.learning_rate = rate
    tail.fit(figures["middle"][rows], figures["y"][rows], batch_size=10,
             epochs=6, verbose=0)
    return before, accuracy(tail, figures["middle"][250:], figures)

# %% [markdown]
# Con 100 cifras etiquetadas, seis épocas y lotes de diez. **Predice:** ¿qué pasa con una tasa de 0.0001 y las normalizaciones quietas? ¿Y
# sueltas? ¿Y con una tasa de 0.01, cien veces mayor?

# %%
tuned = {}
for name, norms, rate, seeds in (("quietas, tasa 0.0001", False, 1e-4,
                                  (1, 2, 3)),
                                 ("sueltas, tasa 0.0001", True, 1e-4,
                                  (1, 2)),
                                 ("quietas, tasa 0.01", False, 1e-2, (1,))):
    free_norms(norms)
    tuned[name] = np.array([tune(rate, seed) for seed in seeds])
    before, after = tuned[name].T
    print(f"{name:<21} antes", *(f"≈ {hits:.3f}" for hits in before),
          "  después", *(f"≈ {hits:.3f}" for hits in after))
network.set_weights(original)

# %%
changes = {name: found[:, 1] - found[:, 0] for name, found in tuned.items()}
for name, change in changes.items():
    print(f"{name:<21} cambia ≈ {change.mean():+.3f}   ¿pierde más de "
          f"0.03? {bool(change.mean() < -0.03)}")
line = by_line(figures, "pixels", 100)
print(f"y los píxeles, con 100 etiquetas ≈ {line.mean():.3f}")

# %% [markdown]
# **Qué observas.** Quietas y despacio, nada se rompe, y si acaso se gana un poco. Con las mismas cifras y la misma tasa, soltar
# las normalizaciones lo estropea. Y con una tasa cien veces mayor, lo que sabía la red se borra. Ninguna llega a los píxeles: afinar no
# convierte esta red, con cien cifras, en una buena idea.

# %% [markdown] presenta="Grad-CAM"
# ## 4 · ¿En qué se ha fijado?
#
# La última convolución da 1280 mapas de 7×7: dónde hay «cuánto de esto». **Grad-CAM** (mapa de activación por gradientes)
# pregunta cuánto le importa cada mapa a una clase, y los suma:
#
# 1. el **gradiente** de los puntos de esa clase respecto a los mapas;
# 2. el peso de cada mapa: la **media** de su gradiente en los 7×7 sitios;
# 3. la suma de los mapas por sus pesos, y lo **negativo**, a cero: solo interesa lo que va a favor.
#
# Los puntos son lo que entra en la *softmax*. Partimos la red en dos: `mapper` da los mapas, y `points`, de los mapas, los puntos.

# %%
mapper = keras.Model(network.input, network.get_layer("head_relu6").output)

def points(maps):
    """De los mapas, los puntos de las mil clases, antes de softmax."""
    return tf.reduce_mean(maps, axis=(1, 2)) @ weights + bias

maps = mapper.predict(pictures, batch_size=2, verbose=0)
print("mapas:", maps.shape, "  puntos:", points(maps).shape)
print("¿Las mismas probabilidades?",
      np.allclose(tf.nn.softmax(points(maps)), answers, atol=1e-4))

# %% [markdown]
# ### Ejercicio 9.3.4
#
# Acaba `grad_cam(mapas, puntos, clase)`. `mapas` es un tensor de forma (1, alto, ancho, canales), los de una foto; `puntos`,
# una función que da, de unos mapas, una fila de puntos por foto; y `clase`, un entero. Devuelve un array de NumPy de forma (alto, ancho), con los tres
# pasos de arriba, **sin** escalarlo después. La cinta ya está.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de 9.3.4, la diferencia con el mapa de sensibilidad de {{derivadas_automaticas}}: allí se derivaba hasta los píxeles; aquí se para en
# los últimos mapas, que ya saben de partes y objetos, pero solo tienen 7×7 sitios. Tapar es la prueba: una explicación bonita no es
# una explicación cierta. La gata la contradice.

# %% tags=["ejercicio"]
def grad_cam(mapas, puntos, clase):
    with tf.GradientTape() as cinta:
        cinta.watch(mapas)
        salida = puntos(mapas)[0, clase]
    # >>> return ...
    gradiente = cinta.gradient(salida, mapas)[0]
    pesos = tf.reduce_mean(gradiente, axis=(0, 1))
    return np.maximum(np.sum(mapas[0] * pesos, axis=-1), 0)
    # <<<

# %%
check("9.3.4", grad_cam)

# %%
def heat_map(picture, label):
    one = mapper(picture[None])
    with tf.GradientTape() as tape:
        tape.watch(one)
        score = points(one)[0, label]
    slopes = tf.reduce_mean(tape.gradient(score, one), axis=(0, 1, 2))
    return np.maximum(np.sum(one[0] * slopes, axis=-1), 0)

shown = {name: square(photos[name])
         for name in ("taza de café", "gata", "fotógrafo")}
tops = answer(np.stack(list(shown.values()))).argmax(axis=1)
heats = [heat_map(*pair) for pair in zip(shown.values(), tops)]

# %%
fig, axes = plt.subplots(2, 3, figsize=(7.5, 5), layout="constrained")
for (above, below), picture, top, heat in zip(
        axes.T, shown.values(), tops, heats):
    above.imshow(picture.astype("uint8"))
    above.set_title(classes[top])
    below.imshow(picture.astype("uint8"))
    drawn = below.imshow(heat / heat.max(), cmap="inferno", alpha=0.6,
                         extent=(0, 224, 224, 0),
                         interpolation="bilinear", vmin=0, vmax=1)
for ax in axes.flat:
    ax.set(xticks=[], yticks=[])
bar = fig.colorbar(drawn, ax=axes[1], label="a favor de la clase")

# %% [markdown]
# **Qué observas.** Claro, lo que va a favor. En el café, el líquido y el borde; en el trípode, sobre todo las patas y lo que las rodea (con 7×7
# sitios no se puede afinar más); en la gata, casi toda la cara. Convence. Pero ¿es verdad? Hay una prueba: **tapar** con un cuadrado gris, de 3×3 sitios, lo
# más caliente, y mirar cuánto baja la probabilidad. Y para comparar, tapar lo más frío.
#
# **Predice:** ¿bajará en las tres?

# %%
def covered(picture, heat, pick):
    """Con un cuadrado gris en los 3×3 sitios que elige pick."""
    sums = np.array([[heat[i:i + 3, j:j + 3].sum() for j in range(5)]
                     for i in range(5)])
    i, j = divmod(int(pick(sums)), 5)
    changed = picture.copy()
    changed[32 * i:32 * i + 96, 32 * j:32 * j + 96] = 127
    return changed

# %%
for picture, top, heat in zip(shown.values(), tops, heats):
    trio = np.stack([picture, covered(picture, heat, np.argmax),
                     covered(picture, heat, np.argmin)])
    before, hot, cold = answer(trio)[:, top]
    print(f"{classes[top]:<13} entera ≈ {before:.2f}   sin lo caliente ≈ "
          f"{hot:.2f}   sin lo frío ≈ {cold:.2f}")
    print("   ¿Baja más de 0.2 sin lo caliente?", bool(before - hot > 0.2),
          "  ¿y sin lo frío?", bool(before - cold > 0.2))

# %% [markdown]
# **Qué observas.** Con el café y el trípode, el mapa decía la verdad: sin lo caliente se hunden, y sin lo frío ni se enteran. Con la
# gata, no: tapas buena parte de la cara y el «gato egipcio» no baja. Le queda gata de sobra, y como todo suma 1, si baja otra clase de
# gato, esta puede subir. Un mapa dice dónde hay señales a favor, no que sin ellas cambie la respuesta. **Antes de
# creer una explicación, ponla a prueba.**

# %% [markdown]
# ## ★ Ampliación · ¿Y si fabricas más imágenes?
#
# Con tres fotos por clase, tienta fabricar más. Las capas de {{capas_de_preproceso}} voltean y desplazan las fotos dentro de la red. Pero con
# una red congelada las características se calculan una vez, antes: hay que fabricar las imágenes **antes** y describirlas también. Las
# nuevas cuestan lo mismo que las viejas.
#
# ### ★ Ampliación · Ejercicio 9.3.5
#
# Hazlo a mano, con NumPy. Escribe `aumentar(imagen, margen, rng)`: recibe una imagen gris de forma (alto, ancho) y devuelve otra de la
# misma forma. Primero, si `rng.random() < 0.5`, el espejo: las columnas, al revés. Después, la rodea de `margen` filas y columnas de
# ceros por cada lado, con `np.pad`, y recorta un trozo de (alto, ancho) cuya esquina sale de `rng.integers(0, 2 * margen + 1, 2)`: fila y
# columna, en ese orden. Los sorteos, en ese orden.

# %% tags=["ejercicio"]
def aumentar(imagen, margen, rng):
    # >>> return ...
    if rng.random() < 0.5:
        imagen = imagen[:, ::-1]
    ancha = np.pad(imagen, margen)
    i, j = rng.integers(0, 2 * margen + 1, 2)
    return ancha[i:i + imagen.shape[0], j:j + imagen.shape[1]]
    # <<<

# %%
check("9.3.5", aumentar)

# %% [markdown]
# **Predice:** con 30 prendas y otras 30 fabricadas con ellas, ¿cuánto ganará cada receta?

# %%
def vary(image, rng):
    if rng.random() < 0.5:
        image = image[:, ::-1]
    top, left = rng.integers(0, 7, 2)
    return np.pad(image, 3)[top:top + 28, left:left + 28]

gains = {"features": [], "pixels": []}
for seed, before in zip(SAMPLES, scores["prendas"]["congelada"]):
    rows, rng = few(garments, 30, seed), np.random.default_rng(seed)
    new = np.stack([vary(one, rng) for one in garments["images"][rows]])
    extra = {"features": describe(new)[1], "pixels": new.reshape(30, -1)}
    for what, gain in gains.items():
        x = np.concatenate([garments[what][rows], extra[what]])
        line = LogisticRegression(max_iter=2000)
        line.fit(x, np.tile(garments["y"][rows], 2))
        gain.append(line.score(garments[what][250:], garments["y"][250:]))

# %%
for what, name in (("features", "congelada"), ("pixels", "píxeles")):
    gain = np.array(gains[what]) - scores["prendas"][name]
    print(f"{name:<15} añade ≈ {gain.mean():+.3f}, gana ≈ "
          f"{np.sum(gain > 0)} de 5   ¿más de 0.03? "
          f"{bool(gain.mean() > 0.03)}")

# %% [markdown]
# **Qué observas.** Nada. Las prendas de la tienda están todas derechas y en el centro: enseñar a reconocerlas movidas es enseñar algo
# que el examen no pregunta. Y a la red congelada el espejo ya casi no le importaba. Aumentar ayuda cuando las imágenes nuevas **se parecen
# a las que llegarán** (en {{una_cnn_que_aguante}} llegaban movidas). No hay que hacerlo por costumbre: se mide.

# %% [markdown]
# ## Errores frecuentes
#
# **1. Los píxeles, de 0 a 1.** En todo el curso los has dividido entre 255. Aquí no: la red escala por su cuenta, y lo que le llega
# entonces es una foto casi negra. No hay aviso: mira siempre qué pide la red.

# %%
for name, some in (("de 0 a 1", pictures / 255), ("arreglado", pictures)):
    said = answer(some)
    print(f"{name:<10} la probabilidad más alta de todas ≈ {said.max():.2f}"
          f"   ¿más de 0.1? {bool(said.max() > 0.1)}")

# %% [markdown]
# **2. Estandarizar 1280 características con 30 ejemplos.** Es la costumbre, y casi siempre buena. Pero hay características que casi
# nunca se encienden: con 30 imágenes su desviación es minúscula o nula, y al dividir entre ella se vuelve enorme cualquier temblor. Las de
# esta red ya vienen en la misma escala.

# %%
def scaled(**settings):
    return make_pipeline(StandardScaler(), LogisticRegression(**settings))

plain = scores["prendas"]["congelada"]
wide = by_line(garments, "features", 30, scaled)
for name, found in (("estandarizadas", wide), ("tal cual", plain)):
    print(f"{name:<15} ≈ {found.mean():.3f}   frente a los píxeles ≈ "
          f"{np.mean(found - scores['prendas']['píxeles']):+.3f}")
print("¿Pierde más de 0.03 quien estandariza?",
      bool(np.mean(plain - wide) > 0.03))

# %% [markdown] presenta=".moving_mean"
# ### ★ Ampliación · Fiarse de `training=False`
#
# > **Lo que oirás por ahí: «llama a la red con `training=False`, y sus normalizaciones se quedan quietas al afinar».** Lo dicen la guía de
# > Keras y casi todos los tutoriales. Al llamar a la red tú, es verdad. Pero `fit` llama al modelo entero con `training=True`, y esa
# > orden **tapa** la tuya. Mira si se mueve la media que guarda una (`moving_mean`):

# %%
def moves(frozen):
    """¿Cambia fit la media que guarda la capa?"""
    norm, inputs = keras.layers.BatchNormalization(), keras.Input((4,))
    outputs = keras.layers.Dense(1)(norm(inputs, training=False))
    norm.trainable = not frozen
    model = keras.Model(inputs, outputs)
    model.compile("sgd", loss="mse")
    model.fit(np.full((32, 4), 5.0), np.zeros(32), verbose=0)
    return bool(norm.moving_mean.numpy().any())

print("con training=False: ¿se mueve la media?", moves(frozen=False))
print("con trainable=False: ¿se mueve la media?", moves(frozen=True))

# %% [markdown]
# ### ¿Siempre sale mejor?
#
# > **Lo que oirás por ahí: «con una red preentrenada siempre sale mejor».** Con las prendas, sí. Con las cifras, no, y tampoco con
# > más etiquetas. Y hay otra frase igual de mala, «probé una red preentrenada y no ayuda»: con las prendas, quien
# > estandariza pierde buena parte de la ventaja y puede irse con esa idea.

# %%
for name, data in (("prendas", garments), ("cifras", figures)):
    for count in (30, 100):
        gain = (by_line(data, "features", count)
                - by_line(data, "pixels", count))
        print(f"{name:<8} {count:3d} etiquetas: características menos "
              f"píxeles ≈ {gain.mean():+.3f}   ¿ayuda? {gain.mean() > 0}"
              f"   gana ≈ {np.sum(gain > 0)} de 5")

# %% [markdown]
# ## Práctica: un buscador de imágenes parecidas
#
# Las características sirven también **sin cabeza y sin etiquetas**: si dos imágenes tienen listas parecidas, es que la red las
# ve parecidas. Con eso se hace un buscador de fotos. Ya las tienes calculadas.
#
# ### Paso 1 · Ejercicio 9.3.6
#
# El parecido de dos listas se mide con el **coseno** (*cosine similarity*) del ángulo que forman: se divide cada una entre su norma
# (`np.linalg.norm`) y se multiplican, número a número, y se suman. Vale 1 si apuntan hacia el mismo lado, por grandes o pequeñas que
# sean. Escribe `parecidas(caracteristicas, cual, cuantas)`: recibe un array de forma (n, medidas), una fila por imagen, la posición de
# una y un entero. Devuelve un array con las posiciones de las `cuantas` de mayor coseno con ella, de más a menos, **sin** incluirla.

# %% [markdown] tags=["docente"]
# **{{minutos}}** con la autoevaluación. En 9.3.6, la más parecida a cada una es ella misma: es el olvido de siempre. Si alguien pregunta por
# qué no la distancia, que lo pruebe: aquí da casi igual, y con brillos distintos el coseno no se entera. Cierra con la
# tabla de las cifras: quien no midió habría puesto el mismo buscador en las dos tiendas.

# %% tags=["ejercicio"]
def parecidas(caracteristicas, cual, cuantas):
    normas = np.linalg.norm(caracteristicas, axis=1, keepdims=True)
    # >>> return ...
    unitarias = caracteristicas / normas
    orden = np.argsort(-(unitarias @ unitarias[cual]))
    return orden[orden != cual][:cuantas]
    # <<<

# %%
check("9.3.6", parecidas)

# %% [markdown]
# ### Paso 2 · ¿Qué encuentra?
#
# A la izquierda, la que buscas; a su lado, sus cuatro más parecidas, por características.

# %%
def nearest(table, count):
    """De cada fila, las posiciones de las más parecidas."""
    unit = table / np.linalg.norm(table, axis=1, keepdims=True)
    cosines = unit @ unit.T
    np.fill_diagonal(cosines, -1)  # ella misma no cuenta
    return np.argsort(-cosines, axis=1)[:, :count]

found = nearest(garments["features"], 4)
asked = [np.flatnonzero(garments["y"] == kind)[0] for kind in (9, 8, 6)]
rows = np.concatenate([[one, *found[one]] for one in asked])
fig = plot_image_grid(garments["images"][rows], garments["y"][rows],
                      class_names=FASHION_MNIST_CLASSES)

# %% [markdown]
# ### ★ Ampliación · Ejercicio 9.3.7
#
# ¿Y cuántas veces acierta? Escribe `misma_clase(vecinas, etiquetas)`: recibe un array de forma (n, cuantas) con las posiciones que el
# buscador da para cada imagen, y el array con la etiqueta de cada una. Devuelve un número: de todas las encontradas, la
# fracción que es de la misma clase que la imagen por la que se buscó.

# %% tags=["ejercicio"]
def misma_clase(vecinas, etiquetas):
    # >>> return ...
    return np.mean(etiquetas[vecinas] == etiquetas[:, None])
    # <<<

# %%
check("9.3.7", misma_clase)

# %% [markdown]
# ### Paso 3 · ¿Mejor que con los píxeles?
#
# La medida: de las cinco más parecidas, qué fracción es de su misma clase.
#
# **Predice:** ¿en cuál de las dos gana el buscador de características?

# %% tags=["resultado"]
for name, data in (("prendas", garments), ("cifras", figures)):
    share = {what: np.mean(data["y"][nearest(data[what], 5)]
                           == data["y"][:, None])
             for what in ("features", "pixels")}
    print(f"{name:<8} características ≈ {share['features']:.3f}   píxeles "
          f"≈ {share['pixels']:.3f}   ¿Ganan las características? "
          f"{bool(share['features'] > share['pixels'])}")

# %% [markdown]
# **Qué observas.** Lo mismo que con la cabeza, y sin una sola etiqueta (solo han hecho falta para poner la nota): las prendas se buscan mejor
# con la red; las cifras, con sus píxeles. Antes de montar un buscador, un clasificador o lo que sea sobre una red ajena, mídela contra lo más simple.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Le das a la red la foto de una astronauta y contesta «bobsleigh» con 0.30. ¿Por qué?
#
# - a) Porque la foto está mal escalada.
# - b) Porque la red es pequeña: una mayor diría «astronauta».
# - c) Porque esa clase no está entre las mil, y tiene que repartir 1 entre las que hay.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("9.3.A1", respuesta_1)

# %% [markdown]
# **A2.** Vas a entrenar 50 épocas una cabeza sobre la red congelada. ¿Cuántas veces hay que pasar por ella cada imagen?
#
# - a) Una: sus características no cambian.
# - b) Cincuenta, una por época.
# - c) Ninguna: la cabeza trabaja con los píxeles.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "a"
# <<<
check("9.3.A2", respuesta_2)

# %% [markdown]
# **A3.** Al afinar con lotes pequeños la exactitud baja, y la tasa ya es pequeña. ¿Qué miras primero?
#
# - a) Si las imágenes son cuadradas.
# - b) Si las normalizaciones por lotes están sueltas.
# - c) Si la cabeza tiene bastantes capas.
# - d) Si los mapas guardados eran los buenos.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "b"
# <<<
check("9.3.A3", respuesta_3)

# %% [markdown]
# **A4.** Grad-CAM se enciende en el asa de un bolso. ¿Qué has demostrado?
#
# - a) Que sin el asa la red no diría «bolso».
# - b) Que la red sabe lo que es un asa.
# - c) Que en esa zona hay señales a favor de «bolso»; si dependen de ella, se prueba tapándola.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "c"
# <<<
check("9.3.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Una red preentrenada trae condiciones (tamaño, escala de los píxeles) y clases: fuera de ellas inventa, y no avisa.
# - Congelada, describe cada imagen una vez; encima, una cabeza lineal. Con las prendas ganó; con las cifras perdió.
# - Al afinar, tasa pequeña y normalizaciones quietas, con `trainable`; y se comprueba que lo están.
# - Aumentar ayuda si las imágenes nuevas se parecen a las que llegarán.
# - Un mapa de calor se pone a prueba: tapa lo que señala.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 14.
# - M. Tan y Q. Le (2019), *EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks*:
#   [arXiv:1905.11946](https://arxiv.org/abs/1905.11946).
# - R. Selvaraju y otros (2017), *Grad-CAM: Visual Explanations from Deep Networks via Gradient-based Localization*:
#   [arXiv:1610.02391](https://arxiv.org/abs/1610.02391).
# - S. Kornblith y otros (2019), *Do Better ImageNet Models Transfer Better?*:
#   [arXiv:1805.08974](https://arxiv.org/abs/1805.08974).
# - La guía de Keras, *Transfer learning & fine-tuning*: [keras.io](https://keras.io/guides/transfer_learning/). Lo que dice de
#   `training=False` lo has comprobado aquí.
