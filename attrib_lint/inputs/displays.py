"""Recognise what a page shows beside its running text: captions, links to other stories, posts.

Everything here judges one block by itself. Where it may be a sentence of the story the answer is
no. Words are in `lexicon/displays.toml`.
"""

from __future__ import annotations

import re

from attrib_lint import lexicon
from attrib_lint.core.lazy_regex import lazy_regex

_MAX_CAPTION = 700
_MAX_LINK = 260
_MAX_FORM = 1500
_MAX_POST = 700
_HEADING_WORDS = 10
_WORD = lazy_regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_WORD_OR_FIGURE = lazy_regex(r"\d[\d.,]*\d|\w+(?:['’-]\w+)*")
_ENDED = lazy_regex(r"[.!?…][\"'”’)\]*_]*$")
_STOPPED = lazy_regex(r"[.!?][\"'”’]*\s*$")
_IN_BRACKETS = lazy_regex(r"[(\[]\s*(?P<label>[^()\[\]:]{1,40}):\s?(?P<rest>[^()\[\]]+)[)\]]")
_LABEL = lazy_regex(r"(?P<label>[^\W\d_][^.:!?]{0,60}):(?P<space>\s*)(?=\S)")
_LEADS_ELSEWHERE = lazy_regex(
    r"(?:read|see|learn|find out|continue reading|view) (?:more|the (?:full|entire|complete) \w+)"
    r"(?: here)?[\s»›>→…]*$",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w.'’-]*(?: (?:de|van|von|al|bin|and|for) ?)?(?:[ -]?[A-Z][\w.'’-]*){0,4}"
_ANY_CASE = (
    r"(?i:photos?|photographs?|pictures?|images?|illustrations?|graphics?|video|screen ?shot)"
)
_CREDIT_LINE = lazy_regex(
    rf"(?:^|[.!?)\"”’]\s+|\s[|]\s){_ANY_CASE}(?: credits?)?(?: ?:| by| courtesy)\s\S.{{1,70}}$"
)
_CREDIT_BRACKET = lazy_regex(r"(?P<before>\S?)\s*[(\[](?P<inside>[^()\[\]]{2,90})[)\]]\.?$")
_POST = lazy_regex(
    r"(?:[—–-]\s?|[Aa] (?:post|photo|video|status)(?: shared| posted)? by )"
    r"[^@\n]{1,80}\(@\w{1,30}\)(?:\s+(?:on\s+)?[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}.{0,30}|\s*)$"
)
_HANDLE_FIRST = lazy_regex(r"[^\n(@.]{2,60}\(@\w{1,30}\)\s")
_PICTURE_LINK = lazy_regex(r"(?:pic\.twitter\.com/|\bt\.co/\w)\w*(?P<last>\W{0,3}$)?")


_ROWS, _APART = 30, 8  # words of a table's rows at least, and of one figure in them at most


def _words(key: str) -> tuple[str, ...]:
    return lexicon.load("displays")[key]


def is_ended(text: str) -> bool:
    """Whether a block ends as a sentence does, in a full stop, a question mark or the like."""
    return _ENDED.search(text.rstrip()) is not None


def is_capitals(text: str) -> bool:
    """Whether a block is written in capitals throughout: three words of them or more."""
    return text.upper() == text and len(_WORD.findall(text)) >= 3


def is_caption(text: str) -> bool:
    """Whether a block says what a picture shows: a player's label before it, or a credit behind."""
    if len(text) > _MAX_CAPTION:
        return False
    if text.startswith(_words("caption_openings")):
        return True
    return _is_credited(text)


def _is_credited(text: str) -> bool:
    """Whether a block ends in who made a picture: "(Ann Lee/AP)", "Photo: Ann Lee", "AFP/Bo Ek"."""
    if _CREDIT_LINE.search(text) and not is_ended(text):
        return True
    agencies = "|".join(re.escape(name) for name in _words("agencies"))
    if not is_ended(text):
        slashed = (
            rf"\b(?:{_NAME} ?/ ?(?:.{{1,20}}/)?(?:via )?(?:{agencies})|(?:{agencies}) ?/ ?{_NAME})"
        )
        if re.search(rf"{slashed}[^.!?]{{0,30}}$", text):
            return True
    behind = _CREDIT_BRACKET.search(text)
    if behind is None:
        return False
    inside = behind["inside"]
    made = re.search(rf"\b(?:{agencies})\b", inside) and ("/" in inside or len(inside) <= 30)
    credit = made or re.match(rf"(?:{agencies})?\s?{_ANY_CASE}\b", inside)
    return bool(credit) and behind["before"] in '.!?”"’|'


def is_credited_deck(text: str) -> bool:
    """Whether a block under a headline holds a caption with its credit and the page's own title.

    "The dam holds so far. | Ann Lee/AP Photo Rain tests the valley"
    """
    agencies = "|".join(re.escape(name) for name in _words("agencies"))
    credit = re.search(rf"\s[|]\s(?:{_NAME}\s?/\s?)?(?:{agencies})\b", text)
    return credit is not None and len(text) <= 400 and not is_ended(text)


def is_link(text: str) -> bool:
    """Whether a line leads to another story: a label before a title, or "Read more" behind it."""
    if len(text) > _MAX_LINK:
        return False
    if text.startswith(_words("link_openings")):
        return True
    boxed = _IN_BRACKETS.fullmatch(text.strip())
    if boxed is not None:
        return not _STOPPED.search(boxed["rest"]) and len(boxed["label"].split()) <= 5
    if is_ended(text) and not text.rstrip().endswith(("?", "!", "...", "…")):
        return False
    if _LEADS_ELSEWHERE.search(text):
        return True
    label = _LABEL.match(text)
    if label is None:
        return False
    if label["label"].lower() in _words("link_labels"):
        return True
    glued = not label["space"] and text[label.end()].isalpha() and label["label"][0].isupper()
    return glued and len(text[label.end() :].split()) >= 3


def is_form(text: str) -> bool:
    """Whether a block belongs to a form or an offer: a newsletter, a check for robots, an app."""
    lowered = text.lower()
    return len(text) <= _MAX_FORM and any(phrase in lowered for phrase in _words("forms"))


def is_post(text: str) -> bool:
    """Whether a block is a post from a network, with the name and the handle of who wrote it."""
    if len(text) > _MAX_POST:
        return False
    if _POST.search(text):
        return True
    return _HANDLE_FIRST.match(text) is not None and shows_picture(text, last=True)


def shows_picture(text: str, last: bool = False) -> bool:
    """Whether a text has the link that a network puts to a post's picture; `last`: and ends so."""
    links = _PICTURE_LINK.finditer(text)
    return any(link["last"] is not None or not last for link in links)


def is_label_alone(text: str) -> bool:
    """Whether a line is a word or two and a colon, as over an advertisement: "Urgent:"."""
    return text.endswith(":") and len(text.split()) <= 2 and text[0].isupper()


def is_rows(text: str) -> bool:
    """Whether a block is a table that lost its lines: figure upon figure, and no sentence's end."""
    words = text.split()
    figures = sum(any(sign.isdigit() for sign in word) for word in words)
    return len(words) >= _ROWS and not is_ended(text) and len(words) < _APART * figures


def is_title(text: str) -> bool:
    """Whether a line is capitalised as a title is, and does not end as a sentence does."""
    words = [word for word in _WORD.findall(text) if len(word) > 3]
    return len(words) >= 3 and not is_ended(text) and all(word[0].isupper() for word in words)


def is_telegraphic(text: str) -> bool:
    """Whether a line is one clause in the style of headlines: no stop, and no article in it."""
    words = _WORD.findall(text)
    if not _HEADING_WORDS <= len(words) <= 22 or is_ended(text) or text[-1] in ",;:–—-":
        return False
    if not (text[0].isupper() or text[0].isdigit()) or re.search(r"[.!?][\"”]? [A-Z(\[]", text):
        return False
    return not {"the", "a", "an", "he", "she", "they", "was", "were", "had", "said"} & {
        word.lower() for word in words
    }


def bare_words(text: str) -> str:
    """A text as its words and figures, for telling whether one passage repeats another."""
    return " ".join(_WORD_OR_FIGURE.findall(text.lower()))
