# %% [markdown]
# # 10.2 · La familia ARIMA
#
# | | |
# |---|---|
# | **Objetivos** | Decir cuánto dura un empujón en una serie; ajustar un modelo autorregresivo por mínimos cuadrados y predecir varios pasos; reconocer una media móvil por su autocorrelación; decidir cuántas veces se diferencia; ajustar un ARIMA y un SARIMA con statsmodels, y comprobar sus intervalos |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Las ventanas, la autocorrelación y las anomalías ({{series_temporales}}); los mínimos cuadrados ({{hasta_donde_se_acierta}}) |
# | **Datos** | La temperatura del mar de El Niño, mes a mes, de 1950 a 2010 (NOAA, dominio público), incluida en el curso |
# | **Práctica** | El Niño, sin quitarle las estaciones |
#
# Esta lección es **opcional**: necesita la biblioteca statsmodels (en Colab ya está; en tu equipo, `make series`). Lo que viene
# después no la usa.

# %%
import matplotlib.pyplot as plt
import numpy as np
from statsmodels.tsa.arima.model import ARIMA

from course_utils import check, hint, solution
from course_utils import load_el_nino

# %% [markdown] presenta="modelo autorregresivo, ruido blanco"
# ## 1 · ¿Cuánto dura un empujón?
#
# Un mes el mar se calienta sin motivo aparente. ¿Se nota al mes siguiente? ¿Y al otro? El modelo más simple dice que queda
# **una parte** de lo que había, y encima llega un empujón nuevo:
#
# $$x_t = \varphi\, x_{t-1} + e_t$$
#
# Los empujones $e_t$ son **ruido blanco**: azares sueltos, sin relación unos con otros. Como la serie se explica con ella misma, el
# modelo se llama **autorregresivo** (*autoregressive*), y con un solo valor anterior, AR(1).
#
# ### Ejercicio 10.2.1
#
# Escribe `simular_ar(fi, empujones)`: el primer valor es el primer empujón; cada uno de los demás, `fi` por el valor anterior, más su
# empujón. Devuelve un array tan largo como `empujones`.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes del código, con la calculadora y un solo empujón de 1: con 0.5, cuánto queda a los tres pasos; con 0.9; con 1. El error
# típico de 10.2.1 es multiplicar el empujón anterior en vez del valor anterior: eso es una media móvil, y viene luego.

# %% tags=["ejercicio"]
def simular_ar(fi, empujones):
    # >>> return ...
    valores = [empujones[0]]
    for empujon in empujones[1:]:
        valores.append(fi * valores[-1] + empujon)
    return np.array(valores)
    # <<<

# %%
check("10.2.1", simular_ar)

# %% [markdown]
# Los mismos empujones con tres valores de $\varphi$. **Predice:** ¿cómo se verá la serie con $\varphi = 1$, en la que no se olvida nada?

# %%
def autoregressive(phi, shocks):
    series = np.array(shocks)
    for t in range(1, len(series)):
        series[t] += phi * series[t - 1]
    return series

shocks = np.random.default_rng(1).normal(size=600)
fig, axes = plt.subplots(3, 1, figsize=(7.5, 5), sharex=True)
for ax, phi in zip(axes, (0.5, 0.9, 1.0)):
    ax.plot(autoregressive(phi, shocks)[:300], color="#0072B2", lw=1)
    ax.axhline(0, color="#333333", lw=0.8)
    ax.set(title=f"φ = {phi}", ylabel="Valor")
axes[-1].set_xlabel("Paso")
fig.tight_layout()

# %% [markdown] presenta="paseo aleatorio, estacionarias"
# **Qué observas.** Con 0.5 vuelve enseguida al cero; con 0.9, tarda; con 1, se va de paseo, y por eso se llama **paseo aleatorio** (*random
# walk*). Las dos primeras son **estacionarias**: su media y su dispersión no dependen de cuándo mires. La tercera, no.
#
# > **Lo que oirás por ahí: «en la gráfica se ve una tendencia clara».** En la de abajo también, y no hay ninguna: son empujones que se
# > suman. Mil paseos de 300 pasos, y una regla: «si en la primera mitad subió, seguirá subiendo»:

# %%
walks = np.random.default_rng(0).normal(size=(1000, 300)).cumsum(axis=1)
first = walks[:, 149] - walks[:, 0]
second = walks[:, 299] - walks[:, 149]
kept = (first > 0) == (second > 0)
print("subidas o bajadas de más de 10 en la primera mitad:",
      f"≈ {(np.abs(first) > 10).mean():.0%}")
print(f"siguen igual en la segunda: ≈ {kept.mean():.0%}")
print("¿Entre 45 % y 55 %?", bool(0.45 < kept.mean() < 0.55))

# %% [markdown]
# Más de uno de cada tres «tiene tendencia», y acertar si seguirá es echarlo a suertes.

# %% [markdown]
# ## 2 · ¿Cuántos meses hacen falta?
#
# En {{series_temporales}}, Ridge con 24 meses empató, a un mes vista, con la ingenua. ¿Hacían falta 24? Un AR(p) usa los `p` últimos
# valores, y sus `p` pesos salen por mínimos cuadrados, como los de cualquier recta (sin término suelto: la media de una anomalía es cero).
#
# ### Ejercicio 10.2.2
#
# Escribe `ajustar_ar(serie, p)`: los `p` pesos, en un array, **el del valor más reciente primero**. Para cada valor desde el de posición `p`, las
# características son los `p` anteriores. `np.linalg.lstsq(x, y, rcond=None)[0]` da los pesos.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El orden de los pesos es la trampa: dibuja la tabla con `p = 2` y cinco valores, y que escriban las filas a mano. Con la
# tabla de errores, la pregunta es por qué 24 pesos van peor que 2: hay menos de quinientos meses para aprender 24 números muy parecidos.

# %% tags=["ejercicio"]
def ajustar_ar(serie, p):
    # >>> return ...
    x = np.column_stack([serie[p - j:len(serie) - j]
                         for j in range(1, p + 1)])
    return np.linalg.lstsq(x, serie[p:], rcond=None)[0]
    # <<<

# %%
check("10.2.2", ajustar_ar)

# %% [markdown] presenta="numpy.dot"
# Para predecir **varios pasos**, se predice uno, se pone al final como si hubiera pasado, y se predice el siguiente. La suma de
# cada peso por su valor es `np.dot(pesos, valores)`.
#
# ### Ejercicio 10.2.3
#
# Escribe `predecir_ar(pesos, pasado, pasos)`: los `pasos` valores que siguen a `pasado` (un array), en un array. `pesos` viene como lo
# devuelve `ajustar_ar`: el primero multiplica al valor más reciente.

# %% tags=["ejercicio"]
def predecir_ar(pesos, pasado, pasos):
    # >>> return ...
    conocido = list(pasado)
    for _ in range(pasos):
        recientes = conocido[:-len(pesos) - 1:-1]
        conocido.append(np.dot(pesos, recientes))
    return np.array(conocido[len(pasado):])
    # <<<

# %%
check("10.2.3", predecir_ar)

# %% [markdown]
# Ahora con las anomalías del mar, calculadas como en {{series_temporales}}. Se aprende hasta 1989 y se compara en los años noventa.
# **Predice:** ¿cuántos pesos bastarán?

# %%
sea = load_el_nino()
temperature = sea["sea_temperature_c"].to_numpy()
month, year = sea["month"].to_numpy(), sea["year"].to_numpy()
past, nineties = year < 1990, np.flatnonzero(year // 10 == 199)
usual = np.array([temperature[past & (month == one)].mean()
                  for one in range(1, 13)])
anomaly = temperature - usual[month - 1]

def fit_ar(series, order):
    columns = [series[order - lag:len(series) - lag]
               for lag in range(1, order + 1)]
    return np.linalg.lstsq(np.column_stack(columns), series[order:],
                           rcond=None)[0]

# %%
def forecast(weights, known, steps):
    values = list(known[-len(weights):])
    for _ in range(steps):
        values.append(np.dot(weights, values[:-len(weights) - 1:-1]))
    return values[-1]

def ar_error(order, horizon, months=nineties):
    weights = fit_ar(anomaly[past], order)
    guesses = [forecast(weights, anomaly[:when - horizon + 1], horizon)
               for when in months]
    return np.abs(guesses - anomaly[months]).mean()

# %% tags=["resultado"]
errors = {order: [ar_error(order, far) for far in (1, 3, 6, 12)]
          for order in (1, 2, 6, 24)}
for order, row in errors.items():
    print(f"AR({order:<2})", "   ".join(
        f"{far:>2} m ≈ {error:.2f}"
        for far, error in zip((1, 3, 6, 12), row)))
print("los dos pesos de AR(2) ≈", fit_ar(anomaly[past], 2).round(2))
print("¿Gana AR(2) a AR(24) a los cuatro plazos?",
      bool((np.array(errors[2]) < errors[24]).all()))

# %% [markdown]
# **Qué observas.** Con **dos** números se predice mejor que con veinticuatro, y mejor que la Ridge de {{series_temporales}} a tres, seis y
# doce meses. El segundo peso es negativo: corrige un poco al primero. Con seis, lo mismo; con veinticuatro,
# peor: cada peso de más se aprende también del ruido.

# %% [markdown] presenta="media móvil"
# ## 3 · ¿Y si lo que queda es el empujón, y no el valor?
#
# Otra manera de recordar: un empujón se nota **exactamente** unos pasos, y después nada. Piensa en una entrega que llega tarde y se reparte en
# tres días. Se llama **media móvil** (*moving average*), MA(q), y no tiene que ver con suavizar:
#
# $$x_t = e_t + \theta_1 e_{t-1} + \dots + \theta_q e_{t-q}$$
#
# ### Ejercicio 10.2.4
#
# Escribe `simular_ma(tetas, empujones)`: cada valor es su empujón, más `tetas[0]` por el anterior, más `tetas[1]` por el de dos antes… De
# los que caerían antes del primero, nada. Devuelve un array tan largo como `empujones`.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La pregunta de la figura: «si solo os doy la serie, ¿cómo sabéis cuál es cuál?». Que lo digan mirando las barras antes de leer el
# párrafo. Quien conozca la convolución verá que una MA es una, con un núcleo de pesos 1, θ₁, θ₂.

# %% tags=["ejercicio"]
def simular_ma(tetas, empujones):
    # >>> return ...
    serie = np.array(empujones, dtype=float)
    for j, teta in enumerate(tetas, start=1):
        serie[j:] += teta * empujones[:-j]
    return serie
    # <<<

# %%
check("10.2.4", simular_ma)

# %% [markdown]
# ¿Cómo se distinguen, si solo se ve la serie? Con la autocorrelación. **Predice:** ¿a partir de qué distancia será cero la de la MA(2)?

# %%
def lag_correlation(values, k):
    return np.corrcoef(values[k:], values[:-k])[0, 1]

moving = shocks.copy()
moving[1:] += 0.8 * shocks[:-1]
moving[2:] += 0.6 * shocks[:-2]
lags = np.arange(1, 13)
fig, axes = plt.subplots(1, 2, figsize=(7.5, 3), sharey=True)
for ax, name, values in ((axes[0], "AR(1), φ = 0.9",
                          autoregressive(0.9, shocks)),
                         (axes[1], "MA(2), θ = 0.8 y 0.6", moving)):
    ax.bar(lags, [lag_correlation(values, k) for k in lags])
    ax.set(title=name, xlabel="Pasos de distancia", xticks=lags)
axes[0].set_ylabel("Autocorrelación")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** La AR baja poco a poco y no se corta; la MA(2) tiene dos barras, y las demás rondan el cero. Así se mira una serie
# antes de elegir. Las dos ideas juntas son la **ARMA(p, q)**: pesos para los últimos valores y para los últimos empujones.

# %% [markdown]
# ## 4 · ¿Cuántas veces se diferencia?
#
# Si la serie no es estacionaria, se diferencia (se resta a cada valor el anterior) y se modela lo que queda. Es la **I** de AR**I**MA, de «integrada»; la
# `d` de ARIMA(p, d, q) dice cuántas veces. Un paseo aleatorio y una recta con ruido:
#
# **Predice:** ¿la desviación estándar seguirá bajando con cada diferencia?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que apunten la columna del mínimo. La segunda parte de la observación es la que no está en los manuales cortos: la recta con
# ruido no necesita una diferencia, sino quitarle la recta; al diferenciarla, se fabrica una media móvil.

# %%
rng = np.random.default_rng(2)
noise = rng.normal(size=400)
kinds = {"un paseo": rng.normal(size=400).cumsum(),
         "una recta con ruido": 0.05 * np.arange(400) + noise}
for name, values in kinds.items():
    spread = [np.diff(values, times).std() for times in range(4)]
    print(f"{name:<20} desviación con 0, 1, 2 y 3 diferencias ≈",
          " ".join(f"{one:.1f}" for one in spread))
    print("   ¿la menor, con una?", int(np.argmin(spread)) == 1)
line = np.polyfit(np.arange(400), kinds["una recta con ruido"], 1)
left = kinds["una recta con ruido"] - np.polyval(line, np.arange(400))
print(f"la recta, quitada sin diferenciar: ≈ {left.std():.1f}")

# %% [markdown]
# **Qué observas.** La primera diferencia quita lo que sobra; la segunda y la tercera solo **añaden** ruido. Y en la recta con ruido, quitarle la recta deja menos
# que diferenciar.
#
# > **Lo que oirás por ahí: «diferencia hasta que la serie sea estacionaria; por si acaso, otra vez más».** Cada vez de más suma dos
# > azares donde había uno.

# %% [markdown] presenta="ARIMA, AIC"
# ## 5 · ¿Y todo junto?
#
# `ARIMA(serie, order=(p, d, q))` prepara el modelo, y `.fit()` busca sus números (los que hacen más probable lo que pasó: **máxima
# verosimilitud**). Primero, que el AR(2) de la biblioteca sea el nuestro; y después, a elegir. El **AIC** premia explicar bien lo aprendido y castiga cada
# número de más: cuanto menor, mejor.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La tabla es la discusión: el AIC elige (2, 0, 1), y hacia delante, a doce meses, va peor que la climatología. No es que el AIC esté
# mal: contesta a otra pregunta (el paso siguiente, en lo ya visto).

# %% presenta="statsmodels.tsa.arima.model.ARIMA, trend=, .params"
library = ARIMA(anomaly[past], order=(2, 0, 0), trend="n").fit()
print("nuestros pesos ≈", fit_ar(anomaly[past], 2).round(2),
      "  los de statsmodels ≈", library.params[:2].round(2))
print("¿Los mismos, salvo 0.02?", bool(np.allclose(
    fit_ar(anomaly[past], 2), library.params[:2], atol=0.02)))

# %% presenta=".aic, .apply, .get_prediction, .predicted_mean, dynamic="
def exam(order, horizon):
    """Ajusta hasta 1989 y predice los noventa, a ese horizonte."""
    fitted = ARIMA(anomaly[past], order=order, trend="n").fit()
    model = fitted.apply(anomaly)  # los mismos números, con toda la serie
    guesses = [model.get_prediction(start=when - horizon + 1, end=when,
                                    dynamic=0).predicted_mean[-1]
               for when in nineties]
    return fitted.aic, np.abs(guesses - anomaly[nineties]).mean()

# %%
board = {}
for order in ((1, 0, 0), (2, 0, 0), (3, 0, 0), (2, 0, 1), (0, 1, 0)):
    (aic, one), (_, twelve) = exam(order, 1), exam(order, 12)
    board[order] = aic, one, twelve
    print(f"{order}   AIC ≈ {aic:5.0f}   a 1 mes ≈ {one:.2f}   "
          f"a 12 ≈ {twelve:.2f}")
print("el de menor AIC:", min(board, key=lambda o: board[o][0]))
print("el mejor a 12 meses:", min(board, key=lambda o: board[o][2]))

# %% [markdown]
# **Qué observas.** (0, 1, 0) es el paseo: la anomalía que se queda. El de menor AIC no es el mejor a doce meses: el AIC mira el paso siguiente, y en los datos de aprender. Para
# elegir, **examina hacia delante y a tu plazo**.
#
# Una ventaja de verdad de esta familia: da **intervalos**. Al 95 %, lo que pasa debería caer dentro 95 de cada 100 veces. Eso se comprueba.
#
# ### Ejercicio 10.2.5
#
# Escribe `cobertura(reales, bajos, altos)`: la parte de los valores reales que cae dentro de su intervalo, con los bordes dentro. Los tres son arrays.

# %% tags=["ejercicio"]
def cobertura(reales, bajos, altos):
    # >>> return ...
    return ((bajos <= reales) & (reales <= altos)).mean()
    # <<<

# %%
check("10.2.5", cobertura)

# %% presenta=".conf_int"
model = library.apply(anomaly)
ahead = model.get_prediction(start=int(past.sum()))
low, high = ahead.conf_int(alpha=0.05).T
real = anomaly[~past]
inside = (low <= real) & (real <= high)
when = year[~past] + (month[~past] - 0.5) / 12
fig, ax = plt.subplots(figsize=(7.5, 3.2))
ax.fill_between(when, low, high, color="#56B4E9", alpha=0.5,
                label="intervalo del 95 %")
ax.plot(when[inside], real[inside], ".", color="#0072B2", label="dentro")
ax.plot(when[~inside], real[~inside], "X", color="#D55E00", label="fuera")
ax.set(title="A un mes vista", xlabel="Año", ylabel="Anomalía (°C)")
ax.legend()
fig.tight_layout()

# %%
print(f"dentro: ≈ {inside.mean():.1%}")
print("¿Entre 90 % y 95 %?", bool(0.90 < inside.mean() < 0.95))

# %% [markdown]
# **Qué observas.** Un poco menos de lo prometido. El intervalo supone empujones siempre igual de fuertes y repartidos en campana; los de
# verdad tienen, de vez en cuando, uno enorme: mira el arranque de 1997.

# %% [markdown]
# ## Errores frecuentes
#
# **Predecir varios pasos con lo que aún no ha pasado.** `predict` sobre la serie entera da, para cada mes, la predicción **de un paso**, que conoce el
# mes anterior. No es la de doce meses, aunque la figura cubra doce:

# %%
year_1997 = np.flatnonzero(year == 1997)
one_by_one = model.predict(start=year_1997[0], end=year_1997[-1])
in_january = model.get_prediction(start=year_1997[0], end=year_1997[-1],
                                  dynamic=0).predicted_mean
for name, guess in (("paso a paso", one_by_one),
                    ("arreglado, todo desde enero", in_january)):
    wrong = np.abs(guess - anomaly[year_1997]).mean()
    print(f"{name:<28} error ≈ {wrong:.2f} °C")

# %% [markdown]
# ### ★ Ampliación · Olvidar las estaciones
#
# Con las temperaturas tal cual, un ARIMA(2, 0, 0) toma el verano por un empujón:

# %%
forgetful = ARIMA(temperature[past], order=(2, 0, 0)).fit()
guess = forgetful.apply(temperature).predict(start=int(past.sum()))
fixed = model.predict(start=int(past.sum()))
print(f"temperaturas: error a un mes ≈ "
      f"{np.abs(guess - temperature[~past]).mean():.2f} °C")
print(f"arreglado, anomalías: ≈ {np.abs(fixed - real).mean():.2f} °C")

# %% [markdown] presenta="SARIMA"
# ## Práctica: El Niño, sin quitarle las estaciones
#
# Restar la climatología es cosa tuya. El **SARIMA** lo hace por dentro: además de `order=(p, d, q)` lleva `seasonal_order=(P, D, Q, s)`, lo mismo
# pero **de año en año** (`s` = 12 pasos). `D = 1` resta a cada mes el mismo mes del año anterior.
#
# ### Paso 1 · Ejercicio 10.2.6
#
# Prepara en `sarima`, **sin ajustarlo**, el modelo de `temperature[past]` con dos valores anteriores (p = 2), sin diferencias ni empujones de mes
# a mes, y de año en año, una diferencia y un empujón (Q = 1).

# %% [markdown] tags=["docente"]
# **{{minutos}}** con la autoevaluación. En 10.2.6, el lío es de posiciones: que escriban primero en palabras cada número. El resultado conviene dejarlo en el
# aire un momento: tanto trabajo, y empata con restar las doce medias a mano.

# %% tags=["ejercicio"]
# >>> sarima = ...
sarima = ARIMA(temperature[past], order=(2, 0, 0),
               seasonal_order=(0, 1, 1, 12))
# <<<

# %%
check("10.2.6", sarima)

# %% [markdown]
# ### Paso 2 · ¿Empata con restar a mano?
#
# Tu AR(2) de anomalías tiene las doce medias, restadas, y dos pesos.

# %%
seasonal = ARIMA(temperature[past], order=(2, 0, 0),
                 seasonal_order=(0, 1, 1, 12)).fit().apply(temperature)
gaps = []
for far in (1, 3, 6, 12):
    guesses = [seasonal.get_prediction(start=when - far + 1, end=when,
                                       dynamic=0).predicted_mean[-1]
               for when in nineties]
    found = np.abs(guesses - temperature[nineties]).mean()
    gaps.append(found - ar_error(2, far))
    print(f"a {far:>2} meses: SARIMA ≈ {found:.2f}   "
          f"AR(2) de anomalías ≈ {ar_error(2, far):.2f}")
print("¿Se separan más de 0.03 a algún plazo?",
      bool(np.abs(gaps).max() > 0.03))

# %% [markdown]
# **Qué observas.** Empatan. Lo suyo habría sido raro que no: los dos quitan lo de cada año y dan dos pesos a lo que queda. El SARIMA ahorra pensar cómo,
# y se agradece cuando las estaciones cambian con los años.
#
# ### Paso 3 · ¿Queda algo que aprender?
#
# Si el modelo ya sacó todo lo que se podía de la serie, sus errores (los **residuos**) son ruido blanco: su autocorrelación ronda el cero. Con $n$ valores, el azar se
# queda casi siempre entre $\pm 2/\sqrt{n}$.

# %% presenta=".resid, .axhspan"
residuals = library.resid[2:]
edge = 2 / np.sqrt(len(residuals))
alike = [lag_correlation(residuals, k) for k in lags]
fig, ax = plt.subplots(figsize=(7, 3))
ax.bar(lags, alike, color="#0072B2")
ax.axhspan(-edge, edge, color="#E69F00", alpha=0.3,
           label="lo que haría el azar")
ax.set(title="Los residuos del AR(2)", xlabel="Meses de distancia",
       ylabel="Autocorrelación", ylim=(-0.5, 0.5), xticks=lags)
ax.legend()
fig.tight_layout()
print("las doce, ¿por debajo de 0.15?", bool(np.abs(alike).max() < 0.15))

# %% [markdown]
# **Qué observas.** Son ruido, o casi. De esta serie, mirando solo sus meses anteriores, una recta no puede sacar mucho más; para mejorar haría
# falta **otra** información: los vientos, el mar al oeste.
#
# ### Paso 4 · El examen, una vez
#
# Del 2000 al 2010, con el AR(2) y la climatología:

# %%
recent = np.flatnonzero(year >= 2000)
for far in (1, 6, 12):
    print(f"a {far:>2} meses: AR(2) ≈ {ar_error(2, far, recent):.2f}   "
          f"climatología ≈ {np.abs(anomaly[recent]).mean():.2f}")

# %% [markdown]
# A un mes, claro; a seis, ya no: fueron años tranquilos, y la climatología acierta más. El listón de un año no sirve para otro.

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Con $\varphi = 0.5$ llega un empujón de 8 y ninguno más. ¿Qué queda tres pasos después?
#
# - a) 0.
# - b) 1.
# - c) 4.
# - d) 8.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("10.2.A1", respuesta_1)

# %% [markdown]
# **A2.** La autocorrelación de una serie es 0.5 a un paso y, de dos en adelante, ronda el cero. ¿Qué parece?
#
# - a) Un paseo aleatorio.
# - b) Un AR(1) con $\varphi = 0.5$.
# - c) Una MA(1).

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "c"
# <<<
check("10.2.A2", respuesta_2)

# %% [markdown]
# **A3.** El precio de una acción se parece mucho a un paseo aleatorio. ¿Cuál es la mejor predicción para mañana, mirando solo los precios anteriores?
#
# - a) El de hoy.
# - b) La media de todos.
# - c) El de hoy más lo que subió ayer.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("10.2.A3", respuesta_3)

# %% [markdown]
# **A4.** ¿Qué modelo predice cada mes con el anterior y con el mismo mes de hace un año?
#
# - a) ARIMA(1, 0, 12).
# - b) ARIMA(1, 0, 0) con `seasonal_order=(1, 0, 0, 12)`.
# - c) ARIMA(0, 1, 1) con `seasonal_order=(0, 0, 0, 12)`.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "b"
# <<<
check("10.2.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - AR: queda una parte de lo que había. MA: los empujones se notan unos pasos. I: antes se diferencia, las veces justas.
# - Dos pesos bien puestos ganan a veinticuatro. Un paseo aleatorio parece tener tendencia, y no la tiene.
# - El AIC elige para el paso siguiente; para tu plazo, examina hacia delante.
# - Un intervalo es una promesa: se cuenta cuántas veces se cumple.
# - Si los residuos son ruido, a la serie sola no le queda casi nada que decir.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 15.
# - Rob Hyndman y George Athanasopoulos, [*Forecasting: Principles and Practice*](https://otexts.com/fpp3/arima.html), 3.ª ed., capítulo 9.
# - statsmodels, [*ARIMA*](https://www.statsmodels.org/stable/generated/statsmodels.tsa.arima.model.ARIMA.html).
