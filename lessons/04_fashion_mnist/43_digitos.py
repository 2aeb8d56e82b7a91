# %% [markdown]
# # 4.3 · Dígitos: leer los errores de una red
#
# | | |
# |---|---|
# | **Objetivos** | Ver una imagen como una matriz y desenrollarla a mano; entrenar una red pequeña de diez clases y mirar en qué se equivoca y con cuántas dudas; construir un detector de sí o no, explicar por qué su exactitud engaña y elegirle un umbral; predecir dos etiquetas a la vez y evaluarlas |
# | **Duración** | 60 min |
# | **Requisitos** | Métricas y umbrales (lección 2.3); softmax y entropía cruzada (4.1) |
# | **Datos** | 1797 cifras escritas a mano, de 8×8 píxeles: vienen con scikit-learn |
# | **Práctica** | Práctica 8.3: el detector de ochos |

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import KFold, cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier

from course_utils import LearningCurves, check, confusion_counts, explore_threshold
from course_utils import plot_confusion_matrix, plot_image_grid, plot_precision_recall
from course_utils import plot_predictions, quiet_tensorflow, set_seed

quiet_tensorflow()  # que TensorFlow arranque sin llenar la pantalla de avisos
import keras

# %% [markdown]
# ## 1 · ¿Qué ve la computadora cuando ve una cifra?
#
# Ya te has cruzado con estas imágenes en 2.1 y 2.6, de paso. Hoy las miramos despacio. Cada una es una
# cuadrícula de 8×8 números, de 0 (papel) a 16 (tinta). Salen de otra más grande, de 32×32 puntos
# blancos o negros: cada píxel cuenta los puntos con tinta de un cuadrito de 4×4. Por eso el máximo es
# 16, y no 255.
#
# **Predice:** esta es la imagen número 32. Sin ejecutar nada más, ¿qué cifra es?

# %% [markdown] tags=["docente"]
# **9 min.** Proyecta solo la matriz y pide que entrecierren los ojos: casi todos la leen. Esa es la
# idea: la imagen **es** la tabla. En 4.3.1, el error típico es `imagenes / 255`, copiado de otros
# cuadernos. 4.3.2 parece un juego, pero vuelve en 4.3.3 y en las convoluciones del módulo 5.

# %%
digits = load_digits()
image = digits.images[32]

print("imágenes:", digits.images.shape, " de", int(digits.images.min()), "a",
      int(digits.images.max()))
for row in image:
    print(" ".join(f"{pixel:2.0f}" for pixel in row))

# %%
fig, ax = plt.subplots(figsize=(4, 4))
ax.imshow(image, cmap="gray")
for (row, column), pixel in np.ndenumerate(image):
    ax.text(column, row, f"{pixel:.0f}", ha="center", va="center",
            color="black" if pixel > 8 else "white")
ax.set(title=f"La imagen 32 es un {digits.target[32]}", xlabel="Columna", ylabel="Fila")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Los números altos dibujan el trazo de un 5. La imagen y la tabla son **lo mismo**:
# la figura solo pinta cada número de un gris. Miremos unas cuantas más, y contemos las de cada clase:

# %%
cifras = list("0123456789")
fig = plot_image_grid(digits.images[:20] / 16, digits.target[:20], class_names=cifras, columns=10)

# %%
counts = np.bincount(digits.target)
print("de cada cifra:", counts, " total:", counts.sum())

# %% [markdown]
# **Qué observas.** Las diez clases están casi igualadas: de la que menos hay, el 8, son 174, y de la que
# más, el 3, son 183. Guarda esa idea: en la sección 4 dejará de ser verdad.
#
# Una capa densa no entiende de filas y columnas: espera una fila de números. Así que la imagen se
# **desenrolla** (*flatten*): primero la fila 0, después la fila 1, y así hasta la 7.

# %%
flat = image.reshape(64)

print("antes:  ", image.shape, " después:", flat.shape)
print("fila 0: ", image[0])
print("fila 1: ", image[1])
print("los 16 primeros:", flat[:16])

# %% [markdown]
# ### Ejercicio 4.3.1
#
# Escribe `aplanar(imagenes)`. Recibe un array de forma `(n, 8, 8)` con valores de 0 a 16 y **devuelve**
# otro de forma `(n, 64)` con valores de 0 a 1, sin cambiar el que recibió. (`reshape(n, -1)` calcula
# solo el tamaño que falta.)

# %% tags=["ejercicio"]
def aplanar(imagenes):
    # >>> return ...
    return imagenes.reshape(len(imagenes), -1) / 16
    # <<<

# %%
check("4.3.1", aplanar)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("4.3.1")` da una pista (y otra, si
# insistes), y `solution("4.3.1")` muestra una solución. Antes hay que traerlos:
# `from course_utils import hint, solution`.
#
# ### Ejercicio 4.3.2
#
# Al desenrollar, el píxel de la fila `fila` y la columna `columna` (las dos contadas desde 0) acaba en
# una posición de la fila de 64, también contada desde 0. Escribe la función que la calcula. Con la
# imagen de arriba: la primera casilla de la fila 1 acaba en la posición 8.

# %% tags=["ejercicio"]
def posicion(fila, columna):
    # >>> return ...
    return 8 * fila + columna
    # <<<

# %%
check("4.3.2", posicion)

# %% [markdown]
# ## 2 · ¿Basta una red pequeña?
#
# Partimos los datos en tres, como en la Práctica de 2.3: la mitad para aprender, un cuarto para comparar
# ideas (**validación**) y un cuarto para el examen (**prueba**).

# %%
x = digits.data.astype("float32") / 16      # digits.data ya viene desenrollado: (1797, 64)
y = digits.target
x_rest, x_test, y_rest, y_test = train_test_split(
    x, y, test_size=450, stratify=y, random_state=42)
x_train, x_valid, y_train, y_valid = train_test_split(
    x_rest, y_rest, test_size=450, stratify=y_rest, random_state=42)

print("aprender:", x_train.shape, " comparar:", x_valid.shape, " examen:", x_test.shape)

# %% [markdown]
# La red: 64 entradas, una capa oculta de 64 neuronas con ReLU y diez salidas con softmax, una por cifra.
# Es la receta de 4.1, con más entradas y más clases.
#
# **Predice:** quien responda al azar acertará 1 de cada 10. ¿Y esta red, con solo 897 ejemplos?

# %% [markdown] tags=["docente"]
# **9 min.** Pregunta qué fila y qué columna de la matriz miran, y que lo digan con una frase entera:
# «tres ochos se leyeron como unos». En 4.3.3 muchos usan `np.fill_diagonal` sobre la matriz que
# reciben y la estropean: buen momento para recordar el alias de 1.3.

# %%
set_seed(42)
model = keras.Sequential([
    keras.Input((64,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=32, epochs=20, verbose=0,
                    validation_data=(x_valid, y_valid), callbacks=[LearningCurves()])

# %%
predictions = model.predict(x_test, verbose=0)
predicted = predictions.argmax(axis=1)
accuracy = (predicted == y_test).mean()

print("probabilidades:", predictions.shape, " cifras predichas:", predicted.shape)
print(f"exactitud en prueba ≈ {accuracy:.3f}")
print("¿Supera 0.92?", bool(accuracy > 0.92))

# %% [markdown]
# **Qué observas.** Con menos de mil ejemplos y en unos segundos, pasa de 0.92. Una red pequeña basta
# para que lo interesante sean ya **los errores**. ¿Entre qué cifras? La matriz de confusión (filas, lo
# que era; columnas, lo que dijo) lo cuenta:

# %%
fig, ax = plt.subplots(figsize=(5.8, 5.8))
plot_confusion_matrix(y_test, predicted, ax=ax)
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Casi todo está en la diagonal. Busca el número más alto **fuera** de ella: es la
# confusión favorita de la red. Con otra semilla puede ser otra: son muy pocos errores.
#
# ### Ejercicio 4.3.3
#
# Escribe `peor_confusion(matriz)`: recibe una matriz de confusión cuadrada, de cualquier tamaño, y
# **devuelve** dos números, `real, predicha`: la fila y la columna de la casilla más alta **fuera de la
# diagonal**. No cambies la matriz que recibes. Una pista: `argmax()` da la posición en la matriz
# *desenrollada*; para volver a fila y columna, deshaz lo que hiciste en 4.3.2 (con `divmod`).

# %% tags=["ejercicio"]
def peor_confusion(matriz):
    # >>> return ...
    errores = matriz.copy()
    np.fill_diagonal(errores, 0)
    real, predicha = divmod(errores.argmax(), len(errores))
    return real, predicha
    # <<<

# %%
check("4.3.3", peor_confusion)

# %% [markdown]
# ## 3 · ¿Qué cara tienen los errores?
#
# Una matriz no enseña **por qué**. Miremos las imágenes que falló, junto a lo que la red creía de cada
# una. Para dibujarlas hay que volver a enrollarlas: `reshape(-1, 8, 8)`.
#
# **Predice:** cuando la red se equivoca, ¿estará tan segura como cuando acierta?

# %% [markdown] tags=["docente"]
# **9 min.** Pide que cada quien diga qué habría respondido en cada imagen *antes* de leer el pie: en
# dos o tres, la clase se divide. Compara con 4.4, donde verán errores con más de 0.95 de seguridad.
# Si el tiempo aprieta, 4.3.4 puede ir a casa.

# %%
images_test = x_test.reshape(-1, 8, 8)
wrong = np.flatnonzero(predicted != y_test)

fig = plot_predictions(predictions, y_test, images_test, class_names=cifras,
                       rows=2, columns=3, indices=wrong[:6])

# %%
confidence = predictions.max(axis=1)
hit = predicted == y_test
second = predictions.argsort(axis=1)[:, -2]      # la segunda cifra más probable

print(f"seguridad media al acertar ≈ {confidence[hit].mean():.2f}, "
      f"al fallar ≈ {confidence[~hit].mean():.2f}")
print("¿Duda más cuando falla?", bool(confidence[~hit].mean() < confidence[hit].mean() - 0.15))
print("En más de la mitad de los fallos, ¿era la buena su segunda opción?",
      bool((second[~hit] == y_test[~hit]).mean() > 0.5))

# %% [markdown]
# **Qué observas.** Esta red, cuando falla, suele dudar: reparte la probabilidad, y muchas veces la
# cifra correcta era su segunda opción. Eso se puede aprovechar: las imágenes dudosas, que las lea una
# persona. ¿Cómo se mide la duda? Con el **margen**: la distancia entre las dos probabilidades más altas.
#
# ### Ejercicio 4.3.4
#
# Escribe `margen(probabilidades)`: recibe una tabla con una fila por imagen y **devuelve** un array con
# un número por fila: la probabilidad más alta menos la segunda más alta. Por ejemplo, de
# `[0.1, 0.7, 0.2]` es 0.5. (`np.sort(tabla, axis=1)` ordena cada fila de menor a mayor.)

# %% tags=["ejercicio"]
def margen(probabilidades):
    # >>> return ...
    ordenadas = np.sort(probabilidades, axis=1)
    return ordenadas[:, -1] - ordenadas[:, -2]
    # <<<

# %%
check("4.3.4", margen)

# %% [markdown]
# **Predice:** si una persona revisa solo el 10 % de las imágenes, las de menor margen, ¿qué parte de los
# errores verá pasar?

# %%
top = np.sort(predictions, axis=1)
margins = top[:, -1] - top[:, -2]
reviewed = margins.argsort()[:45]                # 45 de 450: el 10 %

print(f"errores en total ≈ {(~hit).sum()}; entre las 45 revisadas ≈ {(~hit)[reviewed].sum()}")
print("¿Caza más de la mitad de los errores?", bool((~hit)[reviewed].sum() > (~hit).sum() / 2))

# %% [markdown]
# **Qué observas.** Con un 10 % del trabajo se ve pasar más de la mitad de los errores. Un modelo que dice
# cuánto duda vale más que uno que solo responde.
#
# ¿Y hacía falta una red? Preguntemos a kNN (lección 2.2), que no tiene nada que entrenar: busca las tres
# imágenes más parecidas y vota.

# %%
knn = KNeighborsClassifier(n_neighbors=3).fit(x_train, y_train)
knn_accuracy = knn.score(x_test, y_test)

print(f"red ≈ {accuracy:.3f}   kNN ≈ {knn_accuracy:.3f}")
print("¿Gana kNN?", bool(knn_accuracy > accuracy))

# %% [markdown]
# **Qué observas.** Gana kNN, casi sin código. Con imágenes pequeñas, centradas y parecidas entre sí, es
# excelente, y hay que decirlo. Aquí seguimos con la red porque de ella vamos a aprender otras cosas: una
# salida de sí o no, un umbral, varias respuestas a la vez.
#
# Una duda más, sobre el examen mismo. Estas cifras las escribieron trece personas. Al barajar, la misma
# mano cae en los dos lados. Comparemos: cuatro exámenes con las imágenes barajadas y cuatro con bloques
# seguidos del archivo, donde lo más probable es que las vecinas sean de la misma persona.

# %%
nearest = KNeighborsClassifier(n_neighbors=3)
shuffled = cross_val_score(nearest, x, y, cv=KFold(4, shuffle=True, random_state=42)).mean()
in_blocks = cross_val_score(nearest, x, y, cv=KFold(4)).mean()

print(f"barajadas ≈ {shuffled:.3f}   por bloques ≈ {in_blocks:.3f}")
print("¿Es más difícil por bloques, por más de 0.01?", bool(shuffled > in_blocks + 0.01))

# %% [markdown]
# **Qué observas.** Por bloques falla el doble o más. El archivo no dice quién escribió qué, así que no
# podemos asegurar la causa; pero la lección vale: si el modelo va a leer letra de **otras** personas,
# el examen tiene que ser con letra de otras personas.
#
# ## 4 · ¿Es un 5?
#
# Cambiemos la pregunta. Una máquina separa sobres y solo le importa una cosa: ¿es un 5, sí o no? Eso es
# clasificación **binaria**: la clase positiva son los cincos, y todo lo demás es la negativa. Las
# etiquetas pasan a ser ceros y unos:

# %%
is_five_train = (y_train == 5).astype(int)
is_five_valid = (y_valid == 5).astype(int)
is_five_test = (y_test == 5).astype(int)

print(f"cincos en entrenamiento: {is_five_train.sum()} de {len(is_five_train)}, "
      f"una fracción de {is_five_train.mean():.2f}")

# %% [markdown]
# Las diez clases estaban igualadas; estas dos, no: hay nueve «no» por cada «sí».
#
# ### Ejercicio 4.3.5
#
# Antes de entrenar, la línea base. Escribe `exactitud_de_nunca(etiquetas, clase)`: recibe un array de
# etiquetas y una clase, y **devuelve** la exactitud (una fracción) del detector más perezoso, el que
# responde siempre «no es de esa clase».

# %% [markdown] tags=["docente"]
# **12 min.** La figura de las primeras épocas es el corazón de la lección: deja un silencio. La red
# descubre «nunca es un 5» antes que el 5, y la exactitud no lo delata. Si preguntan por los pesos de
# clase: es otra solución, se mide en el módulo 6. 4.3.6 evita el error más caro con Keras.

# %% tags=["ejercicio"]
def exactitud_de_nunca(etiquetas, clase):
    # >>> return ...
    return (etiquetas != clase).mean()
    # <<<

# %%
check("4.3.5", exactitud_de_nunca)

# %% [markdown]
# La red cambia en dos sitios. La salida es **una** neurona con **sigmoide**, que da la probabilidad $p$ de
# «sí». Y la pérdida es la entropía cruzada **binaria**: castiga con $-\log(p)$ si era un sí, y con
# $-\log(1-p)$ si era un no. Pediremos ver, en cada época, la exactitud y la exhaustividad.
#
# **Predice:** ¿qué aprenderá primero la red, a reconocer el 5 o a decir siempre que no?

# %%
def new_network(hidden, outputs, activation):
    """Red densa con 64 entradas, una capa oculta y la salida que se pida."""
    return keras.Sequential([
        keras.Input((64,)),
        keras.layers.Dense(hidden, activation="relu"),
        keras.layers.Dense(outputs, activation=activation),
    ])

set_seed(42)
detector = new_network(16, 1, "sigmoid")
detector.compile("adam", loss="binary_crossentropy",
                 metrics=["accuracy", keras.metrics.Recall(name="recall")])
history = detector.fit(x_train, is_five_train, batch_size=32, epochs=10, verbose=0,
                       validation_data=(x_valid, is_five_valid))

# %%
epochs = range(1, 11)
curves = history.history
fig, ax = plt.subplots(figsize=(6.5, 3.6))
ax.plot(epochs, curves["val_accuracy"], "o-", color="#0072B2", label="exactitud")
ax.plot(epochs, curves["val_recall"], "s--", color="#D55E00", label="exhaustividad")
ax.axhline(0.9, color="#999999", linestyle=":", label="exactitud de «nunca es un 5»")
ax.set(title="El detector de cincos, época a época (validación)", xlabel="Época",
       ylabel="Fracción", xticks=epochs)
ax.legend()
fig.tight_layout()
print("En la tercera época, ¿exactitud de más de 0.88?", curves["val_accuracy"][2] > 0.88)
print("¿Y encuentra siquiera 1 de cada 20 cincos?", curves["val_recall"][2] > 0.05)

# %% [markdown]
# **Qué observas.** Durante las primeras épocas la exactitud es de 0.90… y la exhaustividad, cero. La red
# ha aprendido «nunca es un 5»: es lo más fácil de aprender. Solo después empieza a encontrarlos.
#
# > **Lo que oirás por ahí: «exactitud 0.96: el detector es excelente».** Es lo que anuncia este detector
# > al acabar. Veamos qué hay detrás del número:

# %%
scores_valid = detector.predict(x_valid, verbose=0)
print("forma de la respuesta:", scores_valid.shape)

result = confusion_counts(is_five_valid, (scores_valid[:, 0] >= 0.5).astype(int))
five_accuracy = (result.tp + result.tn) / len(is_five_valid)
five_recall = result.tp / (result.tp + result.fn)
print(f"exactitud ≈ {five_accuracy:.2f}   cincos encontrados ≈ {result.tp} de "
      f"{is_five_valid.sum()}   falsas alarmas ≈ {result.fp}")
print("¿Exactitud de más de 0.94?", five_accuracy > 0.94)
print("¿Se le escapa más de 1 de cada 5 cincos?", five_recall < 0.8)

# %% [markdown]
# **Qué observas.** La exactitud es altísima y, aun así, se le escapa más de uno de cada cinco cincos.
# Comparado con el 0.90 de no mirar nada, 0.96 ya no impresiona. Con una clase rara, pide siempre la
# precisión y la exhaustividad.
#
# Fíjate también en la forma: `predict` devuelve una **columna**, `(450, 1)`, y las etiquetas son una fila
# de 450. Mezclarlas sin cuidado es uno de los «Errores frecuentes» de abajo.
#
# ### Ejercicio 4.3.6
#
# Escribe `decidir(puntuaciones, umbral)`: recibe una columna de forma `(n, 1)`, como la que da
# `predict`, y **devuelve** un array de **enteros** de forma `(n,)`: 1 si la puntuación es mayor **o
# igual** que el umbral, y 0 si no.

# %% tags=["ejercicio"]
def decidir(puntuaciones, umbral):
    # >>> return ...
    return (puntuaciones[:, 0] >= umbral).astype(int)
    # <<<

# %%
check("4.3.6", decidir)

# %% [markdown]
# Esos cincos que se escapan, ¿los ha confundido o solo no se atreve? Antes de volver a entrenar, movamos el
# umbral. (En la página web verás una figura fija; en tu cuaderno, un control deslizante.)

# %%
explore_threshold(is_five_valid, scores_valid)

# %% [markdown]
# **Predice:** hacia la izquierda de 0.5, ¿qué curva gana y cuál pierde? La curva de
# precisión-exhaustividad (2.3) las enfrenta, sin elegir umbral:

# %%
fig, ax = plt.subplots(figsize=(4.8, 4.2))
plot_precision_recall(is_five_valid, scores_valid, label="detector", ax=ax)
fig.tight_layout()

# %% [markdown]
# **Qué observas.** La curva casi toca la esquina de arriba a la derecha: existe un umbral que encuentra
# casi todos los cincos con pocas falsas alarmas. La red ya los distinguía; lo que estaba mal puesto era
# el listón de 0.5. Elijamos con validación el umbral más alto que encuentre al menos el 95 %, y
# examinémoslo con prueba:

# %%
fives = np.sort(scores_valid[is_five_valid == 1, 0])[::-1]   # de la más a la menos segura
chosen = fives[int(np.ceil(0.95 * len(fives))) - 1]
scores_test = detector.predict(x_test, verbose=0)[:, 0]

found = {}
for name, threshold in (("0.5", 0.5), ("el elegido", chosen)):
    c = confusion_counts(is_five_test, (scores_test >= threshold).astype(int))
    found[name] = c.tp / (c.tp + c.fn)
    print(f"umbral {name:<10} exhaustividad ≈ {found[name]:.2f}   "
          f"precisión ≈ {c.tp / (c.tp + c.fp):.2f}")
print("¿Queda el umbral por debajo de 0.5?", bool(chosen < 0.5))
print("¿Sube la exhaustividad más de 0.1?", found["el elegido"] > found["0.5"] + 0.1)

# %% [markdown]
# **Qué observas.** El mismo detector, sin una época más, encuentra muchos más cincos; a cambio llegan
# falsas alarmas, que antes apenas había. ¿Y si entrenamos más? También sirve:

# %%
history = detector.fit(x_train, is_five_train, batch_size=32, epochs=20, verbose=0)
trained_more = detector.predict(x_test, verbose=0)[:, 0] >= 0.5
longer = trained_more[is_five_test == 1].mean()

print(f"con 20 épocas más y el umbral 0.5: exhaustividad ≈ {longer:.2f}")
print("¿Encuentra más que con 10 épocas?", bool(longer > found["0.5"]))

# %% [markdown]
# **Qué observas.** Hay dos remedios, y no se estorban: entrenar más y mover el umbral. La exactitud
# sola no te habría dicho que hiciera falta ninguno.
#
# ## 5 · ¿Y si una imagen es dos cosas a la vez?
#
# Otra máquina quiere saber dos cosas de cada cifra: si es **grande** (7, 8 o 9) y si es **impar**. No se
# excluyen: un 9 es las dos, un 8 solo la primera, un 1 solo la segunda y un 0 ninguna. Es un problema
# **multietiqueta** (*multilabel*), y las respuestas son una tabla de ceros y unos con dos columnas.
#
# ### Ejercicio 4.3.7
#
# Escribe `dos_etiquetas(cifras)`: recibe un array con n cifras y **devuelve** una tabla de **enteros** de
# forma `(n, 2)`: en la columna 0, un 1 si la cifra es 7 o mayor; en la columna 1, un 1 si es impar.
# (`np.column_stack([a, b])` pone dos arrays como columnas.)

# %% [markdown] tags=["docente"]
# **9 min.** Dibuja dos círculos que se cruzan y reparte las diez cifras: cuatro quedan fuera de los dos
# (0, 2, 4 y 6) y dos en el cruce (7 y 9). Pregunta qué podría responder softmax a las de fuera. Que
# leer primero la cifra gane a las dos sigmoides suele sorprender: no lo ocultes.

# %% tags=["ejercicio"]
def dos_etiquetas(cifras):
    # >>> return ...
    return np.column_stack([cifras >= 7, cifras % 2 == 1]).astype(int)
    # <<<

# %%
check("4.3.7", dos_etiquetas)

# %% [markdown]
# La red lleva **dos** neuronas de salida, cada una con su sigmoide: dos preguntas de sí o no que comparten
# la capa oculta. La pérdida es la misma entropía cruzada binaria, promediada entre las dos.
#
# > **Lo que oirás por ahí: «en la última capa se pone softmax».** Si las clases se excluyen, sí. Aquí no.
# > Entrenemos las dos, la buena y la otra, y miremos qué responden.

# %%
labels_train = np.column_stack([y_train >= 7, y_train % 2 == 1]).astype(int)
labels_test = np.column_stack([y_test >= 7, y_test % 2 == 1]).astype(int)

def two_answers(activation, loss):
    """Lo que responde en prueba una red de dos salidas: array de forma (450, 2)."""
    set_seed(42)
    network = new_network(64, 2, activation)
    network.compile("adam", loss=loss)
    network.fit(x_train, labels_train, batch_size=32, epochs=20, verbose=0)
    return network.predict(x_test, verbose=0)

with_sigmoid = two_answers("sigmoid", "binary_crossentropy")
with_softmax = two_answers("softmax", "categorical_crossentropy")

# %% [markdown]
# **Predice:** para un 9, que es grande e impar, ¿qué dos números dará cada red? ¿Y para un 0, que no es
# ninguna de las dos cosas?

# %%
fig, axes = plt.subplots(1, 2, figsize=(9, 3.6), sharey=True)
for ax, answers, title in zip(axes, (with_sigmoid, with_softmax), ("Dos sigmoides", "Softmax"),
                              strict=True):
    means = np.array([answers[y_test == digit].mean(axis=0) for digit in range(10)])
    ax.bar(np.arange(10) - 0.2, means[:, 0], 0.4, color="#0072B2", label="es 7 o mayor")
    ax.bar(np.arange(10) + 0.2, means[:, 1], 0.4, color="#D55E00", hatch="//", label="es impar")
    ax.axhline(0.5, color="#999999", linestyle="--")
    ax.set(title=title, xlabel="Cifra real", xticks=range(10), ylim=(0, 1.4))
axes[0].set_ylabel("Respuesta media de la red")
axes[0].legend(loc="upper left")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Con sigmoides, el 7 y el 9 tienen dos barras altas, y el 0, el 2, el 4 y el 6, dos
# bajas. Con softmax las dos barras de cada cifra **suman 1**: a un 9 le toca repartir, y a un 0 también,
# aunque no sea ninguna de las dos cosas. ¿Cuánto cuesta eso? Midamos de dos maneras, como en 2.3: la
# exactitud de **cada etiqueta** y la fracción de imágenes con **las dos** bien.

# %%
for name, answers in (("sigmoides", with_sigmoid), ("softmax", with_softmax)):
    right = (answers > 0.5) == labels_test
    print(f"{name:<10} grande ≈ {right[:, 0].mean():.2f}   impar ≈ {right[:, 1].mean():.2f}   "
          f"las dos ≈ {right.all(axis=1).mean():.2f}")

exact_sigmoid = ((with_sigmoid > 0.5) == labels_test).all(axis=1).mean()
exact_softmax = ((with_softmax > 0.5) == labels_test).all(axis=1).mean()
print("Con sigmoides, ¿las dos bien en más de 0.8?", bool(exact_sigmoid > 0.8))
print("Con softmax, ¿en menos de 0.45?", bool(exact_softmax < 0.45))
print("Con softmax, ¿alguna imagen con las dos etiquetas?",
      bool((with_softmax > 0.5).all(axis=1).any()))

# %% [markdown]
# **Qué observas.** No es que softmax aprenda mal: **no puede** decirlo. Sus dos salidas suman 1, así que no
# pueden pasar las dos de 0.5. Solo tienen arreglo las cifras con exactamente una etiqueta (1, 3, 5 y 8),
# cuatro de cada diez. Y Keras no da ningún aviso.
#
# ### Ejercicio 4.3.8
#
# ¿Encuentra la red los grandes tan bien como los impares? Escribe `exhaustividades(reales, puntuaciones)`:
# recibe la tabla real (ceros y unos) y la tabla de puntuaciones, las dos de forma `(n, k)`, y **devuelve**
# un array con k números: la exhaustividad de **cada columna**, con el umbral 0.5 (mayor **o igual**).
# Puedes contar con que cada columna tiene algún 1.

# %% tags=["ejercicio"]
def exhaustividades(reales, puntuaciones):
    # >>> return ...
    encontrados = (reales == 1) & (puntuaciones >= 0.5)
    return encontrados.sum(axis=0) / reales.sum(axis=0)
    # <<<

# %%
check("4.3.8", exhaustividades)

# %% [markdown]
# Una pregunta honrada: las dos etiquetas salen de la cifra. ¿Y si primero se lee la cifra, con la red de la
# sección 2, y después se mira si es grande y si es impar?

# %%
by_digit = np.column_stack([predicted >= 7, predicted % 2 == 1]).astype(int)
exact_by_digit = (by_digit == labels_test).all(axis=1).mean()

print(f"dos sigmoides ≈ {exact_sigmoid:.2f}   leer primero la cifra ≈ {exact_by_digit:.2f}")
print("¿Gana leer primero la cifra?", bool(exact_by_digit > exact_sigmoid))

# %% [markdown]
# **Qué observas.** Gana leer primero la cifra. Tiene sentido: «ser un 7» es una forma que se ve; «ser impar»
# junta formas que no se parecen en nada. Las etiquetas múltiples brillan cuando **no** salen todas de una sola clase:
# una foto con playa y con perro, un correo urgente que además es una factura.
#
# ## Errores frecuentes
#
# **1. Dar a la red una imagen sin desenrollar.** Espera un lote de filas de 64.

# %%
one_image = images_test[0]
try:
    model.predict(one_image, verbose=0)
except Exception:
    print("Falla, con un mensaje larguísimo, porque la forma es", one_image.shape)

print("Arreglado:", model.predict(one_image.reshape(1, 64), verbose=0).shape)

# %% [markdown]
# **2. Comparar la columna de `predict` con una fila de etiquetas.** NumPy las compara todas con todas, no
# falla, y la «exactitud» que sale es otra cosa.

# %%
comparison = (scores_valid >= 0.5) == is_five_valid
print("forma:", comparison.shape, f" «exactitud» falsa ≈ {comparison.mean():.2f}")

comparison = (scores_valid[:, 0] >= 0.5) == is_five_valid
print("forma:", comparison.shape, f" exactitud arreglada ≈ {comparison.mean():.2f}")

# %% [markdown]
# **3. Usar `argmax` con una sola salida.** La posición del mayor de un solo número es siempre 0. Sin querer,
# acabas de programar «nunca es un 5».

# %%
by_argmax = scores_valid.argmax(axis=1)
print("dice 5 en", by_argmax.sum(), f"imágenes, y su exactitud es "
      f"{(by_argmax == is_five_valid).mean():.2f}")

by_threshold = scores_valid[:, 0] >= 0.5
print("Arreglado con el umbral, ¿dice 5 alguna vez?", bool(by_threshold.any()))

# %% [markdown]
# ## Práctica: el detector de ochos
#
# El 8 es de las cifras que más cuestan: en la sección 2 ya viste con cuáles lo confunde la red. Construye su
# detector de principio a fin.
#
# ### Paso 1 · Ejercicio 4.3.9
#
# Primero, cómo se va a juzgar. Escribe `informe(reales, puntuaciones, umbral)`, con dos arrays de forma
# `(n,)`: las etiquetas (1 es positiva) y las puntuaciones. **Devuelve** tres enteros, en este orden:
# cuántos positivos **encuentra**, cuántos **se le escapan** y cuántas **falsas alarmas** da. Dice que sí
# si la puntuación es mayor **o igual** que el umbral.

# %% [markdown] tags=["docente"]
# **12 min**, con la autoevaluación. En 4.3.10 la receta de la sección 4 se queda corta a propósito: hay
# que cambiar algo (más épocas, más neuronas, una tasa más alta) y medir con validación. Quien entrene
# con `y_train == 5` o con la etiqueta al revés recibe un aviso. 4.3.11 puede ir a casa.

# %% tags=["ejercicio"]
def informe(reales, puntuaciones, umbral):
    # >>> return ...
    dice = puntuaciones >= umbral
    encontrados = (dice & (reales == 1)).sum()
    escapados = (~dice & (reales == 1)).sum()
    alarmas = (dice & (reales == 0)).sum()
    return encontrados, escapados, alarmas
    # <<<

# %%
check("4.3.9", informe)

# %% [markdown]
# ### Paso 2 · Ejercicio 4.3.10
#
# Entrena con `x_train` un detector de ochos (64 entradas, una salida con sigmoide) y guárdalo en
# `detector_8`. `check` calcula su precisión media (AP, el área de la curva de 2.3) con el conjunto de
# prueba: tiene que llegar a **0.9**. Con la receta de la sección 4 no llegarás: prueba más neuronas, más
# épocas o una tasa más alta, como `keras.optimizers.Adam(0.005)`, y decide con validación.

# %% tags=["ejercicio"]
# >>> detector_8 = ...
set_seed(42)
detector_8 = new_network(64, 1, "sigmoid")
detector_8.compile(keras.optimizers.Adam(0.005), loss="binary_crossentropy")
historial = detector_8.fit(x_train, (y_train == 8).astype(int), batch_size=32, epochs=30, verbose=0)
# <<<

# %%
check("4.3.10", detector_8)

# %% [markdown]
# ### Paso 3 · Ejercicio 4.3.11
#
# Elige con el conjunto de **validación** el umbral **más alto**, entre las propias puntuaciones, con el
# que `detector_8` encuentra al menos el **95 %** de los ochos de validación. Guárdalo en `umbral_8`, un
# número. `check` lo lleva al examen y te dice qué pasa allí.

# %% tags=["ejercicio"]
# >>> umbral_8 = ...
puntuaciones_8 = detector_8.predict(x_valid, verbose=0)[:, 0]
ochos = np.sort(puntuaciones_8[y_valid == 8])[::-1]
umbral_8 = ochos[int(np.ceil(0.95 * len(ochos))) - 1]
# <<<

# %% tags=["resultado"]
check("4.3.11", detector_8, umbral_8)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Un detector de cincos tiene, con el umbral 0.5, precisión 1.00 y exhaustividad 0.65. ¿Cómo lo
# contarías?
#
# - a) Acierta el 65 % de las veces que dice «es un 5».
# - b) Cuando dice «es un 5» puedes creerle, pero se le escapa uno de cada tres.
# - c) Está roto: la precisión y la exhaustividad tienen que parecerse.
# - d) Encuentra todos los cincos, con un 35 % de falsas alarmas.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("4.3.A1", respuesta_1)

# %% [markdown]
# **A2.** Una red mira fotos de vacaciones y debe decir si hay persona, si hay perro y si hay playa. ¿Qué
# salida y qué pérdida lleva?
#
# - a) Tres neuronas con softmax y entropía cruzada categórica.
# - b) Una neurona con sigmoide, y tres umbrales.
# - c) Ocho neuronas con sigmoide, una por combinación.
# - d) Tres neuronas con sigmoide y entropía cruzada binaria.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "d"
# <<<
check("4.3.A2", respuesta_2)

# %% [markdown]
# **A3.** En un problema de dos etiquetas, la exactitud de una es 0.94 y la de la otra, 0.93. ¿Qué fracción
# de imágenes tiene **las dos** bien?
#
# - a) Como mucho, 0.93.
# - b) 0.935, la media.
# - c) Exactamente 0.94 × 0.93.
# - d) 0.94, la de la mejor.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("4.3.A3", respuesta_3)

# %% [markdown]
# **A4.** Tu detector binario, de una sola salida, «nunca» dice que sí, y su exactitud es justo la de la línea
# base. Entrenaste bastante. ¿Qué revisas primero?
#
# - a) Si el optimizador era Adam.
# - b) Si hay demasiadas neuronas ocultas.
# - c) Si decidiste con `argmax(axis=1)` en vez de con un umbral.
# - d) Si los píxeles llegan a 16.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "c"
# <<<
check("4.3.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Una imagen es una matriz; para una capa densa se desenrolla, fila tras fila.
# - Los errores se miran de uno en uno, y el margen dice cuáles revisaría una persona.
# - Con una clase rara, «nunca» acierta mucho: pide precisión y exhaustividad, y elige el umbral.
# - Clases que se excluyen: softmax. Etiquetas que pueden coincidir: una sigmoide por etiqueta.
# - Compara siempre con algo sencillo: aquí kNN gana a la red, y leer la cifra, a las dos etiquetas.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulo 3, con las cifras de 28×28 de MNIST.
# - [Los dígitos de scikit-learn](https://scikit-learn.org/stable/datasets/toy_dataset.html).
# - E. Alpaydin y C. Kaynak (1998), *Optical Recognition of Handwritten Digits*, UCI:
#   [doi:10.24432/C50P49](https://doi.org/10.24432/C50P49).
# - [Las pérdidas de Keras](https://keras.io/api/losses/probabilistic_losses/).
