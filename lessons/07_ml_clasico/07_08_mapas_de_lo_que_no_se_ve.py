# %% [markdown]
# # 7.8 · Mapas de lo que no se ve
#
# | | |
# |---|---|
# | **Objetivos** | Distinguir aplastar de desenrollar; escribir el MDS clásico y convertirlo en Isomap; calcular los pesos de LLE de un punto; explicar la perplejidad de t-SNE y calcularla; medir cuántos vecinos conserva un mapa; decir qué significa un dibujo de t-SNE y qué no |
# | **Duración** | {{minutos}} |
# | **Requisitos** | PCA y las variedades ({{menos_dimensiones}}), los vecinos ({{cuatro_paradigmas}}), la entropía ({{arboles_de_decision}}) y las prendas ({{fashion_mnist}}) |
# | **Datos** | Un rollo fabricado, 2000 prendas de Fashion-MNIST y los dígitos que trae scikit-learn |
# | **Práctica** | Elegir un mapa de los dígitos con una medida, y comprobarlo con la otra mitad |

# %%
import matplotlib.pyplot as plt
import numpy as np
from scipy.sparse.csgraph import shortest_path
from sklearn.datasets import load_digits, make_swiss_roll
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE, Isomap, LocallyLinearEmbedding
from sklearn.model_selection import cross_val_score
from sklearn.neighbors import KNeighborsClassifier, NearestNeighbors
from sklearn.neighbors import kneighbors_graph

from course_utils import check, hint, solution
from course_utils import load_fashion_mnist, plot_image_map

# %% [markdown] presenta="rollo suizo, sklearn.datasets.make_swiss_roll, projection=3d, .view_init"
# ## 1 · ¿Por qué aplastar no es desenrollar?
#
# El PCA mira la sombra de los datos. Si los datos están en una lámina plana, la sombra los cuenta bien. ¿Y
# si la lámina está enrollada? La prueba de siempre es el **rollo suizo** (*swiss roll*, por el pastel): una
# hoja enrollada en tres dimensiones. `make_swiss_roll` da mil puntos de la hoja y, de cada uno, cuánto ha
# girado la hoja hasta él, de dentro afuera. Ese número es solo para pintar y medir. (`projection="3d"` hace
# unos ejes de tres dimensiones, y `view_init` dice desde dónde se miran.)
#
# **Predice:** en la sombra de la derecha, ¿quedarán los colores en orden?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Lleva una hoja de papel con una fila de puntos de colores, enróllala delante de la clase y
# aplástala con la palma. Luego, desenróllala. Con eso queda explicado el título; el resto de la lección son
# cuatro maneras de que lo haga un programa.

# %%
roll, along = make_swiss_roll(1000, random_state=0)
flat = PCA(2).fit_transform(roll)

fig = plt.figure(figsize=(7.5, 3.6))
left = fig.add_subplot(1, 2, 1, projection="3d")
left.scatter(*roll.T, c=along, s=8)
left.view_init(8, -75)
left.set(title="El rollo, en tres dimensiones", yticks=[0, 10, 20])
right = fig.add_subplot(1, 2, 2)
right.scatter(*flat.T, c=along, s=8)
right.set(title="Su sombra: PCA", xlabel="Componente 1",
          ylabel="Componente 2")
fig.tight_layout()

# %% [markdown]
# Para medirlo: si el mapa desenrolla, uno de sus dos ejes crece con la posición en el rollo. La correlación
# (`np.corrcoef`) del mejor de los dos, sin signo, dice cuánto.

# %%
def unrolled(table):
    return max(abs(np.corrcoef(along, axis)[0, 1]) for axis in table.T)

print(f"PCA ≈ {unrolled(flat):.2f}   ¿menos de 0.4? {unrolled(flat) < 0.4}")

# %% [markdown] presenta="aprendizaje de variedades, MDS clásico, doble centrado, valores propios, vectores propios, numpy.linalg.eigh"
# **Qué observas.** La sombra pone unas vueltas encima de otras: puntos vecinos en el dibujo están lejos en
# la hoja. Ninguna sombra lo arregla: el PCA es un giro y un corte, y aquí hay que **doblar**. Los métodos
# que buscan la hoja se llaman de **aprendizaje de variedades** (*manifold learning*). Todos parten de lo
# mismo: en una hoja enrollada, de los vecinos muy cercanos sí te puedes fiar.
#
# ## 2 · ¿Se puede hacer un mapa solo con distancias?
#
# Imagina que no tienes las columnas: solo cuánto dista cada punto de cada otro, como la tabla de kilómetros
# entre ciudades de un atlas. ¿Se puede dibujar el mapa? Sí, y en cuatro líneas: es el **MDS clásico**
# (*multidimensional scaling*; Torgerson, 1952).
#
# 1. Los cuadrados de las distancias, en una tabla $D$ de $n$ por $n$.
# 2. **Doble centrado**: $B = -\frac{1}{2} J D J$, donde $J$ tiene $1 - 1/n$ en la diagonal y $-1/n$ fuera.
#    Multiplicar por $J$ a un lado resta la media de cada columna, y al otro, la de cada fila. Una distancia
#    al cuadrado es $\lVert a \rVert^2 + \lVert b \rVert^2 - 2\, a \cdot b$: el centrado quita los dos
#    cuadrados, y el $-\frac{1}{2}$, el $-2$. En $B$ quedan los productos escalares de los puntos centrados.
# 3. Hay direcciones en las que multiplicar por $B$ solo estira, sin girar. `np.linalg.eigh(B)` da, por este
#    orden, cuánto estira cada una (los **valores propios**, de menor a mayor) y cuáles son (los **vectores
#    propios**, uno por **columna**).
# 4. El mapa: los `k` vectores de mayor valor, cada uno por la raíz de su valor.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** En 7.8.1 fallan dos cosas: olvidar el cuadrado y quedarse con los **primeros** vectores,
# que son los de menor valor. Pregunta por qué el mapa puede salir girado o reflejado: las distancias no
# dicen dónde está el norte.

# %% [markdown]
# ### Ejercicio 7.8.1
#
# Escribe `mapa(distancias, k)`: recibe la tabla de distancias (sin elevar) y devuelve el mapa de `k`
# columnas, con un punto por fila. La tabla $J$ ya está. Da igual si sale girado o reflejado.

# %% tags=["ejercicio"]
def mapa(distancias, k):
    j = np.eye(len(distancias)) - 1 / len(distancias)
    # >>> return ...
    b = -j @ distancias ** 2 @ j / 2
    valores, vectores = np.linalg.eigh(b)
    return vectores[:, ::-1][:, :k] * np.sqrt(valores[::-1][:k])
    # <<<

# %%
check("7.8.1", mapa)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("7.8.1")` da una pista (y otra, si insistes), y
# `solution("7.8.1")` muestra una solución.
#
# **Predice:** con las distancias en línea recta del rollo, ¿qué mapa dará? ¿Desenrollado?

# %%
def draw(distances, k):
    centre = np.eye(len(distances)) - 1 / len(distances)
    products = -centre @ distances ** 2 @ centre / 2
    values, vectors = np.linalg.eigh(products)
    return vectors[:, ::-1][:, :k] * np.sqrt(values[::-1][:k])

straight = np.linalg.norm(roll[:, np.newaxis] - roll, axis=2)
print("¿Es la sombra del PCA, salvo el signo?",
      np.allclose(np.abs(draw(straight, 2)), np.abs(flat)))

# %% [markdown] presenta="geodésica, Isomap, camino más corto, sklearn.neighbors.kneighbors_graph, scipy.sparse.csgraph.shortest_path, sklearn.manifold.Isomap"
# **Qué observas.** Es el PCA, sin haber visto las columnas. El MDS respeta las distancias que le den; lo
# malo eran **las distancias**: la línea recta atraviesa el aire entre dos vueltas.
#
# **Isomap** (Tenenbaum y otros, 2000) cambia eso, y nada más. Cada punto se une con sus vecinos, y la
# distancia entre dos puntos es **el camino más corto saltando de vecino en vecino**: así se va por la
# hoja. Esa distancia se llama **geodésica**. `kneighbors_graph` da las uniones, y `shortest_path`, los
# caminos (con `directed=False`, cada unión se recorre en los dos sentidos).

# %%
links = kneighbors_graph(roll, 8, mode="distance")
paths = shortest_path(links, directed=False)
ends = along.argmin(), along.argmax()
print(f"de un extremo al otro: en línea recta ≈ {straight[ends]:.0f}, "
      f"por la hoja ≈ {paths[ends]:.0f}")
ours = draw(paths, 2)
theirs = Isomap(n_neighbors=8).fit_transform(roll)
print("¿Es lo que hace scikit-learn?",
      np.allclose(np.abs(ours), np.abs(theirs), atol=0.001))
print(f"Isomap ≈ {unrolled(ours):.2f}   "
      f"¿más de 0.8? {unrolled(ours) > 0.8}")

# %% [markdown] presenta="LLE, traza, numpy.trace"
# **Qué observas.** El mismo MDS, con otra distancia, desenrolla.
#
# (Otro MDS, el `MDS` de scikit-learn, mueve los puntos poco a poco hasta que las distancias del dibujo se
# parezcan a las pedidas. Sirve cuando estas no salen de ningún espacio: «cuánto se parecen dos sabores».)
#
# ## 3 · ¿Y si cada punto se describe por sus vecinos?
#
# **LLE** (*locally linear embedding*; Roweis y Saul, 2000) no mide caminos. Dice: «este punto es tanto de
# este vecino, más tanto de aquel…». Son unos pesos $w$ que suman 1 y reconstruyen el punto lo mejor que
# se puede. Esa receta no cambia si se gira la hoja, y apenas si se desenrolla. Después busca un dibujo en
# el que **las mismas recetas** sigan valiendo.
#
# Los pesos de un punto salen de un sistema. Con $Z$, los vecinos menos el punto:
#
# $$G = Z Z^T \qquad (G + 0.001 \, \mathrm{traza}(G) \, I) \, w = 1$$
#
# A la derecha va un vector de unos; al final se divide $w$ entre su suma. El sumando pequeño hace falta
# porque con más vecinos que dimensiones hay muchas soluciones: elige la que reparte. (La **traza** es la
# suma de la diagonal, `np.trace`; $I$ es `np.eye`.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** En la recta, con un punto en 2 y vecinos en 1 y 4, ¿qué pesos lo reconstruyen? Dos tercios
# y un tercio. Que comprueben que no cambian si todo se desplaza: por eso suman 1.

# %% [markdown]
# ### Ejercicio 7.8.2
#
# Escribe `pesos(punto, vecinos)`: recibe un punto (un array) y sus vecinos, uno por fila. Devuelve un array
# con un peso por vecino, según el sistema de arriba.

# %% tags=["ejercicio"]
def pesos(punto, vecinos):
    z = vecinos - punto
    g = z @ z.T
    # >>> return ...
    g = g + 0.001 * np.trace(g) * np.eye(len(g))
    w = np.linalg.solve(g, np.ones(len(g)))
    return w / w.sum()
    # <<<

# %%
check("7.8.2", pesos)

# %% [markdown] presenta="sklearn.manifold.LocallyLinearEmbedding"
# Del dibujo se encarga `LocallyLinearEmbedding`. Los tres mapas del mismo rollo:

# %%
lle = LocallyLinearEmbedding(n_neighbors=8, eigen_solver="dense")
lle_map = lle.fit_transform(roll)
fig, axes = plt.subplots(1, 3, figsize=(7.5, 2.7))
for ax, name, table in zip(axes, ("PCA", "Isomap", "LLE"),
                           (flat, ours, lle_map)):
    ax.scatter(*table.T, c=along, s=8)
    ax.set(title=name, xticks=[], yticks=[])
fig.tight_layout()
print(f"LLE ≈ {unrolled(lle_map):.2f}   "
      f"¿más de 0.8? {unrolled(lle_map) > 0.8}")

# %% [markdown]
# **Qué observas.** Isomap desenrolla y casi conserva las medidas de la hoja. LLE también la desenrolla a lo largo,
# que es lo único que mira nuestra medida; a lo ancho, en algunos sitios la deja casi en una línea. Cuida las
# recetas, no las distancias.
#
# ### ★ Ampliación · ¿De dónde sale el dibujo de LLE?
#
# Se llena una tabla $W$ con las recetas, una por fila. El dibujo $Y$ que mejor cumple $W Y = Y$ son otra
# vez vectores propios, ahora los de **menor** valor de $(I - W)^T (I - W)$. El primero se tira: pone todos
# los puntos en el mismo sitio, y así cumple cualquier receta.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pregunta por qué aquí se quieren los valores pequeños, y en MDS, los grandes: un valor
# pequeño es una receta que casi se cumple.

# %%
w_table = np.zeros((1000, 1000))
for i, near in enumerate(straight.argsort(axis=1)[:, 1:9]):
    away = roll[near] - roll[i]
    gram = away @ away.T
    gram = gram + 0.001 * np.trace(gram) * np.eye(8)
    recipe = np.linalg.solve(gram, np.ones(8))
    w_table[i, near] = recipe / recipe.sum()
gap = np.eye(1000) - w_table
_, vectors = np.linalg.eigh(gap.T @ gap)
print("¿Es lo que hace scikit-learn?",
      np.allclose(np.abs(vectors[:, 1:3]), np.abs(lle_map), atol=0.001))

# %% [markdown] presenta="t-SNE, perplejidad"
# **Qué observas.** Es el mismo dibujo: con las recetas basta.
#
# ## 4 · ¿Y si solo importan los vecinos?
#
# Las prendas no son una hoja de dos dimensiones: ningún dibujo plano puede respetar todas sus distancias.
# **t-SNE** (*t-distributed stochastic neighbor embedding*; Van der Maaten y Hinton, 2008) renuncia: solo
# quiere que **los vecinos sigan siendo vecinos**.
#
# 1. En los datos, cada punto reparte una probabilidad entre los demás, con una campana: mucha a los
#    cercanos, casi nada a los lejanos. Con $d_j$, la distancia al punto $j$:
#    $$p_j = \frac{e^{-d_j^2 / (2\sigma^2)}}{\sum_m e^{-d_m^2 / (2\sigma^2)}}$$
# 2. En el dibujo hace lo mismo, con una curva de cola más larga (la **t** de Student), que deja sitio
#    para separar lo que no es vecino.
# 3. Mueve los puntos del dibujo por descenso de gradiente, hasta que los dos repartos se parezcan. Lo que
#    baja es su divergencia de Kullback y Leibler, pariente de la entropía cruzada.
#
# ¿Qué ancho $\sigma$? Cada punto tiene el suyo. Tú eliges la **perplejidad**: entre cuántos
# vecinos, más o menos, se reparte. Es $2^H$, con $H$ la entropía del reparto, la de
# {{arboles_de_decision}}: $H = -\sum_j p_j \log_2 p_j$. Repartir por igual entre 8 da perplejidad 8.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de 7.8.3: ¿cuál es la perplejidad de un dado? 6. ¿Y la de un dado trucado que casi
# siempre da 6? Cerca de 1. Es «entre cuántos dudas». El t-SNE tarda unos segundos: aprovéchalos para que
# apuesten qué prendas quedarán mezcladas.

# %% [markdown]
# ### Ejercicio 7.8.3
#
# Escribe `reparto(cuadrados, sigma)`: recibe las distancias de un punto a los demás, **ya al cuadrado**, y
# el ancho. Devuelve dos cosas: las probabilidades y la perplejidad. (Ninguna probabilidad será 0.)

# %% tags=["ejercicio"]
def reparto(cuadrados, sigma):
    # >>> return ...
    p = np.exp(-cuadrados / (2 * sigma ** 2))
    p = p / p.sum()
    return p, 2 ** -(p * np.log2(p)).sum()
    # <<<

# %%
check("7.8.3", reparto)

# %% [markdown]
# Dos mil prendas, con un PCA previo a 50 componentes: quita ruido, y t-SNE va más rápido. De cada prenda,
# t-SNE busca el ancho que da la perplejidad pedida (de fábrica, 30): donde hay pocas vecinas, más ancho.

# %%
(images, labels), _ = load_fashion_mnist()
garments, kinds = images[:2000], labels[:2000]
pixels = garments.reshape(2000, -1) / np.float32(255)
codes = PCA(50, random_state=0).fit_transform(pixels)

# %% [markdown] presenta="sklearn.manifold.TSNE, course_utils.plot_image_map"
# `TSNE` hace el mapa. `plot_image_map` pone un punto por prenda y, donde caben sin taparse, la propia prenda.
#
# **Predice:** ¿qué prendas quedarán juntas? ¿Cuáles se mezclarán?

# %%
garment_map = TSNE(perplexity=30, random_state=0).fit_transform(codes)
shadow = codes[:, :2]
ax = plot_image_map(garment_map, garments)
ax.set_title("2000 prendas, con t-SNE")

# %% [markdown]
# **Qué observas.** t-SNE no ha visto ni una etiqueta. Aun así, los pantalones forman una isla, y el calzado,
# otra. Camisas, jerséis y abrigos se mezclan: lo mismo que confunden los clasificadores.
#
# ## 5 · ¿Cuánto te puedes fiar del dibujo?
#
# Un dibujo bonito no es una medida. Aquí van dos:
#
# - **¿Se conservan los vecinos?** De los `k` más cercanos a cada punto en los datos, ¿qué fracción lo sigue
#   siendo en el mapa? No usa etiquetas.
# - **¿Se podría clasificar mirando el dibujo?** El acierto de un kNN que solo ve las dos columnas del mapa.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** En 7.8.4, que predigan el resultado de un mapa al azar: entre 2000 puntos, conserva
# casi 0. Detente en las tres pruebas: son lo que se llevan a casa. Si alguien pregunta por UMAP, le pasa lo
# mismo.

# %% [markdown]
# `NearestNeighbors` busca los vecinos de cada punto, sin contar al propio punto:

# %% presenta="sklearn.neighbors.NearestNeighbors, .kneighbors"
def neighbours(table, k):
    search = NearestNeighbors(n_neighbors=k).fit(table)
    return search.kneighbors(return_distance=False)

# %% [markdown]
# ### Ejercicio 7.8.4
#
# Escribe `conservados(x, mapa, k)`: recibe los datos y el mapa, con un punto por fila, y devuelve esa
# fracción, la media de todos los puntos. Los vecinos de cada punto, una fila por punto, ya están.

# %% tags=["ejercicio"]
def conservados(x, mapa, k):
    antes, ahora = neighbours(x, k), neighbours(mapa, k)
    # >>> return ...
    comunes = [len(set(a) & set(b)) for a, b in zip(antes, ahora)]
    return sum(comunes) / (k * len(comunes))
    # <<<

# %%
check("7.8.4", conservados)

# %% [markdown] presenta="fiabilidad de un mapa"
# (scikit-learn trae una parecida, la **fiabilidad** o *trustworthiness*: vale 1 si ningún vecino del mapa es
# un intruso, y castiga más al que venía de más lejos.)

# %%
def kept(x, table, k=10):
    pairs = zip(neighbours(x, k), neighbours(table, k))
    return np.mean([len(set(old) & set(new)) / k for old, new in pairs])

def by_eye(table, answers):
    return cross_val_score(KNeighborsClassifier(), table, answers).mean()

scores = {}
for name, table in (("PCA", shadow), ("t-SNE", garment_map),
                    ("50 números", codes)):
    scores[name] = kept(codes, table), by_eye(table, kinds)
    print(f"{name:<10} conserva ≈ {scores[name][0]:.2f}, "
          f"kNN acierta ≈ {scores[name][1]:.2f}")

# %% tags=["resultado"]
(p_kept, p_hits), (t_kept, t_hits), (_, all_hits) = scores.values()
print("Conserva t-SNE, ¿el doble que el PCA? ¿Y menos de 0.65?",
      bool(t_kept > 2 * p_kept), bool(t_kept < 0.65))
print("kNN en el mapa, ¿gana por 0.15?", bool(t_hits > p_hits + 0.15))
print("¿Y pierde con los 50 números?", bool(t_hits < all_hits - 0.01))
print(f"kNN acierta ≈ {t_hits:.2f} mirando el mapa de t-SNE, "
      f"y ≈ {p_hits:.2f} con dos componentes")

# %% [markdown]
# **Qué observas.** Con dos números por prenda, t-SNE deja ver mucho más que el PCA. Y aun así conserva poco
# más de la mitad de los vecinos, y un clasificador acierta más con los 50 números. (Ellos conservan el
# total porque son los datos con los que se compara.) Para **mirar**, t-SNE; para clasificar, no.
#
# > **Lo que oirás por ahí: «los grupos grandes del t-SNE son los más variados, y los que están lejos son
# > los más distintos».** Dos pruebas. Una: dos nubes, la segunda diez veces más estrecha. Otra: tres
# > nubes en fila (círculos, cuadrados y triángulos); de los cuadrados a los triángulos hay cinco veces más
# > que de los círculos a los cuadrados.
#
# **Predice:** en el mapa, ¿cuántas veces más ancha será la primera nube? ¿Y la distancia larga?

# %%
made = np.random.default_rng(0)
wide = made.normal(0, 1, (100, 10))
thin = made.normal(0, 0.1, (100, 10))
thin[:, 0] += 12
row = made.normal(0, 1, (180, 10))
row[:, 0] += np.repeat([0, 10, 60], 60)

def width(table):
    return np.linalg.norm(table - table.mean(axis=0), axis=1).mean()

def stretch(table):
    centres = np.array([table[k:k + 60].mean(axis=0) for k in (0, 60, 120)])
    short, long = np.linalg.norm(centres[1:] - centres[:-1], axis=1)
    return long / short

# %% [markdown]
# (t-SNE empieza por el PCA, así que repetirlo en tu equipo da el mismo mapa, aunque cambies la semilla. Con
# `init="random"` empieza en puntos al azar, y entonces sí cambia.)

# %%
pair = TSNE(random_state=0).fit_transform(np.vstack([wide, thin]))
real = width(wide) / width(thin)
drawn = width(pair[:100]) / width(pair[100:])
print(f"ancho: en los datos ≈ {real:.1f} veces, en el mapa ≈ {drawn:.2f}")
print("¿Iguales en el mapa?", bool(0.8 < drawn < 1.25))

# %%
maps, ratios = {}, {}
for perplexity in (10, 30, 60):
    runs = [TSNE(perplexity=perplexity, init="random", random_state=seed)
            .fit_transform(row) for seed in (0, 1)]
    maps[perplexity] = runs[0]
    ratios[perplexity] = [stretch(run) for run in runs]
    print(f"perplejidad {perplexity}: la larga es "
          f"≈ {ratios[perplexity][0]:.2f} o ≈ {ratios[perplexity][1]:.2f}"
          " veces la corta")
print(f"en los datos ≈ {stretch(row):.2f}")
print("Con 30, ¿menos de 1.5? Con 60, ¿más de 2?",
      max(ratios[30]) < 1.5, min(ratios[60]) > 2)

# %%
fig, axes = plt.subplots(2, 2, figsize=(6.5, 6))
titles = ["Dos anchos", *(f"En fila, perplejidad {each}" for each in maps)]
sizes = [100, 60, 60, 60]
for ax, title, table, n in zip(axes.flat, titles,
                               [pair, *maps.values()], sizes):
    for k, mark in enumerate(["o", "s", "^"][:len(table) // n]):
        ax.scatter(*table[n * k:n * k + n].T, s=12, marker=mark,
                   color=["#E69F00", "#009E73", "#CC79A7"][k])
    ax.set(title=title, xticks=[], yticks=[], aspect="equal",
           adjustable="datalim")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** La nube diez veces más ancha (los círculos) sale igual de ancha: cada punto usa su propio
# $\sigma$, y eso borra las densidades. En la fila, el orden es círculos, cuadrados y triángulos: la distancia
# larga, de cuadrados a triángulos, sale como la corta, o el triple, según la
# perplejidad; con otra semilla, un poco distinta. **Ni lo variado que es un grupo ni la distancia entre dos
# grupos se leen en un t-SNE.** (Un grupo con más puntos sí suele ocupar más: no por eso es más variado.)
#
# > **Lo que oirás por ahí: «si en el mapa se ven grupos, hay grupos».** Trescientos puntos de puro azar en
# > 20 dimensiones. Medimos los grumos: de cada punto, la distancia al que hace el 150 (el de en medio) entre
# > la distancia a su tercer vecino. En un grumo el tercero está muy cerca, y el cociente sube.

# %%
noise = np.random.default_rng(0).normal(size=(300, 20))
fig, axes = plt.subplots(1, 2, figsize=(7.5, 3.6))
lumps = []
for ax, perplexity in zip(axes, (2, 30)):
    drawn = TSNE(perplexity=perplexity, random_state=0).fit_transform(noise)
    away = np.linalg.norm(drawn[:, np.newaxis] - drawn, axis=2)
    away = np.sort(away, axis=1)  # la primera columna es uno mismo
    lumps.append(np.median(away[:, 150] / away[:, 3]))
    ax.scatter(*drawn.T, s=10, color="#333333")
    ax.set(title=f"Puro azar, perplejidad {perplexity}",
           xticks=[], yticks=[])
fig.tight_layout()
print(f"grumos ≈ {lumps[0]:.1f} y ≈ {lumps[1]:.1f}   "
      f"¿1.5 veces más? {lumps[0] > 1.5 * lumps[1]}")

# %% [markdown]
# **Qué observas.** Con perplejidad 2, el azar parece lleno de grumos. Mira el mapa con varias
# perplejidades (de 5 a 50) y, con `init="random"`, varias semillas, y cree solo lo que se repite; y aun eso,
# compruébalo en los datos, no en el dibujo.
#
# Falta lo más práctico: ¿y una prenda nueva?

# %%
for method in (PCA(2), Isomap(), LocallyLinearEmbedding(), TSNE()):
    print(f"{type(method).__name__:<22} ¿tiene transform?",
          hasattr(method, "transform"))

# %% [markdown] presenta="UMAP, análisis discriminante lineal"
# **Qué observas.** t-SNE no aprende una función: coloca **estos** puntos. Para añadir uno hay que repetir el
# mapa entero, y todo puede moverse. Por eso no sirve de preparación de un clasificador: el modelo
# entrenado en un mapa no tiene dónde poner la muestra siguiente.
#
# Verás muchos mapas hechos con **UMAP** (McInnes y otros, 2018): también parte de los vecinos, va más
# rápido con muchos datos y sí coloca puntos nuevos. Es otra biblioteca, y el curso no la usa. Sus
# tamaños y sus distancias se leen con la misma desconfianza.
#
# ### ★ Ampliación · ¿Y si se miran las etiquetas?
#
# Todo lo anterior mira solo los datos. El **análisis discriminante lineal** (*linear discriminant
# analysis*, LDA; Fisher, 1936) proyecta, como el PCA, pero elige las direcciones que más separan las
# **clases**: mucha distancia entre sus medias y poca dispersión dentro de cada una. Con diez clases da
# nueve direcciones como mucho. Sí tiene `transform`, así que se puede juzgar con prendas nuevas.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pide que apuesten cuánto ganará LDA, que sí ve las etiquetas. Y por qué se mide con prendas
# nuevas: las de aprender ya le dieron sus respuestas.

# %% presenta="sklearn.discriminant_analysis.LinearDiscriminantAnalysis"
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

squeeze = PCA(50, random_state=0).fit(pixels)
table = squeeze.transform(pixels)
fresh = squeeze.transform(images[2000:4000].reshape(2000, -1) / 255)
lda = LinearDiscriminantAnalysis().fit(table, kinds)
nine, nine_fresh = lda.transform(table), lda.transform(fresh)
found = {}
for name, old, new in (("PCA, 2", table[:, :2], fresh[:, :2]),
                       ("LDA, 2", nine[:, :2], nine_fresh[:, :2]),
                       ("PCA, 9", table[:, :9], fresh[:, :9]),
                       ("LDA, 9", nine, nine_fresh),
                       ("PCA, 50", table, fresh)):
    knn = KNeighborsClassifier().fit(old, kinds)
    found[name] = knn.score(new, labels[2000:4000])
    print(f"{name:<8} kNN acierta, con prendas nuevas, ≈ {found[name]:.2f}")

# %%
print("Con 2, ¿se llevan menos de 0.1?",
      abs(found["LDA, 2"] - found["PCA, 2"]) < 0.1)
print("LDA con 9, ¿a menos de 0.05 de los 50? ¿Y gana al PCA con 9?",
      abs(found["LDA, 9"] - found["PCA, 50"]) < 0.05,
      found["LDA, 9"] > found["PCA, 9"] + 0.02)

# %% [markdown]
# **Qué observas.** En dos dimensiones, ver las etiquetas ayuda poco con prendas nuevas: dos direcciones
# no separan diez clases. Donde LDA gana es en que nueve números hacen el trabajo de 50; nueve del PCA, no.
#
# ## Errores frecuentes
#
# **1. Contar como hallazgo lo que pone el método.** Grumos, tamaños y distancias de un t-SNE: lo de la
# sección 5.
#
# **2. Demasiados vecinos en Isomap.** Con 30, unos pocos puntos tienen ya algún vecino en la vuelta de al lado:
# bastan esos atajos por el aire, y el rollo se queda sin desenrollar. Con muy pocos, la hoja se rompe.

# %%
table = Isomap(n_neighbors=30).fit_transform(roll)
print(f"Isomap con 30 vecinos ≈ {unrolled(table):.2f}   "
      f"¿menos de 0.4? {unrolled(table) < 0.4}")

# %% [markdown]
# ### ★ Ampliación · Un t-SNE para aprender y otro para las nuevas
#
# Otro error frecuente: entrenar el clasificador en un mapa y usarlo en otro, el de las prendas nuevas. Cada
# mapa tiene sus ejes: lo que está arriba en uno no está arriba en el otro. No hay error ni aviso. (Aquí, con
# `init="random"`. Si los dos empiezan por el PCA, se parecen algo más, y el clasificador también pierde.)

# %%
half = [TSNE(random_state=0, init="random").fit_transform(part)
        for part in (codes[:500], codes[500:1000])]
knn = KNeighborsClassifier().fit(half[0], kinds[:500])
wrong = knn.score(half[1], kinds[500:1000])
inside = by_eye(half[0], kinds[:500])
print(f"dentro de un mapa ≈ {inside:.2f}, en el otro ≈ {wrong:.2f}")
print("¿Pierde más de 0.2?", bool(wrong < inside - 0.2))

# %% [markdown]
# ## Práctica: un mapa elegido con una medida
#
# Los 1797 dígitos de scikit-learn son imágenes de 8 por 8. Quieres un mapa para enseñarlos, y hay seis
# candidatos. Elegir el más bonito es engañarse: se elige con una medida, en una mitad, y se comprueba en
# la otra.

# %% [markdown] tags=["docente"]
# **{{minutos}}**, con la autoevaluación. La pregunta de la práctica: ¿por qué hace falta la otra mitad, si
# t-SNE no ve etiquetas? Porque se han probado seis y se elige el mejor: algo de esa ventaja puede ser suerte.

# %%
digits = load_digits()
order = np.random.default_rng(0).permutation(len(digits.data))
first, second = order[:898], order[898:]
makers = {"PCA": PCA(2), "Isomap": Isomap(n_neighbors=10),
          "LLE": LocallyLinearEmbedding(n_neighbors=10, random_state=0)}
for perplexity in (5, 30, 100):
    makers[f"t-SNE {perplexity}"] = TSNE(perplexity=perplexity,
                                         random_state=0)
digit_maps = {name: maker.fit_transform(digits.data[first])
              for name, maker in makers.items()}
print(len(digit_maps), "mapas de", len(first), "dígitos")

# %% [markdown]
# ### Paso 1 · Ejercicio 7.8.5
#
# Escribe `mejor_mapa(x, mapas, k)`: recibe los datos y un diccionario (nombre del mapa → mapa), y devuelve
# el **nombre** del que más vecinos conserva. La función `kept(x, mapa, k)`, de arriba, da la fracción.

# %% tags=["ejercicio"]
def mejor_mapa(x, mapas, k):
    # >>> return ...
    return max(mapas, key=lambda nombre: kept(x, mapas[nombre], k))
    # <<<

# %%
check("7.8.5", mejor_mapa)

# %% [markdown]
# ### Paso 2 · Elegir en una mitad
#
# Los seis, con la misma medida.

# %%
notes = {name: kept(digits.data[first], table)
         for name, table in digit_maps.items()}
for name, note in notes.items():
    print(f"{name:<10} conserva ≈ {note:.3f}")
chosen = max(notes, key=notes.get)
print("¿Gana un t-SNE?", chosen.startswith("t-SNE"))

# %% [markdown]
# ### Paso 3 · Comprobar con la otra mitad
#
# El mapa elegido y el PCA, hechos de nuevo con los dígitos que no se miraron.

# %%
unseen, answers = digits.data[second], digits.target[second]
again = makers[chosen].fit_transform(unseen)
plain = makers["PCA"].fit_transform(unseen)
print(f"{chosen}: conserva ≈ {kept(unseen, again):.3f}, "
      f"kNN acierta ≈ {by_eye(again, answers):.3f}")
print(f"PCA: conserva ≈ {kept(unseen, plain):.3f}, "
      f"kNN acierta ≈ {by_eye(plain, answers):.3f}")
print("¿Se repite, a menos de 0.05? ¿Acierta más de 0.9?",
      bool(abs(kept(unseen, again) - notes[chosen]) < 0.05),
      bool(by_eye(again, answers) > 0.9))
ax = plot_image_map(again, digits.images[second] / 16)
ax.set_title("La otra mitad de los dígitos")

# %% [markdown]
# **Qué observas.** Lo medido en una mitad se repite en la otra: la nota no fue suerte. Las islas son de
# verdad cifras, y no lo dice el dibujo, sino el acierto.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** En un mapa de t-SNE, el grupo A ocupa el triple que el B. ¿Qué sabes?
#
# - a) Que A es más variado que B.
# - b) Que A es más variado, si con otra perplejidad sale igual.
# - c) De lo variado que es A, nada: hay que mirarlo en los datos.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("7.8.A1", respuesta_1)

# %% [markdown]
# **A2.** ¿Qué cambia Isomap respecto del MDS clásico?
#
# - a) Las distancias: usa el camino más corto de vecino en vecino.
# - b) El dibujo: lo mueve con descenso de gradiente.
# - c) Los datos: los estandariza antes.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "a"
# <<<
check("7.8.A2", respuesta_2)

# %% [markdown]
# **A3.** Un t-SNE con perplejidad 3 muestra veinte grupos pequeños. ¿Qué haces antes de contarlo?
#
# - a) Les pones nombre: veinte grupos son veinte tipos.
# - b) Lo repites con otras perplejidades y otros comienzos al azar, y compruebas en los datos lo que se
#   mantenga.
# - c) Bajas la perplejidad a 1, para verlos mejor.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "b"
# <<<
check("7.8.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Una hoja enrollada no se arregla con una sombra: hay que ir por ella, de vecino en vecino.
# - El MDS clásico dibuja a partir de distancias; con las rectas es el PCA, y con las del camino, Isomap.
# - LLE escribe cada punto como mezcla de sus vecinos y busca un dibujo en el que las mezclas valgan.
# - t-SNE conserva vecinos; los tamaños, las distancias entre grupos y hasta los grupos pueden ser del método.
# - Un mapa se elige con una medida, y no tiene sitio para datos nuevos si el método no tiene `transform`.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulo 8.
# - [Aprendizaje de variedades en scikit-learn](https://scikit-learn.org/stable/modules/manifold.html).
# - M. Wattenberg, F. Viégas e I. Johnson (2016), [*How to Use t-SNE
#   Effectively*](https://distill.pub/2016/misread-tsne/): las mismas trampas, con mapas que se mueven.
# - S. Roweis y L. Saul (2000), *Nonlinear Dimensionality Reduction by Locally Linear Embedding*, y J.
#   Tenenbaum y otros (2000), *A Global Geometric Framework for Nonlinear Dimensionality Reduction*: LLE e
#   Isomap, en el mismo número de *Science*.
# - L. van der Maaten y G. Hinton (2008), *Visualizing Data using t-SNE*.
