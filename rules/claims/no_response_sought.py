"""Ask the accused, and say that you asked.

Whoever is accused in print has a right of reply; a story without one is unfair and hard to defend.
(AP: make significant efforts to reach those portrayed negatively, house convention; Reuters: ask
for comment, house convention)

Lets through: convictions, rulings and settlements, quoted opinions about policies or performance,
and any answer, denial or attempt to get one, wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.api import (
    SAYING,
    Article,
    Finding,
    Options,
    Span,
    accused_in,
    is_before_law,
    voiced,
    whole_name,
    words,
)

if TYPE_CHECKING:
    from attrib_lint.api import Token

HELP = "Was the accused asked? Print the answer, or say that none came by publication."
SEVERITY = "warning"
PRESETS = ("ap", "reuters", "strict")
OPTIONS = {"reader-company": 0.0}
PRESET_OPTIONS = {"strict": {"reader-company": 10.0}}
GUARDS = (
    "an answer, a denial or a request for comment anywhere in the article clears it",
    "a conviction, a ruling or a settlement clears it",
    "armed groups are not asked, and an official finding is no accusation",
    "opinions about policies or performance, and shares of people in a poll, are no accusations",
)
GOOD = [
    "Former pupils say Father Dan Moore abused them. He died in 2003.",
    "The Rural Party was accused Wednesday of buying votes. “We bought none,” said Rural Party "
    "treasurer Ann Lee.",
    "Staff claim Brightpath Care hid the deaths. Messages left with the home were not returned.",
    "Ex-players allege that coach Rui Teves bullied them. Calls to Teves went unanswered.",
    "Two former clerks accused Judge Ann Lee of ordering them to shred files. A lawyer for Lee "
    "denied it.",
    "Prosecutors say Acme hid the defect. The company did not respond to questions sent on Monday.",
    "Smith, convicted of fraud in 2020, was released on Monday.",
    "The union called Mayor Ortiz’s budget a disaster.",
    "Residents accused Delta Foods of dumping waste.\n\n“We follow the law,” said Delta Foods "
    "spokeswoman Ada Eze.",
    "Farmers accused the government of doing too little.",
    "Three nurses accused Dr Alan Price of falsifying records. Price declined to comment.",
    "Villagers accused Green Rock Mining of poisoning the well. “Our water is clean,” said "
    "Green Rock Mining manager Li Wen.",
    "Critics called the mayor’s plan timid.",
    "Blair accused Boris Johnson of lacking any kind of plan.",
    "Vietnam accused Beijing of encroaching into its waters.",
    "According to the poll, 65 percent of voters say that Clinton took bribes.",
    "Herders accused the Taliban of burning barns. The barns stood for a century.",
    "Villagers accused the Islamic State of poisoning wells. The wells served 40 homes.",
    "The dairy inspectorate found that Green Rock Farms hid the losses. The farm has 90 cows.",
    "It could prove tough for Delta Foods to steal share from its rivals.",
    "The bank says Belgians have had personal details stolen.",
    "Price was convicted of falsifying records in 2019, a clerk said.",
    "“He took our orders and smiled,” the cook Amy Lunn said of Derek Pool.",
    "Sheriff Dale Cobb knew about the parade for months, according to a jail worker.",
    "Parents say Lambton Academy hid the survey. A spokeswoman for the school said it had acted.",
]
BAD = [
    "Farmers accused [[Tom Ade]] of having poisoned the well. It is being cleaned.",
    "Former pupils say the priest, [[Father Dan Moore]], abused them. The school is shut.",
    "[[Green Rock Mining]] was accused Friday of dumping waste in a creek. The creek runs past "
    "a school.",
    "Many in the party say the deputy governor, [[Dr Ada Cole]], fuelled the crisis. Attempts to "
    "reach Musa Bello were unsuccessful.",
    "Two former clerks accused [[Judge Ann Lee]] of ordering them to shred files. Lee has sat on "
    "the court since 2011.",
    "[[Acme]] hid the defect for years, prosecutors say. The recall covers 40,000 cars.",
    "“He lied to all of us,” the widow said of [[Mayor Tom Ortiz]].",
    "Residents accused [[Delta Foods]] of dumping waste in a creek. The creek runs past a school.",
    "A former player accused coach [[Dele Bakare]] of bullying. Bakare joined the club in 2019.",
    "Three nurses accused [[Dr Alan Price]] of falsifying records. Price runs two clinics in Cork.",
    "Villagers accused [[Green Rock Mining]] of poisoning the well. The well serves 40 homes.",
    "[[Acme Air]] misled passengers for years, a pilot said. It flies to 30 cities.",
    "The milkman said that [[Green Rock Farms]] hid the losses. The farm has 90 cows.",
    "“She lied about every invoice,” the bookkeeper said of [[Councillor Mary Dunn]].",
    "Parents say [[Lambton Academy]] hid the asbestos survey. The school has 900 pupils.",
    "“He took our deposits and shut the shop,” the bride Amy Lunn said of [[Derek Pool]].",
    "An inquiry report says the banker [[Asha Menon]] charged taxpayers for her wedding.",
    "[[Sheriff Dale Cobb]] knew about the beatings for months, according to a jail worker.",
    "[[Mayor Tom Ortiz]] has known of the bribes since May, a clerk said.\n\nThe firm’s owner, "
    "Walt Hay, was not charged. He did not return calls.",
]

_PHRASES = words("voice", "responses.phrases")
_DENIALS = words("voice", "responses.denials")
_CLOSED = frozenset(
    ("convicted", "conviction", "ruled", "ruling", "settled", "settlement", "sentenced", "guilty")
)
_UNANSWERED = ("unanswered", "unreturned", "returned")
_ASKED = words("voice", "responses.asked")
_FOR_HIM = re.compile(
    r"\b(?:lawyer|attorney|solicitor|counsel|barrister|agent|representative)s? (?:for|of) "
    r"(?:the \w+|him|her|them)\b|\b(?:his|her|its|their|the \w+[’']s) "
    r"(?:lawyer|attorney|solicitor|counsel|barrister|agent|representative)s?\b"
)
_SHARE = re.compile(r"\d ?(?:%|per ?cent\b)")
_OFFICES = words("voice", "responses.offices")


def check(article: Article, options: Options) -> Iterator[Finding]:
    """At most one finding: the first target of an accusation that is nowhere answered."""
    for parsed in article.parsed:
        for target in accused_in(article, parsed):
            if _is_dateline(target) or _is_polled(article, parsed.span(target)):
                continue
            if _is_state(article, parsed.span(target)) or _is_of_performance(target):
                continue
            if not _speaks(article, target) and not _was_asked(article, target):
                phrase = whole_name(target)
                span = Span(parsed.span(phrase[0]).start, parsed.span(phrase[-1]).end)
                text = span.of(article.text)
                message = f"“{text}” is accused here; no answer, and no request for one, is stated."
                yield Finding(span, message, about="article")
                return


def _is_dateline(target: Token) -> bool:
    """ "LONDON (AP) — The party was accused ...": no subject, whatever the parse says."""
    after = target.nbor(1).text if target.i + 1 < len(target.doc) else ""
    return target.i < 3 and after in ("(", "—", "–", "-", ":")


def _is_polled(article: Article, target: Span) -> bool:
    """Whether the sentence tells what share of people think it: opinions, not an accuser."""
    said = article.sentence_at(target.start).of(article.text).lower()
    return ("poll" in said or "survey" in said) and bool(_SHARE.search(said))


def _is_state(article: Article, target: Span) -> bool:
    """ "Accused Beijing of encroaching": states answer one another."""
    places = (n for n in article.names if n.kind == "place" and " " not in n.name)
    return any(n.span.contains(target) for n in places)


def _is_of_performance(target: Token) -> bool:
    """ "Accused Johnson of lacking a plan": what somebody is not, or has not got, is opinion."""
    after = target.doc[target.i + 1 : target.i + 4]
    forms = [token.lower_ for token in after]
    if forms[:2] == ["of", "being"]:
        return len(after) > 2 and after[2].pos_ in ("ADJ", "ADV")
    if forms[:2] == ["of", "having"]:
        return len(after) > 2 and after[2].tag_ != "VBN"
    return forms[:2] == ["of", "lacking"]


def _was_asked(article: Article, target: Token) -> bool:
    """Whether an answer, a request for one or a verdict is told that may be the target's."""
    wanted = {t.lower_ for t in whole_name(target)}
    text = article.text.lower()
    if any(f"{who} died" in text for who in ("he", "she", *wanted)):
        return True  # nobody can ask the dead
    for phrase in _PHRASES:
        start = text.find(phrase)
        while start >= 0:
            if _is_answer(article, start, phrase) and _may_be_of(article, start, wanted):
                return True
            start = text.find(phrase, start + 1)
    return any(
        is_before_law(parsed, _DENIALS | _CLOSED)
        and any(
            t.lower_ in _DENIALS | _CLOSED
            and _may_be_of(article, parsed.span(t).start, wanted, asked=False)
            for t in parsed.doc
        )
        for parsed in article.parsed
    )


def _is_answer(article: Article, at: int, phrase: str) -> bool:
    """Whether who asks, or what was asked, is told: warnings that "went unanswered" are none."""
    if not phrase.endswith(_UNANSWERED):
        return True
    return any(t.lower_ in _ASKED for t in article.tokens(article.sentence_at(at)) or ())


def _may_be_of(article: Article, at: int, wanted: set[str], *, asked: bool = True) -> bool:
    """Whether an answer told at `at` may be of those who have a name of `wanted`.

    One that names somebody else, and no office that answers for others, is that person's; "he" and
    "she" are whoever the sentence before names.
    """
    sentence = article.sentence_at(at)
    said = sentence.of(article.text).lower()
    people = [n for n in article.names if n.kind == "person" and sentence.contains(n.span)]
    if asked and not people and said.split(maxsplit=1)[0] in ("he", "she"):
        block = article.block_at(at)
        earlier = [n for n in article.names if n.kind == "person" and n.span.end <= at]
        people = [n for n in earlier if block is not None and block.block.span.contains(n.span)]
    if not people or any(wanted & set(n.name.lower().split()) for n in people):
        return True
    return any(office in said for office in _OFFICES)


def _speaks(article: Article, target: Token) -> bool:
    """Whether the target, or someone named with the target, is a source anywhere."""
    names = {t.lower_ for t in whole_name(target)}
    for attribution in voiced(article):
        source = attribution.source
        if source is None or attribution.cue.kind not in SAYING:
            continue
        said = f"{source.span.of(article.text)} {source.entity or ''}".lower().split()
        near = article.sentence_at(attribution.cue.span.start).of(article.text).lower()
        if names & set(said):
            return True
        if any(word in near for word in ("spokes", "lawyer", "attorney")) and any(
            name in near for name in names
        ):
            return True
        if _FOR_HIM.search(source.span.of(article.text).lower()):
            return True
        if "spokes" in near and not _is_of_another(article, attribution.cue.span.start):
            return True
    return False


def _is_of_another(article: Article, at: int) -> bool:
    """Whether a sentence names anybody: "a spokesman for the school" is of whoever is accused."""
    sentence = article.sentence_at(at)
    return any(sentence.contains(n.span) and n.kind != "place" for n in article.names)
