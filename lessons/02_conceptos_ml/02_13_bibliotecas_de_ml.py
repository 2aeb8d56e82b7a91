# %% [markdown]
# # 2.13 · Bibliotecas de ML: la misma red, del menú y con receta
#
# | | |
# |---|---|
# | **Objetivos** | Entrenar la misma red con scikit-learn y con Keras; contar los números que aprende; pasar los pesos de una biblioteca a otra; comparar bibliotecas con varias semillas y elegir la que conviene a cada trabajo |
# | **Duración** | {{minutos}} |
# | **Requisitos** | scikit-learn en cinco líneas (lección {{bibliotecas_cientificas}}), la neurona ({{la_neurona}}) y la red ({{capas}}), el descenso de gradiente ({{descenso_de_gradiente}}), los lotes y Adam ({{lotes_y_optimizadores}}), la retropropagación ({{como_aprende_una_red}}) y el sobreajuste ({{sobreajuste}}) |
# | **Datos** | 1797 dígitos escritos a mano, de 8×8 píxeles, y 569 biopsias de mama: los dos vienen con scikit-learn |
# | **Práctica** | El mismo problema médico, pedido del menú y con receta |

# %%
import inspect
import os
import subprocess
import sys
import time
import warnings

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_breast_cancer, load_digits
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from course_utils import check, hint, solution
from course_utils import plot_image_grid, quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras

# %% [markdown] presenta=".images, course_utils.plot_image_grid"
# ## 1 · ¿Cuánto quieres escribir tú?
#
# Tienes hambre, y hay tres maneras de arreglarlo.
#
# - **Pedir del menú.** Señalas un plato y, como mucho, dices «sin sal». Llega hecho. Si lo que quieres
#   no está en la carta, no hay.
# - **Escribir la receta.** Tú decides los ingredientes y los pasos; otro enciende el horno y la sigue.
# - **Entrar en la cocina.** El fuego y los cuchillos son tuyos. Puedes hacer lo que quieras, y todo
#   lo que no hagas tú se queda sin hacer.
#
# Las bibliotecas de aprendizaje automático se reparten igual:
#
# | | Tú decides | Ya viene hecho | Biblioteca |
# |---|---|---|---|
# | Menú | qué modelo, y unas cuantas opciones | cómo es por dentro y cómo aprende | **scikit-learn** |
# | Receta | las capas, la pérdida, el optimizador | los gradientes y el ciclo de entrenamiento | **Keras** |
# | Cocina | cada operación y cada paso | los gradientes | **TensorFlow** |
#
# ¿Y la comida? ¿Sabe mejor en un sitio que en otro? Vamos a pedir **la misma red** del menú y con receta,
# con los mismos datos; en la cocina se entra en la lección {{la_cocina}}. Son cifras escritas a mano por trece personas, en imágenes diminutas. (Están en
# `images`, sin desenrollar; `plot_image_grid` las dibuja en una cuadrícula.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de leer la tabla, pregunta quién cocina y quién pide a domicilio: cada cual defiende
# lo suyo, y esa es la idea: ninguna manera es «la buena». Deja apuntada en la pizarra la predicción.

# %%
digits = load_digits()
print("imágenes:", digits.images.shape)
print(f"píxeles: de {digits.images.min():.0f} a {digits.images.max():.0f}")

fig = plot_image_grid(digits.images[:10] / 16,
                      [str(n) for n in digits.target[:10]], columns=10)

# %% [markdown]
# Escalamos los píxeles de 0–16 a 0–1 y apartamos un cuarto de las imágenes para el examen. Con
# `stratify`, las diez cifras se reparten en la misma proporción en los dos lados.

# %%
# cada imagen, ya en una fila de 64 números
x = (digits.data / 16).astype("float32")
y = digits.target
x_train, x_test, y_train, y_test = train_test_split(
    x, y, test_size=0.25, random_state=0, stratify=y)

print("para aprender:", x_train.shape, " para el examen:", x_test.shape)

# %% [markdown] presenta="sklearn.neural_network.MLPClassifier"
# El plato, igual para todas: 64 entradas, una capa oculta de 64 neuronas con ReLU, 10 salidas con softmax;
# optimizador Adam con tasa de aprendizaje 0.001, lotes de 32 y 30 épocas.
#
# **Predice** y apúntalo: ¿qué biblioteca acertará más? ¿Cuál necesitará más líneas? ¿Cuál tardará
# menos?
#
# ## 2 · ¿Y si pido del menú?
#
# scikit-learn tiene decenas de modelos, y a casi todos se les habla igual: `fit`, `predict`, `score`. La red
# densa se llama `MLPClassifier`, y lo que hemos decidido se le dice al pedirla. (`alpha=0` quita una
# regularización que viene de serie; así es la misma red que la otra. Las dos líneas que apuntan
# los avisos no hace falta entenderlas todavía).

# %% presenta="activation=relu"
def train_sklearn(seed, x, y):
    model = MLPClassifier(hidden_layer_sizes=(64,), activation="relu",
                          alpha=0, solver="adam", learning_rate_init=0.001,
                          batch_size=32, max_iter=30, random_state=seed)
    return model.fit(x, y)

# %% tags=["todavia-no"]
with warnings.catch_warnings(record=True) as notices:
    warnings.simplefilter("always")
    menu = train_sklearn(42, x_train, y_train)

menu_accuracy = menu.score(x_test, y_test)
print(f"exactitud en prueba ≈ {menu_accuracy:.3f}   ¿supera 0.94? "
      f"{menu_accuracy > 0.94}")
print("avisos:", {notice.category.__name__ for notice in notices})

# %% [markdown] presenta="sklearn.exceptions.ConvergenceWarning, warnings.simplefilter"
# **Qué observas.** Un plato excelente, y ni una línea sobre cómo se cocina. Solo un aviso,
# `ConvergenceWarning`, que **no es un error**: dice que al acabar las 30 épocas la pérdida aún bajaba.
# Fuimos nosotros quienes pedimos 30, así que lo silenciamos, con `simplefilter`. En tu trabajo, léelo
# siempre.
#
# Lo que no está en la carta no se puede pedir: en `MLPClassifier` la salida, la pérdida y las capas
# densas vienen puestas. Pero podemos mirar dentro, como en la lección {{capas}}:

# %%
warnings.simplefilter("ignore", ConvergenceWarning)

print("pesos: ", [w.shape for w in menu.coefs_])
print("sesgos:", [b.shape for b in menu.intercepts_])

# %% [markdown]
# Para poder decir «es la misma red» hace falta una cuenta que sirva en cualquier biblioteca: cuántos
# números aprende.
#
# ### Ejercicio 2.13.1
#
# Escribe `parametros(anchos)`. Recibe una lista con el ancho de cada capa, de la entrada a la salida
# (la nuestra sería `[64, 64, 10]`), y devuelve el total de pesos y sesgos, un entero. Debe servir para
# cualquier número de capas.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El aviso da juego: ¿preferirían que la biblioteca callara? En 2.13.1 lo más visto es
# olvidar los sesgos, o ponérselos también a la entrada. Que dibujen la lista y una flecha de cada
# ancho al siguiente: con tres capas hay **dos** flechas, y por eso el ciclo da `len(anchos) - 1` vueltas.

# %% tags=["ejercicio"]
def parametros(anchos):
    # >>> return ...
    total = 0
    for i in range(len(anchos) - 1):
        entran, salen = anchos[i], anchos[i + 1]
        total = total + entran * salen + salen
    return total
    # <<<

# %%
check("2.13.1", parametros)

# %% [markdown] presenta="Keras, .compile, loss=sparse_categorical_crossentropy, metrics=accuracy, course_utils.set_seed"
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("2.13.1")` da una pista (y otra, si insistes), y
# `solution("2.13.1")` muestra una solución.
#
# ## 3 · ¿Y si escribo la receta?
#
# En **Keras** se escriben las capas una debajo de otra, y luego `compile` dice cómo se aprende: el
# optimizador y la **función de pérdida** (*loss function*). La que va con etiquetas enteras,
# `sparse_categorical_crossentropy`, castiga la poca probabilidad que la red dio a la clase correcta; y
# con `metrics=["accuracy"]` se pide leer también la exactitud. El ciclo de entrenamiento lo pone Keras. (`set_seed` fija el azar.)

# %% presenta="keras.Sequential, keras.Input, keras.layers.Dense, activation=softmax"
def train_keras(seed, x, y):
    set_seed(seed)
    model = keras.Sequential([
        keras.Input((64,)), keras.layers.Dense(64, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer=keras.optimizers.Adam(0.001),
                  loss="sparse_categorical_crossentropy",
                  metrics=["accuracy"])
    model.fit(x, y, batch_size=32, epochs=30, verbose=0)
    return model

# %% presenta=".evaluate, .count_params"
recipe = train_keras(42, x_train, y_train)
recipe_accuracy = recipe.evaluate(x_test, y_test, verbose=0)[1]

print(f"exactitud en prueba ≈ {recipe_accuracy:.3f}   ¿supera 0.94? "
      f"{recipe_accuracy > 0.94}")
print("números que aprende, en Keras:       ", recipe.count_params())
print("números que aprende, en scikit-learn:",
      sum(a.size for a in menu.coefs_ + menu.intercepts_))

# %% [markdown]
# **Qué observas.** La misma cantidad de números, y un acierto parecido. Pero ¿es de verdad la misma
# red, o solo se le parece? Hay una prueba que no deja dudas: **un trasplante**. Sacamos los pesos que
# aprendió scikit-learn y los ponemos en una red de Keras que no ha entrenado nunca.
#
# **Predice:** ¿qué probabilidades dará la red trasplantada?

# %% presenta="keras.models.clone_model, .set_weights"
w1, w2 = menu.coefs_
b1, b2 = menu.intercepts_
# las mismas capas, con pesos nuevos al azar
transplanted = keras.models.clone_model(recipe)
before = transplanted.predict(x_test, verbose=0)
transplanted.set_weights([w1, b1, w2, b2])
after = transplanted.predict(x_test, verbose=0)

for name, answer in (("sin trasplante", before), ("con trasplante", after)):
    distance = np.abs(answer - menu.predict_proba(x_test)).max()
    print(f"{name}: ¿a menos de 0.0001 de scikit-learn? "
          f"{distance < 0.0001}")

# %% [markdown]
# **Qué observas.** Las 4500 probabilidades coinciden, salvo 0.0001, sin que esa red de Keras haya entrenado con un
# solo dígito. Por dentro no hay dos redes: hay dos multiplicaciones de matrices con sus sesgos, una ReLU y una
# softmax, escritas por dos equipos distintos. Lo aprendido son los pesos, y los pesos son solo números.
#
# ### ★ Ampliación · Ejercicio 2.13.2
#
# El trasplante de arriba solo sirve con una capa oculta. Escribe `pesos_en_orden(modelo)`: recibe un
# `MLPClassifier` ya entrenado, con **cualquier** número de capas, y devuelve la **lista** que quiere
# `set_weights`: los pesos de la primera capa, sus sesgos, los pesos de la segunda, sus sesgos… Recuerda
# que `coefs_` e `intercepts_` son dos listas.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El trasplante es el momento de la lección: haz la pausa antes de ejecutarlo. En 2.13.2
# el primer intento suele ser `modelo.coefs_ + modelo.intercepts_`, con todos los pesos delante. Quien
# acabe pronto puede mirar los `get_weights()` de `recipe` y comprobar el orden.

# %% tags=["ejercicio"]
def pesos_en_orden(modelo):
    # >>> return ...
    lista = []
    for pesos, sesgos in zip(modelo.coefs_, modelo.intercepts_):
        lista.append(pesos)
        lista.append(sesgos)
    return lista
    # <<<

# %%
check("2.13.2", pesos_en_orden)

# %% [markdown] presenta=".add"
# ### Ejercicio 2.13.3
#
# En el menú, `hidden_layer_sizes=(32, 16)` pide dos capas ocultas. ¿Cómo lo hará por dentro? Escribe la
# receta: `crear_red(anchos)` recibe una lista con el ancho de cada capa oculta, por ejemplo `[32, 16]`,
# y devuelve una red de Keras con 64 entradas, **una capa densa con ReLU por cada ancho**, en ese orden,
# y 10 salidas con softmax. No hace falta compilarla. (Un modelo vacío, `keras.Sequential()`, tiene un
# método `add` para añadirle piezas).

# %% tags=["ejercicio"]
def crear_red(anchos):
    # >>> return ...
    red = keras.Sequential()
    red.add(keras.Input((64,)))
    for ancho in anchos:
        red.add(keras.layers.Dense(ancho, activation="relu"))
    red.add(keras.layers.Dense(10, activation="softmax"))
    return red
    # <<<

# %%
check("2.13.3", crear_red)

# %% [markdown] presenta="backend"
# ### ★ Ampliación · ¿En qué cocinas sabe cocinar Keras?
#
# Una receta no cocina sola: hace falta una cocina. Keras la llama *backend*, y la de este cuaderno es
# TensorFlow.
#
# > **Lo que oirás por ahí: «Keras funciona sobre TensorFlow, Theano o CNTK».** Fue cierto hasta Keras 2.3
# > (2019). Después, Keras quedó unido a TensorFlow unos años, y desde Keras 3 (2023) la misma receta se puede
# > llevar a **TensorFlow, JAX o PyTorch**. Pidámosle las cinco. La cocina se elige **antes** de
# > importar Keras, con la variable `KERAS_BACKEND`; por eso cada prueba va en otro Python, aparte de
# > este. (Cómo se abre otro Python desde aquí no hace falta entenderlo todavía.)
#
# **Predice:** ¿a cuáles dirá Keras que no?

# %% tags=["todavia-no"]
print("la cocina de este cuaderno:", keras.config.backend())

for kitchen in ("jax", "torch", "theano", "cntk"):
    done = subprocess.run([sys.executable, "-c", "import keras"],
                          capture_output=True, text=True,
                          env={**os.environ, "KERAS_BACKEND": kitchen})
    unknown = "Unable to import backend" in done.stderr
    print(f"{kitchen:<7}", "ValueError: Keras no la conoce" if unknown
          else "Keras la conoce")

# %% [markdown] presenta="inspect.getsource"
# **Qué observas.** A Theano y a CNTK, que ya no se desarrollan, Keras 3 les cierra la puerta. A JAX y a
# PyTorch (`torch`) los conoce. Que además estén **instalados** es otra cosa: si falta uno, el error es
# `ModuleNotFoundError`, y se arregla con `pip install`.
#
# ## 4 · Entonces, ¿cuál elijo?
#
# Ya se puede resolver la apuesta. Una sola ejecución no basta: el sorteo de los pesos, el orden de los
# lotes y las imágenes que tocan en el examen pueden favorecer a cualquiera. Entrenamos cada versión con **tres
# semillas**, y cada semilla decide también el reparto. Las dos bibliotecas reciben **el mismo**, así que se pueden
# restar de dos en dos: si un examen sale fácil, lo es para ambas. Medimos también el tiempo; y las líneas las cuenta
# Python en el código de las funciones de arriba (`inspect.getsource` da el de una, como texto), sin las vacías.
#
# **Predice:** ¿qué se notará más en la exactitud, cambiar de biblioteca o cambiar de semilla?

# %% [markdown] tags=["docente"]
# **{{minutos}}**, de ellos entre medio minuto y uno de entrenamiento, según la máquina: recupera en ese rato las predicciones de la pizarra.
# El mensaje: la diferencia entre bibliotecas cabe en la que hay entre semillas.

# %%
def count_lines(function):
    return sum(1 for line in inspect.getsource(function).splitlines()
               if line.strip())

def sklearn_answers(model, x):
    return model.predict(x)

def keras_answers(model, x):
    return model.predict(x, verbose=0).argmax(axis=1)

# %%
contestants = {"scikit-learn": (train_sklearn, sklearn_answers,
                                count_lines(train_sklearn)),
               "Keras": (train_keras, keras_answers,
                         count_lines(train_keras))}
accuracies = {name: [] for name in contestants}
seconds = {name: [] for name in contestants}
for seed in range(3):
    x_learn, x_exam, y_learn, y_exam = train_test_split(
        x, y, test_size=0.25, random_state=seed, stratify=y)
    for name, (train, answers, _) in contestants.items():
        start = time.perf_counter()
        trained = train(seed, x_learn, y_learn)
        seconds[name].append(time.perf_counter() - start)
        accuracies[name].append(
            float((answers(trained, x_exam) == y_exam).mean()))

# %%
fig, ax = plt.subplots(figsize=(6.5, 2.6))
for number, pair in enumerate(zip(*accuracies.values(), strict=True)):
    ax.plot(pair, [0, 1], color="#999999", linewidth=1,
            label="el mismo reparto" if number == 0 else None)
for row, values in enumerate(accuracies.values()):
    ax.plot(values, [row] * 3, "o", color="#0072B2", alpha=0.6,
            label="una semilla" if row == 0 else None)
    ax.plot(np.mean(values), row, "D", color="#D55E00",
            label="media" if row == 0 else None)
ax.set(title="La misma red, dos bibliotecas, tres semillas",
       xlabel="Exactitud en prueba",
       ylabel="Biblioteca", yticks=[0, 1], yticklabels=accuracies,
       ylim=(1.6, -0.6), xlim=(0.94, 1.0))
ax.legend()
fig.tight_layout()

# %% tags=["resultado"]
print("biblioteca     líneas   exactitud media   segundos")
for name, (_, _, lines) in contestants.items():
    print(f"{name:<14} {lines:>6}   ≈ {np.mean(accuracies[name]):.3f}"
          f"           ≈ {np.mean(seconds[name]):.1f}")
faster = np.mean(seconds["scikit-learn"]) < np.mean(seconds["Keras"]) / 2
print("¿scikit-learn tarda menos de la mitad que Keras?", bool(faster))

gaps = np.array(accuracies["Keras"]) - np.array(accuracies["scikit-learn"])
luck = max(max(values) - min(values) for values in accuracies.values())
print("Keras menos scikit-learn, semilla a semilla:",
      " ".join(f"≈ {gap:+.3f}" for gap in gaps))
print(f"la misma biblioteca, de una semilla a otra: hasta ≈ {luck:.3f}")
print(f"diferencia media ≈ {gaps.mean():+.3f}   "
      f"¿mayor que la suerte? {bool(abs(gaps.mean()) > luck)}")

# %% [markdown]
# **Qué observas.** Cada línea gris une a las dos bibliotecas en el mismo reparto (un punto más oscuro son varias
# semillas que coinciden). Keras acierta un poco más las
# tres veces, pero por unas pocas imágenes de 450, menos de lo que una misma biblioteca cambia al cambiar de reparto: con tres
# semillas no basta para darle la copa. Lo que cambia de verdad son las líneas y los segundos. Quizá te sorprenda que gane el
# menú. Cada lote lleva un trabajo de preparación, además de las cuentas; con una red y unos lotes tan
# pequeños, esa preparación es la mayor parte, y la de Keras, pensada para redes mucho mayores, es más
# larga. Con otra red el orden puede ser otro: mide.
#
# Así que se elige por el trabajo, no por la nota:
#
# - **Menú**, si el modelo que quieres está en la carta: casi siempre con tablas de datos. Y para lo de
#   alrededor (repartir, escalar, medir), también cuando la red es de otra.
# - **Receta**, si la red es tuya: imágenes, texto, capas especiales. Así son casi todas las redes de los módulos
#   que siguen.
# - **Cocina**, si quieres cambiar la manera misma de aprender, o entenderla: es la lección {{la_cocina}}.
#
# ### Ejercicio 2.13.4
#
# Escribe `empatan(exactitudes, margen)`. Recibe un diccionario como `accuracies` (nombre de la
# biblioteca → lista de exactitudes, una por semilla) y un margen. Devuelve `True` si entre la **media**
# más alta y la más baja hay como mucho `margen`, y `False` si no. Puede haber dos bibliotecas, tres o más.

# %% tags=["ejercicio"]
def empatan(exactitudes, margen):
    # >>> return ...
    medias = [sum(lista) / len(lista) for lista in exactitudes.values()]
    return max(medias) - min(medias) <= margen
    # <<<

# %%
check("2.13.4", empatan)

# %% [markdown]
# ## Errores frecuentes
#
# **1. La pérdida que no va con las etiquetas.** `categorical_crossentropy`, sin «sparse», quiere diez números
# por imagen, con un 1 en la clase correcta. Nuestras etiquetas son un entero por imagen. (`fit` devuelve un
# objeto cuyo `history` guarda la pérdida de cada época.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El 1 avisa, aunque su mensaje no nombra el remedio; el 2 no avisa, y es peor. Antes de
# ejecutar el 2, que digan qué pérdida esperan tras el segundo `fit` en cada biblioteca.

# %% presenta="loss=categorical_crossentropy, .history"
confused = keras.models.clone_model(recipe)
confused.compile(keras.optimizers.Adam(0.001),
                 loss="categorical_crossentropy")
try:
    confused.fit(x_train, y_train, verbose=0)
except ValueError as error:
    print("Falla con", type(error).__name__)

confused.compile(keras.optimizers.Adam(0.001),
                 loss="sparse_categorical_crossentropy")
history = confused.fit(x_train, y_train, verbose=0).history
print(f"Arreglado: la pérdida de la época es ≈ {history['loss'][0]:.1f}")

# %% [markdown] presenta=".loss_"
# **2. Creer que `fit` siempre empieza de cero.** En scikit-learn, sí, si no se pide otra cosa: cada `fit` sortea
# los pesos otra vez, y con la misma semilla salen los mismos. En Keras, no: sigue desde los pesos que la red tenga. Lo dice la pérdida de la última época (en scikit-learn, `loss_`)
# tras el primer `fit` y tras el segundo:

# %%
model = MLPClassifier((64,), max_iter=5, random_state=0)
losses = [model.fit(x_train, y_train).loss_ for _ in range(2)]
print("scikit-learn: ¿acaba igual la segunda vez?", losses[0] == losses[1])

# %% presenta=".get_weights"
def last_loss(model):
    return model.fit(x_train, y_train, epochs=5,
                     verbose=0).history["loss"][-1]

# recién sorteados
fresh_weights = keras.models.clone_model(recipe).get_weights()
confused.set_weights(fresh_weights)
first, second = last_loss(confused), last_loss(confused)
print("Keras:        ¿acaba igual la segunda vez?", first == second)
print("              ¿siguió bajando?", second < first)

confused.set_weights(fresh_weights)
print("Arreglado: con los pesos de antes, ¿empieza otra vez?",
      last_loss(confused) > second)

# %% [markdown]
# ## Práctica: un problema médico, del menú y con receta
#
# En un hospital de Wisconsin se midieron al microscopio las células de 569 biopsias de mama: 30 medidas
# por biopsia (tamaño, textura, forma…). La etiqueta es 0 si el tumor resultó **maligno** y 1 si era
# **benigno**. Son datos reales, para aprender; nada de esto sirve para diagnosticar a nadie.

# %% [markdown] tags=["docente"]
# **{{minutos}}** con la autoevaluación.
# Pregunta para cerrar: ¿basta la exactitud aquí? No: un maligno que se escapa no cuesta lo mismo que
# una falsa alarma; es lo que se vio en {{metricas}}.

# %% presenta=".feature_names"
biopsies = load_breast_cancer()
print("tabla:", biopsies.data.shape)
print("malignos:", np.sum(biopsies.target == 0), " benignos:",
      np.sum(biopsies.target == 1))
print("quien diga siempre «benigno» acierta:",
      round(float(np.mean(biopsies.target == 1)), 2))
for column in (3, 4):
    print(f"{biopsies.feature_names[column]:<16} de "
          f"{biopsies.data[:, column].min():.2f}"
          f" a {biopsies.data[:, column].max():.2f}")

# %% [markdown]
# Fíjate en las dos últimas líneas: el área (*mean area*) llega a 2501 y la suavidad (*mean smoothness*),
# a 0.16. Hay que escalar.
#
# ### Paso 1 · Ejercicio 2.13.5 · Del menú
#
# Escribe `entrenar_menu(x, y)`: recibe las medidas **sin escalar** y las etiquetas, crea un modelo de
# scikit-learn que escale por su cuenta (`make_pipeline`, como en la lección {{bibliotecas_cientificas}}), lo entrena con ellas
# y lo devuelve. Elige el modelo que quieras; `LogisticRegression` ya está importado. `check` lo prueba
# con tres repartos distintos: tiene que acertar, de media, al menos **0.95**.

# %% tags=["ejercicio"]
def entrenar_menu(x, y):
    # >>> return ...
    modelo = make_pipeline(StandardScaler(), LogisticRegression())
    modelo.fit(x, y)
    return modelo
    # <<<

# %%
check("2.13.5", entrenar_menu)

# %% [markdown] presenta="activation=sigmoid, loss=binary_crossentropy, optimizer=adam"
# ### Paso 2 · Ejercicio 2.13.6 · Con receta
#
# Escribe `crear_receta(entradas)`: devuelve una red de Keras **compilada** con ese número de entradas,
# una capa oculta de 16 neuronas con ReLU y **una sola** salida con sigmoide (*sigmoid*): la probabilidad
# de que sea benigno. Con una salida, la pérdida es `"binary_crossentropy"`; el optimizador, `"adam"`.
# `check` la entrenará 40 épocas con los datos ya escalados: tiene que acertar al menos **0.93**.

# %% tags=["ejercicio"]
def crear_receta(entradas):
    # >>> return ...
    red = keras.Sequential([
        keras.Input((entradas,)),
        keras.layers.Dense(16, activation="relu"),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    red.compile(optimizer="adam", loss="binary_crossentropy",
                metrics=["accuracy"])
    return red
    # <<<

# %%
check("2.13.6", crear_receta)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Tienes una tabla con 800 clientes y 12 columnas, y quieres un primer modelo esta misma tarde.
# ¿Por dónde empiezas?
#
# - a) Por TensorFlow: es lo más potente, así que acertará más.
# - b) Por Keras: con menos de tres capas ocultas no se aprende nada.
# - c) Por scikit-learn: un modelo del menú, en cinco líneas, y a medir.
# - d) Por una GPU: sin ella no se puede entrenar.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("2.13.A1", respuesta_1)

# %% [markdown]
# **A2.** La red entrenada con scikit-learn y la de Keras trasplantada daban las mismas probabilidades.
# ¿Por qué?
#
# - a) Porque Keras usa scikit-learn por dentro.
# - b) Porque hacen la misma cuenta con los mismos pesos.
# - c) Porque usaron la misma semilla.
# - d) Porque `set_weights` vuelve a entrenar la red.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "b"
# <<<
check("2.13.A2", respuesta_2)

# %% [markdown]
# **A3.** Con una semilla, la biblioteca A acierta 0.975 y la B, 0.970. ¿Qué se puede decir?
#
# - a) Poco: la diferencia cabe en lo que cambia de una semilla a otra. Hay que repetir.
# - b) Que A es mejor: 0.975 es más que 0.970.
# - c) Que B tiene un error en el código.
# - d) Que A entrenó durante más épocas.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("2.13.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - scikit-learn es el menú, Keras la receta y TensorFlow la cocina: cuanto más decides, más escribes.
# - La misma red acierta más o menos lo mismo en scikit-learn y en Keras; los pesos de una se trasplantan a la otra.
# - Cuántos números aprende una red densa: de cada capa a la siguiente, entran por salen, más los sesgos.
# - El `fit` de scikit-learn empieza de cero, si no se pide otra cosa; el de Keras sigue donde se quedó.
# - Para comparar, varias semillas: una diferencia menor que la que hay entre ellas no dice nada.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulo 10.
# - [Keras 3](https://keras.io/keras_3/): una receta, tres cocinas.
# - [Redes neuronales en scikit-learn](https://scikit-learn.org/stable/modules/neural_networks_supervised.html).
# - Las biopsias: W. N. Street, W. H. Wolberg y O. L. Mangasarian (1993). Los dígitos: E. Alpaydin y
#   C. Kaynak (1998). Los dos, en el repositorio de la Universidad de California en Irvine (UCI).
