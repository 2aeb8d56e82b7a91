# %% [markdown]
# # 3.2 · Precios de casas: de la pregunta al modelo
#
# | | |
# |---|---|
# | **Objetivos** | Convertir un encargo en un problema que se puede medir; encontrar rarezas y topes en una tabla; repartir un examen estratificado; encadenar escalado y modelo; comparar una recta, una red y unos árboles; decir dónde falla un modelo y en qué se fija; guardarlo y usarlo con un solo distrito |
# | **Duración** | 90 min |
# | **Requisitos** | Tu primera red (lección 3.1); MAE, RMSE y R² (2.3); entrenamiento, validación y prueba (2.1); pandas (1.6) |
# | **Datos** | California Housing: 20 640 distritos del censo de 1990 (Pace y Barry, 1997), incluidos en el curso |
# | **Práctica** | Práctica 8.4: precios de casas en California |

# %%
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.inspection import permutation_importance
from sklearn.linear_model import LinearRegression
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from course_utils import LearningCurves, check, describe_columns, load_california_housing
from course_utils import plot_map, plot_predicted_vs_actual, plot_residuals, quiet_tensorflow
from course_utils import regression_summary, set_seed

quiet_tensorflow()  # que TensorFlow arranque sin llenar la pantalla de avisos
import keras

# %% [markdown]
# ## 1 · ¿Para quién es el precio, y cuánto puede equivocarse?
#
# Imagina que trabajas en una oficina de vivienda de California, en 1990. Te piden estimar cuánto vale
# la casa típica de cada distrito, con datos del censo: ingresos, edad de las casas, dónde está… Antes de
# tocar una red, tres preguntas:
#
# - **¿Quién usará la predicción?** La oficina, para decidir qué distritos visita antes un tasador. Nadie
#   venderá su casa a ese precio.
# - **¿Qué error se acepta?** Han dicho: «si falla por menos de **50 000 $**, nos sirve».
# - **¿Contra qué se compara?** Contra no tener modelo: responder siempre lo mismo.

# %% [markdown] tags=["docente"]
# **9 min.** Los 50 000 $ son de nuestra historia: que el grupo discuta quién debe fijar esa cifra (quien
# paga el error, no quien entrena). Escribe en la pizarra la apuesta media contra mediana. En 3.2.1, lo más
# visto: olvidar el valor absoluto, y las unidades.

# %%
houses = load_california_housing()

print("filas y columnas:", houses.shape)
print("huecos:", houses.isna().sum().sum())
for name, (unit, meaning) in describe_columns("california_housing").iterrows():
    print(f"{name:<12} {meaning} ({unit})")

# %% [markdown]
# Cada fila es un **distrito**: unas cuantas manzanas, con unas 1400 personas de media. La última columna,
# `MedHouseVal`, es lo que se predice, y está en **cientos de miles** de dólares: un 2.5 son 250 000 $.
#
# **Predice:** si tuvieras que responder el mismo precio para todos los distritos, ¿dirías la media o la
# mediana?

# %%
price = houses["MedHouseVal"].to_numpy()
constants = np.arange(0.5, 4.01, 0.05)
errors = price - constants[:, np.newaxis]  # una fila por cada constante que probamos
mae, rmse = np.abs(errors).mean(axis=1), np.sqrt((errors**2).mean(axis=1))

fig, ax = plt.subplots(figsize=(6.5, 3.5))
ax.plot(constants * 100, mae * 100, "-", color="#0072B2", label="MAE")
ax.plot(constants * 100, rmse * 100, "--", color="#D55E00", label="RMSE")
ax.axvline(np.median(price) * 100, color="#0072B2", ls=":", label="mediana")
ax.axvline(price.mean() * 100, color="#D55E00", ls=":", label="media")
ax.set(title="Responder siempre lo mismo", xlabel="Precio que respondemos (miles de $)",
       ylabel="Error (miles de $)")
ax.legend()
print(f"mediana: {np.median(price) * 100:.0f} mil $   media: {price.mean() * 100:.0f} mil $")
print(f"el menor MAE: {mae.min() * 100:.0f} mil $   el menor RMSE: {rmse.min() * 100:.0f} mil $")

# %% [markdown]
# **Qué observas.** Cada medida del error tiene su mejor respuesta: la **mediana** está en el fondo de la
# curva del MAE, y la **media**, en el de la del RMSE. Elegir cómo se mide el error es elegir qué se va a
# predecir. Y ya tenemos un suelo: sin mirar ni una columna, el MAE ronda los 90 000 $.
#
# ### Ejercicio 3.2.1
#
# Escribe `error_constante(precios, constante)`. Recibe un array de precios y una constante, los dos en
# **cientos de miles** de dólares, y devuelve dos números, `mae, rmse`, en **dólares**.

# %% tags=["ejercicio"]
def error_constante(precios, constante):
    # >>> return ...
    errores = (precios - constante) * 100_000
    return np.abs(errores).mean(), np.sqrt((errores**2).mean())
    # <<<

# %%
check("3.2.1", error_constante)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("3.2.1")` da una pista (y otra, si
# insistes), y `solution("3.2.1")` muestra una solución. Antes hay que traerlos:
# `from course_utils import hint, solution`.
#
# ## 2 · ¿Qué esconden los datos?
#
# Con una tabla, mirar los datos es dibujar un histograma de cada columna: cuántos distritos hay en cada
# tramo de valores.
#
# **Predice:** ¿tendrán todas forma de montaña?

# %% [markdown] tags=["docente"]
# **19 min.** Aquí está media lección: deja tres minutos de silencio ante los nueve histogramas y apunta lo
# que digan. Antes de 3.2.2, pide hipótesis para las 1243 personas por casa; casi siempre dicen «un error
# de tecleo». La sorpresa vale la espera. En 3.2.3, el descuido que más cuesta ver es cambiar la tabla
# original.

# %%
units = describe_columns("california_housing")["unidad"]

fig, axes = plt.subplots(3, 3, figsize=(10, 7))
for ax, name in zip(axes.flat, houses.columns, strict=True):
    ax.hist(houses[name], bins=50, color="#0072B2")
    ax.set(title=name, xlabel=units[name], ylabel="Distritos")
    ax.locator_params(axis="x", nbins=3)
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Tres cosas que piden explicación:
#
# 1. En `AveRooms`, `AveBedrms`, `Population` y `AveOccup` todo está aplastado contra la izquierda. El eje
#    llega muy lejos porque allí, aunque no se vea, hay alguien: **valores atípicos** (*outliers*).
# 2. `HouseAge` y `MedHouseVal` acaban en un muro: una barra alta justo en el borde. (`MedInc` tiene otro,
#    pequeño, en 15.)
# 3. `Latitude` y `Longitude` tienen dos jorobas. Son lugares: pide un mapa.
#
# ### ¿Quién vive en una casa con 1243 personas?

# %%
columns = ["Population", "AveOccup", "Latitude", "Longitude"]
print(houses.nlargest(4, "AveOccup")[columns].round(2).to_string())

# %% [markdown]
# La primera fila dice que en cada hogar viven 1243 personas. ¿Será un error? Antes de borrar nada,
# investiga: `AveOccup` es la población dividida entre el número de hogares.
#
# ### Ejercicio 3.2.2
#
# ¿Cuántos **hogares** hay en el distrito con el mayor `AveOccup`? Guarda el número en `hogares`; que lo
# calcule Python a partir de la tabla `houses`.

# %% tags=["ejercicio"]
# >>> hogares = ...
fila = houses.loc[houses["AveOccup"].idxmax()]
hogares = fila["Population"] / fila["AveOccup"]
# <<<

# %%
check("3.2.2", hogares)

# %% [markdown]
# Miles de personas y un puñado de hogares. Busca las coordenadas de esas cuatro filas en un mapa y
# saldrás de dudas: Vacaville, Susanville, San Luis Obispo y Folsom. En las cuatro hay una **prisión**. El
# censo cuenta a los presos como población, pero una celda no es un hogar.
#
# Así que no era un error: es un distrito raro de verdad. (Con las 141 habitaciones por hogar pasa algo
# parecido: están junto al lago Tahoe, donde muchas casas son de vacaciones. Tienen habitaciones, pero no
# hogares que las habiten.) Borrarlos sería esconder el mundo. Pero un número así arrastra a cualquier
# suma con pesos, y hay una manera de acercarlo sin perder el orden: el **logaritmo**.

# %%
SKEWED = ["AveRooms", "AveBedrms", "Population", "AveOccup"]  # las cuatro aplastadas

fig, (left, right) = plt.subplots(1, 2, figsize=(8.5, 3))
left.hist(houses["AveOccup"], bins=60, color="#D55E00")
right.hist(np.log(houses["AveOccup"]), bins=60, color="#0072B2")
left.set(title="Como viene", xlabel="AveOccup (personas)", ylabel="Distritos")
right.set(title="Con logaritmo", xlabel="log(AveOccup)", ylabel="Distritos")
fig.tight_layout()

for name, column in (("como viene", houses["AveOccup"]), ("con log", np.log(houses["AveOccup"]))):
    print(f"{name:<10} el mayor está a {(column.max() - column.mean()) / column.std():.0f} "
          "desviaciones de la media")

# %% [markdown]
# **Qué observas.** A la izquierda no se ve nada; a la derecha aparece una montaña. La prisión sigue
# siendo la más rara, pero pasa de estar a más de cien desviaciones de la media a unas veinte. El
# logaritmo convierte «diez veces más» en «un paso más», y conserva quién es mayor que quién.
#
# ### Ejercicio 3.2.3
#
# Escribe `suavizar(tabla)`: recibe un DataFrame y devuelve **otro** igual, con las cuatro columnas de
# `SKEWED` cambiadas por su logaritmo (`np.log`). Las demás no cambian, y la tabla que llega, tampoco.

# %% tags=["ejercicio"]
def suavizar(tabla):
    # >>> return ...
    suave = tabla.copy()
    suave[SKEWED] = np.log(suave[SKEWED])
    return suave
    # <<<

# %%
check("3.2.3", suavizar)

# %% [markdown]
# ### ¿Dónde están las casas caras?
#
# **Predice:** ¿qué partes del mapa serán amarillas, las más caras?

# %%
ax = plot_map(houses["Longitude"], houses["Latitude"], houses["MedHouseVal"] * 100,
              label="Precio mediano (miles de $)", size=houses["Population"],
              size_label="Población (personas)")
title = ax.set_title("California, 1990: cada círculo es un distrito")

# %% [markdown]
# **Qué observas.** Se dibuja sola la silueta de California. El amarillo bordea el mar, con dos grandes
# manchas: la bahía de San Francisco, arriba, y Los Ángeles, abajo. El valle del interior es oscuro. El
# precio no sube hacia el norte ni hacia el sur: depende del **sitio**, y eso a una recta le va a costar.
#
# ### ¿Y el muro de la derecha?
#
# Es un **tope**: el censo anotó «500 000 $ o más», y en los datos todos esos distritos llevan el mismo
# número, 5.00001.
#
# ### Ejercicio 3.2.4
#
# ¿Cuántos distritos tienen **exactamente** el precio máximo? Guárdalo en `cuantos_topados`; y en
# `parte_topada`, qué fracción del total son (entre 0 y 1).

# %% tags=["ejercicio"]
# >>> cuantos_topados = ...
cuantos_topados = (houses["MedHouseVal"] == houses["MedHouseVal"].max()).sum()
# <<<
# >>> parte_topada = ...
parte_topada = cuantos_topados / len(houses)
# <<<

# %%
check("3.2.4", cuantos_topados, parte_topada)

# %%
capped = price == price.max()
income = houses.loc[capped, "MedInc"] * 10  # en miles de dólares al año

print(f"ingreso mediano de los topados: de {income.min():.0f} a {income.max():.0f} mil $ al año")
print(f"precios distintos que figuran: {len(np.unique(price[capped]))}")

# %% [markdown]
# **Qué observas.** Hay distritos topados donde se ingresa treinta veces más que en otros, y todos figuran con el
# mismo precio. ¿Valían 510 000 o 900 000? El dato se perdió en 1990, y ningún modelo lo puede aprender. Dos
# consecuencias: el nuestro se equivocará ahí por fuerza, y un «500 000» suyo habrá que leerlo como
# «500 000 **o más**».
#
# ## 3 · ¿Cómo se reparte un examen justo?
#
# Toca apartar el conjunto de prueba. ¿Al azar y ya? Lo que más acompaña al precio es el ingreso:

# %% [markdown] tags=["docente"]
# **9 min.** En muchos libros se presenta la estratificación como imprescindible; aquí se mide y, con 4128
# distritos de examen, apenas cambia nada. Que digan ellos cuándo importa (pocas filas, grupos escasos: los
# fraudes del módulo 6). Error típico en 3.2.5: estratificar con `MedInc`, que son miles de valores
# distintos y da `ValueError`.

# %%
correlation = houses.corr()["MedHouseVal"].drop("MedHouseVal")
print("correlación de cada columna con el precio:")
print(correlation.round(2).to_string())

# %% [markdown]
# Sería mala suerte que al examen le tocaran pocos distritos ricos. Un reparto **estratificado** lo evita:
# divide los distritos en franjas de ingreso y toma la misma proporción de cada una.
#
# **Predice:** con un examen de 4128 distritos (el 20 %), ¿cuánto se desviará el azar? ¿Y con uno de 200?

# %%
# Franjas 0 a 4: hasta 20 000 $ al año, de 20 000 a 30 000, a 40 000, a 60 000, y más.
income_band = pd.cut(houses["MedInc"], [0, 2, 3, 4, 6, np.inf], labels=False)
whole = income_band.value_counts(normalize=True)  # la proporción de cada franja

def worst_gap(size, stratify, seed):
    """La mayor diferencia de proporción entre el examen y el total, en puntos."""
    _, exam = train_test_split(income_band, test_size=size, stratify=stratify, random_state=seed)
    return 100 * (exam.value_counts(normalize=True) - whole).abs().max()

# %%
gaps = {(size, name): [worst_gap(size, bands, seed) for seed in range(20)]
        for size in (200, 4128)
        for name, bands in (("al azar", None), ("estratificado", income_band))}

fig, ax = plt.subplots(figsize=(7, 3))
for row, ((size, name), points) in enumerate(gaps.items()):
    color, marker = ("#D55E00", "s") if name == "al azar" else ("#0072B2", "o")
    ax.plot(points, [row] * 20, marker, color=color, alpha=0.5)
    print(f"{size:4d} distritos, {name:<13} el peor de 20 repartos se desvía ≈ {max(points):.2f}")
ax.set(title="Cuánto se desvía la peor franja (20 repartos)", xlabel="Puntos porcentuales",
       yticks=range(4), yticklabels=[f"{size}, {name}" for size, name in gaps])
fig.tight_layout()
print("4128 al azar: ¿siempre a menos de 2.5 puntos?", bool(max(gaps[4128, "al azar"]) < 2.5))
print("200 al azar:  ¿alguno a más de 3 puntos?", bool(max(gaps[200, "al azar"]) > 3))

# %% [markdown]
# **Qué observas.** Estratificado, el reparto clava las proporciones en los dos casos. Pero seamos exactos:
# con 4128 distritos el azar ya las respeta casi igual de bien; los grandes números hacen su trabajo. Donde la
# estratificación salva es en el examen pequeño. Como es gratis, la usamos.
#
# ### Ejercicio 3.2.5
#
# Escribe `repartir(tabla, bandas)`: recibe un DataFrame y una Serie con la franja de cada fila, y devuelve
# dos DataFrames, `entrenamiento, prueba`. La prueba es el **20 %**, estratificada por las franjas, con
# `random_state=42`.

# %% tags=["ejercicio"]
def repartir(tabla, bandas):
    # >>> return ...
    return train_test_split(tabla, test_size=0.2, stratify=bandas, random_state=42)
    # <<<

# %%
check("3.2.5", repartir)

# %% [markdown]
# Repartimos dos veces: primero el **examen**, que se queda en un sobre hasta el final; después, de lo que
# queda, la **validación**, con la que se compara todo lo demás. Desde aquí, `x` son ocho columnas ya
# suavizadas, e `y`, el precio.

# %%
FEATURES = [name for name in houses.columns if name != "MedHouseVal"]

def log_skewed(table):
    """Copia de la tabla con el logaritmo de las cuatro columnas aplastadas."""
    return table.assign(**{name: np.log(table[name]) for name in SKEWED})

rows = np.arange(len(houses))
train_all, test = train_test_split(rows, test_size=0.2, stratify=income_band, random_state=42)
train, valid = train_test_split(train_all, test_size=0.2, stratify=income_band[train_all],
                                random_state=42)
x_raw, x = houses[FEATURES].to_numpy(), log_skewed(houses)[FEATURES].to_numpy()
x_train, x_valid, y_train, y_valid = x[train], x[valid], price[train], price[valid]
print("aprender:", x_train.shape, " comparar:", x_valid.shape, " examen:", x[test].shape)

# %% [markdown]
# ## 4 · ¿Hasta dónde llega una recta?
#
# Las columnas tienen escalas muy distintas: la latitud ronda 35 y el logaritmo de los dormitorios, 0. En la
# lección 3.1 viste qué le hace eso a la tasa de aprendizaje. La cura es **estandarizar**: a cada columna se
# le resta su media y se divide entre su desviación.
#
# Con una regla: la media y la desviación se aprenden **del entrenamiento** y se aplican a todo lo demás. Si
# se calculan con todos los datos, el examen se ha colado en la preparación: es una **fuga de datos** (*data
# leakage*), aunque aquí fuera pequeña. (El logaritmo no aprende nada de los datos: por eso se pudo aplicar
# antes de repartir.)
#
# ### Ejercicio 3.2.6
#
# Escribe `estandarizar(entrenamiento, nuevos)`: recibe dos arrays de varias columnas y devuelve **solo** los
# `nuevos`, estandarizados con la media y la desviación (`.std()`) de cada columna del **entrenamiento**.

# %% [markdown] tags=["docente"]
# **14 min.** En 3.2.6 salen tres respuestas distintas sin que Python proteste: escalar `nuevos` consigo mismo,
# una sola media para toda la tabla (falta `axis=0`) y la buena. El corrector nombra las tres. Con el LQO, que
# voten antes si un R² de 0.6 es «acertar el 60 %».

# %% tags=["ejercicio"]
def estandarizar(entrenamiento, nuevos):
    # >>> return ...
    return (nuevos - entrenamiento.mean(axis=0)) / entrenamiento.std(axis=0)
    # <<<

# %%
check("3.2.6", estandarizar)

# %% [markdown]
# Para no equivocarse de media nunca, scikit-learn encadena los pasos en una **tubería** (*pipeline*). `fit`
# aprende la escala y el modelo con lo que le des; `predict` reutiliza esa escala.
#
# **Predice:** las columnas originales o las suavizadas, ¿con cuáles acertará más la recta? ¿Qué R² esperas?

# %%
line_raw = make_pipeline(StandardScaler(), LinearRegression()).fit(x_raw[train], y_train)
line = make_pipeline(StandardScaler(), LinearRegression()).fit(x_train, y_train)

line_valid = line.predict(x_valid)
raw_r2, line_r2 = r2_score(y_valid, line_raw.predict(x_raw[valid])), r2_score(y_valid, line_valid)
print(f"R² con las columnas originales ≈ {raw_r2:.3f}   suavizadas ≈ {line_r2:.3f}")
print("¿Entre 0.55 y 0.65 con las originales?", bool(0.55 < raw_r2 < 0.65))
print("¿Ganan las suavizadas por más de 0.04?", bool(line_r2 > raw_r2 + 0.04))
print("La escala, ¿solo del entrenamiento?", np.allclose(line[0].mean_, x_train.mean(axis=0)))

# %%
ax = plot_predicted_vs_actual(y_valid * 100, line_valid * 100, unit="miles de $")
title = ax.set_title("La recta: predicho frente a real")

print("¿Predice algún precio negativo?", bool(line_valid.min() < 0))
print("¿Y alguno por encima del tope?", bool(line_valid.max() > price.max()))
regression_summary(y_valid * 100, line_valid * 100, unit="miles de $", approx=True)

# %% [markdown]
# **Qué observas.** El logaritmo ha valido más que cualquier ajuste: las prisiones ya no tuercen la recta. Pero la
# nube se curva y se escapa por los dos lados: la recta regala casas por menos de cero dólares, y a la derecha
# está el muro del tope, que ella no ve.
#
# > **Lo que oirás por ahí: «si R² es 0.6, el modelo acierta el 60 % de las veces».** R² no cuenta aciertos.
# > Inventemos dos modelos con el mismo R², 0.6, y contemos en cuántos distritos servirían a la oficina.

# %%
n, spread = len(price), price.std()
always_off = price + spread * np.sqrt(0.4) * np.resize([1, -1], n)   # falla siempre lo mismo
rarely_off = price + spread * np.sqrt(4) * (np.arange(n) % 10 == 0)  # clava 9 de cada 10

for name, predicted in (("falla siempre un poco", always_off), ("falla 1 de cada 10", rarely_off)):
    useful = np.abs(predicted - price) < 0.5
    print(f"{name:<22} R² = {r2_score(price, predicted):.3f}   "
          f"útil en {100 * useful.mean():.0f} de cada 100")

# %% [markdown]
# **Qué observas.** Con el mismo R², uno no sirve **nunca** y el otro sirve en nueve de cada diez distritos. R² dice
# qué parte del error cuadrático de «decir la media» has quitado. Para saber cuántas veces sirve, hay que contarlo.
#
# ### Ejercicio 3.2.7
#
# Escribe `fraccion_util(reales, predichos, margen)`. `reales` y `predichos` son arrays en cientos de miles de
# dólares; `margen`, un número en **dólares**. Devuelve la fracción de distritos, entre 0 y 1, con un error **menor**
# que el margen, sea por más o por menos.

# %% tags=["ejercicio"]
def fraccion_util(reales, predichos, margen):
    # >>> return ...
    return (np.abs(reales - predichos) * 100_000 < margen).mean()
    # <<<

# %%
check("3.2.7", fraccion_util)

# %%
def useful_share(real, predicted):
    """Fracción de distritos con un error de menos de 50 000 $."""
    return (np.abs(real - predicted) < 0.5).mean()

median_share = useful_share(y_valid, np.median(y_train))
line_share = useful_share(y_valid, line_valid)
print(f"siempre la mediana: sirve en ≈ {100 * median_share:.0f} de cada 100 distritos")
print(f"la recta:           sirve en ≈ {100 * line_share:.0f} de cada 100")
print("¿Ninguna llega a 70?", bool(max(median_share, line_share) < 0.7))

# %% [markdown]
# ## 5 · ¿Cuánto mejora una red, y dónde falla?
#
# Una red con capas ocultas puede doblar la recta: aprender que «al oeste» encarece en unas latitudes y en otras
# no. Usaremos dos capas de 64 neuronas. El escalado lo metemos **dentro** de la red, con una capa `Normalization`:
# `adapt` le enseña la media y la desviación, y a partir de ahí viaja con ella.

# %% [markdown] tags=["docente"]
# **13 min.** El entrenamiento tarda unos segundos. Los árboles ganan: no lo suavices. Pregunta en qué datos gana la
# red (imágenes, sonido, texto) y por qué aquí no. Ante los residuos, que digan qué harían con los distritos topados:
# quitarlos, buscar el dato o avisar a quien usa el modelo. Las tres se defienden.

# %%
normalize = keras.layers.Normalization()
normalize.adapt(x_train)  # solo con el entrenamiento

set_seed(42)
model = keras.Sequential([
    keras.Input((8,)),
    normalize,
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1),  # un precio: sin activación, como en la lección 3.1
])

print("¿Lo mismo que StandardScaler?",
      np.allclose(normalize(x_valid), line[0].transform(x_valid), atol=0.01))

# %% [markdown]
# En vez de SGD usaremos **Adam**, que ajusta el paso de cada peso por su cuenta, con una tasa que baja hasta cero
# (`CosineDecay`): pasos largos al principio, cortos al final, para no acabar rebotando como en la lección 3.1.
# Hay que decirle cuántos pasos habrá: 52 lotes por época, 30 épocas.
#
# **Predice:** ¿qué R² logrará en validación? Mira antes en cuánto se quedó la recta.

# %%
steps = 30 * int(np.ceil(len(x_train) / 256))
rate = keras.optimizers.schedules.CosineDecay(0.005, steps)
model.compile(optimizer=keras.optimizers.Adam(rate), loss="mse", metrics=["mae"])

history = model.fit(x_train, y_train, batch_size=256, epochs=30, verbose=0,
                    validation_data=(x_valid, y_valid), callbacks=[LearningCurves()])

# %% [markdown]
# > **Lo que oirás por ahí: «una red profunda gana a todo lo demás».** Llamemos a un rival: árboles de decisión
# > (lección 2.2) que se suman uno tras otro, y cada uno corrige lo que dejaron mal los anteriores (*gradient
# > boosting*). Viene con scikit-learn, no necesita escalar y funciona con las columnas originales, porque un árbol
# > solo pregunta «¿mayor o menor que…?».
#
# **Predice:** ¿quién ganará?

# %%
def predict(table):
    """Lo que dice la red, en una fila de números y no en una columna."""
    return model.predict(table, batch_size=1000, verbose=0).ravel()

net_valid = predict(x_valid)
trees = HistGradientBoostingRegressor(random_state=42).fit(x_raw[train], y_train)
trees_valid = trees.predict(x_raw[valid])

for name, guess in (("recta", line_valid), ("red", net_valid), ("árboles", trees_valid)):
    print(f"{name:<8} R² ≈ {r2_score(y_valid, guess):.3f}   "
          f"sirve en ≈ {100 * useful_share(y_valid, guess):.0f} de cada 100")

net_r2, trees_r2 = r2_score(y_valid, net_valid), r2_score(y_valid, trees_valid)
print("¿La red gana a la recta por más de 0.08?", bool(net_r2 > line_r2 + 0.08))
print("¿Y los árboles a la red por más de 0.01?", bool(trees_r2 > net_r2 + 0.01))

# %% [markdown]
# **Qué observas.** La red deja muy atrás a la recta, y los árboles ganan a la red, sin ajustar nada. En **tablas**
# como esta, con columnas que ya significan algo, es lo habitual: pruébalos siempre. Las redes ganan donde hay que
# inventar las características, como en las imágenes del módulo 4. Seguimos con la red, que es lo que estamos
# aprendiendo; pero ya sabes a quién llamarías.
#
# ### ¿Dónde se equivoca?

# %%
fig, (left, right) = plt.subplots(1, 2, figsize=(10, 4.2))
plot_predicted_vs_actual(y_valid * 100, net_valid * 100, unit="miles de $", ax=left)
plot_residuals(y_valid * 100, net_valid * 100, unit="miles de $", ax=right)
fig.tight_layout()

# %% [markdown]
# **Qué observas.** La nube se ha pegado a la diagonal. Los residuos dibujan un borde recto, inclinado, arriba a la
# derecha: son los topados. Su precio real es siempre el mismo, 500, así que su residuo, 500 menos lo predicho, cae
# en línea. Por encima de esa línea no puede haber nadie.
#
# **Predice:** además de en los topados, ¿se equivocará más en la costa o en el interior?

# %%
# La costa, a grandes rasgos: su longitud en cada latitud, de sur a norte.
coast_latitude = [32.5, 33.6, 34.0, 34.4, 34.5, 35.6, 36.6, 37.5, 38.0, 39.0, 40.4, 41.8]
coast_longitude = [-117.1, -117.9, -118.6, -119.6, -120.5, -121.1, -121.9, -122.5, -123.0,
                   -123.7, -124.4, -124.2]
latitude, longitude = x_valid[:, 6], x_valid[:, 7]
degrees = longitude - np.interp(latitude, coast_latitude, coast_longitude)
near_sea = degrees * 111 * np.cos(np.radians(latitude)) < 30  # km: un grado de meridiano son 111

# %%
at_cap = y_valid == price.max()
error = np.abs(y_valid - net_valid)
groups = {"topados": at_cap, "costa, sin tope": near_sea & ~at_cap,
          "interior, sin tope": ~near_sea & ~at_cap}

for name, group in groups.items():
    print(f"{name:<19} {group.sum():4d} distritos   "
          f"error medio ≈ {100 * error[group].mean():.0f} mil $")

capped_mae, coast_mae, inland_mae = (error[group].mean() for group in groups.values())
print("¿Topados, más de 1.5 veces el error de la costa?", bool(capped_mae > 1.5 * coast_mae))
print("¿Costa, más de 1.2 veces el del interior?", bool(coast_mae > 1.2 * inland_mae))
print("A los topados, ¿les predice de menos por término medio?",
      bool((y_valid - net_valid)[at_cap].mean() > 0.3))

# %% [markdown]
# **Qué observas.** Donde peor lo hace es en los topados, y se queda corto: era de esperar. Y en la costa se equivoca
# en más dólares que en el interior. Pero allí las casas también son más caras. **Predice:** ¿y si medimos el error en
# porcentaje del precio?

# %%
percent = 100 * error / y_valid
coast_percent, inland_percent = (np.median(percent[groups[name]]) for name in list(groups)[1:])
print(f"error típico: costa ≈ {coast_percent:.1f} % del precio   interior ≈ {inland_percent:.1f} %")
print("¿Se llevan menos de 3 puntos?", bool(abs(coast_percent - inland_percent) < 3))

# %% [markdown]
# **Qué observas.** En porcentaje casi empatan. Que un modelo sea «peor en la costa» depende de cómo lo midas. (Con los
# topados, el porcentaje ni se puede calcular: no sabemos su precio.) A la oficina, que contaba dólares, hay que avisarla.
#
# ## 6 · ¿En qué se fija, y cómo se entrega?
#
# La red tiene miles de pesos: leerlos no dice nada. Una idea mejor es estropear una columna a propósito. Si se
# **barajan** sus valores, cada distrito recibe el de otro: la columna conserva su forma, pero ya no informa. Cuanto más
# caiga R², más dependía el modelo de ella. Es la **importancia por permutación** (*permutation importance*).
#
# ### Ejercicio 3.2.8
#
# Escribe `caida_de_r2(predecir, x, y, columna, rng)`: `predecir` es una función que recibe un array de entradas y
# devuelve las predicciones; `columna`, la posición de la columna que hay que barajar con `rng.permutation(…)`.
# Devuelve el R² de antes **menos** el de después, sin modificar `x`. Puedes usar `r2_score(reales, predichos)`.

# %% [markdown] tags=["docente"]
# **11 min.** La caída mayor que 1 descoloca: recuerda que R² puede ser negativo (lección 2.3). En 3.2.9 la trampa es el
# orden de las claves; es la avería más silenciosa de un modelo en producción. Cierra con el párrafo de las personas:
# dos minutos de debate valen más que otra métrica.

# %% tags=["ejercicio"]
def caida_de_r2(predecir, x, y, columna, rng):
    # >>> return ...
    barajada = x.copy()
    barajada[:, columna] = rng.permutation(barajada[:, columna])
    return r2_score(y, predecir(x)) - r2_score(y, predecir(barajada))
    # <<<

# %%
check("3.2.8", caida_de_r2)

# %% [markdown]
# La biblioteca hace lo mismo, varias veces por columna, con cualquier modelo de scikit-learn. Comparemos en qué se
# fijan la recta (con la biblioteca, sobre la tubería) y la red (a mano).
#
# **Predice:** ¿qué columna será la más importante para cada una?

# %%
by_library = permutation_importance(line, x_valid, y_valid, n_repeats=5, random_state=42)
line_drops = by_library.importances_mean

rng = np.random.default_rng(42)
net_drops = []
for k in range(8):
    shuffled = x_valid.copy()
    shuffled[:, k] = rng.permutation(shuffled[:, k])
    net_drops.append(net_r2 - r2_score(y_valid, predict(shuffled)))

# %%
place = np.arange(8)
fig, ax = plt.subplots(figsize=(7, 3.6))
ax.barh(place - 0.2, net_drops, height=0.4, color="#0072B2", label="red")
ax.barh(place + 0.2, line_drops, height=0.4, color="#D55E00", hatch="//", label="recta")
ax.set(title="Cuánto se pierde al barajar cada columna", xlabel="Caída de R²", yticks=place,
       yticklabels=FEATURES)
ax.invert_yaxis()
ax.legend()
fig.tight_layout()

top = {FEATURES[k] for k in np.argsort(net_drops)[-2:]}
print("¿Las dos mayores de la red son las del mapa?", top == {"Latitude", "Longitude"})
print("¿Pesa el ingreso más en la recta que en la red?", bool(line_drops[0] > net_drops[0] + 0.2))
print("¿Cuenta algo la población (más de 0.05)?", bool(max(net_drops[4], line_drops[4]) > 0.05))
print(f"correlación entre latitud y longitud: {houses['Latitude'].corr(houses['Longitude']):.2f}")

# %% [markdown]
# **Qué observas.** La red se fija sobre todo en **dónde** está el distrito; el ingreso pesa bastante más en la recta.
# Mismos datos, respuestas distintas: la importancia es **del modelo**, no del mundo. Y cuidado con leer las barras como
# porcentajes: pasan de 1. Latitud y longitud van juntas; al barajar una sola salen distritos en mitad del mar, sitios
# que el modelo nunca vio, y lo que dice allí es peor que responder la media.
#
# ### ¿Y la misma casa, en otro sitio?
#
# Aprovechemos que el modelo se puede interrogar. Un distrito inventado, con la misma gente y las mismas casas, en
# San Francisco y en Fresno, en el valle del interior:

# %%
district = {"MedInc": 4.0, "HouseAge": 30, "AveRooms": 5.0, "AveBedrms": 1.05, "Population": 1200,
            "AveOccup": 2.6, "Latitude": 37.77, "Longitude": -122.42}
twins = pd.DataFrame([district, {**district, "Latitude": 36.75, "Longitude": -119.77}])

batch = log_skewed(twins)[FEATURES].to_numpy()  # el mismo camino que los datos de entrenamiento
in_city, in_valley = predict(batch) * 100
print("forma del lote:", batch.shape)
print(f"San Francisco ≈ {in_city:.0f} mil $   Fresno ≈ {in_valley:.0f} mil $")
print("¿Al menos la mitad más en San Francisco?", bool(in_city > 1.5 * in_valley))

# %% [markdown]
# **Qué observas.** Solo cambia el lugar, y el precio se dispara. Eso es útil, y es delicado. Estos números son de
# **1990**: hoy no tasan ninguna casa, y ni los dólares son los mismos. Y detrás de cada fila hay unas mil personas: si con
# un modelo así se decidieran créditos o seguros, juzgaría a cada quien por su barrio, y devolvería al futuro las
# desigualdades del censo con el que aprendió. No basta con que acierte: hay que preguntar **para qué** se usa, y quién
# paga cuando falla.
#
# ### Ejercicio 3.2.9
#
# Llega un formulario con un distrito nuevo, y no trae las columnas en nuestro orden. Guarda en `lote_de_uno` un array de
# forma `(1, 8)` listo para `model.predict`: columnas en el orden de `FEATURES`, y las cuatro de `SKEWED`, con logaritmo.
# Sin escalar: de eso se encarga la capa `Normalization`. Puedes usar `log_skewed`.

# %% tags=["ejercicio"]
distrito = {"Latitude": 34.05, "Longitude": -118.24, "Population": 900, "AveOccup": 3.0,
            "MedInc": 3.2, "HouseAge": 40, "AveRooms": 4.5, "AveBedrms": 1.1}
# >>> lote_de_uno = ...
lote_de_uno = log_skewed(pd.DataFrame([distrito]))[FEATURES].to_numpy()
# <<<

# %%
check("3.2.9", lote_de_uno)

# %% [markdown]
# Falta entregarlo. Un archivo `.keras` guarda las capas, los pesos y también lo que aprendió `Normalization`.
#
# **Predice:** al abrirlo de nuevo, ¿dará los mismos precios, o casi los mismos?

# %%
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "casas.keras"
    model.save(path)
    restored = keras.models.load_model(path)

again = restored.predict(x_valid, batch_size=1000, verbose=0).ravel()
print("¿Los mismos precios, hasta la última cifra?", np.array_equal(again, net_valid))

# %% [markdown]
# **Qué observas.** Idénticos, y nadie tiene que acordarse de la escala: va dentro. ¿Y el logaritmo? **Ese no.** Vive en
# nuestra función `log_skewed`, fuera del archivo. El primer error frecuente es justo lo que pasa si se olvida.
#
# ## Errores frecuentes
#
# **1. Olvidar un paso que no viaja con el modelo.** Le damos las columnas originales, sin logaritmo:

# %%
forgotten = predict(x_raw[valid])
print(f"lo típico que dice: ≈ {np.median(forgotten) / 10:.0f} millones de $")
print("¿Más de diez veces el precio más alto?", bool(np.median(forgotten) > 10 * price.max()))
print("Ningún error, ningún aviso. Arreglado: ¿R² mayor que 0.75?",
      bool(r2_score(y_valid, predict(x_valid)) > 0.75))

# %% [markdown]
# Se arregla aplicando la misma función al entrenar y al usarlo, siempre. Y la mejor costumbre: que dentro del modelo
# vaya todo lo que se pueda.
#
# **2. Pasar un distrito sin el eje del lote.**

# %%
try:
    model.predict(x_valid[0], verbose=0)
except Exception as error_found:
    print("Falla con", type(error_found).__name__, "porque la forma es", x_valid[0].shape)

print("Arreglado:", model.predict(x_valid[:1], verbose=0).shape)

# %% [markdown]
# **3. Poner `Normalization` y olvidar `adapt`.** La capa no se queja: deja pasar los números tal cual.

# %%
forgetful, careful = keras.layers.Normalization(), keras.layers.Normalization()
careful.adapt(x_train)

for name, layer in (("sin adapt", forgetful), ("con adapt", careful)):
    small = keras.Sequential([keras.Input((8,)), layer])
    means = small(x_train).numpy().mean(axis=0)
    print(f"{name}: la columna que más se aleja de 0 tiene media {abs(means).max():.1f}")

# %% [markdown]
# ## Práctica: tu modelo, y el sobre del examen
#
# Ya sabes lo que funciona, y lo has decidido con validación. Ahora se entrena con **todo** lo que no es examen
# (entrenamiento y validación juntos) y se abre el sobre.

# %%
x_train_all, y_train_all = x[train_all], price[train_all]
x_test, y_test = x[test], price[test]
print("para entrenar:", x_train_all.shape, " examen:", x_test.shape)

# %% [markdown] tags=["docente"]
# **15 min**, con los errores frecuentes y la autoevaluación. Quien termine antes, que busque un plan mejor **con
# validación** (más neuronas, tres capas, más épocas) y lo apunte antes de abrir el sobre. Si alguien llama a `check`
# diez veces para elegir, es buen momento para hablar de qué es un examen.

# %% [markdown]
# ### Paso 1 · Ejercicio 3.2.10
#
# Escribe `crear_red(entradas, neuronas)`: devuelve una red con una entrada de 8 números, una capa `Normalization`
# **adaptada** a `entradas`, dos capas densas de `neuronas` neuronas con ReLU y la salida de siempre: una neurona sin
# activación. No hace falta compilarla.

# %% tags=["ejercicio"]
def crear_red(entradas, neuronas):
    # >>> return ...
    escala = keras.layers.Normalization()
    escala.adapt(entradas)
    return keras.Sequential([
        keras.Input((8,)),
        escala,
        keras.layers.Dense(neuronas, activation="relu"),
        keras.layers.Dense(neuronas, activation="relu"),
        keras.layers.Dense(1),
    ])
    # <<<

# %%
check("3.2.10", crear_red)

# %% [markdown]
# ### Paso 2 · Ejercicio 3.2.11
#
# Entrena con `x_train_all` e `y_train_all` una red que logre en el examen un R² de **0.77** o más, y guárdala en
# `modelo_casas`. Debe recibir las ocho columnas como están en `x_train_all` (con logaritmo y sin escalar). El examen lo
# hace `check`, con el conjunto de prueba.

# %% tags=["ejercicio"]
# >>> modelo_casas = ...
set_seed(42)
modelo_casas = crear_red(x_train_all, 64)
pasos = 30 * int(np.ceil(len(x_train_all) / 256))
tasa = keras.optimizers.schedules.CosineDecay(0.005, pasos)
modelo_casas.compile(optimizer=keras.optimizers.Adam(tasa), loss="mse")
historial = modelo_casas.fit(x_train_all, y_train_all, batch_size=256, epochs=30, verbose=0)
# <<<

# %%
check("3.2.11", modelo_casas)

# %% [markdown]
# ### Se abre el sobre
#
# Los modelos de la lección, que aprendieron sin la validación, hacen el mismo examen. Nadie cambia ya nada.

# %%
exam = {
    "siempre la mediana": np.full(len(y_test), np.median(y_train)),
    "recta, original": line_raw.predict(x_raw[test]),
    "recta, con logaritmo": line.predict(x_test),
    "árboles": trees.predict(x_raw[test]),
    "red": predict(x_test),
}
scores = {name: regression_summary(y_test, guess) for name, guess in exam.items()}
shares = {name: useful_share(y_test, guess) for name, guess in exam.items()}

for name in exam:
    print(f"{name:<21} R² ≈ {scores[name].r2:.3f}   RMSE ≈ {100 * scores[name].rmse:.0f} mil $   "
          f"sirve en ≈ {100 * shares[name]:.0f} de cada 100")

# %% tags=["resultado"]
print("¿La red, más de 0.76?", scores["red"].r2 > 0.76)
print("¿Los árboles, más de 0.81?", scores["árboles"].r2 > 0.81)
print("¿La mediana sirve en menos de 40 de cada 100, y la red en más de 70?",
      bool(shares["siempre la mediana"] < 0.4 and shares["red"] > 0.7))
print(f"La red en el examen: R² ≈ {scores['red'].r2:.3f}")

# %% [markdown]
# **Qué observas.** El orden es el que anunciaba la validación, y las cifras se parecen a las suyas: con ella decidimos
# pocas cosas, y por eso no nos engañó. Responder siempre la mediana le servía a la oficina en menos de 40 distritos de
# cada 100; la red le sirve en más de 70. ¿Es bastante? Eso lo dice la oficina, no R².
#
# > **Lo que oirás por ahí: «la regresión lineal saca 0.576 en California».** Lo verás en muchos cuadernos, con sus tres
# > decimales. Es un solo reparto, el de `random_state=42` sin estratificar. ¿Y con otros?

# %%
r2_by_seed = {}
for seed in [42, *range(10)]:
    a, b = train_test_split(rows, test_size=0.2, random_state=seed)
    r2_by_seed[seed] = LinearRegression().fit(x_raw[a], price[a]).score(x_raw[b], price[b])

print(f"reparto 42: R² ≈ {r2_by_seed[42]:.3f}")
print(f"los once:   de ≈ {min(r2_by_seed.values()):.3f} a ≈ {max(r2_by_seed.values()):.3f}")
print("¿Se mueve más de 0.02 solo por el reparto?",
      bool(max(r2_by_seed.values()) - min(r2_by_seed.values()) > 0.02))

# %% [markdown]
# **Qué observas.** El mismo modelo, los mismos datos, y el resultado baila varias centésimas según quién caiga en el
# examen. El 0.576 es verdad, pero es de los más bajos. Comparar dos modelos por una milésima, con un solo reparto, es
# comparar suertes; la **validación cruzada** (*cross-validation*) de la lección 3.3 lo remedia.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Un modelo de alquileres tiene R² = 0.8. ¿Qué sabemos?
#
# - a) Que acierta el 80 % de los alquileres.
# - b) Que su error típico es del 20 %.
# - c) Que ha quitado el 80 % del error cuadrático que tendría quien dijera siempre la media.
# - d) Que sirve para fijar alquileres.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("3.2.A1", respuesta_1)

# %% [markdown]
# **A2.** Una compañera estandariza toda la tabla con su media y su desviación, y después la reparte. ¿Qué pasa?
#
# - a) Que el examen ha participado en la preparación: es una fuga de datos.
# - b) Nada: la media no depende de las filas.
# - c) Que el reparto ya no se puede estratificar.
# - d) Que la red no podrá entrenar.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "a"
# <<<
check("3.2.A2", respuesta_2)

# %% [markdown]
# **A3.** Tu modelo predice 500 000 $ para un distrito de playa. ¿Cómo se lo cuentas a quien lo usa?
#
# - a) Vale exactamente 500 000 $.
# - b) El modelo ha fallado: nadie predice un número redondo.
# - c) Vale menos: el modelo exagera los caros.
# - d) Vale 500 000 $ o más: los datos no distinguían por encima.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "d"
# <<<
check("3.2.A3", respuesta_3)

# %% [markdown]
# **A4.** Al barajar `Population`, el R² de la red casi no cambia. ¿Qué se puede afirmar?
#
# - a) Que la población no influye en el precio de las casas.
# - b) Que **este** modelo, con estas columnas, casi no la usa.
# - c) Que la columna tiene valores equivocados.
# - d) Que el modelo no la recibió.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "b"
# <<<
check("3.2.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Antes del modelo: quién lo usa, qué error se acepta y contra qué se compara.
# - Un valor atípico se investiga antes de borrarlo, y un tope no lo arregla ningún modelo.
# - La escala se aprende del entrenamiento; lo más seguro es que viaje dentro del modelo.
# - La red supera a la recta, y en tablas unos árboles pueden superar a la red: se mide.
# - R² no cuenta aciertos, la importancia es del modelo, y detrás de las filas hay personas.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 2: un proyecto
#   completo con una versión más rica de estos datos.
# - R. K. Pace y R. Barry (1997), *Sparse Spatial Autoregressions*,
#   [doi:10.1016/S0167-7152(96)00140-X](https://doi.org/10.1016/S0167-7152%2896%2900140-X).
# - scikit-learn: [importancia por permutación](https://scikit-learn.org/stable/modules/permutation_importance.html) y
#   [tuberías](https://scikit-learn.org/stable/modules/compose.html).
# - Keras: [la capa Normalization](https://keras.io/api/layers/preprocessing_layers/numerical/normalization/).
