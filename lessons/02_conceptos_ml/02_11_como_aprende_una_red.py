# %% [markdown]
# # 2.11 · Repartir la culpa: la retropropagación
#
# | | |
# |---|---|
# | **Objetivos** | Encadenar derivadas a través de una neurona; escribir la retropropagación de una red 2-2-1 y comprobar que es correcta; elegir con qué pesos empieza una capa, midiendo lo que dispersan sus activaciones; medir cómo se desvanece el gradiente en una red profunda |
# | **Duración** | {{minutos}} |
# | **Requisitos** | La pasada hacia delante (lección {{capas}}); derivadas parciales, la regla de la cadena y el descenso ({{descenso_de_gradiente}}); los lotes ({{lotes_y_optimizadores}}) |
# | **Datos** | XOR; los pingüinos de Palmer (CC0) |
# | **Práctica** | Entrenar con tus propias manos una red que estima el peso de un pingüino |

# %% presenta="course_utils.quiet_tensorflow"
import matplotlib.pyplot as plt
import numpy as np

from course_utils import check, hint, solution
from course_utils import load_penguins, quiet_tensorflow

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import tensorflow as tf

# %% [markdown] presenta="numpy.prod"
# ## 1 · ¿Y si entre el peso y el error hay una neurona?
#
# En la recta de {{descenso_de_gradiente}}, la cadena tenía dos eslabones: del peso al error, y del error a la
# pérdida. Con una neurona en medio hay uno más. Esta recibe $x = 2$, su peso es $w = 0.5$ y responde
# $\hat y = \tanh(w x)$; debía responder $y = 0.2$.
#
# 1. $z = w x = 1$. Si $w$ sube 1, $z$ sube $x = 2$.
# 2. $\hat y = \tanh(1) = 0.762$. La pendiente de la tanh, de una tabla de derivadas, es $1 - \hat y^2 = 0.420$.
# 3. $L = (\hat y - y)^2 = 0.315$. Su derivada es $2(\hat y - y) = 1.123$.
#
# **Predice:** ¿qué vale la derivada de la pérdida respecto a $w$? Haz la cuenta antes de ejecutar.
# (`np.prod` multiplica todos los números de una lista.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Calculadora en mano, con los tres eslabones en la pizarra. Pregunta qué pasaría con w = 5: la tanh está
# saturada, su eslabón vale casi 0 y se lleva por delante el producto. Es la sección 5 en pequeño.

# %%
def neuron_loss(w, x=2.0, y=0.2):
    return (np.tanh(w * x) - y) ** 2

y_hat = np.tanh(0.5 * 2)
links = [2.0, 1 - y_hat**2, 2 * (y_hat - 0.2)]
measured = (neuron_loss(0.5 + 1e-5) - neuron_loss(0.5 - 1e-5)) / 2e-5
print("eslabones:", np.round(links, 3))
print(f"multiplicados: {np.prod(links):.4f}   moviendo w y midiendo: "
      f"{measured:.4f}")

# %% [markdown] presenta="retropropagación"
# **Qué observas.** Los tres eslabones, multiplicados, dan lo mismo que mover $w$ y medir: 0.9434. Una
# cadena puede ser todo lo larga que haga falta, y cada eslabón menor que 1 encoge el producto.
#
# ## 2 · ¿Cómo se reparte la culpa entre las neuronas?
#
# En la recta, cada peso toca el resultado directamente. En una red, un peso de la primera capa lo
# hace a través de una neurona, que pasa por otra. ¿Cuánta culpa del error tiene él? La respuesta es
# la regla de la cadena, aplicada **desde la salida hacia atrás**: la **retropropagación**
# (*backpropagation*).
#
# Usaremos la red más pequeña que la necesita, la **2-2-1**: dos entradas, dos neuronas ocultas con
# tanh y una salida sin activación. Nueve parámetros. Primero, hacia delante, con un solo ejemplo:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Es el corazón de la lección. Haz el ejemplo numérico con la clase, calculadora en mano:
# delante en azul, atrás en rojo. Después, 2.11.1 y 2.11.2 son las mismas cuentas para un lote. Pista
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
print(f"h = {h.round(3)}   y_hat = {y_hat:.3f}   "
      f"pérdida = {(y_hat - y) ** 2:.3f}")

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
spots = {"x₁": (0, 1), "x₂": (0, 0), "h₁": (1, 1), "h₂": (1, 0),
         "ŷ": (2, 0.5)}
forward = {"x₁": x[0], "x₂": x[1], "h₁": h[0], "h₂": h[1], "ŷ": y_hat}
blame = {"h₁": delta_1, "h₂": delta_2, "ŷ": delta}

# %% presenta=".split, strict=True"
fig, ax = plt.subplots(figsize=(6, 3))
for pair in ("x₁ h₁", "x₁ h₂", "x₂ h₁", "x₂ h₂", "h₁ ŷ", "h₂ ŷ"):
    start, end = (spots[name] for name in pair.split())
    ax.plot(*zip(start, end, strict=True), color="#999999", zorder=1)
for name, (left, bottom) in spots.items():
    ax.text(left, bottom, name, ha="center", va="center",
            bbox={"boxstyle": "circle", "fc": "w"})
    ax.text(left, bottom + 0.2, f"→ {forward[name]:.3f}", color="#0072B2",
            ha="center")
    if name in blame:
        ax.text(left, bottom - 0.29, f"← {blame[name]:.3f}",
                color="#D55E00", ha="center")
ax.set(title="Hacia delante, los valores (→); hacia atrás, la culpa (←)",
       xlim=(-0.4, 2.4), ylim=(-0.5, 1.4), xticks=[], yticks=[])
fig.tight_layout()

# %% [markdown]
# **Qué observas.** La neurona 1 tiene el peso de salida mayor, pero está casi saturada ($h_1$ cerca de
# 1): la tanh deja pasar muy poco y su culpa es pequeña. La neurona 2 recibe más, con signo
# contrario. Cada valor se calculó **una** vez y se reutilizó: por eso retropropagar cuesta más o
# menos lo que dos pasadas hacia delante (dos productos por capa, en vez de uno), tenga la red nueve pesos o nueve millones.
#
# Te toca, para un lote entero. Las formas, con $n$ ejemplos: `x` es `(n, 2)`; `h`, `(n, 2)`; `y_hat` e
# `y`, `(n,)`. La pérdida es la **media** de los $n$ errores al cuadrado, así que la culpa de la salida
# es ahora $\delta_i = 2(\hat y_i - y_i)/n$.
#
# ### Ejercicio 2.11.1
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
check("2.11.1", ultima_capa)

# %% [markdown] presenta="numpy.outer"
# ### Ejercicio 2.11.2
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
check("2.11.2", retropropagar)

# %% [markdown] presenta="cinta, with … as, asignación encadenada, tensorflow.GradientTape, tensorflow.Variable, tensorflow.tanh, tensorflow.matmul, tensorflow.linalg.matvec, tensorflow.reduce_mean, .gradient, .numpy"
# Lo que acabas de escribir lo hacen solas todas las bibliotecas. En TensorFlow, una **cinta**
# (`GradientTape`) graba la pasada hacia delante y la recorre al revés. Graba lo que se hace dentro del
# `with` con las variables (`tf.Variable`); `as tape` le da nombre, y `tape.gradient` pide las derivadas.
# (La primera línea es una **asignación encadenada**: una lista se guarda entera en `variables`, y cada
# elemento, con su nombre.)
#
# Las cuentas son las tuyas: `tf.tanh`, `tf.matmul` (el `@` de dos matrices), `tf.linalg.matvec` (el de
# una matriz y un vector) y `tf.reduce_mean` (la media). `numpy()` devuelve el resultado a un array.

# %%
def tape_gradients(params, x, y):
    """Pérdida de la red 2-2-1 y sus cuatro gradientes, con TensorFlow."""
    W1, b1, w2, b2 = variables = [tf.Variable(value) for value in params]
    with tf.GradientTape() as tape:
        hidden = tf.tanh(tf.matmul(x, W1) + b1)
        output = tf.linalg.matvec(hidden, w2) + b2
        loss = tf.reduce_mean((output - y) ** 2)
    return float(loss), [gradient.numpy()
                         for gradient in tape.gradient(loss, variables)]

# %%
_, gradients = tape_gradients([W1, b1, w2, np.array(b2)], x[np.newaxis],
                              np.array([y]))
by_hand = [x[0] * delta_1, x[0] * delta_2, x[1] * delta_1, x[1] * delta_2]
print("TensorFlow:", gradients[0].ravel().round(4))
print("a mano:    ", np.array(by_hand).round(4))
print("¿Iguales, salvo 0.00001?",
      np.allclose(gradients[0].ravel(), by_hand, atol=1e-5))

# %% [markdown]
# **Qué observas.** Los mismos números. Ninguna magia: la regla de la cadena, bien ordenada.
#
# ## 3 · ¿Aprende así lo que una neurona sola no podía?
#
# Con esto la red ya puede aprender algo que una sola neurona no puede: **XOR**, de la lección {{capas}}.
#
# **Predice:** tres redes iguales que solo se distinguen en los pesos al azar con que empiezan:
# ¿llegarán las tres al mismo sitio?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de ejecutar, que voten. La meseta de una semilla enlaza con {{lotes_y_optimizadores}}; la que
# no llega, con la sección 4: el arranque importa.

# %%
xor_x = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
xor_y = np.array([0.0, 1.0, 1.0, 0.0])

def train_xor(seed, steps=500, rate=0.3):
    rng = np.random.default_rng(seed)
    params = [rng.normal(size=(2, 2)), np.zeros(2), rng.normal(size=2),
              np.array(0.0)]
    losses = []
    for step in range(steps):
        loss, gradients = tape_gradients(params, xor_x, xor_y)
        losses.append(loss)
        params = [p - rate * g
                  for p, g in zip(params, gradients, strict=True)]
    return params, losses

# %%
runs = {seed: train_xor(seed) for seed in (4, 3, 1)}

fig, ax = plt.subplots(figsize=(5.5, 3))
for (seed, (_, losses)), style in zip(runs.items(), ("-", "--", ":"),
                                      strict=True):
    color = {4: "#0072B2", 3: "#999999", 1: "#D55E00"}[seed]
    ax.plot(losses, style, color=color, label=f"semilla {seed}")
    print(f"semilla {seed}: pérdida final ≈ {losses[-1]:.4f}   "
          f"¿aprende XOR? {losses[-1] < 0.01}")
ax.set(title="La misma red, tres arranques", xlabel="Paso",
       ylabel="Pérdida", ylim=(0, 0.5))
ax.legend()
fig.tight_layout()

# %% [markdown] presenta="convexa, numpy.isclose"
# **Qué observas.** Una baja de corrido. Otra pasa un buen rato en una meseta, y al final cae. La
# tercera se queda cerca de 0.125, que es lo que da acertar dos casos y decir 0.5 en los otros dos: allí
# el suelo es casi llano. Misma red, mismos datos, distinto arranque. (Elegimos tres semillas que lo enseñan.)
#
# ### ★ Ampliación · Lo que oirás por ahí: «el descenso de gradiente es una función convexa»
#
# > El descenso es un **método**; convexa (con forma de cuenco) puede ser la pérdida sobre la que se usa. En una función
# > convexa, el punto medio entre dos sitios nunca está más alto que la media de los dos. Hagamos esa
# > prueba con el valle del taxi y con la red de XOR. (`np.isclose` dice si dos números son
# > casi iguales.)

# %%
rng = np.random.default_rng(0)
one, other = rng.uniform(-5, 5, (10_000, 2)), rng.uniform(-5, 5,
                                                          (10_000, 2))
km = rng.uniform(0.5, 5, 40)
euros = 2.5 + 1.2 * km + rng.normal(0, 0.6, 40)

def taxi_loss(w, b):
    return np.square(w[:, np.newaxis] * km + b[:, np.newaxis]
                     - euros).mean(axis=-1)

middle = taxi_loss(*((one + other) / 2).T)
average = (taxi_loss(*one.T) + taxi_loss(*other.T)) / 2
print("taxi: ¿pasa las 10 000 pruebas?", (middle <= average).all())

# %%
W1, b1, w2, b2 = runs[4][0]
# las dos neuronas cambian de sitio
swapped = [W1[:, ::-1], b1[::-1], w2[::-1], b2]
shares = np.linspace(0, 1, 41)
walk = [tape_gradients([(1 - t) * p + t * q for p, q
                        in zip(runs[4][0], swapped, strict=True)],
                       xor_x, xor_y)[0] for t in shares]
print("red: ¿valen lo mismo los dos extremos?",
      bool(np.isclose(walk[0], walk[-1])))
print("red: ¿pasa la prueba el punto medio?",
      walk[20] <= (walk[0] + walk[-1]) / 2)

# %%
fig, ax = plt.subplots(figsize=(6, 3))
ax.plot(shares, walk, color="#0072B2")
ax.plot([0, 1], [walk[0], walk[-1]], "o", color="#D55E00",
        label="dos redes que aciertan XOR")
ax.set(title="Entre dos soluciones iguales hay una colina",
       ylabel="Pérdida", xlabel="Camino de una red a la otra (0 a 1)")
ax.legend()
fig.tight_layout()

# %% [markdown]
# **Qué observas.** El error cuadrático de una recta sí es convexo. El de la red no: intercambiar sus dos
# neuronas da otra red que responde igual, y entre las dos, en línea recta, hay una colina. El descenso de gradiente
# funcionó en los dos terrenos; lo que se pierde sin convexidad es la **garantía** de llegar al mejor
# sitio. (Lo viste: la semilla 1 no llegó.)
#
# ## 4 · ¿Con qué pesos se empieza?
#
# Todo peso empieza en algún sitio. Se le ocurre a cualquiera: **todos a cero**, o todos iguales, que es lo
# neutral. Probemos con XOR.
#
# **Predice:** si las dos neuronas ocultas empiezan con los mismos pesos, de entrada y de salida, ¿en qué se
# diferenciarán después de doscientos pasos?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dos gemelas que reciben la misma culpa hacen el mismo movimiento: que lo digan antes de ejecutar. En las
# diez capas, la pregunta buena es «¿por cuánto se multiplica en cada una?»: 0.07, 7 o casi 1. Errores de 2.11.3: usar la
# varianza como desviación, o dividir entre las salidas.

# %%
rng = np.random.default_rng(4)
starts = {"a cero": [np.zeros((2, 2)), np.zeros(2), np.zeros(2),
                     np.array(0.0)],
          "iguales": [np.full((2, 2), 0.5), np.zeros(2),
                      np.full(2, 0.5), np.array(0.0)],
          "al azar": [rng.normal(size=(2, 2)), np.zeros(2),
                      rng.normal(size=2), np.array(0.0)]}
for name, params in starts.items():
    for step in range(200):
        loss, gradients = tape_gradients(params, xor_x, xor_y)
        params = [p - 0.3 * g
                  for p, g in zip(params, gradients, strict=True)]
    twins = np.allclose(params[0][:, 0], params[0][:, 1])
    print(f"{name}: ¿neuronas gemelas? {twins}   "
          f"¿aprende XOR? {loss < 0.05}")

# %% [markdown] presenta="inicialización"
# **Qué observas.** A cero o iguales, las dos neuronas reciben siempre la misma culpa, se mueven lo mismo y
# serán gemelas para siempre: es como tener una sola. El azar **rompe la simetría**: hace falta, aunque no siempre
# baste (este arranque es el de la semilla 4, que ya aprendió; el de la 1 tampoco tiene gemelas, y no llegó). Elegir
# los pesos del principio se llama **inicialización** (*initialization*).
#
# ¿Y de qué tamaño? Hagamos pasar 500 muestras por diez capas de 100 neuronas con ReLU, sin entrenar nada, y
# midamos la desviación estándar de lo que sale de cada una.
#
# **Predice:** con pesos de desviación 0.01, ¿qué llegará a la capa 10? ¿Y con desviación 1?

# %%
def spread_by_layer(deviation, seed=0):
    """La desviación estándar de lo que da cada una de diez capas ReLU."""
    rng = np.random.default_rng(seed)
    signal, spreads = rng.normal(size=(500, 100)), []
    for layer in range(10):
        signal = np.maximum(0,
                            signal @ rng.normal(0, deviation, (100, 100)))
        spreads.append(signal.std())
    return spreads

spreads = {"pequeños, 0.01": 0.01, "grandes, 1": 1.0,
           "He, √(2/100)": np.sqrt(2 / 100)}
for name, deviation in spreads.items():
    spreads[name] = spread_by_layer(deviation)
    print(f"{name:<15} capa 1: {spreads[name][0]:<6.2g} "
          f"capa 10: {spreads[name][-1]:.1g}")

# %%
fig, ax = plt.subplots(figsize=(6, 3.2))
looks = (("#0072B2", "s--"), ("#D55E00", "^:"), ("#009E73", "o-"))
for (name, values), (color, style) in zip(spreads.items(), looks,
                                          strict=True):
    ax.plot(range(1, 11), values, style, color=color, label=name)
ax.set(title="Lo que se dispersa la salida de cada capa", xlabel="Capa",
       yscale="log", ylabel="Desviación estándar")
ax.legend()
fig.tight_layout()

# %% [markdown] presenta="Glorot, He"
# **Qué observas.** Con pesos pequeños, en cada capa se pierde más del 90 % y a la décima no llega nada. Con
# pesos grandes, cada capa multiplica por siete y la señal se dispara. En medio está el tamaño justo, y se
# deduce: cada neurona suma $n$ entradas, así que la media de los cuadrados se multiplica por $n$ y por la varianza
# de los pesos, y ReLU, que apaga la mitad, la deja a la mitad. Para que quede igual:
#
# - **He**, para ReLU: desviación $\sqrt{2/n}$, con $n$ las **entradas** de la capa;
# - **Glorot**, para tanh o sigmoide: $\sqrt{2/(n + m)}$, con $m$ las salidas. Es la que pone Keras, si no se pide otra.
#
# ### Ejercicio 2.11.3
#
# Escribe `iniciar_capa(entradas, salidas, rng)`: devuelve `W, b`. `W`, con forma (entradas, salidas), son pesos normales
# de media 0 y la desviación de He, sacados de `rng`; `b`, con forma (salidas,), son ceros: los sesgos no
# rompen nada por empezar iguales.

# %% tags=["ejercicio"]
def iniciar_capa(entradas, salidas, rng):
    # >>> return ...
    return rng.normal(0, np.sqrt(2 / entradas),
                      (entradas, salidas)), np.zeros(salidas)
    # <<<

# %%
check("2.11.3", iniciar_capa)

# %% [markdown]
# ## 5 · ¿Cuánta culpa llega a la primera capa?
#
# La culpa cruza hacia atrás multiplicándose, en cada capa, por los pesos y por la pendiente de la activación. La de
# la sigmoide, lo viste en {{la_neurona}}, no pasa de 0.25. La de ReLU es 1 en el lado positivo.
#
# **Predice:** en una red de diez capas con sigmoide, ¿el gradiente de la primera capa será parecido al de la
# última, diez veces menor o más de mil veces menor?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que calculen 0.25 a la décima antes de ejecutar: una millonésima. La figura no depende del
# entrenamiento: es el primer paso, que con sigmoide la primera capa casi no da.

# %%
def gradient_norms(activation, slope, deviation, seed=0):
    """Lo que mide el gradiente de cada una de diez capas de 50 neuronas,
    sin entrenar."""
    rng = np.random.default_rng(seed)
    x, y = rng.normal(size=(200, 50)), rng.normal(size=200)
    layers = [rng.normal(0, deviation, (50, 50)) for _ in range(10)]
    last, outputs = rng.normal(0, np.sqrt(1 / 50), 50), [x]
    for W in layers:
        outputs.append(activation(outputs[-1] @ W))
    blame, norms = np.outer(2 * (outputs[-1] @ last - y) / 200, last), []
    for layer in range(9, -1, -1):  # de la salida hacia atrás
        blame = blame * slope(outputs[layer + 1])
        norms.append(np.linalg.norm(outputs[layer].T @ blame))
        blame = blame @ layers[layer].T
    return norms[::-1]

# %%
by_sigmoid = gradient_norms(lambda z: 1 / (1 + np.exp(-z)),
                            lambda a: a * (1 - a), np.sqrt(1 / 50))
by_relu = gradient_norms(lambda z: np.maximum(0, z), lambda a: a > 0,
                         np.sqrt(2 / 50))

# %% tags=["resultado"]
fig, ax = plt.subplots(figsize=(6, 3.2))
ax.plot(range(1, 11), by_relu, "o-", color="#0072B2",
        label="ReLU, pesos de He")
ax.plot(range(1, 11), by_sigmoid, "s--", color="#D55E00",
        label="sigmoide, pesos de Glorot")
ax.set(title="La culpa que llega a cada capa", xlabel="Capa",
       ylabel="Norma del gradiente", yscale="log")
ax.legend()
fig.tight_layout()
for name, norms in (("sigmoide", by_sigmoid), ("ReLU", by_relu)):
    print(f"{name:<8} capa 10: {norms[9]:.2g}   capa 1: {norms[0]:.2g}")
print("sigmoide: ¿más de cien mil veces menos en la primera?",
      by_sigmoid[9] > 1e5 * by_sigmoid[0])
print("ReLU: ¿menos de cien veces menos?",
      bool(by_relu[9] < 100 * by_relu[0]))

# %% [markdown] presenta="gradientes que se desvanecen"
# **Qué observas.** Con sigmoide, cada capa deja pasar, de media, la quinta parte de la culpa, y a la primera le llega
# más de cien mil veces menos que a la última: apenas aprende. Son los **gradientes que se desvanecen** (*vanishing
# gradients*), que durante años frenaron a las redes profundas. Con ReLU y pesos de He, a la primera le llega unas
# siete veces menos que a la última: encoge, pero llega. Por eso son lo habitual en las capas ocultas.
#
# ## Errores frecuentes
#
# **1. Restar una columna y una fila.** Muchas redes devuelven sus respuestas con forma `(n, 1)`, y las
# respuestas reales tienen forma `(n,)`. NumPy no protesta: las extiende, y resta **todas con todas**.

# %%
# lo que dice la red, con forma (3, 1)
column = np.array([[1.0], [2.0], [3.0]])
real = np.array([1.0, 2.0, 3.0])           # idéntico, con forma (3,)

print("mal:      ", (column - real).shape, " pérdida:",
      ((column - real) ** 2).mean().round(3))
print("arreglado:", (column[:, 0] - real).shape, "   pérdida:",
      ((column[:, 0] - real) ** 2).mean())

# %% [markdown]
# La red acierta en todo y la pérdida dice 1.333. Cuando algo no aprende, **imprime las formas**.
#
# **2. Pedir a la cinta el gradiente de algo que no vigila.** `GradientTape` solo sigue, por sí misma, las
# `tf.Variable`. De lo demás devuelve `None`, y el fallo aparece una línea más tarde.

# %% presenta="tensorflow.constant"
for weight in (tf.constant(3.0), tf.Variable(3.0)):
    with tf.GradientTape() as tape:
        loss = (weight - 1.0) ** 2
    slope = tape.gradient(loss, weight)
    try:
        print("Arreglado, con Variable: el peso pasa a",
              round(float(weight - 0.1 * slope), 3))
    except TypeError:
        print("Falla con TypeError, porque el gradiente es", slope)

# %% [markdown]
# ## Práctica: una red hecha a mano que pesa pingüinos
#
# Vuelven los pingüinos. Vamos a estimar su masa con dos medidas y una red 2-2-1 entrenada con **tu** retropropagación.
#
# Separamos 92 pingüinos para el examen final. Las medidas se escalan, para que las neuronas tanh no se saturen,
# con la media y la desviación **del conjunto de entrenamiento**: en {{sobreajuste}} verás por qué.

# %% [markdown] tags=["docente"]
# **{{minutos}}**, y se puede terminar en casa. La semilla importa, como en XOR: quien se quede por encima de lo
# pedido, que mire el error en entrenamiento y elija por él otro arranque o más épocas, no por el examen.

# %%
columns = ["flipper_length_mm", "bill_depth_mm", "body_mass_g"]
penguins = load_penguins().dropna(subset=columns)
order = np.random.default_rng(0).permutation(len(penguins))
# aleta y altura del pico, en mm
measures = penguins[columns[:2]].to_numpy(float)[order]
mass = penguins["body_mass_g"].to_numpy(float)[order] / 1000   # masa, en kg

x_train, x_test = measures[:250], measures[250:]
y_train, y_test = mass[:250], mass[250:]
print("entrenamiento:", x_train.shape, "  prueba:", x_test.shape)

# %% [markdown]
# ¿Qué hay que superar? Dos referencias, con el error en kilos: responder siempre la media, y el mejor
# plano (una recta con dos entradas).

# %%
def rmse(real, predicted):
    return np.sqrt(np.mean((real - predicted) ** 2))

def hacer_lotes(n, tamano, rng):
    """Los lotes de una época, como en la lección de los lotes."""
    order = rng.permutation(n)
    return [order[start:start + tamano] for start in range(0, n, tamano)]

z_train = (x_train - x_train.mean(axis=0)) / x_train.std(axis=0)
z_test = (x_test - x_train.mean(axis=0)) / x_train.std(axis=0)
plane = np.linalg.lstsq(np.column_stack([z_train, np.ones(250)]), y_train,
                        rcond=None)[0]
plane_error = rmse(y_test, np.column_stack([z_test, np.ones(92)]) @ plane)

print(f"siempre la media: {rmse(y_test, y_train.mean()):.3f} kg")
print(f"el mejor plano:   {plane_error:.3f} kg")

# %% [markdown]
# ### Ejercicio 2.11.4
#
# Entrena la red 2-2-1 con `z_train` e `y_train` y guarda en `red` la lista de sus cuatro parámetros,
# `[W1, b1, w2, b2]`. Parte de pesos al azar, por ejemplo `rng.normal(0, 0.5, (2, 2))`. En cada época,
# baraja, reparte en lotes de 32 y da un paso por lote con tasa 0.05; con 200 épocas sobra. El
# examen pide un error menor que **0.36 kg** con los pingüinos de prueba. ¿Más épocas, otra semilla? Decídelo con
# el error en `z_train`: el examen es solo para el final.
#
# Tienes todas las piezas: `hacer_lotes`, aquí arriba, y tu `retropropagar`. Si esta última no te sale todavía,
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

# %%
check("2.11.4", red)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** ¿Para qué sirve la retropropagación?
#
# - a) Para elegir la tasa de aprendizaje.
# - b) Para pasar los datos por la red al revés y comprobar las entradas.
# - c) Para calcular el gradiente de todos los pesos, de la salida hacia atrás.
# - d) Para deshacer los pasos que empeoraron la pérdida.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("2.11.A1", respuesta_1)

# %% [markdown]
# **A2.** Empiezas con todos los pesos, los de una capa oculta y los de la salida, iguales a 0.5. ¿Qué pasa al entrenar?
#
# - a) Nada malo: el descenso los separa en pocos pasos.
# - b) La pérdida da «nan» desde el primer paso.
# - c) Las neuronas ocultas seguirán siendo iguales entre sí.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "c"
# <<<
check("2.11.A2", respuesta_2)

# %% [markdown]
# **A3.** Una red de doce capas con sigmoide no aprende: las primeras capas apenas se mueven. ¿Qué pruebas primero?
#
# - a) ReLU con pesos de He.
# - b) Añadir más capas con sigmoide.
# - c) Empezar con todos los pesos a cero.
# - d) Pasar los datos al revés.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("2.11.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - La retropropagación es la regla de la cadena desde la salida hacia atrás, y reutiliza cada cuenta.
# - Un gradiente se prueba con diferencias finitas, o con el que da una biblioteca.
# - Pesos iguales dan neuronas gemelas: se empieza al azar.
# - El tamaño de ese azar importa: He para ReLU, Glorot para tanh y sigmoide.
# - En una red profunda con sigmoide la culpa se desvanece; con ReLU y pesos de He, llega.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulos 10 (retropropagación) y 11 (inicialización y gradientes que se desvanecen).
# - D. Rumelhart, G. Hinton y R. Williams (1986), *Learning representations by back-propagating
#   errors*, Nature 323: [doi:10.1038/323533a0](https://doi.org/10.1038/323533a0).
# - [Guía de TensorFlow: diferenciación automática](https://www.tensorflow.org/guide/autodiff).
