# %% [markdown]
# # 2.10 · Pasos mejores: lotes, momento y Adam
#
# | | |
# |---|---|
# | **Objetivos** | Repartir los datos en lotes barajados y decir qué se gana y qué se pierde; reconocer un punto de silla y una meseta; escribir el momento y Adam en pocas líneas y comprobarlos con Keras; comparar optimizadores contando épocas |
# | **Duración** | {{minutos}} |
# | **Requisitos** | El gradiente, la tasa y su límite (lección {{descenso_de_gradiente}}) |
# | **Datos** | Recibos de taxi inventados para el curso; los pingüinos de Palmer (CC0) |
# | **Práctica** | Tres optimizadores bajan por el mismo valle de datos reales |

# %% presenta="course_utils.quiet_tensorflow"
import matplotlib.pyplot as plt
import numpy as np

from course_utils import check, hint, solution
from course_utils import load_penguins, plot_gradient_path, quiet_tensorflow

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras

# %% [markdown] presenta="lote, época, .permutation"
# ## 1 · ¿Hacen falta todos los datos en cada paso?
#
# En la lección {{descenso_de_gradiente}}, cada paso miró los cuarenta recibos. ¿Y si fueran cuarenta
# millones? Hay tres maneras:
#
# - **por lote completo** (*batch*): todos los datos en cada paso. Dirección exacta, paso caro;
# - **estocástico** (*stochastic*): una muestra, elegida al azar. Paso baratísimo, dirección ruidosa;
# - **por lotes pequeños** (*mini-batch*): unas decenas o cientos. Es lo que usa casi todo el mundo.
#
# Una vuelta completa a los datos es una **época** (*epoch*), y se barajan al empezar cada una.
#
# ### Ejercicio 2.10.1
#
# Escribe la función que prepara una época. Recibe cuántas muestras hay (`n`), el tamaño del lote y un
# generador `rng`. Devuelve una lista de arrays de posiciones: entre todos tienen cada número de 0 a
# `n - 1` **una sola vez**, en orden barajado (`rng.permutation(n)`). El último lote puede ser más
# corto: con `n = 10` y `tamano = 4` salen lotes de 4, 4 y 2.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Imagen útil: encuestar a todo el país, a una persona, o a treinta. Treinta bastan para
# saber hacia dónde ir. Quien termine pronto puede cambiar el tamaño del lote en la comparación. La
# parte de CPU, GPU y TPU se puede saltar: lo medible es que agrupar ya gana en la misma CPU.

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
check("2.10.1", hacer_lotes)

# %% [markdown]
# **Predice:** con 2000 recibos y tres vueltas a los datos, ¿quién acabará más cerca del mínimo: 3
# pasos exactos, 6000 pasos de una muestra, o unos 190 de 32? (`np.array_split` parte un array en tantos
# trozos como se le diga; `-(-2000 // size)` es 2000 entre `size`, redondeado hacia arriba.)

# %% presenta="numpy.array_split"
rng = np.random.default_rng(4)
many_km = rng.uniform(0.5, 5, 2000)
many = np.column_stack([many_km, np.ones(2000)])
paid = many @ [1.2, 2.5] + rng.normal(0, 0.6, 2000)
best = np.linalg.lstsq(many, paid, rcond=None)[0]  # el mínimo exacto

def three_epochs(size, rate, seed):
    order, point, trail = (np.random.default_rng(seed), np.zeros(2),
                           [np.zeros(2)])
    for epoch in range(3):
        for batch in np.array_split(order.permutation(2000),
                                    -(-2000 // size)):
            errors = many[batch] @ point - paid[batch]
            point = point - rate * 2 / len(batch) * many[batch].T @ errors
            trail.append(point)
    return np.array(trail)

# %%
trails = {size: three_epochs(size, 0.02, seed=1) for size in (2000, 32, 1)}

fig, ax = plt.subplots(figsize=(5, 3))
ax.plot(*trails[1].T, color="#999999", linewidth=0.5,
        label="una muestra: 6000 pasos")
ax.plot(*trails[32].T, ".-", color="#0072B2", markersize=4,
        label="lotes de 32: 189 pasos")
ax.plot(*trails[2000].T, "s--", color="#D55E00",
        label="lote completo: 3 pasos")
ax.plot(*best, "*", color="black", markersize=14, label="mínimo")
ax.set(title="Tres vueltas a los mismos datos",
       xlabel="w: precio por km (€)", ylabel="b: fijo (€)")
ax.legend()
fig.tight_layout()

# %%
distance = {size: np.linalg.norm(trail[-1] - best)
            for size, trail in trails.items()}
# leap: lo que mide, de media, cada uno de los 60 últimos pasos
leap = {size: np.linalg.norm(np.diff(trail[-60:], axis=0), axis=1).mean()
        for size, trail in trails.items()}
for size, trail in trails.items():
    print(f"lotes de {size:4d}: {len(trail) - 1:4d} pasos, "
          f"acaba a ≈ {distance[size]:.2f}")

print("¿Acaba el de 32 más cerca que el completo?",
      bool(distance[32] < distance[2000]))
print("¿Acaba aún más cerca el de una muestra?",
      bool(distance[1] < distance[32]))
print("¿Y dando pasos finales más del doble de largos?",
      bool(leap[1] > 2 * leap[32]))

# %% [markdown]
# **Qué observas.** Con los mismos datos vistos, el lote completo solo ha dado tres pasos y se queda
# lejos. De muestra en muestra es donde más se avanza, pero con 6000 pasos y sin dejar de temblar: con
# una tasa fija no llega a posarse. Los lotes de 32 dan pasos mucho más firmes; con unas vueltas más,
# o una tasa mayor, llegan. El temblor tiene su lado bueno: saca de los sitios llanos de la sección 2. ¿Y por
# qué no usa todo el mundo lotes de una muestra? Porque dar los pasos de uno en uno
# desaprovecha el hardware: multiplicar una matriz entera cuesta mucho menos que fila a fila.
#
# ### ★ Ampliación · ¿Y qué tiene que ver con la GPU?
#
# Un lote es una matriz, y la pasada hacia delante, un producto de matrices. Esta capa tiene 64
# entradas y 32 neuronas. Pasarle 64 muestras a la vez cuesta bastante menos que 64 veces una:

# %% presenta="timeit.repeat"
from timeit import repeat

layer = np.random.default_rng(0).normal(size=(64, 32)).astype("float32")
samples = np.random.default_rng(1).normal(size=(64, 64)).astype("float32")

one_by_one = min(repeat(lambda: [sample @ layer for sample in samples],
                        number=1, repeat=200))
together = min(repeat(lambda: samples @ layer, number=1, repeat=200))
print(f"de una en una ≈ {1e6 * one_by_one:.0f} µs   "
      f"juntas ≈ {1e6 * together:.0f} µs")
print("¿Tarda el lote menos de la mitad?", together < one_by_one / 2)

# %% [markdown] presenta="GPU"
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
# ## 2 · ¿Y si el suelo es llano, pero no es el fondo?
#
# El valle del taxi es un cuenco: tiene un solo sitio llano, y es el mejor. El terreno de una red no
# es tan amable. Este, inventado, tiene dos valles, en $(0, 1)$ y $(0, -1)$, y entre ellos un **punto de silla**
# (*saddle point*): como en una silla de montar, se baja hacia los lados y se sube hacia delante y
# hacia atrás.
#
# **Predice:** si parto justo encima de la línea que va a la silla, ¿dónde acabaré? ¿Y si me aparto
# una milésima?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Con el punto de silla, pregunta dónde pondrían una pelota para que no ruede: ahí está.
# Quien pare a los veinte pasos dirá que ya terminó.

# %%
def saddle(u, v):
    return u**2 + v**4 / 4 - v**2 / 2

paths = {}
for name, start in (("en la línea", (1.5, 0.0)),
                    ("a una milésima", (1.5, 0.001))):
    point = np.array(start)
    paths[name] = [point]
    for step in range(120):
        point = point - 0.1 * np.array([2 * point[0],
                                        point[1] ** 3 - point[1]])
        paths[name].append(point)
    print(f"{name}: acaba con pérdida {saddle(*point):.3f}")

# %% presenta=".grid"
fig, (left, right) = plt.subplots(1, 2, figsize=(7, 2.6),
                                  layout="constrained")
plot_gradient_path(saddle, paths["a una milésima"], x_range=(-2, 2),
                   y_range=(-1.6, 1.6), ax=left)
left.set_title("El camino que se aparta una milésima")
right.plot([saddle(*p) for p in paths["en la línea"]], "--",
           color="#D55E00", label="en la línea")
right.plot([saddle(*p) for p in paths["a una milésima"]], color="#0072B2",
           label="a una milésima")
right.set(title="La pérdida, paso a paso", xlabel="Paso", ylabel="Pérdida",
          ylim=(-0.4, 0.5))
right.legend(fontsize=8)
right.grid(alpha=0.3)

# %% [markdown] presenta="meseta"
# **Qué observas.** El que va por la línea se queda en la silla para siempre: gradiente cero, y no es
# el fondo. Al otro le basta una milésima, pero pasa decenas de pasos en una **meseta** (*plateau*):
# la curva parece terminada, y de pronto cae. Quien para de entrenar en cuanto la curva se aplana, a
# veces para demasiado pronto. En la práctica los datos y el arranque al azar dan esa milésima.

# %% [markdown] presenta="momento"
# ## 3 · ¿Y si el paso recuerda los anteriores?
#
# El otro enemigo es el valle alargado. En este, la curvatura es 1 a lo largo y 100 a lo ancho, así
# que el límite de la tasa es $2/100$. Con casi esa tasa, a lo ancho se salta de ladera a ladera y a
# lo largo apenas se avanza.
#
# Una pelota no haría eso: lleva inercia. El **momento** (*momentum*) se la da. Cada peso tiene una
# **velocidad** $v$, que empieza en 0; en cada paso se conserva una parte $\beta$ de la que
# llevaba, se le suma el empujón del gradiente, y el peso se mueve con ella:
#
# $$v \leftarrow \beta\, v - \eta\, g \qquad\qquad p \leftarrow p + v$$
#
# **Predice:** a lo ancho, el gradiente cambia de signo en cada salto; a lo largo, siempre apunta al mismo
# lado. ¿En cuál de los dos ejes se sumarán los empujones, y en cuál se anularán?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Haz dos pasos en la pizarra con β = 0.9, tasa 0.1 y gradiente siempre 1: las velocidades son
# −0.1, −0.19, −0.271… y tienden a −1, diez veces el primer paso. Con gradientes 1, −1, 1… se quedan en torno a cero.
# Un error típico en 2.10.2: mover el peso con la velocidad vieja.

# %%
start = np.array([-4.0, 1.0])

def valley(u, v):
    return 0.5 * (u**2 + 100 * v**2)

def valley_slopes(p):
    return np.array([1.0, 100.0]) * p

plain, ball = [start], [start]
speed = np.zeros(2)
for step in range(300):
    plain.append(plain[-1] - 0.019 * valley_slopes(plain[-1]))
    speed = 0.9 * speed - 0.01 * valley_slopes(ball[-1])
    ball.append(ball[-1] + speed)

# %%
def arrival(path):
    """El paso desde el que ya no se aleja más de 0.05 del fondo."""
    far = np.linalg.norm(path, axis=1) > 0.05
    return len(far) - np.argmax(far[::-1])

fig, axes = plt.subplots(1, 2, figsize=(7.5, 2.6), layout="constrained")
for ax, path, name in zip(axes, (plain, ball),
                          ("sin momento", "con momento")):
    plot_gradient_path(valley, path[:41], x_range=(-4.5, 2),
                       y_range=(-1.3, 1.3), ax=ax)
    ax.set_title(f"40 pasos {name}")
    print(f"{name}: tras 40 pasos, "
          f"a {np.linalg.norm(path[40]):.2f} del fondo; "
          f"llega en {arrival(path)} pasos")

# %% [markdown]
# **Qué observas.** Sin momento, cuarenta pasos de zigzag dejan casi la mitad del camino por andar. Con él, los
# empujones a lo largo se suman y los de lado a lado se anulan: llega en 83 pasos, en vez de 229, con una
# tasa casi la mitad. No es gratis: la pelota también se pasa de largo y vuelve. Con $\beta = 0.9$ y el gradiente siempre
# igual, la velocidad se acerca a diez veces el primer paso, porque $1 + 0.9 + 0.81 + \dots = 10$.
#
# ### Ejercicio 2.10.2
#
# Escribe un paso con momento. Recibe el array de pesos `p`, el de velocidades `v` y el gradiente `g`, y los números `tasa` y
# `beta`. Devuelve `p, v`, los dos nuevos, sin cambiar los que recibe.

# %% tags=["ejercicio"]
def paso_con_momento(p, v, g, tasa, beta):
    # >>> return ...
    v = beta * v - tasa * g
    return p + v, v
    # <<<

# %%
check("2.10.2", paso_con_momento)

# %% [markdown]
# ¿Lo hace así Keras? Le damos el mismo inicio y los mismos gradientes, y comparamos los caminos. Cómo se
# usa Keras se ve en la lección {{bibliotecas_de_ml}}: aquí no hace falta entenderlo todavía.

# %% tags=["todavia-no"]
def keras_path(optimizer, steps):
    """El camino de un optimizador de Keras por el valle."""
    point, path = keras.Variable(start, dtype="float64"), [start]
    for step in range(steps):
        optimizer.apply(
            [keras.ops.convert_to_tensor(valley_slopes(path[-1]))], [point])
        path.append(keras.ops.convert_to_numpy(point))
    return np.array(path)

by_keras = keras_path(keras.optimizers.SGD(0.01, momentum=0.9), 300)
print("¿El mismo camino que Keras, salvo 0.0001?",
      bool(np.abs(by_keras - ball).max() < 0.0001))

# %% [markdown] presenta="Adam, optimizador"
# ## 4 · ¿Y si cada peso tuviera su propio paso?
#
# En el valle, la tasa la limita el eje curvo y la sufre el llano. **Adam** (*adaptive moment
# estimation*) mide cuánto suele valer el gradiente de **cada peso** y divide el paso entre eso. Guarda
# dos medias por peso, que olvidan poco a poco: $m$, la del gradiente (una inercia, como la de antes), y $s$,
# la de su cuadrado.
#
# $$m \leftarrow 0.9\, m + 0.1\, g \qquad\qquad s \leftarrow 0.999\, s + 0.001\, g^2$$
#
# Las dos empiezan en 0, y al principio se quedan cortas: en el paso $t$ se corrigen, dividiendo entre lo que
# llevan acumulado. Y el paso:
#
# $$\hat m = \frac{m}{1 - 0.9^t} \qquad \hat s = \frac{s}{1 - 0.999^t} \qquad
# p \leftarrow p - \eta\, \frac{\hat m}{\sqrt{\hat s} + 10^{-7}}$$
#
# (El $10^{-7}$ evita dividir entre cero.) Lo que decide cómo se usa el gradiente, sea el descenso sin más, con momento
# o Adam, se llama **optimizador** (*optimizer*).
#
# **Predice:** en el primer paso, un peso tiene gradiente 0.001 y otro, 1000. ¿Cuánto se moverá cada uno con
# tasa 0.1?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La cuenta del primer paso, en la pizarra: m̂ = g, ŝ = g², y g entre su valor absoluto es su signo. De
# ahí sale lo que sorprende: a Adam le da igual multiplicar la pérdida por mil. En 2.10.3 lo que más se
# olvida es la corrección.

# %%
g = np.array([0.001, 1000.0])
m, s, t = 0.1 * g, 0.001 * g**2, 1  # partiendo de m = 0 y s = 0
print("primer paso:",
      0.1 * (m / (1 - 0.9**t)) / (np.sqrt(s / (1 - 0.999**t)) + 1e-7))

# %% [markdown] presenta="keras.optimizers.Adam"
# **Qué observas.** Los dos se mueven casi lo mismo, 0.1, la tasa: en el primer paso a Adam solo le importa el
# **signo**. Por eso un valle alargado en la dirección de los ejes lo recorre en diagonal, y por eso sus
# tasas no se parecen a las del descenso sin más.
#
# ### Ejercicio 2.10.3
#
# Escribe un paso de Adam. Recibe los arrays `p`, `m`, `s` y `g`, el número de paso `t` (1 en el primero) y la `tasa`.
# Devuelve `p, m, s`, nuevos: las medias **sin** corregir, porque la corrección solo se usa para mover `p`.
#
# Después se compara el camino con el de Keras: `keras.optimizers.Adam(0.2)` es su Adam, con tasa 0.2.

# %% tags=["ejercicio"]
def paso_de_adam(p, m, s, g, t, tasa):
    # >>> return ...
    m = 0.9 * m + 0.1 * g
    s = 0.999 * s + 0.001 * g**2
    m_corregida, s_corregida = m / (1 - 0.9**t), s / (1 - 0.999**t)
    return p - tasa * m_corregida / (np.sqrt(s_corregida) + 1e-7), m, s
    # <<<

# %%
check("2.10.3", paso_de_adam)

# %%
def adam_path(rate, steps):
    path, mean, square = [start], np.zeros(2), np.zeros(2)
    for t in range(1, steps + 1):
        slopes = valley_slopes(path[-1])
        mean, square = (0.9 * mean + 0.1 * slopes,
                        0.999 * square + 0.001 * slopes**2)
        step = (rate * (mean / (1 - 0.9**t))
                / (np.sqrt(square / (1 - 0.999**t)) + 1e-7))
        path.append(path[-1] - step)
    return np.array(path)

adam = adam_path(0.2, 300)
by_keras = keras_path(keras.optimizers.Adam(0.2), 300)
print("¿El mismo camino que Keras, salvo 0.001?",
      bool(np.abs(by_keras - adam).max() < 0.001))

# %% tags=["resultado"]
fig, axes = plt.subplots(3, 1, figsize=(6.5, 6.6), layout="constrained")
names = ("descenso, 0.019", "momento, 0.01", "Adam, 0.2")
for ax, path, name in zip(axes, (plain, ball, adam), names):
    plot_gradient_path(valley, path[:61], x_range=(-4.5, 2),
                       y_range=(-1.3, 1.3), ax=ax)
    ax.set_title(f"{name}: 60 pasos")
    print(f"{name:<16} llega en {arrival(path)} pasos")

# %% [markdown]
# **Qué observas.** Tres maneras de bajar por el mismo valle: en zigzag, como una pelota que se balancea, y en
# diagonal. El primero necesita 229 pasos; los otros dos, 83 y 77. Adam suele ser el primero que se prueba; en
# Keras trae una tasa de 0.001.
#
# ## Errores frecuentes
#
# **1. Adam sin corregir las medias.** En el primer paso, $m$ guarda la décima parte del gradiente, y $s$, la
# milésima de su cuadrado: dividir una entre la raíz de la otra da un paso más largo que la tasa.

# %%
g = 5.0
mean, square = 0.1 * g, 0.001 * g**2
print("sin corregir: el primer paso mide "
      f"{0.1 * mean / np.sqrt(square):.3f}, con tasa 0.1")
print("arreglado:    el primer paso mide "
      f"{0.1 * (mean / 0.1) / np.sqrt(square / 0.001):.3f}")

# %% [markdown]
# **2. Creer que Adam elige la tasa por ti.** Reparte el paso entre los pesos; su tamaño lo sigue poniendo la
# tasa. En el mismo valle, con dos:

# %%
for rate in (0.002, 0.2):
    end = np.linalg.norm(adam_path(rate, 300)[-1])
    print(f"tasa {rate}: tras 300 pasos está a {end:.2f} del fondo   "
          f"¿llegó? {bool(end < 0.05)}")

# %% [markdown]
# **3. No barajar.** Los recibos, ordenados por kilómetros: cada lote solo ve viajes parecidos, y el último de
# la época arrastra la recta hacia los viajes largos.

# %%
order, away = np.random.default_rng(0), {}
for name in ("ordenados", "barajados"):
    point = np.zeros(2)
    for epoch in range(10):
        rows = (np.argsort(many_km) if name == "ordenados"
                else order.permutation(2000))
        for batch in np.array_split(rows, 63):
            errors = many[batch] @ point - paid[batch]
            point = point - 0.02 * 2 / len(batch) * many[batch].T @ errors
    away[name] = np.linalg.norm(point - best)
    print(f"{name}: tras 10 épocas, a ≈ {away[name]:.2f} del mínimo")
print("¿Quedan los ordenados más del doble de lejos?",
      away["ordenados"] > 2 * away["barajados"])

# %% [markdown]
# ## Práctica: tres optimizadores y los mismos pingüinos
#
# Vamos a estimar la masa de un pingüino con tres medidas: largo y altura del pico, y aleta. A cada
# columna se le resta su media, pero la dejamos en milímetros: la aleta varía siete veces más que la
# altura del pico, y el valle sale muy alargado.

# %% [markdown] tags=["docente"]
# **{{minutos}}**, y se puede terminar en casa. En el paso 2 vale cualquier optimizador: que comparen entre compañeros
# quién necesitó menos épocas. Quien escale también las columnas verá que el descenso sin más basta: es otro remedio
# para el mismo mal.

# %%
columns = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm"]
penguins = load_penguins().dropna(subset=[*columns, "body_mass_g"])
measures = penguins[columns].to_numpy(float)
measures = np.column_stack([measures - measures.mean(axis=0),
                            np.ones(len(measures))])
mass = penguins["body_mass_g"].to_numpy(float) / 1000   # en kg

curvatures = np.linalg.eigvalsh(2 / len(mass) * measures.T @ measures)
print("desviación de cada columna:",
      measures[:, :3].std(axis=0).round(1), "mm")
print(f"curvaturas: de {curvatures.min():.0f} a {curvatures.max():.0f}   "
      f"tasa límite del descenso: {2 / curvatures.max():.4f}")
lowest = np.square(measures @ np.linalg.lstsq(measures, mass, rcond=None)[0]
                   - mass).mean()
print(f"la menor pérdida posible: {lowest:.3f}")

# %%
def train(step, epochs=120):
    """La pérdida tras cada época, en 11 lotes;
    step(p, memory, g, t) da un paso."""
    rng, p, memory, losses, t = (np.random.default_rng(0), np.zeros(4),
                                 np.zeros((2, 4)), [], 0)
    for epoch in range(epochs):
        for batch in np.array_split(rng.permutation(len(mass)), 11):
            t += 1
            error = measures[batch] @ p - mass[batch]
            p, memory = step(p, memory,
                             2 / len(batch) * measures[batch].T @ error, t)
        losses.append(np.square(measures @ p - mass).mean())
    return losses

# %%
def plain_step(p, memory, g, t):
    return p - 0.004 * g, memory

def ball_step(p, memory, g, t):
    speed = 0.9 * memory[0] - 0.0015 * g
    return p + speed, np.array([speed, memory[1]])

def adam_step(p, memory, g, t):
    mean, square = (0.9 * memory[0] + 0.1 * g,
                    0.999 * memory[1] + 0.001 * g**2)
    step = 0.05 * (mean / (1 - 0.9**t)) / (np.sqrt(square / (1 - 0.999**t))
                                           + 1e-7)
    return p - step, np.array([mean, square])

losses = {name: train(step) for name, step in
          (("descenso", plain_step), ("momento", ball_step),
           ("Adam", adam_step))}

# %%
fig, ax = plt.subplots(figsize=(6, 3.2))
colors = ("#999999", "#0072B2", "#D55E00")
for (name, values), color, style in zip(losses.items(), colors,
                                        ("--", "-", ":")):
    ax.plot(range(1, 121), values, style, color=color, label=name)
ax.axhline(lowest, color="black", linewidth=0.8, label="la menor posible")
ax.set(title="Los mismos lotes, tres optimizadores", xlabel="Época",
       ylabel="Pérdida (kg²)", yscale="log")
ax.legend()
fig.tight_layout()

# %% [markdown] presenta="start="
# ### Paso 1 · Ejercicio 2.10.4
#
# ¿Quién llegó antes? Escribe `epocas_hasta(perdidas, meta)`: recibe la lista de pérdidas, una por época, y
# devuelve el número de la primera época (la primera es la 1) cuya pérdida es **menor o igual** que `meta`;
# si ninguna llega, `None`. (`enumerate(perdidas, start=1)` cuenta desde 1.)

# %% tags=["ejercicio"]
def epocas_hasta(perdidas, meta):
    # >>> return ...
    for epoca, perdida in enumerate(perdidas, start=1):
        if perdida <= meta:
            return epoca
    return None
    # <<<

# %%
check("2.10.4", epocas_hasta)

# %%
needed = {}
for name, values in losses.items():
    needed[name] = int(np.argmax(np.array(values) <= 1.05 * lowest)) + 1
    print(f"{name:<9} a un 5 % de la menor pérdida, "
          f"en ≈ {needed[name]} épocas")
print("¿Necesita el momento menos de la mitad?",
      needed["momento"] < needed["descenso"] / 2)
print("¿Y Adam?", needed["Adam"] < needed["descenso"] / 2)

# %% [markdown]
# **Qué observas.** Con los mismos lotes, al momento y a Adam les basta menos de la mitad de las épocas. Y eso que el
# descenso va casi todo lo deprisa que puede: su tasa es 0.004, y su límite con todos los datos, 0.0047. Las de los otros dos se eligieron
# probando, sin buscar la mejor: con otras, la cuenta cambia.
#
# ### Paso 2 · Ejercicio 2.10.5
#
# Ahora tú. Entrena los cuatro pesos con `measures` y `mass`, con lotes de 32 (usa tu `hacer_lotes`) y **tu**
# `paso_con_momento` o **tu** `paso_de_adam`, y guarda el array en `pesos`. Con tasa 0.0005 y $\beta = 0.9$, o con Adam y tasa
# 0.02, bastan 60 épocas.
# `check` pide una pérdida que no pase de la menor posible en más de un 20 %.

# %% tags=["ejercicio"]
# >>> pesos = ...
rng = np.random.default_rng(1)
pesos, velocidad = np.zeros(4), np.zeros(4)
for epoca in range(60):
    for lote in hacer_lotes(len(mass), 32, rng):
        errores = measures[lote] @ pesos - mass[lote]
        g = 2 / len(lote) * measures[lote].T @ errores
        pesos, velocidad = paso_con_momento(pesos, velocidad, g,
                                            0.0005, 0.9)
# <<<

# %%
check("2.10.5", pesos)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Tienes 1000 muestras y lotes de 100. ¿Cuántos pasos se dan en una época?
#
# - a) 1
# - b) 10
# - c) 100
# - d) 1000

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("2.10.A1", respuesta_1)

# %% [markdown]
# **A2.** La pérdida lleva treinta pasos sin bajar. ¿Ha llegado al fondo?
#
# - a) Sí: si no baja, no queda nada que bajar.
# - b) No se sabe: puede ser una meseta o un punto de silla.
# - c) No: en el fondo la pérdida siempre es 0.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "b"
# <<<
check("2.10.A2", respuesta_2)

# %% [markdown]
# **A3.** ¿Qué hace el momento en un valle alargado?
#
# - a) Da a cada peso una tasa distinta, según lo que suele valer su gradiente.
# - b) Suma los empujones que van siempre al mismo lado y anula los que cambian de signo.
# - c) Baja la tasa según pasan las épocas.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "b"
# <<<
check("2.10.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Los lotes pequeños dan muchos pasos baratos y algo temblorosos; cada época se barajan de nuevo.
# - Un gradiente casi cero puede ser el fondo, un punto de silla o una meseta.
# - El momento guarda una velocidad: acelera donde el gradiente insiste y frena donde cambia de signo.
# - Adam divide el paso de cada peso entre lo que suele valer su gradiente, y corrige sus medias al empezar.
# - Ninguno elige la tasa por ti: se prueba, y se mira la pérdida.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulos 4 (lotes) y 11 (optimizadores).
# - D. Kingma y J. Ba (2015), *Adam: A Method for Stochastic Optimization*,
#   [arXiv:1412.6980](https://arxiv.org/abs/1412.6980).
