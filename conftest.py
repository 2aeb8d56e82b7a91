"""Qué cuadernos necesitan algo opcional: sin ello se saltan, y se ve por qué."""

from importlib.util import find_spec

import pytest

# Cuaderno -> (biblioteca que necesita, cómo se consigue).
OPTIONAL = {
    "27_lo_mismo_en_pytorch": ("torch", 'pip install -e ".[pytorch]"'),
}


def pytest_collection_modifyitems(items):
    for item in items:
        module, command = OPTIONAL.get(item.path.stem, (None, None))
        if module and item.path.suffix == ".ipynb" and find_spec(module) is None:
            reason = f"{item.path.stem} necesita {module}, que es opcional: {command}"
            item.add_marker(pytest.mark.skip(reason=reason))
