# %% [markdown]
# # 1.2 · Texto: leer, recortar y dar forma
#
# | | |
# |---|---|
# | **Objetivos** | Escribir textos con comillas, escapes y varias líneas; sacar una parte con índices y recortes; transformar un texto con sus métodos; meter números en una frase con el formato que quieras (★ comparar textos con tildes sin sorpresas) |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Variables, tipos y conversión (lección {{numeros_y_variables}}) |
# | **Datos** | Ninguno: los textos están en el cuaderno. Personas y comercios son inventados; la tarjeta, un número de ejemplo que está en muchos manuales |
# | **Práctica** | Práctica 2: los textos de un pago |

# %%
from course_utils import check, hint, solution
from course_utils import plot_indices

# %% [markdown] presenta="texto, str"
# ## 1 · ¿Cómo se escribe un texto?
#
# Un correo, un nombre, la reseña de una película: buena parte de los datos del mundo es texto. En
# Python, un texto es un valor de tipo `str` (de *string*, cadena: una letra enganchada a la
# siguiente). Se escribe entre comillas, dobles o simples. Da igual cuáles, mientras las de abrir y
# las de cerrar sean las mismas. Si dentro del texto hay unas, usa las otras por fuera.

# %%
aviso = "El mensaje dice: 'pago aceptado'"
rotulo = 'Panadería "Sol"'

print(aviso)
print(rotulo)
print(type(rotulo))

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pide las dos predicciones en voz alta. En la segunda suele haber quien diga 42: es la
# ocasión de repetir que las comillas deciden el tipo. Error típico en 1.2.1: escribir `"/n"`; la
# barra del escape es la otra, y el corrector lo nombra.

# %% [markdown] presenta="escape"
# ¿Y si hace falta un salto de línea, o las mismas comillas de fuera? Para eso están los
# **escapes**: una barra invertida y el signo que la sigue, que juntos valen por **un solo** carácter.
#
# | Escribes | Python entiende |
# |---|---|
# | `\n` | salto de línea |
# | `\t` | tabulador: salta a la columna siguiente |
# | `\"` y `\'` | unas comillas que no cierran el texto |
# | `\\` | una barra invertida |
#
# **Predice:** ¿cuántas líneas imprimirá la celda siguiente?

# %%
recibo = "Panadería Sol\nPan\t2.50\nCafé\t1.80"
print(recibo)

# %% [markdown]
# **Qué observas.** Tres líneas: hay dos `\n`, y cada uno termina una. Para ver lo que el texto
# lleva dentro de verdad, escribe su nombre en la última línea de una celda, sin `print`:

# %%
recibo

# %% [markdown] presenta="tres comillas, texto con r"
# Ahí están los escapes y las comillas. `print` enseña el texto para que lo lea una persona; sin
# `print`, el cuaderno lo enseña como se escribe en Python.
#
# Con **tres comillas** seguidas, los saltos de línea se escriben pulsando Intro. Y con una `r` justo
# antes de las comillas, las barras se quedan como están: va bien para las carpetas de Windows.

# %%
nota = """Panadería Sol
Abierto de 7 a 15 h
Domingos, cerrado"""

print(nota)
print(r"C:\notas\tareas")

# %% [markdown] presenta="+, *"
# Los textos también se suman y se multiplican, a su manera: `+` **pega** y `*` **repite**.
#
# **Predice:** ¿qué dará `"12" + "30"`?

# %%
print(12 + 30)
print("12" + "30")
print("Panadería" + " " + "Sol")
print("-" * 30)

# %% [markdown]
# **Qué observas.** Con números, `+` calcula; con textos, pone uno detrás de otro, y no añade ningún
# espacio por su cuenta. Por eso importa el tipo: `"12"` se escribe con cifras, pero es un texto.
#
# ### Ejercicio 1.2.1
#
# Guarda en `cabecera` un texto de dos líneas: en la primera, la palabra `RECIBO`; en la segunda, doce
# signos `=`. Que los doce los haga Python con `*`. Sin espacios, y sin más líneas.

# %% tags=["ejercicio"]
# >>> cabecera = ...
cabecera = "RECIBO\n" + "=" * 12
# <<<

# %%
check("1.2.1", cabecera)

# %% [markdown] presenta="índice, índice negativo"
# ¿Te atascas? En una celda nueva, `hint("1.2.1")` da una pista, y `solution("1.2.1")` enseña una
# solución.
#
# ## 2 · ¿Cómo se mira dentro de un texto?
#
# Las letras de un texto están numeradas, y la primera es la **0**. Ese número es el **índice**
# (*index*): dice cuántas letras hay antes. También se puede contar desde el final, con índices
# negativos: `-1` es la última.
#
# **Predice:** este código de pago tiene 12 caracteres. ¿Qué índice tiene el último?

# %% presenta="len"
codigo = "MX-2025-0417"

print("caracteres:", len(codigo))
print("primero:", codigo[0], " segundo:", codigo[1])
print("último:", codigo[11], " y también:", codigo[-1])

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dibuja el código en la pizarra con las **fronteras** numeradas entre letra y letra, de 0 a
# 12: `[3:7]` corta por la frontera 3 y por la 7. Con ese dibujo deja de parecer un capricho que el
# final no entre. En 1.2.2, quien obtiene «-03» recortó desde 4: que lo marque en el dibujo.

# %% [markdown] presenta="course_utils.plot_indices"
# **Qué observas.** Doce caracteres, y el último es el 11, porque se empieza en 0. `len` da la
# **longitud** (*length*), que cuenta también guiones y espacios. `plot_indices`, una función del
# curso, dibuja los índices, contados de las dos maneras:

# %%
ax = plot_indices(codigo)

# %% [markdown] presenta="recorte"
# Con dos puntos se saca un trozo: un **recorte** (*slice*). `codigo[3:7]` empieza en el índice 3 y
# **se detiene antes** del 7. Si falta el primer número, se empieza por el principio; si falta el
# segundo, se llega hasta el final.
#
# **Predice:** ¿qué saldrá en cada línea, y cuántos caracteres tendrá la primera?

# %%
print(codigo[3:7])
print(codigo[:2])
print(codigo[-4:])

# %% [markdown] presenta="argumento con nombre"
# **Qué observas.** `[3:7]` da cuatro caracteres, justo 7 − 3. Que el final no entre tiene premio:
# `codigo[:2]` y `codigo[2:]` parten el texto en dos sin que falte ni se repita nada.
#
# `plot_indices` colorea un recorte si se lo das con `cut=`. Un dato que se da así, con su nombre y un
# `=`, es un **argumento con nombre**; sin él, no se colorea nada.

# %%
ax = plot_indices(codigo, cut="3:7")

# %% [markdown] presenta="recorte con paso, in"
# Un tercer número es el **paso** del recorte: de cuánto en cuánto se avanza. Con paso `-1` se camina hacia
# atrás, y `[::-1]` da la vuelta al texto entero. Además, `in` pregunta si un texto está dentro de otro,
# y `==`, que ya conoces, si son iguales. La respuesta de ambos es un `bool`.

# %%
print(codigo[::2])
print(codigo[::-1])
print("2025" in codigo, "mx" in codigo)

fecha_capicua = "20211202"
print(fecha_capicua == fecha_capicua[::-1])

# %% [markdown]
# **Qué observas.** Con paso 2 sale un carácter sí y otro no. `"mx"` no está en el código: para Python,
# `m` y `M` son letras distintas. Y el 2 de diciembre de 2021 fue un día especial: escrito año, mes, día,
# se lee igual al derecho y al revés.
#
# ### Ejercicio 1.2.2
#
# Muchos programas escriben las fechas así: año-mes-día. Construye con recortes y `+` la misma
# fecha en el orden día/mes/año, con barras `/` y sin quitar los ceros. Guarda el texto en
# `fecha_con_barras`.

# %% tags=["ejercicio"]
fecha = "2025-03-08"
# >>> fecha_con_barras = ...
fecha_con_barras = fecha[8:] + "/" + fecha[5:7] + "/" + fecha[:4]
# <<<

# %%
check("1.2.2", fecha_con_barras)

# %% [markdown] presenta="método, .upper"
# ## 3 · ¿Se puede cambiar un texto?
#
# Un texto sabe hacer cosas. Se le piden con un punto, el nombre de la acción y unos paréntesis:
# `comercio.upper()`. Una acción que pertenece a un valor se llama **método** (*method*), y `upper`
# pasa a mayúsculas.
#
# **Predice:** ¿qué imprimirá esta celda, mayúsculas o minúsculas?

# %%
comercio = "farmacia luz"
comercio.upper()
print(comercio)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Habrá quien prediga mayúsculas. Deja que la sorpresa trabaje: es un error muy
# común y vuelve en «Errores frecuentes». Une la idea con {{numeros_y_variables}}: un nombre que cambia
# de objeto, no un objeto que cambia. Si preguntan por `.split()` y `.join()`: usan listas ({{listas}}).

# %% [markdown]
# **Qué observas.** Sigue en minúsculas, y no hubo ningún error. `upper` no cambió nada: fabricó un
# texto **nuevo** en mayúsculas que nadie guardó. ¿Y cambiando una letra a la fuerza? (`try` se explica
# en la lección {{errores_previstos}}; aquí solo sirve para que el cuaderno siga.)

# %% presenta="asignar a un elemento"
try:
    comercio[0] = "F"
except TypeError as error:
    print("TypeError:", error)

# %% [markdown] presenta="inmutable"
# Python dice que un `str` no admite que le asignen una parte. Los textos son **inmutables**: una vez
# creados, no cambian nunca. Lo que sí puede cambiar es a qué texto se refiere un nombre, como en la
# lección {{numeros_y_variables}}: se fabrica uno nuevo y se le da el mismo nombre.

# %% presenta=".title"
antes = comercio
comercio = comercio.title()

print("antes:  ", antes)
print("después:", comercio)

# %% [markdown] presenta=".lower, .strip, .replace, .count, .find, .startswith, .endswith, .isdigit"
# Estos son los métodos que más vas a usar. Todos **devuelven** algo y dejan `t` como estaba:
#
# | Método | Qué devuelve |
# |---|---|
# | `t.lower()`, `t.upper()` | el texto en minúsculas, en mayúsculas |
# | `t.title()` | cada palabra con la primera letra en mayúscula y el resto en minúsculas |
# | `t.strip()` | sin los espacios ni los saltos de línea de los dos extremos |
# | `t.replace("a", "b")` | con cada `a` cambiada por una `b` |
# | `t.count("a")` | cuántas veces aparece |
# | `t.find("a")` | el índice donde aparece por primera vez, o `-1` si no está |
# | `t.startswith("a")`, `t.endswith("a")` | `True` si empieza, o si termina, así |
# | `t.isdigit()` | `True` si todo son cifras, y hay alguna |

# %%
mensaje = "pago en Panadería Sol: pago aceptado"

print(mensaje.replace("pago", "cobro"))
print(mensaje.count("pago"), mensaje.find("Sol"), mensaje.find("Luna"))
print(mensaje.startswith("pago"), "0417".isdigit(), "04-17".isdigit())
print("[" + "   mesa 4  ".strip() + "]")

# %% [markdown]
# **Qué observas.** `replace` cambia todas las apariciones, no solo la primera. `find` da un índice: la
# S de `Sol` está en el 18. Y `-1` significa «no está».
#
# Como cada método devuelve un texto, se le puede pedir enseguida otro: se leen de izquierda a derecha.

# %% tags=["resultado"]
print("  Panadería Sol ".strip().lower().replace(" ", "-"))

# %% [markdown]
# ### Ejercicio 1.2.3
#
# Así llegan los nombres de verdad. A partir de `sucio`, guarda en `limpio` el texto `Librería Norte`:
# sin espacios en los extremos, con un espacio en el lugar del guion bajo y con mayúscula solo al
# principio de cada palabra. Hazlo con métodos, sin volver a escribir el nombre.

# %% tags=["ejercicio"]
sucio = "  LIBRERÍA_NORTE  "
# >>> limpio = ...
limpio = sucio.strip().replace("_", " ").title()
# <<<

# %%
check("1.2.3", limpio)

# %% [markdown] presenta="f-string"
# ## 4 · ¿Cómo se mete un número dentro de una frase?
#
# `"Pagaste " + 12.5` no funciona: `+` no sabe pegar un texto con un número. Se puede convertir con
# `str(12.5)`, pero hay un camino más corto. Una **f-string** es un texto con una `f` justo antes de las
# comillas. Lo que va entre llaves se calcula, y el resultado ocupa su lugar.
#
# **Predice:** en el segundo `print` hay una cuenta, 19.9 por 3. ¿Cuántos decimales saldrán?

# %%
tienda = "Electrónica Delta"
importe = 19.9

print(f"Pagaste {importe} € en {tienda}.")
print(f"Por tres iguales: {importe * 3} €")

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La tabla de formatos no se aprende de memoria: que prueben cambiando un número y
# mirando los corchetes. Los marcadores con `%`, en la ampliación, son para **leer** código ajeno; para
# escribir, f-strings. Si alguien encuentra `%b` en la documentación: existe para el tipo `bytes`, y ahí
# la `b` es de *bytes*, no de binario.

# %% [markdown] presenta="formato"
# **Qué observas.** Esperabas 59.7 y salieron quince decimales: es el asunto de `0.1 + 0.2`, de la lección
# {{numeros_y_variables}}. El error es diminuto, pero un recibo así no se puede enseñar: le falta **formato**. Dentro de las
# llaves, tras dos puntos, se dice cómo mostrar el valor. (Los corchetes solo marcan los bordes.)

# %% presenta=":f, :<, :^, :>, separador de miles, :%"
precio = 1180.456

print(f"[{precio:.2f}]   dos decimales")
print(f"[{precio:12.2f}]   en 12 columnas")
print(f"[{precio:<12.2f}]   pegado a la izquierda")
print(f"[{precio:^12.2f}]   en el centro")
print(f"[{tienda:>20}]   pegado a la derecha")
print(f"[{precio:,.2f}]   con separador de miles")
print(f"[{0.035:.1%}]   en porcentaje")

# %% [markdown] presenta=":d"
# **Qué observas.** Lo que va tras los dos puntos se dice siempre en este orden: la alineación (`<`
# izquierda, `^` centro, `>` derecha), el ancho, la coma de los miles, un punto con los decimales y el
# tipo (`f`, número con decimales; `%`, porcentaje; con enteros, `d`: `{12:d}`). Casi todo se puede omitir: sin alineación, los números van a la derecha y los textos a
# la izquierda. Y el formato solo cambia lo que se ve: `precio` sigue valiendo 1180.456.
#
# ### Ejercicio 1.2.4
#
# Guarda en `linea` este texto, exactamente: `"Electrónica Delta: 249.90 €"`. Hazlo con una f-string que
# use las variables `nombre` e `importe_pago`. (El signo € lo puedes copiar de aquí.)

# %% tags=["ejercicio"]
nombre = "Electrónica Delta"
importe_pago = 249.9
# >>> linea = ...
linea = f"{nombre}: {importe_pago:.2f} €"
# <<<

# %%
check("1.2.4", linea)

# %% [markdown] presenta="marcadores %"
# ### ★ Ampliación · ¿Y esos `%` del código antiguo?
#
# Las f-strings existen desde 2016 (Python 3.6). En código más antiguo verás **marcadores con `%`**: cada
# uno reserva un lugar y la letra dice qué se escribe en él. Los valores van después de otro `%`, en orden
# y entre paréntesis; si es uno solo, los paréntesis sobran.
#
# | Marcador | Muestra | | Marcador | Muestra |
# |---|---|---|---|---|
# | `%d` | un entero | | `%o` | un entero en base 8 (octal) |
# | `%f` | un decimal | | `%x` | un entero en base 16 (hexadecimal) |
# | `%s` | un texto | | `%e` | notación científica |

# %%
plantilla = "%s: %d artículos, %.2f €"
print(plantilla % ("Farmacia Luz", 3, 27.4))

bases = "%d en base 8 es %o; en base 16, %x; en notación científica, %e"
print(bases % (255, 255, 255, 255))

# %% [markdown]
# **Qué observas.** El mismo 255, de cuatro maneras. En base 16 hay dieciséis cifras, del 0 al 9 y de la
# «a» a la «f»: «ff» es 15 × 16 + 15. Y `2.550000e+02` se lee «2.55 por 10 elevado a 2».
#
# > **Lo que oirás por ahí: «`%b` muestra un número en binario».** Está en más de una lista de
# > marcadores, junto a `%o` y `%x`. Parece lógico, pero ese marcador no existe para textos.

# %% presenta=":b"
en_binario = "5 en binario es %b"
try:
    print(en_binario % 5)
except ValueError as error:
    print("ValueError:", error)

print("Con format:", format(5, "b"))
print(f"Con una f-string: {5:b}")

# %% [markdown]
# **Qué observas.** Python se queja de que `b` no es una letra de formato conocida (`0x62` es el número de
# esa letra, en base 16: todas tienen uno, como cuenta la otra ampliación). Para el binario están
# `format(5, "b")` y la f-string, que usan el mismo lenguaje de formatos: 101 es 4 + 0 + 1.

# %% [markdown]
# ## Errores frecuentes
#
# **1. Pedir una letra que no existe.** Un texto de 3 letras tiene índices de 0 a 2. Python avisa de que
# el índice se sale del texto. (Un recorte, en cambio, no falla nunca por pasarse: da lo que haya.)

# %% presenta="IndexError"
palabra = "luz"
try:
    print(palabra[len(palabra)])
except IndexError as error:
    print("IndexError:", error)

print("Arreglado:", palabra[-1])
print("Un recorte que se pasa:", palabra[1:100])

# %% [markdown]
# **2. Olvidar guardar lo que devuelve un método.** No sale ningún error: por eso cuesta verlo.

# %%
pais = " mx "
pais.strip()
print("Sin guardar: [" + pais + "]")

pais = pais.strip()
print("Arreglado:   [" + pais + "]")

# %% [markdown]
# **3. Pegar un texto con un número.** El aviso dice que a un `str` solo se le puede pegar otro `str`.

# %%
total = 12.5
try:
    print("Total: " + total)
except TypeError as error:
    print("TypeError:", error)

print("Arreglado:", f"Total: {total:.2f} €")

# %% [markdown]
# **4. Olvidar la `f`.** Sin ella, las llaves son unas llaves como otras cualesquiera.

# %%
print("Total: {total:.2f} €")
print(f"Total: {total:.2f} €", "<- arreglado")

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Los cuatro son de los que se cometen toda la vida. Si hay tiempo, que cada quien diga
# cuál le ha pasado ya hoy: casi siempre, el segundo.

# %% [markdown]
# ## Práctica: los textos de un pago
#
# Detrás de cada pago con tarjeta hay pequeños trabajos de texto. Harás tres. Cada paso se comprueba por
# separado, así que puedes ir en el orden que quieras.
#
# ### Paso 1 · Ejercicio 1.2.5
#
# La aplicación muestra un círculo con las **iniciales** del titular. A partir de `titular`, guarda en
# `iniciales` el texto `"Ó.I."`: las dos iniciales en mayúscula, cada una con su punto, sin espacios.
# Saca las dos letras con índices; para la segunda, `find` te dice dónde está el espacio.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** En el paso 1 habrá quien escriba `titular[6]`: funciona, pero solo con este nombre;
# pregunta qué pasaría con «eva sanz». El paso 3 es el más largo: que hagan primero una línea y midan
# sus 24 caracteres con `len`.

# %% tags=["ejercicio"]
titular = "óscar ibáñez"
# >>> iniciales = ...
espacio = titular.find(" ")
iniciales = (titular[0] + "." + titular[espacio + 1] + ".").upper()
# <<<

# %%
check("1.2.5", iniciales)

# %% [markdown]
# ### Paso 2 · Ejercicio 1.2.6
#
# Un recibo no debe enseñar el número completo de la tarjeta. **Enmascárala**: guarda en `tarjeta_oculta` el
# texto `"**** **** **** 6467"`. Los últimos cuatro dígitos deben salir de `tarjeta` con un recorte, y los
# asteriscos, de una multiplicación. (El número es un ejemplo que está en muchos manuales: lo volverás a
# ver.)

# %% tags=["ejercicio"]
tarjeta = "4539 1488 0343 6467"
# >>> tarjeta_oculta = ...
tarjeta_oculta = "**** " * 3 + tarjeta[-4:]
# <<<

# %%
check("1.2.6", tarjeta_oculta)

# %% [markdown]
# ### Paso 3 · Ejercicio 1.2.7
#
# Una **tabla de precios** bien alineada. Guarda en `tabla` un solo texto de tres líneas, una por pago: el
# comercio en 16 columnas, pegado a la izquierda, y el importe en las 8 siguientes, pegado a la
# derecha y con dos decimales. Debe quedar así (cada línea mide 24 caracteres):
#
# ```
# Panadería Sol      12.50
# Librería Norte    249.90
# Viajes Aurora    1180.00
# ```
#
# Puedes preparar cada línea en su propia variable y después unirlas con `+` y `\n`.

# %% tags=["ejercicio"]
comercio_1 = "Panadería Sol"
importe_1 = 12.5
comercio_2 = "Librería Norte"
importe_2 = 249.9
comercio_3 = "Viajes Aurora"
importe_3 = 1180
# >>> tabla = ...
fila_1 = f"{comercio_1:<16}{importe_1:8.2f}"
fila_2 = f"{comercio_2:<16}{importe_2:8.2f}"
fila_3 = f"{comercio_3:<16}{importe_3:8.2f}"
tabla = fila_1 + "\n" + fila_2 + "\n" + fila_3
# <<<

# %%
check("1.2.7", tabla)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** ¿Qué imprime este código?
#
# ```python
# estado = "pagado"
# estado.upper()
# print(estado)
# ```
#
# - a) PAGADO
# - b) Pagado
# - c) pagado
# - d) Nada: da un error.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La A2 separa a quien cuenta desde 1, a quien incluye el final y a quien lo tiene claro: mira
# qué letra gana en el grupo antes de pasar a las listas, donde los recortes vuelven.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("1.2.A1", respuesta_1)

# %% [markdown]
# **A2.** Si `codigo = "ES-1947"`, ¿qué da `codigo[3:5]`?
#
# - a) `19`
# - b) `194`
# - c) `-19`
# - d) `47`

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "a"
# <<<
check("1.2.A2", respuesta_2)

# %% [markdown]
# **A3.** ¿Qué da `"sol" in "Panadería Sol"`?
#
# - a) `True`, porque la palabra está al final.
# - b) `10`, la posición donde empieza.
# - c) Un error: `in` solo busca una letra.
# - d) `False`, porque `s` y `S` son letras distintas.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "d"
# <<<
check("1.2.A3", respuesta_3)

# %% [markdown]
# **A4.** ¿Cuál escribe `12.50` pegado a la derecha en 8 columnas?
#
# - a) `"{12.5:8.2f}"`
# - b) `f"{12.5:8.2f}"`
# - c) `f"{12.5:2.8f}"`
# - d) `f"{12.5:<8.2f}"`

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "b"
# <<<
check("1.2.A4", respuesta_4)

# %% [markdown] presenta="Unicode, ord, chr"
# ## ★ Ampliación · ¿Cuándo son iguales dos textos?
#
# Nada de lo que viene después depende de esta parte, pero quien trabaje con nombres en español acabará
# necesitándola.
#
# Una computadora solo guarda números, así que cada carácter tiene el suyo. La lista que los reparte
# se llama **Unicode**, y en ella caben las letras de casi todos los idiomas, los símbolos y los emojis. `ord`
# da el número de un carácter, y `chr` hace el camino de vuelta.

# %%
print(ord("A"), ord("a"), ord("ñ"), ord("€"))
print(chr(65), chr(241), chr(8364))

# %% [markdown] tags=["docente"]
# **{{minutos}}** para toda la ampliación. Pon un ejemplo: un padrón con dos «José» que no se encuentran.
# Ocurre de verdad al mezclar archivos: los nombres de archivo que vienen de macOS llegan a menudo con la
# tilde suelta. La frase para llevarse: **lo que se ve no es lo que hay**. En 1.2.8, el tropiezo habitual
# es quitar la tilde sin haberla separado antes. En 1.2.9, que cuenten las vocales a mano antes de
# programar: así tienen con qué comparar.

# %% [markdown]
# **Qué observas.** `A` y `a` tienen números distintos: por eso `"mx"` no estaba en el código de antes.
#
# Ahora viene la sorpresa. La `"é"` se puede guardar de dos maneras: como un solo carácter, o como una `"e"`
# seguida de una **tilde suelta** que se dibuja encima. Con `\u` y las cuatro cifras de su número en base
# 16 (del 0 al 9 y de la «a» a la «f») se escriben los 65 536 primeros caracteres, los de casi todas las
# lenguas de hoy: `\u00e9` es la `"é"`, y `\u0301` es la tilde suelta. Los que vienen detrás, como los
# emojis modernos, llevan una U mayúscula y ocho cifras.
#
# **Predice:** los dos textos se ven como «café». ¿Serán iguales? ¿Cuántos caracteres tendrá cada uno?

# %%
uno = "caf\u00e9"
dos = "cafe\u0301"

print(uno, dos)
print("¿Son iguales?", uno == dos)
print("Longitudes:", len(uno), len(dos))

# %% [markdown] presenta="normalizar"
# **Qué observas.** Se ven igual y no lo son: uno tiene 4 caracteres y el otro, 5. En una tabla de
# clientes, dos «México» así contarían como dos países. El remedio es **normalizar**: escribir todos
# los textos de la misma manera. `"NFC"` une la letra y su tilde (C, de *composición*); `"NFD"` las
# separa (D, de *descomposición*).

# %% presenta="unicodedata.normalize"
import unicodedata  # viene con Python

unido = unicodedata.normalize("NFC", dos)
separado = unicodedata.normalize("NFD", uno)

print("NFC:", len(unido), "caracteres. ¿Igual que uno?", unido == uno)
print("NFD:", len(separado), "caracteres. ¿Igual que dos?", separado == dos)

# %% [markdown]
# Separar tiene otra ventaja: con la tilde suelta, quitarla es un `replace`.
#
# **Predice:** ¿qué le pasará a la `ñ`?

# %%
tilde = "\u0301"
frase = "La campaña empezó en Bogotá"

separada = unicodedata.normalize("NFD", frase)
sin_tildes = separada.replace(tilde, "")
print(unicodedata.normalize("NFC", sin_tildes))

# %% [markdown] presenta=".casefold"
# **Qué observas.** Las vocales perdieron la tilde y la `"ñ"` sigue ahí. Al separarla queda una `"n"` con otra
# marca, `\u0303`, que no hemos tocado; la de la `"ü"` es `\u0308`. Menos mal: una peña no es una pena.
#
# Falta la otra diferencia, la de mayúsculas y minúsculas. Para **mostrar** un texto están `lower` y
# `upper`; para **compararlo** sin que importen las mayúsculas hay uno más a fondo, `casefold`. En
# español dan lo mismo; en otros idiomas, no:

# %%
print("ÁRBOL".lower(), "ÁRBOL".casefold())
print("con lower:   ", "Straße".lower() == "STRASSE".lower())
print("con casefold:", "Straße".casefold() == "STRASSE".casefold())

# %% [markdown]
# **Qué observas.** En alemán, la `"ß"` de *Straße* («calle») se suele escribir `"SS"` en mayúsculas.
# `casefold` lo sabe; `lower`, no.
#
# ### Ejercicio 1.2.8: la clave
#
# Cada persona escribe el nombre de una ciudad a su manera. Para encontrarla siempre, se guarda también
# una **clave**: todo en minúsculas y sin tildes. A partir de `ciudad`, guarda en `clave` el texto
# `merida`. Usa `casefold`, `normalize` y `replace`; la variable `tilde` de antes te sirve.

# %% tags=["ejercicio"]
ciudad = "MÉRIDA"
# >>> clave = ...
clave = unicodedata.normalize("NFD", ciudad.casefold()).replace(tilde, "")
# <<<

# %%
check("1.2.8", clave)

# %% [markdown]
# ### Ejercicio 1.2.9: las vocales
#
# **Cuenta las vocales** de `mensaje_cliente` y guarda el número, un entero, en `cuantas_vocales`. Valen
# las mayúsculas y las que llevan tilde o diéresis (Ó, é, ü…); la «y» no se cuenta. Que lo calcule
# Python: `count` cuenta una letra cada vez, y lo que devuelve se puede sumar.

# %% tags=["ejercicio"]
mensaje_cliente = "El pingüino pidió UN té y Óscar, AGUA"
# >>> cuantas_vocales = ...
letras_sueltas = unicodedata.normalize("NFD", mensaje_cliente.casefold())
cuantas_vocales = (
    letras_sueltas.count("a") + letras_sueltas.count("e")
    + letras_sueltas.count("i")
    + letras_sueltas.count("o") + letras_sueltas.count("u")
)
# <<<

# %%
check("1.2.9", cuantas_vocales)

# %% [markdown]
# ### Ejercicio 1.2.10: el palíndromo
#
# Un **palíndromo** se lee igual al derecho y al revés, sin hacer caso de espacios, signos, mayúsculas
# ni tildes. ¿Lo es esta pregunta?
#
# 1. Guarda en `letras` solo las letras de `pregunta`, todas seguidas, en minúsculas y sin tildes.
# 2. Guarda en `es_palindromo` el `bool` que resulta de comparar `letras` con su reverso.

# %% tags=["ejercicio"]
pregunta = "¿Acaso hubo búhos acá?"
# >>> letras = ...
letras = unicodedata.normalize("NFD",
                               pregunta.casefold()).replace(tilde, "")
letras = letras.replace("¿", "").replace("?", "").replace(" ", "")
# <<<
# >>> es_palindromo = ...
es_palindromo = letras == letras[::-1]
# <<<

# %%
check("1.2.10", letras, es_palindromo)

# %% [markdown]
# ### Una pregunta más
#
# **A5.** Dos tablas tienen la ciudad «Bogotá». En la pantalla se ven idénticas, pero `==` da `False`.
# ¿Cuál de estos remedios lo arregla, si la diferencia es cómo se guardó la «á»?
#
# - a) Pasar las dos a minúsculas con `lower`.
# - b) Quitar los espacios de los extremos con `strip`.
# - c) Comparar sus longitudes con `len`.
# - d) Pasar las dos por `unicodedata.normalize("NFC", …)`.

# %% tags=["ejercicio"]
# >>> respuesta_5 = ...
respuesta_5 = "d"
# <<<
check("1.2.A5", respuesta_5)

# %% [markdown]
# ## Resumen
#
# - Un texto va entre comillas; `\n` es un salto de línea, `+` pega y `*` repite.
# - La primera letra es la 0 y la última, la -1; un recorte `[2:5]` no incluye el índice 5.
# - Los textos son inmutables: un método devuelve un texto nuevo, y hay que guardarlo.
# - Con una f-string, `f"{importe:8.2f}"` decide el ancho y los decimales de lo que se ve.
# - `in` y `==` distinguen mayúsculas de minúsculas (★ y dos textos que se ven iguales pueden no serlo).
#
# ## Para saber más
#
# - Tutorial oficial de Python: [los textos](https://docs.python.org/es/3/tutorial/introduction.html#text)
#   y [el formato de salida](https://docs.python.org/es/3/tutorial/inputoutput.html).
# - Todos los [métodos de `str`](https://docs.python.org/es/3/library/stdtypes.html#string-methods) y el
#   [lenguaje de formatos](https://docs.python.org/es/3/library/string.html#format-specification-mini-language).
# - [Unicode en Python](https://docs.python.org/es/3/howto/unicode.html): de dónde salen los números de las
#   letras, y qué es UTF-8.
