"""Keep one hedge to a claim: the attribution.

Two marks of doubt on one statement leave readers guessing whose doubt it is: the source's, or the
writer's about the source. (AP, "allege": not doubled, as in "accused of allegedly")

Lets through: one cue with one modal inside the source's own words, and everything in quotations.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.api import (
    Article,
    Attribution,
    Finding,
    Options,
    ParsedBlock,
    Related,
    Span,
    before,
    children,
    clause_verb,
    dep,
    is_credited,
    is_identified,
    is_negated,
    occurrences,
    words,
)

if TYPE_CHECKING:
    from attrib_lint.api import Token

HELP = "Whose doubt is it? Keep one hedge: name who says it, and who doubts it."
SEVERITY = "info"
PRESETS = ("default", "ap", "wikipedia", "strict")
OPTIONS = {"reader-company": 0.0}
PRESET_OPTIONS = {"default": {"reader-company": 13.0}, "strict": {"reader-company": 10.0}}
GUARDS = (
    "a source may use a modal verb of their own: “he said he might be late”",
    "only verbs that state or hold a thing to be so count: “reportedly proposed” is one hedge",
    "both marks must stand in the same sentence, on the same statement",
)
GOOD = [
    "One abbot reportedly suggested he may sell the cellar.",
    "According to the Mirror, the pair have sold their house.",
    "A friend reportedly told the Daily Star that the wedding was off.",
    "A section of the board has allegedly been pressing for cuts.",
    "Neighbours reportedly saw boxes being carried out.",
    "He said he might possibly be late.",
    "The report said sales may fall.",
    "It may, according to the ministry, take two years.",
    "The star reportedly left on Friday. Her agent said she was ill.",
    "“He allegedly took it,” the guard said.",
    "Police said the man, whom neighbours called quiet, fled.",
    "The vote may be close. Turnout was possibly lower in the north.",
    "The inspector said the guard might have slept.",
    "The ward will reportedly close.",
    "“It might possibly rain,” the umpire said.",
    "The loggers allegedly found him by the creek.",
    "A poster warned that he was “reportedly armed” and ill.",
    "In one post a clerk reportedly suggested throwing eggs at the mayor.",
    "The bishops reportedly proposed a second vote.",
    "An aide reportedly told the Straits Times that the vote was close.",
    "The inspector, who was allegedly drunk, was suspended, the force said.",
    "Bidders said they were eager to see what is in the reportedly generous offer.",
    "Nobody has given any detail of how she supposedly built the stable.",
    "The dairy laid off 60 hands (it would not say how many, but called it “minor”) and the mill "
    "reportedly laid off 40.",
]
BAD = [
    "[[According to the Mirror, the pair have allegedly]] sold their house.",
    "Friends [[reportedly told]] the magazine that the wedding was off.",
    "A report on April 11 [[shows that Musk is reportedly]] pursuing an AI project.",
    "The anonymous sources [[reportedly deemed]] the project to be early.",
    "Prosecutors [[accused her of allegedly]] taking a bribe.",
    "Police [[said the driver allegedly]] fled on foot.",
    "The dam [[may possibly]] fail before the monsoon.",
    "Union leaders [[reportedly claim]] that the ward is unsafe.",
    "The vaccine [[could potentially]] be ready by June.",
    "The inspector [[alleged that the guard had allegedly]] slept.",
    "Sources [[reportedly said]] the ward would close.",
    "The reservoir [[might possibly]] run dry by June.",
    "Residents [[claim the mill is reportedly]] unsafe.",
]

_ADVERBS = words("frames", "adverbs")
_CLAIMS = words("frames", "legal.claims")
_CHARGES = frozenset(("accuse", "accuses", "accused", "accusing", "charged", "charging"))
_MODALS = frozenset(("may", "might", "could"))
_MAYBE = frozenset(("possibly", "potentially", "perhaps", "conceivably"))
_ASKING = frozenset(("how", "why", "whether", "what", "who", "where"))
_LONGEST = 90  # code points between two hedges that a reader still takes together


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each pair of hedges on one statement."""
    for parsed, token in occurrences(article, _ADVERBS | _MODALS):
        if token.lower_ in _ADVERBS:
            pair = _with_cue(article, parsed, token)
        else:
            pair = _doubled_modal(article, parsed, token)
        if pair is not None:
            yield _finding(article, *pair)


def _with_cue(article: Article, parsed: ParsedBlock, adverb: Token) -> tuple[Span, Span] | None:
    """A hearsay adverb on a cue, or inside what a source of the same sentence says."""
    span = parsed.span(adverb)
    charged = next((t for t in before(adverb, 6) if t.lower_ in _CHARGES), None)
    if charged is not None and adverb.nbor(-1).lower_ in ("of", "with", "for"):
        return parsed.span(charged), span
    if any(q.inner.contains(span) for q in article.quotes):
        return None  # a word of whoever is quoted
    verb = clause_verb(adverb)
    if verb is None or dep(verb) == "acl" or dep(adverb.head) == "amod":
        return None  # "the plot that he allegedly made", "a reportedly costly plan": a thing's own
    sentence = article.sentence_at(span.start)
    for attribution in article.attributions:
        if attribution.source is None or not sentence.contains(attribution.cue.span):
            continue
        if _is_on(article, attribution, adverb) or _is_in(article, attribution, adverb, verb, span):
            return attribution.cue.span, span
    return None


def _is_on(article: Article, attribution: Attribution, adverb: Token) -> bool:
    cue = article.tokens(attribution.cue.span)
    told = attribution.cue.lemma == "tell" and not _is_told_by_name(adverb.head)
    if not (told or attribution.cue.lemma in _CLAIMS) or is_identified(article, attribution.source):
        return False
    if attribution.cue.lemma == "suggest" and _is_act(adverb.head):
        return False
    return cue is not None and any(t.i == adverb.head.i for t in cue) and adverb.i < cue[-1].i


def _is_act(verb: Token) -> bool:
    """ "Reportedly suggested throwing eggs": what somebody did, and no hedge on what is so.

    So is "reportedly suggested she may stand": she spoke of herself.
    """
    if any(dep(t) in ("xcomp", "obj", "advcl") and t.tag_ == "VBG" for t in verb.children):
        return True
    told = children(verb, "ccomp")
    return any(t.lower_ in ("he", "she") for clause in told for t in children(clause, "nsubj"))


def _is_told_by_name(verb: Token) -> bool:
    """ "Told the Straits Times": whoever heard it can be asked."""
    hearers = children(verb, "obj", "iobj")
    return any(t.pos_ == "PROPN" for hearer in hearers for t in hearer.subtree)


def _is_in(
    article: Article, attribution: Attribution, adverb: Token, verb: Token, span: Span
) -> bool:
    """What the source itself states, after the cue: "said the driver allegedly fled".

    The clause of the adverb must be the one that is said: not a question ("said how he allegedly
    paid"), and not what goes on after it. "Would not disclose" and "no one offered" state nothing.
    """
    near = 0 <= span.start - attribution.cue.span.end <= _LONGEST
    if not near or not any(content.contains(span) for content in attribution.content):
        return False
    cue = article.tokens(attribution.cue.span)
    if cue is None or not len(cue):
        return False
    if attribution.cue.kind == "according_to":
        return attribution.source is not None and any(t.i == verb.i for t in cue[0].ancestors)
    if dep(verb) not in ("ccomp", "acl") or not any(t.i == verb.head.i for t in cue):
        return False
    ahead = adverb.doc[verb.left_edge.i : adverb.i]
    asked = any(t.lower_ in _ASKING for t in ahead)
    return not asked and not is_negated(cue.root)


def _doubled_modal(article: Article, parsed: ParsedBlock, modal: Token) -> tuple[Span, Span] | None:
    """ "may possibly", in the writer's own voice."""
    if modal.i + 1 == len(modal.doc) or modal.nbor(1).lower_ not in _MAYBE:
        return None
    span = parsed.span(modal)
    if is_credited(article, span) or any(
        article.sentence_at(span.start).contains(a.cue.span) for a in article.attributions
    ):
        return None
    return span, parsed.span(modal.nbor(1))


def _finding(article: Article, one: Span, other: Span) -> Finding:
    first, second = sorted((one, other))
    a, b = first.of(article.text), second.of(article.text)
    whole = first.cover(second)
    message = f"“{a}” and “{b}” hedge the same statement."
    return Finding(
        whole, message, related=(Related(first, "one hedge"), Related(second, "another"))
    )
