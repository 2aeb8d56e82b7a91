# %% [markdown]
# # 7.5 · Muchos votos
#
# | | |
# |---|---|
# | **Objetivos** | Explicar por qué muchos votos mediocres aciertan, y cuándo no; escribir la votación dura y la blanda; escribir el *bagging* y su nota fuera de la bolsa, y compararlos con scikit-learn; separar el error de un comité en error medio y diversidad; desconfiar de las importancias de un bosque; elegir un bosque sin gastar la validación |
# | **Duración** | {{minutos}} |
# | **Requisitos** | El árbol de decisión (lección {{arboles_de_decision}}), el *bootstrap* ({{umbrales}}), los precios de las casas ({{precios_de_casas}}) y la importancia por permutación ({{casas_con_una_red}}) |
# | **Datos** | California Housing: 20 640 distritos del censo de 1990 (Pace y Barry, 1997); los pingüinos de Palmer (K. Gorman; CC0). Incluidos en el curso |
# | **Práctica** | Un bosque para los precios de California, elegido sin validación y examinado una vez |

# %%
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.datasets import make_moons
from sklearn.ensemble import (BaggingRegressor, ExtraTreesRegressor,
                              RandomForestRegressor, VotingClassifier)
from sklearn.inspection import permutation_importance
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import r2_score, root_mean_squared_error
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

# %%
from course_utils import check, hint, solution
from course_utils import load_california_housing, load_penguins
from course_utils import paired_difference, plot_decision_regions

# %% [markdown] presenta="ensamble, comité"
# ## 1 · ¿Por qué muchos votos mediocres aciertan más que uno?
#
# Un jurado contesta preguntas de sí o no. Cada persona acierta 6 de cada 10: poco más que una moneda. Nadie
# consulta a nadie; se vota, y gana la mayoría. A un grupo de modelos que responde junto se le llama
# **ensamble** (*ensemble*); aquí también diremos **comité**.
#
# Lo simulamos 2000 veces. Y con una variante: una parte de las personas no piensa, y **copia** lo que dice la
# misma persona, que también acierta 6 de cada 10.
#
# **Predice** dos números: ¿qué fracción acertará la mayoría de 401 personas independientes? ¿Y si 3 de cada
# 10 copian?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Hazlo con la clase: una pregunta que casi nadie sepa, voto en papel, y luego a mano alzada, empezando por
# quien más habla. La segunda votación es la línea de abajo. Apunta las dos predicciones antes de ejecutar.

# %%
rng = np.random.default_rng(7)

def majority_accuracy(voters, copiers):
    """Con qué frecuencia acierta la mayoría, en 2000 preguntas."""
    own = rng.random((2000, voters)) < 0.6       # True: acierta
    leader = rng.random((2000, 1)) < 0.6
    copies = rng.random((2000, voters)) < copiers
    votes = np.where(copies, leader, own)
    return (votes.mean(axis=1) > 0.5).mean()

SIZES = [1, 3, 5, 11, 25, 51, 101, 201, 401]
curves = {copiers: [majority_accuracy(n, copiers) for n in SIZES]
          for copiers in (0, 0.1, 0.3)}

# %%
fig, ax = plt.subplots(figsize=(6.5, 3.8))
for copiers, color, mark, name in (
        (0, "#0072B2", "o-", "nadie copia"),
        (0.1, "#009E73", "s--", "copia 1 de cada 10"),
        (0.3, "#D55E00", "^:", "copian 3 de cada 10")):
    ax.semilogx(SIZES, curves[copiers], mark, color=color, label=name)
ax.set(title="Cada persona acierta 6 de cada 10",
       xlabel="Personas que votan", ylabel="Acierta la mayoría",
       xticks=[1, 5, 25, 101, 401], xticklabels=[1, 5, 25, 101, 401])
ax.legend()
print(f"401 personas: nadie copia ≈ {curves[0][-1]:.3f}, "
      f"copian 3 de cada 10 ≈ {curves[0.3][-1]:.3f}")
print("¿Más de 0.99 si nadie copia?", bool(curves[0][-1] > 0.99))
print("¿Menos de 0.65 si copian 3 de 10?", bool(curves[0.3][-1] < 0.65))

# %% [markdown]
# **Qué observas.** Sin copias, la línea azul sube hasta casi no fallar. La razón es la **ley de los grandes
# números**: cuantos más votos independientes, más se acerca a 0.6 la fracción de aciertos, y 0.6 es más
# que la mitad. Con unas pocas copias aún sube. Con 3 de cada 10 sube un poco y vuelve a caer: cuando quien manda falla, arrastra a
# tantos que el resto ya no llega a la mitad. Un comité de 401 que acierta como una sola persona.
#
# Así que hacen falta dos cosas: que cada votante acierte **algo más que el azar**, y que se equivoquen en
# **preguntas distintas**. La segunda es la difícil, y de ella va esta lección.
#
# ### Ejercicio 7.5.1
#
# Escribe `mayoria(votos)`. Recibe un array de ceros y unos, con una fila por votante y una columna por
# pregunta (al revés que en la simulación), y **devuelve** un array con lo que gana en cada pregunta, 0 o 1. Si hay empate, gana el 0.

# %% tags=["ejercicio"]
def mayoria(votos):
    # >>> return ...
    return (votos.mean(axis=0) > 0.5).astype(int)
    # <<<

# %%
check("7.5.1", mayoria)

# %% [markdown] presenta="votación dura, sklearn.ensemble.VotingClassifier, .estimators_"
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("7.5.1")` da una pista (y otra, si insistes), y
# `solution("7.5.1")` muestra una solución.
#
# ## 2 · ¿Y si los votantes son modelos?
#
# Tres modelos que razonan de maneras muy distintas miran los mismos 300 puntos: una recta (la logística), el
# vecino más cercano y un árbol sin frenos. `VotingClassifier` los entrena y los hace votar; los tres, ya
# entrenados, quedan en `estimators_`. Contar votos se llama **votación dura** (*hard voting*).
#
# **Predice:** ¿acertará el comité más que el mejor de los tres?

# %%
def moons(seed):
    """300 puntos para aprender y 2000 para comparar."""
    x, y = make_moons(2300, noise=0.3, random_state=seed)
    return x[:300], y[:300], x[300:], y[300:]

def rough_trio():
    return [("recta", LogisticRegression()),
            ("vecino", KNeighborsClassifier(1)),
            ("árbol", DecisionTreeClassifier(random_state=0))]

x_moons, y_moons, x_new, y_new = moons(0)
vote = VotingClassifier(rough_trio()).fit(x_moons, y_moons)
ballots = np.array([m.predict(x_new) for m in vote.estimators_])
ours = (ballots.mean(axis=0) > 0.5).astype(int)
print("¿La mayoría da lo mismo que VotingClassifier?",
      np.array_equal(ours, vote.predict(x_new)))

# %%
fig, axes = plt.subplots(2, 2, figsize=(7.5, 6.6), sharey=True)
members = [*vote.estimators_, vote]
for ax, name, member in zip(axes.flat,
                            ["recta", "vecino", "árbol", "voto"],
                            members, strict=True):
    plot_decision_regions(member, x_moons, y_moons, ax=ax,
                          feature_names=["x₁", "x₂"])
    hits = (member.predict(x_new) == y_new).mean()
    ax.set_title(f"{name}: acierta ≈ {hits:.3f}")
fig.tight_layout()

# %% [markdown] presenta="votación blanda"
# **Qué observas.** El vecino y el árbol dibujan islas alrededor de puntos sueltos, cada uno en otro sitio; la
# recta no ve la curva. El voto borra las islas que solo ve uno.
#
# La votación dura tira información: «0.51, por decir algo» y «0.99, sin duda» cuentan igual. La **votación
# blanda** (*soft voting*) promedia las probabilidades y se queda con la clase de media más alta.
#
# ### Ejercicio 7.5.2
#
# Escribe `voto_blando(probabilidades)`. Recibe un array de forma (modelos, muestras, clases), con lo que da
# `predict_proba` en cada modelo, y **devuelve** la posición de la clase elegida en cada muestra. (Las clases pueden ser más de dos.)

# %% tags=["ejercicio"]
def voto_blando(probabilidades):
    # >>> return ...
    return probabilidades.mean(axis=0).argmax(axis=1)
    # <<<

# %%
check("7.5.2", voto_blando)

# %% [markdown]
# > **Lo que oirás por ahí: «un comité acierta siempre más que el mejor de sus miembros».** Probemos con dos
# > tríos, en diez sorteos de puntos. El de antes, y otro más fino: la misma recta, tres vecinos en lugar de
# > uno, y un árbol con tres niveles como mucho.
#
# **Predice:** ¿en cuál de los dos tríos ganará el voto al mejor miembro? ¿Y ganará la blanda a la dura?

# %%
def fine_trio():
    return [("recta", LogisticRegression()),
            ("vecinos", KNeighborsClassifier(3)),
            ("árbol", DecisionTreeClassifier(max_depth=3, random_state=0))]

def compete(trio, seed):
    """Aciertos de los tres miembros, de la dura y de la blanda."""
    x, y, x_other, y_other = moons(seed)
    chances = np.array([m.fit(x, y).predict_proba(x_other)[:, 1]
                        for _, m in trio])
    votes = chances > 0.5
    hard, soft = votes.mean(axis=0) > 0.5, chances.mean(axis=0) > 0.5
    return [(answer == y_other).mean() for answer in [*votes, hard, soft]]

# %%
rough = np.array([compete(rough_trio(), seed) for seed in range(10)])
fine = np.array([compete(fine_trio(), seed) for seed in range(10)])
print("medias de diez:  recta   vecinos árbol   dura    blanda")
for name, trio in (("trío de antes", rough), ("trío fino", fine)):
    means = [f"≈ {mean:.3f}" for mean in trio.mean(axis=0)]
    print(f"{name:<16}", *means)
best = [trio[:, :3].mean(axis=0).max() for trio in (rough, fine)]
print("¿Gana el voto al mejor?", bool(rough[:, 4].mean() > best[0]),
      "| ¿Y en el fino, por más de 0.005?",
      bool(fine[:, 4].mean() > best[1] + 0.005))
print("En el fino, ¿gana la blanda a la dura?",
      bool(fine[:, 4].mean() > fine[:, 3].mean()))

# %% [markdown]
# **Qué observas.** En el trío de antes el comité gana al mejor. En el fino, no: los tres vecinos ya aciertan
# más por sí solos; la dura se queda por debajo de ellos, y la blanda, como mucho, a su altura. Lo que se puede esperar de un voto es que mejore
# a su **miembro medio**; ganar al mejor depende de que se parezcan en nivel y se equivoquen en sitios
# distintos. La blanda ayuda si las probabilidades significan algo. En el trío de antes la dura y la blanda dan
# lo mismo, y no es casualidad: el vecino y el árbol sin frenos solo dicen 0 o 1, y si los dos coinciden ya suman
# dos tercios; si no, se anulan, y en las dos votaciones decide la recta.
#
# ## 3 · ¿De dónde salen votantes distintos, si los datos son unos?
#
# Inventar cien modelos distintos es difícil. Hay una idea mejor: el **mismo** modelo, entrenado con
# **muestras** distintas. Las casas de California, con el reparto de siempre. Para aprender bastan hoy 5000
# distritos; el examen se guarda hasta la Práctica.

# %%
houses = load_california_housing()
band = pd.cut(houses["MedInc"], [0, 2, 3, 4, 6, np.inf], labels=False)
rest, exam = train_test_split(houses, test_size=0.2, stratify=band,
                              random_state=42)
train, valid = train_test_split(rest, test_size=0.2, random_state=42,
                                stratify=band[rest.index])
COLUMNS = [name for name in houses.columns if name != "MedHouseVal"]
x_train, x_valid, x_exam = (part[COLUMNS].to_numpy("float32")
                            for part in (train, valid, exam))
y_train, y_valid, y_exam = (part["MedHouseVal"].to_numpy()
                            for part in (train, valid, exam))
x, y = x_train[:5000], y_train[:5000]
print("aprender:", x.shape, " comparar:", x_valid.shape)

# %% [markdown] presenta="bagging, bolsa, sklearn.tree.DecisionTreeRegressor"
# El ***bagging*** (de *bootstrap aggregating*) hace con cada árbol lo que el *bootstrap* hacía con el examen: sortea,
# **con repetición**, tantas filas como hay. A esa muestra la llamaremos su **bolsa**. Unas filas salen dos o tres
# veces, y otras ninguna. Después se promedian las respuestas: en regresión, el voto es la media. (El árbol que
# predice cantidades es `DecisionTreeRegressor`: en cada hoja responde la media de lo que cayó en ella.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de ejecutar, que cada cual saque de un sobre con diez papeles, devolviendo cada vez, diez veces:
# ¿cuántos distintos salieron? La media de la clase ronda los seis y medio. El error de 7.5.3 es dividir entre
# todos los árboles, y no entre los que votan.

# %%
TREES = 50
rng = np.random.default_rng(0)
times, inside, outside = [], [], []
for number in range(TREES):
    rows = rng.integers(len(x), size=len(x))    # con repetición
    tree = DecisionTreeRegressor(random_state=number)
    tree.fit(x[rows], y[rows])
    times.append(np.bincount(rows, minlength=len(x)))
    inside.append(tree.predict(x))
    outside.append(tree.predict(x_valid))
times, inside, outside = (np.array(each)
                          for each in (times, inside, outside))
print(f"en cada bolsa, filas distintas: ≈ {(times > 0).mean():.3f}")
print(f"1 - 1/e = {1 - np.exp(-1):.3f}")

# %% [markdown]
# **Qué observas.** Casi dos de cada tres. A una fila le toca quedarse fuera de un sorteo con probabilidad
# $1 - 1/n$, y de los $n$ con $(1 - 1/n)^n$, que se acerca a $1/e$: algo más de un tercio. Apúntalo: ese tercio va a
# ser un regalo.
#
# **Predice:** con más y más árboles, ¿bajará el error hasta cero, se parará o volverá a subir?

# %%
count = np.arange(1, TREES + 1)
committee = outside.cumsum(axis=0) / count[:, np.newaxis]
errors = np.sqrt(((committee - y_valid) ** 2).mean(axis=1))
alone = np.sqrt(((outside - y_valid) ** 2).mean(axis=1))

fig, ax = plt.subplots(figsize=(6.5, 3.8))
ax.plot(count, alone, ".", color="#D55E00", label="cada árbol, solo")
ax.plot(count, errors, "-", color="#0072B2", label="los primeros, juntos")
ax.set(title="Un comité de árboles, en validación", xlabel="Árboles",
       ylabel="RMSE (cientos de miles de $)", ylim=(0, None))
ax.legend()
print(f"un árbol ≈ {alone.mean():.3f}, los cincuenta ≈ {errors[-1]:.3f}")
print("¿Baja más de un 20 %?", bool(errors[-1] < 0.8 * alone.mean()))
print("De 25 a 50, ¿menos de un 3 %?", bool(errors[-1] > 0.97 * errors[24]))

# %% [markdown] presenta="diversidad"
# **Qué observas.** Ningún árbol solo se acerca al comité. La línea cae deprisa con los diez primeros y después se tumba:
# ni llega a cero ni vuelve a subir. Los árboles de más no estropean nada; solo cuestan tiempo. Como
# en el jurado que copia, llega un punto en que más votos no ayudan: todos los árboles aprendieron de los mismos 5000 distritos.
#
# Y se puede medir cuánto. Para el error cuadrático hay una igualdad exacta (Krogh y Vedelsby, 1995):
#
# $$\text{error del comité} = \text{error medio de los miembros} - \text{diversidad}$$
#
# La **diversidad** es la varianza entre las respuestas de los árboles: justo lo que se gana al votar. (Es la cuenta de {{arboles_que_tiemblan}}, despejada: allí la llamamos varianza, y al error del comité, lo común.)

# %%
def split_error(answers, real):
    """Error medio de los miembros, diversidad y error del comité."""
    return (((answers - real) ** 2).mean(), answers.var(axis=0).mean(),
            ((answers.mean(axis=0) - real) ** 2).mean())

same_rows = np.array([
    DecisionTreeRegressor(random_state=number).fit(x, y).predict(x_valid)
    for number in range(10)])
for name, answers in (("bolsas distintas", outside),
                      ("las mismas filas", same_rows)):
    mean, spread, together = split_error(answers, y_valid)
    print(f"{name:<17} miembros ≈ {mean:.3f} - diversidad ≈ {spread:.3f} "
          f"= comité ≈ {together:.3f}")
    print("  ¿Se cumple la igualdad?",
          bool(np.isclose(mean - spread, together)))

# %% [markdown] presenta="fuera de la bolsa"
# **Qué observas.** Los árboles de las bolsas fallan **más** uno a uno que los que aprendieron con todas las filas, y el
# comité falla mucho menos. Con las mismas filas, diez árboles se separan muy poco y el comité apenas los mejora. (Ese
# poco viene de los empates: en un nodo de dos distritos sirve cualquier corte, y cada árbol lo echa a suertes.)
#
# Ahora el regalo. A cada fila hay un tercio de los árboles que **no la vio**. Si solo votan esos, la fila es un examen para
# ellos. Es la nota **fuera de la bolsa** (*out-of-bag*, OOB): una validación que no cuesta ni una fila.
#
# ### Ejercicio 7.5.3
#
# Escribe `fuera_de_la_bolsa(predicciones, veces)`. Recibe dos arrays con una fila por árbol y una columna por distrito: lo
# que predijo, y cuántas veces estaba ese distrito en su bolsa. **Devuelve** la predicción media de cada distrito, **solo** con
# los árboles que no lo vieron. (Todos tienen alguno.)

# %% tags=["ejercicio"]
def fuera_de_la_bolsa(predicciones, veces):
    # >>> return ...
    fuera = veces == 0
    return (predicciones * fuera).sum(axis=0) / fuera.sum(axis=0)
    # <<<

# %%
check("7.5.3", fuera_de_la_bolsa)

# %% [markdown] presenta="sklearn.ensemble.BaggingRegressor, .oob_prediction_, .oob_score_, .estimators_samples_, pasting"
# En scikit-learn, `BaggingRegressor` hace las bolsas (qué filas tocaron a cada árbol, en `estimators_samples_`) y con
# `oob_score=True` guarda las predicciones fuera de la bolsa (`oob_prediction_`) y su R² (`oob_score_`). Si las filas se
# sortean **sin** repetir, menos de las que hay, se llama ***pasting***: `bootstrap=False` y `max_samples`.

# %%
bag = BaggingRegressor(DecisionTreeRegressor(), TREES, oob_score=True,
                       random_state=0).fit(x, y)
seen = np.array([np.bincount(rows, minlength=len(x))
                 for rows in bag.estimators_samples_])
answers = np.array([tree.predict(x) for tree in bag.estimators_])
unseen = seen == 0
by_hand = (answers * unseen).sum(axis=0) / unseen.sum(axis=0)
print("¿La nuestra es la de scikit-learn?",
      bool(np.allclose(by_hand, bag.oob_prediction_)))
bag_r2 = bag.score(x_valid, y_valid)
print(f"R²: fuera de la bolsa ≈ {bag.oob_score_:.3f}, "
      f"validación ≈ {bag_r2:.3f}")

# %%
paste = BaggingRegressor(DecisionTreeRegressor(), TREES, bootstrap=False,
                         max_samples=0.63, random_state=0).fit(x, y)
paste_r2 = paste.score(x_valid, y_valid)
print(f"R² en validación, con pasting ≈ {paste_r2:.3f}")
print("¿A menos de 0.02 del bagging?", bool(abs(paste_r2 - bag_r2) < 0.02))
print("¿Y fuera de la bolsa, a menos de 0.04 de la validación?",
      bool(abs(bag.oob_score_ - bag_r2) < 0.04))

# %% [markdown]
# **Qué observas.** La nota fuera de la bolsa anda cerca de la de validación, sin haber apartado ni un distrito. Suele quedarse
# algo corta, porque a cada fila solo la votan un tercio de los árboles. Y repetir filas no era lo importante: el *pasting*, con otras tantas sin repetir, queda al lado.
#
# ### ★ Ampliación · Ejercicio 7.5.4
#
# La curva de arriba, en una función. Escribe `error_con_los_primeros(predicciones, real)`. Recibe un array con una
# fila por árbol y una columna por distrito, y los precios reales. **Devuelve** un array con el RMSE del comité
# formado por el primer árbol, por los dos primeros, por los tres primeros…

# %% tags=["ejercicio"]
def error_con_los_primeros(predicciones, real):
    # >>> return ...
    cuantos = np.arange(1, len(predicciones) + 1)
    medias = predicciones.cumsum(axis=0) / cuantos[:, np.newaxis]
    return np.sqrt(((medias - real) ** 2).mean(axis=1))
    # <<<

# %%
check("7.5.4", error_con_los_primeros)

# %% [markdown] presenta="parches al azar, subespacios al azar, max_features"
# ## 4 · ¿Y si también se sortean las columnas?
#
# Más diversidad: que cada árbol vea además solo unas **columnas**. Filas y columnas al azar son **parches al azar** (*random
# patches*); solo columnas, **subespacios al azar** (*random subspaces*). Un **bosque aleatorio** (*random forest*) sortea más
# fino: no por árbol, sino **en cada pregunta**, qué columnas se pueden usar (`max_features`: un entero cuenta columnas, y un decimal es la fracción; aquí, un tercio). Y los árboles
# **extra aleatorios** (*extra-trees*) sortean también el corte: prueban uno al azar por columna y se quedan con el mejor, así
# que no ordenan nada y acaban antes. Sin más instrucciones, aprenden con todas las filas.
#
# **Predice:** frente al *bagging*, ¿serán mejores o peores los árboles del bosque, uno a uno? ¿Y el comité?

# %% presenta="sklearn.ensemble.RandomForestRegressor, sklearn.ensemble.ExtraTreesRegressor, .estimators_features_"
def answers_of(model, x):
    """Lo que responde cada árbol de un comité, una fila por árbol."""
    if hasattr(model, "estimators_features_"):   # cada uno, sus columnas
        pairs = zip(model.estimators_, model.estimators_features_,
                    strict=True)
        return np.array([tree.predict(x[:, mine]) for tree, mine in pairs])
    return np.array([tree.predict(x) for tree in model.estimators_])

many = {"n_estimators": TREES, "random_state": 0}
patches = BaggingRegressor(DecisionTreeRegressor(), max_samples=0.8,
                           max_features=0.75, **many)
models = {"bagging": bag, "parches": patches,
          "bosque": RandomForestRegressor(max_features=0.33, **many),
          "extra-trees": ExtraTreesRegressor(max_features=0.5, **many)}

# %%
parts = {}
for name, model in models.items():
    if name != "bagging":                        # ese ya está entrenado
        model.fit(x, y)
    parts[name] = split_error(answers_of(model, x_valid), y_valid)
    print(f"{name:<12} miembros ≈ {parts[name][0]:.3f}   diversidad ≈ "
          f"{parts[name][1]:.3f}   comité ≈ {parts[name][2]:.3f}   "
          f"RMSE ≈ {np.sqrt(parts[name][2]):.3f}")
members, spreads, wholes = np.array(list(parts.values())).T
print("Bosque y bagging: ¿peores árboles?", bool(members[2] > members[0]),
      "| ¿mejor comité?", bool(wholes[2] < wholes[0]))

# %%
fig, ax = plt.subplots(figsize=(7, 3.2))
ax.barh(list(parts), wholes, color="#0072B2", label="error del comité")
ax.barh(list(parts), spreads, left=wholes, color="#E69F00", hatch="//",
        label="diversidad")
ax.set(title="Error medio de los miembros = comité + diversidad",
       xlabel="Error cuadrático en validación", ylabel="Comité")
ax.invert_yaxis()
ax.legend(loc="center left", bbox_to_anchor=(1, 0.5))
fig.tight_layout()

# %% [markdown]
# **Qué observas.** La barra entera es el error medio de los árboles; la parte azul, lo que queda al votar. El bosque
# tiene la barra más larga que el *bagging* (peores árboles) y la azul más corta (mejor comité). Sortear columnas empeora a cada
# uno y mejora al conjunto, mientras la diversidad crezca más que el error. (Los árboles de *extra-trees* fallan menos, uno a uno, que los del bosque: miran más
# columnas y aprenden con todas las filas.) No siempre pasa: con una sola columna útil entre
# muchas, los árboles que no la ven solo estorban.
#
# ### ★ Ampliación · ¿Qué trae puesto un bosque?
#
# > **Lo que oirás por ahí: «un bosque aleatorio sortea las columnas en cada pregunta».** El de clasificar de scikit-learn, sí. El de
# > **regresión**, si no le dices nada, trae `max_features=1.0`: las mira todas. Es *bagging* con otro nombre. Comparemos, pareado,
# > tres comités de 50 árboles.

# %% presenta=".max_features"
default = RandomForestRegressor(**many).fit(x, y)
print("max_features, de fábrica:", default.max_features)

def compare(first, second):
    """El RMSE del primero menos el del segundo, en validación."""
    gain = paired_difference(root_mean_squared_error, y_valid,
                             first.predict(x_valid),
                             second.predict(x_valid), repetitions=200)
    print(f"  ≈ {gain.value:+.4f}, "
          f"de ≈ {gain.low:+.4f} a ≈ {gain.high:+.4f}")
    return gain

twin = compare(default, bag)
drawn = compare(models["bosque"], default)
print("De fábrica y bagging, ¿a menos de 0.01?",
      bool(abs(twin.value) < 0.01))
print("¿Falla menos el que sortea?", bool(drawn.value < 0))

# %% [markdown] presenta=".feature_importances_, importancia por impureza"
# **Qué observas.** El bosque «de fábrica» y el *bagging* no se distinguen. El que sortea un tercio de las columnas falla menos (mira si su
# intervalo llega a 0: con otros distritos llega a veces), y cuesta menos, porque busca cortes en menos columnas. En una biblioteca, lo que viene puesto es una decisión de alguien: se lee.
#
# ## 5 · ¿En qué se fijó el bosque?
#
# Un bosque no se lee como un árbol. Pero al crecer apunta algo: cuánto baja la **impureza** (en regresión, la varianza) en los
# cortes de cada columna, sumado en todos los árboles. Es `feature_importances_`, suma 1 y sale gratis. Para ver si se le puede
# creer, le ponemos una trampa. Predecimos cuánto pesa un pingüino con sus otras medidas, y con dos columnas **inventadas**: un
# número al azar y una moneda.
#
# **Predice:** ¿en qué puesto quedará la columna al azar? ¿Y la moneda?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que escriban el puesto antes de ejecutar. Si alguien pregunta por qué la moneda queda bien: solo admite un corte, y
# quien no puede elegir no puede acertar por suerte. Es la misma trampa de probar cien amuletos y quedarse con el que «funcionó».

# %%
penguins = load_penguins().dropna()
weight = penguins["body_mass_g"].to_numpy()
table = pd.get_dummies(penguins.drop(columns="body_mass_g")).astype(float)
rng = np.random.default_rng(0)
table["azar"] = rng.normal(size=len(table))
table["moneda"] = rng.integers(2, size=len(table))
few, others, w_few, w_others = train_test_split(table, weight,
                                                random_state=0)
forest = RandomForestRegressor(100, random_state=0).fit(few, w_few)
shuffled = permutation_importance(forest, others, w_others, n_repeats=10,
                                  random_state=0)
both = pd.DataFrame({"impureza": forest.feature_importances_,
                     "permutación": shuffled.importances_mean},
                    index=table.columns).sort_values("impureza")

# %%
fig, axes = plt.subplots(1, 2, figsize=(7.5, 4.4), sharey=True)
fake = np.isin(both.index, ["azar", "moneda"])
place = np.arange(len(both))
for ax, kind in zip(axes, both, strict=True):
    ax.barh(place[~fake], both[kind][~fake], color="#56B4E9")
    ax.barh(place[fake], both[kind][fake], color="#D55E00", hatch="//")
    ax.set(title=f"Por {kind}", xlabel="Importancia", yticks=place,
           yticklabels=both.index)
axes[0].set_ylabel("Columna (rayadas, las inventadas)")
fig.tight_layout()

# %%
noise, coin = both.loc[["azar", "moneda"], "impureza"]
behind = (both["impureza"][~fake] < noise).sum()
print(f"por impureza: azar ≈ {noise:.3f}, moneda ≈ {coin:.3f}")
print("¿Deja el azar atrás al menos cuatro de verdad?", bool(behind >= 4))
print("¿Vale más del triple que la moneda?", bool(noise > 3 * coin))
print(f"por permutación: azar ≈ {both['permutación']['azar']:+.3f}")

# %% [markdown]
# **Qué observas.** Un número al azar queda por delante de las islas y de varias especies, y a la altura de medidas de verdad. La moneda, igual
# de inútil, vale varias veces menos. La diferencia es que una columna con cientos de valores ofrece cientos de
# cortes, y alguno acierta por suerte **con los datos de aprender**: ahí mide la impureza, con las mismas filas que memorizó. Por
# **permutación**, barajando la columna en pingüinos que el bosque no vio, el azar vale lo que vale: nada. (También tiene su
# límite: si dos columnas dicen casi lo mismo, barajar una no duele, porque queda la otra.)
#
# ## Errores frecuentes
#
# **1. Dar la nota de un comité con los datos de los que aprendió.** Cada árbol recuerda casi dos tercios de las respuestas.

# %%
print(f"Falla: R² en lo aprendido ≈ {bag.score(x, y):.3f}")
print(f"Arreglado, fuera de la bolsa: R² ≈ {bag.oob_score_:.3f}")

# %% [markdown]
# **2. Pedir la nota fuera de la bolsa con cinco árboles.** Hay filas que están en todas las bolsas: nadie puede votarlas.

# %%
for count in (5, TREES):
    nobody = (times[:count] > 0).all(axis=0).sum()
    print(f"con {count:2d} árboles: "
          f"¿falta quien vote alguna fila? {nobody > 0}")

# %% [markdown]
# ## Práctica: un bosque elegido sin validación
#
# ### Ejercicio 7.5.5
#
# Escribe `elegir_columnas(x, y, opciones)`. Para cada valor de la lista `opciones`, entrena un
# `RandomForestRegressor` con 40 árboles, ese `max_features` y `random_state=0`, que mida su nota fuera de la bolsa (`oob_score=True`, como en `BaggingRegressor`); **devuelve**
# la opción con la nota más alta.

# %% tags=["ejercicio"]
def elegir_columnas(x, y, opciones):
    # >>> return ...
    notas = {}
    for opcion in opciones:
        bosque = RandomForestRegressor(40, max_features=opcion,
                                       oob_score=True, random_state=0)
        notas[opcion] = bosque.fit(x, y).oob_score_
    return max(notas, key=notas.get)
    # <<<

# %%
check("7.5.5", elegir_columnas)

# %% [markdown]
# Con todos los distritos de aprender y tres opciones. La validación no hace falta para elegir, así que el bosque final aprende
# también de ella. Después se abre el examen, **una vez**. (Lo abriste en {{casas_con_una_red}} y en {{arboles_que_tiemblan}}, con otros modelos;
# a ningún bosque se le ha enseñado.) El rival es el mismo comité sin sortear columnas: *bagging*.

# %%
oob = {}
for share in (1.0, 0.5, 0.33):
    wood = RandomForestRegressor(max_features=share, **many, oob_score=True)
    oob[share] = wood.fit(x_train, y_train).oob_score_
    print(f"{share:<4} de las columnas: R² fuera ≈ {oob[share]:.4f}")
chosen = max(oob, key=oob.get)
print("¿Se elige sortear columnas?", chosen < 1)

# %% tags=["resultado"]
x_all, y_all = np.vstack([x_train, x_valid]), np.append(y_train, y_valid)
finalists = [RandomForestRegressor(max_features=share, **many)
             .fit(x_all, y_all).predict(x_exam) for share in (chosen, 1.0)]
gain = paired_difference(root_mean_squared_error, y_exam, *finalists)
error = root_mean_squared_error(y_exam, finalists[0])
print("¿Baja de 0.53 el bosque?", bool(error < 0.53))
r2 = r2_score(y_exam, finalists[0])
print(f"Bosque: RMSE ≈ {error:.3f}, R² ≈ {r2:.3f}; "
      f"frente al bagging ≈ {gain.value:+.3f}, "
      f"de ≈ {gain.low:+.3f} a ≈ {gain.high:+.3f}")

# %% [markdown]
# **Qué observas.** Se eligió con la nota fuera de la bolsa, que no costó ni una fila, y el examen la confirma de cerca. Mira el
# intervalo: si queda entero por debajo de 0, sortear columnas también ganó aquí. Fíjate en el tamaño: es una mejora pequeña. El
# gran salto lo dio votar. En la lección {{aprender_del_error}}, los árboles dejarán de votar cada uno por su lado.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Tienes un árbol y lo entrenas cien veces con las **mismas** filas y columnas. ¿Qué gana el comité?
#
# - a) Casi nada: votan todos lo mismo.
# - b) Mucho: cien votos son más que uno.
# - c) Pierde: los errores se suman.
# - d) Gana tiempo, aunque acierte igual.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "a"
# <<<
check("7.5.A1", respuesta_1)

# %% [markdown]
# **A2.** ¿Por qué la nota fuera de la bolsa es honesta, si usa los datos de entrenamiento?
#
# - a) Porque las bolsas repiten filas.
# - b) Porque se calcula con muchos árboles.
# - c) Porque cada fila la votan solo árboles que no la vieron.
# - d) No lo es: siempre sale más alta que la de validación.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "c"
# <<<
check("7.5.A2", respuesta_2)

# %% [markdown]
# **A3.** En `feature_importances_`, el número de cliente (distinto en cada fila) sale importante. ¿Qué haces?
#
# - a) Usarlo: el bosque sabe lo que dice.
# - b) Medirlo por permutación, en datos que el bosque no vio.
# - c) Poner más árboles hasta que baje.
# - d) Escalar la columna.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "b"
# <<<
check("7.5.A3", respuesta_3)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** En A2, la d) es lo que dice quien confunde la nota fuera de la bolsa con la de lo aprendido: que señale cuál es
# cuál en la salida del primer error frecuente.

# %% [markdown]
# ## Resumen
#
# - Muchos votos aciertan si cada uno sabe algo y se equivocan en sitios distintos.
# - Error del comité = error medio de los miembros − diversidad; más árboles no estropean, pero dejan de ayudar.
# - *Bagging*: el mismo modelo en bolsas con repetición; lo que queda fuera de cada una da una nota sin gastar datos.
# - Un bosque sortea columnas en cada pregunta, si `max_features` lo dice; los *extra-trees*, también el corte.
# - La importancia por impureza halaga a las columnas con muchos valores: se comprueba por permutación, en datos no vistos.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 7.
# - L. Breiman (2001), [*Random Forests*](https://doi.org/10.1023/A:1010933404324), *Machine Learning* 45: 5–32.
# - A. Krogh y J. Vedelsby (1995), *Neural Network Ensembles, Cross Validation, and Active Learning*: la igualdad de la
#   sección 3.
# - scikit-learn: [ensambles](https://scikit-learn.org/stable/modules/ensemble.html) y
#   [permutación frente a impureza](https://scikit-learn.org/stable/auto_examples/inspection/plot_permutation_importance.html).
