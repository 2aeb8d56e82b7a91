"""Contrato de los ejercicios de la lección 9.1, Arquitecturas: los bloques de una red que ve."""

import keras
import numpy as np
from contract import make_contract

from course_utils.exercises import lesson_09_01 as lesson

layers = keras.layers


def field(stack):
    """Desde la neurona hacia la imagen."""
    side = 1
    for kernel, step, dilation in reversed(stack):
        side = (side - 1) * step + (kernel - 1) * dilation + 1
    return side


def cost(side, channels, filters, kernel, stride):
    layer = layers.Conv2D(filters, kernel, strides=stride, padding="same")
    out = layer.compute_output_shape((None, side, side, channels))[1]
    layer.build((None, side, side, channels))
    count = layer.count_params()
    return [count, (count - filters) * out**2, np.int64(out**2 * filters * 4)]


def vgg(x, filters, count):
    for _ in range(count):
        x = layers.ReLU()(layers.Conv2D(filters, (3, 3), padding="same")(x))
    return layers.MaxPool2D((2, 2))(x)


def inception(x, f1, c3, f3, c5, f5, fa):
    """Las ramas en otro orden, y juntas de dos en dos."""

    def conv(x, filters, side):
        return keras.ops.relu(layers.Conv2D(filters, side, padding="same")(x))

    fourth = conv(layers.MaxPooling2D(3, 1, padding="same")(x), fa, 1)
    third = conv(conv(x, c5, 1), f5, 5)
    second = conv(conv(x, c3, 1), f3, 3)
    first = layers.Concatenate()([conv(x, f1, 1), second])
    return keras.ops.concatenate([first, keras.ops.concatenate([third, fourth], -1)], axis=-1)


def dense_inception(x, f1, c3, f3, c5, f5, fa):
    """Los 1×1, con densas."""

    def point(x, filters):
        return layers.Dense(filters, activation="relu")(x)

    def conv(x, filters, side):
        return layers.Conv2D(filters, side, padding="same", activation="relu")(x)

    pooled = layers.MaxPooling2D(3, strides=1, padding="same")(x)
    return layers.Concatenate()([point(x, f1), conv(point(x, c3), f3, 3),
                                 conv(point(x, c5), f5, 5), point(pooled, fa)])  # fmt: skip


def separable(image, kernels, mix):
    """De ventana en ventana."""
    side = len(kernels)
    height, width = image.shape[0] - side + 1, image.shape[1] - side + 1
    result = np.zeros((height, width, mix.shape[1]))
    for row in range(height):
        for column in range(width):
            window = image[row : row + side, column : column + side]
            result[row, column] = (window * kernels).sum(axis=(0, 1)) @ mix
    return result


def weigh(x, reduction):
    """Sin capas de agrupación ni de forma, y con 1×1 en lugar de densas."""
    c = x.shape[-1]
    share = keras.ops.mean(x, axis=(1, 2), keepdims=True)
    share = layers.Conv2D(c // reduction, 1, activation="relu")(share)
    share = layers.Conv2D(c, 1, activation="sigmoid")(share)
    return layers.Multiply()([share, x])


def weigh_numbers(x, reduction):
    c = x.shape[-1]
    share = layers.GlobalAveragePooling2D(keepdims=True)(x)
    share = layers.Dense(c // reduction, activation="relu")(share)
    return layers.Dense(c, activation="sigmoid")(share) * x


def widest(count, budget):
    return max(n for n in range(4, 2000) if count(n) <= budget)


GOOD = {
    "9.1.1": [(field,)],
    "9.1.2": [(cost,)],
    "9.1.3": [(vgg,)],
    "9.1.4": [(inception,), (dense_inception,)],
    "9.1.5": [(separable,)],
    "9.1.6": [(weigh,), (weigh_numbers,)],
    "9.1.7": [(widest,)],
}


def other_entry(*_):
    entry = keras.Input((8, 8, 3))
    return layers.Dense(2)(entry)


def block(build, **changes):
    """La respuesta de quien se equivoca en eso."""

    def answer(*arguments):
        return build(*arguments, **changes)

    return answer


def noisy_inception(*arguments):
    return layers.ReLU(6)(lesson._inception(*arguments))


def extra_inception(x, *numbers):
    return layers.Dense(sum(numbers) - numbers[1] - numbers[3])(lesson._inception(x, *numbers))


NOT_A_FUNCTION = "debe ser una función"

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "9.1.1": [
        ((3,), NOT_A_FUNCTION),
        ((lambda: 3,), "TypeError"),
        ((lambda stack: float(field(stack)),), "entero"),
        ((lambda stack: field(stack) + 7,), "no es el valor pedido"),
    ],
    "9.1.2": [
        ((3,), NOT_A_FUNCTION),
        ((lambda *a: cost(*a)[:2],), "parámetros, multiplicaciones, bytes"),
        ((lambda *a: [1, *cost(*a)[1:]],), "no es el valor pedido"),
    ],
    "9.1.3": [
        ((3,), NOT_A_FUNCTION),
        ((lambda: 3,), "TypeError"),
        ((lambda x, f, n: 3,), "debe devolver el tensor"),
        ((lambda x, f, n: None,), "debe devolver el tensor"),
        ((lambda x, f, n: other_entry(),), "no sale de x"),
        ((lambda x, f, n: x,), "debe salir"),
        ((block(lesson._vgg, pool=False),), "Falta la agrupación"),
        ((block(lesson._vgg, each=True),), "una sola vez"),
        ((block(lesson._vgg, activation=None),), 'activation="relu"'),
        ((block(lesson._vgg, padding="valid"),), 'padding="same"'),
        ((lambda x, f, n: lesson._vgg(x, f, 1),), "cada vuelta del ciclo"),
        ((lambda x, f, n: vgg(x, f, 1 + n),), "parámetros y tiene"),
        ((lambda x, f, n: layers.ReLU(0.5)(vgg(x, f, n)),), "no responde lo mismo"),
    ],
    "9.1.4": [
        ((3,), NOT_A_FUNCTION),
        ((lambda *a: None,), "debe devolver el tensor"),
        ((lambda *a: other_entry(),), "no sale de x"),
        ((block(lesson._inception, necks=False),), "cuellos de botella"),
        ((block(lesson._inception, after=False),), "le falta su 1×1"),
        ((block(lesson._inception, chained=True),), "las cuatro salen de x"),
        ((block(lesson._inception, activation=None),), "falta ReLU"),
        ((block(lesson._inception, mean=True),), "se pide el máximo"),
        ((block(lesson._inception, order=(0, 2, 1, 3)),), "en otro orden"),
        ((block(lesson._inception, order=(0, 1, 2)),), "cuarta rama"),
        ((block(lesson._inception, order=(0, 1, 3)),), "debe salir"),
        ((noisy_inception,), "no responde lo mismo"),
        ((extra_inception,), "parámetros y tiene"),
    ],
    "9.1.5": [
        ((3,), NOT_A_FUNCTION),
        ((lambda image, kernels, mix: lesson._depthwise(image, kernels),), "segundo paso"),
        (
            (lambda image, kernels, mix: lesson._depthwise(image, kernels).sum(axis=-1),),
            "Se han sumado los canales",
        ),
        ((lambda image, kernels, mix: image,), "forma"),
        ((lambda *a: separable(*a) + 1,), "los números no"),
    ],
    "9.1.6": [
        ((3,), NOT_A_FUNCTION),
        ((lambda x, r: None,), "debe devolver el tensor"),
        ((lambda x, r: other_entry(),), "no sale de x"),
        ((block(lesson._weigh, keep=True),), "falta multiplicar"),
        ((block(lesson._weigh, plus=True),), "se multiplican"),
        ((block(lesson._weigh, last="softmax"),), "sigmoide"),
        ((block(lesson._weigh, last=None),), "falta la sigmoide"),
        ((block(lesson._weigh, last="relu"),), "no ReLU"),
        ((block(lesson._weigh, hidden=None),), "falta ReLU"),
        ((block(lesson._weigh, maximum=True),), "no con el máximo"),
        ((block(lesson._weigh, one=True),), "Falta una densa"),
        ((lesson._unshaped,), "les falta la forma"),
        ((lambda x, r: weigh(x, 1),), "parámetros y tiene"),
        ((lambda x, r: layers.ReLU()(weigh(x, r)),), "no responde lo mismo"),
        ((lambda x, r: layers.Flatten()(weigh(x, r)),), "debe salir"),
    ],
    "9.1.7": [
        ((3,), NOT_A_FUNCTION),
        ((lambda count, budget: 5.0,), "entero"),
        ((lambda count, budget: "5",), "debe ser un número"),
        ((lambda count, budget: 1000,), "no es el valor pedido"),
    ],
}

EQUIVALENT = {
    "9.1.5": {"`imagen` por `nucleos` (línea 3)": "tienen los mismos canales"},
}

TestContract = make_contract("lesson_09_01", GOOD, WRONG, EQUIVALENT)
