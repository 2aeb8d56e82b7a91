# %% [markdown]
# # 2.5 · Métricas: ¿cómo se sabe si un modelo es bueno?
#
# | | |
# |---|---|
# | **Objetivos** | Contar los cuatro resultados de un clasificador; calcular a mano exactitud, precisión, exhaustividad, F1, especificidad y exactitud equilibrada, y decir qué pregunta contesta cada una; comparar con el modelo más tonto posible; medir cuando se predice una cantidad |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Máscaras y medias de NumPy (lección {{arrays}}), qué es un clasificador ({{que_es_el_ml}}) y el reparto en entrenamiento y prueba ({{maneras_de_aprender}}) |
# | **Datos** | Cien correos inventados para esta lección; los pingüinos de Palmer |
# | **Práctica** | ¿Le gana tu modelo al más tonto? |

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LinearRegression
from sklearn.metrics import accuracy_score, balanced_accuracy_score
from sklearn.metrics import f1_score, precision_score, mean_absolute_error
from sklearn.metrics import r2_score, recall_score, root_mean_squared_error
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from course_utils import check, hint, solution
from course_utils import classification_summary, load_penguins
from course_utils import plot_confusion_matrix

# %% [markdown] presenta="clase positiva"
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
# **{{minutos}}.** Que alguien invente una frase de una persona real para cada casilla: «se perdió el
# correo de mi jefa» es un FP; «me llegó otra lotería», un FN. Quien entiende las cuatro frases
# entiende el resto de la lección. Error típico: leer «negativo» como «error».

# %% presenta="numpy.repeat"
reales = np.repeat([0, 1], [80, 20])  # 80 legítimos y después 20 de spam
# lo que dijo el filtro de cada uno
predichas = np.repeat([0, 1, 0, 1], [70, 10, 15, 5])

vp = np.sum((reales == 1) & (predichas == 1))   # era spam y dijo spam
fp = np.sum((reales == 0) & (predichas == 1))   # era legítimo y dijo spam
fn = np.sum((reales == 1) & (predichas == 0))   # era spam y dijo legítimo
# era legítimo y dijo legítimo
vn = np.sum((reales == 0) & (predichas == 0))
print(f"VP {vp}   FP {fp}   FN {fn}   VN {vn}   suman {vp + fp + fn + vn}")

# %% [markdown] presenta="verdadero positivo, falso positivo, falso negativo, verdadero negativo, matriz de confusión"
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

# %% presenta="course_utils.plot_confusion_matrix"
nombres = ["legítimo", "spam"]
fig, ax = plt.subplots(figsize=(4, 4))
plot_confusion_matrix(reales, predichas, class_names=nombres, ax=ax)
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Cada fila es lo que el correo **era**; cada columna, lo que el filtro **dijo**.
# En la diagonal están los aciertos. De los 20 de spam (la fila de abajo), se le escaparon 15.
#
# ### Ejercicio 2.5.1
#
# Escribe `contar(reales, predichas, positiva)`: recibe dos arrays con las etiquetas y cuál de ellas
# es la positiva (puede ser un número o un texto). **Devuelve** cuatro números, en este orden:
# `vp, fp, fn, vn`.

# %% tags=["ejercicio"]
def contar(reales, predichas, positiva):
    # >>> return ...
    era = reales == positiva
    dijo = predichas == positiva
    return ((era & dijo).sum(), (~era & dijo).sum(), (era & ~dijo).sum(),
            (~era & ~dijo).sum())
    # <<<

# %%
check("2.5.1", contar)

# %% [markdown] presenta="numpy.divmod"
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("2.5.1")` da una pista (y otra, si
# insistes), y `solution("2.5.1")` muestra una solución.
#
# ## 2 · ¿Qué pregunta contesta cada métrica?
#
# Cuatro números son muchos para decir «este filtro es mejor que aquel». Una **métrica** los resume
# en uno, y al resumir elige qué mirar. Aquí están los cien correos, uno por uno: el **cuadrado lleno**
# es «dijo spam»; el **círculo hueco**, «dijo legítimo». Azul, acierto; naranja, error. (`np.r_` junta dos
# tramos de posiciones, y `np.divmod` da el cociente y el resto de dividir entre 10: la columna y la fila
# de cada uno.)

# %% presenta="numpy.r_"
orden = np.r_[80:100, 0:80]  # primero los 20 que eran spam
columna, fila = np.divmod(np.arange(100), 10)

# %%
fig, ax = plt.subplots(figsize=(7, 3.6))
for nombre, real, dicha, color in [
        ("VP", 1, 1, "#0072B2"), ("FP: falsa alarma", 0, 1, "#D55E00"),
        ("FN: se le escapó", 1, 0, "#D55E00"), ("VN", 0, 0, "#0072B2")]:
    son = (reales[orden] == real) & (predichas[orden] == dicha)
    ax.scatter(columna[son], fila[son], s=80, marker="s" if dicha else "o",
               label=nombre,
               edgecolors=color, facecolors=color if dicha else "none")
ax.axvline(1.5, color="black", linestyle=":")
ax.set(title="Cien correos: a la izquierda de la línea, el spam",
       xlabel="Columna (10 correos)",
       ylabel="Fila", xticks=range(10), yticks=[])
ax.legend(loc="center left", bbox_to_anchor=(1, 0.5))
fig.tight_layout()

# %% [markdown] presenta="exactitud, precisión, exhaustividad"
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
# **{{minutos}}.** Tapa con la mano lo que no se divide: para la precisión, los círculos; para la
# exhaustividad, lo que queda a la derecha de la línea. Es la figura que se les queda. En muchas traducciones *accuracy* aparece como «precisión»: avisa.

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

# %% presenta="sklearn.dummy.DummyClassifier, sklearn.metrics.accuracy_score, sklearn.metrics.recall_score"
# siempre la clase más frecuente
nunca = DummyClassifier(strategy="most_frequent")
correos = np.zeros((100, 1))  # qué dicen los correos: le da igual
nunca_dice = nunca.fit(correos, reales).predict(correos)

for nombre, dice in (("nuestro filtro", predichas),
                     ("«nunca es spam»", nunca_dice)):
    print(f"{nombre:<16} exactitud {accuracy_score(reales, dice):.2f}"
          f"   exhaustividad {recall_score(reales, dice):.2f}")
print("¿Tiene más exactitud el que no mira nada?",
      accuracy_score(reales, nunca_dice) > accuracy_score(reales,
                                                          predichas))

# %% [markdown] presenta="listón"
# **Qué observas.** El que no mira nada gana en exactitud, 0.80 a 0.75, y no encuentra ni un solo spam.
# Cuando una clase es mucho más numerosa, acertar en ella es gratis. De ahí dos costumbres para toda la
# vida: mira cuántos hay de cada clase, y compara tu modelo con el más tonto posible. A ese se le llama
# **listón** (*baseline*), porque es lo que hay que saltar, y scikit-learn lo trae hecho:
# `DummyClassifier`, un modelo que no mira las características. En el módulo {{modulo:fraude}}, «nunca es
# fraude» acertará en más del 99.8 %.
#
# ### Ejercicio 2.5.2
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
check("2.5.2", precision, exhaustividad)

# %% [markdown]
# ## 3 · ¿Y si quieres un solo número que exija las dos cosas?
#
# La media corriente no sirve.
#
# **Predice:** un filtro que responde «spam» a **todo**, ¿qué precisión y qué exhaustividad tiene? ¿Qué
# saldría al promediarlas?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Si alguien pregunta por qué la media armónica: es la que se usa con las velocidades. Ir a
# 20 y volver a 100 no da una media de 60, porque se pasa más tiempo yendo despacio. La ampliación 2.5.3
# puede ir a casa.

# %%
# acusa a 100, y 20 lo eran; había 20, y encontró 20
p, r = 20 / 100, 20 / 20
print(f"«todo es spam»: precisión {p:.2f}, exhaustividad {r:.2f}")
print(f"media corriente {(p + r) / 2:.2f}")
print(f"media armónica  {2 * p * r / (p + r):.2f}")

# %% [markdown] presenta="F1"
# **Qué observas.** La media corriente premia con un 0.60 a un filtro inútil. La **media armónica** se
# queda cerca de la **peor** de las dos. A esa media se la llama **F1**:
#
# $$F_1 = \frac{2 \cdot \text{precisión} \cdot \text{exhaustividad}}{\text{precisión} + \text{exhaustividad}} = \frac{2\,VP}{2\,VP + FP + FN}$$
#
# Las dos formas dan lo mismo. Fíjate en que los VN no aparecen: F1 no regala nada por acertar lo fácil.

# %% presenta="sklearn.metrics.f1_score, sklearn.metrics.precision_score"
f1_spam = 2 * precision_spam * exhaustividad_spam / (precision_spam
                                                     + exhaustividad_spam)
print(f"a mano:         {f1_spam:.2f}, "
      f"y por el otro camino {2 * vp / (2 * vp + fp + fn):.2f}")
print(f"scikit-learn:   {f1_score(reales, predichas):.2f}")
print("Las cuatro métricas, ¿a menos de 1e-12 de las de scikit-learn?",
      np.allclose([exactitud, precision_spam, exhaustividad_spam, f1_spam],
                  [accuracy_score(reales, predichas),
                   precision_score(reales, predichas),
                   recall_score(reales, predichas),
                   f1_score(reales, predichas)],
                  rtol=0, atol=1e-12))

# %% [markdown]
# En el resto del curso pediremos el resumen entero con una línea. La columna «Apoyo» dice cuántos
# correos había de cada clase:

# %% presenta="course_utils.classification_summary"
classification_summary(reales, predichas, class_names=nombres)

# %% [markdown]
# ### ★ Ampliación · Ejercicio 2.5.3
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
check("2.5.3", f1)

# %% [markdown] presenta="especificidad, exactitud equilibrada, numpy.ones"
# ## 4 · ¿Y con los que no eran lo que buscas?
#
# La precisión, la exhaustividad y F1 no miran los VN. A veces importan: en un análisis médico hay que
# saber a cuántos **sanos** deja tranquilos. La **especificidad** (*specificity*) es la exhaustividad de
# la otra clase:
#
# $$\text{especificidad} = \frac{VN}{VN + FP}$$
#
# Y la media de las dos, exhaustividad y especificidad, es la **exactitud equilibrada** (*balanced
# accuracy*): cada clase pesa la mitad, por rara que sea.
#
# **Predice:** ¿cuánto valdrá la exactitud equilibrada de «nunca es spam»? ¿Y la de «todo es spam»?
# (`np.ones` hace un array de unos: cien veces «es spam».)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pide que digan la frase entera: «de los legítimos, ¿qué parte dejó en paz?». Quien confunde
# especificidad con precisión ha leído por columnas: en la matriz de confusión, exhaustividad y
# especificidad se leen por filas; la precisión, por columnas.

# %% presenta="sklearn.metrics.balanced_accuracy_score"
print(f"especificidad de nuestro filtro: {vn} de {vn + fp}, "
      f"{vn / (vn + fp):.3f}")
print("exactitud equilibrada a mano:    "
      f"{(vp / (vp + fn) + vn / (vn + fp)) / 2:.3f}")

for nombre, dice in (("nuestro filtro", predichas),
                     ("«nunca es spam»", nunca_dice),
                     ("«todo es spam»", np.ones(100, dtype=int))):
    print(f"{nombre:<16} exactitud {accuracy_score(reales, dice):.2f}"
          f"   equilibrada {balanced_accuracy_score(reales, dice):.4f}")

# %% [markdown]
# **Qué observas.** Los dos que no miran nada sacan exactamente 0.5: aciertan entera una clase y fallan
# entera la otra. Ese es siempre el listón de la exactitud equilibrada con dos clases, sea cual sea el
# reparto. Nuestro filtro, que en exactitud perdía, aquí pasa el listón, aunque por poco. (Con solo
# 20 de spam podría ser suerte: en la lección {{umbrales}} se mide cuánta hay.)
#
# No hay métrica «buena»: cada una contesta su pregunta. Di siempre cuál usas, y qué saca el listón.

# %% [markdown] presenta="regresión, sklearn.linear_model.LinearRegression, .vlines"
# ## 5 · ¿Y si se predice una cantidad?
#
# En una **regresión** no hay aciertos ni fallos: hay errores más grandes o más pequeños. Predigamos la
# masa de un pingüino a partir de su aleta, con la recta que mejor pasa entre los puntos
# (`LinearRegression`). Cada segmento vertical naranja, dibujado con `vlines`, es un error:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pide la unidad de cada métrica: MAE y RMSE, gramos; MSE, gramos al cuadrado; R², ninguna.
# En 2.5.4 casi todos olvidan la raíz o el valor absoluto; el corrector lo nombra. Si preguntan qué R² es
# «bueno»: se compara con otro modelo, en el mismo examen; no hay una nota de corte.

# %%
penguins = load_penguins().dropna()
aleta, masa = (penguins[["flipper_length_mm"]].to_numpy(),
               penguins["body_mass_g"].to_numpy())
aleta_train, aleta_test, masa_train, masa_test = train_test_split(
    aleta, masa, random_state=42)
model = LinearRegression().fit(aleta_train, masa_train)
masa_dicha = model.predict(aleta_test)

# %%
fig, ax = plt.subplots(figsize=(6.5, 3.6))
ax.vlines(aleta_test[:, 0], masa_test, masa_dicha, color="#D55E00",
          linewidth=1, label="error")
ax.scatter(aleta_test, masa_test, s=14, color="#0072B2", label="pingüino")
ax.plot(aleta_test, masa_dicha, color="black", label="predicción")
ax.set(title="La masa según la aleta, y lo que se equivoca",
       xlabel="Largo de la aleta (mm)", ylabel="Masa (g)")
ax.legend()
fig.tight_layout()

# %% [markdown] presenta="MAE, RMSE, MSE, R²"
# Tres maneras de resumir esos segmentos ($y$ es lo real, $\hat{y}$ lo predicho, $\bar{y}$ la media de
# lo real):
#
# - **MAE** (*mean absolute error*): su largo medio, $\frac{1}{n}\sum |y_i - \hat{y}_i|$.
# - **RMSE** (*root mean squared error*): se elevan al cuadrado, se promedian y se saca la raíz,
#   $\sqrt{\frac{1}{n}\sum (y_i - \hat{y}_i)^2}$. (Sin la raíz se llama **MSE**, y sus unidades son
#   gramos al cuadrado.)
# - **R²**: qué parte del error, sumado en cuadrados, de «decir siempre la media» hemos quitado,
#   $1 - \frac{\sum (y_i - \hat{y}_i)^2}{\sum (y_i - \bar{y})^2}$.
#
# **Predice:** una balanza falla siempre por 10 g; otra acierta tres veces y a la cuarta falla por 40 g.
# ¿Con qué métrica empatan?

# %%
for balanza, fallos in (("constante", np.array([10, 10, 10, 10])),
                        ("caprichosa", np.array([0, 0, 0, 40]))):
    print(f"{balanza:<10} MAE {np.abs(fallos).mean():.0f} g"
          f"   RMSE {np.sqrt((fallos ** 2).mean()):.0f} g")

# %% presenta="sklearn.metrics.mean_absolute_error, sklearn.metrics.root_mean_squared_error, sklearn.metrics.r2_score"
residuos = masa_test - masa_dicha
a_mano = [np.abs(residuos).mean(), np.sqrt((residuos ** 2).mean()),
          1 - (residuos ** 2).sum()
          / ((masa_test - masa_test.mean()) ** 2).sum()]
biblioteca = [mean_absolute_error(masa_test, masa_dicha),
              root_mean_squared_error(masa_test, masa_dicha),
              r2_score(masa_test, masa_dicha)]

print(f"pingüinos: MAE ≈ {a_mano[0]:.0f} g   RMSE ≈ {a_mano[1]:.0f} g   "
      f"R² ≈ {a_mano[2]:.2f}")
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
# **Qué observas.** Ningún aviso: solo un R² disparatado. ¿Señala siempre un descuido así un R² negativo?
#
# **Predice:** un modelo sin ningún fallo, al que damos una columna que no dice nada (números al azar), ¿qué
# R² sacará en el examen? ¿Y quien responde siempre la media de **entrenamiento**?

# %%
r2_media, r2_azar = [], []
for semilla in range(200):
    inutil = np.random.default_rng(semilla).normal(size=(len(masa), 1))
    x_train, x_test, y_train, y_test = train_test_split(
        inutil, masa, random_state=semilla)
    media = np.full(len(y_test), y_train.mean())
    r2_media.append(r2_score(y_test, media))
    r2_azar.append(r2_score(
        y_test, LinearRegression().fit(x_train, y_train).predict(x_test)))

# %%
for nombre, valores in (("la media", r2_media),
                        ("una recta inútil", r2_azar)):
    print(f"{nombre:<17} negativo en ≈ "
          f"{np.mean(np.array(valores) < 0):.0%} de 200 exámenes; "
          f"el de en medio, ≈ {np.median(valores):.3f}, y el peor, "
          f"≈ {min(valores):.2f}")
print("¿Da la media un R² negativo en los 200?", max(r2_media) < 0)
print("¿Y la recta inútil, en más de la mitad?",
      np.mean(np.array(r2_azar) < 0) > 0.5)
print("¿Baja alguno de -1?", min(r2_media + r2_azar) < -1)

# %% [markdown]
# **Qué observas.** Nadie se ha equivocado, y el R² sale negativo en la mayoría de los exámenes. Es que R²
# compara con la media **del examen**, que nadie conoce al entrenar: quien no sabe nada pierde contra ella
# por un poco. Un R² negativo dice una sola cosa: en este examen habría sido mejor decir la media. El
# motivo hay que buscarlo, y su tamaño orienta: unas centésimas, o alguna décima, y el modelo no sabe nada
# útil; por debajo de −1 en un examen como este, de más de ochenta pingüinos, y se equivoca mucho más de
# lo que varían los datos: revisa las unidades y el orden de las columnas. (En un examen de diez, ni eso
# es seguro: de vez en cuando, la suerte sola lo lleva por debajo de −1.)

# %% [markdown]
# ### Ejercicio 2.5.4
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
check("2.5.4", mae, rmse, r2)

# %% [markdown]
# ## Errores frecuentes
#
# **1. Cambiar el orden de los argumentos.** Primero lo real, después lo predicho. Al revés no falla: te
# da **otra** métrica.

# %%
print("al revés:  precision_score(predichas, reales) "
      f"= {precision_score(predichas, reales):.2f}")
print("eso era:   recall_score(reales, predichas)    "
      f"= {recall_score(reales, predichas):.2f}")
print("arreglado: precision_score(reales, predichas) "
      f"= {precision_score(reales, predichas):.2f}")

# %% [markdown]
# **2. Restar una columna de una fila.** Las redes de Keras devuelven sus predicciones con forma `(n, 1)`.
# Restadas de un array de forma `(n,)`, NumPy las combina todas con todas, y el resultado es falso.

# %%
peso = np.array([10.0, 20.0, 30.0])
# predicciones perfectas, en columna
peso_dicho = np.array([[10.0], [20.0], [30.0]])

print("forma de la resta:", (peso - peso_dicho).shape)
print(f"MAE falso:     {np.abs(peso - peso_dicho).mean():.2f}")
print(f"MAE arreglado: {np.abs(peso - peso_dicho.ravel()).mean():.2f}")

# %% [markdown]
# ## Práctica: ¿le gana tu modelo al más tonto?
#
# Un barco de investigación quiere que un programa avise cuando un pingüino es un Chinstrap, la especie
# menos numerosa: uno de cada cinco. Un modelo hecho con prisa (vecinos más cercanos, sin escalar) saca
# alrededor de 0.86 de exactitud. ¿Es bueno?
#
# ### Paso 1 · Ejercicio 2.5.5
#
# Escribe `exactitud_equilibrada(reales, predichas)`, con 1 como clase positiva: la media de la
# exhaustividad y la especificidad. Puedes contar con que hay muestras de las dos clases.

# %% [markdown] tags=["docente"]
# **{{minutos}}** para errores, práctica y autoevaluación. En el paso 3, tapa las dos últimas columnas y que la
# clase vote si el modelo con prisa «es bueno»; después, destápalas.

# %% tags=["ejercicio"]
def exactitud_equilibrada(reales, predichas):
    # >>> return ...
    exhaustividad = (predichas[reales == 1] == 1).mean()
    especificidad = (predichas[reales == 0] == 0).mean()
    return (exhaustividad + especificidad) / 2
    # <<<

# %%
check("2.5.5", exactitud_equilibrada)

# %% [markdown]
# ### ★ Ampliación · Paso 2 · Ejercicio 2.5.6
#
# Escribe `crear_liston(x, y)`: devuelve un `DummyClassifier` **ya entrenado** con esos datos, que responda
# siempre la clase más frecuente de `y`.

# %% tags=["ejercicio"]
def crear_liston(x, y):
    # >>> return ...
    return DummyClassifier(strategy="most_frequent").fit(x, y)
    # <<<

# %%
check("2.5.6", crear_liston)

# %% [markdown]
# ### Paso 3 · El informe
#
# El mismo examen para tres: el listón, los vecinos con prisa y los vecinos después de escalar.
#
# **Predice:** ¿qué fila tendrá 0.50 en la última columna?

# %%
medidas = penguins[["bill_length_mm", "bill_depth_mm", "flipper_length_mm",
                    "body_mass_g"]]
es_chinstrap = (penguins["species"] == "Chinstrap").to_numpy().astype(int)
x_train, x_test, y_train, y_test = train_test_split(
    medidas.to_numpy(), es_chinstrap, test_size=0.5, random_state=42,
    stratify=es_chinstrap)

# %% tags=["resultado"]
informe = {}
for nombre, modelo in (
        ("listón", DummyClassifier(strategy="most_frequent")),
        ("con prisa", KNeighborsClassifier()),
        ("escalado", make_pipeline(StandardScaler(),
                                   KNeighborsClassifier()))):
    dice = modelo.fit(x_train, y_train).predict(x_test)
    informe[nombre] = (accuracy_score(y_test, dice),
                       balanced_accuracy_score(y_test, dice))
    print(f"{nombre:<10} exactitud ≈ {informe[nombre][0]:.2f}"
          f"   exhaustividad ≈ {recall_score(y_test, dice):.2f}"
          f"   equilibrada ≈ {informe[nombre][1]:.2f}")

# %%
print("¿Supera el de prisa al listón, en exactitud, por menos de 0.1?",
      informe["con prisa"][0] - informe["listón"][0] < 0.1)
print("¿Y el escalado, por más de 0.1?",
      informe["escalado"][0] - informe["listón"][0] > 0.1)
print("¿Pasa el escalado de 0.85 en equilibrada?",
      informe["escalado"][1] > 0.85)

# %% [markdown]
# **Qué observas.** El 0.86 parecía una buena nota y está a un paso del listón, que no ha mirado ni un
# pingüino: el modelo con prisa encuentra a menos de la mitad de los Chinstrap. La exactitud equilibrada lo
# enseña sin tener que buscarlo. Con las mismas medidas, bien escaladas, el mismo modelo sí funciona.

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
check("2.5.A1", respuesta_1)

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
check("2.5.A2", respuesta_2)

# %% [markdown]
# **A3.** Dos modelos predicen precios con el mismo MAE, 10 000 €. El RMSE del primero es 11 000 € y el del
# segundo, 40 000 €. ¿Qué diferencia hay?
#
# - a) El segundo está en otras unidades.
# - b) El segundo comete unos pocos errores enormes.
# - c) El segundo predice siempre de más.
# - d) Ninguna: el MAE dice que son iguales.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "b"
# <<<
check("2.5.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - VP, FP, FN y VN: todo lo demás son divisiones entre ellos.
# - La precisión mira a los acusados; la exhaustividad, a los que había; F1 exige las dos.
# - La especificidad es la exhaustividad de la otra clase; la media de las dos, la exactitud
#   equilibrada.
# - La exactitud engaña cuando una clase abunda: compárala siempre con el listón, `DummyClassifier`.
# - En regresión: MAE y RMSE, en las unidades del problema; R², frente a decir la media del examen, y
#   puede ser negativo sin que nadie se haya equivocado.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulos 2 (RMSE y MAE) y 3 (las de clasificar).
# - [Guía de scikit-learn: métricas](https://scikit-learn.org/stable/modules/model_evaluation.html), y
#   [sus listones](https://scikit-learn.org/stable/modules/model_evaluation.html#dummy-estimators).
