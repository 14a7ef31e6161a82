"""Names a diagnostic so that it is known again after edits elsewhere in the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from msgspec.structs import replace

from attrib_lint.core.document import Document
from attrib_lint.core.finding import Diagnostic

_CONTEXT = 40  # code points of context on each side: tells two "sources said" apart
_BREAK = "\n"


def with_fingerprints(
    diagnostics: Iterable[Diagnostic], document: Document
) -> tuple[Diagnostic, ...]:
    """The diagnostics of one document with their fingerprints, in the order given.

    A fingerprint hashes the rule, the words flagged and the words around them on their line, never
    a line number; the n-th of several that are alike in all this also hashes n.
    """
    seen: Counter[str] = Counter()
    named = []
    for diagnostic in diagnostics:
        key = "\0".join((diagnostic.rule, *_context(diagnostic, document.source_text)))
        seen[key] += 1
        text = f"{key}\0{seen[key]}".encode("utf-8", "surrogatepass")
        named.append(replace(diagnostic, fingerprint=sha256(text).hexdigest()[:16]))
    return tuple(named)


def _context(diagnostic: Diagnostic, source_text: str) -> tuple[str, str, str]:
    """Words before, at and after the span, white space evened out."""
    start, end = diagnostic.span.start, diagnostic.span.end
    before = source_text[max(0, start - _CONTEXT) : start].rpartition(_BREAK)[2]
    after = source_text[end : end + _CONTEXT].partition(_BREAK)[0]
    before, at, after = (" ".join(part.split()) for part in (before, diagnostic.text, after))
    return before, at, after
