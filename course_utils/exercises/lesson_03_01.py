"""Comprobaciones de la lección 3.1, tu primera red."""

import functools
import tempfile
import warnings
from pathlib import Path

import numpy as np

from ..datasets import load_penguins
from . import expect
from .core import exercise, quiz
from .regression import best_plane, one_neuron, trained_neuron


@exercise(
    "3.1.1",
    hints=(
        "De cada casa: primer dato por primer peso, más segundo dato por segundo peso, más b.",
        "El producto de matrices, `@`, multiplica y suma cada fila.",
        "`return entradas @ w + b`",
    ),
    praise="Una multiplicación de matrices y una suma: eso es todo lo que hace la red de hoy.",
)
def check_predict(function):
    rng = np.random.default_rng(3)
    expect.computes(
        function,
        "predecir",
        right=lambda x, w, b: x @ w + b,
        inputs=[(rng.normal(size=(n, 2)), rng.normal(size=2), rng.normal()) for n in (5, 4, 1)],
        kind=expect.numeric,
        mistakes=(
            (
                lambda x, w, b: x * w + b,
                lambda x, w, b: x * w,
                "Devuelve dos números por casa: falta sumar los dos productos (entradas @ w los "
                "suma).",
            ),
            (lambda x, w, b: x @ w, "Falta sumar el sesgo, b, a cada predicción."),
            (
                lambda x, w, b: x @ w[::-1] + b,
                "Los pesos están cruzados: w[0] multiplica a la primera columna.",
            ),
        ),
    )


@exercise(
    "3.1.2",
    hints=(
        "Son tres llamadas a `rng.uniform(-10, 10, n)`: para x, para z y para el ruido.",
        "Con arrays, las n casas de una vez: `x, z, ruido = rng.uniform(-10, 10, (3, n))` y `y = "
        "2 * x - 3 * z + 5 + ruido`.",
        "\n`x, z, ruido = rng.uniform(-10, 10, (3, n))\n"
        "return np.column_stack([x, z]), 2 * x - 3 * z + 5 + ruido`",
    ),
    praise="Conocer la respuesta de antemano es la mejor manera de probar un método.",
)
def check_make_data(function):
    expect.function(function, "crear_datos")
    n = 4000
    inputs, y = _made_data(function, n, 0)
    # Las de la columna que más se aleja de lo pedido.
    low, high = max(
        zip(inputs.min(axis=0), inputs.max(axis=0), strict=True),
        key=lambda span: abs(span[0] + 10) + abs(span[1] - 10),
    )
    if low < -10 or high > 10 or low > -9.5 or high < 9.5:
        expect.wrong(
            f"Las entradas van de {low:.1f} a {high:.1f}; se piden repartidas de -10 a 10: "
            "rng.uniform(-10, 10, n)."
        )
    if np.ptp(inputs, axis=0).min() == 0 or _same_numbers(*inputs.T):
        expect.wrong(
            "x y z deben ser n números al azar cada una, y distintos: una llamada a rng.uniform "
            "para cada una, con la n."
        )
    if not all(_looks_uniform(column) for column in inputs.T):
        expect.wrong(
            "Las entradas deben ser números con decimales, sin ordenar y todos igual de probables: "
            "rng.uniform(-10, 10, n), una llamada para cada una."
        )
    noise = y - inputs @ [2, -3] - 5
    if np.allclose(noise, 0):
        expect.wrong("A y le falta el ruido: los precios salen exactos.")
    if np.allclose(noise, noise[0]):
        expect.wrong(
            "Todas las casas tienen el mismo ruido: pide uno para cada una, "
            "rng.uniform(-10, 10, n)."
        )
    if np.abs(noise).max() > 10.001:
        expect.wrong(
            "y no es 2x - 3z + 5 más un ruido entre -10 y 10. Comprueba los números, los signos y "
            "qué columna es x (la primera)."
        )
    if any(_same_numbers(noise, column) for column in inputs.T):
        expect.wrong("El ruido repite una de las entradas: sácalo con otra llamada a rng.uniform.")
    if not _looks_uniform(noise):
        expect.wrong(
            "El ruido debe ir de -10 a 10 con todos los valores igual de probables: "
            "rng.uniform(-10, 10, n)."
        )
    _made_data(function, 7, 2)
    others, other_y = _made_data(function, n, 1)
    pairs = {"x": (inputs[:, 0], others[:, 0]), "z": (inputs[:, 1], others[:, 1])}
    pairs["el ruido"] = noise, other_y - others @ [2, -3] - 5
    for name, (one, other) in pairs.items():
        if _same_numbers(one, other):
            expect.wrong(
                f"Con dos generadores distintos salen los mismos números en {name}: usa el rng "
                "que recibes, sin crear otro dentro."
            )


def _same_numbers(one, other):
    """Si dos columnas tienen los mismos números, aunque sea en otro orden o con otro signo."""
    return np.allclose(np.sort(np.abs(one)), np.sort(np.abs(other)))


def _looks_uniform(values):
    """Si parecen sacados al azar entre -10 y 10: por su media, su desviación y su desorden."""
    return (
        abs(values.mean()) < 0.5
        and abs(values.std() - 10 / np.sqrt(3)) < 0.3
        and abs(np.corrcoef(values[1:], values[:-1])[0, 1]) < 0.2
        and not np.allclose(values, values.round(), atol=1e-4)
    )


def _made_data(function, n, seed):
    result = expect.call(function, n, np.random.default_rng(seed))
    inputs, y = expect.several(result, "entradas, y", "crear_datos")
    inputs = expect.array(inputs, "entradas", shape=(n, 2))
    y = expect.array(y, "y", shape=(n,))
    return expect.finite(inputs, "entradas"), expect.finite(y, "y")


@exercise(
    "3.1.3",
    hints=(
        'La ruta es `ruta = carpeta / "datos.npz"`.',
        "`np.savez(ruta, inputs=entradas, targets=y)` pone los nombres; `np.load(ruta)` los lee.",
        '\n`ruta = carpeta / "datos.npz"\n'
        "np.savez(ruta, inputs=entradas, targets=y)\n"
        "with np.load(ruta) as datos:\n"
        '    return datos["inputs"], datos["targets"]`',
    ),
    praise="Lo que se guarda con nombre, se encuentra con nombre.",
)
def check_save_and_load(function):
    expect.function(function, "guardar_y_leer")
    rng = np.random.default_rng(5)
    for n in (6, 11):
        _saves_and_loads(function, *(rng.normal(size=shape) for shape in ((n, 2), n)))


# Marca un array y sus copias. Un archivo no la guarda: lo que se lee de él llega sin ella.
_RECEIVED = np.dtype(float, metadata={"de": "lo que recibió la función"})


def _saves_and_loads(function, inputs, y):
    inputs, y = inputs.astype(_RECEIVED), y.astype(_RECEIVED)
    # En Windows no se puede borrar un archivo que la función dejó abierto.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # NumPy avisa de que la marca no se guarda
            result = expect.call(function, inputs, y, Path(folder))
        if not (Path(folder) / "datos.npz").is_file():
            expect.wrong(
                "En la carpeta no aparece datos.npz: la ruta debe ser carpeta / «datos.npz»."
            )
        names = _names_inside(Path(folder) / "datos.npz")
    if names is None:
        expect.wrong(
            "datos.npz no es un archivo de np.savez. (np.save guarda un solo array, sin nombre.)"
        )
    if names != {"inputs", "targets"}:
        expect.wrong(
            f"Dentro del archivo los nombres son {', '.join(sorted(names))}; se piden inputs y "
            "targets: np.savez(ruta, inputs=…, targets=…)."
        )
    loaded = expect.several(result, "entradas, y", "guardar_y_leer")
    if any(_is_marked(value) for value in loaded):
        expect.wrong("Devuelves los arrays que recibiste: devuelve los que has leído del archivo.")
    for value, original, name in zip(loaded, (inputs, y), ("inputs", "targets"), strict=True):
        value = expect.array(value, f"el array {name} leído", shape=original.shape)
        expect.close(
            value, original, name, message=f"{name}, ya leído, no es el que llegó a la función."
        )


def _is_marked(value):
    return isinstance(value, np.ndarray) and value.dtype.metadata == _RECEIVED.metadata


def _names_inside(path):
    """Los nombres de los arrays de un .npz, o None si no es un .npz."""
    try:
        with np.load(path) as data:
            return set(data.files)
    except Exception:  # cualquier otra cosa que haya en el archivo
        return None


@exercise(
    "3.1.4",
    hints=(
        "Son las mismas líneas de la celda de arriba, dentro de una función.",
        "La tasa va en `keras.optimizers.SGD(learning_rate=tasa)`, no en `fit`.",
        "\n`red = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])\n"
        'red.compile(optimizer=keras.optimizers.SGD(learning_rate=tasa), loss="mse")\n'
        "return red`",
    ),
    praise="Tres números que aprender: tu primera red cabe en dos líneas.",
)
def check_make_network(function):
    expect.function(function, "crear_red")
    for rate in (0.003, 0.2):
        made = expect.call(function, rate)
        model = expect.network(
            made,
            (2,),
            (1,),
            message="crear_red debe devolver la red (compile no la devuelve): "
            f"{expect.arrived(made)}.",
            wrong_input="La red debe empezar por keras.Input((2,)): dos entradas.",
            wrong_output=lambda shape: (
                f"La salida debe ser un número por casa, Dense(1), y tiene forma {shape}."
            ),
        )
        one_neuron(model)
        if not model.compiled:
            expect.wrong("Falta compilar la red: red.compile(optimizer=…, loss=…).")
        expect.setting(
            model,
            optimizer="SGD",
            message=f"El optimizador es {type(model.optimizer).__name__}; se pide SGD.",
        )
        _plain_descent(model.optimizer, rate)
        expect.setting(
            model, loss="mse", message='La pérdida debe ser el error cuadrático medio, "mse".'
        )


def _plain_descent(optimizer, rate):
    import keras

    arrived = optimizer.get_config()
    if isinstance(arrived["learning_rate"], dict):
        expect.wrong("La tasa cambia con los pasos, y se pide fija: SGD(learning_rate=tasa).")
    found = float(optimizer.learning_rate)
    if not np.isclose(found, rate):
        expect.wrong(f"Con tasa={rate} el optimizador usa {found:.3g}: pásale learning_rate=tasa.")
    plain = keras.optimizers.SGD(rate).get_config()
    for setting, value in arrived.items():
        # Sin momento, nesterov no hace nada.
        if setting not in ("name", "learning_rate", "nesterov") and value != plain[setting]:
            expect.wrong(
                f"El SGD lleva {setting}={value}, y se pide sin más: SGD(learning_rate=tasa)."
            )


@exercise(
    "3.1.5",
    hints=(
        "Empieza por una tabla con las entradas y una columna más, de unos: `A = "
        "np.column_stack([entradas, …])`.",
        "`p = np.linalg.solve(A.T @ A, A.T @ y)` tiene los dos pesos y, al final, el sesgo.",
        "\n`A = np.column_stack([entradas, np.ones(len(entradas))])\n"
        "p = np.linalg.solve(A.T @ A, A.T @ y)\n"
        "return p[:2], p[2]`",
    ),
    praise="El fondo del valle, de un solo salto. Con una capa oculta ya no hay fórmula así.",
)
def check_normal_equation(function):
    expect.function(function, "ecuacion_normal")
    rng = np.random.default_rng(8)
    problems = []
    for n in (40, 25, 8):
        inputs = rng.normal(1.0, 2.0, size=(n, 2))
        problems.append((inputs, inputs @ rng.normal(size=2) + 4 + rng.normal(size=n)))
    together = expect.call(function, *problems[0])
    if isinstance(together, np.ndarray) and together.shape == (3,):
        expect.wrong("Devuelves los tres números juntos: sepáralos en w, b con p[:2] y p[2].")

    def parts(*order):
        return lambda x, y: (best_plane(x, y)[list(order[:2])], best_plane(x, y)[order[2]])

    expect.computes(
        function,
        "ecuacion_normal",
        right=parts(0, 1, 2),
        inputs=problems,
        returns="w, b",
        kind=(expect.numeric, expect.real),
        mistakes=(
            (
                lambda x, y: (np.linalg.lstsq(x, y, rcond=None)[0], 0),
                "Falta la columna de unos: sin ella el plano está obligado a pasar por cero.",
            ),
            (
                parts(2, 0, 1),
                parts(1, 2, 0),
                "Los pesos y el sesgo están mezclados: el sesgo va con la columna de unos, esté "
                "donde esté.",
            ),
        ),
    )


@functools.cache
def _penguins():
    """Pico y aleta, en centímetros de más o de menos que la media, y masa en kg."""
    columns = ["bill_length_mm", "flipper_length_mm", "body_mass_g"]
    table = load_penguins().dropna(subset=columns)[columns].to_numpy(float)
    return (table[:, :2] - table[:, :2].mean(axis=0)) / 10, table[:, 2] / 1000


def _loss_of(plane):
    measures, mass = _penguins()
    return np.square(mass - measures @ plane[:2] - plane[2]).mean()


MARGIN = 1.02  # sobre la pérdida del mejor plano


@exercise(
    "3.1.6",
    hints=(
        "Tres pasos: crear la red, con tu `crear_red`; entrenarla con `fit`; y que `red_pinguinos` "
        "sea la red, no lo que devuelve `fit`.",
        "Con pocos datos, una época son pocos pasos: con la tasa 0.05, unas 100 épocas bastan.",
        "\n`red_pinguinos = crear_red(0.05)\n"
        "red_pinguinos.fit(measures, mass, epochs=100, verbose=0)`",
    ),
    praise="La misma red de las casas: solo han cambiado los datos y la tasa.",
)
def check_penguin_network(model):
    model = trained_neuron(model, "red_pinguinos")
    measures, mass = _penguins()
    answers = np.asarray(model.predict(measures, verbose=0), dtype=float).ravel()
    loss, lowest = np.square(mass - answers).mean(), _loss_of(best_plane(measures, mass))
    if not np.isfinite(loss):
        expect.wrong(
            "red_pinguinos no predice números (nan o infinito): crea otra y entrénala con measures "
            "y una tasa menor."
        )
    if loss > MARGIN * lowest:
        expect.wrong(
            f"Con measures y mass, su pérdida ≈ {loss:.3f}; la del mejor plano es {lowest:.3f}, y "
            f"se pide {MARGIN * lowest:.3f} o menos. Mira si la pérdida de fit aún bajaba."
        )
    return f"Su pérdida ≈ {loss:.4f}; la menor posible, {lowest:.4f}."


@exercise(
    "3.1.7",
    hints=(
        "`w, b = ecuacion_normal(measures, mass)`. ¿Qué peso multiplica a la aleta, el primero o "
        "el segundo?",
        "Ese peso está en kilos por centímetro: `gramos = 1000 * w[…]`.",
        "\n`w, b = ecuacion_normal(measures, mass)\ngramos = 1000 * w[1]`",
    ),
    praise="Eso es leer un modelo. Y con el mismo pico: por eso no es lo que da la aleta sola.",
)
def check_grams(grams):
    measures, mass = _penguins()
    bill, flipper, bias = 1000 * best_plane(measures, mass)
    alone = 1000 * np.polyfit(measures[:, 1], mass, 1)[0]
    grams = flipper if expect.same(grams, round(flipper), 0) else grams  # vale redondeado al gramo
    expect.cases(
        grams,
        "gramos",
        flipper,
        kind=expect.real,
        tolerance=1e-4,
        message=lambda value: (
            f"No es lo que dice el mejor plano: llegó {expect.shown(value)}. Es el peso de la "
            "aleta en ecuacion_normal(measures, mass), pasado a gramos."
        ),
        mistakes=(
            (flipper / 1000, "Eso son kilos por centímetro: se piden gramos."),
            (flipper / 10, "Eso son gramos por milímetro: se pide un centímetro más."),
            (bill, "Ese es el peso del pico: el de la aleta es el segundo."),
            (
                bill / 1000,
                "Ese es el peso del pico, en kilos: se pide el de la aleta, en gramos.",
            ),
            (bias, bias / 1000, "Ese es el sesgo, lo que pesa un pingüino de medidas medias."),
            (
                alone,
                "Eso sale de la aleta sola. Se pide con el mismo pico: el plano, con las dos "
                "medidas.",
            ),
        ),
    )


quiz(
    "3.1.A1",
    correct="c",
    why="Sí: lo viste con ReLU, que convierte en cero todo lo negativo.",
    wrong={
        "a": "El tiempo es casi el mismo. Lo que cambia es lo que la red puede llegar a decir.",
        "b": "Sí las admite, y sin avisar: la pérdida compara los números que salgan, vengan de "
        "donde vengan.",
        "d": "El sesgo no depende de la activación: esta red tiene uno.",
    },
    hint="Piensa en lo que predecía la red de los errores frecuentes con ReLU.",
)
quiz(
    "3.1.A2",
    correct="b",
    why="Sí: para una recta la ecuación normal es mejor, exacta y de una línea. El descenso vale "
    "también para las redes que vienen.",
    wrong={
        "a": "En la sección 4, la red se queda al lado de la ecuación normal, que es el mejor "
        "plano para esos datos. A las dos las aparta de la ley el mismo ruido.",
        "c": "La ecuación normal usa solo las entradas y los precios, igual que la red.",
        "d": "Tres ecuaciones con tres incógnitas se resuelven en un instante; la red es la que "
        "necesita cien épocas.",
    },
    hint="Relee lo que se dice después de comparar la red con la ecuación normal.",
)
quiz(
    "3.1.A3",
    correct="a",
    why="Sí: fit sigue desde los pesos que hay. Por eso se crea la red otra vez en la misma celda.",
    wrong={
        "b": "Sí hace algo: da otras cien vueltas a los datos, desde los pesos que había.",
        "c": "Para empezar de cero hay que crear la red otra vez: fit no borra los pesos.",
        "d": "No protesta. Por eso pasa sin que se note.",
    },
    hint="Mira la pérdida de la primera época en el segundo error frecuente.",
)
