"""Comprobaciones de 1.6, bibliotecas científicas."""

import warnings

import numpy as np

from ..datasets import load_penguins
from . import expect
from .core import exercise, quiz


@exercise(
    "1.6.1",
    hints=(
        "Antes de usar una biblioteca hay que importarla: import statistics.",
        "Lo que está dentro se usa con un punto: statistics.median(…).",
        "import statistics   y, en otra línea,   mediana = statistics.median(cobros)",
    ),
    praise="23.4 describe bien una tarde normal; la media, con ese viaje dentro, daría casi 397.",
)
def check_median(median):
    expect.wrong_when(
        callable(median),
        "Guardaste la función, sin llamarla. Le faltan los paréntesis y los datos: "
        "statistics.median(cobros).",
    )
    median = expect.number(median, "mediana")
    expect.wrong_when(
        abs(median - 396.76) < 1,
        "Esa es la media (mean), y el viaje de 1899 la arrastra: se pide la mediana (median).",
    )
    expect.wrong_when(
        median == 8.9,
        "8.9 está en el medio de la lista tal como viene: antes hay que ordenarla. "
        "statistics.median ya lo hace.",
    )
    expect.wrong_when(
        median in (12.5, 40.0),
        "Ese queda al lado del medio: con cinco valores en orden, la mediana es el tercero. "
        "Deja que la calcule statistics.median.",
    )
    expect.close(median, 23.4, "mediana")


@exercise(
    "1.6.2",
    hints=(
        "axis=1 aplasta las columnas: queda un número por fila. axis=0, uno por columna.",
        "Para mejor_dia suma primero por columnas, y después busca la posición del mayor.",
        "ventas.sum(axis=1)   y   ventas.sum(axis=0).argmax()",
    ),
    praise="axis es el eje que desaparece: con esa frase no lo confundirás.",
)
def check_axis(per_store, best_day):
    stores, days = np.array([505, 463, 429]), np.array([475, 185, 484, 253])
    per_store = expect.array(per_store, "total_por_tienda")
    expect.wrong_when(
        per_store.shape == () and per_store.dtype.kind in "if",
        "total_por_tienda es un solo número: falta axis para tener uno por tienda.",
    )
    expect.wrong_when(
        per_store.shape == (4,),
        "total_por_tienda tiene 4 números, uno por día: aplastaste las filas (axis=0) y hay que "
        "aplastar las columnas.",
    )
    expect.array(per_store, "total_por_tienda", shape=(3,))
    expect.wrong_when(
        per_store.dtype.kind in "if" and np.allclose(per_store, stores / 4),
        "Esa es la media de cada tienda (mean): se pide el total (sum).",
    )
    expect.close(per_store, stores, "total_por_tienda")
    best_day = expect.integer(best_day, "mejor_dia")
    expect.wrong_when(
        best_day == days.max(),
        "484 es lo que se vendió ese día: se pide su posición. Usa argmax en lugar de max.",
    )
    expect.wrong_when(
        best_day == stores.argmax(),
        "Esa es la posición de la mejor tienda: los días son las columnas, suma con axis=0.",
    )
    expect.wrong_when(
        best_day == 8,
        "Esa es la posición de la mayor venta de toda la tabla. Primero suma cada día.",
    )
    expect.wrong_when(best_day == 3, "¿Contaste desde 1? Las posiciones empiezan en 0.")
    expect.close(best_day, days.argmax(), "mejor_dia")


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
    "1.6.3",
    hints=(
        'Cada regla compara un array entero: importes > 1000, horas < 6, paises != "MX".',
        "np.array([regla_1, regla_2, regla_3]) tiene una fila por regla y una columna por pago.",
        'reglas = np.array([importes > 1000, horas < 6, paises != "MX"]); '
        "return reglas.sum(axis=0) >= 2",
    ),
    praise="Tres reglas sobre quinientos pagos, o sobre un millón, sin escribir un solo ciclo.",
)
def check_suspicious(function):
    expect.function(function, "sospechosos")
    for seed in range(3):
        amounts, hours, countries = _payments(seed)
        rules = np.array([amounts > 1000, hours < 6, countries != "MX"])
        count = rules.sum(axis=0)
        given = (amounts.copy(), hours.copy(), countries.copy())
        expect.wrong_when(
            "truth value of an array" in _failure(function, *given),
            "ValueError (…truth value of an array… is ambiguous): and, or e if quieren un solo "
            "True o False, y un array trae muchos. Combina las máscaras con & y |, y cada "
            "comparación entre paréntesis.",
        )
        result = expect.call(function, *given)
        result = expect.array(result, "lo que devuelve sospechosos")
        expect.wrong_when(
            result.shape == (3,),
            "Devuelve 3 números, uno por regla: hay que contar las reglas de cada pago (axis=0).",
        )
        expect.wrong_when(
            result.shape == (3, amounts.size),
            "Devuelve las tres reglas por separado: falta contar cuántas se cumplen en cada pago.",
        )
        expect.array(result, "lo que devuelve sospechosos", shape=(amounts.size,))
        expect.wrong_when(
            result.dtype != bool and result.dtype.kind in "iu" and np.array_equal(result, count),
            "Devuelve cuántas reglas se cumplen: te falta compararlo, >= 2.",
        )
        expect.array(result, "lo que devuelve sospechosos", dtype=np.bool_)
        expect.wrong_when(
            not result.any(),
            "No marca ninguno. Entre arrays de True y False, + no cuenta: es «o». Suma con "
            "np.array([…]).sum(axis=0).",
        )
        expect.wrong_when(
            np.array_equal(result, count >= 1), "Basta una regla para que marque: se piden dos."
        )
        expect.wrong_when(
            np.array_equal(result, count == 3), "Solo marca si se cumplen las tres: bastan dos."
        )
        expect.wrong_when(
            np.array_equal(result, count == 2),
            "Si se cumplen las tres no lo marca: «al menos dos» es >= 2.",
        )
        for at_1000, at_6 in ((True, False), (False, True), (True, True)):
            amount_rule = amounts >= 1000 if at_1000 else amounts > 1000
            hour_rule = hours <= 6 if at_6 else hours < 6
            loose = np.array([amount_rule, hour_rule, countries != "MX"]).sum(axis=0) >= 2
            expect.wrong_when(
                np.array_equal(result, loose),
                "Mira los límites: 1000 euros justos no son «mayor que 1000», ni las 6 en punto "
                "son «menor que 6».",
            )
        for one, other in ((0, 1), (0, 2), (1, 2)):
            expect.wrong_when(
                np.array_equal(result, rules[one] & rules[other]),
                f"Solo marca si se cumplen la {one + 1} y la {other + 1}: valen dos cualesquiera.",
            )
        home = np.array([amounts > 1000, hours < 6, countries == "MX"]).sum(axis=0) >= 2
        expect.wrong_when(
            np.array_equal(result, home), 'La tercera regla está al revés: el país no es "MX" (!=).'
        )
        expect.close(
            result,
            count >= 2,
            "lo que devuelve sospechosos",
            message="Tu máscara no marca los pagos que debe. Comprueba las reglas una por una, "
            "con pocos pagos que puedas revisar a ojo.",
        )


@exercise(
    "1.6.4",
    hints=(
        "datos.mean(axis=0) da la media de cada columna, y la difusión la resta en cada fila.",
        "Primero la resta, entre paréntesis; después, la división entre datos.std(axis=0).",
        "return (datos - datos.mean(axis=0)) / datos.std(axis=0)",
    ),
    praise="Cada columna queda con media 0 y desviación 1: ninguna grita más que otra.",
)
def check_standardize(function):
    expect.function(function, "estandarizar")
    for seed, shape in ((0, (6, 3)), (1, (20, 2)), (2, (5, 4))):
        rng = np.random.default_rng(seed)
        data = rng.normal(size=shape) * rng.uniform(1, 50, shape[1]) + rng.uniform(5, 90, shape[1])
        before = data.copy()
        result = expect.call(function, data)
        result = expect.array(result, "lo que devuelve estandarizar", shape=shape)
        expect.wrong_when(
            not np.array_equal(data, before),
            "Tu función cambia el array que recibe (¿usas -= o /=?): devuelve uno nuevo.",
        )
        expect.array(result, "lo que devuelve estandarizar", dtype=np.floating)
        mean, std = data.mean(axis=0), data.std(axis=0)
        for mistake, message in (
            (data - mean, "Restas la media, pero falta dividir entre la desviación estándar."),
            (data / std, "Divides entre la desviación, pero antes hay que restar la media."),
            (
                data - mean / std,
                "Faltan paréntesis: la división se hace antes que la resta. (datos - medias) / …",
            ),
            (
                (data - data.mean()) / data.std(),
                "Usas una sola media y una sola desviación para toda la tabla: falta axis=0.",
            ),
            (
                (data - mean) / data.std(),
                "La media va por columnas, pero la desviación es de toda la tabla: falta axis=0.",
            ),
            (
                (data - data.mean()) / std,
                "La desviación va por columnas, pero la media es de toda la tabla: falta axis=0.",
            ),
            (
                (data - data.mean(axis=1, keepdims=True)) / data.std(axis=1, keepdims=True),
                "Eso estandariza cada fila; se pide cada columna (axis=0).",
            ),
            ((data - mean) / data.var(axis=0), "Divides entre la varianza (var): se pide std."),
            (
                (data - mean) / data.std(axis=0, ddof=1),
                "Casi: usas la desviación con ddof=1. La de datos.std(axis=0) es la que se pide.",
            ),
        ):
            expect.wrong_when(np.allclose(result, mistake), message)
        expect.close(result, (data - mean) / std, "lo que devuelve estandarizar")


TICKETS = np.array([[2, 3, 1], [1, 1, 4], [3, 2, 0]])
PAID = np.array([11.0, 13.9, 9.1])


@exercise(
    "1.6.5",
    hints=(
        "Cada ticket es una fila, con las cantidades de café, pan y jugo, en ese orden.",
        "En el tercer ticket no hay jugo: esa cantidad es 0. Los totales van en otro array.",
        "np.linalg.solve(np.array([[2, 3, 1], [1, 1, 4], [3, 2, 0]]), np.array([11.0, 13.9, 9.1]))",
    ),
    praise="Tres tickets, tres precios. Con trescientos de cada sería la misma línea.",
)
def check_prices(prices):
    prices = expect.array(prices, "precios")
    expect.array(prices, "precios", shape=(3,))
    right = np.linalg.solve(TICKETS, PAID)
    for mistake, message in (
        (
            np.linalg.solve(TICKETS.T, PAID),
            "Pusiste los tickets en columnas: cada ticket va en una fila.",
        ),
        (TICKETS @ PAID, "@ multiplica; para encontrar los precios hace falta np.linalg.solve."),
        (TICKETS @ right, "Esos son los totales de los tickets, no los precios."),
    ):
        expect.wrong_when(
            prices.dtype.kind in "if" and np.allclose(prices, mistake, atol=1e-6), message
        )
    expect.wrong_when(
        prices.dtype.kind in "if"
        and np.allclose(np.sort(prices), np.sort(right), atol=1e-6)
        and not np.allclose(prices, right, atol=1e-6),
        "Los tres precios son correctos, pero en otro orden: café, pan, jugo.",
    )
    expect.close(
        prices,
        right,
        "precios",
        message="Con esos precios no salen los tickets. Revisa las cantidades (¿dónde va el 0?) y "
        "los totales.",
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
    (_tones(1000, 0.5, [(50, 3.0), (120, 1.0)], seed=0), 1000, 50, 120),
    (_tones(8000, 0.25, [(440, 0.8), (880, 2.0), (1320, 0.5)], seed=1), 8000, 880, 440),
    (_tones(200, 4, [(12.5, 1.5), (60, 0.7)], seed=2), 200, 12.5, 60),
)


@exercise(
    "1.6.6",
    hints=(
        "Son las dos primeras líneas de la celda del espectro: amplitudes y frecuencias.",
        "La posición del pico es amplitudes.argmax(); su frecuencia está en esa misma posición de "
        "np.fft.rfftfreq(len(senal), d=1 / por_segundo).",
        "amplitudes = np.abs(np.fft.rfft(senal)); hercios = np.fft.rfftfreq(len(senal), "
        "d=1 / por_segundo); return hercios[amplitudes.argmax()]",
    ),
    praise="Así afina un afinador de guitarra: busca el pico y lee su frecuencia.",
)
def check_main_frequency(function):
    expect.function(function, "frecuencia_principal")
    for signal, rate, right, other in SOUNDS:
        spectrum = np.fft.rfft(signal)
        position = np.abs(spectrum).argmax()
        result = expect.call(function, signal, rate)
        result = expect.number(result, "lo que devuelve frecuencia_principal")
        expect.wrong_when(
            result == position,
            f"{position} es la posición del pico; falta traducirla a hercios con rfftfreq.",
        )
        expect.wrong_when(
            np.isclose(result, right / rate),
            "Eso son vaivenes por medida, no por segundo: a rfftfreq le falta d=1 / por_segundo.",
        )
        expect.wrong_when(
            np.isclose(result, right / rate**2),
            "En rfftfreq, d es el tiempo entre dos medidas: 1 / por_segundo, y no por_segundo.",
        )
        expect.wrong_when(
            np.isclose(abs(result), np.abs(spectrum).max())
            or np.isclose(abs(result), np.abs(spectrum).max() * 2 / signal.size),
            "Eso es la fuerza del tono (max): se pide dónde está (argmax), en hercios.",
        )
        expect.wrong_when(
            np.isclose(result, -right), "Frecuencia negativa: usa rfft y rfftfreq, con erre."
        )
        expect.wrong_when(
            np.isclose(result, other),
            f"{other} Hz es otro tono, más flojo. ¿Falta np.abs antes de argmax? rfft da números "
            "complejos.",
        )
        expect.close(result, right, f"La frecuencia de un tono de {right} Hz")


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
    "1.6.7",
    hints=(
        "orden = np.argsort(cobrado)[::-1] dice el orden. Úsalo en los valores y en los nombres.",
        "comercios es una lista: [comercios[i] for i in orden] la pone en ese orden. cobrado es un "
        "array: cobrado[orden].",
        "grafico.bar([comercios[i] for i in orden], cobrado[orden]) y después "
        'grafico.set(title="…", xlabel="Comercio", ylabel="Cobrado (€)").',
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
    start = (axes.get_xlim() if horizontal else axes.get_ylim())[0]
    expect.wrong_when(
        start != 0, "El eje de los valores no empieza en 0: así las barras exageran la diferencia."
    )


@exercise(
    "1.6.8",
    hints=(
        'Son dos máscaras: pinguinos["island"] == "Dream" y pinguinos["body_mass_g"] > 4000.',
        "Se combinan con &, cada una entre paréntesis. True vale 1: .sum() las cuenta.",
        '((pinguinos["island"] == "Dream") & (pinguinos["body_mass_g"] > 4000)).sum()',
    ),
    praise="Dos máscaras, un & y una suma: así se pregunta a una tabla.",
)
def check_heavy_count(count):
    import pandas as pd

    table = load_penguins()
    dream, heavy = table["island"] == "Dream", table["body_mass_g"] > 4000
    expect.wrong_when(
        isinstance(count, pd.DataFrame),
        "Esa es la tabla filtrada: falta contar sus filas, con len(…).",
    )
    expect.wrong_when(
        isinstance(count, pd.Series),
        "Esa es una columna entera (¿la máscara?): falta resumirla en un número, con .sum().",
    )
    count = expect.integer(count, "cuantos_pesados")
    for mistake, message in (
        (dream.sum(), "Esos son todos los de la isla Dream: falta la condición de la masa."),
        (heavy.sum(), "Esos son los de más de 4000 g en todas las islas: falta la isla Dream."),
        ((dream | heavy).sum(), "Usaste | (una cosa o la otra): se pide & (las dos a la vez)."),
        (
            (dream & (table["body_mass_g"] >= 4000)).sum(),
            "Contaste también los que pesan 4000 justos: «más de» es >, no >=.",
        ),
        ((dream & ~heavy & table["body_mass_g"].lt(4000)).sum(), "La masa está al revés: más de."),
        (len(table), "Esos son todos los pingüinos: falta filtrar."),
    ):
        expect.wrong_when(count == mistake, message)
    expect.close(count, (dream & heavy).sum(), "cuantos_pesados")


@exercise(
    "1.6.9",
    hints=(
        "predict recibe una tabla: una fila por pingüino, y las columnas en el orden de siempre.",
        "Aprendió con el largo del pico en milímetros y la masa en gramos: 3.7 kg son 3700 g.",
        "especies_nuevas = scaled_model.predict([[49, 3700], [47, 5200]])",
    ),
    praise="El modelo nunca pregunta por las unidades: eso es tarea tuya.",
)
def check_new_species(species):
    if isinstance(species, (list, tuple)):
        species = list(species)
    else:
        species = expect.array(species, "especies_nuevas").tolist()
    expect.wrong_when(
        not isinstance(species, list) or not all(isinstance(name, str) for name in species),
        "especies_nuevas debe tener los nombres de las especies: lo que devuelve predict (no "
        "score, ni los números que le das).",
    )
    expect.wrong_when(
        len(species) != 2,
        "especies_nuevas debe tener 2 especies, una por pingüino. predict recibe una lista con dos "
        "filas: [[…, …], […, …]].",
    )
    expect.wrong_when(
        species in (["Chinstrap", "Adelie"], ["Adelie", "Adelie"]),
        "El segundo, con 5.2 kg, es enorme y el modelo no lo ve. ¿Le diste la masa en gramos y en "
        "la segunda columna?",
    )
    expect.wrong_when(
        species == ["Gentoo", "Gentoo"],
        "¿Cambiaste el orden de las columnas? Primero, el largo del pico; después, la masa.",
    )
    expect.wrong_when(species == ["Gentoo", "Chinstrap"], "Los dos pingüinos están al revés.")
    expect.equal(species, ["Chinstrap", "Gentoo"], "especies_nuevas")


@exercise(
    "1.6.10",
    hints=(
        "No busques los huecos uno por uno: hay un método que quita las filas que los tienen.",
        "dropna() devuelve una tabla nueva; la original no cambia.",
        "completos = pinguinos.dropna()",
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
    "1.6.11",
    hints=(
        "Empieza con un diccionario vacío; en cada vuelta, guarda la correlación de ese grupo.",
        "Dentro del ciclo usa grupo, no tabla: "
        'grupo["bill_length_mm"].corr(grupo["bill_depth_mm"]).',
        'resultado = {}; for especie, grupo in tabla.groupby("species"): resultado[especie] = '
        'grupo["bill_length_mm"].corr(grupo["bill_depth_mm"]); y al final, return resultado',
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
            "Devuelve una sola especie: ¿está el return dentro del ciclo? Va después, sin sangrar "
            "tanto.",
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
    "1.6.12",
    hints=(
        "Son las mismas líneas de la sección 6, dentro de una función: crear, fit y return.",
        "make_pipeline(StandardScaler(), KNeighborsClassifier()) pone las cuatro columnas en la "
        "misma escala.",
        "modelo = make_pipeline(StandardScaler(), KNeighborsClassifier()); "
        "modelo.fit(datos, especies); return modelo",
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
    # Con otros nombres: así se nota quien entrena con los datos del cuaderno, y no con estos.
    y = table["species"].map({"Adelie": "A", "Chinstrap": "C", "Gentoo": "G"}).to_numpy()
    scores = []
    for seed in range(3):
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
            "Lo que devuelve no sabe predecir: ¿devolviste solo el escalador?",
        )
        try:
            check_is_fitted(model)
        except NotFittedError:
            raise expect.Mistake(
                "El modelo no ha aprendido nada todavía: falta fit(datos, especies)."
            ) from None
        predicted = expect.call(model.predict, x_test)
        predicted = expect.array(predicted, "lo que predice tu modelo", shape=y_test.shape)
        expect.wrong_when(
            any(name not in ("A", "C", "G") for name in predicted.tolist()),
            "Tu modelo responde cosas que no están en especies. ¿Lo entrenas con lo que recibe la "
            "función, y es un modelo que clasifica?",
        )
        scores.append((predicted == y_test).mean())
    score = float(np.mean(scores))
    expect.wrong_when(
        score < GOOD_SCORE,
        f"Acierta ≈ {score:.2f} y se pide {GOOD_SCORE}. ¿Pusiste StandardScaler() delante? Sin él, "
        "los gramos tapan a los milímetros.",
    )
    return f"Acierta ≈ {score:.2f} de los pingüinos que no había visto."


quiz(
    "1.6.A1",
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
    "1.6.A2",
    correct="a",
    why="Sí: axis=0 aplasta las 30 filas y deja un número por columna, es decir, por examen.",
    wrong={
        "b": "Eso es axis=1: aplasta los 5 exámenes y deja un número por estudiante.",
        "c": "Eso es mean() sin axis, que lo aplasta todo.",
        "d": "axis no elige una fila, sino el eje que desaparece. La primera fila es notas[0].",
    },
    hint="axis es el eje que desaparece.",
)
quiz(
    "1.6.A3",
    correct="b",
    why="Sí: el histograma cuenta cuántos valores caen en cada tramo.",
    wrong={
        "a": "Habría una porción por cada importe distinto: cientos, imposibles de comparar.",
        "c": "El orden de llegada no importa para esa pregunta; saldría una línea llena de picos.",
        "d": "La dispersión responde a otra pregunta: si el importe y la hora van juntos.",
    },
    hint="La pregunta es cómo se reparten los valores: mira la tabla de la sección 4.",
)
quiz(
    "1.6.A4",
    correct="d",
    why="Sí: con pingüinos que ya conoce, encontraría entre los «más parecidos» al mismo pingüino.",
    wrong={
        "a": "Sí deja, sin avisar. Por eso es un descuido tan frecuente.",
        "b": "Tarda casi lo mismo. Lo que cambia es si el resultado significa algo.",
        "c": "Al revés: con los que no vio suele acertar menos. Es una nota más baja, y honesta.",
    },
    hint="¿Qué sabría de verdad alguien que se examina con las respuestas delante?",
)
