"""Reads the phrase of a report or an outlet of which nothing before the noun says whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from attrib_lint.lexicon import words
from attrib_lint.questions.phrases import Phrase, words_of
from attrib_lint.questions.wordorder import is_noun, phrase_around

if TYPE_CHECKING:
    from spacy.tokens import Token

    from attrib_lint.article import ParsedBlock

_CLOSING = frozenset("”’\"'»")
_SINGLE = frozenset({"a", "an", "another", "one"})


def open_report(block: ParsedBlock, token: Token) -> Phrase | None:
    """The phrase around a noun that means a report of nobody in particular."""
    following = token.nbor(1) if token.i + 1 < len(block.doc) else None
    compound = following is not None and following.tag_ in ("NN", "NNS") and _is_outlet_word(token)
    if not is_noun(token) or compound or _is_titled(token):
        return None
    phrase = _with_participle(phrase_around(block, token))
    before = words_of(phrase.before)
    if phrase.owner is not None or not _is_open(phrase, token.lower_, before):
        return None
    if token.lower_ == "reports" and phrase.tail.startswith("of "):
        return None
    end = phrase.after[-1].i if phrase.after else token.i
    if end + 1 < len(block.doc) and block.doc[end + 1].tag_ in ("NNP", "PRP"):
        return None  # "reports Mr. Okafor filed"
    return phrase


def _is_titled(head: Token) -> bool:
    """ "The bureau’s “Crime in India” report": a title in front of the noun identifies it."""
    return head.i > head.sent.start and head.nbor(-1).text in _CLOSING


def _is_outlet_word(token: Token) -> bool:
    """Whether a word is an outlet, and no report: "a daily" may be "a daily briefing"."""
    return token.lower_ in words("second_hand", "reports.outlets", "reports.media")


def _is_open(phrase: Phrase, low: str, before: frozenset[str]) -> bool:
    """Whether nothing before the noun says whose report or which outlet is meant."""
    modifiers = {t.lower_ for t in phrase.modifiers if not is_nationality(t)}
    if low in words("second_hand", "reports.outlets"):
        named = any(t.tag_ in ("NNP", "NNPS") for t in phrase.before)
        return bool(before & _SINGLE) and not named and not _names_follow(phrase)
    if low in words("second_hand", "reports.heads"):
        allowed = words("second_hand", "reports.opaque_modifiers")
        foreign = any(is_nationality(t) for t in phrase.modifiers)
        if foreign and not modifiers & words("second_hand", "reports.press"):
            return False
        return not phrase.definite and all(
            t.lower_ in allowed or is_nationality(t) or _only_judges(t) for t in phrase.modifiers
        )
    allowed = words("second_hand", "reports.media_modifiers")
    described = len(phrase.modifiers) > 0 or bool(before & allowed)
    if phrase.definite and (low != "press" or "the" not in before):
        return False
    return described and modifiers <= allowed


def is_nationality(token: Token) -> bool:
    """ "Korean", "British": an adjective that says which country's press is meant."""
    if not token.text[0].isupper() or token.tag_ not in ("JJ", "NNP"):
        return False
    return token.lower_.endswith(_PEOPLES) or token.lower_ in words(
        "second_hand", "reports.peoples"
    )


_PEOPLES = ("ian", "ean", "ish", "ese", "can")


def _only_judges(token: Token) -> bool:
    """Whether an adjective says how a report is, not whose: "damning", "40-page"; no "medical"."""
    return token.tag_ in ("JJ", "JJS", "VBN", "VBG") and token.lower_ not in words(
        "second_hand", "reports.relational"
    )


def _names_follow(phrase: Phrase) -> bool:
    """Whether the outlet's name follows: "a newspaper, the Gazette", "a blog called Wren"."""
    doc, end = phrase.block.doc, phrase.after[-1].i if phrase.after else phrase.head.i
    near = doc[end + 1 : min(end + 5, phrase.head.sent.end)]
    names = (t for t in (*phrase.after, *near) if t.tag_ in ("NNP", "NNPS"))
    return any(t.lower_ not in words("phrases", "dates") for t in names)


def _with_participle(phrase: Phrase) -> Phrase:
    """The phrase with "emerging from Lagos", "circulating online" at its end."""
    doc = phrase.block.doc
    end = phrase.after[-1].i if phrase.after else phrase.head.i
    if end + 1 >= phrase.head.sent.end or doc[end + 1].tag_ != "VBG":
        return phrase
    last = end + 1
    while last + 1 < phrase.head.sent.end and doc[last + 1].tag_ in ("IN", "DT", "NN", "NNP", "RB"):
        last += 1
    while doc[last].tag_ in ("DT", "IN", "RB") and last > end:
        last -= 1  # "highlighting the ‘rise of ...’": the object is not read
    span = phrase.span.cover(phrase.block.span(doc[last]))
    return replace(phrase, span=span, after=tuple(doc[phrase.head.i + 1 : last + 1]))
