"""Tells whether the words around a quotation say who may be speaking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.core.span import Span
from attrib_lint.lexicon import words
from attrib_lint.questions.clause import clause_verb, covering, dep, is_one_of, modal, subject
from attrib_lint.questions.quotedwords import BRANDING, is_branded
from attrib_lint.questions.support import SAYING, attributions_in, is_voice

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock
    from attrib_lint.core.facts import Attribution, Quote

_ROLES = words("sources", "roles", "people")
_CUES = words("frames", "quotation.cues")
_DOCUMENTS = words("frames", "quotation.documents")
_ECHOES = words("frames", "quotation.echoes")
_BODIES = words("sources", "institutions", "kin")
_CROWD = words("frames", "quotation.crowd")
_ASKING = frozenset(("ask", "wonder", "question", "want", "demand", "know"))
_LABELS = words("frames", "quotation.labels")


def only_wonders(article: Article, attribution: Attribution, quote: Quote) -> bool:
    """Whether a crowd with a question, a sentence before, is taken for the speaker."""
    cue = article.tokens(attribution.cue.span)
    sentence = article.sentence_at(attribution.cue.span.start)
    return cue is not None and quote.span.start >= sentence.end and _wonders(cue[0].sent)


def is_led_in_by_nobody(article: Article, parsed: ParsedBlock, quoted: TokenSpan) -> bool:
    """Whether what leads to a colon names an echo and nobody: "Reaction was swift:"."""
    lead = [t for t in quoted.doc[quoted[0].sent.start : quoted.start] if not t.is_punct]
    if not any(t.lower_ in _ECHOES for t in lead):
        return False
    span = parsed.span(covering(lead[0], lead[-1]))
    if any(n.kind == "person" and span.contains(n.span) for n in article.names):
        return False
    return not any(
        t.lemma_.lower() in _ROLES | _DOCUMENTS
        or t.pos_ == "PRON"
        or (t.lemma_.lower() in _CUES and t.lower_ not in _ECHOES)
        for t in lead
    )


def names_voice(article: Article, parsed: ParsedBlock, sentence: TokenSpan, quote: Quote) -> bool:
    """Whether a sentence says, outside quotation marks, who may be speaking in a quotation."""
    span = parsed.span(sentence)
    own = span.overlaps(quote.span)
    if not own and _wonders(sentence):
        return False
    said = (a for a in attributions_in(article, span) if a.cue.kind in SAYING)
    if any(is_voice(article, a.source) for a in said):
        return True
    near = own or article.sentence_at(max(parsed.start, quote.span.start - 2)) == span
    after = span.start >= quote.span.end
    return any(
        _may_speak(article, parsed.span(token), token, own, near, after)
        for token in sentence
        if not _is_quoted(article, parsed.span(token))
    )


def _may_speak(
    article: Article, span: Span, token: Token, own: bool, near: bool, after: bool
) -> bool:
    """A word of saying, a document, a label; beside a sentence, also a person who acts.

    After a quotation that stands alone, a person who is only mentioned is no speaker.
    """
    lemma = token.lemma_.lower()
    if lemma in _CUES or (own and token.lower_ in BRANDING):
        thing = not own and _is_of_thing(token)
        return not (_is_writers(token) or thing or (own and is_branded(token)))
    if lemma in _LABELS:
        return near
    if own:
        return lemma in _DOCUMENTS and dep(token) != "nsubj"
    if any(n.kind == "person" and n.span.contains(span) for n in article.names):
        return not after or (dep(token) in ("nsubj", "flat", "appos") and _is_main(token))
    acts = token.lower_ in ("he", "she", "they", "we") or lemma in _ROLES
    return acts and dep(token) == "nsubj" and not (after and _is_anybody(token))


def _is_anybody(noun: Token) -> bool:
    """ "Pregnant women should avoid it": a kind of people, none of whom has spoken."""
    bare = noun.tag_ == "NNS" and not any(
        dep(c) in ("det", "nummod", "nmod") for c in noun.children
    )
    return bare and modal(noun.head) is not None


def _is_of_thing(verb: Token) -> bool:
    """ "The signs tell their own story": a thing does it."""
    teller = subject(verb) if verb.pos_ == "VERB" else None
    return (
        teller is not None
        and teller.pos_ == "NOUN"
        and teller.lemma_.lower() not in _ROLES | _DOCUMENTS | _CUES | _BODIES
    )


def _wonders(sentence: TokenSpan) -> bool:
    """ "Many in the valley are asking why": a crowd with a question is no speaker."""
    verb = sentence.root
    crowd = subject(verb)
    return is_one_of(verb, _ASKING) and crowd is not None and crowd.lower_ in _CROWD


def _is_writers(token: Token) -> bool:
    """ "Can't say I blame them", "I must say": the writer's own saying, and nobody's."""
    if token.pos_ not in ("VERB", "AUX") or token.tag_ != "VB":
        return False
    teller = subject(token)
    return modal(token) is not None and (teller is None or teller.lower_ in ("i", "we", "you"))


def _is_main(token: Token) -> bool:
    """Whether a name stands outside relative and other dependent clauses."""
    verb = clause_verb(token)
    return verb is None or dep(verb) in ("root", "conj", "parataxis", "ccomp")


def _is_quoted(article: Article, span: Span) -> bool:
    return any(quote.span.contains(span) for quote in article.quotes)
