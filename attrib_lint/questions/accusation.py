"""Finds clauses that say a named person or body did wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

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
    is_negated,
    is_passive,
    subject,
)
from attrib_lint.questions.misdeeds import (
    MANNER_WORDS,
    MISDEED_WORDS,
    misdeed,
    verb_wronged,
    wrong_prefixes,
)
from attrib_lint.questions.wording import forms_of, holds, occurrences
from attrib_lint.questions.wrongs import WRONG_WORDS, wrong_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock

_SPORT = words("wrongs", "figures.sport")
_MALWARE = words("wrongs", "figures.malware")
_HARMED = words("voice", "wrongs.harmed")
_FORCES = words("wrongs", "armed.forces")
_ARMED_ALONE = forms_of("wrongs", "armed.verbs", "alone.theft")
_ARMED_VERBS = forms_of("wrongs", "armed.pairs_verbs")
_TARGETS = words("wrongs", "armed.pairs_objects", "violence.victims")
_GROUPS = words("voice", "responses.armed")
_SIDES = _FORCES - {"missiles", "drone", "drones", "planes", "guards", "forces", "aircraft"}
_TITLES = words("sources", "roles")
_ONE = frozenset(("army", "navy", "junta"))
# Beside one of these a trial is of a medicine or a machine.
_CLINIC = words("voice", "wrongs.clinic")
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


class Accusation(Struct, frozen=True):
    """A clause that says somebody did wrong. `span` (prose) runs from the verb to its object;
    `actor` is the head of whoever did it; `armed` marks what a side in a war is said to have
    done."""

    block: ParsedBlock
    verb: Token
    actor: Token
    span: Span
    armed: bool = False


def accusations(article: Article) -> tuple[Accusation, ...]:
    """The clauses that state a wrong by an identifiable actor, in reading order."""
    return article.memo("accusations", lambda article: tuple(_accusations(article)))


def _accusations(article: Article) -> Iterator[Accusation]:
    wanted = WRONG_WORDS | _ARMED_ALONE | _ARMED_VERBS | _GO | _HARMED
    wanted |= MANNER_WORDS | MISDEED_WORDS | wrong_prefixes(article)
    for parsed, token in occurrences(article, wanted):
        if token.lower_ in MANNER_WORDS:
            found = _by_manner(parsed, token)
            if found is not None:
                yield found
            continue
        found = _suffered(article, parsed, token) if token.lower_ in _HARMED else None
        found = found or _read(article, parsed, token)
        if found is not None:
            yield found


def _by_manner(parsed: ParsedBlock, token: Token) -> Accusation | None:
    """ "Filmed patients without consent", "illegally annexed": what any verb may be."""
    done = verb_wronged(token)
    if done is None or is_negated(done[0]):
        return None
    verb, last = done
    actor = agent(verb) if is_passive(verb) else subject(verb)
    if actor is None or actor.i > verb.i or not is_identifiable(actor):
        return None
    first = min(verb, token, key=lambda t: t.i)
    return Accusation(parsed, verb, actor, parsed.span(covering(first, last)))


def _is_tested(verb: Token) -> bool:
    """ "Test-fired two missiles": nothing was attacked."""
    return [t.lower_ for t in verb.doc[max(0, verb.i - 2) : verb.i]] == ["test", "-"]


def _read(article: Article, parsed: ParsedBlock, verb: Token) -> Accusation | None:
    if verb.pos_ != "VERB" or is_negated(verb) or _is_tested(verb):
        return None
    actor = agent(verb) if is_passive(verb) else subject(verb) or _name_before(verb)
    if actor is not None and actor.lower_ in ("who", "which", "that") and dep(verb) == "acl":
        actor = verb.head  # "Halvex, which sat on the cases"
    if actor is None:
        return None
    if _is_side(article, parsed, actor):
        last = _armed(verb, actor)
        if last is not None:
            return Accusation(parsed, verb, actor, parsed.span(covering(verb, last)), armed=True)
    meant = _meant(article, parsed, actor)
    if not (meant or is_identifiable(actor) or _is_crew(article, parsed, actor)):
        return None
    if verb.lower_ in _GO:
        return _went_wrong(parsed, verb, actor)
    if holds(parsed, _SPORT | _MALWARE):
        return None
    person = meant or _is_person(article, parsed, actor)
    last = wrong_at(verb, actor, by_person=person) or misdeed(verb) or _prefixed(verb)
    if last is None:
        return None
    return Accusation(parsed, verb, actor, parsed.span(covering(verb, last)))


def _prefixed(verb: Token) -> Token | None:
    """ "Mislabelled horse meat": a verb in mis- with an object."""
    if not verb.lower_.startswith(("mis", "maltreat", "ill-treat")) or verb.tag_ == "VBG":
        return None
    return next((c for c in children(verb, "obj") if c.i > verb.i), None)


def _meant(article: Article, parsed: ParsedBlock, actor: Token) -> bool:
    """Whether "he" or "she" can only be the one person named before, in its paragraph.

    Where it opens a paragraph, in the one above.
    """
    if actor.lower_ not in ("he", "she"):
        return False
    place = parsed.span(actor).start
    opens = article.sentence_at(place).start <= parsed.start
    above = article.parsed[max(0, parsed.index - 1)] if opens else parsed
    named = {
        n.name for n in article.names if n.kind == "person" and above.start <= n.span.start < place
    }
    return len(named) == 1


def _is_person(article: Article, parsed: ParsedBlock, actor: Token) -> bool:
    named = (actor, *(c for c in actor.children if dep(c) in ("appos", "flat")))
    near = [n for t in named for n in article.names_at(parsed.span(t))]
    return any(
        n.kind == "person" or not _TITLES.isdisjoint(n.name.lower().split()[:-1]) for n in near
    )


def _is_crew(article: Article, parsed: ParsedBlock, actor: Token) -> bool:
    """ "Bailiffs from Hart & Co": people of a body that is named, in the plural."""
    if actor.tag_ != "NNS" or actor.lower_ not in _ROLES:
        return False
    bodies = [n.span for n in article.names if n.kind in ("org", "outlet")]
    return any(
        body.overlaps(parsed.span(noun)) for noun in children(actor, "nmod") for body in bodies
    )


def _is_side(article: Article, parsed: ParsedBlock, actor: Token) -> bool:
    """Whether armed people act whose side a reader can tell: "army jets", "its fighters"."""
    if actor.lower_ not in _FORCES:
        if actor.pos_ != "PROPN" or _is_person(article, parsed, actor):
            return False
        place = parsed.span(actor)
        state = any(n.kind == "place" for n in article.names_at(place))
        return state or actor.lower_ in _GROUPS or holds(parsed, _SIDES)
    if actor.lower_ in _ONE:
        return True
    return any(
        c.lower_ in _ONE or c.tag_ == "PRP$" or c.text[:1].isupper()
        for c in children(actor, "compound", "amod", "nmod", "flat")
        if c.i < actor.i or c.pos_ == "PROPN"
    )


def _armed(verb: Token, actor: Token) -> Token | None:
    """The last word of what armed people do to those who are not: "dropped four barrel bombs"."""
    harmed = [c for c in children(verb, "obj", "nsubj") if c.i != actor.i]
    harmed += [c for noun in harmed for c in children(noun, "nmod") if noun.pos_ == "NUM"]
    last = max((c for c in harmed if c.i > verb.i), key=lambda c: c.i, default=verb)
    if verb.lower_ in _ARMED_ALONE and harmed:
        return last
    if verb.lower_ in _ARMED_VERBS and any(c.lower_ in _TARGETS for c in harmed):
        return last
    return None


def _suffered(article: Article, parsed: ParsedBlock, harmed: Token) -> Accusation | None:
    """ "Users had their photographs leaked", right after a company or product is named."""
    having = next((t for t in before(harmed, 25) if t.lower_ in _HAVE), None)
    if harmed.tag_ not in ("VBN", "VBD") or having is None or dep(having) == "aux":
        return None
    if having.nbor(1).lower_ == "to":
        return None  # "have to list the calories of products sold"
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
    if token.pos_ == "VERB" and is_negated(token):
        return False  # "has not been charged"
    if token.i and token.nbor(-1).lower_ == "without":
        return False  # "held the boys without charge"
    if token.lower_ == "trial":
        ahead = next(before(token, 1), None)
        stands = ahead is not None and ahead.lower_ in ("on", "stand", "stood", "stands", "murder")
        return stands or _CLINIC.isdisjoint(syntax_of(token.doc).low)
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
    if definite and noun.tag_ == "NN" and noun.text[:1].isupper() and noun.text[1:].islower():
        return True  # "the Treasury"
    return definite and noun.tag_ == "NN" and noun.lower_ in _ROLES
