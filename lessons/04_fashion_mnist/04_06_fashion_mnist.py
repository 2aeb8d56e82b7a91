# %% [markdown]
# # 4.6 · Fashion-MNIST: una red que reconoce ropa
#
# | | |
# |---|---|
# | **Objetivos** | Explorar un conjunto de imágenes y escalarlo; construir, entrenar y evaluar una red densa con Keras; leer sus probabilidades y desconfiar de ellas; auditar sus errores con la matriz de confusión |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Qué es un array de NumPy (lección {{arrays}}) y qué hace una capa de neuronas ({{capas}}) |
# | **Datos** | Fashion-MNIST: 70 000 imágenes de prendas, de Zalando (licencia MIT), incluidas en el curso |
# | **Práctica** | Práctica 8: clasificar imágenes, y auditar los errores |

# %%
import matplotlib.pyplot as plt
import numpy as np

from course_utils import check, hint, solution
from course_utils import FASHION_MNIST_CLASSES, load_fashion_mnist
from course_utils import LearningCurves, classification_summary
from course_utils import quiet_tensorflow, set_seed, plot_confusion_matrix
from course_utils import plot_image, plot_image_grid, plot_most_confused
from course_utils import plot_predictions, plot_value_array

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras

# %% [markdown] presenta="conjunto de entrenamiento, conjunto de prueba"
# ## 1 · ¿Qué hay en los datos?
#
# Una tienda de ropa fotografió 70 000 prendas. Cada foto se redujo a 28×28 píxeles en gris, y
# una persona anotó de qué prenda se trata: esa anotación es la **etiqueta** (*label*). Queremos
# un programa que mire la foto y acierte la etiqueta, sin escribir a mano ni una regla sobre
# mangas o suelas.
#
# Los datos vienen repartidos en un **conjunto de entrenamiento** (*training set*), del que la red
# aprende, y un **conjunto de prueba** (*test set*), que guardamos para el examen final.
#
# **Predice:** ¿qué forma tendrá el array que guarda 60 000 imágenes de 28×28?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que cada quien escriba su predicción de la forma antes de ejecutar. Sirve para
# recordar que el primer eje es siempre «cuántas muestras».

# %% presenta="course_utils.load_fashion_mnist"
(x_train_raw, y_train_all), (x_test_raw, y_test) = load_fashion_mnist()

print("entrenamiento:", x_train_raw.shape, x_train_raw.dtype)
print("prueba:       ", x_test_raw.shape, x_test_raw.dtype)
print("etiquetas:    ", y_train_all[:8], "…")

# %% [markdown] presenta="course_utils.FASHION_MNIST_CLASSES"
# Las etiquetas son números del 0 al 9. Sus nombres están en `FASHION_MNIST_CLASSES`. Miremos las
# primeras prendas: **mirar los datos es siempre el primer paso**.

# %%
fig = plot_image_grid(x_train_raw[:15], y_train_all[:15],
                      class_names=FASHION_MNIST_CLASSES)

# %% [markdown]
# **Qué observas.** Hay prendas fáciles (nadie toma un botín por un vestido) y otras que a 28×28
# píxeles cuesta distinguir: el segundo suéter, ¿no podría ser un abrigo o una camisa? Si a ti te cuesta, a la
# red también le costará.
#
# **Predice:** de las 60 000 prendas de entrenamiento, ¿cuántas serán botines?

# %%
for number, name in enumerate(FASHION_MNIST_CLASSES):
    print(f"{number}  {name:<10} {np.sum(y_train_all == number):6d}")

# %% [markdown]
# **Qué observas.** Hay exactamente 6000 de cada una: las clases están equilibradas. Por eso quien
# responda siempre «botín» acertará 1 de cada 10, y ese 0.10 es el listón que hay que superar.
#
# ### Ejercicio 4.6.1
#
# ¿Cuántas imágenes hay en el conjunto de **prueba**? ¿Cuáles son el valor más pequeño y el más
# grande de un píxel de `x_train_raw`? Que lo calcule Python a partir de los arrays.

# %% tags=["ejercicio"]
# >>> cuantas_prueba = ...
cuantas_prueba = len(x_test_raw)
# <<<
# >>> minimo = ...
minimo = x_train_raw.min()
# <<<
# >>> maximo = ...
maximo = x_train_raw.max()
# <<<

# %%
check("4.6.1", cuantas_prueba, minimo, maximo)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("4.6.1")` da una pista (y otra, si
# insistes), y `solution("4.6.1")` muestra una solución.
#
# ### ★ Ampliación · Ejercicio 4.6.2
#
# Escribe una función que cuente cuántas veces aparece una clase en un array de etiquetas.

# %% tags=["ejercicio"]
def contar_clase(etiquetas, clase):
    # >>> return ...
    return (etiquetas == clase).sum()
    # <<<

# %%
check("4.6.2", contar_clase)

# %% [markdown]
# ## 2 · ¿Por qué dividir entre 255?
#
# Cada píxel es un entero de 0 a 255. Casi todo el código que encontrarás lo divide entre 255
# antes de entrenar, para que quede entre 0 y 1. ¿Es una manía o sirve de algo?
#
# ### Ejercicio 4.6.3
#
# Escribe la función que escala: recibe imágenes con valores de 0 a 255 y **devuelve** las mismas
# imágenes con valores de 0 a 1, sin cambiar las que recibió.

# %% tags=["ejercicio"]
def escalar(imagenes):
    # >>> return ...
    return imagenes / 255
    # <<<

# %%
check("4.6.3", escalar)

# %% [markdown]
# Ahora el experimento: la misma red, las mismas imágenes y las mismas épocas, una vez con los píxeles
# como vienen y otra con los píxeles escalados.
#
# Antes apartamos las últimas 5000 imágenes de entrenamiento: son el **conjunto de validación**
# (*validation set*), con el que comparamos ideas y miramos errores sin gastar el examen final. Para aprender
# bastan hoy las 10 000 primeras: ocupan la sexta parte, y la red tarda segundos. (Las 55 000, en
# {{una_red_mejor}}.)

# %%
# float32: la mitad de memoria que float64
x_train = x_train_raw[:10_000] / np.float32(255)
x_valid = x_train_raw[55_000:] / np.float32(255)

y_train, y_valid = y_train_all[:10_000], y_train_all[55_000:]
print("para aprender:", x_train.shape, " para comparar:", x_valid.shape)

# %% [markdown]
# **Predice:** ¿cuál de las dos redes acertará más después de tres épocas? ¿Por mucho o por poco? (Cómo
# está hecha la red no hace falta entenderlo todavía: la construiremos pieza a pieza en la sección 3.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pide que levanten la mano: «gana la escalada», «da igual», «gana la otra». Las dos
# redes tardan unos segundos en total; es buen momento para recordar qué es una época. Error típico en
# 4.6.3: dividir entre `imagenes.max()`, que el corrector explica.

# %% tags=["todavia-no"]
def quick_accuracy(train_images, valid_images):
    """Exactitud en validación de una red pequeña tras cada una de tres
    épocas."""
    set_seed(42)
    model = keras.Sequential(
        [keras.Input((28, 28)), keras.layers.Flatten(),
         keras.layers.Dense(128, activation="relu"),
         keras.layers.Dense(10, activation="softmax")]
    )
    model.compile("adam", loss="sparse_categorical_crossentropy",
                  metrics=["accuracy"])
    history = model.fit(train_images, y_train, batch_size=128, epochs=3,
                        verbose=0, validation_data=(valid_images, y_valid))
    return history.history["val_accuracy"]

# %%
raw = quick_accuracy(x_train_raw[:10_000], x_train_raw[55_000:])
scaled = quick_accuracy(x_train, x_valid)

fig, ax = plt.subplots(figsize=(6, 3.5))
ax.plot([1, 2, 3], scaled, "o-", color="#0072B2", label="píxeles de 0 a 1")
ax.plot([1, 2, 3], raw, "s--", color="#D55E00", label="píxeles de 0 a 255")
ax.set(title="La misma red, con y sin escalar", xlabel="Época",
       xticks=[1, 2, 3], ylabel="Exactitud en validación")
ax.legend()

print(f"sin escalar ≈ {raw[-1]:.3f}   escalada ≈ {scaled[-1]:.3f}")
print("¿Gana la escalada por más de 0.03?", scaled[-1] > raw[-1] + 0.03)

# %% [markdown] presenta="Flatten, capa densa, softmax"
# **Qué observas.** La línea de los píxeles escalados va siempre por encima: con las mismas tres
# épocas llega bastante más alto. Con entradas de hasta 255, un pequeño cambio en un peso mueve
# muchísimo la salida, y el entrenamiento avanza a saltos. Fíjate en que no hubo ningún error ni
# aviso: es de los descuidos que solo se descubren midiendo.
#
# ## 3 · ¿Cómo es la red por dentro?
#
# La nuestra tiene tres piezas:
#
# 1. **Flatten** desenrolla la imagen: de una cuadrícula de 28×28 a una fila de 784 números.
# 2. Una **capa densa** (*dense layer*) de 128 neuronas. Cada una calcula
#    $\text{ReLU}(w_1 x_1 + \dots + w_{784}\, x_{784} + b)$: una suma con pesos, más un sesgo,
#    y si sale negativa, cero.
# 3. Otra capa densa con 10 neuronas, una por clase. Su función de activación, **softmax**,
#    convierte diez números cualesquiera en diez probabilidades que suman 1.
#
# $$\text{softmax}(z)_k = \frac{e^{z_k}}{e^{z_0} + e^{z_1} + \dots + e^{z_9}}$$

# %%
z = np.array([1.0, 3.0, 0.2])
probabilities = np.exp(z) / np.exp(z).sum()
print(probabilities.round(2), "suman", probabilities.sum().round(6))

# %% [markdown] presenta=".layers, .__class__, .output"
# **Qué observas.** La mayor se lleva casi todo, pero con esa fórmula ninguna llega a 0 ni a 1: el modelo
# siempre deja una puerta abierta, aunque a veces tan estrecha que la computadora la redondea. En Keras, la
# red entera se escribe tal como la acabamos de contar. (Sus capas quedan en `layers`; de cada una,
# `__class__` es la clase a la que pertenece y `output`, lo que sale.)
#
# **Predice:** ¿dónde estarán casi todos los parámetros, en la capa oculta o en la de salida?

# %% presenta="keras.layers.Flatten"
set_seed(42)
model = keras.Sequential([
    keras.Input((28, 28)),
    keras.layers.Flatten(),
    keras.layers.Dense(128, activation="relu"),
    keras.layers.Dense(10, activation="softmax"),
])

for layer in model.layers:
    print(f"{layer.__class__.__name__:<8} sale "
          f"{str(layer.output.shape):<12} "
          f"parámetros: {layer.count_params()}")

# %% [markdown]
# **Qué observas.** Casi todos los parámetros están en la capa oculta. El `None` de las formas es el número
# de imágenes, que la red no necesita saber de antemano.
#
# ### Ejercicio 4.6.4
#
# La salida de arriba ya dice los parámetros; ahora explícalos. Escribe la **cuenta** que da los de
# cada capa densa, a partir de las entradas, las neuronas y los sesgos.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dibuja en la pizarra 784 puntos (bueno, 8) unidos con 128 (bueno, 3): cada línea es
# un peso. El error que siempre aparece es olvidar los sesgos.

# %% tags=["ejercicio"]
# >>> parametros_oculta = ...
parametros_oculta = 28 * 28 * 128 + 128
# <<<
# >>> parametros_salida = ...
parametros_salida = 128 * 10 + 10
# <<<

# %%
check("4.6.4", parametros_oculta, parametros_salida)

# %% [markdown] presenta="función de pérdida, optimizador, métricas, loss=sparse_categorical_crossentropy, Adam"
# ## 4 · ¿Cómo aprende, y cuánto acierta?
#
# Antes de entrenar hay que decir tres cosas, y eso hace `compile`:
#
# - la **función de pérdida** (*loss*): cuánto castigamos cada respuesta. Con etiquetas que son
#   números enteros se usa `sparse_categorical_crossentropy`: cuanta menos probabilidad dio la red a
#   la clase correcta, mayor es;
# - el **optimizador** (*optimizer*): cómo se corrigen los pesos. Adam es una buena primera opción;
# - las **métricas**: lo que queremos leer nosotros. La **exactitud** (*accuracy*) es la fracción
#   de aciertos.

# %%
model.compile(
    optimizer="adam",
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)

# %% [markdown] presenta="época, lote, course_utils.LearningCurves"
# `fit` pasa varias veces (**épocas**) por todas las imágenes, de **lote** (*batch*) en lote. Tras
# cada lote, el optimizador corrige un poco los pesos. `LearningCurves` dibuja cómo va.
#
# **Predice:** ¿bajarán igual la pérdida de entrenamiento y la de validación?

# %%
history = model.fit(
    x_train, y_train,
    batch_size=128, epochs=12, verbose=0,
    validation_data=(x_valid, y_valid),
    callbacks=[LearningCurves()],
)

# %% [markdown]
# **Qué observas.** Las curvas de entrenamiento mejoran en cada época. Las de validación, con
# imágenes que la red no usa para aprender, mejoran al principio, después cada vez menos, y acaban por detrás:
# esa distancia que se abre es el comienzo del **sobreajuste** (*overfitting*).
#
# Llega el examen: el conjunto de prueba, que la red no ha visto nunca. Se abre **una vez**, cuando ya no queda
# nada que decidir.

# %% tags=["resultado"]
train_loss, train_accuracy = model.evaluate(x_train, y_train,
                                            batch_size=1000, verbose=0)
x_test = x_test_raw / np.float32(255)
test_loss, test_accuracy = model.evaluate(x_test, y_test, batch_size=1000,
                                          verbose=0)

print(f"exactitud en entrenamiento ≈ {train_accuracy:.3f}")
print(f"exactitud en prueba        ≈ {test_accuracy:.3f}")
print("¿Supera 0.8 en prueba?", test_accuracy > 0.8)
print("¿Acierta más en entrenamiento que en prueba?",
      train_accuracy > test_accuracy)

# %% [markdown]
# **Qué observas.** Acierta más del 80 % de las prendas nunca vistas, muy lejos del 10 % de quien
# responde al azar. Y acierta más en las que ya conocía: por eso la nota que vale es la de prueba.
#
# ### Ejercicio 4.6.5
#
# ¿De dónde sale ese número? Escribe tú la exactitud. Recibe las probabilidades (una fila por
# imagen, diez columnas) y las etiquetas, y devuelve la fracción de aciertos, entre 0 y 1. La clase
# elegida en cada fila es la **posición** de la probabilidad más alta: `argmax(axis=1)`.

# %% [markdown] tags=["docente"]
# **{{minutos}}**, de ellos unos segundos de entrenamiento. Si alguien pregunta por qué su última cifra no es
# igual a la del compañero: las sumas se hacen en otro orden en cada procesador; la semilla fija lo
# demás. En 4.6.5, quien usa `axis=0` obtiene diez números o un error: haz que imprima formas.

# %% tags=["ejercicio"]
def exactitud(probabilidades, etiquetas):
    # >>> return ...
    return (probabilidades.argmax(axis=1) == etiquetas).mean()
    # <<<

# %%
check("4.6.5", exactitud)

# %% [markdown] presenta=".accuracy, .rows, .precision"
# > **Lo que oirás por ahí: «el modelo tiene una precisión del 85 %».** En muchas traducciones,
# > *accuracy* aparece como «precisión». No son lo mismo. La **exactitud** es una para todo el
# > modelo: aciertos entre total. La **precisión** (*precision*) es de cada clase: de las veces que
# > dijo «camisa», cuántas lo era. Calculemos las dos, con las 5000 de validación. (El resumen guarda la
# > `accuracy` y, en `rows`, una fila por clase, con su `precision`.)

# %%
predictions = model.predict(x_valid, batch_size=1000, verbose=0)
predicted = predictions.argmax(axis=1)

summary = classification_summary(
    y_valid, predicted, class_names=FASHION_MNIST_CLASSES, approx=True)
summary

# %%
precisions = np.array([row.precision for row in summary.rows])
print(f"una exactitud ≈ {summary.accuracy:.2f}; diez precisiones, "
      f"de ≈ {precisions.min():.2f} a ≈ {precisions.max():.2f}")
print("¿Hay alguna a más de 0.1 de la exactitud?",
      np.abs(precisions - summary.accuracy).max() > 0.1)

# %% [markdown]
# **Qué observas.** Hay una sola exactitud y diez precisiones muy distintas. Decir «precisión» por
# «exactitud» esconde justo lo interesante: con qué prendas se puede confiar en el modelo.
#
# ## 5 · ¿Qué cree la red, y con cuánta seguridad?
#
# Para conocer a la red hay que mirar lo que responde, imagen a imagen. Lo haremos con las de validación: si
# miramos los errores del examen y después cambiamos la red, ya no será un examen. `predictions` tiene una
# fila por imagen y diez probabilidades por fila.
#
# **Predice:** cuando la red se equivoca, ¿dudará siempre? Veamos la primera: a la izquierda la prenda, a la
# derecha las diez probabilidades.

# %% presenta="course_utils.plot_image, course_utils.plot_value_array"
i = 0
fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3))
plot_image(i, predictions[i], y_valid, x_valid,
           class_names=FASHION_MNIST_CLASSES, ax=left)
plot_value_array(i, predictions[i], y_valid,
                 class_names=FASHION_MNIST_CLASSES, ax=right)
fig.tight_layout()

# %% [markdown]
# **Qué observas.** En azul y con ✓, la barra de la prenda real; en naranja y con ✗, la que eligió la red, si se
# equivocó. Si no hay ninguna naranja, acertó. Lo que no va a la clase elegida queda
# para prendas que se le parecen. Ahora quince a la vez:

# %%
fig = plot_predictions(predictions, y_valid, x_valid,
                       class_names=FASHION_MNIST_CLASSES)

# %% [markdown]
# **Qué observas.** Busca alguna con la probabilidad repartida: ahí el modelo dudó. Lo preocupante
# no es que dude y falle, sino que falle **sin dudar**: a esas las buscaremos en la Práctica.
#
# ## Errores frecuentes
#
# **1. Usar la pérdida que no va con las etiquetas.** `categorical_crossentropy` espera cada etiqueta
# como diez números (un 1 y nueve 0, *one-hot*). Si son enteros, lleva «sparse_» delante.

# %%
broken = keras.models.clone_model(model)
broken.compile(optimizer="adam", loss="categorical_crossentropy")
try:
    broken.fit(x_train[:64], y_train[:64], verbose=0)
except ValueError:
    print("ValueError: "
          "las formas de las etiquetas y de la salida no coinciden")

broken.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
broken.fit(x_train[:64], y_train[:64], verbose=0)
print("Arreglado: con sparse_categorical_crossentropy entrena")

# %% [markdown]
# **2. Olvidar escalar al predecir.** La red aprendió con píxeles de 0 a 1. Si le das los originales
# no protesta: responde, y además segurísima.

# %%
unscaled = model.predict(x_train_raw[55_000:], batch_size=1000, verbose=0)
for name, result in (("escaladas", predictions), ("sin escalar", unscaled)):
    hits = (result.argmax(axis=1) == y_valid).mean()
    print(f"{name:<12} seguridad media ≈ {result.max(axis=1).mean():.3f}  "
          f"acierta ≈ {hits:.3f}")

print("Sin escalar, ¿dice estar segura al 99 %?",
      bool(unscaled.max(axis=1).mean() > 0.99))
print("¿Y acierta más del 95 %?",
      bool((unscaled.argmax(axis=1) == y_valid).mean() > 0.95))

# %% [markdown]
# ## Práctica: auditar la red
#
# Antes de entregar un modelo, se audita: se busca dónde falla, y con qué seguridad. Con las de validación.
#
# ### Paso 1 · Ejercicio 4.6.6
#
# Escribe una función que encuentre la predicción **equivocada** en la que el modelo estaba más
# seguro, y devuelva su posición en el conjunto entero.

# %% [markdown] tags=["docente"]
# **{{minutos}}**, con la autoevaluación. En 4.6.6 casi todos filtran (`confianza[fallos].argmax()`) y obtienen
# la posición dentro de los fallos; el corrector lo nombra. Deja que lo lean antes de ayudar.

# %% tags=["ejercicio"]
def mas_seguro_y_equivocado(probabilidades, etiquetas):
    # >>> return ...
    aciertos = probabilidades.argmax(axis=1) == etiquetas
    confianza = np.where(aciertos, 0, probabilidades.max(axis=1))
    return confianza.argmax()
    # <<<

# %%
check("4.6.6", mas_seguro_y_equivocado)

# %% [markdown]
# Aquí están los seis errores más seguros del modelo:

# %%
confidence = np.where(predicted == y_valid, 0, predictions.max(axis=1))
worst = confidence.argsort()[::-1][:6]

fig = plot_predictions(predictions, y_valid, x_valid,
                       class_names=FASHION_MNIST_CLASSES,
                       rows=2, columns=3, indices=worst)
print("¿Hay errores con más de 0.95 de probabilidad?",
      bool((confidence > 0.95).any()))

# %% [markdown] presenta="matriz de confusión, course_utils.plot_most_confused, numpy.isin"
# **Qué observas.** El modelo da más del 95 % de probabilidad a una clase equivocada. En algún caso
# quizá le des la razón: las etiquetas las pusieron personas, y también tienen errores. Una
# probabilidad alta dice que el modelo no duda, no que acierte.
#
# ### Paso 2 · ¿Qué prendas confunde?
#
# La **matriz de confusión** (*confusion matrix*) lo cuenta: cada fila es la prenda real y cada columna, lo que
# dijo el modelo. En la diagonal están los aciertos. `plot_most_confused` enseña fotos de las confusiones más
# repetidas; y `np.isin` pregunta, de cada etiqueta, si está en una lista.

# %%
fig, ax = plt.subplots(figsize=(7.5, 6.5))
plot_confusion_matrix(y_valid, predicted,
                      class_names=FASHION_MNIST_CLASSES, ax=ax)
fig.tight_layout()

# %%
fig = plot_most_confused(y_valid, predicted, x_valid,
                         class_names=FASHION_MNIST_CLASSES)

# %%
tops = [0, 2, 4, 6]  # camiseta, suéter, abrigo y camisa
errors = predicted != y_valid
between_tops = errors & np.isin(y_valid, tops) & np.isin(predicted, tops)
print("¿Más de la mitad de los errores son entre esas cuatro?",
      between_tops.sum() > errors.sum() / 2)

# %% [markdown]
# **Qué observas.** Los errores no están repartidos: más de la mitad ocurren entre camiseta, suéter,
# abrigo y camisa, las prendas que cubren el torso. A 28×28 píxeles se parecen de verdad. Con los
# pantalones y los bolsos, en cambio, falla mucho menos.
#
# ### Paso 3 · Ejercicio 4.6.7
#
# De todas las camisas que hay, ¿qué fracción encuentra el modelo? Eso es la **exhaustividad**
# (*recall*; en otros libros, sensibilidad). Escribe la función para cualquier clase, a partir de
# la matriz de confusión (filas: clase real).

# %% tags=["ejercicio"]
def exhaustividad(matriz, clase):
    # >>> return ...
    return matriz[clase, clase] / matriz[clase].sum()
    # <<<

# %%
check("4.6.7", exhaustividad)

# %%
for number in (1, 6):  # el pantalón y la camisa
    right = predicted[y_valid == number] == number
    print(f"{FASHION_MNIST_CLASSES[number]:<9} encuentra ≈ "
          f"{right.mean():.2f}")
shirts, trousers = (predicted[y_valid == number] == number
                    for number in (6, 1))
print("¿Encuentra los pantalones mejor, por más de 0.1?",
      bool(trousers.mean() > shirts.mean() + 0.1))

# %% [markdown]
# **Qué observas.** Una sola exactitud escondía una diferencia enorme: encuentra casi todos los pantalones y
# bastantes menos camisas. La auditoría dice dónde está el problema. En {{una_red_mejor}} haremos una red que
# acierte más con todas las prendas juntas; volver a auditarla queda en tus manos.

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** ¿Por qué escalamos los píxeles a [0, 1]?
#
# - a) Para que las imágenes ocupen menos memoria.
# - b) Para que el entrenamiento avance sin saltos enormes.
# - c) Porque Keras no acepta números enteros.
# - d) Para borrar los detalles que no importan.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("4.6.A1", respuesta_1)

# %% [markdown]
# **A2.** El modelo da a «Abrigo» una probabilidad de 0.97. ¿Qué sabemos?
#
# - a) Que es un abrigo.
# - b) Que el modelo acierta el 97 % de las veces.
# - c) Que el modelo casi no duda; puede equivocarse.
# - d) Que las otras nueve probabilidades suman 0.97.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "c"
# <<<
check("4.6.A2", respuesta_2)

# %% [markdown]
# **A3.** Supón que, en una matriz de confusión como la de la Práctica, la casilla de la fila «Camisa»
# y la columna «Camiseta» dice 120. ¿Qué significa?
#
# - a) Que 120 camisetas se tomaron por camisas.
# - b) Que acertó 120 veces.
# - c) Que el 120 por mil de las prendas son camisas.
# - d) Que 120 camisas se tomaron por camisetas.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "d"
# <<<
check("4.6.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Lo primero es mirar los datos: formas, valores, clases, y algunas imágenes.
# - Escalar los píxeles de 0–255 a 0–1 cuesta una línea, y la red lo agradece.
# - Una red de clasificación acaba en softmax: diez probabilidades que suman 1.
# - La exactitud resume; la matriz de confusión y los errores más seguros explican.
# - Se elige y se mira con validación; se examina, una vez, con prueba.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulo 10.
# - [Guía de Keras: entrenar y evaluar](https://keras.io/guides/training_with_built_in_methods/).
# - H. Xiao, K. Rasul y R. Vollgraf (2017), *Fashion-MNIST*:
#   [arXiv:1708.07747](https://arxiv.org/abs/1708.07747).
