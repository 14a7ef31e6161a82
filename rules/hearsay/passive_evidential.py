"""Say who says so, instead of "is said to" or "it is believed".

The passive of a verb of saying or thinking hides whose word the reader is asked to take: it is the
commonest way to print a claim that nobody stands behind. So does a newsroom that "has learnt" or
"understands" something and does not say from whom. (Wikipedia, words to watch: "it is
believed", "widely regarded"; AP, attribution: attribute what was not witnessed, in the same
sentence; NPR: "has learned" is not enough)

Lets through: frames with a by-phrase or an origin in the sentence or the next one, a lede whose
story names the origin at once, negated ones, duties and timetables ("is supposed to be returned",
"is expected to open in May"), what is "known to" be, superlatives ("is believed to be the first
since 1959"), what was reported earlier and has been put right, and participles that only describe
("a man believed to be in his thirties").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.api import (
    FRAME_WORDS,
    IMPERSONAL_WORDS,
    LEARNT_WORDS,
    REDUCED_WORDS,
    Article,
    Attribution,
    Finding,
    Options,
    ParsedBlock,
    Span,
    agentless_frame,
    attributions_in,
    attributions_over,
    dep,
    fills_gap,
    in_legal_context,
    is_answered_next,
    is_answered_soon,
    is_careful,
    is_careless,
    is_exemplified,
    is_sourced,
    is_superseded,
    is_told_close_by,
    is_voice,
    learnt_frame,
    occurrences,
    origin_follows,
    public_frame,
    reduced_frame,
    scopes_over,
    surfaced_frame,
)

if TYPE_CHECKING:
    from attrib_lint.api import Token, TokenSpan

HELP = "Who says so? Make it active: name the person, body or outlet, and link what can be linked."
SEVERITY = "warning"
SUSPECTED = "“{span}” does not say who says so."
PRESETS = ("default", "ap", "reuters", "wikipedia", "strict")
COLUMNS = False
OPTIONS = {
    "open-secrets": True,
    "it-emerged": True,
    "answered-by-any": True,
    "reputations": True,
}
PRESET_OPTIONS = {
    **{preset: {"open-secrets": False} for preset in ("ap", "reuters")},
    "default": {
        "reader-company": 8.0,
        "reader-agrees": 0.6,
        "reader-opening": 13.0,
        "open-secrets": False,
        "it-emerged": False,
        "reputations": False,
    },
    "strict": {
        "reader-company": 8.0,
        "reader-alone": 0.98,
        "reader-opening": 13.0,
        "careless-insists": 0.96,
        "answered-by-any": False,
        "reputations": False,
    },
}
GUARDS = (
    "a by-phrase, “according to” or another origin in the same sentence clears it",
    "so does the open scope of a source named just before, if its words are reported, not quoted",
    "so does an identified source in the sentence that follows; for a lede, in the next three",
    "in an article that cites with care, anybody heard by name in the next two sentences clears it",
    "without the option `answered-by-any`, what that source says must share a word with the claim",
    "“it emerged that” is reported with the option `it-emerged`",
    "what was “long” or “once” believed is told as an error",
    "“widely criticised” can be looked up; “widely seen as” is nobody’s view",
    "superlatives and firsts are hedged by custom, and “previously reported” is a correction",
    "so do an outlet’s report of the same close by, charges and courts near “alleged”, and “for "
    "instance” in the next sentence, except where sources are left open all over",
    "“widely regarded as the best” in an article that cites with care is reported with the "
    "option `reputations`",
    "“is also said” goes on with what somebody said in the sentence before",
    "headlines may be hedged: the body is where the origin belongs",
    "whoever looks for people believed to be something holds that belief",
    "“it is no secret that” is reported only with the option `open-secrets`; without its “is” a "
    "frame must follow a comma, and one of belief must give a sum",
    "“supposed to”, “known to”, “expected to” and negated frames are not hearsay",
)
GOOD = [
    "It has emerged that the bridge was not inspected, an audit by KPMG shows.",
    "It emerged in court that the bridge had not been inspected.",
    "It is no secret that I love chess.",
    "The fee, believed by analysts at Nomura to be around $30m, was not disclosed.",
    "The man, believed to be in his thirties, was taken to hospital.",
    "In a report in the Courier, the envoy is said to have questioned the deal.",
    "The Herald has learned from court papers that the chief constable will step down.",
    "We understand how hard this is for parents.",
    "It was argued in court that the will was forged.",
    "Poems are learnt to pass the time.",
    "She is said by prosecutors to have moved the money.",
    "The letter is supposed to be returned by Friday.",
    "GPUs are known to use a lot of power, and their specifications have not been made public.",
    "The suspect is believed to have left the country, Lagos State police said.",
    "According to the coroner, the hikers are thought to have lost their way in fog.",
    "The cause of the fire has not been said to be arson.",
    "“He is said to have left,” Inspector Asha Rao told reporters.",
    "The new terminal is expected to open in May.",
    "Kirsty Hall, a surveyor, said the roof was thought to have been built before 1900.",
    "The minister was reported to the ethics committee.",
    "The drug is thought by neurologists at Leeds to slow memory loss.",
    "Applicants are supposed to bring two photographs.",
    "The reef is known to shelter sharks.",
    "The gunman was believed to be on foot, Victoria Police said in a statement.",
    "It is believed to be the first collision on the branch line since 1974.",
    "The collision is believed to be the first on the line since 1974.",
    "The ballot was previously reported to have been cancelled, but it took place on Sunday.",
    "No passengers are thought to have been on the upper deck.",
    "Two hundred goats were said to have been stolen. Sergeant Peter Kimani said most were found.",
    "The ship is believed to have sunk off Goa.\n\nA signal stopped at dawn. The coastguard’s "
    "director, Anil Naik, said two tugs were at the spot.",
    "The clerk told reporters that the vault was empty on Friday and was thought to have been "
    "opened with a key.",
    "For a long time the island was assumed to be beyond repair.",
    "They asked for the money he was believed to have.",
    "The bishop, whose book was widely criticised, left.",
    "The Courier reported that bottles were thrown. A fight is also said to have broken out.",
    "Good company is thought to reduce stress, which may help with other habits (32, 33).",
    "The club’s profit is expected to grow by $4 million this year.",
    "Customs officers are searching for two sailors who are believed to have jumped overboard.",
]
BAD = [
    "Ann Lee, who [[is widely seen]] as a rival for the post, said the vote was fair.",
    "[[It has emerged that]] the bridge had not been inspected since 2015.",
    "[[It has come to light that]] two cells were left unlocked.",
    "[[It is an open secret that]] the two captains do not speak. One’s agent, Jo Roe, was away.",
    "[[It’s common knowledge that]] the shipyard has lost its Norwegian order.",
    "The stake, [[understood to be]] worth about €90m, will be sold in May.",
    "The fund, [[rumoured to hold]] a fifth of the shares, has not sold.",
    "[[It was alleged]] at the meeting that lifeguards had been gagged.",
    "The agency [[is understood to be weighing]] up a ban.",
    "The keeper [[has been tipped to join]] a club in Turin.",
    "[[It was gathered]] that the commissioners met at a hotel in Enugu.",
    "The envoy will be recalled in May, [[Sunday Beacon has learnt]].",
    "[[The Herald understands]] that the chief constable will step down.",
    "[[Our correspondent learnt]] that the permanent secretary signed the voucher.",
    "Rovers had a bid refused, the Globe reports, but came back and "
    "[[are understood to have agreed]] terms.",
    "“It is nonsense,” coach Ivy Dale said. Her captain [[is thought to be earning]] more.",
    "Musk [[is said to have invested]] tens of millions of dollars.",
    "Twitter [[is said to be working]] on a generative model.",
    "It’s likely he will hire more engineers, [[we’re told]].",
    "The bank [[is understood to have frozen]] the accounts of three directors.",
    "[[It is believed]] that the trawler sank in shallow water.",
    "The striker [[is widely seen]] as the best of his generation.",
    "[[It has been reported]] that two wards at the Kano hospital will close.",
    "The buyer [[was rumoured to be]] a rival supermarket chain.",
    "Some advisers [[are said to be urging]] the governor to pay.",
    "The drug [[is thought to slow]] memory loss.",
    "[[It is understood]] that the Treasury has blocked the scheme.",
    "At least nine hostages [[are believed to be]] in the northern camp.",
    "Bottles were thrown. A fight [[is also said to have broken]] out.",
    "The new coach [[is widely regarded]] as a disciplinarian.",
    "The ferry carried two sailors who [[are believed to have jumped]] overboard.",
]


_IN_REPORT = re.compile(
    r"\b[Ii]n (?:an?|its|his|her|the|their) (?:[\w-]+ ){0,2}"
    r"(?:report|article|story|interview|piece|column|post|letter|statement|book|memoir)\b"
)
# Reactions in public, which can be looked up; a view is nobody's.
_PUBLIC = frozenset(
    ("criticised", "criticized", "condemned", "praised", "hailed", "mocked", "ridiculed")
)
_RANKING = frozenset(("regarded", "considered", "seen", "viewed", "acknowledged", "ranked"))
_AMONG_BEST = ("as one of the", "one of the", "as a leading", "a leading", "as the leading")
_PRAISE = 6  # words after "is widely regarded", within which praise is a superlative
_CITED = re.compile(r"[\[(]\d{1,3}(?:, ?\d{1,3})*[\])]\W*$")  # numbered references
_TURNS = frozenset(("but", "while", "whereas", "although", "though", "and"))


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each frame that credits nobody."""
    for parsed, token in occurrences(
        article, FRAME_WORDS | LEARNT_WORDS | IMPERSONAL_WORDS | REDUCED_WORDS
    ):
        if parsed.block.kind in ("headline", "standfirst", "heading"):
            continue
        found = _vouched(token) or _unvouched(article, parsed, token, options)
        if found is None and options.flag("open-secrets"):
            found = _known_to_all(article, parsed, token)
        if found is None:
            continue
        span = parsed.span(found)
        if not is_answered_soon(article, span):
            yield Finding(span, f"“{span.of(article.text)}” does not say who says so.")


def anchor(article: Article, span: Span, options: Options) -> Span | None:
    """The suspected words, unless their sentence or the next has an origin."""
    if is_sourced(article, span, but=span) or is_answered_next(article, span, across=True):
        return None
    parsed = article.block_at(span.start)
    frames = (agentless_frame(t) for t in article.tokens(span) or ())
    if parsed is None or any(f and _is_licensed(article, parsed, f, options) for f in frames):
        return None
    return None if is_answered_soon(article, span) else span


def _vouched(token: Token) -> TokenSpan | None:
    """A frame that claims what the newsroom has learnt."""
    return learnt_frame(token) if agentless_frame(token) is None else None


def _known_to_all(article: Article, parsed: ParsedBlock, token: Token) -> TokenSpan | None:
    """A frame that claims what all are said to know: an origin in the next sentence is of that."""
    frame = public_frame(token)
    if frame is None or _is_held(article, parsed, parsed.span(frame)):
        return None
    return frame


def _unvouched(
    article: Article, parsed: ParsedBlock, token: Token, options: Options
) -> TokenSpan | None:
    """A frame that passes on what nobody is said to say."""
    frame = agentless_frame(token) or reduced_frame(token)
    if frame is None and options.flag("it-emerged"):
        frame = surfaced_frame(token)
    if frame is None or any(t.lower_ in _PUBLIC for t in frame) or fills_gap(token):
        return None
    if is_superseded(frame) or _is_licensed(article, parsed, frame, options):
        return None
    alike = not options.flag("answered-by-any")
    span = parsed.span(frame)
    if _is_held(article, parsed, span) or _is_told_around(
        article, parsed, token, span, alike=alike
    ):
        return None
    return frame


def _is_licensed(article: Article, parsed: ParsedBlock, frame: TokenSpan, options: Options) -> bool:
    """The wording that the law requires near a court, or a reputation."""
    if any(t.lower_ == "alleged" for t in frame) and in_legal_context(article, parsed):
        return True
    spared = not options.flag("reputations") and is_careful(article)
    return spared and _is_reputation(frame)


def _is_reputation(frame: TokenSpan) -> bool:
    """ "Is widely credited with", "is widely regarded as one of the best": how somebody stands."""
    if frame[-1].lower_ == "credited":
        return True
    after = frame.doc[frame.end : min(frame.end + _PRAISE, frame.sent.end)]
    if frame[-1].lower_ not in _RANKING or any(t.pos_ in ("VERB", "PUNCT") for t in after[:2]):
        return False
    return after.text.lower().startswith(_AMONG_BEST) or any(
        t.tag_ in ("JJS", "RBS") for t in after
    )


def _is_told_around(
    article: Article, parsed: ParsedBlock, participle: Token, span: Span, *, alike: bool
) -> bool:
    """Whether the verb it is joined to is credited, or the story names the origin right after."""
    joined = parsed.span(participle.head)
    if dep(participle) == "conj" and any(
        is_voice(article, a.source) and a.cue.span.end <= joined.start
        for a in attributions_over(article, joined)
        if not _resumes(article, a, joined)
    ):
        return True
    if any(t.lower_ == "also" for t in parsed.tokens(span) or ()):
        here = article.sentence_at(span.start)
        before = max((s for s in article.sentence_spans if s.end <= here.start), default=here)
        if any(is_voice(article, a.source) for a in attributions_in(article, before)):
            return True  # whoever told the one thing told the other
    if origin_follows(article, span) or is_answered_next(article, span, alike=alike):
        return True
    if is_exemplified(article, span):
        return True
    return not is_careless(article) and is_told_close_by(article, span)


def _is_held(article: Article, parsed: ParsedBlock, span: Span) -> bool:
    """Whether somebody of this sentence, or whose scope is open, says or holds it.

    The scope of quoted words, and of a document, ends there: the frame is the writer's. So it is
    after a conjunction that follows a source set between commas: "X bid, the Globe reports, but is
    understood to have left".
    """
    over = [a for a in attributions_over(article, span) if is_voice(article, a.source)]
    if any(not _resumes(article, a, span) for a in over):
        return True
    if any(_runs_on(article, a) for a in scopes_over(article, span)):
        return True
    said = article.sentence_at(span.start).of(article.text)
    if _IN_REPORT.search(said) or _CITED.search(said):
        return True
    if _is_about_source(article, parsed, span):
        return False
    return is_sourced(article, span, but=span) and not _is_apart(article, parsed, span)


def _is_about_source(article: Article, parsed: ParsedBlock, span: Span) -> bool:
    """ "Ann Lee, who is widely seen as a rival, said": it is said of her, and not by her."""
    said = [
        a.source
        for a in attributions_in(article, article.sentence_at(span.start))
        if a.source is not None and is_voice(article, a.source)
    ]
    frame = article.tokens(span)
    clauses = [] if frame is None else [frame.root, *frame.root.ancestors]
    whose = {parsed.span(t.head) for t in clauses if dep(t).startswith("acl")}
    return bool(said) and all(
        source.span.contains(span) or any(source.span.contains(head) for head in whose)
        for source in said
    )


def _runs_on(article: Article, attribution: Attribution) -> bool:
    """Whether a source may still be the one who holds it: a person or body that was reported."""
    source = attribution.source
    if source is None or attribution.mode == "direct":
        return False
    return is_voice(article, source) and source.kind != "document_or_study"


def _resumes(article: Article, attribution: Attribution, span: Span) -> bool:
    """Whether the frame stands in what goes on with "but" after a source between commas."""
    return any(
        content.contains(span)
        and content.start >= attribution.cue.span.end
        and content.of(article.text).split()[0].lower() in _TURNS
        for content in attribution.content
    )


def _is_apart(article: Article, parsed: ParsedBlock, span: Span) -> bool:
    """Whether every source of the sentence stands before a conjunction that the frame follows."""
    sentence = article.sentence_at(span.start)
    cues = [a.cue.span for a in attributions_in(article, sentence) if is_voice(article, a.source)]
    if any(cue.end > span.start for cue in cues):
        return False
    for cue in cues:
        between = parsed.tokens(Span(cue.end, span.start))
        if between is None or not any(t.lower_ in _TURNS for t in between):
            return False
    return bool(cues)
