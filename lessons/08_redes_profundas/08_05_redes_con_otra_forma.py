# %% [markdown]
# # 8.5 · Redes que no son una fila
#
# | | |
# |---|---|
# | **Objetivos** | Escribir redes que se bifurcan, con varias entradas y varias salidas, y dibujar su camino; decir qué supone cada forma y medir si ayuda; usar una capa en dos sitios; escribir una red como clase y decir qué se pierde; guardar solo los pesos y la mejor época; escribir un vigilante propio del entrenamiento |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Las casas de California con una red (lección {{casas_con_una_red}}), las veinte capas ({{veinte_capas}}), la regla de las ocho veces ({{optimizadores}}) y la parada temprana ({{una_red_mejor}}) |
# | **Datos** | California Housing: 20 640 distritos del censo de 1990 (Pace y Barry, 1997), incluidos en el curso |
# | **Práctica** | Una red con dos respuestas: el precio, y si el distrito está en el tope |

# %%
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.metrics import average_precision_score
from sklearn.model_selection import train_test_split

from course_utils import check, hint, solution
from course_utils import load_california_housing
from course_utils import quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras

# %% [markdown]
# ## 1 · ¿Cómo se escribe una red que se bifurca?
#
# Vuelven los distritos de California, con el reparto de {{casas_con_una_red}}, el logaritmo en las mismas cuatro columnas
# y todas en desviaciones del entrenamiento. El examen sigue en su sobre.

# %%
houses = load_california_housing()
band = pd.cut(houses["MedInc"], [0, 2, 3, 4, 6, np.inf], labels=False)
rest, exam = train_test_split(houses, test_size=0.2, stratify=band,
                              random_state=42)
train, valid = train_test_split(rest, test_size=0.2, random_state=42,
                                stratify=band[rest.index])

def with_logs(table):
    x = table.drop(columns="MedHouseVal").to_numpy("float32")
    return np.column_stack([x[:, :2], np.log(x[:, 2:6]), x[:, 6:]])

# %%
mean, std = with_logs(train).mean(axis=0), with_logs(train).std(axis=0)
x_train, x_valid, x_exam = ((with_logs(part) - mean) / std
                            for part in (train, valid, exam))
y_train, y_valid, y_exam = (part["MedHouseVal"].to_numpy("float32")
                            for part in (train, valid, exam))
print("aprender:", x_train.shape, " comparar:", x_valid.shape)

# %% [markdown] presenta="API funcional"
# `keras.Sequential` es una fila: cada capa recibe lo que sale de la anterior y nada más. Para lo que no es una fila está la **API funcional**
# (*functional API*), que en {{casas_con_una_red}} usaste de pasada: **una capa se llama con un tensor, y devuelve otro**. Con ese
# resultado haces lo que quieras: dárselo a una capa, a dos, o juntarlo con otro.
#
# Todavía no hay datos: son tensores que solo saben su forma. `None` es el tamaño del lote.

# %%
entry = keras.Input((8,), name="entrada")
hidden = keras.layers.Dense(30, activation="relu")(entry)
print("entra", entry.shape, " sale", hidden.shape)

# %% [markdown] presenta="ancha y profunda, keras.layers.Concatenate"
# Un ejemplo con nombre propio es la red **ancha y profunda** (*wide and deep*). La entrada va a la salida por dos caminos: uno
# hondo, con sus capas ocultas, y un **atajo** directo, para las reglas sencillas («a más ingresos, más precio»). Al
# final, `Concatenate` pega las columnas de los dos, que recibe en una lista.
#
# ### Ejercicio 8.5.1
#
# Escribe `ancha_y_profunda(neuronas)`: devuelve un `keras.Model` con una entrada de 8 números, dos capas densas seguidas
# de `neuronas` neuronas con ReLU, una capa que junta la **entrada** con lo que sale de la segunda, en ese orden, y, a partir de eso, un precio
# (una neurona, sin activación).

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que dibujen la red en papel, con flechas, antes de escribirla, y que pongan un nombre a cada flecha: esos
# nombres son sus variables. El error típico es escribir `Dense(30)` sin llamarla con nada.

# %% tags=["ejercicio"]
def ancha_y_profunda(neuronas):
    # >>> return ...
    entrada = keras.Input((8,))
    h = keras.layers.Dense(neuronas, activation="relu")(entrada)
    h = keras.layers.Dense(neuronas, activation="relu")(h)
    juntos = keras.layers.Concatenate()([entrada, h])
    return keras.Model(entrada, keras.layers.Dense(1)(juntos))
    # <<<

# %%
check("8.5.1", ancha_y_profunda)

# %% [markdown]
# La nuestra pone nombre a cada paso (`name`), y con `shortcut=False` es una fila. Lo hondo, aparte, en `deep`: en los ejercicios
# que siguen también lo puedes usar.

# %%
def deep(x, units=30):
    """Dos capas ocultas con ReLU: recibe un tensor y devuelve otro."""
    for name in ("oculta_1", "oculta_2"):
        x = keras.layers.Dense(units, activation="relu", name=name)(x)
    return x

def make_net(shortcut=True, units=30):
    entry = keras.Input((8,), name="entrada")
    hidden = deep(entry, units)
    if shortcut:
        hidden = keras.layers.Concatenate(name="juntar")([entry, hidden])
    return keras.Model(entry, keras.layers.Dense(1, name="precio")(hidden))

# %% [markdown] presenta=".operations, .input, keras.tree.flatten, id"
# Un modelo funcional sabe su camino: `operations` son sus pasos, y cada uno dice qué tensor recibe (`input`) y cuál da
# (`output`). Con eso se dibuja el **grafo**: una caja por paso, una flecha por tensor. Para saber de quién es
# cada tensor apuntamos su `id`, el número que lo distingue de cualquier otro objeto; `keras.tree.flatten` hace una lista de lo que recibe.
#
# **Predice:** ¿cuántas flechas llegarán a «juntar»? ¿Y cuántos números saldrán de ahí?

# %%
def draw(model, title):
    """El camino de un modelo: de izquierda a derecha."""
    ax = plt.subplots(figsize=(7.5, 2.4), layout="constrained")[1]
    ax.set(title=title, xlim=(-0.5, 4.5), ylim=(-1.4, 1.4))
    ax.axis("off")
    place, maker = {}, {}
    for step in model.operations:
        parents = [maker[id(t)] for t in keras.tree.flatten(step.input)]
        x = 1 + max([-1] + [place[name][0] for name in parents])
        y = -sum(spot[0] == x for spot in place.values())
        place[step.name], maker[id(step.output)] = (x, y), step.name
        ax.text(x, y, f"{step.name}\n{step.output.shape}", ha="center",
                va="center", fontsize=9, zorder=3, bbox={"fc": "#e8f2fb"})
        for name in parents:
            arrow(ax, *place[name], x, y)

# %%
def arrow(ax, x0, y0, x, y):
    bend = 0 if x - x0 == 1 else -0.4 if y0 == y else 0.3  # rodea
    ax.annotate("", (x - 0.33, y), (x0 + 0.33, y0), arrowprops={
        "arrowstyle": "->", "connectionstyle": f"arc3,rad={bend}"})

draw(make_net(), "Ancha y profunda")
print("con atajo:", make_net().count_params(), "pesos y sesgos; sin él:",
      make_net(shortcut=False).count_params())

# %% [markdown]
# **Qué observas.** A «juntar» llegan dos flechas, y de ahí salen los 8 números de la entrada y los 30 de la oculta. El atajo solo cuesta ocho
# pesos más, los de la última capa.
#
# ## 2 · ¿Sirve de algo el atajo?
#
# > **Lo que oirás por ahí: «la ancha y profunda gana, porque memoriza con el atajo y generaliza con lo hondo».** La idea nació para recomendar
# > aplicaciones, con millones de columnas de ceros y unos. ¿Y en nuestras ocho columnas?
#
# Ocho semillas, cada una con las dos redes, y en validación. La regla, la de {{optimizadores}}: se distinguen si una gana
# las ocho veces.
#
# **Predice:** ¿cuántas de las ocho ganará la ancha?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que apuesten antes, a mano alzada. La primera celda larga tarda unos segundos. Lo que vale la pena discutir
# es por qué el atajo no ayuda aquí: una capa oculta con ReLU ya puede dejar pasar un número casi recto.

# %%
def fit(model, x, y, epochs=8, rate=0.01, loss="mse", loss_weights=None,
        **more):
    """Adam; la tasa baja por un coseno (52 lotes por época)."""
    rate = keras.optimizers.schedules.CosineDecay(rate, 52 * epochs)
    model.compile(keras.optimizers.Adam(rate), loss, loss_weights,
                  steps_per_execution=13)
    return model.fit(x, y, batch_size=256, epochs=epochs, verbose=0, **more)

def rmse(model, x, y):
    guess = model.predict(x, batch_size=4000, verbose=0).ravel()
    return 100 * np.sqrt(np.mean((guess - y) ** 2))  # en miles de dólares

# %%
def eight(make, x, x_new):
    """El RMSE de validación con ocho semillas; y la última red."""
    errors = []
    for seed in range(8):
        set_seed(seed)
        model = make()
        fit(model, x, y_train)
        errors.append(rmse(model, x_new, y_valid))
    return np.array(errors), model

def duel(name, first, second):
    print(f"{name}: diferencia ≈ {np.mean(first - second):+.2f} mil $; "
          f"gana ≈ {np.sum(first < second)} de las ocho")

# %%
row_errors, row = eight(lambda: make_net(shortcut=False), x_train, x_valid)
wide_errors, wide = eight(make_net, x_train, x_valid)
print(f"fila ≈ {row_errors.mean():.1f} mil $   "
      f"ancha ≈ {wide_errors.mean():.1f} mil $")
duel("ancha menos fila", wide_errors, row_errors)
print("¿La diferencia media es de menos de 2 mil $?",
      bool(abs(np.mean(wide_errors - row_errors)) < 2))

# %% [markdown] presenta="conexión residual"
# **Qué observas.** La diferencia media no llega a 2 mil dólares: compárala con el error de cada una. Si en tu tabla ninguna gana las ocho,
# no se distinguen. Aquí el atajo apenas cuenta: lo hondo ya sabía hacer rectas.
#
# ### ★ Ampliación · ¿Y un atajo que suma?
#
# Otro atajo no junta, **suma**: el bloque devuelve $x + f(x)$, y la capa $f$ solo aprende qué hay que **cambiar** de $x$. Es
# la **conexión residual** (*residual connection*). Se suma con «+», como en NumPy. En {{veinte_capas}}, una pila de
# sigmoides no aprendía porque el gradiente se apagaba por el camino; por el atajo pasa entero.
#
# **Predice:** diez capas, con y sin atajo, con sigmoide y con ReLU. ¿En cuáles ayudará?

# %%
def tower(activation, residual, blocks=10):
    entry = keras.Input((8,))
    x = keras.layers.Dense(30)(entry)
    for _ in range(blocks):
        change = keras.layers.Dense(30, activation=activation)(x)
        x = x + change if residual else change
    return keras.Model(entry, keras.layers.Dense(1)(x))

# %%
for activation in ("sigmoid", "relu"):
    errors = []
    for residual in (False, True):
        set_seed(42)
        model = tower(activation, residual)
        fit(model, x_train, y_train, epochs=5, rate=0.003)
        errors.append(rmse(model, x_valid, y_valid))
    print(f"{activation:<8} f(x) ≈ {errors[0]:.0f} mil $   "
          f"x + f(x) ≈ {errors[1]:.0f} mil $")
    print("  ¿Ayuda el atajo?", bool(errors[1] < errors[0]))

# %% [markdown]
# **Qué observas.** Con sigmoide, la diferencia entre no aprender nada y aprender. Con ReLU, que ya dejaba pasar el
# gradiente, estorba: una ReLU solo suma, nunca resta, y los números crecen capa a capa. Por eso las redes
# de verdad acaban el bloque sin ReLU, y con una normalización como la de {{veinte_capas}}. Es solo un primer vistazo: volverá con las
# imágenes, en redes más hondas.
#
# ## 3 · ¿Y si entran dos cosas?
#
# Una red puede tener varias entradas: un formulario y una foto, por ejemplo. En `keras.Model` van en una lista, y los
# datos, al entrenar y al predecir, en otra con el mismo orden.
#
# Aquí separamos las columnas: las dos primeras, ingresos y edad de las casas, por lo corto; las otras seis, por lo hondo.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de medir, pregunta qué no podrá aprender nunca esa red: que los ingresos valgan más en la costa. Es
# la pregunta de la sección: la forma de una red es una afirmación sobre el mundo. Con tiempo, el ejercicio 8.5.2 va antes de leer `make_two`.

# %% [markdown]
# ### ★ Ampliación · Ejercicio 8.5.2
#
# Completa `dos_entradas(neuronas)`. **Solo la honda** pasa por dos capas densas de `neuronas` con ReLU (`deep`). Después se juntan la
# corta y lo que sale de la honda, en ese orden, y de ahí sale un precio. Las entradas del modelo, en una lista: primero la corta.

# %% tags=["ejercicio"]
def dos_entradas(neuronas):
    corta, honda = keras.Input((2,)), keras.Input((6,))
    # >>> return ...
    juntos = keras.layers.Concatenate()([corta, deep(honda, neuronas)])
    return keras.Model([corta, honda], keras.layers.Dense(1)(juntos))
    # <<<

# %%
check("8.5.2", dos_entradas)

# %% [markdown]
# ### ¿Acierta lo mismo?
#
# Esta es la nuestra, con el mismo número de neuronas que la ancha:

# %%
def make_two():
    short = keras.Input((2,), name="corta")
    long = keras.Input((6,), name="honda")
    both = keras.layers.Concatenate(name="juntar")([short, deep(long)])
    return keras.Model([short, long],
                       keras.layers.Dense(1, name="precio")(both))

def split(x):
    return [x[:, :2], x[:, 2:]]

draw(make_two(), "Dos entradas")

# %% [markdown]
# **Predice:** recibe los mismos ocho números que la ancha. ¿Acertará como ella?

# %%
two_errors, two = eight(make_two, split(x_train), split(x_valid))
print(f"dos entradas ≈ {two_errors.mean():.1f} mil $")
duel("ancha menos dos entradas", wide_errors, two_errors)
print("¿Gana la ancha las ocho veces?",
      bool((wide_errors < two_errors).all()))

# %%
richer = x_valid.copy()
richer[:, 0] += 1  # una desviación más de ingresos, a todos
for name, effect in (
        ("ancha", wide(richer) - wide(x_valid)),
        ("dos entradas", two(split(richer)) - two(split(x_valid)))):
    effect = 100 * np.array(effect)
    print(f"{name:<12} el precio sube de ≈ {effect.min():.0f} a "
          f"≈ {effect.max():.0f} mil $; ¿lo mismo en todos? "
          f"{bool(np.ptp(effect) < 0.1)}")

# %% [markdown]
# **Qué observas.** Aquí sí pierde las ocho veces. Los ingresos van por lo corto, y solo pueden sumar, en línea recta: valen lo mismo en San Francisco
# que en el desierto. Lo que se gana es que se lee: es un peso de la última capa. **La forma de una red dice qué puede
# mezclarse con qué**; si lo que dice no es verdad, se paga.
#
# ### ★ Ampliación · ¿Y si las dos entradas merecen el mismo trato?
#
# Se enseñan dos distritos y se pregunta si el primero es más caro. A los dos hay que mirarlos igual, así que pasan por
# **la misma capa**: llamarla dos veces no hace pesos nuevos. Se llaman pesos **compartidos**.
#
# **Predice:** sin entrenar, ¿cuánto sumarán la probabilidad de «A es más caro que B» y la de «B es más caro que A»?

# %% presenta="keras.ops.sigmoid"
look = keras.layers.Dense(1)
a, b = keras.Input((8,)), keras.Input((8,))
compare = keras.Model([a, b], keras.ops.sigmoid(look(a) - look(b)))

first, second = x_valid[:100], x_valid[100:200]
both = (compare.predict([first, second], verbose=0)
        + compare.predict([second, first], verbose=0))
print("pesos y sesgos:", compare.count_params())
print("¿Suman 1, siempre?", bool(np.allclose(both, 1, atol=1e-5)))

# %% [markdown]
# **Qué observas.** Nueve números para dos entradas, y suman 1: si A gana a B, B pierde con A. No lo ha aprendido de los datos: lo pone la forma.

# %% [markdown] presenta="clase, class"
# ## 4 · ¿Y si el camino no cabe en un dibujo?
#
# Hay redes que deciden sobre la marcha: dan más vueltas con unos datos que con otros. Para esas, Keras deja escribir la
# pasada hacia delante como una función, dentro de una **clase** (*class*). (Si un `if` mira los datos, `compile` necesita
# además `run_eagerly=True`.)
#
# Una clase es un molde de objetos, con sus datos y sus funciones. Llevas meses usándolas: un array es un objeto (`x.shape`, un dato;
# `x.mean()`, una función), y un modelo también. Este es un molde nuestro:

# %%
class Hucha:
    def __init__(self, dinero):
        self.dinero = dinero

    def meter(self, cantidad):
        self.dinero = self.dinero + cantidad

mine, yours = Hucha(100), Hucha(5)
mine.meter(20)
print("la mía:", mine.dinero, " la tuya:", yours.dinero)

# %% [markdown] presenta="self, __init__, super, herencia"
# `Hucha(100)` fabrica un objeto y ejecuta `__init__`, que lo prepara. `self` es **ese** objeto: lo que se guarda en `self` sigue
# ahí en la siguiente llamada, y cada objeto tiene lo suyo. Al llamar, `self` no se escribe: `mine.meter(20)` lo pone solo.
#
# Y un molde puede partir de otro: `class Red(keras.Model)` sabe todo lo que sabe un `keras.Model` (`fit`, `predict`…) más lo
# que le escribas. Es la **herencia** (*inheritance*). Su `__init__` empieza por `super().__init__()`, que deja a Keras
# preparar lo suyo. Ahí se **fabrican** las capas, y en `call` se **usan**.
#
# ### Ejercicio 8.5.3
#
# Completa `RedAncha`, que hace lo mismo que `ancha_y_profunda`. En `__init__`, guarda en `self` la capa que falta. En `call`
# llegan los datos, `x`: devuelve el precio. Para juntar, `keras.ops.concatenate([…], axis=1)`.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Es la primera clase del curso. Con `Hucha`, que prueben a quitar un «self» y vean qué falla. Si alguien
# fabrica las capas dentro de `call`, pregúntale cuántos pesos nuevos habría en cada lote.

# %% tags=["ejercicio"]
class RedAncha(keras.Model):
    def __init__(self, neuronas):
        super().__init__()
        self.oculta_1 = keras.layers.Dense(neuronas, activation="relu")
        self.oculta_2 = keras.layers.Dense(neuronas, activation="relu")
        # >>> self.precio = ...
        self.precio = keras.layers.Dense(1)
        # <<<

    def call(self, x):
        # >>> return ...
        h = self.oculta_2(self.oculta_1(x))
        return self.precio(keras.ops.concatenate([x, h], axis=1))
        # <<<

# %%
check("8.5.3", RedAncha)

# %% [markdown]
# ¿Qué se pierde? La nuestra, con las ocultas en una lista:

# %%
class WideNet(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = [keras.layers.Dense(30, activation="relu")
                       for _ in range(2)]
        self.price = keras.layers.Dense(1)

    def call(self, x):
        hidden = self.hidden[1](self.hidden[0](x))
        return self.price(keras.ops.concatenate([x, hidden], axis=1))

as_class, as_graph = WideNet(), make_net()
for name, net in (("clase", as_class), ("funcional", as_graph)):
    print(f"{name:<10} arrays de pesos: {len(net.weights)}   "
          f"¿sabe su camino? {hasattr(net, 'operations')}")
as_class(x_valid[:1])
print("la clase, tras ver un distrito:", len(as_class.weights))

# %% [markdown]
# **Qué observas.** Hasta que no recibe datos, la clase no tiene ni pesos: no sabe sus formas. No guarda su camino, y `draw`
# no puede dibujarla; y una errata en su método no se ve hasta que se ejecuta. La funcional se queja al escribirla.
#
# | Si la red es… | Escribe |
# |---|---|
# | una fila | `keras.Sequential` |
# | un camino fijo con ramas | la API funcional |
# | un camino que se decide al ejecutarlo | una clase |
#
# ## 5 · ¿Y si se va la luz en la época 7?
#
# El modelo entero, en un archivo `.keras`, ya lo guardaste en {{casas_con_una_red}}. Otra manera es guardar **solo los números**
# (los pesos y lo que apunta el optimizador) con `save_weights`, en un archivo acabado en `.weights.h5`: sirve con
# clases, pero quien lo abra tiene que fabricar antes la misma red.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pregunta qué hace falta para abrir cada archivo dentro de un año: para el `.keras`, Keras; para los pesos,
# además, el código que fabrica la red. En 8.5.4 es fácil olvidar uno de los dos motivos para parar.

# %% presenta=".save_weights, .load_weights"
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "ancha.weights.h5"
    wide.save_weights(path)
    twin = make_net()  # la misma red, con otros pesos
    twin.load_weights(path)
print("¿Responde igual?", np.array_equal(wide(x_valid), twin(x_valid)))

# %% [markdown] presenta="callback, keras.callbacks.Callback"
# Y para no perder lo que va entrenando: un ***callback*** es un objeto al que `fit` llama en ciertos momentos. Ya usas dos,
# el de las curvas y `keras.callbacks.EarlyStopping` ({{una_red_mejor}}), que puede recordar en memoria la mejor época. `ModelCheckpoint` la deja **en un archivo**, que sobrevive
# a un apagón.
#
# Y se escriben: una clase que parte de `keras.callbacks.Callback`, con un `on_epoch_end`. Al final de cada época, `fit` le pasa
# el número de época y un diccionario, `logs`, con lo medido. Este apunta cuántas veces mayor es la pérdida
# de validación que la de entrenamiento:

# %%
class Ratios(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.ratios = []

    def on_epoch_end(self, epoch, logs=None):
        self.ratios.append(logs["val_loss"] / logs["loss"])

# %% [markdown]
# **Predice:** con solo 200 distritos y 150 épocas, ¿hacia dónde irá esa razón? ¿Guardará el archivo la última época?

# %% presenta="keras.callbacks.ModelCheckpoint"
few, ratios = slice(0, 200), Ratios()
set_seed(42)
small = make_net()
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "mejor.keras"
    saver = keras.callbacks.ModelCheckpoint(path, monitor="val_loss",
                                            save_best_only=True)
    history = fit(small, x_train[few], y_train[few], epochs=150, rate=0.02,
                  validation_data=(x_valid, y_valid),
                  callbacks=[saver, ratios])
    best = keras.models.load_model(path)
losses = history.history["val_loss"]
saved = rmse(best, x_valid, y_valid)

# %%
fig, ax = plt.subplots(figsize=(7, 3), layout="constrained")
ax.plot(range(1, 151), ratios.ratios, color="#0072B2")
ax.set(title="Lo que apuntó nuestro callback", xlabel="Época",
       ylabel="Validación / entrenamiento")
print("¿Acaba la razón por encima de 2?", bool(ratios.ratios[-1] > 2))
best_rmse = 100 * np.sqrt(min(losses))
print(f"mejor época ≈ {np.argmin(losses) + 1} de 150: "
      f"≈ {best_rmse:.1f} mil $; el archivo ≈ {saved:.1f}")
print("¿Es el archivo la mejor época, salvo 0.1 mil $?",
      bool(abs(saved - best_rmse) < 0.1))
print("¿Llegó antes de la 140?", bool(np.argmin(losses) < 140))

# %% [markdown] presenta=".model"
# **Qué observas.** La razón sube (empieza bajo 1 porque `loss` se mide antes de cada corrección): la red se sabe sus 200 distritos cada vez mejor que los demás, y es el sobreajuste en un solo número. El archivo tiene la
# mejor época, que llegó antes del final.
#
# Un *callback* tiene además el modelo, `self.model`, y puede parar: `self.model.stop_training = True`, y `fit` termina al acabar
# la época.
#
# ### Ejercicio 8.5.4
#
# Completa `Vigia`. Tras cada época, para el entrenamiento si la pérdida, `logs["loss"]`, **no es un número finito**
# (`np.isfinite` dice si lo es) o si la razón **pasa de** `self.limite`. Si no, no toca nada. No devuelve nada.

# %% tags=["ejercicio"]
class Vigia(keras.callbacks.Callback):
    def __init__(self, limite):
        super().__init__()
        self.limite = limite

    def on_epoch_end(self, epoch, logs=None):
        razon = logs["val_loss"] / logs["loss"]
        # >>> return ...
        if not np.isfinite(logs["loss"]) or razon > self.limite:
            self.model.stop_training = True
        # <<<

# %%
check("8.5.4", Vigia)

# %% [markdown]
# ## Errores frecuentes
#
# **1. Fabricar dos capas iguales y creer que comparten pesos.** Los pesos son de la capa: los **comparten** las llamadas a una misma.

# %%
a, b, look = keras.Input((8,)), keras.Input((8,)), keras.layers.Dense(1)
apart = keras.layers.Dense(1)(a) + keras.layers.Dense(1)(b)
for name, out in (("dos capas", apart), ("arreglado", look(a) + look(b))):
    print(f"{name:<15} {keras.Model([a, b], out).count_params()} números")

# %% [markdown]
# **2. Dejar una capa sin llamar.** `keras.Model` pide tensores, no capas:

# %%
try:
    keras.Model(a, keras.layers.Dense(1))
except Exception as error:
    print("Falla:", type(error).__name__)
print("Arreglado:", keras.Model(a, keras.layers.Dense(1)(a)).output.shape)

# %% [markdown]
# ## Práctica: una red, dos respuestas
#
# El censo no apunta precios por encima de un **tope**: quien lo pasa figura con él. La oficina quiere el precio y un aviso de
# «quizá vale más». Una red con dos salidas: las dos miran las mismas capas ocultas, y `keras.Model` recibe las salidas en un
# diccionario.
#
# ### Paso 1 · Ejercicio 8.5.5
#
# Completa `dos_salidas(neuronas)`: como la ancha y profunda (entrada de 8, dos densas con ReLU), con dos salidas, `"precio"` y `"tope"`. El precio sale de la entrada
# y la segunda oculta, juntas; el tope, una probabilidad, sale **solo** de la segunda oculta. Devuelve
# `keras.Model(entrada, {"precio": …, "tope": …})`.

# %% [markdown] tags=["docente"]
# **{{minutos}}**, con los errores frecuentes. Con pesos 1 y 1, ¿manda igual cada pérdida? Que miren sus tamaños. La
# pregunta abierta: ¿por qué podría ayudar al precio aprender otra cosa? ¿Y por qué no?

# %% tags=["ejercicio"]
def dos_salidas(neuronas):
    entrada = keras.Input((8,))
    h = deep(entrada, neuronas)
    juntos = keras.layers.Concatenate()([entrada, h])
    # >>> return ...
    return keras.Model(entrada, {
        "precio": keras.layers.Dense(1)(juntos),
        "tope": keras.layers.Dense(1, activation="sigmoid")(h)})
    # <<<

# %%
check("8.5.5", dos_salidas)

# %% [markdown] presenta="loss_weights"
# ### Paso 2 · Entrenarla
#
# Cada salida tiene su pérdida, y `fit` baja una sola: la suma, cada una con su peso (`loss_weights`). La nuestra da al
# tope la mitad.

# %%
def make_both():
    entry = keras.Input((8,), name="entrada")
    hidden = deep(entry)
    both = keras.layers.Concatenate(name="juntar")([entry, hidden])
    capped = keras.layers.Dense(1, activation="sigmoid", name="tope")
    return keras.Model(entry, {
        "precio": keras.layers.Dense(1, name="precio")(both),
        "tope": capped(hidden)})

def targets(y):
    return {"precio": y, "tope": (y == y_train.max()).astype("float32")}

LOSSES = {"loss": {"precio": "mse", "tope": "binary_crossentropy"},
          "loss_weights": {"precio": 1.0, "tope": 0.5}}
draw(make_both(), "Dos salidas")

# %%
set_seed(42)
model = make_both()
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "casas.keras"
    saver = keras.callbacks.ModelCheckpoint(
        path, monitor="val_loss", save_best_only=True)
    history = fit(model, x_train, targets(y_train), epochs=12, **LOSSES,
                  callbacks=[saver],
                  validation_data=(x_valid, targets(y_valid)))
    delivered = keras.models.load_model(path)

# %%
price, capped, total = (
    history.history[name][-1]
    for name in ("val_precio_loss", "val_tope_loss", "val_loss"))
print(f"precio ≈ {price:.3f}   tope ≈ {capped:.3f}   juntas ≈ {total:.3f}")
print("¿Es precio + 0.5 · tope?",
      bool(abs(price + 0.5 * capped - total) < 0.001))

# %% [markdown] presenta="salida auxiliar"
# ### ★ Ampliación · Paso 3 · ¿Ayuda al precio aprender también el tope?
#
# Se dice que una **salida auxiliar** obliga a lo hondo a aprender algo útil. **Predice:** ¿bajará el error del precio?

# %%
aux_errors = []
for seed in range(8):
    set_seed(seed)
    model = make_both()
    fit(model, x_train, targets(y_train), **LOSSES)
    price = keras.Model(model.inputs[0], model.output["precio"])
    aux_errors.append(rmse(price, x_valid, y_valid))
duel("con tope menos sin él", np.array(aux_errors), wide_errors)
print("¿La diferencia media es de menos de 2 mil $?",
      bool(abs(np.mean(aux_errors - wide_errors)) < 2))

# %% [markdown]
# **Qué observas.** Otra diferencia pequeña. La segunda respuesta sale gratis, y eso ya es bastante: una red en lugar de dos.
#
# ### Paso 4 · El examen
#
# Se abre una vez, con la red del archivo. (Es el mismo examen que en {{casas_con_una_red}}; aquí no ha elegido nada.) El tope se
# juzga como los fraudes, por cómo ordena: la precisión media, contra la fracción de topados, que es lo que se saca al azar.

# %% tags=["resultado"]
guess = delivered.predict(x_exam, batch_size=4000, verbose=0)
capped = targets(y_exam)["tope"]
ap = average_precision_score(capped, guess["tope"].ravel())
miss = guess["precio"].ravel() - y_exam
print(f"al azar: precisión media ≈ {capped.mean():.3f}")
print("¿La red, más de diez veces eso?", bool(ap > 10 * capped.mean()))
print(f"precio: RMSE ≈ {100 * np.sqrt(np.mean(miss**2)):.1f} mil $   "
      f"tope: precisión media ≈ {ap:.3f}")

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** En la API funcional, ¿qué hace `keras.layers.Dense(30)(entrada)`?
#
# - a) Entrena la capa con los datos de `entrada`.
# - b) Fabrica una capa y la llama con un tensor; devuelve otro, que solo sabe su forma.
# - c) Calcula 30 números para cada fila de datos.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("8.5.A1", respuesta_1)

# %% [markdown]
# **A2.** La red de dos entradas acertaba menos que la ancha. ¿Por qué?
#
# - a) Porque recibía menos columnas.
# - b) Porque tenía dos entradas, y eso es más difícil de entrenar.
# - c) Porque su forma impide que los ingresos se mezclen con el lugar.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "c"
# <<<
check("8.5.A2", respuesta_2)

# %% [markdown]
# **A3.** Tu red tiene tres ramas y un camino fijo. ¿Cómo la escribes?
#
# - a) Con la API funcional: comprueba las formas al escribirla, y se deja dibujar y guardar.
# - b) Con una clase, que puede con todo.
# - c) Con `keras.Sequential`, una rama detrás de otra.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("8.5.A3", respuesta_3)

# %% [markdown]
# **A4.** Alguien te manda un archivo `.weights.h5` y nada más. ¿Puedes usar su red?
#
# - a) Sí: el archivo lo lleva todo.
# - b) No, hasta que te mande el código que fabrica la misma red.
# - c) Sí, con cualquier red que tenga las mismas entradas.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "b"
# <<<
check("8.5.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Una capa se llama con un tensor y devuelve otro: con eso se escribe cualquier camino, con varias entradas y salidas.
# - La forma es una suposición: lo que no se junta antes, no se mezcla. Si ayuda o no, se mide, en parejas.
# - Una capa llamada dos veces comparte sus pesos; cada salida tiene su pérdida, y se baja la suma, con pesos.
# - Una clase puede con todo, pero no se dibuja ni avisa hasta que se ejecuta.
# - Los pesos solos piden el código de la red; un *callback* mira, guarda y para.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 10.
# - H.-T. Cheng y otros (2016), *Wide & Deep Learning for Recommender Systems*:
#   [arXiv:1606.07792](https://arxiv.org/abs/1606.07792).
# - K. He y otros (2015), *Deep Residual Learning for Image Recognition*:
#   [arXiv:1512.03385](https://arxiv.org/abs/1512.03385).
# - Keras: [la API funcional](https://keras.io/guides/functional_api/) y
#   [*callbacks* propios](https://keras.io/guides/writing_your_own_callbacks/).
