# -*- coding: utf-8 -*-
"""Prepara el entorno del curso: crea .venv e instala en él todo lo que hace falta.

Lo llama el Makefile con el Python del sistema, sea el que sea. Por eso usa solo la biblioteca
estándar y la sintaxis que entiende hasta Python 2.7: un Python viejo tiene que poder leer este
archivo para decir, en una línea, que es viejo.
"""
# ruff: noqa: RUF005

from __future__ import print_function

import argparse
import collections
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))

# Rutas relativas: main() se coloca en la carpeta del curso.
BIN_PYTHON = os.path.join("Scripts", "python.exe") if os.name == "nt" else "bin/python"
VENV = ".venv"
VENV_PYTHON = os.path.join(VENV, BIN_PYTHON)
STAMP = os.path.join(VENV, "curso.json")

# Medido en Linux con Python 3.11: .venv ocupa 2.7 GB; el resto es para las descargas.
VENV_GB = 2.7
NEEDED_GB = 4


class Stop(Exception):
    """Algo impide seguir; el mensaje dice en una línea qué es y qué se puede hacer."""


def say(text, stream=None):
    """Escribe una línea aunque la terminal no sepa de tildes."""
    stream = stream or sys.stdout
    try:
        print(text, file=stream)
    except UnicodeEncodeError:
        print(text.encode("ascii", "replace").decode("ascii"), file=stream)
    stream.flush()


# --- Lo que se comprueba antes de empezar ---------------------------------------------------


def supported_pythons():
    """Lee de pyproject.toml el rango de versiones: ((3, 11), (3, 14)), sin incluir la última."""
    with io.open("pyproject.toml", encoding="utf-8") as file:
        found = re.search(r'requires-python = ">=3\.(\d+),<3\.(\d+)"', file.read())
    return (3, int(found.group(1))), (3, int(found.group(2)))


def python_problem(version, oldest, newest):
    """Dice por qué no sirve esta versión de Python, o None si sirve."""
    version = tuple(version[:2])
    if oldest <= version < newest:
        return None
    numbers = ["%d.%d" % (3, minor) for minor in range(oldest[1], newest[1])]
    why = "es demasiado viejo" if version < oldest else "es demasiado nuevo: TensorFlow aún no está"
    return (
        "Python %d.%d %s. El curso necesita Python %s o %s; si tienes otro instalado, "
        "dilo así: make lab PYTHON=python%s"
        % (version + (why, ", ".join(numbers[:-1]), numbers[-1], numbers[-2]))
    )


def platform_problem(system, machine, is_64_bits):
    """Dice por qué TensorFlow no se puede instalar en este equipo, o None si se puede."""
    instead = "Usa Google Colab, donde no hay nada que instalar (README.md dice cómo)."
    if not is_64_bits:
        return "Este Python es de 32 bits y TensorFlow necesita uno de 64 bits: instala ese."
    if system == "Darwin" and machine == "x86_64":
        return (
            "Este Python es para Mac con procesador Intel y TensorFlow ya no se publica para "
            "él. Si tu Mac es M1 o posterior, instala un Python «arm64». " + instead
        )
    if system == "Windows" and machine == "ARM64":
        return "TensorFlow no se publica para Windows con procesador ARM. " + instead
    return None


def venv_problem(version):
    """Dice qué falta para crear entornos virtuales, o None si no falta nada."""
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        return (
            "A este Python le falta el módulo venv. En Debian o Ubuntu se instala con: "
            "sudo apt install python%d.%d-venv" % tuple(version[:2])
        )
    return None


def disk_problem(free_bytes):
    """Dice cuánto espacio falta en el disco, o None si hay bastante."""
    free = free_bytes / 1e9
    if free >= NEEDED_GB:
        return None
    return (
        "Falta espacio en el disco: quedan %.1f GB y se necesitan %d GB (el entorno ocupa "
        "%.1f GB y hay que descargarlo)." % (free, NEEDED_GB, VENV_GB)
    )


# --- La marca que dice qué hay en .venv -----------------------------------------------------


def read_stamp():
    """Lee la marca de .venv; vacía si no hay entorno o no se terminó de crear."""
    try:
        with io.open(STAMP, encoding="utf-8") as file:
            stamp = json.load(file)
    except (IOError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) and os.path.exists(VENV_PYTHON) else {}


def write_stamp(stamp):
    """Apunta en .venv lo que hay en él."""
    with open(STAMP, "w") as file:
        json.dump(stamp, file)


def wanted_stamp(versions):
    """La marca que tendría un .venv al día."""
    digest = hashlib.sha256()
    for name in ("requirements.txt", "pyproject.toml"):
        with open(name, "rb") as file:
            digest.update(file.read())
    return {
        "folder": os.getcwd(),  # un entorno virtual no funciona si se mueve de carpeta
        "python": "%d.%d" % sys.version_info[:2],
        "versions": versions,
        "inputs": digest.hexdigest(),
    }


def same(one, other, keys):
    """Compara dos marcas solo en esas claves."""
    return all(one.get(key) == other.get(key) for key in keys)


# --- Los pasos ------------------------------------------------------------------------------


def pip_environment():
    """Las variables de entorno, sin las que harían que pip instalara fuera de .venv."""
    environment = dict(os.environ, PIP_USER="0")  # «0» vale más que un pip.conf que diga que sí
    for name in ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PYTHONHOME"):
        environment.pop(name, None)
    return environment


def run(command, on_line=None):
    """Ejecuta una orden en silencio; si falla, enseña sus últimas líneas y se detiene."""
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=pip_environment()
    )
    last = collections.deque(maxlen=8)
    for raw in iter(process.stdout.readline, b""):
        line = raw.decode("utf-8", "replace").rstrip()
        last.append(line)
        if on_line:
            on_line(line)
    if process.wait() != 0:
        say("\n" + "\n".join("    " + line for line in last), sys.stderr)
        raise Stop(
            "La instalación no pudo terminar; arriba están sus últimas líneas. Si es la red, "
            "revisa tu conexión y repite la misma orden: lo ya descargado no se pierde."
        )


class Progress:
    """Enseña por qué paquete va pip, en una sola línea que se reescribe."""

    STEP = re.compile(r"(?:Collecting|Requirement already satisfied:|Ignoring) ([\w.-]+)")

    def __init__(self, total):
        self.total = total
        self.done = 0

    def __call__(self, line):
        step = self.STEP.match(line)
        if step:
            self.done = min(self.done + 1, self.total)
            self.show("  %d/%d  %s" % (self.done, self.total, step.group(1)))
        elif line.startswith("Installing collected packages"):
            self.show("  Copiando los archivos (es lo que más tarda)…")

    def show(self, text):
        # Sin terminal (CI, un archivo) cada reescritura sería una línea más.
        if sys.stdout.isatty():
            sys.stdout.write("\r" + text.ljust(60))
            sys.stdout.flush()


def create_venv():
    """Crea .venv desde cero, después de ver que hay con qué."""
    import platform

    version = sys.version_info
    problem = platform_problem(platform.system(), platform.machine(), sys.maxsize > 2**32)
    problem = problem or venv_problem(version)
    if problem:
        raise Stop(problem)
    if os.path.isdir(VENV):
        if not os.path.isfile(STAMP):
            raise Stop(
                "Ya hay una carpeta %s que no creó este curso, y no se toca: bórrala o "
                "cámbiale el nombre y repite la orden." % VENV
            )
        say("El %s que hay es de otra carpeta, otro Python u otras versiones: se sustituye." % VENV)
        shutil.rmtree(VENV)
    problem = disk_problem(shutil.disk_usage(".").free)
    if problem:
        raise Stop(problem)
    say("Creando el entorno del curso en %s, con Python %d.%d…" % ((VENV,) + version[:2]))
    os.mkdir(VENV)
    write_stamp({})  # desde ya: así se sabe que esta carpeta es nuestra aunque no se termine
    run([sys.executable, "-m", "venv", VENV])


def install(versions):
    """Instala en .venv las bibliotecas y el propio curso."""
    say("Instalando las bibliotecas. La primera vez tarda varios minutos…")
    pip = [VENV_PYTHON, "-m", "pip", "--no-input", "--disable-pip-version-check", "install"]
    with io.open("requirements.txt", encoding="utf-8") as file:
        progress = Progress(len(re.findall(r"^\w", file.read(), re.MULTILINE)))
    if versions == "fijas":
        run(pip + ["--require-hashes", "-r", "requirements.txt"], progress)
        run(pip + ["--no-deps", "--no-build-isolation", "-e", "."])
    elif versions == "ultimas":
        run(pip + ["--upgrade", "-e", ".[dev]"], progress)
    else:
        # Solo uv sabe elegir la versión más baja que pyproject.toml permite. Sin compilar ninguna:
        # de las más viejas no hay nada publicado para el Python más nuevo.
        run(pip + ["uv"])
        uv = [VENV_PYTHON, "-m", "uv", "pip", "install", "--python", VENV_PYTHON]
        lowest = ["--resolution", "lowest-direct", "--only-binary", ":all:"]
        run(uv + lowest + ["-e", ".[dev]"])
    if sys.stdout.isatty():
        say("")


def prepare(versions):
    """Deja .venv al día; si ya lo está, no hace nada."""
    wanted, found = wanted_stamp(versions), read_stamp()
    problem = python_problem(sys.version_info, *supported_pythons())
    if problem:
        # El Python del sistema no sirve, pero el de un entorno ya hecho sí.
        wanted["python"] = found.get("python")
    if found == wanted:
        return
    if problem:
        raise Stop(problem)
    started = time.time()
    if not same(found, wanted, ("folder", "python", "versions")):
        create_venv()
    # Sin "inputs" hasta el final: una instalación interrumpida se retoma donde quedó.
    write_stamp(dict(wanted, inputs=None))
    install(versions)
    write_stamp(wanted)
    say("El entorno está listo (%d segundos)." % (time.time() - started))


def clean():
    """Borra el entorno y lo que se genera al usar el curso; no toca ningún cuaderno."""
    for path in (VENV, "build", ".pytest_cache", ".ruff_cache"):
        if os.path.isdir(path):
            say("Borrando %s" % path)
            shutil.rmtree(path)


def main(argv=None):
    """Punto de entrada; devuelve el estado de salida."""
    global VENV, VENV_PYTHON, STAMP
    parser = argparse.ArgumentParser(description="Prepara el entorno del curso.")
    parser.add_argument("--venv", default=".venv", metavar="CARPETA", help="dónde (.venv)")
    parser.add_argument("--versions", choices=("fijas", "minimas", "ultimas"), default="fijas")
    parser.add_argument("--clean", action="store_true", help="borra el entorno y lo generado")
    options = parser.parse_args(argv)
    VENV = options.venv
    VENV_PYTHON, STAMP = os.path.join(VENV, BIN_PYTHON), os.path.join(VENV, "curso.json")
    os.chdir(ROOT)
    try:
        if options.clean:
            clean()
        else:
            prepare(options.versions)
    except Stop as problem:
        say(str(problem), sys.stderr)
        return 1
    except (IOError, OSError) as error:
        say(
            "No se puede leer o escribir en la carpeta del curso (%s). Cierra JupyterLab si está "
            "abierto, o copia el curso a una carpeta tuya y repite la orden." % error,
            sys.stderr,
        )
        return 1
    except KeyboardInterrupt:
        say("\nInterrumpido. Repite la misma orden y seguirá donde se quedó.", sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
