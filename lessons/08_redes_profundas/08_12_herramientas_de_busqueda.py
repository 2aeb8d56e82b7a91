# %% [markdown]
# # 8.12 · Buscadores y tableros
#
# | | |
# |---|---|
# | **Objetivos** | Escribir un espacio de búsqueda en Optuna y en Keras Tuner; decir qué hace TPE y cuándo todavía no lo hace; podar y medir lo que se ahorra y lo que se pierde; leer lo que TensorBoard guarda; comparar tres búsquedas con el mismo presupuesto |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Buscar a mano, al azar y por mitades, y el optimismo de la ganadora ({{buscar_hiperparametros}}), las máquinas de vectores de soporte ({{nucleos}}), los *callbacks* y las clases ({{redes_con_otra_forma}}). Hay que tener tres bibliotecas: se explica aquí abajo |
# | **Datos** | Fashion-MNIST: imágenes de prendas, de Zalando (licencia MIT), incluidas en el curso |
# | **Práctica** | Tres buscadores, el mismo espacio y las mismas épocas |

# %% [markdown] presenta="Optuna, Keras Tuner, TensorBoard"
# **Esta lección es opcional:** usa Optuna, Keras Tuner y TensorBoard, que el resto del curso no necesita. En
# tu computadora, escribe en una terminal, con el entorno del curso activado, `pip install optuna keras-tuner tensorboard`. En
# Google Colab, esa misma orden va en una celda nueva, con el signo «%» delante. Después, reinicia el núcleo de ejecución.

# %%
import io
import tempfile
import time
from contextlib import redirect_stdout
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from sklearn.neural_network import MLPClassifier
from sklearn.svm import SVC

from course_utils import check, hint, solution
from course_utils import load_fashion_mnist, quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras
import tensorflow as tf

# %% presenta="optuna.logging.set_verbosity, optuna.logging.WARNING"
try:
    import keras_tuner
    import optuna
    from tensorboard.backend.event_processing.event_accumulator import (
        EventAccumulator)
except ModuleNotFoundError:
    raise ModuleNotFoundError(
        "Falta Optuna, Keras Tuner o TensorBoard, que solo usa esta "
        "lección. Escribe «pip install optuna keras-tuner tensorboard» en "
        "una terminal, reinicia el núcleo de ejecución y vuelve a ejecutar."
    ) from None

optuna.logging.set_verbosity(optuna.logging.WARNING)  # sin un diario

# %% [markdown] presenta="estudio, ensayo"
# ## 1 · ¿Qué se le dice a un buscador?
#
# En {{buscar_hiperparametros}} buscaste a mano. Un buscador hace lo mismo, y lleva las cuentas. Hay que decirle tres cosas:
# qué se puede cambiar y entre qué valores, qué nota saca cada intento, y cuántos intentos hay.
#
# Empezamos por **Optuna**, con un modelo que se entrena en un instante: una SVM y prendas encogidas a 7×7. Tú escribes una función que
# recibe un **ensayo** (*trial*), le pide valores y devuelve una nota. El **estudio** (*study*) la llama una y otra vez.

# %%
(images, labels), others = load_fashion_mnist()
x_train = (images[:3000] / 255).astype("float32")
x_valid = (images[55_000:56_000] / 255).astype("float32")
y_train, y_valid = labels[:3000], labels[55_000:56_000]
del images, others  # las demás no hacen falta, y ocupan

def shrink(x):
    """De 28×28 a 7×7: la media de cada cuadro de 4×4."""
    return x.reshape(-1, 7, 4, 7, 4).mean(axis=(2, 4)).reshape(-1, 49)

few, new = shrink(x_train[:200]), shrink(x_valid[:300])

# %% presenta="optuna.create_study, .optimize, .suggest_float"
def objective(trial):
    C = trial.suggest_float("C", 1e-2, 1e3, log=True)
    gamma = trial.suggest_float("gamma", 1e-4, 1e1, log=True)
    model = SVC(C=C, gamma=gamma).fit(few, y_train[:200])
    return model.score(new, y_valid[:300])

def search(sampler, trials=30):
    study = optuna.create_study(direction="maximize", sampler=sampler)
    study.optimize(objective, n_trials=trials)
    return study

# %% [markdown] presenta="muestreador"
# `log=True` sortea en escala logarítmica, como en {{buscar_hiperparametros}}. El **muestreador** (*sampler*) decide qué se prueba; TPE es el que
# Optuna trae puesto. Con `seed`, la búsqueda se repite igual.

# %% presenta=".best_value, .best_params, .trials_dataframe, optuna.samplers.TPESampler"
study = search(optuna.samplers.TPESampler(seed=42))
print(f"la mejor ≈ {study.best_value:.3f} con", ", ".join(
    f"{name} ≈ {value:.2g}" for name, value in study.best_params.items()))
table = study.trials_dataframe()
columns = ["number", "value", "params_C", "params_gamma", "state"]
digits = {"value": 1, "params_C": 2, "params_gamma": 4}
print(table[columns].head(3).round(digits).to_string(index=False))
print("filas:", len(table), "  ¿todas acabaron?",
      bool((table["state"] == "COMPLETE").all()))

# %% [markdown] presenta=".suggest_int"
# **Qué observas.** La tabla tiene un ensayo por fila: su número, su nota (`value`), cuándo empezó y acabó, lo que se probó («params_» y el nombre) y cómo
# terminó (`state`). Además de `suggest_float` hay `suggest_int`, con el último incluido, y «suggest_categorical», que recibe una lista.
#
# El espacio no es una tabla fija: es tu código. Puedes pedir una cosa según lo que salió en otra.
#
# ### Ejercicio 8.12.1
#
# Completa `proponer(trial)`, que ya pide la tasa. Pide `"capas"`, un entero de 1 a 3. Después, **por cada capa**, un
# entero de 16 a 256, en escala logarítmica, llamado `"neuronas_0"`, `"neuronas_1"`… Devuelve la tasa y la lista de neuronas, en ese orden.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Comprueba antes de clase que las tres bibliotecas se importan en todas las máquinas. En 8.12.1, el error típico es pedir
# `"neuronas"` en cada vuelta: no falla, y todas las capas salen iguales. Vuelve en «Errores frecuentes».

# %% tags=["ejercicio"]
def proponer(trial):
    tasa = trial.suggest_float("tasa", 1e-4, 1e-1, log=True)
    # >>> return ...
    capas = trial.suggest_int("capas", 1, 3)
    neuronas = [trial.suggest_int(f"neuronas_{k}", 16, 256, log=True)
                for k in range(capas)]
    return tasa, neuronas
    # <<<

# %%
check("8.12.1", proponer)

# %% [markdown] presenta="TPE"
# ## 2 · ¿Qué hace TPE que no haga el azar?
#
# El **TPE** (*tree-structured Parzen estimator*) parte los ensayos que lleva en dos: los **buenos**, uno de cada diez, y los demás. Pone una
# campana sobre cada uno. Donde hay muchas campanas de buenos y pocas de los otros merece la pena mirar. Así que sortea unos
# cuantos candidatos en las campanas de los buenos, y prueba el de mayor cociente. Aquí, con una sola cantidad, el exponente de `gamma`:

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dibuja en la pizarra tres puntos buenos y siete malos, y que digan dónde probarían. Lo que vale la sección es la celda que
# compara los diez primeros: que apuesten antes. El TPE de la biblioteca mira además las dos cantidades a la vez o por
# separado según la versión, ajusta el ancho de las campanas y añade una muy ancha para no dejar sitios sin mirar.

# %%
def density(x, points):
    """Lo alto que está x en la media de las campanas de points."""
    return np.exp(-(x[:, None] - points) ** 2 / 2).mean(axis=1)

# %%
ten = np.log10(table["params_gamma"][:20].to_numpy())
order = np.argsort(-table["value"][:20].to_numpy())
good, bad = ten[order[:2]], ten[order[2:]]
x = np.linspace(-4, 1, 200)
fig, ax = plt.subplots(figsize=(7, 3.2))
ax.plot(x, density(x, good), color="#0072B2", label="los 2 buenos")
ax.plot(x, density(x, bad), "--", color="#D55E00", label="los 18 demás")
ax.plot(good, [-0.03] * 2, "o", color="#0072B2")
ax.plot(bad, [-0.08] * 18, "x", color="#D55E00")
ax.set(title="Dónde caen los veinte primeros ensayos",
       xlabel="Exponente de gamma (base 10)", ylabel="Altura media")
ax.legend()
fig.tight_layout()

# %% [markdown]
# **Qué observas.** El cociente dice cuántas veces cabe la naranja en la azul: hacia donde más quepa irá el siguiente.
#
# ### ★ Ampliación · Ejercicio 8.12.2
#
# Escribe `candidato(buenos, malos, candidatos)`, con tres arrays de una dimensión. Devuelve el candidato con el mayor cociente entre su
# altura en los buenos y en los malos. Usa `density`.

# %% tags=["ejercicio"]
def candidato(buenos, malos, candidatos):
    # >>> return ...
    cociente = density(candidatos, buenos) / density(candidatos, malos)
    return candidatos[np.argmax(cociente)]
    # <<<

# %%
check("8.12.2", candidato)

# %% [markdown]
# ### ¿Y mientras no hay de qué aprender?
#
# Para aprender de los ensayos tiene que haber ensayos. **Predice:** un estudio con TPE y otro al azar, con la misma semilla. ¿Cuántos de
# los primeros ensayos serán iguales?

# %% presenta="optuna.samplers.RandomSampler, .trials, .params"
chance = search(optuna.samplers.RandomSampler(seed=42))
same = [a.params == b.params for a, b in zip(study.trials, chance.trials)]
print("los primeros, iguales:", same.index(False))
fig, axes = plt.subplots(1, 2, figsize=(7.5, 3.6), sharey=True,
                         layout="constrained")
for ax, name, run in zip(axes, ("Al azar", "TPE"), (chance, study)):
    rows = run.trials_dataframe()
    first = ax.scatter(rows["params_C"][:10], rows["params_gamma"][:10],
                       marker="x", color="#D55E00")
    later = ax.scatter(rows["params_C"][10:], rows["params_gamma"][10:],
                       color="#0072B2")
    ax.set(title=name, xscale="log", yscale="log", xlabel="C")
axes[0].set_ylabel("gamma")
legend = fig.legend([first, later], ["los diez primeros", "los demás"],
                    loc="outside lower center", ncols=2)

# %% [markdown]
# **Qué observas.** Los diez primeros son los mismos: hasta tener diez, TPE **sortea**, con el mismo sorteo que el azar. Lo
# cambia `n_startup_trials`. Después, las nubes se separan: la de TPE se aprieta donde iba bien.
#
# > **Lo que oirás por ahí: «Optuna encuentra siempre antes».** Diez semillas, cada una con las dos búsquedas. ¿Quién lleva mejor
# > nota a los 10, 20 y 30 ensayos? (`np.maximum.accumulate` da, en cada sitio, el mayor hasta ahí.)

# %% presenta="numpy.maximum.accumulate"
def best_so_far(kind):
    """La mejor nota hasta cada ensayo, con diez semillas."""
    notes = [[trial.value for trial in search(kind(seed=seed)).trials]
             for seed in range(10)]
    return np.maximum.accumulate(notes, axis=1)

tpe = best_so_far(optuna.samplers.TPESampler)
azar = best_so_far(optuna.samplers.RandomSampler)

# %%
for n in (10, 20, 30):
    gap = tpe[:, n - 1] - azar[:, n - 1]
    print(f"{n} ensayos: TPE gana ≈ {(gap > 0).sum()}, empata "
          f"≈ {(gap == 0).sum()}, pierde ≈ {(gap < 0).sum()}; "
          f"ventaja media ≈ {gap.mean():.3f}")
print("¿A los 10 empatan todas?", bool((tpe[:, 9] == azar[:, 9]).all()))
print("¿A los 30 gana más de la mitad?", bool((gap > 0).sum() > 5))
print("¿A los 30 gana alguna vez el azar?", bool((gap < 0).any()))

# %% [markdown]
# **Qué observas.** A los diez, todas empatan: no ha hecho otra cosa que sortear. A los treinta, TPE suele ir por delante. «Siempre», no.

# %% [markdown] presenta="fANOVA, PED-ANOVA"
# ### ★ Ampliación · ¿Qué hiperparámetro importa?
#
# Con los ensayos hechos, Optuna estima cuánto cuenta cada uno; las importancias suman 1. Hay dos maneras: fANOVA mira qué explica las diferencias
# entre **todas** las notas; PED-ANOVA, qué distingue a las **mejores**. La que viene puesta depende de la versión, así que conviene decirla. Los ensayos,
# al azar, que miran todo el espacio.
#
# **Predice:** ¿saldrá lo mismo con las dos? ¿Y si buscas `gamma` solo entre 0.01 y 0.1?

# %% presenta="optuna.importance.get_param_importances, optuna.importance.FanovaImportanceEvaluator, optuna.importance.PedAnovaImportanceEvaluator"
def importance_of_gamma(low, high):
    def narrow(trial):
        C = trial.suggest_float("C", 1e-2, 1e3, log=True)
        gamma = trial.suggest_float("gamma", low, high, log=True)
        model = SVC(C=C, gamma=gamma).fit(few, y_train[:200])
        return model.score(new, y_valid[:300])

    run = optuna.create_study(direction="maximize", sampler=(
        optuna.samplers.RandomSampler(seed=42)))
    run.optimize(narrow, n_trials=60)
    ways = (optuna.importance.FanovaImportanceEvaluator(seed=0),
            optuna.importance.PedAnovaImportanceEvaluator())
    return [optuna.importance.get_param_importances(
        run, evaluator=way)["gamma"] for way in ways]

# %%
wide, thin = importance_of_gamma(1e-4, 1e1), importance_of_gamma(0.01, 0.1)
for name, before, after in zip(("fANOVA", "PED-ANOVA"), wide, thin):
    print(f"{name:<10} gamma cuenta ≈ {before:.2f}; en el espacio estrecho "
          f"≈ {after:.2f}   ¿menos? {after < before}")
print("¿Cuenta más para fANOVA que para PED-ANOVA?", wide[0] > wide[1])

# %% [markdown]
# **Qué observas.** `gamma` no ha cambiado: ha cambiado dónde se buscó, y quién lo mira. «Este hiperparámetro no importa» se queda en «no importa ahí,
# con esa regla».

# %% [markdown] presenta=".Float, .Int"
# ## 3 · ¿Y en Keras Tuner?
#
# **Keras Tuner** busca redes de Keras. En vez de una nota, le das una función que **construye** la red: recibe `hp`, le pide valores (con `hp.Float` y `hp.Int`) y
# devuelve la red compilada. Entrenarla y apuntar la nota lo hace él. Esta es la nuestra, siempre con
# la misma semilla. (`optimizer.build` prepara las memorias de Adam: sin eso, quien retome la red desde un archivo las perdería.)

# %% presenta="keras.utils.clear_session"
def network(rate, units, off):
    keras.utils.clear_session()  # suelta las redes de antes
    set_seed(42)
    model = keras.Sequential([
        keras.Input((28, 28)), keras.layers.Flatten(),
        keras.layers.Dense(units, activation="relu", name="oculta"),
        keras.layers.Dropout(off),
        keras.layers.Dense(10, activation="softmax")])
    model.compile(keras.optimizers.Adam(rate),
                  loss="sparse_categorical_crossentropy",
                  metrics=["accuracy"])
    model.optimizer.build(model.trainable_variables)
    return model

# %% [markdown]
# ### ★ Ampliación · Ejercicio 8.12.3
#
# Completa `construir(hp)`, que ya pide la tasa: se pide como en Optuna, y la escala se dice con `sampling="log"`. Pide `"neuronas"`, de 16 a
# 256, en escala logarítmica, con `hp.Int`; y `"apagadas"`, de 0 a 0.6, sin ella, con `hp.Float`. Devuelve `network(…)` con las tres, en el orden en que las recibe.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pon lado a lado 8.12.1 y 8.12.3 y que busquen las diferencias: en Optuna tú entrenas y devuelves una nota; en Keras Tuner
# devuelves una red. De ahí sale lo demás: Optuna vale para cualquier cosa, y Keras Tuner ahorra el entrenamiento y guarda los pesos.

# %% tags=["ejercicio"]
def construir(hp):
    tasa = hp.Float("tasa", 1e-4, 1e-1, sampling="log")
    # >>> return ...
    neuronas = hp.Int("neuronas", 16, 256, sampling="log")
    return network(tasa, neuronas, hp.Float("apagadas", 0, 0.6))
    # <<<

# %%
check("8.12.3", construir)

# %% [markdown]
# ### ¿Y para mirar lo que hace?
#
# Con una función que construya la red basta. Si además quieres tocar el entrenamiento, hereda de `HyperModel` y cambia `fit`: la nuestra apunta la
# exactitud de cada época en `curves`. La carpeta es temporal, porque un buscador **escribe en el disco** todo lo que hace.

# %% presenta="keras_tuner.HyperModel"
class Net(keras_tuner.HyperModel):
    def build(self, hp):
        return network(hp.Float("tasa", 1e-4, 1e-1, sampling="log"),
                       hp.Int("neuronas", 16, 256, sampling="log"),
                       hp.Float("apagadas", 0, 0.6))

    def fit(self, hp, model, *args, **settings):
        history = model.fit(*args, **settings)
        curves.append(history.history["val_accuracy"])
        return history

data = {"x": x_train, "y": y_train, "validation_data": (x_valid, y_valid),
        "batch_size": 250, "verbose": 0}

# %% presenta="keras_tuner.RandomSearch, .search"
folder, curves = tempfile.TemporaryDirectory(), []
tuner = keras_tuner.RandomSearch(
    Net(), objective="val_accuracy", max_trials=8, seed=42,
    directory=folder.name, project_name="al_azar")
tuner.search(**data, epochs=6)
print("redes:", len(curves), "  épocas:", sum(len(c) for c in curves))

# %% presenta=".get_best_hyperparameters, .get_best_trials, .oracle, .rglob, .suffix, .stat, .st_size, .is_file"
files = [path for path in Path(folder.name).rglob("*") if path.is_file()]
kinds = [path.suffix for path in files]
print(f"en el disco: {kinds.count('.h5')} archivos de pesos (.h5) y más de "
      f"{len(curves)} de texto (.json): {kinds.count('.json') > 8}; ocupan "
      f"≈ {sum(path.stat().st_size for path in files) / 1e6:.0f} MB")
best = tuner.get_best_hyperparameters()[0].values
print("gana: " + ", ".join(f"{name} ≈ {value:.2g}"
                           for name, value in best.items()))
print("¿Su nota es la mayor de todas las curvas?", bool(np.isclose(
    tuner.oracle.get_best_trials()[0].score, np.max(curves))))

# %% [markdown]
# **Qué observas.** De cada ensayo guarda qué probó y los pesos de su **mejor** época. Y la nota es la de esa época, no la de la
# última: un máximo dentro de otro, dos veces el optimismo de {{buscar_hiperparametros}}. Para comparar, en Optuna
# haremos lo mismo.

# %% [markdown] presenta="podar un ensayo, .report, .should_prune, optuna.TrialPruned"
# ## 4 · ¿Podar sale gratis?
#
# **Podar** un ensayo es dejarlo a medias, porque va mal. Optuna no entrena, así que tú le **cuentas** cómo va: en cada época,
# `trial.report(valor, paso)`. Después, `trial.should_prune()` contesta si sobra; si sobra, se lanza `optuna.TrialPruned()`.
#
# ### Ejercicio 8.12.4
#
# Escribe `con_poda(trial, curva)`. `curva` es una lista con la exactitud de cada época. Cuéntaselas al ensayo, con los pasos 0, 1, 2…; después de cada
# una, pregunta y, si sobra, lanza la poda. Si llega al final, devuelve la **mejor** de la curva.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El error de 8.12.4 es un `return` donde va el `raise`: el estudio lo daría por terminado, con la nota de una red a
# medias. Las curvas ya están entrenadas: repetir la poda no cuesta nada, y por eso se hace trescientas veces. Pregunta qué
# clase de red empieza despacio y acaba bien: la de tasa pequeña.

# %% tags=["ejercicio"]
def con_poda(trial, curva):
    # >>> return ...
    for paso, valor in enumerate(curva):
        trial.report(valor, paso)
        if trial.should_prune():
            raise optuna.TrialPruned()
    return max(curva)
    # <<<

# %%
check("8.12.4", con_poda)

# %% [markdown] presenta="podador"
# Quién sobra lo decide el **podador** (*pruner*). `MedianPruner` corta al que ni con su mejor época hasta ahora llega a
# la **mediana** de lo que tenían, en esta, los que ya acabaron. Y no corta a nadie hasta que acaban `n_startup_trials`:
# cinco, si no dices nada.
#
# Ya tenemos ocho curvas enteras. Con ellas se repite una búsqueda sin entrenar nada: se eligen cinco a suertes, se «entrenan» leyéndolas, y se ve qué
# se habría cortado. `set_user_attr` apunta en el ensayo lo que quieras: aquí, las épocas gastadas. `trial.number` es su número, desde 0.
#
# **Predice:** en trescientas búsquedas así, ¿qué parte de las épocas se ahorra? ¿En cuántas se corta a la que iba a ganar?

# %% presenta="optuna.pruners.MedianPruner, .set_user_attr, .user_attrs, .number"
def replay(some, patience):
    """Lo gastado, y lo que se pierde, podando con esas cinco curvas."""
    def read(trial):
        for epoch, value in enumerate(some[trial.number]):
            trial.set_user_attr("epocas", epoch + 1)
            trial.report(value, epoch)
            if trial.should_prune():
                raise optuna.TrialPruned()
        return some[trial.number].max()

    pruner = optuna.pruners.MedianPruner(n_startup_trials=patience)
    study = optuna.create_study(direction="maximize", pruner=pruner)
    study.optimize(read, n_trials=5)
    used = sum(trial.user_attrs["epocas"] for trial in study.trials)
    return used / some.size, some.max() - study.best_value

# %%
rng = np.random.default_rng(0)
draws = [np.array(curves)[rng.permutation(8)[:5]] for _ in range(300)]
saved, missed = [], []
for patience in (1, 2):
    used, lost = np.transpose([replay(draw, patience) for draw in draws])
    saved.append(1 - used.mean())
    missed.append(np.mean(lost > 0))
    print(f"dejando en paz a {patience}: ahorra ≈ {saved[-1]:.2f} de las "
          f"épocas; corta a la mejor en ≈ {missed[-1]:.2f} de las "
          f"búsquedas, y pierde entonces ≈ {lost[lost > 0].mean():.3f}")
print("¿Ahorra más de un cuarto?", bool(saved[0] > 0.25))
print("¿Con menos paciencia, más ahorro y más pérdidas?",
      bool(saved[0] > saved[1] and missed[0] > missed[1]))

# %%
winner = int(np.argmax(np.max(curves, axis=1)))
fig, ax = plt.subplots(figsize=(7, 3.4))
for number, curve in enumerate(curves):
    ax.plot(range(1, 7), curve, "--", color="#D55E00", linewidth=1,
            label="las ocho" if number == 0 else None)
ax.plot(range(1, 7), curves[winner], "-o", color="#0072B2",
        label="la que gana")
ax.plot(range(1, 7), np.median(curves, axis=0), "k:", label="la mediana")
ax.set(title="Las ocho redes", xlabel="Época",
       ylabel="Exactitud en validación")
ax.legend()
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Hay curvas que se cruzan: quien empieza despacio puede ir un rato por debajo y acabar por encima. La poda no lo sabe. Y aunque la que gana de las ocho vaya
# bien desde el principio, no está en todas las búsquedas de cinco.
#
# > **Lo que oirás por ahí: «con poda se ahorra gratis».** Se ahorra mucho, y lo que se paga es el riesgo de cortar a la buena. Más paciencia lo baja, y baja el ahorro.
# > Con los cinco que `MedianPruner` deja en paz si no dices nada, en una búsqueda de cinco no corta ninguno.

# %% [markdown] presenta="archivo de eventos"
# ## 5 · ¿Qué hay en un tablero?
#
# **TensorBoard** es un tablero: una página que enseña entrenamientos, también mientras corren. No mira tu cuaderno: lee **archivos de eventos**, que
# el *callback* `keras.callbacks.TensorBoard` va escribiendo en una carpeta. Con `histogram_freq=1` apunta además, en cada época, un histograma de los
# pesos de cada capa.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Si hay proyector y terminal, ábrelo de verdad con dos entrenamientos en dos carpetas hermanas: es lo que el cuaderno no puede enseñar. Insiste
# en una carpeta por entrenamiento. En 8.12.5 casi todo el mundo prueba antes «Scalars», que está vacío: Keras los escribe como tensores.

# %% presenta="keras.callbacks.TensorBoard, .parent"
board = tempfile.TemporaryDirectory()
model = network(0.003, 60, 0.2)
history = model.fit(**data, epochs=15, callbacks=[
    keras.callbacks.TensorBoard(board.name, histogram_freq=1)]).history
for path in sorted(Path(board.name).rglob("*tfevents*")):
    print(f"{path.parent.name:<11} ≈ {path.stat().st_size / 1000:.0f} KB")

# %% [markdown]
# Para verlo, en una terminal: `tensorboard --logdir carpeta`, y en el navegador, la dirección que conteste. Verías una gráfica por métrica, con una
# línea por entrenamiento, y una pestaña con los histogramas. Aquí lo leemos sin tablero, con la biblioteca que él mismo usa:

# %% presenta="tensorboard.backend.event_processing.event_accumulator.EventAccumulator, .Reload, .Tags, .Tensors, .tensor_proto, tensorflow.make_ndarray"
place = str(Path(board.name, "validation"))
reader = EventAccumulator(place, size_guidance={"tensors": 0})
reader.Reload()  # ahora los lee
print("etiquetas:", [tag for tag in reader.Tags()["tensors"]
                     if tag.startswith("epoch")])
event = reader.Tensors("epoch_accuracy")[-1]
print(f"paso {event.step}: exactitud ≈ "
      f"{float(tf.make_ndarray(event.tensor_proto)):.3f}")

# %% [markdown]
# Cada etiqueta tiene una lista de **sucesos**: cuándo, en qué paso (`step`) y un tensor, en `tensor_proto`, que `tf.make_ndarray` convierte en array.
# `size_guidance` es cuántos guarda de cada etiqueta; con 0, todos.
#
# ### Ejercicio 8.12.5
#
# Completa `leer(carpeta, etiqueta)`, que ya tiene su lector: devuelve la lista de los valores de los sucesos de esa etiqueta, en orden, como números.

# %% tags=["ejercicio"]
def leer(carpeta, etiqueta):
    lector = EventAccumulator(carpeta, size_guidance={"tensors": 0})
    lector.Reload()
    # >>> return ...
    return [float(tf.make_ndarray(suceso.tensor_proto))
            for suceso in lector.Tensors(etiqueta)]
    # <<<

# %%
check("8.12.5", leer)

# %% [markdown]
# ### ¿Hay algo que no esté en `history`?
#
# > **Lo que oirás por ahí: «TensorBoard hace falta para ver las curvas».** Compara lo que hay en los archivos con lo que `fit` devolvió:

# %%
def events(part, tag):
    """Los arrays de una etiqueta, en orden."""
    reader = EventAccumulator(str(Path(board.name, part)),
                              size_guidance={"tensors": 0})
    reader.Reload()
    (whole,) = [t for t in reader.Tags()["tensors"] if t.endswith(tag)]
    return [tf.make_ndarray(e.tensor_proto) for e in reader.Tensors(whole)]

stored = [events("train", "epoch_loss"),
          events("validation", "epoch_accuracy")]
print("¿Los mismos números que en history?", bool(np.allclose(
    stored, [history["loss"], history["val_accuracy"]], atol=1e-6)))
shapes = events("train", "oculta/kernel/histogram")
print("¿Acaban los pesos ocupando más ancho?",
      bool(np.ptp(shapes[-1][:, :2]) > np.ptp(shapes[0][:, :2])))

# %%
fig, axes = plt.subplots(1, 2, figsize=(7.5, 3.6))
axes[0].plot(range(1, 16), stored[1], "-o", color="#0072B2")
axes[0].set(title="Lo que da una métrica", xlabel="Época",
            ylabel="Exactitud en validación", xticks=range(1, 16, 2))
for epoch in range(0, 15, 2):  # una de cada dos
    left, right, count = shapes[epoch].T
    height = 2 * count / count.max()
    axes[1].fill_between((left + right) / 2, epoch + 1, epoch + 1 - height,
                         color="#0072B2", alpha=0.4)
axes[1].set(title="Lo que da un histograma", ylabel="Época",
            xlabel="Peso de la capa oculta", yticks=range(1, 16, 2))
axes[1].invert_yaxis()
fig.tight_layout()

# %% [markdown]
# **Qué observas.** Los mismos números: para dibujar la curva de una red que acabas de entrenar, te sobra con `history`. El tablero da otra cosa: los
# histogramas (aquí, los pesos se van abriendo), los entrenamientos de ayer junto a los de hoy, y verlos mientras corren, o después de que el cuaderno se cierre.

# %% [markdown]
# ## Errores frecuentes
#
# **No decir hacia dónde.** Sin `direction`, un estudio **minimiza**. Con una exactitud, se queda con lo peor, y no avisa.

# %%
for name, settings in (("sin decirlo", {}),
                       ("arreglado", {"direction": "maximize"})):
    run = optuna.create_study(
        sampler=optuna.samplers.RandomSampler(seed=42), **settings)
    run.optimize(objective, n_trials=10)
    print(f"{name:<11} la mejor ≈ {run.best_value:.2f}   "
          f"¿más de 0.5? {run.best_value > 0.5}")

# %% [markdown]
# **Buscar otra vez en la misma carpeta.** Keras Tuner encuentra el proyecto, lo da por hecho y no entrena nada (si ahora
# le pides más ensayos, solo los que faltan). `redirect_stdout` recoge lo que escribiría en pantalla, que es largo y lleva
# el nombre de la carpeta.

# %% presenta="contextlib.redirect_stdout"
def repeat(**settings):
    """Cuántas redes entrena una búsqueda en la carpeta de antes."""
    before = len(curves)
    with redirect_stdout(io.StringIO()):
        again = keras_tuner.RandomSearch(
            Net(), objective="val_accuracy", max_trials=1, seed=42,
            directory=folder.name, project_name="al_azar", **settings)
        again.search(**data, epochs=1)
    return len(curves) - before

print("redes entrenadas:", repeat())
print("arreglado:", repeat(overwrite=True))
del curves[8:]  # la de la comprobación

# %% [markdown]
# ### ★ Ampliación · Leer con lo que viene puesto
#
# De cada etiqueta, el lector se queda con diez sucesos elegidos a suertes, y la curva sale con huecos:

# %%
for settings in ({}, {"size_guidance": {"tensors": 0}}):
    reader = EventAccumulator(place, **settings)
    reader.Reload()
    print("épocas leídas:", len(reader.Tensors("epoch_loss")), "de 15")

# %% [markdown]
# ### ★ Ampliación · Repetir un nombre
#
# El nombre es lo que distingue un hiperparámetro de otro. Si se repite, se contesta lo mismo, sin avisar. (`ask` da un ensayo suelto.)

# %% presenta=".ask"
trial = optuna.create_study(
    sampler=optuna.samplers.RandomSampler(seed=42)).ask()
for names in (["neuronas"] * 3, ["neuronas_0", "neuronas_1", "neuronas_2"]):
    answers = {trial.suggest_int(name, 16, 256) for name in names}
    print(f"{names[-1]:<11} respuestas distintas: {len(answers)}")

# %% [markdown] presenta="Hyperband"
# ## Práctica: tres buscadores, las mismas épocas
#
# El mismo espacio, la misma red y, como el coste es entrenar, el mismo presupuesto: **36 épocas**. Al azar ya está: los seis primeros
# ensayos de antes son 36 épocas.
#
# ### Paso 1 · Hyperband
#
# **Hyperband** son las mitades sucesivas de {{buscar_hiperparametros}} varias veces, con repartos distintos: muchos a los que se da poco, o pocos a los que se da mucho. Los que pasan siguen
# desde los pesos que guardó. Con `max_epochs=6` y `factor=3` le salen diez entrenamientos.

# %% [markdown] tags=["docente"]
# **{{minutos}}** con la autoevaluación. Antes de la tabla, que cada cual apueste por un buscador y diga cuánta ventaja le da. Después, la pregunta
# que vale: ¿con qué diferencia cambiarías tú de biblioteca? Lo que sí las distingue es lo que cuesta usarlas.

# %% presenta="keras_tuner.Hyperband"
chance_curves, curves = curves[:6], []
seconds = {}
start = time.process_time()
tuner_band = keras_tuner.Hyperband(
    Net(), objective="val_accuracy", max_epochs=6, factor=3, seed=42,
    directory=folder.name, project_name="hyperband")
tuner_band.search(**data)
seconds["Hyperband"] = time.process_time() - start
band_curves = curves
print("épocas de cada uno:", [len(curve) for curve in band_curves])
band_epochs = sum(len(curve) for curve in band_curves)
print("en total:", band_epochs)

# %% [markdown]
# **Qué observas.** Cinco redes, dos épocas cada una; las dos mejores siguen otras cuatro. Y tres que, por si acaso, se entrenan enteras.
#
# ### Paso 2 · Optuna, con TPE y poda
#
# Ahora se cuenta de verdad, mientras la red entrena: un *callback*, como los de {{redes_con_otra_forma}}. Un error que salta dentro de `fit` lo detiene, y eso es la
# poda. TPE sortea solo cuatro, y el podador deja en paz a dos. `enough` para el estudio al llegar a 36 épocas.

# %%
class Report(keras.callbacks.Callback):
    def __init__(self, trial):
        super().__init__()
        self.trial = trial

    def on_epoch_end(self, epoch, logs=None):
        self.trial.set_user_attr("epocas", epoch + 1)
        self.trial.report(logs["val_accuracy"], epoch)
        if self.trial.should_prune():
            raise optuna.TrialPruned()

# %% presenta=".stop"
def train(trial):
    model = network(trial.suggest_float("tasa", 1e-4, 1e-1, log=True),
                    trial.suggest_int("neuronas", 16, 256, log=True),
                    trial.suggest_float("apagadas", 0, 0.6))
    history = model.fit(**data, epochs=6, callbacks=[Report(trial)])
    return max(history.history["val_accuracy"])

def enough(study, trial):
    used = sum(trial.user_attrs["epocas"] for trial in study.trials)
    if used >= 36:
        study.stop()

# %%
start = time.process_time()
pruned = optuna.create_study(
    direction="maximize",
    sampler=optuna.samplers.TPESampler(seed=42, n_startup_trials=4),
    pruner=optuna.pruners.MedianPruner(n_startup_trials=2))
pruned.optimize(train, n_trials=36, callbacks=[enough])
seconds["Optuna"] = time.process_time() - start
rows = pruned.trials_dataframe()
cut = (rows["state"] == "PRUNED").sum()
print(f"ensayos ≈ {len(rows)}, podados ≈ {cut}")

# %% [markdown]
# ### ★ Ampliación · Ejercicio 8.12.6
#
# Escribe `coste(tabla)`. `tabla` es como `rows`: un ensayo por fila, con `"number"`, `"value"`, `"user_attrs_epocas"` y `"state"`, que es `"COMPLETE"` o `"PRUNED"`. Un podado
# también tiene `"value"`: lo último que contó. Devuelve las épocas gastadas en total y el **número** del ensayo que gana: el de mayor nota de los que acabaron.

# %% tags=["ejercicio"]
def coste(tabla):
    # >>> return ...
    completos = tabla[tabla["state"] == "COMPLETE"]
    ganador = completos.loc[completos["value"].idxmax(), "number"]
    return tabla["user_attrs_epocas"].sum(), ganador
    # <<<

# %%
check("8.12.6", coste)

# %% [markdown]
# ### Paso 3 · ¿Quién gana?
#
# **Predice** el orden antes de mirar.

# %%
rivals = {
    "al azar": (6, 36, np.max(chance_curves)),
    "Hyperband": (len(band_curves), band_epochs,
                  max(max(curve) for curve in band_curves)),
    "Optuna": (len(rows), rows["user_attrs_epocas"].sum(),
               pruned.best_value)}
for name, (trials, epochs, best) in rivals.items():
    print(f"{name:<10} entrenamientos ≈ {trials}  épocas ≈ {epochs}  "
          f"la mejor ≈ {best:.3f}")
print("segundos de procesador: " + ", ".join(
    f"{name} ≈ {used:.0f}" for name, used in seconds.items()))

# %% [markdown]
# **Qué observas.** Las mismas épocas, o casi: Optuna acaba la que tenía a medias. Una tabla así **no dice quién es mejor**: es una tirada, y con otra semilla del buscador puede
# cambiar el orden. Además, quien prueba más redes elige el máximo entre más: su nota sale más favorecida.
#
# ### Paso 4 · ¿El buscador, o la suerte?
#
# Para saberlo hay que repetir, y con Keras sería caro. Optuna busca lo que sea: aquí, el perceptrón de scikit-learn con las prendas de 7×7, que se entrena en un instante. Ocho semillas, 36
# épocas, al azar y sin podar contra TPE con poda. La nota elige; se compara en 2000 prendas que la búsqueda no vio. El conjunto de prueba no se abre.

# %%
(images, labels), others = load_fashion_mnist()
x_fresh = shrink(images[56_000:58_000] / 255)
y_fresh = labels[56_000:58_000]
del images, others
x_small, x_check = shrink(x_train[:1000]), shrink(x_valid)

def report(trial, model, epoch):
    """Cuenta la época, y poda si toca."""
    trial.set_user_attr("epocas", epoch + 1)
    score = model.score(x_check, y_valid)
    trial.report(score, epoch)
    if trial.should_prune():
        raise optuna.TrialPruned()
    return score

# %%
def quick(trial):
    units = trial.suggest_int("neuronas", 16, 256, log=True)
    rate = trial.suggest_float("tasa", 1e-4, 1e-1, log=True)
    model = MLPClassifier(
        (units,), learning_rate_init=rate,
        alpha=trial.suggest_float("alfa", 1e-5, 1, log=True),
        random_state=0)
    rng = np.random.default_rng(0)
    for epoch in range(6):
        for rows in np.split(rng.permutation(1000), 4):
            model.partial_fit(x_small[rows], y_train[rows],
                              classes=range(10))
        score = report(trial, model, epoch)
    trial.set_user_attr("nuevas", model.score(x_fresh, y_fresh))
    return score

# %% presenta="optuna.pruners.NopPruner, .best_trial"
def compete(sampler, pruner):
    """La exactitud, en prendas nuevas, de la red que gana."""
    study = optuna.create_study(direction="maximize", sampler=sampler,
                                pruner=pruner)
    study.optimize(quick, n_trials=36, callbacks=[enough])
    return study.best_trial.user_attrs["nuevas"]

plain, clever = np.transpose([
    (compete(optuna.samplers.RandomSampler(seed=seed),
             optuna.pruners.NopPruner()),
     compete(optuna.samplers.TPESampler(seed=seed, n_startup_trials=4),
             optuna.pruners.MedianPruner(n_startup_trials=2)))
    for seed in range(8)])

# %% tags=["resultado"]
gap = clever - plain
print(f"al azar ≈ {plain.mean():.3f}   TPE con poda ≈ {clever.mean():.3f}")
print(f"TPE con poda gana ≈ {(gap > 0).sum()}, empata ≈ {(gap == 0).sum()} "
      f"y pierde ≈ {(gap < 0).sum()}; diferencia media ≈ {gap.mean():+.3f}")
print("¿Gana alguno las ocho?", bool((gap > 0).all() or (gap < 0).all()))
print("¿Menos de 0.03 de diferencia media?", bool(abs(gap.mean()) < 0.03))

# %% [markdown]
# **Qué observas.** Con la regla de {{optimizadores}} no se distinguen: ninguno gana las ocho. Aunque uno gane casi todas,
# las ocho semillas siguientes pueden darle la vuelta. (Si alguna vez empatan: los primeros ensayos de los dos, con la
# misma semilla, son los mismos.) Con tan pocos ensayos, elige la biblioteca por lo cómoda que te resulte; lo que un
# buscador aprende se nota cuando tiene muchos de los que aprender.

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Haces diez ensayos con `TPESampler(seed=1)` y diez con `RandomSampler(seed=1)`, en el mismo espacio y sin cambiar nada más. ¿Qué sale?
#
# - a) TPE, mejor: aprende de los ensayos anteriores.
# - b) Parecido, porque en diez ensayos aprende poco.
# - c) Lo mismo: los mismos diez ensayos.
# - d) Nada: TPE se niega con menos de once.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "c"
# <<<
check("8.12.A1", respuesta_1)

# %% [markdown]
# **A2.** En un estudio que maximiza, el mejor de los que acabaron tiene 0.83, y uno podado contó 0.84 por última vez. ¿Cuánto vale `study.best_value`?
#
# - a) 0.84.
# - b) 0.83.
# - c) Da un error: hay ensayos sin terminar.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "b"
# <<<
check("8.12.A2", respuesta_2)

# %% [markdown]
# **A3.** Vuelves a ejecutar la celda de Keras Tuner, con otra red, y acaba en un instante con el mismo ganador. ¿Por qué?
#
# - a) La carpeta guarda la búsqueda anterior, y la ha dado por hecha.
# - b) La semilla es la misma.
# - c) La segunda vez TensorFlow ya está cargado y es más rápido.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("8.12.A3", respuesta_3)

# %% [markdown]
# **A4.** ¿Para qué te sirve el *callback* de TensorBoard?
#
# - a) Para que la red se entrene mejor.
# - b) Para tener una exactitud más precisa que la de `history`.
# - c) Para poder dibujar la curva: sin él no hay números.
# - d) Para mirar un entrenamiento desde fuera: mientras corre, otro día o al lado de otros.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "d"
# <<<
check("8.12.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - En Optuna escribes una función que pide valores y devuelve una nota; en Keras Tuner, una que pide valores y devuelve una red.
# - TPE prueba donde hay muchos ensayos buenos y pocos malos. Mientras no tiene diez, sortea.
# - Podar ahorra épocas y arriesga a la que empieza despacio. El podado cuesta, y no compite.
# - TensorBoard lee archivos de eventos, y tú también: las métricas son las de `history`; los histogramas, no.
# - Con pocas épocas, la suerte del sorteo pesa más que el buscador: compara con varias semillas y en datos que la búsqueda no vio.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo 10.
# - [Optuna](https://optuna.readthedocs.io/), [Keras Tuner](https://keras.io/keras_tuner/) y [TensorBoard](https://www.tensorflow.org/tensorboard): sus guías.
# - J. Bergstra y otros (2011), *Algorithms for Hyper-Parameter Optimization*, de donde viene TPE.
# - L. Li y otros (2018), *Hyperband: A Novel Bandit-Based Approach to Hyperparameter Optimization*:
#   [arXiv:1603.06560](https://arxiv.org/abs/1603.06560).
