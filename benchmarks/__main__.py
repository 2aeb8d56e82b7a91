"""Las medidas del curso: ``python -m benchmarks [import | loading | fashion | claims LECCIÓN…]``.

Sin argumentos, las tres primeras.
"""

import argparse
import sys

from authoring.errors import AuthoringError


def main(argv=None):
    """Punto de entrada; devuelve 1 si alguna medida no cumple lo prometido."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("what", nargs="?", choices=["import", "loading", "fashion", "claims"])
    parser.add_argument("lessons", nargs="*", metavar="LECCIÓN")
    parser.add_argument("--seeds", type=int, default=5, help="cuántas semillas (5)")
    options = parser.parse_args(argv)
    if options.what == "claims":
        from . import claims

        try:
            return claims.run(options.lessons, options.seeds)
        except AuthoringError as error:
            print(f"Error: {error}", file=sys.stderr)
            return 1
    failures = 0
    if options.what in (None, "import"):
        from . import importing

        failures += importing.run()
    if options.what in (None, "loading"):
        from . import loading

        failures += loading.run()
    if options.what in (None, "fashion"):
        from . import fashion_mnist

        failures += fashion_mnist.run(options.seeds)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
