"""Who "his wife" and "Lee's daughter" are, where the text names somebody of that family."""

from __future__ import annotations

from collections.abc import Sequence

from attrib_lint.extract.chain import Person
from attrib_lint.extract.genders import gender_of, gender_of_pronoun
from attrib_lint.extract.pointing import REACH
from attrib_lint.extract.sources import Phrase
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words


def relative_of(
    syntax: Syntax, phrase: Phrase, people: Sequence[Person], sentence: int
) -> Person | None:
    """The one other person in the text who has the surname of a relative's owner."""
    if phrase.plural or phrase.noun not in words("sources", "kin"):
        return None
    owner = _owner(syntax, phrase, people, sentence)
    if owner is None:
        return None
    *_, surname = owner.split()
    gender = gender_of({phrase.noun})
    family: dict[str, Person] = {}
    for person in people:
        name = person.entity or ""
        fits = not (gender and person.gender and gender != person.gender)
        if name != owner and " " in name and name.split()[-1] == surname and fits:
            family.setdefault(name, person)
    return next(iter(family.values())) if len(family) == 1 else None


def _owner(syntax: Syntax, phrase: Phrase, people: Sequence[Person], sentence: int) -> str | None:
    """Whose relative it is: the name that owns the phrase, or whom "his" and "her" mean."""
    owner = next((k for k in syntax.kids_of(phrase.head, "nmod", "det") if k < phrase.head), None)
    if owner is None:
        return None
    low = syntax.low[owner]
    gender = gender_of_pronoun(low)
    if syntax.tag[owner] == "PRP$":
        near = [
            p
            for p in people
            if p.kind == "named_person"
            and p.subject
            and 0 <= sentence - p.sentence <= REACH
            and gender in ("", p.gender)
        ]
        return near[-1].entity if near and gender else None
    last = max([owner, *syntax.kids_of(owner, "flat")])
    return next(
        (p.entity for p in people if p.entity and p.entity.split()[-1] == syntax.words[last]), None
    )
