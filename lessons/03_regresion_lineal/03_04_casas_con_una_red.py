# %% [markdown]
# # 3.4 · Las casas, con una red: medir, interpretar y entregar
#
# | | |
# |---|---|
# | **Objetivos** | Escribir una red que lleva dentro su escala; compararla, pareada, con una recta y con unos árboles; decir dónde falla y en qué se fija; guardarla con el logaritmo dentro, para que reciba los datos en crudo; abrir el examen una vez y dar el error con su intervalo |
# | **Duración** | {{minutos}} |
# | **Requisitos** | La recta de los precios de casas, con su *pipeline* y la comparación pareada (lección {{precios_de_casas}}); tu primera red ({{tu_primera_red}}) y sus residuos ({{hasta_donde_se_acierta}}); Adam ({{lotes_y_optimizadores}}); el *bootstrap* ({{umbrales}}) |
# | **Datos** | California Housing: 20 640 distritos del censo de 1990 (Pace y Barry, 1997), incluidos en el curso |
# | **Práctica** | Práctica 8.4, segunda parte: precios de casas en California |

# %%
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.inspection import permutation_importance
from sklearn.linear_model import LinearRegression
from sklearn.metrics import r2_score, root_mean_squared_error
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler

from course_utils import check, hint, solution
from course_utils import LearningCurves, bootstrap_interval
from course_utils import load_california_housing, paired_difference
from course_utils import plot_predicted_vs_actual, plot_residuals
from course_utils import quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras

# %% [markdown]
# ## 1 · ¿Cuánto mejora una red?
#
# En la lección {{precios_de_casas}} repartimos los distritos **antes** de mirarlos, encontramos cuatro columnas con
# valores atípicos, a las que les pusimos logaritmo, y un tope en 500 000 dólares. La recta sirvió en casi dos de cada tres
# distritos. El examen sigue en su sobre. Esta celda rehace el reparto, el mismo, y la siguiente, la recta:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Si es otro día, que recuerden entre todos por qué se repartió antes de mirar y qué hace cada paso del
# *pipeline*. El entrenamiento tarda unos segundos. Los árboles ganan: no lo suavices. Pregunta en qué datos gana la red
# (imágenes, sonido, texto) y por qué aquí no.

# %%
houses = load_california_housing()
income_band = pd.cut(houses["MedInc"], [0, 2, 3, 4, 6, np.inf],
                     labels=False)
rest, exam = train_test_split(houses, test_size=0.2, stratify=income_band,
                              random_state=42)
train, valid = train_test_split(
    rest, test_size=0.2, stratify=income_band[rest.index], random_state=42)

FEATURES = [name for name in houses.columns if name != "MedHouseVal"]
SKEWED = ["AveRooms", "AveBedrms", "Population", "AveOccup"]  # 2 a 5
x_train, x_valid = (part[FEATURES].to_numpy("float32")
                    for part in (train, valid))
y_train, y_valid = (part["MedHouseVal"].to_numpy()
                    for part in (train, valid))
print("aprender:", x_train.shape, " comparar:", x_valid.shape, " examen:",
      exam.shape)

# %%
def log_skewed(x):
    """Copia del array con el logaritmo de las cuatro columnas
    aplastadas."""
    return np.column_stack([x[:, :2], np.log(x[:, 2:6]), x[:, 6:]])

line = make_pipeline(FunctionTransformer(log_skewed), StandardScaler(),
                     LinearRegression())
line_valid = line.fit(x_train, y_train).predict(x_valid)
print(f"la recta: R² ≈ {r2_score(y_valid, line_valid):.3f}")

# %% [markdown] presenta="keras.layers.Normalization, .adapt"
# Una red con capas ocultas puede doblar la recta: aprender que «al oeste» encarece en unas latitudes y en otras
# no. Usaremos dos capas ocultas. El escalado lo metemos **dentro** de la red, con una capa `Normalization`:
# `adapt` le enseña la media y la desviación de cada columna, y a partir de ahí viajan con ella.
#
# ### Ejercicio 3.4.1
#
# Escribe `crear_red(entradas, neuronas)`: devuelve una red con una entrada de 8 números, una capa `Normalization`
# **adaptada** a `entradas`, dos capas densas de `neuronas` neuronas con ReLU y la salida de siempre: una neurona sin
# activación. No hace falta compilarla.

# %% tags=["ejercicio"]
def crear_red(entradas, neuronas):
    # >>> return ...
    escala = keras.layers.Normalization()
    escala.adapt(entradas)
    return keras.Sequential([
        keras.Input((8,)),
        escala,
        keras.layers.Dense(neuronas, activation="relu"),
        keras.layers.Dense(neuronas, activation="relu"),
        keras.layers.Dense(1),
    ])
    # <<<

# %%
check("3.4.1", crear_red)

# %% [markdown] presenta="keras.optimizers.schedules.CosineDecay"
# Esta es la nuestra, con 64 neuronas en cada capa oculta. En vez de SGD usaremos **Adam** (lección
# {{lotes_y_optimizadores}}), que ajusta el paso de cada peso por su cuenta, con una tasa que baja hasta cero
# (`CosineDecay`): pasos largos al principio, cortos al final, para no acabar rebotando como en la lección
# {{hasta_donde_se_acierta}}. Hay que decirle cuántos pasos habrá: los lotes de una época, por 30 épocas. De momento, el
# logaritmo se lo damos hecho.
#
# **Predice:** ¿qué R² logrará en validación? Mira antes en cuánto se quedó la recta.

# %%
z_train, z_valid = log_skewed(x_train), log_skewed(x_valid)  # con logaritmo
normalize = keras.layers.Normalization()
normalize.adapt(z_train)  # solo con el entrenamiento

set_seed(42)
core = keras.Sequential([
    keras.Input((8,)),
    normalize,
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(64, activation="relu"),
    # un precio: sin activación, como en la lección 3.1
    keras.layers.Dense(1),
])

# %%
steps = 30 * int(np.ceil(len(z_train) / 256))
rate = keras.optimizers.schedules.CosineDecay(0.005, steps)
core.compile(optimizer=keras.optimizers.Adam(rate), loss="mse")
history = core.fit(x=z_train, y=y_train, batch_size=256, epochs=30,
                   verbose=0,
                   validation_data=(z_valid, y_valid),
                   callbacks=[LearningCurves()])

# %% [markdown] presenta="gradient boosting"
# > **Lo que oirás por ahí: «una red profunda gana a todo lo demás».** Llamemos a un rival: árboles de decisión
# > (lección {{cuatro_paradigmas}}) que se suman uno tras otro, y cada uno corrige lo que dejaron mal los anteriores (*gradient
# > boosting*). Viene con scikit-learn, no necesita escalar y funciona con las columnas originales, porque un árbol
# > solo pregunta «¿mayor o menor que…?».
#
# **Predice:** ¿quién ganará?

# %% presenta="sklearn.ensemble.HistGradientBoostingRegressor"
def predict(model, x):
    """Lo que dice una red, en una fila de números y no en una columna."""
    return model.predict(x, batch_size=1000, verbose=0).ravel()

def useful_share(real, predicted):
    """Fracción de distritos con un error de menos de 50 000 $."""
    return (np.abs(real - predicted) < 0.5).mean()

net_valid = predict(core, z_valid)
trees = HistGradientBoostingRegressor(random_state=42).fit(x_train, y_train)
trees_valid = trees.predict(x_valid)

# %%
for name, guess in (("recta", line_valid), ("red", net_valid),
                    ("árboles", trees_valid)):
    print(f"{name:<8} R² ≈ {r2_score(y_valid, guess):.3f}   sirve en "
          f"≈ {100 * useful_share(y_valid, guess):.0f} de cada 100")

def compare(first, second, real):
    """Cuánto cambia el RMSE al pasar del segundo modelo al primero."""
    gain = paired_difference(root_mean_squared_error, real, first, second)
    print(f"  ≈ {100 * gain.value:+.1f} mil $, "
          f"de ≈ {100 * gain.low:+.1f} a ≈ {100 * gain.high:+.1f}")
    return gain

net_gain = compare(net_valid, line_valid, y_valid)
trees_gain = compare(trees_valid, net_valid, y_valid)
print("La red frente a la recta, ¿todo el intervalo bajo 0?",
      bool(net_gain.high < 0))
print("¿Y los árboles frente a la red?", bool(trees_gain.high < 0))

# %% [markdown]
# **Qué observas.** La red deja muy atrás a la recta, y los árboles ganan a la red, sin ajustar nada; las dos diferencias
# pareadas quedan enteras bajo 0: no parece suerte de estos distritos. En **tablas** como esta, con columnas que ya significan
# algo, es lo habitual (Grinsztajn y otros lo midieron en decenas de tablas; la cita, al final): pruébalos
# siempre. Las redes ganan donde hay que inventar las características, como en las imágenes
# del módulo {{modulo:fashion_mnist}}. Seguimos con la red, que es lo que estamos aprendiendo; pero ya sabes a quién
# llamarías.
#
# ## 2 · ¿Dónde se equivoca?
#
# Un solo número, R², no dice **dónde**. Los residuos (real menos predicho), sí.
#
# **Predice:** ¿qué verás a la derecha del todo, donde está el tope?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Ante los residuos, que digan qué harían con los distritos topados: quitarlos, buscar el dato o avisar a
# quien usa el modelo. Las tres se defienden.

# %%
fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3.6))
plot_predicted_vs_actual(y_valid * 100, net_valid * 100,
                         unit="miles de $", ax=left)
plot_residuals(y_valid * 100, net_valid * 100, unit="miles de $", ax=right)
right.set(ylim=(-400, 650))  # arriba, sitio para la leyenda
fig.tight_layout()

at_cap = y_valid == y_train.max()
cap_mae, other_mae = (np.abs(y_valid - net_valid)[group].mean()
                      for group in (at_cap, ~at_cap))
print(f"error medio: topados ≈ {100 * cap_mae:.0f} mil $   "
      f"los demás ≈ {100 * other_mae:.0f} mil $")
print("¿Más de 1.5 veces en los topados?", bool(cap_mae > 1.5 * other_mae))
print("A los topados, ¿les predice de menos por término medio?",
      bool((y_valid - net_valid)[at_cap].mean() > 0.3))

# %% [markdown] presenta="numpy.interp, numpy.cos, numpy.radians"
# **Qué observas.** La nube se ha pegado a la diagonal. Los residuos dibujan un borde recto, inclinado, arriba a la
# derecha: son los topados. Su precio real es siempre el mismo, 500, así que su residuo, 500 menos lo predicho, cae
# en línea. Por encima de esa línea no puede haber nadie. En ellos falla más que en los demás y, de media, se queda
# corto: era de esperar.
#
# ### ★ Ampliación · ¿En la costa o en el interior?
#
# **Predice:** además de en los topados, ¿se equivocará más en la costa o en el interior? (Para saber
# quién está en la costa, `np.interp` lee en una línea de puntos su longitud a cada latitud; `np.cos` y
# `np.radians` ayudan a pasar los grados a kilómetros.)

# %%
# La costa, a grandes rasgos: su longitud en cada latitud, de sur a norte.
coast_latitude = [32.5, 33.6, 34.0, 34.4, 34.5, 35.6, 36.6, 37.5, 38.0,
                  39.0, 40.4, 41.8]
coast_longitude = [-117.1, -117.9, -118.6, -119.6, -120.5, -121.1, -121.9,
                   -122.5, -123.0, -123.7, -124.4, -124.2]
latitude, longitude = x_valid[:, 6], x_valid[:, 7]
degrees = longitude - np.interp(latitude, coast_latitude, coast_longitude)
# km: un grado de meridiano son 111
near_sea = degrees * 111 * np.cos(np.radians(latitude)) < 30

# %%
capped = y_valid == y_train.max()
error = np.abs(y_valid - net_valid)
coast, inland = near_sea & ~capped, ~near_sea & ~capped  # sin los topados

for name, group in (("costa", coast), ("interior", inland)):
    print(f"{name:<9} {group.sum():4d} distritos   "
          f"error medio ≈ {100 * error[group].mean():.0f} mil $   "
          f"típico ≈ {np.median(100 * error[group] / y_valid[group]):.1f} "
          "% del precio")

coast_percent, inland_percent = (
    np.median(100 * error[group] / y_valid[group])
                                 for group in (coast, inland))
print("En dólares, ¿la costa más de 1.2 veces el interior?",
      bool(error[coast].mean() > 1.2 * error[inland].mean()))
print("En porcentaje, ¿se llevan menos de 3 puntos?",
      bool(abs(coast_percent - inland_percent) < 3))

# %% [markdown] presenta="importancia por permutación"
# **Qué observas.** En la costa se equivoca en más dólares. Pero allí las casas también son más caras, y en porcentaje
# casi empatan. Que un modelo sea «peor en la costa» depende de cómo lo midas. (Con los topados, el porcentaje ni se puede
# calcular: no sabemos su precio.) A la oficina, que contaba dólares, hay que avisarla.
#
# ## 3 · ¿En qué se fija?
#
# La red tiene miles de pesos: leerlos no dice nada. Una idea mejor es estropear una columna a propósito. Si se
# **barajan** sus valores, cada distrito recibe el de otro: la columna conserva su forma, pero ya no informa. Cuanto más
# caiga R², más dependía el modelo de ella. Es la **importancia por permutación** (*permutation importance*).
#
# ### Ejercicio 3.4.2
#
# Escribe `caida_de_r2(predecir, x, y, columna, rng)`: `predecir` es una función que recibe un array de entradas y
# devuelve las predicciones; `columna`, la posición de la columna que hay que barajar con `rng.permutation(…)`.
# Devuelve el R² de antes **menos** el de después, sin modificar `x`. Puedes usar `r2_score`, que recibe primero
# los precios reales.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La caída mayor que 1 descoloca: recuerda que R² puede ser negativo (lección {{metricas}}). Cierra con el
# párrafo de las personas: dos minutos de debate valen más que otra métrica.

# %% tags=["ejercicio"]
def caida_de_r2(predecir, x, y, columna, rng):
    # >>> return ...
    barajada = x.copy()
    barajada[:, columna] = rng.permutation(barajada[:, columna])
    return r2_score(y, predecir(x)) - r2_score(y, predecir(barajada))
    # <<<

# %%
check("3.4.2", caida_de_r2)

# %% [markdown] presenta=".importances_mean"
# La biblioteca hace lo mismo, varias veces por columna, con cualquier modelo de scikit-learn. Comparemos en qué se
# fijan la recta (con la biblioteca: la media de las veces está en `importances_mean`) y la red (a mano).
#
# **Predice:** ¿qué columna será la más importante para cada una?

# %% presenta="sklearn.inspection.permutation_importance"
by_library = permutation_importance(line, x_valid, y_valid, n_repeats=5,
                                    random_state=42)
line_drops = by_library.importances_mean

def drop(model_says, columns, rng):
    """Lo que cae el R² al barajar juntas unas columnas:
    cada distrito recibe las de otro."""
    shuffled = x_valid.copy()
    shuffled[:, columns] = rng.permutation(shuffled[:, columns])
    return (r2_score(y_valid, model_says(x_valid))
            - r2_score(y_valid, model_says(shuffled)))

def net_says(x):
    return predict(core, log_skewed(x))

rng = np.random.default_rng(42)
net_drops = [drop(net_says, [k], rng) for k in range(8)]

# %%
place = np.arange(8)
fig, ax = plt.subplots(figsize=(7, 3.6))
ax.barh(place - 0.2, net_drops, height=0.4, color="#0072B2", label="red")
ax.barh(place + 0.2, line_drops, height=0.4, color="#D55E00", hatch="//",
        label="recta")
ax.set(title="Cuánto se pierde al barajar cada columna",
       xlabel="Caída de R²", yticks=place, yticklabels=FEATURES)
ax.invert_yaxis()
ax.legend()
fig.tight_layout()

# %%
top = {FEATURES[k] for k in np.argsort(net_drops)[-2:]}
print("¿Las dos mayores de la red son las del mapa?",
      top == {"Latitude", "Longitude"})
print("¿Y la mayor de la recta, la latitud?",
      FEATURES[int(np.argmax(line_drops))] == "Latitude")
print("¿Pesa el ingreso más en la recta que en la red?",
      bool(line_drops[0] > net_drops[0] + 0.2))
print("¿Pasa alguna barra de 1?", bool(max(*line_drops, *net_drops) > 1))
print("¿Cuenta algo la población (más de 0.05)?",
      bool(max(net_drops[4], line_drops[4]) > 0.05))

# %% [markdown]
# **Qué observas.** Los dos modelos ponen delante la **situación**. El ingreso pesa bastante más en la recta que en la
# red: mismos datos, respuestas distintas. La importancia es **del modelo**, no del mundo. Y hay algo raro: alguna barra
# pasa de 1, que es más R² del que había para perder.
#
# Latitud y longitud **van juntas** (California es una diagonal). Al barajar una sola salen distritos en mitad del mar,
# sitios que el modelo nunca vio; lo que dice allí es peor que responder la media.
#
# **Predice:** ¿y si se barajan las dos a la vez, para que cada distrito reciba el sitio de otro, entero?

# %%
print("correlación entre latitud y longitud: "
      f"{train['Latitude'].corr(train['Longitude']):.2f}")
for name, model_says in (("recta", line.predict), ("red", net_says)):
    rng = np.random.default_rng(42)
    site = np.mean([drop(model_says, [6, 7], rng) for _ in range(5)])
    income = np.mean([drop(model_says, [0], rng) for _ in range(5)])
    print(f"{name:<6} sitio ≈ {site:.2f}   ingreso ≈ {income:.2f}")
    print("   ¿Gana ahora el ingreso?", bool(income > site))

# %% [markdown]
# **Qué observas.** El orden se da la vuelta: lo que más le cuesta perder a cualquiera de los dos es el ingreso. El primer
# puesto del mapa lo inflaban los distritos imposibles. Antes de leer una importancia, mira qué columnas van juntas y
# barájalas juntas.
#
# ## 4 · ¿Cómo se entrega?
#
# Un archivo `.keras` guarda las capas, los pesos y también lo que aprendió `Normalization`.
#
# **Predice:** al abrirlo de nuevo, ¿dará los mismos precios, o casi los mismos? ¿Y si quien lo abre no sabe que hacía
# falta el logaritmo?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que alguien haga de «quien abre el archivo»: solo tiene el `.keras` y los datos del censo. Es la avería
# más silenciosa de un modelo en producción. En el lote de un distrito, la trampa es el orden de las claves.

# %% presenta=".save, keras.models.load_model"
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "casas.keras"
    core.save(path)
    restored = keras.models.load_model(path)

print("Con logaritmo, ¿los mismos, hasta la última cifra?",
      np.array_equal(predict(restored, z_valid), net_valid))
forgotten = predict(restored, x_valid)  # los datos como vienen del censo
print("Sin él, lo típico que dice: "
      f"≈ {np.median(forgotten) / 10:.0f} millones de $")
print("¿Más de diez veces el precio más alto?",
      bool(np.median(forgotten) > 10 * y_train.max()))

# %% [markdown] presenta="keras.Model, keras.ops.concatenate, keras.ops.log"
# **Qué observas.** Con el logaritmo, idénticos. Sin él, un disparate, y ningún error, ningún aviso. El logaritmo vive en
# nuestra función `log_skewed`, en este cuaderno: **no viaja** en el archivo.
#
# El remedio es el de la recta: que el paso vaya **dentro**. Una red también se puede escribir como una cuenta: se parte
# de una entrada, `keras.Input`, se le aplican pasos, uno detrás de otro, y `keras.Model` se queda con el camino
# entero, de la entrada a la salida. Los pasos pueden ser capas, **otra red**, o funciones hechas con `keras.ops`, que es como NumPy
# (`concatenate` junta columnas). Un ejemplo, que solo pone logaritmos:

# %%
def with_logs(x):
    """Lo mismo que `log_skewed`, con operaciones de Keras:
    así puede ir dentro de una red."""
    return keras.ops.concatenate([x[:, :2], keras.ops.log(x[:, 2:6]),
                                  x[:, 6:]], axis=1)

entry = keras.Input((8,))
only_logs = keras.Model(entry, with_logs(entry))
print("¿Lo mismo que log_skewed?",
      np.allclose(only_logs.predict(x_valid, verbose=0), z_valid,
                  atol=1e-4))

# %% [markdown]
# ### Ejercicio 3.4.3
#
# Escribe `empaquetar(red)`: recibe una red que espera las ocho columnas **con** logaritmo, y devuelve un `keras.Model` que
# las recibe **en crudo**: les pone el logaritmo con `with_logs` y se las pasa a `red`.

# %% tags=["ejercicio"]
def empaquetar(red):
    # >>> return ...
    entrada = keras.Input((8,))
    return keras.Model(entrada, red(with_logs(entrada)))
    # <<<

# %%
check("3.4.3", empaquetar)

# %%
entry = keras.Input((8,))
# la que se entrega: no se entrena otra vez
model = keras.Model(entry, core(with_logs(entry)))

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "casas.keras"
    model.save(path)
    delivered = keras.models.load_model(path)

# con los datos como vienen del censo
raw_valid = predict(delivered, x_valid)
print("¿Lo mismo que antes de guardarla?",
      np.array_equal(raw_valid, predict(model, x_valid)))
print("¿Y que la red con el logaritmo hecho, a menos de 100 $?",
      bool(np.abs(raw_valid - net_valid).max() < 0.001))

# %% [markdown]
# **Qué observas.** La abre otra persona, le da los datos del censo tal cual, y acierta lo mismo. (No hasta la
# última cifra: NumPy y Keras redondean el logaritmo cada uno a su manera. La recta de scikit-learn
# se suele guardar con *pickle*, que tiene un peligro: abrir un archivo ajeno de esos puede ejecutar cualquier código en
# tu computadora. Aquí no se usa.)
#
# ### ¿Y la misma casa, en otro sitio?
#
# Un distrito inventado, con la misma gente y las mismas casas, en San Francisco y en Fresno, en el valle del interior.
# (Los dos asteriscos vuelcan el diccionario en otro; lo que va detrás sustituye esos dos valores.)

# %%
district = {"MedInc": 4.0, "HouseAge": 30, "AveRooms": 5.0,
            "AveBedrms": 1.05, "Population": 1200,
            "AveOccup": 2.6, "Latitude": 37.77, "Longitude": -122.42}
twins = pd.DataFrame(
    [district, {**district, "Latitude": 36.75, "Longitude": -119.77}])

in_city, in_valley = predict(delivered,
                             twins[FEATURES].to_numpy("float32")) * 100
print(f"San Francisco ≈ {in_city:.0f} mil $   "
      f"Fresno ≈ {in_valley:.0f} mil $")
print("¿Al menos la mitad más en San Francisco?",
      bool(in_city > 1.5 * in_valley))

# %% [markdown]
# **Qué observas.** Solo cambia el lugar, y el precio se dispara. Eso es útil, y es delicado. Estos números son de
# **1990**: hoy no tasan ninguna casa, y ni los dólares son los mismos. Y detrás de cada fila hay, de media, más de mil
# personas: si con un modelo así se decidieran créditos o seguros, juzgaría a cada quien por su barrio, y devolvería al
# futuro las desigualdades del censo con el que aprendió. No basta con que acierte: hay que preguntar **para qué** se
# usa, y quién paga cuando falla.
#
# ### ★ Ampliación · Ejercicio 3.4.4
#
# Llega un formulario con un distrito nuevo, y no trae las columnas en nuestro orden. Guarda en `lote_de_uno` un array de
# forma `(1, 8)` listo para `delivered.predict`: las columnas en el orden de `FEATURES`, en crudo.

# %% tags=["ejercicio"]
distrito = {"Latitude": 34.05, "Longitude": -118.24, "Population": 900,
            "AveOccup": 3.0,
            "MedInc": 3.2, "HouseAge": 40, "AveRooms": 4.5,
            "AveBedrms": 1.1}
# >>> lote_de_uno = ...
lote_de_uno = pd.DataFrame([distrito])[FEATURES].to_numpy()
# <<<

# %%
check("3.4.4", lote_de_uno)

# %% [markdown]
# ## Errores frecuentes
#
# **1. Pasar un distrito sin el eje del lote.**

# %%
try:
    delivered.predict(x_valid[0], verbose=0)
except Exception as error_found:
    print("Falla con", type(error_found).__name__, "porque la forma es",
          x_valid[0].shape)

print("Arreglado:", delivered.predict(x_valid[:1], verbose=0).shape)

# %% [markdown]
# **2. Poner `Normalization` y olvidar `adapt`.** La capa no se queja: deja pasar los números tal cual.

# %%
forgetful, careful = (keras.layers.Normalization(),
                      keras.layers.Normalization())
careful.adapt(z_train)

for name, layer in (("sin adapt", forgetful), ("con adapt", careful)):
    small = keras.Sequential([keras.Input((8,)), layer])
    means = small(z_train).numpy().mean(axis=0)
    print(f"{name}: la columna que más se aleja de 0 tiene media "
          f"{abs(means).max():.1f}")

# %% [markdown]
# ## Práctica: tu modelo, y el sobre del examen
#
# ### ★ Ampliación · Paso 1 · Ejercicio 3.4.5
#
# Entrena con `z_train` e `y_train` una red tuya y guárdala empaquetada en `modelo_casas`: un `keras.Model` que recibe las
# ocho columnas **en crudo**. Tiene que lograr en **validación** un R² de **0.77** o más; lo mide `check`, y puedes llamarlo
# las veces que quieras, porque el examen sigue cerrado. Puedes usar `crear_red` y `empaquetar`.

# %% [markdown] tags=["docente"]
# **{{minutos}}**, con los errores frecuentes y la autoevaluación. Quien termine antes, que busque un plan mejor **con
# validación** (más neuronas, tres capas, más épocas) y lo apunte. Pregunta por qué `check` usa la validación y no el examen.

# %% tags=["ejercicio"]
# >>> modelo_casas = ...
set_seed(42)
red_casas = crear_red(z_train, 64)
pasos = 30 * int(np.ceil(len(z_train) / 256))
tasa = keras.optimizers.schedules.CosineDecay(0.005, pasos)
red_casas.compile(optimizer=keras.optimizers.Adam(tasa), loss="mse")
historial = red_casas.fit(z_train, y_train, batch_size=256, epochs=30,
                          verbose=0)
modelo_casas = empaquetar(red_casas)
# <<<

# %%
check("3.4.5", modelo_casas)

# %% [markdown]
# ### Paso 2 · Ejercicio 3.4.6
#
# El examen son 4128 distritos, y con otros 4128 saldría otro número. ¿Cuánto se movería? Como en {{umbrales}}: se sacan
# muestras **con repetición** y se vuelve a medir.
#
# Escribe `intervalo_rmse(reales, predichos, repeticiones, semilla)`: devuelve `bajo, alto`, los cuantiles 0.025 y 0.975 del
# RMSE en tantas muestras como diga `repeticiones`, cada una de tantos distritos como hay. El azar se crea una vez,
# `azar = np.random.default_rng(semilla)`, y cada muestra de los errores al **cuadrado** sale de `azar.choice(…)`; su RMSE
# es la raíz de la media.

# %% tags=["ejercicio"]
def intervalo_rmse(reales, predichos, repeticiones, semilla):
    # >>> return ...
    azar = np.random.default_rng(semilla)
    cuadrados = (reales - predichos) ** 2
    notas = [np.sqrt(azar.choice(cuadrados, size=len(cuadrados)).mean())
             for _ in range(repeticiones)]
    bajo, alto = np.quantile(notas, [0.025, 0.975])
    return bajo, alto
    # <<<

# %%
check("3.4.6", intervalo_rmse)

# %% [markdown]
# ### Paso 3 · Se abre el sobre
#
# Todo está decidido. Los modelos de la lección hacen el examen, **una** vez; nadie cambia ya nada. El intervalo lo da
# `bootstrap_interval`, que hace lo mismo que tu función con cualquier métrica.
#
# **Predice:** ¿de cuántos miles de dólares será el intervalo del RMSE de la red?

# %%
x_test, y_test = (exam[FEATURES].to_numpy("float32"),
                  exam["MedHouseVal"].to_numpy())
answers = {
    "siempre la mediana": np.full(len(y_test), np.median(y_train)),
    "recta": line.predict(x_test),
    "red": predict(delivered, x_test),
    "árboles": trees.predict(x_test),
}

def rmse_interval(real, guess):
    """Entre qué valores se mueve el RMSE con otros distritos."""
    return bootstrap_interval(root_mean_squared_error, real, guess)

# %%
for name, guess in answers.items():
    rmse, (low, high) = (root_mean_squared_error(y_test, guess),
                         rmse_interval(y_test, guess))
    print(f"{name:<19} RMSE ≈ {100 * rmse:.1f} mil $, "
          f"de ≈ {100 * low:.1f} a ≈ {100 * high:.1f}   "
          f"R² ≈ {r2_score(y_test, guess):.3f}   "
          f"sirve en ≈ {100 * useful_share(y_test, guess):.0f} de cada 100")

# %% tags=["resultado"]
print("red frente a recta:")
net_gain = compare(answers["red"], answers["recta"], y_test)
print("árboles frente a red:")
trees_gain = compare(answers["árboles"], answers["red"], y_test)
low, high = rmse_interval(y_test, answers["red"])
print("¿Las dos diferencias, enteras bajo 0?",
      bool(net_gain.high < 0 and trees_gain.high < 0))
print("¿Mide el intervalo de la red menos de 8 mil $?",
      bool(100 * (high - low) < 8))
print("¿La mediana sirve en menos de 40 de cada 100, y la red en más de "
      "70?", bool(useful_share(y_test, answers["siempre la mediana"]) < 0.4
           and useful_share(y_test, answers["red"]) > 0.7))
print(f"La red en el examen: R² ≈ {r2_score(y_test, answers['red']):.3f}")

# %% [markdown]
# **Qué observas.** El orden es el que anunciaba la validación: con ella decidimos pocas cosas, y por eso no nos engañó. Los
# intervalos son estrechos porque el examen es grande, y las comparaciones, pareadas, no dejan duda. Responder siempre la
# mediana le servía a la oficina en menos de 40 distritos de cada 100; la red le sirve en más de 70. ¿Es bastante? Eso lo
# dice la oficina, no R².
#
# El intervalo tiene una letra pequeña: supone que los distritos que vengan se parecen a estos, de California y de 1990.
#
# ### ★ Ampliación · Lo que oirás por ahí: «la regresión lineal saca 0.576 en California»
#
# Lo verás en muchos cuadernos, con sus tres decimales. Es un solo reparto, el de `random_state=42` sin estratificar. ¿Y
# con otros? (El sobre ya está abierto: aquí no se elige nada.)

# %%
r2_by_seed = {}
for seed in [42, *range(10)]:
    a, b = train_test_split(houses, test_size=0.2, random_state=seed)
    plain = LinearRegression().fit(a[FEATURES], a["MedHouseVal"])
    r2_by_seed[seed] = plain.score(b[FEATURES], b["MedHouseVal"])

print(f"reparto 42: R² ≈ {r2_by_seed[42]:.3f}")
print(f"los once:   de ≈ {min(r2_by_seed.values()):.3f} a ≈ "
      f"{max(r2_by_seed.values()):.3f}")
print("¿Se mueve más de 0.02 solo por el reparto?",
      bool(max(r2_by_seed.values()) - min(r2_by_seed.values()) > 0.02))

# %% [markdown]
# **Qué observas.** El mismo modelo, los mismos datos, y el resultado baila varias centésimas según quién caiga en el
# examen. Aquel número es verdad, pero es de los más bajos. Comparar dos modelos por una milésima, cada uno con su
# reparto, es comparar suertes: por eso se compara pareado, o con **validación cruzada** (*cross-validation*).
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Al barajar `Population`, el R² de la red casi no cambia. ¿Qué se puede afirmar?
#
# - a) Que la población no influye en el precio de las casas.
# - b) Que **este** modelo, con estas columnas, casi no la usa.
# - c) Que la columna tiene valores equivocados.
# - d) Que el modelo no la recibió.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("3.4.A1", respuesta_1)

# %% [markdown]
# **A2.** Un compañero abre tu archivo `.keras`, le da los datos del censo y todas las casas valen muchos millones. En tu
# cuaderno acertaba. ¿Qué es lo más probable?
#
# - a) Que el archivo perdió los pesos al guardarse.
# - b) Que sus casas valen eso.
# - c) Que hay que volver a entrenar en su computadora.
# - d) Que un paso de la preparación se quedó fuera del archivo.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "d"
# <<<
check("3.4.A2", respuesta_2)

# %% [markdown]
# **A3.** Supón que alguien entrena veinte redes, las mide todas con el examen y entrega la mejor, con esa nota. ¿Qué pasa
# con la nota?
#
# - a) Es optimista: se ha quedado con la que tuvo más suerte en ese examen.
# - b) Es la buena: el examen no entró en el entrenamiento.
# - c) Es pesimista: la media de las veinte sería más alta.
# - d) No significa nada si no se estratificó.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("3.4.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - La red supera a la recta, y en tablas unos árboles pueden superar a la red: se mide, pareado.
# - R² no dice dónde falla un modelo; los residuos y los grupos, sí.
# - La importancia es del modelo, y las columnas que van juntas se barajan juntas.
# - Escala y logaritmo, dentro del archivo: quien lo abra dará los datos en crudo.
# - El examen se abre una vez, y el error se da con su intervalo.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulos 2 y 10.
# - B. Efron y R. Tibshirani, *An Introduction to the Bootstrap* (1993), capítulo 13.
# - L. Grinsztajn, E. Oyallon y G. Varoquaux (2022), *Why do tree-based models still outperform deep learning on
#   typical tabular data?*: [arXiv:2207.08815](https://arxiv.org/abs/2207.08815).
# - scikit-learn: [importancia por permutación](https://scikit-learn.org/stable/modules/permutation_importance.html).
# - Keras: [la capa Normalization](https://keras.io/api/layers/preprocessing_layers/numerical/normalization/) y
#   [redes como cuentas (API funcional)](https://keras.io/guides/functional_api/).
