"""Recognise what stands around an article: bylines, dates, credits, widgets, notes on authors.

Everything here judges one short line or paragraph. Where a line may be part of the story the
answer is no: a masked sentence is never linted. Words are in `lexicon/boilerplate.toml`.
"""

from __future__ import annotations

import re

from attrib_lint import lexicon
from attrib_lint.core.lazy_regex import lazy_regex

_MAX_LINE = 400
_WORD = lazy_regex(r"[^\W_]+(?:[.'’&-][^\W_]+)*")
_CLOSERS = "\"'”’»)]}*_ \t\u00a0"
_INITIALS = lazy_regex(r"(?:\b[A-Z]\.){2,}$|\b(?:Inc|Jr|Sr|Co|Ltd|Corp|St|No)\.$")
_URL = lazy_regex(r"(?:https?://|www\.)\S+")
_EMAIL_OR_HANDLE = lazy_regex(r"(?<!\S)@\w+|\S+@\S+\.\w+")
_PRICE = lazy_regex(r"[$£€¥]\s?\d[\d,]*(?:\.\d+)?")
_READ_TIME = lazy_regex(r"\b\d+\s*-?\s*min(?:ute)?s?\b.{0,30}\bread\b", re.IGNORECASE)
_CREDIT = lazy_regex(r"(?:sources?|via|h/t|hat tip)\s*:\s*(.*)", re.IGNORECASE | re.DOTALL)
_CODE = lazy_regex(r"[^\n]*\{|\}\.?|[a-z][a-z-]*:\s*[\w#%!. -]{1,40};(?:\s*\})?|<[a-z/!][^>]*>")
_DATE = lazy_regex(
    r"\d{4}-\d\d-\d\d|(?:\d{1,2}(?:st|nd|rd|th)?\s+)?[A-Z][a-z]{2,8}\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?\d{4}"
    r"|\d{1,2}/\d{1,2}/\d{2,4}"
)
_NAME = r"[^\W\d_][\w.'’-]*"
_BY = lazy_regex(r"(?:(?P<what>[^\W\d_]+)\s+)?by:?\s+(?P<who>.+)", re.IGNORECASE | re.DOTALL)


def _words(key: str) -> tuple[str, ...]:
    return lexicon.load("boilerplate")[key]


def _word_set(key: str) -> frozenset[str]:
    return lexicon.words("boilerplate", key)


def ends_sentence(text: str) -> bool:
    """Whether a text ends in a full stop, behind any closing quotation marks and brackets.

    An ellipsis and the stop of an abbreviation ("N.H.") do not count; nor do "?" and "!", which
    headlines and headings carry too.
    """
    end = text[-20:].rstrip(_CLOSERS)
    return end.endswith(".") and not end.endswith("...") and not _INITIALS.search(end)


def is_byline(text: str) -> bool:
    """Whether a line only says who wrote the article, or when."""
    if len(text) > _MAX_LINE:
        return False
    line = text.strip(" \t\u00a0,;|·•–—-")
    rest = _without_date(line)
    if not rest:
        return True
    by = _BY.fullmatch(rest)
    if by is None or len(rest) > 200:
        return False
    what = by["what"]
    if what is not None and what.lower() not in _word_set("byline_openings"):
        return False
    return _is_names(by["who"], need_full=what is None)


def _without_date(line: str) -> str:
    """The line from its first word that does not belong to a date; "" if there is none."""
    seen_number = False
    for word in re.finditer(r"[^\s,|·•()–—/-]+", line):
        bare = word[0].strip(".:&").lower()
        if re.fullmatch(r"\d[\d:.]*(?:st|nd|rd|th|am|pm|[ap]\.m)?|\d{8}t\S*|\d+z?", bare):
            seen_number = True
        elif bare not in _word_set("date_words") and bare:
            rest = line[word.start() :]
            return rest if seen_number or word.start() == 0 else line
    return "" if seen_number else line


def _is_names(who: str, need_full: bool) -> bool:
    """Whether a text is a list of names, with their jobs perhaps, and no sentence."""
    words = _WORD.findall(who)
    if not 1 <= len(words) <= 16 or (ends_sentence(who) and not _INITIALS.search(who)):
        return False
    if _word_set("finite") & {word for word in words if word.islower()}:
        return False
    if not words[0][0].isupper():
        return False
    if not need_full or who.isupper() or len(words) == 1:
        return True
    return words[1][0].isupper() or re.match(rf"{_NAME}\s*[,|/]", who) is not None


def date_in(text: str) -> str:
    """The date that a byline or date line states, as written, or ""."""
    found = _DATE.search(text)
    return found[0] if found else ""


def is_furniture(text: str) -> bool:
    """Whether a line belongs to the page and not to the story, wherever it stands."""
    if len(text) > _MAX_LINE:
        return False
    lowered = text.lower().strip()
    bare = lowered.strip(" .:;!?»›>•·|*_[]()-–—…\t\u00a0")
    if bare in _word_set("labels") or not bare:
        return True
    if lowered.startswith(_words("openings")) and len(text) <= 200 and not _reports(lowered):
        return True
    if any(phrase in lowered for phrase in _words("phrases")) and not _reports(lowered):
        return True
    return _is_credit(text, lowered) or _is_link_or_contact(text) or _is_widget(text)


def _is_credit(text: str, lowered: str) -> bool:
    """Whether a line names a photographer, a desk or the page that a story was taken from."""
    if lowered.lstrip("([—–- ").startswith(_words("credits")) and len(text) <= 300:
        return True
    credit = _CREDIT.fullmatch(text.strip())
    if credit is None:
        return False
    rest = _URL.sub("", credit[1])
    words = _WORD.findall(rest)
    small = _word_set("name_links")
    return len(words) <= 6 and all(word[0].isupper() or word in small for word in words)


def _reports(lowered: str) -> bool:
    """Whether a paragraph says what somebody says, as a story does and a page does not."""
    return not _word_set("reporting").isdisjoint(_WORD.findall(lowered))


def may_be_headline(text: str) -> bool:
    """Whether a line that looks like a label may head an article ("Sources: ...", "Watch: ...")."""
    label, colon, rest = text.partition(":")
    return bool(colon) and len(label.split()) <= 2 and len(_WORD.findall(_URL.sub("", rest))) >= 3


def _is_link_or_contact(text: str) -> bool:
    """Whether a line is nothing but addresses."""
    if "@" not in text and "://" not in text and "www." not in text:
        return False
    rest, links = _URL.subn(" ", text)
    rest, contacts = _EMAIL_OR_HANDLE.subn(" ", rest)
    return links + contacts > 0 and len(_WORD.findall(rest)) <= 2


def _is_widget(text: str) -> bool:
    """Whether a line is a price strip, a reading time or a scrap of a page's code."""
    if len(text) <= 80 and _READ_TIME.search(text):
        return True
    prices = _PRICE.findall(text)
    if len(prices) >= 2 and len(_WORD.findall(_PRICE.sub(" ", text))) <= 2:
        return True
    return _CODE.fullmatch(text) is not None


def is_loose_line(text: str) -> bool:
    """Whether a line after the body reads like a link or a label: short, and no sentence."""
    words = _WORD.findall(text)
    if len(words) > 10 or len(text) > 100 or text.endswith((".", "!", ":", ",", ";")):
        return False
    if text[:1] in "\"“‘'([" or text[-1:] in '"”':
        return False
    title = sum(word[0].isupper() or word[0].isdigit() for word in words) > 0.6 * len(words)
    return (
        title or text.endswith("?") or not (_word_set("finite") & {word.lower() for word in words})
    )


def is_bio(text: str) -> bool:
    """Whether a paragraph introduces an author. Only where it ends an article: see `structure`."""
    lowered = text.lower()
    if len(text) > 700 or re.search(r"\b(?:said|told|according)\b", lowered):
        return False
    if len(text) <= 200 and any(phrase in lowered for phrase in _words("bio_contact")):
        return True
    name = re.match(rf"((?:{_NAME}\s+){{1,4}}?)({'|'.join(_words('bio_verbs'))})\b", text)
    if name is None or not all(word[0].isupper() for word in name[1].split()):
        return False
    if name[1].split()[0].lower() in {"he", "she", "it", "they", "this", "that", "the", "a", "an"}:
        return False
    sentence = re.split(r"(?<=[.!?])\s", lowered[name.start(2) :], maxsplit=1)[0]
    if _word_set("bio_roles") & set(_WORD.findall(sentence)[:12]):
        return True
    return any(work in sentence for work in _words("bio_work"))
