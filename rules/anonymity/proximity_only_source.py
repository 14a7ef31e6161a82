"""All that describes an unnamed source is closeness or familiarity.

"People familiar with the matter" tells a reader that somebody was near, not who, on which side, or
how they know. The Wall Street Journal's own style note calls the device overused and unspecific;
AP, Reuters and the Guardian ask for role and basis of knowledge.

Let through: a role or an organisation before the familiarity ("two executives at Acme familiar with
the sale"), a basis of knowledge after it ("who attended the meeting"), literal closeness ("people
close to the river"), and people familiar with something who are not credited with a statement.
"""

from collections.abc import Iterator
from typing import Literal

from attrib_lint.api import (
    Article,
    Finding,
    Options,
    Phrase,
    Span,
    Unnamed,
    has_a_face,
    introduced,
    is_disclosed,
    is_near,
    unnamed_sources,
    words,
)

HELP = "Can you say the role, the side, and how they know: attended the meeting, saw the documents?"
SEVERITY = "warning"
SUSPECTED = "“{span}” tells the reader only that the source is nearby."
PRESETS = ("default", "ap", "reuters", "strict")
PRESET_OPTIONS = {
    "default": {"reader-agrees": 0.8, "reader-company": 3.0, "reader-opening": 8.0},
    "strict": {"reader-company": 3.0, "reader-insists": 0.99, "reader-alone": 0.9},
}
GUARDS = (
    "A role without an organisation (“two bankers familiar with the sale”) is noted, as info.",
    "The people must be credited with a statement; otherwise the words describe, literally.",
    "“Close to” a number or a place is not a relation to a source.",
    "A role with an organisation, or a basis of knowledge, is a description.",
    "Closeness to one thing is reported once, and not where one of “those who know” the person "
    "speaks by name right after.",
)
BAD = (
    "The plant will shut. That is according to Okoro Daily, which cites [[people familiar with the "
    "matter]].",
    "[[Those close to the startup]] say it wants 5,000 chips.",
    "Musk is buying thousands of GPUs, according to [[people close to Twitter]].",
    "The fund will close, said [[a person familiar with the matter]].",
    "[[Individuals briefed on the plan]] said it was cancelled.",
    "The surgeon was suspended in May, according to [[two people with knowledge of the inquiry]].",
    "[[A source close to the family]] said the funeral would be private.",
    "[[Three people familiar with his thinking]] said the premier would not stand again.",
    "The captain has been dropped, [[a person close to the team]] told the Guardian.",
    "[[Sources familiar with the negotiations]] said the ceasefire would start at noon.",
    "The bank’s chairman plans to step down in the autumn, [[people familiar with his "
    "plans]] said.",
    "[[A person with direct knowledge of the inquiry]] said two detectives had been suspended.",
    "Jurors asked twice to see the knife, according to [[someone close to the case]].",
    "[[Two people briefed on the talks]] told the Financial Times that the port would be sold.",
    "[[Three people with knowledge of the negotiations]] said the union would accept 6 percent.",
    "She has no plans to return, [[a source familiar with her thinking]] told Variety.",
    "[[Persons close to the ministry]] say the contract was never tendered.",
    "The paint was donated, [[two people familiar with the mural]] said.",
    "The pilot had complained twice, said [[two people familiar with the matter]].",
    "[[Two traders with knowledge of the sale]] put the price at £30m.",
    "[[An official in the know]] said the state would order an audit.",
    "[[One lawyer familiar with the inquiry]] said charges were likely.",
    "The bid was pulled, [[two bankers close to the talks]] said.",
    "[[Sources familiar with the briefing]] said it was short. Several sources familiar with the "
    "briefings said nobody asked a question.",
    "The Porto weekly, citing [[people close to the goalkeeper]], says the move is off.",
)
GOOD = (
    "Two Ford executives familiar with the recall said it was badly run.",
    "Two drivers close to the blast said it threw them to the floor.",
    "A teacher familiar with the piece played it through.",
    "Sources close to the river were tested for lead by the lab.",
    "Close to 10,000 people attended, police said.",
    "The job suits people familiar with Excel, the recruiter said.",
    "Two executives at Acme familiar with the purchase said it was done in cash.",
    "A person close to the talks who attended Monday’s meeting said it ended in shouting.",
    "People close to the river said the water rose within minutes.",
    "“A person familiar with the matter would know better,” said Ravi Menon, the registrar.",
    "The vaccine is offered to people close to retirement, the ministry said.",
    "People close to the blast described a flash and then a roar.",
    "A lawyer at the Attorney-General’s office familiar with the brief said charges were likely.",
    "Those familiar with the old stadium will find the seats wider, the architect said.",
    "A person who sat on the selection panel and is familiar with the vote said it was "
    "split four to three.",
    "A banker at Nedcorp with knowledge of the negotiations said the price was too low.",
    "People familiar with hill farming know the signs of a hard winter.",
    "A nurse who attended the birth and is familiar with the file said the alarm failed.",
    "People involved in the mural’s creation said the paint was donated.",
    "Two people familiar with the script who wrote parts of it said the ending was cut.",
    "Those who know Bill Ash say he will not run. “He is tired of it,” said Ann Lee, a former "
    "aide.",
    "Families close to the fire were moved to a school, the sheriff said.",
    "Those who knew the ferryman expressed shock and grief on Monday.",
    "The person familiar with the audit asked not to be named, fearing for her job.",
)


def check(article: Article, options: Options) -> Iterator[Finding]:
    """Report each source that comes in with closeness as its only description."""
    told: set[frozenset[str]] = set()
    for mention in introduced(unnamed_sources(article)):
        phrase = mention.phrase
        if mention.sort == "proximity":
            near = frozenset(t.lemma_.lower() for t in phrase.after if t.is_alpha)
            if near in told or has_a_face(article, phrase) or is_disclosed(article, phrase):
                continue
            if _feels(article, mention) or _is_again(phrase):
                continue
            told.add(near)
            text = f"“{phrase.text}” tells the reader only that the source is nearby."
            yield Finding(phrase.span, text)
        elif _is_role_only(article, mention):
            text = f"“{phrase.text}” names no organisation, only a role that is nearby."
            yield Finding(phrase.span, text, severity="info")


def anchor(article: Article, span: Span, options: Options) -> Span | Literal["settled"] | None:
    """The suspected words, unless they are a source that has been looked at.

    No confidence makes a fault of a role at an organisation, or of friends and aides.
    """
    mine = [m for m in unnamed_sources(article) if m.phrase.span.overlaps(span)]
    if any(m.sort == "insider" and _is_placed(article, m.phrase) for m in mine):
        return "settled"
    if any(is_disclosed(article, m.phrase) or _is_again(m.phrase) for m in mine):
        return "settled"
    return None if mine else span


def _feels(article: Article, mention: Unnamed) -> bool:
    """Whether friends and bystanders do no more than mourn or shout: "those around her cry out"."""
    phrase = mention.phrase
    if phrase.head.lower_ != "those":
        return False
    verb = phrase.head.head
    return verb.pos_ == "VERB" and verb.lemma_.lower() in words("anonymity", "feeling")


def _is_again(phrase: Phrase) -> bool:
    """ "The person familiar with the letter": one of whom was told before."""
    return (
        phrase.definite and phrase.head.tag_ == "NN" and phrase.head.lower_ in ("person", "source")
    )


def _is_role_only(article: Article, mention: Unnamed) -> bool:
    """Whether a source has a role and closeness, and no employer: "a banker close to it"."""
    if not (mention.counted and mention.speaks and is_near(mention.phrase)):
        return False
    return not _is_placed(article, mention.phrase)


def _is_placed(article: Article, phrase: Phrase) -> bool:
    """Whether the words say whom somebody works for: "a Ford executive", "a clerk at the bank"."""
    if phrase.owner is not None or any(t.tag_ in ("NN", "NNP", "NNPS") for t in phrase.modifiers):
        return True
    if any(n.span.overlaps(phrase.span) and n.kind != "place" for n in article.names):
        return True
    if phrase.tail.startswith(("in the know", "in a position")):
        return False
    return phrase.tail.startswith(("at ", "of ", "in ", "from ", "for "))
