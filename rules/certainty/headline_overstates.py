"""Let a headline claim no more than the story supports.

Most readers see only the headline. Where the story has the claim from people it does not name, from
another outlet or only as a possibility, a flat headline promises what the story cannot keep.
(SPJ: headlines must not misrepresent, house convention; BBC 3.2.3: what cannot be corroborated is
normally attributed)

Lets through: headlines with an attribution, a hedge, quotation marks, a colon or a question mark,
any claim that the body once states flat or has from a named source, a document or a body that can
be asked (police, officials), and what the first paragraphs do not speak of. A figure in the
headline is held against the same figure in the body, where it is "up to" or "may have".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.api import (
    WEAK,
    Article,
    Basis,
    Finding,
    Options,
    ParsedBlock,
    Proposition,
    Quantity,
    Related,
    Span,
    doubt_about,
    event,
    forms_of,
    generalised,
    less_certain,
    only_in_prospect,
    only_linked,
    propositions,
    proved_too_soon,
    standing,
    stated_in_headline,
    told_flat,
    told_in_lede,
    weak_basis,
    words,
)

if TYPE_CHECKING:
    from attrib_lint.api import Token

HELP = "Who stands behind the headline? Attribute or soften it, or confirm the claim first."
SEVERITY = "warning"
PRESETS = ("ap", "reuters", "wikipedia", "strict")
PRESET_OPTIONS = {
    "strict": {
        "careless-insists": 1.1,
        "careless-alone": 0.6,
        "reader-company": 16.0,
        "reader-alone": 0.9,
    }
}
WHERE = "headlines"
SUSPECTED = "The headline states “{span}” as fact; the story is less sure of it."
GUARDS = (
    "what is done in the headline may be agreed or begun in the story, not planned or possible; a "
    "headline that foresees (“to ban”) may rest on a plan, not on talks",
    "a wrong in the headline may be alleged in the story only after a verdict or an admission",
    "an attribution, a hedge, a quotation, a colon or a question mark in the headline clears it",
    "one mention in the body that is flat, or from a named source, a document or officials, clears "
    "it",
    "the first weak mention must stand in the first four paragraphs: else the headline speaks of "
    "something else",
    "plans and talks in a headline are no hedge where the opening has them from unnamed people",
)
GOOD = [
    "Water bills to fall by £94\n\nWater bills will fall by £94, the regulator said.",
    "Rumours swirl as Gantry idles furnace in Leigh\n\nGantry has idled its furnace in Leigh. “It "
    "is over,” an insider told the Leigh Journal.",
    "Pianist Ada Obi dies at 91\n\nThe pianist Ada Obi died on Tuesday, her family said.",
    "Presenter Bo Reeve to quit\n\nThe presenter Bo Reeve said on Monday that he would quit in "
    "May.",
    "Obi killed in helicopter crash\n\nAda Obi is dead. It appears that her helicopter crashed.",
    "Ice possibly came from comets\n\nThe ice may have come from comets, a team found.",
    "Rovers sign Danish keeper Holm\n\nRovers are closing in on a second deal.\n\nRovers signed "
    "Lars Holm on Monday.",
    "Clove tea prevents colds\n\nClove tea prevents colds, a trial found. Those who drank it were "
    "less likely to catch colds.",
    "Hospital boss quits\n\nThe hospital’s chief executive, Ann Lee, has quit, the trust said.",
    "Bishop embezzled orphanage funds\n\nThe bishop was convicted of embezzling funds.",
    "Velda to buy Nortis\n\nVelda has agreed to buy Nortis, it said in a filing.",
    "Kenya to ban plastic bottles\n\nKenya plans to ban plastic bottles, minister Ken Obura said.",
    "Central bank cuts rates\n\nThe central bank cut rates by a quarter of a point on "
    "Tuesday.\n\nIt could cut rates again in May, its governor, Ana Ruiz, said.",
    "Robber stole van from farm\n\nPolice said a man was charged with stealing a van from a farm.",
    "All clinics to close on Friday\n\nAll clinics will close on Friday. Some clinics will open "
    "soon.",
    "Orion in talks to raise $90m\n\nOrion is in talks with two funds to raise about $90m, two "
    "persons aware of the plan said.\n\nOrion’s founder, Asha Rao, said it hoped to raise the "
    "money by May.",
    "Rovers beat City\n\nRovers beat City 2-0. A source close to City said the coach may go.",
    "Adeyemi tipped to dump Unity Party\n\nGovernor Sola Adeyemi will leave the Unity Party next "
    "month, Sunday Beacon has learnt.",
    "Musk reportedly bought thousands of GPUs\n\n"
    "Musk bought thousands of GPUs, according to Business Insider.",
    "Musk buys Twitter\n\nElon Musk has bought Twitter, he said in a filing on Thursday.",
    "‘I was wrong,’ says PM\n\nThe prime minister may have been wrong, an aide said.",
    "Mayor to resign\n\nMayor Lupe Ortiz will resign on Friday, her office said. Ortiz could "
    "resign sooner, two aides said.",
    "Rains destroy 40 homes in Kano\n\nRains destroyed 40 homes in Kano on Sunday.",
    "Is the mill closing?\n\nThe mill may close, a worker said.",
    "Sources: Rovers sack coach\n\nRovers have sacked their coach, two people at the club said.",
    "Walking helps the heart\n\nWalking was associated with a stronger heart.",
    "Airline scraps Lagos route\n\nThe airline has scrapped its Lagos route, its chief "
    "executive Ada Nwosu said.",
    "Minister may resign\n\nThe health minister could resign this week, a source said.",
    "Court frees editor\n\nA court in Colombo freed the editor on Tuesday.",
    "Zoo shoots ape to save boy who fell into pit\n\nA zoo shot an ape on Sunday. Keepers said the "
    "boy may have fallen.",
    "Ferry sinks off Kochi\n\nA ferry sank off Kochi on Friday, officials said.",
    "Bus plunges into ravine\n\nNine people died on the road to Shimla.\n\nIt had rained.\n\n"
    "The road is narrow.\n\nIt was dark.\n\nA witness said the bus plunged 40 feet.",
    "Breach hits 40,000 patients\n\nA breach at the clinic may have hit children, Ann Lee said. "
    "It hit 40,000 patients in all.",
    "Union: steelworks will close\n\nThe Newport steelworks may close in spring.",
]
BAD = [
    "[[Leigh biscuit plant to shut]]\n\nHalden Foods could close its biscuit factory in Leigh, its "
    "director, Ann Lee, said.",
    "[[Rovers seal deal for Danish keeper Holm]]\n\nRovers are closing in on a deal for the keeper "
    "Lars Holm, his agent, Bo Dahl, said.",
    "[[Clove tea keeps]] colds away: how to brew a pot at home\n\nPeople who drink clove tea are "
    "less likely to catch colds, Ann Lee of Leeds University found.",
    "[[Mayor stole flood funds]]\n\nThe mayor of Leigh was charged with theft of the flood "
    "funds.\n\nHe was convicted of forgery in 2004.",
    "[[Ada Obi leaves husband Bo Reeve]]\n\nAda Obi has left her husband, Bo Reeve.\n\n“It was "
    "time,” an insider told Star Weekly.",
    "[[Relief ship leaves Crete, diverts]] to Malta\n\nThe Amal, a relief ship, has left Crete but "
    "is reportedly diverting to Malta.",
    "Chelsea [[land Osimhen]]\n\nChelsea are close to signing Victor Osimhen, according to "
    "reports.",
    "Winger [[Sarr joins Sevilla]]\n\nMoussa Sarr may join Sevilla in July, his agent, Paolo "
    "Bindi, said.",
    "[[Bishop embezzled orphanage funds]]\n\nProsecutors allege that the bishop took the "
    "funds.\n\nHe has pleaded not guilty.",
    "[[Kenya bans plastic bottles]]\n\nKenya plans to ban plastic bottles, minister Ken Obura "
    "said.",
    "Brewer Kastel [[sells Angolan arm]]\n\nKastel is considering a plan to sell its Angolan "
    "arm, its finance director, Luc Roy, said.",
    "[[All clinics]] in Leeds to close\n\nSome clinics in Leeds will close, the health board said.",
    "[[Rovers sign Danish keeper Holm]]\n\nRovers have signed the Danish keeper Lars Holm, "
    "according to the journalist Enzo Ricci.",
    "[[Adeyemi to dump Unity Party]]\n\nGovernor Sola Adeyemi of Osara will next month "
    "leave the Unity Party for a rival, Sunday Beacon has learnt.\n\nIts chairman dismissed "
    "the talk.",
    "[[Orion in talks to raise $90m]]\n\nOrion is in talks with two funds to raise about $90m, two "
    "persons aware of the plan said.\n\nEmails to Orion were not answered.",
    "[[Musk buys 10,000 GPUs]]\n\nElon Musk has bought 10,000 GPUs, two unnamed people said.",
    "[[Coffee prevents]] cancer\n\nDrinking coffee was associated with a lower risk of cancer.",
    "[[PM to quit]]\n\nThe prime minister could resign within days, sources say.",
    "[[Rovers sack coach]] after defeat\n\nRovers have sacked their coach, a person familiar with "
    "the decision said on Monday.",
    "[[Refinery to close]] in June\n\nThe Port Harcourt refinery may close in June.",
    "[[Army kills 12 rebels]] in border raid\n\n"
    "The army reportedly killed 12 rebels near the border.",
    "[[Bank cuts 900 jobs]]\n\nThe bank is said to have cut 900 jobs at its Sydney office.",
    "[[Airline scraps Lagos route]]\n\nThe airline has scrapped its Lagos route, two people "
    "with knowledge of the decision said.",
    "[[Minister to resign]]\n\nThe health minister could resign this week, a source said.",
    "[[Tea prevents]] strokes\n\nDrinking tea was linked to fewer strokes.",
    "Clinic loses files of [[40,000 patients]]\n\nThe clinic said a thief may have taken the "
    "files of 40,000 patients.",
    "Fire destroys [[300 homes]]\n\nThe fire could have destroyed as many as 300 homes, said "
    "Captain Mary Dodd.",
    "[[Steelworks to close]]\n\nThe Newport steelworks may close in spring.",
]

_DEVICES = words("events", "devices")
_RESULTS = words("events", "results")
_SAYING = forms_of("cues", "speech.clause", "thought.clause")
_BOUNDS = tuple(sorted(words("events", "bounds.most")))
_NEAR = 12  # code points after a figure: "40,000 patients may have"
_SIDE = 5  # words: less on one side of a colon may be a source
_EARLY = 4  # paragraphs in which a story tells what its headline is about
_SOFT = words("events", "basis.soft")
_HEADS = ("headline", "standfirst", "heading")


def check(article: Article, options: Options) -> Iterator[Finding]:
    """At most one finding, on the headline's claim."""
    headline = article.headline
    if headline is None or _is_hedged(article, headline, _DEVICES - _SOFT):
        return
    finding = None
    if not any(token.lower_ in _SOFT for token in headline.doc):
        finding = (
            _only_bounded(article, headline)
            or _weakly_supported(article, headline)
            or _from(article, only_linked(article, headline))
            or _from(article, only_in_prospect(article, headline))
            or _from(article, proved_too_soon(article, headline))
            or _from(article, generalised(article, headline))
        )
    finding = finding or _weakly_based(article, headline)
    if finding is not None:
        yield finding


def anchor(article: Article, span: Span, options: Options) -> Finding | Span | None:
    """The suspected words of a headline that says neither whose claim it is nor how sure."""
    headline = article.headline
    if headline is None or not headline.block.span.contains(span):
        return None
    if _is_hedged(article, headline, _DEVICES) or any(t.tag_ == "MD" for t in headline.doc):
        return None
    doubt = doubt_about(article, span, article.body[:_EARLY])
    return _finding(article, span, doubt) if doubt is not None else span


def _is_hedged(article: Article, headline: ParsedBlock, devices: frozenset[str]) -> bool:
    span = headline.block.span
    text = span.of(article.text)
    if any(mark in text for mark in "?‘“\"'") or any(span.overlaps(q.span) for q in article.quotes):
        return not _only_apostrophes(text)
    if ":" in text and min(len(side.split()) for side in text.split(":")) < _SIDE:
        return True  # "Minister: no cuts", "All clinics shut: union"
    if any(span.contains(a.cue.span) for a in article.attributions):
        return True
    return any(token.lower_ in devices or _passes_on(token) for token in headline.doc)


def _passes_on(token: Token) -> bool:
    """ "Clinton acknowledges that ...": a headline that only says what somebody says."""
    if token.lower_ not in _SAYING or token.i + 1 == len(token.doc):
        return False
    return token.nbor(1).lower_ in ("that", "he", "she", "it", "they")


def _only_apostrophes(text: str) -> bool:
    return not any(mark in text for mark in '?‘“"') and " '" not in f" {text}"


def _weakly_supported(article: Article, headline: ParsedBlock) -> Finding | None:
    """The headline's claim, where every mention in the body stands on weak ground."""
    by_event: dict[str, list[tuple[Span, Proposition, Span | None]]] = {}
    events = {event(t.lower_) for t in headline.doc} - _RESULTS - _SAYING
    for claim in propositions(article):
        if claim.verb not in events or claim.block.block.kind in _HEADS:
            continue
        place = stated_in_headline(headline, claim)
        in_lede = place is None and claim.block is article.body[0]
        if in_lede and standing(article, claim).ground in ("hearsay", "modal"):
            place = told_in_lede(headline, claim)
        if place is not None and not _is_aside(headline, place):
            by_event.setdefault(claim.verb, []).append((place, claim, _weak(article, place, claim)))
    first = article.body[:_EARLY]
    for mentions in by_event.values():
        if mentions[0][1].block not in first:
            continue
        place, _, weak = mentions[0]
        if weak is not None and all(other is not None for _, _, other in mentions):
            return _finding(article, place, weak)
    return None


def _weak(article: Article, place: Span, claim: Proposition) -> Span | None:
    """What a mention of the headline's claim stands on, where it says less than the headline."""
    stand = standing(article, claim)
    if stand.ground in WEAK:
        return stand.span or claim.span
    headline = article.headline
    if headline is None or claim.conditional or stand.ground == "flat":
        return None
    word = less_certain(headline, place, claim)
    if word is None or told_flat(article, headline, place, claim.verb):
        return None
    return claim.block.span(word)


def _is_aside(headline: ParsedBlock, place: Span) -> bool:
    """Whether a headline has a claim in a relative clause: "the boy who fell"."""
    tokens = headline.tokens(place) or ()
    if any(t.tag_ == "VBG" and t.i + 1 < len(t.doc) and t.nbor(1).tag_ == "NN" for t in tokens):
        return True  # "a money laundering scheme"
    return any(t.lower_ in ("who", "that", "which") for t in tokens)


def _from(article: Article, basis: Basis | None) -> Finding | None:
    return _finding(article, basis.head, basis.body) if basis is not None else None


def _weakly_based(article: Article, headline: ParsedBlock) -> Finding | None:
    """The headline, where nobody named bears out what the opening has from nobody named."""
    basis = weak_basis(article, headline)
    if basis is None:
        return None
    said = article.sentence_at(basis.body.start).of(article.text).lower()
    if any(t.lower_ in _SOFT and t.lower_ not in said for t in headline.doc):
        return None
    return _finding(article, basis.head, basis.body)


def _finding(article: Article, place: Span, body: Span) -> Finding:
    head, weak = place.of(article.text), body.of(article.text)
    message = f"The headline states “{head}” as fact; the story has it from “{weak}”."
    return Finding(place, message, related=(Related(body, "what the story stands on"),))


def _only_bounded(article: Article, headline: ParsedBlock) -> Finding | None:
    """ "Thief takes 40,000 files" over a story in which they "may" be 40,000, or "up to"."""
    for figure in article.quantities:
        if not headline.block.span.contains(figure.span) or not _is_bare(figure):
            continue
        bounds: list[Span | None] = [
            _bound(article, other)
            for other in article.quantities
            if not headline.block.span.overlaps(other.span)
            and other.unit == figure.unit
            and other.interval.high == figure.interval.high
            and other.interval.low in (figure.interval.low, 0, None)
        ]
        known = [bound for bound in bounds if bound is not None]
        if known and len(known) == len(bounds):
            return _finding(article, figure.noun_span or figure.span, known[0])
    return None


def _is_bare(figure: Quantity) -> bool:
    """A large exact figure: "40,000", not "up to 40,000", and no age, year or score."""
    return figure.exact and not figure.operator and (figure.interval.low or 0) >= 100


def _bound(article: Article, figure: Quantity) -> Span | None:
    """What makes a figure of the body less than certain: the words before it in its sentence."""
    sentence = article.sentence_at(figure.span.start)
    end = min(sentence.end, (figure.noun_span or figure.span).end + _NEAR)
    said = Span(sentence.start, end).of(article.text).lower()
    found = max(
        ((m.start(), m.end()) for b in _BOUNDS for m in re.finditer(rf"\b{b}\b", said)),
        default=None,
    )
    if found is None:
        return None
    return Span(sentence.start + found[0], sentence.start + found[1])
