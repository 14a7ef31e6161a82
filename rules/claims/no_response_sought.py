"""Ask the accused, and say that you asked.

Whoever is accused in print has a right of reply; a story without one is unfair and hard to defend.
(AP: make significant efforts to reach those portrayed negatively, house convention; Reuters: ask
for comment, house convention)

Lets through: convictions, rulings and settlements, quoted opinions about policies or performance,
and any answer, denial or attempt to get one, wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.api import (
    SAYING,
    WRONG_WORDS,
    Accusation,
    Article,
    Finding,
    Options,
    Span,
    accusations,
    attributions_in,
    attributions_over,
    children,
    dep,
    forms_of,
    holds,
    is_before_law,
    is_identifiable,
    is_negated,
    is_passive,
    modal,
    subject,
    voiced,
    words,
    wrong_at,
)

if TYPE_CHECKING:
    from attrib_lint.api import ParsedBlock, Token

HELP = "Was the accused asked? Print the answer, or say that none came by publication."
SEVERITY = "warning"
PRESETS = ("ap", "reuters", "strict")
GUARDS = (
    "an answer, a denial or a request for comment anywhere in the article clears it",
    "a conviction, a ruling or a settlement clears it",
    "armed groups are not asked, and an official finding is no accusation",
    "opinions about policies or performance are no accusations",
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
_ACCUSERS = words("voice", "responses.accusers")
_CLOSED = frozenset(
    ("convicted", "conviction", "ruled", "ruling", "settled", "settlement", "sentenced", "guilty")
)
_OFFICES = words("voice", "responses.offices")
_DATES = words("names", "never")
_ARMED = words("voice", "responses.armed")
_OFFICIAL = forms_of("voice", "responses.official")
_CONCLUDING = words("voice", "responses.concluding")
_BODIES = words("voice", "responses.general")


def check(article: Article, options: Options) -> Iterator[Finding]:
    """At most one finding: the first target of an accusation that is nowhere answered."""
    for parsed in article.parsed:
        for target in _targets(article, parsed):
            if _is_dateline(target):
                continue
            if not _speaks(article, target) and not _was_asked(article, target):
                phrase = _named(target)
                span = Span(parsed.span(phrase[0]).start, parsed.span(phrase[-1]).end)
                text = span.of(article.text)
                message = f"“{text}” is accused here; no answer, and no request for one, is stated."
                yield Finding(span, message, about="article")
                return


def _is_dateline(target: Token) -> bool:
    """ "LONDON (AP) — The party was accused ...": no subject, whatever the parse says."""
    after = target.nbor(1).text if target.i + 1 < len(target.doc) else ""
    return target.i < 3 and after in ("(", "—", "–", "-", ":")


def _was_asked(article: Article, target: Token) -> bool:
    """Whether an answer, a request for one or a verdict is told that may be the target's."""
    wanted = {t.lower_ for t in _named(target)}
    text = article.text.lower()
    if any(f"{who} died" in text for who in ("he", "she", *wanted)):
        return True  # nobody can ask the dead
    for phrase in _PHRASES:
        start = text.find(phrase)
        while start >= 0:
            if _may_be_of(article, start, wanted):
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


def _targets(article: Article, parsed: ParsedBlock) -> Iterator[Token]:
    """Those accused in a block, named ones only."""
    if holds(parsed, _ACCUSERS):
        yield from _accused(parsed)
    for accusation in accusations(article):
        actor = _name_of(accusation.actor)
        if accusation.block is parsed and actor is not None:
            if _is_done(accusation) and not _is_official(article, accusation):
                yield actor
    if not holds(parsed, WRONG_WORDS):
        return
    for quote in article.quotes:
        tokens = parsed.tokens(quote.inner) if parsed.block.span.contains(quote.span) else None
        if tokens is not None and any(_is_charge(t) for t in tokens):
            yield from _said_of(parsed, tokens[-1])


def _is_charge(verb: Token) -> bool:
    """ "He took our savings": a wrong told in somebody's words."""
    actor = subject(verb) if verb.pos_ == "VERB" and verb.lower_ in WRONG_WORDS else None
    if actor is None or actor.pos_ != "PRON" or is_negated(verb) or modal(verb) is not None:
        return False
    return wrong_at(verb, actor, by_person=True) is not None


def _is_done(accusation: Accusation) -> bool:
    """Whether somebody is said to have done it: not what could be done, nor what was suffered."""
    if accusation.block.span(accusation.actor).start >= accusation.span.start:
        return False
    return accusation.verb.tag_ != "VB" and modal(accusation.verb) is None


def _name_of(actor: Token) -> Token | None:
    """The name of who did it: of "the deputy governor, Dr Ada Cole," the name."""
    named = (actor, *(c for c in actor.children if dep(c) == "appos"))
    return next((t for t in named if _is_named(t)), None)


def _is_official(article: Article, accusation: Accusation) -> bool:
    """Whether the accusation is what an official inquiry found: "the watchdog concluded that"."""
    return any(
        a.source is not None
        and a.cue.lemma in _CONCLUDING
        and a.source.head.of(article.text).lower() in _OFFICIAL
        for a in (
            *attributions_over(article, accusation.span),
            *attributions_in(article, article.sentence_at(accusation.span.start)),
        )
    )


def _accused(parsed: ParsedBlock) -> Iterator[Token]:
    """The names after "accused": "accused coach Dele Bakare of bullying"."""
    doc = parsed.doc
    for token in doc:
        if token.lower_ not in _ACCUSERS:
            continue
        if is_passive(token):
            target = subject(token)
            if target is not None and _is_named(target) and children(token, "obl", "advcl"):
                yield target
            continue
        rest = list(doc[token.i + 1 : token.i + 9])
        stop = next((n for n, t in enumerate(rest) if t.lower_ == "of" or t.is_punct), 0)
        names = [t for t in rest[:stop] if t.text[:1].isupper() and is_identifiable(t)]
        names = [t for t in names if _is_named(t)]
        if stop and rest[stop].lower_ == "of" and names and names[-1] is rest[stop - 1]:
            yield names[-1]


def _said_of(parsed: ParsedBlock, last: Token) -> Iterator[Token]:
    """Who a quotation is about: "the widow said of Mayor Tom Ortiz"."""
    for token in parsed.doc[last.i + 1 : last.i + 12]:
        if token.lower_ == "of" and token.i + 1 < len(parsed.doc):
            names = [t for t in parsed.doc[token.i + 1 : token.i + 5] if t.pos_ == "PROPN"]
            if names and names[0].i == token.i + 1:
                yield names[-1]
            return


def _is_named(noun: Token) -> bool:
    if noun.lower_ in _BODIES or noun.lower_ in _DATES or _is_armed(noun):
        return False
    return noun.text[:1].isupper() and noun.pos_ != "PRON"


def _is_armed(noun: Token) -> bool:
    """A militia or the like, in any word of its name: "the Islamic State"."""
    around = noun.doc[max(noun.sent.start, noun.i - 2) : noun.i + 2]
    return any(t.lower_ in _ARMED and t.text[:1].isupper() for t in around)


def _named(noun: Token) -> list[Token]:
    """The whole name around one of its words."""
    doc, first, last = noun.doc, noun.i, noun.i
    while first > noun.sent.start and _is_named(doc[first - 1]):
        first -= 1
    while last + 1 < noun.sent.end and doc[last + 1].pos_ == "PROPN":
        last += 1
    return list(doc[first : last + 1])


def _speaks(article: Article, target: Token) -> bool:
    """Whether the target, or someone named with the target, is a source anywhere."""
    names = {t.lower_ for t in _named(target)}
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
        if "spokes" in near and not _is_of_another(article, attribution.cue.span.start):
            return True
    return False


def _is_of_another(article: Article, at: int) -> bool:
    """Whether a sentence names anybody: "a spokesman for the school" is of whoever is accused."""
    sentence = article.sentence_at(at)
    return any(sentence.contains(n.span) and n.kind != "place" for n in article.names)
