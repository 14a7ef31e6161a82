"""Case shapes."""

from __future__ import annotations

from attrib_lint.reader.pieces import SHAPES, shape_of


def test_shapes_tell_letter_cases_apart() -> None:
    forms = ("said", "AP", "A", "Reuters", "2,000", "McCain", "…")
    shapes = [shape_of(form, glued=False) for form in forms]
    assert len(set(shapes)) == len(forms)


def test_a_word_without_space_before_it_has_a_shape_of_its_own() -> None:
    shapes = {shape_of(form, glued) for form in ("a", "…", "") for glued in (True, False)}
    assert shape_of("a", glued=True) != shape_of("a", glued=False)
    assert max(shapes) < SHAPES
