# %% [markdown]
# # 1.1 · Números y variables
#
# | | |
# |---|---|
# | **Objetivos** | Explicar qué hace `=` y predecir cuánto vale cada variable; elegir nombres válidos; distinguir `int`, `float`, `bool` y texto, y convertir de uno a otro; calcular con `+ - * / // % **` y paréntesis; decir por qué `0.1 + 0.2` no da `0.3` y qué hacer entonces |
# | **Duración** | {{minutos}} |
# | **Requisitos** | La lección {{inicio}}: ejecutar celdas y usar `check` |
# | **Datos** | Ninguno |
# | **Práctica** | Práctica 1: la calculadora (tres cuentas, y otras cuatro de ampliación) |

# %%
from course_utils import check, hint, solution

# %% [markdown] presenta="variable, objeto"
# ## 1 · ¿Qué hace de verdad el signo `=`?
#
# En la lección {{inicio}} viste cosas como `precio = 12.5`. Parece una ecuación, pero es una **orden**, y
# se lee de derecha a izquierda:
#
# 1. Python calcula lo que hay a la derecha. El resultado es un **objeto**: aquí, el número 12.5.
# 2. A ese objeto le pone el **nombre** de la izquierda, como quien ata una etiqueta a una maleta.
#
# A un nombre que está atado a un valor lo llamamos **variable**.

# %%
x = 5
y = 10
c = x + y
print("c:", c)

# %% [markdown]
# **Predice:** ahora la etiqueta `x` pasa a otro número, el 10. ¿Cuánto valdrá `c`: 15 o 20? Apúntalo
# antes de ejecutar.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pide que voten a mano alzada: ¿15 o 20? Quien conoce las hojas de cálculo suele decir 20,
# y con razón: allí una fórmula se recalcula sola. Va bien hacerlo con papeles adhesivos: los números
# escritos en la pizarra, y `x`, `y`, `c` en papeles que se despegan y se mueven. En 1.1.1 es fácil
# acabar con (8, 8): deja que lean el mensaje y que muevan los papeles. Si preguntan dónde se
# guarda el número, la ampliación tiene un recuadro sobre la memoria.

# %%
x = 10
print("x:", x)
print("c:", c)

# %% [markdown] presenta="+="
# **Qué observas.** `c` sigue valiendo 15. Cuando Python ejecutó `c = x + y`, sumó, obtuvo el número 15
# y ató a él la etiqueta `c`. No guardó la cuenta, solo el resultado. Mover después la etiqueta `x` no
# toca a `c`:
#
# ```
#   antes                  después de  x = 10
#
#   x ──► 5                      5   (sin etiqueta)
#   y ──► 10               y ──► 10 ◄── x
#   c ──► 15               c ──► 15
# ```
#
# En una hoja de cálculo sí cambiaría, porque allí la fórmula se vuelve a calcular sola. En Python, si
# quieres el resultado nuevo, hay que volver a pedirlo: `c = x + y`.
#
# Por eso también tiene sentido `visitas = visitas + 1`, que como ecuación sería imposible: calcula el
# valor de ahora más uno, y mueve la etiqueta al resultado. (Lo verás abreviado: `visitas += 1`).
#
# ### Ejercicio 1.1.1
#
# Intercambia los valores: al final, `izquierda` debe valer lo que valía `derecha`, y al revés. Hazlo
# sin escribir ningún número: cambia las dos últimas líneas, y añade las líneas y los nombres que necesites.

# %% tags=["ejercicio"]
izquierda = 3
derecha = 8

# >>> izquierda = ...
guardado = izquierda
izquierda = derecha
# <<<
# >>> derecha = ...
derecha = guardado
# <<<

# %%
check("1.1.1", izquierda, derecha)

# %% [markdown] presenta="palabras reservadas, .isidentifier"
# ¿Te atascas? En una celda nueva, `hint("1.1.1")` da una pista y `solution("1.1.1")` muestra una
# solución.
#
# ## 2 · ¿Qué nombres se pueden usar?
#
# Python pone pocas reglas:
#
# - solo **letras**, **cifras** y el **guion bajo** `_`, y la primera no puede ser una cifra;
# - las mayúsculas cuentan: `total` y `Total` son dos nombres distintos;
# - hay 35 **palabras reservadas** (*keywords*) que ya significan algo y no se pueden usar.
#
# A eso se suma la costumbre: minúsculas, palabras separadas con `_`, y un nombre que diga qué guarda.
# Mejor `precio_entrada` que `pe`. Los acentos y la ñ valen, pero mucha gente los evita
# en los nombres para no tropezar con otros teclados.
#
# `.isidentifier()` pregunta si un texto tiene forma de nombre. **Predice:** ¿cuáles darán `True`?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que digan en voz alta, antes de ejecutar, cuáles de los cinco nombres valen. Muestra que el
# editor colorea las palabras reservadas: si el nombre cambia de color, mala elección. 1.1.2 es de
# ampliación: si sobra tiempo, o para casa.

# %%
print("pago_2       ", "pago_2".isidentifier())
print("2_pago       ", "2_pago".isidentifier())
print("importe total", "importe total".isidentifier())
print("importe-total", "importe-total".isidentifier())
print("año          ", "año".isidentifier())

# %% [markdown] presenta="len, import"
# **Qué observas.** Fallan el que empieza por una cifra, el que lleva un espacio y el que lleva un
# guion. Estas son las palabras reservadas; no hace falta memorizarlas. (`import keyword` trae una
# biblioteca, `keyword`, que viene con Python; lo que hay en ella se pide con un punto. Y `len` dice
# cuántas son.)

# %% presenta="keyword.kwlist"
import keyword

print(len(keyword.kwlist), "palabras reservadas")
print(keyword.kwlist)

# %% [markdown] presenta="exec"
# > **Lo que oirás por ahí: «un nombre puede llevar un guion, como `mi-variable`».** No puede. El guion
# > es el signo de restar, y Python lee `importe-total` como «`importe` menos `total`». Comprobémoslo.
# > (`exec` ejecuta un texto como si fuera código. `try` está solo para que el cuaderno siga después
# > del error: se explica en la lección {{errores_previstos}}).

# %% presenta="SyntaxError"
importe = 100
total = 30
print("importe-total vale", importe-total)

try:
    exec("importe-total = 5")
except SyntaxError:
    print("Al darle un valor: SyntaxError, no es un nombre")

# %% [markdown]
# **Qué observas.** Python restó: 70. Y se negó a atar un valor a una resta. El guion que sí vale es el
# bajo: `importe_total`.

# %% [markdown]
# ### ★ Ampliación · Ejercicio 1.1.2
#
# Python rechaza estos tres nombres: `2do_pago`, `importe-total` y `class`. Propón para cada uno un
# nombre válido que diga lo que guarda: el segundo pago, el importe total y la clase de tarjeta.
# Escríbelos como textos, entre comillas.

# %% tags=["ejercicio"]
# >>> nombre_1 = ...
nombre_1 = "pago_2"
# <<<
# >>> nombre_2 = ...
nombre_2 = "importe_total"
# <<<
# >>> nombre_3 = ...
nombre_3 = "clase_tarjeta"
# <<<

# %%
check("1.1.2", nombre_1, nombre_2, nombre_3)

# %% [markdown] presenta="tipo, int, float, bool, str, True, False, 1_000"
# ## 3 · ¿Por qué `7`, `7.0` y `"7"` no son lo mismo?
#
# Cada objeto tiene un **tipo**, que decide qué se puede hacer con él. De momento nos bastan cuatro:
#
# | Tipo | Qué es | Ejemplos |
# |---|---|---|
# | `int` | número entero | `7`, `-3`, `1_000_000` (el guion bajo solo separa los miles) |
# | `float` | número con punto decimal | `7.0`, `12.5`, `-0.001` |
# | `bool` | verdadero o falso | `True`, `False` |
# | `str` | texto, entre comillas | `"7"`, `"Panadería Sol"` |
#
# `type(…)` dice el tipo. **Predice** los cinco, sobre todo el último:

# %% presenta="type"
entero = 7
decimal = 7.0
texto = "7"
respuesta = True
print(type(entero), type(decimal), type(texto), type(respuesta))
print(type(10 / 2))

# %% [markdown] presenta="==, >, <"
# **Qué observas.** `10 / 2` es un `float`: vale `5.0`. La división `/` da siempre un `float`, aunque la
# cuenta sea exacta. (`class` quiere decir aquí «tipo»).
#
# Los `bool` salen de las preguntas. `>` pregunta si es mayor, `<` si es menor, y `==`, con **dos**
# signos, si es igual (uno solo ata un nombre). Los usaremos a fondo en la lección {{decisiones}}. **Predice** la tercera línea:

# %%
importe = 1250
print(importe > 1000)
print(importe == 1000)
print(True + True + False)

# %% [markdown]
# **Qué observas.** Las dos preguntas dan un `bool`. Y en una suma, `True` cuenta como 1 y `False` como 0: así
# se cuentan después los «sí» de una encuesta, o los aciertos de un modelo.
#
# Para pasar de un tipo a otro se usa el nombre del tipo como si fuera una máquina: entra un valor y
# sale otro. **Predice:** ¿qué dará `int(3.99)`, 3 o 4?

# %% presenta="round"
print(int("12") + 3)
print(float("12.5") * 2)
print(str(12) + "3")
print(int(3.99))
print(round(3.99))

# %% [markdown]
# **Qué observas.** `int` y `float` sacan el número de un texto, y `str` hace lo contrario: por eso
# `str(12) + "3"` une dos textos y da `123`. Con un decimal, `int` no redondea: **corta**. Para
# redondear está `round`, y `round(3.14159, 2)` deja dos decimales: `3.14`.
#
# Lo que se teclea en un formulario, o se lee de muchos archivos, llega como texto aunque parezca un
# número. Y al revés: no todo lo que se escribe con cifras es un número. El de una tarjeta
# (`"4539 1488 0343 6467"`, un ejemplo muy repetido en manuales y tutoriales) o un código postal no se
# suman ni se multiplican, y `int("08001")` perdería el cero de delante. Son textos.
#
# ### Ejercicio 1.1.3
#
# El programa de la Panadería Sol recibe estos dos textos. Conviértelos: `cantidad` en un `int` y
# `precio` en un `float`. Después calcula `total`, lo que cuesta todo.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La pregunta que siempre llega: ¿por qué no convierte Python solo? Porque `"3" + "4"` podría
# querer decir 7 o «34», y prefiere no adivinar. En 1.1.3 aparece `int("12.5")`: que lean el
# `ValueError` de abajo arriba. Si alguien prueba `round(2.5)` y obtiene 2: con el .5 exacto, Python va al
# entero par.

# %% tags=["ejercicio"]
cantidad_texto = "4"
precio_texto = "12.5"

# >>> cantidad = ...
cantidad = int(cantidad_texto)
# <<<
# >>> precio = ...
precio = float(precio_texto)
# <<<
# >>> total = ...
total = cantidad * precio
# <<<

# %%
check("1.1.3", cantidad, precio, total)

# %% [markdown] presenta="división entera, //, resto, %, potencia, **"
# ## 4 · ¿Qué operaciones hay, y en qué orden se hacen?
#
# A las cuatro de la lección {{inicio}} se suman tres. **Predice** lo que da cada línea antes de ejecutar:
#
# | Operación | Se escribe | Qué da |
# |---|---|---|
# | división | `17 / 5` | el cociente con decimales |
# | división entera | `17 // 5` | cuántas veces cabe el 5 **entero** |
# | resto | `17 % 5` | lo que sobra |
# | potencia | `2 ** 3` | 2 · 2 · 2 |

# %%
print(17 / 5)
print(17 // 5)
print(17 % 5)
print(2 ** 3)

# %% [markdown]
# **Qué observas.** El 5 cabe 3 veces en 17 y sobran 2: `3 * 5 + 2` vuelve a dar 17. `//` y `%` son una
# pareja, y sirven para **repartir**: cuántos grupos completos salen, y cuánto queda. El signo `%` no
# tiene aquí nada que ver con los porcentajes.
#
# ### Ejercicio 1.1.4
#
# La panadería pone 250 panecillos en bolsas de 12. Calcula `bolsas`, cuántas bolsas **llenas** salen, y
# `sueltos`, cuántos panecillos quedan fuera. Los dos deben ser enteros (`int`).

# %% tags=["ejercicio"]
panecillos = 250
por_bolsa = 12

# >>> bolsas = ...
bolsas = panecillos // por_bolsa
# <<<
# >>> sueltos = ...
sueltos = panecillos % por_bolsa
# <<<

# %%
check("1.1.4", bolsas, sueltos)

# %% [markdown]
# Cuando hay varias operaciones, el orden es el de la escuela: primero los paréntesis; luego las
# potencias; después `*`, `/`, `//` y `%`; al final `+` y `-`. A igual rango, de izquierda a derecha
# (solo las potencias encadenadas van al revés).
#
# **Predice:** las dos últimas líneas engañan a mucha gente.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Las dos trampas: en `100 / 5 * 2` muchos dividen entre 10, y en `-3 ** 2` casi todos
# esperan 9. La regla práctica: si dudas un segundo, pon paréntesis; quien lea tu código también habría dudado.
# Para quien acabe antes: `-7 // 2` da -4, porque `//` redondea siempre hacia abajo, y `2 ** 3 ** 2` da
# 512, porque las potencias encadenadas se hacen de derecha a izquierda.

# %%
print(2 + 3 * 4)
print((2 + 3) * 4)
print(100 / 5 * 2)
print(-3 ** 2)

# %% [markdown]
# **Qué observas.** `100 / 5 * 2` divide primero y después multiplica: 40, no 10. Y en `-3 ** 2` la
# potencia va antes que el signo: es menos (3 al cuadrado), o sea -9. Con paréntesis, `(-3) ** 2` da 9.
#
# ## 5 · ¿Son exactos los números de la computadora?
#
# Los enteros, sí, y además no tienen techo: ocupan la memoria que necesiten. Los `float` tienen un
# tamaño fijo, y en él caben unas 16 cifras. **Predice:** ¿se verán igual estas dos líneas?

# %%
print(2 ** 100)
print(2.0 ** 100)

# %% [markdown] presenta="1e-3"
# **Qué observas.** El entero muestra sus 31 cifras. El `float` muestra las primeras y termina en `e+30`,
# que se lee «por 10 elevado a 30»: mueve el punto 30 lugares a la derecha. También se puede escribir
# así: `2e3` es 2000.0 y `1e-3`, 0.001.
#
# Si el número es muy grande, a un `float` ya no le quedan cifras para las unidades. **Predice:** sumamos
# 1 a un número enorme y le quitamos ese número enorme. ¿Qué queda?

# %%
print(10 ** 16 + 1 - 10 ** 16)
print(10.0 ** 16 + 1 - 10.0 ** 16)

# %% [markdown]
# **Qué observas.** Con enteros queda 1. Con `float`, 0: el 1 se perdió por el camino, y sin ningún aviso.
#
# El tamaño fijo de los `float` se nota también en los números pequeños. **Predice:** ¿`True` o `False`?

# %%
print(0.1 + 0.2 == 0.3)
print(0.1 + 0.2)

# %% [markdown]
# ¿Un error de Python? No: pasa igual en casi todos los lenguajes. Pidamos veinte decimales, para ver qué
# hay guardado de verdad:

# %% presenta="format"
print("0.1       ", format(0.1, ".20f"))
print("0.2       ", format(0.2, ".20f"))
print("0.1 + 0.2 ", format(0.1 + 0.2, ".20f"))
print("0.3       ", format(0.3, ".20f"))

# %% [markdown] presenta="math.isclose"
# **Qué observas.** El 0.1 guardado no es exactamente 0.1. La computadora escribe los `float` en base 2, y en
# base 2 un décimo no se acaba nunca, igual que un tercio en base 10 (0.333…). Se queda con el más
# cercano que le cabe, y al sumar, esas pequeñas diferencias a veces asoman.
#
# Qué hacer, según el caso:
#
# - para **enseñar** un resultado, redondea al final: `round(0.1 + 0.2, 2)` da `0.3`;
# - para **comparar**, no uses `==` con resultados `float`: mira si la diferencia es muy pequeña. Eso hace
#   `math.isclose`;
# - para **dinero** que hay que cuadrar, cuenta en céntimos con enteros, que son exactos. Así lo hacen
#   muchos sistemas de pago.

# %%
import math

print("con isclose: ", math.isclose(0.1 + 0.2, 0.3))
print("en céntimos: ", 10 + 20 == 30)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Si preguntan por qué en 1.1.5 no basta con `int`: que impriman `4.35 * 100`. Quien
# acabe antes tiene el tablero de ajedrez en la ampliación (1.1.9): con `float`, su última cifra se
# perdería igual que el 1 de arriba.

# %% [markdown]
# ### Ejercicio 1.1.5
#
# Pasa este pago a céntimos: `centimos` debe ser el `int` exacto. Calcúlalo a partir de `pago`, y mira el
# resultado con `print` antes de comprobarlo.

# %% tags=["ejercicio"]
pago = 4.35

# >>> centimos = ...
centimos = round(pago * 100)
# <<<

# %%
check("1.1.5", centimos)

# %% [markdown]
# ## Errores frecuentes
#
# Los peores no son los que dan un error, sino los que no avisan. Aquí hay de los dos.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de cada celda, pregunta qué saldrá. El 4 es el que más desconcierta en un cuaderno: el
# núcleo de ejecución recuerda la etiqueta mala aunque se borre la celda. El remedio general: reiniciar y ejecutar todo.

# %% [markdown]
# **1. Escribir la coma decimal.** En español escribimos 3,50, pero en Python la coma separa cosas. No hay
# error: aparecen dos números donde querías uno. (Son una *tupla*, de la lección {{colecciones}}: no
# hace falta entenderla todavía.)

# %% tags=["todavia-no"]
precio_agua = 3,50
print("Con coma:", precio_agua)

precio_agua = 3.50
print("Arreglado:", precio_agua)

# %% [markdown]
# **2. Calcular con un texto.** Sumar `"15"` y un número da un error, como viste en la lección {{inicio}}. Multiplicarlo es peor: no
# protesta, y **repite** el texto. Y un `int` no sabe leer un texto con punto decimal.

# %% presenta="ValueError"
print("Con texto:", "15" * 3)
print("Arreglado:", int("15") * 3)

try:
    print(int("12.5"))
except ValueError as error:
    print("ValueError:", error)

print("Arreglado:", float("12.5"))

# %% [markdown] presenta="^"
# **3. Elevar con `^`.** En otros programas `^` es la potencia. En Python, entre enteros, es otra
# operación, que casi nunca necesitarás, y da un resultado sin avisar (con un `float`, un error).

# %%
print("Con ^:", 2 ^ 3)
print("Arreglado:", 2 ** 3)

# %% [markdown]
# **4. Usar un nombre que ya era de Python.** `round` no es una palabra reservada, así que Python deja
# atar esa etiqueta a otra cosa… y entonces ya no sabe redondear.

# %% presenta="del"
round = 2
try:
    print(round(3.7))
except TypeError as error:
    print("TypeError:", error)
    del round  # borramos nuestra etiqueta, y vuelve a verse la de Python

print("Arreglado:", round(3.7))

# %% [markdown]
# El mensaje dice, en inglés, que un `int` no se puede usar como una función: `round` era el número 2. En tu
# cuaderno, `del round` lo arregla; reiniciar y ejecutar todo, también. Pasa igual con `type`, `int` o
# `print`.
#
# ## Práctica: la calculadora
#
# Tres cuentas de la vida diaria. En todas, los datos están en variables y tú escribes la fórmula **con
# los nombres**, no con los números: así, el día que cambie un dato, bastará con ejecutar otra vez. (Para
# `check`, deja los datos del enunciado. Después cámbialos y juega: ya tienes una calculadora. En la
# ampliación hay otras cuatro.)
#
# ### Paso 1 · Ejercicio 1.1.6: la propina
#
# Tres personas comparten una cuenta de 84 € y dejan una propina del 15 % de la cuenta. Calcula `propina`
# y `por_persona`, lo que paga cada una (cuenta y propina, entre tres). Sin redondear.

# %% [markdown] tags=["docente"]
# **{{minutos}}** para los tres pasos. El error de fondo es leer «15 %» como 15: que digan en voz alta
# «quince de cada cien». En el paso 3, quien divide 9876 entre 60 obtiene 164 minutos: pregunta cuántos
# quedan al apartar las horas.

# %% tags=["ejercicio"]
cuenta = 84
porcentaje = 15
personas = 3

# >>> propina = ...
propina = cuenta * porcentaje / 100
# <<<
# >>> por_persona = ...
por_persona = (cuenta + propina) / personas
# <<<

# %%
check("1.1.6", propina, por_persona)

# %% [markdown]
# ### Paso 2 · Ejercicio 1.1.7: el interés compuesto
#
# Guardas 1500 € al 4 % anual. Al cabo de un año el dinero se ha multiplicado por 1.04. El segundo año, lo
# que hay se multiplica **otra vez** por 1.04, porque los intereses también dan intereses:

# %% tags=["resultado"]
print("tras 1 año: ", 1500 * 1.04)
print("tras 2 años:", 1500 * 1.04 * 1.04)

# %% [markdown]
# Calcula `capital_final`, lo que habrá tras 8 años, redondeado a 2 decimales con `round(…, 2)`.

# %% tags=["ejercicio"]
capital = 1500
interes = 4
anios = 8  # sin ñ, por costumbre

# >>> capital_final = ...
capital_final = round(capital * (1 + interes / 100) ** anios, 2)
# <<<

# %%
check("1.1.7", capital_final)

# %% [markdown]
# ### Paso 3 · Ejercicio 1.1.8: de segundos a horas, minutos y segundos
#
# Una película dura 9876 segundos. Escríbelo como se dice: `horas`, `minutos` (de 0 a 59) y `segundos` (de
# 0 a 59), los tres enteros. Es como repartir panecillos en bolsas, dos veces.

# %% tags=["ejercicio"]
duracion = 9876

# >>> horas = ...
horas = duracion // 3600
# <<<
# >>> minutos = ...
minutos = (duracion % 3600) // 60
# <<<
# >>> segundos = ...
segundos = duracion % 60
# <<<

# %%
check("1.1.8", horas, minutos, segundos)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Se ejecutan, en este orden, `a = 3`, `b = a` y `a = a + 1`. ¿Cuánto vale `b`?
#
# - a) 4, porque `b` es igual que `a`.
# - b) 3, porque `b` sigue atado al número 3.
# - c) Da un error: `a = a + 1` es imposible.
# - d) 7, porque se suman.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("1.1.A1", respuesta_1)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** En pareja: quien explica por qué es falsa una opción aprende más que quien acierta. La A3
# anticipa la lección {{texto}}, donde la tarjeta se enmascara como texto.

# %% [markdown]
# **A2.** ¿Qué da `12 / 4`?
#
# - a) `3`, un `int`, porque la división es exacta.
# - b) `0`, porque no sobra nada.
# - c) `"3"`, un texto.
# - d) `3.0`, un `float`.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "d"
# <<<
check("1.1.A2", respuesta_2)

# %% [markdown]
# **A3.** ¿Con qué tipo guardarías el código postal 08001?
#
# - a) Con un texto: no se calcula con él, y el cero de delante importa.
# - b) Con un `int`, porque son todo cifras.
# - c) Con un `float`, por si hay decimales.
# - d) Con un `bool`.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("1.1.A3", respuesta_3)

# %% [markdown]
# **A4.** Sumas diez pagos de 0.1 €, uno tras otro, preguntas si el resultado es `== 1.0` y sale `False`. ¿Qué conviene
# hacer?
#
# - a) Escribir `0.10` en lugar de `0.1`.
# - b) Reiniciar el núcleo de ejecución y ejecutar todo otra vez.
# - c) Sumar céntimos enteros, o comparar con `math.isclose`.
# - d) Usar otro lenguaje: es un fallo de Python.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "c"
# <<<
check("1.1.A4", respuesta_4)

# %% [markdown] presenta="sys.getsizeof"
# ## ★ Ampliación · ¿Qué más se puede hacer con números?
#
# Nada de lo que viene después depende de esta parte: puedes saltarla, o dejarla para casa.
#
# ### Dos nombres para un número enorme
#
# > **Lo que oirás por ahí: «una variable es un espacio que se reserva en la memoria».** Así es en
# > lenguajes como C: la variable es una caja de tamaño fijo y el valor se copia dentro. En Python la
# > memoria la ocupa el **objeto**; el nombre solo lo señala. Veámoslo con un número enorme, de más de
# > ochenta mil cifras, y con `sys.getsizeof`, que dice cuántos bytes ocupa un objeto. (Y `is`
# > pregunta si dos nombres señalan el mismo.)
#
# **Predice:** si un número enorme tiene dos nombres, ¿qué pasa con él al borrar uno de ellos?

# %% presenta="is"
import sys

enorme = 7 ** 100_000
otro = enorme
print("¿Son dos nombres del mismo objeto?", otro is enorme)
print("¿Ocupa más de 30 000 bytes?", sys.getsizeof(otro) > 30_000)

del enorme  # borra el nombre
print("¿Sigue ahí el número?", otro > 0)

otro = 5
print("¿Y ahora el mismo nombre, menos de 100 bytes?",
      sys.getsizeof(otro) < 100)

# %% [markdown]
# **Qué observas.** `otro = enorme` no copió nada: los dos nombres señalaban el mismo objeto. Al borrar
# uno, el número siguió vivo gracias al otro. Y el mismo nombre señaló primero más de 30 000 bytes y
# después menos de 100: ese espacio era de los objetos, no del nombre.
#
# El número no se imprimió porque, si nadie cambia ese límite, `print` se niega a escribir un entero
# de más de 4300 cifras.

# %% [markdown] tags=["docente"]
# **{{minutos}}** para toda la ampliación: el recuadro de la memoria y cuatro ejercicios que se
# reparten según el grupo. 1.1.9 gusta mucho, y pocos aciertan el orden de magnitud (la cosecha
# mundial de trigo de varios siglos, al ritmo de hoy). En 1.1.10, quien resta el 21 % de 60.5 no ha pensado de qué es
# ese 21 %.

# %% [markdown]
# ### Ejercicio 1.1.9: el tablero de ajedrez
#
# Cuenta una leyenda que el inventor del ajedrez pidió como premio 1 grano de trigo por la primera casilla
# del tablero, 2 por la segunda, 4 por la tercera… siempre el doble, hasta la casilla 64.
#
# | Casilla | Granos en ella | Total hasta ahí |
# |---|---|---|
# | 1 | 1 | 1 |
# | 2 | 2 | 3 |
# | 3 | 4 | 7 |
# | 4 | 8 | 15 |
#
# Mira cómo crece cada columna (los granos son potencias de 2, y el 1 también: `2 ** 0`) y calcula
# `ultima_casilla`, los granos de la casilla 64, y `todos`, los de las 64 juntas. Exactos, como `int`.

# %% tags=["ejercicio"]
# >>> ultima_casilla = ...
ultima_casilla = 2 ** 63
# <<<
# >>> todos = ...
todos = 2 ** 64 - 1
# <<<

# %%
check("1.1.9", ultima_casilla, todos)

# %% [markdown]
# ### Ejercicio 1.1.10: el IVA
#
# El IVA es un impuesto que se suma al precio: el general es del 21 % en España y en Argentina, y
# del 16 % en México. Usa `iva`, que aquí vale 21.
#
# - `precio_final`: lo que se paga por una lámpara que cuesta 80 € **sin** IVA.
# - `sin_iva`: lo que costaba, antes del IVA, otra por la que se pagaron 60.5 €. Cuidado: el 21 % se
#   calculó sobre el precio sin IVA, no sobre los 60.5.

# %% tags=["ejercicio"]
iva = 21
precio_lampara = 80
pagado = 60.5

# >>> precio_final = ...
precio_final = precio_lampara * (1 + iva / 100)
# <<<
# >>> sin_iva = ...
sin_iva = pagado / (1 + iva / 100)
# <<<

# %%
check("1.1.10", precio_final, sin_iva)

# %% [markdown]
# ### Ejercicio 1.1.11: el índice de masa corporal
#
# El IMC es el peso en kilogramos dividido entre la altura **en metros** al cuadrado. Calcula `imc` para
# una persona de 68 kg y 170 cm, redondeado a **1** decimal. (Es una medida gruesa, pensada para
# poblaciones: no distingue músculo de grasa).

# %% tags=["ejercicio"]
peso_kg = 68
altura_cm = 170

# >>> imc = ...
altura_m = altura_cm / 100
imc = round(peso_kg / altura_m ** 2, 1)
# <<<

# %%
check("1.1.11", imc)

# %% [markdown]
# ### Ejercicio 1.1.12: la temperatura
#
# Para pasar de grados Fahrenheit a Celsius se restan 32 y, **a lo que queda**, se le aplican cinco
# novenos. ¿Cuántos grados `celsius` son 77 °F?

# %% tags=["ejercicio"]
fahrenheit = 77

# >>> celsius = ...
celsius = (fahrenheit - 32) * 5 / 9
# <<<

# %%
check("1.1.12", celsius)

# %% [markdown]
# ## Resumen
#
# - `=` calcula lo de la derecha y le ata el nombre de la izquierda; no recuerda la cuenta.
# - Un nombre lleva letras, cifras y `_`; no empieza por cifra ni es una palabra reservada.
# - El tipo decide qué se puede hacer: `int`, `float`, `bool`, `str`; se convierten con su nombre.
# - `//` y `%` reparten; `**` eleva; `/` da siempre `float`; ante la duda, paréntesis.
# - Los `int` son exactos y sin techo; los `float`, aproximados: no los compares con `==`.
#
# ## Para saber más
#
# - [Tutorial de Python: usar Python como una calculadora](https://docs.python.org/es/3/tutorial/introduction.html),
#   en español.
# - [Aritmética de punto flotante: problemas y limitaciones](https://docs.python.org/es/3/tutorial/floatingpoint.html),
#   del mismo tutorial.
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.:
#   supone que ya sabes algo de Python; este módulo es para llegar hasta ahí.
