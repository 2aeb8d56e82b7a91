"""Métricas: iguales a las de scikit-learn, con textos claros y errores que explican qué hacer."""

import warnings
from dataclasses import FrozenInstanceError

import numpy as np
import pandas as pd
import pytest
from sklearn import metrics as sk

from course_utils.metrics.classification import (
    ClassificationSummary,
    ConfusionCounts,
    classification_summary,
    confused_pairs,
    confusion_counts,
)

EXACT = {"rtol": 0, "atol": 1e-12}


# Los cien correos de la lección 2.5: VN 70, FP 10, FN 15, VP 5.
MAIL_TRUE = [0] * 80 + [1] * 20


MAIL_PRED = [0] * 70 + [1] * 10 + [0] * 15 + [1] * 5


# --- Igual que scikit-learn --------------------------------------------------------------------
@pytest.mark.parametrize("seed", range(8))
def test_binary_equals_sklearn(seed):
    rng = np.random.default_rng(seed)
    y_true, y_pred = rng.integers(0, 2, 200), rng.random(200) < rng.random()
    summary = classification_summary(y_true, y_pred)
    assert summary.positive == 1
    found = (summary.accuracy, summary.precision, summary.recall, summary.f1)
    expected = [
        sk.accuracy_score(y_true, y_pred),
        sk.precision_score(y_true, y_pred, zero_division=0),
        sk.recall_score(y_true, y_pred, zero_division=0),
        sk.f1_score(y_true, y_pred, zero_division=0),
    ]
    np.testing.assert_allclose(found, expected, **EXACT)
    tn, fp, fn, tp = sk.confusion_matrix(y_true, y_pred, labels=[0, 1]).ravel()
    assert confusion_counts(y_true, y_pred) == ConfusionCounts(tp=tp, fp=fp, fn=fn, tn=tn)


@pytest.mark.parametrize("named", [False, True])
@pytest.mark.parametrize("seed", range(8))
def test_multiclass_equals_sklearn_even_with_missing_classes(seed, named):
    rng = np.random.default_rng(seed)
    # Pocas muestras para diez clases: casi siempre falta alguna en los datos o en lo predicho.
    y_true, y_pred = rng.integers(0, 10, (2, 12)).astype("uint8")
    names = [f"clase {k}" for k in range(10)] if named else None
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        summary = classification_summary(y_true, y_pred, class_names=names)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        macro = sk.precision_recall_fscore_support(
            y_true, y_pred, average="macro", zero_division=0
        )[:3]
    assert summary.positive is None
    found = [summary.precision, summary.recall, summary.f1]
    np.testing.assert_allclose(found, macro, **EXACT)
    assert summary.accuracy == pytest.approx(sk.accuracy_score(y_true, y_pred), abs=1e-12)

    labels = [row.label for row in summary.rows]
    assert labels == (list(range(10)) if named else sorted({*y_true.tolist(), *y_pred.tolist()}))
    table = sk.precision_recall_fscore_support(y_true, y_pred, labels=labels, zero_division=0)
    found = [[r.precision, r.recall, r.f1, r.support] for r in summary.rows]
    np.testing.assert_allclose(found, np.array(table).T, **EXACT)
    np.testing.assert_array_equal(
        summary.confusion_matrix, sk.confusion_matrix(y_true, y_pred, labels=labels)
    )


@pytest.mark.parametrize("seed", range(4))
def test_string_labels_equal_sklearn(seed):
    rng = np.random.default_rng(seed)
    y_true, y_pred = rng.choice(["ham", "spam"], (2, 60))
    summary = classification_summary(y_true, y_pred, positive="spam")
    assert summary.positive == "spam"
    assert summary.f1 == pytest.approx(sk.f1_score(y_true, y_pred, pos_label="spam"), abs=1e-12)
    macro = classification_summary(y_true, y_pred)
    assert macro.positive is None
    assert macro.f1 == pytest.approx(sk.f1_score(y_true, y_pred, average="macro"), abs=1e-12)
    tp = int(((y_true == "spam") & (y_pred == "spam")).sum())
    assert confusion_counts(y_true, y_pred, positive="spam").tp == tp


# --- Qué acepta --------------------------------------------------------------------------------
def test_lesson_mails():
    assert confusion_counts(MAIL_TRUE, MAIL_PRED) == ConfusionCounts(tp=5, fp=10, fn=15, tn=70)
    summary = classification_summary(MAIL_TRUE, MAIL_PRED)
    assert (summary.accuracy, summary.recall) == (0.75, 0.25)


@pytest.mark.parametrize(
    "convert",
    [
        list,
        tuple,
        np.array,
        lambda y: np.array(y, dtype=bool),
        lambda y: np.array(y, dtype="uint8"),
        lambda y: np.array(y, dtype=float),
        lambda y: np.array(y, dtype=object),
        lambda y: pd.Series(y, index=range(500, 600)),
        lambda y: pd.Series(y, dtype="Int64"),
    ],
)
def test_every_container_of_labels_gives_the_same(convert):
    counts = confusion_counts(convert(MAIL_TRUE), MAIL_PRED)
    assert counts == ConfusionCounts(tp=5, fp=10, fn=15, tn=70)


def test_pandas_strings():
    y_true, y_pred = pd.Series(["no", "sí", "sí"]), pd.Series(["no", "sí", "no"])
    assert confusion_counts(y_true, y_pred, positive="sí").fn == 1


def test_inputs_are_not_modified():
    y_true, y_pred = np.array([0.0, 1.0]), np.array([True, False])
    classification_summary(y_true, y_pred)
    assert y_true.dtype == float
    assert y_pred.tolist() == [True, False]


def test_counts_compare_one_class_with_all_others():
    counts = confusion_counts([0, 1, 2, 2], [2, 1, 2, 0], positive=2)
    assert counts == ConfusionCounts(tp=1, fp=1, fn=1, tn=1)


def test_only_zeros_is_still_a_yes_or_no_problem():
    summary = classification_summary([0, 0], [0, 0])
    assert [row.label for row in summary.rows] == [0, 1]
    assert summary.positive == 1
    assert confusion_counts([0, 0], [0, 0]) == ConfusionCounts(tp=0, fp=0, fn=0, tn=2)


def test_positive_can_be_the_other_class():
    summary = classification_summary(MAIL_TRUE, MAIL_PRED, positive=0)
    assert summary.recall == 70 / 80
    assert "Clase positiva «0»" in str(summary)


def test_class_names_of_strings_fix_the_order():
    names = ["spam", "ham"]
    summary = classification_summary(["ham", "spam"], ["ham", "ham"], class_names=names)
    assert [row.name for row in summary.rows] == ["spam", "ham"]
    np.testing.assert_array_equal(summary.confusion_matrix, [[0, 1], [0, 1]])


def test_results_cannot_be_changed_by_accident():
    summary = classification_summary(MAIL_TRUE, MAIL_PRED)
    with pytest.raises(FrozenInstanceError):
        summary.accuracy = 1.0
    with pytest.raises(ValueError, match="read-only"):
        summary.confusion_matrix[0, 0] = 0
    with pytest.raises(FrozenInstanceError):
        confusion_counts([0], [0]).tp = 3
    assert type(summary.accuracy) is float
    assert type(summary.rows[0].support) is int


def test_shares_are_of_each_real_class():
    summary = classification_summary([0, 0, 0, 1], [0, 0, 1, 2], class_names=list("abc"))
    np.testing.assert_allclose(summary.row_shares, [[2 / 3, 1 / 3, 0], [0, 0, 1], [0, 0, 0]])


def test_confused_pairs_go_from_more_to_fewer_errors():
    y_true, y_pred = [0, 2, 0, 1, 2, 0, 1], [1, 0, 1, 2, 0, 1, 1]
    pairs = confused_pairs(y_true, y_pred, class_names=["a", "b", "c"])
    found = [(pair.real.name, pair.predicted.name, pair.where.tolist()) for pair in pairs]
    assert found == [("a", "b", [0, 2, 5]), ("c", "a", [1, 4]), ("b", "c", [3])]
    assert confused_pairs(y_true, y_true) == []
    # Los empates siguen el orden de las clases.
    tied = confused_pairs([1, 0], [0, 1])
    assert [pair.real.label for pair in tied] == [0, 1]


# --- Textos ------------------------------------------------------------------------------------
def test_counts_text():
    counts = confusion_counts(MAIL_TRUE, MAIL_PRED)
    assert str(counts) == "VP = 5, FP = 10, FN = 15, VN = 70"
    html = counts._repr_html_()
    assert '<th scope="row">Positiva</th><td>VP = 5</td><td>FN = 15</td>' in html
    assert '<th scope="row">Negativa</th><td>FP = 10</td><td>VN = 70</td>' in html
    assert "<caption>" in html


def test_multiclass_text():
    summary = classification_summary([0, 1, 2, 2], [0, 1, 2, 1], class_names=["a", "bb", "c"])
    assert str(summary).splitlines() == [
        "Exactitud: 0.750 (4 muestras)",
        "",
        "Clase        Precisión  Exhaustividad     F1  Apoyo (muestras)",
        "a                1.000          1.000  1.000                 1",
        "bb               0.500          1.000  0.667                 1",
        "c                1.000          0.500  0.667                 2",
        "Media macro      0.833          0.833  0.778                 4",
    ]
    assert repr(summary) == str(summary)


def test_binary_text_has_the_positive_class_and_no_average():
    text = str(classification_summary(MAIL_TRUE, MAIL_PRED, class_names=["normal", "spam"]))
    assert "Clase positiva «spam»: precisión 0.333, exhaustividad 0.250, F1 0.286" in text
    assert "macro" not in text
    assert str(classification_summary([1], [1])).startswith("Exactitud: 1.000 (1 muestra)")


def test_approx_marks_every_varying_number_and_no_count():
    summary = classification_summary(MAIL_TRUE, MAIL_PRED, approx=True)
    for text in (str(summary), repr(summary), summary._repr_html_()):
        assert text.count("≈ 0.") == text.count("0.") == 4 + 6
        assert "≈ 1" not in text
        assert "≈ 8" not in text
    assert "≈" not in str(classification_summary(MAIL_TRUE, MAIL_PRED))


def test_zero_division_is_zero_and_said(recwarn):
    never = classification_summary([0, 0, 1], [0, 0, 0])
    assert (never.precision, never.recall, never.f1) == (0.0, 0.0, 0.0)
    assert "«1»: nunca predicha" in str(never)
    assert "«1»: nunca predicha" in never._repr_html_()
    assert not list(recwarn)

    unseen = classification_summary([0, 0], [0, 1], class_names=["a", "b", "c"])
    assert "«b»: sin muestras reales" in str(unseen)
    assert "«c»: ni aparece" in str(unseen)
    assert unseen.f1 == pytest.approx((2 / 3 + 0) / 2)
    assert "nunca predicha" not in str(classification_summary(MAIL_TRUE, MAIL_PRED))


def test_html_is_accessible_and_escaped():
    html = classification_summary([0, 1, 1], [0, 1, 1], class_names=["<b>", "x&y"])._repr_html_()
    assert "&lt;b&gt;" in html
    assert "x&amp;y" in html
    assert "<b>" not in html
    assert html.count('scope="col"') == 5
    assert html.count('scope="row"') == 2
    assert "<caption>Exactitud: 1.000 (3 muestras)" in html


def test_summary_is_exported_type():
    assert isinstance(classification_summary([0], [0]), ClassificationSummary)


# --- Errores -----------------------------------------------------------------------------------
@pytest.mark.parametrize("function", [confusion_counts, classification_summary])
@pytest.mark.parametrize("position", ["y_true", "y_pred"])
@pytest.mark.parametrize(
    ("bad", "error", "message"),
    [
        ([], ValueError, "está vacío"),
        (1, TypeError, "llegó un int"),
        ("spam", TypeError, "llegó un str"),
        (None, TypeError, "llegó un NoneType"),
        ({0, 1}, TypeError, "llegó un set"),
        ([[0, 1], [1]], ValueError, "longitudes distintas"),
        ([[0.2, 0.8], [0.9, 0.1]], ValueError, "argmax"),
        ([[0.2], [0.9]], ValueError, r"umbral.*ravel"),
        ([0.2, 0.9], ValueError, "probabilidades.*umbral"),
        ([0.5, 7.5], ValueError, "regresión"),
        ([0, np.inf], ValueError, "infinitos"),
        ([0, np.nan], ValueError, "posición 1"),
        ([0, None], ValueError, "posición 1"),
        (["a", np.nan], ValueError, "posición 1"),
        (pd.Series([1, None], dtype="Int64"), ValueError, "posición 1"),
        (["a", 1], TypeError, "contiene 'a'"),
        ([0, 1j], TypeError, "complex"),
        (np.array([0, [1]], dtype=object), TypeError, "list"),
        (np.array(["2020-01-01"], dtype="datetime64[D]"), TypeError, "datetime64"),
        (np.array([b"a"]), TypeError, "enteros o texto"),
    ],
)
def test_bad_labels(function, position, bad, error, message):
    arguments = {"y_true": [0, 1], "y_pred": [0, 1], position: bad}
    with pytest.raises(error, match=f"(?s){position}.*{message}"):
        function(**arguments)


@pytest.mark.parametrize("function", [confusion_counts, classification_summary])
def test_bad_pairs(function):
    with pytest.raises(ValueError, match="y_true tiene 2 etiquetas e y_pred 3"):
        function([0, 1], [0, 1, 1])
    with pytest.raises(TypeError, match="y_true contiene números e y_pred texto"):
        function([0, 1], ["a", "b"])


def test_bad_positive():
    for function in (confusion_counts, classification_summary):
        with pytest.raises(TypeError, match="positive debe ser una de las etiquetas"):
            function(["a", "b"], ["a", "b"], positive=1)
        with pytest.raises(TypeError, match="llegó '1'"):
            function([0, 1], [0, 1], positive="1")
        with pytest.raises(ValueError, match=r"positiva 7 no aparece.*0, 1"):
            function([0, 1], [0, 1], positive=7)
    with pytest.raises(TypeError, match="positive"):
        confusion_counts(["a", "b"], ["a", "b"])
    with pytest.raises(ValueError, match=r"hay 3.*y_true == 2"):
        classification_summary([0, 1, 2], [0, 1, 2], positive=2)


@pytest.mark.parametrize(
    ("names", "error", "message"),
    [
        ("ab", TypeError, "llegó str"),
        ({0: "a"}, TypeError, "llegó dict"),
        (5, TypeError, "llegó int"),
        ([0, 1], TypeError, "solo textos"),
        ([], ValueError, "vacío"),
        (["a", "a"], ValueError, "repite"),
    ],
)
def test_bad_class_names(names, error, message):
    with pytest.raises(error, match=message):
        classification_summary([0, 1], [0, 1], class_names=names)


def test_labels_without_a_name():
    with pytest.raises(ValueError, match=r"tiene 2 nombres, para las etiquetas de 0 a 1.*hay 2, 9"):
        classification_summary([0, 2], [1, 9], class_names=["a", "b"])
    with pytest.raises(ValueError, match="hay -1"):
        classification_summary([0, -1], [1, 0], class_names=["a", "b"])
    with pytest.raises(ValueError, match="'c' no están en class_names: 'a', 'b'"):
        classification_summary(["a", "c"], ["a", "b"], class_names=["a", "b"])
    many = list(range(50))
    with pytest.raises(ValueError, match=r"… \(49 en total\)"):
        classification_summary(many, many, class_names=["a"])
