"""Keep the hedge: what was "reportedly" so is not a fact two paragraphs on.

A claim that came in on hearsay and goes on as fact has been confirmed by nobody but the writer.
(AP: restate the attribution in later paragraphs unless plainly the same source; Reuters: source
every statement that was not witnessed)

Lets through: a claim that someone named confirms anywhere, one still inside its source's scope, a
possibility that has since come true ("may resign", "on Friday he resigned"), conditions and
questions.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lint.api import (
    WEAK,
    Article,
    Attribution,
    Finding,
    Options,
    ParsedBlock,
    Proposition,
    Related,
    Span,
    Standing,
    agentless_frame,
    children,
    dep,
    doubt_about,
    event,
    is_credited,
    is_identified,
    marker,
    may_stand_on_hearsay,
    propositions,
    same_claim,
    standing,
    stated_in_headline,
    subject,
    taken_as_done,
    taken_for_granted,
    words,
)

HELP = "Who has confirmed it since? Restore the attribution, or say who confirmed it."
SEVERITY = "warning"
PRESETS = ("default", "ap", "reuters", "wikipedia", "strict")
SUSPECTED = "“{span}” is told as fact, and was not sure elsewhere in the article."
OPTIONS = {"broad": True}
PRESET_OPTIONS = {
    "default": {"broad": False},
    "strict": {"reader-company": 14.0, "reader-alone": 0.98},
}
GUARDS = (
    "a named source or officials for the same claim anywhere clear it",
    "the open scope of a source clears it",
    "without the option `broad` only what was “reportedly” so of the same people and things counts",
    "the same person must act in both: what one may do, another may have done",
    "a possibility that later happened is an update",
    "what a source's words take as known (“the girls kidnapped in April”) was never hedged",
    "“a boy fell” brings in another boy than the one told of before",
)
GOOD = [
    "Surgery apologises after text\n\nA surgery has apologised after a text went out.",
    "Velda eyes its mines\n\nVelda is said to be considering the sale of a mine.\n\nThe sale will "
    "pay off its debts, Ann Lee said.",
    "Velda sells a mine\n\nVelda is said to have wept over the sale. It agreed the sale in "
    "May.\n\nThe sale will pay off its debts.",
    "Velda to buy Nortis\n\nVelda will buy Nortis, its head, Ann Lee, said.\n\nOnce Velda owns "
    "Nortis, 200 jobs will go.",
    "Ada Obi has died, according to media reports. Obi died after a long illness.",
    "Velda to buy Nortis\n\nVelda is in talks to buy Nortis, two people with knowledge of the "
    "talks said.\n\nOnce Velda reports in May, its shares will rise.",
    "Bishop ‘stole relief grain’\n\nThe bishop stole relief grain, a court has heard.",
    "Some fans wrote to the singer when she posted photos in May.\n\nIn June she posted photos.",
    "Residents ask how the bus project will work. Will trams run once the bus project begins?",
    "The agency’s head, Ada Cole, said that the ban was agreed.\n\nOnce the ban comes in, families "
    "will need a plan.",
    "He may resign, aides said. On Friday he resigned.",
    "Police say he fled. Police say he was caught.",
    "Reportedly 40 miners were hurt. The council later confirmed that 40 miners were hurt.",
    "The bank may close 40 branches. If the bank closes branches, villages will suffer.",
    "The club reportedly bought the striker. The club bought the striker, its chairman Sam Oduya "
    "said.",
    "The trust reportedly shut two wards. The council shut two libraries.",
    "Could the firm sell its mine? The firm sold its smelter.",
    "The hospital may shut its burns unit, a doctor said. On Monday it shut the unit.",
    "The regiment reportedly burned the records. General Tun Oo said the regiment burned the "
    "records by mistake.",
    "The bank is understood to have frozen the accounts. The bank froze hiring in 2020.",
    "Police say the driver fled. Police say the driver fled on foot.",
    "Thieves feared to have cloned cards\n\nThieves are feared to have cloned 4,000 cards.",
    "A van driven by a nurse, no name reported, hit a deer. The van was driven from the scene.",
    "The ferry sank, officials said.\n\nA priest wept. When the ferry sank, it was dark.",
    "The girls kidnapped by the militia have been freed, an aide said.\n\nRain fell.\n\nThe "
    "militia kidnapped the girls in April.",
    "Hear the moment a boy falls into the moat\n\nA call was made after the boy fell into the "
    "moat.",
    "A boy allegedly fell into the moat.\n\nThe zoo is old. In 1996 a boy fell into the moat of "
    "another zoo.",
    "The North can test missiles only to the south, analysts said.\n\nWhen it tested missiles in "
    "July, they fell into the sea.",
    "Hackers are feared to have stolen the data.\n\nHackers are feared to have stolen names too.",
    "Ada Obi reportedly sold the studio. She sings.\n\nTom Reed plays bass. After he sold the "
    "studio, rents fell.",
]
BAD = [
    "Velda eyes its mines\n\nVelda is said to be considering the sale of its Kent mine.\n\n[[The "
    "sale]] of the Kent mine will pay off its debts.",
    "Velda to buy Nortis\n\nVelda is in talks to buy Nortis, two people with knowledge of the "
    "talks said.\n\n[[Once Velda owns]] the Kent mine of Nortis, 200 jobs will go.",
    "Rovers seal deal for keeper Holm\n\nRovers are closing in on a deal for the keeper Lars "
    "Holm, his agent, Bo Dahl, said.\n\n[[When Holm puts]] pen to paper he will be the third Dane.",
    "Bishop ‘stole relief grain’\n\nThe bishop [[stole relief grain]] meant for three parishes.",
    "The regiment allegedly burned the village. After the regiment [[burned the village]], it "
    "left.",
    "The agency is understood to be weighing up a ban on gummies.\n\n[[Once the ban comes]] in, "
    "families will need a plan.",
    "According to reports, Musk buys GPUs\n\nElon Musk recently [[purchased 10,000 GPUs]].",
    "He allegedly took cash from a driver.\n\nAfter he [[took the cash]], he flew out.",
    "The firm may close. When it [[closes]] in May, 300 jobs will go.",
    "The army reportedly shelled the market.\n\nDoctors were tired. When the army [[shelled the "
    "market]], they hid.",
    "Acme is said to have hidden the defect.\n\nAcme [[hid the defect]] for nine years.",
    "Rovers have sacked their coach, a person close to the club said.\n\nTickets are cheap. Rovers "
    "[[sacked their coach]] after nine defeats.",
    "The regiment reportedly burned the records.\n\nRain fell all day. When the regiment "
    "[[burned the records]], nobody was told.",
    "The hospital may shut its burns unit. When it [[shuts the unit]] in June, patients will "
    "travel to Cardiff.",
    "The bank is understood to have frozen the accounts of a charity.\n\nThe bank [[froze the "
    "accounts]] without a warning.",
    "Ada Obi reportedly sold the studio.\n\nAda Obi sings. After she [[sold the studio]], rents "
    "fell.",
    "The striker has signed a contract in Doha, a person close to him said.\n\nHe is 31. The "
    "striker [[signed the contract]] in a hotel.",
]

_DEVICES = words("events", "hedged")


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each claim that loses its hedge, at the first flat mention."""
    broad = options.flag("broad")
    if not broad and not may_stand_on_hearsay(article):
        return
    alike: dict[str, list[Proposition]] = {}
    for claim in propositions(article):
        alike.setdefault(claim.verb, []).append(claim)
    for claims in alike.values():
        finding = _dropped(article, claims, broad=broad)
        if finding is not None:
            yield finding
    for place, hedge in taken_for_granted(article) if broad else ():
        yield _finding(article, place, hedge)
    foregone = taken_as_done(article) if broad else None
    if foregone is not None:
        yield _finding(article, *foregone)


def anchor(article: Article, span: Span, options: Options) -> Finding | Span | None:
    """The suspected words, unless somebody is credited with them; and where they were not sure."""
    if is_credited(article, span):
        return None
    before = [p for p in article.parsed if p.block.span.end <= span.start]
    doubt = doubt_about(article, span, before)
    return _finding(article, span, doubt) if doubt is not None else span


def _dropped(article: Article, claims: list[Proposition], *, broad: bool) -> Finding | None:
    """The first flat mention, among claims of one event, of what was hedged before."""
    for i, claim in enumerate(claims):
        earlier = [
            other
            for other in claims[:i]
            if same_claim(claim, other)
            and not _are_others(article, claim, other)
            and not (_brings_in(claim) and not _is_head(other))
            and not _is_presupposed(other)
        ]
        if _is_head(claim) or claim.modal is not None or (i and not earlier):
            continue
        headline = _headline_hedge(article, claim)
        if not (earlier or headline):
            continue
        if not broad and not _is_firm(article, claim, earlier):
            continue
        if _repeats_headline(article, claim) or agentless_frame(claim.token) is not None:
            continue  # "are feared to have": a hedge itself
        if standing(article, claim).ground != "flat" or _is_confirmed(article, claim, claims):
            continue
        hedge = _hedge(article, claim, earlier) if earlier else headline
        hedge = hedge or headline
        if hedge is not None:
            return _finding(article, claim.span, hedge)
    return None


def _is_firm(article: Article, claim: Proposition, earlier: list[Proposition]) -> bool:
    """Whether a mention before it was "reportedly" so, of the same people and the same thing."""
    return any(
        standing(article, other).ground == "hearsay"
        and claim.agents & other.agents
        and claim.patients & other.patients
        for other in earlier
    )


def _brings_in(claim: Proposition) -> bool:
    """Whether a claim brings in something new: "a boy fell" is not the boy told of before.

    So does a bare plural: who "posted photos" posts others the next time.
    """
    actor = subject(claim.token)
    if actor is not None and any(
        t.lower_ in ("a", "an", "another") and t.head.i == actor.i for t in actor.children
    ):
        return True
    return any(
        noun.tag_ == "NNS" and not any(dep(c) in ("det", "nummod", "nmod") for c in noun.children)
        for noun in children(claim.token, "obj")
    )


def _is_presupposed(claim: Proposition) -> bool:
    """Whether a claim is taken as known: "the girls kidnapped in April were freed, he said", "can".

    A source or hedge over the main clause is none of it, and an ability is no event.
    """
    return claim.token.dep_.startswith("acl") or claim.modal == "can"


def _are_others(article: Article, one: Proposition, other: Proposition) -> bool:
    """Whether two claims are about different people: a hedge on one leaves the other alone."""
    mine, theirs = _person(article, one), _person(article, other)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _person(article: Article, claim: Proposition) -> frozenset[str]:
    """The words of the name of whoever acts; of "he" and "she", the name nearest before."""
    people = [n for n in article.names if n.kind == "person"]
    actor = subject(claim.token)
    if actor is not None and actor.lower_ in ("he", "she"):
        people = [n for n in people if n.span.end <= claim.block.span(actor).start][-1:]
    else:
        people = [n for n in people if claim.agents & set(n.name.lower().split())]
    return frozenset(word for n in people for word in n.name.lower().split())


def _repeats_headline(article: Article, claim: Proposition) -> bool:
    """Whether the paragraph is the headline over again, as pages often have it."""
    if article.headline is None:
        return False
    text = article.headline.block.span.of(article.text).strip()
    return claim.block.block.span.of(article.text).strip().startswith(text)


def _is_head(claim: Proposition) -> bool:
    return claim.block.block.kind in ("headline", "standfirst", "heading", "caption")


def _is_confirmed(article: Article, claim: Proposition, claims: list[Proposition]) -> bool:
    return any(
        same_claim(claim, other) and standing(article, other).ground in ("named", "official")
        for other in claims
        if other is not claim
    )


def _hedge(article: Article, claim: Proposition, earlier: list[Proposition]) -> Span | None:
    """Where the claim was hedged, unless it was flat before that or has come true since."""
    for other in earlier:
        stand = standing(article, other)
        if stand.ground == "flat" and not _is_head(other):
            return None
        if stand.ground in ("outlet", "unnamed") and other.block is claim.block:
            continue  # the paragraph goes on with what its source said
        if stand.ground in WEAK and not _is_update(other, stand, claim):
            return stand.span or other.span
    return None


def _is_update(earlier: Proposition, stand: Standing, later: Proposition) -> bool:
    """A possibility or a plan that has happened by now, or that is only spoken of again."""
    if stand.ground == "modal" or earlier.modal in ("may", "might", "could"):
        foreseen = marker(later.token) in ("when", "once", "after", "before", "until")
        return not (later.tense == "future" or (foreseen and later.tense == "present"))
    return earlier.tense == "future" and later.tense == "past"


def _headline_hedge(article: Article, claim: Proposition) -> Span | None:
    """The hedge of a headline that makes the same claim."""
    headline = article.headline
    place = stated_in_headline(headline, claim) if headline is not None else None
    if headline is None or place is None:
        return None
    marks = _scare_quotes(article, headline, claim)
    if marks is not None:
        return marks
    for attribution in article.attributions:
        if headline.block.span.contains(attribution.cue.span):
            if _is_order(article, attribution) or _is_itself(article, attribution, claim):
                continue
            return attribution.cue.span if _is_weak(article, attribution) else None
    return next((headline.span(t) for t in headline.doc if t.lower_ in _DEVICES), None)


def _scare_quotes(article: Article, headline: ParsedBlock, claim: Proposition) -> Span | None:
    """ "Minister ‘misled MPs’": a headline's quotation marks around what is claimed."""
    for quote in article.quotes:
        if not headline.block.span.contains(quote.span):
            continue
        quoted = headline.tokens(quote.inner) or ()
        if any(event(t.lower_) == claim.verb for t in quoted):
            return quote.span
    return None


def _is_itself(article: Article, attribution: Attribution, claim: Proposition) -> bool:
    """Whether a headline's cue is the very act that the story tells: "Surgery apologises"."""
    return event(attribution.cue.span.of(article.text).lower()) == claim.verb


def _is_order(article: Article, attribution: Attribution) -> bool:
    """Whether a cue tells the reader to do something: "Hear the moment he falls"."""
    tokens = article.tokens(attribution.cue.span)
    return attribution.source is None and tokens is not None and tokens.root.tag_ in ("VB", "VBP")


def _is_weak(article: Article, attribution: Attribution) -> bool:
    """Whether a headline's source is people not named, or "reports"."""
    source = attribution.source
    if source is None or source.kind == "document_or_study":
        return attribution.cue.kind != "colon"
    return not is_identified(article, source)


def _finding(article: Article, place: Span, hedge: Span) -> Finding:
    flat, weak = place.of(article.text), hedge.of(article.text)
    message = f"“{flat}” drops the hedge used earlier (“{weak}”)."
    return Finding(place, message, related=(Related(hedge, "hedged here"),))
