"""Lo que mide en papel el texto de una figura: la cuenta que comparten las pruebas.

En A4 (210 mm), con un margen de un centímetro a cada lado, quedan 718 píxeles CSS: los tiene una
figura en el sitio, y en las páginas de ``make curso``, 708 (lo mide ``tests/web``). La más ancha
encoge hasta caber, y su texto con ella; la más estrecha sale a su tamaño.
"""

import base64
import struct

from matplotlib.figure import Figure
from matplotlib.font_manager import font_scalings
from matplotlib.text import Text

PAGE = 708  # píxeles CSS, los de lo más estrecho
DPI = 100  # con que se guardan las figuras de un cuaderno; un píxel suyo es uno CSS
CSS = 96  # píxeles CSS por pulgada
MARGIN = 0.1  # pulgadas: lo que el cuaderno deja alrededor de lo dibujado
LEAST = 8  # puntos


def on_paper(points: float, pixels: float) -> float:
    """Los puntos que mide en papel un texto de ``points`` en una figura de ese ancho."""
    return points * DPI / CSS * min(1, PAGE / pixels)


def font_points(size: float | str) -> float:
    """Un tamaño de letra de Matplotlib («small», 9), en puntos."""
    return 10 * font_scalings[size] if isinstance(size, str) else size


def png_width(encoded: str) -> int:
    """El ancho, en píxeles, de un PNG como lo guarda un cuaderno."""
    return struct.unpack(">I", base64.b64decode(encoded[:64])[16:20])[0]


def smallest_text(fig: Figure) -> tuple[float, str]:
    """Los puntos en papel del texto más pequeño de una figura, y cuál es."""
    if fig.stale:
        fig.draw_without_rendering()
    pixels = DPI * (fig.get_tightbbox().width + 2 * MARGIN)
    written = [text for text in fig.findobj(Text) if text.get_visible() and text.get_text().strip()]
    sizes = [(on_paper(text.get_fontsize(), pixels), text.get_text()) for text in written]
    return min(sizes, default=(LEAST, ""))
