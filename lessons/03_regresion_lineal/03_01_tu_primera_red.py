# %% [markdown]
# # 3.1 · Tu primera red: una recta que aprende
#
# | | |
# |---|---|
# | **Objetivos** | Fabricar datos con una ley conocida, guardarlos y leerlos; entrenar con Keras una red de una sola neurona; leer sus pesos y compararlos con la ley y con la ecuación normal; usar la misma red con datos reales |
# | **Duración** | {{minutos}} |
# | **Requisitos** | La neurona (lección {{la_neurona}}), el descenso de gradiente ({{descenso_de_gradiente}}) y los lotes ({{lotes_y_optimizadores}}), Keras de un vistazo ({{bibliotecas_de_ml}}) |
# | **Datos** | 1000 casas inventadas con una ley que conocemos; los pingüinos de Palmer (CC0) |
# | **Práctica** | Una red de una neurona que estima el peso de un pingüino |

# %%
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LinearRegression

from course_utils import check, hint, solution
from course_utils import LearningCurves, load_penguins
from course_utils import plot_regression_plane, quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras

# %% [markdown]
# ## 1 · ¿Puede el precio de una casa ser una suma?
#
# Preguntas el precio de muchas casas de un barrio y vas viendo una costumbre: cada metro cuadrado
# suma más o menos lo mismo, y cada año de antigüedad resta más o menos lo mismo. Además hay una
# cantidad que se paga siempre, por el suelo.
#
# **Predice:** si dibujamos el precio según el área, para casas nuevas, de 10 años y de 20, ¿qué
# saldrá: tres rectas que se cruzan, tres paralelas o tres curvas?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pide ejemplos de cuándo **no** sería una suma: la vista, que vale más en una casa grande;
# el primer metro y el metro doscientos. Un modelo es una apuesta: aquí se hace y en la lección {{precios_de_casas}} se
# mide con casas de verdad. En 3.1.1, lo más visto es `entradas * w + b`, que no suma las columnas.

# %%
area = np.array([50, 150])

fig, ax = plt.subplots(figsize=(5.5, 3.2))
for age, style, color in ((0, "-", "#0072B2"), (10, "--", "#D55E00"),
                          (20, ":", "#666666")):
    price = 2 * area - 3 * age + 40
    ax.plot(area, price, style, color=color, label=f"{age} años")
ax.set(title="El precio como suma: cada cosa aporta lo suyo",
       xlabel="Área (m²)", ylabel="Precio (miles de €)")
ax.legend(title="Antigüedad")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Tres paralelas. La inclinación es lo que vale un metro, y es la misma en las tres;
# cada diez años, la recta entera baja un escalón. Escrito como suma con pesos:
#
# $$\text{precio} = w_{\text{área}} \cdot \text{área} + w_{\text{edad}} \cdot \text{edad} + b$$
#
# En la figura, $w_{\text{área}} = 2$ (miles de euros por metro), $w_{\text{edad}} = -3$ (miles por año)
# y $b = 40$. Mírala bien: es **la neurona de la lección {{la_neurona}}, sin función de activación**. Una red de
# una sola neurona. Hoy la vas a entrenar para que descubra los pesos ella sola.
#
# ### Ejercicio 3.1.1
#
# Escribe `predecir(entradas, w, b)`. `entradas` es un array de forma `(n, 2)`: una casa por fila;
# `w` es un array con los dos pesos y `b`, un número. Devuelve un array de forma `(n,)`: la suma con
# pesos, más el sesgo, de cada casa.

# %% tags=["ejercicio"]
def predecir(entradas, w, b):
    # >>> return ...
    return entradas @ w + b
    # <<<

# %%
check("3.1.1", predecir)

# %% [markdown] presenta="ruido, generador"
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("3.1.1")` da una pista (y otra, si
# insistes), y `solution("3.1.1")` muestra una solución.
#
# ## 2 · ¿Cómo sabré si la red acierta?
#
# Con casas de verdad nadie conoce los pesos verdaderos. Así que el primer día hacemos trampa, pero una
# trampa útil: **inventamos los datos con una ley conocida**. Si la red la descubre, sabremos que el
# método funciona. De cada casa contamos las diferencias con la casa típica del barrio:
#
# - `x`: metros cuadrados de más o de menos, de −10 a 10;
# - `z`: años de más o de menos, de −10 a 10;
# - `y`: miles de euros por encima o por debajo del precio medio de la ciudad.
#
# La ley es $y = 2x - 3z + 5 + \text{ruido}$. Los pesos son los de antes; el sesgo es otro, porque se
# cuenta desde otro sitio. El **ruido** es todo lo que ni el área ni la edad explican (la luz, el piso, la
# prisa de quien vende): un número al azar entre −10 y 10, todos igual de probables.
#
# > **Lo que oirás por ahí: «los números al azar se sacan con `np.uniform(-10, 10, 1000)`».** En NumPy no
# > existe tal cosa. Hay un `np.random.uniform`, el antiguo, y la manera de hoy: un **generador**, con su
# > semilla, y su método `uniform`.

# %% presenta="numpy.uniform"
try:
    np.uniform(-10, 10, 1000)
except AttributeError:
    print("AttributeError: np.uniform no existe")

rng = np.random.default_rng(31)
print("con un generador:", rng.uniform(-10, 10, 3).round(2))

# %% [markdown]
# ### Ejercicio 3.1.2
#
# Escribe `crear_datos(n, rng)`: recibe cuántas casas y un generador, y devuelve **dos** arrays,
# `entradas, y`. Con `rng.uniform(-10, 10, n)` saca `x`, después `z` y después el ruido: **tres veces**.
# `entradas` tiene forma `(n, 2)`, con `x` en la primera columna y `z` en la segunda
# (`np.column_stack([x, z])`); `y`, de forma `(n,)`, es $2x - 3z + 5 + \text{ruido}$.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El error con más consecuencias en 3.1.2 es `rng.uniform(-10, 10)` sin `n` en el ruido:
# **un** número para las mil casas, que se suma al sesgo y no se nota en las dos nubes de esta sección, que son
# anchas por otra causa. El corrector lo nombra. En 3.1.3 pregunta por qué no un CSV: habría que decidir decimales y
# separadores; el `.npz` guarda cada número con todas sus cifras, y su tipo.

# %% tags=["ejercicio"]
def crear_datos(n, rng):
    # >>> return ...
    metros = rng.uniform(-10, 10, n)
    edades = rng.uniform(-10, 10, n)
    ruido = rng.uniform(-10, 10, n)
    return np.column_stack([metros,
                            edades]), 2 * metros - 3 * edades + 5 + ruido
    # <<<

# %%
check("3.1.2", crear_datos)

# %% [markdown] presenta=".npz, pathlib.Path"
# Estas son las mil casas de hoy. Las guardamos en un archivo `.npz`, el formato de NumPy para varios
# arrays con nombre, y las leemos de vuelta: así mañana serán exactamente las mismas. (La carpeta es
# temporal y se borra sola al acabar el `with`; la tuya puede ser la que quieras. `Path` es una ruta: con
# `/` se le añade el nombre del archivo.)
#
# **Predice:** al leerlas, ¿serán los mismos números, o parecidos?

# %% presenta="numpy.savez, numpy.load, tempfile.TemporaryDirectory, .files"
rng = np.random.default_rng(42)
x, z, noise = rng.uniform(-10, 10, (3, 1000))
y = 2 * x - 3 * z + 5 + noise

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "casas.npz"
    np.savez(path, inputs=np.column_stack([x, z]), targets=y)
    with np.load(path) as data:
        print("en el archivo:", data.files)
        inputs, targets = data["inputs"], data["targets"]

print("formas:", inputs.shape, targets.shape)
print("¿Los mismos números, hasta la última cifra?",
      np.array_equal(targets, y))

# %%
fig, axes = plt.subplots(1, 2, figsize=(7.5, 3), sharey=True)
for k, name in enumerate(["x: área de más (m²)", "z: edad de más (años)"]):
    axes[k].plot(inputs[:, k], targets, ".", color="#0072B2", markersize=3)
    axes[k].set_xlabel(name)
axes[0].set(title="Más metros, más precio",
            ylabel="y: precio de más (miles de €)")
axes[1].set_title("Más años, menos precio")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Son los mismos, bit a bit. Y en la figura la ley se adivina a medias: la nube sube con el
# área y baja con la edad, pero es ancha, porque cada panel solo enseña una de las dos causas, y porque hay ruido. La
# red verá las dos a la vez.
#
# ### ★ Ampliación · Ejercicio 3.1.3
#
# Escribe `guardar_y_leer(entradas, y, carpeta)`. Guarda los dos arrays con `np.savez` en el archivo
# `datos.npz`, dentro de `carpeta` (un `Path`), con los nombres `inputs` y `targets`. Después lee el
# archivo y devuelve los dos arrays **leídos**, en ese orden.

# %% tags=["ejercicio"]
def guardar_y_leer(entradas, y, carpeta):
    # >>> return ...
    ruta = carpeta / "datos.npz"
    np.savez(ruta, inputs=entradas, targets=y)
    with np.load(ruta) as datos:
        return datos["inputs"], datos["targets"]
    # <<<

# %%
check("3.1.3", guardar_y_leer)

# %% [markdown] presenta="SGD, loss=mse"
# ## 3 · ¿Cómo se escribe una recta en Keras?
#
# Con una capa de una neurona: `Dense(1)`. Sin `activation`, porque el precio puede ser cualquier número,
# también negativo. El optimizador es el descenso de gradiente en lotes de la lección {{lotes_y_optimizadores}}, que en Keras
# se llama `SGD`; la pérdida, el error cuadrático medio, `"mse"`.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Ya han entrenado redes en el módulo {{modulo:conceptos_ml}}; esta es la primera cuya respuesta conocen de
# antemano. Deja que miren la curva bajar sin hablar.
# Pregunta después por qué se aplana cerca de 33 y no en 0; apúntalo en la pizarra, que lo
# responde la lección {{hasta_donde_se_acierta}}. En 3.1.4 lo típico es `optimizer="sgd"`, que usa la tasa de serie (0.01), no la pedida.

# %% presenta="keras.optimizers.SGD"
set_seed(42)
model = keras.Sequential([
    keras.Input((2,)),       # dos entradas: x y z
    keras.layers.Dense(1),   # una neurona, sin activación
])
model.compile(optimizer=keras.optimizers.SGD(learning_rate=0.001),
              loss="mse")

print("números que tiene que aprender:", model.count_params())

# %% [markdown] presenta="course_utils.LearningCurves"
# Dos pesos y un sesgo: la red más pequeña del curso. `fit` le enseñará las mil casas cien veces (cien
# **épocas**), en lotes de 32, y `LearningCurves` irá dibujando la pérdida.
#
# **Predice:** ¿hasta dónde bajará la pérdida? ¿Llegará a cero?

# %%
history = model.fit(inputs, targets, batch_size=32, epochs=100, verbose=0,
                    callbacks=[LearningCurves()])

# %%
losses = history.history["loss"]
for epoch in (1, 2, 10, 50, 100):
    print(f"época {epoch:3d}: pérdida ≈ {losses[epoch - 1]:.1f}")

print("¿Acaba entre 30 y 37?", 30 < losses[-1] < 37)
print("De la época 50 a la 100, ¿cambia menos de un 3 %?",
      abs(losses[49] / losses[-1] - 1) < 0.03)

# %% [markdown]
# **Qué observas.** Se desploma en las primeras épocas, baja luego más despacio y se queda plana, pero **muy
# lejos de cero**. No es que le falte tiempo: las últimas cincuenta épocas apenas cambian nada. ¿Es un
# fracaso? Guarda la pregunta.
#
# ### Ejercicio 3.1.4
#
# Escribe `crear_red(tasa)`: devuelve una red como la de arriba (dos entradas, una neurona sin activación),
# ya **compilada** con `SGD`, la tasa de aprendizaje `tasa` y la pérdida `"mse"`.

# %% tags=["ejercicio"]
def crear_red(tasa):
    # >>> return ...
    red = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    red.compile(optimizer=keras.optimizers.SGD(learning_rate=tasa),
                loss="mse")
    return red
    # <<<

# %%
check("3.1.4", crear_red)

# %% [markdown]
# ## 4 · ¿Ha descubierto la ley?
#
# La red empezó con pesos al azar y nadie le dijo 2, −3 y 5. Preguntémosle:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El centro de la lección. Que quede claro contra qué se compara: la **ley** (que en la vida
# real no se conoce) y el **mejor plano para estos datos** (que sí). En 3.1.5 lo que más se olvida es la columna de
# unos: el corrector lo nombra.

# %% tags=["resultado"]
kernel, bias = model.get_weights()
# los pesos vienen en forma (2, 1); el sesgo, en (1,)
learned = np.append(kernel.ravel(), bias)

for name, value, law in zip(("w de x", "w de z", "sesgo"), learned,
                            (2, -3, 5), strict=True):
    print(f"{name}: la red ≈ {value:.2f}   la ley {law}")

print("¿Todo a menos de 0.6 de la ley?",
      bool(np.abs(learned - [2, -3, 5]).max() < 0.6))

# %% presenta="course_utils.plot_regression_plane, matplotlib.pyplot.figure, .add_subplot"
fig = plt.figure(figsize=(6, 4.6))     # una hoja vacía
ax = fig.add_subplot(projection="3d")  # y en ella, unos ejes con fondo
plot_regression_plane(inputs, targets, kernel.ravel(), float(bias[0]),
                      feature_names=("x: área (m²)", "z: edad (años)"),
                      target_name="y: precio (miles de €)", ax=ax)
fig.tight_layout()

# %% [markdown] presenta="ecuación normal"
# **Qué observas.** Con dos entradas, la «recta» es un **plano**, inclinado hacia arriba con el área y hacia
# abajo con la edad, que pasa por el medio de la nube. Los pesos se parecen a la ley, pero no son
# exactamente 2, −3 y 5. ¿Es culpa de la red, o de que mil casas con ruido no dan para más?
#
# Hay una manera de saberlo. En el fondo del valle de la lección {{descenso_de_gradiente}} el suelo es llano: no hay pendiente en
# ninguna dirección, el gradiente vale cero. Con una recta, esa condición se puede **despejar**. Llama $A$ a la tabla de entradas con una columna de unos
# al final (por ella se multiplica el sesgo) y $p$ a los tres parámetros:
#
# $$\frac{2}{n} A^\top (A p - y) = 0 \quad\Longrightarrow\quad A^\top A\, p = A^\top y$$
#
# Es la **ecuación normal** (*normal equation*): tres ecuaciones con tres incógnitas, sin épocas ni tasa.
#
# ### Ejercicio 3.1.5
#
# Escribe `ecuacion_normal(entradas, y)`: devuelve `w, b`, el array con los dos pesos (forma `(2,)`) y el
# sesgo (un número). `np.linalg.solve(M, v)` resuelve $M p = v$.

# %% tags=["ejercicio"]
def ecuacion_normal(entradas, y):
    # >>> return ...
    tabla = np.column_stack([entradas, np.ones(len(entradas))])
    p = np.linalg.solve(tabla.T @ tabla, tabla.T @ y)
    return p[:2], p[2]
    # <<<

# %%
check("3.1.5", ecuacion_normal)

# %% [markdown]
# En scikit-learn, ese plano lo da `LinearRegression`. **Predice:** ¿de quién quedará más cerca la red: de la ley o del
# mejor plano posible?

# %%
A = np.column_stack([inputs, np.ones(len(inputs))])
best = np.linalg.solve(A.T @ A, A.T @ targets)
line = LinearRegression().fit(inputs, targets)

print("ecuación normal:", best.round(3))
print("¿Es lo mismo que LinearRegression?",
      np.allclose(best, [*line.coef_, line.intercept_]))
print("la red:          ≈", " ≈ ".join(f"{value:.3f}" for value in learned))

gap = np.abs(learned - best)
print("¿Pesos a menos de 0.1 de la ecuación normal?",
      bool(gap[:2].max() < 0.1))
print("¿Sesgo a menos de 0.15?", bool(gap[2] < 0.15))

# %% [markdown]
# **Qué observas.** La red ha llegado, paso a paso y a ciegas, al lado del **mejor plano que existe** para
# estas mil casas. Lo que la separa de 2, −3 y 5 no es torpeza: es el ruido, que también desvía a la
# fórmula exacta. Seamos francos: para una recta, la ecuación normal gana. Es exacta y cuesta una línea.
# Pero en cuanto la red tiene una capa oculta, con su activación, no hay ecuación que despejar, y el descenso sigue
# sirviendo.
#
# ¿Y por qué se quedó la pérdida cerca de 33, si ya no hay plano mejor? ¿Se puede bajar de ahí? Es la pregunta
# de la lección {{hasta_donde_se_acierta}}.
#
# ## Errores frecuentes
#
# **1. Poner una activación en la salida.** Con ReLU, la neurona no puede decir nada negativo. Le trasplantamos
# los pesos buenos para verlo:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El 2 lo comete todo el mundo en un cuaderno, sin saberlo: pregunta cuántas épocas lleva de
# verdad una red cuya celda de `fit` se ejecutó tres veces.

# %%
clipped = keras.Sequential([keras.Input((2,)),
                            keras.layers.Dense(1, activation="relu")])
clipped.set_weights(model.get_weights())

for name, net in (("con ReLU", clipped),
                  ("arreglado, sin activación", model)):
    # de (1000, 1) a (1000,)
    answers = net.predict(inputs, verbose=0).ravel()
    wrong = np.square(targets - answers).mean()
    print(f"{name}: lo menor que predice ≈ {answers.min():.0f}; "
          f"¿pérdida mayor que 100? {wrong > 100}")

# %% [markdown]
# **2. Creer que otro `fit` empieza de cero.** `fit` sigue desde los pesos que haya. Si ejecutas otra vez su
# celda, la red no repite el entrenamiento: lo continúa. Para empezar de cero, se crea otra red.

# %%
def first_loss(net):
    return net.fit(inputs, targets, batch_size=32, epochs=10,
                   verbose=0).history["loss"][0]

def new_net():
    net = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    net.compile(optimizer=keras.optimizers.SGD(learning_rate=0.001),
                loss="mse")
    return net

net = new_net()
once, again, fresh = first_loss(net), first_loss(net), first_loss(new_net())
print(f"pérdida de la primera época ≈ {once:.0f}; "
      f"al repetir fit ≈ {again:.0f}; "
      f"con una red nueva ≈ {fresh:.0f}")
print("¿La segunda vez siguió donde estaba?", again < once / 2,
      "  ¿Y la nueva?", fresh < once / 2)

# %% [markdown]
# ## Práctica: ¿cuánto pesa un pingüino?
#
# La misma red, con animales de verdad. En las islas Palmer se midieron el pico y la aleta de más de trescientos pingüinos,
# y se los pesó. Aquí nadie conoce la ley, ni se sabe si la hay: solo podemos comparar con el mejor plano.
#
# De cada medida, los centímetros de más o de menos que la media; del peso, los kilos:

# %% [markdown] tags=["docente"]
# **{{minutos}}** con la autoevaluación. La tasa y las épocas se dan casi hechas a propósito: cómo se eligen es la
# lección {{hasta_donde_se_acierta}}. A quien deje los milímetros se le desborda la pérdida, y también se explica allí. Pregunta si un
# pingüino con el pico más largo pesa más: con la misma aleta, un centímetro de pico suma ocho veces menos que uno de
# aleta.

# %%
# largo del pico y de la aleta
columns = ["bill_length_mm", "flipper_length_mm"]
penguins = load_penguins().dropna(subset=[*columns, "body_mass_g"])
millimetres = penguins[columns].to_numpy(float)
measures = (millimetres - millimetres.mean(axis=0)) / 10
mass = penguins["body_mass_g"].to_numpy(float) / 1000

B = np.column_stack([measures, np.ones(len(mass))])
plane = np.linalg.solve(B.T @ B, B.T @ mass)
plane_loss = np.square(mass - B @ plane).mean()
print(f"{len(mass)} pingüinos; "
      f"el mejor plano tiene una pérdida de {plane_loss:.4f}")

# %% [markdown]
# ### Paso 1 · Ejercicio 3.1.6
#
# Entrena en `red_pinguinos` una red de una neurona con `measures` y `mass`, partiendo de cero. Estas entradas
# son pequeñas y admiten una tasa mayor: prueba con 0.05 y las épocas que hagan falta. Su pérdida no puede pasar de la
# del mejor plano en más de un 2 %.

# %% tags=["ejercicio"]
# >>> red_pinguinos = ...
set_seed(42)
red_pinguinos = crear_red(0.05)
historial = red_pinguinos.fit(measures, mass, batch_size=32, epochs=100,
                              verbose=0)
# <<<

# %%
check("3.1.6", red_pinguinos)

# %% [markdown]
# ### Paso 2 · Ejercicio 3.1.7
#
# Los pesos se leen. Con el mejor plano (tu `ecuacion_normal` te lo da), calcula en `gramos` cuántos **gramos** más
# se espera que pese un pingüino con un centímetro más de **aleta** y el mismo pico. Puedes redondear al gramo.

# %% tags=["ejercicio"]
# >>> gramos = ...
w, b = ecuacion_normal(measures, mass)
gramos = 1000 * w[1]
# <<<

# %%
check("3.1.7", gramos)

# %% [markdown]
# Compáralo con lo que dice tu red, en una celda nueva: `red_pinguinos.get_weights()`.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** ¿Por qué la salida de esta red es `Dense(1)` sin activación?
#
# - a) Porque sin activación entrena más rápido.
# - b) Porque Keras no admite activaciones con la pérdida `"mse"`.
# - c) Porque `y` puede ser cualquier número, y una activación como ReLU o la sigmoide recortaría los posibles.
# - d) Porque así la red no tiene sesgo.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("3.1.A1", respuesta_1)

# %% [markdown]
# **A2.** La ecuación normal da el mejor plano de una vez, sin épocas. ¿Por qué aprendemos a entrenarlo?
#
# - a) Porque la red queda más cerca de la ley que la ecuación normal.
# - b) Porque con una capa oculta ya no hay ecuación que despejar, y el descenso sigue sirviendo.
# - c) Porque para usar la ecuación normal hay que conocer la ley.
# - d) Porque con mil casas la ecuación normal tarda demasiado.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "b"
# <<<
check("3.1.A2", respuesta_2)

# %% [markdown]
# **A3.** Ejecutas dos veces la celda de `fit`, de 100 épocas, sin volver a crear la red. ¿Qué tienes?
#
# - a) Una red que lleva el doble de épocas.
# - b) La misma que tras la primera: la segunda vez no hace nada.
# - c) Una red entrenada otra vez desde cero, 100 épocas.
# - d) Un error: una red no se entrena dos veces.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("3.1.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Una neurona sin activación es una recta (con dos entradas, un plano): suma con pesos, más sesgo.
# - Con datos inventados se conoce la respuesta: es la manera de saber si el método funciona.
# - En Keras: `Dense(1)`, `SGD` y `"mse"`; `fit` mueve los pesos y sigue desde donde estaban.
# - La red llega junto a la ecuación normal, que es lo mejor posible para esos datos; el ruido las aparta de la ley.
# - Un peso se lee: lo que cambia la respuesta por cada unidad de su entrada, con las demás quietas.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulos 4
#   (regresión lineal y descenso de gradiente) y 10 (redes con Keras).
# - Keras: [la capa Dense](https://keras.io/api/layers/core_layers/dense/) y
#   [el optimizador SGD](https://keras.io/api/optimizers/sgd/).
# - NumPy: [generadores de números al azar](https://numpy.org/doc/stable/reference/random/generator.html) y
#   [`savez`](https://numpy.org/doc/stable/reference/generated/numpy.savez.html).
