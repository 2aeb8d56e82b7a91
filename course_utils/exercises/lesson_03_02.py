"""Comprobaciones de la lección 3.2, ¿Hasta dónde se puede acertar?"""

import functools

import numpy as np

from . import expect
from .core import exercise, quiz
from .regression import best_plane, rmse, trained_neuron


@exercise(
    "3.2.1",
    hints=(
        "Errores, cuadrados, media y raíz: en ese orden.",
        "`predicho.ravel()` aplana la columna (n, 1) y deja igual lo que ya era (n,).",
        "`return np.sqrt(((real - predicho.ravel()) ** 2).mean())`",
    ),
    praise="En las unidades del problema: miles de euros.",
)
def check_rmse(function):
    rng = np.random.default_rng(11)
    flat = []
    for n in (30, 17, 4):
        real = rng.normal(0, 10, n)
        flat.append((real, real + rng.normal(1, 3, n)))

    def error_by(summary):
        return lambda real, predicted: summary(real - predicted.ravel())

    expect.computes(
        function,
        "rmse",
        right=lambda real, predicted: rmse(real, predicted.ravel()),
        inputs=[*flat, *((real, predicted[:, np.newaxis]) for real, predicted in flat)],
        kind=expect.real,
        message=lambda real, predicted: (
            "Con predicho de forma (n,) acierta, pero con (n, 1) no: NumPy resta todos con todos. "
            "Aplana antes la columna con predicho.ravel()."
            if predicted.ndim == 2
            else None
        ),
        mistakes=(
            (error_by(lambda e: (e**2).mean()), "Eso es el MSE: falta la raíz cuadrada."),
            (
                error_by(lambda e: np.abs(e).mean()),
                "Eso es el MAE: eleva al cuadrado en vez de quitar el signo.",
            ),
            (
                error_by(np.mean),
                error_by(lambda e: -e.mean()),
                "Los errores positivos y negativos se cancelan: eleva al cuadrado **antes** de "
                "promediar.",
            ),
            (error_by(np.std), "Eso es la desviación de los errores: no les restes su media."),
            (error_by(np.linalg.norm), "Has sumado los cuadrados: se pide su media."),
        ),
    )


@exercise(
    "3.2.2",
    hints=(
        "Mira la última columna de la tabla de arriba: el ancho entre el RMSE vale siempre lo "
        "mismo.",
        "El RMSE es el ancho / √12. De −10 a 10, ¿cuánto hay?",
        "`return ancho / np.sqrt(12)`, y `suelo = rmse_uniforme(20)`",
    ),
    praise="De media, y en casas nuevas, por debajo de 5.77 no baja nadie: es el ruido.",
)
def check_uniform_rmse(function, floor):
    expect.computes(
        function,
        "rmse_uniforme",
        right=lambda width: width / np.sqrt(12),
        inputs=[(5.0,), (0.5,), (2.0,)],
        kind=expect.real,
        tolerance=0.002,
        mistakes=(
            (
                lambda width: width / np.sqrt(3),
                "a / √3 es la fórmula con **medio** ancho; recibes el ancho.",
            ),
            (
                lambda width: width**2 / 12,
                "Eso es la media de los cuadrados, el MSE: falta la raíz.",
            ),
            (lambda width: width / 4, "Eso es el error absoluto medio, no el RMSE."),
            (lambda width: width / 2, "Eso es el error más grande posible, no el RMSE."),
            (lambda width: width / 12, "Falta la raíz: se divide entre √12, no entre 12."),
        ),
    )
    expect.cases(
        floor,
        "suelo",
        20 / np.sqrt(12),
        kind=expect.real,
        tolerance=0.002,
        mistakes=((10 / np.sqrt(12), "De -10 a 10 hay 20, no 10: esa es la mitad del ancho."),),
    )


@exercise(
    "3.2.3",
    hints=(
        "La red no aparece en la cuenta: solo hay precios reales. ¿Contra qué los compararon?",
        "El ancho es 0.028 × √12 ≈ 0.1: lo que puede mover un número redondearlo a un decimal.",
        "`return np.sqrt(((y - np.round(y, 1)) ** 2).mean())`",
    ),
    praise="Compararon los precios consigo mismos, redondeados. La red ni aparece.",
)
def check_detective(function):
    def against(decimals):
        return lambda y: rmse(y, y.round(decimals))

    expect.computes(
        function,
        "rmse_publicado",
        right=against(1),
        inputs=[
            (np.random.default_rng(seed).uniform(-50, 50, n),) for seed, n in ((1, 800), (2, 333))
        ],
        kind=functools.partial(
            expect.one_number, message="Devuelves un número por casa: resúmelos en un RMSE."
        ),
        explain=lambda result, *_: (
            "Por ahí va el número, pero la función no lo calcula con los precios que recibe, y. "
            "¿Contra qué se compararon?"
            if abs(result - 0.0285) < 0.002
            else f"Devuelve {result:.3g}, y aquella solución mide un RMSE cercano a 0.029 que "
            "depende solo de y. Relee las pistas 2 y 3."
        ),
        mistakes=(
            (
                lambda y: 0,
                "Da cero: comparas los precios con ellos mismos, sin ninguna diferencia.",
            ),
            *(
                (
                    against(decimals),
                    f"Vas por buen camino, pero redondeas a {decimals} decimales: la tabla tenía "
                    "uno.",
                )
                for decimals in (0, 2)
            ),
            (
                lambda y: ((y - y.round(1)) ** 2).mean(),
                "Buen camino. Eso es el MSE: falta la raíz.",
            ),
            (
                lambda y: np.abs(y - y.round(1)).mean(),
                "Buen camino. Eso es el MAE, no el RMSE.",
            ),
        ),
    )


@exercise(
    "3.2.4",
    hints=(
        "Traduce la fórmula: m es la media de los cuadrados de la columna.",
        "`m = (columna ** 2).mean()`, que no es lo mismo que `columna.mean() ** 2`.",
        "`return 1 - 2 * tasa * (columna**2).mean()`",
    ),
    praise="La tasa nunca va sola: siempre multiplica a la escala de las entradas.",
)
def check_step_factor(function):
    column = np.random.default_rng(4).uniform(-2, 5, 60)
    expect.computes(
        function,
        "factor_por_paso",
        right=lambda rate, x: 1 - 2 * rate * (x**2).mean(),
        inputs=[(0.03, column), (0.4, column), (0.03, 3 * column), (0.1, column[:7])],
        kind=functools.partial(
            expect.one_number,
            message="Devuelves un número por casa: falta la media de los cuadrados.",
        ),
        mistakes=(
            (lambda rate, x: 1 - rate * (x**2).mean(), "Falta el 2 de la fórmula."),
            (
                lambda rate, x: 2 * rate * (x**2).mean(),
                "Falta restárselo a 1: el factor es 1 − 2·tasa·m.",
            ),
            (
                lambda rate, x: 1 + 2 * rate * (x**2).mean(),
                "El signo es menos: se baja en contra del gradiente.",
            ),
            (
                lambda rate, x: 1 - 2 * rate * x.mean() ** 2,
                "m es la media de los cuadrados, no el cuadrado de la media.",
            ),
            (
                lambda rate, x: 1 - 2 * rate * x.mean(),
                "m es la media de x², no la de x: eleva al cuadrado.",
            ),
        ),
    )


def _houses(seed):
    """Las casas de la práctica (semilla 2026) u otras que cumplen la misma ley."""
    rng = np.random.default_rng(seed)
    houses = np.column_stack([rng.uniform(40, 200, 400), rng.uniform(0, 60, 400)])
    return houses, houses @ [2.1, -0.8] + 30 + rng.uniform(-20, 20, 400)


@exercise(
    "3.2.5",
    hints=(
        "Con entradas estandarizadas m vale 1, y el factor es 1 − 2·tasa: 0.01 da 0.98.",
        "400 casas en lotes de 32 son 13 pasos por época: con 0.01, unas 50 épocas bastan.",
        "\n`red_casas = new_net(0.01)\nred_casas.fit(houses_scaled, prices, epochs=50, verbose=0)`",
    ),
    praise="Con las entradas escaladas, la tasa se elige sin sorpresas.",
)
def check_house_network(model):
    model = trained_neuron(model, "red_casas")
    (train, train_prices), (new, new_prices) = _houses(2026), _houses(3)
    best = best_plane(train, train_prices)
    limit = 1.03 * rmse(new_prices, new @ best[:2] + best[2])

    def error(inputs):
        return rmse(new_prices, model.predict(inputs, verbose=0).ravel())

    result, unscaled = error((new - train.mean(axis=0)) / train.std(axis=0)), error(new)
    if not np.isfinite(result):
        expect.wrong(
            "Predice nan o infinito: se desbordó. Baja la tasa, entrena con houses_scaled y vuelve "
            "a crear la red (de un nan no se sale)."
        )
    if result > limit and unscaled < limit:
        expect.wrong("Acierta con las casas sin escalar: entrénala con houses_scaled.")
    if result > limit:
        expect.wrong(
            f"Con casas nuevas su RMSE ≈ {result:.1f}, y no puede pasar de {limit:.1f}. Si la "
            "pérdida aún bajaba, faltan épocas; si va a saltos, baja la tasa."
        )
    return f"RMSE con casas nuevas ≈ {result:.1f} miles de €; el límite era {limit:.1f}."


@exercise(
    "3.2.6",
    hints=(
        "Escribe la predicción, w·(x − media)/desviación + b, y separa lo que multiplica a x.",
        "A cada x la multiplica `w / desviacion`. Lo demás, b − w·media/desviación, es el sesgo.",
        "\n`w_original = w / desviacion\nreturn w_original, b - (w_original * media).sum()`",
    ),
    praise="Ahora los pesos hablan en euros por metro y por año.",
)
def check_undo_scaling(function):
    rng = np.random.default_rng(6)
    expect.computes(
        function,
        "deshacer_escala",
        right=lambda w, b, mean, std: (w / std, b - (w / std * mean).sum()),
        inputs=[
            (rng.normal(0, 5, 2), rng.normal(0, 20), rng.uniform(20, 90, 2), rng.uniform(3, 40, 2))
            for _ in range(2)
        ],
        returns="w, b",
        kind=(expect.numeric, expect.real),
        mistakes=(
            (
                lambda w, b, mean, std: (w * std, b - (w / std * mean).sum()),
                "Multiplicaste por la desviación. Una columna que se dividió entre 40 necesita, "
                "para decir lo mismo, un peso 40 veces **menor**.",
            ),
            (
                lambda w, b, mean, std: (w, b - (w / std * mean).sum()),
                "w no es el valor pedido: son los pesos tal como llegan, sin deshacer la división.",
            ),
            (
                lambda w, b, mean, std: (w / std, b),
                "El sesgo también cambia: al deshacer la resta de la media aparece un término.",
            ),
            (
                lambda w, b, mean, std: (w / std, b - (w * mean).sum()),
                "En el sesgo usa los pesos nuevos, los ya divididos.",
            ),
            (
                lambda w, b, mean, std: (w / std, b + (w / std * mean).sum()),
                "En el sesgo, el término de la media va restando.",
            ),
        ),
    )


quiz(
    "3.2.A1",
    correct="a",
    why="Sí: el error va de −3 a 3, ancho 6, y 6/√12 ≈ 1.73. Nadie predice el ruido de mañana.",
    wrong={
        "b": "Ni la red más grande predice un ruido que todavía no ha ocurrido.",
        "c": "Con más épocas se acerca al suelo, pero no lo atraviesa en días nuevos.",
        "d": "Que la media sea cero no quita el error de cada medida: se eleva al cuadrado.",
    },
    hint="Calcula `rmse_uniforme` del ancho de ese error.",
)
quiz(
    "3.2.A2",
    correct="b",
    why="Sí: el factor 1 − 2ηm vuelve a quedar entre −1 y 1 por los dos caminos, con entradas "
    "menores o con una tasa menor.",
    wrong={
        "a": "De un nan no se vuelve: todo lo que se calcula con él es nan.",
        "c": "Con una tasa tan alta diverge cualquier semilla: cada paso aleja.",
        "d": "Eso esconde el síntoma: los pesos ya se han perdido.",
    },
    hint="Recuerda el factor: ¿qué dos cosas lo hacen grande?",
)
quiz(
    "3.2.A3",
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
