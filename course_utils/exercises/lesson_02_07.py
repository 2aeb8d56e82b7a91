"""Comprobaciones de la lección 2.7, la neurona."""

from functools import cache

import numpy as np

from . import expect, penguins
from .core import exercise, quiz

POINTS = ((0, 0), (0, 1), (1, 0), (1, 1))


def _zero_or_one(value, name):
    """Exige un 0 o un 1 (número) y lo devuelve."""
    if isinstance(value, (bool, np.bool_)):
        expect.wrong(f"{name} es un booleano: se pide el número 1 o el número 0, no True o False.")
    return expect.number(value, name)


@exercise(
    "2.7.1",
    hints=(
        "Primero z: el producto escalar de `x` y `w`, más el sesgo.",
        "`x @ w` multiplica cada entrada por su peso y lo suma todo.",
        "`z = x @ w + b`, y después 1 si `z > 0`, o 0 si no (la función `escalon` hace eso mismo).",
    ),
    praise="Multiplicar, sumar y decidir: por dentro, una red no hace otra cosa.",
)
def check_neuron(function):
    def decided(value, name):
        if isinstance(value, np.ndarray) and value.ndim > 0:
            expect.wrong(
                "Devuelve un array: falta sumar los productos en un solo número (x @ w) y decidir."
            )
        value = _zero_or_one(value, name)
        if value not in (0, 1):
            expect.wrong(
                f"Devuelve {expect.shown(value)}: falta la activación: 1 si z > 0, y si no, 0."
            )
        return value

    def case(x, w, b):
        return f"Con x = {x.tolist()}, w = {w.tolist()} y b = {b}, z vale {x @ w + b:g}"

    def said(x, w, b):
        right = int(x @ w + b > 0)
        return f"{case(x, w, b)}: debe devolver {right} y devuelve {1 - right}"

    neurons = (
        ([2.0, -1.0], [0.5, 3.0], 1.0),
        ([1.0, 1.0, 0.0], [1.0, 1.0, 1.0], -3.0),
        ([1.0, 2.0, 3.0, 4.0], [1.0, 1.0, -1.0, 0.5], 4.0),
        ([2.0, 1.0], [1.0, 0.5], -2.5),  # z = 0
        ([3.0], [1.0], 0.0),
        ([1.0, 2.0, 2.0], [1.0, 0.5, 0.5], -2.0),
        ([0.5], [0.5], 0.0),  # pasa de 0 por poco
    )
    expect.computes(
        function,
        "neurona",
        right=lambda x, w, b: int(x @ w + b > 0),
        inputs=[(np.array(x), np.array(w), b) for x, w, b in neurons],
        kind=decided,
        message=lambda *a: f"{said(*a)}.",
        mistakes=(
            (
                lambda x, w, b: int(x @ w + b >= 0),
                lambda *a: f"{case(*a)}, y con z = 0 no dispara: usa > y no >=.",
            ),
            (
                lambda x, w, b: int(x @ w > 0),
                lambda *a: (
                    f"{said(*a)}, que es lo que sale sin sumar el sesgo. La cuenta es x @ w + b."
                ),
            ),
            (
                lambda x, w, b: int((x * w + b).sum() > 0),
                lambda *a: (
                    f"{said(*a)}, que es lo que sale al sumar el sesgo con cada entrada: se suma "
                    "una sola vez."
                ),
            ),
        ),
    )


@exercise(
    "2.7.2",
    hints=(
        "Tres pasos: lo que la neurona dice ahora, el error (`y` menos lo que dijo), y mover "
        "pesos y sesgo.",
        "Cada peso se mueve tasa · error · su entrada. El sesgo, tasa · error.",
        "\n`error = y - escalon(w @ x + b)\nreturn w + tasa * error * x, b + tasa * error`",
    ),
    praise="Si acierta no se toca nada; si falla, solo se mueven los pesos que participaron.",
)
def check_correction(function):
    def said(w, b, x):
        return int(w @ x + b > 0)

    def correct(w, b, x, y, rate, *, error=None, moved=None, bias_rate=None):
        error = y - said(w, b, x) if error is None else error
        moved = x if moved is None else moved
        return w + rate * error * moved, b + (rate if bias_rate is None else bias_rate) * error

    def case(w, b, x, y, rate):
        return (
            f"Con w = {w.tolist()}, b = {b}, x = {x.tolist()}, y = {y} y tasa = {rate}, "
            f"la neurona dice {said(w, b, x)}"
        )

    def otherwise(w, b, x, y, rate):
        if said(w, b, x) == y:
            return f"{case(w, b, x, y, rate)} y acierta: pesos y sesgo deben quedarse como están."
        new_w, new_b = correct(w, b, x, y, rate)
        return (
            f"{case(w, b, x, y, rate)}: los pesos deben quedar en {np.round(new_w, 6).tolist()} "
            f"y el sesgo en {new_b:g}."
        )

    cases = (
        ([1.0, 1.0, 0.5], -3.5, [1.0, 1.0, 0.0], 0, 0.5),  # acierta; sin el sesgo fallaría
        ([1.0, -2.0, 0.5], 0.5, [1.0, 2.0, 0.0], 1, 0.1),  # no dispara y debía
        ([0.5, 0.0], 0.5, [0.0, 1.0], 0, 1.0),  # dispara y no debía
        ([1.0, 1.0], -2.0, [1.0, 1.0], 0, 0.5),  # acierta, con z = 0
        ([1.0, -3.0], 0.5, [1.0, 1.0], 0, 0.5),  # acierta
        ([-0.125, 0.333, 0.25, 1.0], -2.0, [0.5, 3.0, -1.0, 0.125], 1, 0.0625),
    )
    expect.computes(
        function,
        "corregir",
        tolerance=1e-9,
        right=correct,
        inputs=[(np.array(w), b, np.array(x), y, rate) for w, b, x, y, rate in cases],
        returns="pesos, sesgo",
        kind=(expect.array, expect.number),
        unchanged="Tu función cambia un array que recibe, como hace w += …. Crea uno nuevo: w + ….",
        message=otherwise,
        mistakes=(
            (
                lambda w, b, x, y, rate: correct(w, b, x, y, rate, error=y - (w @ x + b)),
                "Restas z, y el error es la respuesta menos lo que la neurona dijo, que es 0 o 1: "
                "y - escalon(z).",
            ),
            (
                lambda w, b, x, y, rate: (w, b),
                lambda *a: f"{case(*a)} y falla, pero no has movido nada.",
            ),
            (
                lambda w, b, x, y, rate: correct(w, b, x, y, rate, error=y - said(w, 0, x)),
                lambda *a: f"{case(*a)}. Sin sumar el sesgo, z es otra: la cuenta es w @ x + b.",
            ),
            (
                lambda w, b, x, y, rate: correct(w, b, x, y, -rate),
                lambda *a: (
                    f"{case(*a)}: los mueves al revés. El error es lo correcto menos lo dicho, "
                    "y − dicho."
                ),
            ),
            (
                lambda *a: correct(*a, bias_rate=0),
                "Los pesos están bien; falta mover también el sesgo: b + tasa · error.",
            ),
            (
                lambda w, b, x, y, rate: correct(w, b, x, y, 1),
                lambda w, b, x, y, rate: correct(w, b, x, y, rate, bias_rate=1),
                lambda w, b, x, y, rate: correct(w, b, x, y, 1, bias_rate=rate),
                "Falta multiplicar por la tasa: decide cuánto se mueve cada vez.",
            ),
            (
                lambda *a: correct(*a, moved=1),
                "Mueves todos los pesos por igual. Cada uno se mueve según su entrada: multiplica "
                "por x. Una entrada a 0 no tuvo culpa.",
            ),
        ),
    )


@exercise(
    "2.7.3",
    hints=(
        "NAND es AND al revés: dispara en todas partes menos en (1, 1). Los pesos deben frenar.",
        "El sesgo, positivo: en (0, 0) tiene que disparar solo con él.",
        "Por ejemplo `w_nand = [-1, -1]` y `b_nand = 1.5`: solo en (1, 1) queda z por debajo de 0.",
    ),
    praise="Con NAND se puede construir cualquier circuito de una computadora: y era una neurona.",
)
def check_nand(weights, bias):
    if isinstance(weights, np.ndarray):
        weights = weights.tolist()
    if not isinstance(weights, (list, tuple)) or len(weights) != 2:
        expect.wrong(
            "w_nand debe ser una lista con dos números, como [1, 1]: llegó "
            f"{expect.shown(weights)}."
        )
    w1 = expect.number(weights[0], "el primer número de w_nand")
    w2 = expect.number(weights[1], "el segundo número de w_nand")
    bias = expect.number(bias, "b_nand")
    says = [int(w1 * x1 + w2 * x2 + bias > 0) for x1, x2 in POINTS]
    if says == [0, 0, 0, 1]:
        expect.wrong("Eso es AND: NAND es justo lo contrario. Cambia signos, sesgo incluido.")
    if w1 + bias == 0 or w2 + bias == 0:
        expect.wrong(
            "Con una sola entrada encendida, z es exactamente 0, y con z = 0 no dispara. Sube un "
            "poco el sesgo."
        )
    if says == [1, 0, 0, 0]:
        expect.wrong(
            "Eso es NOR: solo dispara en (0, 0). Hace falta un sesgo mayor, para que una sola "
            "entrada no baste para callarla."
        )
    for (x1, x2), said in zip(POINTS, says, strict=True):
        z = w1 * x1 + w2 * x2 + bias
        wanted = int((x1, x2) != (1, 1))
        if said != wanted:
            expect.wrong(
                f"En ({x1}, {x2}) z vale {float(z):g} y la neurona dice {said}: debe decir "
                f"{wanted}."
            )


@exercise(
    "2.7.4",
    hints=(
        "NumPy tiene una función que compara elemento a elemento y se queda con el mayor.",
        "Es `np.maximum` (no confundir con `np.max`, que da el mayor de todo el array).",
        "`return np.maximum(0, z)`",
    ),
    praise="Tan simple como es: ella o sus variantes están en casi todas las redes de hoy.",
)
def check_relu(function):
    def numbers(value, name):
        return expect.array(np.float64(value) if isinstance(value, (int, float)) else value, name)

    expect.computes(
        function,
        "relu",
        right=lambda z: np.maximum(0, z),
        inputs=(
            (np.array([-2.0, 0.0, 3.5, -0.1]),),
            (np.array([[1.0, -1.0, 0.5], [-4.0, 2.0, 7.0]]),),
            (np.array([[-3.0], [-1.0]]),),
            (np.array([0.1234, -0.004, 12.3456]),),
        ),
        kind=numbers,
        mistakes=(
            (
                np.max,
                "Devuelve un solo número, el mayor: eso es np.max. Se pide np.maximum, elemento a "
                "elemento.",
            ),
            (
                np.abs,
                "Eso es el valor absoluto: los negativos deben quedar en 0, sin cambiar de signo.",
            ),
            (
                lambda z: np.minimum(0, z),
                "Está al revés: se corta lo negativo y se deja pasar lo positivo.",
            ),
            (
                lambda z: z >= 0,
                lambda z: z > 0,
                "Eso es el escalón: lo positivo pasa tal cual, no se convierte en 1.",
            ),
            (lambda z: z, "Los negativos siguen ahí: deben convertirse en 0."),
        ),
    )


@cache
def _failures(first, second):
    """Fallos en la centésima vuelta de ``aprender``, la función de la lección: ¿es un Gentoo?"""
    measures, species = penguins.scaled()
    x = measures[[first, second]].to_numpy()
    y = (species == "Gentoo").astype(int)
    w, b = np.zeros(2), -0.5
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
    "2.7.5",
    hints=(
        "Hay seis parejas. Con cada una: `aprender(medidas[[…, …]].to_numpy(), es_gentoo, 100)`.",
        "`aprender` devuelve tres cosas; la tercera son los fallos de cada vuelta. Mira el último.",
        'Una medida hace falta siempre, la altura del pico: `["bill_depth_mm", …]`.',
    ),
    praise="Elegir bien las medidas vale tanto como el modelo: con otras, ninguna recta separa.",
)
def check_pair(pair):
    if not isinstance(pair, (list, tuple)) or len(pair) != 2:
        expect.wrong(
            "pareja debe ser una lista con dos nombres de columna, como "
            f'["bill_length_mm", "body_mass_g"]: llegó {expect.shown(pair)}.'
        )
    for name in pair:
        expect.instance(name, str, "cada nombre de pareja")
        if name not in penguins.MEASURES:
            expect.wrong(
                f"No hay ninguna columna {expect.shown(name)}. Son: {', '.join(penguins.MEASURES)}."
            )
    if pair[0] == pair[1]:
        expect.wrong("Las dos columnas son la misma: se piden dos distintas.")
    failures = _failures(*pair)
    if failures > 0:
        expect.wrong(
            f"Con esas dos, la neurona todavía comete {failures} fallos en la vuelta 100: ninguna "
            "recta separa del todo a los Gentoo. Prueba otra pareja."
        )


@exercise(
    "2.7.6",
    hints=(
        "Con `x @ w + b` tienes una z por muestra: la neurona dice 1 en las que pasan de 0.",
        "Compara lo que dice con `y`, una por una (`!=`), y cuenta los True con `.sum()`.",
        "`return ((x @ w + b > 0).astype(int) != y).sum()`",
    ),
    praise="Una sola cuenta para todas las muestras: es lo que hará una capa entera.",
)
def check_failures(function):
    def says(x, w, b):
        return (x @ w + b > 0).astype(int)

    def failures(x, y, w, b):
        return int((says(x, w, b) != y).sum())

    def case(x, y, w, b):
        return (
            f"Con {len(x)} muestras que deben dar {y.tolist()}, la neurona dice "
            f"{says(x, w, b).tolist()}"
        )

    def count(value, name):
        return expect.integer(
            expect.one_number(
                value, name, "Devuelve un array: falta contar los fallos en un solo número."
            ),
            name,
        )

    samples = (
        ([[1, 2], [2, -1], [0, 1], [-1, 0], [3, 1]], [0, 1, 0, 1, 1], [1.0, -1.0], -0.5),
        # Uno falla por cada lado, y en dos z vale 0.
        ([[1, 1], [2, 2], [3, 0], [0, 3], [0, 1], [2, 1]], [0, 0, 0, 1, 0, 0], [1.0, -1.0], 0.0),
        ([[1, 0, 2], [0, 1, 1], [2, 2, 0], [1, 1, 1]], [1, 1, 1, 1], [-1.0, 0.5, -2.0], 2.0),
        ([[2.0], [-1.0], [0.5]], [1, 0, 1], [4.0], 1.0),  # ninguno
    )
    expect.computes(
        function,
        "contar_fallos",
        right=failures,
        inputs=[(np.array(x), np.array(y), np.array(w), b) for x, y, w, b in samples],
        kind=count,
        message=lambda *a: f"{case(*a)}: se equivoca en {failures(*a)}, y llegó {{result}}.",
        mistakes=(
            (
                lambda x, y, w, b: len(y) - failures(x, y, w, b),
                lambda *a: (
                    f"{case(*a)}: acierta en {len(a[1]) - failures(*a)}, y se pide en cuántas se "
                    "equivoca."
                ),
            ),
            (
                lambda x, y, w, b: failures(x, y, w, b) / len(y),
                "Eso es la fracción de fallos: se pide cuántos son.",
            ),
            (
                lambda x, y, w, b: int((y - says(x, w, b)).sum()),
                lambda *a: (
                    f"{case(*a)}: se equivoca en {failures(*a)}. Al sumar las diferencias, un 1 "
                    "dicho de más y otro de menos se anulan: cuenta en cuántas son distintos."
                ),
            ),
            (
                lambda x, y, w, b: int(says(x, w, b).sum()),
                "Eso es en cuántas dispara: falta comparar con y.",
            ),
            (
                lambda x, y, w, b: failures(x, y, w, 0),
                lambda *a: (
                    f"{case(*a)}: se equivoca en {failures(*a)}. Sin sumar el sesgo salen "
                    f"{failures(*a[:3], 0)}, que es lo que llegó."
                ),
            ),
            (
                lambda x, y, w, b: int(((x @ w + b >= 0) != y).sum()),
                lambda *a: (
                    f"{case(*a)}: se equivoca en {failures(*a)}. Con z = 0 no dispara: usa > y no "
                    ">=."
                ),
            ),
        ),
    )


quiz(
    "2.7.A1",
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
    "2.7.A2",
    correct="d",
    why="Con otras neuronas por delante, los puntos cambian de sitio y una recta basta: es la "
    "lección 2.8.",
    wrong={
        "a": "Le dimos mil vueltas y seguía fallando; además, ninguna de las casi 69 000 neuronas "
        "que probamos acertaba los cuatro.",
        "b": "Con cualquier tasa pasa lo mismo: los pesos que harían falta no existen.",
        "c": "Con AND también había solo cuatro ejemplos, y los aprendió todos.",
    },
    hint="Intenta separar con una regla los dos unos de los dos ceros.",
)

quiz(
    "2.7.A3",
    correct="a",
    why="Está saturada: la pista que da la pendiente es casi nula, y los pesos apenas se mueven.",
    wrong={
        "b": "Los da en cuanto z es bastante positiva. Lo que falla es por dónde llegar hasta ahí.",
        "c": "La sigmoide nunca baja: su pendiente es positiva en todas partes, aunque diminuta.",
        "d": "La frontera es la misma recta, z = 0: la activación no la dobla.",
    },
    hint="Mira en la sección 4 la línea de trazos, lejos del 0.",
)
