# %% [markdown]
# # 2.4 · Elegir un modelo: medidas, y no refranes
#
# | | |
# |---|---|
# | **Objetivos** | Comparar modelos con los mismos datos y el mismo examen; medir cuánto tarda y cuánto guarda cada uno; comprobar qué lo estropea; elegir con una tabla de medidas y con una condición que no se negocia |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Los cuatro paradigmas (lección {{cuatro_paradigmas}}); validación cruzada ({{maneras_de_aprender}}); tablas de pandas ({{bibliotecas_cientificas}}) |
# | **Datos** | Nubes de puntos hechas para la lección, y 569 biopsias de mama (Wolberg, Street y Mangasarian, Universidad de Wisconsin), que trae scikit-learn |
# | **Práctica** | Elegir un modelo para un aparato con poca memoria |

# %%
import time

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.datasets import load_breast_cancer, make_circles, make_moons
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier
from threadpoolctl import threadpool_limits

from course_utils import check, hint, solution
from course_utils import plot_decision_regions

# %% [markdown]
# ## 1 · ¿Quién acierta más?
#
# De la lección {{cuatro_paradigmas}} tenemos cuatro maneras de decidir: **kNN** deja votar a los ejemplos
# cercanos, el **árbol** pregunta de sí o no, la **SVM** busca la calle más ancha y la **red** combina
# neuronas. Falta lo que pregunta cualquiera que llegue con datos propios: ¿cuál uso?
#
# Empecemos por lo primero que se mira, el acierto. Los ponemos en un diccionario, y a los tres que miden
# distancias o suman pesos, un `StandardScaler` delante. El árbol no lo necesita.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Tapa los títulos de las figuras y que la clase diga de quién es cada frontera. En 2.4.1 está
# la idea de la lección: comparar es restar notas **del mismo examen**.

# %%
def four_models(seed):
    """Los cuatro modelos sin entrenar, con la receta habitual de cada
    uno."""
    net = MLPClassifier((32, 32), learning_rate_init=0.01, max_iter=1000,
                        random_state=seed)
    return {"SVM": make_pipeline(StandardScaler(), SVC()),
            "árbol": DecisionTreeClassifier(random_state=seed),
            "kNN": make_pipeline(StandardScaler(), KNeighborsClassifier()),
            "red": make_pipeline(StandardScaler(), net)}

def make_diagonal(n, random_state):
    """Dos clases separadas por la recta x2 = x1, con algo de ruido."""
    rng = np.random.default_rng(random_state)
    x = rng.uniform(-2, 2, (n, 2))
    return x, (x[:, 1] + rng.normal(0, 0.3, n) > x[:, 0]).astype(int)

# %%
examples = {
    "diagonal": (make_diagonal(200, 0), make_diagonal(2000, 100)),
    "lunas": (make_moons(200, noise=0.3, random_state=0),
              make_moons(2000, noise=0.3, random_state=100)),
    "anillos": (make_circles(200, noise=0.15, factor=0.45, random_state=0),
                make_circles(2000, noise=0.15, factor=0.45,
                             random_state=100)),
}

# %% [markdown] presenta=".iterrows, .idxmin, .idxmax, .drop, numpy.ptp"
# **Predice:** ¿qué forma tendrá la frontera del árbol en la diagonal? (Las notas quedan en una tabla.
# `iterrows` la recorre fila a fila; `idxmin` e `idxmax` dan el **nombre** de la fila del menor y del
# mayor; `drop` quita una; y `np.ptp` es la distancia entre el mayor y el menor.)

# %% presenta=".get_legend, .collections, .set_sizes"
fig, axes = plt.subplots(3, 4, figsize=(7.5, 6.4))
exams = pd.DataFrame(index=list(four_models(0)))
for row, (place, (learn, exam)) in zip(axes, examples.items()):
    for ax, (name, model) in zip(row, four_models(0).items()):
        model.fit(*learn)
        exams.loc[name, place] = model.score(*exam)
        plot_decision_regions(model, *learn, ax=ax)
        ax.get_legend().remove()  # sin leyenda: taparía los puntos
        # los puntos de cada clase, más pequeños
        for dots in ax.collections[-2:]:
            dots.set_sizes([6])
        ax.set_title(f"{name} · {place}", fontsize="medium")
        ax.set(xlabel="x1", ylabel="x2")
fig.tight_layout()

# %%
for name, row in exams.iterrows():
    print(f"{name:<6}", "   ".join(f"{place} ≈ {value:.3f}"
                                   for place, value in row.items()))
print("¿El árbol es el último, de media?",
      exams.mean(axis=1).idxmin() == "árbol")
print("Entre los otros tres, ¿menos de 0.03 de diferencia?",
      bool(np.ptp(exams.mean(axis=1).drop("árbol")) < 0.03))

# %% [markdown] presenta="numpy.std"
# **Qué observas.** Cada paradigma tiene su letra. La SVM traza curvas suaves; el árbol, escalones
# (sus preguntas son horizontales o verticales, y una diagonal le cuesta una escalera) y tiras
# finas que persiguen puntos sueltos; kNN, un borde irregular; la red, tramos rectos. Y sin embargo, en
# exactitud, SVM, kNN y red casi empatan.
#
# ¿Casi empatan, o gana uno? Un solo examen no lo dice: otros puntos darían otra nota. Lo justo es examinar a
# los dos con **los mismos** datos, muchas veces, y mirar las **diferencias**. (`np.std` es su desviación
# estándar: cuánto se mueven.)

# %%
gaps = []
for seed in range(200):
    learn = make_moons(200, noise=0.3, random_state=seed)
    exam = make_moons(300, noise=0.3, random_state=seed + 1000)
    svm, knn = (four_models(0)[name].fit(*learn).score(*exam)
                for name in ("SVM", "kNN"))
    gaps.append(svm - knn)

svm_wins, knn_wins = np.sum(np.array(gaps) > 0), np.sum(np.array(gaps) < 0)
print("SVM menos kNN, en 200 sorteos: "
      f"de ≈ {min(gaps):.3f} a ≈ {max(gaps):.3f}")
print(f"de media ≈ {np.mean(gaps):.3f} ± {np.std(gaps):.3f}")
print(f"gana la SVM en ≈ {svm_wins} sorteos y kNN en ≈ {knn_wins}; "
      "los demás, empate")
print("¿Gana kNN más veces?", bool(knn_wins > svm_wins))
print("¿Y de media, por menos de 0.01?", bool(-0.01 < np.mean(gaps) < 0))

# %% [markdown] presenta="comparación justa"
# **Qué observas.** Con los mismos ejemplos y el mismo examen, unas veces gana la SVM y otras kNN: con un
# solo sorteo se podría decir cualquiera de las dos cosas. Con doscientos asoma lo que uno solo tapa: kNN
# gana más a menudo. Pero su ventaja media no llega a un acierto de cada cien, mucho menos de lo que la
# diferencia cambia de un sorteo a otro. Que una ventaja sea real no quiere decir que importe.
# Una **comparación justa** usa los mismos ejemplos para aprender, el mismo examen y más de un sorteo, y mira
# las diferencias. Si son tan pequeñas, para elegir hay que mirar otras cosas.
#
# ### Ejercicio 2.4.1
#
# Escribe `ventaja(model_a, model_b, x, y)`: compara dos modelos con una validación cruzada de 5 partes.
# Devuelve un array con las **cinco diferencias**: en cada parte, la exactitud de `model_a` menos la de
# `model_b`. Recuerda que `cross_val_score(model_a, x, y, cv=5)` da cinco exactitudes, y que siempre
# parte los datos igual.

# %% tags=["ejercicio"]
def ventaja(model_a, model_b, x, y):
    # >>> return ...
    notas_a = cross_val_score(model_a, x, y, cv=5)
    notas_b = cross_val_score(model_b, x, y, cv=5)
    return notas_a - notas_b
    # <<<

# %%
check("2.4.1", ventaja)

# %% [markdown] presenta="isinstance, with, threadpoolctl.threadpool_limits"
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("2.4.1")` da una pista (y otra, si
# insistes), y `solution("2.4.1")` muestra una solución.
#
# ## 2 · ¿Cuánto cuesta cada uno?
#
# Dos costes: el tiempo (de aprender y de responder) y la memoria. Para la memoria contamos los
# números que cada modelo guarda para poder responder, que dependen de su clase: `isinstance(model, SVC)`
# pregunta si lo es. (De un *pipeline*, `model[-1]` es la última pieza; los
# dos números por columna del escalado no los contamos.) Para cronometrar sin que se mezclen
# varios hilos del procesador, `with threadpool_limits(1):` deja uno solo mientras se ejecuta lo de dentro.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Los tiempos son de procesador (`process_time`), así que casi no dependen de qué más haga
# la máquina. Pregunta antes: ¿quién aprende más rápido?, ¿quién responde más rápido? Casi todos
# dirán que kNN es el más lento al responder, y aquí no lo es.

# %% presenta="sklearn.pipeline.Pipeline, .support_vectors_, .dual_coef_, .node_count"
def stored_numbers(model):
    """Cuántos números guarda un modelo entrenado para poder responder."""
    last = model[-1] if isinstance(model, Pipeline) else model
    if isinstance(last, SVC):  # los vectores de soporte, con su peso
        return last.support_vectors_.size + last.dual_coef_.size + 1
    # columna, corte, dos ramas y una respuesta
    if isinstance(last, DecisionTreeClassifier):
        return 5 * last.tree_.node_count
    # todos los ejemplos, con su etiqueta
    if isinstance(last, KNeighborsClassifier):
        return last.n_samples_fit_ * (last.n_features_in_ + 1)
    # pesos y sesgos
    return sum(part.size for part in last.coefs_ + last.intercepts_)

# %% presenta="time.process_time"
def milliseconds(task, *arguments):
    """Tiempo de procesador de una tarea, en ms:
    el mejor intento (de tres, o más si son cortos)."""
    attempts = []
    # un solo hilo: que no cuenten los que esperan
    with threadpool_limits(1):
        while len(attempts) < 3 or sum(attempts) < 100:
            start = time.process_time()
            task(*arguments)
            attempts.append(1000 * (time.process_time() - start))
    return min(attempts)

# %%
x_ask, _ = make_moons(2000, noise=0.3, random_state=100)
sizes = (500, 2000, 8000)
rows = []
for n in sizes:
    x, y = make_moons(n, noise=0.3, random_state=0)
    for name, model in four_models(0).items():
        fit_ms, predict_ms = (milliseconds(model.fit, x, y),
                              milliseconds(model.predict, x_ask))
        rows.append((name, n, fit_ms, predict_ms, stored_numbers(model)))
costs = pd.DataFrame(rows,
                     columns=["modelo", "n", "fit", "predict", "guarda"])

# %% [markdown] presenta=".loglog, .minorticks_off, .set_xticks, .set_major_formatter, .yaxis"
# **Predice:** con 8000 ejemplos, ¿quién será el más lento **respondiendo**? ¿Y el que más guarda? (Con
# `loglog`, los dos ejes avanzan multiplicando. Las tres líneas de después solo arreglan sus números:
# `minorticks_off` quita las marcas pequeñas, `set_xticks` elige cuáles quedan y `set_major_formatter`,
# cómo se escriben las del eje vertical, `yaxis`.)

# %%
titles = {"fit": "Aprender (ms)",
          "predict": "Responder a 2000\npuntos (ms)",
          "guarda": "Números guardados"}
looks = {"SVM": "o-", "árbol": "s--", "kNN": "^:", "red": "D-."}
colors = {"SVM": "#0072B2", "árbol": "#D55E00", "kNN": "#999999",
          "red": "black"}

# %%
fig, axes = plt.subplots(1, 3, figsize=(7.5, 3.4))
for ax, (column, title) in zip(axes, titles.items()):
    for name, part in costs.groupby("modelo", sort=False):
        ax.loglog(part["n"], part[column], looks[name], color=colors[name],
                  label=name)
    ax.set(title=title, xlabel="Ejemplos")
    ax.minorticks_off()
    ax.set_xticks(sizes, sizes)
    ax.yaxis.set_major_formatter("{x:g}")
axes[0].set(ylim=(0.5, 20_000))  # arriba, sitio para la leyenda
axes[0].legend(fontsize="small", loc="upper left")
fig.tight_layout()

# %% presenta=".set_index"
# así se busca una fila por tamaño y modelo
table = costs.set_index(["n", "modelo"])
for name, row in table.loc[8000].iterrows():
    print(f"{name:<6} aprender ≈ {row['fit']:.1f} ms   "
          f"responder ≈ {row['predict']:.1f} ms"
          f"   guarda ≈ {row['guarda']:.0f}")

big, small = table.loc[8000], table.loc[500]
print("¿kNN es quien antes aprende?", big["fit"].idxmin() == "kNN")
print("¿El árbol responde más del triple de deprisa que kNN?",
      bool(3 * big.loc["árbol", "predict"] < big.loc["kNN", "predict"]))
print("¿La SVM tarda en responder más del triple que kNN?",
      bool(big.loc["SVM", "predict"] > 3 * big.loc["kNN", "predict"]))
print("16 veces más datos: ¿la SVM tarda en aprender más de 20 veces más?",
      bool(big.loc["SVM", "fit"] > 20 * small.loc["SVM", "fit"]))

# %% [markdown]
# **Qué observas.** Se suele decir que kNN aprende al instante (aquí, con 8000 ejemplos,
# nadie aprende antes) y que es el más lento respondiendo. **Aquí no**: con dos columnas, scikit-learn ordena los ejemplos en un índice, como el
# de una guía, y no recorre los 8000. La más lenta es la SVM, que compara cada punto nuevo con todos
# sus vectores de soporte; y además, su tiempo de aprender crece mucho más deprisa que los datos.
#
# > **Lo que oirás por ahí: «la SVM ahorra memoria, porque solo guarda los vectores de soporte».**
# > En {{cuatro_paradigmas}} eran un puñado, porque ningún punto pisaba la calle. Cuando las clases se mezclan,
# > cada punto dudoso es un vector de soporte. Midamos con las lunas de 8000.

# %%
def support_vectors(n):
    """Cuántos vectores de soporte guarda una SVM con n puntos de lunas
    mezcladas."""
    x, y = make_moons(n, noise=0.3, random_state=0)
    return len(SVC().fit(x, y).support_)

few, many = support_vectors(2000), support_vectors(8000)
print(f"2000 ejemplos ≈ {few} vectores   8000 ejemplos ≈ {many} vectores")
print("¿Más de uno de cada diez ejemplos?", many > 800)
print("Con el cuádruple de datos, ¿más del triple de vectores?",
      many > 3 * few)

# %%
stored = big["guarda"]
print("¿La SVM guarda más números que la red?",
      bool(stored["SVM"] > stored["red"]))
print("¿Y menos que kNN, que lo guarda todo?",
      bool(stored["SVM"] < stored["kNN"]))
print("¿Y que el árbol, que aquí crece sin freno?",
      bool(stored["SVM"] < stored["árbol"]))
print("¿La red guarda lo mismo con 500 que con 8000?",
      bool(stored["red"] == small["guarda"]["red"]))
print("Comparar 60000 ejemplos todos con todos: "
      f"{60000 ** 2 * 8 / 1e9:.1f} GB")

# %% [markdown]
# **Qué observas.** La SVM ahorra frente a kNN, y aquí también frente al árbol, que sin freno guarda una
# rama por cada excepción. Pero guarda más cuantos más ejemplos hay; la red, no.
# Y al aprender compara ejemplos por parejas. La tabla completa de parejas no cabría en una
# computadora corriente con las 60 000 imágenes del módulo {{modulo:fashion_mnist}}; `SVC` no la guarda entera, y a cambio
# tarda, porque vuelve a calcular trozos.
#
# ### ★ Ampliación · Ejercicio 2.4.2
#
# Escribe `fraccion_de_soporte(x, y)`: entrena un `SVC()` tal cual (sin escalar) con esos datos y
# devuelve qué **fracción** de los ejemplos, entre 0 y 1, son vectores de soporte.

# %% tags=["ejercicio"]
def fraccion_de_soporte(x, y):
    # >>> return ...
    maquina = SVC().fit(x, y)
    return len(maquina.support_) / len(x)
    # <<<

# %%
check("2.4.2", fraccion_de_soporte)

# %% [markdown] presenta="sobreajuste"
# ## 3 · ¿Qué estropea a cada uno?
#
# Primero, aprender **demasiado**. Un árbol sin freno pregunta hasta acertar todos los ejemplos de
# entrenamiento, también los que estaban ahí por casualidad: **sobreajuste** (*overfitting*).
#
# **Predice:** al dejarle hacer más preguntas seguidas, ¿qué pasará con la exactitud en validación?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Reparte los cuatro modelos entre cuatro equipos: cada uno apuesta en voz alta qué le
# hará más daño al suyo (tres filas en otras unidades, etiquetas equivocadas o columnas inútiles). La
# sorpresa suele ser que la SVM se hunde con tres filas y que el árbol ni se entera.

# %%
x_learn, y_learn = make_moons(300, noise=0.3, random_state=0)
x_valid, y_valid = make_moons(1000, noise=0.3, random_state=100)
depths = range(1, 16)
trees = [DecisionTreeClassifier(max_depth=d, random_state=0)
         .fit(x_learn, y_learn) for d in depths]
on_learn = [tree.score(x_learn, y_learn) for tree in trees]
on_valid = [tree.score(x_valid, y_valid) for tree in trees]

# %%
fig, ax = plt.subplots(figsize=(5.5, 3.2))
ax.plot(depths, on_learn, "s--", color="#999999", label="entrenamiento")
ax.plot(depths, on_valid, "o-", color="#0072B2", label="validación")
ax.set(title="Más profundidad no es más acierto", xlabel="Profundidad",
       ylabel="Exactitud")
ax.legend()
print("En entrenamiento, ¿acaba por acertarlo todo?", on_learn[-1] == 1.0)
print("En validación, ¿la mejor supera a la más profunda?",
      max(on_valid) > on_valid[-1] + 0.01)

# %% [markdown]
# **Qué observas.** La curva de entrenamiento sube hasta 1. La de validación sube con algún
# tropiezo, llega a lo alto con pocas preguntas seguidas y después baja un poco. Cada modelo tiene su
# freno: la profundidad del árbol, el `k` de kNN (con `k=1` también se acierta todo lo ya visto), el `C`
# de la SVM, el tamaño de la red.
#
# ### Ejercicio 2.4.3
#
# Escribe `mejor_profundidad(x_a, y_a, x_v, y_v)`. Para cada profundidad de **1 a 10** entrena un
# `DecisionTreeClassifier(max_depth=…, random_state=0)` con `x_a`, `y_a`, y lo examina con `x_v`,
# `y_v`. Devuelve la profundidad (un entero) que más acierta en `x_v`. Si empatan, la menor.

# %% tags=["ejercicio"]
def mejor_profundidad(x_a, y_a, x_v, y_v):
    # >>> return ...
    aciertos = []
    for profundidad in range(1, 11):
        candidato = DecisionTreeClassifier(
            max_depth=profundidad, random_state=0).fit(x_a, y_a)
        aciertos.append(candidato.score(x_v, y_v))
    return int(np.argmax(aciertos)) + 1
    # <<<

# %%
check("2.4.3", mejor_profundidad)

# %% [markdown] presenta="valores atípicos"
# Ahora, tres accidentes de los que pasan de verdad, sobre 300 puntos de entrenamiento:
#
# - **unidades**: 3 filas llegan en otras unidades, mil veces mayores: **valores atípicos** (*outliers*);
# - **etiquetas**: una de cada cinco está equivocada;
# - **columnas**: se añaden 50 que no tienen nada que ver.
#
# En el examen no hay filas ni etiquetas malas (las 50 columnas sí están, como en los datos de aprender),
# y cada accidente se repite con cinco sorteos distintos.

# %%
def intact(x, y, x_exam, rng):
    return x, y, x_exam

def units(x, y, x_exam, rng):
    x[rng.choice(len(x), 3, replace=False)] *= 1000
    return x, y, x_exam

def labels(x, y, x_exam, rng):
    chosen = rng.choice(len(y), 60, replace=False)
    y[chosen] = 1 - y[chosen]
    return x, y, x_exam

def columns(x, y, x_exam, rng):
    useless = rng.normal(size=(len(x), 50))
    return np.hstack([x, useless]), y, np.hstack(
        [x_exam, rng.normal(size=(len(x_exam), 50))])

# %%
def mean_score(model_name, accident, models=four_models):
    """Exactitud media en cinco sorteos, tras un accidente en los datos."""
    scores = []
    for seed in range(5):
        x, y = make_moons(300, noise=0.2, random_state=seed)
        x_exam, y_exam = make_moons(2000, noise=0.2,
                                    random_state=seed + 100)
        x, y, x_exam = accident(x, y, x_exam, np.random.default_rng(seed))
        scores.append(models(seed)[model_name].fit(x, y)
                      .score(x_exam, y_exam))
    return np.mean(scores)

# %%
clean = {name: mean_score(name, intact) for name in four_models(0)}
losses = pd.DataFrame(
    {accident.__name__: {name: clean[name] - mean_score(name, accident)
                         for name in clean}
     for accident in (units, labels, columns)})

# %% [markdown]
# **Predice:** apuesta por quién pierde más en cada uno de los tres accidentes.

# %%
fig, ax = plt.subplots(figsize=(7.5, 3.4))
titles = ("3 filas en otras unidades", "20 % de etiquetas mal",
          "50 columnas inútiles")
for i, (name, row) in enumerate(losses.iterrows()):
    ax.bar(np.arange(3) + 0.2 * i, row, 0.18, color=colors[name],
           label=name, hatch=("", "//", "..", "xx")[i], edgecolor="white")
ax.set(title="Cuánta exactitud se pierde", ylabel="Exactitud perdida",
       xlabel="Accidente en los datos de entrenamiento")
ax.set_xticks(np.arange(3) + 0.3, titles)
ax.legend()
# + 0.0 quita el signo a −0.0
for name, row in (losses.round(2) + 0.0).iterrows():
    print(f"{name:<6} unidades ≈ {row['units']:.2f}   "
          f"etiquetas ≈ {row['labels']:.2f}"
          f"   columnas ≈ {row['columns']:.2f}")

# %%
print("Unidades: ¿la SVM pierde más de 0.2?",
      bool(losses.loc["SVM", "units"] > 0.2))
print("Unidades: ¿árbol y kNN, menos de 0.05?",
      bool((losses.loc[["árbol", "kNN"], "units"] < 0.05).all()))
print("Etiquetas: ¿el que más pierde es el árbol, y el que menos la SVM?",
      (losses["labels"].idxmax(),
       losses["labels"].idxmin()) == ("árbol", "SVM"))
print("Columnas: ¿el que más pierde es kNN, y el que menos el árbol?",
      (losses["columns"].idxmax(), losses["columns"].idxmin()) == ("kNN",
                                                                   "árbol"))

# %% [markdown]
# **Qué observas.** Nadie gana en todo, y cada golpe duele según cómo decide cada uno:
#
# - al **árbol** solo le importa qué valor queda a cada lado de un corte: que un 3 se convierta en 3000
#   le da igual. Pero se cree todas las etiquetas, y sin freno las memoriza;
# - **kNN** sí nota las columnas inútiles: en la distancia, 50 columnas de ruido tapan a las dos buenas.
#   Las tres filas enormes no: quedan lejísimos, y nadie las tiene de vecinas. (En {{cuatro_paradigmas}} le hizo
#   daño otra cosa: una columna **entera** en otras unidades);
# - la **SVM** aguanta las etiquetas malas (su curva suave no se tuerce por puntos sueltos), pero con
#   tres filas enormes el escalado aplasta a todas las demás, y su *kernel* ya no distingue unas de otras.
#
# > **Lo que oirás por ahí: «las redes neuronales son insensibles a los valores atípicos».** La red
# > recibió los mismos datos. Veamos cuánto le costaron tres filas de 300.

# %%
print("3 filas en otras unidades: "
      f"la red pierde ≈ {losses.loc['red', 'units']:.3f}")
print("¿Más de 0.05?", bool(losses.loc["red", "units"] > 0.05))
print("¿Pierde más que el árbol y que kNN?",
      bool(losses.loc["red", "units"]
           > losses.loc[["árbol", "kNN"], "units"].max()))

# %% [markdown]
# **Qué observas.** Insensible, no: un 1 % de filas malas le cuesta varios puntos, cuando al árbol no
# le cuesta nada. Mirar los datos (un histograma basta) evita el accidente.
#
# Y ahora, la tabla de ventajas e inconvenientes. No la copiamos de un libro: la rellena el código
# con lo que medimos. Los límites los elegimos nosotros, y están a la vista.

# %%
measured = losses.copy()
# frente al más rápido, frente al más lento y con 16 veces más ejemplos
measured["fit"] = big["fit"] / big["fit"].min()
measured["predict"] = big["predict"] / big["predict"].max()
measured["memory"] = big["guarda"] / small["guarda"]
limits = {  # a favor si <, en contra si >
    "fit": ("tiempo de aprender", 10, 30),
    "predict": ("tiempo de responder", 0.4, 0.8),
    "memory": ("memoria al crecer los datos", 1.5, 5),
    "units": ("filas en otras unidades", 0.05, 0.06),
    "labels": ("etiquetas equivocadas", 0.10, 0.15),
    "columns": ("columnas inútiles", 0.09, 0.13),
}

# %%
for name, row in measured.iterrows():
    good = [text for column, (text, low, high) in limits.items()
            if row[column] < low]
    bad = [text for column, (text, low, high) in limits.items()
           if row[column] > high]
    print(name)
    print("   a favor: ", ", ".join(good) or "-")
    print("   en contra:", ", ".join(bad) or "-")

# %% [markdown]
# **Qué observas.** Compara con los refranes. Que kNN aprende al instante y sufre con muchas columnas
# se cumplió. Que es el más lento respondiendo, o que la SVM es quien mejor lleva muchas columnas (le
# ganó el árbol), no se cumplió **aquí**. Que la SVM ahorra memoria, a medias: guarda menos que kNN y que
# el árbol, más que la red, y crece con los datos. Con otros datos la tabla será otra: lo que te llevas de
# esta lección no es la tabla, es la costumbre de medirla.
#
# ### ★ Ampliación · ¿Y si la red no escala?
#
# La red de antes llevaba su `StandardScaler` de siempre. La misma, sin él:

# %%
def bare_net(seed):
    return {"red": MLPClassifier((32, 32), learning_rate_init=0.01,
                                 max_iter=1000, random_state=seed)}

bare_loss = mean_score("red", intact, bare_net) - mean_score("red", units,
                                                             bare_net)
print(f"La red sin escalar pierde ≈ {bare_loss:.3f} con las 3 filas en "
      "otras unidades")
print("¿Menos que escalada?", bool(bare_loss < losses.loc["red", "units"]))

# %% [markdown]
# **Qué observas.** El daño entra por el escalado, que casi toda red necesita: la media y la desviación las
# fijan tres filas, y las otras 297 quedan aplastadas casi en un punto.
#
# ## Errores frecuentes
#
# **1. Comparar modelos con los datos de entrenamiento.** Ganan los que memorizan.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El segundo es el que más cuesta ver, porque no da ningún error.

# %%
memory = KNeighborsClassifier(n_neighbors=1).fit(x_learn, y_learn)
calm = KNeighborsClassifier(n_neighbors=25).fit(x_learn, y_learn)
print("Falla: en entrenamiento, ¿k=1 acierta todo?",
      memory.score(x_learn, y_learn) == 1.0)
print("Arreglado, en validación: "
      f"k=1 ≈ {memory.score(x_valid, y_valid):.2f}"
      f"   k=25 ≈ {calm.score(x_valid, y_valid):.2f}")
print("¿Gana k=25?",
      calm.score(x_valid, y_valid) > memory.score(x_valid, y_valid))

# %% [markdown]
# **2. Examinar a cada uno con datos distintos.** Los dos de arriba, en cien exámenes de 30 puntos: primero,
# cada uno con el suyo; después, los dos con el mismo. (`np.roll` corre las notas un puesto: así, frente a
# cada nota de uno queda la del otro en el examen anterior.)

# %%
small_exams = [make_moons(30, noise=0.3, random_state=seed)
               for seed in range(200, 300)]
memory_scores = np.array([memory.score(*exam) for exam in small_exams])
calm_scores = np.array([calm.score(*exam) for exam in small_exams])
unfair = (memory_scores > np.roll(calm_scores, 1)).sum()
fair = (memory_scores > calm_scores).sum()
print(f"Falla: con exámenes distintos, k=1 «gana» ≈ {unfair} de 100 veces")
print(f"Arreglado: con el mismo, ≈ {fair}. ¿Son menos? {fair < unfair}")

# %% [markdown]
# ## Práctica: un modelo para un aparato pequeño
#
# Un hospital quiere avisar, dentro de un aparato con poca memoria, de qué biopsias parecen malignas.
# Vuelven los 569 casos reales con 30 medidas de los núcleos de las células; la etiqueta 0 es «maligno» y 1,
# «benigno». Es un ejercicio: un aparato médico de verdad exige mucho más. El reparto es el de
# {{cuatro_paradigmas}}, y el examen final sigue cerrado.

# %% [markdown] tags=["docente"]
# **{{minutos}}**, con la autoevaluación para casa. Si sobra tiempo, cambia el límite de números y que digan qué
# modelo saldrá antes de ejecutar.

# %%
x_all, y_all = load_breast_cancer(return_X_y=True)
x_cells, x_final, y_cells, y_final = train_test_split(
    x_all, y_all, test_size=0.25, random_state=0, stratify=y_all)

candidates = pd.DataFrame(index=list(four_models(0)),
                          columns=["exactitud", "guarda"], dtype=float)
for name, model in four_models(0).items():
    candidates.loc[name, "exactitud"] = cross_val_score(
        model, x_cells, y_cells, cv=5).mean()
    candidates.loc[name,
                   "guarda"] = stored_numbers(model.fit(x_cells, y_cells))

for name, row in candidates.iterrows():
    print(f"{name:<6} exactitud ≈ {row['exactitud']:.3f}   "
          f"guarda ≈ {row['guarda']:.0f} números")

# %% [markdown] presenta=".index"
# Los cuatro se examinaron con las mismas cinco partes. ¿Son distintas esas notas, o casi la misma?
#
# ### Paso 1 · Ejercicio 2.4.4
#
# Escribe `casi_los_mejores(tabla, margen)`. La tabla tiene un modelo por fila (su nombre es el índice:
# `tabla.index`) y una columna `"exactitud"`. Devuelve una **lista** con los nombres de los modelos que
# quedan a `margen` o menos de la mayor exactitud, ella incluida, en el orden de la tabla. Cuando esté,
# pruébala con `candidates` y el margen que te parezca pequeño: ahí está la respuesta.

# %% tags=["ejercicio"]
def casi_los_mejores(tabla, margen):
    # >>> return ...
    cerca = tabla[tabla["exactitud"] >= tabla["exactitud"].max() - margen]
    return list(cerca.index)
    # <<<

# %%
check("2.4.4", casi_los_mejores)

# %% [markdown]
# ### Paso 2 · Ejercicio 2.4.5
#
# Escribe `elegir(tabla, columna, limite)`. La tabla tiene un modelo por fila (su nombre es el índice) y
# una columna `"exactitud"`. Entre los modelos cuyo valor en `columna` es **menor o igual** que
# `limite`, devuelve el **nombre** del de mayor exactitud. Siempre habrá alguno que cumpla.

# %% tags=["ejercicio"]
def elegir(tabla, columna, limite):
    # >>> return ...
    caben = tabla[tabla[columna] <= limite]
    return caben["exactitud"].idxmax()
    # <<<

# %%
check("2.4.5", elegir)

# %% [markdown] presenta=".query, .sort_values"
# En el aparato caben 2500 números. Elegimos con la validación cruzada, y solo entonces hacemos el
# examen final, una vez. (`query` filtra con una condición escrita como texto y `sort_values` ordena las
# filas.)

# %% tags=["resultado"]
fits = candidates.query("guarda <= 2500")
chosen = fits.sort_values("exactitud").index[-1]
final = four_models(0)[chosen].fit(x_cells, y_cells).score(x_final, y_final)

print("caben:", ", ".join(fits.index), "  elegimos:", chosen)
print(f"En el examen final, el modelo elegido ({chosen}) "
      f"acierta ≈ {final:.3f}. "
      f"¿Más de 0.92? {final > 0.92}")

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Supón que el modelo A acierta 96 de 100 casos y el modelo B, 95 de **otros** 100. ¿Qué sabes?
#
# - a) Que A es mejor: 96 es más que 95.
# - b) Poco: con otros casos podría salir al revés. Hay que examinarlos con los mismos, y más de una vez.
# - c) Que son iguales: un caso de diferencia no es nada.
# - d) Que B aprendió de menos ejemplos.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("2.4.A1", respuesta_1)

# %% [markdown]
# **A2.** Tus clases están muy mezcladas y entrenas una SVM con el doble de ejemplos del mismo tipo.
# ¿Qué pasa con los vectores de soporte?
#
# - a) Habrá, más o menos, el doble.
# - b) Habrá los mismos: la calle ya estaba decidida.
# - c) Quedarán tres, los que tocan la calle.
# - d) Desaparecen, porque el *kernel* los sustituye.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "a"
# <<<
check("2.4.A2", respuesta_2)

# %% [markdown]
# **A3.** Un árbol acierta el 100 % en entrenamiento y el 86 % en validación. ¿Qué harías primero?
#
# - a) Nada: con un 100 % está perfecto.
# - b) Dejarle hacer más preguntas seguidas.
# - c) Limitar su profundidad y elegirla con validación.
# - d) Escalar las columnas.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "c"
# <<<
check("2.4.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Comparar con justicia: los mismos datos para aprender, el mismo examen, más de un sorteo, y restar.
# - El acierto no lo es todo: también cuestan el tiempo de aprender, el de responder y la memoria.
# - La SVM guarda más cuantos más ejemplos hay, si las clases se mezclan; el tamaño de la red no crece.
# - Cada modelo tiene su accidente: las unidades, las etiquetas equivocadas o las columnas inútiles.
# - Ningún modelo gana siempre: se mide lo que importa y se elige con esas medidas.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulos
#   2 (elegir y examinar modelos), 5 (SVM) y 6 (árboles).
# - Documentación de scikit-learn:
#   [validación cruzada](https://scikit-learn.org/stable/modules/cross_validation.html) y
#   [cuánto tardan los modelos](https://scikit-learn.org/stable/computing/computational_performance.html).
# - Los datos: W. N. Street, W. H. Wolberg y O. L. Mangasarian (1993),
#   *Nuclear feature extraction for breast tumor diagnosis*.
