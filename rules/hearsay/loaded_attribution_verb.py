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
from typing import TYPE_CHECKING

from attrib_lint.api import (
    Article,
    Attribution,
    Finding,
    Options,
    Related,
    Span,
    before_dash,
    forms_of,
    in_legal_context,
    is_careless,
    is_conceded,
    is_contested,
    is_identified,
    is_statement,
    is_told_before,
    is_unanswered,
    lexicon,
    marker,
    voiced,
    words,
)

if TYPE_CHECKING:
    from attrib_lint.api import ParsedBlock, Source

HELP = "Has the text established what the verb implies? If not, use “said”."
SEVERITY = "info"
SUSPECTED = "“{span}” says more than that somebody said it."
PRESETS = ("ap", "reuters", "wikipedia", "strict")
PRESET_OPTIONS = {"strict": {"reader-alone": 0.98, "reader-company": 14.0, "careless-alone": 0.6}}
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
_SELF = frozenset(("he", "she", "they", "i", "we", "it", "his", "her", "their", "its", "my", "our"))
_THING = "self_or_other"
_TAKEN_AT_THEIR_WORD = frozenset(("claim", "admit", "concede"))
_FIRST = frozenset(("i", "we", "my", "our"))
_POINTING = frozenset(("this", "that", "these", "those", "which", "it"))
_OWNERS = frozenset(("he", "she", "they"))
_AFFECTED = frozenset(("him", "her", "them"))
_POSSESSIVES = frozenset(("his", "her", "their"))
_OWN = forms_of("voice", "loaded.own")
_KEPT = forms_of("voice", "loaded.kept") | forms_of(
    "wrongs",
    "alone.deceit",
    "alone.theft",
    "alone.corruption",
    "alone.cruelty",
    "pairs.hide.verbs",
    "pairs.break.verbs",
    "pairs.pollute.verbs",
)
_BODIES = forms_of("sources", "institutions")
_DOUBTED = words("voice", "loaded.doubted", "responses.armed")
_SIDES = words("voice", "loaded.sides")
_OFFICIAL = words("events", "official")
_NEGATIVES = frozenset(("no", "not", "never", "nothing", "nobody", "none", "neither", "n't", "n’t"))
_COUNTER = forms_of("voice", "loaded.counter")
_RECORDS = forms_of("voice", "loaded.records")
_WRONGS = forms_of("wrongs", *(f"alone.{kind}" for kind in ("deceit", "theft", "corruption")))
_ACCUSED = frozenset(("accused", "denied", "concealed", "concealing"))
_PLEA = words("voice", "loaded.plea")


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each loaded verb, on the first of its cues with content of their own."""
    found: dict[str, list[Attribution]] = {}
    for attribution in voiced(article):
        if _implied(lemma := _lemma(article, attribution)) is None or attribution.nested:
            continue
        if attribution.cue.kind == "noun" or not attribution.content or attribution.source is None:
            continue
        if is_statement(article, attribution) and not _is_established(article, attribution):
            found.setdefault(lemma, []).append(attribution)
    for lemma, (first, *others) in found.items():
        span = first.cue.span
        if lemma.endswith(" out") and article.text.startswith(" out", span.end):
            span = Span(span.start, span.end + len(" out"))
        message = f"“{span.of(article.text)}” {_implied(lemma)}."
        related = tuple(Related(other.cue.span, "and again") for other in others)
        yield Finding(span, message, related=related)


def _lemma(article: Article, attribution: Attribution) -> str:
    """The cue's lemma with its particle: "find out"."""
    cue = article.tokens(attribution.cue.span)
    after = cue.doc[cue.end : cue.end + 1] if cue is not None else ()
    particle = " out" if any(t.lower_ == "out" for t in (*(cue or ()), *after)) else ""
    return attribution.cue.lemma.removesuffix(" out") + particle


def _implied(lemma: str) -> str | None:
    """What a reporting verb adds to what was said."""
    for group, implied in _GROUPS.items():
        if lemma in lexicon("voice")[f"loaded.{group}"]:
            return implied
    return None


def _is_established(article: Article, attribution: Attribution) -> bool:
    parsed = article.block_at(attribution.cue.span.start)
    if parsed is None or parsed.block.kind in ("headline", "heading", "caption", "standfirst"):
        return True
    lemma = _lemma(article, attribution)
    if _is_plural_noun(article, attribution) or _is_proof_by_things(attribution):
        return True
    if is_careless(article) and lemma in _TAKEN_AT_THEIR_WORD:
        return _is_excused(article, parsed, attribution)
    if _is_own_affair(article, attribution) or _is_answered(article, parsed, attribution):
        return True
    if is_told_before(article, attribution.content, attribution.cue.span):
        return True
    if lemma in lexicon("voice")["loaded.guilt"]:
        return _is_fair_admission(article, parsed, attribution)
    if lemma in lexicon("voice")["loaded.doubt"]:
        return _is_fair_doubt(article, parsed, attribution)
    if lemma not in lexicon("voice")["loaded.truth"]:
        return False
    source = attribution.source
    if lemma == "point out" and source is not None and is_identified(article, source):
        return not _takes_side(article, source)
    if source is not None and source.head.of(article.text).lower() in _POINTING:
        return True  # "this proves": the writer infers it
    if is_identified(article, source) and not (source is not None and source.outlet):
        return True
    head = source.head.of(article.text).lower() if source is not None else ""
    if head in _RECORDS or head in _OFFICIAL:
        return True
    if source is not None and source.kind == "document_or_study" and not source.outlet:
        return head not in ("report", "reports", "article", "story") or source.named
    sentence = article.sentence_at(attribution.cue.span.start)
    if any(sentence.overlaps(link.span) for link in article.document.links):
        return True
    return _is_about_self(article, attribution)


def _is_proof_by_things(attribution: Attribution) -> bool:
    """ "The transfers prove that": nobody says so, the writer infers it."""
    source = attribution.source
    return attribution.cue.lemma == "prove" and source is not None and source.kind == _THING


def _is_excused(article: Article, parsed: ParsedBlock, attribution: Attribution) -> bool:
    """Of an article that leaves much open: whether at least the matter excuses the verb.

    A plea, what others are accused of, one's own plans, the claims of those whom nobody takes at
    their word, what has been told before, a concession. What stands beside it is no excuse.
    """
    cue = article.tokens(attribution.cue.span)
    if cue is None or cue.root.tag_ == "VBG" or is_conceded(cue.root):
        return True
    if marker(cue.root) in ("while", "whereas") or _is_own_affair(article, attribution):
        return True
    if is_told_before(article, attribution.content, attribution.cue.span):
        return True
    sentence = article.tokens(article.sentence_at(attribution.cue.span.start)) or ()
    if any(t.lower_ in _ACCUSED for t in sentence):
        return True
    pleads = attribution.cue.lemma != "claim" and any(t.lower_ in _PLEA for t in parsed.doc)
    if pleads and in_legal_context(article, parsed):
        return True
    source = attribution.source
    around = {t.lower_ for t in article.tokens(source.span) or ()} if source is not None else set()
    return not around.isdisjoint(_DOUBTED)


def _takes_side(article: Article, source: Source) -> bool:
    """Whether somebody is a party to what is told: "her rival", "secretary of the union"."""
    return any(t.lower_ in _SIDES for t in article.tokens(source.span) or ())


def _is_plural_noun(article: Article, attribution: Attribution) -> bool:
    """Whether "media claims" is a noun that the parse takes for a verb: the number differs."""
    cue, source = article.tokens(attribution.cue.span), attribution.source
    if not cue or cue[0].tag_ != "VBZ" or not cue[0].i:
        return False
    before = cue[0].nbor(-1)
    if before.tag_ != "NNS" and before.lower_ != "media":
        return False
    around = article.tokens(source.span) if source is not None else None
    if around is None or not around.start <= before.i < around.end:
        return True
    return bool(before.i == around.root.i)


def _is_fair_admission(article: Article, parsed: ParsedBlock, attribution: Attribution) -> bool:
    """A plea, a body's word on its own affairs, a quotation, or a confidence."""
    if in_legal_context(article, parsed) and any(t.lower_ in _PLEA for t in parsed.doc):
        return True
    sentence = article.tokens(article.sentence_at(attribution.cue.span.start)) or ()
    if any(t.lower_ in _ACCUSED for t in sentence):
        return True  # "they were accused of hiding it, and ultimately admitted"
    source = attribution.source
    if source is None or source.kind == "named_org_or_outlet":
        return True
    if source.head.of(article.text).lower() in _BODIES:
        return True
    said = attribution.content[0]
    if any(q.depth == 0 and q.inner.overlaps(said) and len(q.inner) > 20 for q in article.quotes):
        return True
    told = [t for t in article.tokens(said) or () if t.is_alpha]
    low = [t.lower_ for t in told]
    if low[:1] == ["that"]:
        low = low[1:]
    if low[:1] and any(t.lower_ in _AFFECTED and t.dep_ in ("obj", "iobj") for t in told):
        return True  # "that the cause had persuaded her": what nobody else can know
    if low[:1] not in ([w] for w in _OWNERS):
        return False
    return not _is_omission(low) and _KEPT.isdisjoint(low[1:4])


def _is_omission(low: list[str]) -> bool:
    """ "she had not opened the memo": a duty left undone, which the source has kept back."""
    return low[1:2] in (["had"], ["has"], ["did"]) and low[2:3] in (["not"], ["never"])


def _is_fair_doubt(article: Article, parsed: ParsedBlock, attribution: Attribution) -> bool:
    """A claim that needs one: by a party to a fight or a suit, in court, or a denial."""
    cue = article.tokens(attribution.cue.span)
    if cue is not None and cue.root.tag_ == "VBG":
        return True  # "sued it, claiming that": what the suit is about
    if in_legal_context(article, parsed, reach=1):
        return True
    source = attribution.source
    around = {t.lower_ for t in article.tokens(source.span) or ()} if source is not None else set()
    if source is None or not around.isdisjoint(_DOUBTED):
        return True
    if any(n.kind == "place" and n.span.contains(source.head) for n in article.names):
        return True  # a state: "Pyongyang", "North Korea"
    low = [t.lower_ for c in attribution.content for t in article.tokens(c) or () if t.is_alpha]
    denies = attribution.mode != "direct" and not _NEGATIVES.isdisjoint(low[:6])
    return denies or not _WRONGS.isdisjoint(low)


def _is_about_self(article: Article, attribution: Attribution) -> bool:
    """Whether what is revealed begins with the source's own doings: "that she is expecting"."""
    tokens = article.tokens(attribution.content[0])
    return tokens is not None and any(t.lower_ in _SELF for t in tokens[:3])


def _is_own_affair(article: Article, attribution: Attribution) -> bool:
    """The first person, or a source's own plans, habits and defeats: "admitted she had lost"."""
    doubted = _lemma(article, attribution) in lexicon("voice")["loaded.doubt"]
    for content in attribution.content:
        low = [t.lower_ for t in article.tokens(content) or () if t.is_alpha]
        if not doubted and not _FIRST.isdisjoint(low[:3]):
            return True
        if low[:1] == ["that"]:
            low = low[1:]
        own = low[:1] and low[0] in _OWNERS and not _is_omission(low)
        if own and not _OWN.isdisjoint(low[1:6]):
            return True
        felt = low[:1] in (["the"], ["a"]) and not _OWN.isdisjoint(low[1:2])
        if felt and not _POSSESSIVES.isdisjoint(low):
            return True  # "the fear of injury weighed on his mind"
    return False


def _is_answered(article: Article, parsed: ParsedBlock, attribution: Attribution) -> bool:
    """Whether a contrast in the sentence, or a denial in the paragraph, answers the statement."""
    cue = article.tokens(attribution.cue.span)
    if cue is not None and (marker(cue.root) in ("while", "whereas") or is_conceded(cue.root)):
        return True
    inside = [before_dash(article, content) for content in attribution.content]
    text = parsed.block.span.of(article.text).lower()
    doubted = _lemma(article, attribution) in lexicon("voice")["loaded.doubt"]
    if doubted and (is_unanswered(text) or is_contested(article, attribution)):
        return True
    if any(phrase in text for phrase in ("in fact", "in reality", "no evidence", "no proof")):
        return True
    return any(
        t.lower_ in _COUNTER and not any(c.contains(parsed.span(t)) for c in inside)
        for t in parsed.doc
    )
