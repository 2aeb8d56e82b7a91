# %% [markdown]
# # 5.4 · Una CNN que aguante
#
# | | |
# |---|---|
# | **Objetivos** | Medir cuánto aguanta una red cuando las imágenes se mueven; distinguir equivariante de invariante y decir dónde se rompe; medir qué aportan el *dropout* y el aumento de datos; entrenar una red que resista desplazamientos; mirar sus filtros y sus mapas |
# | **Duración** | {{minutos}} |
# | **Requisitos** | La comparación de las dos redes (lección {{cnn_contra_densa}}) y las capas convolucionales ({{capas_convolucionales}}) |
# | **Datos** | Fashion-MNIST: 70 000 imágenes de prendas, de Zalando (licencia MIT), incluidas en el curso |
# | **Práctica** | Segunda parte de la Práctica 9: una red que resista los desplazamientos |

# %%
import math

import numpy as np
from scipy import ndimage

from course_utils import check, hint, solution
from course_utils import LearningCurves, load_fashion_mnist
from course_utils import plot_feature_maps, plot_filters, plot_image_grid
from course_utils import plot_shift_robustness, quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras
from keras import layers

# %% [markdown] presenta="keras.layers.Identity"
# ## 1 · ¿Y si la prenda se mueve un poco?
#
# En {{cnn_contra_densa}}, una red convolucional ganó a una densa del mismo tamaño, por poco. Pero en Fashion-MNIST
# todas las prendas están centradas, y fuera del laboratorio nadie las coloca así. ¿Qué pasa si la misma prenda aparece
# dos píxeles más a la derecha?
#
# Preparamos otra vez dos redes parecidas, más pequeñas y con menos imágenes, para no esperar: 5000 para entrenar y
# 4000 de **validación**, con las que mediremos. Las de prueba se guardan para el final. La densa dará 15 vueltas y la
# CNN, 5, porque una época de la CNN cuesta varias de la densa. La CNN deja un hueco para una primera capa, que
# usaremos después; de momento, `Identity`, que no hace nada.

# %%
# lo de entrenamiento: lo de prueba, hoy, no hace falta
photos, labels = load_fashion_mnist()[0]
x_small, y_small = photos[:5000, ...,
                          np.newaxis] / np.float32(255), labels[:5000]
x_valid, y_valid = photos[-4000:, ...,
                          np.newaxis] / np.float32(255), labels[-4000:]
del photos  # ya no hace falta, y ocupa más que lo demás junto

def build_dense():
    return keras.Sequential([
        keras.Input((28, 28, 1)), layers.Flatten(),
        layers.Dense(128, activation="relu"),
        layers.Dense(40, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ])

# %%
def build_cnn(first_layer, dropout):
    head = [layers.Flatten(), layers.Dropout(dropout),
            layers.Dense(64, activation="relu"),
            layers.Dense(10, activation="softmax")]
    return keras.Sequential([
        keras.Input((28, 28, 1)), first_layer,
        layers.Conv2D(16, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(32, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(), *head,
    ])

# %%
def train(model, images, labels, epochs, callbacks=()):
    """Compila y entrena: lotes de 128 y una tasa que baja de 0.004 a 0."""
    steps = math.ceil(len(images) / 128) * epochs
    rate = keras.optimizers.schedules.CosineDecay(0.004, steps)
    model.compile(keras.optimizers.Adam(rate),
                  loss="sparse_categorical_crossentropy",
                  metrics=["accuracy"],
                  # de 16 en 16 lotes: los mismos pesos, menos espera
                  steps_per_execution=16)
    model.fit(images, labels, batch_size=128, epochs=epochs, verbose=0,
              callbacks=callbacks)

def accuracy(model, images, labels):
    """Fracción de aciertos."""
    return model.evaluate(images, labels, batch_size=250, verbose=0)[1]

# %%
set_seed(42)
dense = build_dense()
train(dense, x_small, y_small, epochs=15)

set_seed(42)
cnn = build_cnn(layers.Identity(), 0.0)
train(cnn, x_small, y_small, epochs=5)

print("parámetros: densa", dense.count_params(), " CNN", cnn.count_params())
print(f"validación: densa ≈ {accuracy(dense, x_valid, y_valid):.3f}   "
      f"CNN ≈ {accuracy(cnn, x_valid, y_valid):.3f}")

# %% [markdown]
# Y ahora, a moverlas.
#
# ### Ejercicio 5.4.1
#
# Escribe `desplazar(imagenes, dx, dy)`. Recibe imágenes de forma (n, alto, ancho, 1) y devuelve
# otras de la misma forma, movidas `dx` píxeles a la **derecha** y `dy` hacia **abajo** (a la
# izquierda y hacia arriba, si son negativos). Lo que se sale se pierde; lo que queda libre vale 0.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** 5.4.1 es el ejercicio más largo. Ayuda recortar una ventana en una hoja puesta sobre
# una mesa negra: el marco se mueve al revés que la prenda. Casi todos prueban antes `np.roll`; el
# corrector explica qué tiene de malo.

# %% tags=["ejercicio"]
def desplazar(imagenes, dx, dy):
    # >>> return ...
    alto, ancho = imagenes.shape[1:3]
    m = max(abs(dx), abs(dy))
    relleno = np.pad(imagenes, ((0, 0), (m, m), (m, m), (0, 0)))
    return relleno[:, m - dy : m - dy + alto, m - dx : m - dx + ancho]
    # <<<

# %%
check("5.4.1", desplazar)

# %% [markdown] presenta="scipy.ndimage.shift"
# Hecha a mano, usemos ahora la de la biblioteca: `scipy.ndimage.shift` mueve cualquier array, eje
# por eje, y rellena con ceros. Con `order=0` no mezcla píxeles vecinos.

# %%
def shift_images(images, dx, dy):
    return ndimage.shift(images, (0, dy, dx, 0), order=0)

garment = x_valid[3:4]  # un suéter
moved = np.concatenate([shift_images(garment, pixels, 0)
                        for pixels in range(5)])
fig = plot_image_grid(moved, [f"{pixels} px" for pixels in range(5)])

# %% [markdown]
# Para ti es la misma prenda en los cinco casos.
#
# **Predice:** con las prendas a 2 píxeles de su sitio, ¿qué exactitud tendrá la densa? ¿Y la CNN?
#
# Lo medimos con las primeras 2000 imágenes de validación, promediando las cuatro direcciones.

# %%
def robustness(model, images, labels, shifts=range(5)):
    """Exactitud media en las cuatro direcciones, para cada número de
    píxeles."""
    curve = []
    for pixels in shifts:
        moves = [(pixels, 0), (-pixels, 0), (0, pixels),
                 (0, -pixels)] if pixels else [(0, 0)]
        curve.append(
            np.mean([accuracy(model, shift_images(images, *move), labels)
                     for move in moves]))
    return np.array(curve)

dense_curve = robustness(dense, x_valid[:2000], y_valid[:2000])
cnn_curve = robustness(cnn, x_valid[:2000], y_valid[:2000])

# %% presenta="course_utils.plot_shift_robustness"
ax = plot_shift_robustness(range(5),
                           {"densa": dense_curve, "CNN": cnn_curve})
ax.set(title="Exactitud al desplazar las imágenes",
       ylabel="Exactitud (validación)")

# %%
print("             densa     CNN")
for pixels in range(5):
    print(f"  a {pixels} px     ≈ {dense_curve[pixels]:.2f}    "
          f"≈ {cnn_curve[pixels]:.2f}")
print("En su sitio, ¿difieren en menos de 0.03?",
      bool(abs(cnn_curve - dense_curve)[0] < 0.03))
print("Desplazadas, ¿acierta siempre más la CNN?",
      bool((cnn_curve > dense_curve)[1:].all()))
print("A 2 píxeles, ¿le saca más de 0.05?",
      cnn_curve[2] - dense_curve[2] > 0.05)
print("A 4 píxeles, ¿la CNN ha perdido más de 0.25?",
      cnn_curve[0] - cnn_curve[4] > 0.25)

# %% [markdown] presenta="equivariante, keras.Model, .inputs"
# **Qué observas.** Aquí sí se separan. Con las prendas centradas las dos acertaban casi lo mismo; a dos
# píxeles, la CNN le saca más de cinco puntos. Pero la línea de la CNN no es horizontal, ni mucho menos.
#
# ## 2 · ¿No eran invariantes las CNN?
#
# > **Lo que oirás por ahí: «las CNN son invariantes a los desplazamientos».** Acabas de verlo: a
# > cuatro píxeles la nuestra pierde más de 25 puntos. Lo que sí es cierto se llama de otro modo: la
# > convolución es **equivariante** (*equivariant*). Si la prenda se mueve, su mapa se mueve con
# > ella, idéntico. Comprobémoslo, y veamos dónde se rompe. (`keras.Model` hace un modelo con solo una
# > parte del otro: desde sus entradas, `inputs`, hasta la salida de la capa que digas.)
#
# **Predice:** si el suéter se mueve dos píxeles, ¿qué fracción de los números que recibe la capa densa cambiará?

# %%
# tras la primera convolución
first = keras.Model(cnn.inputs[0], cnn.layers[1].output)
flat = keras.Model(cnn.inputs[0], cnn.layers[5].output)  # tras Flatten
shifted = shift_images(garment, 2, 0)

maps, shifted_maps = first(garment).numpy(), first(shifted).numpy()
inside = slice(4, -4)  # lejos de los bordes, donde entran los ceros
same = np.allclose(shifted_maps[:, inside, inside],
                   shift_images(maps, 2, 0)[:, inside, inside], atol=1e-5)
print("¿El mapa de la prenda movida es el mapa, movido?", same)

vectors = flat(np.concatenate([garment, shifted])).numpy()
changed = np.mean(np.abs(vectors[0] - vectors[1]) > 0.01)
print(f"De lo que recibe la capa densa cambia una fracción ≈ {changed:.2f}")
print("¿Más de un tercio?", changed > 1 / 3)

# %% [markdown]
# **Qué observas.** La convolución cumple: lejos de los bordes, mapa movido, sin otro cambio. La agrupación
# (*pooling*), que en {{capas_convolucionales}} absorbía los movimientos que no salían de un cuadrito, aquí no basta:
# cambia más de un tercio de lo que recibe la capa densa. Y es que `Flatten` pone cada casilla en un puesto fijo, y la
# capa densa tiene un peso para cada puesto: una manga dos píxeles más allá ya le llega por otro cable.
#
# ## 3 · ¿Qué ha aprendido a mirar?
#
# Nadie le dijo a la CNN qué buscar. Sus núcleos empezaron al azar y el entrenamiento los fue
# cambiando. Los de la primera capa se pueden dibujar: son cuadraditos de 3×3, como los que
# diseñaste en {{la_convolucion}}.
#
# **Predice:** ¿reconocerás en alguno un detector de bordes?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que busquen un filtro con un lado violeta y el otro marrón y adivinen, antes de
# mirar los mapas, qué borde va a encender. Aviso: con otra semilla salen otros filtros, en
# otro orden; eso también es una lección.

# %%
kernels = cnn.layers[1].get_weights()[0]
print("forma de los núcleos:", kernels.shape)
fig = plot_filters(kernels, title="Los 16 filtros de la primera capa")

# %%
fig = plot_feature_maps(maps, title="Lo que ve cada filtro en un suéter")

# %% [markdown]
# **Qué observas.** Donde un filtro tiene marrón a un lado y violeta al otro, su mapa enciende los
# bordes de esa orientación. Otros se quedan con la tela y otros apenas responden. Cada mapa es una
# versión de la misma prenda: contorno, relleno, parte de arriba. La segunda capa ya no mira
# píxeles, sino estas versiones, y las combina:

# %%
second = keras.Model(cnn.inputs[0], cnn.layers[3].output)
deep_maps = second(garment).numpy()
print("forma de los mapas:", deep_maps.shape)
fig = plot_feature_maps(deep_maps,
                        title="La segunda convolución: 32 mapas de 14×14")

# %% [markdown]
# **Qué observas.** Son más pequeños y más escuetos: en muchos hay casi todo negro y unas pocas casillas encendidas.
# Algunos aún guardan la silueta; los demás se parecen menos a una foto que a una lista de «aquí hay esto».
#
# ### ★ Ampliación · Ejercicio 5.4.2
#
# ¿Qué filtro responde más a una prenda? Escribe una función que reciba los mapas de **una** imagen,
# de forma (alto, ancho, canales), y devuelva la posición del canal con mayor activación **media**.

# %% tags=["ejercicio"]
def mapa_mas_activo(mapas):
    # >>> return ...
    return mapas.mean(axis=(0, 1)).argmax()
    # <<<

# %%
check("5.4.2", mapa_mas_activo)


# %% [markdown]
# ## Errores frecuentes
#
# **1. Agrupar hasta quedarse sin imagen.** Sin relleno (`padding="valid"`, lo que Keras hace si no
# dices nada) cada convolución recorta y cada agrupación divide entre dos.

# %%
def stack(depth, padding):
    model = keras.Sequential([keras.Input((28, 28, 1))])
    for _ in range(depth):
        model.add(layers.Conv2D(8, 3, padding=padding))
        model.add(layers.MaxPooling2D())
    return model

for depth in (1, 2, 3, 4):
    try:
        print("parejas:", depth, "→", stack(depth, "valid").output_shape)
    except ValueError as error:
        print("parejas:", depth, "→", type(error).__name__,
              "(no queda imagen que recorrer)")

print("Arreglado:", stack(4, "same").output_shape)

# %% [markdown]
# **2. Desplazar con `np.roll`.** Lo que sale por un lado vuelve a entrar por el otro: tendrás medio
# bolso a cada lado, y medirás otra cosa.

# %%
bag = x_valid[y_valid == 8][1:2]
rolled, good = np.roll(bag, 8, axis=2), shift_images(bag, 8, 0)
fig = plot_image_grid(np.concatenate([bag, rolled, good]),
                      ["original", "np.roll", "con ceros"], columns=3)

print("tinta en las 8 primeras columnas: "
      f"np.roll {rolled[:, :, :8].sum():.0f}, "
      f"con ceros {good[:, :, :8].sum():.0f}")

# %% [markdown] presenta="aumento de datos, keras.layers.RandomTranslation"
# ## Práctica: lo que hace que aguante
#
# Nuestra CNN sabe de prendas centradas porque no ha visto otra cosa. Hay dos remedios baratos para
# una red que se aprende de memoria lo que ve:
#
# - el ***dropout***, que ya conoces: apagar al azar una parte de las neuronas en cada paso;
# - el **aumento de datos** (*data augmentation*): enseñarle en cada época versiones movidas de las
#   mismas fotos. En Keras es una capa más, `RandomTranslation`, que solo actúa al entrenar. Sus dos números dicen
#   cuánto pueden moverse, como fracción del alto y del ancho: con 0.1, hasta una décima parte de la imagen.
#
# ### Paso 1 · Ejercicio 5.4.3
#
# Escribe `crear_cnn(abandono, aumento)`. Capas, en orden: entrada de 28×28×1;
# `RandomTranslation(aumento, aumento, fill_mode="constant")`; `Conv2D` de 16 filtros 3×3,
# `padding="same"` y ReLU; `MaxPooling2D`; `Conv2D` de 32, igual; `MaxPooling2D`; `Flatten`;
# `Dropout(abandono)`; `Dense` de 64 con ReLU; y la salida de diez con softmax. Sin compilar.

# %% [markdown] tags=["docente"]
# **{{minutos}}** para la práctica y el cierre. `fill_mode="constant"` importa: por defecto, Keras
# refleja la imagen en el borde. Si sobra tiempo, reto abierto: la mejor exactitud a 4 píxeles,
# decidida con validación.

# %% tags=["ejercicio"]
def crear_cnn(abandono, aumento):
    # >>> return ...
    return keras.Sequential([
        keras.Input((28, 28, 1)),
        layers.RandomTranslation(aumento, aumento, fill_mode="constant"),
        layers.Conv2D(16, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(32, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dropout(abandono),
        layers.Dense(64, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ])
    # <<<

# %%
check("5.4.3", crear_cnn)

# %% [markdown]
# ### Paso 2 · Ejercicio 5.4.4
#
# Para elegir hace falta un número. Escribe la función que mide cuánto aguanta una red: la **media
# de las cuatro exactitudes** con las imágenes movidas `pixeles` a la derecha, a la izquierda, hacia
# abajo y hacia arriba. `predecir` es una función: recibe imágenes y devuelve la clase de cada
# una. Usa `shift_images(imagenes, dx, dy)`, de la sección 1.

# %% tags=["ejercicio"]
def exactitud_desplazada(predecir, imagenes, etiquetas, pixeles):
    # >>> return ...
    exactitudes = []
    for dx, dy in ((pixeles, 0), (-pixeles, 0), (0, pixeles),
                   (0, -pixeles)):
        clases = predecir(shift_images(imagenes, dx, dy))
        exactitudes.append((clases == etiquetas).mean())
    return np.mean(exactitudes)
    # <<<

# %%
check("5.4.4", exactitud_desplazada)

# %% [markdown]
# ¿Qué aporta cada remedio? Tres redes iguales: la de la sección 1, sin nada; otra con *dropout*; y otra con aumento.
# Entrenan con las mismas imágenes y las mismas épocas, y las comparamos con las de **validación**.
#
# **Predice:** ¿cuál acertará más en sus propias imágenes de entrenamiento? ¿Y con las movidas?

# %% tags=["resultado"]
nets = {"sin nada": cnn}
for name, first_layer, dropout in (
        ("dropout 0.4", layers.Identity(), 0.4),
        ("aumento",
         layers.RandomTranslation(0.1, 0.1, fill_mode="constant"), 0.0)):
    set_seed(42)
    nets[name] = build_cnn(first_layer, dropout)
    train(nets[name], x_small, y_small, epochs=5)

table = {}
for name, net in nets.items():
    table[name] = np.array([accuracy(net, x_small, y_small),
                            *robustness(net, x_valid, y_valid, (0, 3))])
    trained, centred, moved_3 = table[name]
    print(f"{name:<12} entrenamiento ≈ {trained:.3f}   "
          f"validación ≈ {centred:.3f}   a 3 píxeles ≈ {moved_3:.3f}")

# %%
gain = {name: row - table["sin nada"] for name, row in table.items()}
print("¿Baja el aumento la exactitud en entrenamiento?",
      bool(gain["aumento"][0] < 0))
print("A 3 píxeles, ¿el aumento gana más de 0.07?",
      bool(gain["aumento"][2] > 0.07))
print("¿Y más que el dropout?",
      bool(gain["aumento"][2] > gain["dropout 0.4"][2]))
print("Con las prendas en su sitio, ¿gana también el aumento?",
      bool(gain["aumento"][1] > 0))
print("¿Y el dropout, más de 0.02?", bool(gain["dropout 0.4"][1] > 0.02))

# %% [markdown]
# **Qué observas.** El aumento hace lo que promete: con las prendas movidas gana mucho. No es
# gratis: el problema que aprende es más difícil, y en tan pocas épocas acierta menos con las
# prendas en su sitio (mira cuánto). El *dropout*, en cambio, aquí apenas cambia nada. Una explicación posible: en cinco
# épocas la red aún no se ha aprendido las fotos de memoria, y un freno no sirve de mucho a quien aún no corre. Ninguno
# de los dos es una receta que se aplique a ciegas: se prueban y se miden.
#
# ### Paso 3 · Ejercicio 5.4.5
#
# Entrena una CNN **robusta** y guárdala en `modelo_robusto`. Lo que decidas, decídelo con las de validación:
# `check` la examina con imágenes de prueba: debe acertar al menos **0.83** con las prendas en su sitio y al menos **0.75** con las
# prendas a 3 píxeles. Puedes usar `x_small` e `y_small`, o más imágenes si no tienes prisa, y la
# función `train` de la sección 1.

# %% tags=["ejercicio"]
# >>> modelo_robusto = ...
set_seed(42)
modelo_robusto = crear_cnn(0.0, 0.1)
train(modelo_robusto, x_small, y_small, epochs=12,
      callbacks=[LearningCurves()])
# <<<

# %%
check("5.4.5", modelo_robusto)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Movemos todas las imágenes de prueba cuatro píxeles. ¿Qué le pasa a una CNN como la de la
# sección 1, entrenada solo con prendas centradas?
#
# - a) Nada: las CNN son invariantes a los desplazamientos.
# - b) Cae lo mismo que la densa.
# - c) Nada: la agrupación absorbe cualquier desplazamiento.
# - d) Acierta bastante menos, aunque más que la densa.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "d"
# <<<
check("5.4.A1", respuesta_1)

# %% [markdown]
# **A2.** La convolución es **equivariante**. ¿Qué quiere decir?
#
# - a) Que su mapa es el mismo aunque la prenda se mueva.
# - b) Que si la prenda se mueve, su mapa se mueve igual.
# - c) Que la red responde lo mismo aunque la prenda se mueva.
# - d) Que todos los filtros responden con la misma fuerza.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "b"
# <<<
check("5.4.A2", respuesta_2)

# %% [markdown]
# **A3.** Una red entrenada con aumento acierta **menos** en sus imágenes de entrenamiento que otra sin él, y más con
# las prendas movidas. ¿Qué significa?
#
# - a) Que el aumento la estropeó: la exactitud en entrenamiento debe subir.
# - b) Que el aumento también actúa al predecir, y le mueve las imágenes.
# - c) Que aprendió un problema más difícil, y es el que nos importa.
# - d) Que tiene menos parámetros.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "c"
# <<<
check("5.4.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Con 5000 prendas centradas las dos redes aciertan parecido; en cuanto se mueven, la CNN saca ventaja, pero también cae.
# - La convolución acompaña al desplazamiento (equivariante), pero la red entera no es invariante.
# - Lo que hace que aguante es haberlo visto: aumento de datos.
# - El aumento tiene un precio, y el *dropout* no siempre ayuda: se prueban y se miden.
# - Cuánto aguanta una red también es un número, y se puede elegir con él.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulo 14.
# - [Capas de aumento de imágenes en Keras](https://keras.io/api/layers/preprocessing_layers/image_augmentation/).
# - A. Azulay e Y. Weiss (2019), sobre lo poco invariantes que son las CNN:
#   [arXiv:1805.12177](https://arxiv.org/abs/1805.12177).
