"""Comprobaciones de la lección 7.13, El fraude, otra vez."""

import numpy as np

from . import expect
from .core import exercise, quiz


def _payments(seed, n, frauds):
    """Fraudes, dos puntuaciones y un importe por pago, todo sin empates."""
    rng = np.random.default_rng(seed)
    fraud = rng.permutation(np.arange(n) < frauds).astype(int)
    scores, rarity = (rng.permutation(n) / n + 0.403 * fraud + 0.001 for _ in range(2))
    return fraud, scores, rarity, rng.uniform(1, 90, n)


def _ranks(scores):
    return np.argsort(np.argsort(-scores)) + 1


def _places(fraud, scores):
    return _ranks(scores)[fraud == 1]


@exercise(
    "7.13.4",
    hints=(
        "`np.argsort(-puntuaciones)` son las posiciones, de la mayor puntuación a la menor. Falta "
        "darle la vuelta: en qué puesto está cada pago.",
        "El truco es ordenar dos veces: `np.argsort(np.argsort(-puntuaciones))` da el puesto de "
        "cada pago, empezando en 0.",
        "\n`return np.argsort(np.argsort(-puntuaciones))[fraude == 1] + 1`",
    ),
    praise="Con los puestos se ve a quién encuentra cada detector, y a quién no.",
)
def check_places(function):
    expect.computes(
        function,
        "puestos",
        right=_places,
        inputs=[_payments(seed, n, k)[:2] for seed, n, k in ((0, 12, 3), (1, 30, 5), (2, 9, 2))],
        kind=expect.row,
        mistakes=(
            (
                lambda f, s: _ranks(s)[f == 1] - 1,
                "El primer puesto es el 1, no el 0.",
            ),
            (
                lambda f, s: _ranks(-s)[f == 1],
                "Cuentas desde la puntuación más baja: el puesto 1 es la más alta.",
            ),
            (
                lambda f, s: _ranks(s)[f == 1] + 1,
                "Cuentas al propio pago dos veces: el primer puesto es el 1.",
            ),
            (
                lambda f, s: np.argsort(-s)[f == 1],
                "np.argsort da qué pago está en cada puesto; se pide en qué puesto está cada pago.",
            ),
            (
                lambda f, s: np.argsort(-s)[f == 1] + 1,
                "np.argsort da qué pago está en cada puesto; se pide en qué puesto está cada pago: "
                "ordena otra vez.",
            ),
            (
                lambda f, s: _ranks(s),
                "Esos son los puestos de todos los pagos: se piden los de los fraudes.",
            ),
            (
                lambda f, s: np.sort(_ranks(s)[f == 1]),
                "Son esos, pero los das de menor a mayor: se piden en el orden de los fraudes.",
            ),
            (
                lambda f, s: _ranks(s)[f == 0],
                "Esos son los puestos de los pagos normales.",
            ),
            (
                lambda f, s: np.argsort(np.argsort(-s[f == 1])) + 1,
                "Ese es el puesto entre los fraudes: es entre todos los pagos.",
            ),
            (
                lambda f, s: s[f == 1],
                "Esas son sus puntuaciones: se piden los puestos.",
            ),
        ),
        message="{call} no da los puestos pedidos: 1 es la mayor puntuación de todos los pagos.",
    )


def _chosen(losses, quota, cost):
    order = np.argsort(-losses)[:quota]
    return order[losses[order] >= cost]


def _saving(fraud, amounts, losses, quota, cost):
    chosen = _chosen(losses, quota, cost)
    return (fraud * amounts)[chosen].sum() - cost * len(chosen)


def _saving_in(order, fraud, amounts, losses, quota, cost):
    chosen = order[:quota]
    chosen = chosen[losses[chosen] >= cost]
    return (fraud * amounts)[chosen].sum() - cost * len(chosen)


@exercise(
    "7.13.1",
    hints=(
        "Los candidatos son los del cupo: `np.argsort(-perdidas)[:cupo]`.",
        "De ellos, solo los que llegan: `perdidas[np.argsort(-perdidas)[:cupo]] >= coste`. Se gana "
        "`(fraude * importes)[…].sum()` y se paga el coste de cada uno.",
        "\n`avisos = np.argsort(-perdidas)[:cupo]\n"
        "avisos = avisos[perdidas[avisos] >= coste]\n"
        "return (fraude * importes)[avisos].sum() - coste * len(avisos)`",
    ),
    praise="Es la cuenta con la que un banco compara dos listas.",
)
def check_saving(function):
    def case(seed, n, frauds, quota, cost):
        fraud, scores, _, amounts = _payments(seed, n, frauds)
        return fraud, amounts, scores / 2 * amounts, quota, cost

    tie = (np.array([1, 1, 0, 0]), np.array([20.0, 10, 8, 40]), np.array([9.0, 5, 2, 7]), 3, 5)
    expect.computes(
        function,
        "ahorro",
        right=_saving,
        inputs=[case(3, 40, 9, 12, 20), tie, case(4, 25, 6, 5, 2), case(5, 15, 4, 15, 6)],
        mistakes=(
            (
                lambda f, a, p, k, c: (f * a)[_chosen(p, k, c)].sum(),
                "Falta restar lo que cuesta revisar cada aviso.",
            ),
            (
                lambda f, a, p, k, c: (f * a)[np.argsort(-p)[:k]].sum() - c * k,
                "Avisas también de pagos que no llegan al coste: lo que se compara es su pérdida.",
            ),
            (
                lambda f, a, p, k, c: (f * a)[_chosen(p, k, c)].sum() - c * k,
                "Se paga cada aviso dado, no el cupo entero.",
            ),
            (
                lambda f, a, p, k, c: (f * a)[_chosen(p, k, c)].sum() - c,
                "El coste se paga por cada aviso, no una sola vez.",
            ),
            (
                lambda f, a, p, k, c: (f * (a - c))[_chosen(p, k, c)].sum(),
                "La revisión se paga también cuando el aviso no era un fraude.",
            ),
            (
                lambda f, a, p, k, c: (f * p)[_chosen(p, k, c)].sum() - c * len(_chosen(p, k, c)),
                "De un fraude se salva su importe entero, no su pérdida esperada.",
            ),
            (
                lambda f, a, p, k, c: _saving_in(np.argsort(-a), f, a, p, k, c),
                "Ordenas por importe: los avisos van a los de mayor pérdida.",
            ),
            (
                lambda f, a, p, k, c: _saving_in(np.argsort(-p * a), f, a, p, k, c),
                "Las pérdidas ya llevan dentro el importe: no lo multipliques otra vez.",
            ),
            (
                lambda f, a, p, k, c: _saving_in(np.argsort(p), f, a, p, k, c),
                "Tomas las pérdidas más pequeñas: falta el signo menos.",
            ),
            (
                lambda f, a, p, k, c: (
                    (f * a)[np.argsort(-p[p >= c])[:k]].sum() - c * len(p[p >= c][:k])
                ),
                "Al filtrar antes de ordenar, las posiciones son de otra lista, más corta.",
            ),
            (
                lambda f, a, p, k, c: _saving(f, a, p, len(p), c),
                "Avisas de todos los que llegan al coste: el cupo pone un tope.",
            ),
            (
                lambda f, a, p, k, c: (
                    (f * a)[_chosen(p, k, c)].sum() - c * (1 - f)[_chosen(p, k, c)].sum()
                ),
                "La revisión se paga también cuando el aviso era un fraude.",
            ),
            (
                lambda f, a, p, k, c: (
                    (f * a)[_chosen(p, k, np.nextafter(c, np.inf))].sum()
                    - c * len(_chosen(p, k, np.nextafter(c, np.inf)))
                ),
                "Una pérdida igual al coste también merece aviso: compara con >=.",
            ),
            (
                lambda f, a, p, k, c: a[_chosen(p, k, c)].sum() - c * len(_chosen(p, k, c)),
                "Solo se salva el importe de los que son fraude.",
            ),
            (
                lambda f, a, p, k, c: p[_chosen(p, k, c)].sum() - c * len(_chosen(p, k, c)),
                "Eso es lo que esperabas salvar: se pide lo que se salvó de verdad.",
            ),
            (
                lambda f, a, p, k, c: f[_chosen(p, k, c)].sum() - c * len(_chosen(p, k, c)),
                "Cuentas fraudes y no euros: cada uno salva su importe.",
            ),
            (
                lambda f, a, p, k, c: -_saving(f, a, p, k, c),
                "El signo está al revés: lo salvado menos lo pagado.",
            ),
        ),
        message="{call} no es el ahorro pedido: llegó {result}. Los importes de los fraudes "
        "avisados, menos el coste de cada aviso.",
    )


def _top(scores, k):
    return np.argsort(-scores)[:k]


def _only(fraud, a, b, k):
    return int(fraud[_top(a, k)[~np.isin(_top(a, k), _top(b, k))]].sum())


@exercise(
    "7.13.2",
    hints=(
        "Dos listas: `np.argsort(-a)[:k]` y `np.argsort(-b)[:k]`.",
        "`~np.isin(np.argsort(-a)[:k], np.argsort(-b)[:k])` dice cuáles de la primera no están en "
        "la segunda. ¿Cuántos de esos son fraude?",
        "\n`primeros = np.argsort(-a)[:k]\n"
        "solo = primeros[~np.isin(primeros, np.argsort(-b)[:k])]\n"
        "return fraude[solo].sum()`",
    ),
    praise="Dos detectores se complementan por lo que encuentra solo uno, no por su nota.",
)
def check_only(function):
    def case(seed, n, frauds, k):
        return (*_payments(seed, n, frauds)[:3], k)

    expect.computes(
        function,
        "solo_uno",
        right=_only,
        inputs=[case(5, 60, 25, 20), case(7, 30, 12, 8), case(8, 20, 8, 6)],
        mistakes=(
            (
                lambda f, a, b, k: _only(f, b, a, k),
                "Esos son los que encuentra solo b: se piden los de a.",
            ),
            (
                lambda f, a, b, k: int(f[_top(a, k)].sum()),
                "Ahí siguen los que también encuentra b: quítalos, estén en el puesto que estén.",
            ),
            (
                lambda f, a, b, k: int(f[_top(a, k)[np.isin(_top(a, k), _top(b, k))]].sum()),
                "Esos son los que encuentran los dos.",
            ),
            (
                lambda f, a, b, k: int((~np.isin(_top(a, k), _top(b, k))).sum()),
                "Cuentas también los pagos normales: solo los fraudes.",
            ),
            (
                lambda f, a, b, k: int(f[_top(a, k)].sum() - f[_top(b, k)].sum()),
                "Esa es la diferencia de fraudes encontrados: los de solo b la rebajan.",
            ),
            (
                lambda f, a, b, k: _only(f, a, b, k) + _only(f, b, a, k),
                "Sumas también los que encuentra solo b.",
            ),
            (
                lambda f, a, b, k: _only(f, -a, -b, k),
                "Tomas las puntuaciones más bajas: falta el signo menos.",
            ),
        ),
        message="{call} no es el número pedido: llegó {result}. Fraudes entre los k primeros de a "
        "que no están entre los k primeros de b.",
    )


def _without(x, y, kinds, removed):
    out = np.flatnonzero(y == 1)[kinds == removed]
    stay = ~np.isin(np.arange(len(y)), out)
    return x[stay], y[stay]


@exercise(
    "7.13.3",
    hints=(
        "Dónde están los fraudes: `np.flatnonzero(y == 1)`. Y de ellos, los de ese tipo: "
        "`np.flatnonzero(y == 1)[tipos == quitado]`.",
        "Se quedan las demás filas: `~np.isin(np.arange(len(y)), …)`.",
        "\n`fuera = np.flatnonzero(y == 1)[tipos == quitado]\n"
        "quedan = ~np.isin(np.arange(len(y)), fuera)\n"
        "return x[quedan], y[quedan]`",
    ),
    praise="Así se fabrica un fraude que el modelo no ha visto nunca.",
)
def check_without(function):
    def case(seed, n, frauds, removed):
        fraud, scores, rarity, amounts = _payments(seed, n, frauds)
        kinds = np.random.default_rng(seed).permutation(np.arange(frauds) % 3)
        return np.column_stack([scores, rarity, amounts]), fraud, kinds, removed

    expect.computes(
        function,
        "quitar_tipo",
        right=_without,
        inputs=[case(0, 14, 7, 1), case(1, 20, 8, 0), case(2, 11, 5, 2)],
        returns="x, y",
        kind=expect.numeric,
        mistakes=(
            (
                lambda x, y, t, q: (x[y == 0], y[y == 0]),
                "Quitas todos los fraudes: solo los de ese tipo.",
            ),
            (
                lambda x, y, t, q: (
                    x[np.flatnonzero(y == 1)[t == q]],
                    y[np.flatnonzero(y == 1)[t == q]],
                ),
                "Te quedas solo con los de ese tipo: es lo que hay que quitar.",
            ),
            (
                lambda x, y, t, q: (
                    x[np.flatnonzero(y == 1)[t != q]],
                    y[np.flatnonzero(y == 1)[t != q]],
                ),
                "Te has dejado fuera los pagos normales: se quedan todos.",
            ),
            (
                lambda x, y, t, q: (
                    np.delete(x, np.flatnonzero(t == q), axis=0),
                    np.delete(y, np.flatnonzero(t == q)),
                ),
                "Esas posiciones son de la lista de fraudes, no de la tabla: dónde están los "
                "fraudes en la tabla lo dice np.flatnonzero(y == 1).",
            ),
            (
                lambda x, y, t, q: (
                    np.delete(x, np.flatnonzero(y == 1)[t != q], axis=0),
                    np.delete(y, np.flatnonzero(y == 1)[t != q]),
                ),
                "Quitas los fraudes de los otros tipos: el que sobra es este.",
            ),
            (
                lambda x, y, t, q: (
                    np.concatenate([x[y == 0], x[y == 1][t != q]]),
                    np.concatenate([y[y == 0], y[y == 1][t != q]]),
                ),
                "Son esas filas, pero en otro orden: cada una se queda donde estaba.",
            ),
            (
                lambda x, y, t, q: (
                    x,
                    np.where(np.isin(np.arange(len(y)), np.flatnonzero(y == 1)[t == q]), 0, y),
                ),
                "Cambias la etiqueta y dejas el pago: hay que quitar la fila entera.",
            ),
            (
                lambda x, y, t, q: (x[len(t[t == q]) :], y[len(t[t == q]) :]),
                "Quitas las primeras filas, y no las de ese tipo.",
            ),
            (
                lambda x, y, t, q: (_without(x, y, t, q)[0], y),
                "Falta quitar esas filas también de y.",
            ),
        ),
        message="{name} no es la pedida: todas las filas, en su orden, menos los fraudes de ese "
        "tipo.",
    )


def _shared_quota(scores, rarity, k, reserved):
    first = _top(scores, k - reserved)
    rare = np.argsort(-rarity)
    return np.concatenate([first, rare[~np.isin(rare, first)][:reserved]])


@exercise(
    "7.13.5",
    hints=(
        "Los primeros: `np.argsort(-puntuaciones)[:k - reservados]`.",
        "Ordena todos por rareza, quita los que ya están y toma los `reservados` primeros: "
        "`np.argsort(-rarezas)` y `~np.isin(…, …)`.",
        "\n`primeros = np.argsort(-puntuaciones)[:k - reservados]\n"
        "raros = np.argsort(-rarezas)\n"
        "raros = raros[~np.isin(raros, primeros)][:reservados]\n"
        "return np.concatenate([primeros, raros])`",
    ),
    praise="Una parte del cupo se gasta en mirar donde el modelo no mira.",
)
def check_shared(function):
    def case(seed, n, frauds, k, reserved):
        return (*_payments(seed, n, frauds)[1:3], k, reserved)

    expect.computes(
        function,
        "repartir_cupo",
        right=_shared_quota,
        inputs=[
            case(6, 40, 15, 14, 5),
            case(7, 30, 12, 9, 3),
            case(8, 20, 8, 6, 0),
            case(9, 20, 8, 6, 6),
        ],
        kind=expect.row,
        mistakes=(
            (
                lambda s, r, k, m: np.concatenate([_top(s, k - m), _top(r, m)]),
                "Hay pagos repetidos: quita de los raros los que ya estaban, y toma otros.",
            ),
            (
                lambda s, r, k, m: np.concatenate(
                    [_top(s, k - m), _top(r, m)[~np.isin(_top(r, m), _top(s, k - m))]]
                ),
                "Faltan avisos: si un raro ya estaba, se toma el siguiente más raro.",
            ),
            (
                lambda s, r, k, m: _top(s, k),
                "Esos son los k de mayor puntuación: no has reservado ninguno.",
            ),
            (
                lambda s, r, k, m: np.concatenate(
                    [_top(s, k), np.argsort(-r)[~np.isin(np.argsort(-r), _top(s, k))][:m]]
                ),
                "Son k + reservados avisos: los reservados salen de los k.",
            ),
            (
                lambda s, r, k, m: _shared_quota(s, r, k, k - m),
                "Está al revés: reservados son los que se eligen por rareza.",
            ),
            (
                lambda s, r, k, m: _shared_quota(r, s, k, m),
                "Están cambiadas: los primeros van por puntuación y los reservados, por rareza.",
            ),
            (
                lambda s, r, k, m: _shared_quota(-s, -r, k, m),
                "Falta el signo menos: argsort ordena de menor a mayor.",
            ),
            (
                lambda s, r, k, m: _shared_quota(s, -r, k, m),
                "Los reservados son los menos raros: falta el signo menos en las rarezas.",
            ),
            (
                lambda s, r, k, m: np.roll(_shared_quota(r, s, k, k - m), k - m),
                "Elegiste primero los raros: van antes los de mayor puntuación.",
            ),
            (
                lambda s, r, k, m: np.roll(_shared_quota(s, r, k, m), m),
                "Son esos, pero los reservados van detrás.",
            ),
            (
                lambda s, r, k, m: np.sort(_shared_quota(s, r, k, m)),
                "Son esos, pero no en su orden: primero, los de mayor puntuación.",
            ),
            (
                lambda s, r, k, m: np.concatenate(
                    [_top(s, k - m), _top(np.delete(r, _top(s, k - m)), m)]
                ),
                "Al quitar filas cambian las posiciones: quita posiciones ya ordenadas, con "
                "np.isin.",
            ),
            (
                lambda s, r, k, m: tuple(np.split(_shared_quota(s, r, k, m), [k - m])),
                "Son dos arrays: júntalos en uno con np.concatenate.",
            ),
        ),
        misshapen=lambda result, expected, *given: (
            f"Devuelves {len(result)} posiciones y son {len(expected)}: k en total, sin repetir."
            if result.ndim == 1
            else None
        ),
        message="{call} no da las posiciones pedidas: primero las de mayor puntuación, y "
        "después las más raras de las que quedan.",
    )


quiz(
    "7.13.A1",
    correct="c",
    why="Su nota depende de qué otras cosas raras pasen en esas horas, y de la semilla: hay que "
    "medirlo en más de una ventana.",
    wrong={
        "a": "En la ventana siguiente, casi todos los detectores se hundieron: no basta una.",
        "b": "Un modelo no sobra por perder en una ventana: compáralos, pareados, en las dos.",
        "d": "La AP se calcula con etiquetas, aunque el detector no las use: aquí las hay.",
    },
    hint="Compara las columnas de validación y de prueba de la tabla de los detectores.",
)

quiz(
    "7.13.A2",
    correct="b",
    why="El supervisado busca lo que se parece a los fraudes que conoce; el otro, lo que no se "
    "parece a lo de siempre.",
    wrong={
        "a": "El número de filas no decide: decide si hay etiquetas de lo que buscas.",
        "c": "Los dos ordenan: lo que cambia es la pregunta que contestan.",
        "d": "Las etiquetas no hacen falta para entrenarlo, pero alguien ha de mirar lo que saca.",
    },
    hint="¿Qué estudió cada uno antes de puntuar?",
)

quiz(
    "7.13.A3",
    correct="d",
    why="Se eligió mirando: esa nota sale hinchada. La honesta la da un examen que no se ha "
    "usado para elegir.",
    wrong={
        "a": "La mejor de nueve sale alta también por suerte: no es lo que verás después.",
        "b": "Si eliges con la prueba, deja de ser un examen.",
        "c": "Más candidatos hinchan más la nota de la elegida.",
    },
    hint="¿Con qué datos se eligió la mejor de las nueve?",
)
