# %% [markdown]
# # 9.2 · Redes residuales
#
# | | |
# |---|---|
# | **Objetivos** | Distinguir una red que sobreajusta de una que no consigue aprender; escribir un bloque residual, como capa y como función, también cuando cambia la forma; decir qué le pasa a la derivada, y medirlo; quitar bloques de una red ya entrenada; entrenar con imágenes y sus espejos, y decir cuándo promediarlos estorba |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Las veinte capas (lección {{veinte_capas}}), las capas propias ({{piezas_propias}}) y las arquitecturas ({{arquitecturas}}) |
# | **Datos** | Fashion-MNIST: imágenes de prendas, de Zalando (licencia MIT), incluidas en el curso |
# | **Práctica** | La receta con la que el curso acierta más prendas |

# %%
import matplotlib.pyplot as plt
import numpy as np

from course_utils import check, hint, solution
from course_utils import load_fashion_mnist, plot_image_grid
from course_utils import quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras
import tensorflow as tf
from keras import layers

# %% [markdown]
# ## 1 · ¿Y si veinte capas van peor que cuatro?
#
# En {{veinte_capas}}, dos capas densas ganaban a veinte. Ahora que sabes de convoluciones, otra vez: ¿más hondo es mejor? Y si no lo
# es, ¿por qué?
#
# Para que las redes hondas quepan en una clase, prendas pequeñas y pocas: 14×14 píxeles (cada uno, la media de cuatro), 2500 para
# aprender y 2000 de validación. La prueba no se abre hoy.

# %%
(images, labels), others = load_fashion_mnist()
del others  # la prueba, y no hace falta

def shrink(pictures):
    """A la mitad de lado, y centradas."""
    squares = pictures.reshape(-1, 14, 2, 14, 2)
    small = squares.mean(axis=(2, 4), dtype="float32")
    return ((small - 73) / 85)[..., np.newaxis]

x_train, y_train = shrink(images[:2500]), labels[:2500]
x_valid, y_valid = shrink(images[55_000:57_000]), labels[55_000:57_000]
print("para aprender:", x_train.shape, " para comparar:", x_valid.shape)
print(f"media {abs(x_train.mean()):.1f}, desviación {x_train.std():.1f}")

# %% [markdown] presenta="keras.layers.ReLU, keras.layers.GlobalAveragePooling2D"
# La red: una convolución con paso 2, que deja mapas de 7×7; después, **bloques** iguales de dos convoluciones, cada una con su ReLU (aquí,
# una capa aparte, `ReLU`); y al final, la media de cada mapa (`GlobalAveragePooling2D`) y la salida de siempre. Todos los mapas
# miden lo mismo: así se puede poner un bloque, o nueve.

# %%
def conv(filters=16, stride=1, start="glorot_uniform", side=3):
    return layers.Conv2D(filters, side, stride, padding="same",
                         kernel_initializer=start)

def network(blocks):
    """Convolución, los bloques de la lista, medias y salida."""
    return keras.Sequential([
        keras.Input((14, 14, 1)), conv(stride=2), layers.ReLU(), *blocks,
        layers.GlobalAveragePooling2D(),
        layers.Dense(10, activation="softmax")])

def plain(start="glorot_uniform"):
    """Un bloque simple: dos convoluciones, una detrás de otra."""
    return keras.Sequential([conv(start=start), layers.ReLU(),
                             conv(start=start), layers.ReLU()])

# %%
def learn(net, epochs=6):
    """Entrena con Adam y una tasa que baja (25 lotes por época)."""
    rate = keras.optimizers.schedules.CosineDecay(0.003, 25 * epochs)
    net.compile(keras.optimizers.Adam(rate), steps_per_execution=25,
                loss="sparse_categorical_crossentropy")
    net.fit(x_train, y_train, batch_size=100, epochs=epochs, verbose=0)
    return net

# %%
def measure(net, name):
    """Pérdida y exactitud, en lo aprendido y en validación."""
    found = []
    for x, y in ((x_train, y_train), (x_valid, y_valid)):
        said = np.asarray(net(x))
        right = said[np.arange(len(y)), y]
        found += [-np.log(right + 1e-9).mean(),
                  (said.argmax(axis=1) == y).mean()]
    print(f"{name:<22} en lo aprendido: pérdida ≈ {found[0]:.2f}, "
          f"exactitud ≈ {found[1]:.2f}\n{'':<22} en validación:   pérdida "
          f"≈ {found[2]:.2f}, exactitud ≈ {found[3]:.2f}")
    return found

# %% [markdown]
# **Predice:** con un bloque son cuatro capas; con nueve, veinte. ¿Cuál tendrá menos pérdida **en las prendas con las que aprende**? Si
# una red va peor por sobreajuste, ¿cómo es su pérdida en esas?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de ejecutar, dos columnas en la pizarra, «aprendido» y «validación», y que digan qué dibujo es
# sobreajuste y cuál no. Que alguien proponga entrenarla más: que lo pruebe con otras épocas (mejora, y sigue detrás). En 9.2.2, el error
# típico es llenar de unos el centro entero, con todos los canales mezclados, y no solo la diagonal.

# %%
set_seed(42)
short = learn(network([plain()]))
scores = {"cuatro capas": measure(short, "cuatro capas")}
set_seed(42)
deep = learn(network([plain() for _ in range(9)]))
scores["veinte capas"] = measure(deep, "veinte capas")
print("¿Pierde más la honda, también en lo aprendido?",
      bool(scores["veinte capas"][0] > scores["cuatro capas"][0] + 0.05))

# %% [markdown] presenta="degradación"
# **Qué observas.** La honda pierde más, y **también con las prendas que ha visto**. Eso no es sobreajuste: quien
# sobreajusta se sabe lo suyo mejor que nadie. Aquí no ha conseguido aprenderlo, en las mismas épocas. Se llamó el problema de la **degradación**.
#
# > **Lo que oirás por ahí: «si al añadir capas empeora, es que sobreajusta».** Míralo en lo aprendido, como aquí. Con *dropout* se frena a
# > quien memoriza; quien no ha llegado a aprender no necesita un freno.
#
# ### Ejercicio 9.2.1
#
# Escribe `diagnostico(corta, larga)`. Cada una es una pareja: (pérdida en lo aprendido, pérdida en validación). Devuelve un texto sobre la larga: `"no aprende"` si
# en lo aprendido pierde más que la corta; si no, `"sobreajusta"` si pierde más en validación; si no, `"mejora"`.

# %% tags=["ejercicio"]
def diagnostico(corta, larga):
    # >>> return ...
    if larga[0] > corta[0]:
        return "no aprende"
    if larga[1] > corta[1]:
        return "sobreajusta"
    return "mejora"
    # <<<

# %%
check("9.2.1", diagnostico)

# %% [markdown]
# ### ★ Ampliación · ¿Y si no pudiera?
#
# Quizá una red honda no pueda hacer lo que hace una corta. Sí puede: le basta con que sus dieciséis convoluciones de más no hagan nada.
#
# ### ★ Ampliación · Ejercicio 9.2.2
#
# Escribe `nucleo_identidad(canales)`: los pesos de una convolución de 3×3, con relleno y sin sesgo, que deja los mapas **como estaban**. Es un
# array de forma `(3, 3, canales, canales)`: alto, ancho, canal que entra, canal que sale. Piensa qué casilla mira a su propio sitio, y qué canal va a cuál.

# %% tags=["ejercicio"]
def nucleo_identidad(canales):
    # >>> return ...
    nucleo = np.zeros((3, 3, canales, canales))
    nucleo[1, 1] = np.eye(canales)
    return nucleo
    # <<<

# %%
check("9.2.2", nucleo_identidad)

# %% [markdown]
# Con ocho bloques de esos detrás del bloque entrenado:

# %%
same = np.zeros((3, 3, 16, 16), "float32")
same[1, 1] = np.eye(16)
copy = network([plain() for _ in range(9)])
for old, new in zip(short.layers[:3] + short.layers[-1:],
                    copy.layers[:3] + copy.layers[-1:]):
    new.set_weights(old.get_weights())
for block in copy.layers[3:-2]:
    block.set_weights([same, np.zeros(16), same, np.zeros(16)])
print("¿Responde la honda como la corta?",
      np.allclose(copy(x_valid), short(x_valid), atol=1e-5))

# %% [markdown] presenta="conexión que salta"
# **Qué observas.** Existe una red de veinte capas con la pérdida de la corta. Los pesos están ahí; el descenso, saliendo de
# pesos al azar, no los encuentra en estas épocas. «No hacer nada» es difícil de aprender, si hay que fabricarlo con núcleos.
#
# ## 2 · ¿Y si cada bloque dijera solo qué cambia?
#
# Démosle la vuelta: que no hacer nada sea lo fácil. El bloque calcula $f(x)$, y devuelve $x + f(x)$: lo que entró, más un
# cambio. Si $f$ da ceros, no hace nada. Es la **conexión residual** de {{redes_con_otra_forma}}, o **conexión que salta**
# (*skip connection*): $f$ solo aprende el **residuo**, lo que falta.
#
# ¿Y hacia atrás? La derivada de $x + f(x)$ es $1 + f'(x)$. En una pila de bloques se multiplican:
#
# $$(1 + f_1')(1 + f_2')\cdots \quad\text{en vez de}\quad f_1'\, f_2' \cdots$$
#
# ### ★ Ampliación · Ejercicio 9.2.3
#
# Escribe `derivada(pendientes, salto)`. `pendientes` es una lista con la pendiente $f'$ de cada bloque. Devuelve la de la pila entera, con saltos
# si `salto` es `True`, y sin ellos si no.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Con nueve pendientes de 0.2 en la calculadora: sin saltos, cinco diezmillonésimas; con ellos, algo más de cinco. Y
# con nueve de 1: 512, que tampoco es bueno. De ahí sale el tercer error frecuente. En 9.2.4, quien escribe la ReLU antes de sumar cae en el segundo.

# %% tags=["ejercicio"]
def derivada(pendientes, salto):
    # >>> return ...
    total = 1.0
    for pendiente in pendientes:
        total = total * (pendiente + salto)
    return total
    # <<<

# %%
check("9.2.3", derivada)

# %% [markdown]
# ### Un camino entero
#
# Con nueve bloques y la misma pendiente en todos:

# %%
for slope in (0.2, 0.5, 1.0):
    print(f"nueve pendientes de {slope}: sin saltos {slope**9:.2g}, "
          f"con ellos {(1 + slope)**9:.3g}")

# %% [markdown] presenta="keras.ops.relu"
# **Qué observas.** El 1 es un camino por el que la culpa vuelve entera: aunque todas las $f'$ sean casi 0, el producto se queda cerca
# de 1. Pero no protege de crecer.
#
# ### Ejercicio 9.2.4
#
# Escribe la capa. `Salto(dentro)` recibe una lista de capas, $f$. Ya está guardada como una red en `self.f`. Completa
# `call`: a lo que entra súmale lo que da `self.f`, y **después** de sumar, ReLU (`keras.ops.relu`).

# %% tags=["ejercicio"]
class Salto(layers.Layer):
    def __init__(self, dentro):
        super().__init__()
        self.f = keras.Sequential(dentro)

    def call(self, x, training=None):
        # >>> return ...
        return keras.ops.relu(x + self.f(x, training=training))
        # <<<

# %%
check("9.2.4", Salto)

# %% [markdown]
# La nuestra se llama `Skip`, y deja elegir qué va después de la suma. Dentro de cada bloque, los pesos iniciales que pone Keras, los de Glorot: al lado de
# $x$, $f$ empieza pequeña.

# %%
class Skip(layers.Layer):
    """Lo que entra, más f, y ReLU."""
    def __init__(self, inside, after=keras.ops.relu):
        super().__init__()
        self.f, self.after = keras.Sequential(inside), after

    def call(self, x, training=None):
        return self.after(x + self.f(x, training=training))

def skipping(start="glorot_uniform"):
    return Skip([conv(start=start), layers.ReLU(), conv(start=start)])

# %% [markdown] presenta=".watch"
# Antes de entrenar, midamos dos cosas en cada bloque. Hacia atrás, la **culpa** que llega a lo que sale de él (la cinta sigue los pesos sin que se lo
# pidas; los tensores de en medio, si se le dice con `watch`). Y hacia delante, cuánto **se parecen** dos prendas al salir: el coseno del
# ángulo entre sus mapas, que es 1 si apuntan al mismo sitio.

# %%
def alike(maps):
    """El coseno medio entre lo que sale de dos prendas distintas."""
    flat = np.asarray(maps)[:100].reshape(100, -1)
    flat = flat / (np.linalg.norm(flat, axis=1, keepdims=True) + 1e-9)
    return float(((flat @ flat.T).sum() - 100) / (100 * 99))

# %%
def follow(net, count=256):
    """En cada bloque: la culpa que llega y el parecido que sale."""
    x, seen = tf.constant(x_train[:count]), []
    with tf.GradientTape() as tape:
        for layer in net.layers:
            x = layer(x)
            tape.watch(x)
            seen.append(x)
        loss = keras.losses.SparseCategoricalCrossentropy()(
            y_train[:count], x)
    blame = tape.gradient(loss, seen[2:-2])
    return ([float(np.abs(g).mean()) for g in blame],
            [alike(maps) for maps in seen[2:-2]])

# %% [markdown]
# **Predice:** ¿qué culpa llegará al primer bloque, comparada con la del último? ¿En cuál de las tres redes se parecerán más las prendas?

# %%
kinds = {"simple, Glorot": plain,
         "simple, He": lambda: plain("he_normal"), "con saltos": skipping}
followed = {}
for name, block in kinds.items():
    set_seed(42)
    followed[name] = follow(network([block() for _ in range(9)]))
    blame, cosines = followed[name]
    print(f"{name:<15} la culpa del primero ≈ {blame[0] / blame[-1]:.1g} "
          f"veces la del último; parecido final ≈ {cosines[-1]:.2f}")

# %%
fig, axes = plt.subplots(1, 2, figsize=(7.5, 3.3), layout="constrained")
looks = {"simple, Glorot": ("#666666", "^:"),
         "simple, He": ("#D55E00", "s--"), "con saltos": ("#0072B2", "o-")}
for name, series in followed.items():
    for ax, values in zip(axes, series):
        ax.plot(range(1, 10), values, looks[name][1], markersize=4,
                color=looks[name][0], label=name)
axes[0].set(title="La culpa que llega", yscale="log", xlabel="Bloque",
            ylabel="Tamaño medio", xticks=range(1, 10))
axes[1].set(title="Cuánto se parecen las prendas", xlabel="Bloque",
            ylabel="Coseno medio", xticks=range(1, 10))
legend = axes[1].legend(fontsize="small")

# %%
def first_to_last(name):
    return followed[name][0][0] / followed[name][0][-1]

print("Con Glorot y sin saltos, ¿al primero llega menos de la décima "
      "parte que al último?", first_to_last("simple, Glorot") < 0.1)
print("Con He, ¿entre la décima parte y diez veces?",
      0.1 < first_to_last("simple, He") < 10)
print("¿Y acaban más parecidas que con saltos?",
      followed["simple, He"][1][-1] > followed["con saltos"][1][-1])

# %% [markdown]
# **Qué observas.** En la simple con los pesos de Glorot, la culpa se encoge bloque a bloque: en el primero queda más o menos una milésima. Con saltos llega
# entera. Con los pesos de He también llega, como en {{veinte_capas}}: **no** es ahí donde el salto le gana. Pero mira a la derecha: sin saltos y con He, a la
# salida las prendas se parecen casi del todo, y a la última capa le cuesta distinguirlas. El salto lleva hasta el final una parte de lo que entró.
#
# **Predice:** ¿aprenderá ahora la de veinte capas? ¿Más que la de cuatro?

# %%
set_seed(42)
residual = learn(network([skipping() for _ in range(9)]))
scores["veinte con saltos"] = measure(residual, "veinte con saltos")
lost = {name: losses[0] for name, losses in scores.items()}
print("¿Pierde menos que la simple en lo aprendido?",
      bool(lost["veinte con saltos"] < lost["veinte capas"] - 0.1))
print("¿Y menos que la de cuatro capas?",
      bool(lost["veinte con saltos"] < lost["cuatro capas"]))

# %% [markdown]
# **Qué observas.** Las mismas convoluciones y los mismos pesos iniciales, más una suma que no tiene ningún peso: de casi no aprender a
# aprender, y más que la de cuatro.
#
# ## 3 · ¿No bastaba con normalizar?
#
# En {{veinte_capas}}, la normalización por lotes rescató veinte sigmoides. Las redes residuales de verdad (*ResNet*) llevan **las dos cosas**: en
# cada $f$, convolución, normalización, ReLU, convolución y normalización; se suma; y ReLU. Seamos justos: la simple, también con normalización y
# con los pesos de He.
#
# Falta un detalle. Si el bloque cambia la forma (más canales, o mapas con la mitad de lado), $x$ y $f(x)$ no se pueden sumar. El
# atajo lleva entonces una convolución de **1×1**, con el mismo paso y los mismos canales que $f$, y su normalización.
#
# ### Ejercicio 9.2.5
#
# Escribe `bloque(x, filtros, paso)`: recibe un tensor y devuelve otro. $f$ es: `conv(filtros, paso)`, normalización, ReLU, `conv(filtros)` y
# normalización. El atajo es `x` **si no cambia la forma**, o sea, si `paso` es 1 y `x` ya tiene `filtros` canales (`x.shape[-1]`); si no,
# `conv(filtros, paso, side=1)` y normalización. Suma, y ReLU. La normalización, `layers.BatchNormalization()`.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que dibujen el bloque con las formas en cada flecha antes de escribirlo: con 7×7×16, 32 filtros y paso 2, ¿qué sale
# de cada rama? El error típico: poner el paso también en la segunda convolución, o el 1×1 aunque no haga falta.

# %% tags=["ejercicio"]
def bloque(x, filtros, paso):
    # >>> return ...
    f = layers.BatchNormalization()(conv(filtros, paso)(x))
    f = layers.ReLU()(f)
    f = layers.BatchNormalization()(conv(filtros)(f))
    atajo = x
    if paso != 1 or x.shape[-1] != filtros:
        atajo = layers.BatchNormalization()(conv(filtros, paso, side=1)(x))
    return layers.ReLU()(atajo + f)
    # <<<

# %%
check("9.2.5", bloque)

# %% [markdown]
# Ahora, dos redes con normalización y los pesos de He: la única diferencia es la suma. (Son de seis bloques, catorce capas, porque Keras tarda en
# prepararlas.)
#
# **Predice:** ¿aprenderá la simple, normalizada? ¿Ganará la residual?

# %%
def norm():
    return layers.BatchNormalization(momentum=0.9)

def normal():
    """Dos convoluciones normalizadas, con los pesos de He."""
    return [conv(start="he_normal"), norm(), layers.ReLU(),
            conv(start="he_normal"), norm()]

blocks = {
    "simple": lambda: keras.Sequential([*normal(), layers.ReLU()]),
    "residual": lambda: Skip(normal())}

# %%
trained = {}
for name, block in blocks.items():
    set_seed(42)
    trained[name] = learn(network([block() for _ in range(6)]), epochs=4)
    scores[name] = measure(trained[name], f"{name}, normalizada")

# %% tags=["resultado"]
print("¿Aprende la simple normalizada más que la primera de veinte?",
      bool(scores["simple"][0] < scores["veinte capas"][0] - 0.5))
print("¿Pierde menos la residual que ella, en lo aprendido?",
      bool(scores["residual"][0] < scores["simple"][0] - 0.1))
print(f"diferencia ≈ {scores['simple'][0] - scores['residual'][0]:.2f}")

# %% [markdown]
# **Qué observas.** La normalización, con los pesos de He, ya hace casi todo: quien diga que sin saltos no se entrena una red
# de estas se equivoca. Con los saltos, en las mismas épocas, pierde todavía menos.
#
# ## 4 · ¿Y si se arranca un bloque de una red entrenada?
#
# Multiplica $(1 + f_1)(1 + f_2)$: salen $1 + f_1 + f_2 + f_1 f_2$. Con dos bloques hay cuatro **caminos**: pasar por los dos, por
# uno, por el otro o por ninguno. Con seis, $2^6 = 64$. (Con las ReLU de por medio no es una suma exacta, pero la idea vale.) Si quitas un
# bloque, quedan la mitad. En la simple hay un solo camino.
#
# **Predice:** sin volver a entrenar, se quita un bloque de las dos redes normalizadas, cada vez uno. ¿Qué exactitud queda?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La comparación con un equipo ayuda: en la simple, una cadena de montaje; en la residual, un comité que corrige un
# borrador. Que expliquen por qué los primeros bloques cuestan más que los últimos en la residual.

# %%
def without(net, removed):
    """Exactitud en validación sin esa capa."""
    x = x_valid
    for layer in net.layers:
        if layer is not removed:
            x = layer(x)
    return (np.argmax(x, axis=1) == y_valid).mean()

left = {name: [without(net, block) for block in net.layers[2:-2]]
        for name, net in trained.items()}
whole = {name: without(net, None) for name, net in trained.items()}

# %%
fig, ax = plt.subplots(figsize=(7, 3.2), layout="constrained")
for name, look in (("simple", ("#D55E00", "s--")),
                   ("residual", ("#0072B2", "o-"))):
    ax.plot(range(1, 7), left[name], look[1], color=look[0],
            label=f"{name}, sin ese bloque")
    ax.axhline(whole[name], color=look[0], linestyle=look[1][1:],
               linewidth=0.8)
ax.set(title="Se quita un bloque a una red entrenada", ylim=(0, 1),
       xlabel="Bloque que se quita", ylabel="Exactitud en validación")
ax.legend(fontsize="small")

for name in trained:
    print(f"{name:<9} entera ≈ {whole[name]:.2f}; sin un bloque, la mitad "
          f"de las veces, ≈ {np.median(left[name]):.2f} o más")

# %%
print("La simple, ¿cae siempre por debajo de 0.5?",
      bool(max(left["simple"]) < 0.5))
print("La residual, ¿pierde menos de 0.1 sin cada uno de los dos últimos?",
      bool(min(left["residual"][-2:]) > whole["residual"] - 0.1))

# %% [markdown]
# **Qué observas.** La simple se rompe con cualquier bloque que falte: el siguiente recibe algo que no ha visto nunca. La residual también se rompe si le falta
# uno de los primeros, de los que parte lo demás; pero los últimos apenas se notan: cada uno solo retoca.
#
# ## ★ Ampliación · 5 · ¿Cómo se llega a cincuenta capas?
#
# Con los bloques de dos convoluciones de 3×3 se hizo *ResNet-34*. Para ir más hondo sin pagar tanto, el **cuello de botella** (*bottleneck*): una
# 1×1 que deja la cuarta parte de los canales, la 3×3 con esos pocos, y otra 1×1 que los devuelve. Con 256 canales:

# %%
def weights_of(side, inputs, outputs):
    """Pesos y sesgos de una convolución, y los cuatro números por canal
    de su normalización."""
    return side**2 * inputs * outputs + 5 * outputs

two = 2 * weights_of(3, 256, 256)
neck = (weights_of(1, 256, 64) + weights_of(3, 64, 64)
        + weights_of(1, 64, 256))
print(f"dos de 3×3: {two}   cuello de botella: {neck}   "
      f"{two / neck:.0f} veces menos")

# %% [markdown]
# ### ★ Ampliación · Ejercicio 9.2.6
#
# Escribe `parametros_cuello(entrada, medio, salto)`: los números de un bloque. Una 1×1 de `entrada` a `medio` canales, una 3×3 de `medio` a `medio` y
# una 1×1 de `medio` a `4 * medio`. Si `salto` es `True`, el atajo lleva además otra 1×1, de `entrada` a `4 * medio`. Usa `weights_of`.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Ampliación entera. Los sesgos que van delante de una normalización sobran: se restan con la media. Keras los pone en su
# ResNet-50, otras bibliotecas no, y por eso sus cuentas no coinciden.

# %% tags=["ejercicio"]
def parametros_cuello(entrada, medio, salto):
    # >>> return ...
    total = (weights_of(1, entrada, medio) + weights_of(3, medio, medio)
             + weights_of(1, medio, 4 * medio))
    if salto:
        total = total + weights_of(1, entrada, 4 * medio)
    return total
    # <<<

# %%
check("9.2.6", parametros_cuello)

# %% [markdown]
# Las dos redes tienen cuatro **etapas**, con 3, 4, 6 y 3 bloques; en cada una se doblan los canales. Al principio, una convolución de 7×7
# con 64 filtros; al final, mil clases. ¿Sale lo que cuenta Keras? (`weights=None`: sin pesos aprendidos.)

# %%
def resnet(neck):
    """Los números de ResNet-50 (con cuello) o de ResNet-34."""
    numbers, inputs = weights_of(7, 3, 64), 64
    for repeats, middle in ((3, 64), (4, 128), (6, 256), (3, 512)):
        outputs = 4 * middle if neck else middle
        for _ in range(repeats):
            pieces = ([(1, inputs, middle), (3, middle, middle),
                       (1, middle, outputs)] if neck else
                      [(3, inputs, middle), (3, middle, middle)])
            if inputs != outputs:
                pieces.append((1, inputs, outputs))
            numbers += sum(weights_of(*piece) for piece in pieces)
            inputs = outputs
    return numbers + inputs * 1000 + 1000

# %% presenta="keras.applications.ResNet50"
by_keras = keras.applications.ResNet50(weights=None).count_params()
print(f"ResNet-34: {resnet(False)}   ResNet-50: {resnet(True)}")
print("¿Los de Keras?", resnet(True) == by_keras)

# %% [markdown] presenta="preactivación, DenseNet, ResNeXt, escalado compuesto"
# **Qué observas.** De 34 a 50 capas, y casi los mismos números: eso es el cuello de botella.
#
# La familia siguió creciendo:
#
# - **Preactivación** (*pre-activation*): la normalización y la ReLU van delante de cada convolución, dentro de $f$, y tras sumar no hay
#   nada. El camino del atajo queda limpio: lo que sale es lo que entró más la suma de todos los cambios.
# - **DenseNet** no suma, junta: cada bloque recibe los mapas de todos los anteriores, y añade unos pocos. **ResNeXt** parte el cuello de botella en
#   muchos caminos estrechos en paralelo, que se suman.
# - **MobileNet** y **EfficientNet** cambian la 3×3 por una separable, la de {{arquitecturas}}, en un cuello al revés (ancho por dentro), también con
#   su atajo. Y para crecer, **escalado compuesto** (*compound scaling*): profundidad, ancho y lado de la imagen a la vez.
#
# En EfficientNet, cada paso son 1.2 veces la profundidad, 1.1 veces el ancho y 1.15 veces el lado. ¿Cuánto más trabajo es?

# %%
deeper, wider, larger = 1.2, 1.1, 1.15
print(f"cada paso: {deeper * wider**2 * larger**2:.2f} veces el trabajo")

def pre():
    return Skip([norm(), layers.ReLU(), conv(), norm(), layers.ReLU(),
                 conv()], after=lambda x: x)

stem = network([]).layers[0](x_train[:64])
for name, block in (("con la ReLU al final", blocks["residual"]),
                    ("con preactivación", pre)):
    x, added = stem, 0
    for skip in [block() for _ in range(6)]:
        added = added + skip.f(x)
        x = skip(x)
    print(f"{name}: ¿sale lo que entró más los cambios? "
          f"{np.allclose(x, stem + added, atol=1e-3)}")

# %% [markdown]
# **Qué observas.** Casi el doble de trabajo por paso: el ancho y el lado cuentan al cuadrado. Y con preactivación la suma es exacta.

# %% [markdown]
# ## Errores frecuentes
#
# **1. Sumar dos formas distintas sin enterarse.** Si la entrada tiene un solo canal, NumPy y Keras la **repiten** para sumarla a 16 mapas,
# y nadie avisa. Mira las formas de las dos ramas:

# %%
entry = keras.Input((14, 14, 1))
maps = conv()(entry)
print("entra", entry.shape, " mapas", maps.shape,
      " suma", (entry + maps).shape)
print("¿iguales?", entry.shape == maps.shape)
shortcut = conv(side=1)(entry)
print("arreglado:", shortcut.shape == maps.shape)

# %% [markdown]
# ### ★ Ampliación · Dos maneras de crecer demasiado
#
# **2. Poner la ReLU antes de sumar.** Así $f$ solo puede sumar, nunca restar, y los mapas crecen bloque a bloque. **3. Creer que el salto
# aguanta cualquier escala.** Sin normalizar y con los pesos de He, cada bloque hace mayor lo que recibe. Midamos, antes de
# entrenar, el tamaño medio de lo que sale de nueve bloques, entre el de lo que entra:

# %%
def growth(block, seed=42):
    """Cuántas veces mayor es lo que sale de nueve bloques."""
    set_seed(seed)
    start = network([])
    x = first = start.layers[1](start.layers[0](x_train[:256]))
    for _ in range(9):
        x = block()(x, training=True)
    return float(np.mean(x) / np.mean(first))

# %%
grown = {
    "2. la ReLU, antes de sumar": growth(
        lambda: Skip([*normal(), layers.ReLU()])),
    "   arreglado: después": growth(blocks["residual"]),
    "3. con He y sin normalizar": growth(lambda: skipping("he_normal")),
    "   arreglado: con Glorot": growth(skipping)}
for name, times in grown.items():
    print(f"{name:<28} ≈ {times:.1f} veces")
wrong, right, he, glorot = grown.values()
print("¿Crecen menos las dos arregladas?",
      right < wrong and glorot < he / 2)

# %% [markdown]
# ## Práctica: la receta con la que el curso acierta más
#
# La receta que más prendas nos ha hecho acertar es esta. No lleva saltos: tiene tres convoluciones. Lo que la hace buena es cuidar
# cada pieza: la normalización **después** de agrupar (hay cuatro veces menos números que normalizar), una tasa que calienta y baja, como en
# {{regularizar}}, y los **espejos**: cada prenda, también girada de izquierda a derecha. Un vestido en un espejo es un vestido.
#
# ### Paso 1 · Ejercicio 9.2.7
#
# Escribe `con_espejos(imagenes, etiquetas)`. `imagenes` tiene forma (cuántas, alto, ancho). Devuelve dos arrays el doble de largos: las
# imágenes seguidas de sus espejos, en el mismo orden, y las etiquetas de todas.

# %% [markdown] tags=["docente"]
# **{{minutos}}**, con los errores frecuentes y las preguntas. Que levanten la mano: ¿quién cree que mirar también el espejo ayudará a una red que
# nunca ha visto uno? La larga se deja corriendo en casa, o al acabar la clase: en {{una_red_mejor}} está la de las densas.

# %% tags=["ejercicio"]
def con_espejos(imagenes, etiquetas):
    # >>> return ...
    return (np.concatenate([imagenes, imagenes[:, :, ::-1]]),
            np.concatenate([etiquetas, etiquetas]))
    # <<<

# %%
check("9.2.7", con_espejos)

# %% [markdown]
# ### Paso 2 · La red
#
# Recibe los píxeles como llegan, de 0 a 255. `some`, `epochs`, `batch` y `dropout` son los de una versión corta, para hoy.

# %%
some, epochs, batch, dropout = 3000, 2, 64, 0.2

def record_network():
    stack = [keras.Input((28, 28)), layers.Rescaling(1 / 255),
             layers.Reshape((28, 28, 1))]
    for filters in (16, 32):
        stack += [layers.Conv2D(filters, 3, padding="same",
                                activation="relu"),
                  layers.MaxPooling2D(),
                  layers.BatchNormalization(momentum=0.9)]
    stack += [layers.Conv2D(64, 3, padding="same", activation="relu"),
              layers.Flatten(), layers.Dropout(dropout),
              layers.Dense(10, activation="softmax")]
    return keras.Sequential(stack)

# %%
def train(model, x, y, epochs):
    """La tasa sube una quinta parte de los pasos, y después baja."""
    steps = epochs * int(np.ceil(len(x) / batch))
    warm = steps // 5
    rate = keras.optimizers.schedules.CosineDecay(
        0.0005, steps - warm, warmup_target=0.01, warmup_steps=warm)
    model.compile(keras.optimizers.Adam(rate), steps_per_execution=8,
                  loss="sparse_categorical_crossentropy")
    model.fit(x, y, batch_size=batch, epochs=epochs, verbose=0)

def mirrored(x):
    return x[:, :, ::-1]

# %%
garments, kinds_of = images[:some], labels[:some]
set_seed(42)
straight = record_network()
train(straight, garments, kinds_of, 2 * epochs)  # los mismos pasos

both = np.concatenate([garments, mirrored(garments)])
set_seed(42)
record = record_network()
train(record, both, np.concatenate([kinds_of, kinds_of]), epochs)
print(record.count_params(), "números, contando los de normalizar")

# %% [markdown] presenta="aumento al predecir"
# ### Paso 3 · ¿Y al responder?
#
# Al responder también se puede mirar el espejo: es el **aumento al predecir** (*test-time augmentation*): se promedian las dos respuestas.
#
# ### ★ Ampliación · Ejercicio 9.2.8
#
# Escribe
# `promediar(predecir, imagenes)`: `predecir` es una función que recibe imágenes (cuántas, alto, ancho) y da una fila de probabilidades por
# imagen. Devuelve la media de las de las imágenes y las de sus espejos.

# %% tags=["ejercicio"]
def promediar(predecir, imagenes):
    # >>> return ...
    return (predecir(imagenes) + predecir(imagenes[:, :, ::-1])) / 2
    # <<<

# %%
check("9.2.8", promediar)

# %% [markdown]
# ### ¿Ayuda?
#
# > **Lo que oirás por ahí: «promediar una imagen y su espejo es gratis, y siempre ayuda».** Cuesta el doble de tiempo al responder. ¿Y
# > ayuda? Con las prendas de validación y las dos redes: la que aprendió con espejos y la que no.
#
# **Predice:** ¿qué acertará cada una con las prendas, con sus espejos y con la media?

# %%
x_decide, y_decide = images[55_000:], labels[55_000:]

def three(model):
    """Exactitud con la prenda, con su espejo y con la media."""
    one = model.predict(x_decide, batch_size=500, verbose=0)
    other = model.predict(mirrored(x_decide), batch_size=500, verbose=0)
    return [float((said.argmax(axis=1) == y_decide).mean())
            for said in (one, other, one + other)]

hits = {"sin espejos": three(straight), "con espejos": three(record)}
for name, (one, other, mean) in hits.items():
    print(f"aprendió {name}: prenda ≈ {one:.3f}   espejo ≈ {other:.3f}   "
          f"media ≈ {mean:.3f}")

# %%
never, seen = hits["sin espejos"], hits["con espejos"]
print("Sin espejos, ¿pierde la media más de 0.01?",
      never[0] - never[2] > 0.01)
print("¿Y acierta en el espejo más de 0.1 menos?",
      never[0] - never[1] > 0.1)
print("Con espejos, ¿la media cambia menos de 0.02?",
      abs(seen[2] - seen[0]) < 0.02)
boots = images[labels == 9][:5]
fig = plot_image_grid(np.concatenate([boots, mirrored(boots)]),
                      ["botín"] * 5 + ["espejo"] * 5, columns=5)

# %% [markdown]
# **Qué observas.** La que aprendió sin espejos falla mucho más en el espejo, y al promediar **pierde**. Los botines de la figura dicen por qué: en estas fotos el
# calzado mira casi siempre al mismo lado, y al revés no lo conoce. A la que aprendió con espejos la media le cambia poco, con tan pocas prendas.
#
# ### Paso 4 · La larga
#
# La de verdad es la misma receta con `some, epochs, batch, dropout = 60_000, 6, 256, 0.3`: todas las prendas y sus espejos. Las piezas se eligieron
# con validación. Tarda unos minutos, y aquí no se entrena ni se abre la prueba: lo hace
# `python -m benchmarks cnn`, con cinco semillas, y ahí pide más de 0.93.

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Una red honda pierde más que una corta en validación, **y también** en lo aprendido. ¿Qué pruebas?
#
# - a) Más *dropout*: sobreajusta.
# - b) Algo que le ayude a aprender: saltos, normalización, otros pesos iniciales.
# - c) Más prendas: se sabe de memoria las que tiene.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("9.2.A1", respuesta_1)

# %% [markdown]
# **A2.** En un bloque $x + f(x)$, $f'$ es casi 0. ¿Qué culpa pasa hacia atrás?
#
# - a) Casi nada: se multiplica por $f'$.
# - b) El doble de la que llega.
# - c) Casi la misma que llega: se multiplica por $1 + f'$.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "c"
# <<<
check("9.2.A2", respuesta_2)

# %% [markdown]
# **A3.** A un bloque le entran mapas de 14×14×16, y $f$ da 7×7×32. ¿Qué lleva el atajo?
#
# - a) Una convolución de 1×1 con paso 2 y 32 filtros.
# - b) Nada: Keras recorta los mapas al sumar.
# - c) Una agrupación, que deja 7×7×16.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("9.2.A3", respuesta_3)

# %% [markdown]
# **A4.** Tu red aprendió a leer carteles sin espejos, y alguien propone promediar con el espejo al responder. ¿Qué dices?
#
# - a) Que sí: dos respuestas son mejores que una.
# - b) Que un cartel en un espejo no es un cartel que la red conozca: se mide en validación antes.
# - c) Que da igual: las convoluciones no distinguen derecha de izquierda.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "b"
# <<<
check("9.2.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Si la honda pierde más también en lo aprendido, no sobreajusta: no consigue aprender.
# - Con $x + f(x)$, no hacer nada es lo fácil; la derivada es $1 + f'(x)$, y la culpa tiene un camino entero. No protege de crecer.
# - Si cambia la forma, el atajo lleva una 1×1 con el mismo paso y los mismos canales.
# - La normalización también rescata; las dos juntas, mejor. Y a una red residual se le puede quitar uno de los últimos bloques.
# - Promediar espejos ayuda a quien los ha visto; a quien no, le estorba.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 14.
# - K. He y otros (2015), *Deep Residual Learning for Image Recognition*:
#   [arXiv:1512.03385](https://arxiv.org/abs/1512.03385); y (2016) *Identity Mappings in Deep Residual Networks*, la preactivación:
#   [arXiv:1603.05027](https://arxiv.org/abs/1603.05027).
# - A. Veit y otros (2016), *Residual Networks Behave Like Ensembles of Relatively Shallow Networks*, lo de quitar bloques:
#   [arXiv:1605.06431](https://arxiv.org/abs/1605.06431).
# - G. Huang y otros (2016), *Densely Connected Convolutional Networks*: [arXiv:1608.06993](https://arxiv.org/abs/1608.06993).
# - M. Tan y Q. Le (2019), *EfficientNet*: [arXiv:1905.11946](https://arxiv.org/abs/1905.11946).
