"""Órdenes de quien mantiene el curso: ``python -m authoring ORDEN``; ``--help`` las enseña."""

import argparse
import json
import sys

from .errors import AuthoringError
from .files import why_not, write_whole
from .lessons import ROOT


def _parser():
    parser = argparse.ArgumentParser(prog="python -m authoring", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="ORDEN")
    build = commands.add_parser("build", help="construye y ejecuta los cuadernos")
    build.add_argument("lessons", nargs="*", metavar="LECCIÓN", help="4.4, 04_04_fashion_mnist…")
    build.add_argument("--all", action="store_true", help="ejecuta también lo que no cambió")
    build.add_argument("--check", action="store_true", help="solo dice si todo está al día")
    build.add_argument("--jobs", type=int, metavar="N", help="cuántas a la vez (las que quepan)")
    proof = commands.add_parser("proof", help="deja en build/prueba lo que nbval ejecuta")
    proof.add_argument("lessons", nargs="*", metavar="LECCIÓN")
    minutes = commands.add_parser("minutes", help="los minutos de cada lección, y la fórmula")
    minutes.add_argument("lessons", nargs="*", metavar="LECCIÓN")
    minutes.add_argument("--parts", action="store_true", help="y los de cada título")
    commands.add_parser("modules", help="los números de los módulos, en JSON, para CI")
    new = commands.add_parser("new", help="crea una lección, sus comprobaciones y sus pruebas")
    new.add_argument("number", metavar="N.M", help="su sitio; las que iban detrás se corren uno")
    new.add_argument("slug", metavar="NOMBRE", help="la_neurona: minúsculas, sin acentos ni número")
    new.add_argument("title", metavar="TÍTULO")
    new.add_argument(
        "--module", nargs=2, metavar=("CARPETA", "TÍTULO"), help="su módulo, si es nuevo"
    )
    renumber = commands.add_parser(
        "renumber", help="pone todo de acuerdo con lessons/toc.yml, o mueve una lección"
    )
    renumber.add_argument("places", nargs="*", metavar="N.M", help="de dónde y adónde: 4.4 5.1")
    renumber.add_argument(
        "--split",
        nargs=3,
        metavar=("N.M", "CARPETA", "TÍTULO"),
        help="parte un módulo: desde esa lección, uno nuevo",
    )
    publish = commands.add_parser("publish", help="cambia el repositorio publicado")
    publish.add_argument("slug", metavar="USUARIO/REPO")
    course = commands.add_parser("course", help="ejecuta el curso y lo deja en HTML")
    course.add_argument("lessons", nargs="*", metavar="LECCIÓN", help="4.4, 6 (todo el módulo)…")
    colab = commands.add_parser("colab", help="ejecuta cuadernos en el gemelo de Colab")
    colab.add_argument("lessons", nargs="*", metavar="LECCIÓN", help="4.4, 6 (todo el módulo)…")
    concepts = commands.add_parser("concepts", help="el índice: qué lección presenta cada cosa")
    concepts.add_argument("path", nargs="?", metavar="ARCHIVO", help="dónde (por pantalla)")
    commands.add_parser("site", help="construye el sitio en build/sitio/html")
    slides = commands.add_parser("slides", help="escribe las diapositivas en build/diapositivas")
    slides.add_argument("lessons", nargs="*", metavar="LECCIÓN")
    moodle = commands.add_parser("moodle", help="las autoevaluaciones, para Moodle")
    moodle.add_argument("lessons", nargs="*", metavar="LECCIÓN")
    group = commands.add_parser("class", help="la tabla de la clase, de lo que exportó cada cual")
    group.add_argument("folder", metavar="CARPETA")
    data = commands.add_parser("data", help="vuelve a crear data/ desde sus fuentes")
    data.add_argument("packages", metavar="CARPETA", help="con los paquetes ya descargados")
    return parser


def _run(arguments):
    # Cada orden importa lo suyo: crear un esqueleto no tiene que esperar a nbconvert.
    if arguments.command == "build":
        from . import build

        if not arguments.check:
            build.build(arguments.lessons, everything=arguments.all, jobs=arguments.jobs)
            return 0
        problems = build.check()
        for problem in problems:
            print(problem)
        print("Todo al día." if not problems else "Arréglalo con: python -m authoring build")
        return 1 if problems else 0
    if arguments.command == "proof":
        from .proof import write_proofs

        print(f"{len(write_proofs(arguments.lessons))} cuadernos de prueba en build/prueba")
        return 0
    if arguments.command == "minutes":
        from .lessons import find_lessons
        from .minutes import report
        from .notebooks import Source

        print(report(map(Source, find_lessons(arguments.lessons)), parts=arguments.parts))
        return 0
    if arguments.command == "modules":
        from .lessons import find_lessons

        numbers = dict.fromkeys(str(lesson.numbers[0]) for lesson in find_lessons())
        print(json.dumps(list(numbers)))
        return 0
    if arguments.command == "new":
        from .new import new_lesson

        created, changes = new_lesson(
            arguments.number, arguments.slug, arguments.title, arguments.module
        )
        for path in created:
            print(f"Creado {path.relative_to(ROOT).as_posix()}")
        _print_changes(changes)
        return 0
    if arguments.command == "renumber":
        _print_changes(_renumber(arguments) or ["Todo sigue ya el orden de lessons/toc.yml."])
        return 0
    if arguments.command == "publish":
        from . import build, project

        project.publish(arguments.slug)
        build.build()
        return 0
    if arguments.command == "concepts":
        from .concepts import index_text, read_course

        text = index_text(read_course())
        if arguments.path:
            write_whole(arguments.path, text)
        else:
            print(text, end="")
        return 0
    if arguments.command == "site":
        from .site.build import build_site

        print(f"El sitio: {build_site().as_uri()}")
        return 0
    if arguments.command == "slides":
        from .slides.deck import build_decks

        for path in build_decks(arguments.lessons):
            print(path.as_uri())
        return 0
    if arguments.command == "moodle":
        from .moodle import write_banks

        for path in write_banks(arguments.lessons):
            print(path.relative_to(ROOT).as_posix())
        return 0
    if arguments.command == "class":
        from .class_progress import write_class

        for path in write_class(arguments.folder):
            print(path)
        return 0
    if arguments.command == "colab":
        from .colab import main as run_in_colab

        return run_in_colab(arguments.lessons)
    if arguments.command == "data":
        from .data import rebuild

        rebuild(arguments.packages)
        return 0
    from .course import main as run_course

    return run_course(arguments.lessons)


def _renumber(arguments):
    from . import renumber

    if arguments.split and not arguments.places:
        return renumber.split(*arguments.split)
    if len(arguments.places) == 2 and not arguments.split:
        return renumber.move(*arguments.places)
    if arguments.places or arguments.split:
        raise AuthoringError(
            "Se espera de dónde y adónde (renumber 4.4 5.1), --split, o nada, si ya cambiaste "
            "lessons/toc.yml."
        )
    return renumber.renumber()


def _print_changes(lines):
    print("\n".join(lines))
    if any("→" in line for line in lines):
        print("Los cuadernos se ponen al día con: python -m authoring build")


def main(argv=None):
    """Punto de entrada; devuelve el código de salida."""
    try:
        return _run(_parser().parse_args(argv))
    except AuthoringError as error:
        print(f"Error: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        reason = why_not(error)
        if reason is None:
            raise
        print(f"Error: {reason} Lo que había sigue entero: repite la orden.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrumpido.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
