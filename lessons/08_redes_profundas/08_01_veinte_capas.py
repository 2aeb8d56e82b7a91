# %% [markdown]
# # 8.1 · Veinte capas
#
# | | |
# |---|---|
# | **Objetivos** | Medir el gradiente que llega a cada capa y explicar por qué se desvanece; elegir los pesos iniciales que pide cada activación; escribir ELU y la normalización por lotes, iguales que las de Keras; rescatar una red que no aprende |
# | **Duración** | {{minutos}} |
# | **Requisitos** | La retropropagación y el tamaño de los pesos iniciales (lección {{como_aprende_una_red}}); la red de la ropa ({{fashion_mnist}}) y cómo mejorarla ({{una_red_mejor}}) |
# | **Datos** | Fashion-MNIST: imágenes de prendas, de Zalando (licencia MIT), incluidas en el curso |
# | **Práctica** | Rescatar una red de treinta capas que no aprende |

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.metrics import accuracy_score

from course_utils import check, hint, solution
from course_utils import load_fashion_mnist, paired_difference
from course_utils import plot_by_layer, quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras
import tensorflow as tf

# %% [markdown]
# ## ★ Ampliación · ¿Sigues el libro de Géron a la vez?
#
# Este módulo recorre los capítulos 11, 12 y 13 de *Hands-On Machine Learning* (3.ª ed.), el final del 10 y los
# apéndices B, C y D. Aquí está cada uno de sus temas:
#
# | En el libro | Tema | Nuestra lección |
# |---|---|---|
# | capítulo 10, redes con Keras (el principio, en los módulos {{modulo:conceptos_ml}}, {{modulo:regresion_lineal}} y {{modulo:fashion_mnist}}) | API funcional, varias entradas y salidas, clases propias, guardar, *callbacks* | {{redes_con_otra_forma}} |
# | | TensorBoard | {{herramientas_de_busqueda}} |
# | | hiperparámetros: buscarlos a mano, y cuántas capas, neuronas, tasa y lote | {{buscar_hiperparametros}} |
# | | hiperparámetros: Keras Tuner (y Optuna, que se añade aquí) | {{herramientas_de_busqueda}} |
# | capítulo 11, redes profundas | gradientes que se desvanecen o explotan, pesos iniciales, activaciones, normalización por lotes, recorte | {{veinte_capas}} |
# | | transferir, congelar y afinar; preentrenamiento sin etiquetas y con una tarea auxiliar | {{lo_que_sabe_otra_red}} |
# | | momento, Nesterov, AdaGrad, RMSProp, Adam y los suyos; horarios de la tasa | {{optimizadores}} |
# | | ℓ1 y ℓ2, *dropout* (también al responder), *max-norm* | {{regularizar}} |
# | capítulo 12, TensorFlow | tensores, variables y otras estructuras; pérdidas, métricas, capas y modelos propios | {{piezas_propias}} |
# | | gradientes calculados por la máquina | {{derivadas_automaticas}} |
# | | bucles de entrenamiento propios, funciones y grafos | {{el_bucle_por_dentro}} |
# | capítulo 13, cargar y preparar datos | la API de datos, barajar, TFRecord y sus *protobufs* | {{tuberias_de_datos}} |
# | | capas de preproceso y *embeddings* | {{capas_de_preproceso}} |
# | apéndice B | derivar a mano, por diferencias, hacia delante y hacia atrás | {{derivadas_automaticas}} |
# | apéndice C | tensores irregulares, dispersos, de texto; conjuntos y colas | {{piezas_propias}}, sección 2 |
# | apéndice D | grafos: qué se traza y cuándo | {{el_bucle_por_dentro}}, secciones 4 y 5 |

# %% [markdown]
# ## 1 · ¿Por qué no aprenden veinte capas?
#
# Hasta ahora has entrenado redes de pocas capas ocultas. ¿Y veinte? Vuelven las prendas: 10 000 para aprender y
# 5000 para comparar. Esta vez les restamos la media y las dividimos entre la
# desviación, las dos **de las que sirven para aprender**. Así entran con media 0 y desviación 1, y podremos seguir
# qué les pasa de capa en capa.

# %%
(images, labels), others = load_fashion_mnist()
center = images[:10_000].mean(dtype="float32")
spread = images[:10_000].std(dtype="float32")

x_train = (images[:10_000] - center) / spread
x_valid = (images[55_000:] - center) / spread
y_train, y_valid = labels[:10_000], labels[55_000:]
del images, others  # las demás no hacen falta, y ocupan
print("para aprender:", x_train.shape, " para comparar:", x_valid.shape)
print(f"media {abs(x_train.mean()):.2f}, desviación {x_train.std():.2f}")

# %% [markdown] presenta="keras.layers.Activation"
# La red: veinte capas de 64 neuronas y la salida de siempre. `kernel_initializer` dice cómo se sortean sus pesos, y
# la activación va en una capa aparte, `Activation`: hace lo mismo que `activation=…`, y más adelante
# pondremos algo entre las dos. Entrena con SGD, sin momento, que mueve cada peso según su gradiente y nada más.

# %%
def deep_network(activation, start, depth=20, between=()):
    """Una red densa muy profunda; `between` fabrica las capas que van
    delante de cada activación."""
    stack = [keras.Input((28, 28)), keras.layers.Flatten()]
    for _ in range(depth):
        stack.append(keras.layers.Dense(64, kernel_initializer=start))
        stack.extend(kind() for kind in between)
        stack.append(keras.layers.Activation(activation))
    stack.append(keras.layers.Dense(10, activation="softmax"))
    return keras.Sequential(stack)

# %%
def train(network, epochs=5, **settings):
    """Entrena con SGD y devuelve lo que contesta a las de validación."""
    network.compile(keras.optimizers.SGD(0.01, **settings),
                    loss="sparse_categorical_crossentropy")
    network.fit(x_train, y_train, batch_size=64, epochs=epochs, verbose=0)
    return np.asarray(network(x_valid)).argmax(axis=1)

def accuracy(answers):
    return float(np.mean(answers == y_valid))

# %% [markdown]
# **Predice:** con sigmoides y los pesos que pone Keras si no se le dice nada (los de Glorot), ¿qué exactitud
# tendrá en validación después de cinco épocas?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que apuesten un número: casi nadie dirá 0.10. Antes de la figura, pregunta cuántas veces más
# pequeño será el gradiente de la capa 1 que el de la 20, y recuerda que la pendiente de la sigmoide no pasa de 0.25.

# %%
set_seed(42)
sigmoid_network = deep_network("sigmoid", "glorot_uniform")
sigmoid_answers = train(sigmoid_network)
print(f"veinte capas de sigmoides ≈ {accuracy(sigmoid_answers):.3f}")
print("¿Acierta menos de 0.15?", accuracy(sigmoid_answers) < 0.15)
print("¿Contesta a todas la misma prenda?",
      len(np.unique(sigmoid_answers)) == 1)

# %% [markdown] presenta=".trainable_weights, course_utils.plot_by_layer"
# **Qué observas.** Como quien responde siempre lo mismo, porque eso hace. No es cosa de más épocas, y ahora verás por qué.
# Miremos cuánta culpa llega a cada capa **antes** de entrenar. La cinta de {{como_aprende_una_red}} da el gradiente
# de cada peso; `trainable_weights` son todos los que se aprenden, y los de dos dimensiones, las matrices de las
# capas. De cada una, el tamaño medio de sus gradientes, sin signo; y `plot_by_layer` los dibuja.

# %%
def gradient_sizes(network, count=256):
    """El tamaño medio del gradiente en cada capa oculta."""
    matrices = [w for w in network.trainable_weights if len(w.shape) == 2]
    with tf.GradientTape() as tape:
        answers = network(x_train[:count], training=True)
        loss = keras.losses.SparseCategoricalCrossentropy()(
            y_train[:count], answers)
    gradients = tape.gradient(loss, matrices[:-1])  # la última es la salida
    return [float(np.abs(gradient).mean()) for gradient in gradients]

# %%
starts = {"sigmoide, Glorot": ("sigmoid", "glorot_uniform"),
          "ReLU, He": ("relu", "he_normal"),
          "SELU, LeCun": ("selu", "lecun_normal")}
sizes = {}
for name, (activation, start) in starts.items():
    set_seed(42)
    sizes[name] = gradient_sizes(deep_network(activation, start))
    print(f"{name:<17} capa 1 ≈ {sizes[name][0]:.1g}   "
          f"capa 20 ≈ {sizes[name][-1]:.1g}")
vanished = sizes["sigmoide, Glorot"]
print("¿Cien millones de veces menos en la primera que en la última?",
      vanished[-1] > 1e8 * vanished[0])

# %%
ax = plot_by_layer(sizes, "Tamaño medio del gradiente")

# %% [markdown]
# **Qué observas.** La escala es logarítmica: una recta es multiplicar en cada capa por lo mismo. La regla de la
# cadena **multiplica**: de una capa a la anterior, la culpa pasa por los pesos y por la pendiente de la activación. Con
# los pesos de Glorot lo primero casi no la cambia; lo segundo, con sigmoides, la deja en la cuarta parte o menos:

# %%
factor = (vanished[0] / vanished[-1]) ** (1 / 19)
print(f"por capa, la culpa se multiplica por ≈ {factor:.2f}")
print("¿Por menos de 0.3?", factor < 0.3)
print(f"0.25, veinte veces: {0.25**20:.1g}")

# %% [markdown] presenta="gradientes que explotan, LeCun"
# Son los **gradientes que se desvanecen** de {{como_aprende_una_red}}, ahora en una red de verdad. Si el factor
# fuera 2, en vez de 0.25, crecerían sin parar: los **gradientes que explotan** (*exploding gradients*). Las otras
# dos parejas se quedan cerca de 1. Queda saber por qué esas, y no otras.
#
# ## 2 · ¿De qué tamaño han de ser los pesos?
#
# Sigamos la señal hacia delante. Una neurona suma $n$ entradas por sus pesos, $z = w_1 a_1 + \dots + w_n a_n$. Con
# pesos de media 0 y varianza $v$, la varianza de $z$ es $n\,v$ por la media de $a^2$. Si las entradas tienen media
# de cuadrados 1, hace falta $n\,v = 1$ para que $z$ tenga varianza 1. De ahí salen tres recetas:
#
# - **LeCun**: $v = 1/n$. La señal pasa, si la activación no la encoge.
# - **Glorot**: $v = 2/(n + m)$, con $m$ salidas. Hacia atrás se suman $m$ culpas, y pedirían $1/m$: divide
#   entre la media de $n$ y $m$. Si $m = n$, es la de LeCun.
# - **He**: $v = 2/n$. ReLU pone a cero la mitad y deja la media de $a^2$ a la mitad; el 2 lo compensa.
#
# ### Ejercicio 8.1.1
#
# Escribe `varianza_inicial(nombre, entradas, salidas)`: la varianza que pide la receta `"lecun"`, `"glorot"` o `"he"`.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dibuja una neurona con tres entradas y pregunta qué pasa con la varianza de la suma si son
# trescientas. En 8.1.1 se confunden varianza y desviación: la de He que escribieron en {{como_aprende_una_red}} era la
# desviación. En 8.1.2, lo que se olvida es pasar a la capa siguiente lo que salió de la anterior.

# %% tags=["ejercicio"]
def varianza_inicial(nombre, entradas, salidas):
    # >>> return ...
    recetas = {"lecun": 1 / entradas, "glorot": 2 / (entradas + salidas),
               "he": 2 / entradas}
    return recetas[nombre]
    # <<<

# %%
check("8.1.1", varianza_inicial)

# %% [markdown] presenta="keras.initializers.get"
# ### ★ Ampliación · ¿Son esas las varianzas de Keras?
#
# Keras tiene cada receta en dos versiones: «he_normal», con una normal a la que recorta las puntas, y «he_uniform», con
# una uniforme entre $-\sqrt{3v}$ y $\sqrt{3v}$, que tiene la misma varianza. Midámoslas en una matriz
# grande. `keras.initializers.get` busca la receta por su nombre, y la receta se llama con la forma.

# %%
set_seed(42)
wanted = {"lecun": 1 / 784, "glorot": 2 / (784 + 300), "he": 2 / 784}
for name, variance in wanted.items():
    for shape in ("normal", "uniform"):
        recipe = keras.initializers.get(f"{name}_{shape}")
        found = np.asarray(recipe((784, 300))).var()
        print(f"{name + '_' + shape:<15} {variance:.5f}  ¿la misma, salvo "
              f"un 3 %? {bool(abs(found / variance - 1) < 0.03)}")

# %% [markdown]
# ### Ejercicio 8.1.2
#
# Escribe `desviaciones(x, pesos, activacion)`: pasa las muestras `x`, una por fila, por una capa tras otra, y devuelve
# una lista con la desviación estándar de todo lo que sale de cada una: un número por capa. `pesos` es una lista de
# matrices (sin sesgos) y `activacion`, una función de NumPy. Cada capa calcula `activacion(x @ matriz)`.

# %% tags=["ejercicio"]
def desviaciones(x, pesos, activacion):
    # >>> return ...
    salidas = []
    for matriz in pesos:
        x = activacion(x @ matriz)
        salidas.append(x.std())
    return salidas
    # <<<

# %%
check("8.1.2", desviaciones)

# %% [markdown]
# **Predice:** en veinte capas de 100 neuronas con ReLU y los pesos de LeCun, que olvidan el 2, ¿qué fracción de la
# señal llegará al final? ¿Y con los de He?

# %%
def relu(z):
    return np.maximum(0, z)

def signal_by_layer(activation, variance, seed=0):
    """La desviación de lo que da cada una de veinte capas de 100."""
    rng = np.random.default_rng(seed)
    signal, found = rng.normal(size=(500, 100)), []
    for _ in range(20):
        weights = rng.normal(0, np.sqrt(variance), (100, 100))
        signal = activation(signal @ weights)
        found.append(signal.std())
    return found

# %%
signals = {"ReLU, He": signal_by_layer(relu, 2 / 100),
           "ReLU, LeCun": signal_by_layer(relu, 1 / 100),
           "ReLU, el doble de He": signal_by_layer(relu, 4 / 100),
           "tanh, LeCun": signal_by_layer(np.tanh, 1 / 100)}
ax = plot_by_layer(signals, "Desviación estándar")
for name, values in signals.items():
    print(f"{name:<21} capa 1: {values[0]:.2f}   "
          f"capa 20: {values[-1]:.2g}")

# %% [markdown] presenta="numpy.minimum, neurona muerta, leaky ReLU, ELU, SELU, GELU, Swish, Mish"
# **Qué observas.** Con ReLU y los pesos de LeCun, cada capa multiplica por $\sqrt{1/2}$, y al final queda más o menos una
# milésima. Con el doble de varianza que He, multiplica por $\sqrt{2}$ y se dispara. Con He se sostiene, con altibajos:
# cada matriz es un sorteo. La tanh, que aplana lo grande, encoge poco a poco. No hay una receta mejor que otra: hay
# **parejas** de activación y pesos.
#
# ## 3 · ¿Qué activación ponemos?
#
# ReLU tiene un defecto: con $z < 0$, su pendiente es 0. Una neurona que da 0 a **todas** las prendas no recibe culpa, y
# sus pesos no se mueven: es una **neurona muerta** (*dead neuron*). Las que vinieron después dejan pasar algo por la
# izquierda:
#
# - **Leaky ReLU**: $z$ si es positivo; si no, una fracción pequeña, $0.2 z$.
# - **ELU**: a la izquierda, una curva que se aplana en $-\alpha$: $\alpha\,(e^z - 1)$.
# - **SELU**: $1.0507$ por la ELU de $\alpha = 1.6733$. Con esos dos números, y no con otros, la media 0 y la varianza 1
#   **se restauran solas** de capa en capa, si los pesos son los de LeCun y los datos entran así.
# - **Swish** (Keras la llama «silu»): $z$ por su sigmoide. **GELU**: $z$ por la probabilidad de que una normal quede por
#   debajo de $z$. **Mish**: $z \tanh(\ln(1 + e^z))$. Las tres son suaves, y bajan un poco antes de subir.
#
# ### Ejercicio 8.1.3
#
# Escribe `elu(z, alfa)` para un array `z`: donde $z$ es positivo, $z$; donde no, $\alpha\,(e^z - 1)$. Con $z = 800$ no
# debe avisar de nada: `np.minimum(z, 0)`, el menor de cada pareja, evita elevar $e$ a 800. No cambies `z`.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Tapa los títulos de la figura y que las reconozcan. `np.where` calcula las dos ramas enteras antes de
# elegir: por eso hace falta el `np.minimum`. Si preguntan cuál es la mejor: que la midan, como aquí; las diferencias
# entre las suaves son pequeñas y cambian con la red.

# %% tags=["ejercicio"]
def elu(z, alfa):
    # >>> return ...
    return np.where(z > 0, z, alfa * (np.exp(np.minimum(z, 0)) - 1))
    # <<<

# %%
check("8.1.3", elu)

# %% [markdown] presenta="keras.activations.get"
# Ahora todas, y que Keras diga si son las suyas. NumPy no trae la probabilidad que pide GELU: usamos una aproximación
# muy corriente, con tanh (`keras.activations.get` busca la función por su nombre).

# %%
def smooth_left(z, alpha):  # la ELU
    return np.where(z > 0, z, alpha * (np.exp(np.minimum(z, 0)) - 1))

def selu(z):
    return 1.05070098 * smooth_left(z, 1.67326324)

activations = {
    "leaky_relu": lambda z: np.where(z > 0, z, 0.2 * z),
    "elu": lambda z: smooth_left(z, 1), "selu": selu,
    "silu": lambda z: z / (1 + np.exp(-z)),
    "gelu": lambda z: z / 2 * (
        1 + np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3))),
    "mish": lambda z: z * np.tanh(np.log1p(np.exp(z)))}

# %%
z = np.linspace(-5, 3, 161).astype("float32")
fig, axes = plt.subplots(2, 3, figsize=(7.5, 4.4), sharex=True,
                         sharey=True)
for ax, (name, function) in zip(axes.flat, activations.items(),
                                strict=True):
    by_keras = np.asarray(keras.activations.get(name)(z))
    same = np.allclose(function(z), by_keras, atol=1e-3)
    ax.plot(z, relu(z), ":", color="#999999")
    ax.plot(z, function(z), color="#0072B2")
    print(f"{name:<10} ¿igual que la de Keras, salvo 0.001? {same}")
    ax.set(title=name, xlabel="Entrada (z)", ylabel="Salida")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** A la derecha, todas se parecen a ReLU (la línea de puntos). La diferencia está a la izquierda del 0:
# ninguna es plana allí del todo, y casi siempre llega algo de culpa.
#
# **Predice:** de las tres parejas de la sección 1, ¿cuál acertará más?

# %%
networks, answers = {}, {"sigmoide, Glorot": sigmoid_answers}
for name in ("ReLU, He", "SELU, LeCun"):
    set_seed(42)
    networks[name] = deep_network(*starts[name])
    answers[name] = train(networks[name])
    print(f"{name:<12} ≈ {accuracy(answers[name]):.3f}   ¿más de 0.6? "
          f"{accuracy(answers[name]) > 0.6}")
print("la señal de SELU, sin entrenar, en la capa 20: "
      f"{signal_by_layer(selu, 1 / 100)[-1]:.2f}")

# %% [markdown]
# **Qué observas.** Las dos aprenden, y son la misma red de antes: solo cambió la pareja de activación y pesos. Y la
# señal de SELU llega al final con casi la desviación 1 con que entró.
#
# ### ★ Ampliación · ¿Cuántas neuronas han muerto?
#
# Hagamos pasar las 5000 prendas de validación, capa a capa, por la red de ReLU ya entrenada y por la misma, tal como
# se sorteó.

# %%
def dead_by_layer(network):
    """En cada activación, la fracción de neuronas que nunca pasan de 0."""
    signal, dead = x_valid, []
    for layer in network.layers:
        signal = layer(signal)
        if layer.__class__.__name__ == "Activation":
            dead.append(float((np.max(signal, axis=0) <= 0).mean()))
    return dead

# %%
set_seed(42)
before = dead_by_layer(deep_network("relu", "he_normal"))
after = dead_by_layer(networks["ReLU, He"])
for name, dead in (("sin entrenar", before), ("entrenada", after)):
    print(f"{name:<12} muertas ≈ {np.mean(dead):.2f}; en la peor capa "
          f"≈ {max(dead):.2f}")
print("¿Quedan menos después de entrenar?", sum(after) < sum(before))

# %% [markdown]
# **Qué observas.** Ya las había antes de entrenar, y al entrenar quedan menos: algunas **reviven**. Sus pesos no se
# mueven, pero los de las capas anteriores sí, y lo que les llega cambia. Una neurona está muerta mientras le llegue lo
# mismo; dar por hecho que no vuelve nunca es otra cosa que se oye.

# %% [markdown] presenta="normalización por lotes"
# ## 4 · ¿Y si cada capa volviera a centrar lo que recibe?
#
# Empezar bien no garantiza seguir bien: los pesos se mueven, y la señal cambia en todas las capas. La
# **normalización por lotes** (*batch normalization*) lo corrige en cada paso. Es una capa que, neurona a neurona:
#
# 1. **Al entrenar**, resta la media del lote y divide entre su desviación: $\hat z = (z - \mu) / \sqrt{\sigma^2 + 0.001}$. El
#    0.001 evita dividir entre cero.
# 2. Devuelve $\gamma\, \hat z + \beta$, con un $\gamma$ y un $\beta$ por neurona que **se aprenden**: si a la red le convenía otra
#    escala, puede recuperarla.
# 3. Guarda, para después, dos **medias móviles** (*moving averages*): la media nueva es 0.9 de la guardada más
#    0.1 de la del lote; con la varianza, igual. El 0.9 se llama `momentum` (no es el momento de un optimizador).
# 4. **Al predecir** no hay lote del que fiarse (puede llegar una sola prenda), y usa la media y la varianza guardadas.
#
# ### Ejercicio 8.1.4
#
# Escribe `normalizar_lote(z, gamma, beta, media, varianza, entrenando)`. `z` tiene una fila por muestra y una columna
# por neurona; `media` y `varianza` son las guardadas. Devuelve tres cosas: lo que sale, y la media y la varianza que
# quedan guardadas (las mismas, si `entrenando` es `False`). La varianza es la de `z.var(axis=0)`.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Con tres números en la pizarra: 2, 4 y 6. ¿Qué sale al entrenar? ¿Y si al predecir llega solo el 6? Los
# errores de 8.1.4: `axis=1`, normalizar con las guardadas mientras se entrena, y cruzar el 0.9 con el 0.1.

# %% tags=["ejercicio"]
def normalizar_lote(z, gamma, beta, media, varianza, entrenando):
    # >>> return ...
    centro, ancho = media, varianza
    if entrenando:
        centro, ancho = z.mean(axis=0), z.var(axis=0)
        media = 0.9 * media + 0.1 * centro
        varianza = 0.9 * varianza + 0.1 * ancho
    salida = gamma * (z - centro) / np.sqrt(ancho + 0.001) + beta
    return salida, media, varianza
    # <<<

# %%
check("8.1.4", normalizar_lote)

# %% [markdown] presenta="keras.layers.BatchNormalization, .moving_mean, .moving_variance"
# Una capa `BatchNormalization` recién hecha recibe el mismo lote dos veces, una con `training=True` y otra con
# `training=False`. Sus medias guardadas, `moving_mean`, empiezan en 0, y sus varianzas, `moving_variance`, en 1.

# %%
batch = np.random.default_rng(0).normal(5, 3, (32, 4)).astype("float32")
mean, variance = batch.mean(axis=0), batch.var(axis=0)
kept = 0.1 * mean, 0.9 + 0.1 * variance  # de 0 y de 1, al primer lote
layer = keras.layers.BatchNormalization(momentum=0.9)
pairs = {
    "al entrenar": ((batch - mean) / np.sqrt(variance + 0.001),
                    layer(batch, training=True)),
    "lo guardado": (kept, (layer.moving_mean, layer.moving_variance)),
    "al predecir": ((batch - kept[0]) / np.sqrt(kept[1] + 0.001),
                    layer(batch, training=False))}
for name, (ours, theirs) in pairs.items():
    print(f"{name}: ¿como Keras? {np.allclose(ours, theirs, atol=1e-4)}")
for name in ("al entrenar", "al predecir"):
    print(f"{name}, media de lo que sale: {pairs[name][0].mean():.1f}")

# %% [markdown]
# **Qué observas.** Es la misma cuenta. Con un solo lote, lo guardado aún no se parece a lo de verdad, y al predecir sale
# otra cosa. Ahora, las veinte sigmoides que no aprendían nada, con una de estas delante de cada una. Lo demás, igual.
#
# **Predice:** ¿aprenderá? ¿Y qué gradiente llegará a la primera capa?

# %%
def normalization():
    return keras.layers.BatchNormalization(momentum=0.9)

set_seed(42)
rescued = deep_network("sigmoid", "glorot_uniform",
                       between=[normalization])
sizes["sigmoide, por lotes"] = gradient_sizes(rescued)
answers["sigmoide, por lotes"] = train(rescued)
after = accuracy(answers["sigmoide, por lotes"])
print(f"con ella ≈ {after:.3f}   ¿Acierta más de 0.7? {after > 0.7}")

# %%
set_seed(42)
sizes["ReLU, por lotes"] = gradient_sizes(
    deep_network("relu", "he_normal", between=[normalization]))
ax = plot_by_layer({name: sizes[name] for name in
                    ("sigmoide, Glorot", "sigmoide, por lotes",
                     "ReLU, por lotes")}, "Tamaño medio del gradiente")
for name in ("sigmoide, por lotes", "ReLU, por lotes"):
    ratio = sizes[name][0] / sizes[name][-1]
    print(f"{name}: en la primera, ≈ {ratio:.1f} veces la última   "
          f"¿entre 0.1 y 10? {0.1 < ratio < 10}")

# %% [markdown]
# **Qué observas.** De no aprender nada a acertar como las demás: al dividir entre la desviación, cada capa deshace lo que
# la anterior encogió, y la culpa llega a la primera. Pero no es magia. Con ReLU, que ya estaba bien, el gradiente
# **crece** hacia atrás, capa a capa: en la primera es más de diez veces el de la última. Y son veinte capas más que
# calcular en cada paso.

# %% [markdown]
# ## 5 · ¿Cuantas más, mejor?
#
# **Predice:** con dos capas ocultas, en vez de veinte, ¿acertará más o menos? ¿Por mucho?
#
# > **Lo que oirás por ahí: «más capas, mejor».** Con arquitecturas pensadas para ello, muchas veces sí. Amontonarlas es
# > otra cosa. La misma red de ReLU y He, con dos capas ocultas y con veinte, en las mismas prendas:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que voten antes. Y que no se queden con «dos es mejor»: es mejor **aquí**, con capas densas, 10 000
# prendas y cinco épocas. Pregunta qué habría que medir para decir algo más general.

# %% tags=["resultado"]
set_seed(42)
two_layers = train(deep_network("relu", "he_normal", depth=2))
gap = paired_difference(accuracy_score, y_valid, two_layers,
                        answers["ReLU, He"], repetitions=200)
print(f"con dos ≈ {accuracy(two_layers):.3f}   "
      f"con veinte ≈ {accuracy(answers['ReLU, He']):.3f}")
print(f"la de dos gana ≈ {gap.value:.3f}, entre ≈ {gap.low:.3f} y "
      f"≈ {gap.high:.3f}")
print("¿Queda el 0 fuera?", gap.low > 0)

# %% [markdown]
# **Qué observas.** Gana la de dos capas, que además tarda menos, y la diferencia no la explica la suerte de las
# prendas que tocaron. Lo aprendido hoy hace que veinte capas **puedan** aprender; que convengan hay que medirlo.

# %% [markdown]
# ## ★ Ampliación · ¿Y si el gradiente explota?
#
# Queda el mal contrario. Si un gradiente enorme mueve los pesos muy lejos, la red da un salto del que quizá no vuelva.
# El remedio es un tope, el **recorte de gradientes** (*gradient clipping*): si la norma de **todos** los gradientes
# juntos (la raíz de la suma de los cuadrados de todos sus números) pasa del tope, se multiplican todos por el mismo
# factor, el que la deja justo en el tope. El paso se acorta y apunta al mismo sitio.
#
# ### Ejercicio 8.1.5
#
# Escribe `recortar(gradientes, tope)`: recibe una lista de arrays de formas cualesquiera y devuelve una lista nueva,
# recortada por la norma de todos juntos. Si no pasa del tope, salen como entraron; ojo con dividir entre una norma 0.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Con [3, 4] y tope 1: norma 5, factor 0.2, sale [0.6, 0.8]. Después, número a número, sale [1, 1]: que
# dibujen las dos flechas. En 8.1.5 se olvida el caso en que no hay que recortar: alargan los gradientes pequeños.

# %% tags=["ejercicio"]
def recortar(gradientes, tope):
    # >>> return ...
    norma = np.sqrt(sum((g**2).sum() for g in gradientes))
    factor = tope / max(norma, tope)
    return [g * factor for g in gradientes]
    # <<<

# %%
check("8.1.5", recortar)

# %% [markdown] presenta="global_clipnorm, clipvalue"
# En Keras es un ajuste del optimizador, `global_clipnorm`, con su tope. Hay otros dos, *clipnorm*, que mira cada matriz
# por su cuenta, y *clipvalue*, cada número. Con los dos la dirección cambia; con el segundo, así:

# %%
long_gradient = np.array([3.0, 4.0])
print("por norma:", long_gradient / np.linalg.norm(long_gradient))
print("por valor:", np.clip(long_gradient, -1, 1))

# %% [markdown] presenta="keras.initializers.VarianceScaling"
# Fabriquemos una red enferma: diez capas de ReLU con ocho veces la varianza de LeCun, cuatro la de He
# (`VarianceScaling` deja elegir el 8). La entrenamos con recorte y sin él; después, una sana.
#
# **Predice:** los mismos datos y las mismas épocas: ¿qué acertará cada una?

# %%
for name, times, settings in (
        ("sin recorte", 8.0, {}),
        ("con recorte", 8.0, {"global_clipnorm": 20.0}),
        ("sana, con He", 2.0, {})):
    set_seed(42)
    start = keras.initializers.VarianceScaling(times)
    exploding = deep_network("relu", start, depth=10)
    hits = accuracy(train(exploding, epochs=3, **settings))
    lost = np.isnan(exploding.trainable_weights[0]).any()
    print(f"{name}: ≈ {hits:.3f}   ¿más de 0.3? {hits > 0.3}   "
          f"¿pesos que son nan? {lost}")

# %% [markdown]
# **Qué observas.** Sin tope, los pesos se disparan hasta no ser números, y de ahí no se vuelve. Con él, aprende, aunque
# menos que una red sana: la cura es empezar con la varianza debida. El recorte es un cinturón de seguridad, y el tope,
# otro número que elegir en validación.

# %% [markdown]
# ## Errores frecuentes
#
# **1. Cambiar la activación y olvidar los pesos.** Keras pone los de Glorot, también con ReLU, y no avisa.

# %%
for name, start in (("olvidado", {}),
                    ("arreglado", {"kernel_initializer": "he_normal"})):
    set_seed(42)
    signal = x_valid[:500].reshape(500, 784)
    for _ in range(20):
        layer = keras.layers.Dense(64, activation="relu", **start)
        signal = layer(signal)
    print(f"{name:<10} en la capa 20, desviación ≈ {np.std(signal):.1g}   "
          f"¿más de 0.1? {bool(np.std(signal) > 0.1)}")

# %% [markdown]
# **2. Entrenar la normalización con lotes de uno.** La media de un solo ejemplo es él mismo: restada, no queda nada.

# %%
for count in (1, 32):
    layer = keras.layers.BatchNormalization()
    out = np.asarray(layer(batch[:count], training=True))
    print(f"lote de {count:>2}: ¿sale todo 0? {not out.any()}")

# %% [markdown]
# ### ★ Ampliación · Fiarse de las medias móviles demasiado pronto
#
# Si no se dice otra cosa, Keras pone `momentum=0.99`. Con pocos pasos, lo guardado sigue siendo casi lo del principio, y
# al predecir puede fallar una red que entrenaba bien.

# %%
for momentum in (0.99, 0.9):
    print(f"momentum={momentum}: tras 20 pasos, de lo del principio queda "
          f"{momentum**20:.2f}")

# %% [markdown]
# ## Práctica: una red de treinta capas que no aprende
#
# Alguien te pasa una red de treinta capas. La ha entrenado, y acierta como el azar:

# %% [markdown] tags=["docente"]
# **{{minutos}}**, con la autoevaluación. Antes de probar nada, que miren el gradiente y digan qué enfermedad es. Apunta en la
# pizarra la mejor exactitud **de validación** de la clase; `check` abre la prueba al llegar a la meta.

# %%
set_seed(42)
broken = deep_network("sigmoid", "glorot_uniform", depth=30)
broken_sizes = gradient_sizes(broken)
print(f"capa 1 ≈ {broken_sizes[0]:.1g}   capa 30 ≈ {broken_sizes[-1]:.1g}")
print(f"acierta ≈ {accuracy(train(broken, epochs=1)):.2f}")

# %% [markdown]
# ### Ejercicio 8.1.6
#
# Rescátala sin quitarle capas. Prueba al menos dos remedios, compáralos en **validación** con `accuracy` y guarda la mejor
# red, entrenada, en `rescatada`. Tiene que acertar 0.70 o más en validación. Cuando llegue, `check` abre el sobre y te
# dice su nota en la prueba, una vez: si después sigues cambiando la red, ya no es un examen.

# %% tags=["ejercicio"]
# >>> rescatada = ...
redes = {}  # de cada exactitud en validación, su red
for remedio in (("selu", "lecun_normal", 30),
                ("sigmoid", "glorot_uniform", 30, [normalization])):
    set_seed(42)
    red = deep_network(*remedio)
    redes[accuracy(train(red))] = red
rescatada = redes[max(redes)]
# <<<

# %%
check("8.1.6", rescatada)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** En una red de veinte capas de sigmoides, ¿por qué casi no se mueven los pesos de la primera?
#
# - a) Porque la culpa se reparte entre más pesos.
# - b) Porque la tasa de aprendizaje es demasiado baja.
# - c) Porque la culpa se multiplica, en cada capa, por una pendiente de 0.25 o menos.
# - d) Porque los datos no estaban escalados.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("8.1.A1", respuesta_1)

# %% [markdown]
# **A2.** Vas a usar capas con ReLU. ¿Qué pesos iniciales les pones?
#
# - a) Los que Keras pone si no se dice nada.
# - b) Los de LeCun.
# - c) Todos iguales, del tamaño justo.
# - d) Los de He.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "d"
# <<<
check("8.1.A2", respuesta_2)

# %% [markdown]
# **A3.** Una red con normalización por lotes, ya entrenada, predice una prenda sola y después la misma prenda
# dentro de un lote de cien. ¿Qué responde sobre ella?
#
# - a) Lo mismo las dos veces.
# - b) Cosas distintas: depende de las otras noventa y nueve.
# - c) Lo mismo, porque al predecir no normaliza.
# - d) Con una prenda sola, falla.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("8.1.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - La regla de la cadena multiplica: con sigmoides, a la primera de veinte capas no le llega nada.
# - Cada activación pide su varianza: ReLU, la de He; SELU, la de LeCun.
# - Leaky ReLU, ELU, SELU, GELU, Swish y Mish dejan pasar culpa también por la izquierda.
# - La normalización por lotes vuelve a centrar en cada capa: con el lote al entrenar, con su memoria al predecir.
# - Más capas no es mejor hasta que se mide.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulo 11.
# - X. Glorot y Y. Bengio (2010), *Understanding the difficulty of training deep feedforward neural networks*:
#   [PMLR 9](https://proceedings.mlr.press/v9/glorot10a.html).
# - S. Ioffe y C. Szegedy (2015), *Batch Normalization*: [arXiv:1502.03167](https://arxiv.org/abs/1502.03167).
# - G. Klambauer y otros (2017), *Self-Normalizing Neural Networks*, de donde viene SELU:
#   [arXiv:1706.02515](https://arxiv.org/abs/1706.02515).
