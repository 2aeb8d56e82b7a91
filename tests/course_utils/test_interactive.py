"""Exploradores: la figura fija y su frase, y los controles moviéndose dentro del proceso."""

import re
import subprocess
import sys
from types import SimpleNamespace

import matplotlib

matplotlib.use("Agg")

import IPython.display
import ipywidgets
import matplotlib.pyplot as plt
import numpy as np
import pytest
from sklearn.metrics import confusion_matrix

from course_utils import interactive
from course_utils.interactive import (
    explore_alerts,
    explore_complexity,
    explore_convolution,
    explore_learning_rate,
    explore_neuron,
    explore_threshold,
)
from course_utils.metrics_decisions import best_threshold_for_cost, expected_cost

random = np.random.default_rng(1)
Y_TRUE = random.integers(0, 2, 120)
SCORES = 1 / (1 + np.exp(-random.normal(2 * Y_TRUE - 1, 1.2)))
PIXELS = np.eye(6, dtype=int) + np.eye(6, k=2, dtype=int)
KERNEL = [[1, 0, 1], [0, -1, 0], [1, 0, 1]]
FRAUD = (np.arange(1000) < 30).astype(int)
RISK = 1 / (1 + np.exp(-random.normal(7 * FRAUD - 5, 1.5)))
AMOUNTS = np.round(random.lognormal(3.2, 1.5, 1000), 2)

EXPLORERS = {
    "explore_alerts": lambda: explore_alerts(FRAUD, RISK, AMOUNTS, 12, alert_cost=5),
    "explore_threshold": lambda: explore_threshold(Y_TRUE, SCORES),
    "explore_learning_rate": explore_learning_rate,
    "explore_neuron": explore_neuron,
    "explore_complexity": explore_complexity,
    "explore_convolution": lambda: explore_convolution(PIXELS, KERNEL),
}


@pytest.fixture
def notebook(monkeypatch):
    """Como en un cuaderno abierto: hay núcleo, y lo mostrado queda en la lista."""
    shown = []
    monkeypatch.delenv("COURSE_STATIC", raising=False)
    monkeypatch.setattr(interactive, "_in_notebook", lambda: True)
    monkeypatch.setattr(IPython.display, "display", shown.append)
    return shown


@pytest.fixture
def only_lines(monkeypatch):
    """Las pruebas que solo leen la frase no esperan a que se dibuje la imagen."""

    def no_image(fig):
        plt.close(fig)
        return b""

    monkeypatch.setattr(interactive, "_png", no_image)


def parts(shown):
    """Los controles por su rótulo, la frase y la imagen."""
    (box,) = shown
    *controls, line, image = box.children
    assert isinstance(line, ipywidgets.HTML)
    assert isinstance(image, ipywidgets.Image)
    # A su tamaño: ni estirada, ni más ancha que la celda.
    assert (image.layout.align_self, image.layout.max_width) == ("flex-start", "100%")
    assert image.tooltip is None  # con él, JupyterLab no la muestra
    return {control.description: control for control in controls}, line, image


def told(line):
    return re.fullmatch(r'<p role="status" aria-live="polite">(.*)</p>', line.value)[1]


# --- Figura fija ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EXPLORERS)
@pytest.mark.parametrize("reason", ["COURSE_STATIC", "sin ipywidgets", "sin núcleo"])
def test_static_mode_prints_the_line_and_leaves_one_figure(
    name, reason, notebook, monkeypatch, capfd
):
    if reason == "COURSE_STATIC":
        monkeypatch.setenv("COURSE_STATIC", "1")
    elif reason == "sin ipywidgets":
        monkeypatch.setattr(interactive, "find_spec", lambda name: None)
    else:
        monkeypatch.setattr(interactive, "_in_notebook", lambda: False)
    assert EXPLORERS[name]() is None
    assert notebook == []
    assert len(plt.get_fignums()) == 1
    captured = capfd.readouterr()
    assert len(captured.out.splitlines()) == 1
    assert captured.out.endswith(".\n")
    assert captured.err == ""


def test_a_notebook_is_where_there_is_a_kernel(monkeypatch):
    assert not interactive._in_notebook()
    for shell, expected in [(SimpleNamespace(kernel=1), True), (SimpleNamespace(), False)]:
        with monkeypatch.context() as patch:
            patch.setattr(sys.modules["IPython"], "get_ipython", lambda shell=shell: shell)
            assert interactive._in_notebook() is expected
    monkeypatch.delitem(sys.modules, "IPython")
    assert not interactive._in_notebook()


def test_static_mode_does_not_need_ipywidgets():
    code = (
        "import os, sys; sys.modules['ipywidgets'] = None; os.environ['COURSE_STATIC'] = '1';"
        "from course_utils import explore_neuron; explore_neuron()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "acierta 4 de 4 filas" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("name", EXPLORERS)
def test_static_figure_is_labelled_and_not_clipped(name, capsys):
    EXPLORERS[name]()
    fig = plt.gcf()
    fig.canvas.draw()
    assert fig.get_size_inches()[0] <= 14
    for ax in fig.axes:
        assert ax.get_title() or ax.get_ylabel() == "Pérdida"  # la escala de color
        for text in [ax.title, ax.xaxis.label, ax.yaxis.label]:
            if text.get_text():
                box = text.get_window_extent()
                assert min(box.x0, box.y0) >= 0
                assert box.x1 <= fig.bbox.x1
                assert box.y1 <= fig.bbox.y1


def test_static_line_of_the_threshold(capsys):
    explore_threshold(Y_TRUE, SCORES)
    _, fp, fn, tp = confusion_matrix(Y_TRUE, SCORES >= 0.5).ravel()
    assert capsys.readouterr().out == (
        f"Umbral 0.5: detecta ≈ {tp} de los positivos (hay {tp + fn}); falsas alarmas ≈ {fp}; "
        f"precisión ≈ {tp / (tp + fp):.2f}; exhaustividad ≈ {tp / (tp + fn):.2f}.\n"
    )


def test_static_threshold_of_other_scores(capsys):
    explore_threshold(Y_TRUE, 10 * SCORES - 5)
    assert capsys.readouterr().out.startswith("Umbral 0: detecta ≈ ")
    explore_threshold([0, 1, 1], [3.0, 5.0, 7.0])  # sin un umbral natural: el del medio
    assert capsys.readouterr().out.startswith("Umbral ≈ 5: detecta ≈ 2 ")
    explore_threshold([0, 1], [3.0, 3.0])
    assert capsys.readouterr().out.startswith("Umbral ≈ 3: ")
    explore_threshold([0, 1], [0.1, 0.2])
    assert "precisión sin definir (no predice positivos); exhaustividad ≈ 0" in (
        capsys.readouterr().out
    )


def test_static_line_of_the_neuron_is_true(capsys):
    explore_neuron()
    line = capsys.readouterr().out
    for table, bias in [("Y (AND)", -1.5), ("O (OR)", -0.5), ("O exclusiva (XOR)", -0.5)]:
        wanted = interactive._TABLES[table]
        hits = sum((a + b + bias > 0) == label for (a, b), label in zip(
            interactive._INPUTS, wanted, strict=True))  # fmt: skip
        assert f"{table}: z = 1·x1 + 1·x2 − {-bias} acierta {hits} de 4 filas" in line
    assert (interactive._TABLES["O exclusiva (XOR)"] == [0, 1, 1, 0]).all()
    grid = [(w1, w2, b) for w1 in range(-4, 5) for w2 in range(-4, 5) for b in range(-8, 9)]
    best = max(
        ((interactive._INPUTS @ [w1, w2] + b / 2 > 0) == [0, 1, 1, 0]).sum() for w1, w2, b in grid
    )
    assert best == 3  # «ninguna recta acierta las 4»


def test_bad_input_leaves_no_figure():
    for y_true, scores, message in [
        ([1, 1], [0.2, 0.8], "solo contiene la clase 1"),
        ([0, 1], [0.2], "scores tiene 1"),
        ([0, 1], [0.2, np.nan], "nan"),
    ]:
        with pytest.raises(ValueError, match=message):
            explore_threshold(y_true, scores)
    assert plt.get_fignums() == []


# --- Con controles --------------------------------------------------------------------------------

# Explorador, rótulo del control y un valor al que moverlo.
MOVES = [
    ("explore_alerts", "Avisos", 1),
    ("explore_threshold", "Umbral", 0.9),
    ("explore_learning_rate", "Tasa", 10**-0.5),
    ("explore_learning_rate", "Pasos", 3),
    ("explore_neuron", "Tabla", "O exclusiva (XOR)"),
    ("explore_neuron", "Peso w1", -2.0),
    ("explore_neuron", "Peso w2", 3.0),
    ("explore_neuron", "Sesgo", -1.5),
    ("explore_neuron", "Activación", "tanh"),
    ("explore_complexity", "Modelo", "Polinomio"),
    ("explore_complexity", "Complejidad", 15),
    ("explore_convolution", "Ventana", 16),
]


@pytest.mark.parametrize(("name", "control", "value"), MOVES)
def test_moving_a_control_changes_figure_and_line(name, control, value, notebook, capfd):
    assert EXPLORERS[name]() is None
    controls, line, image = parts(notebook)
    before, text = bytes(image.value), told(line)
    assert before.startswith(b"\x89PNG")
    controls[control].value = value
    assert bytes(image.value).startswith(b"\x89PNG")
    assert bytes(image.value) != before
    assert told(line) != text
    assert plt.get_fignums() == []  # ninguna se queda abierta: se vería dos veces
    assert capfd.readouterr() == ("", "")


SLIDERS = (
    ipywidgets.FloatLogSlider,
    ipywidgets.FloatSlider,
    ipywidgets.IntSlider,
    ipywidgets.SelectionSlider,
)


@pytest.mark.parametrize("name", EXPLORERS)
def test_controls_work_with_the_keyboard(name, notebook, only_lines):
    EXPLORERS[name]()
    controls, _, _ = parts(notebook)
    # Cada uno se mueve en la prueba anterior.
    assert set(controls) == {control for other, control, _ in MOVES if other == name}
    for description, control in controls.items():
        assert description
        assert control.tooltip == description
        # Se lee entero: en JupyterLab, «Complejidad» (11 letras) ocupa 6.2 em.
        assert (control.style.description_width, control.layout.width) == ("7em", "32em")
        assert len(description) <= 12
        assert not control.disabled
        # Solo los deslizantes: en los demás, JupyterLab usa las flechas para cambiar de celda.
        assert isinstance(control, SLIDERS)
        assert control.continuous_update
        assert control.readout
        if isinstance(control, ipywidgets.SelectionSlider):
            assert all(len(str(option)) <= 18 for option in control.options)
            continue
        assert control.step > 0
        # Ni tan fino que haya que pulsar cientos de veces, ni tan grueso que no haya qué mirar.
        assert 10 <= (control.max - control.min) / control.step <= 101


def test_threshold_line_follows_the_slider(notebook, only_lines):
    explore_threshold(Y_TRUE, SCORES)
    controls, line, _ = parts(notebook)
    for threshold in (0.0, 0.3, 0.75):
        controls["Umbral"].value = threshold
        tp = np.sum((threshold <= SCORES) & (Y_TRUE == 1))
        assert told(line).startswith(f"Umbral {threshold:g}: detecta ≈ {tp} ")
    controls["Umbral"].value = 1.0
    assert "precisión sin definir (no predice positivos)" in told(line)


def test_threshold_slider_covers_the_scores(notebook, only_lines):
    for scores in ([3.0, 3.0], [-1e-4, 2e-4], [-40.0, 900.0]):
        notebook.clear()
        explore_threshold([0, 1], scores)
        slider = parts(notebook)[0]["Umbral"]
        assert slider.min < min(scores) <= max(scores) < slider.max
        assert slider.step == pytest.approx((slider.max - slider.min) / 100)


def test_learning_rate_line_tells_what_happens(notebook, only_lines):
    explore_learning_rate()
    controls, line, _ = parts(notebook)
    assert told(line).startswith("Tasa 0.1, 30 pasos: la pérdida empieza en 48.5 y termina en ≈ ")
    assert told(line).endswith("Llegó cerca del mínimo.")
    controls["Pasos"].value = 1
    assert told(line).startswith("Tasa 0.1, 1 paso: ")
    controls["Pasos"].value = 30
    controls["Tasa"].value = 10**-3
    assert told(line).endswith("Aún está lejos del mínimo.")
    controls["Tasa"].value = 10**-0.5
    assert told(line).endswith("Diverge: la tasa es demasiado alta.")


def test_learning_rate_figure_has_plain_numbers():
    fig, _ = interactive._draw_learning_rate(0.1, 30)
    fig.canvas.draw()
    ax = fig.axes[1]
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("Paso", "Pérdida (escala logarítmica)")
    ticks = [text.get_text() for text in ax.get_yticklabels(which="both")]
    assert {"0.1", "1", "10"} <= set(ticks)
    assert not any("$" in text for text in ticks)  # potencias: avisos de fuentes en stderr


def test_neuron_line_tells_where_it_fires(notebook, only_lines):
    explore_neuron()
    controls, line, _ = parts(notebook)
    controls["Sesgo"].value = -1.5
    assert told(line) == (
        "z = 1·x1 + 1·x2 − 1.5, con salida sigmoide. Se activa (z &gt; 0) en (1, 1). Acierta 4 de "
        "las 4 filas de Y (AND)."
    )
    controls["Peso w1"].value = controls["Peso w2"].value = -2.0
    controls["Tabla"].value = "O (OR)"
    assert told(line).startswith("z = −2·x1 − 2·x2 − 1.5")
    assert "en ninguna entrada. Acierta 1 de las 4 filas de O (OR)." in told(line)


def test_complexity_line_tells_under_and_overfitting(notebook, only_lines):
    explore_complexity()
    controls, line, _ = parts(notebook)
    for model, subject in [("Árbol de decisión", "Árbol de prof"), ("Polinomio", "Polinomio de g")]:
        controls["Modelo"].value = model
        train = []
        for k, verdict in [(1, "Subajuste"), (4, "Cerca del mejor"), (15, "Sobreajuste")]:
            controls["Complejidad"].value = k
            assert told(line).startswith(subject)
            assert f" {k}: " in told(line)
            assert verdict in told(line)
            train.append(float(re.search(r"entrenamiento ≈ ([\d.]+)", told(line))[1]))
        assert train == sorted(train, reverse=True)  # en entrenamiento, más complejo es mejor


def test_complexity_errors_are_those_of_the_fits():
    tree, polynomial = interactive._tree_problem(), interactive._polynomial_problem()
    for problem in (tree, polynomial):
        assert len(problem.train_errors) == len(problem.test_errors) == 15
        # La lección se apoya en esto, y con margen.
        low = problem.test_errors.min()
        assert problem.test_errors[0] > 1.5 * low
        assert problem.test_errors[-1] > 1.22 * low
        assert problem.train_errors[-1] < 0.5 * low
    _, ax = plt.subplots()
    polynomial.draw_fit(ax, 15)
    x, y = ax.lines[0].get_data()
    fit = np.polynomial.Polynomial.fit(x, y, 15)
    assert np.sqrt(np.mean((fit(x) - y) ** 2)) == pytest.approx(polynomial.train_errors[14])


def alerts_line(alerts):
    """La frase que corresponde a los pagos de mayor puntuación, calculada aparte."""
    chosen = np.argsort(-RISK)[:alerts]
    caught = FRAUD[chosen].sum()
    missed = AMOUNTS[FRAUD == 1].sum() - AMOUNTS[chosen][FRAUD[chosen] == 1].sum()
    return (
        f"≈ {alerts} aviso{'s' if alerts > 1 else ''} en 12 h (≈ {2 * alerts} al día; umbral ≈ "
        f"{RISK[chosen].min():.3g}): detecta ≈ {caught} de los fraudes (hay 30). Se pierden ≈ "
        f"{missed:.0f} € y revisar cuesta ≈ {5 * alerts} €: en total ≈ {missed + 5 * alerts:.0f} €."
    )


def test_alerts_line_follows_the_slider(notebook, only_lines):
    explore_alerts(FRAUD, RISK, AMOUNTS, 12, alert_cost=5)
    controls, line, _ = parts(notebook)
    slider = controls["Avisos"]
    assert slider.value == np.count_nonzero(RISK >= 0.5)  # el umbral de siempre, que no es el mejor
    assert slider.options[0] == 1
    assert 10 <= len(slider.options) <= 101
    assert list(slider.options) == sorted(set(slider.options))
    best = best_threshold_for_cost(FRAUD, RISK, AMOUNTS, alert_cost=5)
    for alerts in (1, slider.value, best.alerts, slider.options[-1]):
        slider.value = alerts  # el mínimo también se puede elegir
        minimum = f" El mínimo es ≈ {best.total:.0f} €, con ≈ {best.alerts} avisos."
        assert told(line) == alerts_line(alerts) + minimum


def test_static_alerts_start_at_one_half(capsys):
    EXPLORERS["explore_alerts"]()
    assert capsys.readouterr().out.startswith(alerts_line(np.count_nonzero(RISK >= 0.5)))


def test_alerts_figure_marks_the_decision_and_counts_frauds(capsys):
    EXPLORERS["explore_alerts"]()
    curve, bars = plt.gcf().axes
    cost = expected_cost(FRAUD, RISK, AMOUNTS, 0.5, alert_cost=5)
    label = f"Ahora: {cost.total:.0f} €, con {cost.alerts} avisos"
    (mark,) = (mark for mark in curve.lines if mark.get_label() == label)
    np.testing.assert_allclose(mark.get_data(), [[cost.alerts], [cost.total]])
    assert label in [text.get_text() for text in curve.get_legend().get_texts()]
    heights = [bar.get_height() for bar in bars.patches]
    assert heights == [cost.frauds_caught, cost.frauds_missed]
    assert bars.patches[1].get_hatch()  # además del color
    assert [text.get_text() for text in bars.texts] == [str(height) for height in heights]


def test_alerts_with_ties_and_other_scores(notebook, only_lines):
    # El error de un autocodificador, con empates: nueve pagos de cada diez, el mismo.
    errors = np.where(np.arange(1000) < 100, np.round(100 * RISK), 0.0)
    explore_alerts(FRAUD, errors, AMOUNTS, 12, alert_cost=5)
    controls, line, _ = parts(notebook)
    possible = {np.count_nonzero(errors >= error) for error in errors}
    assert set(controls["Avisos"].options) <= possible
    controls["Avisos"].value = controls["Avisos"].options[-1]
    assert told(line).startswith(f"≈ {controls['Avisos'].options[-1]} avisos en 12 h")
    notebook.clear()
    explore_alerts([0, 1], [0.0, 0.0], [1, 2], 1, alert_cost=100)  # todo o nada
    assert parts(notebook)[0]["Avisos"].options == (2,)


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        ({"hours": 0}, ValueError, "hours es cuántas horas.*mayor que 0; es 0"),
        ({"hours": np.nan}, ValueError, "es nan"),
        ({"hours": "12"}, TypeError, "hours debe ser un número"),
        ({"hours": [1, 2]}, TypeError, "hours debe ser un número"),
        ({"y_true": [0, 0]}, ValueError, "solo contiene la clase 0"),
        ({"amounts": [1]}, ValueError, "amounts tiene 1"),
        ({"alert_cost": -5}, ValueError, "alert_cost"),
    ],
)
def test_alerts_explain_bad_input_and_leave_no_figure(change, error, message):
    call = {"y_true": [0, 1], "scores": [0.2, 0.8], "amounts": [5, 9], "hours": 1, "alert_cost": 2}
    with pytest.raises(error, match=message):
        explore_alerts(**(call | change))
    assert plt.get_fignums() == []


def test_convolution_line_follows_the_window(notebook, only_lines):
    explore_convolution(PIXELS, KERNEL)
    controls, line, _ = parts(notebook)
    slider = controls["Ventana"]
    assert (slider.value, slider.min, slider.max, slider.step) == (1, 1, 16, 1)
    for window, row, column in [(1, 0, 0), (4, 0, 3), (5, 1, 0), (16, 3, 3)]:
        slider.value = window
        place = f"Ventana {window} de 16 (fila {row}, columna {column} del resultado): cada píxel "
        assert told(line).startswith(place)
        left, total = told(line).removesuffix(".").rpartition("productos: ")[2].split(" = ")
        covered = PIXELS[row : row + 3, column : column + 3]
        assert int(total.replace("−", "-")) == (covered * KERNEL).sum()
        assert left.count("·") == 9


def test_convolution_line_hides_rounded_products(notebook, only_lines):
    explore_convolution(PIXELS / 3, KERNEL)  # 1/3 se escribe redondeado, y puede ser de un modelo
    assert told(parts(notebook)[1]).endswith("se suman los 9 productos. La suma es ≈ 0.667.")


def test_static_convolution_shows_the_whole_result(capsys):
    explore_convolution(PIXELS, KERNEL)
    assert capsys.readouterr().out.startswith("Ventana 16 de 16 (fila 3, columna 3 del resultado)")
    assert len(plt.gcf().axes[2].texts) == 16
    large = np.zeros((30, 40))
    large[10, 20] = -9  # donde más responde
    explore_convolution(large, [[1, 1]])
    assert "(fila 10, columna 19 del resultado)" in capsys.readouterr().out


def test_convolution_of_a_large_image_needs_few_keystrokes(notebook, only_lines):
    explore_convolution(np.ones((200, 300)), np.ones((3, 3)))
    slider = parts(notebook)[0]["Ventana"]
    assert slider.max == 198 * 298
    assert 50 <= (slider.max - slider.min) / slider.step <= 100
    slider.value = slider.max


def test_convolution_explains_bad_input_and_leaves_no_figure():
    for image, kernel, message in [
        (np.ones((2, 2)), np.ones((3, 3)), "no cabe en la imagen"),
        (np.ones((5, 5, 3)), np.ones((3, 3)), "un solo canal"),
        ([[1, np.nan]], [[1]], "nan"),
    ]:
        with pytest.raises(ValueError, match=message):
            explore_convolution(image, kernel)
    assert plt.get_fignums() == []
