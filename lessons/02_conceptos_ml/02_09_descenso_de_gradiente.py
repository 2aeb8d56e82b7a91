# %% [markdown]
# # 2.9 · Cuesta abajo: el descenso de gradiente
#
# | | |
# |---|---|
# | **Objetivos** | Resumir los errores en una función de pérdida; leer una derivada como la pendiente de una tangente; deducir el gradiente del error cuadrático medio, moviendo un peso cada vez, y programarlo; descender con una tasa de aprendizaje elegida con criterio; calcular la tasa a partir de la cual el descenso diverge |
# | **Duración** | {{minutos}} |
# | **Requisitos** | NumPy (lección {{arrays}}) y Matplotlib ({{bibliotecas_cientificas}}), la neurona y la pendiente de una activación ({{la_neurona}}) |
# | **Datos** | Recibos de taxi inventados para el curso; los pingüinos de Palmer (CC0) |
# | **Práctica** | Una recta que estima el peso de un pingüino, con la tasa justa |

# %%
import matplotlib.pyplot as plt
import numpy as np

from course_utils import check, hint, solution
from course_utils import explore_learning_rate, load_penguins
from course_utils import plot_gradient_path, plot_learning_rate_comparison

# %% [markdown]
# ## 1 · ¿Qué quiere decir «equivocarse menos»?
#
# Tienes cuarenta recibos de taxi de una ciudad que no conoces: los kilómetros y lo que se pagó.
# Sospechas que la tarifa es *tanto por kilómetro* más *una cantidad fija* por subirse, pero el
# tráfico y las propinas lo emborronan todo.
#
# **Predice:** mirando la figura, ¿cuánto crees que cuesta cada kilómetro? ¿Y subirse?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Apunta en la pizarra las predicciones de precio por kilómetro: servirán en la
# sección 4, cuando el descenso encuentre la respuesta. Insiste en que la pérdida es **un** número que resume
# los cuarenta errores: sin ese número no hay nada que bajar.

# %%
rng = np.random.default_rng(25)
km = rng.uniform(0.5, 5, 40)
euros = 2.5 + 1.2 * km + rng.normal(0, 0.6, 40)

fig, ax = plt.subplots(figsize=(6, 3.4))
ax.plot(km, euros, "o", color="#999999", label="recibos")
ax.plot([0, 5], [4, 4 + 0.5 * 5], color="#0072B2",
        label="recta A: 0.5 por km + 4")
ax.plot([0, 5], [1, 1 + 2 * 5], "--", color="#D55E00",
        label="recta B: 2 por km + 1")
ax.set(title="Dos tarifas posibles: ¿cuál se equivoca menos?",
       xlabel="Distancia (km)", ylabel="Precio (€)")
ax.legend()
fig.tight_layout()

# %% [markdown] presenta="función de pérdida, error cuadrático medio"
# **Qué observas.** Una recta sube demasiado poco y la otra, demasiado, pero a ojo no es fácil decir
# cuál es peor. Hace falta un número: la **función de pérdida** (*loss function*). Para cada
# recibo, el error es lo que dice la recta menos lo que se pagó. Lo elevamos al cuadrado, para que
# pasarse y quedarse corto cuenten igual y los errores grandes pesen mucho, y hacemos la media. Es
# el **error cuadrático medio** (*mean squared error*, MSE):
#
# $$L(w, b) = \frac{1}{n}\sum_{i=1}^{n} (w\,x_i + b - y_i)^2$$
#
# Aquí $w$ es el precio por kilómetro (el **peso**) y $b$, la cantidad fija (el **sesgo**).
#
# ### Ejercicio 2.9.1
#
# Escribe la función de pérdida. Recibe los números `w` y `b` y los arrays `x` e `y`, y devuelve un
# solo número: el error cuadrático medio de la recta.

# %% tags=["ejercicio"]
def perdida(w, b, x, y):
    # >>> return ...
    errores = w * x + b - y
    return (errores**2).mean()
    # <<<

# %%
check("2.9.1", perdida)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("2.9.1")` da una pista (y otra, si
# insistes), y `solution("2.9.1")` muestra una solución.
#
# Calculemos ahora la pérdida de **todas** las rectas: cada punto del mapa es una, con su $w$ y su $b$.
# Así lo escribimos aquí, para que acepte también una cuadrícula entera de pesos. (`np.asarray` convierte en array lo
# que llegue; `[..., np.newaxis]` le añade al final un eje de longitud 1, y así cada recta se cruza con los cuarenta
# recibos; `np.square` eleva al cuadrado, y `mean(axis=-1)` hace la media por el último eje, el de los recibos.)

# %% presenta="course_utils.plot_gradient_path, numpy.asarray, numpy.square"
def taxi_loss(w, b):
    """Error cuadrático medio de la recta w·km + b;
    w y b pueden ser arrays de igual forma."""
    w, b = np.asarray(w)[..., np.newaxis], np.asarray(b)[..., np.newaxis]
    return np.square(w * km + b - euros).mean(axis=-1)

print(f"recta A: {taxi_loss(0.5, 4):.2f}   recta B: {taxi_loss(2, 1):.2f}")

fig, ax = plt.subplots(figsize=(4.2, 3), layout="constrained")
plot_gradient_path(taxi_loss, [(0.5, 4)], x_range=(-1, 3), y_range=(-2, 7),
                   labels=("w: precio por km (€)", "b: fijo (€)"), ax=ax)
ax.plot(2, 1, "s", color="white", markersize=8)
ax.text(2.1, 1.3, "recta B", color="white")
title = ax.set_title("Cada punto es una recta; el color, su pérdida")

# %% [markdown] presenta="descenso de gradiente, :+"
# **Qué observas.** La pérdida es un terreno (lo más oscuro, lo más bajo): un valle alargado, con laderas.
# El punto «inicio» es la recta A; el cuadrado, la B. **Aprender es bajar al fondo del valle.** Con dos pesos podemos
# dibujar el mapa entero. Una red tiene miles o millones: nadie puede dibujarlo ni probar todos los
# puntos. Es como bajar una montaña **con niebla**: no ves el valle, pero notas con los pies hacia
# dónde se inclina el suelo. Das un paso cuesta abajo y vuelves a tantear. Eso es el **descenso
# de gradiente** (*gradient descent*).
#
# ## 2 · ¿Y si solo hubiera un peso?
#
# Empecemos por lo más fácil. Imagina que el taxista te dice cuánto cobra por subirte: 2.5 €. Ya solo
# hay que decidir un peso, $w$, y el terreno se queda en una curva. ¿Qué inclinación tiene en un
# punto? Se mide sin más: se mueve $w$ un poquito a cada lado y se mira cuánto cambió la pérdida.
#
# **Predice:** con $w = 0.4$, ¿la pérdida bajará al subir $w$ o al bajarlo? ¿Y con $w = 2.1$? (`:+.2f`
# escribe el signo también en los positivos.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pon una regla sobre la curva y muévela: eso es la tangente. Que digan en voz alta el
# signo de la pendiente antes de cada paso. La frase «cada paso deja la distancia multiplicada por lo
# mismo» es la que explica, en la sección 5, de dónde sale el límite de la tasa.

# %%
def loss_of_w(w):
    """La pérdida cuando el fijo vale 2.5 €; w puede ser un array."""
    return taxi_loss(w, 2.5)

def slope_at(w, tiny=1e-5):
    return (loss_of_w(w + tiny) - loss_of_w(w - tiny)) / (2 * tiny)

for w in (0.4, 2.1):
    print(f"w = {w}: pérdida {loss_of_w(w):5.2f}   "
          f"pendiente {slope_at(w):+.2f}")

# %%
line = np.linspace(-0.4, 2.9, 100)
fig, ax = plt.subplots(figsize=(6, 3.4))
ax.plot(line, loss_of_w(line), color="#0072B2", label="pérdida")
for w, style in ((0.4, "--"), (2.1, ":")):
    ends = np.array([w - 0.5, w + 0.5])
    ax.plot(ends, loss_of_w(w) + slope_at(w) * (ends - w), style,
            color="#D55E00", linewidth=2,
            label=f"tangente en w = {w}")
    ax.plot(w, loss_of_w(w), "o", color="#D55E00")
ax.set(title="La pendiente de la curva es la de su tangente",
       xlabel="w: precio por km (€)", ylabel="Pérdida")
ax.legend()
fig.tight_layout()

# %% [markdown] presenta="derivada, tangente, diferencias finitas, tasa de aprendizaje"
# **Qué observas.** Cada recta naranja toca la curva en un punto y lleva su misma inclinación: es la
# **tangente**. Lo que sube la tangente por cada unidad de $w$ es la **derivada** (*derivative*) de la
# pérdida en ese punto, o su pendiente. Con $w = 0.4$ es negativa: se baja yendo a la derecha. Con $w = 2.1$ es
# positiva: se baja yendo a la izquierda. El signo dice hacia qué lado; el tamaño, cuánta cuesta hay.
# Medirla así, con dos puntos muy próximos, se llama **diferencias finitas**.
#
# El descenso es entonces una línea. A $w$ se le **resta** su pendiente, porque la pendiente señala
# cuesta arriba, multiplicada por un número pequeño: la **tasa de aprendizaje** (*learning rate*),
# la $\eta$ de la lección {{la_neurona}}:
#
# $$w \leftarrow w - \eta \cdot \text{pendiente}$$
#
# ### Ejercicio 2.9.2
#
# Escribe ese paso: recibe el peso, la pendiente y la tasa, y devuelve el peso nuevo.

# %% tags=["ejercicio"]
def un_paso(w, pendiente, tasa):
    # >>> return ...
    return w - tasa * pendiente
    # <<<

# %%
check("2.9.2", un_paso)

# %% [markdown]
# **Predice:** desde $w = 0.4$ y con tasa 0.05, ¿los pasos serán todos igual de largos?

# %%
# el fondo de esta curva, para comparar
bottom = ((euros - 2.5) * km).sum() / (km**2).sum()
w = 0.4
for step in range(6):
    print(f"paso {step}: w = {w:.4f}   pendiente {slope_at(w):+7.3f}   "
          f"al fondo {bottom - w:.4f}")
    w = w - 0.05 * slope_at(w)

# %% [markdown] presenta="derivada parcial, gradiente"
# **Qué observas.** La tasa no cambia, y sin embargo los pasos se acortan solos, porque el suelo se
# allana. Fíjate en la última columna: cada paso deja la distancia al fondo en un 24 % de lo que era.
# Guarda ese dato: en la sección 5 dirá cuál es la tasa más alta que sirve.
#
# ## 3 · ¿Hacia dónde es cuesta abajo, si hay dos pesos?
#
# Con dos pesos se hace lo mismo **dos veces**: se mueve uno y se deja quieto el otro. La pendiente que
# sale es una **derivada parcial** (*partial derivative*), y se escribe con una letra redonda:
# $\dfrac{\partial L}{\partial w}$ es lo que cambia la pérdida por cada unidad de $w$, con $b$ quieto.
# Las dos juntas forman el **gradiente** (*gradient*), que señala hacia donde más se sube. Nosotros
# iremos al revés.
#
# **Predice:** en la recta A ($w = 0.5$, $b = 4$), ¿qué signo tendrá cada una? Mira en el mapa el
# punto «inicio».

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Haz la cuenta del recibo en la pizarra, con calculadora, antes de las cuatro líneas;
# quien no recuerde derivadas puede quedarse con «dos veces el error, por lo que multiplica al peso».
# En 2.9.3 el error típico es olvidar el 2 o el signo del error (y − ŷ).

# %%
w, b, tiny = 0.5, 4.0, 1e-5
slope_w = (taxi_loss(w + tiny, b) - taxi_loss(w - tiny, b)) / (2 * tiny)
slope_b = (taxi_loss(w, b + tiny) - taxi_loss(w, b - tiny)) / (2 * tiny)

print(f"al mover w, con b quieto: {slope_w:.4f}")
print(f"al mover b, con w quieto: {slope_b:.4f}")

# %% [markdown] presenta="regla de la cadena"
# **Qué observas.** Las dos son negativas: la pérdida baja al **subir** cualquiera de los dos pesos.
# Pero medirlas cuesta dos pérdidas completas por cada peso, y una red tiene millones. Hay un camino
# mejor: la fórmula exacta. Hace falta una sola regla, y se entiende con un recibo.
#
# Un viaje de 3 km que costó 6 €, y la recta A: dice $0.5 \cdot 3 + 4 = 5.5$, así que el error es
# $e = -0.5$ y la pérdida, $e^2 = 0.25$. ¿Cuánto cambia la pérdida por cada unidad de $w$? Hay dos
# eslabones, como dos ruedas que engranan:
#
# 1. de $w$ al error: si $w$ sube 1, el error sube 3, porque $w$ multiplica a los 3 km;
# 2. del error a la pérdida: si $e$ sube un poco, $h$, queda $(e + h)^2 = e^2 + 2e\,h + h^2$, y ese $h^2$ es
#    diminuto. La derivada de $e^2$ es, pues, $2e$; aquí, $2 \cdot (-0.5) = -1$.
#
# La **regla de la cadena** (*chain rule*) dice que los eslabones se **multiplican**: $-1 \cdot 3 = -3$.
# Por $b$ la cadena es $-1 \cdot 1$, porque si $b$ sube 1, el error sube 1. Comprobémoslo moviendo:

# %%
def one_receipt(w, b):
    return (w * 3 + b - 6) ** 2

by_w = one_receipt(0.5 + tiny, 4) - one_receipt(0.5 - tiny, 4)
by_b = one_receipt(0.5, 4 + tiny) - one_receipt(0.5, 4 - tiny)
print(f"por w: {by_w / (2 * tiny):.4f}")
print(f"por b: {by_b / (2 * tiny):.4f}")

# %% [markdown]
# Con todos los recibos, la derivada de una media es la media de las derivadas. Si $e_i$ es el error
# del recibo $i$ y $x_i$, sus kilómetros:
#
# $$\frac{\partial L}{\partial w} = \frac{1}{n}\sum_{i=1}^{n} 2\, e_i\, x_i
# \qquad\qquad \frac{\partial L}{\partial b} = \frac{1}{n}\sum_{i=1}^{n} 2\, e_i$$
#
# Léelo así: **cada recibo empuja al peso según su error, y con más fuerza cuanto mayor fue la entrada
# que ese peso multiplica**. Guarda la idea: vuelve en cuanto haya una red.
#
# ### Ejercicio 2.9.3
#
# Pasa la fórmula a código. La función devuelve dos números, `dw, db`, en ese orden.

# %% tags=["ejercicio"]
def gradiente(w, b, x, y):
    # >>> return ...
    errores = w * x + b - y
    return 2 * (errores * x).mean(), 2 * errores.mean()
    # <<<

# %%
check("2.9.3", gradiente)

# %% [markdown]
# ### ★ Ampliación · Ejercicio 2.9.4
#
# ¿Cómo se sabe que una fórmula de gradiente está bien? Comparándola con las diferencias finitas.
# Escribe la herramienta para **cualquier** número de pesos. Recibe una `funcion` y un array `p` de una
# dimensión con los pesos, y devuelve un array igual de largo: en la posición $i$,
#
# $$\frac{f(p \text{ con } p_i + \varepsilon) - f(p \text{ con } p_i - \varepsilon)}{2\varepsilon}
# \qquad \text{con } \varepsilon = 10^{-5}$$
#
# Se mueve **un peso cada vez**, y `p` debe quedar como estaba. Con esta herramienta se examinará más
# adelante el gradiente de una red entera.

# %% tags=["ejercicio"]
def diferencias_finitas(funcion, p):
    # >>> return ...
    pendientes = np.zeros(len(p))
    for i in range(len(p)):
        mas, menos = p.copy(), p.copy()
        mas[i] = mas[i] + 1e-5
        menos[i] = menos[i] - 1e-5
        pendientes[i] = (funcion(mas) - funcion(menos)) / 2e-5
    return pendientes
    # <<<

# %%
check("2.9.4", diferencias_finitas)

# %% [markdown]
# ## 4 · ¿De qué tamaño es el paso?
#
# Ya se sabe hacia dónde. Falta elegir la tasa. El paso, ahora con dos pesos:
#
# $$w \leftarrow w - \eta\, \frac{\partial L}{\partial w}
# \qquad\qquad b \leftarrow b - \eta\, \frac{\partial L}{\partial b}$$
#
# Con las dos derivadas en un array, y la suma de la fórmula escrita como un producto de matrices, el
# descenso entero cabe en una celda:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Deja que elijan una tasa en el explorador antes de enseñar la comparación. En 2.9.5,
# el error sutil es calcular `db` con la `w` ya cambiada: el corrector lo nombra.

# %% presenta="numpy.ones_like"
# el fijo se paga siempre: una columna de unos
inputs = np.column_stack([km, np.ones_like(km)])

def taxi_gradient(w, b):
    return 2 / len(km) * inputs.T @ (inputs @ np.array([w, b]) - euros)

path = [np.zeros(2)]
for step in range(300):
    path.append(path[-1] - 0.05 * taxi_gradient(*path[-1]))

for step in (0, 1, 10, 100, 300):
    w, b = path[step]
    print(f"paso {step:3d}: {w:.2f} € por km + {b:.2f} € fijos   "
          f"pérdida {taxi_loss(w, b):.3f}")

# %% [markdown]
# **Qué observas.** Partió de cero y en el primer paso ya bajó casi toda la montaña. Después avanza
# despacio, por el fondo del valle, y acaba cerca de la tarifa con la que inventamos los recibos: 1.2 € por
# km más 2.5 €. Nadie le dijo ninguna de las dos cifras. No son exactas, ni la pérdida llega a cero:
# son solo cuarenta recibos, y al tráfico no hay recta que lo explique.
#
# **Predice:** ¿qué pasará con una tasa cincuenta veces menor? ¿Y con una casi tres veces mayor?

# %% presenta="course_utils.plot_learning_rate_comparison"
fig = plot_learning_rate_comparison(taxi_loss, taxi_gradient, (0, 0),
                                    [0.001, 0.05, 0.14],
                                    steps=30, x_range=(-2, 5),
                                    y_range=(-2, 5))

# %% [markdown]
# **Qué observas.** Con 0.001, treinta pasos no dan para llegar. Con 0.05 llega enseguida al suelo del valle
# y camina por él hacia el mínimo. Con 0.14 cada paso se pasa de largo, aterriza en la ladera de enfrente
# **más arriba** de donde estaba, y el siguiente salto es mayor: **diverge**. De momento, qué tasa sirve
# se sabe mirando la pérdida. Pruébalo con otro valle:

# %% presenta="course_utils.explore_learning_rate"
explore_learning_rate()

# %% [markdown]
# En ese cuenco se baja ocho veces más en una dirección que en la otra. Apunta desde qué tasa diverge:
# en la sección 5 saldrá sin probar.
#
# ### Ejercicio 2.9.5
#
# Escribe el descenso completo. Empieza en `w = 0` y `b = 0`, da `pasos` pasos con la tasa `tasa`, y
# devuelve `w, b`. El gradiente es el de 2.9.3: puedes llamar a tu función o volver a escribirlo.

# %% tags=["ejercicio"]
def descender(x, y, tasa, pasos):
    # >>> return ...
    w, b = 0.0, 0.0
    for paso in range(pasos):
        dw, db = gradiente(w, b, x, y)
        w = w - tasa * dw
        b = b - tasa * db
    return w, b
    # <<<

# %%
check("2.9.5", descender)

# %% [markdown]
# ### ★ Ampliación · Lo que oirás por ahí: «un gradiente bajo nunca converge»
#
# > La frase mezcla dos cosas, y con ninguna es cierta. Si «bajo» se refiere a la **tasa**, llega al
# > mismo sitio, solo que con más pasos. Si se refiere al **gradiente**, es justo al revés: en un valle como
# > este el único suelo llano está en el fondo, así que un gradiente que se acerca a cero es la señal de que está
# > llegando. (En {{lotes_y_optimizadores}} verás terrenos con otros sitios llanos.) Contemos los pasos hasta que el gradiente mide menos de 0.001:

# %% presenta="numpy.linalg.norm, numpy.ptp"
arrivals = {}
for rate in (0.05, 0.01, 0.001):
    point, count = np.zeros(2), 0
    while np.linalg.norm(taxi_gradient(*point)) > 0.001 and count < 100_000:
        point, count = point - rate * taxi_gradient(*point), count + 1
    arrivals[rate] = point
    print(f"tasa {rate}: {point[0]:.2f} por km + {point[1]:.2f} fijos, "
          f"en ≈ {count} pasos")

spread = np.ptp(list(arrivals.values()), axis=0).max()
print("¿Llegan todas al mismo sitio, salvo 0.01?", bool(spread < 0.01))
sizes = [np.linalg.norm(taxi_gradient(*path[step]))
         for step in (0, 1, 10, 100, 300)]
print("tamaño del gradiente en el camino:",
      " ".join(f"{size:.3f}" for size in sizes))

# %% [markdown]
# **Qué observas.** Las tres llegan a la misma tarifa: una tasa baja no impide converger, se paga en
# pasos. Y en el camino que ya conocías, el gradiente encoge según se acerca. No hizo falta bajar la
# tasa: los pasos se acortan solos, porque el suelo se allana.
# %% [markdown] presenta="curvatura"
# ## 5 · ¿Cuál es la tasa más alta que sirve?
#
# Hay un límite exacto, y se deduce con un solo peso. En la sección 2, cada paso dejaba la distancia al
# fondo en un 24 %. ¿De dónde sale? Con un solo peso, esta pérdida es una parábola, y en una parábola la
# pendiente crece siempre al mismo ritmo: por cada unidad que te alejas del fondo, crece $c$, la
# **curvatura**. A una distancia $d$ del fondo, la pendiente es $c \cdot d$, y el
# paso, $\eta\, c\, d$. Así que la distancia pasa de $d$ a
#
# $$d - \eta\, c\, d = (1 - \eta\, c)\, d$$
#
# Cada paso **multiplica la distancia por el mismo número**, $1 - \eta c$. Si ese número está entre −1 y
# 1, la distancia encoge hasta cero; si es negativo, llega saltando de una ladera a otra. Si
# es menor que −1, cada salto es mayor que el anterior. La frontera está en $1 - \eta c = -1$:
#
# $$\eta < \frac{2}{c}$$
#
# **Predice:** con la curvatura de los taxis, ¿por cuánto se multiplicará la distancia con una tasa un
# 1 % por debajo del límite? ¿Y un 1 % por encima?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Haz la cuenta con números redondos: curvatura 10, tasa 0.05, 0.1, 0.15, 0.2 y 0.25; sale 0.5,
# 0, −0.5, −1 y −1.5. En el caso 0.1 se llega de un solo paso. Los autovalores no hay que saber calcularlos:
# basta con que cada dirección tiene su curvatura y manda la mayor.

# %%
# lo que crece la pendiente por cada unidad de w
curvature = 2 * (km**2).mean()
limit = 2 / curvature
print(f"curvatura {curvature:.2f}   tasa límite {limit:.4f}   con 0.05: "
      f"{1 - 0.05 * curvature:.2f}")

for part in (0.99, 1, 1.01):
    weight = 0.4
    for step in range(500):
        weight = weight - part * limit * 2 * ((weight * km + 2.5 - euros)
                                              * km).mean()
    away = abs(weight - bottom)
    print(f"{part:4} × límite: factor {1 - part * 2:.2f}, "
          f"tras 500 pasos está a {away:.5f}")

# %% [markdown] presenta="autovalor, numpy.linalg.eigvalsh"
# **Qué observas.** Un 1 % por debajo, llega. Justo en el límite, salta para siempre de un lado a otro
# a la misma distancia. Un 1 % por encima, diverge. No es una recomendación: es la frontera.
#
# Con dos pesos, el cuenco tiene una curvatura distinta en cada dirección, y dos direcciones especiales:
# los ejes de las elipses del mapa. Un paso desde un punto de un eje no se sale de él, así que allí el
# descenso es el de **un solo peso**, con la curvatura de ese eje; y cualquier otro punto se descompone
# en uno de cada eje. Esas curvaturas se llaman **autovalores** (*eigenvalues*) y se escriben
# $\lambda$. Se llega al fondo si se encoge en todos los ejes, y el más exigente es el más curvo:
#
# $$\eta < \frac{2}{\lambda_{\max}}$$
#
# La matriz que guarda las curvaturas, la **hessiana**, es aquí $\frac{2}{n} X^T X$, con $X$ los
# kilómetros y la columna de unos; `np.linalg.eigvalsh` da sus autovalores, de menor a mayor. (Al imprimir,
# «:.2g» deja dos cifras, sin contar los ceros de delante.)

# %% tags=["resultado"] presenta="numpy.linalg.lstsq, :g"
curvatures = np.linalg.eigvalsh(2 / len(km) * inputs.T @ inputs)
limit = 2 / curvatures.max()
# el fondo exacto, para comparar
lowest = np.linalg.lstsq(inputs, euros, rcond=None)[0]
print("curvaturas:", curvatures.round(3), f"  tasa límite: {limit:.4f}")
print(f"el eje curvo lo es {curvatures.max() / curvatures.min():.0f} veces "
      "más que el plano")

for part in (0.99, 1.01):
    point = np.zeros(2)
    for step in range(1000):
        point = point - part * limit * taxi_gradient(*point)
    away = np.linalg.norm(point - lowest)
    print(f"{part} × límite: tras 1000 pasos está a {away:.2g}   "
          f"¿converge? {bool(away < 0.001)}")

# %% [markdown]
# **Qué observas.** Por eso 0.05 servía y 0.14 no: el límite es 0.1194. (El cuenco del explorador tiene curvaturas
# 1 y 8: su límite es $2/8$. ¿Es lo que apuntaste?) Y se ve de dónde viene la
# lentitud: el eje más plano tiene una curvatura 42 veces menor, y con cualquier tasa permitida, en él
# cada paso encoge muy poco. **El eje más curvo pone el límite; el más plano, la espera.** En una red,
# las curvaturas cambian de un sitio a otro y casi nadie las calcula: se prueba y se mira la pérdida.
#
# ## Errores frecuentes
#
# **1. Cambiar las unidades y dejar la tasa.** Los mismos recibos, en metros en vez de kilómetros:

# %%
for name, x in (("en metros", km * 1000), ("arreglado, en km", km)):
    point = np.zeros(2)
    table = np.column_stack([x, np.ones_like(x)])
    for step in range(5):
        point = (point
                 - 0.05 * 2 / len(x) * table.T @ (table @ point - euros))
    print(f"{name}: w = {point[0]:.3g}")

# %% [markdown]
# La entrada es mil veces mayor; la curvatura de su peso, un millón de veces, y el límite de la tasa, casi un
# millón de veces menor. El arreglo de siempre es **escalar** las entradas: lo verás en la Práctica.
#
# **2. Medir la pendiente con un movimiento demasiado pequeño.** «Cuanto más pequeño, más exacto»,
# hasta que la computadora ya no distingue los dos números que resta.

# %%
exact = 2 * ((0.5 * km + 4 - euros) * km).mean()
for tiny in (1e-17, 1e-5):
    measured = (taxi_loss(0.5 + tiny, 4) - taxi_loss(0.5 - tiny,
                                                     4)) / (2 * tiny)
    print(f"movimiento {tiny}: pendiente {measured:.4f}   "
          f"la exacta es {exact:.4f}")

# %% [markdown]
# ## Práctica: una recta que pesa pingüinos
#
# A los pingüinos del archipiélago Palmer los pesaron y les midieron la aleta. Vamos a estimar la
# masa de cada uno con la recta $w \cdot \text{aleta} + b$.

# %% [markdown] tags=["docente"]
# **{{minutos}}**, y se puede terminar en casa. El momento de la práctica es el límite de la aleta sin escalar: que lo
# comparen con la tasa 0.05 que llevan usando. Si alguien pregunta por qué el escalado da un límite de 1:
# con media 0 y desviación 1, las dos curvaturas valen 2.

# %%
penguins = load_penguins().dropna(subset=["flipper_length_mm",
                                          "body_mass_g"])
# largo de la aleta, en mm
flipper = penguins["flipper_length_mm"].to_numpy(float)
mass = penguins["body_mass_g"].to_numpy(float) / 1000     # masa, en kg
print(f"{len(mass)} pingüinos; de media, "
      f"aleta {flipper.mean():.0f} mm y masa {mass.mean():.2f} kg")

# %% [markdown]
# ### Paso 1 · Ejercicio 2.9.6
#
# Escribe `tasa_limite(x)`. Recibe el array de entradas de una recta con peso y sesgo, y devuelve la
# tasa a partir de la cual diverge: 2 entre la mayor curvatura de $\frac{2}{n} X^T X$, donde $X$ tiene
# dos columnas, `x` y unos.

# %% tags=["ejercicio"]
def tasa_limite(x):
    # >>> return ...
    columnas = np.column_stack([x, np.ones_like(x)])
    curvaturas = np.linalg.eigvalsh(2 / len(x) * columnas.T @ columnas)
    return 2 / curvaturas.max()
    # <<<

# %%
check("2.9.6", tasa_limite)

# %% [markdown]
# **Predice:** las aletas miden unos 200 mm. Sin escalar, ¿cuántos pasos harán falta para llegar al
# fondo: cien, mil, o más de veinte mil?

# %%
scaled = (flipper - flipper.mean()) / flipper.std()
for name, x, steps in (("sin escalar", flipper, 20_000),
                       ("escalada", scaled, 20)):
    table = np.column_stack([x, np.ones_like(x)])
    limit = 2 / np.linalg.eigvalsh(2 / len(x) * table.T @ table).max()
    point = np.zeros(2)
    for step in range(steps):
        point = (point - 0.9 * limit * 2 / len(x)
                 * table.T @ (table @ point - mass))
    loss = np.square(table @ point - mass).mean()
    print(f"{name:<11} tasa límite {limit:.2g}   "
          f"pérdida tras {steps:6,} pasos: {loss:.3f}")

# %% [markdown]
# **Qué observas.** Sin escalar, el límite es de dos cienmilésimas y media, y veinte mil pasos no bastan. Escalada, con
# veinte se llega a una pérdida que es la mitad. El eje plano era la espera: escalar iguala las curvaturas.
#
# ### Paso 2 · Ejercicio 2.9.7
#
# Termina el trabajo: con `scaled`, `mass`, la tasa que quieras por debajo del límite y los pasos que hagan
# falta, guarda en `recta` la pareja `w, b` del fondo del valle. Puedes usar tu `descender`. `check` la
# compara con el mínimo exacto: a menos de 0.001.

# %% tags=["ejercicio"]
# >>> recta = ...
recta = descender(scaled, mass, 0.5, 100)
# <<<

# %%
check("2.9.7", recta)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** La derivada de la pérdida respecto a un peso vale −3. ¿Qué hace el descenso de gradiente?
#
# - a) Baja el peso, porque la derivada es negativa.
# - b) Sube el peso, porque así baja la pérdida.
# - c) No lo toca: ya está en el fondo.
# - d) Lo cambia a −3.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("2.9.A1", respuesta_1)

# %% [markdown]
# **A2.** La pérdida de entrenamiento sube paso tras paso hasta «nan». ¿Qué pruebas primero?
#
# - a) Dar más pasos.
# - b) Una red más grande.
# - c) Empezar con otros pesos.
# - d) Una tasa de aprendizaje menor.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "d"
# <<<
check("2.9.A2", respuesta_2)

# %% [markdown]
# **A3.** La mayor curvatura de una pérdida cuadrática es 50. ¿Con cuál de estas tasas diverge?
#
# - a) 0.001
# - b) 0.02
# - c) 0.05
# - d) Con ninguna: una tasa pequeña siempre llega.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "c"
# <<<
check("2.9.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Aprender es bajar una función de pérdida: cada peso da un paso contra su pendiente.
# - La pendiente es la de la tangente; con varios pesos hay una por peso, y juntas son el gradiente.
# - La regla de la cadena multiplica los eslabones: dos veces el error, por lo que multiplica al peso.
# - En una pérdida cuadrática el límite exacto de la tasa es 2 entre la mayor curvatura.
# - Escalar las entradas acerca las curvaturas (con una sola, las iguala): la tasa puede ser mayor y se llega antes.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulo 4 (descenso de gradiente).
# - G. Goh (2017), *Why Momentum Really Works*, Distill: el límite de la tasa, en sus primeras figuras:
#   [doi:10.23915/distill.00006](https://doi.org/10.23915/distill.00006).
