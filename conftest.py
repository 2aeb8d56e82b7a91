"""Qué cuadernos necesitan algo opcional: sin ello se saltan, y se ve por qué."""

from pathlib import Path

import pytest

from authoring.lessons import find_lessons
from authoring.optional import missing_library


def pytest_collection_modifyitems(items):
    cells = [item for item in items if item.path.suffix == ".ipynb"]
    lessons = {Path(lesson.name).name: lesson for lesson in find_lessons()} if cells else {}
    for cell in cells:
        lesson = lessons.get(cell.path.stem)
        reason = lesson and missing_library(lesson)
        if reason:
            cell.add_marker(pytest.mark.skip(reason=f"{cell.path.stem} {reason}"))
