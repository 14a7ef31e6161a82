"""Who did what in an article, as plain data: what stories may tell differently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from attrib_lint.agreement.stems import known_event, stem
from attrib_lint.core.span import Span
from attrib_lint.extract.syntax import syntax_of
from attrib_lint.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from attrib_lint.article import Article, ParsedBlock


class Happening(Struct, frozen=True):
    """One clause or phrase: `kind` is "made" (wrote, led ...), "dismiss", "resign" or "suspend",
    "began" (a fire, where) or "post" (who holds which).

    `who` is the full name, in lower case, of the maker, the one who left or the holder; of what
    began, the place. `thing` is the stem of what was made or began, or the words of the post.
    """

    kind: str
    who: str
    thing: str | None
    span: Span
    text: str


def happenings(article: Article) -> tuple[Happening, ...]:
    """What an article says was made by whom, and who left how, in reading order."""
    makers = words("roles", "author.verbs") | {"written", "authored", "drafted"}
    beginning = words("roles", "beginning.verbs")
    found = []
    for parsed in article.parsed:
        syntax = syntax_of(parsed.doc)
        for i, low in enumerate(syntax.low):
            if syntax.pos[i] not in ("VERB", "AUX"):
                continue
            if low in makers:
                found.append(_made(article, parsed, parsed.doc[i]))
            elif syntax.lemma[i].lower() in beginning:
                found.append(_began(parsed, parsed.doc[i]))
            elif _leaving(syntax.lemma[i].lower()) is not None:
                found.append(_left(article, parsed, parsed.doc[i]))
    found += posts(article)
    return tuple(h for h in found if h is not None)


def _leaving(lemma: str) -> str | None:
    """ "dismiss", "resign" or "suspend" for a verb that says how somebody left."""
    event = known_event(lemma)
    if event in ("dismiss", "resign"):
        return event
    return "suspend" if lemma in words("roles", "leaving.suspended") else None


def _began(parsed: ParsedBlock, verb: Token) -> Happening | None:
    """ "The fire began in the compressor room": the part of a building or vehicle."""
    what = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
    event = what.lemma_.lower() if what is not None else ""
    if event not in words("roles", "beginning.events", "beginning.fires"):
        return None
    thing = "fire" if event in words("roles", "beginning.fires") else stem(event)
    where = next(
        (
            c
            for c in verb.children
            if c.dep_.startswith("obl") and c.lemma_.lower() in words("roles", "beginning.parts")
        ),
        None,
    )
    if where is None or where.i < verb.i:
        return None
    place = [c for c in where.children if c.dep_ in ("compound", "amod", "nmod:poss")]
    name = " ".join(stem(t.lower_) for t in sorted((*place, where), key=_index))
    span = parsed.span(parsed.doc[verb.i : where.i + 1])
    return Happening("began", name, thing, span, parsed.doc[verb.i : where.i + 1].text)


def _made(article: Article, parsed: ParsedBlock, verb: Token) -> Happening | None:
    """ "spearheaded a letter", "the letter was written by the institute"."""
    passive = next((c for c in verb.children if c.dep_ == "nsubj:pass"), None)
    if passive is not None:
        maker = next(
            (
                c
                for c in verb.children
                if c.dep_.startswith("obl") and any(g.lower_ == "by" for g in c.children)
            ),
            None,
        )
        return _happening(article, parsed, "made", maker, passive, passive, maker)
    thing = next((c for c in verb.children if c.dep_ == "obj" and c.i > verb.i), None)
    maker = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
    return _happening(article, parsed, "made", maker, thing, verb, thing)


def _left(article: Article, parsed: ParsedBlock, verb: Token) -> Happening | None:
    """ "the board fired Ruiz", "Ruiz was fired", "Ruiz resigned"."""
    kind = _leaving(verb.lemma_.lower()) or ""
    label = ("nsubj",) if kind == "resign" else ("obj", "nsubj:pass")
    left = (c for c in verb.children if c.dep_ in label)
    who = next((name for c in left if (name := _called(c)) is not None), None)
    if who is None:
        return None
    return _happening(
        article, parsed, kind, who, None, min(who, verb, key=_index), max(who, verb, key=_index)
    )


def _called(noun: Token) -> Token | None:
    """The name of somebody: "Ann Lee", or that of "its head coach, Ann Lee"."""
    called = (noun, *(c for c in noun.children if c.dep_ in ("appos", "flat")))
    return next((c for c in called if c.pos_ == "PROPN"), None)


def _index(token: Token) -> int:
    return token.i


def _happening(
    article: Article,
    parsed: ParsedBlock,
    kind: str,
    who: Token | None,
    thing: Token | None,
    first: Token | None,
    last: Token | None,
) -> Happening | None:
    """The happening with its people as full names; None where nobody is named."""
    if who is None or first is None or last is None or (kind == "made" and thing is None):
        return None
    start = parsed.start + first.left_edge.idx if first.pos_ != "VERB" else parsed.start + first.idx
    place = parsed.start + last.idx
    ends = [n.span.end for n in article.names if n.span.start <= place < n.span.end]
    span = Span(start, max([place + len(last.text), *ends]))
    name = _name(article, parsed, who)
    if name is None or len(span) > 120:
        return None
    named = stem(thing.text) if thing is not None else None
    return Happening(kind, name, named, span, span.of(article.text))


def _name(article: Article, parsed: ParsedBlock, who: Token) -> str | None:
    """The full name of a token in lower case; "he" is the last person named before it."""
    place = parsed.start + who.idx
    here = [n for n in article.names if n.span.start <= place < n.span.end]
    if not here and who.lower_ in ("he", "she", "who"):
        here = [n for n in article.names if n.kind == "person" and n.span.end <= place][-1:]
    if not here and who.pos_ == "PROPN":
        return str(who.lower_)
    return here[0].name.lower() if here else None


def posts(article: Article) -> list[Happening]:
    """The posts that people are given beside their full names: "chief fire officer Ann Lee"."""
    found = []
    for name in article.names:
        parsed = article.block_at(name.span.start)
        if name.kind != "person" or " " not in name.name or parsed is None:
            continue
        tokens = parsed.tokens(name.span)
        if tokens is None or not len(tokens):
            continue
        held = _ahead(tokens[0]) or _behind(tokens[-1])
        if held is not None:
            first, last = held
            post = " ".join(t.lower_ for t in parsed.doc[first : last + 1] if t.is_alpha)
            span = parsed.span(parsed.doc[first : last + 1]).cover(name.span)
            said = span.of(article.text)
            found.append(Happening("post", name.name.lower(), post, span, said))
    return found


def _ahead(name: Token) -> tuple[int, int] | None:
    """The words of a post right before a name."""
    titles = words("sources", "roles") | words("roles", "posts.ranks")
    first = name.i
    while first > name.sent.start and name.i - first < _POST:
        token = name.doc[first - 1]
        if token.pos_ not in ("NOUN", "ADJ") and token.lower_ not in titles:
            break
        first -= 1
    post = name.doc[name.i - 1] if first < name.i else None
    return (first, name.i - 1) if post is not None and _is_post(post) else None


def _behind(name: Token) -> tuple[int, int] | None:
    """The words of a post in apposition: "Ann Lee, the assistant chief fire officer, said"."""
    doc, first = name.doc, name.i + 1
    if first + 1 >= name.sent.end or doc[first].text != ",":
        return None
    first += 1
    while first < name.sent.end and (doc[first].pos_ == "DET" or doc[first].tag_ == "PRP$"):
        first += 1
    last = first
    while last < name.sent.end and doc[last].pos_ in ("NOUN", "ADJ") and last - first < _POST:
        last += 1
    return (first, last - 1) if last > first and _is_post(doc[last - 1]) else None


def _is_post(word: Token) -> bool:
    return word.pos_ == "NOUN" and word.lower_ in words("sources", "roles")


_POST = 6  # words
