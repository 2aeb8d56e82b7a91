"""Comprobaciones de la lección 2.12, ¿Aprende o se lo sabe de memoria?"""

import numpy as np

from ..datasets import load_penguins
from . import expect
from .core import exercise, quiz


def _noisy_curve(seed, degrees, spread=0.25):
    """Lo que recibe ``mejor_grado``: unos datos que ajustar, otros con que elegir, y los grados."""
    rng = np.random.default_rng(seed)
    x_train, x_valid = np.linspace(-3, 3, 24 + seed), np.linspace(-2.9, 2.9, 60 + seed)
    y_train = np.sin(1.5 * x_train) + rng.normal(0, spread, len(x_train))
    y_valid = np.sin(1.5 * x_valid) + rng.normal(0, spread, len(x_valid))
    return x_train, y_train, x_valid, y_valid, list(degrees)


@exercise(
    "2.12.1",
    hints=(
        "Un ciclo por los grados: ajusta con los de entrenamiento y guarda un error por grado.",
        "El polinomio ajustado, `polinomio = np.polynomial.Polynomial.fit(…)`, se usa como una "
        "función: `polinomio(x_valid)`.",
        "Con un error por grado en `errores = …`, `np.argmin(errores)` da la posición del menor; "
        "el grado es `grados[np.argmin(errores)]`.",
    ),
    praise="Se ajusta con unos datos y se elige con otros: vale para polinomios y para redes.",
)
def check_best_degree(function):
    def errors(x, y, x_exam, y_exam, degrees, size=np.square):
        fits = [np.polynomial.Polynomial.fit(x, y, degree) for degree in degrees]
        return [np.mean(size(fit(x_exam) - y_exam)) for fit in fits]

    def best(*a):
        return a[-1][int(np.argmin(errors(*a)))]

    expect.computes(
        function,
        "mejor_grado",
        right=best,
        inputs=[
            _noisy_curve(0, [1, 3, 5, 12]),
            _noisy_curve(1, [2, 3, 4, 6, 11]),
            _noisy_curve(2, [12, 5, 3, 1]),
            _noisy_curve(9, [9, 4, 7, 5, 6]),  # el peor error y el mediano eligen otro
            _noisy_curve(4, [3, 5, 4, 8, 12]),  # y la media de los errores sin signo
        ],
        message=lambda *a: (
            f"mejor_grado con los grados {a[-1]} no es el valor pedido: llegó {{result}}."
        ),
        mistakes=(
            (
                lambda x, y, x_valid, y_valid, degrees: best(x, y, x, y, degrees),
                "Has elegido el que menos falla en los datos con que se ajustó, que siempre es el "
                "de grado más alto. Ajusta con los de entrenamiento y compara los errores de "
                "validación.",
            ),
            (
                lambda *a: a[-1][int(np.argmax(errors(*a)))],
                "Ese es el que más falla en validación: se busca el menor (argmin).",
            ),
            (
                lambda *a: a[-1][int(np.argmin(errors(*a, size=np.abs)))],
                "Comparas la media de los errores sin signo: se pide el error cuadrático medio.",
            ),
            (
                lambda *a: min(errors(*a)),
                lambda *a: np.sqrt(min(errors(*a))),
                "Eso es el error del mejor: se pide su grado.",
            ),
            (
                lambda *a: int(np.argmin(errors(*a))),
                "Esa es la posición dentro de la lista: devuelve grados[posición].",
            ),
        ),
    )


@exercise(
    "2.12.2",
    hints=(
        "El orden importa: primero la altura del error propio; después, la distancia.",
        "`if propio > 2 * ruido:` es subajuste; después, `if nuevo > 2 * propio:` es sobreajuste:\n"
        "`if propio > 2 * ruido:\n"
        '    return "subajuste"\n'
        "if nuevo > 2 * propio:\n"
        '    return "sobreajuste"\n'
        'return "bien"`',
    ),
    praise="Dos preguntas, en ese orden: ¿alto?, ¿separado?",
)
def check_diagnosis(function):
    def diagnosis(own, new, noise, above=lambda a, b: a > b):
        if above(own, 2 * noise):
            return "subajuste"
        return "sobreajuste" if above(new, 2 * own) else "bien"

    def late(own, new, noise):
        return "sobreajuste" if new > 2 * own else diagnosis(own, new, noise)

    expect.computes(
        function,
        "diagnosticar",
        right=diagnosis,
        inputs=[
            (4.5, 4.6, 1.5),
            (1.4, 1.7, 1.5),
            (0.2, 9.0, 1.5),
            (3.0, 3.1, 1.5),  # justo el doble del ruido
            (1.25, 2.5, 1.5),  # justo el doble del propio
            (4.0, 20.0, 1.5),  # alto y separado
            (1.0, 4.0, 1.5),
            (0.1, 0.19, 0.02),
            (1.0, 2.4, 1.5),
        ],
        kind=lambda value, name: expect.instance(value, str, name),
        mistakes=(
            (
                lambda *a: diagnosis(*a, above=lambda a, b: a >= b),
                "{call}: justo el doble todavía no pasa.",
            ),
            (late, "{call}: primero se mira si el error propio es alto."),
            (
                lambda own, new, noise: diagnosis(own, own, noise),
                "{call}: no miras el error en datos nuevos.",
            ),
            (
                lambda own, new, noise: "sobreajuste" if new > 2 * own else "bien",
                "{call}: no miras si el error propio pasa del doble del ruido.",
            ),
            (
                lambda own, new, noise: {
                    "subajuste": "sobreajuste",
                    "sobreajuste": "subajuste",
                }.get(diagnosis(own, new, noise), "bien"),
                "{call}: los has cambiado. Con subajuste falla hasta en sus propios datos.",
            ),
        ),
    )


def _dropout(h, p, rng, *, scaled=True, off=lambda chance, p: chance < p):
    return h * ~off(rng.random(h.shape), p) / (1 - p if scaled else 1)


@exercise(
    "2.12.3",
    hints=(
        "`azar = rng.random(h.shape)` da un número entre 0 y 1 por cada uno de `h`.",
        "`azar >= p` es una máscara: al multiplicar, los falsos valen 0. Después se divide entre "
        "`1 - p`.",
        "\n`azar = rng.random(h.shape)\nreturn h * (azar >= p) / (1 - p)`",
    ),
    praise="Esto, en cada paso y con otro azar, es todo el dropout.",
)
def check_dropout(function):
    def case(seed, shape, p):
        return np.random.default_rng(seed).normal(size=shape), p, np.random.default_rng(seed + 50)

    def fixed(right):
        # Cada llamada empieza el azar en el mismo sitio: los generadores no se copian.
        def with_generator(h, p, rng):
            return right(h, p, np.random.default_rng(len(h) + 50))

        return with_generator

    def called(h, p, rng):
        return function(h, p, np.random.default_rng(len(h) + 50))

    expect.function(function, "apagar")
    called.__name__ = "apagar"
    expect.computes(
        called,
        "apagar",
        right=fixed(_dropout),
        inputs=[
            case(0, (6, 4), 0.5),
            case(1, (40,), 0.2),
            case(2, (5, 3), 0.0),
            case(3, (200, 2), 0.9),
        ],
        kind=expect.array,
        message="No es lo pedido: llegó {result}. Usa el rng que recibes, con rng.random(h.shape), "
        "una sola vez.",
        mistakes=(
            (
                fixed(lambda *a: _dropout(*a, scaled=False)),
                "Falta dividir entre 1 - p lo que queda encendido.",
            ),
            (
                fixed(lambda *a: _dropout(*a, off=lambda chance, p: chance >= p)),
                "Está al revés: se apagan los que tienen el azar menor que p.",
            ),
            (
                fixed(lambda h, p, rng: _dropout(h, p, rng) * (1 - p) ** 2),
                "Se divide entre 1 - p, no se multiplica.",
            ),
            (
                fixed(lambda h, p, rng: h * (rng.random() >= p) / (1 - p)),
                "Un solo número al azar para todos: falta h.shape.",
            ),
        ),
    )


@exercise(
    "2.12.4",
    hints=(
        "La media de cada columna es `x_train.mean(axis=0)`; la desviación, `x_train.std(axis=0)`.",
        "Las dos se calculan una vez, con `x_train`, y se usan en los dos conjuntos.",
        "\n`media, desviacion = x_train.mean(axis=0), x_train.std(axis=0)\n"
        "return (x_train - media) / desviacion, (x_test - media) / desviacion`",
    ),
    praise="El conjunto de prueba no ha contado nada de sí mismo: el examen sigue siendo examen.",
)
def check_scaling(function):
    def scaled(values, by):
        return (values - by.mean(axis=0)) / by.std(axis=0)

    def data(seed, n_train, n_test):
        rng = np.random.default_rng(seed)
        return rng.normal([200, 17], [14, 2], (n_train, 2)), rng.normal(
            [210, 15], [9, 1], (n_test, 2)
        )

    expect.computes(
        function,
        "preparar",
        right=lambda a, b: (scaled(a, a), scaled(b, a)),
        inputs=[data(0, 30, 12), data(1, 20, 7)],
        returns="z_train, z_test",
        kind=expect.array,
        unchanged="Tu función cambia los arrays que recibe: calcula unos nuevos, sin usar -= ni "
        "/=.",
        mistakes=(
            (
                lambda a, b: (scaled(a, a), scaled(b, b)),
                "Escalas x_test con su propia media y desviación. Usa las de x_train en los dos.",
            ),
            (
                lambda a, b: (scaled(a, np.vstack([a, b])), scaled(b, np.vstack([a, b]))),
                "Has calculado la media con los dos conjuntos juntos: así el examen se cuela en el "
                "entrenamiento. Usa solo x_train.",
            ),
            (
                lambda a, b: ((a - a.mean()) / a.std(), (b - a.mean()) / a.std()),
                "Has usado una sola media para las dos columnas: te falta axis=0.",
            ),
            (
                lambda a, b: (a - a.mean(axis=0), b - a.mean(axis=0)),
                "Falta dividir entre la desviación estándar.",
            ),
        ),
    )


def _validation_errors():
    """El error de cada grado, de 1 a 10, en validación y en sus veinte datos."""
    columns = ["flipper_length_mm", "body_mass_g"]
    used = [*columns, "bill_depth_mm"]
    table = load_penguins().dropna(subset=used)[columns].to_numpy(float)
    table = table[np.random.default_rng(0).permutation(len(table))]
    z, mass = (table[:, 0] - table[:20, 0].mean()) / table[:20, 0].std(), table[:, 1] / 1000
    fits = [np.polynomial.Polynomial.fit(z[:20], mass[:20], degree) for degree in range(1, 11)]
    return [
        [np.mean((fit(z[rows]) - mass[rows]) ** 2) for fit in fits]
        for rows in (slice(20, 120), slice(20))
    ]


@exercise(
    "2.12.5",
    hints=(
        "Los grados son `list(range(1, 11))`; se ajusta con los de entrenamiento y se compara con "
        "los de validación.",
        "`grado = mejor_grado(z_train, y_train, z_valid, y_valid, list(range(1, 11)))`",
    ),
    praise="Elegido sin mirar el examen.",
)
def check_chosen_degree(degree):
    valid, own = _validation_errors()
    best = int(np.argmin(valid)) + 1
    expect.cases(
        degree,
        "grado",
        best,
        kind=expect.integer,
        mistakes=(
            (
                int(np.argmin(own)) + 1,
                "Ese es el que menos falla en sus veinte datos: los ha memorizado. Elige con "
                "z_valid e y_valid.",
            ),
            (best - 1, "Esa es la posición, que empieza en 0: el grado es uno más."),
            (min(valid), np.sqrt(min(valid)), "Eso es el error del mejor: se pide su grado."),
        ),
    )


quiz(
    "2.12.A1",
    correct="a",
    why="Sí: la red ya es capaz de memorizar sus datos; hacerla mayor no la ayuda a generalizar.",
    wrong={
        "b": "Más datos sí ayudan: lo viste en la curva de aprendizaje del grado 15.",
        "c": "La parada temprana sí ayuda: la validación toca fondo mucho antes que la otra curva.",
        "d": "Eso es la regularización, y frena el sobreajuste.",
    },
    hint="Es sobreajuste. ¿Cuál de las cuatro cosas le da a la red más sitio para memorizar?",
)
quiz(
    "2.12.A2",
    correct="b",
    why="Sí: los dos errores, juntos y altos. Es subajuste: el modelo es demasiado simple.",
    wrong={
        "a": "Con las dos curvas ya juntas, más datos no las bajan: lo viste con la recta.",
        "c": "El dropout frena a un modelo que memoriza; este no llega ni a aprender.",
        "d": "Coinciden, pero son cinco veces el ruido: queda mucho por explicar.",
    },
    hint="¿Los dos errores están juntos o separados? ¿Altos o bajos?",
)
quiz(
    "2.12.A3",
    correct="b",
    why="Sí: el elegido sería el que mejor le va a ese examen, también por suerte.",
    wrong={
        "a": "Con muchos pasaría lo mismo, aunque menos: ya habrían servido para elegir.",
        "c": "Se pueden escalar, con la media y la desviación del entrenamiento.",
    },
    hint="Recuerda a los doscientos adivinos.",
)
