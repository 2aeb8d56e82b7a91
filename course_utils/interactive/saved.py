"""Lo que se ve de un explorador en un cuaderno guardado que se vuelve a abrir.

Los controles viven mientras vive el núcleo. Al abrir otro día el cuaderno, JupyterLab pone en su
sitio «Error displaying widget: model not found». Este guion pone la figura y la frase con que
empezó el explorador. Donde no se ejecuta (GitHub, una página HTML, un cuaderno que viene de otro
equipo) ya se ve la figura, que va también con los controles.
"""

import json
from base64 import b64encode

from course_utils.interactive.spoken import EXPLORER_CLASS

# El explorador es la salida que sigue a la del guion.
_SCRIPT = """
(() => {
  if (window.courseExplorersLast) return;  // uno por página, aunque la celda se repita
  window.courseExplorersLast = true;
  const still = saved => {
    const {text, image} = JSON.parse(saved.textContent);
    const figure = document.createElement("figure");
    figure.style.margin = "0";
    figure.append(document.createElement("p"), new Image());
    figure.firstChild.textContent = text + " Para mover los controles, ejecuta la celda.";
    figure.lastChild.alt = "Figura. " + text;
    figure.lastChild.src = image;
    figure.lastChild.style.maxWidth = "100%";
    return figure;
  };
  const keep = () => {
    for (const saved of document.querySelectorAll(".EXPLORER-saved")) {
      const next = saved.closest(".jp-OutputArea-child")?.nextElementSibling;
      const view = next?.querySelector(".jp-OutputArea-output");
      if (!view) continue;
      // JupyterLab la pone en la salida cuando no encuentra sus controles, y solo entonces.
      const lost = view.matches(".jupyter-widgets") && !view.querySelector(".EXPLORER");
      const shown = saved.nextElementSibling?.matches("figure");
      if (lost && !shown) saved.after(still(saved));
      if (!lost && shown) saved.nextElementSibling.remove();
      const display = lost ? "none" : "";
      if (view.style.display !== display) view.style.display = display;
    }
  };
  new MutationObserver(keep).observe(document, {subtree: true, childList: true});
  keep();
})();
"""


def saved_script(text: str, image: bytes) -> str:
    """El guion, con la frase y la figura, como HTML que mostrar justo antes del explorador.

    Examples
    --------
    >>> saved_script("Acierta 4 de 4.", b"PNG").startswith("<script")
    True
    """
    source = f"data:image/png;base64,{b64encode(image).decode()}"
    # «<» no puede ir tal cual: un «</script>» de la frase cerraría el guion.
    data = json.dumps({"text": text, "image": source}, ensure_ascii=False).replace("<", "\\u003c")
    return (
        f'<script type="application/json" class="{EXPLORER_CLASS}-saved">{data}</script>'
        f"<script>{_SCRIPT.replace('EXPLORER', EXPLORER_CLASS)}</script>"
    )
