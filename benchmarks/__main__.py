"""Las medidas del curso: ``python -m benchmarks [MEDIDA | claims LECCIÓN…]``.

Sin argumentos, todas menos ``claims``.
"""

import argparse
import sys
from importlib import import_module

from authoring.errors import AuthoringError

# Cómo se pide -> el módulo que la hace, con una función run(seeds).
MEASURES = {
    "import": "importing",
    "loading": "loading",
    "california": "california",
    "fashion": "fashion_mnist",
    "cnn": "cnn",
    "fraud": "fraud",
}


def main(argv=None):
    """Punto de entrada; devuelve 1 si alguna medida no cumple lo prometido."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("what", nargs="?", choices=[*MEASURES, "claims"])
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
    chosen = [options.what] if options.what else MEASURES
    failures = 0
    for name in chosen:
        print(f"{name}:", flush=True)
        failures += import_module(f".{MEASURES[name]}", __package__).run(options.seeds)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
