"""Lo común a todas las pruebas: sin pantalla y sin figuras que se hereden de una a otra."""

import os

os.environ.setdefault("MPLBACKEND", "Agg")
# Los avisos de C++ de TensorFlow no son de las pruebas.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
