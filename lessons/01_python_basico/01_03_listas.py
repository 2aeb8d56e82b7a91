# %% [markdown]
# # 1.3 · Listas: muchas cosas con un nombre
#
# | | |
# |---|---|
# | **Objetivos** | Crear, leer, recortar y cambiar listas con sus métodos; pasar de un texto a una lista y de una lista a un texto; predecir qué cambia cuando una lista tiene dos nombres; leer y cambiar una lista de listas |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Números y variables (lección {{numeros_y_variables}}) y texto ({{texto}}) |
# | **Datos** | Unos cuantos cobros inventados, escritos en el propio cuaderno |
# | **Práctica** | Práctica 3: la caja de la panadería |

# %%
from course_utils import check, hint, solution
from course_utils import plot_indices, plot_names

# %% [markdown] presenta="lista"
# ## 1 · ¿Cómo se guardan muchos datos con un solo nombre?
#
# La Panadería Sol anota lo que cobra, en euros. Con cuatro cobros bastarían cuatro variables:
# `cobro_1`, `cobro_2`… Con cuatrocientos, ya no. Una **lista** (*list*) guarda muchos valores, **en
# orden**, con un solo nombre: van entre corchetes y separados por comas.
#
# Lo que aprendiste con los textos sirve aquí igual: `len` cuenta, las posiciones (los
# índices) empiezan en 0, las negativas cuentan desde el final, y `[1:3]` recorta sin incluir la
# posición 3.
#
# **Predice:** ¿qué mostrará `cobros[1]`?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Enlaza con los textos de {{texto}}: pide que digan ellos qué hará `cobros[-1]`. Lo nuevo es
# que una lista **cambia**. Haz notar que cada celda crea su lista al empezar: así se puede repetir las
# veces que haga falta.

# %%
cobros = [12.5, 3.2, 8.0, 12.5]

print("cuántos:         ", len(cobros))
print("cobros[1]:       ", cobros[1])
print("el último:       ", cobros[-1])
print("los dos primeros:", cobros[:2])
print("¿está el 8.0?    ", 8.0 in cobros)

# %% [markdown]
# **Qué observas.** `cobros[1]` es el **segundo**, porque el primero es `cobros[0]`. Los valores
# pueden repetirse: 12.5 está dos veces, y cada uno ocupa su lugar.
#
# ### Ejercicio 1.3.1
#
# De la lista `cobros_lunes`, guarda en `segundo` el segundo cobro, en `penultimo` el que va justo
# antes del último, y en `tres_primeros` la **lista** con los tres primeros. No copies los números:
# sácalos de la lista.

# %% tags=["ejercicio"]
cobros_lunes = [4.5, 12.0, 7.25, 30.0, 9.9]
# >>> segundo = ...
segundo = cobros_lunes[1]
# <<<
# >>> penultimo = ...
penultimo = cobros_lunes[-2]
# <<<
# >>> tres_primeros = ...
tres_primeros = cobros_lunes[:3]
# <<<

# %%
check("1.3.1", segundo, penultimo, tres_primeros)

# %% [markdown] presenta="mutable"
# ¿Te atascas? En una celda nueva, `hint("1.3.1")` o `solution("1.3.1")`.
#
# ## 2 · ¿Se puede cambiar una lista?
#
# Es la gran diferencia con los textos. Un texto no cambia nunca; una lista, sí: es **mutable**.
#
# **Predice:** 12.5 está dos veces. ¿Cuántos quitará `remove(12.5)`?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** En 1.3.2 verás `cola = cola.append(...)`: el corrector lo explica, y vuelve en «Errores
# frecuentes». En la segunda tabla lo que importa es la pareja `append` y `extend`: que digan cuántos
# elementos gana la lista con cada uno antes de ejecutar.

# %% presenta=".append, .remove, .pop"
cobros = [12.5, 3.2, 8.0, 12.5]

cobros[1] = 3.5
print("cambia el segundo:", cobros)

cobros.append(20.0)
print("añade al final:   ", cobros)

cobros.remove(12.5)
print("quita un 12.5:    ", cobros)

sacado = cobros.pop()
print("saca el último:   ", cobros, "y nos da el", sacado)

# %% [markdown] presenta=".clear, .copy, None"
# **Qué observas.** `remove` quitó solo el **primer** 12.5. Y fíjate en que nadie escribió
# `cobros = …`: los métodos cambiaron la lista que ya había. Estos son los que más se usan:
#
# | Escribes | Qué le pasa a la lista | Qué te devuelve |
# |---|---|---|
# | `lista.append(x)` | gana `x` al final | nada (`None`) |
# | `lista.remove(x)` | pierde el primer `x`; si no está, error | nada (`None`) |
# | `lista.pop()` | pierde el último | el que sacó |
# | `lista.pop(0)` | pierde el primero (o el de la posición que digas) | el que sacó |
# | `lista.clear()` | queda vacía | nada (`None`) |
# | `lista.copy()` | no cambia | otra lista con lo mismo |
#
# ### Ejercicio 1.3.2
#
# `cola` son los pagos que esperan revisión. Haz tres cosas, una en cada línea:
#
# 1. saca el primero con `pop` y guárdalo en `atendido`;
# 2. quita de la cola `"P-003"`, que se canceló;
# 3. añade `"P-005"` al final.

# %% tags=["ejercicio"]
cola = ["P-001", "P-002", "P-003", "P-004"]
# >>> atendido = ...
atendido = cola.pop(0)
cola.remove("P-003")
cola.append("P-005")
# <<<

# %%
check("1.3.2", atendido, cola)

# %% [markdown] presenta=".insert, .extend, .sort, .reverse, del"
# ### ¿Y si no va al final?
#
# `append` añade al final, y de uno en uno. Para lo demás hay otros métodos. También cambian la lista y
# devuelven `None`:
#
# | Escribes | Qué le pasa a la lista |
# |---|---|
# | `turnos.insert(0, 40)` | el 40 entra en la posición 0, y los demás se corren un puesto |
# | `turnos.extend([5, 15])` | gana al final **todos** los elementos de la otra |
# | `turnos.sort()` | queda ordenada, de menor a mayor |
# | `turnos.reverse()` | queda del revés |
# | `del turnos[0]` | pierde el de la posición 0 (`del` no es un método: es una palabra de Python) |
#
# **Predice:** `turnos.extend([5, 15])` y `turnos.append([7, 8])`, ¿añaden los dos dos elementos?

# %%
turnos = [30, 10, 20]

turnos.insert(0, 40)
print("insert: ", turnos)
turnos.extend([5, 15])
print("extend: ", turnos)
turnos.sort()
print("sort:   ", turnos)
turnos.reverse()
print("reverse:", turnos)
del turnos[0]
print("del:    ", turnos)
turnos.append([7, 8])
print("append: ", turnos, "y son", len(turnos))

# %% [markdown]
# **Qué observas.** `extend` añadió dos; `append`, uno: la lista `[7, 8]` entera. (Volveremos a las
# listas que llevan otra dentro.)
#
# ### ★ Ampliación · Ejercicio 1.3.3
#
# `cajas` es lo que se cobró en cada uno de los tres primeros días de la semana; `otras`, en los dos
# siguientes. Haz tres cosas, una en cada línea:
#
# 1. añade a `cajas` los dos números de `otras`;
# 2. ordena `cajas` de menor a mayor;
# 3. guarda en `mejor` el último elemento de `cajas`: ahora es el más alto.

# %% tags=["ejercicio"]
cajas = [310.5, 287.0, 402.25]
otras = [518.0, 295.5]
# >>> mejor = ...
cajas.extend(otras)
cajas.sort()
mejor = cajas[-1]
# <<<

# %%
check("1.3.3", cajas, mejor)

# %% [markdown] presenta="recorte, recorte con paso, .split, .join"
# ## 3 · ¿Cómo se saca una parte, y cómo se pasa de un texto a una lista?
#
# Los recortes de los textos valen también aquí, con su paso. Un recorte de una lista es **otra lista**.
# Y entre listas y textos hay un puente: `split` parte un texto en una lista, y `join` hace lo
# contrario, con el texto que pongas delante entre uno y otro.
#
# **Predice:** después de pedir `semana[::-1]`, ¿habrá cambiado `semana`?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** `join` se escribe al revés de como se piensa: el texto que une va delante. Léelo en voz
# alta, «con una coma, une esta lista». Y separa dos preguntas que se mezclan: `semana[::-1]` da otra
# lista; `semana.reverse()` cambia esta.

# %% tags=["resultado"]
texto = "lun mar mié jue vie sáb dom"
semana = texto.split(" ")

print("fin de semana:", semana[5:])
print("uno sí, uno no:", semana[::2])
print("del revés:    ", semana[::-1])
print("la lista:     ", " - ".join(semana))

ax = plot_indices(semana, cut="::2")

# %% [markdown]
# **Qué observas.** No cambió: `semana[::-1]` da otra lista, del revés; `semana.reverse()` le habría dado
# la vuelta a esta. Y `split` no guarda el separador: el espacio ya no está en ningún elemento.
#
# ### Ejercicio 1.3.4
#
# `linea` es una línea de un archivo, con los productos separados por punto y coma.
#
# 1. Guarda en `productos` la **lista** de los cuatro productos.
# 2. Guarda en `cartel` un solo **texto** con los mismos productos en el orden contrario, separados por
#    una coma y un espacio: `"queso, té, café, pan"`. Que lo haga Python, a partir de la lista.

# %% tags=["ejercicio"]
linea = "pan;café;té;queso"
# >>> productos = ...
productos = linea.split(";")
# <<<
# >>> cartel = ...
cartel = ", ".join(productos[::-1])
# <<<

# %%
check("1.3.4", productos, cartel)

# %% [markdown]
# ## 4 · ¿Dos nombres, o dos listas?
#
# En la lección {{numeros_y_variables}} viste que una variable es un nombre unido a un objeto. Con los
# números apenas se nota. Con las listas, que cambian, se nota muchísimo.
#
# **Predice:** la segunda línea, ¿crea otra lista? ¿Qué mostrará la última?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La idea más importante de la lección. Que voten antes de ejecutar; muchos dirán que
# `precios` no cambia. Dibuja en la pizarra los nombres y las listas, con flechas. Quien lo entienda
# aquí se ahorrará una tarde de búsqueda cuando una tabla «cambie sola».

# %%
precios = [10.0, 20.0, 30.0]
oferta = precios
oferta[0] = 5.0

print("oferta: ", oferta)
print("precios:", precios)

# %% [markdown] presenta="is, alias"
# **Qué observas.** ¡También cambió `precios`! Es que hay **una** sola lista, con dos nombres. El signo
# `=` no copia nada: une un nombre a un objeto. (Al segundo nombre se le llama **alias**.) Para tener
# otra lista hay que pedirla, con `copy`.
#
# Dos preguntas las distinguen: `==` pregunta si **contienen lo mismo**; `is`, si **son el mismo
# objeto**.

# %%
copia = precios.copy()

print("oferta == precios:", oferta == precios, "| oferta is precios:",
      oferta is precios)
print("copia  == precios:", copia == precios, "| copia  is precios:",
      copia is precios)

# %% [markdown] presenta="course_utils.plot_names"
# `plot_names` dibuja cada nombre con su flecha al objeto que señala. Se le dan los nombres con su
# valor:

# %%
ax = plot_names(precios=precios, oferta=oferta, copia=copia)

# %% [markdown]
# Las flechas de `precios` y de `oferta` llegan a la misma caja; la de `copia`, a otra que tiene dentro lo
# mismo.
#
# **Predice:** si ahora vaciamos `oferta` con `clear`, ¿qué quedará en `precios`? ¿Y en `copia`?

# %%
oferta.clear()

print("precios:", precios)
print("copia:  ", copia)

# %% [markdown]
# **Qué observas.** `precios` quedó vacía, porque era la misma lista. La copia se salvó.
#
# Un matiz que lo aclara todo: `oferta.clear()` **cambia la lista**; `oferta = []`, en cambio, **mueve
# el nombre** a una lista nueva y vacía, y la otra queda como estaba.
#
# ### Ejercicio 1.3.5
#
# Ejecuta este programa **en tu cabeza** (con lápiz y flechas, mejor):
#
# ```python
# a = [1, 2, 3]
# b = a
# c = a.copy()
# b.append(4)
# c.append(5)
# b = [9]
# ```
#
# ¿Qué lista hay al final en cada nombre? Escríbelas, con sus corchetes, en `valor_a`, `valor_b` y
# `valor_c`.

# %% tags=["ejercicio"]
# >>> valor_a = ...
valor_a = [1, 2, 3, 4]
# <<<
# >>> valor_b = ...
valor_b = [9]
# <<<
# >>> valor_c = ...
valor_c = [1, 2, 3, 5]
# <<<

# %%
check("1.3.5", valor_a, valor_b, valor_c)

# %% [markdown] presenta="lista de listas, listas anidadas"
# ## 5 · ¿Y una lista dentro de otra?
#
# Un elemento puede ser otra lista. Es una **lista de listas**; se dice que están **anidadas**
# (*nested*). Aquí, cada fila de `tickets` es un producto con su precio. Se lee por pasos:
# `tickets[1]` da la segunda fila, y `tickets[1][0]`, lo primero que hay en ella.
#
# **Predice:** cambiamos un precio y añadimos una fila en la **copia**. ¿Qué se verá en `tickets`?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Lee `tickets[1][0]` con el dedo: primero la fila, después lo que hay en ella. Es la misma
# lectura que tendrán las tablas y las imágenes. El dibujo explica la sorpresa mejor que las palabras:
# que sigan las flechas desde `otra` hasta las filas.

# %%
tickets = [["pan", 2.5], ["café", 1.8]]
print("una fila:    ", tickets[1])
print("su producto: ", tickets[1][0])

otra = tickets.copy()
otra[0][1] = 99.0
otra.append(["té", 1.5])
print("otra:   ", otra)
print("tickets:", tickets)

ax = plot_names(tickets=tickets, otra=otra)

# %% [markdown]
# **Qué observas.** La fila nueva está solo en `otra`; el precio cambió en las dos. El dibujo dice por
# qué: hay dos listas por fuera, pero sus dos primeras flechas llegan a **las mismas** filas.
# `copy` no copia lo de dentro. (Cómo copiarlo también: en «Errores frecuentes».)
#
# ### Ejercicio 1.3.6
#
# En cada fila de `inventario` hay un producto, las unidades que quedan y el precio de cada una.
#
# 1. Guarda en `precio_cafe` el precio del café, sacado de `inventario`.
# 2. Llegó té: cambia en `inventario` las unidades del té a `25`.
# 3. Añade al final una fila nueva: `["queso", 8, 6.0]`.

# %% tags=["ejercicio"]
inventario = [["pan", 40, 2.5], ["café", 12, 1.8], ["té", 30, 1.5]]
# >>> precio_cafe = ...
precio_cafe = inventario[1][2]
inventario[2][1] = 25
inventario.append(["queso", 8, 6.0])
# <<<

# %%
check("1.3.6", precio_cafe, inventario)

# %% [markdown]
# ## Errores frecuentes
#
# **1. Guardar lo que devuelve `append`.** Cambia la lista, pero devuelve `None`. Al escribir
# `notas = notas.append(…)`, el nombre pasa a `None` y la lista se pierde. El error salta **después**,
# y por eso desconcierta.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El 1 y el 3 son los que más tiempo cuestan en la vida real: el primero salta lejos de
# donde se cometió, y el tercero no avisa.

# %% presenta="AttributeError"
notas = [7, 9]
notas = notas.append(10)
try:
    notas.append(8)
except AttributeError as error:
    print("AttributeError:", error)

notas = [7, 9]
notas.append(10)
print("Arreglado:", notas)

# %% [markdown]
# **2. Quitar algo que no está.** `remove` busca el valor, y si no lo encuentra es un error. Antes de
# quitarlo, mira qué hay en la lista.

# %%
turno = ["Ana", "Luis"]
try:
    turno.remove("ana")
except ValueError as error:
    print("ValueError:", error)

print("¿está?", "ana" in turno, "| hay:", turno)
turno.remove("Ana")
print("Arreglado:", turno)

# %% [markdown] presenta="copy.deepcopy"
# **3. Copiar solo por fuera.** `copy` hace otra lista, pero con **las mismas** filas dentro. No hay ningún
# error: simplemente, el original cambia. `deepcopy` copia también lo de dentro.

# %%
import copy

original = [["pan", 2.5], ["café", 1.8]]
por_fuera = original.copy()
por_fuera[0][1] = 0
print("¡El original también!", original)

original = [["pan", 2.5], ["café", 1.8]]
entera = copy.deepcopy(original)
entera[0][1] = 0
print("Arreglado:           ", original)

# %% [markdown]
# ## Práctica 3: la caja de la panadería
#
# ### Paso 1 · Ejercicio 1.3.7
#
# `registro` es lo que anotó la caja: se conserva tal cual, sin tocarlo. Pero tiene dos fallos: el
# último cobro se anotó por error (el otro 38.0 es bueno), y faltó anotar uno de 9.5 euros.
#
# 1. Haz en `corregido` una **copia** de `registro`.
# 2. Saca de `corregido` el último cobro y guárdalo en `anulado`.
# 3. Añade a `corregido`, al final, el cobro de `9.5`.

# %% [markdown] tags=["docente"]
# **{{minutos}}** para la práctica y la autoevaluación. Los errores esperables: `corregido = registro`
# (cambia el registro), y `remove(38.0)`, que quita el cobro bueno. Si no da tiempo, la autoevaluación
# se hace en casa.

# %% tags=["ejercicio"]
registro = [12.5, 38.0, 21.75, 640.0, 38.0]
# >>> corregido = ...
corregido = registro.copy()
# <<<
# >>> anulado = ...
anulado = corregido.pop()
corregido.append(9.5)
# <<<

# %%
check("1.3.7", registro, corregido, anulado)

# %% [markdown] presenta="sum"
# ### Paso 2 · Ejercicio 1.3.8
#
# Con `sum(lista)`, Python suma los números de una lista. De `caja`, guarda en `total` cuánto suman los
# cobros, y en `medio` el cobro medio: el total entre cuántos cobros hay. Que lo calcule todo Python, sin
# contar a mano ni redondear.

# %% tags=["ejercicio"]
caja = [12.5, 38.0, 21.75, 640.0, 9.5]
# >>> total = ...
total = sum(caja)
# <<<
# >>> medio = ...
medio = total / len(caja)
# <<<

# %%
check("1.3.8", total, medio)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Alguien hace `respaldo = ventas` y, después, `ventas.clear()`. ¿Qué hay en `respaldo`?
#
# - a) Las ventas: para eso se hizo el respaldo.
# - b) `None`.
# - c) Una lista vacía.
# - d) Un error: `respaldo` ya no existe.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("1.3.A1", respuesta_1)

# %% [markdown]
# **A2.** Si `notas = [7, 9]`, ¿cuántos elementos tiene después de `notas.append([8, 10])`?
#
# - a) 4
# - b) 3
# - c) 2
# - d) Da un error: `append` solo añade números.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "b"
# <<<
check("1.3.A2", respuesta_2)

# %% [markdown]
# **A3.** ¿Qué hay en `x` después de `x = [3, 1].append(2)`?
#
# - a) `[3, 1, 2]`
# - b) `[1, 2, 3]`
# - c) `2`
# - d) `None`

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "d"
# <<<
check("1.3.A3", respuesta_3)

# %% [markdown]
# **A4.** Si `filas = [[1, 2], [3, 4], [5, 6]]`, ¿qué da `filas[1][0]`?
#
# - a) `3`
# - b) `1`
# - c) `2`
# - d) `[3, 4]`

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "a"
# <<<
check("1.3.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Una lista guarda valores en orden; se lee y se recorta como un texto, pero además **cambia**.
# - `append`, `insert`, `extend`, `remove`, `sort`… cambian la lista y devuelven `None`; `pop` da el que saca.
# - `split` parte un texto en una lista; `join` une una lista en un texto.
# - `=` pone otro nombre a la misma lista; `copy` hace otra, con los mismos elementos dentro.
# - En una lista de listas, `tickets[1][0]` es lo primero de la segunda fila.
#
# ## Para saber más
#
# - [Más sobre las listas](https://docs.python.org/es/3/tutorial/datastructures.html), en el tutorial
#   oficial de Python, en español.
# - [Python Tutor](https://pythontutor.com/) dibuja los nombres y los objetos mientras se ejecuta tu
#   programa: prueba en él el ejercicio 1.3.5.
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.: da por
#   sabidas las listas; sus primeros ejemplos ya las usan.
