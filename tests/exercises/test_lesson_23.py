"""Contrato de los ejercicios de 2.3, métricas."""

import numpy as np
from contract import make_contract
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import (
    accuracy_score,
    f1_score,
    hamming_loss,
    mean_absolute_error,
    precision_score,
    r2_score,
    recall_score,
    roc_auc_score,
    root_mean_squared_error,
)
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def four(y, p, k=1):
    was, said = y == k, p == k
    return (was & said).sum(), (~was & said).sum(), (was & ~said).sum(), (~was & ~said).sum()


def four_with_a_loop(y, p, k):
    counts = [0, 0, 0, 0]
    for real, said in zip(y.tolist(), p.tolist(), strict=True):
        counts[
            {(True, True): 0, (False, True): 1, (True, False): 2}.get((real == k, said == k), 3)
        ] += 1
    return counts


def precision(y, p):
    return float(precision_score(y, p, zero_division=0))


def recall(y, p):
    return float(recall_score(y, p, zero_division=0))


def f1(y, p):
    return float(f1_score(y, p, zero_division=0))


def precision_by_hand(y, p):
    tp, fp, _, _ = four(y, p)
    return tp / (tp + fp) if tp + fp else 0


def recall_by_hand(y, p):
    tp, _, fn, _ = four(y, p)
    return 0.0 if tp + fn == 0 else tp / (tp + fn)


def f1_by_hand(y, p):
    a, b = precision(y, p), recall(y, p)
    return 2 * a * b / (a + b) if a + b else 0.0


def unsafe_precision(y, p):
    tp, fp, _, _ = four(y, p)
    return tp / (tp + fp)


def unsafe_recall(y, p):
    tp, _, fn, _ = map(int, four(y, p))
    return tp / (tp + fn)


def unless_empty(function, otherwise):
    """La función, salvo donde la fórmula dividiría entre cero."""
    return lambda y, p: otherwise if len(y) == 3 else function(y, p)


def rates(y, s, t):
    return (s[y == 1] >= t).mean(), (s[y == 0] >= t).mean()


def rates_by_counts(y, s, t):
    tp, fp, fn, tn = four(y, (s >= t).astype(int))
    return [tp / (tp + fn), fp / (fp + tn)]


def pairs(y, s):
    return s[y == 1][:, np.newaxis], s[y == 0]


def auc(y, s):
    a, b = pairs(y, s)
    return (a > b).mean() + (a == b).mean() / 2


def auc_with_loops(y, s):
    wins = 0
    for a in s[y == 1]:
        for b in s[y == 0]:
            wins += 1 if a > b else 0.5 if a == b else 0
    return wins / ((y == 1).sum() * (y == 0).sum())


def macro(m):
    return (np.diag(m) / m.sum(axis=0)).mean()


def cells(y, p):
    return (y == p).mean()


def rows(y, p):
    return (y == p).all(axis=1).mean()


def mae(y, p):
    return np.abs(y - p).mean()


def rmse(y, p):
    return np.sqrt(((y - p) ** 2).mean())


def r2(y, p):
    return 1 - ((y - p) ** 2).sum() / ((y - y.mean()) ** 2).sum()


def highest_threshold(y, s, minimum):
    for t in np.sort(s)[::-1]:
        if (s[y == 1] >= t).mean() >= minimum:
            return t


def threshold_by_position(y, s, minimum):
    positives = np.sort(s[y == 1])[::-1]
    needed = next(k for k in range(1, len(positives) + 1) if k / len(positives) >= minimum)
    return positives[needed - 1]


def just_below(y, s, minimum):
    return highest_threshold(y, s, minimum) - 1e-9


def lowest_threshold(y, s, minimum):
    for t in np.sort(s):
        if (s[y == 1] >= t).mean() >= minimum:
            return t


def one_too_low(y, s, minimum):
    return np.sort(s)[np.searchsorted(np.sort(s), highest_threshold(y, s, minimum)) - 1]


CANCER = load_breast_cancer()
MALIGNANT = 1 - CANCER.target
X_REST, X_EXAM, Y_REST, Y_EXAM = train_test_split(
    CANCER.data, MALIGNANT, test_size=0.25, random_state=42, stratify=MALIGNANT
)


def fitted(columns=30):
    model = make_pipeline(StandardScaler(), LogisticRegression())
    return model.fit(X_REST[:, :columns], Y_REST)


GOOD = {
    "2.3.1": [(four,), (four_with_a_loop,), (lambda y, p, k: tuple(map(int, four(y, p, k))),)],
    "2.3.2": [(precision_by_hand, recall_by_hand), (precision, recall)],
    "2.3.3": [(f1_by_hand,), (f1,)],
    "2.3.4": [(rates,), (rates_by_counts,)],
    "2.3.5": [(auc,), (auc_with_loops,), (lambda y, s: roc_auc_score(y, s),)],
    "2.3.6": [
        (macro,),
        (lambda m: sum(m[k, k] / m[:, k].sum() for k in range(len(m))) / len(m),),
    ],
    "2.3.7": [
        (cells, rows),
        (lambda y, p: 1 - hamming_loss(y, p), lambda y, p: accuracy_score(y, p)),
    ],
    "2.3.8": [
        (mae, rmse, r2),
        (
            lambda y, p: mean_absolute_error(y, p),
            lambda y, p: root_mean_squared_error(y, p),
            lambda y, p: r2_score(y, p),
        ),
        (lambda y, p: sum(abs(y - p)) / len(y), lambda y, p: np.mean((y - p) ** 2) ** 0.5, r2),
    ],
    "2.3.9": [
        (MALIGNANT,),
        (CANCER.target == 0,),
        (np.where(CANCER.target == 0, 1, 0),),
        ((CANCER.target == 0).astype(float),),
    ],
    "2.3.10": [(highest_threshold,), (threshold_by_position,), (just_below,)],
    "2.3.11": [
        lambda: (fitted().predict_proba(X_EXAM)[:, 1],),
        lambda: (fitted().decision_function(X_EXAM),),
    ],
}

WRONG = {
    "2.3.1": [
        ((5,), "debe ser una función"),
        ((lambda y, p, k: 1 / 0,), "ZeroDivisionError"),
        ((lambda y, p: four(y, p),), "TypeError"),
        ((lambda y, p, k: 5,), "4 valores separados por comas"),
        ((lambda y, p, k: four(y, p, k)[:3],), "4 valores separados por comas"),
        ((lambda y, p, k: list("abcd"),), "debe ser un número"),
        ((lambda y, p, k: tuple(four(y, p, k)[i] for i in (0, 2, 1, 3)),), "están cambiados"),
        ((lambda y, p, k: tuple(four(y, p, k)[i] for i in (3, 1, 2, 0)),), "El orden pedido"),
        ((lambda y, p, k: four(y, p, k)[::-1],), "del revés"),
        ((lambda y, p, k: four(y, p, 1),), "¿usas el parámetro?"),
        ((lambda y, p, k: (four(y, p, k)[0], 0, 0, 0),), "deberían sumar 60"),
        ((lambda y, p, k: (len(y), 0, 0, 0),), "no son los recuentos"),
    ],
    "2.3.2": [
        ((0.33, recall), "precision debe ser una función"),
        ((precision, 0.25), "exhaustividad debe ser una función"),
        ((recall, precision), "calcula la otra métrica"),
        ((precision, precision), "exhaustividad calcula la otra"),
        ((lambda y, p: (y == p).mean(), recall), "calcula la exactitud"),
        ((precision, lambda y, p: four(y, p)[0] / len(y)), "entre todos los correos"),
        ((lambda y, p: 100 * precision(y, p), recall), "porcentaje"),
        ((lambda y, p: 0.5, recall), "no es el valor pedido"),
        ((lambda y, p: y == p, recall), "resumirlo en un solo número"),
        ((lambda y, p: None, recall), "debe ser un número"),
        ((lambda y, p: y.desconocido, recall), "AttributeError"),
        ((unsafe_precision, recall), "divide entre cero cuando el modelo nunca acusa"),
        ((precision, unsafe_recall), "no hay nada que encontrar"),
        ((unless_empty(precision, 1), recall), "debe devolver 0.0 cuando el modelo nunca"),
        ((unless_empty(precision, "nada"), recall), "debe ser un número"),
        (
            (lambda y, p: precision(y, p) if p.any() else y.desconocido, recall),
            "AttributeError",
        ),
    ],
    "2.3.3": [
        ((0.29,), "debe ser una función"),
        ((lambda y, p: (precision(y, p) + recall(y, p)) / 2,), "media corriente"),
        ((lambda y, p: f1(y, p) / 2,), "Falta el 2"),
        ((lambda y, p: four(y, p)[0] / sum(four(y, p)[:3]),), "contar los VP dos veces"),
        ((lambda y, p: (y == p).mean(),), "exactitud"),
        ((lambda y, p: 0.29,), "no es el valor pedido"),
        ((lambda y, p: 2 / (1 / precision(y, p) + 1 / recall(y, p)),), "divide entre cero"),
        ((unless_empty(f1, 1.0),), "debe devolver 0.0"),
    ],
    "2.3.4": [
        ((0.5,), "debe ser una función"),
        ((lambda y, s, t: rates(y, s, t)[0],), "2 valores"),
        ((lambda y, s, t: rates(y, s, t)[::-1],), "al revés"),
        ((lambda y, s, t: ((s[y == 1] > t).mean(), (s[y == 0] > t).mean()),), "igual al umbral"),
        ((lambda y, s, t: ((s[y == 1] >= t).sum(), (s[y == 0] >= t).sum()),), "recuentos"),
        ((lambda y, s, t: (rates(y, s, t)[0], 1 - y[s >= t].mean()),), "FP / (FP + VN)"),
        ((lambda y, s, t: (y[s >= t].mean(), rates(y, s, t)[1]),), "eso es la precisión"),
        ((lambda y, s, t: (0.5, 0.5),), "No son las tasas"),
    ],
    "2.3.5": [
        ((0.79,), "debe ser una función"),
        ((lambda y, s: np.greater(*pairs(y, s)),), "resumirlo"),
        ((lambda y, s: np.greater(*pairs(y, s)).mean(),), "media victoria"),
        ((lambda y, s: np.greater_equal(*pairs(y, s)).mean(),), "victoria entera"),
        ((lambda y, s: 1 - auc(y, s),), "al revés"),
        ((lambda y, s: auc(y, s) * (y == 1).sum() * (y == 0).sum(),), "número de parejas"),
        ((lambda y, s: 0.5,), "no es el valor pedido"),
    ],
    "2.3.6": [
        ((0.5,), "debe ser una función"),
        ((lambda m: np.diag(m) / m.sum(axis=0),), "resumirlo"),
        ((lambda m: (np.diag(m) / m.sum(axis=1)).mean(),), "entre las filas"),
        ((lambda m: np.trace(m) / m.sum(),), "exactitud"),
        (
            (lambda m: np.average(np.diag(m) / m.sum(axis=0), weights=m.sum(axis=1)),),
            "todas pesan igual",
        ),
        ((lambda m: (np.diag(m) / m.sum(axis=0)).sum(),), "falta dividir"),
        ((lambda m: (np.diag(m) / m.sum(axis=0)).sum() / 3,), "siempre entre 3"),
        ((lambda m: 0.5,), "no es el valor pedido"),
    ],
    "2.3.7": [
        ((0.83, rows), "casillas_correctas debe ser"),
        ((cells, 0.5), "filas_perfectas debe ser"),
        ((rows, cells), "cambiadas"),
        ((lambda y, p: (y == p).sum(), rows), "da cuántas son"),
        ((cells, lambda y, p: (y == p).all(axis=1).sum()), "da cuántas son"),
        ((lambda y, p: hamming_loss(y, p), rows), "mide los errores"),
        ((cells, lambda y, p: (y == p).any(axis=1).mean()), "any"),
        ((cells, lambda y, p: (y == p).all(axis=0).mean()), "mira las columnas"),
        ((lambda y, p: 0.123, rows), "casillas_correctas no es"),
        ((cells, lambda y, p: 0.123), "filas_perfectas no es"),
    ],
    "2.3.8": [
        ((1, rmse, r2), "mae debe ser una función"),
        ((mae, 1, r2), "rmse debe ser una función"),
        ((mae, rmse, 1), "r2 debe ser una función"),
        ((lambda y, p: (y - p).mean(), rmse, r2), "con su signo"),
        ((lambda y, p: (p - y).mean(), rmse, r2), "con su signo"),
        ((lambda y, p: abs((y - p).mean()), rmse, r2), "se compensan"),
        ((rmse, rmse, r2), "mae calcula el RMSE"),
        ((lambda y, p: np.abs(y - p).sum(), rmse, r2), "mae suma"),
        ((lambda y, p: 1.5, rmse, r2), "mae no es el valor"),
        ((mae, lambda y, p: ((y - p) ** 2).mean(), r2), "falta la raíz"),
        ((mae, lambda y, p: np.sqrt((y - p) ** 2).mean(), r2), "no antes"),
        ((mae, lambda y, p: np.sqrt(((y - p) ** 2).sum()), r2), "hay que promediar"),
        ((mae, lambda y, p: 1.5, r2), "rmse no es el valor"),
        ((mae, rmse, lambda y, p: 1 - r2(y, p)), "1 menos"),
        ((mae, rmse, lambda y, p: np.corrcoef(y, p)[0, 1] ** 2), "correlación"),
        ((mae, rmse, lambda y, p: r2(p, y)), "media de las predicciones"),
        (
            (mae, rmse, lambda y, p: 1 - ((y - p) ** 2).sum() / ((y - p.mean()) ** 2).sum()),
            "media de las predicciones",
        ),
        ((mae, rmse, lambda y, p: 0.5), "r2 no es el valor"),
    ],
    "2.3.9": [
        ((0,), "debe ser un array"),
        ((np.array(["maligno"]),), "ceros y unos"),
        ((MALIGNANT[:100],), "debe tener forma (569,)"),
        ((CANCER.target,), "sigue siendo benigno"),
        ((MALIGNANT + 1,), "solo debe contener"),
        ((np.ones(569),), "no señala"),
    ],
    "2.3.10": [
        ((0.2,), "debe ser una función"),
        ((lambda y, s, m: None,), "debe ser un número"),
        ((lambda y, s, m: s.max(),), "la puntuación más alta"),
        ((lambda y, s, m: 0.99,), "se queda en una exhaustividad de 0.000"),
        ((lowest_threshold,), "más baja"),
        ((one_too_low,), "busca el más alto"),
    ],
    "2.3.11": [
        ((0.99,), "debe ser un array"),
        ((np.array(["alto"] * 143),), "números decimales"),
        (lambda: (fitted().predict_proba(X_EXAM),), "dos columnas"),
        (lambda: (fitted().predict_proba(X_REST)[:, 1],), "las de x_rest"),
        ((np.zeros(10),), "debe tener forma (143,)"),
        ((np.full(143, np.nan),), "nan o infinitos"),
        (lambda: (fitted().predict(X_EXAM),), "aplicó un umbral"),
        (lambda: (fitted().predict_proba(X_EXAM)[:, 0],), "al revés"),
        (lambda: (fitted(2).predict_proba(X_EXAM[:, :2])[:, 1],), "se pide 0.97"),
    ],
}

TestContract = make_contract("lesson_23", GOOD, WRONG)
