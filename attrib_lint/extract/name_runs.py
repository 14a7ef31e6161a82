"""Finds the stretches of a block that look like names: capitals, links between them, titles."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words

_LINKS = frozenset(
    (
        "of",
        "for",
        "the",
        "and",
        "&",
        "de",
        "la",
        "van",
        "von",
        "der",
        "bin",
        "al",
        "du",
        "di",
        "dello",
        "della",
        "del",
        "da",
        "das",
        "dos",
        "dei",
        "delle",
        "le",
        "les",
    )
)
LOOSE = frozenset(("of", "for", "the", "and", "&"))


class Run(Struct, frozen=True):
    """Tokens first .. stop - 1 of one block that look like a name, titles left out."""

    syntax: Syntax
    offset: int
    first: int
    stop: int
    titled: bool
    low: tuple[str, ...]

    @property
    def text(self) -> str:
        span = self.syntax.span(self.first, self.stop)
        return " ".join(span.of(self.syntax.text).split())


def is_plain(run: Run, plain: set[str]) -> bool:
    """Whether a lone capitalised word is a common one, by the words of the document (`plain`)."""
    if run.stop - run.first > 1 or run.titled:
        return False
    first = run.first == run.syntax.sent_spans[run.syntax.sent[run.first]][0]
    low = run.low[0]
    if low in _people_words() or (first and low in plain and low.islower()):
        return True
    return first and _is_body_noun(run)


def _is_body_noun(run: Run) -> bool:
    """Whether a capitalised first word says what kind of body: "Club insiders", "Bank staff"."""
    syntax, following = run.syntax, run.stop
    return (
        run.low[0] in words("names", "org_words")
        and not syntax.words[run.first].isupper()
        and following < len(syntax)
        and syntax.words[following].islower()
        and syntax.pos[following] == "NOUN"
        and run.low[0] in words("sources", "institutions")
    )


def is_post(run: Run, surnames: set[str]) -> bool:
    """Whether capitals name nobody: "the Governor", "the Chief Minister", "the Spaniard".

    `surnames` are the last words of the document's longer names: "Major" may be John Major.
    """
    syntax = run.syntax
    posts = all(word in _posts() or f"{word}s" in words("sources", "groups") for word in run.low)
    if not posts or run.low[-1] in surnames:
        return False
    if f"the {' '.join(run.low)}" in words("names", "outlets"):
        return False  # "The Economist"
    first = run.first
    while first > 0 and syntax.pos[first - 1] in ("ADJ", "NOUN", "PROPN"):
        first -= 1
    if first == 0 or (syntax.words[first - 1] == "The" and not _opens_sentence(syntax, first - 1)):
        return False  # "wrote in The Advocate"
    return syntax.pos[first - 1] == "DET" or syntax.tag[first - 1] == "PRP$"


def _opens_sentence(syntax: Syntax, t: int) -> bool:
    first = syntax.sent_spans[syntax.sent[t]][0]
    return all(syntax.pos[k] == "PUNCT" for k in range(first, t))


@cache
def _posts() -> frozenset[str]:
    return words("names", "titles", "posts") | words("sources", "offices") - words(
        "names", "org_words", "parties"
    )


def is_title_case(syntax: Syntax, sent: int) -> bool:
    """Whether nearly every word of a sentence is capitalised, so that capitals tell nothing."""
    first, stop = syntax.sent_spans[sent]
    letters = [w[0] for w in syntax.words[first:stop] if len(w) > 3 and w[0].isalpha()]
    return len(letters) >= 4 and sum(map(str.isupper, letters)) >= 0.8 * len(letters)


def find_runs(syntax: Syntax, offset: int) -> Iterator[Run]:
    """The longest stretches of capitalised name words, cut at titles."""
    pairs = enumerate(zip(syntax.words, syntax.low, strict=True))
    capital = [i for i, (word, low) in pairs if word != low]
    if not capital:
        return
    size = len(syntax)
    shouting = [is_title_case(syntax, s) for s in range(len(syntax.sent_spans))]
    done = 0
    for start in capital:
        if start < done or not _is_name_word(syntax, start, shouting):
            continue
        i, stop = start, start + 1
        while stop < size and syntax.sent[stop] == syntax.sent[i]:
            if _is_name_word(syntax, stop, shouting):
                stop += 1
            elif (
                syntax.low[stop] in _LINKS and stop + 1 < size and _links_on(syntax, stop, shouting)
            ):
                stop += 1 if _is_name_word(syntax, stop + 1, shouting) else 2
            elif syntax.low[stop - 1] == "channel" and syntax.words[stop].isdecimal():
                stop += 1
            else:
                break
        for before, after in _split_titles(syntax, i, stop):
            if after > before and before > i and _is_real(syntax, i, before - 1) and before - 1 > i:
                yield Run(syntax, offset, i, before - 1, False, _form(syntax, i, before - 1))
            i = before
        first, titled = _without_titles(syntax, i, stop)
        if first < stop and _is_real(syntax, first, stop):
            yield Run(syntax, offset, first, stop, titled, _form(syntax, first, stop))
        done = stop


def _form(syntax: Syntax, first: int, stop: int) -> tuple[str, ...]:
    """A name's words in lower case, without the stops of initials."""
    return tuple(word.rstrip(".") or word for word in syntax.low[first:stop])


def _links_on(syntax: Syntax, i: int, shouting: list[bool]) -> bool:
    """Whether "of" or "and" joins two halves of one name."""
    following = i + 1
    if (
        syntax.low[following] == "the"
        and following + 1 < len(syntax)
        and syntax.low[i] in ("of", "for")
    ):
        following += 1
    if not _is_name_word(syntax, following, shouting):
        return False
    if syntax.low[i] not in LOOSE:
        return True
    if syntax.low[i] == "the":
        return False
    if syntax.low[i] in ("and", "&"):
        return syntax.low[i] == "&" or (
            bool(syntax.ent[i]) and syntax.ent[i - 1] == syntax.ent[following] == "ORG"
        )
    org = words("names", "org_words")
    if syntax.low[i - 1] in org or syntax.ent[i] == "ORG":
        return True
    while following < len(syntax) and _is_name_word(syntax, following, shouting):
        following += 1
    return syntax.low[following - 1] in org


def _is_name_word(syntax: Syntax, i: int, shouting: list[bool]) -> bool:
    word = syntax.words[i]
    if word == syntax.low[i]:
        return False
    if not (word[0].isupper() or (word[0].isalpha() and word[1:2].isupper())):
        return False
    if syntax.low[i].rstrip(".") in words("names", "never"):
        return False
    if syntax.pos[i] == "PROPN" or (syntax.ent[i] and syntax.pos[i] not in ("DET", "PRON", "ADP")):
        if shouting[syntax.sent[i]] and not syntax.ent[i]:
            return syntax.low[i] in _known_words() or syntax.pos[i] == "PROPN"
        return True
    starts = i == syntax.sent_spans[syntax.sent[i]][0]
    return (
        not starts
        and not shouting[syntax.sent[i]]
        and syntax.pos[i] in ("NOUN", "ADJ", "X", "NUM")
        and syntax.low[i - 1] not in ("“", '"', ":", "‘", "''")
        and (len(word) > 1)
        and not word.isdecimal()
        and syntax.tag[i] != "JJ"
    )


@cache
def _known_words() -> frozenset[str]:
    return words("names", "given", "places", "org_words", "outlet_words", "titles")


def _split_titles(syntax: Syntax, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """Where a title parts an organisation from a person: "House Speaker | Ann Lee"."""
    split = words("names", "splitting")
    org = words("names", "org_words")
    for i in range(stop - 2, first, -1):
        if syntax.low[i].rstrip(".") in split and syntax.low[stop - 1] not in org:
            yield i + 1, stop
            return


def _without_titles(syntax: Syntax, first: int, stop: int) -> tuple[int, bool]:
    titled = False
    titles = words("names", "titles")
    while stop - first > 1 and syntax.low[first].rstrip(".") in titles:
        if syntax.low[first] in words("names", "org_words") and stop - first > 2:
            break
        first += 1
        titled = True
    if not titled and first > 0 and syntax.low[first - 1].rstrip(".") in titles:
        titled = True
    return first, titled


def _is_real(syntax: Syntax, first: int, stop: int) -> bool:
    """A lone capital at a sentence's start is a name only where the parse says so."""
    if stop - first > 1 or first != syntax.sent_spans[syntax.sent[first]][0]:
        return len(syntax.words[first]) > 1 or stop - first > 1
    return syntax.pos[first] == "PROPN" and len(syntax.words[first]) > 1


@cache
def _people_words() -> frozenset[str]:
    """Plurals that no name consists of: "Critics", "Officials"."""
    return frozenset(f"{w}s" for w in words("sources", "roles", "collectives", "bare", "documents"))
