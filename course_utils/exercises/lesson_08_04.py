"""Comprobaciones de la lección 8.4, Lo que ya sabe otra red."""

import numpy as np

from . import expect
from .core import exercise, quiz


@exercise(
    "8.4.1",
    hints=(
        "Las posiciones de los ceros, `ceros = np.flatnonzero(etiquetas == 0)`; las de los unos, "
        "igual. De cada una se eligen `cuantas // 2`, y se juntan con `np.concatenate(…)`.",
        "`rng.choice(…, cuantas // 2, replace=False)` elige sin repetir.",
        "\n`ceros = np.flatnonzero(etiquetas == 0)\n"
        "unos = np.flatnonzero(etiquetas == 1)\n"
        "return np.concatenate([rng.choice(ceros, cuantas // 2, replace=False), "
        "rng.choice(unos, cuantas // 2, replace=False)])`",
    ),
    praise="La mitad de cada clase, sin repetir ninguna y con un azar que se puede repetir.",
)
def check_sample(function):
    expect.function(function, "muestra")
    for seed, n, count in ((0, 300, 20), (1, 51, 10), (2, 40, 2), (3, 12, 12), (4, 200, 50)):
        rng = np.random.default_rng(seed)
        labels = rng.permutation(np.arange(n) < (n / 2 if n == count else 0.7 * n)).astype(
            "float32"
        )
        found, again, other = (
            _rows(
                expect.call(function, labels, count, np.random.default_rng(each), unchanged=None),
                labels,
                count,
            )
            for each in (seed, seed, seed + 50)
        )
        if n > count > 2:
            expect.wrong_when(
                not np.array_equal(found, again),
                "Con el mismo generador, recién hecho, no salen las mismas: el azar tiene que "
                "venir de rng.",
            )
            expect.wrong_when(
                np.array_equal(np.sort(other), np.sort(found)),
                "Con otro generador salen las mismas: hay que elegirlas al azar, con rng.",
            )


def _rows(found, labels, count):
    """Las posiciones que devolvió, si son las pedidas."""
    name = "lo que devuelve muestra"
    if isinstance(found, (list, tuple)):
        found = np.array([expect.integer(each, f"cada número de {name}") for each in found])
    found = expect.array(found, name)
    if found.dtype == bool:
        expect.wrong("Devuelves un array de True y False: se piden las posiciones.")
    if found.ndim != 1:
        expect.wrong(
            f"Se pide un array de una dimensión, y tiene la forma {found.shape}: junta las dos "
            "mitades con np.concatenate."
        )
    if len(found) != count:
        expect.wrong(
            f"Con cuantas={count} devuelves {len(found)}: son cuantas en total, cuantas // 2 de "
            "cada clase."
        )
    if found.dtype.kind not in "iu":
        expect.wrong(
            "Se piden posiciones, que son enteros: ¿devuelves las etiquetas en vez de su sitio?"
        )
    if found.min() < 0 or found.max() >= len(labels):
        expect.wrong(f"Hay posiciones que no existen: van de 0 a {len(labels) - 1}.")
    if len(np.unique(found)) != count:
        expect.wrong("Hay posiciones repetidas: elige sin reemplazo, con replace=False.")
    ones = int(labels[found].sum())
    if ones != count // 2:
        expect.wrong(
            f"De {count}, {ones} tienen etiqueta 1, y se pide la mitad de cada clase. Ojo: son "
            "posiciones en etiquetas, no dentro de cada clase."
        )
    return found


@exercise(
    "8.4.2",
    hints=(
        "Las diferencias, muestra a muestra, son `a - b`.",
        "`a > b` dice en cuáles gana `a`: la suma de los True los cuenta.",
        "Las dos cosas, separadas por una coma: `return np.mean(a - b), np.sum(a > b)`",
    ),
    praise="La misma muestra para las dos: mucha de la suerte de las fotos se va en la resta.",
)
def check_pairs(function):
    def pair(seed, n, shift):
        rng = np.random.default_rng(seed)
        a = rng.uniform(0.6, 0.9, n).round(3)
        return a, a - shift + rng.normal(0, 0.02, n).round(3)

    tie = np.array([0.81, 0.83, 0.8, 0.84])
    expect.computes(
        function,
        "emparejar",
        right=lambda a, b: (np.mean(a - b), np.sum(a > b)),
        inputs=[
            pair(0, 6, 0.01),
            pair(1, 9, -0.01),
            pair(2, 4, 0.2),
            (tie, tie + np.array([0.0, 0.01, -0.01, 0.0])),
            (tie, tie + np.array([0.0, 0.03, -0.01, 0.02])),
            (tie[:1], tie[1:2]),
        ],
        returns="media, ganadas",
        kind=expect.number,
        tolerance=1e-9,
        mistakes=(
            (
                lambda a, b: (np.mean(b - a), np.sum(a > b)),
                lambda a, b: (np.mean(b - a), np.sum(b > a)),
                "Restas al revés: es a - b.",
            ),
            (
                lambda a, b: (np.mean(np.abs(a - b)), np.sum(a > b)),
                "Sin el valor absoluto: si a pierde, su diferencia es negativa.",
            ),
            (
                lambda a, b: (np.sum(a - b), np.sum(a > b)),
                "Sumas las diferencias: se pide su media.",
            ),
            (
                lambda a, b: (np.median(a - b), np.sum(a > b)),
                "Eso es la mediana: se pide la media.",
            ),
            (
                lambda a, b: (np.mean(a - b), np.sum(a >= b)),
                "Un empate no es ganar: usa >.",
            ),
            (
                lambda a, b: (np.mean(a - b), np.sum(a < b)),
                "Cuentas las que gana b: se piden las que gana a.",
            ),
            (
                lambda a, b: (np.mean(a - b), np.mean(a > b)),
                "Eso es la fracción de muestras que gana: se pide cuántas.",
            ),
            (
                lambda a, b: (np.sum(a > b), np.mean(a - b)),
                "Están al revés: primero la media, después cuántas gana.",
            ),
        ),
    )


def _shop(shape=(28, 28, 1), units=5):
    """Una red pequeña que hace de la que ya sabe."""
    from keras import Input, Sequential, layers

    return Sequential(
        [
            Input(shape),
            layers.Conv2D(3, 5, strides=4, activation="relu"),
            layers.Conv2D(2, 3, strides=2, activation="relu"),
            layers.Flatten(),
            layers.Dense(units, activation="relu"),
            layers.Dense(4, activation="softmax"),
        ]
    )


@exercise(
    "8.4.3",
    hints=(
        "Empieza por `copia = keras.models.clone_model(base)`: las mismas capas, con pesos nuevos.",
        "De cada capa que se copia, sus pesos: `….set_weights(….get_weights())`. Y a la copia, "
        "`….trainable = False`. Un `zip(base.layers[:cuantas], …)` recorre las dos a la vez.",
        "\n`copia = keras.models.clone_model(base)\n"
        "for vieja, nueva in zip(base.layers[:cuantas], copia.layers):\n"
        "    nueva.set_weights(vieja.get_weights())\n"
        "    nueva.trainable = False\n"
        "return keras.Sequential([keras.Input((28, 28, 1)), *copia.layers[:-1], "
        'keras.layers.Dense(1, activation="sigmoid")])`',
    ),
    praise="Lo que sabía la otra red, copiado; y ella, intacta.",
)
def check_reuse(function):
    expect.function(function, "reutilizar")
    for count, units in ((2, 5), (0, 3), (4, 6), (1, 4)):
        base = _shop(units=units)
        before = [weights.copy() for weights in base.get_weights()]
        made = expect.call(function, base, count, unchanged=None)
        model = expect.network(
            made,
            (28, 28, 1),
            (1,),
            message=f"reutilizar debe devolver una red de Keras: {expect.arrived(made)}.",
            wrong_input="La red nueva debe empezar por keras.Input((28, 28, 1)).",
            wrong_output=lambda shape: (
                "La salida nueva es una densa de una neurona, en lugar de la de base: la tuya da "
                f"algo de forma {shape}."
            ),
        )
        declared = getattr(model, "input_shape", None)  # una clase puede no decirla
        if declared and tuple(declared[1:]) != (28, 28, 1):
            expect.wrong(
                "La red nueva debe empezar por keras.Input((28, 28, 1)), y la tuya espera imágenes "
                f"de forma {tuple(declared[1:])}."
            )
        _check_copied(model, base, before, count)


def _check_copied(model, base, before, count):
    kept = expect.same(base.get_weights(), before)
    expect.wrong_when(
        not kept, "Has cambiado los pesos de base, y tiene que seguir sabiendo lo suyo."
    )
    own = {id(weights) for weights in base.weights}
    if any(id(weights) in own for weights in model.weights):
        expect.wrong(
            "La red nueva usa las capas de base, no una copia: al entrenar una se estropea la "
            "otra. Clona antes, con keras.models.clone_model(base)."
        )
    expect.wrong_when(
        not all(layer.trainable for layer in base.layers),
        "Has congelado capas de base: se congelan las de la copia.",
    )
    found = model.get_weights()
    expect.wrong_when(
        [weights.shape for weights in found]
        != [*(w.shape for w in before[:-2]), (before[-2].shape[0], 1), (1,)],
        "Las capas no son las pedidas: las de base menos la última, y una densa de una neurona.",
    )
    copied = sum(len(layer.weights) for layer in base.layers[:count])
    equal = [
        weights.ndim > 1 and np.array_equal(weights, old)
        for weights, old in zip(found[:-2], before[:-2], strict=True)
    ]
    if not all(equal[:copied:2]):
        expect.wrong(
            f"Con cuantas={count}, alguna de esas capas no tiene los pesos de base: clone_model "
            "los sortea de nuevo, y hay que copiarlos con set_weights."
        )
    if any(equal[copied::2]):
        expect.wrong(
            f"Con cuantas={count}, hay capas más allá de esas con los pesos de base: tienen que "
            "llevar pesos nuevos."
        )
    frozen = {id(weights) for weights in model.non_trainable_weights}
    still = [id(weights) in frozen for weights in model.weights]
    if not all(still[:copied]):
        expect.wrong(
            f"Con cuantas={count}, hay capas copiadas sin congelar: su trainable debe ser False."
        )
    if any(still[copied:]):
        expect.wrong(
            f"Con cuantas={count} has congelado de más: solo se congelan las copiadas, y la salida "
            "nueva nunca."
        )
    expect.like(
        model,
        _wanted(base, count),
        explain=_what_differs,
        message="Tiene esos pesos, pero no hace lo mismo que la red pedida",
    )


def _wanted(base, count):
    import keras

    copy = keras.models.clone_model(base)
    copy.set_weights(base.get_weights())
    for layer in copy.layers[:count]:
        layer.trainable = False
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            *copy.layers[:-1],
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )


def _what_differs(model):
    for layer in [layer for layer in model.layers if type(layer).__name__ == "Dense"][-1:]:
        expect.activation(model, layer, "sigmoid", message="La salida nueva lleva una sigmoide.")


@exercise(
    "8.4.4",
    hints=(
        "Recorre `red.trainable_weights`: cada uno es una matriz o un array de sesgos.",
        "De una matriz de 5×3 se aprenden 15 números: el producto de su forma, `np.prod(….shape)`.",
        "`return sum(int(np.prod(pesos.shape)) for pesos in red.trainable_weights)`",
    ),
    praise="Congelar casi todo deja muy poco que aprender. ¿Será una ventaja? Ahora se mide.",
)
def check_trainable(function):
    from keras import Input, Sequential, layers

    expect.function(function, "entrenables")
    first, second = _shop(), _shop(units=7)
    for layer in second.layers[:2]:
        layer.trainable = False
    third = Sequential([Input((6,)), layers.Dense(3), layers.BatchNormalization(), layers.Dense(2)])
    fourth = Sequential([Input((4,)), layers.Dense(5, use_bias=False), layers.Dense(1)])
    fourth.layers[0].trainable = False
    nothing = _shop(units=3)
    nothing.trainable = False
    expect.computes(
        function,
        "entrenables",
        right=_count,
        inputs=[(model,) for model in (second, first, third, fourth, nothing)],
        unchanged=None,
        mistakes=(
            (
                lambda model: model.count_params(),
                "Cuentas todos los pesos, también los congelados: mira trainable_weights.",
            ),
            (
                lambda model: len(model.trainable_weights),
                "Eso es cuántas matrices y sesgos hay: se pide cuántos números tienen dentro.",
            ),
            (
                lambda model: model.count_params() - _count(model),
                "Esos son los que no se entrenan: se piden los otros.",
            ),
            (
                lambda model: sum(
                    int(np.prod(w.shape)) for w in model.trainable_weights if len(w.shape) > 1
                ),
                "Faltan los sesgos: también se entrenan.",
            ),
            (
                lambda model: sum(sum(w.shape) for w in model.trainable_weights),
                "Sumas los números de cada forma: una matriz de 5×3 tiene 15, que es su producto.",
            ),
        ),
    )


def _count(model):
    return sum(int(np.prod(weights.shape)) for weights in model.trainable_weights)


@exercise(
    "8.4.5",
    hints=(
        "Las etiquetas se sortean: `vueltas = rng.integers(0, 4, len(imagenes))`.",
        "Cada imagen, con las suyas: `np.rot90(…, …)`, dentro de un ciclo o una comprensión.",
        "\n`vueltas = rng.integers(0, 4, len(imagenes))\n"
        "giradas = [np.rot90(imagen, veces) for imagen, veces in zip(imagenes, vueltas)]\n"
        "return np.stack(giradas), vueltas`",
    ),
    praise="Miles de etiquetas, y nadie ha tenido que mirar una foto.",
)
def check_turns(function):
    expect.function(function, "girar")
    for seed, n, side in ((0, 60, 5), (1, 40, 8), (2, 3, 4)):
        images = np.random.default_rng(seed).random((n, side, side, 1)).astype("float32")
        turned, turns = _turned(function, images, seed)
        if n > 10:
            if set(turns.tolist()) != {0, 1, 2, 3}:
                expect.wrong(
                    f"En {n} imágenes salen las vueltas {sorted(set(turns.tolist()))}: tienen que "
                    "salir 0, 1, 2 y 3, al azar."
                )
            expect.wrong_when(
                not np.array_equal(turns, _turned(function, images, seed)[1]),
                "Con el mismo generador, recién hecho, salen otras vueltas: el azar tiene que "
                "venir de rng.",
            )
            expect.wrong_when(
                np.array_equal(turns, _turned(function, images, seed + 50)[1]),
                "Con otro generador salen las mismas vueltas: sortéalas con rng.",
            )
        for times, sentence in (
            (turns, None),
            (-turns, "Giras hacia el otro lado: np.rot90(imagen, veces) va a la izquierda."),
            (turns * 0, "Las imágenes no están giradas."),
        ):
            wanted = np.stack([np.rot90(x, k) for x, k in zip(images, times, strict=True)])
            if np.array_equal(turned, wanted):
                expect.wrong_when(sentence, sentence)
                break
        else:
            expect.wrong(
                "Cada imagen debe estar girada las veces que dice su etiqueta, y alguna no lo "
                "está. ¿Giras cada una por separado, y siguen en el mismo orden?"
            )


def _turned(function, images, seed):
    given = images.copy()
    made = expect.call(function, given, np.random.default_rng(seed), unchanged=None)
    expect.wrong_when(
        not np.array_equal(given, images),
        "girar cambia las imágenes que recibe, y deben quedar como estaban: gira una copia.",
    )
    turned, turns = expect.several(made, "giradas, vueltas", "girar")
    turned = expect.array(turned, "giradas")
    if np.shape(turns) == images.shape and turned.shape == (len(images),):
        expect.wrong("Están al revés: se devuelven giradas, vueltas, en ese orden.")
    if isinstance(turns, (list, tuple)):
        turns = np.array([expect.integer(each, "cada número de vueltas") for each in turns])
    turns = expect.row(turns, "vueltas")
    if turned.shape != images.shape:
        expect.wrong(
            f"giradas debe tener la forma de imagenes, {images.shape}, y tiene {turned.shape}: "
            "gira cada imagen por separado y júntalas con np.stack."
        )
    if turns.shape != (len(images),) or turns.dtype.kind not in "iu":
        expect.wrong("vueltas debe tener un entero por imagen.")
    return turned, turns


def _decide(recipes, alone):
    safe = {name: x.mean() for name, x in recipes.items() if (x > alone).all()}
    return max(safe, key=safe.get) if safe else "desde cero"


@exercise(
    "8.4.6",
    hints=(
        "Quédate con las que ganan siempre: de cada receta, `(… > desde_cero).all()`.",
        "De esas, un diccionario con sus medias; la mayor es `max(…, key=….get)`. Y si no queda "
        "ninguna, hay que devolver el otro texto.",
        "\n`seguras = {nombre: a.mean() for nombre, a in recetas.items() "
        "if (a > desde_cero).all()}\n"
        'return max(seguras, key=seguras.get) if seguras else "desde cero"`',
    ),
    praise="Si no gana siempre, no se cambia: la carga de la prueba es de quien propone.",
)
def check_decide(function):
    base = np.array([0.8, 0.83, 0.81])
    up, down = np.array([0.02, 0.01, 0.03]), np.array([-0.01, -0.02, -0.01])
    mixed, tie = np.array([0.2, 0.2, -0.01]), np.array([0.3, 0.3, 0.0])
    expect.computes(
        function,
        "decidir",
        right=_decide,
        inputs=[
            ({"una": base + up, "dos": base + 2 * up, "cuatro": base + down}, base),
            ({"dos": base + 2 * up, "una": base + up}, base),
            ({"una": base + up, "dos": base + tie, "tres": base + 2 * mixed}, base),
            ({"una": base + up, "dos": base + mixed}, base),
            ({"b": base + 0.02, "a": base + np.array([0.001, 0.045, 0.001])}, base),
            ({"una": base + up, "dos": base + tie}, base),
            ({"una": base + down, "dos": base + mixed}, base),
            ({"una": base + tie}, base),
            ({"una": base + down, "dos": base + 2 * down}, base),
            ({"a": base + np.array([0.001, 0.3, 0.001]), "b": base + 0.02}, base),
            ({"a": np.array([0.7, 0.91]), "b": np.array([0.72, 0.9])}, np.array([0.6, 0.85])),
        ],
        kind=_name,
        mistakes=(
            (
                lambda r, b: _decide({k: x + 1e-12 for k, x in r.items()}, b),
                "{call}: un empate no es ganar: usa >.",
            ),
            (
                lambda r, b: max(r, key=lambda k: r[k].mean()),
                "{call}: eliges la de mejor media, aunque no gane en todas las muestras.",
            ),
            (
                lambda r, b: next((k for k in r if (r[k] > b).all()), "desde cero"),
                "{call}: te quedas con la primera que gana siempre: se pide la de mejor media.",
            ),
            (
                lambda r, b: max(
                    (k for k in r if (r[k] > b).all()),
                    key=lambda k: r[k].max(),
                    default="desde cero",
                ),
                "{call}: entre las que ganan siempre, la de mejor **media**, no la de la mejor "
                "muestra.",
            ),
            (lambda r, b: None, 'Si ninguna gana siempre, devuelve "desde cero".'),
        ),
    )


def _name(value, name):
    return expect.instance(value, str, name)


quiz(
    "8.4.A1",
    correct="b",
    why="Sí: las primeras suelen buscar bordes y formas que también tienen otras prendas.",
    wrong={
        "a": "Con ninguna congelada hay aún menos, y fue peor que con dos: mira la figura. Lo que "
        "decide es si lo copiado sirve para la tarea nueva.",
        "c": "La densa tiene casi todos los pesos de esta red: copiarla ahorraría más. No es eso.",
    },
    hint="¿Qué aprende una capa que ve píxeles, y qué aprende una que ve lo que dan las otras?",
)
quiz(
    "8.4.A2",
    correct="c",
    why="Sí: Keras decide qué pesos mueve cuando se compila y se entrena por primera vez.",
    wrong={
        "a": "La tasa pequeña mueve poco, pero mueve. Aquí no se movió nada.",
        "b": "Las capas copiadas son capas corrientes: se pueden descongelar.",
        "d": "set_weights solo copia números: no decide cuáles se entrenan.",
    },
    hint="Mira el primer error frecuente.",
)
quiz(
    "8.4.A3",
    correct="d",
    why="Sí: con otras veinte etiquetas podía salir al revés.",
    wrong={
        "a": "La diferencia es de una muestra: entre dos muestras, la misma red ya cambia más.",
        "b": "Elegir la muestra en la que se gana es hacer trampa, aunque sea sin querer.",
        "c": "Más épocas no quitan la suerte de las fotos que tocaron.",
    },
    hint="Mira cuánto cambió la red desde cero de una muestra a otra.",
)
quiz(
    "8.4.A4",
    correct="a",
    why="Sí: gira cada imagen, y la respuesta la sabe quien giró.",
    wrong={
        "b": "Las etiquetas no las pone otra red: salen de la propia imagen.",
        "c": "El giro se sortea para cada imagen, sea la prenda que sea.",
        "d": "Agrupar es otra cosa: aquí hay una respuesta correcta, el giro.",
    },
    hint="¿Quién sabe cuánto se ha girado una foto?",
)
