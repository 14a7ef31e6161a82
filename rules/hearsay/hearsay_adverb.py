"""Name the origin of what was "reportedly" or "allegedly" so.

A hearsay adverb tells readers that the writer did not find this out, and keeps from them who did.
(NPR ethics handbook: "reportedly" is never enough; AP, "allege": name the origin of the allegation)

Lets through: an origin in the sentence or in the open scope of a source, the wording that the law
requires near charges and courts, what follows an outlet's report or its own reporter's account, and
a headline or lede whose story names the origin in the next three sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.api import (
    Article,
    Finding,
    Options,
    ParsedBlock,
    Source,
    Span,
    alleged_before,
    attributions_in,
    attributions_over,
    children,
    clause_verb,
    dep,
    forms_of,
    has_named_origin,
    has_origin_beside,
    holds,
    in_legal_context,
    is_answered_next,
    is_careful,
    is_identified,
    is_long,
    is_personal,
    is_sourced,
    is_told_close_by,
    is_voice,
    names_origin_early,
    occurrences,
    origin_follows,
    reported_before,
    scopes_over,
    subject,
    words,
)

if TYPE_CHECKING:
    from attrib_lint.api import Token

HELP = "By whom? Put the person, body or outlet into the sentence, and link what it published."
SEVERITY = "warning"
SUSPECTED = "“{span}”, by whom? No origin is named for this statement."
PRESETS = ("default", "ap", "reuters", "wikipedia", "strict")
COLUMNS = False
OPTIONS = {"answered-next": False, "origin-beside": False}
PRESET_OPTIONS = {
    "strict": {"reader-agrees": 0.4, "reader-alone": 1.1},
    "default": {"reader-agrees": 0.6, "answered-next": True, "origin-beside": True},
}
GUARDS = (
    "an outlet, a complaint, a letter or a recording in the sentence or the one before clears it "
    "where the article takes care; with the option origin-beside in any but short ones",
    "an identified source in the sentence clears it; so does the open scope of one, unless "
    "“allegedly” qualifies something that is no accusation",
    "so does an outlet that reports it in the next sentence of the paragraph; with the option "
    "`answered-next`, any identified source there",
    "“allegedly” near charges, courts or police is the wording that the law requires",
    "a hedged headline or lede is right where the next three sentences name the origin",
    "what an outlet reported, or a reporter saw, carries one sentence or paragraph forward; what "
    "somebody has alleged or claimed, to the end of the next one",
    "so does an outlet’s report of the same in the next three sentences, one source right before "
    "and after, or “in one case” of what somebody has just told; a column in the first person may",
    "“apparently” counts only before a figure, which can be told but not seen",
    "what was told to a named outlet, shown by a document or told in a legend has its origin",
)
GOOD = [
    "He left, apparently unaware of the fire, and the dog was apparently asleep.",
    "The carmaker apparently lost $90m on the venture, its accounts show.",
    "The couple reportedly paid $3m, according to Land Registry records.",
    "“It was reportedly a huge sum,” said Ann Lee, the lawyer.",
    "He was charged over the alleged assault on 3 May.",
    "Nurses at St Anne’s reportedly worked 16-hour shifts, the Royal College of Nursing said.",
    "The driver allegedly fled on foot. Thane police arrested him on Tuesday.",
    "Rovers reportedly agree fee for winger\n\n"
    "Rovers have agreed to pay £4m for the winger Dele Okafor, BBC Sport reported on Monday.",
    "The company reported revenue of $40m and reported no losses.",
    "The Hindu, citing a leaked memo, said the minister had allegedly signed twice.",
    "Ward staff reportedly slept in corridors, the Nursing Times wrote.",
    "Two men allegedly broke into the depot in Enugu. They were charged with burglary on Friday.",
    "The insurer reported a loss of £12m.",
    "“They reportedly knew,” Justice Meera Pillai told the inquiry.",
    "Rain fell for a week. The Irish Times reported that the dam was full.\n\n"
    "Two villages were reportedly cut off.",
    "A reporter saw the gates being chained at noon. The guards had reportedly lost the keys.",
    "The plumbers claimed that the tap was dry. They then allegedly opened a second valve.",
    "A porter reportedly told the Straits Times that the lift had failed twice.",
    "The leaked papers purportedly show that the dam was never inspected.",
    "Oadby.com reported that the vet had a key. He also reportedly kept two dogs.",
    "He can reportedly name directors. He has a say on the board, according to a Guardian report.",
    "The singer allegedly hasn’t been returning his calls, the source further claimed.",
    "Her donors are reportedly nervous. Politico reported that several were about to leave.",
    "In legend a monk was supposedly turned to stone on the hill.",
    "A tram reportedly left the rails in Bendigo on Friday.\n\nNobody was hurt. The driver was "
    "sober, the operator Yarra Trams said.",
]
BAD = [
    "The carmaker [[apparently]] lost $90m on the venture.",
    "When ChatGPT took off, Musk [[reportedly]] became furious.",
    "Musk [[purportedly]] has a generative AI project in its early stages.",
    "In 2018 he [[allegedly]] expressed concern about Google.",
    "The shipyard will [[reportedly]] cut 400 jobs before Easter.",
    "Two wards at the teaching hospital in Ibadan were [[supposedly]] closed for repairs.",
    "Rovers [[reportedly]] agree fee for winger\n\nThe winger passed a medical on Monday."
    " He is 24.",
    "The band [[allegedly]] asked for 300 white towels.",
    "The Adelaide clinic [[reportedly]] turned away eleven patients on Sunday.",
    "A second submarine has [[purportedly]] left the base at Karwar.",
    "The left-back [[supposedly]] missed training after a row with the kit man.",
    "The senator [[allegedly]] wanted a bigger office.",
    "The Irish Times reported that the dam was full.\n\nIt holds 40 million litres. Farmers use "
    "most of it.\n\nThe keeper [[reportedly]] owns a boat.",
    "Her donors are [[reportedly]] nervous. The Politico office is on the square.",
    "A reporter lost his notes. The guards had [[reportedly]] gone home.",
]
_ADVERBS = words("frames", "adverbs")
_SHOWING = forms_of("frames", "legal.showing")
_TALES = words("frames", "legal.tales")
_RECORDS = forms_of("sources", "documents") | words("frames", "legal.records")
_NEAR = 10  # words before "in which", among which the record stands
_ALLEGATIONS = frozenset(("allegations", "accusations"))
_DEFINITE = frozenset(("the", "these", "those", "such", "his", "her", "their"))
_REPORTING = frozenset(("report", "write", "quote", "cite", "reveal"))
_HARMLESS = forms_of("frames", "legal.harmless")


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each hearsay adverb that stands in for a source."""
    if is_personal(article):
        return
    for parsed, token in occurrences(article, _ADVERBS | {"apparently"}):
        if token.lower_ == "apparently" and not _is_told_figure(article, parsed, token):
            continue
        if options.flag("answered-next") and is_answered_next(article, parsed.span(token)):
            continue
        if _has_origin(article, parsed.span(token), options):
            continue
        if not _is_cleared(article, parsed, token):
            message = f"“{token.text}”, by whom? No origin is named for this statement."
            yield Finding(parsed.span(token), message)


def anchor(article: Article, span: Span, options: Options) -> Span | None:
    """The suspected words, unless their sentence or the next has an origin, or tells of a case."""
    if is_sourced(article, span, but=span) or is_answered_next(article, span, across=True):
        return None
    if is_personal(article) or _has_origin(article, span, options):
        return None
    parsed = article.block_at(span.start)
    charged = "allegedly" in span.of(article.text).lower()
    return None if charged and parsed and in_legal_context(article, parsed, 1) else span


def _has_origin(article: Article, span: Span, options: Options) -> bool:
    """Whether an outlet or a paper right there will do for an origin."""
    will_do = is_careful(article) or (options.flag("origin-beside") and is_long(article))
    return will_do and has_origin_beside(article, span)


def _is_told_figure(article: Article, parsed: ParsedBlock, adverb: Token) -> bool:
    """ "Apparently lost £200m": a figure can be told, not seen, as "apparently unaware" can."""
    verb = clause_verb(adverb)
    if verb is None or not 0 < verb.i - adverb.i <= 2 or verb.pos_ != "VERB":
        return False
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return False
    sentence = article.sentence_at(parsed.span(adverb).start)
    if any(is_voice(article, a.source) for a in attributions_in(article, sentence)):
        return False
    things = children(verb, "obj", "iobj")
    places = [parsed.span(t) for noun in things for t in noun.subtree]
    return any(q.span.overlaps(p) for q in article.quantities for p in places)


def _is_cleared(article: Article, parsed: ParsedBlock, adverb: Token) -> bool:
    span = parsed.span(adverb)
    if parsed.block.kind in ("headline", "standfirst"):
        return has_named_origin(article, span) or names_origin_early(article)
    verb = clause_verb(adverb)
    if is_sourced(article, span, but=parsed.span(verb) if verb is not None else None):
        return True
    if _is_told_to_outlet(article, parsed, verb) or _is_shown(adverb, verb):
        return True
    near = article.parsed[max(0, parsed.index - 1) : parsed.index + 1]
    if any(holds(p, _TALES) for p in near) or (
        adverb.lower_ == "allegedly" and alleged_before(article, span)
    ):
        return True
    retold = is_told_close_by(article, span)
    if retold and is_careful(article):
        return True
    if adverb.lower_ == "allegedly":
        if in_legal_context(article, parsed) or _takes_up_allegations(article, parsed, span):
            return True
        said = attributions_over(article, span)
        if not any(_is_origin(article, a.source) for a in said) and (
            verb is not None and verb.lower_ in _HARMLESS
        ):
            return False
    if _is_reported_next(article, parsed, span):
        return True
    if adverb.lower_ == "supposedly" and adverb.head.pos_ in ("ADJ", "ADV", "NOUN"):
        return True
    if retold or origin_follows(article, span) or reported_before(article, span):
        return True
    over = (*attributions_over(article, span), *scopes_over(article, span))
    return any(_is_origin(article, attribution.source) for attribution in over)


def _is_reported_next(article: Article, parsed: ParsedBlock, span: Span) -> bool:
    """Whether the next sentence of the paragraph has it from an outlet by name."""
    following = article.sentence_at(article.sentence_at(span.start).end + 1)
    return (
        parsed.block.span.contains(following)
        and following.start > span.end
        and any(
            a.source is not None
            and a.source.outlet
            and a.source.named
            and a.cue.lemma in _REPORTING
            for a in attributions_in(article, following)
        )
    )


def _is_told_to_outlet(article: Article, parsed: ParsedBlock, verb: Token | None) -> bool:
    """ "reportedly told Haaretz that": the outlet is the origin."""
    if verb is None or verb.lower_ not in ("told", "tells"):
        return False
    hearers = [parsed.span(t) for t in children(verb, "obj", "iobj", "dobj")]
    outlets = [n for n in article.names if n.kind in ("outlet", "org")]
    return any(n.span.contains(h) for n in outlets for h in hearers)


def _is_shown(adverb: Token, verb: Token | None) -> bool:
    """ "documents that purportedly show": what can be looked up is the origin.

    So it is in "a tape in which he allegedly asks" and "pages allegedly from her diary".
    """
    doc, sentence = adverb.doc, adverb.sent
    described = adverb.i + 1 < sentence.end and doc[adverb.i + 1].tag_ in ("IN", "VBN", "VBG")
    if adverb.i > sentence.start and doc[adverb.i - 1].lower_ in _RECORDS and described:
        return True
    if verb is None:
        return False
    if dep(verb).startswith("acl") and _is_in_record(verb):
        return True
    if verb.lower_ not in _SHOWING:
        return False
    actor = subject(verb)
    ahead = adverb.doc[max(adverb.sent.start, adverb.i - 2) : adverb.i]
    return any(t.lower_ in _RECORDS for t in (*ahead, *((actor,) if actor is not None else ())))


def _is_in_record(verb: Token) -> bool:
    """ "Recordings, including one in which he offers": the clause tells what is in a record."""
    opening = verb.doc[verb.left_edge.i : verb.left_edge.i + 2]
    if [t.lower_ for t in opening] != ["in", "which"] and opening[0].lower_ != "where":
        return False
    ahead = verb.doc[max(verb.sent.start, opening.start - _NEAR) : opening.start]
    return any(t.lower_ in _RECORDS and t.pos_ == "NOUN" for t in ahead)


def _takes_up_allegations(article: Article, parsed: ParsedBlock, span: Span) -> bool:
    """Whether "the allegations" were spoken of just before: it was told whose they are."""
    near = Span(article.parsed[max(0, parsed.index - 2)].start, span.start)
    return any(
        t.i > 0 and t.nbor(-1).lower_ in _DEFINITE and near.contains(p.span(t))
        for p in article.parsed[max(0, parsed.index - 2) : parsed.index + 1]
        if holds(p, _ALLEGATIONS)
        for t in p.doc
        if t.lower_ in _ALLEGATIONS
    )


def _is_origin(article: Article, source: Source | None) -> bool:
    """Whether a source is a person, a body or a document that readers can find: not "a report"."""
    if source is None or not is_voice(article, source):
        return False
    return source.kind != "document_or_study" or is_identified(article, source)
