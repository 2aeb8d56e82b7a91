# %% [markdown]
# # 6.3 · Tu entrega
#
# | | |
# |---|---|
# | **Objetivos** | Escribir un informe propio, de la pregunta a la recomendación, que otra persona pueda ejecutar y discutir: problema, datos, modelo, evaluación honesta, decisión en euros y límites |
# | **Duración** | 120 min |
# | **Requisitos** | Lecciones 6.1 (reparto por fechas, precisión media, intervalo) y 6.2 (red, umbral, coste) |
# | **Datos** | Los mismos pagos: 284 807, de dos días de septiembre de 2013 (Université Libre de Bruxelles y Worldline; ODbL 1.0), incluidos en el curso |
# | **Práctica** | Proyecto final, tercera parte: el informe que enseñas en una entrevista |

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

# %%
from course_utils import best_threshold_for_cost, bootstrap_interval, check, describe_columns
from course_utils import expected_cost, load_credit_card_fraud, plot_cost_curve
from course_utils import quiet_tensorflow, set_seed

quiet_tensorflow()  # que TensorFlow arranque sin llenar la pantalla de avisos
import keras

# %% [markdown]
# ## Cómo se usa esta hoja
#
# En 6.1 y 6.2 te llevamos de la mano. Aquí **decides tú**: qué columnas, qué modelo, qué umbral, qué dices.
# El cuaderno pone el esqueleto y revisa lo que una máquina puede revisar: que el reparto respeta el tiempo,
# que la cifra del texto es la que da tu modelo, que el coste sale de tu umbral. Lo que una máquina no sabe
# juzgar (si el problema está bien planteado, si la recomendación convence) lo juzga la rúbrica.
#
# - Cada hueco dice qué espera. Un `check` en verde quiere decir «completo y coherente», no «sobresaliente».
# - Los textos van entre tres comillas, `"""así"""`, y pueden ocupar varias líneas. Para verlos como los verá
#   tu lector, escribe `print(problema)` en una celda nueva.
# - Añade todas las celdas que quieras. Al final, reinicia el núcleo, ejecuta todo de arriba abajo y
#   comprueba que sale lo mismo: si no se repite, no es un resultado.
# - Para entregarlo: en JupyterLab, *File → Save and Export Notebook As → HTML*; en Colab,
#   *Archivo → Descargar*.

# %% [markdown] tags=["docente"]
# **15 min** para leer juntos la rúbrica y elegir. Funciona mejor por parejas: una persona escribe el
# informe y la otra hace de jefa de fraude del banco, que no sabe qué es una época. Esta versión resuelta
# es **una** entrega completa y correcta, no la única ni la mejor: corta por lo sano en el modelo y
# gasta el esfuerzo en decir qué se sabe y qué no.

# %% [markdown]
# ## La rúbrica
#
# | | 0 | 1 | 2 | 3 |
# |---|---|---|---|---|
# | **Problema** | No se dice para qué | Se dice qué se predice | … y quién actúa con el aviso | … y cuánto cuesta cada error, en euros, con su porqué |
# | **Datos** | Se cargan y ya | Se describen | … y se limpian los duplicados antes de repartir | … y se dice qué no contienen y a quién no representan |
# | **Honestidad** | Se examina lo que se entrenó | Hay un conjunto de prueba | … posterior en el tiempo, y abierto una vez | … con su intervalo, y con lo que salió mal |
# | **Modelo** | Uno, sin comparar | Se compara con otro | … y con una regla y con «nunca es fraude» | … y se justifica el elegido, también por lo que cuesta mantenerlo |
# | **Decisión** | No hay umbral, o es 0.5 porque sí | El umbral tiene un motivo | … sale de los costes, en validación | … y cabe en lo que el equipo puede revisar |
# | **Comunicación** | Hay que leer el código | Hay figuras con nombres y unidades | … y un texto que las explica | … que tu jefa entiende en tres minutos |
#
# De 0 a 18 puntos. Con 12, es un buen informe; con 15, enséñalo.
#
# ## 1 · ¿Qué decisión hay que tomar?
#
# ### Ejercicio 6.3.1
#
# Escribe en `problema`, entre 40 y 200 palabras: qué se quiere decidir, quién actúa cuando salta un aviso,
# qué cuesta un fraude que se escapa y qué cuesta un aviso (con su cifra, en euros, y por qué esa).

# %% tags=["ejercicio"]
# >>> problema = ...
problema = """
El banco quiere decidir, en el momento de cada pago con tarjeta, si una persona del equipo de
fraude llama al titular antes de darlo por bueno. El aviso lo recibe esa persona: el modelo no
bloquea ninguna tarjeta.

Un fraude que se escapa cuesta su importe, que el banco devuelve al cliente. Un aviso cuesta
5 €: diez minutos de una persona que le sale al banco por unos 30 € la hora. También molesta a
un cliente honrado cuando es falso; esa molestia no la contamos en euros porque no sabemos
medirla, y lo decimos en los límites.

La pregunta es qué pagos avisar para que la suma de las dos cosas sea la menor posible.
"""
# <<<

# %%
check("6.3.1", problema)

# %% [markdown]
# ## 2 · ¿Con qué pagos se aprende y con cuáles se examina?

# %%
payments = load_credit_card_fraud()
columns = describe_columns("credit_card_fraud")
print(columns.loc[["Time", "V1", "V28", "Amount", "Class"]].to_string())
print(f"\n{len(payments)} pagos, {payments['Class'].sum()} fraudes")

# %% [markdown]
# ### Ejercicio 6.3.2
#
# Reparte los pagos en tres tablas, **en orden de tiempo**: `ajuste` (con la que se aprende), `validacion`
# (con la que se elige) y `prueba` (el examen). Antes, quita los duplicados. Entre las tres deben estar todos
# los demás pagos, y en cada una tiene que haber al menos 30 fraudes.

# %% tags=["ejercicio"]
# >>> ajuste = ...
sin_repetidos = payments.drop_duplicates()
corte_1, corte_2 = int(0.64 * len(sin_repetidos)), int(0.8 * len(sin_repetidos))
ajuste = sin_repetidos[:corte_1]
# <<<
# >>> validacion = ...
validacion = sin_repetidos[corte_1:corte_2]
# <<<
# >>> prueba = ...
prueba = sin_repetidos[corte_2:]
# <<<

# %%
check("6.3.2", ajuste, validacion, prueba)

# %% [markdown]
# ## 3 · ¿Qué modelo puntúa?
#
# ### Ejercicio 6.3.3
#
# Escribe `entradas(pagos)`: recibe una tabla de pagos **sin** la columna `Class` y devuelve el array de
# números que verá tu modelo, con una fila por pago. Lo que vale para un pago no puede depender de qué otros
# pagos lleguen con él: si hay que escalar, que lo haga el modelo, con lo que aprendió de `ajuste`.

# %% tags=["ejercicio"]
def entradas(pagos):
    # >>> return ...
    componentes = pagos.loc[:, "V1":"V28"].to_numpy("float32")
    importe = np.log1p(pagos[["Amount"]].to_numpy("float32"))  # de céntimos a miles, domado
    return np.hstack([componentes, importe])
    # <<<

# %%
check("6.3.3", entradas)

# %% [markdown]
# Entrena aquí lo que quieras comparar: una regla, una regresión logística, una red… Usa solo `ajuste`.

# %% tags=["ejercicio"]
# >>> logistica = ...
logistica = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))
logistica = logistica.fit(entradas(ajuste), ajuste["Class"])
# <<<

# %% tags=["ejercicio"]
# >>> red = ...
set_seed(42)
normalizar = keras.layers.Normalization()
normalizar.adapt(entradas(ajuste))
red = keras.Sequential([keras.Input((29,)), normalizar])
for neuronas in (64, 32):
    red.add(keras.layers.Dense(neuronas, activation="relu"))
    red.add(keras.layers.Dropout(0.3))
red.add(keras.layers.Dense(1, activation="sigmoid"))
red.compile(optimizer="adam", loss="binary_crossentropy")
historial = red.fit(entradas(ajuste), ajuste["Class"], batch_size=2048, epochs=20, verbose=0)
# <<<

# %% [markdown]
# ### Ejercicio 6.3.4
#
# Escribe `puntuar(pagos)`: recibe una tabla de pagos sin `Class` y devuelve un array con **una puntuación por
# pago** (mayor, más sospechoso). Es tu modelo elegido.

# %% tags=["ejercicio"]
def puntuar(pagos):
    # >>> return ...
    return red.predict(entradas(pagos), batch_size=4096, verbose=0).ravel()
    # <<<

# %%
check("6.3.4", puntuar)

# %% [markdown]
# ### Ejercicio 6.3.5
#
# Guarda en `comparacion` un diccionario con el nombre de cada candidato y su precisión media (AP) en
# **validación**: al menos tres, y que uno sea una referencia sencilla, como la regla de la lección 1.4 o
# «nunca es fraude» (cuya AP es la proporción de fraudes).

# %% tags=["ejercicio"]
# >>> comparacion = ...
real = validacion["Class"]
hora = validacion["Time"] // 3600 % 24
puntuaciones = {
    "regla (importe y hora)": (validacion["Amount"] > 1000).astype(int) + (hora < 6),
    "regresión logística": logistica.predict_proba(entradas(validacion))[:, 1],
    "red densa": puntuar(validacion),
}
comparacion = {"nunca es fraude": real.mean()}
for nombre, puntos in puntuaciones.items():
    comparacion[nombre] = average_precision_score(real, puntos)
for nombre, precision_media in comparacion.items():
    print(f"{nombre:<24} AP en validación ≈ {precision_media:.3f}")
# <<<

# %%
check("6.3.5", comparacion)

# %% [markdown] tags=["docente"]
# **35 min** hasta aquí, casi todo de elegir modelo. Frena a quien lleve media hora subiendo una centésima:
# con cincuenta fraudes en validación, una centésima es ruido, y el siguiente apartado se lo va a enseñar.

# %% [markdown]
# ## 4 · ¿Cuánto acierta, y con qué certeza?
#
# Hasta aquí, `prueba` sigue sin abrir. Ahora se abre, una sola vez.
#
# ### Ejercicio 6.3.6
#
# Calcula `ap`, la precisión media de `puntuar` en `prueba`, e `intervalo`, la pareja `(bajo, alto)` que da
# `bootstrap_interval`. (Con `repetitions=200` tarda un par de segundos.)

# %% tags=["ejercicio"]
# >>> ap = ...
puntos_prueba = puntuar(prueba)
ap = average_precision_score(prueba["Class"], puntos_prueba)
# <<<
# >>> intervalo = ...
intervalo = bootstrap_interval(
    average_precision_score, prueba["Class"], puntos_prueba, repetitions=200
)
# <<<

# %%
check("6.3.6", puntuar, prueba, ap, intervalo)

# %% [markdown]
# ## 5 · ¿A quién avisas, y cuánto cuesta?
#
# ### Ejercicio 6.3.7
#
# Elige en `umbral` desde qué puntuación se avisa, **mirando solo `validacion`**, y guarda en `coste_aviso` lo que
# cuesta un aviso (los euros que dijiste en el problema). Después, en `coste`, el coste total en `prueba`: importe
# de los fraudes sin aviso más la revisión de los avisos. Debe ser menor que no avisar nunca.

# %% tags=["ejercicio"]
# >>> coste_aviso = ...
coste_aviso = 5
# <<<
# >>> umbral = ...
mejor = best_threshold_for_cost(
    validacion["Class"], puntuar(validacion), validacion["Amount"], alert_cost=coste_aviso
)
umbral = mejor.threshold
# <<<
# >>> coste = ...
en_prueba = expected_cost(
    prueba["Class"], puntos_prueba, prueba["Amount"], umbral, alert_cost=coste_aviso
)
coste = en_prueba.total
# <<<

# %%
check("6.3.7", puntuar, prueba, coste_aviso, umbral, coste)

# %% [markdown]
# ### Ejercicio 6.3.8
#
# La figura que enseñarías si solo pudieras enseñar una. Guárdala en `figura` (la de `fig, ax = plt.subplots()`, o
# `ax.figure`), con título, nombres en los ejes y unidades. Te sirven `plot_cost_curve`, que ya está importada, y
# `plot_precision_recall`, `plot_score_distributions` o `plot_calibration`, que se traen con
# `from course_utils import …`; o una tuya.

# %% tags=["ejercicio"]
# >>> figura = ...
figura, ejes = plt.subplots(figsize=(7, 4.2))
plot_cost_curve(prueba["Class"], puntos_prueba, prueba["Amount"], alert_cost=coste_aviso, ax=ejes)
ejes.axvline(en_prueba.alerts, color="#D55E00", linestyle=":", label="nuestro umbral")
ejes.set_title("Lo que cuesta el fraude según a cuántos pagos se avise (prueba)")
ejes.legend(fontsize="small")
figura.tight_layout()
# <<<

# %%
check("6.3.8", figura)

# %% [markdown]
# ## 6 · ¿Qué no sabes, y qué recomiendas?
#
# ### Ejercicio 6.3.9
#
# En `limites`, una lista con al menos tres frases completas: qué no se puede concluir de tu trabajo, o qué
# podría fallar al usarlo de verdad.

# %% tags=["ejercicio"]
# >>> limites = ...
limites = [
    "Son dos días de 2013 en Europa: nada dice cómo puntuará en rebajas o en otro país.",
    "La prueba dura menos de ocho horas y tiene unas decenas de fraudes: el intervalo es ancho.",
    "Las columnas V1 a V28 son secretas: no podemos explicar a un cliente por qué se le llama.",
    "Los fraudes que nadie denunció están como pagos normales, y el modelo aprendió eso.",
    "La molestia de una llamada por error no está en la cuenta de los euros.",
]
# <<<

# %%
check("6.3.9", limites)

# %% [markdown]
# ### Ejercicio 6.3.10
#
# La recomendación, en `recomendacion`: entre 60 y 250 palabras para quien decide, que no ha leído lo anterior.
# Qué propones hacer, cuánto cuesta y cuánto ahorra, con qué certeza y qué vigilarías. Debe citar tu AP (con
# dos decimales) y tu coste total en prueba, en euros. Con un texto `f"""…"""` las cifras se escriben solas y
# nunca se quedan viejas: `{ap:.2f}`, `{coste:.0f}`.

# %% tags=["ejercicio"]
# >>> recomendacion = ...
nunca = prueba.loc[prueba["Class"] == 1, "Amount"].sum()
recomendacion = f"""
Proponemos poner el detector en marcha un mes, en paralelo con el sistema actual y sin bloquear
ningún pago: solo ordena a quién llamar primero.

En las últimas horas de los datos, que el modelo no había visto, avisa de ≈ {en_prueba.alerts}
pagos y detecta ≈ {en_prueba.frauds_caught} de los {prueba["Class"].sum()} fraudes. Entre revisar
y lo que se escapa, cuesta ≈ {coste:.0f} €; no hacer nada habría costado {nunca:.0f} €. La precisión
media es ≈ {ap:.2f}, y con tan pocos fraudes podría estar entre ≈ {intervalo[0]:.2f} y
≈ {intervalo[1]:.2f}.

Antes de decidir hace falta un mes entero de pagos. Cada semana vigilaríamos cuántos avisos son
falsos y si la puntuación de los pagos normales va subiendo: son las dos señales de que el
modelo se ha quedado viejo. Si pasa, se vuelve a entrenar o se apaga.
"""
print(recomendacion)
# <<<

# %%
check("6.3.10", recomendacion, ap, coste)

# %% [markdown] tags=["docente"]
# **40 min** de evaluación, decisión y escritura. Pide que cambien los informes y que cada cual subraye la
# frase que un jefe citaría mañana en una reunión: si esa frase es falsa o le falta el intervalo, hay trabajo.
# El `check` de 6.3.7 avisa cuando el umbral es justo el mejor de la prueba: es la trampa más frecuente, y casi
# siempre sin querer.

# %% [markdown]
# ## Errores frecuentes
#
# | Lo que se lee en un informe | Lo que falta |
# |---|---|
# | «Exactitud del 99.9 %» | «Nunca es fraude» tiene un 99.8 %. Di la precisión media y compárala con algo |
# | «Probé veinte modelos y el mejor en la prueba es…» | La prueba se usó para elegir: ya no examina. Elige en validación |
# | «AP = 0.8213847» | Con setenta fraudes no hay siete decimales. Dos, y el intervalo |
# | «El modelo detecta el fraude» | ¿Cuántos de cuántos, con cuántos avisos falsos, y en qué días? |
# | «El umbral es 0.5» | ¿Por qué? Di qué cuesta cada error y de dónde sale |
# | Una cifra en el texto y otra en la tabla | Escribe las cifras desde las variables, con `f"…"` |
#
# ## Práctica: tres minutos en voz alta
#
# Cuéntaselo a alguien que no programa, con tu figura delante y un reloj. Y prepara estas preguntas, que en una
# entrevista llegan siempre:
#
# 1. ¿Por qué no repartiste los pagos al azar?
# 2. Si mañana hay el doble de pagos, ¿qué cambia en tu umbral?
# 3. Un cliente pregunta por qué lo llamaron. ¿Qué le dices?
# 4. ¿Qué modelo más sencillo probaste, y por qué no te quedaste con él?
# 5. ¿Cómo sabrías, dentro de seis meses, que ha dejado de funcionar?

# %% [markdown] tags=["docente"]
# **20 min**: tres por persona, y dos preguntas. **10 min** para la autoevaluación. Cuando alguien se puntúe
# muy por encima o muy por debajo, que señale en el informe la frase que lo justifica.

# %% [markdown]
# ## Autoevaluación
#
# ### Ejercicio 6.3.11
#
# Puntúate con la rúbrica de arriba: en `notas`, un diccionario con las seis filas (`"problema"`, `"datos"`,
# `"honestidad"`, `"modelo"`, `"decision"`, `"comunicacion"`) y un entero de 0 a 3 en cada una.

# %% tags=["ejercicio"]
# >>> notas = ...
notas = {
    "problema": 3,
    "datos": 2,  # faltaría decir más de a quién no representan
    "honestidad": 3,
    "modelo": 2,  # no se habla de lo que cuesta mantenerlo
    "decision": 2,  # no comprueba que los avisos quepan en el turno del equipo
    "comunicacion": 3,
}
# <<<

# %% tags=["resultado"]
check("6.3.11", notas)

# %% [markdown]
# ## Resumen
#
# - Un informe empieza por una decisión y quien la toma, y acaba en una recomendación.
# - El reparto respeta el tiempo, y la prueba se abre una vez.
# - Cada modelo se compara con algo más sencillo; cada cifra lleva su incertidumbre.
# - El umbral sale de lo que cuesta cada error, y se elige sin mirar la prueba.
# - Las cifras del texto salen de las variables: un informe que se repite es un informe de fiar.
#
# ## Para saber más
#
# - Margaret Mitchell y otros (2019), [*Model Cards for Model Reporting*](https://arxiv.org/abs/1810.03993): qué
#   debe contar la ficha de un modelo.
# - Timnit Gebru y otros (2021), [*Datasheets for Datasets*](https://arxiv.org/abs/1803.09010): lo mismo, para
#   los datos.
# - Andrea Dal Pozzolo y otros (2018), *Credit Card Fraud Detection: A Realistic Modeling and a Novel Learning
#   Strategy*, IEEE Transactions on Neural Networks and Learning Systems 29(8): cómo se hace en un banco.
