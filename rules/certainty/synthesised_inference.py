"""Leave conclusions to the sources that draw them.

"This suggests" joins facts to a conclusion that none of the sources states, in the paper's own
voice. (Wikipedia, no original research: do not combine sources into a conclusion none states)

Lets through: conclusions that somebody draws, data, studies, images and documents that show what
can be read in them, and opinion, review and sport.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.api import (
    CONCLUSION_WORDS,
    Article,
    Finding,
    Options,
    ParsedBlock,
    attributions_over,
    children,
    clause_verb,
    conclusion_at,
    covering,
    dep,
    forms_of,
    is_deed,
    is_one_of,
    is_voice,
    noun_phrase,
    occurrences,
    scopes_over,
    subject,
    takes_clause,
    words,
)

if TYPE_CHECKING:
    from attrib_lint.api import Token, TokenSpan

HELP = "Who draws this conclusion? Attribute it to someone who does, or cut it."
SEVERITY = "info"
SUSPECTED = "“{span}” draws a conclusion of our own."
PRESETS = ("wikipedia", "strict")
PRESET_OPTIONS = {"strict": {"reader-alone": 0.93, "reader-company": 6.5, "reader-agrees": 0.1}}
VOICE = True
GUARDS = (
    "a conclusion inside somebody’s words is theirs",
    "data, studies, images, tests and documents may show what can be read in them",
    "people and bodies may show, prove and suggest",
)
GOOD = [
    "One episode in particular illustrates how slow the firm was.",
    "Huang’s own remarks suggest that the plant will close.",
    "It had been made clear that nobody may enter, the usher said.",
    "The policy makes clear that traders must register.",
    "The film sends a message about greed, said its director, Ann Lee.",
    "The measurement shows how thin the ice is, and a projection suggests that it will melt.",
    "The investigation shows that the alarm was off.",
    "The arrow points to the exit, and it all adds up to 40 steps, the guide said.",
    "A rash is a sign that the dose is too high, the leaflet says.",
    "It all points to a sale, said Prof. Jo Hale.",
    "The raid exposed a tunnel, police said.",
    "“This shows he knew,” said Ann Lee, the prosecutor.",
    "The X-ray shows that the bone is broken, the surgeon said.",
    "The data show a 3% rise, the agency said.",
    "This suggests that the virus mutates, according to Dr Femi Ojo.",
    "Minutes of the board show that the sale was agreed in May.",
    "The goalkeeper showed that he can still play.",
    "The museum shows how cotton was spun.",
    "Ms Iyer said the deal proved that the bank was sound.",
    "The scan shows that the tumour has shrunk, the hospital said.",
    "Census data show that the town has shrunk.",
    "“The merger shows how weak they are,” said analyst Rhys Pugh.",
    "The merger shows how weak the lenders are, Rhys Pugh, an analyst at Nomura, told the Globe.",
    "The exhibition shows how glass was blown.",
]
BAD = [
    "[[The timing of the sale makes clear that]] the family wanted out.",
    "[[The raid is evidence that]] the truce exists only on paper.",
    "[[The signing underlines]] how thin the squad has become.",
    "[[His silence on the raid suggests]] that he was told of it.",
    "[[Her withdrawal from the debate shows]] that the campaign is in trouble.",
    "The chairman sold his shares and the website went dark. [[It all points to]] a sale.",
    "Two directors left within a week, [[a sign that]] confidence has gone.",
    "[[The climbdown exposes]] a party at war with itself.",
    "The sponsor’s name is off the shirts. [[That can only mean]] that the deal is dead.",
    "[[The resignation lays bare]] how divided the cabinet is.",
    "[[This suggests]] that the purchase could also be interpreted as public posturing.",
    "[[The deal shows]] how desperate the firm has become.",
    "He sold shares in May, [[proving]] he knew.",
    "The mayor left early. [[That shows]] that she has lost interest.",
    "The club sold two wingers, [[which suggests]] that it needs cash.",
    "[[The delay proves]] that nobody was in charge at the port.",
    "[[All this indicates]] that the ceasefire will not hold.",
    "The minister skipped the vote. [[This proves]] that she has lost the party.",
    "[[The merger shows]] how weak the lenders have become.",
    "The army changed three commanders, [[which suggests]] that the offensive has stalled.",
    "The captain left by a side door, [[showing]] that he feared the fans.",
]

_VERBS = forms_of("voice", "inference.verbs")
_EVIDENCE = forms_of("voice", "inference.evidence")
_SAYING = forms_of("cues", "speech.clause", "writing.clause")
_SAID = words("cues", "speech.clause")
_TOLD = forms_of("voice", "inference.told")
_DEEDS = forms_of("voice", "inference.deeds")


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each conclusion that the writer draws."""
    for parsed, token in occurrences(article, _VERBS | CONCLUSION_WORDS):
        if parsed.block.kind in ("headline", "heading"):
            continue
        inference = _inference(token) if token.lower_ in _VERBS else None
        inference = inference if inference is not None else conclusion_at(token)
        if inference is not None and not _is_drawn(article, parsed, inference, token):
            span = parsed.span(inference)
            yield Finding(span, f"“{span.of(article.text)}” draws a conclusion of our own.")


def _is_drawn(article: Article, parsed: ParsedBlock, inference: TokenSpan, verb: Token) -> bool:
    """Whether somebody else draws the conclusion."""
    span = parsed.span(verb)
    if any(t.lower_ in ("i", "my", "me") for t in verb.sent):
        return True
    if any(is_voice(article, a.source) for a in attributions_over(article, span)):
        return True
    if dep(verb) == "ccomp" and is_one_of(verb.head, _SAID) and verb.head.i > verb.i:
        return True  # "The sale shows how weak it is, the analyst Rhys Pugh told the Globe."
    sentence = article.sentence_at(span.start)
    near = (
        a
        for a in article.attributions
        if sentence.contains(a.cue.span) and not a.cue.span.overlaps(span)
    )
    if any(a.cue.kind == "according_to" for a in near):
        return True
    return any(is_voice(article, a.source) for a in scopes_over(article, span))


def _inference(verb: Token) -> TokenSpan | None:
    """ "This suggests", "the deal shows how", ", proving he knew"."""
    if verb.pos_ != "VERB" or not _concludes(verb):
        return None
    if verb.tag_ == "VBG":
        return covering(verb, verb) if _is_afterthought(verb) else None
    actor = subject(verb)
    if actor is None or actor.i > verb.i or (verb.i - actor.i > 1 and verb.nbor(-1).is_punct):
        return None
    near = verb.i - actor.i <= 3
    if actor.lower_ in ("this", "that", "all", "which"):
        return _pointing(actor, verb) if near else None
    if not is_deed(actor) or (not near and dep(verb) == "conj"):
        return None
    if actor.lower_ in _TOLD:
        return None  # an example is told next; what somebody's remarks suggest can be read in them
    owned = any(t.tag_ in ("PRP$", "POS") or dep(t) == "nmod" for t in actor.children)
    if not owned and not any(
        t.lower_ in ("the", "this", "that", "such") for t in children(actor, "det")
    ):
        return None
    return covering(noun_phrase(actor)[0], verb)


def _pointing(actor: Token, verb: Token) -> TokenSpan | None:
    """ "This suggests", "all this shows", ", which proves": pointing at what was just told."""
    before = actor.nbor(-1) if actor.i else None
    relative = dep(verb) == "acl" and actor.lower_ in ("that", "which")
    if relative and not (actor.lower_ == "which" and before is not None and before.text == ","):
        return None
    if relative and verb.head.pos_ != "VERB" and verb.head.lower_ not in _DEEDS:
        clause = clause_verb(verb.head)
        if clause is None or verb.head.lower_ in _EVIDENCE:
            return None
    first = before if before is not None and before.lower_ in ("all", "it") else actor
    return covering(first, verb)


def _is_afterthought(verb: Token) -> bool:
    """ ", proving he knew", where the main clause reports a deed and not somebody's words."""
    if dep(verb) not in ("advcl", "acl", "conj") or not _follows_comma(verb):
        return False
    return not any(t.lower_ in _SAYING for t in verb.sent[: verb.i - verb.sent.start])


def _concludes(verb: Token) -> bool:
    """Whether a clause follows: "that ...", "how ...", or one without its "that"."""
    if verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ in ("that", "how", "just", "why"):
        return verb.nbor(1).lower_ != "that" or takes_clause(verb)
    return takes_clause(verb)


def _follows_comma(verb: Token) -> bool:
    return verb.i > 0 and verb.nbor(-1).text in (",", "—", "–", "-")
