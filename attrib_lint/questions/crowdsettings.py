"""Where a group is no weasel: in an interviewer's question, in a survey, before it speaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrib_lint.lexicon import words
from attrib_lint.questions.clause import modal
from attrib_lint.questions.support import attributions_in, is_identified

if TYPE_CHECKING:
    from attrib_lint.article import Article
    from attrib_lint.core.facts import Attribution
    from attrib_lint.questions.phrases import Phrase

_ANSWER = re.compile(r"A\s?:\s")
_SURVEYED = re.compile(
    r"\b(?:survey(?:s|ed)?|poll(?:s|ed)?|respondents?|questioned|questionnaires?)\b", re.IGNORECASE
)
_CAUSING = frozenset(("make", "let", "help", "see", "hear", "have"))
_AHEAD = frozenset(("likely", "expected", "bound", "set", "sure", "certain"))
_COUNTED = re.compile(r"\d ?(?:%|per ?cent\b)|\bone in \w+\b|\b(?:half|third|quarter)s?\b")


def is_asked_by_writer(article: Article, phrase: Phrase) -> bool:
    """Whether a group stands in an interviewer's question: the next paragraph opens with "A:"."""
    following = article.parsed[phrase.block.index + 1 : phrase.block.index + 2]
    return any(_ANSWER.match(article.text[b.start : b.block.span.end]) for b in following)


def is_described(phrase: Phrase, attribution: Attribution) -> bool:
    """ "The unease many women feel", "a sign that read": no view is put forward as the group's."""
    cues = phrase.block.tokens(attribution.cue.span)
    if cues is None or not len(cues):
        return False
    cue = cues.root
    if attribution.cue.lemma == "read" or (attribution.cue.lemma == "hold" and cue.tag_ == "VBG"):
        return True  # "activists holding a sign that read": the sign does
    if cue.tag_ == "VB" and cue.dep_ == "xcomp" and cue.head.lower_ in _AHEAD:
        return True  # "are likely to complain": nobody has yet
    if cue.tag_ == "VB" and cue.head.lemma_.lower() in _CAUSING and cue.head.i < phrase.head.i:
        return True  # "to make others feel better"
    if modal(cue) in ("may", "might", "would") or "how" in {t.lower_ for t in phrase.before}:
        return True  # "some may think", "you wouldn't believe how many complain"
    felt = attribution.cue.lemma in ("feel", "have", "hold", "share")
    return felt and cue.dep_ == "acl:relcl" and cue.head.i < phrase.head.i


def is_surveyed(article: Article, phrase: Phrase) -> bool:
    """Whether "many" and "some" are those who answered a survey that the paragraph has named.

    The paragraph must speak of the survey, count its answers, and credit somebody by name before.
    """
    if phrase.head.lower_ not in words("anonymity", "collectives.pronouns"):
        return False
    text = phrase.block.block.span.of(article.text)
    if not (_SURVEYED.search(text) and _COUNTED.search(text)):
        return False
    return any(
        a.cue.span.end <= phrase.span.start and is_identified(article, a.source)
        for a in attributions_in(article, phrase.block.block.span)
    )
