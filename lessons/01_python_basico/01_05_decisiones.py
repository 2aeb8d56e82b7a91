# %% [markdown]
# # 1.5 · Decisiones: un programa que elige
#
# | | |
# |---|---|
# | **Objetivos** | Comparar valores y unir condiciones con `and`, `or` y `not`; decir qué cuenta como verdadero y qué como falso; elegir un camino con `if`, `elif` y `else`, y un valor con el condicional en una línea; decidir, con tres reglas, si un pago merece una llamada |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Texto (lección {{texto}}) y colecciones ({{colecciones}}) |
# | **Datos** | Doce pagos con tarjeta, inventados para el curso |
# | **Práctica** | Práctica 5 (decisiones), y el examen sorpresa de booleanos |

# %%
from course_utils import check, hint, solution

# %% [markdown] presenta="booleano, ==, !=, <, <=, >, >="
# ## 1 · ¿Qué contesta Python cuando comparas?
#
# Hasta aquí, tus programas hacían siempre lo mismo, de la primera línea a la última. Hoy aprenden a
# **elegir**. Así puede decidir un banco, en un instante, si un pago con tarjeta merece una llamada.
# Al final de la lección lo decidirás tú.
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
# **{{minutos}}.** Haz votar el `importe > 1000` a mano alzada: suele haber quien dice que sí. La frontera
# (¿el 1000 entra o no?) vuelve en 1.5.1, en 1.5.3 y en la práctica; merece un minuto ahora.

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
# Los textos también se comparan, carácter a carácter, como se ordenan las palabras en un diccionario
# de papel.
#
# **Predice:** ¿cuáles de estas cuatro serán `True`?

# %%
print("MX" == "mx")
print("manzana" < "pera")
print("10" < "9")
print(10 < 9)

# %% [markdown] presenta="comparación encadenada"
# **Qué observas.** Mayúsculas y minúsculas son letras distintas. (Para la computadora cada carácter
# es un número, y el orden es el de esos números: las mayúsculas sin tilde van antes que las
# minúsculas, y la ñ y las letras con tilde, después de la z.) Y `"10"` va antes que `"9"` porque entre
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
# Una sorpresa más. ¿Recuerdas de la lección {{numeros_y_variables}} cuánto da `0.1 + 0.2`? Con decimales, `==` exige una
# igualdad perfecta, y la computadora no siempre puede dársela:

# %%
import math

print(0.1 + 0.2 == 0.3)
print(math.isclose(0.1 + 0.2, 0.3))
print(round(0.10 * 1.15, 2) == round(0.115, 2))

# %% [markdown]
# **Qué observas.** Para comparar decimales, `math.isclose`: pregunta si están tan cerca que, al lado
# de lo que valen, la diferencia no cuenta. (Con un 0 exacto no sirve tal cual: al lado de 0, toda
# diferencia cuenta.) Redondear los dos lados no basta: en el papel, 0.10 × 1.15 es 0.115, pero la
# cuenta se queda un pelo por debajo, y a dos decimales uno cae en 0.11 y el otro en 0.12. Con dinero
# que hay que cuadrar, céntimos enteros.
#
# ### Ejercicio 1.5.1
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
check("1.5.1", abierta_1, abierta_2, abierta_3)

# %% [markdown] presenta="and, or, not"
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("1.5.1")` da una pista, y
# `solution("1.5.1")` enseña una solución.
#
# ## 2 · ¿Cómo se unen dos condiciones?
#
# «Es de noche **y** la compra es grande». «Es de noche **o** la compra es grande». «**No** es de
# noche». Python lo dice con tres palabras: `and`, `or` y `not`.
#
# **Predice:** de los cuatro casos posibles, ¿en cuántos será cierto `and`? ¿Y `or`?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Cinco de ellos son el examen sorpresa (1.5.2): papel, en silencio y sin ejecutar; luego
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

# %% [markdown] presenta="tabla de verdad"
# **Qué observas.** Acabas de calcular las **tablas de verdad**. `and` es exigente: solo es cierto si
# lo son las dos. `or` se conforma: basta una, y también vale con las dos. No es el «o» de «¿té o
# café?», que obliga a elegir.
#
# ¿Y si se mezclan? Igual que `*` va antes que `+`, hay un orden: primero `not`, después `and`, al
# final `or`. **Predice** qué da cada línea:

# %%
print(True or False and False)
print((True or False) and False)

# %% [markdown] presenta="cortocircuito"
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

# %% [markdown] presenta="bool"
# **Qué observas.** No falla. `compras > 0` es `False`, así que el `and` ya no puede ser cierto y la
# división no llega a hacerse. Al revés, `gasto / compras > 50 and compras > 0`, sí fallaría: pon
# delante la condición que protege.
#
# Por último, cualquier valor puede hacer de condición. Con `bool(...)` se ve cómo lo toma Python.
#
# **Predice:** ¿qué tienen en común los de las dos primeras líneas?

# %%
print(bool(0), bool(0.0), bool(""), bool([]), bool({}))
print(bool(None))
print(bool(7), bool(-1), bool("0"), bool(" "), bool([0]))

# %% [markdown]
# **Qué observas.** Lo vacío, el cero y `None` («nada») cuentan como falso, igual que `False`; los
# demás valores que conoces, como verdadero. También
# `"0"`, que es un texto con un carácter, y `[0]`, que es una lista con un elemento. Python no mira
# qué significa el contenido, sino si hay algo dentro.
#
# ### Ejercicio 1.5.2 · El examen sorpresa
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
check("1.5.2", examen)

# %% [markdown] presenta="if, sangría"
# ## 3 · ¿Cómo elige un programa qué camino seguir?
#
# Con `if` («si»). La línea del `if` acaba en dos puntos, y lo que depende de ella va debajo, **con
# sangría**: cuatro espacios a la izquierda. En el cuaderno, al pulsar Intro después de los dos puntos,
# aparecen solos.
#
# **Predice:** con `precio = 80`, ¿qué líneas se escribirán?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Después de la primera celda, cambia el 80 por 1450 y ejecútala otra vez. Luego quita la
# sangría del segundo `print` y que digan qué cambia: la sangría no es un adorno. Vienen de C o Java
# quienes preguntan por las llaves.

# %%
precio = 80

if precio > 1000:
    print("Es una compra grande.")
    print("Pide confirmación.")
print("Gracias por tu compra.")

# %% [markdown] presenta="elif, else"
# **Qué observas.** Las dos líneas con sangría dependen del `if`, y se saltaron juntas. La última no
# tiene sangría: ya está fuera, y se ejecuta siempre. En muchos lenguajes la sangría es un adorno; en
# Python **dice qué va dentro de qué**.
#
# Cuando hay más de dos caminos, se añaden `elif` («si no, pero sí…») y `else` («en cualquier otro
# caso»). **Predice:** a las 7, dos de las condiciones son ciertas. ¿Se escribirán dos saludos?

# %% tags=["resultado"]
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
# ### Ejercicio 1.5.3 · Práctica 5
#
# Por cada compra, la tienda paga al banco una comisión, que es un solo porcentaje de toda la compra:
#
# - si es de más de 1000 euros, el 3 %;
# - si es de más de 100 euros, hasta 1000, el 2 %;
# - si es de 100 euros o menos, el 1 %.
#
# Guarda en `comision` los euros que corresponden a `compra`, con `if`, `elif` y `else`. Tu respuesta
# ocupará varias líneas: borra `comision = ...` y escríbelas en su lugar, con su misma sangría. El `for`
# ya está escrito: pone en `compra` cada número de la lista, uno por vuelta, y repite lo que lleva
# sangría (lo viste en {{colecciones}}; lo escribirás tú en {{ciclos}}). Así, tu decisión se prueba con
# cinco compras.

# %% tags=["ejercicio"]
compras = [1500.0, 1000.0, 250.0, 100.0, 40.0]
comisiones = []
for compra in compras:
    # >>> comision = ...
    if compra > 1000:
        comision = compra * 0.03
    elif compra > 100:
        comision = compra * 0.02
    else:
        comision = compra * 0.01
    # <<<
    comisiones.append(comision)

# %%
check("1.5.3", comisiones)

# %% [markdown] presenta="condicional en una línea"
# ## 4 · ¿Y si solo hay que elegir entre dos valores?
#
# Un `if` con su `else` ocupa cuatro líneas. Cuando los dos caminos solo se distinguen en un valor, cabe
# en una: es el **condicional en una línea** (*conditional expression*). Delante, el valor del sí;
# después del `if`, la pregunta; después del `else`, el valor del no.
#
# **Predice:** ¿qué escribirá la última línea?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que lo lean en voz alta: «nada, si hay un aviso; si no, una ese». Quien venga de una
# hoja de cálculo reconocerá su función SI, con las piezas en otro orden. El error típico de 1.5.4 es
# olvidar el `else`: aquí es obligatorio, porque siempre tiene que salir un valor.

# %%
avisos = 1

if avisos == 1:
    print(avisos, "aviso")
else:
    print(avisos, "avisos")

final = "" if avisos == 1 else "s"
print(avisos, "aviso" + final)
print("llamar" if avisos > 2 else "esperar")

# %% [markdown]
# **Qué observas.** Las dos maneras hacen lo mismo. La corta no es una instrucción: es un **valor**, y por
# eso se puede guardar o imprimir allí mismo. Si hay que hacer varias cosas, o hay más de dos caminos, se
# lee mejor el `if` de siempre.
#
# ### ★ Ampliación · Ejercicio 1.5.4
#
# En una tienda, el envío es gratis (0 euros) para las compras de **50 euros o más**, y cuesta 4.95 euros
# para las demás. Guarda en `envio` lo que cuesta el de cada compra, con un condicional en una línea. El
# `for` está escrito.

# %% tags=["ejercicio"]
carritos = [20.0, 50.0, 49.99, 120.0]
envios = []
for carrito in carritos:
    # >>> envio = ...
    envio = 0 if carrito >= 50 else 4.95
    # <<<
    envios.append(envio)

# %%
check("1.5.4", envios)

# %% [markdown] presenta=".__name__"
# ## Errores frecuentes
#
# **1. Una línea que Python no puede ni leer:** un `=` donde va `==`, los dos puntos olvidados, la
# sangría que falta. Con uno de estos, la celda entera no arranca; por eso aquí los guardamos como
# textos, y `exec` los ejecuta uno a uno. (El `try` es solo para que el cuaderno siga: se explica en la lección {{errores_previstos}}.
# Con `type(error).__name__` se lee el nombre del error.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El segundo es el más traicionero: no da error (tampoco el tercero). Que lo
# prueben con `"PE"`, con `""` y con lo que quieran: entra siempre.

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

# %% [markdown] presenta="errores de sintaxis"
# Los tres primeros son errores de **sintaxis** (`IndentationError` es el de la sangría). Python
# señala el sitio con `^` y a menudo propone el arreglo; en el primero: *Maybe you meant '=='…* («¿querías
# decir `==`?»).
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
# **3. Un segundo `if` donde iba un `elif`.** Dos `if` seguidos son dos preguntas, y se hacen las dos: la
# segunda puede borrar lo que decidió la primera.

# %%
nota = 9.5
if nota >= 9:
    letra = "A"
if nota >= 7:
    letra = "B"
print("Falla:", letra)

if nota >= 9:
    letra = "A"
elif nota >= 7:
    letra = "B"
print("Arreglado:", letra)

# %% [markdown]
# ## Práctica: ¿merece este pago una llamada?
#
# Antes de pasarse al aprendizaje automático, los bancos vigilaban las tarjetas con reglas escritas
# a mano, y muchos las siguen usando. Vas a escribir uno de esos detectores. Estos son doce pagos hechos
# con una misma tarjeta mexicana: los importes están en euros y la hora, de 0 a 23.

# %%
pagos = [
    {"id": "P-001", "comercio": "Panadería Sol", "importe": 12.5,
     "pais": "MX", "hora": 9},
    {"id": "P-002", "comercio": "Librería Norte", "importe": 48.0,
     "pais": "MX", "hora": 17},
    {"id": "P-003", "comercio": "Electrónica Delta", "importe": 1450.0,
     "pais": "MX", "hora": 12},
    {"id": "P-004", "comercio": "Viajes Aurora", "importe": 2300.0,
     "pais": "PE", "hora": 3},
    {"id": "P-005", "comercio": "Farmacia Luz", "importe": 22.3,
     "pais": "MX", "hora": 2},
    {"id": "P-006", "comercio": "Viajes Aurora", "importe": 640.0,
     "pais": "ES", "hora": 11},
    {"id": "P-007", "comercio": "Electrónica Delta", "importe": 1800.0,
     "pais": "CO", "hora": 15},
    {"id": "P-008", "comercio": "Viajes Aurora", "importe": 1000.0,
     "pais": "ES", "hora": 18},
    {"id": "P-009", "comercio": "Panadería Sol", "importe": 15.0,
     "pais": "AR", "hora": 6},
    {"id": "P-010", "comercio": "Librería Norte", "importe": 85.9,
     "pais": "AR", "hora": 4},
    {"id": "P-011", "comercio": "Farmacia Luz", "importe": 1200.0,
     "pais": "MX", "hora": 5},
    {"id": "P-012", "comercio": "Electrónica Delta", "importe": 199.0,
     "pais": "MX", "hora": 20},
]

# %% [markdown]
# Las reglas son tres:
#
# 1. **importe**: el pago es de **más de** 1000 euros;
# 2. **hora**: se hizo **antes de** las 6;
# 3. **país**: se hizo en un país **distinto** de `"MX"`.
#
# ### Paso 1 · Ejercicio 1.5.5
#
# Escribe las tres preguntas, una por regla, para un `pago`: tres comparaciones, que dan `True` o `False`.
# El `for` las hace con los doce y guarda las respuestas en tres listas.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Error típico del paso 2: `elif` entre las reglas, con lo que nadie pasa de una. Pregunta
# qué significa que dos reglas se cumplan a la vez. Para la conversación: ¿qué regla cambiarían, y a
# quién molestaría? La lección {{ciclos}} mide cuánto acierta este detector, y el módulo {{modulo:fraude}} retoma la
# idea con 284 807 pagos de verdad.

# %% tags=["ejercicio"]
por_importe, por_hora, por_pais = [], [], []
for pago in pagos:
    # >>> es_grande = ...
    es_grande = pago["importe"] > 1000
    # <<<
    # >>> es_de_madrugada = ...
    es_de_madrugada = pago["hora"] < 6
    # <<<
    # >>> es_de_fuera = ...
    es_de_fuera = pago["pais"] != "MX"
    # <<<
    por_importe.append(es_grande)
    por_hora.append(es_de_madrugada)
    por_pais.append(es_de_fuera)

# %%
check("1.5.5", por_importe, por_hora, por_pais)

# %% [markdown]
# ### Paso 2 · Ejercicio 1.5.6
#
# Una sola señal no basta: la gente compra cosas caras, madruga y viaja. El banco decide según **cuántas**
# reglas se cumplen:
#
# - las tres: `"bloquear"`;
# - dos: `"llamar"`;
# - una o ninguna: `"dejar pasar"`.
#
# Guarda en `decision` el texto que toca a cada `pago`. Una ayuda: al sumar booleanos, `True` vale 1 y
# `False`, 0, así que `True + False + True` es 2.
#
# **Predice** mirando la lista: ¿a cuántos pagos les tocará una llamada?

# %% tags=["ejercicio"]
decisiones = []
for pago in pagos:
    # >>> decision = ...
    reglas = ((pago["importe"] > 1000) + (pago["hora"] < 6)
              + (pago["pais"] != "MX"))
    if reglas == 3:
        decision = "bloquear"
    elif reglas == 2:
        decision = "llamar"
    else:
        decision = "dejar pasar"
    # <<<
    decisiones.append(decision)

# %%
check("1.5.6", decisiones)

# %% [markdown]
# Es un programa que decide, y cada decisión se puede explicar. ¿Son **buenas** decisiones? Para saberlo hay
# que contar aciertos y errores, y eso es cosa de la lección {{ciclos}}.
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
check("1.5.A1", respuesta_1)

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
check("1.5.A2", respuesta_2)

# %% [markdown]
# **A3.** Una entrada cuesta según la edad. ¿Cuánto paga quien tiene 70 años?
#
# ```python
# if edad > 12:
#     precio = 10
# elif edad > 65:
#     precio = 6
# else:
#     precio = 4
# ```
#
# - a) 6
# - b) 10
# - c) 4
# - d) 16

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "b"
# <<<
check("1.5.A3", respuesta_3)

# %% [markdown]
# **A4.** Un programa suma y multiplica precios con decimales, como aquí, y quiere saber si cada total es
# lo que se cobró. Ninguno es 0 ni llega al millón. ¿Qué pregunta sirve **siempre**?
#
# ```python
# total = 3 * 0.1
# cobrado = 0.3
# ```
#
# - a) `total == cobrado`
# - b) `round(total, 2) == round(cobrado, 2)`
# - c) `math.isclose(total, cobrado)`
# - d) `int(total) == int(cobrado)`

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "c"
# <<<
check("1.5.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Una comparación contesta `True` o `False`; los decimales se comparan con `math.isclose`.
# - `and`, `or` y `not` unen preguntas completas; lo vacío, el cero y `None` cuentan como falso.
# - `if`, `elif` y `else` eligen un solo camino, el primero que se cumple; la sangría dice qué va dentro.
# - Para elegir entre dos valores basta una línea: el del sí, la pregunta y el del no.
# - En cada frontera, pregúntate si el valor justo entra: es lo que separa `>` de `>=`.
#
# ## Para saber más
#
# - [Tutorial oficial de Python, capítulo 4](https://docs.python.org/es/3/tutorial/controlflow.html):
#   más herramientas para controlar el flujo.
# - [PEP 485](https://peps.python.org/pep-0485/), en inglés: por qué existe `math.isclose`.
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, capítulo 1: qué
#   cambia cuando las reglas no las escribe una persona.
