"""La guía docente y los planes de curso."""

import pytest

from authoring.errors import AuthoringError
from authoring.lessons import ROOT, find_lessons
from authoring.site.teaching import guide_page, plans_page, share_out

LESSONS = find_lessons()
PLANS = (ROOT / "docs" / "docentes" / "planes.yml").read_text(encoding="utf-8")


def test_sessions_follow_the_order_and_fit():
    sessions = share_out(LESSONS, 180)
    assert [lesson for group, _ in sessions for lesson in group] == LESSONS
    assert all(minutes <= 180 for _, minutes in sessions)


def test_a_lesson_longer_than_a_session_is_said():
    with pytest.raises(AuthoringError, match="no cabe en una sesión de 30"):
        share_out(LESSONS, 30)


def test_the_plans_name_lessons_that_exist_and_fit():
    page = plans_page(PLANS, LESSONS)
    assert page.count("\n## ") == 3
    with pytest.raises(AuthoringError, match="hacen falta 20 sesiones"):
        plans_page(PLANS.replace("sesiones: 20", "sesiones: 19"), LESSONS)
    with pytest.raises(AuthoringError, match="no hay lección 'flor'"):
        plans_page(PLANS.replace("flores, ", "flor, "), LESSONS)


def test_a_guide_has_its_notes_its_predictions_and_what_to_cut():
    (lesson,) = find_lessons(["fashion_mnist"])
    page = guide_page(lesson)
    assert "### 1 · ¿Qué hay en los datos?\n\n**19 min.**" in page
    assert "- ¿qué forma tendrá el array" in page
    assert "- Ejercicio 4.6.2:" in page
