"""The shape of an HTML page: where its article is, and what its elements are."""

from __future__ import annotations

from itertools import accumulate

from attrib_lint import lexicon
from attrib_lint.core.document import BlockKind
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.inputs.html_tokens import Token, attributes_of, extents_of, tokens_of

_CLASS_WORD = lazy_regex(r"[a-z]+")
_SITE_NAME = lazy_regex(r"\s+(?:[|»·]\s+[^|»·]{1,60}|[–—-]\s+(?P<name>[^|»·]{1,60}))\Z")


class Page:
    """The tokens of a page; for each the end of its element."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens_of(text)
        self.ends = extents_of(self.tokens)
        arranged = (t.kind == "open" and t.name in ("p", "table", "h1") for t in self.tokens)
        self._arranged = list(accumulate(arranged, initial=0))

    def scope(self) -> tuple[int, int]:
        """The first token of the article, and the one after its last."""
        for name in ("article", "main", "body"):
            found: list[tuple[int, int]] = []
            i = 0
            while i < len(self.tokens):
                token = self.tokens[i]
                if token.kind == "open" and token.name == name:
                    found.append((i + 1, self.ends[i]))
                    i = self.ends[i]
                elif token.kind == "open" and token.name in ("aside", "nav"):
                    i = self.ends[i]
                i += 1
            if len(found) == 1:
                return found[0]
        return 0, len(self.tokens)

    def place(self, i: int) -> int:
        """Where a token begins; the end of the text after the last."""
        return self.tokens[i].start if i < len(self.tokens) else len(self.text)

    def tag(self, i: int) -> tuple[int, int]:
        """The place of a closing tag; a point where the element ends without one."""
        if i < len(self.tokens) and self.tokens[i].kind == "close":
            return self.tokens[i].start, self.tokens[i].end
        return self.place(i), self.place(i)

    def past(self, i: int) -> int:
        """The index of the token after an element and its closing tag."""
        after = self.ends[i]
        closed = after < len(self.tokens) and self.tokens[after].kind == "close"
        same = closed and self.tokens[after].name == self.tokens[i].name
        return max(i + 1, after + 1 if same else after)

    def is_blank(self, token: Token) -> bool:
        """Whether a token is white space."""
        return token.kind == "text" and not self.text[token.start : token.end].strip()

    def is_note_mark(self, i: int) -> bool:
        """Whether an element is the raised number of a footnote."""
        if self.tokens[i].name != "sup" or self.ends[i] - i > 6:
            return False
        inside = self.tokens[i + 1 : self.ends[i]]
        return any(
            t.name == "a" and attributes_of(self.text, t).get("href", "").startswith("#")
            for t in inside
            if t.kind == "open"
        )

    def is_layout(self, i: int) -> bool:
        """Whether a table only arranges the page: it holds paragraphs or another table."""
        return self._arranged[self.ends[i]] - self._arranged[i + 1] > 1


def is_hidden(values: dict[str, str]) -> bool:
    """Whether attributes keep an element from being shown."""
    style = values.get("style", "").replace(" ", "").lower()
    return "hidden" in values or values.get("aria-hidden") == "true" or "display:none" in style


def kind_of_class(names: str) -> BlockKind | None:
    """What class names call an element: its byline, its standfirst, a caption or page furniture."""
    words = set(_CLASS_WORD.findall(names.lower()))
    kinds: tuple[BlockKind, ...] = ("boilerplate", "byline", "standfirst", "caption")
    for kind in kinds:
        if words & lexicon.words("boilerplate", f"classes.{kind}"):
            return kind
    return None


def site_name_at(title: str, outlet: str) -> int:
    """Where the name of the site begins at the end of a page's title; its length without one."""
    found = _SITE_NAME.search(title)
    if found is None or (found["name"] and found["name"].strip().lower() != outlet.lower()):
        return len(title)
    return found.start()
