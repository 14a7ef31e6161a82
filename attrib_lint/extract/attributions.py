"""Reads who says what in a whole document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct
from msgspec.structs import replace

from attrib_lint.core.document import Block
from attrib_lint.core.facts import Attribution, Cue, Mode, NameMention, Quote, Source, SourceKind
from attrib_lint.core.span import Span
from attrib_lint.extract.antecedents import fitting_antecedent, verb_number
from attrib_lint.extract.assertions import is_assertion
from attrib_lint.extract.blocktext import BlockText, block_text
from attrib_lint.extract.chains import Chains
from attrib_lint.extract.content import Piece, settle
from attrib_lint.extract.continuation import is_speech, with_continuations
from attrib_lint.extract.counted_people import is_share
from attrib_lint.extract.cues import find_cues
from attrib_lint.extract.frames import Frame
from attrib_lint.extract.headlines import find_colon_cue
from attrib_lint.extract.lead_ins import (
    find_credit,
    find_label_cues,
    find_lead_in,
    unmarked_content,
)
from attrib_lint.extract.naming import Naming
from attrib_lint.extract.people import find_people
from attrib_lint.extract.predicates import described_by
from attrib_lint.extract.scope import with_scopes
from attrib_lint.extract.sources import Phrase, read_phrase
from attrib_lint.extract.speakers import with_speakers
from attrib_lint.extract.subjects import antecedent_of
from attrib_lint.extract.syntax import Syntax, syntax_of
from attrib_lint.extract.withheld import withheld_reason
from attrib_lint.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc


_THINGS = frozenset(("that", "which"))


class BlockParse(Protocol):
    """A block and its parse, as `article.ParsedBlock` has them."""

    @property
    def block(self) -> Block: ...
    @property
    def doc(self) -> Doc: ...
    @property
    def index(self) -> int: ...
    @property
    def start(self) -> int: ...


class Reading(Struct, frozen=True):
    """Everything that reading attribution in one document gives; spans index the prose."""

    attributions: tuple[Attribution, ...]
    sources: tuple[Source, ...]
    quotes: tuple[Quote, ...]


def read_attributions(
    blocks: Sequence[BlockParse], quotes: tuple[Quote, ...], names: tuple[NameMention, ...]
) -> Reading:
    """Attributions and sources of a document, and its quotes with their speakers."""
    texts = _texts(blocks, quotes)
    naming = Naming(names)
    chains = Chains(find_people(texts, naming))
    attributions: list[Attribution] = []
    for at, text in enumerate(texts):
        pieces = settle(text, _frames(text, naming))
        for piece in pieces:
            attributions.append(_attribution(text, piece, chains, naming))
        if at + 1 < len(texts) and (lead := find_lead_in(text, texts[at + 1], pieces)):
            leading = _attribution(text, lead, chains, naming)
            told = unmarked_content(texts[at + 1])
            attributions.append(replace(leading, content=(told,)) if told else leading)
        credit = find_credit(text, naming)
        if credit is not None and (credit.content or (at and is_speech(texts[at - 1]))):
            credited = _attribution(text, Piece(credit, credit.content, False), chains, naming)
            before = tuple(q.span for q in texts[at - 1].quotes if q.depth == 0)
            attributions.append(
                credited if credit.content else replace(credited, content=before, mode="direct")
            )
    attributions = [a for a in with_continuations(attributions, texts) if a.content]
    attributions.sort(key=lambda a: (a.cue.span.start, a.cue.span.end))
    attributions = with_scopes(attributions, texts)
    sources = {a.source.span: a.source for a in attributions if a.source is not None}
    return Reading(
        tuple(attributions),
        tuple(sorted(sources.values(), key=lambda s: s.span.start)),
        with_speakers(quotes, attributions, texts),
    )


def _frames(text: BlockText, naming: Naming) -> list[Frame]:
    """The cues of a block, colons after names among them, in reading order."""
    frames = find_cues(text.syntax, text.quote_of)
    colon = find_colon_cue(text, naming)
    if colon is not None:
        frames = [colon, *(f for f in frames if f.i > colon.i or colon.parenthetical)]
        frames.sort(key=lambda f: f.i)
    labels = [f for f in find_label_cues(text, naming) if colon is None or f.i != colon.i]
    return sorted((*frames, *labels), key=lambda f: f.i) if labels else frames


def _texts(blocks: Sequence[BlockParse], quotes: tuple[Quote, ...]) -> list[BlockText]:
    texts: list[BlockText] = []
    at = sentence = 0
    for block in blocks:
        syntax = syntax_of(block.doc)
        span = block.block.span
        own: list[Quote] = []
        while at < len(quotes) and quotes[at].span.start < span.end:
            if quotes[at].span.start >= span.start:
                own.append(quotes[at])
            at += 1
        texts.append(block_text(syntax, block.start, block.block.kind, own, sentence))
        sentence += len(syntax.sent_spans)
    return texts


def _attribution(text: BlockText, piece: Piece, chains: Chains, naming: Naming) -> Attribution:
    frame, syntax = piece.frame, text.syntax
    source = (
        _source(text, frame.source, frame, chains, naming) if frame.source is not None else None
    )
    recipient = (
        _source(text, frame.recipient, frame, None, naming) if frame.recipient is not None else None
    )
    content = tuple(text.span(first, stop) for first, stop in piece.content)
    mode = _mode(content, text.quotes)
    return Attribution(
        cue=Cue(text.span(frame.first, frame.stop), frame.lemma, frame.kind),
        source=source,
        content=content,
        mode=mode,
        nested=piece.nested,
        recipient=recipient,
        asserts=mode != "indirect" or is_assertion(syntax, frame, piece.content),
    )


def _source(
    text: BlockText, head: int, frame: Frame, chains: Chains | None, naming: Naming
) -> Source:
    syntax = text.syntax
    phrase = read_phrase(syntax, head, frame.i)
    if frame.kind in ("noun", "passive"):
        begins = [first for first, _ in frame.content if phrase.head < first < phrase.stop]
        phrase = replace(phrase, stop=min([*begins, phrase.stop]))
    if syntax.pos[head] == "NOUN":
        stop = naming.after_comma(syntax, phrase, text.start)
        if stop is not None and head < frame.i and not _runs_up_to(syntax, stop, frame.i):
            stop = None
        phrase = replace(phrase, stop=stop) if stop is not None else phrase
    span = text.span(phrase.first, phrase.stop)
    speaks = frame.lemma in words("cues", "human.entries")
    who, nearest = phrase, True
    antecedent = antecedent_of(syntax, head)
    if antecedent is not None:
        if syntax.dep[antecedent] == "appos":
            antecedent = syntax.head[antecedent]
        fitting = fitting_antecedent(syntax, head, antecedent)
        plural = syntax.tag[fitting] in ("NNS", "NNPS") and verb_number(syntax, head) == "many"
        nearest, antecedent = fitting == antecedent and not plural, fitting
        who = read_phrase(syntax, antecedent, head)
    described = described_by(syntax, who.head) if syntax.low[head] not in _THINGS else None
    if described is not None:
        who, antecedent, nearest = read_phrase(syntax, described, who.head), described, False
    entity, kind, outlet = naming.of_phrase(syntax, who, text.start)
    closest = antecedent is not None and nearest
    beside = naming.before_comma(syntax, head, text.start) if closest else None
    if entity is None and antecedent is None and _is_aside(syntax, phrase):
        beside = naming.before_comma(syntax, phrase.first, text.start)
    if beside is not None:
        entity, kind, outlet = beside, "named_person", False
    sentence = text.sentence + syntax.sent[head]
    if chains is None:
        chains, chain_id = Chains([]), -1
        chain, shown = chains.resolve(syntax, who, sentence, entity, kind, speaks)
    else:
        chain, shown = chains.resolve(syntax, who, sentence, entity, kind, speaks)
        chain_id = chain.id
    pointed = antecedent is not None and shown in ("named_person", "named_org_or_outlet")
    if pointed:
        shown = "role_named_elsewhere"
    reason = withheld_reason(syntax, head) if shown.startswith("unnamed") else None
    return Source(
        id=max(chain_id, 0),
        span=span,
        head=text.span(head, head + 1),
        kind=shown,
        named=shown in ("named_person", "named_org_or_outlet", "role_named_elsewhere"),
        entity=chain.entity,
        count=who.count,
        description=who.description,
        anonymity_reason=reason,
        outlet=outlet
        or bool(chain.entity and naming.is_outlet(chain.entity))
        or _from_outlet(shown, span, naming),
        relative_of=chain.relative_of,
        share=shown.startswith("unnamed") and is_share(syntax, who),
    )


def _runs_up_to(syntax: Syntax, stop: int, cue: int) -> bool:
    """Whether only auxiliaries and adverbs stand between a name and its cue."""
    return all(syntax.pos[t] in ("AUX", "ADV", "PART") for t in range(stop, cue))


def _is_aside(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether a description stands between commas: "Ann Lee, a pilot with a gift, joked"."""
    indefinite = syntax.low[phrase.first] in ("a", "an")
    return indefinite and syntax.low[phrase.stop : phrase.stop + 1] == [","]


def _mode(content: tuple[Span, ...], quotes: list[Quote]) -> Mode:
    """Direct where everything said stands in quotation marks, mixed where some of it does."""
    quoted = bare = 0
    for span in content:
        inside = sum(
            max(0, min(span.end, q.span.end) - max(span.start, q.span.start))
            for q in quotes
            if q.depth == 0
        )
        quoted += inside
        bare += len(span) - inside
    if not quoted:
        return "indirect"
    return "direct" if bare <= 3 else "mixed"


def _from_outlet(kind: SourceKind, span: Span, naming: Naming) -> bool:
    """Whether a document is an outlet's: "a report in the Gazette"."""
    return kind == "document_or_study" and any(n.kind == "outlet" for n in naming.within(span))
