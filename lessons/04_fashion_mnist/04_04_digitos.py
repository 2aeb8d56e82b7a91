# %% [markdown]
# # 4.4 · Dígitos: leer los errores de una red
#
# | | |
# |---|---|
# | **Objetivos** | Ver una imagen como una matriz y desenrollarla a mano; entrenar una red pequeña de diez clases y mirar en qué se equivoca y con cuántas dudas; medir la duda con el margen; decidir, con validación, cuántas imágenes revisa una persona |
# | **Duración** | {{minutos}} |
# | **Requisitos** | La matriz de confusión (lección {{metricas}}); validación y prueba ({{maneras_de_aprender}}); una red con softmax ({{flores}}) |
# | **Datos** | 1797 cifras escritas a mano, de 8×8 píxeles: vienen con scikit-learn |
# | **Práctica** | Una red que pide ayuda cuando duda |

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits
from sklearn.metrics import accuracy_score
from sklearn.model_selection import KFold, cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier

from course_utils import check, hint, solution
from course_utils import LearningCurves, paired_difference
from course_utils import plot_confusion_matrix, plot_image_grid
from course_utils import plot_predictions, quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras

# %% [markdown]
# ## 1 · ¿Qué ve la computadora cuando ve una cifra?
#
# Ya te has cruzado con estas imágenes en {{que_es_el_ml}} y {{bibliotecas_de_ml}}, de paso. Hoy las miramos despacio. Cada una es una
# cuadrícula de 8×8 números, de 0 (papel) a 16 (tinta). Salen de otra más grande, de 32×32 puntos
# blancos o negros: cada píxel cuenta los puntos con tinta de un cuadrito de 4×4. Por eso el máximo es
# 16, y no 255.
#
# **Predice:** la celda siguiente imprime los números de la imagen 32. Con solo leerlos, antes de dibujarla,
# ¿qué cifra es?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Proyecta solo la matriz y pide que entrecierren los ojos: casi todos la leen. Esa es la
# idea: la imagen **es** la tabla. En 4.4.1, el error típico es `imagenes / 255`, copiado de otros
# cuadernos. 4.4.2 parece un juego, pero vuelve en 4.4.3 y en las convoluciones del módulo {{modulo:cnn_vs_densa}}.

# %%
digits = load_digits()
image = digits.images[32]

print("imágenes:", digits.images.shape, " de", int(digits.images.min()),
      "a", int(digits.images.max()))
for row in image:
    print(" ".join(f"{pixel:2.0f}" for pixel in row))

# %% presenta=".imshow, numpy.ndenumerate"
fig, ax = plt.subplots(figsize=(4, 4))
ax.imshow(image, cmap="gray")
# la posición y el valor de cada píxel
for (row, column), pixel in np.ndenumerate(image):
    ax.text(column, row, f"{pixel:.0f}", ha="center", va="center",
            color="black" if pixel > 8 else "white")
ax.set(title=f"La imagen 32 es un {digits.target[32]}", xlabel="Columna",
       ylabel="Fila")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Los números altos dibujan el trazo de un 5. La imagen y la tabla son **lo mismo**:
# la figura solo pinta cada número de un gris (la tinta, en claro; el papel, en negro). Miremos unas cuantas más, y contemos las de cada clase:

# %%
cifras = list("0123456789")
fig = plot_image_grid(digits.images[:20] / 16, digits.target[:20],
                      class_names=cifras, columns=10)

# %%
counts = np.bincount(digits.target)
print("de cada cifra:", counts, " total:", counts.sum())

# %% [markdown] presenta="desenrollar"
# **Qué observas.** Las diez clases están casi igualadas: de la que menos hay, el 8, son 174, y de la que
# más, el 3, son 183. Quien responda siempre lo mismo acertará más o menos 1 de cada 10.
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
# ### Ejercicio 4.4.1
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
check("4.4.1", aplanar)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("4.4.1")` da una pista (y otra, si
# insistes), y `solution("4.4.1")` muestra una solución.
#
# ### Ejercicio 4.4.2
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
check("4.4.2", posicion)

# %% [markdown]
# ## 2 · ¿Basta una red pequeña?
#
# Partimos los datos en tres, como en la Práctica de {{umbrales}}: la mitad para aprender, un cuarto para
# mirar y decidir (**validación**) y un cuarto para el examen (**prueba**). Los errores los vamos a leer de uno en
# uno, y eso se hace con validación: quien estudia los de la prueba ya se sabe el examen. Se abrirá una sola
# vez, al final.

# %%
# digits.data ya viene desenrollado: (1797, 64)
x = digits.data.astype("float32") / 16
y = digits.target
x_rest, x_test, y_rest, y_test = train_test_split(
    x, y, test_size=450, stratify=y, random_state=42)
x_train, x_valid, y_train, y_valid = train_test_split(
    x_rest, y_rest, test_size=450, stratify=y_rest, random_state=42)

print("aprender:", x_train.shape, " decidir:", x_valid.shape, " examen:",
      x_test.shape)

# %% [markdown]
# La red: 64 entradas, una capa oculta de 64 neuronas con ReLU y diez salidas con softmax, una por cifra.
# Es la receta de {{flores}}, con más entradas y más clases.
#
# **Predice:** quien responda al azar acertará 1 de cada 10. ¿Y esta red, con solo 897 ejemplos?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pregunta qué fila y qué columna de la matriz miran, y que lo digan con una frase entera:
# «dos seises se leyeron como unos». En 4.4.3 muchos usan `np.fill_diagonal` sobre la matriz que
# reciben y la estropean: buen momento para recordar el alias de {{listas}}.

# %%
set_seed(42)
model = keras.Sequential([
    keras.Input((64,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile("adam", loss="sparse_categorical_crossentropy",
              metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=32, epochs=20, verbose=0,
                    validation_data=(x_valid, y_valid),
                    callbacks=[LearningCurves()])

# %%
predictions = model.predict(x_valid, verbose=0)
predicted = predictions.argmax(axis=1)
accuracy = (predicted == y_valid).mean()

print("probabilidades:", predictions.shape, " cifras predichas:",
      predicted.shape)
print(f"exactitud en validación ≈ {accuracy:.3f}")
print("¿Supera 0.92?", bool(accuracy > 0.92))

# %% [markdown]
# **Qué observas.** Con menos de mil ejemplos y en unos segundos, pasa de 0.92. Una red pequeña basta
# para que lo interesante sean ya **los errores**. ¿Entre qué cifras? La matriz de confusión (filas, lo
# que era; columnas, lo que dijo) lo cuenta:

# %%
fig, ax = plt.subplots(figsize=(5.8, 5.8))
plot_confusion_matrix(y_valid, predicted, ax=ax)
fig.tight_layout()

# %% [markdown] presenta="divmod, numpy.fill_diagonal"
# **Qué observas.** Casi todo está en la diagonal. Busca el número más alto **fuera** de ella: es la
# confusión favorita de la red (quizá empaten varias). Con otra semilla puede ser otra: son muy pocos errores.
#
# ### Ejercicio 4.4.3
#
# Escribe `peor_confusion(matriz)`: recibe una matriz de confusión cuadrada, de cualquier tamaño, y
# **devuelve** dos números, `real, predicha`: la fila y la columna de la casilla más alta **fuera de la
# diagonal** (si empatan varias, la primera que da `argmax()`). No cambies la matriz que recibes. Una pista: `argmax()` da la posición en la matriz
# *desenrollada*; para volver a fila y columna, deshaz lo que hiciste en 4.4.2 (con `divmod`, que da el
# cociente y el resto). Y `np.fill_diagonal(m, 0)` llena de ceros la diagonal de `m`.

# %% tags=["ejercicio"]
def peor_confusion(matriz):
    # >>> return ...
    errores = matriz.copy()
    np.fill_diagonal(errores, 0)
    real, predicha = divmod(errores.argmax(), len(errores))
    return real, predicha
    # <<<

# %%
check("4.4.3", peor_confusion)

# %% [markdown]
# ## 3 · ¿Qué cara tienen los errores?
#
# Una matriz no enseña **por qué**. Miremos las imágenes que falló, junto a lo que la red creía de cada
# una. Para dibujarlas hay que volver a enrollarlas: `reshape(-1, 8, 8)`.
#
# **Predice:** cuando la red se equivoca, ¿estará tan segura como cuando acierta?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pide que cada quien diga qué habría respondido en cada imagen *antes* de leer el pie. Si en
# alguna la clase se divide, también la persona que revise puede fallar. Compara con {{fashion_mnist}}, donde verán errores de los que la red no duda.
# Si el tiempo aprieta, 4.4.4 puede ir a casa.

# %% presenta="course_utils.plot_predictions"
images_valid = x_valid.reshape(-1, 8, 8)
wrong = np.flatnonzero(predicted != y_valid)

fig = plot_predictions(predictions, y_valid, images_valid,
                       class_names=cifras,
                       rows=2, columns=3, indices=wrong[:6])

# %%
confidence = predictions.max(axis=1)
hit = predicted == y_valid
second = predictions.argsort(axis=1)[:, -2]  # la segunda cifra más probable

print(f"seguridad media al acertar ≈ {confidence[hit].mean():.2f}, "
      f"al fallar ≈ {confidence[~hit].mean():.2f}")
print("¿Duda más cuando falla?",
      bool(confidence[~hit].mean() < confidence[hit].mean() - 0.15))
print("En más de la mitad de los fallos, ¿era la buena su segunda opción?",
      bool((second[~hit] == y_valid[~hit]).mean() > 0.5))

# %% [markdown] presenta="margen"
# **Qué observas.** Esta red, cuando falla, suele dudar: reparte la probabilidad, y muchas veces la
# cifra correcta era su segunda opción. Eso se puede aprovechar: las imágenes dudosas, que las lea una
# persona. ¿Cómo se mide la duda? Con el **margen**: la distancia entre las dos probabilidades más altas.
#
# ### Ejercicio 4.4.4
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
check("4.4.4", margen)

# %% [markdown]
# **Predice:** si una persona revisa solo el 10 % de las imágenes, las de menor margen, ¿qué parte de los
# errores verá pasar?

# %%
top = np.sort(predictions, axis=1)
margins = top[:, -1] - top[:, -2]
reviewed = margins.argsort()[:45]                # 45 de 450: el 10 %

print(f"errores en total ≈ {(~hit).sum()}; "
      f"entre las 45 revisadas ≈ {(~hit)[reviewed].sum()}")
print("¿Caza más de la mitad de los errores?",
      bool((~hit)[reviewed].sum() > (~hit).sum() / 2))

# %% [markdown]
# **Qué observas.** Con un 10 % del trabajo se ve pasar más de la mitad de los errores. Un modelo que dice
# cuánto duda vale más que uno que solo responde.
#
# ## 4 · ¿Hacía falta una red, y de quién es la letra?
#
# Preguntemos a kNN (lección {{cuatro_paradigmas}}), que no tiene nada que entrenar: busca las tres
# imágenes más parecidas y vota.
#
# **Predice:** con las mismas 897 imágenes, ¿acertará más o menos que la red?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que pierda la red no es un fracaso: es haber medido. La segunda mitad da para discutir: ¿qué
# examen le pondrían a un lector de cheques? Si el tiempo aprieta, se cuenta con la salida ya hecha.

# %%
knn = KNeighborsClassifier(n_neighbors=3).fit(x_train, y_train)
knn_accuracy = knn.score(x_valid, y_valid)

print(f"en validación: red ≈ {accuracy:.3f}   kNN ≈ {knn_accuracy:.3f}")
gain = paired_difference(accuracy_score, y_valid, knn.predict(x_valid),
                         predicted)
print(f"kNN − red ≈ {gain.value:+.3f}, "
      f"de ≈ {gain.low:+.3f} a ≈ {gain.high:+.3f}")
print("¿Gana kNN, con todo el intervalo?", gain.low > 0)

# %% [markdown]
# **Qué observas.** Gana kNN, casi sin código. Con imágenes pequeñas, centradas y parecidas entre sí, es
# excelente, y hay que decirlo. Seguimos con la red por lo que nos enseña: da diez probabilidades, y de ellas
# sale el margen.
#
# Una duda más, sobre el examen mismo. Estas cifras las escribieron trece personas. Al barajar, la misma
# mano cae en los dos lados. Comparemos: cuatro exámenes con las imágenes barajadas y cuatro con bloques
# seguidos del archivo, donde lo más probable es que las vecinas sean de la misma persona. (Entran las 1797,
# también las de la prueba: con kNN y sin elegir nada.)

# %%
nearest = KNeighborsClassifier(n_neighbors=3)
shuffled = cross_val_score(
    nearest, x, y, cv=KFold(4, shuffle=True, random_state=42)).mean()
in_blocks = cross_val_score(nearest, x, y, cv=KFold(4)).mean()

print(f"barajadas ≈ {shuffled:.3f}   por bloques ≈ {in_blocks:.3f}")
print("¿Falla por bloques al menos el doble?",
      bool(1 - in_blocks >= 2 * (1 - shuffled)))

# %% [markdown]
# **Qué observas.** Por bloques falla el doble o más. El archivo no dice quién escribió qué, así que no
# podemos asegurar la causa; pero la lección vale: si el modelo va a leer letra de **otras** personas,
# el examen tiene que ser con letra de otras personas.
#
# ## Errores frecuentes
#
# **1. Dar a la red una imagen sin desenrollar.** Espera un lote de filas de 64.

# %%
one_image = images_valid[0]
try:
    model.predict(one_image, verbose=0)
except Exception:
    print("Falla, con un mensaje larguísimo, porque la forma es",
          one_image.shape)

print("Arreglado:",
      model.predict(one_image.reshape(1, 64), verbose=0).shape)

# %% [markdown]
# **2. Enrollar con los ejes en otro orden.** `reshape` nunca protesta si la cuenta cuadra, pero rellena en
# orden: si las imágenes no van en el primer eje, cada una se llena de píxeles de otras muchas.

# %%
mixed = x_valid.reshape(8, 8, -1)[:, :, 0]
print("ejes cambiados: forma", mixed.shape, " ¿la misma imagen?",
      np.array_equal(mixed, one_image))

right = x_valid.reshape(-1, 8, 8)[0]
print("arreglado:      forma", right.shape, " ¿la misma imagen?",
      np.array_equal(right, one_image))

# %% [markdown]
# **3. Escalar como en otro cuaderno.** Estos píxeles llegan a 16. Si al predecir se dividen entre 255, no salta
# ningún error: la red recibe un papel casi en blanco, y duda de casi todo.

# %%
for name, pixels in (("entre 255", x_valid * 16 / 255),
                     ("entre 16", x_valid)):
    answers = model.predict(pixels, verbose=0)
    hits = (answers.argmax(axis=1) == y_valid).mean()
    print(f"{name:<9} seguridad media ≈ {answers.max(axis=1).mean():.2f}   "
          f"acierta ≈ {hits:.2f}")
    print("¿Más de la mitad de las veces duda, con menos de 0.5?",
          bool((answers.max(axis=1) < 0.5).mean() > 0.5))

# %% [markdown]
# ## Práctica: una red que pide ayuda
#
# En una oficina, la red lee las cifras y, cuando duda, se las pasa a una persona. Revisar cuesta: ¿cuántas
# hay que pasarle? Se decide con validación y, al final, se abre el sobre de la prueba.
#
# ### Paso 1 · Ejercicio 4.4.5
#
# Escribe `a_revisar(probabilidades, cuantas)`: recibe una tabla con una fila por imagen y **devuelve** un
# array con las posiciones de las `cuantas` imágenes de **menor margen**, empezando por la más dudosa.
# (`a.argsort()` da las posiciones de `a`, del valor menor al mayor.)

# %% [markdown] tags=["docente"]
# **{{minutos}}**, con la autoevaluación. El paso 2 es el que cuesta: muchos cuentan solo las revisadas, y olvidan
# que de las demás la red también acierta. Antes de abrir el sobre, que cada quien escriba cuánto espera.

# %% tags=["ejercicio"]
def a_revisar(probabilidades, cuantas):
    # >>> return ...
    ordenadas = np.sort(probabilidades, axis=1)
    margenes = ordenadas[:, -1] - ordenadas[:, -2]
    return margenes.argsort()[:cuantas]
    # <<<

# %%
check("4.4.5", a_revisar)

# %% [markdown]
# ### Paso 2 · Ejercicio 4.4.6
#
# Supongamos que la persona no se equivoca nunca. Escribe `exactitud_con_ayuda(aciertos, margenes, cuantas)`:
# recibe un array de `True` y `False` (si la red acertó cada imagen) y otro con los márgenes, y **devuelve** la
# exactitud del equipo, una fracción: las `cuantas` de menor margen salen bien seguro, y las demás, como las
# dejó la red. No cambies los arrays que recibes.

# %% tags=["ejercicio"]
def exactitud_con_ayuda(aciertos, margenes, cuantas):
    # >>> return ...
    bien = aciertos.copy()
    bien[margenes.argsort()[:cuantas]] = True
    return bien.mean()
    # <<<

# %%
check("4.4.6", exactitud_con_ayuda)

# %%
def with_help(hits, margins, count):
    """La exactitud si una persona corrige las imágenes de menor margen."""
    order = margins.argsort()
    return (count + hits[order[count:]].sum()) / len(hits)

team = np.array([with_help(hit, margins, count) for count in range(0, 226)])
fig, ax = plt.subplots(figsize=(6.5, 3.4))
ax.plot(team, color="#0072B2", label="red y persona")
ax.axhline(0.99, color="#D55E00", linestyle="--", label="la meta: 0.99")
ax.set(title="Cuanto más se revisa, mejor (validación)",
       ylabel="Exactitud del equipo",
       xlabel="Imágenes que revisa una persona, de 450")
ax.legend()
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Al principio la línea sube deprisa: entre las más dudosas están casi todos los errores.
# Después se aplana: se revisa mucho para encontrar poco.
#
# ### Paso 3 · ¿Cuántas, entonces?
#
# La decisión se toma con validación: las que hacen falta para 0.99. Ahora sí, el sobre.
#
# **Predice:** en la prueba, con las mismas revisadas, ¿saldrá exactamente 0.99?

# %% tags=["resultado"]
needed = int(np.argmax(team >= 0.99))            # la primera que llega
exam = model.predict(x_test, verbose=0)
exam_hit = exam.argmax(axis=1) == y_test
exam_top = np.sort(exam, axis=1)
together = with_help(exam_hit, exam_top[:, -1] - exam_top[:, -2], needed)

print(f"se revisan ≈ {needed} de 450")
print("¿Llega el equipo a 0.96 en la prueba?", bool(together > 0.96))
print(f"exactitud en prueba: la red sola ≈ {exam_hit.mean():.3f}   "
      f"con ayuda ≈ {together:.3f}")

# %% [markdown]
# **Qué observas.** La ayuda sirve también con imágenes que no se usaron ni para entrenar ni para decidir. Que salga 0.99 justo sería
# casualidad: la meta se ajustó a los errores de validación, y los de la prueba son otros.
#
# ### ★ Ampliación · Ejercicio 4.4.7
#
# La decisión del paso 3, para cualquier meta. Escribe
# `cuantas_hacen_falta(aciertos, margenes, meta)`: **devuelve** el número **más pequeño** de imágenes
# que hay que revisar, siempre las de menor margen, para que la exactitud del equipo llegue a `meta` (mayor
# **o igual**). Puede ser 0. (`range(len(aciertos) + 1)` recorre todas las posibilidades.)

# %% tags=["ejercicio"]
def cuantas_hacen_falta(aciertos, margenes, meta):
    # >>> return ...
    for cuantas in range(len(aciertos) + 1):
        if exactitud_con_ayuda(aciertos, margenes, cuantas) >= meta:
            return cuantas
    # <<<

# %%
check("4.4.7", cuantas_hacen_falta)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Una imagen de 8×8 se desenrolla fila tras fila. El píxel que queda en la posición 19, contando desde
# 0, ¿dónde estaba?
#
# - a) En la fila 3 y la columna 2.
# - b) No se puede saber: al desenrollar se pierde.
# - c) En la fila 2 y la columna 3.
# - d) En la fila 1 y la columna 9.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("4.4.A1", respuesta_1)

# %% [markdown]
# **A2.** Supón dos imágenes. En la primera, la red da 0.45 a una cifra y menos de 0.10 a cada una de las
# demás. En la segunda, 0.50 a una y 0.48 a otra. ¿Cuál revisa antes quien mira el margen?
#
# - a) La segunda: entre sus dos favoritas hay muy poca distancia.
# - b) La primera: su probabilidad más alta es la más baja de las dos.
# - c) Le da igual: ninguna pasa de 0.5.
# - d) Ninguna: el margen solo se mira en las que falló.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "a"
# <<<
check("4.4.A2", respuesta_2)

# %% [markdown]
# **A3.** Alguien mira los errores de la prueba, cambia la red para arreglarlos y la vuelve a medir con esa
# misma prueba. ¿Qué pasa con la nota?
#
# - a) Es buena: la red se entrenó otra vez desde el principio.
# - b) Sale peor de lo que es: la red ya se cansó de esas imágenes.
# - c) Es buena, si no entrenó con las etiquetas de la prueba.
# - d) Sale inflada: la red se ha elegido mirando el examen.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "d"
# <<<
check("4.4.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Una imagen es una matriz; para una capa densa se desenrolla, fila tras fila.
# - La matriz de confusión dice entre qué clases falla; las imágenes, por qué.
# - Los errores se leen con validación: la prueba se abre una vez, cuando ya está todo decidido.
# - El margen mide la duda, y con él se decide qué revisa una persona.
# - Compara siempre con algo sencillo (aquí gana kNN), y examina con letra de otras personas.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulo 3, con las cifras de 28×28 de MNIST.
# - [Los dígitos de scikit-learn](https://scikit-learn.org/stable/datasets/toy_dataset.html).
# - E. Alpaydin y C. Kaynak (1998), *Optical Recognition of Handwritten Digits*, UCI:
#   [doi:10.24432/C50P49](https://doi.org/10.24432/C50P49).
