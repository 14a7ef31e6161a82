"""Put the source into the first sentence that makes the claim.

A claim that stands flat at the top and gets its source paragraphs later has been read as the
paper's own by most who saw it. (AP: attribution sits in the same sentence, credit to another outlet
within two or three paragraphs; Reuters: identify the source at once)

In an article that is careless all over, the first outlet, paper or unnamed source that is credited
with anything counts.

Lets through: what was seen by all (matches, votes, weather), claims whose later source is named,
official or a document, claims that come further down than the opening paragraphs, and a source
within the allowed distance.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lint.api import (
    Article,
    Basis,
    Finding,
    Options,
    Proposition,
    Related,
    Span,
    attributions_in,
    first_credit,
    flat_lede,
    is_careful,
    is_careless,
    late_credit,
    propositions,
    same_claim,
    standing,
    words,
)

HELP = "Can the source stand in the first sentence that makes the claim?"
SEVERITY = "info"
PRESETS = ("ap", "reuters", "strict")
OPTIONS = {"max-paragraphs": 1, "careful-below": 8.5, "reader-company": 0.0}
PRESET_OPTIONS = {
    "strict": {"reader-company": 10.0},
    "ap": {"max-paragraphs": 3},
    "reuters": {"max-paragraphs": 0},
}
GUARDS = (
    "a source within the option `max-paragraphs` of the claim is early enough",
    "matches, votes, weather and other things that many saw need no source",
    "only claims that come from another outlet or from people not named are reported: police, "
    "officials and documents can be asked or looked up",
    "only the opening three paragraphs are read as the paper's own news",
)
GOOD = [
    "The bank is for sale.\n\nIts board sold the bank’s insurer, the Financial Times reported.",
    "Rovers won the cup.\n\nFans sang.\n\nThe bus was late.\n\nRovers won the cup, fans said.",
    "The dam failed at dawn. Residents said the dam failed after a week of rain.",
    "The minister resigned on Monday.\n\nShe had served for six years.\n\nHer letter was short.",
    "Sokoto hired 200 nurses in May.\n\nMost are from Kano.\n\nPay is low.\n\nSokoto hired the "
    "nurses after a strike, Commissioner Asabe Balarabe said.",
    "The regulator fined the bank.\n\nThe bank has 40 branches.\n\nIt may appeal.",
    "The charity sold its headquarters in May, its chair Ruth Adeyemi said.\n\nIt has nine "
    "staff.\n\nThe charity sold its headquarters to a developer, a former trustee said.",
    "Rebels have seized the dam. Al Jazeera reported that rebels seized the dam at night.",
    "India won the match.\n\nRain fell.\n\nThe bus was late.\n\nIndia won the match easily, "
    "fans said.",
    "The army shelled the market on Sunday.\n\nIt was a holiday.\n\nThe road is shut.\n\n"
    "The army shelled the market from the north bank, officials said.",
    "Ada Obi sings.\n\nShe is 40.\n\nRents fell.\n\nIt was May.\n\nThe bank sold its "
    "insurer.\n\nProfits fell.\n\nIt rained.\n\nThe bank sold its insurer, the Financial "
    "Times reported.",
    "The bank sold its insurer.\n\nProfits fell.\n\nIt rained.\n\nThe report says the bank "
    "sold its insurer at a loss.",
    "Ada Obi leaves Bo Reeve\n\nAda Obi, 30, has left her husband, Bo Reeve.\n\n“It was time,” "
    "an insider told Star Weekly.",
    "The clinic closed on Friday.\n\nIt opened in 2004.\n\nIts freezer is old.\n\nThe school "
    "closed too, an employee said.",
]
BAD = [
    "Ada Obi leaves Bo Reeve\n\n[[Ada Obi, 30, has left her husband, Bo Reeve.]]\n\nShe sings."
    "\n\n“It was time,” an insider told Star Weekly.",
    "The bank has [[sold its insurer]].\n\nIt has 900 branches.\n\nProfits fell.\n\nThe bank sold "
    "its insurer to a rival, the Financial Times reported.",
    "The army [[shelled the market]] on Sunday.\n\nIt was a holiday.\n\nThe road is shut.\n\n"
    "The army shelled the market from the north bank, two people who had fled said.",
    "The dam [[collapsed]] at dawn.\n\nIt was built in 1951.\n\nThe road is shut.\n\nIt is the "
    "second in a year.\n\nThe dam collapsed with a roar, residents said.",
    "Rovers have [[sacked their coach]].\n\nThey have lost nine games.\n\nTickets are cheap.\n\n"
    "Rovers sacked their coach by text message, a source said.",
    "The charity [[sold its headquarters]] in May.\n\nIt was founded in 1910.\n\nIt has nine "
    "staff.\n\nThe charity sold its headquarters to a developer, a former trustee said.",
    "Rebels have [[seized the dam]].\n\nThe dam lights four cities.\n\nThe road is mined.\n\n"
    "Rebels seized the dam at night, Al Jazeera reported.",
    "The clinic [[destroyed 300 samples]] by mistake.\n\nIt opened in 2004.\n\nIts freezer is "
    "old.\n\nThe clinic destroyed the samples during a power cut, an employee said.",
    "The league [[suspended two referees]].\n\nThe season ends in May.\n\nTickets are "
    "scarce.\n\nThe league suspended the referees over a bet, sources said.",
]

_FARTHEST = 12  # paragraphs: beyond this it is another story
_OPENING = 3  # paragraphs
_BODY = ("paragraph", "list", "blockquote")
_WITNESSED = words("events", "witnessed")


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each claim whose source comes late, at its first mention."""
    allowed = int(options.number("max-paragraphs"))
    alike: dict[str, list[Proposition]] = {}
    for claim in propositions(article):
        if claim.block.block.kind in _BODY and claim.verb not in _WITNESSED:
            alike.setdefault(claim.verb, []).append(claim)
    opening = article.body[:_OPENING]
    done = False
    for claims in alike.values():
        for i, claim in enumerate(claims[:-1]):
            if claim.block not in opening:
                continue
            later = [other for other in claims[i + 1 :] if same_claim(claim, other)]
            if not later or any(same_claim(claim, earlier) for earlier in claims[:i]):
                continue
            finding = _credited_late(article, claim, later, allowed)
            if finding is not None:
                done = True
                yield finding
    lede = flat_lede(article)
    if lede is not None:
        yield from _only_later(article, lede, allowed)
    elif not done and not is_careful(article, options.number("careful-below")):
        found = late_credit(article, allowed)
        if found is None and is_careless(article):
            found = first_credit(article, allowed)
        if found is not None:
            yield _late(article, found)


def _only_later(article: Article, lede: Basis, allowed: int) -> Iterator[Finding]:
    """The flat sentence of an opening that rests on what unnamed people told another outlet."""
    first, named = article.block_at(lede.head.start), article.block_at(lede.body.start)
    if first is None or named is None or named.index - first.index <= allowed:
        return
    text = lede.body.of(article.text)
    between = Span(lede.head.end, named.start)
    if text in between.of(article.text) or attributions_in(article, between):
        return  # somebody has been credited by then
    yield _late(article, lede)


def _late(article: Article, lede: Basis) -> Finding:
    first, named = article.block_at(lede.head.start), article.block_at(lede.body.start)
    distance = named.index - first.index if first is not None and named is not None else 0
    text = lede.body.of(article.text)
    later = {0: "later in the paragraph", 1: "a paragraph later"}.get(distance)
    later = later or f"{distance} paragraphs later"
    message = f"The source of this, {text}, comes only {later}."
    return Finding(lede.head, message, related=(Related(lede.body, "credited here"),))


def _credited_late(
    article: Article, claim: Proposition, later: list[Proposition], allowed: int
) -> Finding | None:
    if claim.modal is not None or standing(article, claim).ground != "flat":
        return None
    again = [(other, standing(article, other)) for other in later]
    if any(stand.ground not in ("outlet", "unnamed", "flat") for _, stand in again):
        return None
    credited = next(((o, s) for o, s in again if s.ground != "flat"), None)
    if credited is None or credited[1].span is None:
        return None
    if _is_document(article, credited[1].span):
        return None
    distance = credited[0].block.index - claim.block.index
    if not allowed < distance <= _FARTHEST:
        return None
    text = claim.span.of(article.text)
    message = f"The source of “{text}” comes only {distance} paragraphs later."
    return Finding(claim.span, message, related=(Related(credited[1].span, "credited here"),))


def _is_document(article: Article, credit: Span) -> bool:
    """Whether a claim is credited to "the report": a document that the story has told of."""
    return any(
        a.source is not None and a.source.kind == "document_or_study"
        for a in article.attributions
        if credit.contains(a.cue.span)
    )
