"""Comprobaciones de la lección 6.5, el detector en marcha."""

import tempfile
from pathlib import Path

import numpy as np
import pandas as pd

from . import expect
from .core import exercise, quiz
from .payments import column, decisions, flags, payments

FEATURES = [*(f"V{number}" for number in range(1, 29)), "Amount"]


@exercise(
    "6.5.1",
    hints=(
        "Solo se conocen las etiquetas de los pagos de hace más de `retraso` segundos.",
        "El último segundo del que se aprende es menor que `inicio - retraso`.",
        "`return segundos < inicio - retraso`",
    ),
    praise="Lo que el banco no sabía aquel día, tu modelo tampoco.",
)
def check_known(function):
    seconds = np.array([0, 50, 50, 80, 100, 110, 120, 30, 99])
    expect.computes(
        function,
        "conocidos",
        right=lambda s, start, delay: s < start - delay,
        inputs=[
            (seconds, 100, 20),
            (seconds, 100, 0),
            (seconds[:5], 120, 40),
            (seconds[::-1].copy(), 130, 30),
            (seconds, 40, 60),
        ],
        kind=flags,
        message="No coincide: es True donde segundos es menor que inicio − retraso.",
        mistakes=(
            (lambda s, start, delay: s < start, "Falta el retraso: esas etiquetas aún no llegan."),
            (
                lambda s, start, delay: s <= start - delay,
                "Casi: el pago del segundo justo no entra; es menor que inicio − retraso.",
            ),
            (
                lambda s, start, delay: s < start + delay,
                "El retraso se resta: se conoce menos pasado, no más.",
            ),
            (
                lambda s, start, delay: s >= start - delay,
                "Está al revés: se aprende de lo anterior.",
            ),
            (
                lambda s, start, delay: (s >= start - delay) & (s < start),
                "Esos son justo los que aún no se saben: se aprende de los de antes.",
            ),
        ),
    )


@exercise(
    "6.5.2",
    hints=(
        "Cada día por separado: con `for dia in np.unique(dias):`, `de_hoy = dias == dia` separa "
        "sus etiquetas y sus puntuaciones.",
        "De las etiquetas de ese día, la media de las `k` de mayor puntuación.",
        "\n`precisiones = []\n"
        "for dia in np.unique(dias):\n"
        "    de_hoy = dias == dia\n"
        "    primeros = np.argsort(-puntuaciones[de_hoy])[:k]\n"
        "    precisiones.append(fraude[de_hoy][primeros].mean())\n"
        "return precisiones`",
    ),
    praise="El equipo tiene el mismo cupo cada día: un día bueno no presta avisos a uno malo.",
)
def check_precision_by_day(function):
    def by_day(fraud, scores, days, k):
        """Las etiquetas de los k primeros de cada día."""
        for day in np.unique(days):
            today = days == day
            yield fraud[today][np.argsort(-scores[today])[:k]]

    def best(fraud, scores, k):
        return fraud[np.argsort(-scores)[:k]]

    inputs = []
    for seed, (n, days, k) in enumerate(((60, 3, 5), (45, 2, 7), (80, 4, 3))):
        fraud, scores, _ = payments(seed, n, n // 3)
        day = np.random.default_rng(seed).permutation(np.arange(n) % days)  # desordenados
        inputs.append((fraud, scores + 0.3 * day, day + seed, k))  # unos días puntúan más que otros
    expect.computes(
        function,
        "precision_por_dia",
        right=lambda *given: np.array([first.mean() for first in by_day(*given)]),
        inputs=inputs,
        kind=expect.row,
        mistakes=(
            (
                lambda f, s, d, k: np.array([best(f, s, k).mean()] * len(np.unique(d))),
                "Ordenas todos los días juntos: cada día tiene su propio cupo.",
            ),
            (
                lambda *given: np.array([first.sum() for first in by_day(*given)]),
                "Esos son los fraudes encontrados: falta dividir entre k.",
            ),
            (
                lambda f, s, d, k: np.array([first.mean() for first in by_day(f, -s, d, k)]),
                "Coges los k de menor puntuación: ordena con -puntuaciones.",
            ),
            (
                lambda f, s, d, k: np.array([f[d == day][:k].mean() for day in np.unique(d)]),
                "Coges los k primeros del día en los datos: falta ordenar por puntuación.",
            ),
            (
                lambda f, s, d, k: np.array(
                    [
                        first.sum() / f[d == day].sum()
                        for first, day in zip(by_day(f, s, d, k), np.unique(d), strict=True)
                    ]
                ),
                "Divides entre los fraudes del día: eso es la exhaustividad.",
            ),
        ),
    )


@exercise(
    "6.5.3",
    hints=(
        "`np.where(avisos, …, 0.0)` pone 0 donde no se avisa.",
        "Donde se avisa: `importes * (fraude == 1)` es lo que se salva; la revisión se paga "
        "siempre.",
        "`return np.where(avisos, importes * (fraude == 1) - coste_aviso, 0.0)`",
    ),
    praise="Su suma es el ahorro; sus valores dicen cuántos pagos lo sostienen.",
)
def check_gain_per_payment(function):
    expect.computes(
        function,
        "ahorro_por_pago",
        right=lambda f, w, a, c: np.where(w, a * f - c, 0),
        inputs=decisions((0, 60, 9, 5), (1, 60, 9, 12), (2, 35, 6, 30)),
        kind=column,
        message="No coincide. Sin aviso, 0; con aviso, −coste_aviso, más el importe si era fraude.",
        mistakes=(
            (
                lambda f, w, a, c: np.where(w & (f == 1), a, 0) - c,
                "Cobras la revisión también donde no hubo aviso: ahí el ahorro es 0.",
            ),
            (
                lambda f, w, a, c: np.where(w & (f == 1), a - c, 0),
                "Las falsas alarmas también cuestan: donde avisas sin fraude, −coste_aviso.",
            ),
            (
                lambda f, w, a, c: np.where(w, np.where(f == 1, a, -c), 0),
                "El aviso que acierta también se revisa: resta coste_aviso al importe.",
            ),
            (
                lambda f, w, a, c: np.where(w, a - c, 0),
                "Sumas el importe de pagos honrados: solo se salva el de los fraudes.",
            ),
            (
                lambda f, w, a, c: np.where(w, a * f - c, -a * f),
                "El fraude sin aviso se pierde igual que si no hubiera detector: su ahorro es 0.",
            ),
        ),
    )


@exercise(
    "6.5.4",
    hints=(
        "Ordena las posiciones de mayor a menor pérdida: `np.argsort(-perdidas)`.",
        "Del orden, quédate con las que llegan al umbral, y de esas, las primeras: `[:cupo]`.",
        "\n`orden = np.argsort(-perdidas)\nreturn orden[perdidas[orden] >= umbral][:cupo]`",
    ),
    praise="El equipo empieza por arriba y para cuando se acaba el turno, o el sentido de mirar.",
)
def check_shift_list(function):
    def positions(value, name):
        value = expect.array(value, name)
        if value.dtype == bool:
            expect.wrong("Devuelve True y False: se piden las posiciones, en orden de revisión.")
        if value.ndim != 1 or (value.size and not np.issubdtype(value.dtype, np.integer)):
            expect.wrong("Debe ser un array de posiciones: enteros, en una dimensión.")
        return value.astype(int)

    def shift_list(losses, threshold, quota):
        order = np.argsort(-losses)
        return order[losses[order] >= threshold][:quota]

    def explain(result, expected, losses, threshold, quota):
        if len(result) > quota:
            return f"salen {len(result)} pagos: no caben en el cupo."
        if not np.isin(result, np.arange(len(losses))).all():
            return "hay posiciones que no existen."
        if (losses[result] < threshold).any():
            return "hay pagos cuya pérdida no llega al umbral: mirarlos cuesta más que dejarlos."
        if len(result) < len(expected):
            return (
                f"salen {len(result)} pagos y deberían ser {len(expected)} (¿incluyes los que son "
                "iguales al umbral?)."
            )
        if sorted(result) == sorted(expected):
            return "están los pagos debidos, pero no de mayor a menor pérdida."
        return "no son los de mayor pérdida: ordena antes de recortar con el cupo."

    losses = np.array([3.0, 80.0, 5.0, 0.2, 41.0, 12.0, 6.5, 4.9])

    def with_case(result, expected, losses, threshold, quota):
        text = explain(result, expected, losses, threshold, quota)
        return f"Con umbral={threshold} y cupo={quota} {text}"

    expect.computes(
        function,
        "lista_del_turno",
        right=shift_list,
        inputs=[
            *((losses, *limits) for limits in ((5, 3), (5, 20), (40, 5), (1000, 5), (6.5, 4))),
            (losses[:5], 3, 4),
        ],
        kind=positions,
        misshapen=with_case,
        explain=with_case,
    )


class _FakeModel:
    """Un modelo que apunta lo que recibe y responde con una cuenta conocida."""

    def __init__(self):
        self.received = []

    def predict(self, x, *args, **kwargs):
        chance = _fake_probability(x)
        self.received.append(np.array(x))  # una copia: luego no cambia
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
    "6.5.5",
    hints=(
        "Tres pasos: leer con `pagos = read_payments(ruta)`, pedir las probabilidades, construir "
        "la tabla.",
        '`modelo.predict(pagos[FEATURES].to_numpy("float32"), verbose=0)[:, 0]` da una '
        "probabilidad por pago.",
        "\n`pagos = read_payments(ruta)\n"
        'p = modelo.predict(pagos[FEATURES].to_numpy("float32"), verbose=0)[:, 0]\n'
        'return pd.DataFrame({"pago": range(len(pagos)), "probabilidad": p,\n'
        '                     "avisar": p * pagos["Amount"].to_numpy() >= umbral})`',
    ),
    praise="Un archivo bueno da una tabla completa; uno malo, un error que dice dónde mirar.",
)
def check_score_file(function):
    expect.function(function, "puntuar")
    with tempfile.TemporaryDirectory() as folder:
        for seed, threshold in ((0, 5), (1, 0.5), (2, 40)):
            frame = _new_payments(seed)
            # La probabilidad de este pago es 0.5: su pérdida esperada es justo el umbral.
            frame.loc[3, ["V1", "Amount"]] = 0, 2 * threshold
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
            _check_refused(function, path, f"Con un archivo {what}")


def _check_received(model, frame):
    if not model.received:
        expect.wrong("No llamas a modelo.predict: usa el modelo que llega como parámetro.")
    x = model.received[0]
    if x.dtype != "float32":
        expect.wrong(f'El modelo recibe {x.dtype}: pide el array con .to_numpy("float32").')
    if x.shape == (len(frame), 30):
        expect.wrong("El modelo recibe 30 columnas: sobra Time. Elige las de FEATURES.")
    if x.shape != (len(frame), 29):
        expect.wrong(f"El modelo debe recibir forma ({len(frame)}, 29) y recibe {x.shape}.")
    if not np.allclose(x, frame[FEATURES].to_numpy("float32"), atol=1e-4):
        expect.wrong(
            "El modelo recibe otros números: van las columnas de FEATURES, en su orden y en crudo "
            "(la preparación está dentro del modelo)."
        )


def _check_table(result, frame, threshold):
    if not isinstance(result, pd.DataFrame):
        expect.wrong("puntuar debe devolver un DataFrame de pandas.")
    if list(result.columns) != ["pago", "probabilidad", "avisar"]:
        expect.wrong("Las columnas deben ser, en este orden: pago, probabilidad y avisar.")
    if len(result) != len(frame):
        expect.wrong(
            f"El archivo tiene {len(frame)} pagos y la tabla {len(result)} filas: va una por pago, "
            "con aviso o sin él."
        )
    if result["pago"].tolist() != list(range(len(frame))):
        expect.wrong("La columna pago debe ser 0, 1, 2…, en el orden del archivo.")
    chance = _fake_probability(frame[FEATURES])
    expect.close(
        column(result["probabilidad"].to_numpy(), "la columna probabilidad"),
        chance,
        "la columna probabilidad",
        tolerance=1e-3,
        message="La columna probabilidad no es lo que dice el modelo para cada pago.",
    )
    alerts = flags(result["avisar"].to_numpy(), "la columna avisar")
    if not np.array_equal(alerts, chance * frame["Amount"].to_numpy() >= threshold):
        if np.array_equal(alerts, chance >= threshold):
            expect.wrong(
                "avisar compara la probabilidad sola: el umbral está en euros, y se compara con "
                "probabilidad × Amount."
            )
        expect.wrong(
            "avisar debe ser True donde probabilidad × Amount es mayor o igual que umbral (¿usas "
            "el parámetro?)."
        )


def _check_refused(function, path, case):
    model = _FakeModel()
    try:
        function(path, model, 5)
    except ValueError as error:
        if f"«{path.name}»" not in str(error):
            expect.wrong(
                f"{case} sale un error, pero no el de read_payments, que dice en qué línea está el "
                "problema: no lo cambies por otro."
            )
    except Exception as error:
        expect.wrong(
            f"{case} sale {type(error).__name__} en vez del ValueError de read_payments: lee el "
            "archivo con ella."
        )
    else:
        expect.wrong(
            f"{case} devuelves un resultado. Deja pasar el error de read_payments, sin try: nadie "
            "debe creer que ese archivo se ha revisado."
        )
    if model.received:
        expect.wrong(f"{case} llegas a usar el modelo: primero read_payments, después predict.")


quiz(
    "6.5.A1",
    correct="c",
    why="No distinguirlo no es negarlo: se dice, y se propone cómo llegar a saberlo.",
    wrong={
        "a": "La bajada cabe en el azar de unas decenas de fraudes: no la demuestra.",
        "b": "Que no se distinga no demuestra que no exista: con dos días no se puede afirmar.",
        "d": "El intervalo es justo lo que evita contar una historia falsa.",
    },
    hint="¿Qué afirma, y qué deja sin afirmar, un intervalo que contiene al 0?",
)
quiz(
    "6.5.A2",
    correct="c",
    why="Sí: el examen no puede usar etiquetas que ese día nadie tenía.",
    wrong={
        "a": "El retraso quita datos: si acaso, baja la nota.",
        "b": "El tiempo de cálculo no tiene que ver: es lo que tarda en saberse la verdad.",
        "d": "Las copias se quitan antes; el retraso va de etiquetas.",
    },
    hint="¿Cuándo se entera el banco de que un pago fue fraude?",
)
quiz(
    "6.5.A3",
    correct="b",
    why="Sí: la ficha dice de qué aprendió, y de qué no, para que nadie lo use donde no se midió.",
    wrong={
        "a": "La AP sola no dice de dónde ni de cuándo eran los pagos.",
        "c": "El código ayuda a repetirlo, pero quien lo usa necesita saber para qué vale.",
        "d": "Esa cifra multiplica unos pocos fraudes por un año: no se puede sostener.",
    },
    hint="Piensa en alguien que quiera usarlo en otro país.",
)
