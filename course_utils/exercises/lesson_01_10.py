"""Comprobaciones de la lección 1.10, bibliotecas científicas."""

import warnings

import numpy as np

from ..datasets import load_penguins
from . import expect
from .core import exercise, quiz

COLLECTED = {
    "Viajes Aurora": 7480.0,
    "Electrónica Delta": 5120.0,
    "Librería Norte": 419.0,
    "Farmacia Luz": 342.8,
    "Panadería Sol": 260.5,
}


def _drawn_bars(axes):
    """Las barras dibujadas, de izquierda a derecha: [(nombre, valor)], y si son horizontales."""
    from matplotlib.container import BarContainer

    bars, horizontal = [], False
    for container in axes.containers:
        if isinstance(container, BarContainer):
            horizontal = container.orientation == "horizontal"
            for bar in container.patches:
                if horizontal:
                    bars.append((bar.get_y() + bar.get_height() / 2, bar.get_width()))
                else:
                    bars.append((bar.get_x() + bar.get_width() / 2, bar.get_height()))
    axis = axes.yaxis if horizontal else axes.xaxis
    labels = [label.get_text() for label in axis.get_ticklabels()]
    names = dict(zip(np.round(axis.get_ticklocs(), 6), labels, strict=False))
    return [(names.get(np.round(place, 6), ""), float(v)) for place, v in sorted(bars)], horizontal


@exercise(
    "1.10.1",
    hints=(
        "`orden = np.argsort(cobrado)[::-1]` dice el orden. Úsalo en los valores y en los nombres.",
        "`comercios` es una lista: `[comercios[i] for i in orden]` la pone en ese orden. "
        "`cobrado` es un array: `cobrado[orden]`.",
        "`grafico.bar([comercios[i] for i in orden], cobrado[orden])` y después "
        '`grafico.set(title="…", xlabel="Comercio", ylabel="Cobrado (€)")`.',
    ),
    praise="Ordenadas, las barras se leen solas. Y los nombres viajan con sus valores.",
)
def check_bar_chart(axes):
    from matplotlib.axes import Axes
    from matplotlib.container import BarContainer
    from matplotlib.figure import Figure

    expect.wrong_when(
        isinstance(axes, Figure),
        "grafico es la hoja (la figura); se piden los ejes, lo segundo que da plt.subplots().",
    )
    expect.wrong_when(
        isinstance(axes, BarContainer),
        "grafico guarda lo que devuelve bar. No lo asignes: grafico.bar(…) sin nada delante.",
    )
    expect.wrong_when(
        not isinstance(axes, Axes),
        "grafico deben ser los ejes de Matplotlib: empieza con figura, grafico = plt.subplots().",
    )
    bars, horizontal = _drawn_bars(axes)
    expect.wrong_when(not bars, "En esos ejes no hay barras: dibújalas con grafico.bar(…).")
    values = [value for _, value in bars]
    expect.wrong_when(
        len(bars) != len(COLLECTED) or not np.allclose(sorted(values), sorted(COLLECTED.values())),
        f"Hay {len(bars)} barra(s) y sus valores no son los cinco de cobrado. Si ejecutaste bar "
        "dos veces, ejecuta la celda entera otra vez.",
    )
    expect.wrong_when(
        values != sorted(values, reverse=True) and not (horizontal and values == sorted(values)),
        "Las barras no van de mayor a menor: usa np.argsort(cobrado)[::-1].",
    )
    expect.wrong_when(
        any(COLLECTED.get(name) is None for name, _ in bars),
        "Falta el nombre de cada comercio debajo de su barra: es lo primero que recibe bar.",
    )
    expect.wrong_when(
        any(not np.isclose(COLLECTED[name], value) for name, value in bars),
        "¡Cuidado! Ordenaste los valores, pero no los nombres: cada barra lleva el nombre de otra.",
    )
    expect.wrong_when(not axes.get_title().strip(), 'Falta el título: grafico.set(title="…").')
    expect.wrong_when(
        not axes.get_xlabel().strip() or not axes.get_ylabel().strip(),
        'Faltan los nombres de los ejes: grafico.set(xlabel="…", ylabel="…").',
    )
    value_label = axes.get_xlabel() if horizontal else axes.get_ylabel()
    expect.wrong_when(
        not any(unit in value_label.lower() for unit in ("€", "eur")),
        "El eje de los valores no dice la unidad: añade (€).",
    )
    start, end = axes.get_xlim() if horizontal else axes.get_ylim()
    expect.wrong_when(
        start != 0, "El eje de los valores no empieza en 0: así las barras exageran la diferencia."
    )
    expect.wrong_when(
        end < max(values), "El eje de los valores termina antes que la barra mayor: queda cortada."
    )


def _whole(value, name):
    """Exige un número sin decimales: 28 y 28.0 cuentan lo mismo."""
    value = expect.number(value, name)
    return int(value) if value == int(value) else expect.integer(value, name)


@exercise(
    "1.10.2",
    hints=(
        'Son dos máscaras: `pinguinos["island"] == "Dream"` y `pinguinos["body_mass_g"] > 4000`.',
        "Se combinan con `&`, cada una entre paréntesis. `True` vale 1: `.sum()` las cuenta.",
        '`((pinguinos["island"] == "Dream") & (pinguinos["body_mass_g"] > 4000)).sum()`',
    ),
    praise="Dos máscaras, un & y una suma: así se pregunta a una tabla.",
)
def check_heavy_count(count):
    import pandas as pd

    table = load_penguins()
    dream, mass = table["island"] == "Dream", table["body_mass_g"]
    heavy = mass > 4000
    expect.wrong_when(
        isinstance(count, pd.DataFrame),
        "Esa es la tabla filtrada: falta contar sus filas, con len(…).",
    )
    expect.wrong_when(
        isinstance(count, pd.Series),
        "Eso es una columna entera: falta resumirla en un número, con .sum().",
    )
    expect.cases(
        count,
        "cuantos_pesados",
        (dream & heavy).sum(),
        mistakes=(
            (dream.sum(), "Esos son todos los de la isla Dream: falta la condición de la masa."),
            (heavy.sum(), "Esos son los de más de 4000 g en todas las islas: falta la isla Dream."),
            ((dream | heavy).sum(), "Usaste | (una cosa o la otra): se pide & (las dos a la vez)."),
            (
                (dream & (mass >= 4000)).sum(),
                "Contaste también los que pesan 4000 justos: «más de» es >, no >=.",
            ),
            ((dream & (mass < 4000)).sum(), "La masa está al revés: más de."),
            (len(table), "Esos son todos los pingüinos: falta filtrar."),
        ),
        kind=_whole,
    )


@exercise(
    "1.10.3",
    hints=(
        "`predict` recibe una tabla: una fila por pingüino, y las columnas en el orden de siempre.",
        "Aprendió con el largo del pico en milímetros y la masa en gramos: 3.7 kg son 3700 g.",
        "`especies_nuevas = scaled_model.predict([[49, 3700], [47, 5200]])`",
    ),
    praise="El modelo nunca pregunta por las unidades: eso es tarea tuya.",
)
def check_new_species(species):
    def names(species, name):
        if not isinstance(species, (list, tuple)):
            species = expect.array(species, name).tolist()
        expect.wrong_when(
            not isinstance(species, (list, tuple))
            or not all(isinstance(one, str) for one in species),
            "especies_nuevas debe tener los nombres de las especies: lo que devuelve predict (no "
            "score, ni los números que le das).",
        )
        expect.wrong_when(
            len(species) != 2,
            "especies_nuevas debe tener 2 especies, una por pingüino. predict recibe una lista con "
            "dos filas: [[…, …], […, …]].",
        )
        return species

    expect.cases(
        species,
        "especies_nuevas",
        ["Chinstrap", "Gentoo"],
        mistakes=(
            (
                ["Chinstrap", "Adelie"],
                ["Adelie", "Adelie"],
                "El segundo pesa 5.2 kg, y el modelo no lo ha visto así: aprendió con la masa en "
                "gramos y en la segunda columna.",
            ),
            (
                ["Gentoo", "Gentoo"],
                "Así responde si se cambian de orden las columnas: primero, el largo del pico; "
                "después, la masa.",
            ),
            (["Gentoo", "Chinstrap"], "Los dos pingüinos están al revés."),
        ),
        kind=names,
    )


@exercise(
    "1.10.4",
    hints=(
        "No busques los huecos uno por uno: hay un método que quita las filas que los tienen.",
        "`.dropna()` devuelve una tabla nueva; la original no cambia.",
        "`completos = pinguinos.dropna()`",
    ),
    praise="Quedan 333 de 344. Has perdido 11 pingüinos, lo sabes, y puedes decirlo.",
)
def check_complete_rows(table):
    import pandas as pd

    expect.wrong_when(
        not isinstance(table, pd.DataFrame),
        "completos debe ser una tabla (DataFrame): lo que devuelve un método de pinguinos.",
    )
    original = load_penguins()
    right = original.dropna()
    expect.wrong_when(
        list(table.columns) != list(original.columns),
        f"Deben quedar las siete columnas, y hay {len(table.columns)}: quita filas, no columnas.",
    )
    expect.wrong_when(
        bool(table.isna().any(axis=None)) and len(table) == len(original),
        "Siguen ahí los huecos. dropna() no cambia la tabla: devuelve otra, y hay que guardarla.",
    )
    expect.wrong_when(
        bool(table.isna().any(axis=None)),
        "Todavía quedan huecos: en la columna sex hay 11. Quita las filas con algún hueco, en "
        "cualquier columna.",
    )
    expect.wrong_when(
        len(table) == len(original),
        "Rellenaste los huecos: esos datos son inventados. Aquí se pide quitar esas filas.",
    )
    expect.wrong_when(
        len(table) != len(right),
        f"Hay {len(table)} filas y deben quedar {len(right)}: todas las que no tienen huecos.",
    )
    expect.wrong_when(
        not table.reset_index(drop=True)
        .astype(str)
        .equals(right.reset_index(drop=True).astype(str)),
        "El número de filas es correcto, pero alguna ha cambiado. Parte de load_penguins().",
    )


def _invented_birds(seed):
    """Una tabla sin huecos con tres especies que no son las de Palmer."""
    import pandas as pd

    rng = np.random.default_rng(seed)
    species = np.repeat(["Emperador", "Rey", "Saltarrocas"], (12, 9, 15))
    length = rng.normal(50, 5, species.size)
    depth = 0.3 * length * np.repeat([1, -1, 0.2], (12, 9, 15)) + rng.normal(20, 1, species.size)
    return pd.DataFrame(
        {
            "species": species,
            "bill_length_mm": length,
            "bill_depth_mm": depth,
            "flipper_length_mm": rng.normal(200, 10, species.size),
            "body_mass_g": rng.normal(4000, 500, species.size),
        }
    )


@exercise(
    "1.10.5",
    hints=(
        "Empieza con un diccionario vacío; en cada vuelta, guarda la correlación de ese grupo.",
        'Dentro del ciclo, `for especie, grupo in tabla.groupby("species"):`, usa `grupo`, no '
        '`tabla`: `grupo["bill_length_mm"].corr(grupo["bill_depth_mm"])`.',
        "\n`resultado = {}\n"
        'for especie, grupo in tabla.groupby("species"):\n'
        '    resultado[especie] = grupo["bill_length_mm"].corr(grupo["bill_depth_mm"])\n'
        "return resultado`",
    ),
    praise="Las tres son positivas, y la de todos juntos, negativa: mezclar grupos puede engañar.",
)
def check_correlations(function):
    expect.function(function, "correlacion_por_especie")
    for table in (load_penguins().dropna(), _invented_birds(0)):
        right = {
            name: group["bill_length_mm"].corr(group["bill_depth_mm"])
            for name, group in table.groupby("species")
        }
        together = table["bill_length_mm"].corr(table["bill_depth_mm"])
        result = expect.call(function, table.copy())
        expect.wrong_when(
            isinstance(result, (float, np.floating)),
            "Devuelve un solo número: se pide un diccionario, con una correlación por especie.",
        )
        result = expect.instance(result, dict, "lo que devuelve correlacion_por_especie")
        names = sorted(name for name in result if isinstance(name, str))
        expect.wrong_when(
            len(result) == 1 and len(names) == 1,
            f"Devuelve una sola especie y en la tabla hay {len(right)}: el return va después del "
            "ciclo, sin sangrar tanto.",
        )
        expect.wrong_when(
            names != sorted(right) or len(result) != len(right),
            "Las claves deben ser los nombres de las especies que hay en la tabla que llega: "
            f"{', '.join(sorted(right))}.",
        )
        for name in sorted(right):
            value = expect.number(result[name], f"la correlación de {name}")
            expect.wrong_when(
                np.isclose(value, together),
                "Das a cada especie la correlación de la tabla entera: dentro del ciclo usa grupo.",
            )
            expect.close(
                value,
                right[name],
                name,
                tolerance=0.006,  # redondeada a dos decimales también vale
                message=f"La correlación de {name} no es la de bill_length_mm y bill_depth_mm.",
            )


FEATURES = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
GOOD_SCORE = 0.9


@exercise(
    "1.10.6",
    hints=(
        "Son las mismas líneas de la sección 3, dentro de una función: crear, `fit` y `return`.",
        "`make_pipeline(StandardScaler(), KNeighborsClassifier())` pone las cuatro columnas en la "
        "misma escala.",
        "\n`modelo = make_pipeline(StandardScaler(), KNeighborsClassifier())\n"
        "modelo.fit(datos, especies)\n"
        "return modelo`",
    ),
    praise="Nadie le explicó qué es un Gentoo: lo aprendió de los ejemplos.",
)
def check_classifier(function):
    from sklearn.base import BaseEstimator
    from sklearn.exceptions import NotFittedError
    from sklearn.model_selection import train_test_split
    from sklearn.utils.validation import check_is_fitted

    expect.function(function, "clasificador")
    table = load_penguins().dropna()
    x = table[FEATURES].to_numpy()
    scores = []
    # Cada vez, con otros nombres: así se nota quien entrena con los datos del cuaderno, o con los
    # de la primera llamada, y no con los que recibe.
    for seed, names in enumerate(("ACG", "GAC", "JKL")):
        species = dict(zip(("Adelie", "Chinstrap", "Gentoo"), names, strict=True))
        y = table["species"].map(species).to_numpy()
        x_train, x_test, y_train, y_test = train_test_split(x, y, random_state=seed, test_size=0.3)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # un modelo que avisa de que no converge también vale
            model = expect.call(function, x_train.copy(), y_train.copy())
        expect.wrong_when(
            not isinstance(model, BaseEstimator),
            "clasificador debe devolver el modelo de scikit-learn, ya entrenado: termina con "
            "return modelo.",
        )
        expect.wrong_when(
            not hasattr(model, "predict"),
            f"Lo que devuelve no sabe predecir: {expect.arrived(model)}. Se pide el modelo entero.",
        )
        try:
            check_is_fitted(model)
        except NotFittedError:
            expect.wrong("El modelo no ha aprendido nada todavía: falta fit(datos, especies).")
        predicted = expect.call(model.predict, x_test)
        predicted = expect.array(predicted, "lo que predice tu modelo", shape=y_test.shape)
        expect.wrong_when(
            any(name not in tuple(names) for name in predicted.tolist()),
            f"Tu modelo responde cosas que no están en especies ({expect.shown(predicted[0])}): "
            "debe clasificar, y aprender de lo que recibe la función.",
        )
        scores.append((predicted == y_test).mean())
    score, steps = float(np.mean(scores)), getattr(model, "named_steps", {}).values()
    if score < GOOD_SCORE:
        expect.wrong(
            f"Acierta ≈ {score:.2f} y se pide {GOOD_SCORE}. "
            + (
                "Ya escala: prueba otro modelo."
                if "StandardScaler" in [type(step).__name__ for step in steps]
                else "No lleva StandardScaler() delante: sin él, los gramos tapan a los milímetros."
            )
        )
    return f"Acierta ≈ {score:.2f} de los pingüinos que no había visto."


quiz(
    "1.10.A1",
    correct="b",
    why="Sí: el histograma cuenta cuántos valores caen en cada tramo.",
    wrong={
        "a": "Habría una porción por cada importe distinto: cientos, imposibles de comparar.",
        "c": "El orden de llegada no importa para esa pregunta; saldría una línea llena de picos.",
        "d": "La dispersión responde a otra pregunta: si el importe y la hora van juntos.",
    },
    hint="La pregunta es cómo se reparten los valores: mira la tabla de la sección 1.",
)
quiz(
    "1.10.A2",
    correct="d",
    why="Sí: con pingüinos que ya conoce, encontraría entre los «más parecidos» al mismo pingüino.",
    wrong={
        "a": "Sí deja, sin avisar. Por eso es un descuido tan frecuente.",
        "b": "Tarda casi lo mismo. Lo que cambia es si el resultado significa algo.",
        "c": "Al revés: con los que no vio suele acertar menos. Es una nota más baja, y honesta.",
    },
    hint="¿Qué sabría de verdad alguien que se examina con las respuestas delante?",
)
quiz(
    "1.10.A3",
    correct="c",
    why="Sí: un hueco no es un sueldo de cero. pandas, si no se rellena, se salta los huecos al "
    "hacer la media.",
    wrong={
        "a": "Falta lo mismo que antes, y ahora no se nota. Un 0 es un dato; un hueco, no.",
        "b": "La suma no cambia, pero se divide entre más personas: la media baja.",
        "d": "No da ningún error, y ese es el peligro: el resultado sale, y es falso.",
    },
    hint="¿Entre cuántas personas se divide, antes y después de rellenar?",
)
