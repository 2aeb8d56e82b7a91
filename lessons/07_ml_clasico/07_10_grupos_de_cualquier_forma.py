# %% [markdown]
# # 7.10 · Grupos de cualquier forma
#
# | | |
# |---|---|
# | **Objetivos** | Escribir DBSCAN y obtener los mismos grupos que scikit-learn; distinguir núcleo, borde y ruido; elegir eps con la curva de vecinos y saber cuándo no hay un eps bueno; escribir la fusión más cercana y leer un dendrograma; decir qué hace cada uno de los demás métodos; decidir con medidas si unos grupos existen y si sirven |
# | **Duración** | {{minutos}} |
# | **Requisitos** | k-means, la inercia y la silueta (lección {{agrupar}}), los vecinos y las lunas ({{cuatro_paradigmas}}) y la comparación pareada ({{te_puedes_fiar}}) |
# | **Datos** | Nubes fabricadas, los pingüinos de Palmer y las 569 biopsias que trae scikit-learn |
# | **Práctica** | Agrupar biopsias sin saber cuáles son malignas, y abrir el cajón al final |

# %%
import time

import matplotlib.pyplot as plt
import numpy as np
from scipy.cluster.hierarchy import dendrogram, fcluster, linkage
from sklearn.cluster import DBSCAN, HDBSCAN, AffinityPropagation
from sklearn.cluster import AgglomerativeClustering, Birch, KMeans
from sklearn.cluster import MeanShift, SpectralClustering
from sklearn.datasets import load_breast_cancer, make_blobs, make_moons
from sklearn.metrics import adjusted_rand_score, silhouette_score
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler

from course_utils import check, hint, solution
from course_utils import load_penguins, paired_difference, plot_groups

# %% [markdown] presenta="índice de Rand ajustado, course_utils.plot_groups"
# ## 1 · ¿Y si un grupo es «donde hay gente»?
#
# *k-means* busca bolas, y hay grupos que no lo son. Volvamos a las dos lunas. `plot_groups` dibuja cada grupo
# con su color y su marca.
#
# Si hay una respuesta con la que comparar, se usa el **índice de Rand ajustado** (ARI). De cada pareja de
# muestras mira si los dos repartos las ponen juntas o separadas. Vale 1 si los repartos son el mismo, se llamen
# como se llamen los grupos, y cerca de 0 si solo coinciden por azar. En la práctica escribirás su primera
# mitad.
#
# **Predice:** ¿por dónde cortará *k-means*?

# %% presenta="sklearn.metrics.adjusted_rand_score"
moons, truth = make_moons(400, noise=0.06, random_state=0)
halves = KMeans(2, n_init=5, random_state=0).fit_predict(moons)
fig, axes = plt.subplots(1, 2, figsize=(7.5, 2.8), sharey=True)
for ax, name, groups in zip(axes, ("Las dos lunas", "k-means"),
                            (truth, halves)):
    plot_groups(moons, groups, ax=ax)
    ax.set_title(name)
fig.tight_layout()
cut = adjusted_rand_score(truth, halves)
print(f"ARI de k-means ≈ {cut:.2f}   ¿menos de 0.35? {cut < 0.35}")

# %% [markdown] presenta="DBSCAN, núcleo (DBSCAN), borde, ruido (DBSCAN)"
# **Qué observas.** Corta por la mitad entre dos centros: es lo único que sabe hacer. **DBSCAN** (Ester y
# otros, 1996) parte de otra idea: un grupo es una zona con muchas muestras juntas, tenga la forma que tenga. Se le dan
# dos números, un radio `eps` y una cantidad `min_samples`:
#
# - Son **vecinas** las que están a `eps` o menos. Cada una es también vecina de sí misma.
# - Es **núcleo** (*core*) la que tiene al menos `min_samples` vecinas.
# - Es **borde** la que no es núcleo, pero tiene uno de vecino.
# - Las demás son **ruido**: no son de ningún grupo. scikit-learn les pone el número −1.
#
# ### Ejercicio 7.10.1
#
# Escribe `nucleos(x, eps, minimo)`: recibe las muestras, una por fila, el radio y cuántas vecinas hacen falta (lo
# que scikit-learn llama `min_samples`). Devuelve un array de True y False, uno por muestra, que dice cuáles son
# núcleo. La tabla de distancias de todas a todas ya está.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Con diez monedas sobre la mesa y un vaso que hace de radio, que digan a mano cuáles son
# núcleo, borde y ruido. En 7.10.1 se olvida que cada muestra se cuenta a sí misma; en 7.10.2, que desde un
# borde no se sigue creciendo.

# %% tags=["ejercicio"]
def nucleos(x, eps, minimo):
    distancias = np.linalg.norm(x[:, np.newaxis] - x, axis=2)
    # >>> return ...
    return (distancias <= eps).sum(axis=1) >= minimo
    # <<<

# %%
check("7.10.1", nucleos)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("7.10.1")` da una pista (y otra, si insistes), y
# `solution("7.10.1")` muestra una solución.
#
# Un grupo **crece desde un núcleo**. Entran sus vecinas. De las que han entrado, las que también son núcleo
# traen a las suyas. Y así, hasta que no entra nadie. Un borde entra, pero no trae a nadie.
#
# ### Ejercicio 7.10.2
#
# Escribe `crecer(vecinas, es_nucleo, inicio)`. Recibe una tabla cuadrada de True y False (quién es vecina de
# quién), el array que dice cuáles son núcleo y la posición de un núcleo. Devuelve un array de True y False:
# quién está en su grupo. Un `while True` que pare cuando `grupo` ya no cambie es buena idea.

# %% tags=["ejercicio"]
def crecer(vecinas, es_nucleo, inicio):
    grupo = vecinas[inicio]
    # >>> return ...
    while True:
        mayor = vecinas[grupo & es_nucleo].any(axis=0)
        if np.array_equal(mayor, grupo):
            return grupo
        grupo = mayor
    # <<<

# %%
check("7.10.2", crecer)

# %% [markdown]
# Ya está todo: mientras quede un núcleo sin grupo, se hace crecer uno nuevo desde él. Un borde que está entre
# dos grupos se lo queda el primero que llega.

# %%
def grow(near, core, first):
    group = near[first]
    while True:
        larger = near[group & core].any(axis=0)
        if np.array_equal(larger, group):
            return group
        group = larger

def dbscan(x, eps, least):
    near = np.linalg.norm(x[:, np.newaxis] - x, axis=2) <= eps
    core, groups = near.sum(axis=1) >= least, np.full(len(x), -1)
    for first in np.flatnonzero(core):
        if groups[first] == -1:
            new = grow(near, core, first) & (groups == -1)
            groups[new] = groups.max() + 1
    return groups

# %% tags=["resultado"] presenta="sklearn.cluster.DBSCAN"
ours = dbscan(moons, 0.12, 5)
theirs = DBSCAN(eps=0.12, min_samples=5).fit_predict(moons)
print("¿Los mismos grupos que scikit-learn?", np.array_equal(ours, theirs))
fig, axes = plt.subplots(1, 2, figsize=(7.5, 2.8), sharey=True)
for ax, eps in zip(axes, (0.12, 0.2)):
    plot_groups(moons, dbscan(moons, eps, 5), ax=ax)
    ax.set_title(f"DBSCAN, eps = {eps}")
fig.tight_layout()
best = adjusted_rand_score(truth, dbscan(moons, 0.2, 5))
print(f"ARI con eps = 0.2 ≈ {best:.2f}   ¿más de 0.95? {best > 0.95}")

# %% [markdown]
# **Qué observas.** Las dos lunas, enteras. Con el radio pequeño, las cruces grises son ruido. Y nadie dijo
# cuántos grupos había.
#
# ## 2 · ¿Y quién dice cuánto vale eps?
#
# > **Lo que oirás por ahí: «DBSCAN averigua él solo cuántos grupos hay».** Las lunas, con cinco radios.
#
# **Predice:** ¿cuántos grupos saldrán con cada uno?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** No le pides el número de grupos, pero le pides el radio, que es más difícil de adivinar. La
# curva de 7.10.3 no es una receta mágica: pregunta qué fracción queda fuera a cada altura.

# %%
counted = []
for eps in (0.08, 0.1, 0.15, 0.2, 0.4):
    found = DBSCAN(eps=eps, min_samples=5).fit_predict(moons)
    counted.append(found.max() + 1)
    print(f"eps = {eps:<5} grupos ≈ {counted[-1]}, "
          f"ruido ≈ {(found == -1).sum()}")
print("¿Dos con 0.15 y 0.2? ¿Más de dos con 0.08? ¿Uno con 0.4?",
      counted[2] == counted[3] == 2, counted[0] > 2, counted[4] == 1)

# %% [markdown]
# **Qué observas.** De muchos grupos a uno solo. Cuántos hay lo dice `eps`, que lo dices tú. ¿Cómo se elige?
#
# Con `min_samples=5`, una muestra es núcleo si tiene cinco vecinas **contándose a ella**. Es decir: si, de las
# demás, la cuarta más cercana está a `eps` o menos. Dibujemos esa distancia, la de todas, **de menor a mayor**.
#
# ### Ejercicio 7.10.3
#
# Escribe `a_la_vecina(x, k)`: devuelve un array con la distancia de cada muestra a su vecina número `k` (de las
# demás, **sin contarse a sí misma**, la `k`-ésima más cercana, esté donde esté), ordenado de menor a mayor. La
# tabla de distancias ya está.

# %% tags=["ejercicio"]
def a_la_vecina(x, k):
    distancias = np.linalg.norm(x[:, np.newaxis] - x, axis=2)
    # >>> return ...
    return np.sort(np.sort(distancias, axis=1)[:, k])
    # <<<

# %%
check("7.10.3", a_la_vecina)

# %%
def to_neighbour(x, k):
    distances = np.linalg.norm(x[:, np.newaxis] - x, axis=2)
    return np.sort(np.sort(distances, axis=1)[:, k])

curve = to_neighbour(moons, 4)
fig, ax = plt.subplots(figsize=(6.5, 3.2))
ax.plot(np.arange(len(curve)), curve, color="#333333")
ax.axhline(0.15, color="#D55E00", linestyle="--", label="eps = 0.15")
ax.set(title="La curva de la cuarta vecina", ylabel="Distancia",
       xlabel="Muestras, de la que tiene más compañía a la que menos")
ax.legend()
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Sube despacio y al final se dispara: son las que están solas. La curva dice, para cada
# `eps`, cuántas serán núcleo: las que quedan debajo (debajo de la raya, casi todas). Se empieza por un radio
# donde se dispara, en el **codo** (aquí, de 0.12 a 0.15), y se prueban otros alrededor. Si con cada uno salen
# otros grupos, no te fíes de ninguno.
#
# ### ¿Y si unos grupos están más apretados que otros?
#
# Dos nubes pequeñas, muy juntas, y una grande y ancha. ¿Habrá un radio que separe las dos pequeñas y no rompa la
# grande? Probamos muchos, y solo valen los que dejan menos de un cuarto de ruido: el ARI cuenta el ruido como un
# grupo más, y llamar ruido a toda la nube ancha le saldría casi perfecto.

# %%
uneven, kinds = make_blobs([100, 100, 200], random_state=0,
                           centers=[[0, 0], [0.7, 0], [5, 0]],
                           cluster_std=[0.1, 0.1, 1.2])
fair = []
for eps in np.arange(0.05, 1.5, 0.01):
    found = DBSCAN(eps=eps, min_samples=5).fit_predict(uneven)
    if (found == -1).mean() < 0.25:
        fair.append(adjusted_rand_score(kinds, found))
print(f"con menos de un cuarto de ruido, el mejor ARI ≈ {max(fair):.2f}",
      "  ¿menos de 0.85?", bool(max(fair) < 0.85))

# %% [markdown] presenta="HDBSCAN, sklearn.cluster.HDBSCAN, min_cluster_size"
# **Qué observas.** Ninguno de esos radios sirve para las dos densidades.
#
# **HDBSCAN** (Campello y otros, 2013) prueba **todos** los radios a la vez. Mira qué grupos nacen, se parten y
# se apagan al encoger el radio, y se queda con los que **más duran**, cada uno a su radio. En vez de `eps` pide
# `min_cluster_size`, cuántas muestras tiene como poco algo que merezca llamarse grupo.

# %%
whole = HDBSCAN(min_cluster_size=20, min_samples=5, copy=True)
fig, axes = plt.subplots(1, 3, figsize=(7.5, 2.7), sharey=True)
tries = {"DBSCAN, eps = 0.15": DBSCAN(eps=0.15, min_samples=5),
         "DBSCAN, eps = 0.8": DBSCAN(eps=0.8, min_samples=5),
         "HDBSCAN": whole}
for ax, (name, model) in zip(axes, tries.items()):
    plot_groups(uneven, model.fit_predict(uneven), ax=ax)
    ax.set_title(name)
fig.tight_layout()
match = adjusted_rand_score(kinds, whole.labels_)
print(f"ARI de HDBSCAN ≈ {match:.2f}   ¿más de 0.9? {match > 0.9}")

# %% [markdown] presenta="agrupamiento jerárquico aglomerativo, enlace, enlace de Ward"
# **Qué observas.** Con el radio pequeño, la nube ancha es casi toda ruido; con el grande, las pequeñas son una.
# HDBSCAN da a cada una lo suyo. (`copy=True` le pide que no toque la tabla que recibe.)
#
# ## 3 · ¿Y si se van juntando de dos en dos?
#
# El **agrupamiento jerárquico aglomerativo** empieza con cada muestra en su grupo, y repite un paso: **junta
# los dos grupos más cercanos**. Acaba con uno solo, y por el camino ha dado un reparto con cada número de
# grupos. Falta decir qué es la distancia entre dos **grupos**. Es el **enlace** (*linkage*):
#
# | Enlace | Distancia entre dos grupos | Le salen |
# |---|---|---|
# | simple (`"single"`) | la de su pareja **más cercana** | cadenas, de cualquier forma |
# | completo (`"complete"`) | la de su pareja **más lejana** | bolas compactas |
# | medio (`"average"`) | la **media** de todas las parejas | algo intermedio |
# | de Ward (`"ward"`) | lo que **subiría la inercia** al juntarlos | bolas de tamaño parecido, como *k-means* |
#
# ### Ejercicio 7.10.4
#
# Escribe `mas_cercanos(distancias, grupos, enlace)`. Recibe la tabla de distancias entre muestras, el número de
# grupo de cada muestra y la función que resume (`np.min`, `np.max` o `np.mean`). Devuelve tres cosas: la
# distancia entre los dos grupos más cercanos y sus dos números, primero el menor. En `parejas` ya están todas
# las parejas de grupos, y `min` de unas tuplas compara su primer valor. Las distancias de las del grupo 2
# (filas) a las del 5 (columnas) son `distancias[grupos == 2][:, grupos == 5]`.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Seis puntos en la pizarra y que digan, en orden, qué se junta con cada enlace. El dendrograma
# se lee de abajo arriba; que corten con una regla a varias alturas y cuenten ramas.

# %% tags=["ejercicio"]
def mas_cercanos(distancias, grupos, enlace):
    numeros = np.unique(grupos)
    parejas = [(a, b) for a in numeros for b in numeros if a < b]
    # >>> return ...
    return min((enlace(distancias[grupos == a][:, grupos == b]), a, b)
               for a, b in parejas)
    # <<<

# %%
check("7.10.4", mas_cercanos)

# %% [markdown] presenta="dendrograma, scipy.cluster.hierarchy.linkage, scipy.cluster.hierarchy.dendrogram, scipy.cluster.hierarchy.fcluster"
# Repetido hasta que quede un solo grupo, es el método entero. `linkage`, de SciPy, lo hace y apunta cada fusión
# en una fila; la tercera columna es su distancia.
#
# Las fusiones se dibujan en un árbol, el **dendrograma**. Cada puente horizontal es una fusión, y su altura, la
# distancia a la que ocurrió. **Cortar** a una altura deja tantos grupos como líneas verticales cruza el corte;
# lo hace `fcluster`.

# %%
points = np.array([[0, 0], [1, 0], [0.5, 1.2], [4, 0], [4.7, 0.6],
                   [7, 3], [7.4, 3.9], [2.4, 4.5]])
tree = linkage(points, "average")
print("corte a 2:", fcluster(tree, 2, criterion="distance"))

# %%
fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3.3))
left.scatter(*points.T, s=60, color="#E69F00", edgecolors="black")
for letter, place in zip("abcdefgh", points):
    left.annotate(letter, place, xytext=(6, 6),
                  textcoords="offset points")
left.set(title="Ocho puntos", xlim=(-0.5, 8.2), ylim=(-0.6, 5.4))
drawn = dendrogram(tree, labels=list("abcdefgh"), ax=right,
                   color_threshold=0, above_threshold_color="#333333")
right.axhline(2, color="#D55E00", linestyle="--", label="corte a 2")
right.set(title="Su dendrograma, enlace medio", ylabel="Distancia")
right.legend()
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Se lee de abajo arriba. El corte a 2 cruza cuatro líneas: cuatro grupos, y «h» es uno. Un
# salto largo sin puentes dice que, para ese enlace, lo que queda por juntar está mucho más lejos que lo ya
# juntado: es un buen sitio para probar un corte. No es una prueba: con Ward, también el puro azar da saltos.

# %% [markdown] presenta="sklearn.cluster.AgglomerativeClustering"
# ### ¿Qué enlace?
#
# Dos nubes redondas, y entre ellas un puente de pocos puntos. `AgglomerativeClustering` es el método en
# scikit-learn; si no le dices el enlace, usa Ward.
#
# ¿Qué hará con el puente el enlace simple? ¿Y Ward?

# %%
two, sides = make_blobs(200, centers=[[0, 0], [6, 0]], cluster_std=0.8,
                        random_state=0)
bridge = np.column_stack([np.linspace(0, 6, 25), np.zeros(25)])
joined = np.vstack([two, bridge])
fig, axes = plt.subplots(1, 2, figsize=(7.5, 2.7), sharey=True)
match = {}
for ax, link in zip(axes, ("single", "ward")):
    model = AgglomerativeClustering(2, linkage=link).fit(joined)
    match[link] = adjusted_rand_score(sides, model.labels_[:200])
    plot_groups(joined, model.labels_, ax=ax)
    ax.set_title(f"{link}: ARI ≈ {match[link]:.2f}")
fig.tight_layout()
print("¿simple, menos de 0.1; Ward, más de 0.9?",
      match["single"] < 0.1, match["ward"] > 0.9)

# %% [markdown] presenta="encadenamiento"
# **Qué observas.** El enlace simple pasa de punto en punto por el puente: para él todo es un grupo, y el otro
# es un punto suelto. Es el **encadenamiento** (*chaining*). Esa manía de saltar al vecino es la que le deja
# seguir una luna. Y todos los enlaces comparan muchas parejas de muestras: con decenas de miles, la tabla de
# distancias, que casi todos guardan, no cabe en un portátil.
#
# ### ★ Ampliación · ¿Sale lo mismo que con SciPy?
#
# La fusión más cercana, repetida. Aquí está, y las distancias a las que junta.

# %%
far = np.linalg.norm(points[:, np.newaxis] - points, axis=2)

def merge(far, link):
    groups, heights = np.arange(len(far)), []
    while len(np.unique(groups)) > 1:
        height, p, q = min((link(far[groups == p][:, groups == q]), p, q)
                           for p in groups for q in groups if p < q)
        groups[groups == q] = p
        heights.append(height)
    return heights

for name, link in (("single", np.min), ("complete", np.max),
                   ("average", np.mean)):
    print(name, "¿igual que SciPy?", np.allclose(
        merge(far, link), linkage(points, name)[:, 2]))

# %% [markdown] presenta="agrupamiento espectral, mean shift, BIRCH, propagación de afinidad"
# ## 4 · ¿Y los demás?
#
# La lista de scikit-learn sigue. Cuatro que verás nombrados:
#
# | Método | Qué hace | Cuándo pensar en él |
# |---|---|---|
# | **Agrupamiento espectral** (`SpectralClustering`) | Une cada muestra con las que se le parecen, como una red, y la parte en trozos grandes cortando el menos hilo posible | Formas raras, número de grupos sabido, pocos miles de muestras |
# | ***Mean shift*** (`MeanShift`) | Cada muestra camina hacia donde hay más gente; las que llegan a la misma cima son un grupo | Bolas, y no se sabe cuántas; pocas muestras y pocas columnas |
# | **BIRCH** (`Birch`) | De una pasada resume las muestras en muchos grupos muy pequeños, y luego los junta | Muchísimas muestras, también por trozos |
# | **Propagación de afinidad** (`AffinityPropagation`) | Las muestras se mandan mensajes hasta elegir a unas que representen a las demás | Se quiere un representante real de cada grupo; pocas muestras |
#
# Las lunas otra vez. El espectral y BIRCH reciben el número de grupos; los otros dos, no.

# %% presenta="sklearn.cluster.SpectralClustering, sklearn.cluster.MeanShift, sklearn.cluster.Birch, sklearn.cluster.AffinityPropagation"
four_more = {
    "espectral": SpectralClustering(2, gamma=40, random_state=0),
    "BIRCH": Birch(n_clusters=2, threshold=0.2),
    "mean shift": MeanShift(bin_seeding=True),
    "afinidad": AffinityPropagation(damping=0.9, random_state=0)}
fig, axes = plt.subplots(2, 2, figsize=(7.5, 5.2), sharey=True)
match = {}
for ax, (name, model) in zip(axes.flat, four_more.items()):
    groups = model.fit_predict(moons)
    match[name] = adjusted_rand_score(truth, groups)
    plot_groups(moons, groups, ax=ax)
    ax.set_title(f"{name}: ARI ≈ {match[name]:.2f}")
fig.tight_layout()
print("pasan de 0.9:", [name for name in match if match[name] > 0.9])

# %% [markdown]
# **Qué observas.** Solo el espectral sigue las lunas: por el hueco casi no hay hilos que cortar. Pero hubo que
# darle el número de grupos y `gamma`, que dice lo deprisa que dos muestras dejan de parecerse. BIRCH corta, como
# *k-means*. A *mean shift*, con el ancho que se pone él, le sale un solo grupo. La propagación de afinidad hace
# muchos pequeños. (`threshold` y `damping` son ajustes suyos; `bin_seeding`, un atajo.)
#
# ### ★ Ampliación · Los nueve, medidos
#
# Tres problemas fabricados: las lunas, tres bolas de anchuras distintas, y tres bolas con ruido por todas
# partes. Todo escalado (por eso *k-means* no saca en las lunas lo mismo que antes). Del ruido no se pide nada:
# el ARI se calcula con las demás.

# %%
wide, wide_truth = make_blobs([150] * 3, cluster_std=[1.5, 0.3, 0.7],
                              centers=[[-4, 0], [2, 0], [4.5, 5]],
                              random_state=0)
balls, ball_truth = make_blobs([120] * 3, cluster_std=0.5,
                               centers=[[0, 0], [5, 0], [2.5, 4.5]],
                               random_state=0)
chance = np.random.default_rng(0)
dust = chance.uniform([-2, -2], [7, 6.5], (90, 2))
noisy = np.concatenate([ball_truth, np.full(90, -1)])
problems = {"lunas": (moons, truth, 2), "anchuras": (wide, wide_truth, 3),
            "ruido": (np.vstack([balls, dust]), noisy, 3)}

# %%
def methods(k):
    return {
        "k-means": KMeans(k, n_init=5, random_state=0),
        "Ward": AgglomerativeClustering(k),
        "simple": AgglomerativeClustering(k, linkage="single"),
        "DBSCAN": DBSCAN(eps=0.25, min_samples=10),
        "HDBSCAN": HDBSCAN(min_cluster_size=20, copy=True),
        "espectral": SpectralClustering(k, gamma=20, random_state=0),
        "mean shift": MeanShift(bin_seeding=True),
        "BIRCH": Birch(n_clusters=k, threshold=0.2),
        "afinidad": AffinityPropagation(damping=0.9, random_state=0)}

# %% [markdown]
# **Predice:** ¿quién ganará en cada columna? ¿Habrá uno que gane en las tres?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Tabla para discutir, no para memorizar. Que cada grupo apueste por un método antes de
# ejecutar, y pruebe después otros ajustes.

# %%
scores = {}
print(f"{'':<11}{'  '.join(problems)}  segundos")
for name in methods(2):
    row, begin = "", time.process_time()
    for problem, (x, y, k) in problems.items():
        scaled = StandardScaler().fit_transform(x)
        found = methods(k)[name].fit_predict(scaled)
        real = y >= 0
        score = adjusted_rand_score(y[real], found[real])
        scores[name, problem] = score
        row += f" ≈ {score:.2f}  "
    print(f"{name:<11}{row} ≈ {time.process_time() - begin:.2f}")

# %%
print("pasan de 0.9 en las lunas:",
      [name for name in methods(2) if scores[name, "lunas"] > 0.9])
print("¿El simple, con ruido, menos de 0.1?",
      bool(scores["simple", "ruido"] < 0.1))
print("pasan de 0.9 en las tres:", [name for name in methods(2) if min(
    scores[name, problem] for problem in problems) > 0.9])

# %%
other = {}
for name, model, problem in (
        ("espectral, gamma=1", SpectralClustering(
            2, gamma=1, random_state=0), "lunas"),
        ("DBSCAN, eps=0.4", DBSCAN(eps=0.4, min_samples=10),
         "anchuras")):
    x, y, _ = problems[problem]
    found = model.fit_predict(StandardScaler().fit_transform(x))
    other[name] = adjusted_rand_score(y, found)
    print(f"{name}: {problem} ≈ {other[name]:.2f}")
print("Con gamma=1, ¿menos de 0.9?", other["espectral, gamma=1"] < 0.9)

# %% [markdown]
# **Qué observas.** Ven las lunas los que van de vecino en vecino: el simple, DBSCAN, HDBSCAN y el espectral. Los
# de bolas, no. El enlace simple, que acertaba las lunas, no aguanta el ruido. El espectral acierta en las tres, con
# ventaja: sabía cuántos grupos hay, y su `gamma` se eligió mirando estos datos. Con el que trae, 1, no ve las
# lunas. DBSCAN llama ruido a las orillas de la bola ancha, y con un `eps` mayor, a muchas menos (aquí; con otros puntos falla a
# veces). **Cada uno supone una forma, y los ajustes deciden tanto como el método**: sin la respuesta delante, no habrías sabido
# cuáles poner.
#
# ## 5 · ¿Y si no hay grupos?
#
# > **Lo que oirás por ahí: «el algoritmo encontró grupos: los hay».** Puntos al azar en un cuadrado, sin
# > ningún grupo. Diez cuadrados distintos.

# %%
rng = np.random.default_rng(0)
squares = [rng.uniform(size=(400, 2)) for _ in range(10)]
counted = {}
for name, model in (
        ("HDBSCAN", HDBSCAN(min_cluster_size=20, copy=True)),
        ("afinidad", AffinityPropagation(damping=0.9, random_state=0))):
    counted[name] = [int(model.fit_predict(square).max()) + 1
                     for square in squares]
    print(f"{name:<11} grupos ≈ {counted[name]}")
print("¿Alguna vez ve grupos HDBSCAN? ¿Y la afinidad, siempre más de 5?",
      max(counted["HDBSCAN"]) > 1, min(counted["afinidad"]) > 5)

# %% [markdown] presenta="estabilidad"
# **Qué observas.** *k-means*, Ward y el espectral dan siempre los que se les piden. Y HDBSCAN, que podría decir
# «aquí no hay nada», aquí casi nunca lo dice: también el azar tiene zonas más llenas.
#
# Una comprobación sin etiquetas es la **estabilidad**: se quita al azar una quinta parte de las muestras, dos
# veces, y se agrupa cada vez. Las muestras que están en las dos, ¿quedan juntas con las mismas? El ARI de un
# reparto con el otro lo dice.

# %%
def stability(model, x, turns=5):
    rng = np.random.default_rng(0)
    marks = []
    for _ in range(turns):
        one = rng.permutation(len(x)) < 0.8 * len(x)
        two = rng.permutation(len(x)) < 0.8 * len(x)
        first, second = np.zeros((2, len(x)))
        first[one] = model.fit_predict(x[one])
        second[two] = model.fit_predict(x[two])
        both = one & two
        marks.append(adjusted_rand_score(first[both], second[both]))
    return np.mean(marks)

# %% [markdown]
# Tres casos: los pingüinos, con sus tres especies en el cajón; los diez cuadrados de puro azar, de media; y
# **una sola** nube, alargada, a la que se piden dos grupos.
#
# **Predice:** ¿en cuáles será estable *k-means*?

# %%
birds = load_penguins().dropna()
four = StandardScaler().fit_transform(birds[[
    "bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]])
long = rng.normal(size=(1000, 2)) * [4, 1]
stable = []
for name, tables, k in (("pingüinos", [four], 3),
                        ("cuadrados", squares, 3),
                        ("una nube larga", [long], 2)):
    model = KMeans(k, n_init=5, random_state=0)
    marks = [stability(model, x) for x in tables]
    stable.append(np.mean(marks))
    print(f"{name:<15} estabilidad ≈ {stable[-1]:.2f}, "
          f"la mayor ≈ {max(marks):.2f}")
print("¿Pingüinos, más que el azar? ¿La nube larga, más de 0.75?",
      bool(stable[0] > stable[1] + 0.1), bool(stable[2] > 0.75))

# %% [markdown]
# **Qué observas.** De media, el azar se delata: según quién falte, sale otro reparto. Pero mira la mayor de los
# diez cuadrados: también el azar puede salir estable. Y la nube larga lo es, y no tiene grupos: siempre se corta
# por la mitad de lo largo. **Si no es estable, no lo creas; si lo es, aún no está probado.**
#
# ### ★ Ampliación · ¿Gana el de mayor silueta?
#
# > **Lo que oirás por ahí: «el mejor reparto es el de mayor silueta».** La silueta también supone bolas.
# > De las lunas sabemos la respuesta:

# %%
right = silhouette_score(moons, truth)
wrong = silhouette_score(moons, halves)
print(f"silueta de las lunas de verdad ≈ {right:.2f}, "
      f"del corte de k-means ≈ {wrong:.2f}")
print("¿Prefiere el corte?", bool(wrong > right + 0.1))

# %% [markdown]
# **Qué observas.** Prefiere el reparto equivocado. Una medida sin etiquetas no dice cuál es el verdadero: dice
# cuál se parece más a lo que ella llama grupo.
#
# ## Errores frecuentes
#
# **Pedirle a DBSCAN el grupo de una muestra nueva.** No tiene `predict`: una sola muestra más podría unir dos
# grupos. Un apaño honrado: el grupo del **núcleo más cercano**, si está a `eps` o menos; si no, ruido. Es un
# vecino más cercano (kNN, con uno) entrenado solo con los núcleos, que el modelo guarda en `components_` (y sus
# posiciones, en `core_sample_indices_`). `kneighbors` da además la distancia a ese vecino.

# %% presenta=".components_, .core_sample_indices_, .kneighbors, .eps"
model = DBSCAN(eps=0.2, min_samples=5).fit(moons)
print("Falla: ¿tiene predict?", hasattr(model, "predict"))
core_groups = model.labels_[model.core_sample_indices_]
nearest = KNeighborsClassifier(1).fit(model.components_, core_groups)

def predict(new):
    away, _ = nearest.kneighbors(new)
    return np.where(away[:, 0] <= model.eps, nearest.predict(new), -1)

print("Arreglado:", predict(np.array([[0.0, 1.0], [1.0, -0.5], [9, 9]])))
fresh, fresh_truth = make_moons(200, noise=0.06, random_state=7)
good = adjusted_rand_score(fresh_truth, predict(fresh))
print(f"ARI en lunas nuevas ≈ {good:.2f}   ¿más de 0.95? {good > 0.95}")

# %% [markdown]
# ### ★ Ampliación · Contar el −1 como un grupo
#
# El ruido no es un grupo: sus muestras no se parecen.

# %%
found = DBSCAN(eps=0.12, min_samples=5).fit_predict(moons)
print("Falla:", len(np.unique(found)), "grupos")
print("Arreglado:", len(np.unique(found[found >= 0])), "grupos y",
      (found == -1).sum(), "muestras de ruido")

# %% [markdown]
# ## Práctica: biopsias sin etiquetas
#
# Las 569 biopsias de {{cuatro_paradigmas}}: treinta medidas de cada una. ¿Se ven dos grupos **sin decir**
# cuáles son malignas? Es el orden honrado: primero se mide sin etiquetas, se elige **un** reparto, y solo
# después se abre el cajón, una vez. La regla se escribe antes de mirar nada:
#
# 1. Fuera los que dejen un grupo con menos del 5 % de las biopsias: casos raros, no un tipo.
# 2. Fuera los que tengan estabilidad menor que 0.85.
# 3. De los que queden, el de mayor silueta.
#
# ### Paso 1 · Medir sin etiquetas
#
# En vez de usar `gamma`, este espectral une cada biopsia con sus diez más cercanas (`"nearest_neighbors"`). En la
# salida, «el menor» es la parte de las biopsias que cae en el grupo más pequeño.

# %% [markdown] tags=["docente"]
# **{{minutos}}** con la autoevaluación. Aquí manda el orden: quien mire primero las etiquetas ya no puede
# elegir honradamente. Pregunta qué habrían publicado si solo hubieran mirado la silueta. Y recuerda que una
# máquina que diagnostica exige mucho más que esto.

# %%
biopsies = load_breast_cancer()
cells = StandardScaler().fit_transform(biopsies.data)
models = {
    "k-means": KMeans(2, n_init=5, random_state=0),
    "Ward": AgglomerativeClustering(2),
    "enlace medio": AgglomerativeClustering(2, linkage="average"),
    "espectral": SpectralClustering(2, affinity="nearest_neighbors",
                                    random_state=0),
    "HDBSCAN": HDBSCAN(min_cluster_size=15, copy=True)}
found = {name: model.fit_predict(cells) for name, model in models.items()}
lost = (found["HDBSCAN"] == -1).mean()
print(f"ruido de HDBSCAN ≈ {lost:.2f}   ¿a todas? {lost == 1}")

# %%
measures = {}
for name in ("k-means", "Ward", "enlace medio", "espectral"):
    small = np.bincount(found[name]).min() / len(cells)
    still = stability(models[name], cells)
    shape = silhouette_score(cells, found[name])
    measures[name] = small, still, shape
    print(f"{name:<13} silueta ≈ {shape:.3f}, "
          f"estabilidad ≈ {still:.2f}, el menor ≈ {small:.3f}")
kept = [name for name, (small, still, _) in measures.items()
        if small >= 0.05 and still >= 0.85]
chosen = max(kept, key=lambda name: measures[name][2])
print("quedan:", kept, "  elegido:", chosen)

# %% [markdown]
# **Qué observas.** HDBSCAN, con estos ajustes, llama ruido a todas: no ve dos zonas de al menos quince separadas
# por un hueco, y un grupo solo no lo da si no se le permite. La silueta prefería, y por mucho, el enlace medio,
# que aparta tres biopsias raras y deja juntas a todas las demás. La regla lo descartó.
#
# ### Paso 2 · Ejercicio 7.10.5 · La nota
#
# El **índice de Rand** es la parte de las parejas de muestras **distintas** en las que dos repartos coinciden:
# juntas en los dos, o separadas en los dos. Escribe `rand(a, b)`: recibe dos arrays con el grupo de cada
# muestra. En `juntas_a` y `juntas_b` ya está, de cada muestra (fila) con cada muestra (columna), si van juntas.
# Cuidado con la diagonal: cada una va siempre con ella misma.

# %% tags=["ejercicio"]
def rand(a, b):
    juntas_a = a[:, np.newaxis] == a
    juntas_b = b[:, np.newaxis] == b
    n = len(a)
    # >>> return ...
    coinciden = (juntas_a == juntas_b).sum() - n
    return coinciden / (n * (n - 1))
    # <<<

# %%
check("7.10.5", rand)

# %% [markdown]
# Rand a secas engaña: con muchos grupos, casi todas las parejas están separadas en los dos, y coinciden sin
# mérito. El **ajustado** resta lo que sacaría el azar. Por eso el ARI.
#
# ### ★ Ampliación · ¿Cuánto se ajusta?
#
# Si $R$ es el índice de Rand y $E$, el que saca el azar, se reescala para que lo perfecto siga siendo 1:
#
# $$\text{ARI} = \frac{R - E}{1 - E}$$
#
# Aquí $E$ se estima barajando uno de los dos repartos. Diez grupos al azar, sin ninguna relación:

# %%
def rand_index(x, y):
    same = (x[:, np.newaxis] == x) == (y[:, np.newaxis] == y)
    return (same.sum() - len(x)) / (len(x) * (len(x) - 1))

one, two = rng.integers(0, 10, (2, 300))
plain = rand_index(one, two)
luck = np.mean([rand_index(one, rng.permutation(two))
                for _ in range(50)])
print(f"Rand ≈ {plain:.2f}   ¿más de 0.75? {plain > 0.75}")
print(f"ajustado a mano ≈ {(plain - luck) / (1 - luck):.3f}, "
      f"de scikit-learn ≈ {adjusted_rand_score(one, two):.3f}")

# %% [markdown]
# ### Paso 3 · Abrir el cajón, una vez
#
# La nota es la del elegido, el de la flecha. Con el cajón ya abierto, mira también qué habrían sacado los
# demás: ya no se elige nada.

# %%
answers = biopsies.target
for name, groups in found.items():
    mark = adjusted_rand_score(answers, groups)
    print("→" if name == chosen else " ", f"{name:<13} ARI ≈ {mark:.2f}")
gap = paired_difference(adjusted_rand_score, answers,
                        found["espectral"], found["k-means"])
print(f"espectral − k-means ≈ {gap.value:.2f}, "
      f"de ≈ {gap.low:.2f} a ≈ {gap.high:.2f}")
print("¿Más de 0 con todo el intervalo?", bool(gap.low > 0))
print("¿Y la mayor silueta, menos de 0.05 de ARI?", bool(
    adjusted_rand_score(answers, found["enlace medio"]) < 0.05))

# %% [markdown]
# **Qué observas.** Sin una sola etiqueta, el elegido se acerca bastante a «maligno o benigno». El espectral
# habría sacado más, y el intervalo entero pasa de 0; pero **sin etiquetas no había manera de saberlo**: sus
# siluetas casi empatan. El de mayor silueta no vale nada. Y HDBSCAN, con los ajustes puestos de antemano, no ayudó.
# Si al final hay etiquetas, aunque sean pocas, úsalas para elegir.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Con `eps=0.3` y `min_samples=5`, una muestra tiene tres vecinas contándose a sí misma. Una de ellas es
# núcleo. ¿Qué es la muestra?
#
# - a) Núcleo, porque tiene un núcleo cerca.
# - b) Borde: entra en el grupo de ese núcleo, pero no lo hace crecer.
# - c) Ruido, porque no llega a cinco vecinas.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("7.10.A1", respuesta_1)

# %% [markdown]
# **A2.** Tu dendrograma tiene tres puentes: uno por encima de la altura 10 y dos entre la 4 y la 5. ¿Cuántos
# grupos deja un corte a la altura 7?
#
# - a) Uno: todavía no ha habido ninguna fusión.
# - b) Tres, uno por puente.
# - c) Dos: por encima del corte solo queda una fusión por hacer.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "c"
# <<<
check("7.10.A2", respuesta_2)

# %% [markdown]
# **A3.** Agrupas tus clientes dos veces, cada una con el 80 % de ellos, y los repartos tienen un ARI de 0.2.
# ¿Qué dices?
#
# - a) Que esos grupos dependen de quién se quedó fuera: no me fío de ellos.
# - b) Que hay grupos, y falta elegir el mejor de los dos repartos.
# - c) Que no hay grupos de ninguna clase en los datos.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("7.10.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - DBSCAN crece de núcleo en núcleo: sigue cualquier forma y aparta el ruido, si hay un `eps` que valga para todos.
# - La curva de la vecina ayuda a elegirlo; con densidades distintas, HDBSCAN.
# - El aglomerativo junta los dos más cercanos; el enlace decide la forma, y el dendrograma lo cuenta entero.
# - Cada método supone una forma. Todos pueden dar grupos donde no los hay.
# - Sin etiquetas: tamaños, estabilidad y silueta, con la regla escrita antes. Con etiquetas, el ARI, una vez.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 9.
# - La [comparación de métodos de scikit-learn](https://scikit-learn.org/stable/modules/clustering.html), con una
#   figura de cada uno sobre los mismos datos.
# - Martin Ester y otros, *A Density-Based Algorithm for Discovering Clusters in Large Spatial Databases with
#   Noise* (1996).
