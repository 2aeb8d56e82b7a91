"""La tabla de la clase, a partir de lo que exporta cada estudiante."""

import csv
import json

import pytest

from authoring.class_progress import write_class
from authoring.errors import AuthoringError


def export(folder, name, *rows):
    keys = ("ejercicio", "resuelto", "intentos", "ultimo", "mensaje_mas_repetido")
    data = {"total": 500, "ejercicios": [dict(zip(keys, row, strict=True)) for row in rows]}
    (folder / f"{name}.json").write_text(json.dumps(data), encoding="utf-8")


def test_who_is_stuck_and_what_to_explain_again(tmp_path):
    export(
        tmp_path,
        "ana",
        ("1.1.1", True, 1, "2026-03-01 10:00", ""),
        ("1.1.2", False, 6, "2026-03-02 10:00", "Sin <b>"),
    )
    export(tmp_path, "luz", ("1.1.2", True, 4, "2026-03-03 10:00", "Sin <b>"))
    page, sheet = write_class(tmp_path)
    with open(sheet, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert ["ana", "1", "2026-03-02 10:00", "1.1.2 (6 intentos)"] in rows
    assert ["luz", "1", "2026-03-03 10:00", "—"] in rows
    assert rows.index(["1.1.2", "5.0", "2"]) < rows.index(["1.1.1", "1.0", "1"])
    assert ["1.1.2", "Sin <b>", "2"] in rows
    assert "Sin &lt;b&gt;" in page.read_text(encoding="utf-8")


def test_an_empty_folder_says_what_to_ask_for(tmp_path):
    with pytest.raises(AuthoringError, match=r"progress\(export"):
        write_class(tmp_path)


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"ejercicios": [{"ejercicio": 3}]}', '{"ejercicios": 1}']
)
def test_another_file_is_named(tmp_path, text):
    (tmp_path / "otra.json").write_text(text, encoding="utf-8")
    with pytest.raises(AuthoringError, match=r"otra\.json"):
        write_class(tmp_path)
