# %% [markdown]
# # 1.8 · Errores previstos: funciones que avisan
#
# | | |
# |---|---|
# | **Objetivos** | Documentar lo que una función hace; atrapar con `try` y `except` un error concreto, y solo ese; lanzar con `raise` un error que explique qué pasa; poner a prueba tu propio código con `assert`; decidir qué hace una función cuando le falta un dato o le llega uno que no sirve |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Ciclos (lección {{ciclos}}) y funciones ({{funciones}}) |
# | **Datos** | Unos pagos y unos precios inventados para el curso |
# | **Práctica** | Práctica 7, segunda parte: tres herramientas de fiar, y una columna con errores |

# %%
from course_utils import check, hint, solution

# %% [markdown] presenta="docstring, .__doc__"
# ## 1 · ¿Cómo se sabe qué hace una función, sin leerla por dentro?
#
# En la lección {{funciones}} escribiste funciones que reciben datos y devuelven un resultado. Funcionan con los
# datos que tú esperabas. Hoy las volverás **de fiar**: dirán qué hacen, avisarán cuando un dato no
# sirva, y tendrán su propia comprobación.
#
# Lo primero es decirlo. Otra persona, o tú dentro de un mes, sabe qué hace una función por su nombre y
# por su **docstring**: un texto entre tres comillas, lo primero del cuerpo. Es lo que muestra
# `help(es_de_madrugada)`, y queda guardado en `__doc__`.
#
# Otra costumbre que se agradece: **una función, un trabajo**. Si para contar lo que hace necesitas
# decir «y además», probablemente son dos.
#
# **Predice:** este pago es de las 11 y se hizo en España. ¿Qué responderá cada función?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que lean la docstring en voz alta y digan qué prueba harían sin mirar el cuerpo. En 1.8.1
# hay que unir tres piezas; si alguien se pierde, que calcule primero solo cuántas reglas se cumplen. La
# docstring es parte del ejercicio.

# %%
def es_de_madrugada(pago):
    """Dice si el pago se hizo antes de las 6."""
    return pago["hora"] < 6

def viene_de_fuera(pago):
    """Dice si el pago se hizo en un país distinto de México, el de la
    tarjeta."""
    return pago["pais"] != "MX"

ejemplo = {"id": "P-006", "comercio": "Viajes Aurora", "importe": 640.0,
           "pais": "ES", "hora": 11}
print(es_de_madrugada(ejemplo), viene_de_fuera(ejemplo))
print(es_de_madrugada.__doc__)

# %% [markdown]
# **Qué observas.** Cada función responde una sola pregunta, y su nombre es la pregunta. Leerlas
# seguidas es casi leer español.
#
# ### Ejercicio 1.8.1
#
# Vuelve el detector de la lección {{ciclos}}, ahora como función. Las tres reglas: el importe **supera** el
# límite, es de madrugada, viene de fuera. Un pago es sospechoso si se cumplen **al menos dos**.
# Escribe `es_sospechoso`, que devuelve `True` o `False` y empieza con una **docstring** que diga qué
# hace. Puedes llamar a las dos funciones de arriba.

# %% tags=["ejercicio"]
def es_sospechoso(pago, limite=1000):
    # >>> return ...
    """Dice si el pago cumple al menos dos de las tres reglas."""
    reglas = [pago["importe"] > limite, es_de_madrugada(pago),
              viene_de_fuera(pago)]
    return sum(reglas) >= 2
    # <<<

# %%
check("1.8.1", es_sospechoso)

# %% [markdown] presenta="try, except"
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("1.8.1")` da una pista, y
# `solution("1.8.1")` muestra una solución.
#
# ## 2 · ¿Y si el dato que llega no sirve?
#
# Desde el primer cuaderno ves `try` y `except`; ya toca explicarlos. Un error de Python detiene el
# programa. Con `try` dices «inténtalo» y con `except`, «si falla **así**, haz esto otro».
#
# **Predice:** de estos tres textos, ¿con cuáles se llegará a imprimir el doble?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Sigue el camino con el dedo: la línea que falla, el salto al `except`, y de ahí adelante.
# Insiste en poner el **tipo** del error; el porqué se ve en «Errores frecuentes». Por si preguntan:
# `float("nan")` no falla; da el «no es un número» que volverá en {{bibliotecas_cientificas}}.

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
# ### Ejercicio 1.8.2
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
check("1.8.2", a_numero)

# %% [markdown] presenta="raise"
# ## 3 · ¿Y si es mi función la que no puede seguir?
#
# También tus funciones pueden negarse. `raise` **lanza** un error, con un mensaje que explica
# qué pasa. Es mejor que devolver un número inventado: el fallo se ve donde está y no diez líneas
# después.
#
# **Predice:** ¿se imprimirá «quedan» en el segundo caso?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La pregunta útil es: ¿quién se entera de que algo fue mal, y cuándo? Compara en la pizarra
# tres finales para «no hay saldo»: `print`, `return -1` y `raise`. Con el segundo, alguien sumará ese −1.

# %% tags=["resultado"]
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

# %% [markdown] presenta="assert, except … as"
# **Qué observas.** En el segundo caso no se imprimió: `raise` termina la función al momento, como
# `return`, pero sin devolver nada, y el `print` se quedó sin su dato. El error sube hasta que un `except`
# lo recoge; si no lo recoge ninguno, el programa se detiene. Con `as error` le ponemos nombre para leer
# su mensaje.
#
# ## 4 · ¿Cómo sé que mi función hace lo que creo?
#
# Probándola, y mejor si la prueba se queda escrita. Para eso está `assert`: «esto tiene
# que ser verdad; si no, para». Sirve para comprobar **tu propio código**, con casos cuya
# respuesta conoces. Se escriben los corrientes y, sobre todo, los de la frontera.
#
# **Predice:** ¿cuál de los tres `assert` fallará?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** En 1.8.3 se invierten los papeles: la función es del curso, y quien estudia pone las
# pruebas. Lo fácil es olvidar el 50 justo; el mensaje dice qué función defectuosa se les escapó. Es la
# misma idea con la que está probado este curso.

# %% presenta="AssertionError"
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
# ### Ejercicio 1.8.3
#
# Una tienda calcula lo que cuesta el envío: **gratis (0 euros) desde 50, incluidos los 50, y 5 euros si
# la compra es menor**. Escribe `probar(envio)`: recibe **una función** que dice hacer eso y la pone a
# prueba con `assert`, uno por caso: `assert envio(20) == 5`. Si la función es correcta, `probar` no
# dice nada. `check` le dará la correcta y varias con defectos, y `probar` tiene que descubrirlas todas.

# %% tags=["ejercicio"]
def probar(envio):
    # >>> return ...
    assert envio(20) == 5
    assert envio(49.99) == 5
    assert envio(50) == 0
    assert envio(120) == 0
    # <<<

# %%
check("1.8.3", probar)

# %% [markdown] presenta="Exception"
# ## Errores frecuentes
#
# **1. Un `except` que se lo traga todo.** `except Exception` atrapa casi cualquier error, también tus
# erratas. La clave «inporte» no existe, y nadie se entera:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El primero es el más caro de los dos: el programa no falla y el dato desaparece. Pregunta
# qué habría pasado al sumar mil pagos con la clave mal escrita.

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
# **2. Avisar con `print` y seguir.** Quien mira la pantalla se entera; el programa, no. La función sigue,
# devuelve `None`, y el fallo asoma en otra línea.

# %%
def cambio_a_ciegas(pagado, precio):
    if pagado < precio:
        print("Error: falta dinero")
    else:
        return pagado - precio

try:
    print("Falla:", cambio_a_ciegas(5, 8) + 1)
except TypeError as error:
    print("TypeError, lejos de la causa:", error)

def cambio(pagado, precio):
    if pagado < precio:
        raise ValueError(f"el precio es {precio} y se pagó {pagado}")
    return pagado - precio

# %%
try:
    print(cambio(5, 8) + 1)
except ValueError as error:
    print("Arreglado. ValueError:", error)

# %% [markdown]
# ## Práctica 7, segunda parte: tres herramientas de fiar, y una columna con errores
#
# Tres herramientas cortas, cada una con su manera de tratar lo que falta o no sirve, y al final las
# usarás para resumir una columna de datos como las que llegan de verdad: con huecos y erratas.
#
# ### Paso 1 · Ejercicio 1.8.4
#
# `area(base, altura)` devuelve el área de un rectángulo: base por altura. Si **no** se da la altura,
# es un cuadrado: `area(5)` es 25. Ojo: una altura de 0 sí es una altura, y `area(3, 0)` es 0. Para
# saber si falta, pregunta `altura is None`.

# %% [markdown] tags=["docente"]
# **{{minutos}}** con la autoevaluación. En el paso 1, `altura or base` parece más corto y trata el 0 como si
# faltara. Pregunta abierta para quien acabe: ¿qué tendría que hacer `resumir` si la mitad de los
# textos no fueran números?

# %% tags=["ejercicio"]
def area(base, altura=None):
    # >>> return ...
    if altura is None:
        altura = base
    return base * altura
    # <<<

# %%
check("1.8.4", area)

# %% [markdown]
# ### Paso 2 · Ejercicio 1.8.5
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
check("1.8.5", promedio)

# %% [markdown]
# ### Paso 3 · Ejercicio 1.8.6
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
check("1.8.6", precio_con_impuesto)

# %% [markdown] presenta=".splitlines"
# ### Paso 4 · Ejercicio 1.8.7
#
# Así llega una columna de importes cuando la ha tecleado mucha gente: un texto con un importe en cada
# línea. `splitlines` hace una lista con las líneas de un texto.

# %%
tecleado = """12.5
48.0

doce
1450.0
22,3
640"""
columna = tecleado.splitlines()
print(len(columna), "textos:", columna)

# %% [markdown] presenta="is not"
# Escribe `resumir(textos)`: recibe una lista de textos y devuelve **dos cosas**, separadas por una coma: la
# suma de los que son números y **cuántos** no lo son. Si **ninguno** es un número (o la lista está
# vacía), no hay nada que sumar: lanza un `ValueError` que lo explique. Puedes usar tu `a_numero`, y
# preguntar `is not None`, que es lo contrario de `is None`.

# %% tags=["ejercicio"]
def resumir(textos):
    # >>> return ...
    numeros = []
    for texto in textos:
        numero = a_numero(texto)
        if numero is not None:
            numeros.append(numero)
    if len(numeros) == 0:
        raise ValueError("ningún texto es un número")
    return sum(numeros), len(textos) - len(numeros)
    # <<<

# %%
check("1.8.7", resumir)

# %% [markdown]
# Fíjate en lo que hace con «22,3»: no lo da por bueno ni lo convierte en 0. Lo cuenta, para que quien
# lea el resultado sepa que falta algo. Un error previsto es un error que se dice.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** A tu función `promedio` no le llega ningún número. ¿Por qué es mejor `raise ValueError(…)` que
# `print("error")`?
#
# - a) Porque `raise` arregla el dato y la función puede continuar.
# - b) Porque con `print` la función sigue y el fallo asoma más tarde, en otro sitio.
# - c) Porque dentro de una función no se puede usar `print`.
# - d) Porque los errores lanzados con `raise` no se pueden atrapar con `except`.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("1.8.A1", respuesta_1)

# %% [markdown]
# **A2.** ¿Qué se imprime?
#
# ```python
# try:
#     numero = float("doce")
#     print("convertido")
# except ValueError:
#     print("no es un número")
# print("fin")
# ```
#
# - a) convertido, no es un número y fin
# - b) no es un número
# - c) no es un número y fin
# - d) Un error, y el programa se detiene

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "c"
# <<<
check("1.8.A2", respuesta_2)

# %% [markdown]
# **A3.** En tu `try`, el código de dentro busca una clave que no existe, y solo hay `except ValueError`. ¿Qué
# pasa?
#
# - a) El `except` lo atrapa: un error es un error.
# - b) Python se salta la línea y sigue dentro del `try`.
# - c) La clave se crea con el valor `None`.
# - d) El `KeyError` detiene el programa, porque nadie lo ha previsto.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "d"
# <<<
check("1.8.A3", respuesta_3)

# %% [markdown]
# **A4.** El importe igual al límite también cuenta, y alguien escribió «>» donde hacía falta «>=». ¿Qué
# `assert` lo descubre?
#
# - a) El que prueba con un importe muy alto.
# - b) El que prueba con un importe igual al límite.
# - c) El que prueba con un importe muy bajo.
# - d) Ninguno: eso solo lo descubre `except`.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "b"
# <<<
check("1.8.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - La docstring dice qué hace la función; es lo primero del cuerpo, entre tres comillas.
# - `try` y `except` prevén un fallo **concreto**: el que no esperas debe seguir viéndose.
# - `raise` anuncia que no se puede seguir, con un mensaje que explica por qué.
# - `assert` comprueba tu propio código con casos cuya respuesta conoces, sobre todo los de la frontera.
# - Lo que falta no es un 0: `None` dice que no hay dato, y conviene contar cuántas veces pasa.
#
# ## Para saber más
#
# - Tutorial oficial de Python, en español:
#   [errores y excepciones](https://docs.python.org/es/3/tutorial/errors.html), con lo que aquí no cabe
#   (`finally`, varios `except`, errores propios).
# - [PEP 257](https://peps.python.org/pep-0257/), en inglés: cómo se escribe una docstring.
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 2:
#   la limpieza de datos, que es lo que harás con errores como estos.
