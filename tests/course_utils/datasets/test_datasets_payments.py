"""Un archivo de pagos pasa entero o no pasa, y el error dice en español dónde mirar."""

import numpy as np
import pandas as pd
import pytest

import course_utils
from course_utils.datasets.payments import PAYMENT_COLUMNS, read_payments


@pytest.fixture
def payments():
    """Tres pagos inventados, con las columnas que debe tener el archivo."""
    rng = np.random.default_rng(0)
    table = pd.DataFrame(rng.normal(size=(3, 30)).round(4), columns=list(PAYMENT_COLUMNS))
    return table.assign(Time=[0, 5, 9], Amount=[12.5, 0, 100])


@pytest.fixture
def write(tmp_path):
    def save(content, name="pagos de María ñ.csv"):
        path = tmp_path / name
        if isinstance(content, pd.DataFrame):
            content.to_csv(path, index=False)
        else:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return save


def test_it_is_public():
    assert course_utils.read_payments is read_payments


def test_a_good_file(payments, write):
    result = read_payments(write(payments))
    assert list(result.columns) == list(PAYMENT_COLUMNS)
    np.testing.assert_allclose(result, payments, rtol=1e-6)
    assert result["V1"].dtype == result["V28"].dtype == np.float32
    assert result["Amount"].dtype == result["Time"].dtype == np.float64


def test_same_columns_as_the_training_data():
    columns = course_utils.load_credit_card_fraud(sample=1000).columns
    assert [*PAYMENT_COLUMNS, "Class"] == list(columns)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text + "\n\n",
        lambda text: text.replace("\n", "\n\n", 1),
        lambda text: text.rstrip("\n"),
        lambda text: text.replace("Time", " Time "),
        lambda text: text.replace("12.5", " 12.5 "),
        lambda text: text.replace("12.5", '"12.5"'),
    ],
    ids=["BOM", "CRLF", "final", "en blanco", "sin salto", "nombre", "espacios", "comillas"],
)
def test_harmless_differences(payments, write, change):
    pd.testing.assert_frame_equal(
        read_payments(write(change(payments.to_csv(index=False)))),
        read_payments(write(payments, "otro.csv")),
    )


def test_another_order_of_columns(payments, write):
    result = read_payments(write(payments[payments.columns[::-1]]))
    pd.testing.assert_frame_equal(result, read_payments(write(payments, "otro.csv")))


def cell(column, value, row=1):
    """Cambia una celda: la fila 1 está en la línea 3 del archivo."""

    def change(payments):
        payments = payments.astype(object)
        payments.loc[row, column] = value
        return payments

    return change


def text(old, new, count=-1):
    return lambda payments: payments.to_csv(index=False).replace(old, new, count)


@pytest.mark.parametrize(
    ("damage", "fragments"),
    [
        (lambda p: "", ["vacío"]),
        (lambda p: "\n \n", ["vacío"]),
        (lambda p: p.head(0), ["ningún pago"]),
        (lambda p: b"\xff\xfe\x00\x01", ["UTF-8"]),
        (lambda p: p.to_csv(index=False).encode("utf-16"), ["UTF-8"]),
        (text("12.5", "12\0.5"), ["UTF-8"]),
        (lambda p: p.to_csv(index=False)[:-30], ["línea 4", "30 columnas"]),
        (text("12.5", '"' + "1" * 200_000), ["línea 2", "131072 letras", "comillas"]),
        (lambda p: p.to_csv(index=False, sep=";"), ["punto y coma"]),
        (lambda p: p.drop(columns=["V3", "Amount"]), ["línea 1", "falta V3, Amount"]),
        (lambda p: p.assign(país="MX"), ["línea 1", "sobra país"]),
        (lambda p: p.assign(Class=0), ["sobra Class", "lo que se va a predecir"]),
        (lambda p: p.rename(columns={"V2": "V1"}), ["falta V2", "está repetida V1"]),
        (lambda p: p.to_csv(), ["sobra", "Se esperan exactamente"]),
        (text("12.5", "12,5"), ["línea 2", "31 celdas", "30 columnas"]),
        (text("12.5", '"12,5"'), ["línea 2", "Amount", "«12,5»", "12.50"]),
        (cell("V7", "mucho"), ["línea 3", "V7", "«mucho»", "se espera un número"]),
        (cell("V7", "True"), ["línea 3", "V7", "«True»"]),
        (cell("V7", ""), ["línea 3", "V7", "vacía"]),
        (cell("V7", np.nan, row=2), ["línea 4", "V7", "vacía"]),
        (cell("V7", "NaN"), ["línea 3", "V7", "vacía"]),
        (cell("V7", np.inf), ["línea 3", "V7", "finito"]),
        (cell("V7", "1e400"), ["línea 3", "V7", "finito"]),
        (cell("Amount", -3), ["línea 3", "Amount", "-3", "negativo"]),
        (cell("Time", -1), ["línea 3", "Time", "negativo"]),
        (lambda p: p.assign(Amount=-1), ["línea 2", "otras 2 celdas"]),
        (lambda p: cell("V2", "")(p.assign(V1=["x", 0, 0])), ["línea 2", "V1", "otra celda"]),
        (text("\n", "\n\n", 1), None),
        (lambda p: cell("V7", "")(p).to_csv(index=False).replace("\n", "\n\n", 1), ["línea 4"]),
    ],
)
def test_a_bad_file_is_refused(payments, write, damage, fragments):
    path = write(damage(payments))
    if fragments is None:  # el testigo: la misma maniobra, sin daño, pasa
        assert len(read_payments(path)) == 3
        return
    with pytest.raises(ValueError) as caught:
        read_payments(path)
    for fragment in ["«pagos de María ñ.csv»", *fragments]:
        assert fragment in str(caught.value)


def test_negative_components_are_fine(payments, write):
    assert (payments.loc[:, "V1":"V28"] < 0).to_numpy().any()
    assert len(read_payments(write(payments))) == 3


def test_a_missing_file(tmp_path):
    for path in (tmp_path / "no está.csv", tmp_path / ("a" * 300)):
        with pytest.raises(FileNotFoundError, match="No hay ningún archivo"):
            read_payments(path)


def test_a_folder(tmp_path):
    with pytest.raises(IsADirectoryError, match=f"«{tmp_path.name}» es una carpeta"):
        read_payments(tmp_path)


def test_an_unreadable_file(payments, write, monkeypatch):
    def refuse(*arguments, **options):
        raise PermissionError(13, "Permission denied")

    path = write(payments)
    monkeypatch.setattr(type(path), "read_text", refuse)
    with pytest.raises(PermissionError) as caught:
        read_payments(path)
    message = str(caught.value)
    assert message.startswith("No se puede leer «pagos de María ñ.csv»") and "\n" not in message
    assert "Errno" not in message and caught.value.__suppress_context__
