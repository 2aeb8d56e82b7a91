# %% [markdown]
# # 9.6 · Píxel a píxel: segmentar y seguir
#
# | | |
# |---|---|
# | **Objetivos** | Explicar…; calcular…; decidir… (verbos que se puedan comprobar) |
# | **Duración** | {{minutos}} |
# | **Requisitos** | lección … (se nombra por su nombre, entre llaves dobles) |
# | **Datos** | … |
# | **Práctica** | … |

# %%
from course_utils import check, hint, solution

# %% [markdown]
# ## 1 · ¿Una pregunta que haría una persona?
#
# Una idea, en frases cortas.
#
# **Predice** antes de ejecutar: …

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Qué preguntar, qué error esperar, dónde detenerse.

# %%
print("el código que responde, de 15 líneas como mucho")

# %% [markdown]
# **Qué observas.** Lo que la figura o el número muestran, en palabras.
#
# ### Ejercicio 9.6.1
#
# Calcula 6 por 7 y guárdalo en `respuesta`.

# %% tags=["ejercicio"]
# >>> respuesta = ...
respuesta = 42
# <<<

# %% tags=["resultado"]
check("9.6.1", respuesta)

# %% [markdown]
# ## Errores frecuentes

# %% [markdown]
# ## Práctica

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** ¿Una pregunta?
#
# - a) Un malentendido frecuente.
# - b) La respuesta correcta.
# - c) Otro malentendido.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("9.6.A1", respuesta_1)

# %% [markdown]
# ## Resumen
#
# - Cinco líneas.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, capítulo …
