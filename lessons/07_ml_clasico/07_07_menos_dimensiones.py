# %% [markdown]
# # 7.7 · Menos dimensiones
#
# | | |
# |---|---|
# | **Objetivos** | Medir qué les pasa a las distancias en muchas dimensiones; escribir el PCA con la SVD y obtener lo mismo que scikit-learn; decidir cuántas componentes guardar; comprimir prendas y ver qué se pierde; elegir entre PCA exacto, aleatorizado, por trozos y proyección al azar; comprobar si ayuda a un clasificador |
# | **Duración** | {{minutos}} |
# | **Requisitos** | El primer PCA, con los vinos ({{vinos}}), las prendas ({{fashion_mnist}}) y la comparación pareada ({{te_puedes_fiar}}) |
# | **Datos** | Los pingüinos de Palmer y Fashion-MNIST, incluidos en el curso |
# | **Práctica** | ¿Ayuda a un clasificador ver 64 números en vez de 784? |

# %%
import time

import matplotlib.pyplot as plt
import numpy as np
from sklearn.decomposition import PCA, IncrementalPCA
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.neighbors import KNeighborsClassifier
from sklearn.random_projection import GaussianRandomProjection
from sklearn.random_projection import johnson_lindenstrauss_min_dim

from course_utils import check, hint, solution
from course_utils import explore_components
from course_utils import load_fashion_mnist, load_penguins
from course_utils import paired_difference, plot_image_grid

# %% [markdown] presenta="densidad, density=True"
# ## 1 · ¿Qué les pasa a las distancias con mil dimensiones?
#
# Una prenda son 784 números: un punto en 784 **dimensiones**. Nadie ve ese espacio, y la intuición que
# traemos de la mesa y del cuarto engaña allí. Empecemos por medirlo: puntos al azar, con cada coordenada
# entre 0 y 1, y la distancia de uno de ellos a los demás. (Con `density=True`, la altura de una barra del
# histograma no es cuántos hay, sino su **densidad**: el área de todas juntas vale 1.)
#
# **Predice:** con 1000 dimensiones, ¿habrá puntos muy cercanos y puntos muy lejanos?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de ejecutar: ¿cuántas casillas hay si se parte en 10 cada eje? 10 en la recta, 100
# en el plano… y con 784 ejes, más que átomos. Ningún conjunto de datos las llena: de ahí el nombre.

# %%
rng = np.random.default_rng(0)
styles = {1: ":", 10: "-.", 100: "--", 1000: "-"}
spread = {}
fig, ax = plt.subplots(figsize=(6.5, 3.4))
for dims, style in styles.items():
    points = rng.random((1000, dims))
    away = np.sqrt(((points[1:] - points[0]) ** 2).sum(axis=1))
    ax.hist(away / away.mean(), bins=75, range=(0, 2.5), density=True,
            histtype="step", linestyle=style, label=f"{dims}")
    spread[dims] = away.max() / away.min()
ax.set(title="De un punto a los demás", xlabel="Distancia / media",
       ylabel="Densidad", xlim=(0, 2.5))
ax.legend(title="Dimensiones")
fig.tight_layout()

# %%
for dims, ratio in spread.items():
    print(f"{dims:>4} dimensiones: el más lejano está a ≈ {ratio:.2f}"
          " veces el más cercano")
print("Con 1000, ¿a menos de 1.5 veces?", bool(spread[1000] < 1.5))
print("Con 1, ¿a más de 50 veces?", bool(spread[1] > 50))

# %% [markdown] presenta="maldición de la dimensión"
# **Qué observas.** Con una dimensión hay vecinos y hay forasteros. Con 1000, todos están casi a la misma
# distancia: «el más cercano» apenas quiere decir nada. Es la **maldición de la dimensión** (*curse of
# dimensionality*). Y llenar el espacio no es una salida: si en una recta bastan 10 puntos, en $d$
# dimensiones hacen falta $10^d$ para quedar igual de juntos.
#
# ### Ejercicio 7.7.1
#
# Escribe `contraste(puntos, centro)`. Recibe una tabla, con un punto por fila, y otro punto (un array con
# una coordenada por columna). Devuelve cuántas veces más lejos de `centro` está el punto más lejano que el
# más cercano.

# %% tags=["ejercicio"]
def contraste(puntos, centro):
    # >>> return ...
    distancias = np.sqrt(((puntos - centro) ** 2).sum(axis=1))
    return distancias.max() / distancias.min()
    # <<<

# %%
check("7.7.1", contraste)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("7.7.1")` da una pista (y otra, si insistes), y
# `solution("7.7.1")` muestra una solución.
#
# > **Lo que oirás por ahí: «con cientos de dimensiones, los vecinos no sirven».** Sirvieron en la lección
# > {{cuatro_paradigmas}}, con pocas medidas. Probemos con 784: mil prendas, y mil imágenes de puro azar
# > del mismo tamaño.

# %%
(images, labels), (test_images, test_labels) = load_fashion_mnist()
x = images.reshape(len(images), -1) / np.float32(255)

def contrast(points):
    away = np.sqrt(((points[1:] - points[0]) ** 2).sum(axis=1))
    return away.max() / away.min()

noise = rng.random((1000, 784))
ratios = contrast(x[:1000]), contrast(noise)
print(f"prendas: ≈ {ratios[0]:.2f}   azar: ≈ {ratios[1]:.2f}")
print("Prendas, ¿más de 2 veces?", bool(ratios[0] > 2))
print("Azar, ¿menos de 1.5?", bool(ratios[1] < 1.5))
near = KNeighborsClassifier(1).fit(x[:1000], labels[:1000])
hits = near.score(x[1000:2000], labels[1000:2000])
print(f"un solo vecino acierta ≈ {hits:.2f}   ¿más de 0.6? {hits > 0.6}")

# %% [markdown] presenta="variedad"
# **Qué observas.** Las prendas sí tienen cerca y lejos, y el más cercano suele ser de su clase. No llenan el cubo de 784 dimensiones: un píxel
# se parece a su vecino, los bordes son negros, una manga acompaña a la otra. Viven cerca de una
# superficie con muchas menos dimensiones. Si es plana, basta **proyectar**: mirar su sombra, que es lo de
# hoy. Si está enrollada se llama **variedad** (*manifold*), y una sombra
# pone unas vueltas encima de otras: haría falta desenrollarla.
#
# ## 2 · ¿Qué sombra pierde menos?
#
# En la lección {{vinos}} ya hiciste una foto «desde el mejor ángulo». ¿Mejor en qué? Tomemos dos medidas
# de los pingüinos, estandarizadas: el largo de la aleta y la masa. Aplastarlas en una sola recta es elegir
# un ángulo. De cada ángulo medimos dos cosas: la varianza de la sombra, y lo que se pierde, la media de la
# distancia al cuadrado de cada punto a su sombra.
#
# **Predice:** al girar la recta, ¿qué le pasa a la suma de las dos?
#
# (`np.deg2rad` pasa de grados a radianes, que es lo que entienden el coseno y el seno, `np.cos` y `np.sin`:
# juntos dan la dirección de la recta. `np.outer` multiplica cada sombra por la dirección, y da el
# punto de la recta donde cae; `axline` dibuja una recta entera, dados un punto y su pendiente.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Es Pitágoras: la distancia al centro, al cuadrado, se reparte entre lo que se ve en la
# sombra y lo que no. Dibuja un triángulo rectángulo. Por eso «guardar más varianza» y «perder menos» son la
# misma orden. En 7.7.2, el error de siempre es no centrar.

# %% presenta="numpy.deg2rad, numpy.outer, numpy.cos"
penguins = load_penguins().dropna()
two = penguins[["flipper_length_mm", "body_mass_g"]].to_numpy()
two = (two - two.mean(axis=0)) / two.std(axis=0)

angles = np.arange(180)
kept, lost = [], []
for angle in np.deg2rad(angles):
    direction = np.array([np.cos(angle), np.sin(angle)])
    shadow = two @ direction
    kept.append((shadow ** 2).mean())
    lost.append(((two - np.outer(shadow, direction)) ** 2).sum(1).mean())

# %% presenta=".axline"
fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3.4))
left.plot(*two.T, "o", color="#999999", markersize=3)
left.axline((0, 0), slope=1, color="#333333", label="45°")
left.axline((0, 0), slope=-1, color="#D55E00", linestyle="--",
            label="135°")
left.set(title="333 pingüinos y dos rectas", aspect="equal",
         xlabel="Aleta (estandarizada)", ylabel="Masa (estandarizada)")
left.legend()
right.plot(angles, kept, "-", color="#333333", label="se guarda")
right.plot(angles, lost, "--", color="#D55E00", label="se pierde")
right.set(title="Según el ángulo de la recta", xlabel="Ángulo (grados)",
          ylabel="Varianza", ylim=(0, 2.6))
right.legend(loc="upper center")
fig.tight_layout()

# %%
best = int(angles[np.argmax(kept)])
print(f"más varianza a {best} grados: {max(kept):.3f} de 2")
print("¿Suman siempre lo mismo?", np.allclose(np.array(kept) + lost, 2))

# %% [markdown] presenta="componente principal"
# **Qué observas.** Suman siempre 2: cada medida, estandarizada, tiene varianza 1. Una curva es la otra del
# revés: **guardar la mayor varianza es perder lo menos posible**.
# La recta de 45 grados es la primera **componente principal**. La segunda es la mejor de
# las perpendiculares a ella; la tercera, de las perpendiculares a las dos; y así.
#
# Con 784 columnas no se prueban ángulos: la **SVD** da todas las direcciones de una vez. Se centra la
# tabla $X$ (a cada columna, su media) y se descompone:
#
# $$X = U \, S \, V^T$$
#
# Las filas de $V^T$ son las componentes, ordenadas; cada una mide 1 y es perpendicular a las demás. La
# diagonal de $S$ dice cuánto se estira la nube en cada una: en $n$ muestras, la varianza es
# $s_k^2 / (n - 1)$ (scikit-learn divide entre $n - 1$, y no entre $n$: con muchas, casi igual). $U$ no hace
# falta hoy. Como en {{vinos}}, `np.linalg.svd(tabla, full_matrices=False)` da las tres, en ese orden;
# `full_matrices=False` quita las filas que sobran.
#
# ### Ejercicio 7.7.2
#
# Escribe `componentes(x, k)`. Recibe una tabla **sin centrar** y devuelve dos cosas: la media de cada
# columna, y las `k` primeras componentes, una por fila. (Cada una vale con los dos signos.)

# %% tags=["ejercicio"]
def componentes(x, k):
    # >>> return ...
    media = x.mean(axis=0)
    _, _, vt = np.linalg.svd(x - media, full_matrices=False)
    return media, vt[:k]
    # <<<

# %%
check("7.7.2", componentes)

# %% [markdown]
# Con 500 prendas y las diez primeras componentes, ¿es lo que hace scikit-learn?
# (`svd_solver="full"` pide la SVD entera; `explained_variance_` son las varianzas, sin dividir entre el total.)

# %% presenta=".explained_variance_"
few = x[:500]
mean = few.mean(axis=0)
_, s, rows = np.linalg.svd(few - mean, full_matrices=False)
by_hand = (few - mean) @ rows[:10].T

pca = PCA(10, svd_solver="full").fit(few)
theirs = pca.transform(few)
print("¿La misma media?", np.allclose(pca.mean_, mean, atol=1e-4))
print("¿Las mismas sombras, salvo el signo?",
      np.allclose(np.abs(theirs), np.abs(by_hand), atol=0.01))
print("¿Las mismas varianzas?",
      np.allclose(pca.explained_variance_, s[:10] ** 2 / 499, rtol=0.001))

# %% [markdown]
# **Qué observas.** Lo mismo. El PCA exacto no tiene semilla: hay una respuesta, salvo los signos, y es esta.
#
# ## 3 · ¿Cuántas componentes hacen falta?
#
# Ajustamos un PCA con las 60 000 prendas de entrenamiento y todas sus componentes, y sumamos lo que explica
# cada una. (La función `cumsum` va acumulando.)
#
# **Predice:** de 784, ¿cuántas hacen falta para guardar el 95 % de la varianza?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Apunta las apuestas en la pizarra; casi todas se quedan altas. Después pregunta si el 95 %
# es mucho o poco: no hay respuesta hasta saber para qué se comprime.

# %%
full = PCA().fit(x)
shares = full.explained_variance_ratio_
total = np.cumsum(shares)
enough = int(np.argmax(total >= 0.95)) + 1

fig, ax = plt.subplots(figsize=(6.5, 3.4))
ax.plot(np.arange(1, 785), total, color="#333333")
ax.plot(enough, total[enough - 1], "o", color="#D55E00")
ax.annotate(f"{enough} componentes: 95 %", (enough + 12, 0.9))
ax.set(title="Lo que guardan las primeras componentes",
       xlabel="Componentes", ylabel="Varianza explicada, sumada")
fig.tight_layout()

# %%
print(f"para el 95 % ≈ {enough}   ¿menos de 200? {enough < 200}")
for k in (1, 2, 10, 50, 188):
    print(f"con {k:>3} ≈ {total[k - 1]:.3f}")
print("¿Dos guardan más de 0.45, y menos de 0.5?",
      bool(0.45 < total[1] < 0.5))

# %% [markdown]
# **Qué observas.** Dos componentes guardan casi la mitad; 188, el 95 %. La curva sube deprisa, hace un
# codo y se aplana. El codo orienta, pero no decide: decide para qué las quieres.
#
# ### Ejercicio 7.7.3
#
# Escribe `cuantas(fracciones, minimo)`. Recibe un array con lo que explica cada componente, de mayor a
# menor, y una fracción. Devuelve el menor número de componentes que, juntas, explican **al menos**
# `minimo`. (Todas juntas llegan siempre.)

# %% tags=["ejercicio"]
def cuantas(fracciones, minimo):
    # >>> return ...
    return int(np.argmax(np.cumsum(fracciones) >= minimo)) + 1
    # <<<

# %%
check("7.7.3", cuantas)

# %% [markdown]
# En scikit-learn esa cuenta se pide con un decimal: `PCA(0.95)` elige él cuántas.
#
# ## 4 · ¿Qué se pierde al comprimir?
#
# Cada componente tiene 784 números, así que se puede dibujar como una prenda: una **prenda propia**. El
# gris medio es 0; lo claro suma y lo oscuro resta.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que describan las prendas propias con palabras antes de leer: «zapato contra camiseta»,
# «con mangas o sin ellas». Avisa de que a partir de la quinta o la sexta ya no hay palabra, y está bien.

# %%
eigen = full.components_[:10]
limit = np.abs(eigen).max(axis=1, keepdims=True)
shown = (0.5 + 0.5 * eigen / limit).reshape(-1, 28, 28)
captions = [f"{k}: {100 * share:.1f} %"
            for k, share in enumerate(shares[:10], start=1)]
fig = plot_image_grid(shown, captions, title="Las diez primeras")

# %% [markdown]
# **Qué observas.** La primera separa la ropa de arriba del calzado; la segunda, lo ancho de lo estrecho,
# como un pantalón; la sexta mira las mangas, cortas o largas. Toda prenda es la prenda media más un
# poco de esta, menos un poco de aquella. El **código** de una prenda son esas cantidades: $c_k$ es la sombra
# en la componente $v_k$ de la prenda menos la media. Para volver a verla:
#
# $$\hat{x} = \text{media} + c_1 v_1 + \dots + c_k v_k$$
#
# ### Ejercicio 7.7.4
#
# Escribe `reconstruir(x, media, ejes)`. Recibe una tabla sin centrar, la media de cada columna y las
# componentes, una por fila. Comprime cada fila de `x` y devuelve su reconstrucción, del mismo tamaño que
# `x`.

# %% tags=["ejercicio"]
def reconstruir(x, media, ejes):
    # >>> return ...
    codigos = (x - media) @ ejes.T
    return codigos @ ejes + media
    # <<<

# %%
check("7.7.4", reconstruir)

# %% [markdown]
# scikit-learn lo llama `inverse_transform`. Tres prendas del examen, que el PCA no ha visto, con 1, 10, 50
# y 188 componentes.
#
# **Predice:** ¿con cuántas reconocerás la prenda? ¿Y el dibujo de la tela?

# %%
x_test = test_images.reshape(len(test_images), -1) / np.float32(255)
some = x_test[[0, 1, 3]]
versions, errors = [some], {}
for k in (1, 10, 50, 188):
    axes = full.components_[:k]
    back = (some - full.mean_) @ axes.T @ axes + full.mean_
    versions.append(np.clip(back, 0, 1))
    everyone = (x_test - full.mean_) @ axes.T @ axes + full.mean_
    errors[k] = ((x_test - everyone) ** 2).mean()

pictures = np.stack(versions, axis=1).reshape(-1, 28, 28)
names = ["original", "1", "10", "50", "188"] * 3
fig = plot_image_grid(pictures, names, title="Componentes guardadas")

# %% presenta=".inverse_transform"
everything = ((x_test - full.mean_) ** 2).mean()
for k, error in errors.items():
    print(f"con {k:>3} se pierde ≈ {error / everything:.3f}")
print("Con 188, ¿entre 0.04 y 0.06?",
      bool(0.04 < errors[188] / everything < 0.06))
codes = PCA(2).fit(two)
round_trip = codes.inverse_transform(codes.transform(two))
print("Con todas, ¿vuelve intacto?", np.allclose(round_trip, two))

# %% [markdown]
# **Qué observas.** Con 1 hay manchas; con 10, la silueta; con 50 se reconoce bien la prenda, borrosa; con
# 188 vuelve casi todo, menos lo más fino: las letras aún no se leen bien. Y en prendas nuevas se pierde lo mismo que prometía la curva: cerca del 5 % con 188.
#
# Ahora tú: mueve «Componentes» hasta reconocer la prenda, y «Imagen» para cambiar a otra. (Este PCA se ajusta
# con muchas menos prendas, y estas sí las ha visto. Si lees esto en una página web, verás tres casos.)

# %% presenta="course_utils.explore_components"
explore_components(images[:1500])

# %% [markdown]
# Comprimir 60 000 prendas son 188 números cada una, en vez de 784: menos de la cuarta parte. En memoria se gana
# mucho menos: cada píxel venía en un byte, y cada número del código ocupa cuatro. Y no olvides guardar
# además la media y las componentes: sin ellas, los códigos no se pueden leer.
#
# > **Lo que oirás por ahí: «lo que explica poca varianza es ruido: se puede tirar».** Fabriquemos dos
# > clases que dicen lo contrario: dos nubes largas, una encima de la otra.

# %%
made = np.random.default_rng(0)
kind = np.repeat([0, 1], 300)
long = made.normal(0, 5, 600)
short = made.normal(0, 0.2, 600) + 1.6 * kind
clouds = np.column_stack([long, short])

both = PCA(2).fit(clouds)
print("explican ≈", both.explained_variance_ratio_.round(2))
scores = []
for k in (0, 1):
    column = both.transform(clouds)[:, [k]]
    model = LogisticRegression().fit(column, kind)
    scores.append(model.score(column, kind))
    print(f"solo con la componente {k + 1}: acierta ≈ {scores[k]:.3f}")
print("¿La grande, menos de 0.6; la pequeña, más de 0.98?",
      scores[0] < 0.6, scores[1] > 0.98)

# %% [markdown] presenta="PCA aleatorizado, PCA incremental"
# **Qué observas.** La componente que casi todo lo explica no distingue nada, y la que «era ruido» lo acierta
# todo. El PCA no ve las etiquetas: **varianza no es información** para tu pregunta.
#
# ## 5 · ¿Y si hay prisa, o no cabe en memoria?
#
# Hay tres atajos:
#
# - **PCA aleatorizado** (`svd_solver="randomized"`): busca solo las $k$ primeras, aproximadas, a partir de
#   unas direcciones al azar. Con `PCA(k)`, scikit-learn decide por ti qué camino tomar.
# - **PCA incremental** (`IncrementalPCA`): aprende por trozos con `partial_fit`, como en la lección
#   {{maneras_de_aprender}}. En memoria solo hay un trozo.
# - **Proyección al azar**: ni mira los datos. Multiplica por una tabla de números al azar.
#
# **Predice:** con 20 componentes, ¿cuánta varianza perderá cada uno de los dos primeros frente al exacto?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Las prendas llegan en bytes, de 0 a 255, y cada trozo se convierte en decimales cuando le
# toca. Con un archivo que no cabe, se haría igual, trozo a trozo. Los segundos cambian mucho de un
# equipo a otro: no discutáis sobre ellos.

# %% presenta="sklearn.decomposition.IncrementalPCA"
sample = images[:2000].reshape(2000, -1)
scaled = sample / np.float32(255)
found = {}
for solver in ("full", "randomized"):
    start = time.process_time()
    fast = PCA(20, svd_solver=solver, random_state=0).fit(scaled)
    found[solver] = fast.explained_variance_ratio_.sum()
    print(f"{solver:<12} ≈ {time.process_time() - start:.2f} s")

pieces = IncrementalPCA(20)
for first in range(0, 2000, 400):
    pieces.partial_fit(sample[first:first + 400] / np.float32(255))
found["por trozos"] = pieces.explained_variance_ratio_.sum()

# %%
for name, share in found.items():
    print(f"{name:<12} explica ≈ {share:.4f}")
print("¿Se llevan menos de 0.005?",
      bool(max(found.values()) - min(found.values()) < 0.005))

# %% [markdown] presenta="proyección al azar, lema de Johnson y Lindenstrauss"
# **Qué observas.** Casi empatan. Para las primeras componentes, el exacto no hace falta.
#
# ### ★ Ampliación · ¿Y proyectar al azar?
#
# La proyección al azar es más rara: ¿por qué iba a servir? Porque muchas direcciones al azar, juntas,
# conservan las **distancias**. El **lema de Johnson y Lindenstrauss** dice cuántas bastan para que las haya
# en las que ninguna distancia al cuadrado cambia más que una fracción $\varepsilon$:
#
# $$k \ge \frac{4 \ln n}{\varepsilon^2 / 2 - \varepsilon^3 / 3}$$
#
# Esa cuenta depende de cuántos puntos hay, $n$, y **no** de cuántas columnas. La cuenta la hace
# `johnson_lindenstrauss_min_dim`, y `GaussianRandomProjection` proyecta.

# %% presenta="sklearn.random_projection.GaussianRandomProjection, sklearn.random_projection.johnson_lindenstrauss_min_dim"
for error in (0.1, 0.2, 0.5):
    least = int(johnson_lindenstrauss_min_dim(60_000, eps=error))
    print(f"60000 prendas, error {error}: {least} dimensiones")

chance = GaussianRandomProjection(200, random_state=0)
before, after = scaled[:300], chance.fit_transform(scaled[:300])
far = ((before[1:] - before[:-1]) ** 2).sum(axis=1)
near = ((after[1:] - after[:-1]) ** 2).sum(axis=1)
changes = np.abs(near / far - 1)
print(f"a 200: cambio medio ≈ {changes.mean():.3f}, "
      f"el mayor ≈ {changes.max():.3f}")
print("¿El medio, menos de 0.12? ¿El mayor, menos de 0.5?",
      changes.mean() < 0.12, changes.max() < 0.5)

# %% [markdown]
# **Qué observas.** La garantía es cara: con error 0.2 pide 2538 dimensiones, más que los 784 píxeles. Es
# para tablas con cientos de miles de columnas, como las palabras de un texto. En la práctica, con
# 200 las distancias ya se parecen. Y con los mismos números, el PCA guarda más: él sí mira los datos.
#
# ## Errores frecuentes
#
# **1. Ajustar otro PCA con los datos nuevos.** Cada uno tiene sus ejes: los códigos dejan de significar
# lo mismo, y no hay error ni aviso. Con las nuevas, solo `transform`.

# %%
model = LogisticRegression(C=0.1, max_iter=500)
own = PCA(10, random_state=0)
model.fit(own.fit_transform(x[:1000]), labels[:1000])
fresh, right = x[5000:5500], labels[5000:5500]

other = PCA(10, random_state=0)
bad = model.score(other.fit_transform(fresh), right)
good = model.score(own.transform(fresh), right)
print(f"con otro PCA ≈ {bad:.2f}   con el mismo ≈ {good:.2f}")
print("¿Pierde más de 0.05?", bad < good - 0.05)

# %% [markdown]
# **2. Olvidar la media al reconstruir.** Lo que vuelve son diferencias con la prenda media, no prendas.

# %%
code = own.transform(fresh)
forgot = ((code @ own.components_ - fresh) ** 2).mean()
fixed = ((own.inverse_transform(code) - fresh) ** 2).mean()
print(f"sin la media ≈ {forgot:.3f}   con ella ≈ {fixed:.3f}")
print("¿Más del doble de error?", bool(forgot > 2 * fixed))

# %% [markdown]
# ## Práctica: ¿ayuda a un clasificador?
#
# La regresión logística de siempre, con los píxeles o con unas pocas componentes: 3000 prendas para
# aprender y 2000 de validación para elegir cuántas. Las respuestas del examen se miran una vez, al final.

# %% [markdown] tags=["docente"]
# **{{minutos}}**, con la autoevaluación. En 7.7.5, quien ajusta el PCA con todo comete una fuga pequeña, pero
# fuga. Buena pregunta final: si no acierta más, ¿por qué usarlo?

# %%
x_train, y_train = x[:3000], labels[:3000]
x_valid, y_valid = x[3000:5000], labels[3000:5000]
print("para aprender:", x_train.shape, "  para elegir:", x_valid.shape)

# %% [markdown]
# ### Paso 1 · Ejercicio 7.7.5
#
# Escribe `preparar(x_train, x_valid, k)`: devuelve dos tablas, las de entrenamiento y las de validación,
# con `k` componentes. El PCA solo puede aprender de las de entrenamiento.

# %% tags=["ejercicio"]
def preparar(x_train, x_valid, k):
    # >>> return ...
    pca = PCA(k).fit(x_train)
    return pca.transform(x_train), pca.transform(x_valid)
    # <<<

# %%
check("7.7.5", preparar)

# %% [markdown]
# ### Paso 2 · Elegir cuántas
#
# **Predice:** ¿acertará más con 784 píxeles o con 64 componentes?

# %%
def train(table):
    start = time.process_time()
    model = LogisticRegression(C=0.1, max_iter=500).fit(table, y_train)
    return model, time.process_time() - start

# %%
numbers = (4, 16, 64)
squeeze = PCA(64, random_state=0).fit(x_train)
narrow = squeeze.transform(x_train)
narrow_valid = squeeze.transform(x_valid)
notes = []
for k in numbers:
    model, seconds = train(narrow[:, :k])
    notes.append(model.score(narrow_valid[:, :k], y_valid))
    print(f"{k:>3} componentes: ≈ {notes[-1]:.3f}, ≈ {seconds:.2f} s")
raw, seconds = train(x_train)
on_raw = raw.score(x_valid, y_valid)
print(f"784 píxeles:     ≈ {on_raw:.3f}, ≈ {seconds:.2f} s")

# %% [markdown]
# (Las 16 primeras de un PCA de 64 son las de un PCA de 16, salvo lo que se aproxime, así que basta
# ajustarlo una vez.)

# %%
fig, ax = plt.subplots(figsize=(6, 3.2))
ax.plot(numbers, notes, "o-", color="#333333", label="componentes")
ax.axhline(on_raw, color="#D55E00", linestyle="--", label="784 píxeles")
ax.set(title="Regresión logística, en validación", xticks=numbers,
       xlabel="Componentes", ylabel="Exactitud")
ax.legend(loc="lower right")
fig.tight_layout()
print("¿Gana 64 a 16, y 16 a 4?", notes[2] > notes[1] > notes[0])

# %% [markdown]
# ### Paso 3 · Abrir el examen, una vez
#
# En validación, de las tres gana la de 64. Sus respuestas y las de los píxeles, en las mismas prendas.

# %% tags=["resultado"]
chosen, _ = train(narrow)
answers = chosen.predict(squeeze.transform(x_test)), raw.predict(x_test)
for name, answer in zip(("64 componentes", "784 píxeles"), answers):
    hits = accuracy_score(test_labels, answer)
    print(f"{name:<14} en prueba ≈ {hits:.3f}"
          f"   ¿más de 0.78? {hits > 0.78}")
gap = paired_difference(accuracy_score, test_labels, *answers)
print("¿Se llevan menos de 0.02?", abs(gap.value) < 0.02)
print(f"diferencia ≈ {gap.value:+.3f}, de ≈ {gap.low:+.3f}"
      f" a ≈ {gap.high:+.3f}")

# %% [markdown]
# **Qué observas.** Se llevan menos de 0.02, con doce veces menos números. Reducir **no hace acertar más**
# por sí mismo: lo que suele dar es velocidad, memoria y figuras. Si el intervalo deja fuera el 0, la
# diferencia no parece cosa de qué prendas tocaron en el examen, y aun así es pequeña. Se mide cada vez.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Supón una tabla de 100 columnas en la que las 10 primeras componentes explican el 99 % de la
# varianza. ¿Qué sabes?
#
# - a) Que un clasificador acertará lo mismo con esas 10.
# - b) Que la tabla se puede reconstruir, desde esas 10, perdiendo el 1 % de la varianza.
# - c) Que las otras 90 componentes eran ruido.
# - d) Que hay 10 clases.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("7.7.A1", respuesta_1)

# %% [markdown]
# **A2.** Tu archivo ocupa el doble que la memoria. ¿Con qué ajustas el PCA?
#
# - a) `PCA()`, con todas las componentes, y paciencia.
# - b) Uno por trozo, y se promedian las componentes.
# - c) `IncrementalPCA`, trozo a trozo.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "c"
# <<<
check("7.7.A2", respuesta_2)

# %% [markdown]
# **A3.** Alguien ajusta el PCA con las muestras de entrenamiento y las de prueba juntas, «porque no usa las
# etiquetas». ¿Qué le dices?
#
# - a) Que no debe: de las de prueba no se aprende nada, tampoco los ejes.
# - b) Que está bien: sin etiquetas no hay fuga.
# - c) Que mejor un PCA para cada grupo.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("7.7.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - En muchas dimensiones, los puntos al azar están todos casi igual de lejos; los datos de verdad, no.
# - El PCA es la SVD de la tabla centrada: guarda la mayor varianza, que es perder lo menos posible.
# - Las prendas guardan el 95 % con 188 componentes de 784; lo fino es lo que se pierde.
# - Varianza no es información: una componente pequeña puede ser la que distingue.
# - Reducir da velocidad y memoria; si además ayuda a acertar, se mide.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulo 8.
# - [Descomposiciones en scikit-learn](https://scikit-learn.org/stable/modules/decomposition.html): el PCA y
#   sus variantes, también desde un archivo que no cabe en memoria.
# - [Proyección al azar en scikit-learn](https://scikit-learn.org/stable/modules/random_projection.html).
# - K. Pearson (1901), *On Lines and Planes of Closest Fit to Systems of Points in Space*: el PCA, contado
#   como la recta que menos pierde.
