"""El error que ve quien construye el curso: una frase, y si se sabe, archivo y línea."""


class AuthoringError(Exception):
    """Algo en una lección, o en el encargo, impide construir; el mensaje dice qué y dónde."""
