# %% [markdown]
# # 1.6 · Ciclos: un programa que repite
#
# | | |
# |---|---|
# | **Objetivos** | Recorrer una colección con `for` y contar vueltas con `range`; acumular una suma o una lista; saber por qué posición va un ciclo con `enumerate` y recorrer dos listas con `zip`; repetir con `while` y detener un ciclo que no acaba; escribir comprensiones; medir cuánto acierta un detector de pagos |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Colecciones (lección {{colecciones}}) y decisiones ({{decisiones}}) |
# | **Datos** | Doce pagos con tarjeta, inventados para el curso |
# | **Práctica** | Práctica 6 (ciclos) |

# %%
from course_utils import check, hint, solution
from course_utils import plot_steps

# %% [markdown] presenta="ciclo, for"
# ## 1 · ¿Cómo se hace lo mismo con mil cosas?
#
# En la lección {{decisiones}}, tu programa aprendió a elegir, y el `for` que llevaba la decisión de un
# pago al siguiente venía escrito. Hoy lo escribes tú, y con él se puede contar, sumar y buscar entre
# todos los pagos que haya.
#
# Es un **ciclo** (*loop*). `for` toma los elementos de una colección, uno por uno, y ejecuta las
# líneas con sangría una vez para cada uno.
#
# **Predice:** ¿cuántas líneas escribirá esta celda?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Es el corazón de la lección. Dibuja en la pizarra una tabla con tres columnas (vuelta,
# `pago["importe"]`, `total`) y rellénala a mano para los tres primeros pagos antes de ejecutar el
# acumulador. 1.6.2 y 1.6.3 son de ampliación.

# %%
for letra in "sol":
    print("letra:", letra)
print("fin")

# %% [markdown] presenta="range"
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
# **Qué observas.** Son las reglas de los recortes de la lección {{texto}}: inicio, final y paso. El inicio
# entra; **el final no**. De 1 a 5 se escribe `range(1, 6)`. Con un solo número, ese es el final y se
# empieza en 0; con un paso negativo, se baja.
#
# Ahora los datos: los doce pagos de la lección {{decisiones}}, hechos con una misma tarjeta mexicana.
# Los importes están en euros.

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

# %% [markdown] presenta="acumulador"
# ¿Cuánto se gastó en total? Es el truco más útil de la lección: un **acumulador**. Se crea **antes**
# del ciclo, con valor 0, y crece en cada vuelta.
#
# **Predice:** ¿pasará de 10 000 euros?

# %% tags=["resultado"]
total = 0
for pago in pagos:
    total = total + pago["importe"]

print(f"{len(pagos)} pagos, {total:.2f} euros")

# %% [markdown] presenta="+=, -=, *=, course_utils.plot_steps"
# **Qué observas.** No pasa. Y son doce sumas en dos líneas: con un millón de pagos, el programa sería el
# mismo. Como acumular es tan común, hay una manera corta de escribirlo: `total += pago["importe"]` suma
# lo de la derecha y guarda el resultado con el mismo nombre. Igual funcionan `-=` y `*=`.
#
# Veámoslo despacio. En cada vuelta apuntamos lo que vale cada cosa, y `plot_steps` lo dibuja: una
# fila por vuelta y, en color, lo que cambió desde la anterior.

# %%
suma = 0
vueltas = []
for pago in pagos[:4]:
    suma += pago["importe"]
    vueltas.append({"pago": pago["id"], "importe": pago["importe"],
                    "suma": suma})

ax = plot_steps(vueltas)

# %% [markdown]
# En cada fila, la suma es la de la fila de arriba más el importe de esa vuelta.
#
# Y dentro del ciclo cabe una decisión. Fíjate en la doble sangría: el `print` está dentro del `if`,
# que está dentro del `for`.

# %%
for pago in pagos:
    if pago["importe"] > 1000:
        print("grande:", pago["id"], pago["comercio"], pago["importe"])

# %% [markdown]
# ### Ejercicio 1.6.1 · Práctica 6
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
check("1.6.1", total_fuera)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("1.6.1")` da una pista, y
# `solution("1.6.1")` enseña una solución.
#
# ### ★ Ampliación · Ejercicio 1.6.2
#
# Suma los números del 1 al 100 (los dos incluidos) que son múltiplos de 3 **o** de 5; los que son
# las dos cosas se suman una sola vez. Guarda la suma en `suma_multiplos`. Recuerda de la lección {{numeros_y_variables}}
# que `n % 3` es el resto de dividir `n` entre 3; si es 0, `n` es múltiplo de 3.

# %% tags=["ejercicio"]
# >>> suma_multiplos = ...
suma_multiplos = 0
for numero in range(1, 101):
    if numero % 3 == 0 or numero % 5 == 0:
        suma_multiplos = suma_multiplos + numero
# <<<

# %%
check("1.6.2", suma_multiplos)

# %% [markdown] presenta="enumerate, zip"
# ## 2 · ¿Y si hacen falta la posición, o dos listas a la vez?
#
# A veces hace falta saber **por qué posición vamos**: para eso está `enumerate`. Y a veces hay que
# recorrer **dos listas a la vez**: es `zip`, «cremallera», que las une diente con diente. En cada
# vuelta, los dos dan una pareja (una tupla), que se desempaqueta en dos nombres.
#
# **Predice:** ¿en qué número empieza a contar `enumerate`?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** En 1.6.3 hay quien recorre `range(len(pagos))`: vale, y es buen momento para preguntar qué
# se lee mejor. Con `zip`, que prueben a quitar un día de una de las listas: no hay aviso.

# %%
dias = ["lunes", "martes", "miércoles", "jueves"]
gastos = [12, 30, 7, 21]

for i, dia in enumerate(dias):
    print(i, dia)

# %%
for dia, gasto in zip(dias, gastos):
    print(f"{dia:<10}", "█" * gasto, gasto)

# %% [markdown] presenta="strict="
# **Qué observas.** `enumerate` cuenta desde 0, como los índices. Y con `zip`, más la multiplicación
# de textos de la lección {{texto}}, has hecho tu primer gráfico de barras: el gasto de cada día, en euros.
# La barra más larga es la del martes. (Si una lista es más corta que la otra, `zip` se detiene al
# acabarse la corta, sin avisar; con `zip(dias, gastos, strict=True)` sería un error.)

# %% [markdown]
# ### ★ Ampliación · Ejercicio 1.6.3
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
check("1.6.3", posiciones)

# %% [markdown]
# ### ¿Y un ciclo dentro de otro?
#
# También se puede. Así se recorren todas las combinaciones, y una tabla de verdad se
# escribe sola. **Predice:** ¿se parecerán las dos últimas columnas?

# %% presenta="sep="
print("a", "b", "una", "otra", sep="\t")
for a in [True, False]:
    for b in [True, False]:
        una = not (a and b)
        otra = not a or not b
        print(a, b, una, otra, sep="\t")

# %% [markdown] presenta="while"
# **Qué observas.** Las dos últimas columnas son iguales en los cuatro casos: «no es cierto que las
# dos» es lo mismo que «falla al menos una». Es una de las **leyes de De Morgan**, y la acabas de
# comprobar caso por caso. (`sep="\t"` separa lo que escribe `print` con tabuladores.)
#
# ## 3 · ¿Y si no sabes cuántas vueltas harán falta?
#
# `while` («mientras») repite **mientras** una condición siga siendo cierta. La mira antes de cada
# vuelta.
#
# Toma una hoja de papel de 0.1 milímetros de grosor y dóblala por la mitad: 0.2. Otra vez: 0.4.
# **Predice:** si pudieras seguir, ¿cuántos dobleces harían falta para superar la altura del
# Everest, 8849 metros?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Apunta en la pizarra las predicciones del papel antes de ejecutar. Provoca en directo un
# ciclo infinito (`while True: pass`) y detenlo con ■: quien lo ha hecho una vez pierde el miedo. En
# 1.6.4, quien multiplica por 0.05 crea uno sin querer: la deuda encoge y nunca llega.

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
# ### Ejercicio 1.6.4
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
check("1.6.4", meses)

# %% [markdown] presenta="break"
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

# %% [markdown] presenta="continue, pass"
# **Qué observas.** Miró cuatro, no doce. `break` sale del ciclo en ese momento.
#
# `continue` es más suave: se salta lo que queda de **esta** vuelta y pasa a la siguiente. Y `pass` no
# hace nada: guarda el sitio donde Python exige una línea con sangría y aún no sabes qué poner.

# %%
for pago in pagos:
    if pago["pais"] == "MX":
        continue  # de México: al siguiente
    if pago["importe"] > 2000:
        pass  # aquí irá un aviso
    print(pago["id"], pago["pais"])

# %% [markdown] presenta="ciclo infinito"
# **Qué observas.** A los de México no llegó el `print`; a los demás, sí, también al que pasó por el
# `pass`.
#
# ¿Y si la condición de un `while` no deja de ser cierta nunca? Es un **ciclo infinito**, y un día
# escribirás uno. **Predice:** `n` baja de 3 en 3 desde 10. ¿Llegará a ser 0?

# %% presenta="end="
n = 10
vueltas = 0
while n != 0:
    n = n - 3
    vueltas = vueltas + 1
    print(n, end=" ")
    if vueltas == 8:
        print("… y seguiría para siempre.")
        break

# %% [markdown] presenta="comprensión"
# **Qué observas.** Pasó de 1 a −2: se saltó el 0, y `n != 0` será cierto por los siglos de los
# siglos. Lo detuvo el `break` que pusimos de seguro. El arreglo es preguntar por el rango y no por
# un solo valor: `while n > 0`. (`end=" "` hace que `print` no salte de línea.)
#
# **Cómo se detiene un ciclo infinito.** Lo notarás porque la celda muestra `[*]` y no acaba. En
# JupyterLab, pulsa ■ (*Interrumpir el núcleo*); en Colab, el botón de la celda, que se ha vuelto
# cuadrado; en una terminal, Ctrl + C. Sale un error llamado `KeyboardInterrupt`: es tu interrupción,
# y no has roto nada. Tus variables siguen ahí.
#
# ## 4 · ¿Se puede decir más corto, y conviene?
#
# Crear una lista a partir de otra es tan común que Python tiene una forma corta: la **comprensión**
# (*comprehension*). Aquí está lo mismo, de las dos maneras. **Predice** el resultado.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Lee la comprensión en voz alta, de izquierda a derecha: «el país de cada pago, para cada
# pago de la lista, si es de más de mil». El descifrado del Zen es de ampliación: se lee y se disfruta; no
# hace falta que lo escriban. Quien quiera verlo entero: `import this` en un núcleo de ejecución recién reiniciado.

# %%
paises = []
for pago in pagos:
    if pago["importe"] > 1000:
        paises.append(pago["pais"])
print(paises)

print([pago["pais"] for pago in pagos if pago["importe"] > 1000])

# %% [markdown] presenta="comprensión de diccionario, comprensión de conjunto"
# **Qué observas.** El mismo resultado en una línea. Sus tres piezas: **qué guardo**, **de dónde
# sale** y, si quieres, **con qué condición**:
#
# ```
# [ qué guardo   for nombre in colección   if condición ]
# ```
#
# Con llaves sale un conjunto; con llaves y parejas «clave: valor», un diccionario:
# `{pago["id"]: pago["importe"] for pago in pagos}` es una **comprensión de diccionario**, que guarda
# el importe de cada pago.
#
# ### Ejercicio 1.6.5
#
# Con una comprensión, guarda en `nocturnos` la lista de los **comercios** (los nombres) de los pagos
# hechos **antes de las 6**, en el orden de `pagos` y con repeticiones, si las hay.

# %% tags=["ejercicio"]
# >>> nocturnos = ...
nocturnos = [movimiento["comercio"] for movimiento in pagos
             if movimiento["hora"] < 6]
# <<<

# %%
check("1.6.5", nocturnos)

# %% [markdown] presenta=".splitlines"
# Usa una comprensión cuando se lea mejor que el ciclo, no porque ocupe menos.
#
# ### ★ Ampliación · ¿Es siempre mejor lo corto?
#
# Python lleva dentro una respuesta: el **Zen de Python**, las máximas de
# Tim Peters sobre cómo es un buen programa. Se lee con `import this`, que lo imprime entero (solo la
# primera vez). Pero hay una broma escondida: dentro, en `this.s`, el texto está **cifrado**. Mira
# una de sus líneas: `splitlines` hace una lista con las líneas de un texto. (El `with` solo evita que
# se imprima todo; no hace falta entenderlo todavía.)

# %% tags=["todavia-no"]
import contextlib
import io

with contextlib.redirect_stdout(io.StringIO()):
    import this

cifrado = this.s
print(cifrado.splitlines()[4])

# %% [markdown]
# Cada letra está cambiada por la que va 13 puestos más allá en el abecedario inglés, de 26 letras. Si
# se pasa de la z, vuelve a empezar por la a: por eso el `% 26`. Con lo que sabes hoy, se descifra:

# %%
abecedario = "abcdefghijklmnopqrstuvwxyz"
zen = ""
for letra in cifrado.lower():
    if letra in abecedario:
        puesto = abecedario.find(letra)
        zen = zen + abecedario[(puesto + 13) % 26]
    else:
        # espacios, puntos y saltos de línea se quedan igual
        zen = zen + letra

for numero_linea in [2, 3, 4, 8]:
    print(zen.splitlines()[numero_linea])

# %% [markdown]
# **Qué observas.** Un `for`, un `if` y un resto bastaron para leer el mensaje. A nuestra manera:
# *mejor bonito que feo; mejor decirlo que darlo por supuesto; mejor simple que complejo; que se lea
# bien importa*. Ahí está la respuesta: lo corto, si se lee mejor.
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
# **1. Poner a cero el acumulador dentro del ciclo.** Cada vuelta olvida lo anterior, y al final queda
# solo el último elemento.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El primero se ve muy bien con `plot_steps`: que lo dibujen. El segundo es el más
# traicionero: pide que predigan, elemento por elemento, qué mira el ciclo.

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
# **2. Quitar elementos de una lista mientras la recorres.** Al quitar uno, los siguientes se
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
# ## Práctica: ¿cuánto acierta el detector?
#
# Vuelven las tres reglas de la lección {{decisiones}}. La tarjeta es mexicana:
#
# 1. **importe**: el pago es de **más de** 1000 euros;
# 2. **hora**: se hizo **antes de** las 6;
# 3. **país**: se hizo en un país **distinto** de `"MX"`.
#
# Un pago es **sospechoso** cuando cumple **al menos dos**. Esta vez el ciclo es tuyo, y al final se miden
# los aciertos.
#
# ### Paso 1 · Ejercicio 1.6.6
#
# ¿Cuántas reglas cumple cada pago? Guárdalo en `puntos`, una lista de doce enteros de 0 a 3, en el
# orden de `pagos`.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Error típico del paso 1: `elif`, con lo que nadie pasa de un punto. Pregunta qué
# significa que dos reglas se cumplan a la vez. Guarda el paso 3 para la conversación: ¿qué regla
# cambiarían, y a quién molestaría? El módulo {{modulo:fraude}} retoma la idea con 284 807 pagos de verdad.

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
check("1.6.6", puntos)

# %% [markdown]
# ### Paso 2 · Ejercicio 1.6.7
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
check("1.6.7", sospechosos)

# %% [markdown]
# ### Paso 3 · Ejercicio 1.6.8
#
# ¿Es bueno el detector? El banco llamó a la dueña de la tarjeta y ella repasó los doce pagos. Estos
# no eran suyos, son **fraudes**:

# %%
fraudes = ["P-003", "P-004", "P-007", "P-010", "P-012"]

# %% [markdown] presenta="not in"
# Compara tu lista `sospechosos` con `fraudes` y guarda tres cuentas, que son enteros:
#
# - `aciertos`: sospechosos que sí eran fraude;
# - `falsas_alarmas`: sospechosos que **no** eran fraude;
# - `se_escapan`: fraudes que **no** están entre los sospechosos.
#
# Puedes usar un ciclo o los conjuntos de la lección {{colecciones}}. La pregunta contraria de `in` es
# `not in`.

# %% tags=["ejercicio"]
# >>> aciertos = ...
aciertos = len([codigo for codigo in sospechosos if codigo in fraudes])
# <<<
# >>> falsas_alarmas = ...
falsas_alarmas = len([codigo for codigo in sospechosos
                      if codigo not in fraudes])
# <<<
# >>> se_escapan = ...
se_escapan = len([codigo for codigo in fraudes
                  if codigo not in sospechosos])
# <<<

# %%
check("1.6.8", aciertos, falsas_alarmas, se_escapan)

# %% [markdown]
# **Qué observas.** El detector encuentra fraudes, molesta a alguien que no había hecho nada y deja
# escapar otros. El de P-012 es un pago corriente, a las 20 y en México: ninguna de las tres reglas lo
# ve. ¿Y si las reglas se pudieran **aprender** de miles de pagos en vez de escribirlas a mano? A eso se
# dedica el resto del curso. En el módulo {{modulo:fraude}}, con pagos de verdad (donde el fraude es
# muchísimo más raro que aquí), una ampliación prueba dos de tus reglas, y después entrenarás una red
# neuronal, que aprende de los ejemplos.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** ¿Qué números recorre `for k in range(2, 8, 2)`?
#
# - a) 2, 4, 6 y 8
# - b) 2, 4 y 6
# - c) 2, 8 y 2
# - d) 2, 3, 4, 5, 6 y 7

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("1.6.A1", respuesta_1)

# %% [markdown]
# **A2.** ¿Cuál de estos ciclos no termina nunca?
#
# - a) `k` empieza en 5, y `while k > 0:` le resta 2 en cada vuelta.
# - b) `k` empieza en 100, y `while k > 1:` lo divide entre 2 en cada vuelta.
# - c) `while True:`, y la primera línea de dentro es `break`.
# - d) `k` empieza en 1, y `while k != 10:` le suma 2 en cada vuelta.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "d"
# <<<
check("1.6.A2", respuesta_2)

# %% [markdown]
# **A3.** ¿Qué se imprime?
#
# ```python
# total = 0
# for n in [5, -2, 8, -1]:
#     if n < 0:
#         continue
#     total = total + n
# print(total)
# ```
#
# - a) 13
# - b) 10
# - c) 5
# - d) −3

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("1.6.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - `for` recorre una colección; `range`, `enumerate` y `zip` le dan números, posiciones y parejas.
# - Un acumulador se crea **antes** del ciclo y crece dentro.
# - `while` repite mientras algo sea cierto; asegúrate de que un día deje de serlo.
# - `break` abandona el ciclo; `continue` salta a la vuelta siguiente.
# - Una comprensión hace una lista de otra en una línea: úsala si se lee mejor que el ciclo.
#
# ## Para saber más
#
# - [Tutorial oficial de Python, capítulo 5](https://docs.python.org/es/3/tutorial/datastructures.html#looping-techniques):
#   técnicas para recorrer colecciones.
# - [PEP 20](https://peps.python.org/pep-0020/): el Zen de Python, sin cifrar.
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, capítulo 1: qué
#   cambia cuando las reglas no las escribe una persona.
