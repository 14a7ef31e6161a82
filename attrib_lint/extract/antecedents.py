"""Which noun a relative pronoun stands for, where a phrase offers two."""

from __future__ import annotations

from attrib_lint.extract.sources import singular_of
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words


def fitting_antecedent(syntax: Syntax, pronoun: int, noun: int) -> int:
    """The noun that a relative pronoun fits, where a phrase offers two.

    "Members of the cabinet, which denied it" are the cabinet; "aides to Lee, who doubt it"
    are the aides.
    """
    word = syntax.low[pronoun]
    people = words("sources", "roles", "people", "collectives", "bare", "groups")
    bodies = words("sources", "institutions", "documents")
    if word in ("who", "whom") and syntax.dep[noun] == "nmod":
        upper = syntax.head[noun]
        known = {singular_of(syntax, upper), syntax.low[upper]} & people
        number = verb_number(syntax, pronoun)
        many = syntax.tag[upper] == "NNS" and syntax.tag[noun] != "NNS"
        lone = syntax.pos[noun] == "PROPN" and syntax.ent[noun] not in ("PERSON", "PER")
        thing = lone or singular_of(syntax, noun) in bodies
        if upper < noun and known and ((thing and number != "one") or (many and number == "many")):
            return upper
    if word == "which" and singular_of(syntax, noun) in people - bodies:
        lower = [k for k in syntax.kids_of(noun, "nmod") if noun < k < pronoun]
        if lower and (syntax.pos[lower[-1]] == "PROPN" or singular_of(syntax, lower[-1]) in bodies):
            return lower[-1]
    return noun


def verb_number(syntax: Syntax, pronoun: int) -> str:
    """ "many" or "one" where the verb of a relative clause shows it, else ""."""
    verb = syntax.head[pronoun]
    finite = [verb, *syntax.kids_of(verb, "aux", "cop")]
    tags = {syntax.tag[t] for t in finite}
    low = {syntax.low[t] for t in finite}
    if "VBZ" in tags or "was" in low:
        return "one"
    return "many" if "VBP" in tags or "were" in low else ""
