# %% [markdown]
# # 8.10 · Preparar los datos dentro de la red
#
# | | |
# |---|---|
# | **Objetivos** | Decir qué aprende `adapt` y con qué datos; medir lo que cuesta servir un modelo sin su preparación; convertir palabras en posiciones, y decir qué se contesta a una que no existía; calcular cuántas chocan en un *hash*; preparar mensajes en español; demostrar que un *embedding* es una tabla, escribir su paso de aprendizaje y medir cuándo ayuda |
# | **Duración** | {{minutos}} |
# | **Requisitos** | La red con la escala dentro ({{casas_con_una_red}}), el *one-hot* ({{consumo_de_gasolina}}), los mensajes ({{que_es_el_ml}}), la API funcional ({{redes_con_otra_forma}}) y los tensores de texto ({{piezas_propias}}) |
# | **Datos** | Pingüinos de Palmer, 120 mensajes escritos para el curso y California Housing, incluidos en el curso |
# | **Práctica** | Un modelo que recibe la ficha de un pingüino, con huecos y con una isla que no existía |

# %%
import re
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

from course_utils import check, hint, solution
from course_utils import load_california_housing, load_messages
from course_utils import load_penguins, plot_map
from course_utils import quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras
import tensorflow as tf

# %% [markdown]
# ## 1 · ¿Da igual normalizar fuera o dentro?
#
# Vuelven los pingüinos: adivinar la especie con cuatro medidas. A dos pingüinos no se les pudo medir. (Hoy no se abre ningún
# examen: todo se compara en validación.)

# %%
MEASURES = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm",
            "body_mass_g"]
SPECIES = ["Adelie", "Chinstrap", "Gentoo"]
train, valid = train_test_split(load_penguins(), test_size=0.4,
                                random_state=0)
x_train, x_valid = (part[MEASURES].to_numpy("float32")
                    for part in (train, valid))
y_train, y_valid = (
    np.array([SPECIES.index(name) for name in part["species"]])
    for part in (train, valid))
print("aprender:", x_train.shape, " comparar:", x_valid.shape)
print("huecos:", np.isnan(x_train).sum(), "y", np.isnan(x_valid).sum())

# %% [markdown]
# La capa `Normalization` ya la usaste: `adapt` mide la media y la varianza de cada columna, **solo con los datos de aprender**, y
# quedan guardadas en la capa. Eso es todo lo que aprende, y ningún entrenamiento lo mueve.
#
# **Predice:** si en la columna hay un hueco, ¿qué media apuntará?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Deja que vean los `nan` antes de explicarlos: no hay error ni aviso, y una red entera saldría `nan`. Al final
# de la sección, la pregunta que importa: ¿quién llama a `predict` dentro de un año, y qué sabe de nuestra escala?

# %%
scale = keras.layers.Normalization()
scale.adapt(x_train)
print("con los huecos:", np.asarray(scale.mean)[0])
complete = x_train[~np.isnan(x_train).any(axis=1)]
scale.adapt(complete)
print("sin ellos:     ", np.asarray(scale.mean)[0].round(1))

# %% [markdown] presenta="numpy.nanmean, numpy.nanstd, numpy.nan_to_num"
# **Qué observas.** Basta un hueco para que la media sea `nan`, sin error ni aviso. Se adapta con las filas completas. ¿Y
# cuando el hueco llegue en una fila que hay que contestar? Escalada, la media es 0: un 0 en el hueco dice «como la
# media».
#
# ### Ejercicio 8.10.1
#
# Escribe con NumPy `escalar(aprender, x)`: recibe dos tablas con las mismas columnas, que pueden tener huecos. Devuelve `x`
# menos la media y entre la desviación estándar **de** `aprender`, columna a columna, y con 0 donde `x` tenía un hueco.
# `np.nanmean` y `np.nanstd` miden sin contar los huecos, y `np.nan_to_num` cambia cada `nan` por un 0.

# %% tags=["ejercicio"]
def escalar(aprender, x):
    # >>> return ...
    media = np.nanmean(aprender, axis=0)
    desviacion = np.nanstd(aprender, axis=0)
    return np.nan_to_num((x - media) / desviacion)
    # <<<

# %%
check("8.10.1", escalar)

# %% [markdown] presenta="keras.ops.nan_to_num"
# Con capas, lo mismo es `keras.ops.nan_to_num(scale(x))`. Ahora, dos redes gemelas. A una le damos los datos ya preparados;
# la otra lleva la preparación delante y los recibe en crudo.
#
# **Predice:** en validación, ¿acertarán lo mismo? ¿Y si a la primera le llegan los datos en crudo?

# %%
def prepare(x):
    return keras.ops.nan_to_num(scale(x))

def make_core():
    set_seed(42)
    return keras.Sequential([
        keras.Input((4,)), keras.layers.Dense(16, activation="relu"),
        keras.layers.Dense(3, activation="softmax")])

def fit(model, x, epochs=30):
    model.compile(keras.optimizers.Adam(0.01),
                  "sparse_categorical_crossentropy")
    model.fit(x, y_train, batch_size=32, epochs=epochs, verbose=0)
    return model

# %%
z_train, z_valid = (np.asarray(prepare(x)) for x in (x_train, x_valid))
outside = fit(make_core(), z_train)
entry = keras.Input((4,))
inside = fit(keras.Model(entry, make_core()(prepare(entry))), x_train)

def accuracy(said):
    return float((np.asarray(said).argmax(axis=1) == y_valid).mean())

# %%
whole, apart, forgotten = (inside(x_valid), outside(z_valid),
                           outside(x_valid))
for name, said in (("dentro", whole), ("fuera", apart),
                   ("fuera, y se olvida", forgotten)):
    print(f"{name:<19} exactitud ≈ {accuracy(said):.2f}")
print("Dentro y fuera, ¿lo mismo, salvo 0.001?",
      np.allclose(whole, apart, atol=0.001))
print("¿Olvidarlo cuesta más de 0.3?",
      accuracy(apart) - accuracy(forgotten) > 0.3)

# %% [markdown]
# > **Lo que oirás por ahí: «normalizar fuera o dentro da igual».** Para aprender, sí: son las mismas cuentas. Para **servir**, no. Quien
# > reciba la red de fuera tiene que saber que hay que preparar los datos, cómo, y con qué medias; si no, contesta disparates sin
# > un solo aviso.
#
# **Qué observas.** Dentro, la preparación viaja en el archivo. Tiene un precio: se repite en cada época, y fuera se hace una vez. Lo
# habitual es quedarse con las dos ventajas: se entrena el núcleo con los datos ya preparados y se entrega
# `keras.Model(entry, outside(prepare(entry)))`, sin entrenar nada más.

# %% [markdown] presenta="keras.layers.StringLookup, vocabulario"
# ## 2 · ¿Y si el dato es una palabra?
#
# Una red multiplica números: una palabra tiene que convertirse antes en una posición. `StringLookup` («buscar textos») apunta, con
# `adapt`, el **vocabulario** (*vocabulary*): las palabras que hay, de la más a la menos frecuente.
#
# **Predice:** hay tres islas. ¿Cuántas posiciones habrá? ¿Qué saldrá con una isla que no existe?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La sorpresa es que la fila de lo desconocido no se mueve nada. Que digan por qué antes de leerlo: ¿en cuántos
# pingüinos de aprender valía 1 esa columna? El error típico en 8.10.2 es dejar la fila de lo desconocido a ceros.

# %% presenta=".get_vocabulary"
islands = keras.layers.StringLookup()
islands.adapt(train["island"].tolist())
print("vocabulario:", ", ".join(islands.get_vocabulary()))
asked = tf.constant(["Dream", "Biscoe", "Cormorant"])
print("posiciones:", islands(asked).numpy())
one_hot = keras.layers.StringLookup(
    vocabulary=islands.get_vocabulary(), num_oov_indices=1,
    output_mode="one_hot")
print(np.asarray(one_hot(asked)).astype(int))

# %% [markdown]
# **Qué observas.** La posición 0, `[UNK]` (*unknown*, «desconocida»), es la de todo lo que no estaba al adaptar. Con
# `output_mode="one_hot"` sale la fila de ceros con un 1, lista para una capa densa.
#
# ### ★ Ampliación · Ejercicio 8.10.2
#
# Escribe con NumPy `codificar(palabras, vocabulario)`: recibe dos listas de textos (el vocabulario, sin «[UNK]») y
# devuelve un array con una fila por palabra y **una columna más** que el vocabulario. La columna 0 es la de lo
# desconocido; la 1, la de `vocabulario[0]`, y así.

# %% tags=["ejercicio"]
def codificar(palabras, vocabulario):
    # >>> return ...
    filas = np.zeros((len(palabras), len(vocabulario) + 1))
    for fila, palabra in zip(filas, palabras):
        conocida = palabra in vocabulario
        fila[vocabulario.index(palabra) + 1 if conocida else 0] = 1
    return filas
    # <<<

# %%
check("8.10.2", codificar)

# %% [markdown]
# ### ¿Qué aprende la fila de lo desconocido?
#
# Una capa densa sobre ese *one-hot*, entrenada con las islas de los pingüinos. Tiene una fila de pesos por posición.
#
# **Predice:** ¿cuál de las cuatro filas se moverá menos al entrenar? ¿Cuánto?

# %%
codes = np.asarray(one_hot(tf.constant(train["island"].tolist())))
set_seed(42)
by_island = keras.Sequential([
    keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
before = by_island.get_weights()[0]
fit(by_island, codes, epochs=10)
moved = np.abs(by_island.get_weights()[0] - before).max(axis=1)
for name, much in zip(one_hot.get_vocabulary(), moved):
    print(f"{name:<10} se ha movido ≈ {much:.2f}")
print("¿Se ha movido algo la de [UNK]?", bool(moved[0] > 0))

# %% [markdown] presenta="keras.layers.IntegerLookup, keras.layers.CategoryEncoding, multi-hot"
# **Qué observas.** La de `[UNK]`, nada: al entrenar no hubo ninguna desconocida, así que nadie le dijo qué contestar. Se queda con sus
# pesos **al azar**, y con ellos contestará. Que eso estropee mucho o poco se mide; lo
# haremos en la Práctica.
#
# ### ★ Ampliación · Números que son nombres, y varias palabras a la vez
#
# Un código postal es un nombre escrito con cifras: para eso está `IntegerLookup`. Y si cada muestra trae **varias** posiciones, `CategoryEncoding`
# las reúne en una fila: `multi_hot` pone un 1 en cada una que sale; `count`, cuántas veces.

# %%
postal = keras.layers.IntegerLookup(vocabulary=[11000, 28001])
print("posiciones:", postal(tf.constant([28001, 11000, 99999])).numpy())
visited = tf.constant([[1, 3, 3], [2, 2, 2]])  # tres islas cada barco
for mode in ("multi_hot", "count"):
    coding = keras.layers.CategoryEncoding(4, output_mode=mode)
    print(f"{mode:<10}", np.asarray(coding(visited)).astype(int).tolist())

# %% [markdown]
# **Qué observas.** El segundo barco fue tres veces al mismo sitio: `multi_hot` no lo cuenta, y `count` sí. (También se puede pedir a
# `StringLookup` cuántas casillas hay para lo desconocido, con `num_oov_indices`: con 2, una función las reparte; con 0, una
# palabra nueva es un error.)

# %% [markdown] presenta="keras.layers.Hashing, función hash, colisión"
# ## 3 · ¿Y si no hay vocabulario?
#
# Una **función *hash*** convierte cualquier texto en un número, siempre el mismo, sin parecido con el de otro texto. El resto
# al dividirlo entre las casillas que haya es la casilla. Así trabaja `Hashing`: ni `adapt`, ni vocabulario, ni palabras
# desconocidas.
#
# > **Lo que oirás por ahí: «el *hashing* no necesita vocabulario, así que sale gratis».** Se paga en **colisiones**: dos palabras en la misma
# > casilla son, para la red, la misma palabra.
#
# **Predice:** con el doble de casillas que palabras, ¿qué fracción de las palabras compartirá la suya?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Empieza con los cumpleaños: ¿cuántos hacen falta para que dos coincidan con probabilidad 0.5? La curva
# naranja es eso. Que distingan «alguna pareja choca», casi segura, de «la mía choca», que baja con las casillas.

# %%
messages = load_messages()
words = sorted({word for text in messages["texto"]
                for word in re.findall(r"\w+", text.lower())})

def boxes_of(bins, salt=None):
    """La casilla de cada palabra. Con otra sal, otra función hash."""
    layer = keras.layers.Hashing(bins, salt=salt)
    return layer(tf.constant(words)).numpy()

def shared(boxes):
    return (np.bincount(boxes)[boxes] > 1).mean()

boxes = boxes_of(2 * len(words))
print(f"{len(messages)} mensajes, {len(words)} palabras y "
      f"{2 * len(words)} casillas: comparten {shared(boxes):.2f}")
for box in np.flatnonzero(np.bincount(boxes) > 2)[:3]:
    print("juntas:", [w for w, b in zip(words, boxes) if b == box])

# %% [markdown]
# **Qué observas.** Más de una de cada tres comparte casilla, y las parejas no tienen nada que ver entre sí: si una es de *spam* y la otra no, la red no
# puede distinguirlas. Con un vocabulario no choca nadie: si lo puedes tener, tenlo. El *hash* es para cuando no cabe, o no para de crecer.
#
# ### ★ Ampliación · Ejercicio 8.10.3
#
# ¿Cuántas se esperan? Con $k$ palabras y $m$ casillas, otra palabra no cae en la tuya con probabilidad $1 - 1/m$; y ninguna de las otras
# $k - 1$, con $(1 - 1/m)^{k - 1}$. Que **ninguna pareja** choque es el problema de los cumpleaños: la primera palabra cae
# donde quiera, la segunda tiene libres $m - 1$ casillas de $m$, la tercera $m - 2$, y así.
#
# Escribe `prob_choque(palabras, casillas)`: recibe dos enteros y devuelve la probabilidad de que **al menos dos** de las
# palabras caigan en la misma casilla, si todas las casillas son igual de probables.

# %% tags=["ejercicio"]
def prob_choque(palabras, casillas):
    # >>> return ...
    ninguna = 1.0
    for ocupadas in range(palabras):
        ninguna *= (casillas - ocupadas) / casillas
    return 1 - ninguna
    # <<<

# %%
check("8.10.3", prob_choque)

# %%
k = len(words)
times = 2 ** np.arange(0, 13, 2)
measured = [np.mean([shared(boxes_of(int(t * k), salt))
                     for salt in range(5)]) for t in times]
mine = 1 - (1 - 1 / (times * k)) ** (k - 1)
some = [1 - np.prod(1 - np.arange(k) / (t * k)) for t in times]
fig, ax = plt.subplots(figsize=(7, 3.4), layout="constrained")
ax.plot(times, some, "--", color="#D55E00", label="alguna pareja choca")
ax.plot(times, mine, color="#0072B2", label="una palabra choca (fórmula)")
ax.plot(times, measured, "o", color="#0072B2", label="medido, cinco sales")
ax.set(title="Los choques bajan despacio", xscale="log",
       xlabel="Casillas por palabra", ylabel="Probabilidad")
ax.legend(loc=(0.22, 0.4))
print("¿Fórmula y medida, a menos de 0.03?",
      bool(np.abs(mine - measured).max() < 0.03))

# %% [markdown]
# **Qué observas.** La línea azul pasa por los puntos: la función reparte como si fuera al azar. Que choque **la tuya** se
# arregla con unas decenas de casillas por palabra; que no choque **ninguna** pareja pide muchísimas más.

# %% [markdown] presenta="keras.layers.TextVectorization"
# ## 4 · ¿Y si es un mensaje entero?
#
# `TextVectorization` hace cuatro cosas seguidas: limpia el texto, lo parte en palabras, las busca en su vocabulario y devuelve
# las posiciones, o una fila de cuentas. Su limpieza, de fábrica, pasa a minúsculas y quita los signos.
#
# **Predice** su vocabulario con esta frase. ¿Saldrá «gratis» una vez, o dos?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Casi todos los tutoriales están en inglés, y allí esto no se ve. Pregunta en qué otros idiomas pasará. En la comparación del
# final, que apuesten por las parejas: suena a que más información tiene que ayudar.

# %%
phrase = ["¡GRATIS! Último aviso: ¿quieres tu premio gratis?"]
layer = keras.layers.TextVectorization(output_mode="multi_hot")
layer.adapt(phrase)
print(", ".join(layer.get_vocabulary()))

# %% [markdown] presenta="tensorflow.strings.lower, tensorflow.strings.regex_replace"
# **Qué observas.** Está pensada para el inglés. No conoce «¡» ni «¿», y se quedan pegados a su palabra; y solo pasa a
# minúsculas las letras sin acento: «Ú» sigue siendo «Ú». El argumento `standardize` admite una función tuya, con operaciones
# de TensorFlow: `tf.strings.lower(textos, encoding="utf-8")` conoce todas las letras, y
# `tf.strings.regex_replace` recibe los textos, un patrón y el texto que pone donde encaje. `r"[^\p{L}\p{N}\s]"` es «lo que no sea letra,
# cifra ni espacio».

# %% [markdown]
# ### ★ Ampliación · Ejercicio 8.10.4
#
# Escribe `limpiar(textos)`: recibe un tensor de textos y devuelve otro, en minúsculas (todas las letras) y con un **espacio** en lugar de cada carácter que no
# sea letra, cifra ni espacio.

# %% tags=["ejercicio"]
def limpiar(textos):
    # >>> return ...
    minusculas = tf.strings.lower(textos, encoding="utf-8")
    return tf.strings.regex_replace(minusculas, r"[^\p{L}\p{N}\s]", " ")
    # <<<

# %%
check("8.10.4", limpiar)

# %% [markdown] presenta="n-grama, tf-idf"
# ### ★ Ampliación · ¿Qué se cuenta?
#
# La nuestra, registrada para que el archivo sepa encontrarla (lección {{piezas_propias}}). Con ella, cuatro maneras de hacer la fila de un mensaje: si
# está cada palabra (`multi_hot`); cuántas veces (`count`); esas cuentas por un peso mayor si la palabra sale en pocos mensajes
# (`tf_idf`); o también las parejas de palabras seguidas (`ngrams=2`: un **n-grama** son $n$ palabras seguidas). Detrás, una regresión logística, en
# diez repartos.
#
# **Predice:** ¿cuál ganará?

# %%
@keras.saving.register_keras_serializable("curso")
def clean(texts):
    texts = tf.strings.lower(texts, encoding="utf-8")
    return tf.strings.regex_replace(texts, r"[^\p{L}\p{N}\s]", " ")

def hits(seed, **settings):
    """Aciertos de la logística en los 40 mensajes de ese reparto."""
    a, b = train_test_split(messages, test_size=40, random_state=seed,
                            stratify=messages["spam"])
    layer = keras.layers.TextVectorization(standardize=clean, **settings)
    layer.adapt(a["texto"].tolist())
    x, x_new = (np.asarray(layer(tf.constant(part["texto"].tolist())))
                for part in (a, b))
    return LogisticRegression().fit(x, a["spam"]).score(x_new, b["spam"])

# %%
ways = {"está o no": {"output_mode": "multi_hot"},
        "cuántas veces": {"output_mode": "count"},
        "tf-idf": {"output_mode": "tf_idf"},
        "y parejas": {"output_mode": "multi_hot", "ngrams": 2}}
scores = {name: np.array([hits(seed, **settings) for seed in range(10)])
          for name, settings in ways.items()}
for name, found in scores.items():
    gain = found - scores["está o no"]
    more, less = (gain > 0).sum(), (gain < 0).sum()
    print(f"{name:<14} exactitud ≈ {found.mean():.3f}   gana en ≈ {more} "
          f"y pierde en ≈ {less} de 10; ¿gana más? {more > less}")

# %% [markdown]
# **Qué observas.** El peso ayuda en la mayoría de los repartos: «la» y «de» dejan de mandar. Las parejas añaden columnas, no aciertos: con tan pocos mensajes, casi
# ninguna se repite. No es una ley de los textos: es lo que dan 120 mensajes.
#
# ### ★ Ampliación · Ejercicio 8.10.5
#
# El peso de Keras para una palabra que sale en $d$ de los $n$ mensajes es $\ln(1 + n / (1 + d))$, el mismo en
# todos. Escribe con NumPy `tf_idf(cuentas)`: recibe una tabla con una fila por mensaje y una columna por palabra, cuántas veces sale, y
# devuelve la tabla con cada cuenta por el peso de su palabra.

# %% tags=["ejercicio"]
def tf_idf(cuentas):
    # >>> return ...
    salen = (cuentas > 0).sum(axis=0)
    return cuentas * np.log(1 + len(cuentas) / (1 + salen))
    # <<<

# %%
check("8.10.5", tf_idf)

# %% [markdown] presenta="embedding, keras.layers.Embedding, .embeddings"
# ## 5 · ¿Y si cada palabra fuera unos cuantos números?
#
# El *one-hot* trata igual a todas: ninguna se parece a otra. Un ***embedding*** es una tabla con una fila por palabra (o isla, o sitio) y
# unas pocas columnas. La capa `Embedding` recibe posiciones y devuelve esas filas. Al principio son números al azar; son **pesos**, y se aprenden
# como los demás.
#
# **Predice:** ¿en qué se diferencia de un *one-hot* seguido de una capa densa sin sesgo?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Haz en la pizarra el producto de `[0, 1, 0]` por una matriz de tres filas: se queda con la segunda. En 8.10.6 el
# error es de NumPy, y silencioso: con posiciones repetidas, `tabla[casillas] -= …` solo apunta la última.

# %%
set_seed(42)
table = keras.layers.Embedding(4, 2)
asked = np.array([3, 1, 3, 0])
rows = np.asarray(table(asked))
matrix = np.asarray(table.embeddings)
print("la tabla:", matrix.shape, "  lo que sale:", rows.shape)
print("¿Son las filas de la tabla?", np.array_equal(rows, matrix[asked]))
print("¿Es el one-hot por la matriz?",
      np.allclose(rows, np.eye(4)[asked] @ matrix))

# %% [markdown]
# > **Lo que oirás por ahí: «las categorías, siempre en *one-hot*».** Multiplicar una fila de ceros con un 1 por una matriz es quedarse con
# > una fila. El *embedding* da lo mismo sin escribir los ceros ni multiplicarlos: con tres islas da igual; lo que ocuparían
# > unas celdas de verdad lo verás en la sección siguiente.
#
# **Qué observas.** En nada: son los mismos números. También al aprender: la derivada de la pérdida respecto a la tabla solo toca las filas que salieron, y si
# una salió varias veces, **se suman** sus derivadas.
#
# ### Ejercicio 8.10.6
#
# Escribe con NumPy `un_paso(tabla, casillas, gradientes, tasa)`. De `tabla` salieron las filas `tabla[casillas]`, y
# `gradientes`, con una fila por casilla, dice la derivada de la pérdida respecto a cada una. Devuelve la tabla **nueva** tras un paso de descenso de
# gradiente; la que recibes no se toca.

# %% tags=["ejercicio"]
def un_paso(tabla, casillas, gradientes, tasa):
    # >>> return ...
    nueva = tabla.copy()
    for casilla, gradiente in zip(casillas, gradientes):
        nueva[casilla] -= tasa * gradiente
    return nueva
    # <<<

# %%
check("8.10.6", un_paso)

# %% [markdown]
# ¿Hace eso la capa? La misma tabla, una pérdida cualquiera y un paso de `SGD`. En NumPy, la suma de las repetidas es otra vez un
# producto con el *one-hot*.

# %%
with tf.GradientTape() as tape:
    loss = keras.ops.sum(table(asked) ** 3)
gradient = tape.gradient(loss, table.trainable_variables)
keras.optimizers.SGD(0.1).apply(gradient, table.trainable_variables)

pushes = 3 * rows ** 2  # la derivada de la suma de cubos
by_hand = matrix - 0.1 * np.eye(4)[asked].T @ pushes
print("¿La misma tabla?", np.allclose(by_hand, table.embeddings))
still = np.asarray(table.embeddings)[2]
print("La fila 2, que no salió, ¿igual?", np.array_equal(still, matrix[2]))

# %% [markdown] presenta="keras.layers.Discretization, cruce"
# ## 6 · ¿Aprende una red la geografía?
#
# Las casas de California, con los repartos y los logaritmos de {{redes_con_otra_forma}}. La latitud y la longitud entran como dos
# números: para separar la costa del interior, la red tiene que doblarse mucho. Otra idea: partir el mapa en **celdas** y dar a cada una su fila de una
# tabla.
#
# `Discretization` corta un número en tramos y devuelve en cuál cae. Con el de latitud y el de longitud, la celda: es un **cruce** (*cross*) de dos
# categorías. (Keras tiene una capa que cruza con un *hash*, HashedCrossing; aquí se sabe cuántas celdas hay, y la cuenta exacta no choca.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de mirar el mapa, que alguien señale en él San Francisco, Los Ángeles y el desierto. Después: ¿quién le dijo a la
# red que esas celdas se parecen? Nadie: el precio.

# %%
houses = load_california_housing()
band = pd.cut(houses["MedInc"], [0, 2, 3, 4, 6, np.inf], labels=False)
rest, exam = train_test_split(houses, test_size=0.2, stratify=band,
                              random_state=42)
known, other = train_test_split(rest, test_size=0.2, random_state=42,
                                stratify=band[rest.index])

def with_logs(table):
    x = table.drop(columns="MedHouseVal").to_numpy("float32")
    return np.column_stack([x[:, :2], np.log(x[:, 2:6]), x[:, 6:]])

center, spread = with_logs(known).mean(axis=0), with_logs(known).std(axis=0)
n_known, n_other = ((with_logs(part) - center) / spread
                    for part in (known, other))
p_known, p_other = (part["MedHouseVal"].to_numpy("float32")
                    for part in (known, other))

# %%
LAT, LON = np.arange(33, 42, 0.25), np.arange(-124, -114.4, 0.25)
by_lat = keras.layers.Discretization(bin_boundaries=LAT.tolist())
by_lon = keras.layers.Discretization(bin_boundaries=LON.tolist())
WIDE = len(LON) + 1  # cuántos tramos de longitud hay
CELLS = (len(LAT) + 1) * WIDE

def cells_of(table):
    row = by_lat(table["Latitude"].to_numpy("float32"))
    column = by_lon(table["Longitude"].to_numpy("float32"))
    return np.asarray(row)[:, None] * WIDE + np.asarray(column)[:, None]

c_known, c_other = cells_of(known), cells_of(other)
print(f"{CELLS} celdas; con algún distrito, {len(np.unique(c_known))}")
print("distritos de validación en celdas nuevas:",
      int((~np.isin(c_other, c_known)).sum()))
print(f"en one-hot ocuparían {4 * c_known.size * CELLS / 1e6:.0f} MB; "
      f"las posiciones, {4 * c_known.size / 1e6:.2f}")

# %% [markdown]
# **Predice:** la red ya tenía la latitud y la longitud. ¿Le servirá de algo que se las demos además en celdas? Ocho semillas, en parejas.

# %%
def make_net(size=None):
    """Ocho números y, si se pide, la celda, con `size` números."""
    entry, cell = keras.Input((8,)), keras.Input((1,), dtype="int32")
    x = entry
    if size:
        place = keras.layers.Embedding(CELLS, size)(cell)
        place = keras.layers.Flatten()(place)
        x = keras.layers.Concatenate()([entry, place])
    for _ in range(2):
        x = keras.layers.Dense(30, activation="relu")(x)
    return keras.Model([entry, cell], keras.layers.Dense(1)(x))

# %%
def several(size=None, cells=c_known, seeds=8):
    """El RMSE de validación con varias semillas; y la última red."""
    errors = []
    for seed in range(seeds):
        set_seed(seed)
        model = make_net(size)
        rate = keras.optimizers.schedules.CosineDecay(0.01, 52 * 8)
        model.compile(keras.optimizers.Adam(rate), "mse",
                      steps_per_execution=52)
        model.fit([n_known, cells], p_known, batch_size=256, epochs=8,
                  verbose=0)
        guess = np.asarray(model([n_other, c_other])).ravel()
        errors.append(100 * np.sqrt(np.mean((guess - p_other) ** 2)))
    return np.array(errors), model

# %%
without, _ = several()
placed, geography = several(4)
for name, errors in (("sin celdas", without), ("con celdas", placed)):
    print(f"{name}  RMSE ≈ {errors.mean():.1f} mil $")
print(f"diferencia ≈ {np.mean(placed - without):+.1f} mil $; gana "
      f"≈ {(placed < without).sum()} de las ocho")
print("¿Gana con celdas las ocho veces?", bool((placed < without).all()))
mixed = np.random.default_rng(0).permutation(c_known)
fake, _ = several(4, mixed, seeds=3)
print(f"con las celdas barajadas  RMSE ≈ {fake.mean():.1f} mil $")
print("¿Ganan así más de 2 mil $?", bool(np.mean(without[:3] - fake) > 2))

# %% [markdown]
# **Qué observas.** Ayuda, las ocho veces. Nadie le dijo dónde está el mar: cada celda encontró sus cuatro números empujada por los precios de sus
# distritos. Y no es por tener más pesos: con las celdas repartidas a suertes, la tabla no sirve de nada. (Los 33 distritos de validación que caen en celdas nuevas reciben la
# fila con la que nació la suya.)
#
# ### ¿Qué ha aprendido?
#
# Las cuatro columnas de la tabla no significan nada por separado. Lo que sí se puede leer es qué hace la red con ellas: le damos siempre el mismo
# distrito, con los ocho números en la media, y solo cambiamos la celda.

# %%
def said_of(cells):
    """El precio del distrito medio en cada celda, en miles de $."""
    average = np.zeros((len(cells), 8), "float32")
    return 100 * np.asarray(geography([average, cells])).ravel()

line = said_of(c_known)
cities = pd.DataFrame({"Latitude": [37.77, 36.75],
                       "Longitude": [-122.42, -119.77]})
bay, valley = said_of(cells_of(cities))
print(f"San Francisco ≈ {bay:.0f} mil $   Fresno ≈ {valley:.0f} mil $")
print("¿Al menos la mitad más?", bool(bay > 1.5 * valley))
agree = np.corrcoef(line, p_known)[0, 1]
print(f"correlación con el precio de verdad ≈ {agree:.2f}; ¿más de 0.5?",
      bool(agree > 0.5))

# %%
ax = plot_map(known["Longitude"], known["Latitude"], line,
              label="Precio del mismo distrito (miles de $)")
title = ax.set_title("Lo que la tabla dice de cada celda")

# %% [markdown]
# **Qué observas.** Lo más claro, junto al mar: la bahía de San Francisco y las costas de Los Ángeles. Lo más oscuro, el
# valle, el desierto y todo el norte, también su costa. No es un mapa del mar: es un mapa de precios, y salió de unos
# números que al empezar eran azar; el distrito era siempre el mismo.

# %% [markdown] presenta="keras.layers.Resizing, keras.layers.RandomFlip, keras.layers.RandomRotation"
# ## ★ Ampliación · ¿Y las imágenes?
#
# También tienen capas. `Rescaling` multiplica (ya la usaste en {{una_red_mejor}}) y `Resizing` cambia el tamaño: hacen siempre lo mismo. `RandomFlip`, `RandomRotation` y
# `RandomTranslation` (de {{una_cnn_que_aguante}}) cambian la imagen al azar, para el aumento de datos: con `training=True`, y si no, la dejan como está.
#
# **Predice:** si una imagen gira, ¿sigue valiendo su etiqueta?

# %%
digits = load_digits()
pictures = digits.images[:, :, :, None].astype("float32")
same_size = keras.Sequential([keras.layers.Rescaling(1 / 16),
                              keras.layers.Resizing(24, 24)])
six = same_size(pictures[digits.target == 6][:1])
set_seed(1)
changes = {"RandomFlip": keras.layers.RandomFlip("horizontal"),
           "RandomRotation": keras.layers.RandomRotation(0.2),
           "RandomTranslation": keras.layers.RandomTranslation(0.2, 0.2)}

# %%
shown = {"original": six} | {name: layer(six, training=True)
                             for name, layer in changes.items()}
shown["media vuelta"] = six[:, ::-1, ::-1]
fig, axes = plt.subplots(1, 5, figsize=(7.5, 2), layout="constrained")
for ax, (name, picture) in zip(axes, shown.items()):
    ax.imshow(np.asarray(picture)[0, :, :, 0], cmap="gray_r")
    ax.set_title(name, fontsize=9)
    ax.set(xticks=[], yticks=[])
print("Con training=False, ¿la misma imagen?",
      all(np.array_equal(layer(six, training=False), six)
          for layer in changes.values()))

# %% [markdown]
# Media vuelta la deja cabeza abajo. Un clasificador que nunca vio cifras giradas, ante los seises dados la vuelta:

# %%
flat = digits.images.reshape(-1, 64)
judge = LogisticRegression(max_iter=2000)
judge.fit(flat[:1000], digits.target[:1000])
later, answer = digits.images[1000:], digits.target[1000:]
sixes = later[answer == 6]
turned = sixes[:, ::-1, ::-1]
for name, group in (("derechos", sixes), ("dados la vuelta", turned)):
    said = judge.predict(group.reshape(-1, 64))
    print(f"{name:<16} dice 6: ≈ {np.mean(said == 6):.2f}   "
          f"dice 9: ≈ {np.mean(said == 9):.2f}")
print("Dados la vuelta, ¿9 más veces que 6?",
      bool(np.mean(said == 9) > np.mean(said == 6)))

# %% [markdown]
# **Qué observas.** La capa cambia la imagen y no toca la etiqueta: supone que sigue valiendo. Un bolso reflejado es un bolso; un 6 con media
# vuelta es un 9, y aun así se entrenaría como 6. Antes de aumentar, pregunta si tú cambiarías la etiqueta.

# %% [markdown]
# ## Errores frecuentes
#
# **Adaptar otra vez, con la red ya entrenada.** El vocabulario se ordena por frecuencia: con otros datos cambia el orden, y con él,
# qué significa cada columna.

# %%
lookup = keras.layers.StringLookup(output_mode="one_hot")
lookup.adapt(train["island"].tolist())
island_valid = tf.constant(valid["island"].tolist())
right = accuracy(by_island(lookup(island_valid)))
lookup.adapt(3 * ["Dream"] + 2 * ["Torgersen"] + ["Biscoe"])
wrong = accuracy(by_island(lookup(island_valid)))
print("ahora:", ", ".join(lookup.get_vocabulary()))
print(f"exactitud: antes ≈ {right:.2f}   después ≈ {wrong:.2f}")
print("¿Pierde más de 0.2?", right - wrong > 0.2)

# %% [markdown]
# ### ★ Ampliación · Un hueco entre las palabras
#
# Para pandas es `nan`, un número, y un tensor no mezcla. Se cambia antes por una palabra que
# lo diga.

# %%
try:
    tf.constant(train["sex"].tolist())
except Exception as error:
    print("Falla:", type(error).__name__)
filled = tf.constant(train["sex"].fillna("?").tolist())
print("Arreglado:", filled.shape)

# %% [markdown]
# ## Práctica: la ficha de un pingüino nuevo
#
# En la estación rellenan fichas a mano: faltan datos, y llegan de islas que no estaban. El modelo tiene que recibir la ficha **como viene**.
#
# ### Paso 1 · Ejercicio 8.10.7
#
# Completa `a_lote(ficha)` (los textos ya están): recibe un diccionario con algunas de las claves de `TEXTS` y de `MEASURES` (puede faltar alguna, y puede valer
# `None`) y devuelve otro con **todas**. Cada valor es un tensor de forma `(1, 1)`, un lote de una muestra: el de un texto, con la palabra, o con
# `"?"` si falta; el de una medida, con el número, en `tf.float32`, o con `np.nan` si falta.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pregunta qué debería contestar el modelo a una ficha vacía, y que lo prueben.

# %%
TEXTS = ["island", "sex"]

# %% tags=["ejercicio"]
def a_lote(ficha):
    lote = {}
    for nombre in TEXTS:
        palabra = ficha.get(nombre)
        lote[nombre] = tf.constant([["?" if palabra is None else palabra]])
    # >>> return ...
    for nombre in MEASURES:
        numero = ficha.get(nombre)
        numero = np.nan if numero is None else numero
        lote[nombre] = tf.constant([[numero]], tf.float32)
    return lote
    # <<<

# %%
check("8.10.7", a_lote)

# %% [markdown]
# (Tensores, porque Keras no admite arrays de NumPy con textos.) De una tabla entera sale un diccionario de columnas, y el modelo tiene una entrada por
# cada una, con su nombre y su tipo:

# %%
def to_batch(table):
    """De una tabla de pingüinos, un diccionario de columnas."""
    batch = {name: tf.constant([[word] for word in table[name].fillna("?")])
             for name in TEXTS}
    return batch | {name: tf.constant(table[[name]].to_numpy("float32"))
                    for name in MEASURES}

def new_inputs():
    inputs = {name: keras.Input((1,), dtype="string", name=name)
              for name in TEXTS}
    return inputs | {name: keras.Input((1,), name=name)
                     for name in MEASURES}

def lookup_of(name):
    layer = keras.layers.StringLookup(output_mode="one_hot")
    layer.adapt(train[name].fillna("?").tolist())
    return layer

# %% [markdown]
# ### ★ Ampliación · Paso 2 · Ejercicio 8.10.8
#
# Completa `montar(isla, sexo, escala, neuronas)`, que devuelve un `keras.Model` con las entradas de `new_inputs()`. Junta, en este orden, las
# medidas (pasadas por `escala`, y con un 0 en los huecos, con `keras.ops.nan_to_num`), lo que da `isla` con `entrada["island"]` y lo que da `sexo` con
# `entrada["sex"]`. Después, una capa densa de `neuronas` con ReLU, y la salida: 3 probabilidades.

# %% tags=["ejercicio"]
def montar(isla, sexo, escala, neuronas):
    entrada = new_inputs()
    medidas = keras.layers.Concatenate()([entrada[nombre]
                                          for nombre in MEASURES])
    # >>> return ...
    todo = keras.layers.Concatenate()([
        keras.ops.nan_to_num(escala(medidas)),
        isla(entrada["island"]), sexo(entrada["sex"])])
    h = keras.layers.Dense(neuronas, activation="relu")(todo)
    salida = keras.layers.Dense(3, activation="softmax")(h)
    return keras.Model(entrada, salida)
    # <<<

# %%
check("8.10.8", montar)

# %% [markdown]
# ### Paso 3 · ¿Qué se puede dejar en blanco?
#
# La nuestra, como se dijo al principio: se prepara una vez, fuera; se entrena el núcleo; y se entrega todo junto.

# %%
entry = new_inputs()
measured = keras.layers.Concatenate()([entry[name] for name in MEASURES])
ready = keras.layers.Concatenate()([
    prepare(measured), lookup_of("island")(entry["island"]),
    lookup_of("sex")(entry["sex"])])
preparer = keras.Model(entry, ready)

set_seed(42)
core = keras.Sequential([
    keras.Input((ready.shape[1],)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(3, activation="softmax")])
fit(core, np.asarray(preparer(to_batch(train))))
model = keras.Model(entry, core(ready))
print("entran", len(entry), "columnas; al núcleo le llegan",
      ready.shape[1], "números")

# %% [markdown]
# **Predice:** si en todas las fichas de validación se borra una sola cosa, ¿cuál costará más? ¿Y una isla que no existía?

# %%
def erased(name):
    """La validación, con esa columna en blanco."""
    table = valid.copy()
    table[name] = "Cormorant" if name == "island" else (
        None if name == "sex" else np.nan)
    return accuracy(model(to_batch(table)))

full = accuracy(model(to_batch(valid)))
lost = {name: full - erased(name) for name in TEXTS + MEASURES}
print(f"completas: exactitud ≈ {full:.2f}")
for name, much in lost.items():
    print(f"sin {name:<18} pierde ≈ {much:+.2f}")
print("¿Lo que más cuesta es el largo del pico?",
      max(lost, key=lost.get) == "bill_length_mm")
print("¿Cuesta la isla nueva menos de 0.05?", lost["island"] < 0.05)

# %% [markdown]
# **Qué observas.** La isla nueva apenas le cuesta, aunque su fila siga al azar: con las cuatro medidas, la isla sobra. Lo que no puede faltar es el largo del
# pico. Un hueco se contesta siempre, pero contestar no es saber: eso hay que medirlo, columna a columna.
#
# ### Paso 4 · Guardarlo, abrirlo y preguntar
#
# Llega una ficha de una isla que no existía, sin sexo y sin pesar. El modelo se guarda, se abre como lo haría otra persona, y se le pregunta.

# %% tags=["resultado"]
card = {"island": "Cormorant", "bill_length_mm": 48.0,
        "bill_depth_mm": 14.8, "flipper_length_mm": 218}
batch = {name: tf.constant([[card.get(name, "?")]]) for name in TEXTS}
batch = batch | {name: tf.constant([[card.get(name, np.nan)]], tf.float32)
                 for name in MEASURES}
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "fichas.keras"
    model.save(path)
    delivered = keras.models.load_model(path)
print("¿Contesta lo mismo que antes de guardarlo?",
      np.allclose(delivered(batch), model(batch)))
said = np.asarray(delivered(batch))[0]
print("¿Suman 1, sin ningún nan?", bool(np.isclose(said.sum(), 1)))
print(f"{SPECIES[said.argmax()]}, con probabilidad ≈ {said.max():.2f}")

# %% [markdown]
# **Qué observas.** Quien abre el archivo no sabe de medias, ni de vocabularios, ni de huecos: escribe la ficha, y el modelo contesta. Las medias, las
# palabras y el orden de las columnas han viajado con él.

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Un modelo con `Normalization` dentro recibe una sola muestra. ¿Con qué media la escala?
#
# - a) Con la de esa muestra.
# - b) Con ninguna: antes hay que llamar a `adapt` con los datos nuevos.
# - c) Con la de los datos de `adapt`.
# - d) Con una que se fue ajustando al entrenar.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("8.10.A1", respuesta_1)

# %% [markdown]
# **A2.** En una red con `StringLookup` llega una ciudad que no estaba al adaptar, y ninguna desconocida salió al entrenar. ¿Qué pasa?
#
# - a) Un error.
# - b) Contesta con los pesos al azar con los que nació la fila de lo desconocido.
# - c) Contesta con la media de las demás ciudades.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "b"
# <<<
check("8.10.A2", respuesta_2)

# %% [markdown]
# **A3.** ¿Qué gana un *embedding* de 8 columnas frente a un *one-hot* seguido de una capa densa de 8 neuronas, lineal y sin sesgo?
#
# - a) No multiplica por ceros; los números que salen son los mismos.
# - b) Acierta más.
# - c) No tiene pesos que aprender.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("8.10.A3", respuesta_3)

# %% [markdown]
# **A4.** Un lunes, tras adaptar el vocabulario con los datos de la semana, el modelo de siempre acierta mucho menos. ¿Qué es lo más
# probable?
#
# - a) Que los pesos se hayan perdido.
# - b) Que haya demasiadas palabras desconocidas.
# - c) Que haya colisiones.
# - d) Que cada columna signifique ahora otra palabra.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "d"
# <<<
check("8.10.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - `adapt` mide una vez, con los datos de aprender, y lo que mide viaja en el archivo. Fuera, quien sirve tiene que acordarse.
# - Una palabra es una posición; lo desconocido tiene la suya, y si no ve casos al entrenar, sus pesos siguen al azar.
# - El *hash* no pide vocabulario: se paga en colisiones, que se calculan.
# - La limpieza de textos de fábrica es para el inglés: mira siempre el vocabulario que sale.
# - Un *embedding* es una tabla de filas que se aprenden: el *one-hot* por una matriz, sin los ceros.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 13.
# - Keras: [las capas de preproceso](https://keras.io/api/layers/preprocessing_layers/).
# - K. Weinberger y otros (2009), *Feature Hashing for Large Scale Multitask Learning*:
#   [arXiv:0902.2206](https://arxiv.org/abs/0902.2206).
# - C. Guo y F. Berkhahn (2016), *Entity Embeddings of Categorical Variables*:
#   [arXiv:1604.06737](https://arxiv.org/abs/1604.06737).
