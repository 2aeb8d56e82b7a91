# %% [markdown]
# # 7.6 · Aprender del error
#
# | | |
# |---|---|
# | **Objetivos** | Escribir el *gradient boosting* tocón a tocón y el paso de AdaBoost, y compararlos con scikit-learn; elegir la tasa y el número de árboles, y parar a tiempo; explicar por qué los histogramas lo aceleran; decir por qué el *boosting* de fábrica se hunde con el fraude, y compararlo, pareado, con la red |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Los comités de árboles (lección {{muchos_votos}}), los precios de las casas ({{casas_con_una_red}}), la parada temprana ({{sobreajuste}}) y la red del fraude ({{la_red_y_sus_rivales}}) |
# | **Datos** | California Housing (Pace y Barry, 1997) y los pagos de {{los_datos_y_como_evaluarlos}} (ULB y Worldline; ODbL 1.0), incluidos en el curso |
# | **Práctica** | De vuelta al fraude: el *boosting*, ajustado en validación, junto a la red |

# %%
import time

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.datasets import make_moons
from sklearn.ensemble import (AdaBoostClassifier, GradientBoostingRegressor,
                              HistGradientBoostingClassifier,
                              HistGradientBoostingRegressor,
                              RandomForestRegressor, StackingRegressor)
from sklearn.linear_model import LinearRegression
from sklearn.metrics import average_precision_score, root_mean_squared_error
from sklearn.model_selection import cross_val_predict, train_test_split
from sklearn.neighbors import KNeighborsRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier

# %%
from course_utils import check, hint, solution
from course_utils import load_california_housing
from course_utils import load_credit_card_fraud, paired_difference
from course_utils import plot_decision_regions, quiet_tensorflow, set_seed

quiet_tensorflow()  # que TensorFlow arranque sin llenar la pantalla
import keras

# %% [markdown] presenta="boosting, tocón"
# ## 1 · ¿Y si cada árbol arreglara lo que dejaron los anteriores?
#
# En un bosque, los árboles no se hablan: votan. En el ***boosting*** van en fila, y cada uno aprende de lo que los anteriores
# hicieron mal. Ninguno tiene que ser bueno. Usaremos el árbol más corto que existe, el **tocón** (*stump*): una sola pregunta y
# dos respuestas.
#
# Los datos: 400 distritos de California, de los que solo miramos la renta. El tocón prueba todos los cortes y se queda con el de
# menor error cuadrático; en cada lado responde la media.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Juega a adivinar un número entre varias personas: la primera dice uno, y cada una corrige solo la mitad de lo que
# falta. Con la tasa en 1, la segunda ya acaba: pregunta qué pasaría si el número que les diste llevara ruido.

# %%
houses = load_california_housing()
band = pd.cut(houses["MedInc"], [0, 2, 3, 4, 6, np.inf], labels=False)
rest, exam = train_test_split(houses, test_size=0.2, stratify=band,
                              random_state=42)
train, valid = train_test_split(rest, test_size=0.2, random_state=42,
                                stratify=band[rest.index])
COLUMNS = [name for name in houses.columns if name != "MedHouseVal"]
x_train, x_valid = (part[COLUMNS].to_numpy("float32")
                    for part in (train, valid))
y_train, y_valid = (part["MedHouseVal"].to_numpy()
                    for part in (train, valid))
income, price = x_train[:400, 0].astype(float), y_train[:400]

# %%
def best_stump(x, target):
    """El corte que menos error deja, y la media de cada lado."""
    values = np.unique(x)
    cuts = (values[:-1] + values[1:]) / 2
    errors = []
    for cut in cuts:
        left, right = target[x <= cut], target[x > cut]
        errors.append(left.var() * len(left) + right.var() * len(right))
    cut = cuts[np.argmin(errors)]
    return cut, target[x <= cut].mean(), target[x > cut].mean()

cut, low, high = best_stump(income, price)
print(f"renta <= {cut:.2f}: {low:.2f}   si no: {high:.2f}")

# %% [markdown] presenta="gradient boosting"
# Ahora, en fila. Se empieza por la media de los precios. Cada vuelta mira los **residuos** (lo real menos lo predicho hasta
# ahora), ajusta un tocón a **ellos** y suma una parte de lo que dice. Esa parte es la **tasa de aprendizaje**. La derivada de
# $(y - p)^2$ respecto de la predicción $p$ es $-2(y - p)$: con el signo cambiado, y salvo ese 2, el residuo. Así que es un descenso de gradiente que, en vez de
# mover pesos, suma árboles. De ahí ***gradient boosting***.
#
# ### Ejercicio 7.6.1
#
# Escribe `potenciar(x, y, cuantos, tasa)`. Empieza con la media de `y` en todas las filas; `cuantos` veces, ajusta
# `best_stump` a los residuos y suma `tasa` por lo que el tocón responde en cada fila. **Devuelve** el array de predicciones, una por fila (también con `cuantos` igual a 0).

# %% tags=["ejercicio"]
def potenciar(x, y, cuantos, tasa):
    # >>> return ...
    prediccion = np.full(len(y), y.mean())
    for _ in range(cuantos):
        corte, izquierda, derecha = best_stump(x, y - prediccion)
        prediccion += tasa * np.where(x <= corte, izquierda, derecha)
    return prediccion
    # <<<

# %%
check("7.6.1", potenciar)

# %% [markdown] presenta="sklearn.ensemble.GradientBoostingRegressor, n_estimators"
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("7.6.1")` da una pista (y otra, si insistes), y `solution("7.6.1")`
# muestra una solución.
#
# La nuestra, guardando cada paso, frente a `GradientBoostingRegressor` con los mismos 100 tocones (`n_estimators`).
#
# **Predice:** con tocones, que solo dan escalones, ¿qué forma tendrá la suma de 100?

# %%
steps = [np.full(len(price), price.mean())]
for _ in range(100):
    cut, low, high = best_stump(income, price - steps[-1])
    steps.append(steps[-1] + 0.1 * np.where(income <= cut, low, high))

library = GradientBoostingRegressor(max_depth=1, learning_rate=0.1,
                                    n_estimators=100, random_state=0)
library.fit(income.reshape(-1, 1), price)
theirs = library.predict(income.reshape(-1, 1))
print("¿La nuestra es la de scikit-learn?",
      bool(np.allclose(steps[-1], theirs)))

# %%
order = income.argsort()
fig, axes = plt.subplots(2, 2, figsize=(7.5, 6), sharey=True)
for ax, number in zip(axes.flat, (1, 5, 20, 100), strict=True):
    ax.plot(income, price, ".", color="#999999", label="distritos")
    ax.plot(income[order], steps[number][order], color="#D55E00",
            label="suma")
    ax.set(title=f"Tocones: {number}", xlabel="Renta (decenas de miles $)")
    ax.set_ylabel("Precio (cientos de miles $)")
axes[0, 0].legend(fontsize="small")
fig.tight_layout()

# %% [markdown] presenta="AdaBoost"
# **Qué observas.** El primer tocón apenas se aparta de la media: de su escalón solo se sumó la décima parte. Los siguientes ponen su escalón donde
# queda más error, y la suma se va pareciendo a una curva que ningún tocón podría dibujar.
#
# ## 2 · ¿Y si se trata de acertar una clase?
#
# El primer *boosting* que triunfó, **AdaBoost** (Freund y Schapire, 1997), no usa residuos, sino **pesos**. Al principio todas las
# muestras pesan igual. Se entrena un tocón, y las que falló pesan más para el siguiente. Si su error (la suma de los pesos que
# falló, sobre el total) es $\varepsilon$, su voto vale
#
# $$\alpha = \ln\frac{1 - \varepsilon}{\varepsilon}$$
#
# y el peso de cada muestra fallada se multiplica por $e^{\alpha}$. Un tocón que acierta como una moneda ($\varepsilon = 0.5$) no
# vota: $\alpha = 0$.
#
# ### Ejercicio 7.6.2
#
# Escribe `paso_adaboost(pesos, fallos)`. Recibe los pesos (quizá no sumen 1) y un array de `True` y `False`, con `True` donde el tocón falló.
# **Devuelve** dos cosas, `voto, nuevos`: el voto $\alpha$ y los pesos nuevos, divididos entre su suma.

# %% tags=["ejercicio"]
def paso_adaboost(pesos, fallos):
    # >>> return ...
    error = pesos[fallos].sum() / pesos.sum()
    voto = np.log((1 - error) / error)
    nuevos = pesos * np.where(fallos, np.exp(voto), 1)
    return voto, nuevos / nuevos.sum()
    # <<<

# %%
check("7.6.2", paso_adaboost)

# %% [markdown] presenta="sklearn.ensemble.AdaBoostClassifier, .estimator_weights_, sample_weight"
# El ciclo entero, con las dos lunas de siempre: `sample_weight` le dice al tocón cuánto pesa cada muestra. `AdaBoostClassifier`
# guarda los votos en `estimator_weights_`.
#
# **Predice:** después de 50 tocones, ¿qué puntos pesarán más: los del centro de cada luna o los de la frontera?

# %%
x, y = make_moons(300, noise=0.25, random_state=0)
weights, votes = np.full(len(y), 1 / len(y)), []
for _ in range(50):
    stump = DecisionTreeClassifier(max_depth=1, random_state=0)
    missed = stump.fit(x, y, sample_weight=weights).predict(x) != y
    failed = weights[missed].sum() / weights.sum()
    votes.append(np.log((1 - failed) / failed))
    weights = weights * np.where(missed, np.exp(votes[-1]), 1)
    weights = weights / weights.sum()

ada = AdaBoostClassifier(n_estimators=50, random_state=0).fit(x, y)
print("¿Los votos son los de scikit-learn?",
      bool(np.allclose(votes, ada.estimator_weights_)))

# %%
fig, axes = plt.subplots(1, 3, figsize=(7.5, 3.2), sharey=True)
for ax, number in zip(axes[:2], (1, 50), strict=True):
    model = AdaBoostClassifier(n_estimators=number, random_state=0)
    model.fit(x, y)
    plot_decision_regions(model, x, y, ax=ax, feature_names=["x₁", "x₂"])
    ax.set_title(f"Tocones: {number}")
for label, color, mark in ((0, "#E69F00", "o"), (1, "#009E73", "s")):
    axes[2].scatter(*x[y == label].T, s=6000 * weights[y == label],
                    color=color, marker=mark, label=f"clase {label}")
axes[2].set(title="Lo que pesa cada\npunto al final", xlabel="x₁")
axes[2].legend(fontsize="small", markerscale=0.5)
fig.tight_layout()

# %%
heavy = np.sort(weights)[-30:].sum()
print(f"la décima parte que más pesa reúne ≈ {100 * heavy:.0f} % del peso")
print("¿Más de la cuarta parte?", bool(heavy > 0.25))

# %% [markdown] presenta=".staged_predict"
# **Qué observas.** Los puntos gordos están en la frontera y entre los mal puestos: los que se fallan una y otra vez. Ahí está su
# fuerza y su debilidad: un punto con la **etiqueta equivocada** se falla siempre, y acaba mandando.
#
# ## 3 · ¿Cuántos árboles, y a qué paso?
#
# > **Lo que oirás por ahí: «más árboles nunca estropean un comité».** En {{muchos_votos}} lo viste con un bosque. Con
# > 1500 distritos y árboles de cuatro niveles, tres tasas. `staged_predict` da las predicciones con el primer árbol, con los dos
# > primeros, con los tres…
#
# **Predice:** ¿qué tasa tocará antes el fondo? ¿Y cuál empeorará después?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de ejecutar, que dibujen en el aire la curva de un bosque y la de un *boosting*. En 7.6.3 el error típico es
# devolver la posición y no cuántos árboles: hay uno de diferencia.

# %%
def errors_by_trees(rate):
    """El RMSE en validación con 1, 2, 3… 300 árboles."""
    model = GradientBoostingRegressor(n_estimators=300, max_depth=4,
                                      learning_rate=rate, random_state=0)
    model.fit(x_train[:1500], y_train[:1500])
    return [root_mean_squared_error(y_valid, guess)
            for guess in model.staged_predict(x_valid)]

curves = {rate: errors_by_trees(rate) for rate in (0.03, 0.1, 1.0)}

# %%
fig, ax = plt.subplots(figsize=(6.5, 3.8))
for (rate, curve), color, line in zip(
        curves.items(), ("#0072B2", "#009E73", "#D55E00"),
        ("-", "--", ":"), strict=True):
    ax.plot(range(1, 301), curve, line, color=color, label=f"tasa {rate}")
    ax.plot(np.argmin(curve) + 1, min(curve), "o", color=color)
ax.set(title="Cada tasa, con su mejor punto", xlabel="Árboles",
       ylabel="RMSE en validación", ylim=(0.5, 1))
ax.legend()
fast, slow = curves[1.0], curves[0.03]
print(f"tasa 1: mejor ≈ {min(fast):.3f}, con 300 ≈ {fast[-1]:.3f}")
print("¿Empeora más de un 3 % después?", bool(fast[-1] > 1.03 * min(fast)))
print("¿Gana la mejor de 0.03?", bool(min(slow) < min(fast)))

# %% [markdown]
# **Qué observas.** Con tasa 1, unos pocos árboles bastan y **los demás estropean**: cada uno corrige también el ruido. Con tasa
# 0.1 hacen falta muchos más, pero el fondo está mucho más abajo y es ancho. La de 0.03 aún no lo ha tocado: su punto es el último. La tasa y el número de árboles se eligen juntos: se fija una
# tasa pequeña y se para cuando la validación deja de mejorar.
#
# ### Ejercicio 7.6.3
#
# Escribe `arboles_que_quedan(errores, paciencia)`. Recibe los errores de validación con 1, 2, 3… árboles. Recórrelos en orden y
# para en cuanto pasen `paciencia` árboles seguidos sin bajar del menor visto. **Devuelve** con cuántos árboles fue ese menor. (Igualarlo no es bajar.)

# %% tags=["ejercicio"]
def arboles_que_quedan(errores, paciencia):
    # >>> return ...
    mejor = 0
    for i in range(len(errores)):
        if errores[i] < errores[mejor]:
            mejor = i
        elif i - mejor >= paciencia:
            break
    return mejor + 1
    # <<<

# %%
check("7.6.3", arboles_que_quedan)

# %% [markdown] presenta="histograma de gradientes"
# scikit-learn lo hace con `n_iter_no_change` (la paciencia), apartando por su cuenta una décima parte de los datos. Hay otro freno,
# prestado de los bosques: con `subsample=0.5`, cada árbol ve la mitad de las filas, sorteadas sin repetir. Se llama *boosting*
# estocástico: los árboles salen más distintos y más baratos, a cambio de algo de ruido.
#
# ## 4 · ¿Por qué el otro es tan rápido?
#
# El `HistGradientBoostingRegressor` de {{casas_con_una_red}} no prueba todos los cortes. Antes de empezar reparte cada columna en 255
# **cajas** con más o menos las mismas filas, y después solo prueba los bordes: en vez de ordenar miles de valores en cada nodo, suma
# 255 montones. Eso es un **histograma de gradientes**. Además admite huecos (van al lado que más convenga) y categorías.
#
# **Predice:** ¿cuánto perderá por no mirar todos los cortes?

# %%
cuts = len(np.unique(x_train[:, 0])) - 1
print(f"cortes de la renta: {cuts}; con 255 cajas, 254")
print("¿Más de veinte veces menos?", cuts > 20 * 254)

# %%
rivals = {
    "bosque": RandomForestRegressor(50, max_features=0.33, random_state=0),
    "gradient boosting": GradientBoostingRegressor(random_state=0),
    "con histogramas": HistGradientBoostingRegressor(random_state=0),
}
guesses, cpu = {}, {}
for name, model in rivals.items():
    start = time.process_time()
    model.fit(x_train, y_train)
    cpu[name] = time.process_time() - start
    guesses[name] = model.predict(x_valid)
    rmse = root_mean_squared_error(y_valid, guesses[name])
    print(f"{name:<18} RMSE ≈ {rmse:.3f}   CPU ≈ {cpu[name]:.1f} s")

# %% presenta=".max_leaf_nodes, .max_depth"
gain = paired_difference(root_mean_squared_error, y_valid,
                         guesses["con histogramas"],
                         guesses["gradient boosting"], repetitions=200)
print(f"con histogramas − sin ellos ≈ {gain.value:+.3f}, "
      f"de ≈ {gain.low:+.3f} a ≈ {gain.high:+.3f}")
print("¿Gana, con todo el intervalo?", bool(gain.high < 0))
print("hojas, como mucho:", rivals["con histogramas"].max_leaf_nodes,
      "| el otro, niveles:", rivals["gradient boosting"].max_depth)

# %% [markdown] presenta="apilado, sklearn.ensemble.StackingRegressor"
# **Qué observas.** Prueba más de veinte veces menos cortes y no solo no pierde: gana, y en menos tiempo. Cuidado con el porqué: los dos
# se diferencian también en lo que viene puesto. Sus árboles llevan hasta 31 hojas; los del otro, 3 niveles: ocho hojas. Las cajas
# hacen que esos árboles mayores salgan baratos.
#
# ## ★ Ampliación · ¿Y si otro modelo aprende a quién creer?
#
# Votar da a todos lo mismo. El **apilado** (*stacking*) entrena un **juez** que recibe lo que dicen los modelos y aprende a
# combinarlo. La trampa: si el juez aprende de respuestas sobre filas que los modelos **ya vieron**, creerá al que más memoriza. Se le
# dan respuestas de validación cruzada, con `cross_val_predict`: cada fila, contestada por quien no la vio.
#
# ### Ejercicio 7.6.4
#
# Escribe `apilar(modelos, x, y, x_nuevo)`. `modelos` es una lista de modelos sin entrenar. El juez, una `LinearRegression`,
# aprende de sus respuestas con `cross_val_predict` y `cv=5`. Después cada modelo se entrena con todo. **Devuelve** lo que el juez
# predice en `x_nuevo`.

# %% tags=["ejercicio"]
def apilar(modelos, x, y, x_nuevo):
    # >>> return ...
    limpias = [cross_val_predict(m, x, y, cv=5) for m in modelos]
    juez = LinearRegression().fit(np.column_stack(limpias), y)
    nuevas = [m.fit(x, y).predict(x_nuevo) for m in modelos]
    return juez.predict(np.column_stack(nuevas))
    # <<<

# %%
check("7.6.4", apilar)

# %% [markdown] presenta="sklearn.neighbors.KNeighborsRegressor, .final_estimator_"
# Con 4000 distritos, para no esperar, y tres modelos distintos: bosque, histogramas y los cinco vecinos más cercanos, cuya media da
# `KNeighborsRegressor`. `StackingRegressor` hace lo mismo que tu función, y guarda al juez en `final_estimator_`.
#
# **Predice:** ¿a quién creerá más el juez? ¿Y uno que aprenda con trampa?

# %%
few = [("bosque", RandomForestRegressor(30, max_features=0.33,
                                        random_state=0)),
       ("histogramas", HistGradientBoostingRegressor(random_state=0)),
       ("vecinos", make_pipeline(StandardScaler(),
                                 KNeighborsRegressor(5)))]
x_few, y_few = x_train[:4000], y_train[:4000]
stack = StackingRegressor(few, LinearRegression(), cv=5).fit(x_few, y_few)

# %%
seen = [model.predict(x_few) for model in stack.estimators_]
told = np.column_stack([model.predict(x_valid)
                        for model in stack.estimators_])
cheat = LinearRegression().fit(np.column_stack(seen), y_few)
for name, judge in (("limpio", stack.final_estimator_),
                    ("tramposo", cheat)):
    trust = [f"{part[0]} ≈ {w:.2f}" for part, w in zip(
        few, judge.coef_, strict=True)]
    print(f"juez {name}:", *trust)

# %%
combined = {"votar": told.mean(axis=1), "apilar": stack.predict(x_valid),
            "juez tramposo": cheat.predict(told)}
errors = {part[0]: root_mean_squared_error(y_valid, said)
          for part, said in zip(few, told.T, strict=True)}
errors.update({name: root_mean_squared_error(y_valid, guess)
               for name, guess in combined.items()})
for name, rmse in errors.items():
    print(f"{name:<14} RMSE ≈ {rmse:.3f}")
print("¿Gana apilar a votar?", bool(errors["apilar"] < errors["votar"]))
print("¿Y al juez tramposo?",
      bool(errors["apilar"] < errors["juez tramposo"]))

# %% [markdown]
# **Qué observas.** El juez limpio se fía sobre todo de quien más acierta en filas nuevas; el tramposo, del bosque, que recordaba las
# viejas. Al apilar, la diferencia con el mejor de los tres es pequeña (sin parear, no se puede decir que gane), y cuesta entrenar cada uno seis veces: en un concurso compensa; en un
# banco, se piensa.
#
# ## Errores frecuentes
#
# **1. Creer que se para solo.** `GradientBoostingRegressor` entrena todos los árboles que le pidas, salvo que digas la paciencia.
# Los que quedaron están en `n_estimators_`.

# %% presenta=".n_estimators_"
for patience in (None, 10):
    model = GradientBoostingRegressor(n_estimators=300, max_depth=4,
                                      n_iter_no_change=patience,
                                      random_state=0)
    model.fit(x_train[:1500], y_train[:1500])
    print(f"paciencia {patience}: ¿menos de 300 árboles? "
          f"{model.n_estimators_ < 300}")

# %% [markdown]
# **2. Bajar la tasa sin subir los árboles.** Se queda a medio camino.

# %%
print(f"Falla: tasa 0.03 y 20 árboles, RMSE ≈ {slow[19]:.3f}")
print(f"Arreglado: tasa 0.03 y 300 árboles, RMSE ≈ {slow[-1]:.3f}")

# %% [markdown] presenta="hessiano, logits"
# ## Práctica: de vuelta al fraude
#
# En {{la_red_y_sus_rivales}} el *boosting* de fábrica se hundió, y bastó ajustarlo. Ahora puedes decir **por qué**. En clasificación,
# los árboles suman puntuaciones (logits), y la hoja ya no responde la media de sus residuos, sino su suma dividida entre la curvatura, lo deprisa que cambia la
# pendiente. (Se llama paso de Newton: donde la pendiente cambia poco, el paso es largo.) Si $p$ es la
# probabilidad que daba el modelo hasta ahora,
#
# $$\text{valor de la hoja} = \frac{\sum (y - p)}{\sum p\,(1 - p) + \lambda}$$
#
# La suma de abajo, la curvatura, se llama **hessiano**; $\lambda$ es `l2_regularization`, y de fábrica vale 0.
#
# ### Ejercicio 7.6.5
#
# Escribe `valor_de_hoja(y, p, l2)`: recibe las etiquetas y las probabilidades de las muestras de una hoja, y **devuelve** su valor.

# %% tags=["ejercicio"]
def valor_de_hoja(y, p, l2):
    # >>> return ...
    return (y - p).sum() / ((p * (1 - p)).sum() + l2)
    # <<<

# %%
check("7.6.5", valor_de_hoja)

# %% [markdown]
# Los mismos cortes de tiempo que en el módulo {{modulo:fraude}}: se aprende, se elige en validación, y el sobre no se toca.
#
# **Predice:** en una hoja con 20 pagos (lo mínimo que admite una hoja de fábrica), todos fraudes, cuando el modelo aún da a todos la probabilidad media, ¿cuánto sumará el
# primer árbol al logit?

# %%
payments = load_credit_card_fraud().drop_duplicates().reset_index(drop=True)
sealed_start = int(0.8 * len(payments))
test_start = int(0.8 * sealed_start)
valid_start = int(0.8 * test_start)
FEATURES = [f"V{number}" for number in range(1, 29)] + ["Amount"]
pay_x, pay_y = payments[FEATURES].to_numpy("float32"), payments["Class"]
learn, choose, test = (slice(valid_start), slice(valid_start, test_start),
                       slice(test_start, sealed_start))
x_pay, y_pay = pay_x[learn], pay_y[learn].to_numpy()
x_choose, y_choose = pay_x[choose], pay_y[choose].to_numpy()

# %%
base = y_pay.mean()
print(f"fraudes para aprender: {y_pay.sum()}, {1000 * base:.1f} por mil")
for l2 in (0, 10):
    leaf = 20 * (1 - base) / (20 * base * (1 - base) + l2)
    print(f"l2 = {l2:>2}: la hoja vale {leaf:.1f}, "
          f"y con tasa 0.1 suma {leaf / 10:.1f}")

# %% [markdown] presenta=".decision_function, .n_iter_"
# **Qué observas.** Sin freno, **un** árbol suma al logit más de 50: pasa de una probabilidad de unos dos por mil a una indistinguible de 1. Y no
# hay vuelta atrás: con $p$ casi 0 o casi 1, la curvatura $p(1-p)$ es casi nula, y el siguiente árbol, al corregir un solo error, divide
# entre casi nada y da otro salto mayor. Con $\lambda = 10$ el paso es de unas décimas. Comprobémoslo: `decision_function` da los logits, y `n_iter_`, cuántos
# árboles quedaron.

# %%
def boosting(**options):
    model = HistGradientBoostingClassifier(random_state=0, **options)
    return model.fit(x_pay, y_pay)

gentle = {"learning_rate": 0.05, "max_leaf_nodes": 8,
          "early_stopping": False}
versions = {"de fábrica": boosting(),
            "ajustado, 10": boosting(l2_regularization=10, **gentle),
            "ajustado, 50": boosting(l2_regularization=50, **gentle)}
aps = {}
for name, model in versions.items():
    logits = model.decision_function(x_choose)
    chances = model.predict_proba(x_choose)[:, 1]
    aps[name] = average_precision_score(y_choose, chances)
    print(f"{name:<13} AP ≈ {aps[name]:.3f}   árboles: ≈ {model.n_iter_}   "
          f"logits: de ≈ {logits.min():.0f} a ≈ {logits.max():.0f}")

# %%
wild = versions["de fábrica"].decision_function(x_choose)
print(f"de fábrica, ordenado por logits: AP ≈ "
      f"{average_precision_score(y_choose, wild):.3f}")
best = max(("ajustado, 10", "ajustado, 50"), key=aps.get)
print("De fábrica, ¿algún logit pasa de 100?",
      bool(np.abs(wild).max() > 100))
print("¿Gana el ajustado por más de 0.1?",
      bool(aps[best] > aps["de fábrica"] + 0.1))

# %% [markdown]
# **Qué observas.** El de fábrica da puntuaciones de cientos, cuando la sigmoide de 100 ya es un 1 exacto: no ordena, grita. Parte del
# hundimiento es eso: al pasar a probabilidad, decenas de pagos **empatan** en 1, y por sus logits aún se ordenarían algo mejor. Y se
# para enseguida: con tantas filas, la **parada temprana** viene encendida, aparta una décima parte (unas decenas de fraudes), ve que, después del
# primer árbol, la pérdida se dispara y ya no mejora, y corta. Con 273 fraudes, esa décima parte es un juez pésimo; por eso el ajustado la apaga y frena los pasos.
#
# Y ahora, la red de {{la_red_y_sus_rivales}}, con sus mismas capas y su misma receta, y los dos en la prueba. Con honestidad: la prueba ya la vio la red en
# {{la_red_y_la_decision}}, y un *boosting* como este en {{las_trampas}}. Aquí no se elige nada con ella: se eligió en validación.

# %%
def log_amount(x):
    return np.column_stack([x[:, :28], np.log1p(x[:, 28])])

set_seed(42)
normalize = keras.layers.Normalization()
normalize.adapt(log_amount(x_pay))
net = keras.Sequential([
    keras.Input((29,)), normalize,
    keras.layers.Dense(64, activation="relu"), keras.layers.Dropout(0.3),
    keras.layers.Dense(32, activation="relu"), keras.layers.Dropout(0.3),
    keras.layers.Dense(1, activation="sigmoid")])
net.compile("adam", loss="binary_crossentropy", steps_per_execution=8)
history = net.fit(log_amount(x_pay), y_pay, batch_size=2048, epochs=20,
                  verbose=0)

# %% tags=["resultado"]
def duel(part):
    """AP del boosting, de la red, y su diferencia pareada."""
    real = pay_y[part].to_numpy()
    both = [versions[best].predict_proba(pay_x[part])[:, 1],
            np.asarray(net(log_amount(pay_x[part])))[:, 0]]
    gain = paired_difference(average_precision_score, real, *both,
                             repetitions=100)
    notes = [average_precision_score(real, scores) for scores in both]
    return real.sum(), *notes, gain

for name, part in (("validación", choose), ("prueba", test)):
    frauds, trees_ap, net_ap, gain = duel(part)
    print(f"{name}, {frauds} fraudes: boosting ≈ {trees_ap:.3f}, "
          f"red ≈ {net_ap:.3f}, resta ≈ {gain.value:+.3f}, "
          f"de ≈ {gain.low:+.3f} a ≈ {gain.high:+.3f}")

# %% [markdown]
# **Qué observas.** Mira si cada intervalo contiene al 0, y si las dos restas tienen el mismo signo. Un intervalo cuenta lo que pasaría con
# otros pagos de **esas mismas horas**; no sabe nada de otras horas, ni de otra semilla de la red. Por eso puede quedar entero a un lado
# en una ventana y cambiar de lado en la siguiente. Con tan pocos fraudes, entre los dos no decide esta tabla, sino lo demás: qué cuesta
# mantenerlos, si sus probabilidades se cumplen, quién sabe explicarlos. Lo que sí ha quedado claro es lo que separa a un *boosting* de sí mismo.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** ¿A qué se ajusta el árbol número 20 de un *gradient boosting* de regresión?
#
# - a) A una bolsa de filas, como en el bosque.
# - b) A los precios, con pesos.
# - c) A los residuos que dejan los 19 anteriores.
# - d) A los errores del árbol 19, y solo de ese.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("7.6.A1", respuesta_1)

# %% [markdown]
# **A2.** Pasas de 100 a 1000 árboles y el error de validación sube. ¿En cuál de los dos es de esperar?
#
# - a) En el *boosting*: los últimos corrigen ruido.
# - b) En el bosque: demasiados votos.
# - c) En los dos por igual.
# - d) En ninguno: más árboles nunca estropean.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "a"
# <<<
check("7.6.A2", respuesta_2)

# %% [markdown]
# **A3.** ¿Por qué `l2_regularization` ayuda tanto al *boosting* con tan pocos fraudes?
#
# - a) Porque equilibra las clases.
# - b) Porque quita columnas inútiles.
# - c) Porque añade árboles.
# - d) Porque impide dividir entre una curvatura casi nula.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "d"
# <<<
check("7.6.A3", respuesta_3)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** En A1, la d) es la tentación: el residuo es de la **suma**, no del último.

# %% [markdown]
# ## Resumen
#
# - *Boosting*: modelos flojos en fila, cada uno ajustado a lo que falla la suma de los anteriores.
# - AdaBoost sube el peso de lo fallado; el *gradient boosting* ajusta árboles a los residuos, con una tasa.
# - Al contrario que en un bosque, los árboles de más estropean: tasa pequeña y parada temprana.
# - Los histogramas abaratan los cortes, y así los árboles pueden ser mayores.
# - Con pocos positivos, sin L2, las hojas dan saltos enormes: los valores de fábrica también se ajustan.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 7.
# - Y. Freund y R. Schapire (1997), [*A Decision-Theoretic Generalization of On-Line Learning and an Application to
#   Boosting*](https://doi.org/10.1006/jcss.1997.1504).
# - J. Friedman (2001), [*Greedy Function Approximation: A Gradient Boosting Machine*](https://doi.org/10.1214/aos/1013203451).
# - scikit-learn: [ensambles](https://scikit-learn.org/stable/modules/ensemble.html), con los histogramas y el apilado.
