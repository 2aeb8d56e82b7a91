# %% [markdown]
# # 1.7 · Funciones: un trabajo con nombre
#
# | | |
# |---|---|
# | **Objetivos** | Usar las funciones que Python trae; escribir las tuyas, con parámetros, valores por defecto, `*` y `**`; distinguir `return` de `print`; dar una función a otra; explicar qué ve una función y qué no; construir una función uniendo otras más pequeñas |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Colecciones (lección {{colecciones}}), decisiones ({{decisiones}}) y ciclos ({{ciclos}}) |
# | **Datos** | Un número de tarjeta de ejemplo, muy repetido en manuales, y unos pagos inventados |
# | **Práctica** | Práctica 7, primera parte: un detector de tarjetas mal escritas |

# %%
from course_utils import check, hint, solution
from course_utils import plot_call

# %% [markdown] presenta="función, funciones integradas"
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
# **{{minutos}}.** Repaso rápido: `len`, `sum`, `sorted`, `range` y `enumerate` ya han salido; son nuevas
# `max`, `min`, `abs` y `bin`. Detente solo en `sorted`, que entrega una lista nueva. En 1.7.1, el error
# esperable es `importes[-2]` sin ordenar antes.

# %% presenta="max, min"
temperaturas = [18, -3, 25, 7]

print("cuántas:  ", len(temperaturas))
print("mayor:    ", max(temperaturas))
print("menor:    ", min(temperaturas))
print("suma:     ", sum(temperaturas))
print("ordenadas:", sorted(temperaturas))
print("la lista: ", temperaturas)

# %% presenta="abs, bin"
print("sin signo: ", abs(-3))
print("en binario:", bin(5))
print("del 0 al 3:", list(range(4)))
print("numerados: ", list(enumerate(["MX", "ES", "CO"])))
print("combinadas:", sum(range(5)))

# %% [markdown]
# **Qué observas.** La lista sigue como estaba: `sorted` entrega una lista **nueva**. (`bin` escribe un
# número en base 2; el «0b» de delante lo avisa.) Y en la última línea, lo que entrega una función es el
# dato de otra: primero se calcula `range(5)`, lo de dentro, y después `sum`. Así, uniendo piezas
# pequeñas, se construye todo lo demás.
#
# ### Ejercicio 1.7.1
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
check("1.7.1", cuantos, total, diferencia, segundo_mayor)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("1.7.1")` da una pista (y otra, si
# insistes), y `solution("1.7.1")` muestra una solución.
#
# ## 2 · ¿Cómo se escribe una función propia?
#
# En los recibos, una tarjeta aparece como «terminada en 6467». Es un trabajo pequeño que se repite
# mil veces: merece un nombre. Se escribe así. (Las tarjetas de esta lección son ejemplos: no son de nadie.)
#
# **Predice:** al ejecutar la celda siguiente, ¿qué aparecerá en la pantalla?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que la celda del `def` no imprima nada sorprende a casi todos: espera a que alguien lo
# diga. La diferencia entre `return` y `print` es la idea más importante de la lección. Una imagen
# que funciona: `print` enseña el dulce detrás del cristal; `return` te lo pone en la mano.

# %% presenta="def, return"
def ultimos_cuatro(numero):
    return numero[-4:]

# %% [markdown]
# Nada. `def` **define** la función: guarda las instrucciones bajo un nombre, sin ejecutarlas. Se
# ejecutan cuando la **llamas**, y puedes llamarla tantas veces como quieras, con datos distintos:

# %% tags=["resultado"]
print(ultimos_cuatro("4539 1488 0343 6467"))
print(ultimos_cuatro("1111 2222 3333 4444"))
print("Tarjeta terminada en " + ultimos_cuatro("0000 1234"))

# %% [markdown] presenta="parámetro, argumento, cuerpo"
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

# %% [markdown] presenta="devolver varios valores"
# **Qué observas.** Tres veces `None`. Por eso `lista = lista.append(3)` es un error clásico: `append`
# cambia la lista que ya tienes y devuelve `None`, con lo que te quedas sin lista.
#
# ¿Y si hay que devolver dos cosas? Se escriben con una coma detrás del `return`. La función
# **devuelve varios valores** juntos, en una tupla, y se pueden desempaquetar.

# %%
def extremos(valores):
    return min(valores), max(valores)

print("juntos:", extremos([12.5, 1450.0, 23.0]))
menor, mayor = extremos([12.5, 1450.0, 23.0])
print("por separado:", menor, "y", mayor)

# %% [markdown]
# ### Ejercicio 1.7.2
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
check("1.7.2", recargo)

# %% [markdown] presenta="valor por defecto"
# ## 3 · ¿Y si un dato casi siempre vale lo mismo?
#
# Entonces se le da un **valor por defecto** (*default*). Quien llama solo lo escribe cuando quiere
# otro.
#
# **Predice:** en la tercera llamada, el comercio y el importe van al revés de como están en el
# `def`. ¿Fallará?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pide que lean en voz alta cada llamada y digan qué vale cada parámetro. En 1.7.3, con
# `visibles=0`, `numero[-visibles:]` enseña la tarjeta entera: `-0` es 0. La comprobación lo dice. Buen
# debate si sobra tiempo: el caso raro era justo el peligroso.

# %% presenta="argumento con nombre"
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
# ### Ejercicio 1.7.3
#
# Enmascarar una tarjeta es tapar sus cifras con asteriscos, menos las últimas. La función recibe el
# número, un texto sin espacios, y cuántas cifras quedan `visibles` (4 si no se dice). Devuelve un texto
# **igual de largo**: `enmascarar("12345678")` es `"****5678"`, `enmascarar("12345678", 2)` es
# `"******78"` y, con 0, todo son asteriscos.

# %% tags=["ejercicio"]
def enmascarar(numero, visibles=4):
    # >>> return ...
    ocultas = len(numero) - visibles
    return "*" * ocultas + numero[ocultas:]
    # <<<

# %%
check("1.7.3", enmascarar)

# %% [markdown] presenta="*args"
# ## 4 · ¿Y si no sé cuántos datos llegarán?
#
# `print(1)`, `print(1, 2)`, `print(1, 2, 3)`: `print` acepta los que sean. Para que tu función también
# pueda, pon un asterisco delante del parámetro. Por costumbre se llama `*args`, pero un nombre que
# diga qué contiene es mejor.
#
# **Predice:** ¿de qué tipo será `cosas` dentro de la función?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dibuja una bolsa: `*cosas` es la bolsa donde caen los argumentos sueltos; `**datos`, la
# bolsa de los que traen etiqueta. Al llamar, el asterisco hace lo contrario: vacía la bolsa.

# %%
def mostrar(*cosas):
    print(type(cosas).__name__, cosas)

mostrar("MX")
mostrar("MX", "ES", "CO")
mostrar()

# %% [markdown] presenta="**kwargs"
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
print(nuevo_pago("P-002", comercio="Librería Norte", importe=48.0,
                 pais="MX"))

# %% [markdown] presenta="* al llamar"
# **Qué observas.** Cada llamada trajo los datos que quiso. Fíjate en que `codigo` es un parámetro
# normal, y va delante: los asteriscos recogen lo que sobra.
#
# El asterisco sirve también al revés, al llamar. **Predice:** si los datos ya están en una lista, ¿en
# qué se diferencian `mostrar(paises)` y `mostrar(*paises)`?

# %%
paises = ["PE", "AR"]
mostrar(paises)
mostrar(*paises)

# %% [markdown] presenta="** al llamar"
# **Qué observas.** En la primera llega **una** cosa: la lista entera, dentro de la tupla. En la segunda,
# el asterisco **reparte** la lista y llegan dos. Al definir, `*` reúne; al llamar, reparte. Y `**` al
# llamar reparte un diccionario: `nuevo_pago("P-003", **{"pais": "PE"})` es lo mismo que
# `nuevo_pago("P-003", pais="PE")`.
#
# ### Ejercicio 1.7.4
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
check("1.7.4", contar_altos)

# %% [markdown] presenta="key=, lambda"
# ### ¿Se puede dar una función a otra?
#
# Sí: una función es un objeto con su nombre, como los demás. A `sorted`, por ejemplo, se le dice con
# `key=` en qué fijarse para ordenar. Va el nombre **sin paréntesis**: no la llamas tú, la llamará
# `sorted`, una vez con cada elemento.
#
# Y si es tan corta que no merece un nombre, se escribe allí mismo con `lambda`: el parámetro, dos
# puntos y lo que devuelve, sin `return`.
#
# **Predice:** ¿darán lo mismo las dos últimas líneas?

# %%
cobros = [("P-001", 12.5), ("P-002", 1450.0), ("P-003", 7.9)]

def importe_de(cobro):
    return cobro[1]

print(sorted(cobros))
print(sorted(cobros, key=importe_de))
print(sorted(cobros, key=lambda cobro: cobro[1]))

# %% [markdown] presenta="ámbito, local, global"
# **Qué observas.** Sin `key=`, las tuplas se ordenan por su primer dato, el código. Las otras dos líneas
# dan lo mismo: `lambda cobro: cobro[1]` se lee «recibe un cobro y devuelve su segundo dato».
#
# ## 5 · ¿Qué ve una función de lo que hay fuera?
#
# Lo que creas dentro de una función es **local**: vive mientras dura la llamada. Lo que creas fuera es
# **global**. A esto se le llama **ámbito** (*scope*) de un nombre.
#
# **Predice:** ¿cuánto valdrá `saldo` al final? ¿Y qué pasará al pedir `linea` desde fuera? (El `try`
# está solo para que el cuaderno siga; se explica en la lección {{errores_previstos}}.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Una pared con espejo: desde dentro de la función se ve la calle; desde la calle no se ve
# el interior. Antes de `plot_call`, que
# dibujen ellos el interior de la llamada: qué nombres hay y qué vale cada uno.

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

# %% [markdown] presenta="course_utils.plot_call"
# **Qué observas.** La función pudo **leer** `moneda_local`, que es global. Pero su `saldo = 20` creó
# otro `saldo`, local, y el de fuera ni se enteró. Y `linea` dejó de existir al terminar la llamada.
# Es una protección: puedes usar los nombres que quieras sin estropear los de nadie. Por eso una
# buena función recibe lo que necesita **por sus parámetros** y lo entrega **con `return`**. (¿Y
# `saldo = saldo - 80` ahí dentro? Da un `UnboundLocalError`: ese `saldo` es el local, que aún no vale
# nada.)
#
# Así se ve por dentro: `plot_call` llama a una función y dibuja los nombres que existían en ella al
# terminar, y lo que devolvió.

# %%
ax = plot_call(resumen_de_compra)

# %% [markdown]
# Al salir no queda ninguno de esos nombres: solo lo que se devolvió.
#
# ### ★ Ampliación · ¿Un *script* es una función?
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
# ## Errores frecuentes
#
# **1. Olvidar los paréntesis.** Sin ellos no llamas a la función: solo la nombras.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Ejecuta y comenta; el 3 es el que más sorprende, y vale la pena predecirlo en voz alta. La
# misma idea, `None` por defecto, vuelve en la lección {{errores_previstos}}.

# %%
codigo_de_barras = "  7501  "
limpio = codigo_de_barras.strip
try:
    print(len(limpio))
except TypeError:
    print("TypeError: limpio no es un texto, "
          "es el método strip, sin llamar")

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
# ## Práctica 7, primera parte: ¿está bien escrita esta tarjeta?
#
# Es la comprobación que suele hacer una tienda en línea antes de cobrar. La última cifra de una tarjeta
# no es libre: se elige para que una cuenta con todas las demás
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
# ### Paso 1 · Ejercicio 1.7.5
#
# Primero la pieza pequeña: `doblar` recibe una cifra (un entero de 0 a 9) y devuelve su doble, menos 9
# si el doble pasa de 9.

# %% [markdown] tags=["docente"]
# **{{minutos}}** con la autoevaluación. El paso 2 es el largo: que hagan antes a mano, en papel, otro
# número corto, como 42. Pregunta abierta para quien acabe: ¿qué devuelve `es_tarjeta_valida("")`, y
# qué debería hacer? (La suma de nada es 0, así que da `True`; lo sensato es que avise, y eso se
# aprende en {{errores_previstos}}.)

# %% tags=["ejercicio"]
def doblar(cifra):
    # >>> return ...
    doble = 2 * cifra
    if doble > 9:
        doble = doble - 9
    return doble
    # <<<

# %%
check("1.7.5", doblar)

# %% [markdown]
# ### Paso 2 · Ejercicio 1.7.6
#
# Y la función completa. `es_tarjeta_valida` recibe el número como **texto**, con espacios o sin ellos,
# y devuelve `True` o `False`. Usa tu `doblar`. Nuestra tarjeta, `"4539 1488 0343 6467"`, es
# válida. Puede haber números con más o con menos de 16 cifras.

# %% tags=["ejercicio"]
def es_tarjeta_valida(numero):
    # >>> return ...
    cifras = [int(signo) for signo in numero if signo != " "]
    suma = 0
    for posicion, cifra in enumerate(cifras[::-1]):
        if posicion % 2 == 1:
            cifra = doblar(cifra)
        suma = suma + cifra
    return suma % 10 == 0
    # <<<

# %%
check("1.7.6", es_tarjeta_valida)

# %% [markdown]
# Atención a lo que significa «válida»: que el número está **bien escrito**, no que la tarjeta exista, ni
# que tenga saldo, ni que la use su dueño. Para eso último harán falta los datos del módulo {{modulo:fraude}}.
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
check("1.7.A1", respuesta_1)

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
check("1.7.A2", respuesta_2)

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
check("1.7.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Una función es un trabajo con nombre: se define una vez con `def` y se llama cuantas veces haga falta.
# - `return` entrega el resultado al programa; `print` solo lo muestra. Sin `return`, se devuelve `None`.
# - Los parámetros pueden tener valor por defecto; `*` reúne los argumentos sueltos y `**`, los que traen nombre.
# - Una función es también un valor: se puede dar a otra, por su nombre y sin paréntesis.
# - Lo que nace dentro de una función es local: que reciba por parámetros y entregue con `return`.
#
# ## Para saber más
#
# - Tutorial oficial de Python, en español:
#   [definir funciones](https://docs.python.org/es/3/tutorial/controlflow.html#defining-functions).
# - La cuenta de Luhn: su [patente](https://patents.google.com/patent/US2950048A/en), en inglés, pedida en
#   1954 y concedida en 1960.
# - [Funciones integradas](https://docs.python.org/es/3/library/functions.html), todas, con ejemplos.
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.: da Python
#   por sabido, y sus ejemplos están hechos de funciones como estas.
