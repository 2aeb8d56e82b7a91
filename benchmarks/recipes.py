"""Las recetas de las lecciones, sacadas de su código y no vueltas a escribir.

De la lección resuelta se queda con lo que hace falta para llegar a un modelo entrenado: la última
vez que se crea y se entrena, y, hacia atrás, las líneas de las que depende (los datos, las
funciones, las importaciones). Ni figuras, ni comprobaciones, ni lo que va después.
"""

import ast
import contextlib
import io
import time

from authoring.errors import AuthoringError
from authoring.lessons import find_lessons
from authoring.notebooks import Source

_TRAINS = {"fit", "fit_timed", "train"}
_CHANGES = _TRAINS | {"compile", "adapt", "append", "update"}


class Recipe:
    """El camino, en una lección, hasta un modelo entrenado.

    Parameters
    ----------
    lesson : str
        Su nombre, que no cambia aunque cambie de número: «fashion_mnist».
    model : str
        Cómo se llama en la lección resuelta el modelo (u otra cosa: sus puntuaciones).

    Raises
    ------
    AuthoringError
        En la lección no hay nada con ese nombre.
    """

    def __init__(self, lesson, model):
        (found,) = find_lessons([lesson])
        cells = [cell.source for cell in Source(found).solved if cell.cell_type == "code"]
        statements = [node for cell in cells for node in ast.parse(cell).body]
        end = _last(statements, model)
        if end is None:
            raise AuthoringError(f"La lección {lesson} no tiene ningún «{model}».")
        self.model = model
        self.statements = _slice(statements, model, end)

    @property
    def code(self):
        """El programa, para leerlo."""
        return "\n".join(ast.unparse(statement) for statement in self.statements)

    def run(self, seed=42, callbacks=(), instead=None):
        """Ejecuta la receta.

        Parameters
        ----------
        seed : int
            En lugar del 42 de la lección.
        callbacks : sequence of keras.callbacks.Callback
            Además de los de la lección; las curvas en vivo se quitan.
        instead : dict, optional
            Con qué valores, en lugar de los de la lección: «{"epochs": 6}». Allí tienen que
            ponerse en una línea propia, antes de usarse.

        Returns
        -------
        dict, float
            Los nombres que deja (el modelo, los datos…) y los segundos que entrenó Keras, sin
            contar validaciones ni figuras.

        Raises
        ------
        AuthoringError
            La receta no pone alguno de los nombres de ``instead``.
        """
        from course_utils.training import keras

        instead = instead or {}
        absent = set(instead).difference(*map(_bound, self.statements))
        if absent:
            raise AuthoringError(
                f"La receta de «{self.model}» no pone {', '.join(sorted(absent))}."
            )
        names, clock = {}, _clock(keras)
        with _watched_fits(keras, [clock, *callbacks]), contextlib.redirect_stdout(io.StringIO()):
            for statement in self.statements:
                exec(compile(ast.Module([statement], []), f"receta de {self.model}", "exec"), names)
                _replace(names, seed)
                names.update({name: instead[name] for name in _bound(statement) & set(instead)})
        return names, clock.seconds


def _last(statements, name):
    """La posición de la última línea que entrena ese modelo o, si ninguna, que pone ese nombre."""
    for good in (_trains, lambda statement, name: name in _bound(statement)):
        found = [i for i, statement in enumerate(statements) if good(statement, name)]
        if found:
            return found[-1]
    return None


def _trains(statement, name, methods=_TRAINS):
    """Si la línea llama a un método de ese nombre, o a una función que lo recibe el primero."""
    for node in ast.walk(statement):
        if isinstance(node, ast.Call) and _called(node) in methods:
            # «model.fit(x)» cambia model, y no x; «train(model, x)», también.
            method = isinstance(node.func, ast.Attribute)
            if any(_is(part, name) for part in ([node.func.value] if method else node.args[:1])):
                return True
    return False


def _called(call):
    return getattr(call.func, "attr", getattr(call.func, "id", None))


def _is(node, name):
    return isinstance(node, ast.Name) and node.id == name


def _slice(statements, name, end):
    """Las líneas de las que depende ``name`` tal como queda tras la línea ``end``."""
    chosen, pending, seen = set(), [(name, end)], set()
    while pending:
        wanted, last = pending.pop()
        bindings = [i for i in range(last + 1) if wanted in _bound(statements[i])]
        if not bindings or (wanted, bindings[-1], last) in seen:
            continue
        start = bindings[-1]
        seen.add((wanted, start, last))
        # Lo que crea el nombre y lo que después lo cambia: compile, fit, adapt…
        for i in [start, *(i for i in range(start + 1, last + 1) if _uses(statements[i], wanted))]:
            if i not in chosen or i == start:
                chosen.add(i)
                pending += [(used, _until(statements, i, end)) for used in _loaded(statements[i])]
    if any("set_seed" in _bound(statement) for statement in statements):
        chosen |= {i - 1 for i in chosen if i and _sets_seed(statements[i - 1])}
        chosen |= {i for i in range(len(statements)) if "set_seed" in _bound(statements[i])}
    return [statements[i] for i in sorted(chosen)]


def _until(statements, position, end):
    """Hasta dónde se buscan los nombres de una línea: los de una función, hasta que se la llama."""
    return end if isinstance(statements[position], ast.FunctionDef) else position - 1


def _bound(statement):
    """Los nombres que la línea deja puestos en el cuaderno."""
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return {statement.name}
    if isinstance(statement, ast.Import | ast.ImportFrom):
        return {(alias.asname or alias.name).split(".")[0] for alias in statement.names}
    return _names(statement, ast.Store) - _own(statement, ast.comprehension)


def _loaded(statement):
    """Los nombres que la línea necesita ya puestos."""
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        own = {node.arg for node in ast.walk(statement) if isinstance(node, ast.arg)}
        own |= _names(statement, ast.Store)
    else:
        own = _own(statement, ast.comprehension, ast.For)
    return _names(statement, ast.Load) - own


def _names(statement, context):
    return {
        node.id
        for node in ast.walk(statement)
        if isinstance(node, ast.Name) and isinstance(node.ctx, context)
    }


def _own(statement, *kinds):
    """Las variables que recorren los ciclos de dentro de la línea."""
    targets = [node.target for node in ast.walk(statement) if isinstance(node, kinds)]
    return {name for target in targets for name in _names(target, ast.Store)}


def _uses(statement, name):
    """Si la línea puede cambiar el objeto: un método suyo, o una función que lo entrena."""
    return isinstance(statement, ast.Expr | ast.Assign) and _trains(statement, name, _CHANGES)


def _sets_seed(statement):
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Call)
        and _called(statement.value) == "set_seed"
    )


def _replace(names, seed):
    """Pone la semilla pedida y quita las curvas, que aquí no mira nadie."""
    if "set_seed" in names:
        from course_utils.training import set_seed

        names["set_seed"] = lambda _=42: set_seed(seed)
    if "LearningCurves" in names:
        from course_utils.training import keras

        names["LearningCurves"] = lambda *args, **options: keras.callbacks.Callback()


def _clock(keras):
    """Un cronómetro que solo corre mientras la red aprende."""

    class Clock(keras.callbacks.Callback):
        seconds = 0.0

        def on_epoch_begin(self, epoch, logs=None):
            self.before, self.started = self.seconds, time.perf_counter()

        def on_train_batch_end(self, batch, logs=None):
            self.seconds = self.before + time.perf_counter() - self.started

    return Clock()


@contextlib.contextmanager
def _watched_fits(keras, callbacks):
    """Cada ``fit`` de Keras lleva además esos *callbacks*."""
    fit = keras.Model.fit

    def watched(self, *args, **options):
        options["callbacks"] = [*(options.get("callbacks") or ()), *callbacks]
        return fit(self, *args, **options)

    keras.Model.fit = watched
    try:
        yield
    finally:
        keras.Model.fit = fit
