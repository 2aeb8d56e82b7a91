# %% [markdown]
# # 7.9 · Agrupar sin respuestas
#
# | | |
# |---|---|
# | **Objetivos** | Escribir k-means y llegar a los mismos grupos que scikit-learn; explicar por qué el comienzo importa y qué arregla k-means++; leer un codo y una figura de siluetas, y decir qué no prueban; reconocer los datos en los que k-means se equivoca; resumir los colores de una foto; gastar bien 50 etiquetas |
# | **Duración** | {{minutos}} |
# | **Requisitos** | k-means y los dígitos (lección {{maneras_de_aprender}}), escalar ({{bibliotecas_cientificas}}), la foto de {{la_convolucion}} y las prendas ({{fashion_mnist}}) |
# | **Datos** | 333 pingüinos de Palmer, los dígitos y una foto que trae scikit-learn, y las prendas de Fashion-MNIST |
# | **Práctica** | Cincuenta etiquetas, ¿a quién se las pones? |

# %%
import time

import matplotlib.pyplot as plt
import numpy as np
from sklearn.cluster import KMeans, MiniBatchKMeans
from sklearn.datasets import load_digits, load_sample_image, make_blobs
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import silhouette_samples, silhouette_score
from sklearn.preprocessing import StandardScaler

from course_utils import check, hint, solution
from course_utils import explore_clusters, load_fashion_mnist, load_penguins
from course_utils import plot_image_grid, plot_silhouettes

# %% [markdown] presenta="agrupamiento, centroide"
# ## 1 · ¿Cómo encuentra sus centros?
#
# Te llegan mediciones sin una sola etiqueta. ¿Hay tipos ahí dentro? Buscarlos es **agrupamiento**
# (*clustering*). Con *k-means*, como en {{maneras_de_aprender}}, tú dices cuántos grupos, y él pone un
# centro (o **centroide**, *centroid*) en cada uno. Hoy escribes sus dos pasos.
#
# Los datos son dos medidas del pico de cada pingüino, escaladas: *k-means* mide distancias, y sin escalar
# mandaría la columna que más se dispersa. La especie la dejamos en el cajón.

# %%
penguins = load_penguins().dropna()
columns = ["bill_length_mm", "bill_depth_mm",
           "flipper_length_mm", "body_mass_g"]
four = StandardScaler().fit_transform(penguins[columns])
x = four[:, :2]  # el largo y el alto del pico
start = x[[0, 1, 2]]  # tres pingüinos hacen de primeros centros
print("x:", x.shape, "  x[:, np.newaxis] - start:",
      (x[:, np.newaxis] - start).shape)

# %% [markdown]
# La receta repite dos pasos. El primero, **asignar**: cada muestra, con su centro más cercano. En
# {{maneras_de_aprender}} lo hiciste con un punto; ahora, con todos a la vez. La resta
# `x[:, np.newaxis] - start` enfrenta cada muestra con cada centro: su forma es (muestras, centros,
# medidas).
#
# ### Ejercicio 7.9.1
#
# Escribe `asignar(x, centros)`: recibe las muestras, una por fila, y los centros, uno por fila. Devuelve un
# array con la posición del centro más cercano a cada muestra.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes del código, cuatro puntos y dos centros en la pizarra, a mano. En 7.9.1 se falla en
# el eje: que digan en voz alta qué hay en cada eje de la resta. En 7.9.2, nadie piensa en el grupo vacío
# hasta que sale un «nan».

# %% tags=["ejercicio"]
def asignar(x, centros):
    diferencias = x[:, np.newaxis] - centros
    # >>> return ...
    return (diferencias ** 2).sum(axis=2).argmin(axis=1)
    # <<<

# %%
check("7.9.1", asignar)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("7.9.1")` da una pista (y otra, si insistes), y
# `solution("7.9.1")` muestra una solución.
#
# El segundo paso, **mover**: cada centro va a la media de los suyos. Un centro puede quedarse sin nadie, y
# la media de nada no existe: ese se queda donde estaba.
#
# ### Ejercicio 7.9.2
#
# Escribe `mover(x, grupos, centros)`: recibe las muestras, el grupo de cada una y los centros de ahora.
# Devuelve un array con los centros nuevos, uno por fila y en el mismo orden, sin cambiar `centros`.

# %% tags=["ejercicio"]
def mover(x, grupos, centros):
    nuevos = centros.copy()
    # >>> return ...
    for j in range(len(centros)):
        if (grupos == j).any():
            nuevos[j] = x[grupos == j].mean(axis=0)
    return nuevos
    # <<<

# %%
check("7.9.2", mover)

# %% [markdown] presenta="algoritmo de Lloyd"
# Los dos pasos, repetidos hasta que ningún centro se mueva, son el **algoritmo de Lloyd**. Este guarda los
# centros por los que pasa.

# %%
def assign(x, centres):
    return ((x[:, np.newaxis] - centres) ** 2).sum(axis=2).argmin(axis=1)

def k_means(x, centres):
    path = [centres]
    while True:
        groups = assign(x, path[-1])
        moved = [x[groups == k].mean(axis=0) if (groups == k).any() else old
                 for k, old in enumerate(path[-1])]
        path.append(np.array(moved))
        if np.allclose(path[-1], path[-2]):
            return path, groups

path, groups = k_means(x, start)
print(len(path) - 1, "vueltas")

# %% [markdown]
# **Predice:** los tres primeros centros están en la misma esquina, dentro de una sola nube. ¿Llegarán a las
# tres nubes? ¿Qué centro será el último en llegar?

# %%
COLORS, MARKS = ["#E69F00", "#009E73", "#CC79A7"], ["o", "s", "^"]
fig, axes = plt.subplots(2, 2, figsize=(7.5, 6), sharey=True)
for ax, turn in zip(axes.flat, (0, 1, 3, len(path) - 1)):
    now = assign(x, path[turn])
    for k in range(3):
        ax.scatter(*x[now == k].T, s=9, color=COLORS[k], marker=MARKS[k])
        ax.scatter(*path[turn][k], s=170, color=COLORS[k],
                   marker=MARKS[k], edgecolors="black", linewidths=2)
    ax.set(title=f"vuelta {turn}", xlabel="Largo del pico (escalado)",
           ylabel="Alto del pico (escalado)")
fig.tight_layout()

# %% [markdown] presenta="inercia, .inertia_, .cluster_centers_, .labels_"
# **Qué observas.** Los centros (los signos grandes) parten juntos y se reparten solos; el último en llegar
# es el triángulo. Lo que mejora en cada
# vuelta es la **inercia**: la suma, en todas las muestras, de la distancia al cuadrado a su centro.
#
# $$J = \sum_i \lVert x_i - c_{g(i)} \rVert^2$$
#
# ($g(i)$ es el grupo de la muestra $i$, y $c_{g(i)}$, su centro.)
#
# Asignar nunca la sube, y mover tampoco: la media es el punto que menos cuadrados suma. Y como hay un número
# finito de maneras de repartir las muestras, y no se vuelve a ninguna, acaba siempre. ¿Y es lo que hace scikit-learn? A `KMeans` se le dan los mismos centros con `init=`, y
# `n_init=1` pide un solo comienzo; con `tol=0` no para hasta que nadie se mueva.
# Ya entrenado guarda los centros (`cluster_centers_`), el grupo de cada
# muestra (`labels_`) y la inercia (`inertia_`).

# %% tags=["resultado"]
def inertia(x, centres):
    return ((x - centres[assign(x, centres)]) ** 2).sum()

theirs = KMeans(n_clusters=3, init=start, n_init=1, tol=0).fit(x)
falls = np.diff([inertia(x, centres) for centres in path])
print("¿Baja la inercia en cada vuelta?", bool((falls < 1e-9).all()))
print("¿Los mismos centros?",
      np.allclose(path[-1], theirs.cluster_centers_))
print("¿Los mismos grupos?", np.array_equal(groups, theirs.labels_))
print(f"inercia: la nuestra ≈ {inertia(x, path[-1]):.2f}, "
      f"la suya ≈ {theirs.inertia_:.2f}")

# %% [markdown] presenta="sklearn.datasets.make_blobs"
# ## 2 · ¿Y si empieza mal?
#
# Que siempre acabe no quiere decir que acabe bien. `make_blobs` fabrica nubes redondas alrededor de unos
# centros: aquí, ocho, bien separadas. Le damos a nuestro `k_means` cien comienzos, cada uno con ocho
# muestras al azar como primeros centros. «Acabar bien» será quedarse a menos de un 1 % de la inercia más baja.
#
# **Predice:** de cien comienzos, ¿cuántos encontrarán las ocho nubes?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Cuenten en la figura de la izquierda: una nube partida por dos centros y dos nubes que
# comparten uno. Pregunta por qué los centros no pueden arreglarlo: ninguno gana nada con un paso pequeño.

# %%
places = [[0, 0], [6, 0], [12, 0], [18, 0],
          [0, 6], [6, 6], [12, 6], [18, 6]]
blobs, _ = make_blobs(400, centers=places, cluster_std=0.9, random_state=0)
rng = np.random.default_rng(0)

def ends(begin):
    runs = [k_means(blobs, begin())[0][-1] for _ in range(100)]
    return runs, np.array([inertia(blobs, centres) for centres in runs])

runs, values = ends(lambda: rng.choice(blobs, 8, replace=False))

# %%
best, worst = runs[values.argmin()], runs[values.argmax()]
fig, axes = plt.subplots(1, 2, figsize=(7.5, 2.7), sharey=True)
for ax, name, centres in zip(axes, ("El peor", "El mejor"), (worst, best)):
    ax.scatter(*blobs.T, s=6, color="#999999")
    ax.scatter(*centres.T, s=90, marker="X", color="black")
    ax.set(title=f"{name}: inercia ≈ {inertia(blobs, centres):.0f}",
           xlabel="x1", ylabel="x2")
fig.tight_layout()
good = (values < 1.01 * values.min()).mean()
print(f"acaban bien ≈ {good:.2f}   ¿menos de 0.6? {good < 0.6}")

# %% [markdown] presenta="k-means++, mínimo local"
# **Qué observas.** Las X son los centros, al acabar. A la izquierda, un centro hace el trabajo de varios y otros se reparten una nube. Ninguno
# puede cruzar: es un **mínimo local**, como los hoyos del descenso de gradiente. Dos remedios:
#
# - **Repetir** y quedarse con la inercia más baja, como `n_init=10`.
# - **Empezar mejor.** *k-means++* (Arthur y Vassilvitskii, 2007) elige el primer centro al azar, y cada uno
#   de los siguientes entre las muestras, **más probable cuanto más lejos** esté de los ya elegidos: con
#   probabilidad proporcional al **cuadrado** de la distancia a su centro más cercano.
#
# ### Ejercicio 7.9.3
#
# Escribe `probabilidades(x, centros)`: recibe las muestras y los centros ya elegidos (uno o más) y devuelve
# un array con la probabilidad que tiene cada muestra de ser el siguiente centro. Suman 1. La tabla de
# cuadrados, una fila por muestra y una columna por centro, ya está.

# %% tags=["ejercicio"]
def probabilidades(x, centros):
    cuadrados = ((x[:, np.newaxis] - centros) ** 2).sum(axis=2)
    # >>> return ...
    menor = cuadrados.min(axis=1)
    return menor / menor.sum()
    # <<<

# %%
check("7.9.3", probabilidades)

# %%
def plus_plus(x, k):
    centres = x[[rng.integers(len(x))]]
    while len(centres) < k:
        squares = ((x[:, np.newaxis] - centres) ** 2).sum(axis=2)
        nearest = squares.min(axis=1)
        new = rng.choice(len(x), p=nearest / nearest.sum())
        centres = np.vstack([centres, x[new]])
    return centres

_, better = ends(lambda: plus_plus(blobs, 8))
good_plus = (better < 1.01 * values.min()).mean()
print(f"al azar ≈ {good:.2f}, k-means++ ≈ {good_plus:.2f}")
print("¿Acierta k-means++ 0.1 más?", bool(good_plus > good + 0.1))

# %% [markdown] presenta="silueta, codo"
# **Qué observas.** Con k-means++ se acierta bastante más, y no siempre. El de scikit-learn, que es su
# comienzo por defecto, prueba además varios candidatos en cada elección. Si el resultado importa, pide
# también `n_init=10`.
#
# ## 3 · ¿Cuántos grupos hay?
#
# A *k-means* hay que decírselo. La primera idea, elegir el número que dé menos inercia, no sirve: con más
# centros siempre hay uno más cerca, y con uno por muestra la inercia es 0. Lo que se mira es **dónde deja
# de bajar deprisa**, el **codo** (*elbow*) de la curva.
#
# La segunda idea es la **silueta** (*silhouette*; Rousseeuw, 1987). De cada muestra: $a$, su distancia
# media **a las demás de su grupo**; $b$: se saca la distancia media a las de **cada uno** de los otros grupos,
# y $b$ es la **menor** de esas medias.
#
# $$s = \frac{b - a}{\max(a, b)}$$
#
# Cerca de 1, está en su sitio; cerca de 0, entre dos grupos; negativa, está más cerca de otro grupo que
# del suyo.

# %% [markdown]
# ### Ejercicio 7.9.4
#
# Escribe `silueta(i, x, grupos)`: la silueta de la muestra que está en la posición `i`. En su grupo hay
# siempre alguna más, y hay al menos otro grupo. Los números de los grupos pueden ser cualesquiera: los da
# `np.unique(grupos)`. Ya están las distancias de la muestra a todas, y quiénes son de su grupo.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El fallo fino de 7.9.4: en $a$, la propia muestra no cuenta. Su distancia a sí misma es 0 y
# `mean` la incluiría. Para $b$, es la menor de las medias, no la distancia a la muestra más cercana.

# %% tags=["ejercicio"]
def silueta(i, x, grupos):
    distancias = np.linalg.norm(x - x[i], axis=1)
    suyos = grupos == grupos[i]
    # >>> return ...
    a = distancias[suyos].sum() / (suyos.sum() - 1)
    b = min(distancias[grupos == h].mean()
            for h in np.unique(grupos) if h != grupos[i])
    return (b - a) / max(a, b)
    # <<<

# %%
check("7.9.4", silueta)

# %% [markdown] presenta="sklearn.metrics.silhouette_samples, sklearn.metrics.silhouette_score"
# scikit-learn la trae: `silhouette_samples` da la de cada muestra y `silhouette_score`, la media. ¿Es la
# misma cuenta?

# %%
def silhouette(i, x, groups):
    distances = np.linalg.norm(x - x[i], axis=1)
    own = groups == groups[i]
    inside = distances[own].sum() / (own.sum() - 1)
    outside = min(distances[groups == other].mean()
                  for other in np.unique(groups) if other != groups[i])
    return (outside - inside) / max(inside, outside)

ours = [silhouette(i, x, groups) for i in range(len(x))]
print("¿La misma?", np.allclose(ours, silhouette_samples(x, groups)))

# %% [markdown]
# Con las dos medidas del pico, de dos a siete grupos:

# %%
numbers = range(2, 8)
models = [KMeans(k, n_init=5, random_state=0).fit(x) for k in numbers]
means = [silhouette_score(x, model.labels_) for model in models]
fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 2.8))
left.plot(numbers, [model.inertia_ for model in models], "o-",
          color="#333333")
right.plot(numbers, means, "s--", color="#009E73")
left.set(title="El codo", xlabel="Grupos", ylabel="Inercia")
right.set(title="La silueta media", xlabel="Grupos", ylabel="Silueta")
fig.tight_layout()
print("la silueta media es mayor con", numbers[np.argmax(means)], "grupos")

# %% [markdown]
# **Qué observas.** Las dos dicen tres. Ahora con cuatro nubes inventadas: mueve «Grupos» de uno en uno y mira
# dónde caen los centros. ¿Cuándo se parte una nube, y qué hacen entonces las dos curvas? (Si lees esto en una
# página web, verás tres casos.)

# %% presenta="course_utils.explore_clusters"
explore_clusters()

# %% [markdown] presenta="course_utils.plot_silhouettes"
# Una media esconde mucho: mejor ver la silueta de **todas** las
# muestras. `plot_silhouettes` dibuja un «cuchillo» por grupo: tan alto como muestras tiene, y tan largo
# como sus siluetas, ordenadas. La raya es la media.

# %%
fig, axes = plt.subplots(1, 3, figsize=(7.5, 3.2), layout="constrained")
for ax, k, model in zip(axes, numbers, models):
    plot_silhouettes(silhouette_samples(x, model.labels_),
                     model.labels_, ax=ax)
    ax.set_title(f"{k} grupos")

# %% [markdown]
# **Qué observas.** Con tres, los cuchillos pasan la raya con holgura. Con cuatro, la raya retrocede y dos la
# pasan con menos de la mitad de sus muestras: son una nube partida. De un cuchillo que no llega a la raya,
# desconfía: puede sobrar, o ser una nube de verdad, pero ancha. Una punta a la izquierda del 0 son muestras
# más cerca de otro grupo.
#
# > **Lo que oirás por ahí: «el codo y la silueta te dicen cuántos grupos hay de verdad».** Dicen cuántas
# > bolas separadas se ven con **esas** columnas. Los mismos pingüinos, con dos medidas más, la aleta y la
# > masa; y abrimos el cajón: las especies son tres.
#
# Con más información, ¿seguirá diciendo tres?

# %%
found = [silhouette_score(four, KMeans(k, n_init=5, random_state=0)
                          .fit_predict(four)) for k in numbers]
for k, value in zip(numbers, found):
    print(k, "grupos: silueta ≈", round(value, 3))
print("la silueta media es mayor con", numbers[np.argmax(found)], "grupos")
print("especies en el cajón:", len(np.unique(penguins["species"])))

# %% [markdown]
# **Qué observas.** Con cuatro medidas dice dos, y lo dice más claro que antes: los Gentoo, grandes, y todos
# los demás. No se equivoca en la cuenta; contesta a otra pregunta. Cuántos grupos hay lo decide **para qué
# los quieres**; el codo y la silueta ayudan a mirar.
#
# ## 4 · ¿Cuándo se equivoca k-means?
#
# *k-means* corta el espacio por la mitad entre cada dos centros. Eso es lo mejor que puede hacer con bolas
# de tamaño parecido. ¿Y si no lo son? Tres pruebas: puro azar, dos nubes estiradas, y una nube enorme junto
# a otra pequeña.
#
# **Predice:** ¿cuál cortará mal? ¿Qué hará donde no hay ningún grupo?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que dibujen los cortes antes de ver la figura. La del azar es la que más falta hace: un
# algoritmo que siempre devuelve grupos no prueba que los haya.

# %%
rng = np.random.default_rng(1)
noise = rng.uniform(size=(300, 2))
ball = rng.normal(size=(300, 2))
which = np.arange(300) % 2
stretched = ball * [3, 0.5] + np.column_stack([0 * which, 4 * which])
size_of = np.where(np.arange(300) < 270, 3, 0.4)
uneven = ball * size_of[:, np.newaxis]
uneven[270:, 0] += 7

# %%
fig, axes = plt.subplots(1, 3, figsize=(7.5, 2.9))
cases = {"Puro azar, 3 grupos": (noise, 3),
         "Dos nubes estiradas": (stretched, 2),
         "Grande y pequeña": (uneven, 2)}
cut = {}
for ax, (name, (points, k)) in zip(axes, cases.items()):
    model = KMeans(k, n_init=5, random_state=0).fit(points)
    cut[name] = model.labels_
    for g in range(k):
        ax.scatter(*points[cut[name] == g].T, s=14, color=COLORS[g],
                   marker=MARKS[g])
    ax.scatter(*model.cluster_centers_.T, s=110, color="black", marker="X")
    ax.set(title=name, xlabel="x1", ylabel="x2")
    ax.axis("equal")
fig.tight_layout()

# %%
for name, truth in (("Dos nubes estiradas", which),
                    ("Grande y pequeña", np.arange(300) >= 270)):
    same = (cut[name] == truth).mean()  # al revés, 0.1 sería acertar 0.9
    print(f"{name}: ¿mal más de una de cada diez?", bool(0.1 < same < 0.9))

# %% [markdown] presenta="segmentar"
# **Qué observas.** En el azar también encuentra sus tres grupos, de bordes limpios. Las nubes estiradas las
# corta de través. Y parte la grande para dar a la pequeña un trozo que no es suyo. Escalar puede
# ayudar con las estiradas; si no basta, están las mezclas ({{mezclas}}).
#
# ## 5 · ¿Cuántos colores necesita una foto?
#
# Para *k-means*, una foto es una tabla: una fila por píxel y tres columnas, las de sus colores primarios. Los centros
# son colores. Si a cada píxel se le pone el de su centro, la foto queda con tan pocos colores como
# grupos. Es una manera de **segmentar** una imagen (*segmentation*): separarla en zonas de color.

# %%
photo = load_sample_image("flower.jpg") / 255
pixels = photo.reshape(-1, 3)

# %% [markdown]
# Los centros se encuentran igual con uno de cada cien; `predict` da después el grupo de todos. Mira cuándo
# aparece cada color de la flor.

# %%
fig, axes = plt.subplots(1, 4, figsize=(7.5, 1.8), layout="constrained")
axes[0].imshow(photo)
axes[0].set_title("La foto")
for ax, k in zip(axes[1:], (2, 4, 8)):
    model = KMeans(k, n_init=3, random_state=0).fit(pixels[::100])
    colors = model.cluster_centers_[model.predict(pixels)]
    ax.imshow(colors.reshape(photo.shape).clip(0, 1))
    ax.set_title(f"{k} colores")
for ax in axes:
    ax.axis("off")

# %% [markdown]
# **Qué observas.** Con dos, la flor y el fondo, que se lleva parte del corazón. Con cuatro ya hay sombras en los
# pétalos, y el corazón, tan encendido, es del color de las sombras; en la de ocho ya tiene el suyo. Tarda porque
# son pocos píxeles, y la inercia suma por píxel.
#
# ### ★ Ampliación · ¿Y con todos los píxeles?
#
# Dos atajos. `algorithm="elkan"` se ahorra distancias que no pueden ser la menor (si dos centros están lejos
# uno del otro, quien está pegado al primero no puede ser del segundo) y llega a lo mismo. `MiniBatchKMeans` mueve
# los centros un poco con cada **lote** al azar, como el descenso por lotes.

# %% presenta="MiniBatchKMeans, sklearn.cluster.MiniBatchKMeans"
rivals = {"de siempre": KMeans(8, n_init=1, random_state=0),
          "elkan": KMeans(8, n_init=1, algorithm="elkan", random_state=0),
          "por lotes": MiniBatchKMeans(8, n_init=1, random_state=0)}
costs = {}
for name, model in rivals.items():
    begin = time.process_time()
    costs[name] = model.fit(pixels).inertia_
    seconds = time.process_time() - begin
    print(f"{name:<10} ≈ {seconds:.2f} s, inercia ≈ {costs[name]:.0f}")
print("¿Llega elkan a lo mismo, salvo un 1 %?",
      bool(abs(costs["elkan"] / costs["de siempre"] - 1) < 0.01))
print("¿Y los lotes pierden menos del 25 %?",
      bool(costs["por lotes"] / costs["de siempre"] < 1.25))

# %% [markdown]
# **Qué observas.** Los lotes quedan cerca en inercia; según la semilla, algo mejor o algo peor. ¿Y en segundos? Se lee que los dos atajos son siempre más
# rápidos: míralo en tu equipo. Con tres columnas y ocho centros hay poco que ahorrar; los lotes se notan con
# muchas columnas, muchos centros o datos que no caben en memoria.
#
# ## Errores frecuentes
#
# **Comparar dos repartos número a número.** Los grupos no tienen nombre: el 0 de hoy puede ser el 2 de
# mañana. Se compara quién va **con quién**: de cada pareja de muestras, si están juntas o no.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que prueben otra semilla y vean cómo cambian los números, y no los grupos. En la
# ampliación: si la silueta de una sola columna es tan buena, la otra no contó.

# %%
renamed = (groups + 1) % 3  # los mismos grupos, con otros números
print("Falla: coinciden", (groups == renamed).mean())
together = groups[:, np.newaxis] == groups
also = renamed[:, np.newaxis] == renamed
print("Arreglado: coinciden", (together == also).mean())

# %% [markdown]
# ### ★ Ampliación · Olvidar escalar
#
# La masa está en gramos: sus diferencias, de cientos, mandan en la distancia, y el pico no pinta nada.

# %%
raw = penguins[["bill_length_mm", "body_mass_g"]].to_numpy()
mass = raw[:, 1:]
for name, data in (("Falla, sin escalar", raw),
                   ("Arreglado, escalado",
                    StandardScaler().fit_transform(raw))):
    both = KMeans(3, n_init=5, random_state=0).fit_predict(data)
    alone = silhouette_score(mass, both)
    print(f"{name}: silueta de la masa sola ≈ {alone:.2f}   "
          f"¿manda ella? {alone > 0.5}")

# %% [markdown]
# ## Práctica: cincuenta etiquetas, ¿a quién se las pones?
#
# Hay 1400 dígitos sin etiqueta, y paciencia para mirar **cincuenta**. ¿Cuáles? Lo fácil, cincuenta al azar.
# Otra idea: formar cincuenta grupos con *k-means* y mirar, de cada uno, la imagen más cercana a su centro,
# su **representante**. Es aprendizaje semisupervisado ({{maneras_de_aprender}}). El método `transform` de
# *k-means* da la tabla que hace falta: la distancia de cada muestra (fila) a cada centro (columna).

# %%
digits = load_digits()
x_digits, y_digits = digits.data / 16, digits.target
pool = np.random.default_rng(0).permutation(len(x_digits))[:1400]
fifty = KMeans(50, n_init=1, random_state=0).fit(x_digits[pool])
distances = fifty.transform(x_digits[pool])
nearest = pool[distances.argmin(axis=0)]

# %%
by_digit = nearest[np.argsort(y_digits[nearest])]
fig = plot_image_grid(digits.images[by_digit] / 16, columns=10,
                      title="Las cincuenta que se miran")

# %% [markdown]
# **Qué observas.** Nadie le dijo qué dígitos existen, y hay de todos, en varias letras.
#
# ### Paso 1 · Ejercicio 7.9.5 · Propagar
#
# Con cincuenta respuestas se pueden poner mil cuatrocientas: a cada muestra, **la etiqueta del
# representante de su grupo**. Se dice **propagar** (*label propagation*).
#
# Escribe `propagar(distancias, y)`: recibe la tabla de distancias (una fila por muestra, una columna por
# centro) y las etiquetas, una por muestra. Devuelve un array con la etiqueta propagada a cada muestra. De `y`
# solo puedes usar las de los representantes: las demás, nadie las ha mirado.

# %% [markdown] tags=["docente"]
# **{{minutos}}** con la autoevaluación. El mismo `argmin` en los dos ejes, con dos significados: que los digan
# en voz alta antes de escribir. Y pregunta qué haría con las prendas quien solo hubiera visto los dígitos.

# %% tags=["ejercicio"]
def propagar(distancias, y):
    # >>> return ...
    representantes = distancias.argmin(axis=0)
    grupos = distancias.argmin(axis=1)
    return y[representantes][grupos]
    # <<<

# %%
check("7.9.5", propagar)

# %% [markdown]
# ### Paso 2 · ¿Cuánto se gana?
#
# Tres regresiones logísticas: una aprende de cincuenta al azar, otra de los cincuenta representantes y otra
# de todos, con la etiqueta propagada. Cinco veces, con otro reparto cada vez. Las de examen no intervienen
# en nada más. Y lo mismo con 4000 **prendas**, la mitad para cada cosa. Las tres primeras cuentas son el
# acierto de cada regresión en el examen; la última, «bien propagadas», no es de ningún modelo: es qué parte
# de las etiquetas propagadas son las verdaderas.

# %%
(images, kinds), _ = load_fashion_mnist()
garments = images[:4000, ::2, ::2].reshape(4000, -1) / np.float32(255)

def ways(x, y, size, seed):
    order = np.random.default_rng(seed).permutation(len(x))
    pool, exam = order[:size], order[size:]
    model = KMeans(50, n_init=1, random_state=seed).fit(x[pool])
    chosen = pool[model.transform(x[pool]).argmin(axis=0)]
    given = y[chosen][model.labels_]
    pairs = ((pool[:50], y[pool[:50]]), (chosen, y[chosen]), (pool, given))
    return [LogisticRegression(max_iter=2000).fit(x[rows], labels)
            .score(x[exam], y[exam]) for rows, labels in pairs] + [
                (given == y[pool]).mean()]

# %% [markdown]
# **Predice:** ¿quién ganará en los dígitos? ¿Y en las prendas?

# %%
names = ("al azar", "representantes", "propagadas", "bien propagadas")
for title, u, v, size in (("Dígitos", x_digits, y_digits, 1400),
                          ("Prendas", garments, kinds[:4000], 2000)):
    table = np.array([ways(u, v, size, seed) for seed in range(5)])
    print(title)
    for name, column in zip(names, table.T):
        print(f"   {name:<15} ≈ {column.mean():.3f} ± {column.std():.3f}")
    print("   ¿Representantes mejor que al azar, de media?",
          bool((table[:, 1] - table[:, 0]).mean() > 0.01))
    print("   ¿Propagar suma, de media, más de 0.01?",
          bool((table[:, 2] - table[:, 1]).mean() > 0.01))

# %% [markdown]
# **Qué observas.** En los dígitos, elegir bien a quién miras vale varios puntos con el mismo trabajo, y
# propagar suma algo más, gratis. En las prendas, los representantes también ayudan, pero propagar **no gana
# nada**. La última cuenta dice por qué: propagar supone que quien está junto es lo mismo. En los dígitos
# casi siempre lo es; en las prendas, más o menos un tercio recibe una etiqueta falsa, y el modelo aprende
# de esos errores. Antes de propagar, mira unas cuantas de
# cada grupo: si están mezcladas, no lo hagas.
#
# ### ★ Ampliación · ¿Y si pregunta el modelo?
#
# En el **aprendizaje activo** (*active learning*), el modelo pide las etiquetas que le faltan: se entrena
# con las que hay, se miran las muestras de las que está **menos seguro**, y se repite. Se oye que así se
# aprende más con menos. Cincuenta etiquetas más: de golpe, en cinco tandas o al azar. (`np.setdiff1d`
# quita de unas posiciones las que ya están en otras.)

# %% presenta="numpy.setdiff1d"
def fit_on(rows):
    return LogisticRegression(max_iter=2000).fit(x_digits[rows],
                                                 y_digits[rows])

def ask(rows, pool, turns):
    for _ in range(turns):
        rest = np.setdiff1d(pool, rows)
        sure = fit_on(rows).predict_proba(x_digits[rest]).max(axis=1)
        new = rest[np.argsort(sure)[:50 // turns]]
        rows = np.concatenate([rows, new])
    return rows

# %%
marks = []
for seed in range(5):
    order = np.random.default_rng(seed).permutation(len(x_digits))
    pool, exam = order[:1400], order[1400:]
    model = KMeans(50, n_init=1, random_state=seed).fit(x_digits[pool])
    first = pool[model.transform(x_digits[pool]).argmin(axis=0)]
    new = [k for k in pool if k not in first][:50]  # van al azar
    each = ask(first, pool, 1), ask(first, pool, 5), [*first, *new]
    marks.append([fit_on(rows).score(x_digits[exam], y_digits[exam])
                  for rows in each])
once, turns, chance = np.mean(marks, axis=0)
print(f"de golpe ≈ {once:.3f}, en tandas ≈ {turns:.3f}",
      f"y al azar ≈ {chance:.3f}")
print("¿Gana de golpe, más de 0.01, al azar?", bool(once > chance + 0.01))
print("¿Y en tandas?", bool(turns > chance + 0.01))

# %% [markdown]
# **Qué observas.** De golpe no gana al azar: las menos seguras se parecen entre sí, y muchas son del mismo
# dígito. Por tandas suele ir mejor que de golpe, porque después de cada una el modelo ya duda de otras, y aun
# así aquí no le gana al azar. Es una buena idea que hay que medir en cada problema.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Dos personas entrenan *k-means* con los mismos datos y el mismo número de grupos, y sus inercias
# son distintas. ¿Qué pasó?
#
# - a) Una tiene un error: *k-means* siempre encuentra el mínimo.
# - b) Empezaron con otros centros, y una acabó en un mínimo local peor.
# - c) Los números de los grupos van en otro orden.
# - d) Una paró antes de que la inercia llegara a 0.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("7.9.A1", respuesta_1)

# %% [markdown]
# **A2.** Una muestra tiene silueta −0.4. ¿Qué quiere decir?
#
# - a) Que está lejos del centro de todos los datos.
# - b) Que hay un error: la silueta va de 0 a 1.
# - c) Que, de media, está más cerca de las de otro grupo que de las del suyo.
# - d) Que su grupo tiene una sola muestra.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "c"
# <<<
check("7.9.A2", respuesta_2)

# %% [markdown]
# **A3.** Tu jefa ve los tres grupos de clientes que dio *k-means* y dice: «así que hay tres tipos de cliente».
# ¿Qué contestas?
#
# - a) Que tres se lo pedimos nosotros; hay que mirar si están separados y si sirven para algo.
# - b) Que sí: si no los hubiera, *k-means* daría un error.
# - c) Que sí, si la inercia con tres es menor que con dos.
# - d) Que no: solo son grupos de verdad si coinciden con etiquetas.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("7.9.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - *k-means* repite dos pasos, asignar y mover, y en cada uno la inercia baja o se queda igual.
# - Acaba siempre, pero puede acabar mal: por eso k-means++ y `n_init`.
# - El codo y la silueta ayudan a elegir cuántos grupos; no prueban que existan. Mira los cuchillos.
# - Quiere bolas de tamaño parecido y columnas escaladas; donde no hay grupos, los inventa.
# - Sirve para resumir colores y para elegir qué etiquetar. Propagar solo ayuda si los grupos son puros.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 9.
# - David Arthur y Sergei Vassilvitskii, *k-means++: The Advantages of Careful Seeding* (2007).
# - Peter Rousseeuw, *Silhouettes: A Graphical Aid to the Interpretation and Validation of Cluster Analysis*
#   (1987).
# - La [guía de agrupamiento de scikit-learn](https://scikit-learn.org/stable/modules/clustering.html).
