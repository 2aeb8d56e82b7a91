"""Comprobaciones de 6.2, la red y la decisión."""

import tempfile
from pathlib import Path

import numpy as np
import pandas as pd

from . import expect
from .core import exercise, quiz

FEATURES = [*(f"V{number}" for number in range(1, 29)), "Amount"]


def _payments(seed, n=60, frauds=9):
    """Etiquetas, puntuaciones (todas distintas) e importes inventados."""
    rng = np.random.default_rng(seed)
    fraud = np.zeros(n, dtype=int)
    fraud[rng.choice(n, size=frauds, replace=False)] = 1
    scores = rng.permutation(n) / (1.5 * n) + 0.3 * fraud
    amounts = np.round(rng.gamma(0.8, 90, size=n), 2) + 1
    return fraud, scores + rng.random(n) * 1e-4, amounts


def _flags(value, name, size):
    """Exige un array de ``size`` booleanos y lo devuelve."""
    value = expect.array(value, name, shape=(size,))
    expect.wrong_when(
        value.dtype != bool,
        f"{name} debe contener True y False (una comparación), y contiene {value.dtype}.",
    )
    return value


def _row(value, name, size):
    """Exige un array de ``size`` números y lo devuelve."""
    value = expect.array(value, name)
    expect.wrong_when(
        value.ndim == 0, f"{name} debe ser un array con un valor por pago, y es un solo número."
    )
    value = expect.array(value, name, shape=(size,))
    expect.wrong_when(
        not (np.issubdtype(value.dtype, np.number) or value.dtype == bool),
        f"{name} debe contener números y contiene {value.dtype}.",
    )
    return value


@exercise(
    "6.2.1",
    hints=(
        "Son dos sumas: el importe de los fraudes sin aviso, y lo que cuesta revisar.",
        "~avisos es True donde no se avisa; (fraude == 1) & ~avisos señala lo que se escapa.",
        "return importes[(fraude == 1) & ~avisos].sum() + coste_aviso * avisos.sum()",
    ),
    praise="En una sola cifra, los dos errores: el que se escapa y el que hace perder el tiempo.",
)
def check_cost(function):
    expect.function(function, "coste")
    for seed, price in ((0, 5), (1, 5), (2, 30)):
        fraud, scores, amounts = _payments(seed)
        alerts = scores > 0.45
        result = expect.call(function, fraud, alerts.copy(), amounts, price)
        expect.wrong_when(
            isinstance(result, np.ndarray) and result.ndim > 0,
            "Devuelve un array: el coste de la decisión es un solo número, la suma.",
        )
        result = expect.number(result, "lo que devuelve coste")
        missed = amounts[(fraud == 1) & ~alerts].sum()
        false_alarms = (alerts & (fraud == 0)).sum()
        expect.wrong_when(
            np.isclose(result, missed),
            "Cuentas el fraude que se escapa y olvidas lo que cuesta revisar los avisos.",
        )
        expect.wrong_when(
            np.isclose(result, price * alerts.sum()),
            "Cuentas las revisiones y olvidas el importe de los fraudes sin aviso.",
        )
        expect.wrong_when(
            np.isclose(result, missed + price * false_alarms),
            "Cobras solo la revisión de las falsas alarmas: los avisos que aciertan también se "
            "revisan.",
        )
        expect.wrong_when(
            np.isclose(result, amounts[(fraud == 1) & alerts].sum() + price * alerts.sum()),
            "Sumas el importe de los fraudes con aviso: esos se paran. Se pierde el de los que no "
            "lo tienen (~avisos).",
        )
        expect.wrong_when(
            np.isclose(result, amounts[~alerts].sum() + price * alerts.sum()),
            "Sumas el importe de todos los pagos sin aviso: solo se pierde el de los fraudes.",
        )
        expect.wrong_when(
            price != 5 and np.isclose(result, missed + 5 * alerts.sum()),
            "Usas 5 € fijos: el precio de la revisión llega en coste_aviso.",
        )
        expect.close(
            result,
            missed + price * alerts.sum(),
            "lo que devuelve coste",
            message="No es el coste. Suma los importes de los fraudes sin aviso y coste_aviso por "
            "cada aviso.",
        )


@exercise(
    "6.2.2",
    hints=(
        "Son seis piezas en una lista: la entrada, densa, Dropout, densa, Dropout y la salida.",
        "Una sola neurona con sigmoide da un número entre 0 y 1.",
        'keras.Input((29,)), Dense(64, "relu"), Dropout(abandono), Dense(32, "relu"), '
        'Dropout(abandono), Dense(1, "sigmoid"), todas de keras.layers y dentro de '
        "keras.Sequential([...]).",
    ),
    praise="Una neurona con sigmoide: su salida ya es la probabilidad de fraude.",
)
def check_network(function):
    expect.function(function, "crear_red")
    import keras

    for rate in (0.3, 0.1):
        model = expect.call(function, rate)
        expect.wrong_when(
            not isinstance(model, keras.Model),
            "crear_red debe devolver un modelo de Keras (¿termina con return?).",
        )
        expect.wrong_when(
            not model.built or model.input_shape != (None, 29),
            "El modelo debe empezar por keras.Input((29,)): 28 columnas V y el importe.",
        )
        dense = [layer for layer in model.layers if isinstance(layer, keras.layers.Dense)]
        units = [layer.units for layer in dense]
        expect.wrong_when(
            units == [64, 32, 2],
            "La salida tiene dos neuronas. Con dos clases basta una: la probabilidad de fraude.",
        )
        expect.wrong_when(
            units != [64, 32, 1],
            f"Las capas densas tienen {units} neuronas y se piden [64, 32, 1].",
        )
        expect.wrong_when(
            dense[-1].activation is keras.activations.softmax,
            "softmax con una sola neurona vale siempre 1: para una probabilidad, sigmoid.",
        )
        expect.wrong_when(
            dense[-1].activation is not keras.activations.sigmoid,
            'A la salida le falta activation="sigmoid": sin ella no queda entre 0 y 1.',
        )
        expect.wrong_when(
            any(layer.activation is not keras.activations.relu for layer in dense[:-1]),
            'A alguna capa oculta le falta activation="relu".',
        )
        kinds = [
            "dropout" if isinstance(layer, keras.layers.Dropout) else "densa"
            for layer in model.layers
            if isinstance(layer, keras.layers.Dense | keras.layers.Dropout)
        ]
        expect.wrong_when(
            kinds[-1] == "dropout", "Hay un Dropout detrás de la salida: apagaría la respuesta."
        )
        expect.wrong_when(
            kinds != ["densa", "dropout", "densa", "dropout", "densa"],
            "Después de cada capa oculta va un Dropout(abandono), y en ningún otro sitio.",
        )
        rates = [layer.rate for layer in model.layers if isinstance(layer, keras.layers.Dropout)]
        expect.wrong_when(
            not np.allclose(rates, rate),
            f"Con abandono={rate} las capas Dropout tienen {rates}: usa el parámetro.",
        )


@exercise(
    "6.2.3",
    hints=(
        "Si hay 300 normales por cada fraude, ¿cuánto debe pesar un fraude para igualarlos?",
        "El peso del 1 es cuántos normales hay entre cuántos fraudes hay.",
        "return {0: 1.0, 1: (y == 0).sum() / (y == 1).sum()}",
    ),
    praise="Es lo que se pasa a fit en class_weight. Si conviene, lo dirá la medida.",
)
def check_class_weights(function):
    expect.function(function, "pesos_de_clase")
    for n, frauds in ((60, 9), (200, 4)):
        y = _payments(n, n, frauds)[0]
        result = expect.instance(expect.call(function, y), dict, "lo que devuelve pesos_de_clase")
        expect.wrong_when(
            set(result) != {0, 1}, "Las claves del diccionario deben ser los números 0 y 1."
        )
        zero = expect.number(result[0], "el peso del 0")
        one = expect.number(result[1], "el peso del 1")
        ratio = (n - frauds) / frauds
        expect.wrong_when(
            np.isclose(zero, ratio) or np.isclose(one, 1 / ratio),
            "Está al revés: el que debe pesar más es el fraude, que es el raro.",
        )
        expect.wrong_when(
            np.isclose(one, n / frauds),
            "Divides todos los pagos entre los fraudes: son los normales entre los fraudes.",
        )
        expect.wrong_when(
            np.isclose(one, n - frauds), "Ese es el número de normales: falta dividirlo."
        )
        expect.close(zero, 1, "el peso del 0", message="El peso del 0 debe ser 1.0.")
        expect.close(
            one,
            ratio,
            "el peso del 1",
            message=f"Con {frauds} fraudes y {n - frauds} normales, el peso del 1 no es {one:g}.",
        )


@exercise(
    "6.2.4",
    hints=(
        "np.flatnonzero(y == 1) da las posiciones de los fraudes.",
        "np.random.default_rng(semilla).choice(posiciones, size=…, replace=False) no repite.",
        "np.concatenate([fraudes, azar.choice(normales, size=len(fraudes), replace=False)])",
    ),
    praise="Con esas posiciones se recorta el entrenamiento, y nada más que el entrenamiento.",
)
def check_undersample(function):
    expect.function(function, "submuestrear")
    name = "lo que devuelve submuestrear"
    y = _payments(0)[0]
    chosen = [expect.array(expect.call(function, y.copy(), seed), name) for seed in (0, 0, 1)]
    expect.wrong_when(
        chosen[0].ndim != 1 or not np.issubdtype(chosen[0].dtype, np.integer),
        "Se piden posiciones: un array de enteros, de una dimensión.",
    )
    expect.wrong_when(
        np.isin(chosen[0], (0, 1)).all(),
        "Parecen las etiquetas: se piden sus posiciones (np.flatnonzero las da).",
    )
    expect.wrong_when(
        chosen[0].min() < 0 or chosen[0].max() >= len(y), "Hay posiciones que no existen en y."
    )
    labels = y[chosen[0]]
    expect.wrong_when(
        set(chosen[0][labels == 1]) != set(np.flatnonzero(y)),
        "Deben estar todos los fraudes: son los que escasean.",
    )
    expect.wrong_when(
        len(set(chosen[0].tolist())) < len(chosen[0]),
        "Hay posiciones repetidas: elige los normales con replace=False.",
    )
    expect.wrong_when(
        (labels == 0).sum() != y.sum(),
        f"Hay {(labels == 0).sum()} normales y {y.sum()} fraudes: deben ser los mismos.",
    )
    same = [sorted(part.tolist()) for part in (chosen[0], *chosen[1:]) if part.ndim == 1]
    expect.wrong_when(
        len(same) < 3 or same[0] != same[1],
        "Con la misma semilla debe salir lo mismo: usa np.random.default_rng(semilla).",
    )
    expect.wrong_when(
        same[0] == same[2],
        "Con otra semilla sale lo mismo: ¿usas el parámetro semilla, o coges siempre los primeros?",
    )


@exercise(
    "6.2.5",
    hints=(
        "Resta, eleva al cuadrado y promedia; falta decidir en qué eje.",
        "axis=1 promedia las columnas de cada fila: queda un número por pago.",
        "return ((original - reconstruido) ** 2).mean(axis=1)",
    ),
    praise="Cuanto peor lo reconstruye, menos se parece a lo que aprendió.",
)
def check_reconstruction_error(function):
    expect.function(function, "error_de_reconstruccion")
    name = "lo que devuelve error_de_reconstruccion"
    rng = np.random.default_rng(0)
    for rows, columns in ((7, 4), (5, 29)):
        x, rebuilt = rng.normal(size=(2, rows, columns))
        result = expect.array(expect.call(function, x.copy(), rebuilt.copy()), name)
        expect.wrong_when(
            result.ndim == 0, "Devuelve un solo número: se pide uno por fila (axis=1)."
        )
        expect.wrong_when(
            result.shape == (columns,), "Hay un valor por columna: para las filas, axis=1."
        )
        result = _row(result, name, rows)
        square = (x - rebuilt) ** 2
        for other, message in (
            (square.sum(axis=1), "Sumas los errores: se pide la media, .mean(axis=1)."),
            (np.sqrt(square.mean(axis=1)), "Sobra la raíz: se pide el error cuadrático medio."),
            (np.abs(x - rebuilt).mean(axis=1), "Es el error absoluto: eleva al cuadrado."),
            (
                (x - rebuilt).mean(axis=1),
                "Sin el cuadrado, los errores de distinto signo se anulan.",
            ),
        ):
            expect.wrong_when(np.allclose(result, other), message)
        expect.close(result, square.mean(axis=1), name)


@exercise(
    "6.2.6",
    hints=(
        "Para cada umbral candidato, calcula el coste como en 6.2.1 y quédate con el menor.",
        "Los candidatos son np.unique(puntuaciones), y se avisa donde puntuaciones >= umbral.",
        "Guarda los costes en una lista, en el orden de los candidatos, y devuelve "
        "candidatos[np.argmin(costes)].",
    ),
    praise="El umbral sale de los euros, y no de una costumbre.",
)
def check_best_threshold(function):
    expect.function(function, "mejor_umbral")
    for seed, price in ((0, 5), (1, 5), (2, 40)):
        fraud, scores, amounts = _payments(seed)

        def cost(threshold, *, strict=False, fraud=fraud, scores=scores, amounts=amounts, p=price):
            alerts = scores > threshold if strict else scores >= threshold
            return amounts[(fraud == 1) & ~alerts].sum() + p * alerts.sum()

        costs = np.array([cost(value) for value in scores])
        result = expect.call(function, fraud, scores.copy(), amounts, price)
        result = expect.number(result, "lo que devuelve mejor_umbral")
        expect.wrong_when(
            np.isclose(result, costs.min()) and result > scores.max(),
            "Ese es el coste mínimo: se pide el umbral con el que se consigue.",
        )
        expect.wrong_when(
            np.isclose(result, scores[costs.argmax()]),
            "Ese es el umbral más caro: busca el mínimo.",
        )
        expect.wrong_when(
            result not in scores,
            "Ese número no es una puntuación de las que llegan: los candidatos son las "
            "puntuaciones mismas.",
        )
        expect.wrong_when(
            np.isclose(cost(result, strict=True), costs.min())
            and not np.isclose(cost(result), costs.min()),
            "Casi: se avisa cuando la puntuación es mayor o igual (>=) que el umbral.",
        )
        expect.wrong_when(
            not np.isclose(cost(result), costs.min()),
            f"Con ese umbral el coste es {cost(result):.2f} €, y hay otro que lo deja en "
            f"{costs.min():.2f} €.",
        )


@exercise(
    "6.2.7",
    hints=(
        "np.argsort(-puntuaciones) ordena las posiciones de mayor a menor puntuación.",
        "Quédate con las k primeras, cuenta sus fraudes y divide entre todos los fraudes.",
        "primeros = np.argsort(-puntuaciones)[:k]; return fraude[primeros].sum() / fraude.sum()",
    ),
    praise="Con k avisos, esa es la parte de los fraudes que el equipo llega a ver.",
)
def check_recall_at_k(function):
    expect.function(function, "exhaustividad_en_k")
    for seed, k in ((0, 6), (1, 12), (2, 20)):
        fraud, scores, _ = _payments(seed)
        order = np.argsort(-scores)
        hits = fraud[order[:k]].sum()
        result = expect.call(function, fraud.copy(), scores.copy(), k)
        result = expect.number(result, "lo que devuelve exhaustividad_en_k")
        expect.wrong_when(
            np.isclose(result, hits), "Esos son los fraudes encontrados: falta dividir."
        )
        expect.wrong_when(
            np.isclose(result, hits / k),
            "Divides entre k: eso es la precisión en k. La exhaustividad divide entre todos los "
            "fraudes que hay.",
        )
        expect.wrong_when(
            np.isclose(result, fraud[order[::-1][:k]].sum() / fraud.sum()),
            "Coges los k pagos de menor puntuación: argsort ordena de menor a mayor.",
        )
        expect.wrong_when(
            np.isclose(result, fraud[:k].sum() / fraud.sum()),
            "Coges los k primeros del archivo: hay que ordenar antes por puntuación.",
        )
        expect.close(
            result,
            hits / fraud.sum(),
            "lo que devuelve exhaustividad_en_k",
            message=f"Con k={k} no es la fracción de los fraudes que está entre los k primeros.",
        )


@exercise(
    "6.2.8",
    hints=(
        "La pérdida esperada de cada pago es su probabilidad por su importe.",
        "Compara ese array con coste_aviso: da True y False.",
        "return probabilidades * importes >= coste_aviso",
    ),
    praise="Un umbral para cada pago, y ninguno buscado en los datos: sale de los costes.",
)
def check_worth_alert(function):
    expect.function(function, "merece_aviso")
    for price in (5, 20):
        chance = np.array([0.9, 0.9, 0.02, 0.5, 0.01, 0.1, 0.0])
        amounts = np.array([2.0, 300.0, 800.0, 2.0 * price, 90.0, 30.0, 5000.0])
        result = expect.call(function, chance.copy(), amounts.copy(), price)
        result = _flags(result, "lo que devuelve merece_aviso", len(chance))
        expected = chance * amounts >= price
        for other, message in (
            (amounts >= price, "Comparas el importe: falta multiplicarlo por la probabilidad."),
            (chance >= 0.5, "Usas el umbral 0.5: aquí se decide con probabilidad × importe."),
            (
                chance * amounts > price,
                "Casi: también merece aviso el pago cuya pérdida es igual al coste (>=).",
            ),
            (~expected, "Está al revés: True donde sí merece la pena."),
            (
                (chance * amounts >= 5) if price != 5 else ~expected,
                "Usas 5 € fijos: lo que cuesta un aviso llega en coste_aviso.",
            ),
        ):
            expect.wrong_when(np.array_equal(result, other), message)
        expect.wrong_when(
            not np.array_equal(result, expected),
            "No coincide. Es True donde probabilidad × importe llega a coste_aviso.",
        )


@exercise(
    "6.2.9",
    hints=(
        "np.where(avisos, …, 0.0) pone 0 donde no se avisa.",
        "Donde se avisa: importes * (fraude == 1) es lo que se salva; la revisión se paga siempre.",
        "return np.where(avisos, importes * (fraude == 1) - coste_aviso, 0.0)",
    ),
    praise="Su suma es el ahorro; sus valores dicen cuántos pagos lo sostienen.",
)
def check_gain_per_payment(function):
    expect.function(function, "ahorro_por_pago")
    name = "lo que devuelve ahorro_por_pago"
    for seed, price in ((0, 5), (1, 12)):
        fraud, scores, amounts = _payments(seed)
        alerts = scores > 0.45
        result = expect.call(function, fraud.copy(), alerts.copy(), amounts.copy(), price)
        result = _row(result, name, len(fraud))
        caught = alerts & (fraud == 1)
        for other, message in (
            (
                np.where(caught, amounts, 0) - price,
                "Cobras la revisión también donde no hubo aviso: ahí el ahorro es 0.",
            ),
            (
                np.where(caught, amounts - price, 0),
                "Las falsas alarmas también cuestan: donde avisas sin fraude, −coste_aviso.",
            ),
            (
                np.where(alerts, np.where(fraud == 1, amounts, -price), 0),
                "El aviso que acierta también se revisa: resta coste_aviso al importe.",
            ),
            (
                np.where(alerts, amounts - price, 0),
                "Sumas el importe de pagos honrados: solo se salva el de los fraudes.",
            ),
            (
                np.where(alerts, amounts * (fraud == 1) - price, -amounts * (fraud == 1)),
                "El fraude sin aviso se pierde igual que si no hubiera detector: su ahorro es 0.",
            ),
        ):
            expect.wrong_when(np.allclose(result, other), message)
        expect.close(
            result,
            np.where(alerts, amounts * (fraud == 1) - price, 0),
            name,
            message="No coincide. Sin aviso, 0; con aviso, −coste_aviso, más el importe si era "
            "fraude.",
        )


@exercise(
    "6.2.10",
    hints=(
        "Ordena las posiciones de mayor a menor pérdida: np.argsort(-perdidas).",
        "Del orden, quédate con las que llegan al umbral, y de esas, las primeras: [:cupo].",
        "orden = np.argsort(-perdidas); return orden[perdidas[orden] >= umbral][:cupo]",
    ),
    praise="El equipo empieza por arriba y para cuando se acaba el turno, o el sentido de mirar.",
)
def check_shift_list(function):
    expect.function(function, "lista_del_turno")
    losses = np.array([3.0, 80.0, 5.0, 0.2, 41.0, 12.0, 6.5, 4.9])
    name = "lo que devuelve lista_del_turno"
    for threshold, quota in ((5, 3), (5, 20), (40, 5), (1000, 5), (6.5, 4)):
        case = f"Con umbral={threshold} y cupo={quota}"
        result = expect.array(expect.call(function, losses.copy(), threshold, quota), name)
        expect.wrong_when(
            result.dtype == bool,
            "Devuelve True y False: se piden las posiciones, en orden de revisión.",
        )
        expect.wrong_when(
            result.ndim != 1 or (result.size and not np.issubdtype(result.dtype, np.integer)),
            "Debe ser un array de posiciones: enteros, en una dimensión.",
        )
        order = np.argsort(-losses)
        expected = order[losses[order] >= threshold]
        expect.wrong_when(
            len(result) > quota, f"{case} salen {len(result)} pagos: no caben en el cupo."
        )
        expect.wrong_when(
            result.size > 0 and (result.min() < 0 or result.max() >= len(losses)),
            f"{case} hay posiciones que no existen.",
        )
        shown = losses[result.astype(int)]
        expect.wrong_when(
            (shown < threshold).any(),
            f"{case} hay pagos cuya pérdida no llega al umbral: mirarlos cuesta más que dejarlos.",
        )
        expect.wrong_when(
            len(result) < min(quota, len(expected)),
            f"{case} salen {len(result)} pagos y deberían ser {min(quota, len(expected))} "
            "(¿incluyes los que son iguales al umbral?).",
        )
        expect.wrong_when(
            sorted(result) == sorted(expected[:quota]) and (np.diff(shown) > 0).any(),
            f"{case} están los pagos debidos, pero no de mayor a menor pérdida.",
        )
        expect.wrong_when(
            not np.array_equal(result, expected[:quota]),
            f"{case} no son los de mayor pérdida: ordena antes de recortar con el cupo.",
        )


class _FakeModel:
    """Un modelo que apunta lo que recibe y responde con una cuenta conocida."""

    def __init__(self):
        self.received = []

    def predict(self, x, *args, **kwargs):
        chance = _fake_probability(x)
        self.received.append(np.asarray(x, dtype="float32"))  # una copia: luego no cambia
        return chance[:, None]

    __call__ = predict


def _fake_probability(x):
    x = np.asarray(x, dtype="float32")
    return 1 / (1 + np.exp(-2 * x[:, 0]))


def _new_payments(seed, n=12):
    rng = np.random.default_rng(seed)
    frame = pd.DataFrame(rng.normal(size=(n, 30)).round(4), columns=["Time", *FEATURES])
    frame["Time"] = np.sort(rng.integers(0, 9000, size=n))
    frame["Amount"] = np.round(rng.gamma(0.8, 300, size=n), 2)
    return frame


# Cada archivo malo: cómo se estropea uno bueno, y cómo se cuenta.
_BAD_FILES = {
    "sin la columna V7": lambda frame: frame.drop(columns="V7").to_csv(index=False),
    "con una columna de más": lambda frame: frame.assign(Class=0).to_csv(index=False),
    "con texto en un importe": lambda frame: (
        frame.astype({"Amount": object}).replace({"Amount": {frame["Amount"][4]: "doce"}})
    ).to_csv(index=False),
    "con un importe negativo": lambda frame: frame.assign(Amount=-3).to_csv(index=False),
    "con una celda vacía": lambda frame: frame.mask(frame == frame["V3"][2]).to_csv(index=False),
    "vacío": lambda frame: "",
}


@exercise(
    "6.2.11",
    hints=(
        "Tres pasos: leer con read_payments, pedir las probabilidades, construir la tabla.",
        'modelo.predict(pagos[FEATURES].to_numpy("float32"), verbose=0)[:, 0] da una probabilidad '
        "por pago.",
        'return pd.DataFrame({"pago": range(len(pagos)), "probabilidad": p, "avisar": p * '
        'pagos["Amount"].to_numpy() >= umbral}), sin ningún try alrededor.',
    ),
    praise="Un archivo bueno da una tabla completa; uno malo, un error que dice dónde mirar.",
)
def check_score_file(function):
    expect.function(function, "puntuar")
    with tempfile.TemporaryDirectory() as folder:
        for seed, threshold in ((0, 5), (1, 0.5), (2, 40)):
            frame = _new_payments(seed)
            path = Path(folder) / f"pagos_{seed}.csv"
            # En otro orden: read_payments las devuelve en el suyo.
            frame[frame.columns[::-1]].to_csv(path, index=False)
            model = _FakeModel()
            result = expect.call(function, path, model, threshold)
            _check_received(model, frame)
            _check_table(result, frame, threshold)
        for what, spoil in _BAD_FILES.items():
            path = Path(folder) / "malo.csv"
            path.write_text(spoil(_new_payments(3)), encoding="utf-8")
            _check_refused(function, path, what)


def _check_received(model, frame):
    expect.wrong_when(
        not model.received, "No llamas a modelo.predict: usa el modelo que llega como parámetro."
    )
    x = model.received[0]
    expect.wrong_when(
        x.shape == (len(frame), 30),
        "El modelo recibe 30 columnas: sobra Time. Elige las de FEATURES.",
    )
    expect.wrong_when(
        x.shape != (len(frame), 29),
        f"El modelo debe recibir forma ({len(frame)}, 29) y recibe {x.shape}.",
    )
    expect.wrong_when(
        not np.allclose(x, frame[FEATURES].to_numpy("float32"), atol=1e-4),
        "El modelo recibe otros números: van las columnas de FEATURES, en su orden y en crudo (la "
        "preparación está dentro del modelo).",
    )


def _check_table(result, frame, threshold):
    expect.wrong_when(
        not isinstance(result, pd.DataFrame), "puntuar debe devolver un DataFrame de pandas."
    )
    expect.wrong_when(
        list(result.columns) != ["pago", "probabilidad", "avisar"],
        "Las columnas deben ser, en este orden: pago, probabilidad y avisar.",
    )
    expect.wrong_when(
        len(result) != len(frame),
        f"El archivo tiene {len(frame)} pagos y la tabla {len(result)} filas: va una por pago, con "
        "aviso o sin él.",
    )
    expect.wrong_when(
        result["pago"].tolist() != list(range(len(frame))),
        "La columna pago debe ser 0, 1, 2…, en el orden del archivo.",
    )
    chance = _fake_probability(frame[FEATURES])
    given = _row(result["probabilidad"].to_numpy(), "la columna probabilidad", len(frame))
    expect.close(
        given,
        chance,
        "la columna probabilidad",
        tolerance=1e-3,
        message="La columna probabilidad no es lo que dice el modelo para cada pago.",
    )
    alerts = _flags(result["avisar"].to_numpy(), "la columna avisar", len(frame))
    expected = chance * frame["Amount"].to_numpy() >= threshold
    expect.wrong_when(
        np.array_equal(alerts, chance >= threshold) and not np.array_equal(alerts, expected),
        "avisar compara la probabilidad sola: el umbral está en euros, y se compara con "
        "probabilidad × Amount.",
    )
    expect.wrong_when(
        not np.array_equal(alerts, expected),
        "avisar debe ser True donde probabilidad × Amount es mayor o igual que umbral (¿usas el "
        "parámetro?).",
    )


def _check_refused(function, path, what):
    model = _FakeModel()
    try:
        function(path, model, 5)
    except ValueError as error:
        expect.wrong_when(
            f"«{path.name}»" not in str(error),
            f"Con un archivo {what} sale un error, pero no el de read_payments, que dice en qué "
            "línea está el problema: no lo cambies por otro.",
        )
    except Exception as error:
        expect.wrong_when(
            True,
            f"Con un archivo {what} sale {type(error).__name__} en vez del ValueError de "
            "read_payments: lee el archivo con ella.",
        )
    else:
        expect.wrong_when(
            True,
            f"Con un archivo {what} devuelves un resultado. Deja pasar el error de read_payments, "
            "sin try: nadie debe creer que ese archivo se ha revisado.",
        )
    expect.wrong_when(
        bool(model.received),
        f"Con un archivo {what} llegas a usar el modelo: primero read_payments, después predict.",
    )


quiz(
    "6.2.A1",
    correct="b",
    why="Ordenar y dar probabilidades que se cumplen son dos virtudes distintas: se miden aparte.",
    wrong={
        "a": "El sobreajuste se ve comparando entrenamiento y validación; además, sigue ordenando "
        "bien.",
        "c": "La precisión media mide el orden; una probabilidad alta no dice nada de ella.",
        "d": "Al revés: los pesos son la causa de que exagere.",
    },
    hint="¿Qué se necesita para ordenar una lista, y qué para multiplicar por euros?",
)

quiz(
    "6.2.A2",
    correct="d",
    why="0.10 × 900 = 90 € de pérdida esperada; los otros tienen 0.99, 4 y 4 €, menos que los 5 €.",
    wrong={
        "a": "Es casi seguro fraude, pero se perdería 1 €: mirarlo cuesta 5.",
        "b": "0.50 × 8 = 4 €: no llega a lo que cuesta revisarlo.",
        "c": "0.02 × 200 = 4 €: tampoco llega.",
    },
    hint="Multiplica probabilidad por importe en cada uno.",
)

quiz(
    "6.2.A3",
    correct="a",
    why="Un umbral buscado es un parámetro más: se elige con unos datos y se mide con otros.",
    wrong={
        "b": "Aquí tiene menos (52 y 74), y aunque tuviera más, no sería la razón.",
        "c": "Las tiene: si no, no habría examen.",
        "d": "El umbral no es parte de la red: se puede cambiar cuando se quiera.",
    },
    hint="Piensa en lo que le pasó al umbral de validación cuando llegó el examen.",
)

quiz(
    "6.2.A4",
    correct="c",
    why="No distinguirlo no es negarlo: se dice, y se propone cómo llegar a saberlo.",
    wrong={
        "a": "La bajada cabe en el azar de unas decenas de fraudes: no la demuestra.",
        "b": "Que no se distinga no demuestra que no exista: con dos días no se puede afirmar.",
        "d": "El intervalo es justo lo que evita contar una historia falsa.",
    },
    hint="¿Qué afirman, y qué dejan sin afirmar, dos intervalos que se solapan?",
)
