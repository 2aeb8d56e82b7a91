# %% [markdown]
# # 2.1 · Qué es el aprendizaje automático
#
# | | |
# |---|---|
# | **Objetivos** | Decir qué es aprender para una máquina, con su tarea, su experiencia y su medida; comparar un filtro de reglas con uno que aprende; distinguir las cuatro maneras de aprender viéndolas funcionar; reconocer las tres piezas de todo aprendizaje y los cuatro pasos de un proyecto; nombrar lo que suele salir mal, y comprobar un modelo con honestidad |
# | **Duración** | 60 min |
# | **Requisitos** | Funciones (lección 1.5), NumPy, pandas y scikit-learn (1.6) |
# | **Datos** | 120 mensajes escritos para el curso, los pingüinos de Palmer, y las flores y los dígitos que trae scikit-learn |
# | **Práctica** | Un filtro de *spam* que aprende |

# %%
import math
import re
from collections import Counter

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Ellipse
from sklearn.datasets import load_digits, load_iris
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier

from course_utils import check, load_messages, load_penguins

# %% [markdown]
# ## 1 · ¿Qué quiere decir que una máquina «aprende»?
#
# Hay tres palabras que se usan como si fueran la misma, y una está dentro de otra:

# %% [markdown] tags=["docente"]
# **8 min.** Antes de la figura, que cada quien escriba tres aparatos o aplicaciones «con
# inteligencia artificial» y decida en qué círculo los pondría. En 2.1.1 casi todo el mundo duda
# entre la experiencia y la medida: la primera entra antes de aprender; la segunda se mira después.

# %%
fig, ax = plt.subplots(figsize=(7, 3.6))
circles = [
    (4.5, 8.6, "#dddddd", "Inteligencia artificial (IA):\nhacer lo que pide inteligencia"),
    (3.2, 6.0, "#9ccbe8", "Aprendizaje automático (ML):\nlo aprende de ejemplos"),
    (1.9, 3.6, "#0072B2", "Aprendizaje profundo (DL):\ncon redes de muchas capas"),
]
for top, width, color, text in circles:
    ax.add_patch(Ellipse((0, top / 2), width, top, color=color))
    dark = color == "#0072B2"
    ax.text(0, top - 0.75 if not dark else 0.95, text, ha="center", va="center", fontsize=8.5,
            color="white" if dark else "black")
ax.set(title="Una está dentro de otra", xlim=(-4.5, 4.5), ylim=(-0.1, 4.7))
ax.axis("off")
fig.tight_layout()

# %% [markdown]
# La figura dice tres cosas:
#
# - La **inteligencia artificial** (IA) es el círculo grande, e incluye programas que no aprenden nada:
#   el detector de pagos con reglas que escribiste en la lección 1.4 también cabe ahí.
# - El **aprendizaje automático** (*machine learning*, ML) es la parte en la que las reglas no las
#   escribe una persona: salen de los ejemplos.
# - El **aprendizaje profundo** (*deep learning*, DL) es la parte que aprende con redes neuronales de
#   muchas capas. Llegaremos a ellas paso a paso, desde la lección 2.4.
#
# También se clasifica la IA por lo que abarca. La **estrecha** hace una tarea, o unas cuantas, y es la
# que usas a diario. La **general** podría aprender lo que aprende cualquier persona: es un objetivo, y
# los expertos no se ponen de acuerdo ni en cómo se reconocería. La **superinteligencia**, que nos
# superaría en todo, es una hipótesis.
#
# ¿Y «aprender»? En 1959, Arthur Samuel, de IBM, publicó que un programa de damas podía aprender a
# jugar mejor que quien lo escribió: nadie le dictó las buenas jugadas, mejoró jugando. Su idea: que la
# computadora aprenda a hacer algo **sin que le programemos cada paso**. En 1997, Tom Mitchell le puso
# medida: un programa aprende cuando su **rendimiento P** en una **tarea T** mejora con la
# **experiencia E**.
#
# Midámoslo. T: decir qué dígito hay en una imagen de 8×8 píxeles. E: imágenes con su respuesta.
# P: la fracción de aciertos (la **exactitud**, *accuracy*) en otras que no ha visto. El modelo es el
# de los **k vecinos más cercanos** (*k-nearest neighbours*, kNN) de la lección 1.6, con un solo vecino.
#
# **Predice:** con 10 imágenes de ejemplo, ¿cuántas acertará de cada 100? ¿Y con 1000?

# %%
digits = load_digits()
x_train, x_test, y_train, y_test = train_test_split(
    digits.data, digits.target, train_size=1000, random_state=42)

experience = [10, 30, 100, 300, 1000]
performance = []
for n in experience:
    model = KNeighborsClassifier(n_neighbors=1).fit(x_train[:n], y_train[:n])
    performance.append(model.score(x_test, y_test))

for n, score in zip(experience, performance):
    print(f"E = {n:4d} imágenes   P ≈ {score:.2f}")
print("¿Mejora P cada vez que aumenta E?", bool(np.all(np.diff(performance) > 0)))

# %%
fig, ax = plt.subplots(figsize=(6, 3.2))
ax.semilogx(experience, performance, "o-", color="#0072B2")
ax.axhline(0.1, color="#999999", linestyle="--", label="responder al azar")
ax.set(title="Aprender es esto: más experiencia, mejor rendimiento", xticks=experience,
       xticklabels=experience, ylim=(0, 1.05), ylabel="P: exactitud",
       xlabel="E: número de imágenes de ejemplo")
ax.legend()
fig.tight_layout()

# %% [markdown]
# **Qué observas.** La línea sube y se va aplanando: las primeras imágenes enseñan mucho; las últimas,
# poco. El programa no cambió ni una letra. Solo cambió lo que había visto.
#
# Con esa plantilla se lee casi cualquier aplicación:
#
# | Campo | T: la tarea | E: la experiencia |
# |---|---|---|
# | Finanzas | avisar de un pago fraudulento | pagos pasados, y cuáles fueron fraude |
# | Asistentes | pasar la voz a texto | grabaciones con su transcripción |
# | *Marketing* | recomendar el siguiente producto | lo que compraron otras personas |
# | Transporte | calcular a qué hora llegas | viajes anteriores, con su duración |
# | Salud | señalar una radiografía dudosa | radiografías con su diagnóstico |
# | Seguridad | detectar un acceso extraño | accesos normales de cada usuario |
# | Industria | prever que una máquina fallará | sus vibraciones antes de cada avería |
#
# ### Ejercicio 2.1.1
#
# Un filtro de correo aprende a apartar el *spam*, los mensajes no deseados. De esta lista, ¿qué es la
# tarea, qué es la experiencia y qué es la medida del rendimiento? Guarda en cada variable el
# **número** (1, 2, 3 o 4). Sobra uno.
#
# 1. La fracción de mensajes nuevos que clasifica bien.
# 2. La velocidad de la computadora.
# 3. Decidir si un mensaje es *spam* o normal.
# 4. Miles de mensajes que la gente ya marcó como *spam* o como normales.

# %% tags=["ejercicio"]
# >>> tarea = ...
tarea = 3
# <<<
# >>> experiencia = ...
experiencia = 4
# <<<
# >>> rendimiento = ...
rendimiento = 1
# <<<

# %%
check("2.1.1", tarea, experiencia, rendimiento)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("2.1.1")` da una pista (y otra, si
# insistes), y `solution("2.1.1")` muestra una solución. Antes hay que traerlos:
# `from course_utils import hint, solution`.
#
# ## 2 · ¿Escribo las reglas o enseño ejemplos?
#
# Probemos las dos con el mismo problema. Estos mensajes los escribimos para el curso; en lugar de
# direcciones dicen «enlace».

# %% [markdown] tags=["docente"]
# **15 min**, la sección más larga y la que más se recuerda. Haz el concurso en voz alta: la clase
# dicta seis palabras de *spam* y se cambia la lista `rule_words`. Si alguien conoce a Bayes: la suma
# de pesos es el clasificador ingenuo de Bayes; al resto no le hace falta el nombre. Con prisa, deja
# 2.1.3 para casa: nada posterior depende de él.

# %%
messages = load_messages()
train, test = train_test_split(
    messages, test_size=40, stratify=messages["spam"], random_state=42)

print("para aprender:", len(train), " para el examen:", len(test))
for text, label in zip(messages["texto"][3:8], messages["spam"][3:8]):
    print("spam  " if label == 1 else "normal", "|", text)

# %% [markdown]
# `stratify` reparte por igual: el examen tiene 20 mensajes de *spam* y 20 normales. La **etiqueta**
# (*label*) de cada mensaje, 1 o 0, es la respuesta correcta.
#
# **Reglas.** Lo primero que se le ocurre a cualquiera: si el mensaje dice «gratis», «premio»…, fuera.
#
# ### Ejercicio 2.1.2
#
# Escribe `spam_por_reglas(texto, palabras)`: devuelve `True` si en el texto aparece **alguna** de las
# palabras de la lista, y `False` si no aparece ninguna. Da igual que estén en mayúsculas o minúsculas:
# «¡GRATIS!» cuenta como `"gratis"`. Las palabras de la lista llegan siempre en minúsculas.

# %% tags=["ejercicio"]
def spam_por_reglas(texto, palabras):
    # >>> return ...
    en_minusculas = texto.lower()
    return any(palabra in en_minusculas for palabra in palabras)
    # <<<

# %%
check("2.1.2", spam_por_reglas)

# %% [markdown]
# **Predice:** con las seis palabras de la celda siguiente, ¿cuántos de los 20 mensajes de *spam* del
# examen atrapará la regla?

# %%
rule_words = ["gratis", "premio", "dinero", "oferta", "enlace", "urgente"]

def rule_filter(texts):
    return np.array([any(word in text.lower() for word in rule_words) for text in texts])

spam_test = test.loc[test["spam"] == 1, "texto"]
normal_test = test.loc[test["spam"] == 0, "texto"]
caught_by_rules = rule_filter(spam_test).sum()
print("spam atrapado:               ", caught_by_rules, "de", len(spam_test))
print("normales apartados por error:", rule_filter(normal_test).sum(), "de", len(normal_test))

# %% [markdown]
# **Qué observas.** Se le escapa más de la mitad, y hasta aparta un mensaje normal. Se pueden añadir
# palabras, claro: una, otra, otra… ¿Y si las eligen los ejemplos?
#
# **Aprender.** Contamos cuántas veces sale cada palabra en el *spam* de entrenamiento y cuántas en
# los mensajes normales. De ahí sale un **peso** para cada una: positivo si es más de *spam*, negativo
# si es más de mensajes normales.

# %%
def words_in(text):
    return re.findall(r"\w\w+", text.lower())  # trozos de dos o más letras o cifras seguidas

spam_counts, normal_counts = Counter(), Counter()
for text, label in zip(train["texto"], train["spam"]):
    (spam_counts if label == 1 else normal_counts).update(words_in(text))

vocabulary = sorted(set(spam_counts) | set(normal_counts))
print("palabras distintas:", len(vocabulary))
for word in ["enlace", "tu", "la", "mañana"]:
    print(f"{word:<7} en spam: {spam_counts[word]:2d}   en normales: {normal_counts[word]:2d}")

# %%
spam_total, normal_total = sum(spam_counts.values()), sum(normal_counts.values())
weights = {}
for word in vocabulary:
    in_spam = (spam_counts[word] + 1) / (spam_total + len(vocabulary))
    in_normal = (normal_counts[word] + 1) / (normal_total + len(vocabulary))
    weights[word] = math.log(in_spam / in_normal)

ranking = sorted(vocabulary, key=weights.get)
shown = ranking[:8] + ranking[-8:]
fig, ax = plt.subplots(figsize=(6.5, 4))
ax.barh(shown[8:], [weights[w] for w in shown[8:]], color="#D55E00", hatch="//", label="de spam")
ax.barh(shown[:8], [weights[w] for w in shown[:8]], color="#0072B2", label="de mensajes normales")
ax.set(title="Los pesos que salieron de los ejemplos", xlabel="Peso (sin unidades)",
       ylabel="Palabra")
ax.legend(loc="upper right")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Nadie eligió esas palabras. Algunas se te habrían ocurrido, como «enlace». Otras
# no: ¿habrías puesto «sin» o «tus» en una lista de *spam*? La cuenta, escrita como fórmula:
#
# $$\text{peso} = \ln \frac{(s + 1)\,/\,(S + V)}{(n + 1)\,/\,(N + V)}$$
#
# donde $s$ y $n$ son las veces que sale la palabra en el *spam* y en los normales; $S$ y $N$, todas
# las palabras de cada lado; y $V$, las palabras distintas. El $+1$ evita que una palabra que falta en
# un lado dé un cero, y con él un logaritmo imposible. El logaritmo natural ($\ln$, en Python
# `math.log`) convierte «el doble de frecuente» y «la mitad de frecuente» en +0.69 y −0.69.
#
# ### Ejercicio 2.1.3
#
# Escribe la fórmula como función: recibe `s`, `n`, `S`, `N` y `V`, en ese orden, y devuelve el peso.

# %% tags=["ejercicio"]
def peso(s, n, S, N, V):
    # >>> return ...
    frecuencia_spam = (s + 1) / (S + V)
    frecuencia_normal = (n + 1) / (N + V)
    return math.log(frecuencia_spam / frecuencia_normal)
    # <<<

# %%
check("2.1.3", peso)

# %% [markdown]
# Para decidir, se **suman** los pesos de las palabras del mensaje: más de 0, *spam*. Las palabras
# nunca vistas no suman nada.
#
# En scikit-learn son dos piezas: `CountVectorizer` cuenta las palabras y `MultinomialNB` calcula los
# mismos pesos y los suma. (Tiene en cuenta además cuánto *spam* suele llegar; aquí, la mitad.)
#
# **Predice:** ¿darán las dos versiones las mismas 40 respuestas?

# %%
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.naive_bayes import MultinomialNB
from sklearn.pipeline import make_pipeline

by_hand = [sum(weights.get(word, 0) for word in words_in(text)) > 0 for text in test["texto"]]

spam_model = make_pipeline(CountVectorizer(), MultinomialNB())
spam_model.fit(train["texto"], train["spam"])
predicted = spam_model.predict(test["texto"])
print("¿Las mismas 40 respuestas?", np.array_equal(by_hand, predicted == 1))

# %%
caught = spam_model.predict(spam_test).sum()
false_alarms = spam_model.predict(normal_test).sum()
print(f"spam atrapado:                ≈ {caught} de {len(spam_test)}")
print(f"normales apartados por error: ≈ {false_alarms} de {len(normal_test)}")
print("¿Atrapa al menos 4 más que las reglas?", caught >= caught_by_rules + 4)
print("¿Aparta también algún mensaje normal?", false_alarms > 0)

# %% [markdown]
# **Qué observas.** Atrapa muchos más, y nadie escribió ni una regla. No es perfecto: también aparta
# algún mensaje normal, y perder uno de esos puede ser peor que leer un *spam*. Lo mediremos en la
# práctica.
#
# Pero los *spammers* no se quedan quietos: adivinan las reglas y **disfrazan** palabras. «gratis» pasa a
# ser «gr4t1s», y una persona lo entiende igual.
#
# **Predice:** si disfrazan las seis palabras de la lista, ¿qué le pasará a cada filtro?

# %%
disguises = str.maketrans("aeiou", "4310v")

def disguise(text, words):
    for word in words:  # \b es el borde de una palabra: no toca «ofertado» al buscar «oferta»
        text = re.sub(rf"\b{word}\b", word.translate(disguises), text, flags=re.IGNORECASE)
    return text

def caught_of(texts, model=spam_model):
    return [int(rule_filter(texts).sum()), int(model.predict(texts).sum())]

print(disguise("Reclama gratis tu premio en el enlace", rule_words))
before = caught_of(spam_test)
round_1 = caught_of([disguise(text, rule_words) for text in spam_test])
print("reglas: atrapan", before[0], "y después", round_1[0])
print(f"aprendido: atrapa ≈ {before[1]} y después ≈ {round_1[1]}")
print("¿El aprendido pierde menos de 5?", before[1] - round_1[1] < 5)

# %% [markdown]
# **Qué observas.** Las reglas caen a cero: bastaron seis palabras. El filtro aprendido casi ni se
# entera, porque decide con **muchas** palabras a la vez: «tu», «tus», «hoy», «datos» siguen ahí.
#
# No cantemos victoria. ¿Y si disfrazan además las 40 palabras con más peso? ¿Y si, después, los
# usuarios marcan diez mensajes disfrazados y el filtro vuelve a aprender?

# %%
strongest = rule_words + ranking[-40:]
attack = [disguise(text, strongest) for text in spam_test]
round_2 = caught_of(attack)

marked = [disguise(text, strongest) for text in train.loc[train["spam"] == 1, "texto"][:10]]
retrained = make_pipeline(CountVectorizer(), MultinomialNB())
retrained.fit(list(train["texto"]) + marked, list(train["spam"]) + [1] * 10)
round_3 = caught_of(attack, retrained)

print(f"el ataque: de ≈ {before[1]} a ≈ {round_2[1]}   diez ejemplos después: ≈ {round_3[1]}")
print("¿El ataque le hace perder 3 o más?", before[1] - round_2[1] >= 3)
print("¿Diez ejemplos nuevos lo mejoran?", round_3[1] > round_2[1])

# %%
rounds = ["al principio", "disfrazan\n6 palabras", "y las 40 de\nmás peso", "10 ejemplos\nnuevos"]
results = np.array([before, round_1, round_2, round_3])

fig, ax = plt.subplots(figsize=(7, 3.4))
ax.plot(rounds, results[:, 1], "o-", color="#0072B2", label="filtro aprendido")
ax.plot(rounds, results[:, 0], "s--", color="#D55E00", label="reglas")
ax.set(title="La carrera contra los spammers", xlabel="Ronda",
       ylabel="Spam atrapado (de 20)", ylim=(-1, 21))
ax.legend(loc=(0.69, 0.12))
fig.tight_layout()

# %% [markdown]
# **Qué observas.** La línea de las reglas se hunde y no vuelve: alguien tendría que escribir otras. La
# del filtro aprendido también baja cuando el ataque es fuerte, así que **aprender no es ser
# invulnerable**. La diferencia está en el final: con diez ejemplos nuevos y el mismo código, remonta.
#
# ## 3 · ¿Quién le dice cuál es la respuesta correcta?
#
# Esa pregunta separa las cuatro maneras de aprender. Las cuatro, funcionando:
#
# **Supervisado** (*supervised*): cada ejemplo trae su respuesta, como en el filtro de *spam*. Aquí, 150
# flores de iris de tres especies, con dos medidas del pétalo. El modelo, una regresión logística, se
# explica más adelante; hoy solo importa qué recibe.

# %% [markdown] tags=["docente"]
# **10 min.** Antes de cada demostración, pregunta: «¿qué recibe `fit`?». Con respuesta, sin respuesta,
# casi sin respuestas. Para el bandido juega a mano con dos monedas trucadas: la clase decide cuál
# lanzar y descubre sola el dilema entre explorar y aprovechar.

# %%
from sklearn.linear_model import LogisticRegression

iris = load_iris()
petals = iris.data[:, 2:]  # largo y ancho del pétalo, en cm
a_train, a_test, b_train, b_test = train_test_split(
    petals, iris.target, random_state=42, stratify=iris.target)

flower_model = LogisticRegression().fit(a_train, b_train)  # medidas Y respuestas
flower_score = flower_model.score(a_test, b_test)
print(f"exactitud en flores nuevas ≈ {flower_score:.2f}   ¿Supera 0.85? {flower_score > 0.85}")

# %% [markdown]
# **No supervisado** (*unsupervised*): no hay respuestas, solo se buscan parecidos. Le damos a *k-means*
# dos medidas de cada pingüino, **sin decirle la especie**, y le pedimos tres grupos (*clusters*). Su
# receta: pon tres centros al azar; cada pingüino va con su centro más cercano; mueve cada centro a la
# media de los suyos; repite hasta que nada cambie.
#
# **Predice:** ¿se parecerán sus tres grupos a las tres especies?

# %%
from sklearn.cluster import KMeans
from sklearn.preprocessing import StandardScaler

penguins = load_penguins().dropna()
measures = penguins[["bill_length_mm", "flipper_length_mm"]]
scaled = StandardScaler().fit_transform(measures)
groups = KMeans(n_clusters=3, n_init=10, random_state=42).fit_predict(scaled)  # sin respuestas

fig, ax = plt.subplots(figsize=(6.2, 3.6))
for g, (color, mark) in enumerate([("#0072B2", "o"), ("#D55E00", "^"), ("#999999", "s")]):
    ax.scatter(*measures[groups == g].to_numpy().T, s=16, color=color, marker=mark,
               label="un grupo")
ax.set(title="Tres grupos, encontrados sin saber la especie", xlabel="Largo del pico (mm)",
       ylabel="Largo de la aleta (mm)")
ax.legend()
fig.tight_layout()

# %%
matches = 0
for species in ["Adelie", "Chinstrap", "Gentoo"]:
    counts = np.bincount(groups[penguins["species"] == species], minlength=3)
    matches += counts.max()
    print(f"{species:<9} ≈ {counts.max() / counts.sum():.2f} de ellos cayó en un mismo grupo")
print("¿Coincide con la especie más del 90 %?", matches > 0.9 * len(penguins))

# %% [markdown]
# **Qué observas.** Casi redescubre las especies, y nadie se las dijo. Pero no sabe cómo se llaman, ni
# que sean especies: solo que se parecen. Y que fueran tres lo dijimos nosotros.
#
# ### Ejercicio 2.1.4
#
# Escribe el paso central de *k-means*. `centro_mas_cercano(punto, centros)` recibe un array con las
# coordenadas de un punto y otro con un centro en cada fila, y devuelve la **posición** (0, 1, 2…) del
# centro más cercano. La distancia es la de siempre: la raíz de la suma de las diferencias al cuadrado.

# %% tags=["ejercicio"]
def centro_mas_cercano(punto, centros):
    # >>> return ...
    distancias = np.sqrt(((centros - punto) ** 2).sum(axis=1))
    return distancias.argmin()
    # <<<

# %%
check("2.1.4", centro_mas_cercano)

# %% [markdown]
# **Semisupervisado** (*semi-supervised*): pocas respuestas y muchos ejemplos sin ella. Poner
# etiquetas cuesta tiempo. De 1797 dígitos, digamos que solo 50 la tienen: cinco de cada uno.
# `LabelSpreading` las **contagia** a los vecinos, y de vecino en vecino llegan a todos. (Un −1 significa
# «no sé la respuesta».)
#
# **Predice:** ¿ayudarán de algo las 1747 imágenes que no traen respuesta?

# %%
from sklearn.semi_supervised import LabelSpreading

rng = np.random.default_rng(42)
known = np.concatenate([rng.choice(np.flatnonzero(digits.target == d), 5, replace=False)
                        for d in range(10)])
partial = np.full(len(digits.target), -1)
partial[known] = digits.target[known]
hidden = partial == -1

only_50 = KNeighborsClassifier(n_neighbors=1).fit(digits.data[known], digits.target[known])
only_50_score = only_50.score(digits.data[hidden], digits.target[hidden])
spreading = LabelSpreading(kernel="knn", n_neighbors=7).fit(digits.data, partial)
spread_score = np.mean(spreading.transduction_[hidden] == digits.target[hidden])
print(f"solo con las 50 ≈ {only_50_score:.2f}   contagiando ≈ {spread_score:.2f}")
print("¿Gana por más de 0.01?", spread_score > only_50_score + 0.01)

# %% [markdown]
# **Qué observas.** Las imágenes sin respuesta ayudan: dibujan la forma de cada grupo, aunque nadie
# diga su nombre.
#
# **Por refuerzo** (*reinforcement*): no hay respuestas, hay premios. Dos máquinas tragamonedas (o
# tragaperras) dan premio con distinta probabilidad, y no sabes con cuál. Cada jugada enseña algo de
# **una** de ellas. ¿Sigues con la que mejor te va (**aprovechar**) o pruebas la otra (**explorar**)? La
# regla más sencilla: casi siempre la de mejor media hasta ahora y, con probabilidad ε (épsilon), una
# cualquiera.
#
# **Predice:** ¿quién gana más, el que nunca explora, el que explora el 10 % de las veces o el que juega
# siempre al azar?

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
        means[arm] += (prize - means[arm]) / times[arm]  # la media, puesta al día
        prizes.append(prize)
    return np.cumsum(prizes)

# %%
never, some, always = play(epsilon=0), play(epsilon=0.1), play(epsilon=1)

fig, ax = plt.subplots(figsize=(6.5, 3.4))
ax.plot(some, color="#0072B2", label="explora el 10 %")
ax.plot(always, color="#999999", linestyle="--", label="siempre al azar")
ax.plot(never, color="#D55E00", linestyle=":", linewidth=2.5, label="nunca explora")
ax.set(title="Explorar un poco vale la pena", xlabel="Jugada", ylabel="Premios acumulados")
ax.legend()
fig.tight_layout()
print(f"nunca ≈ {never[-1]}   un poco ≈ {some[-1]}   siempre ≈ {always[-1]}")
print("¿Gana el que explora un poco?", some[-1] > max(never[-1], always[-1]))

# %% [markdown]
# **Qué observas.** El que nunca explora se queda con la primera máquina, que era la mala, y jamás se
# entera. El que siempre explora lo sabe, pero no lo aprovecha. El que explora un poco gana a los dos.
# Así, con premios en vez de respuestas, se aprende también a jugar o a mover un robot.
#
# ## 4 · ¿Aprende de una vez o sobre la marcha? ¿Y qué guarda?
#
# **Por lotes** (*batch*): se aprende una vez con todo, y después se usa. **En línea** (*online*): llega
# un poco de datos, se aprende de ellos y se sigue; sirve cuando los datos no caben en la memoria o no
# paran de llegar. En scikit-learn es `partial_fit`.
#
# **Predice:** si el filtro aprende de diez en diez mensajes, ¿acabará igual que aprendiendo de golpe?

# %% [markdown] tags=["docente"]
# **5 min.** Que relean la línea de `means` en el bandido antes de 2.1.5: es la respuesta con otros
# nombres. Aclara el equívoco: *online* no significa «por internet».

# %%
counter = CountVectorizer().fit(train["texto"])
online = MultinomialNB()
for start in range(0, 80, 10):
    piece = train[start:start + 10]
    online.partial_fit(counter.transform(piece["texto"]), piece["spam"], classes=[0, 1])
    if start in (0, 30, 70):
        score = online.score(counter.transform(test["texto"]), test["spam"])
        print(f"tras {start + 10} mensajes, exactitud ≈ {score:.2f}")

same = np.array_equal(online.predict(counter.transform(test["texto"])), predicted)
print("Al final, ¿las mismas 40 respuestas?", same)

# %% [markdown]
# **Qué observas.** Acaba igual, porque este modelo solo cuenta, y contar de diez en diez da lo mismo.
# Otros, como las redes neuronales, acaban en sitios parecidos pero no idénticos.
#
# La otra pregunta es qué guarda. Un modelo **basado en ejemplos** (*instance-based*), como kNN, se queda
# con todos y compara. Uno **basado en un modelo** (*model-based*) los resume en unos números, sus
# **parámetros**, y puede olvidar los ejemplos.

# %%
for n in (500, 1000):
    knn = KNeighborsClassifier().fit(x_train[:n], y_train[:n])
    formula = LogisticRegression(max_iter=1000).fit(x_train[:n] / 16, y_train[:n])
    stored = knn.n_samples_fit_ * knn.n_features_in_
    print(f"{n:4d} imágenes: kNN guarda {stored:5d} números; "
          f"la regresión logística, {formula.coef_.size + formula.intercept_.size}")

# %% [markdown]
# **Qué observas.** Con el doble de datos, kNN guarda el doble. La otra, siempre 650.
#
# ### Ejercicio 2.1.5
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
check("2.1.5", nueva_media)

# %% [markdown]
# ## 5 · ¿Qué piezas tiene todo aprendizaje por dentro?
#
# Tres: una **decisión** (cómo se pasa de los datos a la respuesta), un **error** (cuánto se equivoca)
# y una **optimización** (cómo se cambia la decisión para que el error baje). Construyamos el
# clasificador más pequeño posible con ellas: ¿una flor es *virginica* o *versicolor*, según el largo
# de su pétalo?
#
# - Decisión: es *virginica* si el pétalo mide **más de** `u` cm.
# - Error: la fracción de flores en que se equivoca.
# - Optimización: probar muchos `u` y quedarse con el de menor error.
#
# **Predice:** ¿llegará el error a cero con algún `u`?

# %% [markdown] tags=["docente"]
# **6 min.** Escribe las tres palabras en la pizarra y déjalas todo el módulo: en 2.5 la decisión será
# una red, el error una función de pérdida y la optimización el descenso de gradiente.

# %%
two_species = iris.target > 0
lengths = iris.data[two_species, 2]              # largo del pétalo, en cm
is_virginica = iris.target[two_species] == 2

candidates = np.arange(3.05, 6.9, 0.1)
errors = []
for u in candidates:
    decision = lengths > u                        # 1. decisión
    errors.append(np.mean(decision != is_virginica))  # 2. error
best = np.argmin(errors)                          # 3. optimización
print(f"mejor umbral: {candidates[best]:.2f} cm, con un error de {errors[best]:.2f}")

# %%
fig, ax = plt.subplots(figsize=(6, 3.2))
ax.plot(candidates, errors, color="#0072B2", label="error")
ax.plot(candidates[best], errors[best], "o", color="#D55E00", markersize=9, label="el menor")
ax.set(title="Aprender es bajar al fondo de esta curva", xlabel="Umbral u (cm)",
       ylabel="Error (fracción de flores)")
ax.legend()
fig.tight_layout()

# %% [markdown]
# **Qué observas.** La curva baja, toca fondo y vuelve a subir. No llega a cero: hay flores de las dos
# especies con el mismo largo, y ningún umbral las separa. La biblioteca hace lo mismo: un **árbol de
# decisión** (*decision tree*) de un solo nivel busca un umbral. (Él mide el error de otra manera,
# pero aquí llega al mismo sitio.)

# %%
from sklearn.tree import DecisionTreeClassifier

column = lengths[:, np.newaxis]  # scikit-learn pide una tabla, aunque sea de una columna
tree = DecisionTreeClassifier(max_depth=1, random_state=42).fit(column, is_virginica)
print(f"umbral del árbol: {tree.tree_.threshold[0]:.2f} cm")
print("¿El mismo error que el nuestro?",
      math.isclose(1 - tree.score(column, is_virginica), errors[best]))

# %% [markdown]
# ### Ejercicio 2.1.6
#
# Escribe la pieza del medio. `error_del_umbral(u, largos, etiquetas)` recibe un umbral, un array con
# los largos y un array de booleanos (`True` si es *virginica*). Devuelve la **fracción** de flores en
# que la decisión «largo mayor que `u`» **no** coincide con la etiqueta: un número entre 0 y 1.

# %% tags=["ejercicio"]
def error_del_umbral(u, largos, etiquetas):
    # >>> return ...
    return ((largos > u) != etiquetas).mean()
    # <<<

# %%
check("2.1.6", error_del_umbral)

# %% [markdown]
# Esas tres piezas son el motor. Alrededor, un proyecto da siempre cuatro pasos, y ya los diste todos
# con el filtro de *spam*:
#
# 1. **Preparar** los datos: reunirlos, mirarlos, limpiarlos, apartar el examen.
# 2. **Representar**: convertirlos en números (contar palabras). Cada número es una **característica**
#    (*feature*).
# 3. **Aprender**: elegir un modelo y llamar a `fit`.
# 4. **Evaluar**: medir con datos que no ha visto; y, casi siempre, volver al paso 1.
#
# ## 6 · ¿Qué suele salir mal, y cómo se descubre a tiempo?
#
# Muchas veces no falla el modelo, sino los datos. Tomemos kNN con los dígitos, que acierta mucho, y
# estropeemos los datos de cinco maneras.
#
# **Predice:** ¿cuál hará más daño?

# %% [markdown] tags=["docente"]
# **8 min.** Que cada grupo apueste por una barra antes de ver la figura. El desajuste suele sorprender:
# mover la imagen **un** píxel, que una persona ni nota. Adelanta que las redes convolucionales
# (módulo 5) nacen de ese problema.

# %%
rng = np.random.default_rng(42)

def exam(x, y, x_exam=x_test):
    return KNeighborsClassifier().fit(x, y).score(x_exam, y_test)

below_7 = y_train < 7
guessed = np.where(rng.random(1000) < 0.5, rng.integers(10, size=1000), y_train)
junk, junk_test = rng.integers(0, 17, (1000, 400)), rng.integers(0, 17, (len(x_test), 400))
moved = np.roll(x_test.reshape(-1, 8, 8), 1, axis=2).reshape(-1, 64)  # un píxel a la derecha

# %%
trials = {
    "datos sanos": exam(x_train, y_train),
    "pocos datos: solo 30": exam(x_train[:30], y_train[:30]),
    "poco representativos: sin 7, 8 ni 9": exam(x_train[below_7], y_train[below_7]),
    "malos: la mitad, etiquetados al azar": exam(x_train, guessed),
    "características inútiles: 400 de ruido": exam(
        np.hstack([x_train, junk]), y_train, np.hstack([x_test, junk_test])),
    "desajuste: el examen, movido un píxel": exam(x_train, y_train, moved),
}

# %%
healthy = trials["datos sanos"]
fig, ax = plt.subplots(figsize=(7, 3.2))
colors = ["#0072B2"] + ["#D55E00"] * 5
bars = ax.barh(list(trials), list(trials.values()), color=colors)
ax.bar_label(bars, fmt="%.2f", padding=3)
ax.set(title="El mismo modelo, con los datos estropeados", xlabel="Exactitud en el examen",
       ylabel="Qué falló", xlim=(0, 1.15))
ax.invert_yaxis()
fig.tight_layout()
print(f"con datos sanos ≈ {healthy:.2f}   ¿Supera 0.95? {healthy > 0.95}")
print("¿Caen las otras cinco al menos 0.05?", max(list(trials.values())[1:]) < healthy - 0.05)

# %% [markdown]
# **Qué observas.** Las cinco barras naranjas son más cortas que la azul. El **desajuste**
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
print("¿Ganan las 100 por más de 0.05?", few_but_varied > many_but_partial + 0.05)

# %% [markdown]
# **Qué observas.** Las 100 ganan a siete veces más. Ningún modelo aprende lo que no ha visto, por muchas
# veces que haya visto lo demás.
#
# Los otros dos problemas son del modelo. **Sobreajuste** (*overfitting*): memoriza los ejemplos, con sus
# errores incluidos. **Subajuste** (*underfitting*): es tan simple que no aprende ni lo evidente. Para
# verlos, tres partes: con el **conjunto de entrenamiento** (*training set*) aprende, con el de
# **validación** (*validation set*) se compara y se elige, y el de **prueba** (*test set*) se guarda para
# el final. El 30 % de las etiquetas de entrenamiento, poco más o menos, las pondremos al azar; y con
# `k`, los vecinos que votan, se regula el modelo.
#
# **Predice:** con `k=1`, ¿qué exactitud tendrá en los mismos ejemplos que aprendió?

# %%
x_valid, y_valid = x_test[:300], y_test[:300]      # para elegir
x_final, y_final = x_test[300:], y_test[300:]      # para el final, una sola vez
noisy = np.where(rng.random(1000) < 0.3, rng.integers(10, size=1000), y_train)

ks = [1, 3, 5, 9, 15, 50, 150, 600]
in_train, in_valid = [], []
for k in ks:
    model = KNeighborsClassifier(n_neighbors=k).fit(x_train, noisy)
    in_train.append(model.score(x_train, noisy))
    in_valid.append(model.score(x_valid, y_valid))

best_k = ks[np.argmax(in_valid)]
final = KNeighborsClassifier(n_neighbors=best_k).fit(x_train, noisy).score(x_final, y_final)

# %%
fig, ax = plt.subplots(figsize=(6.5, 3.4))
ax.semilogx(ks, in_valid, "o-", color="#0072B2", label="en validación")
ax.semilogx(ks, in_train, "s--", color="#D55E00", label="en entrenamiento")
ax.set(title="Sobreajuste a la izquierda, subajuste a la derecha", xticks=ks, xticklabels=ks,
       xlabel="Vecinos que votan (k)", ylabel="Exactitud", ylim=(0, 1.05))
ax.legend()
fig.tight_layout()
print(f"k=1: entrenamiento {in_train[0]:.2f}, validación ≈ {in_valid[0]:.2f}")
print(f"elegido k ≈ {best_k}: validación ≈ {max(in_valid):.2f}, prueba ≈ {final:.2f}")
print("¿El elegido supera a k=1 y a k=600 por más de 0.1?",
      max(in_valid) > max(in_valid[0], in_valid[-1]) + 0.1)
print("¿Y supera 0.88 en prueba?", final > 0.88)

# %% [markdown]
# **Qué observas.** Con `k=1` la nota en entrenamiento es perfecta: cada ejemplo es su propio vecino, y
# se copia hasta las etiquetas equivocadas. En validación, en cambio, cae mucho. Con `k=600` fallan las
# dos. En medio está lo bueno: varios vecinos votan, y las etiquetas malas quedan en minoría. (Ahí la
# validación pasa por encima porque sus etiquetas están todas bien; las de entrenamiento, no.) **La nota
# de entrenamiento no dice cuánto se ha aprendido.**
#
# Con pocos datos, un solo examen depende mucho de la suerte del reparto. La **validación cruzada**
# (*cross-validation*) parte los datos en, por ejemplo, cinco trozos: cinco veces se aprende de cuatro y
# se examina con el que queda.

# %%
scores = cross_val_score(make_pipeline(CountVectorizer(), MultinomialNB()),
                         messages["texto"], messages["spam"], cv=5)
print("cinco exámenes:", "  ".join(f"≈ {score:.2f}" for score in scores))
print(f"media ≈ {scores.mean():.2f}   ¿Supera 0.8? {scores.mean() > 0.8}")
print("¿Dan los cinco lo mismo?", len(set(scores)) == 1)

# %% [markdown]
# **Qué observas.** El mismo modelo saca notas distintas según qué mensajes le tocan. La media de las
# cinco es más de fiar que una sola, y la distancia entre ellas dice cuánta suerte hay.
#
# ### Ejercicio 2.1.7
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
check("2.1.7", repartir)

# %% [markdown]
# ## Errores frecuentes
#
# **1. Examinar con los mismos datos de aprender.** No da ningún error: da una nota falsa.

# %%
memorizer = KNeighborsClassifier(n_neighbors=1).fit(x_train, noisy)
fake, real = memorizer.score(x_train, noisy), memorizer.score(x_valid, y_valid)
print(f"Falla:     {fake:.2f} con los mismos datos")
print(f"Arreglado: ≈ {real:.2f} con datos nuevos   ¿Era mucho menos? {real < fake - 0.15}")

# %% [markdown]
# **2. Dar un texto suelto donde va una lista de textos.** `predict` espera siempre varios ejemplos,
# aunque sea una lista con uno solo.

# %%
try:
    spam_model.predict("Tu premio te espera")
except ValueError as error:
    print("Falla:", type(error).__name__)

answer = spam_model.predict(["Confirma tu tarjeta en este enlace para recibir dinero"])
print("Arreglado, una lista de uno:", "spam" if answer[0] == 1 else "normal")

# %% [markdown]
# **3. Volver a aprender el vocabulario con los datos de prueba.** `fit_transform` cuenta **sus** palabras,
# y las columnas ya no son las que el modelo conoce. Con los datos nuevos va solo `transform`; una
# *pipeline* lo hace bien sin que tengas que acordarte.

# %%
counter = CountVectorizer()
word_model = MultinomialNB().fit(counter.fit_transform(train["texto"]), train["spam"])
try:
    word_model.predict(CountVectorizer().fit_transform(test["texto"]))
except ValueError as error:
    print("Falla:", type(error).__name__, "porque las columnas no son las mismas")

print("Arreglado:", len(word_model.predict(counter.transform(test["texto"]))), "respuestas")

# %% [markdown]
# ## Práctica: tu filtro de *spam*
#
# ### Paso 1 · Ejercicio 2.1.8
#
# Escribe `crear_filtro()`, que devuelve un modelo de scikit-learn **nuevo, sin entrenar**, que recibe
# textos y responde 1 o 0. `check` lo someterá a validación cruzada de cinco trozos con los 120
# mensajes: la media tiene que llegar a **0.8**. Puedes usar el de la lección o probar otro:
# `LogisticRegression(max_iter=1000)` en lugar de `MultinomialNB()`, o
# `CountVectorizer(ngram_range=(1, 2))`, que cuenta también parejas de palabras seguidas.

# %% [markdown] tags=["docente"]
# **8 min** para errores, práctica y autoevaluación. Anota en la pizarra la mejor media de la clase y
# pregunta si ganar por 0.01 con 120 mensajes significa algo (no: es un mensaje). En 2.1.9, que cada
# quien diga qué error le molestaría más en su propio correo: prepara la lección 2.3.

# %% tags=["ejercicio"]
def crear_filtro():
    # >>> return ...
    contar = CountVectorizer()
    decidir = MultinomialNB()
    return make_pipeline(contar, decidir)
    # <<<

# %% tags=["resultado"]
check("2.1.8", crear_filtro)

# %% [markdown]
# ### Paso 2 · Ejercicio 2.1.9
#
# No todos los errores cuestan lo mismo. Escribe `contar_errores(reales, predichas)`: recibe dos arrays
# de unos y ceros (1 es *spam*) y devuelve **dos números enteros**, en este orden: cuántos mensajes de
# *spam* **se colaron** (eran 1 y dijo 0) y cuántos normales **se perdieron** (eran 0 y dijo 1).

# %% tags=["ejercicio"]
def contar_errores(reales, predichas):
    # >>> return ...
    se_colaron = ((reales == 1) & (predichas == 0)).sum()
    se_perdieron = ((reales == 0) & (predichas == 1)).sum()
    return se_colaron, se_perdieron
    # <<<

# %%
check("2.1.9", contar_errores)

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
check("2.1.A1", respuesta_1)

# %% [markdown]
# **A2.** Un programa con mil reglas escritas por expertos avisa de averías y acierta mucho. ¿Qué es?
#
# - a) Inteligencia artificial, pero no aprendizaje automático.
# - b) Aprendizaje automático, porque acierta.
# - c) Aprendizaje profundo, porque tiene muchas reglas.
# - d) Ninguna de las tres: no aprende.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "a"
# <<<
check("2.1.A2", respuesta_2)

# %% [markdown]
# **A3.** Un modelo acierta el 100 % en entrenamiento y el 70 % en validación. ¿Qué le pasa?
#
# - a) Subajuste: le falta complejidad.
# - b) Nada: el 100 % es la nota buena.
# - c) El conjunto de validación está mal hecho.
# - d) Sobreajuste: memorizó ejemplos en lugar de aprender lo general.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "d"
# <<<
check("2.1.A3", respuesta_3)

# %% [markdown]
# **A4.** Pruebas 20 modelos y quieres quedarte con el mejor. ¿Con qué conjunto los comparas?
#
# - a) Con el de entrenamiento, que es el más grande.
# - b) Con el de validación, o con validación cruzada.
# - c) Con el de prueba, que es el examen de verdad.
# - d) Con los tres juntos, para tener más datos.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "b"
# <<<
check("2.1.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Una máquina aprende si su rendimiento P en una tarea T mejora con la experiencia E.
# - Las reglas se escriben y se esquivan; lo aprendido también falla, pero se vuelve a entrenar.
# - Con respuestas, supervisado; sin ellas, no supervisado; con unas pocas, semisupervisado; con
#   premios, por refuerzo.
# - Decisión, error y optimización: las tres piezas. Preparar, representar, aprender y evaluar: los
#   cuatro pasos.
# - Se aprende con entrenamiento, se elige con validación y se examina, una vez, con prueba.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulo 1.
# - A. L. Samuel (1959), *Some Studies in Machine Learning Using the Game of Checkers*, IBM Journal of
#   Research and Development 3(3), y T. M. Mitchell (1997), *Machine Learning*, capítulo 1.
# - Guía de scikit-learn, en inglés: [elegir el estimador
#   adecuado](https://scikit-learn.org/stable/machine_learning_map.html) y [validación
#   cruzada](https://scikit-learn.org/stable/modules/cross_validation.html).
