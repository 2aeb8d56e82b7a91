"""La cuenta de cuánto falta, sin medir nada."""

import json

import pytest

from authoring import durations
from authoring.durations import Durations, in_words, makespan, predict, remaining


def test_what_was_measured_here_wins_and_the_rest_is_scaled():
    here = Durations({"uno": 5}, calibration=2)
    reference = Durations({"uno": 100, "dos": 30, "tres": 10}, calibration=1)
    predicted = predict(["uno", "dos", "nueva"], here, reference)
    assert predicted["uno"] == 5
    assert predicted["dos"] == 60  # este equipo tarda el doble
    assert predicted["nueva"] == 20  # la mediana de 5, 60 y 20


def test_without_any_measure_there_is_still_a_number():
    assert predict(["uno"], Durations(), Durations()) == {"uno": durations._UNKNOWN_SECONDS}
    assert predict(["uno"], Durations(calibration=2), Durations({"uno": 7})) == {"uno": 7}


@pytest.mark.parametrize(
    ("seconds", "workers", "expected"),
    [
        ([], 2, 0),
        ([10, 20, 30], 1, 60),
        ([10, 20, 30], 2, 40),  # 10 y 30 en un puesto, 20 en el otro
        ([60, 10, 10, 10], 2, 60),
    ],
)
def test_makespan(seconds, workers, expected):
    assert makespan(seconds, workers) == expected


def test_what_is_left_follows_the_speed_of_this_machine():
    plan = {"running": [(100, 40)], "waiting": [50, 50], "workers": 1}
    assert remaining(done=[], **plan) == 60 + 100
    # Si lo terminado tardó el doble, lo que falta también (y lo previsto pesa 30 segundos).
    assert remaining(done=[(270, 570)], **plan) == pytest.approx(160 + 200)
    assert remaining(done=[], running=[], waiting=[], workers=2) == 0


def test_with_two_at_once_it_is_the_longest_line_that_counts():
    left = remaining(done=[], running=[(20, 0), (50, 0)], waiting=[10], workers=2)
    assert left == 50


def test_a_lesson_that_is_late_makes_the_others_longer():
    plan = {"done": [], "waiting": [30], "workers": 1}
    assert remaining(running=[(30, 30)], **plan) == 30
    assert remaining(running=[(30, 90)], **plan) == 60


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "unos 10 segundos"),
        (31, "unos 40 segundos"),
        (50, "unos 50 segundos"),
        (51, "un minuto"),
        (89, "un minuto"),
        (91, "unos 2 minutos"),
        (1500, "unos 25 minutos"),
    ],
)
def test_in_words(seconds, words):
    assert in_words(seconds) == words


def test_it_is_written_and_read_back(tmp_path):
    path = tmp_path / "tiempos.json"
    Durations({"año": 1.5}, 0.2).write(path)
    assert Durations.read(path) == Durations({"año": 1.5}, 0.2)
    assert "año" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("content", [None, "", "[1]", '{"seconds": {}, "other": 1}'])
def test_a_file_that_says_nothing(tmp_path, content):
    path = tmp_path / "tiempos.json"
    if content is not None:
        path.write_text(content)
    assert Durations.read(path) == Durations()


def test_the_reference_is_a_measure_of_this_course():
    reference = Durations.read(durations.REFERENCE)
    assert reference.calibration > 0
    assert all(seconds > 0 for seconds in reference.seconds.values())
    assert json.loads(durations.REFERENCE.read_text(encoding="utf-8"))["seconds"]


def test_the_calibration_measures_something():
    assert 0.01 < durations.calibrate() < 30
