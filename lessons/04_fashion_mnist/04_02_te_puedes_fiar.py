# %% [markdown]
# # 4.2 · ¿Te puedes fiar de ese número?
#
# | | |
# |---|---|
# | **Objetivos** | Decir cuánto vale una flor en un examen de 38, y qué exactitudes son compatibles con un pleno; repetir el reparto y leer cuánto baila la nota; comparar dos modelos de forma pareada; medir cuánto infla una fuga; explicar qué dice, y qué no, un 0.99 de softmax; hacer que un modelo sepa callar |
# | **Duración** | {{minutos}} |
# | **Requisitos** | La red que clasifica flores (lección {{flores}}); qué es un intervalo ({{umbrales}}); validación cruzada ({{maneras_de_aprender}}); la comparación pareada ({{precios_de_casas}}); `MLPClassifier` ({{bibliotecas_de_ml}}) |
# | **Datos** | Los 150 lirios de {{flores}}, que vienen con scikit-learn |
# | **Práctica** | Práctica 8.1, segunda parte: una guía de flores que sabe callar |

# %%
import warnings

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_iris
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from course_utils import check, hint, solution
from course_utils import paired_difference, plot_decision_regions
from course_utils import quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras

# %% [markdown]
# ## 1 · ¿Cuánto vale un examen de 38 flores?
#
# En {{flores}} entrenamos una red que reconoce lirios. Nos dio dos números: una **exactitud** en el examen y, con cada
# flor, una **probabilidad**. Hoy no vamos a mejorar la red: vamos a preguntar cuánto vale cada número.
#
# Primero la rehacemos: mismas flores, mismo reparto, misma red.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Quien no hizo {{flores}} puede seguir con esta celda y la siguiente. Deja escrito en la pizarra el
# «salto» de 4.2.1: es la regla con la que se juzga todo lo demás.

# %%
SPECIES = ["setosa", "versicolor", "virginica"]
x, y = load_iris(return_X_y=True)
x_train, x_test, y_train, y_test = train_test_split(
    x, y, test_size=0.25, stratify=y, random_state=42)
# media y desviación: solo de entrenamiento
scaler = StandardScaler().fit(x_train)

def trained_net(measures, labels):
    set_seed(42)
    net = keras.Sequential([keras.Input((measures.shape[1],)),
                            keras.layers.Dense(16, activation="relu"),
                            keras.layers.Dense(3, activation="softmax")])
    net.compile(keras.optimizers.Adam(0.01),
                loss="sparse_categorical_crossentropy")
    net.fit(measures, labels, batch_size=16, epochs=30, verbose=0)
    return net

# %%
model = trained_net(scaler.transform(x_train), y_train)
predictions = model.predict(scaler.transform(x_test), batch_size=38,
                            verbose=0)
predicted = predictions.argmax(axis=1)
print(f"acierta ≈ {(predicted == y_test).sum()} de {len(y_test)}: "
      f"exactitud ≈ {(predicted == y_test).mean():.3f}")

# %% [markdown]
# ### Ejercicio 4.2.1
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
check("4.2.1", por_especie, salto)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("4.2.1")` da una pista (y otra, si
# insistes), y `solution("4.2.1")` muestra una solución.
#
# Supón que supiéramos la **exactitud de verdad** de una red: la fracción que acierta de todos los lirios de esas tres
# especies. En un examen de 38 no saldría ese número, sino uno cercano, según qué flores tocaran. Eso se puede imitar:
# 10 000 exámenes.
#
# **Predice:** una red que de verdad acierta 0.95, ¿sacará alguna vez las 38?

# %%
rng = np.random.default_rng(42)
for truth in (0.90, 0.95, 0.99):
    # aciertos en cada examen imitado
    exams = rng.binomial(38, truth, size=10_000)
    low, high = np.quantile(exams, [0.025, 0.975])
    print(f"si de verdad acierta {truth:.2f}: casi siempre, "
          f"de {low:.0f} a {high:.0f} aciertos;"
          f"  pleno, en {np.mean(exams == 38):.3f} de los exámenes")

# %% [markdown]
# **Qué observas.** La de 0.95 saca el pleno más de una vez de cada diez, y también puede sacar 33. Con 38 flores, de 33 a
# 38 aciertos **puede ser la misma red con distinta suerte**. Por eso un 100 % no dice «no falla nunca».
#
# Y la cuenta se puede hacer al revés. Si cada flor se acierta con probabilidad $p$, sin que una influya en otra, el pleno
# de $n$ flores sale con probabilidad $p^n$. ¿Qué $p$ haría que fuera raro, una vez de cada veinte? El que cumple
# $p^n = 0.05$.
#
# ### Ejercicio 4.2.2
#
# Escribe `exactitud_del_pleno(n, rareza)`: devuelve la $p$ con la que un pleno de `n` flores sale con probabilidad
# `rareza`; es decir, la $p$ que cumple $p^n$ = `rareza`. La raíz enésima también es una potencia: elevar a `1 / n`.

# %% tags=["ejercicio"]
def exactitud_del_pleno(n, rareza):
    # >>> return ...
    return rareza ** (1 / n)
    # <<<

# %%
check("4.2.2", exactitud_del_pleno)

# %%
for n in (38, 150, 1000):
    print(f"pleno en {n:4d} flores: "
          f"no se descarta una exactitud de {0.05 ** (1 / n):.3f}")

# %% [markdown]
# **Qué observas.** Un 38 de 38 es compatible con una red que falla 7 u 8 de cada 100. Para hablar de milésimas hacen
# falta miles de flores.
#
# ## 2 · ¿Y si hubieran caído otras flores en el examen?
#
# Con 150 flores no hay otro examen que sacar, pero sí otro **reparto**: se cambia la semilla, se entrena otra vez y se
# examina con otras 38. Hagámoslo 20 veces, y traigamos rivales: la regresión logística, kNN y la red sin escalar.
# (Todas las flores acaban alguna vez en un examen: vale para medir el azar, pero **no para elegir nada de la guía**.)
#
# Entrenar 40 redes en Keras nos haría esperar. Usamos `MLPClassifier` con la misma arquitectura, tasa y
# lotes: en {{bibliotecas_de_ml}} comprobaste que es la misma red, y con tan pocos datos es mucho más rápida.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pide la predicción en flores, no en decimales. El resultado contradice lo que casi todos esperan (y lo
# que se suele contar): no lo suavices. Los veinte exámenes comparten flores: enseñan el vaivén, y nada más.

# %%
# paramos en 30 épocas a propósito
warnings.simplefilter("ignore", ConvergenceWarning)

def contestants(seed):
    net = MLPClassifier((16,), learning_rate_init=0.01, batch_size=16,
                        max_iter=30, alpha=0, random_state=seed)
    return {"red, sin escalar": net,
            "red": make_pipeline(StandardScaler(), net),
            "regresión logística": make_pipeline(StandardScaler(),
                                                 LogisticRegression()),
            "kNN": make_pipeline(StandardScaler(), KNeighborsClassifier())}

# %%
scores = {name: [] for name in contestants(0)}
for seed in range(20):
    a, b, a_labels, b_labels = train_test_split(
        x, y, test_size=0.25, stratify=y, random_state=seed)
    for name, contestant in contestants(seed).items():
        scores[name].append(contestant.fit(a, a_labels).score(b, b_labels))

# %% [markdown]
# **Predice:** ¿cuántas flores habrá entre el peor y el mejor examen de la misma red?

# %%
fig, ax = plt.subplots(figsize=(7, 3))
rng = np.random.default_rng(0)
for row, (name, values) in enumerate(scores.items()):
    # para que no se tapen
    heights = row + rng.uniform(-0.18, 0.18, size=20)
    ax.plot(values, heights, "o", color="#0072B2", alpha=0.5,
            label="un reparto" if row == 0 else None)
    ax.plot(np.mean(values), row, "D", color="black", markersize=9,
            label="media" if row == 0 else None)
ax.set(title="Veinte repartos de las mismas flores",
       xlabel="Exactitud en prueba",
       ylabel="Modelo", yticks=range(4), yticklabels=scores)
ax.legend(loc="lower left")
fig.tight_layout()

# %%
for name, values in scores.items():
    print(f"{name:<20} media ≈ {np.mean(values):.3f}, "
          f"de ≈ {min(values):.3f} a ≈ {max(values):.3f}")
luck = max(scores["red"]) - min(scores["red"])
print("La misma red, del peor al mejor reparto: ¿más de dos flores?",
      luck > 2 / 38)

# %% [markdown]
# **Qué observas.** La misma red va de apenas aceptable a perfecta según qué flores caigan en el examen: **el reparto
# manda más que el modelo**. Quien enseñe «mi red acierta el 100 % en iris» enseña un reparto.
#
# ### Ejercicio 4.2.3
#
# Escribe `repetir(modelo, semillas)`: por cada semilla, reparte `x` e `y` (las 150 flores) con
# `train_test_split(x, y, test_size=0.25, stratify=y, random_state=semilla)`, entrena el `modelo` de scikit-learn con
# la parte de entrenamiento y mide con `score` su exactitud en la de prueba. Devuelve una **lista**, con una exactitud
# por semilla, en orden.

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
check("4.2.3", repetir)

# %% [markdown]
# ## 3 · ¿Quién gana?
#
# Si el reparto manda tanto, comparar las medias a ojo no basta. Pero los cuatro modelos hicieron **los mismos exámenes**:
# si un reparto trae flores difíciles, las trae para todos. Se compara examen a examen: quién saca más, en cada uno.
#
# ### Ejercicio 4.2.4
#
# Escribe `marcador(notas_a, notas_b)`: recibe dos listas con las notas de dos modelos en los mismos exámenes y devuelve
# tres números enteros: en cuántos exámenes saca más nota `a`, en cuántos empatan y en cuántos saca más `b`.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La idea difícil es la resta: dos estudiantes que hacen el mismo examen difícil bajan los dos. Dibuja dos
# notas que suben y bajan juntas. El empate no es un fracaso: es la respuesta, y decide el más sencillo.

# %% tags=["ejercicio"]
def marcador(notas_a, notas_b):
    # >>> return ...
    resta = np.array(notas_a) - np.array(notas_b)
    return (resta > 0).sum(), (resta == 0).sum(), (resta < 0).sum()
    # <<<

# %%
check("4.2.4", marcador)

# %%
for rival in ("red, sin escalar", "regresión logística", "kNN"):
    gap = np.array(scores["red"]) - np.array(scores[rival])
    print(f"red contra {rival:<20} gana ≈ {(gap > 0).sum()}, "
          f"empata ≈ {(gap == 0).sum()}, "
          f"pierde ≈ {(gap < 0).sum()}; de media, "
          f"≈ {38 * gap.mean():+.1f} flores")
    print("   ¿Gana de media por una flor o más?",
          bool(gap.mean() >= 1 / 38))

# %% [markdown] presenta="comparación pareada, course_utils.paired_difference, sklearn.model_selection.cross_val_predict, .value, .low, .high, all"
# **Qué observas.** Con la logística casi todo son empates; con kNN, alrededor de la mitad, y el resto se reparte.
# Contra la red **sin escalar**, la escalada no gana: incluso pierde más exámenes de los que gana. ¿Es eso una
# diferencia de verdad?
#
# Los veinte exámenes comparten flores, así que no son veinte pruebas distintas. Para un intervalo, mejor que cada flor
# responda **una vez**: con validación cruzada, `cross_val_predict` da la respuesta de un modelo que no la vio. Y sobre
# esas 150 respuestas se hace *bootstrap* de la **resta**: cada muestra se saca una vez y en ella se mide a los dos. Es
# la **comparación pareada** del módulo {{modulo:regresion_lineal}}, y la hace `paired_difference`: la diferencia
# (`value`) y su intervalo, de `low` a `high`. (`all(…)` pregunta si algo se cumple en todos.)
#
# **Predice:** ¿en cuántos de los tres duelos quedará el intervalo entero a un lado del 0?

# %% tags=["resultado"]
folds = StratifiedKFold(10, shuffle=True, random_state=0)
answers = {name: cross_val_predict(contestant, x, y, cv=folds)
           for name, contestant in contestants(0).items()}
gains = {rival: paired_difference(accuracy_score, y, answers["red"],
                                  answers[rival])
         for rival in ("red, sin escalar", "regresión logística", "kNN")}
for rival, gain in gains.items():
    print(f"red − {rival:<20} ≈ {gain.value:+.3f}, "
          f"de ≈ {gain.low:+.3f} a ≈ {gain.high:+.3f}")
print("¿Contienen el 0 los tres intervalos, o quedan a menos de 0.02?",
      all(gain.low < 0.02 and gain.high > -0.02
          for gain in gains.values()))

# %% [markdown]
# **Qué observas.** Los tres contienen el 0 o lo rozan: con 150 flores **no se puede decir** que la red gane a ninguno, ni
# que pierda. (Repartiendo las flores de otra manera, alguno puede quedar por poco a un lado. Un intervalo del 95 % falla
# una vez de cada veinte, y aquí hay tres.) «No se distinguen» no es «son iguales»: es que harían falta más flores. Dos
# consecuencias:
#
# 1. Con 150 flores y fronteras casi rectas (las verás en la sección 5), lo sencillo basta: ante un empate, la regresión
#    logística.
# 2. Escalar hizo bajar antes la pérdida ({{flores}}), pero **no se ve que subiera la nota**. Una explicación posible, que
#    esto no prueba: en centímetros habla más fuerte el largo del pétalo, que separa bien las especies. En {{vinos}}, con
#    unidades muy distintas, vuelve a medirlo.
#
# > **Lo que oirás por ahí: «si los intervalos de dos modelos se solapan, empatan».** No: cada intervalo mide lo que baila
# > **un** modelo al cambiar las flores, y los dos bailan juntos. El que importa es el de la resta.
#
# ## 4 · ¿Cuánto infla la nota una fuga?
#
# En {{flores}} ajustamos el escalador solo con entrenamiento. ¿Y si se ajusta con las 150? Es una fuga de datos. Midamos su
# efecto como se debe: el mismo modelo, los mismos 40 repartos, con fuga y sin ella.
#
# **Predice:** ¿cuántas flores de ventaja dará la fuga?

# %%
def logistic_accuracy(seed, with_leak):
    a, b, a_labels, b_labels = train_test_split(
        x, y, test_size=0.25, stratify=y, random_state=seed)
    seen = StandardScaler().fit(x if with_leak else a)
    model = LogisticRegression().fit(seen.transform(a), a_labels)
    return model.score(seen.transform(b), b_labels)

clean = np.array([logistic_accuracy(seed, with_leak=False)
                  for seed in range(40)])
leaky = np.array([logistic_accuracy(seed, with_leak=True)
                  for seed in range(40)])
gap = leaky - clean                        # pareada: reparto a reparto
print(f"con fuga, la nota sube en ≈ {(gap > 0).sum()} repartos de 40 "
      f"y baja en ≈ {(gap < 0).sum()}")
print("De media, ¿menos de un quinto de flor?",
      bool(abs(gap.mean()) < 0.2 / 38))

# %% [markdown]
# **Qué observas.** Aquí, nada que se note: con las de entrenamiento o con las 150, el escalador aprende casi las mismas
# medias. Entonces, ¿para qué tanto cuidado? Porque no sabes de antemano cuándo importará (en {{vinos}} verás una fuga
# que sí miente), y porque hacerlo bien cuesta lo mismo.
#
# ## 5 · ¿Y de una sola respuesta?
#
# El otro número es la probabilidad. Para dibujar lo que la red responde en todas partes hacen falta dos medidas: nos
# quedamos con los pétalos.
#
# **Predice:** ¿qué dirá la red de una flor con pétalos de 6 cm de largo y 5 de ancho, redondos como los de una rosa?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Deja la figura en pantalla y pide que señalen la rosa: queda fuera, por arriba. La red no tiene un
# «ninguna de las tres»: softmax reparte 1 pase lo que pase.

# %%
# las dos últimas columnas, ya escaladas
petals_train = scaler.transform(x_train)[:, 2:]
petals_test = scaler.transform(x_test)[:, 2:]
petal_model = trained_net(petals_train, y_train)

fig, ax = plt.subplots(figsize=(6, 4.3))
plot_decision_regions(petal_model, petals_test, y_test,
                      class_names=SPECIES, ax=ax,
                      feature_names=["Largo del pétalo (escalado)",
                                     "Ancho del pétalo (escalado)"])
ax.set_title("Las regiones de la red y las flores de prueba")
fig.tight_layout()

# %% [markdown] presenta=".scale_"
# **Qué observas.** Tres regiones que llenan todo el plano, también donde no hay ni una flor. Los fallos son los
# puntos que caen en la región de otra especie, junto a la frontera.
#
# > **Lo que oirás por ahí: «si la red dice 0.99, hay un 99 % de probabilidad de que sea esa flor».** Softmax
# > reparte 1 entre las clases **que conoce**, y no puede callarse. Démosle la rosa. (El escalador guarda
# > sus medias en `mean_` y sus desviaciones en `scale_`.)

# %%
rose = np.array([[6.0, 5.0]])           # largo y ancho del pétalo, en cm
rose_scaled = (rose - scaler.mean_[2:]) / scaler.scale_[2:]
# con una flor suelta, basta llamar a la red
answer = petal_model(rose_scaled).numpy()[0]

print("la rosa es, según la red:", SPECIES[answer.argmax()])
print(f"con probabilidad ≈ {answer.max():.4f}   ¿más de 0.99? "
      f"{answer.max() > 0.99}")
print(f"el pétalo más ancho que vio medía {x_train[:, 3].max():.1f} cm")

# %% [markdown]
# **Qué observas.** Un pétalo el doble de ancho que el mayor que vio, y ni una duda: cuanto más lejos de la
# frontera, más segura. Léelo así: «**de estas tres, y si se parece a lo que vi**». Ni siquiera con lirios es
# seguro que 0.9 signifique acertar 9 de cada 10; eso se mide, se llama *calibración*, y llegará en {{la_red_y_la_decision}}.
#
# ## Errores frecuentes
#
# **1. Comparar dos modelos en exámenes distintos.** Si cada uno se examina con otras flores, a lo que se llevan los dos
# se le suma lo que se llevan los exámenes, y parecen más distintos de lo que son:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Ninguno de los dos da un error de Python: son números que se publican. Pide un titular falso con cada uno.

# %%
notes, rival = (np.array(scores["kNN"]),
                np.array(scores["regresión logística"]))
# kNN en diez repartos; la logística, en otros
apart = 38 * (notes[:10] - rival[10:])
paired = 38 * (notes - rival)  # las dos, en los mismos veinte
for name, gap in (("Falla, en repartos distintos", apart),
                  ("Arreglado, en los mismos", paired)):
    print(f"{name:<28} se llevan, de media, ≈ {abs(gap).mean():.1f} flores")
print("¿Se llevan menos en los mismos?",
      bool(abs(paired).mean() < abs(apart).mean()))

# %% [markdown]
# **2. Publicar el mejor reparto.** Es elegir la suerte. Se publica la media, y de dónde a dónde fue.

# %%
print(f"Falla, el mejor de 20: ≈ {notes.max():.3f}")
print(f"Arreglado: media ≈ {notes.mean():.3f}, "
      f"de ≈ {notes.min():.3f} a ≈ {notes.max():.3f}")
print("¿Promete el mejor más de media flor de más?",
      bool(notes.max() - notes.mean() > 0.5 / 38))

# %% [markdown]
# ## Práctica 8.1: una guía de flores que sabe callar
#
# El parque de {{flores}} tiene su guía: un visitante mide una flor y la guía dice la especie. Si no lo tiene claro, prefieren
# que diga «no sé» y que la flor la mire una botánica.
#
# ### Paso 1 · Ejercicio 4.2.5
#
# Escribe `identificar(medidas, escalador, modelo, umbral)`. Recibe las cuatro medidas de **una** flor, en cm, en un
# array de forma `(4,)`; un escalador ya ajustado; una red de Keras ya entrenada; y un umbral entre 0 y 1. Devuelve un
# texto: el nombre de la especie más probable, como está en `SPECIES`; o `"no sé"`, si la mayor probabilidad **no llega**
# al umbral. El escalador y la red esperan un lote: una tabla de forma `(1, 4)`.

# %% [markdown] tags=["docente"]
# **{{minutos}}** en clase para los dos pasos. Pregunta para cerrar: ¿qué umbral pondrías, y cuántas flores mandaría a
# la botánica? ¿Y la rosa, la pararía algún umbral?

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
check("4.2.5", identificar)

# %% [markdown]
# ### Paso 2 · ¿Qué umbral?
#
# Cuanto más alto, más calla la guía. ¿Y acierta más en lo que responde? Se elige **sin el examen**: con las
# flores de entrenamiento y validación cruzada, que da a cada una las probabilidades de una red que no la vio
# (`method="predict_proba"`).

# %%
doubts = cross_val_predict(contestants(0)["red"], x_train, y_train,
                           cv=folds, method="predict_proba")
for threshold in (0.5, 0.8, 0.95):
    sure = doubts.max(axis=1) >= threshold
    right = doubts.argmax(axis=1) == y_train
    print(f"umbral {threshold:.2f}: responde ≈ {sure.mean():.2f}, "
          "y de esas acierta ≈ "
          f"{right[sure].mean():.3f}")

# %% [markdown]
# **Qué observas.** Callar compra acierto: se responde menos y se acierta más. Con 0.95 se acierta más todavía, pero le
# tocaría a la botánica más de una flor de cada cinco. Nos quedamos con 0.8. Y ahora, el examen:

# %%
sure = predictions.max(axis=1) >= 0.8
print(f"la guía responde en ≈ {sure.sum()} de {len(y_test)} flores")
print(f"acierta ≈ {(predicted == y_test)[sure].mean():.3f} de "
      "las que responde; "
      f"≈ {(predicted == y_test).mean():.3f} si responde siempre")
print("¿Acierta más cuando puede callar?",
      bool((predicted == y_test)[sure].mean()
           > (predicted == y_test).mean()))

# %% [markdown]
# **Qué observas.** Calla en unas cuantas flores, y acierta más en las que responde (son menos de 38: ya sabes lo que vale
# cada una). A la rosa, en cambio, la red de los pétalos le daba casi un 1, y eso no lo para
# ningún umbral: para eso haría falta otra pregunta, «¿se parece a algo que
# haya visto?».

# %% [markdown]
# ### ★ Ampliación · Ejercicio 4.2.6
#
# Haz tú esa cuenta. Escribe `al_responder(probabilidades, etiquetas, umbral)`: recibe una tabla (una fila por flor)
# y las etiquetas, y devuelve dos números: la **fracción** de flores que responde (aquellas cuya mayor probabilidad llega
# al umbral) y la **exactitud en esas**. (`check` usa umbrales con los que responde alguna.)

# %% tags=["ejercicio"]
def al_responder(probabilidades, etiquetas, umbral):
    # >>> return ...
    responde = probabilidades.max(axis=1) >= umbral
    acierta = probabilidades.argmax(axis=1) == etiquetas
    return responde.mean(), acierta[responde].mean()
    # <<<

# %%
check("4.2.6", al_responder)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Con un reparto, tu red acierta 37 de 38 flores; la de tu compañera, con el mismo reparto, 36. ¿Qué puedes
# decir?
#
# - a) Que tu red es mejor: 0.974 es más que 0.947.
# - b) Que tu compañera no escaló las medidas.
# - c) Que se llevan una flor: hay que repetir con otros repartos antes de decir nada.
# - d) Que las dos han sobreajustado.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("4.2.A1", respuesta_1)

# %% [markdown]
# **A2.** Supón que un cuaderno enseña una red que acierta 38 de 38 flores de prueba. ¿Qué sabes de ella?
#
# - a) Que no falla nunca.
# - b) Que podría fallar, por ejemplo, 5 de cada 100: de vez en cuando sacaría este pleno.
# - c) Que vio las flores de prueba al aprender.
# - d) Que acierta 0.974 o más, porque cada flor vale 0.026.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "b"
# <<<
check("4.2.A2", respuesta_2)

# %% [markdown]
# **A3.** Supón que dos modelos respondieron a las mismas flores. Los intervalos de sus exactitudes se solapan; el de la
# diferencia pareada, el primero menos el segundo, va de 0.01 a 0.05. ¿Qué concluyes?
#
# - a) Que empatan: los intervalos se solapan.
# - b) Que no se puede comparar sin otro examen.
# - c) Que el segundo es mejor.
# - d) Que el primero acierta más, y que no parece solo la suerte de las flores que tocaron.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "d"
# <<<
check("4.2.A3", respuesta_3)

# %% [markdown]
# **A4.** Das a la red las medidas de una flor que no es un lirio y responde *virginica*, con 0.99. ¿Por qué?
#
# - a) Porque softmax reparte 1 entre las especies que conoce: no hay «ninguna de las tres».
# - b) Porque con un 99 % de probabilidad es una *virginica*.
# - c) Porque le faltó entrenar: con más épocas dudaría.
# - d) Porque no se escalaron las medidas.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "a"
# <<<
check("4.2.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Con 38 flores de prueba, una flor vale 0.026, y un pleno es compatible con fallar 7 u 8 de cada 100.
# - La misma red, con otro reparto, saca otra nota: se publica la media y cuánto baila, no el mejor.
# - Dos modelos se comparan en los mismos exámenes, restando: aquí, red, logística y kNN no se distinguen.
# - Una fuga puede no notarse; se evita igual, porque no se sabe de antemano cuándo mentirá.
# - Softmax dice «de estas tres, y si se parece a lo que vi». Un umbral sirve para callar, pero no para la rosa.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 3 (medir un
#   clasificador).
# - T. Dietterich (1998), «Approximate Statistical Tests for Comparing Supervised Classification Learning Algorithms»,
#   *Neural Computation* 10(7): por qué repetir repartos que comparten datos no basta.
# - scikit-learn: [validación cruzada](https://scikit-learn.org/stable/modules/cross_validation.html).
# - Por qué un 0.99 no siempre acierta 99 de cada 100: C. Guo y otros (2017), *On Calibration of Modern Neural Networks*:
#   [arXiv:1706.04599](https://arxiv.org/abs/1706.04599).
