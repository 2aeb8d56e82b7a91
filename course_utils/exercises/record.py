"""El registro de quien estudia: qué ejercicio comprobó, cuándo y con qué resultado.

Es un archivo de SQLite en su carpeta personal, que no sale de su equipo y aguanta que dos cuadernos
escriban a la vez. La variable ``COURSE_PROGRESS`` dice otro archivo; «no», que no se apunte nada.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path

_TABLE = (
    "CREATE TABLE IF NOT EXISTS intentos "
    "(cuando REAL NOT NULL, ejercicio TEXT NOT NULL, bien INTEGER NOT NULL, mensaje TEXT NOT NULL)"
)
_WAIT = 10  # segundos que un cuaderno espera a que otro acabe de escribir


@dataclass(frozen=True)
class Attempt:
    """Una respuesta comprobada.

    Attributes
    ----------
    when : float
        Segundos desde 1970, como ``time.time``.
    exercise_id : str
    right : bool
    message : str
        Lo que se le dijo.
    """

    when: float
    exercise_id: str
    right: bool
    message: str


def record_path() -> Path | None:
    """El archivo del registro, o ``None`` si no se quiere ninguno."""
    chosen = os.environ.get("COURSE_PROGRESS")
    if chosen is None:
        return Path.home() / ".curso-ml-es" / "avance.sqlite"
    return None if chosen.strip().lower() in ("", "no") else Path(chosen).expanduser()


def add_attempt(exercise_id: str, right: bool, message: str) -> None:
    """Apunta una respuesta comprobada. Si no se puede, no se apunta: un ``check`` no se detiene."""
    with contextlib.suppress(OSError, sqlite3.Error, RuntimeError):
        path = record_path()
        if path is None:
            return
        row = (time.time(), exercise_id, int(right), message)
        try:
            _insert(path, row)
        except sqlite3.OperationalError:
            raise  # de solo lectura, sin sitio, ocupado: el archivo está sano
        except sqlite3.DatabaseError:
            _put_aside(path)
            _insert(path, row)


def attempts() -> list[Attempt]:
    """Todo lo apuntado, por orden; vacío si no hay registro o no se puede leer."""
    with contextlib.suppress(OSError, sqlite3.Error, RuntimeError):
        path = record_path()
        if path is not None and path.exists():
            with _open(path) as database:
                rows = database.execute(
                    "SELECT cuando, ejercicio, bien, mensaje FROM intentos ORDER BY cuando, rowid"
                )
                return [Attempt(when, name, bool(right), text) for when, name, right, text in rows]
    return []


@contextlib.contextmanager
def _open(path):
    with contextlib.closing(sqlite3.connect(path, timeout=_WAIT)) as database, database:
        # Sin esperar al disco: solo un corte de luz perdería lo último, y el turno dura nada.
        database.execute("PRAGMA synchronous = OFF")
        # Pide el turno al empezar: quien lo pide a medias no espera, y perdería lo suyo.
        database.execute("BEGIN IMMEDIATE")
        yield database


def _insert(path, row):
    path.parent.mkdir(parents=True, exist_ok=True)
    with _open(path) as database:
        database.execute(_TABLE)
        database.execute("INSERT INTO intentos VALUES (?, ?, ?, ?)", row)


def _put_aside(path):
    """Un archivo que no es un registro no se borra: se guarda al lado con otro nombre."""
    number = 1
    while (aside := path.with_name(f"{path.stem}-danado-{number}{path.suffix}")).exists():
        number += 1
    path.rename(aside)
