"""Spell a name one way, and give a person one role.

A name spelled two ways is wrong once, and the reader cannot tell where. (AP: check the spelling of
names; Reuters: names and titles are checked at first mention)

Checks near-identical names of which one is never introduced, first names that differ before one
surname, two exclusive posts for one person, and one who wrote or led what elsewhere they only
signed.
Lets through: surnames alone, nicknames far apart, former and later posts, names inside quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from attrib_lint.api import (
    Article,
    Finding,
    Options,
    Related,
    Span,
    children,
    occurrences,
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
    "Elon Musk bought the chips. Musk said so. The billionaire was pleased.",
    "Ms. Lee, then finance director, is now chief executive. Ann Lee will stay.",
    "“Peking is calm,” he wrote in 1949. Beijing was silent.",
    "John Kerry met Bob Kerrey. Mr. Kerry left first. Mr. Kerrey stayed.",
    "The writer Anna Berg signed the letter. The letter was drafted by Tom Hale.",
]
BAD = [
    "Head of finance Moira Pell wrote the report.\n\nMrs [[Pell]], the council’s chief executive, "
    "spoke last.",
    "Chief Bayo Ladipo dismissed it.\n\n[[Oladipo]], who spoke again by telephone, said the card "
    "was his.",
    "Engineer Igor Babuschkin joined in March.\n\nIgor [[Babushkin]] worked at a lab before.",
    "Ambassador Hamdullah Mohib praised the team.\n\nAmbassador Hamdullah [[Mohid]] was late.",
    "The tycoon Carl Voss [[spearheaded a letter]] to halt the work.\n\nVoss signed an open "
    "letter, "
    "along with thousands of researchers.",
    "Chief executive Ann Lee spoke first.\n\nFinance director [[Ann Lee]] spoke last.",
    "Prosecutor Mark [[Tedesco]] opened the case.\n\nMr. Tedeschi told the court that she "
    "had died.",
    "K.C. Maurer is treasurer of the fund.\n\nRecipients, said [[Mauer]], must show the prints.",
]
_SHORTEST = 5  # letters: shorter words are alike by chance
_NAME = re.compile(r"\b[A-Z][\w’'-]*[a-z](?:[A-Z][a-z]+)?\b")
_GIVEN = re.compile(r"(?:\b[A-Z][\w’'-]*\.?|(?:\b[A-Z]\.)+)\s+$")
_TITLE = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Prof|Judge|Justice|President|Senator|Governor|Ambassador|Sir|Lord|Lady|Capt|Gen|Col)\.?$"
)
_TIMES = re.compile(
    r"\b(?:then|former|formerly|now|once|later|ex-|incoming|outgoing|acting|was|became|succeed\w*|next)\b",
    re.IGNORECASE,
)
_ENDINGS = (
    "s",
    "n",
    "an",
    "ian",
    "ic",
    "ese",
    "i",
    "ish",
    "er",
    "ers",
    "y",
    "ist",
    "ism",
    "al",
    "a",
    "o",
    "is",
    "ns",
    "ans",
    "ians",
)

_POST_NAMES = tuple(sorted(words("roles", "executive.posts"), key=lambda p: (-len(p), p)))
_POSTS = "|".join(_POST_NAMES)
_POST = re.compile(rf"\b(?P<post>{_POSTS}),?\s+$", re.IGNORECASE)
_POST_BEHIND = re.compile(
    rf",\s+(?:the|its|their|our)\s+(?:[\w’'-]+\s){{0,3}}(?P<post>{_POSTS})\s*[,.;]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Form:
    """One word of a name: what stands before and after it in the name, and its kind of name."""

    text: str
    span: Span
    before: str | None
    after: str | None
    titled: bool
    kind: str


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each name or role with two forms."""
    yield from _spellings(list(_forms(article)))
    yield from _posts(article)
    yield from _authors(article)


def _forms(article: Article) -> Iterator[_Form]:
    """Every word of five letters or more inside a proper name, outside quotations."""
    for name in article.names:
        if name.kind == "place" or any(
            q.inner.contains(name.span) and q.kind != "term" for q in article.quotes
        ):
            continue
        found = list(_NAME.finditer(name.span.of(article.text)))
        for i, match in enumerate(found):
            text = match.group().removesuffix("’s").removesuffix("'s")
            if len(text) < _SHORTEST:
                continue
            start = name.span.start + match.start()
            ahead = article.text[max(0, start - 25) : start]
            given = _GIVEN.search(ahead)
            titled = given is not None and bool(_TITLE.search(given.group().strip()))
            yield _Form(
                text=text,
                span=Span(start, start + len(text)),
                before=None if given is None or titled else given.group().strip(),
                after=found[i + 1].group() if i + 1 < len(found) else None,
                titled=titled,
                kind=name.kind,
            )


def _spellings(forms: list[_Form]) -> Iterator[Finding]:
    by_text: dict[str, list[_Form]] = {}
    for form in forms:
        by_text.setdefault(form.text, []).append(form)
    near = _neighbours(by_text)
    seen: set[frozenset[str]] = set()
    for rare, group in by_text.items():
        for other in near[rare]:
            others = by_text[other]
            pair = frozenset((rare, other))
            if len(group) > len(others) or pair in seen or not _alike(rare, other):
                continue
            if not _one_bearer(group, others):
                continue
            seen.add(pair)
            odd, usual = _odd(group, others)
            text = f"“{odd.text}” here, “{usual.text}” elsewhere."
            yield Finding(odd.span, text, (Related(usual.span, f"here it is {usual.text}"),))


def _neighbours(texts: Iterable[str]) -> dict[str, list[str]]:
    """The other words that begin or end as a word does: no other one can be like it."""
    alike: dict[tuple[str, bool], dict[str, None]] = {}
    for text in texts:
        for key in _ends(text):
            alike.setdefault(key, {})[text] = None
    place = {text: i for i, text in enumerate(texts)}
    return {
        text: sorted({o for key in _ends(text) for o in alike[key]} - {text}, key=place.__getitem__)
        for text in texts
    }


def _ends(text: str) -> tuple[tuple[str, bool], tuple[str, bool]]:
    return (text[0], True), (text[1 - _SHORTEST :].lower(), False)


def _odd(rare: list[_Form], other: list[_Form]) -> tuple[_Form, _Form]:
    """The form to flag and the one to show beside it: the rarer, else the later unless shorter."""
    if len(rare) == len(other) and rare[0].span.start < other[0].span.start:
        return (rare[0], other[0]) if rare[0].before and other[0].titled else (other[0], rare[0])
    return rare[0], other[0]


def _alike(a: str, b: str) -> bool:
    """Whether two words are a letter or two apart, and not by an ending of another word."""
    short, long = sorted((a, b), key=len)
    if len(short) >= _SHORTEST and len(long) - len(short) < 3 and long.endswith(short.lower()):
        return True  # "Oladipo" for "Ladipo"
    if len(short) < _SHORTEST or a[0] != b[0] or len(long) - len(short) > 2:
        return False
    if a.lower() == b.lower():
        return False
    stem = len(_common(short, long))
    if short[stem:] in ("", "y", "e", "a", "o") and long[stem:] in _ENDINGS:
        return False
    return _is_within(a, b, 1 if len(long) < 7 else 2)


def _common(a: str, b: str) -> str:
    """The letters that two words begin with."""
    length = next(
        (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )
    return a[:length]


def _is_within(a: str, b: str, edits: int) -> bool:
    """Whether so many edits turn one word into another."""
    fewest = max(len(one) for one in (_left_over(a, b), _left_over(b, a)))
    return fewest <= edits and _distance(a, b) <= edits


def _left_over(a: str, b: str) -> str:
    """The letters of a word that another has not, or not so often."""
    for letter in b:
        a = a.replace(letter, "", 1)
    return a


def _distance(a: str, b: str) -> int:
    """Edits that turn one word into another; two letters swapped are one edit."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if older and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _one_bearer(rare: list[_Form], other: list[_Form]) -> bool:
    """Whether two spellings name one bearer: the same word beside both, or one is never introduced.

    A given name needs the same surname; a surname the same given name, or a bare or titled hapax of
    a person beside a full name of the other spelling.
    """
    slip = _distance(rare[0].text.lower(), other[0].text.lower()) == 1
    person = any(f.kind == "person" for f in (*rare, *other))
    given = {f.after for f in rare if f.after}, {f.after for f in other if f.after}
    if given[0] or given[1]:
        return bool(given[0] & given[1]) and (person or slip)
    firsts = {f.before for f in rare if f.before}, {f.before for f in other if f.before}
    if firsts[0] and firsts[1]:
        return bool(firsts[0] & firsts[1]) and (person or slip)
    kinds = {f.kind for f in (*rare, *other)}
    titled = any(f.titled for f in (*rare, *other)) and kinds <= {"person", "other"}
    people = (slip and kinds == {"person"}) or (titled and "person" in kinds)
    return people and len(rare) == 1 and bool(firsts[0] or firsts[1])


def _posts(article: Article) -> Iterator[Finding]:
    """ "chief executive Ann Lee" and "finance director Ann Lee"."""
    first: dict[str, tuple[str, Span]] = {}
    for name in article.names:
        before = article.text[max(0, name.span.start - 45) : name.span.start]
        if name.kind == "place" or " " not in name.name:
            continue
        ahead = before.rstrip().removesuffix(",").lower().endswith(_POST_NAMES)
        post = _POST.search(before) if ahead else None
        post = post or _POST_BEHIND.match(article.text, name.span.end)
        if post is None or _TIMES.search(before):
            continue
        held = _same_post(post["post"].lower())
        known = first.setdefault(name.name, (held, name.span))
        if known[0] != held:
            text = f"{name.name} is “{post['post']}” here, “{known[0]}” elsewhere."
            yield Finding(name.span, text, (Related(known[1], f"here as {known[0]}"),))


def _same_post(post: str) -> str:
    return {
        "ceo": "chief executive",
        "chief executive officer": "chief executive",
        "cfo": "chief financial officer",
        "finance director": "chief financial officer",
    }.get(post, post)


def _authors(article: Article) -> Iterator[Finding]:
    """One who "spearheaded a letter" and, elsewhere, signed it along with others."""
    leading, signing = words("roles", "author.verbs"), words("roles", "signer.verbs")
    done: dict[tuple[str, str], tuple[str, Span]] = {}
    for parsed, token in occurrences(article, leading | signing):
        kind = "led" if token.lower_ in leading else "signed"
        thing = next((c for c in children(token, "obj") if c.i > token.i), None)
        if thing is None or thing.pos_ != "NOUN":
            continue
        who = subject(token)
        name = None
        if who is not None:
            called = next(iter(children(who, "appos")), who)  # "the tycoon Carl Voss"
            name = _named(article, parsed.span(called), who.lower_)
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
