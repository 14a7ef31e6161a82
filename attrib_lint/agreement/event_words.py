"""The words that tell which fact a figure belongs to: its phrase, event, clause and subject."""

from __future__ import annotations

from attrib_lint.agreement.place import Place
from attrib_lint.agreement.retold import relative_head
from attrib_lint.agreement.stems import (
    event_class,
    is_content,
    known_event,
    named_event,
    noun_classes,
    stem,
)
from attrib_lint.core.facts import Quantity
from attrib_lint.extract.measured import singular
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words

_POINTING = frozenset(["the", "this", "that", "these", "those", "both"])
_TOLL = frozenset(stem(word) for word in ("toll", "fatalities", "deaths"))
_HARM = frozenset(("dead", "killed", "injured", "wounded", "hurt", "missing"))
_INNER = ("ccomp", "advcl", "parataxis", "conj", "csubj")


def words_beside(place: Place, phrase: range | None, head: int) -> list[int]:
    """The words of the noun phrase but figure and head: modifiers, and "of ..." complements."""
    syntax = place.syntax
    inside = [i for i in phrase or () if not place.first <= i < place.stop]
    after: list[int] = []
    start = phrase.stop if phrase is not None else place.stop
    for child in (*syntax.kids[head], *syntax.kids[place.root]):
        close = start <= child < start + 4
        if close and syntax.full[child].startswith(("nmod", "obl")):
            under = syntax.subtree(child)
            after += [i for i in under if i - start < 8 and syntax.pos[i] != "ADP"]
    ahead = range(max(0, place.first - 2), place.first)
    before = [i for i in ahead if syntax.pos[i] in ("ADJ", "PROPN")]
    return [*before, *inside, *after]


def event_words(place: Place, head: int, verb: int | None) -> list[str]:
    """The words that may tell the event: governing verb, relative clauses, predicate nouns."""
    syntax = place.syntax
    found: list[str] = []
    if verb is not None:
        found.append(syntax.lemma[verb])
        found += [syntax.lemma[k] for k in syntax.kids[verb] if syntax.full[k] in _CLAUSES]
        if syntax.full[verb] == "xcomp":
            found.append(syntax.lemma[syntax.head[verb]])
    found += [
        syntax.lemma[k]
        for k in syntax.kids[head]
        if syntax.full[k].startswith("acl") or syntax.full[k] == "amod"
    ]
    above = syntax.head[head]
    if syntax.pos[above] == "NOUN":
        found.append(syntax.lemma[above])
    found += [syntax.low[i] for i in syntax.subtree(head) if syntax.low[i] in _HARM]
    first, stop = place.sentence
    if stop - first < 25 and not any(map(known_event, found)):
        told = [
            syntax.low[i]
            for i in range(first, stop)
            if known_event(syntax.low[i]) and syntax.pos[i] != "PROPN"
        ]
        found += told[:2]
    return found


_CLAUSES = ("xcomp", "ccomp")


def named_by(syntax: Syntax, head: int) -> frozenset[str]:
    """The events that a measured noun tells itself: "the 31 victims", "the 120 who attended"."""
    told = {
        event_class(syntax.lemma[k]) for k in syntax.kids[head] if syntax.full[k].startswith("acl")
    }
    told.add(named_event(singular(syntax.words[head])))
    return frozenset(e for e in told if e)


def acts(syntax: Syntax, head: int, verb: int | None) -> frozenset[str]:
    """The events that a figure itself takes part in: those of its noun and of its verb."""
    verbs: list[int] = []
    if verb is not None:
        verbs += [verb, *(k for k in syntax.kids[verb] if syntax.full[k] == "xcomp")]
        if syntax.full[verb] == "xcomp":
            verbs.append(syntax.head[verb])
    found = {e for i in verbs if (e := event_class(syntax.lemma[i]))}
    return named_by(syntax, head) | found


def parties_in(syntax: Syntax, clause: list[int], head: int, headline: bool) -> frozenset[str]:
    """Stems of who and what is identified beside a figure: names, and nouns with "the" or "its".

    Headlines drop the article, so that every noun of theirs counts.
    """
    near = set(clause)
    for k in syntax.kids[head]:
        if syntax.full[k].startswith("acl"):
            near.update(syntax.subtree(k))
    return frozenset(
        stem(syntax.words[i])
        for i in near - {head}
        if is_content(syntax.words[i])
        and (_is_identified(syntax, i) or (headline and syntax.pos[i] == "NOUN"))
    )


def _is_identified(syntax: Syntax, i: int) -> bool:
    if syntax.pos[i] == "PROPN":
        return True
    return syntax.pos[i] == "NOUN" and any(
        syntax.low[k] in _POINTING for k in syntax.kids_of(i, "det")
    )


def noun_names(quantity: Quantity, events: list[str], subject: frozenset[str]) -> frozenset[str]:
    """The names that the noun of a figure may come back under."""
    if quantity.noun is not None:
        return noun_classes(quantity.noun)
    harmed = {known_event(w) for w in events} & {"kill", "wound", "arrest", "rescue"}
    if quantity.unit == "count" and harmed:
        return frozenset({"person", "victim"}) if "kill" in harmed else frozenset({"person"})
    if quantity.unit == "count" and subject & _TOLL:
        return frozenset({"person", "victim"})
    return frozenset()


def clause_words(syntax: Syntax, verb: int) -> list[int]:
    """The words of a verb's own clause, without clauses inside it; no order."""
    found = [verb]
    found += [k for k in syntax.kids[verb] if syntax.full[k] not in _INNER]
    for i in found[1:]:
        found += syntax.subtree(i)[1:]
    return found


def subject_words(syntax: Syntax, verb: int | None) -> frozenset[str]:
    """The stems of the subject's nouns; a verb that shares its subject takes it from above."""
    current = verb
    for _ in range(4):
        if current is None:
            return frozenset()
        subject = syntax.first_kid(current, "nsubj")
        if subject is not None:
            subject = relative_head(syntax, current, subject)
            if syntax.low[subject] in words("measured_events", "pronouns.words"):
                return frozenset()
            return frozenset(
                stem(syntax.words[i])
                for i in syntax.subtree(subject)
                if abs(i - subject) < 5
                and is_content(syntax.words[i])
                and syntax.pos[i] in ("PROPN", "NOUN")
            )
        current = syntax.head[current] if syntax.full[current] in ("conj", "xcomp") else None
    return frozenset()
