# %% [markdown]
# # 5.2 · CNN contra densa: la misma ropa, dos redes
#
# | | |
# |---|---|
# | **Objetivos** | Comparar dos redes en igualdad de condiciones; contar sus parámetros y sus multiplicaciones; medir exactitud, tiempo, errores y resistencia a los desplazamientos; mirar filtros y mapas de características; medir qué aportan el *dropout* y el aumento de datos; decidir cuándo basta una red densa |
# | **Duración** | 90 min |
# | **Requisitos** | La convolución (lección 5.1) y entrenar una red con Keras (4.4) |
# | **Datos** | Fashion-MNIST: 70 000 imágenes de prendas, de Zalando (licencia MIT), incluidas en el curso |
# | **Práctica** | Práctica 9: red convolucional contra red densa |

# %%
import math

import matplotlib.pyplot as plt
import numpy as np
from scipy import ndimage

from course_utils import FASHION_MNIST_CLASSES, LearningCurves, check, classification_summary
from course_utils import load_fashion_mnist, plot_feature_maps, plot_filters, plot_image_grid
from course_utils import plot_most_confused, plot_shift_robustness, quiet_tensorflow, set_seed

quiet_tensorflow()  # que TensorFlow arranque sin llenar la pantalla de avisos
import keras
from keras import layers

# %% [markdown]
# ## 1 · ¿Cómo se comparan dos redes sin hacer trampa?
#
# En la lección 4.4 una red **densa** aprendió a reconocer ropa. En la 5.1 viste otra pieza, la
# **convolución** (*convolution*). Una red hecha con ella es una **red convolucional**
# (*convolutional neural network*, CNN). Todo el mundo dice que con imágenes gana la CNN. Vamos a
# comprobarlo, y para eso hay que cuidar la comparación: si una red es más grande, o entrena más
# rato, o ve más imágenes, no sabremos por qué gana.
#
# Igualaremos tres cosas: los **datos**, el **número de parámetros** (a menos de un 10 %) y los
# **segundos** de entrenamiento. Lo único distinto será la forma de la red.

# %%
(x_train_raw, y_train), (x_test_raw, y_test) = load_fashion_mnist()

x_train = (x_train_raw / 255).astype("float32")[..., np.newaxis]
x_test = (x_test_raw / 255).astype("float32")[..., np.newaxis]
print("entrenamiento:", x_train.shape, " prueba:", x_test.shape)

# %% [markdown]
# El último eje, de tamaño 1, es el **canal**: una capa convolucional siempre lo espera, y estas
# fotos son grises. A la densa no le molesta: `Flatten` lo desenrolla todo.
#
# **Predice:** con una capa densa final del mismo ancho, ¿cuál tendrá más parámetros, la red densa
# o la convolucional?

# %% [markdown] tags=["docente"]
# **12 min.** Antes de nada, pregunta qué habría que igualar para que el duelo sea justo y apunta
# las respuestas: datos, tamaño, tiempo, y también el cuidado que se pone en cada una. Recuerda que
# `Dropout` se vio en 4.4. En 5.2.1 lo que se olvida es que la segunda convolución recibe 16
# canales.

# %%
def build_dense():
    return keras.Sequential([
        keras.Input((28, 28, 1)),
        layers.Flatten(),
        layers.Dense(256, activation="relu"),
        layers.Dropout(0.1),
        layers.Dense(128, activation="relu"),
        layers.Dropout(0.1),
        layers.Dense(10, activation="softmax"),
    ])

# %%
def build_cnn(units):
    return keras.Sequential([
        keras.Input((28, 28, 1)),
        layers.Conv2D(16, 3, padding="same", activation="relu"),  # 16 mapas de 28×28
        layers.MaxPooling2D(),                                    # 16 mapas de 14×14
        layers.Conv2D(32, 3, padding="same", activation="relu"),  # 32 mapas de 14×14
        layers.MaxPooling2D(),                                    # 32 mapas de 7×7
        layers.Flatten(),
        layers.Dropout(0.1),
        layers.Dense(units, activation="relu"),
        layers.Dropout(0.1),
        layers.Dense(10, activation="softmax"),
    ])

# %% [markdown]
# ### Ejercicio 5.2.1
#
# El ancho de la penúltima capa, `units`, es nuestro tornillo de ajuste. Escribe la cuenta que da
# el **total de parámetros** de `build_cnn` según ese ancho: dos convoluciones de 3×3 y dos capas
# densas, todas con sus sesgos. Sin Keras: solo sumas y productos.

# %% tags=["ejercicio"]
def parametros_cnn(neuronas):
    # >>> return ...
    convolucion_1 = 3 * 3 * 1 * 16 + 16
    convolucion_2 = 3 * 3 * 16 * 32 + 32
    oculta = 7 * 7 * 32 * neuronas + neuronas
    salida = neuronas * 10 + 10
    return convolucion_1 + convolucion_2 + oculta + salida
    # <<<

# %%
check("5.2.1", parametros_cnn)

# %% [markdown]
# Ahora que lo cuente Keras, para unos cuantos anchos:

# %%
dense_parameters = build_dense().count_params()
print(f"densa:               {dense_parameters:7d} parámetros")

for units in (64, 128, 146, 256):
    parameters = build_cnn(units).count_params()
    times = parameters / dense_parameters
    print(f"CNN, {units:3d} neuronas:   {parameters:7d}   {times:.2f} veces la densa")

# %% [markdown]
# **Qué observas.** Con 146 neuronas las dos redes miden casi lo mismo. Y mira dónde está el tamaño
# de la CNN: casi todo, en la capa densa del final. Las dos convoluciones juntas no llegan a 5000.
#
# ¿Igual tamaño es igual trabajo? Un peso de una capa densa se usa una vez por imagen. Uno de un
# núcleo se usa en **cada casilla** del mapa.
#
# ### Ejercicio 5.2.2
#
# ¿Cuántas multiplicaciones hace una capa convolucional con una sola imagen? El mapa de salida mide
# `alto` × `ancho`; el núcleo, `nucleo` × `nucleo`; y hay `entrada` canales de entrada y `filtros`
# de salida. (Los sesgos se suman: no cuentan.)

# %% tags=["ejercicio"]
def multiplicaciones(alto, ancho, nucleo, entrada, filtros):
    # >>> return ...
    por_casilla = nucleo * nucleo * entrada
    return alto * ancho * filtros * por_casilla
    # <<<

# %%
check("5.2.2", multiplicaciones)

# %% [markdown]
# Hagamos la cuenta de las dos redes enteras, capa por capa:

# %%
def products(model):
    """Multiplicaciones por imagen: cada peso, tantas veces como casillas tenga la salida."""
    total = 0
    for layer in model.layers:
        if layer.weights:
            cells = math.prod(layer.output.shape[1:-1])  # 1 en una capa densa
            total += cells * math.prod(layer.weights[0].shape)
    return total

dense, cnn = build_dense(), build_cnn(146)
print(f"densa: {products(dense):8d} multiplicaciones por imagen")
print(f"CNN:   {products(cnn):8d}")
print(f"La CNN hace {products(cnn) / products(dense):.1f} veces más")

# %% [markdown]
# **Qué observas.** Igual de grandes, pero la CNN trabaja unas cinco veces más por imagen. Por eso
# darles las mismas **épocas** no sería justo: le regalaríamos tiempo. Les daremos los mismos
# segundos, más o menos.
#
# ## 2 · ¿Quién acierta más en el mismo tiempo?
#
# Las dos usan la receta que ganó en 4.4: Adam con una tasa de aprendizaje que baja hasta cero. La
# tasa inicial, 0.004, y el *dropout*, dos capas de 0.1, los elegimos antes con imágenes de
# validación, no con las de prueba.
#
# En una computadora corriente, una época de la CNN dura lo que tres o cuatro de la densa. En vez de
# parar el reloj (el resultado dependería de tu máquina), fijamos las épocas en esa proporción:
# 20 y 6.

# %%
def train(model, images, labels, epochs, callbacks=()):
    """Compila y entrena: lotes de 128 y una tasa que baja de 0.004 a 0."""
    steps = math.ceil(len(images) / 128) * epochs
    rate = keras.optimizers.schedules.CosineDecay(0.004, steps)
    model.compile(keras.optimizers.Adam(rate), loss="sparse_categorical_crossentropy",
                  metrics=["accuracy"])
    model.fit(images, labels, batch_size=128, epochs=epochs, verbose=0, callbacks=callbacks)

def accuracy(model, images, labels):
    """Fracción de aciertos."""
    return model.evaluate(images, labels, batch_size=1000, verbose=0)[1]

# %% [markdown]
# **Predice:** ¿qué exactitud alcanzará cada una en la prueba? En 4.4 quedamos cerca de 0.89.

# %% [markdown] tags=["docente"]
# **16 min**, con minuto y medio de entrenamiento: mientras corre, que cada quien
# escriba su predicción y explique por qué una época de la CNN tarda más. Insiste en que
# las dos reciben el mismo cuidado: la misma tasa, los mismos lotes, el mismo *dropout*.

# %%
set_seed(42)
dense = build_dense()
dense_curves = LearningCurves(refresh=5)
train(dense, x_train, y_train, epochs=20, callbacks=[dense_curves])

# %%
set_seed(42)
cnn = build_cnn(146)
cnn_curves = LearningCurves(refresh=5)
train(cnn, x_train, y_train, epochs=6, callbacks=[cnn_curves])

# %%
dense_accuracy = accuracy(dense, x_test, y_test)
cnn_accuracy = accuracy(cnn, x_test, y_test)

size, dense_size = cnn.count_params(), dense.count_params()

print("red    exactitud   segundos   parámetros")
print(f"densa  ≈ {dense_accuracy:.3f}     ≈ {dense_curves.seconds:3.0f}      {dense_size}")
print(f"CNN    ≈ {cnn_accuracy:.3f}     ≈ {cnn_curves.seconds:3.0f}      {size}")
print("¿Difieren sus parámetros en menos del 10 %?", abs(size - dense_size) < 0.10 * dense_size)
print("¿Pasa la densa de 0.88?", dense_accuracy > 0.88)
print("¿Pasa la CNN de 0.905?", cnn_accuracy > 0.905)
print("¿Le saca a la densa más de 0.01?", cnn_accuracy - dense_accuracy > 0.01)

# %% [markdown]
# **Qué observas.** Gana la CNN, con los mismos datos, el mismo tamaño y parecidos segundos. Pero
# mira cuánto: entre dos y tres puntos, no la paliza que se suele contar. Para las prendas de
# Fashion-MNIST, siempre centradas y del mismo tamaño, una red densa ya hace un trabajo muy digno.
#
# ## 3 · ¿En qué se equivoca cada una?
#
# Un punto más de exactitud puede ser «falla un poco menos en lo mismo» o «falla en otras cosas».
# No es igual, y hay una forma sencilla de saberlo: mirar prenda por prenda.
#
# ### Ejercicio 5.2.3
#
# Escribe una función que compare dos listas de predicciones, `antes` y `despues`, con las
# `etiquetas` verdaderas. Devuelve dos números: cuántas prendas **arregla** la segunda (la primera
# fallaba y ella acierta) y cuántas **estropea** (la primera acertaba y ella falla). Los tres son
# arrays de NumPy.

# %% [markdown] tags=["docente"]
# **12 min.** Vale la pena discutir 5.2.3: dos modelos con casi la misma exactitud no son
# intercambiables. Error típico: olvidar los paréntesis alrededor de cada comparación con `&`.

# %% tags=["ejercicio"]
def arregla_y_estropea(etiquetas, antes, despues):
    # >>> return ...
    arregla = (antes != etiquetas) & (despues == etiquetas)
    estropea = (antes == etiquetas) & (despues != etiquetas)
    return arregla.sum(), estropea.sum()
    # <<<

# %%
check("5.2.3", arregla_y_estropea)

# %% [markdown]
# **Predice:** la CNN acierta más prendas en total. De las que acertaba la densa, ¿cuántas crees que
# falla ahora: ninguna, unas pocas, cientos?

# %%
dense_predicted = dense.predict(x_test, batch_size=1000, verbose=0).argmax(axis=1)
cnn_predicted = cnn.predict(x_test, batch_size=1000, verbose=0).argmax(axis=1)

dense_right, cnn_right = dense_predicted == y_test, cnn_predicted == y_test
fixed = (cnn_right & ~dense_right).sum()
broken = (dense_right & ~cnn_right).sum()
print(f"la CNN arregla ≈ {fixed} prendas y estropea ≈ {broken}")
print("¿Estropea más de cien?", fixed > broken > 100)

# %%
names = np.array(FASHION_MNIST_CLASSES)
recalls = [
    np.array([row.recall for row in classification_summary(y_test, guess).rows])
    for guess in (dense_predicted, cnn_predicted)
]
position = np.arange(10)
fig, ax = plt.subplots(figsize=(8, 3.8))
ax.bar(position - 0.2, recalls[0], width=0.4, color="#999999", label="densa")
ax.bar(position + 0.2, recalls[1], width=0.4, color="#0072B2", hatch="//", label="CNN")
ax.set(title="¿Qué fracción de cada prenda encuentra?", xlabel="Prenda real",
       ylabel="Exhaustividad", ylim=(0, 1.2))
ax.set_xticks(position, names, rotation=40, ha="right")
ax.legend(loc="upper right", ncols=2)
fig.tight_layout()

# %%
print("la prenda más difícil para cada una:", names[recalls[0].argmin()], "y",
      names[recalls[1].argmin()])
print(f"camisas encontradas: densa ≈ {recalls[0][6]:.2f}   CNN ≈ {recalls[1][6]:.2f}")
tops = np.isin(y_test, [0, 2, 4, 6])  # camiseta, suéter, abrigo y camisa
arranged = cnn_right & ~dense_right
print("De lo que arregla, ¿más de la mitad son esas cuatro?", arranged[tops].sum() > fixed / 2)
print("¿Y más de la mitad de lo que aún falla?", (~cnn_right)[tops].sum() > (~cnn_right).sum() / 2)

# %%
fig = plot_most_confused(y_test, cnn_predicted, x_test, class_names=FASHION_MNIST_CLASSES)

# %% [markdown]
# **Qué observas.** La CNN no es «la densa con menos fallos»: arregla cientos de prendas, pero
# estropea más de cien que ya estaban bien. Casi todo ocurre entre las mismas cuatro, las de torso,
# y la camisa sigue siendo la más difícil para las dos. Si pensabas que la CNN resolvería las
# camisas, ya lo ves: a 28×28 píxeles, a veces la diferencia simplemente no está en la foto.
#
# ## 4 · ¿Y si la prenda se mueve un poco?
#
# En Fashion-MNIST todas las prendas están centradas. Fuera del laboratorio nadie las coloca así.
# ¿Qué pasa si la misma prenda aparece dos píxeles más a la derecha?
#
# ### Ejercicio 5.2.4
#
# Escribe `desplazar(imagenes, dx, dy)`. Recibe imágenes de forma (n, alto, ancho, 1) y devuelve
# otras de la misma forma, movidas `dx` píxeles a la **derecha** y `dy` hacia **abajo** (a la
# izquierda y hacia arriba, si son negativos). Lo que se sale se pierde; lo que queda libre vale 0.

# %% [markdown] tags=["docente"]
# **16 min.** 5.2.4 es el ejercicio más largo. Ayuda recortar una ventana en una hoja puesta sobre
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
check("5.2.4", desplazar)

# %% [markdown]
# Hecha a mano, usemos ahora la de la biblioteca: `scipy.ndimage.shift` mueve cualquier array, eje
# por eje, y rellena con ceros. Con `order=0` no mezcla píxeles vecinos.

# %%
def shift_images(images, dx, dy):
    return ndimage.shift(images, (0, dy, dx, 0), order=0)

moved = np.concatenate([shift_images(x_test[1:2], pixels, 0) for pixels in range(5)])
fig = plot_image_grid(moved, [f"{pixels} px" for pixels in range(5)])

# %% [markdown]
# Para ti es la misma prenda en los cinco casos.
#
# **Predice:** con las prendas a 2 píxeles de su sitio, ¿qué exactitud tendrá la densa? ¿Y la CNN?
#
# Lo medimos con las primeras 2000 imágenes de prueba, promediando las cuatro direcciones.

# %%
def robustness(model, images, labels, shifts=range(5)):
    """Exactitud media en las cuatro direcciones, para cada número de píxeles."""
    curve = []
    for pixels in shifts:
        moves = [(pixels, 0), (-pixels, 0), (0, pixels), (0, -pixels)] if pixels else [(0, 0)]
        curve.append(np.mean([accuracy(model, shift_images(images, *move), labels)
                              for move in moves]))
    return np.array(curve)

dense_curve = robustness(dense, x_test[:2000], y_test[:2000])
cnn_curve = robustness(cnn, x_test[:2000], y_test[:2000])

# %%
ax = plot_shift_robustness(range(5), {"densa": dense_curve, "CNN": cnn_curve})

print("             densa     CNN")
print(f"parámetros   {dense_size}    {size}")
print(f"segundos     ≈ {dense_curves.seconds:<5.0f}   ≈ {cnn_curves.seconds:.0f}")
print(f"exactitud    ≈ {dense_accuracy:.3f}   ≈ {cnn_accuracy:.3f}")
for pixels in range(5):
    print(f"  a {pixels} px     ≈ {dense_curve[pixels]:.2f}    ≈ {cnn_curve[pixels]:.2f}")
print("Desplazadas, ¿acierta siempre más la CNN?", bool((cnn_curve > dense_curve)[1:].all()))
print("A 2 píxeles, ¿le saca más de 0.08?", cnn_curve[2] - dense_curve[2] > 0.08)
print("A 4 píxeles, ¿la CNN ha perdido más de 0.25?", cnn_curve[0] - cnn_curve[4] > 0.25)

# %% [markdown]
# **Qué observas.** La tabla junta toda la comparación, y aquí sí se separan. Con las prendas
# centradas la ventaja era de dos o tres puntos; a dos píxeles es de más de ocho. Pero la línea de
# la CNN no es horizontal, ni mucho menos.
#
# > **Lo que oirás por ahí: «las CNN son invariantes a los desplazamientos».** Acabas de verlo: a
# > cuatro píxeles la nuestra pierde más de 25 puntos. Lo que sí es cierto se llama de otro modo: la
# > convolución es **equivariante** (*equivariant*). Si la prenda se mueve, su mapa se mueve con
# > ella, idéntico. Comprobémoslo, y veamos dónde se rompe.

# %%
first = keras.Model(cnn.inputs[0], cnn.layers[0].output)       # tras la primera convolución
flat = keras.Model(cnn.inputs[0], cnn.layers[4].output)        # tras Flatten
original, shifted = x_test[1:2], shift_images(x_test[1:2], 2, 0)

maps, shifted_maps = first(original).numpy(), first(shifted).numpy()
inside = slice(4, -4)  # lejos de los bordes, donde entran los ceros
same = np.allclose(shifted_maps[:, inside, inside],
                   shift_images(maps, 2, 0)[:, inside, inside], atol=1e-5)
print("¿El mapa de la prenda movida es el mapa, movido?", same)

vectors = flat(np.concatenate([original, shifted])).numpy()
changed = np.mean(np.abs(vectors[0] - vectors[1]) > 0.01)
print(f"De lo que recibe la capa densa cambia una fracción ≈ {changed:.2f}")
print("¿Más de un tercio?", changed > 1 / 3)

# %% [markdown]
# **Qué observas.** La convolución cumple: mapa movido, sin otro cambio. La agrupación (*pooling*)
# absorbe un poco. Pero después `Flatten` pone cada casilla en un puesto fijo, y la capa densa tiene
# un peso para cada puesto: una manga dos píxeles más allá ya le llega por otro cable.
#
# ## 5 · ¿Qué ha aprendido a mirar?
#
# Nadie le dijo a la CNN qué buscar. Sus núcleos empezaron al azar y el entrenamiento los fue
# cambiando. Los de la primera capa se pueden dibujar: son cuadraditos de 3×3, como los que
# escribiste a mano en 5.1.
#
# **Predice:** ¿reconocerás en alguno un detector de bordes?

# %% [markdown] tags=["docente"]
# **10 min.** Que busquen un filtro con un lado violeta y el otro marrón y adivinen, antes de
# mirar los mapas, qué borde va a encender. Aviso: con otra semilla salen otros filtros, en
# otro orden; eso también es una lección.

# %%
kernels = cnn.layers[0].get_weights()[0]
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
second = keras.Model(cnn.inputs[0], cnn.layers[2].output)
deep_maps = second(original).numpy()
print("forma de los mapas:", deep_maps.shape)
fig = plot_feature_maps(deep_maps, title="La segunda convolución: 32 mapas de 14×14")

# %% [markdown]
# **Qué observas.** Son más pequeños y más escuetos: muchas casillas negras y unas pocas encendidas.
# Ya no se parecen a una foto, sino a una lista de «aquí hay esto».
#
# ### Ejercicio 5.2.5
#
# ¿Qué filtro responde más a una prenda? Escribe una función que reciba los mapas de **una** imagen,
# de forma (alto, ancho, canales), y devuelva la posición del canal con mayor activación **media**.

# %% tags=["ejercicio"]
def mapa_mas_activo(mapas):
    # >>> return ...
    return mapas.mean(axis=(0, 1)).argmax()
    # <<<

# %%
check("5.2.5", mapa_mas_activo)

# %% [markdown]
# ## 6 · ¿Cuándo basta una red densa?
#
# La CNN parte de una apuesta: que los píxeles **vecinos** tienen que ver entre sí. Si la apuesta es
# buena, gana. ¿Y si se la quitamos? Elijamos un desorden cualquiera de los 784 píxeles y
# apliquemos **el mismo** a todas las imágenes, de entrenamiento y de prueba.
#
# ### Ejercicio 5.2.6
#
# Escribe la función. Recibe imágenes de forma (n, alto, ancho, 1) y `orden`, un array con las
# posiciones de 0 a alto·ancho − 1 en otro orden. El píxel número `k` de cada imagen nueva es el
# píxel número `orden[k]` de la original, contando por filas. Devuelve la misma forma.

# %% [markdown] tags=["docente"]
# **10 min.** Es el experimento que más se recuerda. Pide que apuesten antes de ejecutar: ¿quién
# pierde? Después, que digan qué otros datos son «píxeles barajados»: una tabla de clientes, por
# ejemplo.

# %% tags=["ejercicio"]
def barajar_pixeles(imagenes, orden):
    # >>> return ...
    planas = imagenes.reshape(len(imagenes), -1)
    return planas[:, orden].reshape(imagenes.shape)
    # <<<

# %%
check("5.2.6", barajar_pixeles)

# %%
order = np.random.default_rng(5).permutation(784)

def shuffled(images):
    return images.reshape(-1, 784)[:, order].reshape(-1, 28, 28, 1)

pair = np.concatenate([x_test[1:2], shuffled(x_test[1:2]), x_test[2:3], shuffled(x_test[2:3])])
fig = plot_image_grid(pair, ["suéter", "suéter barajado", "pantalón", "pantalón barajado"],
                      columns=4)

# %% [markdown]
# A simple vista, ruido. Pero no se ha perdido nada: cada píxel está en un sitio nuevo, y siempre en
# el mismo.
#
# **Predice:** ¿qué le pasará a la exactitud de cada red?
#
# Para no alargar la espera, aquí entrenamos con 5000 imágenes y cinco épocas: las cifras serán
# más bajas que antes, y solo se comparan entre sí.

# %%
x_small, y_small = x_train[:5000], y_train[:5000]
results = {}
for name, build in (("densa", build_dense), ("CNN", lambda: build_cnn(146))):
    for order_name, change in (("en orden", np.asarray), ("barajados", shuffled)):
        set_seed(42)
        model = build()
        train(model, change(x_small), y_small, epochs=5)
        results[name, order_name] = accuracy(model, change(x_test), y_test)
        print(f"{name:<6} píxeles {order_name:<10} ≈ {results[name, order_name]:.3f}")

# %%
dense_loss = results["densa", "en orden"] - results["densa", "barajados"]
cnn_loss = results["CNN", "en orden"] - results["CNN", "barajados"]
print("¿Le da igual a la densa (menos de 0.02)?", abs(dense_loss) < 0.02)
print("¿Pierde la CNN más de 0.02?", cnn_loss > 0.02)
print("Barajados, ¿gana la densa?", results["densa", "barajados"] > results["CNN", "barajados"])

# %% [markdown]
# **Qué observas.** A la densa le da igual: para ella los píxeles nunca tuvieron vecinos, y cada
# uno llega siempre por su cable. La CNN pierde su ventaja y queda por debajo. Por eso una red
# densa es la opción sensata cuando **no hay vecindad**: una tabla de casas (3.2), de automóviles
# (3.3) o de pagos con tarjeta (módulo 6), en la que se puede cambiar el orden de las columnas sin
# perder nada. Y con imágenes pequeñas, centradas y pocos segundos, queda cerca.
#
# ## Errores frecuentes
#
# **1. Olvidar el canal.** `Conv2D` espera imágenes de tres ejes; con las de 28×28 no se puede
# ni construir la red.

# %%
try:
    keras.Sequential([keras.Input((28, 28)), layers.Conv2D(16, 3)])
except ValueError as error:
    print("Falla con", type(error).__name__, "porque falta el eje del canal")

repaired = keras.Sequential([keras.Input((28, 28, 1)), layers.Conv2D(16, 3)])
print("Arreglado:", repaired.output_shape, "con imágenes", x_test_raw[..., np.newaxis].shape)

# %% [markdown]
# **2. Agrupar hasta quedarse sin imagen.** Sin relleno (`padding="valid"`, lo que Keras hace si no
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
        print("parejas:", depth, "→", type(error).__name__, "(no queda imagen que recorrer)")

print("Arreglado:", stack(4, "same").output_shape)

# %% [markdown]
# **3. Desplazar con `np.roll`.** Lo que sale por un lado vuelve a entrar por el otro: tendrás medio
# bolso a cada lado, y medirás otra cosa.

# %%
bag = x_test[y_test == 8][1:2]
rolled, good = np.roll(bag, 8, axis=2), shift_images(bag, 8, 0)
fig = plot_image_grid(np.concatenate([bag, rolled, good]), ["original", "np.roll", "con ceros"],
                      columns=3)

print(f"tinta en las 8 primeras columnas: np.roll {rolled[:, :, :8].sum():.0f}, "
      f"con ceros {good[:, :, :8].sum():.0f}")

# %% [markdown]
# ## Práctica: una CNN que aguante
#
# Nuestra CNN sabe de prendas centradas porque no ha visto otra cosa. Hay dos remedios baratos para
# una red que se aprende de memoria lo que ve:
#
# - el ***dropout***, que ya conoces: apagar al azar una parte de las neuronas en cada paso;
# - el **aumento de datos** (*data augmentation*): enseñarle en cada época versiones movidas de las
#   mismas fotos. En Keras es una capa más, `RandomTranslation`, que solo actúa al entrenar.
#
# ### Paso 1 · Ejercicio 5.2.7
#
# Escribe `crear_cnn(abandono, aumento)`. Capas, en orden: entrada de 28×28×1;
# `RandomTranslation(aumento, aumento, fill_mode="constant")`; `Conv2D` de 16 filtros 3×3,
# `padding="same"` y ReLU; `MaxPooling2D`; `Conv2D` de 32, igual; `MaxPooling2D`; `Flatten`;
# `Dropout(abandono)`; `Dense` de 64 con ReLU; y la salida de diez con softmax. Sin compilar.

# %% [markdown] tags=["docente"]
# **14 min** para la práctica y el cierre. `fill_mode="constant"` importa: por defecto, Keras
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
check("5.2.7", crear_cnn)

# %% [markdown]
# ### Paso 2 · Ejercicio 5.2.8
#
# Para elegir hace falta un número. Escribe la función que mide cuánto aguanta una red: la **media
# de las cuatro exactitudes** con las imágenes movidas `pixeles` a la derecha, a la izquierda, hacia
# abajo y hacia arriba. `predecir` es una función: recibe imágenes y devuelve la clase de cada
# una. Usa `shift_images(imagenes, dx, dy)`, de la sección 4.

# %% tags=["ejercicio"]
def exactitud_desplazada(predecir, imagenes, etiquetas, pixeles):
    # >>> return ...
    exactitudes = []
    for dx, dy in ((pixeles, 0), (-pixeles, 0), (0, pixeles), (0, -pixeles)):
        clases = predecir(shift_images(imagenes, dx, dy))
        exactitudes.append((clases == etiquetas).mean())
    return np.mean(exactitudes)
    # <<<

# %%
check("5.2.8", exactitud_desplazada)

# %% [markdown]
# ¿Qué aporta cada remedio? Tres redes iguales: sin nada, con *dropout* y con aumento. Entrenan
# con las 5000 imágenes de antes, y las comparamos con 4000 de **validación** que ninguna de las
# tres ha visto.
#
# **Predice:** ¿cuál acertará más en sus propias imágenes de entrenamiento? ¿Y con las movidas?

# %%
def small_cnn(first_layer, dropout):
    head = [layers.Flatten(), layers.Dropout(dropout), layers.Dense(64, activation="relu"),
            layers.Dense(10, activation="softmax")]
    return keras.Sequential([
        keras.Input((28, 28, 1)), first_layer,
        layers.Conv2D(16, 3, padding="same", activation="relu"), layers.MaxPooling2D(),
        layers.Conv2D(32, 3, padding="same", activation="relu"), layers.MaxPooling2D(), *head,
    ])

x_valid, y_valid = x_train[-4000:], y_train[-4000:]
still = layers.Identity()  # una capa que no hace nada
jitter = layers.RandomTranslation(0.1, 0.1, fill_mode="constant")

# %%
table = {}
for name, first_layer, dropout in (("sin nada", still, 0.0), ("dropout 0.4", still, 0.4),
                                   ("aumento", jitter, 0.0)):
    set_seed(42)
    model = small_cnn(first_layer, dropout)
    train(model, x_small, y_small, epochs=5)
    table[name] = (accuracy(model, x_small[:4000], y_small[:4000]),
                   *robustness(model, x_valid, y_valid, (0, 3)))
    trained, centred, moved_3 = table[name]
    print(f"{name:<12} entrenamiento ≈ {trained:.3f}   validación ≈ {centred:.3f}   "
          f"a 3 píxeles ≈ {moved_3:.3f}")

# %%
gain = {name: np.subtract(row, table["sin nada"]) for name, row in table.items()}
print("¿Baja el aumento la exactitud en entrenamiento?", gain["aumento"][0] < 0)
print("A 3 píxeles, ¿el aumento gana más de 0.07?", gain["aumento"][2] > 0.07)
print("¿Y más que el dropout?", gain["aumento"][2] > gain["dropout 0.4"][2])
print("Con las prendas en su sitio, ¿gana también el aumento?", gain["aumento"][1] > 0)
print("¿Y el dropout, más de 0.02?", gain["dropout 0.4"][1] > 0.02)

# %% [markdown]
# **Qué observas.** El aumento hace lo que promete: con las prendas movidas gana mucho. No es
# gratis: el problema que aprende es más difícil, y en tan pocas épocas acierta algo menos con las
# prendas en su sitio. El *dropout*, en cambio, aquí no aporta: en cinco épocas la red no ha tenido
# tiempo de aprenderse nada de memoria, y un freno no sirve de mucho a quien aún no corre. Ninguno
# de los dos es una receta que se aplique a ciegas: se prueban y se miden.
#
# ### Paso 3 · Ejercicio 5.2.9
#
# Entrena una CNN **robusta** y guárdala en `modelo_robusto`. `check` la examina con imágenes de
# prueba: debe acertar al menos **0.83** con las prendas en su sitio y al menos **0.75** con las
# prendas a 3 píxeles. Puedes usar `x_small` e `y_small`, o más imágenes si no tienes prisa, y la
# función `train` de la sección 2.

# %% tags=["ejercicio"]
# >>> modelo_robusto = ...
set_seed(42)
modelo_robusto = crear_cnn(0.0, 0.1)
train(modelo_robusto, x_small, y_small, epochs=12, callbacks=[LearningCurves()])
# <<<

# %% tags=["resultado"]
check("5.2.9", modelo_robusto)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Un artículo compara una CNN de dos millones de parámetros con una densa de 200 000 y
# concluye que «la convolución es mejor». ¿Qué falla?
#
# - a) Que entrenó las dos con el conjunto de prueba.
# - b) Nada, si las dos entrenaron las mismas épocas.
# - c) Que cambió dos cosas a la vez: la forma de la red y su tamaño.
# - d) Nada, si las dos usaron la misma semilla.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("5.2.A1", respuesta_1)

# %% [markdown]
# **A2.** Nuestras dos redes tienen casi los mismos parámetros. ¿Por qué una época de la CNN tarda
# más?
#
# - a) Porque cada peso de un núcleo se usa en todas las casillas del mapa.
# - b) Porque la agrupación es una operación muy lenta.
# - c) Porque la CNN ve más imágenes en cada época.
# - d) Porque la CNN tiene muchos más sesgos.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "a"
# <<<
check("5.2.A2", respuesta_2)

# %% [markdown]
# **A3.** Movemos todas las imágenes de prueba cuatro píxeles. ¿Qué le pasa a una CNN como la de la
# sección 2, entrenada solo con prendas centradas?
#
# - a) Nada: las CNN son invariantes a los desplazamientos.
# - b) Cae lo mismo que la densa.
# - c) Nada: la agrupación absorbe cualquier desplazamiento.
# - d) Acierta bastante menos, aunque más que la densa.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "d"
# <<<
check("5.2.A3", respuesta_3)

# %% [markdown]
# **A4.** ¿En cuál de estos problemas empezarías por una red densa y no por una convolucional?
#
# - a) Radiografías, para encontrar fracturas.
# - b) Una tabla de clientes con 30 columnas: edad, saldo, país…
# - c) Grabaciones de voz, un número por instante.
# - d) Fotos de hojas, para reconocer el árbol.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "b"
# <<<
check("5.2.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Comparar es igualar todo menos una cosa: aquí, datos, parámetros y segundos.
# - Mismo tamaño no es mismo trabajo: la CNN usa cada peso muchas veces.
# - Con prendas centradas la CNN gana por poco; en cuanto se mueven, por mucho.
# - La convolución acompaña al desplazamiento, pero la red entera no es invariante: eso se entrena,
#   con aumento de datos.
# - Donde no hay vecindad (tablas, píxeles barajados), una red densa basta.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulo 14.
# - [Capas de aumento de imágenes en Keras](https://keras.io/api/layers/preprocessing_layers/image_augmentation/).
# - A. Azulay e Y. Weiss (2019), sobre lo poco invariantes que son las CNN:
#   [arXiv:1805.12177](https://arxiv.org/abs/1805.12177).
