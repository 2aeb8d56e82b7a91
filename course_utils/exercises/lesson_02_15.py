"""Comprobaciones de la lección 2.15, lo mismo en PyTorch.

PyTorch es opcional: se importa dentro de cada comprobación, nunca al cargar este archivo.
"""

import copy
import math

import numpy as np

from ..datasets import load_penguins
from . import expect
from .core import exercise, quiz


def _instance(value, type_, name, wanted):
    """Como ``expect.instance``, sin citar el valor: los números de un tensor no ayudan."""
    if not isinstance(value, type_):
        came = "None: ¿falta return?" if value is None else f"algo de tipo {type(value).__name__}."
        expect.wrong(f"{name} debe ser {wanted} y llegó {came}")
    return value


def _tensor(value, name):
    """Exige un tensor de PyTorch y lo devuelve."""
    import torch

    return _instance(value, torch.Tensor, name, "un tensor de PyTorch")


def _network(value, name):
    """Exige una red de PyTorch y la devuelve."""
    from torch import nn

    return _instance(value, nn.Module, name, "una red de PyTorch, como nn.Sequential(…),")


def _number(value, name):
    """Un número; vale también un tensor con un solo número."""
    import torch

    if isinstance(value, torch.Tensor) and value.numel() == 1:
        value = value.item()
    return expect.number(value, name)


def _data(rows, columns, classes, seed=0):
    """Muestras y etiquetas inventadas."""
    import torch

    generator = torch.Generator().manual_seed(seed)
    x = torch.randn(rows, columns, generator=generator)
    return x, torch.randint(classes, (rows,), generator=generator)


def _no_softmax(scores):
    """Las salidas son puntos, y no probabilidades ni sus logaritmos."""
    import torch

    ones = torch.ones(len(scores), dtype=scores.dtype)
    if any(torch.allclose(p.sum(dim=1), ones, atol=1e-4) for p in (scores, scores.exp())):
        expect.wrong(
            "Las salidas ya pasaron por softmax, y cross_entropy la aplica otra vez: "
            "la última pieza es nn.Linear."
        )


def _linear_layers(model, x):
    """Lo que entrega la red, y sus capas ``nn.Linear`` en el orden en que trabajan."""
    from torch import nn

    used = []
    hooks = [
        layer.register_forward_hook(lambda layer, *_: used.append(layer))
        for layer in model.modules()
        if isinstance(layer, nn.Linear)
    ]
    result = expect.call(model, x)
    for hook in hooks:
        hook.remove()
    return result, used


@exercise(
    "2.15.1",
    hints=(
        "`f` tiene que recibir un tensor que recuerde sus cuentas: `requires_grad=True`.",
        "Llama a `.backward()` sobre lo que devuelve `f`; la pendiente queda en el `.grad` del "
        "punto.",
        "\n`punto = torch.tensor(x, requires_grad=True)\n"
        "f(punto).backward()\n"
        "return punto.grad.item()`",
    ),
    praise="Una función cualquiera, y su pendiente sin escribir la derivada.",
)
def check_slope(function):
    import torch

    expect.function(function, "pendiente")
    for f, x, height, slope in (
        (lambda t: t * t + t, 3.0, 12.0, 7.0),
        (lambda t: (t - 3) ** 2, 1.5, 2.25, -3.0),
        (lambda t: 2 / t, 2.0, 1.0, -0.5),
        (lambda t: t**3, 1.234, 1.234**3, 3 * 1.234**2),
    ):
        seen = []

        def spy(t, f=f, seen=seen):
            seen.append(isinstance(t, torch.Tensor) and t.requires_grad)
            return f(t)

        result = expect.call(function, spy, x)
        if not any(seen):
            expect.wrong(
                "A f no le llega un tensor con requires_grad=True: sin él nadie recuerda las "
                "cuentas."
            )
        if result is None:
            expect.wrong("Llegó None: ¿falta return, o pediste .grad antes de llamar a backward()?")
        result = _number(result, "lo que devuelve pendiente")
        if expect.same(result, height, 1e-4):
            expect.wrong(
                "Eso es f(x), la altura: se pide la pendiente, que backward() deja en .grad."
            )
        if expect.same(result, -slope, 1e-4):
            expect.wrong("La pendiente tiene el signo cambiado.")
        expect.close(result, slope, "lo que devuelve pendiente", tolerance=1e-4)


@exercise(
    "2.15.2",
    hints=(
        "`nn.Sequential` recibe las piezas en orden; son tres.",
        "`nn.Linear(…, …)` recibe cuántos entran y cuántos salen: lo que sale de la primera entra "
        "en la última.",
        "`return nn.Sequential(nn.Linear(entradas, ocultas), nn.ReLU(), nn.Linear(ocultas, "
        "salidas))`",
    ),
    praise="Tres piezas: pesos, ReLU y pesos. Es la red de Keras, sin la softmax del final.",
)
def check_network_factory(function):
    import torch

    expect.function(function, "crear_red")
    for sizes in ((5, 8, 3), (64, 20, 10)):
        inputs, hidden, outputs = sizes
        model = _network(expect.call(function, *sizes), "lo que devuelve crear_red")
        x = 30 * _data(6, inputs, outputs)[0]  # tan grandes que ReLU no se confunde con ReLU6
        name = f"lo que entrega crear_red{sizes}"
        scores, linear = _linear_layers(model.eval(), x)
        scores = _tensor(scores, name)
        if tuple(scores.shape) != (6, outputs):
            expect.wrong(
                f"Con 6 muestras, {name} debe tener forma {(6, outputs)} y tiene "
                f"{tuple(scores.shape)}: ¿usas los tres parámetros?"
            )
        _no_softmax(scores)
        if len(linear) != 2:
            expect.wrong(
                f"Tiene {len(linear)} capa(s) nn.Linear y se piden dos: la oculta y la de salida."
            )
        if linear[0].out_features != hidden:
            expect.wrong(
                f"Con ocultas={hidden} la capa oculta tiene {linear[0].out_features} neuronas: "
                "usa el parámetro."
            )
        if any(layer.bias is None for layer in linear):
            expect.wrong("Faltan los sesgos: quita bias=False.")
        first, last = linear
        middle = first(x)
        if torch.allclose(scores, last(middle), rtol=1e-4, atol=1e-4):
            expect.wrong(
                "Falta la ReLU entre las dos capas: sin ella, dos capas seguidas valen por una "
                "sola."
            )
        wanted = last(middle.relu())
        if not torch.allclose(scores, wanted, rtol=1e-4, atol=1e-4):
            expect.wrong("La activación debe ser nn.ReLU(), y estar solo entre las dos capas.")
        if not torch.allclose(model.train()(x), wanted, rtol=1e-4, atol=1e-4):
            expect.wrong(
                "En modo entrenamiento hace además otra cosa: sobra una pieza, como nn.Dropout o "
                "nn.BatchNorm1d."
            )


def _after_step(model, x, y, *, stale, probabilities=False):
    """Pesos tras un paso de SGD con tasa 0.1, partiendo o no de los gradientes viejos."""
    import torch

    twin = copy.deepcopy(model)
    for parameter, original in zip(twin.parameters(), model.parameters(), strict=True):
        parameter.grad = original.grad.clone() if stale else None  # deepcopy no los copia
    scores = twin(x)
    if probabilities:
        scores = torch.softmax(scores, dim=1)
    torch.nn.functional.cross_entropy(scores, y).backward()
    return [p.detach() - 0.1 * p.grad for p in twin.parameters()]


@exercise(
    "2.15.3",
    hints=(
        "Son las cinco líneas del texto, con tus nombres: `modelo`, `optimizador`, `x` e `y`.",
        "Guarda la pérdida en una variable: la necesitas para `.backward()` y para devolverla.",
        "\n`puntos = modelo(x)\n"
        "perdida = nn.functional.cross_entropy(puntos, y)\n"
        "optimizador.zero_grad()\n"
        "perdida.backward()\n"
        "optimizador.step()\n"
        "return perdida.item()`",
    ),
    praise="Las cinco líneas: con ellas dentro de dos for se entrena cualquier red.",
)
def check_step(function):
    import torch
    from torch.nn import functional

    expect.function(function, "paso")
    for seed, n in ((0, 12), (1, 20)):
        x, y = _data(n, 3, 4, seed)
        model = torch.nn.Linear(3, 4)
        with torch.no_grad():
            model.weight.copy_(torch.linspace(-0.5, 0.6, 12).reshape(4, 3))
            model.bias.copy_(torch.linspace(0.1, -0.2, 4))
        # Gradientes viejos, a propósito: quien no los borra, los suma.
        functional.cross_entropy(model(x[:5]), y[:5]).backward()
        mistakes = (
            (
                [p.detach().clone() for p in model.parameters()],
                "Los pesos no han cambiado: ¿faltan backward() o step(), o borras los gradientes "
                "entre los dos?",
            ),
            (
                [p.detach() - 0.1 * p.grad for p in model.parameters()],
                "step() usó los gradientes viejos: primero zero_grad() y backward(), después "
                "step().",
            ),
            (
                _after_step(model, x, y, stale=True),
                "Los gradientes de antes se sumaron a los nuevos: zero_grad() va antes de "
                "backward().",
            ),
            (
                _after_step(model, x, y, stale=False, probabilities=True),
                "Aplicas softmax antes de cross_entropy, que ya la lleva dentro.",
            ),
        )
        good = _after_step(model, x, y, stale=False)
        loss = functional.cross_entropy(model(x), y).item()
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        result = expect.call(function, model, optimizer, x, y)

        def left(weights, model=model):
            """Dice si los pesos quedaron así."""
            pairs = zip(model.parameters(), weights, strict=True)
            return all(torch.allclose(now.detach(), then, atol=1e-6) for now, then in pairs)

        for weights, message in mistakes:
            if left(weights):
                expect.wrong(message)
        if not left(good):
            expect.wrong(
                "Los pesos no quedan como tras un paso con la entropía cruzada media de x e y."
            )
        if isinstance(result, torch.Tensor):
            expect.wrong(
                "Devuelve un tensor, que arrastra todas sus cuentas: saca el número con .item()."
            )
        after = functional.cross_entropy(model(x), y).item()
        expect.cases(
            result,
            "lo que devuelve paso",
            loss,
            kind=expect.number,
            tolerance=1e-5,
            message="Devuelves la pérdida de después de corregir: se pide la de antes."
            if expect.same(result, after, 1e-5)
            else None,
        )


@exercise(
    "2.15.4",
    hints=(
        "Antes de calcular, `modelo.eval()`; y las cuentas, dentro de `with torch.no_grad():`.",
        "`.argmax(dim=1)` da la clase elegida en cada fila; compárala con `y`.",
        "\n`modelo.eval()\n"
        "with torch.no_grad():\n"
        "    elegidas = modelo(x).argmax(dim=1)\n"
        "return (elegidas == y).float().mean().item()`",
    ),
    praise="eval() y no_grad(): así el examen da siempre lo mismo y no gasta memoria en recordar.",
)
def check_accuracy(function):
    import torch

    expect.function(function, "exactitud")
    for seed, n in enumerate((40, 25)):
        x, y = _data(n, 5, 5, seed)
        y = torch.where(torch.arange(n) % 4 > 0, x.argmax(dim=1), y)
        seen = []

        class Spy(torch.nn.Module):
            """Entrega las entradas tal cual y apunta cómo se le preguntó."""

            def forward(self, values, seen=seen):
                seen.append((self.training, torch.is_grad_enabled()))
                return values

        result = expect.call(function, Spy(), x, y)
        if not seen:
            expect.wrong("No llamas al modelo: modelo(x) da los puntos.")
        training, remembers = seen[-1]
        if training:
            expect.wrong("El modelo sigue en modo entrenamiento: llama antes a modelo.eval().")
        if remembers:
            expect.wrong("Las cuentas se están recordando: hazlas dentro de with torch.no_grad():.")
        result = _number(result, "lo que devuelve exactitud")
        hits = (x.argmax(dim=1) == y).double().mean().item()
        if expect.same(result, n * hits, 1e-5):
            expect.wrong(
                "Eso es cuántas acierta; la exactitud es la fracción del total, entre 0 y 1."
            )
        if expect.same(result, 100 * hits, 1e-5):
            expect.wrong("Eso es un porcentaje; se pide la fracción, entre 0 y 1.")
        expect.close(
            result,
            hits,
            "lo que devuelve exactitud",
            tolerance=1e-4,
            message="No es la fracción de aciertos. Compara, fila por fila, argmax(dim=1) con y.",
        )


@exercise(
    "2.15.5",
    hints=(
        "Un `for` que se repite `pasos` veces; empieza con `r = a`.",
        "Usa solo operaciones entre tensores: `.item()` o `float(…)` cortarían el grafo.",
        "\n`r = a\nfor vuelta in range(pasos):\n    r = (r + a / r) / 2\nreturn r`",
    ),
    praise="Derivaste un algoritmo entero, con su for: eso es un grafo dinámico.",
)
def check_root(function):
    import torch

    expect.function(function, "raiz")
    for value in (2.0, 9.0):
        for steps in (1, 2, 8):
            a = torch.tensor(value, dtype=torch.float64, requires_grad=True)
            result = _tensor(expect.call(function, a, steps), "lo que devuelve raiz")
            if result.numel() != 1:
                expect.wrong(f"Debe devolver un solo número y tiene forma {tuple(result.shape)}.")
            got, r = _number(result, "lo que devuelve raiz"), value
            for _ in range(steps):
                r = (r + value / r) / 2
            if steps < 8 and expect.same(got, math.sqrt(value), 1e-9):
                expect.wrong(
                    f"Con pasos={steps} ya da la raíz exacta: ¿repites la cuenta justo «pasos» "
                    "veces, en vez de usar torch.sqrt?"
                )
            expect.close(got, r, f"raiz({value}, {steps})")
            slope = None
            if result.requires_grad:
                (slope,) = torch.autograd.grad(result.sum(), a, allow_unused=True)
            if slope is None:
                expect.wrong(
                    "El valor es correcto, pero el grafo se cortó: ¿usas .item(), float(), "
                    "detach() o torch.tensor(…)? Haz las cuentas con el propio tensor a."
                )
    expect.close(
        _number(slope, "la pendiente"),
        1 / (2 * math.sqrt(value)),
        "la pendiente de raiz",
        message="El valor es correcto y la pendiente no: parte de las cuentas no usan el tensor a.",
    )


@exercise(
    "2.15.6",
    hints=(
        "`torch.tensor(x)` conserva el tipo de NumPy; con `dtype=…` se elige otro.",
        "Los tipos son `torch.float32` para las medidas y `torch.int64` para las etiquetas.",
        "`return torch.tensor(x, dtype=torch.float32), torch.tensor(y, dtype=torch.int64)`",
    ),
    praise="float32 para las medidas, int64 para las etiquetas: la aduana entre NumPy y PyTorch.",
)
def check_to_tensors(function):
    import torch

    expect.function(function, "a_tensores")
    for x, y in (
        (np.array([[0.5, -1.25], [2.0, 3.5], [0.0, 1.0]]), np.array([2, 0, 1], dtype=np.int8)),
        (np.array([[1.5, 0.0, -7.0], [0.25, 4.0, 8.0]]), np.array([1, 300])),
    ):
        result = expect.call(function, x, y)
        result = _instance(
            result, (tuple, list), "lo que devuelve a_tensores", "dos tensores, separados por coma,"
        )
        if len(result) != 2:
            expect.wrong("Debe devolver dos tensores: return medidas, etiquetas.")
        measures = _tensor(result[0], "el primer resultado")
        labels = _tensor(result[1], "el segundo resultado")
        if tuple(measures.shape) == y.shape and tuple(labels.shape) == x.shape:
            expect.wrong("Están al revés: primero las medidas y después las etiquetas.")
        if measures.dtype != torch.float32:
            expect.wrong(f"Las medidas son {measures.dtype} y los pesos de la red, torch.float32.")
        if labels.dtype != torch.int64:
            expect.wrong(
                f"Las etiquetas son {labels.dtype} y cross_entropy las quiere en torch.int64."
            )
        expect.close(
            measures.detach().numpy(), x, "las medidas", message="Las medidas han cambiado."
        )
        if labels.tolist() != y.tolist():
            expect.wrong("Las etiquetas deben tener la forma y los valores de y.")


def _penguins():
    """Medidas escaladas con el conjunto de entrenamiento, y especies: entrenamiento y prueba."""
    import torch

    columns = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
    table = load_penguins().dropna(subset=columns)
    x = table[columns].to_numpy(dtype=float)
    y = 2 - table["species"].astype("category").cat.codes.to_numpy()  # otros números que en clase
    order = np.random.default_rng(27).permutation(len(x))
    train, test = order[100:], order[:100]
    x = (x - x[train].mean(axis=0)) / x[train].std(axis=0)
    x, y = torch.tensor(x, dtype=torch.float32), torch.tensor(y, dtype=torch.int64)
    return x[train], y[train], x[test], y[test]


@exercise(
    "2.15.7",
    hints=(
        "Es `train_torch` con otros datos: crea la red, el optimizador, y los dos `for`.",
        "La red tiene 4 entradas y 3 salidas. Con Adam, `lr=0.01` y 20 épocas sobra.",
        "\n`red = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 3))\n"
        "optimizador = torch.optim.Adam(red.parameters(), lr=0.01)\n"
        "for epoca in range(20):\n"
        "    for lote in torch.randperm(len(x)).split(32):\n"
        "        perdida = nn.functional.cross_entropy(red(x[lote]), y[lote])\n"
        "        optimizador.zero_grad()\n"
        "        perdida.backward()\n"
        "        optimizador.step()\n"
        "return red`",
    ),
    praise="De un array de NumPy a una red que acierta con animales que nunca vio.",
)
def check_training(function):
    import torch

    expect.function(function, "entrenar")
    x_train, y_train, x_test, y_test = _penguins()
    torch.manual_seed(27)
    model = _network(expect.call(function, x_train, y_train), "lo que devuelve entrenar").eval()
    with torch.no_grad():
        scores = _tensor(expect.call(model, x_test), "lo que entrega la red")
    if tuple(scores.shape) != (len(x_test), 3):
        expect.wrong(
            f"Con {len(x_test)} pingüinos la red debe entregar forma {(len(x_test), 3)}, tres "
            f"puntos por animal, y entrega {tuple(scores.shape)}."
        )
    _no_softmax(scores)
    accuracy = (scores.argmax(dim=1) == y_test).double().mean().item()
    if accuracy < 0.95:
        expect.wrong(
            f"Acierta {accuracy:.2f} y se pide 0.95. ¿Están las cinco líneas dentro de los dos "
            "for, con la x y la y que recibe? Prueba con más épocas o con otra tasa (Adam, "
            "lr=0.01)."
        )
    with torch.no_grad():
        halfway = model((x_test + x_test.flip(0)) / 2)
    if torch.allclose(halfway, (scores + scores.flip(0)) / 2, rtol=1e-3, atol=1e-3):
        # Sin una curva por medio, entre dos animales solo hay línea recta.
        expect.wrong("Acierta, pero a la red le falta la capa oculta, con su ReLU.")


quiz(
    "2.15.A1",
    correct="d",
    why="En PyTorch los gradientes se acumulan: lo viste en los errores frecuentes (2, 4, 6).",
    wrong={
        "a": "Eso borraría lo aprendido. Lo que se pone a cero son los gradientes, no los pesos.",
        "b": "La pérdida se calcula de nuevo en cada paso; nadie tiene que borrarla.",
        "c": "Eso es torch.no_grad(), que se usa al medir.",
    },
    hint="Mira el segundo de los errores frecuentes.",
)
quiz(
    "2.15.A2",
    correct="a",
    why="La red entrega puntos y la pérdida pone la softmax: dos veces sería un error silencioso.",
    wrong={
        "b": "La tiene: torch.softmax, que usaste para comparar con Keras.",
        "c": "La softmax no tiene nada que entrenar, con diez clases o con dos.",
        "d": "La ReLU deja en cero lo negativo; no convierte puntos en probabilidades.",
    },
    hint="¿Qué hace `cross_entropy` con los puntos, antes del logaritmo?",
)
quiz(
    "2.15.A3",
    correct="c",
    why="backward() calcula hacia dónde; step() da el paso.",
    wrong={
        "a": "backward() solo calcula los gradientes y los deja en .grad: los pesos siguen igual.",
        "b": "eval() pone la red en modo examen; no aprende nada.",
        "d": "Llamar a la red calcula los puntos y recuerda las cuentas, nada más.",
    },
    hint="De las cinco líneas, ¿cuál llamamos «corregir los pesos»?",
)
quiz(
    "2.15.A4",
    correct="b",
    why="Lo medimos: con los mismos pesos y lotes, hasta las curvas de pérdida coinciden.",
    wrong={
        "a": "Un grafo dinámico permite escribir con comodidad; las cuentas son las mismas.",
        "c": "Se puede: lo hicimos en la sección 4, trasponiendo las matrices.",
        "d": "fit es un ciclo que alguien escribió por ti; escribirlo tú da el mismo resultado.",
    },
    hint="Recuerda la figura de las dos curvas de la sección 4.",
)
