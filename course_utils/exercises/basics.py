"""Lo que comparten los ejercicios de Python básico: los doce pagos, y cómo se exige y se cita."""

from __future__ import annotations

from collections.abc import Callable

from . import expect

# Los pagos de las lecciones 1.5 y 1.6: identificador, comercio, importe en euros, país y hora.
PAYMENTS = (
    ("P-001", "Panadería Sol", 12.5, "MX", 9),
    ("P-002", "Librería Norte", 48.0, "MX", 17),
    ("P-003", "Electrónica Delta", 1450.0, "MX", 12),
    ("P-004", "Viajes Aurora", 2300.0, "PE", 3),
    ("P-005", "Farmacia Luz", 22.3, "MX", 2),
    ("P-006", "Viajes Aurora", 640.0, "ES", 11),
    ("P-007", "Electrónica Delta", 1800.0, "CO", 15),
    ("P-008", "Viajes Aurora", 1000.0, "ES", 18),
    ("P-009", "Panadería Sol", 15.0, "AR", 6),
    ("P-010", "Librería Norte", 85.9, "AR", 4),
    ("P-011", "Farmacia Luz", 1200.0, "MX", 5),
    ("P-012", "Electrónica Delta", 199.0, "MX", 20),
)
IDS = [payment[0] for payment in PAYMENTS]


def points(
    large: Callable = lambda amount: amount > 1000,
    night: Callable = lambda hour: hour < 6,
    abroad: Callable = lambda country: country != "MX",
) -> list[int]:
    """Reglas que cumple cada pago; los argumentos cambian una regla para imitar un error."""
    return [
        large(amount) + night(hour) + abroad(country) for _, _, amount, country, hour in PAYMENTS
    ]


def in_words(position: int) -> str:
    """Un pago, con los datos que miran las reglas: «P-004 (2300.0 euros, PE, hora 3)»."""
    code, _, amount, country, hour = PAYMENTS[position]
    return f"{code} ({amount} euros, {country}, hora {hour})"


def filled(value: object, name: str) -> list:
    """Exige una lista, y reconoce el None que dejan append y print."""
    if value is None:
        expect.wrong(
            f"{name} es None. append cambia la lista y no devuelve nada: escribe {name}.append(…) "
            f"a solas, sin {name} = delante."
        )
    expect.instance(value, list, name)
    if any(item is None for item in value):
        expect.wrong(
            f"{name} contiene None, que es lo que devuelven print y append. Guarda el valor mismo."
        )
    return value


def filled_with(value: object, type_: type, name: str) -> list:
    """Exige una lista en la que todo sea del tipo dado."""
    for item in filled(value, name):
        expect.instance(item, type_, f"cada elemento de {name}")
    return value


def integers(value: object, name: str) -> list[int]:
    """Exige una lista de enteros, de Python o de NumPy, y la devuelve con los de Python."""
    return [int(expect.integer(item, f"cada elemento de {name}")) for item in filled(value, name)]


def one_each(
    kind: Callable[[object, str], object], count: int, advice: str
) -> Callable[[object, str], list]:
    """Cómo se exige la lista que llena un ciclo, con un elemento por vuelta.

    Cada elemento, como lo exige ``kind``; si sobran o faltan, se dice además ``advice``.
    """

    def take(value, name):
        values = [kind(item, f"cada elemento de {name}") for item in filled(value, name)]
        if len(values) != count:
            expect.wrong(
                f"{name} debe tener {count} elementos, uno por vuelta, y tiene {len(values)}. "
                f"{advice}"
            )
        return values

    return take


def first_wrong(right: list, sentence: Callable[[int, object], str]) -> Callable[[list], str]:
    """La frase del primer elemento que no es el esperado: recibe su posición y lo que llegó."""

    def write(values):
        bad = next(i for i, wanted in enumerate(right) if not expect.same(values[i], wanted))
        return sentence(bad, values[bad])

    return write


def cite(name: str, arguments: tuple) -> str:
    """La llamada, como la escribiría el estudiante: «area(3, 4)»."""
    shown = (f'"{value}"' if isinstance(value, str) else f"{value!r}" for value in arguments)
    return f"{name}({', '.join(shown)})"


def citing(name: str, *rows: tuple) -> tuple:
    """Las filas, con una frase que cita la llamada y lo que da: «area(3, 4) dio 7: has sumado…».

    La frase que ya es una función de los argumentos se queda como está.
    """

    def cited(mistaken, sentence):
        return lambda *arguments: (
            f"{cite(name, arguments)} dio {mistaken(*arguments):g}: {sentence}"
        )

    return tuple(
        (mistaken, sentence if callable(sentence) else cited(mistaken, sentence))
        for mistaken, sentence in rows
    )
