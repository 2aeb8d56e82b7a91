# %% [markdown]
# # 6.3 · La red y sus rivales
#
# | | |
# |---|---|
# | **Objetivos** | Entrenar una red con su preparación dentro del mismo objeto; ajustar en validación un *gradient boosting* y ver cómo se hunde sin ajustar; medir si ayudan los pesos de clase, el submuestreo y el sobremuestreo; comparar modelos en las mismas muestras y decir lo que no se puede decir |
# | **Duración** | {{minutos}} |
# | **Requisitos** | {{las_trampas}} (comparación pareada), {{los_datos_y_como_evaluarlos}} (reparto por tiempo, precisión media) y {{fashion_mnist}} (entrenar una red) |
# | **Datos** | Los pagos de {{los_datos_y_como_evaluarlos}} (ULB y Worldline; ODbL 1.0), incluidos en el curso |
# | **Práctica** | Proyecto final, tercera parte: elegir el modelo |

# %%
import time

import matplotlib.pyplot as plt
import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler

# %%
from course_utils import check, hint, solution
from course_utils import load_credit_card_fraud, paired_difference
from course_utils import plot_history, plot_score_distributions
from course_utils import quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras

# %% [markdown]
# ## 1 · ¿Con quién compite la red?
#
# El sobre cerrado sigue cerrado, y en este cuaderno tampoco se mira la prueba: aquí **se elige**, y se elige en
# **validación**. Se aprende con lo que va antes.

# %%
payments = load_credit_card_fraud().drop_duplicates().reset_index(drop=True)
sealed_start = int(0.8 * len(payments))      # el sobre cerrado
test_start = int(0.8 * sealed_start)         # la prueba: aquí no se mira
valid_start = int(0.8 * test_start)
train, valid = payments[:valid_start], payments[valid_start:test_start]
y_train, y_valid = train["Class"].to_numpy(), valid["Class"].to_numpy()

for name, part in (("entrenamiento", train), ("validación", valid)):
    hours = part["Time"] / 3600
    print(f"{name:<14}{len(part):7d} pagos, "
          f"{part['Class'].sum():3d} fraudes, "
          f"de la hora {hours.min():4.1f} a la {hours.max():4.1f}")

# %% [markdown] presenta="hasattr, sklearn.preprocessing.FunctionTransformer"
# Todos los modelos pasan por el mismo juez: la AP en validación y los segundos de entrenamiento, medidos sin
# dibujar nada a la vez. `hasattr` mira si un modelo tiene `predict_proba`: los de scikit-learn, sí; la red, no. Y
# `FunctionTransformer` convierte una función en un paso del *pipeline*.

# %%
FEATURES = [f"V{number}" for number in range(1, 29)] + ["Amount"]
x_train, x_valid = (part[FEATURES].to_numpy("float32")
                    for part in (train, valid))
answers, aps, seconds = {}, {}, {}

def fit_timed(model, x, y, **options):
    """Entrena y devuelve los segundos que tardó."""
    start = time.perf_counter()
    model.fit(x, y, **options)
    return time.perf_counter() - start

# %%
def judge(name, model, took):
    """Puntúa la validación y apunta la AP y lo que tardó en entrenar."""
    if hasattr(model, "predict_proba"):  # los de scikit-learn
        answers[name] = model.predict_proba(x_valid)[:, 1]
    else:
        answers[name] = np.asarray(model(x_valid))[:, 0]
    aps[name], seconds[name] = average_precision_score(y_valid,
                                                       answers[name]), took
    print(f"{name:<22} AP ≈ {aps[name]:.3f}")

def compete(name, model, x=x_train, y=y_train, **options):
    judge(name, model, fit_timed(model, x, y, **options))

# %%
def log_amount(x):
    """Deja V1 a V28 como están y cambia el importe, la última columna, por
    log(1 + importe)."""
    return np.column_stack([x[:, :28], np.log1p(x[:, 28])])

def logistic(class_weight):
    return make_pipeline(FunctionTransformer(log_amount), StandardScaler(),
                         LogisticRegression(max_iter=1000,
                                            class_weight=class_weight))

compete("logística", logistic(None))
compete("logística equilibrada", logistic("balanced"))

# %% [markdown]
# **Qué observas.** El listón, otra vez, es la logística equilibrada: se entrena en un suspiro. Lo que venga tiene que
# ganarle **a ella**, no a «nunca es fraude».
#
# ## 2 · ¿Cómo se guarda la preparación dentro de la red?
#
# La red de este proyecto es pequeña: 29 entradas, una capa densa de 64, *dropout*, una de 32, *dropout*
# y **una** salida con sigmoide, que es la probabilidad de fraude.
#
# ### Ejercicio 6.3.1
#
# Escribe `crear_red(abandono)`: **devuelve** un modelo `keras.Sequential` con entrada
# `keras.Input((29,))`, densa de 64 con ReLU, `Dropout(abandono)`, densa de 32 con ReLU,
# `Dropout(abandono)` y la salida de un solo número entre 0 y 1. Sin compilar.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El error de 6.3.1 que conviene ver en la pizarra es `Dense(1, activation="softmax")`: con
# una sola neurona, softmax vale siempre 1. Después, insiste en el dibujo: pagos **en crudo** → logaritmo
# → normalización → capas. Si la preparación viaja aparte, tarde o temprano alguien usa otra.

# %% tags=["ejercicio"]
def crear_red(abandono):
    # >>> return ...
    return keras.Sequential([
        keras.Input((29,)),
        keras.layers.Dense(64, activation="relu"),
        keras.layers.Dropout(abandono),
        keras.layers.Dense(32, activation="relu"),
        keras.layers.Dropout(abandono),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    # <<<

# %%
check("6.3.1", crear_red)

# %% [markdown] presenta="keras.ops.concatenate, keras.ops.log1p, .trainable_weights, .num_elements"
# Esa red necesita que alguien le prepare los pagos: logaritmo del importe y, después, cada columna con
# media 0 y desviación 1, **medidas solo en el entrenamiento**. Si quien la use mañana olvida un paso, no
# habrá ningún error: habrá malas respuestas (lo viste en {{fashion_mnist}} con los píxeles sin escalar).
#
# El remedio: que la preparación sea **las primeras capas del modelo**. Recibe el pago en crudo y nadie
# puede olvidarla. `keras.layers.Normalization` mide medias y desviaciones con `adapt`, y las operaciones
# de `keras.ops` también se pueden encadenar como capas: `log1p` es la de NumPy, y `concatenate` junta columnas. Después,
# `trainable_weights` son los pesos que aprende, y `num_elements()`, cuántos números hay en cada uno.

# %%
def prepare(x):
    """Como `log_amount`, con operaciones de Keras:
    así se puede guardar dentro del modelo."""
    return keras.ops.concatenate([x[:, :28], keras.ops.log1p(x[:, 28:])],
                                 axis=1)

# %%
def make_net(x, dropout=0.3):
    """Pagos en crudo -> probabilidad de fraude.
    `x` solo sirve para medir medias y desviaciones."""
    set_seed(42)  # todas las redes del cuaderno parten de los mismos pesos
    inputs = keras.Input((29,))
    normalize = keras.layers.Normalization()
    normalize.adapt(np.asarray(prepare(x)))
    hidden = normalize(prepare(inputs))
    for units in (64, 32):
        hidden = keras.layers.Dense(units, activation="relu")(hidden)
        hidden = keras.layers.Dropout(dropout)(hidden)
    return keras.Model(inputs,
                       keras.layers.Dense(1, activation="sigmoid")(hidden))

# %%
def compiled_net():
    model = make_net(x_train)
    model.compile("adam", loss="binary_crossentropy", steps_per_execution=8)
    return model

FIT = {"batch_size": 2048, "epochs": 20, "verbose": 0}
net = compiled_net()
print("parámetros que aprende:",
      sum(w.shape.num_elements() for w in net.trainable_weights))

# %% [markdown] presenta="course_utils.plot_score_distributions"
# **Predice:** la logística se entrena en un suspiro. ¿Mejorará la red su AP?
#
# `plot_score_distributions` dibuja qué puntuaciones recibe cada clase.

# %%
net_seconds = fit_timed(net, x_train, y_train, **FIT)
judge("red", net, net_seconds)

fig, axes = plt.subplots(1, 2, figsize=(7.5, 3.4))
plot_history(net.history, axes=axes[:1])
plot_score_distributions(y_valid, answers["red"], ax=axes[1])
fig.tight_layout()
print("¿Gana la red a la logística corriente por más de 0.05?",
      bool(aps["red"] > aps["logística"] + 0.05))

# %% [markdown] presenta="pesos de clase, submuestreo, sobremuestreo"
# **Qué observas.** La pérdida es diminuta casi desde el principio: con 1.9 fraudes por cada mil pagos, decir
# «casi seguro que no» sale barato. Por eso no juzgamos por ella, sino por cómo **ordena** los pagos. (Los lotes son
# grandes para que casi todos tengan algún fraude.) A la derecha, casi todos los pagos normales se apilan junto a 0 y los
# fraudes se reparten entre los dos extremos: unos los ve clarísimos, y otros no los distingue de un pago
# cualquiera. Recuérdalos: en {{la_red_y_la_decision}} costarán dinero.
#
# ## 3 · ¿Hay que «equilibrar» las clases?
#
# A la logística le vino bien. ¿Y a la red? Hay tres maneras: **pesos de clase** (*class weights*: cada fraude cuenta como
# muchos pagos), **submuestreo** (*undersampling*: se tiran pagos normales) y **sobremuestreo** (*oversampling*: se
# repiten fraudes).
#
# ### Ejercicio 6.3.2
#
# Escribe `pesos_de_clase(y)`: recibe un array de 0 y 1 y **devuelve** un diccionario con las claves `0`
# y `1`. El peso del 0 es `1.0`, y el del 1, el que hace que todos los fraudes juntos pesen lo mismo que
# todos los normales juntos.

# %% tags=["ejercicio"]
def pesos_de_clase(y):
    # >>> return ...
    fraudes = (y == 1).sum()
    return {0: 1.0, 1: float((len(y) - fraudes) / fraudes)}
    # <<<

# %%
check("6.3.2", pesos_de_clase)

# %% [markdown]
# ### Ejercicio 6.3.3
#
# Escribe `submuestrear(y, semilla)`: **devuelve** una lista o un array con las **posiciones** elegidas: las de todos
# los fraudes y las de otros tantos pagos normales, escogidos al azar y sin repetir. Usa
# `np.random.default_rng(semilla)`. El orden da igual.

# %% tags=["ejercicio"]
def submuestrear(y, semilla):
    # >>> return ...
    fraudes = np.flatnonzero(y == 1)
    normales = np.flatnonzero(y == 0)
    azar = np.random.default_rng(semilla)
    return np.concatenate(
        [fraudes, azar.choice(normales, size=len(fraudes), replace=False)])
    # <<<

# %%
check("6.3.3", submuestrear)

# %% [markdown]
# Las tres se aplican **solo a los datos de entrenamiento**: si se tocan los de validación, se mide un
# mundo que no existe. El mismo arranque, la misma red, las mismas épocas (con el submuestreo quedan tan
# pocos pagos que van en lotes de 64 y dan 40 vueltas).
#
# **Predice:** ¿cuál de las tres mejorará más la AP de la red corriente?

# %% [markdown] tags=["docente"]
# **{{minutos}}**, con medio minuto largo de entrenamientos. Apunta las predicciones en la pizarra antes de
# ejecutar: casi toda la clase apuesta por que equilibrar mejora. Errores típicos: dividir al revés en 6.3.2 y elegir
# con repetición en 6.3.3.

# %%
frauds, normals = np.flatnonzero(y_train == 1), np.flatnonzero(y_train == 0)
rng = np.random.default_rng(0)
under, under_2 = (np.concatenate([frauds, rng.choice(normals, len(frauds),
                                                     replace=False)])
                  for _ in range(2))  # dos sorteos
# 1 fraude de cada 10
over = np.concatenate([normals, rng.choice(frauds, len(normals) // 9)])

# %%
compete("red, pesos", compiled_net(),
        class_weight={0: 1.0, 1: len(normals) / len(frauds)}, **FIT)
compete("red, sobremuestreo", compiled_net(), x_train[over],
        y_train[over], **FIT)
for number, rows in enumerate((under, under_2), start=1):
    compete(f"red, submuestreo {number}", compiled_net(), x_train[rows],
            y_train[rows], epochs=40, batch_size=64, verbose=0)

# %%
def against(name, rival):
    """La AP de un modelo menos la de otro, en las mismas muestras de
    validación."""
    gain = paired_difference(average_precision_score, y_valid,
                             answers[name], answers[rival], repetitions=100)
    print(f"{name:<21} − {rival:<21} ≈ {gain.value:+.3f}, "
          f"de ≈ {gain.low:+.3f} a ≈ {gain.high:+.3f}")
    return gain

versions = [name for name in answers if name.startswith("red, ")]
gains = {name: against(name, "red") for name in versions}
print("¿Mejora alguna, de seguro, más de 0.03?",
      any(gain.low > 0.03 for gain in gains.values()))
print("¿Empeora alguna, con todo su intervalo por debajo de 0?",
      any(gain.high < 0 for gain in gains.values()))

# %% [markdown]
# **Qué observas.** De ninguna se puede decir que gane con margen a la red corriente; y alguna pierde, con todo su
# intervalo por debajo de 0. (Con otras semillas sale casi siempre lo mismo; si a la corriente le toca una mala, no.) El submuestreo tira más del 99 % de los pagos normales y se convierte en una lotería: compara
# sus dos sorteos, que solo se distinguen en **qué** pagos se salvaron. (A cambio entrena en un momento: con mil millones de
# pagos, quizá compense.) A la logística le convenía equilibrar; en la red no se ve: **se mide, no se cree**. Lo que los pesos le hacen a las probabilidades, lo verás en
# {{la_red_y_la_decision}}.
#
# ## 4 · ¿Y los árboles?
#
# En la tabla de las casas ({{casas_con_una_red}}) el ***gradient boosting*** ganó a la red sin ajustar nada: es un rival
# obligado. Y un **bosque aleatorio** ({{las_trampas}}), aquí con 30 árboles y la quinta parte de los pagos para cada uno, que
# con todos tardaría mucho más.
#
# **Predice:** ¿qué AP dará el *boosting* tal como viene, sin tocar nada?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El hundimiento sorprende a quien ya sabe: pide explicaciones antes de leer. Que comparen la AP de fábrica
# con la del ajustado y digan qué habrían concluido de «el *boosting* no sirve para esto».

# %%
def boosting(**options):
    return HistGradientBoostingClassifier(random_state=0, **options)

compete("bosque", RandomForestClassifier(30, max_samples=0.2,
                                         min_samples_leaf=2, n_jobs=2,
                                         random_state=0))
compete("boosting tal cual", boosting())
gentle = {"learning_rate": 0.05, "max_leaf_nodes": 8,
          "early_stopping": False}
for l2 in (0, 10, 50):
    compete(f"boosting, L2 = {l2}",
            boosting(l2_regularization=l2, **gentle))

# %%
tuned = max((f"boosting, L2 = {l2}" for l2 in (0, 10, 50)), key=aps.get)
print("¿Se hunde tal cual más de 0.15 por debajo del listón?",
      bool(aps["boosting tal cual"] < aps["logística equilibrada"] - 0.15))
print("¿Gana el ajustado en validación al de fábrica por más de 0.1?",
      bool(aps[tuned] > aps["boosting tal cual"] + 0.1))
print("¿Lleva regularización L2 el elegido?", not tuned.endswith("= 0"))

# %% [markdown]
# **Qué observas.** Tal como viene se hunde, y no porque no sirva. (Cuánto, depende de la semilla: decide cuándo parar con
# unos pagos que aparta al azar. Probamos otras cuatro: todas daban más, y todas se quedaban lejos del listón.) Cada árbol corrige a los anteriores con pasos que divide
# entre lo «dudosas» que son sus hojas; en una hoja llena de pagos clarísimamente normales la duda es casi cero, y el
# paso, enorme. Mira cuánto sube ya con pasos más cortos (`learning_rate`), árboles más pequeños (`max_leaf_nodes`) y sin
# parada temprana: es la línea de L2 = 0. La **regularización L2**, que suma una cantidad fija a ese divisor, hace el resto.
# Un modelo sin ajustar no es un rival: es un espantapájaros. Y el ajuste se elige **en validación**.
#
# ## 5 · ¿Se puede decir quién gana?

# %%
finalists = ["red", "red, pesos", "red, sobremuestreo", "bosque", tuned]
print("modelo                    AP        segundos")
for name in ["logística equilibrada", *finalists, "boosting tal cual"]:
    print(f"{name:<22} ≈ {aps[name]:.3f}      ≈ {seconds[name]:5.1f}")
print()
gains = {name: against(name, "logística equilibrada") for name in finalists}
worst = against("boosting tal cual", "logística equilibrada")
print("¿Pierde el de fábrica, con todo su intervalo por debajo de 0?",
      bool(worst.high < 0))

# %%
fig, ax = plt.subplots(figsize=(7, 3))
for row, (name, gain) in enumerate(gains.items()):
    ax.plot([gain.low, gain.high], [row, row], color="#0072B2", lw=2)
    ax.plot(gain.value, row, "o", color="#0072B2")
ax.axvline(0, color="black", ls=":")
ax.set(title="Lo que gana cada uno al listón, en las mismas muestras",
       yticks=range(len(gains)),
       yticklabels=gains,
       xlabel="Diferencia de precisión media (intervalo del 95 %)")
ax.set_ylabel("Modelo")
fig.tight_layout()
widths = [gain.high - gain.low for gain in gains.values()]
print("¿Mide algún intervalo más de 0.05?", bool(max(widths) > 0.05))

# %% tags=["resultado"]
red = gains["red"]
print("¿Llega la red a 0.75?", bool(aps["red"] > 0.75))
print(f"Red: AP en validación ≈ {aps['red']:.3f}; "
      f"sobre el listón ≈ {red.value:+.3f}, "
      f"de ≈ {red.low:+.3f} a ≈ {red.high:+.3f}")

# %% [markdown] presenta="autocodificador"
# **Qué observas.** Mira qué intervalos contienen al 0: de esos modelos **no se puede decir** que ganen al listón con 74
# fraudes. Sí se puede descartar el *boosting* de fábrica. Nos quedamos con la **red**: está entre los primeros, y guarda
# su preparación dentro. (La de pesos no se distingue de ella, y ya verás lo que les pasa a sus probabilidades.) No porque «las
# redes ganen»: con otra semilla su ventaja cambia, y una logística que se entrena en un suspiro le anda cerca. Y ojo: la nota
# con que se elige sale algo hinchada, porque se elige lo que salió alto. La honesta la dará otro examen.
#
# ## ★ Ampliación · ¿Y si solo miramos pagos normales?
#
# Hay otra idea, que solo usa las etiquetas para apartar los fraudes: aprender **cómo es un pago normal** y desconfiar de lo
# que no se parezca. Un **autocodificador** (*autoencoder*) es una red que recibe 29 números, los aprieta
# en 8 y tiene que devolver los mismos 29. Si aprende solo de pagos normales, los reconstruirá bien; los
# raros, mal. Su puntuación es el **error de reconstrucción**.
#
# > **Lo que oirás por ahí: «el fraude es una anomalía: con un autocodificador no hacen falta etiquetas».**
# > Suena muy bien. Vamos a medirlo.
#
# ### Ejercicio 6.3.4
#
# Escribe `error_de_reconstruccion(original, reconstruido)`: recibe dos arrays de la misma forma, una fila
# por pago, y **devuelve** un array con el error cuadrático medio de **cada fila**.

# %% tags=["ejercicio"]
def error_de_reconstruccion(original, reconstruido):
    # >>> return ...
    return ((original - reconstruido) ** 2).mean(axis=1)
    # <<<

# %%
check("6.3.4", error_de_reconstruccion)

# %% [markdown]
# **Predice:** sin ver un solo fraude, ¿quedará su AP más cerca de la red o del azar?

# %%
scaler = make_pipeline(FunctionTransformer(log_amount),
                       StandardScaler()).fit(x_train)
x_normal = scaler.transform(x_train[y_train == 0]).astype("float32")

set_seed(42)
autoencoder = keras.Sequential([
    keras.Input((29,)),
    keras.layers.Dense(16, activation="tanh"),
    keras.layers.Dense(8, activation="tanh"),
    keras.layers.Dense(16, activation="tanh"),
    keras.layers.Dense(29),
])
autoencoder.compile("adam", loss="mse", steps_per_execution=8)
history = autoencoder.fit(x_normal, x_normal, batch_size=2048, epochs=10,
                          verbose=0)

# %%
scaled = scaler.transform(x_valid)
rebuild_error = (
    (scaled - np.asarray(autoencoder(scaled))) ** 2).mean(axis=1)
rebuild_ap = average_precision_score(y_valid, rebuild_error)
print(f"autocodificador: AP ≈ {rebuild_ap:.3f}")
print("¿Más de diez veces la de avisar al azar?",
      bool(rebuild_ap > 10 * y_valid.mean()))
print("¿Pierde contra el listón por más de 0.2?",
      bool(rebuild_ap < aps["logística equilibrada"] - 0.2))

# %%
rarest_first = y_valid[np.argsort(-rebuild_error)]
alerts_80 = np.searchsorted(rarest_first.cumsum(), 0.8 * y_valid.sum()) + 1
print(f"de los 20 pagos más raros, fraudes ≈ {rarest_first[:20].sum()}")
print("para encontrar 8 de cada 10 fraudes hay que mirar ≈ "
      f"{alerts_80} pagos")
print("¿Es fraude más de la cuarta parte de los 20?",
      bool(rarest_first[:20].mean() > 0.25))
print("¿Son normales más de las tres cuartas partes de los que "
      "hay que mirar?", bool(rarest_first[:alerts_80].mean() < 0.25))

fig, ax = plt.subplots(figsize=(6.5, 4))
plot_score_distributions(y_valid, rebuild_error, ax=ax)
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Raro y fraudulento no son lo mismo. El autocodificador ve **algo**, mucho más que el azar: de los pagos
# rarísimos, a la derecha, más de uno de cada cuatro es un fraude. Pero los demás fraudes se mezclan con pagos honrados igual
# de raros y, como los normales son cientos de veces más, quedan enterrados: quien busque 8 de cada 10 revisará cientos de
# pagos, y más de tres de cada cuatro serán honrados. Sin ejemplos de fraude es un comienzo; en cuanto los hay, la logística
# lo deja muy atrás.
#
# ## Errores frecuentes
#
# **1. Pasar al modelo las columnas en otro orden.** Con una columna de más hay suerte: falla. Con
# las mismas en otro orden, **no** falla.

# %%
backwards = [*FEATURES[27::-1], "Amount"]  # de V28 a V1
shuffled = np.asarray(net(valid[backwards].to_numpy("float32")))[:, 0]
shuffled_ap = average_precision_score(y_valid, shuffled)
print(f"Falla sin protestar: al revés, AP ≈ {shuffled_ap:.3f}")
print("¿Menos de la mitad que con el orden bueno?",
      bool(shuffled_ap < aps["red"] / 2))
print("Arreglado: elige siempre por nombre, tabla[FEATURES]:",
      valid[FEATURES].shape[1], "columnas")

# %% [markdown]
# **2. Multiplicar una columna `(n, 1)` por una fila `(n,)`.** `predict` de Keras devuelve una columna. NumPy no
# protesta: hace todas las combinaciones.

# %%
column = net.predict(x_valid[:3], verbose=0)
amounts = valid["Amount"].to_numpy()[:3]
print("Falla:", column.shape, "*", amounts.shape, "=",
      (column * amounts).shape)
print("Arreglado, con [:, 0]:", (column[:, 0] * amounts).shape)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El segundo se lleva por delante la memoria con 36 000 pagos: pregunta cuántos números serían.

# %% [markdown]
# ## Práctica: elegir sin mirar la prueba
#
# ### Ejercicio 6.3.5
#
# Escribe `elegir(candidatos, x, y, x_valid, y_valid)`. `candidatos` es un diccionario «{nombre: modelo sin entrenar}»,
# con `fit` y `predict_proba` como los de scikit-learn. Entrena cada uno con `x` e `y`, y **devuelve** el nombre del de mayor AP en
# la validación.

# %% tags=["ejercicio"]
def elegir(candidatos, x, y, x_valid, y_valid):
    # >>> return ...
    aps = {}
    for nombre, modelo in candidatos.items():
        modelo.fit(x, y)
        aps[nombre] = average_precision_score(
            y_valid, modelo.predict_proba(x_valid)[:, 1])
    return max(aps, key=aps.get)
    # <<<

# %%
check("6.3.5", elegir)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Un compañero dice: «probé *gradient boosting* con los valores por defecto, dio 0.3 de AP y lo descarté». ¿Qué le falta?
#
# - a) Probarlo en la prueba en lugar de la validación.
# - b) Ajustarlo en validación: sin ajustar no es un rival.
# - c) Equilibrar las clases antes de nada.
# - d) Nada: los valores por defecto son los mejores.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("6.3.A1", respuesta_1)

# %% [markdown]
# **A2.** La red gana al listón por 0.02 de AP, y el intervalo de la diferencia va de −0.03 a +0.06. ¿Qué escribes?
#
# - a) Que con estos datos no se distinguen.
# - b) Que la red es mejor.
# - c) Que empatan: las dos ordenan igual de bien.
# - d) Que la red es peor, porque el intervalo baja de 0.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "a"
# <<<
check("6.3.A2", respuesta_2)

# %% [markdown]
# **A3.** ¿Por qué la normalización va dentro de la red y no en una celda aparte?
#
# - a) Porque así la red aprende más deprisa.
# - b) Porque las medias se calculan mejor con la tarjeta gráfica.
# - c) Porque Keras no admite datos sin normalizar.
# - d) Porque quien use el modelo no puede olvidarla ni hacerla con otras medias.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "d"
# <<<
check("6.3.A3", respuesta_3)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** En A2, la opción c) es la tentación: no distinguir no es demostrar que empatan.

# %% [markdown]
# ## Resumen
#
# - El listón es la logística equilibrada: se entrena en un suspiro y cuesta ganarle.
# - La preparación viaja dentro de la red: recibe pagos en crudo y nadie puede olvidarla.
# - Equilibrar ayudó a la logística; en la red no se vio mejora, y alguna manera la empeoró: se mide en cada modelo.
# - El *boosting* se hunde con sus valores por defecto y llega a pelear con el listón si se ajusta, en validación.
# - Con 74 fraudes, la comparación pareada dice qué diferencias no se pueden afirmar.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulos 7,
#   10 y 17 (conjuntos de árboles, redes y autocodificadores).
# - L. Grinsztajn, E. Oyallon y G. Varoquaux (2022), [*Why do tree-based models still outperform deep learning on
#   tabular data?*](https://arxiv.org/abs/2207.08815)
# - scikit-learn: [histogramas y *gradient boosting*](https://scikit-learn.org/stable/modules/ensemble.html#histogram-based-gradient-boosting).
