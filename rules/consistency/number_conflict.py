"""Make the figures agree: one fact, one number.

A headline that says "hundreds" over a story that says 10,000 tells the reader that nobody checked
either. (BBC 3.3: accuracy; AP: numbers are checked against the source and against each other)

Two figures are held to give one fact when that is shown: unit and measured noun are the same, and
event, people and scope agree (rules/NUMBERS.md). A headline is held against the paragraphs that it
sums up; inside the body one sentence has to repeat the other, or point back to it ("the 31
victims"). Lets through: what fits after rounding, parts of a whole, other times, places and groups,
polls whose other figures differ, pledges against payments, updates, and two sentences that only
resemble one another.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lint.api import (
    Article,
    Conflict,
    Finding,
    Options,
    Related,
    Severity,
    counts_in_headline,
    find_conflicts,
    in_words,
)

HELP = "Which figure is right? Check both with the source, and mend headline and body together."
SEVERITY = "warning"
PRESETS = ("default", "ap", "reuters", "wikipedia", "strict")
WHERE = "all"
OPTIONS = {"within-body": True}
PRESET_OPTIONS = {"default": {"within-body": False}}
GUARDS = (
    "a headline's figure that the story bears out nowhere, alone or added up, is held against the "
    "opening's only figure of its kind",
    "without the option `within-body` only a headline is compared with its story",
    "a figure with “the” takes up an earlier one where no word beside it tells of other things",
    "figures that agree after rounding, or whose intervals meet, are let through",
    "another event, time, place, group or unit is another fact",
    "“at least four” and “at least six” may both be true, and one sum be part of another",
    "what several firms, towns or groups do has several figures",
    "sentences that are alike but name nobody in common are two facts",
    "a part of a whole, and parts that make up the whole, are let through",
    "figures of two sources are information, where both count who was hurt or came, or are polls",
    "in an article of which the reader suspects a lot, a figure near an earlier one for the same "
    "things is asked about on less",
    "corrections, updates and running reports are let through",
)
GOOD = [
    "The council spent £4.5m on road repairs in Leeds this year.\n\nThe £54m for road "
    "repairs in the county is for ten years.",
    "Leeds council to spend £600m on Leeds homes\n\nLeeds council is to build homes in "
    "Leeds, and has set aside £300m for the first year.\n\nIt will spend twice that by May.",
    "Leeds brewer to cut 600 jobs\n\nThe Leeds brewer will cut 400 jobs in May and 200 in June.",
    "Camera firm lost film in 300 cases\n\nLawyers say the firm cannot find film in 312 criminal "
    "cases.",
    "Leeds hotels asking $600? Guests stay away\n\nIn Leeds, hotels that ask $400 a night see few "
    "guests.",
    "Leeds council loses over £2.3m on pool\n\nLeeds council has lost £3.2m on its new pool.",
    "Leeds brewer sold for £40m\n\nThe Leeds brewer, which made a profit of £52m, has been sold "
    "for £40.2m.",
    "The match began at noon. Obi scored after 26 minutes. Reeve scored his goal at 74 minutes.",
    "A helicopter crash in Leeds killed all three crew members. The crash in Hull killed all four "
    "crew members.",
    "The trial in Cork followed 3,170 adults. A trial in Kerry followed 1,370 adults.",
    "The founder raised $50 million for Halden.\n\nAt $80 million, the Orion round was larger.",
    "Of the 140 people at the plant, 12 left.\n\nThe 120 staff at the mill stayed.",
    "Here are three reasons to reopen the line:\n\nTrains are cheap.\n\n"
    "Here are four reasons to wait:\n\nRain is coming.",
    "He donated around $100 million to the lab after pledging roughly $1 billion to it.",
    "Dozens were hurt in the crash. Doctors said 14 of them were in danger.",
    "Sales were 10,000 in 2020.\n\nSales were 900 in 2021.",
    "Mill lays off nearly 400 workers\n\nThe mill laid off 390 workers on Monday.",
    "Over 900 migrants were rescued.\n\nFishermen rescued over 700 migrants and the navy 200 more.",
    "The suspect, 19, was arrested.\n\nThe victim, 24, is recovering.",
    "Ferry sinks with 127 passengers aboard\n\nEmbed 84413327 passengers\n\nThe ferry sank with "
    "127 passengers aboard.",
    "Ferry sinks with 127 passengers aboard\n\nGallery 30Passengers wait on the quay. The ferry "
    "sank with 127 passengers aboard.",
    "Support stood at 45 percent in May.\n\nBy June support had fallen to 40 percent.",
    "A night at the gaol\n\nHolders of cards came early.\n\nMara Pell was held in Hull gaol in "
    "lieu of £700 bail.\n\nTom Reeve was held in Hull gaol in lieu of £2,600 bail.",
    "Sixty years of the Harbour Hall\n\nThe hall stands on the quay.\n\nIts doors are of oak."
    "\n\nIts singers are many.\n\nAda Obi sang at the Harbour Hall after 12 years of silence.",
    "Car sales in Leeds fell.\n\nTraders were gloomy.\n\nDealers sold 3,400 new cars last year."
    "\n\nNationally, dealers sold 1.7 million new cars last year.",
    "6 Leeds prisoners sent to Cork\n\nSix men held for years in Leeds were sent to Cork on Sunday."
    "\n\nThere are 136 prisoners at Leeds gaol.",
    "Leeds wall would cost $21.6m, nearly double an estimate\n\nA wall around Leeds would cost "
    "about $21.6m, a report says.\n\nThe mayor has said a wall would cost $12m.",
    "Leeds law is out: nearly 1,800 pages\n\nThe bill runs to 1,159 pages, with another 609-page "
    "report.",
    "Loans\n\nObi Mills: The maker of flour received a $40 million loan to build a mill in "
    "Kent.\n\nReeve Mills: The maker of flour received a $35 million loan to build a mill in Cork."
    "\n\nLee Mills: The firm got nothing.",
    "Bonds rise\n\nThe benchmark 10-year yield fell on Monday.\n\nThe 30-year yield fell below 1 "
    "percent.",
    "Drought in Marby\n\nObi, who also has a 4-year-old son, sold the goats.\n\nFor Obi, 27, the "
    "rain came late.",
    "A clinic shuts\n\nTom Hughes drives far. Hughes, 40, mends roofs.\n\nHis wife, Dena Hughes, "
    "44, drives too.",
    "The pair have four children, and hid the youngest.\n\nA neighbour told the council. With a "
    "fifth child they feared for their home.",
]
BAD = [
    "Leeds stories\n\nThe dye works were fined [[£450,000]] over a leak.\n\nNeighbours said the "
    "£45,000 fine would frighten nobody.",
    "Leeds stories\n\nThe jury debated for [[nine hours]].\n\nTwo people wept as the jury, "
    "which had debated for 31 hours, filed out.",
    "Leeds brewer to close with [[600 jobs]] lost\n\nHalden could close its brewery in Leeds, "
    "putting about 480 jobs at risk.",
    "City agree [[£31m fee]] for Danish keeper Lars Holm\n\nCity are close to a £38m deal for the "
    "Danish keeper Lars Holm.",
    "Leeds leader quits in row [[over £2.3m bill]]\n\nThe leader of Leeds council has quit over "
    "a pool that went £3.2m over budget.",
    "The trial in Cork followed [[3,170 adults]]. Nobody fell ill among the 1,370 volunteers.",
    "A firm bets on phones\n\nThe firm ordered [[4 million screens]].\n\nIf all three million "
    "screens end up in phones, it will be rich.",
    "Vote in Leeds\n\nThe vote looks like a [[three-person race]] between Ada Lee and Tom Hale."
    "\n\nPolls opened at nine.\n\n“It’s become a two-person race in York,” Ann Lee said.",
    "Rail boss buys [[hundreds of carriages]]\n\n"
    "Rail boss Ana Ruiz has bought approximately 10,000 carriages for the northern lines.",
    "[[At least 40]] died in the mine.\n\nRelatives of the 31 victims wept.",
    "The bank paid a [[$3 million fine]].\n\nThe $3 billion fine is the largest so far.",
    "[[Fewer than 50 people]] attended.\n\nThe 120 people who attended were asked to leave.",
    "[[800-page report]] on the dam is out\n\nThe result is a 300-page report on the dam.",
    "Ferry sinks with [[127 passengers]] aboard\n\nThe ferry sank with 1,270 passengers aboard.",
    "The trust runs clinics in Kent.\n\nDoctors met in May.\n\nThe trial followed patients in "
    "[[nine towns]].\n\nNobody fell ill.\n\nThe trust will follow them in all 14 towns.",
    "Council bans dogs\n\nThe trust sent the council [[28 questions]] about the kennels.\n\nDogs "
    "barked.\n\nThe answers to the trust’s 280 questions came late.",
    "The striker, Tomas Vega, [[26]], signed on Friday.\n\nVega, 31, scored twice last year.",
]


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each fact with two figures."""
    if not options.flag("within-body") and not counts_in_headline(article):
        return
    for conflict in find_conflicts(article):
        first, second = conflict.first, conflict.second
        headline = (first.headline or second.headline) and not conflict.sources_differ
        if not headline and not options.flag("within-body"):
            continue
        here = f"“{first.shown}” ({in_words(first.quantity)})"
        there = f"“{second.shown}” ({in_words(second.quantity)})"
        if conflict.sources_differ:
            message = f"Two sources disagree: {here} and {there}."
        else:
            message = f"{here} conflicts with {there}."
        related = Related(second.shown_span, f"here it is {second.shown}")
        yield Finding(first.shown_span, message, (related,), severity=_severity(conflict))


def _severity(conflict: Conflict) -> Severity:
    """Information where two sources differ, or where rounding may have made two figures of one."""
    exact = conflict.first.quantity.exact and conflict.second.quantity.exact
    near = conflict.ratio < 1.1 and not exact
    return "info" if conflict.sources_differ or near else "warning"
