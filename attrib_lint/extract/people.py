"""Whom a pronoun or a role may mean: everybody named, and groups and bodies without a name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from attrib_lint.core.span import Span
from attrib_lint.extract.blocktext import BlockText
from attrib_lint.extract.chain import Person
from attrib_lint.extract.genders import gender_of
from attrib_lint.extract.naming import NAMED, Naming, ends_address
from attrib_lint.extract.source_kinds import kind_of
from attrib_lint.extract.sources import read_phrase
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words


def find_people(texts: list[BlockText], naming: Naming) -> list[Person]:
    """Everybody whom the text names, and every group that is a subject, in reading order."""
    people: list[Person] = []
    known: dict[str, str] = {}
    met: set[str] = set()
    for text in texts:
        if len(text.syntax):
            people.extend(_named_in(text, naming, known, met))
            people.extend(_groups_in(text, naming))
            people.extend(_joined_in(text, naming))
    return sorted(people, key=lambda person: person.sentence)


def _named_in(
    text: BlockText, naming: Naming, known: dict[str, str], met: set[str]
) -> Iterator[Person]:
    """Whom a block names; `known` keeps their gender, `met` who has been named before."""
    syntax = text.syntax
    t = 0
    for name in naming.within(Span(text.start, text.start + syntax.end[-1])):
        if name.kind in ("place", "other"):
            continue
        t = bisect_left(syntax.start, name.span.start - text.start, t)
        if t >= len(syntax):
            return
        marks = _title_words(syntax, t)
        nouns = marks & _telling_nouns()
        gender = ""
        if name.kind == "person":
            given = name.name.partition(" ")[0].lower()
            gender = known.get(name.name) or gender_of(set(nouns)) or gender_of({given})
            if gender:
                known[name.name] = gender
        subject = text.quote_of[t] < 0 and _is_subject(syntax, t)
        sentence = text.sentence + syntax.sent[t]
        fresh = name.name not in met and " " in name.name
        met.add(name.name)
        kind = NAMED[name.kind]
        yield Person(
            name.name, sentence, kind, frozenset(nouns), gender, subject, False, fresh, marks
        )


def _joined_in(text: BlockText, naming: Naming) -> Iterator[Person]:
    """Names that are one subject together, whom "they" may mean: "Ann Lee and Bob Cole"."""
    syntax = text.syntax
    for t, dep in enumerate(syntax.dep):
        if dep != "nsubj" or syntax.pos[t] != "PROPN" or text.quote_of[t] >= 0:
            continue
        joined = [t, *syntax.kids_of(t, "conj")]
        kinds = [naming.kind_at(text.span(k, k + 1)) for k in joined]
        if len(joined) > 1 and set(kinds) == {"person"}:
            sentence = text.sentence + syntax.sent[t]
            yield Person(
                None, sentence, "role_named_elsewhere", frozenset(), "", subject=True, plural=True
            )


def _groups_in(text: BlockText, naming: Naming) -> Iterator[Person]:
    """Groups and bodies without a name that "they" and "it" may mean: subjects in narration."""
    syntax = text.syntax
    for t, tag in enumerate(syntax.tag):
        if syntax.dep[t] != "nsubj" or text.quote_of[t] >= 0 or tag not in ("NNS", "NN"):
            continue
        if tag == "NN":
            if syntax.low[t] in words("sources", "institutions") and syntax.low[t] != "police":
                sentence, nouns = text.sentence + syntax.sent[t], frozenset((syntax.low[t],))
                yield Person(None, sentence, "named_org_or_outlet", nouns, "", subject=True)
            continue
        phrase = read_phrase(syntax, t, syntax.head[t])
        kind = kind_of(syntax, phrase, None, speaks=False)
        if kind in ("unnamed_person", "unnamed_collective"):
            if naming.of_phrase(syntax, phrase, text.start)[1] == "named_person":
                kind = "role_named_elsewhere"  # "the candidates Ann Lee and Bob Cole"
            nouns = frozenset((syntax.low[t],))
            sentence = text.sentence + syntax.sent[t]
            yield Person(None, sentence, kind, nouns, "", subject=True, plural=True)


def _is_subject(syntax: Syntax, t: int) -> bool:
    node = t
    while syntax.dep[node] in ("flat", "compound", "appos") and syntax.head[node] != node:
        node = syntax.head[node]
    return syntax.dep[node] == "nsubj"


def _title_words(syntax: Syntax, t: int) -> frozenset[str]:
    """The words that describe a name: a title before it, an apposition after it."""
    nouns: set[str] = set()
    sent = syntax.sent[t]
    before = t - 1
    while before >= 0 and t - before <= 4 and syntax.sent[before] == sent:
        if syntax.pos[before] not in ("NOUN", "PROPN", "ADJ"):
            break
        nouns.add(syntax.low[before].rstrip("."))
        before -= 1
    node = t
    while syntax.dep[node] in ("flat", "compound") and syntax.head[node] != node:
        node = syntax.head[node]
    for k in [*syntax.kids[node], syntax.head[node]]:
        if syntax.dep[k] == "appos" or (k == syntax.head[node] and syntax.dep[node] == "appos"):
            nouns.add(syntax.low[k])
            nouns.update(syntax.low[c] for c in syntax.kids_of(k, "compound", "conj", "amod"))
    if ends_address(syntax, t):
        nouns.clear()
    head = syntax.head[node]
    if syntax.dep[node] == "nsubj" and any(syntax.dep[k] == "cop" for k in syntax.kids[head]):
        nouns.add(syntax.low[head])
    nouns |= {_SHORT[noun] for noun in nouns if noun in _SHORT}
    return frozenset(nouns)


_SHORT = {
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "prof": "professor",
    "justice": "judge",
}


@cache
def _telling_nouns() -> frozenset[str]:
    """Nouns that tell what somebody is, or whether a man or a woman."""
    roles = words("sources", "roles", "offices", "institutions")
    return roles | words("names", "female", "male")
