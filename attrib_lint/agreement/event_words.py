"""The words that tell which fact a figure belongs to: its phrase, event, clause and subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from attrib_lint.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token


_POINTING = frozenset(["the", "this", "that", "these", "those", "both"])
_TOLL = frozenset(stem(word) for word in ("toll", "fatalities", "deaths"))


def words_beside(tokens: TokenSpan, phrase: TokenSpan | None, head: Token) -> list[Token]:
    """The words of the noun phrase but figure and head: modifiers, and "of ..." complements."""
    figure = range(tokens.start, tokens.end)
    inside = [t for t in phrase if t.i not in figure] if phrase is not None else []
    after = []
    start = phrase.end if phrase is not None else tokens.end
    for child in (*head.children, *tokens.root.children):
        if child.i >= start and child.dep_.startswith(("nmod", "obl")) and child.i - start < 4:
            after += [t for t in child.subtree if t.i - start < 8 and t.pos_ != "ADP"]
    before = [
        t for t in tokens.doc[max(0, tokens.start - 2) : tokens.start] if t.pos_ in ("ADJ", "PROPN")
    ]
    return [*before, *inside, *after]


def event_words(head: Token, verb: Token | None, sentence: TokenSpan) -> list[str]:
    """The words that may tell the event: governing verb, relative clauses, predicate nouns."""
    found = []
    if verb is not None:
        found.append(verb.lemma_.lower())
        found += [c.lemma_.lower() for c in verb.children if c.dep_ in ("xcomp", "ccomp")]
        if verb.dep_ == "xcomp":
            found.append(verb.head.lemma_.lower())
    found += [
        c.lemma_.lower() for c in head.children if c.dep_.startswith("acl") or c.dep_ == "amod"
    ]
    above = head.head
    if above is not head and above.pos_ == "NOUN":
        found.append(above.lemma_.lower())
    found += [
        t.text.lower()
        for t in head.subtree
        if t.lower_ in ("dead", "killed", "injured", "wounded", "hurt", "missing")
    ]
    if not any(known_event(w) for w in found) and len(sentence) < 25:
        found += [
            t.text.lower() for t in sentence if known_event(t.text.lower()) and t.pos_ != "PROPN"
        ][:2]
    return found


def named_by(head: Token) -> frozenset[str]:
    """The events that a measured noun tells itself: "the 31 victims", "the 120 who attended"."""
    told = {event_class(c.lemma_.lower()) for c in head.children if c.dep_.startswith("acl")}
    told.add(named_event(singular(head.text)))
    return frozenset(e for e in told if e)


def acts(head: Token, verb: Token | None) -> frozenset[str]:
    """The events that a figure itself takes part in: those of its noun and of its verb."""
    verbs = []
    if verb is not None:
        verbs += [verb, *(c for c in verb.children if c.dep_ == "xcomp")]
        if verb.dep_ == "xcomp":
            verbs.append(verb.head)
    found = {e for t in verbs if (e := event_class(t.lemma_.lower()))}
    return named_by(head) | found


def parties_in(clause: list[Token], head: Token, headline: bool) -> frozenset[str]:
    """Stems of who and what is identified beside a figure: names, and nouns with "the" or "its".

    Headlines drop the article, so that every noun of theirs counts.
    """
    own = {t.i for c in head.children if c.dep_.startswith("acl") for t in c.subtree}
    near = [*clause, *(head.doc[i] for i in sorted(own))]
    return frozenset(
        stem(t.text)
        for t in near
        if t.i != head.i
        and is_content(t.text)
        and (_is_identified(t) or (headline and t.pos_ == "NOUN"))
    )


def _is_identified(token: Token) -> bool:
    if token.pos_ == "PROPN":
        return True
    return token.pos_ == "NOUN" and any(
        c.dep_ == "det" and c.lower_ in _POINTING for c in token.children
    )


def noun_names(quantity: Quantity, events: list[str], subject: frozenset[str]) -> frozenset[str]:
    if quantity.noun is not None:
        return noun_classes(quantity.noun)
    harmed = {known_event(w) for w in events} & {"kill", "wound", "arrest", "rescue"}
    if quantity.unit == "count" and harmed:
        return frozenset({"person", "victim"}) if "kill" in harmed else frozenset({"person"})
    if quantity.unit == "count" and subject & _TOLL:
        return frozenset({"person", "victim"})
    return frozenset()


def clause_words(verb: Token) -> list[Token]:
    """The words of a verb's own clause, without clauses inside it."""
    inner = {
        t.i
        for child in verb.children
        if child.dep_ in ("ccomp", "advcl", "parataxis", "conj", "csubj")
        for t in child.subtree
    }
    return [t for t in verb.subtree if t.i not in inner]


def subject_words(verb: Token | None) -> frozenset[str]:
    current = verb
    for _ in range(4):
        if current is None:
            return frozenset()
        for child in current.children:
            if child.dep_.startswith("nsubj"):
                near = [t for t in child.subtree if abs(t.i - child.i) < 5 and is_content(t.text)]
                own = {stem(t.text) for t in near if t.pos_ in ("PROPN", "NOUN")}
                return (
                    frozenset(own)
                    if child.lower_ not in words("measured_events", "pronouns.words")
                    else frozenset()
                )
        current = current.head if current.dep_ in ("conj", "xcomp") else None
    return frozenset()
