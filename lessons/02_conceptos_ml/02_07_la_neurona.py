# %% [markdown]
# # 2.7 · La neurona: una suma con pesos y una decisión
#
# | | |
# |---|---|
# | **Objetivos** | Calcular a mano lo que responde una neurona artificial; hacer que aprenda AND y OR; explicar por qué su frontera es una recta y por qué no puede con XOR; reconocer escalón, sigmoide, tanh y ReLU por su rango y su pendiente |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Funciones (lección {{funciones}}), arrays de NumPy y el producto `@` ({{arrays}}), qué es entrenar un modelo ({{que_es_el_ml}}) |
# | **Datos** | Cuatro puntos escritos a mano, y los pingüinos de Palmer (licencia CC0), incluidos en el curso |
# | **Práctica** | Una neurona que reconoce pingüinos |

# %%
import math

import matplotlib.pyplot as plt
import numpy as np

from course_utils import check, hint, solution
from course_utils import load_penguins, explore_neuron, plot_activation
from course_utils import plot_decision_regions

# %% [markdown] presenta="peso, sesgo, función de activación"
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
# Y ya escribiste una sin saberlo. Para el detector de la lección {{ciclos}}, un pago era sospechoso si cumplía
# **al menos dos** de tres reglas: importe grande, de madrugada, desde fuera. Cada entrada es 1 si la regla se
# cumple y 0 si no; los tres pesos valen 1.
#
# **Predice:** la neurona dispara si la suma con pesos, más el sesgo, es mayor que 0. ¿Qué sesgo hace
# falta para que dispare con dos reglas, y no con una?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dibuja la neurona en la pizarra y calcula con el grupo un pago antes de ejecutar. Insiste
# en que el sesgo es el umbral pasado al otro lado: «suma > 1.5» es «suma − 1.5 > 0». Vale cualquier
# sesgo de −2 (sin llegar) a −1. Lo que se suele olvidar en 2.7.1 es el caso z = 0: el corrector lo
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

# %% [markdown] presenta="producto escalar, @"
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
# ### Ejercicio 2.7.1
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
check("2.7.1", neurona)

# %% [markdown] presenta="math.log10"
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("2.7.1")` da una pista (y otra, si
# insistes), y `solution("2.7.1")` muestra una solución.
#
# > **Lo que oirás por ahí: «el cerebro tiene 10 millones de neuronas».** Está en más de un curso. En
# > 2009, Frederico Azevedo, Suzana Herculano-Houzel y su equipo las contaron: deshicieron el tejido
# > hasta dejar los núcleos sueltos y contaron los de las neuronas. Veamos cuánto cambia el número.
# > (`math.log10` dice a qué hay que elevar 10: con 1000 da 3.)

# %%
# según Azevedo y otros (2009)
corteza, cerebelo, resto = 16.34e9, 69.03e9, 0.69e9
cerebro = corteza + cerebelo + resto
print(f"total: {cerebro / 1e9:.1f} mil millones; "
      f"{cerebelo / cerebro:.0%} en el cerebelo")
print(f"10 millones es {cerebro / 10e6:.0f} veces menos: "
      f"{math.log10(cerebro / 10e6):.1f} órdenes de magnitud")

segundos_por_dia = 24 * 60 * 60
print("contar 10 millones, a una por segundo: "
      f"{10e6 / segundos_por_dia:.0f} días")
print("contarlas todas, a una por segundo:    "
      f"{cerebro / segundos_por_dia / 365.25:.0f} años")

# %% [markdown] presenta="perceptrón"
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
# `and` y de `or`, las tablas de verdad de la lección {{decisiones}}.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Haz a mano, en la pizarra, las dos primeras correcciones de AND: vale más que la fórmula.
# La pregunta que ayuda: «¿quién tuvo la culpa del fallo?». Solo las entradas encendidas. Si el tiempo
# aprieta, 2.7.3 puede quedar para casa.

# %%
x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y_and = np.array([0, 0, 0, 1])
y_or = np.array([0, 1, 1, 1])

for punto, con_and, con_or in zip(x, y_and, y_or):
    print(f"{punto}   AND: {con_and}   OR: {con_or}")

# %% [markdown] presenta="tasa de aprendizaje"
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
# ### Ejercicio 2.7.2
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
check("2.7.2", corregir)

# %% [markdown]
# Aprender es repetir esa corrección, punto tras punto, y dar vueltas hasta no fallar. Aquí $\eta = 1$, los
# pesos empiezan en 0 y el sesgo, en −0.5: al principio, la neurona calla ante todo.
#
# **Predice:** ¿cuántas vueltas necesitará AND: una, cinco, cien?

# %%
def aprender(x, y, vueltas):
    """Perceptrón con tasa 1:
    devuelve pesos, sesgo y fallos de cada vuelta."""
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
# **Qué observas.** Los fallos suben al principio, después bajan hasta 0 y ahí se quedan: AND en seis vueltas y
# OR en cuatro, contando la primera sin fallos. Nadie escribió los pesos. Mira qué ha aprendido, visto desde arriba: cada punto
# del plano, coloreado según lo que responde la neurona.

# %%
def dibujar_frontera(ax, nombre, y):
    w, b = aprender(x, y, vueltas=8)[:2]
    plot_decision_regions(lambda puntos: (puntos @ w + b > 0).astype(int),
                          x, y,
                          class_names=["0", "1"],
                          feature_names=["x₁", "x₂"], ax=ax)
    ax.set_title(f"{nombre}: lo que aprendió una neurona")
    ax.legend(loc="center")  # donde no tapa la frontera

fig, (izquierda, derecha) = plt.subplots(1, 2, figsize=(7.5, 3.6))
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

# %% presenta="sklearn.linear_model.Perceptron"
from sklearn.linear_model import Perceptron

for nombre, y in (("AND", y_and), ("OR", y_or)):
    model = Perceptron(max_iter=100, shuffle=False, tol=None).fit(x, y)
    print(f"{nombre:<3}  acierta {model.score(x, y):.2f}")

# %% [markdown]
# ### Ejercicio 2.7.3
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
check("2.7.3", w_nand, b_nand)

# %% [markdown]
# ## 3 · ¿Hay algo que una neurona no pueda aprender?
#
# Una tabla más. XOR, «una o la otra, **pero no las dos**»: la luz de una escalera con dos interruptores.
#
# **Predice:** ¿en cuántas vueltas dejará de fallar?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de ejecutar, pon los cuatro puntos en la pizarra y ofrece un premio a quien los
# separe con una regla. Que lo intenten de verdad, ahí y en el explorador: la imposibilidad se siente
# en la mano. La suma de desigualdades, solo para quien la pida.

# %%
y_xor = np.array([0, 1, 1, 0])

fig, ax = plt.subplots(figsize=(6.5, 3.4))
for nombre, y, estilo in (("AND", y_and, "s:"), ("OR", y_or, "^--"),
                          ("XOR", y_xor, "o-")):
    fallos = aprender(x, y, vueltas=15)[2]
    color = {"AND": "#999999", "OR": "#0072B2", "XOR": "#D55E00"}[nombre]
    ax.plot(range(1, 16), fallos, estilo, color=color, label=nombre)
ax.set(title="AND y OR se aprenden; XOR, no", xlabel="Vuelta",
       ylabel="Fallos en la vuelta")
ax.legend(loc="center right")
fig.tight_layout()

fallos_xor = aprender(x, y_xor, vueltas=1000)[2]
print("XOR, fallos en las últimas cinco de mil vueltas:", fallos_xor[-5:])

# %% [markdown]
# **Qué observas.** Ni en mil vueltas: corrige un punto y estropea otro, sin fin. ¿Será que la regla
# de aprendizaje es torpe? Inténtalo tú: elige la tabla XOR y mueve los pesos y el sesgo. (El control de la
# activación se explica en la sección 4.)

# %% presenta="course_utils.explore_neuron"
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

# %% [markdown] presenta="pendiente"
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
# La salida es juntar varias neuronas: unas miran las entradas, y otra mira lo que dijeron ellas. La
# construirás en la lección {{capas}}.
#
# ## 4 · ¿Por qué cambiar el escalón por otra cosa?
#
# El escalón tiene un defecto: solo dice «sí» o «no». Si la neurona falla, no da ninguna pista de si
# faltaba poco o mucho. Lo que hace falta es una función en la que un cambio pequeño de los pesos se
# **note**: que tenga **pendiente**.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La imagen de la ladera funciona: en el escalón todo es llano y no se sabe hacia dónde
# bajar. No pidas memorizar fórmulas: que sepan de qué número a qué número va cada una y dónde se
# queda sin pendiente.

# %% presenta="course_utils.plot_activation"
fig, (izquierda, derecha) = plt.subplots(1, 2, figsize=(7.5, 3.3))
izquierda.plot([-4, 0, 0, 4], [0, 0, 1, 1], ":", color="#999999",
               label="escalón")
plot_activation(["sigmoide", "tanh", "relu"], x_range=(-4, 4), ax=izquierda)
plot_activation("sigmoide", x_range=(-6, 6), slopes=True, ax=derecha)
derecha.set_title("La sigmoide y su pendiente")
fig.tight_layout()

# %% [markdown] presenta="sigmoide, tanh, ReLU, numpy.exp"
# **Qué observas.** A la izquierda, la **sigmoide** (*sigmoid*) es un escalón suavizado, de 0 a 1. **Tanh**,
# la tangente hiperbólica, tiene una forma parecida, de −1 a 1. **ReLU** (*rectified linear unit*) deja
# pasar lo positivo tal cual y corta lo negativo. A la derecha, lo que ganamos al suavizar: la línea de
# trazos dice cuánto sube la sigmoide en cada sitio. Cerca de 0 sube; lejos, casi nada.
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}} \qquad \tanh(z) = \frac{e^{z} - e^{-z}}{e^{z} + e^{-z}} \qquad \text{ReLU}(z) = \max(0, z)$$
#
# En NumPy, $e^z$ se escribe `np.exp(z)`.
#
# **Predice:** ¿cuál tendrá más pendiente en $z = 0.5$? ¿Y en $z = 6$?

# %% presenta="numpy.tanh"
def sigmoide(z):
    return 1 / (1 + np.exp(-z))

def pendiente(funcion, z, paso=1e-5):
    """Cuánto sube la función por cada unidad que avanza z, alrededor de
    z."""
    return (funcion(z + paso) - funcion(z - paso)) / (2 * paso)

funciones = {"escalón": escalon, "sigmoide": sigmoide, "tanh": np.tanh,
             "ReLU": lambda z: max(0, z)}
print("pendiente     z=-6   z=-0.5    z=0.5      z=6")
for nombre, funcion in funciones.items():
    print(f"{nombre:<11}",
          *[f"{pendiente(funcion, z):8.4f}" for z in (-6, -0.5, 0.5, 6)])

print(f"la mayor de la sigmoide, en z = 0: {pendiente(sigmoide, 0):.2f}")
print(f"la mayor de tanh, en z = 0:        {pendiente(np.tanh, 0):.2f}")

# %% [markdown] presenta="saturada"
# **Qué observas.** El escalón tiene pendiente 0 en todas partes (salvo en el salto, donde no tiene): no
# hay pista que seguir. La sigmoide y tanh la pierden lejos del 0: ahí la neurona está **saturada**, y un
# cambio pequeño de los pesos apenas se nota. Y la de la sigmoide no pasa nunca de 0.25. ReLU tiene siempre 1 en el lado
# positivo, y además es barata: por eso, ella o sus variantes son lo habitual dentro de una red. Su
# precio: con $z$ negativa, su pendiente es 0.
#
# Lo que **no** cambia es la frontera. La sigmoide pasa de 0.5 justo cuando $z$ pasa de 0: una neurona
# que dice «sí» por encima de 0.5 decide con la misma recta que antes, y con XOR tampoco puede.
#
# | Función | Rango | Pendiente mayor | Dónde se usa |
# |---|---|---|---|
# | escalón | 0 o 1 | sin pista | historia |
# | sigmoide | entre 0 y 1 | 0.25 | salida: probabilidad de «sí» |
# | tanh | entre −1 y 1 | 1 | dentro de algunas redes |
# | ReLU | de 0 en adelante | 1 | dentro de casi todas |
#
# ### Ejercicio 2.7.4
#
# La ReLU de arriba usa `max`, que solo entiende un número a la vez. Escribe `relu(z)` para un **array** de
# cualquier forma: devuelve otro igual, con los negativos convertidos en 0. Sin cambiar el que recibe.

# %% tags=["ejercicio"]
def relu(z):
    # >>> return ...
    return np.maximum(0, z)
    # <<<

# %%
check("2.7.4", relu)

# %% [markdown]
# ## Errores frecuentes
#
# **1. Olvidar el sesgo.** Sin él, $z$ vale 0 en el origen sean cuales sean los pesos: la neurona calla
# siempre en $(0, 0)$. NAND, que ahí debe dar 1, es imposible.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El segundo no da ningún error de Python: la neurona se aleja a cada vuelta. Pide que digan
# por qué los pesos crecen sin parar (cada corrección agranda el fallo que la provocó).

# %%
sin_sesgo = w1_todos * x[0, 0] + w2_todos * x[0, 1] > 0
print("en (0, 0) y sin sesgo, ¿dispara alguna neurona?",
      bool(sin_sesgo.any()))

# una entrada más, que siempre vale 1
con_uno = np.column_stack([x, np.ones(4, dtype=int)])
print("Arreglado: con sesgo, NAND da",
      (con_uno @ [-1, -1, 1.5] > 0).astype(int).tolist())

# %% [markdown]
# (Un sesgo es el peso de una entrada que siempre vale 1: en muchos libros lo verás escrito así.)
#
# **2. Restar al revés.** El error es lo correcto menos lo dicho. Con $\hat{y} - y$, cada corrección
# empuja justo al lado contrario, y el fallo se agranda.

# %%
def diez_vueltas(signo):
    """Fallos de AND en diez vueltas, con el error multiplicado por un
    signo."""
    w, b, fallos = np.zeros(2), -0.5, []
    for _ in range(10):
        mal = 0
        for punto, real in zip(x, y_and):
            error = int(real) - escalon(punto @ w + b)
            w, b, mal = (w + signo * error * punto, b + signo * error,
                         mal + abs(error))
        fallos.append(mal)
    return fallos, w

for nombre, signo in (("Falla", -1), ("Arreglado", 1)):
    fallos, w = diez_vueltas(signo)
    print(f"{nombre}: fallos {fallos}, pesos {w}")

# %% [markdown]
# ## Práctica: una neurona que reconoce pingüinos
#
# Vuelven los pingüinos de la lección {{bibliotecas_cientificas}}, con sus cuatro medidas en la misma escala, y una pregunta
# de sí o no: **¿es un Gentoo?** ¿Le basta a una sola neurona con dos medidas? (Buscamos si alguna recta los
# separa a todos; cuánto acertaría con pingüinos nuevos es otra pregunta, y pide un examen aparte.)

# %% [markdown] tags=["docente"]
# **{{minutos}}** con la autoevaluación. En el paso 1, recuerda la paradoja de Simpson de {{bibliotecas_cientificas}}: los Gentoo
# tienen el pico largo y bajo. Quien lo recuerde acertará sin probar. En el paso 2, quien escriba un ciclo
# va bien; enséñale después la versión sin ciclo, que es la puerta de {{capas}}.

# %%
pinguinos = load_penguins().dropna()
columnas = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm",
            "body_mass_g"]
medidas = (pinguinos[columnas]
           - pinguinos[columnas].mean()) / pinguinos[columnas].std()
especies = pinguinos["species"].to_numpy()
es_gentoo = (especies == "Gentoo").astype(int)

dos_columnas = ["bill_length_mm", "flipper_length_mm"]
w, b, fallos = aprender(medidas[dos_columnas].to_numpy(), es_gentoo,
                        vueltas=100)
print("largo del pico y aleta; fallos en las últimas cinco vueltas:",
      fallos[-5:])

# %% [markdown]
# Con esas dos no ha dejado de fallar. ¿Es cosa de más vueltas, o es como en XOR? La figura del final lo dirá.
#
# ### Paso 1 · Ejercicio 2.7.5
#
# ¿Hay dos medidas con las que la neurona acabe **sin ningún fallo**? Prueba las parejas que quieras con
# `aprender` (con un ciclo, o una por una) y guarda en `pareja` una lista con los nombres de las dos
# columnas. (Hay más de una respuesta buena.)

# %% tags=["ejercicio"]
# >>> pareja = ...
for i, primera in enumerate(columnas):
    for segunda in columnas[i + 1:]:
        candidata = [primera, segunda]
        fallos = aprender(medidas[candidata].to_numpy(), es_gentoo,
                          vueltas=100)[2]
        if fallos[-1] == 0:
            pareja = candidata
# <<<

# %%
check("2.7.5", pareja)

# %% [markdown]
# ### Paso 2 · Ejercicio 2.7.6
#
# Una neurona ya entrenada se examina con todos los pingüinos. Escribe `contar_fallos(x, y, w, b)`: `x`
# es un array con una muestra por fila, `y` tiene la respuesta correcta de cada una (0 o 1), y `w` y `b`
# son los pesos y el sesgo. Devuelve en cuántas se equivoca la neurona. Como `x @ w` da una suma por
# fila, se puede hacer sin ciclo.

# %% tags=["ejercicio"]
def contar_fallos(x, y, w, b):
    # >>> return ...
    dice = (x @ w + b > 0).astype(int)
    return (dice != y).sum()
    # <<<

# %%
check("2.7.6", contar_fallos)

# %% [markdown]
# Veamos una pareja que sirve y la del principio, que no, con las rectas que aprendieron en cien vueltas.
#
# **Predice:** en la que no sirve, ¿formarán los Gentoo un grupo aparte, o se mezclarán con los otros?

# %% tags=["resultado"]
def dibujar_gentoo(ax, dos):
    """La recta aprendida con dos medidas, y en cuántos se equivoca."""
    puntos = medidas[dos].to_numpy()
    w, b, _ = aprender(puntos, es_gentoo, vueltas=100)
    plot_decision_regions(lambda p: (p @ w + b > 0).astype(int), puntos,
                          es_gentoo, class_names=["otro", "Gentoo"], ax=ax,
                          feature_names=[f"{medida}, en desviaciones"
                                         for medida in dos])
    mal = ((puntos @ w + b > 0).astype(int) != es_gentoo).sum()
    ax.set_title(f"la recta deja {mal} en el lado malo")
    print(f"{dos[0]} y {dos[1]}: {mal} fallos de {len(puntos)}")

fig, (izquierda, derecha) = plt.subplots(1, 2, figsize=(7.5, 3.5))
dibujar_gentoo(izquierda, dos_columnas)
dibujar_gentoo(derecha, ["bill_depth_mm", "flipper_length_mm"])
fig.tight_layout()

# %% [markdown]
# **Qué observas.** A la derecha, los Gentoo forman un grupo aparte y la recta pasa por el hueco. A la
# izquierda los grupos se mezclan: pase por donde pase, la recta deja alguno en el lado malo. No eran más vueltas:
# es como XOR. El modelo es el mismo; cambiaron las medidas que le dimos.
#
# (La última vuelta de antes contó 8 fallos, y aquí salen 19: en la vuelta, los pesos cambiaban con cada fallo; aquí,
# los del final se examinan con todos.)
#
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
check("2.7.A1", respuesta_1)

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
check("2.7.A2", respuesta_2)

# %% [markdown]
# **A3.** Una neurona con sigmoide responde casi 0 y debía responder 1: su $z$ vale −20. El error se mide elevando
# al cuadrado lo que le falta a la respuesta. ¿Por qué le cuesta tanto aprender de ese fallo?
#
# - a) Porque ahí la pendiente es casi 0: mover un poco los pesos apenas cambia la respuesta.
# - b) Porque la sigmoide no puede dar números cercanos a 1.
# - c) Porque con $z$ negativa la pendiente de la sigmoide es negativa.
# - d) Porque su frontera deja de ser una recta.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("2.7.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Una neurona artificial es una suma con pesos, más un sesgo, y una función de activación.
# - El sesgo es el umbral con el signo cambiado: desplaza la frontera; los pesos la inclinan.
# - El perceptrón aprende corrigiendo solo cuando falla; su frontera es siempre una recta.
# - Con XOR una recta no basta: ninguna neurona sola lo consigue.
# - Sigmoide, tanh y ReLU tienen pendiente, y por eso se puede aprender con ellas.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 10.
# - [El perceptrón en scikit-learn](https://scikit-learn.org/stable/modules/linear_model.html#perceptron).
# - F. Rosenblatt (1958), «The perceptron: a probabilistic model for information storage and organization in
#   the brain», *Psychological Review* 65(6), 386–408. M. Minsky y S. Papert (1969), *Perceptrons*, MIT Press.
# - Las neuronas, contadas: F. A. C. Azevedo y otros (2009), *Journal of Comparative Neurology* 513(5),
#   532–541, [doi:10.1002/cne.21974](https://doi.org/10.1002/cne.21974). Las del ratón: S. Herculano-Houzel,
#   B. Mota y R. Lent (2006), *PNAS* 103(32), 12138–12143.
