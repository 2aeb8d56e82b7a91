# %% [markdown]
# # 6.4 · La red y la decisión
#
# | | |
# |---|---|
# | **Objetivos** | Convertir probabilidades en avisos según lo que cuestan en euros y lo que el equipo puede revisar; ver si las probabilidades se cumplen justo donde se decide, recalibrarlas y decir hasta dónde llega el arreglo; fijar una decisión antes de examinarla |
# | **Duración** | {{minutos}} |
# | **Requisitos** | {{la_red_y_sus_rivales}} (la red), {{las_trampas}} (comparación pareada) y {{umbrales}} (umbral) |
# | **Datos** | Los pagos de {{los_datos_y_como_evaluarlos}} (ULB y Worldline; ODbL 1.0), incluidos en el curso |
# | **Práctica** | Proyecto final, cuarta parte: la decisión |

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import average_precision_score, log_loss

# %%
from course_utils import check, hint, solution
from course_utils import best_threshold_for_cost, expected_cost
from course_utils import explore_alerts, load_credit_card_fraud
from course_utils import paired_difference, plot_cost_curve, precision_at_k
from course_utils import quiet_tensorflow, recall_at_k, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras

# %% [markdown]
# ## 1 · ¿Cuánto cuesta equivocarse?
#
# Tienes una red que ordena pagos. Falta lo que se entrega: **una decisión** y las cuentas que la sostienen. Los costes son
# una **hipótesis nuestra**, escrita para que se pueda discutir:
#
# - un fraude **sin aviso** cuesta su importe: lo paga el banco;
# - cada **aviso**, acierte o no, cuesta **5 €**: unos diez minutos de una persona que cuesta 30 € la hora;
# - un fraude **con aviso** solo cuesta la revisión: suponemos que se llega a tiempo de pararlo.
#
# El equipo puede con **100 avisos al día**; a la validación y a la prueba les toca la parte proporcional a sus horas. Se elige en
# validación. La prueba, ya mirada en {{los_datos_y_como_evaluarlos}} y {{las_trampas}} con otros modelos, la ve la red por
# primera vez en las secciones 4 y 5. El sobre sigue cerrado.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Para los 5 € del aviso, pregunta en clase cuánto tardarían en llamar a una clienta; el número importa menos que
# escribirlo y que se pueda cambiar. Error típico en 6.4.1: no cobrar la revisión de los avisos que **sí** eran fraude.

# %%
payments = load_credit_card_fraud().drop_duplicates().reset_index(drop=True)
sealed_start = int(0.8 * len(payments))      # el sobre cerrado
test_start = int(0.8 * sealed_start)
valid_start = int(0.8 * test_start)
train, valid, test = (payments[:valid_start],
                      payments[valid_start:test_start],
                      payments[test_start:sealed_start])
y_train, y_valid, y_test = (part["Class"].to_numpy()
                            for part in (train, valid, test))
# euros por aviso; avisos que puede revisar el equipo
ALERT_COST, ALERTS_PER_DAY = 5, 100

# %%
def quota(part):
    """Los avisos que le tocan a esas horas."""
    return round(ALERTS_PER_DAY * (part["Time"].max() - part["Time"].min())
                 / 3600 / 24)

k_valid, k_test = quota(valid), quota(test)
print(f"validación: {k_valid} avisos, {y_valid.sum()} fraudes | prueba: "
      f"{k_test}, {y_test.sum()}")

# %% [markdown]
# **Qué observas.** Hay más fraudes que avisos posibles: ni un modelo perfecto los detectaría todos.
#
# **Predice:** sin ningún modelo, sin avisar nunca, ¿cuánto se pierde en las diez horas y media de
# validación? ¿Cientos, miles o cientos de miles de euros?

# %%
missed = valid.loc[valid["Class"] == 1, "Amount"]
print(f"no avisar nunca: {missed.sum():.2f} €")
print(f"el fraude mediano es de {missed.median():.2f} €; el mayor, "
      f"de {missed.max():.2f} €")
print(f"de {len(missed)} fraudes, "
      f"{(missed < ALERT_COST).sum()} valen menos que su revisión")
print(f"revisarlo todo: {ALERT_COST * len(valid):.2f} €")

# %% [markdown]
# **Qué observas.** Hay fraudes que valen menos que los 5 € de su revisión y unos pocos que valen
# muchísimo: el dinero está concentrado. Un detector solo sirve si cuesta menos que la más barata de las dos
# decisiones sin modelo, que aquí es no avisar nunca.
#
# ### Ejercicio 6.4.1
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
check("6.4.1", coste)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("6.4.1")` da una pista (y otra, si
# insistes), y `solution("6.4.1")` muestra una solución.
#
# La red es la de {{la_red_y_sus_rivales}}, con su preparación dentro. Y otra igual, con pesos de clase, que aquí hará falta.

# %%
FEATURES = [f"V{number}" for number in range(1, 29)] + ["Amount"]

def prepare(x):
    return keras.ops.concatenate([x[:, :28], keras.ops.log1p(x[:, 28:])],
                                 axis=1)

def make_net(x, dropout=0.3):
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
x_train, x_valid, x_test = (part[FEATURES].to_numpy("float32")
                            for part in (train, valid, test))
weights = {0: 1.0, 1: (y_train == 0).sum() / (y_train == 1).sum()}
nets = {}
for name, options in (("red", {}),
                      ("red con pesos", {"class_weight": weights})):
    nets[name] = make_net(x_train)
    nets[name].compile("adam", loss="binary_crossentropy",
                       steps_per_execution=8)
    nets[name].fit(x_train, y_train, batch_size=2048, epochs=20, verbose=0,
                   **options)

# %%
def scores_of(name, x):
    return np.asarray(nets[name](x))[:, 0].astype(float)

net_scores, weighted_scores = (scores_of("red", x_valid),
                               scores_of("red con pesos", x_valid))
for name, scores in (("red", net_scores),
                     ("red con pesos", weighted_scores)):
    print(f"{name:<14} AP en validación ≈ "
          f"{average_precision_score(y_valid, scores):.3f}")

# %% [markdown] presenta="course_utils.plot_cost_curve, course_utils.best_threshold_for_cost"
# ## 2 · ¿Qué umbral sale más barato?
#
# La red da probabilidades; el banco necesita decisiones. El umbral de costumbre, 0.5, no sabe nada de
# euros. Probemos todos: cada umbral da un número de avisos, y cada número de avisos, un coste. `plot_cost_curve` dibuja esa
# curva, y `best_threshold_for_cost` busca su fondo.
#
# **Predice** la forma de la curva: ¿qué parte del coste sube con los avisos y cuál baja?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Deja que muevan el control con un encargo: «¿dónde pararíais si revisar costara 50 €?» (se cambia `alert_cost`).

# %%
amounts, test_amounts = (valid["Amount"].to_numpy(),
                         test["Amount"].to_numpy())
fig, ax = plt.subplots(figsize=(6.5, 4.2))
plot_cost_curve(y_valid, net_scores, amounts, alert_cost=ALERT_COST, ax=ax)
fig.tight_layout()

best = best_threshold_for_cost(y_valid, net_scores, amounts,
                               alert_cost=ALERT_COST, approx=True)
best

# %% [markdown] presenta="course_utils.explore_alerts"
# **Qué observas.** La curva baja con los primeros avisos; a partir de ahí revisar cuesta cada vez más y
# queda poco que encontrar. El fondo es ancho y con escalones: cada uno es **un** fraude grande. Un mínimo
# que depende de un solo pago es frágil. Y no llega a cero ni de lejos: hay fraudes caros que solo aparecen muy al final de la
# lista.
#
# Muévelo tú con `explore_alerts`. Al ejecutar este cuaderno aparece un control deslizante; si lo lees en una página web,
# verás una figura fija.

# %%
hours = (valid["Time"].max() - valid["Time"].min()) / 3600
explore_alerts(y_valid, net_scores, amounts, hours, alert_cost=ALERT_COST)

# %% [markdown]
# ### Ejercicio 6.4.2
#
# Escribe `mejor_umbral(fraude, puntuaciones, importes, coste_aviso)`: prueba como umbral **cada
# puntuación** (se avisa si la puntuación es mayor **o igual**) y **devuelve** el de menor coste. Aquí no
# hace falta contemplar «no avisar nunca», ni nos importa cuál devuelvas si dos empatan.

# %% tags=["ejercicio"]
def mejor_umbral(fraude, puntuaciones, importes, coste_aviso):
    # >>> return ...
    def coste_con(umbral):
        avisos = puntuaciones >= umbral
        return importes[(fraude == 1)
                        & ~avisos].sum() + coste_aviso * avisos.sum()

    return min(np.unique(puntuaciones), key=coste_con)
    # <<<

# %%
check("6.4.2", mejor_umbral)

# %% [markdown] presenta="precisión en k, exhaustividad en k"
# ## 3 · ¿A quién se avisa si solo caben cien al día?
#
# En validación, el cupo del equipo son 44 avisos. Lo natural es revisar los 44 pagos
# con más probabilidad. ¿Qué fracción acierta (**precisión en k**, *precision at k*) y qué fracción de los
# fraudes encuentra (**exhaustividad en k**, *recall at k*)?
#
# ### Ejercicio 6.4.3
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
check("6.4.3", exhaustividad_en_k)

# %% [markdown]
# **Predice:** con esos 44 avisos, casi todos acertados, ¿qué parte del dinero se salvará?

# %%
def top_k(values, k):
    """True en los k valores más altos."""
    chosen = np.zeros(len(values), dtype=bool)
    chosen[np.argsort(-np.asarray(values), kind="stable")[:k]] = True
    return chosen

def euros(part, alerts):
    """Lo que cuesta avisar de esos pagos:
    fraude que se escapa y revisiones."""
    missed = (part["Class"].to_numpy() == 1) & ~alerts
    return (part["Amount"].to_numpy()[missed].sum()
            + ALERT_COST * alerts.sum())

# %%
by_probability = top_k(net_scores, k_valid)
print(f"precisión ≈ {precision_at_k(y_valid, net_scores, k_valid):.2f}, "
      f"exhaustividad ≈ {recall_at_k(y_valid, net_scores, k_valid):.2f} "
      f"(la mayor posible es {k_valid / y_valid.sum():.2f})")
print(f"coste ≈ {euros(valid, by_probability):.0f} €; sin avisar nunca, "
      f"{missed.sum():.0f} €")
print("¿Acierta más del 0.85 de los avisos?",
      precision_at_k(y_valid, net_scores, k_valid) > 0.85)
print("¿Y se escapa más de la mitad del dinero?",
      bool(euros(valid, by_probability)
           - ALERT_COST * k_valid > missed.sum() / 2))
caught = amounts[by_probability & (y_valid == 1)]
print("¿Valen menos de 5 € al menos la cuarta parte de los detectados?",
      bool((caught < 5).mean() > 0.25))

# %% [markdown] presenta="pérdida esperada"
# **Qué observas.** Por las métricas, es casi imposible hacerlo mejor: acierta casi siempre. Por el dinero, se escapa más de la
# mitad: al menos la cuarta parte de los detectados, los **más evidentes**, no valen ni los 5 € de mirarlos, y en ellos se
# fue parte del cupo.
#
# La pregunta no era «¿cuál es más probable?», sino «¿dónde se pierde más si no miro?». Con una
# probabilidad que se cumple, eso es una multiplicación:
#
# $$\text{pérdida esperada} = \text{probabilidad de fraude} \times \text{importe}$$
#
# Revisar compensa cuando esa pérdida llega a lo que cuesta el aviso. Es el umbral de cada pago, y no
# hay que buscarlo en ningún dato: sale de los costes.
#
# ### Ejercicio 6.4.4
#
# Escribe `merece_aviso(probabilidades, importes, coste_aviso)`: **devuelve** un array de `True` y `False`
# con `True` donde la pérdida esperada es mayor o igual que lo que cuesta un aviso.

# %% tags=["ejercicio"]
def merece_aviso(probabilidades, importes, coste_aviso):
    # >>> return ...
    return probabilidades * importes >= coste_aviso
    # <<<

# %%
check("6.4.4", merece_aviso)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El momento que se recuerda es el del cupo: precisión casi perfecta y, aun así, más de la mitad del dinero perdido. Que
# propongan el remedio antes de leerlo. En 6.4.4, el error típico es comparar el importe, y no la pérdida esperada, con los 5 €.

# %%
def decide(scores, money, k):
    """La decisión:
    los k de mayor pérdida esperada, si llega a lo que cuesta el aviso."""
    losses = scores * money
    return top_k(losses, k) & (losses >= ALERT_COST)

by_loss = decide(net_scores, amounts, k_valid)
for name, alerts in (("por probabilidad", by_probability),
                     ("por pérdida esperada", by_loss)):
    print(f"{name:<21} fraudes detectados ≈ {y_valid[alerts].sum():2d}   "
          f"coste ≈ {euros(valid, alerts):5.0f} €")
print("Mismo cupo, ¿ahorra más de 500 € ordenar por pérdida esperada?",
      bool(euros(valid, by_loss) < euros(valid, by_probability) - 500))

# %% [markdown] presenta="calibración"
# **Qué observas.** El mismo modelo y las mismas horas de trabajo; solo ha cambiado el **orden** de la
# lista, y el banco ahorra unos mil euros (algo más o algo menos, según la semilla) en diez horas y media. Detecta
# *menos* fraudes, pero los
# caros. Ninguna métrica de la lección anterior lo habría dicho.
#
# ## 4 · ¿Se cumplen las probabilidades donde se decide?
#
# Esa multiplicación exige probabilidades que se cumplan: a eso se le llama **calibración** (*calibration*). Una red con 99.8 % de
# pagos normales puede acertar en el total y fallar donde importa. ¿Dónde importa? Un fraude de 500 € merece aviso desde una
# probabilidad de 0.01: **la zona que decide es la de las probabilidades pequeñas**. Por eso miramos por tramos que se
# multiplican por diez, en lugar de cortar de 0.2 en 0.2: un gráfico así metería toda la zona en el primer punto.
#
# **Predice:** en los pagos con probabilidad menor que 0.01, ¿habrá más fraudes de los que la red espera, o menos?

# %%
EDGES = [0, 0.001, 0.01, 0.1, 0.5, 1.01]
test_scores = scores_of("red", x_test)

def reliability(chance, fraud, money, edges=EDGES):
    """Por tramos: fraudes y euros, los esperados y los ocurridos."""
    rows = []
    for i in range(len(edges) - 1):
        inside = (chance >= edges[i]) & (chance < edges[i + 1])
        p, f, m = chance[inside], fraud[inside], money[inside]
        rows.append([p.sum(), f.sum(), (p * m).sum(), (f * m).sum()])
    return np.array(rows)

table = reliability(test_scores, y_test, test_amounts)
for low, row in zip(EDGES, table, strict=False):
    print(f"desde {low:<6} fraudes: esperados ≈ {row[0]:5.1f}, "
          f"hubo ≈ {row[1]:2.0f}   "
          f"euros: esperados ≈ {row[2]:5.0f}, hubo ≈ {row[3]:5.0f}")

# %%
fig, axes = plt.subplots(1, 2, figsize=(7.5, 3.8))
names = ["< 0.001", "0.001–0.01", "0.01–0.1", "0.1–0.5", "> 0.5"]
for ax, first, what in ((axes[0], 0, "Fraudes"), (axes[1], 2, "Euros")):
    place = np.arange(len(names))
    ax.bar(place - 0.2, table[:, first], 0.4, color="#0072B2",
           label="esperados")
    ax.bar(place + 0.2, table[:, first + 1], 0.4, color="#D55E00",
           hatch="//", label="hubo")
    ax.set(title=f"{what} de cada tramo, en la prueba", xticks=place,
           xticklabels=names,
           xlabel="Probabilidad que dio la red", ylabel=what)
    ax.tick_params(axis="x", rotation=30)
    ax.legend()
fig.tight_layout()

# %%
low = table[:2].sum(axis=0)                  # probabilidad menor que 0.01
print("menos de 0.01: "
      f"se esperaban ≈ {low[0]:.1f} fraudes y ≈ {low[2]:.0f} €; "
      f"hubo ≈ {low[1]:.0f} y ≈ {low[3]:.0f} €")
print("¿Hubo más del doble de euros de los esperados?",
      bool(low[3] > 2 * low[2]))

# %% [markdown] presenta="regresión isotónica, sklearn.isotonic.IsotonicRegression, sklearn.metrics.log_loss, numpy.clip"
# **Qué observas.** El total engaña: lo que sobra en los tramos del medio tapa parte de lo que falta abajo. **Justo donde el importe decide, la red se
# queda corta**: en el fondo de la lista hay varias veces más fraude, y más dinero, de lo que dice. Son los fraudes que la red
# «no distingue de un pago cualquiera».
#
# ¿Se puede arreglar? **Recalibrar** es aprender, con datos que la red no usó, qué pasa de verdad cuando dice un número. La **regresión
# isotónica** busca la escalera que nunca baja y mejor lo cuenta. La ajustamos en validación y la juzgamos en la prueba.
# (`IsotonicRegression` es la de scikit-learn. `log_loss`, la pérdida logarítmica, baja cuando las probabilidades se
# cumplen mejor; `np.clip` las aparta del 0 y del 1, donde sería infinita.)

# %%
staircase = IsotonicRegression(out_of_bounds="clip").fit(net_scores,
                                                         y_valid)
calibrated = staircase.predict(test_scores)
doubtful = test_scores < 0.01

# %%
print(f"menos de 0.01: la red esperaba ≈ {test_scores[doubtful].sum():.1f} "
      f"fraudes, recalibrada ≈ {calibrated[doubtful].sum():.1f}, "
      f"hubo ≈ {y_test[doubtful].sum()}")
before, after = (log_loss(y_test, np.clip(p, 1e-6, 1 - 1e-6))
                 for p in (test_scores, calibrated))
print(f"pérdida logarítmica en la prueba: antes ≈ {before:.5f}, "
      f"después ≈ {after:.5f}")
print("¿Mejoran las probabilidades?", bool(after < before))
print("¿Espera ahora, ahí abajo, al menos una décima parte más?",
      bool(calibrated[doubtful].sum() > 1.1 * test_scores[doubtful].sum()))

lowest = calibrated[test_scores < 0.001]
print(f"en el fondo de la lista, recalibrada dice ≈ {lowest.mean():.5f}: "
      "para merecer aviso, un pago de ahí tendría que ser de ≈ "
      f"{ALERT_COST / lowest.mean():.0f} €")

# %%
alerts = weighted_scores * amounts >= ALERT_COST
print(f"con pesos, en validación: avisos ≈ {alerts.sum()}, "
      f"coste ≈ {euros(valid, alerts):.0f} €")
print("¿Sale más caro que no avisar nunca?",
      bool(euros(valid, alerts) > missed.sum()))

# %% [markdown]
# **Qué observas.** Recalibrar mejora las **cuentas**: ahora espera más fraude en el fondo de la lista, y la pérdida
# logarítmica baja. No las clava: con otras semillas se queda corta o se pasa, que ahí abajo solo hay unos cuantos
# fraudes. Y, sobre todo, eso no los encuentra, y ese es su límite: entre decenas de miles de pagos que parecen iguales, saber que
# hay unos pocos fraudes no dice **cuáles**. Esa pérdida no la quita ninguna calibración; harían falta otros datos, como
# la historia de la tarjeta. Y la red con pesos, que ordena casi igual de bien, exagera tanto sus probabilidades que
# revisar lo que ella dice cuesta más que no tener modelo.
#
# ## 5 · ¿Cumple lo decidido?
#
# **Decidimos ya**, con lo visto en validación: la red sin pesos; se avisa cuando la pérdida esperada llega a
# 5 €, de mayor a menor, y hasta donde llegue el cupo. Es la regla de la sección 3: la prueba, que la sección 4 abrió
# para juzgar las probabilidades, no ha cambiado nada. El examen limpio será el sobre. Ahora, los euros de la prueba; también
# los de las probabilidades recalibradas, que ya no se eligen.
#
# **Predice:** ¿cuánto ahorrará, frente a revisar los más probables? ¿Y cambiarán mucho los avisos al recalibrar?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de ejecutar, que cada quien escriba qué decidiría y por qué: después ya no vale. La cifra de la última
# línea es una resta pareada, con el mismo cupo en los mismos pagos.

# %%
never = y_test @ test_amounts
decisions = {
    "no avisar nunca": np.zeros(len(test), dtype=bool),
    "umbral de validación": test_scores >= best.threshold,
    "cupo, más probables": top_k(test_scores, k_test),
    "cupo, mayor pérdida": decide(test_scores, test_amounts, k_test),
    "la misma, recalibrada": decide(calibrated, test_amounts, k_test)}
for name, alerts in decisions.items():
    print(f"{name:<21} avisos ≈ {alerts.sum():3d}, "
          f"fraudes ≈ {y_test[alerts].sum():2d}, "
          f"coste ≈ {euros(test, alerts):.0f} €")
shared = (decisions["cupo, mayor pérdida"]
          & decisions["la misma, recalibrada"])
print("Al recalibrar, ¿se repiten al menos las tres cuartas partes "
      "de los avisos?", bool(shared.sum() >= 0.75 * k_test))

# %% tags=["resultado"]
def saving(at_stake, alerts):
    """Euros que se salvan:
    lo que se perdería en los pagos con aviso, menos revisarlos."""
    return (at_stake * alerts).sum() - ALERT_COST * alerts.sum()

final = decisions["cupo, mayor pérdida"]
gain = paired_difference(saving, y_test * test_amounts, final,
                         decisions["cupo, más probables"], repetitions=300)
print("¿Cuesta menos de la mitad que no avisar nunca?",
      bool(euros(test, final) < never / 2))
print("¿Está la diferencia entera por encima de 0?", bool(gain.low > 0))
print(f"Coste en la prueba ≈ {euros(test, final):.0f} € de {never:.0f} €; "
      "ordenar por pérdida "
      f"ahorra ≈ {gain.value:.0f} € más, "
      f"de ≈ {gain.low:.0f} a ≈ {gain.high:.0f}")

# %% [markdown] presenta="course_utils.expected_cost, .total"
# **Qué observas.** Con el mismo equipo y los mismos 23 avisos, ordenar por pérdida esperada gana a ordenar por probabilidad, y
# la diferencia no cabe en la suerte de la muestra (con otra semilla de la red, alguna vez cupo). **Cuánto** gana es otra cosa: el intervalo es
# anchísimo, porque el dinero está en unos pocos fraudes. Y recalibrar, que mejoró las cuentas, apenas cambia la lista.
#
# ## Errores frecuentes
#
# **1. Avisar con 0.5 porque sí.** Es el umbral de quien paga igual por los dos errores, y aquí no se paga igual. Lo que cuesta, en euros,
# lo da `expected_cost`, en su `total`.

# %%
habit = expected_cost(y_valid, net_scores, amounts, 0.5,
                      alert_cost=ALERT_COST).total
print(f"Falla: con 0.5, coste en validación ≈ {habit:.0f} €")
worth = net_scores * amounts >= ALERT_COST
print("Arreglado, donde la pérdida llega a 5 €: "
      f"≈ {euros(valid, worth):.0f} €")

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El segundo es fácil de cometer: la curva recalibrada sobre sus propios datos sale perfecta siempre.

# %% [markdown]
# **2. Juzgar la recalibración con los datos que la ajustaron.** Ahí cuadra por construcción.

# %%
own = staircase.predict(net_scores)
print(f"Falla: en validación espera {own.sum():.1f} fraudes y hubo "
      f"{y_valid.sum()}: cuadra siempre")
print(f"Arreglado: en la prueba espera ≈ {calibrated.sum():.1f} y hubo "
      f"{y_test.sum()}")

# %% [markdown]
# ## Práctica: la tabla que acompaña a una probabilidad
#
# ### Ejercicio 6.4.5
#
# Escribe `esperados_y_ocurridos(probabilidades, fraude, limites)`. Los dos primeros son arrays; `limites`, una lista como
# `[0, 0.01, 0.1, 1.01]`, que aquí da tres tramos: cada uno incluye su límite bajo y no el alto. **Devuelve** dos cosas, `esperados, ocurridos`: la suma de
# las probabilidades de cada tramo y los fraudes que hubo en él.

# %% tags=["ejercicio"]
def esperados_y_ocurridos(probabilidades, fraude, limites):
    # >>> return ...
    esperados, ocurridos = [], []
    for i in range(len(limites) - 1):
        dentro = (probabilidades >= limites[i]) & (probabilidades
                                                   < limites[i + 1])
        esperados.append(probabilidades[dentro].sum())
        ocurridos.append(fraude[dentro].sum())
    return np.array(esperados), np.array(ocurridos)
    # <<<

# %%
check("6.4.5", esperados_y_ocurridos)

# %% [markdown]
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
check("6.4.A1", respuesta_1)

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
check("6.4.A2", respuesta_2)

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
check("6.4.A3", respuesta_3)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** En A2, que multipliquen antes de mirar las opciones.

# %% [markdown]
# ## Resumen
#
# - Los costes se escriben, en euros, antes de mirar ninguna nota.
# - Una probabilidad por un importe es una pérdida esperada: con ella se decide en euros.
# - Con un cupo de avisos importa el orden de la lista: con la misma red, ordenar por pérdida esperada ahorra más.
# - La calibración se mira donde se decide: tramos que se multiplican por diez, no cortes iguales.
# - Recalibrar mejora las cuentas; no encuentra los fraudes que no se distinguen.
#
# ## Para saber más
#
# - A. Niculescu-Mizil y R. Caruana (2005), [*Predicting good probabilities with supervised
#   learning*](https://doi.org/10.1145/1102351.1102430): la recalibración, medida en diez modelos.
# - A. Dal Pozzolo, O. Caelen, R. A. Johnson y G. Bontempi (2015), «Calibrating Probability with
#   Undersampling for Unbalanced Classification», IEEE CIDM: los autores de estos datos, sobre lo mismo.
# - [Guía de scikit-learn: calibración](https://scikit-learn.org/stable/modules/calibration.html) y
#   [umbrales según el coste](https://scikit-learn.org/stable/modules/classification_threshold.html).
