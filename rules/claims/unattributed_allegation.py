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
    Finding,
    Options,
    Span,
    accusations,
    attributions_in,
    forms_of,
    is_before_law,
    is_credited,
    is_voice,
    words,
)

if TYPE_CHECKING:
    from attrib_lint.api import Token

HELP = "Who says so? Cite the charge, ruling, document or accuser, and carry the answer."
SEVERITY = "warning"
PRESETS = ("default", "ap", "reuters", "wikipedia", "strict")
VOICE = True
GUARDS = (
    "an attribution, a charge, a conviction, a ruling or an inquiry near by clears it",
    "the actor must be named, or be one office or company",
    "the noun of an accusation carries its accuser: “the claim that …”",
    "“stole the show” and sport are figures of speech",
)
GOOD = [
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
]
BAD = [
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
]

_CHARGES = forms_of("voice", "wrongs.charges")
_SETTLED = words("voice", "wrongs.settled")
_ASKING = frozenset(("ask", "question", "wonder"))
_DOUBTFUL = words("voice", "wrongs.doubtful")


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each sentence with a wrong that nobody is said to allege."""
    done: list[Span] = []
    for accusation in accusations(article):
        sentence = article.sentence_at(accusation.span.start)
        if sentence in done or _is_backed(article, accusation):
            continue
        done.append(sentence)
        text = accusation.span.of(article.text)
        yield Finding(accusation.span, f"“{text}” is an allegation with no source.")


def _is_charge(verb: Token) -> bool:
    """ "An accusation he made that the mayor took bribes": the noun carries its accuser."""
    ahead = verb.doc[verb.sent.start : verb.i]
    noun = next((t for t in reversed(ahead) if t.lower_ in _CHARGES), None)
    return noun is not None and any(t.lower_ == "that" for t in verb.doc[noun.i + 1 : verb.i])


def _is_backed(article: Article, accusation: Accusation) -> bool:
    """Whether somebody says so, or the case is before somebody who will."""
    if is_credited(article, accusation.span):
        return True
    sentence = article.sentence_at(accusation.span.start)
    others = (
        a for a in attributions_in(article, sentence) if not a.cue.span.overlaps(accusation.span)
    )
    said = (a for a in others if a.cue.kind in SAYING and a.cue.lemma not in _ASKING)
    if any(is_voice(article, a.source) for a in said):
        return True
    verb = accusation.verb
    if _is_charge(verb) or any(t.lower_ in _DOUBTFUL for t in verb.sent):
        return True
    first = max(0, accusation.block.index - 1)
    near = article.parsed[first : accusation.block.index + 2]
    return any(is_before_law(parsed, _SETTLED) for parsed in near)
