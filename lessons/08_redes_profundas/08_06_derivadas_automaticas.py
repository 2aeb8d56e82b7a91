# %% [markdown]
# # 8.6 · Derivadas automáticas
#
# | | |
# |---|---|
# | **Objetivos** | Medir el error de las diferencias finitas según el paso; escribir los números duales y una cinta que derivan solos, y comprobarlos con TensorFlow; contar lo que cuesta cada manera de derivar; entrenar una red con tu cinta; averiguar qué píxeles cambian una decisión |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Las diferencias finitas y la regla de la cadena (lección {{descenso_de_gradiente}}), la retropropagación escrita a mano ({{como_aprende_una_red}}) y `tf.GradientTape` ({{la_cocina}}) |
# | **Datos** | Los pingüinos de Palmer (CC0) y Fashion-MNIST, de Zalando (licencia MIT), incluidos en el curso |
# | **Práctica** | Una red que aprende con tu cinta, y es la misma que la de TensorFlow |

# %%
import math

import matplotlib.pyplot as plt
import numpy as np

from course_utils import check, hint, solution
from course_utils import load_fashion_mnist, load_penguins
from course_utils import plot_image_grid, quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras
import tensorflow as tf

# %% [markdown]
# ## 1 · ¿Cuánto se equivoca quien mide una pendiente?
#
# En {{como_aprende_una_red}} derivaste una red a mano, y en {{la_cocina}} lo hizo TensorFlow. ¿Cómo? Hoy verás cuatro maneras de
# derivar, las dos últimas **automáticas**, con la misma función:
#
# $$f(x, y) = x\,p + e^{p} \qquad\text{con}\qquad p = x\,y$$
#
# **La primera, a mano** (la pendiente de $e^p$ es $e^p$): $\partial f/\partial x = 2xy + y\,e^{xy}$ y
# $\partial f/\partial y = x^2 + x\,e^{xy}$. Exacta, pero hay que rehacerla con cada función.
#
# **La segunda, diferencias finitas**: mover un poco, $h$, a cada lado y medir. En {{descenso_de_gradiente}} usaste
# $h = 0.00001$, y $10^{-17}$ falló. (`f` recibe también qué exponencial usar: cada sección traerá la suya.)
#
# **Predice:** ¿con qué $h$ será más exacta la pendiente: $10^{-2}$, $10^{-5}$, $10^{-8}$ o $10^{-11}$?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Muchos dirán que el menor. Antes de la figura, pregunta cuántas cifras quedan al restar números que
# coinciden en casi todas. La U se dibuja en la pizarra con dos rectas: una sube con $h$, y la otra baja.

# %%
def f(x, y, exp=np.exp):
    p = x * y
    return x * p + exp(p)

def by_hand(x, y):
    return (2 * x * y + y * np.exp(x * y), x**2 + x * np.exp(x * y))

points = np.random.default_rng(0).uniform(-2, 2, (1000, 2))

def measured_error(h, kind):
    """El error de la pendiente en x, con números de ese tipo."""
    x, y = points.T.astype(kind)
    h = kind(h)
    slope = (f(x + h, y) - f(x - h, y)) / (2 * h)
    return np.median(np.abs(slope - by_hand(*points.T)[0]))

# %%
steps = np.logspace(0, -15, 61)
errors = {kind: [measured_error(h, kind) for h in steps]
          for kind in (np.float32, np.float64)}
fig, ax = plt.subplots(figsize=(7, 3.4), layout="constrained")
ax.loglog(steps, errors[np.float32], "--", color="#D55E00", label="32 bits")
ax.loglog(steps, errors[np.float64], color="#0072B2", label="64 bits")
ax.set(title="Ni muy grande ni muy pequeño", xlabel="Paso (h)",
       ylabel="Error de la pendiente")
ax.legend()
ax.grid(alpha=0.3)

# %%
for kind, found in errors.items():
    print(f"{kind.__name__}: error menor ≈ {min(found):.1g}, "
          f"con h ≈ {steps[np.argmin(found)]:.1g}")
print("¿Mil veces mayor con 32 bits?",
      bool(min(errors[np.float32]) > 1000 * min(errors[np.float64])))

# %% [markdown] presenta="error de truncamiento, error de redondeo"
# **Qué observas.** Una U. (En cada $h$, el error mediano de mil puntos al azar.) A la derecha manda el **error de
# truncamiento** (*truncation*): se mide una cuerda y no la tangente, y dividir $h$ entre 10 lo divide entre 100. A la
# izquierda manda el **error de redondeo** (*rounding*): $f(x + h)$ y $f(x - h)$ se parecen tanto que, al restarlas, solo
# quedan sus últimas cifras, las redondeadas, y encima se dividen entre $h$. Con 64 bits, el fondo está cerca de nuestro
# 0.00001. Con 32, los de una red, el mejor $h$ es mucho mayor, y el error también; en el llano, $x + h$ ya es $x$.
#
# ## 2 · ¿Y si cada número llevara su pendiente consigo?
#
# La tercera manera no mide nada. Un **número dual** (*dual number*) guarda dos cosas: su valor $a$ y su pendiente $a'$,
# lo que cambia por cada unidad que se mueva la entrada. Se escribe $a + a'\varepsilon$, con un símbolo $\varepsilon$
# que cumple $\varepsilon^2 = 0$: el $h^2$ que tiraste en {{descenso_de_gradiente}}, aquí 0 exacto. Multiplicando
# como siempre,
#
# $$(a + a'\varepsilon)(b + b'\varepsilon) = ab + (a'b + a\,b')\,\varepsilon$$
#
# y lo que va con $\varepsilon$ es la pendiente del producto. Cada operación tiene su regla, y al encadenarlas sale la
# de la cadena:
#
# | Operación | Valor | Pendiente |
# |---|---|---|
# | $a + b$ | $a + b$ | $a' + b'$ |
# | $a \cdot b$ | $ab$ | $a'b + a\,b'$ |
# | $e^a$ | $e^a$ | $e^a\,a'$ |

# %% [markdown] presenta="class, __init__, self, __add__, __mul__, número dual"
# En Python, un objeto así se fabrica con una **clase** (`class`), que es su molde. Las funciones de dentro son métodos, y
# reciben primero el propio objeto, `self`. `__init__` se ejecuta al fabricarlo: `Dual(2.0, 1.0)` guarda los dos números
# en `self.value` y `self.slope`. Y los nombres con guiones dobles los llama Python por su cuenta: `a + b` es
# `a.__add__(b)`; `a * b`, `a.__mul__(b)`. Con ellos, `f` se escribirá como siempre. (`__radd__` y `__rmul__` son
# los mismos, para cuando el dual va a la derecha, como en `2 * a`.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Haz en la pizarra $(2 + 1\varepsilon)(-0.5 + 0\varepsilon)$. La clase se lee en voz alta, línea a línea: aquí
# basta con entender `self` y que `+` es un método. En 8.6.1 se olvida la pendiente de $a$ en la exponencial: es la regla
# de la cadena.

# %%
def as_dual(a):
    return a if isinstance(a, Dual) else Dual(a)  # una constante: 0

class Dual:
    def __init__(self, value, slope=0.0):
        self.value, self.slope = value, slope

    def __add__(self, other):
        other = as_dual(other)
        return Dual(self.value + other.value, self.slope + other.slope)

    def __mul__(self, other):
        return dual_times(self, as_dual(other))  # su regla, abajo

    __radd__, __rmul__ = __add__, __mul__

# %% [markdown] presenta="math.exp"
# ### Ejercicio 8.6.1
#
# Escribe las dos reglas que faltan. `a` y `b` son duales, con su `value` y su `slope`, y cada función devuelve un `Dual`. La
# exponencial de un número es `math.exp`.

# %% tags=["ejercicio"]
def por(a, b):
    # >>> return ...
    return Dual(a.value * b.value,
                a.slope * b.value + a.value * b.slope)
    # <<<

def exponencial(a):
    # >>> return ...
    return Dual(math.exp(a.value), math.exp(a.value) * a.slope)
    # <<<

# %%
check("8.6.1", por, exponencial)

# %% [markdown]
# Ya se puede derivar `f` sin tocarla. La pendiente de una entrada es 1 si es la que se mueve, y 0 si se queda quieta.
#
# **Predice:** ¿cuántas veces habrá que ejecutar `f` para tener las dos derivadas?

# %%
def dual_times(a, b):
    return Dual(a.value * b.value, a.slope * b.value + a.value * b.slope)

def dual_exp(a):
    height = math.exp(a.value)
    return Dual(height, height * a.slope)

def forward(x, y):
    """El gradiente de f, hacia delante: una pasada por entrada."""
    return (f(Dual(x, 1.0), Dual(y), exp=dual_exp).slope,
            f(Dual(x), Dual(y, 1.0), exp=dual_exp).slope)

print("duales:", np.round(forward(2.0, -0.5), 6))
print("a mano:", np.round(by_hand(2.0, -0.5), 6))

# %% [markdown] presenta="diferenciación hacia delante"
# **Qué observas.** Lo mismo, sin la fórmula de la derivada: cada operación aportó su regla. Es la **diferenciación hacia
# delante** (*forward mode*). Hicieron falta dos pasadas, una por entrada; con los miles de pesos de una red serían miles.
#
# ### ★ Ampliación · Lo que oirás por ahí: «la derivada automática busca la fórmula»
#
# No ve ninguna fórmula, solo números que pasan. Por eso deriva también un programa que no la tiene, con un ciclo y
# una condición:

# %%
def program(x):
    """Sin una fórmula fija: cuántas vueltas da depende de x."""
    total, turns = x, 0
    while total.value < 100:
        total = total * x if turns % 2 == 0 else total + 3 * x
        turns += 1
    return total, turns

out, turns = program(Dual(1.7, 1.0))
up, down = program(Dual(1.7 + 1e-6))[0], program(Dual(1.7 - 1e-6))[0]
print(f"{turns} vueltas: valor {out.value:.3f}, pendiente {out.slope:.3f}")
print(f"midiendo: {(up.value - down.value) / 2e-6:.3f}")

# %% [markdown]
# ### ★ Ampliación · Ejercicio 8.6.2
#
# Dos reglas más. La potencia: $a^n$, con $n$ un número, tiene pendiente $n\,a^{n-1}\,a'$. Y el dual de mayor valor, con
# su pendiente (ReLU es el mayor entre $z$ y 0). Si en `mayor` empatan los valores, gana `a`.

# %% tags=["ejercicio"]
def elevar(a, n):
    # >>> return ...
    return Dual(a.value**n, n * a.value ** (n - 1) * a.slope)
    # <<<

def mayor(a, b):
    # >>> return ...
    return a if a.value >= b.value else b
    # <<<

# %%
check("8.6.2", elevar, mayor)

# %% [markdown]
# ## 3 · ¿Y si se apunta todo y se lee al revés?
#
# La cuarta manera es la de las redes. Cada número, un nodo, se **apunta** en una lista, la cinta (`tape`), con sus
# padres (de los que salió) y, de cada uno, la **derivada local**: lo que cambia el resultado por cada unidad suya. En
# $a \cdot b$, la de $a$ es $b$, y la de $b$ es $a$. Después se recorre la cinta **al revés**, repartiendo la culpa de
# {{como_aprende_una_red}}:
#
# 1. el último resultado tiene culpa 1;
# 2. del último al primero, cada nodo **suma** a cada padre su culpa por la derivada local.
#
# Se suma porque un padre puede tener varios hijos: en `f`, tanto $x$ como $p$ se usan dos veces.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dibuja el grafo de `f` y recórrelo con culpas antes de programar nada. El error que enseña es `=` en vez
# de `+=`: con él, $x$ solo recuerda a uno de sus dos hijos. Que lo provoquen y miren qué número sale.

# %%
def as_node(a):
    return a if isinstance(a, Node) else Node(a)  # una constante

class Node:
    def __init__(self, value, parents=()):
        self.value, self.parents, self.grad = value, parents, 0.0
        tape.append(self)

    def __add__(self, other):
        other = as_node(other)
        return Node(self.value + other.value, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return times(self, as_node(other))  # su regla, abajo
    __radd__, __rmul__ = __add__, __mul__

tape = []

# %% [markdown]
# ### Ejercicio 8.6.3
#
# Dos funciones. `multiplicar(a, b)` recibe dos nodos y devuelve otro: un `Node` con su valor y la lista de sus padres, cada
# uno en una tupla con su derivada local. Imita a la suma, en la que las dos son 1.
#
# `hacia_atras(cinta)` recibe la lista de nodos, en el orden en que se apuntaron y todos con `grad` a 0. Pone a 1 el `grad` del
# último y, del último al primero, suma a cada padre lo que le toca. Devuelve la lista de los `grad`, en el orden
# de la cinta.

# %% tags=["ejercicio"]
def multiplicar(a, b):
    # >>> return ...
    return Node(a.value * b.value, [(a, b.value), (b, a.value)])
    # <<<

def hacia_atras(cinta):
    # >>> return ...
    cinta[-1].grad = 1.0
    for nodo in cinta[::-1]:
        for padre, parcial in nodo.parents:
            padre.grad += parcial * nodo.grad
    return [nodo.grad for nodo in cinta]
    # <<<

# %%
check("8.6.3", multiplicar, hacia_atras)

# %% [markdown]
# Y todo junto: `gradients` vacía la cinta, apunta las entradas, ejecuta la función y lee la cinta al revés.

# %%
def times(a, b):
    return Node(a.value * b.value, [(a, b.value), (b, a.value)])

def exp(a):
    height = math.exp(a.value)
    return Node(height, [(a, height)])

def backward():
    tape[-1].grad = 1.0
    for node in tape[::-1]:
        for parent, local in node.parents:
            parent.grad += local * node.grad

# %%
def gradients(function, values):
    """Las derivadas de lo último que apunta, por cada entrada."""
    tape.clear()
    inputs = [Node(value) for value in values]
    function(*inputs)
    backward()
    return [node.grad for node in inputs]

gradients(lambda x, y: f(x, y, exp=exp), (2.0, -0.5))
for name, node in zip(("x", "y", "p = x·y", "x·p", "e^p", "f"), tape):
    local = [round(value, 3) for _, value in node.parents]
    print(f"{name:<8} vale {node.value:6.3f}   culpa {node.grad:6.3f}"
          f"   derivadas locales {local}")

# %% [markdown] presenta="diferenciación hacia atrás"
# **Qué observas.** Léela de abajo arriba. $p$ recibe culpa por dos caminos, de $x \cdot p$ y de $e^p$, y lo mismo
# $x$. **Una** sola pasada dio las dos derivadas: es la **diferenciación hacia atrás** (*reverse mode*). Falta el juez: la
# cinta de TensorFlow, en los mil puntos de antes.

# %% presenta="tensorflow.exp" tags=["resultado"]
ours = np.array([gradients(lambda x, y: f(x, y, exp=exp), point)
                 for point in points])
x, y = tf.Variable(points[:, 0]), tf.Variable(points[:, 1])
with tf.GradientTape() as recorder:
    heights = f(x, y, exp=tf.exp)
theirs = np.column_stack(recorder.gradient(heights, [x, y]))
gap = np.abs(ours - theirs).max()
print("puntos:", len(points), "  ¿Iguales que los de TensorFlow, salvo "
      "1e-10?", bool(gap < 1e-10))

# %% [markdown]
# > **Lo que oirás por ahí: «la derivada automática es una aproximación, como las diferencias finitas».** En los mismos
# > puntos, el peor error de las dos, como fracción de la pendiente a mano:

# %%
x, y = points.T
exact = by_hand(x, y)[0]
measured = (f(x + 1e-5, y) - f(x - 1e-5, y)) / 2e-5
worst = np.abs(measured / exact - 1).max()
worst_tape = np.abs(ours[:, 0] / exact - 1).max()
print(f"diferencias finitas ≈ {worst:.1g}   la cinta ≈ {worst_tape:.1g}")
print("¿Mil veces menos la cinta?", bool(worst > 1000 * worst_tape))

# %% [markdown]
# **Qué observas.** La cinta solo tiene el redondeo de cualquier cuenta, y los duales también: no hay $h$ que elegir.
#
# ## 4 · ¿Cuánto cuesta cada manera?
#
# Contemos, en vez de cronometrar. Otra clase: un número que apunta en `count` cada vez que se suma o se multiplica. Con
# ellos dentro de los duales o de los nodos se cuenta **todo**, también las derivadas. La función será el error al cuadrado
# de una neurona con $n$ pesos.
#
# **Predice:** si calcular la función cuesta 1, ¿cuánto costará el gradiente de mil pesos hacia delante? ¿Y hacia atrás?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que escriban dos números antes de mirar. Después, la pregunta al revés: ¿y si hubiera una entrada y mil
# salidas? Ahí gana ir hacia delante, y sale en la autoevaluación.

# %%
def plain(a):
    return a.value if isinstance(a, Counted) else a

class Counted:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        count.append("+")
        return Counted(self.value + plain(other))

    def __mul__(self, other):
        count.append("*")
        return Counted(self.value * plain(other))
    __radd__, __rmul__ = __add__, __mul__

# %%
def squared_error(*weights):
    error = weights[0] * 0.5 + -1.0
    for k in range(1, len(weights)):
        error = error + weights[k] * (1 / (k + 2))
    return error * error

def all_forward(w):
    for k in range(len(w)):
        squared_error(*[Dual(v, Counted(float(j == k)))
                        for j, v in enumerate(w)])

# %%
ways = (lambda w: squared_error(*w), all_forward,
        lambda w: gradients(squared_error, w))
print("pesos  la función   adelante    atrás   atrás / la función")
for n in (1, 10, 100, 1000):
    costs = []
    for way in ways:
        count = []
        way([Counted(0.1) for _ in range(n)])
        costs.append(len(count))
    print(f"{n:5d} {costs[0]:11d} {costs[1]:10d} {costs[2]:8d}"
          f"{costs[2] / costs[0]:10.1f}")

# %% [markdown]
# **Qué observas.** Hacia delante se recorre la función una vez **por peso**: con mil, cuesta unas 3000 veces la
# función. (Con diferencias finitas, dos veces por peso.) Hacia atrás, el coste es el de la función por un número que no
# crece: por eso se puede entrenar una red. (Cinco, y no las tres pasadas de {{como_aprende_una_red}}: la nuestra da
# culpa hasta a las constantes.) El precio es **guardar** la cinta entera hasta el final, y eso gasta mucha memoria
# al entrenar. Y con una entrada y mil salidas, al contrario: hacia delante basta una pasada; hacia atrás, una por
# salida.
#
# ## 5 · ¿Qué píxeles cambian la decisión?
#
# Un gradiente se puede pedir respecto de lo que quieras, no solo de los pesos. ¿Y si la que se mueve es **la imagen**?
# Una red de prendas, pequeña, que da puntos sin softmax (`from_logits=True` avisa a la pérdida):

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pregunta qué significa un píxel «sensible»: no es que sea claro ni que esté en la prenda, sino que moverlo
# mueve los puntos. Muchos lo buscarán solo sobre la ropa: en la figura también los hay en el fondo.

# %%
(images, labels), _ = load_fashion_mnist()
x_train = (images[:10_000] / 255).astype("float32")
x_valid = (images[55_000:55_200] / 255).astype("float32")
set_seed(42)
garments = keras.Sequential([
    keras.Input((28, 28)), keras.layers.Flatten(),
    keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10)])
garments.compile(
    keras.optimizers.Adam(0.002),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
garments.fit(x_train, labels[:10_000], batch_size=128, epochs=4,
             verbose=0)
answers = np.asarray(garments(x_valid)).argmax(axis=1)

# %% [markdown] presenta=".watch, mapa de sensibilidad, tensorflow.newaxis"
# La cinta de TensorFlow vigila sola las variables, y una imagen no lo es: se le pide con `tape.watch(…)`, lo primero
# dentro del `with`. El valor absoluto del gradiente, dibujado, es un **mapa de sensibilidad** (*saliency map*).
#
# ### Ejercicio 8.6.4
#
# Escribe `sensibilidad(red, imagen, clase)`. `imagen` es un array de dos dimensiones; `red` recibe un **lote** de imágenes
# (aquí, de una: `pixeles[tf.newaxis]`) y da una fila de puntos por imagen. Devuelve un array con la forma de
# `imagen`: en cada píxel, cuánto cambian los puntos de `clase` por unidad, sin signo. Convierte antes la imagen con
# `tf.constant`.

# %% tags=["ejercicio"]
def sensibilidad(red, imagen, clase):
    # >>> return ...
    pixeles = tf.constant(imagen)
    with tf.GradientTape() as cinta:
        cinta.watch(pixeles)
        puntos = red(pixeles[tf.newaxis])[0, clase]
    return np.abs(cinta.gradient(puntos, pixeles))
    # <<<

# %%
check("8.6.4", sensibilidad)

# %%
def pixel_slopes(network, image, label):
    pixels = tf.constant(image)
    with tf.GradientTape() as recorder:
        recorder.watch(pixels)
        score = network(pixels[tf.newaxis])[0, label]
    return recorder.gradient(score, pixels).numpy()

shown = [np.flatnonzero(answers == label)[0] for label in (1, 5, 8, 9)]
maps = [np.abs(pixel_slopes(garments, x_valid[i], answers[i]))
        for i in shown]
names = ("pantalón", "sandalia", "bolso", "botín")
fig = plot_image_grid(
    [*x_valid[shown], *(each / each.max() for each in maps)],
    [*names, *(f"mapa: {name}" for name in names)], columns=4)

# %% [markdown]
# **Qué observas.** Arriba, cuatro prendas, con lo que la red dice que son; debajo, más claros, los píxeles que más
# mueven esos puntos. En el pantalón destacan el borde de arriba y el hueco entre las piernas; en el bolso, junto al asa.
# Los hay también en el fondo: aclararlo los subiría o los bajaría, que el mapa no lleva signo.
#
# ### ★ Ampliación · ¿Dice algo el mapa, o es un dibujo bonito?
#
# En cada una de 200 prendas llevamos diez píxeles a 0 o a 1, lo que baje los puntos de su clase (algunos ya están ahí).
# Unos, los diez más sensibles; otros, diez al azar.
#
# **Predice:** de 784 píxeles, ¿bastará con diez para que cambie de opinión?

# %%
rng, changed = np.random.default_rng(0), {"sensibles": 0, "al azar": 0}
for image, label in zip(x_valid, answers):
    slopes = pixel_slopes(garments, image, label).ravel()
    chosen = {"sensibles": np.abs(slopes).argsort()[-10:],
              "al azar": rng.permutation(784)[:10]}
    for name, places in chosen.items():
        pushed = image.ravel().copy()
        pushed[places] = np.where(slopes[places] > 0, 0, 1)
        after = garments(pushed.reshape(1, 28, 28))
        changed[name] += int(np.argmax(after) != label)

# %%
for name, times_changed in changed.items():
    print(f"diez píxeles {name}: cambian ≈ {times_changed} decisiones "
          f"de {len(x_valid)}")
print("¿Más del doble con los sensibles?",
      changed["sensibles"] > 2 * changed["al azar"])

# %% [markdown]
# **Qué observas.** Diez píxeles bien elegidos cambian muchas decisiones, y los elegidos al azar, bastantes menos. El mapa dice
# algo, y también lo frágil que es la red. Solo vale **cerca** de esa imagen: es una pendiente.

# %% [markdown]
# ## ★ Ampliación · ¿Y si la regla de TensorFlow no sirve?
#
# **Segundas derivadas.** Una cinta dentro de otra deriva la derivada. Cada cinta se puede recorrer una vez; con
# `persistent=True`, las que hagan falta.

# %% presenta="persistent="
x = tf.Variable(3.0)
with tf.GradientTape() as outer:
    with tf.GradientTape(persistent=True) as inner:
        cube, square = x**3, x**2
    slope = inner.gradient(cube, x)
print("la derivada de x³, 3x²:", slope.numpy())
print("la segunda, 6x:", outer.gradient(slope, x).numpy())
print("la misma cinta, otra vez: 2x =", inner.gradient(square, x).numpy())

# %% [markdown] presenta="tensorflow.stop_gradient"
# **Cortar el paso.** `tf.stop_gradient` deja pasar el valor y no la culpa: lo que hay detrás cuenta como una constante.
#
# **Predice:** si $L = w \cdot \text{stop}(w)$ y $w = 3$, ¿la pendiente será 6, la de $w^2$?

# %%
w = tf.Variable(3.0)
with tf.GradientTape() as recorder:
    loss = w * tf.stop_gradient(w)
print("pendiente:", recorder.gradient(loss, w).numpy())

# %% [markdown] presenta="tensorflow.custom_gradient, softplus"
# **Qué observas.** 3: solo cuenta el primer factor.
#
# **Una regla propia.** La función softplus, $\ln(1 + e^z)$, es una ReLU suavizada, y su derivada es la sigmoide. Con
# $z = 100$ y 32 bits, $e^z$ no cabe, y la cinta multiplica 0 por infinito. La misma función, escrita de
# otro modo, cabe; pero en $z = 0$ tiene dos esquinas, y la cinta se equivoca. `tf.custom_gradient` recibe una función
# que devuelve dos cosas: el valor, y otra función que convierte la culpa que llega en la que sigue hacia atrás.

# %% presenta="tensorflow.math.log, tensorflow.maximum, tensorflow.abs, tensorflow.sigmoid, tensorflow.math.log1p"
def stable(z):
    value = tf.maximum(z, 0.0) + tf.math.log1p(tf.exp(-tf.abs(z)))
    return value, lambda arriving: arriving * tf.sigmoid(z)

for name, softplus in (
        ("tal cual", lambda z: tf.math.log(1 + tf.exp(z))),
        ("otra fórmula", lambda z: stable(z)[0]),
        ("y con su regla", tf.custom_gradient(stable))):
    for start in (100.0, 0.0):
        z = tf.Variable(start)
        with tf.GradientTape() as recorder:
            height = softplus(z)
        print(f"{name:<14} z = {start:3.0f}: valor {height.numpy():.3f}, "
              f"pendiente {recorder.gradient(height, z).numpy():.3f}")

# %% [markdown] presenta="tensorflow.round, paso directo"
# ### Ejercicio 8.6.5
#
# Redondear es una escalera: su pendiente es 0 en los peldaños, y TensorFlow ni la da. Si un peso se va a guardar redondeado,
# ¿cómo se entrena? Con el truco del **paso directo** (*straight-through*): hacia delante se redondea (`tf.round`), y hacia atrás
# se hace como si no, y la culpa sigue **tal como llega**. Escribe `paso_directo(z)`, que devuelve las dos cosas que pide
# `tf.custom_gradient`: el valor redondeado y la función de la culpa.

# %% tags=["ejercicio"]
def paso_directo(z):
    # >>> return ...
    return tf.round(z), lambda llega: llega
    # <<<

# %%
check("8.6.5", paso_directo)

# %%
rounded = tf.custom_gradient(lambda z: (tf.round(z), lambda culpa: culpa))
for name, rounding in (("tf.round", tf.round), ("paso directo", rounded)):
    w = tf.Variable(0.2)
    for step in range(40):
        with tf.GradientTape() as recorder:
            loss = (rounding(w) - 3.0) ** 2
        slope = recorder.gradient(loss, w)
        if slope is not None:
            w.assign_sub(0.02 * slope)
    print(f"{name}: redondeado, el peso acaba en {round(float(w))}")

# %% [markdown]
# **Qué observas.** Con la pendiente de verdad no aprende nada; con la inventada llega al 3. Es un gradiente falso que
# funciona: un optimizador no comprueba de dónde sale lo que le dan.

# %% [markdown]
# ## Errores frecuentes
#
# **Salirse de la cinta.** En {{como_aprende_una_red}} viste un `None` por no vigilar. Otras dos: pasar por NumPy, que
# no apunta nada, y derivar respecto de un **entero**, que no se puede mover un poco.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Con la cinta propia se entiende: ¿quién es el padre de lo que calculó NumPy? Nadie. Que busquen en cada caso
# dónde se corta el camino.

# %% presenta="tensorflow.square"
def slope_through(square, start):
    w = tf.Variable(start)
    with tf.GradientTape() as recorder:
        loss = square(w)
    slope = recorder.gradient(loss, w)
    return None if slope is None else slope.numpy()

def by_numpy(w):
    return tf.constant(w.numpy() ** 2)

print("por NumPy:", slope_through(by_numpy, 3.0))
print("un entero:", slope_through(tf.square, 3))
print("arreglado, con tf y decimales:", slope_through(tf.square, 3.0))

# %% [markdown]
# ### ★ Ampliación · Olvidar que la cinta se acumula
#
# Si la cinta propia no se vacía, `backward` **suma** a lo que había lo nuevo y otra vez lo viejo: 6 + 6 + 6. (En
# {{lo_mismo_en_pytorch}} era borrar los gradientes.)

# %%
tape.clear()
w = Node(3.0)
for attempt in ("la primera vez", "otra vez, sin borrar"):
    w * w
    backward()
    print(f"{attempt}: {w.grad}")
print("arreglado:", gradients(lambda w: w * w, [3.0])[0])

# %% [markdown]
# ## Práctica: una red que aprende con tu cinta
#
# ¿Sirve de verdad? Una red distingue los pingüinos macho de las hembras, por la altura del pico y la masa, con tres neuronas
# ocultas y trece pesos. Aprende con ochenta, con cuya media y desviación se escalan todos.

# %% [markdown] tags=["docente"]
# **{{minutos}}** con la autoevaluación. Insiste en que la red está escrita con sumas, productos y tres reglas: todo lo que
# hay en TensorFlow es eso mismo con arrays. Quien termine, que le ponga otra neurona.

# %%
columns = ["bill_depth_mm", "body_mass_g", "sex"]
penguins = load_penguins().dropna(subset=columns)
order = np.random.default_rng(0).permutation(len(penguins))
measures = penguins[columns[:2]].to_numpy(float)[order]
male = (penguins["sex"] == "MALE").to_numpy(float)[order]
measures = ((measures - measures[:80].mean(axis=0))
            / measures[:80].std(axis=0))
print("para aprender:", measures[:80].shape,
      "  para comparar:", measures[80:].shape)

# %% [markdown]
# La red, con nodos, que no saben restar: ReLU es el mayor entre $z$ y 0; la sigmoide, $(1 + e^{-z})^{-1}$, y la
# pérdida, la entropía cruzada.

# %%
def power(a, n):
    return Node(a.value**n, [(a, n * a.value ** (n - 1))])

def log(a):
    return Node(math.log(a.value), [(a, 1 / a.value)])

def maximum(a, b):
    return a if a.value >= b else Node(b)

def answer(w, depth, mass):
    """La probabilidad de que sea macho. Pesos: 3 · 3 + 4 = 13."""
    z = w[12]
    for k in (0, 3, 6):
        hidden = w[k] * depth + w[k + 1] * mass + w[k + 2]
        z = z + w[9 + k // 3] * maximum(hidden, 0.0)
    return power(exp(z * -1.0) + 1.0, -1)

# %%
def cross_entropy(*w):
    total = 0.0
    for (depth, mass), is_male in zip(measures[:80], male[:80]):
        p = answer(w, depth, mass)
        total = total + log(p if is_male else p * -1.0 + 1.0)
    return total * (-1 / 80)

slopes = gradients(cross_entropy, np.linspace(-1, 1, 13))
print("nodos en la cinta, con estos pesos:", len(tape))

# %% [markdown]
# ### Ejercicio 8.6.6
#
# Escribe `un_paso(perdida, pesos, tasa)`. `perdida` es una función como `cross_entropy`, que recibe los nodos de los pesos, y
# `pesos`, una lista de números. Devuelve la lista de los pesos nuevos: cada uno menos `tasa` por su gradiente. `gradients`
# ya sabe llenar la cinta y leerla.

# %% tags=["ejercicio"]
def un_paso(perdida, pesos, tasa):
    # >>> return ...
    pendientes = gradients(perdida, pesos)
    return [peso - tasa * pendiente
            for peso, pendiente in zip(pesos, pendientes)]
    # <<<

# %%
check("8.6.6", un_paso)

# %% [markdown] presenta="keras.losses.BinaryCrossentropy"
# Ahora, sesenta pasos con Keras y otros sesenta con nuestra cinta, desde los mismos pesos. La pérdida de Keras es
# `BinaryCrossentropy`, y le pedimos 64 bits, en vez de 32. (Aun así, `fit` redondea los datos a 32: no será exacto.)

# %%
set_seed(42)
twin = keras.Sequential([
    keras.Input((2,), dtype="float64"),
    keras.layers.Dense(3, activation="relu", dtype="float64"),
    keras.layers.Dense(1, activation="sigmoid", dtype="float64")])
twin.compile(keras.optimizers.SGD(0.5),
             loss=keras.losses.BinaryCrossentropy(dtype="float64"))

def in_a_row():
    """Los trece pesos: de cada neurona, dos y su sesgo; y la salida."""
    first, bias, last, last_bias = twin.get_weights()
    return [*np.column_stack([first.T, bias]).ravel(), *last[:, 0],
            *last_bias]

# %% tags=["resultado"]
ours = in_a_row()
for step in range(60):
    slopes = gradients(cross_entropy, ours)
    ours = [w - 0.5 * slope for w, slope in zip(ours, slopes)]
twin.fit(measures[:80], male[:80], batch_size=80, epochs=60, verbose=0)
gap = np.abs(np.array(ours) - in_a_row()).max()
print("¿Los trece pesos, iguales, salvo 1e-6?", bool(gap < 1e-6))

said = np.array([answer([Node(w) for w in ours], *row).value > 0.5
                 for row in measures[80:]])
accuracy = np.mean(said == male[80:])
print(f"acierta ≈ {accuracy:.3f} de los que no vio   ¿más de 0.75? "
      f"{bool(accuracy > 0.75)}")

# %% [markdown]
# **Qué observas.** Los mismos pesos, y acierta con pingüinos nuevos. TensorFlow añade velocidad (cada operación suya mueve un
# array entero) y cientos de reglas ya escritas. La idea es la de tus pocas líneas.

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Mides una pendiente por diferencias finitas con $h = 10^{-12}$ y sale peor que con $10^{-5}$. ¿Por qué?
#
# - a) Porque la cuerda se separa de la tangente.
# - b) Porque al restar dos números casi iguales quedan las cifras redondeadas, y se dividen entre $h$.
# - c) Porque hay que usar un solo lado, y no los dos.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("8.6.A1", respuesta_1)

# %% [markdown]
# **A2.** Una función tiene una entrada y mil salidas. ¿Cómo derivas todas las salidas con menos pasadas?
#
# - a) Hacia atrás: siempre es una pasada.
# - b) Da lo mismo: las dos maneras son exactas.
# - c) Hacia delante: una pasada por entrada, y solo hay una.
# - d) Con diferencias finitas: no hace falta ninguna pasada.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "c"
# <<<
check("8.6.A2", respuesta_2)

# %% [markdown]
# **A3.** En la pasada hacia atrás, alguien pone `=` donde va `+=`. ¿Cuándo fallará?
#
# - a) Siempre.
# - b) Cuando un padre se use más de una vez.
# - c) Cuando haya más de cien nodos.
# - d) Nunca: la cinta se recorre una sola vez.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "b"
# <<<
check("8.6.A3", respuesta_3)

# %% [markdown]
# **A4.** ¿Qué hace la derivada automática?
#
# - a) Aplica la regla exacta de cada operación a los números que pasan por ella, y las encadena.
# - b) Mueve un poco cada entrada y mide.
# - c) Busca la fórmula de la derivada y después pone los números.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "a"
# <<<
check("8.6.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Las diferencias finitas tienen un $h$ mejor que los demás, y ni con él son exactas.
# - Un dual lleva su pendiente consigo: exacto, una pasada por entrada.
# - Una cinta apunta padres y derivadas locales, y se lee al revés sumando culpas: exacta, y una pasada por salida.
# - Hacia atrás cuesta unas pocas veces la función, con los pesos que sean; a cambio, hay que guardar la cinta.
# - El gradiente respecto de la entrada dice qué píxeles pesan; un `None`, que el camino se cortó.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 12 y apéndice B.
# - A. G. Baydin y otros (2018), *Automatic Differentiation in Machine Learning: a Survey*:
#   [arXiv:1502.05767](https://arxiv.org/abs/1502.05767).
# - K. Simonyan y otros (2014), *Deep Inside Convolutional Networks*, sobre los mapas de sensibilidad:
#   [arXiv:1312.6034](https://arxiv.org/abs/1312.6034).
