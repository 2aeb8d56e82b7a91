# %% [markdown]
# # 6.2 · La red y la decisión
#
# | | |
# |---|---|
# | **Objetivos** | Entrenar una red con su preparación dentro del mismo objeto; medir si ayudan los pesos de clase, el submuestreo, el sobremuestreo y un autocodificador; convertir probabilidades en avisos según lo que cuestan en euros y lo que el equipo puede revisar; examinar una sola vez, con su incertidumbre; guardar el modelo y puntuar con él un archivo de pagos nuevos sin aceptar datos malos |
# | **Duración** | 120 min |
# | **Requisitos** | Lección 6.1 (reparto por fechas, precisión media, fuga de datos), 2.3 (umbral) y 4.4 (entrenar y guardar una red) |
# | **Datos** | 284 807 pagos reales con tarjeta de dos días de septiembre de 2013 (Université Libre de Bruxelles y Worldline; A. Dal Pozzolo y otros, 2015; licencia ODbL 1.0; `V1` a `V28` redondeadas a 4 decimales), incluidos en el curso |
# | **Práctica** | Proyecto final, segunda parte: el detector y la decisión |

# %%
import tempfile
import time
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler

# %%
from course_utils import LearningCurves, best_threshold_for_cost, bootstrap_interval, check
from course_utils import expected_cost, explore_alerts, load_credit_card_fraud, plot_calibration
from course_utils import plot_cost_curve, plot_metric_over_time, plot_score_distributions
from course_utils import precision_at_k, quiet_tensorflow, read_payments, recall_at_k, set_seed

quiet_tensorflow()  # que TensorFlow arranque sin llenar la pantalla de avisos
import keras

# %% [markdown]
# ## 1 · ¿Cuánto cuesta equivocarse?
#
# En 6.1 dejaste el problema planteado: quién actúa cuando salta un aviso, por qué los pagos se
# reparten por fechas y por qué la exactitud no sirve aquí. Ahora falta lo que se entrega: un modelo,
# **una decisión** y las cuentas que la sostienen.
#
# Recuperamos los pagos sin duplicados y los cortamos en tres trozos **en orden de tiempo**: con el
# primero se aprende, con el segundo se elige (modelo y umbral) y el tercero es el examen, que se abre
# una sola vez, en la sección 6.

# %% [markdown] tags=["docente"]
# **14 min.** No repitas 6.1: basta con recordar el orden del tiempo. Para los 5 € del aviso, pregunta
# en clase cuánto tardarían en llamar a una clienta; el número importa menos que escribirlo y que se
# pueda cambiar. Error típico en 6.2.1: no cobrar la revisión de los avisos que **sí** eran fraude.

# %%
payments = load_credit_card_fraud().drop_duplicates().reset_index(drop=True)
test_start = int(0.8 * len(payments))        # el último 20 %: el examen
valid_start = int(0.8 * test_start)          # y lo último de lo anterior: la validación
train, valid, test = (payments[:valid_start], payments[valid_start:test_start],
                      payments[test_start:])
y_train, y_valid, y_test = (part["Class"].to_numpy() for part in (train, valid, test))

for name, part in (("entrenamiento", train), ("validación", valid), ("prueba", test)):
    hours = part["Time"] / 3600
    print(f"{name:<14}{len(part):7d} pagos, {part['Class'].sum():3d} fraudes, "
          f"de la hora {hours.min():4.1f} a la {hours.max():4.1f}")

# %% [markdown]
# **Qué observas.** La prueba dura menos de ocho horas y tiene 74 fraudes; la validación, 52. Son muy
# pocos: recuérdalo cada vez que dos modelos se separen por centésimas.
#
# Ahora, los costes. Son una **hipótesis nuestra**, escrita para que se pueda discutir:
#
# - un fraude **sin aviso** cuesta su importe: lo paga el banco;
# - cada **aviso**, acierte o no, cuesta **5 €**: unos diez minutos de una persona que cuesta 30 € la hora;
# - un fraude **con aviso** solo cuesta la revisión: suponemos que se llega a tiempo de pararlo.
#
# El equipo que revisa puede con **100 avisos al día**. Como la validación y la prueba duran unas
# horas, les toca la parte proporcional.

# %%
ALERT_COST = 5           # euros por aviso revisado
ALERTS_PER_DAY = 100     # lo que puede revisar el equipo

def hours_of(part):
    """Horas que hay entre el primer pago y el último."""
    return (part["Time"].max() - part["Time"].min()) / 3600

k_valid = round(ALERTS_PER_DAY * hours_of(valid) / 24)
k_test = round(ALERTS_PER_DAY * hours_of(test) / 24)
print(f"validación: {hours_of(valid):.2f} h, {k_valid} avisos para {y_valid.sum()} fraudes")
print(f"prueba:     {hours_of(test):.2f} h, {k_test} avisos para {y_test.sum()} fraudes")

# %% [markdown]
# **Qué observas.** Hay más fraudes que avisos posibles. Ni un modelo perfecto los detectaría todos:
# el límite, por ahora, es **el equipo**. Volveremos a esto con euros delante.
#
# **Predice:** sin ningún modelo, sin avisar nunca, ¿cuánto se pierde en las cinco horas y media de
# validación? ¿Cientos, miles o cientos de miles de euros?

# %%
missed = valid.loc[valid["Class"] == 1, "Amount"]
print(f"no avisar nunca: {missed.sum():.2f} €")
print(f"el fraude mediano es de {missed.median():.2f} €; el mayor, de {missed.max():.2f} €")
print(f"de {len(missed)} fraudes, {(missed < ALERT_COST).sum()} valen menos que su revisión")
print(f"revisarlo todo: {ALERT_COST * len(valid):.2f} €")

# %% [markdown]
# **Qué observas.** Hay fraudes que valen menos que los 5 € de su revisión y unos pocos que valen
# muchísimo: el dinero está concentrado. Cualquier detector tiene que quedar entre las dos decisiones
# sin modelo, y por debajo de la más barata.
#
# ### Ejercicio 6.2.1
#
# Escribe `coste(fraude, avisos, importes, coste_aviso)`. Recibe tres arrays de la misma longitud:
# `fraude` (1 o 0), `avisos` (`True` donde se avisa) e `importes` (euros). **Devuelve** los euros que
# cuesta esa decisión: los fraudes sin aviso, más la revisión de **todos** los avisos.

# %% tags=["ejercicio"]
def coste(fraude, avisos, importes, coste_aviso):
    # >>> return ...
    perdido = importes[(fraude == 1) & ~avisos].sum()
    return perdido + coste_aviso * avisos.sum()
    # <<<

# %%
check("6.2.1", coste)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("6.2.1")` da una pista (y otra, si
# insistes), y `solution("6.2.1")` muestra una solución. Antes hay que traerlos:
# `from course_utils import hint, solution`.
#
# Todos los modelos pasarán por el mismo juez, siempre con los datos de **validación**: precisión media
# (AP, la de 6.1), exhaustividad con el cupo de avisos, coste con su mejor umbral y segundos de
# entrenamiento. El umbral queda apuntado para el examen.

# %%
candidates, results = {}, {}

def judge(name, predict, seconds=0.0):
    """Mide un modelo en validación y apunta su umbral; devuelve sus puntuaciones."""
    scores = predict(valid)
    best = best_threshold_for_cost(y_valid, scores, valid["Amount"], alert_cost=ALERT_COST)
    candidates[name] = (predict, best.threshold)
    results[name] = {"ap": average_precision_score(y_valid, scores), "cost": best.total,
                     "recall": recall_at_k(y_valid, scores, k_valid), "seconds": seconds}
    row = results[name]
    print(f"{name:<22} AP ≈ {row['ap']:.3f}  con el cupo ≈ {row['recall']:.2f}  "
          f"coste ≈ {row['cost']:.0f} €")
    return scores

# %% [markdown]
# Empezamos por las referencias: no avisar nunca, la regla de 1.4 y la regresión logística de 6.1. Estos
# pagos no dicen el país, así que a la regla le quedan el importe y la hora. Y la hora es la que va
# **desde el primer pago**, porque la del reloj no la sabemos.

# %%
FEATURES = [f"V{number}" for number in range(1, 29)] + ["Amount"]

def never(part):
    return np.zeros(len(part))

def rule(part):
    """Cuántas señales se cumplen: importe mayor que 1000 € y hora anterior a las 6."""
    hour = (part["Time"] // 3600) % 24
    return ((part["Amount"] > 1000).astype(int) + (hour < 6).astype(int)).to_numpy()

def to_matrix(part):
    return part[FEATURES].to_numpy("float32")

x_train, x_valid, x_test = (to_matrix(part) for part in (train, valid, test))

# %%
def fit_timed(model, x, y, **options):
    """Entrena y devuelve los segundos que tardó."""
    start = time.perf_counter()
    model.fit(x, y, **options)
    return time.perf_counter() - start

def scorer(model):
    """La función que puntúa una tabla de pagos con ese modelo."""
    def predict(part):
        if hasattr(model, "predict_proba"):  # los de scikit-learn
            return model.predict_proba(to_matrix(part))[:, 1]
        return np.asarray(model(to_matrix(part)))[:, 0]  # como predict, todo de una vez
    return predict

# %%
def log_amount(x):
    """Deja V1 a V28 como están y cambia el importe, la última columna, por log(1 + importe)."""
    return np.column_stack([x[:, :28], np.log1p(x[:, 28])])

logistic = make_pipeline(FunctionTransformer(log_amount), StandardScaler(),
                         LogisticRegression(max_iter=1000))
seconds = fit_timed(logistic, x_train, y_train)

never_scores = judge("nunca", never)
rule_scores = judge("regla", rule)
logistic_scores = judge("logística", scorer(logistic), seconds)
print(f"importe mayor que 1000 €: {(rule_scores > 0).sum()} avisos, "
      f"de ellos {y_valid[rule_scores > 0].sum()} fraude")
print("¿Mejora la regla a no avisar nunca?", results["regla"]["cost"] < results["nunca"]["cost"])
print("¿Cuesta la logística menos de la mitad?",
      results["logística"]["cost"] < results["nunca"]["cost"] / 2)

# %% [markdown]
# **Qué observas.** La regla no ahorra nada: de la hora 35 a la 40 nunca es «antes de las 6», así que solo
# queda el importe, y pagar cientos de revisiones para encontrar un fraude cuesta más que dejarlo pasar. La
# logística, en cambio, ahorra más de la mitad. Lo que venga tiene que ganarle **a ella**.
#
# (Su AP es más baja que en 6.1 porque aquí aprende con menos pagos, y otros pagos la juzgan.)
#
# ## 2 · ¿Cómo se guarda la preparación dentro de la red?
#
# La red de este proyecto es pequeña: 29 entradas, una capa densa de 64, *dropout*, una de 32, *dropout*
# y **una** salida con sigmoide, que es la probabilidad de fraude.
#
# ### Ejercicio 6.2.2
#
# Escribe `crear_red(abandono)`: **devuelve** un modelo `keras.Sequential` con entrada
# `keras.Input((29,))`, densa de 64 con ReLU, `Dropout(abandono)`, densa de 32 con ReLU,
# `Dropout(abandono)` y la salida de un solo número entre 0 y 1. Sin compilar.

# %% [markdown] tags=["docente"]
# **16 min.** El error de 6.2.2 que conviene ver en la pizarra es `Dense(1, activation="softmax")`: con
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
check("6.2.2", crear_red)

# %% [markdown]
# Esa red necesita que alguien le prepare los pagos: logaritmo del importe y, después, cada columna con
# media 0 y desviación 1, **medidas solo en el entrenamiento**. Si quien la use mañana olvida un paso, no
# habrá ningún error: habrá malas respuestas (lo viste en 4.4 con los píxeles sin escalar).
#
# El remedio: que la preparación sea **las primeras capas del modelo**. Recibe el pago en crudo y nadie
# puede olvidarla. `keras.layers.Normalization` mide medias y desviaciones con `adapt`, y las operaciones
# de `keras.ops` también se pueden encadenar como capas.

# %%
def prepare(x):
    """Como `log_amount`, con operaciones de Keras: así se puede guardar dentro del modelo."""
    return keras.ops.concatenate([x[:, :28], keras.ops.log1p(x[:, 28:])], axis=1)

def make_net(x, dropout=0.3):
    """Pagos en crudo -> probabilidad de fraude. `x` solo sirve para medir medias y desviaciones."""
    set_seed(42)  # todas las redes del cuaderno parten de los mismos pesos
    inputs = keras.Input((29,))
    normalize = keras.layers.Normalization()
    normalize.adapt(np.asarray(prepare(x)))
    hidden = normalize(prepare(inputs))
    for units in (64, 32):
        hidden = keras.layers.Dense(units, activation="relu")(hidden)
        hidden = keras.layers.Dropout(dropout)(hidden)
    return keras.Model(inputs, keras.layers.Dense(1, activation="sigmoid")(hidden))

# %%
net = make_net(x_train)
print("parámetros que aprende:", sum(w.shape.num_elements() for w in net.trainable_weights))

net.compile("adam", loss="binary_crossentropy")
net_seconds = fit_timed(net, x_train, y_train, batch_size=2048, epochs=20, verbose=0,
                        validation_data=(x_valid, y_valid), callbacks=[LearningCurves()])

# %% [markdown]
# **Qué observas.** La pérdida es diminuta casi desde el principio: con 1.9 fraudes por cada mil pagos, decir
# «casi seguro que no» sale barato. Por eso no juzgamos por la pérdida ni por la exactitud, sino por cómo
# **ordena** los pagos. Los lotes son grandes (2048) para que casi todos tengan algún fraude.
#
# **Predice:** la logística se entrena en un suspiro. ¿Mejorará la red su AP? ¿Y su coste en euros?

# %%
net_scores = judge("red", scorer(net), net_seconds)
print("¿Gana la red a la logística en AP por más de 0.03?",
      results["red"]["ap"] > results["logística"]["ap"] + 0.03)
print("¿Y al coste de no avisar nunca, por más de la mitad?",
      results["red"]["cost"] < results["nunca"]["cost"] / 2)

fig, ax = plt.subplots(figsize=(6.5, 4))
plot_score_distributions(y_valid, net_scores, ax=ax)
fig.tight_layout()

# %% [markdown]
# **Qué observas.** La red ordena mejor que la logística. En la figura, casi todos los pagos normales se
# apilan junto a 0, y los fraudes se reparten entre los dos extremos: hay fraudes que la red ve
# clarísimos y otros que, con estas columnas, no se distinguen de un pago cualquiera.
#
# ## 3 · ¿Hay que «equilibrar» las clases?
#
# > **Lo que oirás por ahí: «con clases desequilibradas, lo primero es equilibrarlas».** Se hace de tres
# > maneras: **pesos de clase** (*class weights*: cada fraude cuenta como muchos pagos), **submuestreo**
# > (*undersampling*: se tiran pagos normales) y **sobremuestreo** (*oversampling*: se repiten fraudes).
# > Se recomiendan por costumbre. Aquí las medimos.
#
# ### Ejercicio 6.2.3
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
check("6.2.3", pesos_de_clase)

# %% [markdown]
# ### Ejercicio 6.2.4
#
# Escribe `submuestrear(y, semilla)`: **devuelve** un array con las **posiciones** elegidas: las de todos
# los fraudes y las de otros tantos pagos normales, escogidos al azar y sin repetir. Usa
# `np.random.default_rng(semilla)`. El orden da igual.

# %% tags=["ejercicio"]
def submuestrear(y, semilla):
    # >>> return ...
    fraudes = np.flatnonzero(y == 1)
    normales = np.flatnonzero(y == 0)
    azar = np.random.default_rng(semilla)
    return np.concatenate([fraudes, azar.choice(normales, size=len(fraudes), replace=False)])
    # <<<

# %%
check("6.2.4", submuestrear)

# %% [markdown]
# Las tres se aplican **solo a los datos de entrenamiento**: si se tocan los de validación, se mide un
# mundo que no existe. El mismo arranque, la misma red, las mismas épocas (con el submuestreo quedan tan
# pocos pagos que van en lotes de 64 y dan 40 vueltas).
#
# **Predice:** ¿cuál de las tres mejorará más la AP de la red corriente?

# %% [markdown] tags=["docente"]
# **18 min**, con medio minuto largo de entrenamientos. Apunta las predicciones en la pizarra antes de
# ejecutar: casi toda la clase apuesta por que equilibrar mejora. La lección no es «equilibrar está mal»,
# sino «se mide, y se mira también la calibración». Errores típicos: dividir al revés en 6.2.3 y elegir
# con repetición en 6.2.4.

# %%
frauds, normals = np.flatnonzero(y_train == 1), np.flatnonzero(y_train == 0)
rng = np.random.default_rng(0)
under, under_2 = (np.concatenate([frauds, rng.choice(normals, len(frauds), replace=False)])
                  for _ in range(2))  # dos sorteos
over = np.concatenate([normals, rng.choice(frauds, len(normals) // 9)])  # 1 fraude de cada 10

# %%
balanced = {}
for name, chosen, options in [
    ("red, pesos", slice(None), {"class_weight": {0: 1.0, 1: len(normals) / len(frauds)}}),
    ("red, submuestreo 1", under, {"epochs": 40, "batch_size": 64}),
    ("red, submuestreo 2", under_2, {"epochs": 40, "batch_size": 64}),
    ("red, sobremuestreo", over, {}),
]:
    model = make_net(x_train)
    model.compile("adam", loss="binary_crossentropy")
    options = {"epochs": 20, "batch_size": 2048, "verbose": 0, **options}
    seconds = fit_timed(model, x_train[chosen], y_train[chosen], **options)
    balanced[name] = judge(name, scorer(model), seconds)

# %%
gaps = {name: results[name]["ap"] - results["red"]["ap"] for name in balanced}
fig, ax = plt.subplots(figsize=(6.5, 3))
names = ["red", *balanced]
ax.barh(names, [results[name]["ap"] for name in names],
        color=["#0072B2"] + ["#999999"] * len(balanced))
ax.set(title="Equilibrar no es mejorar", xlabel="Precisión media en validación", xlim=(0, 1))
fig.tight_layout()

print("¿Mejora alguna la AP de la red en más de 0.05?", max(gaps.values()) > 0.05)
print("¿Quedan pesos y sobremuestreo a menos de 0.05 de ella?",
      max(abs(gaps["red, pesos"]), abs(gaps["red, sobremuestreo"])) < 0.05)
print("¿Pierde el peor submuestreo más de 0.05?", min(gaps.values()) < -0.05)

# %% [markdown]
# **Qué observas.** Ninguna mejora a la red corriente en más de 0.05. Con pesos o repitiendo fraudes se
# queda casi igual. El submuestreo tira más del 99 % de los pagos normales y se convierte en una lotería:
# compara sus dos sorteos, que solo se distinguen en **qué** pagos se salvaron. (A cambio entrena en un
# par de segundos: con mil millones de pagos, quizá compense.)
#
# ¿Cambia algo más? Si las probabilidades de un modelo se cumplen, su **suma** es el número de fraudes que
# espera. Y los podemos contar.

# %%
fig, ax = plt.subplots(figsize=(5.5, 5))
plot_calibration(y_valid, net_scores, strategy="uniform", bins=5, label="red", ax=ax)
plot_calibration(y_valid, balanced["red, pesos"], strategy="uniform", bins=5,
                 label="red con pesos", ax=ax)
fig.tight_layout()

print(f"fraudes que hubo: {y_valid.sum()}")
print(f"la red espera           ≈ {net_scores.sum():.0f}")
print(f"la red con pesos espera ≈ {balanced['red, pesos'].sum():.0f}")
print("¿Espera la red entre la mitad y el doble?", 26 < net_scores.sum() < 104)
print("¿Espera la red con pesos más de cinco veces los que hubo?",
      balanced["red, pesos"].sum() > 5 * y_valid.sum())

# %% [markdown]
# **Qué observas.** A esto se le llama **calibración** (*calibration*). La red corriente va y viene
# alrededor de la diagonal (los puntos del medio se apoyan en un puñado de pagos), y su total cuadra. Con
# pesos, la curva se hunde: le contamos que el fraude era cientos de veces más frecuente, y se lo creyó. Sigue **ordenando** bien, pero sus números ya
# no son probabilidades, y con ellos no se puede hacer ninguna cuenta en euros.
#
# ## 4 · ¿Y si solo miramos pagos normales?
#
# Hay otra idea, que no usa las etiquetas de fraude: aprender **cómo es un pago normal** y desconfiar de lo
# que no se parezca. Un **autocodificador** (*autoencoder*) es una red que recibe 29 números, los aprieta
# en 8 y tiene que devolver los mismos 29. Si aprende solo de pagos normales, los reconstruirá bien; los
# raros, mal. Su puntuación es el **error de reconstrucción**.
#
# > **Lo que oirás por ahí: «el fraude es una anomalía: con un autocodificador no hacen falta etiquetas».**
# > Suena muy bien. Vamos a medirlo con el mismo juez que a los demás.
#
# ### Ejercicio 6.2.5
#
# Escribe `error_de_reconstruccion(original, reconstruido)`: recibe dos arrays de la misma forma, una fila
# por pago, y **devuelve** un array con el error cuadrático medio de **cada fila**.

# %% tags=["ejercicio"]
def error_de_reconstruccion(original, reconstruido):
    # >>> return ...
    return ((original - reconstruido) ** 2).mean(axis=1)
    # <<<

# %%
check("6.2.5", error_de_reconstruccion)

# %% [markdown] tags=["docente"]
# **12 min.** Dibuja el embudo 29–16–8–16–29. Pregunta: si la capa del medio tuviera 29 neuronas, ¿qué
# aprendería? (A copiar, y ya no distinguiría nada.) La tabla del final es el momento de pedir: «¿con
# cuál te quedas y qué le contestas a quien prefiera el bosque?».

# %% [markdown]
# **Predice:** sin ver un solo fraude, ¿quedará su AP más cerca de la red o de la regla?

# %%
scaler = make_pipeline(FunctionTransformer(log_amount), StandardScaler()).fit(x_train)
x_normal = scaler.transform(x_train[y_train == 0]).astype("float32")

set_seed(42)
autoencoder = keras.Sequential([
    keras.Input((29,)),
    keras.layers.Dense(16, activation="tanh"),
    keras.layers.Dense(8, activation="tanh"),
    keras.layers.Dense(16, activation="tanh"),
    keras.layers.Dense(29),
])
autoencoder.compile("adam", loss="mse")
seconds = fit_timed(autoencoder, x_normal, x_normal, batch_size=2048, epochs=10, verbose=0)

# %%
def rebuild_error(part):
    scaled = scaler.transform(to_matrix(part))
    rebuilt = np.asarray(autoencoder(scaled))
    return ((scaled - rebuilt) ** 2).mean(axis=1)

autoencoder_scores = judge("autocodificador", rebuild_error, seconds)
print("¿Más de diez veces la de avisar al azar?",
      results["autocodificador"]["ap"] > 10 * y_valid.mean())
print("¿Menos de la cuarta parte que la logística?",
      results["autocodificador"]["ap"] < results["logística"]["ap"] / 4)

fig, ax = plt.subplots(figsize=(6.5, 4))
plot_score_distributions(y_valid, autoencoder_scores, ax=ax)
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Raro y fraudulento no son lo mismo. El autocodificador ve **algo**: ordena más de diez
# veces mejor que el azar. Pero hay muchísimos pagos honrados igual de raros y, como los normales son casi
# mil veces más, llenan los primeros puestos de la lista. Sin etiquetas es un comienzo; en cuanto las hay, la
# logística lo deja muy atrás.
#
# Falta un rival serio: el **bosque aleatorio**. Con sus 100 árboles de costumbre y todos
# los pagos sería unas quince veces más trabajo: le damos 30 árboles, y a cada uno la quinta parte.

# %%
forest = RandomForestClassifier(n_estimators=30, max_samples=0.2, min_samples_leaf=2,
                                n_jobs=2, random_state=0)
seconds = fit_timed(forest, x_train, y_train)
forest_scores = judge("bosque", scorer(forest), seconds)

# %% [markdown]
# Todos juntos. El coste es el de su **mejor** umbral en estos mismos pagos: sale algo optimista, y lo
# mismo para todos.

# %%
print("modelo                    AP      con el cupo    coste (€)    segundos")
for name, row in results.items():
    print(f"{name:<22} ≈ {row['ap']:.3f}      ≈ {row['recall']:.2f}       "
          f"≈ {row['cost']:5.0f}      ≈ {row['seconds']:4.1f}")

low, high = bootstrap_interval(average_precision_score, y_valid, net_scores, repetitions=200)
print(f"la AP de la red, con otros pagos parecidos: de ≈ {low:.2f} a ≈ {high:.2f}")
print("¿Cabe el bosque en ese intervalo?", bool(low < results["bosque"]["ap"] < high))
print("¿Mide más de 0.1 el intervalo?", bool(high - low > 0.1))

# %% [markdown]
# **Qué observas.** La red, sus versiones con pesos y sobremuestreo y el bosque están separados por
# centésimas; el intervalo de la red mide más de una décima, y el bosque cabe en él. **Con 52 fraudes, esta
# tabla no permite decir cuál de esos cuatro es mejor.** Sí permite descartar la regla y el
# autocodificador. Y compara la columna de los euros con la de la AP: no tienen por qué ir en el mismo
# orden. Nos quedamos con la red corriente: está entre los primeros, entrena en segundos y, como viste en la
# sección 3, sus probabilidades se cumplen bastante bien.
#
# ## 5 · ¿A quién avisamos?
#
# La red da probabilidades; el banco necesita decisiones. El umbral de costumbre, 0.5, no sabe nada de
# euros. Probemos todos: cada umbral da un número de avisos, y cada número de avisos, un coste.
#
# **Predice** la forma de la curva: ¿qué parte del coste sube con los avisos y cuál baja?

# %% [markdown] tags=["docente"]
# **24 min.** Es el centro del proyecto. Deja que muevan el control con un encargo: «¿dónde pararíais si
# revisar costara 50 €?» (se cambia `alert_cost`). El momento que se recuerda es el del cupo: precisión
# casi perfecta y, aun así, casi todo el dinero perdido. Que propongan el remedio antes de leerlo.
# En 6.2.8, el error típico es comparar el importe, y no la pérdida esperada, con los 5 €.

# %%
fig, ax = plt.subplots(figsize=(6.5, 4.2))
plot_cost_curve(y_valid, net_scores, valid["Amount"], alert_cost=ALERT_COST, ax=ax)
fig.tight_layout()

best = best_threshold_for_cost(y_valid, net_scores, valid["Amount"], alert_cost=ALERT_COST,
                               approx=True)
best

# %% [markdown]
# **Qué observas.** Al principio la curva apenas baja: los primeros de la lista son los más sospechosos,
# no los más caros. Después cae en unas decenas de avisos, y a partir de ahí revisar cuesta cada vez más y
# queda poco que encontrar. El fondo es ancho y con escalones: cada uno es **un** fraude grande. Un mínimo
# que depende de un solo pago es frágil, y se notará en el examen.
#
# Muévelo tú. Al ejecutar este cuaderno aparece un control deslizante; si lo lees en una página web,
# verás una figura fija.

# %%
explore_alerts(y_valid, net_scores, valid["Amount"], hours_of(valid), alert_cost=ALERT_COST)

# %% [markdown]
# ### Ejercicio 6.2.6
#
# Escribe `mejor_umbral(fraude, puntuaciones, importes, coste_aviso)`: prueba como umbral **cada
# puntuación** (se avisa si la puntuación es mayor **o igual**) y **devuelve** el de menor coste. Aquí no
# hace falta contemplar «no avisar nunca», ni nos importa cuál devuelvas si dos empatan.

# %% tags=["ejercicio"]
def mejor_umbral(fraude, puntuaciones, importes, coste_aviso):
    # >>> return ...
    def coste_con(umbral):
        avisos = puntuaciones >= umbral
        return importes[(fraude == 1) & ~avisos].sum() + coste_aviso * avisos.sum()

    return min(np.unique(puntuaciones), key=coste_con)
    # <<<

# %%
check("6.2.6", mejor_umbral)

# %% [markdown]
# ### El equipo solo puede con cien al día
#
# En validación, el cupo del equipo son los 23 avisos de la sección 1. Lo natural es revisar los 23 pagos
# con más probabilidad. ¿Qué fracción acierta (**precisión en k**, *precision at k*) y qué fracción de los
# fraudes encuentra (**exhaustividad en k**, *recall at k*)?
#
# ### Ejercicio 6.2.7
#
# Escribe `exhaustividad_en_k(fraude, puntuaciones, k)`: de todos los fraudes que hay, **devuelve** la
# fracción que está entre los `k` pagos de mayor puntuación.

# %% tags=["ejercicio"]
def exhaustividad_en_k(fraude, puntuaciones, k):
    # >>> return ...
    primeros = np.argsort(-puntuaciones)[:k]
    return fraude[primeros].sum() / fraude.sum()
    # <<<

# %%
check("6.2.7", exhaustividad_en_k)

# %% [markdown]
# **Predice:** con esos 23 avisos, casi todos acertados, ¿qué parte del dinero se salvará?

# %%
def top_k(values, k):
    """True en los k valores más altos."""
    chosen = np.zeros(len(values), dtype=bool)
    chosen[np.argsort(-np.asarray(values), kind="stable")[:k]] = True
    return chosen

def euros(part, alerts):
    """Lo que cuesta avisar de esos pagos: fraude que se escapa y revisiones."""
    missed = (part["Class"].to_numpy() == 1) & ~alerts
    return part["Amount"].to_numpy()[missed].sum() + ALERT_COST * alerts.sum()

# %%
amounts = valid["Amount"].to_numpy()
by_probability = top_k(net_scores, k_valid)
print(f"precisión ≈ {precision_at_k(y_valid, net_scores, k_valid):.2f}, "
      f"exhaustividad ≈ {recall_at_k(y_valid, net_scores, k_valid):.2f} "
      f"(la mayor posible es {k_valid / y_valid.sum():.2f})")
print(f"coste ≈ {euros(valid, by_probability):.0f} €; sin avisar nunca, {missed.sum():.0f} €")
print("¿Acierta más del 0.85 de los avisos?", precision_at_k(y_valid, net_scores, k_valid) > 0.85)
print("¿Y salva más de dos tercios del dinero?",
      bool(euros(valid, by_probability) < missed.sum() / 3))
caught = amounts[by_probability & (y_valid == 1)]
print("¿Valen menos de 5 € al menos la cuarta parte de los detectados?",
      bool((caught < 5).mean() > 0.25))

# %% [markdown]
# **Qué observas.** Por las métricas, es casi imposible hacerlo mejor: acierta casi siempre y encuentra
# casi todos los fraudes que el cupo permite. Por el dinero, se escapa más de un tercio: muchos de
# los fraudes **más evidentes** no valen ni los 5 € de mirarlos, y en ellos se fue el cupo.
#
# La pregunta no era «¿cuál es más probable?», sino «¿dónde se pierde más si no miro?». Con una
# probabilidad que se cumple, eso es una multiplicación:
#
# $$\text{pérdida esperada} = \text{probabilidad de fraude} \times \text{importe}$$
#
# Revisar compensa cuando esa pérdida llega a lo que cuesta el aviso. Es el umbral de cada pago, y no
# hay que buscarlo en ningún dato: sale de los costes.
#
# ### Ejercicio 6.2.8
#
# Escribe `merece_aviso(probabilidades, importes, coste_aviso)`: **devuelve** un array de `True` y `False`
# con `True` donde la pérdida esperada es mayor o igual que lo que cuesta un aviso.

# %% tags=["ejercicio"]
def merece_aviso(probabilidades, importes, coste_aviso):
    # >>> return ...
    return probabilidades * importes >= coste_aviso
    # <<<

# %%
check("6.2.8", merece_aviso)

# %%
by_loss = top_k(net_scores * amounts, k_valid)           # el mismo cupo, por pérdida esperada
for name, alerts in (("por probabilidad", by_probability), ("por pérdida esperada", by_loss)):
    print(f"{name:<21} fraudes detectados ≈ {y_valid[alerts].sum():2d}   "
          f"coste ≈ {euros(valid, alerts):5.0f} €")
print("Mismo cupo, ¿ahorra más de 1000 € ordenar por pérdida esperada?",
      bool(euros(valid, by_loss) < euros(valid, by_probability) - 1000))

# %% [markdown]
# **Qué observas.** El mismo modelo y las mismas horas de trabajo; solo ha cambiado el **orden** de la
# lista, y el banco ahorra más de mil euros en cinco horas y media. Detecta *menos* fraudes, pero los
# caros. Ninguna métrica de la tabla lo habría dicho.
#
# Esa multiplicación exige probabilidades que se cumplan. ¿Y si usamos las de la red con pesos?

# %%
for name, scores in (("red", net_scores), ("red, pesos", balanced["red, pesos"])):
    alerts = scores * amounts >= ALERT_COST
    print(f"{name:<11} avisos ≈ {alerts.sum():5d}   coste ≈ {euros(valid, alerts):6.0f} €")
weighted_alerts = balanced["red, pesos"] * amounts >= ALERT_COST
print("Con pesos, ¿sale más caro que no avisar nunca?",
      bool(euros(valid, weighted_alerts) > missed.sum()))

# %% [markdown]
# **Qué observas.** Las dos redes **ordenan** casi igual de bien. Pero la de los pesos exagera las
# probabilidades, manda revisar miles de pagos y sale más cara que no tener modelo.
#
# **Decidimos ya, antes de abrir el examen:** la red corriente; se avisa cuando la pérdida esperada llega a
# 5 €, de mayor a menor, y hasta donde llegue el cupo.
#
# ## 6 · ¿Cuánto podemos fiarnos?
#
# El examen: la prueba se mira una vez, con todo decidido. Cada modelo va con el umbral que eligió en
# validación. La última línea es nuestra decisión.
#
# **Predice:** ¿gastará nuestra decisión más o menos que la red con el umbral elegido en validación?

# %% [markdown] tags=["docente"]
# **16 min.** Antes de ejecutar, que cada quien escriba qué modelo elegiría y por qué: después ya no
# vale. Aquí se aprende a leer un intervalo ancho sin decir «entonces no sabemos nada». En la última
# figura, la tentación es contar una historia con seis puntos.

# %%
exam = {name: predict(test) for name, (predict, _) in candidates.items()}
test_amounts = test["Amount"].to_numpy()

print("modelo                    AP      con el cupo    coste (€)")
for name, scores in exam.items():
    cost = expected_cost(y_test, scores, test_amounts, candidates[name][1], alert_cost=ALERT_COST)
    print(f"{name:<22} ≈ {average_precision_score(y_test, scores):.3f}      "
          f"≈ {recall_at_k(y_test, scores, k_test):.2f}       ≈ {cost.total:5.0f}")

losses = exam["red"] * test_amounts
final_alerts = top_k(losses, k_test) & (losses >= ALERT_COST)
print(f"nuestra decisión: avisos ≈ {final_alerts.sum()}, fraudes detectados ≈ "
      f"{y_test[final_alerts].sum()} de {y_test.sum()}, coste ≈ {euros(test, final_alerts):.0f}")

# %% tags=["resultado"]
test_ap = average_precision_score(y_test, exam["red"])
never_cost = euros(test, np.zeros(len(test), dtype=bool))
saved = never_cost - euros(test, final_alerts)
low, high = bootstrap_interval(average_precision_score, y_test, exam["red"], repetitions=200)

print("¿Gasta menos que la red con el umbral elegido en validación?",
      bool(euros(test, final_alerts) < expected_cost(
          y_test, exam["red"], test_amounts, candidates["red"][1], alert_cost=ALERT_COST).total))
print("¿Y menos de la mitad que el mismo cupo por probabilidad?",
      bool(euros(test, final_alerts) < euros(test, top_k(exam["red"], k_test)) / 2))
print("¿Pasa la AP de la red de 0.78?", test_ap > 0.78)
print("¿Ahorra la decisión más de la mitad de lo que se perdería?", bool(saved > never_cost / 2))
print(f"AP en prueba ≈ {test_ap:.3f} (intervalo del 95 %: de ≈ {low:.2f} a ≈ {high:.2f}); "
      f"ahorro ≈ {saved:.0f} € de {never_cost:.0f} €")

# %% [markdown]
# **Qué observas.** La red mantiene en la prueba lo que prometía, y la decisión tomada **con los costes**
# gasta menos que el umbral **buscado** en la validación. No es magia: aquel umbral se ajustó a los pocos
# fraudes grandes de la validación, y los de la prueba son otros. Un umbral buscado se sobreajusta, igual que una red.
#
# El intervalo de la AP es ancho, y el del ahorro lo será más: el dinero está en unos pocos pagos.
#
# ### Ejercicio 6.2.9
#
# Escribe `ahorro_por_pago(fraude, avisos, importes, coste_aviso)`: **devuelve** un array con lo que se
# gana o se pierde, en cada pago, por haber decidido avisar o no. Sin aviso, 0. Con aviso y fraude,
# el importe menos la revisión. Con aviso y sin fraude, menos la revisión.

# %% tags=["ejercicio"]
def ahorro_por_pago(fraude, avisos, importes, coste_aviso):
    # >>> return ...
    return np.where(avisos, importes * (fraude == 1) - coste_aviso, 0.0)
    # <<<

# %%
check("6.2.9", ahorro_por_pago)

# %% [markdown]
# La suma de ese array es el ahorro. Para saber cuánto bailaría con otros pagos parecidos, se sortea la
# muestra muchas veces con repetición (*bootstrap*, como en 6.1).

# %%
gains = np.where(final_alerts, test_amounts * (y_test == 1) - ALERT_COST, 0.0)
rng = np.random.default_rng(0)
sums = [rng.choice(gains, size=len(gains)).sum() for _ in range(1000)]
low, high = np.quantile(sums, [0.025, 0.975])
top_three = np.sort(gains)[-3:].sum()

print(f"ahorro ≈ {gains.sum():.0f} €, intervalo del 95 %: de ≈ {low:.0f} € a ≈ {high:.0f} €")
print(f"los tres fraudes mayores aportan ≈ {100 * top_three / gains.sum():.0f} % del ahorro")
print("¿Es el extremo alto más del doble que el bajo?", bool(high > 2 * low))
print("¿Y el bajo sigue siendo mayor que cero?", bool(low > 0))
print("¿Tres fraudes aportan más de la mitad?", bool(top_three > gains.sum() / 2))

# %% [markdown]
# **Qué observas.** Que ahorra es seguro dentro de lo que estos datos permiten ver; **cuánto**, no: el
# extremo alto es más del doble del bajo, y tres pagos aportan más de la mitad. Quien multiplique este
# ahorro por las horas del año estará multiplicando tres fraudes.
#
# ### ¿Se estropea con el tiempo?
#
# Quien defrauda cambia de método, así que un modelo envejece. ¿Se nota en dos días? Entrenamos otra red
# solo con **el primer día** y medimos la AP del segundo cada cuatro horas.

# %%
day_one = payments[payments["Time"] < 24 * 3600]
x_day_one = to_matrix(day_one)
early_net = make_net(x_day_one)
early_net.compile("adam", loss="binary_crossentropy")
early_net.fit(x_day_one, day_one["Class"].to_numpy(), batch_size=2048, epochs=10, verbose=0)

starts, values, intervals = np.arange(24, 48, 4), [], []
for start in starts:
    block = payments[(payments["Time"] // 3600).between(start, start + 3)]
    labels, scores = block["Class"].to_numpy(), scorer(early_net)(block)
    values.append(average_precision_score(labels, scores))
    intervals.append(bootstrap_interval(average_precision_score, labels, scores, repetitions=100))
    print(f"horas {start} a {start + 4}: {labels.sum():2d} fraudes, AP ≈ {values[-1]:.2f}, "
          f"de ≈ {intervals[-1][0]:.2f} a ≈ {intervals[-1][1]:.2f}")

# %%
lows, highs = np.transpose(intervals)
fig, ax = plt.subplots(figsize=(6.5, 3.6))
plot_metric_over_time(starts + 2, values, metric_name="Precisión media", interval=(lows, highs),
                      time_name="Horas desde el primer pago", ax=ax)
fig.tight_layout()
print("¿Se solapan el primer intervalo y el último?", bool(highs[-1] > lows[0]))

# %% [markdown]
# **Qué observas.** La línea sube y baja, pero los intervalos se solapan: con 20 o 40 fraudes por tramo no
# se distingue un modelo que envejece de la pura suerte. ¿Qué **no** se puede concluir de dos días? Ni que
# envejece, ni que aguanta; nada sobre fines de semana, Navidad o el año que viene. Lo que sí se puede
# decidir es **vigilar**: guardar cada semana las etiquetas que confirme el equipo y volver a dibujar
# esta figura.
#
# ## Errores frecuentes
#
# **1. Repetir fraudes antes de repartir.** Si se sobremuestrea primero y se separa después, el mismo pago
# cae en los dos lados, y la validación pregunta lo que ya se estudió.

# %%
before = train.index.to_numpy()
rng = np.random.default_rng(0)
repeated = rng.permutation(np.concatenate([before, rng.choice(before[y_train == 1], 20_000)]))
study, exam_rows = np.split(repeated, [int(0.8 * len(repeated))])
fraud_rows = exam_rows[payments["Class"].to_numpy()[exam_rows] == 1]
print(f"Falla: de los fraudes del examen, ya vistos el "
      f"{100 * np.isin(fraud_rows, study).mean():.1f} %")

study, exam_rows = before[:valid_start * 4 // 5], before[valid_start * 4 // 5:]
study = np.concatenate([study, rng.choice(study[y_train[study] == 1], 20_000)])
print(f"Arreglado: primero se separa, después se repite; comunes: "
      f"{np.isin(exam_rows, study).sum()}")

# %% [markdown]
# **2. Pasar al modelo columnas de más, o en otro orden.** Con una columna de más hay suerte: falla. Con
# las mismas en otro orden, **no** falla.

# %%
try:
    net.predict(valid.drop(columns="Class").head(5).to_numpy("float32"), verbose=0)
except ValueError:
    print("ValueError: la red espera 29 columnas y han llegado 30 (sobra Time)")

backwards = [*FEATURES[27::-1], "Amount"]  # de V28 a V1
shuffled = net(valid[backwards].to_numpy("float32"))
shuffled_ap = average_precision_score(y_valid, np.asarray(shuffled)[:, 0])
print(f"al revés no protesta: AP ≈ {shuffled_ap:.3f}")
print("¿Menos de la mitad que con el orden bueno?", shuffled_ap < results["red"]["ap"] / 2)
print("Arreglado: elige siempre por nombre, tabla[FEATURES]:", valid[FEATURES].shape[1], "columnas")

# %% [markdown]
# **3. Tragarse el error de un archivo malo.** `except Exception` con un resultado por defecto convierte un
# archivo roto en «no hay ningún fraude». Es el peor silencio posible.

# %%
def score_blindly(path):
    try:
        return len(read_payments(path))
    except Exception:
        return 0

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "pagos.csv"
    test.drop(columns=["Class", "Amount"]).head(3).to_csv(path, index=False)
    print("Falla: con un archivo sin la columna Amount, dice que hay", score_blindly(path), "pagos")
    try:
        read_payments(path)
    except ValueError as error:
        print("Arreglado, se deja pasar el error:", type(error).__name__)
        print(error)

# %% [markdown]
# ## Práctica: del modelo al turno de mañana
#
# Mañana llegará un archivo con pagos nuevos, y el equipo espera una lista. Primero, guardar el modelo:
# **un** archivo `.keras`, con la preparación dentro. (Verás modelos guardados con `pickle`: abrir un
# *pickle* ajeno puede ejecutar cualquier código en tu computadora. Aquí no se usa.)
#
# **Predice:** el modelo guardado recibe pagos en crudo, con importes en euros. ¿Dará exactamente las
# mismas probabilidades?

# %% [markdown] tags=["docente"]
# **20 min** con la ficha, la nota y la rúbrica. Quien acabe antes, que rompa un archivo de una manera que
# `read_payments` no rechace (no es fácil). La rúbrica es la misma con la que se corrige el informe de 6.3:
# que la lean **antes** de escribirlo.

# %%
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "detector.keras"
    net.save(path)
    detector = keras.models.load_model(path)

raw = to_matrix(test.head(2000))
print("¿Exactamente las mismas?", np.array_equal(detector.predict(raw, verbose=0),
                                                 net.predict(raw, verbose=0)))
print("¿Lleva dentro la normalización?",
      any(isinstance(layer, keras.layers.Normalization) for layer in detector.layers))

# %% [markdown]
# ### Paso 1 · Ejercicio 6.2.10
#
# La lista del turno. Escribe `lista_del_turno(perdidas, umbral, cupo)`: recibe un array con la pérdida
# esperada de cada pago y **devuelve** un array con las **posiciones** de los pagos que se revisan: solo
# los de pérdida mayor o igual que `umbral`, de mayor a menor pérdida, y como mucho `cupo`. Puede quedar
# vacío.

# %% tags=["ejercicio"]
def lista_del_turno(perdidas, umbral, cupo):
    # >>> return ...
    orden = np.argsort(-perdidas)
    return orden[perdidas[orden] >= umbral][:cupo]
    # <<<

# %%
check("6.2.10", lista_del_turno)

# %% [markdown]
# ### Paso 2 · Ejercicio 6.2.11
#
# Escribe `puntuar(ruta, modelo, umbral)`, que va del archivo a la tabla:
#
# 1. lee el archivo con `read_payments(ruta)`, que lo rechaza entero si algo está mal. Hazlo **antes** de
#    llamar al modelo, y **no** atrapes su error: quien mande el archivo tiene que leerlo;
# 2. pasa al modelo un array `float32` con las columnas `FEATURES`, en ese orden:
#    `modelo.predict(…, verbose=0)` devuelve una columna de probabilidades;
# 3. **devuelve** un `DataFrame` con una fila por pago, en el orden del archivo, y tres columnas: `pago`
#    (0, 1, 2…), `probabilidad` y `avisar` (`True` si probabilidad × `Amount` es mayor o igual que `umbral`).

# %% tags=["ejercicio"]
def puntuar(ruta, modelo, umbral):
    # >>> return ...
    pagos = read_payments(ruta)
    probabilidad = modelo.predict(pagos[FEATURES].to_numpy("float32"), verbose=0)[:, 0]
    return pd.DataFrame({
        "pago": range(len(pagos)),
        "probabilidad": probabilidad,
        "avisar": probabilidad * pagos["Amount"].to_numpy() >= umbral,
    })
    # <<<

# %%
check("6.2.11", puntuar)

# %% [markdown]
# ### Paso 3 · La ficha y la nota
#
# Un modelo se entrega con su **ficha** (*model card*): qué es, con qué se hizo y dónde no hay que usarlo.
# Y quien decide no lee cuadernos: lee **una página**. Los números salen de esta celda:

# %%
print(f"datos: {len(payments)} pagos, {payments['Class'].sum()} fraudes, dos días de 2013")
print(f"aprendió con {len(train)} pagos y se examinó con los {len(test)} siguientes")
print(f"AP en prueba ≈ {test_ap:.2f}")
print(f"turno de {hours_of(test):.1f} h, cupo de {k_test} avisos a {ALERT_COST} €")
print(f"sin detector se pierden {never_cost:.0f} €; con él ≈ {euros(test, final_alerts):.0f} €")
print(f"ahorro del turno, con 95 % de confianza: de ≈ {low:.0f} a ≈ {high:.0f} €")
more = losses >= ALERT_COST
print(f"revisar todo lo que compensa: avisos ≈ {more.sum()}, coste ≈ {euros(test, more):.0f} €")

# %% [markdown]
# > **Ficha del modelo.** **Qué es:** red densa de 64 y 32 neuronas con su preparación dentro
# > (`detector.keras`). **Para qué:** ordenar pagos con tarjeta según su pérdida esperada, para que una
# > persona los revise. **Para qué no:** bloquear pagos sin revisión; otro banco, otro país u otro año sin
# > volver a medir. **Datos:** dos días de septiembre de 2013, Europa, sin duplicados, repartidos por
# > fechas. **Cómo se eligió:** con validación; la prueba se abrió una vez. **Límites:** 74 fraudes en la
# > prueba; `V1`–`V28` son anónimas, así que no se puede explicar a un cliente por qué saltó, ni comprobar
# > si trata peor a algún grupo de personas. **Vigilancia:** AP y euros cada semana. **Responsables:** quien
# > entrena, la jefatura del equipo de fraude y quien atiende las reclamaciones.
#
# > **Nota para la dirección (una página).** **Qué pedimos:** que el equipo de fraude empiece cada turno por
# > la lista ordenada por pérdida esperada, durante cuatro semanas de prueba. **Qué se gana:** con el mismo
# > equipo, en las horas examinadas se habría evitado más de la mitad de la pérdida; la cifra exacta es
# > incierta (intervalo de arriba) porque depende de pocos fraudes grandes. **Qué cuesta:** 5 € por aviso,
# > una hipótesis nuestra que el equipo debe corregir. **Qué no sabemos:** si aguanta meses; solo hay dos
# > días. **Quién decide qué:** la persona que revisa decide sobre cada pago; la jefatura, el cupo; la
# > dirección, a las cuatro semanas, si sigue. **Cuándo lo apagamos:** si dos semanas seguidas cuesta más
# > que la lista de hoy.
#
# ### Cómo se califica
#
# | | Insuficiente | Suficiente | Excelente |
# |---|---|---|---|
# | **Problema** | No dice quién usa el aviso | Dice quién lo usa y qué cuesta cada error | Además discute las hipótesis y qué pasaría si cambian |
# | **Datos** | Entrena sin mirarlos | Duplicados, nulos y desequilibrio, revisados | Además explica qué **no** contienen |
# | **Honestidad de la evaluación** | Elige con la prueba, o hay fuga | Reparto por fechas; la prueba, una vez | Además intervalos, y dice qué no se puede concluir |
# | **Modelo** | Uno solo, sin línea base | Compara con reglas y logística, con números | Además explica por qué eligió, y qué probó sin éxito |
# | **Decisión** | Umbral 0.5 porque sí | Umbral o lista según los costes | Además el cupo del equipo y la calibración |
# | **Comunicación** | Solo código | Una página que se entiende | Además ficha, límites y responsables |
#
# ### Cinco caminos abiertos
#
# 1. Cambia el coste del aviso a 1 € y a 50 €: ¿cambia la lista?, ¿y el modelo que elegirías?
# 2. Calibra la red con pesos (`CalibratedClassifierCV` o una logística sobre sus puntuaciones) y repite la
#    sección 5.
# 3. Promedia cinco redes con semillas distintas: ¿sube la AP más que su intervalo?
# 4. Cada aviso a un cliente honrado también molesta: ponle precio y vuelve a decidir.
# 5. Da al equipo 200 avisos al día: ¿cuánto ahorra el segundo centenar? ¿Pagarías a otra persona?
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Una red con pesos de clase ordena igual de bien que la corriente y dice «probabilidad 0.9» en
# cientos de pagos normales. ¿Qué significa?
#
# - a) Que está sobreajustada y no sirve para nada.
# - b) Que sirve para ordenar, pero no para calcular euros con sus probabilidades.
# - c) Que su precisión media es 0.9.
# - d) Que hay que subir los pesos.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("6.2.A1", respuesta_1)

# %% [markdown]
# **A2.** Revisar un aviso cuesta 5 €. ¿Cuál de estos pagos conviene revisar antes?
#
# - a) Probabilidad 0.99, importe 1 €.
# - b) Probabilidad 0.50, importe 8 €.
# - c) Probabilidad 0.02, importe 200 €.
# - d) Probabilidad 0.10, importe 900 €.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "d"
# <<<
check("6.2.A2", respuesta_2)

# %% [markdown]
# **A3.** ¿Por qué el umbral de menor coste se busca en validación y no en la prueba?
#
# - a) Porque el umbral también se ajusta a los datos, y su coste en ellos sale optimista.
# - b) Porque la validación tiene más fraudes.
# - c) Porque la prueba no tiene etiquetas.
# - d) Porque Keras no deja cambiar el umbral después.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("6.2.A3", respuesta_3)

# %% [markdown]
# **A4.** Entrenas con el lunes y la AP del martes por la noche es más baja que la del martes por la mañana.
# Los intervalos se solapan. ¿Qué escribes en el informe?
#
# - a) Que el modelo envejece en un día.
# - b) Que el modelo no envejece.
# - c) Que con estos datos no se distingue, y que hay que seguir midiendo.
# - d) Nada: los intervalos solo confunden.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "c"
# <<<
check("6.2.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - La preparación viaja dentro del modelo: un solo archivo `.keras`, pagos en crudo, las mismas respuestas.
# - Equilibrar las clases no mejoró el orden, y los pesos estropearon las probabilidades: se mide, no se cree.
# - Una probabilidad calibrada por un importe es una pérdida esperada: con ella se decide en euros.
# - Con un cupo de avisos, el orden de la lista vale más que unas centésimas de AP.
# - El examen se abre una vez, se da con su intervalo, y se dice en voz alta lo que no se sabe.
#
# En [6.3](63_tu_entrega.ipynb) escribes tu propia entrega.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulos 3,
#   10 y 17 (autocodificadores).
# - A. Dal Pozzolo, O. Caelen, R. A. Johnson y G. Bontempi (2015), «Calibrating Probability with
#   Undersampling for Unbalanced Classification», IEEE CIDM: los autores de estos datos, sobre la sección 3.
# - [Guía de scikit-learn: calibración](https://scikit-learn.org/stable/modules/calibration.html) y
#   [umbrales según el coste](https://scikit-learn.org/stable/modules/classification_threshold.html).
# - M. Mitchell y otros (2019), *Model Cards for Model Reporting*:
#   [arXiv:1810.03993](https://arxiv.org/abs/1810.03993).
