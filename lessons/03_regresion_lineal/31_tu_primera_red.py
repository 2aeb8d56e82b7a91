# %% [markdown]
# # 3.1 · Tu primera red: una recta que aprende
#
# | | |
# |---|---|
# | **Objetivos** | Fabricar datos con una ley conocida, guardarlos y leerlos; entrenar con Keras una red de una sola neurona; comparar sus pesos con la ley y con la ecuación normal; calcular el RMSE y el suelo que no puede perforar; reconocer una tasa de aprendizaje demasiado alta; desconfiar de un resultado demasiado bueno |
# | **Duración** | 75 min |
# | **Requisitos** | La neurona (lección 2.4), el descenso de gradiente y los lotes (2.5), Keras de un vistazo (2.6), RMSE y R² (2.3) |
# | **Datos** | 1000 casas inventadas con una ley que conocemos, y otras 400 para la práctica |
# | **Práctica** | Regresión lineal con una red: cuánto vale un metro cuadrado |

# %%
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from sklearn import metrics
from sklearn.linear_model import LinearRegression

from course_utils import LearningCurves, check, plot_gradient_path, plot_predicted_vs_actual
from course_utils import plot_regression_plane, plot_residuals, quiet_tensorflow
from course_utils import regression_summary, set_seed

quiet_tensorflow()  # que TensorFlow arranque sin llenar la pantalla de avisos
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
# **6 min.** Pide ejemplos de cuándo **no** sería una suma: la vista, que vale más en una casa grande;
# el primer metro y el metro doscientos. Un modelo es una apuesta: aquí se hace y en la lección 3.2 se
# mide con casas de verdad. En 3.1.1, lo más visto es `entradas * w + b`, que no suma las columnas.

# %%
area = np.array([50, 150])

fig, ax = plt.subplots(figsize=(5.5, 3.2))
for age, style, color in ((0, "-", "#0072B2"), (10, "--", "#D55E00"), (20, ":", "#666666")):
    price = 2 * area - 3 * age + 40
    ax.plot(area, price, style, color=color, label=f"{age} años")
ax.set(title="El precio como suma: cada cosa aporta lo suyo", xlabel="Área (m²)",
       ylabel="Precio (miles de €)")
ax.legend(title="Antigüedad")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Tres paralelas. La inclinación es lo que vale un metro, y es la misma en las tres;
# cada diez años, la recta entera baja un escalón. Escrito como suma con pesos:
#
# $$\text{precio} = w_{\text{área}} \cdot \text{área} + w_{\text{edad}} \cdot \text{edad} + b$$
#
# En la figura, $w_{\text{área}} = 2$ (miles de euros por metro), $w_{\text{edad}} = -3$ (miles por año)
# y $b = 40$. Mírala bien: es **la neurona de la lección 2.4, sin función de activación**. Una red de
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

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("3.1.1")` da una pista (y otra, si
# insistes), y `solution("3.1.1")` muestra una solución. Antes hay que traerlos:
# `from course_utils import hint, solution`.
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

# %%
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
# **11 min.** El error con más consecuencias en 3.1.2 es `rng.uniform(-10, 10)` sin `n` en el ruido:
# **un** número para las mil casas, que se suma al sesgo y no se nota en ninguna figura. El corrector
# lo nombra. En 3.1.3 pregunta por qué no un CSV: habría que decidir decimales y separadores; el `.npz`
# guarda cada número entero y su tipo.

# %% tags=["ejercicio"]
def crear_datos(n, rng):
    # >>> return ...
    metros = rng.uniform(-10, 10, n)
    edades = rng.uniform(-10, 10, n)
    ruido = rng.uniform(-10, 10, n)
    return np.column_stack([metros, edades]), 2 * metros - 3 * edades + 5 + ruido
    # <<<

# %%
check("3.1.2", crear_datos)

# %% [markdown]
# Estas son las mil casas de hoy. Las guardamos en un archivo `.npz`, el formato de NumPy para varios
# arrays con nombre, y las leemos de vuelta: así mañana serán exactamente las mismas. (La carpeta es
# temporal y se borra sola al acabar la celda; la tuya puede ser la que quieras.)
#
# **Predice:** al leerlas, ¿serán los mismos números, o parecidos?

# %%
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
print("¿Los mismos números, hasta la última cifra?", np.array_equal(targets, y))

# %%
fig, axes = plt.subplots(1, 2, figsize=(7.5, 3), sharey=True)
for k, name in enumerate(["x: área de más (m²)", "z: edad de más (años)"]):
    axes[k].plot(inputs[:, k], targets, ".", color="#0072B2", markersize=3)
    axes[k].set_xlabel(name)
axes[0].set(title="Más metros, más precio", ylabel="y: precio de más (miles de €)")
axes[1].set_title("Más años, menos precio")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Son los mismos, bit a bit. Y en la figura la ley apenas se adivina: la nube sube con el
# área y baja con la edad, pero es ancha, porque cada panel solo enseña una de las dos causas. La red verá
# las dos a la vez.
#
# ### Ejercicio 3.1.3
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

# %% [markdown]
# ## 3 · ¿Cómo se escribe una recta en Keras?
#
# Con una capa de una neurona: `Dense(1)`. Sin `activation`, porque el precio puede ser cualquier número,
# también negativo. El optimizador es el descenso de gradiente por lotes de la lección 2.5, que en Keras
# se llama `SGD`; la pérdida, el error cuadrático medio, `"mse"`.

# %% [markdown] tags=["docente"]
# **9 min.** Es la primera vez que entrenan una red en serio: deja que miren la curva bajar sin hablar.
# Pregunta después por qué se aplana cerca de 33 y no en 0; apúntalo en la pizarra, que la sección 4
# lo responde. En 3.1.4 lo típico es `optimizer="sgd"`, que usa la tasa de serie (0.01), no la pedida.

# %%
set_seed(42)
model = keras.Sequential([
    keras.Input((2,)),       # dos entradas: x y z
    keras.layers.Dense(1),   # una neurona, sin activación
])
model.compile(optimizer=keras.optimizers.SGD(learning_rate=0.001), loss="mse")

print("números que tiene que aprender:", model.count_params())

# %% [markdown]
# Dos pesos y un sesgo: la red más pequeña del curso. `fit` le enseñará las mil casas cien veces (cien
# **épocas**), en lotes de 32.
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
print("De la época 50 a la 100, ¿cambia menos de un 3 %?", abs(losses[49] / losses[-1] - 1) < 0.03)

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
    red.compile(optimizer=keras.optimizers.SGD(learning_rate=tasa), loss="mse")
    return red
    # <<<

# %%
check("3.1.4", crear_red)

# %% [markdown]
# ## 4 · ¿Ha descubierto la ley?
#
# La red empezó con pesos al azar y nadie le dijo 2, −3 y 5. Preguntémosle:

# %% [markdown] tags=["docente"]
# **20 min.** El centro de la lección. Que quede claro contra qué se compara: la **ley** (que en la vida
# real no se conoce) y el **mejor plano para estos datos** (que sí). Lee la historia del 0.028 como una
# novela de detectives: da las pistas, calla, y deja que pase un minuto.

# %%
kernel, bias = model.get_weights()
learned = np.append(kernel.ravel(), bias)  # los pesos vienen en forma (2, 1); el sesgo, en (1,)

for name, value, law in zip(("w de x", "w de z", "sesgo"), learned, (2, -3, 5), strict=True):
    print(f"{name}: la red ≈ {value:.2f}   la ley {law}")

print("¿Todo a menos de 0.6 de la ley?", bool(np.abs(learned - [2, -3, 5]).max() < 0.6))

# %%
fig = plt.figure(figsize=(6, 4.6))
ax = fig.add_subplot(projection="3d")
plot_regression_plane(inputs, targets, kernel.ravel(), float(bias[0]),
                      feature_names=("x: área (m²)", "z: edad (años)"),
                      target_name="y: precio (miles de €)", ax=ax)
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Con dos entradas, la «recta» es un **plano**, inclinado hacia arriba con el área y hacia
# abajo con la edad, que pasa por el medio de la nube. Los pesos se parecen a la ley, pero no son
# exactamente 2, −3 y 5. ¿Es culpa de la red, o de que mil casas con ruido no dan para más?
#
# Hay una manera de saberlo. En la lección 2.5 viste que en el fondo del valle el gradiente vale cero. Con
# una recta, esa condición se puede **despejar**. Llama $A$ a la tabla de entradas con una columna de unos
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
# En scikit-learn es `LinearRegression`. **Predice:** ¿de quién quedará más cerca la red: de la ley o del
# mejor plano posible?

# %%
A = np.column_stack([inputs, np.ones(len(inputs))])
best = np.linalg.solve(A.T @ A, A.T @ targets)
line = LinearRegression().fit(inputs, targets)

print("ecuación normal:", best.round(3))
print("¿Es lo mismo que LinearRegression?", np.allclose(best, [*line.coef_, line.intercept_]))
print("la red:          ≈", " ≈ ".join(f"{value:.3f}" for value in learned))

gap = np.abs(learned - best)
print("¿Pesos a menos de 0.1 de la ecuación normal?", bool(gap[:2].max() < 0.1))
print("¿Sesgo a menos de 0.15?", bool(gap[2] < 0.15))

# %% [markdown]
# **Qué observas.** La red ha llegado, paso a paso y a ciegas, al lado del **mejor plano que existe** para
# estas mil casas. Lo que la separa de 2, −3 y 5 no es torpeza: es el ruido, que también desvía a la
# fórmula exacta. Seamos francos: para una recta, la ecuación normal gana. Es exacta y cuesta una línea.
# Pero en cuanto la red tiene una capa oculta no hay ecuación que despejar, y el descenso sigue sirviendo.
#
# ### ¿Y cuánto se equivoca?
#
# Miremos las predicciones junto a los precios reales, y los **residuos** (*residuals*): el error que queda
# en cada casa.
#
# **Predice:** si las predicciones fueran perfectas, ¿dónde estarían los puntos de cada figura?

# %%
predicted = model.predict(inputs, verbose=0).ravel()  # de (1000, 1) a (1000,)

fig, (left, right) = plt.subplots(1, 2, figsize=(8.6, 3.8))
plot_predicted_vs_actual(targets, predicted, unit="miles de €", ax=left)
plot_residuals(targets, predicted, unit="miles de €", ax=right)
fig.tight_layout()

# %% [markdown]
# **Qué observas.** A la izquierda, los puntos siguen la diagonal, que es donde lo predicho iguala a lo real.
# A la derecha, los errores llenan una franja que va de −10 a 10, más o menos, y dentro de ella no se ve
# ningún dibujo: ni curva, ni embudo. Esa franja es el ruido que pusimos nosotros.
#
# ### Ejercicio 3.1.6
#
# Resume la franja en un número. Escribe `rmse(real, predicho)`: la raíz de la media de los errores al
# cuadrado. `real` tiene forma `(n,)`; `predicho` puede llegar como `(n,)` o como `(n, 1)`, que es lo que
# devuelve `model.predict`, y en los dos casos debe salir el mismo número.

# %% tags=["ejercicio"]
def rmse(real, predicho):
    # >>> return ...
    errores = real - predicho.ravel()
    return np.sqrt((errores**2).mean())
    # <<<

# %%
check("3.1.6", rmse)

# %% [markdown]
# ### ¿Puede bajar más?
#
# Supón un adivino que conoce la ley exacta: predice $2x - 3z + 5$. También se equivoca, porque el ruido no
# lo sabe nadie. Su error **es** el ruido. ¿Qué RMSE tiene un error que cae al azar, sin preferencias, en
# un intervalo alrededor del cero? Probemos con varios anchos:

# %%
rng = np.random.default_rng(0)
for width in (1, 2, 20):
    errors = rng.uniform(-width / 2, width / 2, 1_000_000)
    result = np.sqrt((errors**2).mean())
    print(f"error de ancho {width:2d}: RMSE {result:.3f}   ancho / RMSE = {width / result:.2f}")

print(f"raíz de 12 = {np.sqrt(12):.2f}")

# %% [markdown]
# **Qué observas.** El RMSE es siempre el ancho entre 3.46, que es $\sqrt{12}$. Sale de una cuenta: si el
# error va de $-a$ a $a$, la media de su cuadrado es $\frac{1}{2a}\int_{-a}^{a} e^2\, de = \frac{a^2}{3}$, y
# el ancho es $2a$.
#
# ### Ejercicio 3.1.7
#
# Escribe `rmse_uniforme(ancho)`: el RMSE de un error repartido por igual en un intervalo de ese ancho
# **total**, centrado en cero. Úsala para el ruido de nuestras casas, que va de −10 a 10, y guarda el
# resultado en `suelo`.

# %% tags=["ejercicio"]
def rmse_uniforme(ancho):
    # >>> return ...
    return ancho / np.sqrt(12)
    # <<<

# >>> suelo = ...
suelo = rmse_uniforme(20)
# <<<

# %%
check("3.1.7", rmse_uniforme, suelo)

# %% tags=["resultado"]
net_rmse = np.sqrt(((targets - predicted) ** 2).mean())
best_rmse = np.sqrt(((targets - A @ best) ** 2).mean())
floor = 10 / np.sqrt(3)  # lo mismo que 20 / √12

print(f"ecuación normal: RMSE {best_rmse:.3f}   suelo: {floor:.3f}")
print("¿La ecuación normal, a menos de un 5 % del suelo?", bool(abs(best_rmse / floor - 1) < 0.05))
print("¿La red, a menos de un 3 % de ella?", bool(abs(net_rmse / best_rmse - 1) < 0.03))
print(f"RMSE de la red ≈ {net_rmse:.2f} miles de €, y el suelo es {floor:.2f}")

# %% [markdown]
# **Qué observas.** Ahí está la respuesta que faltaba. La pérdida se quedó cerca de 33 porque
# $5.77^2 = 33.3$: la red llegó al **suelo**. Lo que queda es ruido, y ninguna red, por grande que sea, puede
# predecirlo en casas nuevas.
#
# La biblioteca, ahora que sabes lo que calcula:

# %%
regression_summary(targets, predicted, unit="miles de €", approx=True)

# %% [markdown]
# ### El caso del RMSE imposible
#
# > **Lo que oirás por ahí: «mi red resuelve este problema con un RMSE de 0.028».** Lo dice una solución
# > publicada de este mismo ejercicio: misma ley, mismo ruido de −10 a 10. Nuestro suelo es 5.77. ¿Doscientas
# > veces mejor que el adivino? Alguien ha medido otra cosa. ¿Cuál?
#
# Interroguemos a los sospechosos, todos los pares que se podrían haber comparado:

# %%
law = 2 * x - 3 * z + 5  # lo que diría el adivino

suspects = {
    "precios reales y predicciones": (targets, predicted),
    "precios reales y el adivino": (targets, law),
    "predicciones y el adivino": (predicted, law),
}
for name, (one, other) in suspects.items():
    result = np.sqrt(((one - other) ** 2).mean())
    print(f"{name:<30} RMSE ≈ {result:.3f}   ¿cerca de 0.028? {abs(result - 0.028) < 0.005}")

# %% [markdown]
# **Qué observas.** Ninguno confiesa. Tenemos tres pistas más:
#
# 1. Si se entrena diez épocas en vez de cien, el 0.028 **no cambia**. Tampoco sin entrenar.
# 2. Entre los números que manejó aquella solución hay precios con **un solo decimal**.
# 3. Un error de ancho $d$ da un RMSE de $d/\sqrt{12}$. ¿Qué ancho da 0.028?
#
# ### Ejercicio 3.1.8
#
# Resuelve el caso: escribe `rmse_publicado(y)`, que recibe **solo** los precios reales y devuelve el
# número que midió aquella solución.

# %% tags=["ejercicio"]
def rmse_publicado(y):
    # >>> return ...
    return np.sqrt(((y - np.round(y, 1)) ** 2).mean())
    # <<<

# %%
check("3.1.8", rmse_publicado)

# %%
rounded_rmse = np.sqrt(((targets - targets.round(1)) ** 2).mean())
print(f"precios contra precios redondeados: RMSE {rounded_rmse:.4f}")
print(f"un error de ancho 0.1: 0.1 / √12 = {0.1 / np.sqrt(12):.4f}")

untrained = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
guess = untrained.predict(inputs, verbose=0).ravel()
print("Y el RMSE verdadero de una red sin entrenar, ¿pasa de 6?",
      bool(np.sqrt(((targets - guess) ** 2).mean()) > 6))

# %% [markdown]
# **Caso resuelto.** Compararon los precios con **los mismos precios, redondeados**. Redondear a un decimal
# mueve cada número como mucho 0.05, hacia un lado o hacia el otro: un error de ancho 0.1. La red no
# aparece en la cuenta, y por eso daba lo mismo entrenarla que no. La misma fórmula delata al falso y
# explica al verdadero: 0.1 de ancho, 0.029; 20 de ancho, 5.77. La moraleja sirve para toda la vida:
# **antes de celebrar un número, pregunta cuál es el suelo**.
#
# ## 5 · ¿Y si la tasa de aprendizaje es otra?
#
# > **Lo que oirás por ahí: «con `SGD(0.02)` la tasa no es ni muy alta ni muy baja, y los pesos que salen,
# > 3.05 y −2.61, están muy cerca de 2 y −3».** Está publicado, para estos mismos datos. Un 3.05 donde
# > debería haber un 2 no está muy cerca. Vamos a ver qué pasó.
#
# Para mirar cada paso y no solo cada época, escribimos el mismo descenso en NumPy, como en la lección 2.5:

# %% [markdown] tags=["docente"]
# **16 min.** La figura de los dos caminos es la imagen de la lección: proyéctala grande y sigue con el
# dedo los rebotes. Si preguntan «¿por qué no promediar los rebotes?»: se hace, y también se baja la tasa
# poco a poco (lección 4.4). En 3.1.9 basta con un peso; con dos, cada uno tiene su factor.

# %%
def sgd(inputs, targets, rate, seed, size=32, epochs=100):
    """Pesos y sesgo al empezar y después de cada paso: una fila por paso."""
    rng = np.random.default_rng(seed)
    columns = np.column_stack([inputs, np.ones(len(inputs))])
    point = np.append(rng.uniform(-1, 1, 2), 0.0)
    path = [point]
    for epoch in range(epochs):
        order = rng.permutation(len(inputs))
        for start in range(0, len(inputs), size):
            batch = order[start:start + size]
            errors = columns[batch] @ point - targets[batch]
            point = point - rate * 2 / len(batch) * columns[batch].T @ errors
            path.append(point)
    return np.array(path)

# %% [markdown]
# ¿Es de verdad lo mismo que hace Keras? Le damos a una red los mismos pesos de partida y los datos en el
# mismo orden, sin barajar, y los dejamos correr una época a los dos con la tasa de 0.02:

# %%
rng = np.random.default_rng(7)
start, order = rng.uniform(-1, 1, 2), rng.permutation(1000)

twin = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
twin.compile(optimizer=keras.optimizers.SGD(learning_rate=0.02), loss="mse")
twin.set_weights([start.reshape(2, 1), np.zeros(1)])
silent = twin.fit(inputs[order], targets[order], batch_size=32, epochs=1, shuffle=False, verbose=0)

by_keras = np.concatenate([weights.ravel() for weights in twin.get_weights()])
by_hand = sgd(inputs, targets, 0.02, seed=7, epochs=1)[-1]
print("¿Los mismos pesos, salvo 0.001?", bool(np.abs(by_keras - by_hand).max() < 0.001))

# %% [markdown]
# El mismo descenso. Ahora, tres épocas con 0.001 y con 0.02, desde el mismo inicio y con los mismos lotes,
# sobre el mapa de la pérdida (con el sesgo en su mejor valor).
#
# **Predice:** ¿cómo será cada camino?

# %%
def house_loss(w_x, w_z):
    """La pérdida según los dos pesos: un cuenco, con el fondo en la ecuación normal."""
    a, c = w_x - best[0], w_z - best[1]
    return (best_rmse**2 + a**2 * (x**2).mean() + c**2 * (z**2).mean()
            + 2 * a * c * (x * z).mean())

fig, axes = plt.subplots(1, 2, figsize=(9.4, 3.9), layout="constrained")
for ax, rate in zip(axes, (0.001, 0.02), strict=True):
    path = sgd(inputs, targets, rate, seed=7, epochs=3)[:, :2]
    plot_gradient_path(house_loss, path, x_range=(-1.5, 5), y_range=(-6, 1.5),
                       labels=("peso de x", "peso de z"), ax=ax)
    title = ax.set_title(f"Tasa {rate}: 96 pasos")

# %% [markdown]
# **Qué observas.** Con 0.001 baja derecho y se posa en el fondo. Con 0.02 llega en un par de saltos, mucho
# antes… y no se queda: **rebota** de una pared a otra del cuenco, y así seguiría cien épocas o mil. Cuando
# por fin paras, te llevas los pesos del último rebote. ¿Cuánto cambian, si solo cambia la semilla?

# %%
ends = {rate: np.array([sgd(inputs, targets, rate, seed)[-1] for seed in range(5)])
        for rate in (0.02, 0.001)}

for rate, points in ends.items():
    rmses = np.sqrt(((A @ points.T - targets[:, np.newaxis]) ** 2).mean(axis=0))
    print(f"tasa {rate}: peso de x, de ≈ {points[:, 0].min():.2f} a ≈ {points[:, 0].max():.2f}"
          f"   RMSE, de ≈ {rmses.min():.2f} a ≈ {rmses.max():.2f}")
    print("   ¿los cinco RMSE, a menos de un 3 % de la ecuación normal?",
          bool(rmses.max() < 1.03 * best_rmse))

# %%
spread = {rate: np.abs(points - best).max(axis=0) for rate, points in ends.items()}
print("0.001: ¿pesos a menos de 0.1 y sesgo a menos de 0.15, con las cinco semillas?",
      bool(spread[0.001][:2].max() < 0.1 and spread[0.001][2] < 0.15))
print("0.02:  ¿algún peso a más de 0.3?", bool(spread[0.02][:2].max() > 0.3))

fig, ax = plt.subplots(figsize=(5.4, 3.8))
for rate, color, marker in ((0.02, "#D55E00", "s"), (0.001, "#0072B2", "o")):
    ax.plot(*ends[rate][:, :2].T, marker, color=color, alpha=0.8, label=f"tasa {rate}")
ax.plot(*best[:2], "*", color="black", markersize=13, label="ecuación normal")
ax.plot(3.05, -2.61, "X", color="#666666", markersize=10, label="la solución publicada")
ax.set(title="Dónde acaba cada tasa: cinco semillas, cien épocas", xlabel="Peso de x",
       ylabel="Peso de z")
ax.legend(fontsize="small")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Los cinco puntos de 0.001 caen casi unos encima de otros, junto a la estrella. Los de
# 0.02, repartidos alrededor: el resultado depende de la semilla, o sea, de la suerte. El 3.05 publicado
# no es un acierto aproximado; es un rebote más.
#
# ¿Por qué rebota, si con otra tasa no? Piensa en un solo peso, a distancia $d$ de su mejor valor. Un paso
# del descenso, con todas las casas, la multiplica siempre por el mismo **factor**:
#
# $$d \;\longleftarrow\; d \cdot (1 - 2\,\eta\, m) \qquad \text{donde } m \text{ es la media de } x^2$$
#
# Un factor entre 0 y 1 acerca sin pasarse. Entre −1 y 0, cae al otro lado, pero más cerca. Y si su tamaño
# pasa de 1, cada paso **aleja**.
#
# ### Ejercicio 3.1.9
#
# Escribe `factor_por_paso(tasa, columna)`, que recibe la tasa $\eta$ y el array con los valores de una
# entrada, y devuelve el factor, un número.

# %% tags=["ejercicio"]
def factor_por_paso(tasa, columna):
    # >>> return ...
    return 1 - 2 * tasa * (columna**2).mean()
    # <<<

# %%
check("3.1.9", factor_por_paso)

# %%
for rate in (0.001, 0.02, 0.5):
    factor = 1 - 2 * rate * (x**2).mean()
    print(f"tasa {rate}: el factor es {factor:.2f} (peso de x) y {1 - 2 * rate:.3f} (sesgo)")

whole = sgd(inputs, targets, 0.02, seed=0, size=1000, epochs=400)[-1]
print("0.02 con las mil casas en cada paso: ¿se posa a menos de 0.01?",
      bool(np.abs(whole - best).max() < 0.01))

tour = sgd(inputs, targets, 0.02, seed=0)[1:].reshape(100, 32, 3)  # época, lote, parámetro
distance = np.linalg.norm(tour - best, axis=2).mean(axis=0)
print("0.02 por lotes: tras el último lote de la época, ¿1.3 veces más lejos que tras los demás?",
      bool(distance[-1] > 1.3 * distance[:-1].mean()))

# %% [markdown]
# **Qué observas.** Con 0.001, el peso se acerca un 7 % en cada paso. (El sesgo, que multiplica siempre a un 1,
# solo un 0.2 %: por eso la pérdida acababa de bajar tan despacio.) Con 0.02 el factor del peso es negativo:
# en cada paso salta al otro lado del valle. Mirando las mil
# casas a la vez aún se posaría, porque va cayendo más cerca. Pero cada **lote** tiene su propio valle, un
# poco desplazado, y con saltos tan largos el peso corre a la pared del último lote que vio. El último de
# cada época es el peor consejero: 1000 no es múltiplo de 32, y se queda con 8 casas; justo con su consejo
# termina el entrenamiento. Con 0.001, cada lote solo mueve un poco el peso, y los empujones se compensan.
#
# Con 0.5 el factor ronda el −32. **Predice:** ¿qué dirá la pérdida?

# %%
set_seed(42)
wild = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
wild.compile(optimizer=keras.optimizers.SGD(learning_rate=0.5), loss="mse")
wild_history = wild.fit(inputs, targets, batch_size=32, epochs=2, verbose=0)

print("pérdida de cada época:", wild_history.history["loss"])
print("pesos:", wild.get_weights()[0].ravel())

for step, point in enumerate(sgd(inputs, targets, 0.5, seed=0, epochs=1)[:6]):
    print(f"paso {step}: peso de x ≈ {point[0]:.0f}")

# %% [markdown]
# **Qué observas.** `nan` quiere decir *not a number*. Los pesos se multiplican por unas decenas en cada
# paso, y cambian de signo. Keras guarda números de 32 bits, que no pasan de unos $3.4 \cdot 10^{38}$: en
# menos de una época se desbordan a infinito, y entonces toca restar infinito menos infinito, que ya no es
# ningún número. De un `nan` no se vuelve: todo lo que toca es `nan`.
#
# Entonces, ¿0.02 es mucho? **Depende de las entradas**: en el factor, la tasa va multiplicada por la media
# de $x^2$. Dividamos las entradas entre 10, para que vayan de −1 a 1, y usemos la misma tasa:

# %%
ends_scaled = np.array([sgd(inputs / 10, targets, 0.02, seed)[-1] for seed in range(5)])
print(f"factor con x/10 y tasa 0.02: {1 - 2 * 0.02 * ((x / 10) ** 2).mean():.3f}")
print("peso de x/10 con cada semilla:", " ".join(f"≈ {w:.1f}" for w in ends_scaled[:, 0]))

back = ends_scaled[:, :2] / 10  # una entrada 10 veces menor necesita un peso 10 veces mayor
print("Deshecha la escala, ¿los dos pesos a menos de 0.1 de la ecuación normal?",
      bool(np.abs(back - best[:2]).max() < 0.1))

# %% [markdown]
# **Qué observas.** La misma tasa que rebotaba ahora lleva a los pesos a su sitio con las cinco semillas. No hay
# tasas altas ni bajas: las hay altas o bajas **para esas entradas**. Por eso, lo primero es escalar.
#
# ## Errores frecuentes
#
# **1. Copiar `squared=False` de un tutorial.**
#
# > **Lo que oirás por ahí: «el RMSE se calcula con `mean_squared_error(…, squared=False)`».** Así era. La
# > opción se retiró de scikit-learn, y ahora hay una función con nombre propio.

# %% [markdown] tags=["docente"]
# **4 min.** El 2 es el más caro de los tres: no avisa y el número parece razonable. Pide que predigan la
# forma de la resta antes de ejecutar.

# %%
try:
    metrics.mean_squared_error(targets, predicted, squared=False)
except TypeError:
    print("TypeError: squared ya no existe")

by_library = metrics.root_mean_squared_error(targets, predicted)
print("Arreglado, ¿igual que a mano?", bool(np.isclose(by_library, net_rmse)))

# %% [markdown]
# **2. Restar `(1000,)` y `(1000, 1)`.** `model.predict` devuelve una columna. NumPy no protesta: resta
# **cada** precio de **cada** predicción, un millón de restas, y sale un RMSE que no es el tuyo.

# %%
column = model.predict(inputs, verbose=0)
difference = targets - column
print("forma de la resta:", difference.shape)
print("¿RMSE más del triple del verdadero?", bool(np.sqrt((difference**2).mean()) > 3 * net_rmse))

difference = targets - column.ravel()
print("Arreglado:", difference.shape, f"RMSE ≈ {np.sqrt((difference**2).mean()):.2f}")

# %% [markdown]
# **3. Poner una activación en la salida.** Con ReLU, la neurona no puede decir nada negativo. Le trasplantamos
# los pesos buenos para verlo:

# %%
clipped = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, activation="relu")])
clipped.set_weights(model.get_weights())
positive = clipped.predict(inputs, verbose=0).ravel()

print(f"con ReLU:  lo menor que predice es {positive.min():.0f}")
print(f"Arreglado: sin activación, llega a ≈ {predicted.min():.0f}")
print("¿El RMSE con ReLU, más del doble?",
      bool(np.sqrt(((targets - positive) ** 2).mean()) > 2 * net_rmse))

# %% [markdown]
# ## Práctica: ¿cuánto vale un metro cuadrado?
#
# Ahora, casas con los números que leerías en un anuncio: de 40 a 200 m², de 0 a 60 años, y precios en miles de
# euros. Siguen siendo inventadas (la ley está en la celda: al final la compararás con tu red). En la lección
# 3.2 llegan los precios de verdad.

# %% [markdown] tags=["docente"]
# **9 min** con la autoevaluación. Quien olvide escalar verá `nan`: que calcule su factor con
# `factor_por_paso`. En 3.1.11 ayuda escribir la predicción en la pizarra y sustituir cada entrada
# escalada por $(x - \text{media})/\text{desviación}$.

# %%
rng = np.random.default_rng(2026)
houses = np.column_stack([rng.uniform(40, 200, 400), rng.uniform(0, 60, 400)])
prices = houses @ [2.1, -0.8] + 30 + rng.uniform(-20, 20, 400)

for k, name in enumerate(["área (m²)", "edad (años)"]):
    factor = 1 - 2 * 0.001 * (houses[:, k] ** 2).mean()
    print(f"{name:<12} media {houses[:, k].mean():5.1f}   factor con la tasa 0.001: {factor:.1f}")

mean, deviation = houses.mean(axis=0), houses.std(axis=0)
houses_scaled = (houses - mean) / deviation  # cada columna, con media 0 y desviación 1

# %% [markdown]
# Con estas entradas, ni siquiera 0.001 sirve: el factor del área dice `nan` antes de empezar. Por eso la
# última línea las **estandariza**: a cada columna se le resta su media y se divide entre su desviación.
#
# ### Paso 1 · Ejercicio 3.1.10
#
# Entrena en `red_casas` una red de una neurona con `houses_scaled` y `prices`. Elige tú la tasa y las
# épocas. `check` la prueba con casas nuevas: su RMSE no puede pasar del de la ecuación normal en más de un
# 3 %. (La media de una columna estandarizada al cuadrado es 1: calcula el factor y elige con criterio.)

# %% tags=["ejercicio"]
# >>> red_casas = ...
set_seed(42)
red_casas = crear_red(0.01)
historial = red_casas.fit(houses_scaled, prices, batch_size=32, epochs=50, verbose=0)
# <<<

# %%
check("3.1.10", red_casas)

# %% [markdown]
# ### Paso 2 · Ejercicio 3.1.11
#
# Los pesos de `red_casas` hablan en «desviaciones», y un comprador quiere euros por metro. Escribe
# `deshacer_escala(w, b, media, desviacion)`. Recibe los pesos `w` (forma `(2,)`) y el sesgo `b` que se
# usan con entradas estandarizadas, y la media y la desviación de cada columna (dos arrays de forma `(2,)`).
# Devuelve los pesos y el sesgo, `w, b`, que dan **las mismas predicciones con las entradas originales**.

# %% tags=["ejercicio"]
def deshacer_escala(w, b, media, desviacion):
    # >>> return ...
    w_original = w / desviacion
    return w_original, b - (w_original * media).sum()
    # <<<

# %%
check("3.1.11", deshacer_escala)

# %% [markdown]
# La ley de la celda era $2.1 \cdot \text{área} - 0.8 \cdot \text{edad} + 30$: un metro cuadrado vale 2100 €, y cada año
# resta 800 €. Compárala con tu red, en una celda nueva:
#
# ```python
# pesos, sesgo = red_casas.get_weights()
# print(deshacer_escala(pesos.ravel(), sesgo[0], mean, deviation))
# ```
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** ¿Por qué la salida de esta red es `Dense(1)` sin activación?
#
# - a) Porque sin activación entrena más rápido.
# - b) Porque Keras no admite activaciones con la pérdida `"mse"`.
# - c) Porque un precio puede ser cualquier número, y una activación recortaría los posibles.
# - d) Porque así la red no tiene sesgo.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("3.1.A1", respuesta_1)

# %% [markdown]
# **A2.** Un termómetro añade a cada medida un error al azar entre −3 y 3 grados, todos igual de probables.
# Alguien anuncia que su red predice esas medidas, en días nuevos, con un RMSE de 0.2 grados. ¿Qué piensas?
#
# - a) Que ha medido otra cosa: el suelo ronda los 1.7 grados.
# - b) Que tiene una red muy grande.
# - c) Que entrenó muchas épocas.
# - d) Que es normal: el error medio del termómetro es cero.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "a"
# <<<
check("3.1.A2", respuesta_2)

# %% [markdown]
# **A3.** En la primera época, la pérdida sale `nan`. Los datos no tienen huecos. ¿Qué haces primero?
#
# - a) Entrenar más épocas, hasta que se arregle.
# - b) Escalar las entradas o bajar la tasa de aprendizaje.
# - c) Cambiar la semilla.
# - d) Cambiar los `nan` por ceros.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "b"
# <<<
check("3.1.A3", respuesta_3)

# %% [markdown]
# **A4.** Entrenas la misma recta con cinco semillas y un peso sale 0.8, 2.2, 1.4, 2.0 y 1.1. ¿Qué harías?
#
# - a) Quedarme con el 2.2, que es el mayor.
# - b) Quedarme con la semilla que da el 2.0, que era el correcto.
# - c) Nada: las redes son así.
# - d) Bajar la tasa, o escalar, y repetir hasta que las cinco coincidan.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "d"
# <<<
check("3.1.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Una neurona sin activación es una recta (con dos entradas, un plano): suma con pesos, más sesgo.
# - Con datos inventados se conoce la respuesta: es la manera de saber si el método funciona.
# - La red llega junto a la ecuación normal, que es lo mejor posible; el ruido pone el suelo del RMSE.
# - La tasa se mide contra las entradas: el factor $1 - 2\eta m$ dice si acerca, rebota o acaba en `nan`.
# - Antes de celebrar un número: ¿cuál es el suelo, qué se ha comparado y qué dicen otras semillas?
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulos 4
#   (regresión lineal y descenso de gradiente) y 10 (redes con Keras).
# - Keras: [la capa Dense](https://keras.io/api/layers/core_layers/dense/) y
#   [el optimizador SGD](https://keras.io/api/optimizers/sgd/).
# - NumPy: [generadores de números al azar](https://numpy.org/doc/stable/reference/random/generator.html) y
#   [`savez`](https://numpy.org/doc/stable/reference/generated/numpy.savez.html).
