"""Métricas de clasificación: entran etiquetas y salen números.

scikit-learn hace los cálculos; este módulo comprueba antes lo que llega, explica en español lo que
no puede usar y reúne el resultado en una tabla que se lee bien en un cuaderno y en una terminal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import numpy as np

__all__ = [
    "ClassScores",
    "ClassificationSummary",
    "ConfusionCounts",
    "classification_summary",
    "confusion_counts",
]


@dataclass(frozen=True)
class ConfusionCounts:
    """Los cuatro recuentos de un problema de sí o no.

    Attributes
    ----------
    tp, fp, fn, tn : int
        Verdaderos positivos (VP), falsos positivos (FP), falsos negativos (FN) y verdaderos
        negativos (VN), en número de muestras.

    Examples
    --------
    >>> print(ConfusionCounts(tp=5, fp=10, fn=15, tn=70))
    VP = 5, FP = 10, FN = 15, VN = 70
    """

    tp: int
    fp: int
    fn: int
    tn: int

    def __str__(self) -> str:
        return f"VP = {self.tp}, FP = {self.fp}, FN = {self.fn}, VN = {self.tn}"

    def _repr_html_(self) -> str:
        header = ["Clase real", "Predicha positiva", "Predicha negativa"]
        body = [
            ["Positiva", f"VP = {self.tp}", f"FN = {self.fn}"],
            ["Negativa", f"FP = {self.fp}", f"VN = {self.tn}"],
        ]
        return _html_table("Aciertos y errores (número de muestras)", header, body)


@dataclass(frozen=True)
class ClassScores:
    """Una fila del resumen: cómo le fue al modelo con una clase.

    Attributes
    ----------
    label : int or str
        La etiqueta, tal como está en los datos.
    name : str
        El nombre que se muestra.
    precision, recall, f1 : float
        Precisión, exhaustividad y F1, entre 0 y 1. Una división entre cero cuenta como 0.0.
    support : int
        Apoyo: cuántas muestras son de verdad de esta clase.
    predicted : int
        Cuántas veces predijo el modelo esta clase.
    """

    label: int | str
    name: str
    precision: float
    recall: float
    f1: float
    support: int
    predicted: int

    @property
    def note(self) -> str:
        """Por qué alguna de las cifras es un 0.0 por convenio; vacío si ninguna lo es."""
        if self.support and self.predicted:
            return ""
        if self.support:
            return "nunca predicha: su precisión no está definida y se escribe 0"
        if self.predicted:
            return "sin muestras reales: su exhaustividad no está definida y se escribe 0"
        return "ni aparece en los datos ni fue predicha: no entra en la media"


# eq=False: comparar dos matrices con == da otra matriz, no un sí o un no.
# repr=False: un cuaderno guarda el repr junto al HTML, y también ahí cuenta el signo ≈.
@dataclass(frozen=True, eq=False, repr=False)
class ClassificationSummary:
    """Exactitud, precisión, exhaustividad y F1, en conjunto y por clase.

    Attributes
    ----------
    accuracy : float
        Exactitud: fracción de aciertos, entre 0 y 1.
    precision, recall, f1 : float
        De la clase positiva cuando `positive` tiene valor; si no, la media macro: el promedio sin
        pesos de las clases que aparecen en los datos o en las predicciones.
    positive : int or str or None
        Etiqueta de la clase positiva; None si se muestra la media macro.
    rows : tuple of ClassScores
        Una fila por clase, en el orden de la matriz.
    confusion_matrix : numpy.ndarray of int, shape (n_clases, n_clases)
        Filas: clase real. Columnas: clase predicha. De solo lectura.
    approx : bool
        True si los textos escriben «≈ 0.891», porque la cifra cambia de una máquina a otra.
    """

    accuracy: float
    precision: float
    recall: float
    f1: float
    positive: int | str | None
    rows: tuple[ClassScores, ...]
    confusion_matrix: np.ndarray
    approx: bool = False

    def __str__(self) -> str:
        header, *body = self._cells()
        widths = [max(map(len, column)) for column in zip(header, *body, strict=True)]
        table = [
            "  ".join(
                # La primera columna lleva nombres, a la izquierda; las demás, números.
                [line[0].ljust(widths[0])]
                + [cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)]
            )
            for line in (header, *body)
        ]
        return "\n".join([*self._headlines(), "", *table, *self._notes()])

    __repr__ = __str__

    def _repr_html_(self) -> str:
        header, *body = self._cells()
        notes = "".join(f"<p>{escape(note)}</p>" for note in self._notes())
        return _html_table(". ".join(self._headlines()), header, body) + notes

    def _number(self, value: float) -> str:
        return f"≈ {value:.3f}" if self.approx else f"{value:.3f}"

    def _headlines(self) -> list[str]:
        samples = int(self.confusion_matrix.sum())
        unit = "muestra" if samples == 1 else "muestras"
        lines = [f"Exactitud: {self._number(self.accuracy)} ({samples} {unit})"]
        if self.positive is not None:
            name = next(row.name for row in self.rows if row.label == self.positive)
            lines.append(
                f"Clase positiva «{name}»: precisión {self._number(self.precision)}, "
                f"exhaustividad {self._number(self.recall)}, F1 {self._number(self.f1)}"
            )
        return lines

    def _cells(self) -> list[list[str]]:
        cells = [["Clase", "Precisión", "Exhaustividad", "F1", "Apoyo (muestras)"]]
        for row in self.rows:
            scores = map(self._number, (row.precision, row.recall, row.f1))
            cells.append([row.name, *scores, str(row.support)])
        if self.positive is None:
            scores = map(self._number, (self.precision, self.recall, self.f1))
            cells.append(["Media macro", *scores, str(sum(row.support for row in self.rows))])
        return cells

    def _notes(self) -> list[str]:
        return [f"Clase «{row.name}»: {row.note}." for row in self.rows if row.note]


def confusion_counts(y_true, y_pred, *, positive=1) -> ConfusionCounts:
    """Cuenta verdaderos y falsos positivos y negativos.

    Con más de dos clases, `positive` se compara con todas las demás juntas.

    Parameters
    ----------
    y_true, y_pred : array_like of int, bool or str, shape (n_muestras,)
        Etiquetas reales y etiquetas predichas (no probabilidades).
    positive : int or str, default 1
        La etiqueta que cuenta como «sí».

    Returns
    -------
    ConfusionCounts
        `tp`, `fp`, `fn` y `tn`, en número de muestras.

    Raises
    ------
    TypeError
        Si lo que llega no son etiquetas, o `positive` no es del mismo tipo que ellas.
    ValueError
        Si hay datos vacíos, ausentes, de longitudes distintas o probabilidades, o si la etiqueta
        `positive` no aparece.

    Examples
    --------
    >>> confusion_counts([1, 1, 0, 0, 0], [1, 0, 1, 0, 0])
    ConfusionCounts(tp=1, fp=1, fn=1, tn=2)
    """
    from sklearn.metrics import confusion_matrix

    y_true, y_pred = _check_pair(y_true, y_pred)
    _check_positive(positive, _labels_present(y_true, y_pred))
    matrix = confusion_matrix(y_true == positive, y_pred == positive, labels=[False, True])
    tn, fp, fn, tp = map(int, matrix.ravel())
    return ConfusionCounts(tp=tp, fp=fp, fn=fn, tn=tn)


def classification_summary(
    y_true,
    y_pred,
    *,
    class_names: Sequence[str] | None = None,
    positive=None,
    approx: bool = False,
) -> ClassificationSummary:
    """Resume un clasificador: cifras globales, una fila por clase y matriz de confusión.

    Parameters
    ----------
    y_true, y_pred : array_like of int, bool or str, shape (n_muestras,)
        Etiquetas reales y etiquetas predichas (no probabilidades).
    class_names : sequence of str, optional
        Con etiquetas enteras, el nombre de la clase 0, de la 1, etc. Con etiquetas de texto, el
        orden en que se muestran. Sin nombres se usan las etiquetas que aparecen.
    positive : int or str, optional
        La clase positiva, cuando hay dos. Con etiquetas 0 y 1 es 1 si no se dice otra cosa; con
        otras dos etiquetas, si no se dice, se da la media macro.
    approx : bool, default False
        True escribe «≈ » delante de cada cifra. Los recuentos de muestras son exactos.

    Returns
    -------
    ClassificationSummary
        Las cifras coinciden con las de scikit-learn (`zero_division=0`). Se puede imprimir, y en
        un cuaderno se ve como una tabla.

    Raises
    ------
    TypeError
        Si lo que llega no son etiquetas, o `class_names` o `positive` no son del tipo debido.
    ValueError
        Si hay datos vacíos, ausentes, de longitudes distintas o probabilidades; si una etiqueta
        no tiene nombre en `class_names`; o si `positive` no es una de dos clases.

    Examples
    --------
    >>> resumen = classification_summary(
    ...     [0, 0, 0, 1, 1], [0, 0, 1, 1, 0], class_names=["normal", "spam"]
    ... )
    >>> print(resumen)
    Exactitud: 0.600 (5 muestras)
    Clase positiva «spam»: precisión 0.500, exhaustividad 0.500, F1 0.500
    <BLANKLINE>
    Clase   Precisión  Exhaustividad     F1  Apoyo (muestras)
    normal      0.667          0.667  0.667                 3
    spam        0.500          0.500  0.500                 2
    >>> resumen.confusion_matrix
    array([[2, 1],
           [1, 1]])
    """
    from sklearn.metrics import confusion_matrix, precision_recall_fscore_support

    y_true, y_pred = _check_pair(y_true, y_pred)
    labels, names = _labels_and_names(y_true, y_pred, class_names)
    positive = _choose_positive(positive, labels)

    matrix = confusion_matrix(y_true, y_pred, labels=labels)
    matrix.setflags(write=False)
    scores = precision_recall_fscore_support(y_true, y_pred, labels=labels, zero_division=0)
    scores = np.array(scores[:3])  # filas: precisión, exhaustividad, F1
    support, predicted = matrix.sum(axis=1), matrix.sum(axis=0)

    if positive is None:
        # Una clase sin muestras ni predicciones no dice nada: scikit-learn tampoco la promedia.
        overall = scores[:, support + predicted > 0].mean(axis=1)
    else:
        overall = scores[:, labels.index(positive)]
    rows = tuple(
        ClassScores(label, name, *map(float, scores[:, k]), int(support[k]), int(predicted[k]))
        for k, (label, name) in enumerate(zip(labels, names, strict=True))
    )
    accuracy = float(np.trace(matrix) / matrix.sum())
    return ClassificationSummary(
        accuracy, *map(float, overall), positive, rows, matrix, approx=bool(approx)
    )


def check_labels(values, name: str) -> np.ndarray:
    """Comprueba una etiqueta por muestra y las devuelve como array de int64 o de texto.

    Los booleanos y los decimales enteros (1.0) pasan a int64. Lo usa también `plotting`.

    Parameters
    ----------
    values : array_like of int, bool or str, shape (n_muestras,)
        Lo que pasó quien llama.
    name : str
        Cómo se llama ese argumento, para el mensaje de error.

    Returns
    -------
    numpy.ndarray, shape (n_muestras,)
        De tipo int64, o de texto.

    Raises
    ------
    TypeError
        Si no es una secuencia, o mezcla texto y números, o tiene otro tipo de datos.
    ValueError
        Si está vacía, tiene más de una dimensión, valores ausentes o decimales.

    Examples
    --------
    >>> check_labels([True, False], "y_true")
    array([1, 0])
    """
    try:
        array = np.asarray(values)
    except ValueError as error:
        raise ValueError(f"{name}: las filas tienen longitudes distintas; {_ONE_EACH}.") from error
    if array.ndim == 0:
        kind = type(values).__name__
        raise TypeError(f"{name}: llegó un {kind}; {_ONE_EACH}, por ejemplo [0, 1, 1].")
    if array.size == 0:
        raise ValueError(f"{name} está vacío (forma {array.shape}); {_ONE_EACH}.")
    if array.ndim > 1:
        raise ValueError(f"{name} tiene forma {array.shape}; {_ONE_EACH}. {_flatten_advice(array)}")
    if array.dtype.kind == "U" and not all(isinstance(value, str) for value in values):
        array = np.array(list(values), dtype=object)  # NumPy convirtió números o nan en texto
    if array.dtype.kind == "O":
        array = _from_objects(array, name)
    if array.dtype.kind == "f":
        _check_whole(array, name)
    elif array.dtype.kind not in "biuU":
        raise TypeError(f"{name} es de tipo {array.dtype}; se esperaban enteros o texto.")
    return array if array.dtype.kind == "U" else array.astype(np.int64)


def check_class_names(class_names) -> list[str]:
    """Comprueba los nombres de las clases y los devuelve como lista. Lo usa también `plotting`.

    Parameters
    ----------
    class_names : sequence of str
        El nombre de cada clase, en orden.

    Returns
    -------
    list of str
        Los mismos nombres.

    Raises
    ------
    TypeError
        Si no es una lista, tupla o array de textos.
    ValueError
        Si está vacía o repite un nombre.

    Examples
    --------
    >>> check_class_names(("gato", "perro"))
    ['gato', 'perro']
    """
    sequence = isinstance(class_names, Sequence) and not isinstance(class_names, str | bytes)
    if not sequence and getattr(class_names, "ndim", 0) != 1:
        raise TypeError(
            f"class_names debe ser una lista de textos, como ['gato', 'perro']; "
            f"llegó {type(class_names).__name__}."
        )
    names = list(class_names)
    for name in names:
        if not isinstance(name, str):
            raise TypeError(f"class_names debe contener solo textos; contiene {name!r}.")
    if not names:
        raise ValueError("class_names está vacío; se espera un nombre por clase.")
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        raise ValueError(f"class_names repite {repeated}; cada clase necesita su propio nombre.")
    return [str(name) for name in names]


_ONE_EACH = "se espera una lista o un array con una etiqueta por muestra"


def _flatten_advice(array: np.ndarray) -> str:
    if array.ndim == 2 and array.shape[1] == 1:
        return (
            "Si son probabilidades, aplica un umbral: (p >= 0.5).astype(int).ravel(); "
            "si son etiquetas, basta con .ravel()."
        )
    return (
        "Si son probabilidades (o etiquetas one-hot), quédate con la clase mayor: "
        "np.argmax(p, axis=1)."
    )


def _from_objects(array: np.ndarray, name: str) -> np.ndarray:
    """Decide qué contiene un array de objetos, que es como llega una columna de pandas."""
    for position, value in enumerate(array):
        # Por su texto, para reconocer pandas.NA y NaT sin importar pandas.
        if value is None or (not isinstance(value, str) and str(value) in ("nan", "<NA>", "NaT")):
            raise ValueError(_missing(name, position))
    if all(isinstance(value, str) for value in array):
        return array.astype(str)
    numbers = (bool, int, float, np.bool_, np.integer, np.floating)
    for position, value in enumerate(array):
        if not isinstance(value, numbers):
            raise TypeError(
                f"{name}: la posición {position} contiene {value!r} "
                f"({type(value).__name__}); se esperaban solo enteros o solo textos."
            )
    return array.astype(float)


def _missing(name: str, position: int) -> str:
    return (
        f"{name}: falta el valor de la posición {position} (nan o vacío); quita esa muestra o "
        "ponle una etiqueta."
    )


def _check_whole(array: np.ndarray, name: str) -> None:
    if np.isnan(array).any():
        raise ValueError(_missing(name, int(np.isnan(array).argmax())))
    decimals = array[array != np.floor(array)]
    if decimals.size and ((array >= 0) & (array <= 1)).all():
        raise ValueError(
            f"{name} parece contener probabilidades (por ejemplo {decimals[0]:.3g}) y se esperan "
            "etiquetas. Aplica un umbral: (p >= 0.5).astype(int)."
        )
    if decimals.size or np.isinf(array).any():
        raise ValueError(
            f"{name} contiene decimales o infinitos y se esperan etiquetas enteras. Estas métricas "
            "son de clasificación; para predecir cantidades usa las de regresión."
        )


def _check_pair(y_true, y_pred) -> tuple[np.ndarray, np.ndarray]:
    y_true, y_pred = check_labels(y_true, "y_true"), check_labels(y_pred, "y_pred")
    if len(y_true) != len(y_pred):
        raise ValueError(
            f"y_true tiene {len(y_true)} etiquetas e y_pred {len(y_pred)}; deben ser las mismas "
            "muestras, en el mismo orden."
        )
    if y_true.dtype.kind != y_pred.dtype.kind:
        kinds = {"i": "números", "U": "texto"}
        raise TypeError(
            f"y_true contiene {kinds[y_true.dtype.kind]} e y_pred {kinds[y_pred.dtype.kind]}; usa "
            "el mismo tipo de etiqueta en los dos."
        )
    return y_true, y_pred


def _labels_present(y_true: np.ndarray, y_pred: np.ndarray) -> list[int] | list[str]:
    labels = np.unique(np.concatenate([y_true, y_pred])).tolist()
    # Con solo ceros (o solo unos) el problema sigue siendo de sí o no.
    return [0, 1] if set(labels) <= {0, 1} else labels


def _labels_and_names(y_true, y_pred, class_names):
    """Las clases, en el orden de la matriz, y el nombre con que se muestra cada una."""
    present = _labels_present(y_true, y_pred)
    if class_names is None:
        return present, [str(label) for label in present]
    names = check_class_names(class_names)
    labels = names if y_true.dtype.kind == "U" else list(range(len(names)))
    unknown = sorted({*y_true.tolist(), *y_pred.tolist()} - set(labels))
    if unknown and labels is names:
        raise ValueError(f"Las etiquetas {_some(unknown)} no están en class_names: {_some(names)}.")
    if unknown:
        raise ValueError(
            f"class_names tiene {len(names)} nombres, para las etiquetas de 0 a {len(names) - 1}, "
            f"y en los datos hay {_some(unknown)}. Pon un nombre por clase o revisa las etiquetas."
        )
    return labels, names


def _choose_positive(positive, labels):
    if positive is None:
        return 1 if labels == [0, 1] else None
    _check_positive(positive, labels)
    if len(labels) != 2:
        raise ValueError(
            f"positive solo tiene sentido con dos clases y hay {len(labels)}. Para mirar una sola, "
            f"compara antes: classification_summary(y_true == {positive!r}, "
            f"y_pred == {positive!r})."
        )
    return labels[labels.index(positive)]


def _check_positive(positive, labels) -> None:
    expected = str if isinstance(labels[0], str) else (int, np.integer, np.bool_)
    if not isinstance(positive, expected):
        raise TypeError(
            f"positive debe ser una de las etiquetas, {_some(labels)}; llegó {positive!r} "
            f"({type(positive).__name__})."
        )
    if positive not in labels:
        raise ValueError(
            f"La etiqueta positiva {positive!r} no aparece en los datos; las que hay son "
            f"{_some(labels)}. Indica una de ellas con positive=..."
        )


def _some(values: Sequence) -> str:
    shown = ", ".join(repr(value) for value in values[:10])
    return shown + (f"… ({len(values)} en total)" if len(values) > 10 else "")


def _html_table(caption: str, header: list[str], body: list[list[str]]) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in header)
    rows = "".join(
        f'<tr><th scope="row">{escape(first)}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        + "</tr>"
        for first, *cells in body
    )
    return (
        f"<table><caption>{escape(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )
