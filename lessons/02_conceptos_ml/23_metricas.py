# %% [markdown]
# # 2.3 · Métricas: ¿cómo se sabe si un modelo es bueno?
#
# | | |
# |---|---|
# | **Objetivos** | Contar los cuatro resultados de un clasificador; calcular a mano exactitud, precisión, exhaustividad y F1, y decir qué pregunta contesta cada una; elegir un umbral; leer las curvas ROC y de precisión-exhaustividad; medir con varias clases, con varias etiquetas y cuando se predice una cantidad |
# | **Duración** | 60 min |
# | **Requisitos** | Máscaras y medias de NumPy (lección 1.6) y qué es un clasificador (2.1) |
# | **Datos** | Cien correos inventados para esta lección; los pingüinos de Palmer; tumores de mama (Wisconsin, incluidos en scikit-learn) |
# | **Práctica** | Elegir el umbral de una prueba médica |

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.metrics import accuracy_score, f1_score, precision_score, recall_score
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.metrics import mean_absolute_error, r2_score, root_mean_squared_error
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from course_utils import check, classification_summary, explore_threshold, load_penguins
from course_utils import plot_confusion_matrix, plot_precision_recall, plot_roc

# %% [markdown]
# ## 1 · ¿De cuántas maneras se puede acertar y fallar?
#
# Un filtro de correo revisó cien mensajes. De cada uno sabemos dos cosas: lo que **era** (1 si era
# spam, 0 si era legítimo) y lo que el filtro **dijo**. Los datos son inventados, para que todas las
# cuentas puedan hacerse a mano.
#
# Antes de contar hay que decidir qué llamamos «sí». Aquí, la **clase positiva** es el spam, porque
# es lo que buscamos. «Positivo» no significa «bueno»: significa «lo que se busca».
#
# **Predice:** si el filtro dice sí o no, y el correo puede ser o no ser spam, ¿cuántos resultados
# distintos hay? ¿Cuáles son errores?

# %% [markdown] tags=["docente"]
# **7 min.** Que alguien invente una frase de una persona real para cada casilla: «se perdió el
# correo de mi jefa» es un FP; «me llegó otra lotería», un FN. Quien entiende las cuatro frases
# entiende el resto de la lección. Error típico: leer «negativo» como «error».

# %%
reales = np.repeat([0, 1], [80, 20])                    # 80 legítimos y después 20 de spam
predichas = np.repeat([0, 1, 0, 1], [70, 10, 15, 5])    # lo que dijo el filtro de cada uno

vp = np.sum((reales == 1) & (predichas == 1))   # era spam y dijo spam
fp = np.sum((reales == 0) & (predichas == 1))   # era legítimo y dijo spam
fn = np.sum((reales == 1) & (predichas == 0))   # era spam y dijo legítimo
vn = np.sum((reales == 0) & (predichas == 0))   # era legítimo y dijo legítimo
print(f"VP {vp}   FP {fp}   FN {fn}   VN {vn}   suman {vp + fp + fn + vn}")

# %% [markdown]
# **Qué observas.** Son cuatro, y tienen nombre. La segunda palabra es **lo que dijo** el modelo; la
# primera, **si tenía razón**:
#
# - **VP**, verdadero positivo: dijo spam, y lo era.
# - **FP**, falso positivo: dijo spam, y no lo era. Una **falsa alarma**.
# - **FN**, falso negativo: dijo legítimo, y era spam. **Se le escapó.**
# - **VN**, verdadero negativo: dijo legítimo, y lo era.
#
# Los dos errores no duelen igual. Un FN es un anuncio en tu bandeja; un FP, el correo de una entrevista
# de trabajo que nunca viste. Juntos en una tabla forman la **matriz de confusión** (*confusion
# matrix*):

# %%
nombres = ["legítimo", "spam"]
fig, ax = plt.subplots(figsize=(4, 4))
plot_confusion_matrix(reales, predichas, class_names=nombres, ax=ax)
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Cada fila es lo que el correo **era**; cada columna, lo que el filtro **dijo**.
# En la diagonal están los aciertos. De los 20 de spam (la fila de abajo), se le escaparon 15.
#
# ### Ejercicio 2.3.1
#
# Escribe `contar(reales, predichas, positiva)`: recibe dos arrays con las etiquetas y cuál de ellas
# es la positiva (puede ser un número o un texto). **Devuelve** cuatro números, en este orden:
# `vp, fp, fn, vn`.

# %% tags=["ejercicio"]
def contar(reales, predichas, positiva):
    # >>> return ...
    era = reales == positiva
    dijo = predichas == positiva
    return (era & dijo).sum(), (~era & dijo).sum(), (era & ~dijo).sum(), (~era & ~dijo).sum()
    # <<<

# %%
check("2.3.1", contar)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("2.3.1")` da una pista (y otra, si
# insistes), y `solution("2.3.1")` muestra una solución. Antes hay que traerlos:
# `from course_utils import hint, solution`.
#
# ## 2 · ¿Qué pregunta contesta cada métrica?
#
# Cuatro números son muchos para decir «este filtro es mejor que aquel». Una **métrica** los resume
# en uno, y al resumir elige qué mirar. Aquí están los cien correos, uno por uno: el **cuadrado lleno**
# es «dijo spam»; el **círculo hueco**, «dijo legítimo». Azul, acierto; rojo, error.

# %%
orden = np.r_[80:100, 0:80]                       # primero los 20 que eran spam
columna, fila = np.divmod(np.arange(100), 10)

fig, ax = plt.subplots(figsize=(7, 3.6))
for nombre, real, dicha, color in [("VP", 1, 1, "#0072B2"), ("FP: falsa alarma", 0, 1, "#D55E00"),
                                   ("FN: se le escapó", 1, 0, "#D55E00"), ("VN", 0, 0, "#0072B2")]:
    son = (reales[orden] == real) & (predichas[orden] == dicha)
    ax.scatter(columna[son], fila[son], s=80, marker="s" if dicha else "o", label=nombre,
               edgecolors=color, facecolors=color if dicha else "none")
ax.axvline(1.5, color="black", linestyle=":")
ax.set(title="Cien correos: a la izquierda de la línea, el spam", xlabel="Columna (10 correos)",
       ylabel="Fila", xticks=range(10), yticks=[])
ax.legend(loc="center left", bbox_to_anchor=(1, 0.5))
fig.tight_layout()

# %% [markdown]
# **Predice**, contando en la figura: ¿qué parte de **todos los correos** es azul? ¿Qué parte de **los
# cuadrados**? ¿Y qué parte de los correos **a la izquierda de la línea**?
#
# Acabas de calcular tres métricas. Solo cambia entre quiénes se divide:
#
# | Métrica | La pregunta | La cuenta |
# |---|---|---|
# | **Exactitud** (*accuracy*) | De todos, ¿en cuántos acertó? | (VP + VN) / todos |
# | **Precisión** (*precision*) | De los que **acusó**, ¿cuántos eran spam? | VP / (VP + FP) |
# | **Exhaustividad** (*recall*; en otros libros, sensibilidad) | Del spam que **había**, ¿cuánto encontró? | VP / (VP + FN) |

# %% [markdown] tags=["docente"]
# **12 min.** Tapa con la mano lo que no se divide: para la precisión, los círculos; para la
# exhaustividad, lo que queda a la derecha de la línea. Es la figura que se les queda. Si el tiempo
# aprieta, 2.3.3 puede ir a casa. En muchas traducciones *accuracy* aparece como «precisión»: avisa.

# %%
exactitud = (vp + vn) / (vp + fp + fn + vn)
precision_spam = vp / (vp + fp)
exhaustividad_spam = vp / (vp + fn)

print(f"exactitud     {vp + vn} de {vp + fp + fn + vn}: {exactitud:.2f}")
print(f"precisión      {vp} de {vp + fp}:  {precision_spam:.2f}")
print(f"exhaustividad  {vp} de {vp + fn}:  {exhaustividad_spam:.2f}")

# %% [markdown]
# **Qué observas.** El mismo filtro es «0.75», «0.33» o «0.25», según la pregunta. Acierta en 75 de cada
# cien correos, pero encuentra solo 1 de cada 4 mensajes de spam, y de cada tres veces que acusa, se
# equivoca dos.
#
# > **Lo que oirás por ahí: «acierta más, luego es mejor».** Comparemos nuestro filtro con uno que no
# > mira nada: a todo responde «no es spam».

# %%
nunca = np.zeros(100, dtype=int)      # el filtro que nunca dice spam
nunca_acierta = (nunca == reales).mean()
nunca_encuentra = np.sum((reales == 1) & (nunca == 1)) / np.sum(reales == 1)

print(f"nuestro filtro: exactitud {exactitud:.2f}, exhaustividad {exhaustividad_spam:.2f}")
print(f"«nunca es spam»: exactitud {nunca_acierta:.2f}, exhaustividad {nunca_encuentra:.2f}")
print("¿Tiene más exactitud el que no mira nada?", bool(nunca_acierta > exactitud))

# %% [markdown]
# **Qué observas.** El que no mira nada gana en exactitud, 0.80 a 0.75, y no encuentra ni un solo spam.
# Pasa siempre que una clase es mucho más numerosa: acertar en ella es gratis. De ahí dos costumbres
# para toda la vida: mira cuántos hay de cada clase, y compara tu modelo con el más tonto posible (se
# llama **línea base**, *baseline*). En el módulo 6, «nunca es fraude» acertará en más del 99.8 %.
#
# ### Ejercicio 2.3.2
#
# Escribe `precision(reales, predichas)` y `exhaustividad(reales, predichas)`, donde 1 es la clase
# positiva. Cada una **devuelve** una fracción entre 0 y 1. Si hubiera que dividir entre cero (nunca
# acusó, o no había nada que encontrar), devuelven `0.0`: es el convenio de scikit-learn.

# %% tags=["ejercicio"]
def precision(reales, predichas):
    # >>> return ...
    acusados = (predichas == 1).sum()
    if acusados == 0:
        return 0.0
    return ((reales == 1) & (predichas == 1)).sum() / acusados
    # <<<

def exhaustividad(reales, predichas):
    # >>> return ...
    habia = (reales == 1).sum()
    if habia == 0:
        return 0.0
    return ((reales == 1) & (predichas == 1)).sum() / habia
    # <<<

# %%
check("2.3.2", precision, exhaustividad)

# %% [markdown]
# ¿Y si quieres **un solo** número que exija las dos cosas? La media corriente no sirve.
#
# **Predice:** un filtro que responde «spam» a **todo**, ¿qué precisión y qué exhaustividad tiene? ¿Qué
# saldría al promediarlas?

# %%
p, r = 20 / 100, 20 / 20     # acusa a 100, y 20 lo eran; había 20, y encontró 20
print(f"«todo es spam»: precisión {p:.2f}, exhaustividad {r:.2f}")
print(f"media corriente {(p + r) / 2:.2f}")
print(f"media armónica  {2 * p * r / (p + r):.2f}")

# %% [markdown]
# **Qué observas.** La media corriente premia con un 0.60 a un filtro inútil. La **media armónica** se
# queda cerca de la **peor** de las dos. A esa media se la llama **F1**:
#
# $$F_1 = \frac{2 \cdot \text{precisión} \cdot \text{exhaustividad}}{\text{precisión} + \text{exhaustividad}} = \frac{2\,VP}{2\,VP + FP + FN}$$
#
# Las dos formas dan lo mismo. Fíjate en que los VN no aparecen: F1 no regala nada por acertar lo fácil.

# %%
f1_spam = 2 * precision_spam * exhaustividad_spam / (precision_spam + exhaustividad_spam)
print(f"a mano:         {f1_spam:.2f}, y por el otro camino {2 * vp / (2 * vp + fp + fn):.2f}")
print(f"scikit-learn:   {f1_score(reales, predichas):.2f}")
print("Las cuatro métricas, ¿a menos de 1e-12 de las de scikit-learn?",
      np.allclose([exactitud, precision_spam, exhaustividad_spam, f1_spam],
                  [accuracy_score(reales, predichas), precision_score(reales, predichas),
                   recall_score(reales, predichas), f1_score(reales, predichas)],
                  rtol=0, atol=1e-12))

# %% [markdown]
# En el resto del curso pediremos el resumen entero con una línea. La columna «Apoyo» dice cuántos
# correos había de cada clase:

# %%
classification_summary(reales, predichas, class_names=nombres)

# %% [markdown]
# ### Ejercicio 2.3.3
#
# Escribe `f1(reales, predichas)` (1 es la positiva). Si no hay ningún verdadero positivo, F1 vale
# `0.0`. Comprueba que tu función no se rompe en ese caso.

# %% tags=["ejercicio"]
def f1(reales, predichas):
    # >>> return ...
    aciertos = ((reales == 1) & (predichas == 1)).sum()
    if aciertos == 0:
        return 0.0
    return 2 * aciertos / ((reales == 1).sum() + (predichas == 1).sum())
    # <<<

# %%
check("2.3.3", f1)

# %% [markdown]
# ## 3 · ¿Cuánta sospecha hace falta para acusar?
#
# Por dentro, el filtro no dice sí o no: da a cada correo una **puntuación** (*score*) de 0 a 1, y acusa
# si llega a un **umbral** (*threshold*). El nuestro usaba 0.5. Estas son sus puntuaciones (también
# inventadas, en el mismo orden que `reales`):

# %% [markdown] tags=["docente"]
# **8 min.** Deja que muevan el control un par de minutos con un encargo: «que no se escape ningún
# spam» y «ninguna falsa alarma». Descubren solos que no se puede tener todo. En 2.3.4, el error
# clásico es dividir los FP entre los acusados.

# %%
# 70 legítimos con puntuación baja y 10 con alta; 15 de spam por debajo de 0.5 y 5 por encima
legitimos = np.concatenate([0.48 * np.linspace(0, 1, 70) ** 2, np.linspace(0.512, 0.782, 10)])
spam = np.concatenate([np.linspace(0.212, 0.492, 15), np.linspace(0.612, 0.972, 5)])
puntuaciones = np.concatenate([legitimos, spam])

fig, ax = plt.subplots(figsize=(6.5, 3.2))
ax.hist([legitimos, spam], bins=np.arange(0, 1.01, 0.05), stacked=True, hatch=["", "///"],
        color=["#999999", "#E69F00"], edgecolor="white", label=nombres)
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
f1_de_cada_uno = np.array([f1_score(reales, puntuaciones >= corte) for corte in candidatos])
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

# %%
explore_threshold(reales, puntuaciones)

# %% [markdown]
# ### Ejercicio 2.3.4
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
check("2.3.4", tasas)

# %% [markdown]
# ## 4 · ¿Se puede juzgar un modelo sin elegir umbral?
#
# Sí: probándolos **todos** y dibujando lo que sale. Cada umbral da un punto. Si en los ejes ponemos las
# dos tasas, es la **curva ROC**; si ponemos exhaustividad y precisión, la **curva de
# precisión-exhaustividad** (*precision-recall*, PR).
#
# **Predice:** un umbral altísimo no acusa a nadie; uno de 0 acusa a todos. ¿En qué esquinas de la curva
# ROC están esos dos?

# %% [markdown] tags=["docente"]
# **9 min.** Señala en la curva ROC el punto del filtro original (umbral 0.5) y pregunta hacia dónde se
# mueve al bajarlo. La frase que hay que llevarse del AUC es la de las parejas. El cambio de la curva
# PR con diez veces más legítimos es la antesala del módulo 6: dale un minuto de silencio.

# %%
cortes = np.unique(puntuaciones)[::-1]            # todos los umbrales, de mayor a menor
curva_vp = np.array([(spam >= corte).mean() for corte in cortes])
curva_fp = np.array([(legitimos >= corte).mean() for corte in cortes])
curva_precision = np.array([reales[puntuaciones >= corte].mean() for corte in cortes])

for i in (0, 14, 99):
    print(f"umbral {cortes[i]:.3f}: tasa de VP {curva_vp[i]:.2f}, tasa de FP {curva_fp[i]:.3f}, "
          f"precisión {curva_precision[i]:.2f}")

# %%
fig, (izquierda, derecha) = plt.subplots(1, 2, figsize=(9, 3.8))
izquierda.plot(curva_fp, curva_vp, ".-", color="#0072B2", label="nuestro filtro")
izquierda.plot([0, 1], [0, 1], "--", color="#999999", label="al azar")
izquierda.set(title="Curva ROC", xlabel="Tasa de falsos positivos",
              ylabel="Tasa de verdaderos positivos")
derecha.plot(curva_vp, curva_precision, ".-", color="#0072B2", drawstyle="steps-pre",
             label="nuestro filtro")
derecha.axhline(0.2, linestyle="--", color="#999999", label="al azar: la fracción de spam")
derecha.set(title="Curva de precisión-exhaustividad", xlabel="Exhaustividad", ylabel="Precisión")
izquierda.legend()
derecha.legend()
fig.tight_layout()

# %% [markdown]
# **Qué observas.** En la ROC, el umbral altísimo está abajo a la izquierda, y el 0, arriba a la derecha.
# Lo ideal sería pasar por la esquina de **arriba a la izquierda**: todo el spam y ninguna falsa alarma.
# En la otra curva lo ideal está arriba a la **derecha**, y el suelo no es la diagonal: quien acusa al
# azar tiene de precisión la fracción de spam que haya, aquí 0.20.
#
# El **área bajo la curva** ROC (*AUC*) resume el dibujo: 1 es perfecto y 0.5, una moneda al aire. La de
# la otra curva se llama **precisión media** (*average precision*, AP): se suma, escalón a escalón, la
# precisión por lo que avanza la exhaustividad. (`np.append(0, …)` añade el punto que falta: el umbral
# que no acusa a nadie.)

# %%
area_roc = np.trapezoid(np.append(0, curva_vp), np.append(0, curva_fp))
precision_media = np.sum(np.diff(np.append(0, curva_vp)) * curva_precision)

print(f"AUC a mano {area_roc:.3f}   scikit-learn {roc_auc_score(reales, puntuaciones):.3f}")
print(f"AP a mano  {precision_media:.3f}   "
      f"scikit-learn {average_precision_score(reales, puntuaciones):.3f}")
print("¿A menos de 1e-12?",
      bool(abs(area_roc - roc_auc_score(reales, puntuaciones)) < 1e-12),
      bool(abs(precision_media - average_precision_score(reales, puntuaciones)) < 1e-12))

# %% [markdown]
# ¿Son intercambiables las dos curvas? Un experimento: el mismo filtro, en una bandeja con **diez
# veces más** correo legítimo, de las mismas características.
#
# **Predice:** ¿qué curva cambiará?

# %%
reales_10 = np.append(np.zeros(800, dtype=int), np.ones(20, dtype=int))
puntuaciones_10 = np.append(np.tile(legitimos, 10), spam)

fig, (izquierda, derecha) = plt.subplots(1, 2, figsize=(9, 3.8))
for y, s, texto in [(reales, puntuaciones, "20 % de spam"),
                    (reales_10, puntuaciones_10, "2.4 % de spam")]:
    plot_roc(y, s, label=texto, ax=izquierda)
    plot_precision_recall(y, s, label=texto, ax=derecha)
    print(f"{texto:<14} AUC {roc_auc_score(y, s):.3f}   AP {average_precision_score(y, s):.3f}"
          f"   precisión con el umbral 0.5: {precision_score(y, s >= 0.5):.2f}")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** La ROC ni se entera: las dos tasas se calculan **dentro** de cada clase. La curva de
# precisión se hunde, y con razón: ahora, de cada veinte correos acusados, diecinueve son legítimos.
# Cuando lo que buscas es raro (un fraude, una enfermedad), mira la de precisión-exhaustividad.
#
# ### Ejercicio 2.3.5
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
    return (positivos > negativos).mean() + (positivos == negativos).mean() / 2
    # <<<

# %%
check("2.3.5", auc)

# %% [markdown]
# ## 5 · ¿Y si hay más de dos clases, o varias etiquetas a la vez?
#
# Con tres especies de pingüinos, cada una es por turno «la positiva» y las otras dos, «el resto». Salen
# tres precisiones y tres exhaustividades. Para dar un solo número se promedian, y hay que decir cómo:
#
# - **macro**: la media corriente de las clases. Todas pesan igual, por pocas que sean sus muestras;
# - **micro**: se juntan los aciertos y los errores de todas y se hace una sola división.
#
# Un modelo hecho con prisa (vecinos más cercanos sin escalar, como aprendimos a **no** hacer en 1.6):

# %% [markdown] tags=["docente"]
# **7 min.** El modelo es malo a propósito: así se ve una clase que la exactitud esconde. Si preguntan
# por la media *weighted* de scikit-learn: pesa cada clase por su apoyo. 2.3.7 puede ir a casa.

# %%
penguins = load_penguins().dropna()
columns = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
x_train, x_test, y_train, y_test = train_test_split(
    penguins[columns].to_numpy(), penguins["species"].to_numpy(dtype=str),
    test_size=0.5, random_state=42, stratify=penguins["species"])
species = KNeighborsClassifier().fit(x_train, y_train).predict(x_test)

classification_summary(y_test, species, approx=True)

# %% [markdown]
# **Predice:** mirando la tabla, ¿qué especie se le da mal? ¿Lo habrías sospechado por la exactitud?

# %%
tres = recall_score(y_test, species, average=None)
macro = recall_score(y_test, species, average="macro")
micro = recall_score(y_test, species, average="micro")
acierto = accuracy_score(y_test, species)

print(f"exactitud ≈ {acierto:.3f}   micro ≈ {micro:.3f}   macro ≈ {macro:.3f}")
print("¿Es la micro igual a la exactitud?", bool(abs(micro - acierto) < 1e-12))
print("¿Es la macro la media de las tres?", bool(abs(macro - tres.mean()) < 1e-12))
print("¿Queda la macro por debajo de la exactitud?", bool(macro < acierto))
print("¿Encuentra menos de la mitad de los Chinstrap?", bool(tres[1] < 0.5))

# %% [markdown]
# **Qué observas.** Encuentra menos de la mitad de los Chinstrap. Son los menos numerosos, y por eso la
# exactitud lo disimula; la macro, no. Y la micro, cuando cada muestra tiene una sola clase, **es** la
# exactitud con otro nombre: no informa de nada nuevo.
#
# ### Ejercicio 2.3.6
#
# Escribe `precision_macro(matriz)`: recibe una matriz de confusión (filas: clase real; columnas: clase
# predicha) de cualquier tamaño y devuelve la media corriente de las precisiones. Supón que todas las
# clases se han predicho alguna vez.

# %% tags=["ejercicio"]
def precision_macro(matriz):
    # >>> return ...
    return (np.diag(matriz) / matriz.sum(axis=0)).mean()
    # <<<

# %%
check("2.3.6", precision_macro)

# %% [markdown]
# Otra cosa es que una muestra lleve **varias etiquetas a la vez**: un correo puede ser urgente y,
# además, una factura. Es un problema **multietiqueta** (*multilabel*), y las respuestas forman una tabla
# de ceros y unos: una fila por correo, una columna por etiqueta.
#
# **Predice:** en la tabla de abajo hay dos casillas equivocadas de doce. ¿Cuál dirías que es la exactitud?

# %%
etiquetas = ["urgente", "factura", "viaje"]
tabla_real = np.array([[1, 1, 0], [0, 1, 0], [0, 0, 1], [1, 0, 1]])
tabla_dicha = np.array([[1, 1, 0], [0, 1, 0], [1, 0, 1], [1, 0, 0]])

for j, etiqueta in enumerate(etiquetas):
    print(f"{etiqueta:<8} precisión {precision_score(tabla_real[:, j], tabla_dicha[:, j]):.2f}"
          f"   exhaustividad {recall_score(tabla_real[:, j], tabla_dicha[:, j]):.2f}")
bien = tabla_real == tabla_dicha
print(f"casillas correctas {bien.mean():.2f}   filas perfectas {bien.all(axis=1).mean():.2f}")
print(f"accuracy_score de scikit-learn {accuracy_score(tabla_real, tabla_dicha):.2f}")

# %% [markdown]
# **Qué observas.** Cada columna es un problema de sí o no, como los de antes. Para el conjunto hay dos
# «exactitudes» honradas y muy distintas: 10 de 12 casillas, o 2 de 4 filas sin ningún fallo. Con una
# tabla, `accuracy_score` da la segunda, la severa. Di siempre cuál usas.
#
# ### Ejercicio 2.3.7
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
check("2.3.7", casillas_correctas, filas_perfectas)

# %% [markdown]
# ## 6 · ¿Y si se predice una cantidad?
#
# En una **regresión** no hay aciertos ni fallos: hay errores más grandes o más pequeños. Predigamos la
# masa de un pingüino a partir de su aleta. Cada segmento rojo es un error:

# %% [markdown] tags=["docente"]
# **7 min.** Pide la unidad de cada métrica: MAE y RMSE, gramos; MSE, gramos al cuadrado; R², ninguna.
# En 2.3.8 casi todos olvidan la raíz o el valor absoluto; el corrector lo nombra.

# %%
aleta, masa = penguins[["flipper_length_mm"]].to_numpy(), penguins["body_mass_g"].to_numpy()
aleta_train, aleta_test, masa_train, masa_test = train_test_split(aleta, masa, random_state=42)
model = LinearRegression().fit(aleta_train, masa_train)
masa_dicha = model.predict(aleta_test)

fig, ax = plt.subplots(figsize=(6.5, 3.6))
ax.vlines(aleta_test[:, 0], masa_test, masa_dicha, color="#D55E00", linewidth=1, label="error")
ax.scatter(aleta_test, masa_test, s=14, color="#0072B2", label="pingüino")
ax.plot(aleta_test, masa_dicha, color="black", label="predicción")
ax.set(title="La masa según la aleta, y lo que se equivoca", xlabel="Largo de la aleta (mm)",
       ylabel="Masa (g)")
ax.legend()
fig.tight_layout()

# %% [markdown]
# Tres maneras de resumir esos segmentos ($y$ es lo real, $\hat{y}$ lo predicho, $\bar{y}$ la media de
# lo real):
#
# - **MAE** (*mean absolute error*): su largo medio, $\frac{1}{n}\sum |y_i - \hat{y}_i|$.
# - **RMSE** (*root mean squared error*): se elevan al cuadrado, se promedian y se saca la raíz,
#   $\sqrt{\frac{1}{n}\sum (y_i - \hat{y}_i)^2}$. (Sin la raíz se llama **MSE**, y sus unidades son
#   gramos al cuadrado.)
# - **R²**: qué parte del error de «decir siempre la media» hemos quitado,
#   $1 - \frac{\sum (y_i - \hat{y}_i)^2}{\sum (y_i - \bar{y})^2}$.
#
# **Predice:** una balanza falla siempre por 10 g; otra acierta tres veces y a la cuarta falla por 40 g.
# ¿Con qué métrica empatan?

# %%
for balanza, fallos in (("constante", np.array([10, 10, 10, 10])),
                        ("caprichosa", np.array([0, 0, 0, 40]))):
    print(f"{balanza:<10} MAE {np.abs(fallos).mean():.0f} g"
          f"   RMSE {np.sqrt((fallos ** 2).mean()):.0f} g")

# %%
residuos = masa_test - masa_dicha
a_mano = [np.abs(residuos).mean(), np.sqrt((residuos ** 2).mean()),
          1 - (residuos ** 2).sum() / ((masa_test - masa_test.mean()) ** 2).sum()]
biblioteca = [mean_absolute_error(masa_test, masa_dicha),
              root_mean_squared_error(masa_test, masa_dicha), r2_score(masa_test, masa_dicha)]

print(f"pingüinos: MAE ≈ {a_mano[0]:.0f} g   RMSE ≈ {a_mano[1]:.0f} g   R² ≈ {a_mano[2]:.2f}")
print("¿Coinciden con scikit-learn en las doce primeras cifras?",
      np.allclose(a_mano, biblioteca, rtol=1e-12, atol=0))
print("¿Es el RMSE mayor que el MAE?", bool(a_mano[1] > a_mano[0]))
print("¿Supera R² el 0.6?", bool(a_mano[2] > 0.6))

# %% [markdown]
# **Qué observas.** Con el MAE las balanzas empatan; el RMSE castiga más el error grande. Por eso el RMSE
# nunca es menor que el MAE, y si es mucho mayor, busca unos pocos errores enormes. Los dos vienen en
# gramos: se entienden sin saber estadística. R² no tiene unidades: 1 es perfecto y 0, lo mismo que decir
# siempre la media.
#
# > **Lo que oirás por ahí: «R² va de 0 a 1».** Puede ser tan negativo como se quiera: basta predecir
# > peor que la media. Démosle a este mismo modelo las aletas en centímetros en lugar de milímetros:

# %%
en_centimetros = model.predict(aleta_test / 10)

print("¿Es R² negativo?", bool(r2_score(masa_test, en_centimetros) < 0))
print("¿Menor que -10?", bool(r2_score(masa_test, en_centimetros) < -10))
print("¿Predice masas negativas?", bool((en_centimetros < 0).all()))

# %% [markdown]
# **Qué observas.** Ningún aviso: solo un R² disparatado. Un R² negativo casi siempre señala un descuido
# (unidades, columnas cambiadas de orden) o un modelo que memorizó.
#
# ### Ejercicio 2.3.8
#
# Escribe `mae(reales, predichas)`, `rmse(reales, predichas)` y `r2(reales, predichas)` con NumPy. Tienen
# que dar lo mismo que scikit-learn. (Puedes contar con que los valores reales no son todos iguales.)

# %% tags=["ejercicio"]
def mae(reales, predichas):
    # >>> return ...
    return np.abs(reales - predichas).mean()
    # <<<

def rmse(reales, predichas):
    # >>> return ...
    return np.sqrt(((reales - predichas) ** 2).mean())
    # <<<

def r2(reales, predichas):
    # >>> return ...
    sin_explicar = ((reales - predichas) ** 2).sum()
    return 1 - sin_explicar / ((reales - reales.mean()) ** 2).sum()
    # <<<

# %%
check("2.3.8", mae, rmse, r2)

# %% [markdown]
# ## Errores frecuentes
#
# **1. Cambiar el orden de los argumentos.** Primero lo real, después lo predicho. Al revés no falla: te
# da **otra** métrica.

# %%
print(f"al revés:  precision_score(predichas, reales) = {precision_score(predichas, reales):.2f}")
print(f"eso era:   recall_score(reales, predichas)    = {recall_score(reales, predichas):.2f}")
print(f"arreglado: precision_score(reales, predichas) = {precision_score(reales, predichas):.2f}")

# %% [markdown]
# **2. Pasar puntuaciones donde se esperan etiquetas.** Falta el umbral.

# %%
try:
    accuracy_score(reales, puntuaciones)
except ValueError as error:
    print("Falla con", type(error).__name__)

print(f"Arreglado: {accuracy_score(reales, puntuaciones >= 0.5):.2f}")

# %% [markdown]
# **3. Y lo contrario: pasar etiquetas donde se esperan puntuaciones.** El AUC necesita todos los umbrales;
# con ceros y unos solo le queda uno. Tampoco falla: da menos de lo que el modelo merece.

# %%
print(f"con etiquetas:    AUC {roc_auc_score(reales, predichas):.3f}")
print(f"con puntuaciones: AUC {roc_auc_score(reales, puntuaciones):.3f}")

# %% [markdown]
# **4. Restar una columna de una fila.** Las redes de Keras devuelven sus predicciones con forma `(n, 1)`.
# Restadas de un array de forma `(n,)`, NumPy las combina todas con todas, y el resultado es falso.

# %%
peso = np.array([10.0, 20.0, 30.0])
peso_dicho = np.array([[10.0], [20.0], [30.0]])        # predicciones perfectas, en columna

print("forma de la resta:", (peso - peso_dicho).shape)
print(f"MAE falso:     {np.abs(peso - peso_dicho).mean():.2f}")
print(f"MAE arreglado: {np.abs(peso - peso_dicho.ravel()).mean():.2f}")

# %% [markdown]
# ## Práctica: que no se escape ningún tumor
#
# 569 tumores de mama, medidos en imágenes de microscopio; de cada uno se supo después si era maligno. Un
# programa así nunca sustituye a nadie: ordena a quién mirar primero. Aquí no detectar un tumor
# maligno (FN) es mucho peor que pedir una prueba de más (FP).
#
# ### Paso 1 · Ejercicio 2.3.9
#
# scikit-learn trae estos datos con una sorpresa: `target` vale 0 si es **maligno** y 1 si es
# benigno. Sin tocarlo, todas tus métricas hablarían de encontrar benignos. Guarda en `y_maligno` un array
# de ceros y unos en el que **1 es maligno**.

# %% [markdown] tags=["docente"]
# **10 min** en clase para los pasos 1 y 2; el 2.3.11 es el reto para casa. Pregunta quién decide el 95 %:
# no es el programa, ni quien lo programa. Y subraya que el umbral se eligió sin mirar la prueba.

# %%
cancer = load_breast_cancer()
print("forma:", cancer.data.shape)
print("0 es", cancer.target_names[0], "y 1 es", cancer.target_names[1])

# %% tags=["ejercicio"]
# >>> y_maligno = ...
y_maligno = (cancer.target == 0).astype(int)
# <<<

# %%
check("2.3.9", y_maligno)

# %% [markdown]
# Partimos en tres: con la mitad se entrena, con un cuarto se elige el umbral (**validación**) y el otro
# cuarto se guarda para el examen (**prueba**). El modelo mira solo las dos primeras medidas (radio y
# textura), para que no sea tan fácil. `predict_proba` da dos columnas, la probabilidad de 0 y la de 1: nos
# quedamos con la segunda.

# %%
y_cancer = 1 - cancer.target                      # 1 = maligno
x_rest, x_exam, y_rest, y_exam = train_test_split(
    cancer.data, y_cancer, test_size=0.25, random_state=42, stratify=y_cancer)
x_fit, x_valid, y_fit, y_valid = train_test_split(
    x_rest, y_rest, test_size=1 / 3, random_state=42, stratify=y_rest)

doctor = make_pipeline(StandardScaler(), LogisticRegression()).fit(x_fit[:, :2], y_fit)
scores_valid = doctor.predict_proba(x_valid[:, :2])[:, 1]
scores_exam = doctor.predict_proba(x_exam[:, :2])[:, 1]
print("malignos en validación:", y_valid.sum(), "de", len(y_valid))
print("malignos en prueba:    ", y_exam.sum(), "de", len(y_exam))

# %% [markdown]
# ### Paso 2 · Ejercicio 2.3.10
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
check("2.3.10", umbral_para)

# %% [markdown]
# **Predice:** para encontrar al menos el 95 % de los malignos, ¿el umbral quedará por encima o por debajo
# de 0.5? Lo elegimos con validación y lo examinamos con prueba:

# %%
malignant = np.sort(scores_valid[y_valid == 1])[::-1]
chosen = malignant[int(np.ceil(0.95 * len(malignant))) - 1]   # el 95 % llega a ella

for nombre, corte in (("0.5", 0.5), ("el elegido", chosen)):
    says = (scores_exam >= corte).astype(int)
    print(f"umbral {nombre:<10} exhaustividad ≈ {recall_score(y_exam, says):.2f}"
          f"   precisión ≈ {precision_score(y_exam, says):.2f}")

found = (scores_exam >= chosen) & (y_exam == 1)
print("¿Queda el umbral elegido por debajo de 0.5?", bool(chosen < 0.5))
print("¿Encuentra más malignos en prueba que con 0.5?",
      bool(found.sum() > ((scores_exam >= 0.5) & (y_exam == 1)).sum()))

# %% [markdown]
# **Qué observas.** Con el mismo modelo se escapan bastantes menos tumores, y se paga con falsas
# alarmas. La exhaustividad de prueba ronda el 95 % pero no tiene por qué clavarlo: el umbral se eligió
# con otras personas. Prometer en prueba lo que se ajustó en validación es engañarse.
#
# ### Paso 3 · Ejercicio 2.3.11
#
# Ahora, mejor modelo en lugar de otro umbral: usa **las 30 medidas**. Entrena con `x_rest` e `y_rest` y
# guarda en `puntuaciones_mejor` una puntuación por cada tumor de `x_exam` (un array de 143 números, más
# alta cuanto más maligno). `check` calcula su AUC: tiene que llegar a **0.97**.

# %% tags=["ejercicio"]
# >>> puntuaciones_mejor = ...
modelo_completo = make_pipeline(StandardScaler(), LogisticRegression()).fit(x_rest, y_rest)
puntuaciones_mejor = modelo_completo.predict_proba(x_exam)[:, 1]
# <<<

# %% tags=["resultado"]
check("2.3.11", puntuaciones_mejor)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Un detector de fraude anuncia un 99.8 % de exactitud. En sus datos, 2 de cada 1000 pagos son
# fraude. ¿Qué sabemos?
#
# - a) Que encuentra casi todos los fraudes.
# - b) Que de cada 1000 avisos, 998 son fraude.
# - c) Muy poco: decir siempre «no es fraude» da lo mismo.
# - d) Que sus datos están mal: nadie acierta tanto.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("2.3.A1", respuesta_1)

# %% [markdown]
# **A2.** Un análisis de sangre decide quién pasa a un segundo examen, barato y sin riesgo. Lo grave es
# no detectar a un enfermo. ¿Qué miras primero?
#
# - a) La exhaustividad.
# - b) La precisión.
# - c) La exactitud.
# - d) El RMSE.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "a"
# <<<
check("2.3.A2", respuesta_2)

# %% [markdown]
# **A3.** Bajas el umbral de un clasificador. ¿Qué es seguro que pasa?
#
# - a) La precisión sube.
# - b) El AUC cambia.
# - c) Hay que volver a entrenar.
# - d) La exhaustividad no baja.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "d"
# <<<
check("2.3.A3", respuesta_3)

# %% [markdown]
# **A4.** Dos modelos predicen precios con el mismo MAE, 10 000 €. El RMSE del primero es 11 000 € y el del
# segundo, 40 000 €. ¿Qué diferencia hay?
#
# - a) El segundo está en otras unidades.
# - b) El segundo comete unos pocos errores enormes.
# - c) El segundo predice siempre de más.
# - d) Ninguna: el MAE dice que son iguales.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "b"
# <<<
check("2.3.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - VP, FP, FN y VN: todo lo demás son divisiones entre ellos.
# - La precisión mira a los acusados; la exhaustividad, a los que había; F1 exige las dos.
# - La exactitud engaña cuando una clase abunda: compárala siempre con la línea base.
# - El umbral se elige según lo que cuesta cada error, con datos distintos de los del examen.
# - En regresión: MAE y RMSE, en las unidades del problema; R², frente a decir siempre la media.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulo 3.
# - [Guía de scikit-learn: métricas](https://scikit-learn.org/stable/modules/model_evaluation.html).
# - [Ajustar el umbral con scikit-learn](https://scikit-learn.org/stable/modules/classification_threshold.html).
# - T. Saito y M. Rehmsmeier (2015), sobre cuándo la curva PR dice más que la ROC:
#   [doi:10.1371/journal.pone.0118432](https://doi.org/10.1371/journal.pone.0118432).
