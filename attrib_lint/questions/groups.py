"""Finds views that a text credits to an unspecified group."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.core.facts import Attribution, Source
from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.extract.syntax import syntax_of
from attrib_lint.lexicon import words
from attrib_lint.questions.crowds import holds_a_view, is_crowd, is_human
from attrib_lint.questions.crowdsettings import is_asked_by_writer, is_described, is_surveyed
from attrib_lint.questions.followups import is_fleshed_out, is_followed_up
from attrib_lint.questions.members import is_field, named_near
from attrib_lint.questions.phrases import (
    Phrase,
    credited,
    phrase_of,
    told_by_named,
    words_of,
)
from attrib_lint.questions.support import attributions_over
from attrib_lint.questions.wording import occurrences

if TYPE_CHECKING:
    from attrib_lint.article import Article, ParsedBlock

_PLACED = frozenset({"at", "from", "with", "in", "by"})
_EXPECTED = frozenset(
    {"think", "believe", "expect", "hope", "assume", "speculate", "imagine", "wonder", "suspect"}
)
_WISHES = frozenset({"expect", "hope", "want", "plan", "intend"})
_NEGATIVES = frozenset({"not", "n't", "n’t", "never", "cannot", "without"})
_GALLERY = lazy_regex(r"\d{1,3}\s?/\s?\d{1,3}\s")
_ASKED = (
    "interviewed",
    "surveyed",
    "polled",
    "questioned",
    "contacted",
    "who spoke",
    "i spoke",
    "we spoke",
    "i talked",
)
_PUBLIC = ("of the public", "of the community", "of the audience", "of the crowd")
_SUIT = lazy_regex(
    r"\b(?:lawsuits?|sued|suing|class[- ]action|court (?:case|filing|papers)|(?:recent|test) case|"
    r"federal judge|plaintiffs?)\b"
)
# Where it can be read: "in today’s issue of the journal Tides", "in an open letter".
_PUBLISHED = lazy_regex(
    r"\bin (?:[\w’'-]+ ){0,4}(?:(?:issue|edition) of|journal)\b"
    r"|\bin an? (?:[\w-]+ )?(?:letter|petition|statement|memo|op-ed|editorial)\b"
)
_JOINING = frozenset({"and", "but", "that", "because", "as", "while", "what", "where"})
_THOSE = frozenset({"those", "people", "some", "many"})
_AGAINST = frozenset({"critics", "opponents", "supporters", "detractors", "fans", "advocates"})


def vague_groups(
    article: Article, ahead: int = 2, *, others_named: bool = True, within: int = 0
) -> Iterator[Phrase]:
    """Groups that hold a view, when no member is named in the next `ahead` sentences.

    With `others_named`, "others", or "experts", who follow a named one count as introduced by that
    person; with `within`, so does a group with a likely member heard that many paragraphs before or
    after.
    """
    for attribution, phrase in article.memo("views of groups", lambda a: tuple(_views(a))):
        apart = not others_named and _stands_apart(phrase)
        if apart and is_followed_up(article, attribution, phrase, ahead):
            continue
        if not apart and is_fleshed_out(article, attribution, phrase, ahead, back=others_named):
            continue
        if not within or not named_near(article, phrase, within):
            yield phrase
    yield from article.memo("groups by their words", lambda a: tuple(_by_words(a)))


def is_known_group(article: Article, span: Span) -> bool:
    """Whether a group that holds a view is read at `span`, named later or not."""
    return any(
        phrase.span.overlaps(span)
        for _, phrase in article.memo("views of groups", lambda a: tuple(_views(a)))
    )


def _views(article: Article) -> Iterator[tuple[Attribution, Phrase]]:
    """Attributions to groups of unnamed people that hold a view."""
    for attribution, source in credited(article):
        if (
            source.named
            or source.share
            or not attribution.content
            or _is_within(article, attribution, source)
        ):
            continue
        if attribution.cue.kind == "noun" and source.span.start > attribution.cue.span.start:
            continue  # "a concern shared among economists" describes a debate
        phrase = phrase_of(article, source, attribution.cue.span)
        if phrase is not None and _is_vague(article, phrase, attribution):
            yield attribution, phrase


def _by_words(article: Article) -> Iterator[Phrase]:
    """Groups that certain words make vague wherever they stand: "the wise", "those who say"."""
    starts = words("anonymity", "collectives.nominalised") | _THOSE | {"science"}
    for block, token in occurrences(article, starts):
        i = token.i
        reads = (_nominal, _those_who, _those_in_the_know, _science)
        found = (read(block, i) for read in reads) if i + 1 < len(block.doc) else iter(())
        bounds = next((bounds for bounds in found if bounds is not None), None)
        if bounds is not None:
            first, last = bounds
            yield Phrase(
                block,
                block.span(block.doc[first : last + 1]),
                token,
                tuple(block.doc[first:i]),
                tuple(block.doc[i + 1 : last + 1]),
            )


def _is_within(article: Article, attribution: Attribution, source: Source) -> bool:
    """Whether a view is part of what somebody else says.

    What follows ", and" or ", while" with a subject of its own is the writer's again, unless
    somebody with a name speaks.
    """
    if not attribution.nested:
        return False
    over = attributions_over(article, source.span)
    if over and all(_is_apart(article, source.span, a.cue.span) for a in over):
        return False
    left = article.text[: source.span.start].rstrip().lower()
    joined = left.endswith((", and", ", but", ", while", ";", ", whereas", ", though"))
    return not joined or told_by_named(article, source.span)


def _is_apart(article: Article, held: Span, cue: Span) -> bool:
    """Whether a semicolon parts a view from a clause that comes back to it: "...; he denies it"."""
    return held.end < cue.start and ";" in article.text[held.end : cue.start]


def _is_vague(article: Article, phrase: Phrase, attribution: Attribution) -> bool:
    head = phrase.head.lower_
    before = words_of(phrase.before)
    if phrase.definite or words_of(phrase.after) & {"you", "us", "which"}:
        return False
    if phrase.after and phrase.after[0].tag_ in ("NNP", "NNPS"):
        return False  # "rivals Microsoft and Yahoo": these are named
    if is_asked_by_writer(article, phrase) or is_described(phrase, attribution):
        return False
    if is_surveyed(article, phrase) or _acts_in_law(article, phrase, attribution):
        return False
    if _PUBLISHED.search(article.sentence_at(phrase.span.start).of(article.text)):
        return False
    if article.text[phrase.block.start : phrase.span.start].endswith(("than ", "than even ")):
        return False  # "faster than its supporters could have imagined"
    if phrase.text.endswith(("'s", "’s", "s'", "s’")):
        return False  # "other people's opinion of you"
    if _is_caption(phrase.block) or not _is_asserted(phrase, attribution):
        return False
    if phrase.tail.lower().startswith(_ASKED):
        return False  # the paper asked them
    public = phrase.tail.startswith(_PUBLIC)
    if not public and phrase.tail.startswith(
        ("of the ", "of these ", "of those ", "of its ", "of their ")
    ):
        return False
    if phrase.tail.startswith("who") and phrase.span.contains(attribution.cue.span):
        return False  # "he rebuked critics who say ...": the sentence is about somebody else
    if not holds_a_view(article, phrase, attribution) or _tells_of_a_thing(phrase, attribution):
        return False
    if attribution.cue.kind == "noun" and attribution.content[0].end <= attribution.cue.span.start:
        return False  # "the plan drew opposition from some neighbours" says what happened
    active = phrase.span.start < attribution.cue.span.start
    seen = attribution.cue.kind != "noun" and attribution.cue.lemma in ("see", "view", "regard")
    if active and seen:
        return False  # "rivals see him as a threat" is an attitude, "seen by some as ..." a weasel
    quantified = phrase.partitive or before & words("anonymity", "collectives.quantifiers")
    if head in words("anonymity", "heads.source"):
        return False
    if head in words("anonymity", "heads.public") and not quantified:
        return False
    if any(t.tag_ in ("NNP", "NNPS") for t in phrase.modifiers) and head not in _AGAINST:
        return False
    if _placed(article, phrase, attribution.cue.span):
        return False
    if head in words("anonymity", "collectives.plain", "collectives.pronouns"):
        return True
    people = (n.span for n in article.names if n.kind == "person")
    if phrase.owner is not None or any(span.overlaps(phrase.span) for span in people):
        return False  # "all of Okoro's engineers", "one of its authors, Ann Lee"
    if quantified and phrase.head.tag_ in ("NNS", "NNPS") and is_human(phrase.head):
        return True
    return is_crowd(article, phrase, attribution)


def _acts_in_law(article: Article, phrase: Phrase, attribution: Attribution) -> bool:
    """Whether those who accuse somebody are figures of the story: "three nurses alleged", "sued".

    Critics accuse; patients in a suit claim what the suit is about.
    """
    by_view = words("anonymity", "collectives.plain", "collectives.pronouns")
    if phrase.head.lower_ in by_view:
        return False
    if attribution.cue.lemma in ("accuse", "allege", "sue"):
        return True
    sentence = article.sentence_at(phrase.span.start)
    before = article.sentence_at(max(phrase.block.start, sentence.start - 2))
    return _SUIT.search(before.cover(sentence).of(article.text)) is not None


def _is_caption(block: ParsedBlock) -> bool:
    """Whether a block tells what a picture shows, also in a numbered gallery ("5/16 ...")."""
    return block.block.kind == "caption" or _GALLERY.match(syntax_of(block.doc).text) is not None


def _is_asserted(phrase: Phrase, attribution: Attribution) -> bool:
    """Whether the group says how things are: not "scientists can't predict", "others say they ran".

    What "users" or "some" tell of themselves is their own, and "some insisting ..., others ..."
    tells that people differ.
    """
    doc = phrase.block.doc
    cues = phrase.block.tokens(attribution.cue.span)
    if cues is None or not len(cues):
        return True
    cue = cues.root
    around = {t.lower_ for t in cue.children if t.i < cue.i} | {
        t.lower_ for t in doc[max(cue.sent.start, cue.i - 3) : cue.i]
    }
    if around & _NEGATIVES:
        return False
    if cue.tag_ == "VBG" and attribution.cue.lemma in words("anonymity", "collectives.labelling"):
        return False  # "scientists used a definition, describing it as ..."
    if cue.tag_ == "VBD" and attribution.cue.lemma in _EXPECTED and not is_field(phrase):
        return False  # what "many thought" at the time is told, not relied on
    held = words("anonymity", "collectives.plain") - words("anonymity", "collectives.laymen")
    if phrase.head.lower_ in held:
        return True
    if cue.tag_ == "VBG" and not any(t.dep_.startswith("aux") for t in cue.children):
        return False
    said = min((span.start for span in attribution.content), default=0)
    first = [t.lower_ for t in phrase.block.tokens(Span(said, said + 12)) or ()][:2]
    return not set(first) & {"they", "their", "being", "having", "them"}


def _tells_of_a_thing(phrase: Phrase, attribution: Attribution) -> bool:
    """Whether a group tells of a thing, not that something is so: "users reported a fault"."""
    if attribution.mode == "direct":
        return False
    block = phrase.block
    if attribution.cue.lemma in _WISHES:
        cues = block.tokens(attribution.cue.span)
        below = {t.dep_ for t in cues.root.children} if cues else set()
        return "xcomp" in below and not below & {"obj", "iobj"}  # "users expect to find it"
    if attribution.cue.lemma not in ("report", "think", "point"):
        return False
    cues = block.tokens(attribution.cue.span)
    after = block.doc[cues.end : cues.end + 4] if cues is not None else ()
    if any(t.lower_ in words("anonymity", "collectives.shown") for t in after):
        return True  # "users pointed to articles that ..."
    return not any(
        t.pos_ in ("VERB", "AUX")
        for span in attribution.content
        for t in block.doc
        if span.contains(block.span(t))
    )


def _placed(article: Article, phrase: Phrase, cue: Span) -> bool:
    """Whether a named body stands before the cue: "at the World Bank", "led by Greenpeace".

    A place is no body: "many in Westminster".
    """
    places = [n.span for n in article.names if n.kind == "place"]
    armed = False
    start, doc = phrase.block.start, phrase.block.doc
    for token in doc[phrase.head.i + 1 : phrase.head.i + 15]:
        if start + token.idx == cue.start or token.sent != phrase.head.sent:
            return False
        if token.lower_ in _PLACED or token.lower_ in ("including", "like", "such", "among"):
            armed = True
        elif armed and token.tag_ in ("NNP", "NNPS"):
            if not any(place.overlaps(phrase.block.span(token)) for place in places):
                return True
    return False


def _stands_apart(phrase: Phrase) -> bool:
    """Whether it is "others" who say something, besides whoever was named before."""
    alone = phrase.head.lower_ == "others"
    return alone and not any(t.tag_ in ("NNP", "NNPS") for t in phrase.after)


def _nominal(block: ParsedBlock, i: int) -> tuple[int, int] | None:
    """ "The more cynical could ...": the tokens of an adjective that stands for people."""
    doc = block.doc
    if doc[i].lower_ not in words("anonymity", "collectives.nominalised"):
        return None
    if doc[i + 1].tag_[:2] not in ("MD", "VB"):
        return None
    first = i - 1
    if first >= 0 and doc[first].lower_ in ("more", "most", "less"):
        first -= 1
    return (first, i) if first >= 0 and doc[first].lower_ == "the" else None


def _those_in_the_know(block: ParsedBlock, i: int) -> tuple[int, int] | None:
    """ "Those in the know say ...": people who are only said to know."""
    doc = block.doc
    if doc[i].lower_ != "those" or doc[i + 1 : i + 4].text.lower() != "in the know":
        return None
    verb = doc[i + 4] if i + 4 < len(doc) else doc[i]
    opinion = words("anonymity", "collectives.opinion")
    return (i, i + 3) if verb.pos_ == "VERB" and verb.lemma_.lower() in opinion else None


def _science(block: ParsedBlock, i: int) -> tuple[int, int] | None:
    """ "Science says that ...": a field of learning that speaks, with no study to it."""
    doc = block.doc
    verb = doc[i + 1]
    begins = doc[i].is_sent_start or doc[i - 1].is_punct or doc[i - 1].lower_ in _JOINING
    if not begins or doc[i].tag_ not in ("NN", "NNP") or verb.tag_ not in ("VBZ", "VBD"):
        return None
    says = verb.lower_ in words("second_hand", "reports.says")
    told = doc[i + 2 : doc[i].sent.end]
    clause = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in told) or any(
        t.dep_ in ("ccomp", "parataxis") for t in verb.children
    )
    return (i, i) if says and clause else None


def _those_who(block: ParsedBlock, i: int) -> tuple[int, int] | None:
    """ "There are those who say ...": from "those" to the verb."""
    doc = block.doc
    if doc[i].lower_ not in _THOSE or doc[i + 1].lower_ != "who":
        return None
    if doc[max(0, i - 2) : i].text.lower() not in ("there are", "there were"):
        return None
    opinion = words("anonymity", "collectives.opinion")
    for token in doc[i + 2 : i + 5]:
        if token.pos_ == "VERB":
            return (i, token.i) if token.lemma_ in opinion else None
    return None
