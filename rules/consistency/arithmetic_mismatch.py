"""Do the sum again: parts, totals, margins and percentages that do not add up.

Readers do the arithmetic, and a lead of 21 points on 46 to 35 costs the poll and the story. House
convention, after the Guardian's and the BBC's advice on numbers.

Checks margins ("by 11 points, 46 percent to 35 percent"), change ("rose 50% from 200 to 250"),
"doubled", "60% of 1,000, or 600", "75 of the 59", a change told after last year's figure ("110
against 140 the year before, a fall of 35 percent"), parts of a whole ("45 seats: 20, 15 and
six"), and counts before a closed list ("three candidates: Lee and Ortiz"). Lets through what
rounding explains, and open lists ("including").
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lint.api import Article, Finding, Options, Related, wrong_sums

HELP = "Which of the figures is wrong? Do the sum again, or state the rounding."
SEVERITY = "warning"
PRESETS = ("reuters", "strict")
WHERE = "all"
GUARDS = (
    "figures that agree after rounding are let through",
    "open lists (including, such as, among) are let through",
    "a list of part of a whole (three of the five ports) is counted by the part",
    "percentage points are compared with points, never with percent",
    "a list whose names may hold commas or “and”, or that follows another count, is let through",
    "parts that may count within one another (up four, two of them) are let through",
    "figures set against a rival's, not last year's, are let through",
    "in an article of which the reader suspects a lot, a list with counts in it, and the parts of "
    "a toll, are added up",
)
OPTIONS = {"points": 1}
GOOD = [
    "Three clerks are on leave from a bank with branches in two towns: Deal and Rye.",
    "Members of two choirs were on the bill for the night: Ada Lim, Raj Bose and Ken Sato.",
    "The cup drew three sides: Rye, Deal and Walmer Rovers and Dover.",
    "The bill had two bands: Earth, Wind & Fire and Yes.",
    "The jury has 15 members: eight from Kent, down two, four from Essex and three from Surrey.",
    "The fleet has 30 ships: 14 in Hull, five of them new, ten in Rye and six in Deal.",
    "The line has 30 ships: 14 for Hull, five tankers, ten for Rye and six for Deal.",
    "A third of the 90 singers (16 women and 14 men) were new.",
    "Half of the 60 tenants (11 couples among them) have moved out.",
    "Ames sold 90 vans, against 120 for Holt, an increase of 4 percent on 2021.",
    "It let 90 flats, compared with 120 a year earlier, a fall of 8 percent on the target.",
    "The ferry calls at three of the county’s five ports: Dover, Deal and Rye.",
    "The strike shut all but two of the five ports: Dover, Deal and Rye.",
    "Most of the four bakeries — Ames, Holt and Pym — open on Sundays.",
    "They won by 6 games 6-3 6-3.",
    "Leeds won by five goals, 3-0 at home and 2-0 away.",
    "The tale of two clerks — Sal and Lou, Lou and Sal — is not the whole truth.",
    "The tour visits three countries: Bosnia and Herzegovina, Malta and Spain.",
    "The cook was charged alongside two others: Ada Lim and Raj Bose.",
    "She has two sons, Tim and Rob, and a daughter, May.",
    "Voters chose from three candidates, including Lee and Ortiz.",
    "The motion was carried by 14 votes, 58 to 44.",
    "Output rose about 50% from 200 to 297 tonnes.",
    "The survey reached 60% of 1,000 people, or roughly 600.",
    "Voters chose from three candidates: Ann Lee, Tom Hale, Jr. and Bo Day.",
    "She leads him by 11 points, 46 percent to 35 percent, the poll found.",
    "Sales nearly doubled, from $4m to $7.8m.",
]
BAD = [
    "The council has [[45 seats]]: 20 for Labour, 15 for the Greens and six for the Whigs.",
    "The [[four winners]] were Bankole, Reid and Sato.",
    "The firm will cut [[a quarter]] of its 900-strong staff, or roughly 300 people.",
    "It sold 110 boats against 140 the year before, a fall of [[35 percent]].",
    "It sold 110 boats against 140 in the year before, a fall of [[35 percent]], according to "
    "figures from the port.",
    "Costs have [[doubled]] in three years, from £410,000 to £690,000.",
    "It runs shops in [[three cities]], namely Leeds, Hull, York and Ripon.",
    "The prize went to [[two poets]], Ada Lim, Raj Bose and Ken Sato.",
    "Voters chose from [[three candidates]]: Lee and Ortiz.",
    "The cook was charged alongside [[three others]]: Ada Lim and Raj Bose.",
    "The ferry calls at [[three of the county’s five ports]]: Dover and Deal.",
    "The motion was carried by [[12]] votes, 58 to 44.",
    "Output rose [[50%]] from 200 to 250 tonnes.",
    "Sales [[doubled]], from $4m to $6m.",
    "She leads him by [[21 points]], 46 percent to 35 percent, the poll found.",
    "Of those asked, [[75]] of the 59 witnesses had left.",
]


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each sum that fails."""
    for sum_ in wrong_sums(article, options.number("points")):
        text = f"The arithmetic does not work: {sum_.wrong}."
        yield Finding(sum_.span, text, (Related(sum_.there, sum_.label),))
