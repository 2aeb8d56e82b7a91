"""``python -m benchmarks hub``: una clase entera en un JupyterHub de verdad, en este equipo.

``place`` prepara el curso, el entorno y el proxy; ``jupyterhub_config`` es la configuración, con la
de ``hub/tljh``; ``server`` enciende y apaga; ``learner`` es quien estudia, por la API; ``usage``,
lo que gasta cada uno, y ``trial``, la clase. Solo en Linux: el límite de memoria es de su núcleo.
"""

from .trial import run

__all__ = ["run"]
