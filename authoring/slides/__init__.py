"""Las diapositivas de cada lección: ``python -m authoring slides``.

``cut`` parte los cuadernos construidos en diapositivas; ``deck`` las escribe con reveal.js, que
viaja en ``reveal/`` (de su paquete de npm, versión 6.0.2, licencia MIT).
"""
