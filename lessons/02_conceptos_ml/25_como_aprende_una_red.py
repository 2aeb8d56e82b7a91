# %% [markdown]
# # 2.5 · Cómo aprende una red
#
# | | |
# |---|---|
# | **Objetivos** | Deducir el gradiente del error cuadrático medio y programarlo; descender con una tasa de aprendizaje elegida con criterio; repartir los datos en lotes; escribir la retropropagación de una red 2-2-1 y demostrar que es correcta; reconocer el sobreajuste y medir cinco remedios |
# | **Duración** | 90 min |
# | **Requisitos** | NumPy y Matplotlib (lección 1.6), la neurona y la pasada hacia delante (2.4) |
# | **Datos** | Recibos de taxi y temperaturas inventados para el curso; los pingüinos de Palmer (CC0) |
# | **Práctica** | Entrenar con tus propias manos una red que estima el peso de un pingüino |

# %%
import matplotlib.pyplot as plt
import numpy as np

from course_utils import check, explore_complexity, explore_learning_rate, load_penguins
from course_utils import plot_gradient_path, plot_history, plot_learning_rate_comparison
from course_utils import quiet_tensorflow, set_seed

quiet_tensorflow()  # que TensorFlow arranque sin llenar la pantalla de avisos
import keras
import tensorflow as tf

# %% [markdown]
# ## 1 · ¿Qué quiere decir «equivocarse menos»?
#
# Tienes cuarenta recibos de taxi de una ciudad que no conoces: los kilómetros y lo que se pagó.
# Sospechas que la tarifa es *tanto por kilómetro* más *una cantidad fija* por subirse, pero el
# tráfico y las propinas lo emborronan todo.
#
# **Predice:** mirando la figura, ¿cuánto crees que cuesta cada kilómetro? ¿Y subirse?

# %% [markdown] tags=["docente"]
# **8 min.** Apunta en la pizarra las predicciones de precio por kilómetro: servirán en la sección 3,
# cuando el descenso encuentre la respuesta. Insiste en que la pérdida es **un** número que resume
# los cuarenta errores: sin ese número no hay nada que bajar.

# %%
rng = np.random.default_rng(25)
km = rng.uniform(0.5, 5, 40)
euros = 2.5 + 1.2 * km + rng.normal(0, 0.6, 40)

fig, ax = plt.subplots(figsize=(6, 3.4))
ax.plot(km, euros, "o", color="#999999", label="recibos")
ax.plot([0, 5], [4, 4 + 0.5 * 5], color="#0072B2", label="recta A: 0.5 por km + 4")
ax.plot([0, 5], [1, 1 + 2 * 5], "--", color="#D55E00", label="recta B: 2 por km + 1")
ax.set(title="Dos tarifas posibles: ¿cuál se equivoca menos?", xlabel="Distancia (km)",
       ylabel="Precio (€)")
ax.legend()
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Ninguna de las dos rectas pasa por el centro de los puntos, pero a ojo no es fácil
# decir cuál es peor. Hace falta un número: la **función de pérdida** (*loss function*). Para cada
# recibo, el error es lo que dice la recta menos lo que se pagó. Lo elevamos al cuadrado, para que
# pasarse y quedarse corto cuenten igual y los errores grandes pesen mucho, y hacemos la media. Es
# el **error cuadrático medio** (*mean squared error*, MSE):
#
# $$L(w, b) = \frac{1}{n}\sum_{i=1}^{n} (w\,x_i + b - y_i)^2$$
#
# Aquí $w$ es el precio por kilómetro (el **peso**) y $b$, la cantidad fija (el **sesgo**).
#
# ### Ejercicio 2.5.1
#
# Escribe la función de pérdida. Recibe los números `w` y `b` y los arrays `x` e `y`, y devuelve un
# solo número: el error cuadrático medio de la recta.

# %% tags=["ejercicio"]
def perdida(w, b, x, y):
    # >>> return ...
    errores = w * x + b - y
    return (errores**2).mean()
    # <<<

# %%
check("2.5.1", perdida)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("2.5.1")` da una pista (y otra, si
# insistes), y `solution("2.5.1")` muestra una solución. Antes hay que traerlos:
# `from course_utils import hint, solution`.
#
# Calculemos ahora la pérdida de **todas** las rectas: cada punto del mapa es una, con su $w$ y su $b$.
# Así lo escribimos aquí, para que acepte también una cuadrícula entera de pesos:

# %%
def taxi_loss(w, b):
    """Error cuadrático medio de la recta w·km + b; w y b pueden ser arrays de igual forma."""
    w, b = np.asarray(w)[..., np.newaxis], np.asarray(b)[..., np.newaxis]
    return np.square(w * km + b - euros).mean(axis=-1)

print(f"recta A: {taxi_loss(0.5, 4):.2f}   recta B: {taxi_loss(2, 1):.2f}")

fig, ax = plt.subplots(figsize=(4.2, 3), layout="constrained")
plot_gradient_path(taxi_loss, [(0.5, 4)], x_range=(-1, 3), y_range=(-2, 7),
                   labels=("w: precio por km (€)", "b: fijo (€)"), ax=ax)
ax.plot(2, 1, "s", color="white", markersize=8)
ax.text(2.1, 1.3, "recta B", color="white")
title = ax.set_title("Cada punto es una recta; el color, su pérdida")

# %% [markdown]
# **Qué observas.** La pérdida es un terreno: un valle alargado, con laderas. El punto «inicio» es la
# recta A; el cuadrado, la B. **Aprender es bajar al fondo del valle.** Con dos pesos podemos
# dibujar el mapa entero. Una red tiene miles o millones: nadie puede dibujarlo ni probar todos los
# puntos. Es como bajar una montaña **con niebla**: no ves el valle, pero notas con los pies hacia
# dónde se inclina el suelo. Das un paso cuesta abajo y vuelves a tantear. Eso es el **descenso
# de gradiente** (*gradient descent*).
#
# ## 2 · ¿Hacia dónde es cuesta abajo?
#
# La inclinación del suelo es una **derivada**: cuánto cambia la pérdida por cada unidad que movemos
# un peso. Hay una por peso, y todas juntas forman el **gradiente** (*gradient*), que señala hacia
# donde más se sube. Nosotros iremos al revés.
#
# Se puede medir sin saber derivar: se mueve el peso un poquito a un lado y al otro, y se mira cuánto
# cambió la pérdida. Son las **diferencias finitas**.
#
# **Predice:** en la recta A ($w = 0.5$, $b = 4$), ¿la pérdida bajará al **subir** $w$ o al bajarlo?
# Mira en el mapa el punto «inicio».

# %% [markdown] tags=["docente"]
# **14 min.** Deduce el gradiente en la pizarra, despacio, con las cuatro líneas del texto; quien no
# recuerde derivadas puede quedarse con «dos veces el error, por lo que multiplica al peso». En 2.5.2
# el error típico es olvidar el 2 o el signo del error (y − ŷ). El 2.5.3 es la herramienta con la que
# luego se examina la retropropagación: que no se salte.

# %%
w, b, tiny = 0.5, 4.0, 1e-5
slope_w = (taxi_loss(w + tiny, b) - taxi_loss(w - tiny, b)) / (2 * tiny)
slope_b = (taxi_loss(w, b + tiny) - taxi_loss(w, b - tiny)) / (2 * tiny)

print(f"pendiente al mover w: {slope_w:.4f}")
print(f"pendiente al mover b: {slope_b:.4f}")

# %% [markdown]
# **Qué observas.** Las dos pendientes son negativas: la pérdida baja al **subir** cualquiera de los
# dos pesos. Pero esto cuesta dos pérdidas completas por cada peso, y una red tiene millones. Hay un
# camino mejor: la fórmula exacta. Se deduce en cuatro pasos. Llamemos $e_i = w x_i + b - y_i$ al error
# del recibo $i$.
#
# 1. La derivada de una media es la media de las derivadas:
#    $\dfrac{\partial L}{\partial w} = \dfrac{1}{n}\sum \dfrac{\partial\, (e_i^2)}{\partial w}$
# 2. La de un cuadrado es el doble de lo de dentro, por la derivada de lo de dentro (la **regla de la
#    cadena**): $\dfrac{\partial\, (e_i^2)}{\partial w} = 2\, e_i\, \dfrac{\partial e_i}{\partial w}$
# 3. En $e_i = w x_i + b - y_i$, al mover $w$ una unidad el error cambia $x_i$; al mover $b$, cambia 1:
#    $\dfrac{\partial e_i}{\partial w} = x_i, \quad \dfrac{\partial e_i}{\partial b} = 1$
# 4. Se junta todo:
#
# $$\frac{\partial L}{\partial w} = \frac{2}{n}\sum_{i=1}^{n} e_i\, x_i
# \qquad\qquad \frac{\partial L}{\partial b} = \frac{2}{n}\sum_{i=1}^{n} e_i$$
#
# Léelo así: **cada recibo empuja al peso según su error, y con más fuerza cuanto mayor fue la entrada
# que ese peso multiplica**. Guarda la idea: en la sección 5 vuelve.
#
# ### Ejercicio 2.5.2
#
# Pasa la fórmula a código. La función devuelve dos números, `dw, db`, en ese orden.

# %% tags=["ejercicio"]
def gradiente(w, b, x, y):
    # >>> return ...
    errores = w * x + b - y
    return 2 * (errores * x).mean(), 2 * errores.mean()
    # <<<

# %%
check("2.5.2", gradiente)

# %% [markdown]
# ### Ejercicio 2.5.3
#
# ¿Cómo se sabe que una fórmula de gradiente está bien? Comparándola con las diferencias finitas.
# Escribe la herramienta para **cualquier** número de pesos. Recibe una `funcion` y un array `p` de una
# dimensión con los pesos, y devuelve un array igual de largo: en la posición $i$,
#
# $$\frac{f(p \text{ con } p_i + \varepsilon) - f(p \text{ con } p_i - \varepsilon)}{2\varepsilon}
# \qquad \text{con } \varepsilon = 10^{-5}$$
#
# Se mueve **un peso cada vez**, y `p` debe quedar como estaba.

# %% tags=["ejercicio"]
def diferencias_finitas(funcion, p):
    # >>> return ...
    pendientes = np.zeros(len(p))
    for i in range(len(p)):
        mas, menos = p.copy(), p.copy()
        mas[i] = mas[i] + 1e-5
        menos[i] = menos[i] - 1e-5
        pendientes[i] = (funcion(mas) - funcion(menos)) / 2e-5
    return pendientes
    # <<<

# %%
check("2.5.3", diferencias_finitas)

# %% [markdown]
# ## 3 · ¿De qué tamaño es el paso?
#
# Sabemos hacia dónde. Falta decidir cuánto. Cada paso resta a cada peso su pendiente multiplicada por
# un número pequeño, la **tasa de aprendizaje** (*learning rate*), que se suele escribir $\eta$:
#
# $$w \leftarrow w - \eta\, \frac{\partial L}{\partial w}
# \qquad\qquad b \leftarrow b - \eta\, \frac{\partial L}{\partial b}$$
#
# Se **resta** porque el gradiente señala cuesta arriba. Con las dos derivadas en un array, y la suma
# de la fórmula escrita como un producto de matrices, el descenso entero cabe en una celda:

# %% [markdown] tags=["docente"]
# **16 min.** Deja que elijan una tasa en el explorador antes de enseñar la comparación. En 2.5.4, el
# error sutil es calcular `db` con la `w` ya cambiada: el corrector lo nombra. Con el punto de silla,
# pregunta dónde pondrían una pelota para que no ruede: ahí está.

# %%
inputs = np.column_stack([km, np.ones_like(km)])  # el fijo se paga siempre: una columna de unos

def taxi_gradient(w, b):
    return 2 / len(km) * inputs.T @ (inputs @ np.array([w, b]) - euros)

path = [np.zeros(2)]
for step in range(300):
    path.append(path[-1] - 0.05 * taxi_gradient(*path[-1]))

for step in (0, 1, 10, 100, 300):
    w, b = path[step]
    print(f"paso {step:3d}: {w:.2f} € por km + {b:.2f} € fijos   pérdida {taxi_loss(w, b):.3f}")

# %% [markdown]
# **Qué observas.** Partió de cero y en el primer paso ya bajó casi toda la montaña. Después avanza
# despacio, por el fondo del valle, y se acerca a la tarifa con la que inventamos los recibos: 1.2 € por
# km más 2.5 €. Nadie le dijo ninguna de las dos cifras. No son exactas, ni la pérdida llega a cero:
# son solo cuarenta recibos, y al tráfico no hay recta que lo explique.
#
# **Predice:** ¿qué pasará con una tasa cincuenta veces menor? ¿Y con una casi tres veces mayor?

# %%
fig = plot_learning_rate_comparison(taxi_loss, taxi_gradient, (0, 0), [0.001, 0.05, 0.14],
                                    steps=30, x_range=(-2, 5), y_range=(-2, 5))

# %% [markdown]
# **Qué observas.** Con 0.001, treinta pasos no dan para llegar. Con 0.05 llega enseguida al fondo y
# camina por él. Con 0.14 cada paso se pasa de largo, aterriza en la ladera de enfrente **más
# arriba** de donde estaba, y el siguiente salto es mayor: **diverge**. La única manera de saber qué
# tasa sirve es mirar la pérdida. Pruébalo con otro valle:

# %%
explore_learning_rate()

# %% [markdown]
# > **Lo que oirás por ahí: «un gradiente bajo nunca converge».** La frase mezcla dos cosas, y con
# > ninguna es cierta. Si «bajo» se refiere a la **tasa**, llega al mismo sitio, solo que con más
# > pasos. Si se refiere al **gradiente**, es justo al revés: en el fondo del valle el suelo es llano,
# > así que un gradiente que se acerca a cero es la señal de que está llegando. Contemos los pasos
# > hasta que el gradiente mide menos de 0.001:

# %%
arrivals = {}
for rate in (0.05, 0.01, 0.001):
    point, count = np.zeros(2), 0
    while np.linalg.norm(taxi_gradient(*point)) > 0.001 and count < 100_000:
        point, count = point - rate * taxi_gradient(*point), count + 1
    arrivals[rate] = point
    print(f"tasa {rate}: {point[0]:.2f} por km + {point[1]:.2f} fijos, en ≈ {count} pasos")

spread = np.ptp(list(arrivals.values()), axis=0).max()
print("¿Llegan todas al mismo sitio, salvo 0.01?", bool(spread < 0.01))
sizes = [np.linalg.norm(taxi_gradient(*path[step])) for step in (0, 1, 10, 100, 300)]
print("tamaño del gradiente en el camino:", " ".join(f"{size:.3f}" for size in sizes))

# %% [markdown]
# **Qué observas.** Las tres llegan a la misma tarifa: una tasa baja no impide converger, se paga en
# pasos. Y en el camino que ya conocías, el gradiente encoge según se acerca. No hizo falta bajar la
# tasa: los pasos se acortan solos, porque el suelo se allana.
#
# ### Ejercicio 2.5.4
#
# Escribe el descenso completo. Empieza en `w = 0` y `b = 0`, da `pasos` pasos con la tasa `tasa`, y
# devuelve `w, b`. El gradiente es el de 2.5.2: puedes llamar a tu función o volver a escribirlo.

# %% tags=["ejercicio"]
def descender(x, y, tasa, pasos):
    # >>> return ...
    w, b = 0.0, 0.0
    for paso in range(pasos):
        dw, db = gradiente(w, b, x, y)
        w = w - tasa * dw
        b = b - tasa * db
    return w, b
    # <<<

# %%
check("2.5.4", descender)

# %% [markdown]
# ### ¿Y si el suelo es llano, pero no es el fondo?
#
# El valle del taxi es un cuenco: tiene un solo sitio llano, y es el mejor. El terreno de una red no
# es tan amable. Este tiene dos valles, en $(0, 1)$ y $(0, -1)$, y entre ellos un **punto de silla**
# (*saddle point*): como en una silla de montar, se baja hacia los lados y se sube hacia delante y
# hacia atrás.
#
# **Predice:** si parto justo encima de la línea que va a la silla, ¿dónde acabaré? ¿Y si me aparto
# una milésima?

# %%
def saddle(u, v):
    return u**2 + v**4 / 4 - v**2 / 2

paths = {}
for name, start in (("en la línea", (1.5, 0.0)), ("a una milésima", (1.5, 0.001))):
    point = np.array(start)
    paths[name] = [point]
    for step in range(120):
        point = point - 0.1 * np.array([2 * point[0], point[1] ** 3 - point[1]])
        paths[name].append(point)
    print(f"{name}: acaba con pérdida {saddle(*point):.3f}")

# %%
fig, (left, right) = plt.subplots(1, 2, figsize=(7, 2.6), layout="constrained")
plot_gradient_path(saddle, paths["a una milésima"], x_range=(-2, 2), y_range=(-1.6, 1.6), ax=left)
left.set_title("El camino que se aparta una milésima")
right.plot([saddle(*p) for p in paths["en la línea"]], "--", color="#D55E00", label="en la línea")
right.plot([saddle(*p) for p in paths["a una milésima"]], color="#0072B2", label="a una milésima")
right.set(title="La pérdida, paso a paso", xlabel="Paso", ylabel="Pérdida", ylim=(-0.4, 0.5))
right.legend(fontsize=8)
right.grid(alpha=0.3)

# %% [markdown]
# **Qué observas.** El que va por la línea se queda en la silla para siempre: gradiente cero, y no es
# el fondo. Al otro le basta una milésima, pero pasa decenas de pasos en una **meseta** (*plateau*):
# la curva parece terminada, y de pronto cae. Quien para de entrenar en cuanto la curva se aplana, a
# veces para demasiado pronto. En la práctica los datos y el arranque al azar dan esa milésima.
#
# Hay mesetas de otra clase: las de una neurona **saturada**. La sigmoide de la lección 2.4 es casi
# plana lejos del cero, y por ahí apenas pasa gradiente:

# %%
for z in (0, 2, 5, 10):
    sigmoid = 1 / (1 + np.exp(-z))
    print(f"z = {z:2d}   sigmoide {sigmoid:.5f}   pendiente {sigmoid * (1 - sigmoid):.5f}")

# %% [markdown]
# **Qué observas.** Con $z = 10$ la pendiente es de cinco cienmilésimas: si esa neurona se equivoca,
# tardará muchísimo en enterarse. Por eso se escalan las entradas, se arranca con pesos pequeños y
# se usa tanto ReLU, cuya pendiente es 1 para todo $z$ positivo.
#
# ## 4 · ¿Hacen falta todos los datos en cada paso?
#
# Hasta aquí, cada paso miró los cuarenta recibos. ¿Y si fueran cuarenta millones? Hay tres maneras:
#
# - **por lote completo** (*batch*): todos los datos en cada paso. Dirección exacta, paso caro;
# - **estocástico** (*stochastic*): una muestra, elegida al azar. Paso baratísimo, dirección ruidosa;
# - **por lotes pequeños** (*mini-batch*): unas decenas. Es lo que usa casi todo el mundo.
#
# Una vuelta completa a los datos es una **época** (*epoch*), y se barajan al empezar cada una.
#
# ### Ejercicio 2.5.5
#
# Escribe la función que prepara una época. Recibe cuántas muestras hay (`n`), el tamaño del lote y un
# generador `rng`. Devuelve una lista de arrays de posiciones: entre todos tienen cada número de 0 a
# `n - 1` **una sola vez**, en orden barajado (`rng.permutation(n)`). El último lote puede ser más
# corto: con `n = 10` y `tamano = 4` salen lotes de 4, 4 y 2.

# %% [markdown] tags=["docente"]
# **12 min.** Imagen útil: encuestar a todo el país, a una persona, o a treinta. Treinta bastan para
# saber hacia dónde ir. Quien termine pronto puede cambiar el tamaño del lote en la comparación. La
# parte de CPU, GPU y TPU es de lectura: lo medible es que agrupar ya gana en la misma CPU.

# %% tags=["ejercicio"]
def hacer_lotes(n, tamano, rng):
    # >>> return ...
    orden = rng.permutation(n)
    lotes = []
    for inicio in range(0, n, tamano):
        lotes.append(orden[inicio:inicio + tamano])
    return lotes
    # <<<

# %%
check("2.5.5", hacer_lotes)

# %% [markdown]
# **Predice:** con 2000 recibos y tres vueltas a los datos, ¿quién acabará más cerca del mínimo: 3
# pasos exactos, 6000 pasos de una muestra, o unos 190 de 32?

# %%
rng = np.random.default_rng(4)
many_km = rng.uniform(0.5, 5, 2000)
many = np.column_stack([many_km, np.ones(2000)])
paid = many @ [1.2, 2.5] + rng.normal(0, 0.6, 2000)
best = np.linalg.lstsq(many, paid, rcond=None)[0]  # el mínimo exacto, para comparar

def three_epochs(size, rate, seed):
    order, point, trail = np.random.default_rng(seed), np.zeros(2), [np.zeros(2)]
    for epoch in range(3):
        for batch in np.array_split(order.permutation(2000), -(-2000 // size)):
            errors = many[batch] @ point - paid[batch]
            point = point - rate * 2 / len(batch) * many[batch].T @ errors
            trail.append(point)
    return np.array(trail)

# %%
trails = {size: three_epochs(size, 0.02, seed=1) for size in (2000, 32, 1)}

fig, ax = plt.subplots(figsize=(5, 3))
ax.plot(*trails[1].T, color="#999999", linewidth=0.5, label="una muestra: 6000 pasos")
ax.plot(*trails[32].T, ".-", color="#0072B2", markersize=4, label="lotes de 32: 189 pasos")
ax.plot(*trails[2000].T, "s--", color="#D55E00", label="lote completo: 3 pasos")
ax.plot(*best, "*", color="black", markersize=14, label="mínimo")
ax.set(title="Tres vueltas a los mismos datos", xlabel="w: precio por km (€)", ylabel="b: fijo (€)")
ax.legend()
fig.tight_layout()

# %%
distance = {size: np.linalg.norm(trail[-1] - best) for size, trail in trails.items()}
# leap: lo que mide, de media, cada uno de los 60 últimos pasos
leap = {size: np.linalg.norm(np.diff(trail[-60:], axis=0), axis=1).mean()
        for size, trail in trails.items()}
for size, trail in trails.items():
    print(f"lotes de {size:4d}: {len(trail) - 1:4d} pasos, acaba a ≈ {distance[size]:.2f}")

print("¿Acaba el de 32 más cerca que el completo?", bool(distance[32] < distance[2000]))
print("¿Acaba aún más cerca el de una muestra?", bool(distance[1] < distance[32]))
print("¿Y dando pasos finales más del doble de largos?", bool(leap[1] > 2 * leap[32]))

# %% [markdown]
# **Qué observas.** Con los mismos datos vistos, el lote completo solo ha dado tres pasos y se queda
# lejos. De muestra en muestra es donde más se avanza, pero con 6000 pasos y sin dejar de temblar: con
# una tasa fija no llega a posarse. Los lotes de 32 dan pasos mucho más firmes; con unas vueltas más,
# o una tasa mayor, llegan. El temblor tiene también su lado bueno: aparta de los puntos de silla. ¿Y por
# qué no usa todo el mundo lotes de una muestra? Por el tiempo que cuesta cada paso, que es lo que sigue.
#
# ### ¿Y qué tiene que ver con la GPU?
#
# Un lote es una matriz, y la pasada hacia delante, un producto de matrices. Esta capa tiene 64
# entradas y 32 neuronas. Pasarle 64 muestras a la vez cuesta bastante menos que 64 veces una:

# %%
from timeit import repeat

layer = np.random.default_rng(0).normal(size=(64, 32)).astype("float32")
samples = np.random.default_rng(1).normal(size=(64, 64)).astype("float32")

one_by_one = min(repeat(lambda: [sample @ layer for sample in samples], number=1, repeat=200))
together = min(repeat(lambda: samples @ layer, number=1, repeat=200))
print(f"de una en una ≈ {1e6 * one_by_one:.0f} µs   juntas ≈ {1e6 * together:.0f} µs")
print("¿Tarda el lote menos de la mitad?", together < one_by_one / 2)

# %% [markdown]
# **Qué observas.** Son las mismas multiplicaciones, y el lote gana en la misma máquina: se paga
# una sola vez lo que cuesta empezar, y los pesos que se leen sirven para todas las muestras. El
# hardware lleva esa idea más lejos:
#
# - una **CPU** tiene unos pocos núcleos que saben hacer de todo;
# - una **GPU** (tarjeta gráfica), miles de núcleos sencillos que hacen a la vez la misma cuenta con
#   números distintos;
# - una **TPU**, de Google, es un chip diseñado casi solo para multiplicar matrices.
#
# Con redes pequeñas como las de este curso la CPU basta, y a veces gana: enviar los datos a la GPU
# también cuesta.
#
# ## 5 · ¿Cómo se reparte la culpa entre las neuronas?
#
# En la recta, cada peso toca el resultado directamente. En una red, un peso de la primera capa lo
# hace a través de una neurona, que pasa por otra. ¿Cuánta culpa del error tiene él? La respuesta es
# la regla de la cadena, aplicada **desde la salida hacia atrás**: la **retropropagación**
# (*backpropagation*).
#
# Usaremos la red más pequeña que la necesita, la **2-2-1**: dos entradas, dos neuronas ocultas con
# tanh y una salida sin activación. Nueve parámetros. Primero, hacia delante, con un solo ejemplo:

# %% [markdown] tags=["docente"]
# **20 min.** Es el corazón de la lección. Haz el ejemplo numérico con la clase, calculadora en mano:
# delante en azul, atrás en rojo. Después, 2.5.6 y 2.5.7 son las mismas cuentas para un lote. Pista
# que más ayuda: cada gradiente tiene **la misma forma** que su parámetro.

# %%
W1 = np.array([[0.5, -1.0],    # de la entrada 1 a las neuronas 1 y 2
               [0.8, 0.3]])    # de la entrada 2 a las neuronas 1 y 2
b1 = np.array([0.1, 0.2])
w2 = np.array([1.5, -0.7])     # de las neuronas a la salida
b2 = 0.4

x, y = np.array([1.0, 2.0]), 1.0
h = np.tanh(x @ W1 + b1)       # lo que dicen las neuronas ocultas
y_hat = h @ w2 + b2            # lo que dice la red
print(f"h = {h.round(3)}   y_hat = {y_hat:.3f}   pérdida = {(y_hat - y) ** 2:.3f}")

# %% [markdown]
# **Predice:** el resultado es demasiado alto. De las dos neuronas ocultas, ¿a cuál le tocará más culpa?
# Fíjate en sus pesos de salida, 1.5 y −0.7, y en lo cerca que está cada una de ±1.
#
# Ahora hacia atrás. Cada línea es una aplicación de la regla de la cadena:
#
# 1. **En la salida.** $L = (\hat y - y)^2$, luego $\;\delta = \dfrac{\partial L}{\partial \hat y} = 2(\hat y - y)$.
# 2. **Pesos de salida.** $\hat y = h_1 w_1 + h_2 w_2 + b_2$: como en la recta, culpa por entrada.
#    $\dfrac{\partial L}{\partial w_j} = \delta\, h_j, \quad \dfrac{\partial L}{\partial b_2} = \delta$.
# 3. **La culpa cruza hacia atrás.** A la neurona $j$ le llega $\delta\, w_j$, y la tanh la frena según su
#    pendiente, que es $1 - h_j^2$: $\;\delta_j = \delta\, w_j\, (1 - h_j^2)$.
# 4. **Pesos de entrada.** Otra vez, culpa por entrada:
#    $\dfrac{\partial L}{\partial W_{kj}} = x_k\, \delta_j, \quad \dfrac{\partial L}{\partial b_j} = \delta_j$.

# %%
delta = 2 * (y_hat - y)
delta_1 = delta * w2[0] * (1 - h[0] ** 2)
delta_2 = delta * w2[1] * (1 - h[1] ** 2)

print(f"culpa de la salida:     {delta:.3f}")
print(f"culpa de la neurona 1:  {delta_1:.3f}")
print(f"culpa de la neurona 2:  {delta_2:.3f}")
print(f"peso de x1 a neurona 2: {x[0] * delta_2:.3f}")
print(f"peso de x2 a neurona 2: {x[1] * delta_2:.3f}")

# %%
spots = {"x₁": (0, 1), "x₂": (0, 0), "h₁": (1, 1), "h₂": (1, 0), "ŷ": (2, 0.5)}
forward = {"x₁": x[0], "x₂": x[1], "h₁": h[0], "h₂": h[1], "ŷ": y_hat}
blame = {"h₁": delta_1, "h₂": delta_2, "ŷ": delta}

fig, ax = plt.subplots(figsize=(6, 3))
for pair in ("x₁ h₁", "x₁ h₂", "x₂ h₁", "x₂ h₂", "h₁ ŷ", "h₂ ŷ"):
    start, end = pair.split()
    ax.plot(*zip(spots[start], spots[end], strict=True), color="#999999", zorder=1)
for name, (left, bottom) in spots.items():
    ax.text(left, bottom, name, ha="center", va="center", bbox={"boxstyle": "circle", "fc": "w"})
    ax.text(left, bottom + 0.2, f"→ {forward[name]:.3f}", color="#0072B2", ha="center")
    if name in blame:
        ax.text(left, bottom - 0.29, f"← {blame[name]:.3f}", color="#D55E00", ha="center")
ax.set(title="Hacia delante, los valores (→); hacia atrás, la culpa (←)", xlim=(-0.4, 2.4),
       ylim=(-0.5, 1.4), xticks=[], yticks=[])
fig.tight_layout()

# %% [markdown]
# **Qué observas.** La neurona 1 tiene el peso de salida mayor, pero está casi saturada ($h_1$ cerca de
# 1): la tanh deja pasar muy poco y su culpa es pequeña. La neurona 2 recibe más, con signo
# contrario. Cada valor se calculó **una** vez y se reutilizó: por eso retropropagar cuesta más o
# menos lo que dos pasadas hacia delante, tenga la red nueve pesos o nueve millones.
#
# Te toca, para un lote entero. Las formas, con $n$ ejemplos: `x` es `(n, 2)`; `h`, `(n, 2)`; `y_hat` e
# `y`, `(n,)`. La pérdida es la **media** de los $n$ errores al cuadrado, así que la culpa de la salida
# es ahora $\delta_i = 2(\hat y_i - y_i)/n$.
#
# ### Ejercicio 2.5.6
#
# Empieza por la última capa: devuelve `dw2, db2`. `dw2` tiene forma `(2,)`, como `w2`; `db2` es un
# número. Se **suman** las aportaciones de todos los ejemplos (el $1/n$ ya va en $\delta$).

# %% tags=["ejercicio"]
def ultima_capa(h, y_hat, y):
    # >>> return ...
    delta = 2 * (y_hat - y) / len(y)
    return h.T @ delta, delta.sum()
    # <<<

# %%
check("2.5.6", ultima_capa)

# %% [markdown]
# ### Ejercicio 2.5.7
#
# La retropropagación completa: haz primero la pasada hacia delante y luego los pasos 1 a 4. Devuelve
# `dW1, db1, dw2, db2`, cada uno con la forma de su parámetro: `(2, 2)`, `(2,)`, `(2,)` y un número.
# Para pasar $\delta$ de `(n,)` a una columna por neurona, `np.outer(delta, w2)` tiene forma `(n, 2)`.
#
# `check` la prueba con redes y datos al azar. Tiene que coincidir con las diferencias finitas (a
# menos de 0.000001) y con TensorFlow.

# %% tags=["ejercicio"]
def retropropagar(x, y, W1, b1, w2, b2):
    # >>> return ...
    h = np.tanh(x @ W1 + b1)
    y_hat = h @ w2 + b2
    delta = 2 * (y_hat - y) / len(y)
    culpa = np.outer(delta, w2) * (1 - h**2)
    return x.T @ culpa, culpa.sum(axis=0), h.T @ delta, delta.sum()
    # <<<

# %%
check("2.5.7", retropropagar)

# %% [markdown]
# Lo que acabas de escribir lo hacen solas todas las bibliotecas. En TensorFlow, una **cinta**
# (`GradientTape`) graba la pasada hacia delante y la recorre al revés:

# %%
def tape_gradients(params, x, y):
    """Pérdida de la red 2-2-1 y sus cuatro gradientes, calculados por TensorFlow."""
    W1, b1, w2, b2 = variables = [tf.Variable(value) for value in params]
    with tf.GradientTape() as tape:
        hidden = tf.tanh(tf.matmul(x, W1) + b1)
        output = tf.linalg.matvec(hidden, w2) + b2
        loss = tf.reduce_mean((output - y) ** 2)
    return float(loss), [gradient.numpy() for gradient in tape.gradient(loss, variables)]

_, gradients = tape_gradients([W1, b1, w2, np.array(b2)], x[np.newaxis], np.array([y]))
by_hand = [x[0] * delta_1, x[0] * delta_2, x[1] * delta_1, x[1] * delta_2]
print("TensorFlow:", gradients[0].ravel().round(4))
print("a mano:    ", np.array(by_hand).round(4))
print("¿Iguales, salvo 0.00001?", np.allclose(gradients[0].ravel(), by_hand, atol=1e-5))

# %% [markdown]
# **Qué observas.** Los mismos números. Ninguna magia: la regla de la cadena, bien ordenada.
#
# Con esto la red ya puede aprender algo que una sola neurona no puede: **XOR**, de la lección 2.4.
#
# **Predice:** tres redes iguales que solo se distinguen en los pesos al azar con que empiezan:
# ¿llegarán las tres al mismo sitio?

# %%
xor_x = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
xor_y = np.array([0.0, 1.0, 1.0, 0.0])

def train_xor(seed, steps=500, rate=0.3):
    rng = np.random.default_rng(seed)
    params = [rng.normal(size=(2, 2)), np.zeros(2), rng.normal(size=2), np.array(0.0)]
    losses = []
    for step in range(steps):
        loss, gradients = tape_gradients(params, xor_x, xor_y)
        losses.append(loss)
        params = [p - rate * g for p, g in zip(params, gradients, strict=True)]
    return params, losses

# %%
runs = {seed: train_xor(seed) for seed in (4, 3, 1)}

fig, ax = plt.subplots(figsize=(5.5, 3))
for (seed, (_, losses)), style in zip(runs.items(), ("-", "--", ":"), strict=True):
    color = {4: "#0072B2", 3: "#999999", 1: "#D55E00"}[seed]
    ax.plot(losses, style, color=color, label=f"semilla {seed}")
    print(f"semilla {seed}: pérdida final ≈ {losses[-1]:.4f}   ¿aprende XOR? {losses[-1] < 0.01}")
ax.set(title="La misma red, tres arranques", xlabel="Paso", ylabel="Pérdida", ylim=(0, 0.5))
ax.legend()
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Una baja de corrido. Otra pasa un buen rato en una meseta, y al final cae. La
# tercera se queda cerca de 0.125, que es lo que da acertar dos casos y decir 0.5 en los otros dos: allí
# el suelo es casi llano. Misma red, mismos datos, distinto arranque.
#
# > **Lo que oirás por ahí: «el descenso de gradiente es una función convexa».** El descenso es un
# > **método**; convexa (con forma de cuenco) puede ser la pérdida sobre la que se usa. En una función
# > convexa, el punto medio entre dos sitios nunca está más alto que la media de los dos. Hagamos esa
# > prueba con el valle del taxi y con la red de XOR:

# %%
rng = np.random.default_rng(0)
one, other = rng.uniform(-5, 5, (10_000, 2)), rng.uniform(-5, 5, (10_000, 2))
middle = taxi_loss(*((one + other) / 2).T)
average = (taxi_loss(*one.T) + taxi_loss(*other.T)) / 2
print("taxi: ¿pasa las 10 000 pruebas?", (middle <= average).all())

W1, b1, w2, b2 = runs[4][0]
swapped = [W1[:, ::-1], b1[::-1], w2[::-1], b2]  # las dos neuronas cambian de sitio
shares = np.linspace(0, 1, 41)
walk = [tape_gradients([(1 - t) * p + t * q for p, q in zip(runs[4][0], swapped, strict=True)],
                       xor_x, xor_y)[0] for t in shares]
print("red: ¿valen lo mismo los dos extremos?", bool(np.isclose(walk[0], walk[-1])))
print("red: ¿pasa la prueba el punto medio?", walk[20] <= (walk[0] + walk[-1]) / 2)

# %%
fig, ax = plt.subplots(figsize=(6, 3))
ax.plot(shares, walk, color="#0072B2")
ax.plot([0, 1], [walk[0], walk[-1]], "o", color="#D55E00", label="dos redes que aciertan XOR")
ax.set(title="Entre dos soluciones iguales hay una colina", ylabel="Pérdida",
       xlabel="Camino de una red a la otra (0 a 1)")
ax.legend()
fig.tight_layout()

# %% [markdown]
# **Qué observas.** El error cuadrático de una recta sí es convexo. El de la red no: intercambiar sus dos
# neuronas da otra red que responde igual, y entre las dos hay una colina. El descenso de gradiente
# funcionó en los dos terrenos; lo que se pierde sin convexidad es la **garantía** de llegar al mejor
# sitio. (Lo viste: la semilla 1 no llegó.)
#
# ## 6 · ¿Aprende o se lo sabe de memoria?
#
# Bajar la pérdida de entrenamiento no es la meta. La meta es acertar con datos **nuevos**. Veinte
# medidas de temperatura de un día, y tres polinomios: una recta, uno de grado 4 y uno de grado 15.
#
# **Predice:** ¿cuál tendrá menos error en las veinte medidas? ¿Y en doscientas nuevas?

# %% [markdown] tags=["docente"]
# **12 min.** Los remedios son una sola celda: léanla como una tabla. Si alguien pregunta por qué no se
# usan todos a la vez: pruébalo, mide y decide. En 2.5.8, el error típico es elegir por el error de
# entrenamiento, que siempre prefiere el grado más alto.

# %%
def temperatures(hour, seed):
    """La temperatura de un día inventado a esas horas, con ruido del termómetro."""
    noise = np.random.default_rng(seed).normal(0, 1.5, len(hour))
    return 18 + 6 * np.sin(2 * np.pi * (hour - 9) / 24) + noise

def rmse(real, predicted):
    return np.sqrt(np.mean((real - predicted) ** 2))

fit = np.polynomial.Polynomial.fit  # el polinomio del grado que digas, con el menor MSE
hour, new_hour = np.linspace(0, 24, 20), np.linspace(0.5, 23.5, 200)
temp, new_temp = temperatures(hour, seed=1), temperatures(new_hour, seed=2)

for degree in (1, 4, 15):
    curve = fit(hour, temp, degree)
    print(f"grado {degree:2d}: error en sus datos {rmse(temp, curve(hour)):.2f} °C, "
          f"en datos nuevos {rmse(new_temp, curve(new_hour)):.2f} °C")

# %%
fine = np.linspace(0, 24, 300)
fig, axes = plt.subplots(1, 3, figsize=(9, 2.8), sharey=True)
for ax, degree, name in zip(axes, (1, 4, 15), ("subajuste", "bien", "sobreajuste"), strict=True):
    ax.plot(new_hour, new_temp, ".", color="#999999", markersize=2, label="datos nuevos")
    ax.plot(hour, temp, "o", color="black", markersize=4, label="sus veinte datos")
    ax.plot(fine, fit(hour, temp, degree)(fine), color="#0072B2", label="polinomio")
    ax.set(title=f"Grado {degree}: {name}", xlabel="Hora (h)", ylim=(5, 32))
axes[0].set_ylabel("Temperatura (°C)")
axes[0].legend(fontsize=8)
fig.tight_layout()

# %% [markdown]
# **Qué observas.** El de grado 15 gana en sus veinte datos y pierde en los nuevos: se aprendió el ruido
# de memoria, y entre dato y dato da bandazos. Es el **sobreajuste** (*overfitting*). La recta falla
# en los dos sitios: es el **subajuste** (*underfitting*), un modelo demasiado simple. El de grado 4
# acierta más donde importa. Recorre todos los grados, y mira dónde se separan las dos curvas:

# %%
explore_complexity()

# %% [markdown]
# ### Ejercicio 2.5.8
#
# ¿Cómo se elige el grado sin adivinar? Con datos que el polinomio no usó: los de **validación**.
# Ajusta uno por cada grado de la lista `grados` con `np.polynomial.Polynomial.fit(x, y, grado)` y los
# datos de entrenamiento, y devuelve el **grado** con menor error cuadrático medio en validación.

# %% tags=["ejercicio"]
def mejor_grado(x_train, y_train, x_valid, y_valid, grados):
    # >>> return ...
    errores = []
    for grado in grados:
        polinomio = np.polynomial.Polynomial.fit(x_train, y_train, grado)
        errores.append(np.mean((polinomio(x_valid) - y_valid) ** 2))
    return grados[np.argmin(errores)]
    # <<<

# %%
check("2.5.8", mejor_grado)

# %% [markdown]
# ¿Y si hubiera más medidas? Las **curvas de aprendizaje** (*learning curves*) lo responden: el error
# en los datos propios y en los nuevos, según cuántos datos hubo.
#
# **Predice:** con más datos, ¿a quién le irá mucho mejor, a la recta o al polinomio de grado 15?

# %%
sizes = [20, 30, 60, 100, 200, 400]

def learning_curve(degree):
    """Error en los datos propios y en los nuevos: para cada tamaño, la media de 30 días."""
    own, new = [], []
    for n in sizes:
        hours = np.linspace(0, 24, n)
        days = [temperatures(hours, seed=100 + day) for day in range(30)]
        curves = [fit(hours, day, degree) for day in days]
        own.append(np.mean([rmse(day, c(hours)) for day, c in zip(days, curves, strict=True)]))
        new.append(np.mean([rmse(new_temp, c(new_hour)) for c in curves]))
    return own, new

# %%
fig, axes = plt.subplots(1, 2, figsize=(7.5, 2.8), sharey=True)
for ax, degree in zip(axes, (1, 15), strict=True):
    own, new = learning_curve(degree)
    ax.plot(sizes, new, "o-", color="#D55E00", label="en datos nuevos")
    ax.plot(sizes, own, "s--", color="#0072B2", label="en sus datos")
    ax.set(title=f"Grado {degree}", xlabel="Número de datos", ylabel="Error (°C)", ylim=(0, 5))
    ax.legend()
    print(f"grado {degree:2d}, error en datos nuevos: "
          f"{new[0]:.1f} °C con 20 datos, {new[-1]:.1f} °C con 400")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** La recta no mejora: sus dos curvas se juntan arriba, y más datos no la hacen menos
# recta. Al de grado 15 los datos lo curan: las curvas empiezan muy separadas y se juntan abajo, en
# 1.5 °C, que es justo el ruido del termómetro. Curvas juntas y altas: hace falta un modelo más
# flexible. Curvas separadas: hacen falta más datos, o un freno.
#
# Y frenos hay varios. Vamos a medirlos todos con el mismo problema: dos clases con forma de luna, muy
# mezcladas; 50 puntos para aprender y una red de dos capas de 64, enorme para tan poco.
#
# - **Más datos**: 500 puntos en lugar de 50.
# - **Regularización** (*regularization*) L2: la pérdida suma una multa por cada peso grande.
# - ***Dropout***: en cada paso se apagan al azar la mitad de las neuronas.
# - **Parada temprana** (*early stopping*): se para cuando la validación deja de mejorar, y se
#   recuperan los pesos del mejor momento.
# - **Aumento de datos** (*data augmentation*): diez copias de cada punto, algo movidas.

# %%
from sklearn.datasets import make_moons

moons_x, moons_y = make_moons(2000, noise=0.4, random_state=25)

fig, ax = plt.subplots(figsize=(4, 2.8))
for kind, (color, marker) in enumerate((("#E69F00", "o"), ("#009E73", "s"))):
    chosen = moons_x[:50][moons_y[:50] == kind]
    ax.plot(*chosen.T, marker, color=color, markersize=4, label=f"clase {kind}")
ax.set(title="Los 50 puntos de entrenamiento", xlabel="característica 1", ylabel="característica 2")
ax.legend(fontsize=8)
fig.tight_layout()

# %%
def train_net(n=50, l2=0.0, dropout=0.0, copies=1, callbacks=(), valid=None):
    """Entrena la red de dos capas con los n primeros puntos y los frenos que se pidan."""
    set_seed(42)
    moved = np.random.default_rng(42).normal(0, 0.3 if copies > 1 else 0, (n * copies, 2))
    x, y = np.repeat(moons_x[:n], copies, axis=0) + moved, np.repeat(moons_y[:n], copies)
    model = keras.Sequential([keras.Input((2,))])
    for layer in range(2):
        model.add(keras.layers.Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(l2)))
        model.add(keras.layers.Dropout(dropout))
    model.add(keras.layers.Dense(1, "sigmoid"))
    model.compile(keras.optimizers.Adam(0.02), loss="mse")
    model.fit(x, y, batch_size=64, epochs=60, verbose=0, validation_data=valid,
              validation_batch_size=200, callbacks=list(callbacks))
    return model

# %% [markdown]
# **Predice:** sin ningún freno, ¿qué hará la pérdida de validación mientras la de entrenamiento baja?

# %%
held_out = (moons_x[500:700], moons_y[500:700])  # validación: 200 puntos que no entrenan
no_brakes = train_net(valid=held_out)
axes = plot_history(no_brakes.history)
valid_loss = no_brakes.history.history["val_loss"]
print("¿Acaba la validación un 10 % peor que en su mejor época?",
      valid_loss[-1] > 1.1 * min(valid_loss))

# %% [markdown]
# **Qué observas.** La de entrenamiento baja casi hasta cero. La de validación baja, toca fondo y vuelve
# a subir: desde ahí, la red memoriza. Ahora, cada freno por separado y la misma pregunta:
# ¿cuánto se equivoca en mil puntos que no ha visto?

# %%
stop = keras.callbacks.EarlyStopping(patience=15, restore_best_weights=True)
remedies = {
    "más datos": {"n": 500},
    "regularización": {"l2": 0.01},
    "dropout": {"dropout": 0.5},
    "parada temprana": {"callbacks": [stop], "valid": held_out},
    "aumento de datos": {"copies": 10},
}

def test_error(model):
    return rmse(moons_y[1000:], np.asarray(model(moons_x[1000:]))[:, 0]) ** 2

base = test_error(no_brakes)
print(f"{'sin frenos':<17} pérdida en prueba ≈ {base:.3f}")
for name, options in remedies.items():
    error = test_error(train_net(**options))
    print(f"{name:<17} pérdida en prueba ≈ {error:.3f}   ¿menor que sin frenos? {error < base}")

# %% [markdown]
# **Qué observas.** Aquí los cinco ayudan. No es una ley: con otros datos, un freno
# mal ajustado deja la red corta (subajuste). Por eso se mide cada uno, siempre con datos que no
# entrenaron. Y si puedes elegir, consigue más datos.
#
# ## Errores frecuentes
#
# **1. Restar una columna y una fila.** Muchas redes devuelven sus respuestas con forma `(n, 1)`, y las
# respuestas reales tienen forma `(n,)`. NumPy no protesta: las extiende, y resta **todas con todas**.

# %%
column = np.array([[1.0], [2.0], [3.0]])   # lo que dice la red, con forma (3, 1)
real = np.array([1.0, 2.0, 3.0])           # idéntico, con forma (3,)

print("mal:      ", (column - real).shape, " pérdida:", ((column - real) ** 2).mean().round(3))
print("arreglado:", (column[:, 0] - real).shape, "   pérdida:", ((column[:, 0] - real) ** 2).mean())

# %% [markdown]
# La red acierta en todo y la pérdida dice 1.333. Cuando algo no aprende, **imprime las formas**.
#
# **2. Empezar con todos los pesos a cero.** Suena neutral. Pero entonces la culpa que llega a las
# neuronas ocultas también es cero, y solo se mueve el sesgo de salida. Y si empiezan
# todos **iguales**, las dos neuronas reciben la misma culpa y serán gemelas para siempre.

# %%
rng = np.random.default_rng(4)
starts = {
    "a cero": [np.zeros((2, 2)), np.zeros(2), np.zeros(2), np.array(0.0)],
    "iguales": [np.full((2, 2), 0.5), np.zeros(2), np.full(2, 0.5), np.array(0.0)],
    "al azar": [rng.normal(size=(2, 2)), np.zeros(2), rng.normal(size=2), np.array(0.0)],
}
for name, params in starts.items():
    for step in range(200):
        loss, gradients = tape_gradients(params, xor_x, xor_y)
        params = [p - 0.3 * g for p, g in zip(params, gradients, strict=True)]
    twins = np.allclose(params[0][:, 0], params[0][:, 1])
    print(f"{name}: ¿neuronas gemelas? {twins}   ¿aprende XOR? {loss < 0.05}")

# %% [markdown]
# **3. Pedir a la cinta el gradiente de algo que no vigila.** `GradientTape` solo sigue, por sí misma, las
# `tf.Variable`. De lo demás devuelve `None`, y el fallo aparece una línea más tarde.

# %%
for weight in (tf.constant(3.0), tf.Variable(3.0)):
    with tf.GradientTape() as tape:
        loss = (weight - 1.0) ** 2
    slope = tape.gradient(loss, weight)
    try:
        print("Arreglado, con Variable: el peso pasa a", round(float(weight - 0.1 * slope), 3))
    except TypeError:
        print("Falla con TypeError, porque el gradiente es", slope)

# %% [markdown]
# ## Práctica: una red hecha a mano que pesa pingüinos
#
# En las islas Palmer, pesar un pingüino es difícil; medirle la aleta y el pico, algo menos. Vamos a
# estimar su masa con dos medidas y una red 2-2-1 entrenada con **tu** retropropagación.
#
# Separamos 92 pingüinos para el examen final.

# %% [markdown] tags=["docente"]
# **8 min**, y se puede terminar en casa. En el paso 2, la semilla importa: quien se quede por encima de lo
# pedido, que pruebe otro arranque o más épocas. Es la lección de XOR con datos reales.

# %%
columns = ["flipper_length_mm", "bill_depth_mm", "body_mass_g"]
penguins = load_penguins().dropna(subset=columns)
order = np.random.default_rng(0).permutation(len(penguins))
measures = penguins[columns[:2]].to_numpy(float)[order]   # aleta y profundidad del pico, en mm
mass = penguins["body_mass_g"].to_numpy(float)[order] / 1000   # masa, en kg

x_train, x_test = measures[:250], measures[250:]
y_train, y_test = mass[:250], mass[250:]
print("entrenamiento:", x_train.shape, "  prueba:", x_test.shape)

# %% [markdown]
# **Predice:** las aletas miden unos 200 mm. Sin escalar, ¿cómo estarán las neuronas tanh desde el
# primer paso?
#
# ### Paso 1 · Ejercicio 2.5.9
#
# Saturadas: por eso se escala. Escribe la función que resta a cada columna su media y la divide entre
# su desviación típica. Recibe los dos conjuntos y devuelve los dos escalados, **con la media y la
# desviación del de entrenamiento** en ambos: del examen no se puede saber nada de antemano.

# %% tags=["ejercicio"]
def preparar(x_train, x_test):
    # >>> return ...
    media, desviacion = x_train.mean(axis=0), x_train.std(axis=0)
    return (x_train - media) / desviacion, (x_test - media) / desviacion
    # <<<

# %%
check("2.5.9", preparar)

# %% [markdown]
# ¿Qué hay que superar? Dos referencias, con el error en kilos: responder siempre la media, y el mejor
# plano (una recta con dos entradas).

# %%
z_train = (x_train - x_train.mean(axis=0)) / x_train.std(axis=0)
z_test = (x_test - x_train.mean(axis=0)) / x_train.std(axis=0)
plane = np.linalg.lstsq(np.column_stack([z_train, np.ones(250)]), y_train, rcond=None)[0]
plane_error = rmse(y_test, np.column_stack([z_test, np.ones(92)]) @ plane)

print(f"siempre la media: {rmse(y_test, y_train.mean()):.3f} kg")
print(f"el mejor plano:   {plane_error:.3f} kg")

# %% [markdown]
# ### Paso 2 · Ejercicio 2.5.10
#
# Entrena la red 2-2-1 con `z_train` e `y_train` y guarda en `red` la lista de sus cuatro parámetros,
# `[W1, b1, w2, b2]`. Parte de pesos al azar, por ejemplo `rng.normal(0, 0.5, (2, 2))`. En cada época,
# baraja, reparte en lotes de 32 y da un paso por lote con tasa 0.05; con 200 épocas sobra. El
# examen pide un error menor que **0.36 kg** con los pingüinos de prueba.
#
# Tienes todas las piezas: `hacer_lotes` y `retropropagar`. Si esta última no te sale todavía,
# `tape_gradients(red, x, y)[1]` da los mismos gradientes (más despacio: usa 40 épocas; para TensorFlow,
# el último parámetro es `np.array(0.0)`).

# %% tags=["ejercicio"]
# >>> red = ...
rng = np.random.default_rng(0)
red = [rng.normal(0, 0.5, (2, 2)), np.zeros(2), rng.normal(0, 0.5, 2), 0.0]
for epoca in range(200):
    for lote in hacer_lotes(len(z_train), 32, rng):
        gradientes = retropropagar(z_train[lote], y_train[lote], *red)
        for k in range(4):
            red[k] = red[k] - 0.05 * gradientes[k]
# <<<

# %% tags=["resultado"]
check("2.5.10", red)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** La derivada de la pérdida respecto a un peso vale −3. ¿Qué hace el descenso de gradiente?
#
# - a) Baja el peso, porque la derivada es negativa.
# - b) Sube el peso, porque así baja la pérdida.
# - c) No lo toca: ya está en el fondo.
# - d) Lo cambia a −3.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("2.5.A1", respuesta_1)

# %% [markdown]
# **A2.** La pérdida de entrenamiento sube paso tras paso hasta `nan`. ¿Qué pruebas primero?
#
# - a) Entrenar más épocas.
# - b) Una red más grande.
# - c) Más *dropout*.
# - d) Una tasa de aprendizaje menor.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "d"
# <<<
check("2.5.A2", respuesta_2)

# %% [markdown]
# **A3.** Tu red se equivoca muy poco con sus datos y bastante más con los de validación. ¿Qué NO ayudará?
#
# - a) Añadir más capas y más neuronas.
# - b) Conseguir más datos.
# - c) Parar antes.
# - d) Penalizar los pesos grandes.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("2.5.A3", respuesta_3)

# %% [markdown]
# **A4.** ¿Para qué sirve la retropropagación?
#
# - a) Para elegir la tasa de aprendizaje.
# - b) Para pasar los datos por la red al revés y comprobar las entradas.
# - c) Para calcular el gradiente de todos los pesos, de la salida hacia atrás.
# - d) Para deshacer los pasos que empeoraron la pérdida.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "c"
# <<<
check("2.5.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Aprender es bajar una pérdida: cada peso da un paso contra su derivada, tantas veces como haga falta.
# - La tasa decide: muy baja, tarda; muy alta, diverge. Se ve en la curva de la pérdida.
# - Los lotes pequeños dan muchos pasos baratos y algo temblorosos, y aprovechan el hardware.
# - La retropropagación es la regla de la cadena desde la salida; se prueba con diferencias finitas.
# - Lo que cuenta es el error con datos nuevos; contra el sobreajuste hay frenos, y se miden.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulos 4 (descenso de gradiente y curvas de aprendizaje) y 10 (retropropagación).
# - D. Rumelhart, G. Hinton y R. Williams (1986), *Learning representations by back-propagating
#   errors*, Nature 323: [doi:10.1038/323533a0](https://doi.org/10.1038/323533a0).
# - [Guía de TensorFlow: diferenciación automática](https://www.tensorflow.org/guide/autodiff).
