"""A source with "the" or "this" that was never introduced.

"The researchers", "the sources also said", "this report": the words point back, and there is
nothing to point to. Often the passage that introduced the source was cut. House convention.

Let through: an antecedent of the same or a fitting kind anywhere before (a team, a study or a
university for "the researchers", an outlet for "the newspaper"); phrases that say which ("the
sources who spoke to the court"); sources that are unique by their role (the police, the
government); "this report" in a note about the article itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib_lint.api import (
    Article,
    Finding,
    Options,
    ParsedBlock,
    Phrase,
    Span,
    credits,
    is_careless,
    is_noun,
    lexicon,
    phrase_around,
    tokens_among,
    told_by_named,
    unnamed_sources,
    words,
)

HELP = "Who or what is this? Can it be introduced on first mention: who, where, when?"
SEVERITY = "warning"
PRESETS = ("default", "ap", "reuters", "wikipedia", "strict")
OPTIONS = {"reader-company": 0.0}
PRESET_OPTIONS = {"default": {"reader-company": 15.0}}
GUARDS = (
    "A fitting antecedent anywhere before, the headline included, clears it.",
    "“The police”, “the government” and other sources unique by role are let through.",
    "A phrase that itself says which source is meant is let through.",
)
BAD = (
    "Gold rose. “It will rise,” said Ann Lee, an analyst in Leeds. [[The analysts]] see gold at "
    "$3,900.",
    "The mayor sang. [[The strategists]] single out the suburbs.",
    "The letter was written by an institute. [[The researchers]] cited potential dangers.",
    "[[This report]] might lead to questions about his position.",
    "[[The sources]] also said the role is unclear.",
    "The dam may fail within a year. [[The study]] found cracks in both towers.",
    "Rao sold the land in May. [[The analysts]] expect the price to fall.",
    "The bridge was closed at noon. [[The survey]] found that three cables had snapped.",
    "Attendance fell for the third season. [[The report]] warned that two clubs could fold.",
    "The vaccine will be offered to children in Kano. [[The scientists]] said one dose "
    "would be enough.",
    "Rents in Perth have doubled. [[The experts]] say the worst is to come.",
    "Harris left the cabinet in June. [[The source]] said he had been pushed.",
    "Turnout was high in May. [[The documents]] show that the bank knew.",
    "Rain fell on Sunday. [[The poll]] found that most readers want him out.",
    "Traffic on the ring road has doubled. [[The study]] blames cheap parking.",
    "The choir sings in Oslo in May. [[The officials]] also said a second bus would be hired.",
    "The ferry has new engines. [[The inspectors]] also found that two lifeboats leaked.",
    "The singer bought a castle in Fife. [[The witnesses]] also said she paid in cash.",
    "The singer sold his boat in Rome. [[The lawyers]] also said he owed rent.",
    "Rao wants to lead the party. [[The strategists]] single out three seats in the north.",
)
GOOD = (
    "Ann Lee, an analyst, and Bo Rao, an economist, met. The analysts see gold at $3,900.",
    "The ministry shut the road. The officials said it would reopen.",
    "A brokerage cut its forecast. The analysts expect the price to fall.",
    "Staff will go, according to Okoro Daily. The outlet said managers were told to rank people.",
    "Two anonymous sources spoke to the paper. The sources said it was early.",
    "A team at MIT led the work. The researchers found no effect.",
    "The government said it would act.",
    "The sources who spoke to the inquiry said the files were burned.",
    "Lagos State University published the figures. The researchers found lead in 9 wells.",
    "An audit in May cleared her. The report found no missing money.",
    "The police said the road was clear.",
    "The company said sales had doubled.",
    "An inquest opened in Leeds. The report said the brakes had failed.",
    "Doctors at a teaching hospital in Kano tried two doses. The scientists said one "
    "would be enough.",
    "A leaked audit blames the board. The report says three warnings were ignored.",
    "The council said the sums were wrong.",
    "The fisheries ministry closed the bay. The officials also said boats would be paid for.",
    "An audit of the ferry began in May. The inspectors found that two lifeboats leaked.",
    "The singer was sued in May. The lawyers said he owed rent.",
    "The bridge firm sent a team. The engineers said the deck was rotten.",
    "A neighbour saw the van leave. The witnesses said it had no plates.",
)
_NOTES = re.compile(
    r"\b(?:contributed to|reporting for|this (?:report|story|article) (?:was|has been|is|first|"
    r"originally))\b",
    re.IGNORECASE,
)


_NEAR_BY = 3  # paragraphs


def check(article: Article, options: Options) -> Iterator[Finding]:
    """Report each source noun with "the" or "this" that nothing before introduces."""
    reported: set[str] = set()
    careless = is_careless(article)
    for block, token in tokens_among(article, frozenset(_FAMILIES)):
        if block.block.kind == "headline" or token.lower_ in reported or not is_noun(token):
            continue
        phrase = phrase_around(block, token)
        if not _points_back(phrase, block) or _NOTES.search(token.sent.text):
            continue
        if told_by_named(article, phrase.span) or _introduced(article, phrase):
            if not (careless and _is_far_off(article, phrase)):
                continue
        reported.add(token.lower_)
        yield Finding(phrase.span, f"“{phrase.text}” refers to a source that was never introduced.")


def _families() -> dict[str, str]:
    """Each source noun with the family of nouns that can introduce it."""
    table = lexicon("antecedents")
    return {
        noun: key.removesuffix(".nouns")
        for key, nouns in table.items()
        if key.endswith(".nouns")
        for noun in nouns
    }


_FAMILIES = _families()


def _points_back(phrase: Phrase, block: ParsedBlock) -> bool:
    """Whether it is a plain "the sources", in the role of a source."""
    if not phrase.definite or phrase.after or phrase.owner is not None:
        return False
    if any(t.lower_ not in words("anonymity", "modifiers.empty") for t in phrase.modifiers):
        return False
    following = block.doc[phrase.head.i + 1] if phrase.head.i + 1 < len(block.doc) else None
    if following is None or following.tag_ in ("NN", "NNS", "NNP", "POS", "WP", "WDT", "HYPH"):
        return False
    demonstrative = phrase.before[0].lower_ == "this" and phrase.head.dep_.startswith("nsubj")
    if _FAMILIES[phrase.head.lower_] in ("experts", "strategists") and _foresees(phrase):
        return True
    return demonstrative or credits(phrase, words("second_hand", "reports.cites"))


def _foresees(phrase: Phrase) -> bool:
    """ "The analysts see gold at $3,900", "The strategists single out the suburbs"."""
    verb = phrase.head.head
    subject = phrase.head.dep_ == "nsubj" and phrase.head.i < verb.i
    return subject and verb.lemma_.lower() in words("antecedents", "foreseeing.verbs")


def _is_credited(article: Article, name: Span) -> bool:
    """Whether a body that no list of outlets knows is a source: "according to Electrek"."""
    tokens = article.tokens(name)
    before = tokens.doc[max(0, tokens.start - 3) : tokens.start] if tokens is not None else ()
    return any(t.lower_ in ("according", "by", "told", "via") for t in before) or any(
        a.source is not None and a.source.span.overlaps(name) for a in article.attributions
    )


def _is_peopled(article: Article, phrase: Phrase) -> bool:
    """Whether two single experts come before, or a firm that says something."""
    single = words("antecedents", "experts.singly")
    met = [b for b, t in tokens_among(article, single) if b.start + t.idx < phrase.span.start]
    if len(met) > 1:
        return True
    firms = words("antecedents", "experts.as_source")
    said = (a.source for a in article.attributions if a.cue.span.end <= phrase.span.start)
    return any(s is not None and s.head.of(article.text).lower() in firms for s in said)


def _is_far_off(article: Article, phrase: Phrase) -> bool:
    """Whether what could be meant was told of paragraphs before, in another word.

    Of careless articles only: those in which "the analysts" are now and then nobody's.
    """
    if told_by_named(article, phrase.span) or phrase.head.tag_ not in ("NNS", "NNPS"):
        return False
    family = _FAMILIES[phrase.head.lower_]
    same = frozenset((phrase.head.lower_, phrase.head.lemma_.lower()))
    fitting = words("antecedents", f"{family}.nouns", f"{family}.introduced_by")
    for block, token in tokens_among(article, fitting | same):
        if block.start + token.idx >= phrase.span.start:
            break
        if token.lower_ in same or phrase.block.index - block.index < _NEAR_BY:
            return False
    near = (m for m in unnamed_sources(article) if m.phrase.span.start < phrase.span.start)
    return not any(phrase.block.index - m.phrase.block.index < _NEAR_BY for m in near)


def _introduced(article: Article, phrase: Phrase) -> bool:
    """Whether anything before the phrase can be what it points to."""
    family = _FAMILIES[phrase.head.lower_]
    fitting = words("antecedents", f"{family}.nouns", f"{family}.introduced_by")
    for block, token in tokens_among(article, fitting):
        if block.start + token.idx < phrase.span.start:
            return True
        break
    if family == "experts" and _is_peopled(article, phrase):
        return True
    before = [name for name in article.names if name.span.start < phrase.span.start]
    if family in ("outlets", "papers") and any(
        name.kind == "outlet" or (name.kind == "org" and _is_credited(article, name.span))
        for name in before
    ):
        return True
    if family == "sources":
        return any(m.phrase.span.start < phrase.span.start for m in unnamed_sources(article))
    return False
