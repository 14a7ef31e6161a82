"""What stands aside from the running text of an article, as its neighbours show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrib_lint.core.document import BlockKind
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.inputs.displays import (
    bare_words,
    is_capitals,
    is_caption,
    is_credited_deck,
    is_ended,
    is_form,
    is_label_alone,
    is_link,
    is_post,
    is_telegraphic,
    is_title,
)

if TYPE_CHECKING:
    from attrib_lint.inputs.structure import Draft

_CAPITAL_SHARE = 0.25  # of the paragraphs: from here on a text is written in capitals
_HEADING_WORDS = 10
_LEAST_REPEATED = 7  # words; fewer may return by chance
_CREDIT_WORDS = 9  # behind a repeated quotation: who said it
_LEAST_QUOTED = 8  # words
_PUNCTUATED = 0.7  # share of paragraphs with a stop, where a missing one means something
_LEAST = 5  # paragraphs
_MOST = 400  # paragraphs that are compared with one another
_DECK = 400
_QUOTED = lazy_regex(r"[\"“](?P<words>[^\"“”]{20,})[\"”]\s*[—–-]?\s*(?P<who>[^\"“”]*)")
_VERBS = (
    r"(?:adds?|added|argued|argues|complained|concluded|concludes|explained|explains|noted|notes"
    r"|posted|put it|reads|recalled|remarked|replied|reported|reporting|reports|responded|said|says"
    r"|stated|states|tweeted|writes|wrote)"
)
_SETTING = (
    r"(?:in|on|to|at|via|during|about|with|later|afterwards?|earlier|this|back|again|online"
    r"|recently|previously|as follows|the following|(?:sun|mon|tues|wednes|thurs|fri|satur)day)"
)
_LEADS_IN = lazy_regex(
    rf"(?i:\b{_VERBS}(?:,? {_SETTING}\b[^.!?:]{{0,60}})?|(?:^|[.!?] )according to [^.!?,:]{{2,60}}"
    r"|\bin an? (?:[\w-]+ ){0,2}(?:statement|tweet|post|e-?mail|letter|memo|op-ed|editorial|column)"
    r"(?: (?:on|to|for|in) [^.!?,:]{2,40})?):$"
)


def find_asides(drafts: Sequence[Draft], kinds: list[BlockKind]) -> None:
    """Settle, in `kinds`, the paragraphs that are shown rather than told."""
    for i, (draft, kind) in enumerate(zip(drafts, kinds, strict=True)):
        if kind in ("paragraph", "list"):
            kinds[i] = _shown_as(draft.text) or kind
    _find_offers(drafts, kinds)
    _find_quoted(drafts, kinds)
    if _is_punctuated(drafts, kinds):
        _find_repeats(drafts, kinds)
        _find_deck(drafts, kinds)
        _find_capitals(drafts, kinds)
        _find_telegraphic(drafts, kinds)


def _shown_as(text: str) -> BlockKind | None:
    """What a block shows by its own words; None for running text."""
    if is_link(text) or is_form(text):
        return "boilerplate"
    if is_caption(text):
        return "caption"
    return "blockquote" if is_post(text) else None


def _is_punctuated(drafts: Sequence[Draft], kinds: Sequence[BlockKind]) -> bool:
    """Whether paragraphs end in stops and are not written in capitals."""
    told = [d.text for d, kind in zip(drafts, kinds, strict=True) if kind == "paragraph"]
    stopped = [text for text in told if is_ended(text) and not is_capitals(text)]
    capitals = sum(map(is_capitals, told))
    if len(stopped) < _LEAST or capitals >= _CAPITAL_SHARE * len(told):
        return False
    return len(stopped) >= _PUNCTUATED * (len(told) - capitals)


def _find_offers(drafts: Sequence[Draft], kinds: list[BlockKind]) -> None:
    """Mask a label that stands alone over a title: "Urgent:", "Save Your Teeth Today"."""
    for i in range(1, len(kinds) - 1):
        if kinds[i] == kinds[i + 1] == "paragraph" and is_label_alone(drafts[i].text):
            if is_title(drafts[i + 1].text):
                kinds[i : i + 2] = ["boilerplate"] * 2


def _find_repeats(drafts: Sequence[Draft], kinds: list[BlockKind]) -> None:
    """Mask a paragraph whose words all stand in a longer one."""
    if len(drafts) > _MOST:
        return
    bare = [bare_words(draft.text) for draft in drafts]
    for i, kind in enumerate(kinds):
        if kind != "paragraph":
            continue
        words = bare[i]
        quoted = _QUOTED.fullmatch(drafts[i].text)
        if quoted is not None and _is_credit(quoted["who"]):
            words = bare_words(quoted["words"])
        if len(words.split()) < _LEAST_REPEATED:
            continue
        padded = f" {words} "
        others = (o for j, o in enumerate(bare) if j != i and kinds[j] == "paragraph")
        if any(len(other) > len(bare[i]) and padded in f" {other} " for other in others):
            kinds[i] = "boilerplate"


def _is_credit(who: str) -> bool:
    """ "Ann Lee, Rand Corporation": who said what is shown, and no sentence about it."""
    return not is_ended(who) and len(who.split()) <= _CREDIT_WORDS


def _find_quoted(drafts: Sequence[Draft], kinds: list[BlockKind]) -> None:
    """A paragraph under "The paper wrote:" is that paper's, if it has no marks of its own."""
    for i in range(1, len(kinds)):
        text = drafts[i].text
        if kinds[i - 1] != "paragraph" or kinds[i] != "paragraph" or not text[0].isupper():
            continue
        if _LEADS_IN.search(drafts[i - 1].text) and is_ended(text):
            if len(text.split()) >= _LEAST_QUOTED:
                kinds[i] = "blockquote"


def _find_deck(drafts: Sequence[Draft], kinds: list[BlockKind]) -> None:
    """A first paragraph without a stop is a deck, or a picture's caption with its credit."""
    if "headline" not in kinds:
        return
    for i in range(kinds.index("headline") + 1, len(kinds)):
        if kinds[i] in ("byline", "boilerplate", "caption"):
            continue
        text = drafts[i].text
        if kinds[i] != "paragraph" or is_ended(text) or len(text) > _DECK or not text[0].isupper():
            return
        if text.endswith((":", ",", ";")):
            return
        kinds[i] = "caption" if is_credited_deck(text) else "standfirst"


def _find_capitals(drafts: Sequence[Draft], kinds: list[BlockKind]) -> None:
    """A line in capitals within other text is a heading where it is short, else a link or a
    passage that is shown again.
    """
    for i in range(1, len(kinds)):
        text = drafts[i].text
        if kinds[i] == "paragraph" and is_capitals(text) and not drafts[i - 1].text.endswith(":"):
            short = len(text.split()) <= _HEADING_WORDS and i + 1 < len(kinds)
            kinds[i] = "heading" if short else "boilerplate"


def _find_telegraphic(drafts: Sequence[Draft], kinds: list[BlockKind]) -> None:
    """A line in the style of headlines between two paragraphs that end as sentences do."""
    told = [i for i, kind in enumerate(kinds) if kind in ("paragraph", "list", "blockquote")]
    for before, here, after in zip(told, told[1:], told[2:], strict=False):
        if kinds[here] != "paragraph" or not is_telegraphic(drafts[here].text):
            continue
        if is_ended(drafts[before].text) and is_ended(drafts[after].text):
            kinds[here] = "heading"
