"""Ayudas para escribir comprobaciones: cada una dice, en español, qué se esperaba y qué llegó.

Una comprobación es una función normal que recibe las respuestas del estudiante. Si algo está mal
lanza ``Mistake`` con una frase que ayuda a corregirlo; si termina sin lanzar nada, la respuesta es
correcta. Las equivocaciones conocidas son datos, en tablas que el contrato recorre::

    def check_tip(tip):
        expect.cases(
            tip,
            "propina",
            37.5,
            mistakes=((25, "Usaste el 10 %: se pide el 15 %."),),
            kind=expect.number,
        )

    def check_f1(function):
        expect.computes(
            function,
            "f1",
            right=f1_score,
            mistakes=((lambda y, p: f1_score(y, p) / 2, "Falta el 2."),),
            inputs=[labels(seed) for seed in range(4)],
        )

    def check_network(function):
        model = expect.network(expect.call(function), (28, 28), message="…", wrong_input="…")
        expect.like(model, wanted(), explain=what_differs, message="…")
        if not model.compiled:
            expect.wrong("La red está bien, pero sin compilar.")
"""

from course_utils.spanish import type_name

from .functions import call, computes, function, one_line
from .mistakes import Mistake, Unanswered, watched_tables, wrong, wrong_when
from .networks import (
    UNTRAINED,
    activation,
    alike,
    dropout,
    has_activation,
    layers,
    like,
    network,
    ordered,
    setting,
)
from .values import (
    array,
    arrived,
    boolean,
    cases,
    close,
    equal,
    finite,
    instance,
    integer,
    listed,
    number,
    number_or_array,
    numeric,
    one_number,
    plain,
    real,
    row,
    same,
    several,
    shown,
    subclass,
)

__all__ = [
    "UNTRAINED",
    "Mistake",
    "Unanswered",
    "activation",
    "alike",
    "array",
    "arrived",
    "boolean",
    "call",
    "cases",
    "close",
    "computes",
    "dropout",
    "equal",
    "finite",
    "function",
    "has_activation",
    "instance",
    "integer",
    "layers",
    "like",
    "listed",
    "network",
    "number",
    "number_or_array",
    "numeric",
    "one_line",
    "one_number",
    "ordered",
    "plain",
    "real",
    "row",
    "same",
    "setting",
    "several",
    "shown",
    "subclass",
    "type_name",
    "watched_tables",
    "wrong",
    "wrong_when",
]
