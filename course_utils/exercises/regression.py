"""Lo que comparten los ejercicios de la primera red: el mejor plano y la neurona sola."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from . import expect
from .expect.networks import steps

if TYPE_CHECKING:
    import keras


def rmse(real: np.ndarray, predicted: np.ndarray) -> float:
    """La raíz de la media de los errores al cuadrado."""
    return np.sqrt(np.mean((real - predicted) ** 2))


def best_plane(inputs: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Los dos pesos y, al final, el sesgo que menos se equivocan."""
    return np.linalg.lstsq(np.column_stack([inputs, np.ones(len(inputs))]), y, rcond=None)[0]


def one_neuron(model: keras.Model) -> None:
    """Exige una red que, con los mismos pesos, responda lo mismo que una sola neurona."""
    import keras

    wanted = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    expect.like(
        model,
        wanted,
        explain=_not_one_neuron,
        message="No hace lo mismo que una sola neurona, con dos pesos y un sesgo",
    )


def _not_one_neuron(model):
    if model.count_params() != 3:
        expect.wrong(
            f"La red tiene {model.count_params()} parámetros y se piden 3: una sola neurona, "
            "con dos pesos y un sesgo."
        )
    for neuron in [step for step in steps(model) if getattr(step, "weights", ())]:
        expect.activation(
            model,
            neuron,
            "linear",
            message="La neurona no lleva activación: Dense(1), sin más. Lo que predice puede ser "
            "negativo.",
        )


def trained_neuron(value: object, name: str) -> keras.Model:
    """Exige una red de una neurona que se haya entrenado, y la devuelve.

    Unos pesos puestos a mano, sin un solo paso de su optimizador, no son un entrenamiento.
    """
    shapes = f"{name} debe recibir dos números por muestra y dar uno."
    model = expect.network(
        value,
        (2,),
        (1,),
        message=f"{name} debe ser la red entrenada (fit devuelve otra cosa, el historial): "
        f"{expect.arrived(value)}.",
        wrong_input=shapes,
        wrong_output=shapes,
    )
    one_neuron(model)
    if not int(getattr(getattr(model, "optimizer", None), "iterations", 0)):
        expect.wrong(
            f"El optimizador de {name} no ha dado ni un paso: se pide entrenarla con fit, y no "
            "ponerle los pesos."
        )
    return model
