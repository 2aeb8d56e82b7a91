"""Las medidas del curso: ``python -m benchmarks [MEDIDA | claims LECCIÓN… | kernels LECCIÓN…]``.

Sin argumentos, todas menos ``claims``, ``kernels`` y ``hub``, que ejecutan cuadernos.
"""

import argparse
import sys
from importlib import import_module
from pathlib import Path

from authoring.errors import AuthoringError

# Cómo se pide -> el módulo que la hace, con una función run(seeds).
MEASURES = {
    "import": "import_time",
    "explorers": "explorers",
    "loading": "loading",
    "california": "california",
    "fashion": "fashion_mnist",
    "cnn": "cnn",
    "fraud": "fraud",
}


def main(argv=None):
    """Punto de entrada; devuelve 1 si alguna medida no cumple lo prometido."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("what", nargs="?", choices=[*MEASURES, "claims", "kernels", "hub"])
    parser.add_argument("lessons", nargs="*", metavar="LECCIÓN")
    parser.add_argument("--seeds", type=int, default=5, help="cuántas semillas (5)")
    parser.add_argument("--draws", action="store_true", help="claims: también los sorteos de datos")
    parser.add_argument("--learners", type=int, default=10, help="hub: cuántos estudiantes (10)")
    parser.add_argument("--python", type=Path, help="hub: el de un entorno ya creado")
    options = parser.parse_args(argv)
    if options.what in ("claims", "kernels", "hub"):
        from . import claims, kernels

        try:
            if options.what == "hub":
                from . import hub

                return hub.run(options.learners, python=options.python)
            if options.what == "kernels":
                return kernels.run(options.lessons)
            return claims.run(options.lessons, options.seeds, draws=options.draws)
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
