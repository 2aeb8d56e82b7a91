# %% [markdown]
# # 7.11 · Mezclas de gaussianas
#
# | | |
# |---|---|
# | **Objetivos** | Escribir los dos pasos de EM y llegar a lo mismo que scikit-learn; leer una mezcla por sus elipses y elegir su tipo de covarianza; decidir cuántas gaussianas con BIC y decir en qué se aparta AIC; comprobar que EM depende de dónde empieza; usar la densidad para encontrar datos raros |
# | **Duración** | {{minutos}} |
# | **Requisitos** | La media y la desviación estándar (lección {{arrays}}), agrupar sin etiquetas ({{maneras_de_aprender}}), el logaritmo ({{precios_de_casas}}) y estandarizar ({{vinos}}) |
# | **Datos** | 333 pingüinos del archipiélago Palmer, incluidos en el curso |
# | **Práctica** | Encontrar fichas de pingüinos mezcladas por error |

# %%
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.datasets import make_moons
from sklearn.metrics import adjusted_rand_score
from sklearn.mixture import BayesianGaussianMixture, GaussianMixture
from sklearn.preprocessing import StandardScaler

from course_utils import check, hint, solution
from course_utils import load_penguins, plot_mixture

# %% [markdown] presenta="densidad, density=True"
# ## 1 · ¿Una sola campana basta?
#
# Alguien midió la aleta de 333 pingüinos y perdió la columna de las especies. ¿Se puede saber que había
# grupos, y cómo es cada uno? Mira el histograma. (Con `density=True`, la altura de las barras no es cuántos
# hay, sino su **densidad**: el área de todas las barras juntas vale 1.)
#
# **Predice:** ¿cuántos montes verás?

# %%
penguins = load_penguins().dropna()
flippers = penguins["flipper_length_mm"].to_numpy(dtype=float)

fig, ax = plt.subplots(figsize=(6.5, 3.2))
ax.hist(flippers, bins=25, density=True, color="#CCCCCC")
ax.set(title="Las aletas de 333 pingüinos", xlabel="Largo (mm)",
       ylabel="Densidad")
fig.tight_layout()

# %% [markdown] presenta="gaussiana"
# **Qué observas.** Dos montes. Uno solo, con su media y su desviación, no los describiría.
#
# La curva con forma de campana se llama **gaussiana**, o distribución normal. La fijan dos números: la
# media $\mu$, donde está su cima, y la desviación estándar $\sigma$, lo ancha que es:
#
# $$g(x) = \frac{1}{\sigma \sqrt{2\pi}} \; e^{-\frac{(x - \mu)^2}{2\sigma^2}}$$
#
# La fracción del principio hace que el área valga 1: cuanto más ancha, más baja.
#
# ### Ejercicio 7.11.1
#
# Escribe `campana(x, media, desviacion)`: la altura $g(x)$. `x` puede ser un número o un array:
# `np.exp` admite los dos.

# %% tags=["ejercicio"]
def campana(x, media, desviacion):
    # >>> return ...
    z = (x - media) / desviacion
    return np.exp(-z ** 2 / 2) / (desviacion * np.sqrt(2 * np.pi))
    # <<<

# %%
check("7.11.1", campana)

# %% [markdown] presenta="mezcla de gaussianas"
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("7.11.1")` da una pista (y otra, si insistes), y
# `solution("7.11.1")` muestra una solución.
#
# Una **mezcla de gaussianas** (*Gaussian mixture*) suma varias campanas, cada una con su **peso** $\pi_k$:
# qué parte de los datos es suya. (Es la letra de costumbre: no tiene que ver con el número pi de la campana.)
# Los pesos suman 1:
#
# $$p(x) = \pi_0 \, g_0(x) + \pi_1 \, g_1(x)$$
#
# Es una historia de cómo nacen los datos: se sortea un grupo según los pesos, y después una medida de la
# campana de ese grupo. Nosotros solo vemos las medidas. Falta desandar el camino: de las medidas a los
# pesos, las medias y las desviaciones.

# %% [markdown] presenta="responsabilidad, EM, keepdims="
# ## 2 · ¿De quién es cada pingüino?
#
# Hay un círculo vicioso. Si supiéramos de qué grupo es cada pingüino, calcular la media y la desviación de
# cada grupo sería fácil. Si supiéramos las campanas, decir de cuál viene cada pingüino sería fácil. No
# sabemos ninguna de las dos cosas.
#
# El algoritmo **EM** (*Expectation–Maximization*) empieza con unas campanas cualesquiera y repite dos pasos.
# El **paso E** pregunta, con las campanas de ahora, qué parte de cada pingüino toca a cada una. Es su
# **responsabilidad**, y es un reparto: suma 1 en cada pingüino.
#
# $$r_{ik} = \frac{\pi_k \, g_k(x_i)}{\pi_0 \, g_0(x_i) + \pi_1 \, g_1(x_i)}$$
#
# Para hacerlo de una vez con todos, `x[:, np.newaxis]` es una columna: al restarle dos medias, sale una
# tabla con una fila por pingüino y una columna por campana. Y `keepdims=True` hace que una suma por filas
# siga siendo una columna, lista para dividir:

# %%
def bell(x, mean, deviation):
    gap = (x - mean) / deviation
    return np.exp(-gap ** 2 / 2) / (deviation * np.sqrt(2 * np.pi))

some = np.array([185.0, 203.0, 220.0])
heights = bell(some[:, np.newaxis], np.array([190, 215]), np.array([7, 7]))
print(heights.round(4))
print(heights.sum(axis=1, keepdims=True).round(4))

# %% [markdown]
# ### Ejercicio 7.11.2
#
# Escribe `paso_e(x, pesos, medias, desviaciones)`: recibe las medidas y tres arrays con un valor por
# campana (dos, tres o las que haya), y devuelve un array, la tabla de responsabilidades. Usa `bell`.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de escribir, a mano: si una campana pesa nueve veces lo que la otra y un pingüino
# está a la misma altura en las dos, ¿cómo se reparte? Quien olvida los pesos lo reparte por la mitad. El otro fallo
# es dividir entre la suma de cada columna.

# %% tags=["ejercicio"]
def paso_e(x, pesos, medias, desviaciones):
    # >>> return ...
    alturas = pesos * bell(x[:, np.newaxis], medias, desviaciones)
    return alturas / alturas.sum(axis=1, keepdims=True)
    # <<<

# %%
check("7.11.2", paso_e)

# %% [markdown]
# El **paso M** vuelve a calcular las campanas con ese reparto. Son la media y la desviación de siempre, pero
# cada pingüino cuenta en una campana lo que diga su responsabilidad. Con $n_k = \sum_i r_{ik}$, los
# pingüinos que tocan a la campana $k$:
#
# $$\pi_k = \frac{n_k}{n} \qquad \mu_k = \frac{1}{n_k} \sum_i r_{ik} \, x_i \qquad \sigma_k^2 = \frac{1}{n_k} \sum_i r_{ik} \, (x_i - \mu_k)^2$$
#
# ### Ejercicio 7.11.3
#
# Escribe `paso_m(x, r)`: recibe las medidas y la tabla de responsabilidades, y devuelve tres arrays: los
# pesos, las medias (las **nuevas** sirven para la desviación) y las desviaciones.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Si todas las responsabilidades son 0 o 1, el paso M son la media y la desviación de cada
# grupo por separado: que lo digan ellos. El fallo habitual es olvidar la raíz, o dividir entre todos.

# %% tags=["ejercicio"]
def paso_m(x, r):
    # >>> return ...
    n = r.sum(axis=0)
    medias = (r * x[:, np.newaxis]).sum(axis=0) / n
    lejos = (x[:, np.newaxis] - medias) ** 2
    desviaciones = np.sqrt((r * lejos).sum(axis=0) / n)
    return n / len(x), medias, desviaciones
    # <<<

# %%
check("7.11.3", paso_m)

# %% [markdown] presenta="verosimilitud, log-verosimilitud"
# ¿Cómo se sabe si unas campanas describen bien los datos? Por la **verosimilitud** (*likelihood*): la
# densidad que dan a lo que de verdad se midió. Se usa la media de sus logaritmos, la **log-verosimilitud**:
# cuanto más alta, mejor. Aquí está EM entero, y la apunta en cada vuelta. Empieza en 180 y 220 mm, a ojo, con
# el mismo peso. (La figura se salta la vuelta 1: queda tan abajo que aplastaría las demás.)
#
# **Predice:** ¿bajará alguna vez?

# %%
def em(x, weights, means, deviations, rounds=100):
    history = []
    for _ in range(rounds):
        heights = weights * bell(x[:, np.newaxis], means, deviations)
        history.append(np.log(heights.sum(axis=1)).mean())
        r = heights / heights.sum(axis=1, keepdims=True)    # paso E
        share = r.sum(axis=0)                               # paso M
        weights = share / len(x)
        means = (r * x[:, np.newaxis]).sum(axis=0) / share
        far = (x[:, np.newaxis] - means) ** 2
        deviations = np.sqrt((r * far).sum(axis=0) / share)
    return weights, means, deviations, history

# %%
start = np.array([180, 220]), np.array([10, 10])
weights, means, deviations, history = em(flippers, 0.5, *start)

fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3.1))
left.hist(flippers, bins=25, density=True, color="#CCCCCC")
line = np.linspace(165, 240, 200)
curves = weights * bell(line[:, np.newaxis], means, deviations)
for k, (style, color) in enumerate((("--", "#E69F00"), ("-.", "#009E73"))):
    left.plot(line, curves[:, k], style, color=color, label=f"campana {k}")
left.plot(line, curves.sum(axis=1), color="#333333", label="la mezcla")
left.set(title="Dos campanas", xlabel="Largo (mm)", ylabel="Densidad")
left.legend(fontsize=9)
right.plot(range(2, 21), history[1:20], "o-", color="#333333")
right.set(title="Lo que mejora, desde la vuelta 2", xlabel="Vuelta",
          ylabel="Log-verosimilitud media", xticks=range(2, 21, 3))
fig.tight_layout()

# %% presenta="sklearn.mixture.GaussianMixture, .weights_, .means_, .covariances_"
theirs = GaussianMixture(2, tol=1e-9, max_iter=1000, random_state=0)
theirs.fit(flippers[:, np.newaxis])
order = np.argsort(theirs.means_[:, 0])
# covariances_: con una sola medida, la varianza, en tablas de 1 × 1
print("pesos:       ", weights.round(2), theirs.weights_[order].round(2))
print("medias:      ", means.round(1), theirs.means_[order, 0].round(1))
print("desviaciones:", deviations.round(1),
      np.sqrt(theirs.covariances_[order, 0, 0]).round(1))
print("¿Bajó alguna vez?", bool(min(np.diff(history)) < -1e-9))

# %% [markdown] presenta="pandas.crosstab"
# **Qué observas.** Las mismas campanas que `GaussianMixture`. Y la log-verosimilitud no baja nunca: se puede
# demostrar que ninguna vuelta de EM empeora. ¿Y las especies, que EM no vio? `pd.crosstab` cuenta cuántos
# pingüinos hay de cada especie en cada campana, si cada uno va a la que más lo reclama.

# %%
heights = weights * bell(flippers[:, np.newaxis], means, deviations)
group = heights.argmax(axis=1)
print(pd.crosstab(penguins["species"], group, colnames=["campana"]))

# %% [markdown] presenta="matriz de covarianza, covarianza"
# **Qué observas.** La campana de la derecha es, casi entera, de los Gentoo. La otra junta a los Adelie y los
# Chinstrap, que tienen aletas parecidas. Con esta sola medida no hay más que ver.
#
# ## 3 · ¿Y con más medidas?
#
# Con dos medidas, la campana es una colina y, vista desde arriba, una **elipse**. La media es ahora un punto.
# La desviación sola no basta: hay que decir cuánto se extiende en cada dirección y si está inclinada. Lo
# dice la **matriz de covarianza**: en la diagonal, la varianza de cada medida (su desviación al cuadrado);
# fuera, la **covarianza**, positiva si las dos crecen juntas y negativa si una baja cuando la otra sube.
#
# Los dos pasos de EM son los mismos. Probemos con el largo y el alto del pico, estandarizados, y tres
# gaussianas. `n_init=5` quiere decir: empieza cinco veces y quédate con la mejor. (En la sección 5 verás
# por qué.) Los colores son las especies, que el modelo no vio.

# %% presenta="course_utils.plot_mixture, n_init"
species = penguins["species"].to_numpy()
columns = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm",
           "body_mass_g"]
names = ["Largo del pico (estandarizado)", "Alto del pico (estandarizado)"]
x_four = StandardScaler().fit_transform(penguins[columns])
x = x_four[:, :2]

mixture = GaussianMixture(3, n_init=5, random_state=0).fit(x)
ax = plot_mixture(mixture, x, species, feature_names=names)
ax.set_title("Tres gaussianas")
print("pesos ≈", np.sort(mixture.weights_).round(2))

# %% [markdown] presenta="asignación dura, asignación blanda"
# **Qué observas.** Tres elipses inclinadas, una por especie: en cada una, quien tiene el pico más largo suele
# tenerlo también más alto. `predict` da a cada pingüino la gaussiana que más responsabilidad tiene (una
# **asignación dura**); `predict_proba`, el reparto entero (una **asignación blanda**). Busca el que más duda:

# %%
top = mixture.predict_proba(x).max(axis=1)
print(f"lo más que se lleva una del que más duda ≈ {top.min():.2f}",
      "  ¿menos de 0.6?", bool(top.min() < 0.6))

# %% [markdown] presenta="índice de Rand ajustado"
# ¿Han salido las especies? Los grupos no llevan nombre: el 0 puede ser cualquiera. Se comparan con el
# **índice de Rand ajustado** (ARI), que mira si cada pareja de pingüinos está junta en los dos repartos:
# vale 1 si son el mismo, se llamen como se llamen, y alrededor de 0 si coinciden por azar.
#
# El rival es **k-means**: pone tantos centros como grupos y da cada punto al centro más cercano. Solo mide
# distancias, así que le van bien los grupos redondos y de tamaño parecido.
#
# **Predice:** al pasar de dos medidas a cuatro, ¿se acercarán los dos más a las especies?

# %% tags=["resultado"] presenta="sklearn.metrics.adjusted_rand_score, sklearn.cluster.KMeans, .labels_"
aris = {}
for title, data in (("dos medidas", x), ("cuatro medidas", x_four)):
    km = KMeans(3, n_init=10, random_state=0).fit(data)
    gm = GaussianMixture(3, n_init=5, random_state=0).fit(data)
    aris[title] = [adjusted_rand_score(species, groups)
                   for groups in (km.labels_, gm.predict(data))]
    print(f"{title}: k-means ≈ {aris[title][0]:.2f}, "
          f"mezcla ≈ {aris[title][1]:.2f}")
print("Con cuatro, ¿supera la mezcla 0.93 y k-means no llega a 0.85?",
      bool(aris["cuatro medidas"][1] > 0.93
           and aris["cuatro medidas"][0] < 0.85))

# %% [markdown] presenta="covariance_type"
# **Qué observas.** Con las cuatro medidas, la mezcla casi reconstruye las especies sin haberlas visto; k-means
# no gana nada con las dos nuevas:
# corta por el medio entre centros; la mezcla sabe que las nubes son alargadas.
#
# Esa libertad cuesta parámetros. `covariance_type` dice cuánta se da:
#
# | `covariance_type` | Cada gaussiana es… |
# |---|---|
# | `"spherical"` | un círculo, cada una con su tamaño |
# | `"diag"` | una elipse sin inclinar: los ejes, los de las medidas |
# | `"tied"` | una elipse cualquiera, pero la misma para todas |
# | `"full"` | una elipse cualquiera, cada una la suya (es lo que hace si no dices nada) |
#
# Los colores y los trazos, los de antes:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pide que dibujen en el aire, con la mano, las cuatro formas antes de ejecutar. Pregunta
# por qué `"tied"` sale tan bien aquí: las tres especies tienen nubes de forma parecida.

# %%
fig, axes = plt.subplots(2, 2, figsize=(7.5, 6.8), sharex=True, sharey=True)
fits = {}
for ax, kind in zip(axes.ravel(), ("spherical", "diag", "tied", "full")):
    model = GaussianMixture(3, covariance_type=kind, n_init=5,
                            random_state=0).fit(x)
    fits[kind] = adjusted_rand_score(species, model.predict(x))
    plot_mixture(model, x, species, feature_names=names, ax=ax)
    ax.set(title=f"{kind}: ARI ≈ {fits[kind]:.2f}", aspect="equal")
    ax.get_legend().remove()
fig.tight_layout()
won = min(fits["tied"], fits["full"]) - max(fits["spherical"], fits["diag"])
print("¿Ganan tied y full por más de 0.04?", bool(won > 0.04))

# %% [markdown] presenta="BIC, AIC"
# **Qué observas.** Sin inclinarse, las elipses no siguen las nubes. `"tied"` hace casi lo mismo que `"full"`
# con menos parámetros. Con muchas columnas y pocas filas, esa diferencia manda: una matriz de covarianza de
# $d$ medidas tiene $d(d+1)/2$ números distintos (la covarianza de dos medidas sale dos veces, a cada lado de
# la diagonal).
#
# ## 4 · ¿Cuántas gaussianas?
#
# Hasta aquí dijimos «tres» porque sabíamos la respuesta. ¿Y si no? La log-verosimilitud no sirve para
# elegir: con más gaussianas siempre se ajusta mejor, también al ruido. Hay que cobrar por cada parámetro. Se
# usan dos precios; con $n$ muestras, $p$ parámetros y $L$ la **suma** de las log-verosimilitudes:
#
# $$\text{BIC} = p \ln n - 2L \qquad \text{AIC} = 2p - 2L$$
#
# En los dos, **cuanto más bajo, mejor**. El BIC (*Bayesian information criterion*) cobra más que el AIC en
# cuanto hay 8
# muestras, porque $\ln 8$ ya pasa de 2: prefiere modelos más sencillos. El AIC (*Akaike information
# criterion*) es más generoso.
#
# ¿Cuántos parámetros son? Con `"full"`, $k$ gaussianas y $d$ medidas: $kd$ de
# las medias, $k\,d(d+1)/2$ de las covarianzas y $k - 1$ pesos (el último es lo que falta hasta 1). Con tres
# gaussianas y dos medidas: $6 + 9 + 2 = 17$.
#
# ### Ejercicio 7.11.4
#
# Escribe `bic(log_verosimilitudes, parametros)`: recibe un array con la log-verosimilitud de **cada muestra**
# (lo que da `score_samples`) y cuántos parámetros tiene la mezcla, y devuelve su BIC.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que cuenten a mano los parámetros de tres gaussianas y dos medidas: 6 + 9 + 2 = 17. Los
# fallos de siempre: contar todos los pesos, o usar la media donde va la suma.

# %% tags=["ejercicio"]
def bic(log_verosimilitudes, parametros):
    # >>> return ...
    n = len(log_verosimilitudes)
    return parametros * np.log(n) - 2 * log_verosimilitudes.sum()
    # <<<

# %%
check("7.11.4", bic)

# %% presenta=".bic, .aic, .score_samples"
counts = range(1, 7)
tries = [GaussianMixture(k, n_init=10, tol=1e-5, max_iter=1000,
                         random_state=0).fit(x) for k in counts]
bics, aics = [m.bic(x) for m in tries], [m.aic(x) for m in tries]

fig, ax = plt.subplots(figsize=(6, 3.2))
ax.plot(counts, bics, "o-", color="#333333", label="BIC")
ax.plot(counts, aics, "s--", color="#E69F00", label="AIC")
ax.set(title="Largo y alto del pico: el fondo del valle",
       xlabel="Gaussianas", ylabel="Criterio", xticks=counts)
ax.legend()
fig.tight_layout()
print("elige BIC:", 1 + int(np.argmin(bics)),
      "  ¿pide más el AIC?", bool(np.argmin(aics) > np.argmin(bics)))
by_hand = 17 * np.log(333) - 2 * tries[2].score_samples(x).sum()
print("¿Es la fórmula, con 17 parámetros?", np.isclose(by_hand, bics[2]))

# %% [markdown]
# **Qué observas.** El BIC tiene el fondo en tres, y nadie le dijo que había tres especies. El AIC pide más. (Un
# `tol` pequeño hace que EM no pare hasta llegar arriba: parando antes, las de muchas gaussianas parecen peores
# de lo que son.) ¿Es el BIC siempre así de bonito? Con las cuatro medidas, y dejando elegir también el tipo:

# %%
table = {}
for kind in ("full", "tied"):
    tries = [GaussianMixture(k, covariance_type=kind, n_init=5,
                             random_state=0).fit(x_four) for k in counts]
    table[f"BIC, {kind}"] = [m.bic(x_four) for m in tries]
    table[f"AIC, {kind}"] = [m.aic(x_four) for m in tries]
for name, values in table.items():
    print(name, "≈", np.round(values).astype(int))
best = {name: 1 + int(np.argmin(v)) for name, v in table.items()}
print("BIC con full elige", best["BIC, full"], "y con tied,",
      best["BIC, tied"])
print("¿Pide AIC más de tres en los dos casos?",
      min(best["AIC, full"], best["AIC, tied"]) > 3)

# %% [markdown] presenta="sklearn.mixture.BayesianGaussianMixture"
# **Qué observas.** No siempre. El AIC vuelve a pedir más, y el BIC con `"tied"` (que aquí tiene el valor más bajo de
# todos) prefiere cuatro. Ninguno cuenta especies: cuentan **gaussianas**, y una especie puede no ser
# gaussiana; machos y hembras, por ejemplo, no miden lo mismo. El BIC da un buen punto de partida. La última palabra la tiene quien sabe qué
# se mide.
#
# Otra manera: dar gaussianas de sobra y que el modelo apague las que no necesita. Eso hace la **mezcla
# bayesiana** (`BayesianGaussianMixture`). Parte de una creencia sobre los pesos, antes de ver los datos: que
# unas pocas gaussianas se lo llevan casi todo. Una que no explica bastantes datos se queda sin peso.
#
# Dale 8, y cuenta las que quedan con más de 0.01 de peso:

# %%
bayes = BayesianGaussianMixture(n_components=8, n_init=10, max_iter=1000,
                                random_state=0).fit(x)
ax = plot_mixture(bayes, x, species, feature_names=names)
ax.set_title("La mezcla bayesiana, con 8 para elegir")
print("pesos ≈", np.sort(bayes.weights_)[::-1].round(3))
print("encendidas:", int((bayes.weights_ > 0.01).sum()))

# %% [markdown]
# **Qué observas.** Cinco se apagan solas. No es magia: cambia `n_init` a 1 y verás que a veces deja alguna
# más, y con otros datos la creencia de partida puede mandar demasiado.
#
# ## 5 · ¿Y si empieza en otro sitio?
#
# > **Lo que oirás por ahí: «EM siempre encuentra la misma solución, porque nunca empeora».** Que suba
# > siempre no quiere decir que llegue a la cima más alta: se queda en la primera que encuentra.
# > Veinte arranques, cada uno con sus medias en tres pingüinos al azar. (Con un `tol` tan pequeño, ninguno se
# > queda a media cuesta.)
#
# **Predice:** de los 20, ¿cuántos llegarán a lo más alto?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Compáralo con subir una montaña con niebla: siempre se sube, y se acaba en una loma. Pide
# a cada estudiante otra semilla y que anoten su valor en la pizarra: salen lomas repetidas.

# %% presenta="init_params"
runs = [GaussianMixture(3, init_params="random_from_data", max_iter=500,
                        tol=1e-6, random_state=seed).fit(x_four)
        for seed in range(20)]
tops = np.array([run.score(x_four) for run in runs])
matches = [adjusted_rand_score(species, run.predict(x_four))
           for run in runs]

reached = int((tops > tops.max() - 0.01).sum())
print(f"llegan a lo más alto ≈ {reached} de 20",
      "  ¿menos de 17?", reached < 17)
print("¿Se llevan más de 0.05 el mejor y el peor?",
      bool(np.ptp(tops) > 0.05))

# %%
fig, ax = plt.subplots(figsize=(6, 3.2))
ax.scatter(tops, matches, s=60, alpha=0.6, color="#333333")
ax.set(title="Veinte arranques de la misma mezcla",
       xlabel="Log-verosimilitud media a la que llega",
       ylabel="ARI con las especies")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Varias lomas, y los repartos no se parecen. El remedio es barato: empezar muchas veces
# (`n_init`) y quedarse con la de mayor log-verosimilitud, que se puede mirar **sin saber las especies**.
# Además, scikit-learn empieza, si no le dices otra cosa, donde acaba k-means: ayuda, pero no lo asegura.
#
# ### ★ Ampliación · ¿Y si los grupos no son elipses?
#
# Dos medias lunas, sin nada de gaussiano. Que el BIC elija cuántas (`n_components` lo dice):

# %% presenta=".n_components"
moons, moon = make_moons(400, noise=0.06, random_state=0)
tries = [GaussianMixture(k, n_init=3, random_state=0).fit(moons)
         for k in range(1, 13)]
chosen = min(tries, key=lambda model: model.bic(moons))
ax = plot_mixture(chosen, moons, moon, feature_names=["x1", "x2"])
print("gaussianas ≈", chosen.n_components,
      "  ¿más de 4?", chosen.n_components > 4)

# %% [markdown]
# Cubre cada luna con varias elipses: no encuentra dos grupos, porque «grupo» aquí es una elipse. Como
# **densidad** sí es buena, y eso es lo que se usa a continuación.
#
# ## Errores frecuentes
#
# **1. Multiplicar densidades.** El producto de cientos de números pequeños es, para el ordenador, 0. Se suman
# los logaritmos.

# %%
density = np.exp(mixture.score_samples(x))
print("Falla:", np.prod(density))
print(f"Arreglado ≈ {np.log(density).sum():.1f}")

# %% [markdown]
# **2. Creer que el grupo 0 es la primera especie.** El número de una gaussiana es arbitrario.

# %%
codes = np.unique(species, return_inverse=True)[1]
groups = mixture.predict(x)
for name, found in (("uno", groups), ("otro", (groups + 1) % 3)):
    print(f"{name:<5} con == ≈ {(found == codes).mean():.2f}   "
          f"con ARI ≈ {adjusted_rand_score(codes, found):.2f}")

# %% [markdown]
# Los mismos grupos con otros números: `==` dice cosas opuestas, y el ARI, lo mismo.

# %% [markdown] presenta="anomalía"
# ## Práctica: fichas mezcladas
#
# Una mezcla da a cada punto una densidad: donde hay muchos pingüinos, alta; donde casi nunca hay, baja. Un
# punto de densidad muy baja es raro, una **anomalía**. `score_samples` da su logaritmo.
#
# En la base, al pasar las fichas a limpio, alguien juntó a veces **el pico de un pingüino con el cuerpo de
# otro**. Cada número por separado es normal. Repartimos las fichas buenas en tres: para aprender, para
# fijar el umbral y para el examen. Y con las del examen fabricamos mezcladas, de dos especies distintas.

# %% presenta=".permutation"
order = np.random.default_rng(0).permutation(len(penguins))
good = penguins[columns].to_numpy()[order]
kinds = species[order]
train, valid, exam = good[:150], good[150:240], good[240:]

other = np.roll(np.arange(93), 20)     # con quién se mezcla cada una
mixed = np.hstack([exam[:, :2], exam[other, 2:]])
mixed = mixed[kinds[240:] != kinds[240:][other]]
scaler = StandardScaler().fit(train)
model = GaussianMixture(3, n_init=10, random_state=0)
model.fit(scaler.transform(train))
print("buenas:", len(exam), "  mezcladas:", len(mixed))

# %% [markdown]
# ### Paso 1 · Ejercicio 7.11.5 · El umbral
#
# Se acuerda cuántas fichas **buenas** se está dispuesto a revisar por nada: una fracción. Escribe
# `sospechosas(densidades, normales, fraccion)`. Recibe el logaritmo de la densidad de las fichas por
# revisar y el de unas que se saben buenas, y devuelve las **posiciones**, de menor a mayor, de las primeras
# cuya densidad es menor que el umbral: el valor que deja por debajo esa fracción de las buenas. (`np.quantile` lo da.)

# %% [markdown] tags=["docente"]
# **{{minutos}}** con la autoevaluación. Pregunta por qué el umbral no sale de las fichas de aprender: el
# modelo las conoce y les da densidades más altas. Y qué falta por saber: si una ficha rara es un error o
# un pingüino raro, que lo decide una persona.

# %% tags=["ejercicio"]
def sospechosas(densidades, normales, fraccion):
    # >>> return ...
    umbral = np.quantile(normales, fraccion)
    return np.flatnonzero(densidades < umbral)
    # <<<

# %%
check("7.11.5", sospechosas)

# %% [markdown]
# ### Paso 2 · El examen
#
# El rival es la regla que se usa a menudo: una ficha es rara si **alguna** de sus medidas está demasiado
# lejos de su media. Para compararlas, de las dos sacamos una **rareza**, más alta cuanto más rara: en la
# mezcla, el logaritmo de la densidad con el signo cambiado. Por eso ahora es rara la que pasa **por encima**
# del umbral, el que deja por debajo al 95 % de las buenas: las dos revisarán por nada a una parte
# parecida de las buenas.

# %%
def rarity_mixture(cards):
    return -model.score_samples(scaler.transform(cards))

def rarity_column(cards):
    return np.abs(scaler.transform(cards)).max(axis=1)

found = {}
for name, rarity in (("mezcla", rarity_mixture),
                     ("columna a columna", rarity_column)):
    limit = np.quantile(rarity(valid), 0.95)
    found[name] = rarity(mixed) > limit
    wasted = (rarity(exam) > limit).mean()
    print(f"{name:<18} encuentra ≈ {found[name].mean():.2f}, "
          f"revisa por nada ≈ {wasted:.2f}")

# %%
better = found["mezcla"].mean() - found["columna a columna"].mean()
print(f"diferencia ≈ {better:.2f}   ¿más de 0.25?", bool(better > 0.25))

# %% [markdown]
# **Qué observas.** Número a número, casi nada llama la atención. La mezcla sabe qué medidas van **juntas**, y
# el pico de un Adelie con el cuerpo de un Gentoo está donde no hay nadie. No las encuentra todas: hay
# especies que se parecen.
#
# ### ★ Ampliación · ¿Cómo de raras?
#
# La rareza de cada ficha, con el umbral. (`np.minimum` deja en 25 las que pasan de 25.)

# %% presenta="numpy.minimum"
fig, ax = plt.subplots(figsize=(6.5, 3.2))
for cards, name, color, hatch in ((exam, "buenas", "#009E73", "//"),
                                  (mixed, "mezcladas", "#E69F00", "")):
    ax.hist(np.minimum(rarity_mixture(cards), 25), bins=range(0, 27),
            density=True, alpha=0.6, color=color, hatch=hatch, label=name)
ax.axvline(np.quantile(rarity_mixture(valid), 0.95), color="black",
           linestyle=":", label="umbral")
ax.set(title="Lo rara que es cada ficha para la mezcla",
       xlabel="−log de la densidad (25 o más, en la última barra)",
       ylabel="Densidad")
ax.legend()
fig.tight_layout()

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** ¿Qué hace el paso E?
#
# - a) Mueve las medias al centro de sus puntos.
# - b) Reparte cada punto entre las gaussianas de ahora.
# - c) Elige cuántas gaussianas hacen falta.
# - d) Quita los puntos raros.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("7.11.A1", respuesta_1)

# %% [markdown]
# **A2.** Con 2, 3 y 4 gaussianas, el BIC de tu mezcla da 900, 850 y 870, y la log-verosimilitud sube siempre.
# ¿Con cuántas empiezas?
#
# - a) Con 2: tiene el BIC más alto.
# - b) Con 4: tiene la mayor log-verosimilitud.
# - c) Con 3: tiene el BIC más bajo.
# - d) El BIC no sirve si no se saben las etiquetas.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "c"
# <<<
check("7.11.A2", respuesta_2)

# %% [markdown]
# **A3.** Entrenas dos veces la misma mezcla, con `n_init=1`, y salen grupos distintos. ¿Qué haces?
#
# - a) Subir `n_init` y quedarte con la de mayor log-verosimilitud.
# - b) Nada: una de las dos tiene un error del programa.
# - c) Quedarte con la que más se parezca a lo que esperabas.
# - d) Subir `max_iter`: no había terminado de subir.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("7.11.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Una mezcla de gaussianas suma campanas, cada una con su peso, su centro y su covarianza.
# - EM repite dos pasos: repartir los puntos (E) y recalcular las campanas (M). Nunca empeora, pero se queda
#   en la primera cima: empieza varias veces.
# - `covariance_type` dice qué elipses se permiten; más libertad, más parámetros.
# - BIC y AIC cobran por los parámetros; la bayesiana apaga lo que sobra. Cuentan gaussianas, no especies.
# - Un punto de densidad baja es raro, aunque cada una de sus medidas sea normal.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 9.
# - [Mezclas de gaussianas en scikit-learn](https://scikit-learn.org/stable/modules/mixture.html).
# - A. Dempster, N. Laird y D. Rubin (1977), «Maximum Likelihood from Incomplete Data via the EM Algorithm»:
#   el algoritmo EM.
