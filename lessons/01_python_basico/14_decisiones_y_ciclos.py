# %% [markdown]
# # 1.4 · Decisiones y ciclos: un programa que elige y repite
#
# | | |
# |---|---|
# | **Objetivos** | Comparar valores y unir condiciones con `and`, `or` y `not`; elegir con `if`, `elif` y `else`; repetir con `for` y con `while`, y detener un ciclo que no acaba; escribir comprensiones; construir un detector de pagos sospechosos |
# | **Duración** | 75 min |
# | **Requisitos** | Texto (lección 1.2) y colecciones (1.3) |
# | **Datos** | Doce pagos con tarjeta, inventados para el curso |
# | **Práctica** | Prácticas 5 (decisiones) y 6 (ciclos), y el examen sorpresa de booleanos |

# %%
from course_utils import check

# %% [markdown]
# ## 1 · ¿Qué contesta Python cuando comparas?
#
# Hasta aquí, tus programas hacían siempre lo mismo, de la primera línea a la última. Hoy aprenden a
# **elegir** y a **repetir**. Con esas dos cosas, un banco decide en un instante si un pago con
# tarjeta merece una llamada. Al final de la lección lo decidirás tú.
#
# Elegir empieza por preguntar, y una comparación es una pregunta. La respuesta solo puede ser
# `True` (verdadero) o `False` (falso): es un **booleano** (*bool*).
#
# | Se escribe | Se lee | | Se escribe | Se lee |
# |---|---|---|---|---|
# | `a == b` | a es igual a b | | `a != b` | a es distinto de b |
# | `a < b` | a es menor que b | | `a <= b` | a es menor o igual que b |
# | `a > b` | a es mayor que b | | `a >= b` | a es mayor o igual que b |
#
# Cuidado con la primera: `=` **guarda** un valor y `==` **pregunta** si dos valores son iguales.
#
# **Predice** las cuatro respuestas antes de ejecutar.

# %% [markdown] tags=["docente"]
# **8 min.** Haz votar el `importe > 1000` a mano alzada: suele haber quien dice que sí. La frontera
# (¿el 1000 entra o no?) vuelve en 1.4.1, en 1.4.6 y en la práctica; merece un minuto ahora.

# %%
importe = 1000.0

print(importe > 1000)
print(importe >= 1000)
print(importe == 1000)
print(importe != 12.5)

# %% [markdown]
# **Qué observas.** Mil no es mayor que mil: la diferencia entre `>` y `>=` es justo el valor de la
# frontera. Y `1000.0 == 1000` es cierto: `==` compara los valores, aunque uno sea decimal y el otro
# entero.
#
# Los textos también se comparan, carácter a carácter, como en un diccionario.
#
# **Predice:** ¿cuáles de estas cuatro serán `True`?

# %%
print("MX" == "mx")
print("manzana" < "pera")
print("10" < "9")
print(10 < 9)

# %% [markdown]
# **Qué observas.** Mayúsculas y minúsculas son letras distintas. (El orden es el de Unicode: todas
# las mayúsculas sin tilde van antes que las minúsculas.) Y `"10"` va antes que `"9"` porque entre
# textos manda el primer carácter, y `"1"` va antes que `"9"`. Si son cantidades, conviértelas en
# números antes de comparar.
#
# Dos comparaciones se pueden **encadenar**, como en matemáticas. ¿Está abierta una tienda que
# abre de 10 a 14?

# %%
hora = 12
print(10 <= hora < 14)

hora = 14
print(10 <= hora < 14)

# %% [markdown]
# **Qué observas.** `10 <= hora < 14` pregunta las dos cosas a la vez: que `hora` sea 10 o más, **y**
# que sea menor que 14. A las 14 en punto, la segunda falla.
#
# Una sorpresa más. ¿Recuerdas de la lección 1.1 cuánto da `0.1 + 0.2`? Con decimales, `==` exige una
# igualdad perfecta, y la computadora no siempre puede dársela:

# %%
print(0.1 + 0.2 == 0.3)
print(round(0.1 + 0.2, 2) == 0.3)

# %% [markdown]
# **Qué observas.** Redondea antes de comparar decimales con `==`. Con dinero: dos decimales.
#
# ### Ejercicio 1.4.1
#
# La Panadería Sol abre de 9 a 21: a las 9 en punto ya está abierta, y a las 21 en punto ya está
# cerrada. ¿Está abierta a `hora_1`, a `hora_2` y a `hora_3`? Escribe tres comparaciones encadenadas
# y guarda lo que contestan (un booleano cada una) en `abierta_1`, `abierta_2` y `abierta_3`.

# %% tags=["ejercicio"]
hora_1 = 9
hora_2 = 21
hora_3 = 23
# >>> abierta_1 = ...
abierta_1 = 9 <= hora_1 < 21
# <<<
# >>> abierta_2 = ...
abierta_2 = 9 <= hora_2 < 21
# <<<
# >>> abierta_3 = ...
abierta_3 = 9 <= hora_3 < 21
# <<<

# %%
check("1.4.1", abierta_1, abierta_2, abierta_3)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("1.4.1")` da una pista, y
# `solution("1.4.1")` enseña una solución. Antes hay que traerlos:
# `from course_utils import hint, solution`.
#
# ## 2 · ¿Cómo se unen dos condiciones?
#
# «Es de noche **y** la compra es grande». «Es de noche **o** la compra es grande». «**No** es de
# noche». Python lo dice con tres palabras: `and`, `or` y `not`.
#
# **Predice:** de los cuatro casos posibles, ¿en cuántos será cierto `and`? ¿Y `or`?

# %% [markdown] tags=["docente"]
# **13 min.** Cinco de ellos son el examen sorpresa (1.4.2): papel, en silencio y sin ejecutar; luego
# lo pasan a la lista. Detente después en la 3, la 7 y la 9; no las expliques antes.

# %%
print("True  and True  da", True and True)
print("True  and False da", True and False)
print("False and True  da", False and True)
print("False and False da", False and False)

# %%
print("True  or True  da", True or True)
print("True  or False da", True or False)
print("False or True  da", False or True)
print("False or False da", False or False)
print("not True da", not True, "y not False da", not False)

# %% [markdown]
# **Qué observas.** Acabas de calcular las **tablas de verdad**. `and` es exigente: solo es cierto si
# lo son las dos. `or` se conforma: basta una, y también vale con las dos. No es el «o» de «¿té o
# café?», que obliga a elegir.
#
# ¿Y si se mezclan? Igual que `*` va antes que `+`, hay un orden: primero `not`, después `and`, al
# final `or`. **Predice** qué da cada línea:

# %%
print(True or False and False)
print((True or False) and False)

# %% [markdown]
# **Qué observas.** En la primera, `and` se calculó antes: quedó `True or False`. Los paréntesis
# cambian el orden. Y aunque no hagan falta, se agradecen: quien lea tu programa no tendrá que
# acordarse de la regla.
#
# Python es además un poco perezoso, y eso es muy útil. Si al leer el lado izquierdo ya sabe la
# respuesta, **no mira el derecho**. Se llama **cortocircuito** (*short circuit*).
#
# **Predice:** dividir entre cero es un error. ¿Fallará esta celda?

# %%
compras = 0
gasto = 0
print(compras > 0 and gasto / compras > 50)

# %% [markdown]
# **Qué observas.** No falla. `compras > 0` es `False`, así que el `and` ya no puede ser cierto y la
# división no llega a hacerse. Al revés, `gasto / compras > 50 and compras > 0`, sí fallaría: pon
# delante la condición que protege.
#
# Por último, cualquier valor puede hacer de condición. Con `bool(...)` se ve cómo lo toma Python.
#
# **Predice:** ¿qué tienen en común los de la primera línea?

# %%
print(bool(0), bool(0.0), bool(""), bool([]), bool({}))
print(bool(7), bool(-1), bool("0"), bool(" "), bool([0]))

# %% [markdown]
# **Qué observas.** Lo vacío y el cero cuentan como falso; todo lo demás, como verdadero. También
# `"0"`, que es un texto con un carácter, y `[0]`, que es una lista con un elemento. Python no mira
# qué significa el contenido, sino si hay algo dentro.
#
# ### Ejercicio 1.4.2 · El examen sorpresa
#
# Papel y lápiz. ¿Qué da cada expresión? Decide **sin ejecutarlas**.
#
# | | Expresión | | | Expresión |
# |---|---|---|---|---|
# | 1 | `1 < 3 < 2` | | 6 | `not (True and False)` |
# | 2 | `"MX" != "mx"` | | 7 | `bool("False")` |
# | 3 | `True or True and False` | | 8 | `bool(0.0)` |
# | 4 | `(True or True) and False` | | 9 | `10 > 9 and "10" > "9"` |
# | 5 | `not True or True` | | 10 | `True or 1 / 0 == 1` |
#
# Guarda en `examen` una lista con tus diez respuestas, en orden: `True` o `False`, sin comillas.

# %% tags=["ejercicio"]
# >>> examen = ...
examen = [False, True, True, False, True, True, True, False, False, True]
# <<<

# %%
check("1.4.2", examen)

# %% [markdown]
# ## 3 · ¿Cómo elige un programa qué camino seguir?
#
# Con `if` («si»). La línea del `if` acaba en dos puntos, y lo que depende de ella va debajo, **con
# sangría**: cuatro espacios a la izquierda. En el cuaderno, después de los dos puntos, aparecen solos.
#
# **Predice:** con `precio = 80`, ¿qué líneas se escribirán?

# %% [markdown] tags=["docente"]
# **8 min.** Después de la primera celda, cambia el 80 por 1450 y ejecútala otra vez. Luego quita la
# sangría del segundo `print` y que digan qué cambia: la sangría no es un adorno. Vienen de C o Java
# quienes preguntan por las llaves.

# %%
precio = 80

if precio > 1000:
    print("Es una compra grande.")
    print("Pide confirmación.")
print("Gracias por tu compra.")

# %% [markdown]
# **Qué observas.** Las dos líneas con sangría dependen del `if`, y se saltaron juntas. La última no
# tiene sangría: ya está fuera, y se ejecuta siempre. En muchos lenguajes la sangría es un adorno; en
# Python **dice qué va dentro de qué**.
#
# Cuando hay más de dos caminos, se añaden `elif` («si no, pero sí…») y `else` («en cualquier otro
# caso»). **Predice:** a las 7, dos de las condiciones son ciertas. ¿Se escribirán dos saludos?

# %%
hora = 7

if hora < 6:
    print("Buenas noches")
elif hora < 12:
    print("Buenos días")
elif hora < 20:
    print("Buenas tardes")
else:
    print("Buenas noches")

# %% [markdown]
# **Qué observas.** Uno solo. Python baja por la lista, entra en el **primer** camino cuya condición
# se cumple y se salta los demás; `hora < 20` ni siquiera la miró. Por eso el orden importa.
#
# ### Ejercicio 1.4.3 · Práctica 5
#
# Por cada compra, la tienda paga al banco una comisión, que es un solo porcentaje de toda la compra:
#
# - si es de más de 1000 euros, el 3 %;
# - si es de más de 100 euros, hasta 1000, el 2 %;
# - si es de 100 euros o menos, el 1 %.
#
# Guarda en `comision` los euros que corresponden a `compra`, con `if`, `elif` y `else`. Tu respuesta
# ocupará varias líneas: borra `comision = ...` y escríbelas en su lugar.

# %% tags=["ejercicio"]
compra = 1500.0
# >>> comision = ...
if compra > 1000:
    comision = compra * 0.03
elif compra > 100:
    comision = compra * 0.02
else:
    comision = compra * 0.01
# <<<

# %%
check("1.4.3", comision)

# %% [markdown]
# ## 4 · ¿Cómo se hace lo mismo con mil cosas?
#
# Con un **ciclo** (*loop*). `for` toma los elementos de una colección, uno por uno, y ejecuta las
# líneas con sangría una vez para cada uno.
#
# **Predice:** ¿cuántas líneas escribirá esta celda?

# %% [markdown] tags=["docente"]
# **16 min.** Es el corazón de la lección. Dibuja en la pizarra una tabla con tres columnas (vuelta,
# `pago["importe"]`, `total`) y rellénala a mano para los tres primeros pagos antes de ejecutar el
# acumulador. Si el tiempo aprieta, 1.4.5 puede quedar para casa.

# %%
for letra in "sol":
    print("letra:", letra)
print("fin")

# %% [markdown]
# **Qué observas.** Tres vueltas, y en cada una `letra` vale otra cosa. El `print("fin")` no tiene
# sangría: espera a que el ciclo acabe.
#
# Para repetir un número de veces está `range`. `list(...)` nos deja ver los números que produce.
#
# **Predice:** ¿en qué número acaba cada lista?

# %%
print(list(range(5)))
print(list(range(1, 6)))
print(list(range(0, 20, 5)))
print(list(range(5, 0, -1)))

# %% [markdown]
# **Qué observas.** Son las reglas de los recortes de la lección 1.2: inicio, final y paso. El inicio
# entra; **el final no**. De 1 a 5 se escribe `range(1, 6)`.
#
# Ahora los datos de hoy: doce pagos hechos con una misma tarjeta mexicana. Los importes están en
# euros y la hora, de 0 a 23.

# %%
pagos = [
    {"id": "P-001", "comercio": "Panadería Sol", "importe": 12.5, "pais": "MX", "hora": 9},
    {"id": "P-002", "comercio": "Librería Norte", "importe": 48.0, "pais": "MX", "hora": 17},
    {"id": "P-003", "comercio": "Electrónica Delta", "importe": 1450.0, "pais": "MX", "hora": 12},
    {"id": "P-004", "comercio": "Viajes Aurora", "importe": 2300.0, "pais": "PE", "hora": 3},
    {"id": "P-005", "comercio": "Farmacia Luz", "importe": 22.3, "pais": "MX", "hora": 2},
    {"id": "P-006", "comercio": "Viajes Aurora", "importe": 640.0, "pais": "ES", "hora": 11},
    {"id": "P-007", "comercio": "Electrónica Delta", "importe": 1800.0, "pais": "CO", "hora": 15},
    {"id": "P-008", "comercio": "Viajes Aurora", "importe": 1000.0, "pais": "ES", "hora": 18},
    {"id": "P-009", "comercio": "Panadería Sol", "importe": 15.0, "pais": "AR", "hora": 6},
    {"id": "P-010", "comercio": "Librería Norte", "importe": 85.9, "pais": "AR", "hora": 4},
    {"id": "P-011", "comercio": "Farmacia Luz", "importe": 1200.0, "pais": "MX", "hora": 5},
    {"id": "P-012", "comercio": "Electrónica Delta", "importe": 199.0, "pais": "MX", "hora": 20},
]

# %% [markdown]
# ¿Cuánto se gastó en total? Es el truco más útil de la lección: un **acumulador**. Se crea **antes**
# del ciclo, con valor 0, y crece en cada vuelta.
#
# **Predice:** ¿pasará de 10 000 euros?

# %%
total = 0
for pago in pagos:
    total = total + pago["importe"]

print(f"{len(pagos)} pagos, {total:.2f} euros")

# %% [markdown]
# **Qué observas.** Doce sumas en dos líneas. Con un millón de pagos, el programa sería el
# mismo. (Verás también `total += pago["importe"]`, que es la manera corta de decir lo mismo.)
#
# Y dentro del ciclo cabe una decisión. Fíjate en la doble sangría: el `print` está dentro del `if`,
# que está dentro del `for`.

# %%
for pago in pagos:
    if pago["importe"] > 1000:
        print("grande:", pago["id"], pago["comercio"], pago["importe"])

# %% [markdown]
# ### Ejercicio 1.4.4 · Práctica 6
#
# Suma los importes de los pagos hechos **fuera de México** (los de país distinto de `"MX"`). Guarda
# el resultado, un número en euros, en `total_fuera`.

# %% tags=["ejercicio"]
# >>> total_fuera = ...
total_fuera = 0
for movimiento in pagos:
    if movimiento["pais"] != "MX":
        total_fuera = total_fuera + movimiento["importe"]
# <<<

# %%
check("1.4.4", total_fuera)

# %% [markdown]
# ### Ejercicio 1.4.5
#
# Suma los números del 1 al 100 (los dos incluidos) que son múltiplos de 3 **o** de 5; los que son
# las dos cosas se suman una sola vez. Guarda la suma en `suma_multiplos`. Recuerda de la lección 1.1
# que `n % 3` es el resto de dividir `n` entre 3; si es 0, `n` es múltiplo de 3.

# %% tags=["ejercicio"]
# >>> suma_multiplos = ...
suma_multiplos = 0
for numero in range(1, 101):
    if numero % 3 == 0 or numero % 5 == 0:
        suma_multiplos = suma_multiplos + numero
# <<<

# %%
check("1.4.5", suma_multiplos)

# %% [markdown]
# A veces hace falta saber **por qué posición vamos**: para eso está `enumerate`. Y a veces hay que
# recorrer **dos listas a la vez**: es `zip`, «cremallera», que las une diente con diente.
#
# **Predice:** ¿en qué número empieza a contar `enumerate`?

# %%
dias = ["lunes", "martes", "miércoles", "jueves"]
gastos = [12, 30, 7, 21]

for i, dia in enumerate(dias):
    print(i, dia)

# %%
for dia, gasto in zip(dias, gastos):
    print(f"{dia:<10}", "█" * gasto, gasto)

# %% [markdown]
# **Qué observas.** `enumerate` cuenta desde 0, como los índices. Y con `zip`, más la multiplicación
# de textos de la lección 1.2, has hecho tu primer gráfico de barras: el gasto de cada día, en euros.
# La barra más larga es la del martes. (Si una lista es más corta que la otra, `zip` se detiene al
# acabarse la corta, sin avisar.)
#
# ### Ejercicio 1.4.6
#
# ¿En qué **posiciones** de la lista `pagos` están los pagos de **más** de 1000 euros? Guárdalas en
# `posiciones`, una lista de enteros, contando desde 0 y de menor a mayor. Empieza por la lista vacía
# `[]` y añade con `append`.

# %% tags=["ejercicio"]
# >>> posiciones = ...
posiciones = []
for lugar, movimiento in enumerate(pagos):
    if movimiento["importe"] > 1000:
        posiciones.append(lugar)
# <<<

# %%
check("1.4.6", posiciones)

# %% [markdown]
# Un ciclo puede ir dentro de otro. Así se recorren todas las combinaciones, y una tabla de verdad se
# escribe sola. **Predice:** ¿se parecerán las dos últimas columnas?

# %%
print("a", "b", "una", "otra", sep="\t")
for a in [True, False]:
    for b in [True, False]:
        una = not (a and b)
        otra = not a or not b
        print(a, b, una, otra, sep="\t")

# %% [markdown]
# **Qué observas.** Las dos últimas columnas son iguales en los cuatro casos: «no es cierto que las
# dos» es lo mismo que «falla al menos una». Es una de las **leyes de De Morgan**, y la acabas de
# comprobar caso por caso. (`sep="\t"` separa lo que escribe `print` con tabuladores.)
#
# ## 5 · ¿Y si no sabes cuántas vueltas harán falta?
#
# `while` («mientras») repite **mientras** una condición siga siendo cierta. La mira antes de cada
# vuelta.
#
# Toma una hoja de papel de 0.1 milímetros de grosor y dóblala por la mitad: 0.2. Otra vez: 0.4.
# **Predice:** si pudieras seguir, ¿cuántos dobleces harían falta para superar la altura del
# Everest, 8849 metros?

# %% [markdown] tags=["docente"]
# **9 min.** Apunta en la pizarra las predicciones del papel antes de ejecutar. Provoca en directo un
# ciclo infinito (`while True: pass`) y detenlo con ■: quien lo ha hecho una vez pierde el miedo. En
# 1.4.7, quien multiplica por 0.05 crea uno sin querer: la deuda encoge y nunca llega.

# %%
grosor = 0.0001  # metros
dobleces = 0

while grosor <= 8849:
    grosor = grosor * 2
    dobleces = dobleces + 1

print(f"{dobleces} dobleces: {grosor:.0f} metros")

# %% [markdown]
# **Qué observas.** Veintisiete. Duplicar crece mucho más deprisa de lo que la intuición espera. No
# sabíamos cuántas vueltas serían, y no hizo falta: `while` se detuvo solo.
#
# ### Ejercicio 1.4.7
#
# Una deuda de 1000 euros crece cada mes un 5 %: lo que se debe se multiplica por 1.05. ¿Al cabo de
# cuántos meses **supera** los 2000 euros? Calcúlalo con `while` y guarda el número de meses, un
# entero, en `meses`. (Si la celda no termina nunca, lee unas líneas más abajo cómo se detiene.)

# %% tags=["ejercicio"]
# >>> meses = ...
deuda = 1000
meses = 0
while deuda <= 2000:
    deuda = deuda * 1.05
    meses = meses + 1
# <<<

# %%
check("1.4.7", meses)

# %% [markdown]
# Un ciclo también se puede abandonar a medias, con `break`. Si buscas el primer pago grande y ya lo
# tienes, ¿para qué seguir?

# %%
mirados = 0
for pago in pagos:
    mirados = mirados + 1
    if pago["importe"] > 2000:
        print("encontrado:", pago["id"])
        break

print("pagos mirados:", mirados)

# %% [markdown]
# **Qué observas.** Miró cuatro, no doce. `break` sale del ciclo en ese momento.
#
# ¿Y si la condición de un `while` no deja de ser cierta nunca? Es un **ciclo infinito**, y un día
# escribirás uno. **Predice:** `n` baja de 3 en 3 desde 10. ¿Llegará a ser 0?

# %%
n = 10
vueltas = 0
while n != 0:
    n = n - 3
    vueltas = vueltas + 1
    print(n, end=" ")
    if vueltas == 8:
        print("… y seguiría para siempre.")
        break

# %% [markdown]
# **Qué observas.** Pasó de 1 a −2: se saltó el 0, y `n != 0` será cierto por los siglos de los
# siglos. Lo detuvo el `break` que pusimos de seguro. El arreglo es preguntar por el rango y no por
# un solo valor: `while n > 0`. (`end=" "` hace que `print` no salte de línea.)
#
# **Cómo se detiene un ciclo infinito.** Lo notarás porque la celda muestra `[*]` y no acaba. En
# JupyterLab, pulsa ■ (*Interrumpir el núcleo*); en Colab, el botón de la celda, que se ha vuelto
# cuadrado; en una terminal, Ctrl + C. Sale un error llamado `KeyboardInterrupt`: es tu interrupción,
# y no has roto nada. Tus variables siguen ahí.
#
# ## 6 · ¿Se puede decir más corto, y conviene?
#
# Crear una lista a partir de otra es tan común que Python tiene una forma corta: la **comprensión**
# (*comprehension*). Aquí está lo mismo, de las dos maneras. **Predice** el resultado.

# %% [markdown] tags=["docente"]
# **7 min.** Lee la comprensión en voz alta, de izquierda a derecha: «el país de cada pago, para cada
# pago de la lista, si es de más de mil». El descifrado del Zen se lee y se disfruta; no hace falta
# que lo escriban. Quien quiera verlo entero: `import this` en un núcleo recién reiniciado.

# %%
paises = []
for pago in pagos:
    if pago["importe"] > 1000:
        paises.append(pago["pais"])
print(paises)

print([pago["pais"] for pago in pagos if pago["importe"] > 1000])

# %% [markdown]
# **Qué observas.** El mismo resultado en una línea. Sus tres piezas: **qué guardo**, **de dónde
# sale** y, si quieres, **con qué condición**:
#
# ```
# [ qué guardo   for nombre in colección   if condición ]
# ```
#
# ### Ejercicio 1.4.8
#
# Con una comprensión, guarda en `nocturnos` la lista de los **comercios** (los nombres) de los pagos
# hechos **antes de las 6**, en el orden de `pagos` y con repeticiones, si las hay.

# %% tags=["ejercicio"]
# >>> nocturnos = ...
nocturnos = [movimiento["comercio"] for movimiento in pagos if movimiento["hora"] < 6]
# <<<

# %%
check("1.4.8", nocturnos)

# %% [markdown]
# ¿Es siempre mejor lo corto? Python lleva dentro una respuesta: el **Zen de Python**, las máximas de
# Tim Peters sobre cómo es un buen programa. Se lee con `import this`, que lo imprime entero (solo la
# primera vez). Pero hay una broma escondida: dentro, en `this.s`, el texto está **cifrado**. Mira
# una de sus líneas. (El `with` solo evita que se imprima todo; no hace falta entenderlo todavía.)

# %%
import contextlib
import io

with contextlib.redirect_stdout(io.StringIO()):
    import this

print(this.s.splitlines()[4])

# %% [markdown]
# Cada letra está cambiada por la que va 13 puestos más allá en el abecedario inglés, de 26 letras. Si
# se pasa de la z, vuelve a empezar por la a: por eso el `% 26`. Con lo que sabes hoy, se descifra:

# %%
abecedario = "abcdefghijklmnopqrstuvwxyz"
zen = ""
for letra in this.s.lower():
    if letra in abecedario:
        puesto = abecedario.find(letra)
        zen = zen + abecedario[(puesto + 13) % 26]
    else:
        zen = zen + letra  # espacios, puntos y saltos de línea se quedan igual

for numero_linea in [2, 3, 4, 8]:
    print(zen.splitlines()[numero_linea])

# %% [markdown]
# **Qué observas.** Un `for`, un `if` y un resto bastaron para leer el mensaje. A nuestra manera:
# *mejor bonito que feo; mejor decirlo que darlo por supuesto; mejor simple que complejo; que se lea
# bien importa*. Ahí está la respuesta: usa una comprensión cuando se lea mejor que el ciclo, no porque
# ocupe menos.
#
# > **Lo que oirás por ahí: «KISS significa *keep it single, stupid*».** Circula en más de un
# > apunte, pero la palabra es *simple*: *keep it simple, stupid*, «que sea simple, tonto». La frase
# > suele atribuirse a Kelly Johnson, ingeniero de aviones, y no pide una sola cosa, sino la menor
# > complicación. Veamos qué palabra usa el Zen, y qué se gana al hacerle caso:

# %%
print("¿Dice «simple»?", "simple" in zen)
print("¿Dice «single»?", "single" in zen)

iguales = 0
for a in [True, False]:
    for b in [True, False]:
        enredada = not (not a or not b)
        simple = a and b
        if enredada == simple:
            iguales = iguales + 1
print("casos en que la enredada y la simple coinciden:", iguales, "de 4")

# %% [markdown]
# **Qué observas.** El Zen dice *simple*. Y `not (not a or not b)` contesta siempre lo mismo que
# `a and b`: hace el mismo trabajo, pero la segunda se entiende de un vistazo. Eso es KISS.
#
# ## Errores frecuentes
#
# **1. Una línea que Python no puede ni leer:** un `=` donde va `==`, los dos puntos olvidados, la
# sangría que falta. Con uno de estos, la celda entera no arranca; por eso aquí los guardamos como
# textos, y `exec` los ejecuta uno a uno. (El `try` es solo para que el cuaderno siga: lección 1.5.)

# %% [markdown] tags=["docente"]
# **4 min.** El segundo es el más traicionero, porque no da error. Que lo prueben con `"PE"`, con `""`
# y con lo que quieran: entra siempre.

# %%
intentos = [
    'if hora = 7:\n    print("son las siete")',
    'if hora == 7\n    print("son las siete")',
    'if hora == 7:\nprint("son las siete")',
    'if hora == 7:\n    print("Arreglado: son las siete")',
]
hora = 7
for intento in intentos:
    try:
        exec(intento)
    except SyntaxError as error:
        print("No arranca:", type(error).__name__)

# %% [markdown]
# Los tres primeros son errores de **sintaxis** (`IndentationError` es el de la sangría). Python
# señala el sitio con `^` y a menudo propone el arreglo; en el primero: *Maybe you meant '=='*.
#
# **2. Decir `or` como se dice al hablar.** «Si el país es México o España» no se escribe
# `pais == "MX" or "ES"`: a cada lado del `or` va una pregunta completa. `"ES"` a solas es un texto que
# no está vacío, y eso cuenta como verdadero: entra siempre.

# %%
pais = "PE"
if pais == "MX" or "ES":
    print("Falla: dice que", pais, "es México o España")

if pais == "MX" or pais == "ES":
    print("esto ya no se escribe")
else:
    print("Arreglado:", pais, "no es ninguno de los dos")
print("Más corto todavía:", pais in ["MX", "ES"])

# %% [markdown]
# **3. Poner a cero el acumulador dentro del ciclo.** Cada vuelta olvida lo anterior, y al final queda
# solo el último elemento.

# %%
for gasto in gastos:
    suma = 0
    suma = suma + gasto
print("Falla:", suma)

suma = 0
for gasto in gastos:
    suma = suma + gasto
print("Arreglado:", suma)

# %% [markdown]
# **4. Quitar elementos de una lista mientras la recorres.** Al quitar uno, los siguientes se
# adelantan un puesto, y el ciclo se salta a quien ocupó su lugar.

# %%
numeros = [200, 300, 5, 400]
for x in numeros:
    if x > 100:
        numeros.remove(x)
print("Falla, quedó el 300:", numeros)

numeros = [200, 300, 5, 400]
print("Arreglado, una lista nueva:", [x for x in numeros if x <= 100])

# %% [markdown]
# ## Práctica: un detector de pagos sospechosos
#
# Antes de que hubiera aprendizaje automático, los bancos vigilaban las tarjetas con reglas escritas
# a mano, y muchos las siguen usando. Vas a escribir uno de esos detectores. La tarjeta es mexicana,
# y las reglas son tres:
#
# 1. **importe**: el pago es de **más de** 1000 euros;
# 2. **hora**: se hizo **antes de** las 6;
# 3. **país**: se hizo en un país **distinto** de `"MX"`.
#
# Una sola señal no basta: la gente compra cosas caras, madruga y viaja. Un pago es **sospechoso**
# cuando cumple **al menos dos** de las tres reglas.
#
# **Predice** mirando la lista: ¿cuántos de los doce serán sospechosos?
#
# ### Paso 1 · Ejercicio 1.4.9
#
# ¿Cuántas reglas cumple cada pago? Guárdalo en `puntos`, una lista de doce enteros de 0 a 3, en el
# orden de `pagos`.

# %% [markdown] tags=["docente"]
# **10 min.** Error típico del paso 1: `elif`, con lo que nadie pasa de un punto. Pregunta qué
# significa que dos reglas se cumplan a la vez. Guarda el paso 3 para la conversación: ¿qué regla
# cambiarían, y a quién molestaría? El módulo 6 retoma la idea con 284 807 pagos de verdad.

# %% tags=["ejercicio"]
# >>> puntos = ...
puntos = []
for movimiento in pagos:
    reglas = 0
    if movimiento["importe"] > 1000:
        reglas = reglas + 1
    if movimiento["hora"] < 6:
        reglas = reglas + 1
    if movimiento["pais"] != "MX":
        reglas = reglas + 1
    puntos.append(reglas)
# <<<

# %%
check("1.4.9", puntos)

# %% [markdown]
# ### Paso 2 · Ejercicio 1.4.10
#
# Guarda en `sospechosos` la lista de los **identificadores** (`"id"`) de los pagos que cumplen al
# menos dos reglas, en el orden de `pagos`. Puedes usar tus `puntos` y recorrer las dos listas con
# `zip`.

# %% tags=["ejercicio"]
# >>> sospechosos = ...
sospechosos = []
for movimiento, reglas in zip(pagos, puntos):
    if reglas >= 2:
        sospechosos.append(movimiento["id"])
# <<<

# %%
check("1.4.10", sospechosos)

# %% [markdown]
# ### Paso 3 · Ejercicio 1.4.11
#
# ¿Es bueno el detector? El banco llamó a la dueña de la tarjeta y ella repasó los doce pagos. Estos
# no eran suyos, son **fraudes**:

# %%
fraudes = ["P-003", "P-004", "P-007", "P-010", "P-012"]

# %% [markdown]
# Compara tu lista `sospechosos` con `fraudes` y guarda tres cuentas, que son enteros:
#
# - `aciertos`: sospechosos que sí eran fraude;
# - `falsas_alarmas`: sospechosos que **no** eran fraude;
# - `se_escapan`: fraudes que **no** están entre los sospechosos.
#
# Puedes usar un ciclo o los conjuntos de la lección 1.3.

# %% tags=["ejercicio"]
# >>> aciertos = ...
aciertos = len([codigo for codigo in sospechosos if codigo in fraudes])
# <<<
# >>> falsas_alarmas = ...
falsas_alarmas = len([codigo for codigo in sospechosos if codigo not in fraudes])
# <<<
# >>> se_escapan = ...
se_escapan = len([codigo for codigo in fraudes if codigo not in sospechosos])
# <<<

# %% tags=["resultado"]
check("1.4.11", aciertos, falsas_alarmas, se_escapan)

# %% [markdown]
# **Qué observas.** El detector encuentra fraudes, molesta a alguien que no había hecho nada y deja
# escapar otros. El de P-012 es un pago corriente, a las 20 y en México: ninguna de las tres reglas lo
# ve. ¿Y si las reglas se pudieran **aprender** de miles de pagos en vez de escribirlas a mano? A eso
# se dedica el resto del curso. En el módulo 6, con pagos de verdad (donde el fraude es muchísimo más
# raro que aquí), un detector de reglas como el tuyo competirá con una red neuronal.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** ¿Qué números cumplen `x > 5 or x < 10`?
#
# - a) Los que están entre 5 y 10.
# - b) Ninguno.
# - c) Todos.
# - d) Solo los mayores que 5.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("1.4.A1", respuesta_1)

# %% [markdown]
# **A2.** ¿Cuánto vale `marcador` al final?
#
# ```python
# marcador = 0
# if marcador > 0:
#     marcador = marcador + 1
#     marcador = marcador + 10
# marcador = marcador + 100
# ```
#
# - a) 100
# - b) 110
# - c) 111
# - d) 0

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "a"
# <<<
check("1.4.A2", respuesta_2)

# %% [markdown]
# **A3.** ¿Qué números recorre `for k in range(2, 8, 2)`?
#
# - a) 2, 4, 6 y 8
# - b) 2, 4 y 6
# - c) 2, 8 y 2
# - d) 2, 3, 4, 5, 6 y 7

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "b"
# <<<
check("1.4.A3", respuesta_3)

# %% [markdown]
# **A4.** ¿Cuál de estos ciclos no termina nunca?
#
# - a) `k` empieza en 5, y `while k > 0:` le resta 2 en cada vuelta.
# - b) `k` empieza en 100, y `while k > 1:` lo divide entre 2 en cada vuelta.
# - c) `while True:`, y la primera línea de dentro es `break`.
# - d) `k` empieza en 1, y `while k != 10:` le suma 2 en cada vuelta.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "d"
# <<<
check("1.4.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Una comparación contesta `True` o `False`; `and`, `or` y `not` las unen, y lo vacío y el cero
#   cuentan como falso.
# - `if`, `elif` y `else` eligen un solo camino, el primero que se cumple; la sangría dice qué va dentro.
# - `for` recorre una colección; `range`, `enumerate` y `zip` le dan números, posiciones y parejas.
# - `while` repite mientras algo sea cierto; asegúrate de que un día deje de serlo.
# - Mejor simple que complejo: una comprensión, si se lee mejor; un ciclo, si no.
#
# ## Para saber más
#
# - [Tutorial oficial de Python, capítulo 4](https://docs.python.org/es/3/tutorial/controlflow.html):
#   más herramientas para controlar el flujo.
# - [PEP 20](https://peps.python.org/pep-0020/): el Zen de Python, sin cifrar.
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, capítulo 1: qué
#   cambia cuando las reglas no las escribe una persona.
