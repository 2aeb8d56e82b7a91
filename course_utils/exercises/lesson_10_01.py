"""Comprobaciones de la lección 10.1, Series temporales: la línea que hay que batir."""

import numpy as np

from . import expect
from .core import exercise, quiz


def _before(hours, values, k):
    known = dict(zip(hours.tolist(), values.tolist(), strict=True))
    return np.array([known.get(h - k, np.nan) for h in hours.tolist()])


def _rows_above(hours, values, k, fill=np.nan):
    shifted = np.full(len(values), fill)
    if k < len(values):
        shifted[k:] = values[: len(values) - k]
    return shifted


def _with_gaps(seed, n, total):
    rng = np.random.default_rng(seed)
    hours = np.sort(rng.choice(total, n, replace=False)) + seed
    return hours, rng.integers(1, 400_000, n) / 1000


@exercise(
    "10.1.1",
    hints=(
        "No cuentes filas: busca la hora. Un diccionario de hora a valor lo hace de una vez: "
        "`dict(zip(horas, valores))`.",
        "Con `conocido = dict(zip(horas, valores))`, el de `k` horas antes de `h`, o nan, es "
        "`conocido.get(h - k, np.nan)`, si `h = 5` es una hora.",
        "\n`conocido = dict(zip(horas, valores))\n"
        "return np.array([conocido.get(h - k, np.nan) for h in horas])`",
    ),
    praise="Cada valor, en su hora. En pandas: asfreq y después shift.",
)
def check_before(function):
    expect.computes(
        function,
        "antes",
        right=_before,
        inputs=[
            (np.arange(6), np.array([3.0, 1, 4, 1, 5, 9]), 2),
            (np.array([0, 1, 2, 4, 5, 8]), np.array([10.0, 11, 12, 14, 15, 18]), 2),
            (*_with_gaps(7, 20, 30), 1),
            (*_with_gaps(8, 15, 40), 24),
            (*_with_gaps(9, 12, 16), 3),
        ],
        kind=expect.array,
        mistakes=(
            (
                _rows_above,
                "Miras k filas más arriba, y con huecos no es la misma hora: busca la hora h - k.",
            ),
            (
                lambda hours, values, k: _before(hours, values, -k),
                "Devuelves el valor de k horas después: se pide el de antes, la hora h - k.",
            ),
            (
                lambda hours, values, k: np.nan_to_num(_before(hours, values, k)),
                "Donde no hay dato pones 0, que es otra cosa: pon np.nan.",
            ),
            (
                lambda hours, values, k: _drop_nan(_before(hours, values, k)),
                "Faltan las horas sin dato: tiene que haber un valor por cada hora, aunque sea "
                "np.nan.",
            ),
            (
                lambda hours, values, k: hours - k,
                "Devuelves las horas; se pide el valor que hubo en ellas.",
            ),
        ),
        message="{call} no da el valor de k horas antes de cada una: llegó {result}.",
    )


def _drop_nan(values):
    return values[~np.isnan(values)]


def _lag_correlation(values, k):
    return float(np.corrcoef(values[k:], values[:-k])[0, 1])


def _waves(seed, n):
    rng = np.random.default_rng(seed)
    return np.sin(np.arange(n) / (seed + 1)) * 50 + rng.normal(100, 20, n)


@exercise(
    "10.1.2",
    hints=(
        "Cada valor menos los primeros, `serie[k:]`, con el que estaba `k` sitios antes, "
        "`serie[:-k]`.",
        "`np.corrcoef(a, b)` da una tabla de 2 por 2, si `a, b = serie[k:], serie[:-k]`: la "
        "correlación es la de fuera de la diagonal, `[0, 1]`.",
        "`return np.corrcoef(serie[k:], serie[:-k])[0, 1]`",
    ),
    praise="La serie, comparada consigo misma.",
)
def check_autocorrelation(function):
    expect.computes(
        function,
        "autocorrelacion",
        right=_lag_correlation,
        inputs=[(_waves(seed, n), k) for seed, n, k in ((0, 40, 1), (1, 60, 7), (2, 30, 24))],
        mistakes=(
            (
                lambda values, k: np.corrcoef(values[k:], values[:-k]),
                "np.corrcoef da la tabla entera, de 2 por 2: toma el número de fuera de la "
                "diagonal, con [0, 1].",
            ),
            (
                lambda values, k: 1.0,
                "Sale 1: comparas la serie con ella misma sin moverla, o tomas la diagonal.",
            ),
            (
                lambda values, k: float(np.corrcoef(values, np.roll(values, k))[0, 1]),
                "np.roll trae al principio los últimos valores: los k primeros no tienen con qué "
                "compararse, y se quedan fuera.",
            ),
            (
                lambda values, k: _lag_correlation(values, k + 1),
                "Comparas con k + 1 sitios antes, y se piden k.",
            ),
            (
                lambda values, k: float(np.cov(values[k:], values[:-k])[0, 1]),
                "Es la covarianza: la correlación, con np.corrcoef, va de -1 a 1.",
            ),
        ),
        message="{call} no da la correlación con los valores de k sitios antes: llegó {result}.",
    )


def _naive_error(values, k):
    return float(np.abs(values[k:] - values[:-k]).mean())


@exercise(
    "10.1.3",
    hints=(
        "Lo real es `serie[k:]`, y lo que dice la ingenua, `serie[:-k]`.",
        "Los errores sin signo: `np.abs(serie[k:] - serie[:-k])`. Falta su media.",
        "`return np.abs(serie[k:] - serie[:-k]).mean()`",
    ),
    praise="Este es el listón: lo que se consigue sin aprender nada.",
)
def check_naive_error(function):
    expect.computes(
        function,
        "error_ingenuo",
        right=_naive_error,
        inputs=[(_waves(seed, n), k) for seed, n, k in ((3, 40, 1), (1, 60, 7), (2, 30, 24))],
        mistakes=(
            (
                lambda values, k: float((values[k:] - values[:-k]).mean()),
                "Los errores de un signo y del otro se anulan: faltan los valores absolutos.",
            ),
            (
                lambda values, k: float(((values[k:] - values[:-k]) ** 2).mean()),
                "Es el MSE, la media de los cuadrados; el MAE es la de los errores sin signo.",
            ),
            (
                lambda values, k: float(((values[k:] - values[:-k]) ** 2).mean() ** 0.5),
                "Es el RMSE; el MAE es la media de los errores sin signo.",
            ),
            (
                lambda values, k: float(np.abs(values - np.roll(values, k)).mean()),
                "Los k primeros no tienen de dónde copiar, y aquí copian del final: no cuentan.",
            ),
            (
                lambda values, k: float(np.abs(values[k:] - values[:-k]).sum() / len(values)),
                "Divides entre todos los valores; los k primeros no se predicen, y no cuentan.",
            ),
            (
                lambda values, k: float(np.abs(values[k:] - values[:-k]).sum()),
                "Es la suma de los errores: falta la media.",
            ),
            (
                lambda values, k: np.abs(values[k:] - values[:-k]),
                "Devuelves el error de cada uno: falta la media.",
            ),
            (
                lambda values, k: float(100 * np.abs(1 - values[:-k] / values[k:]).mean()),
                "Es la MAPE, en porcentaje; se pide el MAE.",
            ),
            (
                lambda values, k: _naive_error(values, 1),
                "Con k = 1 acierta y con otros no: se copia el de k sitios antes.",
            ),
        ),
        message="{call} no da el error medio de copiar el de k sitios antes: llegó {result}.",
    )


def _windows(values, width, horizon, shift=0):
    n = len(values) - width - horizon + 1
    x = np.array([values[i : i + width] for i in range(n)])
    return x, values[width + horizon - 1 + shift : width + horizon - 1 + shift + n]


@exercise(
    "10.1.4",
    hints=(
        "La ventana que empieza en `i` es `serie[i:i + ancho]`, con `i = 0` la primera, y su "
        "respuesta está en `i + ancho + horizonte - 1`.",
        "Caben `n = len(serie) - ancho - horizonte + 1` ventanas. Las respuestas son todas las que "
        "hay desde la primera: `serie[ancho + horizonte - 1:]`.",
        "\n`n = len(serie) - ancho - horizonte + 1\n"
        "filas = [serie[i:i + ancho] for i in range(n)]\n"
        "return np.array(filas), serie[ancho + horizonte - 1:]`",
    ),
    praise="Con esto, cualquier modelo de tablas sirve para series.",
)
def check_windows(function):
    expect.computes(
        function,
        "ventanas",
        right=_windows,
        inputs=[
            (np.arange(6), 3, 2),
            (np.arange(7) ** 2, 2, 1),
            (_waves(1, 12), 4, 3),
            (_waves(2, 9), 1, 5),
            (_waves(3, 8), 6, 2),
        ],
        kind=expect.array,
        returns="x, y",
        mistakes=(
            (
                lambda values, width, horizon: _windows(values, width, horizon, -horizon),
                "En y está el último valor de la ventana, que el modelo ya ve: la respuesta está "
                "horizonte pasos después.",
            ),
            (
                lambda values, width, horizon: _windows(values, width, horizon, -1),
                "Las respuestas van un sitio antes de lo pedido: la de la ventana que empieza en i "
                "está en i + ancho + horizonte - 1.",
            ),
            (
                lambda values, width, horizon: _windows(values, width, 1),
                "Las respuestas son las del paso siguiente, como si horizonte fuera 1.",
            ),
            (
                lambda values, width, horizon: (
                    _windows(values, width, horizon)[0][:-1],
                    _windows(values, width, horizon)[1][:-1],
                ),
                "Falta la última ventana: caben len(serie) - ancho - horizonte + 1.",
            ),
            (
                lambda values, width, horizon: _windows(values, width, horizon + 1),
                "Las respuestas van un sitio después de lo pedido: con horizonte 1, es el valor "
                "que sigue a la ventana.",
            ),
            (
                lambda values, width, horizon: (
                    _windows(values, width, horizon)[0][:, ::-1],
                    _windows(values, width, horizon)[1],
                ),
                "Los valores de cada ventana están al revés: del más antiguo al más reciente.",
            ),
            (
                lambda values, width, horizon: (
                    _windows(values, width, horizon)[0].T,
                    _windows(values, width, horizon)[1],
                ),
                "x está traspuesta: una fila por ventana.",
            ),
        ),
        message="Con {call}, {name} no es lo pedido. Pruébala con el ejemplo del enunciado.",
    )


def _exams(n, first, size, *, sliding=False, last=False):
    cuts = range(first, n if last else n - size + 1, size)
    return [
        (
            np.arange(max(0, cut - first) if sliding else 0, cut),
            np.arange(cut, min(cut + size, n)),
        )
        for cut in cuts
    ]


def _pairs(value, name):
    pairs = expect.listed(value, name)
    taken = []
    for k, pair in enumerate(pairs):
        learn, examine = expect.several(pair, "aprender, examinar", f"{name}[{k}]")
        taken.append([np.asarray(learn), np.asarray(examine)])
    return taken


@exercise(
    "10.1.5",
    hints=(
        "El examen que empieza en `corte` se aprende con `np.arange(corte)` y se examina con "
        "`np.arange(corte, corte + tamano)`, si `corte = primero` es el primero.",
        "Los cortes van de `tamano` en `tamano`, y el último tiene que dejar sitio a un examen "
        "entero: `range(primero, n - tamano + 1, tamano)`.",
        "\n`return [(np.arange(corte), np.arange(corte, corte + tamano))\n"
        "        for corte in range(primero, n - tamano + 1, tamano)]`",
    ),
    praise="Nadie aprende de lo que viene después.",
)
def check_exams(function):
    expect.computes(
        function,
        "examenes",
        right=_exams,
        inputs=[(10, 4, 2), (11, 5, 3), (9, 3, 3), (8, 2, 6), (5, 4, 2), (7, 1, 1)],
        kind=_pairs,
        mistakes=(
            (
                lambda n, first, size: _exams(n, first, size, last=True),
                "Con {call}, el último examen no está entero: si no cabe, no se hace.",
            ),
            (
                lambda n, first, size: _exams(n, first, size, sliding=True),
                "Se aprende con todo lo anterior, desde la muestra 0, y no solo con las últimas.",
            ),
            (
                lambda n, first, size: [(b, a) for a, b in _exams(n, first, size)],
                "Cada pareja está al revés: primero con qué se aprende, y después el examen.",
            ),
            (
                lambda n, first, size: _exams(n, first, size)[:-1],
                "Con {call}, falta el último examen, que cabe entero.",
            ),
            (
                lambda n, first, size: [
                    (np.arange(first), examine) for _, examine in _exams(n, first, size)
                ],
                "En todos se aprende con lo mismo: a cada examen le toca todo lo anterior a él.",
            ),
            (
                lambda n, first, size: [
                    (np.delete(np.arange(n), examine), examine)
                    for _, examine in _exams(n, first, size)
                ],
                "Se aprende también de lo que viene después del examen: solo con lo anterior.",
            ),
            (
                lambda n, first, size: [
                    (np.arange(cut), np.arange(cut, cut + size))
                    for cut in range(first, n - size + 1)
                ],
                "Los exámenes se pisan: cada uno empieza donde acaba el anterior.",
            ),
        ),
        message="Con {call} no salen los cortes pedidos: llegó {result}.",
    )


def _climatology(values, months):
    return np.array([values[months == m].mean() for m in range(1, 13)])


def _years(seed, n):
    rng = np.random.default_rng(seed)
    months = rng.permutation(np.arange(n) % 12 + 1)
    return 24 + 3 * np.sin(months) + rng.normal(size=n), months


@exercise(
    "10.1.6",
    hints=(
        "Las de un mes son `temperaturas[meses == m]`, con `m = 1` para enero.",
        "La media de enero es `temperaturas[meses == 1].mean()`. Faltan las de los otros once, en "
        "un array: `range(1, 13)` recorre los doce.",
        "\n`return np.array([temperaturas[meses == m].mean()\n"
        "                 for m in range(1, 13)])`",
    ),
    praise="Lo de todos los años: lo que no cuesta adivinar.",
)
def check_climatology(function):
    expect.computes(
        function,
        "climatologia",
        right=_climatology,
        inputs=[_years(0, 24), _years(1, 40), (np.arange(36.0), np.arange(36) % 12 + 1)],
        kind=expect.array,
        mistakes=(
            (
                lambda values, months: _climatology(values, months)[months - 1],
                "Das la media del mes de cada muestra: se piden solo las doce, de enero a "
                "diciembre.",
            ),
            (
                lambda values, months: _climatology(values, (months % 12) + 1),
                "Los meses están corridos: el primero debe ser enero, que es el 1, y el último, "
                "diciembre, el 12.",
            ),
            (
                lambda values, months: _climatology(values, months)[:-1],
                "Falta diciembre: range(1, 12) acaba en el 11.",
            ),
            (
                lambda values, months: np.array([values[months == m].sum() for m in range(1, 13)]),
                "Das las sumas de cada mes: faltan las medias.",
            ),
            (
                lambda values, months: values[: len(values) // 12 * 12].reshape(-1, 12).mean(0),
                "Supones que los datos empiezan en enero y van en orden: usa meses, que dice de "
                "cuál es cada uno.",
            ),
            (
                lambda values, months: values.mean(),
                "Das una sola media: se piden doce, una por mes.",
            ),
        ),
        message="No son las medias de los doce meses, de enero a diciembre: llegó {result}.",
    )


_NAMES = ("climatología", "anomalía que se queda", "Ridge, anomalías")
_CHOICE = {1: "anomalía que se queda", 6: "Ridge, anomalías", 12: "climatología"}


@exercise(
    "10.1.7",
    hints=(
        "Mira una columna de la tabla cada vez: ¿quién tiene el menor error, y cuánto le saca al "
        "que le sigue?",
        "A 1 mes, entre los dos mejores hay menos de 0.02: gana el más simple. A 12 meses, el "
        "menor error es el de la climatología.",
    ),
    praise="No hay un modelo mejor: hay uno mejor para cada plazo.",
)
def check_choice(choice):
    choice = expect.instance(choice, dict, "eleccion")
    if set(choice) != set(_CHOICE):
        expect.wrong(
            f"eleccion debe tener tres plazos, 1, 6 y 12, como números: {expect.arrived(choice)}."
        )
    for months, name in choice.items():
        if not isinstance(name, str) or name not in _NAMES:
            expect.wrong(
                f"Para {months}, {expect.shown(name)} no es ninguno de los tres nombres: "
                "climatología, anomalía que se queda, o Ridge, anomalías (tal cual)."
            )
    for months, wrong in (
        (
            1,
            {
                "Ridge, anomalías": "A 1 mes, Ridge le saca menos de 0.02 a la anomalía que se "
                "queda, que es más simple.",
                "climatología": "A 1 mes, la climatología se equivoca más del doble que las otras.",
            },
        ),
        (
            6,
            {
                "anomalía que se queda": "A 6 meses, la recta con anomalías le saca a la que se "
                "queda mucho más de 0.02: mira la tabla.",
                "climatología": "A 6 meses, la climatología se equivoca más que la recta con "
                "anomalías, y no por menos de 0.02: mira la tabla.",
            },
        ),
        (
            12,
            {
                "anomalía que se queda": "A 12 meses, dentro de un año, lo de hoy ya no se nota: "
                "esa es la peor de las tres.",
                "Ridge, anomalías": "A 12 meses, la recta se equivoca más que la climatología, que "
                "además es más simple.",
            },
        ),
    ):
        if choice[months] != _CHOICE[months]:
            expect.wrong(wrong[choice[months]])


def _undo(changes, first):
    values = list(first)
    for change in changes:
        values.append(values[-len(first)] + change)
    return np.array(values)


def _changes(seed, n, k):
    values = np.random.default_rng(seed).integers(10, 90_000, n) / 1000
    return values[k:] - values[:-k], values[:k]


@exercise(
    "10.1.8",
    hints=(
        "El primero que falta es el primer cambio más el primer valor conocido: cada nuevo valor "
        "se apoya en el de `len(primeros)` sitios antes.",
        "Ve añadiendo a una lista: con `serie = list(primeros)`, cada `cambio` añade "
        "`serie[-len(primeros)] + cambio`, si `cambio = d[0]`.",
        "\n`serie = list(primeros)\n"
        "for cambio in d:\n"
        "    serie.append(serie[-len(primeros)] + cambio)\n"
        "return np.array(serie)`",
    ),
    praise="Se aprende de los cambios, y se contesta en la unidad de siempre.",
)
def check_undo(function):
    expect.computes(
        function,
        "deshacer",
        right=_undo,
        inputs=[_changes(0, 6, 1), _changes(1, 9, 2), _changes(2, 30, 12), _changes(3, 7, 4)],
        kind=expect.array,
        mistakes=(
            (
                lambda changes, first: _undo(changes, first)[len(first) :],
                "Faltan los primeros valores: se pide la serie entera, con ellos delante.",
            ),
            (
                lambda changes, first: np.concatenate([first, first[-1] + np.cumsum(changes)]),
                "Cada cambio se suma al valor anterior, y eso solo vale con un primero: es el "
                "cambio desde el de len(primeros) sitios antes.",
            ),
            (
                lambda changes, first: np.concatenate([first, changes]),
                "Has puesto los cambios detrás de los primeros: hay que sumarlos a lo que había.",
            ),
            (
                lambda changes, first: np.concatenate([first, first[0] + changes]),
                "Todos los cambios se suman al primer valor: cada uno, al de len(primeros) sitios "
                "antes.",
            ),
            (
                lambda changes, first: _undo(-changes, first),
                "Los cambios se restan: d es lo que sube cada valor, y para deshacerlo se suma.",
            ),
        ),
        message="No es la serie de la que salió d: llegó {result}.",
    )


quiz(
    "10.1.A1",
    correct="c",
    why="Se desplaza todo lo que viene detrás del hueco, hasta que el hueco sale de las 24 filas. "
    "Por eso con un 1 % de huecos se estropeó una fila de cada seis.",
    wrong={
        "a": "Al contar filas, el hueco desplaza también a las siguientes, hasta 24 después.",
        "b": "Las filas siguen ahí, y restarlas no da ningún error: eso es lo peligroso.",
    },
    hint="Dibuja veintiséis casillas, tacha una y cuenta 24 filas hacia arriba desde la última.",
)

quiz(
    "10.1.A2",
    correct="b",
    why="Está en unidades, admite ceros, y la ingenua dice si es mucho o poco.",
    wrong={
        "a": "Con ceros no se puede dividir, y con unos y doses premia a quien predice poco.",
        "c": "Predecir 2 cuando eran 3 no es como predecir 0: la exactitud los cuenta igual.",
    },
    hint="¿Qué pasa con cada medida un día en que no se vende nada?",
)

quiz(
    "10.1.A3",
    correct="a",
    why="El día que se use solo habrá pasado, y eso es lo que mide el examen hacia delante.",
    wrong={
        "b": "Usa todos los datos, también los de después de cada hora: no los tendrás.",
        "c": "Uno de los dos números mide otra cosa: mezclarlos no lo arregla.",
        "d": "Esa nota es de los vecinos: otro modelo tendrá la suya.",
    },
    hint="¿Qué sabrá el modelo el día que haya que usarlo?",
)

quiz(
    "10.1.A4",
    correct="b",
    why="La climatología es un listón bajo a un mes: el mar tarda en cambiar, y copiar la anomalía "
    "ya da casi eso.",
    wrong={
        "a": "Menos de la mitad que un listón fácil: hay una ingenua que hace lo mismo.",
        "c": "Que el mar cambie más no dice cuánto se equivoca otro. Hace falta un listón.",
    },
    hint="¿Es la climatología la mejor predicción que no cuesta nada, a un mes?",
)
