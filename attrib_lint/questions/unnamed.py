"""What the words of a source mention tell about someone who is not named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from attrib_lint.core.facts import Attribution
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.extract.syntax import syntax_of
from attrib_lint.lexicon import words
from attrib_lint.questions.beside import is_named
from attrib_lint.questions.crowds import person_nouns
from attrib_lint.questions.descriptions import Sort, is_near, sort_of
from attrib_lint.questions.interviewed import ONES, interviewed
from attrib_lint.questions.namednext import named_later, named_next, named_of_body
from attrib_lint.questions.phrases import (
    Phrase,
    credited,
    phrase_of,
    sentences_after,
    told_by_named,
)
from attrib_lint.questions.wordorder import credits, phrase_around, tokens_among

if TYPE_CHECKING:
    from attrib_lint.article import Article

_PERSONAL = ("ist", "ists", "man", "men", "woman", "women", "mate", "mates", "boy", "girl", "child")

_NEARNESS = frozenset(
    ("close", "familiar", "with", "briefed", "privy", "aware", "in", "who", "that", "acquainted")
)
_HIDES = lazy_regex(
    r"\b(?:anonym\w+|not (?:want|wish) to be (?:named|identified)|not to (?:use|be) \w+|"
    r"(?:declined|refused) to be)\b"
)


_CITES = lazy_regex(r",? (?:citing|quoting|which (?:cites|cited|quotes|quoted)) ")


class Unnamed(Struct, frozen=True):
    """An unnamed human source in attribution role.

    `sort` is "bare" (a source noun and nothing else), "proximity" (only near to something),
    "insider" (a role inside something: an aide, two officials), "public" (speaks for a body: a
    spokesman, police) or "other" (a passer-by, a group, a described source). `out_of` is the group
    that "one" or "another" belongs to.
    """

    phrase: Phrase
    sort: Sort
    chain: int
    count: int | None = None
    attribution: Attribution | None = None
    out_of: Unnamed | None = None

    @property
    def withheld(self) -> bool:
        """Whether the source is one whose name somebody decided not to give."""
        if self.out_of is not None:
            return self.out_of.withheld
        if self.phrase.head.lower_ in ONES and _HIDES.search(self.phrase.tail):
            return True
        said = self.attribution
        if said is not None and said.source is not None and not said.nested:
            if said.source.anonymity_reason is not None:
                return True  # "officials said on condition of anonymity"
        head = self.phrase.head.lower_
        if any(token.lower_ in ("media", "news") for token in self.phrase.modifiers):
            return False
        if self.sort in ("bare", "proximity") or head in words("anonymity", "heads.source"):
            return True
        if head in words("anonymity", "heads.private") or any(
            t.lower_ == "family" for t in self.phrase.modifiers
        ):
            return False
        if any(t.lower_ in words("anonymity", "modifiers.withheld") for t in self.phrase.modifiers):
            return True
        return self.sort == "insider" and self.counted and self.speaks

    @property
    def speaks(self) -> bool:
        """Whether the cue is one of saying: not "an aide sought to ...", "a member may vote"."""
        if self.attribution is None:
            return True
        cue = self.attribution.cue
        said = words("anonymity", "says", "speech")
        if cue.kind == "speech" and self.attribution.mode == "direct":
            return True  # whatever the verb, these are words: "warned a vet"
        return cue.kind == "according_to" or cue.lemma in said or cue.lemma in ("cite", "quote")

    @property
    def human(self) -> bool:
        """Whether the head is known as a word for a person."""
        head = self.phrase.head
        known = words("anonymity", "heads.source", "heads.person", "heads.role", "heads.public")
        known |= words("sources", "roles", "people", "collectives")
        return bool({head.lower_, head.lemma_.lower()} & known) or head.lower_.endswith(_PERSONAL)

    @property
    def counted(self) -> bool:
        """Whether it is presented as single people: "an aide", "one official", "two employees"."""
        before = [token.lower_ for token in self.phrase.before]
        if not before or (self.phrase.definite and not self.phrase.partitive):
            return False
        if self.phrase.partitive:
            return before[0] in words("phrases", "small_numbers") | {"one", "another"}
        if {"of", "in", "on", "at", "for", ",", "to"} & set(before):
            return False
        single = before[0] in ("a", "an", "another", "one")
        plural = self.phrase.head.tag_ in ("NNS", "NNPS")
        return single != plural and (single or before[0] in words("phrases", "small_numbers"))


def unnamed_sources(article: Article) -> tuple[Unnamed, ...]:
    """The unnamed human sources of an article, a mention each, in reading order.

    Those of the attributions, and those that word order alone shows ("a source told us ...").
    """
    kept = article.kept.get("unnamed")
    if kept is None:
        kept = article.kept["unnamed"] = _find(article)
    found: tuple[Unnamed, ...] = kept
    return found


def _find(article: Article) -> tuple[Unnamed, ...]:
    found: list[Unnamed] = []
    named: list[Span] = []
    for attribution, source in credited(article):
        if source.named or source.kind not in ("unnamed_person", "unnamed_collective"):
            spoken = source.kind == "self_or_other" and len(source.span) > 4
            those = source.head.of(article.text).lower() == "those"  # "those close to the talks"
            if not spoken and not those:
                named.append(_without_cited(article, source.span))
            continue
        if source.relative_of is not None:
            named.append(source.span)  # "his wife": the reader can tell who
            continue
        phrase = phrase_of(article, source, attribution.cue.span)
        if phrase is None or _is_credit_line(attribution, phrase):
            continue
        phrase = _whole(phrase, attribution)
        sort = sort_of(phrase, article)
        if sort == "other" and _told_an_outlet(phrase, attribution):
            sort = "bare"
        if not _stands(article, phrase):
            named.append(source.span)
            continue
        if sort in ("insider", "other") and (
            named_next(article, phrase)
            or named_later(article, phrase)
            or named_of_body(article, phrase)
        ):
            named.append(source.span)
            continue
        found.append(Unnamed(phrase, sort, source.id, source.count, attribution))
    taken = [mention.phrase.span for mention in found] + named
    for phrase in (*_by_word_order(article), *interviewed(article)):
        if not any(span.overlaps(phrase.span) for span in taken):
            sort = sort_of(phrase, article)
            mention = Unnamed(phrase, sort, -1 - phrase.head.i - phrase.span.start)
            if sort in ("bare", "proximity") or (mention.counted and _stands(article, phrase)):
                taken.append(phrase.span)
                found.append(mention)
    return _with_ones(article, sorted(found, key=lambda mention: mention.phrase.span.start))


def _without_cited(article: Article, span: Span) -> Span:
    """A source's words without those whom it cites: "the daily | , citing sources close to her"."""
    cited = _CITES.search(span.of(article.text))
    return span if cited is None else Span(span.start, span.start + cited.start())


def _with_ones(article: Article, mentions: list[Unnamed]) -> tuple[Unnamed, ...]:
    """The mentions, with "one" and "another" joined to the group they are picked out of."""
    joined: list[Unnamed] = []
    group: Unnamed | None = None
    for mention in mentions:
        phrase = mention.phrase
        alone = not phrase.after or phrase.tail in ("of them", "of the people", "of the sources")
        if group is not None and phrase.head.lower_ in ONES and alone:
            near = sentences_after(article, group.phrase.span.start, 3)
            if near.contains(phrase.span) and len(phrase.before) < 2:
                joined.append(
                    Unnamed(
                        phrase, group.sort, group.chain, group.count, mention.attribution, group
                    )
                )
                continue
        joined.append(mention)
        asked = mention.attribution is None and mention.counted
        if (mention.withheld or asked) and phrase.head.tag_ in ("NNS", "NNPS"):
            group = mention
    return tuple(joined)


def _told_an_outlet(phrase: Phrase, attribution: Attribution) -> bool:
    """Whether it is "multiple people told the Post": people without any description."""
    recipient = attribution.recipient
    plain = phrase.head.lower_ in words("anonymity", "heads.person") and not phrase.tail
    empty = all(t.lower_ in words("anonymity", "modifiers.empty") for t in phrase.modifiers)
    return plain and empty and recipient is not None and recipient.outlet


def _whole(phrase: Phrase, attribution: Attribution) -> Phrase:
    """The phrase with what word order adds to it: "individuals" -> "individuals briefed on it"."""
    nouns = words("anonymity", "heads.source", "heads.person")
    if phrase.after or phrase.head.lower_ not in nouns:
        return phrase
    longer = phrase_around(phrase.block, phrase.head)
    if longer.span.overlaps(attribution.cue.span):
        return phrase
    return replace(phrase, span=phrase.span.cover(longer.span), after=longer.after)


def _by_word_order(article: Article) -> Iterator[Phrase]:
    """Source nouns and people "close to ..." next to a verb of saying."""
    nouns = words("anonymity", "heads.source", "heads.person")
    for block, token in tokens_among(article, nouns | person_nouns().keys()):
        known = token.lower_ in nouns
        following = syntax_of(block.doc).low[token.i + 1 : token.i + 2]
        if not known and _NEARNESS.isdisjoint(following):
            continue
        phrase = phrase_around(block, token)
        if not known and not is_near(phrase):
            continue
        if credits(phrase, words("anonymity", "says")) and _stands(article, phrase):
            yield phrase


def _stands(article: Article, phrase: Phrase) -> bool:
    """Whether the writer brings this source in, and it is nobody with a name after all."""
    if phrase.text.endswith(("’s", "'s", "s’")) or is_named(article, phrase):
        return False
    known = words("anonymity", "heads.source", "heads.person", "heads.role", "heads.public")
    opens = phrase.before[0].lower_ if phrase.before else ""
    proper = phrase.head.tag_ in ("NNP", "NNPS") and phrase.head.lower_ not in known
    if proper and opens not in ("a", "an", "one", "another"):
        return False
    if any(quote.inner.contains(phrase.span) for quote in article.quotes):
        return False
    return not told_by_named(article, phrase.span)


def introduced(mentions: tuple[Unnamed, ...]) -> list[Unnamed]:
    """Mentions that bring a source in: no second mention of a chain, no "the sources" later on."""
    kept: list[Unnamed] = []
    chains: set[int] = set()
    for mention in mentions:
        again = mention.chain in chains
        chains.add(mention.chain)
        back = mention.phrase.definite and mention.sort != "proximity" and bool(kept)
        if not again and not back:
            kept.append(mention)
    return kept


def _is_credit_line(attribution: Attribution, phrase: Phrase) -> bool:
    """Whether it is "Source: https://...", which credits a page and not a person."""
    return attribution.cue.kind == "colon" and phrase.block.block.kind != "headline"
