# %% [markdown]
# # 2.3 · Cuatro paradigmas: vecinos, preguntas, fronteras y neuronas
#
# | | |
# |---|---|
# | **Objetivos** | Explicar cómo decide cada uno de los cuatro modelos clásicos; programar a mano el voto de los vecinos, la mezcla que mide un árbol y la distancia a una frontera; usar los cuatro con scikit-learn; saber a quién le importan las unidades |
# | **Duración** | {{minutos}} |
# | **Requisitos** | NumPy (lección {{arrays}}), Matplotlib y los tres verbos de scikit-learn ({{bibliotecas_cientificas}}); entrenamiento, prueba y validación cruzada ({{maneras_de_aprender}}) |
# | **Datos** | Tres nubes de puntos hechas para la lección, y 569 biopsias de mama (Wolberg, Street y Mangasarian, Universidad de Wisconsin), que trae scikit-learn |
# | **Práctica** | Vecinos y preguntas, con biopsias de verdad |

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import load_breast_cancer, make_circles, make_moons
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier, export_text

from course_utils import check, hint, solution
from course_utils import plot_decision_regions

# %% [markdown] presenta="k vecinos más cercanos"
# ## 1 · ¿Y si preguntamos a los vecinos?
#
# Te mudas a una ciudad y no sabes si tu calle es ruidosa. Preguntas en las cinco casas más
# cercanas y te quedas con lo que diga la mayoría. Eso es **k vecinos más cercanos** (*k-nearest
# neighbours*, kNN): para clasificar un punto, mira los `k` ejemplos más parecidos y que voten.
#
# Nuestros primeros datos son dos «lunas» de puntos, una por clase. Tienen dos **características**
# (*features*), `x1` y `x2`, para poder dibujarlas.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de la figura, haz votar a la clase con un alumno de pie y sus tres vecinos de
# pupitre. Cambia después a «los siete más cercanos»: el resultado puede cambiar, y eso es `k`. El
# error típico en 2.3.1 es votar con posiciones en vez de con etiquetas.

# %% presenta="sklearn.datasets.make_moons"
x_train, y_train = make_moons(200, noise=0.2, random_state=0)
x_test, y_test = make_moons(1000, noise=0.2, random_state=100)
new = np.array([0.5, 0.3])

def draw_points(ax, x, y):
    """Dibuja los puntos de las dos clases, cada una con su color y su
    forma."""
    for label, color, marker in ((0, "#E69F00", "o"), (1, "#009E73", "s")):
        points = x[y == label]
        ax.scatter(points[:, 0], points[:, 1], s=14, c=color, marker=marker,
                   label=f"clase {label}")

# %%
distances = np.sqrt(((x_train - new) ** 2).sum(axis=1))
nearest = distances.argsort()[:5]

fig, ax = plt.subplots(figsize=(5.5, 3.6))
draw_points(ax, x_train, y_train)
for neighbor in x_train[nearest]:
    ax.plot([new[0], neighbor[0]], [new[1], neighbor[1]],
            color="black", lw=1)
ax.plot(new[0], new[1], "*", ms=13, color="black", label="punto nuevo")
ax.set(title="Un punto nuevo y sus cinco vecinos", xlabel="x1", ylabel="x2")
ax.legend()
fig.tight_layout()

# %% [markdown] presenta="distancia"
# «Cercano» se mide con la regla de toda la vida, el teorema de Pitágoras. La distancia entre los
# puntos $a$ y $b$ es
#
# $$d(a, b) = \sqrt{(a_1 - b_1)^2 + (a_2 - b_2)^2}$$
#
# y con más características se suman más cuadrados. En la celda de arriba, `distances` calcula las
# doscientas a la vez, y `argsort()[:5]` da las **posiciones** de las cinco menores.
#
# **Predice** mirando la figura: ¿qué clase ganará la votación?

# %%
print("etiquetas de los cinco vecinos:", y_train[nearest])
print("votos por clase:", np.bincount(y_train[nearest]))

# %% [markdown]
# **Qué observas.** No se calculó ninguna fórmula al «entrenar»: los ejemplos **son** el modelo, y
# todo el trabajo se hace al responder. `np.bincount` cuenta cuántas veces sale 0, cuántas 1…
#
# ### Ejercicio 2.3.1
#
# Escribe `votar_vecinos(x, y, punto, k)`. Recibe un array `x` con un ejemplo por fila, sus
# etiquetas `y` (enteros desde 0; puede haber más de dos clases), un punto y un número de vecinos.
# Devuelve **una etiqueta**: la más votada por los `k` ejemplos más cercanos al punto.

# %% tags=["ejercicio"]
def votar_vecinos(x, y, punto, k):
    # >>> return ...
    lejania = np.sqrt(((x - punto) ** 2).sum(axis=1))
    cercanos = lejania.argsort()[:k]
    return np.bincount(y[cercanos]).argmax()
    # <<<

# %%
check("2.3.1", votar_vecinos)

# %% [markdown] presenta=".all, .any"
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("2.3.1")` da una pista (y otra, si
# insistes), y `solution("2.3.1")` muestra una solución.
#
# En scikit-learn ya está hecho, y responde lo mismo que nuestra cuenta. (`all()` pregunta si todo es
# `True`; `any()`, si algo lo es.)

# %%
def five_neighbors(point):
    """Clase (0 o 1) que vota la mayoría de los cinco vecinos."""
    nearest = ((x_train - point) ** 2).sum(axis=1).argsort()[:5]
    return int(y_train[nearest].mean() > 0.5)

knn = KNeighborsClassifier(n_neighbors=5).fit(x_train, y_train)
by_hand = np.array([five_neighbors(point) for point in x_test])
print("¿Las 1000 respuestas coinciden?",
      bool((knn.predict(x_test) == by_hand).all()))

# %% [markdown]
# > **Lo que oirás por ahí: «kNN es aprendizaje no supervisado».** Se confunde con *k-means*, que
# > forma `k` grupos sin conocer ninguna respuesta. kNN no puede votar sin etiquetas. Tres pruebas:
# > quitarle las etiquetas, dárselas al revés, y comparar con k-means.

# %%
try:
    KNeighborsClassifier().fit(x_train)
except TypeError:
    print("1. kNN sin etiquetas: TypeError, fit pide también y")

upside_down = KNeighborsClassifier().fit(x_train, 1 - y_train)
opposite = upside_down.predict(x_test) == 1 - knn.predict(x_test)
print("2. Mismos puntos, etiquetas al revés: ¿respuestas al revés?",
      bool(opposite.all()))

groups = (KMeans(n_clusters=2, n_init=10, random_state=0)
          .fit(x_train).predict(x_test))
match = max((groups == y_test).mean(), (groups != y_test).mean())
print(f"3. k-means, sin etiquetas, coincide con las lunas ≈ {match:.2f}; "
      f"kNN acierta ≈ {knn.score(x_test, y_test):.2f}")
print("   ¿kNN gana por más de 0.05?",
      bool(knn.score(x_test, y_test) > match + 0.05))

# %% [markdown] presenta="árbol de decisión"
# **Qué observas.** Con los mismos puntos y otras etiquetas, kNN aprende lo contrario: las etiquetas
# le enseñan. Es **supervisado**. (La k de uno son vecinos; la del otro, grupos.)
#
# ## 2 · ¿Y si hacemos preguntas de sí o no?
#
# Un médico en urgencias no calcula distancias: pregunta. ¿Hay fiebre? ¿Más de 39? Un **árbol de
# decisión** (*decision tree*) hace lo mismo: cada pregunta compara **una** característica con un
# umbral y parte los ejemplos en dos. ¿Y qué pregunta conviene hacer primero?
#
# **Predice:** de los tres cortes de la figura, ¿cuál deja los dos lados menos mezclados?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que voten A, B o C antes de ejecutar la cuenta. Insiste en que el árbol no «ve» la
# figura: prueba todos los cortes y se queda con el mejor. En 2.3.2 muchos escriben 2p(1 − p), que
# solo vale con dos clases; el corrector lo nombra.

# %% presenta=".text"
fig, ax = plt.subplots(figsize=(5.5, 3.6))
draw_points(ax, x_train, y_train)
for name, height in (("A", -0.5), ("B", 0.25), ("C", 1.0)):
    ax.axhline(height, color="black", lw=1, ls="--")
    ax.text(2.45, height + 0.04, name)  # la letra, en ese punto
ax.set(title="¿Por dónde cortar?", xlabel="x1", ylabel="x2")
ax.legend(loc="lower left")
fig.tight_layout()

# %% [markdown] presenta="índice de Gini"
# Para que lo decida la computadora hay que poner un número a «mezclado». El que usa scikit-learn, si no
# se le pide otro, es el **índice de Gini**: si $p_k$ es la fracción de ejemplos de la clase $k$,
#
# $$G = 1 - (p_0^2 + p_1^2 + \dots)$$
#
# Un grupo con una sola clase da 0. Uno con dos clases a partes iguales da $1 - (0.25 + 0.25) = 0.5$.
#
# ### Ejercicio 2.3.2
#
# Escribe `gini(etiquetas)`: recibe un array de etiquetas (enteros desde 0, dos clases **o más**) y
# devuelve su índice de Gini.

# %% tags=["ejercicio"]
def gini(etiquetas):
    # >>> return ...
    fracciones = np.bincount(etiquetas) / len(etiquetas)
    return 1 - (fracciones ** 2).sum()
    # <<<

# %%
check("2.3.2", gini)

# %% [markdown] presenta="numpy.sort"
# Un corte deja dos grupos. Su nota es la media de los dos índices, donde cada grupo pesa según su
# tamaño. Probamos todos los cortes posibles de `x2`. (Con dos clases, $G$ se simplifica en
# $2p(1-p)$, donde $p$ es la fracción de la clase 1.) Los cortes están entre cada valor y el siguiente,
# puestos en orden con `np.sort`.

# %%
def impurity(column, cut):
    """Gini medio de los dos lados de un corte, para nuestras dos clases."""
    total = 0
    for side in (y_train[column <= cut], y_train[column > cut]):
        p = side.mean()
        total = total + len(side) * 2 * p * (1 - p)
    return total / len(column)

for name, height in (("A", -0.5), ("B", 0.25), ("C", 1.0)):
    print(f"corte {name}: mezcla {impurity(x_train[:, 1], height):.3f}")

# %%
values = np.sort(x_train[:, 1])
cuts = (values[1:] + values[:-1]) / 2
mixtures = [impurity(x_train[:, 1], cut) for cut in cuts]
best_cut = cuts[np.argmin(mixtures)]

fig, ax = plt.subplots(figsize=(5.5, 3))
ax.plot(cuts, mixtures, color="#0072B2", label="mezcla de cada corte")
ax.axvline(best_cut, color="#D55E00", ls="--", label="el mejor")
ax.set(title="El árbol prueba todos los cortes", xlabel="Corte en x2",
       ylabel="Gini medio")
ax.legend()

stump = DecisionTreeClassifier(max_depth=1).fit(x_train, y_train)
print(f"nuestro mejor corte: {best_cut:.3f}   el de scikit-learn: "
      f"{stump.tree_.threshold[0]:.3f}")

# %% [markdown]
# **Qué observas.** Es el mismo corte. Un árbol grande repite la idea: corta, y vuelve a cortar cada
# trozo. Y sus reglas se pueden **leer**, algo que ninguno de los otros tres ofrece tan claro:

# %% presenta="sklearn.tree.export_text"
small_tree = (DecisionTreeClassifier(max_depth=2, random_state=0)
              .fit(x_train, y_train))
print(export_text(small_tree, feature_names=["x1", "x2"]))

# %% [markdown] presenta="numpy.vstack, numpy.repeat, numpy.meshgrid, .contour"
# ## 3 · ¿Y si trazamos la calle más ancha?
#
# Aquí van dos grupos que una recta separa sin un fallo. En realidad los separan muchas rectas.
#
# **Predice:** las tres de la figura aciertan todo. ¿Con cuál te quedarías si van a llegar más puntos?
# (`np.vstack` apila las dos nubes, y `np.repeat` escribe 40 ceros y 40 unos. Para dibujar una recta,
# `np.meshgrid` hace una cuadrícula de puntos y `contour` une los de altura 0.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dibuja una calle con casas a los lados: la línea del centro, y las dos aceras que tocan
# las primeras casas. Los vectores de soporte son esas casas. No hace falta hablar del problema de
# optimización; basta con «la más ancha».

# %%
rng = np.random.default_rng(0)
x_two = np.vstack([rng.normal([-1.5, -1], 0.6, (40, 2)),
                   rng.normal([1.5, 1], 0.6, (40, 2))])
y_two = np.repeat([0, 1], 40)
lines = {"A": ([1.0, 0.0], 0.2), "B": ([1.0, 2.0], 0.4),
         "C": ([1.0, 0.7], 0.0)}

# %%
fig, ax = plt.subplots(figsize=(5.5, 3.8))
draw_points(ax, x_two, y_two)
horizontal, vertical = np.meshgrid(np.linspace(-3.5, 3.5, 50),
                                   np.linspace(-3, 3, 50))
for (name, (w, b)), style in zip(lines.items(), (":", "--", "-")):
    height = w[0] * horizontal + w[1] * vertical + b
    ax.contour(horizontal, vertical, height, [0], colors="black",
               linestyles=style)
    ax.plot([], [], color="black", ls=style, label=f"recta {name}")
ax.set(title="Tres rectas que no fallan", xlabel="x1", ylabel="x2")
ax.legend(fontsize=8)
fig.tight_layout()

# %% [markdown] presenta="máquina de vectores de soporte"
# A la que pasa rozando un grupo le basta un punto nuevo un poco distinto para fallar. La **máquina de
# vectores de soporte** (*support vector machine*, SVM) elige la recta con la calle vacía más ancha
# a sus lados. Una recta es $w_1 x_1 + w_2 x_2 + b = 0$, y la distancia de un punto a ella:
#
# $$\text{distancia} = \frac{|w_1 x_1 + w_2 x_2 + b|}{\sqrt{w_1^2 + w_2^2}}$$
#
# ### Ejercicio 2.3.3
#
# Escribe `distancias(x, w, b)`: recibe un array `x` con un punto por fila, el array `w` (un peso por
# columna) y el número `b`. Devuelve un array con la distancia de **cada** punto a la recta.

# %% tags=["ejercicio"]
def distancias(x, w, b):
    # >>> return ...
    return np.abs(x @ w + b) / np.sqrt((w ** 2).sum())
    # <<<

# %%
check("2.3.3", distancias)

# %% [markdown] presenta="sklearn.svm.SVC, numpy.linalg.norm, numpy.allclose"
# El ancho de la calle es dos veces la distancia del punto más cercano. Lo calculamos para las tres
# rectas, y también para la que elige `SVC`, la SVM de scikit-learn (con `C=1000` le
# pedimos que nadie pise la calle). (`np.linalg.norm(w)` es la longitud
# de $w$: la raíz que divide. `np.allclose` pregunta si dos arrays son casi iguales.)

# %%
def street_width(w, b):
    """Ancho de la calle vacía alrededor de una recta."""
    return 2 * np.min(np.abs(x_two @ np.array(w) + b)) / np.linalg.norm(w)

widths = {name: street_width(w, b) for name, (w, b) in lines.items()}
svm = SVC(kernel="linear", C=1000).fit(x_two, y_two)
svm_width = street_width(svm.coef_[0], svm.intercept_[0])

for name, width in widths.items():
    print(f"recta {name}: ancho {width:.2f}")
print(f"la SVM: ancho ≈ {svm_width:.2f}   ¿más que las tres? "
      f"{svm_width > max(widths.values())}")

# %% presenta=".support_"
support = svm.support_
only_support = SVC(kernel="linear", C=1000).fit(x_two[support],
                                                y_two[support])

print("puntos de entrenamiento:", len(x_two), "  vectores de soporte:",
      len(support))
print("Entrenada solo con ellos, ¿da la misma recta?",
      np.allclose(only_support.coef_, svm.coef_, atol=0.01))

# %% [markdown] presenta="vectores de soporte"
# **Qué observas.** La calle la sujetan los puntos que tocan sus bordes: los **vectores de soporte**.
# Los demás se pueden borrar y no cambia nada.
#
# ¿Y si ninguna recta sirve, como con un anillo dentro de otro? Se añade una columna: con
# $x_1^2 + x_2^2$, lo que estaba en el centro queda abajo y el anillo, arriba.

# %% presenta="sklearn.datasets.make_circles, numpy.column_stack"
x_rings, y_rings = make_circles(200, noise=0.15, factor=0.45,
                                random_state=0)
lifted = np.column_stack([x_rings, (x_rings ** 2).sum(axis=1)])

flat = SVC(kernel="linear").fit(x_rings, y_rings).score(x_rings, y_rings)
raised = SVC(kernel="linear").fit(lifted, y_rings).score(lifted, y_rings)
kernel = SVC(kernel="rbf").fit(x_rings, y_rings).score(x_rings, y_rings)
print(f"dos columnas ≈ {flat:.2f}   con la tercera ≈ {raised:.2f}   SVC() "
      f"tal cual ≈ {kernel:.2f}")
print("¿La columna sube más de 0.2?", raised > flat + 0.2,
      "  ¿SVC() llega casi igual?", abs(kernel - raised) < 0.05)

# %% [markdown] presenta="kernel, red neuronal, neurona, sklearn.neural_network.MLPClassifier, .coefs_, .intercepts_, course_utils.plot_decision_regions, .get_xlim, .get_ylim"
# **Qué observas.** Con la tercera columna, un corte plano acierta casi todo. (Las tres notas son con los
# puntos que aprendió: aquí solo se pregunta si puede separarlos.) `SVC()` trae de fábrica un ***kernel***
# (una función, llamada `rbf`) que hace algo parecido sin que escribas la columna: compara
# los puntos como si tuvieran muchas más.
#
# ## 4 · ¿Y si combinamos muchas neuronas?
#
# Una **neurona** suma sus entradas con pesos, añade un número fijo y, si el resultado es negativo,
# calla (da 0). Así dobla el plano por una recta. Con una sola no se rodea una luna; con ocho, ya veremos.
# Una **red neuronal** (*neural network*) las junta en una capa, que se llama **oculta**, y la siguiente
# suma lo que dicen. En scikit-learn es `MLPClassifier`: sus pesos quedan en `coefs_` y los números fijos,
# en `intercepts_`. (`(8,)` pide una capa oculta de ocho; lo demás regula cómo aprende: eso es la lección
# {{descenso_de_gradiente}}.) `plot_decision_regions` colorea el plano según lo que responde un modelo,
# hasta donde llegan los ejes (`get_xlim`, `get_ylim`).
#
# **Predice:** cada recta negra será el borde de una neurona. ¿Estarán puestas al azar o cerca de las
# lunas?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La neurona se estudia despacio en {{la_neurona}} y el aprendizaje, de {{descenso_de_gradiente}} a {{como_aprende_una_red}}; aquí basta con «rectas
# que doblan el plano». En 2.3.4, quien se pierda con las formas que escriba los `.shape` de cada paso:
# `(n, 2)`, `(n, h)`, `(n, 1)`.

# %%
net = MLPClassifier((8,), learning_rate_init=0.05, max_iter=2000,
                    random_state=1)
net.fit(x_train, y_train)
w1, w2 = net.coefs_
b1, b2 = net.intercepts_

# %%
fig, ax = plt.subplots(figsize=(5.8, 3.8))
plot_decision_regions(net, x_train, y_train,
                      feature_names=["x1", "x2"], ax=ax)
horizontal, vertical = np.meshgrid(np.linspace(*ax.get_xlim(), 80),
                                   np.linspace(*ax.get_ylim(), 80))
for j in range(8):
    height = w1[0, j] * horizontal + w1[1, j] * vertical + b1[j]
    ax.contour(horizontal, vertical, height, [0], colors="black",
               linewidths=0.8)
ax.set(title="Ocho neuronas: ocho rectas que se combinan")
print("formas de los pesos:", w1.shape, b1.shape, w2.shape, b2.shape)

# %% [markdown] presenta="numpy.maximum, .ravel"
# **Qué observas.** La frontera es una línea quebrada: recta por tramos, y se dobla al cruzar las
# rectas de las neuronas. Y las rectas cruzan las lunas, que es donde hay que doblar. Lo que calcula la
# red, con $h$ neuronas en la capa oculta, es:
#
# $$H = \max(0,\; X W_1 + b_1) \qquad z = H W_2 + b_2 \qquad \text{clase} = 1 \text{ si } z > 0, \text{ y si no } 0$$
#
# Son dos productos de matrices y un máximo: `np.maximum(0, a)` pone un 0 donde el array `a` es negativo, y
# `a.ravel()` lo deja en una sola fila. ¿Bastan para responder como ella?

# %%
hidden = np.maximum(0, x_test @ w1 + b1)
z = (hidden @ w2 + b2).ravel()
print("¿Dos productos de matrices dan lo mismo que predict?",
      np.array_equal(z > 0, net.predict(x_test) == 1))
print(f"exactitud ≈ {(net.predict(x_test) == y_test).mean():.2f}")

# %% [markdown]
# **Qué observas.** No hay nada más dentro. Por qué una capa es un producto de matrices lo verás con calma
# en {{capas}}; y de dónde salen esos pesos, de {{descenso_de_gradiente}} a {{como_aprende_una_red}}.
#
# Sus pesos empiezan al azar (`random_state` elige el comienzo), y para el dibujo buscamos uno bueno. ¿Sale
# siempre así de bien? Doce comienzos:

# %%
starts = [
    MLPClassifier((8,), learning_rate_init=0.05, max_iter=2000,
                  random_state=seed)
    .fit(x_train, y_train).score(x_test, y_test)
    for seed in range(12)]
print(f"el mejor ≈ {max(starts):.2f}   el peor ≈ {min(starts):.2f}")
print("¿Pasan todos de 0.93?", min(starts) > 0.93)

# %% [markdown]
# **Qué observas.** No: desde algunos comienzos, la misma red se atasca en una frontera peor. A una red no
# se la juzga por un solo comienzo.
#
# ### ★ Ampliación · Ejercicio 2.3.4
#
# Escribe `red_a_mano(x, w1, b1, w2, b2)`. Las formas son: `x` (n, d), `w1` (d, h), `b1` (h,),
# `w2` (h, 1) y `b2` (1,). Devuelve un array de forma `(n,)` con la clase de cada punto, 0 o 1.

# %% tags=["ejercicio"]
def red_a_mano(x, w1, b1, w2, b2):
    # >>> return ...
    oculta = np.maximum(0, x @ w1 + b1)
    salida = oculta @ w2 + b2
    return (salida.ravel() > 0).astype(int)
    # <<<

# %%
check("2.3.4", red_a_mano)

# %% [markdown]
# ## Errores frecuentes
#
# **1. Dejar que las unidades decidan quién es vecino.** Basta con escribir `x2` en milésimas:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El primero es el que más cuesta ver, porque no da ningún error: dibuja el triángulo de la
# distancia con un lado mil veces mayor y pregunta si el otro se nota.

# %%
factor = np.array([1, 1000])
raw = KNeighborsClassifier().fit(x_train * factor, y_train)
scaled = (make_pipeline(StandardScaler(), KNeighborsClassifier())
          .fit(x_train * factor, y_train))
print(f"Falla: ≈ {raw.score(x_test * factor, y_test):.2f}"
      f"   Arreglado: ≈ {scaled.score(x_test * factor, y_test):.2f}")
print("¿Escalar gana más de 0.03?",
      scaled.score(x_test * factor, y_test) > raw.score(x_test * factor,
                                                        y_test) + 0.03)
tree_raw = DecisionTreeClassifier(random_state=0).fit(x_train * factor,
                                                      y_train)
tree = DecisionTreeClassifier(random_state=0).fit(x_train, y_train)
print("¿Y el árbol? ¿Responde igual con las dos unidades?",
      np.mean(tree_raw.predict(x_test * factor) == tree.predict(x_test))
      > 0.99)

# %% [markdown]
# Al árbol no le hace falta escalar: un corte en milésimas deja a cada lado los mismos puntos.
#
# **2. Preguntar por un solo punto sin su fila.** `predict` espera una tabla, aunque sea de una fila.

# %%
try:
    knn.predict(x_test[0])
except ValueError:
    print("ValueError: llegó la forma", x_test[0].shape,
          "y se espera una tabla")

print("Arreglado:", knn.predict(x_test[:1]))

# %% [markdown]
# ## Práctica: vecinos y preguntas, con biopsias de verdad
#
# Un hospital tiene 569 casos reales con 30 medidas de los núcleos de las células (radio, textura,
# simetría…), y la etiqueta 0 es «maligno» y 1, «benigno». Es un ejercicio: un aparato médico de verdad
# exige mucho más. Guardamos una cuarta parte para un examen final, que en esta lección no se abre: lo
# hará la lección {{elegir_un_modelo}}, cuando haya que elegir.

# %% [markdown] tags=["docente"]
# **{{minutos}}**, con la autoevaluación para casa. Pregunta por qué `stratify=y_all`: así las dos partes tienen
# la misma proporción de malignos.

# %% presenta="sklearn.datasets.load_breast_cancer"
biopsies = load_breast_cancer()
x_all, y_all = biopsies.data, biopsies.target
x_cells, x_final, y_cells, y_final = train_test_split(
    x_all, y_all, test_size=0.25, random_state=0, stratify=y_all)

print("para aprender y comparar:", x_cells.shape, "  para el examen final:",
      x_final.shape)
print(f"quien diga siempre «benigno» acierta {y_cells.mean():.3f}")

# %% [markdown]
# ### Paso 1 · Ejercicio 2.3.5
#
# Escribe `nota(model, x, y)`: la **media** de las exactitudes de una validación cruzada de 5 partes.
# `cross_val_score(model, x, y, cv=5)` da las cinco.

# %% tags=["ejercicio"]
def nota(model, x, y):
    # >>> return ...
    return cross_val_score(model, x, y, cv=5).mean()
    # <<<

# %%
check("2.3.5", nota)

# %% [markdown]
# ### Paso 2 · Ejercicio 2.3.6
#
# ¿Importa escalar? Escribe `sin_y_con_escala(x, y)`. Devuelve **dos números**, en este orden: la nota
# (la misma media de 5 partes) de un `KNeighborsClassifier()` tal cual, y la de otro con un
# `StandardScaler()` delante, unidos con `make_pipeline`. `check` la prueba con varios datos, y te dirá qué
# sale con las biopsias.

# %% tags=["ejercicio"]
def sin_y_con_escala(x, y):
    # >>> return ...
    escalado = make_pipeline(StandardScaler(), KNeighborsClassifier())
    nota_sin = cross_val_score(KNeighborsClassifier(), x, y, cv=5).mean()
    nota_con = cross_val_score(escalado, x, y, cv=5).mean()
    return nota_sin, nota_con
    # <<<

# %%
check("2.3.6", sin_y_con_escala)

# %% [markdown] presenta=".feature_names"
# ¿Y un árbol? Sus reglas se leen, también con biopsias (`feature_names` son los nombres de las 30 medidas).
#
# **Predice:** con **una sola** pregunta, ¿cuánto acertará?

# %% tags=["resultado"]
one_question = DecisionTreeClassifier(max_depth=1, random_state=0)
score = cross_val_score(one_question, x_cells, y_cells, cv=5).mean()

print(export_text(one_question.fit(x_cells, y_cells),
                  feature_names=biopsies.feature_names.tolist()))
print(f"El árbol de una sola pregunta acierta ≈ {score:.3f}. ¿Más de 0.85? "
      f"{score > 0.85}")

# %% [markdown]
# **Qué observas.** Con una pregunta ya se acierta mucho más que diciendo siempre «benigno», y se lee
# entera en cuatro líneas. («worst perimeter» es la media de los tres perímetros
# mayores.) ¿Vale la pena algo más complicado? Eso no se decide a ojo: en la lección {{elegir_un_modelo}}
# los cuatro se miden en igualdad de condiciones.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** ¿Por qué kNN es aprendizaje supervisado?
#
# - a) Porque alguien vigila el entrenamiento.
# - b) Porque responde con las etiquetas de los vecinos, y sin ellas no hay voto.
# - c) Porque la k la elige una persona.
# - d) No lo es: solo agrupa puntos parecidos.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("2.3.A1", respuesta_1)

# %% [markdown]
# **A2.** Multiplicas por 1000 todos los valores de una columna, en entrenamiento y en prueba, y no
# escalas. ¿Por qué el árbol acierta lo mismo?
#
# - a) Porque el árbol escala los datos por dentro.
# - b) Porque el árbol no usa esa columna.
# - c) Porque el índice de Gini divide entre 1000.
# - d) Porque solo pregunta qué valores quedan a cada lado de un corte, y el orden no cambia.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "d"
# <<<
check("2.3.A2", respuesta_2)

# %% [markdown]
# **A3.** Una SVM separa dos grupos sin fallar ninguno. Borras un punto que **no** es vector de soporte y la
# entrenas otra vez. ¿Qué recta sale?
#
# - a) Otra, porque aprende de menos ejemplos.
# - b) La misma: la calle la sujetan los vectores de soporte.
# - c) Una con la calle más ancha.
# - d) Cualquiera: la elige al azar entre las que no fallan.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "b"
# <<<
check("2.3.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - kNN deja votar a los ejemplos cercanos; es supervisado, y las unidades deciden quién es vecino.
# - El árbol hace preguntas de sí o no, elegidas por lo poco que mezclan, y se pueden leer.
# - La SVM busca la calle más ancha; la sujetan los vectores de soporte.
# - Si ninguna recta sirve, otra columna, o un *kernel*, puede enderezar el problema.
# - La red combina neuronas que doblan el plano: dos productos de matrices y un máximo.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulos 5 (SVM), 6 (árboles) y 10 (redes).
# - Documentación de scikit-learn: [vecinos](https://scikit-learn.org/stable/modules/neighbors.html),
#   [árboles](https://scikit-learn.org/stable/modules/tree.html),
#   [SVM](https://scikit-learn.org/stable/modules/svm.html) y
#   [redes](https://scikit-learn.org/stable/modules/neural_networks_supervised.html).
# - Los datos: W. N. Street, W. H. Wolberg y O. L. Mangasarian (1993),
#   *Nuclear feature extraction for breast tumor diagnosis*.
