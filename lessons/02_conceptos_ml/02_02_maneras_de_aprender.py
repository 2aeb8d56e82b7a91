# %% [markdown]
# # 2.2 · Maneras de aprender, y lo que suele salir mal
#
# | | |
# |---|---|
# | **Objetivos** | Distinguir las cuatro maneras de aprender viéndolas funcionar; decir qué es aprender en línea, y qué guarda cada clase de modelo; reconocer cinco maneras en que fallan los datos, el sobreajuste y el subajuste; repartir los datos, y comprobar un modelo con honestidad |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Qué es aprender, y el filtro de *spam* (lección {{que_es_el_ml}}); NumPy ({{arrays}}), pandas y scikit-learn ({{bibliotecas_cientificas}}) |
# | **Datos** | Los 120 mensajes del curso, los pingüinos de Palmer, y las flores y los dígitos que trae scikit-learn |
# | **Práctica** | Un filtro de *spam* que aprende, y su nota honesta |

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import load_digits, load_iris
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.naive_bayes import MultinomialNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.semi_supervised import LabelSpreading

from course_utils import check, hint, solution
from course_utils import load_messages, load_penguins

# %% [markdown] presenta="aprendizaje supervisado"
# ## 1 · ¿Quién le dice cuál es la respuesta correcta?
#
# Esa pregunta separa las cuatro maneras de aprender. Las verás funcionar de una en una; primero, las dos
# más comunes.
#
# **Aprendizaje supervisado** (*supervised*): cada ejemplo trae su respuesta, como los mensajes del filtro de *spam*
# de {{que_es_el_ml}}. Aquí, 150
# flores de iris de tres especies, con dos medidas del pétalo. El modelo, una regresión logística,
# está hecho de neuronas como las de la lección {{la_neurona}}; hoy solo importa qué recibe.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de cada demostración, en esta sección y en las dos siguientes, pregunta: «¿qué
# recibe `fit`?». Con respuesta, sin respuesta, casi sin respuestas. En 2.2.1 se tropieza con el eje de
# la suma: hay un centro por fila.

# %% presenta="sklearn.linear_model.LogisticRegression"
iris = load_iris()
petals = iris.data[:, 2:]  # largo y ancho del pétalo, en cm
a_train, a_test, b_train, b_test = train_test_split(
    petals, iris.target, random_state=42, stratify=iris.target)

# medidas Y respuestas
flower_model = LogisticRegression().fit(a_train, b_train)
flower_score = flower_model.score(a_test, b_test)
print(f"exactitud en flores nuevas ≈ {flower_score:.2f}   ¿Supera 0.85? "
      f"{flower_score > 0.85}")

# %% [markdown] presenta="aprendizaje no supervisado, k-means, .fit_predict"
# **Aprendizaje no supervisado** (*unsupervised*): no hay respuestas, solo se buscan parecidos. Le damos a *k-means*
# dos medidas de cada pingüino, **sin decirle la especie**, y le pedimos tres grupos (*clusters*). Su
# receta: pon tres centros al azar; cada pingüino va con su centro más cercano; mueve cada centro a la
# media de los suyos; repite hasta que nada cambie. (`n_init=10` lo repite con diez comienzos y se
# queda con el mejor; `fit_predict` forma los grupos y dice en cuál está cada uno.)
#
# **Predice:** ¿se parecerán sus tres grupos a las tres especies?

# %% presenta="sklearn.cluster.KMeans"
penguins = load_penguins().dropna()
measures = penguins[["bill_length_mm", "flipper_length_mm"]]
scaled = StandardScaler().fit_transform(measures)
# sin respuestas
groups = (KMeans(n_clusters=3, n_init=10, random_state=42)
          .fit_predict(scaled))

fig, ax = plt.subplots(figsize=(6.2, 3.6))
for g, (color, mark) in enumerate([("#E69F00", "o"), ("#009E73", "s"),
                                   ("#CC79A7", "^")]):
    ax.scatter(*measures[groups == g].to_numpy().T, s=16, color=color,
               marker=mark, label="un grupo")
ax.set(title="Tres grupos, encontrados sin saber la especie",
       xlabel="Largo del pico (mm)", ylabel="Largo de la aleta (mm)")
ax.legend()
fig.tight_layout()

# %%
matches = 0
for species in ["Adelie", "Chinstrap", "Gentoo"]:
    counts = np.bincount(groups[penguins["species"] == species],
                         minlength=3)
    matches += counts.max()
    print(f"{species:<9} ≈ {counts.max() / counts.sum():.2f} de ellos cayó "
          "en un mismo grupo")
print("¿Coincide con la especie más del 90 %?",
      matches > 0.9 * len(penguins))

# %% [markdown] presenta="numpy.sqrt"
# **Qué observas.** Casi redescubre las especies, y nadie se las dijo. Pero no sabe cómo se llaman, ni
# que sean especies: solo que se parecen. Y que fueran tres lo dijimos nosotros.
#
# ### Ejercicio 2.2.1
#
# Escribe el paso central de *k-means*. `centro_mas_cercano(punto, centros)` recibe un array con las
# coordenadas de un punto y otro con un centro en cada fila, y devuelve la **posición** (0, 1, 2…) del
# centro más cercano. La distancia es la de siempre: la raíz (`np.sqrt`) de la suma de las diferencias
# al cuadrado.

# %% tags=["ejercicio"]
def centro_mas_cercano(punto, centros):
    # >>> return ...
    distancias = np.sqrt(((centros - punto) ** 2).sum(axis=1))
    return distancias.argmin()
    # <<<

# %%
check("2.2.1", centro_mas_cercano)

# %% [markdown] presenta="aprendizaje semisupervisado, sklearn.semi_supervised.LabelSpreading, numpy.flatnonzero, numpy.concatenate, numpy.full, .transduction_"
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("2.2.1")` da una pista (y otra, si
# insistes), y `solution("2.2.1")` muestra una solución.
#
# ## 2 · ¿Sirve de algo un ejemplo sin respuesta?
#
# **Aprendizaje semisupervisado** (*semi-supervised*): pocas respuestas y muchos ejemplos sin ella. Poner
# etiquetas cuesta tiempo. De 1797 dígitos, digamos que solo 50 la tienen: cinco de cada uno.
# `LabelSpreading` las **contagia** a los vecinos, y de vecino en vecino llegan a todos: quedan en
# `transduction_`. (Un −1 significa «no sé la respuesta»: `np.full` llena con él un array.
# `np.flatnonzero` da las posiciones donde algo es cierto, y `np.concatenate` une varios arrays.)
#
# **Predice:** ¿ayudarán de algo las 1747 imágenes que no traen respuesta?

# %%
digits = load_digits()
rng = np.random.default_rng(42)
known = np.concatenate(
    [rng.choice(np.flatnonzero(digits.target == d), 5, replace=False)
     for d in range(10)])
partial = np.full(len(digits.target), -1)
partial[known] = digits.target[known]
hidden = partial == -1

# %%
only_50 = KNeighborsClassifier(n_neighbors=1).fit(digits.data[known],
                                                  digits.target[known])
only_50_score = only_50.score(digits.data[hidden], digits.target[hidden])
spreading = (LabelSpreading(kernel="knn", n_neighbors=7)
             .fit(digits.data, partial))
spread_score = np.mean(spreading.transduction_[hidden]
                       == digits.target[hidden])
print(f"solo con las 50 ≈ {only_50_score:.2f}   "
      f"contagiando ≈ {spread_score:.2f}")
print("¿Gana por más de 0.01?", spread_score > only_50_score + 0.01)

# %% [markdown] presenta="aprendizaje por refuerzo, numpy.zeros, .random, numpy.cumsum"
# **Qué observas.** Las imágenes sin respuesta ayudan: dibujan la forma de cada grupo, aunque nadie
# diga su nombre.
#
# ## 3 · ¿Y si solo hay premios?
#
# **Aprendizaje por refuerzo** (*reinforcement*): no hay respuestas, hay premios. Dos máquinas tragamonedas (o
# tragaperras; en inglés las apodan «bandidos mancos», y por eso este es el problema del **bandido**) dan
# premio con distinta probabilidad, y no sabes con cuál. Cada jugada enseña algo de **una** de ellas.
# ¿Sigues con la que mejor te va (**aprovechar**) o pruebas la otra (**explorar**)? La regla más sencilla:
# casi siempre la de mejor media hasta ahora y, con probabilidad ε (épsilon), una cualquiera.
# (`np.zeros(2)` son dos ceros; `rng.random()`, un número al azar de 0 a 1; y `np.cumsum`, la suma hasta
# cada jugada.)
#
# **Predice:** ¿quién gana más, el que nunca explora, el que explora el 10 % de las veces o el que juega
# siempre al azar?

# %% [markdown] tags=["docente"]
# **{{minutos}}** con la sección 2. Para el bandido juega a mano con dos monedas trucadas: la clase decide
# cuál lanzar y descubre sola el dilema entre explorar y aprovechar.

# %%
def play(epsilon, rounds=1000, chances=(0.3, 0.6), seed=42):
    """Premios acumulados, jugada a jugada, con dos máquinas."""
    rng = np.random.default_rng(seed)
    times, means, prizes = np.zeros(2), np.zeros(2), []
    for _ in range(rounds):
        explore = rng.random() < epsilon
        arm = rng.integers(2) if explore else means.argmax()
        prize = rng.random() < chances[arm]
        times[arm] += 1
        # la media, puesta al día
        means[arm] += (prize - means[arm]) / times[arm]
        prizes.append(prize)
    return np.cumsum(prizes)

# %%
never, some, always = play(epsilon=0), play(epsilon=0.1), play(epsilon=1)

fig, ax = plt.subplots(figsize=(6.5, 3.4))
ax.plot(some, color="#0072B2", label="explora el 10 %")
ax.plot(always, color="#999999", linestyle="--", label="siempre al azar")
ax.plot(never, color="#D55E00", linestyle=":", linewidth=2.5,
        label="nunca explora")
ax.set(title="Explorar un poco vale la pena", xlabel="Jugada",
       ylabel="Premios acumulados")
ax.legend()
fig.tight_layout()
print(f"nunca ≈ {never[-1]}   un poco ≈ {some[-1]}   "
      f"siempre ≈ {always[-1]}")
print("¿Gana el que explora un poco?",
      some[-1] > max(never[-1], always[-1]))

# %% [markdown] presenta="aprendizaje en línea, .partial_fit"
# **Qué observas.** El que nunca explora se queda con la primera máquina, que era la mala, y jamás se
# entera. El que siempre explora lo sabe, pero no lo aprovecha. El que explora un poco gana a los dos.
# Así, con premios en vez de respuestas, se aprende también a jugar o a mover un robot.
#
# ## 4 · ¿Aprende de una vez o sobre la marcha? ¿Y qué guarda?
#
# **Con todos los datos** (*batch*): se aprende una vez, de golpe, y después se usa. **En línea** (*online*): llega
# un poco de datos, se aprende de ellos y se sigue; sirve cuando los datos no caben en la memoria o no
# paran de llegar. En scikit-learn es `partial_fit`.
#
# **Predice:** si el filtro aprende de diez en diez mensajes, ¿acabará igual que aprendiendo de golpe?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que relean la línea de `means` en el bandido antes de 2.2.2: es la respuesta con otros
# nombres. Aclara el equívoco: *online* no significa «por internet».

# %%
messages = load_messages()
train, test = train_test_split(
    messages, test_size=40, stratify=messages["spam"], random_state=42)
at_once = make_pipeline(CountVectorizer(),
                        MultinomialNB()).fit(train["texto"], train["spam"])
predicted = at_once.predict(test["texto"])

# %%
counter = CountVectorizer().fit(train["texto"])
online = MultinomialNB()
for start in range(0, 80, 10):
    piece = train[start:start + 10]
    online.partial_fit(counter.transform(piece["texto"]), piece["spam"],
                       classes=[0, 1])
    if start in (0, 30, 70):
        score = online.score(counter.transform(test["texto"]), test["spam"])
        print(f"tras {start + 10} mensajes, exactitud ≈ {score:.2f}")

same = np.array_equal(online.predict(counter.transform(test["texto"])),
                      predicted)
print("Al final, ¿las mismas 40 respuestas?", same)

# %% [markdown] presenta="basado en ejemplos, basado en un modelo, parámetros, .coef_, .intercept_, .n_samples_fit_, .n_features_in_"
# **Qué observas.** Acaba igual, porque este modelo solo cuenta, y contar de diez en diez da lo mismo.
# En otros, como las redes neuronales, el orden y el tamaño de los trozos cambian el resultado. (Una
# pequeña trampa: las palabras que cuenta `counter` las sacamos antes, de los 80 mensajes a la vez.)
#
# La otra pregunta es qué guarda. Un modelo **basado en ejemplos** (*instance-based*), como kNN, se queda
# con todos y compara. Uno **basado en un modelo** (*model-based*) los resume en unos números, sus
# **parámetros**, y puede olvidar los ejemplos. (Lo que un modelo de scikit-learn aprende lleva un `_`
# al final: `coef_` e `intercept_` son los parámetros de una recta; `n_samples_fit_` y `n_features_in_`,
# cuántos ejemplos y cuántas columnas vio. Los píxeles van de 0 a 16: entre 16, quedan de 0 a 1. Y
# `max_iter` es cuántos pasos puede dar, como mucho, mientras aprende.)

# %%
x_train, x_rest, y_train, y_rest = train_test_split(
    digits.data, digits.target, train_size=1000, random_state=42)

for n in (500, 1000):
    knn = KNeighborsClassifier().fit(x_train[:n], y_train[:n])
    formula = LogisticRegression(max_iter=1000).fit(x_train[:n] / 16,
                                                    y_train[:n])
    stored = knn.n_samples_fit_ * knn.n_features_in_
    print(f"{n:4d} imágenes: kNN guarda {stored:5d} números; "
          "la regresión logística, "
          f"{formula.coef_.size + formula.intercept_.size}")

# %% [markdown]
# **Qué observas.** Con el doble de datos, kNN guarda el doble. La otra, siempre 650.
#
# ### Ejercicio 2.2.2
#
# Aprender en línea es también poner al día una media sin guardar los datos. Escribe
# `nueva_media(media, cuantos, dato)`: `media` es la media de los `cuantos` datos que ya llegaron, y
# `dato` es el que llega ahora. Devuelve la media con él incluido. Ejemplo: si la media de 3 datos era
# 10 y llega un 14, la nueva es 11.

# %% tags=["ejercicio"]
def nueva_media(media, cuantos, dato):
    # >>> return ...
    return media + (dato - media) / (cuantos + 1)
    # <<<

# %%
check("2.2.2", nueva_media)

# %% [markdown] presenta="numpy.where, .reshape, numpy.hstack, .bar_label, .invert_yaxis"
# ## 5 · ¿Qué le pasa a un modelo cuando fallan los datos?
#
# Muchas veces no falla el modelo, sino los datos. Tomemos kNN con los dígitos, que acierta mucho, y
# estropeemos los datos de cinco maneras. Las 797 imágenes que no son de entrenamiento las partimos ya en
# dos: con unas compararemos; las otras no se tocan hasta el final de la lección.
#
# (`np.where(c, a, b)` toma `a` donde se cumple `c` y `b` donde no; `reshape` cambia la forma de un
# array sin cambiar sus números, y con `-1` calcula el tamaño que falta; `np.hstack` pone dos tablas una
# al lado de otra. En la figura, `bar_label` escribe el número junto a cada barra, e `invert_yaxis` pone
# la primera arriba.)
#
# **Predice:** ¿cuál hará más daño?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que cada grupo apueste por una barra antes de ver la figura. El desajuste suele sorprender:
# mover la imagen **un** píxel, que una persona ni nota. Adelanta que las redes convolucionales
# (módulo {{modulo:cnn_vs_densa}}) nacen de ese problema.

# %% presenta="numpy.roll"
x_valid, y_valid = x_rest[:400], y_rest[:400]  # para comparar
x_test, y_test = x_rest[400:], y_rest[400:]    # para el final, una sola vez
rng = np.random.default_rng(42)

def exam(x, y, x_exam=x_valid):
    return KNeighborsClassifier().fit(x, y).score(x_exam, y_valid)

below_7 = y_train < 7
guessed = np.where(rng.random(1000) < 0.5,
                   rng.integers(10, size=1000), y_train)
junk, junk_valid = (rng.integers(0, 17, (1000, 400)),
                    rng.integers(0, 17, (400, 400)))
# un píxel a la derecha
moved = np.roll(x_valid.reshape(-1, 8, 8), 1, axis=2).reshape(-1, 64)

# %%
trials = {
    "datos sanos": exam(x_train, y_train),
    "pocos datos: solo 30": exam(x_train[:30], y_train[:30]),
    "poco representativos: sin 7, 8 ni 9": exam(x_train[below_7],
                                                y_train[below_7]),
    "malos: la mitad, etiquetados al azar": exam(x_train, guessed),
    "características inútiles: 400 de ruido": exam(
        np.hstack([x_train, junk]), y_train,
        np.hstack([x_valid, junk_valid])),
    "desajuste: el examen, movido un píxel": exam(x_train, y_train, moved),
}

# %%
healthy = trials["datos sanos"]
fig, ax = plt.subplots(figsize=(7, 3.2))
colors = ["#0072B2"] + ["#D55E00"] * 5
bars = ax.barh(list(trials), list(trials.values()), color=colors)
ax.bar_label(bars, fmt="%.2f", padding=3)
ax.set(title="El mismo modelo, con los datos estropeados",
       xlabel="Exactitud en el examen", ylabel="Qué falló", xlim=(0, 1.15))
ax.invert_yaxis()
fig.tight_layout()
print(f"con datos sanos ≈ {healthy:.2f}   ¿Supera 0.95? {healthy > 0.95}")
print("¿Caen las otras cinco al menos 0.05?",
      max(list(trials.values())[1:]) < healthy - 0.05)

# %% [markdown] presenta="desajuste"
# **Qué observas.** Las cinco barras naranjas son más cortas que la azul. Cuánto más cortas depende de la
# dosis: con 30 imágenes se hunde, y enseguida verás qué hace con 100. El **desajuste**
# (*mismatch*) es el más traicionero: se entrenó bien, se examinó bien, y al usarlo llegan datos un poco
# distintos.
#
# > **Lo que oirás por ahí: «lo que importa es tener muchos datos».** Comparemos 100 imágenes elegidas
# > al azar entre todos los dígitos con unas 700, pero sin ningún 7, 8 ni 9.

# %%
few_but_varied = exam(x_train[:100], y_train[:100])
many_but_partial = trials["poco representativos: sin 7, 8 ni 9"]
print(f"100 imágenes variadas ≈ {few_but_varied:.2f}")
print(f"≈ {below_7.sum()} sin 7, 8 ni 9: ≈ {many_but_partial:.2f}")
print("¿Ganan las 100 por más de 0.05?",
      few_but_varied > many_but_partial + 0.05)

# %% [markdown] presenta="sobreajuste, subajuste, conjunto de entrenamiento, conjunto de validación, conjunto de prueba"
# **Qué observas.** Las 100 ganan a unas siete veces más. Quien nunca vio un 7, un 8 ni un 9 no puede
# responderlos, por muchas veces que haya visto lo demás.
#
# ## 6 · ¿Y si lo que falla es el modelo?
#
# Puede fallar de dos maneras. **Sobreajuste** (*overfitting*): memoriza los ejemplos, con sus
# errores incluidos. **Subajuste** (*underfitting*): es tan simple que no aprende ni lo evidente. Para
# verlos, tres partes: con el **conjunto de entrenamiento** (*training set*) aprende, con el de
# **validación** (*validation set*) se compara y se elige, y el de **prueba** (*test set*) se guarda para
# el final. El 30 % de las etiquetas de entrenamiento, poco más o menos, las pondremos al azar; y con
# `k`, los vecinos que votan, se regula el modelo.
#
# **Predice:** con `k=1`, ¿qué exactitud tendrá en los mismos ejemplos que aprendió?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La curva con forma de montaña es la figura de la lección: pide que señalen en ella el
# sobreajuste, el subajuste y dónde se quedarían. Aclara que «validación» y «prueba» no son sinónimos: la
# primera se mira tantas veces como haga falta; la segunda, una. En 2.2.3, quien parte en bloques suele
# dejar el último más corto.

# %%
noisy = np.where(rng.random(1000) < 0.3,
                 rng.integers(10, size=1000), y_train)

ks = [1, 3, 5, 9, 15, 50, 150, 600]
in_train, in_valid = [], []
for k in ks:
    model = KNeighborsClassifier(n_neighbors=k).fit(x_train, noisy)
    in_train.append(model.score(x_train, noisy))
    in_valid.append(model.score(x_valid, y_valid))

best_k = ks[np.argmax(in_valid)]
final = (KNeighborsClassifier(n_neighbors=best_k).fit(x_train, noisy)
         .score(x_test, y_test))

# %% tags=["resultado"]
fig, ax = plt.subplots(figsize=(6.5, 3.4))
ax.semilogx(ks, in_valid, "o-", color="#0072B2", label="en validación")
ax.semilogx(ks, in_train, "s--", color="#D55E00", label="en entrenamiento")
ax.set(title="Sobreajuste a la izquierda, subajuste a la derecha",
       xticks=ks, xticklabels=ks,
       xlabel="Vecinos que votan (k)", ylabel="Exactitud", ylim=(0, 1.05))
ax.legend()
fig.tight_layout()
print(f"k=1: entrenamiento {in_train[0]:.2f}, "
      f"validación ≈ {in_valid[0]:.2f}")
print(f"elegido k ≈ {best_k}: validación ≈ {max(in_valid):.2f}, "
      f"prueba ≈ {final:.2f}")
print("¿El elegido supera a k=1 y a k=600 por más de 0.1?",
      max(in_valid) > max(in_valid[0], in_valid[-1]) + 0.1)
print("¿Y supera 0.88 en prueba?", final > 0.88)

# %% [markdown] presenta="validación cruzada"
# **Qué observas.** Con `k=1` la nota en entrenamiento es perfecta: cada ejemplo es su propio vecino, y
# se copia hasta las etiquetas equivocadas. En validación, en cambio, cae mucho. Con `k=600` fallan las
# dos. En medio está lo bueno: varios vecinos votan, y las etiquetas malas quedan en minoría. (Ahí la
# validación pasa por encima porque sus etiquetas están todas bien; las de entrenamiento, no.) **La nota
# de entrenamiento no dice cuánto se ha aprendido.**
#
# Con pocos datos, un solo examen depende mucho de la suerte del reparto. La **validación cruzada**
# (*cross-validation*) parte los datos en, por ejemplo, cinco trozos: cinco veces se aprende de cuatro y
# se examina con el que queda.

# %% presenta="sklearn.model_selection.cross_val_score"
scores = cross_val_score(make_pipeline(CountVectorizer(), MultinomialNB()),
                         messages["texto"], messages["spam"], cv=5)
print("cinco exámenes:", "  ".join(f"≈ {score:.2f}" for score in scores))
print(f"media ≈ {scores.mean():.2f}   ¿Supera 0.8? {scores.mean() > 0.8}")
print("¿Dan los cinco lo mismo?", len(set(scores)) == 1)

# %% [markdown]
# **Qué observas.** El mismo modelo saca notas distintas según qué mensajes le tocan. La media de las
# cinco es más de fiar que una sola, y la distancia entre ellas dice cuánta suerte hay.
#
# ### Ejercicio 2.2.3
#
# Escribe tú el reparto. Hay `n` ejemplos, numerados de 0 a `n - 1`, y `trozos` trozos. La función
# `repartir(n, trozos, turno)` devuelve **dos listas** de números: primero los ejemplos con los que se
# aprende, y después los del examen de ese turno (0, 1, …, `trozos - 1`). Reuniendo todos los turnos,
# cada ejemplo se examina **una vez exacta**, y los trozos tienen el mismo tamaño, o uno de
# diferencia. Una idea que funciona: el ejemplo `i` se examina en el turno `i % trozos`.

# %% tags=["ejercicio"]
def repartir(n, trozos, turno):
    # >>> return ...
    aprender = [i for i in range(n) if i % trozos != turno]
    examen = [i for i in range(n) if i % trozos == turno]
    return aprender, examen
    # <<<

# %%
check("2.2.3", repartir)

# %% [markdown]
# ## Errores frecuentes
#
# **1. Examinar con los mismos datos de aprender.** No da ningún error: da una nota falsa.

# %%
memorizer = KNeighborsClassifier(n_neighbors=1).fit(x_train, noisy)
fake, real = memorizer.score(x_train,
                             noisy), memorizer.score(x_valid, y_valid)
print(f"Falla:     {fake:.2f} con los mismos datos")
print(f"Arreglado: ≈ {real:.2f} con datos nuevos   ¿Era mucho menos? "
      f"{real < fake - 0.15}")

# %% [markdown]
# **2. Comparar los números de los grupos con los de las especies.** *k-means* numera sus grupos en un
# orden cualquiera: su grupo 0 no tiene por qué ser la especie 0. Se mira qué grupo **reúne** a cada una.

# %% presenta=".map"
codes = (penguins["species"]
         .map({"Adelie": 0, "Chinstrap": 1, "Gentoo": 2}).to_numpy())
by_number = [np.mean((groups + turn) % 3 == codes) for turn in range(3)]

print("Falla: según cómo se numeren, coincide",
      "  ".join(f"≈ {s:.2f}" for s in sorted(by_number)))
print(f"Arreglado: ≈ {matches / len(penguins):.2f} está en el "
      "grupo de su especie")
print("¿Alguna numeración da menos de 0.5?", min(by_number) < 0.5)

# %% [markdown]
# ## Práctica: tu filtro de *spam*
#
# ### Paso 1 · Ejercicio 2.2.4
#
# Escribe `crear_filtro()`, que devuelve un modelo de scikit-learn **nuevo, sin entrenar**, que recibe
# textos y responde 1 o 0. `check` lo someterá a validación cruzada de cinco trozos con los 120
# mensajes: la media tiene que llegar a **0.8**. Puedes usar el de la lección o probar otro:
# `LogisticRegression(max_iter=1000)` en lugar de `MultinomialNB()`, o
# `CountVectorizer(ngram_range=(1, 2))`, que cuenta también parejas de palabras seguidas.

# %% [markdown] tags=["docente"]
# **{{minutos}}** para errores, práctica y autoevaluación. Anota en la pizarra la mejor media de la clase y
# pregunta si ganar por 0.01 con 120 mensajes significa algo (no: es un mensaje).

# %% tags=["ejercicio"]
def crear_filtro():
    # >>> return ...
    contar = CountVectorizer()
    decidir = MultinomialNB()
    return make_pipeline(contar, decidir)
    # <<<

# %%
check("2.2.4", crear_filtro)

# %% [markdown]
# ### Paso 2 · ¿Cuánta suerte hay?
#
# **Predice:** si se reparten de otra manera los mismos 120 mensajes, ¿cuánto cambiará la media del mismo
# filtro?

# %% presenta="sklearn.model_selection.StratifiedKFold"
from sklearn.model_selection import StratifiedKFold

means = []
for seed in range(10):
    folds = StratifiedKFold(n_splits=5, shuffle=True, random_state=seed)
    results = cross_val_score(make_pipeline(CountVectorizer(),
                                            MultinomialNB()),
                              messages["texto"], messages["spam"], cv=folds)
    means.append(results.mean())
print("diez repartos: "
      f"la media va de ≈ {min(means):.3f} a ≈ {max(means):.3f}")
print("¿Se mueve más que un mensaje de 120?",
      max(means) - min(means) > 1 / 120)

# %% [markdown]
# **Qué observas.** El filtro es el mismo y los mensajes también: solo cambió quién examina a quién, y la
# media se mueve. Una ventaja más pequeña que eso, medida en un solo reparto, no dice que un filtro sea
# mejor que otro.

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Una tienda tiene los datos de sus clientes, sin ninguna respuesta anotada, y quiere descubrir
# qué tipos de cliente hay. ¿Qué aprendizaje es?
#
# - a) Supervisado.
# - b) Por refuerzo.
# - c) No supervisado.
# - d) Semisupervisado.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("2.2.A1", respuesta_1)

# %% [markdown]
# **A2.** Un modelo acierta el 100 % en entrenamiento y el 70 % en validación. ¿Qué le pasa?
#
# - a) Subajuste: le falta complejidad.
# - b) Nada: el 100 % es la nota buena.
# - c) El conjunto de validación está mal hecho.
# - d) Sobreajuste: memorizó ejemplos en lugar de aprender lo general.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "d"
# <<<
check("2.2.A2", respuesta_2)

# %% [markdown]
# **A3.** Pruebas 20 modelos y quieres quedarte con el mejor. ¿Con qué conjunto los comparas?
#
# - a) Con el de entrenamiento, que es el más grande.
# - b) Con el de validación, o con validación cruzada.
# - c) Con el de prueba, que es el examen de verdad.
# - d) Con los tres juntos, para tener más datos.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "b"
# <<<
check("2.2.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Con respuestas, supervisado; sin ellas, no supervisado; con unas pocas, semisupervisado; con
#   premios, por refuerzo.
# - Se aprende de golpe o en línea; un modelo guarda los ejemplos o los resume en parámetros.
# - Los datos fallan por pocos, parciales, mal etiquetados, inútiles o distintos de los de después.
# - Sobreajuste es memorizar: buena nota en entrenamiento y mucho peor en validación. Subajuste es quedarse
#   corto: mala en las dos.
# - Se aprende con entrenamiento, se elige con validación y se examina, una vez, con prueba.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulo 1.
# - Guía de scikit-learn, en inglés: [elegir el estimador
#   adecuado](https://scikit-learn.org/stable/machine_learning_map.html) y [validación
#   cruzada](https://scikit-learn.org/stable/modules/cross_validation.html).
# - R. S. Sutton y A. G. Barto, *Reinforcement Learning: An Introduction*, 2.ª ed., capítulo 2: más sobre
#   el bandido. Se lee gratis en [la página de sus autores](http://incompleteideas.net/book/the-book.html).
