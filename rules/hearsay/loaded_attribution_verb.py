"""Use "said" unless the text has established what a stronger verb implies.

"Claimed" doubts, "admitted" finds guilty, "revealed" vouches: each tells readers what to think of
words that the story has not tested. (Wikipedia, words to watch: synonyms for "said"; AP: "said" is
preferred, house convention)

Lets through: verbs without a clause or a quotation as their content (claim a title, admit a
patient), indirect questions, headlines, pleas, claims and admissions in a court story, what people
and bodies say of their own affairs, what a source "reveals" whom readers can identify, the claims
of those whom nobody takes at their word (armed groups, critics, parties to a suit), what the story
has told before or answers in the same paragraph, and a linked document.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lint.api import (
    Article,
    Attribution,
    Finding,
    Options,
    Related,
    Span,
    earns_its_verb,
    is_statement,
    lexicon,
    loaded_verb,
    voiced,
)

HELP = "Has the text established what the verb implies? If not, use “said”."
SEVERITY = "info"
SUSPECTED = "“{span}” says more than that somebody said it."
PRESETS = ("ap", "reuters", "wikipedia", "strict")
PRESET_OPTIONS = {
    "strict": {
        "reader-agrees": 0.0,
        "reader-alone": 0.98,
        "reader-company": 14.0,
        "careless-alone": 0.6,
    }
}
GUARDS = (
    "one finding for each verb of an article, on the first; the others are related places",
    "headlines are short of room, and a “claim” or an “admission” quoted in full can be judged",
    "only with a clause or a quotation as content: nobody “claims” here a title, lives or asylum",
    "“admitted” in a story about a plea or a trial is what the record says; so is “claimed”",
    "“claimed” is fair of armed groups, critics, opponents and parties to a suit, and of a denial",
    "“revealed” is reported of other outlets and of sources whom readers cannot identify: others "
    "speak for themselves",
    "“admitted” is reported of somebody else’s affairs, and of one’s own if it is a deed or "
    "knowledge kept back; companies and governments admit what is known",
    "plans, habits or defeats of the source’s own need no proof; nor does the first person, unless "
    "it is “claimed”",
    "“pointed out” is reported of a party to the matter and of sources without a name",
    "a fact told before without a hedge clears it; so does a denial in the paragraph",
    "“While she backs him, Osei admits …” concedes; “claimed” has its ground where the other side "
    "answers next or keeps silent, and where others are accused",
)
GOOD = [
    "The meteorologist Ann Lee pointed out that March is dry in most years.",
    "The guide pointed out the church.",
    "The inquiry noted that the alarm had been switched off.",
    "The patient was admitted on Tuesday.",
    "The regiment claimed the hill at dawn.",
    "The captain admitted he was flattered.",
    "He claimed the title in 2019.",
    "The storm claimed three lives, officials said.",
    "She was admitted to hospital, her family said.",
    "Singer Ama Boateng revealed that she is expecting twins.",
    "At Leeds Crown Court Smith admitted that he stole the van.",
    "The exhibition reveals a new side of the painter.",
    "The airline said it had refunded every passenger.",
    "The actor revealed that he is moving to Perth.",
    "The auditor said that the roof had leaked for a year.",
    "“I never learned to swim,” the ferry captain admitted.",
    "The goalkeeper admitted that she had struggled with the wind.",
    "The curator revealed how the forgery was made.",
    "The canal burst its banks at Selby on Sunday. A lock keeper admitted the canal had burst "
    "its banks at Selby.",
    "The grocer claimed that his rice was local. In fact it came from Thailand, the label showed.",
    "The militants claimed that they had shot down a drone.",
    "Shareholders sued the brewer, claiming that it had inflated its sales.",
    "Critics of the mayor claim that the road leads nowhere.",
    "The guard claimed that he had not seen the letter.",
    "Infosys admitted that 400,000 files had been copied.",
    "Mayor Tom Ortiz revealed that the library would close.",
    "The sailor admitted he was flattered by the offer.",
    "Minister claims dam is full\n\nThe dam is full, Minister Asha Rao said.",
    "While the resort boasts that its beach is empty, buses arrive all day.",
    "The captain admitted the fear of injury weighed on her mind.",
    "The captain admitted that the cause had persuaded her.",
    "While she backs the mayor, Ruth Osei admits there is a camp that she does not agree with.",
    "Her allies claim the agency was infiltrated – an allegation the agency refutes.",
    "Officials were accused of hiding the toll, and Beijing’s mayor, Li Wen, ultimately admitted "
    "that it had been ten times as high.",
    "The union claimed the plant would close. The firm has yet to comment.",
    "Ann Lee claimed the club was about to be sold. However, its owner, Tom Ortiz, said there was "
    "no buyer.",
    "Rao claimed that the paper had falsified a letter.",
    "The gazette claims the bridge is safe, although we would not vouch for it.",
    "The groom went on to claim the cup in May.",
    "This proves that the bridge was never tested.",
    "She conceded the match in May.",
    "The letter follows media claims the mayor sold the pool.",
]
BAD = [
    "“I paid in full on Friday,” [[claimed]] the cinema’s owner.",
    "The tenants’ lawyer [[pointed out]] that the boiler had been broken since May.",
    "Mayor Ruth Sands [[admitted]] she had never read the flood plan.",
    "The umpire [[confessed]] that he had not seen the ball.",
    "The anonymous sources further [[revealed]] that the project is in its infancy.",
    "Although both [[claimed]] it was due to a conflict of interest, others disagree.",
    "Smith [[admitted]] he knew the victim.",
    "The council leader [[claimed]] that bins were emptied every week.",
    "“Nobody else would have saved this club,” the owner [[boasted]].",
    "An insider [[revealed]] that the reactor had been shut since Tuesday.",
    "The principal [[confessed]] that two exam papers had gone missing.",
    "The headteacher [[admitted]] that the roof had leaked for a year.",
    "The coach [[claimed]] that the referee had been told what to do.",
    "“Nobody sells more rice than we do,” the trader [[bragged]].",
    "A source [[revealed]] that the regiment would be disbanded.",
    "The canal burst its banks on Sunday. The engineer [[claimed]] that vandals had opened a lock.",
    "The dentist [[admitted]] that he had switched the records.",
    "The union [[claimed]] the plant would close. The firm makes bicycles.",
    "Ann Lee [[claimed]] the club was about to be sold. However, it rained all day.",
    "The groom went on to [[claim]] that the jockey had been paid to lose.",
    "The coach [[admitted]] the side would be worse without her.",
    "The minister [[conceded]] that the bridge had never been tested.",
]

_GROUPS = {
    "doubt": "implies that the writer doubts it, for which the text gives no ground",
    "guilt": "implies that there was something to hide, which the text has not established",
    "truth": "implies that it is true, which the text has not established",
    "heat": "describes a mood that readers cannot check",
}


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each loaded verb, on the first of its cues with content of their own."""
    found: dict[str, list[Attribution]] = {}
    for attribution in voiced(article):
        if _implied(lemma := loaded_verb(article, attribution)) is None or attribution.nested:
            continue
        if attribution.cue.kind == "noun" or not attribution.content or attribution.source is None:
            continue
        if is_statement(article, attribution) and not earns_its_verb(article, attribution):
            found.setdefault(lemma, []).append(attribution)
    for lemma, (first, *others) in found.items():
        span = first.cue.span
        if lemma.endswith(" out") and article.text.startswith(" out", span.end):
            span = Span(span.start, span.end + len(" out"))
        message = f"“{span.of(article.text)}” {_implied(lemma)}."
        related = tuple(Related(other.cue.span, "and again") for other in others)
        yield Finding(span, message, related=related)


def _implied(lemma: str) -> str | None:
    """What a reporting verb adds to what was said."""
    for group, implied in _GROUPS.items():
        if lemma in lexicon("voice")[f"loaded.{group}"]:
            return implied
    return None
