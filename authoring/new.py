"""Una lección nueva, con todas las partes que se le piden: texto, comprobaciones y pruebas."""

from pathlib import Path

from .errors import AuthoringError
from .lessons import ROOT, planned_lessons
from .renumber import apply_order
from .toc import load_toc

_TEMPLATES = {
    "source": "lesson_template.py.txt",
    "checks": "checks_template.py.txt",
    "tests": "tests_template.py.txt",
}


def new_lesson(number, slug, title, module=None, root=ROOT):
    """Crea una lección en su sitio; las que iban detrás se corren uno.

    Parameters
    ----------
    number : str
        El sitio, «4.3»: módulo y lección.
    slug : str
        Su nombre, en minúsculas, sin acentos y sin número: «la_neurona».
    title : str
        Título de la lección, sin el número.
    module : tuple of str, optional
        Nombre y título del módulo, si es nuevo: va al final.
    root : Path
        Carpeta del curso.

    Returns
    -------
    created : list of Path
        Su fuente, sus comprobaciones y las pruebas de estas.
    changes : list of str
        Lo que cambió en las demás lecciones.

    Raises
    ------
    AuthoringError
        El sitio o el nombre no sirven, o algún archivo ya existe.
    """
    toc = load_toc(root)
    if module:
        toc.add_module(*module)
    toc.insert(number, slug)
    if module and not toc.modules[-1].lessons:
        raise AuthoringError(
            f"«{module[0]}» se quedaría sin lecciones: {number} no es de ese módulo, que es el "
            f"{len(toc.modules) - 1}."
        )
    lesson = next(each for each in planned_lessons(toc, root) if each.slug == slug)
    words = {
        "{number}": lesson.number,
        "{label}": lesson.label,
        "{title}": title,
        "{checks}": lesson.checks.stem,
    }
    files = {getattr(lesson, kind): _filled(name, words) for kind, name in _TEMPLATES.items()}
    return list(files), apply_order(toc, root, added=files)


def _filled(template, words):
    text = (Path(__file__).parent / template).read_text(encoding="utf-8")
    for word, value in words.items():
        text = text.replace(word, value)
    return text
