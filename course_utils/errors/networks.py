"""Lo que dicen Keras y TensorFlow cuando una red o sus datos no encajan."""

from __future__ import annotations

import ast
import re

from .messages import read_table
from .spot import Spot
from .words import Answer, cite


def _network_shape(match: re.Match, spot: Spot) -> Answer:
    """``model.predict(x[7])``: una muestra donde va un lote; o una forma que no es la suya."""
    expected, found = match["expected"], match["found"]
    alone = expected.strip("()").split(", ")[1:] == found.strip("()").rstrip(",").split(", ")
    if not alone:
        return (
            f"La red espera una entrada de forma {cite(expected)} y recibió una de forma "
            f"{cite(found)}.",
            "`None` es el lote: ahí cabe cualquier número de muestras. Compara el resto con "
            "`x.shape`, y cambia la forma de los datos o la entrada de la red (`keras.Input`).",
        )
    return (
        f"La red espera un lote de muestras, de forma {cite(expected)}, y recibió una sola, de "
        f"forma {cite(found)}.",
        f"Pásala como un lote de una: {_as_batch(spot)}, con dos puntos, conserva la dimensión del "
        "lote.",
    )


def _as_batch(spot: Spot) -> str:
    """``x[7]`` -> ``x[7:8]``, si la línea lo dice con una cifra."""
    node = spot.node(ast.Call)
    for part in node.args if node else ():
        index = part.slice if isinstance(part, ast.Subscript) else None
        if isinstance(index, ast.Constant) and type(index.value) is int and index.value >= 0:
            return cite(f"{spot.text(part.value)[1:-1]}[{index.value}:{index.value + 1}]")
    return "`x[7:8]`"


def _layer_axis(match: re.Match, spot: Spot) -> Answer:
    inputs = re.search(r"inputs=.*?shape=(\(.*?\))", match.string)
    start = f" Los datos entraron en la red con forma {cite(inputs[1])}." if inputs else ""
    return (
        f"La capa espera {match['value']} valores en el eje {match['axis']} de su entrada (el -1 "
        f"es el último) y recibió una de forma {cite(match['found'])}.{start}",
        "Compara `x.shape` con la entrada de la red (`model.summary()`): cambia la forma de los "
        "datos, o la de `keras.Input`.",
    )


NETWORK_MESSAGES = (
    (
        r"[Ee]xpected shape[= ](?P<expected>\(.*?\)), "
        r"(?:but input has incompatible shape |found shape=)(?P<found>\(.*?\))",
        _network_shape,
    ),
    (
        r"expected axis (?P<axis>-?\d+) of input shape to have value (?P<value>\d+), "
        r"but received input with shape (?P<found>\(.*?\))",
        _layer_axis,
    ),
    *read_table(r"""
optimizers\.legacy` is not supported
    `optimizers.legacy` es de una versión antigua: sale en muchos tutoriales, y ya no existe.
    → Hoy se escribe sin `legacy`: `keras.optimizers.Adam(…)`.

Invalid filepath extension for saving.*filepath=(\S+?)\.?$
    El nombre del archivo, `{0}`, no dice en qué formato guardar la red: antes se guardaba una
    carpeta, y ya no.
    → Termínalo en `.keras`: `model.save('modelo.keras')`.

File format not supported: filepath=(\S+?)\. Keras 3
    `{0}` no es un archivo que Keras sepa leer: antes se guardaba una carpeta, y ya no.
    → Lo que se lee es un archivo `.keras`, guardado con `model.save('modelo.keras')`.

File not found: filepath=(\S+?)\. Please
    No existe el archivo `{0}`.
    → Revisa el nombre y la carpeta: un nombre sin carpeta se busca donde está el cuaderno.

must end in `(\.weights\.h5|\.keras)`
    El archivo tiene que terminar en `{0}`: por el final del nombre sabe Keras qué guarda.
    → Cambia el nombre del archivo. Para guardar la red entera: `model.save('modelo.keras')`.

target value in .*variable\.shape=(\(.*?\)), Received: value\.shape=(\(.*?\))
    Los pesos guardados son de otra red: una capa tiene forma {0} y los del archivo, {1}.
    → Crea la red con las mismas capas que cuando guardaste los pesos.

You must call `compile\(\)`
    La red está sin compilar: no sabe con qué pérdida medirse ni con qué optimizador aprender.
    → Antes, `model.compile(optimizer=…, loss=…)`.

target` and `output` must have the same rank.*target\.shape=(\(.*?\)), output\.shape=(\(.*?\))
    Las etiquetas tienen forma {0} y la salida de la red {1}: esta pérdida pide la misma.
    → Si las etiquetas son números de clase (0, 1, 2…), la pérdida es
    `'sparse_categorical_crossentropy'`; con dos clases y `'binary_crossentropy'`, la última capa
    es `Dense(1, activation='sigmoid')`.

must have rank \(ndim\) `target\.ndim - 1`.*target\.shape=(\(.*?\)), output\.shape=(\(.*?\))
    Las etiquetas tienen forma {0} y la salida de la red {1}: esta pérdida pide un número de clase
    por muestra.
    → Si las etiquetas son columnas de 0 y 1 (*one-hot*), la pérdida es
    `'categorical_crossentropy'`.

label value of (-?\d+) which is outside the valid range of \[0, (\d+)\)
    Hay una etiqueta {0}, y la última capa tiene {1} neuronas: las clases van de 0 a una menos.
    → Pon en la última capa tantas neuronas como clases, y numera las clases desde 0.

Unrecognized data type: x=.*\(of type <class 'list'>
    Keras espera arrays de NumPy, y recibió una lista.
    → Conviértela: `np.array(datos)`.

`trainable` to be a boolean.*trainable=<|'(?:Dense|Flatten|Conv2D|Dropout)' object is not iterable
    Las capas de `Sequential` van todas juntas, en una lista.
    → Ponlas entre corchetes: `keras.Sequential([capa, capa])`.

Invalid dtype: (?:str|object)
    Entre los datos hay textos, y una red solo recibe números.
    → Mira `x.dtype`. Convierte los textos en números, o quita esas columnas.

Only instances of `keras\.Layer` can be added
    A la red se le añaden capas ya creadas.
    → Con paréntesis, que la crean: `keras.layers.Dense(10)`.

Could not interpret (\w+)(?: \w+)? identifier: (\S+)
    Keras no conoce `{1}`.
    → Revisa cómo se escribe: `'adam'`, `'sgd'`; `'relu'`, `'sigmoid'`, `'softmax'`; `'mse'`…

expected (?:min_)?ndim=(\d+), found ndim=(\d+)\. Full shape received: (\(.*?\))
    La capa espera {0} dimensiones, contando la del lote, y recibió {1}: la forma {2}.
    → Una sola muestra se pasa como `x[:1]`, no como `x[0]`. A las imágenes en gris, para una
    convolución, se les añade el canal: `x[..., np.newaxis]`.

incompatible with the layer
    La forma de los datos no es la que espera la primera capa que los recibe.
    → Compara `x.shape` con la entrada del modelo (`model.summary()`). La primera dimensión es el
    lote: una sola muestra se pasa como `x[:1]`, no como `x[0]`.
"""),
)
