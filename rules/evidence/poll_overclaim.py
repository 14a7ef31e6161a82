"""A poll is made to prove something, or a lead is claimed inside its margin of error.

A poll asks a sample: it suggests or indicates. The BBC bars "prove" and "show" for polls; AP calls
a lead only when it is more than twice the margin, and does not use "statistical dead heat".

Let through: "suggests", "indicates", "finds", "shows"; election results, which are no polls; leads
in articles that state no margin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.api import (
    Article,
    Finding,
    Options,
    Span,
    phrase_around,
    sentences_after,
    tokens_among,
    with_sentence_before,
    words,
    words_of,
)

if TYPE_CHECKING:
    from attrib_lint.api import ParsedBlock

HELP = "Does the figure allow this? Would “suggests”, or “about even”, be right?"
SEVERITY = "warning"
PRESETS = ("default", "ap", "reuters", "strict")
OPTIONS = {"reader-company": 0.0}
PRESET_OPTIONS = {"strict": {"reader-company": 8.0}, "default": {"reader-company": 13.0}}
GUARDS = (
    "Election results are not polls, and surveys of land are none.",
    "“Suggests”, “indicates” and “finds” claim no more than a poll can say.",
    "A lead is compared only with a margin that the article states, and not where several polls "
    "are spoken of.",
)
BAD = (
    "A survey of 900 farmers found that six in ten hate the dam, [[proving that]] it must go.",
    "A survey of bus drivers last spring [[proved]] that the depot is unloved.",
    "Half of voters want trams, a poll says. The survey [[makes clear that]] buses are finished.",
    "Six in ten anglers told pollsters they would move, which [[confirms what]] guides have said.",
    "Teller Research questioned 640 anglers. The figures [[confirm that]] the lake is finished.",
    "In the poll, [[Gill leads Rao 44 to 42]]. It is accurate to within 3 percentage points.",
    "A poll put the mayor at 31%. The numbers [[confirm that]] she is finished.",
    "The poll [[proves]] voters have turned.",
    "[[Lee leads 43–40]] in a poll with a 3-point margin of error on each figure.",
    "The race is a [[statistical dead heat]], the survey shows.",
    "A survey of 900 farmers [[confirms]] that the dam is hated.",
    "The latest poll [[shows that Rao will win]] in Mysuru.",
    "The two parties are in a [[statistical tie]], according to the Newspoll survey.",
    "In the Ipsos poll, [[Hall is ahead by two points]]. The margin of error is 3 points.",
    "The survey [[proves]] that commuters hate the new timetable.",
    "Nine in ten want the baths kept, a survey has [[revealed]].",
    "A poll in the Mail [[confirms]] that the country has turned against the war.",
    "Singh and Gill are in a [[statistical dead heat]] in Punjab, a poll of 2,000 voters found.",
    "A survey found the bond [[leading 47% to 44%]], with a margin of error of plus or minus 4 "
    "points.",
    "The poll puts Rao [[two points clear]]. Its margin of error is three points.",
    "[[Carter leads by two points]], 46 to 44, in a poll with a margin of error of 3 points.",
)
GOOD = (
    "The poll makes a case for trams. The mayor left no doubt that she wants them.",
    "A survey of the hull last year found rust, which confirms what divers had seen below.",
    "A land survey proves that the wall stands on the church’s side, the judge said.",
    "A survey of farmers came out on Monday. Lee won in May, proving that he can.",
    "The poll has a margin of error of 3 points.\n\nIt comes after polls by Quinnipiac in three "
    "states. Rao leads Gill 43 percent to 41 percent in Goa.",
    "The poll suggests Lee is ahead by 12 points (margin ±3).",
    "The election results show Lee won.",
    "The survey indicates support has fallen.",
    "The count proves Lee won the poll in Leeds, the returning officer said.",
    "The poll found that 51 percent would vote for Rao.",
    "Hall leads by nine points in a poll with a margin of error of 3 points.",
    "“The poll proves we were right,” said Tom Ortiz, who runs the campaign.",
    "The survey suggests that commuters dislike the new timetable.",
    "The recount confirms that Carter won the poll in Leeds by two votes.",
    "Carter leads by 11 points in a poll with a margin of error of 3 points.",
    "The survey ship proves its worth every winter, the captain said.",
)
_TIE = re.compile(r"\bstatistical(?:ly)? (?:dead heat|tie[ds]?|tied|deadlock)\b", re.IGNORECASE)
_LEAD = re.compile(
    r"\b(?:[A-Z][\w.’'-]+ )*(?:(?:is|was|are|were) )?(?:leads?|led|leading|ahead|edg(?:es?|ed|ing)|"
    r"in front|on top)\b[^.;]{0,60}?"
    r"\b(?:(\d{1,2})(?:%| ?percent)?\s?(?:–|-|—|to|against)\s?(\d{1,2})(?:%| ?percent)?"
    r"|by (?:just |only )?(\w+)(?:[ -]percentage)?[ -]points?)"
)
_GAP = re.compile(
    r"\b(?:an? )?(?:\w+ )?(\w+)(?:[ -]percentage)?[ -]point (?:lead|advantage|edge)\b"
    r"|\b(\w+) (?:percentage )?points? (?:clear|ahead|in front)\b",
    re.IGNORECASE,
)
_POLL = re.compile(r"\b(?:polls?|polling|surveys?|margin of error)\b", re.IGNORECASE)
_MARGIN = re.compile(
    r"(?:±|plus[- ]or[- ]minus |\+/-)\s?(\d+(?:\.\d)?)"
    r"|(\d+(?:\.\d)?)[- ](?:percentage[- ])?points? margin"
    r"|margin of (?:sampling )?error[^.]{0,50}?\b(\d+(?:\.\d)?|one|two|three|four|five|six)\b"
    r"|(?:accurate|correct|reliable) (?:to )?(?:within|to) (?:±|plus or minus )?(\d+(?:\.\d)?) "
    r"(?:percentage )?points?",
    re.IGNORECASE,
)
_CLEAR = re.compile(
    r"(?:makes?|made) (?:it )?(?:clear|plain|obvious) that|leaves? no doubt|left no doubt"
)
# Between a poll and its verb: "a survey last year has revealed".
_BETWEEN = words("phrases", "dates") | {
    *("has", "have", "had", "last", "this", "earlier", "week", "weekend", "month", "year"),
    *("spring", "summer", "autumn", "fall", "winter", "on"),
}
_SHARE = re.compile(
    r"%|\bper ?cent\b|\bhalf\b|\bthirds?\b|\bin (?:ten|10|five|four|three)\b|majority"
)
_ASKED = re.compile(r"\b(?:questioned|polled|surveyed) (?:[\w-]+ ){0,2}\d|\bpollsters?\b")
_SMALL = {"one": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}


def check(article: Article, options: Options) -> Iterator[Finding]:
    """Report proof claimed for a poll, statistical ties, and leads inside the margin."""
    named = next(tokens_among(article, words("evidence", "polls.heads")), None) is not None
    if not named and not _ASKED.search(article.text):
        return
    yield from _proofs(article)
    yield from _concluded(article)
    for tie in _TIE.finditer(article.text):
        yield _finding(Span(tie.start(), tie.end()), tie[0])
    margin = _margin(article.text)
    if margin is None:
        return
    told: list[Span] = []
    for lead in (*_LEAD.finditer(article.text), *_GAP.finditer(article.text)):
        difference = _difference(lead) if _is_of_poll(article, lead) else None
        if any(span.overlaps(Span(lead.start(), lead.end())) for span in told):
            continue
        told.append(Span(lead.start(), lead.end()))
        if _is_of_others(article, lead.start()):
            continue
        if difference is not None and 0 < difference <= margin:
            yield Finding(
                Span(lead.start(), lead.end()),
                f"“{lead[0]}” is a lead of {difference:g}, inside the margin of {margin:g} points.",
            )


def _is_of_poll(article: Article, lead: re.Match[str]) -> bool:
    """Whether a lead is one in a poll: its shares are no score, or a poll stands beside it."""
    if lead.re is _LEAD and lead[1]:
        return min(int(lead[1]), int(lead[2])) >= 10
    sentence = article.sentence_at(lead.start())
    following = sentences_after(article, sentence.start, 1)
    near = with_sentence_before(article, sentence).cover(following)
    return _POLL.search(near.of(article.text)) is not None


def _is_of_others(article: Article, offset: int) -> bool:
    """Whether the paragraph speaks of several polls: the margin may be another's."""
    block = article.block_at(offset)
    return block is not None and any(t.lower_ in ("polls", "surveys") for t in block.doc)


def _finding(span: Span, text: str) -> Finding:
    return Finding(span, f"“{text}” says more than a poll can.")


def _proofs(article: Article) -> Iterator[Finding]:
    """Polls as the subject of "proves", "confirms", "shows that X will"."""
    proving = words("evidence", "polls.proves")
    for block, token in tokens_among(article, words("evidence", "polls.heads")):
        phrase = phrase_around(block, token)
        if words_of(phrase.modifiers) & words("evidence", "polls.other_kinds"):
            continue  # of land, of the sea floor
        end = phrase.after[-1].i + 1 if phrase.after else token.i + 1
        near = (t for t in block.doc[end : end + 6] if t.tag_ not in ("RB", "MD"))
        verb = next((t for t in near if t.lower_ not in _BETWEEN), None)
        if verb is None or verb.sent != token.sent:
            continue
        clear = block.doc[verb.i : verb.i + 3]
        if verb.lemma_.lower() in ("make", "leave") and _CLEAR.fullmatch(clear.text):
            yield _finding(block.span(clear), clear.text)
            continue
        if verb.lower_ in proving:
            yield _finding(block.span(verb), verb.text)
        elif verb.lower_ in ("shows", "show", "showed"):
            rest = block.doc[verb.i : token.sent.end].text
            will = re.match(r"shows?(?:ed)? that (?:[\w’-]+ ){1,4}will \w+", rest)
            if will:
                start = block.start + verb.idx
                yield _finding(Span(start, start + will.end()), will[0])


def _concluded(article: Article) -> Iterator[Finding]:
    """Proof drawn from a poll: "..., proving that voters agree", "the numbers confirm that"."""
    for block, token in tokens_among(article, words("evidence", "polls.concluding")):
        following = block.doc[token.i + 1 : token.i + 2].text.lower()
        if token.i == token.sent.start:
            continue
        before, sentence = token.nbor(-1), block.span(token.sent)
        which = before.lower_ == "which" and before.i > token.sent.start
        if following != "that" and not (which and following == "what"):
            continue
        if which and not _SHARE.search(sentence.of(article.text)):
            continue
        dashed = before.nbor(-1) if which else before
        drawn = (token.tag_ == "VBG" or which) and dashed.text in (",", "–", "—")
        summed = before.lower_ in words("evidence", "polls.results") and token.tag_ != "VBG"
        summed = summed and before.i > 0 and before.nbor(-1).tag_ == "DT"  # no "blood results"
        start = block.start if block.start < sentence.start else _above(article, block)
        near = sentence if drawn else Span(start, sentence.start)
        if (drawn or summed) and _holds_poll(article, near):
            span = block.span(block.doc[token.i : token.i + 2])
            yield _finding(span, span.of(article.text))


def _above(article: Article, block: ParsedBlock) -> int:
    """Where the paragraph above a block begins."""
    return article.parsed[max(0, block.index - 1)].start


def _holds_poll(article: Article, near: Span) -> bool:
    """Whether a poll or survey of people is told of in a stretch of prose."""
    other = words("evidence", "polls.other_kinds")
    if _ASKED.search(near.of(article.text)):
        return True
    return any(
        near.contains(block.span(token))
        and not words_of(phrase_around(block, token).before) & other
        for block, token in tokens_among(article, words("evidence", "polls.heads"))
    )


def _margin(text: str) -> float | None:
    found = _MARGIN.search(text)
    if found is None:
        return None
    figure = next(group for group in found.groups() if group).lower()
    return float(_SMALL.get(figure, 0) or figure)


def _difference(lead: re.Match[str]) -> float | None:
    if lead.re is _GAP:
        by = (lead[1] or lead[2]).lower()
        return float(by) if by.isdecimal() else _SMALL.get(by)
    high, low, by = lead.groups()
    if high:
        return abs(float(high) - float(low))
    return float(by) if by.isdecimal() else _SMALL.get(by.lower())
