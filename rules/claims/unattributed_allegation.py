"""Give the source of every allegation.

Wrongdoing by someone whom readers can identify, stated in the paper's own voice, is the paper's own
accusation: unfair to the accused, and a libel risk. (AP, "allege": name the origin and avoid
treating unproved acts as fact; BBC 3.2.3: attribute what cannot be corroborated)

Lets through: what somebody says, charges, rulings and admissions in the paragraph or next to it,
figures of speech ("stole the show"), and sport, opinion and fiction.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.api import (
    SAYING,
    Accusation,
    Article,
    Attribution,
    Finding,
    Options,
    Span,
    accusations,
    attributions_in,
    dep,
    forms_of,
    governing_verbs,
    is_before_law,
    is_credited,
    is_identified,
    is_negated,
    is_voice,
    marker,
    modal,
    origin_follows,
    scopes_over,
    words,
)

if TYPE_CHECKING:
    from attrib_lint.api import ParsedBlock, Token

HELP = "Who says so? Cite the charge, ruling, document or accuser, and carry the answer."
SEVERITY = "warning"
SUSPECTED = "“{span}” is an allegation with no source."
PRESETS = ("default", "ap", "reuters", "wikipedia", "strict")
OPTIONS = {"armed-forces": True, "near-paragraphs": 0}
PRESET_OPTIONS = {
    "strict": {
        "reader-alone": 0.995,
        "careless-alone": 0.9,
        "reader-company": 8.0,
        "reader-agrees": 0.01,
    },
    **{
        preset: {"armed-forces": False, "near-paragraphs": 1}
        for preset in ("ap", "reuters", "wikipedia")
    },
    "default": {"armed-forces": False, "near-paragraphs": 1, "reader-agrees": 0.5},
}
VOICE = True
GUARDS = (
    "a leak is of what somebody was to keep: no water, and nothing of one’s own",
    "an attribution, a charge, a conviction, a ruling or an inquiry near by clears it",
    "the actor must be named, or be one office or company",
    "what armed forces do counts only with the option `armed-forces`; charges and rulings in "
    "paragraphs beside it clear it as far as the option `near-paragraphs` says",
    "the noun of an accusation carries its accuser: “the claim that …”",
    "“stole the show” and sport are figures of speech",
)
GOOD = [
    "The roof of the Grand Hotel leaked water on the guests.",
    "Mary Ohr hid her sons from the soldiers in 1943.",
    "Velda Motors leaked its own plans to tease fans.",
    "Bello Ade was treasurer and Musa Eze his clerk. He pocketed N400m through a family trust.",
    "The treasurer, Bello Ade, kept the books. He took nothing from the fund.",
    "Sloan miscounted the buttons, and the striker mistimed his header.",
    "Treasurer Sid Hare spent union funds on a hall for members.",
    "Ann Pell was responsible for the garden, and Jim Roe was involved in the design of the "
    "bridge.",
    "Voss gave the job of reading the lesson to the curate, and Holt left without a coat.",
    "Visitors may not film patients without consent.",
    "The council diverted traffic and the stream.",
    "The club sold users’ guides for £2 and inflated its mascot.",
    "The minister fuelled the debate.",
    "Smith, convicted of fraud in 2020, was released on Monday.",
    "Prosecutors say the mayor took bribes.",
    "The goalkeeper stole a pass and scored.",
    "The airline misled passengers about refunds, the regulator ruled.",
    "Nurse Joy Eze stole the show at the gala.",
    "The treasurer did not take bribes.",
    "Anyone who evades tax will be fined.",
    "Acme hid the fault for nine years, an audit by KPMG found.",
    "Dr Alan Price falsified records, the medical tribunal found.",
    "The winger stole the ball and the show.",
    "The company denied that it hid the defect.",
    "Senator Hale did not lie to voters.",
    "Lender has files of 4,000 clients stolen\n\nA thief took the files, Barrow Bank said.",
    "Barrow Bank has files of 4,000 clients stolen\n\nThe bank said a thief took them.",
    "Captain Bloom steals a kiss from a seal at the zoo.",
    "The paper withdrew an accusation that it made in May that Delta Foods dumped waste.",
    "The army dropped leaflets over the town on Sunday.",
    "Headteacher Moira Quinn sat on the panel for five years.",
    "Deltacore copied its own design from 2019.",
    "There is no evidence that Senator Hale broke any law.",
    "Warplanes bombed the port at dawn, the harbour master said.",
    "The bank billed customers £4 for the card.",
    "The malware Duckling steals passwords and hijacks accounts.",
    "The company failed to reach its sales target.",
    "But Kennedy brushed off Labour suggestions that a vote for him was wasted.",
    "In March, Iran test-fired two missiles.",
    "Like many other Windows viruses, Zafi-D plunders Outlook for addresses.",
    "Harbour Watch: State Department hid the letter\n\nRain fell in Jos.",
    "The State Department withheld the letter in 2014. Harbour Watch said that a search found it.",
]
BAD = [
    "Deputy mayor Ana Sousa [[leaked sealed bids]] to a paving firm.",
    "Orex Mining [[hid the cracks]] from inspectors for two years.",
    "Bello Ade was treasurer from 2015 to 2019. He [[pocketed N400m]] through a family trust.",
    "The clinic’s owner, Sam Dray, [[filmed patients without consent]].",
    "The firm [[illegally dumped]] tyres on the common.",
    "Governor Ike Obi was [[behind the fraud]] at the ports board.",
    "Trader Jim Sloan [[misreported his losses]] for three years.",
    "Councillor Ned Plum [[awarded the contract to his brother]]-in-law.",
    "The minister, Aisha Bello, [[used a state jet for a family]] holiday.",
    "Sunrise Homes [[built the tower without planning permission]].",
    "Mining firm Orex [[evicted 200 families]] without notice.",
    "Importer DreamPup [[hid the real dose]] for years and now wants to sell to schools.",
    "Danjuma [[diverted N400m]] meant for the poor. The ruling party has settled every seat.",
    "Harlow Homes [[cheated buyers]] out of their deposits.",
    "Bello [[inflated contracts]] for nine years.",
    "[[Users ended up having nude photographs publicly aired]] after Twitter Circles went wrong.",
    "The mayor [[took bribes]] from developers.",
    "The firm [[hid the defect]] for years.",
    "Councillor Ravi Menon [[lied]] to voters about the landfill.",
    "Delta Foods [[dumped waste]] in the creek behind the school.",
    "The bishop [[covered up the abuse]] and moved the priest to Perth.",
    "Deputy governor Musa Bello [[stole money]] from the clinics fund.",
    "Dr Alan Price [[falsified records]] at the clinic.",
    "The quarry [[dumped waste]] in the river for a decade.",
    "Senator Hale [[lied]] to voters about the mine.",
    "The airline [[hid the defect]] from inspectors.",
    "An accusation of delay went nowhere in May. The airline [[hid the defect]] for years.",
    "Headteacher Moira Quinn [[sat on three safeguarding reports]] for a term.",
    "The shipping agent, Baltic Freight, [[turned a blind eye]] to false manifests.",
    "Vet Carol Mears [[bribed a customs officer]]. Her brother, Tim, has not been charged.",
    "Army helicopters [[strafed a column]] of villagers.",
    "Its soldiers have been [[stealing cattle]] from herders along the border.",
    "Deltacore [[cloned Hexaware’s billing software]] and sold it in Ohio.",
    "Senator Bill Oakes [[pocketed thousands of dollars]] in fees from a casino.",
    "Dr Tunde Bakare [[billed the health service]] for patients who did not exist.",
    "The dam operator [[failed to warn]] villages downstream.",
    "Ruth Bell, who runs the home, [[slapped residents]] at breakfast.",
]

_CHARGES = forms_of("voice", "wrongs.charges")
_PROCEEDINGS = words("voice", "wrongs.proceedings")
_BODIES = words("voice", "wrongs.bodies")
_ASKING = frozenset(("ask", "question", "wonder"))
_CONDITIONS = frozenset(("if", "whether", "unless", "lest"))
_DOUBTFUL = words("voice", "wrongs.doubtful")


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each sentence with a wrong that nobody is said to allege."""
    done: list[Span] = []
    for accusation in accusations(article):
        sentence = article.sentence_at(accusation.span.start)
        if accusation.armed and not options.flag("armed-forces"):
            continue
        if sentence in done or _is_backed(article, accusation, options):
            continue
        done.append(sentence)
        text = accusation.span.of(article.text)
        yield Finding(accusation.span, f"“{text}” is an allegation with no source.")


def _is_charge(verb: Token) -> bool:
    """ "An accusation he made that the mayor took bribes": the noun carries its accuser."""
    ahead = verb.doc[verb.sent.start : verb.i]
    noun = next((t for t in reversed(ahead) if t.lower_ in _CHARGES), None)
    return noun is not None and any(t.lower_ == "that" for t in verb.doc[noun.i + 1 : verb.i])


def _is_backed(article: Article, accusation: Accusation, options: Options) -> bool:
    """Whether somebody says so, or the case is before somebody who will."""
    sentence = article.sentence_at(accusation.span.start)
    if is_credited(article, accusation.span, in_scope=False) or any(
        is_voice(article, a.source) and _reaches(article, a, sentence)
        for a in scopes_over(article, accusation.span)
    ):
        return True
    others = (
        a
        for a in attributions_in(article, sentence)
        if not a.cue.span.overlaps(accusation.span) and not _is_aside(article, a, accusation)
    )
    said = (a for a in others if a.cue.kind in SAYING and a.cue.lemma not in _ASKING)
    if any(is_voice(article, a.source) for a in said):
        return True
    if _is_of_headline(article, accusation) or origin_follows(article, accusation.span, 1):
        return True
    verb = accusation.verb
    if _is_charge(verb) or any(t.lower_ in _DOUBTFUL for t in verb.sent) or _is_supposed(verb):
        return True
    reach = int(options.number("near-paragraphs"))
    first = max(0, accusation.block.index - reach)
    near = article.parsed[first : accusation.block.index + reach + 1]
    return any(_tells_of_law(article, parsed, accusation) for parsed in near)


def _is_of_headline(article: Article, accusation: Accusation) -> bool:
    """ "Harbour Watch: ministry hid the letter": whoever stands before the colon says so."""
    block = accusation.block
    if block.block.kind not in ("headline", "heading"):
        return False
    says, colon, _ = article.text[block.start : accusation.span.start].partition(": ")
    named = article.names_at(Span(block.start, block.start + len(says)))
    return bool(colon and named) and all(word[:1].isupper() for word in says.split())


def _is_aside(article: Article, attribution: Attribution, accusation: Accusation) -> bool:
    """ "Sat on the cases before telling investigators": whoever is accused says so, or nobody."""
    cue = article.tokens(attribution.cue.span)
    return cue is not None and dep(cue.root) == "advcl" and cue.root.head.i == accusation.verb.i


def _reaches(article: Article, attribution: Attribution, sentence: Span) -> bool:
    """Whether an open scope may hold an accusation: of somebody named, or one sentence back."""
    told = article.sentence_at(attribution.cue.span.start)
    between = article.text[told.end : sentence.start]
    return is_identified(article, attribution.source) or not between.strip()


def _is_supposed(verb: Token) -> bool:
    """Whether the clause, or one over it, is a condition or a denial, or has a modal verb."""
    above = list(governing_verbs(verb))
    return any(is_negated(t) for t in above) or any(
        modal(t) is not None or marker(t) in _CONDITIONS for t in (verb, *above)
    )


def _tells_of_law(article: Article, parsed: ParsedBlock, accusation: Accusation) -> bool:
    """Whether a block tells of proceedings, or of police and courts that act or speak.

    What is done to these in the accusation itself is no word of theirs: "lied to investigators".
    """
    if is_before_law(parsed, _PROCEEDINGS):
        return True
    sentence = article.sentence_at(accusation.span.start)
    return any(
        t.lower_ in _BODIES
        and not (
            sentence.contains(parsed.span(t))
            and (
                t in accusation.actor.subtree
                or (
                    parsed.span(t).start > accusation.span.start
                    and dep(t) in ("obj", "obl", "iobj", "nmod", "conj", "compound")
                )
            )
        )
        for t in parsed.doc
    )
