# %% [markdown]
# # 2.8 · De la neurona a la capa
#
# | | |
# |---|---|
# | **Objetivos** | Conectar neuronas en dos capas y resolver XOR; explicar qué le hace una capa oculta a los datos; calcular una red entera con productos de matrices y decir la forma de cada array; contar sus parámetros; convertir su salida en probabilidades con softmax |
# | **Duración** | {{minutos}} |
# | **Requisitos** | La neurona y sus activaciones (lección {{la_neurona}}), el producto `@` ({{arrays}}), entrenamiento y prueba ({{maneras_de_aprender}}) |
# | **Datos** | Los cuatro puntos de XOR, y los pingüinos de Palmer (licencia CC0), incluidos en el curso |
# | **Práctica** | Una red que reconoce tres especies de pingüinos, calculada a mano |

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

from course_utils import check, hint, solution
from course_utils import load_penguins, plot_decision_regions

# %% [markdown] presenta="capa"
# ## 1 · ¿Y si una recta no basta?
#
# De la lección {{la_neurona}} tenemos la neurona: una suma con pesos, un sesgo y una activación. Y su límite: decide con
# **una recta**, y XOR («una o la otra, pero no las dos») pide más. Falta lo que da nombre a las redes:
# juntarlas.
#
# Si una recta no basta, usa dos. «Una o la otra, pero no las dos» se puede decir así: **(OR) y (NAND)**.
# Son tres neuronas en dos **capas** (*layers*): dos miran las entradas, y la tercera no mira las
# entradas, sino lo que dijeron las otras dos.
#
# ```
#   x₁ ──┬──▶ OR ────╮
#        ╳           ├──▶ AND ──▶ y
#   x₂ ──┴──▶ NAND ──╯
#  entradas   capa oculta    salida
# ```
#
# Se llama **oculta** la capa que está en medio: sus respuestas no se ven desde fuera.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Empieza con los cuatro puntos en la pizarra y dos reglas. Tres alumnos de pie, uno por neurona,
# y que se pasen papeles con un 0 o un 1: en 2.8.1, lo que se olvida es que el tercero no ve las entradas.

# %%
x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y_xor = np.array([0, 1, 1, 0])

def escalon(z):
    """1 si z es mayor que 0; si no, 0."""
    return 1 if z > 0 else 0

# %%
def neurona_or(x1, x2):
    return escalon(x1 + x2 - 0.5)

def neurona_nand(x1, x2):
    return escalon(-x1 - x2 + 1.5)

def neurona_and(x1, x2):
    return escalon(x1 + x2 - 1.5)

print("OR(0, 1) =", neurona_or(0, 1), "  NAND(0, 1) =", neurona_nand(0, 1))

# %% [markdown]
# ### Ejercicio 2.8.1
#
# Conéctalas. Escribe `conectar(primera, segunda, ultima, x1, x2)`. Recibe tres neuronas (tres funciones
# de dos números, como las de arriba) y las dos entradas. `primera` y `segunda` miran las entradas;
# `ultima` mira lo que dijeron ellas, en ese orden. Devuelve lo que dice `ultima`. Con `neurona_or`,
# `neurona_nand` y `neurona_and`, será XOR; y tiene que servir con otras tres.

# %% tags=["ejercicio"]
def conectar(primera, segunda, ultima, x1, x2):
    # >>> return ...
    dijo_primera = primera(x1, x2)
    dijo_segunda = segunda(x1, x2)
    return ultima(dijo_primera, dijo_segunda)
    # <<<

# %%
check("2.8.1", conectar)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("2.8.1")` da una pista (y otra, si insistes), y
# `solution("2.8.1")` muestra una solución.
#
# ¿Qué ve la última neurona? No los puntos originales, sino los que le entrega la capa oculta.
#
# **Predice:** los cuatro puntos de XOR, después de pasar por OR y NAND, ¿seguirán siendo cuatro?

# %%
ocultas = np.array([[neurona_or(x1, x2), neurona_nand(x1, x2)]
                    for x1, x2 in x])
print("la capa oculta convierte", x.tolist(), "en", ocultas.tolist())
print("y la última neurona, con eso, dice",
      [neurona_and(h1, h2) for h1, h2 in ocultas])

# %%
def dos_capas(puntos):
    oculta_or, oculta_nand = puntos @ [1, 1] > 0.5, puntos @ [1, 1] < 1.5
    return oculta_or & oculta_nand

def solo_and(puntos):
    return puntos @ [1, 1] > 1.5

fig, (izquierda, derecha) = plt.subplots(1, 2, figsize=(7.5, 3.6))
plot_decision_regions(dos_capas, x, y_xor, class_names=["0", "1"],
                      feature_names=["x₁", "x₂"], ax=izquierda)
plot_decision_regions(solo_and, ocultas, y_xor, class_names=["0", "1"],
                      feature_names=["lo que dijo OR", "lo que dijo NAND"],
                      ax=derecha)
izquierda.set_title("XOR, con dos capas")
derecha.set_title("XOR, lo que ve la última neurona")
fig.tight_layout()

# %% [markdown] presenta="perceptrón multicapa, activation=tanh"
# **Qué observas.** A la izquierda, dos rectas encierran una franja: eso ya no lo hace una neurona. A la
# derecha está el truco. Los cuatro puntos ahora son tres: los dos unos han caído en el **mismo** sitio,
# $(1, 1)$, y una recta basta. Una capa oculta **cambia la representación** hasta que el problema se
# vuelve fácil. Esa frase resume de qué va el aprendizaje profundo.
#
# > **Lo que oirás por ahí: «el perceptrón multicapa es $y = \sigma(\sum x_i w_i + b)$».** Esa fórmula,
# > con la sigmoide $\sigma$ o con otra activación, es **una** neurona: una sola suma, una sola salida,
# > ninguna capa oculta. Un **perceptrón multicapa** (*multilayer perceptron*, MLP) mete unas neuronas
# > dentro de otras. Examinemos a los dos con XOR: a la fórmula, con todos los pesos y sesgos de −2 a 2,
# > de décima en décima; a la red, con lo que aprenda. (Su activación será `tanh`, porque así lo dice
# > `activation`; si no se le dice nada, scikit-learn pone ReLU.)

# %% tags=["resultado"]
valores = np.linspace(-2, 2, 41)
w1_todos, w2_todos, b_todos = np.meshgrid(valores, valores, valores)
z_todos = np.array([w1_todos * x1 + w2_todos * x2 + b_todos
                    for x1, x2 in x])
con_sigma = 1 / (1 + np.exp(-z_todos)) > 0.5
mejor = (con_sigma == y_xor.reshape(4, 1, 1, 1)).sum(axis=0).max()

mlp = MLPClassifier(hidden_layer_sizes=(8,), activation="tanh",
                    learning_rate_init=0.05,
                    max_iter=2000, random_state=0).fit(x, y_xor)
con_capas = int((mlp.predict(x) == y_xor).sum())
print(f"XOR: y = σ(Σ xᵢwᵢ + b) acierta {mejor} de 4; con una capa oculta, "
      f"{con_capas} de 4")

# %% [markdown]
# **Qué observas.** La fórmula del recuadro se queda en tres. La red con ocho neuronas ocultas aprendió
# **sola** los cuatro. Cómo se corrigen los pesos de una capa oculta, que no tiene una respuesta correcta
# al lado, es la historia de la lección {{como_aprende_una_red}}.
#
# ## 2 · ¿Cómo se calcula una red entera de un golpe?
#
# Una capa son varias neuronas que miran las mismas entradas. Neurona por neurona y muestra por muestra,
# la capa oculta de XOR se calcula así:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Escribe las formas en la pizarra, (4, 2) @ (2, 2) + (2,), y tacha los dos números de dentro,
# que tienen que coincidir. Cada **columna** de la matriz de pesos es una neurona: pregunta cuál es OR.

# %%
# una fila por entrada; una columna por neurona: OR y NAND
w1 = np.array([[1, -1],
               [1, -1]])
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
# {{arrays}} lo hace entero. **Predice:** `x` tiene forma `(4, 2)` y `w1`, `(2, 2)`. ¿Qué forma tiene `x @ w1`?
# (Al final, `ravel` pone en una sola fila la columna de respuestas.)

# %%
w2 = np.array([[1], [1]])     # la salida, AND: dos entradas, una neurona
b2 = np.array([-1.5])

h = (x @ w1 + b1 > 0).astype(int)
salida = (h @ w2 + b2 > 0).astype(int)

print("formas:", x.shape, "@", w1.shape, "+", b1.shape, "->", h.shape)
print("formas:", h.shape, "@", w2.shape, "+", b2.shape, "->", salida.shape)
print("¿La capa oculta es igual que a mano?", np.array_equal(h, a_mano))
print("XOR de los cuatro puntos:", salida.ravel().tolist())

# %% [markdown] presenta="pasada hacia delante"
# **Qué observas.** Dos líneas, y los cuatro puntos a la vez. Esto es la **pasada hacia delante** (*forward
# pass*): las entradas cruzan una capa tras otra hasta la salida. Con 60 000 imágenes y 128 neuronas, las
# líneas son las mismas. El sesgo, de forma `(2,)`, se suma en cada fila por difusión. Una capa así, en la que cada
# neurona mira todas las entradas, se llama **densa**.
#
# $$H = \text{activación}(X W_1 + b_1) \qquad\qquad Y = \text{activación}(H W_2 + b_2)$$
#
# ### Ejercicio 2.8.2
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
check("2.8.2", capa)

# %% [markdown] presenta="parámetros"
# ¿Cuántos números tuvo que acertar quien diseñó la red de XOR? Todos los pesos y todos los sesgos: son
# los **parámetros** de la red, lo que aprende.

# %%
print("capa oculta:", w1.size, "pesos +", b1.size, "sesgos")
print("salida:     ", w2.size, "pesos +", b2.size, "sesgo")
print("en total:   ", w1.size + b1.size + w2.size + b2.size,
      "parámetros; una neurona sola tiene 3")

# %% [markdown]
# ### Ejercicio 2.8.3
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
check("2.8.3", contar_parametros)

# %% [markdown] presenta="softmax"
# ## 3 · ¿Y si hay más de dos respuestas?
#
# Con una salida se contesta «sí» o «no». Para tres especies se ponen tres neuronas de salida, una por
# clase, y gana la de mayor $z$. Pero una $z$ no es una probabilidad: puede ser negativa, o mayor que 1.
# **Softmax** las convierte. No mira un número, como las otras activaciones, sino todos los de la capa.
# Dos pasos: exponencial de cada una, para que todas sean positivas; y dividir entre la suma, para que sumen 1.
#
# $$\text{softmax}(z)_k = \frac{e^{z_k}}{e^{z_1} + e^{z_2} + \dots + e^{z_n}}$$
#
# ### Ejercicio 2.8.4
#
# Escribe `softmax(z)`: recibe un array de un eje y devuelve otro de la misma forma, con las
# probabilidades.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Haz a mano $z = (0, 0)$ y $z = (1, 0)$: la mitad cada una, y después casi tres
# cuartos para la primera. Es la sigmoide con otro nombre: con dos clases, softmax de $(z, 0)$ es $\sigma(z)$.

# %% tags=["ejercicio"]
def softmax(z):
    # >>> return ...
    exponenciales = np.exp(z)
    return exponenciales / exponenciales.sum()
    # <<<

# %%
check("2.8.4", softmax)

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
pendientes = (probabilidades_de(z_clases + paso)
              - probabilidades_de(z_clases - paso)) / 2e-5

print("pendientes:", pendientes.round(3))
print("¿Suman 0?", bool(abs(pendientes.sum()) < 1e-6))
p = probabilidades_de(z_clases)[0]
print(f"la primera es p · (1 - p): {p * (1 - p):.3f}")

# %% [markdown]
# **Qué observas.** Lo que gana una clase lo pierden las demás. La pendiente de la primera es
# $p\,(1 - p)$, igual que la de la sigmoide: como mucho un cuarto, cuando $p$ es 0.5.
#
# ## Errores frecuentes
#
# **1. Multiplicar al revés.** Con una muestra y una neurona, `w @ x` y `x @ w` dan lo mismo. Con un
# **lote** (varias muestras a la vez) y varias neuronas, no.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El segundo es el más hondo: sin activación, cien capas son una. Pide la cuenta de la pizarra,
# $(XA)B = X(AB)$, y que digan quién es $AB$.

# %%
lote = np.ones((5, 3))         # 5 muestras, 3 entradas
pesos = np.ones((3, 2))        # 3 entradas, 2 neuronas
try:
    print((pesos @ lote).shape)
except ValueError:
    print("ValueError:", pesos.shape, "@", lote.shape,
          "no encajan por dentro: 2 y 5")

print("Arreglado:", lote.shape, "@", pesos.shape, "->",
      (lote @ pesos).shape)

# %% [markdown]
# **2. Apilar capas sin activación.** Dos capas lineales seguidas son **una** capa lineal.

# %%
rng = np.random.default_rng(24)
a, b_a = rng.normal(size=(2, 8)), rng.normal(size=8)
c, b_c = rng.normal(size=(8, 1)), rng.normal(size=1)

dos = (x @ a + b_a) @ c + b_c
una = x @ (a @ c) + (b_a @ c + b_c)
print("Sin activación, ¿dos capas dan lo mismo que una?",
      np.allclose(dos, una))

con_relu = np.maximum(0, x @ a + b_a) @ c + b_c
print("Arreglado: con ReLU en medio, ¿dan lo mismo?",
      np.allclose(con_relu, una))

# %% [markdown] presenta="with, numpy.errstate"
# **3. Un softmax que desborda.** La exponencial crece tanto que con $z = 1000$ ya no cabe en un `float`:
# sale infinito, e infinito entre infinito no es un número. Como solo importan las diferencias, se resta
# antes la mayor. (`with` prepara algo, ejecuta las líneas con sangría y, al salir, lo deja como estaba:
# aquí, `np.errstate` calla los avisos de NumPy solo en esas líneas.)

# %%
z_grande = np.array([1000.0, 999.0, 998.0])
with np.errstate(over="ignore", invalid="ignore"):  # sin el aviso de NumPy
    print("Falla:    ", np.exp(z_grande) / np.exp(z_grande).sum())

seguras = np.exp(z_grande - z_grande.max())
print("Arreglado:", (seguras / seguras.sum()).round(3))

# %% [markdown]
# ## Práctica: una red para tres especies de pingüinos
#
# En {{la_neurona}}, una neurona decía si un pingüino es un Gentoo. ¿Y las tres especies a la vez? Ahí entra una
# red: cuatro entradas, ocho neuronas ocultas con ReLU y tres salidas con softmax. Esta vez hay examen, así
# que la media y la desviación con que se escalan las medidas salen **solo** de los pingüinos de
# entrenamiento (en {{sobreajuste}} verás por qué). La entrena scikit-learn, y abrimos la tapa:

# %% [markdown] tags=["docente"]
# **{{minutos}}** con la autoevaluación; 2.8.6 puede quedar para casa. Antes de abrir la tapa, que cada uno diga
# las formas de las dos matrices y cuántos parámetros son.

# %%
pinguinos = load_penguins().dropna()
columnas = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm",
            "body_mass_g"]
especies = pinguinos["species"].to_numpy()
crudas_train, crudas_test, y_train, y_test = train_test_split(
    pinguinos[columnas], especies, random_state=0, stratify=especies)
media, desviacion = crudas_train.mean(), crudas_train.std()
x_train = ((crudas_train - media) / desviacion).to_numpy()
x_test = ((crudas_test - media) / desviacion).to_numpy()

# %%
net = MLPClassifier(hidden_layer_sizes=(8,), learning_rate_init=0.01,
                    max_iter=2000, random_state=0).fit(x_train, y_train)

for pesos_capa, sesgos_capa in zip(net.coefs_, net.intercepts_):
    print("pesos", pesos_capa.shape, " sesgos", sesgos_capa.shape)
score = net.score(x_test, y_test)
print(f"acierta en prueba ≈ {score:.3f}   ¿más de 0.95? {score > 0.95}")

# %% [markdown]
# ### Paso 1 · Ejercicio 2.8.5
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
check("2.8.5", red)

# %% [markdown]
# ### Paso 2 · Ejercicio 2.8.6
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
check("2.8.6", mas_dudosa)

# %% [markdown]
# ¿Cuánto duda la red? Miremos el pingüino de prueba en el que está menos segura.

# %%
p_test = net.predict_proba(x_test)
seguridad = p_test.max(axis=1)
duda = np.argsort(seguridad)[0]  # la posición de la menor

print("sus probabilidades:",
      "  ".join(f"≈ {p:.2f}" for p in np.sort(p_test[duda])[::-1]))
print("¿Está segura al 90 % de ese?", bool(seguridad[duda] > 0.9))
print("¿Y lo está de la mitad de los pingüinos, o más?",
      bool(np.median(seguridad) > 0.9))

# %% [markdown]
# **Qué observas.** De la mitad de los pingüinos, por lo menos, está segura a más del 90 %. De este, no:
# los casos así son los que conviene que mire una persona.

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** ¿Qué le hizo la capa oculta de OR y NAND a los cuatro puntos de XOR?
#
# - a) Borró los dos puntos difíciles.
# - b) Los separó con una curva en lugar de una recta.
# - c) Los llevó a otros sitios, y allí una recta separa los unos de los ceros.
# - d) Nada: es la última neurona la que traza las dos rectas.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("2.8.A1", respuesta_1)

# %% [markdown]
# **A2.** A una capa densa le llegan 50 muestras de 8 entradas, y tiene 3 neuronas. ¿Qué forma tiene su
# matriz de pesos?
#
# - a) `(50, 3)`
# - b) `(8, 3)`
# - c) `(3, 8)`
# - d) `(50, 8)`

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "b"
# <<<
check("2.8.A2", respuesta_2)

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
check("2.8.A3", respuesta_3)

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
check("2.8.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Con XOR una recta no basta: una capa oculta cambia la representación, y entonces sí.
# - Una capa es `activación(x @ w + b)`: una fila por muestra, una columna por neurona.
# - Sus parámetros son entradas × neuronas pesos, y un sesgo por neurona.
# - Softmax convierte las $z$ de la salida en probabilidades; solo le importan las diferencias.
# - Sin activación en medio, muchas capas son una sola.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 10.
# - [Las redes neuronales en scikit-learn](https://scikit-learn.org/stable/modules/neural_networks_supervised.html).
# - M. Minsky y S. Papert (1969), *Perceptrons*, MIT Press: qué no puede una neurona sola, y por qué.
