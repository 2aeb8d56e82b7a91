# %% [markdown]
# # 1.6 · Bibliotecas científicas: cuentas, figuras y tablas
#
# | | |
# |---|---|
# | **Objetivos** | Instalar e importar una biblioteca; calcular con arrays de NumPy sin escribir ciclos; elegir y dibujar la figura que responde a una pregunta; leer, filtrar y agrupar una tabla con pandas, también si le faltan datos; entrenar un primer modelo con scikit-learn |
# | **Duración** | 90 min |
# | **Requisitos** | Las lecciones 1.1 a 1.5: sobre todo listas, diccionarios, ciclos y funciones |
# | **Datos** | Los pingüinos de Palmer: 344 pingüinos de la Antártida (licencia CC0), incluidos en el curso; y pagos inventados |
# | **Práctica** | Los pingüinos de Palmer |

# %%
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from course_utils import check, load_penguins

# %% [markdown]
# ## 1 · ¿Hay que escribirlo todo desde cero?
#
# Casi nunca. Alguien ya calculó medianas, dibujó figuras y leyó tablas, y lo publicó. Una
# **biblioteca** (*library*) es código hecho por otras personas, listo para usar. Hay dos clases:
#
# - La **biblioteca estándar** viene con Python: `math`, `statistics`, `datetime` y unas doscientas
#   más. Solo hay que importarla.
# - Las demás están en PyPI, un almacén público con cientos de miles. Se **instalan** una vez, en una
#   terminal, con `pip install numpy`, y se **importan** en cada programa que las usa. Las de este
#   curso ya las tienes instaladas.
#
# Hay tres maneras de importar. **Predice:** 2024 fue bisiesto, ¿cuántos días hay del 28 de febrero
# al 1 de marzo?

# %% [markdown] tags=["docente"]
# **8 min.** Dos ideas y nada más: instalar es una vez, importar es en cada programa. Escribe en la
# pizarra los cuatro apodos que verán toda la vida: `np`, `pd`, `plt`, y `sklearn`, que no lleva.
# En 1.6.1, el error más visto es tomar el valor del medio sin ordenar.

# %%
import math                  # entera: se usa con su nombre delante
import datetime as dt        # entera, con un apodo más corto
from math import pi          # una sola cosa, que ya no lleva nada delante

print(math.sqrt(16))
print((dt.date(2024, 3, 1) - dt.date(2024, 2, 28)).days)
print(f"{pi:.5f}")

# %% [markdown]
# **Qué observas.** Dos días, porque existió el 29: la biblioteca conoce los años bisiestos, y tú no
# tuviste que escribir la regla. El punto de `math.sqrt` se lee «la función `sqrt` que está en
# `math`».
#
# Mira ahora la primera celda de código de este cuaderno: `import numpy as np`. El apodo `np` es una
# costumbre de todo el mundo, igual que `pd` y `plt`. Y un detalle que confunde: el nombre con el
# que se instala y el nombre con el que se importa **no siempre son el mismo**.

# %%
from importlib.util import find_spec

nombres = {"numpy": "numpy", "matplotlib": "matplotlib", "pandas": "pandas",
           "scikit-learn": "sklearn"}
for instalar, importar in nombres.items():
    esta = find_spec(importar) is not None
    print(f"pip install {instalar:<13} import {importar:<11} ¿está? {esta}")

# %% [markdown]
# ### Ejercicio 1.6.1
#
# Estos son los cinco cobros de una tarde, en euros. Cuatro son corrientes y uno es un viaje. La
# **mediana** es el valor que queda en el medio cuando se ponen en orden. No la calcules a mano:
# importa `statistics`, de la biblioteca estándar, usa su función `median` y guarda el resultado en
# `mediana`.

# %% tags=["ejercicio"]
cobros = [1899.0, 12.5, 8.9, 40.0, 23.4]

# >>> mediana = ...
import statistics

mediana = statistics.median(cobros)
# <<<

# %%
check("1.6.1", mediana)

# %% [markdown]
# ## 2 · ¿Por qué un array, si ya tengo listas?
#
# NumPy trae un tipo nuevo, el **array**: una fila, o una cuadrícula, de datos **del mismo tipo**,
# casi siempre números. Sobre él se apoya todo lo que viene en este curso: una imagen es un array, y
# los pesos de una red también.
#
# **Predice:** ¿qué da una lista por 2? ¿Y un array por 2?

# %% [markdown] tags=["docente"]
# **24 min**, la sección más larga y la que más se usa después. Dibuja una tabla en la pizarra y
# recorre con la mano `axis=0` (hacia abajo, aplasta las filas) y `axis=1` (hacia la derecha). En
# 1.6.3 casi todos escriben `(regla1) + (regla2) + (regla3) >= 2`: con booleanos, `+` es «o». Si el
# tiempo aprieta, 1.6.2 puede quedar para casa.

# %%
lista = [12.5, 40.0, 8.9]
array = np.array([12.5, 40.0, 8.9])

print("lista * 2:", lista * 2)
print("array * 2:", array * 2)
print("array + array:", array + array)

# %% [markdown]
# **Qué observas.** La lista se **repite**; el array **multiplica cada número**. Con arrays, las
# cuentas se hacen elemento a elemento, sin escribir el ciclo. A eso se le llama **vectorizar**.
#
# Todo array sabe dos cosas de sí mismo: su forma (`shape`) y el tipo de sus números (`dtype`). En
# esta tabla, cada fila es un pago y las columnas son el importe en euros, la hora y los kilómetros
# desde la casa de quien paga:

# %%
tabla = np.array([
    [12.5, 9, 1],
    [40.0, 14, 3],
    [8.9, 20, 2],
    [38.6, 17, 6],
])
print("forma:", tabla.shape, " tipo:", tabla.dtype)
print("solo enteros:", np.array([9, 14, 20]).dtype)
print("fila 1:", tabla[1])
print("columna 0:", tabla[:, 0])

# %% [markdown]
# **Qué observas.** La forma `(4, 3)` se lee «4 filas, 3 columnas»: siempre filas primero. Bastó un
# decimal para que **todos** los números sean `float64`. Y `tabla[:, 0]` pide «todas las filas, la
# columna 0».
#
# Que el tipo sea uno solo tiene una consecuencia. El tipo `uint8` guarda enteros de 0 a 255 en un
# solo byte; así se guardan las fotos. **Predice:** ¿cuánto es 200 + 100 en un array `uint8`?

# %%
pixeles = np.array([10, 100, 200], dtype="uint8")
print(pixeles + pixeles)
print(pixeles + 100)

# %% [markdown]
# **Qué observas.** 200 + 100 dio 44, sin una sola queja. Al pasar de 255 la cuenta da la vuelta,
# como el cuentakilómetros de un auto viejo: 300 − 256 = 44. Cuando un resultado te parezca absurdo,
# mira el `dtype`.
#
# Ahora, resumir. `tabla.sum()` lo suma todo. Con `axis` eliges qué eje desaparece: `axis=0`
# aplasta las filas (queda un número por columna) y `axis=1` aplasta las columnas (queda uno por
# fila).

# %%
print("media de cada columna:", tabla.mean(axis=0))
print("máximo de cada columna:", tabla.max(axis=0))
print("¿en qué fila está cada máximo?", tabla.argmax(axis=0))

# %% [markdown]
# ### Ejercicio 1.6.2
#
# En `ventas`, cada **fila** es una tienda y cada **columna** un día (lunes, martes, miércoles y
# jueves), en euros. Calcula:
#
# - `total_por_tienda`: un array con lo que vendió cada tienda en los cuatro días;
# - `mejor_dia`: la **posición** (desde 0) del día en que más vendieron las tres tiendas juntas.
#   `argmax()` da la posición del mayor.

# %% tags=["ejercicio"]
ventas = np.array([[110, 80, 195, 120], [160, 75, 140, 88], [205, 30, 149, 45]])

# >>> total_por_tienda = ...
total_por_tienda = ventas.sum(axis=1)
# <<<
# >>> mejor_dia = ...
mejor_dia = ventas.sum(axis=0).argmax()
# <<<

# %%
check("1.6.2", total_por_tienda, mejor_dia)

# %% [markdown]
# Vectorizar se lee mejor. ¿Y es más rápido? Sumemos un 16 % de impuesto a un millón de importes:
# primero con un ciclo, después con NumPy.
#
# **Predice:** ¿cuántas veces más rápido será? ¿Igual, 2 veces, 10 veces?

# %%
muchos = np.linspace(1, 100, 1_000_000)  # un millón de números, de 1 a 100
muchos_en_lista = muchos.tolist()

def con_ciclo():
    resultado = []
    for importe in muchos_en_lista:
        resultado.append(importe * 1.16)
    return resultado

def con_numpy():
    return muchos * 1.16

print("¿Dan lo mismo?", con_ciclo() == con_numpy().tolist())

# %%
import time

def milisegundos(funcion):
    """El mejor de cinco intentos: así no cuenta que la computadora se distraiga."""
    tiempos = []
    for intento in range(5):
        inicio = time.perf_counter()
        funcion()
        tiempos.append(time.perf_counter() - inicio)
    return 1000 * min(tiempos)

ms_ciclo, ms_numpy = milisegundos(con_ciclo), milisegundos(con_numpy)
veces = ms_ciclo / ms_numpy
print(f"ciclo ≈ {ms_ciclo:.1f} ms   NumPy ≈ {ms_numpy:.2f} ms   ≈ {veces:.0f} veces más rápido")
print("¿Es NumPy al menos 5 veces más rápido?", veces > 5)

# %% [markdown]
# **Qué observas.** El mismo resultado, mucho antes. (El signo `≈` avisa de que ese número cambia de
# una computadora a otra.) El ciclo no ha desaparecido: lo hace NumPy por dentro, en C, con los
# números seguidos en la memoria y sin preguntar en cada vuelta de qué tipo es cada uno.
#
# Volvamos a los pagos sospechosos de la lección 1.4, ahora con 500 a la vez. Son inventados con el
# azar de NumPy; la **semilla** 16 hace que salgan siempre los mismos. Los 8 primeros son raros a
# propósito: de madrugada y de más de 1000 euros.

# %%
rng = np.random.default_rng(16)
importes = rng.lognormal(mean=3.3, sigma=0.9, size=500).round(2)
horas = rng.normal(14, 4, size=500).clip(0, 23).astype(int)
paises = rng.choice(["MX", "ES", "CO", "AR", "PE"], size=500, p=[0.9, 0.04, 0.02, 0.02, 0.02])
importes[:8] = rng.uniform(1100, 2400, size=8).round(2)
horas[:8] = rng.integers(0, 6, size=8)
print(importes.shape, horas.shape, paises.shape)

# %% [markdown]
# Comparar un array da otro array, de `True` y `False`: una **máscara**. Con ella se cuenta (`True`
# vale 1) y se elige. Para combinar dos, entre arrays no se usa `and` ni `or`, sino `&` y `|`, con
# cada comparación **entre paréntesis**.

# %%
grandes = importes > 1000
print("los diez primeros:", grandes[:10])
print("¿cuántos de más de 1000?", grandes.sum())

de_madrugada = horas < 6
print("¿cuántos de madrugada?", de_madrugada.sum())
print("¿cuántos con las dos cosas?", (grandes & de_madrugada).sum())
print("la media de todos:", importes.mean().round(2))
print("la media de los de madrugada:", importes[de_madrugada].mean().round(2))

# %% [markdown]
# **Qué observas.** `importes[de_madrugada]` se queda solo con los importes donde la máscara dice
# `True`: es el filtro de la lección 1.4, sin `for` y sin `if`. Sus pagos son, de media, mucho mayores.
#
# ### Ejercicio 1.6.3
#
# Escribe `sospechosos(importes, horas, paises)`: recibe tres arrays y devuelve una máscara (un array
# de `True` y `False`) que marca los pagos en los que se cumplen **al menos dos** de estas reglas:
#
# 1. el importe es mayor que 1000;
# 2. la hora es menor que 6;
# 3. el país no es `"MX"`.
#
# Idea: pon las tres máscaras juntas en un array de tres filas y cuenta cuántas se cumplen en cada
# columna.

# %% tags=["ejercicio"]
def sospechosos(importes, horas, paises):
    # >>> return ...
    reglas = np.array([importes > 1000, horas < 6, paises != "MX"])
    return reglas.sum(axis=0) >= 2
    # <<<

# %%
check("1.6.3", sospechosos)

# %% [markdown]
# Falta una pieza: ¿qué pasa si las formas no coinciden? Restemos a cada columna de `tabla` su
# media. **Predice:** `tabla` tiene forma `(4, 3)` y las medias, `(3,)`. ¿Dará un error?

# %%
medias = tabla.mean(axis=0)
centrada = tabla - medias
print("formas:", tabla.shape, "-", medias.shape, "=", centrada.shape)
print("medias:", medias)
print(centrada.round(1))

# %% [markdown]
# **Qué observas.** No hay error: NumPy usó la fila de medias en cada una de las cuatro filas, como
# si estuviera copiada. Esto se llama **difusión** (*broadcasting*). La regla: se comparan las formas
# **empezando por la derecha**, y en cada eje los tamaños tienen que ser iguales, o uno de ellos 1 (o
# no estar).
#
# ```
# tabla     (4, 3)          tabla              (4, 3)
# medias       (3,)   sí    una por fila          (4,)   no: 3 y 4 no encajan
# resultado (4, 3)
# ```
#
# ### Ejercicio 1.6.4
#
# Escribe `estandarizar(datos)`: recibe un array de dos ejes y devuelve otro de la misma forma en el
# que a **cada columna** se le resta su media y el resultado se divide entre su desviación estándar
# (`.std(axis=0)`, que mide cuánto se dispersan los números). Así, euros, horas y kilómetros quedan
# en una misma escala. Lo usarás en casi todos los módulos que siguen.

# %% tags=["ejercicio"]
def estandarizar(datos):
    # >>> return ...
    return (datos - datos.mean(axis=0)) / datos.std(axis=0)
    # <<<

# %%
check("1.6.4", estandarizar)

# %% [markdown]
# ## 3 · ¿Qué problemas de siempre se resuelven en una línea?
#
# Dos entradas de adulto y tres de niño cuestan 31 euros. Cuatro de adulto y una de niño, 37. ¿Cuánto
# vale cada una? Cada compra es una recta: todos los pares de precios que la explican. La respuesta
# está en el cruce.

# %% [markdown] tags=["docente"]
# **12 min.** Se puede dejar entera para casa: nada posterior depende de ella. Si el grupo no ha
# visto matrices, quédate en «una fila por compra, una columna por producto». En el espectro, que
# tarareen las dos notas. Error típico de 1.6.6: devolver la posición del pico en vez de los hercios.

# %%
adulto = np.linspace(0, 12, 50)

fig, ax = plt.subplots(figsize=(5.5, 3.5))
ax.plot(adulto, (31 - 2 * adulto) / 3, color="#0072B2", label="2 adultos + 3 niños = 31")
ax.plot(adulto, 37 - 4 * adulto, "--", color="#D55E00", label="4 adultos + 1 niño = 37")
ax.plot(8, 5, "o", color="black", markersize=8)
ax.annotate("(8, 5)", (8.3, 5.4))
ax.set(title="Dos compras, una sola respuesta", xlabel="Precio de adulto (€)",
       ylabel="Precio de niño (€)", ylim=(0, 15))
ax.legend()
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Las rectas se cruzan en un solo punto: 8 euros el adulto y 5 el niño. Con dos
# incógnitas se puede dibujar; con veinte, no. Pero la cuenta es la misma: las cantidades forman una
# **matriz** (una fila por compra) y `np.linalg.solve` encuentra los precios.

# %%
cantidades = np.array([[2, 3], [4, 1]])
pagado = np.array([31, 37])

entradas = np.linalg.solve(cantidades, pagado)
print("precios:", entradas.round(2))
print("comprobación:", (cantidades @ entradas).round(2))

# %% [markdown]
# El símbolo `@` es el **producto de matrices**: multiplica cada fila de cantidades por los precios y
# suma. Es la operación que más veces hará una red neuronal.
#
# ### Ejercicio 1.6.5
#
# En la Panadería Sol no hay lista de precios, pero tienes tres tickets:
#
# - 2 cafés, 3 panes y 1 jugo: 11.0 euros;
# - 1 café, 1 pan y 4 jugos: 13.9 euros;
# - 3 cafés y 2 panes: 9.1 euros.
#
# Guarda en `precios` un array con los tres precios, en este orden: café, pan, jugo.

# %% tags=["ejercicio"]
# >>> precios = ...
tickets = np.array([[2, 3, 1], [1, 1, 4], [3, 2, 0]])
precios = np.linalg.solve(tickets, np.array([11.0, 13.9, 9.1]))
# <<<

# %%
check("1.6.5", precios)

# %% [markdown]
# Otra clásica. Un sonido es una lista de números: la presión del aire, medida miles de veces por
# segundo. Fabriquemos dos notas que suenan juntas: un *la* de 440 hercios (440 vaivenes por
# segundo) y, más flojo, un tono de 660.

# %%
por_segundo = 8000                                # medidas por segundo
tiempo = np.arange(0, 0.5, 1 / por_segundo)       # medio segundo
sonido = np.sin(2 * np.pi * 440 * tiempo) + 0.5 * np.sin(2 * np.pi * 660 * tiempo)

fig, ax = plt.subplots(figsize=(6, 2.8))
ax.plot(1000 * tiempo[:160], sonido[:160], color="#0072B2")
ax.set(title="Dos notas a la vez (los primeros 20 ms)", xlabel="Tiempo (ms)",
       ylabel="Presión (sin unidades)")
fig.tight_layout()

# %% [markdown]
# **Predice:** mirando la onda, ¿sabrías decir qué notas son? La **transformada de Fourier**
# (*FFT*, su versión rápida) sí sabe: dice cuánto hay de cada frecuencia.

# %%
fuerza = np.abs(np.fft.rfft(sonido)) * 2 / len(sonido)
frecuencia = np.fft.rfftfreq(len(sonido), d=1 / por_segundo)  # en hercios

fig, ax = plt.subplots(figsize=(6, 2.8))
ax.plot(frecuencia[:500], fuerza[:500], color="#D55E00")
ax.set(title="El mismo sonido, por frecuencias", xlabel="Frecuencia (Hz)",
       ylabel="Amplitud (sin unidades)")
fig.tight_layout()

for posicion in fuerza.argsort()[-2:]:  # las posiciones de los dos mayores
    print(f"posición {posicion}: {frecuencia[posicion]:.0f} Hz, amplitud {fuerza[posicion]:.2f}")

# %% [markdown]
# **Qué observas.** Dos picos limpios, en 660 y en 440 hercios, con las amplitudes con que los
# fabricamos. Fíjate en que la **posición** del pico (330, 220) no es su frecuencia: `rfftfreq` hace
# la traducción.
#
# ### Ejercicio 1.6.6
#
# Escribe `frecuencia_principal(senal, por_segundo)`: recibe un sonido y cuántas medidas por segundo
# tiene, y devuelve la frecuencia, en hercios, del tono **más fuerte**.

# %% tags=["ejercicio"]
def frecuencia_principal(senal, por_segundo):
    # >>> return ...
    amplitudes = np.abs(np.fft.rfft(senal))
    hercios = np.fft.rfftfreq(len(senal), d=1 / por_segundo)
    return hercios[amplitudes.argmax()]
    # <<<

# %%
check("1.6.6", frecuencia_principal)

# %% [markdown]
# ## 4 · ¿Qué figura responde a cada pregunta?
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
# los ejes y se **rotula**. Una figura sin título ni nombres en los ejes no se entiende mañana.

# %% [markdown] tags=["docente"]
# **12 min.** Enseña el pastel sin las barras y pide el orden de los cinco comercios por escrito;
# después, las barras. En 1.6.7 el error que vale la clase entera: ordenar los valores y no los
# nombres. La figura queda preciosa y es falsa.

# %%
pagos_por_hora = np.bincount(horas, minlength=24)  # cuántas veces aparece cada hora

fig, ax = plt.subplots(figsize=(6, 3))
ax.plot(np.arange(24), pagos_por_hora, "o-", color="#0072B2", markersize=4)
ax.set(title="Se paga sobre todo en las horas centrales", xlabel="Hora del día (h)",
       ylabel="Pagos")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Casi nadie paga de madrugada; la línea sube por la mañana y baja desde media
# tarde. Une los puntos porque las horas tienen un orden, y una va después de otra.
#
# Los comercios, en cambio, no tienen orden: se comparan. Estos son cinco, con su parte de los pagos.
# **Predice** mirando solo el pastel de la izquierda: ¿cuál es el segundo? ¿Y el cuarto?

# %%
comercios = ["Panadería Sol", "Librería Norte", "Farmacia Luz", "Electrónica Delta",
             "Viajes Aurora"]
pagos = [20, 23, 17, 19, 21]

fig, (pastel, barras) = plt.subplots(1, 2, figsize=(9, 3.4))
pastel.pie(pagos, labels=comercios, textprops={"fontsize": 8},
           colors=["#0072B2", "#56B4E9", "#999999", "#E69F00", "#D55E00"])
pastel.set_title("¿Cuál es el segundo?")
barras.barh(comercios, pagos, color="#0072B2")
barras.set(title="Los mismos datos, en barras", xlabel="Pagos (% del total)", ylabel="Comercio")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** En el pastel, las cinco porciones parecen iguales; en las barras se ve que
# `Librería Norte` va primera y `Viajes Aurora`, segunda. El ojo compara muy bien longitudes que
# empiezan en la misma línea, y muy mal ángulos. Por eso el pastel casi nunca es la mejor respuesta.
#
# ¿Cómo se reparten los importes? El histograma cuenta cuántos caen en cada tramo:

# %%
fig, ax = plt.subplots(figsize=(6, 3.2))
ax.hist(importes[8:], bins=40, color="#999999")
ax.axvline(np.median(importes[8:]), color="#0072B2", label="mediana")
ax.axvline(importes[8:].mean(), color="#D55E00", linestyle="--", label="media")
ax.set(title="Muchos pagos pequeños y unos pocos grandes", xlabel="Importe (€)", ylabel="Pagos")
ax.legend()
fig.tight_layout()

print("¿Es la media mayor que la mediana?", importes[8:].mean() > np.median(importes[8:]))

# %% [markdown]
# **Qué observas.** Unos pocos pagos grandes arrastran la media hacia la derecha; a la mediana no la
# mueven. Es lo mismo que viste en el ejercicio 1.6.1, en una figura. (Dejamos fuera los 8 raros:
# con ellos, todo lo demás quedaría aplastado a la izquierda.)
#
# Y la dispersión: cada punto es un pago. En naranja y con aspas, los que marcan las tres reglas.

# %%
reglas_500 = np.array([importes > 1000, horas < 6, paises != "MX"]).sum(axis=0)
raros = reglas_500 >= 2

fig, ax = plt.subplots(figsize=(6, 3.4))
ax.scatter(horas[~raros], importes[~raros], s=10, color="#0072B2", label="normal")
ax.scatter(horas[raros], importes[raros], s=40, marker="x", color="#D55E00", label="sospechoso")
ax.set(title="Los sospechosos viven en otro rincón", xlabel="Hora del día (h)",
       ylabel="Importe (€)")
ax.legend()
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Los sospechosos forman un grupo aparte, arriba a la izquierda: caros y de
# madrugada. (`~raros` es la máscara al revés.) Los fraudes de verdad no estarán tan separados; lo
# verás en el módulo 6.
#
# ### Ejercicio 1.6.7
#
# Dibuja en barras lo que cobró cada comercio en total: usa `comercios` (la lista de arriba) y
# `cobrado`, que va en el mismo orden. Las barras, **de mayor a menor**, cada una con su nombre, y con
# título y nombre en los dos ejes (con la unidad). Empieza con
# `figura, grafico = plt.subplots(figsize=(8, 3.2))` y dibuja sobre `grafico`.
#
# Una pista gratis: `np.argsort(cobrado)` da las posiciones de menor a mayor, y `[::-1]` les da la
# vuelta.

# %% tags=["ejercicio"]
cobrado = np.array([260.5, 419.0, 342.8, 5120.0, 7480.0])  # euros

# >>> grafico = ...
figura, grafico = plt.subplots(figsize=(8, 3.2))
orden = np.argsort(cobrado)[::-1]
nombres_en_orden = [comercios[i] for i in orden]
grafico.bar(nombres_en_orden, cobrado[orden], color="#0072B2")
grafico.set(title="Dos comercios cobran casi todo", xlabel="Comercio", ylabel="Cobrado (€)")
figura.tight_layout()
# <<<

# %%
check("1.6.7", grafico)

# %% [markdown]
# ## 5 · ¿Y si los datos vienen en una tabla, con nombres y con huecos?
#
# Los datos de verdad mezclan textos y números, tienen nombres de columna y celdas vacías. Para eso
# está pandas, con su `DataFrame`: una tabla. Casi siempre se lee de un archivo **CSV**, que es texto
# corriente con comas. `pd.read_csv("pagos.csv")` lo lee; aquí, para verlo entero, escribimos el texto
# a mano y `io.StringIO` lo hace pasar por un archivo.
#
# **Predice:** al pago P-003 le falta el importe. ¿Qué pondrá pandas en ese hueco?

# %% [markdown] tags=["docente"]
# **12 min.** Que lean `tabla["columna"]` como «dame la columna» y `tabla[máscara]` como «dame las
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

# %% [markdown]
# **Qué observas.** En el hueco puso `NaN` (*not a number*): «aquí no hay dato». La primera columna,
# sin nombre, es el **índice**, que numera las filas. Una lista de diccionarios, como las de la
# lección 1.3, también se convierte en tabla: `pd.DataFrame(lista)`.
#
# Ahora, los datos de verdad: los **pingüinos de Palmer**, medidos entre 2007 y 2009 en tres islas de
# la Antártida. `load_penguins()` es un `pd.read_csv` que antes comprueba que el archivo está sano.

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

# %%
masa = pinguinos["body_mass_g"]
print(f"masa media: {masa.mean():.1f} g, de {masa.min():.0f} a {masa.max():.0f}")

enormes = pinguinos[(pinguinos["island"] == "Biscoe") & (masa > 6000)]
print(enormes[["species", "island", "body_mass_g", "sex"]].to_string())

# %% [markdown]
# **Qué observas.** Los dos que pasan de 6 kilos son machos de la misma especie, Gentoo. ¿Casualidad?
# `groupby` parte la tabla en grupos, y después se resume cada uno.
#
# **Predice:** ¿cuánto pesará más, de media, un Gentoo que un Adelie?

# %%
medias_especie = pinguinos.groupby("species")[["flipper_length_mm", "body_mass_g"]].mean()
print(medias_especie.round(1).to_string())
print()
print(pinguinos.groupby("species").size().to_string())

# %% [markdown]
# **Qué observas.** No era casualidad: los Gentoo pesan más de 1.3 kilos más que los otros dos, que
# entre sí casi empatan. Una línea, tres grupos, dos medias cada uno.
#
# ### Ejercicio 1.6.8
#
# ¿Cuántos pingüinos de la isla `"Dream"` pesan **más de** 4000 gramos? Guarda el número entero en
# `cuantos_pesados`, y que lo cuente Python.

# %% tags=["ejercicio"]
# >>> cuantos_pesados = ...
cuantos_pesados = ((pinguinos["island"] == "Dream") & (pinguinos["body_mass_g"] > 4000)).sum()
# <<<

# %%
check("1.6.8", cuantos_pesados)

# %% [markdown]
# ¿Y los huecos? Lo primero es contarlos: `isna()` da `True` donde falta el dato.

# %%
print(pinguinos.isna().sum().to_string())

# %% [markdown]
# > **Lo que oirás por ahí: «los huecos se rellenan con 0 y listo».** Un 0 no es «no lo sé»: es un
# > pingüino que pesa cero gramos. Veamos qué le hace a la media y al mínimo.

# %%
con_ceros = masa.fillna(0)
print(f"sin rellenar:     media {masa.mean():.1f} g, mínimo {masa.min():.0f} g")
print(f"rellena con ceros: media {con_ceros.mean():.1f} g, mínimo {con_ceros.min():.0f} g")
print("y NumPy, con huecos:", masa.to_numpy().mean())

# %% [markdown]
# **Qué observas.** Solo faltaban 2 de 344, y la media ya bajó 24 gramos; el mínimo es un disparate.
# pandas **salta** los huecos al resumir. NumPy no: un solo `nan` y el resultado es `nan`. Lo honesto
# es decidir a la vista: quitar esas filas con `dropna()`, o rellenar con algo que tenga sentido y
# decirlo.
#
# ## 6 · ¿Puede un programa aprender la regla que yo no sé escribir?
#
# Un experto ve un pingüino y sabe la especie. ¿Podemos adivinarla con dos medidas, el largo del pico
# y la masa? En la lección 1.4 las reglas las pusiste tú. Aquí no las sabemos: daremos ejemplos, y que
# el programa encuentre el parecido. Eso es **aprendizaje automático** (*machine learning*, ML).
#
# Primero apartamos una parte de los pingüinos para el examen final:

# %% [markdown] tags=["docente"]
# **8 min.** Es un aperitivo del módulo 2: basta con que se queden con `fit`, `predict`, `score` y con
# que el examen se hace con pingüinos que el modelo no vio. El salto al escalar es el mismo que verán
# con los píxeles en la lección 4.4.

# %%
from sklearn.model_selection import train_test_split

con_datos = pinguinos.dropna()
x = con_datos[["bill_length_mm", "body_mass_g"]].to_numpy()  # de tabla a array
y = con_datos["species"].to_numpy()
x_train, x_test, y_train, y_test = train_test_split(x, y, random_state=0)
print("para aprender:", x_train.shape, " para el examen:", x_test.shape)

# %% [markdown]
# Y ahora, las cinco líneas. El modelo de los **k vecinos más cercanos** (*k-nearest neighbours*, kNN)
# no puede ser más sencillo: busca los cinco pingüinos más parecidos entre los que conoce, y gana la
# especie más repetida.

# %%
from sklearn.neighbors import KNeighborsClassifier

model = KNeighborsClassifier()
model.fit(x_train, y_train)               # aprende de los ejemplos
primeras = model.predict(x_test[:3])      # responde sobre pingüinos que no ha visto
raw_score = model.score(x_test, y_test)   # fracción de aciertos en el examen

print("dice:", primeras, " eran:", y_test[:3])
print(f"acierta ≈ {raw_score:.2f}   ¿más de 0.6? {raw_score > 0.6}")

# %% [markdown]
# **Qué observas.** `fit`, `predict`, `score`: **aprender, responder, examinarse**. Casi todos los
# modelos de scikit-learn tienen esos tres verbos. Y este acierta más de 6 de cada 10, aunque se
# puede mejorar.
#
# **Predice:** el pico va de 32 a 60 milímetros y la masa, de 2700 a 6300 gramos. Si «parecido» es
# restar y sumar las diferencias, ¿qué columna decide casi todo?
#
# `StandardScaler` es tu `estandarizar` del ejercicio 1.6.4, y `make_pipeline` lo pone delante del
# modelo:

# %%
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
# ### Ejercicio 1.6.9
#
# Llegan dos pingüinos sin identificar. El primero tiene el pico de 49 mm y pesa 3.7 **kg**; el
# segundo, un pico de 47 mm, y pesa 5.2 **kg**. Pregúntale a `scaled_model` y guarda en
# `especies_nuevas` el array que devuelve `predict`. Recuerda en qué orden y en qué unidades aprendió.

# %% tags=["ejercicio"]
# >>> especies_nuevas = ...
especies_nuevas = scaled_model.predict([[49, 3700], [47, 5200]])
# <<<

# %%
check("1.6.9", especies_nuevas)

# %% [markdown]
# ## Errores frecuentes
#
# **1. Importar con el nombre de instalar.** Si el módulo no se encuentra, o no está instalado, o no
# se llama así.

# %%
try:
    import scikit_learn
    print(scikit_learn.__name__)
except ModuleNotFoundError as error:
    print("ModuleNotFoundError:", error)

import sklearn
print("Arreglado: se instala scikit-learn y se importa", sklearn.__name__)

# %% [markdown]
# **2. Usar `and` con arrays.** `and` quiere **un** verdadero o falso, y un array trae muchos.

# %%
try:
    (importes > 1000) and (horas < 6)
except ValueError:
    print("ValueError: un array de muchos valores no es ni True ni False")

print("Arreglado:", ((importes > 1000) & (horas < 6)).sum(), "pagos")

# %% [markdown]
# **3. Creer que un trozo de array es una copia.** El trozo de una lista lo es. El de un array es una
# **vista**: una ventana a los mismos números.

# %%
originales = np.array([12.5, 40.0, 8.9])
trozo = originales[:2]
trozo[0] = 0
print("¡Cambió el original!", originales)

originales = np.array([12.5, 40.0, 8.9])
trozo = originales[:2].copy()
trozo[0] = 0
print("Arreglado con .copy():", originales)

# %% [markdown]
# **4. Buscar los huecos con `==`.** `nan` no es igual a nada, ni siquiera a sí mismo.

# %%
print("¿nan == nan?", np.nan == np.nan)
print("Con ==, huecos en la masa:", (masa == np.nan).sum())
print("Arreglado con isna():", masa.isna().sum())

# %% [markdown]
# ## Práctica: los pingüinos de Palmer
#
# Un equipo de biología te pasa su tabla y una pregunta que parece fácil: **¿los picos más largos son
# también los más altos?** Vas a limpiar la tabla, responder, y terminar con un modelo que reconoce
# las tres especies.
#
# ### Paso 1 · Ejercicio 1.6.10
#
# Guarda en `completos` una tabla con los pingüinos de los que se sabe **todo**: las filas de
# `pinguinos` sin ningún hueco, con sus siete columnas.

# %% [markdown] tags=["docente"]
# **14 min** para toda la práctica y lo que quede de la autoevaluación. Para la clase antes de 1.6.11
# y que voten: «más largos, más altos», «más largos, más bajos», «depende». La figura del final se
# llama paradoja de Simpson; vuelve en el módulo 6, al preguntar de dónde sale un promedio.

# %% tags=["ejercicio"]
# >>> completos = ...
completos = pinguinos.dropna()
# <<<

# %%
check("1.6.10", completos)

# %% [markdown]
# Para saber si dos cantidades van juntas se usa la **correlación**: un número de −1 a 1. Cerca de 1,
# cuando una sube, la otra también; cerca de −1, cuando una sube, la otra baja; cerca de 0, no hay
# relación en línea recta.

# %%
limpios = pinguinos.dropna()
largo, alto = limpios["bill_length_mm"], limpios["bill_depth_mm"]
print(f"correlación entre largo y alto: {largo.corr(alto):.2f}")

pendiente, corte = np.polyfit(largo, alto, 1)  # la recta que mejor pasa entre los puntos
fig, ax = plt.subplots(figsize=(6, 3.6))
ax.scatter(largo, alto, s=12, color="#999999", label="un pingüino")
extremos = np.array([32, 60])
ax.plot(extremos, pendiente * extremos + corte, color="black", label="tendencia")
ax.set(title="¿Cuanto más largo, más bajo?", xlabel="Largo del pico (mm)",
       ylabel="Altura del pico (mm)")
ax.legend()
fig.tight_layout()

# %% [markdown]
# La recta baja: parece que los picos más largos son más **bajos**. Antes de contárselo a nadie, mira
# cada especie por separado.
#
# ### Paso 2 · Ejercicio 1.6.11
#
# Escribe `correlacion_por_especie(tabla)`: recibe una tabla sin huecos y devuelve un **diccionario**
# con la correlación entre `bill_length_mm` y `bill_depth_mm` **dentro** de cada especie, así:
# `{"Adelie": 0.12, …}` (los números son inventados). Un `groupby` se puede recorrer:
# `for especie, grupo in tabla.groupby("species"):` da el nombre y la tabla de cada grupo.

# %% tags=["ejercicio"]
def correlacion_por_especie(tabla):
    # >>> return ...
    resultado = {}
    for especie, grupo in tabla.groupby("species"):
        resultado[especie] = grupo["bill_length_mm"].corr(grupo["bill_depth_mm"])
    return resultado
    # <<<

# %%
check("1.6.11", correlacion_por_especie)

# %% [markdown]
# Los mismos puntos, ahora con su especie:

# %%
estilos = {"Adelie": ("#0072B2", "o"), "Chinstrap": ("#D55E00", "^"), "Gentoo": ("#999999", "s")}

fig, ax = plt.subplots(figsize=(7.2, 3.8))
for nombre, puntos in limpios.groupby("species"):
    color, marca = estilos[nombre]
    pico = puntos["bill_length_mm"]
    ax.scatter(pico, puntos["bill_depth_mm"], s=14, color=color, marker=marca, label=nombre)
    recta = np.polyfit(pico, puntos["bill_depth_mm"], 1)
    ax.plot([pico.min(), pico.max()], np.polyval(recta, [pico.min(), pico.max()]), color="black")
ax.plot([], [], color="black", label="tendencia")  # solo para que salga en la leyenda
ax.set(title="En cada especie, la recta sube", xlabel="Largo del pico (mm)",
       ylabel="Altura del pico (mm)")
ax.legend(loc="center left", bbox_to_anchor=(1, 0.5))
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Son los mismos puntos, y la respuesta se dio la vuelta: dentro de cada especie, los
# picos más largos **sí** son más altos. La recta de antes bajaba porque los Gentoo, que tienen el
# pico largo y bajo, estaban mezclados con los Adelie, que lo tienen corto y alto. Se llama **paradoja
# de Simpson**. Un resumen que mezcla grupos puede decir lo contrario de lo que pasa en cada uno.
#
# ### Paso 3 · Ejercicio 1.6.12
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

# %% tags=["resultado"]
check("1.6.12", clasificador)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** En tu computadora, `import matplotlib` da `ModuleNotFoundError`. ¿Qué haces?
#
# - a) Escribir `import matplotlib` otra vez: a veces falla.
# - b) Copiar el código de Matplotlib en una celda.
# - c) Instalarla una vez con `pip install matplotlib` y volver a importarla.
# - d) Cambiar el apodo: `import matplotlib as plt`.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("1.6.A1", respuesta_1)

# %% [markdown]
# **A2.** `notas` tiene forma `(30, 5)`: 30 estudiantes y 5 exámenes. ¿Qué da `notas.mean(axis=0)`?
#
# - a) 5 números: la media de cada examen.
# - b) 30 números: la media de cada estudiante.
# - c) Un número: la media de todo.
# - d) La media del primer estudiante.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "a"
# <<<
check("1.6.A2", respuesta_2)

# %% [markdown]
# **A3.** Quieres enseñar cuántos pagos hay de cada importe: si son casi todos pequeños, si hay
# muchos grandes… ¿Qué figura eliges?
#
# - a) Un pastel.
# - b) Un histograma.
# - c) Una línea que une los pagos en el orden en que llegaron.
# - d) Una dispersión del importe y la hora.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "b"
# <<<
check("1.6.A3", respuesta_3)

# %% [markdown]
# **A4.** ¿Por qué se examina al modelo con pingüinos que no estaban en `fit`?
#
# - a) Porque scikit-learn no deja usar los mismos.
# - b) Para que el examen sea más rápido.
# - c) Porque así acierta más.
# - d) Porque con los mismos podría acertar de memoria, sin haber aprendido nada útil.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "d"
# <<<
check("1.6.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Una biblioteca se instala una vez (`pip install`) y se importa en cada programa (`import`).
# - Con arrays de NumPy se calcula todo a la vez: más corto, y mucho más rápido que un ciclo.
# - Cada figura responde a una pregunta, y lleva título y nombres en los ejes.
# - pandas filtra, agrupa y no esconde los huecos: primero se cuentan, después se decide.
# - `fit`, `predict`, `score`: el modelo aprende, responde y se examina con lo que no ha visto.
#
# ## Para saber más
#
# - Documentación, en inglés: [NumPy para principiantes](https://numpy.org/doc/stable/user/absolute_beginners.html),
#   [guía rápida de Matplotlib](https://matplotlib.org/stable/users/explain/quick_start.html),
#   [pandas en diez minutos](https://pandas.pydata.org/docs/user_guide/10min.html) y
#   [primeros pasos con scikit-learn](https://scikit-learn.org/stable/getting_started.html).
# - Los pingüinos: A. M. Horst, A. P. Hill y K. B. Gorman (2020),
#   [palmerpenguins](https://allisonhorst.github.io/palmerpenguins/); las medidas, en K. B. Gorman,
#   T. D. Williams y W. R. Fraser (2014), *PLOS ONE* 9(3), e90081.
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulo 2: el mismo recorrido, con los precios de casas que verás en la lección 3.2.
