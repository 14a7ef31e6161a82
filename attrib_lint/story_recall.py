"""What an article brings to stories, kept in the index with what was found in it on its own.

Comparing a new article with old ones then parses the new one alone.
"""

from __future__ import annotations

import zlib
from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from attrib_lint.core.document import Document
from attrib_lint.engine import ActiveRule, Checked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from attrib_lint.recall import Recall
    from attrib_lint.stories.story import Told

_WHAT = "story"


def find_told(
    recall: Recall, document: Document, active: Sequence[ActiveRule]
) -> tuple[Told, Checked] | None:
    """The story facts of an article and its diagnostics; None where nothing (whole) is known."""
    import msgspec

    from attrib_lint.stories.story import Told

    (content,) = recall.index.find([_bytes(document)], recall.setting(active, _WHAT))
    if content is None:
        return None
    try:
        facts, found = msgspec.msgpack.decode(zlib.decompress(content), type=_kept_type())
    except (zlib.error, msgspec.MsgspecError):
        return None
    told = Told(document, *facts)
    return told, Checked(tuple(replace(diagnostic, path=document.path) for diagnostic in found))


def keep_told(recall: Recall, told: Told, checked: Checked, active: Sequence[ActiveRule]) -> None:
    """Keep an article's story facts and diagnostics, unless a rule crashed on it."""
    import msgspec

    if checked.errors:
        return
    facts = tuple(getattr(told, name) for name in _fact_names())
    found = tuple(replace(diagnostic, path="") for diagnostic in checked.diagnostics)
    content = zlib.compress(msgspec.msgpack.encode((facts, found)), 1)
    recall.index.keep(_bytes(told.document), recall.setting(active, _WHAT), content)


@cache
def _fact_names() -> tuple[str, ...]:
    from attrib_lint.stories.story import Told

    return tuple(name for name in Told.__struct_fields__ if name != "document")


@cache
def _kept_type() -> Any:
    """The type of what is kept: the fields of Told but its document, then diagnostics."""
    from typing import get_type_hints

    from attrib_lint.core.finding import Diagnostic
    from attrib_lint.stories.story import Told

    hints = get_type_hints(Told)
    facts = tuple(hints[name] for name in _fact_names())
    return tuple[tuple[facts], tuple[Diagnostic, ...]]  # type: ignore[valid-type]  # built here


def _bytes(document: Document) -> bytes:
    """Everything in a document but its path: what its facts and diagnostics depend on."""
    parts = (
        document.source_text,
        document.text,
        document.offsets.segments,
        document.blocks,
        document.links,
        sorted(document.metadata.items()),
        document.locations,
        document.format,
    )
    return repr(parts).encode("utf-8", "surrogatepass")
