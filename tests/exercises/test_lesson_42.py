"""Contrato de los ejercicios de 4.2, vinos."""

import functools

import numpy as np
from contract import make_contract
from sklearn.datasets import load_wine
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

SPREAD = load_wine().data.std(axis=0)
MEAN = load_wine().data.mean(axis=0)
TIMES = SPREAD.max() / SPREAD.min()


@functools.cache
def training():
    x, y = load_wine(return_X_y=True)
    x_train, _, y_train, _ = train_test_split(x, y, test_size=36, stratify=y, random_state=42)
    return x_train, y_train


def five_scores(columns):
    x, y = training()
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    model = make_pipeline(StandardScaler(), LogisticRegression())
    return cross_val_score(model, x[:, columns], y, cv=folds)


def fitted(columns, labels=None):
    x, y = training()
    model = make_pipeline(StandardScaler(), LogisticRegression())
    return model.fit(x[:, columns], y if labels is None else labels)


def bare(columns):
    x, y = training()
    return LogisticRegression().fit(StandardScaler().fit_transform(x[:, columns]), y)


def two_targets():
    x, y = training()
    return make_pipeline(StandardScaler(), LinearTwo()).fit(x[:, [0, 6]], y)


class LinearTwo(LogisticRegression):
    """Un clasificador raro: da dos columnas por vino."""

    def predict(self, x):
        return np.zeros((len(x), 2))


def scale(train, others):
    return (others - train.mean(axis=0)) / train.std(axis=0)


def _scale_in_place(train, others):
    others -= train.mean(axis=0)
    others /= train.std(axis=0)
    return others


def singular(table, *, centre=True, spread=False):
    table = table - table.mean(axis=0) if centre else table
    table = table / table.std(axis=0) if spread else table
    return np.linalg.svd(table, compute_uv=False)


def fractions(values):
    return values / values.sum()


def explained(table):
    return fractions(singular(table) ** 2)


def explained_with_covariance(table):
    return fractions(np.linalg.eigvalsh(np.cov(table.T))[::-1])


def _centre_in_place(table):
    table -= table.mean(axis=0)
    return explained(table)


def stop(losses, patience):
    best = 1
    for epoch in range(2, len(losses) + 1):
        if losses[epoch - 1] < losses[best - 1]:
            best = epoch
        if epoch - best >= patience:
            return epoch, best
    return len(losses), best


def stop_like_keras(losses, patience):
    best, best_epoch, wait = float("inf"), 1, 0
    for epoch, loss in enumerate(losses):
        wait += 1
        if loss < best:
            best, best_epoch, wait = loss, epoch + 1, 0
        elif wait >= patience:
            return [epoch + 1, best_epoch]
    return [len(losses), best_epoch]


def stop_with_ties(losses, patience):
    best = 1
    for epoch in range(2, len(losses) + 1):
        if losses[epoch - 1] <= losses[best - 1]:
            best = epoch
        if epoch - best >= patience:
            return epoch, best
    return len(losses), best


def stop_without_reset(losses, patience):
    best, wait = 1, 0
    for epoch in range(2, len(losses) + 1):
        if losses[epoch - 1] < losses[best - 1]:
            best = epoch
        else:
            wait += 1
        if wait >= patience:
            return epoch, best
    return len(losses), best


def stop_against_previous(losses, patience):
    wait = 0
    for epoch in range(2, len(losses) + 1):
        wait = 0 if losses[epoch - 1] < losses[epoch - 2] else wait + 1
        if wait >= patience:
            return epoch, int(np.argmin(losses[:epoch])) + 1
    return len(losses), int(np.argmin(losses)) + 1


def validate(create, x, y, folds):
    scores = []
    for fit_rows, valid_rows in folds:
        model = create().fit(x[fit_rows], y[fit_rows])
        scores.append(model.score(x[valid_rows], y[valid_rows]))
    return scores


def validating(fit=None, score=None):
    """Un bucle que entrena o examina con otras filas: fit y score reciben (x, y, f, v)."""

    def function(create, x, y, folds):
        scores = []
        for f, v in folds:
            model = create()
            if fit is not False:
                model.fit(*(fit(x, y, f, v) if fit else (x[f], y[f])))
            if score is not False:
                scores.append(model.score(*(score(x, y, f, v) if score else (x[v], y[v]))))
            else:
                scores.append(0.9)
        return scores

    return function


def one_model(create, x, y, folds):
    model = create()
    return [model.fit(x[f], y[f]).score(x[v], y[v]) for f, v in folds]


def disagree(y, a, b):
    return ((a == y) & (b != y)).sum(), ((b == y) & (a != y)).sum()


def disagree_in_a_loop(y, a, b):
    only_a = only_b = 0
    for real, one, other in zip(y, a, b, strict=True):
        only_a += int(one == real and other != real)
        only_b += int(other == real and one != real)
    return [only_a, only_b]


GOOD = {
    "4.2.1": [("prolina", TIMES), (" Prolina", round(TIMES, 1)), ("proline", np.float64(TIMES))],
    "4.2.2": [
        (scale,),
        (lambda t, o: StandardScaler().fit(t).transform(o),),
        (lambda t, o: (o - t.mean(axis=0)) / t.std(axis=0, ddof=1),),
    ],
    "4.2.3": [(explained,), (explained_with_covariance,)],
    "4.2.4": [(stop,), (stop_like_keras,)],
    "4.2.5": [
        (validate,),
        (validating(),),
        (lambda c, x, y, folds: np.array(validate(c, x, y, folds)),),
    ],
    "4.2.6": [(disagree,), (disagree_in_a_loop,)],
    "4.2.7": [(lambda columns: five_scores(columns).mean(),)],
    "4.2.8": [
        lambda: ([0, 6, 9, 10, 12], fitted([0, 6, 9, 10, 12])),
        lambda: (np.array([12, 9, 6, 0]), fitted([12, 9, 6, 0])),
    ],
}

WRONG = {
    "4.2.1": [
        ((12, TIMES), "se pide el nombre"),
        ((5.5, TIMES), "debe ser un texto"),
        (("fenoles no flavonoides", TIMES), "la que menos varía"),
        (("magnesio", TIMES), "no es la medida"),
        (("prolina", "mil"), "debe ser un número"),
        (("prolina", 1 / TIMES), "al revés"),
        (("prolina", TIMES**2), "varianzas"),
        (("prolina", MEAN.max() / MEAN.min()), "medias"),
        (("prolina", SPREAD.max()), "falta dividirla"),
        (("prolina", SPREAD.max() - SPREAD.min()), "Restaste"),
        (("prolina", 7), "veces no es"),
    ],
    "4.2.2": [
        ((3,), "debe ser una función"),
        ((lambda t: t,), "TypeError"),
        ((_scale_in_place,), "cambia una de las tablas"),
        ((lambda t, o: None,), "debe ser un array"),
        ((lambda t, o: scale(t, t),), "la tabla de entrenamiento"),
        ((lambda t, o: scale(t, o)[0],), "forma"),
        ((lambda t, o: scale(o, o),), "deben ser las de entrenamiento"),
        ((lambda t, o: (o - t.mean()) / t.std(),), "una por columna"),
        ((lambda t, o: o - t.mean(axis=0),), "falta dividir"),
        ((lambda t, o: o / t.std(axis=0),), "falta restar"),
        ((lambda t, o: o - t.mean(axis=0) / t.std(axis=0),), "paréntesis"),
        ((lambda t, o: (o - t.mean(axis=0)) / t.var(axis=0),), "varianza"),
        ((lambda t, o: (o - t.min(axis=0)) / np.ptp(t, axis=0),), "el mínimo a 0"),
        ((lambda t, o: o,), "no es el valor pedido"),
        ((lambda t, o: o.astype(str),), "no es el valor pedido"),
    ],
    "4.2.3": [
        ((0.36,), "debe ser una función"),
        ((lambda x: x.svd(),), "AttributeError"),
        ((_centre_in_place,), "cambia la tabla"),
        ((lambda x: explained(x)[:2],), "forma"),
        ((lambda x: fractions(singular(x)),), "elevar al cuadrado"),
        ((singular,), "dividir entre la suma"),
        ((lambda x: singular(x) ** 2,), "Falta dividir entre la suma"),
        ((lambda x: singular(x) ** 2 / len(x),), "varianzas"),
        ((lambda x: fractions(singular(x, centre=False) ** 2),), "Falta centrar"),
        ((lambda x: fractions(singular(x, spread=True) ** 2),), "Has escalado"),
        ((lambda x: 100 * explained(x),), "porcentajes"),
        ((lambda x: explained(x).cumsum(),), "acumulada"),
        ((lambda x: explained(x)[::-1],), "de menor a mayor"),
        ((lambda x: fractions(x.var(axis=0)),), "cada columna"),
        ((lambda x: np.full(4, 0.25),), "no es el valor pedido"),
    ],
    "4.2.4": [
        (((4, 2),), "debe ser una función"),
        ((lambda p: (4, 2),), "TypeError"),
        ((lambda p, n: 4,), "dos cosas"),
        ((lambda p, n: ("4", 2),), "debe ser un número"),
        ((lambda p, n: stop(p, n)[::-1],), "al revés"),
        ((lambda p, n: (stop(p, n)[0] - 1, stop(p, n)[1] - 1),), "desde 0"),
        ((lambda p, n: (stop(p, n)[0], int(np.argmin(p)) + 1),), "después de parar"),
        ((lambda p, n: stop(p, n + 1),), "una época de más"),
        ((stop_with_ties,), "usa < y no <="),
        ((stop_without_reset,), "devuelve toda la paciencia"),
        ((stop_against_previous,), "no con la anterior"),
        ((lambda p, n: (1, 1),), "debía dar"),
    ],
    "4.2.5": [
        (([0.9],), "debe ser una función"),
        ((lambda c, x: [],), "TypeError"),
        ((lambda *a: float(np.mean(validate(*a))),), "un solo número"),
        ((lambda *a: "0.9",), "debe ser una lista"),
        ((lambda c, x, y, f: [0.9, 0.9, 0.9],), "No has llamado"),
        ((one_model,), "mismo modelo"),
        ((lambda *a: validate(*a)[:1],), "append va dentro"),
        ((validating(fit=False),), "falta fit"),
        ((validating(score=False),), "falta score"),
        ((validating(fit=lambda x, y, f, v: (x, y)),), "con todas las filas"),
        ((validating(fit=lambda x, y, f, v: (x[v], y[v])),), "al revés"),
        ((validating(fit=lambda x, y, f, v: (x[f][::-1], y[f])),), "fit debe recibir"),
        ((validating(score=lambda x, y, f, v: (x[f], y[f])),), "con que aprendió"),
        ((validating(score=lambda x, y, f, v: (x, y)),), "score debe recibir"),
        ((lambda *a: [str(s) for s in validate(*a)],), "debe ser un número"),
        ((lambda *a: validate(*a)[::-1],), "en orden"),
    ],
    "4.2.6": [
        (((3, 1),), "debe ser una función"),
        ((lambda y, a: (3, 1),), "TypeError"),
        ((lambda y, a, b: 3,), "dos cosas"),
        ((lambda y, a, b: (a == y, b == y),), "debe ser un número"),
        ((lambda y, a, b: ((a == y).sum(), (b == y).sum()),), "todos los aciertos"),
        ((lambda y, a, b: ((a != b).sum(), (b != a).sum()),), "pueden fallar los dos"),
        ((lambda y, a, b: disagree(y, b, a),), "primero a"),
        ((lambda y, a, b: (7, 7),), "debía devolver"),
    ],
    "4.2.7": [
        ((0.9,), "debe ser una función"),
        ((lambda: 0.9,), "TypeError"),
        ((five_scores,), "las cinco notas"),
        ((lambda c: "0.9",), "debe ser un número"),
        ((lambda c: five_scores(list(range(13))).mean(),), "parámetro columnas"),
        ((lambda c: 100 * five_scores(c).mean(),), "fracción"),
        ((lambda c: five_scores(c).mean() - 0.1,), "se esperaba"),
    ],
    "4.2.8": [
        (lambda: (5, fitted([0, 6])), "debe ser una lista"),
        (lambda: (["alcohol"], fitted([0])), "debe ser un número"),
        (lambda: ([0, 1, 2, 3, 4, 5], fitted([0, 1, 2, 3, 4, 5])), "de 1 a 5"),
        (lambda: ([13], fitted([0])), "de 0 a 12"),
        (lambda: ([6, 6], fitted([6, 6])), "repetida"),
        (lambda: ([0, 6], 0.95), "la pipeline entrenada"),
        (lambda: ([0, 6], bare([0, 6])), "no es una pipeline"),
        (
            lambda: ([0, 6], make_pipeline(StandardScaler(), LogisticRegression())),
            "no pudo predecir",
        ),
        (lambda: ([0, 6], fitted([0, 6, 9])), "no pudo predecir"),
        (lambda: ([0, 6], two_targets()), "una clase por vino"),
        (lambda: ([2], fitted([2])), "se piden 31"),
    ],
}

TestContract = make_contract("lesson_42", GOOD, WRONG)
