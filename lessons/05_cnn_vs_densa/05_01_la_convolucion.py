# %% [markdown]
# # 5.1 · La convolución: mirar por una ventana
#
# | | |
# |---|---|
# | **Objetivos** | Calcular a mano una convolución; escribirla en NumPy y comprobar que coincide con la capa de Keras; diseñar un núcleo que detecte bordes; predecir el tamaño de la salida según el relleno y el paso; distinguir convolución de correlación cruzada; buscar algo en mil fotos con dos núcleos diseñados a mano |
# | **Duración** | {{minutos}} |
# | **Requisitos** | La red densa de Fashion-MNIST (lección {{fashion_mnist}}) y los arrays de NumPy ({{arrays}}) |
# | **Datos** | Una foto que viene con scikit-learn y las prendas de Fashion-MNIST, incluidas en el curso |
# | **Práctica** | Un buscador de camisetas de rayas, hecho con dos núcleos |

# %%
import matplotlib.pyplot as plt
import numpy as np
from scipy.signal import convolve2d
from sklearn.datasets import load_sample_image

from course_utils import check, hint, solution
from course_utils import explore_convolution, load_fashion_mnist
from course_utils import plot_convolution_steps, plot_image_grid
from course_utils import quiet_tensorflow

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras

# %% [markdown] presenta="núcleo"
# ## 1 · ¿Cómo se mira una imagen sin desarmarla?
#
# La red de {{fashion_mnist}} empezaba por `Flatten`: la imagen de 28×28 se convertía en una fila de 784 números. En
# esa fila, un píxel y el que tiene justo debajo quedan a 28 puestos de distancia, y nada le dice a la
# red que son vecinos. Pero en una imagen lo que importa es casi siempre local: un borde, una esquina,
# un botón.
#
# La idea de este módulo es no desarmarla, sino **mirarla por una ventana pequeña** que la recorre
# entera. La ventana lleva una plantilla de números, el **núcleo** (*kernel*). En cada sitio se
# multiplica cada píxel por el número que tiene encima, se suma todo y se anota el resultado.
#
# **Predice:** lee la imagen y el núcleo en la celda siguiente y, antes de ejecutarla, calcula a mano el primer
# número, el de la esquina superior izquierda. Solo hay que sumar los píxeles que quedan debajo de un 1 del núcleo.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Haz la primera casilla en la pizarra, con un marco de cartulina como ventana; que la
# segunda la haga la clase. En 5.1.1, el error más común es el tamaño del resultado: `n - k`, que se
# deja fuera la última ventana. Si a alguien le salen otros números, y solo con algunos núcleos,
# lo giró sin querer: guárdalo para la sección 4.

# %% presenta="course_utils.plot_convolution_steps"
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

# %% presenta="course_utils.explore_convolution"
explore_convolution(image, kernel)

# %% [markdown] presenta="mapa de características"
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

# %% [markdown] presenta="sliding_window_view"
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("5.1.1")` da una pista (y otra, si insistes), y
# `solution("5.1.1")` muestra una solución.
#
# Dos ciclos de Python son lentos para una foto. Esta es la misma cuenta sin ellos:
# `sliding_window_view` entrega todas las ventanas a la vez. La usaremos de aquí en adelante (de `stride`
# hablaremos en la sección 3).

# %% presenta="numpy.lib.stride_tricks.sliding_window_view"
def apply_kernel(image, kernel, stride=1):
    """Pasa el núcleo por toda la imagen:
    una matriz de entrada y otra de salida."""
    windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
    return (windows[::stride, ::stride] * kernel).sum(axis=(2, 3))

print("¿Sale lo mismo?",
      np.array_equal(apply_kernel(image, kernel), result))

# %% [markdown] presenta="Conv2D"
# Y esta es la capa de Keras que hace ese trabajo, `Conv2D`. Normalmente aprende sus núcleos; nosotros se
# los ponemos **a mano** con `set_weights`, para ver si calcula lo mismo con una imagen al azar. Los ejes
# de los núcleos son cuatro: alto, ancho y dos que hoy valen 1, cuántos números trae cada píxel (en gris, uno) y
# cuántos núcleos hay.

# %% presenta="keras.layers.Conv2D"
def keras_conv(image, kernels, **options):
    """Lo que da una capa Conv2D con esos núcleos, para una sola imagen."""
    pixels = image.reshape(1, *image.shape[:2], -1).astype("float32")
    layer = keras.layers.Conv2D(kernels.shape[-1], kernels.shape[:2],
                                use_bias=False, **options)
    layer.build(pixels.shape)
    layer.set_weights([kernels])
    return layer(pixels).numpy()[0]

# %%
rng = np.random.default_rng(42)
random_image, random_kernel = rng.random((28, 20)), rng.normal(size=(3, 5))
from_keras = keras_conv(
    random_image, random_kernel[:, :, np.newaxis, np.newaxis])[:, :, 0]
difference = np.abs(
    from_keras - apply_kernel(random_image, random_kernel)).max()
print("forma:", from_keras.shape, " ¿Difieren en menos de 1e-5?",
      bool(difference < 1e-5))

# %% [markdown]
# **Qué observas.** Coinciden (Keras calcula con menos cifras, `float32`, y de ahí el margen). El corazón de una red
# convolucional es esta suma de productos.
#
# ## 2 · ¿Para qué sirve pasar un núcleo por una foto?
#
# Para ver aparecer cosas distintas según los números que lleve. Tomemos una foto, pasémosla a gris (la
# media de sus tres colores) y reduzcámosla: cada cuadrito de 4×4 píxeles queda en uno, su media.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de ejecutar la figura, que señalen en la foto qué líneas se encenderán. En 5.1.2 hay
# muchas respuestas válidas (Prewitt, Sobel, de cualquier signo): que dos estudiantes con núcleos
# distintos comparen. El error más común es entregar el vertical: «borde horizontal» es el que va de lado
# a lado, y para verlo hay que restar **arriba y abajo**.

# %% presenta="sklearn.datasets.load_sample_image"
china = load_sample_image("china.jpg")
gray = china.mean(axis=-1)
# 424: sobran tres filas
photo = gray[:424].reshape(106, 4, 160, 4).mean(axis=(1, 3))
print("en color:", china.shape, " en gris:", gray.shape, " reducida:",
      photo.shape)

# %% [markdown]
# Y ahora dos núcleos:
#
# - **Desenfoque**: 25 números iguales que suman 1. Cada píxel se convierte en la media de los que lo
#   rodean.
# - **Bordes verticales**: una columna de −1 a la izquierda y una de 1 a la derecha. Resta lo que hay a cada lado:
#   si es igual, da 0.
#
# **Predice:** ¿qué partes del pabellón se verán con el segundo núcleo, y cuáles desaparecerán?

# %% presenta=".axis"
def show(pictures):
    """Dibuja varias imágenes, una junto a otra, cada una con su nombre."""
    fig, axes = plt.subplots(1, len(pictures), figsize=(7.5, 2.2),
                             layout="constrained")
    for ax, (name, picture) in zip(axes, pictures.items()):
        ax.imshow(picture, cmap="gray")
        ax.set_title(name, fontsize="medium")
        ax.axis("off")  # sin números en los bordes
    return fig

blur = np.full((5, 5), 1 / 25)
vertical = np.array([[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]])
blurred, edges = apply_kernel(photo, blur), apply_kernel(photo, vertical)
fig = show({"La foto": photo, "Desenfoque": blurred,
            "Bordes verticales": edges})

# %%
def neighbour_gap(picture):
    return np.abs(np.diff(picture, axis=1)).mean()

print("diferencia media entre vecinos: "
      f"antes ≈ {neighbour_gap(photo):.1f}, "
      f"después ≈ {neighbour_gap(blurred):.1f}")
print("¿El desenfoque la reduce a menos de la mitad?",
      bool(neighbour_gap(blurred) < neighbour_gap(photo) / 2))

flat = np.full((6, 6), 200)
print("En una zona lisa, los bordes dan:",
      np.unique(apply_kernel(flat, vertical)))

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

# %% presenta="slice"
# el recorte [8:20, 10:18], guardado: el pecho
inside = (slice(8, 20), slice(10, 18))
for name, edge_kernel in (("vertical", vertical),
                          ("horizontal", horizontal)):
    response = np.abs(apply_kernel(shirt, edge_kernel)[inside]).mean()
    print(f"respuesta media en el pecho, núcleo {name}: {response:.0f}")

# %% [markdown] presenta="relleno, paso"
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
# **{{minutos}}.** La fórmula sale sola si preguntas «¿cuántos pasos puede dar la ventana antes de chocar?», y
# recuerdas que la posición inicial también cuenta: de ahí el + 1.

# %% presenta="numpy.pad"
padded = np.pad(image, 1)  # un marco de ceros
fig = plot_convolution_steps(padded, kernel, row=4, column=4)

# %%
fig = plot_convolution_steps(image, kernel, row=1, column=1, stride=2)

# %% [markdown]
# **Qué observas.** Con marco, el resultado mide 5×5, como la imagen. Con paso 2 y sin marco queda en 2×2: son
# las cuatro esquinas del resultado de 3×3 de la sección 1, porque la ventana se salta las posiciones intermedias.
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

# %% [markdown] presenta=".compute_output_shape"
# Veamos qué hace Keras con una imagen de 28×28. (`compute_output_shape` da la forma de la salida, sin
# calcularla.)

# %%
for side, stride, padding in ((3, 1, "valid"), (3, 1, "same"),
                              (5, 1, "valid"), (5, 1, "same"),
                              (3, 2, "valid"), (3, 2, "same")):
    layer = keras.layers.Conv2D(1, side, strides=stride, padding=padding)
    shape = layer.compute_output_shape((None, 28, 28, 1))
    print(f"núcleo {side}×{side}, paso {stride}, "
          f"{padding:<5} → {shape[1]}×{shape[2]}")

# %% [markdown]
# **Qué observas.** Con `"same"` y paso 1 el tamaño se conserva: con un núcleo de lado impar, el marco mide
# $p = (k-1)/2$. Con paso 2, en cambio, sale la mitad aunque se llame *same*.
#
# Y una confesión: al reducir la foto ya estabas usando una convolución. La media de cada cuadrito de 4×4
# es un núcleo de dieciséis números iguales, con paso 4:

# %%
reduced = apply_kernel(gray, np.full((4, 4), 1 / 16), stride=4)
print("forma:", reduced.shape, " ¿Es la misma foto?",
      np.allclose(reduced, photo))

# %% [markdown] presenta="convolución, correlación cruzada"
# ## 4 · ¿De verdad es una convolución?
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
# **{{minutos}}.** No es pedantería: quien compare su red con un libro de procesamiento de señales, o con
# `convolve2d`, verá números distintos y creerá que se equivocó. Con un núcleo que media vuelta deja igual no se
# nota. Ojo con decir «simétrico»: el de bordes verticales tiene igual la mitad de arriba y la de abajo, y se nota.

# %% presenta="scipy.signal.convolve2d"
dot = np.zeros((5, 5), dtype=int)
dot[2, 2] = 1
numbered = np.arange(1, 10).reshape(3, 3)

as_keras = keras_conv(dot, numbered[:, :, np.newaxis,
                                    np.newaxis])[:, :, 0].astype(int)
as_maths = convolve2d(dot, numbered, mode="valid")
print("núcleo:        ", *numbered)
print("Keras:         ", *as_keras)
print("la matemática: ", *as_maths)

# %% presenta="numpy.flip"
# invierte las filas y también las columnas: media vuelta
turned = np.flip(numbered)
ours = apply_kernel(photo, numbered)
print("¿Igual que convolve2d?                ",
      np.allclose(ours, convolve2d(photo, numbered, mode="valid")))
print("¿Igual que convolve2d, núcleo girado? ",
      np.allclose(ours, convolve2d(photo, turned, mode="valid")))
print("¿Se nota con el núcleo 101/010/101?   ",
      not np.allclose(apply_kernel(photo, kernel),
                      convolve2d(photo, kernel, mode="valid")))

# %% [markdown]
# **Qué observas.** La convolución matemática copia el núcleo tal cual alrededor del punto; la de Keras lo
# deja girado. Son la misma operación salvo esa media vuelta, y con un núcleo que el giro deja igual no se
# distinguen: por eso tantos ejemplos esconden la diferencia, incluido el nuestro de la sección 1.
#
# En una red da igual, por una razón que verás en la lección {{capas_convolucionales}}: los números del núcleo **se
# aprenden**. Si la capa lo girase, los aprendería girados. (Seguiremos diciendo «convolución», como todo el mundo.)
#
# ### Ejercicio 5.1.4
#
# Escribe `giro_invisible(nucleo)`: devuelve `True` si el núcleo queda igual después de girarlo media vuelta,
# y `False` si no. Con ella sabrás cuándo puede engañarte un ejemplo.

# %% tags=["ejercicio"]
def giro_invisible(nucleo):
    # >>> return ...
    return np.array_equal(nucleo, np.flip(nucleo))
    # <<<

# %%
check("5.1.4", giro_invisible)

# %% [markdown]
# ## Errores frecuentes
#
# **1. Restar píxeles de tipo `uint8`.** Ese tipo va de 0 a 255 y no tiene negativos: al bajar de 0 vuelve a
# empezar por 255, sin ningún aviso.

# %%
pixels = np.array([200, 190, 60, 60], dtype="uint8")
print("mal: ", pixels[1:] - pixels[:-1])

pixels = pixels.astype(float)
print("bien:", pixels[1:] - pixels[:-1])

# %% [markdown]
# **2. Creer que `"same"` significa «del mismo tamaño».** Solo es así con paso 1.

# %% presenta="padding=same"
for stride in (1, 2):
    layer = keras.layers.Conv2D(1, 3, strides=stride, padding="same")
    side = layer.compute_output_shape((None, 28, 28, 1))[1]
    print(f"padding='same', paso {stride}: de 28 a {side}. "
          f"¿Mismo tamaño? {side == 28}")

# %% [markdown]
# ## Práctica: un buscador de camisetas de rayas
#
# La tienda de {{fashion_mnist}} quiere separar las camisetas de rayas horizontales, y nadie las ha etiquetado: no hay de
# qué aprender. Pero tenemos dos núcleos.
#
# ### Paso 1 · Ejercicio 5.1.5
#
# Escribe `fuerza(imagen, nucleo)`: cuánto responde una imagen a un núcleo, en un solo número. Es la **media** del
# valor absoluto de todas las casillas del mapa. Puedes usar `apply_kernel(imagen, nucleo)`, o tu `conv2d`.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** En 5.1.5 el error típico es olvidar el valor absoluto: los bordes de subida y los de bajada se
# anulan, y una camiseta de rayas da casi 0. En 5.1.6, quien mire solo el núcleo horizontal encontrará también
# dibujos: pregunta qué distingue una raya de una cara sonriente.

# %% tags=["ejercicio"]
def fuerza(imagen, nucleo):
    # >>> return ...
    return np.abs(apply_kernel(imagen, nucleo)).mean()
    # <<<

# %%
check("5.1.5", fuerza)

# %% [markdown]
# **Predice:** en una camiseta con una cara dibujada, ¿responderá un núcleo, el otro o los dos? ¿Y en una de rayas?
#
# Miremos las mil primeras camisetas, solo el torso, para que no cuenten las mangas ni el borde de abajo. De cada una
# apuntamos cuánto responde a cada núcleo.

# %%
(garments, labels), _ = load_fashion_mnist()
shirts = garments[labels == 0][:1000].astype(float)
chests = shirts[:, 6:20, 8:18]

def strength(picture, kernel):
    return np.abs(apply_kernel(picture, kernel)).mean()

responses = np.array([[strength(chest, horizontal),
                       strength(chest, vertical)] for chest in chests])

fig, ax = plt.subplots(figsize=(5, 4))
ax.plot(*responses.T, ".", color="#0072B2", alpha=0.5)
ax.plot([0, 350], [0, 350], "--", color="#999999", label="igual de fuerte")
ax.set(title="Mil camisetas ante dos núcleos",
       xlabel="Respuesta al horizontal", ylabel="Respuesta al vertical")
ax.legend()
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Cada punto es una camiseta. Las lisas están juntas, abajo a la izquierda: casi no responden a nada.
# Muchas de las que llevan un dibujo responden a los dos núcleos, y rondan la línea. Las que buscamos están **muy a la derecha y
# por debajo de la línea**: mucho horizontal y poco vertical.
#
# ### Paso 2 · Ejercicio 5.1.6
#
# Escribe `mas_rayadas(horizontales, verticales, cuantas)`. Recibe dos arrays, con la respuesta de cada prenda a cada
# núcleo, y cuántas se piden. Devuelve un array con las **posiciones** de las prendas en las que el horizontal le saca
# más al vertical (la resta mayor), de más a menos.

# %% tags=["ejercicio"]
def mas_rayadas(horizontales, verticales, cuantas):
    # >>> return ...
    diferencia = horizontales - verticales
    return np.argsort(-diferencia)[:cuantas]
    # <<<

# %%
check("5.1.6", mas_rayadas)

# %% tags=["resultado"]
gap = responses[:, 0] - responses[:, 1]
striped = np.argsort(-gap)[:12]
fig = plot_image_grid(shirts[striped] / 255,
                      [f"{gap[i]:.0f}" for i in striped], columns=6)
print(f"la que más: {gap[striped[0]]:.0f}   la duodécima: "
      f"{gap[striped[-1]]:.0f}   "
      f"la mediana de las mil: {np.median(gap):.0f}")

# %% [markdown]
# **Qué observas.** Casi todas son de rayas, y nadie entrenó nada: bastaron dieciocho números elegidos a mano. Pero hay
# dos intrusas. De una solo se ve una franja clara sobre negro: tiene bordes horizontales y casi ninguno vertical, como una raya
# muy ancha. La otra es negra, con un dibujo apaisado. El núcleo no sabe qué es una raya ni qué es una camiseta; solo ve
# bordes. Para reconocer **prendas** harán falta muchos núcleos, y no los diseñaremos: en la lección
# {{capas_convolucionales}} se aprenden.
#
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
# **A2.** Una imagen de 28×28 pasa por un núcleo de 7×7 con paso 1, y el mapa tiene que medir también 28×28. ¿Cuántos
# píxeles de marco hacen falta por cada lado?
#
# - a) 3.
# - b) 6.
# - c) 7.
# - d) 1, como con el de 3×3.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "a"
# <<<
check("5.1.A2", respuesta_2)

# %% [markdown]
# **A3.** Pasas nuestro núcleo de bordes verticales por la foto con `apply_kernel`, y después con `convolve2d` y
# `mode="valid"`, sin girarlo. ¿En qué se diferencian los dos mapas?
#
# - a) En nada: son la misma operación.
# - b) El segundo ve los bordes horizontales.
# - c) El segundo sale girado media vuelta.
# - d) En el signo: donde uno sale positivo, el otro sale negativo.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "d"
# <<<
check("5.1.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Una convolución pasa un núcleo por la imagen: en cada sitio multiplica, suma y anota.
# - Los números del núcleo deciden qué se ve: si suman 1, se conserva el brillo; si suman 0, solo se ven cambios.
# - El mapa mide $\lfloor (n + 2p - k)/s \rfloor + 1$ de lado.
# - Keras no gira el núcleo: lo que calcula es una correlación cruzada.
# - Un núcleo diseñado detecta una cosa, y la confunde con todo lo que se le parece.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 14.
# - V. Dumoulin y F. Visin (2016), *A guide to convolution arithmetic for deep learning*:
#   [arXiv:1603.07285](https://arxiv.org/abs/1603.07285).
# - I. Goodfellow, Y. Bengio y A. Courville, *Deep Learning*,
#   [capítulo 9](https://www.deeplearningbook.org/contents/convnets.html): también cuenta lo del giro.
