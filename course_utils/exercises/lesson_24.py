"""Comprobaciones de 2.4, la neurona."""

import functools
from itertools import pairwise

import numpy as np

from ..datasets import load_penguins
from . import expect
from .core import exercise, quiz

POINTS = ((0, 0), (0, 1), (1, 0), (1, 1))
MEASURES = ("bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g")


def _zero_or_one(value, name):
    """Exige un 0 o un 1 (número) y lo devuelve."""
    expect.wrong_when(
        isinstance(value, (bool, np.bool_)),
        f"{name} es un booleano: se pide el número 1 o el número 0, no True o False.",
    )
    return expect.number(value, name)


@exercise(
    "2.4.1",
    hints=(
        "Primero z: el producto escalar de x y w, más el sesgo.",
        "x @ w multiplica cada entrada por su peso y lo suma todo.",
        "z = x @ w + b, y después 1 si z > 0, o 0 si no (la función escalon hace eso mismo).",
    ),
    praise="Multiplicar, sumar y decidir: por dentro, una red no hace otra cosa.",
)
def check_neuron(function):
    expect.function(function, "neurona")
    name = "lo que devuelve neurona"
    for x, w, b in (
        ([2.0, -1.0], [0.5, 3.0], 1.0),
        ([1.0, 1.0, 0.0], [1.0, 1.0, 1.0], -3.0),
        ([1.0, 2.0, 3.0, 4.0], [1.0, 1.0, -1.0, 0.5], 4.0),
        ([2.0, 1.0], [1.0, 0.5], -2.5),  # z = 0
        ([3.0], [1.0], 0.0),
    ):
        x, w = np.array(x), np.array(w)
        z = float(x @ w + b)
        case = f"Con x = {x.tolist()}, w = {w.tolist()} y b = {b}, z vale {z:g}"
        result = expect.call(function, x, w, b)
        expect.wrong_when(
            isinstance(result, np.ndarray) and result.ndim > 0,
            "Devuelve un array: falta sumar los productos en un solo número (x @ w) y decidir.",
        )
        result = _zero_or_one(result, name)
        if result == int(z > 0):
            continue
        expect.wrong_when(
            result not in (0, 1),
            f"Devuelve {expect.shown(result)}: falta la activación: 1 si z > 0, y si no, 0.",
        )
        expect.wrong_when(z == 0, f"{case}, y con z = 0 no dispara: usa > y no >=.")
        expect.wrong_when(
            int(x @ w > 0) == result,
            f"{case}: parece que no sumas el sesgo. La cuenta es x @ w + b.",
        )
        raise expect.Mistake(f"{case}: debe devolver {int(z > 0)} y devuelve {result}.")


@exercise(
    "2.4.2",
    hints=(
        "Tres pasos: lo que la neurona dice ahora, el error y - dicho, y mover pesos y sesgo.",
        "Cada peso se mueve tasa · error · su entrada. El sesgo, tasa · error.",
        "error = y - escalon(w @ x + b); return w + tasa * error * x, b + tasa * error",
    ),
    praise="Si acierta no se toca nada; si falla, solo se mueven los pesos que participaron.",
)
def check_correction(function):
    expect.function(function, "corregir")
    for w, b, x, y, rate in (
        ([0.5, 0.0], 0.5, [0.0, 1.0], 0, 1.0),  # dispara y no debía
        ([1.0, -2.0, 0.5], 0.5, [1.0, 2.0, 0.0], 1, 0.1),  # no dispara y debía
        ([1.0, 1.0], -2.0, [1.0, 1.0], 0, 0.5),  # acierta, con z = 0
        ([1.0, -3.0], 0.5, [1.0, 1.0], 0, 0.5),  # acierta
    ):
        w, x = np.array(w), np.array(x)
        error = y - int(w @ x + b > 0)
        before = w.copy()
        result = expect.call(function, w, b, x, y, rate)
        expect.wrong_when(
            not np.array_equal(w, before),
            "Tu función cambia el array w que recibe (¿usas w += …?). Crea uno nuevo: w + ….",
        )
        result = expect.pair(result, "corregir", "pesos, sesgo")
        new_w = expect.array(result[0], "lo primero que devuelve corregir", shape=w.shape)
        new_b = expect.number(result[1], "lo segundo que devuelve corregir")
        case = (
            f"Con w = {w.tolist()}, b = {b}, x = {x.tolist()}, y = {y} y tasa = {rate}, "
            f"la neurona dice {y - error}"
        )
        right_w, right_b = w + rate * error * x, b + rate * error

        def says(weights, bias, new_w=new_w, new_b=new_b):
            return _same(new_w, weights) and _same(new_b, bias)

        if says(right_w, right_b):
            continue
        expect.wrong_when(
            error == 0, f"{case} y acierta: los pesos y el sesgo deben quedarse como están."
        )
        raw = y - (w @ x + b)
        expect.wrong_when(
            says(w + rate * raw * x, b + rate * raw),
            "Restas z, y el error es la respuesta menos lo que la neurona dijo, que es 0 o 1: "
            "y - escalon(z).",
        )
        expect.wrong_when(says(w, b), f"{case} y falla, pero no has movido nada.")
        expect.wrong_when(
            says(w - rate * error * x, b - rate * error),
            f"{case}: los mueves al revés. El error es lo correcto menos lo dicho, y − dicho.",
        )
        expect.wrong_when(
            says(right_w, b),
            "Los pesos están bien; falta mover también el sesgo: b + tasa · error.",
        )
        expect.wrong_when(
            says(w + error * x, b + error)
            or says(right_w, b + error)
            or says(w + error * x, right_b),
            "Falta multiplicar por la tasa: decide cuánto se mueve cada vez.",
        )
        expect.wrong_when(
            says(w + rate * error, right_b),
            "Mueves todos los pesos por igual. Cada uno se mueve según su entrada: multiplica "
            "por x. Una entrada a 0 no tuvo culpa.",
        )
        raise expect.Mistake(
            f"{case}: los pesos deben quedar en {np.round(right_w, 6).tolist()} y el sesgo en "
            f"{right_b:g}."
        )


def _same(value, expected):
    try:
        return bool(np.allclose(value, expected, rtol=1e-6, atol=1e-9))
    except TypeError:  # un array que no es de números
        return False


@exercise(
    "2.4.3",
    hints=(
        "NAND es AND al revés: dispara en todas partes menos en (1, 1). Los pesos deben frenar.",
        "El sesgo, positivo: en (0, 0) tiene que disparar solo con él.",
        "Por ejemplo w_nand = [-1, -1] y b_nand = 1.5: solo en (1, 1) queda z por debajo de 0.",
    ),
    praise="Con NAND se puede construir cualquier circuito de una computadora: y era una neurona.",
)
def check_nand(weights, bias):
    if isinstance(weights, np.ndarray):
        weights = weights.tolist()
    expect.wrong_when(
        not isinstance(weights, (list, tuple)) or len(weights) != 2,
        f"w_nand debe ser una lista con dos números, como [1, 1]: llegó {expect.shown(weights)}.",
    )
    w1 = expect.number(weights[0], "el primer número de w_nand")
    w2 = expect.number(weights[1], "el segundo número de w_nand")
    bias = expect.number(bias, "b_nand")
    says = [int(w1 * x1 + w2 * x2 + bias > 0) for x1, x2 in POINTS]
    expect.wrong_when(
        says == [0, 0, 0, 1],
        "Eso es AND: NAND es justo lo contrario. Cambia signos, sesgo incluido.",
    )
    expect.wrong_when(
        w1 + bias == 0 or w2 + bias == 0,
        "Con una sola entrada encendida, z es exactamente 0, y con z = 0 no dispara. Sube un poco "
        "el sesgo.",
    )
    expect.wrong_when(
        says == [1, 0, 0, 0],
        "Eso es NOR: solo dispara en (0, 0). Hace falta un sesgo mayor, para que una sola entrada "
        "no baste para callarla.",
    )
    for (x1, x2), said in zip(POINTS, says, strict=True):
        z = w1 * x1 + w2 * x2 + bias
        wanted = int((x1, x2) != (1, 1))
        expect.wrong_when(
            said != wanted,
            f"En ({x1}, {x2}) z vale {float(z):g} y la neurona dice {said}: debe decir {wanted}.",
        )


@exercise(
    "2.4.4",
    hints=(
        "Llama primero a neurona_or y a neurona_nand con x1 y x2, y guarda lo que dicen.",
        "La última neurona, neurona_and, recibe esas dos respuestas, no x1 y x2.",
        "return neurona_and(neurona_or(x1, x2), neurona_nand(x1, x2))",
    ),
    praise="Tres neuronas en dos capas hacen lo que ninguna sola puede.",
)
def check_xor(function):
    expect.function(function, "xor")
    says = []
    for x1, x2 in POINTS:
        said = _zero_or_one(expect.call(function, x1, x2), f"xor({x1}, {x2})")
        says.append(said)
    for table, message in (
        ([0, 1, 1, 1], "Eso es OR: en (1, 1) debe dar 0. Falta que intervenga NAND."),
        ([1, 1, 1, 0], "Eso es NAND: en (0, 0) debe dar 0. Falta que intervenga OR."),
        (
            [0, 0, 0, 1],
            "Eso es AND de las entradas: la última neurona debe recibir lo que dijeron OR y NAND.",
        ),
        ([1, 0, 0, 1], "Está al revés: da 1 cuando son iguales. XOR da 1 cuando son distintas."),
        (
            [1, 1, 1, 1],
            "Da siempre 1: unir OR y NAND con OR no filtra nada. Deben cumplirse las dos: AND.",
        ),
    ):
        expect.wrong_when(says == table, message)
    for (x1, x2), said in zip(POINTS, says, strict=True):
        expect.close(
            said,
            int(x1 != x2),
            f"xor({x1}, {x2})",
            message=f"xor({x1}, {x2}) debe ser {int(x1 != x2)} y da {expect.shown(said)}.",
        )


@exercise(
    "2.4.5",
    hints=(
        "NumPy tiene una función que compara elemento a elemento y se queda con el mayor.",
        "Es np.maximum (no confundir con np.max, que da el mayor de todo el array).",
        "return np.maximum(0, z)",
    ),
    praise="Tan simple como es: ella o sus variantes están en casi todas las redes de hoy.",
)
def check_relu(function):
    expect.function(function, "relu")
    for z in (np.array([-2.0, 0.0, 3.5, -0.1]), np.array([[1.0, -1.0, 0.5], [-4.0, 2.0, 7.0]])):
        before = z.copy()
        result = expect.call(function, z)
        expect.wrong_when(
            not np.array_equal(z, before),
            "Tu función cambia el array que recibe; debe devolver uno nuevo.",
        )
        expect.wrong_when(
            isinstance(result, (int, float, np.number)) and _same(result, before.max()),
            "Devuelve un solo número, el mayor: eso es np.max. Se pide np.maximum, elemento a "
            "elemento.",
        )
        result = expect.array(result, "lo que devuelve relu", shape=z.shape)
        for other, message in (
            (
                abs(z),
                "Eso es el valor absoluto: los negativos deben quedar en 0, sin cambiar de signo.",
            ),
            (np.minimum(0, z), "Está al revés: se corta lo negativo y se deja pasar lo positivo."),
            (z >= 0, "Eso es el escalón: lo positivo pasa tal cual, no se convierte en 1."),
            (z > 0, "Eso es el escalón: lo positivo pasa tal cual, no se convierte en 1."),
            (z, "Los negativos siguen ahí: deben convertirse en 0."),
        ):
            expect.wrong_when(_same(result, other), message)
        expect.close(result, np.maximum(0, z), "lo que devuelve relu")


@exercise(
    "2.4.6",
    hints=(
        "np.exp(z) hace la exponencial de todo el array.",
        "Después divide ese array entre su propia suma.",
        "return np.exp(z) / np.exp(z).sum()",
    ),
    praise="Entran diez números cualesquiera y salen diez probabilidades, en el mismo orden.",
)
def check_softmax(function):
    expect.function(function, "softmax")
    for z in (np.array([1.0, 3.0, 0.2]), np.array([-2.0, 0.5, 0.5, 4.0, -1.0]), np.array([7.0])):
        before = z.copy()
        exponentials = np.exp(z)
        right = exponentials / exponentials.sum()
        result = expect.call(function, z)
        expect.wrong_when(
            not np.array_equal(z, before),
            "Tu función cambia el array que recibe; debe devolver uno nuevo.",
        )
        result = expect.array(result, "lo que devuelve softmax", shape=z.shape)
        if _same(result, right):
            continue
        for other, message in (
            (exponentials, "Solo está la exponencial: falta dividir entre la suma de todas."),
            (z / z.sum(), "Falta la exponencial: divides las z, que pueden ser negativas."),
            (
                1 / (1 + np.exp(-z)),
                "Eso es la sigmoide de cada una: no suman 1. Softmax divide entre la suma.",
            ),
            (
                exponentials / exponentials.max(),
                "Divides entre la mayor: así no suman 1. Divide entre la suma.",
            ),
            (
                exponentials / z.sum(),
                "Divides entre la suma de las z: debe ser la de sus exponenciales.",
            ),
            (
                np.exp(-z) / np.exp(-z).sum(),
                "El signo está al revés: la z mayor debe llevarse la probabilidad mayor.",
            ),
        ):
            expect.wrong_when(_same(result, other), message)
        expect.close(
            result,
            right,
            "lo que devuelve softmax",
            message="No son las probabilidades de softmax.",
        )


@exercise(
    "2.4.7",
    hints=(
        "Es la ReLU de una suma con pesos, para todas las muestras a la vez.",
        "Las formas mandan: (muestras, entradas) @ (entradas, neuronas).",
        "return np.maximum(0, x @ w + b)",
    ),
    praise="Una línea, y sirve igual para 4 muestras que para 60 000.",
)
def check_layer(function):
    expect.function(function, "capa")
    rng = np.random.default_rng(7)
    for n, inputs, neurons in ((5, 3, 2), (4, 2, 2), (1, 4, 3)):
        x = rng.normal(size=(n, inputs)).round(2)
        w = rng.normal(size=(inputs, neurons)).round(2)
        b = np.linspace(-0.9, 1.3, neurons).round(2)
        z = x @ w + b
        right = np.maximum(0, z)
        result = expect.call(function, x, w, b)
        result = expect.array(result, "lo que devuelve capa", shape=(n, neurons))
        if _same(result, right):
            continue
        for other, message in (
            (z, "Falta la ReLU: los negativos deben quedar en 0."),
            (np.maximum(0, x @ w), "Falta sumar el sesgo de cada neurona."),
            (np.maximum(0, x @ w) + b, "El sesgo se suma antes de la ReLU, no después."),
            (
                np.maximum(0, x) @ w + b,
                "La ReLU va al final, sobre la suma; no sobre las entradas.",
            ),
            (z >= 0, "Eso es el escalón: se pide ReLU, que deja pasar lo positivo tal cual."),
        ):
            expect.wrong_when(_same(result, other), message)
        expect.close(
            result,
            right,
            "lo que devuelve capa",
            message="La forma es correcta, pero los números no: ReLU de x @ w + b. Cada columna de "
            "w es una neurona.",
        )


@exercise(
    "2.4.8",
    hints=(
        "Entre cada dos tamaños seguidos hay una capa: recórrelos de dos en dos.",
        "Una capa tiene entradas × neuronas pesos y, además, un sesgo por neurona.",
        "Para cada i en range(len(capas) - 1), suma capas[i] * capas[i + 1] + capas[i + 1].",
    ),
    praise="[784, 128, 10] son 101 770: los que entrenarás en la lección 4.4.",
)
def check_parameters(function):
    expect.function(function, "contar_parametros")
    for sizes in ([3, 4, 2], [2, 2, 1], [784, 128, 10], [3, 1], [4, 8, 5, 3]):
        pairs = list(pairwise(sizes))
        weights = sum(a * b for a, b in pairs)
        right = weights + sum(sizes[1:])
        given = list(sizes)
        result = expect.number(
            expect.call(function, given), f"lo que devuelve contar_parametros({sizes})"
        )
        expect.wrong_when(
            given != sizes, "Tu función cambia la lista que recibe: debe dejarla como estaba."
        )
        if result == right:
            continue
        for other, message in (
            (weights, "faltan los sesgos, uno por neurona."),
            (weights + sum(sizes), "las entradas no son neuronas y no llevan sesgo."),
            (weights + len(pairs), "cuentas un sesgo por capa, y es uno por neurona."),
            (sum(sizes), "eso es cuántas entradas y neuronas hay, no cuántas conexiones."),
            (
                pairs[0][0] * pairs[0][1] + pairs[0][1],
                "solo cuentas la primera capa (¿el return está dentro del ciclo?).",
            ),
            (int(np.prod(sizes)), "multiplicas todos los tamaños: se multiplican de dos en dos."),
        ):
            expect.wrong_when(result == other, f"Con {sizes} da {result} y son {right}: {message}")
        raise expect.Mistake(
            f"Con {sizes} debe dar {right} y da {expect.shown(result)}: cada capa tiene "
            "entradas × neuronas pesos, y un sesgo por neurona."
        )


@functools.cache
def _penguins():
    """Las cuatro medidas en la misma escala, y las especies."""
    table = load_penguins().dropna()
    measures = table[list(MEASURES)]
    return (measures - measures.mean()) / measures.std(), table["species"].to_numpy()


@functools.cache
def _failures(first, second):
    """Fallos de un perceptrón en su centésima vuelta: ¿es un Gentoo?"""
    measures, species = _penguins()
    x = measures[[first, second]].to_numpy()
    y = (species == "Gentoo").astype(int)
    w, b = np.zeros(2), 0
    for _ in range(100):
        failures = 0
        for point, real in zip(x, y, strict=True):
            error = real - int(point @ w + b > 0)
            w, b = w + error * point, b + error
            failures += abs(error)
        if failures == 0:
            break
    return int(failures)


@exercise(
    "2.4.9",
    hints=(
        "Hay seis parejas. Con cada una: aprender(medidas[[…, …]].to_numpy(), es_gentoo, 100).",
        "aprender devuelve tres cosas; la tercera son los fallos de cada vuelta. Mira el último.",
        'Una medida hace falta siempre: "bill_depth_mm", la altura del pico.',
    ),
    praise="Elegir bien las medidas vale tanto como el modelo: con otras, ninguna recta separa.",
)
def check_pair(pair):
    expect.wrong_when(
        not isinstance(pair, (list, tuple)) or len(pair) != 2,
        "pareja debe ser una lista con dos nombres de columna, como "
        f'["bill_length_mm", "body_mass_g"]: llegó {expect.shown(pair)}.',
    )
    for name in pair:
        expect.instance(name, str, "cada nombre de pareja")
        expect.wrong_when(
            name not in MEASURES,
            f"No hay ninguna columna {expect.shown(name)}. Son: {', '.join(MEASURES)}.",
        )
    expect.wrong_when(pair[0] == pair[1], "Las dos columnas son la misma: se piden dos distintas.")
    failures = _failures(*pair)
    expect.wrong_when(
        failures > 0,
        f"Con esas dos, la neurona todavía comete {failures} fallos en la vuelta 100: no hay una "
        "recta que separe a los Gentoo. Prueba otra pareja.",
    )


@functools.cache
def _trained_network():
    """La red de la práctica: la misma que entrena el cuaderno."""
    from sklearn.neural_network import MLPClassifier

    measures, species = _penguins()
    x = measures.to_numpy()
    network = MLPClassifier((8,), learning_rate_init=0.01, max_iter=2000, random_state=0)
    return network.fit(x[::2], species[::2]), x[1::2]


@exercise(
    "2.4.10",
    hints=(
        "Son dos capas: primero h = ReLU(x @ w1 + b1), después z = h @ w2 + b2.",
        "Softmax por filas: np.exp(z), dividido entre su suma con axis=1 y keepdims=True.",
        "e = np.exp(np.maximum(0, x @ w1 + b1) @ w2 + b2); return e / e.sum(axis=1, keepdims=True)",
    ),
    praise="No había nada más dentro de la red.",
)
def check_network(function):
    expect.function(function, "red")
    rng = np.random.default_rng(10)
    for n, inputs, hidden, classes in ((6, 4, 8, 3), (3, 2, 5, 3)):
        x = rng.normal(size=(n, inputs))
        w1, b1 = rng.normal(size=(inputs, hidden)), rng.normal(size=hidden)
        w2, b2 = rng.normal(size=(hidden, classes)), rng.normal(size=classes)
        h = np.maximum(0, x @ w1 + b1)
        result = expect.call(function, x, w1, b1, w2, b2)
        result = expect.array(result, "lo que devuelve red", shape=(n, classes))
        right = _softmax_rows(h @ w2 + b2)
        if _same(result, right):
            continue
        e = np.exp(h @ w2 + b2)
        for other, message in (
            (h @ w2 + b2, "Falta softmax: esas son las z de la última capa, no probabilidades."),
            (e, "Falta dividir entre la suma de cada fila: las probabilidades deben sumar 1."),
            (
                e / e.sum(),
                "Divides entre la suma de todo el array: cada fila debe sumar 1 por su cuenta. "
                "Usa axis=1 y keepdims=True.",
            ),
            (
                e / e.sum(axis=0),
                "Divides entre la suma de cada columna: se suman las clases de cada fila, axis=1.",
            ),
            (
                _softmax_rows((x @ w1 + b1) @ w2 + b2),
                "Falta la ReLU de la capa oculta: sin ella, las dos capas son una sola.",
            ),
            (
                _softmax_rows(np.maximum(0, x @ w1) @ w2),
                "Faltan los sesgos, b1 y b2.",
            ),
            (_softmax_rows(h @ w2), "Falta el sesgo de la salida, b2."),
            (
                _softmax_rows(np.maximum(0, h @ w2 + b2)),
                "La ReLU solo va en la capa oculta: a la salida va softmax.",
            ),
        ):
            expect.wrong_when(_same(result, other), message)
        expect.close(
            result,
            right,
            "lo que devuelve red",
            message="La forma es correcta, pero no son las probabilidades: ReLU en la capa oculta, "
            "softmax de cada fila a la salida.",
        )
    network, x = _trained_network()
    (w1, w2), (b1, b2) = network.coefs_, network.intercepts_
    result = expect.call(function, x, w1, b1, w2, b2)
    expect.close(
        expect.array(result, "lo que devuelve red"),
        network.predict_proba(x),
        "lo que devuelve red",
        message="Con la red de los pingüinos no da lo mismo que el predict_proba de scikit-learn.",
    )
    return f"Con {len(x)} pingüinos da lo mismo que el predict_proba de scikit-learn."


def _softmax_rows(z):
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)


@exercise(
    "2.4.11",
    hints=(
        "La seguridad de la red en cada fila es su probabilidad mayor: .max(axis=1).",
        "De todas esas, se busca la más pequeña. Y se pide su posición: argmin.",
        "return probabilidades.max(axis=1).argmin()",
    ),
    praise="Saber cuándo duda un modelo sirve para decidir qué casos debe mirar una persona.",
)
def check_most_doubtful(function):
    expect.function(function, "mas_dudosa")
    for seed in range(3):
        probabilities = np.random.default_rng(seed).dirichlet([0.6, 0.6, 0.6], size=30)
        confidence = probabilities.max(axis=1)
        result = expect.call(function, probabilities)
        expect.wrong_when(
            isinstance(result, np.ndarray) and result.ndim > 0,
            "Devuelve un array: se pide una sola posición. ¿Falta el axis=1 en max, o el argmin?",
        )
        result = expect.number(result, "lo que devuelve mas_dudosa")
        expect.wrong_when(
            result == confidence.argmax(),
            "Esa es la fila en la que la red está más segura: se pide la de menos.",
        )
        expect.wrong_when(
            _same(result, confidence.min()),
            "Eso es la probabilidad: se pide la posición (el índice) de la fila.",
        )
        expect.wrong_when(
            result in (probabilities.argmin(), probabilities.min(axis=1).argmin()),
            "Buscas la probabilidad más pequeña de la tabla, y una muy pequeña es señal de "
            "seguridad. Toma primero la mayor de cada fila.",
        )
        expect.close(result, confidence.argmin(), "lo que devuelve mas_dudosa")


quiz(
    "2.4.A1",
    correct="b",
    why="El sesgo suma lo mismo a z en todas partes: la recta se desplaza, sin girar.",
    wrong={
        "a": "La inclinación la dan los pesos, y no han cambiado. El sesgo solo desplaza la recta.",
        "c": "El efecto es inmediato: z = w·x + b cambia en cuanto cambia b, sin entrenar nada.",
        "d": "Es al revés: el sesgo es el umbral con el signo cambiado. Si sube, cuesta menos "
        "que z pase de 0.",
    },
    hint="Vuelve a la fórmula de z: ¿qué le pasa a z si b es mayor, en cualquier punto?",
)

quiz(
    "2.4.A2",
    correct="d",
    why="Y con una capa oculta, los puntos cambian de sitio hasta que una recta basta.",
    wrong={
        "a": "Le dimos mil vueltas y seguía fallando; además, ninguna de las 69 000 neuronas que "
        "probamos acertaba los cuatro.",
        "b": "Con cualquier tasa pasa lo mismo: los pesos que harían falta no existen.",
        "c": "Con AND también había solo cuatro ejemplos, y los aprendió todos.",
    },
    hint="Intenta separar con una regla los dos unos de los dos ceros.",
)

quiz(
    "2.4.A3",
    correct="a",
    why="10 · 5 + 5 en la capa oculta y 5 · 1 + 1 en la salida: 55 + 6.",
    wrong={
        "b": "Son 55 los de la capa oculta; falta la salida, que también aprende.",
        "c": "16 es 10 + 5 + 1: cuenta entradas y neuronas, no las conexiones entre ellas.",
        "d": "Has puesto un sesgo a cada entrada, y las entradas no son neuronas.",
    },
    hint="Dos capas; en cada una, entradas × neuronas pesos y un sesgo por neurona.",
)

quiz(
    "2.4.A4",
    correct="c",
    why="Un producto tras otro es un solo producto: lo que no es lineal lo pone la activación.",
    wrong={
        "a": "Es más lenta de calcular, sí, pero no igual de capaz: lo viste en el error 3.",
        "b": "Las matrices se multiplican sin problema, y ese es el peligro: nada te avisa.",
        "d": "No hay nada que la lleve a 0: responde, pero solo lo que podría responder una capa.",
    },
    hint="Recuerda el error frecuente 3: (x @ a) @ c es x @ (a @ c).",
)
