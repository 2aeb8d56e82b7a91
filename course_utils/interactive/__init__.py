"""Exploradores: figuras con controles que se mueven, y una frase que dice lo que se ve.

Cada uno vive en su archivo; lo que comparten, en ``widgets``. Ninguno devuelve nada: la celda no
escribe nada más.
"""
