"""A study is cited, and the reader cannot tell which.

"Research shows", "a study found": without institution, author, year or journal nobody can look it
up or weigh it. Wikipedia lists "research has shown" among its words to watch; the Trust Project and
IFCN ask for sources in enough detail to check them.

Let through: any name in the phrase, a link, a publisher or author in the sentence or next to it;
"the study", which points back; the verb ("she went to study law"); a study that somebody plans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.api import (
    Article,
    Finding,
    Options,
    Phrase,
    Related,
    credits,
    find_polls,
    following_sentence,
    is_answered_next,
    is_answered_soon,
    is_nationality,
    is_noun,
    is_study_identified,
    is_told_of_later,
    phrase_around,
    says_whose,
    tokens_among,
    words,
    words_of,
)

if TYPE_CHECKING:
    from attrib_lint.api import ParsedBlock, Span, Token

HELP = "Which study is it: what institution or lead author, which year, and where was it published?"
SEVERITY = "warning"
SUSPECTED = "“{span}” does not say which study is meant."
PRESETS = ("default", "ap", "reuters", "wikipedia", "strict")
PRESET_OPTIONS = {
    "default": {"reader-opening": 13.0, "reader-company": 10.5},
    "strict": {"reader-company": 6.0, "careless-insists": 0.99, "reader-alone": 0.98},
}
GUARDS = (
    "Where the next sentences come back to it, or its makers, with a name, it is cleared.",
    "Institution, author, journal or link, in the sentence or next to it, clears it.",
    "In an article that cites with care, a name heard in the next two sentences clears it.",
    "“The study” points back to one that was introduced.",
    "So does a numbered reference, as “(18)” or “[3]”.",
    "More than four in one article are one remark, on the first.",
    "The verb “study”, and studies that are only planned, are left alone.",
)
BAD = (
    "[[A study]] found that naps help pilots. The study was welcomed by the airline Norfly.",
    "Clinicians fail in 27% of patients, according to [[previous studies]].\n\nA paper on the "
    "robot was published by Rutgers University.",
    "[[Studies]] have shown that firms put fakes on the network. Ade Obi, who studies networks at "
    "the University of Jos, uses it.",
    "[[A study]] found out the number of active bots varied between 1% and 14%.",
    "[[Research]] shows coffee is good for you.",
    "[[Studies]] suggest that sleep helps.",
    "[[A recent study]] found that one in three nurses plans to leave.",
    "Children who walk to school are calmer, according to [[a new study]].",
    "[[Several studies]] have linked the dye to asthma.",
    "[[One study]] found that night buses cut assaults by a fifth.",
    "[[Research]] has shown that later starts help teenagers learn. The council votes on "
    "school hours in May.",
    "[[A recent study]] suggests that ambulances in the county take nine minutes longer "
    "than in 2010.",
    "Vegetarians live longer, according to [[several studies]].",
    "[[One study]] estimated that the pests destroy a fifth of the maize crop.",
    "[[New research]] suggests octopuses dream.",
    "According to [[one study]], half of all recalls are never fixed.",
    "[[Scientific studies]] have shown the dye to be harmless.",
    "[[A recent paper]] argues that the tax would raise nothing.",
    "[[Studies]] keep telling us that most people drop the gym by March.",
    "Drivers are worse at dusk, a fact backed by [[several studies]].",
    "[[One American study]] put the saving at a tenth.",
    "[[A review]] found that four in ten wells were dry.",
    "[[A study]] has found that trams raise rents. In a separate paper published in Nature, Ama "
    "Obi put the effect at 4%.",
    "Steel tires, said a paper in Nature led by Ama Obi of Leeds University.\n\nBridges were "
    "tested.\n\n[[A recent study]] found that one bridge in ten is unsafe.",
    "[[Data]] show that most crashes happen at dusk.",
    "[[Modelling]] suggests the levee would fail in a storm of that size.",
    "The jab works, said the lead author, Ama Boateng of Okoro Hospital. [[Earlier "
    "research]] suggests "
    "that immunity fades after two winters.",
    "[[Studies]] suggest that robots drop one item in five. In a trial run by Okoro Foods "
    "this spring, "
    "software cut that to one in 30.",
    "[[A new study]] has found that night trams calm towns.\n\nA 2016 trial at Jos University, "
    "published in Tram Review, found no effect.",
)
GOOD = (
    "A study found that goats can count. The work is by Ama Obi of Jos University.",
    "One study found that oats lower cholesterol (18). Another study found no effect [3, 4].",
    "A review of the footage showed two guards asleep, according to court documents.",
    "A review in the Guardian said the show was dull.",
    "Reviews suggest the film is a hit.",
    "Data on the Okoro Hub show that most users walk.",
    "Provisional exchange data showed that funds sold $4m of shares.",
    "A judicial review found the council had acted unlawfully.",
    "Modelling by Imperial College suggests the wave will peak in May.",
    "Court papers obtained by the Herald on Monday showed that the suit was filed in May.",
    "Research by the journalists’ consortium suggests that $1 billion was hidden.",
    "Employers have spent billions, research suggests. A survey of 280 schemes by Harbour Data "
    "Services said contributions had doubled.",
    "Four in ten will be without the net by 2040, says a study. Some 23 million will miss out, "
    "predicts the report by telecoms giant Okoro.",
    "There are more questions than answers, the analyst said in a research note on the firm.",
    "A 2017 study by Indiana University and USC researchers found 9% to 15% of accounts were bots.",
    "She went to study law.",
    "The bill was backed by several study groups in the chamber.",
    "The government will study the proposal.",
    "A study published in the Lancet found no link between the dye and asthma.",
    "A new study found that night buses cut assaults. The research was led by Dr Ama Boateng.",
    "The study found no effect on sleep.",
    "Researchers at the University of Ibadan said a study of 400 wells found lead in a third.",
    "“Research shows it works,” said Dr Ellen Marsh, who runs the clinic.",
    "He wrote a paper on Kant.",
    "A study in the Medical Journal of Australia found the scans missed one tumour in ten.",
    "Rao studies the migration of cranes, and her paper on wetlands is due in June.",
    "The company will pay for a study of the river.",
    "A study of 600 drivers found that tiredness slowed reactions. Its authors, from "
    "Monash University, called for rest stops.",
    "Research by the Scott Polar institute suggests the shelf will break up.",
    "The study of old maps shows how the river moved.",
    "A study published on Tuesday in Nature suggests octopuses dream.",
    "Her research shows how judges sentence, said Dean Ama Asante.",
    "A new study has found that night trams calm towns.\n\nThe trial at Jos University, "
    "published in Tram Review, ran for a year.",
    "Tram games calm pupils, says research.\n\nA British researcher has tried them at schools. "
    "Dr Ama Obi says that they work.",
    "Further tests were done on two cows.",
)
_BACKED = re.compile(
    r"\b(?:backed(?: up)?|supported|confirmed|shown|proven|proved|borne out|echoed|documented|"
    r"found|suggested|estimated|reported) (?:by|in) $",
    re.IGNORECASE,
)
_FINDINGS = frozenset(
    {"analysis", "analyses", "findings", "statistics", "figures", "estimates", "polling", "models"}
)
_SURVEY = 4  # studies in one article, beyond which it is a survey of research


def check(article: Article, options: Options) -> Iterator[Finding]:
    """Report each study in the role of a source that nothing identifies.

    Of a survey of research, which leans on many, it is said once.
    """
    found = list(_unidentified(article))
    if len(found) > _SURVEY:
        first, *others = found
        related = tuple(Related(phrase.span, "another") for phrase in others)
        message = f"“{first.text}” and {len(others)} more do not say which studies are meant."
        yield Finding(first.span, message, related)
        return
    for phrase in found:
        yield Finding(phrase.span, f"“{phrase.text}” does not say which study is meant.")


def anchor(article: Article, span: Span, options: Options) -> Span | None:
    """The suspected words, unless they are no study, or its makers are told next or later."""
    if not _is_of_study(article, span) or is_told_of_later(article, span):
        return None
    if is_answered_soon(article, span) or says_whose(article, span):
        return None
    if any(poll.phrase.span.overlaps(span) for poll in find_polls(article)):
        return None  # what a poll lacks is another rule's
    following = following_sentence(article, span)
    if following is None:
        return span
    told = is_answered_next(article, span, across=True)
    named = article.names_at(following)
    studies = words("evidence", "studies.heads")
    again = any(token.lower_ in studies for token in article.tokens(following) or ())
    return None if told or (named and again) else span


def _is_of_study(article: Article, span: Span) -> bool:
    """Whether the words hold a study that is brought in: no "further tests", no "the data"."""
    nouns = words("evidence", "studies.heads", "polls.heads") | _FINDINGS
    for block, token in tokens_among(article, nouns):
        if span.overlaps(block.span(token)) and is_noun(token):
            phrase = phrase_around(block, token)
            beside = block.doc[phrase.before[0].i - 1].lower_ if phrase.before else ""
            if not phrase.definite and phrase.owner is None and beside != "with":
                return True
    return False


def _unidentified(article: Article) -> Iterator[Phrase]:
    for block, token in tokens_among(article, words("evidence", "studies.heads")):
        phrase = _study(block, token)
        if phrase is None or not _is_relied_on(phrase):
            continue
        if is_answered_soon(article, phrase.span) or says_whose(article, phrase.span):
            continue
        if not is_study_identified(article, phrase, block.span(token.sent)):
            yield phrase


def _is_relied_on(phrase: Phrase) -> bool:
    """Whether a study is a source: it says, or something is "backed by" it or "shown in" it."""
    if credits(phrase, words("second_hand", "reports.says")):
        return True
    start = phrase.head.sent.start_char
    left = phrase.block.doc.text[start : phrase.span.start - phrase.block.start]
    return _BACKED.search(left) is not None


def _study(block: ParsedBlock, token: Token) -> Phrase | None:
    """The phrase around a study noun that brings a study in."""
    if not is_noun(token):
        return None
    following = block.doc[token.i + 1 : token.i + 2]
    if any(
        t.tag_ in ("NN", "NNS", "NNP")
        and (t.lower_ not in words("second_hand", "reports.says") or _is_compound(token))
        for t in following
    ):
        return None  # "a research firm", "in a research note"
    phrase = phrase_around(block, token)
    if phrase.definite or phrase.owner is not None:
        return None
    if any(t.lower_ == "other" or _is_name(t) for t in phrase.modifiers):
        return None
    if token.lower_ in ("data", "statistics") and not (
        {t.lower_ for t in phrase.modifiers} <= words("evidence", "studies.open_modifiers")
        and not any(t.tag_ in ("NNP", "NNPS") for t in phrase.after)
    ):
        return None  # "exchange data"
    if token.lower_ in ("review", "reviews") and not _is_review_of_studies(phrase):
        return None
    if token.lower_ == "evidence" and not _is_body_of(block, token):
        return None
    if token.lower_ in ("paper", "papers") and any(
        t.lower_ not in words("evidence", "studies.open_modifiers", "studies.papers")
        for t in phrase.modifiers
    ):
        return None  # court, tax and other papers are no studies
    if token.lower_.startswith("analys") and not {"a", "an", "one"} & words_of(phrase.before):
        return None
    return phrase


def _is_review_of_studies(phrase: Phrase) -> bool:
    """Whether a review looked into something and found: no "reviews say the film is dull"."""
    if {t.lower_ for t in phrase.modifiers} & words("evidence", "studies.other_reviews"):
        return False
    if phrase.head.tag_ == "NNS" and not phrase.modifiers and len(phrase.before) == 0:
        return False
    return credits(phrase, words("evidence", "studies.finds"))


def _is_body_of(block: ParsedBlock, token: Token) -> bool:
    """Whether it is "a growing body of evidence", which means studies and names none."""
    first = token.i
    while first > 0 and block.doc[first - 1].tag_ in ("JJ", "NN") and first > token.i - 3:
        first -= 1
    return block.doc[max(0, first - 2) : first].text.lower() == "body of"


def _is_compound(token: Token) -> bool:
    """Whether the word qualifies the next noun: "in a research note", after a preposition."""
    before = token.doc[token.i - 2 : token.i] if token.i >= 2 else token.doc[: token.i]
    return token.dep_ == "compound" or (
        token.lower_ == "research" and any(t.tag_ == "DT" and t.lower_ == "a" for t in before)
    )


def _is_name(token: Token) -> bool:
    capital = token.text[0].isupper() and token.i != token.sent.start
    return capital and not is_nationality(token)
