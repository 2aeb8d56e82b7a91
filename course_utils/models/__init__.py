"""Lo que calcula un modelo: el descenso, las activaciones, la convolución y las predicciones."""
