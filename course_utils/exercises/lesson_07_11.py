"""Comprobaciones de la lección 7.11, Mezclas de gaussianas."""

import numpy as np

from . import expect
from .core import exercise, quiz


def _bell(x, mean, deviation):
    z = (x - mean) / deviation
    return np.exp(-(z**2) / 2) / (deviation * np.sqrt(2 * np.pi))


@exercise(
    "7.11.1",
    hints=(
        "Lo que más se repite es la distancia a la media, medida en desviaciones: "
        "`z = (x - media) / desviacion`.",
        "El exponente es `-z ** 2 / 2`, y `np.exp` eleva e a él. Falta dividir entre "
        "`desviacion * np.sqrt(2 * np.pi)`.",
        "\n`z = (x - media) / desviacion\n"
        "return np.exp(-z ** 2 / 2) / (desviacion * np.sqrt(2 * np.pi))`",
    ),
    praise="Con esa fórmula, dos números describen un monte entero.",
)
def check_bell(function):
    expect.computes(
        function,
        "campana",
        right=_bell,
        inputs=[
            (1.0, 0.0, 3.0),
            (193.0, 190.0, 7.0),
            (np.array([-1.0, 0.5, 3.0]), 0.5, 0.4),
            (np.array([180.0, 200.0]), 195.0, 12.0),
        ],
        kind=expect.number_or_array,
        mistakes=(
            (
                lambda x, m, s: np.exp(-(((x - m) / s) ** 2) / 2),
                "Falta dividir entre la desviación y la raíz de 2π: sin eso, el área no es 1.",
            ),
            (
                lambda x, m, s: np.exp(-(((x - m) / s) ** 2) / 2) / np.sqrt(2 * np.pi),
                "La desviación también divide fuera: cuanto más ancha, más baja.",
            ),
            (
                lambda x, m, s: np.exp(-(((x - m) / s) ** 2)) / (s * np.sqrt(2 * np.pi)),
                "En el exponente falta dividir entre 2.",
            ),
            (
                lambda x, m, s: np.exp(-((x - m) ** 2) / (2 * s)) / (s * np.sqrt(2 * np.pi)),
                "En el exponente, la desviación va al cuadrado.",
            ),
            (
                lambda x, m, s: np.exp(((x - m) / s) ** 2 / 2) / (s * np.sqrt(2 * np.pi)),
                "El exponente es negativo: lejos de la media, la campana baja.",
            ),
            (
                lambda x, m, s: _bell(x, m, s) * np.sqrt(2 * np.pi) * np.sqrt(2 * np.pi),
                "La raíz de 2π divide, no multiplica.",
            ),
            (
                lambda x, m, s: np.exp(-(x - m) / (2 * s**2)) / (s * np.sqrt(2 * np.pi)),
                "La distancia a la media va al cuadrado.",
            ),
            (
                lambda x, m, s: np.exp(-((x - m) ** 2) / 2 * s**2) / (s * np.sqrt(2 * np.pi)),
                "Faltan unos paréntesis: abajo va todo, (2 * desviacion ** 2).",
            ),
            (
                lambda x, m, s: np.exp(-((x - m) ** 2) / (2 * s) ** 2) / (s * np.sqrt(2 * np.pi)),
                "El 2 no va al cuadrado: solo la desviación, 2 * desviacion ** 2.",
            ),
        ),
        message="{call} no es el valor pedido: llegó {result}. Revisa la fórmula, trozo a trozo.",
    )


def _heights(x, weights, means, deviations):
    return weights * _bell(x[:, np.newaxis], means, deviations)


def _shares(x, weights, means, deviations):
    heights = _heights(x, weights, means, deviations)
    return heights / heights.sum(axis=1, keepdims=True)


def _over_columns(x, weights, means, deviations):
    heights = _heights(x, weights, means, deviations)
    return heights / heights.sum(axis=0, keepdims=True)


@exercise(
    "7.11.2",
    hints=(
        "Una tabla con una fila por medida: `bell(x[:, np.newaxis], medias, desviaciones)`.",
        "Multiplica cada columna por su peso, `pesos * bell(…)`, y divide cada fila entre su suma, "
        "que debe seguir siendo una columna.",
        "\n`alturas = pesos * bell(x[:, np.newaxis], medias, desviaciones)\n"
        "return alturas / alturas.sum(axis=1, keepdims=True)`",
    ),
    praise="De «qué medidas da cada grupo» a «de qué grupo es la medida»: es el teorema de Bayes.",
)
def check_e_step(function):
    def transposed(result, expected, *given):
        if result.shape == expected.shape[::-1]:
            return "Están cambiadas filas y columnas: una fila por medida, una columna por campana."
        if result.ndim == 2 and len(result) == len(expected) and expected.shape[1] > 2:
            return (
                f"Aquí hay {expected.shape[1]} campanas y tu tabla tiene {result.shape[1]} "
                "columnas: opera con los arrays enteros, y no con pesos[0] y pesos[1]."
            )
        return None

    expect.computes(
        function,
        "paso_e",
        right=_shares,
        inputs=[
            (
                np.array([1.0, 2.0, 4.0, 7.0, 9.0]),
                np.array([0.7, 0.3]),
                np.array([2.0, 8.0]),
                np.array([2.0, 3.0]),
            ),
            (
                np.array([-1.0, 0.0, 3.0, 5.0]),
                np.array([0.2, 0.5, 0.3]),
                np.array([0.0, 2.0, 5.0]),
                np.array([1.0, 2.0, 1.5]),
            ),
            (
                np.array([0.3, 2.2]),
                np.array([0.1, 0.9]),
                np.array([1.0, 0.0]),
                np.array([0.5, 1.0]),
            ),
        ],
        kind=expect.numeric,
        misshapen=transposed,
        mistakes=(
            (
                _heights,
                "Esas son las alturas con sus pesos: falta dividir cada fila entre su suma.",
            ),
            (
                lambda x, w, m, s: _shares(x, np.ones_like(w), m, s),
                "Faltan los pesos: una campana de un grupo grande reclama más.",
            ),
            (_over_columns, "Divides entre la suma de cada columna: es entre la de cada fila."),
            (
                lambda x, w, m, s: _shares(x, w, m, s).argmax(axis=1),
                "Esa es la campana que más reclama; se pide el reparto entero.",
            ),
            (
                lambda x, w, m, s: _shares(x, w, m, s).T,
                "Están cambiadas filas y columnas: una fila por medida, una columna por campana.",
            ),
            (
                lambda x, w, m, s: _heights(x, w, m, s) / _heights(x, w, m, s).sum(),
                "Divides entre la suma de toda la tabla: cada fila tiene que sumar 1.",
            ),
            (
                lambda x, w, m, s: w * _shares(x, np.ones_like(w), m, s),
                "El peso va también en cada sumando de abajo: multiplica por los pesos antes de "
                "sumar la fila.",
            ),
        ),
        message="{call} no da las responsabilidades: cada fila es peso por altura, dividido entre "
        "la suma de la fila.",
    )


def _means_over_all(x, r):
    means = (r * x[:, np.newaxis]).mean(axis=0)
    far = (x[:, np.newaxis] - means) ** 2
    return r.mean(axis=0), means, np.sqrt((r * far).sum(axis=0) / r.sum(axis=0))


def _share_squared(x, r):
    weights, means, _ = _m_step(x, r)
    far = (r * (x[:, np.newaxis] - means)) ** 2
    return weights, means, np.sqrt(far.sum(axis=0) / r.sum(axis=0))


def _short_root(x, r):
    weights, means, _ = _m_step(x, r)
    far = (x[:, np.newaxis] - means) ** 2
    return weights, means, np.sqrt((r * far).sum(axis=0)) / r.sum(axis=0)


def _hard(x, r):
    return _m_step(x, np.eye(r.shape[1])[r.argmax(axis=1)])


def _m_step(x, r, center=None, total=None, root=np.sqrt):
    n = r.sum(axis=0)
    means = (r * x[:, np.newaxis]).sum(axis=0) / n
    far = (x[:, np.newaxis] - (means if center is None else center(x))) ** 2
    spread = (r * far).sum(axis=0) / (n if total is None else total(x))
    return n / len(x), means, root(spread)


@exercise(
    "7.11.3",
    hints=(
        "Cuántos pingüinos tocan a cada campana: `n = r.sum(axis=0)`. Los pesos, `n / len(x)`.",
        "Las medias, `(r * x[:, np.newaxis]).sum(axis=0) / n`. Para la varianza, lo mismo con la "
        "distancia a la media, al cuadrado, en lugar de x.",
        "\n`n = r.sum(axis=0)\n"
        "medias = (r * x[:, np.newaxis]).sum(axis=0) / n\n"
        "lejos = (x[:, np.newaxis] - medias) ** 2\n"
        "desviaciones = np.sqrt((r * lejos).sum(axis=0) / n)\n"
        "return n / len(x), medias, desviaciones`",
    ),
    praise="Los dos pasos son tuyos. EM es repetirlos.",
)
def check_m_step(function):
    rng = np.random.default_rng(0)

    def case(rows, groups):
        shares = rng.random((rows, groups))
        return rng.normal(5, 3, rows), shares / shares.sum(axis=1, keepdims=True)

    hard = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 1.0], [0.0, 1.0]])
    expect.computes(
        function,
        "paso_m",
        right=_m_step,
        inputs=[(np.array([1.0, 3.0, 4.0, 8.0, 9.0]), hard), case(7, 2), case(9, 3)],
        returns="pesos, medias, desviaciones",
        kind=expect.row,
        mistakes=(
            (
                lambda x, r: (r.sum(axis=0), *_m_step(x, r)[1:]),
                "Esos no son los pesos, sino cuántos puntos tocan a cada campana: divide entre "
                "cuántos hay.",
            ),
            (
                lambda x, r: _m_step(x, r, root=lambda spread: spread),
                "Las desviaciones son la raíz de la varianza: falta np.sqrt.",
            ),
            (
                lambda x, r: _m_step(x, r, center=np.mean),
                "La distancia se mide a la media de cada campana, no a la de todos.",
            ),
            (
                lambda x, r: _m_step(x, r, total=len),
                "Divides la varianza entre todos los puntos: es entre los que tocan a esa campana.",
            ),
            (
                _means_over_all,
                "Divides las medias entre todos los puntos: es entre los que tocan a esa campana.",
            ),
            (
                _share_squared,
                "La responsabilidad va fuera del cuadrado: r por (x − media)².",
            ),
            (
                _short_root,
                "La raíz es de todo: divide entre n antes de sacarla.",
            ),
            (
                _hard,
                "Das cada punto entero a la campana que más lo reclama: se reparte según r.",
            ),
            (
                lambda x, r: (*_m_step(x, r)[1:], _m_step(x, r)[0]),
                "Van en otro orden: pesos, medias, desviaciones.",
            ),
        ),
        message="En {name} no llegó lo pedido. Los pesos son n_k entre cuántos puntos hay; en las "
        "medias y las desviaciones, cada punto cuenta lo que diga su responsabilidad, y se divide "
        "entre n_k, la suma de las responsabilidades de esa campana.",
    )


def _no_nan(value, name):
    if isinstance(value, float | np.floating) and np.isnan(value):
        expect.wrong(
            "Llegó nan: las log-verosimilitudes son negativas y ya son logaritmos; no les saques "
            "otro."
        )
    return expect.number(value, name)


def _bic(logs, parameters):
    return parameters * np.log(len(logs)) - 2 * logs.sum()


@exercise(
    "7.11.4",
    hints=(
        "La L del BIC es la suma: `log_verosimilitudes.sum()`.",
        "Y n es cuántas muestras hay: `n = len(log_verosimilitudes)`. Su logaritmo, `np.log(n)`.",
        "\n`n = len(log_verosimilitudes)\n"
        "return parametros * np.log(n) - 2 * log_verosimilitudes.sum()`",
    ),
    praise="Es lo que hace model.bic(x): lo que cuesta, menos lo que ajusta.",
)
def check_bic(function):
    rng = np.random.default_rng(0)
    expect.computes(
        function,
        "bic",
        right=_bic,
        inputs=[
            (np.array([-1.0, -2.0, -1.5, -3.0, -2.5]), 2),
            (rng.normal(-3, 1, 40), 17),
            (rng.normal(-4, 1, 25), 29),
        ],
        kind=_no_nan,
        mistakes=(
            (
                lambda logs, p: p * np.log(len(logs)) - 2 * logs.mean(),
                "L es la suma de las log-verosimilitudes, no su media.",
            ),
            (
                lambda logs, p: 2 * p - 2 * logs.sum(),
                "Eso es el AIC: el BIC cobra ln n por cada parámetro, y no 2.",
            ),
            (
                lambda logs, p: p * np.log(len(logs)) + 2 * logs.sum(),
                "El segundo término se resta: más verosimilitud, menos BIC.",
            ),
            (
                lambda logs, p: p * np.log(len(logs)) - logs.sum(),
                "Falta el 2 que multiplica a L.",
            ),
            (
                lambda logs, p: -_bic(logs, p),
                "El signo está cambiado: aquí, cuanto más bajo, mejor.",
            ),
            (
                lambda logs, p: p * np.log10(len(logs)) - 2 * logs.sum(),
                "El logaritmo es el natural: np.log.",
            ),
            (
                lambda logs, p: p * np.log(p) - 2 * logs.sum(),
                "El logaritmo es de cuántas muestras hay, no de los parámetros.",
            ),
            (
                lambda logs, p: p * len(logs) - 2 * logs.sum(),
                "Cada parámetro se cobra a ln n, no a n: falta el logaritmo.",
            ),
            (
                lambda logs, p: p * np.log(len(logs)) - 2 * np.log(np.abs(logs)).sum(),
                "Ya son logaritmos: no hace falta otro.",
            ),
        ),
        message="{call} no es el valor pedido: llegó {result}. Los parámetros por ln n, menos 2L.",
    )


def _suspicious(densities, normal, share):
    return np.flatnonzero(densities < np.quantile(normal, share))


def _positions(value, name):
    values = value[0] if isinstance(value, tuple) and len(value) == 1 else value
    found = expect.row(np.asarray(values) if isinstance(values, list) else values, name)
    return found


@exercise(
    "7.11.5",
    hints=(
        "El umbral sale solo de las buenas: `np.quantile(normales, fraccion)`.",
        "Las posiciones donde se cumple una condición: `np.flatnonzero(densidades < …)`.",
        "\n`umbral = np.quantile(normales, fraccion)\nreturn np.flatnonzero(densidades < umbral)`",
    ),
    praise="Quien revisa decide la fracción; el modelo, el orden.",
)
def check_suspicious(function):
    rng = np.random.default_rng(0)
    expect.computes(
        function,
        "sospechosas",
        right=_suspicious,
        inputs=[
            (
                np.array([-2.0, -9.0, -3.0, -1.0, -7.0, -4.0]),
                np.array([-1.0, -2.0, -3.0, -4.0, -5.0]),
                0.25,
            ),
            (rng.normal(-5, 3, 30), rng.normal(-3, 1, 50), 0.1),
            (rng.normal(-4, 1, 12), rng.normal(-3, 1, 20), 0.5),
            (np.array([-1.0, -2.0]), np.array([-6.0, -5.0, -4.0]), 0.05),
        ],
        kind=_positions,
        mistakes=(
            (
                lambda d, n, f: np.flatnonzero(d > np.quantile(n, f)),
                "Esas son las normales: las raras tienen la densidad **menor** que el umbral.",
            ),
            (
                lambda d, n, f: np.flatnonzero(d < np.quantile(d, f)),
                "El umbral sale de las fichas por revisar: así siempre acusas a la misma fracción. "
                "Tiene que salir de las buenas.",
            ),
            (
                lambda d, n, f: np.flatnonzero(d < np.quantile(n, 1 - f)),
                "El umbral deja por debajo a la fracción que **no** se quiere revisar.",
            ),
            (
                lambda d, n, f: np.flatnonzero(d <= np.quantile(n, f)),
                "Una densidad igual al umbral no es menor: compara con <.",
            ),
            (
                lambda d, n, f: d[d < np.quantile(n, f)],
                "Esas son sus densidades; se piden las posiciones.",
            ),
            (
                lambda d, n, f: d < np.quantile(n, f),
                "Eso dice de cada ficha si es sospechosa; se piden las posiciones.",
            ),
            (
                lambda d, n, f: np.flatnonzero(n < np.quantile(n, f)),
                "Esas son posiciones de las buenas: mira cuáles de las otras quedan por debajo.",
            ),
            (
                lambda d, n, f: (d < np.quantile(n, f)).sum(),
                "Eso es cuántas hay; se piden sus posiciones.",
            ),
            (
                lambda d, n, f: np.argsort(d)[: (d < np.quantile(n, f)).sum()],
                "Son esas, pero ordenadas por lo raras que son: se piden las posiciones de menor a "
                "mayor.",
            ),
            (
                lambda d, n, f: np.flatnonzero(d < np.quantile(n, 0.05)),
                "Usas siempre 0.05: la fracción llega en `fraccion`.",
            ),
            (
                lambda d, n, f: np.flatnonzero(d < np.percentile(n, f)),
                "np.percentile cuenta de 0 a 100: con una fracción, np.quantile.",
            ),
            (
                lambda d, n, f: np.flatnonzero(np.exp(d) < np.quantile(n, f)),
                "Comparas densidades con logaritmos: los dos arrays ya traen el logaritmo.",
            ),
            (
                lambda d, n, f: np.flatnonzero(d < f),
                "El umbral no es la fracción: es el valor que deja por debajo esa fracción de las "
                "buenas.",
            ),
        ),
        misshapen=lambda result, expected, *given: (
            f"Posiciones devueltas: {len(result)}; las pedidas son {len(expected)}. El umbral es "
            "np.quantile(normales, fraccion)."
            if result.ndim == 1
            else None
        ),
        message="{call} no da las posiciones pedidas: llegó {result}.",
    )


quiz(
    "7.11.A1",
    correct="b",
    why="El paso E reparte: qué parte de cada punto toca a cada gaussiana, tal como están ahora.",
    wrong={
        "a": "Eso es el paso M: con el reparto hecho, recalcula medias, desviaciones y pesos.",
        "c": "Cuántas hay se dice antes de empezar; para elegirlas están BIC y AIC.",
        "d": "EM no quita a nadie: cada punto se reparte, también los raros.",
    },
    hint="¿Qué tabla devuelve la función del ejercicio 7.11.2?",
)

quiz(
    "7.11.A2",
    correct="c",
    why="El BIC más bajo es el mejor equilibrio entre ajustar y no gastar parámetros.",
    wrong={
        "a": "En el BIC, cuanto más bajo, mejor.",
        "b": "La log-verosimilitud sube con cada gaussiana: no sabe decir cuándo parar.",
        "d": "El BIC no usa etiquetas: solo las densidades de los datos y cuántos parámetros hay.",
    },
    hint="¿Qué se cobra en el BIC, y hacia dónde es mejor?",
)

quiz(
    "7.11.A3",
    correct="a",
    why="Cada arranque sube a su cima; con muchos, es más fácil dar con una alta, y la "
    "log-verosimilitud dice cuál.",
    wrong={
        "b": "Las dos hacen bien su trabajo: acaban en cimas distintas.",
        "c": "Así el modelo solo te devuelve lo que ya creías.",
        "d": "Con más vueltas, cada una acaba de subir su loma; pero no pasa a otra más alta.",
    },
    hint="Recuerda la figura de los veinte arranques.",
)
