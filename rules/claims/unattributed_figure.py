"""Give the source of a figure.

A reader cannot check a number that nobody is said to have counted. (AP, attribution; BBC 3.2.3:
what cannot be corroborated is normally attributed)

Lets through: figures with a source or a link in the sentence or an open scope, ages, times, scores,
distances, votes and other public counts, tax rates, budgets and earnings, targets and limits that a
body sets, tolls and deals of dated events of the past, figures told in passing, small numbers, and
exact counts outside money, harm and trade. Where the story says once what its figures rest on
(records that were reviewed), they do. In an article that leaves much open, a sum, a larger count
or a ratio is asked about whatever sort of event it tells, unless somebody's word stands over it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.api import (
    RECORDS,
    SAYING,
    Article,
    Attribution,
    Finding,
    Options,
    ParsedBlock,
    Quantity,
    Span,
    attributions_in,
    attributions_over,
    before,
    dep,
    event,
    forms_of,
    holds,
    in_legal_context,
    is_about_data,
    is_answered_next,
    is_bare_figure,
    is_budgeted,
    is_careless,
    is_credited,
    is_credited_elsewhere,
    is_in_passing,
    is_introduced,
    is_label,
    is_measured_by_writer,
    is_on_record,
    is_own_result,
    is_personal,
    is_plain_measure,
    is_public_figure,
    is_voice,
    marker,
    modal,
    names_origin_early,
    origin_follows,
    scopes_over,
    speaks_near,
    states_basis,
    subject,
    words,
)

if TYPE_CHECKING:
    from attrib_lint.api import Token

HELP = "Who counted or estimated this? Attribute the figure in this sentence, or link the record."
SEVERITY = "warning"
SUSPECTED = "“{span}” comes with no source."
PRESETS = ("ap", "reuters", "wikipedia", "strict")
COLUMNS = False
PRESET_OPTIONS = {
    "strict": {
        "reader-alone": 0.85,
        "careless-insists": 1.1,
        "reader-company": 5.0,
        "reader-agrees": 0.6,
    },
}
GUARDS = (
    "an attribution or a link in the sentence clears it; so does the open scope of a source",
    "ages, dates, times, scores, distances, specifications and votes are let through",
    "counts under 20 are let through",
    "a basis stated once (“based on filings”) holds for the figures of the whole article",
    "taxes, budgets, earnings, goals and limits are public, or set by whoever is named",
    "the toll of an event with its day or year, or told in passing, is background",
    "what stands in a relative or “when” clause, names a kind, or is the writer’s own measurement "
    "is let through; so is a price on record, and a figure that comes again with its source",
    "populations, turnouts, sums that only states have, prices between named parties and what a "
    "story on a statistical release goes on with are public; columns in the first person pass",
    "the origin may follow a lede at once; shares in a story about data have their source; so has "
    "a company’s own figure between the words of its officers; so have the sales of "
    "the company that the headline is about, where it speaks",
)
GOOD = [
    "According to the 2021 census, 59.6 million people live in England and Wales.",
    "The RTX 3050 has 8GB of memory.",
    "She waited 30 years to sing the part.",
    "Rovers won 3-1 in front of 40 of their own fans.",
    "A lorry hit a bridge at Ely, injuring 40 people.",
    "Rebels killed 130 people in Bangui on Friday.",
    "The airline has lost an Airbus A320-200.",
    "More than 60 people were hurt when a bus left the road. The driver is held, police said. Ten "
    "were badly hurt, the mayor Ann Lee said.",
    "Car sales fell in May, industry data showed.\n\nSales in Ireland fell 14 percent.",
    "“We are slow,” said Jim Mason of Barrow Homes Ltd.\n\nBarrow Homes Ltd lost 500 clients in "
    "May.",
    "The recall will cost about $40m, Toyota said.",
    "The mayor is 62. The town hall has 14 rooms.",
    "The ferry crosses 12 miles of open sea in 40 minutes.",
    "Police said about 300 people marched. About 40 were held, they said.",
    "The agency paid about £14m for the empty barracks, its accounts show.",
    "Jones, 34, ran 42 kilometres in three hours.",
    "The stadium has 40,000 seats.",
    "About 200 people died, according to the Red Cross.",
    "The paper’s analysis relied on court filings.\n\nLandlords lost $40m in deposits.",
    "The council raised its property tax by 12 percent in April.",
    "The ministry spent £90m on ferries.",
    "Revenue at the brewer rose 12 percent in the quarter.",
    "The club raised its target to 40,000 members, from more than 30,000 members.",
    "The 1999 earthquake killed more than 17,000 people.",
    "The chain closed a bakery that it had bought for $200 million.",
    "The mill was sold for $46 million in 2015.",
    "The coat is filled with 850-fill down. Its rival won 900-fill down.",
    "In our tests the old phone lost 340 points and the new one lost 120.",
    "Tram fares rose 12 percent in May.\n\nFares for trams were up 12 percent, the operator Harlan "
    "Lines said.",
    "Allocations to the navy have been cut by R2bn.\n\nThe pension plan has been cut by R11bn.",
    "Brava sells more cars in Asia\n\nBrava sold 95,000 cars in Asia last year.\n\nSales there "
    "rose 12 percent.\n\n“We are pleased,” said Ann Lee, Brava’s chief executive.",
    "Donors live in ZIP codes, roughly 10021 of them. She raised a sum in 10028.",
    "She lost about 110 pounds in the year after the surgery.",
    "Bitcoin jumped from roughly $10,000 to a peak in May, and copper rose 0.86%.",
    "A style sheet came along, and its lines fell:100% was the width.",
    "A study from the Idris Institute found this:\n\nSpending on schools rose 663 percent.",
]
BAD = [
    "[[Some 12500 people]] were robbed on the line last year. It runs to Jos.",
    "Overtime at the depot ballooned [[140 percent]] under the old director.",
    "The start-up currently spends [[$45 million]] on chips and staff.",
    "The harbour trust still owes [[£6m]] on its crane.",
    "The festival drew [[60,000 people]] to the town.",
    "Twitter CEO Elon Musk recently purchased [[approximately 10,000 GPUs]] for the project.",
    "His payments stopped despite pledging [[roughly $1 billion]] to the organisation.",
    "The outage cost firms [[$40m]].",
    "Floods have killed [[nearly 200 people]] in Bihar.",
    "The strike has delayed [[more than 30,000 operations]].",
    "The club spent [[£90m]] on players in January.",
    "Rents rose [[12 percent]] last year.",
    "The agency paid [[about £14m]] for the empty barracks.",
    "Drought has killed [[more than 9,000 cattle]] in Turkana.",
    "House prices fell [[7%]] in Hobart last year.",
    "The hospital lost [[$3 million]] on the contract.",
    "The analysis took a year.\n\nLandlords lost [[$40m]] in deposits.",
    "The earthquake killed [[more than 17,000 people]].",
    "Brava sells more cars in Asia\n\nRents rose [[12 percent]] in Seoul last year.\n\n“We are "
    "pleased,” said Ann Lee, Brava’s chief executive.",
    "Brava sells more cars in Asia\n\nIts rival Orion sold [[95,000 cars]] in Asia.\n\n“We are "
    "pleased,” said Ann Lee, Brava’s chief executive.",
]

_NOW = frozenset(("currently", "now"))
_CHANGED = words("evidence", "shares.changed")
_EVENTS = forms_of("voice", "figures.events")
_ELSEWHERE = words("voice", "figures.elsewhere")
_LET_THROUGH = words("voice", "figures.let_through")
_SHOWS = frozenset(("show", "shows", "showed", "indicate", "indicates", "say", "says", "suggest"))
_HARMS = forms_of("voice", "figures.harms")
_TELLING_LENGTH = 250  # words: a notice of a sale is one figure after another
_OPENING = 4  # paragraphs of a story that is still coming in
_SPEEDS = frozenset(("knot", "mile", "kilometre", "kilometer", "km", "mph", "kph"))
_TIMES = frozenset(("year", "month", "week", "day"))


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each contestable figure without a source; one for each paragraph."""
    done: list[Span] = []
    if states_basis(article) or is_personal(article):
        return
    for quantity in article.quantities:
        parsed = article.block_at(quantity.span.start)
        if parsed is None or parsed.block.kind not in ("paragraph", "list", "standfirst"):
            continue
        sentence = article.sentence_at(quantity.span.start)
        if parsed.block.span in done or not _is_contestable(parsed, quantity):
            continue
        if is_label(article, quantity) or is_measured_by_writer(article, parsed):
            continue
        if is_public_figure(article, parsed, quantity):
            continue
        if _is_backed(article, parsed, quantity) or is_credited_elsewhere(article, quantity):
            continue
        if not _is_sourced(article, quantity, sentence):
            done.append(parsed.block.span)
            yield _finding(article, quantity)
    if is_careless(article, least=_TELLING_LENGTH):
        yield from _bare(article, done)


def _bare(article: Article, done: list[Span]) -> Iterator[Finding]:
    """Of an article that leaves much open, each further sentence with a figure of nobody's."""
    told = []
    for quantity in article.quantities:
        parsed = article.block_at(quantity.span.start)
        if parsed is None or parsed.block.kind not in ("paragraph", "standfirst"):
            continue
        sentence = article.sentence_at(quantity.span.start)
        if sentence in told or parsed.block.span in done:
            continue
        public = is_public_figure(article, parsed, quantity)
        if not public and is_bare_figure(article, parsed, quantity):
            told.append(sentence)
            yield _finding(article, quantity)


def _finding(article: Article, quantity: Quantity) -> Finding:
    timed = (quantity.noun or "").lower() in _TIMES
    span = quantity.span if timed else quantity.noun_span or quantity.span
    return Finding(span, f"“{span.of(article.text)}” comes with no source.")


def anchor(article: Article, span: Span, options: Options) -> Span | None:
    """The figure in the suspected words, unless it has its source or is on record."""
    parsed = article.block_at(span.start)
    if parsed is None or is_credited(article, span) or states_basis(article):
        return None
    if is_personal(article):
        return None
    figure = next((q for q in article.quantities if q.span.overlaps(span)), None)
    if figure is None:
        return span
    if is_label(article, figure) or is_measured_by_writer(article, parsed):
        return None
    if is_plain_measure(article, figure) or is_public_figure(article, parsed, figure):
        return None
    tokens = parsed.tokens(figure.span)
    money = len(figure.unit) == 3 and figure.unit.isupper()
    if tokens is not None and is_on_record(figure, tokens.root, money):
        return None
    verbs = (t for t in tokens.root.ancestors if t.pos_ == "VERB") if tokens is not None else ()
    if any(is_own_result(article, verb) for verb in verbs):
        return None
    sentence = article.sentence_at(figure.span.start)
    return None if _is_sourced(article, figure, sentence) else figure.noun_span or figure.span


def _is_contestable(parsed: ParsedBlock, quantity: Quantity) -> bool:
    """Money, shares and larger counts, tied to an event that somebody must have counted."""
    noun, low = (quantity.noun or "").lower(), quantity.interval.low or 0
    money = len(quantity.unit) == 3 and quantity.unit.isupper()
    share = quantity.unit == "%"
    if not (money or share or quantity.unit == "count"):
        return False
    if noun in _SPEEDS or (money and parsed.block.kind == "list"):
        return False
    if noun in _LET_THROUGH and not ((money or share) and noun in _TIMES):
        return False
    if not quantity.operator and not quantity.exact:
        return False  # "billions of dollars": a manner of speaking
    large = low >= (1_000_000 if money else 100)
    if not share and not (quantity.operator and low >= 20) and not large:
        return False
    tokens = parsed.tokens(quantity.span)
    if tokens is None or holds(parsed, _ELSEWHERE):
        return False
    again = tokens.start > 0 and tokens.doc[tokens.start - 1].lower_ == "or"
    told = not again and _is_told(tokens.root, share) and not is_in_passing(tokens.root)
    return told and not is_on_record(quantity, tokens.root, money)


def _is_backed(article: Article, parsed: ParsedBlock, quantity: Quantity) -> bool:
    """Whether the story has said, or is about to say, what the figure comes from.

    A lede whose next sentences name the origin; a share in a story about some data; a company's
    own figure between its own words; part of a model's name ("A320-200").
    """
    if article.text[max(0, quantity.span.start - 1) : quantity.span.start] in ("-", "–"):
        return True
    if is_answered_next(article, quantity.span):
        return True
    if quantity.unit == "%" and is_about_data(article, quantity.span):
        return True
    tokens = parsed.tokens(quantity.span)
    money = len(quantity.unit) == 3
    if money and (in_legal_context(article, parsed, reach=1) or is_budgeted(article, parsed)):
        return True
    if is_introduced(article, parsed):
        return True
    verb = next((t for t in tokens.root.ancestors if t.pos_ == "VERB"), None) if tokens else None
    if verb is not None and verb.lower_ in _HARMS and parsed in article.body[:_OPENING]:
        return names_origin_early(article, 10) or origin_follows(article, quantity.span)
    if verb is not None and is_own_result(article, verb):
        return True
    actor = subject(verb) if verb is not None else None
    return actor is not None and speaks_near(article, parsed, actor)


def _is_told(root: Token, share: bool) -> bool:
    """Whether the figure hangs on an event that is stated as having happened."""
    verb = next((t for t in (root, *root.ancestors) if t.pos_ == "VERB"), None)
    if verb is None:
        verb = next((t for t in before(root, 4) if t.lower_ in _EVENTS), None)
    if verb is None or modal(verb) is not None:
        return False
    owing = verb.lower_ in ("owe", "owes") or any(t.lower_ in _NOW for t in verb.lefts)
    if verb.tag_ in ("VB", "VBP", "VBZ") and not owing:
        return False
    changed = share and verb.lower_ in _CHANGED
    if not changed and verb.lower_ not in _EVENTS and event(verb.lower_) not in _EVENTS:
        return False
    if dep(verb) in ("acl", "xcomp") and any(t.lower_ == "to" for t in verb.lefts):
        return False
    return marker(verb) not in ("if", "to", "whether", "unless", "by")


def _is_outright(article: Article, attribution: Attribution) -> bool:
    """Whether a cue makes a statement of its own: "X said", not "despite calling for"."""
    if attribution.cue.kind == "according_to":
        return True
    tokens = article.tokens(attribution.cue.span)
    main = tokens is not None and dep(tokens.root) in ("root", "parataxis", "conj", "acl", "advcl")
    finite = tokens is not None and tokens.root.tag_ in ("VBD", "VBZ", "VBP")
    return attribution.cue.kind in SAYING and main and finite


def _is_sourced(article: Article, quantity: Quantity, sentence: Span) -> bool:
    """Whether somebody says so; who pledges or pays a sum is its actor, not its source."""
    parsed = article.block_at(sentence.start)
    so_far = Span(parsed.start if parsed is not None else sentence.start, sentence.end)
    near = (*attributions_over(article, quantity.span), *scopes_over(article, quantity.span))
    near += tuple(a for a in attributions_in(article, so_far) if _is_outright(article, a))
    if any(is_voice(article, a.source) and a.cue.lemma not in _EVENTS for a in near):
        return True
    if any(sentence.overlaps(link.span) for link in article.document.links):
        return True
    low = {t.lower_ for t in article.tokens(sentence) or ()}
    return bool(low & RECORDS) and bool(low & _SHOWS)
