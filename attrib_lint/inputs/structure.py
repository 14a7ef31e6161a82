"""What each block of an article is, from its own text and from what stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct, field

from attrib_lint.core.document import BlockKind
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.inputs.asides import find_asides
from attrib_lint.inputs.boilerplate import (
    date_in,
    ends_sentence,
    is_bio,
    is_byline,
    is_furniture,
    is_loose_line,
    may_be_headline,
)
from attrib_lint.inputs.genre import genre_of

MAX_HEADLINE = 120
_MAX_STANDFIRST = 300
_MAX_HEADING = 80
_MAX_HEADING_WORDS = 10
_LEADS_ON = lazy_regex(r"[,:;–—-]$")
_OPENS_QUOTE = lazy_regex(r"[\"“‘'(\[]")
_MASKED: frozenset[BlockKind] = frozenset({"byline", "boilerplate"})


class Draft(Struct, frozen=True):
    """A block before its kind is settled: `kind` is what the markup says, or "paragraph"."""

    text: str
    kind: BlockKind


class Settled(Struct):
    """The kind of each draft, and what the text itself says about the article."""

    kinds: list[BlockKind]
    metadata: dict[str, str] = field(default_factory=dict)


def settle(drafts: Sequence[Draft], guess_headline: bool) -> Settled:
    """The kind of every draft. Only paragraphs are judged; what the markup says otherwise stands.

    `guess_headline`: whether a first line may be the headline though no markup says so.
    """
    settled = Settled([_own_kind(draft) for draft in drafts])
    if guess_headline:
        if drafts and settled.kinds[0] == "boilerplate" and may_be_headline(drafts[0].text):
            settled.kinds[0] = "paragraph"
        _find_headline(drafts, settled.kinds)
    _find_standfirst(drafts, settled.kinds)
    genre = genre_of(drafts, settled.kinds)
    if genre:
        settled.metadata["genre"] = genre
    find_asides(drafts, settled.kinds)
    _mask_tail(drafts, settled.kinds)
    _find_headings(drafts, settled.kinds)
    for draft, kind in zip(drafts, settled.kinds, strict=True):
        if kind == "byline" and "date" not in settled.metadata:
            date = date_in(draft.text)
            if date:
                settled.metadata["date"] = date
    return settled


def _own_kind(draft: Draft) -> BlockKind:
    if draft.kind not in ("paragraph", "list"):
        return draft.kind
    if is_byline(draft.text):
        return "byline"
    return "boilerplate" if is_furniture(draft.text) else draft.kind


def _find_headline(drafts: Sequence[Draft], kinds: list[BlockKind]) -> None:
    """Mark the first line as headline if it reads like one and something follows it."""
    first = next((i for i, kind in enumerate(kinds) if kind not in _MASKED), None)
    if first is None or kinds[first] != "paragraph":
        return
    text = drafts[first].text
    if len(text) > MAX_HEADLINE or "paragraph" not in kinds[first + 1 :]:
        return
    if not ends_sentence(text) or _is_title_case(text):
        kinds[first] = "headline"


def _is_title_case(text: str) -> bool:
    """Whether every longer word is capitalised: a headline even with a final stop."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if len(word) > 4]
    return len(words) >= 3 and all(word[0].isupper() for word in words)


def _find_standfirst(drafts: Sequence[Draft], kinds: list[BlockKind]) -> None:
    """Mark one or two short paragraphs between the headline and the byline or date lines."""
    if "headline" not in kinds:
        return
    first = kinds.index("headline") + 1
    last = first
    while last < len(kinds) and kinds[last] == "paragraph" and last - first < 2:
        if len(drafts[last].text) > _MAX_STANDFIRST:
            return
        last += 1
    between = last > first and last < len(kinds) and kinds[last] in _MASKED
    if between and "paragraph" in kinds[last:]:
        kinds[first:last] = ["standfirst"] * (last - first)


def _mask_tail(drafts: Sequence[Draft], kinds: list[BlockKind]) -> None:
    """Mask what follows the last body paragraph: author notes, widgets, link lists.

    Only where the body is written in full sentences, so that loose lines mean something.
    """
    sentences = [
        i for i, kind in enumerate(kinds) if kind == "paragraph" and ends_sentence(drafts[i].text)
    ]
    if len(sentences) < 2:
        return
    for i in range(len(kinds) - 1, sentences[0], -1):
        if kinds[i] in _MASKED:
            continue
        if kinds[i] not in ("paragraph", "heading"):
            return
        text = drafts[i].text
        if is_loose_line(text) or (
            kinds[i] == "paragraph"
            and is_bio(text)
            and not _named_before(text, drafts[:i], kinds[:i])
        ):
            kinds[i] = "boilerplate"
            continue
        return


def _named_before(bio: str, drafts: Sequence[Draft], kinds: Sequence[BlockKind]) -> bool:
    """Whether the person that a note begins with appears in the article that it follows."""
    name = bio.split()[0].strip(",.’'")
    return any(
        kind not in _MASKED and re.search(rf"\b{re.escape(name)}\b", draft.text)
        for draft, kind in zip(drafts, kinds, strict=True)
    )


def _find_headings(drafts: Sequence[Draft], kinds: list[BlockKind]) -> None:
    """Mark short lines without a final stop that stand before body text."""
    body_follows = False
    for i in range(len(kinds) - 1, -1, -1):
        if kinds[i] != "paragraph":
            body_follows = body_follows or kinds[i] in ("list", "blockquote")
            continue
        if body_follows and _is_heading_shaped(drafts[i].text):
            kinds[i] = "heading"
        else:
            body_follows = True


def _is_heading_shaped(text: str) -> bool:
    if len(text) > _MAX_HEADING or len(text.split()) > _MAX_HEADING_WORDS:
        return False
    if (
        _LEADS_ON.search(text)
        or _OPENS_QUOTE.match(text)
        or not (text[0].isupper() or text[0].isdigit())
    ):
        return False
    return not ends_sentence(text) or (text.isupper() and len(text.split()) <= 3)
