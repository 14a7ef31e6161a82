"""Keep the source's own precision: "thousands" is not 10,000, nor "about 300" 300.

An estimate that loses its "about" on the way down has become a count that nobody made. House
convention; Reuters asks for the source's figure, with its rounding.

Takes two figures of one fact that can both be true but are put differently. Lets through: rounding,
a vague word after the figure has been given ("the thousands of chips"), "several" and "a few".
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lint.api import (
    Article,
    Finding,
    Mention,
    Options,
    Related,
    dimension,
    is_currency,
    is_duration,
    is_like,
    is_vague_few,
    likeness,
    manner,
    may_agree,
    mentions,
    put_twice,
    reports_as_it_happens,
    stem,
    words,
    written_value,
)

HELP = "What did the source say? Use its figure and its “about” all through?"
SEVERITY = "info"
PRESETS = ("ap", "reuters", "strict")
WHERE = "all"
GUARDS = (
    "two plain figures that round to one another are let through",
    "a vague plural after the figure is let through",
    "another event, noun, time or part of the whole is another fact",
    "another agent's figure is another fact",
    "a round sum before its noun is let through once it has twice been given as an estimate",
    "a headline may leave out “more than”, “at least” and “about”",
    "in an article of which the reader suspects a lot, a number that comes back with no “about” "
    "is enough, and a sum near it",
    "a vague word is compared where the same happens to the same things",
)
OPTIONS = {"evidence": 2.5, "reader-company": 0.0}
PRESET_OPTIONS = {"strict": {"reader-company": 10.5}}
GOOD = [
    "Tunnel grows\n\nThe tunnel will cost around $2.5 billion, Ann Lee said.\n\nMinisters "
    "expect roughly $2.5 billion.\n\nThe $2.5 billion cost worries the town.",
    "The firm bought 10,000 GPUs.\n\nThe firm will put the chips in a hall.",
    "Mill to cut about 300 jobs\n\nThe mill will cut about 300 jobs in May.",
    "Thousands of fans filled the square. The city sent 10,000 police officers.",
    "The firm bought 10,000 GPUs in May.\n\nThe thousands of GPUs it bought stand idle.",
    "The diocese repaired about 300 roofs after the hailstorm.\n\nThe army repaired 300 roofs "
    "after the hailstorm.",
    "Port plans grow\n\nThe port will cost about $640 million.\n\nA rival port nearby was built "
    "for $640 million.",
    "Songs in the square\n\nAlmost 4,500 people sang.\n\nThe plan drew over 4,000 signatures.",
    "Mill to cut 300 jobs\n\nThe mill will cut about 300 jobs in May.",
    "Storm kills dozens of cows\n\nThe storm killed at least 10 cows in Kerry and 22 in Mayo.",
    "The mill will cut its use of water by a third.\n\nIt uses roughly a third less water than "
    "its rival.",
]
BAD = [
    "Ferry line up for sale\n\nThe ferry line is for sale at [[about $640 million]], the Gazette "
    "said.\n\nRivals balk at the $640 million price.",
    "Appeal over the pier grows\n\nIt has been signed by [[almost 4,500 people]].\n\nMs Holt’s "
    "motion, with more than 4,000 signatures, comes up in May.",
    "March in Oslo\n\nPolice counted [[8,200 marchers]].\n\nIt was sunny.\n\nThe nearly 9,000 "
    "marchers went home at six.",
    "Tobacco in Norway\n\nThe survey found that [[312,000 people]] there smoke every day."
    "\n\nOn Monday the more than 300,000 smokers got a letter.",
    "Velda and Nortis talk\n\nThe two are haggling over [[about $1.8 billion]], Ann Lee "
    "said.\n\nThe $1.8 billion price will look cheap.",
    "The tycoon is buying [[thousands of graphics processing units]] (GPUs), people said.\n\n"
    "In June the tycoon purchased 10,000 GPUs.",
    "Mill to cut [[about 300 jobs]]\n\nThe mill will cut 300 jobs in May.",
    "The charity raised [[nearly $2 million]] for the ward.\n\nThe charity raised more than $1.9 "
    "million for the ward.",
    "The grant\n\nThe farm was awarded [[almost $5 million]].\n\nThe award of about $5 million "
    "will pay for a barn.",
    "Fire\n\nLava poured over [[nearly 900 houses]].\n\nWith more than 850 houses lost, tents "
    "were sent.",
    "[[Dozens of cows]] drowned in the river.\n\nThe 162 cows that drowned in the river were "
    "insured.",
    "The diocese repaired [[about 300 roofs]] after the hailstorm.\n\nThe diocese repaired 300 "
    "roofs after the hailstorm.",
]
_FEW = 12.0
_CHANCE = 100.0  # smaller figures come back for other things
_CROWD = 1000.0
_LARGE_SUM = 1e6
_ROUND = 2  # digits that are no zeros
_STEM = 4  # letters by which a noun tells what people did
_PLAIN = ("exact", "range")


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each fact that is put two ways."""
    if reports_as_it_happens(article):
        return
    needed, taken = options.number("evidence"), set[int]()
    found = [
        m for m in mentions(article) if m.quantity.unit not in ("age", "score", "ordinal", "point")
    ]
    for i, a in enumerate(found):
        for b in found[i + 1 :]:
            if {a.span.start, b.span.start} & taken or not _drifts(a, b):
                continue
            if _is_shorthand(b, found):
                continue
            like = likeness(a, b)
            alike = like is not None and like.score >= needed and _same_agent(a, b)
            apart = a.subject and b.subject and a.quantity.unit == "count"
            known = like is not None and (not apart or _same_agent(a, b))
            known = known or b.definite or b.retold
            again = alike or _retold(a, b) or (known and _is_same_again(a, b))
            if a.rate != b.rate or not again:
                continue
            taken |= {a.span.start, b.span.start}
            yield _finding(a, b)
    for a, b in put_twice(article, found):
        if not {a.span.start, b.span.start} & taken:
            yield _finding(a, b)


def _finding(a: Mention, b: Mention) -> Finding:
    text = f"“{a.shown}” here, “{b.shown}” there: keep the source's own precision."
    return Finding(a.shown_span, text, (Related(b.shown_span, f"here it is {b.shown}"),))


def _is_shorthand(sum_: Mention, found: list[Mention]) -> bool:
    """Whether a round sum before its noun, "the $1.5 trillion cost", is short for an estimate.

    The article has to have given it as one twice by then, so that no reader takes it for a count.
    """
    quantity, low = sum_.quantity, sum_.quantity.interval.low or 0
    if not is_currency(quantity.unit) or not quantity.exact or sum_.headline:
        return False
    if low < _LARGE_SUM or len(f"{low:.0f}".rstrip("0")) > _ROUND or quantity.noun_span is None:
        return False
    before = [
        m
        for m in found
        if m.span.end < sum_.span.start
        and m.quantity.unit == quantity.unit
        and manner(m.quantity) == "about"
        and written_value(m.quantity) == low
    ]
    return len(before) > 1


def _is_broken_down(mention: Mention) -> bool:
    """ "Dozens died", "at least 10 died in Cuba and 22 in Haiti"."""
    figure = mention.quantity
    return any(q.unit == figure.unit and q.noun in (None, figure.noun) for q in mention.siblings)


def _same_agent(a: Mention, b: Mention) -> bool:
    """Whether the same party acts on both, or what is counted acts itself in one of them."""
    if not a.subject or not b.subject:
        return a.headline != b.headline
    return bool(a.subject & b.subject or (a.subject | b.subject) & a.nouns & b.nouns)


def _retold(a: Mention, b: Mention) -> bool:
    """Whether the later figure can only be the earlier one again, whatever stands around it.

    "The $1.8 billion price" after "about $1.8 billion"; "over 4,000 signatures" after "almost 4,500
    people" who have signed.
    """
    whole = not (a.part or b.part or a.ranked or b.ranked or a.headline or b.headline)
    low = a.quantity.interval.low or 0
    if not whole or low <= _CHANCE or "vague" in (manner(a.quantity), manner(b.quantity)):
        return False
    if is_currency(a.quantity.unit):
        same = written_value(a.quantity) == written_value(b.quantity)
        return same and b.definite and b.quantity.exact
    pointed = b.definite and a.quantity.unit == "count" and bool(a.nouns & b.nouns)
    return pointed or _renamed(a, b) or _renamed(b, a) or _are_one_crowd(a, b)


def _are_one_crowd(a: Mention, b: Mention) -> bool:
    """ "2,140 adults", "the more than 2,000 volunteers": so many people are no other people."""
    folk = words("measured_events", "population.words")
    crowd = bool(a.nouns & folk and b.nouns & folk) and b.definite and not b.phrase - a.around
    return crowd and (b.quantity.interval.low or 0) > _CROWD


def _is_same_again(a: Mention, b: Mention) -> bool:
    """Whether one number comes back for one thing, or a number near it where a clause tells again.

    "Almost $5 million" and "about $5 million"; "with more than 550 homes swamped".
    """
    if a.part or b.part or a.ranked or b.ranked or not is_like(a, b):
        return False
    low = min(written_value(m.quantity) or 0 for m in (a, b))
    if "vague" in (manner(a.quantity), manner(b.quantity)) or dimension(a.quantity) == "%":
        return False
    if low <= _FEW or is_duration(a.quantity.unit):
        return False
    same = written_value(a.quantity) == written_value(b.quantity)
    return same or ((b.definite or b.retold) and low > _CHANCE)


def _renamed(people: Mention, others: Mention) -> bool:
    """Whether a noun names people by what was told of them: they "signed", "live with diabetes"."""
    nouns = words("measured_events", "nouns.person")
    noun = others.quantity.noun
    if people.quantity.noun not in nouns or noun is None or noun in nouns:
        return False
    name, told = stem(noun), (people.events | people.clause) - people.nouns
    return any(
        len(word) >= _STEM and len(name) >= _STEM and (name.startswith(word) or word == name)
        for word in told
    )


def _is_one_event(a: Mention, b: Mention) -> bool:
    """Whether the same happens to what is counted, or the same acts."""
    return bool((a.acts | a.known) & (b.acts | b.known) or a.subject & b.subject)


def _drifts(a: Mention, b: Mention) -> bool:
    """Whether two figures that may agree are put with different care."""
    if dimension(a.quantity) != dimension(b.quantity) or a.sentence == b.sentence:
        return False
    if is_vague_few(a.quantity.interval) or is_vague_few(b.quantity.interval):
        return False
    renamed = _renamed(a, b) or _renamed(b, a) or _are_one_crowd(a, b)
    if a.quantity.unit == "count" and not is_like(a, b) and not renamed:
        return False
    ways = manner(a.quantity), manner(b.quantity)
    if ways[0] == ways[1] or not may_agree(a.quantity, b.quantity):
        return False
    if (a.headline or b.headline) and set(ways) <= {"exact", "over", "least"}:
        return False
    if a.headline and ways == ("exact", "about"):
        return False
    if ways[0] == "vague" and (not _is_one_event(a, b) or _is_broken_down(b)):
        return False
    share = dimension(a.quantity) == "%" and a.headline == b.headline
    if share and not (a.nouns & b.nouns or a.known & b.known):
        return False
    return not (ways[1] == "vague" or (ways[0] in _PLAIN and ways[1] in _PLAIN))
