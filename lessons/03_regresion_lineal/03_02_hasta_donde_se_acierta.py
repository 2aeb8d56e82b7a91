# %% [markdown]
# # 3.2 · ¿Hasta dónde se puede acertar?
#
# | | |
# |---|---|
# | **Objetivos** | Mirar los residuos de una red y resumirlos en el RMSE; calcular el suelo, que ningún modelo perfora con datos nuevos; desconfiar de un resultado demasiado bueno; calcular el factor de cada paso y reconocer una tasa de aprendizaje que rebota o diverge; estandarizar las entradas y deshacerlo en los pesos |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Tu primera red y la ecuación normal (lección {{tu_primera_red}}), el descenso de gradiente ({{descenso_de_gradiente}}) y los lotes ({{lotes_y_optimizadores}}), RMSE y R² ({{metricas}}) |
# | **Datos** | 1000 casas inventadas con una ley que conocemos, y otras 400 para la práctica |
# | **Práctica** | Regresión lineal con una red: cuánto vale un metro cuadrado |

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn import metrics

from course_utils import check, hint, solution
from course_utils import plot_gradient_path, plot_predicted_vs_actual
from course_utils import plot_residuals, quiet_tensorflow
from course_utils import regression_summary, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras

# %% [markdown]
# ## 1 · ¿Cuánto se equivoca la red?
#
# En la lección {{tu_primera_red}} una red de una neurona descubrió la ley de mil casas inventadas,
# $y = 2x - 3z + 5 + \text{ruido}$, con un ruido entre −10 y 10: `x` son metros de más; `z`, años de más; `y`, miles
# de euros. Llegó al lado de la ecuación normal, pero su pérdida se quedó plana cerca de 33. ¿Es mucho?
#
# Estas son las mismas casas, el mejor plano y la misma red:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Quien llega otro día necesita dos frases: qué es la ley y qué es el mejor plano. Antes de la
# figura, pregunta qué aspecto tendría una red perfecta. En 3.2.1, el error caro es restar `(n,)` y `(n, 1)`:
# el corrector lo nombra, y vuelve en los errores frecuentes.

# %%
rng = np.random.default_rng(42)
x, z, noise = rng.uniform(-10, 10, (3, 1000))
inputs, targets = np.column_stack([x, z]), 2 * x - 3 * z + 5 + noise
A = np.column_stack([inputs, np.ones(1000)])
# la ecuación normal: dos pesos y el sesgo
best = np.linalg.solve(A.T @ A, A.T @ targets)

# %%
def new_net(rate):
    """Una neurona con dos entradas, lista para entrenar con esa tasa."""
    net = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    net.compile(optimizer=keras.optimizers.SGD(learning_rate=rate),
                loss="mse")
    return net

set_seed(42)
model = new_net(0.001)
history = model.fit(inputs, targets, batch_size=32, epochs=100, verbose=0)

print(f"pérdida de la última época ≈ {history.history['loss'][-1]:.1f}")
print("¿Entre 30 y 37?", 30 < history.history["loss"][-1] < 37)

# %% [markdown] presenta="residuos"
# Miremos las predicciones junto a los precios reales, y los **residuos** (*residuals*): el error que queda
# en cada casa.
#
# **Predice:** si las predicciones fueran perfectas, ¿dónde estarían los puntos de cada figura?

# %% presenta="course_utils.plot_predicted_vs_actual, course_utils.plot_residuals"
# de (1000, 1) a (1000,)
predicted = model.predict(inputs, verbose=0).ravel()

fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3.5))
plot_predicted_vs_actual(targets, predicted, unit="miles de €", ax=left)
plot_residuals(targets, predicted, unit="miles de €", ax=right)
fig.tight_layout()

# %% [markdown]
# **Qué observas.** A la izquierda, los puntos siguen la diagonal, que es donde lo predicho iguala a lo real.
# A la derecha, los errores llenan una franja que va de −10 a 10, más o menos, y dentro de ella no se ve
# ningún dibujo: ni curva, ni embudo. Esa franja es el ruido que pusimos nosotros.
#
# ### Ejercicio 3.2.1
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
check("3.2.1", rmse)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("3.2.1")` da una pista (y otra, si
# insistes), y `solution("3.2.1")` muestra una solución.
#
# ## 2 · ¿Puede bajar más?
#
# Supón un adivino que conoce la ley exacta: predice $2x - 3z + 5$. También se equivoca, porque el ruido no
# lo sabe nadie. Su error **es** el ruido. ¿Qué RMSE tiene un error que cae al azar, sin preferencias, en
# un intervalo alrededor del cero? Probemos con varios anchos.
#
# **Predice:** si el ancho se dobla, ¿qué le pasa al RMSE? ¿Y se puede bajar de ahí con una red mayor?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El centro de la lección. Deja que alguien proponga bajar del suelo «con más épocas» o «con una red
# mayor», y pregunta de dónde sacaría el ruido de una casa que aún no ha visto.

# %%
rng = np.random.default_rng(0)
for width in (1, 2, 20):
    errors = rng.uniform(-width / 2, width / 2, 1_000_000)
    result = np.sqrt((errors**2).mean())
    print(f"error de ancho {width:2d}: RMSE {result:.3f}   "
          f"ancho / RMSE = {width / result:.2f}")

print(f"raíz de 12 = {np.sqrt(12):.2f}")

# %% [markdown]
# **Qué observas.** El RMSE es siempre, salvo el azar, el ancho entre 3.46, que es $\sqrt{12}$. Sale de una cuenta: si el
# error va de $-a$ a $a$, la media de su cuadrado es $\frac{1}{2a}\int_{-a}^{a} e^2\, de = \frac{a^2}{3}$, y
# el ancho es $2a$. (Si no has visto integrales, quédate con la tabla: la cuenta solo confirma lo que ya dice.)
#
# ### Ejercicio 3.2.2
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
check("3.2.2", rmse_uniforme, suelo)

# %% tags=["resultado"]
net_rmse = np.sqrt(((targets - predicted) ** 2).mean())
best_rmse = np.sqrt(((targets - A @ best) ** 2).mean())
floor = 10 / np.sqrt(3)  # lo mismo que 20 / √12

print(f"ecuación normal: RMSE {best_rmse:.3f}   suelo: {floor:.3f}")
print("¿La ecuación normal, a menos de un 5 % del suelo?",
      bool(abs(best_rmse / floor - 1) < 0.05))
print("¿La red, a menos de un 3 % de ella?",
      bool(abs(net_rmse / best_rmse - 1) < 0.03))
print(f"RMSE de la red ≈ {net_rmse:.2f} miles de €, "
      f"y el suelo es {floor:.2f}")

# %% [markdown]
# **Qué observas.** Ahí está la respuesta que faltaba. La pérdida se quedó cerca de 33 porque
# $5.77^2 = 33.3$: la red llegó al **suelo**, y entrenar más no la baja. Lo que queda es ruido, y ninguna red, por
# grande que sea, puede predecirlo en casas nuevas. (El suelo es un promedio: en un puñado de casas puede salir algo
# más o algo menos.) Comprobémoslo con mil que no ha visto:

# %%
x_new, z_new, noise_new = np.random.default_rng(1).uniform(-10, 10,
                                                           (3, 1000))
law_new = 2 * x_new - 3 * z_new + 5  # lo que diría el adivino
net_new = model.predict(np.column_stack([x_new, z_new]), verbose=0).ravel()

for name, answers in (("el adivino", law_new), ("la red", net_new)):
    result = np.sqrt(((law_new + noise_new - answers) ** 2).mean())
    print(f"casas nuevas, {name}: RMSE ≈ {result:.2f}   ¿a menos de un "
          "5 % del suelo?", bool(abs(result / floor - 1) < 0.05))

# %% [markdown]
# **Qué observas.** Los dos rondan el suelo, y la red acierta tanto como el adivino: lo poco que los separa es suerte de
# estas mil casas. Aquí se acaba el trabajo: no hay nada más que ganar.
#
# La biblioteca, ahora que sabes lo que calcula:

# %% presenta="course_utils.regression_summary"
regression_summary(targets, predicted, unit="miles de €", approx=True)

# %% [markdown]
# ## 3 · ¿Quién mide un RMSE de 0.028?
#
# > **Lo que oirás por ahí: «mi red resuelve este problema con un RMSE de 0.028».** Lo dice una solución
# > publicada de este mismo ejercicio: misma ley, mismo ruido de −10 a 10. Nuestro suelo es 5.77. ¿Doscientas
# > veces mejor que el adivino? Alguien ha medido otra cosa. ¿Cuál?
#
# Interroguemos a los sospechosos, todos los pares que se podrían haber comparado:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Lee la historia como una novela de detectives: da las pistas, calla, y deja que pase un
# minuto.

# %%
law = 2 * x - 3 * z + 5  # lo que diría el adivino

suspects = {
    "precios reales y predicciones": (targets, predicted),
    "precios reales y el adivino": (targets, law),
    "predicciones y el adivino": (predicted, law),
}
for name, (one, other) in suspects.items():
    result = np.sqrt(((one - other) ** 2).mean())
    print(f"{name:<30} RMSE ≈ {result:.3f}   ¿cerca de 0.028? "
          f"{abs(result - 0.028) < 0.005}")

# %% [markdown]
# **Qué observas.** Ninguno confiesa. Tenemos tres pistas más:
#
# 1. Si se entrena diez épocas en vez de cien, el 0.028 **no cambia**. Tampoco sin entrenar.
# 2. Entre los números que manejó aquella solución hay precios con **un solo decimal**.
# 3. Un error de ancho $d$ da un RMSE de $d/\sqrt{12}$. ¿Qué ancho da 0.028?
#
# ### Ejercicio 3.2.3
#
# Resuelve el caso: escribe `rmse_publicado(y)`, que recibe **solo** los precios reales y devuelve el
# número que midió aquella solución.

# %% tags=["ejercicio"]
def rmse_publicado(y):
    # >>> return ...
    return np.sqrt(((y - np.round(y, 1)) ** 2).mean())
    # <<<

# %%
check("3.2.3", rmse_publicado)

# %%
rounded_rmse = np.sqrt(((targets - targets.round(1)) ** 2).mean())
print(f"precios contra precios redondeados: RMSE {rounded_rmse:.4f}")
print(f"un error de ancho 0.1: 0.1 / √12 = {0.1 / np.sqrt(12):.4f}")

guess = new_net(0.001).predict(inputs, verbose=0).ravel()
print("Y el RMSE verdadero de una red sin entrenar, ¿pasa de 6?",
      bool(np.sqrt(((targets - guess) ** 2).mean()) > 6))

# %% [markdown]
# **Caso resuelto.** Compararon los precios con **los mismos precios, redondeados**. Redondear a un decimal
# mueve cada número como mucho 0.05, hacia un lado o hacia el otro: un error de ancho 0.1. La red no
# aparece en la cuenta, y por eso daba lo mismo entrenarla que no. La misma fórmula delata al falso y
# explica al verdadero: 0.1 de ancho, 0.029; 20 de ancho, 5.77. La moraleja sirve para toda la vida:
# **antes de celebrar un número, pregunta cuál es el suelo**.
#
# ## 4 · ¿Y si la tasa de aprendizaje es otra?
#
# > **Lo que oirás por ahí: «con `SGD(0.02)` la tasa no es ni muy alta ni muy baja, y los pesos que salen,
# > 3.05 y −2.61, están muy cerca de 2 y −3».** Está publicado, para este mismo problema. Un 3.05 donde
# > debería haber un 2 no está muy cerca. Vamos a ver qué pasó.
#
# Para mirar cada paso y no solo cada época, escribimos el mismo descenso en NumPy, como en la lección {{descenso_de_gradiente}}:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La figura de los dos caminos es la imagen de la lección: proyéctala grande y sigue con el
# dedo los rebotes. Si preguntan «¿por qué no promediar los rebotes?»: se hace, y también se baja la tasa
# poco a poco (lecciones {{casas_con_una_red}} y {{una_red_mejor}}). En 3.2.4 basta con un peso; con dos, cada uno tiene su factor.

# %%
def sgd(inputs, targets, rate, seed, size=32, epochs=100):
    """Pesos y sesgo al empezar y tras cada paso: una fila por paso."""
    rng = np.random.default_rng(seed)
    columns = np.column_stack([inputs, np.ones(len(inputs))])
    point = np.append(rng.uniform(-1, 1, 2), 0.0)
    path = [point]
    for epoch in range(epochs):
        order = rng.permutation(len(inputs))
        for start in range(0, len(inputs), size):
            batch = order[start:start + size]
            errors = columns[batch] @ point - targets[batch]
            point = (point
                     - rate * 2 / len(batch) * columns[batch].T @ errors)
            path.append(point)
    return np.array(path)

# %% [markdown]
# ### ★ Ampliación · ¿Es de verdad lo mismo que hace Keras?
#
# Le damos a una red los mismos pesos de partida y los datos en el mismo orden, sin barajar, y los dejamos correr
# una época a los dos con la tasa de 0.02:

# %%
start_rng = np.random.default_rng(7)
start, start_order = start_rng.uniform(-1, 1,
                                       2), start_rng.permutation(1000)

twin = new_net(0.02)
twin.set_weights([start.reshape(2, 1), np.zeros(1)])
silent = twin.fit(inputs[start_order], targets[start_order], batch_size=32,
                  epochs=1, shuffle=False, verbose=0)

by_keras = np.concatenate([weights.ravel()
                           for weights in twin.get_weights()])
by_hand = sgd(inputs, targets, 0.02, seed=7, epochs=1)[-1]
print("¿Los mismos pesos, salvo 0.001?",
      bool(np.abs(by_keras - by_hand).max() < 0.001))

# %% [markdown]
# ### Dos tasas, desde el mismo sitio
#
# Tres épocas con 0.001 y con 0.02, desde el mismo inicio y con los mismos lotes, sobre el mapa de la pérdida
# (con el sesgo en su mejor valor).
#
# **Predice:** ¿cómo será cada camino?

# %%
def house_loss(w_x, w_z):
    """La pérdida según los dos pesos:
    un cuenco, con el fondo en la ecuación normal."""
    a, c = w_x - best[0], w_z - best[1]
    return (best_rmse**2 + a**2 * (x**2).mean() + c**2 * (z**2).mean()
            + 2 * a * c * (x * z).mean())

fig, axes = plt.subplots(1, 2, figsize=(7.5, 3.3), layout="constrained")
for ax, rate in zip(axes, (0.001, 0.02), strict=True):
    path = sgd(inputs, targets, rate, seed=7, epochs=3)[:, :2]
    plot_gradient_path(house_loss, path, x_range=(-1.5, 5),
                       y_range=(-6, 1.5),
                       labels=("peso de x", "peso de z"), ax=ax)
    title = ax.set_title(f"Tasa {rate}: 96 pasos")

# %% [markdown]
# **Qué observas.** Con 0.001 baja derecho y se posa en el fondo. Con 0.02 llega en un par de saltos, mucho
# antes… y no se queda: **rebota** de una pared a otra del cuenco, y así seguiría cien épocas o mil. Cuando
# por fin paras, te llevas los pesos del último rebote. ¿Cuánto cambian, si solo cambia la semilla?

# %%
ends = {rate: np.array([sgd(inputs, targets, rate, seed)[-1]
                        for seed in range(5)])
        for rate in (0.02, 0.001)}

for rate, points in ends.items():
    rmses = np.sqrt(
        ((A @ points.T - targets[:, np.newaxis]) ** 2).mean(axis=0))
    print(f"tasa {rate}: peso de x, "
          f"de ≈ {points[:, 0].min():.2f} a ≈ {points[:, 0].max():.2f}"
          f"   RMSE, de ≈ {rmses.min():.2f} a ≈ {rmses.max():.2f}")
    print("   ¿los cinco RMSE, a menos de un 3 % de la ecuación normal?",
          bool(rmses.max() < 1.03 * best_rmse))

# %%
spread = {rate: np.abs(points - best).max(axis=0)
          for rate, points in ends.items()}
print("0.001: ¿pesos a menos de 0.1 y sesgo a menos de 0.15, "
      "con las cinco semillas?",
      bool(spread[0.001][:2].max() < 0.1 and spread[0.001][2] < 0.15))
print("0.02:  ¿algún peso a más de 0.3?",
      bool(spread[0.02][:2].max() > 0.3))

published = np.array([3.05, -2.61])
# lo lejos que acaba cada semilla
away = np.linalg.norm(ends[0.001][:, :2] - best[:2], axis=1)
print("¿La publicada, diez veces más lejos que la peor de 0.001?",
      bool(np.linalg.norm(published - best[:2]) > 10 * away.max()))

# %%
fig, ax = plt.subplots(figsize=(5.4, 3.8))
for rate, color, marker in ((0.02, "#D55E00", "s"),
                            (0.001, "#0072B2", "o")):
    ax.plot(*ends[rate][:, :2].T, marker, color=color, alpha=0.8,
            label=f"tasa {rate}")
ax.plot(*best[:2], "*", color="black", markersize=13,
        label="ecuación normal")
ax.plot(*published, "X", color="#666666", markersize=10,
        label="la solución publicada")
ax.set(title="Dónde acaba cada tasa: cinco semillas, cien épocas",
       xlabel="Peso de x", ylabel="Peso de z")
ax.legend(fontsize="small")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Los cinco puntos de 0.001 caen casi unos encima de otros, junto a la estrella. Los de
# 0.02, repartidos alrededor: el resultado depende de la semilla, o sea, de la suerte. El 3.05 publicado
# no es un acierto aproximado: está más de diez veces más lejos de la estrella que el peor de los de 0.001. Tiene todo el
# aspecto de un rebote más.
#
# ¿Por qué rebota, si con otra tasa no? Piensa en un solo peso, a distancia $d$ de su mejor valor. Un paso
# del descenso, con todas las casas, la multiplica siempre por el mismo **factor** (en {{descenso_de_gradiente}} ya viste
# que cada paso dejaba la distancia en la misma fracción):
#
# $$d \;\longleftarrow\; d \cdot (1 - 2\,\eta\, m) \qquad \text{donde } m \text{ es la media de } x^2$$
#
# Un factor entre 0 y 1 acerca sin pasarse. Entre −1 y 0, cae al otro lado, pero más cerca. Y si su tamaño
# pasa de 1, cada paso **aleja**.
#
# ### Ejercicio 3.2.4
#
# Escribe `factor_por_paso(tasa, columna)`, que recibe la tasa $\eta$ y el array con los valores de una
# entrada, y devuelve el factor, un número.

# %% tags=["ejercicio"]
def factor_por_paso(tasa, columna):
    # >>> return ...
    return 1 - 2 * tasa * (columna**2).mean()
    # <<<

# %%
check("3.2.4", factor_por_paso)

# %%
for rate in (0.001, 0.02, 0.5):
    factor = 1 - 2 * rate * (x**2).mean()
    print(f"tasa {rate}: el factor es {factor:.2f} (peso de x) "
          f"y {1 - 2 * rate:.3f} (sesgo)")

whole = sgd(inputs, targets, 0.02, seed=0, size=1000, epochs=400)[-1]
print("0.02 con las mil casas en cada paso: ¿se posa a menos de 0.01?",
      bool(np.abs(whole - best).max() < 0.01))

# época, lote, parámetro
tour = sgd(inputs, targets, 0.02, seed=0)[1:].reshape(100, 32, 3)
distance = np.linalg.norm(tour - best, axis=2).mean(axis=0)
print("0.02 por lotes: tras el último lote de la época, "
      "¿1.3 veces más lejos que tras los demás?",
      bool(distance[-1] > 1.3 * distance[:-1].mean()))

# %% [markdown]
# **Qué observas.** Con 0.001, el peso se acerca un 7 % en cada paso. (El sesgo, que multiplica siempre a un 1,
# solo un 0.2 %: por eso, al final, la pérdida bajaba tan despacio.) Con 0.02 el factor del peso es negativo:
# en cada paso salta al otro lado del valle. Mirando las mil
# casas a la vez aún se posaría, porque va cayendo más cerca. Pero cada **lote** tiene su propio valle, un
# poco desplazado, y con saltos tan largos el peso corre a la pared del último lote que vio. El último de
# cada época es el peor consejero: 1000 no es múltiplo de 32, y se queda con 8 casas; justo con su consejo
# termina el entrenamiento. Con 0.001, cada lote solo mueve un poco el peso, y los empujones se compensan.
#
# Con 0.5 el factor ronda el −33. **Predice:** ¿qué dirá la pérdida?

# %%
set_seed(42)
wild = new_net(0.5)
wild_history = wild.fit(inputs, targets, batch_size=32, epochs=2, verbose=0)

print("pérdida de cada época:", wild_history.history["loss"])
print("pesos:", wild.get_weights()[0].ravel())

for step, point in enumerate(sgd(inputs, targets, 0.5, seed=0,
                                 epochs=1)[:6]):
    print(f"paso {step}: peso de x ≈ {point[0]:.0f}")

# %% [markdown] presenta="nan"
# **Qué observas.** `nan` quiere decir *not a number*. Los pesos se multiplican por unas decenas en cada
# paso, y cambian de signo. Keras guarda números de 32 bits, que no pasan de unos $3.4 \cdot 10^{38}$: en
# menos de una época se desbordan a infinito, y entonces toca restar infinito menos infinito, que ya no es
# ningún número. De un `nan` no se vuelve: todo lo que toca es `nan`.
#
# Entonces, ¿0.02 es mucho? **Depende de las entradas**: en el factor, la tasa va multiplicada por la media
# de $x^2$. Dividamos las entradas entre 10, para que vayan de −1 a 1, y usemos la misma tasa:

# %%
ends_scaled = np.array([sgd(inputs / 10, targets, 0.02, seed)[-1]
                        for seed in range(5)])
print("factor con x/10 y tasa 0.02: "
      f"{1 - 2 * 0.02 * ((x / 10) ** 2).mean():.3f}")
print("peso de x/10 con cada semilla:",
      " ".join(f"≈ {w:.1f}" for w in ends_scaled[:, 0]))

# una entrada 10 veces menor necesita un peso 10 veces mayor
back = ends_scaled[:, :2] / 10
print("Deshecha la escala, ¿los dos pesos a menos de 0.1 de la "
      "ecuación normal?", bool(np.abs(back - best[:2]).max() < 0.1))

# %% [markdown] presenta="sklearn.metrics.mean_squared_error"
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
# **{{minutos}}.** El 2 es el más caro: no avisa y el número parece razonable. Pide que predigan la
# forma de la resta antes de ejecutar.

# %%
try:
    metrics.mean_squared_error(targets, predicted, squared=False)
except TypeError:
    print("TypeError: squared ya no existe")

by_library = metrics.root_mean_squared_error(targets, predicted)
print("Arreglado, ¿igual que a mano?",
      bool(np.isclose(by_library, net_rmse)))

# %% [markdown]
# **2. Restar `(1000,)` y `(1000, 1)`.** `model.predict` devuelve una columna. NumPy no protesta: a
# **cada** precio le resta **cada** predicción, un millón de restas, y sale un RMSE que no es el tuyo.

# %%
column = model.predict(inputs, verbose=0)
difference = targets - column
print("forma de la resta:", difference.shape)
print("¿RMSE más del triple del verdadero?",
      bool(np.sqrt((difference**2).mean()) > 3 * net_rmse))

difference = targets - column.ravel()
print("Arreglado:", difference.shape,
      f"RMSE ≈ {np.sqrt((difference**2).mean()):.2f}")

# %% [markdown]
# ## Práctica: ¿cuánto vale un metro cuadrado?
#
# Ahora, casas con los números que leerías en un anuncio: de 40 a 200 m², de 0 a 60 años, y precios en miles de
# euros. Siguen siendo inventadas (la ley está en la celda: al final la compararás con tu red). En la lección
# {{precios_de_casas}} llegan los precios de verdad.

# %% [markdown] tags=["docente"]
# **{{minutos}}** con la autoevaluación. Quien olvide escalar verá `nan`: que calcule su factor con
# `factor_por_paso`. En 3.2.6 ayuda escribir la predicción en la pizarra y sustituir cada entrada
# escalada por $(x - \text{media})/\text{desviación}$.

# %%
rng = np.random.default_rng(2026)
houses = np.column_stack([rng.uniform(40, 200, 400),
                          rng.uniform(0, 60, 400)])
prices = houses @ [2.1, -0.8] + 30 + rng.uniform(-20, 20, 400)

for k, name in enumerate(["área (m²)", "edad (años)"]):
    factor = 1 - 2 * 0.001 * (houses[:, k] ** 2).mean()
    print(f"{name:<12} media {houses[:, k].mean():5.1f}   "
          f"factor con la tasa 0.001: {factor:.1f}")

mean, deviation = houses.mean(axis=0), houses.std(axis=0)
# cada columna, con media 0 y desviación 1
houses_scaled = (houses - mean) / deviation

# %% [markdown] presenta="estandarizar"
# Con estas entradas, ni siquiera 0.001 sirve: el factor del área dice `nan` antes de empezar. Por eso la
# última línea las **estandariza**: a cada columna se le resta su media y se divide entre su desviación.
#
# ### Paso 1 · Ejercicio 3.2.5
#
# Entrena en `red_casas` una red de una neurona con `houses_scaled` y `prices`, con `new_net` y `fit`. Elige tú la tasa y las
# épocas. `check` la prueba con casas nuevas: su RMSE no puede pasar del de la ecuación normal en más de un
# 3 %. (La media de los cuadrados de una columna estandarizada es 1: calcula el factor y elige con criterio.)

# %% tags=["ejercicio"]
# >>> red_casas = ...
set_seed(42)
red_casas = new_net(0.01)
historial = red_casas.fit(houses_scaled, prices, batch_size=32, epochs=50,
                          verbose=0)
# <<<

# %%
check("3.2.5", red_casas)

# %% [markdown]
# ### Paso 2 · Ejercicio 3.2.6
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
check("3.2.6", deshacer_escala)

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
# **A1.** Un termómetro añade a cada medida un error al azar entre −3 y 3 grados, todos igual de probables.
# Alguien anuncia que su red predice esas medidas, en días nuevos, con un RMSE de 0.2 grados. ¿Qué piensas?
#
# - a) Que ha medido otra cosa: el suelo ronda los 1.7 grados.
# - b) Que tiene una red muy grande.
# - c) Que entrenó muchas épocas.
# - d) Que es normal: el error medio del termómetro es cero.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "a"
# <<<
check("3.2.A1", respuesta_1)

# %% [markdown]
# **A2.** En la primera época, la pérdida sale `nan`. Los datos no tienen huecos. ¿Qué haces primero?
#
# - a) Entrenar más épocas, hasta que se arregle.
# - b) Escalar las entradas o bajar la tasa de aprendizaje.
# - c) Cambiar la semilla.
# - d) Cambiar los `nan` por ceros.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "b"
# <<<
check("3.2.A2", respuesta_2)

# %% [markdown]
# **A3.** Entrenas la misma recta con cinco semillas y un peso sale 0.8, 2.2, 1.4, 2.0 y 1.1. ¿Qué harías?
#
# - a) Quedarme con el 2.2, que es el mayor.
# - b) Quedarme con la semilla que da el 2.0, que era el correcto.
# - c) Nada: las redes son así.
# - d) Bajar la tasa, o escalar, y repetir hasta que las cinco coincidan.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "d"
# <<<
check("3.2.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Los residuos son los errores, uno a uno; el RMSE los resume en las unidades del problema.
# - El ruido pone un suelo al RMSE en datos nuevos: repartido por igual en un ancho $d$, da $d/\sqrt{12}$.
# - La tasa se mide contra las entradas: el factor $1 - 2\eta m$ dice si acerca, rebota o acaba en `nan`.
# - Estandarizar las entradas arregla la tasa, y en los pesos se puede deshacer.
# - Antes de celebrar un número: ¿cuál es el suelo, qué se ha comparado y qué dicen otras semillas?
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulos 4
#   (regresión lineal y descenso de gradiente) y 10 (redes con Keras).
# - Keras: [el optimizador SGD](https://keras.io/api/optimizers/sgd/).
# - scikit-learn: [métricas de regresión](https://scikit-learn.org/stable/modules/model_evaluation.html#regression-metrics).
