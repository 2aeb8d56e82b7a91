"""Las pistas de un ejercicio, ejecutadas: lo que una pista marca como código, en su celda funciona.

``make prueba`` llama a ``try_hints`` en el núcleo de cada lección, entre el ejercicio en blanco y
su solución: con los nombres que en ese momento tiene quien estudia, y sin dejar rastro.
"""

import ast
import contextlib
import io
import re
import sys
import textwrap
from unittest import mock

from course_utils.exercises.core import Status, evaluate, get_exercise
from course_utils.exercises.traceless import traceless
from course_utils.notebook import CODE_SPAN

from .namespaces import BUILTINS, created, every_name, is_fragment, parse, used

_HOLE = re.compile(r"^( *)(?:(\w+) = \.\.\.|return \.\.\.)$", re.MULTILINE)


class HintFailed(AssertionError):
    """Una pista que en su celda no funciona: cuál es, y qué pasa."""


def try_hints(exercise_id, blank, answers, namespace):
    """Ejecuta las pistas de un ejercicio, y entrega la última si es una respuesta.

    Se ejecuta todo tramo entero (sin ``…``) cuyos nombres tienen valor en la celda. Los que hablan
    de los parámetros de una función no lo tienen: esos solo se leen, en las pruebas de lessons.

    Una red que se entrena en una pista da una sola época: se ve que se entrena, y no se espera a
    que aprenda. Por eso entonces no se mira si la respuesta aprueba.

    Parameters
    ----------
    exercise_id : str
    blank : str
        El código del ejercicio en blanco, sin su ``check``.
    answers : sequence of str
        Lo que se le da a ``check``, como está escrito.
    namespace : dict
        Los nombres que tiene la celda, con lo en blanco ya ejecutado. No cambia.

    Raises
    ------
    HintFailed
    """
    task = get_exercise(exercise_id)
    hints = task.hints
    # A una pregunta se responde con una letra: su pista no la dice.
    answer = None if task.wrong_letters else answer_of(hints[-1], blank)
    # La última, si es la respuesta entera, no se ejecuta además a trozos.
    loose = hints if answer is None else hints[:-1]
    parameters = {node.arg for node in ast.walk(ast.parse(blank)) if isinstance(node, ast.arg)}
    named = {name for hint in hints for span in CODE_SPAN.findall(hint) for name in _names(span)}
    trained, prelude = [], []
    with traceless(), contextlib.redirect_stdout(io.StringIO()):
        scope = _copy_of(namespace, named)
        for number, hint in enumerate(loose, start=1):
            for span in CODE_SPAN.findall(hint):
                if _has_values(span, scope, parameters):
                    _run(span, scope, f"pista {number} de {exercise_id}: {span}", trained)
                    if created(parse(span)) - namespace.keys():
                        prelude.append(span)
        if answer is None:
            return
        where = f"pista {len(hints)} de {exercise_id}, como respuesta:\n{answer}"
        scope = _copy_of(namespace, named)
        trained.clear()
        _run("\n".join([*prelude, answer]), scope, where, trained)
        if trained:
            return
        outcome = evaluate(exercise_id, *(eval(written, scope) for written in answers))
    if outcome.status is not Status.CORRECT:
        raise HintFailed(f"{where}\n{outcome.message()}")


def answer_of(hint, blank):
    """El ejercicio respondido con la pista, si llena todos sus huecos; o None.

    Los llena con instrucciones (``nombre = …`` o ``return …``) o, si todos los huecos son
    ``nombre = ...``, con tantas expresiones como huecos, en su orden.

    Examples
    --------
    >>> print(answer_of("`lado ** 2` y `4 * lado`.", "lado = 3\\narea = ...\\nborde = ..."))
    lado = 3
    area = lado ** 2
    borde = 4 * lado
    >>> print(answer_of("`return x / 2`", "def mitad(x):\\n    return ..."))
    def mitad(x):
        return x / 2
    >>> answer_of("Divide: `x / …`", "def mitad(x):\\n    return ...") is None
    True
    """
    spans = CODE_SPAN.findall(hint)
    trees = [parse(span) for span in spans]
    if not spans or any(tree is None or is_fragment(tree) for tree in trees):
        return None
    holes = [match[2] for match in _HOLE.finditer(blank)]
    if None in holes:
        filled = _filled_with_returns(spans, trees, holes)
    elif len(spans) == len(holes) and all(map(_is_expression, trees)):
        filled = [f"{name} = {span}" for name, span in zip(holes, spans, strict=True)]
    elif set(holes) <= created(parse("\n".join(spans))):
        filled = ["\n".join(spans), *[""] * (len(holes) - 1)]
    else:
        filled = None
    if filled is None:
        return None
    code = iter(filled)
    return _HOLE.sub(lambda hole: textwrap.indent(next(code), hole[1]), blank)


def _filled_with_returns(spans, trees, holes):
    """Lo que va en cada hueco: hasta cada ``return``, uno; lo que crea otro hueco, a ese."""
    filled, body = {}, []
    positions = iter([i for i, name in enumerate(holes) if name is None])
    for span, tree in zip(spans, trees, strict=True):
        if names := created(tree) & set(holes):
            filled[holes.index(names.pop())] = span
            continue
        body.append(span)
        if isinstance(tree.body[-1], ast.Return):
            position = next(positions, None)
            filled[position], body = "\n".join(body), []
    if body or sorted(filled, key=str) != list(range(len(holes))):
        return None
    return [filled[i] for i in range(len(holes))]


def _names(span):
    return every_name(parse(span) or ast.Module([], []))


def _is_expression(tree):
    return len(tree.body) == 1 and isinstance(tree.body[0], ast.Expr)


def _has_values(span, scope, parameters):
    """Si un tramo se puede ejecutar: está entero, y todo lo que usa tiene valor."""
    tree = parse(span)
    if tree is None or is_fragment(tree):
        return False
    if any(isinstance(node, ast.Return) for node in tree.body) or every_name(tree) & parameters:
        return False
    known = {name for name, value in scope.items() if value is not Ellipsis}
    return used(tree) <= known | BUILTINS


def _run(code, scope, where, trained):
    try:
        with _one_epoch(trained):
            exec(compile(code, "<pista>", "exec"), scope)
    except Exception as error:
        raise HintFailed(f"{where}\n{type(error).__name__}: {error}") from None


def _copy_of(namespace, named):
    """Los mismos nombres; los que se nombran, copiados si una pista los puede cambiar."""
    return {
        name: _copied(value) if name in named else value
        for name, value in namespace.items()
        if name != "__builtins__"
    }


def _copied(value):
    if type(value) is dict:
        return {key: _copied(each) for key, each in value.items()}
    return type(value)(map(_copied, value)) if type(value) in (list, set) else value


@contextlib.contextmanager
def _one_epoch(trained):
    """Las redes de Keras entrenan una época, y se apuntan en ``trained``."""
    keras = sys.modules.get("keras")
    if keras is None:
        yield
        return
    fit = keras.Model.fit

    def fit_once(model, *args, **kwargs):
        trained.append(model)
        return fit(model, *args, **{**kwargs, "epochs": 1})

    with mock.patch.object(keras.Model, "fit", fit_once):
        yield
