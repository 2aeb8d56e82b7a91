# %% [markdown]
# # 6.6 · Tu entrega
#
# | | |
# |---|---|
# | **Objetivos** | Escribir un informe propio, de la pregunta a la recomendación: problema, datos, modelo, examen en una ventana sin mirar, decisión en euros y límites |
# | **Duración** | {{minutos}} |
# | **Requisitos** | {{las_trampas}} (intervalo), {{la_red_y_la_decision}} (pérdida esperada y cupo) y {{el_detector_en_marcha}} (ficha) |
# | **Datos** | Los mismos pagos (ULB y Worldline; ODbL 1.0), incluidos en el curso |
# | **Práctica** | Proyecto final, última parte: el informe que enseñas en una entrevista |

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

# %%
from course_utils import check, hint, solution
from course_utils import bootstrap_interval, load_credit_card_fraud
from course_utils import plot_cost_curve, quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras

# %% [markdown]
# ## Cómo se usa esta hoja
#
# Aquí **decides tú**. Un `check` mira lo que una máquina puede: que el reparto respeta el tiempo, que la cifra es la de tu
# modelo, que el texto **nombra** lo que debe. Si es verdad y convence, **lo juzga la rúbrica**.
#
# - Los textos van entre tres comillas, `"""así"""`.
# - Para entregarlo: en JupyterLab, *File → Save and Export Notebook As → HTML*; en Colab, *Archivo → Descargar*.

# %% [markdown] tags=["docente"]
# **{{minutos}}** para leer juntos la rúbrica y elegir. Funciona mejor por parejas: una persona escribe el
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
# ### Ejercicio 6.6.1
#
# Escribe en `problema`, entre 40 y 200 palabras: qué se quiere decidir, quién actúa cuando salta un aviso,
# qué cuesta un fraude que se escapa y qué cuesta un aviso (con su cifra, en euros, y por qué esa).

# %% tags=["ejercicio"]
# >>> problema = ...
problema = """
Con cada pago se decide si una persona del equipo de fraude llama al
titular. Un fraude que se escapa le cuesta al banco su importe. Un aviso
cuesta 5 €: diez minutos de trabajo. Buscamos que la suma sea la menor.
"""
# <<<

# %%
check("6.6.1", problema)

# %% [markdown]
# ## 2 · ¿Con qué pagos se aprende y con cuáles se elige?
#
# El sobre, el último 20 %, ya está apartado: no lo uses hasta la sección 4.

# %%
payments = load_credit_card_fraud()
sin_copias = payments.drop_duplicates().reset_index(drop=True)
inicio_sobre = int(0.8 * len(sin_copias))
abiertos, sobre = sin_copias[:inicio_sobre], sin_copias[inicio_sobre:]
print(f"sin copias, {len(sin_copias)} pagos: {len(abiertos)} abiertos, "
      f"{len(sobre)} en el sobre")

# %% [markdown]
# ### Ejercicio 6.6.2
#
# Reparte `abiertos` en dos tablas, **en orden de tiempo**: `ajuste` (con la que se aprende) y `validacion`
# (con la que se elige). Entre las dos deben estar todos, y en cada una, al menos 30 fraudes.

# %% tags=["ejercicio"]
# >>> ajuste = ...
ajuste = abiertos[:180_000]
# <<<
# >>> validacion = ...
validacion = abiertos[180_000:]
# <<<

# %%
check("6.6.2", ajuste, validacion)

# %% [markdown]
# ## 3 · ¿Qué modelo puntúa?
#
# ### Ejercicio 6.6.3
#
# Escribe `entradas(pagos)`: recibe una tabla de pagos **sin** la columna `Class` y devuelve el array de
# números que verá tu modelo, con una fila por pago. Lo que vale para un pago no puede depender de qué otros
# lleguen con él: si hay que escalar, que lo haga el modelo.

# %% tags=["ejercicio"]
def entradas(pagos):
    # >>> return ...
    return pagos.assign(Amount=np.log1p(pagos["Amount"])).loc[
        :, "V1":"Amount"].to_numpy()
    # <<<

# %%
check("6.6.3", entradas)

# %% [markdown]
# Por si los quieres, el listón y la red de las lecciones anteriores, con su normalización dentro:

# %%
def entrenar_red(x, y, abandono=0.3):
    set_seed(42)
    normalizar = keras.layers.Normalization()
    normalizar.adapt(x)
    red = keras.Sequential(
        [keras.Input((x.shape[1],)), normalizar,
         keras.layers.Dense(64, "relu"), keras.layers.Dropout(abandono),
         keras.layers.Dense(32, "relu"), keras.layers.Dropout(abandono),
         keras.layers.Dense(1, "sigmoid")])
    red.compile("adam", "binary_crossentropy", steps_per_execution=8)
    red.fit(x, y, batch_size=2048, epochs=20, verbose=0)
    return red

def liston():
    return make_pipeline(StandardScaler(),
                         LogisticRegression(class_weight="balanced"))

# %% [markdown]
# Entrena aquí lo que quieras comparar. Usa solo `ajuste`.

# %% tags=["ejercicio"]
# >>> logistica = ...
logistica = liston().fit(entradas(ajuste), ajuste["Class"])
# <<<

# %% tags=["ejercicio"]
# >>> red = ...
red = entrenar_red(entradas(ajuste), ajuste["Class"])
# <<<

# %% [markdown]
# ### Ejercicio 6.6.4
#
# Escribe `puntuar(pagos)`: recibe una tabla de pagos sin `Class` y devuelve un array con **una puntuación por
# pago** (mayor, más sospechoso). Es tu modelo elegido.

# %% tags=["ejercicio"]
def puntuar(pagos):
    # >>> return ...
    return np.asarray(red(entradas(pagos)))[:, 0]
    # <<<

# %%
check("6.6.4", puntuar)

# %% [markdown]
# ### Ejercicio 6.6.5
#
# Guarda en `comparacion` un diccionario con el nombre de cada candidato y su precisión media (AP) en
# **validación**: al menos tres. Que uno sea tu `puntuar`, y otro, una referencia sencilla, como la regla de la lección
# {{decisiones}} o «nunca es fraude» (cuya AP es la proporción de fraudes).
#
# Y en `decision`, una frase de 8 palabras o más: qué modelo puntúa y a quién se avisará, con sus números. El equipo puede
# con 100 avisos al día: en lo que dura el sobre, 32. Cuando se abra, ya no se cambia.

# %% tags=["ejercicio"]
# >>> comparacion = ...
real = validacion["Class"]
comparacion = {
    "nunca": real.mean(),
    "listón": average_precision_score(
        real, logistica.predict_proba(entradas(validacion))[:, 1]),
    "red": average_precision_score(real, puntuar(validacion)),
}
# <<<
# >>> decision = ...
decision = "La red: las 32 mayores pérdidas esperadas, si llegan a 5 €."
# <<<

# %%
check("6.6.5", comparacion, puntuar, validacion, decision)

# %% [markdown] tags=["docente"]
# **{{minutos}}** hasta aquí, casi todo de elegir modelo. Frena a quien lleve media hora subiendo una centésima:
# con tan pocos fraudes en validación, una centésima es ruido, y el siguiente apartado se lo va a enseñar.

# %% [markdown]
# ## 4 · ¿Cuánto acierta, y con qué certeza?
#
# Ahora se abre el sobre, **una sola vez**. Si después cambias algo, dilo: la nota ya no examina.

# %%
# el sobre, abierto
importes, fraude = sobre["Amount"].to_numpy(), sobre["Class"].to_numpy()

# %% [markdown]
# ### Ejercicio 6.6.6
#
# Calcula `ap`, la precisión media de `puntuar` en `sobre`, e `intervalo`, la pareja `(bajo, alto)` que da
# `bootstrap_interval`. Con `repetitions=200` basta.

# %% tags=["ejercicio"]
# >>> ap = ...
puntos = puntuar(sobre)
ap = average_precision_score(fraude, puntos)
# <<<
# >>> intervalo = ...
intervalo = bootstrap_interval(average_precision_score, fraude, puntos,
                               repetitions=200)
# <<<

# %%
check("6.6.6", puntuar, sobre, ap, intervalo)

# %% [markdown]
# ## 5 · ¿A quién avisas, y cuánto cuesta?
#
# ### Ejercicio 6.6.7
#
# Guarda en `coste_aviso` lo que cuesta un aviso (los euros que dijiste en el problema). En `avisos`, un array de `True` y `False`: a qué
# pagos de `sobre` avisa tu **`decision`**, sin mirar sus respuestas. Y en `coste`, lo
# que habría costado: el importe de los fraudes sin aviso más la revisión de los avisos. Debe ser menor que no avisar nunca.

# %% tags=["ejercicio", "resultado"]
# >>> coste_aviso = ...
coste_aviso = 5
# <<<
# >>> avisos = ...
perdida = puntos * importes
avisos = (perdida >= coste_aviso) & (perdida >= np.sort(perdida)[-32])
# <<<
# >>> coste = ...
coste = (importes * fraude * ~avisos).sum() + coste_aviso * avisos.sum()
print(f"Coste en el sobre ≈ {coste:.0f} €")
# <<<

# %%
check("6.6.7", problema, puntuar, sobre, coste_aviso, avisos, coste)

# %% [markdown]
# ### ★ Ampliación · La figura que enseñarías
#
# #### Ejercicio 6.6.8
#
# Si solo pudieras enseñar una. Guárdala en `figura` (la de `fig, ax = plt.subplots()`, o
# `ax.figure`), con título, nombres en los ejes y unidades. Te sirve `plot_cost_curve`, ya importada, o una tuya.

# %% tags=["ejercicio"]
# >>> figura = ...
figura, ejes = plt.subplots(figsize=(7, 4.2))
plot_cost_curve(fraude, perdida, importes, alert_cost=coste_aviso, ax=ejes)
ejes.axvline(avisos.sum(), color="#D55E00", linestyle=":",
             label="nuestros avisos")
ejes.set_title("Lo que cuesta el fraude según cuántos avisos, "
               "por pérdida esperada")
ejes.legend(fontsize="small")
figura.tight_layout()
# <<<

# %%
check("6.6.8", figura)

# %% [markdown]
# ## 6 · ¿Qué no sabes, y qué recomiendas?
#
# ### Ejercicio 6.6.9
#
# En `limites`, una lista con al menos tres frases completas: qué no se puede concluir de tu trabajo, o qué
# podría fallar al usarlo de verdad. Que hablen de los datos, de cómo se midió y de su uso.

# %% tags=["ejercicio"]
# >>> limites = ...
limites = [
    "Son dos días de 2013: nada dicen de hoy.",
    "El sobre dura menos de ocho horas: intervalo ancho.",
    "No podemos explicar a un cliente cada llamada.",
]
# <<<

# %%
check("6.6.9", limites)

# %% [markdown]
# ### Ejercicio 6.6.10
#
# La recomendación, en `recomendacion`: entre 60 y 250 palabras para quien decide, que no ha leído lo anterior.
# Qué propones hacer, cuánto cuesta y cuánto ahorra, con qué certeza y qué vigilarías. Debe citar tu AP (con
# dos decimales, o en porcentaje) y tu coste total en el sobre, en euros. Con un texto `f"""…"""` las cifras se escriben solas: `{ap:.2f}`, `{coste:.0f}`.

# %% tags=["ejercicio"]
# >>> recomendacion = ...
recomendacion = f"""
Proponemos probar el detector un mes, sin bloquear pagos: solo ordena a
quién llamar.

En horas que no había visto, revisar sus avisos y lo que se escapa cuesta
≈ {coste:.0f} €; no hacer nada, {importes @ fraude:.0f} €. La precisión
media es ≈ {ap:.2f}, y podría estar entre ≈ {intervalo[0]:.2f} y
≈ {intervalo[1]:.2f}.

Cada semana vigilaríamos los avisos falsos. Si suben, se apaga y se revisa.
"""
# <<<

# %%
check("6.6.10", recomendacion, ap, coste)

# %% [markdown] tags=["docente"]
# **{{minutos}}** de evaluación, decisión y escritura. Pide que cambien los informes y que cada cual subraye la
# frase que un jefe citaría mañana en una reunión: si esa frase es falsa o le falta el intervalo, hay trabajo.

# %% [markdown]
# ## Errores frecuentes
#
# | Lo que se lee en un informe | Lo que falta |
# |---|---|
# | «Exactitud del 99.9 %» | «Nunca es fraude» tiene un 99.8 %. Di la precisión media y compárala con algo |
# | «Probé veinte modelos y el mejor en la prueba es…» | La prueba se usó para elegir: ya no examina. Elige en validación |
# | «El umbral es 0.5» | ¿Por qué? Di qué cuesta cada error y de dónde sale |
#
# ## Práctica: tres minutos en voz alta
#
# Cuéntaselo a alguien que no programa, con tu figura delante y un reloj. Y prepara estas preguntas, que en una
# entrevista llegan siempre:
#
# 1. ¿Por qué no repartiste los pagos al azar?
# 2. Un cliente pregunta por qué lo llamaron. ¿Qué le dices?
# 3. ¿Qué modelo más sencillo probaste, y por qué no te quedaste con él?
# 4. ¿Cómo sabrías, dentro de seis meses, que ha dejado de funcionar?

# %% [markdown] tags=["docente"]
# **{{minutos}}**: tres por persona, y dos preguntas. Cuando alguien se puntúe muy por encima o muy por debajo, que señale en el
# informe la frase que lo justifica.

# %% [markdown]
# ## Autoevaluación
#
# ### ★ Ampliación · Ponte nota
#
# #### Ejercicio 6.6.11
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
    "decision": 3,
    "comunicacion": 3,
}
# <<<

# %%
check("6.6.11", notas)

# %% [markdown]
# ## Resumen
#
# - Un informe empieza por una decisión y quien la toma, y acaba en una recomendación.
# - El reparto respeta el tiempo, y el sobre se abre una vez.
# - Cada modelo se compara con algo más sencillo; cada cifra lleva su incertidumbre.
# - La regla sale de lo que cuesta cada error, y se fija sin mirar el examen.
# - Las cifras del texto salen de las variables: un informe que se repite es un informe de fiar.

# %% [markdown]
# ## Para saber más
#
# - Margaret Mitchell y otros (2019), [*Model Cards for Model Reporting*](https://arxiv.org/abs/1810.03993): qué
#   debe contar la ficha de un modelo.
# - Timnit Gebru y otros (2021), [*Datasheets for Datasets*](https://arxiv.org/abs/1803.09010): lo mismo, para
#   los datos.
