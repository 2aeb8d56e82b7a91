# %% [markdown]
# # 6.1 · Fraude bancario: los datos y cómo evaluarlos
#
# | | |
# |---|---|
# | **Objetivos** | Plantear el problema en euros y decir quién actúa; explorar pagos reales y quitar las copias; partir por tiempo y guardar una última ventana sin abrir; calcular la precisión media y preferirla a la exactitud; medir el primer modelo, el listón que hay que superar |
# | **Duración** | {{minutos}} |
# | **Requisitos** | pandas (lección {{bibliotecas_cientificas}}), métricas y curvas ({{metricas}} y {{umbrales}}) y escalado dentro de un *pipeline* ({{vinos}}) |
# | **Datos** | 284 807 pagos con tarjeta de dos días de septiembre de 2013 en Europa (ULB y Worldline; Dal Pozzolo et al., 2015; licencia ODbL 1.0; `V1`–`V28` redondeadas aquí a 4 decimales), incluidos en el curso |
# | **Práctica** | Proyecto final, primera parte: el listón |

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from course_utils import check, hint, solution
from course_utils import load_credit_card_fraud, plot_precision_recall
from course_utils import plot_roc

# %% [markdown] presenta="ficha del problema"
# ## 1 · ¿Quién actúa cuando suena un aviso?
#
# Un banco quiere detectar pagos fraudulentos. Antes de mirar un solo dato hay que poder rellenar esta
# **ficha del problema**. Si una casilla queda vacía, ningún modelo la llenará después.
#
# | Pregunta | Respuesta en este proyecto |
# |---|---|
# | ¿Qué se decide? | Qué pagos revisa una persona |
# | ¿Quién actúa? | El equipo de fraude: llama a quien tiene la tarjeta y, si hace falta, la bloquea |
# | ¿Cuánto puede hacer? | Unos 100 avisos al día (supuesto) |
# | ¿Qué cuesta un fraude que se escapa? | Su importe, en euros (supuesto: el banco lo devuelve entero) |
# | ¿Qué cuesta un aviso? | 5 € de trabajo, acierte o no (supuesto) |
# | ¿Con qué se compara? | Con no hacer nada, y con las reglas que ya existen |
# | ¿Cuándo se sabe la verdad? | Días después, cuando la persona reclama |
#
# Los supuestos se escriben porque alguien del banco tendrá que confirmarlos o cambiarlos.
#
# **Predice:** dos detectores fallan una sola vez. Uno deja pasar un fraude de 900 €; otro molesta a
# una clienta por nada. ¿Cuestan lo mismo?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que alguien haga de responsable del equipo de fraude y alguien de clienta bloqueada en
# el supermercado. Pregunta qué falta en la ficha: el enfado de la clienta no está en euros. En 6.1.1,
# el error típico es cobrar la revisión solo cuando el aviso era falso.

# %%
importes = np.array([900.0, 20.0, 60.0, 35.0])
es_fraude = np.array([True, False, True, False])

for nombre, con_aviso in [("no avisar nunca",
                           np.array([False, False, False, False])),
                          ("avisar de todos",
                           np.array([True, True, True, True])),
                          ("avisar del primero",
                           np.array([True, False, False, False]))]:
    perdido = importes[es_fraude & ~con_aviso].sum()
    revisar = 5 * con_aviso.sum()
    print(f"{nombre:<19} se pierden {perdido:.0f} € + revisar "
          f"{revisar:.0f} € = "
          f"{perdido + revisar:.0f} €")

# %% [markdown]
# **Qué observas.** Dos errores, dos precios. Con cuatro pagos, revisarlos todos sale barato; con cien
# mil al día sería imposible. Por eso hace falta **ordenar** los pagos: del más al menos sospechoso.
#
# ### Ejercicio 6.1.1
#
# Escribe `coste_total(importes, es_fraude, con_aviso, coste_aviso)`. Los tres primeros son arrays de la
# misma longitud (euros, y dos de `True` o `False`). **Devuelve** en euros lo que se pierde en
# los fraudes sin aviso más lo que cuesta revisar **todos** los avisos.

# %% tags=["ejercicio"]
def coste_total(importes, es_fraude, con_aviso, coste_aviso):
    # >>> return ...
    return importes[es_fraude
                    & ~con_aviso].sum() + coste_aviso * con_aviso.sum()
    # <<<

# %%
check("6.1.1", coste_total)

# %% [markdown]
# ¿Te atascas? En una celda nueva, `hint("6.1.1")` da una pista y `solution("6.1.1")`, una solución.
#
# ## 2 · ¿Qué hay en los datos?
#
# Cada fila es un pago real. `Time` son los segundos desde el primer pago de los datos; `Amount`, el
# importe en euros; `Class` vale 1 si fue un fraude. `V1` a `V28` son combinaciones (componentes
# principales, como las de {{vinos}}) de datos que el banco no puede publicar: no sabemos qué significan.
#
# Fíjate en lo que **no** hay: ni número de tarjeta, ni comercio, ni lugar. En un banco, muchas de las señales útiles
# comparan cada pago con los anteriores de la **misma tarjeta** («¿cuántos lleva en una hora?», «¿es mucho para
# ella?»). Aquí son imposibles; tampoco se puede contar tarjetas salvadas en lugar de pagos, ni saber si la
# misma tarjeta está a los dos lados del examen.
#
# **Predice:** de cada mil pagos, ¿cuántos serán fraude?

# %% presenta="course_utils.load_credit_card_fraud"
pagos = load_credit_card_fraud()
fraude = pagos["Class"] == 1

print("filas y columnas:", pagos.shape)
print(f"fraudes: {fraude.sum()}, "
      f"el {100 * fraude.mean():.3f} % de los pagos")
print(f"horas que abarcan: {pagos['Time'].max() / 3600:.2f}")
print(pagos.loc[[0, 541],
                ["Time", "V1", "V2", "Amount", "Class"]].to_string())

# %% [markdown] presenta="numpy.geomspace, numpy.histogram, .stairs, .median, .set_xscale, .xaxis"
# **Qué observas.** Menos de dos de cada mil: 492 agujas, en un pajar de 284 807 pagos.
#
# Para dibujar los importes, `np.geomspace` da los bordes de los intervalos, `np.histogram` cuenta cuántos pagos caen en
# cada uno y `stairs` traza su silueta. `set_xscale("log")` pone el eje horizontal (`xaxis`) en escala logarítmica, y
# `median()` es la mediana.
#
# **Predice:** ¿de cuánto dinero será el fraude típico: mayor o menor que un pago normal?

# %%
clases = [(0, "normal", "#0072B2", "-"), (1, "fraude", "#D55E00", "--")]
# cada uno, más ancho que el anterior
intervalos = np.geomspace(0.01, 30_000, 40)

# %%
fig, ax = plt.subplots(figsize=(7, 3.5))
for clase, nombre, color, estilo in clases:
    importe = pagos.loc[pagos["Class"] == clase, "Amount"]
    alturas, _ = np.histogram(importe, intervalos)
    ax.stairs(100 * alturas / len(importe), intervalos, color=color,
              ls=estilo, label=nombre)
    print(f"{nombre}: mediana {importe.median():.2f} €, "
          f"media {importe.mean():.2f} €, máximo {importe.max():.2f} €, "
          f"de 0 € hay {(importe == 0).sum()}")
ax.set_xscale("log")
ax.xaxis.set_major_formatter("{x:g}")
ax.set(title="Los importes de cada clase",
       xlabel="Importe (€, escala logarítmica)", ylabel="% de su clase")
ax.legend()
fig.tight_layout()

# %% [markdown] presenta=".agg"
# **Qué observas.** El fraude típico es **menor** que el pago típico (mira las medianas), con un pico cerca de
# 1 €. Unos pocos, grandes, suben la media. En escala corriente, casi todo sería una barra pegada
# al cero. Los pagos de 0 € no caben en una escala logarítmica, y no están dibujados.
#
# Ahora, por horas: `agg` resume cada grupo con las cuentas que le pidas, aquí cuántos pagos (`size`) y cuántos
# fraudes (`sum`).

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pregunta por qué alguien robaría 1 €: una explicación habitual es que se prueba si la tarjeta
# funciona, pero estos datos no lo demuestran. Ojo con la hora: `Time` cuenta desde el primer pago. El
# valle hace pensar en la noche; el reloj no lo sabemos. Si el tiempo aprieta, 6.1.2 va a casa.

# %%
hora = pagos["Time"] // 3600  # 0, 1, 2… 47: horas desde el primer pago
por_hora = pagos.groupby(hora)["Class"].agg(["size", "sum"])

fig, (arriba, abajo) = plt.subplots(2, 1, figsize=(7.5, 4.6), sharex=True)
arriba.bar(por_hora.index, por_hora["size"], color="#0072B2")
arriba.set(title="Todos los pagos", ylabel="Pagos por hora")
abajo.bar(por_hora.index, por_hora["sum"], color="#D55E00", hatch="//",
          edgecolor="white")
abajo.set(title="Los fraudes", ylabel="Fraudes por hora",
          xlabel="Horas desde el primer pago")
fig.tight_layout()

valle = (hora % 24) < 6
print("primeras 6 horas de cada día: "
      f"{100 * fraude[valle].mean():.2f} % de fraude; "
      f"las demás: {100 * fraude[~valle].mean():.2f} %")

# %% [markdown]
# **Qué observas.** Los pagos bajan y suben dos veces, una por día; los fraudes no siguen ese
# dibujo. Por eso, en los valles, la fracción de fraude es mayor. El mundo cambia con la hora: recuérdalo en la sección 3.
#
# ### Ejercicio 6.1.2
#
# A partir de `pagos`, calcula en euros, sin redondear: `euros_fraude`, la suma de los importes de los
# fraudes; y `mediana_fraude`, la mediana de esos importes. Y `fraudes_pequenos`, la **fracción** (de
# 0 a 1) de los fraudes de **menos de** 5 €: lo que cuesta revisar un aviso.

# %% tags=["ejercicio"]
# >>> euros_fraude = ...
euros_fraude = pagos.loc[pagos["Class"] == 1, "Amount"].sum()
# <<<
# >>> mediana_fraude = ...
mediana_fraude = pagos.loc[pagos["Class"] == 1, "Amount"].median()
# <<<
# >>> fraudes_pequenos = ...
fraudes_pequenos = (pagos.loc[pagos["Class"] == 1, "Amount"] < 5).mean()
# <<<

# %%
check("6.1.2", euros_fraude, mediana_fraude, fraudes_pequenos)

# %% [markdown] presenta=".duplicated"
# Falta una pregunta que se olvida siempre: ¿hay filas **repetidas**, iguales en las 31 columnas?
# `duplicated()` marca las copias: la segunda y siguientes.

# %%
repetida = pagos.duplicated()  # True en la segunda copia y siguientes
columnas_sin_hora = [columna for columna in pagos if columna != "Time"]
parecida = pagos[~repetida].duplicated(subset=columnas_sin_hora)

print("copias exactas:", repetida.sum(), "| de ellas, fraudes:",
      fraude[repetida].sum())
print("iguales en todo menos en el segundo:", parecida.sum(),
      "| de ellas, fraudes:", fraude[~repetida][parecida].sum())

# %% [markdown] presenta=".drop_duplicates, .reset_index"
# **Qué observas.** Hay 1081 copias exactas. Dos pagos con las 31 columnas iguales en el mismo segundo
# parecen un registro apuntado dos veces, aunque no podemos preguntarlo. Si una copia cae en
# entrenamiento y otra en prueba, el examen incluye una pregunta **ya contestada**. Las quitamos antes de
# partir. Las que difieren en el segundo pudieron ser pagos distintos: se quedan, y lo decimos.
#
# ### Ejercicio 6.1.3
#
# Guarda en `sin_copias` la tabla `pagos` con **una sola** fila de cada grupo de copias exactas, en el
# mismo orden y con el índice renumerado de 0 en adelante (`reset_index(drop=True)`). `pagos` no debe
# cambiar. Guarda en `fraudes_restantes` cuántos fraudes quedan. `drop_duplicates()` da otra tabla, sin copias.

# %% tags=["ejercicio"]
# >>> sin_copias = ...
sin_copias = pagos.drop_duplicates().reset_index(drop=True)
# <<<
# >>> fraudes_restantes = ...
fraudes_restantes = sin_copias["Class"].sum()
# <<<

# %%
check("6.1.3", sin_copias, fraudes_restantes)

# %% [markdown] presenta="reparto cronológico, sobre cerrado"
# ## 3 · ¿Cómo se hace un examen sin ver las respuestas?
#
# En producción, el modelo aprende de los pagos de **ayer** y juzga los de **hoy**. El examen que
# imita eso es un **reparto cronológico**. Y un examen que se mira muchas veces deja de serlo: cada vez que una
# nota te hace cambiar algo, algo se filtra. Por eso este proyecto guarda **un sobre cerrado**: el último 20 % de
# los pagos. Ningún modelo se examina con él hasta {{tu_entrega}}, que lo abre una sola vez. (Los datos son públicos y mucha
# gente los ha visto, también quien escribió este curso. Para ti, está cerrado.)
#
# De lo demás, cada vez se aparta el último 20 %: para la **prueba**, la de estas lecciones; y de lo que queda,
# para la **validación**.
#
# **Predice:** dos días son unas 48 horas. ¿Durará el sobre el 20 % de ellas?

# %%
unicos = pagos.drop_duplicates().reset_index(drop=True)
sobre = int(0.8 * len(unicos))  # desde aquí, el sobre cerrado
inicio_test = int(0.8 * sobre)
inicio_valid = int(0.8 * inicio_test)
abiertos = unicos[:sobre]  # lo único que usará este cuaderno
train, test = abiertos[:inicio_test], abiertos[inicio_test:]

for nombre, parte in [("entrenamiento", train[:inicio_valid]),
                      ("validación", train[inicio_valid:]),
                      ("prueba", test), ("sobre cerrado", unicos[sobre:])]:
    horas = parte["Time"].agg(["min", "max"]) / 3600
    fraudes = "¿?" if nombre == "sobre cerrado" else parte["Class"].sum()
    print(f"{nombre:<13} {len(parte):>6} pagos, {fraudes:>3} fraudes, "
          f"de la hora {horas['min']:4.1f} a la {horas['max']:4.1f}")

# %% [markdown]
# **Qué observas.** El sobre tiene el 20 % de los pagos, pero dura menos de ocho horas, sin ningún valle. Y hay pocos
# fraudes: 74 en la validación y 52 en la prueba. Toda nota que salga de ellos tendrá un margen ancho, y habrá que decirlo.
#
# Una confesión: la sección 2 contó y dibujó **todo** el archivo, también las horas del sobre. Las ideas que salieron de ahí,
# el logaritmo del importe y el valle de cada día, se ven igual sin ellas. Volverá a mirarse entero una sola vez, en
# {{las_trampas}}, sin sus etiquetas, para saber cómo se calcularon las V: de ahí no se elige nada.
#
# En este cuaderno nadie elige nada, así que se aprende con las dos primeras partes juntas (`train`) y se mide en
# la prueba. La miraremos tres veces: con dos modelos y en un error frecuente (cuatro, con las reglas de la ampliación).
# La validación entra en {{la_red_y_sus_rivales}}, donde sí se elige.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dibuja una línea de tiempo y marca «hoy». ¿Qué sabe el banco a esa hora? En rigor, menos
# aún: las reclamaciones tardan días, y las etiquetas de la última hora no existirían. En {{el_detector_en_marcha}} se
# mide con un retraso entre lo que se aprende y lo que se examina.

# %% [markdown]
# ### Ejercicio 6.1.4
#
# Escribe `partir_en_el_tiempo(pagos, fraccion)`: **devuelve** dos tablas, `entrenamiento, prueba`. La
# primera tiene los `int(fraccion * len(pagos))` pagos más antiguos según `Time`; la segunda, el
# resto. Los pagos pueden llegar desordenados, y la tabla recibida no debe cambiar.

# %% tags=["ejercicio"]
def partir_en_el_tiempo(pagos, fraccion):
    # >>> return ...
    ordenados = pagos.sort_values("Time", kind="stable")
    cuantos = int(fraccion * len(ordenados))
    return ordenados.iloc[:cuantos], ordenados.iloc[cuantos:]
    # <<<

# %%
check("6.1.4", partir_en_el_tiempo)

# %% [markdown] presenta="numpy.log1p"
# Lo que verá el modelo: `V1`–`V28` y el logaritmo del importe, `log(1 + importe)` (`np.log1p`), que acerca los
# importes enormes a los demás. La hora no: con dos días no hay de dónde aprenderla. Y un primer
# modelo, la **regresión logística**: la neurona con sigmoide de {{la_neurona}}, con cada fraude pesando más
# (`class_weight="balanced"`) para que entre todos pesen como los normales: la llamaremos **equilibrada**, y la
# compararemos con la corriente, sin esos pesos. El escalador va **dentro** del *pipeline*, para que aprenda solo del
# entrenamiento.

# %%
def to_matrix(table):
    """V1–V28 y el logaritmo del importe: una matriz con 29 columnas."""
    return np.column_stack([table.loc[:, "V1":"V28"].to_numpy(float),
                            np.log1p(table["Amount"])])

def new_model(class_weight="balanced"):
    return make_pipeline(StandardScaler(),
                         LogisticRegression(max_iter=1000,
                                            class_weight=class_weight))

x_train, y_train = to_matrix(train), train["Class"].to_numpy()
x_test, y_test = to_matrix(test), test["Class"].to_numpy()
model, plain = (new_model().fit(x_train, y_train),
                new_model(None).fit(x_train, y_train))
scores = model.predict_proba(x_test)[:, 1]  # la probabilidad de fraude
plain_scores = plain.predict_proba(x_test)[:, 1]
print(x_train.shape, x_test.shape, scores.shape)

# %% [markdown]
# ## 4 · ¿Con qué nota se califica a quien busca agujas?
#
# > **Lo que oirás por ahí: «99.8 % de exactitud: el modelo es excelente».** Comparemos con quien
# > responde «nunca es fraude» sin mirar.

# %%
print("«nunca es fraude», sin el sobre:  "
      f"{100 * (abiertos['Class'] == 0).mean():.2f} %")
print("«nunca es fraude», en la prueba:  "
      f"{100 * (y_test == 0).mean():.2f} %, "
      f"y encuentra 0 de {y_test.sum()}")

for nombre, s in [("logística", plain_scores),
                  ("logística equilibrada", scores)]:
    dice_fraude = s >= 0.5
    print(f"{nombre:<22} exactitud ≈ "
          f"{100 * (dice_fraude == y_test).mean():.2f} %, "
          f"encuentra ≈ {dice_fraude[y_test == 1].sum()} de {y_test.sum()}")
print("¿Gana «nunca» en exactitud a la equilibrada?",
      bool((y_test == 0).mean() > ((scores >= 0.5) == y_test).mean()))
print("¿Encuentra la equilibrada más de 35?",
      bool((scores >= 0.5)[y_test == 1].sum() > 35))

# %% [markdown]
# **Qué observas.** Un detector que no detecta nada pasa del 99.8 %, y **gana** en exactitud a otro que encuentra
# más de 35 fraudes. Con clases así de desiguales, la exactitud no informa.
#
# ### ★ Ampliación · ¿Y las reglas de siempre?
#
# Otra referencia es un detector de reglas como el tuyo de {{decisiones}}. Aquí no hay país, así que
# quedan dos reglas: **más de 1000 €**, y **las 6 primeras horas de cada día** contadas desde el primer
# pago (no son las del reloj, que no conocemos).
#
# #### Ejercicio 6.1.5
#
# Escribe `puntos(importes, segundos)`: recibe dos arrays de NumPy y **devuelve** un array de enteros, de
# 0 a 2, con cuántas reglas cumple cada pago. La hora del día es `(segundos // 3600) % 24`, y cuenta si es
# **menor que** 6; el importe, si es **mayor que** 1000.

# %% tags=["ejercicio"]
def puntos(importes, segundos):
    # >>> return ...
    hora_del_dia = (segundos // 3600) % 24
    return (importes > 1000).astype(int) + (hora_del_dia < 6).astype(int)
    # <<<

# %%
check("6.1.5", puntos)

# %% [markdown]
# **Predice:** de los avisos que daría esa regla, ¿qué parte serán fraudes?

# %%
for nombre, parte in [("entrenamiento", train), ("prueba", test)]:
    cara = (parte["Amount"] > 1000).to_numpy()
    temprana = (((parte["Time"] // 3600) % 24) < 6).to_numpy()
    era = parte["Class"].to_numpy() == 1
    for reglas, avisa in [("al menos una", cara | temprana),
                          ("las dos", cara & temprana)]:
        print(f"{nombre:<13} {reglas:<12} {avisa.sum():>5} avisos, "
              f"{era[avisa].sum():>3} fraudes "
              f"de {era.sum()}")

# %% [markdown] presenta=".cumsum"
# **Qué observas.** En entrenamiento hacen falta miles de avisos para un centenar de fraudes. En la
# prueba es peor: dura unas horas, y la regla de la hora no se cumple **nunca**. Es lo que habría sin ningún modelo.
#
# ### La precisión media, a mano
#
# Un modelo da puntuaciones, y el equipo revisa de mayor a menor. La **precisión media** (*average precision*,
# AP, la de {{umbrales}}) se lee así: baja por la lista y, **cada vez que encuentras un fraude**, apunta la
# precisión hasta ahí. La media de lo apuntado es la AP. (`cumsum()` va sumando: cuántos fraudes
# llevas en cada puesto.) Con seis pagos, ya ordenados:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Haz la cuenta en la pizarra antes de ejecutar: 1/1, 2/3, 3/6. Pregunta qué cambia si el
# último fraude sube un puesto y qué cambia si sube el primero… que ya está arriba. Si dos
# puntuaciones empatan, scikit-learn las trata como un solo escalón; en 6.1.6 no hay empates.

# %%
era_fraude = np.array([1, 0, 1, 0, 0, 1])
puntuacion = np.array([0.9, 0.8, 0.7, 0.6, 0.4, 0.1])

encontrados = era_fraude.cumsum()  # cuántos fraudes hasta cada puesto
# entre los revisados hasta ese puesto
precision_hasta = encontrados / np.arange(1, 7)
for puesto in np.flatnonzero(era_fraude):
    print(f"fraude en el puesto {puesto + 1}: "
          f"precisión {encontrados[puesto]} de {puesto + 1}")

a_mano = precision_hasta[era_fraude == 1].mean()
print(f"a mano {a_mano:.4f}   "
      f"scikit-learn {average_precision_score(era_fraude, puntuacion):.4f}")

# %% [markdown]
# **Qué observas.** Coinciden. Un 1 significa que todos los fraudes van por delante de todo lo demás. Y una
# lista ordenada al azar obtiene, más o menos, la fracción de fraudes: aquí, cerca de 0.001.
#
# ### Ejercicio 6.1.6
#
# Escribe `precision_media(reales, puntuaciones)`: recibe dos arrays (reales, con ceros y unos) **en
# cualquier orden** y sin puntuaciones empatadas, y **devuelve** la AP. Ordenar de mayor a menor:
# `np.argsort(-puntuaciones)`.

# %% tags=["ejercicio"]
def precision_media(reales, puntuaciones):
    # >>> return ...
    ordenados = reales[np.argsort(-puntuaciones)]
    hasta_aqui = ordenados.cumsum() / np.arange(1, len(ordenados) + 1)
    return hasta_aqui[ordenados == 1].mean()
    # <<<

# %%
check("6.1.6", precision_media)

# %% [markdown] presenta="numpy.searchsorted"
# **Predice:** la logística equilibrada se examina con dos curvas, la ROC y la de precisión-exhaustividad. ¿Cuál
# quedará más bonita?
#
# (`np.searchsorted` dice en qué puesto de una lista que crece se alcanza un valor: ahí, cuántos avisos hacen falta.)

# %%
fig, (izquierda, derecha) = plt.subplots(1, 2, figsize=(7.5, 3.6))
plot_roc(y_test, scores, label="equilibrada", ax=izquierda)
plot_precision_recall(y_test, scores, label="equilibrada", ax=derecha)
derecha.legend(fontsize="small", loc="lower left")
fig.tight_layout()

# %% tags=["resultado"]
ap, auc = average_precision_score(y_test,
                                  scores), roc_auc_score(y_test, scores)
de_mas_a_menos = y_test[np.argsort(-scores)]
avisos_80 = np.searchsorted(de_mas_a_menos.cumsum(), 0.8 * y_test.sum()) + 1
print("¿AUC de al menos 0.95?", bool(auc >= 0.95),
      "| ¿AP de al menos 0.70?", bool(ap >= 0.70))
print(f"pagos normales en la prueba: {(y_test == 0).sum()}; un 1 % son "
      f"{round(0.01 * (y_test == 0).sum())}")
print(f"para encontrar 8 de cada 10 fraudes: ≈ {avisos_80} avisos")
print("AP sin equilibrar ≈ "
      f"{average_precision_score(y_test, plain_scores):.3f}")
print(f"Logística equilibrada en la prueba: AUC ≈ {auc:.3f}, AP ≈ {ap:.3f}")

# %% [markdown]
# **Qué observas.** La ROC casi toca la esquina, y esconde lo que importa. Su eje horizontal divide las falsas
# alarmas entre todos los pagos normales: un 1 % parece nada, y son más de 400 llamadas en cinco horas y media. La
# curva de la derecha sí lo enseña: al final, la precisión se desploma. Aquí la nota es la **AP**, y la de la logística
# equilibrada es el **listón**: lo que venga tiene que superarla. (Que sea ella y no la corriente se comprueba en validación,
# en {{la_red_y_sus_rivales}}.)
#
# ## Errores frecuentes
#
# **1. Calcular la AP con las respuestas en lugar de las puntuaciones.** `predict` da solo ceros y unos:
# el orden se pierde. No hay error, solo una nota peor.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El tercero es el más caro: nadie lo ve. Que cuenten las filas siempre, antes y después.

# %%
con_respuestas = average_precision_score(y_test, model.predict(x_test))
print(f"Falla: con predict ≈ {con_respuestas:.3f}")
print("Arreglado: "
      f"con predict_proba ≈ {average_precision_score(y_test, scores):.3f}")
print("¿Se pierde más de 0.1?", bool(ap - con_respuestas > 0.1))

# %% [markdown] presenta="numpy.isinf"
# **2. El logaritmo de un importe de 0 €.** `np.log(0)` es menos infinito, y el modelo no lo admite.
# `np.log1p` calcula log(1 + importe), y de 0 hace 0. `np.isinf` dice dónde hay infinitos.

# %%
with np.errstate(divide="ignore"):  # que no avise: queremos ver el fallo
    infinito = np.log(train[["Amount"]].to_numpy())
try:
    new_model().fit(infinito, y_train)
except ValueError as error:
    print("Falla con", type(error).__name__, "| hay infinitos:",
          bool(np.isinf(infinito).any()))
arreglado = np.log1p(train[["Amount"]].to_numpy())
print("Arreglado, ¿hay infinitos?", bool(np.isinf(arreglado).any()))

# %% [markdown]
# **3. Cortar con `loc` después de quitar filas.** `drop_duplicates` deja huecos en el índice. `loc` busca
# **etiquetas** y `iloc`, **posiciones**: con huecos no cortan en el mismo sitio.

# %%
con_huecos = pagos.drop_duplicates()
print("Falla: con loc,", len(con_huecos.loc[: sobre - 1]),
      "filas en lugar de", sobre)
print("Arreglado: con iloc,", len(con_huecos.iloc[:sobre]))

# %% [markdown]
# ## Práctica: un modelo que no se puede equivocar de escala
#
# ### Ejercicio 6.1.7
#
# Escribe `crear_modelo()`, que **devuelve** un *pipeline* de scikit-learn **sin entrenar**: un `StandardScaler`
# y después una `LogisticRegression` con `max_iter=1000`, los dos con sus demás valores por defecto. En {{las_trampas}}
# entrenarás uno así, pero equilibrado, y escribirás su informe.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que digan qué aprende cada paso en `fit`: medias y desviaciones el primero, pesos el segundo.

# %% tags=["ejercicio"]
def crear_modelo():
    # >>> return ...
    return make_pipeline(StandardScaler(),
                         LogisticRegression(max_iter=1000))
    # <<<

# %%
check("6.1.7", crear_modelo)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** A2 separa a quien entendió de quien memorizó: pide que digan entre qué divide cada curva.

# %% [markdown]
# **A1.** Un anuncio dice: «nuestro detector acierta el 99.8 % de los pagos». ¿Qué sabemos?
#
# - a) Que encuentra casi todos los fraudes.
# - b) Muy poco: no detectar ninguno también da el 99.8 %.
# - c) Que casi todos sus avisos son fraudes.
# - d) Que ordena bien los pagos.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("6.1.A1", respuesta_1)

# %% [markdown]
# **A2.** Un modelo tiene AUC 0.98 y AP 0.30 en datos con el 0.1 % de fraude. ¿Cómo se explica?
#
# - a) Uno de los dos números está mal calculado.
# - b) El modelo está sobreajustado.
# - c) El umbral 0.5 no es adecuado.
# - d) Unas falsas alarmas que son poca parte de los normales son muchas al lado de los fraudes.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "d"
# <<<
check("6.1.A2", respuesta_2)

# %% [markdown]
# **A3.** ¿Por qué partimos por tiempo?
#
# - a) Porque siempre da una nota más baja.
# - b) Porque así hay los mismos fraudes en cada parte.
# - c) Porque imita el uso real: se aprende del pasado y se juzga lo que viene.
# - d) Porque la regresión logística necesita datos ordenados.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "c"
# <<<
check("6.1.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Primero la ficha: quién actúa, cuánto puede hacer y qué cuesta cada error, en euros.
# - Con 0.173 % de fraude, la exactitud no informa y la ROC halaga; la precisión media y su curva, no.
# - Se quitan las copias y se parte por tiempo; todo lo demás se aprende **solo** del entrenamiento.
# - Un sobre cerrado, la última ventana, se abre una sola vez: al final del proyecto.
# - El listón es la logística equilibrada: un modelo más complicado tiene que ganarle a ella.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulos 2 y 3.
# - A. Dal Pozzolo, O. Caelen, R. A. Johnson y G. Bontempi (2015), «Calibrating Probability with
#   Undersampling for Unbalanced Classification», IEEE CIDM: de ahí salen los datos.
# - [*Reproducible Machine Learning for Credit Card Fraud Detection*](https://fraud-detection-handbook.github.io/fraud-detection-handbook/):
#   el manual libre del mismo grupo, con lo que se puede hacer cuando sí se conoce la tarjeta.
