# %% [markdown]
# # 1.5 · Funciones
#
# | | |
# |---|---|
# | **Objetivos** | Usar las funciones que Python trae; escribir las tuyas, con parámetros, valores por defecto, `*` y `**`; distinguir `return` de `print`; explicar qué ve una función y qué no; documentarla; prever lo que puede fallar con `try`, `raise` y `assert` |
# | **Duración** | 75 min |
# | **Requisitos** | Texto (lección 1.2), colecciones (1.3), decisiones y ciclos (1.4) |
# | **Datos** | Una tarjeta y unos pagos inventados para el curso |
# | **Práctica** | Práctica 7: tres herramientas y un detector de tarjetas mal escritas |

# %%
from course_utils import check

# %% [markdown]
# ## 1 · ¿Qué es una función, si las usas desde el primer día?
#
# Una **función** es un trabajo con nombre. Le das unos datos entre paréntesis, hace su trabajo y te
# entrega un resultado. Ya conoces varias: `len("hola")` recibe un texto y entrega un 4. No sabes
# cómo lo hace por dentro, y no te hace falta: ahí está la gracia.
#
# Python trae unas setenta listas para usar, las funciones **integradas** (*built-in*). Estas son
# las que más vas a necesitar.
#
# **Predice:** después de usar `sorted(temperaturas)`, ¿habrá cambiado el orden de `temperaturas`?

# %% [markdown] tags=["docente"]
# **6 min.** Repaso rápido: casi todas han salido ya en 1.3 y 1.4. Detente solo en `sorted`, que
# entrega una lista nueva. En 1.5.1, el error más visto es `importes[-2]` sin ordenar antes.

# %%
temperaturas = [18, -3, 25, 7]

print("cuántas:  ", len(temperaturas))
print("mayor:    ", max(temperaturas))
print("menor:    ", min(temperaturas))
print("suma:     ", sum(temperaturas))
print("ordenadas:", sorted(temperaturas))
print("la lista: ", temperaturas)

# %%
print("sin signo: ", abs(-3))
print("en binario:", bin(5))
print("del 0 al 3:", list(range(4)))
print("numerados: ", list(enumerate(["MX", "ES", "CO"])))
print("combinadas:", sum(range(5)))

# %% [markdown]
# **Qué observas.** La lista sigue como estaba: `sorted` entrega una lista **nueva**. Y en la última
# línea, lo que entrega una función es el dato de otra: primero se calcula `range(5)`, lo de dentro,
# y después `sum`. Así, uniendo piezas pequeñas, se construye todo lo demás.
#
# ### Ejercicio 1.5.1
#
# Estos son los pagos de una semana, en euros. Usa funciones integradas para calcular:
#
# - `cuantos`: cuántos pagos hay;
# - `total`: lo que suman;
# - `diferencia`: cuánto hay del menor al mayor (un número positivo);
# - `segundo_mayor`: el segundo importe más alto.

# %% tags=["ejercicio"]
importes = [64.2, 12.5, 1450.0, 310.0, 89.9, 23.0]

# >>> cuantos = ...
cuantos = len(importes)
# <<<
# >>> total = ...
total = sum(importes)
# <<<
# >>> diferencia = ...
diferencia = max(importes) - min(importes)
# <<<
# >>> segundo_mayor = ...
segundo_mayor = sorted(importes)[-2]
# <<<

# %%
check("1.5.1", cuantos, total, diferencia, segundo_mayor)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("1.5.1")` da una pista (y otra, si
# insistes), y `solution("1.5.1")` muestra una solución. Antes hay que traerlos:
# `from course_utils import hint, solution`.
#
# ## 2 · ¿Cómo se escribe una función propia?
#
# En los recibos, una tarjeta aparece como «terminada en 6467». Es un trabajo pequeño que se repite
# mil veces: merece un nombre. Se escribe así. (Las tarjetas de esta lección son inventadas.)
#
# **Predice:** al ejecutar la celda siguiente, ¿qué aparecerá en la pantalla?

# %% [markdown] tags=["docente"]
# **10 min.** Que la celda del `def` no imprima nada sorprende a casi todos: espera a que alguien lo
# diga. La diferencia entre `return` y `print` es la idea más importante de la lección. Una imagen
# que funciona: `print` enseña el dulce detrás del cristal; `return` te lo pone en la mano.

# %%
def ultimos_cuatro(numero):
    return numero[-4:]

# %% [markdown]
# Nada. `def` **define** la función: guarda las instrucciones bajo un nombre, sin ejecutarlas. Se
# ejecutan cuando la **llamas**, y puedes llamarla tantas veces como quieras, con datos distintos:

# %%
print(ultimos_cuatro("4539 1488 0343 6467"))
print(ultimos_cuatro("1111 2222 3333 4444"))
print("Tarjeta terminada en " + ultimos_cuatro("0000 1234"))

# %% [markdown]
# **Qué observas.** Una definición, tres llamadas, tres resultados. Sus piezas:
#
# - `def`, el nombre, los paréntesis y **dos puntos**;
# - `numero` es el **parámetro**: el nombre que tendrá, ahí dentro, el dato que llegue;
# - `"0000 1234"` es el **argumento**: el dato que le das en una llamada;
# - lo que va con sangría es el **cuerpo**: lo que hace;
# - `return` **devuelve** el resultado y termina la función: nada de lo que venga después, en esa
#   llamada, se ejecuta.
#
# ¿Y si en lugar de `return` ponemos `print`? En pantalla se parece mucho.
#
# **Predice:** ¿cuánto valdrán `uno` y `otro`?

# %%
def doble_a_la_vista(numero):
    print(2 * numero)

def doble_en_la_mano(numero):
    return 2 * numero

uno = doble_a_la_vista(5)
otro = doble_en_la_mano(5)
print("uno: ", uno)
print("otro:", otro)

# %% [markdown]
# **Qué observas.** El primer 10 lo imprimió `doble_a_la_vista`, y ahí se acabó: `uno` vale `None`,
# que en Python significa «nada». En cambio `otro` vale 10, y con él se puede seguir calculando.
# `print` **muestra** un valor a una persona; `return` lo **entrega** al programa.
#
# > **Lo que oirás por ahí: «una función siempre calcula algo y devuelve el resultado».** Muchas no
# > calculan nada que devolver: hacen algo y ya está. Si no hay `return`, Python devuelve `None`.
# > También lo hacen funciones y métodos que usas a diario:

# %%
def avisar(mensaje):
    print("Aviso:", mensaje)

devuelto = avisar("tarjeta bloqueada")
print("avisar devolvió:", devuelto)
print("append devolvió:", [1, 2].append(3))
print("print devolvió: ", print("hola"))

# %% [markdown]
# **Qué observas.** Tres veces `None`. Por eso `lista = lista.append(3)` es un error clásico: `append`
# cambia la lista que ya tienes y devuelve `None`, con lo que te quedas sin lista.
#
# ### Ejercicio 1.5.2
#
# Por pagar en otra moneda, un banco cobra un recargo: el **2 % del importe más 0.30 €** fijos. Escribe
# la función entera, desde `def`: se llama `recargo`, recibe `importe` y devuelve solo el recargo, en
# euros. (Borra la línea de los puntos suspensivos y escribe las tuyas.)

# %% tags=["ejercicio"]
# >>> recargo = ...
def recargo(importe):
    return importe * 0.02 + 0.30
# <<<

# %%
check("1.5.2", recargo)

# %% [markdown]
# ## 3 · ¿Y si un dato casi siempre vale lo mismo?
#
# Entonces se le da un **valor por defecto** (*default*). Quien llama solo lo escribe cuando quiere
# otro.
#
# **Predice:** en la tercera llamada, el comercio y el importe van al revés de como están en el
# `def`. ¿Fallará?

# %% [markdown] tags=["docente"]
# **7 min.** Pide que lean en voz alta cada llamada y digan qué vale cada parámetro. En 1.5.3, quien
# escriba `numero[-visibles:]` aprueba, pero con `visibles=0` enseñaría la tarjeta entera: `-0` es 0.
# Buen debate si sobra tiempo: el caso raro era justo el peligroso.

# %%
def recibo(comercio, importe, moneda="€"):
    return f"{comercio}: {importe:.2f} {moneda}"

print(recibo("Panadería Sol", 12.5))
print(recibo("Viajes Aurora", 890, "$"))
print(recibo(importe=23, comercio="Farmacia Luz"))

# %% [markdown]
# **Qué observas.** No falla. Sin nombre, los argumentos se reparten **por orden**; con nombre
# (`importe=23`), cada uno va a su parámetro, esté donde esté. Y `moneda` solo hubo que decirla cuando
# no eran euros. Una regla: los parámetros con
# valor por defecto van **después** de los que no lo tienen.
#
# ### Ejercicio 1.5.3
#
# Enmascarar una tarjeta es tapar sus cifras con asteriscos, menos las últimas. La función recibe el
# número, un texto sin espacios, y cuántas cifras quedan `visibles` (4 si no se dice). Devuelve un texto
# **igual de largo**: `enmascarar("12345678")` es `"****5678"` y `enmascarar("12345678", 2)` es
# `"******78"`.

# %% tags=["ejercicio"]
def enmascarar(numero, visibles=4):
    # >>> return ...
    ocultas = len(numero) - visibles
    return "*" * ocultas + numero[ocultas:]
    # <<<

# %%
check("1.5.3", enmascarar)

# %% [markdown]
# ## 4 · ¿Y si no sé cuántos datos llegarán?
#
# `print(1)`, `print(1, 2)`, `print(1, 2, 3)`: `print` acepta los que sean. Para que tu función también
# pueda, pon un asterisco delante del parámetro. Por costumbre se llama `*args`, pero un nombre que
# diga qué contiene es mejor.
#
# **Predice:** ¿de qué tipo será `cosas` dentro de la función?

# %% [markdown] tags=["docente"]
# **8 min.** Dibuja una bolsa: `*cosas` es la bolsa donde caen los argumentos sueltos; `**datos`, la
# bolsa de los que traen etiqueta. Al llamar, el asterisco hace lo contrario: vacía la bolsa.

# %%
def mostrar(*cosas):
    print(type(cosas).__name__, cosas)

mostrar("MX")
mostrar("MX", "ES", "CO")
mostrar()

# %% [markdown]
# **Qué observas.** Todo lo que llega se reúne en una **tupla**, que se recorre con `for` y se mide con
# `len`. Puede estar vacía, y conviene pensar en ello.
#
# Con dos asteriscos (`**kwargs`, por costumbre) se reúnen los argumentos **con nombre**, en un
# diccionario:

# %%
def nuevo_pago(codigo, **datos):
    datos["id"] = codigo
    return datos

print(nuevo_pago("P-001", comercio="Panadería Sol", importe=12.5))
print(nuevo_pago("P-002", comercio="Librería Norte", importe=48.0, pais="MX"))

# %% [markdown]
# **Qué observas.** Cada llamada trajo los datos que quiso. Fíjate en que `codigo` es un parámetro
# normal, y va delante: los asteriscos recogen lo que sobra.
#
# **Predice:** si los datos ya están en una lista, ¿en qué se diferencian `mostrar(paises)` y
# `mostrar(*paises)`?

# %%
paises = ["PE", "AR"]
mostrar(paises)
mostrar(*paises)

# %% [markdown]
# **Qué observas.** En la primera llega **una** cosa: la lista entera, dentro de la tupla. En la segunda,
# el asterisco **reparte** la lista y llegan dos. Al definir, reúne; al llamar, reparte.
#
# ### Ejercicio 1.5.4
#
# Escribe una función que reciba un límite y después los importes que sean, y devuelva **cuántos**
# superan el límite. Un importe igual al límite no lo supera. Por ejemplo, `contar_altos(10, 5, 20, 30)`
# es 2.

# %% tags=["ejercicio"]
def contar_altos(limite, *importes):
    # >>> return ...
    cuenta = 0
    for valor in importes:
        if valor > limite:
            cuenta = cuenta + 1
    return cuenta
    # <<<

# %%
check("1.5.4", contar_altos)

# %% [markdown]
# ## 5 · ¿Qué ve una función de lo que hay fuera?
#
# Lo que creas dentro de una función es **local**: vive mientras dura la llamada. Lo que creas fuera es
# **global**. A esto se le llama **ámbito** (*scope*) de un nombre.
#
# **Predice:** ¿cuánto valdrá `saldo` al final? ¿Y qué pasará al pedir `linea` desde fuera?

# %% [markdown] tags=["docente"]
# **10 min.** Una pared con espejo: desde dentro de la función se ve la calle; desde la calle no se ve
# el interior. En 1.5.5 hay que unir tres piezas; si alguien se pierde, que calcule primero solo
# cuántas reglas saltan. La docstring es parte del ejercicio.

# %%
moneda_local = "€"
saldo = 100

def resumen_de_compra():
    saldo = 20
    linea = f"dentro, el saldo es {saldo} {moneda_local}"
    return linea

print(resumen_de_compra())
print("fuera, el saldo es", saldo)
try:
    print(linea)
except NameError as error:
    print("NameError:", error)

# %% [markdown]
# **Qué observas.** La función pudo **leer** `moneda_local`, que es global. Pero su `saldo = 20` creó
# otro `saldo`, local, y el de fuera ni se enteró. Y `linea` dejó de existir al terminar la llamada.
# Es una protección: puedes usar los nombres que quieras sin estropear los de nadie. Por eso una
# buena función recibe lo que necesita **por sus parámetros** y lo entrega **con `return`**. (¿Y
# `saldo = saldo - 80` ahí dentro? Da un `UnboundLocalError`: ese `saldo` es el local, que aún no vale
# nada.)
#
# > **Lo que oirás por ahí: «un script es una función».** No. Un *script* es un archivo de
# > instrucciones que se ejecutan de arriba abajo; una función es un trabajo que espera, con su nombre
# > y sus parámetros, a que alguien la llame. Un script puede definir muchas funciones, o ninguna.
# > Aquí, `exec` ejecuta un texto como si fuera un archivo de Python, y guarda sus nombres en un
# > diccionario:

# %%
script = """
print("empieza el script")
def saludar(nombre):
    print("  se ejecuta la función")
    return "Hola, " + nombre
print("termina el script")
"""
nombres = {}
exec(script, nombres)
print("--- el script ya terminó; ahora llamamos a su función ---")
print(nombres["saludar"]("Ana"))
print(nombres["saludar"]("Luis"))

# %% [markdown]
# **Qué observas.** El script se ejecutó entero, y en ningún momento apareció «se ejecuta la función».
# La función esperó, y luego trabajó dos veces, con dos datos distintos.
#
# ¿Y cómo sabe otra persona, o tú dentro de un mes, qué hace una función? Por su nombre y por su
# **docstring**: un texto entre tres comillas, lo primero del cuerpo. Es lo que muestra `help`.
#
# Otra costumbre que se agradece: **una función, un trabajo**. Si para contar lo que hace necesitas
# decir «y además», probablemente son dos.

# %%
def es_de_madrugada(pago):
    """Dice si el pago se hizo antes de las 6."""
    return pago["hora"] < 6

def viene_de_fuera(pago):
    """Dice si el pago se hizo en un país distinto de México, el de la tarjeta."""
    return pago["pais"] != "MX"

ejemplo = {"id": "P-006", "comercio": "Viajes Aurora", "importe": 640.0, "pais": "ES", "hora": 11}
print(es_de_madrugada(ejemplo), viene_de_fuera(ejemplo))
print(es_de_madrugada.__doc__)

# %% [markdown]
# **Qué observas.** Cada función responde una sola pregunta, y su nombre es la pregunta. Leerlas
# seguidas es casi leer español.
#
# ### Ejercicio 1.5.5
#
# Vuelve el detector de la lección 1.4, ahora como función. Las tres reglas: el importe **supera** el
# límite, es de madrugada, viene de fuera. Un pago es sospechoso si se cumplen **al menos dos**.
# Escribe `es_sospechoso`, que devuelve `True` o `False` y empieza con una **docstring** que diga qué
# hace. Puedes llamar a las dos funciones de arriba.

# %% tags=["ejercicio"]
def es_sospechoso(pago, limite=1000):
    # >>> return ...
    """Dice si el pago cumple al menos dos de las tres reglas."""
    reglas = [pago["importe"] > limite, es_de_madrugada(pago), viene_de_fuera(pago)]
    return sum(reglas) >= 2
    # <<<

# %%
check("1.5.5", es_sospechoso)

# %% [markdown]
# ## 6 · ¿Y si el dato que llega no sirve?
#
# Desde el primer cuaderno ves `try` y `except`; ya toca explicarlos. Un error de Python detiene el
# programa. Con `try` dices «inténtalo» y con `except`, «si falla **así**, haz esto otro».
#
# **Predice:** de estos tres textos, ¿con cuáles se llegará a imprimir el doble?

# %% [markdown] tags=["docente"]
# **11 min.** Sigue el camino con el dedo: la línea que falla, el salto al `except`, y de ahí adelante.
# Insiste en poner el **tipo** del error; el porqué se ve en «Errores frecuentes». Para `raise`, la
# pregunta útil es: ¿quién se entera de que algo fue mal, y cuándo?

# %%
for leido in ["12.5", "doce", "89"]:
    try:
        doble_leido = float(leido) * 2
        print(f"{leido}: el doble es {doble_leido}")
    except ValueError:
        print(f"{leido}: no es un número")

print("El programa sigue.")

# %% [markdown]
# **Qué observas.** Con «doce», `float` falló y Python **saltó** al `except`, sin imprimir el doble. El
# ciclo siguió con el dato siguiente. El `except` dice qué error espera: `ValueError` (el valor no
# sirve). Cualquier otro seguiría deteniendo el programa, y eso es bueno: no lo habíamos previsto.
#
# ### Ejercicio 1.5.6
#
# Escribe una función que convierta un texto en un número decimal (`float`). Si el texto no es un
# número, que devuelva `None`.

# %% tags=["ejercicio"]
def a_numero(texto):
    # >>> return ...
    try:
        return float(texto)
    except ValueError:
        return None
    # <<<

# %%
check("1.5.6", a_numero)

# %% [markdown]
# También tus funciones pueden negarse a seguir. `raise` **lanza** un error, con un mensaje que explica
# qué pasa. Es mejor que devolver un número inventado: el fallo se ve donde está y no diez líneas
# después.
#
# **Predice:** ¿se imprimirá «quedan» en el segundo caso?

# %%
def retirar(disponible, cantidad):
    """Devuelve lo que queda tras retirar una cantidad."""
    if cantidad > disponible:
        raise ValueError(f"pides {cantidad} y solo hay {disponible}")
    return disponible - cantidad

print("quedan", retirar(100, 30))
try:
    print("quedan", retirar(100, 300))
except ValueError as error:
    print("ValueError:", error)

# %% [markdown]
# **Qué observas.** `raise` termina la función al momento, como `return`, pero sin devolver nada: el
# error sube hasta que un `except` lo recoge. Con `as error` le ponemos nombre para leer su mensaje.
#
# Queda `assert`: «esto tiene que ser verdad; si no, para». Sirve para comprobar **tu propio código**,
# con casos cuya respuesta conoces:

# %%
assert retirar(100, 30) == 70
assert retirar(50, 50) == 0
print("Dos comprobaciones pasadas")

try:
    assert retirar(100, 30) == 60, "retirar(100, 30) debería dar 60"
except AssertionError as error:
    print("AssertionError:", error)

# %% [markdown]
# **Qué observas.** Si se cumple, `assert` no dice nada. El tercero falló… y la equivocada era la
# comprobación: 100 − 30 son 70. Un `assert` que falla dice que lo que esperas y lo que hay **no
# coinciden**; averiguar cuál está mal es cosa tuya. Para datos que vienen de fuera usa `raise`: los
# `assert` se desactivan cuando Python se ejecuta con la opción `-O`.
#
# ## Errores frecuentes
#
# **1. Olvidar los paréntesis.** Sin ellos no llamas a la función: solo la nombras.

# %% [markdown] tags=["docente"]
# **5 min.** Ejecuta y comenta; el 3 es el que más sorprende, y vale la pena predecirlo en voz alta. La
# misma idea, `None` por defecto, se usa en el paso 1 de la práctica.

# %%
codigo_de_barras = "  7501  "
limpio = codigo_de_barras.strip
try:
    print(len(limpio))
except TypeError:
    print("TypeError: limpio no es un texto, es el método strip, sin llamar")

limpio = codigo_de_barras.strip()
print("Arreglado:", len(limpio))

# %% [markdown]
# **2. Un `return` con sangría de más.** Dentro del ciclo, termina la función en la **primera** vuelta.

# %%
def vocales_mal(frase):
    encontradas = 0
    for letra in frase:
        if letra in "aeiou":
            encontradas = encontradas + 1
        return encontradas

def vocales_bien(frase):
    encontradas = 0
    for letra in frase:
        if letra in "aeiou":
            encontradas = encontradas + 1
    return encontradas

print("Falla:    ", vocales_mal("tarjeta"))
print("Arreglado:", vocales_bien("tarjeta"))

# %% [markdown]
# **3. Una lista como valor por defecto.** El valor por defecto se crea **una sola vez**, al ejecutar el
# `def`. Si es una lista, todas las llamadas comparten la misma.

# %%
def apuntar(comercio, lista=[]):
    lista.append(comercio)
    return lista

print(apuntar("Panadería Sol"))
print(apuntar("Farmacia Luz"), "<- ¡sigue ahí la panadería!")

def apuntar_bien(comercio, lista=None):
    if lista is None:
        lista = []
    lista.append(comercio)
    return lista

print(apuntar_bien("Panadería Sol"))
print("Arreglado:", apuntar_bien("Farmacia Luz"))

# %% [markdown]
# **4. Un `except` que se lo traga todo.** `except Exception` atrapa casi cualquier error, también tus
# erratas. La clave «inporte» no existe, y nadie se entera:

# %%
compra = {"id": "P-012", "comercio": "Electrónica Delta", "importe": "199"}

def leer_a_ciegas(pago):
    try:
        return float(pago["inporte"])
    except Exception:
        return None

def leer(pago, clave):
    try:
        return float(pago[clave])
    except ValueError:
        return None

# %%
print("A ciegas:", leer_a_ciegas(compra), "(y el dato estaba bien)")

try:
    leer(compra, "inporte")
except KeyError as error:
    print("Ahora la errata se ve. KeyError:", error)

print("Arreglado:", leer(compra, "importe"))

# %% [markdown]
# ## Práctica 7: tres herramientas y una tarjeta
#
# Tres herramientas cortas y, al final, la comprobación que suele hacer una tienda en línea antes de
# cobrar: ¿está bien escrito el número de la tarjeta?
#
# ### Paso 1 · Ejercicio 1.5.7
#
# `area(base, altura)` devuelve el área de un rectángulo: base por altura. Si **no** se da la altura,
# es un cuadrado: `area(5)` es 25. Ojo: una altura de 0 sí es una altura, y `area(3, 0)` es 0. Para
# saber si falta, pregunta `altura is None`.

# %% [markdown] tags=["docente"]
# **18 min** con la autoevaluación. El paso 5 es el largo: que hagan antes a mano, en papel, otro
# número corto, como 42. Pregunta abierta para quien acabe: ¿qué devuelve `es_tarjeta_valida("")`, y
# qué debería hacer? (La suma de nada es 0, así que da `True`; lo sensato es un `raise`.)

# %% tags=["ejercicio"]
def area(base, altura=None):
    # >>> return ...
    if altura is None:
        altura = base
    return base * altura
    # <<<

# %%
check("1.5.7", area)

# %% [markdown]
# ### Paso 2 · Ejercicio 1.5.8
#
# `promedio` recibe los números que sean y devuelve su promedio (la suma entre cuántos son):
# `promedio(6, 9)` es 7.5. Si no llega ninguno, que lance un `ValueError` con un mensaje que lo explique.

# %% tags=["ejercicio"]
def promedio(*numeros):
    # >>> return ...
    if len(numeros) == 0:
        raise ValueError("promedio necesita al menos un número")
    return sum(numeros) / len(numeros)
    # <<<

# %%
check("1.5.8", promedio)

# %% [markdown]
# ### Paso 3 · Ejercicio 1.5.9
#
# `precio_con_impuesto` recibe un precio y la tasa del impuesto, como **fracción**: 0.16 si no se dice
# (el 16 % de México; en España se llamaría con 0.21). Devuelve el precio final, un número redondeado a
# dos decimales con `round(…, 2)`. Si la tasa no está entre 0 y 1, ambos incluidos, alguien escribió 21
# por 0.21: lanza un `ValueError` que lo diga.

# %% tags=["ejercicio"]
def precio_con_impuesto(precio, tasa=0.16):
    # >>> return ...
    if not 0 <= tasa <= 1:
        raise ValueError(f"la tasa debe estar entre 0 y 1, y llegó {tasa}")
    return round(precio * (1 + tasa), 2)
    # <<<

# %%
check("1.5.9", precio_con_impuesto)

# %% [markdown]
# Y ahora la tarjeta. Su última cifra no es libre: se elige para que una cuenta con todas las demás
# salga redonda. Si al teclear te equivocas en una cifra, la cuenta deja de salir. La ideó Hans Peter
# Luhn, de IBM, en los años cincuenta, y es la que sigue en uso. **De derecha a izquierda:**
#
# 1. la primera cifra se queda igual, la segunda se dobla, la tercera se queda, la cuarta se dobla…;
# 2. si al doblar sale más de 9, se le restan 9;
# 3. se suma todo. Si la suma es múltiplo de 10, el número está bien escrito.
#
# Con un número corto, el 8763:
#
# | | 8 | 7 | 6 | 3 | |
# |---|---|---|---|---|---|
# | desde la derecha | cuarta | tercera | segunda | primera | |
# | qué se hace | doblar: 16 | igual | doblar: 12 | igual | |
# | si pasa de 9, menos 9 | 7 | 7 | 3 | 3 | suma: **20** ✓ |
#
# ### Paso 4 · Ejercicio 1.5.10
#
# Primero la pieza pequeña: `doblar` recibe una cifra (un entero de 0 a 9) y devuelve su doble, menos 9
# si el doble pasa de 9.

# %% tags=["ejercicio"]
def doblar(cifra):
    # >>> return ...
    doble = 2 * cifra
    if doble > 9:
        doble = doble - 9
    return doble
    # <<<

# %%
check("1.5.10", doblar)

# %% [markdown]
# ### Paso 5 · Ejercicio 1.5.11
#
# Y la función completa. `es_tarjeta_valida` recibe el número como **texto**, con espacios o sin ellos,
# y devuelve `True` o `False`. Usa tu `doblar`. Nuestra tarjeta inventada, `"4539 1488 0343 6467"`, es
# válida. Puede haber números con más o con menos de 16 cifras.

# %% tags=["ejercicio"]
def es_tarjeta_valida(numero):
    # >>> return ...
    """Dice si el número de tarjeta pasa la comprobación de Luhn."""
    cifras = [int(signo) for signo in numero if signo != " "]
    suma = 0
    for posicion, cifra in enumerate(cifras[::-1]):
        if posicion % 2 == 1:
            cifra = doblar(cifra)
        suma = suma + cifra
    return suma % 10 == 0
    # <<<

# %% tags=["resultado"]
check("1.5.11", es_tarjeta_valida)

# %% [markdown]
# Atención a lo que significa «válida»: que el número está **bien escrito**, no que la tarjeta exista, ni
# que tenga saldo, ni que la use su dueño. Para eso último harán falta los datos del módulo 6.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** ¿Qué aparece en pantalla?
#
# ```python
# def triple(x):
#     print(3 * x)
#
# print(triple(4))
# ```
#
# - a) 12
# - b) 12 y después otra vez 12
# - c) 12 y después None
# - d) Un error, porque falta `return`

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("1.5.A1", respuesta_1)

# %% [markdown]
# **A2.** Una función empieza por `def f(a, b=10, *resto):` y la llamas con `f(1, 2, 3, 4)`. ¿Cuánto
# vale `resto`?
#
# - a) `(3, 4)`
# - b) `(2, 3, 4)`, porque `b` ya vale 10
# - c) `[3, 4]`
# - d) `4`, porque solo recoge el último

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "a"
# <<<
check("1.5.A2", respuesta_2)

# %% [markdown]
# **A3.** ¿Qué se imprime?
#
# ```python
# precio = 50
#
# def rebajar():
#     precio = 40
#     return precio
#
# rebajar()
# print(precio)
# ```
#
# - a) 40
# - b) None
# - c) Un error: no puede haber dos `precio`
# - d) 50

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "d"
# <<<
check("1.5.A3", respuesta_3)

# %% [markdown]
# **A4.** A tu función `promedio` no le llega ningún número. ¿Por qué es mejor `raise ValueError(…)` que
# `print("error")`?
#
# - a) Porque `raise` arregla el dato y la función puede continuar.
# - b) Porque con `print` la función sigue y el fallo asoma más tarde, en otro sitio.
# - c) Porque dentro de una función no se puede usar `print`.
# - d) Porque los errores lanzados con `raise` no se pueden atrapar con `except`.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "b"
# <<<
check("1.5.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Una función es un trabajo con nombre: se define una vez con `def` y se llama cuantas veces haga falta.
# - `return` entrega el resultado al programa; `print` solo lo muestra. Sin `return`, se devuelve `None`.
# - Los parámetros pueden tener valor por defecto; `*` reúne los argumentos sueltos y `**`, los que traen nombre.
# - Lo que nace dentro de una función es local: que reciba por parámetros y entregue con `return`.
# - `try` y `except` prevén un fallo concreto, `raise` lo anuncia y `assert` comprueba tu propio código.
#
# ## Para saber más
#
# - Tutorial oficial de Python, en español:
#   [definir funciones](https://docs.python.org/es/3/tutorial/controlflow.html#defining-functions) y
#   [errores y excepciones](https://docs.python.org/es/3/tutorial/errors.html).
# - [Funciones integradas](https://docs.python.org/es/3/library/functions.html), todas, con ejemplos.
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.: da Python
#   por sabido, y sus ejemplos están hechos de funciones como estas.
