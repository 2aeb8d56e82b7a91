"""La clase: todos a la vez, con lo que puede pasar en una. Al final, lo que se midió."""

import asyncio
import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import nbformat
import psutil

from authoring.errors import AuthoringError
from authoring.lessons import find_lessons
from authoring.site.hub_links import hub_link

from ..kernels import USAGE
from .learner import KernelDied, Learner, answered, content, marks, work
from .place import FOLDER, limits, prepare
from .server import Hub
from .usage import Meter, children_of, control_group

LESSONS = ("colecciones", "fashion_mnist")  # una sin bibliotecas y una que entrena una red
_UNITS = {"M": 2**20, "G": 2**30}
_FILL = """
pieces = []
for _ in range({pieces}):
    pieces.append(bytearray(b"x") * 2**26)
print("cupo todo")
"""


def run(learners=10, folder=FOLDER, python=None):
    """Da la clase y escribe lo medido en ``medidas.json``.

    Returns
    -------
    int
        0 si todo salió como debe.
    """
    if not Path("/proc/self/cgroup").exists():
        raise AuthoringError("El ensayo del hub solo se puede hacer en Linux.")
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # así también se apaga todo
    place = prepare(Path(folder).resolve(), python)
    memory = bytes_of(limits()["memory"])
    with control_group() as group:
        trial = Trial(place, Hub(place, memory, group), learners, memory, group)
        measured = asyncio.run(trial.run())
    path = place.folder / "medidas.json"
    path.write_text(json.dumps(measured, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"Lo medido está en {path}")
    return 1 if trial.problems else 0


def bytes_of(text):
    """«2G» en bytes, como lo entienden systemd y JupyterHub."""
    return int(float(text[:-1]) * _UNITS[text[-1]])


class Trial:
    """Una clase, de principio a fin.

    Parameters
    ----------
    place : Place
    hub : Hub
    learners : int
    memory : int
        El límite de cada uno, en bytes.
    group : Path or None
        Dónde están los grupos de control.
    """

    def __init__(self, place, hub, learners, memory, group):
        self.place, self.hub, self.memory, self.group = place, hub, memory, group
        self.names = [f"ensayo-{number:02d}" for number in range(1, learners + 1)]
        self.lessons = find_lessons(LESSONS)
        self.link = hub_link(self.lessons[0], place.course.as_uri())
        self.meter = Meter(place.homes)
        self.kernels = {lesson.number: [] for lesson in self.lessons}
        self.problems, self.measured = [], {}
        self.done, self.total, self.half = 0, 0, asyncio.Event()
        self.started = time.monotonic()

    def say(self, text):
        """Una línea, con los segundos que van."""
        print(f"  {time.monotonic() - self.started:6.0f} s   {text}", flush=True)

    def expect(self, right, text):
        """Dice si se cumplió; lo que no, es un problema."""
        self.say(f"{'✅' if right else '❌'} {text}")
        if not right:
            self.problems.append(text)

    async def run(self):
        """Toda la clase; devuelve lo medido."""
        self.started = time.monotonic()
        opened = []
        try:
            self.hub.start_proxy()
            await self.hub.start()
            alone = children_of(self.hub.process)[0]
            watching = asyncio.create_task(self.meter.watch())
            opened = await self.everyone(self.arrive(name) for name in self.names)
            if len(opened) < len(self.names):
                raise AuthoringError(f"No todos pudieron entrar: mira {self.place.folder}/hub.log")
            self.say("todos tienen su servidor y su copia de los cuadernos")
            start, crowd = time.monotonic(), [learner for learner, *_ in opened]
            self.total = len(crowd) * sum(len(_cells(lesson)) for lesson in self.lessons)
            await asyncio.gather(self.teach(crowd), self.restart_the_hub())
            seconds = time.monotonic() - start
            self.expect(self.done >= self.total, f"los {len(crowd)} terminan las dos lecciones")
            self.keeps_its_own_progress()
            await self.update(crowd[-1])
            watching.cancel()
            self.meter.look()
            hub, proxy = children_of(self.hub.process), children_of(self.hub.proxy)
            self.measured |= {
                "estudiantes": len(crowd),
                "nucleos": os.cpu_count(),
                "limite": self.memory,
                "con_grupo_de_control": self.group is not None,
                "segundos_hasta_tener_servidor": [round(wait, 1) for _, wait, _ in opened],
                "segundos_de_nbgitpuller": [round(wait, 1) for *_, wait in opened],
                "segundos_de_clase": round(seconds),
                "memoria_hub_vacio": alone,
                "memoria_hub": hub[0],
                "memoria_proxy": proxy[0],
                "segundos_de_procesador_hub": round(hub[1], 1),
                "segundos_de_procesador_proxy": round(proxy[1], 1),
                "memoria_de_todos": self.meter.all_shared_out,
                "disco_de_una_copia": _size(self.place.homes / self.names[-1]),
                "memoria_y_segundos_de_cada_nucleo": self.kernels,
                "cada_uno": {
                    name: {
                        "servidor": spent.server,
                        "nucleo": spent.kernel,
                        "todo": spent.together,
                        "todo_repartido": spent.shared_out,
                        "segundos_de_procesador": round(spent.cpu, 1),
                    }
                    for name, spent in sorted(self.meter.spent.items())
                },
                "problemas": self.problems,
            }
            return self.measured
        finally:
            await self.close([learner.name for learner, *_ in opened])

    async def everyone(self, tasks):
        """Todos a la vez; si uno falla, es un problema y los demás siguen."""
        results = await asyncio.gather(*tasks, return_exceptions=True)
        for result in results:
            if isinstance(result, BaseException):
                self.expect(False, f"{type(result).__name__}: {result}")
        return [result for result in results if not isinstance(result, BaseException)]

    async def arrive(self, name):
        """Entra, espera a su servidor y sigue el enlace de quien enseña."""
        token, waited = await self.hub.open_server(name)
        learner = Learner(self.hub, name, token)
        start = time.monotonic()
        await learner.follow_link(self.link)
        return learner, waited, time.monotonic() - start

    async def teach(self, crowd):
        """Todos hacen las dos lecciones a la vez."""
        await self.everyone(self.attend(learner, number) for number, learner in enumerate(crowd))
        self.half.set()  # aunque alguien no haya llegado a la suya

    async def attend(self, learner, number):
        """Una persona hace las dos lecciones. A la primera le matan el núcleo a mitad de la
        primera; la segunda, entre las dos, pide más memoria de la que le toca."""
        for lesson in self.lessons:
            path = f"{lesson.name}.ipynb"
            notebook = answered(await learner.read(path), nbformat.read(lesson.solved, 4))
            kernel, half = await learner.kernel(path), len(_cells(lesson)) // 2
            await work(kernel, notebook, self.cell_done, last=half)
            await learner.save(path, notebook)
            if number == 0 and lesson is self.lessons[0]:
                notebook = await self.kill(learner, kernel, path, notebook, half)
            await work(kernel, notebook, self.cell_done, first=half)
            await learner.save(path, notebook)
            (output,) = await kernel.execute(USAGE)
            peak, seconds = output.text.split()
            self.kernels[lesson.number].append((int(peak), round(float(seconds), 1)))
            right, asked = marks(await learner.read(path))
            if right < asked:
                self.expect(False, f"{learner.name}, {lesson.number}: {right} ✅ de {asked}")
            if number == 1 and lesson is self.lessons[0]:
                await self.ask_too_much(learner, notebook, path)
            if number == 2 and lesson is self.lessons[0]:
                await self.touch_the_course(kernel)
        self.say(f"{learner.name} terminó")

    def cell_done(self):
        """Una celda más; a la mitad de las de todos, se puede reiniciar el hub."""
        self.done += 1
        if self.done >= self.total // 2:
            self.half.set()

    async def kill(self, learner, kernel, path, notebook, half):
        """Mata el núcleo de alguien: su servidor le da otro y su cuaderno sigue como estaba."""
        (output,) = await kernel.execute("import os\nprint(os.getpid())")
        before = _attempts(self.place.homes / learner.name)
        os.kill(int(output.text), signal.SIGKILL)
        with contextlib.suppress(KernelDied, asyncio.TimeoutError):
            await kernel.execute("1", seconds=30)
        await kernel.connect()
        saved = await learner.read(path)
        self.expect(
            content(saved) == content(notebook)
            and _attempts(self.place.homes / learner.name) == before,
            "un núcleo muerto: hay otro, y el cuaderno y el avance siguen como estaban",
        )
        await work(kernel, saved, lambda: None, last=half)  # «Run All Above»
        return saved

    async def ask_too_much(self, learner, notebook, path):
        """Pide el triple de lo que le toca: pierde ese núcleo, o recibe un error, y nada más."""
        scratch = await learner.kernel("acaparar.ipynb")
        code = _FILL.format(pieces=3 * self.memory // 2**26)
        try:
            outputs = await scratch.execute(code)
            how = next((o.ename for o in outputs if o.output_type == "error"), None)
        except KernelDied:
            how = "el núcleo se acabó"
        await scratch.connect()
        await learner.api("DELETE", f"api/kernels/{scratch.id}")
        saved = await learner.read(path)
        self.expect(
            how is not None and content(saved) == content(notebook),
            f"quien pide el triple de su memoria no lo recibe ({how}), y su cuaderno sigue igual",
        )
        self.measured["al_pedir_demasiado"] = how
        if self.group:
            peak = (self.group / learner.name / "memory.max_usage_in_bytes").read_text()
            self.measured["maximo_de_quien_pidio_demasiado"] = int(peak)
            self.expect(int(peak) <= self.memory, "y nunca pasó de su límite")

    async def touch_the_course(self, kernel):
        """Intenta cambiar el curso. Solo se puede probar con usuarios del sistema distintos."""
        if os.geteuid() != 0:
            self.say("— el curso de solo lectura no se prueba sin ser root")
            return
        target = str(self.place.course / "course_utils" / "__init__.py")
        outputs = await kernel.execute(f"open({target!r}, 'a')")
        other = str(self.place.homes / self.names[0])
        outputs += await kernel.execute(f"import os\nos.listdir({other!r})")
        names = [output.ename for output in outputs if output.output_type == "error"]
        self.expect(names == ["PermissionError"] * 2, "nadie cambia el curso ni mira lo de otro")

    async def restart_the_hub(self):
        """A mitad de la clase, apaga el hub y lo enciende."""
        await self.half.wait()
        before = self.done
        self.hub.stop()
        await asyncio.sleep(10)  # alguien tarda en darse cuenta
        start = time.monotonic()
        await self.hub.start()
        seconds, during = time.monotonic() - start, self.done - before
        users = [await self.hub.api("GET", f"users/{name}") for name in self.names]
        ready = sum(user["servers"].get("", {}).get("ready", False) for user in users)
        self.expect(
            ready == len(users),
            f"el hub se apaga y vuelve (tarda {seconds:.0f} s): mientras, {during} celdas más; "
            f"después, {ready} servidores de {len(users)} siguen en marcha",
        )
        self.measured["celdas_mientras_no_habia_hub"] = during
        self.measured["segundos_en_volver_el_hub"] = round(seconds, 1)

    def keeps_its_own_progress(self):
        """El avance de cada uno está en su carpeta, y es suyo."""
        counts = [_attempts(self.place.homes / name) for name in self.names]
        owners = {(self.place.homes / name).stat().st_uid for name in self.names}
        self.expect(
            all(counts) and (os.geteuid() != 0 or len(owners) == len(counts)),
            f"cada uno tiene su avance en su carpeta (de {min(counts)} a {max(counts)} intentos)",
        )

    async def update(self, learner):
        """Quien enseña cambia una lección y el enlace se sigue otra vez."""
        paths = [f"{lesson.name}.ipynb" for lesson in find_lessons(["colecciones", "decisiones"])]
        for path in paths:  # la primera, también la cambió quien estudia
            target = self.place.course / "notebooks" / path
            notebook = nbformat.read(target, 4)
            notebook.cells[0].source += "\n\nCambiado por quien enseña."
            nbformat.write(notebook, target)
        identity = ["-c", "user.name=curso", "-c", "user.email=curso@example.org"]
        command = ["git", *identity, "commit", "--quiet", "--all", "--message", "cambios"]
        subprocess.run(command, cwd=self.place.course, check=True)
        before = await learner.read(paths[0])
        self.place.prepare_course()
        await learner.follow_link(self.link)
        mine, theirs = [await learner.read(path) for path in paths]
        kept = [a.source == b.source for a, b in zip(before.cells[1:], mine.cells[1:], strict=True)]
        self.expect(
            all(kept) and "Cambiado" in theirs.cells[0].source,
            "al seguir el enlace otra vez llega lo nuevo, y lo escrito se queda",
        )

    async def close(self, names):
        """Apaga los servidores, el hub y el proxy."""
        with contextlib.suppress(Exception):
            await asyncio.gather(*(self.hub.api("DELETE", f"users/{n}/server") for n in names))
            while any([(await self.hub.api("GET", f"users/{n}"))["servers"] for n in names]):
                await asyncio.sleep(0.5)
        self.hub.stop()
        self.hub.stop_proxy()
        for process in psutil.process_iter():  # lo que quede, que no quede
            with contextlib.suppress(psutil.Error):
                if process.environ().get("HOME", "").startswith(str(self.place.homes)):
                    process.kill()
                    process.wait(10)


def _cells(lesson):
    cells = nbformat.read(lesson.notebook, 4).cells
    return [cell for cell in cells if cell.cell_type == "code"]


def _attempts(home):
    """Cuántos intentos hay apuntados en el avance de esa carpeta."""
    record = home / ".curso-ml-es" / "avance.sqlite"
    if not record.exists():
        return 0
    with contextlib.closing(sqlite3.connect(record)) as database:
        return database.execute("SELECT count(*) FROM intentos").fetchone()[0]


def _size(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
