"""Tells which of the seven kinds of source a phrase shows, from its words alone."""

from __future__ import annotations

from functools import cache

from attrib_lint.core.facts import SourceKind
from attrib_lint.extract.sources import Phrase, whole_of
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words

_QUANTIFIERS = frozenset(("some", "many", "most", "several", "few", "other", "all", "more"))
_EVERYBODY = frozenset(("everyone", "everybody", "one"))
_ANY = frozenset(("any", "every", "each", "that"))
_NOBODY = frozenset(("nobody", "anyone", "anybody", "none"))
_OWN = frozenset(("i", "me", "we", "us"))
_READERS = frozenset(("you", "us", "we"))
_HUMAN = ("ist", "ian", "eer", "man", "woman", "person", "crat", "phile", "goer", "mate")
_DOER = ("er", "or", "ee", "ant")
_ABSTRACT = ("tion", "ment", "ness", "ity", "ance", "ence", "ism", "ing", "ure", "age", "sion")


def kind_of(
    syntax: Syntax, phrase: Phrase, named: SourceKind | None, speaks: bool
) -> SourceKind | None:
    """The kind that the phrase alone shows; None where it points back to another mention.

    `speaks` is whether its cue is one of speech: what speaks is somebody.
    """
    low, noun, head = syntax.low[phrase.head], phrase.noun, phrase.head
    if syntax.words[head] in ("Q", "A") or low in words("sources", "first_person", "second_person"):
        return "self_or_other"
    beside = {syntax.low[k] for k in syntax.kids_of(head, "conj")}
    anybody = low == "person" and phrase.description is None
    if anybody and syntax.low[phrase.first] in _ANY:
        return "self_or_other"  # "does | that person | get tired?": nobody in particular
    nobody = low in _NOBODY or (low == "one" and syntax.low[phrase.first] == "no")
    if nobody or noun in _READERS or beside & _OWN:
        return "self_or_other"
    if low in words("sources", "parts") and noun in words("sources", "documents"):
        return "document_or_study"
    if syntax.pos[head] == "PRON" and low in words("sources", "pronouns"):
        return None
    if syntax.words[head].isupper() and low in words("sources", "document_letters"):
        return "document_or_study"
    if named is not None:
        return named
    if noun in words("sources", "documents") and noun != "figure":
        return "document_or_study"
    if noun in words("sources", "institutions") and not (
        phrase.plural and _is_some(syntax, phrase)
    ):
        return "named_org_or_outlet"
    if low in ("police", "authorities"):
        return "named_org_or_outlet"
    if noun in words("sources", "institutions"):
        return "unnamed_collective"  # "unions", "local governments": some, without saying which
    return _people(syntax, phrase) or _unlisted(syntax, phrase, speaks)


@cache
def _parts() -> frozenset[str]:
    return words("sources", "parts")


def _is_some(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether a plural says which ones: "the departments" does, "local governments" does not."""
    return phrase.plural and not phrase.definite and syntax.low[phrase.first] != "both"


def _people(syntax: Syntax, phrase: Phrase) -> SourceKind | None:
    """Unnamed people by the lists: one or some of them, or a crowd."""
    noun, low = phrase.noun, syntax.low[phrase.head]
    if low == "old" and "year" in syntax.low[phrase.first : phrase.head]:
        return "unnamed_person"  # "the 34-year-old"
    if syntax.pos[phrase.head] == "ADJ" and low in words("cues", "nouns.parties"):
        return "unnamed_collective"  # "| Republican | criticism"
    if low == "another" or (not phrase.plural and f"{low}s" in words("sources", "groups")):
        return "unnamed_person"  # "The Spaniard"
    if low == "those" and phrase.description is not None:
        return "unnamed_person"  # "those close to the family"
    if noun in words("sources", "bare"):
        return "self_or_other" if _is_thing(syntax, phrase) else "unnamed_person"
    if noun in words("sources", "people") and phrase.plural:
        quantified = any(syntax.low[t] in _QUANTIFIERS for t in range(phrase.first, phrase.head))
        quantified = quantified or (phrase.count is None and syntax.low[phrase.head] in _parts())
        told = phrase.count is not None or phrase.description is not None
        return "unnamed_person" if told and not quantified else "unnamed_collective"
    role = noun in words("sources", "roles", "offices")
    if noun in words("sources", "collectives") and (phrase.plural or not role):
        share = syntax.low[phrase.head] in ("%", "percent")
        crowd = share or phrase.count in (None, 1)
        return "unnamed_collective" if crowd else "unnamed_person"
    if role:
        return "unnamed_person"
    if syntax.low[phrase.head] in _EVERYBODY:
        return "unnamed_collective"
    return None


def _is_thing(syntax: Syntax, phrase: Phrase) -> bool:
    """ "Sources of energy" speak to nobody; "one of the sources" do."""
    for k in syntax.kids[phrase.head]:
        if k > phrase.head and any(syntax.low[c] == "of" for c in syntax.kids_of(k, "case")):
            return syntax.low[phrase.head] not in words("sources", "parts")
    return False


def _unlisted(syntax: Syntax, phrase: Phrase, speaks: bool) -> SourceKind:
    """A noun that no list has, by its ending and by what it does."""
    noun, head = phrase.noun, phrase.head
    if syntax.pos[head] == "NUM" or syntax.low[head] in words("sources", "parts"):
        whole = whole_of(syntax, head)
        thing = whole is not None and syntax.pos[whole] == "NOUN" and not speaks
        if thing and not noun.endswith((*_HUMAN, *_DOER)):
            return "self_or_other"  # "any number of powers"
        return "unnamed_collective"
    if syntax.pos[head] not in ("NOUN", "PROPN", "ADJ"):
        return "self_or_other"
    human = noun.endswith(_HUMAN) or (
        noun.endswith(_DOER)
        and noun not in words("sources", "things")
        and (speaks or phrase.plural)
    )
    if not human and (not speaks or not phrase.plural or noun.endswith(_ABSTRACT)):
        return "self_or_other"
    crowd = phrase.plural or syntax.pos[head] == "ADJ"
    return "unnamed_collective" if crowd else "unnamed_person"
