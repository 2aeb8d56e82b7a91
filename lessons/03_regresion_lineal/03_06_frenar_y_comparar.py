# %% [markdown]
# # 3.6 · Frenar y comparar: ¿cuándo no hace falta una red?
#
# | | |
# |---|---|
# | **Objetivos** | Medir con validación cruzada, media y variación; comparar dos modelos de forma pareada, pliegue a pliegue y coche a coche, y dar un veredicto honesto; frenar un polinomio con Ridge y con Lasso, y elegir cuánto; decidir si hace falta una red |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Consumo de gasolina (lección {{consumo_de_gasolina}}); la ecuación normal ({{tu_primera_red}}); *bootstrap* ({{umbrales}}) y comparación pareada ({{precios_de_casas}}); sobreajuste y curvas de aprendizaje ({{sobreajuste}}) |
# | **Datos** | Auto-MPG: casi cuatrocientos modelos de coche de 1970 a 1982 (CC BY 4.0), incluidos en el curso |
# | **Práctica** | Práctica 8.5: el consumo de un coche; se abre el sobre |

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.compose import make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import Lasso, LinearRegression, Ridge
from sklearn.metrics import root_mean_squared_error
from sklearn.model_selection import KFold, cross_val_predict, learning_curve
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, PolynomialFeatures
from sklearn.preprocessing import StandardScaler

from course_utils import check, hint, solution
from course_utils import bootstrap_interval, load_auto_mpg
from course_utils import paired_difference, plot_predicted_vs_actual
from course_utils import quiet_tensorflow, regression_summary, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras

# %% [markdown]
# ## 1 · ¿Cuánto me creo un promedio?
#
# Volvemos a los coches de la lección {{consumo_de_gasolina}}: 318 para aprender y 80 en un sobre, todavía cerrado. El
# *pipeline* rellena huecos, escala, añade potencias hasta un grado y codifica el origen. Con grado 2 salen treinta
# columnas; con grado 3, casi noventa. ¿Cuál es mejor, y por cuánto? ¿Y haría falta una red?

# %%
NUMERIC = ["cylinders", "displacement_cu_in", "horsepower", "weight_lb",
           "acceleration_s", "model_year"]
cars = load_auto_mpg()
km_l = cars["mpg"] * 1.609344 / 3.785411784
x_train, x_test, y_train, y_test = train_test_split(
    cars[NUMERIC + ["origin"]], km_l, test_size=80, random_state=42)
print(len(x_train), "coches para aprender y", len(x_test), "en el sobre")

# %%
def make_columns(degree=1):
    """Números: rellenar, escalar, elevar y volver a escalar. Origen:
    columnas de 0 y 1."""
    numbers = make_pipeline(
        SimpleImputer(strategy="median"), StandardScaler(),
        PolynomialFeatures(degree, include_bias=False), StandardScaler())
    return make_column_transformer((numbers, NUMERIC),
                                   (OneHotEncoder(handle_unknown="ignore"),
                                    ["origin"]))

# %% [markdown]
# Antes de comparar, la regla de medir. Un mismo modelo, la recta, y veinte repartos al azar de los **mismos** coches.
#
# **Predice:** ¿cuánto cambiará su error de un reparto a otro: un 1 %, un 10 %, más de un 20 %?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Deja que alguien defienda el mejor reparto como «el resultado». En 3.6.1 el error clásico es
# entrenar con todo fuera del ciclo: el corrector lo detecta porque sale un RMSE demasiado bueno.

# %%
line = make_pipeline(make_columns(), LinearRegression())
luck = []
for seed in range(20):
    a, b, y_a, y_b = train_test_split(x_train, y_train, test_size=32,
                                      random_state=seed)
    luck.append(regression_summary(y_b, line.fit(a, y_a).predict(b)).rmse)

print(f"la misma recta: de {min(luck):.2f} a {max(luck):.2f} km/l, "
      "según a quién le toque examen")
print("¿Cambia más de un 20 %?", max(luck) > 1.2 * min(luck))

# %% [markdown] presenta="validación cruzada, .iloc"
# **Qué observas.** Quien publica un solo reparto publica, en parte, su suerte. La **validación cruzada**
# (*cross-validation*) de la lección {{maneras_de_aprender}} hace diez exámenes con turnos: cada coche se examina una vez, con
# un modelo que no lo vio. `KFold(10, shuffle=True)` baraja y reparte. Se cuenta la **media** y **cuánto
# baila** (la desviación entre pliegues).
#
# ### Ejercicio 3.6.1
#
# Escribe `rmse_por_pliegue(model, x, y, pliegues)`. `x` es un DataFrame, `y` una Series y `pliegues` una
# lista de parejas `(aprender, examinar)` de arrays de **posiciones**. Para cada pareja, entrena con las
# filas de `aprender` (`x.iloc[aprender]`, `y.iloc[aprender]`) y calcula el RMSE en las de `examinar`.
# Devuelve un array con un RMSE por pliegue, en orden.

# %% tags=["ejercicio"]
def rmse_por_pliegue(model, x, y, pliegues):
    # >>> return ...
    resultado = []
    for aprender, examinar in pliegues:
        model.fit(x.iloc[aprender], y.iloc[aprender])
        errores = y.iloc[examinar] - model.predict(x.iloc[examinar])
        resultado.append(np.sqrt((errores**2).mean()))
    return np.array(resultado)
    # <<<

# %%
check("3.6.1", rmse_por_pliegue)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("3.6.1")` da una pista (y otra, si
# insistes), y `solution("3.6.1")` muestra una solución.
#
# En scikit-learn el ciclo lo hace `cross_val_predict`: la respuesta a cada coche, del modelo que no lo vio. De ahí
# sale el RMSE de cada pliegue.

# %%
# siempre los mismos
folds = list(KFold(10, shuffle=True, random_state=42).split(x_train))

def by_fold(answers):
    """El RMSE de cada pliegue, a partir de la respuesta a cada coche."""
    return np.array(
        [root_mean_squared_error(y_train.iloc[exam], answers[exam])
         for _, exam in folds])

# %% presenta="sklearn.model_selection.cross_val_predict"
answers = {}
for degree in (1, 2, 3):
    model = make_pipeline(make_columns(degree), LinearRegression())
    name = f"grado {degree}"
    answers[name] = cross_val_predict(model, x_train, y_train, cv=folds)
    values = by_fold(answers[name])
    print(f"{name}: "
          f"RMSE ≈ {values.mean():.2f} ± {values.std(ddof=1):.2f} km/l, "
          f"peor pliegue ≈ {values.max():.2f}")

# %% [markdown]
# **Qué observas.** El grado 2 sale mejor, de media, que la recta. El grado 3 acierta en unos pliegues y en otro se
# estrella: mira su peor examen. (Con otros barajados el golpe suele ser menor.) Una media con un ± enorme es un aviso.
# ¿Es mejor el grado 2, o ha tenido suerte? Esa pregunta es de la sección 3. Antes, un freno para el grado 3.

# %% [markdown] presenta="curvas de aprendizaje"
# ### ★ Ampliación · ¿Le faltan coches o le sobra libertad?
#
# Las **curvas de aprendizaje** (*learning curves*) de la lección {{sobreajuste}}, ahora con `learning_curve` sobre el
# *pipeline* entero.

# %% presenta="sklearn.model_selection.learning_curve"
curves = {}
for degree in (1, 2):
    curves[degree] = learning_curve(
        make_pipeline(make_columns(degree), LinearRegression()), x_train,
        y_train, cv=folds, train_sizes=[60, 90, 130, 180, 230, 286],
        shuffle=True, random_state=0, scoring="neg_root_mean_squared_error")

# %%
fig, axes = plt.subplots(1, 2, figsize=(7.5, 2.9), sharey=True)
for ax, degree in zip(axes, curves, strict=True):
    sizes, train_scores, valid_scores = curves[degree]
    low, high = -train_scores.mean(axis=1), -valid_scores.mean(axis=1)
    ax.plot(sizes, high, "o-", color="#D55E00", label="en coches nuevos")
    ax.plot(sizes, low, "s--", color="#0072B2", label="en sus coches")
    ax.set(title=f"Grado {degree}", xlabel="Coches para aprender",
           ylim=(0, 3))
    print(f"grado {degree}, separación: "
          f"con 60 coches ≈ {high[0] - low[0]:.2f}, "
          f"con 286 ≈ {high[-1] - low[-1]:.2f} km/l; "
          f"¿menos de 0.1? {bool(high[-1] - low[-1] < 0.1)}")
axes[0].set_ylabel("RMSE (km/l)")
axes[0].legend()
fig.tight_layout()

# %% [markdown]
# **Qué observas.** A la izquierda las curvas ya se juntaron: a la recta no le faltan coches, le falta
# flexibilidad. A la derecha siguen separadas: al grado 2 le vendrían bien más coches. No los hay. Queda
# el freno.

# %% [markdown] presenta="Ridge, Lasso, numpy.logspace, numpy.log10"
# ## 2 · ¿Cómo se frena un polinomio sin quitarle el grado?
#
# Con una multa. La **regularización** (*regularization*) suma a la pérdida el tamaño de los pesos:
#
# - **Ridge** suma $\alpha \sum w_j^2$: encoge todos los pesos.
# - **Lasso** suma $\alpha \sum |w_j|$: también encoge, y algunos los deja **exactamente** en cero.
#
# (No compares el $\alpha$ de uno con el del otro: scikit-learn mide el error de Lasso como media y el de
# Ridge como suma, así que están en escalas distintas.)
#
# **Predice:** al subir $\alpha$, ¿cómo se acercarán a cero los pesos de cada uno? (`np.logspace(-1, 4, 21)`
# son 21 números de $10^{-1}$ a $10^4$ que avanzan multiplicando; `np.log10` devuelve el exponente.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que cada quien siga con el dedo una línea de cada panel. Por qué Lasso llega a cero: la
# pendiente de $|w|$ no se apaga cerca de cero, la de $w^2$ sí. En 3.6.2, quien multiplique `alfa` por una
# matriz de unos en lugar de por `np.eye` recibirá su mensaje.

# %% presenta="sklearn.linear_model.Ridge, sklearn.linear_model.Lasso"
z_train = make_columns(2).fit_transform(x_train)
alphas = {Ridge: np.logspace(-1, 4, 21), Lasso: np.logspace(-2, 0.5, 21)}

fig, axes = plt.subplots(1, 2, figsize=(7.5, 3), sharey=True)
for ax, (kind, values) in zip(axes, alphas.items(), strict=True):
    settings = {"max_iter": 100_000} if kind is Lasso else {}
    paths = [kind(alpha=alpha, **settings).fit(z_train, y_train).coef_
             for alpha in values]
    ax.plot(np.log10(values), paths, color="#0072B2", alpha=0.5,
            linewidth=1)
    ax.axhline(0, color="#999999", linewidth=1)
    ax.set(title=f"{kind.__name__}: 30 pesos",
           xlabel="log₁₀(α): más freno →", ylim=(-3, 3))
axes[0].set_ylabel("Peso de cada columna")
fig.tight_layout()

# %% [markdown]
# > **Lo que oirás por ahí: «Ridge y Lasso son casi lo mismo».** Predicen parecido. Contemos los pesos que
# > valen cero exacto.

# %%
fitted = {"Ridge, α = 10": Ridge(alpha=10).fit(z_train, y_train),
          "Lasso, α = 0.03": Lasso(alpha=0.03, max_iter=100_000)
          .fit(z_train, y_train)}
for name, model in fitted.items():
    zeros = np.sum(model.coef_ == 0)
    print(f"{name:<16} pesos a cero ≈ {zeros} de {len(model.coef_)}   "
          f"¿más de 8? {zeros > 8}")

# %% [markdown] presenta="numpy.eye"
# **Qué observas.** Ridge no apaga ninguno; Lasso apaga muchos, y el modelo que queda se puede leer. Con
# columnas que cuentan casi lo mismo (peso, cilindrada, potencia), Ridge reparte el trabajo entre ellas y
# Lasso tiende a quedarse con alguna: que un peso sea cero no prueba que esa columna no importe.
#
# A mano, Ridge es la ecuación normal de la lección {{tu_primera_red}} con $\alpha$ sumado en la diagonal (con las columnas y el
# objetivo centrados, para no multar al sesgo):
#
# $$w = (X^\top X + \alpha I)^{-1} X^\top y$$
#
# $I$ es la matriz identidad, con unos en la diagonal y ceros fuera; en NumPy, `np.eye(d)`.

# %% [markdown]
# ### ★ Ampliación · Ejercicio 3.6.2
#
# Escribe `ridge(x, y, alfa)`: `x` es un array `(n, d)`, `y` un array `(n,)`, los dos ya centrados, y `alfa`,
# un número. Devuelve los `d` pesos de esa fórmula, un array `(d,)`. `np.linalg.solve(A, b)` resuelve $Aw = b$.

# %% tags=["ejercicio"]
def ridge(x, y, alfa):
    # >>> return ...
    return np.linalg.solve(x.T @ x + alfa * np.eye(x.shape[1]), x.T @ y)
    # <<<

# %%
check("3.6.2", ridge)

# %% [markdown]
# ### ¿Y cuánto freno?
#
# Como el grado: **el que diga la validación cruzada**.

# %%
brakes = [(Ridge, 2, np.logspace(-1, 3.5, 8)),
          (Ridge, 3, np.logspace(-1, 3.5, 8)),
          (Lasso, 2, np.logspace(-2, 0.3, 6))]

# %%
fig, axes = plt.subplots(1, 3, figsize=(7.5, 2.8), sharey=True)
for ax, (kind, degree, values) in zip(axes, brakes, strict=True):
    settings = {"max_iter": 100_000} if kind is Lasso else {}
    tried = [cross_val_predict(make_pipeline(make_columns(degree),
                                             kind(alpha=a, **settings)),
                               x_train, y_train, cv=folds) for a in values]
    means = [by_fold(each).mean() for each in tried]
    name = f"{kind.__name__}, grado {degree}"
    answers[name] = tried[np.argmin(means)]
    ax.plot(np.log10(values), means, "o-", color="#0072B2")
    ax.set(title=name, xlabel="log₁₀(α): más freno →")
    print(f"{name}: RMSE ≈ {min(means):.2f} km/l, "
          f"con α ≈ {values[np.argmin(means)]:.2f}")
axes[0].set_ylabel("RMSE medio (km/l)")
fig.tight_layout()

# %%
means = {name: by_fold(each).mean() for name, each in answers.items()}
print("¿Tiene el grado 3 con freno la media más baja?",
      bool(means["Ridge, grado 3"] == min(means.values())))
print("¿Le quita el freno más de un 10 % del error?",
      bool(means["Ridge, grado 3"] < 0.9 * means["grado 3"]))

# %% [markdown]
# **Qué observas.** Cada curva tiene su fondo: sin freno sobra libertad, con demasiado no queda modelo. El
# fondo es ancho: entre un $\alpha$ y el triple apenas hay diferencia, así que no merece la pena afinarlo. Y mira el
# grado 3: el que se estrellaba, con freno tiene la media más baja de todas. (Una nota elegida entre tantas sale un poco
# optimista: son los mismos exámenes con los que se elige. Por eso hay un sobre.)
#
# ### Ejercicio 3.6.3
#
# Escribe `mejor_alfa(alfas, errores)`: `alfas` es una lista de `a` números y `errores`, un array de forma
# `(a, k)`, con el RMSE de cada alfa (fila) en cada pliegue (columna). Devuelve el **alfa** con menor RMSE
# **medio**.

# %% tags=["ejercicio"]
def mejor_alfa(alfas, errores):
    # >>> return ...
    return alfas[errores.mean(axis=1).argmin()]
    # <<<

# %%
check("3.6.3", mejor_alfa)

# %% [markdown]
# ## 3 · ¿Cuál es mejor de verdad?
#
# Hasta aquí hemos mirado medias. Comparemos la recta con la «curva», el grado 3 con Ridge y $\alpha = 10$. Los dos se
# han examinado en **los mismos diez pliegues**; dibujemos sus errores, pliegue a pliegue.
#
# **Predice:** ¿subirán y bajarán cada uno por su lado, o juntos?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Tapa la figura con la mano y deja ver solo los dos ±: todos dirán «empate». La regla «diferencia media
# mayor que lo que baila» no es capricho: con diez pliegues casi coincide con la prueba *t* corregida de Nadeau y
# Bengio al 5 % ($2.26\sqrt{1/10 + 1/9} = 1.04$ desviaciones), que tiene en cuenta que los pliegues
# comparten datos. Con otro número de pliegues el listón cambia. Pedir además el intervalo por coches es prudencia.

# %%
curve = make_pipeline(make_columns(3), Ridge(alpha=10))
answers["recta"] = answers["grado 1"]
answers["curva"] = cross_val_predict(curve, x_train, y_train, cv=folds)
straight, bent = by_fold(answers["recta"]), by_fold(answers["curva"])

fig, ax = plt.subplots(figsize=(7, 3.2))
ax.plot(range(1, 11), straight, "s--", color="#D55E00", label="recta")
ax.plot(range(1, 11), bent, "o-", color="#0072B2", label="curva")
ax.set(title="Los mismos diez exámenes", xlabel="Pliegue",
       xticks=range(1, 11), ylabel="RMSE (km/l)")
ax.legend(loc="lower left")
fig.tight_layout()

# %%
gain, wobble = straight - bent, [each.std(ddof=1)
                                 for each in (straight, bent)]
print(f"recta ≈ {straight.mean():.2f} ± {wobble[0]:.2f} km/l")
print(f"curva ≈ {bent.mean():.2f} ± {wobble[1]:.2f} km/l")
apart = np.sqrt(wobble[0]**2 + wobble[1]**2)  # si no compartieran la suerte
print(f"recta − curva: media ≈ {gain.mean():.2f}; la resta baila "
      f"≈ {gain.std(ddof=1):.2f}, "
      f"y con suertes separadas, ≈ {apart:.2f} km/l")
print("¿Se solapan los dos ±?", bool(gain.mean() < sum(wobble)))
print("¿Baila la resta menos de 0.9 veces eso?",
      bool(gain.std(ddof=1) < 0.9 * apart))
print("¿Gana la curva en 7 pliegues o más?", bool((gain > 0).sum() >= 7))

# %% [markdown] presenta="comparación pareada"
# **Qué observas.** Las dos líneas suben y bajan casi siempre **juntas**: hay pliegues difíciles y pliegues fáciles, y
# lo son para los dos. Ese vaivén es la suerte del reparto, y la comparten. (Con suertes separadas
# se sumarían sus varianzas.)
#
# > **Lo que oirás por ahí: «si los ± se solapan, no hay diferencia».** El ± de cada modelo mide lo distintos que son
# > los pliegues. Al **restar, pliegue a pliegue**, esa suerte común se cancela, y queda lo que importa para comparar.
# > Es la comparación **pareada** (*paired*) de la lección {{precios_de_casas}}, ahora por pliegues.
#
# Nuestro listón, para diez pliegues: hay ganador si la diferencia media es **mayor que lo que baila la
# diferencia** (su desviación). Si no, empate.
#
# ### Ejercicio 3.6.4
#
# Escribe `veredicto(errores_a, errores_b)`: recibe dos arrays con el RMSE de dos modelos en los mismos
# pliegues y devuelve `"a"`, `"b"` o `"empate"`. Resta pliegue a pliegue; si el tamaño de la media **no
# supera** la desviación (`.std(ddof=1)`) de la resta, es empate. Si la supera, gana quien tiene menos error.

# %% tags=["ejercicio"]
def veredicto(errores_a, errores_b):
    # >>> return ...
    resta = errores_a - errores_b
    if abs(resta.mean()) <= resta.std(ddof=1):
        return "empate"
    return "a" if resta.mean() < 0 else "b"
    # <<<

# %%
check("3.6.4", veredicto)

# %% [markdown] presenta="course_utils.paired_difference, .value, .low, .high"
# La otra manera es **coche a coche**, con el *bootstrap*, como con los distritos de aquella lección:
# `paired_difference` saca muchas muestras de los 318 coches, mide los **dos** modelos en cada una y apunta la resta. Da
# la diferencia (`value`) y su intervalo, de `low` a `high`. Si el 0 queda fuera, no parece solo suerte de los coches
# que tocaron en el examen.
#
# Cada manera ve una suerte: la de los coches, solo a quién se examinó; la de los pliegues, también con quién se
# aprendió. Diremos que un modelo **gana** cuando lo digan las dos.

# %%
def compare(a, b):
    """Cuánto más se equivoca el primero, en los mismos coches."""
    gap = by_fold(answers[a]) - by_fold(answers[b])
    mean, wobble = gap.mean(), gap.std(ddof=1)
    found = paired_difference(root_mean_squared_error, y_train, answers[a],
                              answers[b])
    wins = abs(mean) > wobble and (found.low > 0 or found.high < 0)
    print(f"{a} − {b}: ≈ {mean:+.2f}, baila ≈ {wobble:.2f}; por coches, "
          f"de ≈ {found.low:+.2f} a ≈ {found.high:+.2f} km/l\n"
          f"   con las dos: {'hay ganador' if wins else 'empate'}")

compare("recta", "curva")
compare("recta", "grado 2")
compare("Ridge, grado 2", "Lasso, grado 2")
compare("Ridge, grado 2", "curva")

# %% [markdown]
# **Qué observas.** La curva gana a la recta de las dos maneras. Barajando otra vez estos mismos coches, coche a coche
# gana siempre; por pliegues, casi siempre. De lo demás no se puede decir tanto. El grado 2 sin freno está en el límite:
# coche a coche falla menos que la recta, pero de un pliegue a otro la ventaja baila más de lo que mide; con otra
# baraja, unas veces gana y otras empata. Y entre Ridge y Lasso, o entre el grado 2 y el 3 con freno, estos coches no
# distinguen. Ante un empate toca el más sencillo, el grado 2 con freno. Seguimos con la curva porque es la que se
# comparó con la recta; el otro habría servido igual.
#
# ## 4 · ¿Hace falta una red?
#
# Un candidato más, en **los mismos diez pliegues**: una red pequeña, de 32 y 16 neuronas con ReLU, con las mismas
# columnas de la recta.
#
# **Predice:** ordena la recta, la curva y la red. ¿Por cuánto ganará la primera?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La red tarda unos 20 s. Que escriban el veredicto en una frase **antes** de leer el nuestro: «gana»,
# «empata» o «no se distingue con estos datos», y con qué dos números lo dicen.

# %%
def net_answers(learn, exam):
    """Lo que responde la red en un pliegue;
    rellena y escala solo con las filas de aprender."""
    columns = make_columns()
    z_learn = columns.fit_transform(x_train.iloc[learn])
    z_exam = columns.transform(x_train.iloc[exam])
    set_seed(42)
    net = keras.Sequential([keras.Input((z_learn.shape[1],)),
                            keras.layers.Dense(32, activation="relu"),
                            keras.layers.Dense(16, activation="relu"),
                            keras.layers.Dense(1)])
    net.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    net.fit(z_learn, y_train.iloc[learn], batch_size=32, epochs=40,
            verbose=0)
    return np.asarray(net(z_exam)).ravel()

# %% tags=["resultado"]
answers["red"] = np.zeros(len(x_train))
for learn, exam in folds:
    answers["red"][exam] = net_answers(learn, exam)

compare("recta", "red")
compare("curva", "red")
means = {name: by_fold(answers[name]).mean()
         for name in ("recta", "curva", "red")}
print("RMSE medio:", ", ".join(f"{name} ≈ {value:.2f}"
                               for name, value in means.items()), "km/l")

# %% [markdown]
# **Qué observas.** La red gana a la recta, con claridad: encontró ella sola la curva. Pero la recta con
# columnas bien elegidas y un freno **empata** con la red: lo que las separa no llega a la mitad de lo
# que esa diferencia baila de un pliegue a otro, y el 0 está dentro del intervalo. Con otras semillas de la red sale lo
# mismo.
#
# El veredicto honesto no es «las redes no sirven», sino: **con 318 coches no se distingue la red de la curva**. A
# igualdad, elige la que se entrena en un momento y no depende de una semilla. En la lección {{casas_con_una_red}}, con
# trece mil distritos para aprender, la red también dejó atrás a la recta; allí no probamos una curva con freno.
#
# ## Errores frecuentes
#
# **1. Frenar sin escalar.** La multa mira el tamaño del peso, y el tamaño depende de la unidad. A la regresión
# sin freno le da igual libras que toneladas; a Ridge, no.

# %%
two = x_train[["weight_lb", "model_year"]]
tons = two.assign(weight_lb=two["weight_lb"] * 0.45359237 / 1000)
for name, model in (("sin freno", LinearRegression()),
                    ("Ridge", Ridge(alpha=100)),
                    ("Ridge, escalado",
                     make_pipeline(StandardScaler(), Ridge(alpha=100)))):
    in_pounds = model.fit(two, y_train).predict(two)
    in_tons = model.fit(tons, y_train).predict(tons)
    print(f"{name:<16} ¿predice igual en libras y en toneladas?",
          np.allclose(in_pounds, in_tons))

# %% [markdown]
# **2. Creer que `KFold` baraja.** Sin `shuffle=True` corta por orden, y esta tabla viene ordenada por año:
# cada pliegue examina unos años que el modelo apenas vio.

# %%
everything = cars[NUMERIC + ["origin"]]

def mean_rmse(cv):
    found = cross_val_predict(line, everything, km_l, cv=cv)
    return np.mean([root_mean_squared_error(km_l.iloc[exam], found[exam])
                    for _, exam in cv.split(everything)])

in_order = mean_rmse(KFold(10))
shuffled = [mean_rmse(KFold(10, shuffle=True, random_state=seed))
            for seed in range(5)]
print(f"Falla:     en orden, {in_order:.2f} km/l")
print("Arreglado: barajado cinco veces, "
      f"de {min(shuffled):.2f} a {max(shuffled):.2f} km/l")
print("¿Sale peor en orden que con cualquiera de los cinco?",
      bool(in_order > max(shuffled)))

# %% [markdown]
# Si tu pregunta fuera «¿y los coches del año que viene?», el examen por años sería el honesto. Barajar
# responde a otra: «¿y un coche más, de estos mismos años?». Elige el reparto según la pregunta. (La celda
# usa también los del sobre porque no decide nada: solo enseña el descuido.)
#
# ## Práctica: abre el sobre
#
# Todo está decidido con validación cruzada. Falta entregar un modelo y examinarlo, una vez, con los 80
# coches del sobre.
#
# ### Paso 1 · Ejercicio 3.6.5
#
# Guarda en `modelo_final` un *pipeline* de scikit-learn **entrenado con todo** `x_train` e `y_train`, y con nada más.
# Puedes usar `make_columns(grado)` y el modelo que prefieras. Tiene que aceptar coches con huecos y de
# un origen desconocido. `check` le hace primero la validación cruzada, en los mismos pliegues: su RMSE medio no debe
# pasar de **1.3 km/l**. Solo entonces abre el sobre y te dice el resultado.

# %% [markdown] tags=["docente"]
# **{{minutos}}** para la práctica y la autoevaluación. El corrector no enseña el sobre hasta que el modelo pasa la
# validación cruzada, pero no cuenta las veces: quien entregue varios buenos lo abre varias veces, y eso hay que
# decirlo. El sobre sale mejor que la validación cruzada: buen momento para preguntar si el modelo mejoró. No: 80 coches
# también son un sorteo. Reto para casa: predecir l/100 km y convertir, y comparar con `veredicto`.

# %% tags=["ejercicio"]
# >>> modelo_final = ...
modelo_final = make_pipeline(make_columns(3),
                             Ridge(alpha=10)).fit(x_train, y_train)
# <<<

# %%
check("3.6.5", modelo_final)

# %% [markdown]
# Así se ve en el sobre nuestro modelo, la curva:

# %%
sealed = {"curva": curve.fit(x_train, y_train).predict(x_test)}

fig, ax = plt.subplots(figsize=(4.6, 4.6))
plot_predicted_vs_actual(y_test, sealed["curva"], unit="km/l", ax=ax)
fig.tight_layout()

# %% [markdown]
# Al lado ponemos la recta y el que empataba con la curva, el grado 2 con freno. Cada RMSE, con su intervalo
# (`bootstrap_interval`, de {{umbrales}}).
#
# **Predice:** con 80 coches, ¿se solaparán los intervalos de la recta y de la curva?

# %%
# el α de antes, redondeado
simpler = make_pipeline(make_columns(2), Ridge(alpha=2))
sealed["recta"] = line.fit(x_train, y_train).predict(x_test)
sealed["grado 2"] = simpler.fit(x_train, y_train).predict(x_test)
rmse, lows, highs = {}, {}, {}
for name, guess in sealed.items():
    rmse[name] = root_mean_squared_error(y_test, guess)
    lows[name], highs[name] = bootstrap_interval(
        root_mean_squared_error, y_test, guess)
    print(f"{name:<8} RMSE ≈ {rmse[name]:.2f} km/l, "
          f"de ≈ {lows[name]:.2f} a ≈ {highs[name]:.2f}")

print("¿Se solapan los de la recta y la curva?",
      bool(lows["recta"] < highs["curva"]))
print("Y a la recta, ¿le va mejor que en la validación cruzada?",
      bool(rmse["recta"] < straight.mean()))

# %% [markdown]
# **Qué observas.** Son intervalos anchos: 80 coches son pocos. Aquí hasta la recta falla menos que en la validación
# cruzada: en el sobre cayeron coches fáciles, para todos. Los intervalos de la recta y de la curva se solapan; ya sabes
# que eso no dice que empaten.
#
# ### Paso 2 · Ejercicio 3.6.6
#
# ¿Se distinguen o no? Escribe `se_distinguen(y, una, otra)`: recibe lo que era verdad y lo
# que respondió cada modelo (tres arrays de forma `(n,)`), y devuelve True si el intervalo de `paired_difference`, con el
# RMSE, deja el 0 **fuera**, gane quien gane; si no, False.

# %% tags=["ejercicio"]
def se_distinguen(y, una, otra):
    # >>> return ...
    diferencia = paired_difference(root_mean_squared_error, y, una, otra)
    return diferencia.low > 0 or diferencia.high < 0
    # <<<

# %%
check("3.6.6", se_distinguen)

# %%
for name in ("recta", "grado 2"):
    gap = paired_difference(root_mean_squared_error, y_test, sealed[name],
                            sealed["curva"])
    print(f"{name} − curva: ≈ {gap.value:+.2f}, "
          f"de ≈ {gap.low:+.2f} a ≈ {gap.high:+.2f} km/l")
    print("   ¿Gana la curva?", bool(gap.low > 0))

# %% [markdown]
# **Qué observas.** También en el sobre, coche a coche, la curva gana a la recta, y con el grado 2 vuelve a empatar. Son
# estos 80: con otros, a veces la recta empata, o el grado 2 pierde. Se publica el RMSE del sobre con su intervalo y con la comparación: un número solo diría de más.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Un modelo, examinado en un solo reparto, da un RMSE de 1.13 km/l. Con otros repartos de los mismos coches da de 1.13 a
# 1.74. ¿Qué publicas?
#
# - a) 1.13: es el mejor, y salió de verdad.
# - b) 1.74, el peor, para no exagerar.
# - c) El de la semilla 42, que es la costumbre.
# - d) La media de una validación cruzada, con lo que baila.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "d"
# <<<
check("3.6.A1", respuesta_1)

# %% [markdown]
# **A2.** Lasso deja en cero exacto el peso de la cilindrada. ¿Qué puedes decir?
#
# - a) Que, con las demás columnas delante, no le hizo falta; puede contar lo mismo que otra.
# - b) Que la cilindrada no influye en el consumo.
# - c) Que la cilindrada tenía huecos.
# - d) Que α era demasiado pequeño.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "a"
# <<<
check("3.6.A2", respuesta_2)

# %% [markdown]
# **A3.** En los mismos diez pliegues, A tiene RMSE 1.25 ± 0.25 y B, 1.22 ± 0.24. La resta A − B tiene media
# 0.03 y baila 0.09. ¿Qué escribes en el informe?
#
# - a) Que B es un 2 % mejor.
# - b) Que los dos son malos, porque el ± es grande.
# - c) Que con estos datos no se distinguen: me quedo con el más sencillo.
# - d) Que hay que probar semillas hasta que uno gane.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "c"
# <<<
check("3.6.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Un solo reparto mide también la suerte: validación cruzada, media y lo que baila.
# - Dos modelos se comparan restando en los mismos exámenes; que sus ± se solapen no dice que empaten.
# - Ridge encoge todos los pesos; Lasso, además, apaga algunos del todo. Cuánto freno lo elige la validación cruzada.
# - Si la diferencia baila más de lo que mide, es empate; y a igualdad, el modelo más sencillo.
# - El sobre se abre una vez, con el modelo ya elegido.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulos 2
#   (validación cruzada) y 4 (Ridge, Lasso y curvas de aprendizaje).
# - scikit-learn: [modelos lineales](https://scikit-learn.org/stable/modules/linear_model.html) y
#   [validación cruzada](https://scikit-learn.org/stable/modules/cross_validation.html).
# - C. Nadeau e Y. Bengio (2003), «Inference for the Generalization Error», *Machine Learning* 52: por qué los
#   pliegues no son exámenes independientes.
# - B. Efron y R. Tibshirani, *An Introduction to the Bootstrap* (1993), capítulo 13: de dónde sale el intervalo.
