"""Spell a name one way, and give a person one role.

A name spelled two ways is wrong once, and the reader cannot tell where. (AP: check the spelling of
names; Reuters: names and titles are checked at first mention)

Checks near-identical names of which one is never introduced, first names that differ before one
surname, two exclusive posts or ranks for one person, and one who wrote or led what elsewhere they
only signed. In an article that is careless all over it also asks about a name a letter or a vowel
off and about any two posts that one person seldom has.
Lets through: surnames alone, nicknames far apart, former and later posts, names inside quotations.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from attrib_lint.api import (
    SHORTEST,
    Article,
    Finding,
    Held,
    NameMention,
    Options,
    Related,
    Span,
    Spans,
    are_alike,
    changed_bearers,
    changed_stations,
    children,
    edits_between,
    held_posts,
    is_careless,
    name_slips,
    neighbours,
    occurrences,
    ran_together,
    subject,
    words,
)

HELP = "Which is right? Check the spelling, the title or the role, and use one form."
SEVERITY = "warning"
PRESETS = ("default", "ap", "reuters", "wikipedia", "strict")
GUARDS = (
    "surnames alone, titles and first mentions in full are normal",
    "two people with names of their own are two people",
    "then, former, now and the like license a change of post",
    "names inside quotations are let through",
)
GOOD = [
    "O'Rourke laughs\n\nTom O’Rourke laughed. Mr O’Rourke wept.",
    "Speaker Ann Pelham was late. Ann PelhamOn The Money left. Mrs Pelham sang, and Pelham wept.",
    "The Health Ministry shut two clinics. Deputy Health Minister Ann Lee opened one.",
    "The chief executive, Ann Lee, the finance director, Bo Hart, and the chairman were paid "
    "on Monday.",
    "UN Secretary-General Paul Obi spoke. Major Paul Obi was there.",
    "Energy Minister Ann Lee spoke. Ms Lee, the climate minister, left at noon.",
    "Colonel Paul Obi flew the plane, and retired as a general. General Obi died in 2007.",
    "The song was sung by Marija Šerić. The Greek entry was Yassou Maria.",
    "Colonel Paul Obi led the men. General Ruth Obi led the women.",
    "Captain Ann Lee spoke first. Captain Lee spoke last.",
    "Officers left the Coast. Walters Lee spoke. Mr Waters Rao was silent.",
    "Elon Musk bought the chips. Musk said so. The billionaire was pleased.",
    "Ms. Lee, then finance director, is now chief executive. Ann Lee will stay.",
    "“Peking is calm,” he wrote in 1949. Beijing was silent.",
    "Lt. Col. Ada Obi spoke first.\n\nCol. Obi spoke last.",
    "Foreign minister Sunita Rao spoke.\n\nRao, who was finance minister until May, left.",
    "Ford’s sales director Ann Lee left.\n\nLee, who has been head of research at Rover since May, "
    "was paid.",
    "Home secretary Moira Pell spoke.\n\nMrs Pell, the shadow defence secretary in 2014, left.",
    "John Kerry met Bob Kerrey. Mr. Kerry left first. Mr. Kerrey stayed.",
    "The writer Anna Berg signed the letter. The letter was drafted by Tom Hale.",
]
BAD = [
    "Colonel Yusuf Adar led the men.\n\nGeneral [[Adar]] would not speak.",
    "Operations director Moira Pell wrote it.\n\nMs [[Pell, who has been finance director]] since "
    "2019, was away.",
    "The actress Pamela Stern came third.\n\n[[Palema]] Stern danced well.",
    "Police caught Abdeslan in May.\n\nWhat did [[Abeslan]]’s arrest change? Ann Lee asked.",
    "Head of finance Moira Pell wrote the report.\n\nMrs [[Pell, the council’s chief "
    "executive]], spoke last.",
    "Chief Bayo Ladipo dismissed it.\n\n[[Oladipo]], who spoke again by telephone, said the card "
    "was his.",
    "Engineer Igor Babuschkin joined in March.\n\nIgor [[Babushkin]] worked at a lab before.",
    "Ambassador Hamdullah Mohib praised the team.\n\nAmbassador Hamdullah [[Mohid]] was late.",
    "The tycoon Carl Voss [[spearheaded a letter]] to halt the work.\n\nVoss signed an open "
    "letter, "
    "along with thousands of researchers.",
    "Health minister Sunita Rao spoke first.\n\nMs [[Rao, the transport minister]], spoke last.",
    "District attorney Rosa Klein spoke first.\n\nMs [[Klein, the defence lawyer]], spoke last.",
    "Mayor Ada Voss cut the ribbon.\n\n[[Voss, the deputy mayor]], thanked the band.",
    "Captain Bayo Ladipo gave the order, a deckhand said.\n\nMajor [[Ladipo]] was not on board.",
    "Chief executive Ann Lee spoke first.\n\nFinance director [[Ann Lee]] spoke last.",
    "Prosecutor Mark [[Tedesco]] opened the case.\n\nMr. Tedeschi told the court that she "
    "had died.",
    "K.C. Maurer is treasurer of the fund.\n\nRecipients, said [[Mauer]], must show the prints.",
]
_NAME = re.compile(r"\b(?=[^\W\d_])(?![a-z])[\w’'-]*[^\W\d_A-Z]\b")
_GIVEN = re.compile(r"(?:\b[A-Z][\w’'-]*|\b[A-Z]\w{0,3}\.|(?:\b[A-Z]\.)+) +$")
_TITLE = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Prof|Judge|Justice|President|Senator|Governor|Ambassador|Sir|Lord|Lady|Capt|Gen|Col)\.?$"
)

_TWINS = frozenset(("twin", "twins", "brothers", "sisters", "cousin", "cousins", "siblings"))
_LONG = 7  # letters
_Place = tuple[NameMention, int]
"""A name, and the number of a word in it."""


class _Form(NamedTuple):
    """One word of a name: the prose ahead of it, the word after it in the name, the name's kind."""

    text: str
    span: Span
    ahead: str
    after: str | None
    kind: str

    @property
    def before(self) -> str | None:
        """The given name or initials right before it."""
        return None if self.titled else self._capitalised

    @property
    def titled(self) -> bool:
        """Whether a title stands right before it."""
        return self._capitalised is not None and bool(_TITLE.search(self._capitalised))

    @property
    def _capitalised(self) -> str | None:
        given = _GIVEN.search(self.ahead)
        return given.group().strip() if given is not None else None


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each name or role with two forms."""
    found = [*_spellings(article), *_posts(article), *_authors(article)]
    yield from found
    if is_careless(article):
        yield from _slips(article, found)


def _slips(article: Article, found: list[Finding]) -> Iterator[Finding]:
    """What a letter or a post beside the name tells where the whole article is careless."""
    known = [span for f in found for span in (f.span, *(r.span for r in f.related))]
    pairs = [
        *((s.odd.span, s.usual.span) for s in name_slips(article)),
        *((here.span, before.span) for here, before in changed_stations(article)),
        *((here.span, before.span) for here, before in changed_bearers(article)),
    ]
    for odd, usual in pairs:
        if any(span.overlaps(odd) or span.overlaps(usual) for span in known):
            continue
        known += [odd, usual]
        here, there = odd.of(article.text), usual.of(article.text)
        text = f"“{here}” here, “{there}” elsewhere."
        yield Finding(odd, text, (Related(usual, f"here it is {there}"),))


def _places(article: Article) -> dict[str, list[_Place]]:
    """Every word of five letters or more inside a proper name, outside quotations."""
    places: dict[str, list[_Place]] = {}
    quoted = Spans(quote.inner for quote in article.quotes if quote.kind != "term")
    for name in article.names:
        if name.kind == "place" or quoted.hold(name.span.start, name.span.end):
            continue
        for i, word in enumerate(_NAME.findall(name.span.of(article.text))):
            text = word.removesuffix("’s").removesuffix("'s")
            if len(text) >= SHORTEST and not ran_together(text):
                places.setdefault(text.replace("'", "’"), []).append((name, i))
    return places


def _forms(article: Article, text: str, places: list[_Place]) -> list[_Form]:
    """A word with what stands around it, at each of its places."""
    forms: list[_Form] = []
    for name, i in places:
        found = list(_NAME.finditer(name.span.of(article.text)))
        start = name.span.start + found[i].start()
        forms.append(
            _Form(
                text=text,
                span=Span(start, start + len(text)),
                ahead=article.text[max(0, start - 25) : start],
                after=found[i + 1].group() if i + 1 < len(found) else None,
                kind=name.kind,
            )
        )
    return forms


def _spellings(article: Article) -> Iterator[Finding]:
    by_text = _places(article)
    near = neighbours(by_text)
    seen: set[frozenset[str]] = set()
    for rare in by_text:
        for other in near[rare]:
            pair = frozenset((rare, other))
            rarer = len(by_text[rare]) <= len(by_text[other])
            if not rarer or pair in seen or not are_alike(rare, other):
                continue
            if _is_office(rare, other) or _is_office(other, rare):
                continue
            group, others = (_forms(article, t, by_text[t]) for t in (rare, other))
            if not _one_bearer(group, others) or _are_kin(group, others):
                continue
            seen.add(pair)
            odd, usual = _odd(group, others)
            text = f"“{odd.text}” here, “{usual.text}” elsewhere."
            yield Finding(odd.span, text, (Related(usual.span, f"here it is {usual.text}"),))


def _is_office(holder: str, office: str) -> bool:
    """ "Minister" and "Ministry", "Chancellor" and "Chancellery": two words, not two spellings."""
    stem = holder.removesuffix("er").removesuffix("or")
    return stem != holder and office in (f"{stem}ry", f"{stem}ory", f"{stem}ery")


def _odd(rare: list[_Form], other: list[_Form]) -> tuple[_Form, _Form]:
    """The form to flag and the one to show beside it: the rarer, else the later unless shorter."""
    if len(rare) == len(other) and rare[0].span.start < other[0].span.start:
        return (rare[0], other[0]) if rare[0].before and other[0].titled else (other[0], rare[0])
    return rare[0], other[0]


def _one_bearer(rare: list[_Form], other: list[_Form]) -> bool:
    """Whether two spellings name one bearer: the same word beside both, or one is never introduced.

    A given name needs the same surname; a surname the same given name, or a bare or titled hapax of
    a person beside a full name of the other spelling.
    """
    slip = edits_between(rare[0].text.lower(), other[0].text.lower()) == 1
    person = any(f.kind == "person" for f in (*rare, *other))
    given = {f.after for f in rare if f.after}, {f.after for f in other if f.after}
    if given[0] or given[1]:
        return bool(given[0] & given[1]) and (person or slip)
    firsts = tuple({_plain(f.before) for f in forms if f.before} for forms in (rare, other))
    if firsts[0] and firsts[1]:
        return bool(firsts[0] & firsts[1]) and (person or slip)
    kinds = {f.kind for f in (*rare, *other)}
    alone = {f.kind for f in (*rare, *other) if not f.before}
    bearers = "person" in kinds and kinds - (alone & {"org"}) <= {"person", "other"}
    if slip and bearers and min(len(rare[0].text), len(other[0].text)) >= _LONG:
        return True  # too long a name for another bearer's to be a letter apart
    titled = bearers and any(f.titled for f in (*rare, *other))
    people = (slip and kinds == {"person"}) or titled
    return people and len(rare) == 1 and bool(firsts[0] or firsts[1])


def _plain(name: str) -> str:
    """A name without accents: one desk writes them, another one does not."""
    letters = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()


def _are_kin(one: list[_Form], other: list[_Form]) -> bool:
    """Whether either comes in as a relative: "her younger sister, Karen Thorvald"."""
    kin = words("sources", "kin") | _TWINS
    return any(kin & set(re.findall(r"[a-z-]+", f.ahead)[-2:]) for f in (*one, *other))


def _posts(article: Article) -> Iterator[Finding]:
    """ "Chief executive Ann Lee" and "finance director Ann Lee"; "Colonel Obi" and "General"."""
    first: dict[tuple[str, str], Held] = {}
    done: set[tuple[str, str]] = set()
    for held in held_posts(article):
        key = (held.name, held.kind)
        known = first.setdefault(key, held)
        if key not in done and held.clashes(known):
            done.add(key)
            text = f"{held.name} is “{held.text}” here, “{known.text}” elsewhere."
            yield Finding(held.span, text, (Related(known.span, f"here as {known.text}"),))


def _authors(article: Article) -> Iterator[Finding]:
    """One who "spearheaded a letter" and, elsewhere, signed it along with others."""
    phrasal = words("roles", "author.up")
    leading, signing = words("roles", "author.verbs") | phrasal, words("roles", "signer.verbs")
    done: dict[tuple[str, str], tuple[str, Span]] = {}
    for parsed, token in occurrences(article, leading | signing):
        kind = "led" if token.lower_ in leading else "signed"
        if token.lower_ in phrasal and "up" not in {c.lower_ for c in token.children}:
            continue
        thing = next((c for c in children(token, "obj") if c.i > token.i), None)
        if thing is None or thing.pos_ != "NOUN":
            continue
        who = subject(token)
        name = None
        if who is not None:
            called = (*children(who, "appos"), who)  # "the tycoon Carl Voss"
            found = (_named(article, parsed.span(t), who.lower_) for t in called)
            name = next((n for n in found if n is not None), None)
        if name is None:
            continue
        span = Span(parsed.start + token.idx, parsed.start + thing.idx + len(thing.text))
        known = done.setdefault((name, thing.lower_), (kind, span))
        if known[0] != kind:
            text = (
                f"“{known[1].of(article.text)}” here, “{span.of(article.text)}” "
                f"there: which did {name} do?"
            )
            yield Finding(known[1], text, (Related(span, "the other role"),))


def _named(article: Article, span: Span, word: str) -> str | None:
    """The full name of a subject; "he" is the last person named before."""
    named = [n for n in article.names if n.span.overlaps(span)]
    if named:
        return named[0].name
    if word not in ("he", "she", "who"):
        return None
    people = [n for n in article.names if n.span.end <= span.start and n.kind == "person"]
    return people[-1].name if people else None
