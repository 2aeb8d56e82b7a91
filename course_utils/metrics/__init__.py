"""Métricas: entran etiquetas, cantidades o puntuaciones y salen números. Nunca dibujan."""
