"""Who belongs to a figure: whose age it is, which names stand beside it, who gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.agreement.stems import is_content, stem
from attrib_lint.core.span import Span
from attrib_lint.extract.measured import singular
from attrib_lint.extract.syntax import syntax_of
from attrib_lint.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan

    from attrib_lint.article import Article

_SAYING = frozenset(
    [
        "say",
        "put",
        "estimate",
        "claim",
        "report",
        "count",
        "according",
        "estimated",
        "says",
        "said",
        "puts",
    ]
)

_STUDIES = frozenset(["poll", "survey", "study", "report", "estimate", "census"])

DAY_STEMS = frozenset(
    stem(d) for d in ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
)


def bearer_of(tokens: TokenSpan) -> str | None:
    """The name of whose age it is: "Rosa Diaz, 63," or "the 63-year-old Rosa Diaz".

    Stems in lower case, without initials and titles.
    """
    doc, i = tokens.doc, tokens.start - 1
    if i > 0 and doc[i].text in (",", "("):
        first = i
        while first > 0 and i - first < 5 and doc[first - 1].pos_ == "PROPN":
            first -= 1
        if first < i:
            return _bearer(doc[first:i])
    last = tokens.end
    while last < len(doc) and last - tokens.end < 4 and doc[last].pos_ == "PROPN":
        last += 1
    return _bearer(doc[tokens.end : last]) if last > tokens.end else None


def _bearer(name: TokenSpan) -> str | None:
    kept = [stem(t.text) for t in name if len(t.text.strip(".")) > 1 and "." not in t.text]
    return " ".join(kept) or None


def one_bearer(a: str, b: str) -> bool:
    """Whether two names as `bearer_of` gives them may name one person."""
    one, other = a.split(), b.split()
    if len(one) > 1 and len(other) > 1:
        return one[-1] == other[-1] and one[0] == other[0]
    return one[-1] == other[-1]


def names_beside(tokens: TokenSpan) -> frozenset[str]:
    """Names within a few words of the figure, in its sentence or line."""
    doc, sentence, figure = tokens.doc, tokens[0].sent, range(tokens.start, tokens.end)
    start, end = max(sentence.start, tokens.start - 7), min(sentence.end, tokens.end + 6)
    for i in range(tokens.start - 1, start - 1, -1):
        if doc[i].text in (";", ":"):
            start = i
            break
    for i in range(tokens.end, end):
        if doc[i].text in (";", ":", "."):
            end = i
            break
    return (
        frozenset(
            stem(t.text)
            for t in doc[start:end]
            if t.text[:1].isupper() and is_content(t.text) and t.i not in figure
        )
        - DAY_STEMS
        - {"group", "match", "final"}
    )


def speaker_in(sentence: TokenSpan) -> str | None:
    """The subject of a verb of saying or counting, or a poll that has figures, in lower case."""
    syntax = syntax_of(sentence.doc)
    places = range(sentence.start, sentence.end)
    for i in places:
        if syntax.low[i] == "according":
            near = range(i + 2, min(i + 8, sentence.end))
            names = [syntax.low[k] for k in near if syntax.pos[k] in ("PROPN", "NOUN")]
            return names[0] if names else None
    pronouns = words("measured_events", "pronouns.words")
    for i in places:
        if syntax.dep[i] != "nsubj" or syntax.low[i] in pronouns:
            continue
        token = sentence.doc[i]
        verb = token.head
        says = verb.lemma_.lower() in _SAYING or verb.lower_ in _SAYING
        if verb.lower_ in ("put", "puts"):
            says = any(t.lower_ == "at" for t in verb.subtree)
        if says or (
            singular(token.text) in _STUDIES and verb.lemma_ in ("have", "show", "find", "give")
        ):
            beside = [
                t for t in token.subtree if t.i - token.i < 14 and stem(t.text) not in DAY_STEMS
            ]
            named = [t.lower_ for t in beside if t.pos_ == "PROPN"]
            plain = [t.lower_ for t in beside if t.pos_ in ("NOUN", "ADJ")]
            return " ".join((token.lower_, *(named or plain[:3])))
    return None


def credited(article: Article, figure: Span) -> str | None:
    """Who is credited with the figure, in lower case, or None for the narrator."""
    for attribution in article.attributions:
        source = attribution.source
        if source is not None and any(c.contains(figure) for c in attribution.content):
            return (source.entity or source.span.of(article.text)).lower()
    return None
