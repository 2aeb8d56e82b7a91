# %% [markdown]
# # 5.3 · CNN contra densa: la misma ropa, dos redes
#
# | | |
# |---|---|
# | **Objetivos** | Comparar dos redes en igualdad de condiciones; contar sus parámetros y sus multiplicaciones; medir exactitud, tiempo y errores, prenda a prenda y con su intervalo; decir con qué datos la convolución no tiene nada que ganar, y con qué otros modelos hay que medirse en una tabla |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Las piezas de una red convolucional (lección {{capas_convolucionales}}) y entrenar una red con Keras ({{fashion_mnist}}) |
# | **Datos** | Fashion-MNIST: 70 000 imágenes de prendas, de Zalando (licencia MIT); las casas de California. Incluidos en el curso |
# | **Práctica** | Práctica 9: red convolucional contra red densa |

# %%
import math

import matplotlib.pyplot as plt
import numpy as np
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.linear_model import LinearRegression
from sklearn.metrics import accuracy_score, mean_absolute_error
from sklearn.model_selection import train_test_split

from course_utils import check, hint, solution
from course_utils import FASHION_MNIST_CLASSES, LearningCurves
from course_utils import classification_summary, load_california_housing
from course_utils import load_fashion_mnist, paired_difference
from course_utils import plot_image_grid, plot_most_confused
from course_utils import quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras
from keras import layers

# %% [markdown] presenta="red convolucional"
# ## 1 · ¿Cómo se comparan dos redes sin hacer trampa?
#
# En la lección {{fashion_mnist}} una red **densa** aprendió a reconocer ropa. En la {{capas_convolucionales}} viste otras piezas, las
# capas **convolucionales**. Una red hecha con ellas es una **red convolucional**
# (*convolutional neural network*, CNN). Todo el mundo dice que con imágenes gana la CNN. Vamos a
# comprobarlo, y para eso hay que cuidar la comparación: si una red es más grande, o trabaja más,
# o ve más imágenes, no sabremos por qué gana.
#
# Igualaremos tres cosas: los **datos**, el **número de parámetros** y el **trabajo**, que contaremos en
# multiplicaciones. Los segundos dependen además de la máquina: esos los mediremos.

# %%
(x_train, y_train), (x_test, y_test) = load_fashion_mnist()
x_train, x_test = x_train[..., np.newaxis], x_test[..., np.newaxis]
print("entrenamiento:", x_train.shape, " prueba:", x_test.shape)

# %% [markdown] presenta="keras.layers.Rescaling"
# El último eje, de tamaño 1, es el **canal**: una capa convolucional siempre lo espera, y estas
# fotos son grises. A la densa no le molesta: `Flatten` lo desenrolla todo.
#
# Los píxeles se quedan como vienen, enteros de 0 a 255: en decimales ocuparían al menos cuatro veces esa memoria. Los divide entre
# 255 la primera capa de cada red, `Rescaling`.
#
# **Predice:** si la penúltima capa de las dos tiene el mismo ancho, 128 neuronas, ¿cuál tendrá más
# parámetros, la red densa o la convolucional?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de nada, pregunta qué habría que igualar para que el duelo sea justo y apunta
# las respuestas: datos, tamaño, trabajo, y también el cuidado que se pone en cada una. Recuerda que
# `Dropout` se vio en {{una_red_mejor}}. En 5.3.2, la ampliación, lo que se olvida es
# que la segunda convolución recibe 16 canales.

# %%
def build_dense():
    return keras.Sequential([
        keras.Input((28, 28, 1)),
        layers.Rescaling(1 / 255),
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
        layers.Rescaling(1 / 255),
        layers.Conv2D(16, 3, padding="same", activation="relu"),  # 28×28×16
        layers.MaxPooling2D(),                                    # 14×14×16
        layers.Conv2D(32, 3, padding="same", activation="relu"),  # 14×14×32
        layers.MaxPooling2D(),                                    # 7×7×32
        layers.Flatten(),
        layers.Dropout(0.1),
        layers.Dense(units, activation="relu"),
        layers.Dropout(0.1),
        layers.Dense(10, activation="softmax"),
    ])

# %% [markdown]
# El ancho de la penúltima capa, `units`, es nuestro tornillo de ajuste. Que Keras cuente, para unos cuantos:

# %%
dense_parameters = build_dense().count_params()
print(f"densa:               {dense_parameters:7d} parámetros")

for units in (64, 128, 146, 256):
    parameters = build_cnn(units).count_params()
    times = parameters / dense_parameters
    print(f"CNN, {units:3d} neuronas:   {parameters:7d}   "
          f"{times:.2f} veces la densa")

# %% [markdown]
# **Qué observas.** Con 128 neuronas, las que tiene la densa, la CNN es algo más pequeña; con 146, las dos
# miden casi lo mismo. ¿Y dónde está el tamaño de la CNN? Casi todo, en esa penúltima capa: las dos
# convoluciones juntas no llegan a 5000 parámetros.
#
# ¿Igual tamaño es igual trabajo? Un peso de una capa densa se usa una vez por imagen. Uno de un
# núcleo se usa en **cada casilla** del mapa.
#
# ### Ejercicio 5.3.1
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
check("5.3.1", multiplicaciones)

# %% [markdown] presenta=".weights, math.prod"
# Hagamos la cuenta de las dos redes enteras, capa por capa. (`weights` son los pesos de una capa, y
# `math.prod` multiplica todos los números de una forma.)

# %%
def products(model):
    """Multiplicaciones por imagen:
    cada peso, tantas veces como casillas tenga la salida."""
    total = 0
    for layer in model.layers:
        if layer.weights:
            cells = math.prod(layer.output.shape[1:-1])  # 1 en una densa
            total += cells * math.prod(layer.weights[0].shape)
    return total

dense, cnn = build_dense(), build_cnn(146)
print(f"densa: {products(dense):8d} multiplicaciones por imagen")
print(f"CNN:   {products(cnn):8d}")
print(f"La CNN hace {products(cnn) / products(dense):.1f} veces más")
print(f"4 épocas de la CNN valen {4 * products(cnn) / products(dense):.0f} "
      "de la densa")

# %% [markdown]
# **Qué observas.** Igual de grandes, pero la CNN trabaja más de cinco veces más por imagen. Por eso
# darles las mismas **épocas** no sería justo: le regalaríamos trabajo. Si la CNN da 4 vueltas
# a los datos, a la densa le tocan 21.

# %% [markdown]
# ### ★ Ampliación · Ejercicio 5.3.2
#
# ¿De dónde salen los parámetros de la primera tabla? Escribe la función que da el **total de parámetros** de `build_cnn`
# según las `neuronas` de su penúltima capa: dos convoluciones de 3×3 y dos capas densas, todas con sus sesgos. Sin
# Keras: solo sumas y productos.

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
check("5.3.2", parametros_cnn)

# %% [markdown]
# ## 2 · ¿Quién acierta más con el mismo trabajo?
#
# Las dos usan la receta que ganó en {{una_red_mejor}}: Adam con una tasa de aprendizaje que baja hasta cero. La
# tasa inicial, 0.004, y el *dropout*, dos capas de 0.1, los elegimos antes con imágenes de
# validación, no con las de prueba.
#
# Y las épocas, las de la cuenta: 21 y 4. Si paráramos por el reloj, el resultado dependería de tu máquina.
# Cuántos segundos cuesta ese trabajo en la tuya lo dirá la tabla.

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

# %% [markdown] presenta=".seconds"
# **Predice:** ¿qué exactitud alcanzará cada una en la prueba? En {{una_red_mejor}} quedamos cerca de 0.89.
# (`LearningCurves` apunta en `seconds` lo que dura el entrenamiento.)

# %% [markdown] tags=["docente"]
# **{{minutos}}**, contando el entrenamiento (un minuto, y varios en una máquina lenta u ocupada): mientras
# corre, que cada quien escriba su predicción y explique por qué una época de la CNN tarda más. Insiste en que
# las dos reciben el mismo cuidado: la misma tasa, los mismos lotes, el mismo *dropout*.

# %%
set_seed(42)
dense = build_dense()
dense_curves = LearningCurves(refresh=5)
train(dense, x_train, y_train, epochs=21, callbacks=[dense_curves])

# %%
set_seed(42)
cnn = build_cnn(146)
cnn_curves = LearningCurves(refresh=5)
train(cnn, x_train, y_train, epochs=4, callbacks=[cnn_curves])

# %%
dense_accuracy = accuracy(dense, x_test, y_test)
cnn_accuracy = accuracy(cnn, x_test, y_test)

print("red    exactitud   segundos   parámetros   "
      "multiplicaciones por foto, en total")
for name, net, score, curves, epochs in (("densa", dense, dense_accuracy,
                                          dense_curves, 21),
                                         ("CNN", cnn, cnn_accuracy,
                                          cnn_curves, 4)):
    print(f"{name:<5}  ≈ {score:.3f}     ≈ {curves.seconds:3.0f}      "
          f"{net.count_params()}       "
          f"{epochs * products(net)}")
print("¿Pasa la densa de 0.88?", dense_accuracy > 0.88)
print("¿Pasa la CNN de 0.905?", cnn_accuracy > 0.905)
print("¿Le saca a la densa más de 0.01?",
      cnn_accuracy - dense_accuracy > 0.01)

# %% [markdown]
# **Qué observas.** Gana la CNN, con los mismos datos y casi el mismo tamaño y las mismas multiplicaciones (las de
# responder; corregir los pesos añade otras tantas, o más, a las dos). Lo que no está igualado son los segundos: cuánto se tarda en hacer
# el mismo trabajo depende de la máquina y de cómo esté programada cada capa. Mira tu tabla: si la CNN tardó más, con el reloj en la mano
# jugó con ventaja, y hay que decirlo. ¿La alcanzaría la densa con más tiempo? Compruébalo con más épocas. Y mira cuánto gana: pocos puntos, no la paliza
# que se suele contar. Para las prendas de Fashion-MNIST, centradas y casi del mismo tamaño, una red densa ya
# hace un trabajo muy digno.
#
# ## 3 · ¿En qué se equivoca cada una?
#
# Unos puntos más de exactitud pueden ser «falla un poco menos en lo mismo» o «falla en otras cosas».
# No es igual, y hay una forma sencilla de saberlo: mirar prenda por prenda.
#
# ### Ejercicio 5.3.3
#
# Escribe una función que compare dos listas de predicciones, `antes` y `despues`, con las
# `etiquetas` verdaderas. Devuelve dos números: cuántas prendas **arregla** la segunda (la primera
# fallaba y ella acierta) y cuántas **estropea** (la primera acertaba y ella falla). Los tres son
# arrays de NumPy.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Vale la pena discutir 5.3.3: dos modelos con casi la misma exactitud no son
# intercambiables. Error típico: olvidar los paréntesis alrededor de cada comparación con `&`.

# %% tags=["ejercicio"]
def arregla_y_estropea(etiquetas, antes, despues):
    # >>> return ...
    arregla = (antes != etiquetas) & (despues == etiquetas)
    estropea = (antes == etiquetas) & (despues != etiquetas)
    return arregla.sum(), estropea.sum()
    # <<<

# %%
check("5.3.3", arregla_y_estropea)

# %% [markdown]
# **Predice:** la CNN acierta más prendas en total. De las que acertaba la densa, ¿cuántas crees que
# falla ahora: ninguna, unas pocas, cientos?

# %%
dense_predicted = dense.predict(
    x_test, batch_size=250, verbose=0).argmax(axis=1)
cnn_predicted = cnn.predict(
    x_test, batch_size=250, verbose=0).argmax(axis=1)

dense_right, cnn_right = dense_predicted == y_test, cnn_predicted == y_test
fixed = (cnn_right & ~dense_right).sum()
broken = (dense_right & ~cnn_right).sum()
print(f"la CNN arregla ≈ {fixed} prendas y estropea ≈ {broken}")
print("¿Estropea más de cien?", fixed > broken > 100)

# %% [markdown] presenta="comparación pareada, course_utils.paired_difference, .value, .low, .high"
# La ventaja de la CNN es lo que arregla menos lo que estropea, entre las 10 000 prendas. ¿Y si con otras prendas
# ganara la densa? `paired_difference` repite la resta con muestras sacadas de estas, siempre **las mismas para las
# dos** (comparación pareada), y dice cuánto vale (`value`) y entre qué valores se mueve, de `low` a `high`. Si el 0
# queda fuera, no se explica por la suerte de la muestra.

# %% tags=["resultado"]
gain = paired_difference(accuracy_score, y_test, cnn_predicted,
                         dense_predicted, repetitions=200)
print("¿Es la resta entre 10 000?",
      bool(abs(gain.value - (fixed - broken) / 10_000) < 1e-9))
print("¿Queda el 0 fuera?", gain.low > 0)
print(f"la CNN gana ≈ {gain.value:.3f}, "
      f"entre ≈ {gain.low:.3f} y ≈ {gain.high:.3f}")

# %% [markdown]
# **Qué observas.** La CNN no es «la densa con menos fallos»: arregla cientos de prendas, pero
# estropea más de cien que ya estaban bien. Aun así gana, y no lo explica la suerte de la muestra. (De otra suerte, la de
# los pesos con que empieza cada entrenamiento, este intervalo no dice nada: para eso hay que repetir con otras semillas.)
#
# ### ★ Ampliación · ¿Entre qué prendas ocurre?
#
# **Predice:** ¿cuál será la prenda más difícil para cada una?

# %% presenta=".recall"
names = np.array(FASHION_MNIST_CLASSES)
recalls = [  # la exhaustividad de cada prenda, con cada red
    np.array([row.recall
              for row in classification_summary(y_test, guess).rows])
    for guess in (dense_predicted, cnn_predicted)
]

# %%
position = np.arange(10)
fig, ax = plt.subplots(figsize=(7.5, 3.8))
ax.bar(position - 0.2, recalls[0], width=0.4, color="#999999",
       label="densa")
ax.bar(position + 0.2, recalls[1], width=0.4, color="#0072B2", hatch="//",
       label="CNN")
ax.set(title="¿Qué fracción de cada prenda encuentra?",
       xlabel="Prenda real", ylabel="Exhaustividad", ylim=(0, 1.2))
ax.set_xticks(position, names, rotation=40, ha="right")
ax.legend(loc="upper right", ncols=2)
fig.tight_layout()

# %%
print("la prenda más difícil para cada una:", names[recalls[0].argmin()],
      "y", names[recalls[1].argmin()])
print(f"camisas encontradas: densa ≈ {recalls[0][6]:.2f}   "
      f"CNN ≈ {recalls[1][6]:.2f}")
tops = np.isin(y_test, [0, 2, 4, 6])  # camiseta, suéter, abrigo y camisa
arranged = cnn_right & ~dense_right
print("De lo que arregla, ¿más de la mitad son esas cuatro?",
      arranged[tops].sum() > fixed / 2)
print("¿Y más de la mitad de lo que aún falla?",
      (~cnn_right)[tops].sum() > (~cnn_right).sum() / 2)

# %%
fig = plot_most_confused(y_test, cnn_predicted, x_test,
                         class_names=FASHION_MNIST_CLASSES)

# %% [markdown]
# **Qué observas.** Más de la mitad de lo que la CNN arregla ocurre en cuatro prendas de torso (camiseta, suéter, abrigo
# y camisa), y también más de la mitad de lo que aún falla. La camisa sigue siendo la más difícil para las dos: si pensabas que la CNN la resolvería, ya lo
# ves. A 28×28 píxeles, puede que la diferencia no siempre esté en la foto.

# %% [markdown]
# ## 4 · ¿Cuándo basta una red densa?
#
# La CNN parte de una apuesta: que los píxeles **vecinos** tienen que ver entre sí. Si la apuesta es
# buena, gana. ¿Y si se la quitamos? Elijamos un desorden cualquiera de los 784 píxeles y
# apliquemos **el mismo** a todas las imágenes, de entrenamiento y de prueba.
#
# ### Ejercicio 5.3.4
#
# Escribe la función. Recibe imágenes de forma (n, alto, ancho, 1) y `orden`, un array con las
# posiciones de 0 a alto·ancho − 1 en otro orden. El píxel número `k` de cada imagen nueva es el
# píxel número `orden[k]` de la original, contando por filas. Devuelve la misma forma.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Es el experimento que más se recuerda. Pide que apuesten antes de ejecutar: ¿quién
# pierde? Después, que digan qué otros datos son «píxeles barajados»: una tabla de clientes, por
# ejemplo.

# %% tags=["ejercicio"]
def barajar_pixeles(imagenes, orden):
    # >>> return ...
    planas = imagenes.reshape(len(imagenes), -1)
    return planas[:, orden].reshape(imagenes.shape)
    # <<<

# %%
check("5.3.4", barajar_pixeles)

# %%
order = np.random.default_rng(5).permutation(784)

def shuffled(images):
    return images.reshape(-1, 784)[:, order].reshape(-1, 28, 28, 1)

pair = np.concatenate([x_test[1:2], shuffled(x_test[1:2]), x_test[2:3],
                       shuffled(x_test[2:3])])
fig = plot_image_grid(pair, ["suéter", "suéter barajado", "pantalón",
                             "pantalón barajado"],
                      columns=4)

# %% [markdown]
# A simple vista, ruido. Pero no se ha perdido nada: cada píxel está en un sitio nuevo, y siempre en
# el mismo.
#
# **Predice:** ¿qué le pasará a la exactitud de cada red?
#
# Para no alargar la espera, aquí entrenamos con 5000 imágenes y cinco épocas: las cifras serán
# más bajas que antes, y solo se comparan entre sí. (La prueba se mira otra vez, pero no se elige nada con ella.)

# %%
x_small, y_small = x_train[:5000], y_train[:5000]
results = {}
for name, build in (("densa", build_dense),
                    ("CNN", lambda: build_cnn(146))):
    for order_name, change in (("en orden", np.asarray),
                               ("barajados", shuffled)):
        set_seed(42)
        model = build()
        train(model, change(x_small), y_small, epochs=5)
        results[name, order_name] = accuracy(model, change(x_test), y_test)
        print(f"{name:<6} píxeles {order_name:<10} ≈ "
              f"{results[name, order_name]:.3f}")

# %%
dense_loss = results["densa", "en orden"] - results["densa", "barajados"]
cnn_loss = results["CNN", "en orden"] - results["CNN", "barajados"]
print("¿Le da igual a la densa (menos de 0.02)?", abs(dense_loss) < 0.02)
print("¿Pierde la CNN más de 0.02?", cnn_loss > 0.02)
print("Barajados, ¿gana la densa?",
      results["densa", "barajados"] > results["CNN", "barajados"])

# %% [markdown]
# **Qué observas.** A la densa le da igual: para ella los píxeles nunca tuvieron vecinos, y cada
# uno llega siempre por su cable. La CNN pierde su ventaja y queda por debajo: su apuesta era falsa. La
# convolución no tiene nada que ganar cuando **no hay vecindad**, como en casi todas las tablas: en una de clientes se
# puede cambiar el orden de las columnas sin perder nada.
#
# ## Errores frecuentes
#
# **1. Olvidar el canal.** `Conv2D` espera imágenes de tres ejes; con las de 28×28 no se puede
# ni construir la red.

# %% presenta=".output_shape"
try:
    keras.Sequential([keras.Input((28, 28)), layers.Conv2D(16, 3)])
except ValueError as error:
    print("Falla con", type(error).__name__,
          "porque falta el eje del canal")

repaired = keras.Sequential([keras.Input((28, 28, 1)),
                             layers.Conv2D(16, 3)])
print("Arreglado:", repaired.output_shape, "con imágenes", x_test.shape)

# %% [markdown]
# **2. Comparar sin parear.** Si cada red se examina con **otras** prendas, a la diferencia se le suma la suerte de
# los dos exámenes. Mil veces, con 500 prendas en cada examen:

# %%
rng = np.random.default_rng(0)
same, other = [], []
for _ in range(1000):
    one, two = rng.choice(10_000, 500), rng.choice(10_000, 500)
    same.append(cnn_right[one].mean() - dense_right[one].mean())
    other.append(cnn_right[one].mean() - dense_right[two].mean())

same, other = np.array(same).std(), np.array(other).std()
print(f"cuánto baila la ventaja: con otras ≈ {other:.3f}, "
      f"con las mismas ≈ {same:.3f}")
print("¿Menos con las mismas?", bool(same < other))

# %% [markdown]
# ## Práctica: ¿y en una tabla?
#
# Dicen que donde no hay vecindad «la opción sensata es una red densa». ¿La sensata, o solo la sensata entre las
# redes? Volvamos a las casas de {{precios_de_casas}}, con cuatro rivales: una recta, una red densa, una convolucional
# que trata las ocho columnas como una «imagen» de 1×8, y unos árboles.
#
# ### Paso 1 · Ejercicio 5.3.5
#
# Escribe `cuanto_gana(reales, uno, otro)`. Recibe tres arrays: los precios verdaderos y lo que dicen dos modelos.
# Devuelve dos números: el error absoluto medio de `otro` **menos** el de `uno` (positivo si gana `uno`), y la
# **fracción** de distritos en los que `uno` se queda más cerca del precio que `otro`.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que apuesten antes quién gana. En 5.3.5, que alguien explique cómo un modelo puede quedar más
# cerca en la mitad de los distritos y aun así ganar de sobra: se equivoca menos cuando se equivoca mucho.

# %% tags=["ejercicio"]
def cuanto_gana(reales, uno, otro):
    # >>> return ...
    error_uno, error_otro = np.abs(reales - uno), np.abs(reales - otro)
    return (error_otro.mean() - error_uno.mean(),
            (error_uno < error_otro).mean())
    # <<<

# %%
check("5.3.5", cuanto_gana)

# %% [markdown] presenta="loss=mae, loss=absolute_error"
# ### Paso 2 · Los rivales
#
# Las dos redes tienen casi los mismos parámetros y entrenan igual. (`Reshape` da a cada fila la forma de una imagen.)
# Como el azar de los pesos iniciales también cuenta, cada una empieza de cero **tres veces**.
# Redes y árboles aprenden para lo que se va a medir, el error absoluto medio: en Keras, `loss="mae"`; en los árboles,
# `loss="absolute_error"`. La recta, `LinearRegression`, no se deja: solo sabe de errores al cuadrado.
#
# **Predice:** ordena los cuatro, del que menos se equivoca al que más.

# %%
houses = load_california_housing()
x_houses = houses.drop(columns="MedHouseVal").to_numpy()
x_a, x_b, price_a, price_b = train_test_split(
    x_houses, houses["MedHouseVal"].to_numpy(),
                                              test_size=0.2,
    random_state=42)
mean, spread = x_a.mean(axis=0), x_a.std(axis=0)
scaled_a, scaled_b = (x_a - mean) / spread, (x_b - mean) / spread

# %% presenta="keras.layers.Reshape"
def table_net(name):
    if name == "densa":
        body = [layers.Dense(64, activation="relu"),
                layers.Dense(64, activation="relu")]
    else:
        body = [layers.Reshape((1, 8, 1)),
                layers.Conv2D(16, (1, 3), activation="relu"),
                layers.Flatten(), layers.Dense(46, activation="relu")]
    return keras.Sequential([keras.Input((8,)), *body, layers.Dense(1)])

print("parámetros:", table_net("densa").count_params(), "y",
      table_net("CNN").count_params())

# %%
guesses = {"recta": [LinearRegression().fit(scaled_a, price_a)
                     .predict(scaled_b)]}
set_seed(42)
for name in ("densa", "CNN"):
    guesses[name] = []
    for _ in range(3):
        net = table_net(name)
        rate = keras.optimizers.schedules.CosineDecay(
            0.004, 30 * math.ceil(len(x_a) / 128))
        net.compile(keras.optimizers.Adam(rate), loss="mae",
                    steps_per_execution=16)
        net.fit(scaled_a, price_a, batch_size=128, epochs=30, verbose=0)
        guesses[name].append(net.predict(
            scaled_b, batch_size=250, verbose=0).ravel())

# %%
trees = HistGradientBoostingRegressor(loss="absolute_error",
                                      random_state=42)
guesses["árboles"] = [trees.fit(x_a, price_a).predict(x_b)]

# %%
errors = {}
for name, several in guesses.items():
    errors[name] = np.array([100 * mean_absolute_error(price_b, guess)
                             for guess in several])
    print(f"{name:<8} error medio, en miles de $:",
          *(f"≈ {error:.1f}" for error in errors[name]))

print("¿Ganan los árboles a las tres densas?",
      bool(errors["árboles"][0] < errors["densa"].min()))
print("¿Ganan las tres densas a la recta?",
      bool(errors["densa"].max() < errors["recta"][0]))
print("De media, ¿gana la CNN a la densa por más de 500 $?",
      bool(errors["densa"].mean() - errors["CNN"].mean() > 0.5))

# %%
for one, other in (("árboles", "densa"), ("densa", "recta")):
    winner, loser = guesses[one][0], guesses[other][0]
    gap = paired_difference(mean_absolute_error, price_b, loser, winner,
                            repetitions=200)
    closer = np.abs(price_b - winner) < np.abs(price_b - loser)
    print(f"{one} frente a {other}: "
          f"gana ≈ {100 * gap.value:.1f} miles de $, entre "
          f"≈ {100 * gap.low:.1f} y ≈ {100 * gap.high:.1f}; "
          f"más cerca en ≈ {closer.mean():.2f}")
    print("¿Queda el 0 fuera?", gap.low > 0,
          " ¿Más cerca en menos de 8 de cada 10?",
          bool(closer.mean() < 0.8))

# %% [markdown]
# **Qué observas.** La densa deja muy atrás a la recta, las tres veces. La convolucional, del mismo tamaño, no le gana: mirar
# juntas tres columnas que están juntas por casualidad no le sirve. Fíjate en cuánto cambia una misma red de una vez a
# otra: con una sola semilla, CNN y densa podrían salir en cualquier orden. Pero **ganan los árboles** a las tres, y frente a la
# primera el 0 queda fuera. Ya pasó en {{casas_con_una_red}}. Así que en esta tabla la densa es lo
# sensato *entre las redes*; lo sensato de verdad es medirla con una recta y con árboles, en cada tabla, como haremos en el
# módulo {{modulo:fraude}}. Fíjate además en la última cifra de cada línea: el que gana no queda más cerca en todos los
# distritos, ni mucho menos; se gana en el conjunto.
#
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
check("5.3.A1", respuesta_1)

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
check("5.3.A2", respuesta_2)

# %% [markdown]
# **A3.** ¿En cuál de estos problemas empezarías por una red densa y no por una convolucional?
#
# - a) Radiografías, para encontrar fracturas.
# - b) Una tabla de clientes con 30 columnas: edad, saldo, país…
# - c) Grabaciones de voz, un número por instante.
# - d) Fotos de hojas, para reconocer el árbol.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "b"
# <<<
check("5.3.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Comparar es igualar todo menos una cosa: aquí, los datos, los parámetros y las multiplicaciones. Los segundos se dicen.
# - Mismo tamaño no es mismo trabajo: la CNN usa cada peso muchas veces.
# - Con prendas centradas la CNN gana por poco, y se sabe que no es suerte de la muestra porque se compara prenda a prenda.
# - Dos modelos con parecida exactitud pueden fallar en cosas distintas.
# - Donde no hay vecindad la convolución no aporta; y en una tabla, mide también con árboles.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulo 14.
# - H. Xiao, K. Rasul y R. Vollgraf (2017), el artículo de Fashion-MNIST:
#   [arXiv:1708.07747](https://arxiv.org/abs/1708.07747).
# - L. Grinsztajn, E. Oyallon y G. Varoquaux (2022), sobre por qué los árboles siguen ganando en las tablas:
#   [arXiv:2207.08815](https://arxiv.org/abs/2207.08815).
