"""El sitio del curso: de los cuadernos construidos y de ``docs/`` a páginas que se leen sin red."""
