"""Do not let rumour, speculation or chatter be the source of a claim.

Nobody can be asked what a rumour meant. Printed as the subject of "says" or "suggests", it gives a
guess the weight of a source. (NPR ethics handbook: do not fill gaps by speculation; Reuters: no
hearsay chain, house convention)

Lets through: a rumour that somebody denies, dismisses or investigates, the rumour that a named
source passes on, leaks of gas or water, and speculation in shares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib_lint.api import (
    RUMOUR_WORDS,
    Article,
    Finding,
    Options,
    Span,
    is_answered_next,
    is_careless,
    is_denied,
    is_sourced,
    occurrences,
    rumour_frame,
    sentences_after,
    told_by_named,
)

HELP = "Who can be held to this? Report what someone identifiable said, or say it is unverified."
SEVERITY = "warning"
SUSPECTED = "“{span}”: the source here is rumour."
PRESETS = ("ap", "reuters", "wikipedia", "strict")
PRESET_OPTIONS = {
    "strict": {"reader-company": 5.0, "reader-alone": 0.98, "careless-insists": 0.97},
}
GUARDS = (
    "a rumour that is denied, dismissed or investigated is the story, not its source",
    "leaks of gas, oil or water and speculation in shares are something else",
    "a named source in the sentence clears it; a denial in the next one does too, unless the "
    "writer says that rumour “has it”",
)
GOOD = [
    "Shares fell on news that the plant would shut.",
    "Police dismissed rumours that the boy had been seen.",
    "Amid speculation about his future, Mr Rao said he would stay.",
    "The minister dismissed the rumours as “nonsense”.",
    "Oil leaks point to a broken gasket, the coastguard said.",
    "The SEC is investigating speculation in meme stocks.",
    "Rumours about the merger irritated staff.",
    "The gossip columns have it in for the duke.",
    "Leaks in the roof show how old the school is.",
    "Speculation suggests a takeover, Priya Nair of Canara Securities wrote in a note.",
    "The union moved to end rumours that the ferry would be sold.",
    "The principal laughed off speculation about her future.",
    "Gas leaks suggest that the pipes are older than the maps say, the utility said.",
    "Police are investigating who spread the rumour.",
    "The rumour mill has been turning since the defeat.",
    "Talk of a swap is wide of the mark.",
    "There was no talk of a strike at the depot.",
    "There had been speculation that the coach would go. “It is not true,” the chairman said.",
    "Rumours have a way of reaching the dressing room.",
    "There is speculation that the fund will close, Priya Nair of Canara Securities said.",
    "Talks between the union and the yard are set to resume on Monday.",
    "Rumour has it that the bishop will retire, his chaplain, Dan Cole, said.",
    "The regulator is looking into talk of a swap.",
]
BAD = [
    "Shares in the brewer jumped on [[talk that]] a rival was circling.",
    "Bond prices fell on [[rumours that]] the finance minister would resign.",
    "Amid [[speculation that]] the plant will shut, suppliers have cut credit.",
    "[[Gossip in the paddock points]] to a swap of drivers.",
    "[[Murmurs in the lobby suggest]] that the whips have lost count.",
    "The tenor [[was rumoured to be]] in line for the role.",
    "[[Speculation suggests]] that it could enhance the search feature.",
    "[[Rumour has it]] the phone will fold.",
    "[[Leaks point]] to a September launch.",
    "[[Online chatter suggests]] the coach has already packed his desk.",
    "[[Rumours swirled]] that the governor would not run again.",
    "The chairman is on his way out, [[rumour has it]].",
    "[[Word has it]] that the regiment will be sent north in spring.",
    "[[The word on the street is]] that the mill will close.",
    "[[Gossip suggests]] that the duchess has sold her horses.",
    "[[Rumours say]] the garrison has not been paid since March.",
    "[[Market chatter points]] to a bid for the brewer.",
    "The sprinter will miss the Games, [[rumour has it]].",
    "[[The chatter on two trading forums is]] that the exchange has stopped paying out.",
    "[[Whispers out of Turin have]] the goalkeeper ready to leave in January.",
    "[[There is talk]] that the parish will sell the glebe.",
    "[[Speculation is rife]] that the deputy governor will defect.",
    "[[Word in the pits is]] that the engine is illegal.",
    "The twins, [[so the gossip goes]], no longer speak.",
    "[[Rumour has it]] that the bishop will retire. His chaplain, Dan Cole, dismissed the rumour.",
    "[[A leak confirms]] that the phone will fold.",
]


# The writer passes it on as so, whoever denies it in the next sentence.
_HAS_IT = re.compile(r"\bha(?:s|ve|d) it$")
# "Speculation in junior miners" is trade; "in the lobby" is where people talk.
_TRADE = re.compile(r"\b[Ss]peculation in (?!(?:the|his|her|their|its|some|parts)\b|[A-Z])")
_SETTLED = re.compile(
    r"\b(?:end(?:s|ed)?(?: to)?|settle[sd]?|quell(?:s|ed)?|silence[sd]?|laid to rest|put to rest|"
    r"bore out|borne out|confirm(?:s|ed)?) "
    r"(?:all )?(?:that|the|this|those|these|such) (?:speculation|rumou?rs?|talk|gossip)\b"
)
_FROM_BODY = re.compile(r"\b[Ww]ord from the [A-Z]")
_INVESTIGATED = re.compile(
    r"\b(?:look(?:s|ed|ing)? into|investigat\w+|prob(?:e|es|ed|ing)|examin\w+|inquir\w+ into) "
    r"(?:[\w-]+ ){0,4}[\w-]+$"
)


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each claim whose grammatical source is a rumour."""
    for parsed, token in occurrences(article, RUMOUR_WORDS):
        frame = rumour_frame(token)
        if frame is None:
            continue
        span = parsed.span(frame)
        if is_careless(article):
            if not _is_excused(article, span):
                yield _finding(span, article)
            continue
        near = article.sentence_at(span.start)
        if _HAS_IT.search(span.of(article.text)):
            sourced = told_by_named(article, span) or "according to" in near.of(article.text)
        else:
            sourced = is_sourced(article, span, but=span)
            near = near.cover(sentences_after(article, span.start, 1))
        settled = _SETTLED.search(sentences_after(article, span.start, 3).of(article.text))
        if not sourced and not settled and not is_denied(near.of(article.text)):
            yield _finding(span, article)


def _finding(span: Span, article: Article) -> Finding:
    return Finding(span, f"“{span.of(article.text)}”: the source here is rumour.")


def _is_excused(article: Article, span: Span) -> bool:
    """Of an article that leaves much open: whether a rumour is only what somebody speaks of.

    It is printed as a source, whoever denies it afterwards: "he denied rumours that" is not.
    """
    before = Span(article.sentence_at(span.start).start, span.start).of(article.text)
    spoken_of = _INVESTIGATED.search(before) or _TRADE.search(article.text, span.start, span.end)
    return bool(spoken_of) or is_denied(before) or told_by_named(article, span)


def anchor(article: Article, span: Span, options: Options) -> Span | None:
    """The suspected words, unless somebody is named there or next, or the rumour is denied."""
    if is_careless(article):
        return None if _is_excused(article, span) else span
    told = is_sourced(article, span, but=span) or is_answered_next(article, span)
    opening = Span(article.sentence_at(span.start).start, span.end).of(article.text)
    if (
        _FROM_BODY.search(opening)
        or _INVESTIGATED.search(opening)
        or _TRADE.search(article.text, span.start, span.end)
    ):
        return None
    told = told or bool(_SETTLED.search(sentences_after(article, span.start, 3).of(article.text)))
    near = article.sentence_at(span.start).cover(sentences_after(article, span.start, 1))
    return None if told or is_denied(near.of(article.text)) else span
