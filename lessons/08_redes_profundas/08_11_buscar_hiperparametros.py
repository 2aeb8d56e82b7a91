# %% [markdown]
# # 8.11 · Buscar hiperparámetros
#
# | | |
# |---|---|
# | **Objetivos** | Decir qué es un hiperparámetro y qué no; escribir un espacio de búsqueda y sortear en escala logarítmica; explicar cuándo gana el azar a la cuadrícula y cuándo pierde; medir cuánto promete de más la nota de la ganadora; escribir unas mitades sucesivas y encontrar un caso en que fallan; calcular la mejora esperada y decidir dónde probar; contar en épocas lo que cuesta una búsqueda |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Decidir sin mirar el examen ({{una_red_mejor}}), la regla de las ocho veces ({{optimizadores}}), las redes de scikit-learn ({{bibliotecas_de_ml}}) y el bosque aleatorio ({{muchos_votos}}) |
# | **Datos** | Fashion-MNIST: imágenes de prendas, de Zalando (licencia MIT), incluidas en el curso |
# | **Práctica** | De 45 configuraciones a una, y el examen |

# %%
import itertools
import math

import matplotlib.pyplot as plt
import numpy as np
from scipy.stats import norm
from sklearn.ensemble import RandomForestRegressor
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF
from sklearn.inspection import permutation_importance
from sklearn.neural_network import MLPClassifier

from course_utils import check, hint, solution
from course_utils import load_fashion_mnist

# %% [markdown] presenta="hiperparámetro"
# ## 1 · ¿Qué se aprende y qué se elige?
#
# Los pesos de una red los encuentra el entrenamiento. Pero antes alguien decidió cuántas capas, cuántas neuronas, con qué tasa, en lotes de
# cuántas. Cada una de esas decisiones es un **hiperparámetro** (*hyperparameter*): lo que se fija **antes** de entrenar y el
# descenso no mueve. Hoy los busca un programa.
#
# ¿Por qué no los aprende también el descenso? Porque solo mira la pérdida de entrenamiento, y ahí gana quien más memoriza: elegiría
# la red más grande, sin regularizar. (Y muchos, como el número de capas, no tienen derivada.) Se eligen con imágenes que no entrenan, las de **validación**.
#
# Cuatro partes: 3200 imágenes para aprender, 1000 para elegir (`valid`), 4000 para confirmar lo elegido (`more`) y el examen, en su
# sobre. Las 4000 son un lujo de laboratorio: dirán cuánto engañan las otras mil.

# %%
(images, labels), exam = load_fashion_mnist()

def flat(pictures):
    return (pictures / 255).astype("float32").reshape(-1, 784)

def part(start, count):
    rows = slice(start, start + count)
    return flat(images[rows]), labels[rows]

x_train, y_train = part(0, 3200)
x_valid, y_valid = part(20_000, 1000)
x_more, y_more = part(30_000, 4000)

# %% [markdown] presenta="espacio de búsqueda, configuración"
# Lo que se puede elegir va en un diccionario, el **espacio de búsqueda** (*search space*): una lista son opciones; una tupla, los dos extremos entre
# los que vale cualquier número. Una **configuración** toma un valor de cada uno. Esta es la de partida, sin buscar nada:

# %%
SPACE = {"tasa": (1e-4, 1e-1), "neuronas": [16, 32, 64, 128],
         "capas": [1, 2, 3], "lote": [32, 64, 128]}
plain = {"tasa": 0.001, "neuronas": 64, "capas": 1, "lote": 32}

# %% [markdown] presenta="ensayo"
# Un **ensayo** (*trial*) es entrenar una configuración y anotar cómo le va. Hoy las redes son las de scikit-learn, con Adam: pequeñas y sin nada que
# compilar, y cada `partial_fit` es una época. Buscar sería igual con Keras, pero cada ensayo costaría varias veces más, y haremos más de ochenta.

# %%
def trial(config, epochs=9, seed=0):
    """Entrena una configuración: la nota de cada época, y la red."""
    net = MLPClassifier([config["neuronas"]] * config["capas"],
                        learning_rate_init=config["tasa"],
                        batch_size=config["lote"], random_state=seed)
    notes = []
    for _ in range(epochs):
        net.partial_fit(x_train, y_train, classes=range(10))
        notes.append(net.score(x_valid, y_valid))
    return np.array(notes), net

# %%
notes, net = trial(plain)
print("validación, época a época:", " ".join(f"≈ {n:.3f}" for n in notes))

# %% [markdown]
# **Qué observas.** Un ensayo, nueve épocas. Así contaremos el coste de hoy: **en épocas**, que no dependen de tu equipo. (No todas cuestan igual: en lotes
# de 32 hay cuatro veces más pasos que en lotes de 128, y una red mayor tarda más.)
#
# ### ¿Cómo se sortea una tasa?
#
# **Predice:** si sorteas mil tasas entre 0.0001 y 0.1, todas igual de probables, ¿cuántas caerán por debajo de 0.01?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pide ejemplos y decide con la clase: ¿los pesos?, ¿el número de épocas?, ¿la semilla? La semilla es la que separa: describe
# el sorteo, no la receta. Antes de la cuenta de las mil tasas, que cada cual escriba su número; casi nadie dice que son unas cien.

# %%
draws = np.random.default_rng(0).random(1000)
ways = {"uniforme": 1e-4 + (1e-1 - 1e-4) * draws,
        "logarítmica": 10 ** (-4 + 3 * draws)}
for name, rates in ways.items():
    print(f"{name:<12} bajo 0.01: {np.sum(rates < 0.01)} de 1000; "
          f"bajo 0.001: {np.sum(rates < 0.001)}")

# %% [markdown] presenta="escala logarítmica"
# **Qué observas.** Con el reparto uniforme, nueve de cada diez ensayos se van al último factor de diez, y casi ninguno a las tasas pequeñas. Con la tasa,
# lo que cuenta suele ser **por cuánto se multiplica**: el doble de tasa son pasos el doble de largos, se parta de donde se parta. En **escala logarítmica** (*log scale*), cada factor de
# diez recibe la misma parte: de 0.0001 a 0.1 hay tres, un tercio cada uno.
#
# ### Ejercicio 8.11.1
#
# Escribe `en_log(bajo, alto, u)`: recibe los extremos, positivos, y un número `u` entre 0 y 1 (o un array de ellos). Devuelve el valor que está a esa altura en
# escala logarítmica: con `u = 0`, `bajo`; con `u = 1`, `alto`; y sumar lo mismo a `u` **multiplica** siempre por lo mismo. Entre 1 y 100, con `u = 0.5`, es 10.

# %% tags=["ejercicio"]
def en_log(bajo, alto, u):
    # >>> return ...
    return bajo * (alto / bajo) ** u
    # <<<

# %%
check("8.11.1", en_log)

# %% [markdown] presenta="búsqueda en cuadrícula, búsqueda al azar"
# ## 2 · ¿Cuadrícula o azar?
#
# Dos maneras de repartir nueve ensayos entre dos hiperparámetros. La **búsqueda en cuadrícula** (*grid search*): tres valores de cada uno, y todas las parejas. La **búsqueda al azar** (*random search*):
# nueve parejas sorteadas. Supón que la nota depende casi solo del primero, con la mejor zona en una franja estrecha.
#
# **Predice:** ¿quién se acercará más a la franja?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La figura se explica con los dedos: baja cada punto al eje y cuenta cuántas marcas distintas hay. Después, pregunta cuándo perderá el azar; la segunda
# fila de la tabla lo dice. Es importante que salgan con el «depende»: el artículo famoso solo habla del primer caso.

# %%
def note(x, y, where, weight):
    """La nota: 1 en el mejor sitio; weight, lo que importa la y."""
    far = (x - where[0]) ** 2 + weight * (y - where[1]) ** 2
    return np.exp(-far / 0.15**2)

third = (np.arange(3) + 0.5) / 3           # el centro de cada casilla
grid = np.array([(x, y) for x in third for y in third]).T
rng = np.random.default_rng(7)
lucky = rng.random((2, 9))

# %% presenta=".contourf"
x, y = np.meshgrid(np.linspace(0, 1, 100), np.linspace(0, 1, 100))
fig, axes = plt.subplots(1, 2, figsize=(7.5, 3.8), layout="constrained",
                         sharey=True)
for ax, name, points in zip(axes, ("cuadrícula: 3 valores distintos",
                                   "azar: 9 valores distintos"),
                            (grid, lucky)):
    ax.contourf(x, y, note(x, y, (0.68, 0.5), 0.01), 12, cmap="Blues")
    ax.plot(*points, "o", color="#D55E00", markeredgecolor="white")
    ax.plot(points[0], np.full(9, 0.01), "|", color="#D55E00",
            markersize=16, markeredgewidth=2)
    ax.set(title=name, xlabel="El que importa")
axes[0].set_ylabel("El que casi no importa")
print("valores distintos:", len(set(grid[0])), "y", len(set(lucky[0])))

# %% [markdown]
# **Qué observas.** Las marcas de abajo son los valores que cada uno ha probado del hiperparámetro que importa. La cuadrícula gasta nueve
# ensayos y solo ve tres: si la franja cae entre dos, no la encuentra. Una figura es un caso; repitamos dos mil, con el mejor sitio en cualquier parte.

# %%
rng = np.random.default_rng(0)
for name, weight in (("solo importa uno", 0.0), ("importan los dos", 1.0)):
    best = []
    for _ in range(2000):
        where = rng.random(2)
        best.append([note(*points, where, weight).max()
                     for points in (grid, rng.random((2, 9)))])
    by_grid, by_luck = np.array(best).T
    print(f"{name}: cuadrícula {by_grid.mean():.2f}, azar "
          f"{by_luck.mean():.2f}; gana el azar el "
          f"{np.mean(by_luck > by_grid):.0%}")

# %% [markdown]
# > **Lo que oirás por ahí: «la cuadrícula es más completa».** Si los dos importan por igual, lo es: reparte mejor los puntos, y gana dos de cada tres veces. Si solo importa uno, repite
# > ensayos casi iguales, y pierde algo más de dos de cada tres. Con más hiperparámetros empeora: con cuatro, dieciséis ensayos dan **dos** valores de cada uno.
#
# J. Bergstra e Y. Bengio lo midieron en 2012 con redes: importaban pocos, y no los mismos con cada conjunto de datos. De antemano no sabes cuáles: el azar no lo necesita.
#
# ### ★ Ampliación · Ejercicio 8.11.2
#
# Escribe `sortear(espacio, rng)`: recibe un espacio como `SPACE` y un generador de NumPy, y devuelve una configuración nueva, un diccionario con los mismos nombres.
# De una lista, uno cualquiera, todos igual de probables; de una tupla `(bajo, alto)`, un número entre los dos, en escala logarítmica. Cada nombre, con su propio sorteo, y el azar, el de `rng`.

# %% tags=["ejercicio"]
def sortear(espacio, rng):
    # >>> return ...
    elegida = {}
    for nombre, valores in espacio.items():
        if isinstance(valores, list):
            elegida[nombre] = valores[rng.integers(len(valores))]
        else:
            bajo, alto = valores
            elegida[nombre] = bajo * (alto / bajo) ** rng.random()
    return elegida
    # <<<

# %%
check("8.11.2", sortear)

# %% [markdown]
# ### ¿Y con las prendas?
#
# `sample` sortea una configuración. Con ella, 45 ensayos de verdad. Guardamos de cada uno sus notas y qué acierta en las 4000 de confirmar: serán el **banco de ensayos** de toda la lección. Para
# probar una manera de buscar no hará falta entrenar otra vez: bastará con preguntar al banco.

# %%
def sample(space, rng):
    """Una configuración al azar."""
    config = {}
    for name, values in space.items():
        if isinstance(values, list):
            config[name] = values[rng.integers(len(values))]
        else:
            low, high = values
            config[name] = low * (high / low) ** rng.random()
    return config

# %%
def run(configs):
    """Ensaya cada una: sus notas por época y qué acierta al confirmar."""
    curves, right = [], []
    for config in configs:
        notes, net = trial(config)
        curves.append(notes)
        right.append(net.predict(x_more) == y_more)
    return np.array(curves), np.array(right)

# %%
rng = np.random.default_rng(1)
bank = [sample(SPACE, rng) for _ in range(45)]
curves, right = run(bank)
valid, more = curves[:, -1], right.mean(axis=1)
print(f"la peor nota ≈ {valid.min():.3f}, la mejor ≈ {valid.max():.3f}")

# %% [markdown] presenta="itertools.product"
# Y dos cuadrículas de dieciséis, con dos valores de cada hiperparámetro (`itertools.product` da todas las combinaciones, y `dict`, con `zip`, les pone nombre). En la primera, las tasas son los **extremos** del espacio; en la segunda, los **centros** de sus dos mitades, en escala logarítmica.
#
# Contra dieciséis ensayos al azar, ¿cuál perderá?

# %%
def mesh(rates):
    return [dict(zip(SPACE, values)) for values in itertools.product(
        rates, (32, 64), (1, 2), (64, 128))]

rng = np.random.default_rng(2)
groups = [rng.choice(45, 16, replace=False) for _ in range(1000)]
best_16 = np.array([valid[group].max() for group in groups])
print(f"dieciséis al azar, la mejor nota, de media ≈ {best_16.mean():.3f}")

# %%
for name, rates in (("extremos", (1e-4, 1e-1)),
                    ("centros", (10**-3.25, 10**-1.75))):
    top = run(mesh(rates))[0][:, -1].max()
    print(f"{name}: la mejor ≈ {top:.3f}; el azar la supera el "
          f"≈ {np.mean(best_16 > top):.0%} de las veces")
    if name == "extremos":
        print("  ¿más del 90 %?", bool(np.mean(best_16 > top) > 0.9))

# %% [markdown]
# **Qué observas.** Con los extremos, la cuadrícula no tiene nada que hacer: sus dos tasas son malas, y los dieciséis
# ensayos las repiten. Con los centros se acerca, porque uno de los dos valores cae en la zona buena; pero la mitad de
# los ensayos se va con el otro, y el azar suele seguir por delante. Una cuadrícula es una apuesta a **dónde** poner
# sus pocos valores; el azar no apuesta.

# %% [markdown]
# ## 3 · ¿La ganadora gana, o tuvo suerte?
#
# La misma configuración, `plain`, con cinco semillas: cambian los pesos iniciales y el orden de los lotes, nada más.
#
# ¿Cuánto se separarán la mejor y la peor? ¿Más o menos que la primera y la quinta del banco?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El experimento de las monedas, en clase: que todos lancen diez monedas y celebra a quien saque más caras; después, que repita. La
# figura es eso con redes idénticas. Que alguien explique por qué el 0.84 no se mueve, y por qué con mil imágenes el engaño es menor.

# %%
twins = [trial(plain, seed=seed) for seed in range(1, 6)]
same = [notes[-1] for notes, net in twins]
first = np.sort(valid)[::-1]
print("la misma, cinco semillas:", " ".join(f"≈ {n:.3f}" for n in same))
print(f"de la peor a la mejor semilla ≈ {np.ptp(same):.3f}; "
      f"de la 1.ª a la 5.ª del banco ≈ {first[0] - first[4]:.3f}")

# %% [markdown]
# **Qué observas.** Compara los dos últimos números: lo que separa a las cinco primeras del banco es del tamaño de lo que separa a una sola configuración consigo misma. Con un ensayo de cada una,
# el orden de arriba es en buena parte un sorteo. (Y por eso la semilla **no** es un hiperparámetro: la que le da suerte
# a una configuración no tiene por qué dársela a otra.)
#
# Llevémoslo al extremo: redes que aciertan **todas** el 84 %, ni una más ni una menos. A cada una se la examina con sus propias imágenes, y nos quedamos con la nota más alta.
#
# **Predice:** con cien redes y 300 imágenes, ¿qué nota tendrá la ganadora?

# %%
rng, counts = np.random.default_rng(0), [1, 2, 5, 10, 20, 50, 100]
fig, ax = plt.subplots(figsize=(7, 3.4), layout="constrained")
for size, color, mark in ((300, "#D55E00", "o--"), (1000, "#0072B2", "s-")):
    promised = [rng.binomial(size, 0.84, (2000, n)).max(axis=1).mean()
                / size for n in counts]
    ax.plot(counts, promised, mark, color=color,
            label=f"examinadas con {size} imágenes")
    print(f"con {size}: la mejor de 10, {promised[3]:.3f}; "
          f"la mejor de 100, {promised[-1]:.3f}")
ax.axhline(0.84, color="black", linewidth=1, label="lo que aciertan")
ax.set(title="La mejor nota de varias redes idénticas", xscale="log",
       xlabel="Redes comparadas", ylabel="Nota de la ganadora",
       xticks=counts, xticklabels=counts)
ax.legend()
print("y lo que aciertan todas: 0.84")

# %% [markdown] presenta="optimismo de la ganadora"
# **Qué observas.** Ninguna es mejor que otra, y la ganadora promete de más: tanto más cuantas más compiten y cuantas menos imágenes las examinan. Es
# el **optimismo de la ganadora** (en inglés, *winner's curse*): al elegir la nota más alta se elige también la suerte. Con imágenes nuevas, la suerte no se repite y la nota cae.
#
# ### Ejercicio 8.11.3
#
# Escribe `caida(valida, confirma)`: dos arrays con la nota de cada configuración, en las imágenes con que se elige y en otras. Devuelve cuánto cae la
# **elegida** (la de más nota en `valida`): su nota en `valida` menos su nota en `confirma`.

# %% tags=["ejercicio"]
def caida(valida, confirma):
    # >>> return ...
    elegida = np.argmax(valida)
    return valida[elegida] - confirma[elegida]
    # <<<

# %%
check("8.11.3", caida)

# %% [markdown]
# ¿Y con las redes del banco, que sí son distintas? De las 4000 imágenes, 300 al azar hacen de validación, y las demás confirman. Compiten 1, 3, 9 o las 45; se repite 500 veces.

# %%
def contest(n, rng):
    """La nota que promete la mejor de n, y la que confirma."""
    nets = rng.choice(45, n, replace=False)
    seen = np.isin(np.arange(4000), rng.choice(4000, 300, replace=False))
    notes = right[nets][:, seen].mean(axis=1)
    winner = nets[notes.argmax()]
    return notes.max(), right[winner, ~seen].mean()

rng, gaps = np.random.default_rng(3), []
for n in (1, 3, 9, 45):
    told, true = np.mean([contest(n, rng) for _ in range(500)], axis=0)
    gaps.append(told - true)
    print(f"la mejor de {n:2d}: promete ≈ {told:.3f}, confirma ≈ {true:.3f}"
          f"   de más ≈ {told - true:.3f}")
print("¿Promete más de más la de 45 que la de 3?", bool(gaps[3] > gaps[1]))

# %% [markdown]
# > **Lo que oirás por ahí: «cuantos más ensayos, mejor».** La nota de la ganadora solo puede subir. Lo que acierta de
# > verdad, si las redes son distintas, suele subir también, pero cada vez menos (con las idénticas, nada), y la
# > distancia entre las dos crece. El remedio no es probar poco: es **no creerse la nota con la que se eligió**. Se elige con unas imágenes, se confirma con otras, y
# > el examen se abre una vez.

# %% [markdown] presenta="mitades sucesivas"
# ## 4 · ¿Y si se para pronto a las que van mal?
#
# Entrenar 27 configuraciones nueve épocas cuesta 243. ¿Y si se para antes a las que van peor? Las **mitades sucesivas** (*successive halving*): todas entrenan una época; sigue la tercera
# parte, hasta tres épocas; de esas, la tercera parte, hasta nueve. (El nombre es de cuando se dejaba la mitad.) Es **podar** (*pruning*): pocas épocas a muchas, y muchas a pocas.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** En la pizarra, una tabla: cuántas quedan, hasta qué época llegan, cuánto se gasta de nuevo. En 8.11.4 el error típico es pagar otra vez las
# épocas ya entrenadas. Antes del caso que falla, que inventen ellos una configuración que mitades sucesivas no encontraría nunca.

# %%
rungs = [np.arange(27)]
for epoch, left in ((1, 9), (3, 3), (9, 1)):
    order = np.argsort(-curves[rungs[-1], epoch - 1])
    rungs.append(rungs[-1][order[:left]])

# %%
fig, ax = plt.subplots(figsize=(7, 3.8), layout="constrained")
for stop, alive, color in zip((1, 3, 9), rungs,
                              ("#999999", "#D55E00", "#0072B2")):
    ax.plot(range(1, stop + 1), curves[alive, :stop].T, "-o", color=color,
            markersize=3, linewidth=1)
    ax.plot([], [], "-o", color=color,
            label=f"{len(alive)}, hasta la época {stop}")
ax.set(title="Veintisiete empiezan y tres acaban", xlabel="Época",
       ylabel="Exactitud en validación", ylim=(0.55, 0.87))
ax.legend()
spent = 27 * 1 + 9 * (3 - 1) + 3 * (9 - 3)
print("épocas:", spent, "en vez de", 27 * 9)

# %% [markdown]
# **Qué observas.** Quien pasa de ronda sigue donde estaba: ir de una época a tres cuesta dos. En total, algo más de la
# cuarta parte. (Algunas van tan mal tras la primera época, por debajo de 0.55, que no caben en la figura.)
#
# ### Ejercicio 8.11.4
#
# Escribe `mitades(nota, cuantas, epocas)`. Las configuraciones son los números de 0 a `cuantas - 1`, y `nota(i, e)` da la nota de la `i` tras `e` épocas en total. En la primera ronda
# llegan todas hasta `epocas`. En cada una sobrevive la tercera parte con más nota (`// 3`, y como poco una), y la ronda siguiente llega al **triple** de épocas. Se acaba cuando queda una, que no entrena más. Devuelve dos cosas: la ganadora y
# las épocas gastadas entre todas, sin pagar dos veces las ya entrenadas.

# %% tags=["ejercicio"]
def mitades(nota, cuantas, epocas):
    # >>> return ...
    vivas, hechas, gastadas = list(range(cuantas)), 0, 0
    while len(vivas) > 1:
        gastadas += len(vivas) * (epocas - hechas)
        vivas.sort(key=lambda i: -nota(i, epocas))
        vivas = vivas[:max(1, len(vivas) // 3)]
        hechas, epocas = epocas, 3 * epocas
    return vivas[0], gastadas
    # <<<

# %%
check("8.11.4", mitades)

# %% [markdown]
# ¿Qué se pierde? Mil veces: 27 del banco, con las mitades (63 épocas), enteras (243), y solo siete enteras, que cuestan también 63. De cada ganadora, lo que acierta en las 4000 de confirmar.

# %%
def halving(group):
    for epoch, left in ((1, 9), (3, 3), (9, 1)):
        order = np.argsort(-curves[group, epoch - 1])
        group = group[order[:left]]
    return group[0]

# %%
rng, ends = np.random.default_rng(4), []
for _ in range(1000):
    group = rng.choice(45, 27, replace=False)
    winners = (halving(group), group[valid[group].argmax()],
               group[valid[group[:7]].argmax()])
    ends.append([more[winner] for winner in winners])
by_halving, by_all, by_seven = np.mean(ends, axis=0)
print(f"27 con mitades ≈ {by_halving:.4f}   27 enteras ≈ {by_all:.4f}   "
      f"7 enteras ≈ {by_seven:.4f}")
print("¿Ganan las mitades a siete enteras, de media?",
      bool(by_halving > by_seven))
print("¿Se separan menos de 0.01 de las 27 enteras?",
      bool(abs(by_halving - by_all) < 0.01))

# %% [markdown]
# **Qué observas.** Con la cuarta parte del gasto, casi lo que dan las 27 enteras (a veces hasta más: elegir entre 27
# notas finales también elige suerte). Y con el mismo gasto, muchas podadas no salen peor que pocas enteras; lo que
# ganan de media son milésimas, y con otra semilla pueden quedar en nada.
#
# ### ¿Y cuándo se equivoca?
#
# Cuando quien va delante al principio no es quien va delante al final. Dos configuraciones que solo se diferencian en la tasa, con 27 épocas:
#
# **Predice:** ¿cuál irá delante tras la primera época? ¿Y al final?

# %%
shared = {"neuronas": 64, "capas": 2, "lote": 32}
races = {rate: np.array([trial({**shared, "tasa": rate}, 27, seed)[0]
                         for seed in range(3)])
         for rate in (0.01, 0.0003)}

# %%
fig, ax = plt.subplots(figsize=(7, 3.4), layout="constrained")
for (name, notes), color, style in zip(races.items(),
                                       ("#D55E00", "#0072B2"), ("--", "-")):
    ax.plot(range(1, 28), notes.T, style, color=color, alpha=0.4)
    ax.plot(range(1, 28), notes.mean(axis=0), style, color=color,
            linewidth=2.5, label=f"tasa {name}")
ax.set(title="Tres semillas, y su media en trazo grueso", xlabel="Época",
       ylabel="Exactitud en validación", ylim=(0.6, 0.87))
ax.legend()
ahead = races[0.01] > races[0.0003]
print("¿Va delante 0.01 en la primera época, las tres veces?",
      bool(ahead[:, 0].all()))
print("¿Y en la última, alguna?", bool(ahead[:, -1].any()))

# %% [markdown]
# **Qué observas.** La tasa baja empieza muy por detrás y acaba delante, las tres veces. Unas mitades que empiecen con una época la tiran en la primera ronda, con cualquier semilla: no es mala suerte, es un
# **sesgo** contra quien empieza despacio. Se alivia con más épocas en la primera ronda, que es pagar más.
#
# ### ★ Ampliación · ¿Y si no se sabe cuánto esperar? Hyperband
#
# Podar en la primera época ahorra mucho y arriesga mucho. **Hyperband** no elige: hace varias búsquedas de mitades, los **tramos** (*brackets*), unas muy atrevidas y otras que no podan a nadie, con un gasto parecido
# en cada una. Si cada ensayo entero son $R$ épocas y $k$ es cuántas veces se puede dividir $R$ entre 3, el tramo $s$, de $k$ a 0, empieza con
#
# $$n = \left\lceil \frac{k + 1}{s + 1}\, 3^s \right\rceil \text{ configuraciones}, \qquad r = \frac{R}{3^s} \text{ épocas cada una.}$$
#
# ### ★ Ampliación · Ejercicio 8.11.5
#
# Escribe `tramos(maximo)`: `maximo` es $R$, una potencia de 3. Devuelve la lista de parejas `(n, r)`, enteros, de `s = k` a `s = 0`. Cuidado al hallar `k`: el logaritmo da decimales, y uno puede quedarse corto por una pizca.

# %% tags=["ejercicio"]
def tramos(maximo):
    # >>> return ...
    k = 0
    while 3 ** (k + 1) <= maximo:
        k += 1
    return [(math.ceil((k + 1) * 3 ** s / (s + 1)), maximo // 3 ** s)
            for s in range(k, -1, -1)]
    # <<<

# %%
check("8.11.5", tramos)

# %%
def rounds(count, epochs, most=27):
    """Las rondas de un tramo: cuántas quedan y hasta qué época."""
    table = []
    while epochs <= most:
        table.append((count, epochs))
        count, epochs = max(1, count // 3), 3 * epochs
    return table

for count, epochs in ((27, 1), (12, 3), (6, 9), (4, 27)):
    table, spent, done = rounds(count, epochs), 0, 0
    for alive, until in table:
        spent, done = spent + alive * (until - done), until
    print(f"{spent:3d} épocas: " + ", ".join(
        f"{alive} hasta la {until}" for alive, until in table))

# %% [markdown]
# **Qué observas.** Con $R = 27$, cuatro tramos. El primero es el más atrevido; el último, cuatro ensayos enteros, sin podar. Si el primero poda por error a la lenta, otro puede salvarla, si le toca en el sorteo. Se paga:
# los cuatro, y cada uno gasta más o menos lo mismo.

# %% [markdown] presenta="búsqueda guiada, optimización bayesiana, proceso gaussiano, mejora esperada, sklearn.gaussian_process.GaussianProcessRegressor, sklearn.gaussian_process.kernels.RBF, scipy.stats.norm.pdf, scipy.stats.norm.cdf"
# ## 5 · ¿Y si lo probado dijera dónde probar ahora?
#
# El azar no aprende: el ensayo cuarenta se sortea como el primero. Una **búsqueda guiada** (en los libros, **optimización bayesiana**) hace esto en cada vuelta:
#
# 1. con lo probado, ajusta un modelo barato que para cada sitio dice **qué nota espera** y **cuánto duda**;
# 2. prueba donde más se puede ganar, y vuelve a empezar.
#
# El modelo de hoy es el **proceso gaussiano** (*Gaussian process*), `GaussianProcessRegressor`: sitios cercanos tienen notas parecidas, y cuanto más lejos de lo probado, más duda. Qué es cerca lo dice su núcleo, `RBF(0.5)`. Y lo que se puede ganar, la **mejora esperada** (*expected improvement*). Si en un sitio la
# nota se espera como una campana de media $\mu$ y desviación $\sigma$ (la duda), y la mejor nota hasta hoy es $m$, es la media de lo que se pasaría de $m$, contando cero cuando no se pasa:
#
# $$\text{MI} = (\mu - m)\,\Phi(z) + \sigma\,\varphi(z), \qquad z = \frac{\mu - m}{\sigma}$$
#
# $\varphi$ es la altura de la campana de media 0 y desviación 1 (`norm.pdf`), y $\Phi$, el área que deja a su izquierda (`norm.cdf`).

# %% [markdown]
# ### ★ Ampliación · Ejercicio 8.11.6
#
# Escribe `mejora_esperada(media, duda, mejor)`: `media` y `duda` son números o arrays de la misma forma (la duda, mayor que cero), y `mejor`, un número.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La mejora esperada se entiende con dos sitios: uno de media alta y poca duda, otro de media normal y mucha duda. ¿Cuál probarían? Depende de cuánto:
# la fórmula pone el precio. En la figura, que tapen la fila de abajo y digan dónde probarían ellos.

# %% tags=["ejercicio"]
def mejora_esperada(media, duda, mejor):
    # >>> return ...
    z = (media - mejor) / duda
    return (media - mejor) * norm.cdf(z) + duda * norm.pdf(z)
    # <<<

# %%
check("8.11.6", mejora_esperada)

# %% [markdown]
# ### ¿Dónde probaría?
#
# Una curva inventada, para poder dibujar también la verdad: la nota según el logaritmo de la tasa. Se han probado tres sitios; después, la guía pone los suyos.
#
# ¿Probará primero cerca del mejor punto, o en el hueco más grande?

# %%
def truth(t):
    return 0.84 - 0.03 * (t + 2.6)**2 - 0.5 / (1 + np.exp(-9 * (t + 1.2)))

def expected_gain(mean, doubt, best):
    far = (mean - best) / doubt
    return (mean - best) * norm.cdf(far) + doubt * norm.pdf(far)

def believe(tried, notes, everywhere, length=0.5):
    """Qué nota espera en cada sitio, y cuánto duda."""
    model = GaussianProcessRegressor(RBF(length), alpha=0.01,
                                     optimizer=None, normalize_y=True)
    model.fit(tried, notes)
    mean, doubt = model.predict(everywhere, return_std=True)
    return mean, doubt + 1e-9

# %%
line = np.linspace(-4, -1, 301)

def draw_step(top, low, tried, mean, doubt, gain):
    """Arriba, lo que se sabe y lo que se duda; abajo, lo que se gana."""
    top.plot(line, truth(line), ":", color="black", label="la verdad")
    top.plot(line, mean, color="#0072B2", label="lo que espera")
    top.fill_between(line, mean - 2 * doubt, mean + 2 * doubt,
                     color="#0072B2", alpha=0.2, label="lo que duda")
    top.plot(tried, truth(np.array(tried)), "ko", label="lo probado")
    top.set(title=f"{len(tried)} ensayos", ylim=(0.1, 1.1))
    low.plot(line, gain, "--", color="#D55E00")
    low.plot(line[gain.argmax()], gain.max(), "v", color="#D55E00")
    low.set(xlabel="log10 de la tasa")

# %%
tried = [-3.8, -2.9, -1.1]
fig, axes = plt.subplots(2, 3, figsize=(7.5, 4.8), layout="constrained",
                         sharex=True, sharey="row")
for step in range(5):
    notes = truth(np.array(tried))
    mean, doubt = believe(np.array(tried)[:, None], notes, line[:, None])
    gain = expected_gain(mean, doubt, notes.max())
    if step % 2 == 0:
        draw_step(*axes[:, step // 2], tried, mean, doubt, gain)
    tried.append(line[gain.argmax()])
axes[0, 0].set_ylabel("Nota")
axes[1, 0].set_ylabel("Mejora esperada")
axes[0, 0].legend(fontsize="small", loc="lower left")
print("probó, en orden:", [round(float(t), 2) for t in tried])

# %% [markdown]
# **Qué observas.** La banda azul, lo que duda, se cierra en cada punto probado y se abre en los huecos. El triángulo
# dice dónde probar: pesan lo alta que es la media (**aprovechar**) y lo grande que es la duda (**explorar**). Empieza
# en el hueco pequeño, entre los dos sitios buenos: en el grande duda más, pero espera menos. Después va al grande, por
# su lado bueno. Con pocos ensayos más ya prueba cerca de lo mejor, y no gasta ninguno en la derecha, donde la nota se
# hunde. Y la banda no es una garantía: allí la verdad se sale de ella, porque cae más deprisa de lo que `RBF(0.5)`
# supone.
#
# ### ★ Ampliación · ¿Gana al azar con redes de verdad?
#
# En el banco hay 45 sitios con su nota. La guía empieza con cuatro al azar; el azar sigue sin mirar. Doscientas veces:

# %%
def spot(config):
    """La configuración, como cuatro números más o menos entre 0 y 1."""
    return [(np.log10(config["tasa"]) + 4) / 3,
            (np.log2(config["neuronas"]) - 4) / 3,
            (config["capas"] - 1) / 2, (np.log2(config["lote"]) - 5) / 2]

places = np.array([spot(config) for config in bank])

def guided(order, count):
    """Empieza como order; después, donde más se espera ganar."""
    tried = list(order[:4])
    while len(tried) < count:
        mean, doubt = believe(places[tried], valid[tried], places, 0.3)
        gain = expected_gain(mean, doubt, valid[tried].max())
        gain[tried] = -1  # no se repite
        tried.append(gain.argmax())
    return tried

# %%
rng, paths = np.random.default_rng(5), {"guiada": [], "al azar": []}
for _ in range(200):
    order = rng.permutation(45)
    for name, tried in (("guiada", guided(order, 15)),
                        ("al azar", order[:15])):
        paths[name].append([valid[tried[:n]].max()
                                for n in range(1, 16)])

# %%
fig, ax = plt.subplots(figsize=(7, 3.4), layout="constrained")
for (name, notes), color, style in zip(paths.items(),
                                       ("#0072B2", "#D55E00"), ("-", "--")):
    ax.plot(range(4, 16), np.mean(notes, axis=0)[3:], style, color=color,
            label=name)
ax.set(title="La mejor nota hasta entonces, media de 200 búsquedas",
       xlabel="Ensayos", ylabel="Exactitud en validación")
ax.legend()
lead = np.mean(paths["guiada"], axis=0) - np.mean(paths["al azar"], axis=0)
print(f"ventaja con 8 ensayos ≈ {lead[7]:+.4f}, con 15 ≈ {lead[14]:+.4f}")
print("¿De menos de 0.015 en todo momento?", bool(abs(lead).max() < 0.015))

# %% [markdown]
# **Qué observas.** La guía suele ir delante, pero por milésimas: menos que lo que cambia una configuración con otra semilla. Aquí hay muchos sitios casi igual de buenos, y el azar cae pronto en alguno. Guiar compensa
# cuando cada ensayo cuesta horas, o cuando lo bueno es un rincón pequeño de un espacio grande.
#
# ## ★ Ampliación · ¿Cuánto importa cada uno?
#
# El banco sabe más cosas. Con un bosque que predice la nota a partir de la configuración, la **importancia por
# permutación** ({{muchos_votos}}) dice cuánto baja su R² al barajar cada hiperparámetro. Con tan pocos ensayos no se
# apartan filas: se baraja con las mismas que aprendió, y de que el bosque sabe algo responde el R² fuera de la bolsa.
#
# **Predice:** ordena los cuatro: tasa, neuronas, capas, lote. Y si solo se miran las tasas entre 0.0005 y 0.01, ¿cambiará el orden?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** «Importa» siempre es «en este espacio y con estos datos». Que cada cual diga qué rango habría puesto para cada uno: quien pone uno ancho lo hace importante.

# %%
names, weigh = list(SPACE), []
rates = np.array([config["tasa"] for config in bank])
middle = (rates > 5e-4) & (rates < 1e-2)
for title, kept in (("todas las tasas", rates > 0),
                    ("las de en medio", middle)):
    forest = RandomForestRegressor(300, oob_score=True, random_state=0)
    forest.fit(places[kept], valid[kept])
    shuffled = permutation_importance(forest, places[kept], valid[kept],
                                      n_repeats=20, random_state=0)
    weigh.append(shuffled.importances_mean)
    print(f"{title} ({kept.sum()}): " + "  ".join(
        f"{name} ≈ {value:.2f}" for name, value in
        zip(names, weigh[-1])))
    print(f"   R² fuera de la bolsa ≈ {forest.oob_score_:.2f}")

# %%
print("¿Importa más la tasa que los otros tres juntos, con todas?",
      bool(weigh[0][0] > sum(weigh[0][1:])))
print("¿Y en las de en medio, menos de la mitad que antes?",
      bool(weigh[1][0] < weigh[0][0] / 2))

# %% [markdown]
# **Qué observas.** Con el espacio entero manda la tasa, y de largo. Entre tasas ya razonables, su parte se hunde. Quién
# manda entonces no lo dice la tabla: fuera de la bolsa, ese bosque acierta poco o nada (un R² que no llega a cero es
# peor que decir siempre la media), y sus importancias hablan de filas memorizadas. La importancia no es del
# hiperparámetro: es de él **en ese espacio**. Un rango ancho hace importante a cualquiera.
#
# > **Lo que oirás por ahí: «primero se ajusta un hiperparámetro, se deja fijo y se pasa al siguiente».** Vale si cada uno va por su cuenta. Si dos **se compensan** (con lotes mayores se dan menos
# > pasos, y conviene otra tasa), cada mejor valor depende del otro. Dos curvas inventadas, una de cada; 42 ensayos por cada camino:

# %%
def apart(x, y):
    return np.exp(-(x - 0.75)**2 / 0.1 - (y - 0.25)**2 / 0.1)

def linked(x, y):
    return np.exp(-(x + y - 1)**2 / 0.02 - (x - y - 0.5)**2 / 0.5)

values = np.linspace(0, 1, 21)
for name, f in (("cada uno por su cuenta", apart),
                ("se compensan", linked)):
    x = values[f(values, 0.9).argmax()]    # primero x, con y = 0.9
    y = values[f(x, values).argmax()]      # y después y, con esa x
    luck = np.mean([f(*np.random.default_rng(seed).random((2, 42))).max()
                    for seed in range(500)])
    print(f"{name:<23} uno y luego otro {f(x, y):.2f}; 42 al azar, de "
          f"media {luck:.2f}")

# %% [markdown]
# **Qué observas.** Si cada uno va por su cuenta, ajustarlos de uno en uno acierta de lleno, y con 21 ensayos por paso. Si se compensan, con la primera $y$ mal puesta sale la mejor $x$ **para esa y**, y de ahí ya no se sale. Sortearlos
# juntos no es perfecto en ninguno de los dos casos, y no se hunde en ninguno.
#
# ### ★ Ampliación · ¿Y para empezar sin buscar?
#
# Lo que dicen las medidas del curso, con redes pequeñas como las nuestras:
#
# | | Para empezar | Dónde se midió |
# |---|---|---|
# | tasa | la prueba de rango da el orden de magnitud; con Adam, alrededor de 0.001 | {{optimizadores}}, y hoy |
# | activación | ReLU, con pesos iniciales de He | {{veinte_capas}} |
# | capas y neuronas | una o dos capas; antes de más, mira si hay sobreajuste | {{una_red_mejor}}, y hoy |
# | lote | el que quepa con holgura; si lo cambias, vuelve a mirar la tasa | {{lotes_y_optimizadores}} |
# | épocas | de sobra, y parada temprana: no hace falta buscarlas | {{una_red_mejor}} |
# | frenos | cuando la validación se separe del entrenamiento | {{regularizar}} |
#
# ## Errores frecuentes
#
# **1. Fabricar el generador dentro del ciclo.** Cada vuelta empieza el mismo sorteo, y todas las configuraciones son la misma:

# %%
inside = [sample(SPACE, np.random.default_rng(42)) for _ in range(5)]
rng = np.random.default_rng(42)
outside = [sample(SPACE, rng) for _ in range(5)]
for name, configs in (("dentro", inside), ("arreglado", outside)):
    print(f"{name:<10} tasas distintas:", len({c["tasa"] for c in configs}))

# %% [markdown]
# **2. Apuntar siempre el mismo diccionario.** Si se cambia el de partida en cada vuelta, la lista acaba con varios nombres de un solo objeto. Cada ensayo necesita el suyo:

# %%
config, queue = dict(plain), []
for rate in (0.001, 0.003, 0.01):
    config["tasa"] = rate
    queue.append(config)
print("dentro:   ", [each["tasa"] for each in queue])
queue = [{**plain, "tasa": rate} for rate in (0.001, 0.003, 0.01)]
print("arreglado:", [each["tasa"] for each in queue])

# %% [markdown]
# ### ★ Ampliación · Quedarse en el borde
#
# Si la mejor está pegada a un extremo del espacio, lo bueno puede estar fuera. Supón que solo se hubieran buscado tasas menores que 0.0003:

# %%
small = np.flatnonzero(rates < 3e-4)
for name, tried in (("hasta 0.0003", small), ("arreglado: hasta 0.1",
                                             np.arange(45))):
    best = tried[valid[tried].argmax()]
    print(f"{name:<21} mejor tasa ≈ {rates[best]:.5f}, nota ≈ "
          f"{valid[best]:.3f}")
print("¿Mejora al ensanchar?", bool(valid.max() > valid[small].max()))

# %% [markdown]
# ## Práctica: de 45 configuraciones a una, y el examen
#
# El banco eligió con mil imágenes y una semilla. Falta lo demás: repetir las finalistas, decidir y abrir el sobre.
#
# ### Paso 1 · Semillas nuevas
#
# Las tres primeras del banco y `plain`, la de partida, con cinco semillas cada una, y **otras**: la 0 ya tuvo su suerte. Después las juzgan las 4000 imágenes de confirmar.
#
# ¿Repetirán las tres la nota con la que ganaron?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La práctica no acaba con una victoria, y es a propósito: que la clase discuta si la búsqueda valió lo que costó. Pregunta qué habrían contado si solo hubieran
# visto la nota con la que ganó la primera.

# %%
podium = np.argsort(-valid)[:3]
nets = {"de partida": [net for notes, net in twins]}
for name, place in zip(("1.ª", "2.ª", "3.ª"), podium):
    nets[name] = [trial(bank[place], seed=seed)[1] for seed in range(1, 6)]
    again = np.mean([net.score(x_valid, y_valid) for net in nets[name]])
    print(f"{name} tasa ≈ {bank[place]['tasa']:.4f}; ganó con ≈ "
          f"{valid[place]:.3f}, y repetida, de media ≈ {again:.3f}")

# %%
notes = np.array([[net.score(x_more, y_more) for net in group]
                  for group in nets.values()])
print(f"de partida en las otras 4000 ≈ {notes[0].mean():.4f}")
for name, row in zip(list(nets)[1:], notes[1:]):
    print(f"{name:<10} en las otras 4000 ≈ {row.mean():.4f}; gana a la de "
          f"partida en ≈ {np.sum(row > notes[0])} de 5")

# %% [markdown]
# **Qué observas.** Con las mismas mil imágenes y otras semillas, la nota con la que ganaron no suele repetirse. Y en las
# otras 4000 el orden puede ser otro. Si alguna gana las cinco veces a la de partida, es un indicio, y solo eso: a una
# red igual de buena le pasa una de cada $2^5$ veces, y aquí lo intentan tres. Si no, con lo medido no se distinguen.

# %% [markdown]
# ### ★ Ampliación · Paso 2 · Ejercicio 8.11.7
#
# La regla de {{optimizadores}}: se descarta a quien pierde con la de mejor media **en todas las semillas**; las demás no se distinguen de ella. Escribe `siguen(notas)`: recibe un array con una fila por
# configuración y una columna por semilla, y devuelve un array de verdaderos y falsos, uno por fila: si sigue. La de mejor media sigue; empatar en una semilla no es perder.

# %% tags=["ejercicio"]
def siguen(notas):
    # >>> return ...
    mejor = notas.mean(axis=1).argmax()
    return ~(notas < notas[mejor]).all(axis=1)
    # <<<

# %%
check("8.11.7", siguen)

# %% [markdown]
# ### Paso 3 · El examen
#
# Se abre una vez, para una sola pregunta: la de mejor media, ¿gana a `plain` también aquí? Las mismas cinco semillas, en parejas.
#
# **Predice:** ¿cuánto habremos ganado con toda la búsqueda?

# %% tags=["resultado"]
x_exam, y_exam = flat(exam[0]), exam[1]
best = list(nets)[1 + notes[1:].mean(axis=1).argmax()]
results = [np.array([net.score(x_exam, y_exam) for net in nets[name]])
           for name in ("de partida", best)]
gain = results[1] - results[0]
print(f"la {best} menos la de partida ≈ {gain.mean():+.4f}; gana en "
      f"≈ {np.sum(gain > 0)} de 5")
print("¿Se separan menos de 0.02?", bool(abs(gain.mean()) < 0.02))
print("épocas gastadas:", (1 + 45 + 32 + 5 + 15) * 9 + 6 * 27)
print(f"examen: de partida ≈ {results[0].mean():.4f}, la buscada "
      f"≈ {results[1].mean():.4f}")

# %% [markdown]
# **Qué observas.** Tras más de mil épocas, la diferencia con la de partida cabe en dos puntos, si la hay: mira en cuántas de las cinco gana. No es un fracaso, es lo que pasa cuando se parte de una configuración razonable: la búsqueda sirve
# para saberlo. Con una tasa de 0.05 o de 0.0001 de partida, habría ganado bastante más. Y lo que se cuenta es la cifra del examen, no la nota con la que ganó.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** ¿Cuál de estos es un hiperparámetro?
#
# - a) Los pesos de la primera capa.
# - b) Los sesgos.
# - c) El número de capas.
# - d) La semilla.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("8.11.A1", respuesta_1)

# %% [markdown]
# **A2.** Supón que solo importa la tasa. Con dieciséis ensayos y dos hiperparámetros, ¿qué la mira mejor: una cuadrícula de 4 por 4 o el azar?
#
# - a) La cuadrícula, que es más completa.
# - b) El azar: prueba dieciséis tasas, y la cuadrícula, cuatro.
# - c) Da igual: son los mismos ensayos.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "b"
# <<<
check("8.11.A2", respuesta_2)

# %% [markdown]
# **A3.** Supón que la mejor de doscientas configuraciones acierta el 91 % en validación y, en imágenes nuevas, el 88 %. ¿Qué pensarías primero?
#
# - a) Que su nota llevaba suerte: era la más alta de doscientas.
# - b) Que la red memorizó las imágenes de validación.
# - c) Que hay un fallo en el código: deberían coincidir.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("8.11.A3", respuesta_3)

# %% [markdown]
# **A4.** ¿Qué configuración pierden las mitades sucesivas por sistema?
#
# - a) La que tuvo mala suerte con la semilla.
# - b) La de época más cara.
# - c) La de tasa demasiado alta.
# - d) La que empieza despacio y acaba por delante.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "d"
# <<<
check("8.11.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Un hiperparámetro se fija antes de entrenar y se elige en validación; la tasa se sortea en escala logarítmica.
# - El azar gana a la cuadrícula cuando importan pocos; si importan todos por igual, gana ella.
# - La nota de la ganadora promete de más, y más cuantas más compiten: se confirma con otras imágenes, y el examen se abre una vez.
# - Las mitades sucesivas dan pocas épocas a muchas y muchas a pocas; pierden a quien empieza despacio.
# - Una guía prueba donde más espera mejorar; aun así, varias semillas antes de creer una diferencia.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 10.
# - J. Bergstra e Y. Bengio (2012), [*Random Search for Hyper-Parameter
#   Optimization*](https://www.jmlr.org/papers/v13/bergstra12a.html).
# - L. Li y otros (2018), *Hyperband: A Novel Bandit-Based Approach to Hyperparameter Optimization*:
#   [arXiv:1603.06560](https://arxiv.org/abs/1603.06560).
# - J. Snoek y otros (2012), *Practical Bayesian Optimization of Machine Learning Algorithms*:
#   [arXiv:1206.2944](https://arxiv.org/abs/1206.2944).
