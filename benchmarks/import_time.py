"""``import course_utils``, en un Python recién abierto."""

import statistics
import subprocess
import sys

from .report import within

_CODE = (
    "import time; start = time.perf_counter(); import course_utils; "
    "print(time.perf_counter() - start)"
)


def run(seeds=None, repetitions=7, limit=0.3):
    """Mide la mediana de varias importaciones; el límite son 0.3 s."""
    seconds = [
        float(subprocess.run([sys.executable, "-c", _CODE], capture_output=True, check=True).stdout)
        for _ in range(repetitions)
    ]
    return within("import course_utils", statistics.median(seconds), limit, "s")
