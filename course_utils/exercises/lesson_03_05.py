"""Comprobaciones de la lección 3.5, consumo de gasolina."""

import functools

import numpy as np

from . import expect
from .cars import (
    KM_PER_MILE,
    LITRES_PER_GALLON,
    estimator,
    pipeline,
    predicted,
    split,
    trained_only_with_the_learning_cars,
)
from .core import exercise, quiz


@exercise(
    "3.5.1",
    hints=(
        "Con un galón recorres `mpg` millas. ¿Cuántos kilómetros son? ¿Y cuántos litros gastaste?",
        "Kilómetros: `mpg * 1.609344`. Litros: 3.785411784. Falta dividir.",
        "`return mpg * 1.609344 / 3.785411784`",
    ),
    praise="Un coche de 23.5 mpg, la media de la tabla, hace 10 km por litro.",
)
def check_units(function):
    factor = KM_PER_MILE / LITRES_PER_GALLON
    expect.computes(
        function,
        "a_km_l",
        right=lambda mpg: mpg * factor,
        inputs=[(20.0,), (36.5,), (9.0,)],
        explain=lambda result, expected, mpg: (
            "Casi: redondeaste el factor. Deja que Python divida 1.609344 entre 3.785411784."
            if abs(result / expected - 1) < 0.01
            else None
        ),
        mistakes=(
            (
                lambda mpg: mpg / factor,
                "Dividiste al revés: un galón son casi 4 litros, así que los km/l son menos que "
                "las mpg.",
            ),
            (
                lambda mpg: mpg * KM_PER_MILE,
                "Esos son kilómetros por galón: falta pasar el galón a litros.",
            ),
            (
                lambda mpg: mpg / LITRES_PER_GALLON,
                "Esas son millas por litro: falta pasar las millas a kilómetros.",
            ),
            (
                lambda mpg: 100 / (mpg * factor),
                "Eso son litros cada 100 km: se piden kilómetros por litro.",
            ),
        ),
    )
    many = np.array([18.0, 15.0, 36.0])
    result = expect.array(
        expect.call(function, many), "a_km_l de un array, lo que devuelve,", shape=(3,)
    )
    expect.close(result, many * factor, "a_km_l de un array", tolerance=2e-6)


@exercise(
    "3.5.2",
    hints=(
        "¿Cuántos litros gasta el primer coche en todo el viaje? ¿Y el segundo?",
        "Con 10 km/l, en 200 km se gastan `200 / 10` litros: 20.",
        "`return km / antes - km / despues`",
    ),
    praise="Los litros sí se restan. Por eso en muchos países el consumo se dice en l/100 km.",
)
def check_saved(function):
    def case(text):
        return lambda *arguments: f"litros_ahorrados{arguments}: {text}"

    expect.computes(
        function,
        "litros_ahorrados",
        right=lambda before, after, km: km / before - km / after,
        inputs=[(5, 8, 10_000), (10, 20, 300), (12, 9, 450), (7.3, 9.1, 100)],
        message=lambda *arguments: f"litros_ahorrados{arguments} no es el valor pedido.",
        mistakes=(
            (
                lambda before, after, km: km / (after - before),
                case(
                    "dividiste entre la diferencia de km/l. Calcula los litros de cada coche, y "
                    "después resta."
                ),
            ),
            (
                lambda before, after, km: (after - before) * km,
                case("multiplicaste; los litros son kilómetros divididos entre km/l."),
            ),
            (
                lambda before, after, km: abs(km / before - km / after),
                case("si empeora, el ahorro debe salir negativo."),
            ),
            (
                lambda before, after, km: km / after - km / before,
                case(
                    "la resta está al revés. Si el coche nuevo gasta menos, el ahorro es positivo."
                ),
            ),
            (
                lambda before, after, km: 100 / before - 100 / after,
                case("eso es lo ahorrado en 100 km. Usa el parámetro km."),
            ),
        ),
    )


@exercise(
    "3.5.3",
    hints=(
        "Una sola mediana, la de aprender, sirve para los dos arrays.",
        "Con `mediana = np.nanmedian(aprender)`, `np.where(np.isnan(nuevos), mediana, nuevos)` "
        "pone la mediana donde hay un hueco.",
        "\n`mediana = np.nanmedian(aprender)\n"
        "relleno = np.where(np.isnan(aprender), mediana, aprender)\n"
        "return relleno, np.where(np.isnan(nuevos), mediana, nuevos)`",
    ),
    praise="La mediana se aprende una vez y después solo se usa. Así, también vale para un coche "
    "solo.",
)
def check_fill(function):
    nan = np.nan
    learn = np.array([90.0, nan, 100.0, 70.0, 230.0, nan])

    def filling(filler, own=False):
        """Una ``rellenar`` con otro valor en los huecos, o que rellena los nuevos con el suyo."""

        def fill(learn, new):
            values = filler(learn, new), filler(new if own else learn, learn if own else new)
            return tuple(
                np.where(np.isnan(x), v, x) for x, v in zip((learn, new), values, strict=True)
            )

        return fill

    def filled(value, name):
        value = expect.array(value, f"el array {name} que devuelves")
        if value.dtype.kind not in "fiu":
            expect.wrong(f"El array {name} que devuelves debe contener números.")
        return value

    def without_gaps(learn, new):
        return learn[~np.isnan(learn)], new[~np.isnan(new)]

    right = filling(lambda learn, new: np.nanmedian(learn))
    expect.computes(
        function,
        "rellenar",
        right=right,
        inputs=[
            (learn, np.array([nan, 60.0, 50.0, nan, 40.0])),
            (np.array([3.0, nan, 8.0]), np.array([nan, 1.0])),
            (learn, np.array([nan, 12.0])),
            (np.array([0.125, nan, -7.5, 3.0625]), np.array([nan])),
        ],
        returns="aprender, nuevos",
        kind=filled,
        unchanged="Tu función cambia los arrays que recibe. Haz uno nuevo con np.where, o empieza "
        "por copiarlos.",
        mistakes=(
            (
                lambda learn, new: (without_gaps(learn, new)[0], right(learn, new)[1]),
                lambda learn, new: (right(learn, new)[0], without_gaps(learn, new)[1]),
                "Un array cambia de tamaño: los huecos se rellenan, no se tiran.",
            ),
            (
                lambda learn, new: (learn, right(learn, new)[1]),
                lambda learn, new: (right(learn, new)[0], new),
                "En un array quedan huecos. Ojo: np.median de algo con nan es nan; usa "
                "np.nanmedian.",
            ),
            (
                filling(lambda learn, new: 0.0),
                "Rellenaste con 0: un coche de cero caballos no existe.",
            ),
            (
                filling(lambda learn, new: np.nanmean(learn)),
                "Rellenaste con la media; se pide la mediana.",
            ),
            (
                filling(lambda learn, new: np.nanmedian(np.concatenate([learn, new]))),
                "Esa es la mediana de los dos juntos: los nuevos ya han opinado. Es una fuga.",
            ),
            (
                filling(lambda learn, new: np.nanmedian(learn), own=True),
                "Rellenaste los nuevos con su propia mediana. Mañana puede llegar un solo coche, "
                "con el hueco: usa la mediana de aprender.",
            ),
        ),
    )


@exercise(
    "3.5.4",
    hints=(
        "En cada fila, `for texto in textos:`, recorre las categorías, `for categoria in "
        "categorias:`, y pregunta: ¿es esta?",
        "`int(texto == categoria)` vale 1 si son iguales y 0 si no.",
        "`return np.array([[int(texto == categoria) for categoria in categorias] for texto in "
        "textos])`",
    ),
    praise="Eso hace OneHotEncoder(handle_unknown='ignore'); las categorías las aprende en fit.",
)
def check_one_hot(function):
    def right(texts, names):
        return np.array([[int(text == name) for name in names] for text in texts])

    def numbered(texts, names, unknown=0):
        return np.array([names.index(text) if text in names else unknown for text in texts])

    expect.computes(
        function,
        "one_hot",
        right=right,
        inputs=[
            (["Japan", "USA", "Japan", "Europe"], ["USA", "Europe", "Japan"]),
            (["b", "Corea", "a"], ["a", "b"]),
            (["rojo"], ["rojo oscuro", "rojo", "gris", "azul"]),
        ],
        kind=expect.array,
        message="Los unos no están en su sitio: el orden de las columnas es el de categorias.",
        mistakes=(
            (
                numbered,
                lambda texts, names: numbered(texts, names) + 1,
                "Devuelve un número por texto: eso es numerar. Hace falta una columna por "
                "categoría.",
            ),
            (
                lambda texts, names: right(texts, names).T,
                "Está girado: los textos van en las filas y las categorías, en las columnas.",
            ),
            (
                lambda texts, names: np.eye(len(names))[numbered(texts, names)],
                lambda texts, names: np.eye(len(names))[numbered(texts, names, -1)],
                "Un texto que no está en categorias debe dejar toda su fila a 0.",
            ),
        ),
    )


@exercise(
    "3.5.5",
    hints=(
        "Con grado 3 son tres columnas: `x`, `x**2` y `x**3`.",
        "`range(1, grado + 1)` da los exponentes; `np.column_stack` junta una lista de columnas.",
        "`return np.column_stack([x**exponente for exponente in range(1, grado + 1)])`",
    ),
    praise="Con estas columnas, la regresión lineal de siempre dibuja curvas.",
)
def check_powers(function):
    def case(text):
        return lambda x, degree: f"potencias(x, {degree}){text}"

    def powers(first=0, last=1):
        return lambda x, degree: x[:, np.newaxis] ** np.arange(1 + first, degree + last)

    x = np.array([-2.0, 0.5, 3.0, 1.5])
    expect.computes(
        function,
        "potencias",
        right=powers(),
        inputs=[(x, 3), (x, 1), (x, 5), (x[:2], 4)],
        kind=expect.array,
        mistakes=(
            (
                powers(first=-1),
                case(" tiene una columna de más: empieza en x, sin la columna de unos."),
            ),
            (
                powers(last=0),
                case(" tiene una columna de menos: range(1, grado) se detiene antes de grado."),
            ),
            (
                lambda x, degree: powers()(x, degree).T,
                case(" está girado: usa np.column_stack."),
            ),
            (
                powers(first=-1, last=0),
                case(" empieza en x**0, que son unos: los exponentes van de 1 a grado."),
            ),
            (
                lambda x, degree: x[:, np.newaxis] * np.arange(1, degree + 1),
                case(": multiplicaste por el exponente (*); elevar es **."),
            ),
            (
                lambda x, degree: powers()(x, degree)[:, ::-1],
                case(": las columnas están al revés; la primera es x."),
            ),
        ),
    )


@exercise(
    "3.5.6",
    hints=(
        "El pipeline junta dos cosas: `modelo = make_pipeline(make_columns(2), "
        "LinearRegression())`. Falta entrenarlo.",
        "Se entrena con los coches de aprender: `modelo.fit(x_train, y_train)`.",
        "\n`modelo = make_pipeline(make_columns(2), LinearRegression())\n"
        "modelo.fit(x_train, y_train)`",
    ),
    praise="Medianas, escalas, categorías y pesos: todo se aprendió en un solo fit.",
)
def check_quadratic(model):
    estimator(model, "modelo")
    x_train, x_test, y_train, _ = split()
    predicted(model, x_train, "modelo")
    trained_only_with_the_learning_cars(model, "modelo")

    def is_degree(degree):
        wanted = pipeline(degree).fit(x_train, y_train).predict(x_test)
        return np.allclose(predicted(model, x_test, "modelo"), wanted, rtol=1e-4)

    for degree in (1, 3):
        if is_degree(degree):
            expect.wrong(f"modelo predice lo mismo que el de grado {degree}: se pide el grado 2.")
    if not is_degree(2):
        expect.wrong(
            "modelo no predice lo mismo que make_columns(2) seguido de una LinearRegression."
        )
    strange = x_train.head(3).assign(origin="Korea", horsepower=np.nan)
    predicted(model, strange, "modelo")


@functools.cache
def _reference_litres():
    """Lo que predice el modelo «quadratic» de la lección para el coche del enunciado."""
    import pandas as pd

    x_train, _, y_train, _ = split()
    model = pipeline(2).fit(x_train, y_train)
    car = pd.DataFrame([[4, 97, np.nan, 2200, 16, 1978, "Europe"]], columns=x_train.columns)
    known = 100 / model.predict(car)[0]
    zero = 100 / model.predict(car.assign(horsepower=0.0))[0]
    return known, zero


@exercise(
    "3.5.7",
    hints=(
        "Una tabla de una fila: `coche = pd.DataFrame([[…]], columns=x_train.columns)`, en el "
        "mismo orden.",
        "`quadratic.predict(coche)` devuelve un array de un número, en km/l. ¿Y en l/100 km?",
        '\n`coche = pd.DataFrame([[4, 97, np.nan, 2200, 16, 1978, "Europe"]], '
        "columns=x_train.columns)\n"
        "consumo = 100 / quadratic.predict(coche)[0]`",
    ),
    praise="El hueco lo rellenó el pipeline, con la mediana que aprendió. Para eso estaba dentro.",
)
def check_one_car(litres):
    litres = expect.number(litres, "consumo")
    known, zero = _reference_litres()
    expect.cases(
        litres,
        "consumo",
        known,
        tolerance=0.0006,  # con lo relativo, medio centésimo: se admite a dos decimales
        message=f"No es lo que predice quadratic para ese coche: llegó "
        f"{expect.shown(litres)}. Revisa los siete datos y su orden.",
        mistakes=(
            (100 / known, "Eso son km/l: se piden litros por cada 100 km, 100 / (km/l)."),
            (known / 100, "Eso son litros por kilómetro: multiplica por 100 km."),
            (
                zero,
                "Pusiste 0 en la potencia: un hueco es np.nan, y el pipeline sabe qué hacer con "
                "él.",
            ),
        ),
    )


quiz(
    "3.5.A1",
    correct="b",
    why="Sí: lo que se aprende de los datos (una mediana, una escala, unas categorías) se "
    "aprende sin ver el "
    "examen.",
    wrong={
        "a": "La velocidad es la misma, o peor: se calcula en cada pliegue. Se hace por honradez.",
        "c": "La regresión ni se entera de con qué se rellenó; solo protesta si queda un nan.",
        "d": "La tabla original no cambia: el pipeline rellena su propia copia.",
    },
    hint="Piensa en qué sabe la mediana si la calculas con todos los coches.",
)
quiz(
    "3.5.A2",
    correct="d",
    why="Sí: con más libertad, el error en lo ya visto solo puede bajar. Por eso no sirve para "
    "elegir.",
    wrong={
        "a": "Mejor en lo que ya vio. El grado 20 también bajaba, y con datos nuevos era peor "
        "que el 2.",
        "b": "Del grado 1 al 2 también bajó, y no había sobreajuste: la curva hacía falta.",
        "c": "Con mucho ruido también baja: el polinomio aprende el ruido de memoria.",
    },
    hint="Recuerda las dos columnas de números de la sección 3.",
)
quiz(
    "3.5.A3",
    correct="c",
    why="Sí: con una sola columna hay un solo peso, y cada paso de 1 suma lo mismo. Tres "
    "columnas de 0 y 1 tienen tres pesos.",
    wrong={
        "a": "Para eso harían falta tres pesos: con una columna, los tres colores comparten uno.",
        "b": "Los acepta. Ese es el problema: no protesta, y supone un orden que no existe.",
        "d": "El número es un nombre: no dice cuántos coches hay de cada color.",
    },
    hint="Escribe lo que sumaría la recta, peso · número, para el 1, el 2 y el 3.",
)
