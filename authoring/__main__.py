"""Órdenes de mantenimiento: ``python -m authoring build | new | publish | course | data``."""

import argparse
import sys

from .errors import AuthoringError
from .lessons import ROOT


def _parser():
    parser = argparse.ArgumentParser(prog="python -m authoring", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="ORDEN")
    build = commands.add_parser("build", help="construye y ejecuta los cuadernos")
    build.add_argument("lessons", nargs="*", metavar="LECCIÓN", help="4.4, 44_fashion_mnist…")
    build.add_argument("--all", action="store_true", help="ejecuta también lo que no cambió")
    build.add_argument("--check", action="store_true", help="solo dice si todo está al día")
    new = commands.add_parser("new", help="crea el esqueleto de una lección")
    new.add_argument("name", metavar="CARPETA/NN_NOMBRE")
    new.add_argument("title", metavar="TÍTULO")
    publish = commands.add_parser("publish", help="cambia el repositorio publicado")
    publish.add_argument("slug", metavar="USUARIO/REPO")
    commands.add_parser("course", help="ejecuta el curso entero y lo deja en HTML")
    data = commands.add_parser("data", help="vuelve a crear data/ desde sus fuentes")
    data.add_argument("packages", metavar="CARPETA", help="con los paquetes ya descargados")
    return parser


def _run(arguments):
    # Cada orden importa lo suyo: crear un esqueleto no tiene que esperar a nbconvert.
    if arguments.command == "build":
        from . import build

        if not arguments.check:
            build.build(arguments.lessons, everything=arguments.all)
            return 0
        problems = build.check()
        for problem in problems:
            print(problem)
        print("Todo al día." if not problems else "Arréglalo con: python -m authoring build")
        return 1 if problems else 0
    if arguments.command == "new":
        from .new import new_lesson

        print(f"Creada {new_lesson(arguments.name, arguments.title).relative_to(ROOT)}")
        return 0
    if arguments.command == "publish":
        from . import build, project

        project.publish(arguments.slug)
        build.build()
        return 0
    if arguments.command == "data":
        from .data import rebuild

        rebuild(arguments.packages)
        return 0
    from .course import main as run_course

    return run_course([])


def main(argv=None):
    """Punto de entrada; devuelve el código de salida."""
    try:
        return _run(_parser().parse_args(argv))
    except AuthoringError as error:
        print(f"Error: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
