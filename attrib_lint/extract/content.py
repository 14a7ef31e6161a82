"""Settles what each cue of a block credits: cuts, whole quotations, speech that goes on."""

from __future__ import annotations

from bisect import bisect_left

from msgspec import Struct
from msgspec.structs import replace

from attrib_lint.extract.blocktext import BlockText
from attrib_lint.extract.datelines import dateline_end
from attrib_lint.extract.edges import tidy
from attrib_lint.extract.following import SPEECH, Pair, with_following
from attrib_lint.extract.frames import Frame, Range, quote_range
from attrib_lint.extract.main_line import cut_before
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words

_NEAR = 14  # words between a parenthetical cue and a participle that goes on from it

_HEADS = SPEECH | {"thought"}


class Piece(Struct, frozen=True):
    """A cue with its settled content; `nested` where it stands in another one's content."""

    frame: Frame
    content: tuple[Range, ...]
    nested: bool


def settle(text: BlockText, frames: list[Frame]) -> list[Piece]:
    """The cues of a block with the content that is theirs, in reading order."""
    frames = _shared(text.syntax, frames)
    frames = [*frames, *_relayed(text.syntax, frames)]
    cues = frozenset(frame.i for frame in frames)
    begin = dateline_end(text.syntax)
    contents = [
        tidy(text, [(max(a, begin), b) for a, b in _with_quotes(text, frame, cues) if b > begin])
        for frame in frames
    ]
    pairs = _with_inner(text, [(f, c) for f, c in zip(frames, contents, strict=True) if c])
    pairs = with_following(text, pairs)
    nested = _nested(text, pairs)
    return [Piece(f, c, inside) for (f, c), inside in zip(pairs, nested, strict=True)]


def _shared(syntax: Syntax, frames: list[Frame]) -> list[Frame]:
    """Cuts content before "..., adding", "and warned", "but she denied": cues of the main line."""
    result = list(frames)
    for n, outer in enumerate(frames):
        if outer.kind not in _HEADS:
            continue
        for m in range(n + 1, len(frames)):
            inner = frames[m]
            if syntax.sent[inner.i] != syntax.sent[outer.i]:
                break
            if inner.i <= outer.i:
                continue
            cut = cut_before(syntax, outer, inner)
            near = outer.parenthetical and inner.i - outer.i <= _NEAR
            if cut is not None and near and syntax.first_kid(inner.i, "nsubj") is None:
                result[m] = replace(result[m], source=result[n].source)
            if cut is None or not _short_of(result[n], cut.at, inner.i):
                continue
            for k in range(n, m):
                shorter = _short_of(result[k], cut.at, inner.i)
                if shorter and frames[k].i >= outer.i:
                    result[k] = replace(result[k], content=shorter)
            if cut.shared:
                result[m] = replace(result[m], source=result[n].source)
    return result


def _with_inner(text: BlockText, pairs: list[Pair]) -> list[Pair]:
    """Content with the quotation of a cue inside it: 'Lee said | he replied: "Never." |'."""
    result = list(pairs)
    numbers, syntax = text.quote_of, text.syntax
    for n, (outer, content) in enumerate(pairs):
        for inner, theirs in pairs[n + 1 :]:
            if syntax.sent[inner.i] != syntax.sent[outer.i] or outer.kind not in SPEECH:
                break
            first, stop = theirs[-1]
            quoted = stop > first and numbers[stop - 1] >= 0 > numbers[inner.i]
            held = content[-1][0] <= inner.i < content[-1][1] < stop and outer.i < inner.i
            if held and quoted and syntax.low[inner.i + 1] in (":", ","):
                result[n] = (outer, (*content[:-1], (content[-1][0], stop)))
    return result


def _short_of(frame: Frame, cut: int, inner: int) -> tuple[Range, ...]:
    """The content before a cut; nothing where the content does not hold the inner cue."""
    if not any(a < inner < b for a, b in frame.content):
        return ()
    return tuple((a, min(b, cut)) for a, b in frame.content if a < cut)


def _relayed(syntax: Syntax, frames: list[Frame]) -> list[Frame]:
    """The people and papers that an outlet cites, credited with what it reports from them."""
    found = []
    for inner in frames:
        cited = syntax.first_kid(inner.i, "obj")
        if inner.lemma != "cite" or syntax.tag[inner.i] != "VBG" or cited is None:
            continue
        outer = next(
            (
                f
                for f in frames
                if f is not inner
                and f.source == inner.source
                and f.kind in SPEECH
                and syntax.sent[f.i] == syntax.sent[inner.i]
            ),
            None,
        )
        if outer is not None:
            found.append(
                replace(
                    inner, source=cited, content=outer.content, recipient=outer.source, relayed=True
                )
            )
    return found


def _with_quotes(text: BlockText, frame: Frame, cues: frozenset[int]) -> list[Range]:
    """Content that touches a quotation takes all of it."""
    pieces = list(frame.content)
    numbers = text.quote_of
    own = numbers[frame.i]
    if own >= 0:
        return _inside(numbers, frame.i, pieces)
    grown = []
    for a, b in pieces:
        for edge, step in ((a, -1), (b - 1, 1)):
            number = numbers[edge] if 0 <= edge < len(numbers) else -1
            if number < 0:
                continue
            at = edge
            while 0 <= at + step < len(numbers) and numbers[at + step] == number:
                at += step
            a, b = (min(a, at), b) if step < 0 else (a, max(b, at + 1))
        grown.append((a, b))
    if frame.kind in SPEECH:
        grown.extend(_touching(text, frame, grown, cues))
    return grown


def _inside(numbers: list[int], i: int, pieces: list[Range]) -> list[Range]:
    """What the speaker of a quotation says that others say: it ends with the quotation."""
    first, stop = quote_range(numbers, i)
    clipped = [(max(a, first), min(b, stop)) for a, b in pieces]
    return [(a, b) for a, b in clipped if a < b]


def _touching(
    text: BlockText, frame: Frame, pieces: list[Range], cues: frozenset[int]
) -> list[Range]:
    """A quotation on the other side of the cue: “We lost,” she said, “and we know why.”

    One after another cue is that one's: “We lost,” she said, adding of Lee, “He won.”
    """
    syntax, numbers = text.syntax, text.quote_of
    _first, stop = syntax.sent_spans[syntax.sent[frame.i]]
    covered = {t for a, b in pieces for t in range(a, b)}
    if not any(numbers[t] >= 0 for t in covered):
        return []
    limit = frame.i + 1
    if frame.source is not None and frame.source > frame.i:
        limit = max(limit, syntax.right[frame.source] + 1)
    for t in range(limit, min(stop, limit + 12)):
        if t in cues and numbers[t] < 0:
            return []
        if (
            numbers[t] >= 0
            and t not in covered
            and syntax.low[t - 1] in (",", ":", "—", "--", "-", "–", ";")
        ):
            end = t
            while end < len(numbers) and numbers[end] == numbers[t]:
                end += 1
            return [(t, end)]
    return []


def _nested(text: BlockText, pairs: list[Pair]) -> list[bool]:
    """Which cues stand in a quotation or in what another cue of the block credits."""
    order = sorted(range(len(pairs)), key=lambda n: pairs[n][0].i)
    places = [pairs[n][0].i for n in order]
    nested = [text.quote_of[frame.i] >= 0 or frame.relayed for frame, _ in pairs]
    for outer, (frame, content) in enumerate(pairs):
        impersonal = frame.lemma in words("cues", "impersonal.verbs", "impersonal.phrasal")
        if impersonal and frame.parenthetical:
            continue  # "Lee, it turned out, knew": nobody says what Lee knew
        for first, stop in content:
            for at in range(bisect_left(places, first), bisect_left(places, stop)):
                inner = order[at]
                other, theirs = pairs[inner]
                if inner == outer or other.i == frame.i:
                    continue
                mutual = any(a <= frame.i < b for a, b in theirs)
                aside = other.kind == "thought" and text.syntax.dep[other.i] == "advcl"
                if aside and frame.kind == "according_to":
                    mutual = False  # "fell, as people expected, according to Lee"
                nested[inner] |= not mutual or text.syntax.is_under(other.i, frame.i)
    return nested
