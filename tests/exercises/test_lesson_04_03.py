"""Contrato de los ejercicios de la lección 4.3, vinos."""

import functools

import numpy as np
from contract import make_contract
from sklearn.datasets import load_wine
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

SPREAD = load_wine().data.std(axis=0)
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


def broken(columns):
    model = fitted(columns)
    model[-1].coef_ = model[-1].coef_[:, :1]
    return model


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


def validate(create, x, y, folds):
    scores = []
    for fit_rows, valid_rows in folds:
        model = create().fit(x[fit_rows], y[fit_rows])
        scores.append(model.score(x[valid_rows], y[valid_rows]))
    return scores


def validate_with_a_spare_model(create, x, y, folds):
    create()
    return validate(create, x, y, folds)


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


def fitting_one_and_scoring_another(create, x, y, folds):
    scores = []
    for fit_rows, valid_rows in folds:
        create().fit(x[fit_rows], y[fit_rows])
        scores.append(create().score(x[valid_rows], y[valid_rows]))
    return scores


def scoring_twice(create, x, y, folds):
    """Mira la nota antes de guardarla: es lo mismo."""
    scores = []
    for fit_rows, valid_rows in folds:
        model = create().fit(x[fit_rows], y[fit_rows])
        model.score(x[valid_rows], y[valid_rows])
        scores.append(model.score(x[valid_rows], y[valid_rows]))
    return scores


def only_the_first_fold(create, x, y, folds):
    return validate(create, x, y, folds[:1])


def without_models_after_the_first(create, x, y, folds):
    return only_the_first_fold(create, x, y, folds) * len(folds)


def forest(columns):
    """Con azar y sin semilla: no hay dos iguales, y vale si acierta."""
    x, y = training()
    return make_pipeline(RandomForestClassifier(100)).fit(x[:, columns], y)


def support(columns):
    """Un modelo sin probabilidades."""
    x, y = training()
    return make_pipeline(StandardScaler(), SVC()).fit(x[:, columns], y)


def exam_taught(columns):
    x, y = load_wine(return_X_y=True)
    _, x_test, _, y_test = train_test_split(x, y, test_size=36, stratify=y, random_state=42)
    return make_pipeline(StandardScaler(), LogisticRegression()).fit(x_test[:, columns], y_test)


def all_wines(columns):
    x, y = load_wine(return_X_y=True)
    return make_pipeline(StandardScaler(), LogisticRegression()).fit(x[:, columns], y)


def disagree(y, a, b):
    return ((a == y) & (b != y)).sum(), ((b == y) & (a != y)).sum()


def disagree_in_a_loop(y, a, b):
    only_a = only_b = 0
    for real, one, other in zip(y, a, b, strict=True):
        only_a += int(one == real and other != real)
        only_b += int(other == real and one != real)
    return [only_a, only_b]


GOOD = {
    "4.3.1": [("prolina", TIMES), (" Prolina", round(TIMES, 1)), ("proline", np.float64(TIMES))],
    "4.3.2": [
        (scale,),
        (lambda t, o: StandardScaler().fit(t).transform(o),),
        (lambda t, o: (o - t.mean(axis=0)) / t.std(axis=0, ddof=1),),
    ],
    "4.3.3": [(explained,), (explained_with_covariance,)],
    "4.3.4": [(stop,), (stop_like_keras,)],
    "4.3.5": [
        (validate,),
        (validating(),),
        (lambda c, x, y, folds: np.array(validate(c, x, y, folds)),),
        (lambda c, x, y, folds: tuple(validate(c, x, y, folds)),),
        (validate_with_a_spare_model,),
        (scoring_twice,),
    ],
    "4.3.6": [(disagree,), (disagree_in_a_loop,)],
    "4.3.7": [(lambda columns: five_scores(columns).mean(),)],
    "4.3.8": [
        lambda: ([0, 6, 9, 10, 12], fitted([0, 6, 9, 10, 12])),
        lambda: (np.array([12, 9, 6, 0]), fitted([12, 9, 6, 0])),
        lambda: ((0, 6, 9, 10, 12), fitted([0, 6, 9, 10, 12])),
        lambda: ([0, 6, 9, 12], support([0, 6, 9, 12])),
        lambda: ([0, 6, 9, 10, 12], forest([0, 6, 9, 10, 12])),
    ],
}

WRONG = {
    "4.3.1": [
        ((12, TIMES), "se pide el nombre"),
        ((5.5, TIMES), "debe ser un texto"),
        (("magnesio", TIMES), "no es la medida"),
        (("prolina", "mil"), "debe ser un número"),
        (("prolina", SPREAD.max() - SPREAD.min()), "Restaste"),
        (("prolina", 7), "veces no es"),
    ],
    "4.3.2": [
        ((3,), "debe ser una función"),
        ((lambda t: t,), "TypeError"),
        ((_scale_in_place,), "cambia lo que recibe"),
        ((lambda t, o: None,), "debe ser un array"),
        ((lambda t, o: scale(t, o)[0],), "forma"),
        ((lambda t, o: o,), "no es el valor pedido"),
        ((lambda t, o: o.astype(str),), "no es el valor pedido"),
    ],
    "4.3.3": [
        ((0.36,), "debe ser una función"),
        ((lambda x: x.svd(),), "AttributeError"),
        ((_centre_in_place,), "cambia la tabla"),
        ((lambda x: explained(x)[:2],), "forma"),
        ((lambda x: np.full(4, 0.25),), "no es el valor pedido"),
    ],
    "4.3.4": [
        (((4, 2),), "debe ser una función"),
        ((lambda p: (4, 2),), "TypeError"),
        ((lambda p, n: 4,), "dos cosas"),
        ((lambda p, n: ("4", 2),), "debe ser un número"),
        ((lambda p, n: (1, 1),), "debía dar"),
    ],
    "4.3.5": [
        (([0.9],), "debe ser una función"),
        ((lambda c, x: [],), "TypeError"),
        ((lambda *a: float(np.mean(validate(*a))),), "un solo número"),
        ((lambda *a: "0.9",), "debe ser una lista"),
        ((lambda c, x, y, f: [0.9, 0.9, 0.9],), "No has llamado"),
        ((one_model,), "mismo modelo"),
        ((lambda *a: validate(*a)[:1],), "append va dentro"),
        ((only_the_first_fold,), "append va dentro"),
        ((without_models_after_the_first,), "usas 1 modelo"),
        ((fitting_one_and_scoring_another,), "le pides la nota a otro"),
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
    "4.3.6": [
        (((3, 1),), "debe ser una función"),
        ((lambda y, a: (3, 1),), "TypeError"),
        ((lambda y, a, b: 3,), "dos cosas"),
        ((lambda y, a, b: (a == y, b == y),), "debe ser un número"),
        ((lambda y, a, b: (7, 7),), "debía devolver"),
    ],
    "4.3.7": [
        ((0.9,), "debe ser una función"),
        ((lambda: 0.9,), "TypeError"),
        ((five_scores,), "las cinco notas"),
        ((lambda c: "0.9",), "debe ser un número"),
        ((lambda c: 100 * five_scores(c).mean(),), "fracción"),
        ((lambda c: five_scores(c).mean() - 0.1,), "se esperaba"),
    ],
    "4.3.8": [
        (lambda: (5, fitted([0, 6])), "debe ser una lista"),
        (lambda: (["alcohol"], fitted([0])), "debe ser un número"),
        (lambda: ([0, 1, 2, 3, 4, 5], fitted([0, 1, 2, 3, 4, 5])), "de 1 a 5"),
        (lambda: ([13], fitted([0])), "de 0 a 12"),
        (lambda: ([6, 6], fitted([6, 6])), "repetida"),
        (lambda: ([0, 6], 0.95), "el pipeline entrenado"),
        (lambda: ([0, 6], bare([0, 6])), "no es un pipeline"),
        (
            lambda: ([0, 6], make_pipeline(StandardScaler(), LogisticRegression())),
            "sin entrenar",
        ),
        (lambda: ([0, 6], fitted([0, 6, 9])), "aprendió con 3 medidas"),
        (lambda: ([0, 6], broken([0, 6])), "se detuvo con un error"),
        (lambda: ([0, 6, 9, 10, 12], exam_taught([0, 6, 9, 10, 12])), "con nada del examen"),
        (lambda: ([0, 6, 9, 10, 12], all_wines([0, 6, 9, 10, 12])), "con nada del examen"),
        (lambda: ([6, 0, 9, 10, 12], fitted([0, 6, 9, 10, 12])), "en ese orden"),
        (lambda: ([0, 6], two_targets()), "una clase por vino"),
        (lambda: ([2], fitted([2])), "se piden 31"),
    ],
}

EQUIVALENT = {
    "4.3.1": {
        **dict.fromkeys(
            (
                "respuesta 1: con un salto de línea detrás",
                "respuesta 1: con un espacio delante",
                "respuesta 1: en mayúsculas",
            ),
            "se lee el nombre, no cómo está escrito",
        ),
        "respuesta 2: redondeado a 2 decimales": "son miles: se admite a dos decimales",
    },
    "4.3.2": {
        "`std` con `ddof=1` (línea 2)": "la desviación muestral también vale, si se usa siempre",
    },
    "4.3.3": {
        "`x - x.mean(axis=0)`, al revés (línea 2)": "al cuadrado, el signo da lo mismo",
    },
    "4.3.4": {
        "`2` por `1` (línea 3)": "la primera época no es mejor que ella misma",
        "`>=` por `==` en `epoca - mejor >= paciencia` (línea 6)": "la espera crece de uno en uno",
    },
    "4.3.6": dict.fromkeys(
        ("`y` por `a` (línea 2), 2.ª vez", "`y` por `b` (línea 3), 2.ª vez"),
        "si la otra falla y esta acierta, es lo mismo que no coincidir",
    ),
    "4.3.7": dict.fromkeys(
        (
            "el elemento `StandardScaler()`, dos veces (línea 2)",
            "`StandardScaler` con `with_mean=False` (línea 2)",
        ),
        "estandarizar dos veces es hacerlo una; y con la media restada o no, la recta se ajusta "
        "igual",
    ),
    "4.3.8": {
        **dict.fromkeys(
            (
                "sin el elemento `0` (línea 1)",
                "sin el elemento `6` (línea 1)",
                "`6` delante de `0` (línea 1)",
                "sin el elemento `9` (línea 1)",
                "`9` delante de `6` (línea 1)",
                "sin el elemento `10` (línea 1)",
                "`10` delante de `9` (línea 1)",
                "sin el elemento `12` (línea 1)",
                "`12` delante de `10` (línea 1)",
                "`0` por `1` (línea 1)",
                "`6` por `7` (línea 1)",
                "`6` por `5` (línea 1)",
                "`9` por `8` (línea 1)",
                "`10` por `11` (línea 1)",
                "`12` por `11` (línea 1)",
            ),
            "las medidas se eligen: se piden a lo sumo cinco que acierten, y estas aciertan",
        ),
        **dict.fromkeys(
            (
                "sin el elemento `StandardScaler()` (línea 2)",
                "el elemento `StandardScaler()`, dos veces (línea 2)",
                "`StandardScaler` con `with_mean=False` (línea 2)",
            ),
            "se pide cuánto acierta el pipeline que se elija, y este también llega",
        ),
    },
}

TestContract = make_contract("lesson_04_03", GOOD, WRONG, EQUIVALENT)
