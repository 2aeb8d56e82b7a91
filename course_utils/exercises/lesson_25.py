"""Comprobaciones de 2.5, Cómo aprende una red."""

import numpy as np

from ..datasets import load_penguins
from . import expect
from .core import exercise, quiz


def _called(function, *args):
    """Llama a la función sin que un desbordamiento del estudiante llene la pantalla de avisos."""
    with np.errstate(all="ignore"):
        return expect.call(function, *args)


def _several(result, names, function):
    """Exige una tupla (o lista) con tantas partes como nombres, y la devuelve."""
    wanted = ", ".join(names)
    expect.wrong_when(
        not isinstance(result, (tuple, list)) or len(result) != len(names),
        f"{function} debe devolver {len(names)} cosas separadas por comas: return {wanted}.",
    )
    return result


def _line_data(seed, n=12):
    rng = np.random.default_rng(seed)
    x = rng.uniform(-2, 3, n)
    w, b = rng.normal(size=2)
    return float(w), float(b), x, 1.5 * x - 0.7 + rng.normal(0, 0.5, n)


@exercise(
    "2.5.1",
    hints=(
        "Con arrays no hace falta un ciclo: w * x + b son todas las respuestas de la recta.",
        "Resta y para tener los errores, elévalos al cuadrado y haz la media.",
        "errores = w * x + b - y; return (errores**2).mean()",
    ),
    praise="Cuarenta errores resumidos en un número: ya hay algo que bajar.",
)
def check_loss(function):
    expect.function(function, "perdida")
    for seed in range(3):
        w, b, x, y = _line_data(seed, n=12 + seed)
        errors = w * x + b - y
        result = _called(function, w, b, x, y)
        expect.wrong_when(
            isinstance(result, np.ndarray) and result.ndim == 1,
            "Devuelve un array, con un error por recibo: falta resumirlo en la media.",
        )
        result = expect.number(result, "lo que devuelve perdida")
        for value, message in (
            (
                (errors**2).sum(),
                "Eso es la suma de los cuadrados: falta dividir entre cuántos son (la media).",
            ),
            (np.abs(errors).mean(), "Eso es la media de los errores sin signo: faltan cuadrados."),
            (
                errors.mean(),
                "Te falta elevar al cuadrado: así los errores de más y de menos se anulan.",
            ),
            (errors.mean() ** 2, "Primero se eleva al cuadrado cada error y después va la media."),
            (np.sqrt((errors**2).mean()), "Eso es la raíz (RMSE): aquí se pide sin raíz."),
            ((errors**2).mean() / 2, "Sobra dividir entre 2: aquí es la media, sin más."),
        ):
            expect.wrong_when(np.isclose(result, value), message)
        expect.close(
            result,
            (errors**2).mean(),
            "lo que devuelve perdida",
            message="No es el error cuadrático medio de la recta: la media de (w * x + b - y)**2.",
        )


def _line_gradient(w, b, x, y):
    errors = w * x + b - y
    return np.array([2 * (errors * x).mean(), 2 * errors.mean()])


@exercise(
    "2.5.2",
    hints=(
        "Calcula primero los errores, w * x + b - y: los usan las dos derivadas.",
        "La de w multiplica cada error por su x antes de la media; la de b, no.",
        "return 2 * (errores * x).mean(), 2 * errores.mean()",
    ),
    praise="Lo comparamos con diferencias finitas y coincide: tu fórmula mide la pendiente.",
)
def check_line_gradient(function):
    expect.function(function, "gradiente")
    for seed in range(3):
        w, b, x, y = _line_data(seed, n=12 + seed)
        errors = w * x + b - y
        right = _line_gradient(w, b, x, y)
        parts = _several(_called(function, w, b, x, y), ("dw", "db"), "gradiente")
        expect.wrong_when(
            any(isinstance(part, np.ndarray) and part.ndim == 1 for part in parts),
            "Una de las dos derivadas es un array: falta la media de los productos.",
        )
        result = np.array([expect.real(p, n) for p, n in zip(parts, ("dw", "db"), strict=True)])
        for value, message in (
            (right[::-1], "Las dos derivadas están al revés: se devuelven dw, db, en ese orden."),
            (-right, "El signo es el contrario: el error es la recta menos lo real, ŷ − y."),
            (right / 2, "Falta el 2, que viene de derivar el cuadrado."),
            (right * len(x), "Has sumado: falta dividir entre n (la media)."),
            (
                right[[1, 1]],
                "dw es igual que db: en la de w, cada error se multiplica por su x.",
            ),
            (
                np.array([2 * errors.mean() * x.mean(), right[1]]),
                "En dw se multiplica cada error por su x y después se hace la media; no es la "
                "media de los errores por la media de x.",
            ),
        ):
            expect.wrong_when(np.allclose(result, value), message)
        for part, value, name in zip(result, right, ("dw", "db"), strict=True):
            expect.close(part, value, name)


def _functions():
    """Funciones de varios pesos con su gradiente exacto: una curva, una mezcla, y un peso solo."""
    rng = np.random.default_rng(25)
    a, c = rng.normal(size=(4, 4)), rng.normal(size=4)
    yield lambda p: ((a @ p - c) ** 2).sum(), lambda p: 2 * a.T @ (a @ p - c), rng.normal(size=4)
    yield (
        lambda p: np.sin(p[0]) * p[1] + np.exp(p[2]),
        lambda p: np.array([np.cos(p[0]) * p[1], np.sin(p[0]), np.exp(p[2])]),
        rng.normal(size=3),
    )
    yield lambda p: (p**3).sum(), lambda p: 3 * p**2, np.array([1.7])


@exercise(
    "2.5.3",
    hints=(
        "Un ciclo por las posiciones de p; en cada una, dos copias: una con + ε y otra con − ε.",
        "p.copy() hace una copia; mas[i] = mas[i] + 1e-5 solo cambia ese peso.",
        "pendientes[i] = (funcion(mas) - funcion(menos)) / 2e-5, y al final return pendientes.",
    ),
    praise="Con esta herramienta se examina cualquier gradiente, también el de una red.",
)
def check_finite_differences(function):
    expect.function(function, "diferencias_finitas")
    for loss, gradient, p in _functions():
        before, right = p.copy(), gradient(p)
        result = _called(function, loss, p)
        expect.wrong_when(
            not np.array_equal(p, before),
            "Tu función cambia el array p que recibe. Trabaja con copias: p.copy().",
        )
        result = expect.array(
            np.array(result) if isinstance(result, list) and len(result) == len(p) else result,
            "lo que devuelve diferencias_finitas",
            shape=p.shape,
        )
        together = (loss(p + 1e-5) - loss(p - 1e-5)) / 2e-5
        for value, message in (
            (2 * right, "Sale el doble: entre p + ε y p − ε hay 2ε, y se divide entre eso."),
            (-right, "El signo es el contrario: va primero f con p + ε y se le resta la otra."),
            (
                right * 1e-5,
                "Falta dividir entre 2ε: de momento es una diferencia, no una derivada.",
            ),
            (
                np.full(len(p), together),
                "Mueves todos los pesos a la vez: hay que mover uno y dejar quietos los demás.",
            ),
        ):
            expect.wrong_when(len(p) > 1 and _near(result, value, 1e-6), message)
        expect.wrong_when(
            _near(result, right, 1e-3) and not _near(result, right, 1e-6),
            "Casi: mide hacia los dos lados (+ε y −ε) y usa ε = 1e-5. Si se mide solo hacia un "
            "lado o con un ε mayor, se pierde precisión.",
        )
        expect.close(result, right, "lo que devuelve diferencias_finitas")


def _near(value, expected, tolerance):
    try:
        return bool(np.allclose(value, expected, rtol=tolerance, atol=tolerance))
    except (TypeError, ValueError):
        return False


def _descend(x, y, rate, steps, *, sequential=False, sign=-1):
    w = b = 0.0
    for _ in range(steps):
        dw, db = _line_gradient(w, b, x, y)
        w = w + sign * rate * dw
        if sequential:
            db = _line_gradient(w, b, x, y)[1]
        b = b + sign * rate * db
    return np.array([w, b])


@exercise(
    "2.5.4",
    hints=(
        "Un ciclo de tantas vueltas como pasos; en cada una, primero el gradiente.",
        "Después se resta a cada peso tasa por su derivada: w = w - tasa * dw.",
        "dw, db = gradiente(w, b, x, y) al principio de cada vuelta; return w, b tras el ciclo.",
    ),
    praise="Es el mismo ciclo que entrena las redes más grandes; cambia el número de pesos.",
)
def check_descent(function):
    expect.function(function, "descender")
    for seed, rate, steps in ((0, 0.05, 7), (1, 0.02, 40), (2, 0.1, 1)):
        _, _, x, y = _line_data(seed)
        parts = _several(_called(function, x, y, rate, steps), ("w", "b"), "descender")
        result = np.array([expect.real(p, n) for p, n in zip(parts, ("w", "b"), strict=True)])
        right = _descend(x, y, rate, steps)
        for value, message in (
            (
                _descend(x, y, rate, steps, sign=1),
                "Sumas el gradiente: así se sube. Hay que restar.",
            ),
            (
                _descend(x, y, rate, steps, sequential=True),
                "Calculas db con la w ya cambiada. Calcula las dos derivadas antes de mover nada.",
            ),
            (right[::-1], "Los dos pesos están al revés: se devuelven w, b."),
            (_descend(x, y, 1, steps), "No usas la tasa: el paso es tasa por derivada."),
            (_descend(x, y, rate, steps + 1), "Da un paso de más."),
            (
                _descend(x, y, rate, 1 if steps > 1 else 0),
                "Solo cuenta un paso (o ninguno): ¿está el return dentro del ciclo, o vuelves a "
                "poner los pesos a cero en cada vuelta?",
            ),
        ):
            expect.wrong_when(np.allclose(result, value), message)
        expect.close(
            result,
            right,
            "lo que devuelve descender",
            message=f"Con tasa {rate} y {steps} pasos no acaba donde debe. Empieza en 0 y 0, y en "
            "cada paso calcula el gradiente con los pesos de ese momento.",
        )


@exercise(
    "2.5.5",
    hints=(
        "orden = rng.permutation(n) da las n posiciones barajadas, cada una una vez.",
        "range(0, n, tamano) da dónde empieza cada lote; después, orden[inicio:inicio+tamano].",
        "En el ciclo: lotes.append(orden[inicio:inicio + tamano]). Al final, return lotes.",
    ),
    praise="Cada muestra, una vez por época y en otro orden: así trabaja fit por dentro.",
)
def check_batches(function):
    expect.function(function, "hacer_lotes")
    for n, size in ((10, 4), (60, 20), (33, 32), (25, 1), (5, 8)):
        case = f"Con n = {n} y tamano = {size}"
        batches = _batches(_called(function, n, size, np.random.default_rng(n)), case)
        joined = np.concatenate(batches)
        expect.wrong_when(
            len(joined) < n and len(np.unique(joined)) == len(joined),
            f"{case} salen {len(joined)} posiciones: ¿tiras el último lote, el que va corto?",
        )
        expect.wrong_when(
            not np.array_equal(np.unique(joined), np.arange(n)) or len(joined) != n,
            f"{case} no sale cada posición de 0 a {n - 1} una sola vez. Baraja una vez, con "
            "rng.permutation(n), y recorta; rng.choice y rng.integers repiten.",
        )
        expected = [size] * (n // size) + ([n % size] if n % size else [])
        lengths = [len(batch) for batch in batches]
        expect.wrong_when(
            lengths != expected,
            f"{case} los lotes deben medir {expect.shown(expected)} y miden "
            f"{expect.shown(lengths)}.",
        )
        expect.wrong_when(
            n >= 25 and np.array_equal(joined, np.arange(n)),
            "Las posiciones salen en orden: falta barajarlas con rng.permutation(n).",
        )
    rng = np.random.default_rng(3)
    first, second = (
        np.concatenate(_batches(_called(function, 50, 8, rng), "Con n = 50")) for _ in range(2)
    )
    expect.wrong_when(
        np.array_equal(first, second),
        "Dos épocas seguidas salen en el mismo orden: usa el rng que recibes, no uno nuevo.",
    )


def _batches(result, case):
    expect.instance(result, list, "lo que devuelve hacer_lotes")
    batches = [np.asarray(b) if isinstance(b, list) else b for b in result]
    expect.wrong_when(
        not batches
        or any(
            not isinstance(b, np.ndarray) or b.ndim != 1 or b.dtype.kind not in "iu"
            for b in batches
        ),
        f"{case}, cada lote debe ser un array de una dimensión con posiciones (enteros).",
    )
    return batches


# --- La red 2-2-1 ------------------------------------------------------------------------------

GRADIENTS = ("dW1", "db1", "dw2", "db2")


def _network(seed, n):
    """Datos y parámetros al azar para una red 2-2-1: x, y, [W1, b1, w2, b2]."""
    rng = np.random.default_rng(seed)
    parameters = [rng.normal(size=(2, 2)), rng.normal(size=2), rng.normal(size=2)]
    return rng.normal(size=(n, 2)), rng.normal(size=n), [*parameters, float(rng.normal())]


def _forward(x, W1, b1, w2, b2):
    h = np.tanh(x @ W1 + b1)
    return h, h @ w2 + b2


def _loss_at(flat, x, y):
    return np.mean((_forward(x, flat[:4].reshape(2, 2), flat[4:6], flat[6:8], flat[8])[1] - y) ** 2)


def _measured(x, y, parameters, step=1e-5):
    """Los cuatro gradientes por diferencias finitas, sin usar ninguna fórmula."""
    flat = np.concatenate([np.ravel(p) for p in parameters])
    slopes = np.empty(9)
    for i, move in enumerate(np.eye(9) * step):
        slopes[i] = (_loss_at(flat + move, x, y) - _loss_at(flat - move, x, y)) / (2 * step)
    return [slopes[:4].reshape(2, 2), slopes[4:6], slopes[6:8], slopes[8]]


def _taped(x, y, parameters):
    """Los cuatro gradientes según TensorFlow."""
    import tensorflow as tf

    variables = [tf.Variable(np.asarray(p)) for p in parameters]
    with tf.GradientTape() as tape:
        h = tf.tanh(tf.matmul(x, variables[0]) + variables[1])
        error = tf.linalg.matvec(h, variables[2]) + variables[3] - y
        loss = tf.reduce_mean(error**2)
    return [gradient.numpy() for gradient in tape.gradient(loss, variables)]


def _shaped(parts, names, shapes, columns=False):
    """Cada gradiente, con la forma de su parámetro."""
    arrays = []
    for part, name, shape in zip(parts, names, shapes, strict=True):
        if shape == ():
            expect.wrong_when(
                isinstance(part, np.ndarray) and part.ndim > 0,
                f"{name} es un array y debe ser un número: suma lo de todos los ejemplos.",
            )
            arrays.append(np.asarray(expect.real(part, name)))
        else:
            expect.wrong_when(
                isinstance(part, np.ndarray) and part.ndim == len(shape) + 1,
                f"{name} tiene forma {getattr(part, 'shape', '')} y debe tener {shape}, la de su "
                "parámetro: falta sumar lo de todos los ejemplos (axis=0).",
            )
            array = expect.array(part, name, shape=shape)
            expect.wrong_when(
                array.dtype.kind not in "iuf" or not np.isfinite(array).all(),
                f"{name} tiene valores que no son números corrientes (nan, infinito…).",
            )
            arrays.append(array)
    return arrays


@exercise(
    "2.5.6",
    hints=(
        "La culpa de cada ejemplo es delta = 2 * (y_hat - y) / len(y), con forma (n,).",
        "En la recta, dw era la suma de error por entrada. Aquí las entradas son las de h.",
        "h.T @ delta multiplica y suma de una vez: return h.T @ delta, delta.sum()",
    ),
    praise="Es el gradiente de la recta, con h en el lugar de las entradas.",
)
def check_last_layer(function):
    expect.function(function, "ultima_capa")
    for seed, n in ((0, 5), (1, 8), (2, 3)):
        x, y, parameters = _network(seed, n)
        h, y_hat = _forward(x, *parameters)
        parts = _several(_called(function, h, y_hat, y), ("dw2", "db2"), "ultima_capa")
        dw2, db2 = _shaped(parts, ("dw2", "db2"), ((2,), ()))
        result = np.append(dw2, db2)
        right = np.append(*_measured(x, y, parameters)[2:])
        for value, message in (
            (-right, "El signo es el contrario: delta es 2 (ŷ − y) / n."),
            (right / 2, "Falta el 2 de derivar el cuadrado."),
            (
                right * n,
                "Falta dividir entre n: la pérdida es la media de los ejemplos, no la suma.",
            ),
            (right / n, "Divides dos veces entre n: si ya está en delta, después se suma."),
            (
                np.append(right[[2, 2]], right[2]),
                "dw2 no usa h: la culpa de cada peso es delta por lo que entró por él.",
            ),
        ):
            expect.wrong_when(_near(result, value, 1e-6), message)
        for part, value, name in ((dw2, right[:2], "dw2"), (db2, right[2], "db2")):
            expect.close(part, value, name)


@exercise(
    "2.5.7",
    hints=(
        "Hacia delante: h = np.tanh(x @ W1 + b1) e y_hat = h @ w2 + b2. Lo último ya lo tienes.",
        "La culpa de las ocultas: np.outer(delta, w2) * (1 - h**2), con forma (n, 2).",
        "Los pesos, entrada por culpa: dW1 = x.T @ culpa. Los sesgos: db1 = culpa.sum(axis=0).",
    ),
    praise="Has escrito la retropropagación.",
)
def check_backpropagation(function):
    expect.function(function, "retropropagar")
    for seed, n in ((0, 5), (1, 8), (2, 3), (3, 1)):
        x, y, parameters = _network(seed, n)
        result = _backpropagated(function, x, y, parameters)
        _name_mistake(result, x, y, parameters)
        _same_gradients(result, _measured(x, y, parameters), 1e-6, "las diferencias finitas")
    for seed, n in ((10, 2), (11, 50)):
        x, y, parameters = _network(seed, n)
        result = _backpropagated(function, x, y, parameters)
        _same_gradients(result, _taped(x, y, parameters), 1e-5, "GradientTape, de TensorFlow")
    return (
        "Con 4 redes al azar coincide con las diferencias finitas (a menos de 0.000001) y con "
        "otras 2, con GradientTape (a menos de 0.00001)."
    )


def _backpropagated(function, x, y, parameters):
    before = [np.copy(p) for p in parameters]
    parts = _several(_called(function, x, y, *parameters), GRADIENTS, "retropropagar")
    expect.wrong_when(
        not all(np.array_equal(p, q) for p, q in zip(parameters, before, strict=True)),
        "Tu función cambia los parámetros que recibe: solo debe calcular sus gradientes.",
    )
    return _shaped(parts, GRADIENTS, ((2, 2), (2,), (2,), ()))


def _name_mistake(result, x, y, parameters):
    """Reconoce los errores clásicos de la retropropagación."""
    h, y_hat = _forward(x, *parameters)
    delta = 2 * (y_hat - y) / len(y)
    right = [x.T @ (np.outer(delta, parameters[2]) * (1 - h**2)), None, h.T @ delta, delta.sum()]
    for factor, message in (
        (-1, "Todo sale con el signo contrario: delta es 2 (ŷ − y) / n."),
        (0.5, "Todo sale a la mitad: falta el 2 de derivar el cuadrado."),
        (len(y), "Sale la suma de los ejemplos: divide delta entre n, que la pérdida es la media."),
    ):
        expect.wrong_when(
            factor != 1 and all(_near(result[k], factor * right[k], 1e-6) for k in (0, 2, 3)),
            message,
        )
    for slope, message in (
        (1, "La culpa pasa entera por la tanh: falta multiplicar por su pendiente, 1 - h**2."),
        (1 - h, "La pendiente de la tanh es 1 - h**2: te falta el cuadrado."),
        (
            1 - np.tanh(h) ** 2,
            "h ya es el resultado de la tanh: su pendiente es 1 - h**2, sin otra tanh.",
        ),
        (h * (1 - h), "h * (1 - h) es la pendiente de la sigmoide; la de la tanh es 1 - h**2."),
    ):
        expect.wrong_when(
            _near(result[0], x.T @ (np.outer(delta, parameters[2]) * slope), 1e-6), message
        )
    expect.wrong_when(
        _near(result[0], right[0].T, 1e-6) and not _near(result[0], right[0], 1e-6),
        "dW1 está traspuesta: la fila es la entrada y la columna, la neurona. Es x.T @ culpa.",
    )
    expect.wrong_when(
        _near(result[0], x.T @ (delta[:, np.newaxis] * (1 - h**2)), 1e-6),
        "A las neuronas ocultas la culpa les llega multiplicada por su peso de salida, w2.",
    )


def _same_gradients(result, expected, tolerance, source):
    for part, value, name in zip(result, expected, GRADIENTS, strict=True):
        expect.close(
            part,
            value,
            name,
            tolerance=tolerance,
            message=f"{name} no coincide con {source}, en una red y unos datos al azar. Repasa el "
            "paso que lo calcula, y los anteriores.",
        )


# --- Sobreajuste y práctica --------------------------------------------------------------------


def _polynomial_errors(x_train, y_train, x_valid, y_valid, degrees):
    fits = [np.polynomial.Polynomial.fit(x_train, y_train, d) for d in degrees]
    return (
        [np.mean((f(x_train) - y_train) ** 2) for f in fits],
        [np.mean((f(x_valid) - y_valid) ** 2) for f in fits],
    )


@exercise(
    "2.5.8",
    hints=(
        "Un ciclo por los grados: ajusta con los de entrenamiento y guarda un error por grado.",
        "El polinomio ajustado se usa como una función: polinomio(x_valid).",
        "np.argmin(errores) da la posición del menor; el grado es grados[np.argmin(errores)].",
    ),
    praise="Se ajusta con unos datos y se elige con otros: vale para polinomios y para redes.",
)
def check_best_degree(function):
    expect.function(function, "mejor_grado")
    for seed, degrees in ((0, [1, 3, 5, 12]), (1, [2, 3, 4, 6, 11]), (2, [12, 5, 3, 1])):
        rng = np.random.default_rng(seed)
        x_train, x_valid = np.linspace(-3, 3, 24), np.linspace(-2.9, 2.9, 60)
        y_train = np.sin(1.5 * x_train) + rng.normal(0, 0.25, 24)
        y_valid = np.sin(1.5 * x_valid) + rng.normal(0, 0.25, 60)
        own, new = _polynomial_errors(x_train, y_train, x_valid, y_valid, degrees)
        result = _called(function, x_train, y_train, x_valid, y_valid, list(degrees))
        result = expect.number(result, "lo que devuelve mejor_grado")
        best = degrees[int(np.argmin(new))]
        expect.wrong_when(
            result != best and result == degrees[int(np.argmin(own))],
            "Has elegido el que menos falla en entrenamiento, que siempre es el de grado más alto. "
            "Compara los errores de validación.",
        )
        expect.wrong_when(
            result == degrees[int(np.argmax(new))],
            "Ese es el que más falla en validación: se busca el menor (argmin).",
        )
        expect.wrong_when(
            np.isclose(float(result), min(new)) or np.isclose(float(result), np.sqrt(min(new))),
            "Eso es el error del mejor: se pide su grado.",
        )
        expect.wrong_when(
            result != best and result == int(np.argmin(new)),
            "Esa es la posición dentro de la lista: devuelve grados[posición].",
        )
        expect.close(result, best, f"mejor_grado con los grados {degrees}")


@exercise(
    "2.5.9",
    hints=(
        "La media de cada columna es x_train.mean(axis=0); la desviación, x_train.std(axis=0).",
        "Las dos se calculan una vez, con x_train, y se usan en los dos conjuntos.",
        "return (x_train - media) / desviacion, (x_test - media) / desviacion",
    ),
    praise="El conjunto de prueba no ha contado nada de sí mismo: el examen sigue siendo examen.",
)
def check_scaling(function):
    expect.function(function, "preparar")
    for seed in range(2):
        rng = np.random.default_rng(seed)
        x_train = rng.normal([200, 17], [14, 2], (30, 2))
        x_test = rng.normal([210, 15], [9, 1], (12, 2))
        before = x_train.copy(), x_test.copy()
        parts = _several(_called(function, x_train, x_test), ("z_train", "z_test"), "preparar")
        expect.wrong_when(
            not np.array_equal(x_train, before[0]) or not np.array_equal(x_test, before[1]),
            "Tu función cambia los arrays que recibe: calcula unos nuevos, sin usar -= ni /=.",
        )
        z_train = expect.array(parts[0], "el primer resultado de preparar", shape=(30, 2))
        z_test = expect.array(parts[1], "el segundo resultado de preparar", shape=(12, 2))
        mean, deviation = x_train.mean(axis=0), x_train.std(axis=0)
        expect.wrong_when(
            _near(z_test, (x_test - x_test.mean(axis=0)) / x_test.std(axis=0), 1e-6),
            "Escalas x_test con su propia media y desviación. Usa las de x_train en los dos.",
        )
        both = np.vstack([x_train, x_test])
        expect.wrong_when(
            _near(z_train, (x_train - both.mean(axis=0)) / both.std(axis=0), 1e-6),
            "Has calculado la media con los dos conjuntos juntos: así el examen se cuela en el "
            "entrenamiento. Usa solo x_train.",
        )
        expect.wrong_when(
            _near(z_train, (x_train - x_train.mean()) / x_train.std(), 1e-6),
            "Has usado una sola media para las dos columnas: te falta axis=0.",
        )
        expect.wrong_when(
            _near(z_train, x_train - mean, 1e-6), "Falta dividir entre la desviación típica."
        )
        expect.close(z_train, (x_train - mean) / deviation, "x_train escalado")
        expect.close(z_test, (x_test - mean) / deviation, "x_test escalado")


GOOD_ERROR = 0.36  # kg; el mejor plano se queda en 0.338


def _penguins():
    """Los mismos pingüinos, en el mismo orden, que separa la lección: z_test, y_test, plano."""
    columns = ["flipper_length_mm", "bill_depth_mm", "body_mass_g"]
    table = load_penguins().dropna(subset=columns)[columns].to_numpy(float)
    table = table[np.random.default_rng(0).permutation(len(table))]
    x, y = table[:, :2], table[:, 2] / 1000
    z = (x - x[:250].mean(axis=0)) / x[:250].std(axis=0)
    ones = np.column_stack([z, np.ones(len(z))])
    plane = np.linalg.lstsq(ones[:250], y[:250], rcond=None)[0]
    return z[250:], y[250:], np.sqrt(np.mean((ones[250:] @ plane - y[250:]) ** 2))


@exercise(
    "2.5.10",
    hints=(
        "Dos ciclos, uno dentro de otro: las épocas y los lotes de hacer_lotes(250, 32, rng).",
        "En cada lote: gradientes = retropropagar(z_train[lote], y_train[lote], *red).",
        "Y para k de 0 a 3: red[k] = red[k] - 0.05 * gradientes[k]. El asterisco reparte la lista.",
    ),
    praise="Nueve números, entrenados por un código que es tuyo de principio a fin.",
)
def check_penguin_network(network):
    expect.wrong_when(
        not isinstance(network, (list, tuple)) or len(network) != 4,
        "red debe ser la lista de los cuatro parámetros: [W1, b1, w2, b2].",
    )
    parameters = _shaped(network, ("W1", "b1", "w2", "b2"), ((2, 2), (2,), (2,), ()))
    z_test, y_test, plane_error = _penguins()
    error = np.sqrt(np.mean((_forward(z_test, *parameters)[1] - y_test) ** 2))
    expect.wrong_when(
        error > 1,
        f"Se equivoca ≈ {error:.2f} kg, más que quien responde siempre la media. ¿La entrenaste, "
        "restando el gradiente, y con z_train (los datos escalados)?",
    )
    expect.wrong_when(
        error > GOOD_ERROR,
        f"Se equivoca ≈ {error:.3f} kg y se pide menos de {GOOD_ERROR}. Da más épocas, o prueba "
        "con otra semilla: puede estar en una meseta.",
    )
    beaten = "Sí" if error < plane_error else "Todavía no"
    return f"Error en prueba ≈ {error:.3f} kg. ¿Mejor que el mejor plano? {beaten}."


quiz(
    "2.5.A1",
    correct="b",
    why="Sí: se resta la tasa por −3, así que el peso sube. Con derivada negativa, subir el peso "
    "baja la pérdida.",
    wrong={
        "a": "Negativa quiere decir que la pérdida baja al subir el peso. Además, restar un número "
        "negativo es sumar.",
        "c": "En el fondo la derivada vale 0. Con −3 hay cuesta, y bastante.",
        "d": "La derivada dice hacia dónde moverse y con cuánta fuerza, no dónde hay que acabar.",
    },
    hint="Escribe w = w - tasa * (-3) con una tasa de 0.1.",
)
quiz(
    "2.5.A2",
    correct="d",
    why="Sí: si cada paso aterriza más arriba, los pasos son demasiado largos.",
    wrong={
        "a": "Con esos pasos, más épocas solo lo llevan más lejos.",
        "b": "El problema no es lo que la red puede aprender, sino la longitud de sus pasos.",
        "c": "El dropout frena el sobreajuste. Aquí sube la pérdida de entrenamiento: no es eso.",
    },
    hint="Mira la tercera figura de la comparación de tasas.",
)
quiz(
    "2.5.A3",
    correct="a",
    why="Sí: la red ya es capaz de memorizar sus datos; hacerla mayor no la ayuda a generalizar.",
    wrong={
        "b": "Más datos sí ayudan: lo viste en la curva de aprendizaje del grado 15.",
        "c": "La parada temprana sí ayuda: la validación toca fondo mucho antes que la otra curva.",
        "d": "Eso es la regularización, y frena el sobreajuste.",
    },
    hint="Es sobreajuste. ¿Cuál de las cuatro cosas le da a la red más sitio para memorizar?",
)
quiz(
    "2.5.A4",
    correct="c",
    why="Sí: calcula el gradiente. Qué se hace con él (restar tasa por gradiente) lo decide el "
    "optimizador.",
    wrong={
        "a": "La tasa la eliges tú, mirando la pérdida.",
        "b": "Lo que viaja hacia atrás no son los datos, sino la culpa: las derivadas del error.",
        "d": "No deshace nada: calcula hacia dónde dar el siguiente paso.",
    },
    hint="¿Qué devolvía tu función retropropagar?",
)
