# %% [markdown]
# # 1.10 · Figuras, tablas y un primer modelo
#
# | | |
# |---|---|
# | **Objetivos** | Elegir la figura que responde a una pregunta, y dibujarla con su título y sus ejes; leer, filtrar y agrupar una tabla con pandas, también si le faltan datos; entrenar y examinar un primer modelo con scikit-learn; explicar por qué un promedio que mezcla grupos puede engañar |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Diccionarios (lección {{colecciones}}), funciones ({{funciones}}) y arrays de NumPy ({{arrays}}) |
# | **Datos** | Los pingüinos de Palmer: 344 pingüinos de la Antártida (licencia CC0), incluidos en el curso; y pagos inventados |
# | **Práctica** | Los pingüinos de Palmer |

# %%
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from course_utils import check, hint, solution
from course_utils import load_penguins

# %% [markdown] presenta=".bar, .hist, .scatter, .set_title, .set_xlabel, .set_ylabel"
# ## 1 · ¿Qué figura responde a cada pregunta?
#
# En la lección {{arrays}} aprendiste a hacer cuentas con miles de números a la vez. Falta **verlos**, y
# ponerles nombre. Para lo primero está Matplotlib; para lo segundo, pandas.
#
# Una figura no adorna: responde. Primero la pregunta, después el tipo.
#
# | La pregunta | La figura | En Matplotlib |
# |---|---|---|
# | ¿Cómo cambia a lo largo de…? | Líneas | `ax.plot` |
# | ¿Cuál es mayor? | Barras | `ax.bar` |
# | ¿Cómo se reparten los valores? | Histograma | `ax.hist` |
# | ¿Van juntas dos cantidades? | Dispersión | `ax.scatter` |
#
# Toda figura se hace igual: `plt.subplots()` da una hoja (`fig`) y unos ejes (`ax`), se dibuja sobre
# los ejes y se **rotula**. Una figura sin título ni nombres en los ejes no se entiende mañana. (Se
# rotula todo de una vez con `set`, o cosa por cosa: «set_title», «set_xlabel», «set_ylabel».)
#
# Los datos de hoy son los 500 pagos de aquella lección, con su misma semilla: los 8 primeros son raros a
# propósito, de madrugada y de más de 1000 euros.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de ejecutar las barras, pide por escrito el orden de los cinco comercios, mirando
# el pastel. En 1.10.1 el error que vale la clase entera: ordenar los valores y no los nombres.
# La figura queda preciosa y es falsa.

# %%
rng = np.random.default_rng(16)
importes = rng.lognormal(mean=3.3, sigma=0.9, size=500).round(2)
horas = rng.normal(14, 4, size=500).clip(0, 23).astype(int)
paises = rng.choice(["MX", "ES", "CO", "AR", "PE"], size=500,
                    p=[0.9, 0.04, 0.02, 0.02, 0.02])
importes[:8] = rng.uniform(1100, 2400, size=8).round(2)
horas[:8] = rng.integers(0, 6, size=8)
print(importes.shape, horas.shape, paises.shape)

# %% presenta="numpy.bincount"
# cuántas veces aparece cada hora
pagos_por_hora = np.bincount(horas, minlength=24)

fig, ax = plt.subplots(figsize=(6, 3))
ax.plot(np.arange(24), pagos_por_hora, "o-", color="#0072B2", markersize=4)
ax.set(title="Se paga sobre todo en las horas centrales",
       xlabel="Hora del día (h)", ylabel="Pagos")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Casi nadie paga de madrugada; la línea sube por la mañana y baja desde media
# tarde. Une los puntos porque las horas tienen un orden, y una va después de otra.
#
# Los comercios, en cambio, no tienen orden: se comparan. Estos son cinco, con su parte de los pagos.
# **Predice** mirando el pastel, y no los números: ¿cuál es el segundo? ¿Y el cuarto?

# %% presenta=".pie"
comercios = ["Panadería Sol", "Librería Norte", "Farmacia Luz",
             "Electrónica Delta", "Viajes Aurora"]
pagos = [20, 23, 17, 19, 21]

fig, ax = plt.subplots(figsize=(5, 3.4))
ax.pie(pagos, labels=comercios, textprops={"fontsize": 8},
       colors=["#0072B2", "#56B4E9", "#999999", "#E69F00", "#D55E00"])
ax.set_title("¿Cuál es el segundo?")
fig.tight_layout()

# %% [markdown]
# ¿Ya lo apuntaste? Los mismos números, en barras:

# %% presenta=".barh"
fig, ax = plt.subplots(figsize=(6, 3))
ax.barh(comercios, pagos, color="#0072B2")
ax.set(title="Los mismos datos, en barras", xlabel="Pagos (% del total)",
       ylabel="Comercio")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** En el pastel, las cinco porciones parecen casi iguales; en las barras se ve que
# `Librería Norte` va primera, `Viajes Aurora`, segunda, y `Electrónica Delta`, cuarta. El ojo compara
# mejor longitudes que empiezan en la misma línea que ángulos: está medido desde hace décadas («Para
# saber más»). Por eso el pastel casi nunca es la mejor respuesta, y por eso las barras empiezan en 0.
#
# ¿Cómo se reparten los importes? El histograma cuenta cuántos caen en cada tramo:

# %% presenta=".axvline, numpy.median"
fig, ax = plt.subplots(figsize=(6, 3.2))
ax.hist(importes[8:], bins=40, color="#999999")
ax.axvline(np.median(importes[8:]), color="#0072B2", label="mediana")
ax.axvline(importes[8:].mean(), color="#D55E00", linestyle="--",
           label="media")
ax.set(title="Muchos pagos pequeños y unos pocos grandes",
       xlabel="Importe (€)", ylabel="Pagos")
ax.legend()
fig.tight_layout()

print("¿Es la media mayor que la mediana?",
      importes[8:].mean() > np.median(importes[8:]))

# %% [markdown]
# **Qué observas.** Unos pocos pagos grandes arrastran la media hacia la derecha; a la mediana le da
# igual lo grandes que sean. Es lo que hacía el viaje del ejercicio {{arrays}}.1, en una figura. (Dejamos
# fuera los 8 raros: con ellos, todo lo demás quedaría aplastado a la izquierda.)
#
# Y la dispersión: cada punto es un pago. En naranja y con aspas, los que cumplen al menos dos de las
# tres reglas.

# %% presenta="~"
reglas_500 = np.array([importes > 1000, horas < 6,
                       paises != "MX"]).sum(axis=0)
raros = reglas_500 >= 2

fig, ax = plt.subplots(figsize=(6, 3.4))
ax.scatter(horas[~raros], importes[~raros], s=10, color="#0072B2",
           label="normal")
ax.scatter(horas[raros], importes[raros], s=40, marker="x", color="#D55E00",
           label="sospechoso")
ax.set(title="Los sospechosos viven en otro rincón",
       xlabel="Hora del día (h)", ylabel="Importe (€)")
ax.legend()
fig.tight_layout()

# %% [markdown] presenta="numpy.argsort, .argsort"
# **Qué observas.** Los sospechosos forman un grupo aparte, arriba a la izquierda: caros y de
# madrugada. (`~raros` es la máscara al revés.) Los fraudes de verdad no estarán tan separados; lo
# verás en el módulo {{modulo:fraude}}.
#
# ### Ejercicio 1.10.1
#
# Dibuja en barras lo que cobró cada comercio en total: usa `comercios` (la lista de arriba) y
# `cobrado`, que va en el mismo orden. Las barras, **de mayor a menor**, cada una con su nombre, y con
# título y nombre en los dos ejes (con la unidad). Empieza con
# `figura, grafico = plt.subplots(figsize=(7.5, 3.2))` y dibuja sobre `grafico`.
#
# Una pista gratis: `np.argsort(cobrado)` da las posiciones de menor a mayor (también se escribe
# `cobrado.argsort()`), y `[::-1]` les da la vuelta.

# %% tags=["ejercicio"]
cobrado = np.array([260.5, 419.0, 342.8, 5120.0, 7480.0])  # euros

# >>> grafico = ...
figura, grafico = plt.subplots(figsize=(7.5, 3.2))
orden = np.argsort(cobrado)[::-1]
nombres_en_orden = [comercios[i] for i in orden]
grafico.bar(nombres_en_orden, cobrado[orden], color="#0072B2")
grafico.set(title="Dos comercios cobran casi todo", xlabel="Comercio",
            ylabel="Cobrado (€)")
figura.tight_layout()
# <<<

# %%
check("1.10.1", grafico)

# %% [markdown] presenta="DataFrame, CSV, pandas.read_csv, io.StringIO"
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("1.10.1")` da una pista, y
# `solution("1.10.1")` muestra una solución.
#
# ## 2 · ¿Y si los datos vienen en una tabla, con nombres y con huecos?
#
# Los datos de verdad mezclan textos y números, tienen nombres de columna y celdas vacías. Para eso
# está pandas, con su `DataFrame`: una tabla. Casi siempre se lee de un archivo **CSV**, que es texto
# corriente con comas. `pd.read_csv("pagos.csv")` lo lee; aquí, para verlo entero, escribimos el texto
# a mano y `io.StringIO` lo hace pasar por un archivo.
#
# **Predice:** al pago P-003 le falta el importe. ¿Qué pondrá pandas en ese hueco?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que lean `tabla["columna"]` como «dame la columna» y `tabla[…]`, con una máscara, como «dame las
# filas»: son los mismos corchetes para dos preguntas. Abre un CSV en un editor de texto: casi nadie
# ha visto uno por dentro.

# %%
import io

texto_csv = """id,comercio,importe,pais,hora
P-001,Panadería Sol,12.5,MX,9
P-002,Viajes Aurora,1899.0,ES,3
P-003,Farmacia Luz,,MX,20
"""
pagos_tabla = pd.read_csv(io.StringIO(texto_csv))
print(pagos_tabla.to_string())
print("¿De qué tipo es?", type(pagos_tabla).__name__)

# %% [markdown] presenta="course_utils.load_penguins, .head"
# **Qué observas.** En el hueco puso `NaN` (*not a number*): «aquí no hay dato». La primera columna,
# sin nombre, es el **índice**, que numera las filas. Una lista de diccionarios, como las de la
# lección {{colecciones}}, también se convierte en tabla, con `pd.DataFrame`.
#
# Ahora, los datos de verdad: los **pingüinos de Palmer**, medidos entre 2007 y 2009 en tres islas de
# la Antártida. `load_penguins()` es un `pd.read_csv` que antes comprueba que el archivo está sano, y
# `head()`, las cinco primeras filas.

# %%
pinguinos = load_penguins()
print(pinguinos.shape)
print(pinguinos.head().to_string())

# %% [markdown]
# | Columna | Qué es | | Columna | Qué es |
# |---|---|---|---|---|
# | `species` | especie: Adelie (de Adelia), Chinstrap (barbijo) o Gentoo (papúa) | | `flipper_length_mm` | largo de la aleta, mm |
# | `island` | isla: Biscoe, Dream o Torgersen | | `body_mass_g` | masa, g |
# | `bill_length_mm` | largo del pico, mm | | `sex` | sexo: MALE (macho) o FEMALE (hembra) |
# | `bill_depth_mm` | altura del pico, de arriba abajo, mm | | | |
#
# Una columna se pide por su nombre; varias, con una lista de nombres. Y se filtra con máscaras, igual
# que en NumPy:

# %% presenta=".min"
masa = pinguinos["body_mass_g"]
print(f"masa media: {masa.mean():.1f} g, "
      f"de {masa.min():.0f} a {masa.max():.0f}")

enormes = pinguinos[(pinguinos["island"] == "Biscoe") & (masa > 6000)]
print(enormes[["species", "island", "body_mass_g", "sex"]].to_string())

# %% [markdown] presenta=".groupby, .size"
# **Qué observas.** Los dos que pasan de 6 kilos son machos de la misma especie, Gentoo. (El de 6050
# gramos es el más raro de la lección {{arrays}}: ya sabes de qué especie era.) ¿Casualidad? `groupby`
# parte la tabla en grupos, y después se resume cada uno: con `mean`, su media; con `size`, cuántas filas
# tiene.
#
# **Predice:** ¿cuánto pesará más, de media, un Gentoo que un Adelie?

# %%
medias_especie = pinguinos.groupby("species")[["flipper_length_mm",
                                               "body_mass_g"]].mean()
print(medias_especie.round(1).to_string())
print()
print(pinguinos.groupby("species").size().to_string())

# %% [markdown]
# **Qué observas.** No era casualidad: de media, los Gentoo pesan más de 1.3 kilos más que los otros dos,
# que entre sí casi empatan. Una línea, tres grupos, dos medias cada uno.
#
# ### Ejercicio 1.10.2
#
# ¿Cuántos pingüinos de la isla `"Dream"` pesan **más de** 4000 gramos? Guarda el número entero en
# `cuantos_pesados`, y que lo cuente Python.

# %% tags=["ejercicio"]
# >>> cuantos_pesados = ...
cuantos_pesados = ((pinguinos["island"] == "Dream")
                   & (pinguinos["body_mass_g"] > 4000)).sum()
# <<<

# %%
check("1.10.2", cuantos_pesados)

# %% [markdown] presenta=".isna"
# ¿Y los huecos? Lo primero es contarlos: `isna()` da `True` donde falta el dato.

# %%
print(pinguinos.isna().sum().to_string())

# %% [markdown] presenta=".to_numpy"
# > **Lo que oirás por ahí: «los huecos se rellenan con 0 y listo».** Un 0 no es «no lo sé»: es un
# > pingüino que pesa cero gramos. Veamos qué le hace a la media y al mínimo. (`to_numpy` da la columna
# > como array de NumPy.)

# %% presenta=".fillna"
con_ceros = masa.fillna(0)
print(f"sin rellenar:     media {masa.mean():.1f} g, "
      f"mínimo {masa.min():.0f} g")
print(f"rellena con ceros: media {con_ceros.mean():.1f} g, "
      f"mínimo {con_ceros.min():.0f} g")
print("y NumPy, con huecos:", masa.to_numpy().mean())

# %% [markdown] presenta=".dropna, aprendizaje automático"
# **Qué observas.** Solo faltaban 2 de 344, y la media ya bajó más de 24 gramos; el mínimo es un
# disparate. pandas **salta** los huecos al resumir. NumPy no: un solo `nan` y el resultado es `nan`. Lo
# honesto es decidir a la vista: quitar esas filas con `dropna()`, o rellenar con algo que tenga sentido
# y decirlo.
#
# ## 3 · ¿Puede un programa aprender la regla que yo no sé escribir?
#
# Un experto ve un pingüino y sabe la especie. ¿Podemos adivinarla con dos medidas, el largo del pico
# y la masa? En la lección {{decisiones}} las reglas las pusiste tú. Aquí no las sabemos: daremos ejemplos, y que
# el programa encuentre el parecido. Eso es **aprendizaje automático** (*machine learning*, ML).
#
# Primero apartamos una parte de los pingüinos para el examen final. `train_test_split` los baraja y
# aparta uno de cada cuatro; `random_state` es su semilla:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Es un aperitivo del módulo {{modulo:conceptos_ml}}: basta con que se queden con `fit`,
# `predict`, `score` y con que el examen se hace con pingüinos que el modelo no vio. Verán otro salto al
# escalar, con píxeles y una red, en la lección {{fashion_mnist}}.

# %% presenta="sklearn.model_selection.train_test_split"
from sklearn.model_selection import train_test_split

con_datos = pinguinos.dropna()
# de tabla a array
x = con_datos[["bill_length_mm", "body_mass_g"]].to_numpy()
y = con_datos["species"].to_numpy()
x_train, x_test, y_train, y_test = train_test_split(x, y, random_state=0)
print("para aprender:", x_train.shape, " para el examen:", x_test.shape)

# %% [markdown] presenta="k vecinos más cercanos"
# Y ahora, el modelo entero, en cinco líneas. Es el de los **k vecinos más cercanos** (*k-nearest
# neighbours*, kNN), y no puede ser más sencillo: busca los cinco pingüinos más parecidos entre los que
# conoce, y gana la especie más repetida.

# %% presenta="sklearn.neighbors.KNeighborsClassifier, .fit, .predict, .score"
from sklearn.neighbors import KNeighborsClassifier

model = KNeighborsClassifier()
model.fit(x_train, y_train)               # aprende de los ejemplos
# responde sobre pingüinos que no ha visto
primeras = model.predict(x_test[:3])
raw_score = model.score(x_test, y_test)  # fracción de aciertos en el examen

print("dice:", primeras, " eran:", y_test[:3])
print(f"acierta ≈ {raw_score:.2f}   ¿más de 0.6? {raw_score > 0.6}")

# %% [markdown] presenta="sklearn.preprocessing.StandardScaler, sklearn.pipeline.make_pipeline"
# **Qué observas.** `fit`, `predict`, `score`: **aprender, responder, examinarse**. Casi todos los
# modelos de scikit-learn tienen esos tres verbos. Y este acierta más de 6 de cada 10, aunque se
# puede mejorar.
#
# **Predice:** el pico va de 32 a 60 milímetros y la masa, de 2700 a 6300 gramos. Si «parecido» es
# restar columna a columna y juntar las diferencias, ¿qué columna decide casi todo?
#
# `StandardScaler` es tu «estandarizar» del ejercicio {{arrays}}.6, y `make_pipeline` lo pone delante del
# modelo:

# %% tags=["resultado"]
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

scaled_model = make_pipeline(StandardScaler(), KNeighborsClassifier())
scaled_model.fit(x_train, y_train)
scaled_score = scaled_model.score(x_test, y_test)

print(f"sin escalar ≈ {raw_score:.2f}   escalando ≈ {scaled_score:.2f}")
print("¿Mejora en más de 0.05?", scaled_score > raw_score + 0.05)

# %% [markdown]
# **Qué observas.** El mismo modelo y los mismos pingüinos, pero con las dos columnas en la misma
# escala acierta bastante más. Antes, los gramos tapaban a los milímetros.
#
# ### Ejercicio 1.10.3
#
# Llegan dos pingüinos sin identificar. El primero tiene el pico de 49 mm y pesa 3.7 **kg**; el
# segundo, un pico de 47 mm, y pesa 5.2 **kg**. Pregúntale a `scaled_model` y guarda en
# `especies_nuevas` el array que devuelve `predict`. Recuerda en qué orden y en qué unidades aprendió.

# %% tags=["ejercicio"]
# >>> especies_nuevas = ...
especies_nuevas = scaled_model.predict([[49, 3700], [47, 5200]])
# <<<

# %%
check("1.10.3", especies_nuevas)

# %% [markdown] presenta="numpy.nan"
# ## Errores frecuentes
#
# **1. Buscar los huecos con `==`.** `nan` no es igual a nada, ni siquiera a sí mismo.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El segundo, sin el `try`, da un mensaje largo y en inglés, que asusta: que busquen en
# la línea qué dos cosas se calcularon primero. Con `&`, siempre paréntesis.

# %%
print("¿nan == nan?", np.nan == np.nan)
print("Con ==, huecos en la masa:", (masa == np.nan).sum())
print("Arreglado con isna():", masa.isna().sum())

# %% [markdown]
# **2. Olvidar los paréntesis al unir dos máscaras.** El `&` se calcula antes que `==` y que `>`, así que lo
# primero que hace Python es juntar `"Dream"` con la columna de la masa.

# %%
try:
    print((pinguinos["island"] == "Dream" & masa > 4500).sum())
except TypeError:
    print("TypeError: no hay & entre un texto y una columna de números")

print("Arreglado:",
      ((pinguinos["island"] == "Dream") & (masa > 4500)).sum(), "pingüinos")

# %% [markdown]
# ## Práctica: los pingüinos de Palmer
#
# Un equipo de biología te pasa su tabla y una pregunta que parece fácil: **¿los picos más largos son
# también los más altos?** Vas a limpiar la tabla, responder, y terminar con un modelo que reconoce
# las tres especies.
#
# ### Paso 1 · Ejercicio 1.10.4
#
# Guarda en `completos` una tabla con los pingüinos de los que se sabe **todo**: las filas de
# `pinguinos` sin ningún hueco, con sus siete columnas.

# %% [markdown] tags=["docente"]
# **{{minutos}}** para toda la práctica y lo que quede de la autoevaluación. Para la clase antes de 1.10.5
# y que voten: «más largos, más altos», «más largos, más bajos», «depende». La figura del final se
# llama paradoja de Simpson; se recuerda en {{la_neurona}}, al elegir medidas para una neurona.

# %% tags=["ejercicio"]
# >>> completos = ...
completos = pinguinos.dropna()
# <<<

# %%
check("1.10.4", completos)

# %% [markdown] presenta="correlación"
# Para saber si dos cantidades van juntas se usa la **correlación**: un número de −1 a 1. Cerca de 1,
# cuando una sube, la otra también; cerca de −1, cuando una sube, la otra baja; cerca de 0, no hay
# relación en línea recta.

# %% presenta=".corr, numpy.polyfit"
limpios = pinguinos.dropna()
largo, alto = limpios["bill_length_mm"], limpios["bill_depth_mm"]
print(f"correlación entre largo y alto: {largo.corr(alto):.2f}")

# la recta que mejor pasa entre los puntos
pendiente, corte = np.polyfit(largo, alto, 1)
fig, ax = plt.subplots(figsize=(6, 3.6))
ax.scatter(largo, alto, s=12, color="#999999", label="un pingüino")
extremos = np.array([32, 60])
ax.plot(extremos, pendiente * extremos + corte, color="black",
        label="tendencia")
ax.set(title="¿Cuanto más largo, más bajo?", xlabel="Largo del pico (mm)",
       ylabel="Altura del pico (mm)")
ax.legend()
fig.tight_layout()

# %% [markdown]
# La recta baja: parece que los picos más largos son más **bajos**. Antes de contárselo a nadie, mira
# cada especie por separado.
#
# ### Paso 2 · Ejercicio 1.10.5
#
# Escribe `correlacion_por_especie(tabla)`: recibe una tabla sin huecos y devuelve un **diccionario**
# con la correlación entre `bill_length_mm` y `bill_depth_mm` **dentro** de cada especie, así:
# `{"Adelie": 0.12, "Chinstrap": …}` (los números son inventados). Un `groupby` se puede recorrer:
# `for especie, grupo in tabla.groupby("species"):` da el nombre y la tabla de cada grupo.

# %% tags=["ejercicio"]
def correlacion_por_especie(tabla):
    # >>> return ...
    resultado = {}
    for especie, grupo in tabla.groupby("species"):
        resultado[especie] = grupo["bill_length_mm"].corr(
            grupo["bill_depth_mm"])
    return resultado
    # <<<

# %%
check("1.10.5", correlacion_por_especie)

# %% [markdown] presenta="numpy.polyval, desempaquetar por dentro"
# Los mismos puntos, ahora con su especie y su recta (`np.polyval` calcula su altura en cada sitio). En
# el `for`, cada valor de `estilos` es una pareja, y los paréntesis la desempaquetan allí mismo, por
# dentro. Así verás también dos ejes en una hoja: «fig, (izquierda, derecha) = plt.subplots(1, 2)».

# %%
estilos = {"Adelie": ("#E69F00", "o"), "Chinstrap": ("#009E73", "s"),
           "Gentoo": ("#CC79A7", "^")}

# %%
fig, ax = plt.subplots(figsize=(7.2, 3.8))
for nombre, (color, marca) in estilos.items():
    puntos = limpios[limpios["species"] == nombre]
    pico = puntos["bill_length_mm"]
    ax.scatter(pico, puntos["bill_depth_mm"], s=14, color=color,
               marker=marca, label=nombre)
    recta = np.polyfit(pico, puntos["bill_depth_mm"], 1)
    ax.plot([pico.min(), pico.max()],
            np.polyval(recta, [pico.min(), pico.max()]), color="black")
ax.plot([], [], color="black", label="tendencia")  # para la leyenda
ax.set(title="En cada especie, la recta sube", xlabel="Largo del pico (mm)",
       ylabel="Altura del pico (mm)")
ax.legend(loc="center left", bbox_to_anchor=(1, 0.5))
fig.tight_layout()

# %% [markdown] presenta="paradoja de Simpson"
# **Qué observas.** Son los mismos puntos, y la respuesta se dio la vuelta: dentro de cada especie, los
# picos más largos **sí** son más altos. La recta de antes bajaba porque los Gentoo, que tienen el
# pico largo y bajo, estaban mezclados con los Adelie, que lo tienen corto y alto. Se llama **paradoja
# de Simpson**. Un resumen que mezcla grupos puede decir lo contrario de lo que pasa en cada uno.
#
# ### Paso 3 · Ejercicio 1.10.6
#
# El final: un modelo que reconoce la especie con **cuatro** medidas. Escribe
# `clasificador(datos, especies)`: recibe un array de cuatro columnas (largo y altura del pico, largo
# de la aleta y masa, en mm y g) y otro con la especie de cada fila; crea un modelo de scikit-learn, lo
# **entrena** con ellos y lo devuelve. `check` lo entrenará y lo examinará con tres repartos distintos
# de los pingüinos: tiene que acertar, de media, al menos **0.9**. Piensa en los gramos.

# %% tags=["ejercicio"]
def clasificador(datos, especies):
    # >>> return ...
    modelo = make_pipeline(StandardScaler(), KNeighborsClassifier())
    modelo.fit(datos, especies)
    return modelo
    # <<<

# %%
check("1.10.6", clasificador)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Quieres enseñar cuántos pagos hay de cada importe: si son casi todos pequeños, si hay
# muchos grandes… ¿Qué figura eliges?
#
# - a) Un pastel.
# - b) Un histograma.
# - c) Una línea que une los pagos en el orden en que llegaron.
# - d) Una dispersión del importe y la hora.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("1.10.A1", respuesta_1)

# %% [markdown]
# **A2.** ¿Por qué se examina al modelo con pingüinos que no estaban en `fit`?
#
# - a) Porque scikit-learn no deja usar los mismos.
# - b) Para que el examen sea más rápido.
# - c) Porque así acierta más.
# - d) Porque con los mismos podría acertar de memoria, sin haber aprendido nada útil.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "d"
# <<<
check("1.10.A2", respuesta_2)

# %% [markdown]
# **A3.** A una tabla de sueldos le faltan algunos. Alguien los rellena con 0 y calcula la media. ¿Qué ha hecho?
#
# - a) Lo correcto: así no falta ningún dato.
# - b) Nada: la media no cambia, porque sumar 0 no cambia la suma.
# - c) Bajarla: ahora hay gente que, según la tabla, cobra cero.
# - d) Provocar un error: pandas no mezcla ceros con decimales.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "c"
# <<<
check("1.10.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Cada figura responde a una pregunta, y lleva título y nombres en los ejes.
# - Las barras empiezan en 0 y se ordenan; los nombres viajan con sus valores.
# - pandas filtra, agrupa y no esconde los huecos: primero se cuentan, después se decide.
# - `fit`, `predict`, `score`: el modelo aprende, responde y se examina con lo que no ha visto.
# - Un promedio que mezcla grupos puede decir lo contrario de lo que pasa en cada uno.
#
# ## Para saber más
#
# - Documentación, en inglés: [guía rápida de Matplotlib](https://matplotlib.org/stable/users/explain/quick_start.html),
#   [pandas en diez minutos](https://pandas.pydata.org/docs/user_guide/10min.html) y
#   [primeros pasos con scikit-learn](https://scikit-learn.org/stable/getting_started.html).
# - Qué compara bien el ojo: W. S. Cleveland y R. McGill (1984), «Graphical Perception», *Journal of the
#   American Statistical Association* 79(387), páginas 531 a 554.
# - Los pingüinos: A. M. Horst, A. P. Hill y K. B. Gorman (2020),
#   [palmerpenguins](https://allisonhorst.github.io/palmerpenguins/); las medidas, en K. B. Gorman,
#   T. D. Williams y W. R. Fraser (2014), *PLOS ONE* 9(3), e90081.
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulo 2: el mismo recorrido, con los precios de casas que verás en la lección {{precios_de_casas}}.
