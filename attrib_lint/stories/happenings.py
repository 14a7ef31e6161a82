"""Who did what in an article, as plain data: what stories may tell differently."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from attrib_lint.agreement.stems import known_event, stem
from attrib_lint.core.span import Span
from attrib_lint.extract.syntax import syntax_of
from attrib_lint.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock


@dataclass(frozen=True, slots=True)
class Happening:
    """One clause: `kind` is "made" (wrote, led ...), "dismiss" or "resign".

    `who` is the surname stem of the maker or the one who left; `thing` the stem of what was made.
    """

    kind: str
    who: str
    thing: str | None
    span: Span
    text: str


def happenings(article: Article) -> tuple[Happening, ...]:
    """What an article says was made by whom, and who left how, in reading order."""
    makers = words("roles", "author.verbs") | {"written", "authored", "drafted"}
    found = []
    for parsed in article.parsed:
        low = syntax_of(parsed.doc).text.lower()
        if not any(verb in low for verb in makers) and not any(w in low for w in _LEAVING):
            continue
        for token in parsed.doc:
            if token.pos_ not in ("VERB", "AUX"):
                continue
            if token.lower_ in makers:
                found.append(_made(article, parsed, token))
            elif known_event(token.lemma_.lower()) in ("dismiss", "resign"):
                found.append(_left(article, parsed, token))
    return tuple(h for h in found if h is not None)


_LEAVING = ("fired", "sacked", "dismissed", "resign", "quit", "axed")


def _made(article: Article, parsed: ParsedBlock, verb: Token) -> Happening | None:
    """ "spearheaded a letter", "the letter was written by the institute"."""
    passive = next((c for c in verb.children if c.dep_ == "nsubj:pass"), None)
    if passive is not None:
        maker = next(
            (
                c
                for c in verb.children
                if c.dep_.startswith("obl") and any(g.lower_ == "by" for g in c.children)
            ),
            None,
        )
        return _happening(article, parsed, "made", maker, passive, passive, maker)
    thing = next((c for c in verb.children if c.dep_ == "obj" and c.i > verb.i), None)
    maker = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
    return _happening(article, parsed, "made", maker, thing, verb, thing)


def _left(article: Article, parsed: ParsedBlock, verb: Token) -> Happening | None:
    """ "the board fired Ruiz", "Ruiz was fired", "Ruiz resigned"."""
    kind = known_event(verb.lemma_.lower()) or ""
    label = ("nsubj",) if kind == "resign" else ("obj", "nsubj:pass")
    who = next((c for c in verb.children if c.dep_ in label), None)
    if who is None or who.pos_ != "PROPN":
        return None
    return _happening(
        article, parsed, kind, who, None, min(who, verb, key=_index), max(who, verb, key=_index)
    )


def _index(token: Token) -> int:
    return token.i


def _happening(
    article: Article,
    parsed: ParsedBlock,
    kind: str,
    who: Token | None,
    thing: Token | None,
    first: Token | None,
    last: Token | None,
) -> Happening | None:
    """The happening with its people as full names; None where nobody is named."""
    if who is None or first is None or last is None or (kind == "made" and thing is None):
        return None
    start = parsed.start + first.left_edge.idx if first.pos_ != "VERB" else parsed.start + first.idx
    place = parsed.start + last.idx
    ends = [n.span.end for n in article.names if n.span.start <= place < n.span.end]
    span = Span(start, max([place + len(last.text), *ends]))
    name = _name(article, parsed, who)
    if name is None or len(span) > 120:
        return None
    named = stem(thing.text) if thing is not None else None
    return Happening(kind, name, named, span, span.of(article.text))


def _name(article: Article, parsed: ParsedBlock, who: Token) -> str | None:
    """The full name of a token in lower case; "he" is the last person named before it."""
    place = parsed.start + who.idx
    here = [n for n in article.names if n.span.start <= place < n.span.end]
    if not here and who.lower_ in ("he", "she", "who"):
        here = [n for n in article.names if n.kind == "person" and n.span.end <= place][-1:]
    if not here and who.pos_ == "PROPN":
        return str(who.lower_)
    return here[0].name.lower() if here else None
