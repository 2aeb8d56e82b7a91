# %% [markdown]
# # 7.4 · Árboles que tiemblan
#
# | | |
# |---|---|
# | **Objetivos** | Escribir el corte de un árbol de regresión y compararlo con scikit-learn; frenarlo antes de crecer o podarlo después; explicar por qué un giro lo confunde; medir qué parte de su error es varianza |
# | **Duración** | {{minutos}} |
# | **Requisitos** | CART y sus frenos (lección {{arboles_de_decision}}), las casas de California ({{precios_de_casas}}), el análisis de componentes principales ({{vinos}}) y la validación cruzada ({{frenar_y_comparar}}) |
# | **Datos** | 20 640 distritos de California, en el censo de 1990, incluidos en el curso |
# | **Práctica** | El árbol que se entrega: elegir su freno y abrir el examen |

# %%
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.linear_model import LinearRegression
from sklearn.metrics import root_mean_squared_error
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

from course_utils import check, hint, solution
from course_utils import load_california_housing
from course_utils import paired_difference, plot_decision_regions
from course_utils import plot_decision_tree

# %% [markdown]
# ## 1 · ¿Y si la respuesta es un número?
#
# Un árbol también puede decir **cuánto**. Las preguntas son las mismas; lo que cambia es la hoja, que ya no
# responde la clase más numerosa, sino **la media** de lo que valían las muestras que le llegaron.
#
# Volvemos a los distritos de California, con el reparto de la lección {{precios_de_casas}}: examen en un
# sobre, validación y entrenamiento. El precio está en cientos de miles de dólares.

# %%
houses = load_california_housing()
band = pd.cut(houses["MedInc"], [0, 2, 3, 4, 6, np.inf], labels=False)
rest, exam = train_test_split(houses, test_size=0.2, stratify=band,
                              random_state=42)
train, valid = train_test_split(rest, test_size=0.2, random_state=42,
                                stratify=band[rest.index])
FEATURES = [name for name in houses if name != "MedHouseVal"]
x_train, x_valid = train[FEATURES].to_numpy(), valid[FEATURES].to_numpy()
y_train = train["MedHouseVal"].to_numpy()
y_valid = valid["MedHouseVal"].to_numpy()
print("para aprender:", x_train.shape, " para comparar:", x_valid.shape)

# %% [markdown]
# ¿Y qué pregunta conviene hacer? Antes, la que dejaba grupos poco mezclados. Ahora, la que deja grupos de
# precios **parecidos**: que cada uno esté cerca de la media de su lado. Es decir, la que hace menor la suma
# de los errores al cuadrado:
#
# $$\sum_{\text{sí}} (y_i - \bar{y}_{\text{sí}})^2 + \sum_{\text{no}} (y_i - \bar{y}_{\text{no}})^2$$
#
# ### Ejercicio 7.4.1
#
# Escribe `mejor_corte(columna, y)`: recibe un array con una medida de cada muestra y otro con lo que valen,
# y devuelve el corte (a medio camino entre un valor y el siguiente) que hace menor esa suma. Los del «sí»
# son los de `columna <= corte`. En NumPy, la suma de los errores al cuadrado de un grupo es su varianza,
# `.var()`, por cuántos son.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pregunta antes: si la hoja responde un solo número, ¿cuál falla menos, en promedio y al
# cuadrado? La media (lección {{metricas}}). En 7.4.1, quien suma las dos varianzas sin contar cuántos hay
# trata igual a un lado con un distrito que al otro con mil.

# %% tags=["ejercicio"]
def mejor_corte(columna, y):
    # >>> return ...
    valores = np.unique(columna)
    cortes = (valores[1:] + valores[:-1]) / 2
    errores = []
    for corte in cortes:
        si, no = y[columna <= corte], y[columna > corte]
        errores.append(si.var() * len(si) + no.var() * len(no))
    return cortes[np.argmin(errores)]
    # <<<

# %%
check("7.4.1", mejor_corte)

# %% [markdown] presenta="sklearn.tree.DecisionTreeRegressor"
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("7.4.1")` da una pista (y otra, si insistes), y
# `solution("7.4.1")` muestra una solución.
#
# El mismo corte, con la biblioteca: `DecisionTreeRegressor`. Miramos solo el ingreso de 500 distritos, en
# decenas de miles de dólares.
#
# **Predice:** un árbol de dos niveles, ¿qué forma dibujará sobre estos puntos?

# %%
income, price = x_train[:500, :1], y_train[:500]

def best_cut(column, y):
    values = np.unique(column)
    cuts = (values[1:] + values[:-1]) / 2
    sides = [(y[column <= cut], y[column > cut]) for cut in cuts]
    sums = [a.var() * len(a) + b.var() * len(b) for a, b in sides]
    return cuts[np.argmin(sums)]

small = DecisionTreeRegressor(max_depth=2, random_state=0)
small.fit(income, price)
theirs = small.tree_.threshold[0]
print(f"nuestro corte: {best_cut(income[:, 0], price):.3f}   "
      f"el de scikit-learn: {theirs:.3f}")

# %%
grid = np.linspace(0, 15.5, 500)[:, np.newaxis]
fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3.3))
plot_decision_tree(small, ["ingreso"], ax=left)
right.plot(income, price, ".", color="#999999", label="un distrito")
right.plot(grid, small.predict(grid), color="black", linewidth=2,
           label="el árbol")
right.set(title="Lo que responde", xlabel="Ingreso (decenas de miles de $)",
          ylabel="Precio (cientos de miles de $)")
right.legend()
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Una **escalera**: cada hoja es un peldaño, a la altura de la media de sus distritos. Y
# fíjate en los extremos: más allá de la última pregunta, el peldaño sigue plano para siempre.
#
# ## 2 · ¿Cuánto acierta, si se le deja?
#
# Ahora, con las ocho columnas y sin freno.
#
# **Predice:** su RMSE en entrenamiento y en validación. (El de una recta ronda 0.7.)

# %%
def rmse(model, x, y):
    return root_mean_squared_error(y, model.predict(x))

free = DecisionTreeRegressor(random_state=0).fit(x_train, y_train)
leafy = DecisionTreeRegressor(min_samples_leaf=20, random_state=0)
leafy.fit(x_train, y_train)
line = LinearRegression().fit(x_train, y_train)
for name, model in (("libre", free), ("20 por hoja", leafy),
                    ("recta", line)):
    print(f"{name:<12} entrenamiento ≈ {rmse(model, x_train, y_train):.3f}"
          f"   validación ≈ {rmse(model, x_valid, y_valid):.3f}")
print("hojas del libre ≈", free.get_n_leaves(), " de", len(y_train))
gap = rmse(free, x_valid, y_valid) - rmse(leafy, x_valid, y_valid)
print("¿El freno gana más de 0.08?", gap > 0.08)

# %% [markdown] presenta="podar, ccp_alpha"
# **Qué observas.** El libre no se equivoca en ningún distrito conocido: casi cada uno tiene su propia hoja.
# Y en los nuevos falla casi tanto como una recta. Con 20 distritos por hoja, como mínimo, se equivoca en
# los conocidos y acierta bastante más en los nuevos.
#
# ## 3 · ¿Frenar antes o podar después?
#
# Frenar antes tiene un riesgo: parar en una pregunta que parece inútil y que abría el paso a otra muy
# buena. La otra manera es dejarlo crecer entero y **podar**: quitar después las ramas que no compensan.
# ¿Cuáles? Se pone un precio, $\alpha$, a cada hoja:
#
# $$\text{coste} = \text{error en entrenamiento} + \alpha \cdot \text{hojas}$$
#
# Con $\alpha = 0$ gana el árbol entero; con $\alpha$ enorme, el que no pregunta nada. En scikit-learn es
# `ccp_alpha` (de *cost-complexity pruning*), y el error, en regresión, la media de los cuadrados.
# `cost_complexity_pruning_path` da todos los $\alpha$ en los que cae alguna rama:

# %% presenta=".cost_complexity_pruning_path, .ccp_alphas"
options = {"max_leaf_nodes": 8, "random_state": 0}
path = DecisionTreeRegressor(**options).cost_complexity_pruning_path(
    income, price)
leaves, errors = [], []
for alpha in path.ccp_alphas:
    pruned = DecisionTreeRegressor(ccp_alpha=alpha, **options)
    pruned.fit(income, price)
    leaves.append(pruned.get_n_leaves())
    errors.append(((price - pruned.predict(income)) ** 2).mean())
    print(f"desde alfa = {alpha:.4f}: hojas {leaves[-1]}, "
          f"error {errors[-1]:.3f}")
leaves, errors = np.array(leaves), np.array(errors)

# %% [markdown]
# ### Ejercicio 7.4.2
#
# Escribe `hojas_que_quedan(errores, hojas, alfa)`. Recibe dos arrays, con el error y las hojas de cada uno
# de esos árboles, en cualquier orden, y un precio por hoja. Devuelve cuántas hojas tiene el de menor coste (no habrá empates).

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Con la tabla delante, que hagan a mano la cuenta de dos o tres árboles con un alfa. Lo
# importante es ver que cada hoja tiene que ganarse su sitio bajando el error más de lo que cuesta.

# %% tags=["ejercicio"]
def hojas_que_quedan(errores, hojas, alfa):
    # >>> return ...
    costes = errores + alfa * hojas
    return hojas[costes.argmin()]
    # <<<

# %%
check("7.4.2", hojas_que_quedan)

# %% [markdown]
# ¿Coincide con la biblioteca? Y después, la poda del árbol grande: cada precio es un árbol, y se elige en
# validación.
#
# **Predice:** ¿quién ganará, el podado o el de 20 por hoja?

# %%
for alpha in (0.005, 0.02, 0.1):
    ours = leaves[(errors + alpha * leaves).argmin()]
    pruned = DecisionTreeRegressor(ccp_alpha=alpha, **options)
    theirs = pruned.fit(income, price).get_n_leaves()
    print(f"alfa = {alpha}: nosotros {ours} hojas, scikit-learn {theirs}")

# %%
alphas = [0.00003, 0.0001, 0.0002, 0.0004, 0.0008, 0.002, 0.005]
trees = [DecisionTreeRegressor(ccp_alpha=alpha, random_state=0)
         .fit(x_train, y_train) for alpha in alphas]
on_train = [rmse(tree, x_train, y_train) for tree in trees]
on_valid = [rmse(tree, x_valid, y_valid) for tree in trees]
pruned = trees[np.argmin(on_valid)]

fig, ax = plt.subplots(figsize=(6.5, 3.2))
ax.semilogx(alphas, on_train, "s--", color="#999999", label="entrenamiento")
ax.semilogx(alphas, on_valid, "o-", color="#009E73", label="validación")
ax.axhline(rmse(leafy, x_valid, y_valid), color="#333333", linestyle=":",
           label="20 por hoja, validación")
ax.set(title="Podar, más o menos", xlabel="alfa (precio de una hoja)",
       ylabel="RMSE (cientos de miles de $)")
ax.legend(fontsize=9)
fig.tight_layout()

# %%
gain = paired_difference(root_mean_squared_error, y_valid,
                         pruned.predict(x_valid), leafy.predict(x_valid))
print(f"hojas: podado ≈ {pruned.get_n_leaves()}, "
      f"20 por hoja ≈ {leafy.get_n_leaves()}")
print(f"podado menos 20 por hoja ≈ {gain.value:+.3f}, "
      f"entre ≈ {gain.low:+.3f} y ≈ {gain.high:+.3f}")
print("¿Gana el podado, seguro?", bool(gain.high < 0))

# %% [markdown] presenta="numpy.radians, numpy.cos, numpy.sin"
# **Qué observas.** La curva de validación baja y vuelve a subir: con $\alpha$ muy pequeño memoriza y con
# $\alpha$ grande no aprende. El podado deja muy atrás al libre, pero no gana al que se frenó antes. Podar
# no es mejor ni peor por principio: es otro mando, que también se elige en validación.
#
# ## 4 · ¿Y si giro los datos?
#
# Las preguntas miran **una** columna cada vez, así que sus cortes son siempre horizontales o verticales.
# ¿Qué pasa si la frontera está inclinada? Para verlo sin otra cosa en medio, giraremos unos datos fáciles:
# los mismos puntos, las mismas distancias, las mismas etiquetas.
#
# ### ★ Ampliación · Ejercicio 7.4.3
#
# Girar $g$ grados un punto $(a, b)$ en sentido contrario al reloj lo lleva a
#
# $$(a \cos g - b \, \text{sen} \, g, \;\; a \, \text{sen} \, g + b \cos g)$$
#
# Escribe `girar(puntos, grados)`: recibe un array de forma (n, 2) y un ángulo en grados; devuelve otro, de
# la misma forma, con los puntos girados. (`np.radians` pasa de grados a radianes, que es lo que esperan
# `np.cos` y `np.sin`.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pide que giren un folio con una raya vertical y que la imiten subiendo y bajando solo en
# horizontal y en vertical: sale una escalera. En 7.4.3, lo más visto es olvidar los radianes; el corrector
# lo nombra.

# %% tags=["ejercicio"]
def girar(puntos, grados):
    # >>> return ...
    g = np.radians(grados)
    a, b = puntos[:, 0], puntos[:, 1]
    return np.column_stack([a * np.cos(g) - b * np.sin(g),
                            a * np.sin(g) + b * np.cos(g)])
    # <<<

# %%
check("7.4.3", girar)

# %% [markdown]
# ### Un giro de 45 grados
#
# **Predice:** sin girar, con una pregunta basta. ¿Cuántas harán falta tras girar 45 grados? ¿Y si delante
# se pone un PCA, que gira los datos hacia las direcciones en las que más se extienden? (El coseno y el seno
# de 45 grados valen los dos $\sqrt{0.5}$; con una matriz, el giro es un producto: su primera columna da la primera coordenada nueva; la segunda, la otra.)

# %%
rng = np.random.default_rng(0)
straight = rng.normal(0, [3, 1], (300, 2))  # más ancha que alta
side = (straight[:, 0] > 0).astype(int)
turn = np.sqrt(0.5) * np.array([[1, 1], [-1, 1]])  # 45 grados
turned = straight @ turn

fresh = rng.normal(0, [3, 1], (2000, 2))
fresh_side = (fresh[:, 0] > 0).astype(int)
plain = DecisionTreeClassifier(random_state=0)
with_pca = make_pipeline(PCA(), DecisionTreeClassifier(random_state=0))
cases = (("sin girar", plain, straight, fresh),
         ("girados", plain, turned, fresh @ turn),
         ("girados, con PCA", with_pca, turned, fresh @ turn))

# %%
fig, axes = plt.subplots(1, 3, figsize=(7.5, 2.9))
scores = []
for ax, (name, model, x, x_new) in zip(axes, cases):
    model.fit(x, side)
    scores.append(model.score(x_new, fresh_side))
    tree = model if model is plain else model[-1]
    plot_decision_regions(model, x, side, ax=ax)
    ax.set(title=f"{name}: {tree.get_n_leaves()} hojas", aspect="equal")
    if model is plain:
        ax.get_legend().remove()  # la lleva el último
    print(f"{name:<17} acierta ≈ {scores[-1]:.3f} de los nuevos")
print("¿Girar cuesta más de 0.01?", scores[0] - scores[1] > 0.01)
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Una sola pregunta se convierte en una escalera de muchas, que además falla en los bordes
# de los peldaños. El PCA deshace casi todo el giro, porque la frontera era perpendicular a la dirección más
# larga. Esa suerte es la que no siempre se tiene.
#
# > **Lo que oirás por ahí: «pon un PCA delante del árbol y acertará más».** A veces. Probémoslo en las
# > casas, con las columnas escaladas (que al PCA sí le importa).

# %% tags=["resultado"]
losses = {}
for leaf in (1, 20):
    tree = DecisionTreeRegressor(min_samples_leaf=leaf, random_state=0)
    turned_tree = make_pipeline(StandardScaler(), PCA(), tree)
    turned_tree.fit(x_train, y_train)
    alone = rmse(free if leaf == 1 else leafy, x_valid, y_valid)
    losses[leaf] = rmse(turned_tree, x_valid, y_valid) - alone
    print(f"al menos {leaf} por hoja: el PCA empeora el RMSE ≈ "
          f"{losses[leaf]:.3f}   ¿más de 0.02? {losses[leaf] > 0.02}")

# %% [markdown]
# **Qué observas.** Aquí lo estropea, y mucho. El ingreso o la latitud significan algo por separado, y un
# corte en ellas lo aprovecha; el PCA las mezcla con las demás. Gira solo si sabes que las columnas, una a
# una, no dicen nada; y mídelo.
#
# ## 5 · ¿Cuánto tiembla un árbol?
#
# Queda su peor defecto. Toma otra muestra de los mismos distritos, y sale **otro árbol**. Vamos a verlo:
# cincuenta árboles, cada uno con su remuestra de 500 distritos (al azar y con repetición), dibujados unos
# sobre otros. Solo con el ingreso.
#
# **Predice:** ¿dónde se parecerán los cincuenta, y dónde no? ¿Qué cambiará con 20 distritos por hoja?

# %%
fig, axes = plt.subplots(1, 2, figsize=(7.5, 3.3), sharey=True)
for ax, leaf in zip(axes, (1, 20)):
    curves = []
    for seed in range(50):
        rows = np.random.default_rng(seed).choice(len(y_train), 500)
        tree = DecisionTreeRegressor(min_samples_leaf=leaf, random_state=0)
        tree.fit(x_train[rows, :1], y_train[rows])
        curves.append(tree.predict(grid))
        ax.plot(grid, curves[-1], color="#56B4E9", alpha=0.25,
                linewidth=0.8, label="un árbol" if seed == 0 else None)
    ax.plot(grid, np.mean(curves, axis=0), color="black", label="su media")
    ax.set(title=f"Al menos {leaf} por hoja", ylabel="Precio (100 000 $)",
           xlabel="Ingreso (decenas de miles de $)")
    ax.legend(loc="lower right")
fig.tight_layout()

# %% [markdown] presenta="varianza de un modelo, sesgo de un modelo"
# **Qué observas.** A la izquierda, una maraña: el mismo ingreso recibe precios muy distintos según qué 500
# distritos tocaron. A la derecha tiemblan menos. Y la línea negra, la media de los cincuenta, es más
# tranquila que cualquiera de ellos.
#
# Ese temblor tiene nombre. Si se promedian muchos árboles, el error de **uno** cualquiera se parte,
# exactamente, en dos:
#
# - lo que falla **la media de todos**: aquí va el **sesgo** (lo que el modelo no sabe representar) y el
#   ruido de los datos;
# - cuánto se aparta cada árbol de esa media: su **varianza**.
#
# $$\text{error medio} = \underbrace{(\bar{p} - y)^2}_{\text{lo común}} + \underbrace{\text{media de } (p - \bar{p})^2}_{\text{varianza}}$$
#
# donde $p$ es lo que predice un árbol y $\bar{p}$ la media de lo que predicen todos, y se promedia sobre
# las muestras. (Nuestras remuestras comparten distritos: la varianza entre muestras independientes saldría
# algo distinta.)
#
# ### Ejercicio 7.4.4
#
# Escribe `partes_del_error(predicciones, y)`. Recibe un array de forma (árboles, muestras), con lo que
# predijo cada árbol, y otro con lo que valía cada muestra. Devuelve **lo común y la varianza**, dos
# números; su suma es la media de todos los errores al cuadrado.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Analogía: una diana. Lo común es lo lejos que está del centro la nube de flechas; la
# varianza, lo abierta que es la nube. El fallo habitual es el eje: la media es sobre los árboles
# (`axis=0`).

# %% tags=["ejercicio"]
def partes_del_error(predicciones, y):
    # >>> return ...
    media = predicciones.mean(axis=0)
    comun = ((media - y) ** 2).mean()
    varianza = predicciones.var(axis=0).mean()
    return comun, varianza
    # <<<

# %%
check("7.4.4", partes_del_error)

# %% [markdown]
# Con las ocho columnas: cincuenta árboles, cada uno con una remuestra de 2000 distritos.
#
# **Predice:** ¿qué parte del error del árbol libre será varianza?

# %%
def fifty_trees(leaf):
    guesses = []
    for seed in range(50):
        rows = np.random.default_rng(seed).choice(len(y_train), 2000)
        tree = DecisionTreeRegressor(min_samples_leaf=leaf, random_state=0)
        tree.fit(x_train[rows], y_train[rows])
        guesses.append(tree.predict(x_valid))
    return np.array(guesses)

# %%
together = {}
for leaf in (1, 20):
    guesses = fifty_trees(leaf)
    total = ((guesses - y_valid) ** 2).mean()
    variance = guesses.var(axis=0).mean()
    print(f"al menos {leaf} por hoja: error ≈ {total:.3f}, "
          f"varianza ≈ {variance:.3f}   ¿más de la mitad? "
          f"{variance > total / 2}")
    alone = np.sqrt(((guesses - y_valid) ** 2).mean(axis=1)).mean()
    together[leaf] = root_mean_squared_error(y_valid, guesses.mean(axis=0))
    print(f"   RMSE: uno solo ≈ {alone:.3f}, la media de los 50 ≈ "
          f"{together[leaf]:.3f}")
print("¿La media de los libres gana a la otra?", together[1] < together[20])

# %% [markdown]
# **Qué observas.** Más de la mitad del error de un árbol libre es temblor: no viene de las casas, sino de
# qué distritos le tocaron. El freno lo reduce, aunque a cambio sube lo común (el error menos la varianza). Y la última cifra de
# cada pareja de líneas es una pista enorme: la media de cincuenta árboles tiembla mucho menos, y acierta mucho más que
# cualquiera de ellos. Y la de los libres, más que la de los frenados. De eso va la lección
# {{muchos_votos}}.
#
# ## Errores frecuentes
#
# **1. Creer que la semilla quita el temblor.** `random_state` hace que el mismo árbol salga dos veces de
# los mismos datos. No lo hace más fiable.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El primero es un malentendido muy extendido: la semilla da reproducibilidad, no
# estabilidad. El segundo, uno que en producción cuesta dinero.

# %%
def answers_of(rows):
    tree = DecisionTreeRegressor(random_state=0)
    return tree.fit(x_train[rows], y_train[rows]).predict(x_valid)

first = np.arange(2000)
again, fewer = answers_of(first), answers_of(first[100:])
print("mismos datos: ¿lo mismo?", np.array_equal(answers_of(first), again))
moved = np.mean(again != fewer)
print(f"con 100 distritos menos, cambian ≈ {100 * moved:.0f} % de los "
      f"precios   ¿más del 10 %? {moved > 0.1}")

# %% [markdown]
# **2. Pedirle más allá de lo que vio.** Un peldaño es plano. Si se aprende con distritos de ingreso bajo y
# se pregunta por los altos, un árbol responde lo mismo a todos. Lo que se extiende fuera de los datos es
# una recta (si la relación sigue, que tampoco está garantizado).

# %%
low = income[:, 0] < 5
far = np.array([[6.0], [8.0], [10.0]])
stairs = DecisionTreeRegressor(min_samples_leaf=20, random_state=0)
stairs.fit(income[low], price[low])
slope = LinearRegression().fit(income[low], price[low])
print("Falla: ¿el mismo precio a los tres?",
      np.ptp(stairs.predict(far)) == 0)
print("Arreglado, con una recta: ¿sube?",
      bool((np.diff(slope.predict(far)) > 0).all()))

# %% [markdown]
# ## Práctica: el árbol que se entrega
#
# La oficina de vivienda quiere **un** árbol, que se pueda leer. Hay que elegir cuántos distritos pide cada
# hoja, y hacerlo sin gastar el examen. Con la validación cruzada de la lección {{frenar_y_comparar}} no se
# depende de un solo reparto, que con árboles tiembla.
#
# ### Paso 1 · Ejercicio 7.4.5
#
# Escribe `mejor_tamano(x, y, tamanos)`. Para cada número de la lista `tamanos`, calcula la nota media de
# `cross_val_score(…, x, y, cv=5)` con un `DecisionTreeRegressor(min_samples_leaf=…, random_state=0)`.
# Devuelve el tamaño con la nota más alta (es el $R^2$, que puede ser negativo); si empatan, el primero.

# %% [markdown] tags=["docente"]
# **{{minutos}}** con la autoevaluación. Antes de abrir el sobre, que cada grupo escriba qué cifra espera.
# Pregunta por qué se comparan los modelos de dos en dos y no por sus intervalos sueltos.

# %% tags=["ejercicio"]
def mejor_tamano(x, y, tamanos):
    # >>> return ...
    notas = []
    for tamano in tamanos:
        arbol = DecisionTreeRegressor(min_samples_leaf=tamano,
                                      random_state=0)
        notas.append(cross_val_score(arbol, x, y, cv=5).mean())
    return tamanos[np.argmax(notas)]
    # <<<

# %%
check("7.4.5", mejor_tamano)

# %% [markdown]
# ### Paso 2 · El examen
#
# Con entrenamiento y validación juntos (`rest`) se elige el tamaño y se entrena el que se entrega. El sobre
# se abre **una vez**. (Lo abrió también la lección {{casas_con_una_red}}, con otros modelos; nada de lo
# decidido hoy lo ha mirado.)

# %%
x_rest, y_rest = rest[FEATURES].to_numpy(), rest["MedHouseVal"].to_numpy()
x_exam, y_exam = exam[FEATURES].to_numpy(), exam["MedHouseVal"].to_numpy()
sizes = [1, 5, 10, 20, 40, 80]
notes = [cross_val_score(
    DecisionTreeRegressor(min_samples_leaf=size, random_state=0),
    x_rest, y_rest, cv=5).mean() for size in sizes]
size = sizes[np.argmax(notes)]
print("al menos", size, "distritos por hoja")

# %%
models = {"elegido": DecisionTreeRegressor(min_samples_leaf=size,
                                           random_state=0),
          "libre": DecisionTreeRegressor(random_state=0),
          "recta": LinearRegression()}
answers = {name: model.fit(x_rest, y_rest).predict(x_exam)
           for name, model in models.items()}
for name, answer in answers.items():
    print(f"{name:<8} RMSE ≈ {root_mean_squared_error(y_exam, answer):.3f}")
for other in ("libre", "recta"):
    gap = paired_difference(root_mean_squared_error, y_exam,
                            answers["elegido"], answers[other])
    print(f"elegido menos {other}: ≈ {gap.value:+.3f}, "
          f"entre ≈ {gap.low:+.3f} y ≈ {gap.high:+.3f}   "
          f"¿seguro mejor? {bool(gap.high < 0)}")

# %% [markdown]
# **Qué observas.** El elegido gana a los dos, y los dos intervalos quedan enteros por debajo de 0. El
# libre, con casi una hoja por distrito, no da para más que una recta. Aun así, los árboles de la lección
# {{casas_con_una_red}}, que trabajan en equipo, lo dejan atrás. A eso vamos.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Supón que un árbol de regresión aprendió con coches de hasta 200 caballos. ¿Qué dice de uno de
# 300?
#
# - a) Sigue la tendencia de los últimos coches.
# - b) Da un error: ese valor está fuera de los datos.
# - c) Lo mismo que de los coches de la hoja en la que cae, la del extremo.
# - d) La media de todos los coches.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("7.4.A1", respuesta_1)

# %% [markdown]
# **A2.** ¿Qué le hace un `ccp_alpha` mayor al árbol?
#
# - a) Le quita hojas: cada una tiene que bajar más el error para quedarse.
# - b) Le añade hojas, para bajar el error.
# - c) Cambia la medida con la que elige cada pregunta.
# - d) Lo gira hacia las direcciones principales.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "a"
# <<<
check("7.4.A2", respuesta_2)

# %% [markdown]
# **A3.** De un árbol sin freno se dice que tiene mucha varianza. ¿Qué significa?
#
# - a) Que sus predicciones van de muy bajas a muy altas.
# - b) Que cambia mucho si se entrena con otra muestra de los mismos datos.
# - c) Que sin `random_state` da error.
# - d) Que falla por ser demasiado simple.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "b"
# <<<
check("7.4.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - En un árbol de regresión, cada hoja responde una media, y la pregunta elegida es la que menos error al
#   cuadrado deja.
# - Sin freno lo memoriza todo. Se frena antes (`min_samples_leaf`) o se poda después (`ccp_alpha`); se
#   elige en validación.
# - Sus cortes son rectos: un giro lo confunde. Un PCA delante a veces lo arregla y a veces lo estropea.
# - Más de la mitad del error de un árbol libre puede ser varianza: otro sorteo, otro árbol.
# - La media de muchos tiembla mucho menos que cualquiera de ellos.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 6.
# - [La poda en
#   scikit-learn](https://scikit-learn.org/stable/auto_examples/tree/plot_cost_complexity_pruning.html).
# - L. Breiman (1996), *Bagging Predictors*: de dónde sale la idea de promediar árboles.
# - Los datos: R. K. Pace y R. Barry (1997), *Sparse Spatial Autoregressions*.
