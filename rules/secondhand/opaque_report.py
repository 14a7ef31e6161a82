"""Credits "reports" or "a report" without naming the publisher.

"According to reports" tells the reader that somebody published something, not who. AP asks that
whoever supplied unconfirmed facts be credited by name; the Washington Post wants name and link.

Let through: reports whose publisher stands in the phrase, in the same sentence or in the next one;
"the report", which points back; police, court, company and other kinds of report that say whose
they are; the verb ("she reports to the director"); headlines whose outlet the first three
sentences of the article name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.api import (
    Article,
    Finding,
    Options,
    ParsedBlock,
    Phrase,
    Span,
    credits,
    is_noun,
    linked,
    names_someone,
    phrase_around,
    sentences_after,
    told_by_named,
    words,
)

if TYPE_CHECKING:
    from attrib_lint.api import Token

HELP = "Whose report is it? Can you name the outlet or the body, and link it?"
SEVERITY = "warning"
PRESETS = ("default", "ap", "reuters", "wikipedia", "strict")
GUARDS = (
    "A publisher in the phrase, the sentence or the next sentence clears it.",
    "“The report” points back to one that was introduced.",
    "A headline is cleared by an outlet in the first three sentences.",
)
BAD = (
    "According to [[reports]], Elon Musk buys hundreds of GPUs.",
    "[[A report on April 11]] shows that Musk is pursuing an AI project.",
    "[[Media reports]] say the talks collapsed.",
    "The striker has agreed personal terms, according to [[media reports]].",
    "[[Several reports]] suggested the frigate had been hit below the waterline.",
    "[[A recent report]] claims one in five wells in the district is dry.",
    "[[Local media]] reported that two students had been expelled.",
)
GOOD = (
    "A new report from the National Audit Office says costs doubled.",
    "Musk has plans, according to a new report. This comes from Business Insider, which says he "
    "bought chips.",
    "She reports to the finance director.",
    "A police report says the car was doing 140.",
    "The council published its annual report in May. The report says rents rose.",
    "A report by the auditor general of Ghana found 200 ghost workers on the payroll.",
    "Reports of gunfire reached the palace at dawn.",
    "The company reports that sales fell 4 percent.",
    "“Media reports say I quit,” said Sunil Chhetri, the captain.",
)
_WHOSE = frozenset({"by", "from", "in", "of", "for", "via"})


def check(article: Article, options: Options) -> Iterator[Finding]:
    """Report each unowned report or unnamed outlets in attribution role."""
    for block, sentence in article.sentences():
        for token in sentence:
            phrase = _report(block, token)
            if phrase is None or not credits(phrase, words("second_hand", "reports.says")):
                continue
            if not _is_owned(article, phrase, block.span(sentence)):
                yield Finding(phrase.span, f"“{phrase.text}” does not say whose report it is.")


def _report(block: ParsedBlock, token: Token) -> Phrase | None:
    """The phrase around a noun that means a report of nobody in particular."""
    low = token.lower_
    if low in words("second_hand", "reports.heads"):
        allowed = words("second_hand", "reports.opaque_modifiers")
    elif low in words("second_hand", "reports.media"):
        allowed = words("second_hand", "reports.media_modifiers")
    else:
        return None
    if not is_noun(token):
        return None
    phrase = phrase_around(block, token)
    modifiers = {t.lower_ for t in phrase.modifiers}
    if phrase.definite or phrase.owner is not None or not modifiers <= allowed:
        return None
    if low in words("second_hand", "reports.media") and not modifiers:
        return None
    if low == "reports" and phrase.tail.startswith("of "):
        return None
    end = phrase.after[-1].i if phrase.after else token.i
    if end + 1 < len(block.doc) and block.doc[end + 1].tag_ in ("NNP", "PRP"):
        return None  # "reports Mr. Okafor filed"
    return phrase


def _is_owned(article: Article, phrase: Phrase, sentence: Span) -> bool:
    """Whether the publisher can be told from the words around."""
    if names_someone(phrase.after, _WHOSE) or linked(article, sentence):
        return True
    if told_by_named(article, phrase.span):
        return True
    if phrase.block.block.kind == "headline" and article.body:
        near = sentences_after(article, article.body[0].start, 2)
    else:
        near = sentences_after(article, phrase.span.start, 1)
    if any(near.overlaps(n.span) for n in article.names if n.kind == "outlet"):
        return True
    rest = tuple(t for t in phrase.block.doc[phrase.head.i + 1 : phrase.head.sent.end])
    return names_someone(rest, frozenset({"by", "from"}))
