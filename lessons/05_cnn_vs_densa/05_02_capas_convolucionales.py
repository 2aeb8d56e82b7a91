# %% [markdown]
# # 5.2 · Capas convolucionales: muchos núcleos, y aprendidos
#
# | | |
# |---|---|
# | **Objetivos** | Decir cuántos mapas salen de varios núcleos y varios canales; contar los parámetros de una capa convolucional y compararlos con los de una densa; escribir la agrupación y un bloque entero en NumPy; predecir la forma de cada capa de una red; lograr que un núcleo se aprenda solo |
# | **Duración** | {{minutos}} |
# | **Requisitos** | La convolución con un núcleo (lección {{la_convolucion}}) y el descenso de gradiente ({{descenso_de_gradiente}}) |
# | **Datos** | Una foto que viene con scikit-learn y las prendas de Fashion-MNIST, incluidas en el curso |
# | **Práctica** | Preparación de la Práctica 9: las piezas de una red convolucional |

# %%
import matplotlib.pyplot as plt
import numpy as np
from scipy.ndimage import laplace, sobel
from sklearn.datasets import load_sample_image

from course_utils import check, hint, solution
from course_utils import load_fashion_mnist, quiet_tensorflow, set_seed
from course_utils import plot_feature_maps, plot_filters

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras

# %% [markdown]
# ## 1 · ¿Y si la imagen tiene color?
#
# En la lección {{la_convolucion}} un **núcleo** recorrió una imagen en gris y dejó un **mapa**: en cada sitio, la
# ventana por el núcleo, y todo sumado. Era una sola plantilla, y la diseñamos nosotros. Una capa de verdad lleva
# muchas, recibe imágenes con varios canales y aprende sus números. Vamos por partes.
#
# Traemos de allí lo que hace falta: nuestra función, una capa `Conv2D` con los núcleos que le demos, y dos imágenes.

# %%
def apply_kernel(image, kernel):
    """Pasa el núcleo por toda la imagen:
    una matriz de entrada y otra de salida."""
    windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
    return (windows * kernel).sum(axis=(2, 3))

def keras_conv(image, kernels, **options):
    """Lo que da una capa Conv2D con esos núcleos, para una sola imagen."""
    pixels = image.reshape(1, *image.shape[:2], -1).astype("float32")
    layer = keras.layers.Conv2D(kernels.shape[-1], kernels.shape[:2],
                                use_bias=False, **options)
    layer.build(pixels.shape)
    layer.set_weights([kernels])
    return layer(pixels).numpy()[0]

# %%
(x_train, _), _ = load_fashion_mnist()
shirt = x_train[26].astype(float)  # la camiseta de rayas
# un píxel de cada cuatro
colour = load_sample_image("china.jpg")[::4, ::4] / 255

vertical = np.array([[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]])
horizontal = vertical.T
print("camiseta:", shirt.shape, " foto:", colour.shape)

# %% [markdown] presenta="canales, numpy.stack"
# La foto trae tres **canales** (rojo, verde y azul), y entonces el núcleo lleva tres plantillas: una por canal.
# Se hace la cuenta en cada canal con la suya y los tres resultados **se suman**. De tres canales y un
# núcleo sale **un** mapa, no tres.
#
# **Predice:** con un núcleo de 3×3×3 y sin relleno, ¿qué forma tendrá el mapa de la foto? (`np.stack` junta varios
# arrays iguales en uno, con un eje más.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La confusión de siempre: «tres canales, tres mapas». Un núcleo = un mapa, tenga la entrada los
# canales que tenga.

# %%
def show(pictures):
    """Dibuja varias imágenes, una junto a otra, cada una con su nombre."""
    fig, axes = plt.subplots(1, len(pictures), figsize=(7.5, 2.2),
                             layout="constrained")
    for ax, (name, picture) in zip(axes, pictures.items()):
        ax.imshow(picture, cmap="gray")
        ax.set_title(name)
        ax.axis("off")
    return fig

# %%
def colour_kernel(red, green, blue):
    """Un núcleo de 3×3×3: promedia cada canal y le da su importancia."""
    return np.full((3, 3, 3), 1 / 9) * np.array([red, green, blue])

def apply_colour_kernel(image, kernel):
    return sum(apply_kernel(image[:, :, c], kernel[:, :, c])
               for c in range(image.shape[2]))

reddish, bluish = colour_kernel(1, -0.5, -0.5), colour_kernel(-0.5, -0.5, 1)
red_map, blue_map = (apply_colour_kernel(colour, reddish),
                     apply_colour_kernel(colour, bluish))
fig = show({"La foto": colour, "¿Dónde hay rojo?": red_map,
            "¿Dónde hay azul?": blue_map})

# %%
kernels = np.stack([reddish, bluish], axis=-1)
from_keras = keras_conv(colour, kernels)
ours = np.stack([red_map, blue_map], axis=-1)
print("núcleos:", kernels.shape, " mapas:", from_keras.shape)
print("¿Difieren en menos de 1e-5?",
      bool(np.abs(from_keras - ours).max() < 1e-5))

# %% [markdown] presenta="filtro"
# **Qué observas.** Un mapa por núcleo. Cada uno responde a un color, algo que en gris era imposible. Y los
# dos mapas juntos, (105, 158, 2), son otra «imagen», ahora de dos canales: la siguiente capa la recibirá
# igual que esta recibió la foto.
#
# ## 2 · ¿Qué añade una capa a sus núcleos?
#
# Una capa convolucional no suele llevar uno o dos núcleos, sino 16, 32 o más. A un núcleo de una capa se le llama
# también **filtro**. Aquí, cuatro sobre la camiseta. Además, a cada mapa la capa le suma un **sesgo** y le aplica una
# función de activación; la nuestra será ReLU: lo negativo pasa a 0.
#
# **Predice:** ¿qué verá cada uno de estos cuatro en una camiseta de rayas horizontales?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Los cuatro filtros se leen en la figura antes de mirar los mapas: «¿dónde está lo claro y dónde lo
# oscuro?». La cuenta de la densa se hace en la pizarra, con una imagen de 28×28 y un solo mapa de salida. En 5.2.1 casi
# todos olvidan los canales; algunos, los sesgos.

# %% presenta="course_utils.plot_filters"
diagonal = np.array([[0, 1, 1], [-1, 0, 1], [-1, -1, 0]])
four = np.stack([vertical, horizontal, diagonal, -vertical],
                axis=-1)[:, :, np.newaxis, :]
fig = plot_filters(four, title="Cuatro núcleos de 3×3")

# %% presenta="course_utils.plot_feature_maps"
maps = keras_conv(shirt, four, activation="relu")
fig = plot_feature_maps(maps, title="Y sus cuatro mapas, después de ReLU")
print("mapas:", maps.shape, " el menor valor:", int(maps.min()))

# %% [markdown]
# **Qué observas.** El filtro 0 ve las orillas izquierdas de la tela (de oscuro a claro) y el 3, su opuesto,
# las derechas. El 1 ve las rayas. El 2, en diagonal, responde un poco a todo: a las orillas y a las rayas.
# Con ReLU, un detector se calla cuando no encuentra lo suyo.
#
# ¿Y cuánto cuesta? En una capa densa, cada salida tiene un peso por cada píxel. En la convolucional, todas
# las casillas de un mapa **comparten** los números del núcleo.
#
# **Predice:** si la imagen pasa de 28×28 a 280×280, ¿por cuánto se multiplican los parámetros de la capa
# convolucional?
#
# ### Ejercicio 5.2.1
#
# Escribe `parametros_conv(lado, canales, filtros)`: cuántos parámetros tiene una capa con `filtros` núcleos
# de `lado`×`lado`, cuya entrada tiene `canales` canales. Cada filtro tiene además un sesgo.

# %% tags=["ejercicio"]
def parametros_conv(lado, canales, filtros):
    # >>> return ...
    return (lado * lado * canales + 1) * filtros
    # <<<

# %%
check("5.2.1", parametros_conv)

# %% tags=["resultado"]
for side in (28, 280):
    layer = keras.layers.Conv2D(8, 3)
    layer.build((None, side, side, 1))
    outputs = (side - 2) ** 2 * 8
    # pesos y sesgos de una densa con las mismas salidas
    dense = side * side * outputs + outputs
    print(f"imagen de {side}×{side}, {outputs} salidas: "
          f"convolucional {layer.count_params()}, densa {dense}")

# %% [markdown] presenta="agrupación"
# **Qué observas.** Los parámetros de la convolucional no dependen del tamaño de la imagen. Para dar las
# mismas salidas, una densa necesita más de cuatro millones con 28×28, y decenas de miles de millones con
# 280×280: no cabría en la memoria de ninguna computadora corriente.
#
# ## 3 · ¿Cómo se resume un mapa?
#
# Un mapa dice en qué píxel exacto está cada cosa. Muchas veces basta con saberlo **más o menos**, y con
# la cuarta parte de los números. La **agrupación** (*pooling*) parte el mapa en cuadritos y deja uno solo
# de cada uno. En la más usada, la agrupación por el máximo (*max-pooling*), el mayor.
#
# **Predice:** ¿qué cuatro números quedarán de este mapa, agrupando de 2 en 2?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que la hagan a mano: tarda un minuto y nadie la olvida. En 5.2.2 aparecen dos errores: mover
# la ventana de uno en uno (sale 3×3) y empezar comparando con 0, que falla si todo es negativo.

# %%
feature_map = np.array([[7, 3, 5, 2],
                        [8, 7, 1, 6],
                        [4, 9, 3, 9],
                        [0, 8, 4, 5]])

fig, ax = plt.subplots(figsize=(3.2, 3.4))
ax.imshow(feature_map, cmap="gray", vmin=-8)
for (row, column), value in np.ndenumerate(feature_map):
    ax.text(column, row, value, ha="center", va="center", fontsize=14)
ax.axhline(1.5, color="#D55E00", lw=3)
ax.axvline(1.5, color="#D55E00", lw=3)
ax.set(title="Cuatro cuadritos de 2×2", xlabel="Columna", ylabel="Fila",
       xticks=range(4), yticks=range(4))
fig.tight_layout()

# %%
for row in (0, 2):
    maxima = [feature_map[row:row + 2, column:column + 2].max()
              for column in (0, 2)]
    print(*maxima)

# %% [markdown]
# **Qué observas.** De cada cuadrito queda el mayor: 8 y 6 arriba, 9 y 9 abajo. No hay pesos: la agrupación
# no aprende nada.
#
# ### Ejercicio 5.2.2
#
# Escribe `max_pool(imagen, lado)`: cuadritos de `lado`×`lado` que no se solapan. Si al final sobran filas
# o columnas que no llenan un cuadrito, se descartan, como hace Keras. Devuelve un array.

# %% tags=["ejercicio"]
def max_pool(imagen, lado):
    # >>> return ...
    filas, columnas = imagen.shape[0] // lado, imagen.shape[1] // lado
    resultado = np.zeros((filas, columnas))
    for fila in range(filas):
        for columna in range(columnas):
            arriba, izquierda = fila * lado, columna * lado
            cuadrito = imagen[arriba:arriba + lado,
                              izquierda:izquierda + lado]
            resultado[fila, columna] = cuadrito.max()
    return resultado
    # <<<

# %%
check("5.2.2", max_pool)

# %% [markdown]
# Esta es la nuestra, sin ciclos: las ventanas de `apply_kernel`, a saltos de `side`, y el máximo de cada
# una. Comparémosla con la capa `MaxPooling2D` de Keras en un mapa al azar, de lados impares:

# %% presenta="keras.layers.MaxPooling2D"
def pool(image, side=2):
    """Agrupación por el máximo, con cuadritos que no se solapan."""
    windows = np.lib.stride_tricks.sliding_window_view(image, (side, side))
    return windows[::side, ::side].max(axis=(2, 3))

random_map = (np.random.default_rng(42).normal(size=(27, 19))
              .astype("float32"))
pooled = keras.layers.MaxPooling2D(2)(
    random_map[np.newaxis, :, :, np.newaxis]).numpy()
print("forma:", pooled.shape, " ¿Difieren en menos de 1e-5?",
      bool(np.abs(pooled[0, :, :, 0] - pool(random_map)).max() < 1e-5))

# %% [markdown]
# Se dice que gracias a la agrupación a la red le da igual que algo se mueva un píxel. Probemos: un mapa
# de 8×8 con una sola casilla encendida; la movemos un lugar a la derecha y miramos si el mapa agrupado
# cambia.
#
# **Predice:** ¿en cuántas de las 56 posiciones posibles quedará igual?

# %%
unchanged = 0
for row in range(8):
    for column in range(7):
        before, after = np.zeros((8, 8)), np.zeros((8, 8))
        before[row, column] = 1
        after[row, column + 1] = 1
        unchanged += np.array_equal(pool(before), pool(after))
print(f"queda igual en {unchanged} de {8 * 7}")

# %% [markdown]
# **Qué observas.** En algo más de la mitad: cuando el movimiento no sale de su cuadrito. La agrupación
# ayuda, pero no hace a la red inmune a los desplazamientos. En {{una_cnn_que_aguante}} mediremos cuánto aguanta de verdad.
#
# ## 4 · ¿Qué sale de encadenar las piezas?
#
# Una red convolucional repite un **bloque**: núcleo, sesgo, ReLU y agrupación. Cada bloque recibe los mapas del
# anterior, como si fueran una imagen con tantos canales.
#
# **Predice:** una imagen de 28×28 tiene 784 números. Después de dos bloques, el primero con 16 núcleos de 3×3 y el
# segundo con 32, ¿quedarán más o menos?
#
# ### Ejercicio 5.2.3
#
# Escribe `bloque(imagen, nucleo, sesgo)`: pasa el núcleo por la imagen, suma el sesgo, aplica ReLU y agrupa
# por el máximo de 2 en 2. Devuelve el mapa que queda. Puedes usar nuestras `apply_kernel(imagen, nucleo)` y
# `pool(mapa)`, o tus funciones.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Si falta tiempo, 5.2.3 y 5.2.4 pueden quedar para casa, pero no dejes de mostrar el núcleo que se
# aprende solo. En 5.2.4, que cada grupo haga una capa y se la pase al siguiente.

# %% tags=["ejercicio"]
def bloque(imagen, nucleo, sesgo):
    # >>> return ...
    mapa = apply_kernel(imagen, nucleo) + sesgo
    return pool(np.maximum(mapa, 0))
    # <<<

# %%
check("5.2.3", bloque)

# %% [markdown]
# ¿Y de qué tamaño es lo que va pasando de un bloque a otro?
#
# ### Ejercicio 5.2.4
#
# Una red recibe imágenes de 28×28 en gris y encadena cuatro capas: `Conv2D(16, 3)`, `MaxPooling2D(2)`,
# `Conv2D(32, 3)` y `MaxPooling2D(2)`, todas sin relleno; las convoluciones, con paso 1. ¿De qué lado son
# los mapas después de cada una? Guárdalo en `lados`, una lista de cuatro enteros. Y si al final hay un
# `Flatten`, ¿cuántos números entrega? Guárdalo en `numeros`.

# %% tags=["ejercicio"]
# >>> lados = ...
lados = [26, 13, 11, 5]
# <<<
# >>> numeros = ...
numeros = 5 * 5 * 32
# <<<

# %%
check("5.2.4", lados, numeros)

# %%
shape = (1, 28, 28, 1)
for layer in (keras.layers.Conv2D(16, 3), keras.layers.MaxPooling2D(2),
              keras.layers.Conv2D(32, 3), keras.layers.MaxPooling2D(2)):
    shape = layer.compute_output_shape(shape)
    print(f"{type(layer).__name__:<13} {shape[1]}×{shape[2]}×{shape[3]} = "
          f"{np.prod(shape)} números")

# %% [markdown]
# **Qué observas.** Se empieza con 784 números y se acaba con casi los mismos, pero ordenados de otro modo: menos
# «dónde», de 28×28 a 5×5, y más «qué», de un canal a 32.
#
# ## Errores frecuentes
#
# **1. Pasar a `Conv2D` una imagen sin sus cuatro ejes.** Espera (lote, alto, ancho, canales), también si es
# una sola imagen y en gris.

# %%
layer = keras.layers.Conv2D(4, 3)
try:
    layer(shirt)
except ValueError:
    print("ValueError con la forma", shirt.shape)

fixed = shirt[np.newaxis, :, :, np.newaxis]
print("Arreglado:", fixed.shape, "→", tuple(layer(fixed).shape))

# %% [markdown]
# **2. Guardar los núcleos con los ejes en otro orden.** Keras espera (alto, ancho, canales de entrada, cuántos núcleos).
# Con el número delante, donde lo pone PyTorch, las formas no encajan y lo dice. Si por casualidad encajaran, no.

# %%
layer = keras.layers.Conv2D(2, 3, use_bias=False)
layer.build((None, *colour.shape))
number_first = np.stack([reddish, bluish])
try:
    layer.set_weights([number_first])
except ValueError:
    print("ValueError con la forma", number_first.shape, "y se espera",
          kernels.shape)

# el número, en el último eje
layer.set_weights([np.stack([reddish, bluish], axis=-1)])
print("Arreglado:", layer.get_weights()[0].shape)

# %% [markdown]
# ## Práctica: ¿quién elige los números del núcleo?
#
# ### Paso 1 · Un núcleo escondido
#
# Hasta aquí los diseñamos nosotros. SciPy trae un detector de bordes verticales, `sobel`. Supongamos que no
# sabemos qué núcleo usa: solo tenemos una imagen y lo que `sobel` responde. ¿Podemos descubrirlo?
#
# Es un problema de aprendizaje como los de {{descenso_de_gradiente}}: nueve pesos, una pérdida (el error cuadrático medio entre
# nuestro mapa y el suyo) y descenso de gradiente. El gradiente tiene una forma preciosa: **otra
# convolución**, la de la imagen con el mapa de errores como núcleo.
#
# Como imagen usamos ruido al azar. En una foto, los vecinos son casi iguales, y confundir el peso de uno con
# el del otro apenas cambia el error; en el ruido, cada píxel va por su cuenta y cada peso se delata.
#
# **Predice:** si empezamos con nueve ceros, ¿cuántos pasos harán falta: 50, 5000 o 500 000?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Es el puente hacia {{cnn_contra_densa}}: que alguien diga en voz alta qué se ajustó (nueve números) y
# con qué (ejemplos). Pregunta qué pasaría con una capa que girase el núcleo.

# %% presenta="scipy.ndimage.sobel"
noise = np.random.default_rng(42).normal(size=(100, 100))
# sin la orilla: nuestro resultado es «valid»
target = sobel(noise, axis=1)[1:-1, 1:-1]

learned, snapshots = np.zeros((3, 3)), []
for step in range(50):
    error = apply_kernel(noise, learned) - target
    if step in (0, 2, 5, 10):
        snapshots.append(learned.copy())
    learned -= 0.1 * 2 * apply_kernel(noise, error) / error.size
snapshots.append(learned)

fig = plot_filters(np.stack(snapshots, axis=-1)[:, :, np.newaxis, :],
                   title="El núcleo después de 0, 2, 5, 10 y 50 pasos")
print((learned.round() + 0).astype(int))
print("¿Todos a menos de 0.01 de un entero?",
      bool(np.abs(learned - learned.round()).max() < 0.01))

# %% [markdown] presenta="núcleo de Sobel"
# **Qué observas.** En 50 pasos, los nueve ceros se convirtieron en el **núcleo de Sobel**: resta la
# izquierda de la derecha, y da doble importancia a la fila del medio. Nadie se lo dijo: salió de los
# ejemplos. Así obtiene una red todos sus núcleos, con una diferencia: en lugar de imitar un filtro, los
# ajusta para acertar la etiqueta. (La figura numera del 0 al 4, pero no son cinco filtros: es el mismo, en cinco momentos.)
#
# ### Paso 2 · ¿Sirve con una prenda?
#
# Aprendió con ruido. Probemos el núcleo aprendido en la camiseta, que no había visto, frente a la respuesta de `sobel`.

# %%
theirs = sobel(shirt, axis=1)[1:-1, 1:-1]
ours = apply_kernel(shirt, learned)
fig = show({"La prenda": shirt, "sobel, de SciPy": theirs,
            "El núcleo aprendido": ours})
print("¿Difieren en menos del 1 % de lo que más responde?",
      bool(np.abs(ours - theirs).max() < 0.01 * np.abs(theirs).max()))

# %% [markdown]
# **Qué observas.** Los dos mapas son iguales a la vista, y casi iguales en números: lo aprendido con ruido vale para
# cualquier imagen, porque lo que se aprendió es la cuenta entera, nueve números.
#
# ### Paso 3 · Ejercicio 5.2.5
#
# Ahora tú, con Keras. SciPy tiene otro filtro, `laplace`: abajo tienes 200 imágenes de ruido (`x_noise`) y lo
# que responde a cada una (`y_laplace`). Entrena un modelo con **una sola** capa, `Conv2D` de un filtro de
# 3×3 sin sesgo (`use_bias=False`) ni activación, con pérdida `"mse"`, hasta descubrir su núcleo. Guarda
# `nucleo_aprendido`, un array de forma `(3, 3)`: los pesos son `model.get_weights()[0][:, :, 0, 0]`. Se pide
# que cada número quede a menos de 0.1 del verdadero.

# %% presenta="scipy.ndimage.laplace"
x_noise = (np.random.default_rng(7).normal(size=(200, 28, 28, 1))
           .astype("float32"))
y_laplace = np.stack([laplace(picture[:, :, 0])[1:-1, 1:-1]
                      for picture in x_noise])
y_laplace = y_laplace[..., np.newaxis]
print("entradas:", x_noise.shape, " salidas:", y_laplace.shape)

# %% tags=["ejercicio"]
# >>> nucleo_aprendido = ...
set_seed(42)
modelo = keras.Sequential([
    keras.Input((28, 28, 1)),
    keras.layers.Conv2D(1, 3, use_bias=False),
])
modelo.compile(keras.optimizers.Adam(0.05), loss="mse")
historial = modelo.fit(x_noise, y_laplace, batch_size=20, epochs=20,
                       verbose=0)
nucleo_aprendido = modelo.get_weights()[0][:, :, 0, 0]
# <<<

# %%
check("5.2.5", nucleo_aprendido)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Una capa `Conv2D(16, 3)` recibe mapas de 26×26×8. ¿Cuántos pesos, sin contar el sesgo, tiene **cada
# uno** de sus filtros?
#
# - a) 3×3×8 = 72.
# - b) 3×3 = 9.
# - c) 3×3×16 = 144.
# - d) 26×26×8 = 5408.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "a"
# <<<
check("5.2.A1", respuesta_1)

# %% [markdown]
# **A2.** ¿Por qué una capa convolucional tiene tan pocos parámetros comparada con una densa?
#
# - a) Porque primero reduce la imagen.
# - b) Porque no usa sesgos.
# - c) Porque guarda sus pesos con menos cifras.
# - d) Porque usa los mismos números en todos los sitios de la imagen.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "d"
# <<<
check("5.2.A2", respuesta_2)

# %% [markdown]
# **A3.** Si mañana `Conv2D` girase el núcleo antes de multiplicar, ¿qué pasaría al entrenar una red nueva?
#
# - a) Dejaría de detectar bordes.
# - b) Aprendería los mismos núcleos, girados, y acertaría lo mismo.
# - c) Tendría el doble de parámetros.
# - d) Solo funcionaría con núcleos simétricos.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "b"
# <<<
check("5.2.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Un núcleo abarca todos los canales de la entrada y da un solo mapa; varios núcleos, varios mapas.
# - Una capa convolucional son sus núcleos, un sesgo por núcleo y una activación.
# - Los pesos se comparten: cuántos hay no depende del tamaño de la imagen.
# - La agrupación resume cada mapa sin aprender nada, y no hace a la red inmune a los desplazamientos.
# - Los números de los núcleos se aprenden de los ejemplos, con descenso de gradiente.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 14.
# - [La capa Conv2D en la documentación de Keras](https://keras.io/api/layers/convolution_layers/convolution2d/).
# - [La capa MaxPooling2D](https://keras.io/api/layers/pooling_layers/max_pooling2d/).
# - I. Goodfellow, Y. Bengio y A. Courville, *Deep Learning*,
#   [capítulo 9](https://www.deeplearningbook.org/contents/convnets.html).
