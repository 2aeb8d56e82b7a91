# %% [markdown]
# # 4.3 · Vinos: pocos datos, muchas medidas
#
# | | |
# |---|---|
# | **Objetivos** | Medir por qué hay que escalar; ver trece medidas en un plano con PCA, a mano y con scikit-learn; reconocer el sobreajuste de una red demasiado grande y pararla a tiempo; validar de forma cruzada sin fugas; decidir, con una comparación pareada, si hacía falta una red |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Flores y cuánto vale su examen (lecciones {{flores}} y {{te_puedes_fiar}}); el sobreajuste ({{sobreajuste}}); validación cruzada y `make_pipeline` ({{maneras_de_aprender}} y {{cuatro_paradigmas}}) |
# | **Datos** | Wine: 178 vinos del Piamonte (Forina y otros, 1986), incluidos en scikit-learn |
# | **Práctica** | Práctica 8.2: clasificar vinos por su química |

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_wine
from sklearn.decomposition import PCA
from sklearn.feature_selection import SelectKBest
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import KFold, StratifiedKFold
from sklearn.model_selection import cross_val_predict, cross_val_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from course_utils import check, hint, solution
from course_utils import paired_difference, plot_decision_regions
from course_utils import plot_history, quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras

# %% [markdown] presenta="dict"
# ## 1 · ¿Qué se mide en una botella?
#
# En el Piamonte, al noroeste de Italia, se hacen tres tintos con tres uvas distintas: el Barolo (de
# uva nebbiolo), el Grignolino y el Barbera. Un laboratorio analizó 178 vinos; el archivo público
# conserva trece medidas químicas de cada uno. ¿Se puede saber qué vino es sin probarlo?
#
# **Predice:** las trece medidas, ¿tendrán valores de tamaño parecido, como los píxeles, o muy
# distintos? (`dict(zip(…))` hace un diccionario con las parejas.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Deja la tabla a la vista toda la clase. Pregunta dónde está el valor más grande y qué
# pasaría si la prolina se midiera en g/L: la química sería la misma y los números, mil veces menores.

# %%
names = ["alcohol", "ácido málico", "cenizas", "alcalinidad de las cenizas",
         "magnesio", "fenoles totales", "flavonoides",
         "fenoles no flavonoides", "proantocianidinas",
         "intensidad del color", "tonalidad", "OD280/OD315", "prolina"]
units = ["% vol", "g/L", "g/L", "meq/L", "mg/L", "g/L", "g/L", "g/L", "g/L",
         "absorbancia", "cociente", "cociente", "mg/L"]
class_names = ["Barolo", "Grignolino", "Barbera"]

# %% presenta="sklearn.datasets.load_wine"
x_all, y_all = load_wine(return_X_y=True)
print("vinos y medidas:", x_all.shape)
print("de cada clase:  ",
      dict(zip(class_names, np.bincount(y_all).tolist())))
for position, (name, unit) in enumerate(zip(names, units)):
    values = x_all[:, position]
    print(f"{position:2d}  "
          f"{name:<27}{unit:<12} media {values.mean():7.2f}  "
          f"desviación {values.std():7.2f}")

# %% [markdown]
# **Qué observas.** La prolina (un aminoácido de la uva) ronda los 750 mg/L; los fenoles no
# flavonoides no llegan a 1. No es que una importe más que los otros: es que se mide en otra
# **unidad**. (El archivo público no trae las unidades: hemos puesto las habituales en enología, que
# encajan con los valores. Las de los fenoles son las menos seguras.)
#
# Las clases no están del todo equilibradas, así que el listón lo pone quien responde siempre
# «Grignolino»: 71 de 178.
#
# ### Ejercicio 4.3.1
#
# A partir de `x_all` y `names`, calcula con Python:
#
# - `columna`: el **nombre** (texto) de la medida con mayor desviación estándar;
# - `veces`: cuántas veces mayor es esa desviación que la más pequeña de las trece.

# %% tags=["ejercicio"]
# >>> columna = ...
columna = names[x_all.std(axis=0).argmax()]
# <<<
# >>> veces = ...
veces = x_all.std(axis=0).max() / x_all.std(axis=0).min()
# <<<

# %%
check("4.3.1", columna, veces)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("4.3.1")` da una pista (y otra, si
# insistes), y `solution("4.3.1")` muestra una solución.
#
# ## 2 · ¿Por qué la prolina tapa a las demás?
#
# Primero repartimos. Guardamos 36 vinos para el examen final (**prueba**). De los otros 142, usamos
# 60 para aprender y 82 para comparar ideas (**validación**). Aprender con solo 60 es a propósito:
# queremos ver de cerca qué pasa con pocos datos. `stratify` mantiene la proporción de cada clase.

# %%
x_train, x_test, y_train, y_test = train_test_split(
    x_all, y_all, test_size=36, stratify=y_all, random_state=42)
x_fit, x_valid, y_fit, y_valid = train_test_split(
    x_train, y_train, train_size=60, stratify=y_train, random_state=42)

print("aprender:", x_fit.shape, " validar:", x_valid.shape, " prueba:",
      x_test.shape)

# %% [markdown]
# Mira lo que «ve» un método que suma diferencias. Entre dos vinos, sumamos las diferencias al
# cuadrado de las trece medidas: ¿cuánto pone cada una, en media? (La media de esas diferencias es
# el doble de la varianza de la columna, así que basta comparar varianzas.)
#
# **Predice:** ¿qué parte de la diferencia total pondrá la prolina: un tercio, la mitad, casi todo?

# %% presenta=".var"
def shares(table):
    """Qué parte de la varianza total pone cada columna."""
    return table.var(axis=0) / table.var(axis=0).sum()

mean, spread = x_fit.mean(axis=0), x_fit.std(axis=0)
fig, ax = plt.subplots(figsize=(6.5, 3.6), layout="constrained")
rows = np.arange(13)
ax.barh(rows - 0.2, shares(x_fit), 0.4, color="#D55E00", hatch="//",
        label="sin escalar")
ax.barh(rows + 0.2, shares((x_fit - mean) / spread), 0.4, color="#0072B2",
        label="escalado")
ax.set(title="Cuánto pone cada medida en la diferencia entre vinos",
       yticks=rows, yticklabels=names, xlabel="Parte del total (de 0 a 1)",
       ylabel="Medida")
ax.legend()
print(f"la prolina, sin escalar: {shares(x_fit)[-1]:.3f}")

# %% [markdown] presenta="estandarizar, course_utils.paired_difference, .value, .low, .high"
# **Qué observas.** Sin escalar, la prolina pone más de 99 de cada 100 partes: las otras doce
# medidas casi no existen. Restando a cada columna su media y dividiendo entre su desviación
# (**estandarizar**), todas ponen lo mismo, un treceavo.
#
# Ahora, la misma red con y sin escalar. Los dos modelos responden a los **mismos** 82 vinos: se
# comparan restando, vino a vino, como en {{te_puedes_fiar}}. Lo hace `paired_difference`: da la diferencia
# (`value`) y entre qué valores se mueve, de `low` a `high`, al cambiar los vinos. Y como el arranque
# es al azar, lo repetimos con tres arranques. **Predice:** ¿por cuánto ganará la escalada?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Mientras entrenan las seis redes, que apuesten. Si proponen que los pesos de la prolina «se
# mueven más», pídeles que miren a Adam: el paso es parecido para todos; lo que es grande es la entrada.

# %%
def trained_net(x, y, widths, epochs):
    """Una red con esas capas ocultas, entrenada con Adam y tasa 0.01, en
    lotes de 32."""
    hidden = [keras.layers.Dense(width, activation="relu")
              for width in widths]
    model = keras.Sequential(
        [keras.Input((13,)), *hidden,
         keras.layers.Dense(3, activation="softmax")])
    model.compile(keras.optimizers.Adam(0.01),
                  loss="sparse_categorical_crossentropy")
    model.fit(x, y, batch_size=32, epochs=epochs, verbose=0)
    return model

def net_classes(model, x):
    return np.argmax(model(x), axis=1)

# %%
# las tres parejas de redes salen de aquí, cada una con otro arranque
set_seed(42)
z_fit, z_valid = (x_fit - mean) / spread, (x_valid - mean) / spread
gains = []
for repetition in range(3):
    raw = net_classes(trained_net(x_fit, y_fit, [16], epochs=20), x_valid)
    scaled = net_classes(trained_net(z_fit, y_fit, [16], epochs=20),
                         z_valid)
    gains.append(paired_difference(accuracy_score, y_valid, scaled, raw))
    print(f"escalada − sin escalar ≈ {gains[-1].value:+.3f}, "
          f"de ≈ {gains[-1].low:+.3f} a ≈ {gains[-1].high:+.3f}")

print("¿Gana la escalada las tres veces, con todo el intervalo?",
      all(g.low > 0 for g in gains))
print("¿Y por más de 0.1 de media?",
      bool(np.mean([gain.value for gain in gains]) > 0.1))

# %% [markdown]
# **Qué observas.** La escalada gana siempre, y por mucho. Adam da a todos los pesos pasos de tamaño parecido,
# así que no es que los de la prolina se muevan más. Es que el mismo paso, multiplicado por una entrada de
# cientos, cambia la suma cientos de veces más que multiplicado por uno: la red salta al compás de la
# prolina y apenas escucha lo demás.
#
# ### ★ Ampliación · Ejercicio 4.3.2
#
# Escribe la función que estandariza **bien**. Recibe dos tablas con las mismas columnas y devuelve
# la segunda, `otros`, escalada con la media y la desviación (por columnas) de la **primera**,
# `entrenamiento`. No debe cambiar las tablas que recibe.

# %% tags=["ejercicio"]
def escalar(entrenamiento, otros):
    # >>> return ...
    return (otros - entrenamiento.mean(axis=0)) / entrenamiento.std(axis=0)
    # <<<

# %%
check("4.3.2", escalar)

# %% [markdown] presenta="análisis de componentes principales, SVD"
# ## 3 · ¿Se pueden ver trece medidas en un plano?
#
# Trece ejes no se dibujan. Pero sí se puede buscar el plano desde el que los vinos se ven **más
# separados entre sí**, como quien gira una escultura para fotografiarla desde el mejor ángulo. Eso
# es el **análisis de componentes principales** (*principal component analysis*, PCA). Se saca de una
# descomposición que NumPy sabe hacer, la SVD (*singular value decomposition*), de la tabla centrada:
#
# - las filas de `directions` son los nuevos ejes, perpendiculares, del más estirado al menos;
# - `table @ directions[:2].T` son las coordenadas de cada vino en los dos primeros.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** No hace falta demostrar la SVD: basta la imagen de la fotografía. Gira un objeto alargado
# ante el proyector y que elijan la sombra que más cuenta.
# Aclara que aquí se miran los 142 vinos de entrenamiento; los 36 de prueba, ni para dibujar.

# %% presenta="numpy.linalg.svd"
z_train = (x_train - x_train.mean(axis=0)) / x_train.std(axis=0)
_, singular, directions = np.linalg.svd(z_train, full_matrices=False)
plane = z_train @ directions[:2].T

fig, ax = plt.subplots(figsize=(5.5, 3.8), layout="constrained")
for label, (color, marker) in enumerate([("#E69F00", "o"), ("#009E73", "s"),
                                         ("#CC79A7", "^")]):
    ax.plot(*plane[y_train == label].T, marker, color=color,
            label=class_names[label])
ax.set(title="142 vinos, vistos desde el mejor ángulo",
       xlabel="Componente 1 (sin unidad)",
       ylabel="Componente 2 (sin unidad)")
legend = ax.legend()

# %% [markdown]
# **Qué observas.** Tres nubes, casi separadas, y el PCA **nunca vio las etiquetas**: el color lo
# hemos puesto nosotros después. Los tres vinos son químicamente distintos de verdad.
#
# Ya sabemos hacerlo a mano: ahora, la biblioteca, que además dice qué parte de la varianza total
# **explica** cada componente (`explained_variance_ratio_`): cuánto cabe en la foto. Un eje sirve
# igual del derecho que del revés, así que cada componente puede salir con el **signo** cambiado.
# **Predice:** si olvidamos escalar, ¿qué será la primera componente?

# %% presenta="sklearn.decomposition.PCA, .explained_variance_ratio_, .components_"
pca = PCA(2).fit(z_train)
same = np.allclose(np.abs(pca.transform(z_train)), np.abs(plane))
print("¿Igual que a mano, salvo el signo?", same)
print("explican:", pca.explained_variance_ratio_.round(3),
      " juntas:", pca.explained_variance_ratio_.sum().round(3))

raw_pca = PCA(2).fit(x_train)
print("sin escalar, "
      f"la primera explica {raw_pca.explained_variance_ratio_[0]:.3f}")
print("y el peso de la prolina en ella es "
      f"{abs(raw_pca.components_[0, 12]):.4f}")

# %% [markdown]
# **Qué observas.** En el plano cabe algo más de la mitad de la varianza. Y sin escalar, «explica
# más del 99 %» suena magnífico, pero la componente **es** la prolina: su peso es casi 1. Un porcentaje
# alto no dice que la foto sea buena.
#
# Dos componentes dan, además, algo que trece no dan: ver cómo decide un modelo.

# %%
fig, ax = plt.subplots(figsize=(5.8, 4), layout="constrained")
on_plane = LogisticRegression().fit(plane, y_train)
regions = plot_decision_regions(on_plane, plane, y_train,
                                class_names=class_names,
                                feature_names=["Componente 1",
                                               "Componente 2"], ax=ax)

# %% [markdown]
# **Qué observas.** Bastan tres fronteras rectas. Guarda este dibujo: volverá en la sección 6.
#
# ### ★ Ampliación · Ejercicio 4.3.3
#
# ¿De dónde sale lo que explica cada componente? Cada valor de `singular`, **al cuadrado**, es
# proporcional a la varianza a lo largo de su eje. Dividiendo entre la suma se sabe qué parte explica:
#
# $$\text{explicada}_k = \frac{s_k^2}{s_1^2 + s_2^2 + \dots + s_{13}^2}$$
#
# Escribe `varianza_explicada(x)`. Recibe una tabla cualquiera, que llega **sin centrar** (céntrala tú;
# no la escales), y devuelve un array con la fracción que explica cada componente, de mayor a menor.

# %% tags=["ejercicio"]
def varianza_explicada(x):
    # >>> return ...
    centrada = x - x.mean(axis=0)
    valores = np.linalg.svd(centrada, compute_uv=False)
    return valores**2 / (valores**2).sum()
    # <<<

# %%
check("4.3.3", varianza_explicada)

# %% [markdown]
# ### ★ Ampliación · ¿Mejora un modelo con PCA?
#
# > **Lo que oirás por ahí: «haz siempre PCA antes de entrenar: mejora el modelo».** PCA guarda las
# > direcciones en que los vinos más **varían**, sin saber cuáles los **distinguen**. Comparemos, con
# > validación cruzada y los mismos 142 vinos, la misma regresión logística con PCA y sin él.

# %%
turns = StratifiedKFold(5, shuffle=True, random_state=0)
plain = make_pipeline(StandardScaler(), LogisticRegression())
# cada vino, sin haberlo visto
without = cross_val_predict(plain, x_train, y_train, cv=turns)

# %%
pca_gains = {}
for number in (1, 2, 5):
    model = make_pipeline(StandardScaler(), PCA(number),
                          LogisticRegression())
    answers = cross_val_predict(model, x_train, y_train, cv=turns)
    gain = paired_difference(accuracy_score, y_train, answers, without)
    pca_gains[number] = gain
    print(f"PCA de {number} − 13 medidas ≈ {gain.value:+.3f}, "
          f"de ≈ {gain.low:+.3f} a ≈ {gain.high:+.3f}")
print("Con 1, ¿pierde, con todo el intervalo?", pca_gains[1].high < 0)
print("¿Gana alguna, con todo el intervalo?",
      any(gain.low > 0 for gain in pca_gains.values()))

# %% [markdown]
# **Qué observas.** Con una componente se pierde mucho, y ninguna gana. PCA es magnífico para
# **mirar**; como paso previo es una opción más, que se mide.

# %% [markdown]
# ## 4 · ¿Puede una red ser demasiado grande?
#
# Vamos a exagerar: dos capas ocultas de 256 neuronas, para aprender de 60 vinos.
#
# **Predice:** ¿qué hará la pérdida de validación mientras la de entrenamiento baja hacia cero?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La sorpresa es doble: la pérdida de validación se multiplica, y la exactitud apenas lo
# nota. Explícalo con un caso: pasar de «60 % Barolo» a «99.9 % Barolo» en un vino mal clasificado no
# añade un error, pero la entropía cruzada lo paga muy caro.

# %%
def big_net():
    model = keras.Sequential([keras.Input((13,)),
                              keras.layers.Dense(256, activation="relu"),
                              keras.layers.Dense(256, activation="relu"),
                              keras.layers.Dense(3, activation="softmax")])
    model.compile(keras.optimizers.Adam(0.01),
                  loss="sparse_categorical_crossentropy",
                  metrics=["accuracy"])
    return model

set_seed(42)
big = big_net()
print("parámetros:", big.count_params(), " números en los datos:",
      z_fit.size)
print(f"{big.count_params() / z_fit.size:.0f} parámetros por cada "
      "número que vio")

# %%
history = big.fit(z_fit, y_fit, batch_size=32, epochs=40, verbose=0,
                  validation_data=(z_valid, y_valid))
axes = plot_history(history)

# %%
losses = history.history["val_loss"]
accuracies = history.history["val_accuracy"]
best = int(np.argmin(losses))
print(f"entrenamiento: pérdida final ≈ {history.history['loss'][-1]:.6f}")
print(f"validación: mínima ≈ {losses[best]:.3f}, final ≈ {losses[-1]:.3f}")
print(f"exactitud: en el mínimo ≈ {accuracies[best]:.3f}, "
      f"al final ≈ {accuracies[-1]:.3f}")

print("¿Baja la de entrenamiento de 0.001?",
      history.history["loss"][-1] < 0.001)
print("¿Acaba la de validación a más de 1.1 veces su mínimo?",
      losses[-1] > 1.1 * losses[best])
print("¿Cambia la exactitud menos de 0.1?",
      abs(accuracies[-1] - accuracies[best]) < 0.1)

# %% [markdown] presenta="parada temprana"
# **Qué observas.** Es el **sobreajuste** de {{sobreajuste}}: la pérdida de entrenamiento llega casi a cero (la red
# se sabe los 60 vinos de memoria) y la de validación, tras unas pocas épocas, sube (cuánto, depende de los vinos
# que tocaron: con otro reparto subió bastante menos). Y ahora lo que
# no suele contarse: **la exactitud cambia poco**. La red no falla muchos más vinos; lo que hace
# es fallar **cada vez más segura**. Si solo miras la exactitud, no te enteras. Si alguien
# va a usar tus probabilidades, importa mucho.
#
# ### ¿Cuándo parar?
#
# La **parada temprana** (*early stopping*) vigila la pérdida de validación. Cada época que no baja de
# su mínimo gasta una unidad de **paciencia**; un mínimo nuevo la devuelve entera. Cuando se acaba, se
# para.
#
# ### Ejercicio 4.3.4
#
# Escríbela a mano. Recibe la lista `perdidas` (una por época) y la `paciencia`, un entero. Devuelve
# dos números, **contando las épocas desde 1**: la época en que se para y la época de la menor
# pérdida vista hasta entonces. Se para en cuanto hay `paciencia` épocas **seguidas** sin bajar del
# mínimo (igualarlo no es bajar); si no ocurre, en la última. Con `[5, 3, 4, 4, 2]` y paciencia 2
# devuelve `(4, 2)`.

# %% tags=["ejercicio"]
def parada_temprana(perdidas, paciencia):
    # >>> return ...
    mejor = 1
    for epoca in range(2, len(perdidas) + 1):
        if perdidas[epoca - 1] < perdidas[mejor - 1]:
            mejor = epoca
        if epoca - mejor >= paciencia:
            return epoca, mejor
    return len(perdidas), mejor
    # <<<

# %%
check("4.3.4", parada_temprana)

# %% [markdown]
# En Keras es `EarlyStopping`. Con `restore_best_weights=True` recupera además los pesos de la mejor
# época; sin eso te quedas con los de la última, que son peores. **Predice:** ¿parará antes o después
# de la época 20?

# %%
set_seed(42)
stopped = big_net()
stopper = keras.callbacks.EarlyStopping(monitor="val_loss", patience=6,
                                        restore_best_weights=True)
stopped_history = stopped.fit(z_fit, y_fit, batch_size=32, epochs=40,
                              verbose=0, validation_data=(z_valid, y_valid),
                              callbacks=[stopper])
epochs_run = len(stopped_history.history["loss"])
stopped_losses = stopped_history.history["val_loss"]
restored_loss = stopped.evaluate(z_valid, y_valid, batch_size=82,
                                 verbose=0)[0]

# %%
print(f"paró tras ≈ {epochs_run} épocas y volvió a la ≈ "
      f"{int(np.argmin(stopped_losses)) + 1}")
print("¿Paró antes de la 20?", epochs_run < 20)
print("¿Tiene la pérdida mínima que vio?",
      bool(np.isclose(restored_loss, min(stopped_losses), rtol=0.001)))
print("¿Mejor que dejarla hasta el final?",
      bool(restored_loss < losses[-1]))

# %% [markdown] presenta="validación cruzada, sklearn.model_selection.StratifiedKFold"
# **Qué observas.** Se ahorró la mitad de las épocas, o más, y se quedó con la mejor. Un aviso:
# al elegir la época mirando la validación, **esa** pérdida ya es un poco optimista. Para dar una nota
# hace falta otro conjunto.
#
# ## 5 · ¿Cuánto vale un examen de 36 vinos?
#
# Cada vino vale 1/36, casi 0.03, y en {{te_puedes_fiar}} viste que otro reparto da otra nota. El remedio ya lo
# conoces, la **validación cruzada** (*cross-validation*): cinco pliegues, y cada vino se examina exactamente una
# vez. `StratifiedKFold` los reparte con la misma proporción de clases.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Es la sección más importante para quien vaya a hacer un trabajo propio. Pide una
# predicción sobre las columnas de ruido: casi nadie espera que se pueda «acertar» más de dos de
# cada tres con números tirados al azar.

# %%
folds = StratifiedKFold(5, shuffle=True, random_state=0)
pipeline = make_pipeline(StandardScaler(), LogisticRegression())
scores = cross_val_score(pipeline, x_train, y_train, cv=folds)
print("cada pliegue ≈", " ≈ ".join(f"{score:.3f}" for score in scores))
print(f"media ≈ {scores.mean():.3f}   desviación ≈ {scores.std():.3f}")
print("¿Baila más de un vino de 142?", bool(scores.std() > 1 / 142))

# %% [markdown] presenta="fuga de datos, sklearn.model_selection.cross_val_predict"
# **Qué observas.** Una media y **cuánto baila**: eso es lo que se cuenta. Con el *pipeline*, el
# escalador se ajusta dentro de cada pliegue, sin que tengas que acordarte.
#
# ¿Y si se mira antes de repartir? Es una **fuga de datos** (*data leakage*). La del escalador, con las
# flores de {{te_puedes_fiar}}, casi no se notaba. Veamos otra de la misma familia: elegir columnas mirando **todas** las
# etiquetas. Y para que no haya duda, con 2000 columnas de **puro ruido**. (`cross_val_predict` da la
# respuesta a cada vino de un modelo que no lo vio: así se restan, vino a vino.)
#
# **Predice:** con números al azar, ¿qué exactitud debería salir? ¿Y cuál saldrá con la fuga?

# %% presenta="sklearn.feature_selection.SelectKBest"
noise = np.random.default_rng(0).normal(size=(142, 2000))
# ¡mira todas las etiquetas!
chosen = SelectKBest(k=20).fit_transform(noise, y_train)
outside = cross_val_predict(LogisticRegression(), chosen, y_train, cv=folds)
inside = cross_val_predict(
    make_pipeline(SelectKBest(k=20), LogisticRegression()), noise, y_train,
    cv=folds)
with_leak, honest = (outside == y_train).mean(), (inside == y_train).mean()
print(f"elegir: fuera ≈ {with_leak:.3f}   dentro ≈ {honest:.3f}")
print("Con fuga, ¿pasa de 0.55?", bool(with_leak > 0.55))
print("Sin fuga, ¿baja de 0.5?", bool(honest < 0.5))
lie = paired_difference(accuracy_score, y_train, outside, inside)
print(f"la fuga regala ≈ {lie.value:+.3f}, "
      f"de ≈ {lie.low:+.3f} a ≈ {lie.high:+.3f}")
print("¿Más de 0.1, con todo el intervalo?", lie.low > 0.1)

# %% [markdown]
# **Qué observas.** Es un desastre silencioso: con números sin significado «acierta» mucho más de lo que
# permite el azar. No hay que adivinar qué fuga será grave. La regla es una: **todo lo que aprende de
# los datos va dentro del *pipeline***.
#
# ### ★ Ampliación · Ejercicio 4.3.5
#
# Escribe el ciclo para cualquier modelo. `crear_modelo()` (se llama con paréntesis) da un modelo
# **nuevo**, sin entrenar, con `fit` y `score`; `pliegues` es una lista de parejas `(aprender, validar)`
# de arrays de posiciones. Devuelve una **lista** con la nota (`score`) de cada pliegue, en orden.

# %% tags=["ejercicio"]
def validar(crear_modelo, x, y, pliegues):
    # >>> return ...
    notas = []
    for aprender, examinar in pliegues:
        modelo = crear_modelo()
        modelo.fit(x[aprender], y[aprender])
        notas.append(modelo.score(x[examinar], y[examinar]))
    return notas
    # <<<

# %%
check("4.3.5", validar)

# %% [markdown]
# ### ★ Ampliación · ¿Un 100 % con estos vinos?
#
# > **Lo que oirás por ahí: «con wine, mi modelo acierta el 100 %».** Lo leerás en muchos cuadernos, y
# > no mienten: les salió. Repitamos el reparto 20 veces, con el **mismo** modelo cada vez.

# %%
exams = []
for split in range(20):
    x_a, x_b, y_a, y_b = train_test_split(
        x_all, y_all, test_size=36, stratify=y_all, random_state=split)
    exams.append(pipeline.fit(x_a, y_a).score(x_b, y_b))

print(f"de ≈ {min(exams):.3f} a ≈ {max(exams):.3f}; "
      f"cada vino vale {1 / 36:.3f}")
print("¿Alguno sacó el 100 %?", max(exams) == 1)
print("¿Y alguno falló dos vinos o más?", min(exams) <= 34 / 36)

# %% [markdown]
# **Qué observas.** El mismo modelo saca un 100 % o falla dos vinos o más según **qué** 36 le tocaron.
# Enseñar el mejor reparto es elegir la suerte. (Esto solo lo hacemos para medir el azar: ninguna
# decisión de la lección sale de aquí, porque en cada reparto entran vinos del examen.)

# %% [markdown] presenta="numpy.empty_like"
# ## 6 · ¿Hacía falta una red?
#
# La red grande, con cinco épocas, contra la regresión logística: los mismos pliegues, y cada vino
# juzgado por un modelo que no lo vio. (Cinco, porque en la figura de la sección 4 la
# pérdida de validación empieza a subir por ahí. Las elegimos mirando 82 de estos vinos: si eso ayuda a alguien,
# es a la red. Y `np.empty_like(a)` es un array como `a`, todavía sin llenar.)
#
# **Predice:** ¿cuántos vinos de 142 fallará cada una?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La conclusión no es «las redes no sirven», sino «con 142 vinos no se puede demostrar que
# la red sea mejor». Con la moneda basta; si preguntan, es la
# idea de la prueba exacta de McNemar.

# %%
logistic = cross_val_predict(pipeline, x_train, y_train, cv=folds)

set_seed(42)
network = np.empty_like(y_train)
for fit_rows, valid_rows in folds.split(x_train, y_train):
    scaler = StandardScaler().fit(x_train[fit_rows])
    net = trained_net(scaler.transform(x_train[fit_rows]),
                      y_train[fit_rows], [256, 256], epochs=5)
    network[valid_rows] = net_classes(net,
                                      scaler.transform(x_train[valid_rows]))

# %%
logistic_errors = int((logistic != y_train).sum())
network_errors = int((network != y_train).sum())
print(f"logística: ≈ {logistic_errors} fallos con {3 * 13 + 3} parámetros")
print("red:       "
      f"≈ {network_errors} fallos con {big.count_params()} parámetros")
print("¿Falla la logística 4 vinos o menos?", logistic_errors <= 4)

# %% tags=["resultado"]
gain = paired_difference(accuracy_score, y_train, network, logistic)
print("¿Gana la red por cinco vinos o más?",
      network_errors <= logistic_errors - 5)
print(f"red − logística ≈ {gain.value:+.3f}, "
      f"de ≈ {gain.low:+.3f} a ≈ {gain.high:+.3f}")

# %% [markdown]
# **Qué observas.** El intervalo de la resta llega al 0: con 142 vinos **no se distinguen**. Pero de ese intervalo no te
# fíes mucho: sale de los dos o tres vinos en que discrepan, y con otro reparto del examen lo hemos visto dejar fuera el 0.
# Con tan pocos, mejor otra cuenta, que hacemos enseguida.
#
# > **Lo que oirás por ahí: «más parámetros, más exactitud».** Ahí está la medida: más de mil
# > parámetros por cada uno de la logística, y unos fallos arriba o abajo. En el dibujo de la
# > sección 3, tres rectas ya separaban casi todo: quedaba muy poco que ganar.
#
# ¿Y si la red fuera perfecta? Mira solo los vinos en que **discrepan**: donde uno acierta y el otro
# no. Si fueran igual de buenos, cada discrepancia sería una moneda al aire. Una red que no fallara
# **ninguno** ganaría todas las discrepancias, tantas como fallos tiene la logística. ¿Es raro que
# salgan tantas caras seguidas?

# %%
print(f"{logistic_errors} caras seguidas: "
      f"una vez de cada ≈ {2**logistic_errors}")
print("¿Más a menudo que una de cada veinte?", 2**logistic_errors < 20)

# %% [markdown]
# **Qué observas.** Esa racha sale por pura suerte a menudo: con 142 vinos, ni la red perfecta podría
# demostrar que es mejor. Y si no se distinguen, se elige el modelo más sencillo.
#
# ### ★ Ampliación · Ejercicio 4.3.6
#
# Escribe `discrepancias(y, a, b)`. Recibe tres arrays: las clases reales y las que predicen dos
# modelos. Devuelve dos números: en cuántos vinos acierta **solo** `a`, y en cuántos **solo** `b`.

# %% tags=["ejercicio"]
def discrepancias(y, a, b):
    # >>> return ...
    solo_a = ((a == y) & (b != y)).sum()
    solo_b = ((b == y) & (a != y)).sum()
    return solo_a, solo_b
    # <<<

# %%
check("4.3.6", discrepancias)

# %% [markdown]
# ## Errores frecuentes
#
# **1. Hacer pliegues sin barajar.** Los 178 vinos vienen ordenados por clase. Cortados en tres trozos
# seguidos, el modelo se examina de vinos de una clase que no ha visto, o casi. (Entran los 178, también
# los de la prueba: aquí no se elige nada.)

# %%
in_order = cross_val_predict(pipeline, x_all, y_all, cv=KFold(3))
shuffled = cross_val_predict(
    pipeline, x_all, y_all,
    cv=StratifiedKFold(3, shuffle=True, random_state=0))
for name, answers in (("Falla, sin barajar", in_order),
                      ("Arreglado, barajado", shuffled)):
    print(f"{name:<20} ≈ {(answers == y_all).mean():.3f}")
print("Sin barajar, ¿peor que decir siempre Grignolino?",
      bool((in_order == y_all).mean() < 71 / 178))
fixed = paired_difference(accuracy_score, y_all, shuffled, in_order)
print("Barajar, vino a vino: ¿gana más de 0.4, con todo el intervalo?",
      fixed.low > 0.4)

# %% [markdown]
# ### ★ Ampliación · Otros dos errores
#
# **2. Dar un vino suelto, sin el eje de las filas.** Como las imágenes, un vino también va en un lote.

# %%
trained_pipeline = make_pipeline(StandardScaler(),
                                 LogisticRegression()).fit(x_train, y_train)
try:
    trained_pipeline.predict(x_test[0])
except ValueError as error:
    print("Falla con", type(error).__name__, "porque la forma es",
          x_test[0].shape)

print("Arreglado:", class_names[trained_pipeline.predict(x_test[:1])[0]])

# %% [markdown]
# **3. Volver a ajustar el escalador con el vino nuevo.** `fit_transform` con un solo vino resta a cada
# medida… ella misma. Da trece ceros: el vino medio, sea cual sea.

# %%
wine = x_test[:1]
wrong_scale = StandardScaler().fit_transform(wine)
print("fit_transform: ¿todo ceros?", bool((wrong_scale == 0).all()))

scaler = StandardScaler().fit(x_train)
print("Arreglado, transform: ¿todo ceros?",
      bool((scaler.transform(wine) == 0).all()))

# %% [markdown]
# ## Práctica: un análisis más barato
#
# Cada medida cuesta dinero y reactivos. La bodega pregunta: ¿se puede reconocer el vino con **cinco
# medidas o menos**? Se elige con validación cruzada; el examen, al final y una vez.
#
# ### Paso 1 · Ejercicio 4.3.7
#
# Escribe `exactitud_con(columnas)`. Recibe una lista de posiciones (las de la tabla de la sección 1)
# y devuelve **la media** de la validación cruzada, con `cv=folds`, de un `StandardScaler` y una
# `LogisticRegression()` unidos en un *pipeline*, usando solo esas columnas de `x_train`.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que cada grupo proponga su quinteto desde la química (color, fenoles, prolina) y anote su
# nota de validación antes del examen. Después de mirar muchas combinaciones, la mejor nota está
# inflada: compárala con la de prueba. La autoevaluación puede quedar para casa.

# %% tags=["ejercicio"]
def exactitud_con(columnas):
    # >>> return ...
    modelo = make_pipeline(StandardScaler(), LogisticRegression())
    return cross_val_score(modelo, x_train[:, columnas], y_train,
                           cv=folds).mean()
    # <<<

# %%
check("4.3.7", exactitud_con)

# %% [markdown]
# ### Paso 2 · Ejercicio 4.3.8
#
# Prueba combinaciones y elige. Guarda en `elegidas` una lista de **1 a 5 posiciones distintas**, y en
# `modelo_final` el *pipeline* **entrenado** con todo `x_train` y solo esas columnas, en ese orden. En el
# examen debe acertar al menos **31 de los 36** vinos. `check` lo corrige con `x_test`, y comprueba que
# responde como el mismo *pipeline* entrenado con `x_train`: quien aprende del examen no pasa.

# %% tags=["ejercicio"]
# >>> elegidas = ...
elegidas = [0, 6, 9, 10, 12]
# <<<
# >>> modelo_final = ...
modelo_final = (make_pipeline(StandardScaler(), LogisticRegression())
                .fit(x_train[:, elegidas], y_train))
# <<<

# %%
check("4.3.8", elegidas, modelo_final)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Alguien cambia la prolina de mg/L a g/L y **no** escala. ¿Qué pasa con la red?
#
# - a) Nada: los vinos son los mismos.
# - b) Todas las medidas pasan a pesar igual.
# - c) Da un error de unidades.
# - d) Aprende de otra manera: ahora la prolina casi no cuenta y dominan otras medidas.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "d"
# <<<
check("4.3.A1", respuesta_1)

# %% [markdown]
# **A2.** La primera componente de un PCA explica el 99 % de la varianza. ¿Qué concluyes?
#
# - a) Que con ella basta para clasificar con un 99 % de exactitud.
# - b) Nada, hasta saber si se escaló: puede ser solo la columna de números más grandes.
# - c) Que las demás columnas son ruido.
# - d) Que las clases están separadas a lo largo de ella.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "b"
# <<<
check("4.3.A2", respuesta_2)

# %% [markdown]
# **A3.** La pérdida de validación se ha triplicado desde su mínimo y la exactitud de validación no se
# ha movido. ¿Qué ocurre?
#
# - a) La red falla tantos vinos como antes, pero cada vez más segura.
# - b) Es imposible: si sube la pérdida, baja la exactitud.
# - c) Hay un error al calcular la pérdida.
# - d) La red está subajustada.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("4.3.A3", respuesta_3)

# %% [markdown]
# **A4.** Supón dos modelos, A y B, en los mismos pliegues: 0.972 ± 0.03 y 0.979 ± 0.03, de media y desviación. La
# diferencia pareada, B menos A, va de −0.014 a 0.028. Hay 142 vinos. ¿Qué dices?
#
# - a) B es mejor: su media es mayor.
# - b) Empatan porque 0.972 ± 0.03 y 0.979 ± 0.03 se solapan.
# - c) La diferencia pareada contiene el 0: no se puede decir cuál es mejor, y me quedo con el más sencillo.
# - d) Hay que repetir con otras semillas hasta que B gane con claridad.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "c"
# <<<
check("4.3.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Sin escalar, manda la columna de números más grandes; se escala con la media del entrenamiento.
# - PCA gira los datos para verlos mejor; sin escalar, su primera componente es la columna de números más grandes.
# - Una red enorme se aprende los datos: la pérdida de validación lo delata antes que la exactitud.
# - Con pocos datos, validación cruzada, media y desviación; todo lo que aprende, dentro del *pipeline*.
# - Dos modelos se comparan vino a vino; si uno sencillo y una red no se distinguen, el sencillo.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulos 8 (PCA) y 10 (`EarlyStopping`).
# - scikit-learn: [errores frecuentes y fugas](https://scikit-learn.org/stable/common_pitfalls.html) y
#   [validación cruzada](https://scikit-learn.org/stable/modules/cross_validation.html).
# - M. Forina, C. Armanino, M. Castino y M. Ubigli (1986), *Multivariate data analysis as a
#   discriminating method of the origin of wines*, Vitis 25, 189–201: el trabajo original.
