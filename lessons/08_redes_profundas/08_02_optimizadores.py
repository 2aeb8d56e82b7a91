# %% [markdown]
# # 8.2 · Optimizadores, uno a uno
#
# | | |
# |---|---|
# | **Objetivos** | Escribir Nesterov y RMSProp, y comprobar ocho optimizadores con Keras; explicar por qué AdamW no es Adam con ℓ2; buscar una tasa con la prueba de rango; escribir un horario para la tasa; comparar optimizadores sin hacer trampa, y decir qué diferencias no se distinguen |
# | **Duración** | {{minutos}} |
# | **Requisitos** | El momento y Adam (lección {{lotes_y_optimizadores}}), la red escrita con NumPy ({{como_aprende_una_red}}) y el decaimiento coseno ({{una_red_mejor}}) |
# | **Datos** | Fashion-MNIST: 70 000 imágenes de prendas, de Zalando (licencia MIT), incluidas en el curso |
# | **Práctica** | Ocho maneras de bajar, las mismas prendas y el mismo presupuesto |

# %%
import math

import matplotlib.pyplot as plt
import numpy as np

from course_utils import check, hint, solution
from course_utils import explore_rate_range, load_fashion_mnist
from course_utils import plot_gradient_path, quiet_tensorflow

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras

# %% [markdown] presenta="momento de Nesterov"
# ## 1 · ¿Y si la pelota mirara un poco más adelante?
#
# En {{lotes_y_optimizadores}} bajaste por un valle alargado, con curvatura 1 a lo largo y 100 a lo ancho, y
# escribiste el **momento**: una pelota con velocidad $v$. La pelota llega pronto, pero se pasa de largo. Nesterov
# le propuso mirar: si la inercia ya la va a llevar a $p + \beta v$, que mida **allí** la pendiente, y no
# donde está.
#
# $$v \leftarrow \beta\, v - \eta\, \nabla L(p + \beta\, v) \qquad\qquad p \leftarrow p + v$$
#
# Keras lo escribe de otra manera. Guarda el punto de delante, no la pelota; así, el gradiente $g$ que recibe ya
# está medido donde toca, y le basta con dar el paso que va de un punto de delante al siguiente:
#
# $$v \leftarrow \beta\, v - \eta\, g \qquad\qquad p \leftarrow p + \beta\, v - \eta\, g$$
#
# ### Ejercicio 8.2.1
#
# Escribe un paso de Nesterov, el de Keras. Recibe los arrays `p` (pesos), `v` (velocidades) y `g` (gradiente), y los
# números `tasa` y `beta`. Devuelve `p, v`, los dos nuevos. Ojo: el peso se mueve con la velocidad **nueva**.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dibuja una pelota, la flecha de su inercia y, en la punta, otra pelota: Keras guarda la segunda. Quien
# solo recuerde el momento devolverá `p + v`: el corrector lo reconoce. La igualdad de las dos versiones se puede
# hacer en la pizarra con un paso; la celda la comprueba con cien.

# %% tags=["ejercicio"]
def paso_nesterov(p, v, g, tasa, beta):
    # >>> return ...
    v = beta * v - tasa * g
    return p + beta * v - tasa * g, v
    # <<<

# %%
check("8.2.1", paso_nesterov)

# %% [markdown]
# Todos los optimizadores de hoy tendrán la misma forma: una función que recibe los pesos, dos filas de memoria por
# peso, el gradiente, el número de paso y la tasa, y devuelve los pesos y la memoria nuevos. El momento usa la
# primera fila. `walk` los suelta por el valle.

# %%
start = np.array([-4.0, 1.0])

def valley(a, b):
    return 0.5 * (a**2 + 100 * b**2)

def slopes(p):
    return np.array([1.0, 100.0]) * p

def walk(step, rate, steps=100):
    p, memory, path = start, np.zeros((2, 2)), [start]
    for t in range(1, steps + 1):
        p, memory = step(p, memory, slopes(p), t, rate)
        path.append(p)
    return np.array(path)

# %%
def plain(p, memory, g, t, rate):
    return p - rate * g, memory

def momentum(p, memory, g, t, rate):
    speed = 0.9 * memory[0] - rate * g
    return p + speed, np.array([speed, memory[1]])

def nesterov(p, memory, g, t, rate):
    speed = 0.9 * memory[0] - rate * g
    return p + 0.9 * speed - rate * g, np.array([speed, memory[1]])

# %%
def draw(paths):
    """Los caminos por el valle, cada uno en su mapa."""
    axes = plt.subplots(1, len(paths), figsize=(7.5, 2.6),
                        layout="constrained")[1]
    for ax, (name, path) in zip(axes, paths.items()):
        plot_gradient_path(valley, path, x_range=(-4.5, 2),
                           y_range=(-1.3, 1.3), ax=ax)
        ax.set_title(name)

both = {"momento": walk(momentum, 0.01), "Nesterov": walk(nesterov, 0.01)}
draw({f"{name}: 60 pasos": path[:61] for name, path in both.items()})
for name, path in both.items():
    print(f"{name}: se pasa del fondo, a lo largo, {path[:, 0].max():.2f}")

# %% [markdown] presenta="keras.Variable, .apply, keras.ops.convert_to_tensor, keras.ops.convert_to_numpy"
# **Qué observas.** La que mira adelante se pasa menos y, con esta tasa, se calma a lo ancho en pocos pasos; la pelota
# aún se balancea. El precio es el mismo: un gradiente por paso.
#
# ¿Lo hace así Keras? Un optimizador suyo también se puede usar suelto: `keras.Variable` guarda el punto, y `apply` da
# un paso con el gradiente que se le entrega (`convert_to_tensor` y `convert_to_numpy` pasan de NumPy a Keras y de
# vuelta). Comparamos paso a paso.

# %%
def keras_path(optimizer, steps=100):
    """El camino de un optimizador de Keras por el mismo valle."""
    point, path = keras.Variable(start, dtype="float64"), [start]
    for step in range(steps):
        g = keras.ops.convert_to_tensor(slopes(path[-1]))
        optimizer.apply([g], [point])
        path.append(keras.ops.convert_to_numpy(point))
    return np.array(path)

# %% presenta="nesterov="
by_keras = keras_path(keras.optimizers.SGD(0.01, momentum=0.9,
                                           nesterov=True))
print("¿El nuestro, igual que Keras salvo 1e-6?",
      bool(np.abs(both["Nesterov"] - by_keras).max() < 1e-6))

# %% [markdown]
# ### ★ Ampliación · ¿Y es el mismo que el original?
#
# El original mide la pendiente delante y guarda la pelota.
#
# **Predice:** si en cada paso se mira desde delante, ¿saldrá el camino de Keras?

# %%
point, speed, ahead = start, np.zeros(2), [start]
for step in range(100):
    speed = 0.9 * speed - 0.01 * slopes(point + 0.9 * speed)
    point = point + speed
    ahead.append(point + 0.9 * speed)          # el punto de delante
print("¿El original, mirado desde delante, igual que el nuestro?",
      bool(np.abs(np.array(ahead) - walk(nesterov, 0.01)).max() < 1e-6))

# %% [markdown]
# **Qué observas.** Es el mismo algoritmo; solo cambia qué punto se guarda.

# %% [markdown] presenta="AdaGrad"
# ## 2 · ¿Y si el paso se frenara solo donde hay mucha cuesta?
#
# El otro remedio es dar a cada peso su propio paso. **AdaGrad** suma, para cada peso, los cuadrados de todos sus
# gradientes, y divide el paso entre la raíz de esa suma:
#
# $$s \leftarrow s + g^2 \qquad\qquad p \leftarrow p - \eta\, \frac{g}{\sqrt{s + \varepsilon}}$$
#
# (El $\varepsilon$, un número minúsculo, evita dividir entre cero. Aquí y en Keras vale $10^{-7}$.)
#
# La suma $s$ nunca baja, y eso se nota en los pasos:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Con gradiente siempre 1, AdaGrad da pasos de 1, 1/√2, 1/√3…: que sigan la serie. De ahí sale la pregunta
# que resuelve RMSProp: ¿qué habría que olvidar? En 8.2.2 se confunde a menudo dónde va la `rho` y dónde `1 - rho`.

# %%
def adagrad(p, memory, g, t, rate):
    square = memory[1] + g**2
    return (p - rate * g / np.sqrt(square + 1e-7),
            np.array([memory[0], square]))

for rate in (0.2, 2):
    path = walk(adagrad, rate, steps=300)
    lengths = np.linalg.norm(np.diff(path, axis=0), axis=1)
    print(f"tasa {rate}: pasos 1, 10 y 300", lengths[[0, 9, 299]].round(4),
          "final:", path[-1].round(2))

# %% [markdown] presenta="RMSProp"
# **Qué observas.** Los pasos se encogen sin parar: AdaGrad recuerda para siempre la primera ladera. Con tasa 0.2,
# trescientos no le bastan; la grande lo salva, en un valle tan sencillo.
#
# **RMSProp** lo arregla olvidando: en vez de la suma, una **media que olvida**. Cada paso conserva una
# parte $\rho$ de la media que había y añade $1 - \rho$ del cuadrado nuevo.
#
# $$s \leftarrow \rho\, s + (1 - \rho)\, g^2 \qquad\qquad p \leftarrow p - \eta\, \frac{g}{\sqrt{s + \varepsilon}}$$
#
# ### Ejercicio 8.2.2
#
# Escribe un paso de RMSProp. Recibe los arrays `p`, `s` y `g`, y los números `tasa` y `rho`. Devuelve `p, s`, los dos
# nuevos. El $\varepsilon$, `1e-7`, va **dentro** de la raíz, como en Keras.

# %% tags=["ejercicio"]
def paso_rmsprop(p, s, g, tasa, rho):
    # >>> return ...
    s = rho * s + (1 - rho) * g**2
    return p - tasa * g / np.sqrt(s + 1e-7), s
    # <<<

# %%
check("8.2.2", paso_rmsprop)

# %%
def rmsprop(p, memory, g, t, rate):
    square = 0.9 * memory[1] + 0.1 * g**2
    return (p - rate * g / np.sqrt(square + 1e-7),
            np.array([memory[0], square]))

draw({"AdaGrad, tasa 0.2: 300 pasos": walk(adagrad, 0.2, 300),
      "RMSProp, tasa 0.05: 300 pasos": walk(rmsprop, 0.05, 300)})
far = np.linalg.norm(walk(rmsprop, 0.05, 300), axis=1)
print("RMSProp, los tres últimos pasos: a", far[-3:].round(3), "del fondo")

# %% [markdown] presenta="Nadam"
# **Qué observas.** AdaGrad, con esa tasa, se va quedando sin fuerzas a lo largo. RMSProp llega,
# pero no se posa: cerca del fondo el gradiente es pequeño, la media también, y el cociente sigue dando
# pasos casi igual de largos. Por eso se queda temblando a la misma distancia. Para posarse hay que bajar la
# tasa: es la sección 5.
#
# ### ¿Y si se juntan las dos ideas?
#
# **Adam**, que escribiste en {{lotes_y_optimizadores}}, junta la inercia (la media $m$ de los gradientes) con la
# media $s$ de sus cuadrados, y corrige las dos al empezar. **Nadam** es Adam con la mirada de Nesterov: donde Adam pone
# $\hat m$, pone lo que $m$ valdrá un paso después, mezclando $m$ y el gradiente de ahora. Y su inercia no es fija:
# en el paso $t$ vale
#
# $$u_t = 0.9\,\big(1 - 0.5 \cdot 0.96^t\big)$$
#
# Al corregir, el $0.9^t$ de Adam es el producto de las $u$. Así lo escribe Keras; en muchos libros $u_t$ es siempre
# 0.9.
#
# %% [markdown] tags=["docente"]
# **{{minutos}}.** No hace falta que nadie memorice Nadam: que señalen en sus líneas qué viene de Adam y qué de Nesterov.
# La tabla de los ocho es lo que cuenta: «lo de Keras no tiene truco».

# %%
def adam(p, memory, g, t, rate):
    mean = 0.9 * memory[0] + 0.1 * g
    square = 0.999 * memory[1] + 0.001 * g**2
    down = np.sqrt(square / (1 - 0.999**t)) + 1e-7
    return (p - rate * (mean / (1 - 0.9**t)) / down,
            np.array([mean, square]))

def nadam(p, memory, g, t, rate):
    mean = 0.9 * memory[0] + 0.1 * g
    square = 0.999 * memory[1] + 0.001 * g**2
    u = [0.9 * (1 - 0.5 * 0.96**k) for k in range(1, t + 2)]
    look = (u[t] * mean / (1 - math.prod(u))
            + (1 - u[t - 1]) * g / (1 - math.prod(u[:t])))
    down = np.sqrt(square / (1 - 0.999**t)) + 1e-7
    return p - rate * look / down, np.array([mean, square])

# %%
both = {"Adam": walk(adam, 0.2), "Nadam": walk(nadam, 0.2)}
draw({f"{name}, tasa 0.2: 60 pasos": path[:61]
      for name, path in both.items()})
for name, path in both.items():
    print(f"{name} se pasa del fondo, a lo largo, {path[:, 0].max():.2f}")

# %% [markdown] presenta="keras.optimizers.Adagrad, keras.optimizers.RMSprop, keras.optimizers.Nadam, keras.optimizers.AdamW, épsilon"
# **Qué observas.** Los dos van en diagonal. Nadam se pasa menos de largo: mirar adelante también le sirve. Falta
# **AdamW**, un Adam que, antes del paso, encoge cada peso una fracción $\eta\lambda$ de lo que vale.
# ($\lambda$ es `weight_decay`; a qué viene, en la sección 3.) Y ahora, los ocho contra Keras, cien pasos cada uno.
#
# Tres detalles para que coincidan. AdaGrad, en Keras, empieza la suma en 0.1, no en 0. Épsilon va dentro de la raíz en
# AdaGrad y RMSProp, y fuera en los Adam (en Keras, antes de corregir: se nota con gradientes minúsculos). Y la
# receta de Adam guarda sus 0.9 y 0.999 con 32 bits, unas siete cifras: se los damos con 64, `np.float64`.

# %% presenta="numpy.float64"
def adamw(p, memory, g, t, rate, decay=0.004):
    return adam(p - rate * decay * p, memory, g, t, rate)

fine = {"beta_1": np.float64(0.9), "beta_2": np.float64(0.999)}
ours = {"descenso": (plain, 0.019), "momento": (momentum, 0.01),
        "Nesterov": (nesterov, 0.01), "AdaGrad": (adagrad, 0.2),
        "RMSProp": (rmsprop, 0.05), "Adam": (adam, 0.2),
        "Nadam": (nadam, 0.2), "AdamW": (adamw, 0.2)}

# %% presenta="initial_accumulator_value=, weight_decay="
theirs = {
    "descenso": keras.optimizers.SGD(0.019),
    "momento": keras.optimizers.SGD(0.01, momentum=0.9),
    "Nesterov": keras.optimizers.SGD(0.01, momentum=0.9, nesterov=True),
    "AdaGrad": keras.optimizers.Adagrad(
        0.2, initial_accumulator_value=0.0),
    "RMSProp": keras.optimizers.RMSprop(0.05, rho=0.9),
    "Adam": keras.optimizers.Adam(0.2, **fine),
    "Nadam": keras.optimizers.Nadam(0.2, **fine),
    "AdamW": keras.optimizers.AdamW(0.2, weight_decay=0.004, **fine),
}

# %% tags=["resultado"]
equal = {}
for name in ours:
    gap = np.abs(walk(*ours[name]) - keras_path(theirs[name])).max()
    equal[name] = bool(gap < 1e-6)
    print(f"{name:<9} ¿igual que Keras, salvo 1e-6? {equal[name]}")
print(f"iguales: {sum(equal.values())} de {len(equal)}")

# %% [markdown]
# **Qué observas.** Los ocho: detrás de cada nombre, esas pocas líneas.
#
# ### ★ Ampliación · ¿Y si el valle no sigue los ejes?
#
# Adam da a cada **peso** su paso: eso endereza un valle que se alarga en la dirección de un eje. Giremos el
# mismo valle un octavo de vuelta, con su punto de partida.
#
# **Predice:** ¿a quién le importará el giro?

# %%
def arrival(path):
    """El paso desde el que ya no se aleja más de 0.05 del fondo."""
    far = np.linalg.norm(path, axis=1) > 0.05
    return len(far) - np.argmax(far[::-1])

# %%
turn = np.array([[1, -1], [1, 1]]) / np.sqrt(2)
turned = turn @ np.diag([1.0, 100.0]) @ turn.T

for name, step, rate in (("descenso", plain, 0.019),
                         ("momento", momentum, 0.01),
                         ("Adam", adam, 0.2), ("Adam, a 1", adam, 1)):
    p, memory, path = turn @ start, np.zeros((2, 2)), []
    for t in range(1, 601):
        p, memory = step(p, memory, turned @ p, t, rate)
        path.append(p)
    print(f"{name:<9} recto, en {arrival(walk(step, rate, 600)):3d} pasos; "
          f"girado, en {arrival(np.array([turn @ start, *path])):3d}")

# %% [markdown]
# **Qué observas.** Al descenso y al momento les da igual. Adam, con la misma tasa, tarda el triple: ninguno de los dos
# pesos tiene, por sí solo, una escala que corregir. (Con tasa 1 se acerca al momento, sin ganarle.) Adam no endereza
# cualquier valle alargado, solo el que se alarga por los ejes.
#
# ## 3 · ¿Por qué AdamW no es Adam con ℓ2?
#
# Una red con los pesos más pequeños suele memorizar menos. Hay dos maneras de empujarlos hacia cero:
#
# - **ℓ2** (la L2 de {{sobreajuste}}): sumar a la pérdida $\tfrac{\lambda}{2} p^2$. Su gradiente es $\lambda p$, así
#   que el optimizador recibe $g + \lambda p$;
# - **decaer** (*weight decay*): dejar el gradiente en paz y, aparte, encoger los pesos: $p \leftarrow p - \eta\lambda p$.
#
# Con el descenso de siempre son lo mismo: $p - \eta\,(g + \lambda p) = (p - \eta\lambda p) - \eta g$. Con Adam,
# no: divide **todo** lo que recibe, también $\lambda p$, entre la raíz de $s$.
#
# **Predice:** dos pesos valen 1, y no hay nada que aprender: sus gradientes son ruido de media 0, enorme en el
# primero y minúsculo en el segundo. ¿A cuál encogerá menos Adam con ℓ2?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que escriban en la pizarra el paso de Adam con ℓ2 y rodeen con un círculo lo que se divide entre √s. La
# respuesta a la predicción cae sola. En 8.2.3 lo que falla es encoger sin la tasa, o encoger el peso ya movido.

# %%
rng, decay = np.random.default_rng(0), 1.0
noise = rng.normal(size=(500, 2)) * [10, 0.1]
ends = {}
for way in ("ℓ2", "decaer"):
    p, memory, trail = np.ones(2), np.zeros((2, 2)), [np.ones(2)]
    for t, g in enumerate(noise, start=1):
        if way == "ℓ2":
            p, memory = adam(p, memory, g + decay * p, t, 0.001)
        else:
            p, memory = adam(p - 0.001 * decay * p, memory, g, t, 0.001)
        trail.append(p)
    ends[way] = np.array(trail)

# %%
fig, axes = plt.subplots(1, 2, figsize=(7.5, 2.9), sharey=True,
                         layout="constrained")
for ax, (way, trail) in zip(axes, ends.items()):
    ax.plot(trail[:, 0], color="#D55E00", label="gradientes grandes")
    ax.plot(trail[:, 1], "--", color="#0072B2", label="gradientes pequeños")
    ax.set(title=f"Adam, {way}", xlabel="Paso", ylim=(0.4, 1.15))
axes[0].set_ylabel("Cuánto vale el peso")
axes[0].legend(loc="lower left")
l2, decayed = ends["ℓ2"][-1], ends["decaer"][-1]
print(f"con ℓ2: ≈ {l2[0]:.2f} y ≈ {l2[1]:.2f}   ¿se llevan más de 0.25? "
      f"{bool(abs(l2[0] - l2[1]) > 0.25)}")
print(f"decaer: ≈ {decayed[0]:.2f} y ≈ {decayed[1]:.2f}   ¿menos de 0.15? "
      f"{bool(abs(decayed[0] - decayed[1]) < 0.15)}")

# %% [markdown] presenta="AdamW"
# **Qué observas.** Con ℓ2, el peso de gradientes grandes casi no encoge: su $\lambda p$ se dividió entre una $\sqrt s$
# enorme. Cuánto encoge un peso depende del tamaño de su gradiente, y no se quería eso. Decayendo, los dos encogen lo
# mismo, más o menos como
# $(1 - \eta\lambda)^{500}$. Eso es **AdamW** (la *W*, de *weight decay*): sacar el freno fuera de la división.
#
# ### ★ Ampliación · Ejercicio 8.2.3
#
# Escribe un paso de AdamW. Recibe los arrays `p`, `m_corregida`, `s_corregida` (las medias de Adam, ya corregidas) y los números
# `tasa` y `decae` (la $\lambda$). Devuelve los pesos nuevos: a los que había, encogidos, se les resta el paso de
# Adam, con su `1e-7` fuera de la raíz.

# %% tags=["ejercicio"]
def paso_adamw(p, m_corregida, s_corregida, tasa, decae):
    # >>> return ...
    encogidos = p - tasa * decae * p
    return encogidos - tasa * m_corregida / (np.sqrt(s_corregida) + 1e-7)
    # <<<

# %%
check("8.2.3", paso_adamw)

# %% [markdown] presenta="numpy.split"
# ## 4 · ¿Qué tasa le doy?
#
# Ahora, una red de verdad: 5000 prendas para aprender, 5000 de validación para decidir, y la prueba en su sobre. Para que
# los optimizadores sean los nuestros, la red también: una capa oculta de 64 neuronas ReLU y una softmax, como la de
# {{como_aprende_una_red}}. Un optimizador quiere **un** array de pesos, así que van todos en fila, y `unpack` los
# reparte (`np.split` corta un array por las posiciones dadas).

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Las celdas de la red se pueden leer por encima: es la retropropagación de siempre, con los pesos en fila. Lo
# nuevo empieza en la prueba de rango. Antes de enseñarla, que cada quien diga con qué tasa empezaría.

# %%
(x_all, y_all), (x_test, y_test) = load_fashion_mnist()

def prepare(images):
    return (images / np.float32(255)).reshape(-1, 784)

x_train, y_train = prepare(x_all[:5000]), y_all[:5000]
x_valid, y_valid = prepare(x_all[55_000:]), y_all[55_000:]

shapes = [(784, 64), (64,), (64, 10), (10,)]
sizes = [math.prod(shape) for shape in shapes]

def unpack(p):
    """Los pesos y sesgos de las dos capas, cada uno con su forma."""
    return [part.reshape(shape) for part, shape
            in zip(np.split(p, np.cumsum(sizes)[:-1]), shapes)]

# %%
def fresh_weights(seed):
    """Los pesos de He, y los sesgos a cero, todo en fila."""
    rng = np.random.default_rng(seed)
    spread = [math.sqrt(2 / 784), 0, math.sqrt(2 / 64), 0]
    parts = [rng.normal(0, wide, n) for wide, n in zip(spread, sizes)]
    return np.concatenate(parts).astype("float32")

def forward(p, x):
    """Lo que sale de la capa oculta, y las probabilidades."""
    w1, b1, w2, b2 = unpack(p)
    hidden = np.maximum(x @ w1 + b1, 0)
    z = hidden @ w2 + b2
    powers = np.exp(z - z.max(axis=1)[:, np.newaxis])
    return hidden, powers / powers.sum(axis=1)[:, np.newaxis]

# %%
def loss(p, x, y):
    """La entropía cruzada media."""
    return -np.log(forward(p, x)[1][np.arange(len(y)), y] + 1e-7).mean()

def gradient(p, x, y):
    """El de la entropía cruzada, en fila como los pesos."""
    hidden, delta = forward(p, x)
    delta[np.arange(len(y)), y] -= 1
    delta = delta / np.float32(len(y))
    back = delta @ unpack(p)[2].T * (hidden > 0)
    return np.concatenate([(x.T @ back).ravel(), back.sum(axis=0),
                           (hidden.T @ delta).ravel(), delta.sum(axis=0)])

# %% [markdown] presenta="prueba de rango"
# La **prueba de rango** (*range test*) lo pregunta en una sola pasada: se empieza con una
# tasa ridícula, se sube un poquito en cada lote, siempre multiplicando por lo mismo, y se apunta la pérdida de cada lote.
#
# Con momento sale esto:

# %%
def range_test(step, rates, seed):
    """La pérdida de cada lote mientras sube la tasa."""
    p, rng = fresh_weights(seed), np.random.default_rng(seed)
    memory, losses = np.zeros((2, len(p)), "float32"), []
    for t, rate in enumerate(rates, start=1):
        rows = rng.permutation(len(x_train))[:100]
        losses.append(loss(p, x_train[rows], y_train[rows]))
        g = gradient(p, x_train[rows], y_train[rows])
        p, memory = step(p, memory, g, t, float(rate))
    return np.array(losses)

rates = np.geomspace(1e-4, 10, 150)
noisy = range_test(momentum, rates, seed=0)

# %% presenta="numpy.convolve"
smooth = np.convolve(noisy, np.ones(9) / 9, mode="valid")
lowest = rates[4 + np.argmin(smooth)]   # la del centro de esas nueve

fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
ax.plot(rates, noisy, ".", color="#999999", label="cada lote")
ax.plot(rates[4:-4], smooth, color="#0072B2", label="media de cada nueve")
ax.axvline(lowest, color="#D55E00", linestyle="--", label="la más baja")
ax.set(title="Prueba de rango, con momento", xscale="log", ylim=(0, 4),
       xlabel="Tasa de aprendizaje", ylabel="Pérdida del lote")
ax.legend(loc="lower left")
print(f"la más baja, con tasa ≈ {lowest:.2f}")
print("¿Entre 0.02 y 0.5?", bool(0.02 < lowest < 0.5))

# %% [markdown]
# **Qué observas.** Un llano, una bajada y un muro. En el llano la tasa es tan pequeña que no se mueve nada; en el muro, la red
# estalla. La tasa útil está en la bajada, **antes** del fondo: allí ya casi se ha pasado. El consejo habitual es
# quedarse diez veces por debajo; si la tasa va a ir bajando, se puede empezar más cerca. Es un orden de
# magnitud: lo decide la validación. (`np.convolve` con nueve novenos hace la media de cada nueve seguidas; con
# `mode="valid"`, solo donde caben las nueve.)
#
# ### Ejercicio 8.2.4
#
# Escribe `elegir_tasa(tasas, perdidas, margen)`. Recibe los dos arrays de una prueba de rango y un número. Suaviza las
# pérdidas con la media de cada **cinco** seguidas, busca la menor de esas medias y devuelve la tasa del **centro** de esas
# cinco, dividida entre `margen`.

# %% tags=["ejercicio"]
def elegir_tasa(tasas, perdidas, margen):
    # >>> return ...
    medias = np.convolve(perdidas, np.ones(5) / 5, mode="valid")
    return tasas[2 + np.argmin(medias)] / margen
    # <<<

# %%
check("8.2.4", elegir_tasa)

# %% [markdown]
# ### ★ Ampliación · ¿Y si entrenas con cada tasa?
#
# `explore_rate_range` hace la misma prueba con otra red pequeña y los dígitos de scikit-learn, sin momento. Elige una
# tasa a la izquierda y mira, a la derecha, qué pasa si se entrena desde el principio con ella, fija.
#
# **Predice:** ¿se puede entrenar con una tasa que está pasado el fondo?

# %% presenta="course_utils.explore_rate_range"
explore_rate_range()

# %% [markdown]
# **Qué observas.** En el llano apenas se mueve y en la bajada aprende. Mucho más allá del fondo, nada; cerca de él
# (prueba con 1), todavía aprende: la prueba de rango dice por dónde buscar, no dónde está el borde exacto.

# %% [markdown] presenta="horario, 1cycle, numpy.interp, numpy.cos"
# ## 5 · ¿Y si la tasa cambia por el camino?
#
# RMSProp no se posaba, y con lotes no se posa nadie: con una tasa fija, los pesos tiemblan alrededor de un buen sitio. El **horario** (*schedule*)
# de la tasa dice cuánto vale en cada momento. Con $u$, la parte del entrenamiento ya hecha, y la tasa máxima por delante:
#
# - **por potencia**: $1 / (1 + 9u)$. Baja deprisa y luego cada vez menos;
# - **exponencial**: $0.01^u$. En tramos iguales se divide entre lo mismo;
# - **a trozos**: un escalón cada cuarta parte;
# - **coseno**: el de {{una_red_mejor}}, con `np.cos`;
# - **por rendimiento**: la mitad cada vez que una época no mejora la validación;
# - **1cycle**: sube, baja y remata muy abajo. Con `np.interp`, que une puntos con rectas: recibe dónde
#   preguntas, las posiciones y los valores.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Tapa los títulos y que nombren cada curva por su forma. En 8.2.5, quien no conozca `np.interp` lo intentará
# con tres `if`: también vale. Lo que de verdad importa de la tabla es la distancia entre la fila «fija» y las demás.

# %%
def stalls(losses):
    """Cuántas épocas no mejoraron a la mejor anterior."""
    return sum(losses[k] >= min(losses[:k]) for k in range(1, len(losses)))

schedules = {
    "fija": lambda u, losses: 1,
    "potencia": lambda u, losses: 1 / (1 + 9 * u),
    "exponencial": lambda u, losses: 0.01**u,
    "a trozos": lambda u, losses: [1, 0.3, 0.1, 0.03][int(4 * u)],
    "coseno": lambda u, losses: (1 + np.cos(np.pi * u)) / 2,
    "rendimiento": lambda u, losses: 0.5 ** stalls(losses),
    "1cycle": lambda u, losses: np.interp(u, [0, 0.45, 0.9, 1],
                                          [0.1, 1, 0.1, 0.001]),
}

# %% [markdown]
# El 1cycle, Keras no lo trae: hay que escribirlo.
#
# ### Ejercicio 8.2.5
#
# Escribe `un_ciclo(paso, total, maxima)`, que devuelve la tasa de ese paso. Va en línea recta de `maxima / 10`, en el paso 0, a `maxima`, en el paso
# `0.45 * total`; de ahí a `maxima / 10`, en `0.9 * total`; y de ahí a `maxima / 1000`, en `total`.

# %% tags=["ejercicio"]
def un_ciclo(paso, total, maxima):
    # >>> return ...
    return np.interp(paso, [0, 0.45 * total, 0.9 * total, total],
                     [maxima / 10, maxima, maxima / 10, maxima / 1000])
    # <<<

# %%
check("8.2.5", un_ciclo)

# %% [markdown]
# Con `train`, cualquier optimizador con cualquier horario: seis épocas en lotes de 100 prendas. La semilla pone los
# pesos iniciales y los lotes, los mismos para todos.

# %%
def train(step, peak, shape, seed, epochs=6, batches=50):
    """Los pesos, y la pérdida de validación tras cada época."""
    p, rng = fresh_weights(seed), np.random.default_rng(seed)
    memory, losses, t = np.zeros((2, len(p)), "float32"), [], 0
    for epoch in range(epochs):
        order = rng.permutation(len(x_train))
        for rows in np.array_split(order, batches):
            rate = peak * float(shape(t / (epochs * batches), losses))
            t += 1
            g = gradient(p, x_train[rows], y_train[rows])
            p, memory = step(p, memory, g, t, rate)
        losses.append(loss(p, x_valid, y_valid))
    return p, losses

# %%
fixed = train(momentum, 0.12, schedules["fija"], seed=0)[1]
u = np.linspace(0, 0.999, 300)
fig, axes = plt.subplots(2, 3, figsize=(7.5, 4.4), sharex=True, sharey=True,
                         layout="constrained")
for ax, name in zip(axes.flat, list(schedules)[1:]):
    ax.plot(u, [schedules[name](at, fixed[:int(6 * at)]) for at in u],
            color="#0072B2")
    ax.set(title=name, xlabel="Parte ya hecha", ylabel="Tasa / máxima")
    ax.grid(alpha=0.3)

# %% [markdown]
# **Qué observas.** Todas menos una empiezan en lo más alto. ¿Cuál sirve más? Cada horario elige en validación su tasa máxima, entre tres por debajo del
# fondo de la prueba de rango; después, cinco semillas nuevas, en parejas con la tasa fija.
#
# %%
def accuracy(p, x, y):
    return np.mean(forward(p, x)[1].argmax(axis=1) == y)

by_schedule = {}
for name, shape in schedules.items():
    trial = [train(momentum, peak, shape, seed=0)[1][-1]
             for peak in (0.03, 0.06, 0.12)]
    peak = (0.03, 0.06, 0.12)[np.argmin(trial)]
    by_schedule[name] = np.array(
        [accuracy(train(momentum, peak, shape, seed)[0], x_valid, y_valid)
         for seed in range(1, 6)])
    gain = by_schedule[name] - by_schedule["fija"]
    print(f"{name:<11} tasa ≈ {peak}  exactitud ≈ "
          f"{by_schedule[name].mean():.3f}  gana a la fija ≈ "
          f"{np.sum(gain > 0)} veces")

# %%
best_gain = by_schedule["coseno"] - by_schedule["fija"]
print("¿Gana el coseno, de media?", bool(best_gain.mean() > 0))

# %% [markdown]
# **Qué observas.** El mismo optimizador y las mismas épocas: solo por bajar la tasa, el coseno acierta más de media (la
# última columna dice en cuántas semillas). Entre los horarios, las diferencias son pequeñas: con cinco semillas no se
# puede decir cuál es mejor.
#
# ### ★ Ampliación · ¿Y en Keras?
#
# Cuatro de ellos son objetos que se le dan al optimizador en lugar de la tasa, como hiciste con el coseno. El de por rendimiento es un
# *callback*, «ReduceLROnPlateau», que mira una métrica tras cada época. ¿Calculan lo mismo que los nuestros?

# %% presenta="keras.optimizers.schedules.InverseTimeDecay, keras.optimizers.schedules.ExponentialDecay, keras.optimizers.schedules.PiecewiseConstantDecay"
in_keras = {
    "potencia": keras.optimizers.schedules.InverseTimeDecay(
        1.0, decay_steps=600, decay_rate=9),
    "exponencial": keras.optimizers.schedules.ExponentialDecay(
        1.0, decay_steps=600, decay_rate=0.01),
    "a trozos": keras.optimizers.schedules.PiecewiseConstantDecay(
        [149, 299, 449], [1.0, 0.3, 0.1, 0.03]),
    "coseno": keras.optimizers.schedules.CosineDecay(1.0, 600),
}

# %%
for name, by_keras in in_keras.items():
    gaps = [abs(float(by_keras(step)) - schedules[name](step / 600, []))
            for step in range(0, 600, 50)]
    print(f"{name:<11} ¿igual que Keras, salvo 1e-6? {max(gaps) < 1e-6}")

# %% [markdown]
# **Qué observas.** Lo mismo. Ojo con `decay_steps`: con menos pasos de los que son, el coseno llega a cero antes de
# tiempo, y la potencia y la exponencial bajan más de lo previsto.
#
# ## Errores frecuentes
#
# **1. Comparar optimizadores con la misma tasa.** Una buena para Adam es diminuta para el descenso:

# %%
cosine = schedules["coseno"]
scores = []
for name, step, peak in (("Adam, 0.01", adam, 0.01),
                         ("descenso, 0.01", plain, 0.01),
                         ("arreglado: descenso, 0.3", plain, 0.3)):
    p = train(step, peak, cosine, seed=0)[0]
    scores.append(accuracy(p, x_valid, y_valid))
    print(f"{name:<24} exactitud ≈ {scores[-1]:.3f}")
print("¿Era, más de la mitad, culpa de la tasa?",
      bool(scores[2] - scores[1] > scores[0] - scores[2]))

# %% [markdown]
# ### ★ Ampliación · Creer que dos bibliotecas empiezan igual
#
# El AdaGrad de Keras no parte de cero, y su camino es otro:

# %%
ours = walk(adagrad, 0.2)
for name, optimizer in (
        ("tal como viene", keras.optimizers.Adagrad(0.2)),
        ("arreglado", keras.optimizers.Adagrad(
            0.2, initial_accumulator_value=0.0))):
    gap = np.abs(ours - keras_path(optimizer)).max()
    print(f"{name}: ¿igual que el nuestro, salvo 1e-6? {bool(gap < 1e-6)}")

# %% [markdown]
# ## Práctica: ocho maneras de bajar, las mismas prendas
#
# La misma red, las mismas semillas, los mismos lotes, las mismas épocas y el mismo horario, el coseno. Primero, **la tasa de
# cada uno, en validación**, entre cuatro, cada una el doble de la anterior (y con la media de dos semillas, para no elegir una
# que estalle la mitad de las veces):

# %% [markdown] tags=["docente"]
# **{{minutos}}** para toda la práctica; las dos celdas largas son medio minuto de cálculo. Mientras corren, que apuesten
# por un optimizador. Insiste en la cuenta del azar: siete comparaciones, y la regla de «las ocho veces».

# %%
grids = {"descenso": (plain, 0.1), "momento": (momentum, 0.02),
         "Nesterov": (nesterov, 0.02), "AdaGrad": (adagrad, 0.01),
         "RMSProp": (rmsprop, 0.002), "Adam": (adam, 0.002),
         "Nadam": (nadam, 0.004), "AdamW": (adamw, 0.002)}
chosen = {}
for name, (step, first) in grids.items():
    peaks = [first, 2 * first, 4 * first, 8 * first]
    trial = [np.mean([train(step, peak, cosine, seed)[1][-1]
                      for seed in (100, 101)]) for peak in peaks]
    chosen[name] = peaks[np.argmin(trial)]
    print(f"{name:<9} tasa ≈ {chosen[name]:<6g} pérdidas de validación "
          + ", ".join(f"≈ {value:.2f}" for value in trial))

# %% [markdown]
# Con las tasas ya decididas se abre la prueba, **una vez**: ocho semillas nuevas para cada uno.
#
# **Predice:** ¿quién ganará, y por cuánto?

# %%
x_exam = prepare(x_test)
exam, taught = {}, {}
for name, (step, first) in grids.items():
    nets = [train(step, chosen[name], cosine, seed)[0]
            for seed in range(1, 9)]
    exam[name] = np.array([accuracy(p, x_exam, y_test) for p in nets])
    taught[name] = np.array([accuracy(p, x_train, y_train) for p in nets])
    print(f"{name:<9} exactitud en prueba ≈ {exam[name].mean():.4f}")

# %% [markdown]
# ¿Qué diferencias no son suerte? Si dos optimizadores fueran iguales, ganar o perder en cada semilla sería como echar una
# moneda, y que ocho caigan del mismo lado tiene probabilidad $2 / 2^8$. La regla: se distinguen si gana siempre o pierde siempre.
# Como se comparan siete con Adam, la probabilidad de alguna falsa alarma es, como mucho, siete veces esa.

# %%
for name in exam:
    gap = exam[name] - exam["Adam"]
    wins, losses = int(np.sum(gap > 0)), int(np.sum(gap < 0))
    print(f"{name:<9} menos Adam ≈ {gap.mean():+.4f}   gana ≈ {wins}, "
          f"pierde ≈ {losses}")

means = np.array([exam[name].mean() for name in exam
                  if name not in ("descenso", "AdaGrad")])
print("¿Caben los otros seis en 0.015?", bool(np.ptp(means) < 0.015))
print(f"del peor al mejor de esos seis ≈ {np.ptp(means):.3f}; "
      f"de tasa fija a coseno ≈ {best_gain.mean():.3f}")

# %% [markdown]
# **Qué observas.** El descenso y AdaGrad quedan detrás. Los otros seis caben en punto y medio de exactitud, y la mayoría ganan unas
# veces y pierden otras: no se distinguen de Adam. Si alguno gana las ocho, sí: mira por
# cuánto. Y compara las dos últimas cifras (la segunda, de la sección 5): con el horario se juega uno tanto o más que con la elección entre estos seis.
#
# > **Lo que oirás por ahí: «el descenso generaliza mejor que Adam».** Se dijo midiendo entrenamientos muy largos, a
# > menudo con momento, y se repite como si valiera siempre. Aquí, con el mismo presupuesto:

# %% tags=["resultado"]
for name in ("descenso", "momento", "Adam"):
    gap = taught[name].mean() - exam[name].mean()
    print(f"{name:<9} en lo aprendido ≈ {taught[name].mean():.3f}   "
          f"en prueba ≈ {exam[name].mean():.3f}   distancia ≈ {gap:.3f}")
print("¿Acierta Adam más que el descenso en prueba, las ocho veces?",
      bool((exam["Adam"] > exam["descenso"]).all()))
slack = {name: (taught[name] - exam[name]).mean() for name in exam}
print("¿Y es mayor la distancia de Adam?",
      bool(slack["Adam"] > slack["descenso"]))

# %% [markdown]
# **Qué observas.** La distancia entre lo aprendido y la prueba es menor con el descenso, pero porque aprendió menos: en
# la prueba acierta menos. Con momento, casi empata con Adam. Se elige a quien acierta más en lo que no ha visto, no a
# quien se separa menos.

# %% [markdown]
# ### ★ Ampliación · ¿Y semilla a semilla?
#
# Cada punto es una pareja, con la misma semilla:

# %%
fig, ax = plt.subplots(figsize=(7, 3.4), layout="constrained")
for row, name in enumerate(exam):
    gap = exam[name] - exam["Adam"]
    ax.plot(gap, np.full(8, row), "o", color="#0072B2", alpha=0.5)
    ax.plot(gap.mean(), row, "D", color="#D55E00")
ax.axvline(0, color="black", linewidth=0.8)
ax.set(yticks=range(8), yticklabels=list(exam),
       title="Cada punto, una semilla; el rombo, la media",
       xlabel="Exactitud en prueba, menos la de Adam")
ax.invert_yaxis()

# %% [markdown]
# ### ★ Ampliación · Ejercicio 8.2.6
#
# Pasa la regla a código. Escribe `se_distinguen(a, b)`: recibe dos arrays de exactitudes, semilla a semilla, y devuelve `True` si `a` gana **siempre** o pierde
# **siempre**. Un empate no es ganar ni perder.

# %% tags=["ejercicio"]
def se_distinguen(a, b):
    # >>> return ...
    return bool((a > b).all() or (a < b).all())
    # <<<

# %%
check("8.2.6", se_distinguen)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** ¿Qué arregla RMSProp de AdaGrad?
#
# - a) Añade una velocidad, para que el paso tenga inercia.
# - b) Olvida los gradientes viejos, y los pasos no se encogen sin fin.
# - c) Elige la tasa por ti.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("8.2.A1", respuesta_1)

# %% [markdown]
# **A2.** Con Adam, ¿en qué se diferencian ℓ2 y decaer los pesos (AdamW)?
#
# - a) En nada: son dos nombres de lo mismo.
# - b) ℓ2 encoge más los pesos de gradientes grandes.
# - c) ℓ2 pasa por la división entre $\sqrt s$ y encoge menos los pesos de gradientes grandes; al decaer, encogen todos lo mismo.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "c"
# <<<
check("8.2.A2", respuesta_2)

# %% [markdown]
# **A3.** Alguien prueba Adam y el descenso, los dos con tasa 0.001, y concluye que Adam es mejor. ¿Qué le dices?
#
# - a) Que cada uno necesita su tasa, elegida en validación; después, las mismas semillas para los dos.
# - b) Que use la misma tasa, pero mayor.
# - c) Que elija la tasa de cada uno con la prueba.
# - d) Que tiene razón: con la misma tasa, la comparación es justa.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("8.2.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Nesterov mide la pendiente un poco más adelante; AdaGrad frena cada peso y no deja de frenar; RMSProp olvida.
# - Adam junta la inercia y el paso por peso; Nadam le añade la mirada; AdamW encoge los pesos fuera de la división.
# - Para que coincidan con Keras hay que mirar dónde va épsilon, de qué valor se parte y qué inercia usa Nadam.
# - La prueba de rango da el orden de magnitud de la tasa; la validación decide, y un horario que baja ayuda a posarse.
# - Cada optimizador, con su tasa, las mismas semillas y en parejas: lo que no gana siempre, no se distingue.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 11.
# - I. Loshchilov y F. Hutter (2019), *Decoupled Weight Decay Regularization*, de donde viene AdamW:
#   [arXiv:1711.05101](https://arxiv.org/abs/1711.05101).
# - L. Smith (2018), *A Disciplined Approach to Neural Network Hyper-Parameters*, sobre la prueba de rango y el 1cycle:
#   [arXiv:1803.09820](https://arxiv.org/abs/1803.09820).
# - T. Dozat (2016), *Incorporating Nesterov Momentum into Adam*, el artículo de Nadam.
