"""Lo que se mide con reloj, o se repite con varias semillas. Las pruebas nunca lo hacen."""
