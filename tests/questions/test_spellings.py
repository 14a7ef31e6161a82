"""Which words may be one word spelled two ways."""

import pytest

from attrib_lint.questions.spellings import are_alike, edits_between, neighbours


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("Maurer", "Mauer", 1),
        ("Mohib", "Mohid", 1),
        ("Tedesco", "Tedeschi", 2),
        ("abcd", "abdc", 1),
    ],
)
def test_edits_are_counted_with_swapped_letters_as_one(one: str, other: str, edits: int) -> None:
    assert edits_between(one, other) == edits_between(other, one) == edits


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Crimea", "Crimean"),
        ("Defence", "Defense"),
        ("Harbour", "Harbor"),
        ("Kerry", "Berry"),
        ("Ann", "Anna"),
        ("Kerry", "KERRY"),
    ],
)
def test_forms_of_other_words_are_not_alike(one: str, other: str) -> None:
    assert not are_alike(one, other)


def test_letters_out_of_order_are_alike() -> None:
    assert are_alike("Pamela", "Palema")
    assert not are_alike("Aden", "Aned")  # too short to be more than chance


def test_every_alike_word_is_a_neighbour() -> None:
    words = ["Ladipo", "Oladipo", "Maurer", "Mauer", "Tedesco", "Tedeschi", "Mohib", "Mohid"]
    near = neighbours(words)
    for one in words:
        for other in words:
            assert not (one != other and are_alike(one, other)) or other in near[one]
