# %% [markdown]
# # 2.4 · La neurona: de una suma con pesos a una red
#
# | | |
# |---|---|
# | **Objetivos** | Calcular a mano lo que responde una neurona artificial; hacer que aprenda AND y OR; explicar por qué sola no puede con XOR y dos capas sí; reconocer escalón, sigmoide, tanh, ReLU y softmax por su rango y su pendiente; calcular una red entera con matrices y contar sus parámetros |
# | **Duración** | 75 min |
# | **Requisitos** | Funciones (lección 1.5), arrays de NumPy y el producto `@` (1.6), qué es entrenar un modelo (2.1) |
# | **Datos** | Cuatro puntos escritos a mano, y los pingüinos de Palmer (licencia CC0), incluidos en el curso |
# | **Práctica** | Una neurona y una red que reconocen pingüinos |

# %%
import math

import matplotlib.pyplot as plt
import numpy as np

from course_utils import check, load_penguins
from course_utils import explore_neuron, plot_activation, plot_decision_regions

# %% [markdown]
# ## 1 · ¿Qué tiene de neurona una neurona artificial?
#
# Una neurona de tu cerebro recibe señales de otras por unas ramas, las **dendritas**. Cada contacto,
# la **sinapsis**, deja pasar la señal con más o menos fuerza, y puede animar o frenar. El cuerpo de la
# célula lo reúne todo y, si pasa de cierto nivel, dispara una señal por su cable de salida, el **axón**.
#
# En 1943, Warren McCulloch y Walter Pitts se quedaron con el esqueleto de esa idea y lo escribieron como
# una cuenta. Su versión de hoy, con pesos, es esta:
#
# ```
#   x₁ ──── w₁ ────╮
#                  │   ┌────────────────────┐     ┌────────────┐
#   x₂ ──── w₂ ────┼──▶│ suma con pesos + b │──z─▶│ activación │──▶ y
#                  │   └────────────────────┘     └────────────┘
#   x₃ ──── w₃ ────╯
# ```
#
# | En el cerebro | En la neurona artificial | |
# |---|---|---|
# | dendritas | las entradas | $x_1, x_2, \dots$ |
# | fuerza de cada sinapsis | un **peso** (*weight*) por entrada: positivo anima, negativo frena | $w_1, w_2, \dots$ |
# | nivel de disparo | el **sesgo** (*bias*): con cuántas ganas parte de casa | $b$ |
# | disparar o callar | la **función de activación** (*activation function*) | $y$ |
#
# Es un parecido, no un retrato: una neurona viva trabaja con pulsos, con tiempos y con química. La
# artificial es una suma y una pregunta.
#
# Y ya escribiste una sin saberlo. El detector de la lección 1.4 marcaba un pago si cumplía **al menos
# dos** de tres reglas: importe grande, de madrugada, desde fuera. Cada entrada es 1 si la regla se
# cumple y 0 si no; los tres pesos valen 1.
#
# **Predice:** la neurona dispara si la suma con pesos, más el sesgo, es mayor que 0. ¿Qué sesgo hace
# falta para que dispare con dos reglas, y no con una?

# %% [markdown] tags=["docente"]
# **10 min.** Dibuja la neurona en la pizarra y calcula con el grupo un pago antes de ejecutar. Insiste
# en que el sesgo es el umbral pasado al otro lado: «suma > 1.5» es «suma − 1.5 > 0». Vale cualquier
# sesgo de −2 (sin llegar) a −1. Lo que se suele olvidar en 2.4.1 es el caso z = 0: el corrector lo
# nombra. (Otros libros disparan también con z = 0; aquí, como en scikit-learn, no.)

# %%
def escalon(z):
    """1 si z es mayor que 0; si no, 0."""
    return 1 if z > 0 else 0

w_pago, b_pago = [1, 1, 1], -1.5
for pago in ([0, 0, 0], [1, 0, 0], [0, 1, 1], [1, 1, 1]):
    z = b_pago
    for entrada, peso in zip(pago, w_pago):
        z = z + peso * entrada
    print(f"reglas {pago}: z = {z:4.1f} -> {escalon(z)}")

# %% [markdown]
# **Qué observas.** Con una regla, la suma se queda por debajo de 0; con dos, pasa. El sesgo es el umbral,
# 1.5, con el signo cambiado. Escrito de una vez:
#
# $$z = w_1 x_1 + w_2 x_2 + \dots + w_n x_n + b \qquad\qquad y = \text{escalón}(z)$$
#
# La suma de productos tiene nombre, **producto escalar**, y en NumPy un signo: `@`.

# %%
x_pago = np.array([0, 1, 1])
w_array = np.array([1, 1, 1])
print("z =", x_pago @ w_array - 1.5)

# %% [markdown]
# ### Ejercicio 2.4.1
#
# Escribe `neurona(x, w, b)`: recibe dos arrays de la misma longitud (entradas y pesos) y un número (el
# sesgo), y devuelve el número `1` si $z > 0$, o el número `0` si no. Tiene que servir con cualquier
# cantidad de entradas.

# %% tags=["ejercicio"]
def neurona(x, w, b):
    # >>> return ...
    return escalon(x @ w + b)
    # <<<

# %%
check("2.4.1", neurona)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("2.4.1")` da una pista (y otra, si
# insistes), y `solution("2.4.1")` muestra una solución. Antes hay que traerlos:
# `from course_utils import hint, solution`.
#
# > **Lo que oirás por ahí: «el cerebro tiene 10 millones de neuronas».** Está en más de un curso. En
# > 2009, Frederico Azevedo, Suzana Herculano-Houzel y su equipo las contaron: deshicieron el tejido
# > hasta dejar los núcleos sueltos y contaron los de las neuronas. Veamos cuánto cambia el número.

# %%
corteza, cerebelo, resto = 16.34e9, 69.03e9, 0.69e9  # según Azevedo y otros (2009)
cerebro = corteza + cerebelo + resto
print(f"total: {cerebro / 1e9:.1f} mil millones; {cerebelo / cerebro:.0%} en el cerebelo")
print(f"10 millones es {cerebro / 10e6:.0f} veces menos: "
      f"{math.log10(cerebro / 10e6):.1f} órdenes de magnitud")

segundos_por_dia = 24 * 60 * 60
print(f"contar 10 millones, a una por segundo: {10e6 / segundos_por_dia:.0f} días")
print(f"contarlas todas, a una por segundo:    {cerebro / segundos_por_dia / 365.25:.0f} años")

# %% [markdown]
# **Qué observas.** No es un error de redondeo: son casi cuatro **órdenes de magnitud**, es decir, «diez
# veces más» casi cuatro veces seguidas. Con 10 millones de neuronas no llegas ni a un ratón, que tiene unos 71
# millones. Ojo también con las traducciones: *86 billion* son 86 **mil millones**; en español, un
# billón es mil veces más.
#
# ## 2 · ¿Puede una neurona encontrar sola sus pesos?
#
# En el detector, los pesos los pusiste tú. La idea que Frank Rosenblatt publicó en 1958 es que la neurona los
# **aprenda** de ejemplos. La llamó **perceptrón** (*perceptron*).
#
# Empecemos por lo más pequeño que se puede aprender: dos entradas, que valen 0 o 1, y la respuesta de
# `and` y de `or`, las tablas de verdad de la lección 1.4.

# %% [markdown] tags=["docente"]
# **13 min.** Haz a mano, en la pizarra, las dos primeras correcciones de AND: vale más que la fórmula.
# La pregunta que ayuda: «¿quién tuvo la culpa del fallo?». Solo las entradas encendidas. Si el tiempo
# aprieta, 2.4.3 puede quedar para casa.

# %%
x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y_and = np.array([0, 0, 0, 1])
y_or = np.array([0, 1, 1, 1])

for punto, con_and, con_or in zip(x, y_and, y_or):
    print(f"{punto}   AND: {con_and}   OR: {con_or}")

# %% [markdown]
# La regla de aprendizaje cabe en una frase: **si aciertas, no toques nada; si fallas, mueve los pesos
# hacia la respuesta**. Con $\hat{y}$, lo que la neurona dijo, el error es $y - \hat{y}$:
#
# | Debía decir | Dijo | Error | Qué se hace |
# |---|---|---|---|
# | 1 | 0 | 1 | $z$ salió baja: **subir** los pesos de las entradas encendidas, y el sesgo |
# | 0 | 1 | −1 | $z$ salió alta: **bajarlos** |
# | lo mismo | lo mismo | 0 | nada |
#
# $$w_i \leftarrow w_i + \eta \cdot (y - \hat{y}) \cdot x_i \qquad\qquad b \leftarrow b + \eta \cdot (y - \hat{y})$$
#
# Una entrada a 0 no participó en el fallo, y su peso no cambia. La letra $\eta$ (eta) es la **tasa de
# aprendizaje** (*learning rate*): cuánto se mueve cada vez.
#
# Un ejemplo con números: $w = (2, 0)$, $b = 0$, y llega el punto $(1, 0)$ de AND, que debe dar 0. Como
# $z = 2$, dice 1: error −1. Con $\eta = 1$ quedan $w = (1, 0)$ y $b = -1$.
#
# ### Ejercicio 2.4.2
#
# Escribe `corregir(w, b, x, y, tasa)`: **una** corrección. Recibe los pesos (array) y el sesgo, un
# punto `x` (array), su respuesta correcta `y` (0 o 1) y la tasa $\eta$. Devuelve dos cosas: los pesos
# nuevos y el sesgo nuevo (`return pesos, sesgo`), sin cambiar el array `w` que recibió. Puedes usar
# `escalon`.

# %% tags=["ejercicio"]
def corregir(w, b, x, y, tasa):
    # >>> return ...
    cambio = tasa * (y - escalon(w @ x + b))
    return w + cambio * x, b + cambio
    # <<<

# %%
check("2.4.2", corregir)

# %% [markdown]
# Aprender es repetir esa corrección, punto tras punto, y dar vueltas hasta no fallar. Aquí $\eta = 1$, los
# pesos empiezan en 0 y el sesgo, en −0.5: al principio, la neurona calla ante todo.
#
# **Predice:** ¿cuántas vueltas necesitará AND: una, cinco, cien?

# %%
def aprender(x, y, vueltas):
    """Perceptrón con tasa 1: devuelve pesos, sesgo y fallos de cada vuelta."""
    w, b, fallos = np.zeros(x.shape[1]), -0.5, []
    for _ in range(vueltas):  # _ es el nombre de lo que no se va a usar
        mal = 0
        for punto, real in zip(x, y):
            error = int(real) - escalon(punto @ w + b)
            w, b = w + error * punto, b + error
            mal = mal + abs(error)
        fallos.append(mal)
    return w, b, fallos

for nombre, y in (("AND", y_and), ("OR", y_or)):
    w, b, fallos = aprender(x, y, vueltas=8)
    print(f"{nombre:<3}  pesos {w}  sesgo {b}  fallos por vuelta {fallos}")

# %% [markdown]
# **Qué observas.** Los fallos bajan hasta 0 y ahí se quedan: AND en seis vueltas y OR en cuatro, contando
# la primera sin fallos. Nadie escribió los pesos. Mira qué ha aprendido, visto desde arriba: cada punto
# del plano, coloreado según lo que responde la neurona.

# %%
def dibujar_frontera(ax, nombre, y):
    w, b = aprender(x, y, vueltas=8)[:2]
    plot_decision_regions(lambda puntos: (puntos @ w + b > 0).astype(int), x, y,
                          class_names=["0", "1"], feature_names=["x₁", "x₂"], ax=ax)
    ax.set_title(f"{nombre}: lo que aprendió una neurona")
    ax.legend(loc="center")  # donde no tapa la frontera

fig, (izquierda, derecha) = plt.subplots(1, 2, figsize=(9, 4))
dibujar_frontera(izquierda, "AND", y_and)
dibujar_frontera(derecha, "OR", y_or)
fig.tight_layout()

# %% [markdown]
# **Qué observas.** La frontera es siempre **una línea recta**: los puntos donde $w_1 x_1 + w_2 x_2 + b = 0$.
# Los pesos la inclinan; el sesgo la desplaza. AND deja un solo punto en la zona del 1; OR, tres.
#
# En scikit-learn, el mismo algoritmo es una línea. (`shuffle=False` recorre los puntos en nuestro orden,
# y `tol=None` pide dar todas las vueltas. Sus pesos no tienen por qué ser los nuestros: hay muchas
# rectas buenas.)

# %%
from sklearn.linear_model import Perceptron

for nombre, y in (("AND", y_and), ("OR", y_or)):
    model = Perceptron(max_iter=100, shuffle=False, tol=None).fit(x, y)
    print(f"{nombre:<3}  acierta {model.score(x, y):.2f}")

# %% [markdown]
# ### Ejercicio 2.4.3
#
# NAND es «**no** las dos»: da 0 solo en $(1, 1)$, y 1 en los otros tres puntos. Esta vez sin aprender:
# piensa en la recta y busca tú los pesos. Guarda en `w_nand` una lista con dos números y en `b_nand`,
# el sesgo. (Hay muchas respuestas buenas. La neurona dispara si $z > 0$.)

# %% tags=["ejercicio"]
# >>> w_nand = ...
w_nand = [-1, -1]
# <<<
# >>> b_nand = ...
b_nand = 1.5
# <<<

# %%
check("2.4.3", w_nand, b_nand)

# %% [markdown]
# ## 3 · ¿Hay algo que una neurona no pueda aprender?
#
# Una tabla más. XOR, «una o la otra, **pero no las dos**»: la luz de una escalera con dos interruptores.
#
# **Predice:** ¿en cuántas vueltas dejará de fallar?

# %% [markdown] tags=["docente"]
# **13 min.** Antes de ejecutar, pon los cuatro puntos en la pizarra y ofrece un premio a quien los
# separe con una regla. Que lo intenten de verdad, ahí y en el explorador: la imposibilidad se siente
# en la mano. La suma de desigualdades, solo para quien la pida. En 2.4.4, primero el dibujo.

# %%
y_xor = np.array([0, 1, 1, 0])

fig, ax = plt.subplots(figsize=(6.5, 3.4))
for nombre, y, estilo in (("AND", y_and, "s:"), ("OR", y_or, "^--"), ("XOR", y_xor, "o-")):
    fallos = aprender(x, y, vueltas=15)[2]
    color = {"AND": "#999999", "OR": "#0072B2", "XOR": "#D55E00"}[nombre]
    ax.plot(range(1, 16), fallos, estilo, color=color, label=nombre)
ax.set(title="AND y OR se aprenden; XOR, no", xlabel="Vuelta", ylabel="Fallos en la vuelta")
ax.legend(loc="center right")
fig.tight_layout()

fallos_xor = aprender(x, y_xor, vueltas=1000)[2]
print("XOR, fallos en las últimas cinco de mil vueltas:", fallos_xor[-5:])

# %% [markdown]
# **Qué observas.** Ni en mil vueltas: corrige un punto y estropea otro, sin fin. ¿Será que la regla
# de aprendizaje es torpe? Inténtalo tú: elige la tabla XOR y mueve los pesos y el sesgo. (El control de la
# activación se explica en la sección 4.)

# %%
explore_neuron()

# %% [markdown]
# Si no lo consigues, que busque la computadora: probemos todos los pesos y sesgos de −2 a 2, de
# décima en décima.

# %%
valores = np.linspace(-2, 2, 41)
w1_todos, w2_todos, b_todos = np.meshgrid(valores, valores, valores)

aciertos = 0
for (x1, x2), real in zip(x, y_xor):
    dice = (w1_todos * x1 + w2_todos * x2 + b_todos > 0).astype(int)
    aciertos = aciertos + (dice == real)

print("neuronas probadas:", aciertos.size)
print("la mejor acierta:", aciertos.max(), "de 4")

# %% [markdown]
# **Qué observas.** De casi 69 000 neuronas, ninguna pasa de tres. Y no es mala suerte. Para acertar los
# cuatro puntos harían falta estas cuatro cosas a la vez:
#
# - $(0,0)$ da 0: $\;b \leq 0$
# - $(0,1)$ da 1: $\;w_2 + b > 0$
# - $(1,0)$ da 1: $\;w_1 + b > 0$
# - $(1,1)$ da 0: $\;w_1 + w_2 + b \leq 0$
#
# Suma las dos del medio: $w_1 + w_2 + 2b > 0$, o sea, $w_1 + w_2 + b > -b$. Pero $-b$ es 0 o más, porque
# $b$ es 0 o menos: la suma de la izquierda es mayor que 0, y la última línea es imposible. Dicho con
# una regla en la mano: **ninguna recta** deja a un lado los dos unos y al otro los dos ceros. Marvin Minsky y Seymour Papert estudiaron a fondo
# estos límites en 1969, y el entusiasmo por las redes se enfrió durante años.
#
# La salida: si una recta no basta, usa dos. «Una o la otra, pero no las dos» se puede decir así:
# **(OR) y (NAND)**. Tres neuronas en dos **capas** (*layers*): dos miran las entradas, y la tercera no
# mira las entradas, sino lo que dijeron las otras dos.
#
# ```
#   x₁ ──┬──▶ OR ────╮
#        ╳           ├──▶ AND ──▶ y
#   x₂ ──┴──▶ NAND ──╯
#  entradas   capa oculta    salida
# ```

# %%
def neurona_or(x1, x2):
    return escalon(x1 + x2 - 0.5)

def neurona_nand(x1, x2):
    return escalon(-x1 - x2 + 1.5)

def neurona_and(x1, x2):
    return escalon(x1 + x2 - 1.5)

print("OR(0, 1) =", neurona_or(0, 1), "  NAND(0, 1) =", neurona_nand(0, 1))

# %% [markdown]
# ### Ejercicio 2.4.4
#
# Conéctalas: escribe `xor(x1, x2)`, que recibe dos números (0 o 1) y devuelve 0 o 1, usando solo
# `neurona_or`, `neurona_nand` y `neurona_and`.

# %% tags=["ejercicio"]
def xor(x1, x2):
    # >>> return ...
    al_menos_una = neurona_or(x1, x2)
    no_las_dos = neurona_nand(x1, x2)
    return neurona_and(al_menos_una, no_las_dos)
    # <<<

# %%
check("2.4.4", xor)

# %% [markdown]
# ¿Qué ve la última neurona? No los puntos originales, sino los que le entrega la capa oculta.
#
# **Predice:** los cuatro puntos de XOR, después de pasar por OR y NAND, ¿seguirán siendo cuatro?

# %%
ocultas = np.array([[neurona_or(x1, x2), neurona_nand(x1, x2)] for x1, x2 in x])
print("la capa oculta convierte", x.tolist(), "en", ocultas.tolist())

# %%
def dos_capas(puntos):
    oculta_or, oculta_nand = puntos @ [1, 1] > 0.5, puntos @ [1, 1] < 1.5
    return oculta_or & oculta_nand

def solo_and(puntos):
    return puntos @ [1, 1] > 1.5

fig, (izquierda, derecha) = plt.subplots(1, 2, figsize=(9, 4))
plot_decision_regions(dos_capas, x, y_xor, class_names=["0", "1"],
                      feature_names=["x₁", "x₂"], ax=izquierda)
plot_decision_regions(solo_and, ocultas, y_xor, class_names=["0", "1"],
                      feature_names=["lo que dijo OR", "lo que dijo NAND"], ax=derecha)
izquierda.set_title("XOR, con dos capas")
derecha.set_title("XOR, lo que ve la última neurona")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** A la izquierda, dos rectas encierran una franja: eso ya no lo hace una neurona. A la
# derecha está el truco. Los cuatro puntos ahora son tres: los dos unos han caído en el **mismo** sitio,
# $(1, 1)$, y una recta basta. Una capa oculta **cambia la representación** hasta que el problema se
# vuelve fácil. Esa frase resume de qué va el aprendizaje profundo.
#
# > **Lo que oirás por ahí: «el perceptrón multicapa es $y = \sigma(\sum x_i w_i + b)$».** Esa fórmula,
# > con $\sigma$ o con otra activación, es **una** neurona: una sola suma, una sola salida, ninguna capa
# > oculta. Cambiar el escalón por la sigmoide $\sigma$ (la verás enseguida) no ayuda: la sigmoide pasa
# > de 0.5 justo cuando $z$ pasa de 0, así que la frontera es la misma recta. Un **perceptrón multicapa**
# > (*multilayer perceptron*, MLP) mete unas neuronas dentro de otras. Examinemos a los dos con XOR.

# %% tags=["resultado"]
from sklearn.neural_network import MLPClassifier

z_todos = np.array([w1_todos * x1 + w2_todos * x2 + b_todos for x1, x2 in x])
con_sigma = 1 / (1 + np.exp(-z_todos)) > 0.5
mejor = (con_sigma == y_xor.reshape(4, 1, 1, 1)).sum(axis=0).max()

mlp = MLPClassifier(hidden_layer_sizes=(8,), activation="tanh", learning_rate_init=0.05,
                    max_iter=2000, random_state=0).fit(x, y_xor)
con_capas = int((mlp.predict(x) == y_xor).sum())
print(f"XOR: y = σ(Σ xᵢwᵢ + b) acierta {mejor} de 4; con una capa oculta, {con_capas} de 4")

# %% [markdown]
# **Qué observas.** La fórmula del recuadro se queda en tres, como decía la cuenta de antes. La red
# con ocho neuronas ocultas aprendió **sola** los cuatro. Cómo se corrigen los pesos de una capa oculta,
# que no tiene una respuesta correcta al lado, es la historia de la lección 2.5.
#
# ## 4 · ¿Por qué cambiar el escalón por otra cosa?
#
# El escalón tiene un defecto: solo dice «sí» o «no». Si la neurona falla, no da ninguna pista de si
# faltaba poco o mucho. Lo que hace falta es una función en la que un cambio pequeño de los pesos se
# **note**: que tenga **pendiente**.

# %% [markdown] tags=["docente"]
# **12 min.** La imagen de la ladera funciona: en el escalón todo es llano y no se sabe hacia dónde
# bajar. No pidas memorizar fórmulas: que sepan de qué número a qué número va cada una y dónde se
# queda sin pendiente.

# %%
fig, (izquierda, derecha) = plt.subplots(1, 2, figsize=(10, 3.8))
izquierda.plot([-4, 0, 0, 4], [0, 0, 1, 1], ":", color="#999999", label="escalón")
plot_activation(["sigmoide", "tanh", "relu"], x_range=(-4, 4), ax=izquierda)
plot_activation("sigmoide", x_range=(-6, 6), slopes=True, ax=derecha)
derecha.set_title("La sigmoide y su pendiente")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** A la izquierda, la **sigmoide** (*sigmoid*) es un escalón suavizado, de 0 a 1. **Tanh**,
# la tangente hiperbólica, tiene una forma parecida, de −1 a 1. **ReLU** (*rectified linear unit*) deja
# pasar lo positivo tal cual y corta lo negativo. A la derecha, lo que ganamos al suavizar: la línea de
# trazos dice cuánto sube la sigmoide en cada sitio. Cerca de 0 sube; lejos, casi nada.
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}} \qquad \tanh(z) = \frac{e^{z} - e^{-z}}{e^{z} + e^{-z}} \qquad \text{ReLU}(z) = \max(0, z)$$
#
# **Predice:** ¿cuál tendrá más pendiente en $z = 0.5$? ¿Y en $z = 6$?

# %%
def sigmoide(z):
    return 1 / (1 + np.exp(-z))

def pendiente(funcion, z, paso=1e-5):
    """Cuánto sube la función por cada unidad que avanza z, alrededor de z."""
    return (funcion(z + paso) - funcion(z - paso)) / (2 * paso)

funciones = {"escalón": escalon, "sigmoide": sigmoide, "tanh": np.tanh, "ReLU": lambda z: max(0, z)}
print("pendiente     z=-6   z=-0.5    z=0.5      z=6")
for nombre, funcion in funciones.items():
    print(f"{nombre:<11}", *[f"{pendiente(funcion, z):8.4f}" for z in (-6, -0.5, 0.5, 6)])

print(f"la mayor de la sigmoide, en z = 0: {pendiente(sigmoide, 0):.2f}")
print(f"la mayor de tanh, en z = 0:        {pendiente(np.tanh, 0):.2f}")

# %% [markdown]
# **Qué observas.** El escalón tiene pendiente 0 en todas partes (salvo en el salto, donde no tiene): no
# hay pista que seguir. La sigmoide y tanh la pierden lejos del 0: ahí la neurona está **saturada** y
# aprende despacísimo. Y la de la sigmoide no pasa nunca de 0.25. ReLU tiene siempre 1 en el lado
# positivo, y además es barata: por eso, ella o sus variantes son lo habitual en las capas ocultas. Su
# precio: con $z$ negativa, su pendiente es 0.
#
# | Función | Rango | Pendiente mayor | Dónde se usa |
# |---|---|---|---|
# | escalón | 0 o 1 | sin pista | historia |
# | sigmoide | entre 0 y 1 | 0.25 | salida: probabilidad de «sí» |
# | tanh | entre −1 y 1 | 1 | capas ocultas, redes recurrentes |
# | ReLU | de 0 en adelante | 1 | capas ocultas |
#
# ### Ejercicio 2.4.5
#
# La ReLU de arriba usa `max`, que solo entiende un número a la vez. Escribe `relu(z)` para un **array** de
# cualquier forma: devuelve otro igual, con los negativos convertidos en 0. Sin cambiar el que recibe.

# %% tags=["ejercicio"]
def relu(z):
    # >>> return ...
    return np.maximum(0, z)
    # <<<

# %%
check("2.4.5", relu)

# %% [markdown]
# Queda una, distinta de las demás: **softmax** no mira un número, sino todos los de la capa. Se usa a la
# salida cuando hay varias clases: convierte las $z$ en probabilidades. Dos pasos: exponencial de cada
# una, para que todas sean positivas; y dividir entre la suma, para que sumen 1.
#
# $$\text{softmax}(z)_k = \frac{e^{z_k}}{e^{z_1} + e^{z_2} + \dots + e^{z_n}}$$
#
# ### Ejercicio 2.4.6
#
# Escribe `softmax(z)`: recibe un array de un eje y devuelve otro de la misma forma, con las
# probabilidades.

# %% tags=["ejercicio"]
def softmax(z):
    # >>> return ...
    exponenciales = np.exp(z)
    return exponenciales / exponenciales.sum()
    # <<<

# %%
check("2.4.6", softmax)

# %% [markdown]
# **Predice:** si a las tres $z$ les sumas 10, ¿cambian las probabilidades? ¿Y si las multiplicas por 3?

# %%
def probabilidades_de(z):
    potencias = np.exp(z)
    return potencias / potencias.sum()

z_clases = np.array([2.0, 1.0, 0.1])
print("z = 2, 1, 0.1:  ", probabilidades_de(z_clases).round(3))
print("más 10 cada una:", probabilidades_de(z_clases + 10).round(3))
print("por 3 cada una: ", probabilidades_de(z_clases * 3).round(3))

# %% [markdown]
# **Qué observas.** Sumar lo mismo a todas no cambia nada: a softmax solo le importan las **diferencias**.
# Multiplicar las agranda, y la mayor se lleva casi todo. Cada salida está entre 0 y 1, y suman 1.
#
# ¿Y su pendiente? Subamos un poquito **solo la primera** $z$, y miremos qué hacen las tres salidas.

# %%
paso = np.array([1e-5, 0, 0])
pendientes = (probabilidades_de(z_clases + paso) - probabilidades_de(z_clases - paso)) / 2e-5

print("pendientes:", pendientes.round(3))
print("¿Suman 0?", bool(abs(pendientes.sum()) < 1e-6))
p = probabilidades_de(z_clases)[0]
print(f"la primera es p · (1 - p): {p * (1 - p):.3f}")

# %% [markdown]
# **Qué observas.** Lo que gana una clase lo pierden las demás. La pendiente de la primera es
# $p\,(1 - p)$, igual que la de la sigmoide: como mucho 0.25, cuando $p$ es 0.5.
#
# ## 5 · ¿Cómo se calcula una red entera de un golpe?
#
# Una capa son varias neuronas que miran las mismas entradas. Neurona por neurona y muestra por muestra,
# la capa oculta de XOR se calcula así:

# %% [markdown] tags=["docente"]
# **9 min.** Escribe las formas en la pizarra, (4, 2) @ (2, 2) + (2,), y tacha los dos números de dentro,
# que tienen que coincidir. Cada **columna** de la matriz de pesos es una neurona: pregunta cuál es OR.

# %%
w1 = np.array([[1, -1],
               [1, -1]])      # una fila por entrada; una columna por neurona: OR y NAND
b1 = np.array([-0.5, 1.5])    # un sesgo por neurona

a_mano = np.zeros((4, 2), dtype=int)
for muestra in range(4):
    for columna in range(2):
        z = b1[columna]
        for entrada in range(2):
            z = z + x[muestra, entrada] * w1[entrada, columna]
        a_mano[muestra, columna] = escalon(z)
print(a_mano.tolist())

# %% [markdown]
# Tres ciclos anidados: muestras, neuronas, entradas. Es un producto de matrices, y el `@` de la lección
# 1.6 lo hace entero. **Predice:** `x` tiene forma `(4, 2)` y `w1`, `(2, 2)`. ¿Qué forma tiene `x @ w1`?

# %%
w2 = np.array([[1], [1]])     # la salida, AND: dos entradas, una neurona
b2 = np.array([-1.5])

h = (x @ w1 + b1 > 0).astype(int)
salida = (h @ w2 + b2 > 0).astype(int)

print("formas:", x.shape, "@", w1.shape, "+", b1.shape, "->", h.shape)
print("formas:", h.shape, "@", w2.shape, "+", b2.shape, "->", salida.shape)
print("¿La capa oculta es igual que a mano?", np.array_equal(h, a_mano))
print("XOR de los cuatro puntos:", salida.ravel().tolist())

# %% [markdown]
# **Qué observas.** Dos líneas, y los cuatro puntos a la vez. Esto es el **paso hacia delante** (*forward
# pass*): las entradas cruzan una capa tras otra hasta la salida. Con 60 000 imágenes y 128 neuronas, las
# líneas son las mismas. El sesgo, de forma `(2,)`, se suma en cada fila por difusión.
#
# $$H = \text{activación}(X W_1 + b_1) \qquad\qquad Y = \text{activación}(H W_2 + b_2)$$
#
# ### Ejercicio 2.4.7
#
# Escribe `capa(x, w, b)`: una capa densa con ReLU. `x` tiene una fila por muestra y una columna por
# entrada; `w`, una fila por entrada y una columna por neurona; `b`, un sesgo por neurona. Devuelve un
# array con una fila por muestra y una columna por neurona.

# %% tags=["ejercicio"]
def capa(x, w, b):
    # >>> return ...
    return np.maximum(0, x @ w + b)
    # <<<

# %%
check("2.4.7", capa)

# %% [markdown]
# ¿Cuántos números tuvo que acertar quien diseñó la red de XOR? Todos los pesos y todos los sesgos: son
# los **parámetros** de la red, lo que aprende.

# %%
print("capa oculta:", w1.size, "pesos +", b1.size, "sesgos")
print("salida:     ", w2.size, "pesos +", b2.size, "sesgo")
print("en total:   ", w1.size + b1.size + w2.size + b2.size, "parámetros; una neurona sola tiene 3")

# %% [markdown]
# ### Ejercicio 2.4.8
#
# Escribe `contar_parametros(capas)`: recibe una lista con el tamaño de cada capa, **empezando por las
# entradas**, y devuelve cuántos parámetros tiene la red densa. Para la de XOR, `[2, 2, 1]`, son 9. Pueden
# ser más de tres tamaños. Recuerda que las entradas no son neuronas: no tienen sesgo.

# %% tags=["ejercicio"]
def contar_parametros(capas):
    # >>> return ...
    total = 0
    for i in range(len(capas) - 1):
        entradas, neuronas = capas[i], capas[i + 1]
        total = total + entradas * neuronas + neuronas
    return total
    # <<<

# %%
check("2.4.8", contar_parametros)

# %% [markdown]
# ## Errores frecuentes
#
# **1. Multiplicar al revés.** Con una muestra y una neurona, `w @ x` y `x @ w` dan lo mismo. Con un
# lote, no.

# %% [markdown] tags=["docente"]
# **4 min.** El tercero es el más hondo: sin activación, cien capas son una. Pide la cuenta de la pizarra,
# $(XA)B = X(AB)$, y que digan quién es $AB$.

# %%
lote = np.ones((5, 3))         # 5 muestras, 3 entradas
pesos = np.ones((3, 2))        # 3 entradas, 2 neuronas
try:
    print((pesos @ lote).shape)
except ValueError:
    print("ValueError:", pesos.shape, "@", lote.shape, "no encajan por dentro: 2 y 5")

print("Arreglado:", lote.shape, "@", pesos.shape, "->", (lote @ pesos).shape)

# %% [markdown]
# **2. Olvidar el sesgo.** Sin él, $z$ vale 0 en el origen sean cuales sean los pesos: la neurona calla
# siempre en $(0, 0)$. NAND, que ahí debe dar 1, es imposible.

# %%
sin_sesgo = w1_todos * x[0, 0] + w2_todos * x[0, 1] > 0
print("en (0, 0) y sin sesgo, ¿dispara alguna neurona?", bool(sin_sesgo.any()))

con_uno = np.column_stack([x, np.ones(4, dtype=int)])  # una entrada más, que siempre vale 1
print("Arreglado: con sesgo, NAND da", (con_uno @ [-1, -1, 1.5] > 0).astype(int).tolist())

# %% [markdown]
# (Un sesgo es el peso de una entrada que siempre vale 1: en muchos libros lo verás escrito así.)
#
# **3. Apilar capas sin activación.** Dos capas lineales seguidas son **una** capa lineal.

# %%
rng = np.random.default_rng(24)
a, b_a = rng.normal(size=(2, 8)), rng.normal(size=8)
c, b_c = rng.normal(size=(8, 1)), rng.normal(size=1)

dos = (x @ a + b_a) @ c + b_c
una = x @ (a @ c) + (b_a @ c + b_c)
print("Sin activación, ¿dos capas dan lo mismo que una?", np.allclose(dos, una))

con_relu = np.maximum(0, x @ a + b_a) @ c + b_c
print("Arreglado: con ReLU en medio, ¿dan lo mismo?", np.allclose(con_relu, una))

# %% [markdown]
# **4. Un softmax que desborda.** La exponencial crece tanto que con $z = 1000$ ya no cabe en un `float`:
# sale infinito, e infinito entre infinito no es un número. Como solo importan las diferencias, se resta
# antes la mayor.

# %%
z_grande = np.array([1000.0, 999.0, 998.0])
with np.errstate(over="ignore", invalid="ignore"):  # sin el aviso de NumPy
    print("Falla:    ", np.exp(z_grande) / np.exp(z_grande).sum())

seguras = np.exp(z_grande - z_grande.max())
print("Arreglado:", (seguras / seguras.sum()).round(3))

# %% [markdown]
# ## Práctica: una neurona y una red que reconocen pingüinos
#
# Vuelven los pingüinos de la lección 1.6, con sus cuatro medidas en la misma escala. Primero, una pregunta
# de sí o no: **¿es un Gentoo?** ¿Le basta a una sola neurona con dos medidas?

# %% [markdown] tags=["docente"]
# **14 min** con la autoevaluación; 2.4.11 puede quedar para casa. En el paso 1, recuerda la paradoja de
# Simpson de 1.6: los Gentoo tienen el pico largo y bajo. Quien lo recuerde acertará sin probar.

# %%
pinguinos = load_penguins().dropna()
columnas = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
medidas = (pinguinos[columnas] - pinguinos[columnas].mean()) / pinguinos[columnas].std()
especies = pinguinos["species"].to_numpy()
es_gentoo = (especies == "Gentoo").astype(int)

dos_columnas = ["bill_length_mm", "flipper_length_mm"]
w, b, fallos = aprender(medidas[dos_columnas].to_numpy(), es_gentoo, vueltas=100)
print("largo del pico y aleta; fallos en las últimas cinco vueltas:", fallos[-5:])

# %% [markdown]
# Con esas dos no deja de fallar: como en XOR, ninguna recta separa del todo a los Gentoo.
#
# ### Paso 1 · Ejercicio 2.4.9
#
# ¿Hay dos medidas con las que la neurona acabe **sin ningún fallo**? Prueba las parejas que quieras con
# `aprender` (con un ciclo, o una por una) y guarda en `pareja` una lista con los nombres de las dos
# columnas. (Hay más de una respuesta buena.)

# %% tags=["ejercicio"]
# >>> pareja = ...
for i, primera in enumerate(columnas):
    for segunda in columnas[i + 1:]:
        candidata = [primera, segunda]
        fallos = aprender(medidas[candidata].to_numpy(), es_gentoo, vueltas=100)[2]
        if fallos[-1] == 0:
            pareja = candidata
# <<<

# %%
check("2.4.9", pareja)

# %% [markdown]
# ¿Y las tres especies a la vez? Ahí entra una red: cuatro entradas, ocho neuronas ocultas con ReLU y tres
# salidas con softmax. La entrena scikit-learn, y abrimos la tapa:

# %%
from sklearn.model_selection import train_test_split

x_train, x_test, y_train, y_test = train_test_split(
    medidas.to_numpy(), especies, random_state=0, stratify=especies)
net = MLPClassifier(hidden_layer_sizes=(8,), learning_rate_init=0.01, max_iter=2000,
                    random_state=0).fit(x_train, y_train)

for pesos_capa, sesgos_capa in zip(net.coefs_, net.intercepts_):
    print("pesos", pesos_capa.shape, " sesgos", sesgos_capa.shape)
score = net.score(x_test, y_test)
print(f"acierta en prueba ≈ {score:.3f}   ¿más de 0.95? {score > 0.95}")

# %% [markdown]
# ### Paso 2 · Ejercicio 2.4.10
#
# Dentro no hay más que dos matrices y dos filas de sesgos: con eso tienes que poder decir lo mismo que
# ella. Escribe `red(x, w1, b1, w2, b2)`: capa oculta con ReLU, y salida con softmax **en cada fila**.
# Devuelve las probabilidades: una fila por muestra, una columna por clase. Para sumar cada fila y
# dividir bien: `.sum(axis=1, keepdims=True)`. `check` la comparará con el `predict_proba` de
# scikit-learn.

# %% tags=["ejercicio"]
def red(x, w1, b1, w2, b2):
    # >>> return ...
    ocultas = np.maximum(0, x @ w1 + b1)
    exponenciales = np.exp(ocultas @ w2 + b2)
    return exponenciales / exponenciales.sum(axis=1, keepdims=True)
    # <<<

# %%
check("2.4.10", red)

# %% [markdown]
# ### Paso 3 · Ejercicio 2.4.11
#
# Una red que da probabilidades puede decir también cuándo **duda**. Escribe `mas_dudosa(probabilidades)`:
# recibe un array con una fila por muestra y devuelve la **posición** de la fila en la que la red está
# menos segura: aquella cuya probabilidad mayor es la más pequeña de todas.

# %% tags=["ejercicio"]
def mas_dudosa(probabilidades):
    # >>> return ...
    return probabilidades.max(axis=1).argmin()
    # <<<

# %%
check("2.4.11", mas_dudosa)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** En una neurona con escalón subes el sesgo y dejas los pesos como están. ¿Qué pasa?
#
# - a) La frontera cambia de inclinación.
# - b) Dispara con más facilidad: la frontera se desplaza sin girar.
# - c) Nada, hasta que se vuelva a entrenar.
# - d) Dispara con menos facilidad, porque el umbral sube.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("2.4.A1", respuesta_1)

# %% [markdown]
# **A2.** ¿Por qué una neurona sola no puede aprender XOR?
#
# - a) Porque le hacen falta más vueltas.
# - b) Porque la tasa de aprendizaje es demasiado alta.
# - c) Porque cuatro ejemplos son muy pocos.
# - d) Porque su frontera es una recta, y ninguna recta separa esos puntos.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "d"
# <<<
check("2.4.A2", respuesta_2)

# %% [markdown]
# **A3.** Una red densa tiene 10 entradas, una capa oculta de 5 neuronas y 1 salida. ¿Cuántos parámetros
# aprende?
#
# - a) 61
# - b) 55
# - c) 16
# - d) 71

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("2.4.A3", respuesta_3)

# %% [markdown]
# **A4.** Quitas las ReLU de una red de diez capas y no pones nada en su lugar. ¿Qué te queda?
#
# - a) Una red igual de capaz, pero más lenta.
# - b) Un error: Python no deja multiplicar diez matrices seguidas.
# - c) Lo mismo que una sola capa lineal.
# - d) Una red que responde siempre 0.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "c"
# <<<
check("2.4.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Una neurona artificial es una suma con pesos, más un sesgo, y una función de activación.
# - El perceptrón aprende corrigiendo solo cuando falla; su frontera es siempre una recta.
# - Con XOR una recta no basta: una capa oculta cambia la representación, y entonces sí.
# - Sigmoide, tanh y ReLU tienen pendiente, y por eso se puede aprender con ellas; softmax da probabilidades.
# - Una capa es `activación(x @ w + b)`; sus parámetros, entradas × neuronas + neuronas.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 10.
# - [El perceptrón en scikit-learn](https://scikit-learn.org/stable/modules/linear_model.html#perceptron) y
#   [sus redes neuronales](https://scikit-learn.org/stable/modules/neural_networks_supervised.html).
# - F. Rosenblatt (1958), «The perceptron: a probabilistic model for information storage and organization in
#   the brain», *Psychological Review* 65(6), 386–408. M. Minsky y S. Papert (1969), *Perceptrons*, MIT Press.
# - Las neuronas, contadas: F. A. C. Azevedo y otros (2009), *Journal of Comparative Neurology* 513(5),
#   532–541, [doi:10.1002/cne.21974](https://doi.org/10.1002/cne.21974). Las del ratón: S. Herculano-Houzel,
#   B. Mota y R. Lent (2006), *PNAS* 103(32), 12138–12143.
