"""Comprobaciones de 3.1, tu primera red."""

import tempfile
from pathlib import Path

import numpy as np

from . import expect
from .core import exercise, quiz


def _rmse(real, predicted):
    return np.sqrt(np.mean((real - predicted) ** 2))


@exercise(
    "3.1.1",
    hints=(
        "De cada casa: primer dato por primer peso, más segundo dato por segundo peso, más b.",
        "El producto de matrices @ multiplica y suma cada fila.",
        "return entradas @ w + b",
    ),
    praise="Una multiplicación de matrices y una suma: eso es todo lo que hace la red de hoy.",
)
def check_predict(function):
    expect.function(function, "predecir")
    rng = np.random.default_rng(3)
    for n in (5, 4):
        inputs, w, b = rng.normal(size=(n, 2)), rng.normal(size=2), rng.normal()
        result = expect.call(function, inputs, w, b)
        result = expect.array(result, "lo que devuelve predecir")
        expect.wrong_when(
            result.shape == (n, 2),
            "Devuelve dos números por casa: falta sumar los dos productos (entradas @ w los suma).",
        )
        expect.array(result, "lo que devuelve predecir", shape=(n,))
        expect.finite(result, "lo que devuelve predecir")
        expect.wrong_when(
            np.allclose(result, inputs @ w), "Falta sumar el sesgo, b, a cada predicción."
        )
        expect.wrong_when(
            np.allclose(result, inputs @ w[::-1] + b),
            "Los pesos están cruzados: w[0] multiplica a la primera columna.",
        )
        expect.close(result, inputs @ w + b, "lo que devuelve predecir")


@exercise(
    "3.1.2",
    hints=(
        "Son tres llamadas a rng.uniform(-10, 10, n): para x, para z y para el ruido.",
        "y = 2 * x - 3 * z + 5 + ruido, con arrays: las n casas de una vez.",
        "return np.column_stack([x, z]), 2 * x - 3 * z + 5 + ruido",
    ),
    praise="Conocer la respuesta de antemano es la mejor manera de probar un método.",
)
def check_make_data(function):
    expect.function(function, "crear_datos")
    n = 4000
    inputs, y = _made_data(function, n, 0)
    low, high = inputs.min(), inputs.max()
    expect.wrong_when(
        low < -10 or high > 10 or low > -9.5 or high < 9.5,
        f"Las entradas van de {low:.1f} a {high:.1f}; se piden repartidas de -10 a 10: "
        "rng.uniform(-10, 10, n).",
    )
    expect.wrong_when(
        np.ptp(inputs, axis=0).min() == 0 or np.array_equal(*inputs.T),
        "x y z deben ser n números al azar cada una, y distintos: una llamada a rng.uniform para "
        "cada una, con la n.",
    )
    noise = y - inputs @ [2, -3] - 5
    expect.wrong_when(np.allclose(noise, 0), "A y le falta el ruido: los precios salen exactos.")
    expect.wrong_when(
        np.allclose(noise, noise[0]),
        "Todas las casas tienen el mismo ruido: pide uno para cada una, rng.uniform(-10, 10, n).",
    )
    expect.wrong_when(
        np.abs(noise).max() > 10.001,
        "y no es 2x - 3z + 5 más un ruido entre -10 y 10. Comprueba los números, los signos y qué "
        "columna es x (la primera).",
    )
    expect.wrong_when(
        any(np.allclose(np.abs(noise), np.abs(column)) for column in inputs.T),
        "El ruido repite una de las entradas: sácalo con otra llamada a rng.uniform.",
    )
    expect.wrong_when(
        abs(noise.mean()) > 0.5 or abs(noise.std() - 10 / np.sqrt(3)) > 0.3,
        "El ruido debe ir de -10 a 10 con todos los valores igual de probables: "
        "rng.uniform(-10, 10, n).",
    )
    again, _ = _made_data(function, n, 1)
    expect.wrong_when(
        np.array_equal(inputs, again),
        "Con dos generadores distintos salen los mismos datos: usa el rng que recibes, sin crear "
        "otro dentro.",
    )


def _made_data(function, n, seed):
    result = expect.call(function, n, np.random.default_rng(seed))
    inputs, y = expect.pair(result, "crear_datos", "entradas, y")
    inputs = expect.array(inputs, "entradas", shape=(n, 2))
    y = expect.array(y, "y", shape=(n,))
    return expect.finite(inputs, "entradas"), expect.finite(y, "y")


@exercise(
    "3.1.3",
    hints=(
        'La ruta es carpeta / "datos.npz".',
        "np.savez(ruta, inputs=entradas, targets=y) pone los nombres; np.load(ruta) los lee.",
        'with np.load(ruta) as datos: return datos["inputs"], datos["targets"]',
    ),
    praise="Lo que se guarda con nombre, se encuentra con nombre.",
)
def check_save_and_load(function):
    expect.function(function, "guardar_y_leer")
    rng = np.random.default_rng(5)
    inputs, y = rng.normal(size=(6, 2)), rng.normal(size=6)
    # En Windows no se puede borrar un archivo que la función dejó abierto.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        result = expect.call(function, inputs, y, Path(folder))
        expect.wrong_when(
            not (Path(folder) / "datos.npz").is_file(),
            "En la carpeta no aparece datos.npz: la ruta debe ser carpeta / «datos.npz».",
        )
        names = _names_inside(Path(folder) / "datos.npz")
    expect.wrong_when(
        names is None,
        "datos.npz no es un archivo de np.savez. (np.save guarda un solo array, sin nombre.)",
    )
    expect.wrong_when(
        names != {"inputs", "targets"},
        f"Dentro del archivo los nombres son {', '.join(sorted(names))}; se piden inputs y "
        "targets: np.savez(ruta, inputs=…, targets=…).",
    )
    loaded = expect.pair(result, "guardar_y_leer", "entradas, y")
    expect.wrong_when(
        any(one is other for one in loaded for other in (inputs, y)),
        "Devuelves los arrays que recibiste: devuelve los que has leído del archivo.",
    )
    for value, original, name in zip(loaded, (inputs, y), ("inputs", "targets"), strict=True):
        value = expect.array(value, f"el array {name} leído", shape=original.shape)
        expect.close(
            value, original, name, message=f"{name}, ya leído, no es el que llegó a la función."
        )


def _names_inside(path):
    """Los nombres de los arrays de un .npz, o None si no es un .npz."""
    try:
        with np.load(path) as data:
            return set(data.files)
    except Exception:  # cualquier otra cosa que haya en el archivo
        return None


@exercise(
    "3.1.4",
    hints=(
        "Son las mismas líneas de la celda de arriba, dentro de una función.",
        "La tasa va en keras.optimizers.SGD(learning_rate=tasa), no en fit.",
        'red.compile(optimizer=keras.optimizers.SGD(learning_rate=tasa), loss="mse"); return red',
    ),
    praise="Tres números que aprender: tu primera red cabe en dos líneas.",
)
def check_make_network(function):
    expect.function(function, "crear_red")
    import keras

    for rate in (0.003, 0.2):
        model = expect.call(function, rate)
        expect.wrong_when(
            not isinstance(model, keras.Model),
            "crear_red debe devolver la red (¿termina con return? compile no devuelve nada).",
        )
        expect.wrong_when(
            not model.built or model.input_shape != (None, 2),
            "La red debe empezar por keras.Input((2,)): dos entradas.",
        )
        expect.wrong_when(
            model.output_shape != (None, 1),
            f"La salida debe ser un número por casa, Dense(1), y tiene forma {model.output_shape}.",
        )
        expect.wrong_when(
            model.count_params() != 3,
            f"La red tiene {model.count_params()} parámetros y se piden 3: una sola neurona, con "
            "dos pesos y un sesgo.",
        )
        layers = [layer for layer in model.layers if layer.count_params()]
        expect.wrong_when(
            getattr(layers[0], "activation", None) is not keras.activations.linear,
            "La neurona no lleva activación: Dense(1), sin más. El precio puede ser negativo.",
        )
        optimizer = getattr(model, "optimizer", None)
        expect.wrong_when(
            optimizer is None, "Falta compilar la red: red.compile(optimizer=…, loss=…)."
        )
        expect.wrong_when(
            not isinstance(optimizer, keras.optimizers.SGD),
            f"El optimizador es {type(optimizer).__name__}; se pide SGD.",
        )
        arrived = float(optimizer.learning_rate)
        expect.wrong_when(
            not np.isclose(arrived, rate),
            f"Con tasa={rate} el optimizador usa {arrived:.3g}: pásale learning_rate=tasa.",
        )
        expect.wrong_when(
            not _loss_is_mse(model, keras), 'La pérdida debe ser el error cuadrático medio, "mse".'
        )


def _loss_is_mse(model, keras):
    """Si la pérdida del modelo, sea cual sea su nombre, es el error cuadrático medio."""
    try:
        loss = keras.losses.get(model.loss)
        value = loss(np.array([[1.0], [2.0]], "float32"), np.array([[4.0], [7.0]], "float32"))
        return bool(np.isclose(float(keras.ops.mean(value)), 17.0))
    except Exception:  # sin pérdida, o una que no sirve para números
        return False


@exercise(
    "3.1.5",
    hints=(
        "A es la tabla de entradas con una columna más, de unos: np.column_stack([entradas, …]).",
        "p = np.linalg.solve(A.T @ A, A.T @ y) tiene los dos pesos y, al final, el sesgo.",
        "return p[:2], p[2]",
    ),
    praise="El fondo del valle, de un solo salto. Con una capa oculta ya no hay fórmula así.",
)
def check_normal_equation(function):
    expect.function(function, "ecuacion_normal")
    rng = np.random.default_rng(8)
    for n in (40, 25):
        inputs = rng.normal(1.0, 2.0, size=(n, 2))
        y = inputs @ rng.normal(size=2) + 4 + rng.normal(size=n)
        A = np.column_stack([inputs, np.ones(n)])
        best = np.linalg.lstsq(A, y, rcond=None)[0]
        without_bias = np.linalg.lstsq(inputs, y, rcond=None)[0]
        result = expect.call(function, inputs, y)
        expect.wrong_when(
            isinstance(result, np.ndarray) and result.shape == (3,),
            "Devuelves los tres números juntos: sepáralos en w, b con p[:2] y p[2].",
        )
        w, b = expect.pair(result, "ecuacion_normal", "w, b")
        w = expect.finite(expect.array(w, "w", shape=(2,)), "w")
        b = expect.real(b, "b")
        expect.wrong_when(
            np.allclose(w, without_bias),
            "Falta la columna de unos: sin ella el plano está obligado a pasar por cero.",
        )
        expect.wrong_when(
            np.allclose(w, best[1:]) or np.allclose(w, best[[2, 0]]),
            "Los pesos y el sesgo están mezclados: el sesgo va con la columna de unos, esté donde "
            "esté.",
        )
        expect.close(w, best[:2], "w")
        expect.close(b, best[2], "b")


@exercise(
    "3.1.6",
    hints=(
        "Errores, cuadrados, media y raíz: en ese orden.",
        "predicho.ravel() aplana la columna (n, 1) y deja igual lo que ya era (n,).",
        "return np.sqrt(((real - predicho.ravel()) ** 2).mean())",
    ),
    praise="En las unidades del problema: miles de euros.",
)
def check_rmse(function):
    expect.function(function, "rmse")
    rng = np.random.default_rng(11)
    for n in (30, 17):
        real = rng.normal(0, 10, n)
        predicted = real + rng.normal(1, 3, n)
        right = _rmse(real, predicted)
        result = expect.real(expect.call(function, real, predicted), "lo que devuelve rmse")
        errors = real - predicted
        for value, message in (
            (right**2, "Eso es el MSE: falta la raíz cuadrada."),
            (np.abs(errors).mean(), "Eso es el MAE: eleva al cuadrado en vez de quitar el signo."),
            (
                abs(errors.mean()),
                "Los errores positivos y negativos se cancelan: eleva al cuadrado **antes** de "
                "promediar.",
            ),
            (errors.std(), "Eso es la desviación de los errores: no les restes su media."),
            (np.sqrt((errors**2).sum()), "Has sumado los cuadrados: se pide su media."),
        ):
            expect.wrong_when(np.isclose(abs(result), value), message)
        expect.close(result, right, "lo que devuelve rmse")
        column = expect.call(function, real, predicted[:, np.newaxis])
        expect.close(
            expect.real(column, "lo que devuelve rmse"),
            right,
            "lo que devuelve rmse",
            message="Con predicho de forma (n,) acierta, pero con (n, 1) no: NumPy resta todos "
            "con todos. Aplana antes la columna con predicho.ravel().",
        )


@exercise(
    "3.1.7",
    hints=(
        "Mira la última columna de la tabla de arriba: ancho / RMSE vale siempre lo mismo.",
        "RMSE = ancho / √12. De −10 a 10, ¿cuánto hay?",
        "return ancho / np.sqrt(12), y suelo = rmse_uniforme(20)",
    ),
    praise="Por debajo de 5.77 no baja nadie: es el ruido que pusimos.",
)
def check_uniform_rmse(function, floor):
    expect.function(function, "rmse_uniforme")
    for width in (5.0, 0.5):
        result = expect.call(function, width)
        result = expect.real(result, "lo que devuelve rmse_uniforme")
        for value, message in (
            (width / np.sqrt(3), "a / √3 es la fórmula con **medio** ancho; recibes el ancho."),
            (width**2 / 12, "Eso es la media de los cuadrados, el MSE: falta la raíz."),
            (width / 4, "Eso es el error absoluto medio, no el RMSE."),
            (width / 2, "Eso es el error más grande posible, no el RMSE."),
            (width / 12, "Falta la raíz: se divide entre √12, no entre 12."),
        ):
            expect.wrong_when(np.isclose(result, value), message)
        expect.close(result, width / np.sqrt(12), "lo que devuelve rmse_uniforme", tolerance=0.002)
    floor = expect.real(floor, "suelo")
    expect.wrong_when(
        np.isclose(floor, 10 / np.sqrt(12), rtol=0.002),
        "De -10 a 10 hay 20, no 10: esa es la mitad del ancho.",
    )
    expect.close(floor, 20 / np.sqrt(12), "suelo", tolerance=0.002)


@exercise(
    "3.1.8",
    hints=(
        "La red no aparece en la cuenta: solo hay precios reales. ¿Contra qué los compararon?",
        "El ancho es 0.028 × √12 ≈ 0.1: lo que puede mover un número redondearlo a un decimal.",
        "return np.sqrt(((y - np.round(y, 1)) ** 2).mean())",
    ),
    praise="Compararon los precios consigo mismos, redondeados. La red ni aparece.",
)
def check_detective(function):
    expect.function(function, "rmse_publicado")
    for seed in (1, 2):
        y = np.random.default_rng(seed).uniform(-50, 50, 800)
        result = expect.call(function, y)
        expect.wrong_when(
            isinstance(result, np.ndarray) and result.shape == y.shape,
            "Devuelves un número por casa: resúmelos en un RMSE.",
        )
        result = expect.real(result, "lo que devuelve rmse_publicado")
        expect.wrong_when(
            result == 0, "Da cero: comparas los precios con ellos mismos, sin ninguna diferencia."
        )
        for decimals in (0, 2):
            expect.wrong_when(
                np.isclose(result, _rmse(y, y.round(decimals))),
                f"Vas por buen camino, pero redondeas a {decimals} decimales: la tabla tenía uno.",
            )
        rounded = y - y.round(1)
        expect.wrong_when(
            np.isclose(result, np.mean(rounded**2)), "Buen camino. Eso es el MSE: falta la raíz."
        )
        expect.wrong_when(
            np.isclose(result, np.abs(rounded).mean()), "Buen camino. Eso es el MAE, no el RMSE."
        )
        right = _rmse(y, y.round(1))
        expect.wrong_when(
            not np.isclose(result, right) and abs(result - 0.0285) < 0.002,
            "Por ahí va el número, pero la función no lo calcula con los precios que recibe, y. "
            "¿Contra qué se compararon?",
        )
        expect.close(
            result,
            right,
            "lo que devuelve rmse_publicado",
            message=f"Devuelve {result:.3g}, y aquella solución mide un RMSE cercano a 0.029 que "
            "depende solo de y. Relee las pistas 2 y 3.",
        )


@exercise(
    "3.1.9",
    hints=(
        "Traduce la fórmula: m es la media de los cuadrados de la columna.",
        "m = (columna ** 2).mean(), que no es lo mismo que columna.mean() ** 2.",
        "return 1 - 2 * tasa * (columna**2).mean()",
    ),
    praise="La tasa nunca va sola: siempre multiplica a la escala de las entradas.",
)
def check_step_factor(function):
    expect.function(function, "factor_por_paso")
    column = np.random.default_rng(4).uniform(-2, 5, 60)
    for rate, values in ((0.03, column), (0.4, column), (0.03, 3 * column)):
        m = (values**2).mean()
        result = expect.call(function, rate, values)
        expect.wrong_when(
            isinstance(result, np.ndarray) and result.ndim == 1,
            "Devuelves un número por casa: falta la media de los cuadrados.",
        )
        result = expect.real(result, "lo que devuelve factor_por_paso")
        for value, message in (
            (1 - rate * m, "Falta el 2 de la fórmula."),
            (2 * rate * m, "Falta restárselo a 1: el factor es 1 − 2·tasa·m."),
            (1 + 2 * rate * m, "El signo es menos: se baja en contra del gradiente."),
            (
                1 - 2 * rate * values.mean() ** 2,
                "m es la media de los cuadrados, no el cuadrado de la media.",
            ),
            (1 - 2 * rate * values.mean(), "m es la media de x², no la de x: eleva al cuadrado."),
        ):
            expect.wrong_when(np.isclose(result, value), message)
        expect.close(result, 1 - 2 * rate * m, "lo que devuelve factor_por_paso")


def _houses(seed):
    """Las casas de la práctica (semilla 2026) u otras que cumplen la misma ley."""
    rng = np.random.default_rng(seed)
    houses = np.column_stack([rng.uniform(40, 200, 400), rng.uniform(0, 60, 400)])
    return houses, houses @ [2.1, -0.8] + 30 + rng.uniform(-20, 20, 400)


@exercise(
    "3.1.10",
    hints=(
        "Con entradas estandarizadas m = 1, y el factor es 1 − 2·tasa: 0.01 da 0.98.",
        "400 casas en lotes de 32 son 13 pasos por época: con 0.01, unas 50 épocas bastan.",
        "red_casas = crear_red(0.01) y después red_casas.fit(houses_scaled, prices, epochs=50, "
        "verbose=0).",
    ),
    praise="Con las entradas escaladas, la tasa se elige sin sorpresas.",
)
def check_house_network(model):
    import keras

    expect.wrong_when(
        not isinstance(model, keras.Model),
        "red_casas debe ser la red entrenada (no lo que devuelve fit, que es el historial).",
    )
    expect.wrong_when(
        not model.built or model.input_shape != (None, 2) or model.output_shape != (None, 1),
        "red_casas debe recibir dos números por casa y dar uno.",
    )
    (train, train_prices), (new, new_prices) = _houses(2026), _houses(3)
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    A = np.column_stack([train, np.ones(len(train))])
    best = np.linalg.lstsq(A, train_prices, rcond=None)[0]
    limit = 1.03 * _rmse(new_prices, new @ best[:2] + best[2])

    def error(inputs):
        return _rmse(new_prices, model.predict(inputs, verbose=0).ravel())

    result, unscaled = error((new - mean) / deviation), error(new)
    expect.wrong_when(
        np.isnan(result),
        "Predice nan: se desbordó. Baja la tasa, entrena con houses_scaled y vuelve a crear la "
        "red (de un nan no se sale).",
    )
    expect.wrong_when(
        unscaled < result, "Parece entrenada con houses, sin escalar: usa houses_scaled."
    )
    expect.wrong_when(
        result > limit,
        f"Con casas nuevas su RMSE ≈ {result:.1f}, y no puede pasar de {limit:.1f}. Si la pérdida "
        "aún bajaba, faltan épocas; si va a saltos, baja la tasa.",
    )
    return f"RMSE con casas nuevas ≈ {result:.1f} miles de €; el límite era {limit:.1f}."


@exercise(
    "3.1.11",
    hints=(
        "Escribe la predicción, w·(x − media)/desviación + b, y separa lo que multiplica a x.",
        "A cada x la multiplica w / desviación. Lo demás, b − w·media/desviación, es el sesgo.",
        "w_original = w / desviacion; return w_original, b - (w_original * media).sum()",
    ),
    praise="Ahora los pesos hablan en euros por metro y por año.",
)
def check_undo_scaling(function):
    expect.function(function, "deshacer_escala")
    rng = np.random.default_rng(6)
    for _ in range(2):
        w, b = rng.normal(0, 5, 2), rng.normal(0, 20)
        mean, deviation = rng.uniform(20, 90, 2), rng.uniform(3, 40, 2)
        result = expect.call(function, w, b, mean, deviation)
        new_w, new_b = expect.pair(result, "deshacer_escala", "w, b")
        new_w = expect.finite(expect.array(new_w, "w", shape=(2,)), "w")
        new_b = expect.real(new_b, "b")
        expect.wrong_when(
            np.allclose(new_w, w * deviation),
            "Multiplicaste por la desviación. Una columna que se dividió entre 40 necesita, para "
            "decir lo mismo, un peso 40 veces **menor**.",
        )
        right = w / deviation
        expect.close(new_w, right, "w")
        for value, message in (
            (b, "El sesgo también cambia: al deshacer la resta de la media aparece un término."),
            (b - (w * mean).sum(), "En el sesgo usa los pesos nuevos, los ya divididos."),
            (b + (right * mean).sum(), "En el sesgo, el término de la media va restando."),
        ):
            expect.wrong_when(np.isclose(new_b, value), message)
        expect.close(new_b, b - (right * mean).sum(), "b")


quiz(
    "3.1.A1",
    correct="c",
    why="Sí: lo viste con ReLU, que convierte en cero todo lo negativo.",
    wrong={
        "a": "El tiempo es casi el mismo. Lo que cambia es lo que la red puede llegar a decir.",
        "b": "Sí las admite, y no avisa: en los errores frecuentes entra una con ReLU.",
        "d": "El sesgo no depende de la activación: esta red tiene uno.",
    },
    hint="Piensa en lo que predecía la red de los errores frecuentes con ReLU.",
)
quiz(
    "3.1.A2",
    correct="a",
    why="Sí: el error va de −3 a 3, ancho 6, y 6/√12 ≈ 1.73. Nadie predice el ruido de mañana.",
    wrong={
        "b": "Ni la red más grande predice un ruido que todavía no ha ocurrido.",
        "c": "Con más épocas se acerca al suelo, pero no lo atraviesa en días nuevos.",
        "d": "Que la media sea cero no quita el error de cada medida: se eleva al cuadrado.",
    },
    hint="Calcula rmse_uniforme del ancho de ese error.",
)
quiz(
    "3.1.A3",
    correct="b",
    why="Sí: el factor 1 − 2ηm se hace pequeño por los dos caminos, con entradas menores o con "
    "una tasa menor.",
    wrong={
        "a": "De un nan no se vuelve: todo lo que se calcula con él es nan.",
        "c": "Con una tasa tan alta diverge cualquier semilla: cada paso aleja.",
        "d": "Eso esconde el síntoma: los pesos ya se han perdido.",
    },
    hint="Recuerda el factor: ¿qué dos cosas lo hacen grande?",
)
quiz(
    "3.1.A4",
    correct="d",
    why="Sí: si el peso depende de la semilla, lo que lees es el último rebote, no los datos.",
    wrong={
        "a": "El mayor no tiene nada de especial: con otra semilla sería otro.",
        "b": "Aquí sabes que es 2 porque lo inventamos. Con datos reales no lo sabrías, y elegir "
        "la semilla que más gusta es hacerse trampas.",
        "c": "Con la tasa de 0.001 las cinco coincidían: no es la red, es la tasa.",
    },
    hint="Vuelve a la figura de las cinco semillas.",
)
