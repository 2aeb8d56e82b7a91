"""Los datos del curso: cada archivo se comprueba con su SHA-256 y se entrega listo para usar.

Los pagos que llegan de fuera, y que nadie ha comprobado, los lee ``datasets.payments``. Cada nombre
se importa cuando se usa por primera vez: mirar si los archivos están sanos no necesita ni NumPy.
"""

from importlib import import_module

# Nombre -> módulo donde vive.
_PUBLIC = {
    "FASHION_MNIST_CLASSES": "images",
    "REGISTRY": "registry",
    "DataFile": "registry",
    "data_dir": "files",
    "describe_columns": "columns",
    "load_auto_mpg": "tables",
    "load_bible": "language",
    "load_bike_share": "series",
    "load_california_housing": "tables",
    "load_credit_card_fraud": "tables",
    "load_efficientnet_weights": "imagenet",
    "load_el_nino": "series",
    "load_fashion_mnist": "images",
    "load_imagenet_classes": "imagenet",
    "load_messages": "text",
    "load_penguins": "tables",
    "load_photos": "photos",
    "load_proverbs": "language",
    "load_verbs": "language",
    "make_scenes": "scenes",
    "number_to_words": "numbers",
    "read_verified": "files",
    "verify_data": "files",
}

__all__ = sorted(_PUBLIC)


def __getattr__(name):
    if name in _PUBLIC:
        return getattr(import_module(f"{__name__}.{_PUBLIC[name]}"), name)
    raise AttributeError(f"course_utils.datasets no tiene «{name}».")
