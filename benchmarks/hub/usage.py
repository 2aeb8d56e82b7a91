"""Lo que gasta cada estudiante: sus procesos, mirados cada poco, y su grupo de control."""

import asyncio
import contextlib
import os
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import psutil

_EVERY = 2  # segundos
_CGROUPS = Path("/sys/fs/cgroup/memory")


@dataclass
class Spent:
    """Lo de una persona: máximos de memoria, en bytes, y segundos de procesador.

    Attributes
    ----------
    server, kernel, together : int
        El servidor, el núcleo que más ocupó, y todo a la vez. Lo que dos procesos comparten (las
        bibliotecas) cuenta en los dos.
    shared_out : int
        Todo a la vez, repartiendo entre quienes lo usan lo que se comparte.
    """

    server: int = 0
    kernel: int = 0
    together: int = 0
    shared_out: int = 0
    seconds: dict = field(default_factory=lambda: defaultdict(float))

    @property
    def cpu(self):
        """Segundos de procesador de todos sus procesos, también los que acabaron."""
        return sum(self.seconds.values())


class Meter:
    """Mira los procesos de cada estudiante, que llevan su nombre en el entorno.

    Parameters
    ----------
    homes : Path
        Solo cuentan los que tienen ahí su carpeta personal.
    """

    def __init__(self, homes):
        self.homes, self.spent, self.all_shared_out = str(homes), defaultdict(Spent), 0

    async def watch(self):
        """Sigue mirando hasta que se cancele."""
        while True:
            self.look()
            await asyncio.sleep(_EVERY)

    def look(self):
        """Mira una vez."""
        now = defaultdict(lambda: [0, 0])
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error):
                name = self._learner(process)
                if name is None:
                    continue
                memory = process.memory_full_info()
                times = process.cpu_times()
                spent = self.spent[name]
                spent.seconds[process.pid] = times.user + times.system
                command = " ".join(process.cmdline())
                if "jupyterhub-singleuser" in command:
                    spent.server = max(spent.server, memory.rss)
                elif "ipykernel" in command:
                    spent.kernel = max(spent.kernel, memory.rss)
                now[name][0] += memory.rss
                now[name][1] += memory.pss
        for name, (together, shared_out) in now.items():
            spent = self.spent[name]
            spent.together = max(spent.together, together)
            spent.shared_out = max(spent.shared_out, shared_out)
        total = sum(shared_out for _, shared_out in now.values())
        self.all_shared_out = max(self.all_shared_out, total)

    def _learner(self, process):
        variables = process.environ()
        if variables.get("HOME", "").startswith(self.homes):
            return variables.get("JUPYTERHUB_USER")
        return None


def children_of(process):
    """Memoria (bytes) y segundos de procesador de un proceso y los suyos."""
    family = [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]
    memory = sum(each.memory_info().rss for each in family)
    return memory, sum(sum(each.cpu_times()[:2]) for each in family)


@contextlib.contextmanager
def control_group():
    """Un grupo de control (de los de la versión 1) dentro del de este proceso, o None.

    Al salir se borra, con los de dentro.
    """
    group = None
    with contextlib.suppress(OSError):
        lines = Path("/proc/self/cgroup").read_text().splitlines()
        ours = next((line for line in lines if ":memory:" in line), None)
        if ours:
            group = _CGROUPS / ours.split(":", 2)[2].lstrip("/") / "ensayo-hub"
            group.mkdir(exist_ok=True)
            (group / "learner").mkdir(exist_ok=True)
            (group / "learner" / "memory.limit_in_bytes").write_text(str(2**30))
            (group / "learner").rmdir()
    if group is not None and not os.access(group, os.W_OK):
        group = None
    try:
        yield group
    finally:
        if group is not None:
            for inner in [*group.glob("*/"), group]:
                inner.rmdir()
