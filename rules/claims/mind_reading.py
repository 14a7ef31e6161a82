"""Report what people say and do, not what they want, hope or fear.

Nobody can watch a wish. Stated as fact, somebody's motive is the writer's guess, however likely.
(NPR ethics handbook: say how we know; Wikipedia: attribute opinions and motives)

Lets through: wishes that the same person is quoted about near by, what others say of them, general
subjects ("anyone who wants to vote"), and opinion, review, sport and fiction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.api import (
    MIND_WORDS,
    SAYING,
    Article,
    Attribution,
    Finding,
    Options,
    ParsedBlock,
    Source,
    Span,
    attributions_in,
    attributions_over,
    covering,
    forms_of,
    is_credited,
    is_identifiable,
    is_identified,
    is_voice,
    minded,
    named_by,
    occurrences,
    voiced,
    words,
)

if TYPE_CHECKING:
    from attrib_lint.api import Token

HELP = "How is it known? Attribute it (“X said it wants …”), or describe the act."
SEVERITY = "warning"
SUSPECTED = "“{span}”: the text does not say how that is known."
PRESETS = ("ap", "reuters", "wikipedia", "strict")
PRESET_OPTIONS = {
    "strict": {
        "reader-agrees": 0.0,
        "reader-company": 16.0,
        "reader-insists": 0.93,
        "reader-alone": 0.93,
    }
}
VOICE = True
GUARDS = (
    "the same person or body as a source in the paragraph clears it; in the previous or the next "
    "one too, if it is an opinion or shares a word with the wish",
    "so does anybody else’s attribution over the clause",
    "“he said” in the next sentence clears it; a candidate’s wish to win needs no source",
    "a quotation that opens the next paragraph is the same person’s, one in the paragraph a body’s",
    "a person interviewed in the article has told their wishes and opinions; a company or office "
    "that is only a noun has its wishes from whoever speaks beside it",
    "general subjects, conditions and questions are no claims about a mind",
)
GOOD = [
    "The Greens believe they can win the seat.",
    "Okonjo sees patients on Mondays, and the club is looking at plans.",
    "“We are betting on growth,” the Treasury’s Ann Lee said. The Treasury is banking on exports.",
    "“I am itching to fight,” Fernandes said. She is keen to return to the ring.",
    "Halden Steel wants a licence, its chief executive, Jo Brandt, said.",
    "The town wants for nothing, and the recipe wants a pinch of salt.",
    "Vogt has lost her goalkeeper to injury.",
    "Privately, ministers said, Mr Sethi despises his deputy.",
    "Adeyemi is sceptical of the figures.\n\n“I have seen none of this,” Adeyemi said.",
    "“I want to build a rocket,” Musk said. He wants to launch it in May.",
    "The company said it plans to hire 200 people.",
    "The bill would let anyone who wants to vote by post do so.",
    "Rao fears a strike, her aide Dev Shah said.",
    "If the bank wants a licence, it must apply by June.",
    "Voters want lower rents.",
    "Does Musk want a fight?",
    "The minister hopes to win, according to her campaign.",
    "Ortiz wants to punish the union, her deputy Sam Roy said.",
    "Parents want smaller classes.",
    "If the ministry fears a leak, it can change the lock.",
    "Senator Hale hopes to keep her seat in May.",
    "“The market is flat,” Ann Iyer said.\n\nRents fell.\n\nIyer believes that they will rise.",
    "The dairy sold two farms.\n\nThe company hopes to hire in May.\n\n“We need milkers,” its "
    "director Ann Lee said.",
    "Geelong feels empty in January.",
    "Premier Lucy Tran was furious. She said the talks had wasted a year.",
    "Mlungisi Osei wants to see the road reach Kano.\n\n“Bringing in Kano is good for the whole "
    "coast,” and so on.",
    "Phantom Space wants to be part of it. In May it hired ten people. “This is the place to build "
    "a rocket today,” Jim Osei said.",
    "“We fear a leak,” the ministry’s director, Tunde Alabi, said. The ministry hopes to "
    "change the lock.",
]
BAD = [
    "[[Harbour Airways believes]] that the boycott will fade by Easter.",
    "[[Holm is eager]] to leave her village. When she reports to the mill in May, she will be 20.",
    "[[Okonjo sees]] the vote as a chance to settle old scores.",
    "[[The Kremlin is banking]] on a mild winter.",
    "[[Apple is betting]] that buyers will pay more for a thinner phone.",
    "[[Starling has]] its heart set on a US listing.",
    "Privately, [[she is resolved]] to leave the cabinet. Ms Oduya said the bill would pass.",
    "[[Halden Steel wants]] a bigger share of the German market.",
    "[[The Treasury intends]] to scrap the scheme by autumn.",
    "The defence minister, Ruta Kalnins, [[wants]] conscripts to serve. A spokesman said no more.",
    "[[The chancellor is loath]] to raise fuel duty.",
    "[[Coach Lena Vogt has lost]] faith in her goalkeeper.",
    "[[Twitter wants]] to leverage them at scale to tackle manipulation.",
    "Clearly, [[Musk is serious]] enough about pursuing this avenue.",
    "[[The minister hopes]] to distract voters.",
    "[[Okafor is desperate]] to leave the club before the window shuts.",
    "[[The bank fears]] a run on its branches in Leeds.",
    "The talks ended at noon. [[Premier Lucy Tran was furious]].",
    "[[Ortiz wants]] to punish the union.",
    "[[The ministry fears]] that the data will leak.",
    "[[Premier Jacinta Moss is desperate]] to avoid a by-election.",
    "[[Senator Hale hopes]] to keep her critics quiet.",
    "[[Infosys wants]] to calm investors.\n\n“We will sell the lot by the end of June,” Ann Lee of "
    "Wipro said.",
    "[[Infosys hopes]] to calm investors before the vote.",
]

_VERBS = forms_of("voice", "minds.verbs")
_PRIVATE = tuple(sorted(words("voice", "minds.private")))
_STANCES = words("voice", "minds.stances")
_OPINIONS = forms_of("voice", "minds.opinions")
_STATES = words("voice", "minds.states")
_NOT = frozenset(("not", "n't", "n’t", "never"))
_SENTENCE = 30  # code points; shorter quotations are words of somebody, not a statement


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each private state of an identifiable actor."""
    for parsed, token in occurrences(article, MIND_WORDS):
        if parsed.block.kind in ("headline", "heading"):
            continue
        actor = minded(token)
        if actor is None or _are_many(article, parsed, actor, token):
            continue
        secret = _is_private(article, parsed, token)
        person = actor.lower_ in ("he", "she") and secret
        if not (person or is_identifiable(actor)):
            continue
        if not _is_known(article, parsed, token, named_by(actor), secret=secret):
            near = token.i - actor.i <= 3
            span = parsed.span(covering(_named_from(actor) if near else token, token))
            message = f"“{span.of(article.text)}”: the text does not say how that is known."
            yield Finding(span, message)


def anchor(article: Article, span: Span, options: Options) -> Span | None:
    """The suspected words, unless somebody is credited or quoted beside them."""
    parsed = article.block_at(span.start)
    for token in article.tokens(span) or ():
        actor = minded(token) if token.lower_ in MIND_WORDS else None
        if actor is None or parsed is None:
            continue
        if _is_quoted_beside(article, parsed, parsed.span(token), named_by(actor)):
            return None
    if any(n.kind == "place" and n.span.overlaps(span) for n in article.names):
        return None  # "outraged North Korea": a state answers in public
    denied = bool(_NOT & {t.lower_ for t in article.tokens(span) or ()})
    return None if denied or is_credited(article, span) else span


def _are_many(article: Article, parsed: ParsedBlock, actor: Token, state: Token) -> bool:
    """ "Voters", "the Greens": people in general; no "Northline Ferries", which is one body."""
    if actor.tag_ != "NNPS":
        return actor.tag_ == "NNS"
    if state.tag_ != "VBZ" and not any(t.lower_ in ("is", "was", "has") for t in state.children):
        return True
    names = article.names_at(parsed.span(actor))
    return not any(n.kind in ("org", "outlet") and " " in n.name for n in names)


def _is_private(article: Article, parsed: ParsedBlock, state: Token) -> bool:
    """ "Privately, he is determined": no statement of his can have told so."""
    said = article.sentence_at(parsed.span(state).start).of(article.text).lower()
    return any(re.search(rf"\b{word}\b", said) for word in _PRIVATE)


def _named_from(actor: Token) -> Token:
    """The first word of an actor's name or noun phrase."""
    first = actor
    while first.i > first.sent.start and first.nbor(-1).pos_ in ("PROPN", "DET", "NOUN", "ADJ"):
        first = first.nbor(-1)
    return first


def _speaks_next(article: Article, sentence: Span) -> bool:
    """Whether "he said" or "she said" follows in the next sentence: the same person's word."""
    return any(
        a.source is not None
        and a.source.span.of(article.text).lower() in ("he", "she", "it", "they")
        and a.cue.kind in SAYING
        and a.cue.lemma != "report"  # "when she reports to the set"
        for a in attributions_in(article, article.sentence_at(sentence.end + 1))
    )


def _is_known(
    article: Article, parsed: ParsedBlock, state: Token, actor: Token, *, secret: bool
) -> bool:
    """Whether somebody says so, or the actor speaks in this paragraph or next to it.

    What is thought in secret is known only from whoever else says so in the same sentence.
    """
    span, who = parsed.span(state), actor.text.lower()
    sentence = article.sentence_at(span.start)
    if any(q.span.overlaps(sentence) and q.span.start > span.start for q in article.quotes):
        return True
    if any(a.cue.kind == "according_to" for a in attributions_in(article, sentence)):
        return True
    if secret:
        return any(is_voice(article, a.source) for a in attributions_over(article, span))
    if _speaks_next(article, sentence) or _is_interviewed(article, parsed, state, actor):
        return True
    if _is_quoted_beside(article, parsed, span, actor):
        return True
    for attribution in voiced(article):
        source = attribution.source
        if source is None or attribution.nested or attribution.cue.span.overlaps(span):
            continue
        if attribution.cue.lemma == "report" and not source.outlet:
            continue  # "when she reports to the set"
        if any(c.contains(span) for c in attribution.content):
            return True
        if attribution.scope is not None and attribution.scope.contains(span):
            return attribution.cue.kind in SAYING
        block = article.block_at(attribution.cue.span.start)
        near = block is parsed or (
            block is not None
            and abs(block.index - parsed.index) <= 1
            and (state.lower_ in _OPINIONS or _is_on_it(article, attribution, state))
        )
        said = article.sentence_at(attribution.cue.span.start).of(article.text).lower()
        mine = who in said or who in (source.entity or "").lower()
        if near and mine and attribution.cue.kind in SAYING:
            return True
    return False


def _is_interviewed(article: Article, parsed: ParsedBlock, state: Token, actor: Token) -> bool:
    """Whether the article has the actor's own words: opinions once, wishes more than once.

    What "the company hopes" is known from whoever speaks in the paragraph, or right before or after
    it, for a body that is only a noun here.
    """
    spoken = [a for a in voiced(article) if a.cue.kind in SAYING and a.source is not None]
    stance = state.lower_ in _STANCES
    if not stance and (state.lower_ in _STATES or state.pos_ == "ADJ"):
        return False  # how somebody feels is not known from what they said of other things
    if actor.pos_ == "PROPN" or actor.tag_ == "NNP":
        who = actor.text.lower()
        own = sum(
            a.mode != "indirect" and a.source is not None and _is_by(article, a.source, who)
            for a in spoken
        )
        return own >= (1 if stance or state.lower_ in _OPINIONS else 2)
    near = article.parsed[max(0, parsed.index - 1) : parsed.index + 2]
    return any(
        p.block.span.contains(a.cue.span) and is_identified(article, a.source)
        for a in spoken
        for p in near
    )


def _is_quoted_beside(article: Article, parsed: ParsedBlock, span: Span, actor: Token) -> bool:
    """Whether a quotation follows as the actor's: a body's in the paragraph, the next whole one.

    A paragraph that opens with quotation marks goes on with whoever the one before was about.
    """
    blocks = article.parsed[parsed.index + 1 : parsed.index + 2]
    opening = [p.block.span.start for p in blocks]
    for quote in article.quotes:
        if quote.depth or len(quote.inner) < _SENTENCE or quote.span.start < span.end:
            continue
        speaker = quote.speaker
        if quote.span.start in opening:
            who = actor.text.lower()
            return speaker is None or _is_by(article, speaker, who)
        if parsed.block.span.contains(quote.span) and actor.ent_type_ == "ORG":
            return is_identified(article, speaker)
    return False


def _is_by(article: Article, source: Source, who: str) -> bool:
    """Whether a source is of that name: not "people close to" it."""
    return who in f"{source.head.of(article.text)} {source.entity or ''}".lower().split()


def _is_on_it(article: Article, attribution: Attribution, state: Token) -> bool:
    """Whether what somebody says in a paragraph beside it shares a word with the wish."""
    wish = {t.lemma_.lower() for t in state.sent if _tells(t)}
    said = (t for content in attribution.content for t in article.tokens(content) or ())
    return any(t.lemma_.lower() in wish for t in said if _tells(t))


def _tells(token: Token) -> bool:
    return token.pos_ in ("NOUN", "VERB", "ADJ", "NUM") and token.lower_ not in _VERBS | _STATES
