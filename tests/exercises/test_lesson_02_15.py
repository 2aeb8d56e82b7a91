"""Contrato de los ejercicios de la lección 2.15, lo mismo en PyTorch."""

import numpy as np
import pytest
from contract import make_contract

from course_utils.datasets import load_penguins

torch = pytest.importorskip(
    "torch", reason="la lección 2.15 necesita el añadido opcional pytorch: pip install torch"
)
from torch import nn  # noqa: E402
from torch.nn import functional  # noqa: E402


def slope(f, x):
    point = torch.tensor(x, requires_grad=True)
    f(point).backward()
    return point.grad


def slope_without_backward(f, x):
    point = torch.tensor(x, requires_grad=True)
    f(point)
    return point.grad


def height(f, x):
    return f(torch.tensor(x, requires_grad=True)).item()


def network(inputs, hidden, outputs, *, middle=nn.ReLU, last=(), bias=True):
    return nn.Sequential(
        nn.Linear(inputs, hidden, bias=bias), middle(), nn.Linear(hidden, outputs), *last
    )


class OutputDeclaredFirst(nn.Module):
    """Las capas en un orden, y el trabajo en otro."""

    def __init__(self, inputs, hidden, outputs):
        super().__init__()
        self.last = nn.Linear(hidden, outputs)
        self.first = nn.Linear(inputs, hidden)

    def forward(self, x):
        return self.last(torch.relu(self.first(x)))


class Relu(nn.Module):
    """La misma, con ``functional.relu``."""

    def __init__(self, inputs, hidden, outputs):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(inputs, hidden), nn.Linear(hidden, outputs)])

    def forward(self, x):
        first, last = self.layers
        return last(functional.relu(first(x)))


def step(*, order="zbs", softmax=False, scale=1, returns="before"):
    """Un paso de entrenamiento con las líneas en el orden dado: z(ero), b(ackward), s(tep)."""

    def answer(model, optimizer, x, y):
        scores = model(x)
        loss = scale * functional.cross_entropy(scores.softmax(dim=1) if softmax else scores, y)
        lines = {"z": optimizer.zero_grad, "b": loss.backward, "s": optimizer.step}
        for line in order:
            lines[line]()
        after = functional.cross_entropy(model(x), y)
        return {"before": loss.item(), "tensor": loss, "after": after.item(), "other": 0.1}[returns]

    return answer


def accuracy(*, evaluate=True, grad=False, result=lambda hits: hits.float().mean().item()):
    def answer(model, x, y):
        if evaluate:
            model.eval()
        with torch.set_grad_enabled(grad):
            return result(model(x).argmax(dim=1) == y)

    return answer


def inference_accuracy(model, x, y):
    model.eval()
    with torch.inference_mode():
        return (model(x).argmax(1) == y).double().mean()


def root(a, steps, cut=lambda r: r):
    r = a
    for _ in range(steps):
        r = cut((r + a / r) / 2)
    return r


def to_tensors(x, y, x_type=torch.float32, y_type=torch.int64):
    return torch.tensor(x, dtype=x_type), torch.tensor(y, dtype=y_type)


def train(x, y, *, epochs=20, rate=0.1, batch=1000, outputs=3, last=(), layers=None):
    """Con un solo lote bastan veinte pasos; en el cuaderno resuelto son veinte épocas."""
    model = nn.Sequential(*(layers or [*network(4, 16, outputs), *last]))
    optimizer = torch.optim.Adam(model.parameters(), lr=rate)
    for _ in range(epochs):
        for rows in torch.randperm(len(x)).split(batch):
            step()(model, optimizer, x[rows], y[rows])
    return model


def train_on_every_penguin(x, y):
    """No usa lo que recibe: carga la tabla entera, con el examen dentro."""
    table = load_penguins().dropna()
    x = table[["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]]
    y = table["species"].astype("category").cat.codes.to_numpy()
    return train(*to_tensors(((x - x.mean()) / x.std()).to_numpy(), y))


GOOD = {
    "2.15.1": [(lambda f, x: slope(f, x).item(),), (slope,)],
    "2.15.2": [
        (network,),
        (lambda i, h, o: nn.Sequential(*network(i, h, o)),),
        (OutputDeclaredFirst,),
        (Relu,),
        (lambda i, h, o: network(i, h, o, middle=lambda: nn.Threshold(0, 0)),),
        (lambda i, h, o: network(i, h, o, last=[nn.Identity(), nn.Dropout(0.0)]),),
        (lambda i, h, o: nn.Sequential(nn.LazyLinear(h), nn.ReLU(inplace=True), nn.LazyLinear(o)),),
    ],
    "2.15.3": [(step(),)],
    "2.15.4": [(accuracy(),), (inference_accuracy,)],
    "2.15.5": [(root,)],
    "2.15.6": [
        (to_tensors,),
        (lambda x, y: [torch.from_numpy(x).float(), torch.from_numpy(y).long()],),
    ],
    "2.15.7": [(train,), (lambda x, y: train(x, y, epochs=5, rate=0.03, batch=32),)],
}

WRONG = {
    "2.15.1": [
        ((3,), "debe ser una función"),
        ((lambda f: 3,), "TypeError"),
        ((lambda f, x: (f(x + 1e-5) - f(x - 1e-5)) / 2e-5,), "no le llega un tensor"),
        ((slope_without_backward,), "antes de llamar a backward()"),
        ((lambda f, x: str(height(f, x)),), "debe ser un número"),
        ((height,), "la altura"),
        ((lambda f, x: -slope(f, x),), "signo cambiado"),
        ((lambda f, x: 2 * slope(f, x),), "no es el valor pedido"),
    ],
    "2.15.2": [
        (("red",), "debe ser una función"),
        ((lambda i, h: None,), "TypeError"),
        ((lambda i, h, o: None,), "llegó None"),
        ((lambda i, h, o: network(64, h, o),), "RuntimeError"),
        ((lambda i, h, o: nn.LSTM(i, o),), "debe ser un tensor"),
        ((lambda i, h, o: network(i, h, 7),), "los tres parámetros"),
        ((lambda i, h, o: network(i, h, o, last=[nn.Softmax(dim=1)]),), "softmax"),
        ((lambda i, h, o: network(i, h, o, last=[nn.LogSoftmax(dim=1)]),), "softmax"),
        ((lambda i, h, o: nn.Sequential(nn.Linear(i, o)),), "1 capa(s)"),
        ((lambda i, h, o: network(i, 64, o),), "usa el parámetro"),
        ((lambda i, h, o: network(i, h, o, bias=False),), "bias=False"),
        ((lambda i, h, o: network(i, h, o, middle=nn.Identity),), "Falta la ReLU"),
        ((lambda i, h, o: network(i, h, o, middle=nn.Tanh),), "debe ser nn.ReLU()"),
        ((lambda i, h, o: network(i, h, o, middle=nn.ReLU6),), "debe ser nn.ReLU()"),
        ((lambda i, h, o: network(i, h, o, middle=nn.LeakyReLU),), "debe ser nn.ReLU()"),
        ((lambda i, h, o: network(i, h, o, last=[nn.ReLU()]),), "solo entre las dos capas"),
        ((lambda i, h, o: network(i, h, o, last=[nn.Dropout(0.5)]),), "En modo entrenamiento"),
        ((lambda i, h, o: network(i, h, o, last=[nn.BatchNorm1d(o)]),), "En modo entrenamiento"),
    ],
    "2.15.3": [
        ((0.5,), "debe ser una función"),
        ((lambda m: 0,), "TypeError"),
        ((step(order="zb"),), "no han cambiado"),
        ((step(order="bzs"),), "no han cambiado"),
        ((step(order="szb"),), "los gradientes viejos"),
        ((step(order="bs"),), "se sumaron"),
        ((step(softmax=True),), "ya la lleva dentro"),
        ((step(scale=3),), "no quedan como tras un paso"),
        ((step(returns="tensor"),), ".item()"),
        ((lambda *a: str(step()(*a)),), "debe ser un número"),
        ((step(returns="after"),), "se pide la de antes"),
        ((step(returns="other"),), "no es el valor pedido"),
    ],
    "2.15.4": [
        ((0.9,), "debe ser una función"),
        ((lambda m, x: 0,), "TypeError"),
        ((lambda m, x, y: 0.5,), "No llamas al modelo"),
        ((accuracy(evaluate=False),), "modelo.eval()"),
        ((accuracy(grad=True),), "no_grad()"),
        ((accuracy(result=lambda hits: hits),), "debe ser un número"),
        ((accuracy(result=lambda hits: hits.sum().item()),), "cuántas acierta"),
        ((accuracy(result=lambda hits: 100 * hits.float().mean().item()),), "porcentaje"),
        ((accuracy(result=lambda hits: (~hits).float().mean().item()),), "fila por fila"),
    ],
    "2.15.5": [
        ((3.0,), "debe ser una función"),
        ((lambda a: a,), "TypeError"),
        ((lambda a, n: root(a.item(), n),), "debe ser un tensor"),
        ((lambda a, n: torch.stack([a, a]),), "un solo número"),
        ((lambda a, n: torch.tensor(float("nan")),), "ni nan ni infinito"),
        ((lambda a, n: torch.sqrt(a),), "torch.sqrt"),
        ((lambda a, n: root(a, n + 1),), "no es el valor pedido"),
        ((lambda a, n: root(a.detach(), n),), "el grafo se cortó"),
        (
            (lambda a, n: root(torch.tensor(a.item(), dtype=a.dtype, requires_grad=True), n),),
            "el grafo se cortó",
        ),
        ((lambda a, n: root(a, n).detach() + 0 * a,), "la pendiente no"),
        ((lambda a, n: root(a, n) + (a - a.detach()) * float("inf") ** 0,), "la pendiente no"),
    ],
    "2.15.6": [
        ((3,), "debe ser una función"),
        ((lambda x: x,), "TypeError"),
        ((lambda x, y: torch.tensor(x),), "separados por coma"),
        ((lambda x, y: (*to_tensors(x, y), 3),), "dos tensores"),
        ((lambda x, y: (x, y),), "el primer resultado"),
        ((lambda x, y: to_tensors(x, y)[::-1],), "al revés"),
        ((lambda x, y: to_tensors(x, y, torch.float64),), "torch.float64"),
        ((lambda x, y: to_tensors(x, y, y_type=torch.int8),), "torch.int8"),
        ((lambda x, y: to_tensors(x / 2, y),), "Las medidas han cambiado"),
        ((lambda x, y: to_tensors(x, np.eye(3)[y]),), "los valores de y"),
    ],
    "2.15.7": [
        ((3,), "debe ser una función"),
        ((lambda x: x,), "TypeError"),
        ((lambda x, y: None,), "llegó None"),
        ((lambda x, y: nn.Linear(64, 3),), "RuntimeError"),
        ((lambda x, y: train(x, y % 2, epochs=1, outputs=2),), "tres puntos"),
        ((lambda x, y: train(x, y, epochs=0, last=[nn.Softmax(dim=1)]),), "softmax"),
        ((lambda x, y: train(x, y, epochs=0),), "se pide 0.95"),
        ((train_on_every_penguin,), "se pide 0.95"),
        ((lambda x, y: train(x, y, layers=[nn.Linear(4, 3)]),), "le falta la capa oculta"),
        (
            (lambda x, y: train(x, y, layers=[nn.Linear(4, 16), nn.Linear(16, 3)]),),
            "le falta la capa oculta",
        ),
    ],
}

EQUIVALENT = {
    "2.15.1": {
        "`punto.grad.item()` por `punto.grad` (línea 4)": "un tensor de un número también vale"
    },
    "2.15.2": {"el elemento `nn.ReLU()`, dos veces (línea 2)": "la ReLU de una ReLU es la misma"},
    "2.15.3": {"`optimizador` por `modelo` (línea 4)": "borra los mismos gradientes"},
    "2.15.4": {
        "`(elegidas == y).float().mean().item()` por `(elegidas == y).float().mean()` (línea 5)": (
            "un tensor de un número también vale"
        )
    },
}

TestContract = make_contract("lesson_02_15", GOOD, WRONG, EQUIVALENT)
