"""Comprobaciones de la lección 7.1, La calle más ancha."""

from functools import cache

import numpy as np

from . import expect
from .core import exercise, quiz


def _length(w):
    return np.sqrt((w**2).sum())


@exercise(
    "7.1.1",
    hints=(
        "De un borde al centro hay 1 entre la longitud de w; de borde a borde, el doble.",
        "La longitud de `w` es `np.sqrt((w ** 2).sum())`, o `np.linalg.norm(w)`.",
        "`return 2 / np.sqrt((w ** 2).sum())`",
    ),
    praise="Por eso ensanchar la calle y encoger w son lo mismo.",
)
def check_width(function):
    expect.computes(
        function,
        "ancho",
        right=lambda w: 2 / _length(w),
        inputs=[(np.array(w),) for w in ([3.0, -4.0], [-0.5], [1.0, -2.0, 2.0], [0.1, 0.2])],
        kind=expect.one_number,
        mistakes=(
            (
                lambda w: 1 / _length(w),
                "Eso es del centro a un borde: la calle entera es el doble.",
            ),
            (
                lambda w: 2 * _length(w),
                "La calle se ensancha cuando w encoge: es 2 entre su largo.",
            ),
            (_length, "Eso es la longitud de w: el ancho es 2 dividido entre ella."),
            (
                lambda w: 2 / (w**2).sum(),
                "Divides entre la suma de los cuadrados: falta la raíz, np.sqrt.",
            ),
            (
                lambda w: 2 / np.abs(w).sum(),
                "La longitud no es la suma de los valores absolutos: es la raíz de la suma de w².",
            ),
            (
                lambda w: 2 / np.abs(w.sum()),
                "Eleva al cuadrado cada peso antes de sumar, y no la suma.",
            ),
        ),
    )


def _values(value, name):
    if isinstance(value, (list, tuple)):
        value = expect.row(value, name)
    return expect.numeric(expect.array(value, name, shape=(None,)), name)


@exercise(
    "7.1.2",
    hints=(
        "`t * f` es 1 o más para quien está en su lado y fuera de la calle.",
        "`np.maximum(0, …)` pone un 0 donde lo demás es negativo.",
        "`return np.maximum(0, 1 - t * f)`",
    ),
    praise="Cero para quien cumple, y una línea recta para quien no: de ahí el nombre.",
)
def check_hinge(function):
    expect.computes(
        function,
        "bisagra",
        right=lambda t, f: np.maximum(0, 1 - t * f),
        inputs=(
            (np.array([1, -1, 1, -1, 1]), np.array([2.0, 0.5, 0.5, -0.125, -3.0])),
            (np.array([-1, -1]), np.array([-1.0, 4.0])),
            (np.array([1, 1, -1]), np.array([1.0, 0.0, -7.5])),
        ),
        kind=_values,
        mistakes=(
            (
                lambda t, f: 1 - t * f,
                "Hay pagos negativos: quien cumple no cobra, paga 0. Falta np.maximum(0, …).",
            ),
            (
                lambda t, f: np.maximum(0, -t * f),
                "Con eso solo paga quien está en el lado contrario: el que pisa la calle, también. "
                "Es 1 menos t · f.",
            ),
            (
                lambda t, f: np.maximum(0, 1 - f),
                "Falta t: para la clase −1, el lado bueno es otro.",
            ),
            (
                lambda t, f: np.maximum(0, 1 - np.abs(f)),
                "Con el valor absoluto, quien está en el lado contrario no paga: usa t · f.",
            ),
            (
                lambda t, f: np.maximum(0, 1 - t * f) ** 2,
                "Eso es la bisagra al cuadrado, la de LinearSVC por defecto. Aquí, sin elevar.",
            ),
            (
                lambda t, f: (t * f < 1).astype(float),
                "Eso dice quién paga; falta cuánto: 1 − t · f.",
            ),
            (
                lambda t, f: np.maximum(0, 1 - t * f).sum(),
                lambda t, f: np.maximum(0, 1 - t * f).mean(),
                "Devuelve un solo número: se pide lo que paga cada muestra.",
            ),
            (lambda t, f: np.minimum(0, 1 - t * f), "Es el máximo con 0, no el mínimo."),
            (
                lambda t, f: np.maximum(0, t * f - 1),
                "Está al revés: paga a quien cumple. 1 − t · f.",
            ),
        ),
    )


def _sample(seed, n, d):
    """Pesos y muestras en las que unas pagan y otras no: w, b, x, t."""
    rng = np.random.default_rng(seed)
    x, t = rng.normal(size=(n, d)), np.where(rng.random(n) < 0.4, 1, -1)
    return rng.normal(size=d), float(rng.normal()), x + 0.8 * t[:, np.newaxis], t


def _on_the_edge():
    """Una muestra justo en el borde, que no paga ni empuja."""
    return (
        np.array([1.0, 0.0]),
        0.0,
        np.array([[1.0, 5.0], [0.5, 1.0], [-3.0, 2.0]]),
        np.array([1, 1, -1]),
    )


@cache
def _costs():
    return (
        (*_sample(1, 9, 3), 10),
        (*_sample(15, 12, 2), 1),
        (*_sample(2, 7, 1), 0.1),
        (*_on_the_edge(), 2),
    )


def _payments(w, b, x, t):
    return np.maximum(0, 1 - t * (x @ w + b))


@exercise(
    "7.1.3",
    hints=(
        "Son dos términos: la mitad de la suma de `w ** 2`, y `C` veces la suma de lo que pagan.",
        "Lo que paga cada muestra: `np.maximum(0, 1 - t * (x @ w + b))`.",
        "\n`pagos = np.maximum(0, 1 - t * (x @ w + b))\n"
        "return (w ** 2).sum() / 2 + C * pagos.sum()`",
    ),
    praise="Un término tira de cada lado, y C dice quién tira más.",
)
def check_cost(function):
    def total(w, b, x, t, c):
        return w @ w / 2 + c * _payments(w, b, x, t).sum()

    expect.computes(
        function,
        "coste",
        right=total,
        inputs=_costs(),
        kind=expect.one_number,
        message="El coste no es el pedido: la mitad de la suma de w², más C por la suma de los "
        "pagos.",
        mistakes=(
            (
                lambda w, b, x, t, c: c * w @ w / 2 + _payments(w, b, x, t).sum(),
                "C multiplica a los pagos, no a w².",
            ),
            (
                lambda w, b, x, t, c: w @ w + c * _payments(w, b, x, t).sum(),
                "Falta el medio delante de la suma de w².",
            ),
            (
                lambda w, b, x, t, c: _length(w) / 2 + c * _payments(w, b, x, t).sum(),
                "El primer término es el cuadrado de la longitud de w: sin raíz.",
            ),
            (
                lambda w, b, x, t, c: w @ w / 2 + c * _payments(w, b, x, t).mean(),
                "Los pagos se suman: es la suma, no la media.",
            ),
            (
                lambda w, b, x, t, c: w @ w / 2 + _payments(w, b, x, t).sum(),
                "Falta C, el precio de pisar la calle.",
            ),
            (
                lambda w, b, x, t, c: (w @ w + b * b) / 2 + c * _payments(w, b, x, t).sum(),
                "b no se frena: el primer término solo lleva los pesos.",
            ),
            (
                lambda w, b, x, t, c: w @ w / 2 + c * _payments(w, 0, x, t).sum(),
                "Falta sumar b en la función de decisión.",
            ),
            (
                lambda w, b, x, t, c: w @ w / 2 + c * (1 - t * (x @ w + b)).sum(),
                "Falta el máximo con 0: quien cumple no descuenta.",
            ),
            (
                lambda w, b, x, t, c: c * _payments(w, b, x, t).sum(),
                "Falta el primer término, el que quiere la calle ancha.",
            ),
        ),
    )


@exercise(
    "7.1.4",
    hints=(
        "Quién paga: `pagan = t * (x @ w + b) < 1`, un array de True y False.",
        "Con `t[pagan]` y `x[pagan]` se quedan los que empujan; `t[pagan] @ x[pagan]` suma cada "
        "`t` por su fila.",
        "\n`pagan = t * (x @ w + b) < 1\n"
        "dw = w - C * (t[pagan] @ x[pagan])\n"
        "db = -C * t[pagan].sum()\n"
        "return dw, db`",
    ),
    praise="Quien cumple no empuja: los que quedan empujando al final son los vectores de soporte.",
)
def check_gradient(function):
    def gradient(w, b, x, t, c, paying=None):
        pay = t * (x @ w + b) < 1 if paying is None else paying
        return w - c * (t[pay] @ x[pay]), -c * t[pay].sum()

    def part(value, name):
        single = not isinstance(value, (list, tuple)) and not getattr(value, "ndim", 0)
        return expect.real(value, name) if single else _values(value, name)

    expect.computes(
        function,
        "gradiente",
        right=gradient,
        inputs=_costs(),
        kind=part,
        returns="dw, db",
        message="{name} no es el gradiente de ese coste: repasa la fórmula, término a término.",
        mistakes=(
            (
                lambda w, b, x, t, c: gradient(w, b, x, t, c, np.ones(len(t), bool)),
                "Empujan todos: solo deben empujar los que pagan, t · f < 1.",
            ),
            (
                lambda w, b, x, t, c: gradient(w, b, x, t, c, t * (x @ w + b) < 0),
                "Solo empujan los del lado contrario, y también lo hace quien pisa la calle: "
                "t · f < 1.",
            ),
            (
                lambda w, b, x, t, c: gradient(w, b, x, t, c, t * (x @ w + b) <= 1),
                "Quien está justo en el borde, t · f = 1, no paga: compara con <, no con <=.",
            ),
            (
                lambda w, b, x, t, c: gradient(w, b, x, t, c, x @ w + b < 1),
                "Falta t al decidir quién paga: t · f < 1.",
            ),
            (
                lambda w, b, x, t, c: gradient(w, b, x, t, c, t * (x @ w) < 1),
                "Falta b al decidir quién paga.",
            ),
            (
                lambda w, b, x, t, c: (gradient(w, b, x, t, c)[0] - w, gradient(w, b, x, t, c)[1]),
                "A dw le falta w, que viene del término de la calle ancha.",
            ),
            (
                lambda w, b, x, t, c: tuple(
                    2 * u - v for u, v in zip((w, 0.0), gradient(w, b, x, t, c), strict=True)
                ),
                "El signo de los que pagan está al revés: se resta, −C · t · x.",
            ),
            (
                lambda w, b, x, t, c: gradient(w, b, x, t, 1),
                "Falta C delante de la suma.",
            ),
            (
                lambda w, b, x, t, c: (gradient(w, b, x, t, c)[0], gradient(w, b, x, t, c)[1] + b),
                "b no se frena: en db no va b.",
            ),
        ),
    )


def _contests():
    """Modelos sin entrenar, y muestras en las que elegir bien y elegir mal no coinciden."""
    from sklearn.datasets import make_moons
    from sklearn.neighbors import KNeighborsClassifier
    from sklearn.svm import SVC

    def data(n, noise, seed):
        x, y = make_moons(n, noise=noise, random_state=seed)
        t = 2 * y - 1
        return x[: n // 2], t[: n // 2], x[n // 2 :], t[n // 2 :]

    moons, few = data(160, 0.45, 5), data(60, 0.4, 3)
    svms = [SVC(kernel="linear", C=c) for c in (1e-4, 1.0, 100.0)]
    return (
        # El mejor es el tercero; en entrenamiento, el segundo; si aprenden con las de validación,
        # el primero; y el peor, el último.
        (
            [
                SVC(kernel="linear"),
                KNeighborsClassifier(25),
                SVC(),
                SVC(kernel="linear", C=100),
                KNeighborsClassifier(59),
            ],
            *data(120, 0.5, 8),
        ),
        ([KNeighborsClassifier(k) for k in (79, 25, 9, 1)], *moons),
        (svms, *few),
        ([SVC(kernel="linear"), SVC(kernel="linear"), KNeighborsClassifier(79)], *moons),
        ([KNeighborsClassifier(29), SVC(), KNeighborsClassifier(3)], *few),
    )


@exercise(
    "7.1.5",
    hints=(
        "`….fit(x_train, t_train).score(x_valid, t_valid)` da la nota de un modelo.",
        "Con todas las notas en una lista, `np.argmax(…)` da la posición de la mayor; si empatan, "
        "la primera.",
        "\n`notas = [modelo.fit(x_train, t_train).score(x_valid, t_valid) for modelo in modelos]\n"
        "return int(np.argmax(notas))`",
    ),
    praise="Aprende con unas y elige con otras: así la prueba sigue sin abrir.",
)
def check_choice(function):
    from sklearn.base import clone

    def notes(models, x_train, t_train, x_valid, t_valid):
        return [clone(m).fit(x_train, t_train).score(x_valid, t_valid) for m in models]

    def place(value, name):
        if hasattr(value, "predict"):
            expect.wrong(
                "Devuelve el modelo: se pide su posición en la lista (np.argmax de las notas)."
            )
        return expect.integer(value, name)

    expect.computes(
        function,
        "elegir",
        right=lambda *a: int(np.argmax(notes(*a))),
        inputs=_contests(),
        kind=place,
        message="No es la posición del que más acierta en validación: llegó {result}.",
        mistakes=(
            (
                lambda *a: max(notes(*a)),
                "Devuelve la mejor nota: se pide en qué posición está.",
            ),
            (
                notes,
                "Devuelve las notas de todos: falta la posición de la mayor, np.argmax.",
            ),
            (
                lambda models, x, t, *_: int(np.argmax(notes(models, x, t, x, t))),
                "Es el que más acierta en entrenamiento: la nota es la de validación.",
            ),
            (lambda *a: int(np.argmin(notes(*a))), "Es la posición del que menos acierta."),
            (
                lambda models, x, t, x_valid, t_valid: int(
                    np.argmax(notes(models, x_valid, t_valid, x_valid, t_valid))
                ),
                "Entrenas con las de validación: se aprende con x_train y t_train.",
            ),
            (
                lambda *a: len(a[0]) - 1 - int(np.argmax(notes(*a)[::-1])),
                "Si empatan varios, se pide el primero: np.argmax lo da.",
            ),
            (
                lambda *a: int(np.argmax(notes(*a))) + 1,
                "Las posiciones empiezan en 0.",
            ),
        ),
    )


quiz(
    "7.1.A1",
    correct="b",
    why="Sobreajusta: hace falta más freno, y una C pequeña ensancha la calle.",
    wrong={
        "a": "Subir C frena menos: la calle se estrecha y el sobreajuste crece.",
        "c": "Su coste es convexo, sin hoyos: la semilla no cambia la recta.",
        "d": "Sin escalar, la calle depende de las unidades, y el sobreajuste sigue ahí.",
    },
    hint="¿Hace falta más freno, o menos? ¿Y C es el freno, o el precio de pisar la calle?",
)
quiz(
    "7.1.A2",
    correct="d",
    why="t · f = −0.5, y 1 − (−0.5) = 1.5: está en el lado contrario.",
    wrong={
        "a": "f es positiva y t negativa: está en el lado contrario; y dentro de la calle se paga.",
        "b": "Eso sería si t fuera 1: 1 − 0.5.",
        "c": "Eso pagaría quien está justo en el centro, con f = 0.",
    },
    hint="Calcula t · f, con su signo, y réstalo de 1.",
)
quiz(
    "7.1.A3",
    correct="a",
    why="Las dos van muestra a muestra. SVC, de dos en dos: son demasiadas parejas.",
    wrong={
        "b": "Minimiza el mismo coste, pero compara las muestras de dos en dos: con millones, no "
        "acaba.",
        "c": "El coste que minimizan es casi el mismo; el tiempo, no: recuerda la figura.",
    },
    hint="¿Cuántas parejas hay con dos millones de filas?",
)
