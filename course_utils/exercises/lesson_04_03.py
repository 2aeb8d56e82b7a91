"""Comprobaciones de la lección 4.3, vinos."""

import functools

import numpy as np

from . import expect
from .core import exercise, quiz

PROLINE = 12


@functools.cache
def _wine():
    """Los vinos, repartidos como en la sección 2 de la lección."""
    from sklearn.datasets import load_wine
    from sklearn.model_selection import train_test_split

    x, y = load_wine(return_X_y=True)
    return train_test_split(x, y, test_size=36, stratify=y, random_state=42)


@exercise(
    "4.3.1",
    hints=(
        "`x_all.std(axis=0)` da las trece desviaciones de una vez: una por columna.",
        "`.argmax()` dice en qué posición está la mayor; `names[…]`, con esa posición, cómo se "
        "llama.",
        "`names[x_all.std(axis=0).argmax()]` y `x_all.std(axis=0).max() / x_all.std(axis=0).min()`",
    ),
    praise="La prolina varía miles de veces más que los fenoles no flavonoides: es la unidad, no "
    "la importancia.",
)
def check_largest_spread(column, times):
    from sklearn.datasets import load_wine

    if isinstance(column, int | np.integer) and column == PROLINE:
        expect.wrong("12 es la posición: se pide el nombre, names[12].")
    column = expect.instance(column, str, "columna").strip().lower()
    expect.cases(
        "prolina" if column == "proline" else column,
        "columna",
        "prolina",
        message=f"«{column}» no es la medida que más varía. Busca la mayor de x_all.std(axis=0).",
        mistakes=(("fenoles no flavonoides", "Esa es la que menos varía: se pide la que más."),),
    )
    x = load_wine().data
    spread, variance, mean = x.std(axis=0), x.var(axis=0), x.mean(axis=0)
    times = expect.number(times, "veces")
    if np.isclose(times, spread.max() - spread.min(), rtol=1e-4):
        expect.wrong("Restaste: «cuántas veces mayor» es una división.")
    expect.cases(
        times,
        "veces",
        spread.max() / spread.min(),
        tolerance=1e-4,
        mistakes=(
            (spread.min() / spread.max(), "La división está al revés: la mayor va arriba."),
            (
                variance.max() / variance.min(),
                "Dividiste varianzas (.var): se piden desviaciones.",
            ),
            (mean.max() / mean.min(), "Dividiste medias: se piden desviaciones, .std(axis=0)."),
            (spread.max(), "Esa es la desviación mayor: falta dividirla entre la menor."),
        ),
    )


@exercise(
    "4.3.2",
    hints=(
        "La media y la desviación de cada columna se piden con `axis=0`.",
        "A `otros` se le resta la media de `entrenamiento` y se divide entre su desviación.",
        "`return (otros - entrenamiento.mean(axis=0)) / entrenamiento.std(axis=0)`",
    ),
    praise="Los datos nuevos se miden con la regla vieja: la del entrenamiento.",
)
def check_scale(function):
    def by(mean, deviation, table):
        return (table - mean) / deviation

    rng = np.random.default_rng(42)
    inputs = [
        (
            rng.normal([5, 100, -3][:columns], [1, 20, 0.5][:columns], size=(30, columns)),
            rng.normal([6, 90, -2][:columns], [2, 10, 0.7][:columns], size=(n, columns)),
        )
        for columns, n in ((3, 8), (2, 1), (1, 5))
    ]
    expect.function(function, "escalar")
    train, others = inputs[0]
    # La desviación muestral también vale, si es la que se usa siempre.
    sample = by(train.mean(axis=0), train.std(axis=0, ddof=1), others)
    ddof = int(expect.same(expect.call(function, train, others), sample))

    def right(train, others):
        return by(train.mean(axis=0), train.std(axis=0, ddof=ddof), others)

    expect.computes(
        function,
        "escalar",
        right=right,
        inputs=inputs,
        kind=expect.array,
        mistakes=(
            (
                lambda train, others: right(train, train),
                "Devuelves la tabla de entrenamiento: se pide escalar la otra, otros.",
            ),
            (
                lambda train, others: right(others, others),
                "Usas la media y la desviación de otros: deben ser las de entrenamiento.",
            ),
            (
                lambda train, others: by(train.mean(), train.std(), others),
                "Usas una sola media para toda la tabla: se pide una por columna, axis=0.",
            ),
            (
                lambda train, others: by(train.mean(axis=0), 1, others),
                "Restas la media, pero falta dividir entre la desviación.",
            ),
            (
                lambda train, others: by(0, train.std(axis=0), others),
                "Divides entre la desviación, pero falta restar antes la media.",
            ),
            (
                lambda train, others: others - train.mean(axis=0) / train.std(axis=0),
                "Faltan paréntesis: primero se resta y luego se divide.",
            ),
            (
                lambda train, others: by(train.mean(axis=0), train.var(axis=0), others),
                "Divides entre la varianza: es la desviación, .std.",
            ),
            (
                lambda train, others: by(train.min(axis=0), np.ptp(train, axis=0), others),
                "Eso lleva el mínimo a 0 y el máximo a 1: se pide restar la media y dividir entre "
                "la desviación.",
            ),
        ),
    )


@exercise(
    "4.3.3",
    hints=(
        "Primero se centra la tabla, `centrada = …`: a cada columna se le resta su media.",
        "`np.linalg.svd(centrada, compute_uv=False)` da solo los valores singulares, de mayor a "
        "menor.",
        "\n`valores = np.linalg.svd(x - x.mean(axis=0), compute_uv=False)\n"
        "return valores**2 / (valores**2).sum()`",
    ),
    praise="Es exactamente el explained_variance_ratio_ de scikit-learn.",
)
def check_explained_variance(function):
    def fractions(values):
        return values / values.sum()

    def singular(table, spread=None):
        table = table - table.mean(axis=0)
        return np.linalg.svd(table if spread is None else table / spread, compute_uv=False)

    def explained(table):
        return fractions(singular(table) ** 2)

    def case(seed, rows, columns):
        rng = np.random.default_rng(seed)
        return (rng.normal([3, -2, 8, 1][:columns], [1, 4, 2, 0.5][:columns], (rows, columns)),)

    expect.computes(
        function,
        "varianza_explicada",
        right=explained,
        inputs=[case(0, 30, 4), case(1, 17, 4), case(2, 12, 3)],
        kind=expect.array,
        unchanged="Tu función cambia la tabla que recibe, como hace x -= …: crea una nueva.",
        mistakes=(
            (
                lambda x: fractions(singular(x)),
                "Falta elevar al cuadrado los valores singulares.",
            ),
            (
                singular,
                "Esos son los valores singulares: falta el cuadrado y dividir entre la suma.",
            ),
            (
                lambda x: singular(x) ** 2,
                "Falta dividir entre la suma, para que sean fracciones del total.",
            ),
            (
                lambda x: singular(x) ** 2 / len(x),
                lambda x: singular(x) ** 2 / (len(x) - 1),
                "Esas son varianzas: falta dividirlas entre su suma.",
            ),
            (
                lambda x: fractions(np.linalg.svd(x, compute_uv=False) ** 2),
                "Falta centrar: a cada columna hay que restarle antes su media.",
            ),
            (
                lambda x: fractions(singular(x, x.std(axis=0)) ** 2),
                "Has escalado la tabla: aquí solo se pide centrarla.",
            ),
            (
                lambda x: 100 * explained(x),
                "Eso son porcentajes: se piden fracciones, que sumen 1.",
            ),
            (
                lambda x: explained(x).cumsum(),
                "Eso es la suma acumulada: se pide la parte de cada una.",
            ),
            (
                lambda x: explained(x)[::-1],
                "Están de menor a mayor: se piden de mayor a menor.",
            ),
            (
                lambda x: fractions(x.var(axis=0)),
                "Eso es lo que pone cada columna: se pide lo que explica cada componente (SVD).",
            ),
        ),
    )


def _early_stopping(losses, patience, *, ties=False, total=False, previous=False):
    """(época final, mejor), desde 1. Las opciones reproducen tres errores conocidos."""
    best, wait = 1, 0
    for epoch, loss in enumerate(losses[1:], start=2):
        improves = loss < losses[best - 1] or (ties and loss == losses[best - 1])
        best = epoch if improves else best
        if loss < losses[epoch - 2] if previous else improves:
            wait = wait if total else 0
        else:
            wait += 1
            if wait >= patience:
                return epoch, best
    return len(losses), best


@exercise(
    "4.3.4",
    hints=(
        "Recorre las épocas guardando cuál es, hasta ahora, la mejor.",
        "La paciencia gastada es la época actual menos la mejor.",
        "\n`mejor = 1\n"
        "for epoca in range(2, len(perdidas) + 1):\n"
        "    if perdidas[epoca - 1] < perdidas[mejor - 1]:\n"
        "        mejor = epoca\n"
        "    if epoca - mejor >= paciencia:\n"
        "        return epoca, mejor\n"
        "return len(perdidas), mejor`",
    ),
    praise="Es lo que hace EarlyStopping: esperar un poco, y volver a la mejor época.",
)
def check_early_stopping(function):
    def shifted(losses, patience):
        last, best = _early_stopping(losses, patience)
        return last - 1, best - 1

    def best_of_all(losses, patience):
        return _early_stopping(losses, patience)[0], int(np.argmin(losses)) + 1

    def two_epochs(value, name):
        epochs = expect.several(value, "epoca, mejor", "parada_temprana")
        return tuple(int(expect.integer(epoch, name)) for epoch in epochs)

    def case(text):
        return lambda losses, patience: f"parada_temprana({losses}, {patience}): {text}"

    expect.computes(
        function,
        "parada_temprana",
        right=_early_stopping,
        inputs=[
            ([5.0, 3.0, 4.0, 4.0, 2.0], 2),
            ([0.9, 0.5, 0.6, 0.55, 0.4, 0.45, 0.5, 0.6], 3),
            ([0.5, 0.3, 0.4, 0.3, 0.4, 0.4], 2),
            ([9.0, 5.0, 8.0, 7.0, 6.0, 5.5, 4.0], 3),
            ([0.4, 0.3, 0.2, 0.1], 2),
            ([0.1, 0.2, 0.3], 1),
            ([0.5, 0.2, 0.3, 0.2, 0.4], 5),
        ],
        kind=two_epochs,
        explain=lambda result, expected, losses, patience: (
            f"parada_temprana({losses}, {patience}) dio {result} y debía dar {expected}."
        ),
        mistakes=(
            (
                lambda *a: _early_stopping(*a)[::-1],
                case("los dos números están al revés."),
            ),
            (shifted, case("cuentas las épocas desde 0; la primera es la 1.")),
            (
                best_of_all,
                case("miras pérdidas de después de parar: esas épocas no llegaron a existir."),
            ),
            (
                lambda losses, patience: _early_stopping(losses, patience + 1),
                case("esperas una época de más: se para en cuanto la paciencia se agota."),
            ),
            (
                lambda *a: _early_stopping(*a, ties=True),
                case("igualar el mínimo no es bajar de él: usa < y no <=."),
            ),
            (
                lambda *a: _early_stopping(*a, total=True),
                case("un mínimo nuevo devuelve toda la paciencia: vuelve a contar desde cero."),
            ),
            (
                lambda *a: _early_stopping(*a, previous=True),
                case("compara cada pérdida con la mejor hasta entonces, no con la anterior."),
            ),
        ),
    )


def _note(rows):
    """La nota que pone el modelo de mentira: distinta con cada grupo de filas."""
    return float(np.sum(rows)) / 700


class _Spy:
    """Un modelo de mentira que apunta con qué filas lo entrenan y lo examinan."""

    def __init__(self):
        self.fitted, self.scored = [], []

    def fit(self, x, y):
        self.fitted.append((np.asarray(x), np.asarray(y)))
        return self

    def score(self, x, y):
        self.scored.append((np.asarray(x), np.asarray(y)))
        return _note(x)


@exercise(
    "4.3.5",
    hints=(
        "`for aprender, examinar in pliegues:` da, en cada vuelta, dos arrays de posiciones.",
        "En cada vuelta: `modelo = crear_modelo()`, `fit` con las filas de `aprender`, y `score` "
        "con las de `examinar`.",
        "\n`notas = []\n"
        "for aprender, examinar in pliegues:\n"
        "    modelo = crear_modelo()\n"
        "    modelo.fit(x[aprender], y[aprender])\n"
        "    notas.append(modelo.score(x[examinar], y[examinar]))\n"
        "return notas`",
    ),
    praise="Cada fila se examina una vez, y siempre con un modelo que no la vio.",
)
def check_cross_validation(function):
    expect.function(function, "validar")
    for rows, order in ((12, (8, 0, 4)), (10, (5, 0))):
        x = (np.arange(2 * rows).reshape(rows, 2) + rows) ** 2
        size = rows // len(order)
        parts = [np.arange(start, start + size) for start in order]
        folds = [(np.setdiff1d(np.arange(rows), part), part) for part in parts]
        _check_folds(function, x, np.arange(rows)[::-1] % 3, folds)


def _check_folds(function, x, y, folds):
    made = []

    def create_model():
        made.append(_Spy())
        return made[-1]

    result = expect.call(function, create_model, x, y, folds)
    if isinstance(result, float | np.floating):
        expect.wrong("Devuelve un solo número: se pide la lista con la nota de cada pliegue.")
    result = expect.listed(result, "lo que devuelve validar")
    if not made:
        expect.wrong("No has llamado a crear_modelo(): hace falta un modelo por pliegue.")
    used = [spy for spy in made if spy.fitted or spy.scored]  # alguno se creó sin usarse
    if any(not expect.same(spy.scored[0], other) for spy in used for other in spy.scored[1:]):
        expect.wrong("Usas el mismo modelo en varios pliegues: crea uno nuevo dentro del ciclo.")
    if {(bool(spy.fitted), bool(spy.scored)) for spy in used} == {(True, False), (False, True)}:
        expect.wrong(
            "Entrenas un modelo y le pides la nota a otro: guarda el que da crear_modelo(), y usa "
            "ese mismo para fit y para score."
        )
    if len(result) != len(folds):
        expect.wrong(
            f"Hay {len(folds)} pliegues y devuelves {len(result)} nota(s): se pide una por "
            "pliegue. append va dentro del ciclo, y return fuera."
        )
    if len(used) != len(folds):
        expect.wrong(
            f"Con {len(folds)} pliegues usas {len(used)} modelo(s): se entrena y se examina uno "
            "nuevo en cada pliegue."
        )
    for spy, (fit_rows, valid_rows) in zip(used, folds, strict=True):
        if not spy.fitted:
            expect.wrong("Un modelo se examina sin entrenar: falta fit.")
        if not spy.scored:
            expect.wrong("A un modelo no le has pedido su nota: falta score.")
        if len(spy.fitted[0][0]) == len(x):
            expect.wrong(
                "Entrenas con todas las filas: el examen ya no vale. Usa x[aprender], y[aprender]."
            )
        fitted, scored = (
            [
                rows
                for rows in (fit_rows, valid_rows)
                if expect.same(received[0], (x[rows], y[rows]))
            ]
            for received in (spy.fitted, spy.scored)
        )
        if fitted and fitted[0] is valid_rows:
            expect.wrong("Entrenas con las filas del examen: están al revés.")
        if not fitted:
            expect.wrong("fit debe recibir x[aprender] e y[aprender] de ese pliegue.")
        if scored and scored[0] is fit_rows:
            expect.wrong("Examinas con las filas con que aprendió: usa las otras, las de validar.")
        if not scored:
            expect.wrong("score debe recibir las filas de validar de ese pliegue, de x y de y.")
    expect.close(
        [expect.number(score, "cada nota") for score in result],
        [_note(x[rows]) for _, rows in folds],
        "lo que devuelve validar",
        message="Entrenas y examinas bien, pero la lista no tiene las notas de score, en orden.",
    )


@exercise(
    "4.3.6",
    hints=(
        "`a == y` es un array de `True` y `False`: dónde acierta el primero.",
        "«Y a la vez» entre arrays se escribe `&`, con cada comparación entre paréntesis.",
        "`return ((a == y) & (b != y)).sum(), …`: eso cuenta donde acierta solo `a`; lo mismo, al "
        "revés, para `b`.",
    ),
    praise="Solo esos vinos dicen algo sobre cuál es mejor; en los demás, empatan.",
)
def check_disagreements(function):
    def right(y, a, b):
        return ((a == y) & (b != y)).sum(), ((b == y) & (a != y)).sum()

    y = np.array([0, 1, 2, 0, 1, 2, 0, 1, 2, 0])
    first = np.array([0, 1, 2, 0, 1, 2, 0, 2, 1, 1])
    second = np.array([0, 1, 2, 0, 0, 0, 1, 2, 0, 0])
    expect.computes(
        function,
        "discrepancias",
        right=right,
        inputs=[
            (y, first, second),
            (y, second, first),
            (y, y, y),
            ((y + 1)[:7], first[:7], second[:7]),
        ],
        returns="solo_a, solo_b",
        kind=expect.integer,
        explain=lambda result, expected, y, a, b: (
            f"Con y = {y.tolist()}, a = {a.tolist()} y b = {b.tolist()}, devolvió "
            f"{tuple(map(int, result))} y debía devolver {tuple(map(int, expected))}."
        ),
        mistakes=(
            (
                lambda y, a, b: ((a == y).sum(), (b == y).sum()),
                "Cuentas todos los aciertos de cada uno: se piden solo aquellos en que el otro "
                "falla.",
            ),
            (
                lambda y, a, b: ((a != b).sum(),) * 2,
                "Cuentas dónde son distintos, pero pueden fallar los dos con clases distintas: "
                "compara cada uno con y.",
            ),
            (
                lambda y, a, b: right(y, a, b)[::-1],
                "Los dos números están al revés: primero a.",
            ),
        ),
    )


@exercise(
    "4.3.7",
    hints=(
        "Las columnas se eligen con `x_train[:, columnas]`.",
        "`modelo = make_pipeline(StandardScaler(), LogisticRegression())` y `cross_val_score(…, "
        "cv=folds)`.",
        "\n`modelo = make_pipeline(StandardScaler(), LogisticRegression())\n"
        "return cross_val_score(modelo, x_train[:, columnas], y_train, cv=folds).mean()`",
    ),
    praise="Ya puedes preguntar cuánto vale cada medida, sin tocar el examen.",
)
def check_accuracy_with(function):
    def accuracy(columns):
        return _accuracy_with(tuple(columns))

    everything = accuracy(range(13))
    expect.computes(
        function,
        "exactitud_con",
        right=accuracy,
        inputs=[([2],), ([0, 6],), ([4, 9, 11],), ([7, 3],)],
        kind=functools.partial(
            expect.one_number, message="Devuelve las cinco notas: falta resumirlas con .mean()."
        ),
        explain=lambda result, expected, columns: (
            "Una exactitud es una fracción, entre 0 y 1."
            if result > 1
            else f"exactitud_con({columns}) dio ≈ {result:.3f} y se esperaba ≈ {expected:.3f}. "
            "Va con x_train e y_train, cv=folds, y el escalador dentro del pipeline."
        ),
        mistakes=(
            (
                lambda columns: everything,
                "Da lo mismo que con las 13 medidas: ¿usas el parámetro columnas?",
            ),
        ),
    )


@functools.cache
def _accuracy_with(columns):
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import StratifiedKFold, cross_val_score
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    x, _, y, _ = _wine()
    model = make_pipeline(StandardScaler(), LogisticRegression())
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    return cross_val_score(model, x[:, columns], y, cv=folds).mean()


GOOD_TEST = 31  # aciertos, de 36


def _answers(model, x):
    """Las probabilidades que da un modelo; si no las da, las clases."""
    return np.asarray((getattr(model, "predict_proba", None) or model.predict)(x))


@exercise(
    "4.3.8",
    hints=(
        "Empieza por las que más separan en validación: prueba `exactitud_con([6])`, y ve "
        "añadiendo otra cada vez.",
        "Candidatas: flavonoides (6), alcohol (0), color (9), tonalidad (10) y prolina (12).",
        "\n`elegidas = [0, 6, 9, 10, 12]\n"
        "modelo_final = make_pipeline(StandardScaler(), LogisticRegression())\n"
        "modelo_final.fit(x_train[:, elegidas], y_train)`",
    ),
    praise="Menos de la mitad de las medidas: a la bodega le interesa.",
)
def check_cheap_model(chosen, model):
    from sklearn.base import BaseEstimator, clone
    from sklearn.exceptions import NotFittedError
    from sklearn.pipeline import Pipeline
    from sklearn.utils.validation import check_is_fitted

    chosen = [expect.integer(c, "cada posición") for c in expect.listed(chosen, "elegidas")]
    if not 1 <= len(chosen) <= 5:
        expect.wrong(f"elegidas tiene {len(chosen)} posiciones: se piden de 1 a 5.")
    if not all(0 <= c <= PROLINE for c in chosen):
        expect.wrong("Las posiciones van de 0 a 12: mira la tabla.")
    if len(set(chosen)) < len(chosen):
        expect.wrong("Hay una posición repetida en elegidas.")
    if not isinstance(model, BaseEstimator) or not hasattr(model, "predict"):
        expect.wrong(
            "modelo_final debe ser el pipeline entrenado (no su nota, ni sus predicciones)."
        )
    if not isinstance(model, Pipeline):
        expect.wrong(
            "modelo_final no es un pipeline: sin el escalador dentro, el vino nuevo llegaría sin "
            "escalar. Usa make_pipeline."
        )
    x_train, x_test, y_train, y_test = _wine()
    try:
        check_is_fitted(model)
    except NotFittedError:
        expect.wrong("modelo_final está sin entrenar: falta fit(x_train[:, elegidas], y_train).")
    if model.n_features_in_ != len(chosen):
        expect.wrong(
            f"modelo_final aprendió con {model.n_features_in_} medidas y en elegidas hay "
            f"{len(chosen)}: se entrena con x_train[:, elegidas]."
        )
    predicted = np.asarray(expect.call(model.predict, x_test[:, chosen]))
    if predicted.shape != y_test.shape:
        expect.wrong("modelo_final debe dar una clase por vino.")
    again = [clone(model).fit(x_train[:, chosen], y_train) for _ in range(2)]
    mine, first, second = (_answers(each, x_test[:, chosen]) for each in (model, *again))
    if expect.same(first, second) and not expect.same(mine, first, 1e-3):  # si no usa el azar
        expect.wrong(
            "modelo_final no responde como el mismo pipeline entrenado con x_train[:, elegidas] e "
            "y_train: se entrena con esas filas y esas columnas, en ese orden, y con nada del "
            "examen."
        )
    hits = int((predicted == y_test).sum())
    if hits < GOOD_TEST:
        expect.wrong(
            f"Acierta ≈ {hits} de 36 y se piden {GOOD_TEST}: busca otras medidas con "
            "exactitud_con, sin mirar el examen."
        )
    return (
        f"En el examen: ≈ {hits} vinos de 36, con {len(chosen)} medidas. Y recuerda la sección 5: "
        "36 vinos son pocos; dar además la media y la desviación de los pliegues es lo honrado."
    )


quiz(
    "4.3.A1",
    correct="d",
    why="Sí: sin escalar, el peso de cada medida lo decide la unidad en que alguien la apuntó. "
    "Estandarizar borra ese accidente.",
    wrong={
        "a": "Los vinos son los mismos, pero la red solo ve números, y los de la prolina serían "
        "mil veces menores.",
        "b": "No: el magnesio, en mg/L, seguiría rondando 100. Igualar es lo que hace el escalado.",
        "c": "Las unidades no viajan con los números: no hay error ni aviso. Por eso es peligroso.",
    },
    hint="Vuelve a la figura de barras de la sección 2 e imagina la prolina entre 0.3 y 1.7.",
)
quiz(
    "4.3.A2",
    correct="b",
    why="Sí: sin escalar, aquí la primera componente explicaba más del 99 % y era la prolina.",
    wrong={
        "a": "Varianza explicada y exactitud son cosas distintas: PCA no sabe de clases.",
        "c": "Pueden ser las más útiles, y estar medidas en una unidad que da números pequeños.",
        "d": "PCA no ve las etiquetas: busca donde más se varía, no donde se separan las clases.",
    },
    hint="¿Qué pasó en la sección 3 al olvidar el escalado?",
)
quiz(
    "4.3.A3",
    correct="a",
    why="Sí: la entropía cruzada castiga mucho equivocarse con seguridad. La exactitud no ve la "
    "seguridad.",
    wrong={
        "b": "Lo viste en la sección 4: la pérdida subió y la exactitud apenas se movió.",
        "c": "La cuenta está bien: es que la pérdida mide también la seguridad.",
        "d": "Al contrario: una red subajustada no llegaría a aprenderse los datos.",
    },
    hint="¿Qué mide la pérdida que la exactitud no mide?",
)
quiz(
    "4.3.A4",
    correct="c",
    why="Sí: se comparan en los mismos vinos, restando, y ahí cabe el 0. Sin ventaja clara, el "
    "sencillo.",
    wrong={
        "a": "Su ventaja es un solo vino, y el intervalo de la resta contiene el 0.",
        "b": "La conclusión se parece, pero no por eso: dos ± pueden solaparse y uno ganar siempre "
        "por poco. El que compara es el de la resta.",
        "d": "Eso es elegir la suerte: con bastantes intentos, cualquiera «gana» alguna vez.",
    },
    hint="¿Cuál de esos números compara a los dos en los mismos vinos?",
)
