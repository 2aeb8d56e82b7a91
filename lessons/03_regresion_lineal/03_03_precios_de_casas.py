# %% [markdown]
# # 3.3 · Precios de casas: de la pregunta a la recta
#
# | | |
# |---|---|
# | **Objetivos** | Convertir un encargo en un problema que se puede medir; repartir los datos antes de mirarlos; encontrar rarezas y topes en una tabla; meter el logaritmo y la escala en el mismo *pipeline* que la recta; inventar características de cociente y decir, con una comparación pareada, si ayudan |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Residuos y estandarizar (lección {{hasta_donde_se_acierta}}); MAE, RMSE y R² ({{metricas}}); el *bootstrap* ({{umbrales}}); entrenamiento, validación y prueba ({{maneras_de_aprender}}); pandas ({{bibliotecas_cientificas}}) |
# | **Datos** | California Housing: 20 640 distritos del censo de 1990 (Pace y Barry, 1997), incluidos en el curso |
# | **Práctica** | Práctica 8.4, primera parte: precios de casas en California |

# %%
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.metrics import r2_score, root_mean_squared_error
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler

from course_utils import check, hint, solution
from course_utils import describe_columns, load_california_housing
from course_utils import paired_difference, plot_map
from course_utils import plot_predicted_vs_actual, regression_summary

# %% [markdown] presenta="course_utils.load_california_housing, course_utils.describe_columns"
# ## 1 · ¿Para quién es el precio, y cuánto puede equivocarse?
#
# Imagina que trabajas en una oficina de vivienda de California, en 1990. Te piden estimar cuánto vale
# la casa típica de cada distrito, con datos del censo: ingresos, edad de las casas, dónde está… Antes de
# tocar un modelo, tres preguntas:
#
# - **¿Quién usará la predicción?** La oficina, para decidir qué distritos visita antes un tasador. Nadie
#   venderá su casa a ese precio. (Su experiencia: «lo que más cuenta es el ingreso de quien vive allí».)
# - **¿Qué error se acepta?** Han dicho: «si falla por menos de **50 000 dólares**, nos sirve».
# - **¿Contra qué se compara?** Contra no tener modelo: responder siempre lo mismo.
#
# `load_california_housing` lee la tabla, y `describe_columns` dice qué es cada columna y su unidad.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Los 50 000 dólares son de nuestra historia: que el grupo discuta quién debe fijar esa cifra (quien
# paga el error, no quien entrena).

# %%
houses = load_california_housing()

print("filas y columnas:", houses.shape)
print("huecos:", houses.isna().sum().sum())
for name, (unit,
           meaning) in describe_columns("california_housing").iterrows():
    print(f"{name:<12} {meaning} ({unit})")

# %% [markdown] presenta="estratificado, pandas.cut, numpy.inf"
# Cada fila es un **distrito**: unas cuantas manzanas. La última columna, `MedHouseVal`, es lo que se
# predice, y está en **cientos de miles** de dólares: un 2.5 son 250 000 dólares.
#
# ## 2 · ¿Cómo se reparte antes de mirar?
#
# Lo primero no es mirar los datos: es **apartar** los que no vas a mirar. Quien estudia un histograma y
# decide qué hacer con una columna está aprendiendo de esas filas. Si entre ellas están las del examen, el
# examen puede salir mejor de lo que debe, y nadie lo nota.
#
# ¿Se aparta al azar y ya? Sería mala suerte que al examen le tocaran pocos distritos ricos, y la oficina
# ya nos avisó de que el ingreso cuenta mucho. Un reparto **estratificado** lo evita: divide los distritos
# en franjas de ingreso y toma la misma proporción de cada una. `pd.cut` hace las franjas, con cortes
# redondos; la última llega hasta `np.inf`, infinito. Es la única columna que se toca, y ningún precio.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pregunta qué decisiones se toman al mirar (qué columna suavizar, qué filas son raras, qué modelo
# probar): todas se aprenden de los datos. En muchos libros se presenta la estratificación como
# imprescindible; aquí se mide y, con 4128 distritos de examen, apenas cambia nada. Que digan ellos cuándo
# importa (pocas filas, grupos escasos: los fraudes del módulo {{modulo:fraude}}).

# %%
# Franjas 0 a 4: hasta 20 000 $ al año, de 20 000 a 30 000, a 40 000,
# a 60 000, y más.
income_band = pd.cut(houses["MedInc"], [0, 2, 3, 4, 6, np.inf],
                     labels=False)

# %% [markdown]
# ### Ejercicio 3.3.1
#
# Escribe `repartir(tabla, bandas)`: recibe un DataFrame y una Serie con la franja de cada fila, y devuelve
# dos DataFrames, `entrenamiento, prueba`. La prueba es el **20 %**, estratificada por las franjas, con
# `random_state=42`. (A `train_test_split` se le dice con `stratify=…`.)

# %% tags=["ejercicio"]
def repartir(tabla, bandas):
    # >>> return ...
    return train_test_split(tabla, test_size=0.2, stratify=bandas,
                            random_state=42)
    # <<<

# %%
check("3.3.1", repartir)

# %% [markdown] presenta=".columns, .value_counts, .abs"
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("3.3.1")` da una pista (y otra, si
# insistes), y `solution("3.3.1")` muestra una solución.
#
# Repartimos dos veces: primero el **examen** (la prueba), que se queda en un sobre; después, de lo que
# queda, la **validación**, con la que se compara todo lo demás. (`houses.columns` son los nombres de las
# columnas; `value_counts` cuenta las filas de cada franja, o su proporción, y `abs()` quita el signo.)

# %%
rest, exam = train_test_split(houses, test_size=0.2, stratify=income_band,
                              random_state=42)
train, valid = train_test_split(
    rest, test_size=0.2, stratify=income_band[rest.index], random_state=42)
FEATURES = [name for name in houses.columns if name != "MedHouseVal"]
x_train, x_valid = train[FEATURES], valid[FEATURES]
y_train, y_valid = (train["MedHouseVal"].to_numpy(),
                    valid["MedHouseVal"].to_numpy())

whole = income_band.value_counts(normalize=True)  # de cada franja
gap = (income_band[exam.index].value_counts(normalize=True)
       - whole).abs().max()
print("aprender y mirar:", x_train.shape, " comparar:", x_valid.shape,
      " examen:", exam.shape)
print("la franja que más cambia de proporción en el examen: "
      f"{100 * gap:.2f} puntos")

# %% [markdown]
# El sobre, `exam`, no se abre en esta lección: lo hará la lección {{casas_con_una_red}}, con el modelo que se
# entregue, **una vez**. Desde aquí, «mirar los datos» es mirar `train`.
#
# ### ★ Ampliación · ¿Hacía falta estratificar?
#
# **Predice:** con un examen de 4128 distritos (el 20 %), ¿cuánto se desviará el azar? ¿Y con uno de 200?

# %%
def worst_gap(size, stratify, seed):
    """La mayor diferencia de proporción entre el examen y el total, en
    puntos."""
    _, part = train_test_split(income_band, test_size=size,
                               stratify=stratify, random_state=seed)
    return 100 * (part.value_counts(normalize=True) - whole).abs().max()

gaps = {}
for size in (200, 4128):
    for name, bands in (("al azar", None), ("estratificado", income_band)):
        gaps[size, name] = [worst_gap(size, bands, seed)
                            for seed in range(20)]

# %%
fig, ax = plt.subplots(figsize=(7, 3))
for row, ((size, name), points) in enumerate(gaps.items()):
    color, marker = ("#D55E00",
                     "s") if name == "al azar" else ("#0072B2", "o")
    ax.plot(points, [row] * 20, marker, color=color, alpha=0.5)
    print(f"{size:4d} distritos, {name:<13} el peor de 20 repartos se "
          f"desvía ≈ {max(points):.2f}")
ax.set(title="Cuánto se desvía la peor franja (20 repartos)",
       xlabel="Puntos porcentuales", yticks=range(4),
       yticklabels=[f"{size}, {name}" for size, name in gaps])
fig.tight_layout()
print("4128 al azar: ¿siempre a menos de 2.5 puntos?",
      bool(max(gaps[4128, "al azar"]) < 2.5))
print("200 al azar:  ¿alguno a más de 3 puntos?",
      bool(max(gaps[200, "al azar"]) > 3))

# %% [markdown]
# **Qué observas.** Estratificado, el reparto clava las proporciones en los dos casos, salvo el redondeo. Pero
# seamos exactos: con 4128 distritos, en veinte repartos al azar ninguna franja se desvía ni 2.5 puntos; los
# grandes números hacen su trabajo. Donde la estratificación salva es en el examen pequeño. Como es gratis, la
# usamos.
#
# ## 3 · ¿Cuánto falla quien no tiene modelo?
#
# **Predice:** si tuvieras que responder el mismo precio para todos los distritos, ¿dirías la media o la
# mediana?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Escribe en la pizarra la apuesta media contra mediana. En la ampliación, lo más visto: olvidar el
# valor absoluto, y las unidades.

# %%
constants = np.arange(0.5, 4.01, 0.05)
# una fila por cada constante que probamos
errors = y_train - constants[:, np.newaxis]
mae, rmse = np.abs(errors).mean(axis=1), np.sqrt((errors**2).mean(axis=1))

# %%
fig, ax = plt.subplots(figsize=(6.5, 3.5))
ax.plot(constants * 100, mae * 100, "-", color="#0072B2", label="MAE")
ax.plot(constants * 100, rmse * 100, "--", color="#D55E00", label="RMSE")
ax.axvline(np.median(y_train) * 100, color="#0072B2", ls=":",
           label="mediana")
ax.axvline(y_train.mean() * 100, color="#D55E00", ls=":", label="media")
ax.set(title="Responder siempre lo mismo",
       xlabel="Precio que respondemos (miles de $)",
       ylabel="Error (miles de $)")
ax.legend()
print(f"mediana: {np.median(y_train) * 100:.0f} mil $   media: "
      f"{y_train.mean() * 100:.0f} mil $")
print(f"el menor MAE: {mae.min() * 100:.0f} mil $   el menor RMSE: "
      f"{rmse.min() * 100:.0f} mil $")

# %% [markdown]
# **Qué observas.** Cada medida del error tiene su mejor respuesta: la **mediana** está en el fondo de la
# curva del MAE, y la **media**, en el de la del RMSE. Elegir cómo se mide el error es elegir qué se va a
# predecir. Y ya tenemos un listón: sin mirar ni una columna, el MAE ronda los 90 000 dólares.
#
# ### ★ Ampliación · Ejercicio 3.3.2
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
check("3.3.2", error_constante)

# %% [markdown] presenta=".flat, .locator_params"
# ## 4 · ¿Qué esconden los datos?
#
# Con una tabla, mirar los datos es dibujar un histograma de cada columna: cuántos distritos hay en cada
# tramo de valores. (`axes.flat` recorre los nueve ejes y `locator_params` deja solo unos pocos números en un eje.)
#
# **Predice:** ¿tendrán todas forma de montaña?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Aquí está media lección: deja tres minutos de silencio ante los nueve histogramas y apunta lo
# que digan. Antes del primer ejercicio, pide hipótesis para las 1243 personas por casa; casi siempre dicen
# «un error de tecleo». La sorpresa vale la espera. En `suavizar`, el descuido que más cuesta ver es cambiar
# la tabla original.

# %%
units = describe_columns("california_housing")["unidad"]

fig, axes = plt.subplots(3, 3, figsize=(7.5, 7))
for ax, name in zip(axes.flat, train.columns, strict=True):
    ax.hist(train[name], bins=50, color="#0072B2")
    ax.set(title=name, xlabel=units[name], ylabel="Distritos")
    ax.locator_params(axis="x", nbins=3)
fig.tight_layout()

# %% [markdown] presenta="valores atípicos, .nlargest"
# **Qué observas.** Tres cosas que piden explicación:
#
# 1. En `AveRooms`, `AveBedrms`, `Population` y `AveOccup` todo está aplastado contra la izquierda. El eje
#    llega muy lejos porque allí, aunque no se vea, hay alguien: **valores atípicos** (*outliers*).
# 2. La edad de las casas y `MedHouseVal` acaban en un muro: una barra alta justo en el borde. (`MedInc` tiene otro,
#    pequeño, en 15.)
# 3. `Latitude` y `Longitude` tienen dos jorobas. Son lugares: pide un mapa.
#
# ### ¿Quién vive en una casa con 1243 personas?
#
# `nlargest` da las filas con los valores mayores de una columna. Miremos las cuatro de `AveOccup`:

# %%
columns = ["Population", "AveOccup", "Latitude", "Longitude"]
print(train.nlargest(4, "AveOccup")[columns].round(2).to_string())

# %% [markdown]
# La primera fila dice que en cada hogar viven 1243 personas. ¿Será un error? Antes de borrar nada,
# investiga: `AveOccup` es la población dividida entre el número de hogares.
#
# ### Ejercicio 3.3.3
#
# ¿Cuántos **hogares** hay en el distrito con el mayor `AveOccup`? Guarda el número en `hogares`; que lo
# calcule Python a partir de la tabla `train`.

# %% tags=["ejercicio"]
# >>> hogares = ...
fila = train.loc[train["AveOccup"].idxmax()]
hogares = fila["Population"] / fila["AveOccup"]
# <<<

# %%
check("3.3.3", hogares)

# %% [markdown] presenta="logaritmo"
# Miles de personas y un puñado de hogares. Busca las coordenadas de esas cuatro filas en un mapa y
# saldrás de dudas: Vacaville, Susanville, San Luis Obispo y Folsom. En las cuatro hay una **prisión**. El
# censo cuenta a los presos como población, pero una celda no es un hogar.
#
# Así que no era un error: es un distrito raro de verdad. (En `AveRooms` pasa algo parecido: el distrito del extremo
# derecho, con más de cien habitaciones por hogar, está junto al lago Tahoe, donde muchas casas son de vacaciones. Hay
# habitaciones, pero casi no hay hogares que las habiten.) Borrarlos sería esconder el mundo. Pero un número así
# arrastra a cualquier suma con pesos, y hay una manera de acercarlo sin perder el orden: el **logaritmo**.

# %%
# las cuatro aplastadas
SKEWED = ["AveRooms", "AveBedrms", "Population", "AveOccup"]

fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 2.9))
left.hist(train["AveOccup"], bins=60, color="#D55E00")
right.hist(np.log(train["AveOccup"]), bins=60, color="#0072B2")
left.set(title="Como viene", xlabel="AveOccup (personas)",
         ylabel="Distritos")
right.set(title="Con logaritmo", xlabel="log(AveOccup)", ylabel="Distritos")
fig.tight_layout()

for name, column in (("como viene", train["AveOccup"]),
                     ("con log", np.log(train["AveOccup"]))):
    print(f"{name:<10} el mayor está a "
          f"{(column.max() - column.mean()) / column.std():.0f} "
          "desviaciones de la media")

# %% [markdown]
# **Qué observas.** A la izquierda no se ve nada; a la derecha aparece una montaña. La prisión sigue
# siendo la más rara, pero está cuatro o cinco veces más cerca. El logaritmo convierte «diez veces más» en
# «un paso más», y conserva quién es mayor que quién.
#
# ### Ejercicio 3.3.4
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
check("3.3.4", suavizar)

# %% [markdown]
# ### ¿Dónde están las casas caras?
#
# **Predice:** ¿qué partes del mapa serán amarillas, las más caras?

# %% presenta="course_utils.plot_map"
ax = plot_map(train["Longitude"], train["Latitude"],
              train["MedHouseVal"] * 100,
              label="Precio mediano (miles de $)", size=train["Population"],
              size_label="Población (personas)")
title = ax.set_title("California, 1990: cada círculo es un distrito")
print("correlación de cada columna con el precio:")
print(train.corr()["MedHouseVal"].drop("MedHouseVal").round(2).to_string())

# %% [markdown] presenta="tope"
# **Qué observas.** Se dibuja sola la silueta de California. El amarillo está junto al mar, en dos grandes
# manchas: la bahía de San Francisco, en el centro, y Los Ángeles, abajo. El valle del interior es oscuro. Saber solo la
# latitud, o solo la longitud, dice poco del precio (sus correlaciones son pequeñas): depende del **sitio**, y eso a
# una recta le va a costar. La oficina tenía razón: lo que más acompaña al precio es el ingreso.
#
# ### ¿Y el muro de la derecha?
#
# Es un **tope**: el censo anotó «500 000 dólares o más», y en los datos todos esos distritos llevan el mismo
# número, 5.00001.

# %%
capped = train[train["MedHouseVal"] == train["MedHouseVal"].max()]
income = capped["MedInc"] * 10  # en miles de dólares al año

print("ingreso mediano de los topados: "
      f"de {income.min():.0f} a {income.max():.0f} mil $ al año")
print("precios distintos que figuran:", np.unique(capped["MedHouseVal"]))

# %% [markdown]
# **Qué observas.** Hay distritos topados donde se ingresa treinta veces más que en otros (o más aún: los ingresos
# tienen su propio tope, en 150 mil), y todos figuran con el mismo precio. ¿Valían 510 000 o 900 000? El dato se perdió en 1990, y ningún modelo lo puede aprender. Dos
# consecuencias: el nuestro se equivocará ahí por fuerza, y un «500 000» suyo habrá que leerlo como
# «500 000 **o más**».
#
# ### ★ Ampliación · Ejercicio 3.3.5
#
# De los distritos de `train`, ¿cuántos tienen **exactamente** el precio máximo? Guárdalo en
# `cuantos_topados`; y en `parte_topada`, qué fracción de `train` son (entre 0 y 1).

# %% tags=["ejercicio"]
# >>> cuantos_topados = ...
cuantos_topados = (train["MedHouseVal"] == train["MedHouseVal"].max()).sum()
# <<<
# >>> parte_topada = ...
parte_topada = cuantos_topados / len(train)
# <<<

# %%
check("3.3.5", cuantos_topados, parte_topada)

# %% [markdown] presenta="fuga de datos, pipeline, sklearn.preprocessing.FunctionTransformer, .mean_, .r2, .rmse"
# ## 5 · ¿Hasta dónde llega una recta?
#
# Antes de la recta, dos arreglos: el logaritmo de las cuatro columnas aplastadas y la **escala** (restar a cada columna
# su media y dividirla entre su desviación, como en {{hasta_donde_se_acierta}}). Se parecen, pero hay una diferencia:
#
# - el logaritmo no aprende nada de los datos;
# - la media y la desviación sí, y salen **del entrenamiento**. Si se calculan con todo, el examen se ha colado
#   en la preparación: es una **fuga de datos** (*data leakage*), aunque aquí fuera pequeña.
#
# Para no equivocarse nunca, scikit-learn encadena los pasos en un *pipeline*: `fit` aprende la escala y el
# modelo con lo que le des; `predict` los reutiliza. Y `FunctionTransformer` convierte una función tuya en un
# paso más. Con el logaritmo **dentro**, a quien use el *pipeline* le basta con los datos como vienen del censo:
# no puede olvidarlo. (Las medias que aprendió el escalador, el segundo paso, están en `mean_`. De
# `regression_summary` tomaremos dos números, `r2` y `rmse`. `assign` da una copia de la tabla con columnas nuevas, o
# cambiadas; con dos asteriscos delante, las columnas se le dan en un diccionario.)
#
# **Predice:** ¿qué R² esperas? Pista: sin mirar ninguna columna, responder la media da 0.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dibuja los tres pasos como tres cajas y pasa por ellas un distrito. Con el LQO, que voten antes si un
# R² de 0.6 es «acertar el 60 %». En la ampliación salen tres respuestas sin que Python proteste: escalar `nuevos`
# consigo mismo, una sola media para toda la tabla (falta `axis=0`) y la buena. El corrector nombra las tres.

# %%
def log_skewed(table):
    """Copia de la tabla con el logaritmo de las cuatro aplastadas."""
    return table.assign(**{name: np.log(table[name]) for name in SKEWED})

# %%
line_raw = make_pipeline(StandardScaler(),
                         LinearRegression()).fit(x_train, y_train)
line = make_pipeline(FunctionTransformer(log_skewed), StandardScaler(),
                     LinearRegression())
# los dos reciben la misma tabla, como viene del censo
line.fit(x_train, y_train)

raw_valid, line_valid = line_raw.predict(x_valid), line.predict(x_valid)
raw_r2, line_r2 = (r2_score(y_valid, raw_valid),
                   r2_score(y_valid, line_valid))
print(f"R² de la recta sin logaritmo ≈ {raw_r2:.3f}   "
      f"con él ≈ {line_r2:.3f}")
print("¿Entre 0.55 y 0.65 sin logaritmo?", bool(0.55 < raw_r2 < 0.65))
print("La escala, ¿solo del entrenamiento?",
      np.allclose(line[1].mean_, log_skewed(x_train).mean()))

# %%
ax = plot_predicted_vs_actual(y_valid * 100, line_valid * 100,
                              unit="miles de $")
title = ax.set_title("La recta, con logaritmo: predicho frente a real")

summary = regression_summary(y_valid, line_valid)
print(f"R² ≈ {summary.r2:.3f}   RMSE ≈ {100 * summary.rmse:.0f} mil $")

print("¿Predice algún precio negativo?", bool(line_valid.min() < 0))
print("¿Y alguno por encima del tope?",
      bool(line_valid.max() > y_train.max()))

# %% [markdown] presenta="comparación pareada, course_utils.paired_difference, .value, .low, .high"
# **Qué observas.** La nube se curva y se escapa por los dos lados: la recta regala casas por menos de cero
# dólares, y a la derecha está el muro del tope, que ella no ve.
#
# ### ¿Eran las prisiones?
#
# El logaritmo ha ayudado. La explicación cómoda: «porque las cuatro prisiones torcían la recta». Se puede
# comprobar: quitemos las cuatro del entrenamiento, sin ningún logaritmo, y midamos lo mismo.
#
# Y para no comparar suertes, comparemos **pareado**: `paired_difference` repite el *bootstrap* de la lección
# {{umbrales}}, pero en cada muestra mide los **dos** modelos, en los mismos distritos, y apunta la resta. Da la
# diferencia (`value`) y su intervalo (de `low` a `high`): si el intervalo no contiene el 0, no parece solo suerte de
# los distritos que tocaron.
#
# **Predice:** ¿qué parte de la mejora darán las prisiones: casi toda, la mitad o poca?

# %%
free = train["AveOccup"] < 100  # todos, menos las cuatro prisiones
no_prisons = make_pipeline(StandardScaler(), LinearRegression())
free_valid = no_prisons.fit(x_train[free], y_train[free]).predict(x_valid)
free_r2 = r2_score(y_valid, free_valid)

# %%
print(f"distritos que se quitan: {(~free).sum()}   "
      f"R² sin ellos ≈ {free_r2:.3f}")
for name, guess in (("sin prisiones", free_valid),
                    ("con logaritmo", line_valid)):
    gain = paired_difference(root_mean_squared_error, y_valid, guess,
                             raw_valid)
    print(f"{name}: el RMSE cambia ≈ {100 * gain.value:+.1f} mil $, "
          f"de ≈ {100 * gain.low:+.1f} a ≈ {100 * gain.high:+.1f}")
print("¿El logaritmo mejora, con todo el intervalo bajo 0?",
      bool(gain.high < 0))
print("¿Las prisiones, menos de la mitad de esa mejora de R²?",
      bool(free_r2 - raw_r2 < (line_r2 - raw_r2) / 2))

# %%
# donde más falla la recta sin logaritmo
worst = np.abs(raw_valid - y_valid).argmax()
print("habitaciones por hogar: "
      f"{x_valid['AveRooms'].to_numpy()[worst]:.0f}   "
      f"precio: {100 * y_valid[worst]:.0f} mil $")
print(f"predicho sin logaritmo ≈ {100 * raw_valid[worst]:.0f} mil $   "
      f"con él ≈ {100 * line_valid[worst]:.0f} mil $")
print("Sin él, ¿más de un millón de dólares?", bool(raw_valid[worst] > 10))
print("Con él, ¿menos de la mitad del error?",
      bool(abs(line_valid[worst] - y_valid[worst])
          < abs(raw_valid[worst] - y_valid[worst]) / 2))

# %% [markdown]
# **Qué observas.** Quitar las prisiones parece ayudar (su intervalo llega casi hasta el 0), pero menos de la mitad de
# lo que ayuda el logaritmo: la explicación cómoda no llegaba ni a media verdad. El peor fallo de la recta sin logaritmo
# es otro distrito raro, de los del lago Tahoe, que ni siquiera estaba en el entrenamiento: ella multiplica sus más de
# cien habitaciones por un peso y se dispara. Filas así seguirán llegando; por eso el arreglo es el logaritmo, y no
# borrar filas.
#
# > **Lo que oirás por ahí: «si R² es 0.6, el modelo acierta el 60 % de las veces».** R² no cuenta aciertos.
# > Inventemos dos modelos con el mismo R², 0.6, y contemos en cuántos distritos servirían a la oficina.

# %%
n, spread = len(y_train), y_train.std()
place = np.arange(n)
# siempre igual
always_off = y_train + spread * np.sqrt(0.4) * np.where(place % 2 == 0, 1,
                                                        -1)
# 1 de cada 10
rarely_off = y_train + spread * np.sqrt(4) * (place % 10 == 0)

for name, predicted in (("falla siempre un poco", always_off),
                        ("falla 1 de cada 10", rarely_off)):
    useful = np.abs(predicted - y_train) < 0.5
    print(f"{name:<22} R² = {r2_score(y_train, predicted):.3f}   "
          f"útil en {100 * useful.mean():.0f} de cada 100")

# %% [markdown]
# **Qué observas.** Con el mismo R², uno no sirve **nunca** y el otro sirve en nueve de cada diez distritos. R² dice
# qué parte del error cuadrático de «decir la media» has quitado. Para saber cuántas veces sirve, hay que contarlo.
#
# ### Ejercicio 3.3.6
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
check("3.3.6", fraccion_util)

# %%
def useful_share(real, predicted):
    """Fracción de distritos con un error de menos de 50 000 $."""
    return (np.abs(real - predicted) < 0.5).mean()

median_share = useful_share(y_valid, np.median(y_train))
line_share = useful_share(y_valid, line_valid)
print("siempre la mediana: "
      f"sirve en ≈ {100 * median_share:.0f} de cada 100 distritos")
print(f"la recta:           sirve en ≈ {100 * line_share:.0f} de cada 100")
print("¿Ninguna llega a 70?", bool(max(median_share, line_share) < 0.7))

# %% [markdown]
# ### ★ Ampliación · Ejercicio 3.3.7
#
# ¿Qué hace `StandardScaler` por dentro? Escribe `estandarizar(entrenamiento, nuevos)`: recibe dos arrays de
# varias columnas y devuelve **solo** los `nuevos`, estandarizados con la media y la desviación (`.std()`) de cada
# columna del **entrenamiento**.

# %% tags=["ejercicio"]
def estandarizar(entrenamiento, nuevos):
    # >>> return ...
    return (nuevos - entrenamiento.mean(axis=0)) / entrenamiento.std(axis=0)
    # <<<

# %%
check("3.3.7", estandarizar)

# %% [markdown]
# ## Errores frecuentes
#
# **Dar las columnas en otro orden.** El *pipeline* recuerda los nombres con los que aprendió. Es una suerte:
# entrenado con arrays, que no tienen nombres, respondería cualquier cosa sin protestar.

# %%
mixed = x_valid[FEATURES[::-1]]
try:
    line.predict(mixed)
except ValueError as error:
    print("Falla con", type(error).__name__)

print("Arreglado: ¿las mismas?",
      np.array_equal(line.predict(mixed[FEATURES]), line_valid))

# %% [markdown]
# ### ★ Ampliación · Estratificar con una columna de miles de valores distintos
#
# Hacen falta franjas: en cada una tiene que haber
# al menos dos distritos para poder repartirlos.

# %%
try:
    train_test_split(train, test_size=0.2, stratify=train["MedInc"],
                     random_state=42)
except ValueError as error:
    print("Falla con", type(error).__name__)

parts = train_test_split(train, test_size=0.2,
                         stratify=income_band[train.index], random_state=42)
print("Arreglado:", [len(part) for part in parts])

# %% [markdown]
# ## Práctica: ¿ayudan los cocientes?
#
# Un consejo muy repetido: «combina las columnas en **cocientes**; dicen más que los totales». En esta tabla, tres ya lo
# son: habitaciones, dormitorios y personas **por hogar**. Probemos dos que faltan: qué parte de las habitaciones son
# dormitorios, y cuántas habitaciones le tocan a cada persona.
#
# ### Paso 1 · Ejercicio 3.3.8
#
# Escribe `cocientes(tabla)`: recibe un DataFrame y devuelve **otro** igual, con dos columnas más al final, en este orden:
# `"Dormitorios"`, que es `AveBedrms` entre `AveRooms`, y `"Espacio"`, que es `AveRooms` entre `AveOccup`. La tabla que
# llega no cambia.

# %% [markdown] tags=["docente"]
# **{{minutos}}**, con los errores frecuentes y la autoevaluación. Que apunten su pronóstico para las cuatro rectas antes
# de ejecutar. La igualdad exacta del final sorprende: log(a/b) = log a − log b, y una recta ya sabe restar.

# %% tags=["ejercicio"]
def cocientes(tabla):
    # >>> return ...
    dormitorios = tabla["AveBedrms"] / tabla["AveRooms"]
    espacio = tabla["AveRooms"] / tabla["AveOccup"]
    return tabla.assign(Dormitorios=dormitorios, Espacio=espacio)
    # <<<

# %%
check("3.3.8", cocientes)

# %% [markdown]
# ### Paso 2 · Se mide
#
# **Predice:** ¿a quién ayudarán más los cocientes, a la recta sin logaritmo o a la que ya lo tiene?

# %%
def with_ratios(table):
    """La tabla con los dos cocientes."""
    return table.assign(Dormitorios=table["AveBedrms"] / table["AveRooms"],
                        Espacio=table["AveRooms"] / table["AveOccup"])

def log_and_ratios(table):
    """Logaritmo de las cuatro de siempre y los cocientes tal cual."""
    return log_skewed(with_ratios(table))

guesses = {"sin nada": raw_valid, "logaritmo": line_valid}
for name, prepare in (("cocientes", with_ratios),
                      ("logaritmo y cocientes", log_and_ratios)):
    steps = make_pipeline(FunctionTransformer(prepare), StandardScaler(),
                          LinearRegression())
    guesses[name] = steps.fit(x_train, y_train).predict(x_valid)

for name, guess in guesses.items():
    print(f"{name:<22} R² ≈ {r2_score(y_valid, guess):.3f}")

# %%
def gain_of(name, rival):
    """Cuánto cambia el RMSE de un modelo al otro, y entre qué valores."""
    gain = paired_difference(root_mean_squared_error, y_valid,
                             guesses[name], guesses[rival])
    print(f"{name} frente a {rival}: ≈ {100 * gain.value:+.1f} mil $, "
          f"de ≈ {100 * gain.low:+.1f} a ≈ {100 * gain.high:+.1f}")
    return gain

# %% tags=["resultado"]
alone = gain_of("cocientes", "sin nada")
added = gain_of("logaritmo y cocientes", "logaritmo")
rivals = gain_of("cocientes", "logaritmo")
print("Sin logaritmo, ¿ayudan los cocientes?", bool(alone.high < 0))
print("¿Y si ya está el logaritmo?", bool(added.high < 0))
print("¿Hay motivo para preferir uno de los dos?",
      bool(rivals.low > 0 or rivals.high < 0))
print("La recta que se entrega, con logaritmo: "
      f"R² de validación ≈ {line_r2:.3f}")

# %% [markdown]
# **Qué observas.** Sin logaritmo, los cocientes ayudan mucho, y con estos distritos su mejora no se distingue de la del
# logaritmo. Pero si el logaritmo ya está, no se ve que añadan nada: el intervalo contiene el 0.
#
# **Predice:** ¿y si a los cocientes también se les pone logaritmo? ¿Mejor, peor, igual?

# %%
def logs_of_all(table):
    """Logaritmo de las cuatro columnas y de los dos cocientes."""
    ratios = with_ratios(table)[["Dormitorios", "Espacio"]]
    return log_skewed(with_ratios(table)).assign(**np.log(ratios))

steps = make_pipeline(FunctionTransformer(logs_of_all), StandardScaler(),
                      LinearRegression())
same_line = steps.fit(x_train, y_train).predict(x_valid)
print("¿Las mismas predicciones que sin cocientes?",
      np.allclose(same_line, line_valid))

# %% [markdown]
# **Qué observas.** Ni un dólar de diferencia: el logaritmo de un cociente es una resta de logaritmos, y la recta ya
# sabía restar. A una recta, una característica nueva solo le ayuda si no es una suma, con pesos, de las que ya
# tenía. Por eso se mide: nos quedamos con la recta del logaritmo, que es más corta.
#
# ### ★ Ampliación · Ejercicio 3.3.9
#
# Escribe `recta_con(preparar)`: recibe una función que prepara una tabla (como `log_skewed`) y devuelve un *pipeline* **sin
# entrenar**, de tres pasos: esa función, la escala y la recta.

# %% tags=["ejercicio"]
def recta_con(preparar):
    # >>> return ...
    return make_pipeline(FunctionTransformer(preparar), StandardScaler(),
                         LinearRegression())
    # <<<

# %%
check("3.3.9", recta_con)

# %% [markdown]
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
check("3.3.A1", respuesta_1)

# %% [markdown]
# **A2.** Una compañera estandariza toda la tabla con su media y su desviación, y después la reparte. ¿Qué pasa?
#
# - a) Que el examen ha participado en la preparación: es una fuga de datos.
# - b) Nada: la media no depende de las filas.
# - c) Que el reparto ya no se puede estratificar.
# - d) Que la recta no se podrá ajustar.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "a"
# <<<
check("3.3.A2", respuesta_2)

# %% [markdown]
# **A3.** Tu modelo predice 500 000 dólares para un distrito de playa. ¿Cómo se lo cuentas a quien lo usa?
#
# - a) Vale exactamente 500 000 dólares.
# - b) El modelo ha fallado: nadie predice un número redondo.
# - c) Vale menos: el modelo exagera los caros.
# - d) El modelo estima «500 000 dólares o más»: sus datos no distinguían por encima.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "d"
# <<<
check("3.3.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Antes del modelo: quién lo usa, qué error se acepta y contra qué se compara.
# - Se reparte antes de mirar; lo que se mira es el entrenamiento, y el examen sigue en su sobre.
# - Un valor atípico se investiga antes de borrarlo, y un tope no lo arregla ningún modelo.
# - El logaritmo y la escala viajan en el *pipeline*: quien lo usa da los datos como vienen.
# - Una característica nueva, o una explicación, se comprueba: pareado y en los mismos distritos.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 2: un proyecto
#   completo con una versión más rica de estos datos.
# - R. K. Pace y R. Barry (1997), *Sparse Spatial Autoregressions*,
#   [doi:10.1016/S0167-7152(96)00140-X](https://doi.org/10.1016/S0167-7152%2896%2900140-X).
# - scikit-learn: [*pipelines*](https://scikit-learn.org/stable/modules/compose.html) y
#   [transformaciones propias](https://scikit-learn.org/stable/modules/preprocessing.html#custom-transformers).
