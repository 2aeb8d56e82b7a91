# %% [markdown]
# # 4.5 · ¿Es un cinco? Redes que responden sí o no
#
# | | |
# |---|---|
# | **Objetivos** | Construir un detector de sí o no con una salida y sigmoide; explicar por qué su exactitud engaña cuando una clase es rara; elegirle un umbral con validación y examinarlo con prueba; predecir dos etiquetas a la vez, con una sigmoide por etiqueta, y evaluarlas |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Las cifras de 8×8 y su red (lección {{digitos}}); precisión, exhaustividad y umbrales ({{metricas}} y {{umbrales}}); softmax y entropía cruzada ({{flores}}) |
# | **Datos** | 1797 cifras escritas a mano, de 8×8 píxeles: vienen con scikit-learn |
# | **Práctica** | Práctica 8.3: el detector de ochos |

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

from course_utils import check, hint, solution
from course_utils import confusion_counts, explore_threshold
from course_utils import paired_difference, plot_image_grid
from course_utils import plot_precision_recall, quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras

# %% [markdown]
# ## 1 · ¿Es un 5?
#
# En {{digitos}} una red leyó cifras: diez clases, diez salidas y softmax. Volvamos a poner los datos como
# allí: la mitad para aprender, un cuarto para decidir (**validación**) y un cuarto para el examen
# (**prueba**).

# %%
digits = load_digits()
# cada imagen, una fila de 64 números
x, y = digits.data.astype("float32") / 16, digits.target
x_rest, x_test, y_rest, y_test = train_test_split(
    x, y, test_size=450, stratify=y, random_state=42)
x_train, x_valid, y_train, y_valid = train_test_split(
    x_rest, y_rest, test_size=450, stratify=y_rest, random_state=42)

print("aprender:", x_train.shape, " decidir:", x_valid.shape, " examen:",
      x_test.shape)

# %% [markdown] presenta="clasificación binaria"
# Cambiemos la pregunta. Una máquina separa sobres y solo le importa una cosa: ¿es un 5, sí o no? Eso es
# clasificación **binaria**: la clase positiva son los cincos, y todo lo demás es la negativa. Las
# etiquetas pasan a ser ceros y unos:

# %%
is_five_train = (y_train == 5).astype(int)
is_five_valid = (y_valid == 5).astype(int)
is_five_test = (y_test == 5).astype(int)

print("cincos en entrenamiento: "
      f"{is_five_train.sum()} de {len(is_five_train)}, "
      f"una fracción de {is_five_train.mean():.2f}")

# para verlas, se vuelven a enrollar
sample = x_train[:20].reshape(-1, 8, 8)
fig = plot_image_grid(sample, is_five_train[:20], class_names=["no", "sí"],
                      columns=10)

# %% [markdown]
# **Qué observas.** Las diez clases estaban igualadas; estas dos, no: hay casi nueve «no» por cada «sí».
#
# ### Ejercicio 4.5.1
#
# Antes de entrenar, el listón. Escribe `exactitud_de_nunca(etiquetas, clase)`: recibe un array de
# etiquetas y una clase, y **devuelve** la exactitud (una fracción) del detector más perezoso, el que
# responde siempre «no es de esa clase».

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La figura de las primeras épocas es el corazón de la lección: deja un silencio. La red
# descubre «nunca es un 5» antes que el 5, y la exactitud no lo delata. Si preguntan por los pesos de
# clase: es otra solución, se mide en el módulo {{modulo:fraude}}.

# %% tags=["ejercicio"]
def exactitud_de_nunca(etiquetas, clase):
    # >>> return ...
    return (etiquetas != clase).mean()
    # <<<

# %%
check("4.5.1", exactitud_de_nunca)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("4.5.1")` da una pista (y otra, si
# insistes), y `solution("4.5.1")` muestra una solución.

# %% [markdown] presenta="entropía cruzada binaria"
# La red cambia en dos sitios. La salida es **una** neurona con **sigmoide**, que da la probabilidad $p$ de
# «sí». Y la pérdida es la entropía cruzada **binaria**: castiga con $-\log(p)$ si era un sí, y con
# $-\log(1-p)$ si era un no. Pediremos ver, en cada época, la exactitud y la exhaustividad.
#
# **Predice:** ¿qué aprenderá primero la red, a reconocer el 5 o a decir siempre que no?

# %% presenta="keras.metrics.Recall"
def new_network(hidden, outputs, activation):
    """Red densa con 64 entradas, una capa oculta y la salida que se
    pida."""
    return keras.Sequential([
        keras.Input((64,)),
        keras.layers.Dense(hidden, activation="relu"),
        keras.layers.Dense(outputs, activation=activation),
    ])

set_seed(42)
detector = new_network(16, 1, "sigmoid")
detector.compile("adam", loss="binary_crossentropy",
                 metrics=["accuracy", keras.metrics.Recall(name="recall")])
history = detector.fit(x_train, is_five_train, batch_size=32, epochs=10,
                       verbose=0, validation_data=(x_valid, is_five_valid))

# %%
epochs = range(1, 11)
curves = history.history
fig, ax = plt.subplots(figsize=(6.5, 3.6))
ax.plot(epochs, curves["val_accuracy"], "o-", color="#0072B2",
        label="exactitud")
ax.plot(epochs, curves["val_recall"], "s--", color="#D55E00",
        label="exhaustividad")
ax.axhline(0.9, color="#999999", linestyle=":",
           label="exactitud de «nunca es un 5»")
ax.set(title="El detector de cincos, época a época (validación)",
       xlabel="Época", ylabel="Fracción", xticks=epochs)
ax.legend()
fig.tight_layout()

# %%
print("En la tercera época, ¿exactitud de más de 0.88?",
      curves["val_accuracy"][2] > 0.88)
print("¿Y encuentra siquiera 1 de cada 20 cincos?",
      curves["val_recall"][2] > 0.05)

# %% [markdown] presenta="course_utils.confusion_counts, .tp, .tn, .fp, .fn"
# **Qué observas.** Durante las primeras épocas la exactitud ronda 0.90… y la exhaustividad, 0. La red
# ha aprendido «nunca es un 5»: es lo más fácil de aprender. Solo después empieza a encontrarlos.
#
# > **Lo que oirás por ahí: «exactitud de más de 0.94: el detector es excelente».** Es lo que anuncia este detector
# > al acabar. Veamos qué hay detrás del número. (`confusion_counts` cuenta los VP, VN, FP y FN; se
# > llaman por sus siglas en inglés: `tp`, `tn`, `fp` y `fn`.)

# %%
scores_valid = detector.predict(x_valid, verbose=0)
print("forma de la respuesta:", scores_valid.shape)

result = confusion_counts(is_five_valid,
                          (scores_valid[:, 0] >= 0.5).astype(int))
five_accuracy = (result.tp + result.tn) / len(is_five_valid)
five_recall = result.tp / (result.tp + result.fn)
print(f"exactitud ≈ {five_accuracy:.2f}   "
      f"cincos encontrados ≈ {result.tp} de "
      f"{is_five_valid.sum()}   falsas alarmas ≈ {result.fp}")
print("¿Exactitud de más de 0.94?", five_accuracy > 0.94)
print("¿Se le escapa más de 1 de cada 8 cincos?", five_recall < 7 / 8)

# %% [markdown]
# **Qué observas.** La exactitud es altísima y, aun así, se le escapa más de uno de cada ocho cincos.
# Comparado con el 0.90 de no mirar nada, ya no impresiona. Con una clase rara, pide siempre la
# precisión y la exhaustividad.
#
# Fíjate también en la forma: `predict` devuelve una **columna**, `(450, 1)`, y las etiquetas son una fila
# de 450. Mezclarlas sin cuidado es uno de los «Errores frecuentes» de abajo.
#
# ## 2 · ¿Desde qué puntuación es un sí?
#
# Para pasar de puntuaciones a respuestas hemos escrito un 0.5, sin pensarlo. Es un **umbral**, y se puede mover.
#
# ### Ejercicio 4.5.2
#
# Escribe `decidir(puntuaciones, umbral)`: recibe una columna de forma `(n, 1)`, como la que da
# `predict`, y **devuelve** un array de **enteros** de forma `(n,)`: 1 si la puntuación es mayor **o
# igual** que el umbral, y 0 si no.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** 4.5.2 evita un error caro con Keras, la columna contra la fila. Con el control deslizante, que
# digan antes de moverlo qué va a pasar con cada métrica.

# %% tags=["ejercicio"]
def decidir(puntuaciones, umbral):
    # >>> return ...
    return (puntuaciones[:, 0] >= umbral).astype(int)
    # <<<

# %%
check("4.5.2", decidir)

# %% [markdown]
# Esos cincos que se escapan, ¿los ha confundido o solo no se atreve? Antes de volver a entrenar, movamos el
# umbral. (En la página web verás una figura fija; en tu cuaderno, un control deslizante.)
#
# **Predice:** si el umbral baja de 0.5, ¿qué curva gana, la de precisión o la de exhaustividad, y cuál pierde?

# %%
explore_threshold(is_five_valid, scores_valid)

# %% [markdown]
# **Qué observas.** Hacia la izquierda de 0.5 sube la exhaustividad, y la precisión acaba cayendo. La curva de
# precisión-exhaustividad ({{umbrales}}) las enfrenta, sin elegir umbral:

# %%
fig, ax = plt.subplots(figsize=(4.8, 4.2))
plot_precision_recall(is_five_valid, scores_valid, label="detector", ax=ax)
fig.tight_layout()

# %% [markdown]
# **Qué observas.** La curva casi toca la esquina de arriba a la derecha: existe un umbral que encuentra
# casi todos los cincos con pocas falsas alarmas. La red ya los distinguía; lo que estaba mal puesto era
# el umbral de 0.5. Elijamos con validación el umbral más alto que encuentre al menos el 95 %, y
# examinémoslo con prueba:

# %% tags=["resultado"]
# de la más a la menos segura
fives = np.sort(scores_valid[is_five_valid == 1, 0])[::-1]
chosen = fives[int(np.ceil(0.95 * len(fives))) - 1]
scores_test = detector.predict(x_test, verbose=0)[:, 0]

found = {}
for name, threshold in (("0.5", 0.5), ("el elegido", chosen)):
    c = confusion_counts(is_five_test,
                         (scores_test >= threshold).astype(int))
    found[name] = c.tp / (c.tp + c.fn)
    print(f"umbral {name:<10} exhaustividad ≈ {found[name]:.2f}   "
          f"precisión ≈ {c.tp / (c.tp + c.fp):.2f}")
print("¿Queda el umbral por debajo de 0.5?", bool(chosen < 0.5))
print("¿Sube la exhaustividad más de 0.1?",
      found["el elegido"] > found["0.5"] + 0.1)

# %% [markdown]
# **Qué observas.** El mismo detector, sin una época más, encuentra muchos más cincos; a cambio llegan
# falsas alarmas, que antes apenas había. ¿Y si entrenamos más? También sirve. Lo miramos con validación,
# que el examen ya se hizo:

# %%
history = detector.fit(x_train, is_five_train, batch_size=32, epochs=20,
                       verbose=0)
trained_more = detector.predict(x_valid, verbose=0)[:, 0] >= 0.5
longer = trained_more[is_five_valid == 1].mean()

print(f"umbral 0.5: exhaustividad ≈ {five_recall:.2f} con 10 épocas, "
      f"≈ {longer:.2f} con 30")
print("¿Encuentra más que con 10 épocas?", bool(longer > five_recall))

# %% [markdown] presenta="multietiqueta"
# **Qué observas.** Hay dos remedios, y no se estorban: entrenar más y mover el umbral. La exactitud
# sola no te habría dicho que hiciera falta ninguno.
#
# ## 3 · ¿Y si una imagen es dos cosas a la vez?
#
# Otra máquina quiere saber dos cosas de cada cifra: si es **grande** (7, 8 o 9) y si es **impar**. No se
# excluyen: un 9 es las dos, un 8 solo la primera, un 1 solo la segunda y un 0 ninguna. Es un problema
# **multietiqueta** (*multilabel*), y las respuestas son una tabla de ceros y unos con dos columnas.
#
# ### Ejercicio 4.5.3
#
# Escribe `dos_etiquetas(cifras)`: recibe un array con n cifras y **devuelve** una tabla de **enteros** de
# forma `(n, 2)`: en la columna 0, un 1 si la cifra es 7 o mayor; en la columna 1, un 1 si es impar.
# (`np.column_stack([a, b])` pone dos arrays como columnas.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dibuja dos círculos que se cruzan y reparte las diez cifras: cuatro quedan fuera de los dos
# (0, 2, 4 y 6) y dos en el cruce (7 y 9). Pregunta qué podría responder softmax a las de fuera. Quien vaya
# sobrado tiene la ampliación: que leer primero la cifra gane a las dos sigmoides suele sorprender.

# %% tags=["ejercicio"]
def dos_etiquetas(cifras):
    # >>> return ...
    return np.column_stack([cifras >= 7, cifras % 2 == 1]).astype(int)
    # <<<

# %%
check("4.5.3", dos_etiquetas)

# %% [markdown]
# La red lleva **dos** neuronas de salida, cada una con su sigmoide: dos preguntas de sí o no que comparten
# la capa oculta. La pérdida es la misma entropía cruzada binaria, promediada entre las dos.
#
# > **Lo que oirás por ahí: «en la última capa se pone softmax».** Si las clases se excluyen, sí. Aquí no.
# > Entrenemos las dos, la buena y la otra, y miremos qué responden.

# %%
labels_train = np.column_stack([y_train >= 7, y_train % 2 == 1]).astype(int)
labels_valid = np.column_stack([y_valid >= 7, y_valid % 2 == 1]).astype(int)

def two_answers(activation, loss):
    """Lo que responde en validación una red de dos salidas:
    array de forma (450, 2)."""
    set_seed(42)
    network = new_network(64, 2, activation)
    network.compile("adam", loss=loss)
    network.fit(x_train, labels_train, batch_size=32, epochs=20, verbose=0)
    return network.predict(x_valid, verbose=0)

with_sigmoid = two_answers("sigmoid", "binary_crossentropy")
with_softmax = two_answers("softmax", "categorical_crossentropy")

# %% [markdown]
# **Predice:** para un 9, que es grande e impar, ¿qué dos números dará cada red? ¿Y para un 0, que no es
# ninguna de las dos cosas?

# %%
fig, axes = plt.subplots(1, 2, figsize=(7.5, 3.4), sharey=True)
for ax, answers, title in zip(axes, (with_sigmoid, with_softmax),
                              ("Dos sigmoides", "Softmax"), strict=True):
    means = np.array([answers[y_valid == digit].mean(axis=0)
                      for digit in range(10)])
    ax.bar(np.arange(10) - 0.2, means[:, 0], 0.4, color="#0072B2",
           label="es 7 o mayor")
    ax.bar(np.arange(10) + 0.2, means[:, 1], 0.4, color="#D55E00",
           hatch="//", label="es impar")
    ax.axhline(0.5, color="#999999", linestyle="--")
    ax.set(title=title, xlabel="Cifra real", xticks=range(10),
           ylim=(0, 1.4))
axes[0].set_ylabel("Respuesta media de la red")
axes[0].legend(loc="upper left")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Con sigmoides, el 7 y el 9 tienen dos barras altas, y el 0, el 2, el 4 y el 6, dos
# bajas. Con softmax las dos barras de cada cifra **suman 1**: a un 9 le toca repartir, y a un 0 también,
# aunque no sea ninguna de las dos cosas. ¿Cuánto cuesta eso? Midamos de dos maneras: la
# exactitud de **cada etiqueta** y la fracción de imágenes con **las dos** bien.

# %%
for name, answers in (("sigmoides", with_sigmoid),
                      ("softmax", with_softmax)):
    right = (answers > 0.5) == labels_valid
    print(f"{name:<10} grande ≈ {right[:, 0].mean():.2f}   "
          f"impar ≈ {right[:, 1].mean():.2f}   "
          f"las dos ≈ {right.all(axis=1).mean():.2f}")

exact_sigmoid = ((with_sigmoid > 0.5) == labels_valid).all(axis=1).mean()
exact_softmax = ((with_softmax > 0.5) == labels_valid).all(axis=1).mean()
print("Con sigmoides, ¿las dos bien en más de 0.8?",
      bool(exact_sigmoid > 0.8))
print("Con softmax, ¿en menos de 0.45?", bool(exact_softmax < 0.45))
print("Con softmax, ¿alguna imagen con las dos etiquetas?",
      bool((with_softmax > 0.5).all(axis=1).any()))

# %% [markdown]
# **Qué observas.** No es que softmax aprenda mal: **no puede** decirlo. Sus dos salidas suman 1, así que no
# pueden pasar las dos de 0.5, ni quedarse las dos por debajo. Solo tienen arreglo las cifras con exactamente una etiqueta (1, 3, 5 y 8),
# cuatro de cada diez. Y Keras no da ningún aviso.
#
# Las etiquetas múltiples brillan cuando **no** salen todas de una sola clase: una foto con playa y con perro, un
# correo urgente que además es una factura.
#
# ## ★ Ampliación · ¿Y si primero se leyera la cifra?
#
# ### Ejercicio 4.5.4
#
# ¿Encuentra la red los grandes tan bien como los impares? Escribe `exhaustividades(reales, puntuaciones)`:
# recibe la tabla real (ceros y unos) y la tabla de puntuaciones, las dos de forma `(n, k)`, y **devuelve**
# un array con k números: la exhaustividad de **cada columna**, con el umbral 0.5 (mayor **o igual**).
# Puedes contar con que cada columna tiene algún 1. Después, pruébala con `labels_valid` y `with_sigmoid`.

# %% tags=["ejercicio"]
def exhaustividades(reales, puntuaciones):
    # >>> return ...
    encontrados = (reales == 1) & (puntuaciones >= 0.5)
    return encontrados.sum(axis=0) / reales.sum(axis=0)
    # <<<

# %%
check("4.5.4", exhaustividades)

# %% [markdown]
# Una pregunta honrada: las dos etiquetas salen de la cifra. ¿Y si primero se lee la cifra, con la red de diez
# salidas de {{digitos}}, y después se mira si es grande y si es impar?

# %%
set_seed(42)
reader = new_network(64, 10, "softmax")
reader.compile("adam", loss="sparse_categorical_crossentropy")
history = reader.fit(x_train, y_train, batch_size=32, epochs=20, verbose=0)
read = reader.predict(x_valid, verbose=0).argmax(axis=1)

by_digit = np.column_stack([read >= 7, read % 2 == 1]).astype(int)
exact_by_digit = (by_digit == labels_valid).all(axis=1).mean()

print(f"dos sigmoides ≈ {exact_sigmoid:.2f}   "
      f"leer primero la cifra ≈ {exact_by_digit:.2f}")
both = [(answer == labels_valid).all(axis=1)
        for answer in (by_digit, with_sigmoid > 0.5)]
gain = paired_difference(accuracy_score, np.ones(len(y_valid), bool), *both)
print(f"cifra − sigmoides ≈ {gain.value:+.3f}, "
      f"de ≈ {gain.low:+.3f} a ≈ {gain.high:+.3f}")
print("¿Gana leer primero la cifra, con todo el intervalo?", gain.low > 0)

# %% [markdown]
# **Qué observas.** Gana leer primero la cifra. Una explicación posible: «ser un 7» es una forma que se ve; «ser
# impar» junta formas que no se parecen en nada. Además, la etiqueta de diez clases dice más que las otras dos.
#
# ## Errores frecuentes
#
# **1. Comparar la columna de `predict` con una fila de etiquetas.** NumPy las compara todas con todas, no
# falla, y la «exactitud» que sale es otra cosa.

# %%
comparison = (scores_valid >= 0.5) == is_five_valid
print("forma:", comparison.shape,
      f" «exactitud» falsa ≈ {comparison.mean():.2f}")

comparison = (scores_valid[:, 0] >= 0.5) == is_five_valid
print("forma:", comparison.shape,
      f" exactitud arreglada ≈ {comparison.mean():.2f}")

# %% [markdown]
# **2. Usar `argmax` con una sola salida.** La posición del mayor de un solo número es siempre 0. Sin querer,
# acabas de programar «nunca es un 5».

# %%
by_argmax = scores_valid.argmax(axis=1)
print("dice 5 en", by_argmax.sum(), f"imágenes, y su exactitud es "
      f"{(by_argmax == is_five_valid).mean():.2f}")

by_threshold = scores_valid[:, 0] >= 0.5
print("Arreglado con el umbral, ¿dice 5 alguna vez?",
      bool(by_threshold.any()))

# %% [markdown]
# ## Práctica: el detector de ochos
#
# Le toca al 8, que comparte curvas con muchas otras cifras. Construye su detector de principio a fin.
#
# ### Paso 1 · Ejercicio 4.5.5
#
# Primero, cómo se va a juzgar. Escribe `informe(reales, puntuaciones, umbral)`, con dos arrays de forma
# `(n,)`: las etiquetas (1 es positiva) y las puntuaciones. **Devuelve** tres enteros, en este orden:
# cuántos positivos **encuentra**, cuántos **se le escapan** y cuántas **falsas alarmas** da. Dice que sí
# si la puntuación es mayor **o igual** que el umbral.

# %% [markdown] tags=["docente"]
# **{{minutos}}**, con la autoevaluación. En 4.5.6 la receta de la sección 1 se queda corta a propósito: hay
# que cambiar algo (más épocas, más neuronas, una tasa más alta) y medir con validación. Quien entrene
# con `y_train == 5` o con la etiqueta al revés recibe un aviso. 4.5.7 puede ir a casa.

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
check("4.5.5", informe)

# %% [markdown]
# ### Paso 2 · Ejercicio 4.5.6
#
# Entrena con `x_train` un detector de ochos (64 entradas, una salida con sigmoide) y guárdalo en
# `detector_8`. `check` calcula su precisión media (AP, el área de la curva de {{umbrales}}) con el conjunto de
# **validación**: tiene que llegar a **0.9**. Con la receta de la sección 1 no llegarás: prueba más neuronas, más
# épocas o una tasa más alta, como `keras.optimizers.Adam(0.005)`. Puedes probar las veces que quieras: el
# examen no se abre hasta el paso 3.

# %% tags=["ejercicio"]
# >>> detector_8 = ...
set_seed(42)
detector_8 = new_network(64, 1, "sigmoid")
detector_8.compile(keras.optimizers.Adam(0.005), loss="binary_crossentropy")
historial = detector_8.fit(x_train, (y_train == 8).astype(int),
                           batch_size=32, epochs=30, verbose=0)
# <<<

# %%
check("4.5.6", detector_8)

# %% [markdown]
# ### Paso 3 · Ejercicio 4.5.7
#
# Elige con el conjunto de **validación** el umbral **más alto**, entre las propias puntuaciones, con el
# que `detector_8` encuentra al menos el **95 %** de los ochos de validación. Guárdalo en `umbral_8`, un
# número. Cuando sea ese, `check` lo lleva a la prueba y te dice qué pasa allí: esa es la nota.

# %% tags=["ejercicio"]
# >>> umbral_8 = ...
puntuaciones_8 = detector_8.predict(x_valid, verbose=0)[:, 0]
ochos = np.sort(puntuaciones_8[y_valid == 8])[::-1]
umbral_8 = ochos[int(np.ceil(0.95 * len(ochos))) - 1]
# <<<

# %%
check("4.5.7", detector_8, umbral_8)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Supón un detector de cincos que tiene, con el umbral 0.5, precisión 1.00 y exhaustividad 0.65. ¿Cómo lo
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
check("4.5.A1", respuesta_1)

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
check("4.5.A2", respuesta_2)

# %% [markdown]
# **A3.** Supón que, en un problema de dos etiquetas, la exactitud de una es 0.94 y la de la otra, 0.93. ¿Qué fracción
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
check("4.5.A3", respuesta_3)

# %% [markdown]
# **A4.** Tu detector binario, de una sola salida, «nunca» dice que sí, y su exactitud es justo la del
# listón. Entrenaste bastante. ¿Qué revisas primero?
#
# - a) Si el optimizador era Adam.
# - b) Si hay demasiadas neuronas ocultas.
# - c) Si decidiste con `argmax(axis=1)` en vez de con un umbral.
# - d) Si los píxeles llegan a 16.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "c"
# <<<
check("4.5.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Una pregunta de sí o no: una salida con sigmoide y entropía cruzada binaria.
# - Con una clase rara, «nunca» acierta mucho: la exactitud sola no dice nada.
# - Pide precisión y exhaustividad, y elige el umbral con validación.
# - De la columna de `predict` se toma `[:, 0]`, y se decide con el umbral, nunca con `argmax`.
# - Clases que se excluyen: softmax. Etiquetas que pueden coincidir: una sigmoide por etiqueta.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulo 3: allí se detectan cincos con las cifras de 28×28 de MNIST.
# - [Las pérdidas de Keras](https://keras.io/api/losses/probabilistic_losses/).
