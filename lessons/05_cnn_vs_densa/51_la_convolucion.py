# %% [markdown]
# # 5.1 · La convolución: mirar por una ventana
#
# | | |
# |---|---|
# | **Objetivos** | Calcular a mano una convolución y una agrupación; escribirlas en NumPy y comprobar que coinciden con las capas de Keras; diseñar un núcleo que detecte bordes; predecir el tamaño de la salida; contar parámetros y compararlos con los de una capa densa; distinguir convolución de correlación cruzada; lograr que un núcleo se aprenda solo |
# | **Duración** | 60 min |
# | **Requisitos** | La red densa de Fashion-MNIST (lección 4.4) y el descenso de gradiente (2.5) |
# | **Datos** | Una foto que viene con scikit-learn y las prendas de Fashion-MNIST, incluidas en el curso |
# | **Práctica** | Preparación de la Práctica 9: las piezas de una red convolucional |

# %%
import matplotlib.pyplot as plt
import numpy as np
from scipy.ndimage import laplace, sobel
from scipy.signal import convolve2d
from sklearn.datasets import load_sample_image

from course_utils import check, explore_convolution, load_fashion_mnist, quiet_tensorflow, set_seed
from course_utils import plot_convolution_steps, plot_feature_maps, plot_filters

quiet_tensorflow()  # que TensorFlow arranque sin llenar la pantalla de avisos
import keras

# %% [markdown]
# ## 1 · ¿Cómo se mira una imagen sin desarmarla?
#
# La red de 4.4 empezaba por `Flatten`: la imagen de 28×28 se convertía en una fila de 784 números. En
# esa fila, un píxel y el que tiene justo debajo quedan a 28 puestos de distancia, y nada le dice a la
# red que son vecinos. Pero en una imagen lo que importa es casi siempre local: un borde, una esquina,
# un botón.
#
# La idea de este módulo es no desarmarla, sino **mirarla por una ventana pequeña** que la recorre
# entera. La ventana lleva una plantilla de números, el **núcleo** (*kernel*). En cada sitio se
# multiplica cada píxel por el número que tiene encima, se suma todo y se anota el resultado.
#
# **Predice:** calcula a mano el primer número, el de la esquina superior izquierda. Solo hay que sumar
# los píxeles que quedan debajo de un 1 del núcleo.

# %% [markdown] tags=["docente"]
# **12 min.** Haz la primera casilla en la pizarra, con un marco de cartulina como ventana; que la
# segunda la haga la clase. En 5.1.1, el error más común es el tamaño del resultado: `n - k`, que se
# deja fuera la última ventana. Si alguien obtiene los números de una imagen distinta cuando el núcleo
# no es simétrico, lo giró sin querer: guárdalo para la sección 6.

# %%
image = np.array([[1, 1, 1, 0, 0],
                  [0, 1, 1, 1, 0],
                  [0, 0, 1, 1, 1],
                  [0, 0, 1, 1, 0],
                  [0, 1, 1, 0, 0]])
kernel = np.array([[1, 0, 1],
                   [0, 1, 0],
                   [1, 0, 1]])

fig = plot_convolution_steps(image, kernel, row=0, column=0)

# %% [markdown]
# **Qué observas.** El marco naranja es la ventana. De los nueve productos, cuatro dan 1: la suma es 4, y esa
# es la primera casilla. Después la ventana avanza un píxel y se repite la cuenta. Mueve el control para
# recorrerla (o, si no hay control, mira la última posición, con el resultado completo):

# %%
explore_convolution(image, kernel)

# %% [markdown]
# El resultado se llama **mapa de características** (*feature map*): dice **dónde** hay algo que se
# parece a la plantilla. Aquí, cada número cuenta cuántos unos de la imagen caen bajo un uno del núcleo.
#
# Con una fórmula, donde $x$ es la imagen y $w$ el núcleo, la casilla de la fila $i$ y la columna $j$ es
#
# $$r_{i,j} = \sum_{a}\sum_{b} x_{i+a,\;j+b}\; w_{a,b}$$
#
# Y con Python, dos ciclos: uno baja la ventana y otro la lleva hacia la derecha.

# %%
result = np.zeros((3, 3), dtype=int)
for row in range(3):
    for column in range(3):
        window = image[row:row + 3, column:column + 3]
        result[row, column] = (window * kernel).sum()

for row in result:
    print(*row)

# %% [markdown]
# **Qué observas.** De una imagen de 5×5 y un núcleo de 3×3 sale un resultado de 3×3: la ventana solo
# cabe en tres sitios a lo ancho y en tres a lo alto. Ojo: `*` multiplica casilla por casilla; no es el
# producto de matrices, `@`.
#
# ### Ejercicio 5.1.1
#
# Escribe `conv2d(imagen, nucleo)` para **cualquier** imagen y cualquier núcleo que quepa en ella; ninguno
# de los dos tiene por qué ser cuadrado. Devuelve un array de decimales con el resultado. `check` lo
# comparará además con la capa de Keras.

# %% tags=["ejercicio"]
def conv2d(imagen, nucleo):
    alto, ancho = nucleo.shape
    # >>> return ...
    filas = imagen.shape[0] - alto + 1
    columnas = imagen.shape[1] - ancho + 1
    resultado = np.zeros((filas, columnas))
    for fila in range(filas):
        for columna in range(columnas):
            ventana = imagen[fila:fila + alto, columna:columna + ancho]
            resultado[fila, columna] = (ventana * nucleo).sum()
    return resultado
    # <<<

# %%
check("5.1.1", conv2d)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("5.1.1")` da una pista (y otra, si insistes), y
# `solution("5.1.1")` muestra una solución. Antes hay que traerlos:
# `from course_utils import hint, solution`.
#
# Dos ciclos de Python son lentos para una foto. Esta es la misma cuenta sin ellos:
# `sliding_window_view` entrega todas las ventanas a la vez. La usaremos de aquí en adelante (de `stride`
# hablaremos en la sección 3).

# %%
def apply_kernel(image, kernel, stride=1):
    """Pasa el núcleo por toda la imagen: una matriz de entrada y otra de salida."""
    windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
    return (windows[::stride, ::stride] * kernel).sum(axis=(2, 3))

print("¿Sale lo mismo?", np.array_equal(apply_kernel(image, kernel), result))

# %% [markdown]
# Y esta es la capa de Keras que hace ese trabajo, `Conv2D`. Normalmente aprende sus núcleos; nosotros se
# los ponemos **a mano** con `set_weights`, para ver si calcula lo mismo con una imagen al azar. Los ejes
# de los núcleos son (alto, ancho, canales de entrada, cuántos núcleos).

# %%
def keras_conv(image, kernels, **options):
    """Lo que da una capa Conv2D con esos núcleos, para una sola imagen."""
    pixels = image.reshape(1, *image.shape[:2], -1).astype("float32")
    layer = keras.layers.Conv2D(kernels.shape[-1], kernels.shape[:2], use_bias=False, **options)
    layer.build(pixels.shape)
    layer.set_weights([kernels])
    return layer(pixels).numpy()[0]

rng = np.random.default_rng(42)
random_image, random_kernel = rng.random((28, 20)), rng.normal(size=(3, 5))
from_keras = keras_conv(random_image, random_kernel[:, :, np.newaxis, np.newaxis])[:, :, 0]
difference = np.abs(from_keras - apply_kernel(random_image, random_kernel)).max()
print("forma:", from_keras.shape, " ¿Difieren en menos de 1e-5?", bool(difference < 1e-5))

# %% [markdown]
# **Qué observas.** Coinciden (Keras calcula con menos cifras, `float32`, y de ahí el margen). Dentro de
# una red convolucional no hay más misterio que esta suma de productos.
#
# ## 2 · ¿Para qué sirve pasar un núcleo por una foto?
#
# Para ver aparecer cosas distintas según los números que lleve. Tomemos una foto, pasémosla a gris (la
# media de sus tres colores) y reduzcámosla: cada cuadrito de 4×4 píxeles queda en uno, su media.

# %% [markdown] tags=["docente"]
# **10 min.** Antes de ejecutar la figura, que señalen en la foto qué líneas se encenderán. En 5.1.2 hay
# muchas respuestas válidas (Prewitt, Sobel, de cualquier signo): que dos estudiantes con núcleos
# distintos comparen. El error más común es entregar el vertical: «borde horizontal» es el que va de lado
# a lado, y para verlo hay que restar **arriba y abajo**.

# %%
china = load_sample_image("china.jpg")
gray = china.mean(axis=-1)
photo = gray[:424].reshape(106, 4, 160, 4).mean(axis=(1, 3))
print("en color:", china.shape, " en gris:", gray.shape, " reducida:", photo.shape)

# %% [markdown]
# Y ahora dos núcleos:
#
# - **Desenfoque**: 25 números iguales que suman 1. Cada píxel se convierte en la media de los que lo
#   rodean.
# - **Bordes verticales**: un −1 a la izquierda y un 1 a la derecha. Resta vecinos: si son iguales da 0.
#
# **Predice:** ¿qué partes del pabellón se verán con el segundo núcleo, y cuáles desaparecerán?

# %%
def show(pictures):
    """Dibuja varias imágenes, una junto a otra, cada una con su nombre."""
    fig, axes = plt.subplots(1, len(pictures), figsize=(8.5, 2.3), layout="constrained")
    for ax, (name, picture) in zip(axes, pictures.items()):
        ax.imshow(picture, cmap="gray")
        ax.set_title(name)
        ax.axis("off")
    return fig

blur = np.full((5, 5), 1 / 25)
vertical = np.array([[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]])
blurred, edges = apply_kernel(photo, blur), apply_kernel(photo, vertical)
fig = show({"La foto": photo, "Desenfoque": blurred, "Bordes verticales": edges})

# %%
def neighbour_gap(picture):
    return np.abs(np.diff(picture, axis=1)).mean()

print(f"diferencia media entre vecinos: antes ≈ {neighbour_gap(photo):.1f}, "
      f"después ≈ {neighbour_gap(blurred):.1f}")
print("¿El desenfoque la reduce a menos de la mitad?",
      bool(neighbour_gap(blurred) < neighbour_gap(photo) / 2))

flat = np.full((6, 6), 200)
print("En una zona lisa, los bordes dan:", np.unique(apply_kernel(flat, vertical)))

# %% [markdown]
# **Qué observas.** El desenfoque iguala a los vecinos. El otro núcleo deja el cielo en un gris uniforme,
# que es el 0, y enciende las columnas y los costados: en blanco, donde se pasa de oscuro a claro; en
# negro, donde se pasa de claro a oscuro. Las líneas horizontales de los tejados casi desaparecen.
#
# La regla: si los números suman **1**, se conserva el brillo; si suman **0**, solo se ven los cambios.
#
# ### Ejercicio 5.1.2
#
# Diseña tú el otro: `nucleo_horizontal`, un array de 3×3 que responda a los bordes **horizontales** (de
# arriba abajo la imagen cambia de claro a oscuro, o al revés) y que dé 0 tanto en una zona lisa como en
# un borde vertical.

# %% tags=["ejercicio"]
# >>> nucleo_horizontal = ...
nucleo_horizontal = np.array([[-1, -1, -1],
                              [0, 0, 0],
                              [1, 1, 1]])
# <<<

# %%
check("5.1.2", nucleo_horizontal)

# %% [markdown]
# Ahora, con una prenda. Esta camiseta de rayas parece hecha para la ocasión.
#
# **Predice:** ¿con cuál de los dos núcleos, el vertical o el horizontal, se verán las rayas?

# %%
(x_train, _), _ = load_fashion_mnist()
shirt = x_train[26].astype(float)
horizontal = vertical.T  # las filas por columnas: el mismo núcleo, acostado

fig = show({"La prenda": shirt, "Desenfoque": apply_kernel(shirt, blur),
            "Bordes verticales": apply_kernel(shirt, vertical),
            "Bordes horizontales": apply_kernel(shirt, horizontal)})

# %%
inside = (slice(8, 20), slice(10, 18))  # el pecho, lejos de los contornos
for name, edge_kernel in (("vertical", vertical), ("horizontal", horizontal)):
    response = np.abs(apply_kernel(shirt, edge_kernel)[inside]).mean()
    print(f"respuesta media en el pecho, núcleo {name}: {response:.0f}")

# %% [markdown]
# **Qué observas.** El horizontal ve las rayas; el vertical, sobre todo los costados. Cada núcleo es un
# detector de **una** cosa, y la busca en todas partes con los mismos nueve números.
#
# ## 3 · ¿De qué tamaño sale el mapa?
#
# Depende de tres decisiones. La primera ya la conoces, el lado del núcleo. Las otras dos son:
#
# - el **relleno** (*padding*): añadir un marco de ceros alrededor, para que la ventana quepa también en
#   las orillas. Sin marco, Keras lo llama `"valid"`; con el marco justo para no encoger, `"same"`;
# - el **paso** (*stride*): cuántos píxeles avanza la ventana cada vez.
#
# **Predice:** con nuestra imagen de 5×5, el núcleo de 3×3 y un marco de un píxel, ¿de qué tamaño será
# el resultado?

# %% [markdown] tags=["docente"]
# **9 min.** La fórmula sale sola si preguntas «¿cuántos pasos puede dar la ventana antes de chocar?», y
# recuerdas que la posición inicial también cuenta: de ahí el + 1.

# %%
padded = np.pad(image, 1)  # un marco de ceros
fig = plot_convolution_steps(padded, kernel, row=4, column=4)

# %%
fig = plot_convolution_steps(image, kernel, row=1, column=1, stride=2)

# %% [markdown]
# **Qué observas.** Con marco, el resultado vuelve a ser de 5×5. Con paso 2 y sin marco queda en 2×2: son
# las cuatro esquinas del resultado de antes, porque la ventana se salta las posiciones intermedias.
#
# En general, con una imagen de lado $n$, un núcleo de lado $k$, un marco de $p$ píxeles **por cada lado**
# y un paso $s$, el lado del resultado es
#
# $$\left\lfloor \frac{n + 2p - k}{s} \right\rfloor + 1$$
#
# donde $\lfloor\;\rfloor$ significa redondear hacia abajo: si al final no cabe un paso entero, no se da.
#
# ### Ejercicio 5.1.3
#
# Escribe `tamano_salida(n, k, p, s)`, que devuelve ese lado como número entero. `check` la comparará con
# los tamaños que da Keras en muchos casos.

# %% tags=["ejercicio"]
def tamano_salida(n, k, p, s):
    # >>> return ...
    return (n + 2 * p - k) // s + 1
    # <<<

# %%
check("5.1.3", tamano_salida)

# %% [markdown]
# Veamos qué hace Keras con una imagen de 28×28:

# %%
for side, stride, padding in ((3, 1, "valid"), (3, 1, "same"), (5, 1, "valid"), (5, 1, "same"),
                              (3, 2, "valid"), (3, 2, "same")):
    layer = keras.layers.Conv2D(1, side, strides=stride, padding=padding)
    shape = layer.compute_output_shape((None, 28, 28, 1))
    print(f"núcleo {side}×{side}, paso {stride}, {padding:<5} → {shape[1]}×{shape[2]}")

# %% [markdown]
# **Qué observas.** Con `"same"` y paso 1 el tamaño se conserva: con un núcleo de lado impar, el marco mide
# $p = (k-1)/2$. Con paso 2, en cambio, sale la mitad aunque se llame *same*.
#
# Y una confesión: al reducir la foto ya estabas usando una convolución. La media de cada cuadrito de 4×4
# es un núcleo de dieciséis números iguales, con paso 4:

# %%
reduced = apply_kernel(gray, np.full((4, 4), 1 / 16), stride=4)
print("forma:", reduced.shape, " ¿Es la misma foto?", np.allclose(reduced, photo))

# %% [markdown]
# ## 4 · ¿Cómo se resume un mapa?
#
# Un mapa dice en qué píxel exacto está cada cosa. Muchas veces basta con saberlo **más o menos**, y con
# la cuarta parte de los números. La **agrupación** (*pooling*) parte el mapa en cuadritos y deja uno solo
# de cada uno. En la más usada, la agrupación por el máximo (*max-pooling*), el mayor.
#
# **Predice:** ¿qué cuatro números quedarán de este mapa, agrupando de 2 en 2?

# %% [markdown] tags=["docente"]
# **8 min.** Que la hagan a mano: tarda un minuto y nadie la olvida. En 5.1.4 aparecen dos errores: mover
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
    maxima = [feature_map[row:row + 2, column:column + 2].max() for column in (0, 2)]
    print(*maxima)

# %% [markdown]
# **Qué observas.** De cada cuadrito queda el mayor: 8 y 6 arriba, 9 y 9 abajo. No hay pesos: la agrupación
# no aprende nada.
#
# ### Ejercicio 5.1.4
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
            cuadrito = imagen[arriba:arriba + lado, izquierda:izquierda + lado]
            resultado[fila, columna] = cuadrito.max()
    return resultado
    # <<<

# %%
check("5.1.4", max_pool)

# %% [markdown]
# Esta es la nuestra, sin ciclos: las mismas ventanas de antes, a saltos de `side`, y el máximo de cada
# una. Comparémosla con la capa `MaxPooling2D` de Keras en un mapa al azar, de lados impares:

# %%
def pool(image, side=2):
    """Agrupación por el máximo, con cuadritos que no se solapan."""
    windows = np.lib.stride_tricks.sliding_window_view(image, (side, side))
    return windows[::side, ::side].max(axis=(2, 3))

random_map = rng.normal(size=(27, 19)).astype("float32")
pooled = keras.layers.MaxPooling2D(2)(random_map[np.newaxis, :, :, np.newaxis]).numpy()
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
# ayuda, pero no hace a la red inmune a los desplazamientos. En 5.2 mediremos cuánto aguanta de verdad.
#
# ## 5 · ¿Y si la imagen tiene color?
#
# Entonces trae tres **canales** (rojo, verde y azul), y el núcleo también tiene tres capas: una por canal.
# Se hace la cuenta en cada canal con su capa y los tres resultados **se suman**. De tres canales y un
# núcleo sale **un** mapa, no tres.
#
# **Predice:** si de la foto en color tomamos un píxel de cada cuatro, queda de 107×160×3. Con un núcleo de 3×3×3 y sin relleno, ¿qué
# forma tendrá el mapa?

# %% [markdown] tags=["docente"]
# **9 min.** La confusión de siempre: «tres canales, tres mapas». Un núcleo = un mapa, tenga la entrada los
# canales que tenga. En 5.1.5 casi todos olvidan los canales; algunos, los sesgos.

# %%
colour = china[::4, ::4] / 255

def colour_kernel(red, green, blue):
    """Un núcleo de 3×3×3: promedia cada canal y le da su importancia."""
    return np.full((3, 3, 3), 1 / 9) * np.array([red, green, blue])

def apply_colour_kernel(image, kernel):
    return sum(apply_kernel(image[:, :, c], kernel[:, :, c]) for c in range(image.shape[2]))

reddish, bluish = colour_kernel(1, -0.5, -0.5), colour_kernel(-0.5, -0.5, 1)
red_map, blue_map = apply_colour_kernel(colour, reddish), apply_colour_kernel(colour, bluish)
fig = show({"La foto": colour, "¿Dónde hay rojo?": red_map, "¿Dónde hay azul?": blue_map})

# %%
kernels = np.stack([reddish, bluish], axis=-1)
from_keras = keras_conv(colour, kernels)
ours = np.stack([red_map, blue_map], axis=-1)
print("núcleos:", kernels.shape, " mapas:", from_keras.shape)
print("¿Difieren en menos de 1e-5?", bool(np.abs(from_keras - ours).max() < 1e-5))

# %% [markdown]
# **Qué observas.** Un mapa por núcleo. Cada uno responde a un color, algo que en gris era imposible. Y los
# dos mapas juntos, (105, 158, 2), son otra «imagen», ahora de dos canales: la siguiente capa la recibirá
# igual que esta recibió la foto.
#
# Una capa convolucional no lleva uno o dos núcleos, sino 16, 32 o más. Aquí, cuatro sobre la camiseta.
# Además, a cada mapa le suma un **sesgo** y le aplica una función de activación, casi siempre ReLU: lo
# negativo pasa a 0.

# %%
diagonal = np.array([[0, 1, 1], [-1, 0, 1], [-1, -1, 0]])
four = np.stack([vertical, horizontal, diagonal, -vertical], axis=-1)[:, :, np.newaxis, :]
fig = plot_filters(four, title="Cuatro núcleos de 3×3")

# %%
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
# ### Ejercicio 5.1.5
#
# Escribe `parametros_conv(lado, canales, filtros)`: cuántos parámetros tiene una capa con `filtros` núcleos
# de `lado`×`lado`, cuya entrada tiene `canales` canales. Cada filtro tiene además un sesgo.

# %% tags=["ejercicio"]
def parametros_conv(lado, canales, filtros):
    # >>> return ...
    return (lado * lado * canales + 1) * filtros
    # <<<

# %%
check("5.1.5", parametros_conv)

# %%
for side in (28, 280):
    layer = keras.layers.Conv2D(8, 3)
    layer.build((None, side, side, 1))
    outputs = (side - 2) ** 2 * 8
    dense = side * side * outputs + outputs  # pesos y sesgos de una densa con las mismas salidas
    print(f"imagen de {side}×{side}, {outputs} salidas: "
          f"convolucional {layer.count_params()}, densa {dense}")

# %% [markdown]
# **Qué observas.** Los parámetros de la convolucional no dependen del tamaño de la imagen. Para dar las
# mismas salidas, una densa necesita más de cuatro millones con 28×28, y decenas de miles de millones con
# 280×280: no cabría en la memoria de ninguna computadora corriente.
#
# ## 6 · ¿De verdad es una convolución?
#
# > **Lo que oirás por ahí: «las redes convolucionales convolucionan».** En matemáticas, la **convolución**
# > gira el núcleo media vuelta (180°) antes de multiplicar. Lo que calcula Keras, y has programado tú, no
# > gira nada: se llama **correlación cruzada** (*cross-correlation*). Comprobémoslo con SciPy, cuya
# > `convolve2d` es la de los libros de matemáticas.
#
# La prueba más clara es una imagen con un solo punto encendido y un núcleo con nueve números distintos.
#
# **Predice:** ¿qué dibujará cada operación alrededor del punto?

# %% [markdown] tags=["docente"]
# **4 min.** No es pedantería: quien compare su red con un libro de procesamiento de señales, o con
# `convolve2d`, verá números distintos y creerá que se equivocó. Con un núcleo simétrico no se nota.

# %%
dot = np.zeros((5, 5), dtype=int)
dot[2, 2] = 1
numbered = np.arange(1, 10).reshape(3, 3)

as_keras = keras_conv(dot, numbered[:, :, np.newaxis, np.newaxis])[:, :, 0].astype(int)
as_maths = convolve2d(dot, numbered, mode="valid")
print("núcleo:        ", *numbered)
print("Keras:         ", *as_keras)
print("la matemática: ", *as_maths)

# %%
turned = np.flip(numbered)  # invierte las filas y también las columnas: media vuelta
ours = apply_kernel(photo, numbered)
print("¿Igual que convolve2d?                ",
      np.allclose(ours, convolve2d(photo, numbered, mode="valid")))
print("¿Igual que convolve2d, núcleo girado? ",
      np.allclose(ours, convolve2d(photo, turned, mode="valid")))
print("¿Se nota con el núcleo 101/010/101?   ",
      not np.allclose(apply_kernel(photo, kernel), convolve2d(photo, kernel, mode="valid")))

# %% [markdown]
# **Qué observas.** La convolución matemática copia el núcleo tal cual alrededor del punto; la de Keras lo
# deja girado. Son la misma operación salvo esa media vuelta, y con un núcleo simétrico no se distinguen:
# por eso tantos ejemplos esconden la diferencia, incluido el nuestro de la sección 1.
#
# En una red da igual, por una razón que verás en la práctica: los números del núcleo **se aprenden**. Si
# la capa lo girase, los aprendería girados. (Seguiremos diciendo «convolución», como todo el mundo.)
#
# ### Ejercicio 5.1.6
#
# Escribe `giro_invisible(nucleo)`: devuelve `True` si el núcleo queda igual después de girarlo media vuelta,
# y `False` si no. Con ella sabrás cuándo puede engañarte un ejemplo.

# %% tags=["ejercicio"]
def giro_invisible(nucleo):
    # >>> return ...
    return np.array_equal(nucleo, np.flip(nucleo))
    # <<<

# %%
check("5.1.6", giro_invisible)

# %% [markdown]
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
# **2. Restar píxeles de tipo `uint8`.** Ese tipo va de 0 a 255 y no tiene negativos: al bajar de 0 vuelve a
# empezar por 255, sin ningún aviso.

# %%
pixels = np.array([200, 190, 60, 60], dtype="uint8")
print("mal: ", pixels[1:] - pixels[:-1])

pixels = pixels.astype(float)
print("bien:", pixels[1:] - pixels[:-1])

# %% [markdown]
# **3. Creer que `"same"` significa «del mismo tamaño».** Solo es así con paso 1.

# %%
for stride in (1, 2):
    layer = keras.layers.Conv2D(1, 3, strides=stride, padding="same")
    side = layer.compute_output_shape((None, 28, 28, 1))[1]
    print(f"padding='same', paso {stride}: de 28 a {side}. ¿Mismo tamaño? {side == 28}")

# %% [markdown]
# ## Práctica: de los núcleos diseñados a los aprendidos
#
# Una red convolucional encadena bloques, y cada bloque son las piezas que ya tienes.
#
# ### Paso 1 · Ejercicio 5.1.7
#
# Escribe `bloque(imagen, nucleo, sesgo)`: pasa el núcleo por la imagen, suma el sesgo, aplica ReLU y agrupa
# por el máximo de 2 en 2. Devuelve el mapa que queda. Puedes usar nuestras `apply_kernel(imagen, nucleo)` y
# `pool(mapa)`, o tus funciones.

# %% [markdown] tags=["docente"]
# **8 min.** Si falta tiempo, 5.1.7 y 5.1.8 pueden quedar para casa, pero no dejes de mostrar el núcleo que
# se aprende solo: es el puente hacia 5.2. Pregunta qué pasaría con una capa que girase el núcleo.

# %% tags=["ejercicio"]
def bloque(imagen, nucleo, sesgo):
    # >>> return ...
    mapa = apply_kernel(imagen, nucleo) + sesgo
    return pool(np.maximum(mapa, 0))
    # <<<

# %%
check("5.1.7", bloque)

# %% [markdown]
# ### Paso 2 · Ejercicio 5.1.8
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
check("5.1.8", lados, numeros)

# %% [markdown]
# ### Paso 3 · ¿Quién elige los números del núcleo?
#
# Hasta aquí los diseñamos nosotros. SciPy trae un detector de bordes verticales, `sobel`. Supongamos que no
# sabemos qué núcleo usa: solo tenemos una imagen y lo que `sobel` responde. ¿Podemos descubrirlo?
#
# Es un problema de aprendizaje como los de 2.5: nueve pesos, una pérdida (el error cuadrático medio entre
# nuestro mapa y el suyo) y descenso de gradiente. El gradiente tiene una forma preciosa: **otra
# convolución**, la de la imagen con el mapa de errores como núcleo.
#
# Como imagen usamos ruido al azar. En una foto, los vecinos son casi iguales, y confundir el peso de uno con
# el del otro apenas cambia el error; en el ruido, cada píxel va por su cuenta y cada peso se delata.
#
# **Predice:** si empezamos con nueve ceros, ¿cuántos pasos harán falta: 50, 5000 o 500 000?

# %%
noise = np.random.default_rng(42).normal(size=(100, 100))
target = sobel(noise, axis=1)[1:-1, 1:-1]  # sin la orilla: nuestro resultado es «valid»

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
print("¿Todos a menos de 0.01 de un entero?", bool(np.abs(learned - learned.round()).max() < 0.01))

# %% [markdown]
# **Qué observas.** En 50 pasos, los nueve ceros se convirtieron en el **núcleo de Sobel**: resta la
# izquierda de la derecha, y da doble importancia a la fila del medio. Nadie se lo dijo: salió de los
# ejemplos. Así obtiene una red todos sus núcleos, con una diferencia: en lugar de imitar un filtro, los
# ajusta para acertar la etiqueta.
#
# ### Ejercicio 5.1.9
#
# Ahora tú, con Keras. SciPy tiene otro filtro, `laplace`: abajo tienes 200 imágenes de ruido (`x_noise`) y lo
# que responde a cada una (`y_laplace`). Entrena un modelo con **una sola** capa, `Conv2D` de un filtro de
# 3×3 sin sesgo (`use_bias=False`) ni activación, con pérdida `"mse"`, hasta descubrir su núcleo. Guarda
# `nucleo_aprendido`, un array de forma `(3, 3)`: los pesos son `model.get_weights()[0][:, :, 0, 0]`. Se pide
# que cada número quede a menos de 0.1 del verdadero.

# %%
x_noise = np.random.default_rng(7).normal(size=(200, 28, 28, 1)).astype("float32")
y_laplace = np.stack([laplace(picture[:, :, 0])[1:-1, 1:-1] for picture in x_noise])
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
historial = modelo.fit(x_noise, y_laplace, batch_size=20, epochs=20, verbose=0)
nucleo_aprendido = modelo.get_weights()[0][:, :, 0, 0]
# <<<

# %% tags=["resultado"]
check("5.1.9", nucleo_aprendido)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Un núcleo cuyos números suman 0 pasa por un trozo de cielo donde todos los píxeles valen 180. ¿Qué
# sale?
#
# - a) 180, porque el brillo se conserva.
# - b) Depende del tamaño del núcleo.
# - c) 0, porque no hay ningún cambio que ver.
# - d) 255, porque el cielo es claro.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("5.1.A1", respuesta_1)

# %% [markdown]
# **A2.** Una capa `Conv2D(16, 3)` recibe mapas de 26×26×8. ¿Cuántos pesos, sin contar el sesgo, tiene **cada
# uno** de sus filtros?
#
# - a) 3×3×8 = 72.
# - b) 3×3 = 9.
# - c) 3×3×16 = 144.
# - d) 26×26×8 = 5408.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "a"
# <<<
check("5.1.A2", respuesta_2)

# %% [markdown]
# **A3.** ¿Por qué una capa convolucional tiene tan pocos parámetros comparada con una densa?
#
# - a) Porque primero reduce la imagen.
# - b) Porque no usa sesgos.
# - c) Porque guarda sus pesos con menos cifras.
# - d) Porque usa los mismos números en todos los sitios de la imagen.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "d"
# <<<
check("5.1.A3", respuesta_3)

# %% [markdown]
# **A4.** Si mañana `Conv2D` girase el núcleo antes de multiplicar, ¿qué pasaría al entrenar una red nueva?
#
# - a) Dejaría de detectar bordes.
# - b) Aprendería los mismos núcleos, girados, y acertaría lo mismo.
# - c) Tendría el doble de parámetros.
# - d) Solo funcionaría con núcleos simétricos.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "b"
# <<<
check("5.1.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Una convolución pasa un núcleo por la imagen: en cada sitio multiplica, suma y anota.
# - El mapa mide $\lfloor (n + 2p - k)/s \rfloor + 1$ de lado; la agrupación lo resume sin aprender nada.
# - Un núcleo abarca todos los canales de la entrada y da un solo mapa; varios núcleos, varios mapas.
# - Los pesos se comparten: cuántos hay no depende del tamaño de la imagen.
# - Keras no gira el núcleo (es una correlación cruzada); no importa, porque sus números se aprenden.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 14.
# - [La capa Conv2D en la documentación de Keras](https://keras.io/api/layers/convolution_layers/convolution2d/).
# - V. Dumoulin y F. Visin (2016), *A guide to convolution arithmetic for deep learning*:
#   [arXiv:1603.07285](https://arxiv.org/abs/1603.07285).
# - I. Goodfellow, Y. Bengio y A. Courville, *Deep Learning*,
#   [capítulo 9](https://www.deeplearningbook.org/contents/convnets.html): también cuenta lo del giro.
