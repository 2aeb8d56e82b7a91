"""Comprobaciones de la lección 2.9, Cuesta abajo: el descenso de gradiente."""

from functools import partial

import numpy as np

from ..datasets import load_penguins
from . import expect
from .core import exercise, quiz


def _line_data(seed, n=12):
    rng = np.random.default_rng(seed)
    x = rng.uniform(-2, 3, n)
    w, b = rng.normal(size=2)
    return float(w), float(b), x, 1.5 * x - 0.7 + rng.normal(0, 0.5, n)


@exercise(
    "2.9.1",
    hints=(
        "Con arrays no hace falta un ciclo: `w * x + b` son todas las respuestas de la recta.",
        "Resta `y` para tener los errores, elévalos al cuadrado y haz la media.",
        "\n`errores = w * x + b - y\nreturn (errores**2).mean()`",
    ),
    praise="Cuarenta errores resumidos en un número: ya hay algo que bajar.",
)
def check_loss(function):
    def errors(w, b, x, y):
        return w * x + b - y

    def loss(*a):
        return (errors(*a) ** 2).mean()

    expect.computes(
        function,
        "perdida",
        right=loss,
        inputs=[_line_data(seed, n=12 + seed) for seed in range(3)],
        kind=partial(
            expect.one_number,
            message="Devuelve un array, con un error por recibo: falta resumirlo en la media.",
        ),
        message="No es el error cuadrático medio de la recta: la media de (w * x + b - y)**2.",
        mistakes=(
            (
                lambda *a: (errors(*a) ** 2).sum(),
                "Eso es la suma de los cuadrados: falta dividir entre cuántos son (la media).",
            ),
            (
                lambda *a: np.abs(errors(*a)).mean(),
                "Eso es la media de los errores sin signo: faltan cuadrados.",
            ),
            (
                lambda *a: errors(*a).mean(),
                "Te falta elevar al cuadrado: así los errores de más y de menos se anulan.",
            ),
            (
                lambda *a: errors(*a).mean() ** 2,
                "Primero se eleva al cuadrado cada error y después va la media.",
            ),
            (lambda *a: np.sqrt(loss(*a)), "Eso es la raíz (RMSE): aquí se pide sin raíz."),
            (lambda *a: loss(*a) / 2, "Sobra dividir entre 2: aquí es la media, sin más."),
        ),
    )


@exercise(
    "2.9.2",
    hints=(
        "El paso es la tasa por la pendiente. ¿Se suma o se resta?",
        "Se resta, porque la pendiente señala cuesta arriba: `return w - tasa * pendiente`",
    ),
    praise="Esa línea, repetida, es todo el descenso de gradiente.",
)
def check_step(function):
    expect.computes(
        function,
        "un_paso",
        right=lambda w, slope, rate: w - rate * slope,
        inputs=[(2.0, -3.0, 0.1), (-1.537, 4.25, 0.25), (0.3, 0.0, 0.5), (7.0, 2.5, 2.0)],
        mistakes=(
            (
                lambda w, slope, rate: w + rate * slope,
                "Sumas: así se va cuesta arriba. El paso se resta.",
            ),
            (lambda w, slope, rate: w - slope, "No usas la tasa: el paso es tasa por pendiente."),
            (lambda w, slope, rate: w - rate, "No usas la pendiente: dice cuánto hay que moverse."),
            (lambda w, slope, rate: rate * slope, "Eso es el paso: réstaselo a w."),
        ),
    )


def _line_gradient(w, b, x, y):
    errors = w * x + b - y
    return 2 * (errors * x).mean(), 2 * errors.mean()


def _times(factor, function):
    """La función que multiplica por un número, o lo que dé otra, todo lo que devuelve."""

    def multiplied(*a):
        by = factor(*a) if callable(factor) else factor
        return tuple(by * part for part in function(*a))

    return multiplied


@exercise(
    "2.9.3",
    hints=(
        "Calcula primero los errores, `w * x + b - y`: los usan las dos derivadas.",
        "La de w multiplica cada error por su `x` antes de la media; la de b, no.",
        "\n`errores = w * x + b - y\nreturn 2 * (errores * x).mean(), 2 * errores.mean()`",
    ),
    praise="Coincide en tres rectas con datos al azar: una fórmula, y ya no hay que mover nada.",
)
def check_line_gradient(function):
    expect.computes(
        function,
        "gradiente",
        right=_line_gradient,
        inputs=[_line_data(seed, n=12 + seed) for seed in range(3)],
        returns="dw, db",
        kind=partial(
            expect.one_number,
            message="Una de las dos derivadas es un array: falta la media de los productos.",
        ),
        mistakes=(
            (
                lambda *a: _line_gradient(*a)[::-1],
                "Las dos derivadas están al revés: se devuelven dw, db, en ese orden.",
            ),
            (
                _times(-1, _line_gradient),
                "El signo es el contrario: el error es la recta menos lo real, ŷ − y.",
            ),
            (_times(0.5, _line_gradient), "Falta el 2, que viene de derivar el cuadrado."),
            (
                _times(lambda *a: len(a[2]), _line_gradient),
                "Has sumado: falta dividir entre n (la media).",
            ),
            (
                lambda *a: _line_gradient(*a)[1:] * 2,
                "dw es igual que db: en la de w, cada error se multiplica por su x.",
            ),
            (
                lambda w, b, x, y: (
                    2 * (w * x + b - y).mean() * x.mean(),
                    2 * (w * x + b - y).mean(),
                ),
                "En dw se multiplica cada error por su x y después se hace la media; no es la "
                "media de los errores por la media de x.",
            ),
        ),
    )


def _functions():
    """Funciones de varios pesos y dónde medirlas: una curva, una mezcla, y un peso solo."""
    rng = np.random.default_rng(25)
    a, c = rng.normal(size=(4, 4)), rng.normal(size=4)
    return (
        (lambda p: ((a @ p - c) ** 2).sum(), rng.normal(size=4)),
        (lambda p: np.sin(p[0]) * p[1] + np.exp(p[2]), rng.normal(size=3)),
        (lambda p: (p**3).sum(), np.array([1.7])),
    )


@exercise(
    "2.9.4",
    hints=(
        "Un ciclo por las posiciones de `p`; en cada una, dos copias: una con + ε y otra con − ε.",
        "`mas = p.copy()` hace una copia; en `for i in range(len(p)):`, `mas[i] = mas[i] + 1e-5` "
        "solo cambia ese peso.",
        "\n`pendientes = np.zeros(len(p))\n"
        "for i in range(len(p)):\n"
        "    mas, menos = p.copy(), p.copy()\n"
        "    mas[i] = mas[i] + 1e-5\n"
        "    menos[i] = menos[i] - 1e-5\n"
        "    pendientes[i] = (funcion(mas) - funcion(menos)) / 2e-5\n"
        "return pendientes`",
    ),
    praise="Con esta herramienta se examina cualquier gradiente, también el de una red.",
)
def check_finite_differences(function):
    def slopes(f, p, step=1e-5):
        return np.array([(f(p + d) - f(p - d)) / (2 * step) for d in step * np.eye(len(p))])

    expect.computes(
        function,
        "diferencias_finitas",
        right=slopes,
        inputs=_functions(),
        kind=lambda value, name: value if isinstance(value, list) else expect.array(value, name),
        unchanged="Tu función cambia el array p que recibe. Trabaja con copias: p.copy().",
        message="{name} no es el valor pedido: llegó {result}. Mide hacia los dos lados (+ε y −ε), "
        "con ε = 1e-5: si se mide solo hacia un lado o con un ε mayor, se pierde precisión.",
        mistakes=(
            (
                lambda f, p: 2 * slopes(f, p),
                "Sale el doble: entre p + ε y p − ε hay 2ε, y se divide entre eso.",
            ),
            (
                lambda f, p: -slopes(f, p),
                "El signo es el contrario: va primero f con p + ε y se le resta la otra.",
            ),
            (
                lambda f, p: 2e-5 * slopes(f, p),
                lambda f, p: 1e-5 * slopes(f, p),
                "Falta dividir entre 2ε: de momento es una diferencia, no una derivada.",
            ),
            (
                lambda f, p: np.full(len(p), (f(p + 1e-5) - f(p - 1e-5)) / 2e-5),
                "Mueves todos los pesos a la vez: hay que mover uno y dejar quietos los demás.",
            ),
        ),
    )


def _descend(x, y, rate, steps, *, sequential=False, sign=-1):
    w = b = 0.0
    for _ in range(steps):
        dw, db = _line_gradient(w, b, x, y)
        w = w + sign * rate * dw
        if sequential:
            db = _line_gradient(w, b, x, y)[1]
        b = b + sign * rate * db
    return w, b


@exercise(
    "2.9.5",
    hints=(
        "Un ciclo de tantas vueltas como `pasos`; en cada una, primero el gradiente.",
        "Después se resta a cada peso `tasa` por su derivada: con `dw, db = gradiente(w, b, x, "
        "y)`, `w = w - tasa * dw`.",
        "\n`w, b = 0.0, 0.0\n"
        "for paso in range(pasos):\n"
        "    dw, db = gradiente(w, b, x, y)\n"
        "    w = w - tasa * dw\n"
        "    b = b - tasa * db\n"
        "return w, b`",
    ),
    praise="Es el mismo ciclo que entrena las redes más grandes; cambia el número de pesos.",
)
def check_descent(function):
    settings = ((0, 12, 0.05, 7), (1, 9, 0.02, 40), (2, 15, 0.1, 1))
    expect.computes(
        function,
        "descender",
        right=_descend,
        inputs=[(*_line_data(seed, n)[2:], rate, steps) for seed, n, rate, steps in settings],
        returns="w, b",
        message=lambda x, y, rate, steps: (
            f"Con tasa {rate} y {steps} pasos no acaba donde debe. Empieza en 0 y 0, y en cada "
            "paso calcula el gradiente con los pesos de ese momento."
        ),
        mistakes=(
            (lambda *a: _descend(*a, sign=1), "Sumas el gradiente: así se sube. Hay que restar."),
            (
                lambda *a: _descend(*a, sequential=True),
                "Calculas db con la w ya cambiada. Calcula las dos derivadas antes de mover nada.",
            ),
            (lambda *a: _descend(*a)[::-1], "Los dos pesos están al revés: se devuelven w, b."),
            (
                lambda x, y, rate, steps: _descend(x, y, 1, steps),
                "No usas la tasa: el paso es tasa por derivada.",
            ),
            (lambda x, y, rate, steps: _descend(x, y, rate, steps + 1), "Da un paso de más."),
            (
                lambda x, y, rate, steps: _descend(x, y, rate, 1 if steps > 1 else 0),
                "Solo cuenta un paso (o ninguno): ¿está el return dentro del ciclo, o vuelves a "
                "poner los pesos a cero en cada vuelta?",
            ),
        ),
    )


def _curvatures(x):
    columns = np.column_stack([x, np.ones_like(x)])
    return np.linalg.eigvalsh(2 / len(x) * columns.T @ columns)


@exercise(
    "2.9.6",
    hints=(
        "Las dos columnas: `columnas = np.column_stack([x, np.ones_like(x)])`.",
        "La matriz es `2 / len(x) * columnas.T @ columnas`; sus autovalores, "
        "`np.linalg.eigvalsh(…)`, son las curvaturas.",
        "\n`columnas = np.column_stack([x, np.ones_like(x)])\n"
        "curvaturas = np.linalg.eigvalsh(2 / len(x) * columnas.T @ columnas)\n"
        "return 2 / curvaturas.max()`",
    ),
    praise="Ya no hay que adivinar: por encima de ese número, diverge.",
)
def check_limit(function):
    rng = np.random.default_rng(6)
    expect.computes(
        function,
        "tasa_limite",
        right=lambda x: 2 / _curvatures(x).max(),
        inputs=[
            (rng.normal(200, 14, 7),),
            (rng.uniform(-3, 1, 12),),
            (np.array([0.1, -0.3, 0.2]),),  # aquí la mayor curvatura es la de los unos
        ],
        tolerance=1e-9,
        kind=partial(
            expect.one_number,
            message="Devuelve un array: de las curvaturas, solo cuenta la mayor.",
        ),
        mistakes=(
            (
                lambda x: 2 / _curvatures(x).min(),
                "Has usado la curvatura menor: el límite lo pone la mayor.",
            ),
            (
                lambda x: 2 / (2 * np.mean(x**2)),
                "Eso es el límite con un solo peso: falta el sesgo, que es la columna de unos.",
            ),
            (
                lambda x: 2 / (len(x) * _curvatures(x).max()),
                "Falta dividir entre n: la pérdida es una media.",
            ),
            (
                lambda x: 4 / _curvatures(x).max(),
                "Falta el 2 de 2/n, que viene de derivar el cuadrado.",
            ),
            (lambda x: 1 / _curvatures(x).max(), "Es 2 entre la curvatura, no 1."),
            (lambda x: _curvatures(x).max(), "Esa es la curvatura: el límite es 2 entre ella."),
        ),
    )


@exercise(
    "2.9.7",
    hints=(
        "Con la entrada escalada el límite es 1: cualquier tasa menor llega, como 0.5.",
        "`recta = descender(scaled, mass, 0.5, 100)`, si tu función ya pasa su comprobación.",
    ),
    praise="Y sin mirar el mínimo: solo bajando.",
)
def check_penguin_line(line):
    line = line.tolist() if isinstance(line, np.ndarray) else line
    if not isinstance(line, (tuple, list)) or len(line) != 2:
        expect.wrong(f"recta debe ser la pareja w, b: {expect.arrived(line)}.")
    w, b = expect.real(line[0], "w"), expect.real(line[1], "b")
    x, y = _penguins()
    slope, height = np.polyfit(x, y, 1)
    if expect.same((w, b), (height, slope), 1e-3):
        expect.wrong("Están al revés: primero w y después b.")
    if abs(w) > 100 or abs(b) > 100:
        expect.wrong(f"w = {w:.3g} y b = {b:.3g}: ha divergido. El límite de la tasa es 1.")
    if not expect.same((w, b), (slope, height), 1e-3):
        expect.wrong(
            f"w = {w:.4f} y b = {b:.4f} no son el fondo del valle, a menos de 0.001. ¿Descendiste "
            "con scaled y mass? Si es así, da más pasos."
        )
    return f"Un pingüino de aleta media pesa {b:.2f} kg, y cada desviación de más, {w:.2f} kg."


def _penguins():
    columns = ["flipper_length_mm", "body_mass_g"]
    table = load_penguins().dropna(subset=columns)[columns].to_numpy(float)
    return (table[:, 0] - table[:, 0].mean()) / table[:, 0].std(), table[:, 1] / 1000


quiz(
    "2.9.A1",
    correct="b",
    why="Sí: se resta la tasa por −3, así que el peso sube. Con derivada negativa, subir el peso "
    "baja la pérdida.",
    wrong={
        "a": "Negativa quiere decir que la pérdida baja al subir el peso. Además, restar un número "
        "negativo es sumar.",
        "c": "En el fondo la derivada vale 0. Con −3 hay cuesta, y bastante.",
        "d": "La derivada dice hacia dónde moverse y con cuánta fuerza, no dónde hay que acabar.",
    },
    hint="Escribe la cuenta, w − tasa · (−3), con una tasa de 0.1.",
)
quiz(
    "2.9.A2",
    correct="d",
    why="Sí: si cada paso aterriza más arriba, los pasos son demasiado largos.",
    wrong={
        "a": "Si cada paso aterriza más arriba, dar más solo lo lleva más lejos.",
        "b": "El problema no es lo que la red puede aprender, sino la longitud de sus pasos.",
        "c": "Con pasos demasiado largos se aleja del fondo desde cualquier sitio del que parta.",
    },
    hint="Mira la tercera figura de la comparación de tasas.",
)
quiz(
    "2.9.A3",
    correct="c",
    why="Sí: el límite es 2/50 = 0.04, y 0.05 lo pasa.",
    wrong={
        "a": "Es muy baja: tardará, pero 0.001 está por debajo de 2/50 = 0.04.",
        "b": "0.02 es la mitad del límite: en ese eje llega de un solo paso.",
        "d": "Una tasa pequeña sí llega; pero 0.05 no es pequeña para esa curvatura.",
    },
    hint="Calcula 2 entre la curvatura y compara.",
)
