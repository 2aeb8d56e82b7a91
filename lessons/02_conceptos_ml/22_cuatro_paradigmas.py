# %% [markdown]
# # 2.2 · Cuatro paradigmas: vecinos, preguntas, fronteras y neuronas
#
# | | |
# |---|---|
# | **Objetivos** | Explicar cómo decide cada uno de los cuatro modelos clásicos y programar su idea a mano; usarlos con scikit-learn; comparar sus fronteras; medir lo que cuesta y lo que estropea a cada uno; elegir con una tabla de medidas y no con refranes |
# | **Duración** | 75 min |
# | **Requisitos** | NumPy, Matplotlib y los tres verbos de scikit-learn (lección 1.6); entrenamiento, prueba y validación cruzada (2.1) |
# | **Datos** | Tres nubes de puntos hechas para la lección, y 569 biopsias de mama (Wolberg, Street y Mangasarian, Universidad de Wisconsin), que trae scikit-learn |
# | **Práctica** | Elegir un modelo para un aparato con poca memoria |

# %%
import time

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.datasets import load_breast_cancer, make_circles, make_moons
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier, export_text

from course_utils import check, plot_decision_regions

# %% [markdown]
# ## 1 · ¿Y si preguntamos a los vecinos?
#
# Te mudas a una ciudad y no sabes si tu calle es ruidosa. Preguntas en las cinco casas más
# cercanas y te quedas con lo que diga la mayoría. Eso es **k vecinos más cercanos** (*k-nearest
# neighbours*, kNN): para clasificar un punto, mira los `k` ejemplos más parecidos y que voten.
#
# Nuestros primeros datos son dos «lunas» de puntos, una por clase. Tienen dos **características**
# (*features*), `x1` y `x2`, para poder dibujarlas.

# %% [markdown] tags=["docente"]
# **11 min.** Antes de la figura, haz votar a la clase con un alumno de pie y sus tres vecinos de
# pupitre. Cambia después a «los siete más cercanos»: el resultado puede cambiar, y eso es `k`. El
# error típico en 2.2.1 es votar con posiciones en vez de con etiquetas.

# %%
x_train, y_train = make_moons(200, noise=0.2, random_state=0)
x_test, y_test = make_moons(1000, noise=0.2, random_state=100)
new = np.array([0.5, 0.3])

def draw_points(ax, x, y):
    """Dibuja los puntos de las dos clases, cada una con su color y su forma."""
    for label, color, marker in ((0, "#E69F00", "o"), (1, "#009E73", "s")):
        points = x[y == label]
        ax.scatter(points[:, 0], points[:, 1], s=14, c=color, marker=marker, label=f"clase {label}")

# %%
distances = np.sqrt(((x_train - new) ** 2).sum(axis=1))
nearest = distances.argsort()[:5]

fig, ax = plt.subplots(figsize=(5.5, 3.6))
draw_points(ax, x_train, y_train)
for neighbor in x_train[nearest]:
    ax.plot([new[0], neighbor[0]], [new[1], neighbor[1]], color="black", lw=1)
ax.plot(new[0], new[1], "*", ms=13, color="black", label="punto nuevo")
ax.set(title="Un punto nuevo y sus cinco vecinos", xlabel="x1", ylabel="x2")
ax.legend()
fig.tight_layout()

# %% [markdown]
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
# ### Ejercicio 2.2.1
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
check("2.2.1", votar_vecinos)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("2.2.1")` da una pista (y otra, si
# insistes), y `solution("2.2.1")` muestra una solución. Antes hay que traerlos:
# `from course_utils import hint, solution`.
#
# En scikit-learn ya está hecho, y responde lo mismo que nuestra cuenta:

# %%
def five_neighbors(point):
    """Clase (0 o 1) que vota la mayoría de los cinco vecinos."""
    nearest = ((x_train - point) ** 2).sum(axis=1).argsort()[:5]
    return int(y_train[nearest].mean() > 0.5)

knn = KNeighborsClassifier(n_neighbors=5).fit(x_train, y_train)
by_hand = np.array([five_neighbors(point) for point in x_test])
print("¿Las 1000 respuestas coinciden?", bool((knn.predict(x_test) == by_hand).all()))

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
print("2. Mismos puntos, etiquetas al revés: ¿respuestas al revés?", bool(opposite.all()))

groups = KMeans(n_clusters=2, n_init=10, random_state=0).fit(x_train).predict(x_test)
match = max((groups == y_test).mean(), (groups != y_test).mean())
print(f"3. k-means, sin etiquetas, coincide con las lunas ≈ {match:.2f}; "
      f"kNN acierta ≈ {knn.score(x_test, y_test):.2f}")
print("   ¿kNN gana por más de 0.05?", bool(knn.score(x_test, y_test) > match + 0.05))

# %% [markdown]
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
# **10 min.** Que voten A, B o C antes de ejecutar la cuenta. Insiste en que el árbol no «ve» la
# figura: prueba todos los cortes y se queda con el mejor. En 2.2.2 muchos escriben 2p(1 − p), que
# solo vale con dos clases; el corrector lo nombra.

# %%
fig, ax = plt.subplots(figsize=(5.5, 3.6))
draw_points(ax, x_train, y_train)
for name, height in (("A", -0.5), ("B", 0.25), ("C", 1.0)):
    ax.axhline(height, color="black", lw=1, ls="--")
    ax.text(2.45, height + 0.04, name)
ax.set(title="¿Por dónde cortar?", xlabel="x1", ylabel="x2")
ax.legend(loc="lower left")
fig.tight_layout()

# %% [markdown]
# Para que lo decida la computadora hay que poner un número a «mezclado». El más usado es el
# **índice de Gini**: si $p_k$ es la fracción de ejemplos de la clase $k$,
#
# $$G = 1 - (p_0^2 + p_1^2 + \dots)$$
#
# Un grupo con una sola clase da 0. Uno con dos clases a partes iguales da $1 - (0.25 + 0.25) = 0.5$.
#
# ### Ejercicio 2.2.2
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
check("2.2.2", gini)

# %% [markdown]
# Un corte deja dos grupos. Su nota es la media de los dos índices, donde cada grupo pesa según su
# tamaño. Probamos todos los cortes posibles de `x2`. (Con dos clases, $G$ se simplifica en
# $2p(1-p)$, donde $p$ es la fracción de la clase 1.)

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
ax.set(title="El árbol prueba todos los cortes", xlabel="Corte en x2", ylabel="Gini medio")
ax.legend()

stump = DecisionTreeClassifier(max_depth=1).fit(x_train, y_train)
print(f"nuestro mejor corte: {best_cut:.3f}   el de scikit-learn: {stump.tree_.threshold[0]:.3f}")

# %% [markdown]
# **Qué observas.** Es el mismo corte. Un árbol grande repite la idea: corta, y vuelve a cortar cada
# trozo. Y sus reglas se pueden **leer**, algo que ninguno de los otros tres ofrece tan claro:

# %%
small_tree = DecisionTreeClassifier(max_depth=2, random_state=0).fit(x_train, y_train)
print(export_text(small_tree, feature_names=["x1", "x2"]))

# %% [markdown]
# ## 3 · ¿Y si trazamos la calle más ancha?
#
# Aquí van dos grupos que una recta separa sin un fallo. En realidad los separan muchas rectas.
#
# **Predice:** las tres de la figura aciertan todo. ¿Con cuál te quedarías si van a llegar más puntos?

# %% [markdown] tags=["docente"]
# **11 min.** Dibuja una calle con casas a los lados: la línea del centro, y las dos aceras que tocan
# las primeras casas. Los vectores de soporte son esas casas. No hace falta hablar del problema de
# optimización; basta con «la más ancha».

# %%
rng = np.random.default_rng(0)
x_two = np.vstack([rng.normal([-1.5, -1], 0.6, (40, 2)), rng.normal([1.5, 1], 0.6, (40, 2))])
y_two = np.repeat([0, 1], 40)
lines = {"A": ([1.0, 0.0], 0.2), "B": ([1.0, 2.0], 0.4), "C": ([1.0, 0.7], 0.0)}

fig, ax = plt.subplots(figsize=(5.5, 3.8))
draw_points(ax, x_two, y_two)
horizontal, vertical = np.meshgrid(np.linspace(-3.5, 3.5, 50), np.linspace(-3, 3, 50))
for (name, (w, b)), style in zip(lines.items(), (":", "--", "-")):
    height = w[0] * horizontal + w[1] * vertical + b
    ax.contour(horizontal, vertical, height, [0], colors="black", linestyles=style)
    ax.plot([], [], color="black", ls=style, label=f"recta {name}")
ax.set(title="Tres rectas que no fallan", xlabel="x1", ylabel="x2")
ax.legend(fontsize=8)
fig.tight_layout()

# %% [markdown]
# La que pasa rozando un grupo fallará en cuanto llegue un punto un poco distinto. La **máquina de
# vectores de soporte** (*support vector machine*, SVM) elige la recta con la calle vacía más ancha
# a sus lados. Una recta es $w_1 x_1 + w_2 x_2 + b = 0$, y la distancia de un punto a ella:
#
# $$\text{distancia} = \frac{|w_1 x_1 + w_2 x_2 + b|}{\sqrt{w_1^2 + w_2^2}}$$
#
# ### Ejercicio 2.2.3
#
# Escribe `distancias(x, w, b)`: recibe un array `x` con un punto por fila, el array `w` (un peso por
# columna) y el número `b`. Devuelve un array con la distancia de **cada** punto a la recta.

# %% tags=["ejercicio"]
def distancias(x, w, b):
    # >>> return ...
    return np.abs(x @ w + b) / np.sqrt((w ** 2).sum())
    # <<<

# %%
check("2.2.3", distancias)

# %% [markdown]
# El ancho de la calle es dos veces la distancia del punto más cercano. Lo calculamos para las tres
# rectas, y también para la que elige `SVC`, la SVM de scikit-learn.

# %%
def street_width(w, b):
    """Ancho de la calle vacía alrededor de una recta."""
    return 2 * np.min(np.abs(x_two @ np.array(w) + b)) / np.linalg.norm(w)

widths = {name: street_width(w, b) for name, (w, b) in lines.items()}
svm = SVC(kernel="linear", C=1000).fit(x_two, y_two)
svm_width = street_width(svm.coef_[0], svm.intercept_[0])

for name, width in widths.items():
    print(f"recta {name}: ancho {width:.2f}")
print(f"la SVM: ancho ≈ {svm_width:.2f}   ¿más que las tres? {svm_width > max(widths.values())}")

# %%
support = svm.support_
only_support = SVC(kernel="linear", C=1000).fit(x_two[support], y_two[support])

print("puntos de entrenamiento:", len(x_two), "  vectores de soporte:", len(support))
print("Entrenada solo con ellos, ¿da la misma recta?",
      np.allclose(only_support.coef_, svm.coef_, atol=0.01))

# %% [markdown]
# **Qué observas.** La calle la sujetan los puntos que tocan sus bordes: los **vectores de soporte**.
# Los demás se pueden borrar y no cambia nada.
#
# ¿Y si ninguna recta sirve, como con un anillo dentro de otro? Se añade una columna: con
# $x_1^2 + x_2^2$, lo que estaba en el centro queda abajo y el anillo, arriba.

# %%
x_rings, y_rings = make_circles(200, noise=0.15, factor=0.45, random_state=0)
lifted = np.column_stack([x_rings, (x_rings ** 2).sum(axis=1)])

flat = SVC(kernel="linear").fit(x_rings, y_rings).score(x_rings, y_rings)
raised = SVC(kernel="linear").fit(lifted, y_rings).score(lifted, y_rings)
kernel = SVC(kernel="rbf").fit(x_rings, y_rings).score(x_rings, y_rings)
print(f"dos columnas ≈ {flat:.2f}   con la tercera ≈ {raised:.2f}   SVC() tal cual ≈ {kernel:.2f}")
print("¿La columna sube más de 0.2?", raised > flat + 0.2,
      "  ¿SVC() llega casi igual?", abs(kernel - raised) < 0.05)

# %% [markdown]
# **Qué observas.** Con la tercera columna basta un corte plano. `SVC()` trae de fábrica una función
# **núcleo** (*kernel*, llamada `rbf`) que hace algo parecido sin que escribas la columna: compara
# los puntos como si tuvieran muchas más.
#
# ## 4 · ¿Y si combinamos muchas neuronas?
#
# Una **neurona** suma sus entradas con pesos y, si el resultado es negativo, calla (da 0). Así dobla
# el plano por una recta. Con una sola no se rodea una luna; con ocho, ya veremos. Una **red
# neuronal** (*neural network*) las junta, y la capa siguiente suma lo que dicen.
#
# **Predice:** cada recta negra será el borde de una neurona. ¿Estarán puestas al azar o cerca de las
# lunas?

# %% [markdown] tags=["docente"]
# **10 min.** La neurona se estudia despacio en 2.4 y el aprendizaje, en 2.5; aquí basta con «rectas
# que doblan el plano». En 2.2.4, quien se pierda con las formas que escriba los `.shape` de cada paso:
# `(n, 2)`, `(n, h)`, `(n, 1)`.

# %%
net = MLPClassifier((8,), learning_rate_init=0.05, max_iter=2000, random_state=3)
net.fit(x_train, y_train)
w1, w2 = net.coefs_
b1, b2 = net.intercepts_

fig, ax = plt.subplots(figsize=(5.8, 3.8))
plot_decision_regions(net, x_train, y_train, feature_names=["x1", "x2"], ax=ax)
horizontal, vertical = np.meshgrid(np.linspace(*ax.get_xlim(), 80),
                                   np.linspace(*ax.get_ylim(), 80))
for j in range(8):
    height = w1[0, j] * horizontal + w1[1, j] * vertical + b1[j]
    ax.contour(horizontal, vertical, height, [0], colors="black", linewidths=0.8)
ax.set(title="Ocho neuronas: ocho rectas que se combinan")
print("formas de los pesos:", w1.shape, b1.shape, w2.shape, b2.shape)

# %% [markdown]
# **Qué observas.** La frontera es una línea quebrada: recta por tramos, y se dobla al cruzar las
# rectas de las neuronas (alguna cae fuera del dibujo). Lo que calcula la red, con $h$ neuronas en la capa oculta, es:
#
# $$H = \max(0,\; X W_1 + b_1) \qquad z = H W_2 + b_2 \qquad \text{clase} = 1 \text{ si } z > 0, \text{ y si no } 0$$
#
# ### Ejercicio 2.2.4
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
check("2.2.4", red_a_mano)

# %%
hidden = np.maximum(0, x_test @ w1 + b1)
z = (hidden @ w2 + b2)[:, 0]
print("¿Dos productos de matrices dan lo mismo que predict?",
      np.array_equal(z > 0, net.predict(x_test) == 1))
print(f"exactitud ≈ {(net.predict(x_test) == y_test).mean():.2f}")

# %% [markdown]
# Ya están los cuatro. Los ponemos en un diccionario, y a los tres que miden distancias o suman
# pesos les ponemos delante un `StandardScaler` (lo viste en 1.6). El árbol no lo necesita.

# %%
def four_models(seed):
    """Los cuatro modelos sin entrenar, con la receta habitual de cada uno."""
    net = MLPClassifier((32, 32), learning_rate_init=0.01, max_iter=1000, random_state=seed)
    return {
        "SVM": make_pipeline(StandardScaler(), SVC()),
        "árbol": DecisionTreeClassifier(random_state=seed),
        "kNN": make_pipeline(StandardScaler(), KNeighborsClassifier()),
        "red": make_pipeline(StandardScaler(), net),
    }

def make_diagonal(n, random_state):
    """Dos clases separadas por la recta x2 = x1, con algo de ruido."""
    rng = np.random.default_rng(random_state)
    x = rng.uniform(-2, 2, (n, 2))
    return x, (x[:, 1] + rng.normal(0, 0.3, n) > x[:, 0]).astype(int)

# %%
examples = {
    "diagonal": (make_diagonal(200, 0), make_diagonal(2000, 100)),
    "lunas": (make_moons(200, noise=0.3, random_state=0),
              make_moons(2000, noise=0.3, random_state=100)),
    "anillos": (make_circles(200, noise=0.15, factor=0.45, random_state=0),
                make_circles(2000, noise=0.15, factor=0.45, random_state=100)),
}

# %% [markdown]
# **Predice:** ¿qué forma tendrá la frontera del árbol en la diagonal?

# %%
fig, axes = plt.subplots(3, 4, figsize=(11, 8))
exams = pd.DataFrame(index=list(four_models(0)))
for row, (place, (learn, exam)) in zip(axes, examples.items()):
    for ax, (name, model) in zip(row, four_models(0).items()):
        model.fit(*learn)
        exams.loc[name, place] = model.score(*exam)
        plot_decision_regions(model, *learn, ax=ax)
        ax.get_legend().remove()
        for dots in ax.collections[-2:]:  # los puntos de cada clase, más pequeños
            dots.set_sizes([6])
        ax.set(title=f"{name} · {place}", xlabel="x1", ylabel="x2")
fig.tight_layout()

# %%
for name, row in exams.iterrows():
    print(f"{name:<6}", "   ".join(f"{place} ≈ {value:.3f}" for place, value in row.items()))
print("¿El árbol es el último, de media?", exams.mean(axis=1).idxmin() == "árbol")
print("Entre los otros tres, ¿menos de 0.03 de diferencia?",
      bool(np.ptp(exams.mean(axis=1).drop("árbol")) < 0.03))

# %% [markdown]
# **Qué observas.** Cada paradigma tiene su letra. La SVM traza curvas suaves; el árbol, escalones
# (sus preguntas son horizontales o verticales, y una diagonal le cuesta una escalera) y tiras
# finas que persiguen puntos sueltos; kNN, un borde irregular; la red, tramos rectos. Y sin embargo, en
# exactitud, SVM, kNN y red casi empatan. Para elegir hay que mirar otras cosas.
#
# ## 5 · ¿Cuánto cuesta cada uno?
#
# Dos costes: el tiempo (de aprender y de responder) y la memoria. Para la memoria contamos los
# números que cada modelo guarda para poder responder.

# %% [markdown] tags=["docente"]
# **9 min.** Los tiempos son de procesador (`process_time`), así que casi no dependen de qué más haga
# la máquina. Pregunta antes: ¿quién aprende más rápido?, ¿quién responde más rápido? Casi todos
# dirán que kNN es el más lento al responder, y aquí no lo es.

# %%
def stored_numbers(model):
    """Cuántos números guarda un modelo entrenado para poder responder."""
    last = model[-1] if isinstance(model, Pipeline) else model
    if isinstance(last, SVC):                       # los vectores de soporte, con su peso
        return last.support_vectors_.size + last.dual_coef_.size + 1
    if isinstance(last, DecisionTreeClassifier):    # columna, corte, dos ramas y una respuesta
        return 5 * last.tree_.node_count
    if isinstance(last, KNeighborsClassifier):      # todos los ejemplos, con su etiqueta
        return last.n_samples_fit_ * (last.n_features_in_ + 1)
    return sum(part.size for part in last.coefs_ + last.intercepts_)    # pesos y sesgos

# %%
def milliseconds(task, *arguments):
    """Tiempo de procesador de una tarea, en ms: el mejor de tres intentos."""
    attempts = []
    for _ in range(3):
        start = time.process_time()
        task(*arguments)
        attempts.append(1000 * (time.process_time() - start))
    return min(attempts)

# %%
x_ask, _ = make_moons(2000, noise=0.3, random_state=100)
sizes = (500, 2000, 8000)
rows = []
for n in sizes:
    x, y = make_moons(n, noise=0.3, random_state=0)
    for name, model in four_models(0).items():
        fit_ms, predict_ms = milliseconds(model.fit, x, y), milliseconds(model.predict, x_ask)
        rows.append((name, n, fit_ms, predict_ms, stored_numbers(model)))
costs = pd.DataFrame(rows, columns=["modelo", "n", "fit", "predict", "guarda"])

# %% [markdown]
# **Predice:** con 8000 ejemplos, ¿quién será el más lento **respondiendo**? ¿Y el que más guarda?

# %%
fig, axes = plt.subplots(1, 3, figsize=(11, 3.2))
titles = {"fit": "Aprender (ms)", "predict": "Responder a 2000 puntos (ms)",
          "guarda": "Números guardados"}
looks = {"SVM": "o-", "árbol": "s--", "kNN": "^:", "red": "D-."}
colors = {"SVM": "#0072B2", "árbol": "#D55E00", "kNN": "#999999", "red": "black"}
for ax, (column, title) in zip(axes, titles.items()):
    for name, part in costs.groupby("modelo", sort=False):
        ax.loglog(part["n"], part[column], looks[name], color=colors[name], label=name)
    ax.set(title=title, xlabel="Ejemplos de entrenamiento", ylabel=title)
    ax.minorticks_off()
    ax.set_xticks(sizes, sizes)
    ax.yaxis.set_major_formatter("{x:g}")
axes[0].legend(fontsize=8)
fig.tight_layout()

# %%
table = costs.set_index(["n", "modelo"])
for name, row in table.loc[8000].iterrows():
    print(f"{name:<6} aprender ≈ {row['fit']:.1f} ms   responder ≈ {row['predict']:.1f} ms"
          f"   guarda ≈ {row['guarda']:.0f}")

big, small = table.loc[8000], table.loc[500]
print("¿kNN es quien antes aprende?", big["fit"].idxmin() == "kNN")
print("¿El árbol responde más del triple de deprisa que kNN?",
      bool(3 * big.loc["árbol", "predict"] < big.loc["kNN", "predict"]))
print("¿La SVM tarda en responder más del triple que kNN?",
      bool(big.loc["SVM", "predict"] > 3 * big.loc["kNN", "predict"]))
print("16 veces más datos: ¿la SVM tarda en aprender más de 20 veces más?",
      bool(big.loc["SVM", "fit"] > 20 * small.loc["SVM", "fit"]))

# %% [markdown]
# **Qué observas.** Se suele decir que kNN aprende al instante (aquí, sí) y que es el más lento
# respondiendo. **Aquí no**: con dos columnas, scikit-learn ordena los ejemplos en un índice, como el
# de una guía, y no recorre los 8000. La más lenta es la SVM, que compara cada punto nuevo con todos
# sus vectores de soporte; y además, su tiempo de aprender crece mucho más deprisa que los datos.
#
# > **Lo que oirás por ahí: «la SVM ahorra memoria, porque solo guarda los vectores de soporte».**
# > En la sección 3 eran un puñado, porque ningún punto pisaba la calle. Cuando las clases se mezclan,
# > cada punto dudoso es un vector de soporte. Midamos con las lunas de 8000.

# %%
def support_vectors(n):
    """Cuántos vectores de soporte guarda una SVM con n puntos de lunas mezcladas."""
    x, y = make_moons(n, noise=0.3, random_state=0)
    return len(SVC().fit(x, y).support_)

few, many = support_vectors(2000), support_vectors(8000)
print(f"2000 ejemplos ≈ {few} vectores   8000 ejemplos ≈ {many} vectores")
print("¿Más de uno de cada diez ejemplos?", many > 800)
print("Con el cuádruple de datos, ¿más del triple de vectores?", many > 3 * few)

# %%
stored = big["guarda"]
print("¿La SVM guarda más números que la red?", bool(stored["SVM"] > stored["red"]))
print("¿Y menos que kNN, que lo guarda todo?", bool(stored["SVM"] < stored["kNN"]))
print("¿La red guarda lo mismo con 500 que con 8000?",
      bool(stored["red"] == small["guarda"]["red"]))
print(f"Comparar 60000 ejemplos todos con todos: {60000 ** 2 * 8 / 1e9:.1f} GB")

# %% [markdown]
# **Qué observas.** La SVM ahorra frente a kNN, pero guarda más cuantos más ejemplos hay; la red, no.
# Y al aprender compara ejemplos por parejas. La tabla completa de parejas no cabría en una
# computadora corriente con las 60 000 imágenes del módulo 4; `SVC` no la guarda entera, y a cambio
# tarda, porque vuelve a calcular trozos.
#
# ### Ejercicio 2.2.5
#
# Escribe `fraccion_de_soporte(x, y)`: entrena un `SVC()` tal cual (sin escalar) con esos datos y
# devuelve qué **fracción** de los ejemplos, entre 0 y 1, son vectores de soporte.

# %% tags=["ejercicio"]
def fraccion_de_soporte(x, y):
    # >>> return ...
    maquina = SVC().fit(x, y)
    return len(maquina.support_) / len(x)
    # <<<

# %%
check("2.2.5", fraccion_de_soporte)

# %% [markdown]
# ## 6 · ¿Qué estropea a cada uno?
#
# Primero, aprender **demasiado**. Un árbol sin freno pregunta hasta acertar todos los ejemplos de
# entrenamiento, también los que estaban ahí por casualidad: **sobreajuste** (*overfitting*).
#
# **Predice:** al dejarle hacer más preguntas seguidas, ¿qué pasará con la exactitud en validación?

# %% [markdown] tags=["docente"]
# **12 min.** Reparte los cuatro modelos entre cuatro equipos: cada uno apuesta en voz alta qué le
# hará más daño al suyo (tres filas en otras unidades, etiquetas equivocadas o columnas inútiles). La
# sorpresa suele ser que la SVM se hunde con tres filas y que el árbol ni se entera.

# %%
x_learn, y_learn = make_moons(300, noise=0.3, random_state=0)
x_valid, y_valid = make_moons(1000, noise=0.3, random_state=100)
depths = range(1, 16)
trees = [DecisionTreeClassifier(max_depth=d, random_state=0).fit(x_learn, y_learn) for d in depths]
on_learn = [tree.score(x_learn, y_learn) for tree in trees]
on_valid = [tree.score(x_valid, y_valid) for tree in trees]

fig, ax = plt.subplots(figsize=(5.5, 3.2))
ax.plot(depths, on_learn, "s--", color="#999999", label="entrenamiento")
ax.plot(depths, on_valid, "o-", color="#0072B2", label="validación")
ax.set(title="Más profundidad no es más acierto", xlabel="Profundidad", ylabel="Exactitud")
ax.legend()
print("En entrenamiento, ¿acaba por acertarlo todo?", on_learn[-1] == 1.0)
print("En validación, ¿la mejor supera a la más profunda?", max(on_valid) > on_valid[-1] + 0.01)

# %% [markdown]
# **Qué observas.** La curva de entrenamiento sube hasta 1. La de validación sube, llega a lo alto
# con pocas preguntas y después baja. Cada modelo tiene su freno: la profundidad del árbol, el `k` de
# kNN (con `k=1` también se acierta todo lo ya visto), el `C` de la SVM, el tamaño de la red.
#
# ### Ejercicio 2.2.6
#
# Escribe `mejor_profundidad(x_a, y_a, x_v, y_v)`. Para cada profundidad de **1 a 10** entrena un
# `DecisionTreeClassifier(max_depth=…, random_state=0)` con `x_a`, `y_a`, y lo examina con `x_v`,
# `y_v`. Devuelve la profundidad (un entero) que más acierta en `x_v`. Si empatan, la menor.

# %% tags=["ejercicio"]
def mejor_profundidad(x_a, y_a, x_v, y_v):
    # >>> return ...
    aciertos = []
    for profundidad in range(1, 11):
        candidato = DecisionTreeClassifier(max_depth=profundidad, random_state=0).fit(x_a, y_a)
        aciertos.append(candidato.score(x_v, y_v))
    return int(np.argmax(aciertos)) + 1
    # <<<

# %%
check("2.2.6", mejor_profundidad)

# %% [markdown]
# Ahora, tres accidentes de los que pasan de verdad, sobre 300 puntos de entrenamiento:
#
# - **unidades**: 3 filas llegan en otras unidades, mil veces mayores: **valores atípicos** (*outliers*);
# - **etiquetas**: una de cada cinco está equivocada;
# - **columnas**: se añaden 50 que no tienen nada que ver.
#
# El examen es siempre limpio, y cada accidente se repite con cinco sorteos distintos.

# %%
def intact(x, y, x_exam, rng):
    return x, y, x_exam

def units(x, y, x_exam, rng):
    x[rng.choice(len(x), 3, replace=False)] *= 1000
    return x, y, x_exam

def labels(x, y, x_exam, rng):
    chosen = rng.choice(len(y), 60, replace=False)
    y[chosen] = 1 - y[chosen]
    return x, y, x_exam

def columns(x, y, x_exam, rng):
    useless = rng.normal(size=(len(x), 50))
    return np.hstack([x, useless]), y, np.hstack([x_exam, rng.normal(size=(len(x_exam), 50))])

# %%
def mean_score(model_name, accident, models=four_models):
    """Exactitud media en cinco sorteos, tras un accidente en los datos."""
    scores = []
    for seed in range(5):
        x, y = make_moons(300, noise=0.2, random_state=seed)
        x_exam, y_exam = make_moons(2000, noise=0.2, random_state=seed + 100)
        x, y, x_exam = accident(x, y, x_exam, np.random.default_rng(seed))
        scores.append(models(seed)[model_name].fit(x, y).score(x_exam, y_exam))
    return np.mean(scores)

clean = {name: mean_score(name, intact) for name in four_models(0)}
losses = pd.DataFrame({
    accident.__name__: {name: clean[name] - mean_score(name, accident) for name in clean}
    for accident in (units, labels, columns)
})

# %% [markdown]
# **Predice:** apuesta por quién pierde más en cada uno de los tres accidentes.

# %%
fig, ax = plt.subplots(figsize=(7, 3.4))
titles = ("3 filas en otras unidades", "20 % de etiquetas mal", "50 columnas inútiles")
for i, (name, row) in enumerate(losses.iterrows()):
    ax.bar(np.arange(3) + 0.2 * i, row, 0.18, color=colors[name], label=name,
           hatch=("", "//", "..", "xx")[i], edgecolor="white")
ax.set(title="Cuánta exactitud se pierde", ylabel="Exactitud perdida",
       xlabel="Accidente en los datos de entrenamiento")
ax.set_xticks(np.arange(3) + 0.3, titles)
ax.legend()
for name, row in (losses.round(2) + 0.0).iterrows():  # + 0.0 quita el signo a −0.0
    print(f"{name:<6} unidades ≈ {row['units']:.2f}   etiquetas ≈ {row['labels']:.2f}"
          f"   columnas ≈ {row['columns']:.2f}")

# %%
print("Unidades: ¿la SVM pierde más de 0.2?", bool(losses.loc["SVM", "units"] > 0.2))
print("Unidades: ¿árbol y kNN, menos de 0.05?",
      bool((losses.loc[["árbol", "kNN"], "units"] < 0.05).all()))
print("Etiquetas: ¿el que más pierde es el árbol, y el que menos la SVM?",
      (losses["labels"].idxmax(), losses["labels"].idxmin()) == ("árbol", "SVM"))
print("Columnas: ¿el que más pierde es kNN, y el que menos el árbol?",
      (losses["columns"].idxmax(), losses["columns"].idxmin()) == ("kNN", "árbol"))

# %% [markdown]
# **Qué observas.** Nadie gana en todo, y cada golpe duele según cómo decide cada uno:
#
# - al **árbol** solo le importa qué valor queda a cada lado de un corte: que un 3 se convierta en 3000
#   le da igual. Pero se cree todas las etiquetas, y sin freno las memoriza;
# - **kNN** sí nota las columnas inútiles: en la distancia, 50 columnas de ruido tapan a las dos buenas;
# - la **SVM** aguanta las etiquetas malas (su curva suave no se tuerce por puntos sueltos), pero con
#   tres filas enormes el escalado aplasta a todas las demás, y su núcleo ya no distingue unas de otras.
#
# > **Lo que oirás por ahí: «las redes neuronales son insensibles a los valores atípicos».** La red
# > recibió los mismos datos. Veamos cuánto le costaron tres filas de 300, con su `StandardScaler` de
# > siempre y sin él.

# %%
def bare_net(seed):
    return {"red": MLPClassifier((32, 32), learning_rate_init=0.01, max_iter=1000,
                                 random_state=seed)}

bare_loss = mean_score("red", intact, bare_net) - mean_score("red", units, bare_net)
print(f"3 filas en otras unidades: la red pierde ≈ {losses.loc['red', 'units']:.3f}")
print("¿Más de 0.05?", bool(losses.loc["red", "units"] > 0.05))
print("¿Pierde más que el árbol y que kNN?",
      bool(losses.loc["red", "units"] > losses.loc[["árbol", "kNN"], "units"].max()))
print(f"La misma red sin escalar pierde ≈ {bare_loss:.3f}")
print("¿Menos que escalada?", bool(bare_loss < losses.loc["red", "units"]))

# %% [markdown]
# **Qué observas.** Insensible, no: un 1 % de filas malas le cuesta varios puntos, cuando al árbol no
# le cuesta nada. El daño entra por el escalado, que casi toda red necesita: la media y la desviación
# las fijan tres filas, y las otras 297 quedan aplastadas en un punto. Mirar los datos (un
# histograma basta) evita el accidente.
#
# Y ahora, la tabla de ventajas e inconvenientes. No la copiamos de un libro: la rellena el código
# con lo que medimos. Los límites los elegimos nosotros, y están a la vista.

# %%
measured = losses.copy()
measured["fit"] = big["fit"] / big["fit"].min()              # frente al más rápido
measured["predict"] = big["predict"] / big["predict"].max()  # frente al más lento
measured["memory"] = big["guarda"] / small["guarda"]         # con 16 veces más ejemplos
limits = {                                                   # a favor si <, en contra si >
    "fit": ("tiempo de aprender", 2, 20),
    "predict": ("tiempo de responder", 0.4, 0.8),
    "memory": ("memoria al crecer los datos", 1.5, 5),
    "units": ("filas en otras unidades", 0.05, 0.06),
    "labels": ("etiquetas equivocadas", 0.10, 0.15),
    "columns": ("columnas inútiles", 0.09, 0.13),
}

# %%
for name, row in measured.iterrows():
    good = [text for column, (text, low, high) in limits.items() if row[column] < low]
    bad = [text for column, (text, low, high) in limits.items() if row[column] > high]
    print(name)
    print("   a favor: ", ", ".join(good) or "-")
    print("   en contra:", ", ".join(bad) or "-")

# %% [markdown]
# **Qué observas.** Compara con los refranes. Que kNN aprende al instante y sufre con muchas columnas
# se cumplió. Que es el más lento respondiendo, que la SVM ahorra memoria o que es quien mejor lleva
# muchas columnas (le ganó el árbol), no se cumplió **aquí**. Con otros datos la tabla será otra: lo
# que te llevas de esta lección no es la tabla, es la costumbre de medirla.
#
# ## Errores frecuentes
#
# **1. Comparar modelos con los datos de entrenamiento.** Siempre ganan los que memorizan.

# %% [markdown] tags=["docente"]
# **3 min.** El segundo es el que más cuesta ver, porque no da ningún error.

# %%
memory = KNeighborsClassifier(n_neighbors=1).fit(x_learn, y_learn)
calm = KNeighborsClassifier(n_neighbors=25).fit(x_learn, y_learn)
print("Falla: en entrenamiento, ¿k=1 acierta todo?", memory.score(x_learn, y_learn) == 1.0)
print(f"Arreglado, en validación: k=1 ≈ {memory.score(x_valid, y_valid):.2f}"
      f"   k=25 ≈ {calm.score(x_valid, y_valid):.2f}")
print("¿Gana k=25?", calm.score(x_valid, y_valid) > memory.score(x_valid, y_valid))

# %% [markdown]
# **2. Dejar que las unidades decidan quién es vecino.** Basta con escribir `x2` en milésimas:

# %%
factor = np.array([1, 1000])
raw = KNeighborsClassifier().fit(x_learn * factor, y_learn)
scaled = make_pipeline(StandardScaler(), KNeighborsClassifier()).fit(x_learn * factor, y_learn)
print(f"Falla: ≈ {raw.score(x_valid * factor, y_valid):.2f}"
      f"   Arreglado: ≈ {scaled.score(x_valid * factor, y_valid):.2f}")
print("¿Escalar gana más de 0.03?",
      scaled.score(x_valid * factor, y_valid) > raw.score(x_valid * factor, y_valid) + 0.03)

# %% [markdown]
# **3. Preguntar por un solo punto sin su fila.** `predict` espera una tabla, aunque sea de una fila.

# %%
try:
    knn.predict(x_test[0])
except ValueError:
    print("ValueError: llegó la forma", x_test[0].shape, "y se espera una tabla")

print("Arreglado:", knn.predict(x_test[:1]))

# %% [markdown]
# ## Práctica: un modelo para un aparato pequeño
#
# Un hospital quiere avisar, dentro de un aparato con poca memoria, de qué biopsias parecen malignas.
# Hay 569 casos reales con 30 medidas de los núcleos de las células (radio, textura, simetría…), y la
# etiqueta 0 es «maligno» y 1, «benigno». Es un ejercicio: un aparato médico de verdad exige mucho más.

# %% [markdown] tags=["docente"]
# **9 min**, con la autoevaluación para casa. Pregunta por qué `stratify=y`: así las dos partes tienen
# la misma proporción de malignos. Si sobra tiempo, cambia el límite de números y que digan qué modelo
# saldrá antes de ejecutar.

# %%
x_all, y_all = load_breast_cancer(return_X_y=True)
x_cells, x_final, y_cells, y_final = train_test_split(
    x_all, y_all, test_size=0.25, random_state=0, stratify=y_all)

print("para aprender y comparar:", x_cells.shape, "  para el examen final:", x_final.shape)
print(f"quien diga siempre «benigno» acierta {y_cells.mean():.3f}")

# %% [markdown]
# ### Paso 1 · Ejercicio 2.2.7
#
# Escribe `nota(model, x, y)`: la **media** de las exactitudes de una validación cruzada de 5 partes.
# `cross_val_score(model, x, y, cv=5)` da las cinco.

# %% tags=["ejercicio"]
def nota(model, x, y):
    # >>> return ...
    return cross_val_score(model, x, y, cv=5).mean()
    # <<<

# %%
check("2.2.7", nota)

# %% [markdown]
# ### Paso 2 · Ejercicio 2.2.8
#
# ¿Importa aquí escalar? Con `x_cells` e `y_cells`, calcula la media de la validación cruzada de 5
# partes de dos modelos: `knn_sin_escalar`, de un `KNeighborsClassifier()`, y `knn_escalado`, del mismo
# con un `StandardScaler()` delante, unidos con `make_pipeline`. Son dos números entre 0 y 1.

# %% tags=["ejercicio"]
# >>> knn_sin_escalar = ...
knn_sin_escalar = cross_val_score(KNeighborsClassifier(), x_cells, y_cells, cv=5).mean()
# <<<
# >>> knn_escalado = ...
con_escala = make_pipeline(StandardScaler(), KNeighborsClassifier())
knn_escalado = cross_val_score(con_escala, x_cells, y_cells, cv=5).mean()
# <<<

# %%
check("2.2.8", knn_sin_escalar, knn_escalado)

# %% [markdown]
# Los cuatro, con las mismas cinco partes, y lo que guarda cada uno:

# %%
candidates = pd.DataFrame(index=list(four_models(0)), columns=["exactitud", "guarda"], dtype=float)
for name, model in four_models(0).items():
    candidates.loc[name, "exactitud"] = cross_val_score(model, x_cells, y_cells, cv=5).mean()
    candidates.loc[name, "guarda"] = stored_numbers(model.fit(x_cells, y_cells))

for name, row in candidates.iterrows():
    print(f"{name:<6} exactitud ≈ {row['exactitud']:.3f}   guarda ≈ {row['guarda']:.0f} números")

# %% [markdown]
# ### Paso 3 · Ejercicio 2.2.9
#
# Escribe `elegir(tabla, columna, limite)`. La tabla tiene un modelo por fila (su nombre es el índice) y
# una columna `"exactitud"`. Entre los modelos cuyo valor en `columna` es **menor o igual** que
# `limite`, devuelve el **nombre** del de mayor exactitud. Siempre habrá alguno que cumpla.

# %% tags=["ejercicio"]
def elegir(tabla, columna, limite):
    # >>> return ...
    caben = tabla[tabla[columna] <= limite]
    return caben["exactitud"].idxmax()
    # <<<

# %%
check("2.2.9", elegir)

# %% [markdown]
# En el aparato caben 2500 números. Elegimos con la validación cruzada, y solo entonces hacemos el
# examen final, una vez:

# %% tags=["resultado"]
fits = candidates.query("guarda <= 2500")
chosen = fits.sort_values("exactitud").index[-1]
final = four_models(0)[chosen].fit(x_cells, y_cells).score(x_final, y_final)

print("caben:", ", ".join(fits.index), "  elegimos:", chosen)
print(f"En el examen final, el modelo elegido ({chosen}) acierta ≈ {final:.3f}. "
      f"¿Más de 0.92? {final > 0.92}")

# %% [markdown]
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
check("2.2.A1", respuesta_1)

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
check("2.2.A2", respuesta_2)

# %% [markdown]
# **A3.** Tus clases están muy mezcladas y entrenas una SVM con el doble de ejemplos del mismo tipo.
# ¿Qué pasa con los vectores de soporte?
#
# - a) Habrá, más o menos, el doble.
# - b) Habrá los mismos: la calle ya estaba decidida.
# - c) Quedarán tres, los que tocan la calle.
# - d) Desaparecen, porque el núcleo los sustituye.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("2.2.A3", respuesta_3)

# %% [markdown]
# **A4.** Un árbol acierta el 100 % en entrenamiento y el 86 % en validación. ¿Qué harías primero?
#
# - a) Nada: con un 100 % está perfecto.
# - b) Dejarle hacer más preguntas seguidas.
# - c) Limitar su profundidad y elegirla con validación.
# - d) Escalar las columnas.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "c"
# <<<
check("2.2.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - kNN deja votar a los ejemplos cercanos; es supervisado, y las columnas inútiles lo despistan.
# - El árbol hace preguntas de sí o no, que se leen; sin freno memoriza hasta las etiquetas equivocadas.
# - La SVM busca la calle más ancha; con clases mezcladas guarda más cuantos más ejemplos hay.
# - La red combina neuronas que doblan el plano; su tamaño no crece con los datos, y los atípicos le duelen.
# - Ningún modelo gana siempre: se mide lo que importa y se elige con esas medidas.
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
