"""Los enlaces de una clase en un hub: abren la lección en la copia de quien los sigue."""

from html import escape
from urllib.parse import urlencode

COURSE = "file:///srv/curso"  # donde lo prepara hub/preparar.sh, y la rama que deja allí
BRANCH = "cuadernos"
COPY = "curso-ml-es"  # la carpeta de la copia de cada cual

_FORM = """<form id="enlaces">
<p><label for="hub">Dirección del hub</label>
<input id="hub" type="url" placeholder="https://hub.example.org" autocomplete="url"></p>
<p><label for="leccion">Lección</label>
<select id="leccion">
{options}
</select></p>
<p>Enlace:
<output for="hub leccion"><a href="#enlaces">escribe la dirección del hub</a></output></p>
</form>
"""


def hub_link(lesson, course=COURSE):
    """El enlace de una lección, sin la dirección del hub.

    Lo entiende nbgitpuller: trae a la copia de quien lo sigue lo que haya cambiado, sin tocar lo
    que escribió, y abre el cuaderno. Con ``user-redirect``, el mismo vale para todos.

    Parameters
    ----------
    lesson : Lesson
    course : str
        De dónde se copia.

    Returns
    -------
    str
    """
    path = lesson.notebook.relative_to(lesson.root / "notebooks").as_posix()
    words = {
        "repo": course,
        "branch": BRANCH,
        "targetPath": COPY,
        "urlpath": f"lab/tree/{COPY}/{path}",
    }
    return f"/hub/user-redirect/git-pull?{urlencode(words)}"


def links_form(lessons):
    """El formulario que escribe el enlace de una lección; lo mueve ``curso.js``."""
    options = (
        f'<option value="{escape(hub_link(lesson))}">{escape(lesson.title)}</option>'
        for lesson in lessons
    )
    return _FORM.format(options="\n".join(options))
