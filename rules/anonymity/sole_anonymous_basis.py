"""The main claim rests on unnamed sourcing alone.

The BBC, Reuters and the Guardian send a story with a single or an anonymous basis up to a senior
editor. This looks at the headline and the first three paragraphs: whom do they credit, and does
anybody with a name, or a document, say the same anywhere in the article? In an article that is
careless all over the source may come in the fourth paragraph, and "reports" bear nothing out.

Let through: stories in which somebody named, or a document, confirms; stories whose opening credits
nobody. A denial and "did not respond" are no support.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from attrib_lint.api import (
    Article,
    Attribution,
    Finding,
    Options,
    Related,
    Source,
    Span,
    Unnamed,
    forms_of,
    introduced,
    is_careless,
    is_named,
    phrase_of,
    unnamed_basis,
    unnamed_sources,
    words,
)

HELP = (
    "Is there a second, independent, named or documentary source? If not, does the text say so, "
    "and has a senior editor agreed?"
)
SEVERITY = "warning"
PRESETS = ("reuters", "strict")
OPTIONS = {"reader-company": 0.0}
PRESET_OPTIONS = {"strict": {"reader-company": 14.0}}
GUARDS = (
    "A named person, body or document that says the same anywhere clears it.",
    "Only the headline and the first paragraph count as the main claim; the source has to stand "
    "in the first three.",
    "A denial, a refusal to comment and silence are no support.",
)
BAD = (
    "Acme to sell its paint unit\n\nAcme will sell its paint unit by the summer, according to "
    "[[people familiar with the matter]]. The buyer is a fund.",
    "Minister to resign\n\nThe health minister will resign on Monday, [[a source close to the "
    "minister]] said.\n\nA spokeswoman declined to comment.",
    "According to [[two anonymous sources]], the firm bought 10,000 chips, the Guardian reported.",
    "Coach to leave in May\n\nThe coach told the board he would leave in May, [[sources]] said.\n\n"
    "The club did not respond to a request for comment.",
    "Premier to call early poll\n\n"
    "The premier will call an election for 12 March, [[a senior party source]] said on "
    "Sunday.\n\n"
    "Her office declined to comment.",
    "Airline in talks to buy rival\n\n"
    "Kite Air is in talks to buy Jetline, [[people familiar with the talks]] said. Shares"
    " in Jetline closed at $4.",
    "Two battalions will leave the valley by June, according to [[two officials]]. The "
    "army did not answer questions.",
    "Bank to cut 900 jobs\n\n"
    "[[A person close to the bank]] said it would cut 900 jobs in Leeds.\n\n"
    "The bank employs 11,000 people.",
    "Fund to buy tower\n\nAlmond Capital will buy the tower, [[two people familiar with the "
    "talks]] "
    "said.\n\nBrackley bought the tower for £415m in 2016, land records show.",
    "The army has left the valley, [[officials]] said on condition of anonymity because they "
    "feared "
    "reprisals.",
)
GOOD = (
    "Acme to sell its paint unit\n\nAcme will sell its paint unit, officials said. A court filing "
    "seen on Monday shows the unit will be sold for $3m.",
    "Sources said the minister would resign. His spokeswoman, Ann Lee, confirmed that he would "
    "resign on Friday.",
    "Rents rose 4 percent last year, Statistics Canada said. One landlord said she would sell.",
    "Coach to leave in May\n\nThe coach will leave in May, sources said.\n\n“I will leave in May,” "
    "coach Dan Reid told the Age.",
    "Airline buys rival\n\n"
    "Kite Air has bought Jetline, people familiar with the deal said.\n\n"
    "In a filing, Kite Air said it bought Jetline for $300m.",
    "Premier to call early poll\n\n"
    "The premier, Joan Carter, said she would call an election for 12 March. A source "
    "said the date was chosen at Christmas.",
    "Two battalions will leave the valley by June, two officials said. The defence "
    "minister, Omar Farouk, confirmed the plan.",
    "The claim was backed by unnamed officials and by a court filing dated 3 May.",
    "The river rose four metres overnight, the weather bureau said.",
)
_EMPTY = frozenset({"say", "tell", "source", "person", "people", "be", "have", "accord"})
_FILINGS = words("sources", "papers")
_FILED = frozenset(
    (
        "filed",
        "lodged",
        "registered",
        "published",
        "recorded",
        "dated",
        "listed",
        "signed",
        "issued",
    )
)
_REFUSALS = frozenset(("declined", "refused", "denied"))
_NO_SUPPORT = frozenset(
    {"deny", "decline", "refuse", "dispute", "reject", "dismiss", "respond", "refute"}
)


_OUTLET = re.compile(
    r"\b(?:[Tt]he|[Ii]ts) (?:newspaper|paper|magazine|website|site|outlet|broadcaster|daily|weekly|"
    r"channel|station|publication|newsletter)\b|\bciting\b"
)
_LEARNT = re.compile(
    r"\b(?:[Tt]he )?[A-Z][\w’'&-]*(?: [A-Z\d][\w’'&-]*)* "
    r"(?:(?:has|have) (?:exclusively |reliably )?(?:learn(?:ed|t)|gathered|been told)"
    r"|(?:exclusively )?understands|can (?:exclusively )?reveal)\b"
)
_GATHERED = re.compile(
    r"\b(?:[Ii]t (?:was|has been|is)|was|is|are|were) (?:reliably )?(?:gathered|"
    r"understood|believed|said|learnt|learned|thought|reported|rumou?red)\b"
)


def check(article: Article, options: Options) -> Iterator[Finding]:
    """Report the unnamed source of the opening when nobody named says the same."""
    found = list(_proved(article))
    yield from found
    basis = unnamed_basis(article) if not found and is_careless(article) else None
    if basis is not None:
        text = f"The main claim rests on unnamed sourcing alone (“{basis.of(article.text)}”)."
        yield Finding(basis, text, about="article")


def _proved(article: Article) -> Iterator[Finding]:
    """What the words of the opening and of everybody else prove."""
    if not article.body:
        return
    opening, lede = _opening(article, 3), _opening(article, 1)
    sources = [m for m in introduced(unnamed_sources(article)) if m.withheld]
    first = next((m for m in sources if opening.contains(m.phrase.span)), None)
    learnt = _learnt(article)
    basis = first.phrase.span if first is not None else learnt
    content = first.attribution.content if first and first.attribution else ()
    others = [a for a in article.attributions if not any(c.contains(a.cue.span) for c in content)]
    if first is not None and _beside_document(first):
        return
    if basis is None or _opening_is_named(article, others, lede):
        return
    main = _main_claim(article)
    if not any(t.pos_ in ("VERB", "AUX") for t in article.tokens(main) or ()):
        return  # "Dear reader:"
    sentence = article.sentence_at(basis.start)
    if first is not None and not lede.contains(basis):
        above = Span(opening.start, basis.start)
        heard = any(h.kind == "hearsay_adverb" and lede.contains(h.span) for h in article.hedges)
        if _opening_is_named(article, others, above):
            return
        first_heard = not any(
            a.source is not None and not a.source.outlet and not _is_newspaper(article, a)
            for a in others
            if above.contains(a.cue.span)
        )
        if not heard and not first_heard and not _speaks_of(article, sentence, main):
            return
    claim = _claim(article, [sentence, main])
    for attribution in others:
        if _supports(article, attribution, claim) or _confirms(article, attribution, opening):
            return
    if first is None and not _hears(article):
        return
    if _is_documented(article, claim, sentence):
        return
    span = basis if lede.contains(basis) else (learnt or main)
    yield Finding(
        span,
        f"The main claim rests on unnamed sourcing alone (“{basis.of(article.text)}”).",
        related=tuple(
            Related(m.phrase.span, "another unnamed source")
            for m in sources
            if not m.phrase.span.overlaps(span)
        ),
        about="article",
    )


def _opening(article: Article, paragraphs: int) -> Span:
    """The headline and the first paragraphs."""
    blocks = [*([article.headline] if article.headline else []), *article.body[:paragraphs]]
    spans = [block.block.span for block in blocks]  # a headline may stand below
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _learnt(article: Article) -> Span | None:
    """Where the lede says that the paper itself "has learnt" or "understands" the claim."""
    lede = article.body[0].block.span
    found = _LEARNT.search(lede.of(article.text))
    return Span(lede.start + found.start(), lede.start + found.end()) if found else None


def _hears(article: Article) -> bool:
    """Whether frames without an agent carry the story on: "it was gathered that"."""
    near = _opening(article, 3)
    return any(h.kind == "evidential_frame" and near.contains(h.span) for h in article.hedges) or (
        _GATHERED.search(near.of(article.text)) is not None
    )


def _speaks_of(article: Article, sentence: Span, main: Span) -> bool:
    """Whether two sentences have a name or a thing in common."""
    nominal = ("NOUN", "PROPN")
    shared = _content_words(article, sentence, nominal) & _content_words(article, main, nominal)
    return bool(shared)


def _main_claim(article: Article) -> Span:
    """The sentence of the first paragraph that says most of what the headline says."""
    lede = article.body[0]
    spans = [lede.span(sentence) for sentence in lede.doc.sents]
    if article.headline is None:
        return spans[0]
    told = _content_words(article, article.headline.block.span)
    return max(spans, key=lambda span: len(told & _content_words(article, span)))


def _confirms(article: Article, attribution: Attribution, opening: Span) -> bool:
    """Whether somebody on the record confirms something at the top, in whatever words."""
    source = attribution.source
    return (
        source is not None
        and attribution.cue.lemma in ("confirm", "acknowledge", "admit", "announce")
        and opening.contains(attribution.cue.span)
        and not source.outlet
        and not attribution.nested
        and _is_on_record(article, attribution, source)
    )


def _beside_document(source: Unnamed) -> bool:
    """Whether the same verb credits a document too: backed by officials and by a court filing."""
    head = source.phrase.head
    beside = [t for t in head.head.children if t.dep_ == head.dep_ and t.i > head.i]
    documents = forms_of("sources", "documents")
    return any(t.lower_ in documents for t in (*head.conjuncts, *beside))


def _opening_is_named(article: Article, attributions: list[Attribution], opening: Span) -> bool:
    """Whether the opening itself credits somebody by name, an outlet's report aside."""
    return any(
        a.source is not None
        and a.source.named
        and not a.source.outlet
        and not _is_newspaper(article, a)
        and not a.nested
        and a.cue.kind in ("speech", "according_to", "writing")
        and a.cue.lemma not in _NO_SUPPORT
        and opening.contains(a.cue.span)
        for a in attributions
    )


def _is_documented(article: Article, claim: _Claim, sentence: Span) -> bool:
    """Whether a paper that was filed tells of the same: "a lease, lodged at the registry, runs"."""
    for parsed in article.body:
        for told in parsed.doc.sents:
            span = parsed.span(told)
            low = {t.lower_ for t in told}
            if span.overlaps(sentence) or not low & _FILINGS or not low & _FILED:
                continue
            if any(t.lower_ in _REFUSALS for t in told):
                continue
            shared = _content_words(article, span) & claim.words
            again = not low.isdisjoint(("also", "too"))
            at_once = _is_next(article, sentence, span)
            if at_once or len(shared) > 1 or (shared and again) or _takes_up(article, span):
                return True
    return False


def _is_next(article: Article, sentence: Span, told: Span) -> bool:
    """Whether one sentence opens the paragraph right after another one, or follows in it."""
    here, there = article.block_at(sentence.start), article.block_at(told.start)
    return here is not None and there is not None and there.index - here.index in (0, 1)


def _takes_up(article: Article, span: Span) -> bool:
    """Whether a sentence goes on with what was told: "the debt is also listed", "the closures"."""
    tokens = article.tokens(span)
    opening = tokens[:2] if tokens is not None else ()
    return [t.lower_ for t in opening][:1] == ["the"] and any(
        t.lower_ == "also" for t in tokens or ()
    )


def _is_newspaper(article: Article, attribution: Attribution) -> bool:
    """Whether a body that no list knows "reports" a thing, and is "the newspaper" right after."""
    source = attribution.source
    if source is None or source.kind != "named_org_or_outlet" or attribution.cue.lemma != "report":
        return False
    near = Span(attribution.cue.span.end, min(len(article.text), attribution.cue.span.end + 300))
    return _OUTLET.search(near.of(article.text)) is not None


class _Claim(NamedTuple):
    """The content words of the sentence that brings the source in and of the headline."""

    words: frozenset[str]
    verbs: frozenset[str]
    names: frozenset[str]


def _claim(article: Article, spans: list[Span]) -> _Claim:
    if article.headline is not None:
        spans.append(article.headline.block.span)
    return _Claim(
        frozenset(w for span in spans for w in _content_words(article, span)),
        frozenset(w for span in spans for w in _content_words(article, span, ("VERB",))),
        frozenset(w for span in spans for w in _content_words(article, span, ("PROPN",))),
    )


def _content_words(
    article: Article, span: Span, classes: tuple[str, ...] = ("NOUN", "VERB", "PROPN", "NUM")
) -> frozenset[str]:
    tokens = article.tokens(span)
    return frozenset(
        t.lemma_.lower()
        for t in (tokens if tokens is not None else ())
        if t.pos_ in classes and t.lemma_.lower() not in _EMPTY
    )


def _is_on_record(article: Article, attribution: Attribution, source: Source) -> bool:
    """Whether a source has a name, or speaks for a body."""
    if source.named or source.relative_of or source.kind != "unnamed_person":
        return True
    phrase = phrase_of(article, source, attribution.cue.span)
    return phrase is not None and (
        is_named(article, phrase) or phrase.head.lower_ in words("anonymity", "heads.public")
    )


def _supports(article: Article, attribution: Attribution, claim: _Claim) -> bool:
    """Whether somebody named, or a document, says what the opening says."""
    source = attribution.source
    if attribution.nested or attribution.cue.kind == "thought" or attribution.cue.lemma == "cite":
        return False
    if source is None or source.outlet or source.kind in ("unnamed_collective", "self_or_other"):
        return False
    if attribution.cue.lemma in _NO_SUPPORT or not _is_on_record(article, attribution, source):
        return False
    said = frozenset(w for span in attribution.content for w in _content_words(article, span))
    if attribution.cue.lemma in ("confirm", "announce", "acknowledge", "admit"):
        return bool(said & claim.words) or not said
    names = {
        w for span in attribution.content for w in _content_words(article, span, ("PROPN",))
    } - words("names", "never")
    if names and claim.names and not names & claim.names:
        return False  # of somebody else: who bought the tower before, say
    return bool(said & claim.verbs) and len(said & claim.words) >= 2
