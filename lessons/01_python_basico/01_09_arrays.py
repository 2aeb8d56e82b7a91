# %% [markdown]
# # 1.9 · NumPy: cuentas con miles de números a la vez
#
# | | |
# |---|---|
# | **Objetivos** | Instalar e importar una biblioteca; decir la forma y el tipo de un array, y resumirlo por filas o por columnas; calcular y elegir sin escribir ciclos, con máscaras; explicar cuándo encajan dos formas; resolver un sistema de ecuaciones y leer un producto de matrices |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Listas de listas (lección {{listas}}), ciclos ({{ciclos}}) y funciones ({{funciones}}) |
# | **Datos** | Los pingüinos de Palmer: 333 pingüinos de la Antártida, sin huecos (licencia CC0), incluidos en el curso; y pagos inventados |
# | **Práctica** | El pingüino más raro de Palmer |

# %%
import matplotlib.pyplot as plt
import numpy as np

from course_utils import check, hint, solution
from course_utils import load_penguins

# %% [markdown] presenta="biblioteca, importar"
# ## 1 · ¿Hay que escribirlo todo desde cero?
#
# Casi nunca. Alguien ya calculó medianas, dibujó figuras y leyó tablas, y lo publicó. Una
# **biblioteca** (*library*) es código hecho por otras personas, listo para usar. Hay dos clases:
#
# - La **biblioteca estándar** viene con Python: `math`, `statistics`, `datetime` y unas doscientas
#   más. Solo hay que importarla.
# - Las demás están en PyPI, un almacén público con cientos de miles. Se **instalan** una vez, en una
#   terminal, con `pip install numpy` (en Colab, en una celda y con un % delante), y se **importan** en cada programa que las usa. Las de este
#   curso ya las tienes instaladas.
#
# Hay tres maneras de importar. **Predice:** 2024 fue bisiesto, ¿cuántos días hay del 28 de febrero
# al 1 de marzo?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dos ideas y nada más: instalar es una vez, importar es en cada programa. Escribe en la
# pizarra los cuatro nombres que verán toda la vida: `np`, «pd» y `plt`, que son apodos, y `sklearn`, que
# se usa sin apodo. En 1.9.1, el error esperable es `statistics.mean`, que da la media.

# %% presenta="import, import … as, from … import, math.sqrt, math.pi, datetime.date, .days"
import math                  # entera: se usa con su nombre delante
import datetime as dt        # entera, con un apodo más corto
from math import pi          # una sola cosa, que ya no lleva nada delante

print(math.sqrt(16))
print((dt.date(2024, 3, 1) - dt.date(2024, 2, 28)).days)
print(f"{pi:.5f}")

# %% [markdown] presenta="importlib.util.find_spec, is not"
# **Qué observas.** Dos días, porque existió el 29: la biblioteca conoce los años bisiestos, y tú no
# tuviste que escribir la regla. El punto de `math.sqrt` se lee «la función `sqrt` que está en
# `math`».
#
# Mira ahora la celda de los `import`, al principio de este cuaderno: `import numpy as np`. El apodo `np`
# es una costumbre de todo el mundo, igual que «pd» y `plt`. Y un detalle que confunde: el nombre con el
# que se instala y el nombre con el que se importa **no siempre son el mismo**. (`find_spec` busca una
# biblioteca sin importarla, y da `None` si no está; `is not None` pregunta si es otra cosa.)

# %%
from importlib.util import find_spec

nombres = {"numpy": "numpy", "matplotlib": "matplotlib", "pandas": "pandas",
           "scikit-learn": "sklearn"}
for instalar, importar in nombres.items():
    esta = find_spec(importar) is not None
    print(f"pip install {instalar:<13} import {importar:<11} ¿está? {esta}")

# %% [markdown] presenta="mediana, statistics.median"
# ### Ejercicio 1.9.1
#
# Estos son los cinco cobros de una tarde, en euros. Cuatro son corrientes y uno es un viaje. La
# **mediana** es el valor que queda en el medio cuando se ponen en orden (si son pares, la media de los
# dos del medio). No la calcules a mano: importa `statistics`, de la biblioteca estándar, usa su función
# `median` y guarda el resultado en `mediana`.

# %% tags=["ejercicio"]
cobros = [1899.0, 12.5, 8.9, 40.0, 23.4]

# >>> mediana = ...
import statistics

mediana = statistics.median(cobros)
# <<<

# %%
check("1.9.1", mediana)

# %% [markdown] presenta="array"
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("1.9.1")` da una pista, y
# `solution("1.9.1")` muestra una solución.
#
# ## 2 · ¿Por qué un array, si ya tengo listas?
#
# NumPy trae un tipo nuevo, el **array**: una fila, o una cuadrícula, de datos **del mismo tipo**,
# casi siempre números. Sobre él se apoya todo lo que viene en este curso: una imagen es un array, y
# los pesos de una red también.
#
# **Predice:** ¿qué da una lista por 2? ¿Y un array por 2?

# %% [markdown] tags=["docente"]
# **{{minutos}}**, la sección más larga y la que más se usa después. Dibuja una tabla en la pizarra y
# recorre con la mano `axis=0` (hacia abajo, aplasta las filas) y `axis=1` (hacia la derecha). Si
# el tiempo aprieta, la comparación de tiempos se puede enseñar sin leer su código.

# %% presenta="numpy.array"
lista = [12.5, 40.0, 8.9]
array = np.array([12.5, 40.0, 8.9])

print("lista * 2:", lista * 2)
print("array * 2:", array * 2)
print("array + array:", array + array)

# %% [markdown] presenta="vectorizar, .shape, .dtype"
# **Qué observas.** La lista se **repite**; el array **multiplica cada número**. Con arrays, las
# cuentas se hacen elemento a elemento, sin escribir el ciclo. A eso se le llama **vectorizar**.
#
# Todo array sabe decir dos cosas que mirarás a menudo: su forma (`shape`) y el tipo de sus números
# (`dtype`). En esta tabla, cada fila es un pago y las columnas son el importe en euros, la hora y los kilómetros
# desde la casa de quien paga:

# %% presenta="índice con coma"
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
# Que el tipo sea uno solo tiene una consecuencia. El tipo `uint8` guarda enteros de 0 a 255 en un solo
# byte; así se guardan casi siempre las fotos. **Predice:** ¿cuánto es 200 + 100 en un array `uint8`?

# %%
pixeles = np.array([10, 100, 200], dtype="uint8")
print(pixeles + pixeles)
print(pixeles + 100)

# %% [markdown] presenta=".sum, axis, .argmin, numpy.abs, numpy.arange, numpy.sin, numpy.pi, numpy.sum, numpy.mean, numpy.min, numpy.max, numpy.argmin, numpy.argmax, numpy.round"
# **Qué observas.** 200 + 100 dio 44, sin una sola queja. Al pasar de 255 la cuenta da la vuelta,
# como el cuentakilómetros de un auto viejo: 300 − 256 = 44. Cuando un resultado te parezca absurdo,
# mira el `dtype`.
#
# Ahora, resumir. `tabla.sum()` lo suma todo. Con `axis` eliges qué eje desaparece: `axis=0`
# aplasta las filas (queda un número por columna) y `axis=1` aplasta las columnas (queda uno por
# fila). Lo mismo con `mean`, `min`, `max`, y con `np.argmin` y `np.argmax`, que dan la **posición** del menor
# y del mayor. También se escriben al revés, y da igual: `np.sum(tabla)`, `np.mean(tabla, axis=0)`,
# `np.round(tabla, 2)`… (Y cuatro que volverán: `np.abs` quita el signo a cada
# número; `np.arange` es el `range` de NumPy, que admite decimales; `np.sin` es el seno, y `np.pi`, el
# número π.)

# %% presenta=".mean, .max, .argmax"
print("media de cada columna:", tabla.mean(axis=0))
print("máximo de cada columna:", tabla.max(axis=0))
print("¿en qué fila está cada máximo?", tabla.argmax(axis=0))

# %% [markdown]
# **Qué observas.** Tres columnas, tres números en cada línea. El pago más caro está en la fila 1; el más
# lejano, en la 3.
#
# ### Ejercicio 1.9.2
#
# En `ventas`, cada **fila** es una tienda y cada **columna** un día (lunes, martes, miércoles y
# jueves), en euros. Calcula:
#
# - `total_por_tienda`: un array con lo que vendió cada tienda en los cuatro días;
# - `mejor_dia`: la **posición** (desde 0) del día en que más vendieron las tres tiendas juntas.
#   `argmax()` da la posición del mayor.

# %% tags=["ejercicio"]
ventas = np.array([[110, 80, 195, 120], [160, 75, 140, 88],
                   [205, 30, 149, 45]])

# >>> total_por_tienda = ...
total_por_tienda = ventas.sum(axis=1)
# <<<
# >>> mejor_dia = ...
mejor_dia = ventas.sum(axis=0).argmax()
# <<<

# %%
check("1.9.2", total_por_tienda, mejor_dia)

# %% [markdown] presenta="time.perf_counter"
# Vectorizar se lee mejor. ¿Y es más rápido? Sumemos un 16 % de impuesto a un millón de importes:
# primero con un ciclo, después con NumPy.
#
# **Predice:** ¿cuántas veces más rápido será? ¿Igual, 2 veces, 10 veces? (`time.perf_counter` es un
# cronómetro: da un número de segundos; restando dos se sabe cuánto tardó algo.)

# %% presenta="numpy.linspace, .tolist"
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
    """El mejor de cinco intentos:
    así no cuenta que la computadora se distraiga."""
    tiempos = []
    for intento in range(5):
        inicio = time.perf_counter()
        funcion()
        tiempos.append(time.perf_counter() - inicio)
    return 1000 * min(tiempos)

ms_ciclo, ms_numpy = milisegundos(con_ciclo), milisegundos(con_numpy)
veces = ms_ciclo / ms_numpy
print(f"ciclo ≈ {ms_ciclo:.1f} ms   NumPy ≈ {ms_numpy:.2f} ms   "
      f"≈ {veces:.0f} veces más rápido")
print("¿Es NumPy al menos 5 veces más rápido?", veces > 5)

# %% [markdown] presenta="semilla, .normal, .lognormal, .uniform, .integers, .choice, .round, .clip, .astype, asignar a un recorte"
# **Qué observas.** El mismo resultado, mucho antes. (El signo `≈` avisa de que ese número cambia de
# una computadora a otra.) El ciclo no ha desaparecido: lo hace NumPy por dentro, en C, con los
# números seguidos en la memoria y sin preguntar en cada vuelta de qué tipo es cada uno.
#
# ## 3 · ¿Cómo se elige sin un `if`?
#
# Volvamos a los pagos sospechosos de la lección {{ciclos}}, ahora con 500 a la vez. Son inventados con
# el azar de NumPy; la **semilla** 16 hace que salgan siempre los mismos. Los 8 primeros son raros a
# propósito: de madrugada y de más de 1000 euros. Al generador `rng` se le piden números de varias
# clases: `normal`, alrededor de un centro (`lognormal`, con unos pocos muy grandes); `uniform`,
# cualquiera entre dos límites; `integers`, enteros; `choice`, elementos de una lista (con `p`, la
# probabilidad de cada uno). `round` los redondea, `clip` los mete entre dos límites y `astype(int)` los
# hace enteros. Y en las dos líneas de antes del `print` se asigna a un **recorte**: cambian los ocho
# primeros de una vez.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La celda que inventa los pagos se lee por encima: lo que importa es lo que viene
# después. En 1.9.3, el error esperable es `(importes > 1000) + (horas < 6) + (…) >= 2`: con booleanos,
# `+` es «o».

# %% presenta="numpy.random.default_rng"
rng = np.random.default_rng(16)
importes = rng.lognormal(mean=3.3, sigma=0.9, size=500).round(2)
horas = rng.normal(14, 4, size=500).clip(0, 23).astype(int)
paises = rng.choice(["MX", "ES", "CO", "AR", "PE"], size=500,
                    p=[0.9, 0.04, 0.02, 0.02, 0.02])
importes[:8] = rng.uniform(1100, 2400, size=8).round(2)
horas[:8] = rng.integers(0, 6, size=8)
print(importes.shape, horas.shape, paises.shape)

# %% [markdown] presenta="máscara, &, |"
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
print("la media de los de madrugada:",
      importes[de_madrugada].mean().round(2))

# %% [markdown]
# **Qué observas.** `importes[de_madrugada]` se queda solo con los importes donde la máscara dice `True`:
# es el filtro de la lección {{ciclos}}, sin `for` y sin `if`. Sus pagos son, de media, mucho mayores,
# porque la mitad son los 8 raros que pusimos.
#
# ### Ejercicio 1.9.3
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
check("1.9.3", sospechosos)

# %% [markdown]
# ## 4 · ¿Qué pasa si las formas no coinciden?
#
# Hasta aquí, los dos lados de cada cuenta tenían la misma forma, o uno era un solo número. Restemos a
# cada columna de `tabla` su media. **Predice:** `tabla` tiene forma `(4, 3)` y las medias, `(3,)`. ¿Dará un error?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Escribe las dos formas una debajo de la otra, alineadas por la derecha, y que decidan si
# encajan: (4, 3) con (3,), con (4,) y con (4, 1). En la autoevaluación hay otra tanda.

# %%
medias = tabla.mean(axis=0)
centrada = tabla - medias
print("formas:", tabla.shape, "-", medias.shape, "=", centrada.shape)
print("medias:", medias)
print(centrada.round(1))

# %% [markdown] presenta="difusión, matplotlib.pyplot.subplots, .plot, .annotate, .set, .legend, .tight_layout"
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
# ## 5 · ¿Qué problemas de siempre se resuelven en una línea?
#
# Dos entradas de adulto y tres de niño cuestan 31 euros. Cuatro de adulto y una de niño, 37. ¿Cuánto
# vale cada una? Cada compra es una recta: todos los pares de precios que la explican. La respuesta
# está en el cruce.
#
# Para dibujarla, `plt.subplots` da una hoja (`fig`) y unos ejes (`ax`). Sobre los ejes, `plot` une
# puntos con una línea (discontinua, con `"--"`; con `"o"`, pone marcas), `annotate` escribe junto a un
# punto, `set` pone título, rótulos y límites, y `legend`, la leyenda, con lo que diga cada `label`.
# `tight_layout` ajusta los márgenes de la hoja. Los colores van en clave: `"#0072B2"` es un azul y
# `"#D55E00"`, un naranja.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Si el grupo no ha visto matrices, quédate en «una fila por compra, una columna por
# producto», y en el `@`, que vuelve en la lección {{la_neurona}}. El espectro es de ampliación: que tarareen las
# dos notas. Error típico de 1.9.5: devolver la posición del pico en vez de los hercios.

# %%
adulto = np.linspace(0, 12, 50)

fig, ax = plt.subplots(figsize=(5.5, 3.5))
ax.plot(adulto, (31 - 2 * adulto) / 3, color="#0072B2",
        label="2 adultos + 3 niños = 31")
ax.plot(adulto, 37 - 4 * adulto, "--", color="#D55E00",
        label="4 adultos + 1 niño = 37")
ax.plot(8, 5, "o", color="black", markersize=8)
ax.annotate("(8, 5)", (8.3, 5.4))
ax.set(title="Dos compras, una sola respuesta",
       xlabel="Precio de adulto (€)",
       ylabel="Precio de niño (€)", ylim=(0, 15))
ax.legend()
fig.tight_layout()

# %% [markdown] presenta="matriz, numpy.linalg.solve"
# **Qué observas.** Las rectas se cruzan en un solo punto: 8 euros el adulto y 5 el niño. Con dos
# incógnitas se puede dibujar; con veinte, no. Pero la cuenta es la misma: las cantidades forman una
# **matriz** (una fila por compra) y `np.linalg.solve` encuentra los precios.

# %% presenta="@"
cantidades = np.array([[2, 3], [4, 1]])
pagado = np.array([31, 37])

entradas = np.linalg.solve(cantidades, pagado)
print("precios:", entradas.round(2))
print("comprobación:", (cantidades @ entradas).round(2))

# %% [markdown] presenta="producto de matrices, .T"
# El símbolo `@` es el **producto de matrices**: multiplica cada fila de cantidades por los precios y
# suma. Es la operación que más veces hará una red neuronal. Otra que verás a su lado es «.T»,
# la **traspuesta**: la misma tabla acostada, con las filas por columnas. Aquí, una fila por producto y
# una columna por compra.
#
# ### Ejercicio 1.9.4
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
check("1.9.4", precios)

# %% [markdown]
# ### ★ Ampliación · ¿Qué notas suenan?
#
# Otra clásica. Un sonido es una lista de números: la presión del aire, medida miles de veces por
# segundo. Fabriquemos dos notas que suenan juntas: un *la* de 440 hercios (440 vaivenes por
# segundo) y, más flojo, un tono de 660. `np.arange` es el `range` de NumPy, que admite decimales; y
# `np.sin`, el seno, que va y viene una vez cada `2 * np.pi`.

# %%
por_segundo = 8000                                # medidas por segundo
tiempo = np.arange(0, 0.5, 1 / por_segundo)       # medio segundo
sonido = np.sin(2 * np.pi * 440 * tiempo) + 0.5 * np.sin(2 * np.pi * 660
                                                         * tiempo)

fig, ax = plt.subplots(figsize=(6, 2.8))
ax.plot(1000 * tiempo[:160], sonido[:160], color="#0072B2")
ax.set(title="Dos notas a la vez (los primeros 20 ms)",
       xlabel="Tiempo (ms)", ylabel="Presión (sin unidades)")
fig.tight_layout()

# %% [markdown]
# **Predice:** mirando la onda, ¿sabrías decir qué notas son? La **transformada de Fourier**
# (*FFT*, su versión rápida) sí sabe: dice cuánto hay de cada frecuencia. (De lo que da solo nos
# interesa el tamaño: `np.abs`.)

# %% presenta="numpy.fft.rfft, numpy.fft.rfftfreq, .argsort"
fuerza = np.abs(np.fft.rfft(sonido)) * 2 / len(sonido)
frecuencia = np.fft.rfftfreq(len(sonido), d=1 / por_segundo)  # en hercios

fig, ax = plt.subplots(figsize=(6, 2.8))
ax.plot(frecuencia[:500], fuerza[:500], color="#D55E00")
ax.set(title="El mismo sonido, por frecuencias", xlabel="Frecuencia (Hz)",
       ylabel="Amplitud (sin unidades)")
fig.tight_layout()

for posicion in fuerza.argsort()[-2:]:  # las posiciones de los dos mayores
    print(f"posición {posicion}: {frecuencia[posicion]:.0f} Hz, "
          f"amplitud {fuerza[posicion]:.2f}")

# %% [markdown]
# **Qué observas.** Dos picos limpios, en 660 y en 440 hercios, con las amplitudes con que los
# fabricamos. Fíjate en que la **posición** del pico (330, 220) no es su frecuencia: `rfftfreq` hace
# la traducción.
#
# #### Ejercicio 1.9.5
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
check("1.9.5", frecuencia_principal)

# %% [markdown]
# ## Errores frecuentes
#
# **1. Importar con el nombre de instalar.** Si el módulo no se encuentra, o no está instalado, o no
# se llama así.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El segundo y el tercero volverán con pandas y con las imágenes. Con el tercero, dibuja una
# ventana sobre los números de siempre: quien escribe por la ventana escribe en ellos.

# %% presenta="ModuleNotFoundError"
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

# %% [markdown] presenta="vista"
# **3. Creer que un recorte de array es una copia.** El recorte de una lista lo es. El de un array es una
# **vista**: una ventana a los mismos números. (Lo que se elige con una máscara sí es una copia.)

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
# ## Práctica: el pingüino más raro de Palmer
#
# Un equipo de biología midió pingüinos en tres islas de la Antártida, entre 2007 y 2009. Te pasa cuatro
# medidas de cada uno y pregunta: **¿cuál es el más raro?** Los gramos van por miles, y los
# milímetros, por decenas o cientos: así no se pueden comparar. Antes hay que ponerlos en la misma escala.
#
# Son datos de verdad. `load_penguins()` lee la tabla, y el resto de la línea se queda con las cuatro
# medidas de los que no tienen huecos, como array. Eso es de la lección {{bibliotecas_cientificas}}: no hace falta
# entenderlo todavía.

# %% tags=["todavia-no"]
columnas = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm",
            "body_mass_g"]
medidas = load_penguins().dropna()[columnas].to_numpy()
print("forma:", medidas.shape, " tipo:", medidas.dtype)
print("largo y altura del pico, largo de la aleta (mm) y masa (g):",
      medidas[0])
print("medias:", medidas.mean(axis=0).round(1))

# %% [markdown] presenta=".std"
# ### Paso 1 · Ejercicio 1.9.6
#
# Escribe `estandarizar(datos)`: recibe un array de dos ejes y devuelve otro de la misma forma en el
# que a **cada columna** se le resta su media y el resultado se divide entre su desviación estándar
# (`.std(axis=0)`, que mide cuánto se dispersan los números). Así, milímetros y gramos quedan en una
# misma escala: el 0 es «como la media», y el 2, «muy por encima». Lo usarás en casi todos los módulos
# que siguen.

# %% [markdown] tags=["docente"]
# **{{minutos}}** para la práctica y lo que quede de la autoevaluación. En el paso 2, quien escribe `max`
# sin `axis` se queda con un número, y ya no hay fila que buscar. ¿Qué habría salido sin `np.abs`? (El
# mismo, porque el suyo es un valor alto; con otros datos, no.) ¿Y sin estandarizar? (El que más pesa, y
# nada más.)

# %% tags=["ejercicio"]
def estandarizar(datos):
    # >>> return ...
    return (datos - datos.mean(axis=0)) / datos.std(axis=0)
    # <<<

# %%
check("1.9.6", estandarizar)

# %% [markdown]
# ### Paso 2 · Ejercicio 1.9.7
#
# Un pingüino es raro si **alguna** de sus medidas está muy lejos de la media, por arriba o por abajo.
# Escribe `mas_raro(datos)`: recibe un array de dos ejes, como `medidas`, y devuelve la **posición** de la
# fila con el valor estandarizado más alejado de 0, en cualquiera de sus columnas. Tres piezas: tu
# `estandarizar`, `np.abs`, y un máximo por fila.

# %% tags=["ejercicio"]
def mas_raro(datos):
    # >>> return ...
    lejos = np.abs(estandarizar(datos))
    return lejos.max(axis=1).argmax()
    # <<<

# %%
check("1.9.7", mas_raro)

# %% [markdown]
# ¿Y quién es? La misma cuenta, aquí con otros nombres:

# %% tags=["resultado"]
escalados = (medidas - medidas.mean(axis=0)) / medidas.std(axis=0)
raro = np.abs(escalados).max(axis=1).argmax()
print("medidas:   ", medidas[raro])
print("escaladas: ", escalados[raro].round(1))
print("¿Tiene el pico más largo de todos?",
      medidas[raro, 0] == medidas[:, 0].max())

# %% [markdown]
# **Qué observas.** Es el del pico más largo: 59.6 milímetros, a casi tres desviaciones de la media. También pesa
# mucho y tiene la aleta larga, pero eso es menos raro. ¿De qué especie era? Una fila de números no lo
# dice: para eso hace falta una tabla con nombres, que es lo que viene en {{bibliotecas_cientificas}}.
#
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
check("1.9.A1", respuesta_1)

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
check("1.9.A2", respuesta_2)

# %% [markdown]
# **A3.** `tabla` tiene forma `(6, 3)`. ¿A cuál de estos arrays se le puede restar sin un error?
#
# - a) A uno de forma `(6,)`.
# - b) A uno de forma `(3, 6)`.
# - c) A uno de forma `(2, 3)`.
# - d) A uno de forma `(3,)`.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "d"
# <<<
check("1.9.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Una biblioteca se instala una vez (`pip install`) y se importa en cada programa (`import`).
# - Un array tiene una forma y un solo tipo; con él se calcula todo a la vez, sin escribir el ciclo.
# - `axis` es el eje que desaparece: `axis=0` deja un número por columna.
# - Una máscara cuenta y elige; se combinan con `&` y `|`, cada comparación entre paréntesis.
# - Dos formas encajan si, desde la derecha, cada eje mide lo mismo, o uno de los dos mide 1 o no está.
#
# ## Para saber más
#
# - Documentación, en inglés: [NumPy para principiantes](https://numpy.org/doc/stable/user/absolute_beginners.html)
#   y [las reglas de la difusión](https://numpy.org/doc/stable/user/basics.broadcasting.html).
# - Los pingüinos: A. M. Horst, A. P. Hill y K. B. Gorman (2020),
#   [palmerpenguins](https://allisonhorst.github.io/palmerpenguins/); las medidas, en K. B. Gorman,
#   T. D. Williams y W. R. Fraser (2014), *PLOS ONE* 9(3), e90081.
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.: su cuaderno
#   de NumPy, entre los materiales del libro.
