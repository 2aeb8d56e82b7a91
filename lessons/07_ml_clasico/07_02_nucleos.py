# %% [markdown]
# # 7.2 · El truco del núcleo
#
# | | |
# |---|---|
# | **Objetivos** | Doblar una frontera con columnas nuevas y con un núcleo que da lo mismo sin escribirlas; medir el parecido con hitos; elegir C y gamma mirando una rejilla; resolver el problema dual y llegar a los mismos coeficientes que `SVC`; usar una SVM para predecir números; decir lo que cuesta |
# | **Duración** | {{minutos}} |
# | **Requisitos** | La SVM lineal (lección {{la_calle_mas_ancha}}), los polinomios ({{consumo_de_gasolina}}), las casas de California ({{precios_de_casas}}) y las prendas ({{fashion_mnist}}) |
# | **Datos** | Dos lunas inventadas; los distritos de California y las prendas de Fashion-MNIST, incluidos en el curso |
# | **Práctica** | Una SVM con núcleo que reconoce diez prendas, elegida con una rejilla, y su factura |

# %%
import time

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import make_moons
from sklearn.linear_model import LinearRegression
from sklearn.metrics import accuracy_score, root_mean_squared_error
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler
from sklearn.svm import SVC, SVR, LinearSVC

from course_utils import check, hint, solution
from course_utils import explore_svm, load_california_housing
from course_utils import load_fashion_mnist, paired_difference, plot_street

# %% [markdown]
# ## 1 · ¿Y si la calle no puede ser recta?
#
# Dos lunas entrelazadas: ninguna recta las separa bien. Una salida ya la conoces: añadir columnas. Con los
# cuadrados, los cubos y los productos, una recta en las columnas nuevas es una curva en las viejas.
#
# **Predice:** la frontera entre las dos lunas tiene forma de ese. ¿Puede dibujarla una recta? ¿Y un polinomio de grado 3?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dibuja la S entre las lunas antes de ejecutar: una parábola no la sigue y una cúbica, sí. El número
# de columnas de la celda siguiente suele provocar un silencio; aprovéchalo para pedir ideas.

# %%
x, y = make_moons(200, noise=0.25, random_state=0)
x_valid, y_valid = make_moons(1000, noise=0.25, random_state=1)
t = 2 * y - 1  # −1 y 1

fig, axes = plt.subplots(1, 2, figsize=(7.5, 3.6))
notes = {}
for degree, ax in zip((1, 3), axes):
    columns = PolynomialFeatures(degree, include_bias=False)
    svm = LinearSVC(C=10, loss="hinge", max_iter=200_000, random_state=0)
    model = make_pipeline(columns, StandardScaler(), svm).fit(x, y)
    plot_street(model, x, y, feature_names=["x1", "x2"], ax=ax)
    notes[degree] = model.score(x_valid, y_valid)
    ax.set_title(f"Grado {degree}")
    print(f"grado {degree}: exactitud en validación ≈ {notes[degree]:.3f}")
fig.tight_layout()

# %%
print("¿Gana el grado 3 por más de 0.03?", notes[3] > notes[1] + 0.03)
for features, degree in ((2, 3), (784, 1), (784, 2)):
    row = np.zeros((1, features))
    grown = PolynomialFeatures(degree).fit_transform(row).shape[1]
    print(f"{features} columnas, grado {degree}: pasan a ser {grown}")

# %% [markdown]
# **Qué observas.** Con grado 3 la calle se dobla en una ese. Pero con los 784 píxeles de una prenda, solo con el grado 2, las columnas
# pasan de trescientas mil. Con 5000 prendas son más de mil millones de números. Hace falta un atajo.
#
# El atajo empieza con una cuenta que parece un juego. Toma dos puntos de dos columnas, y para cada uno estas
# seis columnas nuevas: $\varphi(a) = (1, \sqrt2\, a_1, \sqrt2\, a_2, a_1^2, \sqrt2\, a_1 a_2, a_2^2)$.
# Son las del grado 2, con alguna raíz de adorno.

# %%
def phi(p):
    root = np.sqrt(2)
    return np.array([1, root * p[0], root * p[1],
                     p[0] ** 2, root * p[0] * p[1], p[1] ** 2])

a, b = np.array([2.0, -1.0]), np.array([1.5, -1.0])
print("con las seis columnas:", round(float(phi(a) @ phi(b)), 6))
print("sin ellas:            ", (a @ b + 1) ** 2)

# %% [markdown] presenta="núcleo polinómico"
# **Qué observas.** El mismo número. Si de las columnas nuevas solo hacen falta **productos escalares** (*dot
# products*) entre muestras, no hay que escribirlas: basta $K(a, b) = (a \cdot b + 1)^2$. Una función así,
# que da el producto escalar de unas columnas que nadie escribe, es un **núcleo** (*kernel*); esta, con
# cualquier grado, el **núcleo polinómico**. ¿Y a la SVM le bastan los productos? Sí: lo veremos en la sección 4.
#
# ### Ejercicio 7.2.1
#
# Escribe `nucleo_polinomico(a, b, grado)`: `a` tiene $n$ muestras, una por fila, y `b` tiene $m$. Devuelve
# un array de forma `(n, m)`: en la fila $i$ y la columna $j$, el núcleo de la muestra $i$ de `a` y la $j$
# de `b`.

# %% tags=["ejercicio"]
def nucleo_polinomico(a, b, grado):
    # >>> return ...
    return (a @ b.T + 1) ** grado
    # <<<

# %%
check("7.2.1", nucleo_polinomico)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("7.2.1")` da una pista (y otra, si insistes), y
# `solution("7.2.1")` muestra una solución.
#
# `SVC` trae este núcleo (`kernel="poly"`; el 1 que se suma se llama `coef0`), y además acepta una función
# como la tuya.

# %%
def cubic(a, b):
    return (a @ b.T + 1) ** 3

ours = SVC(kernel=cubic).fit(x, y)
theirs = SVC(kernel="poly", degree=3, gamma=1, coef0=1).fit(x, y)
print("¿Responden lo mismo en las 1000 de validación?",
      np.array_equal(ours.predict(x_valid), theirs.predict(x_valid)))

# %% [markdown] presenta="hito, núcleo gaussiano"
# ## 2 · ¿A qué se parece esta muestra?
#
# Otra manera de fabricar columnas: elegir unos puntos de referencia, los **hitos** (*landmarks*), y apuntar
# cuánto se parece cada muestra a cada hito. El parecido vale 1 en el propio hito y cae hacia 0 al alejarse,
# con forma de campana:
#
# $$K(a, h) = e^{-\gamma\, \lVert a - h \rVert^2}$$
#
# **Gamma** ($\gamma$) dice lo deprisa que cae: con gamma grande, solo se parece lo que está muy cerca. Es el
# **núcleo gaussiano** (*radial basis function*, RBF): el `rbf` que `SVC` trae de fábrica.
#
# **Predice:** nueve puntos en una línea, y los de en medio son de otra clase. Con dos hitos y gamma 0.3,
# ¿bastará una recta?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que cada quien calcule a mano una columna: el parecido de $-1$ con el hito $-2$ y gamma 0.3. En
# 7.2.2 la dificultad está en las formas; deja que escriban primero la versión con dos ciclos.

# %%
line = np.linspace(-4, 4, 9)
middle = np.abs(line) < 2.5
landmarks = (-2, 1)
near = [np.exp(-0.3 * (line - landmark) ** 2) for landmark in landmarks]
curve = np.linspace(-5, 5, 200)
print("parecido de 0 a cada hito:", [round(float(k[4]), 2) for k in near])

# %%
fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3.2))
for h, style in zip(landmarks, ("-", "--")):
    left.plot(curve, np.exp(-0.3 * (curve - h) ** 2), style,
              color="#333333", label=f"parecido al hito {h}")
for side, color, mark in ((0, "#E69F00", "o"), (1, "#009E73", "s")):
    group = middle == side
    left.plot(line[group], 0 * line[group], mark, color=color)
    right.plot(near[0][group], near[1][group], mark, color=color,
               label=("los de los lados", "los de en medio")[side])
right.plot([0, 0.84], [0.67, 0], color="black", label="una recta")
left.set(title="Nueve puntos y dos hitos", xlabel="x", ylim=(-0.05, 1.4))
right.set(title="Las dos columnas nuevas",
          xlabel="parecido al hito -2", ylabel="parecido al hito 1")
for ax in (left, right):
    ax.legend(fontsize="small")

# %% [markdown]
# **Qué observas.** A la izquierda hacen falta dos cortes; a la derecha, en las columnas de parecidos, basta
# uno. ¿Y qué hitos se eligen? Lo más simple: **todas las muestras de entrenamiento**.
#
# ### Ejercicio 7.2.2
#
# Escribe `parecido(a, hitos, gamma)`: `a` tiene $n$ filas e `hitos`, $m$, con las mismas columnas. Devuelve un
# array de forma `(n, m)` con el núcleo gaussiano de cada muestra y cada hito.

# %% tags=["ejercicio"]
def parecido(a, hitos, gamma):
    # >>> return ...
    restas = a[:, np.newaxis] - hitos[np.newaxis]
    return np.exp(-gamma * (restas ** 2).sum(axis=2))
    # <<<

# %%
check("7.2.2", parecido)

# %%
def similarity(a, b, gamma):
    gaps = a[:, np.newaxis] - b[np.newaxis]
    return np.exp(-gamma * (gaps ** 2).sum(axis=2))

wide = similarity(x, x, gamma=1)  # cada muestra es un hito
on_columns = LinearSVC(max_iter=20_000, random_state=0).fit(wide, y)
with_kernel = SVC(kernel="rbf", gamma=1).fit(x, y)
by_columns = on_columns.score(similarity(x_valid, x, gamma=1), y_valid)
by_kernel = with_kernel.score(x_valid, y_valid)
print("columnas:", wide.shape[1])
print(f"recta en las columnas ≈ {by_columns:.3f}   SVC ≈ {by_kernel:.3f}")
print("¿Pasan las dos de 0.9?", min(by_columns, by_kernel) > 0.9)

# %% [markdown]
# **Qué observas.** Una recta en 200 columnas de parecidos rodea las lunas, y `SVC` con su núcleo acierta algo muy
# parecido sin escribirlas. (No es el mismo modelo: en `SVC` el parecido hace de producto escalar de
# unas columnas que serían infinitas.)
#
# ## 3 · ¿Qué hacen C y gamma?
#
# Hay dos mandos. C, el precio de pisar la calle, y gamma, hasta dónde llega la influencia de cada muestra.
#
# **Predice:** de las nueve figuras, ¿en qué esquina estará el sobreajuste? ¿Y el subajuste?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Tapa los títulos y que adivinen la gamma de cada fila. En el explorador, busca una pareja que acierte más
# que C = 1 y gamma = 1: hay varias, en diagonal.

# %%
fig, axes = plt.subplots(3, 3, figsize=(7.5, 7.8), sharex=True, sharey=True)
grid = {}
for row, gamma in zip(axes, (0.1, 1, 100)):
    for ax, C in zip(row, (0.1, 1, 100)):
        svm = SVC(C=C, gamma=gamma).fit(x, y)
        plot_street(svm, x, y, feature_names=["x1", "x2"], ax=ax)
        ax.get_legend().remove()
        marks = svm.score(x, y), svm.score(x_valid, y_valid)
        grid[C, gamma] = marks
        ax.set_title(f"C = {C}, gamma = {gamma}\n"
                     f"entrena {marks[0]:.2f}, valida {marks[1]:.2f}",
                     fontsize="medium")
fig.tight_layout()

# %%
best = max(valid for _, valid in grid.values())
smooth, wild = grid[0.1, 0.1], grid[100, 100]
print("C y gamma pequeñas: ¿pierde más de 0.05 en validación?",
      smooth[1] < best - 0.05)
print("C y gamma grandes: ¿acierta más de 0.99 en entrenamiento?",
      wild[0] > 0.99, "  ¿y pierde más de 0.02 en validación?",
      wild[1] < best - 0.02)

# %% [markdown]
# **Qué observas.** Con gamma pequeña (arriba), cada muestra influye lejos y la calle es casi recta: subajuste. Con
# gamma grande (abajo), cada muestra hace una isla a su alrededor y nadie más opina: sobreajuste. Las dos frenan:
# **bajar gamma o bajar C es frenar**. Por eso se buscan juntas, y a saltos (0.1, 1, 10…).
#
# Muévelas tú. A la derecha está la exactitud en validación con cada pareja.

# %% presenta="course_utils.explore_svm"
explore_svm()

# %% [markdown] presenta="problema dual"
# ## 4 · ¿Cómo se aprende sin escribir las columnas?
#
# Falta cumplir la promesa: que a la SVM le bastan los productos. En {{la_calle_mas_ancha}} solo empujaban los que pagan,
# cada uno en la dirección de su $t\,x$. Así que el $w$ final es una suma de muestras, con un peso
# $\alpha_i \ge 0$ cada una:
#
# $$w = \sum_i \alpha_i\, t_i\, \varphi(x_i) \qquad f(x) = w \cdot \varphi(x) + b = \sum_i \alpha_i\, t_i\, K(x_i, x) + b$$
#
# Solo quedan productos, es decir, núcleos. Buscar los $\alpha$ en vez de $w$ es el **problema dual** (*dual problem*): hacer lo
# más **grande** posible
#
# $$D(\alpha) = \sum_i \alpha_i - \tfrac12 \sum_i \sum_j \alpha_i\, \alpha_j\, t_i\, t_j\, K(x_i, x_j)$$
#
# con $0 \le \alpha_i \le C$ y $\sum_i \alpha_i t_i = 0$ (el tirón de las dos clases se compensa: es lo que pide $b$). La teoría de los
# problemas convexos dice que el máximo de $D$ vale lo mismo que el mínimo del coste $J$; aquí lo comprobaremos con números.
#
# **Predice:** ¿cuánto valdrá el $\alpha$ de una muestra bien colocada y lejos de la calle?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Es la sección más difícil: lee la fórmula de $f$ como una votación en la que cada vector de soporte
# vota por su clase, con peso $\alpha$ y según el parecido. Si falta tiempo, ejecuta la celda del dual y quédate en la
# comparación con `dual_coef_`.

# %% [markdown]
# ### Ejercicio 7.2.3
#
# Escribe `decision(K, alfa, t, b)`: `K` tiene una fila por muestra nueva y una columna por muestra de
# entrenamiento; `alfa` y `t` tienen un número por muestra de entrenamiento, y `b` es un número.
# Devuelve un array con la $f$ de cada muestra nueva.

# %% tags=["ejercicio"]
def decision(K, alfa, t, b):
    # >>> return ...
    return K @ (alfa * t) + b
    # <<<

# %%
check("7.2.3", decision)

# %% [markdown]
# Para subir por $D$ sin romper $\sum \alpha_i t_i = 0$ se mueven **dos** $\alpha$ a la vez: lo que gana una lo
# compensa la otra. Entre las que pueden tirar hacia arriba (`up`) y hacia abajo (`down`) sin salirse de 0 y C, se elige
# la pareja que más puede mejorar, se sube lo justo y se repite. Es el método SMO
# (*sequential minimal optimization*), y es lo que `SVC` lleva dentro.

# %%
def train_dual(K, t, C, steps=20_000):
    alpha = np.zeros(len(t))
    for _ in range(steps):
        e = t - K @ (alpha * t)  # hacia dónde tira cada muestra
        up = np.where(t > 0, alpha < C, alpha > 0)
        down = np.where(t > 0, alpha > 0, alpha < C)
        i = np.where(up, e, -np.inf).argmax()
        j = np.where(down, e, np.inf).argmin()
        if e[i] - e[j] < 1e-6:
            break
        step = (e[i] - e[j]) / (K[i, i] + K[j, j] - 2 * K[i, j])
        step = min(step, C - alpha[i] if t[i] > 0 else alpha[i],
                   alpha[j] if t[j] > 0 else C - alpha[j])
        alpha[i], alpha[j] = alpha[i] + step * t[i], alpha[j] - step * t[j]
    return alpha, (e[i] + e[j]) / 2

# %% tags=["resultado"]
x_few, t_few = x[:40], t[:40]
K = similarity(x_few, x_few, gamma=1)
alpha, b = train_dual(K, t_few, C=1)
svm = SVC(C=1, gamma=1, tol=1e-6).fit(x_few, t_few)

theirs = np.zeros(40)
theirs[svm.support_] = svm.dual_coef_[0]
gap = np.abs(alpha * t_few - theirs).max()
print("40 muestras; con alfa mayor que 0:", np.sum(alpha > 1e-6))
print("¿Son los vectores de soporte de SVC?",
      np.array_equal(np.flatnonzero(alpha > 1e-6), np.sort(svm.support_)))
print(f"mayor diferencia con dual_coef_ ≈ {gap:.6f}  ¿menor que 0.001?",
      gap < 0.001)
print("¿El mismo b, salvo 0.001?", abs(b - svm.intercept_[0]) < 0.001)

# %% [markdown]
# **Qué observas.** Los mismos coeficientes (`dual_coef_` guarda $\alpha_i t_i$, solo de los vectores de soporte). Las
# muestras de su lado y lejos de la calle tienen $\alpha = 0$: no cuentan. (En el lado contrario, $\alpha = C$.) Y en ningún sitio apareció una columna nueva.
#
# ### ★ Ampliación · Ejercicio 7.2.4
#
# Escribe `dual(alfa, t, K)`: devuelve $D(\alpha)$, un número. `K` es el núcleo de cada pareja de muestras.

# %% tags=["ejercicio"]
def dual(alfa, t, K):
    # >>> return ...
    v = alfa * t
    return alfa.sum() - v @ K @ v / 2
    # <<<

# %%
check("7.2.4", dual)

# %% [markdown]
# El máximo del dual y el mínimo del coste, con los $\alpha$ de arriba:

# %%
signed = alpha * t_few
length = signed @ K @ signed  # es la longitud de w, al cuadrado
paid = np.maximum(0, 1 - t_few * (K @ signed + b)).sum()
print(f"D ≈ {alpha.sum() - length / 2:.4f}   J ≈ {length / 2 + paid:.4f}")
print("¿Se llevan menos de 0.001?",
      abs(alpha.sum() - length - paid) < 0.001)

# %% [markdown] presenta="tubo, sklearn.svm.SVR, .fill_between"
# ## 5 · ¿Y si hay que predecir un número?
#
# La SVM también hace regresión, dándole la vuelta a la calle: ahora los puntos deben quedar **dentro**. La
# calle, el **tubo**, tiene ancho fijo: épsilon ($\varepsilon$) a cada lado. Quien está dentro no paga; quien está
# fuera paga lo que se sale. En scikit-learn es `SVR`, con los mismos núcleos y la misma C.
#
# **Predice:** con un tubo más ancho, ¿habrá más vectores de soporte o menos? (`fill_between` colorea
# lo que queda entre dos curvas.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La pregunta del tubo: los que están dentro no sujetan nada. Compara con la media de errores al cuadrado:
# aquí un error pequeño no cuesta nada, y uno enorme cuesta en línea recta.

# %%
rng = np.random.default_rng(0)
x_wave = np.sort(rng.uniform(0, 6, 60))[:, np.newaxis]
y_wave = np.sin(x_wave[:, 0]) + rng.normal(0, 0.2, 60)

fig, axes = plt.subplots(1, 2, figsize=(7.5, 3.2), sharey=True)
for epsilon, ax in zip((0.1, 0.5), axes):
    svr = SVR(gamma=0.5, epsilon=epsilon).fit(x_wave, y_wave)
    middle = svr.predict(x_wave)
    ax.plot(x_wave, y_wave, "o", color="#333333", ms=4)
    ax.plot(x_wave[svr.support_], y_wave[svr.support_], "o", ms=9,
            mfc="none", color="#CC79A7", label="vectores de soporte")
    ax.fill_between(x_wave[:, 0], middle - epsilon, middle + epsilon,
                    color="#DDDDDD", label="el tubo")
    ax.set(title=f"épsilon = {epsilon}: {len(svr.support_)} de 60",
           xlabel="x", ylabel="y")
    ax.legend(fontsize="small")

# %% [markdown]
# **Qué observas.** Con el tubo ancho sobran casi todos los puntos: los vectores de soporte son los que tocan el
# borde o se salen.
#
# ### Ejercicio 7.2.5
#
# Escribe `perdida_tubo(y, prediccion, epsilon)`: devuelve el array con lo que paga cada muestra. Dentro del tubo,
# 0; fuera, la distancia al borde del tubo.

# %% tags=["ejercicio"]
def perdida_tubo(y, prediccion, epsilon):
    # >>> return ...
    return np.maximum(0, np.abs(y - prediccion) - epsilon)
    # <<<

# %%
check("7.2.5", perdida_tubo)

# %% [markdown]
# Con datos de verdad: los precios de California, 5000 distritos para aprender y 3000 para el examen. `SVR` tal
# como viene, frente a la recta. No elegimos nada, así que la prueba se abre sin más. (Es otro reparto: en los dos lados hay distritos del sobre de {{precios_de_casas}}. Nada de lo medido aquí se usará para elegir.)

# %%
houses = load_california_housing()
y_houses = houses["MedHouseVal"].to_numpy()
x_houses = houses.drop(columns="MedHouseVal").to_numpy()
x_learn, x_exam, y_learn, y_exam = train_test_split(
    x_houses, y_houses, train_size=5000, test_size=3000, random_state=42)

prices = []
for model in (LinearRegression(), SVR()):
    machine = make_pipeline(StandardScaler(), model).fit(x_learn, y_learn)
    prices.append(machine.predict(x_exam))
    error = root_mean_squared_error(y_exam, prices[-1])
    print(f"{model.__class__.__name__:<17} RMSE ≈ {error:.3f}")
gap = paired_difference(root_mean_squared_error, y_exam, *prices)
print(f"diferencia ≈ {gap.value:.3f}, "
      f"de ≈ {gap.low:.3f} a ≈ {gap.high:.3f}")
print("¿Gana SVR por más de 0.05?", gap.low > 0.05)

# %% [markdown]
# **Qué observas.** La curva gana con holgura a la recta, con las mismas casas en las dos. Los bosques y compañía, que
# llegan pronto en este módulo, le ganarán a ella.
#
# ## Errores frecuentes
#
# **1. Olvidar `coef0` en el núcleo polinómico.** De fábrica vale 0, y $(a \cdot b)^2$ solo tiene los términos de
# grado 2: sin rectas ni constante. (En este ejemplo, un punto y su opuesto son iguales para él.)

# %%
bare, fixed = (SVC(kernel="poly", degree=2, gamma=1, coef0=coef0)
               .fit(x, y).score(x_valid, y_valid) for coef0 in (0, 1))
print(f"sin el 1 acierta ≈ {bare:.2f}   con él ≈ {fixed:.2f}")
print("¿Gana el arreglado por más de 0.1?", fixed > bare + 0.1)

# %% [markdown]
# **2. Un núcleo sin escalar.** El parecido es una distancia: una columna que llega a miles decide sola.

# %%
small, x_some, small_y, y_some = train_test_split(
    x_learn, y_learn, train_size=1000, test_size=1000, random_state=0)
machines = SVR(), make_pipeline(StandardScaler(), SVR())
guesses = [m.fit(small, small_y).predict(x_some) for m in machines]
errors = [root_mean_squared_error(y_some, guess) for guess in guesses]
print(f"RMSE sin escalar ≈ {errors[0]:.2f}   escalando ≈ {errors[1]:.2f}")
print("¿Baja más de 0.3?", errors[1] < errors[0] - 0.3)

# %% [markdown]
# ## Práctica: diez prendas con un núcleo
#
# Una SVM separa dos clases. Con diez, `SVC` entrena una por cada pareja de prendas y las hace votar. Elegimos C y
# gamma con 1500 prendas y 1000 de validación; después, con esa pareja, aprende de 5000. (No hace falta estandarizar: todos los píxeles van ya de 0 a 1.)

# %% [markdown] tags=["docente"]
# **{{minutos}}**, con la autoevaluación y los segundos de la rejilla. En 7.2.6, el fallo más visto es llenar la tabla al revés:
# una fila por C. Al acabar, compara esta factura con la de la red de {{fashion_mnist}}.

# %%
(images, labels), (test_images, test_labels) = load_fashion_mnist()
flat = images[:7000].reshape(7000, -1) / np.float32(255)
x_grid, y_grid = flat[:1500], labels[:1500]
x_pick, y_pick = flat[6000:], labels[6000:7000]
Cs, gammas = (1, 10), (0.002, 0.02, 0.2)

# %% [markdown]
# ### Paso 1 · Ejercicio 7.2.6
#
# Escribe `rejilla(x, y, x_valid, y_valid, Cs, gammas)`: devuelve un array con **una fila por C y una columna por gamma**, y
# en cada casilla la exactitud en validación de un `SVC` con esa C y esa gamma (y lo demás de fábrica), entrenado con `x` e `y`.

# %% tags=["ejercicio"]
def rejilla(x, y, x_valid, y_valid, Cs, gammas):
    # >>> return ...
    notas = np.zeros((len(Cs), len(gammas)))
    for fila, c in enumerate(Cs):
        for columna, g in enumerate(gammas):
            modelo = SVC(C=c, gamma=g).fit(x, y)
            notas[fila, columna] = modelo.score(x_valid, y_valid)
    return notas
    # <<<

# %%
check("7.2.6", rejilla)

# %%
table = np.array([[SVC(C=C, gamma=gamma).fit(x_grid, y_grid)
                   .score(x_pick, y_pick) for gamma in gammas] for C in Cs])
fig, ax = plt.subplots(figsize=(5, 2.6))
ax.imshow(table, cmap="cividis", aspect="auto", vmin=0, vmax=1)
for i, row in enumerate(table):
    for j, note in enumerate(row):
        ax.text(j, i, f"{note:.3f}", ha="center", va="center",
                color="black" if note > 0.6 else "white")
ax.set(title="Exactitud en validación", xlabel="gamma", ylabel="C",
       xticks=range(3), xticklabels=gammas, yticks=range(2), yticklabels=Cs)
fig.tight_layout()
i, j = divmod(int(table.argmax()), 3)
print(f"la mejor: C ≈ {Cs[i]}, gamma ≈ {gammas[j]}")
print("¿Es gamma = 0.2 la peor columna?", table.mean(axis=0).argmin() == 2)

# %% [markdown]
# ### Paso 2 · El examen y la factura
#
# La rival es `LinearSVC` de fábrica (la bisagra, al cuadrado), con las mismas 5000 y su C elegida en la misma validación. De la prueba, 4000 imágenes, y
# una sola vez.

# %%
lines = {C: LinearSVC(C=C, random_state=0).fit(x_grid, y_grid)
         for C in (0.001, 0.01, 0.1)}
best_line = max(lines, key=lambda C: lines[C].score(x_pick, y_pick))
x_test = test_images[:4000].reshape(4000, -1) / np.float32(255)
y_test = test_labels[:4000]

# %%
rivals = {"SVC": SVC(C=Cs[i], gamma=gammas[j]),
          "LinearSVC": LinearSVC(C=best_line, random_state=0)}
answers, seconds = {}, {}
for name, model in rivals.items():
    start = time.process_time()
    model.fit(flat[:5000], labels[:5000])
    middle = time.process_time()
    answers[name] = model.predict(x_test)
    seconds[name] = middle - start, time.process_time() - middle
    print(f"{name:<10} exactitud ≈ {np.mean(answers[name] == y_test):.3f}"
          f"   aprende en ≈ {seconds[name][0]:.1f} s"
          f"   responde en ≈ {seconds[name][1]:.2f} s")

# %%
gap = paired_difference(accuracy_score, y_test, *answers.values())
print(f"diferencia ≈ {gap.value:.3f}, "
      f"de ≈ {gap.low:.3f} a ≈ {gap.high:.3f}")
print("¿Gana el núcleo, sin que el intervalo toque el 0?", gap.low > 0)
share = len(rivals["SVC"].support_) / 5000
print(f"vectores de soporte ≈ {share:.2f} de las prendas",
      "  ¿más de un tercio?", share > 1 / 3)
print("Al responder, ¿tarda más de 10 veces lo que LinearSVC?",
      seconds["SVC"][1] > 10 * seconds["LinearSVC"][1])

# %% [markdown]
# **Qué observas.** El núcleo gana a la recta, y la factura está a la vista. No es aprender: con 5000 no tarda más que la recta. Es que guarda una buena parte de las prendas y, para
# responder, compara cada imagen nueva con todas ellas. Con miles de muestras, una SVM con núcleo es una rival seria;
# con cientos de miles, tarda demasiado.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Una SVM con núcleo gaussiano acierta 1.00 en entrenamiento y 0.70 en validación. ¿Qué mueves?
#
# - a) Subo gamma, para que vea más detalle.
# - b) Subo C, para que nadie pise la calle.
# - c) Bajo gamma, o C, o las dos.
# - d) Nada: 1.00 es lo mejor que se puede sacar.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("7.2.A1", respuesta_1)

# %% [markdown]
# **A2.** ¿En qué consiste el truco del núcleo?
#
# - a) En calcular productos escalares de columnas que no se escriben.
# - b) En escribir las columnas nuevas en menos memoria.
# - c) En quedarse con las columnas más importantes.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "a"
# <<<
check("7.2.A2", respuesta_2)

# %% [markdown]
# **A3.** En el dual, una muestra tiene $\alpha = 0$. ¿Qué pasa si se borra y se entrena otra vez?
#
# - a) La frontera se acerca a su clase.
# - b) Hay que buscar otra C.
# - c) Nada: no sujetaba la calle.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "c"
# <<<
check("7.2.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Con columnas nuevas, una recta se vuelve curva; un núcleo da sus productos escalares sin escribirlas.
# - El núcleo gaussiano mide el parecido con cada muestra; gamma dice hasta dónde llega.
# - C y gamma frenan cuando son pequeñas: se eligen juntas, en una rejilla y en validación.
# - El dual busca un peso por muestra; los que no son 0 son los vectores de soporte.
# - `SVR` es un tubo; y toda SVM con núcleo se paga al guardar y al responder, y al entrenar si las muestras son muchas.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulo 5.
# - [Los núcleos en scikit-learn](https://scikit-learn.org/stable/modules/svm.html#kernel-functions).
# - J. Platt (1998), *Sequential Minimal Optimization*: el método de las parejas.
# - A. J. Smola y B. Schölkopf (2004), *A Tutorial on Support Vector Regression*.
