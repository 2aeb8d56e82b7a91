"""Figuras del curso: cada función recibe datos y dibuja; ninguna calcula ni llama a ``plt.show``.

``plot_x(datos, *, ax=None)`` dibuja en ``ax`` o, si no se da, en una figura nueva, y devuelve los
ejes; los rótulos que ya puso quien llama se respetan. ``plot_image`` y ``plot_value_array`` son la
excepción: sin ``ax`` usan los ejes *actuales*, porque el código escrito para el conocido tutorial
de ropa de TensorFlow llama antes a ``plt.subplot``. Las funciones que llenan una hoja entera crean
su figura y la devuelven.

El cuaderno enseña al final de la celda las figuras que queden abiertas. Para que no escriba además
``<Axes: ...>``, lo que devuelven se guarda con un nombre: ``fig = plot_image_grid(...)``.
"""
