# %% [markdown]
# # 9.1 · Arquitecturas: los bloques de una red que ve
#
# | | |
# |---|---|
# | **Objetivos** | Calcular el campo receptivo de una neurona y comprobarlo con derivadas; contar los parámetros, las multiplicaciones y la memoria de una capa; escribir los bloques que hicieron famosas a LeNet-5, VGG, GoogLeNet, Xception y SENet; comparar cinco con el mismo presupuesto y decir si se distinguen |
# | **Duración** | {{minutos}} |
# | **Requisitos** | La convolución (lección {{la_convolucion}}), sus capas ({{capas_convolucionales}}), las redes con ramas ({{redes_con_otra_forma}}) y la normalización por lotes ({{veinte_capas}}) |
# | **Datos** | Fashion-MNIST: imágenes de prendas, de Zalando (licencia MIT), incluidas en el curso |
# | **Práctica** | Cinco bloques con el mismo presupuesto |

# %%
import time

import matplotlib.pyplot as plt
import numpy as np

from course_utils import check, hint, solution
from course_utils import explore_receptive_field, load_fashion_mnist
from course_utils import quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras
import tensorflow as tf
from keras import layers

# %% [markdown]
# ## ★ Ampliación · ¿Sigues el libro de Géron a la vez?
#
# Este módulo recorre el capítulo 14 de *Hands-On Machine Learning* (3.ª ed.). Aquí está cada uno de sus temas:
#
# | Tema | Nuestra lección |
# |---|---|
# | la corteza visual, el campo receptivo y la memoria que hace falta | {{arquitecturas}} |
# | capas convolucionales, núcleos, relleno y paso; agrupación | {{la_convolucion}} y {{capas_convolucionales}} |
# | LeNet-5, AlexNet, VGG, GoogLeNet, Xception y SENet | {{arquitecturas}} |
# | ResNet, y una entera contada; ResNeXt, DenseNet, MobileNet y EfficientNet; cuál elegir | {{redes_residuales}} |
# | aumento de datos | {{una_cnn_que_aguante}} y {{transferencia}} |
# | redes ya entrenadas, y aprender con ellas | {{transferencia}} |
# | clasificar y localizar | {{localizar}} |
# | detectar varios, redes totalmente convolucionales, YOLO | {{detectar}} |
# | seguir objetos; segmentar | {{segmentar}} |

# %% [markdown] presenta="campo receptivo, dilatación"
# ## 1 · ¿Cuánto ve una neurona?
#
# En 1959, Hubel y Wiesel midieron neuronas de la corteza visual de un gato. Muchas solo respondían a una zona pequeña
# de lo que veía: su **campo receptivo** (*receptive field*). En una red es lo mismo: los píxeles que pueden cambiar
# lo que dice una neurona.
#
# Con un núcleo de 3×3, una neurona de la primera capa ve 3×3 píxeles, y la de la segunda mira 3×3 neuronas de esas.
# Para que vea más sin más pesos están el **paso**, que ya conoces, y la **dilatación** (*dilation*), que separa los
# píxeles que toca el núcleo: con dilatación 2, los mira uno sí y uno no.
#
# **Predice:** con dos capas de 3×3 y paso 1, ¿cuántos píxeles ve la neurona del centro? Después, mueve los controles.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que dibujen en papel cuadriculado, en una fila: tres neuronas, cinco píxeles. Con el explorador,
# pide que busquen un campo con huecos. En 9.1.1, el error típico es multiplicar antes de sumar: el paso de una capa
# separa lo que miran las **siguientes**, no lo que mira ella.

# %% presenta="course_utils.explore_receptive_field"
(images, labels), others = load_fashion_mnist()
del others  # el conjunto de prueba: hoy no se abre
explore_receptive_field(images[26])

# %% [markdown]
# **Qué observas.** Dos capas de 3×3 ven 5×5, no 6×6. Con paso o con dilatación ven más lejos. Si todas llevan
# dilatación 2, el campo tiene huecos.
#
# Para calcularlo se va de la imagen a la neurona con dos números: el lado del **campo** y el **salto**, los píxeles
# que separan a dos vecinas. Se empieza con un píxel: campo 1 y salto 1. Una capa de núcleo $k$, paso $s$ y dilatación
# $d$ hace
#
# $$\text{campo} \leftarrow \text{campo} + (k - 1)\cdot d \cdot \text{salto}$$
#
# y después el salto se multiplica por $s$. Una agrupación de 2×2 cuenta como cualquier otra: $k = 2$, $s = 2$, $d =
# 1$.
#
# ### Ejercicio 9.1.1
#
# Escribe `campo_receptivo(capas)`. `capas` es una lista de ternas `(nucleo, paso, dilatacion)`, desde la imagen.
# Devuelve el lado del campo de una neurona de la última, un entero. Sin capas, un píxel se ve a sí mismo: 1.

# %% tags=["ejercicio"]
def campo_receptivo(capas):
    campo, salto = 1, 1
    # >>> return ...
    for nucleo, paso, dilatacion in capas:
        campo += (nucleo - 1) * dilatacion * salto
        salto *= paso
    return campo
    # <<<

# %%
check("9.1.1", campo_receptivo)

# %% [markdown]
# ¿Y si la fórmula se equivoca? Se puede **medir**: un píxel está en el campo si la derivada de la neurona respecto a
# él no es cero. (Todos los pesos son 1, para que dos caminos no se anulen.)

# %%
def receptive_field(stack):
    field, jump = 1, 1
    for kernel, stride, dilation in stack:
        field += (kernel - 1) * dilation * jump
        jump *= stride
    return field

# %% presenta="dilation_rate, kernel_initializer=ones"
def derivatives(stack, side=99):
    """La derivada de la neurona del centro respecto a cada píxel."""
    net = keras.Sequential([keras.Input((side, side, 1))])
    for kernel, stride, dilation in stack:
        net.add(layers.Conv2D(1, kernel, strides=stride,
                              dilation_rate=dilation, use_bias=False,
                              kernel_initializer="ones"))
    pixels = tf.zeros((1, side, side, 1))
    with tf.GradientTape() as tape:
        tape.watch(pixels)
        maps = net(pixels)
        neuron = maps[0, maps.shape[1] // 2, maps.shape[2] // 2, 0]
    return tape.gradient(neuron, pixels).numpy()[0, :, :, 0]

# %%
STACKS = {"dos de 3×3": [(3, 1, 1)] * 2,
          "cinco de 3×3": [(3, 1, 1)] * 5,
          "5×5, agrupar, 5×5": [(5, 1, 1), (2, 2, 1), (5, 1, 1)],
          "dilatadas 1, 2, 4": [(3, 1, 1), (3, 1, 2), (3, 1, 4)]}
for name, stack in STACKS.items():
    columns = np.flatnonzero(derivatives(stack).any(axis=0))
    print(f"{name:<19} fórmula: {receptive_field(stack):>2}   "
          f"derivadas: {columns[-1] - columns[0] + 1:>2}")

# %% [markdown]
# **Qué observas.** Coinciden.
#
# ### ★ Ampliación · ¿Lo ve todo igual?
#
# La derivada no solo dice si un píxel se ve: dice **cuánto**. Como todos los pesos son 1, es el número de caminos que
# van de ese píxel a la neurona. **Predice:** con cinco capas de 3×3, ¿por cuántos caminos llega una esquina? ¿Y el
# píxel del centro?

# %%
ways = derivatives(STACKS["cinco de 3×3"])
ways = ways[ways > 0].reshape(11, 11)
print(f"por la esquina: {ways[0, 0]:.0f}; por el centro: {ways[5, 5]:.0f}")
print(f"el cuadro central de 5×5: el {25 / ways.size:.0%} de los píxeles, "
      f"el {ways[3:8, 3:8].sum() / ways.sum():.0%} de los caminos")

# %% [markdown]
# **Qué observas.** El campo es lo que la neurona **puede** ver. Lo del centro le llega por muchos más caminos que lo
# del borde. Los pesos que aprenda pueden cambiar cuánto cuenta cada uno; la forma de la red empieza así.

# %% [markdown] presenta="LeNet-5, activaciones (memoria)"
# ## 2 · ¿Cuánto cuesta una pasada hacia delante?
#
# Hay tres cuentas. Los **parámetros** ocupan disco y memoria. Las **multiplicaciones** se pagan en tiempo. Y las
# **activaciones**, los números que salen de cada capa, en memoria: al entrenar se guardan para la pasada hacia atrás,
# y las de **cada imagen del lote**.
#
# Contemos con una red de verdad. **LeNet-5**, de Yann LeCun y otros (1998), leía cifras escritas a mano en los
# cheques. Recibía 32×32 píxeles: las cifras medían menos, y el marco es el relleno.

# %% presenta="keras.layers.AveragePooling2D"
def lenet5():
    return keras.Sequential([
        keras.Input((32, 32, 1)),
        layers.Conv2D(6, 5, activation="tanh", name="C1"),
        layers.AveragePooling2D(2, name="S2"),
        layers.Conv2D(16, 5, activation="tanh", name="C3"),
        layers.AveragePooling2D(2, name="S4"),
        layers.Conv2D(120, 5, activation="tanh", name="C5"),
        layers.Flatten(name="aplanar"),
        layers.Dense(84, activation="tanh", name="F6"),
        layers.Dense(10, activation="softmax", name="salida")])

# %% [markdown]
# Los nombres son los suyos. `AveragePooling2D` agrupa con la media, no con el máximo. Lo que más cambia de la
# original: cada agrupación tenía un peso y un sesgo; cada mapa de C3 miraba solo algunos de S2; y la salida no era
# una softmax.
#
# ### Ejercicio 9.1.2
#
# Escribe `coste(lado, canales, filtros, nucleo, paso)`, de una capa convolucional con relleno `"same"` que recibe
# mapas de `lado`×`lado` con `canales` canales y tiene `filtros` núcleos de `nucleo`×`nucleo`, cada uno con su sesgo.
# Devuelve tres enteros: los parámetros; las multiplicaciones de **una** imagen, con todos los huecos del núcleo,
# también los del relleno; y los **bytes** de lo que sale, a 4 por número (`float32`). Ya están el lado que sale,
# `sale`, y los pesos.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de 9.1.2, en la pizarra: ¿de qué depende cada una de las tres cuentas? El lado no entra en
# los parámetros; los canales de entrada no entran en la memoria. Quien se atasque, que empiece por lo que cuesta
# **un** número de la salida. Ante la tabla, que apuesten qué capa es la más cara.

# %% tags=["ejercicio"]
def coste(lado, canales, filtros, nucleo, paso):
    sale = -(-lado // paso)  # hacia arriba
    pesos = nucleo * nucleo * canales * filtros
    # >>> return ...
    return pesos + filtros, pesos * sale * sale, 4 * sale * sale * filtros
    # <<<

# %%
check("9.1.2", coste)

# %% [markdown]
# La nuestra lee las formas de una red de Keras: cada número que sale cuesta una multiplicación por peso que lo mira.

# %%
def costs(layer):
    """Parámetros, multiplicaciones y bytes de salida, por imagen."""
    outputs = int(np.prod(layer.output.shape[1:]))
    looks = np.prod(layer.weights[0].shape[:-1]) if layer.weights else 0
    return layer.count_params(), int(outputs * looks), 4 * outputs

table = {layer.name: costs(layer) for layer in lenet5().layers}
table["total"] = tuple(np.sum(list(table.values()), axis=0))
print("          parámetros  multiplicaciones  bytes")
for name, (weights, products, memory) in table.items():
    print(f"{name:<9} {weights:>10} {products:>17} {memory:>6}")

# %% [markdown] presenta="AlexNet, VGG"
# **Qué observas.** No es la misma. C5 tiene casi todos los parámetros, pero los usa una sola vez; C3 tiene pocos y
# los usa en cien sitios. Y donde más memoria se va es en C1, la primera: sus mapas son los más grandes.
#
# ## 3 · ¿Un núcleo grande o varios pequeños?
#
# En 2012, **AlexNet** ganó por mucho el concurso de ImageNet: la idea de LeNet-5, en grande. De lo que llevaba, se
# quedaron ReLU, el *dropout* y el aumento de datos. Su primer núcleo, de 11×11, y su normalización local, no. Su
# agrupación **solapada**, de 3×3 con paso 2, todavía se ve: `layers.MaxPooling2D(3, strides=2)`.
#
# En 2014, **VGG** propuso una sola receta: convoluciones de 3×3, dos o tres seguidas, y agrupar. ¿Por qué 3×3? La
# cuenta, con 64 canales que entran y 64 que salen:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La cuenta de la primera tabla sale en la pizarra: 2 · 9 contra 25, y los canales no cambian nada.
# Pregunta qué más ganan las dos capas: una ReLU en medio. Con la figura de VGG-16, ¿qué recortarías si no cabe en la
# memoria? ¿Y si el archivo pesa demasiado?

# %%
for side, pile in ((5, 2), (7, 3), (11, 5)):
    few = pile * 3 * 3 * 64 * 64
    many = side * side * 64 * 64
    print(f"un {side}×{side}: {many} pesos   {pile} de 3×3: {few} pesos "
          f"({few / many:.0%}) y el mismo campo,",
          receptive_field([(3, 1, 1)] * pile))

# %% [markdown]
# **Qué observas.** El mismo campo con menos pesos, y con una ReLU más en medio por cada capa. A cambio, hay que
# guardar más mapas: uno por capa.
#
# **Predice:** VGG-16 tiene 13 convoluciones y 3 densas. ¿Dónde estarán los parámetros, al principio o al final? ¿Y la
# memoria?

# %%
def conv_cost(side, channels, filters, kernel):
    weights = kernel * kernel * channels * filters
    return weights + filters, weights * side**2, 4 * filters * side**2

rows, side, channels = [], 224, 3
for filters, pile in ((64, 2), (128, 2), (256, 3), (512, 3), (512, 3)):
    for _ in range(pile):
        rows.append(conv_cost(side, channels, filters, 3))
        channels = filters
    side = side // 2  # la agrupación
# una densa es una convolución sobre un mapa de un solo píxel
for inputs, units in ((7 * 7 * 512, 4096), (4096, 4096), (4096, 1000)):
    rows.append(conv_cost(1, inputs, units, 1))
weights, products, memory = np.array(rows).T

# %%
fig, axes = plt.subplots(2, 1, figsize=(7.2, 4.6), sharex=True,
                         layout="constrained")
names = [f"C{n}" for n in range(1, 14)] + ["D1", "D2", "D3"]
axes[0].bar(names, memory / 1e6, color="#0072B2")
axes[0].set(title="Lo que hay que guardar de cada imagen", ylabel="MB")
axes[1].bar(names, weights / 1e6, color="#D55E00", hatch="//")
axes[1].set(title="Los parámetros", ylabel="Millones",
            xlabel="Capa de VGG-16, de la imagen a la respuesta")
print(f"{weights.sum()} parámetros; {products.sum() / 1e9:.1f} mil "
      f"millones de multiplicaciones por imagen")
print(f"activaciones: {memory.sum() / 1e6:.0f} MB por imagen; con un lote "
      f"de 32, {32 * memory.sum() / 1e9:.1f} GB")

# %% [markdown]
# **Qué observas.** La memoria está al principio, donde los mapas son grandes. La mayoría de los parámetros, en una
# sola capa, la primera densa. Son dos problemas con dos remedios: para la memoria, lotes más pequeños o empezar con
# un paso; para los parámetros, quitar esa densa. (Solo hemos contado lo que sale de cada convolución y cada densa.)
#
# ### ★ Ampliación · Ejercicio 9.1.3
#
# Escribe `bloque_vgg(x, filtros, capas)`: `x` es un tensor de Keras. Le aplica `capas` convoluciones seguidas, de
# `filtros` núcleos de 3×3 cada una, con ReLU y relleno `"same"`, y al final una agrupación por el máximo de 2×2.
# Devuelve el tensor que sale.

# %% tags=["ejercicio"]
def bloque_vgg(x, filtros, capas):
    # >>> return ...
    sale = x
    for _ in range(capas):
        sale = layers.Conv2D(filtros, 3, padding="same",
                             activation="relu")(sale)
    return layers.MaxPooling2D(2)(sale)
    # <<<

# %%
check("9.1.3", bloque_vgg)

# %% [markdown] presenta="normalización local"
# ### ★ Ampliación · ¿Qué fue de la normalización local?
#
# En AlexNet, las neuronas de un mismo sitio y de mapas vecinos competían: cada una se divide entre lo que responden
# sus vecinas. Es la **normalización local** (*local response normalization*):
#
# $$b_i = \frac{a_i}{\left(2 + \alpha \sum_{j} a_j^2\right)^{0.75}}$$
#
# donde $j$ va del mapa $i-2$ al $i+2$. Aquí, con $\alpha = 1$, para que se note; en AlexNet era una diezmilésima.

# %% presenta="tensorflow.nn.local_response_normalization"
answers = np.array([1, 1, 1, 1, 10, 1, 1, 1, 1], dtype="float32")
squares = np.pad(answers**2, 2)
near = sum(squares[shift:shift + 9] for shift in range(5))
ours = answers / (2 + near) ** 0.75
theirs = tf.nn.local_response_normalization(
    answers.reshape(1, 1, 1, 9), depth_radius=2, bias=2, alpha=1, beta=0.75)
print("por canal:", *ours.round(2))
print("¿Es la de TensorFlow?", np.allclose(ours, theirs))

# %% [markdown]
# **Qué observas.** Quien tiene cerca una neurona muy encendida queda casi muda. Los autores de VGG probaron a ponerla
# y quitarla, y no ganaron nada; después llegó la normalización por lotes, que hoy ocupa su sitio.

# %% [markdown] presenta="inception, GoogLeNet"
# ## 4 · ¿Y si no quieres elegir el tamaño?
#
# **GoogLeNet** (2014) no elige. Su módulo ***inception*** mira lo mismo por cuatro **ramas** y junta los mapas: 1×1,
# 3×3, 5×5 y una agrupación.
#
# ¿Qué puede ver un núcleo de 1×1? Un solo píxel, pero con **todos sus canales**. Es una capa densa, la misma, en cada
# sitio:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Un 1×1 no mira alrededor: mezcla canales. Que alguien lo explique con una foto en color que pasa a
# gris: es un 1×1 de tres canales a uno. Antes de 9.1.4, que cuenten los canales que salen de cada rama. Lo que se
# olvida es el 1×1 que va detrás de la agrupación.

# %%
maps = np.random.default_rng(0).normal(size=(2, 7, 7, 192))
one, dense = layers.Conv2D(16, 1), layers.Dense(16)
dense(maps[0]), one(maps)  # para que tengan pesos
dense.set_weights([one.get_weights()[0][0, 0], one.get_weights()[1]])
print("¿Lo mismo?", np.allclose(one(maps), dense(maps), atol=1e-4))

direct = conv_cost(28, 192, 32, 5)
neck, after = conv_cost(28, 192, 16, 1), conv_cost(28, 16, 32, 5)
print(f"5×5 directo: {direct[1] / 1e6:.1f} millones de multiplicaciones")
print(f"1×1 y después 5×5: {(neck[1] + after[1]) / 1e6:.1f} millones")

# %% [markdown] presenta="cuello de botella"
# **Qué observas.** Delante del 5×5, un 1×1 deja 16 canales de los 192, y la cuenta baja casi diez veces. Es un
# **cuello de botella** (*bottleneck*): barato, a cambio de que por ahí solo pasan 16 números por sitio. El módulo lo
# lleva delante del 3×3 y del 5×5, y detrás de la agrupación, que va con paso 1 para no encoger el mapa.
#
# Conviene una función que reciba un tensor y devuelva otro, como una capa:

# %%
def conv(x, filters, side):
    return layers.Conv2D(filters, side, padding="same",
                         activation="relu")(x)

# %% [markdown]
# ### ★ Ampliación · Ejercicio 9.1.4
#
# Completa `inception(x, f1, c3, f3, c5, f5, fa)`, con `x` un tensor de Keras. Cuatro ramas, que salen todas de `x`, y
# que se juntan con `Concatenate` en este orden:
#
# 1. `f1` núcleos de 1×1;
# 2. `c3` de 1×1 y, detrás, `f3` de 3×3;
# 3. `c5` de 1×1 y, detrás, `f5` de 5×5;
# 4. una agrupación por el máximo de 3×3, con paso 1, y, detrás, `fa` de 1×1.
#
# Las convoluciones, con `conv`. Ya están las dos primeras ramas y la agrupación. Devuelve el tensor.

# %% tags=["ejercicio"]
def inception(x, f1, c3, f3, c5, f5, fa):
    primera = conv(x, f1, 1)
    segunda = conv(conv(x, c3, 1), f3, 3)
    agrupado = layers.MaxPooling2D(3, strides=1, padding="same")(x)
    # >>> return ...
    return layers.Concatenate()([primera, segunda,
                                 conv(conv(x, c5, 1), f5, 5),
                                 conv(agrupado, fa, 1)])
    # <<<

# %%
check("9.1.4", inception)

# %% [markdown] presenta="media global, keras.layers.GlobalAveragePooling2D"
# ### ¿Y las densas enormes?
#
# Al final, GoogLeNet las quitó: se queda con la **media global** (*global average pooling*) de cada mapa, que en
# Keras es `layers.GlobalAveragePooling2D()`: un número por canal, y una sola densa. Esto costaría la primera densa de
# VGG-16 con los mapas aplanados, y con sus medias:

# %%
for inputs in (7 * 7 * 512, 512):
    print(f"{inputs:>5} números: {conv_cost(1, inputs, 4096, 1)[0]} "
          "parámetros")

# %% [markdown] presenta="convolución separable, Xception"
# **Qué observas.** Cada mapa tiene 7×7 sitios: la densa queda 49 veces más pequeña, casi.
#
# ## 5 · ¿Hace falta mirar el sitio y los canales a la vez?
#
# Un núcleo corriente hace dos cosas de una vez: busca una forma (alto y ancho) y mezcla canales. **Xception** (2016)
# las separa del todo. Es la **convolución separable en profundidad** (*depthwise separable convolution*), en dos
# pasos:
#
# 1. **por canal**: cada canal pasa por **su** núcleo, uno solo, y da un mapa; aún no se mezcla nada;
# 2. **por punto**: un 1×1 mezcla esos mapas.
#
# **Predice:** con 64 canales y 64 filtros de 3×3, ¿cuántas veces menos pesos tendrá?
#
# ### Ejercicio 9.1.5
#
# Escribe `separable(imagen, nucleos, mezcla)` en NumPy, sin relleno ni sesgo. `imagen` es (alto, ancho, canales);
# `nucleos`, (lado, lado, canales), uno por canal; `mezcla`, (canales, filtros). Devuelve los mapas, (alto − lado + 1,
# ancho − lado + 1, filtros). `apply_kernel(canal, nucleo)` es la de {{la_convolucion}}: pasa un núcleo por una
# matriz.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** En la pizarra, con tres canales y dos filtros: ¿cuántas flechas hay en cada paso? El error de 9.1.5
# es sumar los canales en el primero. Y una pregunta que vale la sección: ¿puede una separable hacer lo mismo que
# **cualquier** convolución? (No: tiene menos números.)

# %%
def apply_kernel(image, kernel):
    """Pasa el núcleo por una matriz, sin relleno."""
    windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
    return (windows * kernel).sum(axis=(2, 3))

# %% tags=["ejercicio"]
def separable(imagen, nucleos, mezcla):
    # >>> return ...
    mapas = [apply_kernel(imagen[:, :, c], nucleos[:, :, c])
             for c in range(imagen.shape[2])]
    return np.stack(mapas, axis=-1) @ mezcla
    # <<<

# %%
check("9.1.5", separable)

# %% [markdown]
# > **Lo que oirás por ahí: «hace siete veces menos cuentas: va siete veces más rápida».** Mide. Una capa de 32
# > canales, y el tiempo de procesador de una pasada hacia delante.

# %% presenta="keras.layers.SeparableConv2D"
def milliseconds(layer, x):
    step, spent = tf.function(layer), []
    for _ in range(31):
        start = time.process_time()
        step(x)
        spent.append(1000 * (time.process_time() - start))
    return float(np.median(spent))  # la primera, que traza, no se nota

x = tf.random.normal((64, 14, 14, 32))
one, other = (kind(32, 3, padding="same", use_bias=False)
              for kind in (layers.Conv2D, layers.SeparableConv2D))
slow, fast = milliseconds(one, x), milliseconds(other, x)
print(f"pesos: {one.count_params() / other.count_params():.1f} veces menos"
      f"   tiempo: ≈ {slow / fast:.1f}   ¿menos de seis? {slow / fast < 6}")

# %% [markdown] presenta="SENet"
# **Qué observas.** Gana, pero menos de lo que dice la cuenta: también hay que leer y escribir los mapas, y la
# separable lo hace dos veces. Las multiplicaciones no son segundos. (Sin sesgos y en los mismos sitios, la razón de
# los pesos es la de las multiplicaciones.)
#
# ## 6 · ¿Importan igual todos los canales?
#
# Un canal que busca suelas sirve con un zapato; con un vestido, estorba. **SENet** (2017) añade a cualquier bloque
# una red diminuta que decide **cuánto vale cada canal en esta imagen** (*squeeze-and-excitation*: exprimir y
# excitar):
#
# 1. exprimir: la media global de cada mapa, un número por canal;
# 2. excitar: una densa pequeña con ReLU y otra, con sigmoide, que da un peso entre 0 y 1 por canal;
# 3. multiplicar cada mapa por su peso.
#
# ### Ejercicio 9.1.6
#
# Completa `pesar_canales(x, reduccion)`. `x` es un tensor de Keras (lote, alto, ancho, canales). Las medias y la
# primera densa ya están; faltan la segunda, con tantas neuronas como canales, y la multiplicación, con `*`. Antes,
# `layers.Reshape((1, 1, canales))` da a los pesos la forma que encaja con los mapas. Devuelve el tensor.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pregunta por qué sigmoide y no softmax: varios canales pueden valer mucho a la vez. Y por qué no
# basta con un peso fijo por canal: la convolución siguiente ya lo tendría. Lo nuevo es que depende de la imagen.

# %% tags=["ejercicio"]
def pesar_canales(x, reduccion):
    canales = x.shape[-1]
    medias = layers.GlobalAveragePooling2D()(x)
    pocas = layers.Dense(canales // reduccion, activation="relu")(medias)
    # >>> return ...
    pesos = layers.Dense(canales, activation="sigmoid")(pocas)
    return x * layers.Reshape((1, 1, canales))(pesos)
    # <<<

# %%
check("9.1.6", pesar_canales)

# %% [markdown]
# Todo lo de hoy, de un vistazo:
#
# | Red | Año | Lo que trajo | Hoy |
# |---|---|---|---|
# | LeNet-5 | 1998 | Convolución y agrupación, repetidas | Sigue |
# | AlexNet | 2012 | ReLU, *dropout* y aumento, en grande | Siguen; su normalización local, no |
# | VGG | 2014 | Solo 3×3, más capas | Sigue el 3×3; sus densas, no |
# | GoogLeNet | 2014 | Ramas, 1×1 y media global | Siguen el 1×1 y la media global |
# | Xception | 2016 | Separar el sitio y los canales | Sigue en las redes para el teléfono |
# | SENet | 2017 | Pesar los canales según la imagen | Sigue, dentro de otras redes |
#
# Falta la de 2015, que permitió pasar de veinte capas a más de cien: es la lección {{redes_residuales}}.

# %% [markdown]
# ## Errores frecuentes
#
# **Ramas que no miden lo mismo.** A la agrupación, si no se le dice el paso, le toca su lado: salta de tres en tres.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El segundo es el peligroso: la red se construye, y hasta funciona si el lote mide lo mismo que el
# ancho del mapa. Que digan qué multiplica entonces.

# %%
entry = keras.Input((14, 14, 8))
for options in ({}, {"strides": 1}):
    pooled = layers.MaxPooling2D(3, padding="same", **options)(entry)
    try:
        joined = layers.Concatenate()([conv(entry, 4, 1), pooled])
        print("arreglado:", joined.shape)
    except ValueError:
        print("ValueError: no se juntan 14×14 y", pooled.shape[1:3])

# %% [markdown]
# ### ★ Ampliación · Multiplicar por los pesos sin darles forma
#
# Keras deja construir la red: (lote, canales) se difunde contra los dos últimos ejes.

# %%
share = layers.Dense(8, activation="sigmoid")(
    layers.GlobalAveragePooling2D()(entry))
bad = keras.Model(entry, entry * share)
good = keras.Model(entry, entry * layers.Reshape((1, 1, 8))(share))
batch = np.random.default_rng(0).random((14, 14, 14, 8))
try:
    bad(batch[:3])
except Exception as error:
    print(type(error).__name__, "con 3 imágenes")
print("con 14 no falla, pero ¿es lo mismo?",
      np.allclose(bad(batch), good(batch)))
print("arreglado:", good(batch[:3]).shape)

# %% [markdown]
# ## Práctica: cinco bloques con el mismo presupuesto
#
# ¿Cuál gana? Para que la comparación sea justa, todo es igual menos el bloque: las mismas 4000 prendas, reducidas a
# 14×14, las mismas épocas y **los mismos parámetros**, 9400 como mucho. Se mira en otras 2000, de validación: el
# conjunto de prueba no se abre.

# %%
def shrink(pictures):
    """De 28×28 a 14×14: la media de cada cuadrito de 2×2."""
    blocks = (pictures / np.float32(255)).reshape(-1, 14, 2, 14, 2, 1)
    return blocks.mean(axis=(2, 4))

x_train, y_train = shrink(images[:4000]), labels[:4000]
x_valid, y_valid = shrink(images[50_000:52_000]), labels[50_000:52_000]
del images  # las demás no hacen falta, y ocupan

# %%
def plain(x, width):
    return conv(x, width, 5)

def vgg(x, width):
    return conv(conv(x, width, 3), width, 3)

def branches(x, width):
    pooled = layers.MaxPooling2D(3, strides=1, padding="same")(x)
    return layers.Concatenate()([
        conv(x, width, 1), conv(conv(x, width, 1), 2 * width, 3),
        conv(conv(x, width, 1), width, 5), conv(pooled, width, 1)])

# %%
def in_depth(x, width):
    for _ in range(2):
        x = layers.SeparableConv2D(width, 3, padding="same",
                                   activation="relu")(x)
    return x

def weighted(x, width):
    x = vgg(x, width)
    share = layers.GlobalAveragePooling2D()(x)
    share = layers.Dense(width // 4, activation="relu")(share)
    share = layers.Dense(width, activation="sigmoid")(share)
    return x * layers.Reshape((1, 1, width))(share)

# %%
def small_net(block, width):
    entry = keras.Input((14, 14, 1))
    x = layers.MaxPooling2D(2)(conv(entry, 16, 3))
    x = block(layers.BatchNormalization(momentum=0.9)(x), width)
    x = layers.BatchNormalization(momentum=0.9)(x)
    x = layers.GlobalAveragePooling2D()(x)
    return keras.Model(entry, layers.Dense(10, activation="softmax")(x))

# %% [markdown]
# ### Paso 1 · Ejercicio 9.1.7
#
# ¿De qué ancho cabe cada bloque? Completa `ancho_que_cabe(contar, presupuesto)`. `contar(n)` da los parámetros de una
# red de ancho `n`, y crece con `n`. Devuelve el mayor entero `n`, desde 4, con el que no se pasa del presupuesto
# (llegar justo vale). Con 4 siempre cabe.

# %% [markdown] tags=["docente"]
# **{{minutos}}** con la autoevaluación. Antes de la figura, que cada cual apueste un orden, por escrito. Después, la
# pregunta que importa: ¿cuánto se mueve **el mismo** bloque al cambiar la semilla? Si se mueve tanto como los bloques
# entre sí, no hay ganador. Y con otras imágenes, o cien veces más datos, puede salir otra cosa.

# %% tags=["ejercicio"]
def ancho_que_cabe(contar, presupuesto):
    n = 4
    # >>> return ...
    while contar(n + 1) <= presupuesto:
        n += 1
    return n
    # <<<

# %%
check("9.1.7", ancho_que_cabe)

# %% [markdown]
# ### Paso 2 · Entrenarlas
#
# Cada bloque, con el mayor ancho que cabe, y dos semillas. Los segundos son de procesador.
#
# **Predice:** ¿cuál acertará más? ¿Y cuánto más que el peor?

# %% presenta="keras.utils.clear_session"
def train(block, width, seed):
    keras.utils.clear_session()  # la memoria de las redes anteriores
    set_seed(seed)
    model = small_net(block, width)
    rate = keras.optimizers.schedules.CosineDecay(0.01, 200)
    model.compile(keras.optimizers.Adam(rate), steps_per_execution=10,
                  loss="sparse_categorical_crossentropy")
    start = time.process_time()
    model.fit(x_train, y_train, batch_size=100, epochs=5, verbose=0)
    seconds = time.process_time() - start
    hits = np.asarray(model(x_valid)).argmax(axis=1) == y_valid
    return float(hits.mean()), seconds

# %%
BUDGET = 9400
BLOCKS = {"un 5×5": (plain, 22), "VGG": (vgg, 24),
          "inception": (branches, 13), "separable": (in_depth, 76),
          "SE": (weighted, 23)}
for name, (block, width) in BLOCKS.items():
    size, over = (small_net(block, wide).count_params()
                  for wide in (width, width + 1))
    print(f"{name:<10} ancho {width}: {size} parámetros   "
          f"¿cabe uno más? {over <= BUDGET}")

# %%
scores = {}
for name, (block, width) in BLOCKS.items():
    runs = [train(block, width, seed) for seed in (1, 2)]
    scores[name] = [score for score, _ in runs]
    print(f"{name:<10} exactitud ≈ {runs[0][0]:.3f} y ≈ {runs[1][0]:.3f}   "
          f"≈ {runs[1][1]:.1f} s")

# %% tags=["resultado"]
fig, ax = plt.subplots(figsize=(7, 3.2), layout="constrained")
pairs = np.array(list(scores.values()))
ax.plot(pairs[:, 0], list(scores), "o", color="#0072B2", label="semilla 1")
ax.plot(pairs[:, 1], list(scores), "s", color="#D55E00", label="semilla 2")
ax.set(title="Cinco bloques, el mismo presupuesto",
       xlabel="Exactitud en validación", ylabel="Bloque")
ax.invert_yaxis()
ax.legend()
gap = np.ptp(pairs.mean(axis=1))
print("¿Se separan menos de 0.05?", bool(gap < 0.05))
print(f"de la mejor media a la peor ≈ {gap:.3f}")

# %% [markdown]
# **Qué observas.** Cinco ideas que hicieron historia, y en la misma franja: ninguna se separa 0.05 de otra. Mira
# cuánto se mueve un mismo bloque al cambiar la semilla: con dos no se puede dar un orden, y con una sola, menos. (Con
# `range(8)` en lugar de `(1, 2)`, *inception* suele quedar delante del 5×5, por poco; y mira lo que tarda.) Esto vale
# para redes diminutas y pocas prendas: los bloques se inventaron para redes y fotos mucho más grandes.

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Una red encadena una convolución de 3×3, una agrupación de 2×2 con paso 2 y otra convolución de 3×3. ¿Cuál
# es el lado del campo receptivo de una neurona de la última?
#
# - a) 6.
# - b) 8.
# - c) 12.
# - d) 5.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("9.1.A1", respuesta_1)

# %% [markdown]
# **A2.** Al entrenar una red como VGG-16, no cabe en la memoria de la tarjeta. ¿Qué ahorra más memoria?
#
# - a) Quitar neuronas de la última densa.
# - b) Hacer la mitad de grande el lote.
# - c) Cambiar las ReLU por tangentes.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "b"
# <<<
check("9.1.A2", respuesta_2)

# %% [markdown]
# **A3.** En una rama de *inception*, ¿para qué va un 1×1 delante del 5×5?
#
# - a) Para ver más lejos.
# - b) Para que los mapas salgan más pequeños.
# - c) Para que el 5×5 reciba menos canales y cueste menos.
# - d) Para que todas las ramas midan lo mismo.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "c"
# <<<
check("9.1.A3", respuesta_3)

# %% [markdown]
# **A4.** Tu red con separables hace la décima parte de multiplicaciones que la de un compañero y tarda la mitad. ¿Qué
# ha pasado?
#
# - a) Te has equivocado al contar.
# - b) Las separables no sirven para entrenar.
# - c) Las multiplicaciones no son lo único que tarda: también se mueven números de un sitio a otro.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "c"
# <<<
check("9.1.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - El campo receptivo es lo que una neurona puede ver: crece con el núcleo, con la dilatación y con los pasos de antes.
# - Se cuentan parámetros, multiplicaciones y activaciones: cada cosa se acumula en otra parte de la red.
# - Varios 3×3 ven lo que un núcleo grande, con menos pesos; un 1×1 mezcla canales y abarata lo que sigue.
# - La separable parte la convolución en dos pasos, y *squeeze-and-excitation* pesa los canales según la imagen.
# - Con el mismo presupuesto se compara con varias semillas, y lo que no se distingue, se dice.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 14.
# - Y. LeCun y otros (1998), *Gradient-Based Learning Applied to Document Recognition*, donde está LeNet-5.
# - A. Krizhevsky y otros (2012), *ImageNet Classification with Deep Convolutional Neural Networks*, AlexNet.
# - K. Simonyan y A. Zisserman (2014), VGG: [arXiv:1409.1556](https://arxiv.org/abs/1409.1556).
# - C. Szegedy y otros (2014), GoogLeNet: [arXiv:1409.4842](https://arxiv.org/abs/1409.4842).
# - F. Chollet (2016), Xception: [arXiv:1610.02357](https://arxiv.org/abs/1610.02357).
# - J. Hu y otros (2017), SENet: [arXiv:1709.01507](https://arxiv.org/abs/1709.01507).
