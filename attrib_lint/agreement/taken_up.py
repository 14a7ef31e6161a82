"""A figure with "the" that takes up an earlier one, and gives another value: "the 26 miners".

What is said with "the" has been told before. So a later figure with "the" is held against the
earlier ones of the same thing, whoever is quoted around it and whatever happens there; it
conflicts where the article knows one earlier value only, and never gives its own. So does a figure
in a clause that tells again who did what: "the jury, which had sat for 31 hours".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from attrib_lint.agreement.asked import asked_apart
from attrib_lint.agreement.mention import Mention
from attrib_lint.agreement.same_fact import times_differ
from attrib_lint.agreement.stems import event_class, excludes, is_content, named_event, stem
from attrib_lint.agreement.values import (
    are_apart,
    dimension,
    is_label,
    is_mistyped,
    is_slip,
    manner,
    ratio,
)
from attrib_lint.core.facts import Quantity
from attrib_lint.extract.syntax import Syntax, syntax_of
from attrib_lint.extract.units import is_currency, is_duration
from attrib_lint.lexicon import words

if TYPE_CHECKING:
    from attrib_lint.article import Article

_ANYBODY = frozenset(("person", "victim"))
_FAR = 4.0  # times: farther apart, two figures are of two things
_WHOLE_SUMS = frozenset(("exact", "about"))
_WHOLES = frozenset(("all", "both"))
_SMALL = 2.0  # what there are two of, there are many
_NEAR = 1  # blocks: people who go by another name are taken up at once
_LEAST = 12.0  # fewer people are another few
_LIMITING = ("acl", "nmod")
_TELLING = ("NOUN", "PROPN", "VERB", "ADJ")
_CLAUSE_OPENS = ("aux", "cop", "advmod")


class Limits:
    """What stands after the nouns of figures and limits them: "the 12 witnesses called by us"."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._openings = _openings(article)
        self._kept: dict[int, frozenset[frozenset[str]]] = {}

    def topic(self, mention: Mention) -> frozenset[str]:
        """The words of the opening, as far as it stands before a figure."""
        return frozenset[str]().union(*self._openings[: mention.block])

    def is_another(self, a: Mention, b: Mention) -> bool:
        """Whether a later figure with "the" is limited to what the earlier sentence does not tell.

        "20 witnesses", "the 12 witnesses called by the families": a part, not the whole again. A
        part is smaller.
        """
        low, whole = (m.quantity.interval.low or 0 for m in (b, a))
        if not b.definite or b.headline or low >= whole:
            return False
        told = a.around | a.events | a.acts | a.known | self.topic(b)
        return any(told.isdisjoint(names) for names in self._of(b))

    def words(self, mention: Mention) -> frozenset[str]:
        """The stems of what limits a figure: "the 500 who voted for Reeve"."""
        return frozenset[str]().union(*self._of(mention))

    def _of(self, mention: Mention) -> frozenset[frozenset[str]]:
        start = mention.span.start
        if start not in self._kept:
            self._kept[start] = self._read(mention)
        return self._kept[start]

    def _read(self, mention: Mention) -> frozenset[frozenset[str]]:
        parsed = self._article.block_at(mention.span.start)
        full = mention.quantity.noun_span or mention.span
        phrase = parsed.token_range(full) if parsed is not None else None
        if parsed is None or phrase is None:
            return frozenset()
        syntax = syntax_of(parsed.doc)
        limiting = _limiting(syntax, phrase[-1])
        return frozenset(_names(syntax, i) for i in limiting if _says_which(syntax, i))


def _says_which(syntax: Syntax, i: int) -> bool:
    """Whether a word of a limiting phrase has a meaning of its own: not "made", not "who"."""
    if syntax.pos[i] not in _TELLING or not is_content(syntax.words[i]):
        return False
    return syntax.pos[i] != "VERB" or event_class(syntax.lemma[i]) is not None


def _names(syntax: Syntax, i: int) -> frozenset[str]:
    """A word's stem, and the event that it tells."""
    return frozenset((stem(syntax.words[i]), event_class(syntax.lemma[i]) or ""))


def _limiting(syntax: Syntax, head: int) -> set[int]:
    """The words after a noun that say which things are meant; after a comma none do."""
    if head + 1 >= len(syntax) or syntax.pos[head + 1] == "PUNCT":
        return set()
    found = {
        i
        for k in syntax.kids[head]
        if k > head and syntax.dep[k] in _LIMITING and syntax.pos[syntax.left[k] - 1] != "PUNCT"
        for i in syntax.subtree(k)
    }
    if syntax.dep[head] == "nsubj" and syntax.head[head] > head:
        verb = syntax.head[head]
        opens = [k for k in syntax.kids_of(verb, *_CLAUSE_OPENS) if k > head]
        found.update(range(head + 1, min([verb, *opens])))
    return found


def taken_up(
    article: Article, found: Sequence[Mention], limits: Limits
) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of a figure and the later one that takes it up or tells it again, otherwise."""
    groups: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in found:
        groups[dimension(mention.quantity)].append(mention)
    for b in found:
        if not _is_whole(b) or b.headline:
            continue
        topic, alike = limits.topic(b), groups[dimension(b.quantity)]
        for likely, is_meant in ((is_like, _is_meant), (_is_act_like, _is_same_act)):
            like = [m for m in alike if m is not b and likely(m, b)]
            before = [m for m in like if m.span.end < b.span.start and m.sentence != b.sentence]
            if not before or any(not are_apart(m.quantity, b.quantity) for m in like):
                continue
            told = [m for m in before if _tells_of(m, b)]  # "the promised 500", of all the homes
            a = (told or before)[0]
            same = all(not are_apart(m.quantity, a.quantity) for m in told or like)
            if not (
                same and _is_whole(a) and _are_near(a, b) and is_meant(a, b, topic, limits.words(b))
            ):
                continue
            if not limits.is_another(a, b):
                yield a, b
                break


def _tells_of(a: Mention, b: Mention) -> bool:
    """Whether the same happens in both, and nothing else to the first: "dead", but not "missing"
    beside the dead."""
    return bool(a.known & b.known) and not any(excludes(x, y) for x in a.known for y in b.known)


def _openings(article: Article) -> list[frozenset[str]]:
    """The words of the headline and the first paragraph, which the whole story is about."""
    opening = (syntax_of(parsed.doc).words for parsed in article.parsed[:2])
    return [frozenset(stem(word) for word in line if is_content(word)) for line in opening]


def _is_whole(mention: Mention) -> bool:
    """Whether a figure gives all of a thing, and exactly so."""
    if mention.quantity.unit in ("age", "score", "ordinal", "point") or is_label(mention.quantity):
        return False
    return not (mention.part or mention.ranked or mention.updates)


def _are_near(a: Mention, b: Mention) -> bool:
    """Whether a slip of the pen can have made one figure of the other."""
    low = min(q.interval.low or 0 for q in (a.quantity, b.quantity))
    if low < _SMALL or (low == _SMALL and b.quantity.unit == "count") or not b.quantity.exact:
        return False
    return _is_slip(a.quantity, b.quantity) or ratio(a.quantity, b.quantity) <= _FAR


def _is_act_like(a: Mention, b: Mention) -> bool:
    """Whether the same is done in both, to the same things where they are counted."""
    if dimension(a.quantity) != dimension(b.quantity) or a.rate != b.rate:
        return False
    if not (a.acts | a.known) & (b.acts | b.named_by):
        return False
    if a.quantity.unit == "count":
        return bool(a.nouns & b.nouns)
    return bool(a.nouns & b.nouns) or not (a.nouns and b.nouns)


def _is_same_act(
    a: Mention, b: Mention, topic: AbstractSet[str], _limiting: AbstractSet[str]
) -> bool:
    """Whether the later figure tells again what the same party did, at no other time."""
    if not b.retold or not a.quantity.exact or times_differ(a.times, b.times):
        return False
    if b.names - a.names - topic or (b.polled and b.quantity.unit == "%"):
        return False  # "who voted for Reeve": somebody else's
    if a.subject and b.subject:
        return bool(a.subject & b.subject)
    return bool(b.acts & a.acts)


def is_like(a: Mention, b: Mention) -> bool:
    """Whether two figures can be of one thing, by what they measure or by what happens to it."""
    if dimension(a.quantity) != dimension(b.quantity) or a.rate != b.rate:
        return False
    first, second = (a, b) if a.span.start < b.span.start else (b, a)
    return _may_be_one(first, second, b.quantity.unit) and not asked_apart(a, b)


def _may_be_one(first: Mention, second: Mention, unit: str) -> bool:
    if first.nouns & second.nouns:
        return True
    if unit == "count":
        return _are_one_crowd(first, second)
    if not (is_currency(unit) or is_duration(unit) or unit == "%"):
        return False
    if unit == "%" and first.nouns and not second.nouns:
        return True  # "a 26% stake", "its 24 percent"
    told = {named_event(noun) for noun in second.nouns} - {None}
    if told & (first.known | first.acts) or {stem(n) for n in second.nouns} & first.around:
        return True
    return is_currency(unit) and bool(second.phrase) and second.phrase <= first.around


def _are_one_sum(a: Mention, b: Mention) -> bool:
    """Whether no sum is part of the other, as of "more than £9m" or "several million" much is.

    Sums that no noun joins are one where their digits are.
    """
    if a.nouns & b.nouns or not is_currency(b.quantity.unit) or _is_slip(a.quantity, b.quantity):
        return True
    return bool(b.nouns) and {manner(a.quantity), manner(b.quantity)} <= _WHOLE_SUMS


def _is_slip(a: Quantity, b: Quantity) -> bool:
    return is_slip(a, b) or is_mistyped(a, b)


def _are_one_crowd(a: Mention, b: Mention) -> bool:
    """Whether both count people, to whom the same happens or who are told of in one breath."""
    folk = words("measured_events", "population.words")
    if not (a.nouns & folk and b.nouns & folk) or not _may_be_whole(a, b):
        return False
    happens = (a.known | a.acts) & (b.known | b.acts | b.named_by)
    large = min(a.quantity.interval.low or 0, b.quantity.interval.low or 0) > _LEAST
    return bool(happens) or (large and b.block - a.block <= _NEAR)


def _may_be_whole(a: Mention, b: Mention) -> bool:
    """Whether no part is meant: of ten people three may be officers, of three officers ten not."""
    one, other = (bool(m.nouns & _ANYBODY) for m in (a, b))
    low, later = (m.quantity.interval.low or 0 for m in (a, b))
    return one == other or (later > low if one else later < low)


def _is_meant(a: Mention, b: Mention, topic: AbstractSet[str], limiting: AbstractSet[str]) -> bool:
    """Whether nothing beside the later figure tells of other things than the earlier one."""
    if not b.definite or a.compound != b.compound or not _are_one_sum(a, b):
        return False
    if a.compound and a.definite and is_duration(a.quantity.unit):
        return False  # "the 10-year yield", "the 30-year yield": two kinds that readers know
    if not _WHOLES.isdisjoint((*a.left[-1:], *a.text.lower().split()[:1])):
        return False  # "all three passengers" of one crash say nothing of another's
    if (b.phrase | b.proper) - a.around - topic or (b.proper and a.proper - b.proper):
        return False
    told = b.named_by - {named_event(noun) for noun in b.nouns}
    if told and limiting & b.names - a.names - topic:
        return False  # "the 500 who voted for Reeve"
    return not told or bool(told & (a.events | a.around | a.acts))
