"""Tells wrongs that any verb can be, by the words beside it: "without consent", "illegally"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.extract.syntax import syntax_of
from attrib_lint.lexicon import words
from attrib_lint.questions.clause import BE, bases, children, clause_verb, dep
from attrib_lint.questions.wording import forms_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from attrib_lint.article import Article

_ADVERBS = words("wrongs", "manner.adverbs")
_LACKING = words("wrongs", "manner.lacking")
_SLIPS = words("wrongs", "manner.slips")
_FAVOURS = forms_of("wrongs", "favour.verbs")
_THINGS = words("wrongs", "favour.things")
_KIN = words("wrongs", "favour.kin")
_USES = forms_of("wrongs", "private_use.verbs")
_PUBLIC = words("wrongs", "private_use.public")
_OWN = words("wrongs", "private_use.own")
_IN_IT = words("wrongs", "part.in_it")
_GUILTY = words("wrongs", "knowledge.of", "pairs.stir.objects") | {"bribery", "deaths", "murder"}
_SAID = forms_of("cues", "speech.clause", "thought.clause", "writing.clause")
_MIS = ("mis", "maltreat", "ill-treat")
MANNER_WORDS = _ADVERBS | {"without"} | _IN_IT
MISDEED_WORDS = _FAVOURS | _USES


def wrong_prefixes(article: Article) -> frozenset[str]:
    """The words of an article that may be verbs in mis-: "mislabelled", "misreported"."""
    return frozenset(
        word
        for parsed in article.parsed
        for word in syntax_of(parsed.doc).forms
        if word.startswith(_MIS) and len(word) > 5 and _SLIPS.isdisjoint(bases(word))
    )


def verb_wronged(token: Token) -> tuple[Token, Token] | None:
    """The verb that a word of MANNER_WORDS makes a wrong, and the last word of the wrong, or None.

    "filmed patients without consent", "illegally annexed", "was behind the fraud".
    """
    low = token.lower_
    if low in _ADVERBS:
        head = token.head
        near = head.pos_ == "VERB" and abs(head.i - token.i) <= 4 and head.lower_ not in _SAID
        return (head, max(head, token, key=lambda t: t.i)) if near else None
    if low == "without":
        lack = next((t for t in token.doc[token.i + 1 : token.i + 5] if t.lower_ in _LACKING), None)
        verb = clause_verb(token.head.head) if lack is not None else None
        if lack is None or verb is None or verb.pos_ != "VERB" or verb.i > token.i:
            return None
        told = lack.tag_ != "VBG" or bool(children(lack, "obj", "iobj"))
        done = children(verb, "obj") or verb.dep_.startswith("acl")
        return (verb, lack) if told and done and verb.lower_ not in _SAID else None
    return _part_in(token)


def _part_in(token: Token) -> tuple[Token, Token] | None:
    """ "Was behind the fraud", "is complicit in the cover-up"."""
    being = [c for c in children(token, "cop", "aux") if c.lower_ in BE]
    noun = token.head if token.lower_ == "behind" and dep(token) == "case" else None
    if noun is not None:
        being = [c for c in children(noun, "cop") if c.lower_ in BE]
        return (noun, noun) if being and noun.lower_ in _GUILTY else None
    for thing in children(token, "obl", "nmod"):
        if being and thing.lower_ in _GUILTY and thing.i > token.i:
            return token, thing
    return None


def misdeed(verb: Token) -> Token | None:
    """The last word of a favour to one's own or of a private use of public things, or None."""
    low = verb.lower_
    after = list(verb.subtree)
    if low in _FAVOURS:
        things = children(verb, "obj")
        for kin in after:
            owned = kin.i > verb.i and kin.lower_ in _KIN and _is_own(kin)
            if owned and any(t.lower_ in _THINGS for t in things):
                return kin
    if low in _USES:
        public = any(
            t.lower_ in _PUBLIC for o in children(verb, "obj") for t in o.subtree if t.i > verb.i
        )
        private = (t for t in after if t.i > verb.i and t.lower_ in _OWN and _is_for(t))
        return next(private, None) if public else None
    return None


def _is_own(kin: Token) -> bool:
    """ "His brother-in-law": of the word after the hyphens, the owner of the first."""
    around = kin.doc[max(kin.sent.start, kin.i - 6) : kin.i]
    return any(t.lower_ in ("his", "her", "their", "its") for t in around)


def _is_for(token: Token) -> bool:
    ahead = token.doc[max(token.sent.start, token.i - 4) : token.i]
    return any(t.lower_ in ("for", "on", "to") for t in ahead)
