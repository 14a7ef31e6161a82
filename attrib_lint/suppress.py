"""Suppressions that stand in an article: what each says, and what it covers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from attrib_lint.core.document import Comment, Document
from attrib_lint.core.finding import Diagnostic
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.offsets import LineIndex
from attrib_lint.core.span import Span

FRONT_MATTER_KEYS = ("attrib-lint.ignore", "attrib-lint-ignore")
_OURS = lazy_regex(r"\s*attrib-lint\s*:\s*")
_FORM = lazy_regex(
    r"ignore(-start|-end|-file)?(?:\s*\[([^\]]*)\])?(?![\w-])[\s:–—-]*(.*)", re.DOTALL
)


class Suppression(Struct, frozen=True):
    """What a comment (or front matter) hides. Spans index the source text.

    `names` are rules and groups; empty means every rule. `parts` are the comments that state it.
    """

    names: tuple[str, ...]
    scope: Span
    parts: tuple[Span, ...]
    reason: str = ""

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Whether a diagnostic lies in the scope and is of a rule that is named."""
        span = diagnostic.span
        inside = span.overlaps(self.scope) or self.scope.start <= span.start < self.scope.end
        names = (diagnostic.rule, diagnostic.group, "all")
        return inside and (not self.names or not set(names).isdisjoint(self.names))


class Mistake(Struct, frozen=True):
    """A comment that looks like a suppression and is none."""

    span: Span
    message: str


def read_suppressions(document: Document) -> tuple[tuple[Suppression, ...], tuple[Mistake, ...]]:
    """Every suppression of a document in reading order, and the comments that fail to be one."""
    if not (document.comments or document.metadata):
        return (), ()
    found: list[Suppression] = [*_in_front_matter(document)]
    mistakes: list[Mistake] = []
    started: list[tuple[Span, Suppression]] = []
    lines = LineIndex(document.source_text)
    whole = Span(0, len(document.source_text))
    for comment in document.comments:
        ours = _OURS.match(comment.text)
        if ours is None:
            continue
        form = _FORM.match(comment.text, ours.end())
        if form is None:
            mistakes.append(Mistake(comment.span, "This comment is not a suppression."))
            continue
        names = tuple(name.strip() for name in (form[2] or "").split(",") if name.strip())
        stated = Suppression(names, whole, (comment.span,), " ".join(form[3].split()))
        if form[1] is None:
            found.append(replace(stated, scope=_scope(comment, document, lines)))
        elif form[1] == "-file":
            found.append(stated)
        elif form[1] == "-start":
            started.append((comment.span, stated))
        else:
            at = next((i for i, (_, s) in reversed([*enumerate(started)]) if s.names == names), -1)
            if at < 0:
                mistakes.append(Mistake(comment.span, "Nothing was started that this could end."))
                continue
            begun, opened = started.pop(at)
            scope = Span(begun.end, max(begun.end, comment.span.start))
            found.append(replace(opened, scope=scope, parts=(begun, comment.span)))
    found += [replace(s, scope=Span(begun.end, whole.end)) for begun, s in started]
    return tuple(found), tuple(mistakes)


def _scope(comment: Comment, document: Document, lines: LineIndex) -> Span:
    """The comment's own line; the next block, where the comment has its lines to itself."""
    own = _own_lines(comment.span, document.source_text, lines)
    rest = own.of(document.source_text).replace(comment.span.of(document.source_text), "", 1)
    if rest.strip():
        return own
    for block in document.blocks:
        span = document.offsets.to_source(block.span)
        if span.start >= comment.span.end:
            return span
    return Span(comment.span.end, comment.span.end)


def _own_lines(span: Span, text: str, lines: LineIndex) -> Span:
    first = lines.line_span(lines.position(span.start).line)
    return first.cover(lines.line_span(lines.position(max(span.start, span.end - 1)).line))


def _in_front_matter(document: Document) -> Iterator[Suppression]:
    for key in FRONT_MATTER_KEYS:
        names = tuple(n.strip() for n in document.metadata.get(key, "").split(",") if n.strip())
        if names:
            text = document.source_text
            word = re.search(rf"\b{re.escape(names[0])}\b", text)
            span = Span(*word.span()) if word else Span(0, 0)
            yield Suppression(names, Span(0, len(text)), (span,), "front matter")
