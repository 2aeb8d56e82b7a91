"""Lo que un lector de pantalla dice de un explorador.

ipywidgets no da nombre a sus controles deslizantes, y el valor que dicen es el de dentro: la
posición en una lista, el exponente de una tasa. Tampoco deja poner texto alternativo a su imagen.
Lo pone este guion, que va con cada explorador y solo toca lo que lleva su clase. Quien no lo
ejecuta (una página guardada) ve lo mismo.
"""

EXPLORER_CLASS = "course-explorer"

# Los mismos nombres de clase en las series 7 (jQuery UI) y 8 (noUiSlider) de ipywidgets.
_SCRIPT = """
(() => {
  if (window.courseExplorersSpeak) return;  // uno por página, aunque la celda se repita
  window.courseExplorersSpeak = true;
  const set = (element, name, value) => {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  };
  const speak = () => {
    for (const slider of document.querySelectorAll(".EXPLORER .widget-slider")) {
      const handle = slider.querySelector(".noUi-handle, .ui-slider-handle");
      const label = slider.querySelector(".widget-label");
      const readout = slider.querySelector(".widget-readout");
      if (!handle || !label || !readout) continue;
      set(handle, "role", "slider");
      set(handle, "aria-label", label.textContent);
      set(handle, "aria-valuetext", readout.textContent);
      if (handle.matches(".ui-slider-handle")) {  // la serie 7 no dice nada de él
        set(handle, "aria-valuemin", "0");
        set(handle, "aria-valuemax", "100");
        set(handle, "aria-valuenow", String(parseFloat(handle.style.left) || 0));
      }
      set(readout, "role", "textbox");
      set(readout, "aria-label", label.textContent);
    }
    for (const explorer of document.querySelectorAll(".EXPLORER")) {
      const image = explorer.querySelector("img");
      const told = explorer.querySelector("[role=status]");
      if (image && told) set(image, "alt", "Figura. " + told.textContent);
    }
  };
  new MutationObserver(speak).observe(document, {
    subtree: true, childList: true, characterData: true,
    attributes: true, attributeFilter: ["aria-valuetext"],
  });
  speak();
})();
"""


def spoken_script() -> str:
    """El guion, como HTML que mostrar junto al explorador.

    Examples
    --------
    >>> spoken_script().startswith("<script>")
    True
    """
    return f"<script>{_SCRIPT.replace('EXPLORER', EXPLORER_CLASS)}</script>"
