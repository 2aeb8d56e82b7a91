"""Comprobar el historial de un entrenamiento, lo que devuelve ``model.fit``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True, eq=False)
class History:
    """Un historial ya comprobado.

    Attributes
    ----------
    series : dict of str to numpy.ndarray of float, shape (n_epocas,)
        La pérdida y cada métrica, por su nombre de Keras.
    epochs : numpy.ndarray of int, shape (n_epocas,)
        El número de cada época, desde 1.
    """

    series: dict[str, np.ndarray]
    epochs: np.ndarray

    @property
    def best_epoch(self) -> int | None:
        """La época con menor pérdida de validación; ``None`` si no hubo validación."""
        validation = self.series.get("val_loss")
        if validation is None or not np.isfinite(validation).any():
            return None
        return int(self.epochs[np.nanargmin(validation)])

    @property
    def diverged_at(self) -> int | None:
        """La primera época cuya pérdida es ``nan`` o infinita; ``None`` si no la hay."""
        broken = ~np.isfinite(self.series["loss"])
        return int(self.epochs[broken.argmax()]) if broken.any() else None


def check_history(history: Any) -> History:
    """Comprueba un historial de Keras, o el diccionario que lleva dentro.

    Parameters
    ----------
    history : keras.callbacks.History or dict
        Listas con un valor por época; la pérdida («loss») no puede faltar.

    Returns
    -------
    History
        Las series y el número de cada época.

    Raises
    ------
    TypeError
        Si no es un historial.
    ValueError
        Si está vacío o incompleto.

    Examples
    --------
    >>> check_history({"loss": [0.9, 0.5, 0.6], "val_loss": [0.8, 0.6, 0.7]}).best_epoch
    2
    """
    recorded = getattr(history, "history", history)
    if not isinstance(recorded, dict):
        raise TypeError(
            f"history debe ser lo que devuelve model.fit, o su .history; llegó "
            f"{type(history).__name__}."
        )
    if "loss" not in recorded or len(recorded["loss"]) == 0:
        raise ValueError(
            "El historial no tiene ninguna época con pérdida («loss»); contiene "
            f"{sorted(recorded) or 'nada'}. Entrena antes con model.fit."
        )
    series = {key: np.asarray(values, dtype=float) for key, values in recorded.items()}
    for key, values in series.items():
        if len(values) != len(series["loss"]):
            raise ValueError(
                f"El historial tiene {len(series['loss'])} épocas de «loss» y {len(values)} de "
                f"«{key}»; debe haber un valor por época (¿usaste validation_freq?)."
            )
    # Keras numera desde 0, y con initial_epoch sigue donde lo dejó.
    numbers = getattr(history, "epoch", None) or range(len(series["loss"]))
    return History(series, np.asarray(numbers) + 1)


def choose_metric(history: History, metric: str | None) -> str | None:
    """La métrica pedida o, si no se dice, la primera que no sea la pérdida.

    Raises
    ------
    ValueError
        Si la pedida no está en el historial.

    Examples
    --------
    >>> choose_metric(check_history({"loss": [0.9], "accuracy": [0.6]}), None)
    'accuracy'
    """
    # La tasa de aprendizaje también queda en el historial, pero no mide el modelo.
    not_metrics = ("loss", "learning_rate", "lr")
    available = [k for k in history.series if k not in not_metrics and not k.startswith("val_")]
    if metric is None:
        return available[0] if available else None
    if metric not in available:
        raise ValueError(
            f"No hay métrica {metric!r} en el historial; las disponibles son {available or '—'}. "
            "Las métricas se piden en model.compile(metrics=[...])."
        )
    return metric
