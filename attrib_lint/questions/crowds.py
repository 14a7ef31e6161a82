"""Which plural nouns stand for people whom a text leaves unspecified, and what they hold."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from attrib_lint.lexicon import words
from attrib_lint.lexicon.forms import noun_forms

if TYPE_CHECKING:
    from spacy.tokens import Token

    from attrib_lint.article import Article
    from attrib_lint.core.facts import Attribution
    from attrib_lint.questions.phrases import Phrase

_HUMAN = ("ists", "men", "women", "people", "folk", "ers", "ors", "ees", "crats", "goers")
_THEMSELVES = frozenset(
    {"they", "their", "them", "theirs", "themselves", "he", "she", "his", "her"}
)
# What has ground of its own: found, seen, learnt, or only asked.
_DOING = frozenset({"find", "show", "ask", "learn", "know", "discover", "urge", "demand", "call"})
_POINTING = frozenset({"that", "the", "it", "this", "these", "those", "there", "a", "an"})


def is_human(head: Token) -> bool:
    """Whether a noun means people: not "accounts", "outlets", "firms"."""
    if person_nouns().keys() & {head.lower_, head.lemma_.lower()} or head.tag_ == "NNPS":
        return True
    lemma = head.lemma_.lower()
    return head.lower_.endswith(_HUMAN) and lemma not in words("sources", "things")


@cache
def person_nouns() -> dict[str, str]:
    """The forms of nouns that mean people -> their singular."""
    return noun_forms(
        words("sources", "people", "collectives", "roles") | words("anonymity", "heads.role")
    )


def is_crowd(article: Article, phrase: Phrase, attribution: Attribution) -> bool:
    """Whether people in general are said to hold something: "locals say", "city agents reckon".

    Any plural noun for people will do, with nothing before it that says how many or which. The verb
    is in the present: "residents said" tells what they told the reporter about an event, "residents
    say" what is held among them. Those who speak for a body ("officials say") are none.
    """
    head = phrase.head
    if head.tag_ != "NNS" or not is_human(head) or _is_specified(phrase):
        return False
    if attribution.source is not None and attribution.source.kind == "document_or_study":
        return False  # "estimates", "findings"
    if any(t.tag_ in ("DT", "CD", "PRP$", "POS", "PDT") for t in phrase.before):
        return False
    if {head.lemma_.lower(), person_nouns().get(head.lower_)} & words(
        "anonymity", "collectives.bodies"
    ):
        return False
    if attribution.mode == "direct" or not _is_standing(phrase, attribution):
        return False
    said = [t for span in attribution.content for t in article.tokens(span) or ()]
    if attribution.cue.lemma not in ("accuse", "blame") and not any(
        t.pos_ in ("VERB", "AUX") for t in said
    ):
        return False  # "teenagers say hello"
    subject = next((t for t in said if t.lower_ not in _POINTING), None)
    return subject is not None and subject.lower_ not in _THEMSELVES


def _is_specified(phrase: Phrase) -> bool:
    """Whether words after the noun say whose or which people: a name, a clause, closeness."""
    if phrase.head.lower_ in words("anonymity", "heads.person") and phrase.after:
        return True
    return any(t.tag_ in ("NNP", "NNPS", "WP", "WDT", "VBN", "VBG", ",") for t in phrase.after)


def _is_standing(phrase: Phrase, attribution: Attribution) -> bool:
    """Whether the verb says, in the present, what people assert."""
    cues = phrase.block.tokens(attribution.cue.span)
    if cues is None or not len(cues):
        return False
    cue = cues.root
    if cue.dep_.split(":")[0] in ("advcl", "acl") or any(t.dep_ == "mark" for t in cue.children):
        return False  # "because people think", "bolder than its founders believe"
    if attribution.cue.lemma in words("anonymity", "collectives.states"):
        return any(t.lower_ in ("are", "remain") for t in cue.children)
    if attribution.cue.kind == "noun":
        return cue.head.tag_ == "VBP" or any(t.lower_ == "are" for t in cue.children)
    if attribution.cue.lemma not in words("anonymity", "collectives.asserting"):
        return False
    if any(t.dep_.startswith("aux") for t in cue.children):
        return False
    return cue.tag_ in ("VBP", "VB") or cue.lower_ == cue.lemma_.lower()


def holds_a_view(article: Article, phrase: Phrase, attribution: Attribution) -> bool:
    """Whether the cue says what somebody holds, and it is no consensus of figures."""
    head, cue = phrase.head.lower_, attribution.cue
    if cue.kind == "noun":
        return cue.lemma in words("anonymity", "collectives.views")
    verbal = cue.kind in ("speech", "thought", "writing")
    labels = cue.lemma in words("anonymity", "collectives.labelling")
    if verbal and cue.lemma not in words("anonymity", "collectives.opinion"):
        if labels or attribution.mode == "direct":
            return labels and head in words("anonymity", "collectives.plain")
        return _is_thought(article, phrase, attribution)
    if cue.lemma in words("anonymity", "collectives.telling") and head in words(
        "anonymity", "collectives.laymen"
    ):
        return False
    forecast = cue.lemma in words("anonymity", "collectives.forecast")
    return not (
        forecast
        and head in words("anonymity", "collectives.forecasters")
        and _is_consensus(article, attribution)
    )


def _is_thought(article: Article, phrase: Phrase, attribution: Attribution) -> bool:
    """Whether experts or critics state something by any other verb: "commentators concluded"."""
    held = words("anonymity", "collectives.plain") - words("anonymity", "collectives.laymen")
    if phrase.head.lower_ not in held or attribution.cue.lemma in _DOING:
        return False
    cues = phrase.block.tokens(attribution.cue.span)
    clause = cues is not None and any(
        t.dep_.startswith(("ccomp", "parataxis")) for cue in cues for t in cue.children
    )
    return clause or attribution.content[0].start < attribution.cue.span.start


def _is_consensus(article: Article, attribution: Attribution) -> bool:
    """Whether a forecast is one of a firm's or a country's figures, as agencies collect them."""
    said = {t.lower_ for span in attribution.content for t in article.tokens(span) or ()}
    sentence = article.sentence_at(attribution.cue.span.start)
    counted = any(sentence.overlaps(q.span) for q in article.quantities)
    return bool(said & words("anonymity", "collectives.accounts")) and counted
