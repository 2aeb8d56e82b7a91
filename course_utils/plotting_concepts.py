"""Figuras de las ideas del curso: regiones de decisión, activaciones y descenso de gradiente.

Siguen las mismas reglas que `plotting`: reciben datos o funciones y dibujan; `ax=None` es una
figura nueva; los rótulos que ya puso quien llama se respetan.
"""

from __future__ import annotations

import inspect
import warnings
from collections.abc import Sequence
from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np
from matplotlib import patheffects
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure

from course_utils.inputs import as_numbers, check_same_length
from course_utils.metrics import check_class_names, check_labels
from course_utils.plotting import _MANY, _axes_or_new, _label

__all__ = [
    "CLASS_COLORS",
    "CLASS_MARKERS",
    "plot_activation",
    "plot_decision_regions",
    "plot_gradient_path",
    "plot_learning_rate_comparison",
]

# De la paleta de Okabe e Ito, sin el azul ni el rojo: en el curso son acierto y fallo.
CLASS_COLORS = ("#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#F0E442", "#555555")
CLASS_MARKERS = ("o", "s", "^", "D", "v", "P")

_GRID_SIDE = 200  # 200 × 200 puntos: bordes nítidos, y un modelo lento aún responde
_SURFACE_SIDE = 121
_MAX_PANELS = 9

_PATH_COLOR = "#D55E00"
_OUTLINE = [patheffects.withStroke(linewidth=3, foreground="white")]


def _sigmoid(z: np.ndarray) -> np.ndarray:
    return 0.5 * (1 + np.tanh(z / 2))  # igual a 1 / (1 + exp(-z)), sin desbordarse


def _relu_slope(z: np.ndarray) -> np.ndarray:
    # En 0 no hay pendiente: nan interrumpe la línea en vez de unir 0 y 1 con una cuesta falsa.
    return np.where(z == 0, np.nan, (z > 0).astype(float))


# nombre: (función, pendiente, color, marca)
_ACTIVATIONS = {
    "sigmoide": (_sigmoid, lambda z: _sigmoid(z) * (1 - _sigmoid(z)), "#E69F00", "o"),
    "relu": (lambda z: np.maximum(z, 0), _relu_slope, "#333333", "s"),
    "tanh": (np.tanh, lambda z: 1 - np.tanh(z) ** 2, "#009E73", "^"),
}


def plot_decision_regions(predict, x, y, *, class_names=None, feature_names=None, ax=None) -> Axes:
    """Dibuja qué clase predice un modelo en cada punto del plano, y los datos encima.

    El modelo se consulta una sola vez, con 40 000 puntos.

    Parameters
    ----------
    predict : callable or estimator
        Un modelo ya entrenado (scikit-learn o Keras), o una función que recibe puntos de forma
        (n, 2) y devuelve una etiqueta por punto. Si devuelve una columna por clase, cuenta la
        mayor; si devuelve una probabilidad por punto, desde 0.5 es la clase 1.
    x : array_like of float or pandas.DataFrame, shape (n_muestras, 2)
        Los datos: dos características. El modelo recibe lo mismo que aquí, array o DataFrame.
    y : array_like of int or str, shape (n_muestras,)
        Etiquetas reales, de 6 clases como mucho.
    class_names : sequence of str, optional
        El nombre de la clase 0, de la 1, etc.; con etiquetas de texto, su orden. Con nombres,
        cada clase tiene el mismo color en todas las figuras, aunque en una falte alguna.
    feature_names : sequence of str, optional
        Los nombres de las dos características, con su unidad. Sin ellos, los de las columnas de
        un DataFrame.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes: una imagen con las regiones y un grupo de puntos por clase.

    Raises
    ------
    TypeError
        Si `predict` no es un modelo ni una función, o los datos no son números.
    ValueError
        Si las formas no encajan, faltan datos, el modelo no está entrenado o no usa dos
        características, o hay más de 6 clases.

    Examples
    --------
    >>> puntos = [[0, 0], [1, 3], [2, 1], [3, 3]]
    >>> ax = plot_decision_regions(lambda p: p[:, 0] > 1.5, puntos, [0, 0, 1, 1])
    >>> ax.get_legend_handles_labels()[1]
    ['clase 0', 'clase 1']
    >>> plt.close()
    """
    points = _two_columns(x)
    y = check_labels(y, "y")
    check_same_length({"x": points, "y": y})
    feature_names = _feature_names(feature_names, x)
    extent = [*_padded_range(points[:, 0]), *_padded_range(points[:, 1])]
    grid = _cell_centres(extent)
    if hasattr(x, "columns"):  # el modelo aprendió con nombres de columna, y los espera
        grid = type(x)(grid, columns=x.columns)
    predicted = _predicted_labels(predict, grid, y)
    labels, names = _classes(y, predicted, class_names)

    regions = np.searchsorted(np.sort(labels), predicted)
    regions = np.argsort(labels)[regions].reshape(_GRID_SIDE, _GRID_SIDE)
    ax = _axes_or_new(ax, figsize=(5.5, 4.5))
    _draw_regions(ax, regions, extent)
    size = 60 if len(y) <= 20 else 28 if len(y) <= 300 else 10
    for k, (value, name) in enumerate(zip(labels, names, strict=True)):
        ax.scatter(
            *points[y == value].T,
            s=size,
            color=CLASS_COLORS[k],
            marker=CLASS_MARKERS[k],
            edgecolors="black",
            linewidths=0.6,
            label=name,
        )
    ax.set(xlim=extent[:2], ylim=extent[2:])
    _label(ax.xaxis.label, feature_names[0])
    _label(ax.yaxis.label, feature_names[1])
    _label(ax.title, "Regiones de decisión")
    ax.legend(loc="best" if len(y) <= _MANY else "upper right", fontsize="small", framealpha=0.9)
    return ax


def plot_activation(names, *, x_range=(-6, 6), slopes=False, ax=None) -> Axes:
    """Dibuja una o varias funciones de activación y, si se pide, sus pendientes.

    Parameters
    ----------
    names : str or sequence of str
        "sigmoide", "relu" o "tanh", o una lista con varias.
    x_range : tuple of float, default (-6, 6)
        Primer y último valor de la entrada z.
    slopes : bool, default False
        True dibuja además, con trazos, la pendiente (derivada) de cada función.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes, con una línea por función y otra por pendiente.

    Raises
    ------
    TypeError
        Si `names` o `x_range` no son del tipo debido.
    ValueError
        Si no se conoce una función o el intervalo está vacío.

    Examples
    --------
    >>> ax = plot_activation(["sigmoide", "tanh"], slopes=True)
    >>> ax.get_legend_handles_labels()[1]
    ['sigmoide', 'pendiente de sigmoide', 'tanh', 'pendiente de tanh']
    >>> plt.close()
    """
    names = _activation_names(names)
    low, high = _check_range(x_range, "x_range")
    # El 0 siempre está: ahí se quiebra ReLU.
    z = np.unique(np.append(np.linspace(low, high, 400), 0.0 if low <= 0 <= high else low))
    ax = _axes_or_new(ax, figsize=(6, 4))
    for name in names:
        function, slope, color, marker = _ACTIVATIONS[name]
        style = {"color": color}
        if len(names) > 1:  # la segunda señal, además del color
            style |= {"marker": marker, "markevery": 40, "ms": 5}
        ax.plot(z, function(z), "-", label=name, **style)
        if slopes:
            style["markerfacecolor"] = "white"
            ax.plot(z, slope(z), "--", label=f"pendiente de {name}", **style)
    ax.axhline(0, color="#BBBBBB", linewidth=0.8, zorder=0)
    if low <= 0 <= high:
        ax.axvline(0, color="#BBBBBB", linewidth=0.8, zorder=0)
    ax.set_xlim(low, high)
    _label(ax.xaxis.label, "Entrada de la neurona (z)")
    _label(ax.yaxis.label, "Salida y pendiente" if slopes else "Salida")
    one = f"Función de activación: {names[0]}"
    _label(ax.title, one if len(names) == 1 else "Funciones de activación")
    ax.legend(fontsize="small")
    return ax


def activation(name: str, z: np.ndarray) -> np.ndarray:
    """Calcula una de las funciones de `plot_activation`. Lo usa también `interactive`.

    Examples
    --------
    >>> activation("relu", np.array([-2.0, 3.0]))
    array([0., 3.])
    """
    (name,) = _activation_names(name)
    return _ACTIVATIONS[name][0](z)


def plot_gradient_path(
    loss, path, *, x_range, y_range, labels=("peso 1", "peso 2"), ax=None
) -> Axes:
    """Dibuja una función de pérdida de dos pesos y el camino que recorrió el descenso.

    Parameters
    ----------
    loss : callable
        `loss(w1, w2)` recibe dos arrays de la misma forma y devuelve otro igual, con la pérdida
        en cada punto.
    path : array_like of float, shape (n_pasos + 1, 2)
        Los pesos en el inicio y después de cada paso. Si el descenso diverge puede acabar en
        infinito o nan; el inicio no.
    x_range, y_range : tuple of float
        Qué valores del primer peso y del segundo se dibujan.
    labels : tuple of str, default ("peso 1", "peso 2")
        Cómo se llaman los dos pesos.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes con el mapa de la pérdida y el camino. Si alguna parte del camino queda fuera,
        una nota dice desde qué paso.

    Raises
    ------
    TypeError
        Si `loss` no es una función, o los demás argumentos no son del tipo debido.
    ValueError
        Si `loss` no acepta arrays, o el camino o los intervalos no tienen la forma debida.

    Examples
    --------
    >>> camino = [[4.0, 3.0], [2.0, 1.5], [1.0, 0.8]]
    >>> ax = plot_gradient_path(
    ...     lambda w1, w2: w1**2 + w2**2, camino, x_range=(-5, 5), y_range=(-5, 5)
    ... )
    >>> [texto.get_text() for texto in ax.texts if texto.get_text()]
    ['inicio', 'final']
    >>> plt.close()
    """
    path = _check_path(path)
    labels = _two_names(labels, "labels")
    surface = _surface(loss, x_range, y_range)
    ax = _axes_or_new(ax, figsize=(6, 4.5))
    contours = _draw_surface(ax, surface)
    _draw_path(ax, path)
    _label(ax.xaxis.label, labels[0])
    _label(ax.yaxis.label, labels[1])
    _label(ax.title, "Camino del descenso de gradiente")
    ax.figure.colorbar(contours, ax=ax, label="Pérdida")
    return ax


def plot_learning_rate_comparison(
    loss, gradient, start, rates, *, steps=30, x_range, y_range
) -> Figure:
    """Desciende desde el mismo punto con varias tasas de aprendizaje y dibuja cada camino.

    Parameters
    ----------
    loss : callable
        `loss(w1, w2)` recibe dos arrays de la misma forma y devuelve otro igual.
    gradient : callable
        `gradient(w1, w2)` recibe dos números y devuelve las dos derivadas de la pérdida.
    start : tuple of float
        Los dos pesos de partida.
    rates : sequence of float
        De 1 a 9 tasas de aprendizaje, mayores que 0.
    steps : int, default 30
        Cuántos pasos se dan con cada una.
    x_range, y_range : tuple of float
        Qué valores del primer peso y del segundo se dibujan.

    Returns
    -------
    matplotlib.figure.Figure
        La figura nueva: unos ejes por tasa, en el mismo orden, y al final los de la escala de
        color. El título de cada uno dice la tasa y la pérdida final, o «diverge» si la pérdida
        acaba más alta que empezó o deja de ser un número.

    Raises
    ------
    TypeError
        Si `loss` o `gradient` no son funciones, o los demás argumentos no son del tipo debido.
    ValueError
        Si alguna tasa no es mayor que 0, `loss` no acepta arrays, `gradient` no devuelve dos
        números, o el inicio o los intervalos no tienen la forma debida.

    Examples
    --------
    >>> figura = plot_learning_rate_comparison(
    ...     lambda w1, w2: w1**2 + w2**2, lambda w1, w2: (2 * w1, 2 * w2), (4, 3), [0.1, 1.1],
    ...     x_range=(-5, 5), y_range=(-5, 5),
    ... )
    >>> [ax.get_title() for ax in figura.axes[:2]]
    ['Tasa 0.1\\npérdida final 3.83e-05', 'Tasa 1.1\\ndiverge']
    >>> plt.close()
    """
    rates = _check_rates(rates)
    start = _check_start(start)
    _check_steps(steps)
    surface = _surface(loss, x_range, y_range)
    paths = [descend(gradient, start, rate, steps) for rate in rates]
    titles = [f"Tasa {r:g}\n{descent_result(loss, p)}" for r, p in zip(rates, paths, strict=True)]

    columns = min(len(rates), 3)
    rows = -(-len(rates) // columns)
    fig, axes = plt.subplots(
        rows,
        columns,
        figsize=(3.4 * columns + 0.9, 3.3 * rows + 0.4),
        layout="constrained",
        sharex=True,
        sharey=True,
        squeeze=False,
    )
    for ax in axes.flat[len(rates) :]:
        ax.remove()
    axes = axes.flat[: len(rates)]
    for k, (ax, path, title) in enumerate(zip(axes, paths, titles, strict=True)):
        contours = _draw_surface(ax, surface)
        _draw_path(ax, path)
        ax.set_title(title, fontsize="medium")
        # Rótulos y números, solo en el borde de la hoja: los ejes son los mismos en todas.
        bottom = k + columns >= len(rates)
        ax.set_ylabel("peso 2" if k % columns == 0 else "")
        ax.set_xlabel("peso 1" if bottom else "")
        ax.tick_params(labelbottom=bottom)
    fig.suptitle(f"El mismo inicio, {steps} {'paso' if steps == 1 else 'pasos'}, distinta tasa")
    fig.colorbar(contours, ax=list(axes), label="Pérdida")
    return fig


# --- Regiones de decisión ----------------------------------------------------------------------


def _draw_regions(ax: Axes, regions: np.ndarray, extent: list[float]) -> None:
    # El mismo color que los puntos, muy claro: blanco en dos tercios.
    tints = np.array([to_rgb(color) for color in CLASS_COLORS]) / 3 + 2 / 3
    ax.imshow(tints[regions], extent=extent, origin="lower", aspect="auto", interpolation="nearest")
    centres = [np.linspace(*extent[i : i + 2], 2 * _GRID_SIDE + 1)[1::2] for i in (0, 2)]
    for k in np.unique(regions)[:-1]:  # la última frontera ya la dibujaron las demás
        ax.contour(*centres, regions == k, levels=[0.5], colors="#333333", linewidths=0.8)


def _padded_range(values: np.ndarray) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    margin = 0.08 * (high - low) or 1.0
    return low - margin, high + margin


def _cell_centres(extent: list[float]) -> np.ndarray:
    axes = [np.linspace(*extent[i : i + 2], 2 * _GRID_SIDE + 1)[1::2] for i in (0, 2)]
    return np.column_stack([column.ravel() for column in np.meshgrid(*axes)])


def _predicted_labels(predict, grid, y: np.ndarray) -> np.ndarray:
    output = np.asarray(_ask_model(predict, grid))
    if output.ndim == 0 or len(output) != len(grid) or output.ndim > 2 or output.size == 0:
        raise ValueError(
            f"predict recibió {len(grid)} puntos y devolvió un resultado de forma {output.shape}; "
            "se espera una etiqueta por punto, o una columna por clase."
        )
    if output.dtype.kind == "f" and not np.isfinite(output).all():
        raise ValueError(
            "predict devuelve nan o infinito en algún punto: el modelo no da un número. Revisa los "
            "datos y la tasa de aprendizaje."
        )
    if output.ndim == 2 and output.shape[1] > 1:
        return _label_of_largest(output, y)
    output = output.ravel()
    if output.dtype.kind == "f" and (output != np.floor(output)).any():
        if output.min() < 0 or output.max() > 1:
            raise ValueError(
                f"predict devuelve decimales de {output.min():.3g} a {output.max():.3g}, que no "
                "son etiquetas ni probabilidades. Si son logits, compáralos con 0: p > 0."
            )
        output = output >= 0.5
    predicted = check_labels(output, "Lo que devuelve predict")
    if predicted.dtype.kind != y.dtype.kind:
        kinds = {"i": "números", "U": "texto"}
        raise TypeError(
            f"predict devuelve {kinds[predicted.dtype.kind]} e y contiene {kinds[y.dtype.kind]}; "
            "usa el mismo tipo de etiqueta en los dos."
        )
    return predicted


def _ask_model(predict, grid):
    """Llama al modelo con todos los puntos, sin barra de progreso ni avisos."""
    owner = getattr(predict, "__self__", predict)
    function = getattr(predict, "predict", predict)
    if not callable(function) or inspect.isclass(predict):
        raise TypeError(
            "predict debe ser un modelo entrenado o una función que reciba puntos y devuelva "
            f"etiquetas; llegó {predict!r}. Con un modelo, pasa el modelo o model.predict."
        )
    features = _expected_features(owner)
    if features not in (None, 2):
        raise ValueError(
            f"El modelo se entrenó con {features} características y aquí se dibujan 2. Entrena "
            "otro solo con las dos columnas que quieres ver."
        )
    if _is_keras_model(owner):
        # Directamente: predict compila una función por modelo, y al quinto TensorFlow avisa.
        return owner(np.asarray(grid, dtype="float32"), training=False)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="X does not have valid feature names")
            return function(grid)
    except ValueError as error:
        if type(error).__name__ == "NotFittedError":
            raise ValueError(
                "El modelo todavía no está entrenado: llama antes a fit con los datos de "
                "entrenamiento."
            ) from error
        raise


def _is_keras_model(owner) -> bool:
    """Se reconoce por su familia: importar Keras para preguntarlo tardaría segundos."""
    modules = (kind.__module__ for kind in type(owner).__mro__)
    return hasattr(owner, "fit") and any(name.split(".")[0] == "keras" for name in modules)


def _expected_features(owner) -> int | None:
    shape = getattr(owner, "input_shape", None)
    if isinstance(shape, tuple) and shape:
        return shape[-1]
    return getattr(owner, "n_features_in_", None)


def _label_of_largest(output: np.ndarray, y: np.ndarray) -> np.ndarray:
    """La etiqueta de la columna mayor: su número o, si y no los usa, la que le toca en orden."""
    columns, present = output.shape[1], np.unique(y)
    largest = output.argmax(axis=1)
    if y.dtype.kind == "i" and present[0] >= 0 and present[-1] < columns:
        return largest
    if len(present) == columns:
        return present[largest]
    raise ValueError(
        f"predict devuelve {columns} columnas, una por clase, e y contiene {len(present)} clases: "
        f"{present.tolist()[:10]}. Numera las clases desde 0, o pasa una función que devuelva "
        "etiquetas."
    )


def _classes(y: np.ndarray, predicted: np.ndarray, class_names) -> tuple[list, list[str]]:
    """Las clases en el orden en que reciben color, y el nombre de cada una."""
    labels = np.union1d(y, predicted).tolist()
    text = y.dtype.kind == "U"
    names = labels if text else [f"clase {label}" for label in labels]
    if class_names is not None:
        names = check_class_names(class_names)
        known = names if text else list(range(len(names)))
        unknown = sorted(set(labels) - set(known))
        if unknown:
            raise ValueError(
                f"class_names tiene {len(names)} nombres y no hay ninguno para {unknown[:5]}. Pon "
                "uno por clase, en orden."
            )
        labels = known
    if len(labels) > len(CLASS_COLORS):
        raise ValueError(
            f"Hay {len(labels)} clases y la figura distingue {len(CLASS_COLORS)}. ¿Devuelve "
            "predict cantidades en vez de etiquetas?"
        )
    return labels, names


# --- Superficies y caminos ---------------------------------------------------------------------


def descend(gradient, start, rate: float, steps: int) -> np.ndarray:
    """Da pasos contra el gradiente y devuelve el camino. Lo usa también `interactive`.

    Parameters
    ----------
    gradient : callable
        `gradient(w1, w2)` devuelve las dos derivadas.
    start : array_like of float, shape (2,)
        Los pesos de partida.
    rate : float
        Tasa de aprendizaje.
    steps : int
        Cuántos pasos; menos si antes deja de haber números finitos.

    Returns
    -------
    numpy.ndarray of float, shape (pasos + 1, 2)
        El inicio y los pesos después de cada paso.

    Examples
    --------
    >>> descend(lambda w1, w2: (2 * w1, 2 * w2), (4, 2), 0.25, 2)
    array([[4. , 2. ],
           [2. , 1. ],
           [1. , 0.5]])
    """
    if not callable(gradient):
        raise TypeError(
            "gradient debe ser una función gradient(w1, w2) que devuelva las dos derivadas; llegó "
            f"{type(gradient).__name__}."
        )
    path = [np.asarray(start, dtype=float)]
    # Divergir es un resultado que se dibuja, no un aviso de NumPy en rojo.
    with np.errstate(all="ignore"):
        while len(path) <= steps and np.isfinite(path[-1]).all():
            slope = np.asarray(gradient(*path[-1]), dtype=float)
            if slope.shape != (2,):
                raise ValueError(
                    f"gradient(w1, w2) devolvió un resultado de forma {slope.shape}; se esperan "
                    "dos números: la derivada respecto a cada peso."
                )
            path.append(path[-1] - rate * slope)
    return np.array(path)


def descent_result(loss, path: np.ndarray) -> str:
    """«diverge» o la pérdida final, con tres cifras. Lo usa también `interactive`."""
    with np.errstate(all="ignore"):
        first, last = (float(loss(*point)) for point in path[[0, -1]])
    if not np.isfinite(last) or last > first:
        return "diverge"
    return f"pérdida final {last:.3g}"


def _surface(loss, x_range, y_range) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Los pesos de la cuadrícula y la pérdida en cada punto, comprobado que loss acepta arrays."""
    if not callable(loss):
        raise TypeError(
            f"loss debe ser una función loss(w1, w2) que acepte arrays; llegó "
            f"{type(loss).__name__}."
        )
    x = np.linspace(*_check_range(x_range, "x_range"), _SURFACE_SIDE)
    y = np.linspace(*_check_range(y_range, "y_range"), _SURFACE_SIDE)
    w1, w2 = np.meshgrid(x, y)
    values = _call_on_arrays(loss, w1, w2)
    if not np.isfinite(values).any():
        raise ValueError("loss no da ningún número finito en x_range e y_range; revisa ambos.")
    return w1, w2, np.ma.masked_invalid(values)


def _call_on_arrays(loss, w1: np.ndarray, w2: np.ndarray) -> np.ndarray:
    advice = (
        "loss(w1, w2) debe aceptar dos arrays y devolver otro de la misma forma, con la pérdida en "
        "cada punto: usa funciones de NumPy (np.exp, no math.exp) y, si promedia sobre datos, "
        "np.mean((w1[..., None] * x + w2[..., None] - y) ** 2, axis=-1)."
    )
    with np.errstate(all="ignore"):
        try:
            values = np.asarray(loss(w1, w2), dtype=float)
        except (TypeError, ValueError) as error:
            raise ValueError(f"{advice} Falló con: {error}") from error
        if values.shape != w1.shape:
            raise ValueError(f"{advice} Devolvió la forma {values.shape}, no {w1.shape}.")
        # Un trozo debe dar lo mismo: si no, loss mezcla unos puntos con otros.
        piece = np.asarray(loss(w1[:2, :3], w2[:2, :3]), dtype=float)
    if piece.shape != (2, 3) or not np.allclose(piece, values[:2, :3], rtol=1e-4, equal_nan=True):
        raise ValueError(f"{advice} Su resultado en un punto depende de los demás puntos.")
    return values


def _draw_surface(ax: Axes, surface):
    w1, w2, values = surface
    low, high = float(values.min()), float(values.max())
    # Niveles más juntos cerca del fondo: si no, el valle sería una sola mancha.
    levels = low + (high - low or 1.0) * np.linspace(0, 1, 16) ** 2
    drawn = ax.contourf(w1, w2, values, levels=levels, cmap="YlGnBu_r", alpha=0.9)
    ax.contour(w1, w2, values, levels=levels[1:-1], colors="white", linewidths=0.4)
    ax.set(xlim=(w1[0, 0], w1[0, -1]), ylim=(w2[0, 0], w2[-1, 0]))
    return drawn


def _draw_path(ax: Axes, path: np.ndarray) -> None:
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
    low, high = np.array([left, bottom]), np.array([right, top])
    size = high - low
    finite = np.isfinite(path).all(axis=1)
    inside = finite & (path >= low).all(axis=1) & (path <= high).all(axis=1)
    shown = _brought_near(path[: finite.argmin() or None], (low + high) / 2, size)
    ax.plot(*shown.T, "-", color=_PATH_COLOR, lw=1.5, path_effects=_OUTLINE, label="camino")
    ax.plot(*shown.T, "o", color=_PATH_COLOR, ms=3.5, markeredgecolor="white", mew=0.5)
    _draw_arrows(ax, shown, size)
    ends = [(0, "inicio", "o")] + [(-1, "final", "*")] * (len(path) > 1)
    for k, name, marker in ends:
        if inside[k]:
            _mark_end(ax, path[k], name, marker, (path[k] - low) / size)
    if not inside.all():
        outside = int(np.count_nonzero(~inside))
        text = (
            f"{outside} de {len(path)} puntos quedan fuera\n"
            f"(el primero, {_step_name(int(inside.argmin()))})"
        )
        box = {"facecolor": "white", "edgecolor": _PATH_COLOR, "alpha": 0.9}
        ax.text(
            0.5, 0.02, text, transform=ax.transAxes, ha="center", va="bottom",
            fontsize="small", bbox=box, zorder=6,
        )  # fmt: skip


def _brought_near(path: np.ndarray, centre: np.ndarray, size: np.ndarray) -> np.ndarray:
    """Acerca los puntos lejanísimos, en su misma dirección: no caben en el lienzo ni recortados."""
    distance = np.abs((path - centre) / size).max(axis=1, keepdims=True)
    return np.where(
        distance > 1e4, centre + (path - centre) * (1e4 / np.maximum(distance, 1)), path
    )


def _step_name(step: int) -> str:
    return "el inicio" if step == 0 else f"el paso {step}"


def _draw_arrows(ax: Axes, path: np.ndarray, size: np.ndarray) -> None:
    """Una punta de flecha en medio de los primeros tramos largos: dicen hacia dónde va."""
    long = [ends for ends in pairwise(path) if np.abs((ends[1] - ends[0]) / size).max() > 0.06]
    for start, end in long[:8]:
        ax.annotate(
            "",
            xy=start + 0.6 * (end - start),
            xytext=start,
            annotation_clip=True,
            arrowprops={
                "arrowstyle": "-|>",
                "mutation_scale": 18,
                "color": _PATH_COLOR,
                "lw": 0,
                "shrinkA": 0,
                "shrinkB": 0,
            },
        )


def _mark_end(ax: Axes, point, name: str, marker: str, position) -> None:
    size = {"o": 9, "*": 15}[marker]
    ax.plot(*point, marker, color="white", markeredgecolor="black", ms=size, zorder=5)
    # El nombre, hacia el centro: así no se sale ni aunque el punto esté en una esquina.
    across, up = position < 0.5
    ax.annotate(
        name,
        point,
        xytext=(9 if across else -9, 7 if up else -7),
        textcoords="offset points",
        ha="left" if across else "right",
        va="bottom" if up else "top",
        path_effects=_OUTLINE,
        zorder=6,
    )


# --- Comprobar lo que llega --------------------------------------------------------------------


def _two_columns(x) -> np.ndarray:
    expected = "dos columnas: (n_muestras, 2)"
    points = as_numbers(x, "x", expected)
    if points.ndim != 2 or points.shape[1] != 2:
        raise ValueError(
            f"x tiene forma {points.shape}; se esperan {expected}. Elige dos características: "
            "x[:, :2]."
        )
    if len(points) == 0:
        raise ValueError(f"x está vacío (forma {points.shape}); se esperan {expected}.")
    if not np.isfinite(points).all():
        row = int(np.argmin(np.isfinite(points).all(axis=1)))
        raise ValueError(f"x contiene nan o infinito en la fila {row}; quita esa muestra.")
    return points


def _feature_names(feature_names, x) -> list[str]:
    if feature_names is None:
        columns = getattr(x, "columns", None)
        return ["Característica 1", "Característica 2"] if columns is None else [*map(str, columns)]
    return _two_names(feature_names, "feature_names")


def _two_names(names, name: str) -> list[str]:
    is_sequence = isinstance(names, Sequence | np.ndarray) and not isinstance(names, str)
    if not is_sequence or not all(isinstance(value, str) for value in names):
        raise TypeError(f"{name} debe ser una lista de dos textos; llegó {names!r}.")
    if len(names) != 2:
        raise ValueError(f"{name} debe tener dos nombres, uno por eje; llegaron {len(names)}.")
    return list(names)


def _activation_names(names) -> list[str]:
    names = [names] if isinstance(names, str) else names
    known = ", ".join(_ACTIVATIONS)
    if not isinstance(names, Sequence) or not all(isinstance(name, str) for name in names):
        raise TypeError(f"names debe ser un nombre o una lista de nombres ({known}); es {names!r}.")
    if not names:
        raise ValueError(f"names está vacío; elige alguna función: {known}.")
    for name in names:
        if name not in _ACTIVATIONS:
            raise ValueError(f"No hay función de activación {name!r}; las que hay son: {known}.")
    return list(dict.fromkeys(names))


def _check_range(values, name: str) -> tuple[float, float]:
    pair = as_numbers(values, name, "el menor y el mayor")
    if pair.shape != (2,) or not np.isfinite(pair).all() or pair[0] >= pair[1]:
        raise ValueError(
            f"{name} debe ser una pareja (menor, mayor) de números finitos, como (-5, 5); llegó "
            f"{values!r}."
        )
    return float(pair[0]), float(pair[1])


def _check_path(path) -> np.ndarray:
    expected = "una fila de dos pesos por paso: (n_pasos + 1, 2)"
    points = as_numbers(path, "path", expected)
    if points.ndim != 2 or points.shape[1] != 2 or len(points) == 0:
        raise ValueError(f"path tiene forma {points.shape}; se espera {expected}.")
    if not np.isfinite(points[0]).all():
        raise ValueError(
            f"path empieza en {points[0].tolist()}; el inicio deben ser dos números finitos."
        )
    return points


def _check_start(start) -> np.ndarray:
    point = as_numbers(start, "start", "dos pesos")
    if point.shape != (2,) or not np.isfinite(point).all():
        raise ValueError(f"start debe ser una pareja de números finitos; llegó {start!r}.")
    return point


def _check_rates(rates) -> list[float]:
    values = as_numbers(rates, "rates", "una tasa por figura")
    if values.ndim != 1 or not 1 <= len(values) <= _MAX_PANELS:
        raise ValueError(
            f"rates debe ser una lista de 1 a {_MAX_PANELS} tasas, como [0.01, 0.1, 1]; llegó "
            f"{rates!r}."
        )
    for rate in values:
        if not 0 < rate < np.inf:  # así escrito, nan tampoco pasa
            raise ValueError(
                f"Una tasa de aprendizaje debe ser finita y mayor que 0; rates contiene {rate:g}."
            )
    return values.tolist()


def _check_steps(steps) -> None:
    if not isinstance(steps, int | np.integer) or isinstance(steps, bool):
        raise TypeError(f"steps debe ser un entero; llegó {steps!r} ({type(steps).__name__}).")
    if steps < 1:
        raise ValueError(f"steps debe ser 1 o más; llegó {steps}.")
