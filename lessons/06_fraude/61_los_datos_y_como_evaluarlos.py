# %% [markdown]
# # 6.1 · Fraude bancario: los datos y cómo evaluarlos
#
# | | |
# |---|---|
# | **Objetivos** | Plantear el problema en euros y decir quién actúa; explorar 284 807 pagos reales; separar por tiempo el entrenamiento y la prueba; calcular la precisión media y preferirla a la exactitud; cometer cuatro trampas de evaluación y medir cuánto mienten; informar de un primer modelo con su margen |
# | **Duración** | 90 min |
# | **Requisitos** | Reglas (lección 1.4), pandas (1.6), métricas (2.3) y escalado dentro de un *pipeline* (4.2) |
# | **Datos** | 284 807 pagos con tarjeta de dos días de septiembre de 2013 en Europa (ULB y Worldline; Dal Pozzolo et al., 2015; licencia ODbL 1.0; `V1`–`V28` redondeadas aquí a 4 decimales), incluidos en el curso |
# | **Práctica** | Proyecto final, primera parte: un informe honesto |

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from course_utils import bootstrap_interval, check, load_credit_card_fraud, plot_precision_recall
from course_utils import plot_roc, precision_at_k, recall_at_k

# %% [markdown]
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
# **8 min.** Que alguien haga de responsable del equipo de fraude y alguien de clienta bloqueada en
# el supermercado. Pregunta qué falta en la ficha: el enfado de la clienta no está en euros. En 6.1.1,
# el error típico es cobrar la revisión solo cuando el aviso era falso.

# %%
importes = np.array([900.0, 20.0, 60.0, 35.0])
es_fraude = np.array([True, False, True, False])

for nombre, con_aviso in [("no avisar nunca", np.array([False, False, False, False])),
                          ("avisar de todos", np.array([True, True, True, True])),
                          ("avisar del primero", np.array([True, False, False, False]))]:
    perdido = importes[es_fraude & ~con_aviso].sum()
    revisar = 5 * con_aviso.sum()
    print(f"{nombre:<19} se pierden {perdido:.0f} € + revisar {revisar:.0f} € = "
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
    return importes[es_fraude & ~con_aviso].sum() + coste_aviso * con_aviso.sum()
    # <<<

# %%
check("6.1.1", coste_total)

# %% [markdown]
# ¿Te atascas? En una celda nueva, `hint("6.1.1")` da una pista y `solution("6.1.1")`, una solución.
# Antes hay que traerlos: `from course_utils import hint, solution`.
#
# ## 2 · ¿Qué hay en los datos?
#
# Cada fila es un pago real. `Time` son los segundos desde el primer pago de los datos; `Amount`, el
# importe en euros; `Class` vale 1 si fue un fraude. `V1` a `V28` son combinaciones (componentes
# principales, como las de 4.2) de datos que el banco no puede publicar: no sabemos qué significan.
#
# **Predice:** de cada mil pagos, ¿cuántos serán fraude?

# %%
pagos = load_credit_card_fraud()
fraude = pagos["Class"] == 1

print("filas y columnas:", pagos.shape)
print(f"fraudes: {fraude.sum()}, el {100 * fraude.mean():.3f} % de los pagos")
print(f"horas que abarcan: {pagos['Time'].max() / 3600:.2f}")
print(pagos.loc[[0, 541], ["Time", "V1", "V2", "Amount", "Class"]].to_string())

# %% [markdown]
# **Qué observas.** Menos de dos de cada mil. Buscamos agujas, y el pajar tiene 284 807 pajas.
#
# **Predice:** ¿de cuánto dinero será el fraude típico: mayor o menor que un pago normal?

# %%
intervalos = np.geomspace(0.01, 30_000, 40)   # cada uno, más ancho que el anterior
fig, ax = plt.subplots(figsize=(7, 3.5))
for clase, nombre, color, estilo in [(0, "normal", "#0072B2", "-"), (1, "fraude", "#D55E00", "--")]:
    importe = pagos.loc[pagos["Class"] == clase, "Amount"]
    alturas, _ = np.histogram(importe, intervalos)
    ax.stairs(100 * alturas / len(importe), intervalos, color=color, ls=estilo, label=nombre)
    print(f"{nombre}: mediana {importe.median():.2f} €, media {importe.mean():.2f} €, "
          f"máximo {importe.max():.2f} €, de 0 € hay {(importe == 0).sum()}")
ax.set_xscale("log")
ax.xaxis.set_major_formatter("{x:g}")
ax.set(title="Los importes de cada clase", xlabel="Importe (€, escala logarítmica)",
       ylabel="% de su clase")
ax.legend()
fig.tight_layout()

# %% [markdown]
# **Qué observas.** El fraude típico es **menor** que el pago típico (mira las medianas), con un pico cerca de
# 1 €. Unos pocos, grandes, suben la media. En escala corriente, casi todo sería una barra pegada
# al cero. Los pagos de 0 € no caben en una escala logarítmica, y no están dibujados.

# %% [markdown] tags=["docente"]
# **16 min.** Pregunta por qué alguien robaría 1 €: una explicación habitual es que se prueba si la tarjeta
# funciona, pero estos datos no lo demuestran. Ojo con la hora: `Time` cuenta desde el primer pago. El
# valle hace pensar en la noche; el reloj no lo sabemos. Si el tiempo aprieta, 6.1.2 va a casa.

# %%
hora = pagos["Time"] // 3600                     # 0, 1, 2… 47: horas desde el primer pago
por_hora = pagos.groupby(hora)["Class"].agg(["size", "sum"])

fig, (arriba, abajo) = plt.subplots(2, 1, figsize=(8, 4.6), sharex=True)
arriba.bar(por_hora.index, por_hora["size"], color="#0072B2")
arriba.set(title="Todos los pagos", ylabel="Pagos por hora")
abajo.bar(por_hora.index, por_hora["sum"], color="#D55E00", hatch="//", edgecolor="white")
abajo.set(title="Los fraudes", ylabel="Fraudes por hora", xlabel="Horas desde el primer pago")
fig.tight_layout()

valle = (hora % 24) < 6
print(f"primeras 6 horas de cada día: {100 * fraude[valle].mean():.2f} % de fraude; "
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

# %% [markdown]
# Falta una pregunta que se olvida siempre: ¿hay filas **repetidas**, iguales en las 31 columnas?

# %%
repetida = pagos.duplicated()                    # True en la segunda copia y siguientes
columnas_sin_hora = [columna for columna in pagos if columna != "Time"]
parecida = pagos[~repetida].duplicated(subset=columnas_sin_hora)

print("copias exactas:", repetida.sum(), "| de ellas, fraudes:", fraude[repetida].sum())
print("iguales en todo menos en el segundo:", parecida.sum(),
      "| de ellas, fraudes:", fraude[~repetida][parecida].sum())

# %% [markdown]
# **Qué observas.** Hay 1081 copias exactas. Dos pagos con las 31 columnas iguales en el mismo segundo
# parecen un registro apuntado dos veces, aunque no podemos preguntarlo. Si una copia cae en
# entrenamiento y otra en prueba, el examen incluye una pregunta **ya contestada**. Las quitamos antes de
# partir. Las que difieren en el segundo pudieron ser pagos distintos: se quedan, y lo decimos.
#
# ### Ejercicio 6.1.3
#
# Guarda en `sin_copias` la tabla `pagos` con **una sola** fila de cada grupo de copias exactas, en el
# mismo orden y con el índice renumerado de 0 en adelante (`reset_index(drop=True)`). `pagos` no debe
# cambiar. Guarda en `fraudes_restantes` cuántos fraudes quedan.

# %% tags=["ejercicio"]
# >>> sin_copias = ...
sin_copias = pagos.drop_duplicates().reset_index(drop=True)
# <<<
# >>> fraudes_restantes = ...
fraudes_restantes = sin_copias["Class"].sum()
# <<<

# %%
check("6.1.3", sin_copias, fraudes_restantes)

# %% [markdown]
# ## 3 · ¿Cómo se hace un examen sin ver las respuestas?
#
# En producción, el modelo aprende de los pagos de **ayer** y juzga los de **hoy**. El examen que
# imita eso es un **reparto cronológico**: el primer 80 % en el tiempo para aprender, y el último
# 20 % para la prueba. Así no se aprende del futuro.
#
# **Predice:** dos días son unas 48 horas. ¿Durará la prueba el 20 % de ellas?

# %%
unicos = pagos.drop_duplicates().reset_index(drop=True)
corte = int(0.8 * len(unicos))
train, test = unicos.iloc[:corte], unicos.iloc[corte:]

for nombre, parte in [("entrenamiento", train), ("prueba", test)]:
    horas = (parte["Time"].iloc[-1] - parte["Time"].iloc[0]) / 3600
    print(f"{nombre:<13} {len(parte):>6} pagos, {parte['Class'].sum():>3} fraudes, "
          f"{horas:.2f} horas")
print("¿Todo el entrenamiento es anterior?", bool(train["Time"].max() < test["Time"].min()))

# %% [markdown]
# **Qué observas.** La prueba tiene el 20 % de los pagos, pero dura menos de ocho horas, sin ningún valle.
# Y trae pocos fraudes: 74. Toda nota que salga de ellos tendrá un margen ancho, y habrá que decirlo.

# %% [markdown] tags=["docente"]
# **9 min.** Dibuja una línea de tiempo y marca «hoy». ¿Qué sabe el banco a esa hora? En rigor, menos
# aún: las reclamaciones tardan días, y las etiquetas de la última hora no existirían. Que lo
# propongan como mejora: dejar un hueco entre entrenamiento y prueba.

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

# %% [markdown]
# Lo que verá el modelo: `V1`–`V28` y el logaritmo del importe, `log(1 + importe)`, que acerca los
# importes enormes a los demás. La hora no: con dos días no hay de dónde aprenderla. Y un primer
# modelo, la **regresión logística**: la neurona con sigmoide de 2.4. El escalador va **dentro** del
# *pipeline*, para que aprenda solo del entrenamiento.

# %%
def to_matrix(table):
    """V1–V28 y el logaritmo del importe: una matriz con 29 columnas."""
    return np.column_stack([table.loc[:, "V1":"V28"].to_numpy(float), np.log1p(table["Amount"])])

def new_model(**options):
    return make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000, **options))

x_train, y_train = to_matrix(train), train["Class"].to_numpy()
x_test, y_test = to_matrix(test), test["Class"].to_numpy()
model = new_model().fit(x_train, y_train)
scores = model.predict_proba(x_test)[:, 1]       # columna 1: la probabilidad de fraude
print(x_train.shape, x_test.shape, scores.shape)

# %% [markdown]
# ## 4 · ¿Con qué nota se califica a quien busca agujas?
#
# > **Lo que oirás por ahí: «99.8 % de exactitud: el modelo es excelente».** Comparemos con quien
# > responde «nunca es fraude» sin mirar.

# %%
print(f"«nunca es fraude», todos los datos: {100 * (pagos['Class'] == 0).mean():.2f} %")
print(f"«nunca es fraude», en la prueba:    {100 * (y_test == 0).mean():.2f} %, "
      f"y encuentra 0 de {y_test.sum()}")

dice_fraude = scores >= 0.5
print(f"regresión logística, en la prueba:  ≈ {100 * (dice_fraude == y_test).mean():.2f} %, "
      f"y encuentra ≈ {dice_fraude[y_test == 1].sum()} de {y_test.sum()}")
print("¿Están a menos de 0.2 puntos?", bool(abs((dice_fraude == y_test).mean()
                                                - (y_test == 0).mean()) < 0.002))
print("¿Encuentra más de 30?", bool(dice_fraude[y_test == 1].sum() > 30))

# %% [markdown]
# **Qué observas.** Un detector que no detecta nada pasa del 99.8 %, y otro que encuentra más de 30 fraudes
# apenas se distingue de él. Con clases así de desiguales, la exactitud no informa.
#
# La segunda línea base es un detector de reglas como el tuyo de 1.4. Aquí no hay país, así que
# quedan dos reglas: **más de 1000 €**, y **las 6 primeras horas de cada día** contadas desde el primer
# pago (no son las del reloj, que no conocemos).
#
# ### Ejercicio 6.1.5
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
    for reglas, avisa in [("al menos una", cara | temprana), ("las dos", cara & temprana)]:
        print(f"{nombre:<13} {reglas:<12} {avisa.sum():>5} avisos, {era[avisa].sum():>3} fraudes "
              f"de {era.sum()}")

# %% [markdown]
# **Qué observas.** En entrenamiento hacen falta miles de avisos para un centenar de fraudes. En la
# prueba es peor: dura unas horas, y la regla de la hora no se cumple **nunca**. Ese es el listón de partida.
#
# ### La precisión media, a mano
#
# Un modelo da puntuaciones, y el equipo revisa de mayor a menor. La **precisión media** (*average precision*,
# AP, la de 2.3) se lee así: baja por la lista y, **cada vez que encuentras un fraude**, apunta la
# precisión hasta ahí. La media de lo apuntado es la AP. Con seis pagos, ya ordenados:

# %% [markdown] tags=["docente"]
# **17 min.** Haz la cuenta en la pizarra antes de ejecutar: 1/1, 2/3, 3/6. Pregunta qué cambia si el
# último fraude sube un puesto y qué cambia si sube el primero… que ya está arriba. Si dos
# puntuaciones empatan, scikit-learn las trata como un solo escalón; en 6.1.6 no hay empates.

# %%
era_fraude = np.array([1, 0, 1, 0, 0, 1])
puntuacion = np.array([0.9, 0.8, 0.7, 0.6, 0.4, 0.1])

encontrados = era_fraude.cumsum()                # cuántos fraudes hasta cada puesto
precision_hasta = encontrados / np.arange(1, 7)  # entre los revisados hasta ese puesto
for puesto in np.flatnonzero(era_fraude):
    print(f"fraude en el puesto {puesto + 1}: precisión {encontrados[puesto]} de {puesto + 1}")

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

# %% [markdown]
# **Predice:** la logística se examina con dos curvas, la ROC y la de precisión-exhaustividad. ¿Cuál
# quedará más bonita?

# %%
fig, (izquierda, derecha) = plt.subplots(1, 2, figsize=(9, 4))
plot_roc(y_test, scores, label="logística", ax=izquierda)
plot_precision_recall(y_test, scores, label="logística", ax=derecha)
fig.tight_layout()

ap, auc = average_precision_score(y_test, scores), roc_auc_score(y_test, scores)
print(f"AUC ≈ {auc:.3f}   AP ≈ {ap:.3f}")
print("¿AUC de al menos 0.97?", bool(auc >= 0.97), "| ¿AP de al menos 0.72?", bool(ap >= 0.72))

de_mas_a_menos = y_test[np.argsort(-scores)]
avisos_90 = np.searchsorted(de_mas_a_menos.cumsum(), 0.9 * y_test.sum()) + 1
print(f"para encontrar 9 de cada 10 fraudes: ≈ {avisos_90} avisos")
print("¿Más de 1000 avisos?", bool(avisos_90 > 1000))

# %% [markdown]
# **Qué observas.** La ROC casi toca la esquina, y esconde lo que importa. Su eje horizontal divide las falsas
# alarmas entre unos 57 000 pagos normales: un 1 % parece nada, y son más de 500 llamadas. Para
# encontrar 9 de cada 10 fraudes harían falta más de mil avisos en ocho horas. La curva de la derecha
# sí lo enseña: al final, la precisión se desploma. Aquí la nota es la **AP**.
#
# ## 5 · ¿Cuánto miente cada trampa?
#
# Una **fuga de datos** (*data leakage*) ocurre cuando al modelo le llega, al aprender, información
# que en el examen no debería tener. No da ningún error: da una nota mejor que la verdad. Vamos a cometer
# cuatro trampas **a propósito**, y a medir la ilusión. Este cuaderno mira la prueba muchas veces porque la
# estudia a ella; ninguna decisión se toma con lo que salga.
#
# **Predice:** ordena de más a menos mentirosa: (a) escalar antes de partir, (b) repetir los fraudes
# antes de partir, (c) partir al azar, (d) dejar las copias.
#
# **Trampa a · Escalar antes de partir.** Las medias y desviaciones salen de todos los pagos, también
# de los de prueba.

# %% [markdown] tags=["docente"]
# **18 min**, unos 25 s de cálculo. Recoge las apuestas antes de ejecutar: casi todo el mundo pone (a) o (c)
# arriba. El mensaje no es que (a) y (c) «estén permitidas», sino que el tamaño de una fuga se mide,
# no se supone. 6.1.7 puede ir a casa.

# %%
scaled = StandardScaler().fit(np.vstack([x_train, x_test]))
leaky = LogisticRegression(max_iter=1000).fit(scaled.transform(x_train), y_train)
ap_escalar = average_precision_score(y_test, leaky.predict_proba(scaled.transform(x_test))[:, 1])

print(f"escalando antes ≈ {ap_escalar:.3f}   escalando dentro ≈ {ap:.3f}")
print("¿Se diferencian en menos de 0.03?", bool(abs(ap_escalar - ap) < 0.03))
print("¿Mejoró la nota con la trampa?", bool(ap_escalar > ap))

# %% [markdown]
# **Qué observas.** Se suele citar como **la** fuga, y aquí no regala nada: dos medias calculadas con cientos de
# miles de pagos apenas difieren, y la nota incluso baja un poco. La regla sigue siendo buena (en 4.2
# viste una fuga de la misma familia que sí mentía, y el *pipeline* cuesta lo mismo), pero no es aquí donde está el
# peligro.
#
# **Trampa b · Repetir los fraudes antes de partir.** «Hay pocos fraudes, así que los copio hasta
# tener tantos como pagos normales; después parto al azar.» A repetir muestras de la clase rara se le
# llama **sobremuestrear** (*oversampling*). Probamos con un bosque aleatorio pequeño, primero en ese orden
# y luego en el correcto: partir por tiempo y copiar **solo** en entrenamiento.

# %%
def repeat_frauds(x, y):
    """Repite cada fraude hasta que haya, más o menos, tantos como pagos normales."""
    times = np.where(y == 1, round((y == 0).sum() / (y == 1).sum()), 1)
    return np.repeat(x, times, axis=0), np.repeat(y, times)

def forest_scores(a, b, c, d):
    """Entrena con (a, c); devuelve la AP y la exhaustividad (umbral 0.5) en (b, d)."""
    forest = RandomForestClassifier(20, max_samples=20_000, random_state=42).fit(a, c)
    s = forest.predict_proba(b)[:, 1]
    return average_precision_score(d, s), (s[d == 1] >= 0.5).mean()

# %%
x_all, y_all = to_matrix(unicos), unicos["Class"].to_numpy()
tarde = train_test_split(*repeat_frauds(x_all, y_all), test_size=0.2, random_state=42)
ap_copiar, hallados_copiar = forest_scores(*tarde)                       # copiar, y luego partir

x_more, y_more = repeat_frauds(x_train, y_train)
ap_en_orden, hallados_en_orden = forest_scores(x_more, x_test, y_more, y_test)   # al revés

print(f"copiar y partir: AP ≈ {ap_copiar:.4f}, encuentra ≈ {100 * hallados_copiar:.1f} %")
print(f"partir y copiar: AP ≈ {ap_en_orden:.4f}, encuentra ≈ {100 * hallados_en_orden:.1f} %")
print("¿Parece perfecto (más de 0.99)?", bool(min(ap_copiar, hallados_copiar) > 0.99))
print("¿Y en orden, menos de 0.9?", bool(max(ap_en_orden, hallados_en_orden) < 0.9))

# %% [markdown]
# **Qué observas.** La misma receta y el mismo modelo, en otro orden: de «perfecto» a lo que es. Tras
# repetir cada fraude unas 600 veces, al partir al azar **todos** los fraudes de la prueba están también
# en entrenamiento. El bosque no detecta: recuerda. (Además, la prueba tramposa tiene la mitad de fraudes,
# y eso solo ya hincha la AP; la exhaustividad, que no depende de cuántos normales haya, cuenta lo mismo.)
#
# ### Ejercicio 6.1.7
#
# Escribe `sobremuestrear(x, y, veces)`: **devuelve** dos arrays, `x` e `y` nuevos, en los que cada fraude
# (`y == 1`) aparece en total `veces` veces, y cada pago normal, una. El orden da igual mientras cada
# fila conserve su etiqueta. Se usará solo con el entrenamiento.

# %% tags=["ejercicio"]
def sobremuestrear(x, y, veces):
    # >>> return ...
    cuantas = np.where(y == 1, veces, 1)
    return np.repeat(x, cuantas, axis=0), np.repeat(y, cuantas)
    # <<<

# %%
check("6.1.7", sobremuestrear)

# %% [markdown]
# **Trampa c · Partir al azar.** El modelo aprende de pagos de la hora 40 y se examina con otros de
# la 11: sabe el futuro. Lo hacemos diez veces, con diez semillas.
#
# **Predice:** ¿saldrá la nota mayor que la cronológica? ¿Cambiará mucho con la semilla?

# %%
def random_split_ap(seed):
    a, b, c, d = train_test_split(x_all, y_all, test_size=0.2, random_state=seed)
    return average_precision_score(d, new_model().fit(a, c).predict_proba(b)[:, 1])

al_azar = np.array([random_split_ap(seed) for seed in range(10)])

fig, ax = plt.subplots(figsize=(7, 2.4))
ax.plot(al_azar, np.zeros(10), "o", color="#D55E00", label="al azar, diez semillas")
ax.plot([ap], [0], "D", color="#0072B2", ms=9, label="cronológico")
ax.set(title="La misma regresión logística, once exámenes", yticks=[],
       xlabel="Precisión media (AP)", ylabel="Un punto: un examen")
ax.legend()
fig.tight_layout()

# %%
print(f"al azar: media ≈ {al_azar.mean():.3f}, desviación ≈ {al_azar.std():.3f}, "
      f"de ≈ {al_azar.min():.3f} a ≈ {al_azar.max():.3f}")
print(f"cronológico: ≈ {ap:.3f}")
print("¿Da el azar, de media, mejor nota que el tiempo?", bool(al_azar.mean() > ap + 0.02))
print("¿Gana la mejor semilla más de 0.03 a la media?", bool(al_azar.max() - al_azar.mean() > 0.03))

# %% [markdown]
# **Qué observas.** Lo esperado era que el azar inflara la nota. Medido aquí, con este modelo, **no** la
# infla: dos días se parecen mucho, y una logística no memoriza. La trampa está en otro lado: según la semilla, la
# nota se mueve sola, y quien enseña «la mejor» se inventa una mejora. Partimos por tiempo porque
# responde a la pregunta del banco (¿y mañana?), no porque dé una nota menor.
#
# **Trampa d · Dejar las copias.** Partimos al azar los datos **con** copias. Al mismo modelo le
# medimos la nota con toda su prueba, y con la prueba sin los pagos que ya había visto.

# %%
x_raw, y_raw = to_matrix(pagos), pagos["Class"].to_numpy()
quien = pagos.groupby(list(pagos.columns), sort=False).ngroup().to_numpy()  # copias: igual número

con_copias, sin_vistos = [], []
for seed in range(3):
    a, b = train_test_split(np.arange(len(pagos)), test_size=0.2, random_state=seed)
    s = new_model().fit(x_raw[a], y_raw[a]).predict_proba(x_raw[b])[:, 1]
    vista = np.isin(quien[b], quien[a])
    con_copias.append(average_precision_score(y_raw[b], s))
    sin_vistos.append(average_precision_score(y_raw[b][~vista], s[~vista]))
    print(f"ya vistos en la prueba: {vista.sum()} (fraudes: {y_raw[b][vista].sum()})   "
          f"AP ≈ {con_copias[-1]:.3f}; sin ellos ≈ {sin_vistos[-1]:.3f}")
regalo = np.mean(con_copias) - np.mean(sin_vistos)
print("¿Suben la nota, de media?", bool(regalo > 0), "| ¿más de 0.05?", bool(regalo > 0.05))
mitad = int(0.8 * len(pagos))
print("ya vistos, si se parte por tiempo:", np.isin(quien[mitad:], quien[:mitad]).sum())

# %% [markdown]
# **Qué observas.** Se cuelan unos trescientos pagos ya vistos, y entre ellos unos pocos fraudes. Bastan para
# regalar, de media, alrededor de una centésima. En el reparto cronológico no se cuela ninguno: las
# copias comparten segundo y caen en el mismo lado. Pero aún contarían doble. Todo junto:

# %%
trampas = [("a  escalar antes de partir", ap_escalar, ap),
           ("b  copiar fraudes y partir", ap_copiar, ap_en_orden),
           ("c  partir al azar (media)", al_azar.mean(), ap),
           ("c' la mejor de 10 semillas", al_azar.max(), al_azar.mean()),
           ("d  dejar las copias", np.mean(con_copias), np.mean(sin_vistos))]
print("trampa                       AP ilusoria   AP honesta   ilusión")
for nombre, ilusoria, honesta in trampas:
    print(f"{nombre:<28}  ≈ {ilusoria:.3f}      ≈ {honesta:.3f}     ≈ {ilusoria - honesta:+.3f}")
ilusiones = [ilusoria - honesta for _, ilusoria, honesta in trampas]
print("¿Es la b la que más miente?", int(np.argmax(ilusiones)) == 1)
print("¿Más de 0.15?", bool(ilusiones[1] > 0.15))

# %% [markdown]
# **Qué observas.** La trampa más citada no regaló nada; la que más miente es repetir fraudes antes de
# partir, y le sigue una que nadie llama trampa: elegir la semilla. En otros datos el orden puede ser otro.
#
# ### Ejercicio 6.1.8
#
# Un detector de trampas. Escribe `ya_vistas(entrenamiento, prueba)`: recibe dos tablas con las mismas columnas y
# **devuelve** cuántas filas de `prueba` (si una se repite, cuenta cada vez) son idénticas, en todas
# las columnas, a alguna de `entrenamiento`. Idea: convertir cada fila en una tupla, con
# `itertuples(index=False, name=None)`, y usar un conjunto (1.3).

# %% tags=["ejercicio"]
def ya_vistas(entrenamiento, prueba):
    # >>> return ...
    conocidas = set(entrenamiento.itertuples(index=False, name=None))
    return sum(fila in conocidas for fila in prueba.itertuples(index=False, name=None))
    # <<<

# %%
check("6.1.8", ya_vistas)

# %% [markdown]
# > **Lo que oirás por ahí: «hay que equilibrar las clases antes de nada».** Midámoslo donde se deben comparar
# > ideas: en una **validación** que es el último 20 % en el tiempo **del entrenamiento**. La prueba no se toca.
# > `class_weight="balanced"` pesa más cada fraude, como si lo repitiera.

# %%
corte_valid = int(0.8 * len(x_train))
x_fit, x_valid = x_train[:corte_valid], x_train[corte_valid:]
y_fit, y_valid = y_train[:corte_valid], y_train[corte_valid:]

ap_valid, avisos_valid = {}, {}
for nombre, pesos in [("tal cual", None), ("equilibrado", "balanced")]:
    s = new_model(class_weight=pesos).fit(x_fit, y_fit).predict_proba(x_valid)[:, 1]
    ap_valid[nombre], avisos_valid[nombre] = average_precision_score(y_valid, s), (s >= 0.5).sum()
    ancho = np.diff(bootstrap_interval(average_precision_score, y_valid, s, repetitions=100))[0]
    print(f"{nombre:<12} AP ≈ {ap_valid[nombre]:.3f} (su intervalo mide ≈ {ancho:.2f})  avisos con "
          f"umbral 0.5: ≈ {avisos_valid[nombre]} para {y_valid.sum()} fraudes")
cambio = abs(ap_valid["equilibrado"] - ap_valid["tal cual"])
print("¿Se mueve la AP menos que su intervalo?", bool(cambio < ancho))
print("¿Se multiplican los avisos por más de 10?",
      bool(avisos_valid["equilibrado"] > 10 * avisos_valid["tal cual"]))

# %% [markdown]
# **Qué observas.** Sin equilibrar nada, el modelo ya ordena; equilibrar movió la AP menos de lo que mide su
# margen: puede ayudar, pero 52 fraudes no bastan para asegurarlo. Lo que sí cambió es el significado de
# 0.5: los avisos se multiplican por más de diez. No es un paso obligado, sino una opción que se mide.
# En 6.2 la medirás con la red.
#
# ## 6 · ¿Cuánto vale de verdad esta nota?
#
# Con 74 fraudes, otras ocho horas habrían dado otra nota. El ***bootstrap*** lo imita: saca al azar, **con
# repetición**, muestras del mismo tamaño que la prueba, y mide la AP en cada una. El 95 % central es el
# **intervalo**.
#
# **Predice:** ¿de cuánto será? ¿±0.01, ±0.03 o ±0.1?

# %% [markdown] tags=["docente"]
# **8 min.** El intervalo no cubre todo: supone que mañana se parece a estas horas. Pregunta si dos
# modelos con AP 0.75 y 0.78 son distintos con estos datos. Y deja claro el tope de exhaustividad: es del equipo,
# no del modelo.

# %% tags=["resultado"]
low, high = bootstrap_interval(average_precision_score, y_test, scores, repetitions=200)

print("¿Mide más de 0.1?", bool(high - low > 0.1))
print("¿Queda todo por encima de 0.5?", bool(low > 0.5))
print(f"Regresión logística: AP ≈ {ap:.3f}, intervalo del 95 % de ≈ {low:.2f} a ≈ {high:.2f}")

# %% [markdown]
# **Qué observas.** Es ancho: casi una décima a cada lado. Quien presume de una mejora de 0.01 con esta prueba
# presume de ruido. Pero queda lejísimos del 0.001 del azar.
#
# Última pregunta, la del equipo: con **100 avisos al día**, ¿qué se encuentra? La prueba dura 7.66 horas,
# así que le toca la parte proporcional.

# %%
horas_prueba = (test["Time"].iloc[-1] - test["Time"].iloc[0]) / 3600
print(f"fraudes en la prueba: {y_test.sum()}, en {horas_prueba:.2f} horas")
for al_dia in (50, 100, 200, 313):
    k = round(al_dia * horas_prueba / 24)
    print(f"{al_dia:>3} avisos al día: {k:>3} en la prueba   "
          f"precisión ≈ {precision_at_k(y_test, scores, k):.2f}   "
          f"exhaustividad ≈ {recall_at_k(y_test, scores, k):.2f}   "
          f"(tope: {min(1, k / y_test.sum()):.2f})")

k = round(100 * horas_prueba / 24)
print("Con 100 al día, ¿precisión de más de 0.9?", bool(precision_at_k(y_test, scores, k) > 0.9))
print("¿Y exhaustividad por debajo de 0.5?", bool(recall_at_k(y_test, scores, k) < 0.5))
print("Con 100 en la prueba, ¿más de 0.7?", bool(recall_at_k(y_test, scores, 100) > 0.7))

# %% [markdown]
# **Qué observas.** Con 100 avisos al día casi todos dan en el blanco, y aun así se escapa más de la mitad: en
# 32 avisos no caben 74 fraudes. Ahí el límite es **el equipo**, no el modelo. Con el triple de avisos se
# encuentra mucho más y la precisión baja. Esa conversación es de dinero, y empieza en 6.2.
#
# ### Ejercicio 6.1.9
#
# Escribe `en_los_primeros(reales, puntuaciones, k)`: **devuelve** dos números, `precision, exhaustividad`, si
# se revisan los `k` pagos de mayor puntuación. Hay al menos `k` pagos y algún fraude. Sin usar
# `precision_at_k` ni `recall_at_k`, que hacen lo mismo.

# %% tags=["ejercicio"]
def en_los_primeros(reales, puntuaciones, k):
    # >>> return ...
    encontrados = reales[np.argsort(-puntuaciones)[:k]].sum()
    return encontrados / k, encontrados / reales.sum()
    # <<<

# %%
check("6.1.9", en_los_primeros)

# %% [markdown]
# ## Errores frecuentes
#
# **1. Calcular la AP con las respuestas en lugar de las puntuaciones.** `predict` da solo ceros y unos:
# el orden se pierde. No hay error, solo una nota peor.

# %% [markdown] tags=["docente"]
# **4 min.** El tercero es el más caro: nadie lo ve. Que cuenten las filas siempre, antes y después.

# %%
con_respuestas = average_precision_score(y_test, model.predict(x_test))
print(f"Falla: con predict ≈ {con_respuestas:.3f}")
print(f"Arreglado: con predict_proba ≈ {average_precision_score(y_test, scores):.3f}")
print("¿Se pierde más de 0.1?", bool(ap - con_respuestas > 0.1))

# %% [markdown]
# **2. El logaritmo de un importe de 0 €.** `np.log(0)` es menos infinito, y el modelo no lo admite.
# `np.log1p` calcula log(1 + importe), y de 0 hace 0.

# %%
with np.errstate(divide="ignore"):               # que no avise: queremos ver el fallo
    infinito = np.log(train[["Amount"]].to_numpy())
try:
    new_model().fit(infinito, y_train)
except ValueError as error:
    print("Falla con", type(error).__name__, "| hay infinitos:", bool(np.isinf(infinito).any()))
arreglado = np.log1p(train[["Amount"]].to_numpy())
print("Arreglado, ¿hay infinitos?", bool(np.isinf(arreglado).any()))

# %% [markdown]
# **3. Cortar con `loc` después de quitar filas.** `drop_duplicates` deja huecos en el índice. `loc` busca
# **etiquetas** y `iloc`, **posiciones**: con huecos no cortan en el mismo sitio.

# %%
con_huecos = pagos.drop_duplicates()
print("Falla: con loc,", len(con_huecos.loc[: corte - 1]), "filas en lugar de", corte)
print("Arreglado: con iloc,", len(con_huecos.iloc[:corte]))

# %% [markdown]
# ## Práctica: el informe de esta etapa
#
# Vas a recorrer el camino honesto por tu cuenta, con `x_train`, `y_train`, `x_test` e `y_test` de la
# sección 3, y a cerrarlo con un informe.
#
# ### Paso 1 · Ejercicio 6.1.10
#
# Escribe `crear_modelo()`, que **devuelve** un *pipeline* de scikit-learn **sin entrenar**: un `StandardScaler`
# y después una `LogisticRegression` con `max_iter=1000`.

# %% [markdown] tags=["docente"]
# **7 min** para los tres pasos; lo que no dé tiempo, a casa, con el informe escrito a mano en una frase. Error típico del
# paso 2: la columna 0, que es la probabilidad de **no** fraude.

# %% tags=["ejercicio"]
def crear_modelo():
    # >>> return ...
    return make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))
    # <<<

# %%
check("6.1.10", crear_modelo)

# %% [markdown]
# ### Paso 2 · Ejercicio 6.1.11
#
# Entrena tu modelo con `x_train` e `y_train`, y guarda en `puntuaciones` la probabilidad de **fraude** de cada
# pago de `x_test`: un array de forma `(56746,)`. La AP debe llegar a 0.72.

# %% tags=["ejercicio"]
# >>> puntuaciones = ...
puntuaciones = crear_modelo().fit(x_train, y_train).predict_proba(x_test)[:, 1]
# <<<

# %%
check("6.1.11", puntuaciones)

# %% [markdown]
# ### Paso 3 · Ejercicio 6.1.12
#
# Guarda en `informe` un diccionario con lo que alguien necesita para creerte (o no):
#
# - `"fraudes"`: cuántos fraudes hay en la prueba (entero);
# - `"horas"`: cuántas horas dura la prueba, desde su primer pago hasta el último;
# - `"ap"`: la AP de tus puntuaciones;
# - `"intervalo"`: la pareja `(bajo, alto)` de `bootstrap_interval`, con `repetitions=100`;
# - `"avisos"`: cuántos avisos le tocan a la prueba a 100 al día (entero redondeado con `round`);
# - `"exhaustividad"`: la fracción de fraudes que se encuentra con esos avisos.

# %% tags=["ejercicio"]
# >>> informe = ...
horas_del_examen = (test["Time"].max() - test["Time"].min()) / 3600
avisos = round(100 * horas_del_examen / 24)
informe = {
    "fraudes": int(y_test.sum()),
    "horas": horas_del_examen,
    "ap": average_precision_score(y_test, puntuaciones),
    "intervalo": bootstrap_interval(average_precision_score, y_test, puntuaciones, repetitions=100),
    "avisos": avisos,
    "exhaustividad": en_los_primeros(y_test, puntuaciones, avisos)[1],
}
# <<<

# %%
check("6.1.12", informe)

# %% [markdown]
# **Qué dice un buen informe de esta etapa.** Qué se decide y quién actúa. De dónde salen los datos, cuántos
# fraudes hay y qué se quitó. Cómo se partió, y por qué así. Qué logran «nunca es fraude» y las reglas. La
# nota **con su intervalo**, y traducida a avisos. Y lo que no se sabe: aquí, si lo de dos días de 2013
# en Europa vale para hoy, y qué son `V1`–`V28`. En 6.2 llegan la red, el umbral en euros y la decisión.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.

# %% [markdown] tags=["docente"]
# **3 min.** A3 separa a quien entendió de quien memorizó: pide que digan qué filas se repiten y dónde.

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
# **A3.** Un compañero obtiene AP 0.9999: repitió los fraudes hasta igualar las clases y después partió al
# azar. ¿Qué pasó?
#
# - a) Los mismos fraudes están en entrenamiento y en prueba.
# - b) Equilibrar las clases hizo mejor al modelo.
# - c) Debió escalar antes de partir.
# - d) Tuvo suerte con la semilla.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("6.1.A3", respuesta_3)

# %% [markdown]
# **A4.** ¿Por qué partimos por tiempo?
#
# - a) Porque siempre da una nota más baja.
# - b) Porque así hay los mismos fraudes en cada parte.
# - c) Porque imita el uso real: se aprende del pasado y se juzga lo que viene.
# - d) Porque la regresión logística necesita datos ordenados.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "c"
# <<<
check("6.1.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Primero la ficha: quién actúa, cuánto puede hacer y qué cuesta cada error, en euros.
# - Con 0.173 % de fraude, la exactitud no informa y la ROC halaga; la precisión media y su curva, no.
# - Se quitan las copias y se parte por tiempo; todo lo demás se aprende **solo** del entrenamiento.
# - Una fuga se mide: copiar fraudes antes de partir fingió un modelo perfecto; escalar antes, casi nada.
# - Una nota va con su intervalo y traducida a avisos: con pocos avisos, el límite es el equipo.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulos 2 y 3.
# - scikit-learn: [errores frecuentes y fugas](https://scikit-learn.org/stable/common_pitfalls.html).
# - A. Dal Pozzolo, O. Caelen, R. A. Johnson y G. Bontempi (2015), «Calibrating Probability with
#   Undersampling for Unbalanced Classification», IEEE CIDM: de ahí salen los datos.
