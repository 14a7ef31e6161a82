"""Who stands behind a stretch of prose: the attributions over it, and whether they name anyone."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from attrib_lint.core.span import Span, Spans
from attrib_lint.extract.syntax import syntax_of
from attrib_lint.lexicon import words
from attrib_lint.questions.wording import holds

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan

    from attrib_lint.article import Article, ParsedBlock
    from attrib_lint.core.facts import Attribution, Source

_LEGAL = words("frames", "legal.context")
_DATES = words("names", "never")
_REFUSALS = words("events", "basis.refusals")
_PASSERS = words("events", "basis.passers")
_DIRECTIVES = words("voice", "acts.directives")
_NO_VOICE = frozenset(("this", "that", "what", "these", "it all", "we", "i", "you", "one"))
SAYING = frozenset(("speech", "writing", "according_to", "passive", "colon", "noun"))
_WITNESSES = words("frames", "witness.people")
_WITNESSING = words("frames", "witness.verbs")
_ALLEGING = words("frames", "legal.alleging")
_OUTRIGHT = SAYING - {"noun"}
_PEOPLE = frozenset(("named_person", "named_org_or_outlet", "role_named_elsewhere"))


def is_identified(article: Article, source: Source | None) -> bool:
    """Whether a reader learns who a source is: named, or a document with its publisher."""
    if source is None:
        return False
    if source.named or source.kind in _PEOPLE:
        return True
    if source.kind in ("document_or_study", "self_or_other"):
        tokens = article.tokens(source.span)
        return tokens is not None and any(
            t.pos_ == "PROPN" and t.lower_.rstrip(".") not in _DATES for t in tokens
        )
    return False


def passes_on(article: Article, source: Source | None) -> bool:
    """Whether a source has it from others, as an outlet does: "the journalist Enzo Ricci"."""
    if source is None:
        return False
    return source.outlet or any(
        t.lemma_.lower() in _PASSERS for t in article.tokens(source.span) or ()
    )


def is_voice(article: Article, source: Source | None) -> bool:
    """Whether a source is somebody else who can say a thing: not "this", not the writer's "we"."""
    if source is None:
        return False
    return source.span.of(article.text).lower() not in _NO_VOICE


def voiced(article: Article) -> tuple[Attribution, ...]:
    """The attributions of the text itself: those whose cue stands in no quotation."""
    return article.memo("voiced", _voiced)


def _voiced(article: Article) -> tuple[Attribution, ...]:
    quoted = Spans(q.inner for q in article.quotes if q.kind in ("speech", "unknown"))
    cues = ((a, a.cue.span) for a in article.attributions)
    return tuple(a for a, cue in cues if not quoted.hold(cue.start, cue.end))


def attributions_in(article: Article, span: Span) -> tuple[Attribution, ...]:
    """The attributions whose cue stands inside `span`, outside quotations."""
    return tuple(a for a in voiced(article) if span.contains(a.cue.span))


def attributions_over(article: Article, span: Span) -> tuple[Attribution, ...]:
    """The attributions whose content holds the start of `span`, a cue in `span` itself left out."""
    contents = article.memo("contents", _contents)
    over = {i for start, end, i in contents if start <= span.start < end}
    found = [article.attributions[i] for i in sorted(over)]
    return tuple(a for a in found if not span.overlaps(a.cue.span))


def _contents(article: Article) -> tuple[tuple[int, int, int], ...]:
    """Where each content begins and ends, with the number of its attribution."""
    return tuple((c.start, c.end, i) for i, a in enumerate(article.attributions) for c in a.content)


def scopes_over(article: Article, span: Span) -> tuple[Attribution, ...]:
    """The attributions of earlier sentences whose scope still runs at `span`.

    Who promises, demands or refuses has made no statement that could run on.
    """
    sentence = article.sentence_at(span.start)
    return tuple(
        a
        for a in article.attributions
        if a.scope is not None
        and a.cue.kind in SAYING
        and a.cue.lemma not in _DIRECTIVES
        and a.cue.span.end <= sentence.start
        and a.scope.start <= span.start < a.scope.end
    )


def is_credited(article: Article, span: Span, *, in_scope: bool = True) -> bool:
    """Whether anybody at all is credited with what stands at `span`."""
    over = attributions_over(article, span)
    if in_scope:
        over += scopes_over(article, span)
    return any(is_voice(article, a.source) for a in over)


def has_named_origin(article: Article, span: Span, but: Span | None = None) -> bool:
    """Whether the sentence around `span` credits someone whom a reader can identify.

    A cue that touches `but` does not count: of "he allegedly said so" it is what is alleged.
    """
    sentence = article.sentence_at(span.start)
    near = [
        a
        for a in attributions_in(article, sentence)
        if a.cue.kind in _OUTRIGHT
        and not (but is not None and a.cue.span.overlaps(but))
        and not _is_aside(article, a)
    ]
    near += attributions_over(article, span)
    return any(is_identified(article, a.source) for a in near)


def _is_aside(article: Article, attribution: Attribution) -> bool:
    """Whether a cue stands in a relative clause: "the plan that he first revealed in March"."""
    tokens = article.tokens(attribution.cue.span)
    return tokens is not None and tokens.root.dep_.startswith("acl")


def is_sourced(article: Article, span: Span, but: Span | None = None) -> bool:
    """Whether the sentence around `span` names an origin, or says "according to"; see above."""
    sentence = article.sentence_at(span.start)
    return has_named_origin(article, span, but) or any(
        a.source is not None and a.cue.kind == "according_to"
        for a in attributions_in(article, sentence)
    )


def names_origin_early(article: Article, sentences: int = 3) -> bool:
    """Whether one of the first sentences of the body credits someone whom a reader can identify."""
    seen = 0
    for parsed in article.body:
        for sentence in parsed.doc.sents:
            if seen == sentences:
                return False
            seen += 1
            if _credits_somebody(article, parsed.span(sentence)):
                return True
    return False


def origin_follows(article: Article, span: Span, sentences: int = 3) -> bool:
    """Whether the lede around `span` is backed: one of the next sentences names an origin."""
    if not article.body or not article.body[0].block.span.overlaps(span):
        return False
    return any(
        _credits_somebody(article, parsed.span(sentence))
        for parsed, sentence in _after(article, span)[:sentences]
    )


def _credits_somebody(article: Article, sentence: Span) -> bool:
    return any(
        is_identified(article, a.source) or _is_told_to_outlet(article, a.recipient)
        for a in attributions_in(article, sentence)
    )


def _is_told_to_outlet(article: Article, hearer: Source | None) -> bool:
    """ "Sources told the Yonhap agency": the outlet can be asked."""
    return hearer is not None and any(
        n.kind == "outlet" and hearer.span.contains(n.span) for n in article.names
    )


def _after(article: Article, span: Span) -> list[tuple[ParsedBlock, TokenSpan]]:
    """The sentences of the body that begin after `span`, the nearest first; a few are enough."""
    found: list[tuple[ParsedBlock, TokenSpan]] = []
    for parsed in article.body:
        if parsed.block.span.end <= span.start or len(found) > 5:
            continue
        found += [(parsed, s) for s in parsed.doc.sents if parsed.span(s).start >= span.end]
    return found


def reported_before(article: Article, span: Span) -> bool:
    """Whether an outlet has just reported, or its own reporter seen: a sentence or block back."""
    here = article.sentence_at(span.start)
    parsed = article.block_at(span.start)
    if parsed is None:
        return False
    first = article.parsed[max(0, parsed.index - 1)].start
    near = Span(first, here.start)
    if any(_is_report(a) for a in attributions_in(article, near)):
        return True
    blocks = article.parsed[max(0, parsed.index - 1) : parsed.index + 1]
    return any(_tells_what_is_seen(block, here.start) for block in blocks)


def _tells_what_is_seen(block: ParsedBlock, stop: int) -> bool:
    """Whether "a reporter saw" or the like stands in a block before a prose offset."""
    syntax = syntax_of(block.doc)
    return any(
        low in _WITNESSES
        and syntax.dep[i] == "nsubj"
        and syntax.lemma[syntax.head[i]] in _WITNESSING
        and block.start + syntax.end[i] <= stop
        for i, low in enumerate(syntax.low)
    )


def _is_report(attribution: Attribution) -> bool:
    """An outlet's word, or what a body of any name "reported"."""
    source = attribution.source
    if source is None:
        return False
    reports = attribution.cue.lemma == "report" and source.kind == "named_org_or_outlet"
    return source.outlet or reports


def alleged_before(article: Article, span: Span) -> bool:
    """Whether somebody alleges or claims things in the paragraph up to `span` or the one before."""
    parsed = article.block_at(span.start)
    if parsed is None:
        return False
    near = Span(article.parsed[max(0, parsed.index - 1)].start, span.start)
    return any(
        a.cue.lemma in _ALLEGING and is_voice(article, a.source)
        for a in attributions_in(article, near)
    )


def is_answered_next(
    article: Article, span: Span, *, alike: bool = False, across: bool = False
) -> bool:
    """Whether the next sentence of the paragraph credits someone whom a reader can identify.

    With `alike`, only where the two sentences speak of one thing: they share a word. With `across`,
    the next sentence may begin the next paragraph, as in newspapers nearly every one does.
    """
    parsed = article.block_at(span.start)
    following = following_sentence(article, span)
    if parsed is None or following is None:
        return False
    if not across and not parsed.block.span.contains(following):
        return False
    if alike:
        here = _content_words(article, article.sentence_at(span.start))
        if not (here - _content_words(article, span)) & _content_words(article, following):
            return False
    return any(
        is_identified(article, a.source) and a.cue.kind in SAYING and a.cue.lemma not in _REFUSALS
        for a in attributions_in(article, following)
    )


def following_sentence(article: Article, span: Span) -> Span | None:
    """The sentence after the one around `span`, in the same paragraph or the next."""
    spans = article.sentence_spans
    number = bisect_right(spans, span.start, key=attrgetter("end")) + 1
    return spans[number] if number < len(spans) else None


def in_legal_context(article: Article, parsed: ParsedBlock, reach: int = 2) -> bool:
    """Whether charges, courts or police are the subject in a block or next to it."""
    first, last = max(0, parsed.index - reach), parsed.index + reach
    return any(holds(near, _LEGAL) for near in article.parsed[first : last + 1])


def is_told_before(article: Article, content: tuple[Span, ...], cue: Span) -> bool:
    """Whether an earlier sentence states the same as fact: most content words come again.

    A sentence with a hedge or a source of its own establishes nothing.
    """
    wanted = {w for span in content for w in _content_words(article, span)}
    if len(wanted) < 3:
        return False
    here = article.sentence_at(cue.start)
    for parsed in article.body:
        if parsed.start >= here.start:
            return False
        for sentence in parsed.doc.sents:
            span = parsed.span(sentence)
            if span.end > here.start:
                return False
            if len(wanted & _content_words(article, span)) * 3 < len(wanted) * 2:
                continue
            hedged = any(span.overlaps(hedge.span) for hedge in article.hedges)
            if not hedged and not attributions_in(article, span) and not is_credited(article, span):
                return True
    return False


def _content_words(article: Article, span: Span) -> set[str]:
    """The lemmas of the nouns, names, verbs, adjectives and numbers of a span."""
    return {
        t.lemma_.lower()
        for t in article.tokens(span) or ()
        if t.pos_ in ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
    }
