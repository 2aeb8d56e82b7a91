"""Lo que pyproject.toml dice del proyecto: dónde está publicado y con qué rama."""

import re
import tomllib
from dataclasses import dataclass

from .errors import AuthoringError
from .files import write_whole
from .lessons import ROOT

_SLUG = re.compile(r"^[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+$")


@dataclass(frozen=True)
class Published:
    """Dónde está publicado el curso."""

    repository: str  # «https://github.com/USUARIO/curso-ml-es»
    ref: str  # rama o etiqueta

    @property
    def slug(self):
        """«USUARIO/curso-ml-es»."""
        return self.repository.removeprefix("https://github.com/")

    @property
    def folder(self):
        """Nombre de la carpeta que deja ``git clone``."""
        return self.slug.split("/")[1]

    def colab(self, path):
        """Dirección que abre en Colab el cuaderno ``path``, relativo al proyecto."""
        return f"https://colab.research.google.com/github/{self.slug}/blob/{self.ref}/{path}"


def published(root=ROOT):
    """Lee de ``pyproject.toml`` dónde está publicado el curso."""
    data = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return Published(data["project"]["urls"]["Repository"], data["tool"]["course"]["ref"])


def publish(slug, root=ROOT):
    """Cambia el repositorio en ``pyproject.toml`` y en los enlaces de ``README.md``.

    Raises
    ------
    AuthoringError
        ``slug`` no tiene la forma USUARIO/REPOSITORIO.
    """
    if not _SLUG.match(slug):
        raise AuthoringError(
            f"«{slug}» no parece un repositorio de GitHub. Se espera USUARIO/REPO, "
            "por ejemplo: python -m authoring publish mariana/curso-ml-es"
        )
    old = published(root).slug
    for name in ("pyproject.toml", "README.md"):
        path = root / name
        text = path.read_text(encoding="utf-8")
        write_whole(path, text.replace(old, slug))
