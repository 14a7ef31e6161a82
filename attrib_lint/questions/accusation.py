"""Finds clauses that say a named person or body did wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from attrib_lint.core.span import Span
from attrib_lint.extract.syntax import syntax_of
from attrib_lint.lexicon import words
from attrib_lint.questions.clause import (
    BE,
    agent,
    before,
    children,
    covering,
    dep,
    is_passive,
    subject,
)
from attrib_lint.questions.wording import forms_of, occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock

_VERBS = forms_of("voice", "wrongs.verbs")
_ACTS = forms_of("voice", "wrongs.acts")
_OBJECTS = forms_of("voice", "wrongs.objects")
_TAKINGS = forms_of("voice", "wrongs.takings")
_FUNDS = words("voice", "wrongs.funds")
_STIRRING = forms_of("voice", "wrongs.stirring")
_TROUBLE = words("voice", "wrongs.trouble")
_CURRENCY = re.compile(
    r"(?:[$€£₹₦¥]|rs\.?|n|us\$|a\$)[\d.,]+\s?(?:bn|m|k|tn|billion|million)?", re.I
)
_FIGURATIVE = words("voice", "wrongs.figurative")
_SPORT = words("voice", "wrongs.sport")
_HARMED = words("voice", "wrongs.harmed")
_SUITS = frozenset(
    (
        "case",
        "suit",
        "lawsuit",
        "claim",
        "claims",
        "cases",
        "lawsuits",
        "dispute",
        "court",
        "charges",
    )
)
_HAVE = frozenset(("have", "has", "had", "having"))
_REACH = 400  # code points in which readers still know whose product it was
_GO = frozenset(("go", "goes", "went", "gone", "going"))
_DATES = words("names", "never")
_ROLES = forms_of("sources", "roles", "institutions") | forms_of("voice", "wrongs.actors")


@dataclass(frozen=True, slots=True)
class Accusation:
    """A clause that says somebody did wrong. `span` (prose) runs from the verb to its object;
    `actor` is the head of whoever did it."""

    block: ParsedBlock
    verb: Token
    actor: Token
    span: Span


def accusations(article: Article) -> Iterator[Accusation]:
    """The clauses that state a wrong by an identifiable actor, in reading order."""
    for parsed, token in occurrences(
        article, _VERBS | _ACTS | _GO | _HARMED | _TAKINGS | _STIRRING
    ):
        found = _suffered(article, parsed, token) if token.lower_ in _HARMED else None
        found = found or _read(parsed, token)
        if found is not None:
            yield found


def _read(parsed: ParsedBlock, verb: Token) -> Accusation | None:
    if verb.pos_ != "VERB" or any(
        c.lower_ in ("not", "n't", "n’t", "never") for c in verb.children
    ):
        return None
    actor = agent(verb) if is_passive(verb) else subject(verb) or _name_before(verb)
    if actor is None or not is_identifiable(actor):
        return None
    if verb.lower_ in _GO:
        return _went_wrong(parsed, verb, actor)
    if any(t.lower_ in _SPORT for t in verb.sent):
        return None
    harmed = [c for c in children(verb, "obj", "nsubj") if c.i != actor.i]
    last = max((_end(c) for c in harmed if c.i > verb.i), default=verb.i)
    if any(t.lower_ in _FIGURATIVE for c in harmed for t in c.subtree):
        return None
    if verb.lower_ in _VERBS and _is_wrong(verb, harmed):
        return Accusation(parsed, verb, actor, parsed.span(covering(verb, verb.doc[last])))
    if verb.lower_ in _ACTS and any(c.lower_ in _OBJECTS for c in harmed):
        return Accusation(parsed, verb, actor, parsed.span(covering(verb, verb.doc[last])))
    if (verb.lower_ in _TAKINGS and any(_is_money(c) for c in harmed)) or (
        verb.lower_ in _STIRRING and any(c.lower_ in _TROUBLE for c in harmed)
    ):
        return Accusation(parsed, verb, actor, parsed.span(covering(verb, verb.doc[last])))
    return None


def _is_money(noun: Token) -> bool:
    """ "N2.3bn", "$2m", "the difference", "public funds"."""
    if noun.lower_ in _FUNDS or (noun.pos_ == "SYM" and noun.text in "$€£₹₦¥"):
        return True
    before = noun.doc[noun.i - 1 : noun.i].text_with_ws
    figure = before if before and not before[-1].isspace() else ""  # "N400|m" is two tokens
    return any(
        _CURRENCY.fullmatch(text) for text in (noun.text, figure, figure + noun.text)
    ) or any(
        t.text in ("$", "€", "£", "₹", "₦", "¥") for t in noun.subtree if abs(t.i - noun.i) < 4
    )


def _end(noun: Token) -> int:
    """The last token of an object; of "$2m" the figure, not the sign."""
    return max((c.i for c in children(noun, "nummod") if noun.pos_ == "SYM"), default=noun.i)


def _suffered(article: Article, parsed: ParsedBlock, harmed: Token) -> Accusation | None:
    """ "Users had their photographs leaked", right after a company or product is named."""
    having = next((t for t in before(harmed, 25) if t.lower_ in _HAVE), None)
    if harmed.tag_ not in ("VBN", "VBD") or having is None or dep(having) == "aux":
        return None
    between = harmed.doc[having.i + 1 : harmed.i]
    if between[-1:].text in BE or not any(t.pos_ == "NOUN" for t in between):
        return None
    sufferers = subject(having)
    if sufferers is None or sufferers.tag_ != "NNS":
        return None  # "Equifax had data stolen": who is named is the victim
    sentence = parsed.span(harmed.sent)
    named = [n for n in article.names if n.kind in ("org", "outlet", "other")]
    if not any(0 <= sentence.end - n.span.start < _REACH for n in named):
        return None
    return Accusation(parsed, harmed, sufferers, parsed.span(covering(sufferers, harmed)))


def _went_wrong(parsed: ParsedBlock, verb: Token, actor: Token) -> Accusation | None:
    """ "The Harbour app went badly wrong": a named product that failed."""
    wrong = next((t for t in verb.doc[verb.i + 1 : verb.i + 4] if t.lower_ == "wrong"), None)
    if wrong is None or actor.pos_ != "PROPN":
        return None
    return Accusation(parsed, verb, actor, parsed.span(covering(actor, wrong)))


def _is_wrong(verb: Token, harmed: list[Token]) -> bool:
    """ "Lie" lies somewhere unless it is told to or about; the other wrongs need an object."""
    if verb.lower_ in ("lie", "lies", "lied", "lying"):
        return verb.lower_ == "lied" or any(
            c.lower_ in ("to", "about") for o in children(verb, "obl") for c in children(o, "case")
        )
    return bool(harmed) or is_passive(verb)


def _name_before(verb: Token) -> Token | None:
    """The name right before a verb whose subject the parse has lost."""
    for token in before(verb, 3):
        if token.pos_ == "PROPN":
            return token
        if token.pos_ not in ("ADV", "AUX"):
            return None
    return None


def is_before_law(parsed: ParsedBlock, forms: frozenset[str]) -> bool:
    """Whether a block holds one of some words of charges, verdicts and answers, so meant.

    Not "the ruling party", nor "settled every issue".
    """
    low = syntax_of(parsed.doc).low
    return any(word in forms and _is_legal(parsed.doc[i]) for i, word in enumerate(low))


def _is_legal(token: Token) -> bool:
    if token.lower_ == "ruling":
        return dep(token) not in ("amod", "compound")
    if token.lower_ == "settled":
        things = children(token, "obj", "nsubj", "obl")
        return any(t.lower_ in _SUITS for t in things) or not children(token, "obj", "obl")
    return True


def is_identifiable(noun: Token) -> bool:
    """Whether a reader can tell who is meant: a name, or one office or company ("the mayor")."""
    if noun.pos_ == "PROPN" or noun.tag_ == "NNP":
        return noun.lower_ not in _DATES
    if noun.tag_ == "NN" and noun.text[:1].isupper() and not children(noun, "det"):
        return True
    if any(child.pos_ == "PROPN" for child in children(noun, "appos")):
        return True
    definite = any(c.lower_ == "the" for c in children(noun, "det"))
    return definite and noun.tag_ == "NN" and noun.lower_ in _ROLES
