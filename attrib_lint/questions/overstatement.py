"""How a headline says more than its story: done for planned, all for some, proved for alleged."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.lexicon import words
from attrib_lint.questions.basis import Basis
from attrib_lint.questions.clause import (
    before,
    children,
    covering,
    dep,
    governing_verbs,
    is_negated,
    is_one_of,
    subject,
)
from attrib_lint.questions.events import event
from attrib_lint.questions.proposition import propositions
from attrib_lint.questions.wording import forms_of, holds
from attrib_lint.questions.wrongs import WRONG_WORDS, wrong_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock
    from attrib_lint.core.span import Span
    from attrib_lint.questions.proposition import Proposition

_EARLY = 4  # paragraphs in which a story tells what its headline is about
_MAYBE = frozenset(("may", "might", "could"))
_YEAR = lazy_regex(r"\b(?:19|20)\d\d\b")
_TELLING = ("NOUN", "PROPN", "VERB")
_DONE = forms_of("events", "prospects.done")
_LEDE = 2  # paragraphs
_TENTATIVE = words("events", "prospects.tentative")
_PLANNED = words("events", "prospects.planned")
_NAMING = ("NOUN", "PROPN")
_FINITE = ("VBD", "VBZ", "VBP", "VBN")
_COMING = frozenset(("to", "will", "would", "shall", "’ll", "'ll"))
_ALL = frozenset(("all", "every", "each", "entire"))
_SOME = words("events", "prospects.part")
_ALLEGING = forms_of("events", "proof.alleging")
_PROVED = lazy_regex(
    r"\b(?:convicted|conviction|found guilty|pleaded guilty|pled guilty|pleads guilty|sentenced|"
    r"jailed|admitted|admits|confessed|verdict|settled|fined|ruled|apologised|apologized)\b",
    re.IGNORECASE,
)
_CAUSAL = forms_of("events", "weaker.causal")
_KEEPING = frozenset(("keep", "keeps", "ward", "wards", "stave", "staves", "hold", "holds"))
_HELD_OFF = words("events", "weaker.held_off")
_ODDS = frozenset(("likely",))
_LINKS = forms_of("events", "weaker.links", "weaker.link_nouns")
_ANYBODY = words("events", "proof.anybody")
_ROLES = forms_of("sources", "roles", "institutions") | forms_of("voice", "wrongs.actors")


def less_certain(headline: ParsedBlock, place: Span, claim: Proposition) -> Token | None:
    """The word by which a claim of the body is only possible, or planned, where the headline has it
    done; `place` is where the headline makes the claim."""
    coming = _is_coming(headline, place, claim)
    if claim.modal in _MAYBE:
        return next((t for t in children(claim.token, "aux", "cop") if t.lower_ in _MAYBE), None)
    if not _is_prospect(claim.token):
        return None
    wanted = _TENTATIVE if coming else _TENTATIVE | _PLANNED
    for over in governing_verbs(claim.token):
        if is_one_of(over, wanted) and not is_negated(over):
            return over
        if over.pos_ == "VERB" and dep(over) in ("ccomp", "root", "parataxis"):
            return None
    return None


def told_flat(article: Article, headline: ParsedBlock, place: Span, verb: str) -> bool:
    """Whether the body has the headline's event as done somewhere, by its words: no parse is used.

    One that a parse has lost must not leave a "could" to stand for the whole story.
    """
    nouns = {t.lemma_.lower() for t in headline.tokens(place) or () if t.pos_ in _NAMING}
    for parsed in article.body:
        for token in parsed.doc:
            if token.tag_ not in _FINITE or event(token.lower_) != verb:
                continue
            ahead = {t.lower_ for t in parsed.doc[max(token.sent.start, token.i - 4) : token.i]}
            if ahead & (_MAYBE | _COMING | {"can", "should", "must", "if", "not"}):
                continue
            if nouns & {t.lemma_.lower() for t in token.sent}:
                return True
    return False


def _is_coming(headline: ParsedBlock, place: Span, claim: Proposition) -> bool:
    """Whether the headline itself only foresees it: "Bank to cut rates"."""
    tokens = headline.tokens(place)
    verb = next((t for t in tokens or () if event(t.lower_) == claim.verb), None)
    if verb is None or verb.i == 0:
        return False
    return any(t.lower_ in _COMING for t in verb.doc[max(0, verb.i - 2) : verb.i])


def _is_prospect(verb: Token) -> bool:
    """ "to buy", "selling" under another word: not yet done."""
    if verb.tag_ == "VBG":
        return dep(verb) in ("xcomp", "acl", "ccomp", "advcl", "obj", "nmod", "obl")
    return any(c.lower_ == "to" for c in children(verb, "mark", "aux"))


def only_in_prospect(article: Article, headline: ParsedBlock) -> Basis | None:
    """ "Rovers seal swoop for Holm" over an opening in which they "are closing in on" him.

    The same two must come in both, and the story must tell it done nowhere.
    """
    tokens = [t for t in headline.doc if not t.is_punct]
    done = next((i for i, t in enumerate(tokens[:-1]) if i and t.lower_ in _DONE), None)
    if done is None or any(t.lower_ in _COMING for t in tokens[max(0, done - 2) : done]):
        return None
    actors = {t.lemma_.lower() for t in tokens[:done] if t.pos_ in _NAMING}
    objects = {t.lemma_.lower() for t in tokens[done + 1 :] if t.pos_ == "PROPN"}
    if tokens[done].pos_ == "NOUN" and tokens[done - 1].pos_ not in _NAMING:
        return None
    place = headline.span(headline.doc[tokens[0].i : tokens[-1].i + 1])
    if told_flat(article, headline, place, event(tokens[done].lower_)):
        return None
    for parsed in article.body[:_LEDE]:
        for sentence in parsed.doc.sents:
            told = {t.lemma_.lower() for t in sentence if t.pos_ in _NAMING}
            word = _tentative(sentence.root)
            if word is not None and actors & told and objects & told:
                return Basis(place, parsed.span(word))
    return None


def _tentative(verb: Token) -> Token | None:
    """The word by which a sentence's own verb tells of nothing done yet: "closing in", "in talks".

    Under a verb of reporting it is the verb of what is reported.
    """
    for word in (verb, *children(verb, "ccomp", "obl", "advmod", "acomp")):
        if not is_one_of(word, _TENTATIVE) or is_negated(verb):
            continue
        if word.tag_ in ("VBD", "VBN") and not children(word, "aux"):
            continue  # "considered it and bought it"
        return word
    return None


def proved_too_soon(article: Article, headline: ParsedBlock) -> Basis | None:
    """The wrong that a headline states of somebody, where the story has it alleged or charged."""
    if not holds(headline, WRONG_WORDS) or _is_proved(article):
        return None
    for verb in headline.doc:
        done = verb.pos_ == "VERB" and verb.tag_ != "VBG"
        if not done or verb.lower_ not in WRONG_WORDS or is_negated(verb):
            continue
        actor = subject(verb) or next((t for t in before(verb, 1) if t.pos_ in _NAMING), None)
        if actor is None or actor.i > verb.i or not _is_somebody(actor):
            continue
        last = wrong_at(verb, actor, by_person=True)
        charged = _charge_of(article, headline) if last is not None else None
        if last is not None and charged is not None:
            first = headline.doc[actor.left_edge.i]
            return Basis(headline.span(covering(first, last)), charged)
    return None


def _is_proved(article: Article) -> bool:
    """Whether a verdict, a plea of guilty or an admission is told, of nobody who comes in later."""
    opening = article.body[:_EARLY]
    early = {
        word
        for name in article.names
        if name.kind == "person" and any(p.block.span.contains(name.span) for p in opening)
        for word in name.name.lower().split()
    }
    for found in _PROVED.finditer(article.text):
        sentence = article.sentence_at(found.start())
        if _is_past(article, sentence):
            continue
        people = [n for n in article.names if n.kind == "person" and sentence.contains(n.span)]
        if not people or any(early & set(n.name.lower().split()) for n in people):
            return True
    return False


def _is_past(article: Article, sentence: Span) -> bool:
    """Whether a sentence tells of another case: it has its own year and no word of the headline."""
    if article.headline is None or not _YEAR.search(sentence.of(article.text)):
        return False
    told = {t.lemma_.lower() for t in article.tokens(sentence) or () if t.pos_ in _TELLING}
    return not told & {t.lemma_.lower() for t in article.headline.doc if t.pos_ in _TELLING}


def _is_somebody(actor: Token) -> bool:
    """Whether a headline accuses one whom readers can find, not "a man" or "hackers"."""
    if actor.lower_ in _ANYBODY:
        return False
    return actor.pos_ == "PROPN" or actor.tag_ == "NN" or actor.lower_ in _ROLES


def _charge_of(article: Article, headline: ParsedBlock) -> Span | None:
    """The word of alleging or charging in the opening that is about the headline's people."""
    wanted = {t.lemma_.lower() for t in headline.doc if t.pos_ in ("NOUN", "PROPN")}
    for parsed in article.body[:_EARLY]:
        for sentence in parsed.doc.sents if holds(parsed, _ALLEGING) else ():
            told = {t.lemma_.lower() for t in sentence if t.pos_ in ("NOUN", "PROPN")}
            word = next((t for t in sentence if t.lower_ in _ALLEGING), None)
            if word is not None and wanted & told:
                return parsed.span(word)
    return None


def generalised(article: Article, headline: ParsedBlock) -> Basis | None:
    """ "All schools to close" over a story in which some do, and nowhere all."""
    for whole in headline.doc:
        if whole.lower_ not in _ALL or dep(whole) not in ("det", "amod", "det:predet"):
            continue
        noun = whole.head.lemma_.lower()
        verbs = {event(t.lower_) for t in headline.doc if t.pos_ == "VERB"}
        part: Span | None = None
        for claim in propositions(article):
            if claim.block is headline or claim.verb not in verbs:
                continue
            for token in claim.token.subtree:
                if token.lemma_.lower() != noun:
                    continue
                some = next((c for c in token.children if c.lower_ in _SOME), None)
                if some is None:
                    return None
                part = part or claim.block.span(covering(some, token))
        if part is not None:
            return Basis(headline.span(covering(whole, whole.head)), part)
    return None


def only_linked(article: Article, headline: ParsedBlock) -> Basis | None:
    """ "Coffee prevents cancer" over a story in which coffee is associated with less cancer."""
    tokens = [t for t in headline.doc if not t.is_punct]
    verb = next((i for i, t in enumerate(tokens[:-1]) if i and _is_causal(t)), None)
    if verb is None:
        return None
    cause = {t.lemma_.lower() for t in tokens[:verb] if t.pos_ in _NAMING}
    effect = {t.lemma_.lower() for t in tokens[verb + 1 :] if t.pos_ in _NAMING}
    link: Span | None = None
    for parsed in article.body:
        for sentence in parsed.doc.sents if holds(parsed, _LINKS | _CAUSAL | _ODDS) else ():
            lemmas = {t.lemma_.lower() for t in sentence}
            if not (cause & lemmas and effect & lemmas):
                continue
            if any(t.lower_ in _CAUSAL and t.pos_ == "VERB" for t in sentence):
                return None
            found = next((t for t in sentence if _is_link(t)), None)
            link = link or (parsed.span(found) if found is not None else None)
    if link is None:
        return None
    return Basis(headline.span(headline.doc[tokens[0].i : tokens[verb].i + 1]), link)


def _is_causal(verb: Token) -> bool:
    """ "Prevents", "keeps colds away"."""
    if verb.lower_ in _CAUSAL:
        return True
    after = verb.doc[verb.i + 1 : verb.i + 5]
    return verb.lower_ in _KEEPING and any(t.lower_ in _HELD_OFF for t in after)


def _is_link(token: Token) -> bool:
    """ "associated with", "a link between", "less likely to": what statistics show."""
    if token.lower_ == "likely" and token.i and token.nbor(-1).lower_ in ("less", "more"):
        return True
    if token.lower_ not in _LINKS or token.i + 1 == len(token.doc):
        return False
    return token.nbor(1).lower_ in ("with", "to", "between")
