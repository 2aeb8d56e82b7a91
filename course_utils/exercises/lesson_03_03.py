"""Comprobaciones de la lección 3.3, precios de casas."""

import numpy as np

from . import expect
from .core import exercise, quiz
from .houses import FEATURES, SKEWED, districts, parts

CAP = 5.00001


@exercise(
    "3.3.1",
    hints=(
        "`train_test_split` devuelve primero el entrenamiento y después la prueba.",
        "`stratify=…` recibe la franja de cada fila; `test_size=0.2` es el 20 %.",
        "`return train_test_split(tabla, test_size=0.2, stratify=bandas, random_state=42)`",
    ),
    praise="Las mismas proporciones en los dos lados, y sin pagar nada.",
)
def check_split(function):
    import pandas as pd

    expect.function(function, "repartir")
    # Dos tablas y dos maneras de cortarlas: así se nota quien no mira lo que recibe.
    for rows, edges in (
        (slice(0, None, 5), (0, 2, 3, 4, 6, np.inf)),
        (slice(3, None, 7), (0, 3, 9, np.inf)),
    ):
        table = districts().iloc[rows].reset_index(drop=True)
        bands = pd.cut(table["MedInc"], edges, labels=False)
        train, test = _split(function, table, bands)
        if len(train) < len(test):
            expect.wrong(
                "La prueba es mayor que el entrenamiento: se pide entrenamiento, prueba, y la "
                "prueba con el 20 %."
            )
        if abs(len(test) - 0.2 * len(table)) > 2:
            expect.wrong(
                f"La prueba tiene {len(test)} filas de {len(table)}: se pide el 20 %, "
                "test_size=0.2."
            )
        if sorted([*train.index, *test.index], key=str) != sorted(table.index, key=str):
            expect.wrong("Entre las dos partes deben estar todas las filas, y ninguna en las dos.")
        whole = bands.value_counts(normalize=True)
        gap = (bands[test.index].value_counts(normalize=True) - whole).abs().max()
        if not gap < 0.002:
            expect.wrong(
                "Las franjas no conservan su proporción (alguna cambia en ≈ "
                f"{gap:.3f}): eso hace stratify=bandas, con la Serie que recibe la función."
            )
        _, again = _split(function, table, bands)
        if not test.equals(again):
            expect.wrong("Cada vez que la llamo reparte de otra manera: fija random_state=42.")
        if sorted(test.index) != sorted(_test_rows(table, bands)):
            for seed in (0, 1, 7, 10, 41, 43, 84, 123):
                if sorted(test.index) == sorted(_test_rows(table, bands, seed)):
                    expect.wrong(f"Ese es el reparto de random_state={seed}, y se pide el de 42.")
            expect.wrong(
                "La prueba conserva las franjas, pero no son las filas que da train_test_split con "
                "random_state=42: sin ellas no se puede comparar con nadie."
            )


def _test_rows(table, bands, seed=42):
    from sklearn.model_selection import train_test_split

    return train_test_split(table.index, test_size=0.2, stratify=bands, random_state=seed)[1]


def _split(function, table, bands):
    import pandas as pd

    result = expect.several(
        expect.call(function, table, bands), "entrenamiento, prueba", "repartir"
    )
    train = expect.instance(result[0], pd.DataFrame, "entrenamiento")
    return train, expect.instance(result[1], pd.DataFrame, "prueba")


@exercise(
    "3.3.2",
    hints=(
        "El error de cada distrito es su precio menos la constante; en dólares, por 100 000.",
        "MAE: media de los errores en valor absoluto. RMSE: raíz de la media de sus cuadrados.",
        "\n`errores = (precios - constante) * 100_000\n"
        "return np.abs(errores).mean(), np.sqrt((errores**2).mean())`",
    ),
    praise="Ese es el listón: un modelo que no lo supere no aporta nada.",
)
def check_constant_error(function):
    def errors(size=np.abs, root=np.sqrt, scale=100_000):
        def mae_and_rmse(prices, constant):
            errors = (prices - constant) * scale
            return size(errors).mean(), root((errors**2).mean())

        return mae_and_rmse

    rng = np.random.default_rng(32)
    expect.computes(
        function,
        "error_constante",
        right=errors(),
        inputs=[
            (rng.uniform(0.5, 4, n), constant) for n, constant in ((50, 2.0), (31, 1.5), (8, 3.0))
        ],
        returns="mae, rmse",
        kind=expect.real,
        mistakes=(
            (lambda *a: errors()(*a)[::-1], "Los dos resultados están al revés."),
            (
                errors(scale=1),
                "Están en cientos de miles de dólares: se piden en dólares (por 100 000).",
            ),
            (
                errors(size=np.positive),
                errors(size=np.negative),
                "En el MAE, los errores de más y de menos se anulan: falta el valor absoluto, "
                "np.abs.",
            ),
            (
                errors(root=np.positive),
                errors(root=lambda mse: mse / 1e5),
                "Eso es el error cuadrático medio: al RMSE le falta la raíz.",
            ),
        ),
    )


@exercise(
    "3.3.3",
    hints=(
        'Si `"AveOccup"` es la población entre los hogares, ¿cuánto valen los hogares?',
        '`train["AveOccup"].idxmax()` da el índice de la fila; `train.loc[…]`, con ese índice, '
        "la fila.",
        '\n`fila = train.loc[train["AveOccup"].idxmax()]\n'
        'hogares = fila["Population"] / fila["AveOccup"]`',
    ),
    praise="7460 personas y seis hogares. ¿Qué lugar es ese?",
)
def check_households(households):
    people, per_household = 7460, 7460 / 6
    expect.cases(
        households,
        "hogares",
        6,
        kind=expect.real,
        tolerance=1e-3,
        message="No son los hogares de ese distrito. Su fila, la del mayor AveOccup, la dan "
        'train["AveOccup"].idxmax() y train.loc[…].',
        mistakes=(
            (
                per_household,
                "Eso son las personas por hogar. Los hogares son la población dividida entre eso.",
            ),
            (people, "Esa es la población del distrito: divídela entre AveOccup."),
            (
                per_household / people,
                "La división está al revés: es población entre personas por hogar.",
            ),
            (
                people * per_household,
                "Has multiplicado: los hogares son la población entre AveOccup.",
            ),
        ),
    )


@exercise(
    "3.3.4",
    hints=(
        "Trabaja sobre `suave = tabla.copy()`, para no tocar la que llega.",
        "`suave[SKEWED]` elige las cuatro columnas de una vez, y `np.log` se aplica a todas.",
        "\n`suave = tabla.copy()\nsuave[SKEWED] = np.log(suave[SKEWED])\nreturn suave`",
    ),
    praise="Las cuatro columnas tienen ahora una escala en la que caben todos los distritos.",
)
def check_smooth(function):
    import pandas as pd

    expect.function(function, "suavizar")
    for rows in (slice(0, 40), slice(1900, 1990), slice(7, 8)):
        table = districts().iloc[rows].copy()
        result = expect.call(
            function,
            table,
            unchanged="Tu función cambia la tabla que recibe: empieza por una copia, tabla.copy().",
        )
        result = expect.instance(result, pd.DataFrame, "lo que devuelve suavizar")
        if list(map(str, result.columns)) != list(table.columns) or len(result) != len(table):
            expect.wrong(
                "La tabla nueva debe tener las mismas filas y las mismas columnas, en el mismo "
                "orden."
            )
        for name in table.columns:
            values, old = expect.finite(result[name].to_numpy(), f"la columna {name}"), table[name]
            if name not in SKEWED:
                expect.close(
                    values, old, name, message=f"La columna {name} no está en SKEWED: no cambia."
                )
                continue
            if expect.same(values, old):
                expect.wrong(f"A la columna {name} le falta el logaritmo.")
            for other in (np.log10, np.log1p):
                if expect.same(values, other(old)):
                    expect.wrong(f"Eso es np.{other.__name__}; se pide el logaritmo np.log.")
            expect.close(values, np.log(old), f"la columna {name}")


@exercise(
    "3.3.5",
    hints=(
        '`train["MedHouseVal"].max()` es el precio máximo.',
        "Al comparar con `==` sale una columna de `True` y `False`; su suma es cuántos `True` hay.",
        '`cuantos_topados = (train["MedHouseVal"] == train["MedHouseVal"].max()).sum()`, y '
        "`parte_topada = cuantos_topados / len(train)`",
    ),
    praise="Casi uno de cada veinte distritos: demasiados para hacer como que no están.",
)
def check_capped(count, share):
    price, age = parts()[0]["MedHouseVal"], parts()[0]["HouseAge"]
    right = int((price == CAP).sum())
    expect.cases(
        count,
        "cuantos_topados",
        right,
        kind=expect.integer,
        mistakes=(
            (
                int((price >= 5).sum()),
                "Cuentas también los de 5.0 justos: se piden los que están exactamente en el "
                "máximo (==).",
            ),
            (
                int((price == 5).sum()),
                "Esos son los de 5.0 justos; el tope es 5.00001: usa .max().",
            ),
            (
                int((age == age.max()).sum()),
                "Esos son los topes de HouseAge: se piden los del precio, MedHouseVal.",
            ),
            (
                int((districts()["MedHouseVal"] == CAP).sum()),
                "Cuentas en toda la tabla, también en el examen: se pide en train.",
            ),
        ),
    )
    expect.cases(
        share,
        "parte_topada",
        right / len(price),
        kind=expect.real,
        tolerance=1e-4,
        mistakes=(
            (
                100 * right / len(price),
                round(100 * right / len(price), 1),
                "parte_topada es un porcentaje; se pide entre 0 y 1.",
            ),
            (
                right / len(districts()),
                "Divides entre todos los distritos: se pide entre los de train.",
            ),
        ),
    )


@exercise(
    "3.3.6",
    hints=(
        "Pon los errores en dólares: `errores = (reales - predichos) * 100_000`.",
        "`np.abs(errores) < margen` da `True` donde sirve; la media de `True` y `False` es una "
        "fracción.",
        "`return (np.abs(reales - predichos) * 100_000 < margen).mean()`",
    ),
    praise="Esta sí es la cifra que entiende la oficina.",
)
def check_useful_share(function):
    def share(useful):
        return lambda real, predicted, margin: useful((real - predicted) * 100_000, margin).mean()

    rng = np.random.default_rng(7)
    inputs = []
    for n, margin in ((200, 50_000), (41, 20_000)):
        real = rng.uniform(0.5, 4, n)
        inputs.append((real, real + rng.normal(0.1, 0.5, n), margin))
    right = share(lambda errors, margin: np.abs(errors) < margin)
    expect.computes(
        function,
        "fraccion_util",
        right=right,
        inputs=[
            *inputs,
            (np.array([1.0, 1.0]), np.array([1.5, 1.25]), 50_000),
            (np.array([3.0, 1.0, 2.0]), np.array([2.75, 1.5, 2.0]), 25_000.1),
        ],
        kind=expect.one_number,
        mistakes=(
            (
                share(lambda errors, margin: np.abs(errors) <= margin),
                "Un error exactamente igual al margen no cuenta: se pide menor (<).",
            ),
            (
                share(lambda errors, margin: np.abs(errors) / 100_000 < margin),
                "Dice que sirven todos. ¿Comparas cientos de miles con dólares? Multiplica el "
                "error por 100 000.",
            ),
            (
                lambda real, predicted, margin: right(real, predicted, margin) * len(real),
                "Eso es cuántos: se pide la fracción, entre 0 y 1.",
            ),
            (lambda *a: 100 * right(*a), "Eso es un porcentaje; se pide entre 0 y 1."),
            (lambda *a: 1 - right(*a), "Eso es la fracción de los que NO sirven."),
            (
                share(lambda errors, margin: errors < margin),
                share(lambda errors, margin: -errors < margin),
                "Sin valor absoluto, un error enorme en un sentido cuenta como bueno: usa np.abs.",
            ),
        ),
    )


@exercise(
    "3.3.7",
    hints=(
        "Cada columna tiene su media: `entrenamiento.mean(axis=0)` da una por columna.",
        "A los nuevos se les resta esa media y se dividen entre `entrenamiento.std(axis=0)`.",
        "`return (nuevos - entrenamiento.mean(axis=0)) / entrenamiento.std(axis=0)`",
    ),
    praise="Los datos nuevos se miden con la regla de entrenamiento: eso hace StandardScaler.",
)
def check_standardize(function):
    rng = np.random.default_rng(6)

    def only_new(value, name):
        if isinstance(value, tuple):
            expect.wrong("Devuelve varias cosas: se piden solo los nuevos.")
        if isinstance(value, list):
            value = np.array([expect.row(each, "cada fila") for each in value])
        return expect.numeric(value, name)

    def by(train, new):
        return (new - train.mean(axis=0)) / train.std(axis=0)

    expect.computes(
        function,
        "estandarizar",
        right=by,
        inputs=[
            (
                rng.normal([5, -20, 300][:columns], [1, 4, 50][:columns], (40, columns)),
                rng.normal([6, -15, 250][:columns], [2, 3, 40][:columns], (n, columns)),
            )
            for columns, n in ((3, 7), (2, 1))
        ],
        kind=only_new,
        mistakes=(
            (
                lambda train, new: by(train, train),
                "Devuelves el entrenamiento: se piden los nuevos.",
            ),
            (
                lambda train, new: by(new, new),
                "Usas la media y la desviación de los nuevos: se piden las del entrenamiento. Con "
                "un solo distrito nuevo, la tuya daría siempre 0.",
            ),
            (
                lambda train, new: by(np.vstack([train, new]), new),
                "Calculas la media con todos los datos juntos: eso es la fuga que queremos evitar.",
            ),
            (
                lambda train, new: (new - train.mean()) / train.std(),
                "Usas una sola media para toda la tabla: cada columna tiene la suya, con axis=0.",
            ),
            (lambda train, new: new - train.mean(axis=0), "Falta dividir entre la desviación."),
            (
                lambda train, new: new - train.mean(axis=0) / train.std(axis=0),
                "Faltan unos paréntesis: primero se resta la media y después se divide.",
            ),
            (
                lambda train, new: (new - train.mean(axis=0)) / train.var(axis=0),
                "Divides entre la varianza: la desviación es .std().",
            ),
            (
                lambda train, new: (new - train.mean(axis=0)) / train.std(axis=0, ddof=1),
                "Esa desviación divide entre n − 1 (ddof=1): se pide la de .std(), tal cual.",
            ),
        ),
    )


@exercise(
    "3.3.8",
    hints=(
        '`tabla["AveBedrms"] / tabla["AveRooms"]` divide fila por fila; el otro, igual.',
        "`tabla.assign(Dormitorios=…)` devuelve otra tabla con esa columna más, al final.",
        '\n`dormitorios = tabla["AveBedrms"] / tabla["AveRooms"]\n'
        'espacio = tabla["AveRooms"] / tabla["AveOccup"]\n'
        "return tabla.assign(Dormitorios=dormitorios, Espacio=espacio)`",
    ),
    praise="Dos columnas nuevas sin un solo dato nuevo. Falta medir si sirven.",
)
def check_ratios(function):
    import pandas as pd

    def with_ratios(*pairs):
        def ratios(table):
            names = zip(("Dormitorios", "Espacio"), pairs, strict=True)
            return table.assign(**{name: table[a] / table[b] for name, (a, b) in names})

        return ratios

    bedrooms, space = ("AveBedrms", "AveRooms"), ("AveRooms", "AveOccup")
    expect.function(function, "cocientes")
    for rows, columns in ((slice(0, 40), FEATURES), (slice(7, 8), FEATURES[2:6])):
        table = districts().iloc[rows][list(columns)]
        wanted = [*columns, "Dormitorios", "Espacio"]

        def as_table(value, name, table=table, wanted=wanted):
            value = expect.instance(value, pd.DataFrame, name)
            if list(map(str, value.columns)) != wanted:
                expect.wrong(
                    f"Con las columnas {', '.join(table.columns)}, deben salir esas y, al final, "
                    f"Dormitorios y Espacio: llegaron {', '.join(map(str, value.columns))}."
                )
            return expect.numeric(value.to_numpy(), name)

        expect.computes(
            function,
            "cocientes",
            right=lambda table: with_ratios(bedrooms, space)(table).to_numpy(),
            inputs=[(table,)],
            kind=as_table,
            mistakes=(
                (
                    with_ratios(bedrooms[::-1], space),
                    "Dormitorios está al revés: es AveBedrms entre AveRooms.",
                ),
                (
                    with_ratios(bedrooms, space[::-1]),
                    "Espacio está al revés: es AveRooms entre AveOccup.",
                ),
                (
                    with_ratios(bedrooms[::-1], space[::-1]),
                    "Los dos cocientes están al revés.",
                ),
                (with_ratios(space, bedrooms), "Cada cociente está en la columna del otro."),
            ),
            message="{name}: las columnas de antes deben quedar como estaban, Dormitorios es "
            "AveBedrms entre AveRooms, y Espacio, AveRooms entre AveOccup.",
        )


@exercise(
    "3.3.9",
    hints=(
        "`FunctionTransformer(preparar)` convierte la función en un paso; detrás van "
        "`StandardScaler()` y `LinearRegression()`.",
        "`make_pipeline(…)` los encadena en el orden en que se los des. Sin llamar a `fit`.",
        "`return make_pipeline(FunctionTransformer(preparar), StandardScaler(), "
        "LinearRegression())`",
    ),
    praise="Cualquier preparación, y siempre la misma vara de medir.",
)
def check_line_with(function):
    from sklearn.linear_model import LinearRegression
    from sklearn.pipeline import Pipeline

    expect.function(function, "recta_con")
    train = parts()[0][list(FEATURES)].iloc[:300]
    price = parts()[0]["MedHouseVal"].to_numpy()[:300]
    for prepare in (
        lambda table: table.assign(MedInc=table["MedInc"] ** 2),
        lambda table: table[["HouseAge", "AveRooms"]] ** 2 + 7,
    ):
        received = []

        def recorded(table, prepare=prepare, received=received):
            """La función, que apunta lo que le llega."""
            received.append(table)
            return prepare(table)

        made = expect.call(function, recorded)
        model = expect.instance(made, Pipeline, "lo que devuelve recta_con")
        if not isinstance(model[-1], LinearRegression):
            expect.wrong("El último paso debe ser la recta, LinearRegression().")
        if hasattr(model[-1], "coef_"):
            expect.wrong("Ya está entrenado: se pide sin entrenar, sin fit.")
        expect.call(model.fit, train.copy(), price)
        if not any(train.equals(table) for table in received):
            expect.wrong(
                "A tu función no le llega la tabla como viene: FunctionTransformer(preparar) va el "
                "primero."
            )
        scaled = np.asarray(model[:-1].transform(train.copy()), dtype=float)
        if scaled.shape != prepare(train).shape or not (
            expect.same(scaled.mean(axis=0), np.zeros(scaled.shape[1]))
            and expect.same(scaled.std(axis=0), np.ones(scaled.shape[1]))
        ):
            expect.wrong(
                "Al modelo no le llegan las columnas preparadas con media 0 y desviación 1: "
                "StandardScaler() va entre la función y la recta."
            )
        right = LinearRegression().fit(scaled, price).predict(scaled)
        if not expect.same(model.predict(train.copy()), right):
            expect.wrong(
                "No predice lo que la recta: el último paso, LinearRegression(), tal cual."
            )
        if len(model) != 3:
            expect.wrong(f"Tiene {len(model)} pasos y se piden tres, uno de cada clase.")


quiz(
    "3.3.A1",
    correct="c",
    why="Sí: R² compara el error cuadrático del modelo con el de quien responde siempre la media.",
    wrong={
        "a": "R² no cuenta aciertos: dos modelos con el mismo R² servían el 0 % y el 90 % de las "
        "veces.",
        "b": "R² no es un porcentaje de error. Para el error típico mira el MAE o el RMSE, que "
        "tienen unidades.",
        "d": "Eso depende de para qué se use y de quién pague el error; un número no lo decide.",
    },
    hint="Recuerda los dos modelos inventados de la sección 5.",
)
quiz(
    "3.3.A2",
    correct="a",
    why="Sí: la media y la desviación se aprenden, y lo que se aprende sale del entrenamiento.",
    wrong={
        "b": "La media depende de las filas con las que se calcula: ahí está el problema.",
        "c": "El reparto se puede estratificar igual, con las franjas calculadas antes de escalar.",
        "d": "La recta se ajusta sin problemas; lo que falla es la honradez de la nota.",
    },
    hint="¿Qué filas han participado en esa media?",
)
quiz(
    "3.3.A3",
    correct="d",
    why="Sí: en los datos, 510 000 y 900 000 llevan el mismo número.",
    wrong={
        "a": "En los datos, todo lo que valía 500 000 dólares o más figura igual: no puede ser tan "
        "exacto.",
        "b": "500 000 es el tope de los datos: es normal que muchas predicciones se acerquen a él.",
        "c": "Al revés: los que valían más figuran igual, así que el precio verdadero puede ser "
        "mayor.",
    },
    hint="¿Qué significa un 5.00001 en `MedHouseVal`?",
)
