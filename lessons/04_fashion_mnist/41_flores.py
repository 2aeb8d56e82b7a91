# %% [markdown]
# # 4.1 · Flores: la primera red que clasifica
#
# | | |
# |---|---|
# | **Objetivos** | Convertir los puntos de una red en probabilidades con softmax; calcular a mano la entropía cruzada; codificar etiquetas en *one-hot* y elegir la pérdida que les va; escalar sin mirar la prueba; entrenar una red que clasifica y leer sus fronteras y su matriz de confusión; repetir el reparto para saber si gana |
# | **Duración** | 60 min |
# | **Requisitos** | La neurona y softmax (lección 2.4), qué es una pérdida (2.5), tu primera red en Keras (3.1) |
# | **Datos** | 150 lirios de tres especies, medidos con regla: vienen con scikit-learn |
# | **Práctica** | Práctica 8.1: clasificar flores |

# %%
import warnings

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_iris
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from course_utils import LearningCurves, check, classification_summary, quiet_tensorflow, set_seed
from course_utils import plot_confusion_matrix, plot_decision_regions

quiet_tensorflow()  # que TensorFlow arranque sin llenar la pantalla de avisos
import keras

# %% [markdown]
# ## 1 · ¿Se puede reconocer una flor con una regla?
#
# En los años treinta, el botánico Edgar Anderson midió 150 lirios de tres especies: el largo y el
# ancho de sus **sépalos** (las piezas de fuera de la flor) y de sus **pétalos** (las de dentro). En 1936,
# Ronald Fisher los usó en un artículo, y desde entonces son el conjunto de datos con el que casi todo el
# mundo empieza.
#
# En el módulo 3 la red respondía con **un número**: un precio, un consumo. Aquí la respuesta es una
# **clase**, una de tres especies. Eso cambia el final de la red y cambia la pérdida; lo demás ya lo sabes.

# %% [markdown] tags=["docente"]
# **7 min.** Dibuja un lirio y señala sépalo y pétalo: casi nadie recuerda cuál es cuál. Deja escrito en la
# pizarra el «salto» de 4.1.1: es la regla con la que se juzgará todo lo demás.

# %%
SPECIES = ["setosa", "versicolor", "virginica"]
MEASURES = ["largo del sépalo (cm)", "ancho del sépalo (cm)",
            "largo del pétalo (cm)", "ancho del pétalo (cm)"]

x, y = load_iris(return_X_y=True)
print("medidas:", x.shape, "  etiquetas:", y.shape)
for flower in (0, 50, 100):
    print(x[flower], "->", y[flower], SPECIES[y[flower]])

# %% [markdown]
# **Predice:** mira las tres filas. ¿Qué dos medidas elegirías para distinguir las especies a simple vista?

# %%
styles = [("o", "#0072B2"), ("s", "#D55E00"), ("^", "#999999")]
fig, axes = plt.subplots(1, 2, figsize=(9.5, 3.8))
for ax, first, part in ((axes[0], 0, "sépalos"), (axes[1], 2, "pétalos")):
    for k, (marker, color) in enumerate(styles):
        ax.scatter(x[y == k, first], x[y == k, first + 1], s=22, marker=marker, color=color,
                   edgecolors="black", linewidths=0.4, label=SPECIES[k])
    ax.set(title=f"Las 150 flores, por sus {part}", xlabel=MEASURES[first].capitalize(),
           ylabel=MEASURES[first + 1].capitalize())
axes[1].legend()
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Con los pétalos, *setosa* queda sola en una esquina; *versicolor* y *virginica* se tocan.
# Con los sépalos, esas dos están revueltas. Cuando la red falle, ya sabemos dónde será.
#
# Apartamos un cuarto de las flores para el examen. `stratify=y` mantiene la proporción de especies en los
# dos lados, como en 2.1.

# %%
x_train, x_test, y_train, y_test = train_test_split(
    x, y, test_size=0.25, stratify=y, random_state=42)
print("para aprender:", x_train.shape, "  para el examen:", x_test.shape)

# %% [markdown]
# ### Ejercicio 4.1.1
#
# Que lo calcule Python, a partir de `y_test`:
#
# - `por_especie`: un array (o una lista) con cuántas flores de prueba hay de cada especie, en orden: 0, 1, 2;
# - `salto`: cuánto cambia la exactitud en prueba, como fracción entre 0 y 1, cuando una sola flor pasa de
#   fallo a acierto. Sin redondear.

# %% tags=["ejercicio"]
# >>> por_especie = ...
por_especie = np.bincount(y_test)
# <<<
# >>> salto = ...
salto = 1 / len(y_test)
# <<<

# %%
check("4.1.1", por_especie, salto)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("4.1.1")` da una pista (y otra, si
# insistes), y `solution("4.1.1")` muestra una solución. Antes hay que traerlos:
# `from course_utils import hint, solution`.
#
# ## 2 · ¿Cómo se convierten tres números en tres probabilidades?
#
# La última capa tendrá **tres neuronas**, una por especie. Cada una entrega un número cualquiera, positivo o
# negativo: sus **puntos** (*logits*). Nosotros queremos probabilidades: ninguna negativa, y que sumen 1.
#
# **Predice:** una flor saca 0.5, 3 y 1.5 puntos. ¿Por qué no basta con dividir cada uno entre la suma? Piensa
# en una flor que saque −1, 3 y −2.

# %%
z = np.array([0.5, 3.0, 1.5])
positive = np.exp(z)                          # 1. la exponencial: todos positivos
probabilities = positive / positive.sum()     # 2. entre la suma: ahora suman 1

fig, axes = plt.subplots(1, 3, figsize=(9.5, 2.9))
stages = [("Puntos", z), ("Exponencial", positive), ("Probabilidades", probabilities)]
for ax, (name, values) in zip(axes, stages):
    bars = ax.bar(SPECIES, values, color="#0072B2")
    labels = ax.bar_label(bars, fmt="%.2f")
    ax.set(title=name, xlabel="Especie", ylabel=name, ylim=(0, values.max() * 1.15))
    ax.tick_params(axis="x", labelsize=8)
fig.tight_layout()

# %% [markdown]
# **Qué observas.** El orden se conserva de izquierda a derecha, y las diferencias se agrandan: entre 3 y 1.5
# puntos hay el doble, y entre sus probabilidades, más de cuatro veces. Con puntos negativos, dividir entre la
# suma no sirve: saldrían «probabilidades» negativas, y con −1, 3 y −2 la suma es 0. La exponencial es siempre
# positiva. Es la **softmax** de 2.4:
#
# $$p_k = \frac{e^{z_k}}{e^{z_0} + e^{z_1} + e^{z_2}}$$
#
# Fíjate en lo que **no** hace: softmax no elige. Elegir es quedarse con la mayor (`argmax`), y la mayor es la
# misma antes y después.

# %%
print("la mayor de los puntos:", SPECIES[z.argmax()])
print("la mayor de las probabilidades:", SPECIES[probabilities.argmax()])

# %% [markdown]
# Queda un detalle de oficio. En 2.4 viste que con puntos de 1000 la exponencial desborda. Las redes de Keras
# calculan con `float32`, que se queda sin sitio mucho antes.
#
# **Predice:** ¿desde qué número de puntos, más o menos: 10, 90, 500?

# %% [markdown] tags=["docente"]
# **9 min.** La resta del máximo se entiende mejor en la pizarra: numerador y denominador, divididos los dos
# entre $e^{m}$. En 4.1.2 lo que más se ve es un máximo de toda la tabla (`puntos.max()`), que falla cuando dos
# flores tienen puntos muy distintos; y olvidar `keepdims=True`.

# %%
with np.errstate(over="ignore"):  # sin el aviso de NumPy
    for points in (88, 89):
        print(f"e^{points} cabe en un float32:", bool(np.isfinite(np.exp(np.float32(points)))))

big = np.array([100, 99, 97], dtype="float32")
safe = np.exp(big - big.max())    # la mayor queda en 0, y e^0 = 1
print("restando la mayor:", (safe / safe.sum()).round(3))

# %% [markdown]
# **Qué observas.** Ya con 89 puntos desborda. Restar a todos la mayor, $m$, no cambia el resultado, porque es
# dividir arriba y abajo entre $e^{m}$, y deja la exponencial más grande en 1:
#
# $$\frac{e^{z_k - m}}{\sum_j e^{z_j - m}} = \frac{e^{z_k}\,/\,e^{m}}{\sum_j e^{z_j}\,/\,e^{m}} = \frac{e^{z_k}}{\sum_j e^{z_j}}$$
#
# ### Ejercicio 4.1.2
#
# Escribe `softmax(puntos)`: recibe un array con una fila por flor y una columna por clase, y devuelve otro de
# la misma forma con las probabilidades: **cada fila** suma 1. Réstale antes a cada fila **su** máximo, para que
# no desborde. Con `axis=1, keepdims=True`, `max` y `sum` dan una columna que encaja con la tabla.

# %% tags=["ejercicio"]
def softmax(puntos):
    # >>> return ...
    exponenciales = np.exp(puntos - puntos.max(axis=1, keepdims=True))
    return exponenciales / exponenciales.sum(axis=1, keepdims=True)
    # <<<

# %%
check("4.1.2", softmax)

# %% [markdown]
# ## 3 · ¿Cuánto cuesta equivocarse?
#
# Para aprender hace falta una **pérdida**. Contar fallos no sirve: al mover un poco un peso, la cuenta casi
# nunca cambia, y no dice hacia dónde ir. Mejor mirar **cuánta probabilidad dio la red a la especie correcta**,
# $p$: si dio 1, no hay castigo; si dio casi 0, mucho.
#
# **Predice:** ¿qué debería costar más, pasar de 0.9 a 0.8, o pasar de 0.11 a 0.01?

# %% [markdown] tags=["docente"]
# **11 min.** Que alguien invente las tres probabilidades de una flor y la clase calcule la pérdida con el
# teléfono. Ojo: `log` es el logaritmo natural; la tecla «log» de muchas calculadoras es el decimal. 4.1.4 es
# corto si ven antes `np.eye(3)` en pantalla.

# %%
p = np.linspace(0.01, 1, 200)
fig, ax = plt.subplots(figsize=(6.2, 3.4))
ax.plot(p, -np.log(p), color="#0072B2", label="castigo")
marks = [(0.9, "#0072B2", "o"), (1 / 3, "#999999", "s"), (0.05, "#D55E00", "D")]
for given, color, marker in marks:
    ax.plot(given, -np.log(given), marker, color=color, markersize=8,
            label=f"{given:.2f} cuesta {-np.log(given):.2f}")
ax.set(title="Dudar cuesta; negar lo cierto, muchísimo", ylabel="Castigo",
       xlabel="Probabilidad que la red dio a la especie correcta")
ax.legend()
fig.tight_layout()

# %% [markdown]
# **Qué observas.** De 0.9 a 0.8 la curva apenas sube; de 0.11 a 0.01 se dispara. El punto gris es quien no sabe
# nada y reparte a tercios: paga 1.10. Apunta ese número: si la pérdida de tu red no baja de ahí, no ha aprendido nada.
#
# La curva es $-\log p$. La pérdida de una flor de la especie $c$ se llama **entropía cruzada**
# (*cross-entropy*); la de muchas flores es la **media**:
#
# $$L = -\log p_c$$

# %%
answers = np.array([[0.90, 0.08, 0.02],    # tres flores, tres respuestas inventadas
                    [0.10, 0.50, 0.40],
                    [0.05, 0.90, 0.05]])
real = np.array([0, 1, 2])

for row, label in zip(answers, real):
    given = row[label]
    print(f"{row}  es {SPECIES[label]:<10}  p = {given:.2f}  castigo {-np.log(given):.2f}")

# %% [markdown]
# **Qué observas.** La tercera flor paga casi todo: la red dio un 0.90 a la especie equivocada. La segunda
# acierta, pero dudando, y también paga.
#
# ### Ejercicio 4.1.3
#
# Escribe `entropia_cruzada(probabilidades, etiquetas)`: recibe una tabla con una fila por flor y un array de
# etiquetas enteras, y devuelve un número: la **media** de $-\log p_c$. Para tomar en cada fila la columna de
# su etiqueta: `probabilidades[np.arange(len(etiquetas)), etiquetas]`.

# %% tags=["ejercicio"]
def entropia_cruzada(probabilidades, etiquetas):
    # >>> return ...
    de_la_correcta = probabilidades[np.arange(len(etiquetas)), etiquetas]
    return -np.log(de_la_correcta).mean()
    # <<<

# %%
check("4.1.3", entropia_cruzada)

# %% [markdown]
# Verás la misma pérdida escrita de otra manera, con las etiquetas en ***one-hot***: en vez de un 2, una fila
# con un 1 en la posición 2 y ceros en las demás. Son las filas de la matriz identidad:

# %%
print(np.eye(3))

# %% [markdown]
# ### Ejercicio 4.1.4
#
# Escribe `a_one_hot(etiquetas, clases)`: recibe un array de etiquetas enteras y cuántas clases hay, y devuelve
# un array de forma `(len(etiquetas), clases)` con un 1 en cada fila, en la columna de su etiqueta, y ceros en
# las demás. Ojo: en las etiquetas puede faltar alguna clase.

# %% tags=["ejercicio"]
def a_one_hot(etiquetas, clases):
    # >>> return ...
    return np.eye(clases)[etiquetas]
    # <<<

# %%
check("4.1.4", a_one_hot)

# %% [markdown]
# Con $y_k$, los números de esa fila, la fórmula es una suma en la que casi todo se multiplica por cero:
#
# $$L = -\left(y_0 \log p_0 + y_1 \log p_1 + y_2 \log p_2\right)$$
#
# En Keras, esta se llama `categorical_crossentropy`; la de etiquetas enteras, `sparse_categorical_crossentropy`.
# Y la función que hace el *one-hot*, `keras.utils.to_categorical`.
#
# **Predice:** ¿darán el mismo número las dos?

# %%
one_hot = keras.utils.to_categorical(real, 3)
print("one-hot de 0, 1, 2:", one_hot.astype(int).tolist())

by_hand = -np.log(answers[np.arange(3), real]).mean()
sparse = keras.losses.SparseCategoricalCrossentropy()(real, answers)
categorical = keras.losses.CategoricalCrossentropy()(one_hot, answers)
print(f"a mano: {by_hand:.4f}   enteras: {float(sparse):.4f}   one-hot: {float(categorical):.4f}")

# %% [markdown]
# **Qué observas.** Un solo número, de tres maneras. El *one-hot* no añade información: 2 y `[0, 0, 1]` dicen lo
# mismo. (Sí cambiaría algo dar a la red la etiqueta 2 como un **número que predecir**, al modo del módulo 3:
# sería decirle que *versicolor* está a medio camino entre las otras dos.)
#
# ## 4 · ¿Por qué escalar, y con los números de quién?
#
# Las cuatro medidas están en centímetros, pero unas varían mucho más que otras.
#
# **Predice:** ¿cuál varía más de flor a flor: el largo del pétalo o el ancho del sépalo?

# %% [markdown] tags=["docente"]
# **9 min.** La pregunta que ordena la sección: «el día del examen, ¿qué sabías ya?». La media de la prueba, no.
# La fuga que se mide al final no cambia casi nada, y conviene decirlo así: la costumbre se defiende sola con el
# segundo de los «Errores frecuentes», no exagerando este.

# %%
scaler = StandardScaler().fit(x_train)      # aprende media y desviación: solo de entrenamiento
x_train_scaled = scaler.transform(x_train)
x_test_scaled = scaler.transform(x_test)    # las usa también con la prueba

fig, axes = plt.subplots(1, 2, figsize=(9.5, 2.8), sharey=True)
for ax, data, name, unit in ((axes[0], x_train, "Como se midieron", "cm"),
                             (axes[1], x_train_scaled, "Escaladas", "desviaciones típicas")):
    boxes = ax.boxplot(data, orientation="horizontal", widths=0.5, whis=(0, 100),
                       medianprops={"color": "#D55E00"}, boxprops={"color": "#0072B2"})
    ax.set(title=name, xlabel=f"Valor ({unit})", ylabel="Medida")
ticks = axes[0].set_yticks([1, 2, 3, 4], [name.removesuffix(" (cm)") for name in MEASURES])
axes[1].set_ylabel("")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Cada caja guarda la mitad de las flores; la raya, la mediana; los brazos, del mínimo al
# máximo. A la izquierda, el largo del pétalo va de 1 a casi 7 cm y el ancho del sépalo se mueve poco. A la
# derecha, las cuatro ocupan lo mismo: una unidad es una **desviación típica**.
#
# $$x' = \frac{x - \text{media}}{\text{desviación}}$$

# %%
for name, data in (("entrenamiento", x_train_scaled), ("prueba", x_test_scaled)):
    means = " ".join(f"{value:6.2f}" for value in data.mean(axis=0).round(2) + 0.0)
    deviations = " ".join(f"{value:5.2f}" for value in data.std(axis=0))
    print(f"{name:<14} medias {means}   desviaciones {deviations}")

# %% [markdown]
# **Qué observas.** En entrenamiento salen 0 y 1 exactos. En prueba, no, y **así tiene que ser**: se usaron la media
# y la desviación de entrenamiento. La prueba hace de «flores que llegarán mañana», y de esas no sabes la media.
#
# ### Ejercicio 4.1.5
#
# Hazlo a mano. Escribe `escalar(entrenamiento, prueba)`: recibe dos arrays (una fila por flor, una columna por
# medida) y devuelve los dos escalados, `return entrenamiento_escalado, prueba_escalada`, con la media y la
# desviación (`.std`) de cada columna **de entrenamiento**. No cambies los que recibes.

# %% tags=["ejercicio"]
def escalar(entrenamiento, prueba):
    # >>> return ...
    media = entrenamiento.mean(axis=0)
    desviacion = entrenamiento.std(axis=0)
    return (entrenamiento - media) / desviacion, (prueba - media) / desviacion
    # <<<

# %%
check("4.1.5", escalar)

# %% [markdown]
# Ajustar el escalador con las 150 flores es una **fuga de datos** (*data leakage*). ¿Cuánto infla la nota? Midámoslo
# con un modelo rápido, la regresión logística, en 40 repartos distintos.

# %%
def logistic_accuracy(seed, with_leak):
    a, b, a_labels, b_labels = train_test_split(x, y, test_size=0.25, stratify=y, random_state=seed)
    seen = StandardScaler().fit(x if with_leak else a)
    model = LogisticRegression().fit(seen.transform(a), a_labels)
    return model.score(seen.transform(b), b_labels)

clean = np.array([logistic_accuracy(seed, with_leak=False) for seed in range(40)])
leaky = np.array([logistic_accuracy(seed, with_leak=True) for seed in range(40)])
print(f"la nota cambia en ≈ {np.sum(clean != leaky)} de 40 repartos")
print("¿Las dos medias, a menos de 0.005?", bool(abs(clean.mean() - leaky.mean()) < 0.005))

# %% [markdown]
# **Qué observas.** Aquí, casi nada: las tres especies y las 150 flores dan medias muy parecidas. Entonces, ¿para
# qué tanto cuidado? Porque no sabes de antemano cuándo importará (en 6.1 verás una fuga que sí miente), y porque
# hacerlo bien cuesta lo mismo.
#
# ## 5 · ¿Qué aprende la red?
#
# Cuatro entradas, una capa oculta de 16 neuronas con ReLU y tres salidas con softmax. Respecto del módulo 3
# cambian dos cosas: la última capa y la pérdida.

# %% [markdown] tags=["docente"]
# **9 min.** Mientras entrena, pregunta cuánto paga quien reparte a tercios: 1.10, la línea de puntos de la figura. El
# resultado de escalar contradice lo que casi todos esperan (y lo que se suele contar): no lo suavices.

# %%
def new_net(inputs, loss="sparse_categorical_crossentropy"):
    set_seed(42)
    net = keras.Sequential([
        keras.Input((inputs,)),
        keras.layers.Dense(16, activation="relu"),
        keras.layers.Dense(3, activation="softmax"),
    ])
    net.compile(optimizer=keras.optimizers.Adam(0.01), loss=loss, metrics=["accuracy"])
    return net

# %%
model = new_net(4)
history = model.fit(x_train_scaled, y_train, batch_size=16, epochs=30, verbose=0,
                    callbacks=[LearningCurves()])

# %% [markdown]
# **Qué observas.** La pérdida cae deprisa y luego se aplana. La exactitud sube a escalones: cada uno son flores
# sueltas. No hay curva de validación: no vamos a elegir nada mirando la curva, y con tan pocas flores preferimos
# usarlas para aprender. En 4.2 sí hará falta.
#
# **Predice:** la misma red, sin escalar. ¿Aprenderá más despacio? ¿Acertará menos?

# %%
raw_model = new_net(4)
raw_history = raw_model.fit(x_train, y_train, batch_size=16, epochs=30, verbose=0)

fig, ax = plt.subplots(figsize=(6.2, 3.3))
epochs = np.arange(1, 31)
ax.plot(epochs, raw_history.history["loss"], "--", color="#D55E00", label="sin escalar")
ax.plot(epochs, history.history["loss"], color="#0072B2", label="escaladas")
ax.axhline(np.log(3), linestyle=":", color="#999999", label="quien no sabe nada")
ax.set(title="Escaladas, la pérdida baja antes", xlabel="Época",
       ylabel="Pérdida en entrenamiento")
ax.legend()
fig.tight_layout()
ratio = raw_history.history["loss"][9] / history.history["loss"][9]
print("Tras 10 épocas, ¿la pérdida sin escalar es más de vez y media la otra?", ratio > 1.5)

# %%
for name, net, data in (("escaladas", model, x_test_scaled), ("sin escalar", raw_model, x_test)):
    accuracy = net.evaluate(data, y_test, batch_size=38, verbose=0)[1]
    print(f"{name:<12} exactitud en prueba ≈ {accuracy:.3f}   ¿supera 0.8? {accuracy > 0.8}")

# %% [markdown]
# **Qué observas.** Escalar acelera: eso se ve en la curva. Pero la exactitud en prueba **no** cuenta la misma
# historia: la red sin escalar no queda por detrás. ¿Es suerte? Son unas pocas flores, y no lo sabremos hasta la
# sección 6. De momento, miremos qué flores confunde la nuestra.

# %%
predictions = model.predict(x_test_scaled, batch_size=38, verbose=0)
predicted = predictions.argmax(axis=1)

fig, ax = plt.subplots(figsize=(4.6, 3.9))
plot_confusion_matrix(y_test, predicted, class_names=SPECIES, ax=ax)
fig.tight_layout()

# %%
summary = classification_summary(y_test, predicted, class_names=SPECIES, approx=True)
summary

# %%
errors = predicted != y_test
between = errors & (y_test > 0) & (predicted > 0)
print(f"fallos ≈ {errors.sum()} de {len(y_test)}")
print("¿Al menos la mitad son entre versicolor y virginica?", between.sum() >= errors.sum() / 2)

# %% [markdown]
# **Qué observas.** Casi todo está en la diagonal, y los fallos, donde los esperábamos: entre *versicolor* y
# *virginica*, las que se tocaban en la figura.
#
# > **Lo que oirás por ahí: «para clasificar con una red hay que pasar las etiquetas a *one-hot*».** Lo dicen
# > muchos tutoriales de esta misma tabla. Hace falta solo si eliges `categorical_crossentropy`. Entrenemos la
# > red otra vez, con la misma semilla y etiquetas *one-hot*, y comparemos los pesos uno por uno.

# %%
one_hot_model = new_net(4, loss="categorical_crossentropy")
one_hot_history = one_hot_model.fit(x_train_scaled, keras.utils.to_categorical(y_train, 3),
                                    batch_size=16, epochs=30, verbose=0)

pairs = zip(model.get_weights(), one_hot_model.get_weights())
differences = [np.abs(a - b).max() for a, b in pairs]
print("pesos y sesgos comparados:", model.count_params())
print("¿Todos a menos de 0.001?", bool(max(differences) < 0.001))

# %% [markdown]
# **Qué observas.** Es la misma red. Con etiquetas enteras ocupas menos memoria y te ahorras una línea.
#
# ### Ejercicio 4.1.6
#
# La red da números; una persona quiere un nombre. Escribe `nombrar(probabilidades, nombres)`: recibe una tabla
# (una fila por flor, una columna por clase) y la lista de nombres de las clases, y devuelve una **lista** con el
# nombre de la clase más probable de cada flor.

# %% tags=["ejercicio"]
def nombrar(probabilidades, nombres):
    # >>> return ...
    return [nombres[clase] for clase in probabilidades.argmax(axis=1)]
    # <<<

# %%
check("4.1.6", nombrar)

# %% [markdown]
# ## 6 · ¿Cuánto te puedes fiar?
#
# Dos preguntas distintas. La primera: ¿te puedes fiar de **una** respuesta? Para dibujar lo que la red responde en
# todas partes hacen falta dos medidas: nos quedamos con los pétalos.
#
# **Predice:** ¿qué dirá la red de una flor con pétalos de 6 cm de largo y 5 de ancho, redondos como los de una rosa?

# %% [markdown] tags=["docente"]
# **5 min.** Deja la figura en pantalla y pide que señalen la rosa: queda fuera, por arriba. La red no tiene un
# «ninguna de las tres»: softmax reparte 1 pase lo que pase. Si falta tiempo, 4.1.7 queda para casa.

# %%
petals = scaler.transform(x)[:, 2:]     # las dos últimas columnas, ya escaladas
petals_train, petals_test = x_train_scaled[:, 2:], x_test_scaled[:, 2:]
petal_model = new_net(2)
petal_history = petal_model.fit(petals_train, y_train, batch_size=16, epochs=30, verbose=0)

fig, ax = plt.subplots(figsize=(6, 4.3))
plot_decision_regions(petal_model, petals_test, y_test, class_names=SPECIES, ax=ax,
                      feature_names=["Largo del pétalo (escalado)", "Ancho del pétalo (escalado)"])
ax.set_title("Las regiones de la red y las flores de prueba")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Tres regiones que llenan todo el plano, también donde no hay ni una flor. Los fallos son los
# puntos que caen en la región de otra especie, junto a la frontera.
#
# > **Lo que oirás por ahí: «si la red dice 0.99, hay un 99 % de probabilidad de que sea esa flor».** Softmax
# > reparte 1 entre las clases **que conoce**, y no puede callarse. Démosle la rosa.

# %%
rose = np.array([[6.0, 5.0]])           # largo y ancho del pétalo, en cm
rose_scaled = (rose - scaler.mean_[2:]) / scaler.scale_[2:]
answer = petal_model(rose_scaled).numpy()[0]     # con una flor suelta, basta llamar a la red

print("la rosa es, según la red:", SPECIES[answer.argmax()])
print(f"con probabilidad ≈ {answer.max():.4f}   ¿más de 0.99? {answer.max() > 0.99}")
print(f"el pétalo más ancho que vio medía {x_train[:, 3].max():.1f} cm")

# %% [markdown]
# **Qué observas.** Un pétalo el doble de ancho que el mayor que vio, y ni una duda: cuanto más lejos de la
# frontera, más segura. Léelo así: «**de estas tres, y si se parece a lo que vi**». Ni siquiera con lirios es
# seguro que 0.9 signifique acertar 9 de cada 10; eso se mide, se llama *calibración*, y llegará en 6.2.
#
# La segunda pregunta: ¿te puedes fiar de **una** exactitud? Con 38 flores de prueba, cada flor vale 0.026. Hay que
# repetir el reparto. Cambiemos la semilla 20 veces, y de paso traigamos rivales: la regresión logística y kNN.
#
# Entrenar 40 redes en Keras nos haría esperar. Usamos `MLPClassifier` con la misma arquitectura, tasa y
# lotes: en 2.6 comprobaste que es la misma red, y con tan pocos datos es mucho más rápida.

# %%
warnings.simplefilter("ignore", ConvergenceWarning)   # paramos en 30 épocas a propósito

def contestants(seed):
    net = MLPClassifier((16,), learning_rate_init=0.01, batch_size=16, max_iter=30, alpha=0,
                        random_state=seed)
    return {"red, sin escalar": net,
            "red": make_pipeline(StandardScaler(), net),
            "regresión logística": make_pipeline(StandardScaler(), LogisticRegression()),
            "kNN": make_pipeline(StandardScaler(), KNeighborsClassifier())}

scores = {name: [] for name in contestants(0)}
for seed in range(20):
    a, b, a_labels, b_labels = train_test_split(x, y, test_size=0.25, stratify=y, random_state=seed)
    for name, contestant in contestants(seed).items():
        scores[name].append(contestant.fit(a, a_labels).score(b, b_labels))

# %% [markdown]
# **Predice:** ¿quién ganará, y por cuántas flores?

# %%
fig, ax = plt.subplots(figsize=(7, 3))
rng = np.random.default_rng(0)
for row, (name, values) in enumerate(scores.items()):
    heights = row + rng.uniform(-0.18, 0.18, size=20)  # para que no se tapen
    ax.plot(values, heights, "o", color="#0072B2", alpha=0.5,
            label="un reparto" if row == 0 else None)
    ax.plot(np.mean(values), row, "D", color="#D55E00", markersize=9,
            label="media" if row == 0 else None)
ax.set(title="Veinte repartos de las mismas flores", xlabel="Exactitud en prueba",
       ylabel="Modelo", yticks=range(4), yticklabels=scores)
ax.legend(loc="lower left")
fig.tight_layout()

# %% tags=["resultado"]
means = {name: np.mean(values) for name, values in scores.items()}
for name, values in scores.items():
    print(f"{name:<20} media ≈ {means[name]:.3f}   de ≈ {min(values):.3f} a ≈ {max(values):.3f}")

fair = [means[name] for name in ("red", "regresión logística", "kNN")]
luck = max(scores["red"]) - min(scores["red"])
loses = means["red, sin escalar"] < means["red"]
print("¿La red sin escalar acierta menos que la escalada?", loses)
print("La misma red, del peor al mejor reparto: ¿más de dos flores?", luck > 2 / 38)
print("Red, logística y kNN: ¿medias a menos de una flor (1/38)?", max(fair) - min(fair) < 1 / 38)

# %% [markdown]
# **Qué observas.** Tres cosas, ninguna de manual:
#
# 1. **La red no gana.** Con las mismas medidas escaladas, red, logística y kNN empatan: sus medias se separan menos
#    que lo que vale una flor. Con 112 ejemplos y fronteras casi rectas, lo sencillo basta, y se entrena antes.
# 2. **El reparto manda más que el modelo.** La misma red va de apenas aceptable a perfecta según qué flores caigan
#    en el examen. Quien enseñe «mi red acierta el 100 % en iris» enseña un reparto.
# 3. **Aquí escalar no mejoró la exactitud.** La red sin escalar no acierta menos; incluso un poco más. Una
#    explicación posible, que este experimento no prueba: escalar da la misma voz a las cuatro medidas, y en centímetros
#    habla más fuerte el largo del pétalo, que separa bien las especies. Escalar hizo bajar antes la pérdida; no subió
#    la nota. En 4.2 las medidas tienen unidades muy distintas: vuelve a medirlo allí.
#
# ### Ejercicio 4.1.7
#
# Escribe `repetir(modelo, semillas)`: por cada semilla, reparte `x` e `y` (las 150 flores) con
# `train_test_split(x, y, test_size=0.25, stratify=y, random_state=semilla)`, entrena el `modelo` de scikit-learn con
# la parte de entrenamiento y mide con `score` su exactitud en la de prueba. Devuelve una **lista**, con una exactitud
# por semilla.

# %% tags=["ejercicio"]
def repetir(modelo, semillas):
    # >>> return ...
    exactitudes = []
    for semilla in semillas:
        x_a, x_b, y_a, y_b = train_test_split(
            x, y, test_size=0.25, stratify=y, random_state=semilla)
        modelo.fit(x_a, y_a)
        exactitudes.append(modelo.score(x_b, y_b))
    return exactitudes
    # <<<

# %%
check("4.1.7", repetir)

# %% [markdown]
# ## Errores frecuentes
#
# **1. Mezclar una pérdida con las etiquetas de la otra.** En cualquiera de los dos sentidos, falla:

# %% [markdown] tags=["docente"]
# **4 min.** El primero al menos avisa. El 2 y el 3 no dan ningún error: pide que digan cómo los descubrirían.

# %%
labels = {"enteras": y_train, "one-hot": keras.utils.to_categorical(y_train, 3)}
for kind, loss in (("enteras", keras.losses.CategoricalCrossentropy()),
                   ("one-hot", keras.losses.SparseCategoricalCrossentropy())):
    try:
        loss(labels[kind][:5], model(x_train_scaled[:5]))
        print("no falla")
    except Exception:
        print(f"etiquetas {kind} con {loss.name}: falla, {labels[kind][:5].shape} contra (5, 3)")

fixed = keras.losses.SparseCategoricalCrossentropy()(labels["enteras"], model(x_train_scaled))
print("Arreglado, enteras con sparse: ¿menor que 0.3?", float(fixed) < 0.3)

# %% [markdown]
# **2. Escalar las flores nuevas con otro escalador.** `fit_transform` con una sola flor calcula la media… de esa
# flor. Menos ella misma, cero: todas las flores se vuelven la misma.

# %%
for k in range(3):
    flower = x_test[y_test == k].mean(axis=0, keepdims=True)  # la flor media de la especie
    alone = StandardScaler().fit_transform(flower)
    good = scaler.transform(flower)
    says = SPECIES[model(good).numpy()[0].argmax()]
    print(f"{SPECIES[k]:<10}  Falla: {alone[0]}   Arreglado con scaler.transform: {says}")

# %% [markdown]
# **3. Olvidar escalar al predecir.** La red aprendió con desviaciones y le llegan centímetros. No protesta.

# %%
for name, data in (("en cm", x_test), ("escaladas", x_test_scaled)):
    said = model.predict(data, batch_size=38, verbose=0)
    hits = (said.argmax(axis=1) == y_test).mean()
    print(f"{name:<10} acierta ≈ {hits:.3f}   ¿más de la mitad? {bool(hits > 0.5)}   "
          f"seguridad media ≈ {said.max(axis=1).mean():.2f}")

# %% [markdown]
# **4. Una sola neurona con softmax.** Softmax reparte 1 entre las neuronas de la capa. Si solo hay una, se lo lleva
# todo, aprenda lo que aprenda. Con una neurona (sí o no) va `sigmoid`; softmax, con una neurona **por clase**.

# %%
points = np.array([[-4.0], [0.0], [4.0]])                 # tres flores, una sola neurona
alone = np.exp(points) / np.exp(points).sum(axis=1, keepdims=True)
print("Falla, softmax de una neurona:", alone.ravel())
print("Arreglado, sigmoide:          ", (1 / (1 + np.exp(-points))).ravel().round(3))

# %% [markdown]
# ## Práctica 8.1: una guía de flores que sabe callar
#
# Un parque quiere una guía: un visitante mide una flor con la regla y la guía dice la especie. Si no lo tiene claro,
# prefieren que diga «no sé» y que la flor la mire una botánica.
#
# ### Paso 1 · Ejercicio 4.1.8
#
# Escribe `crear_red(entradas, ocultas, clases)`: devuelve una red de Keras con ese número de entradas, **una** capa
# oculta de `ocultas` neuronas con ReLU y una salida con softmax de `clases` neuronas. **Compílala** para etiquetas
# enteras, con Adam (la tasa que quieras) y la métrica `"accuracy"`.

# %% [markdown] tags=["docente"]
# **6 min** en clase para los pasos 1 y 2; el 3 y la autoevaluación pueden quedar para casa. Pregunta para
# cerrar: ¿qué umbral pondrías, y cuántas flores mandaría a la botánica? ¿Y la rosa, la pararía algún umbral?

# %% tags=["ejercicio"]
def crear_red(entradas, ocultas, clases):
    # >>> return ...
    red = keras.Sequential([
        keras.Input((entradas,)),
        keras.layers.Dense(ocultas, activation="relu"),
        keras.layers.Dense(clases, activation="softmax"),
    ])
    red.compile(optimizer=keras.optimizers.Adam(0.01),
                loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return red
    # <<<

# %%
check("4.1.8", crear_red)

# %% [markdown]
# ### Paso 2 · Ejercicio 4.1.9
#
# Prepara las dos piezas de la guía:
#
# - `escalador`: un `StandardScaler` ajustado con `x_train`, y con nada más;
# - `modelo_flores`: una red de Keras entrenada con las cuatro medidas de `x_train` **escaladas**, que acierte al menos
#   32 de las 38 flores de prueba. El examen lo hace `check`.

# %% tags=["ejercicio"]
# >>> escalador = ...
escalador = StandardScaler().fit(x_train)
# <<<
# >>> modelo_flores = ...
set_seed(42)
modelo_flores = crear_red(4, 16, 3)
historial = modelo_flores.fit(escalador.transform(x_train), y_train,
                              batch_size=16, epochs=30, verbose=0)
# <<<

# %%
check("4.1.9", escalador, modelo_flores)

# %% [markdown]
# ### Paso 3 · Ejercicio 4.1.10
#
# Escribe `identificar(medidas, escalador, modelo, umbral)`. Recibe las cuatro medidas de **una** flor, en cm, en un
# array de forma `(4,)`; un escalador ya ajustado; una red ya entrenada; y un umbral entre 0 y 1. Devuelve un texto:
# el nombre de la especie más probable, como está en `SPECIES`; o `"no sé"`, si la mayor probabilidad **no llega** al
# umbral. El escalador y la red esperan un lote: una tabla de forma `(1, 4)`.

# %% tags=["ejercicio"]
def identificar(medidas, escalador, modelo, umbral):
    # >>> return ...
    lote = escalador.transform(medidas.reshape(1, 4))
    respuesta = modelo.predict(lote, verbose=0)[0]
    if respuesta.max() < umbral:
        return "no sé"
    return SPECIES[respuesta.argmax()]
    # <<<

# %%
check("4.1.10", identificar)

# %% [markdown]
# ¿Vale la pena callar? Con nuestra red y un umbral de 0.8:

# %%
sure = predictions.max(axis=1) >= 0.8
print(f"la guía responde en ≈ {sure.sum()} de {len(y_test)} flores")
print(f"acierta ≈ {(predicted == y_test)[sure].mean():.3f} de las que responde; "
      f"≈ {(predicted == y_test).mean():.3f} si responde siempre")
print("¿Acierta más cuando puede callar?",
      bool((predicted == y_test)[sure].mean() > (predicted == y_test).mean()))

# %% [markdown]
# **Qué observas.** Calla en unas cuantas flores, las de la frontera, y acierta más en las que responde. A la rosa, en
# cambio, no la para ningún umbral: para eso haría falta otra pregunta, «¿se parece a algo que haya visto?».
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** ¿Qué hace softmax con los puntos de la última capa?
#
# - a) Elige la clase ganadora y pone un 1 en ella.
# - b) Los convierte en números positivos que suman 1, sin cambiar cuál es el mayor.
# - c) Los divide entre su suma.
# - d) Corrige las probabilidades para que sean las reales.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("4.1.A1", respuesta_1)

# %% [markdown]
# **A2.** Una flor es *virginica* (etiqueta 2) y la red responde `[0.1, 0.2, 0.7]`. ¿Cuál es su entropía cruzada?
#
# - a) 0.3, lo que falta hasta 1.
# - b) La suma de $-\log 0.1$, $-\log 0.2$ y $-\log 0.7$.
# - c) 0, porque acierta.
# - d) $-\log 0.7$, unos 0.36.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "d"
# <<<
check("4.1.A2", respuesta_2)

# %% [markdown]
# **A3.** Tus etiquetas son `[0, 2, 1, 0, …]`. ¿Qué pérdida va con ellas, tal como están?
#
# - a) `sparse_categorical_crossentropy`.
# - b) `categorical_crossentropy`.
# - c) `mse`: al fin y al cabo, son números.
# - d) Ninguna: una red necesita siempre etiquetas *one-hot*.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("4.1.A3", respuesta_3)

# %% [markdown]
# **A4.** Con un reparto, tu red acierta 37 de 38 flores; la de tu compañera, con el mismo reparto, 36. ¿Qué puedes
# decir?
#
# - a) Que tu red es mejor: 0.974 es más que 0.947.
# - b) Que tu compañera no escaló las medidas.
# - c) Que se llevan una flor: hay que repetir con otros repartos antes de decir nada.
# - d) Que las dos han sobreajustado.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "c"
# <<<
check("4.1.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Una red que clasifica acaba en una neurona por clase y softmax: puntos que se vuelven probabilidades.
# - La entropía cruzada es $-\log p$ de la clase correcta: dudar cuesta; negar lo cierto, muchísimo.
# - Etiquetas enteras con `sparse_categorical_crossentropy`, *one-hot* con `categorical_crossentropy`: es la misma pérdida.
# - El escalador aprende solo de entrenamiento, y se usa siempre el mismo.
# - Con 38 flores de prueba una flor vale 0.026: repite el reparto antes de decir quién gana. Aquí, la red no.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulos 4 (softmax y
#   entropía cruzada, con estas mismas flores) y 10.
# - [Pérdidas probabilísticas en Keras](https://keras.io/api/losses/probabilistic_losses/) y
#   [`StandardScaler`](https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.StandardScaler.html).
# - R. A. Fisher (1936), «The use of multiple measurements in taxonomic problems», *Annals of Eugenics* 7(2), 179–188.
# - Por qué un 0.99 no siempre acierta 99 de cada 100: C. Guo y otros (2017), *On Calibration of Modern Neural Networks*:
#   [arXiv:1706.04599](https://arxiv.org/abs/1706.04599).
