"""Cuánto tardará el curso en este equipo: lo que tardó otras veces, aquí o donde se midió.

Un archivo de tiempos dice lo que tardó cada lección en un equipo, y lo que tardó allí un cálculo
de prueba: así lo medido en uno sirve para otro. ``authoring/tiempos.json`` es el del equipo de
referencia (dos núcleos, dos lecciones a la vez); ``build/curso/tiempos.json``, el de este. Para
renovar el primero se copia el segundo encima.
"""

import json
import math
import statistics
import time
from dataclasses import dataclass, field
from pathlib import Path

from .files import write_whole

REFERENCE = Path(__file__).with_name("tiempos.json")

# Lo que pesa la previsión frente a lo que se va midiendo: como si ya se hubieran visto cumplirse
# estos segundos. Una lección de dos segundos no cambia la cuenta; un minuto, sí.
_PRIOR_SECONDS = 30
_UNKNOWN_SECONDS = 15  # una lección, cuando no hay ninguna medida


@dataclass
class Durations:
    """Los tiempos medidos en un equipo."""

    seconds: dict = field(default_factory=dict)  # nombre de la lección -> segundos
    calibration: float | None = None  # lo que tardó aquí el cálculo de prueba

    @classmethod
    def read(cls, path):
        """Lee un archivo de tiempos; vacío si no está o no se entiende."""
        try:
            return cls(**json.loads(Path(path).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return cls()

    def write(self, path):
        """Lo guarda donde diga ``path``."""
        data = {"calibration": self.calibration, "seconds": dict(sorted(self.seconds.items()))}
        text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
        write_whole(path, text)


def calibrate():
    """Mide un cálculo de prueba, de la misma clase que los del curso.

    Returns
    -------
    float
        Segundos; el mejor de tres, para que no cuente lo que otros programas estorban.
    """
    import numpy as np

    matrix = np.random.default_rng(0).normal(size=(500, 500))

    def seconds():
        started = time.perf_counter()
        for _ in range(10):
            matrix @ matrix
            sum(number * number for number in range(100_000))
        return time.perf_counter() - started

    return min(seconds() for _ in range(3))


def predict(names, here, reference):
    """Prevé los segundos de cada lección.

    Lo medido en este equipo manda; lo demás es lo de la referencia, a la velocidad de este. Una
    lección que nadie midió tarda como la mediana de las medidas.

    Parameters
    ----------
    names : sequence of str
    here, reference : Durations

    Returns
    -------
    dict
        Nombre de la lección -> segundos.
    """
    scale = 1
    if here.calibration and reference.calibration:
        scale = here.calibration / reference.calibration
    known = {name: seconds * scale for name, seconds in reference.seconds.items()} | here.seconds
    usual = statistics.median(known.values()) if known else _UNKNOWN_SECONDS
    return {name: known.get(name, usual) for name in names}


def makespan(seconds, workers):
    """Segundos hasta acabarlo todo, si cada puesto libre toma la siguiente lección.

    Examples
    --------
    >>> makespan([60, 10, 10, 10], workers=2)
    60
    """
    busy = [0] * workers
    for duration in seconds:
        busy[busy.index(min(busy))] += duration
    return max(busy)


def pace(predicted, actual):
    """Por cuánto hay que multiplicar lo previsto, visto lo que tardó lo ya terminado.

    Parameters
    ----------
    predicted, actual : float
        Segundos de todas las lecciones terminadas: los previstos y los reales.

    Examples
    --------
    >>> pace(0, 0)
    1.0
    >>> pace(predicted=30, actual=90)
    2.0
    """
    return (actual + _PRIOR_SECONDS) / (predicted + _PRIOR_SECONDS)


def in_words(seconds):
    """Dice un tiempo sin más precisión de la que tiene.

    Examples
    --------
    >>> in_words(34), in_words(61), in_words(340)
    ('unos 40 segundos', 'un minuto', 'unos 6 minutos')
    """
    if seconds <= 50:
        return f"unos {max(math.ceil(seconds / 10), 1) * 10} segundos"
    minutes = max(round(seconds / 60), 1)
    return "un minuto" if minutes == 1 else f"unos {minutes} minutos"


def remaining(*, done, running, waiting, workers):
    """Segundos que faltan, corregida la previsión con lo que va tardando este equipo.

    Parameters
    ----------
    done, running : sequence of (float, float)
        Segundos previstos, y reales o transcurridos, de cada lección terminada y en marcha.
    waiting : sequence of float
        Segundos previstos de las que esperan, en orden.
    workers : int
        Cuántas a la vez.

    Examples
    --------
    >>> remaining(done=[(30, 90)], running=[(20, 10)], waiting=[5, 15], workers=1)
    70.0
    """
    # Una lección que ya pasó de lo previsto dice tanto como una terminada.
    seen = [*done, *(one for one in running if one[1] > one[0])]
    factor = pace(sum(expected for expected, _ in seen), sum(actual for _, actual in seen))
    left = [max(expected * factor - elapsed, 0) for expected, elapsed in running]
    return makespan(left + [expected * factor for expected in waiting], workers)
