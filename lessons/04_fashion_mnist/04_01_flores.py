# %% [markdown]
# # 4.1 · Flores: la primera red que clasifica
#
# | | |
# |---|---|
# | **Objetivos** | Convertir los puntos de una red en probabilidades con softmax; calcular a mano la entropía cruzada; elegir la pérdida que va con tus etiquetas; escalar sin mirar la prueba; entrenar una red que clasifica y decir qué confunde con su matriz de confusión |
# | **Duración** | {{minutos}} |
# | **Requisitos** | La neurona (lección {{la_neurona}}), las capas y softmax ({{capas}}), qué es una pérdida ({{descenso_de_gradiente}}), Adam ({{lotes_y_optimizadores}}), la matriz de confusión ({{metricas}}), tu primera red en Keras ({{tu_primera_red}}) |
# | **Datos** | 150 lirios de tres especies, medidos con regla: vienen con scikit-learn |
# | **Práctica** | Práctica 8.1, primera parte: una guía que reconoce flores |

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

from course_utils import check, hint, solution
from course_utils import LearningCurves, classification_summary
from course_utils import plot_confusion_matrix, quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras

# %% [markdown]
# ## 1 · ¿Se puede reconocer una flor con una regla?
#
# El botánico Edgar Anderson midió 150 lirios de tres especies: el largo y el ancho de sus **sépalos** (las
# piezas de fuera de la flor) y de sus **pétalos** (las de dentro). En 1936, Ronald Fisher los usó en un
# artículo, y hoy son uno de los conjuntos de datos con los que más gente empieza.
#
# En el módulo {{modulo:regresion_lineal}} la red respondía con **un número**: un precio, un consumo. Aquí la respuesta es una
# **clase**, una de tres especies. Eso cambia el final de la red y cambia la pérdida; lo demás ya lo sabes.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dibuja un lirio y señala sépalo y pétalo: casi nadie recuerda cuál es cuál. Las dos figuras
# llevan el mismo color por especie que las de la lección siguiente.

# %%
SPECIES = ["setosa", "versicolor", "virginica"]
MEASURES = ["largo del sépalo (cm)", "ancho del sépalo (cm)",
            "largo del pétalo (cm)", "ancho del pétalo (cm)"]

x, y = load_iris(return_X_y=True)
print("medidas:", x.shape, "  etiquetas:", y.shape)
for flower in (0, 50, 100):
    print(x[flower], "->", y[flower], SPECIES[y[flower]])

# %% [markdown]
# Antes de mirar más, apartamos un cuarto de las flores para el examen: ni siquiera se dibujan. `stratify=y`
# mantiene la proporción de especies en los dos lados, como en {{que_es_el_ml}}.

# %%
x_train, x_test, y_train, y_test = train_test_split(
    x, y, test_size=0.25, stratify=y, random_state=42)
print("para aprender:", x_train.shape, "  para el examen:", x_test.shape)

# %% [markdown]
# **Predice:** vuelve a mirar aquellas tres filas. ¿Qué dos medidas elegirías para distinguir las especies a simple
# vista?

# %%
styles = [("o", "#E69F00"), ("s", "#009E73"), ("^", "#CC79A7")]
fig, axes = plt.subplots(1, 2, figsize=(7.5, 3.6))
for ax, first, part in ((axes[0], 0, "sépalos"), (axes[1], 2, "pétalos")):
    for k, (marker, color) in enumerate(styles):
        flowers = x_train[y_train == k]
        ax.scatter(flowers[:, first], flowers[:, first + 1], s=22,
                   marker=marker, color=color,
                   edgecolors="black", linewidths=0.4, label=SPECIES[k])
    ax.set(title=f"Las 112 de entrenamiento,\npor sus {part}",
           xlabel=MEASURES[first].capitalize(),
           ylabel=MEASURES[first + 1].capitalize())
axes[1].legend()
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Con los pétalos, *setosa* queda sola en una esquina; *versicolor* y *virginica* se tocan.
# Con los sépalos, esas dos están revueltas. Casi todos los fallos de la red deberían caer ahí.

# %% [markdown] presenta="puntos"
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("4.1.1")` da una pista (y otra, si
# insistes), y `solution("4.1.1")` muestra una solución.
#
# ## 2 · ¿Cómo se convierten tres números en tres probabilidades?
#
# La última capa tendrá **tres neuronas**, una por especie. Cada una entrega un número cualquiera, positivo o
# negativo: sus **puntos** (*logits*). Nosotros queremos probabilidades: ninguna negativa, y que sumen 1.
#
# **Predice:** una flor saca 0.5, 3 y 1.5 puntos. ¿Por qué no basta con dividir cada uno entre la suma? Piensa
# en una flor que saque −1, 3 y −2.

# %% presenta=".tick_params"
z = np.array([0.5, 3.0, 1.5])
positive = np.exp(z)  # 1. la exponencial: todos positivos
probabilities = positive / positive.sum()  # 2. entre la suma: ahora suman 1

fig, axes = plt.subplots(1, 3, figsize=(7.5, 3.1))
stages = [("Puntos", z), ("Exponencial", positive),
          ("Probabilidades", probabilities)]
for ax, (name, values) in zip(axes, stages):
    bars = ax.bar(SPECIES, values, color="#0072B2")
    labels = ax.bar_label(bars, fmt="%.2f")
    ax.set(title=name, xlabel="Especie", ylabel=name,
           ylim=(0, values.max() * 1.15))
    # inclinados, para que quepan los nombres
    ax.tick_params(axis="x", rotation=30)
fig.tight_layout()

# %% [markdown]
# **Qué observas.** El orden se conserva de izquierda a derecha. Lo que cuenta es la **diferencia** de puntos:
# *versicolor*, 1.5 puntos por encima de *virginica*, tiene más de cuatro veces su probabilidad. Con puntos
# negativos, dividir entre la suma no sirve: saldrían «probabilidades» negativas, y con −1, 3 y −2 la suma es 0. La
# exponencial es siempre positiva. Es la **softmax** de {{capas}}:
#
# $$p_k = \frac{e^{z_k}}{e^{z_0} + e^{z_1} + e^{z_2}}$$
#
# Fíjate en lo que **no** hace: softmax no elige. Elegir es quedarse con la mayor (`argmax`), y la mayor es la
# misma antes y después.

# %%
print("la mayor de los puntos:", SPECIES[z.argmax()])
print("la mayor de las probabilidades:", SPECIES[probabilities.argmax()])

# %% [markdown] presenta="numpy.isfinite, numpy.float32"
# Queda un detalle de oficio. En {{capas}} viste que con puntos de 1000 la exponencial desborda. Las redes de Keras
# calculan con `float32`, que se queda sin sitio mucho antes.
#
# **Predice:** ¿desde qué número de puntos, más o menos: 10, 90, 500? (`np.float32(n)` es `n` con ese
# tipo, y `np.isfinite` pregunta si un número no es infinito ni «nan».)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La resta del máximo se entiende mejor en la pizarra: numerador y denominador, divididos los dos
# entre $e^{m}$. En 4.1.1 lo que más se ve es un máximo de toda la tabla (`puntos.max()`), que falla cuando dos
# flores tienen puntos muy distintos; y olvidar `keepdims=True`.

# %%
with np.errstate(over="ignore"):  # sin el aviso de NumPy
    for points in (88, 89):
        print(f"e^{points} cabe en un float32:",
              bool(np.isfinite(np.exp(np.float32(points)))))

big = np.array([100, 99, 97], dtype="float32")
safe = np.exp(big - big.max())    # la mayor queda en 0, y e^0 = 1
print("restando la mayor:", (safe / safe.sum()).round(3))

# %% [markdown]
# **Qué observas.** Ya con 89 puntos desborda. Restar a todos la mayor, $m$, no cambia el resultado, porque es
# dividir arriba y abajo entre $e^{m}$, y deja la exponencial más grande en 1:
#
# $$\frac{e^{z_k - m}}{\sum_j e^{z_j - m}} = \frac{e^{z_k}\,/\,e^{m}}{\sum_j e^{z_j}\,/\,e^{m}} = \frac{e^{z_k}}{\sum_j e^{z_j}}$$
#
# ### Ejercicio 4.1.1
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
check("4.1.1", softmax)

# %% [markdown]
# ## 3 · ¿Cuánto cuesta equivocarse?
#
# Para aprender hace falta una **pérdida**. Contar fallos no sirve: al mover un poco un peso, la cuenta casi
# nunca cambia, y no dice hacia dónde ir. Mejor mirar **cuánta probabilidad dio la red a la especie correcta**,
# $p$: si dio 1, no hay castigo; si dio casi 0, mucho.
#
# **Predice:** ¿qué debería costar más, pasar de 0.9 a 0.8, o pasar de 0.11 a 0.01?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que alguien invente las tres probabilidades de una flor y la clase calcule la pérdida con el
# teléfono. Ojo: `log` es el logaritmo natural; la tecla «log» de muchas calculadoras es el decimal. 4.1.3
# es corto si ven antes `np.eye(3)` en pantalla.

# %%
p = np.linspace(0.01, 1, 200)
fig, ax = plt.subplots(figsize=(6.2, 3.4))
ax.plot(p, -np.log(p), color="#0072B2", label="castigo")
marks = [(0.9, "#0072B2", "o"), (1 / 3, "#999999", "s"),
         (0.05, "#D55E00", "D")]
for given, color, marker in marks:
    ax.plot(given, -np.log(given), marker, color=color, markersize=8,
            label=f"{given:.2f} cuesta {-np.log(given):.2f}")
ax.set(title="El castigo de cada respuesta", ylabel="Castigo",
       xlabel="Probabilidad que la red dio a la especie correcta")
ax.legend()
fig.tight_layout()

# %% [markdown] presenta="entropía cruzada"
# **Qué observas.** De 0.9 a 0.8 la curva apenas sube; de 0.11 a 0.01 se dispara. El cuadrado gris es quien no sabe
# nada y reparte a tercios: paga 1.10. Apunta ese número: una red cuya pérdida no baje de ahí da probabilidades que no
# valen más que las suyas.
#
# La curva es $-\log p$. La pérdida de una flor de la especie $c$ se llama **entropía cruzada**
# (*cross-entropy*); la de muchas flores es la **media**:
#
# $$L = -\log p_c$$

# %%
# tres flores, tres respuestas inventadas
answers = np.array([[0.90, 0.08, 0.02],
                    [0.10, 0.50, 0.40],
                    [0.05, 0.90, 0.05]])
real = np.array([0, 1, 2])

for row, label in zip(answers, real):
    given = row[label]
    print(f"{row}  es {SPECIES[label]:<10}  p = {given:.2f}  "
          f"castigo {-np.log(given):.2f}")

# %% [markdown]
# **Qué observas.** La tercera flor paga casi todo: la red dio un 0.90 a la especie equivocada. La segunda
# acierta, pero dudando, y también paga.
#
# ### Ejercicio 4.1.2
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
check("4.1.2", entropia_cruzada)

# %% [markdown] presenta="one-hot"
# ### ¿Y con las etiquetas en *one-hot*?
#
# Verás la misma pérdida escrita de otra manera, con las etiquetas en ***one-hot***: en vez de un 2, una fila
# con un 1 en la posición 2 y ceros en las demás. Son las filas de la matriz identidad:

# %%
print(np.eye(3))

# %% [markdown] presenta="keras.utils.to_categorical, categorical_crossentropy, sparse_categorical_crossentropy, loss=categorical_crossentropy, llamar a lo que se devuelve"
# Con $y_k$, los números de esa fila, la fórmula es una suma en la que casi todo se multiplica por cero:
#
# $$L = -\left(y_0 \log p_0 + y_1 \log p_1 + y_2 \log p_2\right)$$
#
# En Keras, esta se pide con `loss="categorical_crossentropy"`; la de etiquetas enteras, con
# `loss="sparse_categorical_crossentropy"`.
# Y la función que hace el *one-hot*, `keras.utils.to_categorical`. Cada pérdida existe también como
# objeto, para usarla suelta: `keras.losses.CategoricalCrossentropy()` la crea, y otros paréntesis la
# usan, `…()(…, …)`. Es llamar a lo que se devuelve.
#
# **Predice:** ¿darán el mismo número las dos?

# %% presenta="keras.losses.SparseCategoricalCrossentropy, keras.losses.CategoricalCrossentropy"
one_hot = keras.utils.to_categorical(real, 3)
print("one-hot de 0, 1, 2:", one_hot.astype(int).tolist())

by_hand = -np.log(answers[np.arange(3), real]).mean()
sparse = keras.losses.SparseCategoricalCrossentropy()(real, answers)
categorical = keras.losses.CategoricalCrossentropy()(one_hot, answers)
print(f"a mano: {by_hand:.4f}   enteras: {float(sparse):.4f}   one-hot: "
      f"{float(categorical):.4f}")

# %% [markdown]
# **Qué observas.** Un solo número, de tres maneras. El *one-hot* no añade información: 2 y `[0, 0, 1]` dicen lo
# mismo. (Sí cambiaría algo dar a la red la etiqueta 2 como un **número que predecir**, al modo del módulo {{modulo:regresion_lineal}}:
# sería decirle que *versicolor* está a medio camino entre las otras dos.)
#
# ### ★ Ampliación · Ejercicio 4.1.3
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
check("4.1.3", a_one_hot)

# %% [markdown] presenta=".set_yticks, .removesuffix"
# ## 4 · ¿Por qué escalar, y con los números de quién?
#
# Las cuatro medidas están en centímetros, pero unas varían mucho más que otras.
#
# **Predice:** ¿cuál varía más de flor a flor: el largo del pétalo o el ancho del sépalo? (`set_yticks`
# pone las marcas del eje y sus nombres, y `removesuffix` quita el final de un texto.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La pregunta que ordena la sección: «el día del examen, ¿qué sabías ya?». La media de la prueba, no.
# Cuánto infla la nota esa fuga se mide en la lección siguiente, y aquí no es casi nada: la costumbre se defiende
# con el segundo de los «Errores frecuentes», no exagerando esta.

# %%
# aprende media y desviación: solo de entrenamiento
scaler = StandardScaler().fit(x_train)
x_train_scaled = scaler.transform(x_train)
x_test_scaled = scaler.transform(x_test)    # las usa también con la prueba

# %% presenta=".boxplot"
fig, axes = plt.subplots(1, 2, figsize=(7.5, 2.7), sharey=True)
for ax, data, name, unit in ((axes[0], x_train, "Como se midieron", "cm"),
                             (axes[1], x_train_scaled, "Escaladas",
                              "desviaciones estándar")):
    boxes = ax.boxplot(data, orientation="horizontal", widths=0.5,
                       whis=(0, 100), medianprops={"color": "black"},
                       boxprops={"color": "#0072B2"})
    ax.set(title=name, xlabel=f"Valor ({unit})", ylabel="Medida")
ticks = axes[0].set_yticks([1, 2, 3, 4], [name.removesuffix(" (cm)")
                                          for name in MEASURES])
axes[1].set_ylabel("")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Cada caja guarda la mitad de las flores; la raya, la mediana; los brazos, del mínimo al
# máximo. A la izquierda, el largo del pétalo va de 1 a casi 7 cm y el ancho del sépalo se mueve poco. A la
# derecha, las cuatro ocupan más o menos lo mismo: una unidad es una **desviación estándar**.
#
# $$x' = \frac{x - \text{media}}{\text{desviación}}$$

# %%
for name, data in (("entrenamiento", x_train_scaled),
                   ("prueba", x_test_scaled)):
    means = " ".join(f"{value:6.2f}"
                     for value in data.mean(axis=0).round(2) + 0.0)
    deviations = " ".join(f"{value:5.2f}" for value in data.std(axis=0))
    print(f"{name:<14} medias {means}   desviaciones {deviations}")

# %% [markdown] presenta="fuga de datos"
# **Qué observas.** En entrenamiento salen 0 y 1, salvo el redondeo. En prueba, no, y **así tiene que ser**: se usaron
# la media y la desviación de entrenamiento. La prueba hace de «flores que llegarán mañana», y de esas no sabes la
# media. Ajustar el escalador con las 150 flores sería una **fuga de datos** (*data leakage*): cuánto infla la nota se
# mide en {{te_puedes_fiar}}.
#
# ### ★ Ampliación · Ejercicio 4.1.4
#
# Como en el módulo {{modulo:regresion_lineal}}, hazlo a mano. Escribe `escalar(entrenamiento, prueba)`: recibe dos arrays (una fila por
# flor, una columna por medida) y devuelve los dos escalados, `return entrenamiento_escalado, prueba_escalada`, con la
# media y la desviación (`.std`) de cada columna **de entrenamiento**. No cambies los que recibes.

# %% tags=["ejercicio"]
def escalar(entrenamiento, prueba):
    # >>> return ...
    media = entrenamiento.mean(axis=0)
    desviacion = entrenamiento.std(axis=0)
    return (entrenamiento - media) / desviacion, (prueba
                                                  - media) / desviacion
    # <<<

# %%
check("4.1.4", escalar)

# %% [markdown]
# ## 5 · ¿Qué aprende la red?
#
# Cuatro entradas, una capa oculta de 16 neuronas con ReLU y tres salidas con softmax. Respecto del módulo {{modulo:regresion_lineal}}
# cambian dos cosas: la última capa y la pérdida.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Mientras entrena, pregunta cuánto paga quien reparte a tercios: 1.10, la línea de puntos de la figura.
# Que escalar acelera no quiere decir que acierte más: esa pregunta queda abierta a propósito.

# %%
def new_net(inputs, loss="sparse_categorical_crossentropy"):
    set_seed(42)
    net = keras.Sequential([
        keras.Input((inputs,)),
        keras.layers.Dense(16, activation="relu"),
        keras.layers.Dense(3, activation="softmax"),
    ])
    net.compile(optimizer=keras.optimizers.Adam(0.01), loss=loss,
                metrics=["accuracy"])
    return net

# %%
model = new_net(4)
history = model.fit(x_train_scaled, y_train, batch_size=16, epochs=30,
                    verbose=0, callbacks=[LearningCurves()])

# %% [markdown]
# **Qué observas.** La pérdida cae deprisa y luego se aplana. La exactitud sube a escalones: cada uno son flores
# sueltas. No hay curva de validación: no vamos a elegir nada mirando la curva, y con tan pocas flores preferimos
# usarlas para aprender. En {{vinos}} sí hará falta.
#
# **Predice:** la misma red, sin escalar. ¿Bajará su pérdida más deprisa o más despacio?

# %%
raw_model = new_net(4)
raw_history = raw_model.fit(x_train, y_train, batch_size=16, epochs=30,
                            verbose=0)

# %%
fig, ax = plt.subplots(figsize=(6.2, 3.3))
epochs = np.arange(1, 31)
ax.plot(epochs, raw_history.history["loss"], "--", color="#D55E00",
        label="sin escalar")
ax.plot(epochs, history.history["loss"], color="#0072B2", label="escaladas")
ax.axhline(np.log(3), linestyle=":", color="#999999",
           label="quien no sabe nada")
ax.set(title="La misma red, con y sin escalar", xlabel="Época",
       ylabel="Pérdida en entrenamiento")
ax.legend()
fig.tight_layout()
ratio = raw_history.history["loss"][9] / history.history["loss"][9]
print("Tras 10 épocas, "
      "¿la pérdida sin escalar es más de vez y media la otra?", ratio > 1.5)

# %% [markdown]
# **Qué observas.** Escalar acelera: la red sin escalar va por detrás en la curva. ¿Acierta también menos flores? Eso es
# otra pregunta, y con tan pocas flores de prueba no se contesta con un solo examen: la dejamos para {{te_puedes_fiar}}.
# De momento, miremos qué flores confunde la nuestra.

# %%
predictions = model.predict(x_test_scaled, batch_size=38, verbose=0)
predicted = predictions.argmax(axis=1)

fig, ax = plt.subplots(figsize=(4.6, 3.9))
plot_confusion_matrix(y_test, predicted, class_names=SPECIES, ax=ax)
fig.tight_layout()

# %%
summary = classification_summary(y_test, predicted, class_names=SPECIES,
                                 approx=True)
summary

# %%
errors = predicted != y_test
between = errors & (y_test > 0) & (predicted > 0)
print(f"fallos ≈ {errors.sum()} de {len(y_test)}; en setosas, "
      f"≈ {errors[y_test == 0].sum()}")
print("¿Al menos la mitad son entre versicolor y virginica?",
      between.sum() >= errors.sum() / 2)

# %% [markdown]
# **Qué observas.** Casi todo está en la diagonal, y al menos la mitad de los fallos, donde los esperábamos: entre
# *versicolor* y *virginica*, las que se tocaban en la figura. Pero no todos tienen por qué: también puede fallar alguna
# *setosa*, aunque en la figura estuviera aparte. La figura enseña las medidas de dos en dos; la red usa las cuatro a la
# vez.
#
# ### Ejercicio 4.1.5
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
check("4.1.5", nombrar)

# %% [markdown]
# ### ★ Ampliación · ¿Hay que pasar las etiquetas a *one-hot*?
#
# > **Lo que oirás por ahí: «para clasificar con una red hay que pasar las etiquetas a *one-hot*».** Lo dicen
# > muchos tutoriales de esta misma tabla. Hace falta solo si eliges `categorical_crossentropy`. Entrenemos la
# > red otra vez, con la misma semilla y etiquetas *one-hot*, y comparemos los pesos uno por uno.

# %%
one_hot_model = new_net(4, loss="categorical_crossentropy")
one_hot_history = one_hot_model.fit(x_train_scaled,
                                    keras.utils.to_categorical(y_train, 3),
                                    batch_size=16, epochs=30, verbose=0)

pairs = zip(model.get_weights(), one_hot_model.get_weights())
differences = [np.abs(a - b).max() for a, b in pairs]
print("pesos y sesgos comparados:", model.count_params())
print("¿Todos a menos de 0.001?", bool(max(differences) < 0.001))

# %% [markdown]
# **Qué observas.** Es la misma red. Con etiquetas enteras ocupas menos memoria y te ahorras una línea.
#
# ## Errores frecuentes
#
# **1. Mezclar una pérdida con las etiquetas de la otra.** En cualquiera de los dos sentidos, falla:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El primero al menos avisa. El 2 y el 3 no dan ningún error: pide que digan cómo los descubrirían.

# %%
labels = {"enteras": y_train,
          "one-hot": keras.utils.to_categorical(y_train, 3)}
for kind, loss in (("enteras", keras.losses.CategoricalCrossentropy()),
                   ("one-hot",
                    keras.losses.SparseCategoricalCrossentropy())):
    try:
        loss(labels[kind][:5], model(x_train_scaled[:5]))
        print("no falla")
    except Exception:
        print(f"etiquetas {kind} con {loss.name}: falla, "
              f"{labels[kind][:5].shape} contra (5, 3)")

fixed = keras.losses.SparseCategoricalCrossentropy()(labels["enteras"],
                                                     model(x_train_scaled))
print("Arreglado, enteras con sparse: ¿menor que 0.3?", float(fixed) < 0.3)

# %% [markdown]
# **2. Escalar las flores nuevas con otro escalador.** `fit_transform` con una sola flor calcula la media… de esa
# flor. Menos ella misma, cero: todas las flores se vuelven la misma.

# %%
for k in range(3):
    # la flor media de la especie
    flower = x_test[y_test == k].mean(axis=0, keepdims=True)
    alone = StandardScaler().fit_transform(flower)
    good = scaler.transform(flower)
    says = SPECIES[model(good).numpy()[0].argmax()]
    print(f"{SPECIES[k]:<10}  Falla: {alone[0]}   "
          f"Arreglado con scaler.transform: {says}")

# %% [markdown]
# ### ★ Ampliación · Otros dos errores
#
# **3. Olvidar escalar al predecir.** La red aprendió con desviaciones y le llegan centímetros. No protesta.

# %%
for name, data in (("en cm", x_test), ("escaladas", x_test_scaled)):
    said = model.predict(data, batch_size=38, verbose=0)
    hits = (said.argmax(axis=1) == y_test).mean()
    print(f"{name:<10} acierta ≈ {hits:.3f}   ¿más de la mitad? "
          f"{bool(hits > 0.5)}   "
          f"seguridad media ≈ {said.max(axis=1).mean():.2f}")

# %% [markdown]
# **4. Una sola neurona con softmax.** Softmax reparte 1 entre las neuronas de la capa. Si solo hay una, se lo lleva
# todo, aprenda lo que aprenda. Con una neurona (sí o no) va `"sigmoid"`; softmax, con una neurona **por clase**.

# %%
points = np.array([[-4.0], [0.0], [4.0]])  # tres flores, una sola neurona
alone = np.exp(points) / np.exp(points).sum(axis=1, keepdims=True)
print("Falla, softmax de una neurona:", alone.ravel())
print("Arreglado, sigmoide:          ",
      (1 / (1 + np.exp(-points))).ravel().round(3))

# %% [markdown]
# ## Práctica 8.1: una guía de flores
#
# Un parque quiere una guía: un visitante mide una flor con la regla y la guía dice la especie. Hoy, la red; en
# {{te_puedes_fiar}}, cuánto te puedes fiar de ella y cuándo debe callar.
#
# ### Paso 1 · Ejercicio 4.1.6
#
# Escribe `crear_red(entradas, ocultas, clases)`: devuelve una red de Keras con ese número de entradas, **una** capa
# oculta de `ocultas` neuronas con ReLU y una salida con softmax de `clases` neuronas. **Compílala** para etiquetas
# enteras, con Adam (la tasa que quieras) y la métrica `"accuracy"`.

# %% [markdown] tags=["docente"]
# **{{minutos}}** en clase para los dos pasos; la autoevaluación puede quedar para casa. En 4.1.7 pregunta por qué
# `check` reparte las flores de otra manera: una red que ya vio las del examen podría acertarlas de memoria.

# %% tags=["ejercicio"]
def crear_red(entradas, ocultas, clases):
    # >>> return ...
    red = keras.Sequential([
        keras.Input((entradas,)),
        keras.layers.Dense(ocultas, activation="relu"),
        keras.layers.Dense(clases, activation="softmax"),
    ])
    red.compile(optimizer=keras.optimizers.Adam(0.01),
                loss="sparse_categorical_crossentropy",
                metrics=["accuracy"])
    return red
    # <<<

# %%
check("4.1.6", crear_red)

# %% [markdown]
# ### Paso 2 · Ejercicio 4.1.7
#
# Escribe `preparar_guia(medidas, etiquetas)`: recibe las medidas de unas flores, en cm (una fila por flor, cuatro
# columnas), y el array de sus etiquetas (0, 1 o 2). Devuelve las dos piezas de la guía, `return escalador, red`:
#
# - `escalador`: un `StandardScaler` ajustado con esas medidas, y con nada más;
# - `red`: una red de Keras **entrenada** con esas medidas **escaladas** y esas etiquetas.
#
# `check` la llama con 112 flores que elige él, y la red tiene que acertar al menos 32 de las otras 38.

# %% tags=["ejercicio"]
def preparar_guia(medidas, etiquetas):
    # >>> return ...
    escalador = StandardScaler().fit(medidas)
    set_seed(42)
    red = crear_red(4, 16, 3)
    red.fit(escalador.transform(medidas), etiquetas, batch_size=16,
            epochs=30, verbose=0)
    return escalador, red
    # <<<

# %%
check("4.1.7", preparar_guia)

# %% [markdown]
# ¿Y la nuestra, en el examen?

# %% tags=["resultado"]
accuracy = (predicted == y_test).mean()
print(f"En las 38: exactitud ≈ {accuracy:.3f}   ¿supera 0.8? "
      f"{accuracy > 0.8}")

# %% [markdown]
# **Qué observas.** Una exactitud sobre 38 flores, y una probabilidad por flor: dos números. ¿Cuánto vale cada uno? Es la
# pregunta de {{te_puedes_fiar}}.
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
# - a) `"sparse_categorical_crossentropy"`.
# - b) `"categorical_crossentropy"`.
# - c) `"mse"`: al fin y al cabo, son números.
# - d) Ninguna: una red necesita siempre etiquetas *one-hot*.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("4.1.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Una red que clasifica acaba en una neurona por clase y softmax: puntos que se vuelven probabilidades.
# - La entropía cruzada es $-\log p$ de la clase correcta: dudar cuesta; negar lo cierto, muchísimo.
# - Etiquetas enteras con `sparse_categorical_crossentropy`, *one-hot* con `categorical_crossentropy`: es la misma pérdida.
# - El escalador aprende solo de entrenamiento, y se usa siempre el mismo; escaladas, la pérdida baja antes.
# - La matriz de confusión dice **qué** se confunde; una exactitud, solo cuánto.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulos 4 (softmax y
#   entropía cruzada, con estas mismas flores) y 10.
# - [Pérdidas probabilísticas en Keras](https://keras.io/api/losses/probabilistic_losses/) y
#   [`StandardScaler`](https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.StandardScaler.html).
# - R. A. Fisher (1936), «The use of multiple measurements in taxonomic problems», *Annals of Eugenics* 7(2), 179–188.
