"""Comprobar lo que llega a una métrica o a una figura, y decir en español qué no encaja."""
