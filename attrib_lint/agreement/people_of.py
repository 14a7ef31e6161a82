"""Who belongs to a figure: whose age it is, which names stand beside it, who gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.agreement.place import Place
from attrib_lint.agreement.retold import relative_head
from attrib_lint.agreement.stems import is_content, stem
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.extract.measured import singular
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words

if TYPE_CHECKING:
    from attrib_lint.article import Article

_FULL_NAME = lazy_regex(r"\b([A-Z][\w.’'-]*) (?=([A-Z][\w’'-]+))")
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
_FINDING = ("have", "show", "find", "give")

_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_MONTHS = "january february april june july august september october november december"
DAY_STEMS = frozenset(stem(d) for d in f"{_DAYS} {_MONTHS}".split())


def bearer_of(place: Place) -> str | None:
    """The name of whose age it is: "Rosa Diaz, 63," or "the 63-year-old Rosa Diaz".

    Stems in lower case, without initials and titles.
    """
    syntax, i = place.syntax, place.first - 1
    if i > 0 and syntax.words[i] in (",", "("):
        first = i
        while first > 0 and i - first < 5 and syntax.pos[first - 1] == "PROPN":
            first -= 1
        if first < i:
            return _bearer(syntax.words[first:i])
    last = place.stop
    while last < len(syntax) and last - place.stop < 4 and syntax.pos[last] == "PROPN":
        last += 1
    if last > place.stop:
        return _bearer(syntax.words[place.stop : last])
    return _whose(place)


def _whose(place: Place) -> str | None:
    """ "Diaz is 63", "Diaz, who is aged 63": the named subject of what tells the age."""
    syntax, i = place.syntax, place.root
    if syntax.dep[i] in ("amod", "compound", "nummod") and syntax.pos[syntax.head[i]] == "NOUN":
        return None  # "Diaz, who has a 4-year-old son"
    for _ in range(3):
        subject = syntax.first_kid(i, "nsubj")
        if subject is not None:
            subject = relative_head(syntax, i, subject)
            near = [
                k for k in syntax.kids_of(subject, "flat", "compound") if syntax.pos[k] == "PROPN"
            ]
            if syntax.pos[subject] != "PROPN":
                return None
            return _bearer([syntax.words[k] for k in sorted((subject, *near))])
        if syntax.head[i] == i:
            return None
        i = syntax.head[i]
    return None


def _bearer(name: list[str]) -> str | None:
    kept = [stem(word) for word in name if len(word.strip(".")) > 1 and "." not in word]
    return " ".join(kept) or None


def one_bearer(a: str, b: str) -> bool:
    """Whether two names as `bearer_of` gives them may name one person."""
    one, other = a.split(), b.split()
    if len(one) > 1 and len(other) > 1:
        return one[-1] == other[-1] and one[0] == other[0]
    return one[-1] == other[-1]


def namesakes(article: Article) -> frozenset[str]:
    """Surnames, as stems, that stand behind several first names: of "Hughes" one cannot tell."""
    firsts: dict[str, set[str]] = {}
    for first, last in _FULL_NAME.findall(article.text):
        if first.rstrip(".").lower() not in words("names", "titles"):
            firsts.setdefault(stem(last), set()).add(stem(first))
    return frozenset(last for last, before in firsts.items() if len(before) > 1)


def names_beside(place: Place) -> frozenset[str]:
    """Names within a few words of the figure, in its sentence or line."""
    written = place.syntax.words
    start = max(place.sentence[0], place.first - 7)
    end = min(place.sentence[1], place.stop + 6)
    for i in range(place.first - 1, start - 1, -1):
        if written[i] in (";", ":"):
            start = i
            break
    for i in range(place.stop, end):
        if written[i] in (";", ":", "."):
            end = i
            break
    beside = written[start : place.first] + written[place.stop : end]
    return frozenset(stem(w) for w in beside if w[:1].isupper() and is_content(w)) - _NO_NAMES


_NO_NAMES = DAY_STEMS | {"group", "match", "final"}


def speaker_in(syntax: Syntax, sentence: tuple[int, int]) -> str | None:
    """The subject of a verb of saying or counting, or a poll that has figures, in lower case."""
    places = range(*sentence)
    for i in places:
        if syntax.low[i] == "according":
            near = range(i + 2, min(i + 8, sentence[1]))
            names = [syntax.low[k] for k in near if syntax.pos[k] in ("PROPN", "NOUN")]
            return names[0] if names else None
    pronouns = words("measured_events", "pronouns.words")
    for i in places:
        if syntax.dep[i] != "nsubj" or syntax.low[i] in pronouns:
            continue
        verb = syntax.head[i]
        says = syntax.lemma[verb] in _SAYING or syntax.low[verb] in _SAYING
        if syntax.low[verb] in ("put", "puts"):
            says = any(syntax.low[k] == "at" for k in syntax.subtree(verb))
        if says or (singular(syntax.words[i]) in _STUDIES and syntax.lemma[verb] in _FINDING):
            beside = [
                k
                for k in sorted(syntax.subtree(i))
                if k - i < 14 and stem(syntax.words[k]) not in DAY_STEMS
            ]
            named = [syntax.low[k] for k in beside if syntax.pos[k] == "PROPN"]
            plain = [syntax.low[k] for k in beside if syntax.pos[k] in ("NOUN", "ADJ")]
            return " ".join((syntax.low[i], *(named or plain[:3])))
    return None


def credited(article: Article, figure: Span) -> str | None:
    """Who is credited with the figure, in lower case, or None for the narrator."""
    for attribution in article.attributions:
        source = attribution.source
        if source is None:
            continue
        for content in attribution.content:
            if content.start <= figure.start and figure.end <= content.end:
                return (source.entity or source.span.of(article.text)).lower()
    return None
