"""What a careless article dates twice: dates that need less to be held for one event's.

One act of one party, told by a verb and again by its noun ("left in January", "her February
exit"), or by one verb twice. What happens again and again, and what is dated in one sentence, is
left alone, as everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from attrib_lint.agreement.dated import Dated
from attrib_lint.agreement.happening import begins
from attrib_lint.agreement.people_of import DAY_STEMS
from attrib_lint.agreement.place import Place
from attrib_lint.agreement.retold import relative_head
from attrib_lint.agreement.stems import is_content, stem
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.extract.measured import singular
from attrib_lint.extract.syntax import Syntax, syntax_of
from attrib_lint.lexicon import load, words
from attrib_lint.questions.careful import is_careless

if TYPE_CHECKING:
    from attrib_lint.article import Article

_APART = lazy_regex(
    r"\b(?:again|another|previous|next|earlier|later|also|other|former|new|then|every|each"
    r"|(?:first|second|third)(?! week| half| fortnight))\b"
)
_BOUND = lazy_regex(r"\b(?:until|till|between|by|from|before|after|through)\s+(?:the\s+)?$")
_TIMES = frozenset(
    (
        "year",
        "month",
        "week",
        "night",
        "morning",
        "afternoon",
        "evening",
        "day",
        "weekend",
        "season",
    )
)
_WEEKDAY = lazy_regex(r"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_BEGIN = frozenset(("begin", "start", "open", "happen", "occur", "come", "take"))
_GENERAL = DAY_STEMS | frozenset(
    stem(word)
    for word in (
        *("year", "month", "week", "day", "time", "night", "people", "person"),
        *("company", "firm", "group", "report", "source", "official", "man", "woman", "last"),
    )
)
_WHEN = 5  # words after a date in which "when" is of it
_LEAST = 2  # words that two sentences share whose verb has no arguments in one of them


class Telling(Struct, frozen=True):
    """What is told at a date.

    `acts` are the acts of the verbs there; `noun` what is dated itself; `starts` whose beginning it
    is; `parties` stems of the verb's arguments; `around` of the whole sentence.
    """

    date: Dated
    acts: frozenset[str]
    verbs: frozenset[str]
    named: frozenset[str]
    noun: str | None
    starts: frozenset[str]
    lasts: bool
    parties: frozenset[str]
    around: frozenset[str]


def dated_twice(article: Article, found: Sequence[Dated]) -> Iterator[tuple[Dated, Dated]]:
    """Pairs of dates of a careless article that are of one event, each date once."""
    if not is_careless(article):
        return
    told = [t for m in found if (t := _telling(article, m)) is not None]
    taken = set[int]()
    for i, a in enumerate(told):
        for b in told[i + 1 :]:
            ends = {a.date.span.start, b.date.span.start}
            if ends & taken or a.date.sentence == b.date.sentence:
                continue
            if _are_apart(a.date, b.date) and _is_one_event(a, b):
                taken |= ends
                yield a.date, b.date


def _telling(article: Article, date: Dated) -> Telling | None:
    parsed = article.block_at(date.span.start)
    tokens = parsed.token_range(date.span) if parsed is not None else None
    if parsed is None or tokens is None:
        return None
    syntax = syntax_of(parsed.doc)
    place = Place.of(syntax, tokens.start, tokens.stop)
    verbs = _verbs_at(syntax, place, date)
    subjects = {k for v in verbs for k in _subjects(syntax, v)}
    noun = _noun_at(syntax, place)
    starts = {
        act
        for v in verbs
        if syntax.lemma[v] in _BEGIN
        for k in range(place.sentence[0], v)
        if syntax.pos[k] == "NOUN"
        for act in _acts_of(syntax.low[k])
    }
    return Telling(
        date=date,
        acts=frozenset(act for v in verbs for act in _acts_of(syntax.lemma[v])),
        verbs=frozenset(syntax.lemma[v] for v in verbs),
        named=frozenset(_acts_of(noun)) if noun else frozenset(),
        noun=stem(noun) if noun else None,
        starts=frozenset(starts),
        lasts=syntax.low[place.first - 1 : place.first] == ["since"] or "since" in place.before(5),
        parties=frozenset(
            {stem(syntax.words[k]) for k in subjects if is_content(syntax.words[k])}
            | {
                s
                for s in date.things
                if date.verb is not None and date.verb in {syntax.lemma[v] for v in verbs}
            }
        )
        - _GENERAL,
        around=frozenset(
            stem(syntax.words[k])
            for k in range(*place.sentence)
            if syntax.pos[k] in ("NOUN", "PROPN", "ADJ", "VERB") and is_content(syntax.words[k])
        )
        - _GENERAL,
    )


def _verbs_at(syntax: Syntax, place: Place, date: Dated) -> list[int]:
    """The verb that a date belongs to: of "when" after it, else the last before it, else its own.

    "In May, when a clerk handed over the file": the clerk's act is dated.
    """
    after = place.after(_WHEN)
    if "when" in after:
        at = place.stop + after.index("when")
        behind = [k for k in range(at, place.sentence[1]) if syntax.pos[k] == "VERB"]
        if behind:
            return behind[:1]
    ahead = [k for k in range(place.sentence[0], place.first) if syntax.pos[k] == "VERB"]
    own = [k for k in range(*place.sentence) if syntax.lemma[k] == date.verb]
    return ahead[-1:] or own[:1]


def _subjects(syntax: Syntax, verb: int) -> list[int]:
    """A verb's subject and the names joined to it."""
    found = []
    for k in syntax.kids[verb]:
        if syntax.full[k].startswith("nsubj") or syntax.full[k] == "obj":
            head = relative_head(syntax, verb, k)
            found += [
                head,
                *(j for j in syntax.kids[head] if syntax.full[j] in ("compound", "flat")),
            ]
    return [k for k in found if syntax.pos[k] in ("NOUN", "PROPN")]


def _noun_at(syntax: Syntax, place: Place) -> str | None:
    """The noun that a date stands before: "her February exit", "Saturday’s cloudburst"."""
    at = place.stop
    if syntax.low[at : at + 1] in (["’s"], ["'s"]):
        at += 1
    for k in range(at, min(at + 3, place.sentence[1])):
        if syntax.pos[k] == "NOUN" and syntax.pos[k + 1 : k + 2] != ["NOUN"]:
            return syntax.low[k] if syntax.low[k] not in _TIMES else None
        if syntax.pos[k] not in ("ADJ", "NOUN"):
            return None
    return None


def _acts_of(word: str) -> set[str]:
    """The acts that a verb or noun tells, else its own stem."""
    plain = singular(word)
    listed = {
        key.removeprefix("act.")
        for key, entries in load("measured_events").items()
        if key.startswith("act.") and (plain in entries or word in entries)
    }
    return listed or {stem(word)}


def _day_of(date: Dated) -> int | None:
    """The weekday that is written: that of "Monday 10 November" too."""
    match = _WEEKDAY.match(date.text)
    return _DAYS.index(match.group(1)) if match is not None else None


def _are_apart(a: Dated, b: Dated) -> bool:
    """Whether two dates of one grain are not one."""
    mine, theirs = _day_of(a), _day_of(b)
    if mine is not None and theirs is not None:
        return mine != theirs
    if a.month_day and b.month_day:
        return a.month_day != b.month_day
    if a.month and b.month:
        return a.month != b.month
    return bool(a.year and b.year and a.year != b.year) and not (a.month or b.month)


def _is_one_event(a: Telling, b: Telling) -> bool:
    if {a.date.tense, b.date.tense} == {"past", "future"}:
        return False
    near = (f"{t.date.before[-25:]} {t.date.after[:15]}" for t in (a, b))
    if any(_APART.search(words_near) for words_near in near):
        return False
    by_year = not (_day_of(a.date) is not None or a.date.month or a.date.month_day)
    for one, other in ((a, b), (b, a)):
        if one.noun is not None and other.noun is None and not (by_year or _is_bound(other)):
            if one.noun in other.parties and _names_it(one):
                return not other.lasts
            party = (other.parties | other.date.names) & one.around - {one.noun} - _GENERAL
            if one.named & other.acts and party:
                return not other.lasts
        if one.lasts and one.acts & other.starts and not by_year:
            return True
    if _is_bound(a) or _is_bound(b):
        return False
    if a.noun or b.noun or (a.lasts != b.lasts and not (_tells_when(a) or _tells_when(b))):
        return False
    if not a.verbs & b.verbs or _is_repeated(a.verbs & b.verbs):
        return False
    if by_year and not _once_only(a.verbs & b.verbs):
        return False
    if a.parties and b.parties:
        told_of = a.parties & b.around and b.parties & a.around
        return bool(a.parties & b.parties or told_of)
    verbs = {stem(verb) for verb in a.verbs | b.verbs}
    shared = (a.around & b.around) - verbs
    return len(shared) >= _LEAST


def _names_it(one: Telling) -> bool:
    """ "Saturday’s cloudburst", "the May flood"."""
    return one.date.after[:2] in ("’s", "'s") or one.date.before.lower().endswith("the ")


def _is_bound(told: Telling) -> bool:
    """ "Until May", "from Monday": the end of a time, or something else's time."""
    return _BOUND.search(told.date.before) is not None


def _tells_when(told: Telling) -> bool:
    """ "Since May, when a clerk handed over the file": no span of time is meant."""
    return "when" in told.date.right[:_WHEN]


def _is_repeated(verbs: frozenset[str]) -> bool:
    return not verbs - words("measured_events", "undated.verbs")


def _once_only(verbs: frozenset[str]) -> bool:
    once = words("measured_events", "lifetime.verbs")
    return any(verb in once or begins(verb) for verb in verbs)
