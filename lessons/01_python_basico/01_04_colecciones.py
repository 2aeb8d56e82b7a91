# %% [markdown]
# # 1.4 · Colecciones: tuplas, diccionarios y conjuntos
#
# | | |
# |---|---|
# | **Objetivos** | Escribir tuplas, también de un solo elemento, y desempaquetarlas; crear, leer y cambiar diccionarios; comparar conjuntos; elegir la colección adecuada; convertir una lista de diccionarios en una tabla |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Texto (lección {{texto}}) y listas ({{listas}}) |
# | **Datos** | Unos cuantos pagos inventados, escritos en el propio cuaderno |
# | **Práctica** | Práctica 4: el cierre del día |

# %%
from course_utils import check, hint, solution
from course_utils import plot_names

# %% [markdown] presenta="tupla"
# ## 1 · ¿Y si algo no debe cambiar?
#
# En la lección {{listas}} guardaste muchas cosas con un solo nombre, en una lista que crece y cambia. No
# todo lo que va junto es así, y Python tiene otras tres colecciones de uso diario. Hoy las verás las tres, y al final
# sabrás cuál elegir.
#
# Una fecha tiene año, mes y día: tres datos, en ese orden, y nadie debería cambiarle uno por
# descuido. Para eso está la **tupla** (*tuple*): como una lista, pero **inmutable**. Se escribe con
# paréntesis.
#
# **Predice:** ¿qué pasará al intentar cambiar el año? (El `try` está solo para que el cuaderno siga
# después del error; se explica en la lección {{errores_previstos}}.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pregunta dónde han visto ya algo inmutable: los textos. El desempaquetado
# (`anio, mes, dia = fecha`) volverá en `for` y en las funciones. La coma de la tupla de un elemento
# parece una manía hasta que alguien la olvida: haz que la olviden.

# %% presenta="desempaquetar"
fecha = (2026, 3, 14)
anio, mes, dia = fecha
print("el mes es", fecha[1], "y el día,", dia)

try:
    fecha[0] = 2027
except TypeError as error:
    print("TypeError:", error)

# %% [markdown]
# **Qué observas.** Se lee igual que una lista, pero no se deja cambiar. Y la segunda línea reparte los
# tres valores en tres nombres de una vez: se llama **desempaquetar** (*unpacking*).
#
# Si una tupla necesita un elemento más, se hace **otra**, sumando: `(1, 2) + (3, 4)` da
# `(1, 2, 3, 4)`.
#
# **Predice:** ¿de qué tipo es `("MX")`?

# %%
sin_coma = ("MX")
con_coma = ("MX",)

print(sin_coma, "→", type(sin_coma), "de longitud", len(sin_coma))
print(con_coma, "→", type(con_coma), "de longitud", len(con_coma))

# %% [markdown]
# **Qué observas.** Sin coma, los paréntesis solo agrupan, como en `(2 + 3)`: queda un texto de dos
# letras. **La tupla la hace la coma.** Por eso la de un solo elemento se escribe `("MX",)`.
#
# > **Lo que oirás por ahí: «el tipo de las tuplas se llama `tup`».** Preguntemos a Python cómo se
# > llama, y si conoce ese otro nombre.

# %% presenta="tuple"
pareja = [1, 2]
print("se llama:", type(fecha))

try:
    print(tup(pareja))
except NameError as error:
    print("NameError:", error)

print("Así sí:", tuple(pareja))

# %% [markdown] presenta="list"
# **Qué observas.** Se llama `tuple`, y `tup` no existe. Con `tuple(…)` una lista se convierte en
# tupla; con `list(…)`, al revés.
#
# ### Ejercicio 1.4.1
#
# 1. Guarda en `solo_co` una **tupla** con un único elemento, el texto `"CO"`.
# 2. Guarda en `ampliada` una tupla nueva: los países de `base` y, al final, el de `solo_co`.
#    Constrúyela con una suma.

# %% tags=["ejercicio"]
base = ("MX", "ES")
# >>> solo_co = ...
solo_co = ("CO",)
# <<<
# >>> ampliada = ...
ampliada = base + solo_co
# <<<

# %%
check("1.4.1", solo_co, ampliada)

# %% [markdown]
# ### ★ Ampliación · Ejercicio 1.4.2
#
# Una tupla también sirve para que dos resultados viajen juntos. Guarda en `resumen` una **tupla** de dos
# elementos: primero, cuántos cobros hay en `caja`; después, cuánto suman. Que los calcule Python.

# %% tags=["ejercicio"]
caja = [12.5, 38.0, 21.75, 640.0, 9.5]
# >>> resumen = ...
resumen = (len(caja), sum(caja))
# <<<

# %%
check("1.4.2", resumen)

# %% [markdown] presenta="diccionario, clave"
# ## 2 · ¿Cómo se busca por nombre, y no por posición?
#
# Un pago tiene varios datos: número, comercio, importe, país y hora. En una lista serían
# `["P-001", "Panadería Sol", 12.5, "MX", 9]`, y habría que recordar que el importe va en el lugar 2.
# Un **diccionario** (*dict*) le pone nombre a cada dato: guarda parejas «clave: valor», entre llaves.
#
# **Predice:** la clave `"nota"` no existe en este pago. ¿Será un error darle un valor?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Este diccionario, con las mismas cinco claves, vuelve en la práctica y en la lección
# {{decisiones}}. Insiste en la diferencia entre clave y valor con las dos preguntas de `in`. El
# ejercicio 1.4.4, de ampliación, es para quien vaya deprisa o para casa.

# %%
pago = {"id": "P-001", "comercio": "Panadería Sol", "importe": 12.5,
        "pais": "MX", "hora": 9}
print("importe:", pago["importe"])

pago["importe"] = 13.0
pago["nota"] = "con propina"
print("cambiado y ampliado:", pago)

print("sacamos la nota:", pago.pop("nota"))
print("quedan", len(pago), "parejas")

# %% [markdown]
# **Qué observas.** Entre corchetes va la clave. Si ya existía, `=` cambia su valor; si no, añade la
# pareja. `pop` la saca, igual que en una lista, y nos da el valor.
#
# **Predice:** `in` ¿busca entre las claves o entre los valores? ¿Y qué pasa si pedimos una clave que
# no está?

# %% presenta="KeyError, .get"
print("¿'comercio' está?     ", "comercio" in pago)
print("¿'Panadería Sol' está?", "Panadería Sol" in pago)

try:
    print(pago["moneda"])
except KeyError as error:
    print("KeyError:", error)

print(pago.get("moneda"))
print(pago.get("moneda", "EUR"))

# %% [markdown]
# **Qué observas.** `in` mira las **claves**. Con corchetes, una clave que falta es un error
# (`KeyError`). Con `get`, no: da `None`, o el valor de reserva que escribas después de la coma. Y no
# añade nada al diccionario: solo responde.
#
# ### Ejercicio 1.4.3
#
# Con el diccionario `pago_2`:
#
# 1. guarda en `donde` el comercio;
# 2. guarda en `moneda` lo que da `get` al pedir la clave `"moneda"`, con `"EUR"` de reserva;
# 3. la hora estaba mal: cambia en `pago_2` la hora a `18` (un número).

# %% tags=["ejercicio"]
pago_2 = {"id": "P-002", "comercio": "Librería Norte", "importe": 38.0,
          "pais": "MX", "hora": 17}
# >>> donde = ...
donde = pago_2["comercio"]
# <<<
# >>> moneda = ...
moneda = pago_2.get("moneda", "EUR")
pago_2["hora"] = 18
# <<<

# %%
check("1.4.3", donde, moneda, pago_2)

# %% [markdown] presenta="for, .items"
# ¿Y para verlo entero? Con `for` se recorre: en cada vuelta toma el siguiente elemento, le pone el
# nombre que digas y ejecuta las líneas con **sangría**, las que empiezan más a la derecha. Es el tema de la lección {{ciclos}}; por ahora basta con
# leerlo. `items()` da las parejas, que son tuplas, y aquí se desempaquetan:

# %% presenta=".keys, .values"
for clave, valor in pago.items():
    print(f"{clave:<9} {valor}")

print("solo las claves: ", list(pago.keys()))
print("solo los valores:", list(pago.values()))

# %% [markdown]
# **Qué observas.** Una línea por pareja: la de la sangría se repitió cinco veces. `keys()` da las
# claves y `values()`, los valores. Si no dices cuál, Python entiende las claves: `list(pago)` es lo
# mismo que `list(pago.keys())`.
#
# > **Lo que oirás por ahí: «los diccionarios no tienen orden».** Fue cierto hace años. Desde Python
# > 3.7 (2018) el lenguaje garantiza que conservan el **orden en que llegó cada clave**.
#
# **Predice:** ¿en qué orden saldrán estas tres claves? ¿Se moverá la primera al cambiar su valor?

# %%
existencias = {}
existencias["queso"] = 3
existencias["agua"] = 8
existencias["pan"] = 5
print("orden de llegada:     ", list(existencias))

existencias["queso"] = 100
print("cambiar no mueve:     ", list(existencias))

existencias.pop("queso")
existencias["queso"] = 100
print("salir y volver, sí:   ", list(existencias))
print("¿iguales en otro orden?", {"a": 1, "b": 2} == {"b": 2, "a": 1})

# %% [markdown] presenta="diccionarios anidados"
# **Qué observas.** No están en orden alfabético, sino en el de llegada; `queso` solo cambia de lugar
# si sale y vuelve a entrar. Eso sí: para decidir si dos diccionarios son **iguales**, el orden no
# cuenta.
#
# ### ¿Y un diccionario dentro de otro?
#
# Un valor puede ser cualquier cosa: una lista, u otro diccionario. Se dice que están **anidados**
# (*nested*). Se lee por pasos, de izquierda a derecha. (El número de tarjeta es el mismo ejemplo de la
# lección {{texto}}.)
#
# **Predice:** ¿qué da `cliente["comercios"][-1]`?

# %%
cliente = {
    "nombre": "Lucía",
    "pais": "CO",
    "tarjeta": {"numero": "4539 1488 0343 6467", "pais": "MX"},
    "comercios": ["Panadería Sol", "Librería Norte", "Farmacia Luz"],
}

print("paso 1:", cliente["comercios"])
print("paso 2:", cliente["comercios"][-1])
print("de una vez:", cliente["tarjeta"]["numero"])

ax = plot_names(cliente=cliente)

# %% [markdown]
# **Qué observas.** `cliente["comercios"]` da una lista, y a una lista se le pide una posición: la
# última es la farmacia. Y `cliente["tarjeta"]` da otro diccionario: se le pide una clave. En el dibujo,
# cada corchete elige una casilla; si de ella sale una flecha, síguela.
#
# ### ★ Ampliación · Ejercicio 1.4.4
#
# Saca de `cliente`, sin copiar los datos a mano: el país **de la tarjeta**, en `pais_tarjeta`; las
# cuatro últimas cifras de su número, como texto, en `ultimas_cuatro`; y el segundo comercio de la
# lista, en `segundo_comercio`.

# %% tags=["ejercicio"]
# >>> pais_tarjeta = ...
pais_tarjeta = cliente["tarjeta"]["pais"]
# <<<
# >>> ultimas_cuatro = ...
ultimas_cuatro = cliente["tarjeta"]["numero"][-4:]
# <<<
# >>> segundo_comercio = ...
segundo_comercio = cliente["comercios"][1]
# <<<

# %%
check("1.4.4", pais_tarjeta, ultimas_cuatro, segundo_comercio)

# %% [markdown] presenta="conjunto, set"
# ## 3 · ¿Qué hay sin repetir, y qué tienen en común?
#
# Hoy se pagó en varios países, algunos muchas veces. ¿Cuántos países **distintos** son? Un
# **conjunto** (*set*) guarda cada cosa una sola vez, sin orden ni posiciones. Se escribe con llaves,
# `{"MX", "ES"}`, o se crea a partir de otra colección con `set(…)`.
#
# **Predice:** ¿cuántos elementos tendrá el conjunto?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dibuja dos círculos que se cruzan y que coloquen en ellos los cuatro comercios antes de
# ejecutar las operaciones. Un conjunto de textos puede mostrarse en otro orden cada vez que se
# reinicia el núcleo de ejecución: por eso la lección lo muestra siempre con `sorted`.

# %% presenta="sorted"
paises_vistos = ["MX", "ES", "MX", "CO", "MX", "ES"]
distintos = set(paises_vistos)

print("en la lista:", len(paises_vistos), "| distintos:", len(distintos))
print("en orden alfabético:", sorted(distintos))
print("¿está PE?", "PE" in distintos)

# %% [markdown]
# **Qué observas.** De seis quedan tres. Como un conjunto no tiene orden, para mostrarlo usamos
# `sorted`, que da una **lista** ordenada. Y preguntar si algo está es justo lo que un conjunto hace
# mejor: lo encuentra sin revisar los demás uno a uno.
#
# Lo más bonito es comparar dos conjuntos. **Predice** qué comercios dará cada operación:

# %% presenta="&, |, ^"
clientes_hoy = {"Panadería Sol", "Farmacia Luz", "Librería Norte"}
clientes_ayer = {"Farmacia Luz", "Librería Norte", "Viajes Aurora"}

print("los dos días        (&):", sorted(clientes_hoy & clientes_ayer))
print("hoy, pero ayer no   (-):", sorted(clientes_hoy - clientes_ayer))
print("un día y el otro no (^):", sorted(clientes_hoy ^ clientes_ayer))
print("algún día           (|):", sorted(clientes_hoy | clientes_ayer))

# %% [markdown] presenta=".add, intersección, unión, diferencia"
# **Qué observas.** `&` es la **intersección** (lo común), `-` la **diferencia** (y el orden importa),
# `^` la **diferencia simétrica** (lo que está en uno solo) y `|` la **unión** (todo, sin repetir). Para
# añadir un elemento, `add`.
#
# ### Ejercicio 1.4.5
#
# `web` y `tienda` son los clientes de la Farmacia Luz. Guarda en `en_ambas` el **conjunto** de quienes
# compran en los dos sitios; en `solo_web`, el de quienes compran en la web y no en la tienda; y en
# `cuantos_distintos`, cuántas personas distintas hay en total (un número).

# %% tags=["ejercicio"]
web = {"Ana", "Luis", "Marta", "Iván"}
tienda = {"Marta", "Iván", "Rosa"}
# >>> en_ambas = ...
en_ambas = web & tienda
# <<<
# >>> solo_web = ...
solo_web = web - tienda
# <<<
# >>> cuantos_distintos = ...
cuantos_distintos = len(web | tienda)
# <<<

# %%
check("1.4.5", en_ambas, solo_web, cuantos_distintos)

# %% [markdown]
# ## 4 · ¿Cuál elijo, y cómo se combinan?
#
# | | Lista | Tupla | Diccionario | Conjunto |
# |---|---|---|---|---|
# | Se escribe | `[1, 2]` | `(1, 2)` | `{"a": 1}` | `{1, 2}` |
# | Vacía o vacío | `[]` | `()` | `{}` | `set()` |
# | Se busca por | posición | posición | clave | (solo si está o no) |
# | ¿Tiene orden? | sí | sí | sí, el de llegada | no |
# | ¿Se puede cambiar? | sí | no | sí | sí |
# | ¿Admite repetidos? | sí | sí | claves, no | no |
# | Úsala para… | una serie que crece | pocos datos fijos | datos con nombre | saber qué está, sin repetir |
#
# Una regla más: una clave de diccionario no puede ser algo que cambie. Un texto, un número o una
# tupla de textos y números sirven de clave; una lista, no. Los elementos de un conjunto cumplen la
# misma regla.
#
# ### Ejercicio 1.4.6
#
# Elige para cada caso: `"lista"`, `"tupla"`, `"diccionario"` o `"conjunto"`, entre comillas.
#
# - `chat`: los mensajes de una conversación, en orden. Llegan nuevos sin parar, y dos pueden ser
#   iguales.
# - `catalogo`: el precio de cada producto. Se busca por el nombre del producto.
# - `nacimiento`: año, mes y día de una fecha que no debe cambiar.
# - `bloqueadas`: los números de las tarjetas bloqueadas, cada uno una vez. Solo se pregunta si una
#   tarjeta está o no está.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Haz el 1.4.6 a mano alzada, y que defiendan su elección. En la tabla, lo que importa
# es el gesto: una lista de diccionarios ya **es** una tabla. pandas llega en {{bibliotecas_cientificas}}; aquí solo se
# asoma.

# %% tags=["ejercicio"]
# >>> chat = ...
chat = "lista"
# <<<
# >>> catalogo = ...
catalogo = "diccionario"
# <<<
# >>> nacimiento = ...
nacimiento = "tupla"
# <<<
# >>> bloqueadas = ...
bloqueadas = "conjunto"
# <<<

# %%
check("1.4.6", chat, catalogo, nacimiento, bloqueadas)

# %% [markdown]
# Elegir es también combinar. Los pagos de un día son una serie que crece: una **lista**. Cada pago son
# datos con nombre: un **diccionario**. Así que el día entero es una **lista de diccionarios**:

# %% tags=["resultado"]
pagos = [
    {"id": "P-001", "comercio": "Panadería Sol", "importe": 12.5,
     "pais": "MX", "hora": 9},
    {"id": "P-002", "comercio": "Librería Norte", "importe": 38.0,
     "pais": "MX", "hora": 17},
    {"id": "P-003", "comercio": "Electrónica Delta", "importe": 1480.0,
     "pais": "PE", "hora": 3},
    {"id": "P-004", "comercio": "Farmacia Luz", "importe": 21.75,
     "pais": "MX", "hora": 20},
    {"id": "P-005", "comercio": "Viajes Aurora", "importe": 640.0,
     "pais": "ES", "hora": 11},
]

print(pagos[2]["comercio"], "cobró", pagos[2]["importe"], "€")

# %% [markdown] presenta="pandas.DataFrame, import … as, .to_string"
# Míralo de lejos: cada diccionario es una fila, y cada clave, una columna. La biblioteca **pandas**
# (la conocerás en la lección {{bibliotecas_cientificas}}) lo convierte en una tabla, un `DataFrame`.
# `import pandas as pd` la trae con un nombre más corto, `pd`, y `to_string()` es la tabla como texto.
#
# **Predice:** ¿de dónde saldrán los títulos de las columnas?

# %%
import pandas as pd

tabla = pd.DataFrame(pagos)
print(tabla.to_string())

# %% [markdown]
# **Qué observas.** Los títulos son las claves de los diccionarios, en su orden de llegada; la columna
# sin título, de 0 a 4, son las posiciones de la lista. También los pagos reales del proyecto final
# llegarán en una tabla, con otras columnas y 284 807 filas.
#
# ## Errores frecuentes
#
# **1. Una clave casi igual.** Para Python, `"país"` y `"pais"` son textos distintos; también
# `"Hora"` y `"hora"`. Ante la duda, mira las claves.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El primero lo cometerá alguien hoy mismo, en la práctica. El segundo sorprende: unas
# llaves vacías son lo único que no se sabe de quién son, y Python se las dio al diccionario.

# %%
try:
    print(pagos[0]["país"])
except KeyError as error:
    print("KeyError:", error)

print("las claves son:", list(pagos[0]))
print("Arreglado:", pagos[0]["pais"])

# %% [markdown]
# **2. Creer que `{}` es un conjunto vacío.** Es un diccionario vacío, que no tiene `add`.

# %%
bloqueados = {}
try:
    bloqueados.add("P-003")
except AttributeError as error:
    print("AttributeError:", error)

bloqueados = set()
bloqueados.add("P-003")
print("Arreglado:", bloqueados)

# %% [markdown]
# ## Práctica 4: el cierre del día
#
# ### Paso 1 · Ejercicio 1.4.7
#
# Llegó un pago de última hora: `P-006`, de la Panadería Sol, por 9.5 euros, en MX, a las 19.
#
# 1. Escríbelo en el diccionario `pago_6`, con las mismas cinco claves que los demás: `"id"`,
#    `"comercio"`, `"importe"`, `"pais"` y `"hora"`. El importe y la hora son números.
# 2. Añade `pago_6` al final de la lista `cierre`, que es una copia de `pagos`: `pagos` se queda con los
#    cinco de antes.

# %% [markdown] tags=["docente"]
# **{{minutos}}** para la práctica y la autoevaluación. Quien acabe antes puede mostrar la tabla del cierre
# con una columna más, añadiendo una clave a cada pago. Si no da tiempo, la autoevaluación se hace en
# casa.

# %% tags=["ejercicio"]
cierre = pagos.copy()
# >>> pago_6 = ...
pago_6 = {"id": "P-006", "comercio": "Panadería Sol", "importe": 9.5,
          "pais": "MX", "hora": 19}
cierre.append(pago_6)
# <<<

# %%
check("1.4.7", pagos, pago_6, cierre)

# %% [markdown]
# Con los seis pagos, la tabla del cierre queda así. Y al revés también se puede: una columna se pide
# por su título, entre corchetes, como una clave, y `list` la convierte en una lista.

# %%
todos = pagos.copy()
todos.append(
    {"id": "P-006", "comercio": "Panadería Sol", "importe": 9.5,
     "pais": "MX", "hora": 19}
)
del_dia = pd.DataFrame(todos)
print(del_dia.to_string())
print()
print("una columna:", list(del_dia["hora"]))

# %% [markdown]
# ### Paso 2 · Ejercicio 1.4.8
#
# El banco pide un informe del día. Guarda en `informe` un **diccionario** con tres claves:
#
# - `"pagos"`: cuántos pagos hubo;
# - `"total"`: la suma de los importes;
# - `"fuera"`: la **lista**, en orden alfabético y sin repetir, de los países que no son `"MX"`.
#
# Todo sale de las listas `importes` y `paises`. Para la tercera clave: ¿qué colección quita los
# repetidos?, ¿qué operación quita `"MX"`?, ¿quién ordena?

# %% tags=["ejercicio"]
importes = list(del_dia["importe"])
paises = list(del_dia["pais"])
# >>> informe = ...
informe = {
    "pagos": len(importes),
    "total": sum(importes),
    "fuera": sorted(set(paises) - {"MX"}),
}
# <<<

# %%
check("1.4.8", informe)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Si `menu = {"sopa": 4.0, "pan": 1.5}`, ¿qué da `4.0 in menu`?
#
# - a) `False`
# - b) `True`
# - c) `"sopa"`
# - d) Un `KeyError`

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "a"
# <<<
check("1.4.A1", respuesta_1)

# %% [markdown]
# **A2.** ¿Qué da `list({"pan": 2, "agua": 1})`?
#
# - a) `["agua", "pan"]`
# - b) `["pan", "agua"]`
# - c) `[2, 1]`
# - d) Cada vez un orden distinto

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "b"
# <<<
check("1.4.A2", respuesta_2)

# %% [markdown]
# **A3.** ¿Cuál de estas es una tupla con un único elemento, el texto «MX»?
#
# - a) `("MX")`
# - b) `["MX"]`
# - c) `("MX",)`
# - d) `tuple("MX")`

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "c"
# <<<
check("1.4.A3", respuesta_3)

# %% [markdown]
# **A4.** Si `lunes = {"pan", "té"}` y `martes = {"té", "café"}`, ¿qué da `lunes - martes`?
#
# - a) `{"café"}`
# - b) `{"pan"}`
# - c) `{"té"}`
# - d) `{"pan", "café"}`

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "b"
# <<<
check("1.4.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Una tupla no cambia, y la hace la coma: `("MX",)`. Se desempaqueta en varios nombres de una vez.
# - Un diccionario busca por clave y recuerda el orden de llegada; `get` no falla si la clave no está.
# - Un conjunto no repite, y compara: lo común (`&`), lo que sobra (`-`), todo (`|`).
# - Lo que cambia no puede ser clave; si dudas de cuál elegir, mira cómo lo vas a buscar.
# - Una lista de diccionarios ya es una tabla.
#
# ## Para saber más
#
# - [Estructuras de datos](https://docs.python.org/es/3/tutorial/datastructures.html), en el tutorial
#   oficial de Python, en español.
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.: el
#   capítulo 2 es un proyecto entero que empieza por una tabla de pandas.
