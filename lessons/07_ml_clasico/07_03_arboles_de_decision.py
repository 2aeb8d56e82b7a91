# %% [markdown]
# # 7.3 · Árboles de decisión
#
# | | |
# |---|---|
# | **Objetivos** | Escribir la búsqueda de la mejor pregunta y compararla con scikit-learn; leer un árbol dibujado junto a sus regiones; medir si importa elegir Gini o entropía; decir de dónde salen sus probabilidades; frenar un árbol y elegir el freno en validación |
# | **Duración** | {{minutos}} |
# | **Requisitos** | El árbol y el índice de Gini (lección {{cuatro_paradigmas}}), el sobreajuste ({{elegir_un_modelo}}), la comparación pareada ({{te_puedes_fiar}}) y las prendas ({{fashion_mnist}}) |
# | **Datos** | 333 pingüinos del archipiélago Palmer, y abrigos y camisas de Fashion-MNIST |
# | **Práctica** | Un árbol de prendas que se pueda explicar |

# %%
import time

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.tree import DecisionTreeClassifier

from course_utils import check, hint, solution
from course_utils import load_fashion_mnist, load_penguins
from course_utils import paired_difference, plot_decision_regions
from course_utils import plot_decision_tree

# %% [markdown] presenta="return_inverse="
# ## 1 · ¿Qué pregunta conviene hacer primero?
#
# En una playa de la Antártida, alguien mide el pico de cada pingüino y quiere saber su especie. Quiere unas
# pocas preguntas de sí o no, escritas en un papel. Eso es un **árbol de decisión**, y en la lección
# {{cuatro_paradigmas}} viste su primer corte. Hoy escribirás el algoritmo que lo hace crecer.
#
# Los datos: dos medidas del pico, su largo y su alto (`bill_length_mm` y `bill_depth_mm`, en milímetros).
# Las especies se convierten en números con `np.unique`: con `return_inverse=True` devuelve, además de los
# nombres, cuál le toca a cada fila.

# %%
penguins = load_penguins().dropna()
columns = ["bill_length_mm", "bill_depth_mm"]
short_names = ["largo", "alto"]
x = penguins[columns].to_numpy()
species, y = np.unique(penguins["species"], return_inverse=True)

print("especies:", species, " cuántos:", np.bincount(y))

# %% [markdown]
# Una buena pregunta deja a cada lado un grupo poco mezclado. La mezcla de un grupo la mide el
# **índice de Gini**, $G = 1 - (p_0^2 + p_1^2 + \dots)$: vale 0 si todos son de la misma clase. Y la mezcla
# de una pregunta es la media de sus dos lados, en la que cada uno **pesa según cuántos pingüinos tiene**:
#
# $$J = \frac{n_{\text{sí}}}{n} \, G_{\text{sí}} + \frac{n_{\text{no}}}{n} \, G_{\text{no}}$$

# %%
def gini(labels):
    shares = np.bincount(labels) / len(labels)
    return 1 - (shares ** 2).sum()

print(f"los {len(y)} juntos: {gini(y):.3f}")

# %% [markdown]
# ### Ejercicio 7.3.1
#
# Escribe `mezcla(columna, etiquetas, corte)`: la $J$ de la pregunta «¿`columna` <= `corte`?». Recibe un
# array con una medida de cada muestra, otro con sus etiquetas y un número; usa `gini`. A los dos lados
# habrá siempre alguna muestra.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** En 7.3.1 lo más visto es la media simple de los dos lados. Pregunta: si a un lado queda
# un solo pingüino, su mezcla es 0; ¿merece contar tanto como los otros 332?

# %% tags=["ejercicio"]
def mezcla(columna, etiquetas, corte):
    # >>> return ...
    lado = columna <= corte
    peso = lado.mean()
    return (peso * gini(etiquetas[lado])
            + (1 - peso) * gini(etiquetas[~lado]))
    # <<<

# %%
check("7.3.1", mezcla)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("7.3.1")` da una pista (y otra, si insistes), y
# `solution("7.3.1")` muestra una solución.
#
# El árbol no «ve» la nube de puntos: prueba **todas** las preguntas. De cada columna, un corte a medio
# camino entre cada valor y el siguiente; entre dos valores seguidos, cualquier corte deja los mismos puntos
# a cada lado.
#
# **Predice:** ¿qué separa mejor las especies, el largo del pico o su alto?

# %%
def cuts_of(column):
    values = np.unique(column)
    return (values[1:] + values[:-1]) / 2

def split_mix(column, labels, cut):
    side = column <= cut
    weight = side.mean()
    return weight * gini(labels[side]) + (1 - weight) * gini(labels[~side])

# %%
fig, ax = plt.subplots(figsize=(6.5, 3))
for k, (color, style) in enumerate((("#333333", "-"), ("#E69F00", "--"))):
    cuts = cuts_of(x[:, k])
    mixes = [split_mix(x[:, k], y, cut) for cut in cuts]
    ax.plot(cuts, mixes, style, color=color, label=short_names[k])
    print(f"{short_names[k]}: {len(cuts)} preguntas; "
          f"la mejor, <= {cuts[np.argmin(mixes)]:.2f}: {min(mixes):.3f}")
ax.set(title="La mezcla que deja cada pregunta", xlabel="Corte (mm)",
       ylabel="Gini medio de los dos lados")
ax.legend(title="¿Qué se pregunta?")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Dos valles, casi igual de hondos. Gana el largo, por poco. Junta ahora las dos columnas
# en una sola búsqueda:
#
# ### Ejercicio 7.3.2
#
# Escribe `mejor_pregunta(x, etiquetas)`. Recibe un array con una fila por muestra y una columna por medida
# (dos o más), y devuelve **la posición de la columna y el corte** de la pregunta que deja menos mezcla. Si
# empatan varias, la primera: la columna de menor posición y, en ella, el corte más bajo. Usa las dos
# funciones de arriba, `cuts_of` y `split_mix`.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Es el corazón de la lección: dales tiempo. Que escriban antes, en español, los dos ciclos
# («por cada columna, por cada corte…») y qué hay que recordar de una vuelta a otra. El fallo habitual es
# usar los propios valores como cortes, en vez de los puntos medios.

# %% tags=["ejercicio"]
def mejor_pregunta(x, etiquetas):
    # >>> return ...
    menor = np.inf
    for j in range(x.shape[1]):
        for corte in cuts_of(x[:, j]):
            esta = split_mix(x[:, j], etiquetas, corte)
            if esta < menor:
                menor, columna, mejor = esta, j, corte
    return columna, mejor
    # <<<

# %%
check("7.3.2", mejor_pregunta)

# %% [markdown] presenta="CART, raíz, nodo, hoja, profundidad, función que se llama a sí misma, comprensión con dos for"
# ## 2 · ¿Y después de la primera?
#
# Se repite. Cada lado es otra vez un montón de pingüinos: se busca en él la mejor pregunta, y así hasta que
# un grupo sea de una sola especie o alguien diga basta. El algoritmo se llama **CART** (*Classification And
# Regression Trees*). La primera pregunta es la **raíz**; cada caja, un **nodo**; la que ya no pregunta, una
# **hoja**, que responde la clase más numerosa; y la **profundidad**, cuántas preguntas hay, como mucho, de
# la raíz a una hoja.
#
# Aquí está entero. `grow` es una función que se llama a sí misma, una vez para cada lado. Y la comprensión
# con dos `for` de `best_question` da, por cada columna, todos sus cortes: `min` compara las tuplas por su primer valor,
# la mezcla, y si empatan, por el siguiente. (El `*` dentro de una lista vuelca en ella los elementos de otra.)

# %%
def best_question(x, labels):
    return min((split_mix(x[:, k], labels, cut), k, cut)
               for k in range(x.shape[1]) for cut in cuts_of(x[:, k]))[1:]

def grow(x, labels, depth):
    if depth == 0 or gini(labels) == 0:
        return []
    column, cut = best_question(x, labels)
    yes = x[:, column] <= cut
    return [(column, cut), *grow(x[yes], labels[yes], depth - 1),
            *grow(x[~yes], labels[~yes], depth - 1)]

# %% [markdown] presenta=".children_left, .feature"
# ¿Es lo que hace scikit-learn? Su árbol entrenado está en `tree_`: `feature` es la columna de cada
# pregunta, `threshold` su corte, y `children_left` adónde se va con un «sí» (−1 en una hoja, que no
# pregunta).
#
# **Predice:** ¿saldrán las mismas tres preguntas?

# %%
tree = DecisionTreeClassifier(max_depth=2, random_state=0).fit(x, y)
inside = tree.tree_
asks = inside.children_left != -1
theirs = zip(inside.feature[asks], inside.threshold[asks])

for (column, cut), (their_column, their_cut) in zip(grow(x, y, 2), theirs):
    print(f"la nuestra: {short_names[column]} <= {cut:.2f}   "
          f"scikit-learn: {short_names[their_column]} <= {their_cut:.2f}")

# %% [markdown]
# **Qué observas.** Pregunta por pregunta, el mismo árbol. Dibujado (con `plot_decision_tree`) y, debajo, lo
# que hace en el plano:

# %% presenta="course_utils.plot_decision_tree"
fig, (top, bottom) = plt.subplots(2, 1, figsize=(6.5, 8))
plot_decision_tree(tree, short_names, class_names=species, ax=top)
plot_decision_regions(tree, x, y, class_names=species, ax=bottom,
                      feature_names=["Largo (mm)", "Alto (mm)"])
fig.tight_layout()

# %% [markdown] presenta="codicioso"
# **Qué observas.** Léelo de arriba abajo: con un «sí» se baja por la izquierda. Cada hoja dice su clase,
# cuántos pingüinos hay de cada especie y cuántos son en total. Cada pregunta es una **línea recta**,
# horizontal o vertical, que llega solo hasta donde su rama manda; cada hoja es un **rectángulo**. Busca la
# hoja de arriba a la derecha, la de 88 pingüinos: es la peor, y en la figura se ve por qué, con puntos de
# tres formas.
#
# ## 3 · ¿Encuentra el mejor árbol?
#
# > **Lo que oirás por ahí: «el algoritmo prueba todas las preguntas, así que encuentra el mejor
# > árbol».** Las prueba todas **de una en una**. Elige la que menos mezcla deja *ahora*, sin mirar qué se
# > podrá preguntar después. A eso se le llama ser **codicioso** (*greedy*). Hagamos lo que CART no hace:
# > empezar por cada una de las preguntas posibles, seguir con las mejores de cada lado y comparar cómo
# > acaba cada árbol de dos niveles.
#
# **Predice:** ¿por cuánto perderá CART? ¿Empezará también por el largo el mejor árbol de dos niveles?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Buena analogía: el cajero que da el cambio con la moneda más grande posible. Con monedas
# de 1, 3 y 4, para dar 6 usa tres monedas, y bastaban dos. Que comprueben a mano ese caso antes de
# ejecutar.

# %% presenta=".impurity, .n_node_samples"
def two_levels(column, cut):
    """Mezcla y fallos si se empieza así y se sigue lo mejor posible."""
    yes = x[:, column] <= cut
    mix = errors = 0
    for side in (yes, ~yes):
        stump = DecisionTreeClassifier(max_depth=1, random_state=0)
        nodes = stump.fit(x[side], y[side]).tree_
        leaf = nodes.children_left == -1
        mix += (nodes.impurity * nodes.n_node_samples)[leaf].sum()
        errors += (stump.predict(x[side]) != y[side]).sum()
    return mix / len(y), errors

# %%
first_questions = [(*two_levels(k, cut), k, cut)
                   for k in range(2) for cut in cuts_of(x[:, k])]
best = min(first_questions)
greedy = (*two_levels(0, 42.35), 0, 42.35)  # la raíz de CART
print("primeras preguntas posibles:", len(first_questions))
for name, (mix, errors, k, cut) in (("CART", greedy), ("la mejor", best)):
    print(f"{name:<9} empieza por {short_names[k]} <= {cut:.2f}: "
          f"mezcla {mix:.4f}, {errors} fallos")

# %% [markdown] presenta="NP-completo"
# **Qué observas.** Empezar por el alto, que como primera pregunta era peor, acaba en un árbol con menos
# mezcla y menos fallos. CART no encuentra el mejor árbol: encuentra uno bueno, deprisa. Encontrar el mejor
# es un problema **NP-completo** (Hyafil y Rivest, 1976), de los que nadie sabe resolver en un tiempo
# razonable cuando crecen.
#
# La codicia, en cambio, es barata. Con $n$ filas y $m$ columnas, en cada nivel se ordenan las columnas y se
# recorren: unas $n \times m \times \log_2 n$ operaciones. ($\log_2 n$, el logaritmo en base 2, dice cuántas veces se puede
# partir $n$ por la mitad: de ocho, tres.) Y **responder** cuesta solo las preguntas de un
# camino: en un árbol equilibrado, unas $\log_2 n$, por muchos nodos que tenga.
#
# ### ★ Ampliación · ¿Cuánto cuesta un árbol?
#
# Columnas y etiquetas de puro azar, con el doble de filas cada vez. (`time.process_time` cuenta los
# segundos de procesador.)

# %%
rng = np.random.default_rng(0)
for rows in (10_000, 20_000, 40_000):
    noise = rng.normal(size=(rows, 10))
    classes = rng.integers(0, 2, rows)
    start = time.process_time()
    big = DecisionTreeClassifier(random_state=0).fit(noise, classes)
    seconds = time.process_time() - start
    print(f"{rows} filas: ≈ {seconds:.2f} s, "
          f"nodos ≈ {big.tree_.node_count}")

# %% [markdown] presenta="entropía, numpy.log2"
# Al doblar las filas, los nodos se doblan y el tiempo crece algo más. Y mira qué aprende: no había nada que
# aprender, y aun así el árbol ha gastado miles de nodos en acertarlo todo.
#
# ## 4 · ¿Gini o entropía?
#
# Hay otra manera de medir la mezcla. La **entropía**, que viene de la teoría de la información, vale 0 en
# un grupo puro y crece con la mezcla. Se mide en *bits*:
#
# $$H = -\sum_k p_k \log_2 p_k$$
#
# Dos clases a partes iguales son 1 bit; cuatro, 2 bits. En la suma solo entran las clases que están: el
# logaritmo de 0 no existe. (`np.log2` es el logaritmo en base 2.)
#
# ### Ejercicio 7.3.3
#
# Escribe `entropia(etiquetas)`: recibe un array de enteros desde 0 y devuelve su entropía en bits. Entre
# las etiquetas puede **faltar** alguna clase: `[0, 0, 2]` no tiene ninguna de la 1.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El tropiezo es el 0 · log 0, que en NumPy da «nan» y un aviso. Vale filtrar los ceros o
# contar con `np.unique`. Antes de la medida de abajo, apuesta general: ¿en cuántas de 200 remuestras sale
# el mismo árbol?

# %% tags=["ejercicio"]
def entropia(etiquetas):
    # >>> return ...
    fracciones = np.bincount(etiquetas) / len(etiquetas)
    fracciones = fracciones[fracciones > 0]
    return -(fracciones * np.log2(fracciones)).sum()
    # <<<

# %%
check("7.3.3", entropia)

# %% [markdown] presenta="remuestra, numpy.setdiff1d"
# En `DecisionTreeClassifier` se elige con `criterion="entropy"`. ¿Cambia algo? Un solo conjunto de datos
# diría poco. Para saber **con qué frecuencia** sale el mismo árbol, hacen falta muchos conjuntos parecidos.
# Los da el *bootstrap* de la lección {{umbrales}}: una **remuestra** toma 333 filas al azar de las
# nuestras, con repetición; las que no salen sorteadas (`np.setdiff1d` las encuentra) sirven para examinar.
#
# **Predice:** de 200 remuestras, ¿en cuántas darán las dos medidas el mismo árbol? ¿Y en cuántas respuestas
# coincidirán?

# %%
def duel(depth, seed):
    rows = np.random.default_rng(seed).choice(len(y), len(y))
    out = np.setdiff1d(np.arange(len(y)), rows)
    one, other = (DecisionTreeClassifier(
        criterion=name, max_depth=depth, random_state=0
    ).fit(x[rows], y[rows]) for name in ("gini", "entropy"))
    agree = (one.predict(x[out]) == other.predict(x[out])).mean()
    gap = one.score(x[out], y[out]) - other.score(x[out], y[out])
    a, b = one.tree_.threshold, other.tree_.threshold
    return len(a) == len(b) and np.allclose(a, b), agree, gap

# %%
for name, depth in (("dos niveles", 2), ("sin freno", None)):
    duels = np.array([duel(depth, seed) for seed in range(200)])
    same, agree, gap = duels.mean(axis=0)
    print(f"{name}: el mismo árbol ≈ {100 * same:.0f} %, "
          f"la misma respuesta ≈ {100 * agree:.1f} %")
    print(f"   Gini menos entropía ≈ {gap:+.4f} de exactitud")
    print("   ¿El mismo árbol en más del 40 %?", bool(same > 0.4))
    print("   ¿La misma respuesta en más del 95 %?", bool(agree > 0.95))
    print("   ¿Se llevan menos de 0.01?", bool(abs(gap) < 0.01))

# %% [markdown]
# **Qué observas.** Con dos niveles, el mismo árbol poco más de la mitad de las veces; sin freno, pocas.
# Y aun así responden casi siempre lo mismo, y lo que aciertan se separa en milésimas. Muchas preguntas casi empatan, y cualquiera de
# ellas sirve. Así que no pierdas la tarde con el criterio: deja Gini, que se ahorra los logaritmos, y
# dedica el tiempo al freno, que sí se nota.
#
# ## 5 · ¿De dónde salen sus probabilidades?
#
# De contar. Cada hoja guarda cuántas muestras de cada clase le llegaron al entrenar; `predict_proba` da
# esas fracciones. Con `apply`, el árbol dice en qué hoja cae cada muestra.

# %% presenta=".apply"
leaves = tree.apply(x)
print("hojas, y cuántos hay:", *np.unique(leaves, return_counts=True))

new = np.array([[43.0, 20.5], [58.0, 20.5]])  # a los dos extremos
print("caen en:", tree.apply(new))
print(tree.predict_proba(new).round(3))

# %% [markdown]
# **Qué observas.** Dos pingüinos muy distintos, uno junto a la frontera y otro en una esquina lejana,
# reciben las mismas probabilidades: dentro de un rectángulo, el árbol no distingue. Son las fracciones de
# su hoja.
#
# ### Ejercicio 7.3.4
#
# Escribe `probabilidades(hojas, etiquetas, hoja, clases)`. Recibe la hoja en la que cayó cada muestra de
# entrenamiento (como `leaves`), sus etiquetas, el número de una hoja y cuántas clases hay. Devuelve un
# array con la fracción de cada clase en esa hoja, **también las que valen 0**.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que calculen a mano las de la hoja de 88 pingüinos, con el dibujo delante, antes de
# escribir nada. El fallo de siempre: dividir entre todas las muestras y no entre las de la hoja.

# %% tags=["ejercicio"]
def probabilidades(hojas, etiquetas, hoja, clases):
    # >>> return ...
    dentro = etiquetas[hojas == hoja]
    return np.bincount(dentro, minlength=clases) / len(dentro)
    # <<<

# %%
check("7.3.4", probabilidades)

# %% [markdown]
# ## 6 · ¿Y si no se le frena?
#
# Con tres especies que se separan bien, un árbol sin freno no lo hace mal. Dale algo difícil:
# **abrigos y camisas** de Fashion-MNIST, 3000 para aprender y otras 3000 para comparar. De cada imagen
# tomamos una fila y una columna de cada dos: 14×14 píxeles, de 0 a 255. No los escalamos: a un árbol le da
# igual.

# %%
(images, labels), (exam_images, exam_labels) = load_fashion_mnist()
COAT, SHIRT = 4, 6

def two_garments(images, labels):
    chosen = np.isin(labels, (COAT, SHIRT))
    small = images[chosen][:, ::2, ::2]
    return small.reshape(len(small), -1), (labels[chosen] == SHIRT) * 1

pixels, shirt = two_garments(images, labels)
x_train, x_valid = pixels[:3000], pixels[-3000:]
y_train, y_valid = shirt[:3000], shirt[-3000:]
print("para aprender:", x_train.shape)

# %% [markdown]
# **Predice:** sin freno, ¿cuánto acertará en las prendas que ya vio? ¿Qué probabilidades dará a las que no?
# (`get_n_leaves` cuenta sus hojas y `get_depth`, su profundidad.)

# %% presenta=".get_n_leaves, .get_depth"
free = DecisionTreeClassifier(random_state=0).fit(x_train, y_train)
on_free = free.score(x_valid, y_valid)
sure = free.predict_proba(x_valid).max(axis=1)
print("entrenamiento:", free.score(x_train, y_train))
print(f"validación ≈ {on_free:.3f}   ¿menos de 0.82? {on_free < 0.82}")
print(f"hojas ≈ {free.get_n_leaves()}, profundidad ≈ {free.get_depth()}")
print("lo seguro que dice estar de cada una:", np.unique(sure))

# %% [markdown] presenta="max_depth, min_samples_split, min_samples_leaf, max_leaf_nodes, min_impurity_decrease, max_features"
# **Qué observas.** Acierta todo lo que vio, y de lo nuevo falla una de cada cinco. Y lo peor: dice estar
# seguro **siempre al 100 %**, también cuando falla. Es lógico: siguió preguntando hasta que cada hoja quedó
# pura, y en una hoja pura la fracción es 1.
#
# Un árbol no tiene un número fijo de parámetros que limite lo que puede memorizar: crece con los datos. Hay
# que decirle hasta dónde. A esto se le llama **regularizar**, y hay varios frenos:
#
# | Freno | Qué prohíbe |
# |---|---|
# | `max_depth` | más preguntas seguidas que esas |
# | `min_samples_split` | preguntar a un grupo de menos muestras |
# | `min_samples_leaf` | dejar una hoja con menos muestras |
# | `max_leaf_nodes` | más hojas que esas (hace primero las preguntas que más separan) |
# | `min_impurity_decrease` | preguntas que bajan la mezcla total menos que eso |
# | `max_features` | mirar, en cada nodo, más columnas que esas, elegidas al azar |

# %%
brakes = {"sin freno": {}, "max_depth": {"max_depth": 5},
          "min_samples_split": {"min_samples_split": 200},
          "min_samples_leaf": {"min_samples_leaf": 20},
          "max_leaf_nodes": {"max_leaf_nodes": 32},
          "min_impurity_decrease": {"min_impurity_decrease": 0.002},
          "max_features": {"max_features": 14}}
scores = {}
for name, options in brakes.items():
    model = DecisionTreeClassifier(random_state=0, **options)
    scores[name] = model.fit(x_train, y_train).score(x_valid, y_valid)
    print(f"{name:<22} hojas ≈ {model.get_n_leaves():<5} "
          f"validación ≈ {scores[name]:.3f}")

# %% tags=["resultado"]
gain = scores["max_leaf_nodes"] - scores["sin freno"]
print(f"32 hojas menos sin freno ≈ {gain:+.3f}",
      f"  ¿más de 0.02? {gain > 0.02}")
print("¿max_features solo mejora al libre?",
      scores["max_features"] > scores["sin freno"] + 0.01)

# %% [markdown]
# **Qué observas.** Casi todos, con muchas menos hojas, aciertan más en lo nuevo. `max_features`, a solas, no ayuda: el
# árbol sigue creciendo hasta memorizar, y además a ciegas. Servirá cuando haya muchos árboles
# ({{muchos_votos}}). De los demás, ¿cuál? El que gane en validación, con varios
# valores probados de cada uno: aquí se probó uno solo.
#
# ## Errores frecuentes
#
# **1. Comparar cortes con `==`.** scikit-learn pasa los datos a «float32», con unas siete cifras: su 16.35
# no es el tuyo.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El primero sorprende porque en pantalla los dos números se ven iguales. El segundo da pie
# a preguntar qué significaría «isla <= 1.5».

# %%
ours, theirs = grow(x, y, 2)[2][1], inside.threshold[asks][2]
print(f"Falla: {ours:.2f} == {theirs:.2f}?", bool(ours == theirs))
print("Arreglado, con np.isclose:", bool(np.isclose(ours, theirs)))

# %% [markdown]
# **2. Darle palabras.** Se dice que los árboles admiten categorías tal cual. Los de scikit-learn quieren
# números: una columna por valor (`pd.get_dummies`, lección {{consumo_de_gasolina}}).

# %%
island = penguins[["island"]]
try:
    DecisionTreeClassifier().fit(island, y)
except ValueError as error:
    print("Falla con", type(error).__name__)
fixed = DecisionTreeClassifier().fit(pd.get_dummies(island), y)
print("Arreglado: aprende de", fixed.n_features_in_, "columnas")

# %% [markdown]
# ## Práctica: un árbol de prendas que se pueda explicar
#
# Un almacén separa a mano abrigos y camisas, y pide un árbol **que quepa en una hoja de papel**. Cuantas
# menos hojas, mejor se explica; pero no a cualquier precio. Se acuerda una regla: de los árboles que
# pierden como mucho 0.02 de exactitud frente al mejor en validación, el más pequeño.

# %%
sizes = [2, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128]
candidates = [DecisionTreeClassifier(max_leaf_nodes=size, random_state=0)
              .fit(x_train, y_train) for size in sizes]
on_valid = [model.score(x_valid, y_valid) for model in candidates]

fig, ax = plt.subplots(figsize=(6.5, 3.2))
ax.plot(sizes, on_valid, "o-", color="#0072B2", label="cada árbol")
ax.axhline(max(on_valid) - 0.02, color="#333333", linestyle=":",
           label="lo que se admite perder")
ax.set(title="Más hojas no es más acierto", xlabel="Hojas",
       ylabel="Exactitud en validación")
ax.legend(fontsize=9)
fig.tight_layout()

# %% [markdown]
# ### Paso 1 · Ejercicio 7.3.5 · El más sencillo que no pierde
#
# Escribe `el_mas_sencillo(aciertos, hojas, margen)`. Recibe dos listas del mismo largo, con el acierto y
# las hojas de cada árbol, **en cualquier orden**, y devuelve el número de hojas del más pequeño entre los
# que aciertan, al menos, el mejor acierto menos `margen`.

# %% [markdown] tags=["docente"]
# **{{minutos}}** con la autoevaluación. Pregunta quién debe fijar el margen: quien usará el árbol, antes de
# ver la curva. Si alguien quiere mirar el examen para decidir, recuérdales que se abre una vez.

# %% tags=["ejercicio"]
def el_mas_sencillo(aciertos, hojas, margen):
    # >>> return ...
    minimo = max(aciertos) - margen
    valen = [h for a, h in zip(aciertos, hojas) if a >= minimo]
    return min(valen)
    # <<<

# %%
check("7.3.5", el_mas_sencillo)

# %%
enough = [score >= max(on_valid) - 0.02 for score in on_valid]
chosen = candidates[enough.index(True)]
print("hojas del elegido ≈", chosen.get_n_leaves())

# %% [markdown]
# ### ★ Ampliación · ¿Qué mira?
#
# En una imagen, cada pregunta es un píxel: «¿es oscuro aquí?». Sobre la media de los abrigos y la de las
# camisas, los píxeles por los que pregunta el elegido. El círculo más grande es el de la raíz.

# %%
nodes = chosen.tree_
asked = nodes.children_left != -1
row, column = np.divmod(nodes.feature[asked], 14)

fig, axes = plt.subplots(1, 2, figsize=(7, 3.8))
for ax, kind, name in zip(axes, (0, 1), ("Abrigo medio", "Camisa media")):
    mean_image = x_train[y_train == kind].mean(axis=0).reshape(14, 14)
    ax.imshow(mean_image, cmap="gray")
    ax.scatter(column, row, s=nodes.n_node_samples[asked] / 12,
               facecolors="none", edgecolors="#E69F00", linewidths=2)
    ax.set(title=name, xlabel="Columna", ylabel="Fila",
           xticks=range(0, 14, 4))
fig.tight_layout()

# %% [markdown]
# **Qué observas.** La raíz pregunta por un hombro; otras, por el cuello, los costados y el borde de abajo:
# los sitios donde las dos medias no se parecen. También se ve lo frágil que es: si la foto se moviera un
# píxel, las preguntas mirarían otra cosa.
#
# ### Paso 2 · El examen
#
# Se abre **una vez**, con todo decidido: el elegido, el libre y, de listón, una regresión logística con los
# mismos datos.

# %%
x_exam, y_exam = two_garments(exam_images, exam_labels)
logistic = LogisticRegression(max_iter=500)
logistic.fit(x_train / 255, y_train)
answers = {"elegido": chosen.predict(x_exam), "libre": free.predict(x_exam),
           "logística": logistic.predict(x_exam / 255)}
for name, answer in answers.items():
    print(f"{name:<10} exactitud ≈ {accuracy_score(y_exam, answer):.3f}")
for other in ("libre", "logística"):
    gap = paired_difference(accuracy_score, y_exam,
                            answers["elegido"], answers[other])
    print(f"elegido menos {other}: ≈ {gap.value:+.3f}, "
          f"entre ≈ {gap.low:+.3f} y ≈ {gap.high:+.3f}   "
          f"¿seguro mejor? {gap.low > 0}")

# %% [markdown]
# **Qué observas.** Con una fracción de las hojas, el elegido supera al libre, y el intervalo queda entero
# por encima de 0. La logística, en cambio, acierta algo más: un píxel cada vez es poca cosa frente a una suma de todos. Lo
# que da a cambio es que su razonamiento se puede leer en voz alta. En la lección {{arboles_que_tiemblan}},
# el otro precio de un árbol solo; y en {{muchos_votos}}, cómo se deja de pagar.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Supón que a una hoja llegaron, al entrenar, 2 muestras de la clase A y 6 de la B. ¿Qué dice el
# árbol de una muestra nueva que cae en ella?
#
# - a) B, con probabilidad 1: es la clase de la hoja.
# - b) B, con probabilidad 0.75.
# - c) Depende de lo cerca que esté del borde del rectángulo.
# - d) A o B, al azar, según sus fracciones.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("7.3.A1", respuesta_1)

# %% [markdown]
# **A2.** ¿Por qué CART puede no dar con el mejor árbol de dos niveles?
#
# - a) Porque solo prueba unas cuantas preguntas, al azar.
# - b) Porque el índice de Gini no mide bien la mezcla.
# - c) Porque elige cada pregunta sin mirar las que vendrán.
# - d) Porque le hace falta escalar los datos.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "c"
# <<<
check("7.3.A2", respuesta_2)

# %% [markdown]
# **A3.** Tu árbol acierta el 100 % en entrenamiento y bastante menos en validación. ¿Qué pruebas primero?
#
# - a) Subir `min_samples_leaf` o bajar `max_leaf_nodes`, y elegir en validación.
# - b) Cambiar Gini por entropía.
# - c) Escalar las columnas.
# - d) Dejarlo crecer más: aún no ha aprendido bastante.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("7.3.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - CART prueba todos los cortes de todas las columnas, se queda con el que menos mezcla deja y repite en
#   cada lado.
# - Es codicioso: rápido y bueno, pero no encuentra el mejor árbol.
# - Gini y entropía dan a menudo árboles distintos que responden casi lo mismo.
# - Las probabilidades son las fracciones de la hoja; sin freno, las hojas son puras y el árbol dice estar
#   siempre seguro.
# - El freno se elige en validación; un árbol pequeño se lee, y acierta más que uno que memoriza.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 6.
# - [Árboles en scikit-learn](https://scikit-learn.org/stable/modules/tree.html): también [su manera de
#   dibujarlos](https://scikit-learn.org/stable/modules/generated/sklearn.tree.plot_tree.html).
# - L. Breiman, J. Friedman, R. Olshen y C. Stone (1984), *Classification and Regression Trees*: el libro de
#   CART.
# - L. Hyafil y R. Rivest (1976), «Constructing Optimal Binary Decision Trees is NP-complete».
