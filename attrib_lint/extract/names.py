"""Finds proper names and gives each the fullest form that the document has for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from attrib_lint.core.facts import NameMention
from attrib_lint.core.span import Span
from attrib_lint.extract.publishing import publishes
from attrib_lint.extract.syntax import Syntax, syntax_of
from attrib_lint.lexicon import load, words

if TYPE_CHECKING:
    from spacy.tokens import Doc

Kind = Literal["person", "org", "outlet", "place", "other"]
_LINKS = frozenset(
    (
        "of",
        "for",
        "the",
        "and",
        "&",
        "de",
        "la",
        "van",
        "von",
        "der",
        "bin",
        "al",
        "du",
        "di",
        "dello",
        "della",
        "del",
    )
)
_BODIES = frozenset(
    ("firm", "company", "bank", "charity", "startup", "start-up", "retailer", "airline")
)
_LOOSE = frozenset(("of", "for", "the", "and", "&"))


@dataclass(frozen=True, slots=True)
class _Run:
    """Tokens first .. stop - 1 of one block that look like a name, titles left out."""

    syntax: Syntax
    offset: int
    first: int
    stop: int
    titled: bool
    low: tuple[str, ...]

    @property
    def text(self) -> str:
        span = self.syntax.span(self.first, self.stop)
        return " ".join(span.of(self.syntax.text).split())


def find_names(docs: tuple[tuple[Doc, int], ...]) -> tuple[NameMention, ...]:
    """Every proper name in the blocks (each with its prose offset), in reading order.

    Titles ("Mr.", "Senator") are not part of a name. Surnames and acronyms carry the fullest name
    that stands in the document. A person is typed by title, given name, apposition or the
    recogniser; an organisation by its words, an outlet by its name.
    """
    plain = {w for doc, _ in docs for w in syntax_of(doc).words if w.islower()}
    runs = [
        run
        for doc, offset in docs
        for run in _runs(syntax_of(doc), offset)
        if not _is_plain(run, plain)
    ]
    kinds = _kinds(runs)
    fullest = _fullest(runs, kinds)
    return tuple(
        NameMention(
            Span(run.offset + span.start, run.offset + span.end),
            *fullest[run.low],
        )
        for run in runs
        if (span := run.syntax.span(run.first, run.stop))
    )


def _is_plain(run: _Run, plain: set[str]) -> bool:
    """Whether a lone capitalised word is a common one, by the rest of the document."""
    if run.stop - run.first > 1 or run.titled:
        return False
    first = run.first == run.syntax.sent_spans[run.syntax.sent[run.first]][0]
    if run.low[0] in _people_words() or (first and run.low[0] in plain):
        return True
    return first and _is_body_noun(run)


def _is_body_noun(run: _Run) -> bool:
    """Whether a capitalised first word says what kind of body: "Club insiders", "Bank staff"."""
    syntax, following = run.syntax, run.stop
    return (
        run.low[0] in words("names", "org_words")
        and not syntax.words[run.first].isupper()
        and following < len(syntax)
        and syntax.words[following].islower()
        and syntax.pos[following] == "NOUN"
        and run.low[0] in words("sources", "institutions")
    )


def is_title_case(syntax: Syntax, sent: int) -> bool:
    """Whether nearly every word of a sentence is capitalised, so that capitals tell nothing."""
    first, stop = syntax.sent_spans[sent]
    long_words = [w for w in syntax.words[first:stop] if len(w) > 3 and w[0].isalpha()]
    capitals = sum(w[0].isupper() for w in long_words)
    return len(long_words) >= 4 and capitals >= 0.8 * len(long_words)


def _runs(syntax: Syntax, offset: int) -> Iterator[_Run]:
    """The longest stretches of capitalised name words, cut at titles."""
    size = len(syntax)
    i = 0
    if all(word == low for word, low in zip(syntax.words, syntax.low, strict=True)):
        return
    shouting = [is_title_case(syntax, s) for s in range(len(syntax.sent_spans))]
    while i < size:
        if not _is_name_word(syntax, i, shouting):
            i += 1
            continue
        stop = i + 1
        while stop < size and syntax.sent[stop] == syntax.sent[i]:
            if _is_name_word(syntax, stop, shouting):
                stop += 1
            elif (
                syntax.low[stop] in _LINKS and stop + 1 < size and _links_on(syntax, stop, shouting)
            ):
                stop += 1 if _is_name_word(syntax, stop + 1, shouting) else 2
            elif syntax.low[stop - 1] == "channel" and syntax.words[stop].isdecimal():
                stop += 1
            else:
                break
        for before, after in _split_titles(syntax, i, stop):
            if after > before and before > i and _is_real(syntax, i, before - 1) and before - 1 > i:
                yield _Run(syntax, offset, i, before - 1, False, _form(syntax, i, before - 1))
            i = before
        first, titled = _without_titles(syntax, i, stop)
        if first < stop and _is_real(syntax, first, stop):
            yield _Run(syntax, offset, first, stop, titled, _form(syntax, first, stop))
        i = max(stop, i + 1)


def _form(syntax: Syntax, first: int, stop: int) -> tuple[str, ...]:
    """A name's words in lower case, without the stops of initials."""
    return tuple(word.rstrip(".") or word for word in syntax.low[first:stop])


def _links_on(syntax: Syntax, i: int, shouting: list[bool]) -> bool:
    """Whether "of" or "and" joins two halves of one name."""
    following = i + 1
    if (
        syntax.low[following] == "the"
        and following + 1 < len(syntax)
        and syntax.low[i] in ("of", "for")
    ):
        following += 1
    if not _is_name_word(syntax, following, shouting):
        return False
    if syntax.low[i] not in _LOOSE:
        return True
    if syntax.low[i] == "the":
        return False
    if syntax.low[i] in ("and", "&"):
        return syntax.low[i] == "&" or (
            bool(syntax.ent[i]) and syntax.ent[i - 1] == syntax.ent[following] == "ORG"
        )
    org = words("names", "org_words")
    if syntax.low[i - 1] in org or syntax.ent[i] == "ORG":
        return True
    while following < len(syntax) and _is_name_word(syntax, following, shouting):
        following += 1
    return syntax.low[following - 1] in org


def _is_name_word(syntax: Syntax, i: int, shouting: list[bool]) -> bool:
    word = syntax.words[i]
    if word == syntax.low[i]:
        return False
    if not (word[0].isupper() or (word[0].isalpha() and word[1:2].isupper())):
        return False
    if syntax.low[i].rstrip(".") in words("names", "never"):
        return False
    if syntax.pos[i] == "PROPN" or (syntax.ent[i] and syntax.pos[i] not in ("DET", "PRON", "ADP")):
        if shouting[syntax.sent[i]] and not syntax.ent[i]:
            return syntax.low[i] in _known_words() or syntax.pos[i] == "PROPN"
        return True
    starts = i == syntax.sent_spans[syntax.sent[i]][0]
    return (
        not starts
        and not shouting[syntax.sent[i]]
        and syntax.pos[i] in ("NOUN", "ADJ", "X", "NUM")
        and syntax.low[i - 1] not in ("“", '"', ":", "‘", "''")
        and (len(word) > 1)
        and not word.isdecimal()
        and syntax.tag[i] != "JJ"
    )


@cache
def _known_words() -> frozenset[str]:
    return words("names", "given", "places", "org_words", "outlet_words", "titles")


def _split_titles(syntax: Syntax, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """Where a title parts an organisation from a person: "House Speaker | Ann Lee"."""
    split = words("names", "splitting")
    org = words("names", "org_words")
    for i in range(stop - 2, first, -1):
        if syntax.low[i].rstrip(".") in split and syntax.low[stop - 1] not in org:
            yield i + 1, stop
            return


def _without_titles(syntax: Syntax, first: int, stop: int) -> tuple[int, bool]:
    titled = False
    titles = words("names", "titles")
    while stop - first > 1 and syntax.low[first].rstrip(".") in titles:
        if syntax.low[first] in words("names", "org_words") and stop - first > 2:
            break
        first += 1
        titled = True
    if not titled and first > 0 and syntax.low[first - 1].rstrip(".") in titles:
        titled = True
    return first, titled


def _is_real(syntax: Syntax, first: int, stop: int) -> bool:
    """A lone capital at a sentence's start is a name only where the parse says so."""
    if stop - first > 1 or first != syntax.sent_spans[syntax.sent[first]][0]:
        return len(syntax.words[first]) > 1 or stop - first > 1
    return syntax.pos[first] == "PROPN" and len(syntax.words[first]) > 1


@cache
def _people_words() -> frozenset[str]:
    """Plurals that no name consists of: "Critics", "Officials"."""
    return frozenset(f"{w}s" for w in words("sources", "roles", "collectives", "bare", "documents"))


def _kinds(runs: list[_Run]) -> dict[tuple[str, ...], Kind]:
    """One kind for each form, by the votes of all its mentions."""
    votes: dict[tuple[str, ...], Counter[Kind]] = {}
    for run in runs:
        count = votes.setdefault(run.low, Counter())
        for kind, weight in _votes(run):
            count[kind] += weight
    kinds = {
        low: (count.most_common(1)[0][0] if count else "other") for low, count in votes.items()
    }
    people: dict[str, int] = Counter(
        low[-1] for low, kind in kinds.items() if kind == "person" and len(low) > 1
    )
    for low in kinds:
        if len(low) == 1 and low[0] in people:
            kinds[low] = "person"
    return kinds


def _votes(run: _Run) -> Iterator[tuple[Kind, int]]:
    """What speaks for a kind, with its weight."""
    low, syntax = run.low, run.syntax
    last, joined = low[-1], " ".join(low)
    article = run.first > 0 and syntax.low[run.first - 1] == "the"
    if joined in _outlets() or (f"the {joined}" in _outlets() and (article or len(low) > 1)):
        yield "outlet", 4
    elif len(low) > 1 and last in words("names", "outlet_words"):
        yield "outlet", 3
    elif len(low) > 1 and low[0] in words("names", "outlet_openers"):
        yield "outlet", 4
    before = syntax.low[run.first - 1] if run.first else ""
    if before in _BODIES:
        yield "org", 4
    if publishes(syntax, run.first, run.stop):
        yield "outlet", 4
    if run.titled and not (set(low) & words("names", "org_words")):
        yield "person", 3
    if (
        low[0] in words("names", "given")
        and len(low) > 1
        and last not in words("names", "org_words")
    ):
        yield "person", 3
    if any(word in words("names", "org_words") for word in low):
        yield "org", 3
    if last in words("names", "places") and not run.titled and len(low) <= 2:
        yield "place", 2
    word = syntax.words[run.first]
    if len(low) == 1 and word.isupper() and 2 <= len(word) <= 6 and word.isalpha():
        yield "org", 2
    for i in range(run.first, run.stop):
        label = syntax.ent[i]
        if label in ("PERSON", "PER"):
            yield "person", 1
        elif label == "ORG":
            yield "org", 1
        elif label in ("LOC", "GPE"):
            yield "place", 1
        break
    after = syntax.low[run.stop] if run.stop < len(syntax) else ""
    nxt = syntax.low[run.stop + 1] if run.stop + 1 < len(syntax) else ""
    if nxt in ("who", "whose") and after == ",":
        yield "person", 2
    if after == "," and nxt.isdecimal() and len(nxt) == 2 and len(low) > 1:
        yield "person", 3


@cache
def _outlets() -> frozenset[str]:
    return words("names", "outlets")


def _fullest(
    runs: list[_Run], kinds: dict[tuple[str, ...], Kind]
) -> dict[tuple[str, ...], tuple[str, Kind]]:
    """For each form the longest form of the same name, with its kind."""
    written = {run.low: run.text for run in runs}
    by_last: dict[str, tuple[str, ...]] = {}
    by_first: dict[str, tuple[str, ...]] = {}
    by_acronym: dict[str, tuple[str, ...]] = {}
    for low in written:
        if len(low) < 2:
            continue
        if kinds[low] == "person":
            for table, key in ((by_last, low[-1]), (by_first, low[0])):
                if key not in table or len(low) > len(table[key]):
                    table[key] = low
        else:
            initials = "".join(word[0] for word in low if word not in _LOOSE)
            by_acronym.setdefault(initials, low)
            by_acronym.setdefault("".join(word[0] for word in low), low)
    full: dict[tuple[str, ...], tuple[str, Kind]] = {}
    for low, text in written.items():
        longer: tuple[str, ...] | None = None
        if kinds[low] == "person":
            longer = by_last.get(low[-1]) or (by_first.get(low[0]) if len(low) == 1 else None)
            if longer and len(low) > 1 and low[0][0] != longer[0][0]:
                longer = None
        elif len(low) == 1:
            longer = by_acronym.get(low[0].replace(".", ""))
        best = longer if longer and len(longer) > len(low) else low
        full[low] = (written[best] if best != low else text, kinds[best])
    return full


def outlet_names() -> tuple[str, ...]:
    """The outlets known by name, as written."""
    return load("names")["outlets"]
