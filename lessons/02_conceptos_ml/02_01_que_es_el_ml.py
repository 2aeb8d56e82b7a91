# %% [markdown]
# # 2.1 · Qué es el aprendizaje automático
#
# | | |
# |---|---|
# | **Objetivos** | Decir qué es aprender para una máquina, con su tarea, su experiencia y su medida; comparar un filtro de reglas con uno que aprende, y explicar qué le pasa a cada uno cuando lo atacan; reconocer las tres piezas del aprendizaje y los cuatro pasos de un proyecto |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Funciones (lección {{funciones}}), NumPy ({{arrays}}), pandas y scikit-learn ({{bibliotecas_cientificas}}) |
# | **Datos** | 120 mensajes escritos para el curso, y las flores y los dígitos que trae scikit-learn |
# | **Práctica** | Juzgar dos filtros de *spam*: el de reglas y el que aprende |

# %%
import math
import re
from collections import Counter

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Ellipse
from sklearn.datasets import load_digits, load_iris
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

from course_utils import check, hint, solution
from course_utils import load_messages

# %% [markdown] presenta=".add_patch, matplotlib.patches.Ellipse, .text, .axis"
# ## 1 · ¿Qué quiere decir que una máquina «aprende»?
#
# Hay tres palabras que se usan como si fueran la misma, y una está dentro de otra. (En el código,
# `Ellipse` es un óvalo y `add_patch` lo pone en la figura; `text` escribe encima, y `axis("off")` borra
# los ejes.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de la figura, que cada quien escriba tres aparatos o aplicaciones «con
# inteligencia artificial» y decida en qué óvalo los pondría. En 2.1.1 casi todo el mundo duda
# entre la experiencia y la medida: la primera entra antes de aprender; la segunda se mira después.

# %%
fig, ax = plt.subplots(figsize=(7, 3.6))
circles = [(4.5, 8.6, "#dddddd", "Inteligencia artificial (IA):\n"
            "hacer lo que pide inteligencia"),
           (3.2, 6.0, "#9ccbe8", "Aprendizaje automático (ML):\n"
            "lo aprende de ejemplos"),
           (1.9, 3.6, "#0072B2", "Aprendizaje profundo (DL):\n"
            "con redes de muchas capas")]
for top, width, color, text in circles:
    ax.add_patch(Ellipse((0, top / 2), width, top, color=color))
    dark = color == "#0072B2"
    ax.text(0, top - 0.75 if not dark else 0.95, text, ha="center",
            va="center", fontsize=8.5, color="white" if dark else "black")
ax.set(title="Una está dentro de otra", xlim=(-4.5, 4.5), ylim=(-0.1, 4.7))
ax.axis("off")
fig.tight_layout()

# %% [markdown] presenta="inteligencia artificial, aprendizaje automático, aprendizaje profundo, exactitud, sklearn.datasets.load_digits, .data, .target, numpy.diff, numpy.all, .semilogx"
# La figura dice tres cosas:
#
# - La **inteligencia artificial** (IA) es el óvalo grande, e incluye programas que no aprenden nada:
#   el detector de pagos con reglas que escribiste en la lección {{decisiones}} también cabe ahí.
# - El **aprendizaje automático** (*machine learning*, ML) es la parte en la que las reglas no las
#   escribe una persona: salen de los ejemplos.
# - El **aprendizaje profundo** (*deep learning*, DL) es la parte que aprende con redes neuronales de
#   muchas capas. Llegaremos a ellas paso a paso, desde la lección {{la_neurona}}.
#
# También se clasifica la IA por lo que abarca. La **estrecha** hace una tarea, o unas cuantas, y es la
# que usas a diario. La **general** podría aprender lo que aprende cualquier persona: es un objetivo, y
# los expertos no se ponen de acuerdo ni en cómo se reconocería. La **superinteligencia**, que nos
# superaría en todo, es una hipótesis.
#
# ¿Y «aprender»? En 1959, Arthur Samuel, de IBM, publicó que un programa de damas podía aprender a
# jugar mejor que quien lo escribió: mejoraba con cada partida, también contra sí mismo. Su idea: que la
# computadora aprenda a hacer algo **sin que le programemos cada paso**. En 1997, Tom Mitchell le puso
# medida: un programa aprende cuando su **rendimiento P** en una **tarea T** mejora con la
# **experiencia E**.
#
# Midámoslo. T: decir qué dígito hay en una imagen de 8×8 píxeles. E: imágenes con su respuesta.
# P: la fracción de aciertos (la **exactitud**, *accuracy*) en otras que no ha visto. El modelo es el
# de los **k vecinos más cercanos** (*k-nearest neighbours*, kNN) de la lección {{bibliotecas_cientificas}}, con un solo vecino.
# `load_digits` trae las imágenes: en `data`, una fila de píxeles por imagen; en `target`, qué dígito es.
# (Al final, `np.diff` resta a cada número el anterior, y `np.all` pregunta si todo es cierto. Y en la
# figura, `semilogx` es un `plot` con otro eje x: cada marca no suma, multiplica.)
#
# **Predice:** con 10 imágenes de ejemplo, ¿cuántas acertará de cada 100? ¿Y con 1000?

# %%
digits = load_digits()
x_train, x_test, y_train, y_test = train_test_split(
    digits.data, digits.target, train_size=1000, random_state=42)

experience = [10, 30, 100, 300, 1000]
performance = []
for n in experience:
    model = KNeighborsClassifier(n_neighbors=1).fit(x_train[:n],
                                                    y_train[:n])
    performance.append(model.score(x_test, y_test))

for n, score in zip(experience, performance):
    print(f"E = {n:4d} imágenes   P ≈ {score:.2f}")
print("¿Mejora P cada vez que aumenta E?",
      bool(np.all(np.diff(performance) > 0)))

# %% presenta=".axhline"
fig, ax = plt.subplots(figsize=(6, 3.2))
ax.semilogx(experience, performance, "o-", color="#0072B2")
ax.axhline(0.1, color="#999999", linestyle="--", label="responder al azar")
ax.set(title="Aprender es esto: más experiencia, mejor rendimiento",
       xticks=experience,
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
# insistes), y `solution("2.1.1")` muestra una solución.
#
# ## 2 · ¿Hasta dónde llegan las reglas?
#
# Un mismo problema, resuelto de dos maneras: con reglas, aquí, y con ejemplos, en la sección siguiente.
# Estos mensajes los escribimos para el curso; en lugar de direcciones dicen «enlace».

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Haz el concurso en voz alta: la clase dicta seis palabras de *spam* y se cambia la lista
# `rule_words`. Apunta en la pizarra las dos cuentas de cada propuesta: cuánto *spam* atrapa y cuántos
# mensajes normales se lleva por delante. En 2.1.2 el error típico es separar el texto en palabras y
# perder «¡GRATIS!» por sus signos.

# %% presenta="course_utils.load_messages"
messages = load_messages()
train, test = train_test_split(
    messages, test_size=40, stratify=messages["spam"], random_state=42)

print("para aprender:", len(train), " para el examen:", len(test))
for text, label in zip(messages["texto"][3:8], messages["spam"][3:8]):
    print("spam  " if label == 1 else "normal", "|", text)

# %% [markdown] presenta="etiqueta, any, generador"
# `stratify` mantiene en las dos partes la proporción del total, aquí mitad y mitad: el examen tiene 20
# mensajes de *spam* y 20 normales. La **etiqueta** (*label*) de cada mensaje, 1 o 0, es la respuesta
# correcta.
#
# **Reglas.** Lo primero que se le ocurre a cualquiera: si el mensaje dice «gratis», «premio»…, fuera.
#
# ### Ejercicio 2.1.2
#
# Escribe `spam_por_reglas(texto, palabras)`: devuelve `True` si en el texto aparece **alguna** de las
# palabras de la lista, y `False` si no aparece ninguna. Da igual que estén en mayúsculas o minúsculas:
# «¡GRATIS!» cuenta como `"gratis"`. Las palabras de la lista llegan siempre en minúsculas. Se puede
# con `for`, o con `any`, que dice si **alguno** se cumple: `any(label == 1 for label in train["spam"])`
# mira si hay algún *spam*. (Eso de dentro, una comprensión sin corchetes, se llama **generador**.)

# %% tags=["ejercicio"]
def spam_por_reglas(texto, palabras):
    # >>> return ...
    en_minusculas = texto.lower()
    return any(palabra in en_minusculas for palabra in palabras)
    # <<<

# %%
check("2.1.2", spam_por_reglas)

# %% [markdown] presenta=".loc"
# **Predice:** con las seis palabras de la celda siguiente, ¿cuántos de los 20 mensajes de *spam* del
# examen atrapará la regla? (`test.loc[test["spam"] == 1, "texto"]` son los textos de las filas que
# cumplen esa condición.)

# %%
rule_words = ["gratis", "premio", "dinero", "oferta", "enlace", "urgente"]

def rule_filter(texts):
    return np.array([any(word in text.lower() for word in rule_words)
                     for text in texts])

spam_test = test.loc[test["spam"] == 1, "texto"]
normal_test = test.loc[test["spam"] == 0, "texto"]
caught_by_rules = rule_filter(spam_test).sum()
print("spam atrapado:               ", caught_by_rules, "de",
      len(spam_test))
print("normales apartados por error:", rule_filter(normal_test).sum(), "de",
      len(normal_test))

# %% [markdown] presenta="peso, collections.Counter, .update"
# **Qué observas.** Se le escapa más de la mitad, y hasta aparta un mensaje normal. Se pueden añadir
# palabras, claro: una, otra, otra… Cada una la tiene que pensar alguien.
#
# ## 3 · ¿Y si las palabras las eligen los ejemplos?
#
# Contamos cuántas veces sale cada palabra en el *spam* de entrenamiento y cuántas en
# los mensajes normales. De ahí sale un **peso** para cada una: positivo si es más de *spam*, negativo
# si es más de mensajes normales. (Un `Counter` es un diccionario que cuenta: `update` le suma las
# palabras de otro mensaje.)

# %% [markdown] tags=["docente"]
# **{{minutos}}**, la sección más larga y la que más se recuerda. Si alguien conoce a Bayes: la suma de
# pesos es el clasificador ingenuo de Bayes; al resto no le hace falta el nombre. Con prisa, deja 2.1.3
# para casa: nada posterior depende de él. La ampliación del final es el mejor debate de la lección: ¿qué
# haría la clase si fuera el *spammer*?

# %% presenta="re.findall"
def words_in(text):
    # trozos de dos o más letras o cifras seguidas
    return re.findall(r"\w\w+", text.lower())

spam_counts, normal_counts = Counter(), Counter()
for text, label in zip(train["texto"], train["spam"]):
    (spam_counts if label == 1 else normal_counts).update(words_in(text))

vocabulary = sorted(set(spam_counts) | set(normal_counts))
print("palabras distintas:", len(vocabulary))
for word in ["enlace", "tu", "la", "mañana"]:
    print(f"{word:<7} en spam: {spam_counts[word]:2d}   en normales: "
          f"{normal_counts[word]:2d}")

# %% presenta="math.log"
spam_total, normal_total = (sum(spam_counts.values()),
                            sum(normal_counts.values()))
weights = {}
for word in vocabulary:
    in_spam = (spam_counts[word] + 1) / (spam_total + len(vocabulary))
    in_normal = (normal_counts[word] + 1) / (normal_total + len(vocabulary))
    weights[word] = math.log(in_spam / in_normal)

# %%
ranking = sorted(vocabulary, key=weights.get)
shown = ranking[:8] + ranking[-8:]
fig, ax = plt.subplots(figsize=(6.5, 4))
ax.barh(shown[8:], [weights[w] for w in shown[8:]], color="#D55E00",
        hatch="//", label="de spam")
ax.barh(shown[:8], [weights[w] for w in shown[:8]], color="#0072B2",
        label="de mensajes normales")
ax.set(title="Los pesos que salieron de los ejemplos",
       xlabel="Peso (sin unidades)", ylabel="Palabra")
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
# un lado dé un cero, y con él una división o un logaritmo imposibles; y como se suma 1 a cada palabra
# distinta, abajo se suma $V$. El logaritmo natural ($\ln$, en Python
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

# %% [markdown] presenta="sklearn.feature_extraction.text.CountVectorizer, sklearn.naive_bayes.MultinomialNB"
# Para decidir, se **suman** los pesos de las palabras del mensaje: más de 0, *spam*. Las palabras
# nunca vistas no suman nada.
#
# En scikit-learn son dos piezas: `CountVectorizer` cuenta las palabras y `MultinomialNB` calcula los
# mismos pesos y los suma. (Tiene en cuenta además cuánto *spam* suele llegar; aquí, la mitad.)
#
# **Predice:** ¿darán las dos versiones las mismas 40 respuestas?

# %% presenta="numpy.array_equal"
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.naive_bayes import MultinomialNB
from sklearn.pipeline import make_pipeline

by_hand = [sum(weights.get(word, 0) for word in words_in(text)) > 0
           for text in test["texto"]]

spam_model = make_pipeline(CountVectorizer(), MultinomialNB())
spam_model.fit(train["texto"], train["spam"])
predicted = spam_model.predict(test["texto"])
print("¿Las mismas 40 respuestas?", np.array_equal(by_hand, predicted == 1))

# %%
caught = spam_model.predict(spam_test).sum()
false_alarms = spam_model.predict(normal_test).sum()
print(f"spam atrapado:                ≈ {caught} de {len(spam_test)}")
print("normales apartados por error: "
      f"≈ {false_alarms} de {len(normal_test)}")
print("¿Atrapa al menos 4 más que las reglas?",
      caught >= caught_by_rules + 4)
print("¿Aparta también algún mensaje normal?", false_alarms > 0)

# %% [markdown] presenta=".maketrans, .translate, re.sub, re.IGNORECASE"
# **Qué observas.** Atrapa muchos más, y nadie escribió ni una regla. No es perfecto: también aparta
# algún mensaje normal, y perder uno de esos puede ser peor que leer un *spam*. Lo mediremos en la
# Práctica.
#
# Pero los *spammers* no se quedan quietos: adivinan las reglas y **disfrazan** palabras. «gratis» pasa a
# ser «gr4t1s», y una persona lo entiende igual. (`str.maketrans` hace la tabla: qué signo va en lugar de
# cada letra; `translate` la aplica a una palabra. `re.sub` cambia en un texto todo lo que encaja con un
# patrón, y `re.IGNORECASE` le dice que no distinga mayúsculas.)
#
# **Predice:** si disfrazan las seis palabras de la lista, ¿qué le pasará a cada filtro?

# %%
disguises = str.maketrans("aeiou", "4310v")

def disguise(text, words):
    # \b es el borde de una palabra: no toca «ofertado» al buscar «oferta»
    for word in words:
        text = re.sub(rf"\b{word}\b", word.translate(disguises), text,
                      flags=re.IGNORECASE)
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
# entera, porque decide con **muchas** palabras a la vez: «tu», «tus», «hoy», «datos» siguen ahí. Y el
# arreglo también es distinto. Las reglas nuevas las tiene que escribir alguien; el filtro aprendido
# necesita ejemplos nuevos, ya marcados, y el mismo `fit`.
#
# ### ★ Ampliación · ¿Y si el ataque es más fuerte?
#
# No cantemos victoria. ¿Y si disfrazan además las 40 palabras con más peso? ¿Y si, después, los
# usuarios marcan diez mensajes disfrazados y el filtro vuelve a aprender?

# %%
strongest = rule_words + ranking[-40:]
attack = [disguise(text, strongest) for text in spam_test]
round_2 = caught_of(attack)

marked = [disguise(text, strongest)
          for text in train.loc[train["spam"] == 1, "texto"][:10]]
retrained = make_pipeline(CountVectorizer(), MultinomialNB())
retrained.fit(list(train["texto"]) + marked, list(train["spam"]) + [1] * 10)
round_3 = caught_of(attack, retrained)

print(f"el ataque: de ≈ {before[1]} a ≈ {round_2[1]}   "
      f"diez ejemplos después: ≈ {round_3[1]}")
print("¿El ataque le hace perder 3 o más?", before[1] - round_2[1] >= 3)
print("¿Diez ejemplos nuevos lo mejoran?", round_3[1] > round_2[1])

# %%
rounds = ["al principio", "disfrazan\n6 palabras", "y las 40 de\nmás peso",
          "10 ejemplos\nnuevos"]
results = np.array([before, round_1, round_2, round_3])

fig, ax = plt.subplots(figsize=(7, 3.4))
ax.plot(rounds, results[:, 1], "o-", color="#0072B2",
        label="filtro aprendido")
ax.plot(rounds, results[:, 0], "s--", color="#D55E00", label="reglas")
ax.set(title="La carrera contra los spammers", xlabel="Ronda",
       ylabel="Spam atrapado (de 20)", ylim=(-1, 21))
ax.legend(loc=(0.69, 0.12))
fig.tight_layout()

# %% [markdown]
# **Qué observas.** La línea de las reglas se hunde y no vuelve: alguien tendría que escribir otras. La
# del filtro aprendido también baja cuando el ataque es fuerte, así que **aprender no es ser
# invulnerable**. La diferencia está en el final: con diez ejemplos nuevos y el mismo código, remonta.

# %% [markdown] presenta="decisión, error, optimización"
# ## 4 · ¿Qué piezas tiene el aprendizaje por dentro?
#
# Casi siempre, tres: una **decisión** (cómo se pasa de los datos a la respuesta), un **error** (cuánto se
# equivoca) y una **optimización** (cómo se cambia la decisión para que el error baje). (kNN es una
# rareza: guarda los ejemplos y no optimiza nada.) Construyamos el clasificador más pequeño posible con
# ellas: ¿una flor es *virginica* o *versicolor*, según el largo de su pétalo?
#
# - Decisión: es *virginica* si el pétalo mide **más de** `u` cm.
# - Error: la fracción de flores en que se equivoca.
# - Optimización: probar muchos `u` y quedarse con el de menor error.
#
# **Predice:** ¿llegará el error a cero con algún `u`?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Escribe las tres palabras en la pizarra y déjalas todo el módulo: cuando la decisión sea una
# red, el error será una función de pérdida y la optimización, el descenso de gradiente
# ({{descenso_de_gradiente}}).

# %% presenta="sklearn.datasets.load_iris"
iris = load_iris()
two_species = iris.target > 0
lengths = iris.data[two_species, 2]              # largo del pétalo, en cm
is_virginica = iris.target[two_species] == 2

candidates = np.arange(3.05, 6.9, 0.1)
errors = []
for u in candidates:
    decision = lengths > u                        # 1. decisión
    errors.append(np.mean(decision != is_virginica))  # 2. error
best = np.argmin(errors)                          # 3. optimización
print(f"mejor umbral: {candidates[best]:.2f} cm, "
      f"con un error de {errors[best]:.2f}")

# %%
fig, ax = plt.subplots(figsize=(6, 3.2))
ax.plot(candidates, errors, color="#0072B2", label="error")
ax.plot(candidates[best], errors[best], "o", color="#D55E00", markersize=9,
        label="el menor")
ax.set(title="Aprender es bajar al fondo de esta curva",
       xlabel="Umbral u (cm)", ylabel="Error (fracción de flores)")
ax.legend()
fig.tight_layout()

# %% [markdown] presenta="árbol de decisión"
# **Qué observas.** La curva baja, toca fondo y vuelve a subir. No llega a cero: hay flores de las dos
# especies con el mismo largo, y ningún umbral las separa. La biblioteca hace lo mismo: un **árbol de
# decisión** (*decision tree*) de un solo nivel busca un umbral. (Él mide el error de otra manera,
# pero aquí llega al mismo sitio.)

# %% presenta="numpy.newaxis, sklearn.tree.DecisionTreeClassifier, .threshold, .tree_"
from sklearn.tree import DecisionTreeClassifier

# scikit-learn pide una tabla, aunque sea de una columna
column = lengths[:, np.newaxis]
tree = (DecisionTreeClassifier(max_depth=1, random_state=42)
        .fit(column, is_virginica))
print(f"umbral del árbol: {tree.tree_.threshold[0]:.2f} cm")
print("¿El mismo error que el nuestro?",
      math.isclose(1 - tree.score(column, is_virginica), errors[best]))

# %% [markdown]
# ### Ejercicio 2.1.4
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
check("2.1.4", error_del_umbral)

# %% [markdown] presenta="característica"
# Esas tres piezas son el motor. Alrededor, un proyecto da cuatro pasos, y ya los diste todos
# con el filtro de *spam*:
#
# 1. **Preparar** los datos: reunirlos, mirarlos, limpiarlos, apartar el examen.
# 2. **Representar**: convertirlos en números (contar palabras). Cada número es una **característica**
#    (*feature*).
# 3. **Aprender**: elegir un modelo y llamar a `fit`.
# 4. **Evaluar**: medir con datos que no ha visto; y, casi siempre, volver al paso 1.

# %% [markdown]
# ## Errores frecuentes
#
# **1. Dar un texto suelto donde va una lista de textos.** `predict` espera siempre varios ejemplos,
# aunque sea una lista con uno solo.

# %%
try:
    spam_model.predict("Confirma tu tarjeta en este enlace")
except ValueError as error:
    print("Falla:", type(error).__name__)

answer = spam_model.predict(["Confirma tu tarjeta en este enlace"])
print("Arreglado, una lista de uno:",
      "spam" if answer[0] == 1 else "normal")

# %% [markdown] presenta=".fit_transform, .transform"
# **2. Volver a aprender el vocabulario con los datos de prueba.** `fit_transform` cuenta **sus** palabras,
# y las columnas ya no son las que el modelo conoce. Con los datos nuevos va solo `transform`; el
# *pipeline* lo hace bien sin que tengas que acordarte.

# %%
counter = CountVectorizer()
word_model = MultinomialNB().fit(counter.fit_transform(train["texto"]),
                                 train["spam"])
try:
    word_model.predict(CountVectorizer().fit_transform(test["texto"]))
except ValueError as error:
    print("Falla:", type(error).__name__,
          "porque las columnas no son las mismas")

print("Arreglado:",
      len(word_model.predict(counter.transform(test["texto"]))),
      "respuestas")

# %% [markdown]
# ## Práctica: ¿qué filtro pondrías en tu correo?
#
# No todos los errores cuestan lo mismo: un *spam* que se cuela molesta; un mensaje normal que se pierde
# puede ser el de tu jefa.
#
# ### Paso 1 · Ejercicio 2.1.5
#
# Para juzgarlos hay que contar cada error por su lado. Escribe `contar_errores(reales, predichas)`: recibe dos arrays
# de unos y ceros (1 es *spam*) y devuelve **dos números enteros**, en este orden: cuántos mensajes de
# *spam* **se colaron** (eran 1 y dijo 0) y cuántos normales **se perdieron** (eran 0 y dijo 1).

# %% [markdown] tags=["docente"]
# **{{minutos}}** para errores, práctica y autoevaluación. Antes de ejecutar el paso 2, que cada quien
# escriba cuántos *spam* dejaría pasar con tal de no perder un mensaje normal: prepara la lección
# {{metricas}}.

# %% tags=["ejercicio"]
def contar_errores(reales, predichas):
    # >>> return ...
    se_colaron = ((reales == 1) & (predichas == 0)).sum()
    se_perdieron = ((reales == 0) & (predichas == 1)).sum()
    return se_colaron, se_perdieron
    # <<<

# %%
check("2.1.5", contar_errores)

# %% [markdown]
# ### Paso 2 · Juzga
#
# Contemos los dos errores de los dos filtros, con los 40 mensajes del examen.
#
# **Predice:** ¿hay uno mejor en las dos cosas?

# %% tags=["resultado"]
is_spam = test["spam"].to_numpy() == 1
learned, by_rules = (spam_model.predict(test["texto"]) == 1,
                     rule_filter(test["texto"]))

print("reglas:    se colaron", (is_spam & ~by_rules).sum(),
      "y se perdieron", (~is_spam & by_rules).sum())
print(f"aprendido: se colaron ≈ {(is_spam & ~learned).sum()} "
      "y se perdieron "
      f"≈ {(~is_spam & learned).sum()}")
hits_learned, hits_rules = ((learned == is_spam).mean(),
                            (by_rules == is_spam).mean())
print(f"exactitud: reglas {hits_rules:.2f}, aprendido ≈ {hits_learned:.2f}")
print("¿Acierta más el aprendido, por más de 0.05?",
      hits_learned > hits_rules + 0.05)

# %% [markdown]
# **Qué observas.** El aprendido acierta más en total, porque deja pasar mucho menos *spam*. En mensajes
# normales perdidos se parecen: uno o dos, y con veinte mensajes no se puede decir cuál es mejor en eso. Si
# perder uno te parece gravísimo, la exactitud no te sirve para elegir: mira cada error por su lado. La
# lección {{metricas}} les da nombre, y la {{umbrales}} enseña a cambiar unos por otros. (Y una deuda: este
# examen lo hemos abierto varias veces. Para contar errores vale; para elegir entre muchos filtros hace
# falta apartar más datos, como verás en la {{maneras_de_aprender}}.)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Un programa con mil reglas escritas por expertos avisa de averías y acierta mucho. ¿Qué es?
#
# - a) Inteligencia artificial, pero no aprendizaje automático.
# - b) Aprendizaje automático, porque acierta.
# - c) Aprendizaje profundo, porque tiene muchas reglas.
# - d) Ninguna de las tres: no aprende.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "a"
# <<<
check("2.1.A1", respuesta_1)

# %% [markdown]
# **A2.** Un traductor acierta el 90 % de las frases. Después de traducir diez millones más, sigue
# acertando el 90 %. Según la definición de Mitchell, ¿está aprendiendo de esas frases?
#
# - a) Sí: tiene cada vez más experiencia.
# - b) Sí: un 90 % es un rendimiento alto.
# - c) No: su rendimiento no mejora con la experiencia.
# - d) No: traducir no es una tarea que se pueda aprender.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "c"
# <<<
check("2.1.A2", respuesta_2)

# %% [markdown]
# **A3.** Un programa prueba mil umbrales y se queda con el que menos flores falla. Probar los mil y
# quedarse con uno, ¿qué pieza del aprendizaje es?
#
# - a) La optimización.
# - b) La decisión.
# - c) El error.
# - d) La representación.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("2.1.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - La inteligencia artificial incluye al aprendizaje automático, y este, al profundo.
# - Una máquina aprende si su rendimiento P en una tarea T mejora con la experiencia E.
# - Las reglas las escribe alguien y se esquivan cambiando unas palabras; lo aprendido decide con muchas
#   a la vez, también falla, y se arregla con ejemplos.
# - Decisión, error y optimización: las tres piezas.
# - Preparar, representar, aprender y evaluar: los cuatro pasos.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulo 1.
# - A. L. Samuel (1959), *Some Studies in Machine Learning Using the Game of Checkers*, *IBM Journal of
#   Research and Development* 3(3), y T. M. Mitchell (1997), *Machine Learning*, capítulo 1.
# - Guía de scikit-learn, en inglés: [de los textos a los
#   números](https://scikit-learn.org/stable/modules/feature_extraction.html#text-feature-extraction).
