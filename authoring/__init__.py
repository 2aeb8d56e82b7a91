"""Herramientas de quien mantiene el curso: de las lecciones escritas a los cuadernos probados."""
