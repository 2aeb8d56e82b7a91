"""Comprobaciones de la lección 1.9, NumPy."""

import itertools

import numpy as np

from . import expect
from .core import exercise, quiz


@exercise(
    "1.9.1",
    hints=(
        "Antes de usar una biblioteca hay que importarla: `import statistics`.",
        "Lo que está dentro se usa con un punto: `statistics.median(…)`.",
        "\n`import statistics\nmediana = statistics.median(cobros)`",
    ),
    praise="23.4 describe bien una tarde normal; la media, con ese viaje dentro, daría casi 397.",
)
def check_median(median):
    expect.wrong_when(
        callable(median),
        "Guardaste la función, sin llamarla. Le faltan los paréntesis y los datos: "
        "statistics.median(cobros).",
    )
    expect.cases(
        median,
        "mediana",
        23.4,
        mistakes=(
            (
                396.76,
                396.8,
                397,
                "Esa es la media (mean), y el viaje de 1899 la arrastra: se pide la mediana "
                "(median).",
            ),
            (
                8.9,
                "8.9 está en el medio de la lista tal como viene: antes hay que ordenarla. "
                "statistics.median ya lo hace.",
            ),
            (
                12.5,
                40.0,
                "Ese queda al lado del medio: con cinco valores en orden, la mediana es el "
                "tercero. Deja que la calcule statistics.median.",
            ),
        ),
        kind=expect.number,
    )


@exercise(
    "1.9.2",
    hints=(
        "`axis=1` aplasta las columnas: queda un número por fila. `axis=0`, uno por columna.",
        "Para `mejor_dia` suma primero por columnas, y después busca la posición del mayor.",
        "`ventas.sum(axis=1)` y `ventas.sum(axis=0).argmax()`",
    ),
    praise="axis es el eje que desaparece: con esa frase no lo confundirás.",
)
def check_axis(per_store, best_day):
    stores, days = np.array([505, 463, 429]), np.array([475, 185, 484, 253])

    def one_per_store(values, name):
        values = expect.array(values, name)
        expect.wrong_when(
            values.shape == () and values.dtype.kind in "if",
            "total_por_tienda es un solo número: falta axis para tener uno por tienda.",
        )
        return expect.array(values, name, shape=(3,))

    expect.cases(
        per_store,
        "total_por_tienda",
        stores,
        mistakes=(
            (
                days,
                "total_por_tienda tiene 4 números, uno por día: aplastaste las filas (axis=0) y "
                "hay que aplastar las columnas.",
            ),
            (stores / 4, "Esa es la media de cada tienda (mean): se pide el total (sum)."),
        ),
        kind=one_per_store,
    )
    expect.cases(
        best_day,
        "mejor_dia",
        days.argmax(),
        mistakes=(
            (
                days.max(),
                "484 es lo que se vendió ese día: se pide su posición. Usa argmax en lugar de max.",
            ),
            (
                stores.argmax(),
                "Esa es la posición de la mejor tienda: los días son las columnas, suma con "
                "axis=0.",
            ),
            (8, "Esa es la posición de la mayor venta de toda la tabla. Primero suma cada día."),
            (3, "Contando desde 1 sería el día 3, pero las posiciones empiezan en 0."),
        ),
        kind=expect.integer,
    )


def _payments(seed, size=300):
    """Pagos inventados en los que cada regla se cumple a menudo, también justo en el límite."""
    rng = np.random.default_rng(seed)
    amounts = rng.choice([20.0, 999.99, 1000.0, 1000.01, 2500.0], size=size)
    hours = rng.choice([0, 3, 5, 6, 7, 15, 23], size=size)
    countries = rng.choice(["MX", "ES", "PE"], size=size, p=[0.6, 0.2, 0.2])
    return amounts, hours, countries


def _failure(function, *args):
    """El texto del error con que falla la función, o un texto vacío."""
    try:
        function(*args)
    except (Exception, SystemExit) as error:
        return str(error)
    return ""


@exercise(
    "1.9.3",
    hints=(
        'Cada regla compara un array entero: `importes > 1000`, `horas < 6`, `paises != "MX"`.',
        "`np.array([…, …, …])`, con las tres reglas, tiene una fila por regla y una columna por "
        "pago.",
        '\n`reglas = np.array([importes > 1000, horas < 6, paises != "MX"])\n'
        "return reglas.sum(axis=0) >= 2`",
    ),
    praise="Tres reglas sobre quinientos pagos, o sobre un millón, sin escribir un solo ciclo.",
)
def check_suspicious(function):
    expect.function(function, "sospechosos")
    expect.wrong_when(
        "truth value of an array" in _failure(function, *_payments(0)),
        "ValueError (…truth value of an array… is ambiguous): and, or e if quieren un solo True o "
        "False, y un array trae muchos. Combina las máscaras con & y |, y cada comparación entre "
        "paréntesis.",
    )

    def rules(amounts, hours, countries):
        return np.array([amounts > 1000, hours < 6, countries != "MX"])

    def right(*payments):
        return rules(*payments).sum(axis=0) >= 2

    limits = (
        "Mira los límites: 1000 euros justos no son «mayor que 1000», ni las 6 en punto son «menor "
        "que 6»."
    )
    expect.computes(
        function,
        "sospechosos",
        right=right,
        inputs=[_payments(0), _payments(1, 41), _payments(2, 120)],
        kind=lambda result, name: expect.array(result, name, dtype=np.bool_),
        message="Tu máscara no marca los pagos que debe. Comprueba las reglas una por una, con "
        "pocos pagos que puedas revisar a ojo.",
        mistakes=(
            (
                lambda *payments: rules(*payments).sum(axis=1) >= 2,
                lambda *payments: rules(*payments).sum(axis=1),
                "Devuelve 3 números, uno por regla: hay que contar las reglas de cada pago "
                "(axis=0).",
            ),
            (
                rules,
                "Devuelve las tres reglas por separado: falta contar cuántas se cumplen en cada "
                "pago.",
            ),
            (
                lambda *payments: rules(*payments).sum(axis=0),
                "Devuelve cuántas reglas se cumplen: te falta compararlo, >= 2.",
            ),
            (
                lambda amounts, hours, countries: np.zeros(len(amounts), bool),
                "No marca ninguno. Entre arrays de True y False, + no cuenta: es «o». Suma con "
                "np.array([…]).sum(axis=0).",
            ),
            (
                lambda *payments: rules(*payments).any(axis=0),
                "Basta una regla para que marque: se piden dos.",
            ),
            (
                lambda *payments: rules(*payments).all(axis=0),
                "Solo marca si se cumplen las tres: bastan dos.",
            ),
            (
                lambda *payments: rules(*payments).sum(axis=0) == 2,
                "Si se cumplen las tres no lo marca: «al menos dos» es >= 2.",
            ),
            (
                lambda amounts, hours, countries: right(amounts + 0.005, hours, countries),
                lambda amounts, hours, countries: right(amounts, hours - 1, countries),
                lambda amounts, hours, countries: right(amounts + 0.005, hours - 1, countries),
                limits,
            ),
            *(
                (
                    lambda *payments, both=[one, other]: rules(*payments)[both].all(axis=0),
                    f"Solo marca si se cumplen la {one + 1} y la {other + 1}: valen dos "
                    "cualesquiera.",
                )
                for one, other in ((0, 1), (0, 2), (1, 2))
            ),
            (
                lambda amounts, hours, countries: right(
                    amounts, hours, np.where(countries == "MX", "ES", "MX")
                ),
                'La tercera regla está al revés: el país no es "MX" (!=).',
            ),
        ),
    )


TICKETS = np.array([[2, 3, 1], [1, 1, 4], [3, 2, 0]])
PAID = np.array([11.0, 13.9, 9.1])


@exercise(
    "1.9.4",
    hints=(
        "Cada ticket es una fila, con las cantidades de café, pan y jugo, en ese orden.",
        "En el tercer ticket no hay jugo: esa cantidad es 0. Los totales van en otro array.",
        "`np.linalg.solve(np.array([[2, 3, 1], [1, 1, 4], [3, 2, 0]]), np.array([11.0, 13.9, "
        "9.1]))`",
    ),
    praise="Tres tickets, tres precios. Con trescientos de cada sería la misma línea.",
)
def check_prices(prices):
    right = np.linalg.solve(TICKETS, PAID)
    others = [right[list(order)] for order in itertools.permutations(range(3))][1:]
    expect.cases(
        prices,
        "precios",
        right,
        mistakes=(
            (
                np.linalg.solve(TICKETS.T, PAID),
                "Pusiste los tickets en columnas: cada ticket va en una fila.",
            ),
            (
                TICKETS @ PAID,
                "@ multiplica; para encontrar los precios hace falta np.linalg.solve.",
            ),
            (PAID, "Esos son los totales de los tickets, no los precios."),
            (*others, "Los tres precios son correctos, pero en otro orden: café, pan, jugo."),
        ),
        kind=lambda value, name: expect.finite(expect.array(value, name, shape=(3,)), name),
        message=lambda value: (
            f"Con esos precios los tickets sumarían {(TICKETS @ value).round(2).tolist()} y suman "
            f"{PAID.tolist()}. Revisa las cantidades y los totales."
        ),
    )


def _tones(rate, seconds, tones, seed):
    """Una señal con varios tonos (frecuencia, amplitud) y un poco de ruido."""
    time = np.arange(int(rate * seconds)) / rate
    noise = np.random.default_rng(seed).normal(scale=0.1, size=time.size)
    # Con «-coseno», quien olvide np.abs elegirá otro tono: la parte real del mayor es negativa.
    strongest = max(amplitude for _, amplitude in tones)
    waves = [(-a if a == strongest else a) * np.cos(2 * np.pi * f * time) for f, a in tones]
    return sum(waves) + noise


SOUNDS = (
    (_tones(1000, 0.5, [(50, 3.0), (120, 1.0)], seed=0), 1000),
    (_tones(8000, 0.25, [(440, 0.8), (880, 2.0), (1320, 0.5)], seed=1), 8000),
    (_tones(200, 4, [(12.5, 1.5), (60, 0.7)], seed=2), 200),
    (_tones(100, 0.07, [(100 / 7, 2.0)], seed=3), 100),  # 14.2857… Hz, de siete medidas
)


@exercise(
    "1.9.5",
    hints=(
        "Son las dos primeras líneas de la celda del espectro: amplitudes y frecuencias.",
        "Con las alturas en `amplitudes = …`, la posición del pico es `amplitudes.argmax()`; su "
        "frecuencia está en esa misma posición de "
        "`np.fft.rfftfreq(len(senal), d=1 / por_segundo)`.",
        "\n`amplitudes = np.abs(np.fft.rfft(senal))\n"
        "hercios = np.fft.rfftfreq(len(senal), d=1 / por_segundo)\n"
        "return hercios[amplitudes.argmax()]`",
    ),
    praise="Con esa idea se puede afinar una guitarra: se busca el pico y se lee su frecuencia.",
)
def check_main_frequency(function):
    def peak(signal, rate, strength=np.abs):
        return np.fft.rfftfreq(len(signal), d=1 / rate)[strength(np.fft.rfft(signal)).argmax()]

    expect.computes(
        function,
        "frecuencia_principal",
        right=peak,
        inputs=SOUNDS,
        message=lambda signal, rate: (
            f"La frecuencia de un tono de {peak(signal, rate):g} Hz no es el valor pedido."
        ),
        mistakes=(
            (
                lambda signal, rate: np.abs(np.fft.rfft(signal)).argmax(),
                lambda signal, rate: (
                    f"{np.abs(np.fft.rfft(signal)).argmax()} es la posición del pico; falta "
                    "traducirla a hercios con rfftfreq."
                ),
            ),
            (
                lambda signal, rate: peak(signal, 1),
                "Eso son vaivenes por medida, no por segundo: a rfftfreq le falta d=1 / "
                "por_segundo.",
            ),
            (
                lambda signal, rate: peak(signal, 1 / rate),
                "En rfftfreq, d es el tiempo entre dos medidas: 1 / por_segundo, y no por_segundo.",
            ),
            (
                lambda signal, rate: np.abs(np.fft.rfft(signal)).max(),
                lambda signal, rate: np.abs(np.fft.rfft(signal)).max() * 2 / signal.size,
                "Eso es la fuerza del tono (max): se pide dónde está (argmax), en hercios.",
            ),
            (
                lambda signal, rate: -peak(signal, rate),
                "Frecuencia negativa: usa rfft y rfftfreq, con erre.",
            ),
            (
                lambda signal, rate: peak(signal, rate, np.asarray),
                lambda signal, rate: (
                    f"{peak(signal, rate, np.asarray):g} Hz es otro tono, más flojo. rfft da "
                    "números complejos: np.abs va antes de argmax."
                ),
            ),
        ),
    )


@exercise(
    "1.9.6",
    hints=(
        "`datos.mean(axis=0)` da la media de cada columna, y la difusión la resta en cada fila.",
        "Primero la resta, entre paréntesis; después, la división entre `datos.std(axis=0)`.",
        "`return (datos - datos.mean(axis=0)) / datos.std(axis=0)`",
    ),
    praise="Cada columna queda con media 0 y desviación 1: ninguna grita más que otra.",
)
def check_standardize(function):
    def table(seed, rows, columns):
        rng = np.random.default_rng(seed)
        data = rng.normal(size=(rows, columns))
        return data * rng.uniform(1, 50, columns) + rng.uniform(5, 90, columns)

    expect.computes(
        function,
        "estandarizar",
        right=lambda x: (x - x.mean(axis=0)) / x.std(axis=0),
        inputs=[(table(0, 6, 3),), (table(1, 20, 2),), (table(2, 5, 4),)],
        kind=lambda result, name: expect.array(result, name, dtype=np.floating),
        unchanged="Tu función cambia el array que recibe (así hacen -= y /=): devuelve uno nuevo.",
        mistakes=(
            (
                lambda x: x - x.mean(axis=0),
                "Restas la media, pero falta dividir entre la desviación estándar.",
            ),
            (
                lambda x: x / x.std(axis=0),
                "Divides entre la desviación, pero antes hay que restar la media.",
            ),
            (
                lambda x: x - x.mean(axis=0) / x.std(axis=0),
                "Faltan paréntesis: la división se hace antes que la resta. (datos - medias) / …",
            ),
            (
                lambda x: (x - x.mean()) / x.std(),
                "Usas una sola media y una sola desviación para toda la tabla: falta axis=0.",
            ),
            (
                lambda x: (x - x.mean(axis=0)) / x.std(),
                "La media va por columnas, pero la desviación es de toda la tabla: falta axis=0.",
            ),
            (
                lambda x: (x - x.mean()) / x.std(axis=0),
                "La desviación va por columnas, pero la media es de toda la tabla: falta axis=0.",
            ),
            (
                lambda x: ((x.T - x.mean(axis=1)) / x.std(axis=1)).T,
                "Eso estandariza cada fila; se pide cada columna (axis=0).",
            ),
            (
                lambda x: (x - x.mean(axis=0)) / x.var(axis=0),
                "Divides entre la varianza (var): se pide std.",
            ),
            (
                lambda x: (x - x.mean(axis=0)) / x.std(axis=0, ddof=1),
                "Casi: usas la desviación con ddof=1. La de datos.std(axis=0) es la que se pide.",
            ),
        ),
    )


def _distances(data):
    """Cuántas desviaciones se separa cada dato de la media de su columna."""
    return np.abs(data - data.mean(axis=0)) / data.std(axis=0)


def _animals(seed, rows, columns, row, column, distance):
    """Medidas inventadas, en escalas muy distintas, con una rara donde se diga."""
    rng = np.random.default_rng(seed)
    data = rng.uniform(-1, 1, size=(rows, columns))
    data[row, column] = distance
    return data * 10.0 ** np.arange(columns) + 50 * 10.0 ** np.arange(columns)


@exercise(
    "1.9.7",
    hints=(
        "Con `estandarizar(datos)` y `np.abs(…)`, una tabla dice lo lejos que está cada medida.",
        "El máximo de cada fila es `.max(axis=1)`; la posición del mayor de todos, `.argmax()`.",
        "\n`lejos = np.abs(estandarizar(datos))\nreturn lejos.max(axis=1).argmax()`",
    ),
    praise="Cuatro medidas en dos unidades, y una sola pregunta: cuántas desviaciones se aparta.",
)
def check_odd_one(function):
    expect.computes(
        function,
        "mas_raro",
        right=lambda data: _distances(data).max(axis=1).argmax(),
        inputs=[
            (_animals(0, 12, 4, row=7, column=1, distance=3.0),),
            (_animals(1, 9, 3, row=4, column=0, distance=-3.0),),
            (_animals(2, 15, 2, row=14, column=1, distance=-4.0),),
            (_animals(3, 7, 5, row=0, column=2, distance=2.5),),
            (np.array([[0.0, 0, 0], [9, 0, 0], [0, 6, 6], [0, -6, -6], [-1, 0, 0], [0, 1, 1]]),),
        ],
        kind=expect.integer,
        unchanged="Tu función cambia el array que recibe: devuelve la posición y déjalo como está.",
        mistakes=(
            (
                lambda data: _distances(data).argmax(),
                "Eso es la posición en la tabla entera, contando de corrido: falta un máximo por "
                "fila, .max(axis=1), antes de argmax.",
            ),
            (
                lambda data: _distances(data).max(axis=0).argmax(),
                "Eso es la columna de la medida más rara: para la fila, el máximo va con axis=1.",
            ),
            (
                lambda data: ((data - data.mean(axis=0)) / data.std(axis=0)).max(axis=1).argmax(),
                "Ese es el que más sobresale por arriba, y también se es raro por abajo: np.abs.",
            ),
            (
                lambda data: np.abs(data).max(axis=1).argmax(),
                lambda data: data.max(axis=1).argmax(),
                "Eso es la fila del número más grande, sin estandarizar: gana la columna de "
                "los números más grandes.",
            ),
            (
                lambda data: _distances(data).sum(axis=1).argmax(),
                lambda data: _distances(data).mean(axis=1).argmax(),
                "Eso es el más raro en conjunto, con la suma o la media de sus medidas: se pide el "
                "de la medida más lejana, con max.",
            ),
            (
                lambda data: _distances(data).max(),
                "Eso es cuánto se aparta: se pide la posición de su fila. Falta argmax.",
            ),
            (
                lambda data: _distances(data).max(axis=1).argmin(),
                "Eso es el menos raro de todos: argmin da el menor.",
            ),
        ),
    )


quiz(
    "1.9.A1",
    correct="c",
    why="Sí: no se encuentra, así que hay que instalarla. Se hace una vez; importar, en cada "
    "programa.",
    wrong={
        "a": "Importar no instala: fallará igual hasta que la biblioteca esté en tu Python.",
        "b": "Matplotlib son cientos de archivos. Para no copiar código están las bibliotecas.",
        "d": "El apodo solo cambia cómo la llamas después; si no está instalada, falla igual.",
    },
    hint="¿Qué hay que hacer una sola vez, antes de importar?",
)
quiz(
    "1.9.A2",
    correct="a",
    why="Sí: axis=0 aplasta las 30 filas y deja un número por columna, es decir, por examen.",
    wrong={
        "b": "Eso es axis=1: aplasta los 5 exámenes y deja un número por estudiante.",
        "c": "Eso es mean() sin axis, que lo aplasta todo.",
        "d": "axis no elige una fila, sino el eje que desaparece. La primera fila es notas[0].",
    },
    hint="`axis` es el eje que desaparece.",
)
quiz(
    "1.9.A3",
    correct="d",
    why="Sí: se comparan desde la derecha, y 3 es igual a 3. Falta el otro eje, así que el array "
    "se usa en las seis filas.",
    wrong={
        "a": "Desde la derecha, 3 y 6 no encajan. Que haya seis filas no basta: sería (6, 1).",
        "b": "Los mismos números, y al revés: desde la derecha, 3 y 6 no encajan.",
        "c": "Las columnas encajan; después toca comparar 6 y 2, que ni son iguales ni hay un 1.",
    },
    hint="Escribe las dos formas una debajo de la otra, alineadas por la derecha.",
)
