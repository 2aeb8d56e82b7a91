# %% [markdown]
# # 0 · Empieza aquí
#
# | | |
# |---|---|
# | **Objetivos** | Decir qué es Python y para qué se usa; decir de qué tres maneras se ejecuta Python, y ejecutar un cuaderno; usar `check`, `hint` y `solution`; leer un mensaje de error; comprobar que tu equipo está listo |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Ninguno |
# | **Datos** | Ninguno |
# | **Práctica** | Arreglar un programa con dos errores |
#
# Esto es un cuaderno, y lo que sigue, dos **celdas** de código. Para ejecutar una, pulsa en ella con
# el ratón y después **Mayús + Intro** (*Shift + Enter*). Hazlo ya con las dos, en orden: la primera
# prepara el curso, y la segunda trae sus ayudas.

# %% presenta="#, from … import"
# Detrás de # va un comentario: una nota para quien lee. Python no la mira.
# La línea de abajo trae las ayudas del curso:
# «de course_utils, importa check, hint…».
from course_utils import check, check_environment, hint, solution

# %% [markdown] presenta="Python, lenguaje de programación"
# ## 1 · ¿Qué es Python, y por qué este curso lo usa?
#
# Python es un lenguaje de programación: una manera de escribir instrucciones que entienden a la
# vez las personas y la computadora. Cuatro rasgos lo explican:
#
# - **Interpretado.** Escribes una línea, la ejecutas y ves el resultado, sin un paso aparte para
#   construir el programa.
# - **De tipado dinámico.** No declaras de qué tipo es cada dato: Python lo sabe por el valor.
# - **Libre y abierto.** Es gratis, y cualquiera puede leer y mejorar su código.
# - **Está en todas partes.** El mismo programa sirve en Windows, macOS y Linux.
#
# ¿Quién lo usa? Quien analiza datos o entrena redes neuronales; bancos que buscan fraudes,
# hospitales que estudian imágenes, laboratorios, periódicos; y el servidor de más de una aplicación
# de tu teléfono.
#
# Así se saluda, a la manera clásica, en cinco lenguajes. **Predice:** ¿en cuál hace falta escribir menos?
#
# **C**
# ```c
# #include <stdio.h>
# int main(void) {
#     printf("Hola, mundo\n");
#     return 0;
# }
# ```
# **C++**
# ```cpp
# #include <iostream>
# int main() {
#     std::cout << "Hola, mundo" << std::endl;
# }
# ```
# **Java**
# ```java
# public class Hola {
#     public static void main(String[] args) {
#         System.out.println("Hola, mundo");
#     }
# }
# ```
# **C#**
# ```csharp
# using System;
# class Hola {
#     static void Main() {
#         Console.WriteLine("Hola, mundo");
#     }
# }
# ```
# Y en **Python**, aquí mismo. Ejecuta la celda siguiente, con Mayús + Intro:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Proyecta la comparación y pregunta qué palabras entienden sin haber programado nunca.
# Si el grupo usa Colab, la primera ejecución tarda unos segundos: la celda de preparación descarga
# el curso. Con mala red, reparte la carpeta en una memoria USB y usa Jupyter.

# %% tags=["resultado"] presenta="print"
print("Hola, mundo")

# %% [markdown] presenta="=, ..."
# **Qué observas.** Una línea, y el resultado aparece justo debajo de la celda. (Las versiones recientes
# de Java y de C# admiten también formas más cortas que las de arriba.)
#
# ### Ejercicio 0.0.1
#
# El signo `=` guarda: deja lo de la derecha con el nombre de la izquierda. Guarda así tu nombre,
# entre comillas, en `mi_nombre`. Donde veas `...` va tu respuesta: bórralos y escribe. Después
# ejecuta también la celda del `check`.

# %% tags=["ejercicio"]
# >>> mi_nombre = ...
mi_nombre = "Lucía"
# <<<

# %% presenta="course_utils.check"
check("0.0.1", mi_nombre)

# %% [markdown] presenta="compilar, bytecode"
# `check` da siempre una de estas respuestas: ⏳ *sin responder*, ✅ *correcto*, ❌ *todavía no* (y te
# dice por qué) o ⚠️ *problema del entorno* (no es culpa tuya). No pone nota: puedes repetirlo las
# veces que quieras.
#
# > **Lo que oirás por ahí: «Python no se compila, se lee línea a línea».** No del todo. Python
# > traduce primero tu texto a unas instrucciones más simples (*bytecode*), y un programa, el
# > intérprete, ejecuta esas instrucciones. La biblioteca `dis` nos las enseña. (Su código no hace
# > falta entenderlo todavía: mira solo lo que imprime.)

# %% tags=["todavia-no"]
import dis

for instruction in dis.get_instructions("precio + iva"):
    print(instruction.opname)

# %% [markdown] presenta="entorno, Jupyter, Google Colab"
# **Qué observas.** La suma `precio + iva` se convirtió en varias instrucciones: cargar un nombre,
# cargar el otro, una operación y devolver el resultado (`RESUME` solo marca el comienzo). Esa
# traducción **es** compilar; lo que pasa es que Python la hace sin que la pidas.
#
# ## 2 · ¿Dónde se ejecuta?
#
# Hay tres maneras, y las tres ejecutan el mismo Python.
#
# **Una terminal, o IDLE.** IDLE viene con Python (en algunos Linux se instala aparte): una ventana
# que muestra `>>>`; detrás escribes una línea, pulsas Intro y ves el resultado. En una terminal,
# `python programa.py` ejecuta un archivo entero. Va bien para probar algo rápido, o para programas
# terminados; los cuadernos se abren con las otras dos.
#
# **Jupyter, en tu computadora.** Abre cuadernos como este en el navegador y, una vez instalado, sin
# Internet. Usa un **entorno** por proyecto: una instalación aparte, para que las bibliotecas de un
# trabajo no estropeen las de otro. Con Anaconda (o Miniconda), en la carpeta de este curso, la
# primera orden crea el suyo, con Jupyter y todo lo demás; la segunda entra en él, y la tercera abre
# Jupyter. La primera basta una vez:
#
# ```
# conda env create -f environment.yml
# conda activate curso-ml
# jupyter lab
# ```
#
# **Google Colab, en la nube.** Solo hacen falta un navegador y una cuenta de Google. El botón «Abrir en Colab»
# del comienzo de cada cuaderno lo abre allí, y el programa se ejecuta en una computadora prestada.
# Arriba a la derecha, un indicador muestra cuánta memoria (RAM) y cuánto disco llevas usados. Lo que
# cambies se pierde al cerrar, salvo que uses **Archivo → Guardar una copia en Drive**. En **Entorno
# de ejecución → Cambiar tipo de entorno de ejecución** se puede pedir una GPU; este curso no la
# necesita.
#
# ¿Con cuál estás ahora? Preguntemos:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Decide una sola manera para toda la clase y dilo. Las otras dos quedan de lectura.

# %% tags=["nbval-ignore-output"] reason="describe el equipo en que se ejecuta: en otro es distinta" presenta="course_utils.check_environment"
check_environment()

# %% [markdown] presenta="celda, núcleo de ejecución"
# **Qué observas.** Una lista de lo que el curso necesita y de lo que tu equipo tiene. Si hay algún
# ⚠️ o ❌, su línea dice qué hacer. Que no haya GPU está bien: todo el curso cabe en la CPU.
#
# ## 3 · ¿Cómo funciona un cuaderno?
#
# Un cuaderno está hecho de **celdas**. Las de texto se leen; las de código se ejecutan con
# Mayús + Intro. Detrás hay un **núcleo de ejecución** (*kernel*): el Python que va recordando todo
# lo que ejecutas, **en el orden en que lo ejecutas**. El número entre corchetes, `[3]`, dice ese
# orden.
#
# Las dos celdas que siguen lo enseñan: la primera deja `visitas` en 0; la segunda le suma 1.
# **Predice:** si ejecutas la primera una vez y la **segunda** tres veces seguidas, ¿cuánto valdrá
# `visitas`?

# %%
visitas = 0

# %% presenta="+"
visitas = visitas + 1
print("visitas:", visitas)

# %% [markdown]
# **Qué observas.** De arriba abajo da 1. Vuelve a la segunda celda, la que suma, y ejecútala dos
# veces más: da 2, y después 3, porque el núcleo de ejecución recuerda el valor anterior. Y si ejecutas otra vez la
# primera, la cuenta vuelve a 0. Esto explica muchos «antes funcionaba y ahora no»: las celdas se
# ejecutaron en otro orden. El remedio: **reiniciar el núcleo de ejecución y ejecutar todo** (en JupyterLab,
# el botón ⏩; en Colab, *Entorno de ejecución → Reiniciar sesión y ejecutar todo*).
#
# ### Ejercicio 0.0.2
#
# Alguien ejecutó **una vez** la celda `visitas = 0` y después **cinco veces** la celda que suma 1.
# ¿Cuánto vale `visitas` al final? Escribe el número.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Haz la demostración en directo: ejecuta la segunda celda varias veces, y luego
# «reiniciar y ejecutar todo». Vale más que la explicación.

# %% tags=["ejercicio"]
# >>> visitas_al_final = ...
visitas_al_final = 5
# <<<

# %%
check("0.0.2", visitas_al_final)

# %% [markdown] presenta="-, *, /"
# ### Ejercicio 0.0.3
#
# Python es también una calculadora: `+`, `-`, `*` (por) y `/` (entre). ¿Cuántos **segundos** tiene un
# día? No escribas el resultado: escribe la cuenta, y que la haga Python.

# %% tags=["ejercicio"]
# >>> segundos_del_dia = ...
segundos_del_dia = 24 * 60 * 60
# <<<

# %%
check("0.0.3", segundos_del_dia)

# %% [markdown] presenta="course_utils.hint, course_utils.solution"
# ¿Te atascas? `hint` da una pista, y otra si la vuelves a pedir. Y `solution` enseña una solución
# entera: para verla, escribe `solution("0.0.3")` en una celda nueva y ejecútala. Pídela cuando ya lo
# hayas intentado de verdad, y compárala con la tuya: suele haber más de una buena.
#
# Las trajo, con `check`, la segunda celda de código de este cuaderno. En todos los demás hace lo mismo.

# %%
hint("0.0.3")

# %% [markdown] presenta="try, except, except … as, NameError"
# ## Errores frecuentes
#
# Vas a ver muchos errores, como cualquiera que programa. Un error de Python no es un regaño: es un
# mensaje que dice qué pasó y dónde. **Se lee de abajo arriba.** Este es uno de verdad:
#
# ```
# NameError                                 Traceback (most recent call last)
# Cell In[9], line 3
#       1 precio = 12.5
#       2 cantidad = 3
# ----> 3 print(precio * cantdad)
#
# NameError: name 'cantdad' is not defined
# ```
#
# - **La última línea** dice qué clase de error es (`NameError`: un nombre que no existe) y cuál.
# - **La flecha `---->`** señala la línea en la que Python se detuvo.
#
# En este curso, además, debajo del mensaje sale un recuadro que lo explica en español.
#
# **1. Un nombre mal escrito.** Lo provocamos y lo atrapamos, para que el cuaderno siga: Python
# intenta lo que hay debajo de `try` y, si salta un `NameError`, pasa a lo de debajo de `except`. Con
# `as error`, el mensaje queda guardado en `error`. (Se estudia en la lección {{errores_previstos}}.)

# %%
precio = 12.5
cantidad = 3
try:
    print(precio * cantdad)
except NameError as error:
    print("NameError:", error)

print("Arreglado:", precio * cantidad)

# %% [markdown] presenta="texto, TypeError, int"
# **2. Mezclar texto y números.** Las comillas hacen que `"3"` sea un texto, no un número. Sumarle 4
# da un `TypeError`: un dato no es del tipo que hace falta. `int("3")` lo convierte en el número 3.

# %%
try:
    print("3" + 4)
except TypeError as error:
    print("TypeError:", error)

print("Arreglado:", int("3") + 4)

# %% [markdown]
# ## Práctica: arregla este programa
#
# ### Ejercicio 0.0.4
#
# Este código debería calcular lo que cuestan tres entradas de 8.5 más un estacionamiento de 4, pero
# tiene **dos** errores: un nombre mal escrito y un número entre comillas.
#
# ```python
# entradas = "3"
# precio_entrada = 8.5
# estacionamiento = 4
# total = entradas * precio_entrda + estacionamiento
# ```
#
# Escríbelo arreglado. El resultado debe quedar en `total`.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que lo copien con los errores y lean cada mensaje antes de tocar nada: primero saldrá el
# NameError y, al arreglarlo, el TypeError.

# %% tags=["ejercicio"]
# >>> total = ...
entradas = 3
precio_entrada = 8.5
estacionamiento = 4
total = entradas * precio_entrada + estacionamiento
# <<<

# %%
check("0.0.4", total)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Ejecutas la tercera celda de un cuaderno sin haber ejecutado las anteriores y sale un
# `NameError`. ¿Qué ha pasado?
#
# - a) El cuaderno está roto y hay que descargarlo otra vez.
# - b) El núcleo de ejecución todavía no conoce los nombres que se crean más arriba.
# - c) Falta instalar Python.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("0.0.A1", respuesta_1)

# %% [markdown]
# **A2.** ¿Por dónde se empieza a leer un mensaje de error?
#
# - a) Por la primera línea.
# - b) Da igual: si hay un error, se borra todo y se empieza de nuevo.
# - c) Por la última línea.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "c"
# <<<
check("0.0.A2", respuesta_2)

# %% [markdown]
# **A3.** ¿Qué diferencia hay entre `7` y `"7"`?
#
# - a) El primero es un número y el segundo, un texto.
# - b) Ninguna: Python entiende los dos como un siete.
# - c) El segundo es un error.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("0.0.A3", respuesta_3)

# %% [markdown]
# ## El mapa del curso
#
# {{mapa}}
#
# En Jupyter, pulsa el título de una lección. Si estás en Colab, usa el enlace de la derecha.
#
# ## Resumen
#
# - Python es interpretado, de tipado dinámico, libre, y está en todas partes.
# - Se puede usar en una terminal, en Jupyter o en Colab; el lenguaje es el mismo.
# - Un cuaderno tiene celdas; el núcleo de ejecución recuerda lo que ejecutas, en el orden en que lo ejecutas.
# - `check` dice cómo vas, `hint` da pistas y `solution` enseña una solución.
# - Los errores se leen de abajo arriba.
#
# ## Para saber más
#
# - [Tutorial oficial de Python](https://docs.python.org/es/3/tutorial/), en español.
# - [Documentación de JupyterLab](https://jupyterlab.readthedocs.io/).
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, capítulo 1.
