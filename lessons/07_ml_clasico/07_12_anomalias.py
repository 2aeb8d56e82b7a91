# %% [markdown]
# # 7.12 · Anomalías
#
# | | |
# |---|---|
# | **Objetivos** | Medir lo raro que es un dato de cinco maneras, y escribir cuatro de ellas; reconocer cuándo los raros se tapan unos a otros; decir qué decide `contamination` y qué no; distinguir buscar novedades de buscar atípicos; juzgar un detector, primero sin etiquetas y después con ellas; reconocer cuándo ordena al revés de lo que interesa |
# | **Duración** | {{minutos}} |
# | **Requisitos** | La densidad y la covarianza (lección {{mezclas}}), reconstruir con PCA ({{menos_dimensiones}}), el núcleo gaussiano ({{nucleos}}), los árboles ({{muchos_votos}}) y la precisión en k ({{la_red_y_la_decision}}) |
# | **Datos** | Los pingüinos de Palmer y Fashion-MNIST, incluidos en el curso |
# | **Práctica** | Encontrar las prendas que se colaron en la cinta de las zapatillas |

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.covariance import EllipticEnvelope
from sklearn.decomposition import PCA
from sklearn.ensemble import IsolationForest
from sklearn.metrics import average_precision_score
from sklearn.mixture import GaussianMixture
from sklearn.neighbors import LocalOutlierFactor
from sklearn.preprocessing import StandardScaler
from sklearn.svm import OneClassSVM

from course_utils import check, hint, solution
from course_utils import load_fashion_mnist, load_penguins
from course_utils import paired_difference, plot_image_grid, plot_rarity
from course_utils import precision_at_k

# %% [markdown] presenta="rareza, distancia de Mahalanobis, numpy.linalg.inv, numpy.cov"
# ## 1 · ¿Cuántas desviaciones son demasiadas?
#
# Un detector de anomalías no separa clases: da a cada dato una **rareza**, un número más alto cuanto menos se
# parece a los demás. Nadie le dice cuáles son los malos. En la lección {{mezclas}} ya hiciste uno: la densidad
# de una mezcla, con el signo cambiado. Hoy verás otros, y en qué se equivoca cada uno.
#
# Empecemos por una sola gaussiana. En una medida, lo raro se mide en desviaciones. En varias, hay que contar
# con que las medidas van juntas: es la **distancia de Mahalanobis**, con la media $\mu$ y la
# matriz de covarianza $\Sigma$,
#
# $$d(x) = \sqrt{(x - \mu)^T \; \Sigma^{-1} \; (x - \mu)}$$
#
# $\Sigma^{-1}$ es la **inversa**, la matriz que deshace lo que hace $\Sigma$: divide por lo que la nube se
# extiende en cada dirección. La calcula `np.linalg.inv`.
#
# ### Ejercicio 7.12.1
#
# Escribe `mahalanobis(x, media, covarianza)`: recibe una tabla, con una muestra por fila, la media y la matriz de
# covarianza. Devuelve un array con la distancia de **cada fila**. No hace falta ningún ciclo. Llama `resta` a
# `x - media`, e `inversa`, a la de la covarianza. Multiplica `resta @ inversa` por `resta`, número a número: la
# suma de cada fila es lo de dentro de la raíz.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dibuja una elipse inclinada y dos puntos a la misma distancia del centro con una regla: uno
# en la punta de la elipse y otro a su costado. ¿Cuál es más raro? Los fallos de siempre en 7.12.1: sumar por
# columnas y dejarse la raíz.

# %% tags=["ejercicio"]
def mahalanobis(x, media, covarianza):
    # >>> return ...
    resta = x - media
    inversa = np.linalg.inv(covarianza)
    return np.sqrt((resta @ inversa * resta).sum(axis=1))
    # <<<

# %%
check("7.12.1", mahalanobis)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("7.12.1")` da una pista (y otra, si insistes), y
# `solution("7.12.1")` muestra una solución.
#
# Probémosla. Tenemos las fichas de los 119 pingüinos Gentoo, con el largo y el alto del pico, y se nos han colado
# 25 de otra especie, Adelie. A más de 3 desviaciones, diremos que un pingüino es raro: en una gaussiana de dos
# medidas solo lo está, más o menos, uno de cada noventa. (`np.cov(x.T)` da la covarianza de las columnas de `x`: pide
# una medida por fila, y por eso se traspone.)
#
# **Predice:** de los 25 Adelie, ¿cuántos pasarán de 3?

# %%
penguins = load_penguins().dropna()
columns = ["bill_length_mm", "bill_depth_mm"]
beaks = {name: table[columns].to_numpy(dtype=float)
         for name, table in penguins.groupby("species")}
strays = np.random.default_rng(0).choice(beaks["Adelie"], 25,
                                         replace=False)
x = np.vstack([beaks["Gentoo"], strays])
stray = np.arange(len(x)) >= 119

def distances(points, mean, covariance):
    gap = points - mean
    inside = gap @ np.linalg.inv(covariance) * gap
    return np.sqrt(inside.sum(axis=1))

plain = distances(x, x.mean(axis=0), np.cov(x.T))
print(f"Adelie a más de 3: ≈ {(plain[stray] > 3).sum()} de 25",
      "  ¿menos de 10?", bool((plain[stray] > 3).sum() < 10))

# %% [markdown] presenta="enmascaramiento"
# **Qué observas.** Casi ninguno. Los 25 entraron en la cuenta de la media y de la covarianza: tiraron de la media
# hacia ellos y estiraron la elipse hasta cubrirse. Se llama **enmascaramiento**: los raros, si son
# muchos y van juntos, se tapan.
#
# El remedio es una media y una covarianza **robustas**: las de la parte de los datos, algo más de la mitad, que cabe en
# la elipse más pequeña, calculadas otra vez con todos los que quedan cerca de ella. Lo hace `EllipticEnvelope`, que supone que
# los normales forman **una** gaussiana. Su método
# `mahalanobis` da la distancia **al cuadrado**.

# %% presenta="sklearn.covariance.EllipticEnvelope, .location_, .covariance_, .mahalanobis"
envelope = EllipticEnvelope(random_state=0).fit(x)
robust = distances(x, envelope.location_, envelope.covariance_)
print(f"Adelie a más de 3: ≈ {(robust[stray] > 3).sum()} de 25",
      "  ¿más de 20?", bool((robust[stray] > 3).sum() > 20))
print(f"Gentoo a más de 3: ≈ {(robust[~stray] > 3).sum()} de 119")
print("¿Es la suya, al cuadrado?",
      np.allclose(robust ** 2, envelope.mahalanobis(x)))

# %% [markdown] presenta="course_utils.plot_rarity"
# Para verlo, `plot_rarity` pinta de gris lo raro que es cada sitio (más oscuro, más raro) y de color lo que es más raro
# que casi todos los datos; aquí señala con un aspa los 25 más raros de los 144.

# %%
names = ["Largo del pico (mm)", "Alto del pico (mm)"]
fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3.5), sharey=True)
plot_rarity(lambda p: distances(p, x.mean(axis=0), np.cov(x.T)), x,
            share=0.17, feature_names=names, ax=left)
left.set_title("Con todos")
plot_rarity(envelope.mahalanobis, x, share=0.17, feature_names=names,
            ax=right)
right.set_title("Robusta")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Los Adelie son la nube de arriba a la izquierda, de picos cortos y altos. En la primera figura, la elipse llega
# hasta ellos, y las aspas caen también en Gentoo de los bordes. En la segunda, la elipse es la de los Gentoo: las aspas son,
# una por una, los que se colaron.
#
# ## 2 · ¿Cuántos cortes al azar hacen falta para quedarse solo?
#
# Ahora, una idea sin medias ni gaussianas. Corta los datos por un sitio al azar y quédate con el lado donde está el
# tuyo. Vuelve a cortar. ¿Cuánto tarda en quedarse solo? El que vive lejos de todos, muy poco.
#
# ### Ejercicio 7.12.2
#
# Escribe `cortes(valores, punto, sorteos)`, en una dimensión. `valores` es un array que contiene a `punto`, y `sorteos`,
# números al azar entre 0 y 1, uno por corte y de sobra. En cada paso, el corte cae en
# $\text{mínimo} + \text{sorteo} \cdot (\text{máximo} - \text{mínimo})$, con el mínimo y el máximo **del trozo que queda**; a un lado van los menores o
# iguales que el corte y al otro los mayores, y te quedas con el lado de `punto`. Devuelve cuántos cortes hicieron falta
# hasta que todos los valores del trozo son **iguales**: puede haber repetidos, y entonces no llega a quedar uno solo. (Si te
# quedas sin sorteos, un `IndexError`, algún corte no cae entre el mínimo y el máximo, o no paras a tiempo.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Se juega en la pizarra: una recta con diez estaturas y un dado de diez caras. Que prueben con el más
# alto y con uno del montón. En 7.12.2, quien compara con `len(valores) > 1` se queda sin sorteos si hay dos iguales.
# Después, al comparar: cuando quedan varias masas iguales, nosotros paramos, y scikit-learn suma además lo que costaría de media
# separarlas. Por eso, donde hay muchas repetidas, su curva queda por debajo.

# %% tags=["ejercicio"]
def cortes(valores, punto, sorteos):
    # >>> return ...
    usados = 0
    while valores.min() < valores.max():
        corte = valores.min() + sorteos[usados] * np.ptp(valores)
        valores = valores[(valores <= corte) == (punto <= corte)]
        usados += 1
    return usados
    # <<<

# %%
check("7.12.2", cortes)

# %% [markdown] presenta="bosque de aislamiento"
# Un solo reparto de cortes depende de la suerte, así que se hacen muchos, cada uno con una muestra pequeña de los datos, y se
# toma la media. Eso es un **bosque de aislamiento** (*isolation forest*): árboles que cortan al azar, sin mirar ninguna
# etiqueta, una columna al azar cada vez. Para que la puntuación no dependa de cuántos datos hay, se compara con lo corriente: los
# cortes que harían falta, de media, para dejar solo a uno de $n$ valores, si cada corte cayera en cualquiera de los huecos que
# quedan, todos igual de probables:
#
# $$c(n) = 2 \left( \ln(n - 1) + 0.5772 \right) - \frac{2 (n - 1)}{n} \qquad \text{rareza} = 2^{-\text{media} / c(n)}$$
#
# (El 0.5772 es la constante de Euler: $\ln(n - 1) + 0.5772$ es casi $1 + 1/2 + 1/3 + \dots + 1/(n - 1)$.) Si tarda lo
# corriente, la media es $c(n)$ y la rareza, 0.5. Si se aísla casi a la primera, se acerca a 1. Comparemos, con la masa de los
# pingüinos, nuestros cortes y los de `IsolationForest`, con muestras de 64.

# %%
def cuts(values, point, draws):
    used = 0
    while values.min() < values.max():
        cut = values.min() + draws[used] * np.ptp(values)
        values = values[(values <= cut) == (point <= cut)]
        used += 1
    return used

rng = np.random.default_rng(0)
masses = penguins["body_mass_g"].to_numpy(dtype=float)
some = np.unique(masses)[::6]
mean_cuts = [np.mean([cuts(np.append(rng.choice(masses, 63), point),
                           point, rng.random(300)) for _ in range(200)])
             for point in some]

# %% presenta="sklearn.ensemble.IsolationForest"
c_64 = 2 * (np.log(63) + 0.5772) - 2 * 63 / 64
ours = 2 ** (-np.array(mean_cuts) / c_64)
forest = IsolationForest(n_estimators=300, max_samples=64, random_state=0)
theirs = -forest.fit(masses.reshape(-1, 1)).score_samples(
    some.reshape(-1, 1))
print(f"lo más que se apartan ≈ {np.abs(ours - theirs).max():.2f}",
      "  ¿menos de 0.15?", bool(np.abs(ours - theirs).max() < 0.15))

fig, ax = plt.subplots(figsize=(6.5, 3.4))
ax.plot(some, ours, "o", color="#0072B2", label="nuestros cortes")
ax.plot(some, theirs, "-", color="#D55E00", label="IsolationForest")
ax.set(title="Lo raro que es pesar tanto", xlabel="Masa (g)",
       ylabel="Rareza")
ax.legend()
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Sube en los dos extremos y es baja donde hay muchos. `score_samples` da la rareza con el signo cambiado: en
# scikit-learn, más alto es siempre más normal. Por eso le ponemos un menos.
#
# ### ★ Ampliación · Ejercicio 7.12.3
#
# Escribe `rareza_de_bosque(media, n)`: recibe la media de los cortes (un número o un array) y cuántos datos tenía cada
# muestra, y devuelve la rareza.

# %% tags=["ejercicio"]
def rareza_de_bosque(media, n):
    # >>> return ...
    c = 2 * (np.log(n - 1) + 0.5772) - 2 * (n - 1) / n
    return 2 ** (-media / c)
    # <<<

# %%
check("7.12.3", rareza_de_bosque)

# %% [markdown]
# ## 3 · ¿Raro para quién?
#
# Dos barrios: uno apretado y otro disperso. Una casa queda cerca del apretado, pero fuera. En todo el mapa, no parece
# lejos de nada. Vista desde sus vecinas, sí. Es la idea de LOF (*local outlier factor*): comparar **tu**
# densidad con la de **tus vecinos**. Aquí la versión corta:
#
# $$\text{rareza local} = \frac{\text{media de las distancias a tus } k \text{ vecinos}}{\text{media de esa misma cuenta en tus } k \text{ vecinos}}$$
#
# Vale alrededor de 1 si vives como tus vecinos, y mucho más si ellos viven más juntos que tú.
#
# Todo sale de la tabla de distancias. (Al revés que en DBSCAN, aquí nadie es vecino de sí mismo: en la diagonal va un
# infinito, que al ordenar queda el último.)

# %%
def distance_table(points):
    """La distancia de cada punto a cada otro."""
    table = np.linalg.norm(points[:, np.newaxis] - points, axis=2)
    np.fill_diagonal(table, np.inf)
    return table

print(distance_table(np.array([[0, 0], [3, 4], [0, 1]])).round(1))

# %% [markdown]
# ### Ejercicio 7.12.4
#
# Escribe `rareza_local(tabla, k)`: recibe una tabla de distancias como esa y devuelve un array con la rareza local de cada
# punto.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de escribir, a mano, con cuatro puntos en una recta (0, 1, 2 y 10) y $k = 1$. El fallo de siempre es
# contarse a sí mismo, con distancia 0; y dividir entre la media de **todos** en lugar de la de los vecinos, que es otra
# vez un detector de todo el mapa.

# %% tags=["ejercicio"]
def rareza_local(tabla, k):
    # >>> return ...
    vecinos = tabla.argsort(axis=1)[:, :k]
    media = np.sort(tabla, axis=1)[:, :k].mean(axis=1)
    return media / media[vecinos].mean(axis=1)
    # <<<

# %%
check("7.12.4", rareza_local)

# %% [markdown]
# **Predice:** la casa aparte es el último punto. ¿Qué puesto ocupará entre las 201, por la distancia media a sus diez
# vecinos? ¿Y por la rareza local?

# %% presenta="LOF, sklearn.neighbors.LocalOutlierFactor"
rng = np.random.default_rng(0)
town = np.vstack([rng.normal([0, 0], 0.1, (100, 2)),
                  rng.normal([6, 0], 1, (100, 2)), [[0, 0.8]]])
table = distance_table(town)
neighbours = table.argsort(axis=1)[:, :10]
away = np.sort(table, axis=1)[:, :10].mean(axis=1)
local = away / away[neighbours].mean(axis=1)
lof = LocalOutlierFactor(n_neighbors=10).fit(town)

def place(rarity):
    """El puesto del último punto: 1 es el más raro."""
    return int((rarity > rarity[-1]).sum()) + 1

# %% presenta=".negative_outlier_factor_"
theirs = -lof.negative_outlier_factor_
print(f"por distancia ≈ puesto {place(away)}, por rareza local ≈ "
      f"{place(local)}, por LOF ≈ {place(theirs)}")
print("¿De los dos primeros por rareza local y LOF, no por distancia?",
      max(place(local), place(theirs)) <= 2 < place(away))
shared = np.isin(np.argsort(-local)[:10], np.argsort(-theirs)[:10]).sum()
print(f"de los 10 más raros, comunes con LOF ≈ {shared}",
      "  ¿6 o más?", bool(shared >= 6))

# %%
fig, axes = plt.subplots(1, 2, figsize=(7.5, 3.5), sharey=True)
for ax, rarity, title in ((axes[0], away, "Distancia a los vecinos"),
                          (axes[1], local, "Rareza local")):
    size = 150 * rarity / rarity.max() + 4
    ax.scatter(*town[:-1].T, s=size[:-1], alpha=0.5, color="#0072B2",
               edgecolors="black", label="las demás")
    ax.scatter(*town[-1], s=size[-1], marker="D", color="#D55E00",
               edgecolors="black", label="la casa aparte")
    ax.legend()
    ax.set(title=title, xlabel="Este (km)", ylabel="Norte (km)")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** El tamaño de cada punto es su rareza, y el rombo, la casa aparte. A la izquierda, quien vive en el barrio disperso parece
# raro solo por eso. A la derecha, la casa aparte salta a la vista. LOF hace casi esta cuenta: nosotros comparamos
# distancias medias; él, densidades, con un ajuste para que un vecino muy pegado no la dispare.
#
# ## 4 · ¿Ven todos lo mismo?
#
# Falta uno: la **SVM de una clase** (*one-class SVM*). Con el núcleo gaussiano de {{nucleos}}, busca la frontera más
# ajustada que deja dentro a casi todos. `nu` pone un tope a la fracción de datos de aprender que quedan fuera.
#
# El sexto ya lo conoces: el PCA de {{menos_dimensiones}}. Se comprime y se reconstruye cada punto; lo raro es lo que vuelve mal.
# Aquí van los seis, con los mismos datos, los picos de todos los pingüinos, estandarizados. Cada uno señala su 5 % más raro.
#
# **Predice:** ¿a cuáles les parecerá normal un sitio donde no vive nadie, entre una especie y otra?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que nombren cada mapa por su forma antes de mirar el título: una elipse, varias elipses, bandas con
# escuadras, islas, un contorno con un agujero y dos bandas paralelas. Pregunta cuál elegirían si supieran que hay tres
# especies, y si no lo supieran.

# %% presenta="SVM de una clase, sklearn.svm.OneClassSVM, nu"
x_two = StandardScaler().fit_transform(penguins[columns])
one_axis = PCA(1).fit(x_two)

def rebuilt_badly(points):
    back = one_axis.inverse_transform(one_axis.transform(points))
    return ((points - back) ** 2).mean(axis=1)

def rarity_of(model):
    """La función que da lo raro que es cada punto para ese modelo."""
    return lambda points: -model.score_samples(points)

models = {"elipse robusta": EllipticEnvelope(random_state=0),
          "mezcla de 3": GaussianMixture(3, n_init=5, random_state=0),
          "bosque": IsolationForest(n_estimators=200, random_state=0),
          "LOF": LocalOutlierFactor(n_neighbors=20, novelty=True),
          "SVM de una clase": OneClassSVM(nu=0.05, gamma=0.5)}

# %%
fig, axes = plt.subplots(2, 3, figsize=(7.5, 5.6), sharex=True, sharey=True)
marked = {}
for ax, (name, model) in zip(axes.ravel(), models.items(), strict=False):
    model.fit(x_two)
    plot_rarity(rarity_of(model), x_two, ax=ax,
                feature_names=["Largo del pico", "Alto del pico"])
    ax.set_title(name)
    rarity = -model.score_samples(x_two)
    marked[name] = rarity > np.quantile(rarity, 0.95)
plot_rarity(rebuilt_badly, x_two, ax=axes[1, 2],
            feature_names=["Largo del pico", "Alto del pico"])
axes[1, 2].set_title("PCA de una componente")
for ax in axes.ravel()[1:]:
    ax.get_legend().remove()
fig.tight_layout()

# %%
rarity = rebuilt_badly(x_two)
marked["PCA"] = rarity > np.quantile(rarity, 0.95)
votes = np.sum(list(marked.values()), axis=0)
print("señalados por alguno ≈", int((votes > 0).sum()),
      "  por los seis ≈", int((votes == 6).sum()))
print("¿Pasan de 25 los que señala alguno? ¿Y los seis, menos de 12?",
      bool((votes > 0).sum() > 25), bool((votes == 6).sum() < 12))

# %% [markdown]
# **Qué observas.** Cada uno tiene su idea de lo normal. La elipse cree que lo que hay entre dos especies es lo más normal
# del mundo. La mezcla sabe que son varias nubes. El bosque corta siempre en horizontal o en vertical, y se le nota en las
# escuadras. LOF se fía de los vecinos de cada sitio. La SVM traza un contorno blando, que puede dejar un agujero en medio. El PCA de una componente solo mira lo
# lejos que está cada punto de una recta: a lo largo de ella, nada le parece raro. Cada uno señala 17 pingüinos, y pocos
# son de los seis. **«Raro» no es una propiedad del dato: es del dato y del detector.**
#
# | Detector | Qué es raro | Le cuesta |
# |---|---|---|
# | Mahalanobis robusta | estar lejos de **una** nube | varias nubes; muchas columnas |
# | Mezcla | caer donde la densidad es baja | muchas columnas; elegir cuántas |
# | Bosque de aislamiento | quedarse solo con pocos cortes | lo raro por la combinación de varias columnas |
# | LOF | vivir menos apretado que tus vecinos | grupos de raros de más de `n_neighbors`; muchas filas |
# | SVM de una clase | caer fuera de la frontera | elegir `gamma` y `nu`; muchas filas |
# | PCA | no poder reconstruirse | lo que es raro **dentro** de las componentes que guarda |
#
# ## 5 · ¿Dónde se corta, y quién dice cuántos hay?
#
# Los detectores de scikit-learn hechos para esto (la mezcla y el PCA no lo son) dan, además de la rareza, un veredicto: en `fit_predict`, −1 es
# raro y 1, lo demás. ¿Con qué umbral? Con el argumento `contamination`: la fracción de raros que **tú** dices que hay. (En la SVM, `nu`.)
#
# > **Lo que oirás por ahí: «el detector te dice cuántas anomalías hay».** Probemos con los 119 Gentoo solos, sin nadie
# > colado, y con los 25 Adelie dentro.
#
# **Predice:** con `contamination=0.1`, ¿a cuántos acusará en cada caso?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La pregunta que vale: si no se sabe cuántos hay, ¿quién pone el umbral? Quien tiene que revisar: cuántos puede
# mirar al día. El orden lo da el detector; el corte, la agenda.

# %% presenta="contamination"
orders = {}
for share in (0.02, 0.1, 0.3):
    counts = []
    for data in (beaks["Gentoo"], x):
        model = IsolationForest(contamination=share, random_state=0)
        counts.append(int((model.fit_predict(data) == -1).sum()))
    orders[share] = model.score_samples(x)
    print(f"contamination={share}: acusa a {counts[0]} de 119 sin "
          f"colados, y a {counts[1]} de 144 con 25 colados")
print("¿Cambia alguna rareza?",
      not np.allclose(orders[0.02], orders[0.3]))
alone = IsolationForest(random_state=0).fit_predict(beaks["Gentoo"])
print(f"sin decirle nada: acusa a ≈ {(alone == -1).sum()} de 119 sin "
      f"colados   ¿a más de 10? {(alone == -1).sum() > 10}")

# %% [markdown] presenta="novedad, novelty="
# **Qué observas.** Acusa a la fracción que le pediste, haya colados o no. Si no le pides ninguna, el bosque corta donde la rareza
# pasa de 0.5, y acusa a muchos sin que haya ninguno. `contamination` no cambia ni una rareza: solo dónde se corta. Y casi nunca se sabe. Por eso conviene quedarse con el **orden**, y que el corte lo ponga cuántos casos puede revisar
# alguien, o una muestra de normales conocidos, como el umbral del ejercicio {{mezclas}}.5.
#
# Queda otra decisión: ¿de qué aprende?
#
# - **Buscar atípicos** (*outlier detection*): aprende de los mismos datos que juzga, con los raros dentro.
# - **Buscar novedades** (*novelty detection*): aprende de datos que se saben limpios y juzga otros nuevos. Nadie se tapa. Pero
#   alguien tuvo que limpiarlos.
#
# En LOF hay que decirlo: con `novelty=True` solo puede puntuar datos **nuevos**. Lo mediremos en la Práctica.
#
# ## Errores frecuentes
#
# **1. El signo.** En scikit-learn `score_samples` es alto en lo normal. Con los Adelie colados entre los Gentoo de los que aprende
# (aquí solo importa el signo, no lo buena que sea la nota):

# %%
scores = GaussianMixture(1).fit(beaks["Gentoo"]).score_samples(x)
upside = average_precision_score(stray, scores)
print(f"Falla: AP ≈ {upside:.2f}")
print(f"Arreglado: AP ≈ {average_precision_score(stray, -scores):.2f}")

# %% [markdown]
# **2. Puntuar con `novelty=True` los datos de los que aprendió.** Cada punto se encuentra a sí mismo como vecino, a distancia 0.
# El código no protesta, y las puntuaciones no son las suyas.

# %%
again = LocalOutlierFactor(n_neighbors=10, novelty=True).fit(town)
print("Falla: ¿salen las mismas?",
      np.allclose(again.score_samples(town), -theirs))
print("Arreglado, las que guardó al aprender:",
      np.allclose(again.negative_outlier_factor_, -theirs))

# %% [markdown]
# ### ★ Ampliación · No escalar
#
# Con la aleta en milímetros y la masa en gramos, LOF solo ve la masa.

# %%
body = penguins[["flipper_length_mm", "body_mass_g"]].to_numpy(float)
found = []
for data in (body, body[:, [1]], StandardScaler().fit_transform(body)):
    local_one = LocalOutlierFactor(n_neighbors=20).fit(data)
    found.append(np.argsort(local_one.negative_outlier_factor_)[:10])
for name, top in (("Falla, sin escalar", found[0]),
                  ("Arreglado, escalando", found[2])):
    print(f"{name}: de los 10 más raros, los mismos que mirando solo "
          f"la masa ≈ {np.isin(top, found[1]).sum()}")

# %% [markdown]
# ## Práctica: la cinta de las zapatillas
#
# Por la cinta pasan 970 zapatillas y, sin que nadie lo sepa, 30 prendas de otras clases. Nadie ha etiquetado nada. Hay, aparte, mil
# zapatillas de un lote ya revisado.

# %%
(images, labels), _ = load_fashion_mnist()
rng = np.random.default_rng(0)

def belt(kind, others):
    """970 fotos de una clase y 30 de las otras; y 1000 revisadas."""
    own = rng.permutation(np.flatnonzero(labels == kind))
    rest = rng.permutation(np.flatnonzero(np.isin(labels, others)))
    rows = np.concatenate([own[:970], rest[:30]])
    flat = images.reshape(len(images), -1)
    return (flat[rows] / np.float32(255),
            flat[own[1000:2000]] / np.float32(255))

flow, clean = belt(7, [0, 1, 2, 3, 4, 5, 6, 8, 9])
intruder = np.arange(1000) >= 970    # solo para el final
print(flow.shape, clean.shape)

# %% [markdown]
# ### Paso 1 · Ejercicio 7.12.5 · Lo que no se deja reconstruir
#
# Si unas pocas componentes bastan para las zapatillas, una zapatilla vuelve casi entera; otra cosa, no. Escribe
# `rareza_pca(x, media, ejes)`: recibe una tabla sin centrar, la media de cada columna y las componentes, una por fila. Comprime y
# reconstruye cada fila, y devuelve un array con su error cuadrático **medio**, uno por fila.

# %% tags=["ejercicio"]
def rareza_pca(x, media, ejes):
    # >>> return ...
    vuelta = (x - media) @ ejes.T @ ejes + media
    return ((x - vuelta) ** 2).mean(axis=1)
    # <<<

# %%
check("7.12.5", rareza_pca)

# %% [markdown]
# ### Paso 2 · Sin etiquetas
#
# Cuatro detectores, que aprenden de la misma cinta. Sin etiquetas no hay nota: lo que se puede hacer es **mirar** lo que
# ponen primero, y ver si coinciden. Miremos dos, el PCA y el bosque.

# %%
def rarities(learn, judged):
    """La rareza de cada foto según cuatro detectores."""
    pca = PCA(20, svd_solver="randomized", random_state=0).fit(learn)
    back = pca.inverse_transform(pca.transform(judged))
    forest = IsolationForest(random_state=0).fit(learn)
    svm = OneClassSVM(nu=0.05).fit(learn)
    lof = LocalOutlierFactor(novelty=judged is not learn).fit(learn)
    local = (-lof.negative_outlier_factor_ if judged is learn
             else -lof.score_samples(judged))
    return {"PCA": ((judged - back) ** 2).mean(axis=1),
            "bosque": -forest.score_samples(judged), "LOF": local,
            "SVM de una clase": -svm.score_samples(judged)}

# %% [markdown]
# De las diez que pongan primero el PCA y el bosque, ¿cuántas no serán zapatillas?

# %%
by_flow = rarities(flow, flow)
tops = {name: np.argsort(-rarity)[:10]
        for name, rarity in by_flow.items()}
rows = np.concatenate([tops["PCA"], tops["bosque"]])
captions = ([f"PCA, {k}" for k in range(1, 11)]
            + [f"bosque, {k}" for k in range(1, 11)])
fig = plot_image_grid(flow[rows].reshape(-1, 28, 28), captions,
                      title="Las diez más raras de cada uno")

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que cuenten a mano, en la figura, cuántas son intrusas: es una precisión en 10 hecha con los ojos, y
# es como se evalúa un detector cuando no hay etiquetas. Después, que discutan las zapatillas que salen: ¿son errores?

# %% [markdown]
# **Qué observas.** Con mirar veinte fotos ya sabes algo: cuenta las intrusas de cada uno. También hay zapatillas de verdad:
# las de caña alta lo son, aunque parezcan botines. Son raras, y no tienen nada de malo.
#
# ### Paso 3 · Con etiquetas
#
# Ahora se abre la verdad, una vez, para todos: la AP y la precisión en 30, aprendiendo de la cinta y del lote limpio.

# %% tags=["resultado"]
by_clean = rarities(clean, flow)
for name in by_flow:
    row = [average_precision_score(intruder, r[name])
           for r in (by_flow, by_clean)]
    at_30 = [precision_at_k(intruder, r[name], 30)
             for r in (by_flow, by_clean)]
    print(f"{name:<17} AP con la cinta ≈ {row[0]:.2f}, "
          f"con el lote limpio ≈ {row[1]:.2f}; "
          f"precisión en 30 ≈ {at_30[0]:.2f} y ≈ {at_30[1]:.2f}")

# %%
for name in by_flow:
    gain = paired_difference(average_precision_score, intruder,
                             by_clean[name], by_flow[name],
                             repetitions=200)
    print(f"{name:<17} limpio menos cinta ≈ {gain.value:+.2f}, de ≈ "
          f"{gain.low:+.2f} a ≈ {gain.high:+.2f}   ¿entera por encima "
          f"de 0? {gain.low > 0}")

# %% [markdown]
# **Qué observas.** Al azar, la precisión en 30 sería 0.03. Todos van muy por encima. Con datos limpios mejoran mucho tres. En la
# cinta, muchas vecinas de un vestido son las camisetas y los abrigos que también se colaron: con esa compañía, LOF lo ve menos
# raro. En el bosque, el intervalo contiene el 0: no se ve que le cambie.
#
# > **Lo que oirás por ahí: «lo raro es lo malo».** La misma cinta, con los mismos detectores, pero de **sandalias**, y lo que se
# > cuela son 30 zapatillas.
#
# **Predice:** ¿qué precisión en 30 tendrá la reconstrucción de PCA, aprendiendo de sandalias limpias?

# %%
flow, clean = belt(5, [7])
by_clean = rarities(clean, flow)
for name, rarity in by_clean.items():
    print(f"{name:<17} precisión en 30 ≈ "
          f"{precision_at_k(intruder, rarity, 30):.2f}")
ours, strange = (by_clean["PCA"][rows].mean()
                 for rows in (~intruder, intruder))
print(f"rareza media: sandalias ≈ {ours:.4f}, zapatillas ≈ {strange:.4f}")
print("Según PCA, ¿son las zapatillas menos raras que las sandalias?",
      bool(strange < ours))
above = (by_clean["PCA"][intruder][:, None]
         > by_clean["PCA"][~intruder]).mean()
print(f"parejas en las que la zapatilla es la más rara ≈ {above:.2f}",
      "  ¿menos de la mitad?", bool(above < 0.5))

# %% [markdown]
# **Qué observas.** Ninguno las encuentra, y el PCA ordena **al revés**: con solo sandalias aprendidas, una zapatilla es de lo más fácil de reconstruir. Hay
# sandalias de mil formas, con tiras y huecos; la zapatilla es lisa y compacta, y cabe en lo que el PCA ya sabe pintar. El detector
# hace bien su trabajo: la pregunta era otra. Un detector contesta «¿a qué no me parezco?». Si lo malo se parece
# a lo corriente, hacen falta etiquetas.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Supón que pones `contamination=0.05` y el detector acusa a 50 de 1000. ¿Qué has averiguado?
#
# - a) Que hay unas 50 anomalías.
# - b) Cuáles son las 50 que él encuentra más raras.
# - c) Que las otras 950 son normales.
# - d) Que el detector acierta el 95 %.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("7.12.A1", respuesta_1)

# %% [markdown]
# **A2.** En tus datos se coló un grupo compacto de 40 raros, y usas LOF con `n_neighbors=10`. ¿Qué pasará?
#
# - a) Los encontrará: están lejos de todos los demás.
# - b) No aprenderá nada, porque 40 es más que 10.
# - c) Todos los demás parecerán raros.
# - d) Se tapan: los vecinos de cada uno son otros raros, igual de juntos.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "d"
# <<<
check("7.12.A2", respuesta_2)

# %% [markdown]
# **A3.** Un detector sin etiquetas pone los casos malos al final de su lista. ¿Qué haces?
#
# - a) Pensar qué pregunta contesta: lo malo, aquí, se parece a lo corriente.
# - b) Cambiar el signo de la rareza, y ya está.
# - c) Subir `contamination` hasta que los acuse.
# - d) Tirarlo: está mal programado.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("7.12.A3", respuesta_3)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** En A3, la b) tienta: con el signo cambiado, los raros de verdad quedarían al final, y el próximo malo
# distinto también.

# %% [markdown]
# ## Resumen
#
# - Un detector da un **orden**: más raro, menos raro. Cada uno tiene su idea de lo normal.
# - Mahalanobis mide desviaciones en todas las direcciones; con raros dentro, hace falta la versión robusta.
# - El bosque cuenta cortes al azar; LOF se compara con sus vecinos; la SVM traza una frontera; PCA mira lo que no sabe reconstruir.
# - `contamination` no averigua nada: pone el corte donde tú digas.
# - Lo raro no es lo malo: un detector puede ordenar al revés de lo que te interesa.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 9.
# - F. T. Liu, K. M. Ting y Z.-H. Zhou (2008), [*Isolation Forest*](https://doi.org/10.1109/ICDM.2008.17).
# - M. Breunig y otros (2000), [*LOF: Identifying Density-Based Local Outliers*](https://doi.org/10.1145/335191.335388).
# - scikit-learn: [novedades y atípicos](https://scikit-learn.org/stable/modules/outlier_detection.html).
