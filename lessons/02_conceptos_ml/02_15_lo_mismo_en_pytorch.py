# %% [markdown]
# # 2.15 · Lo mismo en PyTorch
#
# | | |
# |---|---|
# | **Objetivos** | Crear tensores y derivar con PyTorch; escribir una red y su ciclo de entrenamiento; medirla sin descuidos; demostrar que es la misma red que la de Keras; decir cuándo se elige PyTorch |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Los lotes y Adam (lección {{lotes_y_optimizadores}}), la retropropagación ({{como_aprende_una_red}}), la red de Keras ({{bibliotecas_de_ml}}) y la red sin `fit` ({{la_cocina}}). Hay que tener PyTorch: se explica aquí abajo |
# | **Datos** | 1797 dígitos escritos a mano, de scikit-learn, y los pingüinos de Palmer (CC0) |
# | **Práctica** | Reconocer tres especies de pingüinos con una red de PyTorch, de principio a fin |

# %% [markdown] presenta="PyTorch"
# **PyTorch es un añadido opcional del curso:** solo lo usa esta lección. En **Google Colab** ya viene.
# En tu computadora, escribe en una terminal, con el entorno del curso activado, `pip install torch`. En
# Linux esa orden trae la versión para tarjetas gráficas de NVIDIA, que ocupa varios gigas. Si no tienes
# una, abre el selector oficial [«Start locally»](https://pytorch.org/get-started/locally/), marca tu
# sistema y «CPU», y copia la orden que te muestra. Después, reinicia el núcleo de ejecución.

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

from course_utils import check, hint, solution
from course_utils import load_penguins, quiet_tensorflow, set_seed

quiet_tensorflow()  # TensorFlow, sin llenar la pantalla de avisos
import keras
import tensorflow as tf

# %% presenta="torch.set_num_threads"
try:
    import torch
    from torch import nn
except ModuleNotFoundError:
    raise ModuleNotFoundError(
        "Falta PyTorch, que solo usa esta lección. "
        "Instálalo con «pip install torch» en una "
        "terminal, reinicia el núcleo de ejecución y vuelve a ejecutar. "
        "En Google Colab ya viene."
    ) from None

# con redes tan pequeñas, repartir el trabajo cuesta más que hacerlo
torch.set_num_threads(1)

# %% [markdown]
# ## 1 · ¿Qué ingredientes hay en esta cocina?
#
# En la lección {{la_cocina}} entraste en la cocina de TensorFlow. PyTorch es otra cocina, con los utensilios en
# otros cajones. El ingrediente es el mismo: el **tensor**, como un array de NumPy que además puede
# vivir en una tarjeta gráfica y **recordar de qué cuentas salió**.
#
# **Predice:** si conviertes en tensor un array de NumPy con decimales, ¿será `float32` o `float64`?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Comprueba antes de clase que `import torch` funciona en todas las máquinas. Compara en la
# pizarra con `GradientTape`: allí se graba dentro de un `with`; aquí, cada tensor marcado lleva su
# propia historia. En 2.15.1, lo más visto es pedir `.grad` sin llamar antes a `backward()`.

# %% presenta="torch.tensor"
from_list = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
from_numpy = torch.tensor(np.array([[1.0, 2.0], [3.0, 4.0]]))

print("de una lista:", tuple(from_list.shape), from_list.dtype)
print("de NumPy:    ", tuple(from_numpy.shape), from_numpy.dtype)
print("producto:    ", (from_list @ from_list).tolist())

# %% [markdown] presenta=".backward, .grad"
# **Qué observas.** De una lista sale `float32`, el tipo que usan las redes. De NumPy se conserva el
# suyo, `float64`. Recuérdalo: de ahí sale el primero de los errores frecuentes de esta lección.
#
# Ahora, derivar. La función es la de {{la_cocina}}: $L(w) = (w - 3)^2$, que en $w = 1$ tiene pendiente $-4$. Con
# `requires_grad=True` pedimos que se recuerden las cuentas; `backward()` las recorre hacia atrás (la
# retropropagación de {{como_aprende_una_red}}) y deja la pendiente en `w.grad`.

# %% presenta=".item"
w = torch.tensor(1.0, requires_grad=True)
loss = (w - 3) ** 2
loss.backward()

print("pérdida:", loss.item(), " pendiente:", w.grad.item())

# %% [markdown]
# **Qué observas.** El mismo −4. `item()` saca el número de un tensor que solo tiene uno.
#
# ### ★ Ampliación · Ejercicio 2.15.1
#
# El mismo que el de TensorFlow ({{la_cocina}}.1), en la otra cocina.
#
# Escribe `pendiente(f, x)`: recibe una función de una variable y un número decimal, y devuelve la
# pendiente de `f` en `x`, calculada con `backward()`. Devuélvela como número, con `.item()`.

# %% tags=["ejercicio"]
def pendiente(f, x):
    # >>> return ...
    punto = torch.tensor(x, requires_grad=True)
    f(punto).backward()
    return punto.grad.item()
    # <<<

# %%
check("2.15.1", pendiente)

# %% [markdown]
# ## 2 · ¿Cómo se escribe aquí la misma red?
#
# Los datos y el reparto, exactamente los de {{bibliotecas_de_ml}}. Al final los pasamos a tensores.

# %%
digits = load_digits()
x = (digits.data / 16).astype("float32")
x_train, x_test, y_train, y_test = train_test_split(
    x, digits.target, test_size=0.25, random_state=0,
    stratify=digits.target)

inputs, test_inputs = torch.tensor(x_train), torch.tensor(x_test)
targets, test_targets = torch.tensor(y_train), torch.tensor(y_test)
print("entradas: ", tuple(inputs.shape), inputs.dtype)
print("etiquetas:", tuple(targets.shape), targets.dtype)

# %% [markdown] presenta="torch.nn.Linear, torch.nn.ReLU, torch.nn.Sequential, torch.manual_seed, .parameters, .named_parameters, .numel, .detach, numpy.isclose"
# La capa densa se llama aquí `Linear`, y hay que decirle cuántos números **entran** y cuántos
# **salen**. La `ReLU` es una pieza aparte, y `Sequential` las encadena. (`manual_seed` fija el azar.)
#
# Los pesos y los sesgos de una red son sus `parameters()`; con su nombre delante, `named_parameters()`.
# `numel()` dice cuántos números tiene uno, y `detach()` hace que un tensor olvide sus cuentas, para
# poder pasarlo a NumPy. (Y `np.isclose` dice si dos números son casi iguales.)
#
# **Predice:** en {{la_cocina}} la red aprendía 4810 números. ¿Cuántos aprenderá esta?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** La pregunta que siempre llega: «¿y la softmax?». Está dentro de la pérdida. Si alguien trae
# un cuaderno con `class Red(nn.Module)`, dile que es lo mismo con otra escritura: las clases no han
# salido en el curso y aquí no hacen falta.

# %%
torch.manual_seed(42)
model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))

for name, values in model.named_parameters():
    print(f"{name:<9} {str(tuple(values.shape)):<9} "
          f"{values.numel()} números")
print("en total:", sum(values.numel() for values in model.parameters()))

scores = model(test_inputs[:1]).detach().numpy()[0]
print("diez salidas; ¿son probabilidades, que suman 1?",
      bool(np.isclose(scores.sum(), 1)))

# %% [markdown] presenta="logits, numpy.log"
# **Qué observas.** Los mismos 4810. Pero las salidas **no** son probabilidades: falta la softmax. No es
# un olvido: son **puntos** (*logits*), y la función de pérdida aplica la softmax por dentro, como la de
# TensorFlow que usaste en {{la_cocina}}. ¿Qué pérdida? Queremos castigar la poca probabilidad que se dio a la
# clase correcta. Con una probabilidad $p$, el castigo será este, $-\log p$ (`np.log` es el logaritmo
# natural):

# %%
p = np.linspace(0.01, 1, 200)
fig, ax = plt.subplots(figsize=(5.5, 2.8))
ax.plot(p, -np.log(p), color="#0072B2")
ax.set(title="Entropía cruzada: dudar cuesta; negar lo cierto, muchísimo",
       xlabel="Probabilidad que dio a la clase correcta", ylabel="Pérdida")
fig.tight_layout()

# %% [markdown] presenta="entropía cruzada"
# Con probabilidad 1 no hay castigo; cerca de 0, crece sin límite. Es la **entropía cruzada**
# (*cross-entropy*). Con los puntos $z$ y la clase correcta $c$:
#
# $$L = -\log \frac{e^{z_c}}{\sum_k e^{z_k}}$$
#
# Primero a mano, y después con la biblioteca:

# %% presenta="torch.nn.functional.cross_entropy"
z, correct = np.array([2.0, 1.0, 0.1]), 0
by_hand = -np.log(np.exp(z[correct]) / np.exp(z).sum())
by_torch = nn.functional.cross_entropy(torch.tensor([z.tolist()]),
                                       torch.tensor([correct]))

print(f"a mano: {by_hand:.4f}   PyTorch: {by_torch.item():.4f}")

# %% [markdown]
# **Qué observas.** Coinciden. `cross_entropy` recibe puntos y etiquetas **enteras**, y si llegan
# muchas muestras devuelve la media. La misma pérdida, escrita como pieza, es `nn.CrossEntropyLoss()`.
#
# ### Ejercicio 2.15.2
#
# Escribe `crear_red(entradas, ocultas, salidas)`: devuelve una red con una capa oculta de `ocultas`
# neuronas con ReLU y una capa de salida, **sin softmax**.

# %% tags=["ejercicio"]
def crear_red(entradas, ocultas, salidas):
    # >>> return ...
    return nn.Sequential(
        nn.Linear(entradas, ocultas),
        nn.ReLU(),
        nn.Linear(ocultas, salidas),
    )
    # <<<

# %%
check("2.15.2", crear_red)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("2.15.2")` da una pista (y otra, si insistes), y
# `solution("2.15.2")` muestra una solución.
#
# ## 3 · ¿Qué hacía `fit` por ti?
#
# PyTorch no trae `fit`: el ciclo lo escribes tú. Cada paso son cinco líneas, y de la lección
# {{la_cocina}} ya conoces cuatro: puntos, pérdida, **borrar los gradientes viejos** (la nueva), retropropagar y
# corregir los pesos.
#
# **Predice:** la red aún no ha aprendido y da a cada cifra más o menos 1/10. ¿Qué pérdida saldrá, si es
# $-\log(1/10)$? ¿Y después de un paso, con las mismas imágenes?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pide que tapen la pantalla y digan las cinco líneas en orden. El ejercicio 2.15.3 llega con
# gradientes viejos a propósito: quien olvide `zero_grad()` lo descubre ahí. Quien acabe pronto puede
# cambiar Adam por `torch.optim.SGD` y ver qué tasa necesita.

# %% presenta="torch.optim.Adam, .zero_grad, .step"
optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
batch_x, batch_y = inputs[:32], targets[:32]

scores = model(batch_x)                              # 1. puntos
loss = nn.functional.cross_entropy(scores, batch_y)  # 2. pérdida
optimizer.zero_grad()                                # 3. borrar lo viejo
loss.backward()                                      # 4. retropropagar
optimizer.step()                                     # 5. corregir los pesos

after = nn.functional.cross_entropy(model(batch_x), batch_y)
print(f"-log(1/10) = {-np.log(0.1):.3f}")
print(f"antes ≈ {loss.item():.3f}   después ≈ {after.item():.3f}")
print("¿Bajó?", after.item() < loss.item())

# %% [markdown] presenta="torch.randperm, torch.arange"
# **Qué observas.** Empieza cerca de 2.3, la pérdida de quien no sabe nada, y un solo paso ya la baja un
# poco. Lo nuevo es la línea 3: en PyTorch los gradientes **se acumulan** hasta que alguien los borra.
#
# Ahora el ciclo entero. `randperm` baraja las posiciones (`arange` las da en orden) y `split` las corta
# en lotes de 32: es el `hacer_lotes` que escribiste en {{lotes_y_optimizadores}}.

# %%
def train_torch(model, shuffle=True):
    """Entrena 30 épocas con Adam; devuelve la pérdida media de cada una."""
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    history, n = [], len(inputs)
    for epoch in range(30):
        order = torch.randperm(n) if shuffle else torch.arange(n)
        history.append(0.0)
        for batch in order.split(32):
            loss = nn.functional.cross_entropy(model(inputs[batch]),
                                               targets[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            history[-1] += loss.item() * len(batch) / n
    return history

# %%
torch.manual_seed(42)
model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
history = train_torch(model)

print(f"pérdida: primera época ≈ {history[0]:.3f}   "
      f"última ≈ {history[-1]:.3f}")
print("¿Es la última menos de la décima parte?",
      history[-1] < history[0] / 10)

# %% [markdown]
# **Qué observas.** Aprende. Y cada palabra de `fit` (épocas, lotes, pérdida, optimizador) es una línea
# que puedes leer, detener o cambiar.
#
# ### Ejercicio 2.15.3
#
# Escribe `paso(modelo, optimizador, x, y)`: da **un** paso de entrenamiento con las cinco líneas, en
# ese orden, con la entropía cruzada. Devuelve la pérdida de antes de corregir, como número (`.item()`).

# %% tags=["ejercicio"]
def paso(modelo, optimizador, x, y):
    # >>> return ...
    puntos = modelo(x)
    perdida = nn.functional.cross_entropy(puntos, y)
    optimizador.zero_grad()
    perdida.backward()
    optimizador.step()
    return perdida.item()
    # <<<

# %%
check("2.15.3", paso)

# %% [markdown] presenta=".eval, torch.no_grad, .float"
# Falta medir. Para el examen se avisa dos veces: `model.eval()` pone en modo examen las piezas que se
# portan distinto al entrenar (*dropout*, por ejemplo), y `torch.no_grad()` deja de recordar cuentas,
# que ya no hacen falta. (`float()` convierte `True` y `False` en 1 y 0, y así se puede hacer la media.)

# %%
model.eval()
with torch.no_grad():
    predicted = model(test_inputs).argmax(dim=1)  # dim es el axis de NumPy

torch_accuracy = (predicted == test_targets).float().mean().item()
print(f"exactitud en prueba ≈ {torch_accuracy:.3f}   ¿supera 0.94? "
      f"{torch_accuracy > 0.94}")

# %% [markdown]
# ### ★ Ampliación · Ejercicio 2.15.4
#
# Escribe `exactitud(modelo, x, y)`: pone el modelo en modo examen, calcula **sin gradientes** la clase
# elegida en cada fila y devuelve la fracción de aciertos, un número entre 0 y 1.

# %% tags=["ejercicio"]
def exactitud(modelo, x, y):
    # >>> return ...
    modelo.eval()
    with torch.no_grad():
        elegidas = modelo(x).argmax(dim=1)
    return (elegidas == y).float().mean().item()
    # <<<

# %%
check("2.15.4", exactitud)

# %% [markdown] presenta=".T, .get_weights, .copy_"
# ## 4 · ¿Sale el mismo plato que con Keras?
#
# La prueba más exigente: las dos redes parten de **los mismos pesos** y ven **los mismos lotes, en el
# mismo orden**. Keras guarda cada matriz de pesos con las entradas en las filas; PyTorch, al revés. Por
# eso, al trasplantarlos, las matrices se trasponen (`.T`). `get_weights` los saca de Keras y `copy_` los
# escribe dentro de un tensor que ya existe.

# %%
def make_keras():
    model = keras.Sequential([
        keras.Input((64,)),
        keras.layers.Dense(64, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer=keras.optimizers.Adam(0.001),
                  loss="sparse_categorical_crossentropy",
                  metrics=["accuracy"])
    return model

# %% presenta="torch.softmax"
set_seed(42)
recipe = make_keras()
w1, b1, w2, b2 = recipe.get_weights()

twin = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
with torch.no_grad():
    for place, values in zip(twin.parameters(), (w1.T, b1, w2.T, b2)):
        place.copy_(torch.tensor(values))
    twin_says = torch.softmax(twin(test_inputs), dim=1).numpy()

distance = np.abs(twin_says - recipe.predict(x_test, verbose=0)).max()
print("Antes de entrenar, ¿las mismas probabilidades, salvo 0.0001?",
      bool(distance < 0.0001))

# %% [markdown]
# **Predice:** después de 30 épocas, o sea, de 1290 pasos de Adam en cada red, ¿seguirán siendo gemelas?

# %% [markdown] tags=["docente"]
# **{{minutos}}**, de ellos entre medio minuto y uno y pico de entrenamiento, según la máquina. Las gemelas no son idénticas hasta la última cifra:
# cada biblioteca suma en otro orden y su Adam usa otra constante minúscula (1e-7 en Keras, 1e-8 en
# PyTorch). Buen momento para hablar de qué es «igual» en cálculo numérico.

# %%
keras_loss = recipe.fit(x_train, y_train, batch_size=32, epochs=30,
                        shuffle=False, verbose=0).history["loss"]
torch_loss = train_torch(twin, shuffle=False)

fig, ax = plt.subplots(figsize=(6, 3.2))
ax.plot(range(1, 31), keras_loss, color="#999999", linewidth=6,
        label="Keras")
ax.plot(range(1, 31), torch_loss, "--", color="#D55E00", label="PyTorch")
ax.set(title="Los mismos pesos, los mismos lotes", xlabel="Época",
       ylabel="Pérdida de entrenamiento")
ax.legend()
fig.tight_layout()

gap = np.abs(np.array(keras_loss) - torch_loss).max()
print(f"mayor diferencia entre las curvas ≈ {gap:.4f}   ¿menor que 0.01? "
      f"{bool(gap < 0.01)}")

# %% [markdown]
# **Qué observas.** Una curva va encima de la otra. No son bibliotecas rivales con matemáticas distintas:
# son dos maneras de escribir las mismas cuentas. Ahora, como en la vida real: cada una con sus pesos de
# partida y sus lotes al azar, y varias semillas.

# %%
def keras_accuracy(seed):
    set_seed(seed)
    model = make_keras()
    model.fit(x_train, y_train, batch_size=32, epochs=30, verbose=0)
    return model.evaluate(x_test, y_test, verbose=0)[1]

def pytorch_accuracy(seed):
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
    train_torch(model)
    with torch.no_grad():
        return (model(test_inputs).argmax(dim=1)
                == test_targets).float().mean().item()

# %% tags=["resultado"]
by_keras = [keras_accuracy(seed) for seed in range(3)]
by_pytorch = [pytorch_accuracy(seed) for seed in range(3)]

print("Keras:  ", " ".join(f"≈ {value:.3f}" for value in by_keras))
print("PyTorch:", " ".join(f"≈ {value:.3f}" for value in by_pytorch))
gap = abs(np.mean(by_keras) - np.mean(by_pytorch))
print(f"diferencia entre las medias ≈ {gap:.3f}   ¿menor que 0.02? "
      f"{bool(gap < 0.02)}")
print(f"¿Menos de diez imágenes de las {len(y_test)}? "
      f"{bool(gap * len(y_test) < 10)}")

# %% [markdown] presenta="grafo dinámico"
# **Qué observas.** Casi el mismo acierto, como ya pasó en {{bibliotecas_de_ml}}: la diferencia son unas pocas imágenes del
# examen. Si en tu tabla una gana las tres veces, no le des la copa: tres semillas y un solo examen no bastan
# para eso, y ni los pesos de partida (cada una los sortea con su propia regla) ni el orden de los lotes son los
# mismos en las dos.
#
# ## ★ Ampliación · ¿Por qué se dice que su grafo es dinámico?
#
# Las cuentas que recuerda un tensor forman un **grafo**: qué salió de qué. PyTorch lo construye **cada
# vez** que haces las cuentas, así que puede ser distinto cada vez. Mira esta función: el `while` da
# más o menos vueltas según el dato que llegue.
#
# **Predice:** con límite 10, ¿cuál es la pendiente si entra un 1? ¿Y si entra un 3?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Haz a mano 1 → 2 → 4 → 8 → 16: cuatro veces por 2 es multiplicar por 16, y
# esa es la pendiente. El ejercicio 2.15.5 puede quedar para casa, pero es el más bonito: deriva un
# algoritmo entero.

# %%
def double_until(x, limit):
    while x < limit:
        x = 2 * x
    return x

for start in (1.0, 3.0, 12.0):
    x = torch.tensor(start, requires_grad=True)
    result = double_until(x, 10)
    result.backward()
    print(f"entra {start:4.1f}   sale {result.item():4.1f}   "
          f"pendiente {x.grad.item():4.1f}")

# %% [markdown]
# **Qué observas.** Cuatro vueltas, dos vueltas, ninguna: tres grafos distintos, tres pendientes, y el
# código es Python corriente, con su `while`. Puedes poner un `print` o un `if` en medio de la red.
#
# > **Lo que oirás por ahí: «PyTorch es dinámico y TensorFlow, estático».** Era verdad con TensorFlow 1.
# > Desde TensorFlow 2 (2019) las cuentas también se hacen al momento, y la **misma** función sirve:

# %%
for start in (1.0, 3.0, 12.0):
    x = tf.Variable(start)
    with tf.GradientTape() as tape:
        result = double_until(1 * x, 10)  # 1 * x ya es un tensor
    print(f"entra {start:4.1f}   pendiente en TensorFlow "
          f"{tape.gradient(result, x).numpy():4.1f}")

# %% [markdown]
# **Qué observas.** Las mismas pendientes. Y al revés: cuando se busca velocidad, las dos saben convertir
# tu función en un grafo fijo: TensorFlow con `tf.function` y PyTorch con `torch.compile`.
#
# ### Ejercicio 2.15.5
#
# Hace dos mil años ya se calculaban raíces así: se empieza con $r = a$ y se repite
# $r \leftarrow (r + a / r) / 2$. Escribe `raiz(a, pasos)`: recibe un tensor `a` de un solo número
# positivo y cuántas veces repetir, y devuelve el **tensor** $r$, de modo que se pueda derivar. Con
# bastantes pasos, su pendiente debe ser la de la raíz, $1 / (2\sqrt{a})$, sin que nadie la escriba.

# %% tags=["ejercicio"]
def raiz(a, pasos):
    # >>> return ...
    r = a
    for vuelta in range(pasos):
        r = (r + a / r) / 2
    return r
    # <<<

# %%
check("2.15.5", raiz)

# %% [markdown]
# ## 5 · ¿Y cuándo se elige PyTorch?
#
# Nació en 2016 en los laboratorios de Facebook, y desde 2022 lo cuida una fundación independiente, la
# PyTorch Foundation, dentro de la Linux Foundation. Sirve para lo mismo que TensorFlow. Estas son
# buenas razones para escoger uno u otro:
#
# | Si… | mira primero |
# |---|---|
# | tienes una tabla de datos | scikit-learn |
# | quieres una red con piezas conocidas, sin escribir el ciclo | Keras |
# | vas a repetir o cambiar lo que cuenta un artículo de investigación | PyTorch: su código suele estar ahí |
# | usas un modelo de lenguaje publicado (por ejemplo, con Transformers, de Hugging Face) | PyTorch |
# | quieres cambiar el entrenamiento y ver cada paso | PyTorch, o la cocina de TensorFlow |
# | tu equipo ya usa una de las dos | esa |
#
# Y no son mundos separados: Keras 3 sabe cocinar en PyTorch (`KERAS_BACKEND="torch"`; en la ampliación de
# {{bibliotecas_de_ml}} se le pregunta).
#
# ## Errores frecuentes
#
# **1. Dar a la red decimales de NumPy (`float64`).** Los pesos son `float32`, y PyTorch no convierte por
# su cuenta.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El primero avisa; los otros dos, no. Pregunta cuál es peor.

# %% presenta="RuntimeError"
double_inputs = torch.tensor(digits.data[:5] / 16)
try:
    model(double_inputs)
except RuntimeError as error:
    print("Falla con", type(error).__name__, "porque son",
          double_inputs.dtype)

print("Arreglado, con .float():", tuple(model(double_inputs.float()).shape))

# %% [markdown]
# **2. Olvidar `zero_grad()`.** La pendiente de $w^2$ en $w = 1$ es 2, siempre. Mira lo que se acumula:

# %%
w = torch.tensor(1.0, requires_grad=True)
for turn in range(3):
    (w**2).backward()
    print("sin borrar:", w.grad.item())

w.grad = None  # es lo que hace optimizer.zero_grad() con cada peso
(w**2).backward()
print("Arreglado: ", w.grad.item())

# %% [markdown]
# **3. Poner softmax al final y, además, usar `cross_entropy`.** Se aplica dos veces. No hay error ni
# aviso: la pérdida se atasca lejos de cero aunque la red acierte con toda seguridad.

# %% presenta="torch.zeros"
certain = torch.zeros(1, 10)  # una fila de diez ceros
certain[0, 7] = 100.0  # cien puntos para el 7, que es la respuesta correcta
answer = torch.tensor([7])

twice = nn.functional.cross_entropy(torch.softmax(certain, dim=1), answer)
once = nn.functional.cross_entropy(certain, answer)
print(f"con dos softmax: {twice.item():.2f}   arreglado, con una: "
      f"{once.item():.2f}")

# %% [markdown]
# ## Práctica: tres especies de pingüinos, de principio a fin
#
# Cuatro medidas de cada animal (largo y altura del pico, aleta y masa) y tres especies: Adelie, Chinstrap y Gentoo. Los
# datos salen de pandas y de scikit-learn, o sea, de NumPy: te toca llevarlos a PyTorch.

# %% [markdown] tags=["docente"]
# **{{minutos}}** en clase para el paso 1 y la autoevaluación; el paso 2 puede quedar para casa: junta toda la
# lección en una función.

# %% presenta=".cat, .codes"
penguins = load_penguins().dropna(subset=["bill_length_mm", "body_mass_g"])
columns = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm",
           "body_mass_g"]
measures = StandardScaler().fit_transform(penguins[columns])
# cada una, un número
species = penguins["species"].astype("category").cat.codes.to_numpy()

print("medidas: ", measures.shape, measures.dtype)
print("especies:", species.shape, species.dtype)

# %% [markdown] presenta="torch.float32, torch.int64"
# Ninguno de los dos tipos sirve tal cual: los pesos son `float32` y `cross_entropy` quiere las etiquetas
# en `int64`. (Aquí escalamos todo junto para abreviar; `check` lo hará bien, con la media y la
# desviación del conjunto de entrenamiento).
#
# ### Paso 1 · Ejercicio 2.15.6
#
# Escribe `a_tensores(x, y)`: recibe dos arrays de NumPy, las medidas y las etiquetas, y devuelve **dos**
# tensores, en ese orden: las medidas en `float32` y las etiquetas en `int64`.

# %% tags=["ejercicio"]
def a_tensores(x, y):
    # >>> return ...
    return torch.tensor(x, dtype=torch.float32), torch.tensor(
        y, dtype=torch.int64)
    # <<<

# %%
check("2.15.6", a_tensores)

# %% [markdown]
# ### Paso 2 · Ejercicio 2.15.7
#
# Escribe `entrenar(x, y)`. Recibe las medidas ya escaladas (tensor `float32` de cuatro columnas) y las
# especies (tensor `int64`, con 0, 1 y 2). Crea una red con 4 entradas y 3 salidas, sin softmax, la
# entrena y la **devuelve**. La capa oculta, el optimizador, la tasa y las épocas los eliges tú. `check`
# la entrena con una parte de los pingüinos y la examina con otra: debe acertar al menos **0.95**.

# %% tags=["ejercicio"]
def entrenar(x, y):
    # >>> return ...
    red = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 3))
    optimizador = torch.optim.Adam(red.parameters(), lr=0.01)
    for epoca in range(20):
        for lote in torch.randperm(len(x)).split(32):
            perdida = nn.functional.cross_entropy(red(x[lote]), y[lote])
            optimizador.zero_grad()
            perdida.backward()
            optimizador.step()
    return red
    # <<<

# %%
check("2.15.7", entrenar)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** ¿Para qué sirve `optimizer.zero_grad()`?
#
# - a) Pone a cero los pesos, para empezar de nuevo.
# - b) Pone a cero la pérdida.
# - c) Desactiva los gradientes, para ir más deprisa.
# - d) Borra los gradientes anteriores, que si no se sumarían a los nuevos.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "d"
# <<<
check("2.15.A1", respuesta_1)

# %% [markdown]
# **A2.** La última capa de nuestra red es `nn.Linear(64, 10)`, sin softmax. ¿Por qué?
#
# - a) Porque `cross_entropy` ya aplica la softmax.
# - b) Porque PyTorch no tiene softmax.
# - c) Porque con diez clases no hace falta entrenarla.
# - d) Porque la ReLU hace el mismo trabajo.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "a"
# <<<
check("2.15.A2", respuesta_2)

# %% [markdown]
# **A3.** ¿Qué línea cambia los pesos?
#
# - a) `loss.backward()`
# - b) `model.eval()`
# - c) `optimizer.step()`
# - d) `model(x)`

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "c"
# <<<
check("2.15.A3", respuesta_3)

# %% [markdown]
# **A4.** Una compañera dice: «pasé mi red de Keras a PyTorch para que acertara más». ¿Qué respondes?
#
# - a) Tiene razón: el grafo dinámico aprende mejor.
# - b) Con la misma red y los mismos datos, el acierto será parecido: son las mismas cuentas.
# - c) Es imposible: los pesos no se pueden trasplantar.
# - d) Acertará menos: en PyTorch falta `fit`.

# %% tags=["ejercicio"]
# >>> respuesta_4 = ...
respuesta_4 = "b"
# <<<
check("2.15.A4", respuesta_4)

# %% [markdown]
# ## Resumen
#
# - Un tensor con `requires_grad=True` recuerda sus cuentas; `backward()` deja las pendientes en `.grad`.
# - El ciclo son cinco líneas: puntos, pérdida, `zero_grad()`, `backward()`, `step()`.
# - La red entrega puntos; `cross_entropy` pone la softmax. Para medir, `eval()` y `no_grad()`.
# - Con los mismos pesos y los mismos lotes, Keras y PyTorch aprenden lo mismo, época a época.
# - PyTorch y TensorFlow hacen las mismas cuentas: se elige por el trabajo y por el equipo.
#
# ## Para saber más
#
# - [Tutoriales oficiales de PyTorch](https://docs.pytorch.org/tutorials/beginner/basics/intro.html), en inglés:
#   ahí verás las redes escritas como clases (`class Red(nn.Module):`) y `DataLoader`, que prepara los lotes.
# - [Cómo funciona autograd](https://docs.pytorch.org/docs/stable/notes/autograd.html).
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulo
#   12: el mismo ciclo, en TensorFlow.
