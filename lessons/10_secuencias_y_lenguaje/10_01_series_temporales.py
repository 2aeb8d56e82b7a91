# %% [markdown]
# # 10.1 · Series temporales: la línea que hay que batir
#
# | | |
# |---|---|
# | **Objetivos** | Poner cada valor en su hora; encontrar lo que se repite con la autocorrelación; medir lo que acierta quien no aprende nada; cortar una serie en ventanas sin ver el futuro; examinar hacia delante; decidir a qué plazo gana un modelo |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Las métricas de cantidades ({{metricas}}), la regresión Ridge ({{frenar_y_comparar}}) y el reparto en orden de tiempo ({{los_datos_y_como_evaluarlos}}) |
# | **Datos** | Las bicicletas que se alquilaron cada hora de 2011 en Washington (Fanaee-T y Gama, CC BY 4.0) y la temperatura del mar de El Niño, mes a mes (NOAA, dominio público), incluidos en el curso |
# | **Práctica** | ¿Cuánto se calentará el mar? |

# %%
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from numpy.lib.stride_tricks import sliding_window_view
from sklearn.linear_model import Ridge
from sklearn.model_selection import KFold, TimeSeriesSplit
from sklearn.model_selection import cross_val_predict
from sklearn.neighbors import KNeighborsRegressor

from course_utils import check, hint, solution
from course_utils import load_bike_share, load_el_nino

# %% [markdown] presenta="serie temporal"
# ## 1 · ¿A qué hora fue cada dato?
#
# Una **serie temporal** (*time series*) es una cantidad medida muchas veces, en orden. Casi siempre se quiere lo mismo: con lo que
# ya pasó, decir lo que viene. Empezamos con las bicicletas públicas de Washington: cuántas se alquilaron en cada hora de 2011.
# `load_bike_share` da la tabla. Con la fecha como índice, pandas entiende de horas y de meses.

# %% presenta="course_utils.load_bike_share"
bikes = load_bike_share().set_index("datetime")["rentals"]
print(bikes.head(4))
print("filas:", len(bikes), "  horas del año:", 365 * 24)

# %% [markdown]
# Faltan horas: de esas no se guardó nada. **Predice:** si para saber lo de ayer a esta hora miras 24 filas más arriba, ¿en qué
# parte de las filas te equivocarás de hora? ¿Y mirando 168 filas, las de una semana?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que voten antes de ejecutar: faltan pocas más de cien horas de 8760, y casi todo el mundo dice «un 1 %». Dibuja una fila de
# casillas con un hueco: el hueco estropea las 24 (o las 168) filas que vienen detrás. En 10.1.1, el error típico es recorrer
# filas; pregunta qué hay que buscar, y dónde.

# %% presenta="pandas.Timedelta"
for rows in (24, 168):
    apart = bikes.index[rows:] - bikes.index[:-rows]
    wrong = (apart != pd.Timedelta(hours=rows)).mean()
    print(f"{rows} filas más arriba no son {rows} horas: {wrong:.1%}")

# %% [markdown]
# **Qué observas.** Falta poco más del 1 % de las horas, y una de cada tres filas mira a la hora que no es: cada hueco desplaza
# a todas las que vienen detrás, hasta una semana. Y no salta ningún error.
#
# ### Ejercicio 10.1.1
#
# Escribe `antes(horas, valores, k)`: para cada hora, el valor de **`k` horas antes**, o `np.nan` si de esa hora no hay dato.
# `horas` es un array de enteros, en orden y con huecos (las horas que han pasado desde el principio). Devuelve un array tan
# largo como `horas`.

# %% tags=["ejercicio"]
def antes(horas, valores, k):
    # >>> return ...
    conocido = dict(zip(horas, valores))
    return np.array([conocido.get(h - k, np.nan) for h in horas])
    # <<<

# %%
check("10.1.1", antes)

# %% [markdown] presenta=".asfreq, .ffill, .shift, .notna"
# En pandas, `asfreq("h")` pone una fila por hora, con `nan` donde faltaba, y entonces `shift(k)` sí da el valor de `k` horas
# antes. Para que un modelo reciba números, los huecos se rellenan con el último valor conocido (`ffill`: mira solo hacia
# atrás). Pero un valor inventado no sirve de examen: `known` dice cuáles se midieron (`notna`), y los errores se cuentan
# solo ahí.

# %%
hourly = bikes.asfreq("h")
known = hourly.notna().to_numpy()
series = hourly.ffill()
rentals = series.to_numpy()
print("una semana antes, por filas: error medio de",
      f"{(bikes - bikes.shift(168)).abs().mean():.1f}")
print("una semana antes, por horas: error medio de",
      f"{(hourly - hourly.shift(168)).abs().mean():.1f}")

# %% [markdown]
# ## 2 · ¿Qué se repite?
#
# Dos semanas de mayo. **Predice:** ¿qué día se ve distinto a los demás, y por qué tienen dos picos los otros?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Deja la figura sin explicar medio minuto: la gente ve sola los picos de ir y volver del trabajo, y la joroba
# del fin de semana. Antes de la autocorrelación, que digan a cuántas horas de distancia se parece más una hora: saldrán 24 y
# 168, y después se mira quién gana.

# %%
two_weeks = series["2011-05-09":"2011-05-22"]
fig, ax = plt.subplots(figsize=(7.5, 3.2), layout="constrained")
ax.plot(two_weeks.to_numpy(), color="#0072B2")
ax.set_xticks(range(0, 14 * 24, 24), list("LMXJVSD") * 2, ha="left")
ax.set(title="Del lunes 9 al domingo 22 de mayo de 2011",
       xlabel="Día (la marca, a medianoche)", ylabel="Bicicletas por hora")
ax.grid(axis="x")

# %% [markdown] presenta="autocorrelación"
# **Qué observas.** De lunes a viernes, un pico al entrar al trabajo y otro al salir; en fin de semana, una sola joroba, al mediodía. Para
# medir cuánto se repite, se compara la serie **consigo misma**, `k` horas antes, con la correlación de siempre: es la
# **autocorrelación** (*autocorrelation*). Cerca de 1: `k` horas después vuelve a pasar lo mismo.
#
# ### Ejercicio 10.1.2
#
# Escribe `autocorrelacion(serie, k)`: la correlación (`np.corrcoef`) entre cada valor de `serie` y el de `k` sitios antes. `serie` es
# un array sin huecos y `k`, 1 o más.

# %% tags=["ejercicio"]
def autocorrelacion(serie, k):
    # >>> return ...
    return np.corrcoef(serie[k:], serie[:-k])[0, 1]
    # <<<

# %%
check("10.1.2", autocorrelacion)

# %% presenta=".annotate"
def lag_correlation(values, k):
    return np.corrcoef(values[k:], values[:-k])[0, 1]

lags = np.arange(1, 400)
alike = np.array([lag_correlation(rentals, k) for k in lags])
fig, ax = plt.subplots(figsize=(7.5, 3.2), layout="constrained")
ax.plot(lags, alike, color="#0072B2")
for k in (1, 24, 168, 336):
    ax.plot(k, alike[k - 1], "o", color="#D55E00")
    ax.annotate(f"{k} h", (k, alike[k - 1] + 0.04), ha="center")
ax.set(title="Cuánto se parece la serie a sí misma", ylim=(-0.4, 1.1),
       xlabel="Horas de distancia", ylabel="Autocorrelación")
print("las cuatro más altas, a", np.sort(lags[alike.argsort()[-4:]]), "h")
print("¿Se parece más a 168 horas que a 1?", alike[167] > alike[0])

# %% [markdown] presenta="estacionalidad"
# **Qué observas.** Un pico cada 24 horas, y los mayores, cada 168. Lo que pasó a esta hora **hace una semana** informa más que
# lo que pasó hace una hora. Cuando una serie se repite cada cierto tiempo, se dice que tiene **estacionalidad** (*seasonality*):
# esta tiene dos, la del día y la de la semana.

# %% [markdown] presenta="predicción ingenua"
# ## 3 · ¿Cuánto acierta quien no aprende nada?
#
# Antes de entrenar hace falta un **listón**: lo que se consigue sin aprender. En una serie hay tres que casi no cuestan, y se
# llaman predicciones **ingenuas** (*naive*): «lo mismo que hace una hora», «que ayer», «que hace una semana».
#
# ### Ejercicio 10.1.3
#
# Escribe `error_ingenuo(serie, k)`: el **MAE** (la media de los errores sin signo) de quien predice, para cada valor, el de `k`
# sitios antes. Los `k` primeros no tienen de dónde copiar, y no cuentan.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que apuesten por una de las tres ingenuas antes de ejecutar: ya tienen la autocorrelación en la pantalla. La caja de la
# MAPE es para discutirla: pregunta qué predicción daría quien cobra un premio por bajarla.

# %% tags=["ejercicio"]
def error_ingenuo(serie, k):
    # >>> return ...
    return np.abs(serie[k:] - serie[:-k]).mean()
    # <<<

# %%
check("10.1.3", error_ingenuo)

# %% [markdown]
# Con todas las horas del año desde la segunda semana, y solo con las que se midieron. **Predice:** ¿cuál de las tres ganará?

# %%
hours = np.flatnonzero(known)
hours = hours[hours >= 168]
real = rentals[hours]
naive = {f"hace {k} h": rentals[hours - k] for k in (1, 24, 168)}
naive["siempre la media"] = np.full(len(hours), real.mean())
naive["siempre 1 bicicleta"] = np.full(len(hours), 1.0)
for name, guess in naive.items():
    error = np.abs(guess - real)
    print(f"{name:<20} MAE {error.mean():5.1f} bicicletas   "
          f"en porcentaje {100 * (error / real).mean():4.0f} %")

# %% [markdown] presenta="MAPE"
# **Qué observas.** Copiar la semana pasada se equivoca en unas 43 bicicletas, la menor de las tres. Este es el listón.
#
# > **Lo que oirás por ahí: «mide el error en porcentaje (MAPE), que se entiende mejor».** La MAPE es la media de los errores, cada uno dividido
# > por su valor real. Mira las dos últimas filas: según ella, predecir **siempre una bicicleta** es siete veces mejor que predecir la
# > media. Quedarse corto cuesta como mucho un 100 %; pasarse de madrugada, cuando hay dos bicicletas, cuesta miles. Con valores
# > cerca de cero, la MAPE premia a quien predice poco. (Y con un cero, no existe.)

# %% [markdown] presenta="ventana, horizonte"
# ## 4 · ¿Cómo se le enseña la historia a un modelo?
#
# Los modelos que conoces piden una tabla: una fila por muestra. De una serie se saca cortando **ventanas** (*windows*): los últimos
# `ancho` valores son las características, y la respuesta es el valor que está `horizonte` pasos después del último de ellos.
# Con horizonte 1, el siguiente.
#
# ### Ejercicio 10.1.4
#
# Escribe `ventanas(serie, ancho, horizonte)` y devuelve `x, y`. Con `ventanas(np.arange(6), 3, 2)`, `x` es `[[0, 1, 2], [1, 2, 3]]` e
# `y` es `[4, 5]`: de 0, 1 y 2, el valor que está 2 pasos después del 2. Tantas ventanas como quepan.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que dibujen las dos ventanas del enunciado en papel antes de escribir. El fallo típico es el de un sitio: la
# respuesta dentro de la ventana, o un paso más allá. Es también la fuga más tonta, y la que mejores notas da: pregunta qué
# error saldría si la respuesta fuera una columna de `x`.

# %% tags=["ejercicio"]
def ventanas(serie, ancho, horizonte):
    # >>> return ...
    n = len(serie) - ancho - horizonte + 1
    filas = [serie[i:i + ancho] for i in range(n)]
    return np.array(filas), serie[ancho + horizonte - 1:]
    # <<<

# %%
check("10.1.4", ventanas)

# %% [markdown]
# Ahora, de verdad: la última semana (168 horas) como características y Ridge, que pone un peso a cada hora de la ventana. Se
# aprende hasta septiembre, y se compara en octubre y noviembre. Diciembre no se toca: queda para las redes de las lecciones
# siguientes. `sliding_window_view` da las ventanas sin copiarlas, y `searchsorted`, en qué fila empieza cada fecha (`to_datetime` vuelve fecha un texto).
#
# **Predice:** ¿cuántas bicicletas le quitará al listón?

# %% tags=["resultado"] presenta="pandas.to_datetime"
def windows(values, width, horizon=1):
    x = sliding_window_view(values[:len(values) - horizon], width)
    return x, np.arange(width + horizon - 1, len(values))

october, december = series.index.searchsorted(
    pd.to_datetime(["2011-10-01", "2011-12-01"]))
x, when = windows(rentals, 168)
fit = when < october
score = (when >= october) & (when < december) & known[when]
line = Ridge().fit(x[fit], rentals[when[fit]])
real = rentals[when[score]]
error = np.abs(line.predict(x[score]) - real).mean()
week = np.abs(rentals[when[score] - 168] - real).mean()
print(f"la semana pasada: {week:.1f}   Ridge ≈ {error:.1f} bicicletas")
print("¿Le quita más de 15?", bool(week - error > 15))

# %% presenta=".coef_, .bar"
fig, ax = plt.subplots(figsize=(7.5, 3), layout="constrained")
ax.bar(np.arange(168, 0, -1), line.coef_, color="#0072B2", width=1)
ax.set(title="Lo que pesa cada hora de la ventana", ylabel="Peso",
       xlabel="Horas antes de la que se predice", xlim=(169, 0))
heavy = np.abs(line.coef_).argsort()[-4:]
print("las cuatro que más pesan, hace", np.sort(168 - heavy), "h")

# %% [markdown]
# **Qué observas.** El modelo ha encontrado solo lo que viste en la figura: pesan las dos horas de antes, y esta misma hora de
# ayer y de hace seis y siete días. Es una recta, y casi reduce a la mitad el error del listón. Esta es **la línea que hay que batir** en {{modulo:secuencias_y_lenguaje}}.

# %% [markdown]
# ## 5 · ¿Dónde se corta para examinar?
#
# En {{los_datos_y_como_evaluarlos}} repartiste los pagos en orden de tiempo. Aquí se ve por qué. Dos exámenes para los mismos dos
# modelos, con ventanas de un día, y medidos **en las mismas horas**: la validación cruzada barajada, que aprende también de las horas
# vecinas, y una hacia delante (`TimeSeriesSplit`), en la que cada trozo se predice con lo anterior. El segundo
# modelo, `KNeighborsRegressor`, busca las cinco ventanas más parecidas y da la media de lo que pasó después de ellas.
#
# **Predice:** ¿cuál promete más? ¿Con los dos modelos igual?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La pregunta que aclara todo: «el martes a las 9 está en el examen; ¿qué sabe de él quien aprendió del martes a
# las 8 y a las 10?». Que lo sepan decir antes de ver los números. Y por qué la recta casi no se aprovecha: tiene 24 pesos para
# miles de horas, no puede aprenderse ninguna de memoria.

# %% presenta="sklearn.model_selection.TimeSeriesSplit, sklearn.neighbors.KNeighborsRegressor"
short, ends = windows(rentals, 24)
answers = rentals[ends]
promised = {}
for name, model in (("Ridge", Ridge()),
                    ("5 vecinos", KNeighborsRegressor(5))):
    shuffled = KFold(5, shuffle=True, random_state=42)
    mixed = cross_val_predict(model, short, answers, cv=shuffled)
    forward = np.full(len(answers), np.nan)
    for past, future in TimeSeriesSplit(5).split(short):
        model.fit(short[past], answers[past])
        forward[future] = model.predict(short[future])
    same = ~np.isnan(forward) & known[ends]
    promised[name] = [np.abs(guess - answers)[same].mean()
                      for guess in (mixed, forward)]

# %%
for name, (mixed, forward) in promised.items():
    print(f"{name:<10} barajada ≈ {mixed:.1f}   hacia delante ≈ "
          f"{forward:.1f}   ¿promete más de 5 de menos? "
          f"{bool(forward - mixed > 5)}")

# %% [markdown]
# **Qué observas.** Barajando, los vecinos parecen mucho mejores que la recta; hacia delante, que es como se usarán, la ventaja
# casi se esfuma. Cada hora del examen tenía en el aprendizaje a sus vecinas, con casi la misma ventana. Quien puede recordar, se
# aprovecha; la recta, no.
#
# > **Lo que oirás por ahí: «la validación cruzada es la manera más fiable de medir».** Cuando las muestras no dependen unas de otras.
# > En una serie, la que vale es la que nunca aprende de lo que viene después.
#
# ### ★ Ampliación · Ejercicio 10.1.5
#
# Escribe `examenes(n, primero, tamano)`: los cortes de un examen hacia delante sobre `n` muestras en orden. El primer examen empieza en la
# muestra `primero` y tiene `tamano`; el siguiente, a continuación, y se aprende con **todo** lo anterior. Devuelve una lista
# de parejas: con qué se aprende y con qué se examina, dos arrays de posiciones (`np.arange`). Si al final no cabe un examen entero, no se hace.

# %% tags=["ejercicio"]
def examenes(n, primero, tamano):
    # >>> return ...
    return [(np.arange(corte), np.arange(corte, corte + tamano))
            for corte in range(primero, n - tamano + 1, tamano)]
    # <<<

# %%
check("10.1.5", examenes)

# %% [markdown]
# ## 6 · ¿Y si hay que decirlo con más tiempo?
#
# Para mover las bicicletas de noche no basta con saber la hora siguiente. Un modelo por **horizonte**: se entrena otra vez con
# la respuesta más lejos. La ingenua solo puede copiar de una semana **ya pasada**: con más de 168 horas, de la anterior.
#
# **Predice:** ¿a cuántas horas vista empatará la recta con la semana pasada?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Lo importante es la forma: sube deprisa al principio y luego se aplana, porque lo que queda es el calendario, que se sabe
# desde hoy. Pregunta qué información haría bajar la parte plana (el pronóstico del tiempo, los festivos).

# %%
def compare(horizon):
    """El MAE de Ridge y el de la semana pasada, a ese horizonte."""
    x, when = windows(rentals, 168, horizon)
    fit = when < october
    score = (when >= october) & (when < december) & known[when]
    model = Ridge().fit(x[fit], rentals[when[fit]])
    real, back = rentals[when[score]], 168 * (1 + (horizon - 1) // 168)
    return [np.abs(guess - real).mean() for guess in
            (model.predict(x[score]), rentals[when[score] - back])]

# %%
horizons = [1, 2, 3, 6, 12, 24, 48, 96, 168, 240]
ours, copied = np.transpose([compare(far) for far in horizons])
fig, ax = plt.subplots(figsize=(7, 3.4), layout="constrained")
ax.plot(horizons, copied, "s--", color="#D55E00", label="copiar la semana")
ax.plot(horizons, ours, "o-", color="#0072B2", label="Ridge, 168 horas")
ax.set(title="Cuanto más lejos, menos se sabe", xscale="log",
       ylabel="MAE (bicicletas)", ylim=(0, None),
       xlabel="Horas vista (escala logarítmica)")
ax.set_xticks(horizons, horizons)
ax.legend(loc="lower right")
print(f"a 1 hora ≈ {ours[0]:.0f};  a 24 ≈ {ours[5]:.0f};  "
      f"a 168 ≈ {ours[8]:.0f};  copiando {copied[0]:.0f}")
print("¿Gana aún más de 2 bicicletas a 168?", bool(copied[8] - ours[8] > 2))

# %% [markdown]
# **Qué observas.** A una hora, saber lo que acaba de pasar vale mucho; a seis ya vale poco, y queda lo que dice el calendario.
# No llegan a empatar. Un error sin su horizonte no dice nada: equivocarse en 30 es fácil o difícil según a cuántas horas.

# %% [markdown]
# ## Errores frecuentes
#
# **Rellenar los huecos con el futuro.** `interpolate` traza una recta entre el valor de antes y el de **después**: en una ventana que acaba en
# el hueco, eso todavía no ha pasado.

# %% presenta=".interpolate, pandas.Series"
gap = pd.Series([10.0, np.nan, np.nan, 40.0])
print("con el futuro:", gap.interpolate().tolist())
print("arreglado, solo con el pasado:", gap.ffill().tolist())

# %% [markdown]
# **Predecir bicicletas negativas.** A la recta nadie le dijo que no puede haber menos de cero. Recortar no cuesta nada, y mejora:

# %%
guess = line.predict(x[score])
real = rentals[when[score]]
clipped = np.clip(guess, 0, None)
print("predicciones negativas:", bool((guess < 0).any()))
print("arreglado, ¿baja el error?",
      bool(np.abs(clipped - real).mean() < np.abs(guess - real).mean()))

# %% [markdown]
# ## Práctica: ¿cuánto se calentará el mar?
#
# Frente al Perú y el Ecuador, cada pocos años, el mar se calienta varios grados: es **El Niño**. Cambia la pesca y trae inundaciones, y por
# eso se vigila. `load_el_nino` da la temperatura de cada mes, de 1950 a 2010. Se aprende hasta 1989 y se compara en los años noventa; del
# 2000 en adelante no se mira hasta el final.

# %% [markdown] tags=["docente"]
# **{{minutos}}** con la autoevaluación. El momento de la práctica es la tabla: la recta, con sus 24 meses, apenas le saca nada a
# una ingenua bien pensada. Que no suene a fracaso: encontrar el listón bueno **es** el trabajo. Si alguien pregunta por qué
# la climatología sale tan mal en los noventa: 1997 y 1998 fueron el mayor El Niño de la serie junto con 1983.

# %% presenta="course_utils.load_el_nino"
sea = load_el_nino()
temperature = sea["sea_temperature_c"].to_numpy()
month, year = sea["month"].to_numpy(), sea["year"].to_numpy()
fig, ax = plt.subplots(figsize=(7.5, 3))
ax.plot(year + (month - 0.5) / 12, temperature, color="#0072B2", lw=1)
ax.axvspan(1990, 2000, color="#E69F00", alpha=0.3, label="se compara")
ax.set(title="El mar frente al Perú y el Ecuador", xlabel="Año",
       ylabel="Temperatura (°C)", ylim=(18, 31))
ax.legend(loc="upper left")
fig.tight_layout()

# %% [markdown] presenta="climatología"
# ### Paso 1 · Ejercicio 10.1.6
#
# La ingenua de aquí es la **climatología**: «en marzo hará lo que suele hacer en marzo». Escribe `climatologia(temperaturas, meses)`: un array con
# las **doce** medias, de enero a diciembre. `meses` va de 1 a 12, y hay de todos.

# %% tags=["ejercicio"]
def climatologia(temperaturas, meses):
    # >>> return ...
    return np.array([temperaturas[meses == m].mean()
                     for m in range(1, 13)])
    # <<<

# %%
check("10.1.6", climatologia)

# %% [markdown] presenta="anomalía"
# ### Paso 2 · Quitar lo que ya se sabe
#
# Lo que se sale de la climatología es la **anomalía**: cuántos grados de más o de menos para ese mes. Restarla deja a la vista
# El Niño, que es lo difícil. (La climatología se calcula **solo** con los años de aprender.)

# %%
past = year < 1990
usual = np.array([temperature[past & (month == one)].mean()
                  for one in range(1, 13)])
anomaly = temperature - usual[month - 1]
fig, axes = plt.subplots(1, 2, figsize=(7.5, 3))
axes[0].plot(range(1, 13), usual, "o-", color="#0072B2")
axes[0].set(title="Lo de cada año", xlabel="Mes", xticks=range(1, 13),
            ylabel="Temperatura media (°C)")
axes[1].plot(year + (month - 0.5) / 12, anomaly, color="#D55E00", lw=1)
axes[1].set(title="Lo que se sale", xlabel="Año", ylabel="Anomalía (°C)")
fig.tight_layout()

# %% [markdown]
# ### Paso 3 · ¿Quién gana, y a qué plazo?
#
# Cuatro rivales: la climatología; **la anomalía que se queda** («este mes hay un grado de más: el mes que viene, también»); y Ridge con
# 24 meses, de temperaturas tal cual o de anomalías.
#
# **Predice:** ¿quién ganará a un mes vista? ¿Y a doce?

# %%
def errors(horizon):
    """El MAE de los cuatro en los años noventa, en grados."""
    found = {}
    for name, values in (("Ridge", temperature),
                         ("Ridge, anomalías", anomaly)):
        x, when = windows(values, 24, horizon)
        fit, score = when < past.sum(), (year[when] // 10 == 199)
        model = Ridge().fit(x[fit], values[when[fit]])
        real = values[when[score]]
        found[name] = np.abs(model.predict(x[score]) - real).mean()
    stays = anomaly[when[score] - horizon]
    found["climatología"] = np.abs(real).mean()
    found["anomalía que se queda"] = np.abs(stays - real).mean()
    return found

# %% presenta=".iterrows, .idxmin"
table = pd.DataFrame({far: errors(far) for far in (1, 3, 6, 12)})
for name, row in table.iterrows():
    print(f"{name:<22}", "   ".join(f"{far:>2} m ≈ {error:.2f}"
                                    for far, error in row.items()))
gain = table.loc["anomalía que se queda"] - table.loc["Ridge, anomalías"]
print("¿Le saca Ridge más de 0.02 a la ingenua a 1 mes?", gain[1] > 0.02)
print("¿Y a 6?", gain[6] > 0.02)
print("a 12 meses, ¿gana la climatología a los otros tres?",
      table[12].idxmin() == "climatología")

# %% [markdown]
# **Qué observas.** A un mes, con sus veinticuatro pesos, la recta **empata** con quien dice «seguirá igual de raro». A seis meses sí gana. Y a un año,
# ninguno de los tres sabe más que el calendario: lo mejor es decir lo de siempre. Quien compare su modelo solo con
# la climatología creerá, a un mes, que ha hecho algo enorme.
#
# Dar a la recta las anomalías, en vez de las temperaturas, también ayuda: no gasta pesos en aprender las estaciones.
#
# ### ★ Ampliación · Paso 4 · Ejercicio 10.1.7
#
# En `eleccion`, un diccionario con lo que usarías a cada plazo **según la tabla**: para 1, 6 y 12 (meses), el nombre del que menos se equivoca, tal como
# está escrito en `table`, o, si el primero le saca menos de 0.02 al más simple que le sigue, el más simple. De más simple a menos:
# `"climatología"`, `"anomalía que se queda"`, `"Ridge, anomalías"`.

# %% tags=["ejercicio"]
# >>> eleccion = ...
eleccion = {1: "anomalía que se queda", 6: "Ridge, anomalías",
            12: "climatología"}
# <<<

# %%
check("10.1.7", eleccion)

# %% [markdown]
# ### Paso 5 · El examen, una vez
#
# Del 2000 al 2010, lo elegido:

# %%
recent = year >= 2000
x, when = windows(anomaly, 24, 6)
model = Ridge().fit(x[when < past.sum()], anomaly[when[when < past.sum()]])
score = recent[when]
six = np.abs(model.predict(x[score]) - anomaly[when[score]]).mean()
one = np.abs(anomaly[1:] - anomaly[:-1])[recent[1:]].mean()
print(f"a 1 mes, que se queda: {one:.2f} °C   a 6, Ridge ≈ {six:.2f} °C   "
      f"a 12, climatología: {np.abs(anomaly[recent]).mean():.2f} °C")

# %% [markdown] presenta="diferenciar"
# ## ★ Ampliación · ¿Y si la serie sube?
#
# Muchas series crecen: ventas, precios. Ahí «lo de siempre» se queda viejo. El remedio clásico es **diferenciar** (*differencing*): trabajar
# con lo que cambia de un paso al siguiente, o de un año al siguiente, y deshacerlo al final.
#
# ### ★ Ampliación · Ejercicio 10.1.8
#
# La serie `d` es `serie[k:] - serie[:-k]`. Escribe `deshacer(d, primeros)`: recibe `d` y los `k` primeros valores de `serie`
# (`k` es su longitud), y devuelve la serie entera, los primeros incluidos, como un array.

# %% tags=["ejercicio"]
def deshacer(d, primeros):
    # >>> return ...
    serie = list(primeros)
    for cambio in d:
        serie.append(serie[-len(primeros)] + cambio)
    return np.array(serie)
    # <<<

# %%
check("10.1.8", deshacer)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** A una serie horaria le faltan unas pocas horas sueltas. ¿Qué pasa si usas la fila de 24 más arriba como «ayer a esta hora»?
#
# - a) Nada: si faltan tan pocas, solo se estropean las filas de al lado del hueco.
# - b) Falla con un error al llegar al hueco.
# - c) Cada hueco estropea las 24 filas que vienen detrás, sin avisar.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("10.1.A1", respuesta_1)

# %% [markdown]
# **A2.** Una tienda vende entre 0 y 3 unidades al día de cada artículo. ¿Con qué medirías las predicciones?
#
# - a) Con la MAPE: un porcentaje lo entiende todo el mundo.
# - b) Con el MAE, comparado con el de una predicción ingenua.
# - c) Con la exactitud: cuántos días se acierta el número.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "b"
# <<<
check("10.1.A2", respuesta_2)

# %% [markdown]
# **A3.** Un modelo de vecinos tiene un MAE de 26 con validación cruzada barajada y de 35 examinado hacia delante. ¿Qué pondrás en el informe?
#
# - a) 35: es como se va a usar, sabiendo solo lo anterior.
# - b) 26: la validación cruzada usa todos los datos, y es más fiable.
# - c) La media de los dos.
# - d) 26, pero con un modelo lineal.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("10.1.A3", respuesta_3)

# %% [markdown]
# **A4.** Alguien predice la temperatura del mar del mes que viene con un error de 0.35 grados, cuando la climatología tiene 0.96. ¿Es un buen modelo?
#
# - a) Sí: se equivoca menos de la mitad.
# - b) No se sabe: falta compararlo con «la anomalía se queda igual».
# - c) No: el mar cambia más de 0.35 grados.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "b"
# <<<
check("10.1.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Cada valor, en su hora: un hueco desplaza todas las filas que vienen detrás, y nada avisa.
# - La autocorrelación dice qué se repite, y con ella se elige la ingenua: el listón. Sin él, un error no dice nada.
# - Una serie se vuelve tabla con ventanas: `ancho` valores para aprender, y la respuesta, `horizonte` pasos después.
# - Se examina hacia delante. Barajar regala las horas vecinas a quien puede recordarlas.
# - A cada plazo puede ganar uno distinto; a veces, el más simple.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 15.
# - Rob Hyndman y George Athanasopoulos, [*Forecasting: Principles and Practice*](https://otexts.com/fpp3/), 3.ª ed., gratis en línea.
# - pandas, [*Time series / date functionality*](https://pandas.pydata.org/docs/user_guide/timeseries.html).
# - scikit-learn, [*Cross validation of time series data*](https://scikit-learn.org/stable/modules/cross_validation.html#time-series-split).
