"""Whom a text has named up to a sentence, and which of them a description fits."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from attrib_lint.extract.chain import Person
from attrib_lint.extract.genders import gender_of
from attrib_lint.extract.pointing import REACH
from attrib_lint.extract.sources import Phrase
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import load, words

_LEAD = 3  # sentences of headline and lead, whose people are named below
_AHEAD = 4  # sentences that the lead looks ahead for a name
_GROUP = 20  # sentences that a group of named people is looked for in
_FOLLOWING = 2  # sentences that may name who made a study, after its first finding
_MEMORY = 200  # people that a role looks back: keeps the search linear
_ANOTHER = frozenset(("another", "second", "other", "every", "any", "no", "one"))
_GENERAL = frozenset(("lawmaker", "politician", "official", "leader", "executive", "candidate"))


class Roster:
    """Everybody whom a document mentions, in reading order, by name and by role."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._all = people
        self._sentences = [person.sentence for person in people]
        self.roles: dict[str, list[Person]] = {}
        self.marks: dict[str | None, set[str]] = {}
        for person in people:
            self.marks.setdefault(person.entity, set()).update(person.marks)
            for noun in person.nouns if person.entity is not None else ():
                self.roles.setdefault(noun, []).append(person)

    def near(self, sentence: int) -> Sequence[Person]:
        """The people mentioned within reach of a sentence."""
        first = bisect_left(self._sentences, sentence - REACH)
        return self._all[first : bisect_right(self._sentences, sentence)]

    def named_near(self, sentence: int) -> bool:
        """Whether two people have been named within reach."""
        near = {p.entity for p in self.near(sentence) if p.kind == "named_person"}
        return len(near - {None}) > 1

    def has_rivals(self, sentence: int) -> bool:
        """Whether two people act in the text up to a sentence; of its lead, in all of the text."""
        stop = len(self._all) if sentence <= _LEAD else bisect_right(self._sentences, sentence)
        acting = {p.entity for p in self._all[:stop] if p.subject and p.kind == "named_person"}
        return len(acting) > 1

    def is_named_group(self, noun: str, sentence: int) -> bool:
        """Whether people whom the text has named are "the lawmakers", "the women", "the authors".

        Of a study's authors, one name stands for all, and may follow in the next sentences.
        """
        met = self.roles.get(noun, ())
        if len({p.entity for p in met if p.sentence <= sentence}) > 1:
            return True
        team = noun in words("sources", "teams")
        begin = bisect_left(self._sentences, sentence - _GROUP)
        stop = bisect_right(self._sentences, sentence + (_FOLLOWING if team else 0))
        near = [p for p in self._all[begin:stop] if p.kind == "named_person"]
        titles = _titles(noun)
        gender = gender_of({noun}) if noun in ("woman", "man", "girl", "boy") else ""
        fitting = {
            p.entity
            for p in near
            if (gender and p.gender == gender) or not titles.isdisjoint(self.marks[p.entity])
        }
        return len(fitting) > (0 if team else 1)

    def named_later(self, syntax: Syntax, phrase: Phrase, sentence: int) -> Person | None:
        """The person whom the text names a little after the post: "A senator said ... Ann Lee".

        News names whoever its first sentences quote a few sentences on, by a title or anew.
        """
        office = phrase.noun in posts()
        before = {syntax.low[t] for t in range(phrase.first, phrase.head)}
        if before & _ANOTHER or (sentence > _LEAD and before & {"a", "an"}):
            return None
        if sentence <= _LEAD or office:
            for person in self.roles.get(phrase.noun, ()):
                if sentence <= person.sentence <= sentence + _AHEAD:
                    return person
        return self.introduced(phrase, sentence) if office and sentence <= _LEAD else None

    def introduced(self, phrase: Phrase, sentence: int) -> Person | None:
        """The first person whose full name comes in below the lead, as the subject of a clause."""
        gender = gender_of({phrase.noun})
        begin = bisect_right(self._sentences, sentence)
        for person in self._all[begin : bisect_right(self._sentences, sentence + _AHEAD)]:
            fits = not (gender and person.gender and gender != person.gender)
            fits = fits and (not person.nouns or phrase.noun in _GENERAL)
            if person.fresh and person.subject and fits and person.kind == "named_person":
                return person
        return None

    def described_best(self, people: list[Person], modifiers: set[str]) -> Person:
        """Whom "the Democratic nominee" means: who is described so most; the last among equals."""
        return max(reversed(people), key=lambda p: len(modifiers & self.marks[p.entity]))

    def last_person(self, sentence: int, noun: str, modifiers: set[str]) -> Person | None:
        """The named person whom "the senator" most likely means: the last subject, or the last."""
        gender, seats = gender_of({noun}), words("sources", "seats")
        near = [
            p
            for p in self._all[: bisect_right(self._sentences, sentence)][-_MEMORY:]
            if p.kind == "named_person"
            and (not gender or not p.gender or gender == p.gender)
            and not (noun in seats and self.marks[p.entity] & seats)
        ]
        best = self.described_best(near, modifiers) if near else None
        if best is not None and modifiers & self.marks[best.entity]:
            return best
        return next((p for p in reversed(near) if p.subject), best)


@cache
def _titles(noun: str) -> frozenset[str]:
    """What those are called whom a noun means together: "senator" of "lawmaker"."""
    key = f"members.{noun}"
    return words("sources", key) | {noun} if key in load("sources") else frozenset()


@cache
def posts() -> frozenset[str]:
    """Nouns of offices that one person holds at a time or stands for."""
    return words("sources", "offices")
