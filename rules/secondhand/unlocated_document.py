"""A document is relied on and cannot be found.

A letter, post, memo or filing that carries part of the story should come with enough to find it:
who issued it, when, under what title or number, and a link where it is public. For leaked papers,
say who has seen them. SPJ and IFCN ask for sources in enough detail to check them.

Two of issuer, date, title or number, place and link are enough, counted over the whole article;
so is a writer with a name, or the writer's words in quotation marks and who that is. So is "a
letter" that is only sent, opened or torn. Statements, e-mails to the reporter and reports are
left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.api import (
    Article,
    Finding,
    Options,
    ParsedBlock,
    Phrase,
    Span,
    credits,
    is_credited,
    is_noun,
    linked,
    phrase_around,
    says_when,
    tokens_among,
    told_by_named,
    traces_after,
    words,
    words_of,
)

if TYPE_CHECKING:
    from attrib_lint.api import Token

HELP = "Who issued it, when, and where can readers see it? For leaked papers: who has seen them?"
SEVERITY = "info"
SUSPECTED = "“{span}” is relied on, and readers cannot find it."
PRESETS = ("ap", "wikipedia", "strict")
PRESET_OPTIONS = {"strict": {"reader-alone": 0.9, "reader-company": 6.5}}
GUARDS = (
    "“The document” or “it” in the next sentences may give issuer, date and link.",
    "Two of issuer, date, title or number, and link are enough, anywhere in the article.",
    "A named writer of a post or letter can be looked up, and so can verbatim words.",
    "A paper that is sent, carried or torn is an object, not a source.",
    "What a named source says about a paper is let through.",
    "A post that is an office, or a part of a hyphenated word, is no paper.",
)
BAD = (
    "[[A leaked memo]] shows the depot knew of the cracks. The document was met with anger.",
    "Musk recently signed [[an open letter]] that called for a six-month halt.",
    "In [[a recent tweet]], he questioned the legality.",
    "[[Documents seen by the site]] show a loss.",
    "[[A leaked memo]] shows the hospital knew of the infections.",
    "In [[an internal memo]], managers told drivers to skip breaks.",
    "[[Court documents]] show he owed four months of rent.",
    "[[A Facebook post]] claimed the ballot boxes were empty.",
    "[[A leaked email]] shows the academy knew of the mould.",
    "Forty doctors signed [[an open letter]] asking for the ward to be reopened.",
    "In [[a Facebook post]], the candidate said the count had been rigged.",
    "In [[a post]], the candidate said the post-war treaty was void.",
    "[[Internal documents]] show the mine ignored two warnings.",
    "[[Internal documents]] show Boeing knew of the crack.",
    "[[A brokerage note]] said the slump was far from over.",
    "In [[an internal email]], one of the managers told staff to “keep it quiet”.",
    "[[A leaked risk register]] shows the bridge would need replacing.",
    "[[A leaked roster]] shows Dr Rao worked 90 hours that week.",
    "[[A confidential valuation]] put the stadium at £40m.",
    "[[Leaked minutes]] show that the board voted twice.",
    "In [[a leaked letter to players]], the coach, Dan Reid, wrote that “the club is broke”.",
    "Fans pointed to [[a since-deleted tweet]] in which Rao wrote, “I am done here.”",
    "In [[a recent TikTok video caption]], she told customers to stay at home.",
    "The board acted on [[a petition]] which accused the bursar of theft.",
)
GOOD = (
    "A leaked memo shows the depot knew of the cracks. It was written by Joan Hart on 9 June.",
    "---\ntitle: Six days\n---\n[A leaked memo](https://ferry.example/memo) tells crews to stay.",
    "A note on the door said the shop was shut.",
    "A suicide note said he was sorry.",
    "A private plan to sell the house fell through.",
    "In an internal email, Ann Lee, the head of Boeing, told staff to stay at home.",
    "The case put Makoni through the wringer, her lawyers said in a court filing.",
    "The early cut was intended, Wright wrote in a blog post.",
    "“Terrible accident,” Ana Ruiz said in a tweet.",
    "In a post on the mayor’s Twitter account, the town confirmed that the dam had burst.",
    "A post on the group’s Facebook page said it was “extremely grateful”.",
    "In a letter, the bishop of Jos, Abel Moyo, told the Senate that he would not resign.",
    "A letter sent to Martin Rao said his passport would not be renewed.",
    "In a letter published by the Future of Life Institute at the end of March, signatories urged "
    "a pause.",
    "In a tweet on March 18, Musk said the firm would use AI.",
    "He sends the letter by post every week.",
    "A memo dated 4 May and signed by the director, Ann Lee, shows the hospital knew.",
    "The union sent a letter to parents.",
    "In a lawsuit filed on Monday in Lagos, Ade Bello says the bank hid the fees.",
    "“A leaked memo shows it all,” said Ruth Hall, who sits on the council.",
    "Kumar signed an open letter. The letter, published by the Hindu on 3 May, asks for a ban.",
    "In a letter to the Times on 4 June, forty doctors asked for the ward to be reopened.",
    "The candidate, Ruth Hall, said in a Facebook post on Sunday that the count had been rigged.",
    "He keeps the letter in a drawer by his bed.",
    "In a post-war letter, he wrote of hunger.",
    "In a post as deputy head, she said pupils were her family.",
    "The envoy said he was glad to serve in a post that few wanted.",
    "A court filing made on 3 March by the Mining Board shows two warnings were ignored.",
    "A petition calling for the pool to be saved has been signed by 2,300 people.",
    "In a letter to players, the coach, Dan Reid, wrote that “the club is broke”.",
    "She told a story about Instagram to the class.",
)

_KINDS = words("documents", "kinds")
# What somebody leaves or sends for one reader only.
_PRIVATE = frozenset({"suicide", "ransom", "thank-you", "sick", "handwritten", "love", "farewell"})
_LEAKED = frozenset({"leaked", "unpublished"})
_SIGNERS = re.compile(r"\bsigned by (?:[\w-]+ ){0,3}\d")
_TITLED = frozenset({"titled", "entitled", "no.", "number", "numbered"})
_ISSUERS = words("sources", "institutions")
_NAMED = frozenset({"named_person", "named_org_or_outlet", "role_named_elsewhere"})
_HELD = frozenset(
    ("serve", "remain", "stay", "hold", "keep", "work", "continue", "appoint", "elect", "take")
)


def check(article: Article, options: Options) -> Iterator[Finding]:
    """Report each kind of document once, where it is relied on and cannot be found."""
    reported: set[str] = set()
    for block, token in _papers(article):
        phrase = _document(block, token.i) if token.lower_ not in reported else None
        if phrase is None or not _is_relied_on(phrase) or told_by_named(article, phrase.span):
            continue
        if len(_traces(article, token.lower_) | traces_after(article, phrase)) < 2:
            reported.add(token.lower_)
            yield Finding(phrase.span, f"“{phrase.text}” is relied on, and readers cannot find it.")


def anchor(article: Article, span: Span, options: Options) -> Span | None:
    """The suspected words, unless somebody is credited with them."""
    if is_credited(article, span) or linked(article, span):
        return None
    for block, token in _papers(article):
        if span.overlaps(block.span(token)) and is_noun(token):
            phrase = phrase_around(block, token)
            return None if len(traces_after(article, phrase)) > 1 else span
    return span


def _papers(article: Article) -> Iterator[tuple[ParsedBlock, Token]]:
    """The nouns that mean a paper, and whatever noun is "leaked"."""
    for block, token in tokens_among(
        article, words("documents", "nouns", "papers", "feeds") | _LEAKED
    ):
        if token.lower_ not in _LEAKED:
            yield block, token
        elif token.head.i > token.i and token.head.pos_ == "NOUN":
            if token.head.lower_ not in words("documents", "nouns", "papers", "fluids"):
                yield block, token.head


def _document(block: ParsedBlock, i: int) -> Phrase | None:
    """The phrase around a document noun that brings the document in."""
    token = block.doc[i]
    if not is_noun(token) or _is_compound(block, i) or _is_position(block, i):
        return None
    phrase = phrase_around(block, token)
    low = [t.lower_ for t in phrase.before]
    modifiers = {t.lower_ for t in phrase.modifiers}
    secret = modifiers & words("documents", "secret") or _is_withdrawn(phrase)
    plural = token.lower_ in words("documents", "plural") or (secret and token.tag_ == "NNS")
    if phrase.definite or phrase.owner is not None or not (plural or {"a", "an", "one"} & set(low)):
        return None
    if any(t.tag_ in ("NNP", "NNPS") and t.lower_ not in _KINDS for t in phrase.modifiers):
        return None
    if token.lower_ in words("documents", "feeds"):
        return phrase if modifiers & words("documents", "places") else None
    if token.lower_ not in words("documents", "nouns"):
        handed = words_of(phrase.after) & words("documents", "accessed")
        return phrase if secret or handed or _is_of_trade(phrase) else None
    if not secret and not modifiers <= _KINDS:
        return None
    after = {t.lower_ for t in phrase.after}
    if plural and not (secret or "court" in modifiers or after & words("documents", "accessed")):
        return None
    return phrase


def _is_withdrawn(phrase: Phrase) -> bool:
    """Whether readers cannot look it up by its author: leaked, or taken down since."""
    return any(
        t.lower_ in _LEAKED or t.lower_.endswith(("deleted", "removed")) for t in phrase.modifiers
    )


def _is_of_trade(phrase: Phrase) -> bool:
    """Whether it is "a brokerage note", "a diplomatic cable", and it says something."""
    if phrase.head.lower_ not in words("documents", "trade") or not phrase.modifiers:
        return False
    private = {t.lower_ for t in phrase.modifiers} & _PRIVATE
    return not private and credits(phrase, words("second_hand", "reports.says"))


def _is_compound(block: ParsedBlock, i: int) -> bool:
    """Whether a hyphen makes the word a part of another: "a post-war letter"."""
    doc = block.doc
    after = doc[i].idx + len(doc[i].text)
    return doc.text[after : after + 1] in ("-", "‑") or (
        doc[i].idx > 0 and doc.text[doc[i].idx - 1] in ("-", "‑")
    )


def _is_position(block: ParsedBlock, i: int) -> bool:
    """Whether a post is an office that somebody holds: "a post as deputy", "serve in a post"."""
    doc = block.doc
    if doc[i].lower_ not in ("post", "posts"):
        return False
    if i + 1 < len(doc) and doc[i + 1].lower_ in ("as", "of"):
        return True
    return any(t.lemma_.lower() in _HELD for t in doc[max(doc[i].sent.start, i - 4) : i])


def _is_relied_on(phrase: Phrase) -> bool:
    """Whether a document is a source, a place where something is said, or signed and published."""
    if credits(phrase, words("second_hand", "reports.says")):
        return True
    doc = phrase.block.doc
    end = phrase.after[-1].i if phrase.after else phrase.head.i
    near = doc[phrase.head.i + 1 : end + 2]
    if any(t.lower_ in words("documents", "pleads") for t in near):
        return True
    first = phrase.before[0].i if phrase.before else phrase.head.i
    if first == 0:
        return False
    before = doc[first - 1]
    if before.lower_ == "in" or _says_something(phrase) or _is_pointed_to(before):
        return True
    open_to_all = "open" in {t.lower_ for t in phrase.modifiers} or phrase.head.lower_ == "letter"
    signs = before.lower_ in words("documents", "written")
    return signs and open_to_all and not phrase.tail.startswith("of")


def _says_something(phrase: Phrase) -> bool:
    """Whether a clause tells what stands in it: "a petition which accused", "a post in which"."""
    sentence = phrase.head.sent
    near = [t.lower_ for t in phrase.block.doc[phrase.head.i + 1 : sentence.end]][:6]
    if near[:2] == ["in", "which"]:
        return True
    says = words("second_hand", "reports.says") | words("documents", "pleads")
    return near[:1] in (["which"], ["that"]) and near[1:2] != [] and near[1] in says


def _is_pointed_to(before: Token) -> bool:
    """Whether the word before a paper makes it evidence: "pointing to a post", "citing a memo"."""
    if before.lower_ == "to" and before.i > 0:
        return before.nbor(-1).lemma_.lower() == "point"
    return before.lemma_.lower() in ("cite", "quote")


def _traces(article: Article, noun: str) -> set[str]:
    """What of issuer, date, title or number, and link the article gives."""
    found: set[str] = set()
    for block, token in tokens_among(article, frozenset({noun})):
        if is_noun(token):
            found |= _traces_at(article, phrase_around(block, token), block.span(token.sent))
    return found


def _is_spoken_in(article: Article, sentence: Span, shown: Span) -> bool:
    """Whether somebody named by name says it there: "Wright wrote in a blog post"."""
    return any(
        a.source is not None
        and a.source.kind in ("named_person", "named_org_or_outlet")
        and sentence.contains(a.cue.span)
        and not shown.contains(a.cue.span)
        and sentence.contains(a.source.span)
        and any(a.source.span.overlaps(n.span) for n in article.names)
        for a in article.attributions
    )


def _traces_at(article: Article, phrase: Phrase, sentence: Span) -> set[str]:
    found: set[str] = set()
    doc = phrase.block.doc
    head = phrase.head
    near = phrase.block.span(
        doc[max(head.sent.start, head.i - 8) : min(head.sent.end, head.i + 15)]
    )
    timed = phrase.tail.startswith(("after", "before", "during")) or says_when(
        near.of(article.text)
    )
    if timed or any(near.contains(date.span) for date in article.dates):
        found.add("date")
    shown = _shown(phrase)
    named = any(
        n.kind != "place" and sentence.contains(n.span) and not shown.contains(n.span)
        for n in article.names
    )
    told = any(
        a.source is not None
        and (a.source.kind in _NAMED or _is_known(a.source.span.of(article.text)))
        and not shown.contains(a.cue.span)
        and sentence.contains(a.source.span)
        for a in article.attributions
    )
    if phrase.owner is not None or named or told or words_of(phrase.modifiers) & _ISSUERS:
        found.add("issuer")
    undated = "recent" in {t.lower_ for t in phrase.modifiers}  # it should say when
    undated = undated or _is_withdrawn(phrase)
    if _is_spoken_in(article, sentence, shown) and not undated:
        found |= {"issuer", "author"}
    if told and head.lower_ in ("filing", "filings", "lawsuit", "affidavit"):
        found.add("author")  # a party's lawyers, in the case that the article is about
    quoted = any(q.kind == "speech" and sentence.overlaps(q.span) for q in article.quotes)
    if quoted and "issuer" in found and not undated:
        found.add("words")
    if _SIGNERS.search(sentence.of(article.text)):
        found |= {"issuer", "signers"}
    if any(t.lower_ in _TITLED for t in doc[head.i + 1 : head.i + 16]):
        found.add("title")
    if linked(article, sentence):
        found |= {"link", "issuer"}
    ends = {t.lower_ for t in phrase.after}
    if ends & words("documents", "places") and ends & {"on", "to", "from"}:
        found.add("place")
    if "to" in ends and any(t.tag_ == "NNP" for t in phrase.after):
        found.add("recipient")
    if {"to", "from"} <= ends or ({"obtained", "seen", "reviewed"} & ends and "from" in ends):
        found |= {"issuer", "recipient"}
    return found


def _is_known(source: str) -> bool:
    """Whether words point to somebody whom the text has: "her lawyers", "the company"."""
    return source.lower().startswith(("the ", "her ", "his ", "its ", "their "))


def _shown(phrase: Phrase) -> Span:
    """What the paper itself says, as its subject: names in there do not tell whose it is."""
    if not phrase.head.dep_.startswith("nsubj"):
        return Span(0, 0)
    verb = phrase.head.head
    if verb.lower_ not in words("second_hand", "reports.says") or verb.i < phrase.head.i:
        return Span(0, 0)
    end = phrase.head.sent.end
    return phrase.block.span(phrase.block.doc[verb.i + 1 : end]) if verb.i + 1 < end else Span(0, 0)
