"""Dates with the event they date; plain data, no parse kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from attrib_lint.agreement.happening import named_at, told_at
from attrib_lint.agreement.place import Place
from attrib_lint.agreement.retold import is_identified, is_retold, relative_head
from attrib_lint.agreement.stems import event_class, is_content, stem
from attrib_lint.core.facts import DateMention
from attrib_lint.core.span import Span
from attrib_lint.extract.measured import governing_verb
from attrib_lint.extract.syntax import Syntax, syntax_of
from attrib_lint.lexicon import words

if TYPE_CHECKING:
    from attrib_lint.article import Article

_TIMES_OF_DAY = frozenset(("night", "morning", "afternoon", "evening", "day", "eve"))
_PERSONAL = frozenset(["he", "she", "they", "it", "we", "i", "you", "who"])


class Dated(Struct, frozen=True):
    """A date and what happened then.

    `event` is the class of the governing verb, None for a verb that tells no event of its own.
    `noun` is the noun that the date is attached to ("the April letter"). `things` are stems of the
    verb's subject and objects, `objects` of its objects alone; `names` proper names in the
    sentence. `patients` are stems of what the verb is done to, `several` says that there are more
    of them than one, `known` that one has a name or "the", `indefinite` that it is new: "a video
    dated ...". `verb` is the governing verb itself, `tense` its tense; `told` and `called` are the
    happenings that the words beside the date tell and name.
    """

    mention: DateMention
    text: str
    block: int
    sentence: Span
    event: str | None
    noun: str | None
    things: frozenset[str]
    objects: frozenset[str]
    subjects: frozenset[str]
    names: frozenset[str]
    patients: frozenset[str]
    several: bool
    known: bool
    indefinite: bool
    left: tuple[str, ...]
    right: tuple[str, ...]
    before: str
    after: str
    verb: str | None = None
    tense: Literal["past", "future"] | None = None
    told: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    retold: bool = False

    @property
    def span(self) -> Span:
        """The prose span of the date."""
        return self.mention.span

    @property
    def month_day(self) -> str | None:
        """ "04-11" where month and day are written."""
        value = self.mention.value
        return value[5:] if len(value) == 10 and "XX" not in value[5:] else None

    @property
    def month(self) -> str | None:
        """ "04" where a month is written."""
        value = self.mention.value
        return value[5:7] if len(value) >= 7 and value[5:7].isdecimal() else None

    @property
    def year(self) -> str | None:
        """ "2024" where a year is written."""
        return self.mention.value[:4] if self.mention.value[:4].isdecimal() else None

    @property
    def weekday(self) -> str | None:
        """ "2" for a bare Tuesday."""
        value = self.mention.value
        return value[-1] if "-WXX-" in value else None


def dated(article: Article) -> tuple[Dated, ...]:
    """Every date of an article with its event, in reading order."""
    found = []
    for mention in article.dates:
        span = mention.span
        parsed = article.block_at(span.start)
        tokens = parsed.token_range(span) if parsed is not None else None
        if parsed is None or tokens is None:
            continue
        syntax = syntax_of(parsed.doc)
        place = Place.of(syntax, tokens.start, tokens.stop)
        verb = _verb(syntax, place)
        subjects, objects = _arguments(syntax, verb, tokens)
        patients = _patients(syntax, verb)
        found.append(
            Dated(
                mention=mention,
                text=span.of(article.text),
                block=parsed.index,
                sentence=syntax.span(*place.sentence).shift(parsed.start),
                event=_event(syntax, verb),
                noun=_noun(syntax, place.root, tokens),
                things=subjects | objects,
                objects=objects,
                subjects=subjects,
                names=frozenset(
                    stem(syntax.words[i])
                    for i in range(*place.sentence)
                    if syntax.pos[i] == "PROPN" and is_content(syntax.words[i]) and i not in tokens
                ),
                patients=frozenset(w for i in patients for w in _words(syntax, i)),
                several=any(syntax.tag[i] in ("NNS", "NNPS") for i in patients),
                known=any(is_identified(syntax, i) for i in patients),
                indefinite=any(_has_a(syntax, i) for i in patients),
                left=tuple(place.before(6)),
                right=tuple(place.after(6)),
                before=article.text[max(0, span.start - 40) : span.start],
                after=article.text[span.end : span.end + 40],
                verb=syntax.lemma[verb] if verb is not None else None,
                tense=_tense(syntax, verb),
                told=told_at(syntax, place, verb),
                retold=is_retold(syntax, verb) or _is_known(syntax, place.root, tokens),
                called=named_at(
                    article.text[max(0, span.start - 5) : span.start],
                    article.text[span.end : span.end + 40],
                ),
            )
        )
    return tuple(found)


def _verb(syntax: Syntax, place: Place) -> int | None:
    """The verb that a date modifies; a noun in between keeps it from the verb.

    A participle right before the date has it, wherever the parse hangs the date: "a complaint
    unsealed Thursday".
    """
    root, ahead = place.root, place.first - 1
    if ahead >= 0 and syntax.low[ahead] == "on":
        ahead -= 1
    if ahead >= 0 and syntax.tag[ahead] == "VBN" and syntax.pos[ahead] == "VERB":
        return ahead
    attached = syntax.full[root].startswith(("nmod", "compound", "appos"))
    if attached and syntax.low[syntax.head[root]] in _TIMES_OF_DAY:
        return governing_verb(syntax, syntax.head[root])
    if attached and syntax.pos[syntax.head[root]] == "NOUN":
        return None
    return governing_verb(syntax, root)


def _tense(syntax: Syntax, verb: int | None) -> Literal["past", "future"] | None:
    """Whether a verb tells what was or what will be; None where it shows neither."""
    if verb is None:
        return None
    helpers = {syntax.low[k] for k in syntax.kids_of(verb, "aux", "aux:pass", "mark")}
    if helpers & {"will", "shall", "’ll", "'ll", "to"}:
        return "future"
    return "past" if syntax.tag[verb] in ("VBD", "VBN") else None


def _patients(syntax: Syntax, verb: int | None) -> list[int]:
    """What a verb is done to: its object, the subject of a passive, the noun of a participle."""
    if verb is None:
        return []
    things = [k for k in syntax.kids[verb] if syntax.full[k] in ("obj", "nsubj:pass")]
    things = [relative_head(syntax, verb, k) for k in things]
    if syntax.full[verb].startswith("acl"):
        things.append(syntax.head[verb])
    return things


def _has_a(syntax: Syntax, noun: int) -> bool:
    """Whether a noun has "a", so that nobody has told of it before."""
    return any(syntax.low[k] in ("a", "an") for k in syntax.kids_of(noun, "det"))


def _event(syntax: Syntax, verb: int | None) -> str | None:
    if verb is None or syntax.lemma[verb] in words("measured_events", "undated.verbs"):
        return None
    return event_class(syntax.lemma[verb]) or event_class(syntax.low[verb])


def _noun(syntax: Syntax, root: int, date: range) -> str | None:
    """The noun that a date is attached to: "the April letter", "the debate on December 5"."""
    head = syntax.head[root]
    attached = syntax.full[root].startswith(("nmod", "compound", "amod", "appos"))
    if syntax.low[head] in _TIMES_OF_DAY:
        return None
    if attached and head not in date and syntax.pos[head] == "NOUN":
        return stem(syntax.words[head])
    return None


def _is_known(syntax: Syntax, root: int, date: range) -> bool:
    """Whether a date is of a noun with "the" or "its": "since its founding in May"."""
    head = syntax.head[root]
    attached = syntax.full[root].startswith("nmod") and head not in date
    if syntax.low[head] in _TIMES_OF_DAY:
        return False
    return attached and syntax.pos[head] == "NOUN" and is_identified(syntax, head)


def _arguments(
    syntax: Syntax, verb: int | None, date: range
) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of a verb's subjects and objects, names and nouns only."""
    if verb is None:
        return frozenset(), frozenset()
    subjects: set[str] = set()
    objects: set[str] = set()
    above = syntax.head[verb]
    if syntax.full[verb].startswith("acl") and syntax.pos[above] in ("NOUN", "PROPN"):
        (objects if syntax.tag[verb] == "VBN" else subjects).update(_words(syntax, above))
    for given in syntax.kids[verb]:
        label = syntax.full[given]
        if given in date:
            continue
        child = relative_head(syntax, verb, given) if label.startswith("nsubj") else given
        if syntax.low[child] in _PERSONAL:
            if label == "nsubj":  # "she and Milo Vance split"
                also = (k for k in syntax.kids[child] if syntax.full[k] == "conj")
                subjects.update(w for k in also for w in _words(syntax, k))
        elif label == "nsubj:pass":
            objects.update(_words(syntax, child))
        elif label.startswith("nsubj"):
            subjects.update(_words(syntax, child))
        elif label in ("obj", "iobj", "dobj", "obl"):
            objects.update(_words(syntax, child))
    return frozenset(subjects), frozenset(objects)


def _words(syntax: Syntax, head: int) -> set[str]:
    near = [head]
    for k in syntax.kids[head]:
        label = syntax.full[k]
        joined = label in ("compound", "flat") and abs(k - head) < 4
        if joined or (label == "conj" and syntax.pos[k] == "PROPN"):
            near.append(k)
    return {
        stem(syntax.words[i])
        for i in near
        if syntax.pos[i] in ("NOUN", "PROPN") and is_content(syntax.words[i])
    }
