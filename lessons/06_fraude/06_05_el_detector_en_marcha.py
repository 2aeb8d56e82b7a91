# %% [markdown]
# # 6.5 · El detector en marcha
#
# | | |
# |---|---|
# | **Objetivos** | Medir un modelo como se usará: con etiquetas que llegan tarde, ventana a ventana y con el cupo de cada turno; dar el ahorro con su margen; guardar el modelo, puntuar con él un archivo de pagos nuevos sin aceptar datos malos, y entregarlo con su ficha |
# | **Duración** | {{minutos}} |
# | **Requisitos** | {{la_red_y_la_decision}} (pérdida esperada y cupo), {{la_red_y_sus_rivales}} (la red) y {{una_red_mejor}} (guardar una red) |
# | **Datos** | Los pagos de {{los_datos_y_como_evaluarlos}} (ULB y Worldline; ODbL 1.0), incluidos en el curso |
# | **Práctica** | Proyecto final, quinta parte: del modelo al turno de mañana |

# %%
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler

# %%
from course_utils import check, hint, solution
from course_utils import bootstrap_interval, load_credit_card_fraud
from course_utils import plot_metric_over_time, precision_at_k
from course_utils import quiet_tensorflow, read_payments, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras

# %% [markdown] presenta="evaluación precuencial"
# ## 1 · ¿Y si las respuestas llegan tarde?
#
# Hasta ahora el modelo aprendía de todo lo anterior, hasta el último segundo. En la vida no se puede: quien sufre un fraude
# reclama horas o días después. Entre lo que se aprende y lo que se juzga hay un **retraso**.
#
# Además, un modelo no se examina una vez, sino cada día. La evaluación **precuencial** (*prequential*) lo imita: se avanza por
# ventanas; en cada una se aprende de lo que ya se sabía y se juzga la que empieza. Tomamos las 24 horas que van de la 16 a la 40, en
# seis ventanas de cuatro. Todo queda antes del sobre, que sigue cerrado. (Son horas del entrenamiento, de la
# validación y de la prueba, ya miradas: aquí se estudia el paso del tiempo y no se elige nada.)
#
# ### Ejercicio 6.5.1
#
# Escribe `conocidos(segundos, inicio, retraso)`: recibe un array con el segundo de cada pago, el segundo en que empieza la
# ventana y el retraso, también en segundos. **Devuelve** un array de `True` y `False`: `True` en los pagos de los que ya se sabe si
# fueron fraude, los de segundo **menor que** `inicio - retraso`.

# %% tags=["ejercicio"]
def conocidos(segundos, inicio, retraso):
    # >>> return ...
    return segundos < inicio - retraso
    # <<<

# %%
check("6.5.1", conocidos)

# %%
payments = load_credit_card_fraud().drop_duplicates().reset_index(drop=True)
# el sobre cerrado se queda fuera
opened = payments[: int(0.8 * len(payments))]
FEATURES = [f"V{number}" for number in range(1, 29)] + ["Amount"]
x = opened[FEATURES].to_numpy("float32")
y, hours = opened["Class"].to_numpy(), opened["Time"].to_numpy() / 3600
amounts = opened["Amount"].to_numpy()

STARTS = np.arange(16, 40, 4)
day = (hours >= 16) & (hours < 40)        # las 24 horas que se juzgan
window = ((hours - 16) // 4).astype(int)  # 0, 1… 5: la ventana de cada pago
for number, start in enumerate(STARTS):
    print(f"horas {start} a {start + 4}: "
          f"{(day & (window == number)).sum():5d} pagos, "
          f"{y[day & (window == number)].sum():2d} fraudes")

# %% [markdown] presenta="course_utils.plot_metric_over_time, numpy.transpose"
# **Predice:** con 12 horas de retraso, la primera ventana aprende solo de las cuatro primeras horas. ¿Cuánto bajará la AP media?
#
# Después, `plot_metric_over_time` dibuja la nota de cada ventana con su intervalo; `np.transpose` cambia filas por columnas:
# separa los extremos bajos de los altos.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dibuja una ventana que avanza y, detrás, la zona gris del retraso. Dos días no dan para más de 12 horas; en un banco
# son días o semanas. Pregunta qué pasaría si el modelo se reentrenara con las etiquetas que **aún no** llegan.

# %%
def log_amount(x):
    return np.column_stack([x[:, :28], np.log1p(x[:, 28])])

def new_logistic(x, y):
    return make_pipeline(
        FunctionTransformer(log_amount), StandardScaler(),
        LogisticRegression(max_iter=1000, class_weight="balanced")
    ).fit(x, y)

def prequential(train, delay):
    """Puntúa las 24 horas, cada ventana con lo que se sabía al empezar;
    -1 en lo demás."""
    scores = np.full(len(y), -1.0)
    for number, start in enumerate(STARTS):
        known, now = hours < start - delay, day & (window == number)
        scores[now] = train(x[known], y[known]).predict_proba(x[now])[:, 1]
    return scores

# %%
def by_window(scores):
    """La AP de cada ventana."""
    return np.array([average_precision_score(y[now], scores[now])
                     for now in (day & (window == number)
                                 for number in range(len(STARTS)))])

delayed = {delay: prequential(new_logistic, delay) for delay in (0, 6, 12)}
for delay, scores in delayed.items():
    values = by_window(scores)
    print(f"retraso de {delay:2d} h: "
          f"AP por ventana ≈ {values.min():.2f} a ≈ {values.max():.2f}, "
          f"media ≈ {values.mean():.3f}")
lost = by_window(delayed[0]).mean() - by_window(delayed[12]).mean()
print(f"lo que cuesta el retraso de 12 h: ≈ {lost:+.3f} de AP media")
print("¿Cuesta más de 0.1?", bool(lost > 0.1))

# %% [markdown]
# **Qué observas.** Con 6 horas de retraso la AP media apenas baja; con 12, se hunde más de una décima. Un examen sin retraso
# habría prometido una nota que nadie iba a ver. Ojo: con dos días, retrasar es también aprender de **menos** pagos; un
# banco, con meses detrás, perdería solo lo más reciente. Aquí las dos cosas no se pueden separar.

# %%
values = by_window(delayed[6])
intervals = [bootstrap_interval(average_precision_score, y[now],
                                delayed[6][now], repetitions=100)
             for now in (day & (window == number)
                         for number in range(len(STARTS)))]
lows, highs = np.transpose(intervals)
fig, ax = plt.subplots(figsize=(6.5, 3.6))
plot_metric_over_time(STARTS + 2, values, metric_name="Precisión media",
                      interval=(lows, highs),
                      time_name="Horas desde el primer pago", ax=ax)
ax.set_title("Cada ventana, con un modelo que no sabe las últimas 6 horas")
fig.tight_layout()
print(f"la ventana más difícil acaba en ≈ {highs.min():.2f}; "
      "la más fácil empieza en "
      f"≈ {lows.max():.2f}")

# %% [markdown]
# **Qué observas.** La línea sube **y** baja. Los intervalos de la ventana más fácil y la más difícil apenas se tocan, si es
# que se tocan; aunque entre seis ventanas, alguna separación así puede salir por azar. ¿Qué **no** se puede concluir de dos días? Ni que un modelo envejece, ni que aguanta;
# nada sobre fines de semana, Navidad o el año que viene. Lo que sí se puede decidir es **vigilar**: guardar cada semana las
# etiquetas que confirme el equipo y volver a dibujar esta figura.

# %% [markdown]
# ## 2 · ¿Qué verá el equipo cada día?
#
# El equipo no ve una AP: ve una lista de 100 pagos al día. Su nota es la **precisión en 100 de cada día**. (En un banco se cuentan
# **tarjetas**: cuatro avisos de la misma son una sola llamada. Aquí no hay número de tarjeta, así que contamos pagos.)
#
# ### Ejercicio 6.5.2
#
# Escribe `precision_por_dia(fraude, puntuaciones, dias, k)`: tres arrays de la misma longitud, en cualquier orden. **Devuelve** una lista o un
# array con un número por día, en el orden de los días (el de `np.unique(dias)`): qué fracción de los `k` pagos de mayor puntuación
# **de ese día** son fraude. Cada día tiene al menos `k` pagos.

# %% tags=["ejercicio"]
def precision_por_dia(fraude, puntuaciones, dias, k):
    # >>> return ...
    precisiones = []
    for dia in np.unique(dias):
        de_hoy = dias == dia
        primeros = np.argsort(-puntuaciones[de_hoy])[:k]
        precisiones.append(fraude[de_hoy][primeros].mean())
    return precisiones
    # <<<

# %%
check("6.5.2", precision_por_dia)

# %%
def prepare(x):
    return keras.ops.concatenate([x[:, :28], keras.ops.log1p(x[:, 28:])],
                                 axis=1)

def make_net(x):
    set_seed(42)
    inputs = keras.Input((29,))
    normalize = keras.layers.Normalization()
    normalize.adapt(np.asarray(prepare(x)))
    hidden = normalize(prepare(inputs))
    for units in (64, 32):
        hidden = keras.layers.Dense(units, activation="relu")(hidden)
        hidden = keras.layers.Dropout(0.3)(hidden)
    return keras.Model(inputs,
                       keras.layers.Dense(1, activation="sigmoid")(hidden))

# %%
def train_net(x, y, epochs=15):
    """La red de las lecciones anteriores, entrenada con esos pagos."""
    net = make_net(x)
    net.compile("adam", loss="binary_crossentropy", steps_per_execution=8)
    net.fit(x, y, batch_size=2048, epochs=epochs, verbose=0)
    return net

DELAY = 6
net_scores, nets = np.full(len(y), -1.0), []
for number, start in enumerate(STARTS):
    known, now = hours < start - DELAY, day & (window == number)
    nets.append(train_net(x[known], y[known]))
    net_scores[now] = np.asarray(nets[-1](x[now]))[:, 0]

# %%
k_day, k_window = 100, round(100 * 4 / 24)
for name, scores in (("logística", delayed[DELAY]), ("red", net_scores)):
    by_day = precision_at_k(y[day], scores[day], k_day)
    by_shift = precision_at_k(y[day], scores[day], k_window,
                              groups=window[day])
    print(f"{name:<10} precisión en {k_day} del día ≈ {by_day:.2f}; "
          f"en {k_window} de cada turno de 4 h ≈ {by_shift:.2f}")
print(f"fraudes en las 24 horas: {y[day].sum()}, "
      f"en euros {y[day] @ amounts[day]:.2f}")
print("¿Acierta la red más de la mitad de los 100 del día?",
      bool(precision_at_k(y[day], net_scores[day], k_day) > 0.5))

# %% [markdown]
# **Qué observas.** La precisión del día es la que el equipo va a notar: de cada cien llamadas, cuántas eran de verdad. Repartir el
# cupo por turnos podría costar algo, porque un turno con pocos fraudes no le presta avisos a otro: compara las dos columnas.
#
# ## 3 · ¿Cuánto ahorra, y con qué margen?
#
# Turno a turno, el equipo revisa los 17 pagos de mayor pérdida esperada, si llega a 5 €.
#
# ### Ejercicio 6.5.3
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
check("6.5.3", ahorro_por_pago)

# %% [markdown]
# La suma de ese array es el ahorro. Para saber cuánto bailaría con otros pagos parecidos, se sortea la
# muestra muchas veces con repetición (*bootstrap*).
#
# **Predice:** ¿cuántas veces mayor será el extremo alto que el bajo?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Aquí se aprende a leer un intervalo ancho sin decir «entonces no sabemos nada».

# %%
ALERT_COST = 5
losses = net_scores * amounts
alerts = np.zeros(len(y), dtype=bool)
for number in range(len(STARTS)):
    rows = np.flatnonzero(day & (window == number))
    chosen = rows[np.argsort(-losses[rows], kind="stable")[:k_window]]
    alerts[chosen[losses[chosen] >= ALERT_COST]] = True

gains = np.where(alerts, amounts * (y == 1) - ALERT_COST, 0.0)[day]
rng = np.random.default_rng(0)
sums = [rng.choice(gains, size=len(gains)).sum() for _ in range(500)]
low, high = np.quantile(sums, [0.025, 0.975])
at_stake, top_five = y[day] @ amounts[day], np.sort(gains)[-5:].sum()

# %% tags=["resultado"]
print(f"avisos ≈ {alerts.sum()}, fraudes detectados ≈ {y[alerts].sum()} de "
      f"{y[day].sum()}")
print("los cinco fraudes mayores aportan ≈ "
      f"{100 * top_five / gains.sum():.0f} % del ahorro")
print("¿Es el extremo alto más de vez y media el bajo?",
      bool(high > 1.5 * low))
print("¿Y el bajo sigue siendo mayor que cero?", bool(low > 0))
print(f"Ahorro de un día ≈ {gains.sum():.0f} € de {at_stake:.0f}; "
      f"de ≈ {low:.0f} a ≈ {high:.0f}")

# %% [markdown]
# **Qué observas.** Que ahorra es seguro dentro de lo que estos datos permiten ver; **cuánto**, no: mira qué parte
# ponen solo cinco fraudes. Quien multiplique este ahorro por los días del año supone que todos los días traerán fraudes así.
#
# ## Errores frecuentes
#
# **1. Aprender de etiquetas que aún no existían.** El código no protesta: basta olvidar el retraso.

# %%
start = 24
cheating, honest = hours < start, hours < start - DELAY
unknown = cheating & ~honest
print(f"Falla: aprende de {unknown.sum()} pagos y {y[unknown].sum()} "
      "fraudes sin reclamar aún")
print(f"Arreglado: {honest.sum()} pagos, "
      f"hasta la hora {hours[honest].max():.1f}")

# %% [markdown] presenta="course_utils.read_payments, .to_csv"
# **2. Tragarse el error de un archivo malo.** `except Exception` con un resultado por defecto convierte un
# archivo roto en «no hay ningún fraude». Es el peor silencio posible. `read_payments` lee
# un archivo de pagos y lo rechaza si algo está mal; con `to_csv` escribimos uno sin el importe.

# %%
def score_blindly(path):
    try:
        return len(read_payments(path))
    except Exception:
        return 0

# %%
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "pagos.csv"
    opened.drop(columns=["Class", "Amount"]).head(3).to_csv(path,
                                                            index=False)
    print("Falla: con un archivo sin la columna Amount, dice que hay",
          score_blindly(path), "pagos")
    try:
        read_payments(path)
    except ValueError as error:
        print("Arreglado, se deja pasar el error:", type(error).__name__)
        print(error)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que alguien cuente qué pasaría el lunes si el archivo del fin de semana llegara sin la columna del importe.

# %% [markdown]
# ## Práctica: del modelo al turno de mañana
#
# Mañana llegará un archivo con pagos nuevos, y el equipo espera una lista. Primero, guardar el modelo, el de la última ventana:
# **un** archivo `.keras`, con la preparación dentro. (Verás modelos guardados con `pickle`: abrir un
# *pickle* ajeno puede ejecutar cualquier código en tu computadora. Aquí no se usa.)
#
# **Predice:** el modelo guardado recibe pagos en crudo, con importes en euros. ¿Dará exactamente las
# mismas probabilidades?

# %%
net = nets[-1]
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "detector.keras"
    net.save(path)
    detector = keras.models.load_model(path)

raw = x[day][:2000]
print("¿Exactamente las mismas?",
      np.array_equal(detector.predict(raw, verbose=0),
                     net.predict(raw, verbose=0)))
print("¿Lleva dentro la normalización?",
      any(isinstance(layer, keras.layers.Normalization)
          for layer in detector.layers))

# %% [markdown]
# ### Paso 1 · Ejercicio 6.5.4
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
check("6.5.4", lista_del_turno)

# %% [markdown]
# ### Paso 2 · Ejercicio 6.5.5
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
    probabilidad = modelo.predict(pagos[FEATURES].to_numpy("float32"),
                                  verbose=0)[:, 0]
    return pd.DataFrame({
        "pago": range(len(pagos)),
        "probabilidad": probabilidad,
        "avisar": probabilidad * pagos["Amount"].to_numpy() >= umbral,
    })
    # <<<

# %%
check("6.5.5", puntuar)

# %% [markdown] presenta="ficha"
# ### La ficha y la nota
#
# Un modelo se entrega con su **ficha** (*model card*): qué es, qué vio y dónde no hay que usarlo.
# Y quien decide no lee cuadernos: lee **una página**. Los números salen de esta celda:

# %% [markdown] tags=["docente"]
# **{{minutos}}** con la ficha y la nota. La rúbrica con la que se corrige está en {{tu_entrega}}: que la lean **antes** de escribir.

# %%
seen = hours < STARTS[-1] - DELAY
print(f"entrenamiento: {seen.sum()} pagos y {y[seen].sum()} fraudes, "
      "de la hora 0 a la "
      f"{hours[seen].max():.1f}; "
      f"sin etiquetas de las {DELAY} horas siguientes")
print("medido en las horas 16 a 40, por ventanas: "
      f"AP media ≈ {by_window(net_scores).mean():.2f}")
print(f"precisión en {k_day} del día ≈ "
      f"{precision_at_k(y[day], net_scores[day], k_day):.2f}")
print(f"un día: se pierden {at_stake:.0f} €; "
      f"con la lista se ahorran ≈ {gains.sum():.0f} €, "
      f"de ≈ {low:.0f} a ≈ {high:.0f} €")

# %% [markdown]
# > **Ficha del modelo.** **Qué es:** red densa de 64 y 32 neuronas con su preparación dentro
# > (`detector.keras`). **Qué vio al entrenar:** pagos y fraudes de las horas 0 a 30, sin copias; nada de la prueba ni del
# > sobre, salvo una cosa: `V1`–`V28` las calculó quien publicó los datos con **todas** las filas. **Para qué:** ordenar pagos con
# > tarjeta según su pérdida esperada, para que una persona los revise. **Para qué no:** bloquear pagos sin revisión; otro banco,
# > otro país u otro año sin volver a medir. **Cómo se midió:** por ventanas, con 6 horas de retraso, en horas que ya se habían
# > mirado al elegir; el sobre, sin abrir. **Límites:** se queda corta en las probabilidades pequeñas, donde decide el importe; sin número de tarjeta no puede usar
# > la historia de cada una; `V1`–`V28` son anónimas, así que no se puede explicar a un cliente por qué saltó, ni comprobar
# > si trata peor a algún grupo de personas. **Vigilancia:** precisión del día y euros, cada semana. **Responsables:** quien
# > entrena, la jefatura del equipo de fraude y quien atiende las reclamaciones.
# >
# > **Nota para la dirección.** **Qué pedimos:** que el equipo empiece cada turno por
# > la lista ordenada por pérdida esperada, durante cuatro semanas de prueba. **Qué se gana:** las cifras de arriba, con su
# > intervalo. **Qué cuesta:** 5 € por aviso, una hipótesis que el equipo debe corregir. **Qué no sabemos:** si aguanta meses; solo
# > hay dos días. **Quién decide qué:** la persona que revisa, cada pago; la jefatura, el cupo; la
# > dirección, a las cuatro semanas, si sigue. **Cuándo lo apagamos:** si dos semanas seguidas cuesta más
# > que la lista de hoy.
#
# ### ★ Ampliación · Cuatro caminos abiertos
#
# 1. Cambia el coste del aviso a 1 € y a 50 €: ¿cambia la lista?, ¿y el modelo que elegirías?
# 2. Promedia cinco redes con semillas distintas: ¿sube la AP, comparada en las mismas muestras?
# 3. Cada aviso a un cliente honrado también molesta: ponle precio y vuelve a decidir.
# 4. Da al equipo 200 avisos al día: ¿cuánto ahorra el segundo centenar? ¿Pagarías a otra persona?
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Entrenas con el lunes y la AP del martes por la noche es más baja que la del martes por la mañana.
# El intervalo de la diferencia contiene al 0. ¿Qué escribes en el informe?
#
# - a) Que el modelo envejece en un día.
# - b) Que el modelo no envejece.
# - c) Que con estos datos no se distingue, y que hay que seguir midiendo.
# - d) Nada: los intervalos solo confunden.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("6.5.A1", respuesta_1)

# %% [markdown]
# **A2.** ¿Por qué se deja un hueco entre lo que se aprende y lo que se juzga?
#
# - a) Porque así la nota sale más alta.
# - b) Porque entrenar lleva su tiempo.
# - c) Porque las etiquetas de las últimas horas aún no se conocían.
# - d) Porque así no hay copias a los dos lados.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "c"
# <<<
check("6.5.A2", respuesta_2)

# %% [markdown]
# **A3.** ¿Qué **no** puede faltar en la ficha de un modelo?
#
# - a) Su AP, con cuatro decimales.
# - b) Qué datos vio al entrenar, y para qué no hay que usarlo.
# - c) El código completo del entrenamiento.
# - d) Cuánto ahorrará en un año.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "b"
# <<<
check("6.5.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Se aprende solo de lo que ese día ya se sabía: hay un retraso, y se mide con él.
# - Ventana a ventana, la nota sube y baja: dos días no dicen si un modelo envejece.
# - Lo que nota el equipo es la precisión de sus cien avisos del día.
# - El ahorro se da con su intervalo: depende de unos pocos fraudes grandes.
# - Un modelo se entrega en un archivo, con su ficha, y rechaza los archivos malos.
#
# En [{{tu_entrega}}]({{tu_entrega.ipynb}}) abres el sobre y escribes tu propia entrega.
#
# ## Para saber más
#
# - Y.-A. Le Borgne y otros, [*Reproducible Machine Learning for Credit Card Fraud
#   Detection*](https://fraud-detection-handbook.github.io/fraud-detection-handbook/): retraso, validación precuencial y
#   precisión en 100 tarjetas del día.
# - A. Dal Pozzolo y otros (2018), *Credit Card Fraud Detection: A Realistic Modeling and a Novel Learning
#   Strategy*, *IEEE Transactions on Neural Networks and Learning Systems* 29(8): lo mismo, en un banco.
# - M. Mitchell y otros (2019), *Model Cards for Model Reporting*:
#   [arXiv:1810.03993](https://arxiv.org/abs/1810.03993).
