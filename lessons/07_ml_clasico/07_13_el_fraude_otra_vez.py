# %% [markdown]
# # 7.13 · El fraude, otra vez
#
# | | |
# |---|---|
# | **Objetivos** | Ajustar un *gradient boosting* en validación y compararlo con la red, pareado y en euros con el cupo; medir qué ven los detectores sin etiquetas que el supervisado no ve; comprobar qué pasa con un tipo de fraude nunca visto; decir si la rareza ayuda como una característica más; elegir qué usar según la pregunta, con todo lo del módulo |
# | **Duración** | {{minutos}} |
# | **Requisitos** | {{la_red_y_la_decision}} (pérdida esperada y cupo), {{aprender_del_error}} (por qué el *boosting* de fábrica se hunde), {{agrupar}} (k-means) y {{anomalias}} (los detectores) |
# | **Datos** | Los pagos de {{los_datos_y_como_evaluarlos}} (ULB y Worldline; ODbL 1.0), incluidos en el curso |
# | **Práctica** | La lista de avisos de un banco: ¿se reserva una parte para lo raro? |

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.ensemble import HistGradientBoostingClassifier, IsolationForest
from sklearn.metrics import average_precision_score
from sklearn.mixture import GaussianMixture
from sklearn.neighbors import LocalOutlierFactor
from sklearn.preprocessing import StandardScaler
from sklearn.svm import OneClassSVM

# %%
from course_utils import check, hint, solution
from course_utils import load_credit_card_fraud, paired_difference
from course_utils import quiet_tensorflow, set_seed

quiet_tensorflow()  # que TensorFlow arranque sin llenar la pantalla
import keras

# %% [markdown]
# ## 1 · ¿Con quién compite la red esta vez?
#
# En el módulo {{modulo:fraude}} el banco acabó con una red. Desde entonces has visto árboles que se corrigen unos a otros y
# detectores que no piden etiquetas. ¿Cuál usaría un banco? Los mismos pagos, la misma división en el tiempo, la misma
# preparación: de V1 a V28, y el logaritmo del importe.
#
# Todo se elige en **validación**. La prueba se abre una sola vez, al final. Con honestidad: solo es nueva para los detectores. El curso ya la miró con otros
# modelos ({{los_datos_y_como_evaluarlos}}, {{las_trampas}}, {{el_detector_en_marcha}}) y con la red ({{la_red_y_la_decision}}); y con esta red y un *boosting*, en
# {{aprender_del_error}}. El último sobre es el de {{tu_entrega}}: aquí no se toca.

# %%
payments = load_credit_card_fraud().drop_duplicates().reset_index(drop=True)
sealed_start = int(0.8 * len(payments))      # el sobre cerrado
test_start = int(0.8 * sealed_start)         # la prueba: al final
valid_start = int(0.8 * test_start)
FEATURES = [f"V{number}" for number in range(1, 29)] + ["Amount"]
x = payments[FEATURES].to_numpy("float32")
x[:, 28] = np.log1p(x[:, 28])
y, money = payments["Class"].to_numpy(), payments["Amount"].to_numpy()
hours = payments["Time"].to_numpy() / 3600
learn, valid, test = (slice(valid_start), slice(valid_start, test_start),
                      slice(test_start, sealed_start))
print("fraudes para aprender:", y[learn].sum(), "  para elegir:",
      y[valid].sum())

# %% [markdown]
# El *boosting* de fábrica se hunde aquí, y ya sabes por qué ({{aprender_del_error}}). Nueve candidatos, sin parada temprana: tres
# regularizaciones L2 y tres parejas de tasa y hojas.
#
# ¿Habrá mucha distancia entre el mejor y el peor de los nueve?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pregunta cuántos candidatos se pueden probar antes de que el mejor sea solo el más afortunado: con 74 fraudes, pocos.
# La nota del elegido sale hinchada; por eso existe la prueba.

# %%
def boosting(l2, rate, leaves):
    return HistGradientBoostingClassifier(
        learning_rate=rate, max_leaf_nodes=leaves, l2_regularization=l2,
        early_stopping=False, random_state=0)

candidates = {}
for l2 in (1, 10, 50):
    for rate, leaves in ((0.05, 8), (0.1, 8), (0.05, 16)):
        model = boosting(l2, rate, leaves)
        candidates[l2, rate, leaves] = model.fit(x[learn], y[learn])

def ap(part, scores):
    return average_precision_score(y[part], scores)

# %%
notes = {name: ap(valid, model.predict_proba(x[valid])[:, 1])
         for name, model in candidates.items()}
for (l2, rate, leaves), note in notes.items():
    print(f"L2 = {l2:>2}, tasa {rate:<4}, {leaves:>2} hojas: "
          f"AP ≈ {note:.3f}")
best = max(notes, key=notes.get)
spread = max(notes.values()) - min(notes.values())
print(f"del peor al mejor ≈ {spread:.3f}   ¿menos de 0.1?",
      bool(spread < 0.1))

# %% [markdown]
# **Qué observas.** Frenados y sin parada temprana, los nueve se parecen: el ajuste fino importa menos que haber salido de los valores de
# fábrica. Nos quedamos con el de mayor AP: una nota hinchada, la más alta de nueve.
#
# Y la red, con las capas y las épocas de {{la_red_y_la_decision}}.

# %%
set_seed(42)
normalize = keras.layers.Normalization()
normalize.adapt(x[learn])
net = keras.Sequential([
    keras.Input((29,)), normalize,
    keras.layers.Dense(64, activation="relu"), keras.layers.Dropout(0.3),
    keras.layers.Dense(32, activation="relu"), keras.layers.Dropout(0.3),
    keras.layers.Dense(1, activation="sigmoid")])
net.compile("adam", loss="binary_crossentropy", steps_per_execution=8)
history = net.fit(x[learn], y[learn], batch_size=2048, epochs=20, verbose=0)

# %%
def by_trees(part, model=candidates[best]):
    return model.predict_proba(x[part])[:, 1]

def by_net(part):
    return np.asarray(net(x[part]))[:, 0].astype(float)

def against(part, a, b):
    """La AP de a menos la de b, en los mismos pagos."""
    gain = paired_difference(average_precision_score, y[part], a, b,
                             repetitions=100)
    return (f"≈ {gain.value:+.3f}, de ≈ {gain.low:+.3f} a "
            f"≈ {gain.high:+.3f}")

# %%
trees, network = by_trees(valid), by_net(valid)
print(f"AP: boosting ≈ {ap(valid, trees):.3f}, "
      f"red ≈ {ap(valid, network):.3f}")
print("boosting − red:", against(valid, trees, network))
print("¿Pasan los dos de 0.7?",
      bool(min(ap(valid, trees), ap(valid, network)) > 0.7))

# %% [markdown]
# **Qué observas.** Si el intervalo contiene al 0, con estos 74 fraudes no se distinguen. Si no, gana uno: con signo menos, la red. Pero el intervalo
# solo cuenta el azar de qué pagos cayeron en **estas horas**: ni el de otras horas, ni el de otra **semilla** de la red. En la prueba puede cambiar
# de signo. Queda mirarlos en lo que el banco paga.
#
# ## 2 · ¿Y en euros?
#
# El equipo puede con 100 avisos al día, y cada uno cuesta 5 €. Los avisos van a los pagos de mayor **pérdida esperada**, probabilidad por
# importe, y solo si llega a lo que cuesta mirarlos.
#
# ### Ejercicio 7.13.1
#
# Escribe `ahorro(fraude, importes, perdidas, cupo, coste)`: recibe tres arrays (1 o 0; euros; pérdida esperada), cuántos avisos caben y
# lo que cuesta cada uno. Se avisa de los `cupo` pagos de mayor pérdida, menos aquellos cuya pérdida no llega a `coste`. **Devuelve** un
# número: la suma de los importes de los fraudes avisados, menos el coste de todos los avisos.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Es la cuenta de {{la_red_y_la_decision}} en una sola función. El fallo de siempre: gastar el cupo entero, también en pagos de
# dos euros. Antes de mirar las cifras, que alguien apueste por cuál ahorra más.

# %% tags=["ejercicio"]
def ahorro(fraude, importes, perdidas, cupo, coste):
    # >>> return ...
    avisos = np.argsort(-perdidas)[:cupo]
    avisos = avisos[perdidas[avisos] >= coste]
    return (fraude * importes)[avisos].sum() - coste * len(avisos)
    # <<<

# %%
check("7.13.1", ahorro)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("7.13.1")` da una pista (y otra, si insistes), y
# `solution("7.13.1")` muestra una solución.
#
# **Predice:** ¿ahorrará más el que tiene más AP?

# %%
ALERT_COST = 5

def quota(part):
    """Los avisos que le tocan a esas horas."""
    return round(100 * (hours[part].max() - hours[part].min()) / 24)

def saving(part, scores):
    """Los euros que salva esa lista, ya pagadas las revisiones."""
    losses = scores * money[part]
    alerts = np.argsort(-losses)[:quota(part)]
    alerts = alerts[losses[alerts] >= ALERT_COST]
    saved = (y[part] * money[part])[alerts].sum()
    return saved - ALERT_COST * len(alerts)

# %%
at_stake = (y * money)[valid].sum()
print(f"cupo: {quota(valid)} avisos; en juego, {at_stake:.0f} €")
for name, scores in (("boosting", trees), ("red", network)):
    print(f"{name:<9} ahorra ≈ {saving(valid, scores):.0f} €")
print("¿Ahorran los dos más de 500 €?",
      bool(min(saving(valid, trees), saving(valid, network)) > 500))

# %% [markdown]
# **Qué observas.** El dinero está en unos pocos fraudes grandes: encontrar uno más o uno menos mueve el ahorro cientos de euros. Con
# una ventana de diez horas y media no se elige a un proveedor.
#
# ## 3 · ¿Y sin etiquetas?
#
# Ahora los detectores de {{anomalias}}. Se les da una muestra de 20 000 pagos normales, los que nadie ha reclamado (es buscar
# **novedades**, y apartar los fraudes conocidos ya es usar etiquetas, aunque de ellas no aprendan nada); a LOF y a la SVM, que tardan más, 4000.
#
# Los ajustes están puestos a mano. `reg_covar` suma un poco a cada varianza, para que ninguna gaussiana se encoja hasta un punto.
#
# **Predice:** ¿llegará alguno a la AP de los supervisados?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Ojo a una trampa: se usaron etiquetas para apartar los fraudes de la muestra. Son tan pocos que parece que da igual; no
# da igual cuando se tapan unos a otros. Pregunta qué sabría de verdad el banco el primer día.

# %%
scaler = StandardScaler().fit(x[learn])
z = scaler.transform(x[:sealed_start])
rng = np.random.default_rng(0)
usual = z[rng.choice(np.flatnonzero(y[learn] == 0), 20_000, replace=False)]
pca = PCA(10, random_state=0).fit(usual)

def rebuilt_badly(points):
    back = pca.inverse_transform(pca.transform(points))
    return ((points - back) ** 2).mean(axis=1)

fitted = {"mezcla": GaussianMixture(6, reg_covar=1e-3, random_state=0),
          "bosque": IsolationForest(random_state=0),
          "LOF": LocalOutlierFactor(n_neighbors=20, novelty=True),
          "SVM de una clase": OneClassSVM(nu=0.01)}
for name, model in fitted.items():
    model.fit(usual[:4000] if name in ("LOF", "SVM de una clase")
              else usual)

# %%
def rarities(part):
    """Lo raro que es cada pago, según cada detector."""
    found = {name: -model.score_samples(z[part])
             for name, model in fitted.items()}
    return {**found, "PCA": rebuilt_badly(z[part])}

rare = rarities(valid)
for name, rarity in rare.items():
    print(f"{name:<17} AP en validación ≈ {ap(valid, rarity):.3f}")
print("¿Superan todos diez veces la del azar?",
      bool(min(ap(valid, rarity) for rarity in rare.values())
           > 10 * y[valid].mean()))

# %% [markdown]
# **Qué observas.** Sin aprender de un solo fraude, todos van muy por encima del azar; y la mezcla, esta vez, anda cerca de los supervisados. ¿Se acabaron las
# etiquetas? Antes de celebrarlo, cuatro mezclas más, cada una con otra muestra de 20 000 pagos normales:

# %%
normal, others = np.flatnonzero(y[learn] == 0), []
for seed in range(1, 5):
    rows = np.random.default_rng(seed).choice(normal, 20_000, replace=False)
    others.append(GaussianMixture(6, reg_covar=1e-3, random_state=seed))
    others[-1].fit(z[rows])
luck = [ap(valid, -model.score_samples(z[valid])) for model in others]
print("cuatro mezclas ≈", np.round(luck, 2))
print("¿Se llevan más de 0.1?", bool(np.ptp(luck) > 0.1))

# %% [markdown]
# **Qué observas.** Otra muestra y otra semilla, otra nota. Una nota suelta de un detector sin etiquetas dice poco: depende de qué pagos le tocaron y de
# dónde empezó cada gaussiana.
#
# ## 4 · ¿Encuentra el raro lo que el otro no ve?
#
# La AP dice quién ordena mejor. Al banco le interesa otra cosa: si el segundo detector añade algo al primero.
#
# ### Ejercicio 7.13.2
#
# Escribe `solo_uno(fraude, a, b, k)`: recibe tres arrays (1 o 0, y dos puntuaciones) y **devuelve** cuántos fraudes están entre los `k` pagos
# de mayor `a` y no entre los `k` de mayor `b`.

# %% tags=["ejercicio"]
def solo_uno(fraude, a, b, k):
    # >>> return ...
    primeros = np.argsort(-a)[:k]
    solo = primeros[~np.isin(primeros, np.argsort(-b)[:k])]
    return fraude[solo].sum()
    # <<<

# %%
check("7.13.2", solo_uno)

# %%
def only_first(part, a, b, k):
    top, other = np.argsort(-a)[:k], np.argsort(-b)[:k]
    return int(y[part][top[~np.isin(top, other)]].sum())

for name, rarity in rare.items():
    print(f"{name:<17} solo él ≈ {only_first(valid, rarity, trees, 100):>2}"
          f", solo el otro ≈ {only_first(valid, trees, rarity, 100)}")
print("Quitando la mezcla, ¿encuentra más por su cuenta el supervisado?",
      all(only_first(valid, trees, rare[name], 100)
          > only_first(valid, rare[name], trees, 100)
          for name in ("bosque", "LOF", "SVM de una clase", "PCA")))

# %% [markdown]
# **Qué observas.** Entre los 100 primeros, los detectores añaden unos pocos fraudes, y casi todos pierden muchos más. La mezcla, esta vez, no: se
# complementa con el *boosting*. Ninguno ve todo lo que ve el otro.
#
# > **Lo que oirás por ahí: «el supervisado solo encuentra los fraudes que ya conoce; para los nuevos hace falta un detector de anomalías».**
# > Vamos a medirlo.
#
# No tenemos fraudes de mañana, pero se pueden fabricar: agrupamos los fraudes de aprender con k-means, en tres grupos, y **quitamos** uno del entrenamiento. Ese será
# el nuevo.
#
# ### Ejercicio 7.13.3
#
# Escribe `quitar_tipo(x, y, tipos, quitado)`: recibe la tabla, las etiquetas y un array con el tipo de **cada fraude** (solo de los
# fraudes, en su orden). **Devuelve** `x` e `y` sin los fraudes de ese tipo. Los pagos normales se quedan todos.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dibuja una tabla de seis filas con dos fraudes y su array de tipos, más corto: quien indexa con él la tabla
# entera se equivoca de filas. Que predigan quién sufrirá más: el que estudió los fraudes o el que no.

# %% tags=["ejercicio"]
def quitar_tipo(x, y, tipos, quitado):
    # >>> return ...
    fuera = np.flatnonzero(y == 1)[tipos == quitado]
    quedan = ~np.isin(np.arange(len(y)), fuera)
    return x[quedan], y[quedan]
    # <<<

# %%
check("7.13.3", quitar_tipo)

# %% [markdown]
# Para ver a quién encuentra cada uno, miremos el **puesto** de cada fraude en la lista: el 1 es el más sospechoso.
#
# ### Ejercicio 7.13.4
#
# Escribe `puestos(fraude, puntuaciones)`: **devuelve** un array con el puesto de cada fraude entre **todos** los pagos, en el orden en que
# aparecen los fraudes.

# %% tags=["ejercicio"]
def puestos(fraude, puntuaciones):
    # >>> return ...
    return np.argsort(np.argsort(-puntuaciones))[fraude == 1] + 1
    # <<<

# %%
check("7.13.4", puestos)

# %% [markdown]
# Un *boosting* igual, sin el tipo que más fraudes tiene. En la figura, los fraudes de ese tipo que hay en validación: cuanto más abajo, antes
# los encuentra.
#
# ¿Cuántos puestos perderá el que nunca vio ese tipo?

# %%
kinds = KMeans(3, n_init=10, random_state=0).fit(z[learn][y[learn] == 1])
newest = int(np.bincount(kinds.labels_).argmax())
gone = np.flatnonzero(y[learn] == 1)[kinds.labels_ == newest]
stay = ~np.isin(np.arange(valid_start), gone)
blind = boosting(*best).fit(x[learn][stay], y[learn][stay])
new = kinds.predict(z[valid][y[valid] == 1]) == newest
print(f"de {y[learn].sum()} fraudes se quitan ≈ {len(gone)}; "
      f"en validación hay ≈ {new.sum()} de ese tipo")

def places(scores):
    return np.argsort(np.argsort(-scores))[y[valid] == 1] + 1

# %%
lists = {"con ese tipo": trees, "sin ese tipo": by_trees(valid, blind),
         "mezcla": rare["mezcla"], "LOF": rare["LOF"]}

# %%
fig, ax = plt.subplots(figsize=(7, 3.6))
for row, (name, scores) in enumerate(lists.items()):
    where = places(scores)[new]
    ax.plot(np.full(len(where), row), where, "_", markersize=28,
            color="#0072B2")
    print(f"{name:<13} entre los 100 primeros ≈ {(where <= 100).sum()}, "
          f"puesto mediano ≈ {np.median(where):.0f}")
ax.axhline(100, color="black", linestyle=":", label="los 100 primeros")
ax.set(title="Los fraudes del tipo nuevo", yscale="log",
       xticks=range(len(lists)), xticklabels=lists, ylabel="Puesto",
       xlabel="Quién hace la lista")
ax.legend()
fig.tight_layout()

# %%
types, lost = kinds.predict(z[valid][y[valid] == 1]), []
for kind in range(3):
    out = np.flatnonzero(y[learn] == 1)[kinds.labels_ == kind]
    kept = ~np.isin(np.arange(valid_start), out)
    naive = boosting(*best).fit(x[learn][kept], y[learn][kept])
    early = [(places(scores)[types == kind] <= 100).mean() for scores in
             (trees, by_trees(valid, naive), rare["LOF"])]
    lost.append(early[0] - early[1])
    print("entre los 100 primeros: con él, sin él y LOF ≈",
          np.round(early, 2))
print("¿Pierde menos de 0.25 en los tres?", bool(max(lost) < 0.25))

# %% [markdown]
# **Qué observas.** Le quites el tipo que le quites, entre los 100 primeros apenas pierde. LOF, en cambio, depende del tipo: del de la figura encuentra muchos
# menos; de otro, tantos como el supervisado, o más. Un tipo **nuevo** no es lo mismo que un tipo **raro**: si se parece a lo conocido, lo ve el supervisado; si
# no se parece a lo corriente, el detector; si ni una cosa ni la otra, nadie. (Y son tipos fabricados: uno de verdad puede parecerse menos.)
#
# ## ★ Ampliación · ¿Y si la rareza fuera una columna más?
#
# Hay una manera de juntar los dos: dar al *boosting* una columna más, la rareza de cada pago según la mezcla. Es una forma de
# **apilar** modelos: lo que dice uno entra en otro.
#
# **Predice:** ¿subirá la AP en validación?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Apunta las apuestas; casi todos dicen que sí. Si no ayuda, que busquen por qué: la mezcla mira las mismas columnas, y el
# árbol ya puede cortar por sus extremos.

# %%
x_more = np.column_stack([x[:sealed_start],
                          -fitted["mezcla"].score_samples(z)])
stacked = boosting(*best).fit(x_more[learn], y[learn])
with_rarity = stacked.predict_proba(x_more[valid])[:, 1]
print(f"AP: sin la rareza ≈ {ap(valid, trees):.3f}, "
      f"con ella ≈ {ap(valid, with_rarity):.3f}")
print("con − sin:", against(valid, with_rarity, trees))
print("¿Sube más de 0.05?",
      bool(ap(valid, with_rarity) > ap(valid, trees) + 0.05))

# %% [markdown]
# **Qué observas.** No se ve que ayude: si el intervalo contiene al 0, ni siquiera se puede decir hacia dónde. Puede ser porque la mezcla mira las mismas
# columnas que los árboles. Nos quedamos sin la columna.
#
# ## Errores frecuentes
#
# **1. Tomar la rareza por una probabilidad.** No lo es, ni siquiera la del bosque, que va de 0 a 1: no promete cuántos serán fraude. Multiplicada por el
# importe no da euros que se esperen perder.

# %%
print(f"Falla: la mayor rareza de la mezcla ≈ {rare['mezcla'].max():.0f}, "
      f"y la menor ≈ {rare['mezcla'].min():.0f}")
print("Arreglado: sumadas, las probabilidades del supervisado prevén "
      f"≈ {trees.sum():.0f} fraudes, y hay {y[valid].sum()}")

# %% [markdown]
# **2. Comparar dos detectores por su puntuación.** Cada uno tiene su escala: se comparan los **puestos**.

# %%
tops = [np.argsort(-rare[name])[:100] for name in ("LOF", "bosque")]
print(f"Falla: rareza media ≈ {rare['LOF'].mean():.2f} y ≈ "
      f"{rare['bosque'].mean():.2f}: no dice nada")
print("Arreglado, comunes entre sus 100 primeros ≈",
      np.isin(*tops).sum())

# %% [markdown]
# ## Práctica: la lista de un banco
#
# ### Ejercicio 7.13.5
#
# Una salida sensata: casi todo el cupo para el supervisado y unos pocos avisos **reservados** para lo más raro. Escribe
# `repartir_cupo(puntuaciones, rarezas, k, reservados)`: **devuelve** un array con `k` posiciones sin repetir. Primero, las
# `k - reservados` de mayor puntuación; después, las `reservados` más raras de las que quedan.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Los reservados no se juzgan solo por los fraudes que cazan hoy: son la manera de enterarse de que hay un tipo nuevo. Pregunta
# cuántos reservarían, y quién debería decidirlo.

# %% tags=["ejercicio"]
def repartir_cupo(puntuaciones, rarezas, k, reservados):
    # >>> return ...
    primeros = np.argsort(-puntuaciones)[:k - reservados]
    raros = np.argsort(-rarezas)
    raros = raros[~np.isin(raros, primeros)][:reservados]
    return np.concatenate([primeros, raros])
    # <<<

# %%
check("7.13.5", repartir_cupo)

# %% [markdown]
# Con 44 avisos en validación, y 8 de ellos para lo que LOF encuentra más raro. Con el *boosting* que conoce todos los tipos, y con el que
# no conoce uno:

# %%
def shared_quota(scores, rarity, k, reserved):
    first = np.argsort(-scores)[:k - reserved]
    odd = np.argsort(-rarity)
    odd = odd[~np.isin(odd, first)][:reserved]
    return np.concatenate([first, odd])

k = quota(valid)
for name, scores in (("todos los tipos", trees),
                     ("sin un tipo", by_trees(valid, blind))):
    counts = [int(y[valid][shared_quota(scores, rare["LOF"], k, m)].sum())
              for m in (0, 8)]
    print(f"{name:<16} fraudes: sin reservar ≈ {counts[0]}, "
          f"reservando 8 ≈ {counts[1]}, de {k} avisos",
          "  ¿cambia en menos de 4?", abs(counts[0] - counts[1]) < 4)

# %% [markdown]
# **Qué observas.** En estas horas, y con LOF, reservar ocho ni arruina ni salva: los ocho siguientes de la lista y los ocho más raros son casi igual de buenos. Se
# reservan por lo que no se sabe: sin ellos, de un tipo de fraude que el modelo no ve no llegaría nunca una etiqueta.
#
# ### La prueba
#
# Decidimos ya, con lo visto en validación: el *boosting* elegido y la red, para comparar; los detectores, tal como están. Se abre la prueba, una vez.
#
# **Predice:** ¿mantendrán sus notas los supervisados? ¿Y los detectores?

# %%
final = {"boosting": by_trees(test), "red": by_net(test), **rarities(test)}
for name, scores in final.items():
    before = {"boosting": trees, "red": network, **rare}[name]
    print(f"{name:<17} AP: validación ≈ {ap(valid, before):.3f}, "
          f"prueba ≈ {ap(test, scores):.3f}")
later = [ap(test, -model.score_samples(z[test])) for model in others]
print("las otras cuatro mezclas: validación ≈", np.round(luck, 2))
print("                          prueba     ≈", np.round(later, 2))
print("¿Se llevan más de 0.2 en la prueba?", bool(np.ptp(later) > 0.2))
print("¿Caen LOF, el bosque y PCA por debajo de 0.3?",
      all(ap(test, final[name]) < 0.3 for name in ("LOF", "bosque", "PCA")))

# %% tags=["resultado"]
print("la resta, en la prueba:",
      against(test, final["boosting"], final["red"]))
print("¿Siguen los dos supervisados por encima de 0.65?",
      bool(min(ap(test, final[name]) for name in ("boosting", "red"))
           > 0.65))
saved = [saving(test, final[name]) for name in ("boosting", "red")]
print(f"Ahorro, de {(y * money)[test].sum():.0f} €: boosting "
      f"≈ {saved[0]:.0f} €, red ≈ {saved[1]:.0f} €")

# %% [markdown]
# **Qué observas.** Los supervisados aguantan mejor. LOF, el bosque, la SVM y PCA se hunden; y de las cinco mezclas, según la muestra, unas bajan algo y
# otras se hunden. (Aquí hay casi la mitad de fraudes por pago, y eso ya baja algo la AP de todos.) Otros pagos raros, que no eran fraude, ocuparon
# los primeros puestos: nadie le ha dicho al detector qué rareza interesa. El examen limpio es el sobre de {{tu_entrega}}.
#
# > **Lo que oirás por ahí: «para el fraude, lo mejor es detectar anomalías, porque no hacen falta etiquetas».** En una
# > ventana lo parecía. En la siguiente, la tabla de arriba.
#
# **Qué usaría un banco.** Con etiquetas de meses anteriores, un supervisado: *boosting* o red, que aquí se parecen; el *boosting* se entrena en segundos y no
# pide escalar. Sin etiquetas, el primer mes, un detector, sabiendo que su lista se mirará con más paciencia. Y siempre, unos pocos avisos para lo raro: es
# como llegan las etiquetas de los tipos nuevos.
#
# ### Qué usar cuando… (todo el módulo {{modulo:ml_clasico}})
#
# | Si tienes… | Empieza por | Y cuidado con |
# |---|---|---|
# | pocas filas, columnas escaladas, una frontera suave | SVM ({{la_calle_mas_ancha}}, {{nucleos}}) | el coste, que crece mucho con las filas |
# | que explicar cada decisión | un árbol ({{arboles_de_decision}}) | que tiembla: otra muestra, otro árbol ({{arboles_que_tiemblan}}) |
# | una tabla, y poco tiempo para ajustar | bosque aleatorio ({{muchos_votos}}) | la importancia, que engaña |
# | una tabla, y tiempo para ajustar | *gradient boosting* ({{aprender_del_error}}) | los valores de fábrica con pocos positivos |
# | muchas columnas que van juntas | PCA ({{menos_dimensiones}}) | que varianza no es información |
# | que mirar un conjunto en un plano | otros mapas ({{mapas_de_lo_que_no_se_ve}}) | lo que sus distancias no dicen |
# | que repartir en grupos parecidos y redondos | k-means ({{agrupar}}) | que siempre da k grupos, los haya o no |
# | grupos de formas raras, o con ruido | densidad o jerarquía ({{grupos_de_cualquier_forma}}) | elegir la distancia |
# | grupos alargados, o dudas que repartir | mezcla de gaussianas ({{mezclas}}) | dónde empieza; cuántas |
# | normales de sobra y ninguna etiqueta | un detector ({{anomalias}}) | que lo raro no es lo malo |
# | etiquetas de lo que buscas | un supervisado, y un poco de cupo para lo raro | elegir en la prueba |
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Un detector sin etiquetas da más AP que tu modelo supervisado, en una sola ventana de validación. ¿Qué haces?
#
# - a) Cambiar al detector: la nota manda.
# - b) Tirar el supervisado: las etiquetas no servían.
# - c) Medir los dos en otra ventana, y con otras semillas, antes de decidir.
# - d) Nada: la AP no vale para detectores.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("7.13.A1", respuesta_1)

# %% [markdown]
# **A2.** ¿Cuál es la diferencia entre las preguntas que contestan el *boosting* y un detector?
#
# - a) El detector sirve para pocos datos, y el *boosting*, para muchos.
# - b) «¿Se parece a los fraudes que conozco?» frente a «¿se parece poco a lo de siempre?».
# - c) El *boosting* ordena, y el detector decide.
# - d) El detector no necesita que nadie revise nada.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "b"
# <<<
check("7.13.A2", respuesta_2)

# %% [markdown]
# **A3.** ¿Por qué la AP en validación del mejor de nueve candidatos no es la que esperas en la prueba?
#
# - a) Sí lo es: por eso se eligió.
# - b) Porque habría que haberlo elegido en la prueba.
# - c) Porque nueve candidatos son pocos.
# - d) Porque se eligió el que salió más alto, también por suerte.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "d"
# <<<
check("7.13.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - El *boosting* y la red aguantan los dos en la prueba; cuál va delante cambia con la ventana, y los euros no siempre siguen a la nota.
# - Un detector sin etiquetas puede brillar en una ventana y hundirse en la siguiente.
# - Un supervisado busca lo que se parece a lo que estudió; un detector, lo que no se parece a lo de siempre. Un tipo nuevo puede caer en cualquiera de los dos lados.
# - Un modelo añade algo si encuentra lo que el otro no ve: se cuenta, no se supone.
# - La prueba se abre una vez; el sobre, en la entrega.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulos 7 y 9.
# - Y.-A. Le Borgne y otros, [*Reproducible Machine Learning for Credit Card Fraud
#   Detection*](https://fraud-detection-handbook.github.io/fraud-detection-handbook/).
# - scikit-learn: [novedades y atípicos](https://scikit-learn.org/stable/modules/outlier_detection.html).
