# %% [markdown]
# # 2.6 · Umbrales, curvas y más de dos clases
#
# | | |
# |---|---|
# | **Objetivos** | Elegir un umbral según lo que cuesta cada error; leer las curvas ROC y de precisión-exhaustividad; medir con varias clases; dar una nota con su intervalo, y decir en personas cuánto se mueve |
# | **Duración** | {{minutos}} |
# | **Requisitos** | VP, FP, FN y VN, precisión y exhaustividad (lección {{metricas}}); entrenamiento, validación y prueba ({{maneras_de_aprender}}) |
# | **Datos** | Los cien correos de {{metricas}}; los pingüinos de Palmer; tumores de mama (Wisconsin, incluidos en scikit-learn) |
# | **Práctica** | Elegir el umbral de una prueba médica |

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score, precision_score
from sklearn.metrics import recall_score, average_precision_score
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from course_utils import check, hint, solution
from course_utils import bootstrap_interval, classification_summary
from course_utils import explore_threshold, load_penguins
from course_utils import plot_confusion_matrix, plot_precision_recall
from course_utils import plot_roc

# %% [markdown] presenta="umbral, puntuación"
# ## 1 · ¿Cuánta sospecha hace falta para acusar?
#
# Por dentro, el filtro de {{metricas}} no dice sí o no: da a cada correo una **puntuación** (*score*) de 0 a 1, y acusa
# si llega a un **umbral** (*threshold*). El nuestro usaba 0.5. Estas son sus puntuaciones, también
# inventadas; primero, las de los 80 correos legítimos, y después, las de los 20 de spam:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Deja que muevan el control un par de minutos con un encargo: «que no se escape ningún
# spam» y «ninguna falsa alarma». Descubren solos que no se puede tener todo. En 2.6.1, el error
# clásico es dividir los FP entre los acusados.

# %%
reales = np.repeat([0, 1], [80, 20])  # 80 legítimos y después 20 de spam
# lo que dijo el filtro
predichas = np.repeat([0, 1, 0, 1], [70, 10, 15, 5])
# 70 legítimos con puntuación baja y 10 con alta;
# 15 de spam por debajo de 0.5 y 5 por encima
legitimos = np.concatenate([0.48 * np.linspace(0, 1, 70) ** 2,
                            np.linspace(0.512, 0.782, 10)])
spam = np.concatenate([np.linspace(0.212, 0.492, 15),
                       np.linspace(0.612, 0.972, 5)])
puntuaciones = np.concatenate([legitimos, spam])

# %%
fig, ax = plt.subplots(figsize=(6.5, 3.2))
ax.hist([legitimos, spam], bins=np.arange(0, 1.01, 0.05), stacked=True,
        hatch=["", "///"],
        color=["#999999", "#E69F00"], edgecolor="white",
        label=["legítimo", "spam"])
ax.axvline(0.5, color="black", linestyle="--", label="umbral 0.5")
ax.set(title="Qué puntuación recibió cada correo", ylabel="Correos",
       xlabel="Puntuación (de 0 a 1: más alta, más sospecha)")
ax.legend()
fig.tight_layout()
print("¿Con el umbral 0.5 sale lo mismo que antes?",
      np.array_equal((puntuaciones >= 0.5).astype(int), predichas))

# %% [markdown]
# **Qué observas.** Las dos clases se solapan: ninguna línea vertical las separa del todo. A la derecha
# del umbral, lo que el filtro acusa; a la izquierda, lo que deja pasar. Y justo a la izquierda de
# 0.5 hay bastante spam.
#
# **Predice:** si bajamos el umbral a 0.2, ¿qué le pasará a la exhaustividad? ¿Y si lo subimos a 0.8?

# %%
for corte in (0.2, 0.35, 0.5, 0.65, 0.8):
    dice = (puntuaciones >= corte).astype(int)
    print(f"umbral {corte:.2f}: acusa a {dice.sum():2d}"
          f"   precisión {precision_score(reales, dice):.2f}"
          f"   exhaustividad {recall_score(reales, dice):.2f}"
          f"   F1 {f1_score(reales, dice):.2f}")

# %% [markdown]
# **Qué observas.** Al bajar el umbral, la exhaustividad sube (nunca puede bajar: se acusa a los mismos
# y a alguno más). Al subirlo, la precisión *suele* mejorar, y aquí llega a 1.00… encontrando solo 2 de
# los 20. Solo *suele*: entre 0.35 y 0.5 la precisión bajó un poco. Es el **compromiso** entre las dos
# métricas, y no hay umbral que lo evite.
#
# > **Lo que oirás por ahí: «si la probabilidad pasa de 0.5, es positivo».** 0.5 es lo que suele usar
# > `predict` si nadie dice otra cosa: una costumbre, no una ley. Mira lo que gana este filtro con solo moverlo,
# > sin volver a entrenar nada:

# %%
candidatos = np.round(np.arange(0.05, 1, 0.05), 2)
f1_de_cada_uno = np.array([f1_score(reales, puntuaciones >= corte)
                           for corte in candidatos])
mejor = candidatos[f1_de_cada_uno.argmax()]

print(f"con 0.50, F1 {f1_score(reales, puntuaciones >= 0.5):.2f}")
print(f"con {mejor:.2f}, F1 {f1_de_cada_uno.max():.2f}")

# %% [markdown]
# **Qué observas.** El F1 casi se duplica. ¿Es ese el umbral «correcto»? Depende de qué error cueste
# más, y eso lo sabe quien usa el filtro, no el filtro. (Y el umbral, como todo lo que se ajusta, se
# elige con unos datos y se examina con otros: lo harás en la Práctica.)
#
# Muévelo tú. Al ejecutar este cuaderno aparece un control deslizante; si lo estás leyendo en una
# página web, verás una figura fija.

# %% presenta="course_utils.explore_threshold"
explore_threshold(reales, puntuaciones)

# %% [markdown]
# ### Ejercicio 2.6.1
#
# Para un umbral cualquiera interesan dos **tasas**: qué parte del spam se detecta (la tasa de
# verdaderos positivos, que es la exhaustividad) y qué parte de los **legítimos** se acusa sin razón (la
# tasa de falsos positivos, FP / (FP + VN)). Escribe `tasas(reales, puntuaciones, umbral)`, que
# **devuelve** `tasa_vp, tasa_fp`, en ese orden. Se acusa si la puntuación es mayor **o igual** que
# el umbral. Puedes contar con que hay correos de las dos clases.

# %% tags=["ejercicio"]
def tasas(reales, puntuaciones, umbral):
    # >>> return ...
    acusa = puntuaciones >= umbral
    return acusa[reales == 1].mean(), acusa[reales == 0].mean()
    # <<<

# %%
check("2.6.1", tasas)

# %% [markdown] presenta="curva ROC, curva de precisión-exhaustividad"
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("2.6.1")` da una pista (y otra, si
# insistes), y `solution("2.6.1")` muestra una solución.
#
# ## 2 · ¿Se puede juzgar un modelo sin elegir umbral?
#
# Sí: probándolos **todos** y dibujando lo que sale. Cada umbral da un punto. Si en los ejes ponemos las
# dos tasas, es la **curva ROC**; si ponemos exhaustividad y precisión, la **curva de
# precisión-exhaustividad** (*precision-recall*, PR).
#
# **Predice:** un umbral altísimo no acusa a nadie; uno de 0 acusa a todos. ¿En qué esquinas de la curva
# ROC están esos dos?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Señala en la curva ROC el punto del filtro original (umbral 0.5) y pregunta hacia dónde se
# mueve al bajarlo. La frase que hay que llevarse del AUC es la de las parejas: está en la
# ampliación 2.6.2, así que dila aunque no la hagan. El cambio de la curva
# PR con diez veces más legítimos es la antesala del módulo {{modulo:fraude}}: dale un minuto de silencio.

# %% presenta="numpy.unique"
# todos los umbrales, de mayor a menor
cortes = np.unique(puntuaciones)[::-1]
curva_vp = np.array([(spam >= corte).mean() for corte in cortes])
curva_fp = np.array([(legitimos >= corte).mean() for corte in cortes])
curva_precision = np.array([reales[puntuaciones >= corte].mean()
                            for corte in cortes])

for i in (0, 14, 99):
    print(f"umbral {cortes[i]:.3f}: tasa de VP {curva_vp[i]:.2f}, "
          f"tasa de FP {curva_fp[i]:.3f}, "
          f"precisión {curva_precision[i]:.2f}")

# %%
fig, (izquierda, derecha) = plt.subplots(1, 2, figsize=(7.5, 3.4))
izquierda.plot(curva_fp, curva_vp, ".-", color="#0072B2",
               label="nuestro filtro")
izquierda.plot([0, 1], [0, 1], "--", color="#999999", label="al azar")
izquierda.set(title="Curva ROC", xlabel="Tasa de falsos positivos",
              ylabel="Tasa de verdaderos positivos")
derecha.plot(curva_vp, curva_precision, ".-", color="#0072B2",
             drawstyle="steps-pre", label="nuestro filtro")
derecha.axhline(0.2, linestyle="--", color="#999999",
                label="al azar: la fracción de spam")
derecha.set(title="Curva de precisión-exhaustividad",
            xlabel="Exhaustividad", ylabel="Precisión")
izquierda.legend()
derecha.legend()
fig.tight_layout()

# %% [markdown] presenta="área bajo la curva, precisión media, numpy.append, numpy.trapezoid"
# **Qué observas.** En la ROC, el umbral altísimo está abajo a la izquierda, y el 0, arriba a la derecha.
# Lo ideal sería pasar por la esquina de **arriba a la izquierda**: todo el spam y ninguna falsa alarma.
# En la otra curva lo ideal está arriba a la **derecha**, y el listón no es la diagonal: quien acusa al
# azar tiene de precisión la fracción de spam que haya, aquí 0.20.
#
# El **área bajo la curva** ROC (*AUC*) resume el dibujo: 1 es perfecto y 0.5, una moneda al aire. La de
# la otra curva se llama **precisión media** (*average precision*, AP): se suma, escalón a escalón, la
# precisión por lo que avanza la exhaustividad. (`np.append(0, …)` añade el punto que falta: el umbral
# que no acusa a nadie; `np.trapezoid` mide el área.)

# %% presenta="sklearn.metrics.roc_auc_score, sklearn.metrics.average_precision_score"
area_roc = np.trapezoid(np.append(0, curva_vp), np.append(0, curva_fp))
precision_media = np.sum(np.diff(np.append(0, curva_vp)) * curva_precision)

print(f"AUC a mano {area_roc:.3f}   "
      f"scikit-learn {roc_auc_score(reales, puntuaciones):.3f}")
print(f"AP a mano  {precision_media:.3f}   "
      f"scikit-learn {average_precision_score(reales, puntuaciones):.3f}")
print("¿A menos de 1e-12?",
      bool(abs(area_roc - roc_auc_score(reales, puntuaciones)) < 1e-12),
      bool(abs(precision_media
               - average_precision_score(reales, puntuaciones)) < 1e-12))

# %% [markdown] presenta="numpy.tile"
# ¿Son intercambiables las dos curvas? Un experimento: el mismo filtro, en una bandeja con **diez
# veces más** correo legítimo, de las mismas características. (`np.tile(legitimos, 10)` es ese array,
# diez veces seguidas.)
#
# **Predice:** ¿qué curva cambiará?

# %% presenta="course_utils.plot_roc, course_utils.plot_precision_recall"
reales_10 = np.append(np.zeros(800, dtype=int), np.ones(20, dtype=int))
puntuaciones_10 = np.append(np.tile(legitimos, 10), spam)

fig, (izquierda, derecha) = plt.subplots(1, 2, figsize=(7.5, 3.4))
for y, s, texto in [(reales, puntuaciones, "20 % de spam"),
                    (reales_10, puntuaciones_10, "2.4 % de spam")]:
    plot_roc(y, s, label=texto, ax=izquierda)
    plot_precision_recall(y, s, label=texto, ax=derecha)
    print(f"{texto:<14} AUC {roc_auc_score(y, s):.3f}   "
          f"AP {average_precision_score(y, s):.3f}"
          "   precisión con el umbral 0.5: "
          f"{precision_score(y, s >= 0.5):.2f}")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** La ROC ni se entera: las dos tasas se calculan **dentro** de cada clase. La curva de
# precisión se hunde, y con razón: ahora, de cada veinte correos acusados, diecinueve son legítimos.
# Cuando lo que buscas es raro (un fraude, una enfermedad), mira la de precisión-exhaustividad.
#
# ### ★ Ampliación · Ejercicio 2.6.2
#
# El AUC tiene otra lectura, sin dibujo: tomas un correo de spam y uno legítimo al azar; ¿con qué
# probabilidad puntúa más alto el de spam? Escríbela así: `auc(reales, puntuaciones)` compara **todas
# las parejas** (un positivo, un negativo) y devuelve la fracción que gana el positivo. Un empate
# cuenta como **media** victoria. Puedes usar dos ciclos `for`, o comparar una columna con una fila:
# `positivos[:, np.newaxis] > negativos` da una tabla con todas las parejas.

# %% tags=["ejercicio"]
def auc(reales, puntuaciones):
    # >>> return ...
    positivos = puntuaciones[reales == 1][:, np.newaxis]
    negativos = puntuaciones[reales == 0]
    return (positivos > negativos).mean() + (positivos
                                             == negativos).mean() / 2
    # <<<

# %%
check("2.6.2", auc)

# %% [markdown]
# ## 3 · ¿Y si hay más de dos clases?
#
# La matriz de confusión crece: una fila y una columna por clase. Con tres especies de pingüinos, nueve
# casillas, y los errores tienen nombre: no es lo mismo confundir un Chinstrap con un Adelie que con un
# Gentoo. Un modelo hecho con prisa (vecinos más cercanos sin escalar, como aprendimos a **no** hacer en {{bibliotecas_cientificas}}):

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El modelo es malo a propósito: así se ve una clase que la exactitud esconde. Haz leer la
# matriz en voz alta por filas («de los Chinstrap, …») y por columnas («cuando dijo Chinstrap, …»): son la
# exhaustividad y la precisión. Si preguntan por la media *weighted* de scikit-learn: pesa cada clase por
# su apoyo.

# %%
penguins = load_penguins().dropna()
columns = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm",
           "body_mass_g"]
x_train, x_test, y_train, y_test = train_test_split(
    penguins[columns].to_numpy(), penguins["species"].to_numpy(dtype=str),
    test_size=0.5, random_state=42, stratify=penguins["species"])
species = KNeighborsClassifier().fit(x_train, y_train).predict(x_test)

fig, ax = plt.subplots(figsize=(4.6, 4.2))
plot_confusion_matrix(y_test, species, ax=ax)
fig.tight_layout()

# %%
chinstrap = y_test == "Chinstrap"
print("¿Toma más Chinstrap por Adelie que por Gentoo?",
      np.sum(chinstrap & (species == "Adelie"))
      > np.sum(chinstrap & (species == "Gentoo")))

# %% [markdown] presenta="macro, micro"
# **Qué observas.** La diagonal son los aciertos; cada casilla de fuera, una confusión con nombre. La más
# oscura de ellas está en la fila de los Chinstrap, bajo «Adelie»: sin escalar manda la masa, y esas dos
# especies pesan casi lo mismo.
#
# Cada clase es por turno «la positiva» y las otras dos, «el resto». Salen tres precisiones, una por
# columna, y tres exhaustividades, una por fila. Para dar un solo número se promedian, y hay que decir cómo:
#
# - **macro**: la media corriente de las clases. Todas pesan igual, por pocas que sean sus muestras;
# - **micro**: se juntan los aciertos y los errores de todas y se hace una sola división.
#
# **Predice:** mirando la matriz, ¿cuál será la peor exhaustividad de las tres? ¿La habrías sospechado por
# la exactitud?

# %%
classification_summary(y_test, species, approx=True)

# %%
tres = recall_score(y_test, species, average=None)
macro = recall_score(y_test, species, average="macro")
micro = recall_score(y_test, species, average="micro")
acierto = accuracy_score(y_test, species)

print(f"exactitud ≈ {acierto:.3f}   micro ≈ {micro:.3f}   "
      f"macro ≈ {macro:.3f}")
print("¿Es la micro igual a la exactitud?",
      bool(abs(micro - acierto) < 1e-12))
print("¿Es la macro la media de las tres?",
      bool(abs(macro - tres.mean()) < 1e-12))
print("¿Queda la macro por debajo de la exactitud?", bool(macro < acierto))
print("¿Es la peor la de los Chinstrap, y menor que 0.6?",
      bool(tres.argmin() == 1 and tres[1] < 0.6))

# %% [markdown] presenta="numpy.diag"
# **Qué observas.** La peor exhaustividad es la de los Chinstrap, que no llega a 0.6. Son los menos numerosos, y por
# eso la exactitud lo disimula; la macro, no. (La macro de las exhaustividades es la exactitud equilibrada de
# {{metricas}}, ahora con tres clases.) Y la micro, cuando cada muestra tiene una sola clase, **es** la
# exactitud con otro nombre: no informa de nada nuevo.
#
# ### Ejercicio 2.6.3
#
# Escribe `precision_macro(matriz)`: recibe una matriz de confusión (filas: clase real; columnas: clase
# predicha) de cualquier tamaño y devuelve la media corriente de las precisiones. Supón que todas las
# clases se han predicho alguna vez. (`np.diag(matriz)` da su diagonal: los aciertos de cada clase.)

# %% tags=["ejercicio"]
def precision_macro(matriz):
    # >>> return ...
    return (np.diag(matriz) / matriz.sum(axis=0)).mean()
    # <<<

# %%
check("2.6.3", precision_macro)

# %% [markdown] presenta="multietiqueta"
# ### ★ Ampliación · ¿Y si una muestra lleva varias etiquetas?
#
# Un correo puede llevar **varias etiquetas a la vez**: ser urgente y, además, una factura. Es un problema **multietiqueta** (*multilabel*), y las respuestas forman una tabla
# de ceros y unos: una fila por correo, una columna por etiqueta.
#
# **Predice:** en la tabla de abajo hay dos casillas equivocadas de doce. ¿Cuál dirías que es la exactitud?

# %%
etiquetas = ["urgente", "factura", "viaje"]
tabla_real = np.array([[1, 1, 0], [0, 1, 0], [0, 0, 1], [1, 0, 1]])
tabla_dicha = np.array([[1, 1, 0], [0, 1, 0], [1, 0, 1], [1, 0, 0]])

for j, etiqueta in enumerate(etiquetas):
    print(f"{etiqueta:<8} precisión "
          f"{precision_score(tabla_real[:, j], tabla_dicha[:, j]):.2f}"
          "   exhaustividad "
          f"{recall_score(tabla_real[:, j], tabla_dicha[:, j]):.2f}")
bien = tabla_real == tabla_dicha
print(f"casillas correctas {bien.mean():.2f}   "
      f"filas perfectas {bien.all(axis=1).mean():.2f}")
print("accuracy_score de scikit-learn "
      f"{accuracy_score(tabla_real, tabla_dicha):.2f}")

# %% [markdown]
# **Qué observas.** Cada columna es un problema de sí o no, como los de antes. Para el conjunto hay dos
# «exactitudes» honradas y muy distintas: 10 de 12 casillas, o 2 de 4 filas sin ningún fallo. Con una
# tabla, `accuracy_score` da la segunda, la severa. Di siempre cuál usas.
#
# ### ★ Ampliación · Ejercicio 2.6.4
#
# Escribe las dos como funciones de dos tablas de cualquier tamaño: `casillas_correctas(reales, predichas)`
# y `filas_perfectas(reales, predichas)`. Devuelven fracciones entre 0 y 1.

# %% tags=["ejercicio"]
def casillas_correctas(reales, predichas):
    # >>> return ...
    return (reales == predichas).mean()
    # <<<

def filas_perfectas(reales, predichas):
    # >>> return ...
    return (reales == predichas).all(axis=1).mean()
    # <<<

# %%
check("2.6.4", casillas_correctas, filas_perfectas)

# %% [markdown] presenta="bootstrap"
# ## 4 · ¿Cuánto te crees un 0.94 sobre 53 tumores?
#
# En la Práctica, un modelo encontrará 50 de los 53 tumores malignos de su examen: exhaustividad, 0.94.
# ¿Sacaría 0.94 con otros 53? No tenemos otros, pero se pueden imitar: se sacan 53 **al azar y con
# repetición** de los que hay (algunos salen dos veces; otros, ninguna) y se vuelve a medir. Así, mil
# veces. Se llama ***bootstrap***. (`np.quantile` da **cuantiles**: por debajo del cuantil 0.025 queda esa
# fracción de los números, y por encima del 0.975, otro tanto; en medio, el 95 %, la franja que `axvspan`
# colorea.)
#
# **Predice:** ¿entre qué dos valores caerá casi siempre la nota? ¿Cuántos tumores de diferencia son?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Hazlo a mano con 10 papelitos, 9 «sí» y 1 «no»: saca uno, apunta, **devuélvelo**. Quien no lo
# devuelve saca siempre 9 de 10. La conclusión que importa es la frase en tumores: «tres arriba o cuatro
# abajo» se entiende sin estadística.

# %% presenta=".choice, numpy.quantile"
encontrado = np.repeat([1, 0], [50, 3])  # 1: encontrado; 0: se escapó
rng = np.random.default_rng(42)
repeticiones = [rng.choice(encontrado, size=53).sum() for _ in range(1000)]
bajo, alto = np.quantile(repeticiones, [0.025, 0.975])

# %% presenta=".axvspan"
fig, ax = plt.subplots(figsize=(6.5, 3.2))
ax.hist(repeticiones, bins=np.arange(41.5, 54), color="#0072B2",
        edgecolor="white")
ax.axvline(50, color="black", linestyle="--", label="lo medido: 50 de 53")
ax.axvspan(bajo - 0.5, alto + 0.5, color="#E69F00", alpha=0.25, zorder=0,
           label="95 % central")
ax.set(title="Mil exámenes imitados", xlabel="Tumores encontrados, de 53",
       ylabel="Exámenes")
ax.legend(loc="upper left")
fig.tight_layout()
print(f"de {bajo:.0f} a {alto:.0f} tumores de 53:",
      f"exhaustividad de {bajo / 53:.2f} a {alto / 53:.2f}")

# %% [markdown] presenta="intervalo"
# **Qué observas.** El 95 % de los exámenes imitados cae entre 46 y 53 tumores: cuatro menos o tres más que
# los 50 medidos. Eso, dividido entre 53, es el **intervalo** de la nota: de 0.87 a 1.00. En exámenes de
# 53 tumores, la suerte sola basta para que el mismo modelo saque 0.94 en uno y 0.90 en otro.
#
# **Predice:** ¿y si el examen tuviera 5300 tumores, con la misma exhaustividad?

# %% presenta=".binomial"
for cuantos in (53, 530, 5300):
    notas = np.random.default_rng(42).binomial(cuantos, 50 / 53,
                                               size=1000) / cuantos
    bajo, alto = np.quantile(notas, [0.025, 0.975])
    print(f"{cuantos:4d} tumores: de {bajo:.3f} a {alto:.3f}, "
          f"un ancho de {alto - bajo:.3f}")

# %% [markdown]
# **Qué observas.** Con cien veces más tumores, el intervalo es unas diez veces más estrecho: el ancho baja
# con la raíz cuadrada. (`binomial` es el mismo sorteo, hecho de golpe: cuántos de `cuantos` salen
# encontrados.) Y un aviso: si se encontraran los 53, el *bootstrap* diría «de 1 a 1», porque no puede sacar
# un fallo que no ha visto. Un cero en la muestra no es un cero en el mundo.
#
# ### Ejercicio 2.6.5
#
# Escribe `intervalo(aciertos, repeticiones, semilla)`: recibe un array de unos y ceros (1 es acierto) y
# **devuelve** `bajo, alto`, los cuantiles 0.025 y 0.975 de la **fracción** de aciertos en tantas muestras
# como diga `repeticiones`, cada una del mismo tamaño que `aciertos` y con repetición. El azar se crea una
# vez, `azar = np.random.default_rng(semilla)`, y cada muestra sale de `azar.choice(…)`.

# %% tags=["ejercicio"]
def intervalo(aciertos, repeticiones, semilla):
    # >>> return ...
    azar = np.random.default_rng(semilla)
    notas = [azar.choice(aciertos, size=len(aciertos)).mean()
             for _ in range(repeticiones)]
    bajo, alto = np.quantile(notas, [0.025, 0.975])
    return bajo, alto
    # <<<

# %%
check("2.6.5", intervalo)

# %% [markdown]
# ## Errores frecuentes
#
# **1. Pasar puntuaciones donde se esperan etiquetas.** Falta el umbral.

# %%
try:
    accuracy_score(reales, puntuaciones)
except ValueError as error:
    print("Falla con", type(error).__name__)

print(f"Arreglado: {accuracy_score(reales, puntuaciones >= 0.5):.2f}")

# %% [markdown]
# **2. Y lo contrario: pasar etiquetas donde se esperan puntuaciones.** El AUC necesita todos los umbrales;
# con ceros y unos solo le queda uno, y lo que sale es la exactitud equilibrada de {{metricas}}. Este no da
# ningún error: da, aquí, bastante menos de lo que el modelo merece.

# %%
print(f"con etiquetas:    AUC {roc_auc_score(reales, predichas):.3f}")
print(f"con puntuaciones: AUC {roc_auc_score(reales, puntuaciones):.3f}")

# %% [markdown]
# ## Práctica: que no se escape ningún tumor
#
# Son las 569 biopsias de mama de la lección {{cuatro_paradigmas}}, medidas en imágenes de microscopio; de
# cada una se supo después si era maligna. Un programa así no debe sustituir a nadie: ordena a quién mirar
# primero. Aquí no detectar un tumor maligno (FN) es mucho peor que pedir una prueba de más (FP).
#
# ### Paso 1 · Ejercicio 2.6.6
#
# scikit-learn trae estos datos con una sorpresa, que quizá recuerdes: `target` vale 0 si es **maligno** y
# 1 si es benigno. Sin tocarlo, todas tus métricas hablarían de encontrar benignos. Guarda en `y_maligno`
# un array de ceros y unos en el que **1 es maligno**.

# %% [markdown] tags=["docente"]
# **{{minutos}}** para errores, práctica y autoevaluación; el 2.6.8 es el reto para casa. Pregunta quién decide el 95 %:
# no es el programa, ni quien lo programa. Y subraya que el umbral se eligió sin mirar la prueba.

# %% presenta=".target_names"
cancer = load_breast_cancer()
print("forma:", cancer.data.shape)
print("0 es", cancer.target_names[0], "y 1 es", cancer.target_names[1])

# %% tags=["ejercicio"]
# >>> y_maligno = ...
y_maligno = (cancer.target == 0).astype(int)
# <<<

# %%
check("2.6.6", y_maligno)

# %% [markdown] presenta=".predict_proba"
# Partimos en tres: con la mitad se entrena, con un cuarto se elige el umbral (**validación**) y el otro
# cuarto se guarda para el examen (**prueba**). El modelo, la regresión logística de
# {{maneras_de_aprender}}, mira solo las dos primeras medidas (radio y textura), para que no sea tan
# fácil. `predict_proba` da dos columnas, la probabilidad de 0 y la de 1: nos quedamos con la segunda.

# %%
y_cancer = 1 - cancer.target                      # 1 = maligno
x_rest, x_exam, y_rest, y_exam = train_test_split(
    cancer.data, y_cancer, test_size=0.25, random_state=42,
    stratify=y_cancer)
x_fit, x_valid, y_fit, y_valid = train_test_split(
    x_rest, y_rest, test_size=1 / 3, random_state=42, stratify=y_rest)

doctor = make_pipeline(StandardScaler(),
                       LogisticRegression()).fit(x_fit[:, :2], y_fit)
scores_valid = doctor.predict_proba(x_valid[:, :2])[:, 1]
scores_exam = doctor.predict_proba(x_exam[:, :2])[:, 1]
print("malignos en validación:", y_valid.sum(), "de", len(y_valid))
print("malignos en prueba:    ", y_exam.sum(), "de", len(y_exam))

# %% [markdown]
# ### Paso 2 · Ejercicio 2.6.7
#
# Escribe `umbral_para(reales, puntuaciones, minimo)`: devuelve el umbral **más alto**, entre las propias
# puntuaciones, con el que la exhaustividad llega al menos a `minimo`. Se acusa si la puntuación es
# mayor o igual que el umbral. Un camino: recorre las puntuaciones de mayor a menor y devuelve la
# primera que cumpla.

# %% tags=["ejercicio"]
def umbral_para(reales, puntuaciones, minimo):
    # >>> return ...
    for posible in np.sort(puntuaciones)[::-1]:
        if (puntuaciones[reales == 1] >= posible).mean() >= minimo:
            return posible
    # <<<

# %%
check("2.6.7", umbral_para)

# %% [markdown] presenta="numpy.ceil"
# **Predice:** para encontrar al menos el 95 % de los malignos, ¿el umbral quedará por encima o por debajo
# de 0.5? Lo elegimos con validación y lo examinamos con prueba. (`np.ceil` redondea hacia arriba.)

# %% tags=["resultado"]
malignant = np.sort(scores_valid[y_valid == 1])[::-1]
# el 95 % llega a ella
chosen = malignant[int(np.ceil(0.95 * len(malignant))) - 1]

for nombre, corte in (("0.5", 0.5), ("el elegido", chosen)):
    says = (scores_exam >= corte).astype(int)
    print(f"umbral {nombre:<10} exhaustividad ≈ "
          f"{recall_score(y_exam, says):.2f}"
          f"   precisión ≈ {precision_score(y_exam, says):.2f}")

found = (scores_exam >= chosen) & (y_exam == 1)
print("¿Queda el umbral elegido por debajo de 0.5?", bool(chosen < 0.5))
print("¿Encuentra más malignos en prueba que con 0.5?",
      bool(found.sum() > ((scores_exam >= 0.5) & (y_exam == 1)).sum()))

# %% [markdown]
# **Qué observas.** Con el mismo modelo se escapan bastantes menos tumores, y se paga con falsas
# alarmas. La exhaustividad de prueba ronda el 95 % pero no tiene por qué clavarlo: el umbral se eligió
# con otras personas. Prometer en prueba lo que se ajustó en validación es engañarse. Y le falta su
# intervalo. `bootstrap_interval` hace los mil exámenes con cualquier métrica:

# %% presenta="course_utils.bootstrap_interval"
def recall_at_chosen(y, scores):
    return recall_score(y, scores >= chosen)

low, high = bootstrap_interval(recall_at_chosen, y_exam, scores_exam,
                               repetitions=1000)
print(f"encontrados ≈ {found.sum()} de {y_exam.sum()}")
print(f"exhaustividad, de ≈ {low:.2f} a ≈ {high:.2f}")
print(f"en tumores: unos ≈ {(high - low) / 2 * y_exam.sum():.0f} "
      "arriba o abajo")
print("¿Abarca el intervalo más de 0.05?", high - low > 0.05)

# %% [markdown]
# **Qué observas.** «Encuentra el 94 %» es la mitad de la frase. La frase entera: «encontró 50 de 53, y
# con otros 53 podrían haber sido tres o cuatro menos, o hasta tres más».
#
# ### ★ Ampliación · Paso 3 · Ejercicio 2.6.8
#
# Ahora, mejor modelo en lugar de otro umbral: usa **las 30 medidas**. Entrena con `x_rest` e `y_rest` y
# guarda en `puntuaciones_mejor` una puntuación por cada tumor de `x_exam` (un array de 143 números, más
# alta cuanto más maligno). `check` calcula su AUC: tiene que llegar a **0.97**. (Es la
# segunda vez que se abre esta prueba. Sirve para ver cuánto sube la curva; si fueras a elegir entre los
# dos modelos, tendrías que compararlos en validación.)

# %% tags=["ejercicio"]
# >>> puntuaciones_mejor = ...
modelo_completo = make_pipeline(StandardScaler(),
                                LogisticRegression()).fit(x_rest, y_rest)
puntuaciones_mejor = modelo_completo.predict_proba(x_exam)[:, 1]
# <<<

# %%
check("2.6.8", puntuaciones_mejor)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Bajas el umbral de un clasificador. ¿Qué es seguro que pasa?
#
# - a) La precisión sube.
# - b) El AUC cambia.
# - c) Hay que volver a entrenar.
# - d) La exhaustividad no baja.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "d"
# <<<
check("2.6.A1", respuesta_1)

# %% [markdown]
# **A2.** Una prueba se ensayó en un laboratorio, con la mitad de la gente enferma. Se va a usar con toda
# la población, donde lo está 1 de cada 1000. ¿Qué cambia?
#
# - a) La curva ROC: con menos enfermos, baja.
# - b) La precisión: de los avisos, serán verdad muchos menos.
# - c) La exhaustividad: con menos enfermos, es más difícil encontrarlos.
# - d) Nada: la prueba es la misma.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "b"
# <<<
check("2.6.A2", respuesta_2)

# %% [markdown]
# **A3.** Un modelo acierta 9 de 10 en su examen y otro, 900 de 1000 en el suyo. ¿Qué se sabe?
#
# - a) Lo mismo de los dos: 0.90 es 0.90.
# - b) El primero es mejor: le bastaron menos casos.
# - c) Del segundo se sabe mucho más: su intervalo es mucho más estrecho.
# - d) Nada de ninguno: falta el AUC.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "c"
# <<<
check("2.6.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Un clasificador da puntuaciones; el umbral las convierte en respuestas, y se elige según lo que cuesta
#   cada error, con datos distintos de los del examen.
# - ROC y precisión-exhaustividad resumen todos los umbrales; cuando lo que buscas es raro, la segunda.
# - Con más de dos clases, la matriz dice qué se confunde con qué; macro da el mismo peso a cada clase.
# - Una nota sin intervalo es media nota: dila también en personas, o en tumores.
# - Con cien veces más datos, el intervalo es unas diez veces más estrecho.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulo 3.
# - [Ajustar el umbral con scikit-learn](https://scikit-learn.org/stable/modules/classification_threshold.html).
# - T. Saito y M. Rehmsmeier (2015), sobre cuándo la curva PR dice más que la ROC:
#   [doi:10.1371/journal.pone.0118432](https://doi.org/10.1371/journal.pone.0118432).
# - B. Efron y R. Tibshirani, *An Introduction to the Bootstrap* (1993): de quienes lo inventaron y
#   extendieron.
