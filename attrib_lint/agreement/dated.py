"""Dates with the event they date; plain data, no parse kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from attrib_lint.agreement.stems import event_class, is_content, stem
from attrib_lint.core.facts import DateMention
from attrib_lint.core.span import Span
from attrib_lint.extract.measured import governing_verb
from attrib_lint.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from attrib_lint.article import Article

_PERSONAL = frozenset(["he", "she", "they", "it", "we", "i", "you", "who"])


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and what happened then.

    `event` is the class of the governing verb, None for a verb that tells no event of its own.
    `noun` is the noun that the date is attached to ("the April letter"). `things` are stems of the
    verb's subject and objects, `objects` of its objects alone; `names` proper names in the
    sentence.
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
    left: tuple[str, ...]
    right: tuple[str, ...]
    before: str
    after: str

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
    def weekday(self) -> str | None:
        """ "2" for a bare Tuesday."""
        value = self.mention.value
        return value[-1] if "-WXX-" in value else None


def dated(article: Article) -> tuple[Dated, ...]:
    """Every date of an article with its event, in reading order."""
    found = []
    for mention in article.dates:
        parsed = article.block_at(mention.span.start)
        tokens = article.tokens(mention.span)
        if parsed is None or tokens is None or not len(tokens):
            continue
        root, sentence = tokens.root, tokens[0].sent
        verb = _verb(root)
        subjects, objects = _arguments(verb, set(tokens))
        span = mention.span
        found.append(
            Dated(
                mention=mention,
                text=span.of(article.text),
                block=parsed.index,
                sentence=parsed.span(sentence),
                event=_event(verb),
                noun=_noun(root, set(tokens)),
                things=subjects | objects,
                objects=objects,
                subjects=subjects,
                names=frozenset(
                    stem(t.text)
                    for t in sentence
                    if t.pos_ == "PROPN" and is_content(t.text) and t not in tokens
                ),
                left=tuple(t.lower_ for t in tokens.doc[max(0, tokens.start - 6) : tokens.start]),
                right=tuple(t.lower_ for t in tokens.doc[tokens.end : tokens.end + 6]),
                before=article.text[max(0, span.start - 40) : span.start],
                after=article.text[span.end : span.end + 40],
            )
        )
    return tuple(found)


def _verb(root: Token) -> Token | None:
    """The verb that a date modifies; a noun in between keeps it from the verb."""
    head = root.head
    if root.dep_.startswith(("nmod", "compound", "appos")) and head.pos_ == "NOUN":
        return None
    return governing_verb(root)


def _event(verb: Token | None) -> str | None:
    if verb is None or verb.lemma_.lower() in words("measured_events", "undated.verbs"):
        return None
    return event_class(verb.lemma_.lower()) or event_class(verb.lower_)


def _noun(root: Token, date: set[Token]) -> str | None:
    """The noun that a date is attached to: "the April letter", "the debate on December 5"."""
    head = root.head
    attached = root.dep_.startswith(("nmod", "compound", "amod", "appos"))
    if attached and head not in date and head.pos_ == "NOUN":
        return stem(head.text)
    return None


def _arguments(verb: Token | None, date: set[Token]) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of a verb's subjects and objects, names and nouns only."""
    if verb is None:
        return frozenset(), frozenset()
    subjects: set[str] = set()
    objects: set[str] = set()
    if verb.dep_.startswith("acl") and verb.head.pos_ in ("NOUN", "PROPN"):
        (objects if verb.tag_ == "VBN" else subjects).update(_words(verb.head))
    for child in verb.children:
        if child in date:
            continue
        if child.lower_ in _PERSONAL:
            if child.dep_ == "nsubj":  # "she and Milo Vance split"
                subjects.update(w for c in child.children if c.dep_ == "conj" for w in _words(c))
            continue
        if child.dep_ == "nsubj:pass":
            objects.update(_words(child))
        elif child.dep_.startswith("nsubj"):
            subjects.update(_words(child))
        elif child.dep_ in ("obj", "iobj", "dobj", "obl"):
            objects.update(_words(child))
    return frozenset(subjects), frozenset(objects)


def _words(head: Token) -> set[str]:
    near = [
        head,
        *(c for c in head.children if c.dep_ in ("compound", "flat") and abs(c.i - head.i) < 4),
        *(c for c in head.children if c.dep_ == "conj" and c.pos_ == "PROPN"),
    ]
    return {stem(t.text) for t in near if t.pos_ in ("NOUN", "PROPN") and is_content(t.text)}
