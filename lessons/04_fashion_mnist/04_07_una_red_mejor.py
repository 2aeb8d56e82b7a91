# %% [markdown]
# # 4.7 · Una red mejor: decidir sin mirar el examen
#
# | | |
# |---|---|
# | **Objetivos** | Meter el escalado dentro de la red, guardarla y usarla con una imagen tal como llega; ver cuándo una red empieza a memorizar y parar a tiempo; explicar qué hace *dropout*, y programarlo; bajar la tasa de aprendizaje; decidir con validación y con varias semillas, y examinar una sola vez |
# | **Duración** | {{minutos}} |
# | **Requisitos** | La red que reconoce ropa (lección {{fashion_mnist}}) y las curvas del sobreajuste ({{sobreajuste}}) |
# | **Datos** | Fashion-MNIST: 70 000 imágenes de prendas, de Zalando (licencia MIT), incluidas en el curso |
# | **Práctica** | Práctica 8, segunda parte: una red mejor en unos segundos |

# %%
import math
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

from course_utils import check, hint, solution
from course_utils import FASHION_MNIST_CLASSES, load_fashion_mnist
from course_utils import LearningCurves, quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras

# %% [markdown]
# ## 1 · ¿Y si el escalado viajara dentro de la red?
#
# En {{fashion_mnist}} una red de 128 neuronas aprendió a reconocer ropa con la sexta parte de las imágenes. Hoy la mejoramos, y
# lo primero es quitarle un peligro: había que dividir los píxeles entre 255 antes de dárselos, también al
# usarla, y quien lo olvidaba recibía respuestas segurísimas, acertara o no. ¿Y si lo hiciera la propia red?
#
# Otra vez tres partes: 55 000 imágenes para aprender, 5000 de **validación** para decidir y la prueba, en su
# sobre. Esta vez sin escalar: cada píxel es un entero de 0 a 255, que ocupa un byte. Un decimal de 32 bits
# (`float32`), que es con lo que calcula la red, ocupa cuatro.
#
# **Predice:** ¿cuántos megabytes ocuparían esas 55 000 imágenes ya escaladas, en `float32`?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Recuerda el error «olvidar escalar al predecir»: ¿quién usará la red dentro de un año, y quién le
# dirá que divida? En un servidor con treinta personas, los megabytes que imprime la celda se multiplican por treinta.

# %%
(x_all, y_all), (x_test, y_test) = load_fashion_mnist()
x_train, x_valid = x_all[:55_000], x_all[55_000:]
y_train, y_valid = y_all[:55_000], y_all[55_000:]

megabytes = x_train.size / 1e6                   # un byte por número
print("aprender:", x_train.shape, x_train.dtype, " decidir:", x_valid.shape)
print(f"como llegan: {megabytes:.0f} MB   escaladas: "
      f"{4 * megabytes:.0f} MB")

# %% [markdown] presenta="keras.layers.Rescaling"
# La capa `Rescaling(1 / 255)` multiplica por ese número todo lo que le llega, lote a lote, y no tiene nada que
# aprender. Va la primera:

# %%
def new_network(width, more=()):
    """Red densa con el escalado dentro;
    en more van las capas que siguen a la oculta."""
    layers = [keras.Input((28, 28)), keras.layers.Rescaling(1 / 255),
              keras.layers.Flatten()]
    layers.append(keras.layers.Dense(width, activation="relu"))
    layers.extend(more)
    layers.append(keras.layers.Dense(10, activation="softmax"))
    return keras.Sequential(layers)

# %%
def train(model, epochs, rate=0.001, callbacks=(), images=55_000):
    """Entrena con las primeras images, en lotes de 256;
    devuelve lo medido en cada época."""
    model.compile(keras.optimizers.Adam(rate),
                  loss="sparse_categorical_crossentropy",
                  metrics=["accuracy"])
    history = model.fit(x_train[:images], y_train[:images], batch_size=256,
                        epochs=epochs, validation_data=(x_valid, y_valid),
                        callbacks=list(callbacks), verbose=0)
    return history.history

# %%
set_seed(42)
model = new_network(128)
measured = train(model, epochs=5)
base = measured["val_accuracy"][-1]

print("Rescaling:", model.layers[0].count_params(), "parámetros")
print(f"exactitud en validación ≈ {base:.3f}")
print("¿Supera 0.85?", base > 0.85)

# %% [markdown]
# **Qué observas.** Es la red de siempre, con datos cuatro veces más pequeños que en `float32`. Y ya nadie puede olvidarse de
# escalar: el escalado es parte del modelo. Esta es la red que hay que mejorar.
#
# ## 2 · ¿Cómo se guarda, y cómo se usa con una sola imagen?
#
# Entrenar cuesta; usar lo aprendido, no. El modelo entero (capas, pesos y optimizador) cabe en un
# archivo `.keras`, que mañana se vuelve a abrir sin entrenar otra vez.
#
# **Predice:** ¿el modelo recuperado dará exactamente las mismas probabilidades?

# %%
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "ropa.keras"
    model.save(path)
    restored = keras.models.load_model(path)

same = np.array_equal(restored.predict(x_valid[:100], verbose=0),
                      model.predict(x_valid[:100], verbose=0))
print("¿Las mismas probabilidades?", same)

# %% [markdown]
# **Qué observas.** Son las mismas hasta la última cifra, y el archivo lleva dentro el escalado: quien lo abra
# no tiene que saber que existe. (Aquí usamos una carpeta temporal para no dejar archivos sueltos; tú guarda el
# tuyo donde quieras: `model.save("ropa.keras")`.)
#
# Ahora una sola imagen. El modelo espera siempre un **lote**: aunque sea de una imagen, el primer
# eje tiene que estar.
#
# ### Ejercicio 4.7.1
#
# Prepara un lote con una sola imagen: la número 7 de `x_valid` (contando desde 0), tal como llega, sin escalar. Debe tener forma
# `(1, 28, 28)`.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La diferencia entre `x_valid[7]` y `x_valid[7:8]` vale la pena verla con `.shape` en la
# pantalla grande: es lo que más se olvida al usar un modelo fuera de la clase.

# %% tags=["ejercicio"]
# >>> lote_de_una = ...
lote_de_una = x_valid[7:8]
# <<<

# %%
check("4.7.1", lote_de_una)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("4.7.1")` da una pista (y otra, si
# insistes), y `solution("4.7.1")` muestra una solución.
#
# Con otra imagen, un bolso, y el modelo recuperado del archivo:

# %%
single = x_valid[np.newaxis, 1]
print("forma del lote:", single.shape)

answer = restored.predict(single, verbose=0)
print("forma de la respuesta:", answer.shape)
print("el modelo dice:", FASHION_MNIST_CLASSES[answer[0].argmax()],
      "| en realidad es:", FASHION_MNIST_CLASSES[y_valid[1]])

# %% [markdown]
# **Qué observas.** Entra una imagen de enteros, tal como llega, y sale su clase. La respuesta es también
# un lote: una fila, diez probabilidades.
#
# ## 3 · ¿Cuándo empieza a memorizar?
#
# Una idea para mejorar: el doble de neuronas, 256, y más épocas. Veinte.
#
# **Predice:** la pérdida de entrenamiento bajará época tras época. ¿Y la de validación?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Tapa la mitad derecha de la figura y pregunta cuándo pararían. Lo que importa es que la decisión se
# toma con la línea de validación: la de entrenamiento no avisa nunca.

# %%
set_seed(42)
wide = train(new_network(256), epochs=20)
best = int(np.argmin(wide["val_loss"]))

fig, ax = plt.subplots(figsize=(6.5, 3.4))
ax.plot(range(1, 21), wide["loss"], color="#0072B2", label="entrenamiento")
ax.plot(range(1, 21), wide["val_loss"], "--", color="#D55E00",
        label="validación")
ax.plot(best + 1, wide["val_loss"][best], "o", color="#D55E00",
        label="la mejor época")
ax.set(title="256 neuronas, veinte épocas", xlabel="Época",
       ylabel="Pérdida", xticks=range(2, 21, 2))
ax.legend()
drops = [wide[name][9] - wide[name][19] for name in ("loss", "val_loss")]
print("En las diez últimas épocas, ¿baja la de entrenamiento más del doble "
      "que la de validación?", drops[0] > 2 * drops[1])

# %% [markdown] presenta="parada temprana"
# **Qué observas.** La de entrenamiento sigue bajando; la de validación, desde la mitad, casi no se mueve. Lo que la
# red aprende desde ahí le sirve con esas 55 000 imágenes y casi nada con las demás: las está memorizando. Es el
# **sobreajuste** de {{sobreajuste}}, y su primer remedio es la **parada temprana** (*early stopping*), que en
# {{vinos}} escribiste a mano: se vigila la pérdida de validación y, si en tres épocas seguidas (`patience=3`) no mejora, se para y se recuperan los pesos de
# la mejor.

# %% presenta="keras.callbacks.EarlyStopping"
set_seed(42)
stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=3,
                                     restore_best_weights=True)
network = new_network(256)
stopped = train(network, epochs=20, callbacks=[stop])["val_loss"]
kept = network.evaluate(x_valid, y_valid, batch_size=1000, verbose=0)[0]

print(f"épocas ≈ {len(stopped)}; la mejor ≈ {min(stopped):.3f}; "
      f"la que se queda ≈ {kept:.3f}")
print("¿Se queda con la mejor, salvo 0.001?",
      abs(kept - min(stopped)) < 0.001)

# %% [markdown] presenta="dropout"
# **Qué observas.** Se queda con la mejor red de las que vio, y suele ahorrarse las últimas épocas. Pero no evita
# memorizar: solo se baja a tiempo. ¿Y si a la red le costara más aprenderse las imágenes?
#
# ## 4 · ¿Y si en cada paso faltaran neuronas al azar?
#
# Imagina un equipo en el que cada día falta gente, y nunca se sabe quién. Nadie puede depender de un solo
# compañero: todos aprenden un poco de todo. Eso es ***dropout***: en cada paso del entrenamiento apaga al azar una
# parte de las neuronas, y multiplica las demás para que la suma quede, de media, igual. Al predecir no falta
# nadie: la capa no hace nada.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que hagan la cuenta con cuatro neuronas que valen 1 y abandono 0.5: si se apagan dos, las otras dos
# valen 2, y la suma sigue siendo 4. En 4.7.2 lo que se olvida es justo eso, multiplicar las que quedan. Tres semillas
# no son una prueba, pero obligan a mirar si gana siempre la misma: pregunta qué dirían si ganara dos de tres.

# %% [markdown] presenta="keras.layers.Dropout"
# **Predice:** en Keras es una capa, `Dropout`. Si `Dropout(0.25)` recibe doce unos y está entrenando, ¿qué
# números pueden salir?

# %%
set_seed(42)
drop = keras.layers.Dropout(0.25)
print("al entrenar:",
      np.asarray(drop(np.ones((1, 12)), training=True)).round(2)[0])
print("al predecir:", np.asarray(drop(np.ones((1, 12)), training=False))[0])

# %% [markdown]
# **Qué observas.** Al entrenar, unos son 0 y los demás $1 / (1 - 0.25) \approx 1.33$. Al predecir, salen como entraron.
#
# ### Ejercicio 4.7.2
#
# Escribe `apagar(salidas, sorteo, abandono)`: recibe un array de salidas de neuronas, otro de la misma forma con
# un número al azar de 0 a 1 para cada una, y la fracción que se abandona. **Devuelve** un array nuevo: las
# neuronas cuyo número es **menor** que `abandono` valen 0, y las demás se dividen entre `1 - abandono`.

# %% tags=["ejercicio"]
def apagar(salidas, sorteo, abandono):
    # >>> return ...
    return np.where(sorteo < abandono, 0, salidas / (1 - abandono))
    # <<<

# %%
check("4.7.2", apagar)

# %% [markdown]
# ¿Sirve de algo? Con una sola prueba podría ser suerte, así que lo medimos con tres semillas, y **en parejas**: cada
# semilla pone los mismos pesos iniciales a la red sin *dropout* y a la que lo lleva. (La capa va con semilla propia para
# que sus sorteos no cambien esos pesos.) Para que no tarde, con 10 000 imágenes y el doble de tasa.
#
# **Predice:** ¿cuál acabará con menos pérdida de validación? ¿Las tres veces?

# %%
def valid_losses(seed, more=()):
    """Pérdida de validación, época a época, de la red de 256 neuronas con
    10 000 imágenes."""
    set_seed(seed)
    return train(new_network(256, more), epochs=15, rate=0.002,
                 images=10_000)["val_loss"]

pairs = []
for seed in (1, 2, 3):
    without = valid_losses(seed)
    dropped = valid_losses(seed, [keras.layers.Dropout(0.3, seed=seed)])
    pairs.append((without, dropped))
    print(f"semilla {seed}, al final: sin dropout ≈ {without[-1]:.3f}   "
          f"con ≈ {dropped[-1]:.3f}")
print("¿Acaba mejor con dropout las tres veces?",
      all(w[-1] > d[-1] for w, d in pairs))

# %%
fig, ax = plt.subplots(figsize=(6.5, 3.4))
for number, (without, dropped) in enumerate(pairs):
    names = ("sin dropout",
             "con dropout de 0.3") if number == 0 else (None, None)
    ax.plot(range(1, 16), without, "--", color="#D55E00", label=names[0])
    ax.plot(range(1, 16), dropped, color="#0072B2", label=names[1])
ax.set(title="Tres parejas de redes, con y sin dropout", xlabel="Época",
       xticks=range(1, 16, 2), ylabel="Pérdida en validación")
ax.legend()
fig.tight_layout()

# %% [markdown] presenta="math.ceil"
# **Qué observas.** Las tres veces acaba mejor con *dropout*. Sin él, la pérdida de validación se estanca; con él sigue
# bajando: memorizar le cuesta más, y le compensa aprender lo que vale para todas.
#
# ## 5 · ¿Pasos largos o pasos cortos?
#
# Queda otra pieza, la **tasa de aprendizaje** (*learning rate*): el tamaño de cada corrección. Alta, se avanza
# deprisa y se rebota al final; baja, no se llega. ¿Y si empieza alta y va bajando, para acabar afinando?
#
# ### Ejercicio 4.7.3
#
# Para que llegue a cero justo al final hay que saber cuántos **pasos** (lotes) dará el optimizador en total. Con
# `muestras` imágenes en lotes de `lote`, durante `epocas` épocas, ¿cuántos son? Cuidado: el último lote de cada
# época puede ir a medias, y también es un paso. (`math.ceil` redondea hacia arriba.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** En 4.7.3, que cuenten los lotes de una época con 10 imágenes y lotes de 4: son tres, no dos y medio.

# %% tags=["ejercicio"]
def pasos_totales(muestras, lote, epocas):
    # >>> return ...
    return math.ceil(muestras / lote) * epocas
    # <<<

# %%
check("4.7.3", pasos_totales)

# %% [markdown] presenta="decaimiento coseno"
# Así baja la tasa, con una curva que se llama **decaimiento coseno**, en seis épocas de 20 000 imágenes en lotes de
# 256 (`math.ceil(55_000 / 256)` pasos cada una):

# %%
steps = 6 * math.ceil(20_000 / 256)
schedule = keras.optimizers.schedules.CosineDecay(0.01, decay_steps=steps)
shown = range(0, steps + 1, 6)

fig, ax = plt.subplots(figsize=(6, 3))
ax.plot(shown, [float(schedule(step)) for step in shown], color="#0072B2")
ax.set(title="Pasos largos al principio, cortos al final",
       xlabel="Paso (lote)", ylabel="Tasa de aprendizaje")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Empieza en 0.01, diez veces lo que Adam usa por defecto, y termina en 0. ¿De verdad ayuda?
# Comparemos esa tasa fija con la misma tasa bajando, otra vez con tres semillas y en parejas.
#
# **Predice:** en seis épocas, ¿cuál llegará más alto? ¿Las tres veces?

# %% tags=["resultado"]
def valid_accuracy(seed, rate):
    """Exactitud en validación, con esa tasa y 20 000 imágenes."""
    set_seed(seed)
    measured = train(new_network(128), epochs=6, rate=rate, images=20_000)
    return measured["val_accuracy"][-1]

gains = []
for seed in (1, 2, 3):
    fixed = valid_accuracy(seed, 0.01)
    decaying = valid_accuracy(
        seed, keras.optimizers.schedules.CosineDecay(0.01, steps))
    gains.append(decaying - fixed)
    print(f"semilla {seed}: fija ≈ {fixed:.3f}   que baja ≈ {decaying:.3f}")
print("¿Gana la que baja las tres veces?", min(gains) > 0)

# %% [markdown]
# **Qué observas.** Gana la que baja, con las tres semillas. Con pasos largos hasta el final, los pesos siguen dando
# saltos alrededor de un buen sitio; al acortarlos, se acercan a él. Partiendo de una tasa más baja cabe
# esperar menos ventaja, porque la fija rebotaría menos; aquí no lo hemos medido.
#
# ## Errores frecuentes
#
# **1. Pasar una imagen sin el eje del lote.**

# %%
try:
    model.predict(x_valid[7], verbose=0)
except Exception as error:
    print("Falla con", type(error).__name__, "porque la forma es",
          x_valid[7].shape)

print("Arreglado:", model.predict(x_valid[7:8], verbose=0).shape)

# %% [markdown]
# **2. Escalar dos veces.** Si la red ya lleva su `Rescaling`, dividir además por fuera le deja píxeles de casi
# cero: para ella, todo es negro. No salta ningún error.

# %%
some = x_valid[:1000]
for name, images in (("dos veces", some / np.float32(255)),
                     ("una vez", some)):
    hits = (model.predict(images, verbose=0).argmax(axis=1)
            == y_valid[:1000]).mean()
    print(f"escalando {name}: acierta ≈ {hits:.2f}   ¿más de la mitad? "
          f"{bool(hits > 0.5)}")

# %% [markdown]
# **3. Contar mal los pasos.** Con `decay_steps` de una sola época, la tasa llega a cero al acabar la primera, y en
# las demás no se mueve ni un peso.

# %%
one_epoch = math.ceil(55_000 / 256)
for name, length in (("los de una época", one_epoch),
                     ("arreglado: todos", 12 * one_epoch)):
    schedule = keras.optimizers.schedules.CosineDecay(0.002,
                                                      decay_steps=length)
    rates = [float(schedule(epoch * one_epoch)) for epoch in (0, 1, 2)]
    print(f"{name}: al empezar las tres primeras épocas,",
          np.round(rates, 4))

# %% [markdown]
# ## Práctica: una red mejor en unos segundos
#
# Juntemos las piezas: el escalado dentro, una capa oculta más ancha, *dropout*, y una tasa que empieza alta y va
# bajando. Prueba lo que quieras, y decide con validación. El sobre de la prueba se abre al final, una vez.
#
# ### Paso 1 · Ejercicio 4.7.4
#
# Escribe una función que fabrique la red: una entrada de 28×28, `Rescaling(1 / 255)`, `Flatten`, una capa oculta
# de `ancho` neuronas con ReLU, una capa `Dropout(abandono)` y la salida de siempre. No hace falta compilarla.

# %% [markdown] tags=["docente"]
# **{{minutos}}** para toda la práctica, con 4.7.5 como reto abierto: apunta en la pizarra la mejor exactitud **de
# validación** de la clase. `check` abre la prueba cuando se llega a la meta: que cada quien diga antes qué espera.

# %% tags=["ejercicio"]
def crear_red(ancho, abandono):
    # >>> return ...
    return keras.Sequential([
        keras.Input((28, 28)),
        keras.layers.Rescaling(1 / 255),
        keras.layers.Flatten(),
        keras.layers.Dense(ancho, activation="relu"),
        keras.layers.Dropout(abandono),
        keras.layers.Dense(10, activation="softmax"),
    ])
    # <<<

# %%
check("4.7.4", crear_red)

# %% [markdown]
# ### Paso 2 · Ejercicio 4.7.5
#
# Entrena con `x_train` e `y_train` una red que acierte al menos **0.88** en **validación**, y guárdala en
# `modelo_mejor`. Recibe las imágenes como llegan, de 0 a 255. Cuando tu red llegue, `check` abre el sobre y te
# dice su nota en la prueba. Esa es la que se cuenta: si después sigues cambiando la red, ya no es un examen.

# %% tags=["ejercicio"]
# >>> modelo_mejor = ...
set_seed(42)
modelo_mejor = crear_red(256, 0.2)
tasa = keras.optimizers.schedules.CosineDecay(0.002, pasos_totales(55_000,
                                                                   256, 12))
modelo_mejor.compile(
    optimizer=keras.optimizers.Adam(tasa),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
historial = modelo_mejor.fit(
    x_train, y_train,
    batch_size=256, epochs=12, verbose=0,
    validation_data=(x_valid, y_valid), callbacks=[LearningCurves()],
)
# <<<

# %%
check("4.7.5", modelo_mejor)

# %% [markdown] presenta="keras.layers.BatchNormalization, normalización por lotes, keras.layers.ReLU"
# ### ★ Ampliación · ¿Hasta dónde llega una red densa?
#
# De las densas que hemos probado, la de esta receta es la que más acierta. Tiene tres piezas más, que se estudian en el módulo {{modulo:redes_profundas}}:
#
# - La **normalización por lotes** (*batch normalization*): una capa, `BatchNormalization`, que a cada número que le llega le resta la media
#   del lote y lo divide entre su desviación. Va entre la suma de pesos y la ReLU, que aquí es una capa aparte, `ReLU`. Como resta la media, el sesgo de
#   la densa sobra (`use_bias=False`).
# - Una tasa que primero **calienta**: sube hasta `warmup_target` en `warmup_steps` pasos, y después baja.
# - Lotes de 512, y `steps_per_execution=8`: Keras da ocho pasos seguidos sin volver a Python, y tarda menos.
#
# Los anchos, el *dropout* y las tasas se eligieron con validación. **Predice:** ¿pasará de 0.89 en validación?

# %%
def record_network():
    stack = [keras.Input((28, 28)), keras.layers.Rescaling(1 / 255),
             keras.layers.Flatten()]
    for width in (256, 128):
        stack += [keras.layers.Dense(width, use_bias=False),
                  keras.layers.BatchNormalization(momentum=0.9),
                  keras.layers.ReLU(), keras.layers.Dropout(0.15)]
    stack.append(keras.layers.Dense(10, activation="softmax"))
    return keras.Sequential(stack)

# %% presenta="warmup_target="
set_seed(42)
record = record_network()
total = 15 * math.ceil(len(x_train) / 512)
warm = total // 5
rising = keras.optimizers.schedules.CosineDecay(
    0.0005, total - warm, warmup_target=0.01, warmup_steps=warm)
record.compile(keras.optimizers.Adam(rising), steps_per_execution=8,
               loss="sparse_categorical_crossentropy",
               metrics=["accuracy"])
record.fit(x_train, y_train, batch_size=512, epochs=15, verbose=0)
reached = record.evaluate(x_valid, y_valid, batch_size=1000, verbose=0)[1]
print(f"exactitud en validación ≈ {reached:.3f}   ¿más de 0.89? "
      f"{reached > 0.89}")

# %% [markdown]
# **Qué observas.** Pasa de 0.89, y no ha visto la prueba: la abre, con cinco semillas, `python -m benchmarks fashion`.

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** En muchos cuadernos verás `validation_data=(x_test, y_test)` y, después, la elección de la
# mejor red según esas curvas. ¿Qué tiene de malo?
#
# - a) Se elige mirando el examen: la nota final saldrá inflada.
# - b) El conjunto de prueba es demasiado grande para validar.
# - c) `evaluate` dejará de funcionar con `x_test`.
# - d) Keras entrenará con los datos de prueba.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "a"
# <<<
check("4.7.A1", respuesta_1)

# %% [markdown]
# **A2.** Una red tiene una capa `Dropout(0.3)`. Ya entrenada, predices dos veces con la misma imagen. ¿Qué pasa?
#
# - a) Salen dos respuestas distintas: cada vez se apagan otras neuronas.
# - b) Sale dos veces lo mismo: al predecir no se apaga ninguna.
# - c) Sale dos veces lo mismo: las neuronas apagadas se quedaron así.
# - d) Falla: antes de predecir hay que quitar la capa.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "b"
# <<<
check("4.7.A2", respuesta_2)

# %% [markdown]
# **A3.** Comparas dos redes con una semilla y gana la segunda por medio punto en validación. ¿Qué haces?
#
# - a) Quedarte con la segunda: ha ganado.
# - b) Mirar cuál gana en la prueba.
# - c) Entrenar la segunda con más semillas hasta que gane por más.
# - d) Repetir las dos con otras semillas, en parejas, y ver si gana siempre la misma.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "d"
# <<<
check("4.7.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - El escalado, dentro de la red: se guarda con ella, y nadie puede olvidarlo.
# - La pérdida de validación dice cuándo empieza a memorizar; la parada temprana se baja a tiempo.
# - *Dropout* apaga neuronas al azar al entrenar, y ninguna al predecir.
# - Una tasa que baja avanza deprisa primero y afina después; hay que contar bien los pasos.
# - Se decide con validación y varias semillas. La prueba se abre una vez, al final.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulo 11.
# - N. Srivastava y otros (2014), *Dropout: A Simple Way to Prevent Neural Networks from Overfitting*:
#   [JMLR 15](https://jmlr.org/papers/v15/srivastava14a.html).
# - I. Loshchilov y F. Hutter (2017), *SGDR*, de donde viene el decaimiento coseno:
#   [arXiv:1608.03983](https://arxiv.org/abs/1608.03983).
# - [Guía de Keras: guardar modelos](https://keras.io/guides/serialization_and_saving/).
