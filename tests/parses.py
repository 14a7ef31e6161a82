"""Listens to what is parsed."""

from collections.abc import Iterable, Iterator

import pytest
from spacy.tokens import Doc


def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are parsed from now on."""
    from attrib_lint import nlp

    seen: list[str] = []
    parse = nlp.parse

    def listening(texts: Iterable[str]) -> Iterator[Doc]:
        def each() -> Iterator[str]:
            for text in texts:
                seen.append(text)
                yield text

        return parse(each())

    monkeypatch.setattr(nlp, "parse", listening)
    return seen
