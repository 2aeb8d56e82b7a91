"""Comprobaciones de la lección 10.2, La familia ARIMA."""

import numpy as np

from . import expect
from .core import exercise, quiz


def _autoregressive(phi, shocks, start=1.0):
    values = [start * shocks[0]]
    for shock in shocks[1:]:
        values.append(phi * values[-1] + shock)
    return np.array(values)


def _shocks(seed, n):
    return np.random.default_rng(seed).normal(size=n)


@exercise(
    "10.2.1",
    hints=(
        "Empieza con `valores = [empujones[0]]`, y recorre los demás, `empujones[1:]`.",
        "Cada paso añade `fi * valores[-1] + empujon`, si `empujon = empujones[1]` y `valores = "
        "[empujones[0]]`.",
        "\n`valores = [empujones[0]]\n"
        "for empujon in empujones[1:]:\n"
        "    valores.append(fi * valores[-1] + empujon)\n"
        "return np.array(valores)`",
    ),
    praise="Lo de antes se olvida poco a poco, y siempre llega algo nuevo.",
)
def check_autoregressive(function):
    expect.computes(
        function,
        "simular_ar",
        right=_autoregressive,
        inputs=[
            (0.5, np.array([8.0, 0, 0, 0])),
            (0.9, _shocks(0, 12)),
            (1.0, _shocks(1, 7)),
            (-0.6, _shocks(2, 9)),
        ],
        kind=expect.array,
        mistakes=(
            (
                lambda phi, shocks: np.append(shocks[0], phi * shocks[:-1] + shocks[1:]),
                "Multiplicas el empujón anterior; se multiplica el valor anterior de la serie, que "
                "ya lleva dentro los de antes.",
            ),
            (
                lambda phi, shocks: _autoregressive(phi, shocks, 0),
                "El primer valor es el primer empujón, y lo dejas en 0.",
            ),
            (
                lambda phi, shocks: np.cumsum(shocks),
                "Sumas los empujones, como si fi fuera 1: de lo anterior queda solo una parte.",
            ),
            (
                lambda phi, shocks: _autoregressive(phi, shocks)[1:],
                "Falta el primer valor: es el primer empujón.",
            ),
            (
                lambda phi, shocks: _autoregressive(phi, np.append(0, shocks))[:-1],
                "Hay un valor de más al principio: el primero es el primer empujón.",
            ),
        ),
        message="{call} no da fi por el valor anterior, más el empujón: llegó {result}.",
    )


def _fitted(values, p, *, reverse=False, intercept=False):
    x = np.column_stack([values[p - lag : len(values) - lag] for lag in range(1, p + 1)])
    if intercept:
        x = np.column_stack([x, np.ones(len(x))])
    weights = np.linalg.lstsq(x, values[p:], rcond=None)[0]
    return weights[::-1] if reverse else weights


@exercise(
    "10.2.2",
    hints=(
        "Los que van un paso antes son `serie[p - 1:len(serie) - 1]`; los de dos antes, "
        "`serie[p - 2:len(serie) - 2]`. Y la respuesta, `serie[p:]`.",
        "Una columna por cada distancia, de 1 a `p`: `np.column_stack([serie[p - j:len(serie) - j] "
        "for j in range(1, p + 1)])`.",
        "\n`x = np.column_stack([serie[p - j:len(serie) - j]\n"
        "                     for j in range(1, p + 1)])\n"
        "return np.linalg.lstsq(x, serie[p:], rcond=None)[0]`",
    ),
    praise="Un modelo de series es una recta: lo nuevo es de dónde salen sus columnas.",
)
def check_fit(function):
    expect.computes(
        function,
        "ajustar_ar",
        right=_fitted,
        inputs=[(_autoregressive(0.8, _shocks(3, 60)), p) for p in (1, 2, 4)]
        + [(3 + _shocks(4, 30), 3)],
        kind=expect.array,
        mistakes=(
            (
                lambda values, p: _fitted(values, p, reverse=True),
                "Los pesos están al revés: primero, el del valor más reciente.",
            ),
            (
                lambda values, p: _fitted(values, p, intercept=True)[:-1],
                "Has añadido una columna de unos: se pide sin término suelto.",
            ),
            (
                lambda values, p: _fitted(values, p, intercept=True),
                "Hay un peso de más, el de una columna de unos: se pide sin término suelto.",
            ),
            (
                lambda values, p: np.linalg.lstsq(
                    np.column_stack(
                        [values[p - lag : len(values) - lag] for lag in range(1, p + 1)]
                    ),
                    values[p:],
                    rcond=None,
                ),
                "lstsq devuelve varias cosas: los pesos son la primera, [0].",
            ),
        ),
        message="{name} no da los pesos que mejor explican cada valor con los p anteriores: llegó "
        "{result}.",
    )


def _forecast(weights, past, steps, *, frozen=False, turned=False):
    values = list(past)
    weights = weights[::-1] if turned else weights
    for step in range(steps):
        known = values[: len(past)] if frozen and step else values
        values.append(float(np.dot(weights, known[: -len(weights) - 1 : -1])))
    return np.array(values[len(past) :])


@exercise(
    "10.2.3",
    hints=(
        "Pon lo conocido en una lista, `conocido = list(pasado)`, y repite: predice uno y añádelo.",
        "Los últimos, del más reciente al más antiguo: `conocido[:-len(pesos) - 1:-1]`. El que "
        "sigue es `np.dot(pesos, conocido[:-len(pesos) - 1:-1])`, si `conocido = list(pasado)`.",
        "\n`conocido = list(pasado)\n"
        "for _ in range(pasos):\n"
        "    recientes = conocido[:-len(pesos) - 1:-1]\n"
        "    conocido.append(np.dot(pesos, recientes))\n"
        "return np.array(conocido[len(pasado):])`",
    ),
    praise="Cada predicción se apoya en las anteriores, y en sus errores.",
)
def check_forecast(function):
    expect.computes(
        function,
        "predecir_ar",
        right=_forecast,
        inputs=[
            (np.array([0.5]), np.array([3.0, 8.0]), 3),
            (np.array([0.7, 0.2]), _shocks(5, 8), 4),
            (np.array([1.1, -0.3, 0.1]), _shocks(6, 3), 1),
            (np.array([0.4, 0.3, 0.2]), _shocks(7, 10), 6),
        ],
        kind=expect.array,
        mistakes=(
            (
                lambda weights, past, steps: _forecast(weights, past, steps, turned=True),
                "Los pesos se aplican al revés: el primero multiplica al valor más reciente.",
            ),
            (
                lambda weights, past, steps: _forecast(weights, past, steps, frozen=True),
                "Todos los pasos salen iguales: cada predicción se añade al final antes de la "
                "siguiente.",
            ),
            (
                lambda weights, past, steps: np.append(past, _forecast(weights, past, steps)),
                "Devuelves también el pasado: se piden solo los valores que le siguen.",
            ),
            (
                lambda weights, past, steps: float(_forecast(weights, past, steps)[-1]),
                "Devuelves solo el último: se piden todos los pasos.",
            ),
            (
                lambda weights, past, steps: _forecast(weights, past, steps - 1),
                "Falta un paso.",
            ),
        ),
        message="{call} no da lo que sigue a ese pasado: llegó {result}.",
    )


def _moving(thetas, shocks):
    values = np.array(shocks, dtype=float)
    for j, theta in enumerate(thetas, start=1):
        values[j:] += theta * shocks[:-j]
    return values


@exercise(
    "10.2.4",
    hints=(
        "Empieza con una copia de los empujones: `serie = np.array(empujones, dtype=float)`.",
        "La primera teta suma a todos menos al primero: `tetas[0] * empujones[:-1]`. La segunda, a "
        "todos menos a los dos primeros: `enumerate(tetas, start=1)` da la distancia y la teta.",
        "\n`serie = np.array(empujones, dtype=float)\n"
        "for j, teta in enumerate(tetas, start=1):\n"
        "    serie[j:] += teta * empujones[:-j]\n"
        "return serie`",
    ),
    praise="Cada empujón dura lo que duran las tetas, y ni un paso más.",
)
def check_moving(function):
    expect.computes(
        function,
        "simular_ma",
        right=_moving,
        inputs=[
            (np.array([0.8, 0.6]), np.array([1.0, 0, 0, 0, 0])),
            (np.array([0.5]), _shocks(8, 7)),
            (np.array([0.9, -0.4, 0.2]), _shocks(9, 12)),
        ],
        kind=expect.array,
        mistakes=(
            (
                lambda thetas, shocks: _by_values(thetas, shocks),
                "Multiplicas los valores anteriores de la serie; se multiplican los empujones.",
            ),
            (
                lambda thetas, shocks: _moving(thetas[::-1], shocks),
                "Las tetas están al revés: la primera multiplica al empujón anterior.",
            ),
            (
                lambda thetas, shocks: _moving(thetas, shocks) - shocks,
                "Falta el empujón de cada momento, que entra entero.",
            ),
            (
                lambda thetas, shocks: (
                    shocks
                    + sum(theta * np.roll(shocks, j) for j, theta in enumerate(thetas, start=1))
                ),
                "Los primeros reciben empujones del final: antes del primero no hay nada.",
            ),
            (
                lambda thetas, shocks: _moving(thetas, shocks)[len(thetas) :],
                "Faltan los primeros: hay un valor por cada empujón.",
            ),
        ),
        message="{call} no da cada empujón más su parte de los anteriores: llegó {result}.",
    )


def _by_values(thetas, shocks):
    values = np.array(shocks, dtype=float)
    for t in range(len(values)):
        for j, theta in enumerate(thetas, start=1):
            if t >= j:
                values[t] += theta * values[t - j]
    return values


def _coverage(real, low, high):
    return float(((low <= real) & (real <= high)).mean())


def _intervals(seed, n):
    rng = np.random.default_rng(seed)
    real = rng.integers(0, 6, n).astype(float)
    low = rng.integers(-1, 4, n).astype(float)
    return real, low, low + rng.integers(0, 4, n)


@exercise(
    "10.2.5",
    hints=(
        "Está dentro si cumple las dos cosas: `bajos <= reales` y `reales <= altos`.",
        "Las dos a la vez, elemento a elemento: `(bajos <= reales) & (reales <= altos)`. La media "
        "de unos booleanos es qué parte es True.",
        "`return ((bajos <= reales) & (reales <= altos)).mean()`",
    ),
    praise="Un intervalo es una promesa: ahora puedes contar cuántas veces se cumple.",
)
def check_coverage(function):
    expect.computes(
        function,
        "cobertura",
        right=_coverage,
        inputs=[_intervals(seed, n) for seed, n in ((0, 20), (1, 33), (2, 8))],
        mistakes=(
            (
                lambda real, low, high: float(((low < real) & (real < high)).mean()),
                "Los bordes también están dentro: <= y no <.",
            ),
            (
                lambda real, low, high: 1 - _coverage(real, low, high),
                "Es la parte que cae fuera: se pide la de dentro.",
            ),
            (
                lambda real, low, high: int(((low <= real) & (real <= high)).sum()),
                "Es cuántos caen dentro: se pide qué parte, la media.",
            ),
            (
                lambda real, low, high: 100 * _coverage(real, low, high),
                "Está en porcentaje: se pide la parte, de 0 a 1.",
            ),
            (
                lambda real, low, high: (low <= real) & (real <= high),
                "Dice cuáles caen dentro: falta la media.",
            ),
            (
                lambda real, low, high: float((real <= high).mean()),
                "Solo miras el borde de arriba.",
            ),
            (
                lambda real, low, high: float((low <= real).mean()),
                "Solo miras el borde de abajo.",
            ),
        ),
        message="No es la parte de los valores que cae en su intervalo: llegó {result}.",
    )


_ORDERS = (
    ("order", (2, 0, 0), (
        ((0, 0, 2), "order va en el orden (p, d, q): los valores anteriores, delante."),
        ((2, 1, 0), "De mes a mes no hay diferencias: d es 0."),
        ((2, 0, 1), "De mes a mes no hay empujones: q es 0."),
    )),
    ("seasonal_order", (0, 1, 1, 12), (
        ((0, 0, 0, 0), "Falta lo de año en año: seasonal_order=(P, D, Q, 12)."),
        ((1, 1, 0, 12), "Pones P = 1 donde se pide Q = 1: van en el orden (P, D, Q, s)."),
        ((0, 0, 1, 12), "Falta la diferencia de año en año: D es 1."),
        ((0, 1, 0, 12), "Falta el empujón de año en año: Q es 1."),
    )),
)  # fmt: skip


@exercise(
    "10.2.6",
    hints=(
        "De mes a mes, dos valores y nada más: la p vale 2, y la d y la q, 0.",
        "De año en año, una diferencia y un empujón: la D y la Q valen 1, y la s, 12.",
        "\n`sarima = ARIMA(temperature[past], order=(2, 0, 0),\n"
        "               seasonal_order=(0, 1, 1, 12))`",
    ),
    praise="Siete números, y en palabras: dos meses de memoria, y de un año a otro, el cambio.",
)  # fmt: skip
def check_sarima(model):
    from statsmodels.tsa.statespace.sarimax import SARIMAX

    from course_utils.datasets import load_el_nino

    if not isinstance(model, SARIMAX):
        if hasattr(model, "aic"):
            expect.wrong("Está ya ajustado: se pide el modelo, sin .fit().")
        expect.wrong(f"sarima debe ser un ARIMA de statsmodels: {expect.arrived(model)}.")
    sea = load_el_nino()
    wanted = sea["sea_temperature_c"].to_numpy()[sea["year"].to_numpy() < 1990]
    given = np.ravel(np.asarray(model.orig_endog, dtype=float))
    if not expect.same(given, wanted):
        if len(given) > len(wanted):
            expect.wrong("Le das todos los años: se aprende hasta 1989, con temperature[past].")
        expect.wrong("La serie no es temperature[past], las temperaturas hasta 1989.")
    for name, right, mistakes in _ORDERS:
        found = tuple(getattr(model, name))
        for wrong, sentence in mistakes:
            expect.wrong_when(found == wrong, sentence)
        expect.wrong_when(found != right, f"{name} no es el pedido: llegó {found}.")


quiz(
    "10.2.A1",
    correct="b",
    why="En cada paso queda la mitad: 8, 4, 2, 1.",
    wrong={
        "a": "Una parte de lo anterior queda siempre, cada vez menor, pero no desaparece.",
        "c": "Eso queda un paso después; al siguiente, la mitad, y al otro, la mitad otra vez.",
        "d": "No se olvidaría nada solo con φ = 1.",
    },
    hint="Escribe los cuatro valores: el primero es el empujón.",
)

quiz(
    "10.2.A2",
    correct="c",
    why="Se corta de golpe tras un paso: el empujón se nota uno, y nada más.",
    wrong={
        "a": "En un paseo la autocorrelación sigue cerca de 1 muchos pasos.",
        "b": "A dos pasos sería 0.25, y a tres 0.125: baja sin cortarse.",
    },
    hint="¿Cuál de las dos figuras de la sección 3 tiene un corte?",
)

quiz(
    "10.2.A3",
    correct="a",
    why="Los empujones son azares sueltos, de media cero: a lo de hoy no hay nada que sumarle.",
    wrong={
        "b": "Un paseo no vuelve a su media: lo de hace años no dice nada.",
        "c": "Lo que subió ayer no dice si hoy subirá o bajará: son azares sin relación.",
    },
    hint="¿Cuánto vale, de media, el próximo empujón?",
)

quiz(
    "10.2.A4",
    correct="b",
    why="Un valor de mes a mes (p = 1) y uno de año en año (P = 1, con s = 12).",
    wrong={
        "a": "Ese 12 es q: doce empujones de los meses anteriores.",
        "c": "Ese diferencia y mira un empujón: no usa el valor de hace un año.",
    },
    hint="¿Qué letra cuenta los valores anteriores, y dónde va la de año en año?",
)
