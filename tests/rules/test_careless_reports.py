"""What strict says of stories that pass on what other papers have from unnamed people."""

from __future__ import annotations

import pytest

from attrib_lint.config import Config
from attrib_lint.linter import Linter
from attrib_lint.rule import OptionValue

CITED = "The port will close in May.\n\nReuters reported, citing one official, that it had no cash."


def said(text: str, rule: str, **options: str) -> list[tuple[str, str]]:
    """(severity, words) of what one rule finds, with the reader asked nothing."""
    heard: dict[str, OptionValue] = {"reader-agrees": 0.0, "reader-alone": 1.1, **options}
    config = Config(rules={rule: heard}).choosing(select=(rule,))
    return [(d.severity, d.text) for d in Linter(config=config).check_text(text)]


def test_another_outlets_sources_are_noted_where_it_is_asked() -> None:
    rule = "anonymity-unexplained"
    assert said(CITED, rule) == []
    assert said(CITED, rule, **{"outlet-sources": "note"}) == [("info", "one official")]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“He lied to us,” one aide whispered of Mayor Rao.", "“He lied to us,” one aide"),
        ("Insiders shrugged it off, and one aide was blunt: “Rao is a liar.”", None),
    ],
)
def test_an_attack_is_shown_with_its_speaker(text: str, shown: str | None) -> None:
    found = [words for _, words in said(text, "anonymous-pejorative")]
    assert found == [shown or "one aide was blunt: “Rao is a liar.”"]
