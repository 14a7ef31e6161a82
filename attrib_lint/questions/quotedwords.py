"""What quoted words are by their place: a sentence, a judgement after "is", a brand, an example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.lexicon import words
from attrib_lint.questions.clause import BE, agent, before, dep, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from attrib_lint.article import ParsedBlock
    from attrib_lint.core.facts import Quote

_ASCRIBED = frozenset(("meant", "supposed", "intended", "designed", "expected"))
BRANDING = words("frames", "quotation.branding")


def is_speech(parsed: ParsedBlock, text: str, quote: Quote, quoted: TokenSpan) -> bool:
    """Whether quoted words are a sentence, or are what something "is"."""
    said = [t for t in quoted if t.is_alpha]
    if len(said) < 3 or parsed.block.kind in ("headline", "heading", "caption"):
        return False
    weighty = [t for t in said[1:] if t.pos_ not in ("ADP", "DET", "CCONJ")]
    if sum(t.text[0].isupper() for t in weighty) * 2 > len(weighty):
        return False
    if _is_sentence(text[: quote.span.start], quote.inner.of(text)):
        return len(said) >= 4
    return is_predicate(quoted) and not _is_exemplary(quoted)


def _is_exemplary(quoted: TokenSpan) -> bool:
    """ "The question is “How cold is it?”", "then there is “hot tub lung”": words as words."""
    if quoted.text.rstrip().endswith("?"):
        return True
    ahead = (t.lower_ for t in before(quoted[0], 4))
    return "there" in ahead and not any(t.pos_ in ("VERB", "AUX", "DET") for t in quoted)


def _is_sentence(ahead: str, quoted: str) -> bool:
    """Whether the quotation stands alone, after a full stop or at the start of a paragraph."""
    ends = quoted.rstrip()[-1:] in (".", "!", "?", "…")
    return (
        ends and quoted[:1].isupper() and ahead.rstrip(" ")[-1:] in ("", "\n", ".", "!", "?", "”")
    )


def is_predicate(quoted: TokenSpan) -> bool:
    """ "It was “the worst decision in a decade”": a judgement that somebody must have made."""
    doc, i = quoted.doc, quoted.start - 1
    while i >= 0 and (doc[i].is_punct or doc[i].pos_ == "ADV"):
        i -= 1
    if i < 0 or _qualifies(quoted):
        return False
    purpose = i > 0 and doc[i - 1].lower_ == "to"  # "jumped in to be “one with the tiger”"
    if purpose and i > 1 and doc[i - 2].lower_ in _ASCRIBED:
        purpose = False  # "was meant to be “a stopgap”"
    if (doc[i].lower_ in BE and not purpose) or is_branding(quoted):
        return True
    return is_after_colon(quoted) or _goes_on(doc[i], quoted)


def _qualifies(quoted: TokenSpan) -> bool:
    """ "You can't be “just a little” intolerant": the judgement is the writer's, not the words'."""
    word = quoted.root
    return word.head.i >= quoted.end and dep(word) in ("advmod", "amod", "obl")


def is_after_colon(quoted: TokenSpan) -> bool:
    """ "Reaction was swift: “too little, too late”"."""
    mark = next(before(quoted[0], 1), None)
    ahead = next(before(mark, 1), None) if mark is not None else None
    return ahead is not None and ahead.text == ":" and sum(t.is_alpha for t in quoted) > 3


def _goes_on(last: Token, quoted: TokenSpan) -> bool:
    """ "The reading “set the whole room on fire”": what something did, in somebody's words."""
    finite = quoted[0].tag_ in ("VBD", "VBZ") and last.pos_ in ("NOUN", "PROPN")
    return finite and sum(t.is_alpha for t in quoted) > 3


def is_branding(quoted: TokenSpan) -> bool:
    word = next((t for t in before(quoted[0], 4) if not t.is_punct), None)
    return word is not None and is_branded(word) and sum(t.is_alpha for t in quoted) > 3


def is_branded(word: Token) -> bool:
    """ "has been labelled", "was described as": a judgement in the passive, by nobody."""
    verb = word.nbor(-1) if word.lower_ == "as" and word.i else word
    return verb.lower_ in BRANDING and is_passive(verb) and agent(verb) is None
