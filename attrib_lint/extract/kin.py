"""Who "his wife" and "Lee's daughter" are, where the text names the one whose family it is."""

from __future__ import annotations

from collections.abc import Sequence

from attrib_lint.extract.chain import Person
from attrib_lint.extract.genders import gender_of
from attrib_lint.extract.sources import Phrase
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words


def is_relative(phrase: Phrase) -> bool:
    """Whether a phrase names somebody by their family: "her husband", "his parents"."""
    if phrase.plural:
        return phrase.noun == "parent"
    return phrase.noun in words("sources", "kin")


def family_word(syntax: Syntax, phrase: Phrase) -> int | None:
    """The token that says whose relative it is: "his", "Lee" in "Lee's wife", "the wife of Lee"."""
    head = phrase.head
    for k in syntax.kids_of(head, "nmod", "det"):
        if k < head and (syntax.tag[k] == "PRP$" or syntax.full[k] == "nmod:poss"):
            return k
        if k > head and any(syntax.low[c] == "of" for c in syntax.kids_of(k, "case")):
            return k
    return None


def clause_subject(syntax: Syntax, phrase: Phrase) -> int | None:
    """Whom "his" means first: the subject of its own clause, "| Lee | was scolded by his wife"."""
    subject = syntax.first_kid(syntax.head[phrase.head], "nsubj")
    if subject is None or subject >= phrase.head or syntax.pos[subject] != "PROPN":
        return None
    return subject


def name_of(syntax: Syntax, i: int, people: Sequence[Person]) -> str | None:
    """The person in the text whom a surname or given name at `i` means."""
    word = syntax.words[max([i, *syntax.kids_of(i, "flat")])]
    for p in people:
        if p.entity and p.kind == "named_person":
            given, *_, surname = p.entity.split() * 2
            if word in (given, surname):
                return p.entity
    return None


def relative_of(phrase: Phrase, owner: str, people: Sequence[Person]) -> Person | None:
    """The one other person in the text who has the surname of a relative's owner."""
    if phrase.plural:
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
