"""Lo que dicen NumPy, pandas, scikit-learn y Matplotlib cuando los datos no les sirven."""

from __future__ import annotations

import re

from .messages import read_table
from .outdated import TODAY_VALUES, no_longer
from .spot import Spot
from .words import Answer, cite


def _not_a_number(match: re.Match, spot: Spot) -> Answer:
    """``int("3,5")``, ``float("")`` y parecidos."""
    text = (match["digits"] or match["text"] or "").strip()
    function = "int" if match["digits"] is not None else "float"
    if not spot.direct:
        return (
            f"Entre los datos que deben ser números está el texto {cite(repr(text))}.",
            "Mira con `tabla.dtypes` qué columnas son texto: conviértelas en números o quédate con "
            "las demás, `tabla.select_dtypes('number')`.",
        )
    cause = f"{cite(repr(text))} no se puede convertir con {cite(f'{function}(…)')}"
    if not text:
        return f"{cause}: es un texto vacío.", "Comprueba antes que hay algo: `if texto:`."
    if re.fullmatch(r"[-+]?\d+,\d+", text):
        point = text.replace(",", ".")
        return (
            f"{cause}: en Python los decimales se escriben con punto, no con coma.",
            f"Escribe {cite(f'float({point!r})')}, o cambia la coma antes de convertir: "
            "`float(texto.replace(',', '.'))`.",
        )
    if re.fullmatch(r"[-+]?\d*\.\d*", text) and function == "int":
        return (
            f"{cause}: tiene decimales, e `int` solo lee enteros.",
            f"Usa {cite(f'float({text!r})')}; y si lo quieres sin decimales, "
            f"{cite(f'int(float({text!r}))')}.",
        )
    return (
        f"{cause}: tiene caracteres que no son de un número.",
        "Quita lo que sobra (letras, espacios, signos como $ o %) antes de convertir.",
    )


def _bad_option(match: re.Match, spot: Spot) -> Answer:
    """Un valor que un parámetro de scikit-learn no admite, quizá porque ya no."""
    parameter, owner, allowed, got = match.groups()
    today = TODAY_VALUES.get((parameter, got))
    if today:
        return no_longer(f"{owner}({parameter}={got})", today)
    return (
        f"El parámetro {cite(parameter)} de {cite(owner)} no admite {cite(got)}.",
        f"Lo que admite lo dice Python en inglés: {cite(allowed)}.",
    )


TABLE_MESSAGES = (
    (
        r"invalid literal for int\(\) with base \d+: '(?P<digits>.*)'"
        r"|could not convert string to float: (?:np\.str_\()?'(?P<text>.*)'",
        _not_a_number,
    ),
    (r"The '(\w+)' parameter of (\w+) must be (.*)\. Got (.*) instead\.", _bad_option),
    *read_table(r"""
truth value of (?:an array|a Series|a DataFrame)
    Una condición necesita un solo verdadero o falso, y aquí hay muchos a la vez, uno por
    elemento.
    → Resúmelos con `.any()` (¿alguno?) o `.all()` (¿todos?). Para combinar condiciones de una
    tabla usa `&` y `|` con paréntesis, en vez de `and` y `or`.

operands could not be broadcast together with shapes (\(.*?\)) (\(.*?\))
    Las formas {0} y {1} no encajan para operar elemento a elemento.
    → Mira el `.shape` de cada array: deben ser iguales, o valer 1 donde no lo sean.

mismatch in its core dimension|shapes (\(.*?\)) and (\(.*?\)) not aligned
    Para multiplicar matrices, las columnas de la primera deben ser tantas como las filas de la
    segunda.
    → Mira el `.shape` de las dos; quizá falta trasponer una con `.T`.

cannot reshape array of size (\d+) into shape (\(.*\))
    Hay {0} números y no caben justos en la forma {1}.
    → El producto de los números de la forma nueva debe dar {0}; un -1 deja que NumPy calcule uno
    de ellos.

inhomogeneous shape|setting an array element with a sequence
    Las filas no tienen todas la misma longitud: con ellas no se puede formar una tabla.
    → Mira `[len(fila) for fila in datos]` y arregla la que sea distinta.

Expected 2D array, got (?:1D|scalar) array
    scikit-learn espera una tabla de dos dimensiones (muestras × características) y recibió otra
    cosa.
    → Con una sola característica, `x.reshape(-1, 1)` o dos corchetes, `tabla[['col']]`; con una
    sola muestra, `x.reshape(1, -1)`.

inconsistent numbers of samples: \[(.*?)\]|[Dd]ata cardinality
    Las características y las etiquetas no tienen el mismo número de filas.
    → Compara `len(x)` y `len(y)`: a cada muestra le toca una etiqueta, y las dos deben venir de
    la misma división.

contains NaN|Input contains infinity
    Hay valores que faltan (NaN) o infinitos en los datos.
    → Búscalos con `tabla.isna().sum()` y decide: quitar esas filas (`dropna`) o rellenarlas.

not fitted yet
    El modelo todavía no ha aprendido de ningún dato.
    → Llama antes a su método `fit(…)`; ejecuta en orden las celdas de arriba.

X has (\d+) features?, but (\w+) is expecting (\d+) features?
    El modelo aprendió de tablas con {2} columnas y ahora recibe una de {0}.
    → Pásale las mismas columnas que en el `fit(…)`, en el mismo orden.

contains only one class|least populated class(?:es)? in y (?:has|have) only 1 member
    Alguna clase no tiene bastantes muestras: con una sola clase no hay nada que distinguir, y de
    una clase con una sola muestra no se puede repartir.
    → Cuenta cuántas hay de cada una: `pd.Series(y).value_counts()`.

Unknown label type: .*continuous|mix of (?:binary|multiclass) and continuous
    Hay decimales donde van clases: unas son etiquetas y otras, probabilidades o cantidades.
    → Para predecir una cantidad usa un modelo de regresión; una probabilidad se convierte en clase
    con un umbral: `(probabilidades > 0.5).astype(int)`.

Target is multiclass but average='binary'
    Hay más de dos clases, y esta métrica está pensada para dos.
    → Di cómo promediarlas: `average='macro'`.

perform reduction '(\w+)' with string|does not support operation '(\w+)'|(?:onvert .*) to numeric
    Entre lo que hay que promediar o sumar hay texto, y con texto esa operación no existe.
    → Quédate con los números: `tabla.mean(numeric_only=True)`, o di las columnas:
    `tabla[['precio']].mean()`.

agg function failed \[how->(\w+),dtype->(?:object|str)
    Entre lo que hay que promediar o sumar hay texto, y con texto esa operación no existe.
    → Quédate con los números: `tabla.groupby('grupo').{0}(numeric_only=True)`.

Length of values \((\d+)\) does not match length of index \((\d+)\)
    La columna nueva tiene {0} valores y la tabla {1} filas.
    → A cada fila le toca un valor: compara `len(…)` de las dos.

All arrays must be of the same length
    Las columnas no tienen todas el mismo número de valores.
    → Mira `[len(v) for v in datos.values()]` y arregla la que sea distinta.

all scalar values, you must pass an index
    Cada columna de una tabla es una lista, y aquí hay valores sueltos.
    → Ponlos entre corchetes, aunque haya una sola fila: `pd.DataFrame({{'a': [1]}})`.

Invalid frequency: (\w+)
    pandas no conoce la frecuencia `{0}` (o ya no: los meses eran `M`, los trimestres `Q` y los
    años `A`).
    → Hoy se escriben `ME`, `QE` y `YE`.

Unknown datetime string format, unable to parse: ([^,]*)
    `{0}` no es una fecha que pandas sepa leer.
    → Dile cómo está escrita: `pd.to_datetime(datos, format='%d/%m/%Y')`.

did not contain a loop with signature matching types
    En la operación se mezclan números y textos: NumPy no sabe sumarlos ni compararlos.
    → Mira con `.dtype` (o `tabla.dtypes`) cuál es texto, y conviértelo: `.astype(float)`.

x and y must have same first dimension, but have shapes (\(.*?\)) and (\(.*?\))
    Para dibujar hacen falta tantas x como y, y hay {0} y {1}.
    → Compara `len(x)` y `len(y)`.

'(.*?)' is not a valid value for color
    Matplotlib no conoce el color `{0}`.
    → Los nombres van en inglés (`'red'`, `'blue'`, `'orange'`…) o en hexadecimal (`'#0072B2'`).

'(.*?)' is not a valid value for cmap
    Matplotlib no conoce el mapa de colores `{0}`.
    → Algunos que sí: `'gray'`, `'viridis'`, `'coolwarm'`. Cuentan las mayúsculas.

Invalid shape (\(.*?\)) for image data
    Una imagen es un array de alto × ancho (gris) o alto × ancho × 3 (color), y este tiene la forma
    {0}.
    → Si es una fila de números, dale su forma: `imagen.reshape(28, 28)`; si es un lote, elige una:
    `imagenes[0]`.

'(seaborn)(-?)([\w-]*)' is not a valid package style
    El estilo `{0}{1}{2}` es de una versión antigua: sale en muchos tutoriales, y ya no existe.
    → Hoy se escribe `'seaborn-v0_8{1}{2}'`. Los que hay: `plt.style.available`.

'(.*?)' is not a valid package style
    Matplotlib no conoce el estilo `{0}`.
    → Los que hay: `plt.style.available`.
"""),
)

# Solo si saltan dentro de una biblioteca: en la celda, de esto se ocupa ``operations``.
INSIDE_MESSAGES = read_table(r"""
can only concatenate str|not supported between instances of '(?:str|int|float)' and '
    En la operación se mezclan textos y números: alguna columna que parece de números es de texto.
    → Mira con `tabla.dtypes` cuál es, y conviértela: `tabla['precio'].astype(float)`.
""")
