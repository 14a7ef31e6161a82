"""Whom a source phrase names."""

from __future__ import annotations

from bisect import bisect_left

from attrib_lint.core.facts import NameMention, SourceKind
from attrib_lint.core.span import Span
from attrib_lint.extract.sources import Phrase, whole_of
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words

_LISTING = frozenset(("including", "like", "among", "as", "who", "that", "whose", "to", "for"))
_BREAKS = frozenset((",", "(", "—", "–", "and", "&"))
_STEPS = 3  # descriptions of one person in a row, at most
NAMED: dict[str, SourceKind] = {
    "person": "named_person",
    "org": "named_org_or_outlet",
    "outlet": "named_org_or_outlet",
    "place": "named_org_or_outlet",
    "other": "named_org_or_outlet",
}


class Naming:
    """The names of a document, found by place."""

    def __init__(self, names: tuple[NameMention, ...]) -> None:
        self._names = names
        self._starts = [name.span.start for name in names]
        self._outlets = frozenset(n.name for n in names if n.kind == "outlet")

    def within(self, span: Span) -> list[NameMention]:
        """The names that touch a prose span."""
        i = bisect_left(self._starts, span.start)
        while i > 0 and self._names[i - 1].span.end > span.start:
            i -= 1
        found = []
        while i < len(self._names) and self._names[i].span.start < span.end:
            found.append(self._names[i])
            i += 1
        return found

    def kind_at(self, span: Span) -> str | None:
        """The kind of the last name in a span."""
        found = self.within(span)
        return found[-1].kind if found else None

    def covers(self, span: Span) -> bool:
        """Whether names (and titles before them) make up the whole span."""
        found = self.within(span)
        return bool(found) and found[-1].span.end >= span.end - 1

    def is_outlet(self, entity: str) -> bool:
        """Whether an entity of the document publishes news."""
        return entity in self._outlets

    def of_phrase(
        self, syntax: Syntax, phrase: Phrase, offset: int
    ) -> tuple[str | None, SourceKind | None, bool]:
        """Who a source phrase names, as what, and whether that is an outlet.

        The name has to be the head or stand in apposition to it: "an aide to Smith" names nobody.
        """
        low = syntax.low[phrase.head]
        groups = words("sources", "groups")
        head = syntax.span(phrase.head, phrase.head + 1, offset)
        outlet = any(name.kind == "outlet" for name in self.within(head))
        if not outlet and (low in groups or (f"{low}s" in groups and phrase.first < phrase.head)):
            return None, None, False
        if syntax.pos[phrase.head] == "NUM" and syntax.words[phrase.head - 1] in (
            "No",
            "No.",
            "Number",
        ):
            return None, "named_org_or_outlet", False  # "No 10"
        inside = self.within(syntax.span(phrase.first, phrase.stop, offset))
        for name in inside:
            # "the state PRO, Ann Lee": the letters stand for a post
            held = name.kind == "person" and syntax.low[phrase.first] == "the"
            if held and not name.span.overlaps(head) and _is_appos(syntax, phrase, name, offset):
                return name.name, "named_person", False
        for name in inside:
            if name.span.overlaps(head):
                return name.name, _kind(syntax, phrase, name), name.kind == "outlet"
        for name in inside:
            if name.kind in ("person", "org", "outlet") and _apposed(syntax, phrase, name, offset):
                return name.name, NAMED[name.kind], name.kind == "outlet"
        titled = {k for k in syntax.kids_of(phrase.head, "appos") if k == phrase.head + 1}
        for name in inside if not phrase.plural else ():
            first = {t for t in titled if syntax.start[t] + offset == name.span.start}
            if first and name.kind == "other":
                return name.name, "named_org_or_outlet", False  # "the press Regan Books"
        for name in inside:
            if name.kind == "person" and _opens(syntax, phrase, name, offset):
                return name.name, "named_person", False
        flat = [k for k in syntax.kids_of(phrase.head, "flat") if syntax.pos[k] == "PROPN"]
        if flat and syntax.pos[phrase.head] == "NOUN":
            stop = flat[0]
            while stop < phrase.stop and syntax.pos[stop] == "PROPN":
                stop += 1
            return " ".join(syntax.words[flat[0] : stop]), "named_person", False
        if _is_league(syntax, phrase):
            return None, "named_org_or_outlet", False
        if syntax.pos[phrase.head] == "PROPN" and not phrase.plural:
            plain = syntax.low[phrase.head] not in words("sources", "roles", "documents")
            if plain and phrase.noun not in words("sources", "collectives", "roles"):
                person = syntax.low[phrase.first] not in ("the", "a", "an")
                return (
                    syntax.words[phrase.head],
                    "named_person" if person else "named_org_or_outlet",
                    False,
                )
        return None, None, False

    def before_comma(self, syntax: Syntax, i: int, offset: int) -> str | None:
        """The person whose name stands right before ", who"."""
        if i < 2 or syntax.low[i - 1] != ",":
            return None
        if ends_address(syntax, i - 2):
            return None
        last = syntax.span(i - 2, i - 1, offset)
        return next((n.name for n in self.within(last) if n.kind == "person"), None)

    def after_comma(self, syntax: Syntax, phrase: Phrase, offset: int) -> int | None:
        """Where a person's name ends that follows a role: "said the aide, | Ann Lee |"."""
        at = phrase.stop + 1
        if phrase.plural or at >= len(syntax) or syntax.low[phrase.stop] != ",":
            return None
        if phrase.noun in words("sources", "documents"):
            return None  # "In a Reuters poll, Lee led"
        start = syntax.start[at] + offset
        for name in self.within(Span(start, start + 1)):
            if name.kind == "person" and name.span.start == start:
                stop = at
                while stop < len(syntax) and syntax.end[stop] + offset <= name.span.end:
                    stop += 1
                return stop
        return None


def _kind(syntax: Syntax, phrase: Phrase, name: NameMention) -> SourceKind:
    """What a named source is: a lone name that nothing types is a surname more often than not."""
    if name.kind == "other" and syntax.low[phrase.first] not in ("the", "a", "an"):
        return "named_person"
    return NAMED[name.kind]


def _is_league(syntax: Syntax, phrase: Phrase) -> bool:
    """A body that calls itself by its members and cause: "Parents for Clean Rivers"."""
    head = phrase.head
    joined = head + 1 < phrase.stop and syntax.low[head + 1] in ("for", "against")
    if not joined or syntax.tag[head] != "NNPS" or head != phrase.first:
        return False
    causes = [k for k in syntax.kids_of(head, "nmod") if k > head + 1]
    return any(syntax.pos[k] == "PROPN" and syntax.ent[k] in ("MISC", "ORG") for k in causes)


def _opens(syntax: Syntax, phrase: Phrase, name: NameMention, offset: int) -> bool:
    """Whether a phrase begins with a name and then describes it: "Ann Lee, the mayor".

    The possessor of somebody ("Ann Lee's aides", "Lee supporters") is not the source.
    """
    if name.span.start != syntax.start[phrase.first] + offset:
        return False
    after = next((t for t in range(phrase.first, phrase.stop) if _past(syntax, t, name, offset)), 0)
    return not after or syntax.low[after] in _BREAKS or after > phrase.head


def _past(syntax: Syntax, t: int, name: NameMention, offset: int) -> bool:
    return syntax.start[t] + offset >= name.span.end


def _is_appos(syntax: Syntax, phrase: Phrase, name: NameMention, offset: int) -> bool:
    """Whether a name stands in apposition to the head of a phrase, after a comma."""
    return any(
        syntax.start[k] + offset == name.span.start and syntax.low[syntax.left[k] - 1] == ","
        for k in syntax.kids_of(phrase.head, "appos")
    )


def _apposed(syntax: Syntax, phrase: Phrase, name: NameMention, offset: int) -> bool:
    """Whether a name belongs to the head itself: apposition, or right beside it."""
    at = next(
        (
            t
            for t in range(phrase.first, phrase.stop)
            if syntax.start[t] + offset >= name.span.start
        ),
        None,
    )
    if at is None:
        return False
    node = at
    last = at
    while last + 1 < phrase.stop and syntax.end[last + 1] + offset <= name.span.end:
        last += 1
    for t in range(at, last + 1):
        if not at <= syntax.head[t] <= last:
            node = t
            break
    if last == at and at - 2 > phrase.head and ends_address(syntax, at):
        return False
    bare = syntax.full[node] == "nmod" and syntax.first_kid(node, "case") is None
    beside = syntax.dep[node] in ("appos", "flat") or (bare and at > phrase.head)
    if beside and phrase.head in _described_by(syntax, node):
        return True
    between = range(phrase.head + 1, at)
    titled = all(syntax.low[t].rstrip(".") in words("names", "titles") for t in between)
    written = phrase.noun in words("sources", "documents")
    if name.kind == "person" and at > phrase.head and titled and not written:
        return True
    body = phrase.noun in words("sources", "institutions") and not phrase.plural
    if name.kind in ("org", "outlet") and at == phrase.head + 1 and body:
        return True
    begin = at
    while begin - 1 > phrase.head and syntax.pos[begin - 1] in ("NOUN", "PROPN", "ADJ"):
        begin -= 1
    comma = syntax.low[begin - 1] == "," and syntax.pos[phrase.head] == "NOUN"
    listing = any(syntax.low[t] in _LISTING for t in range(phrase.head, at))
    return name.kind == "person" and comma and not phrase.plural and not listing


def _described_by(syntax: Syntax, node: int) -> list[int]:
    """The nouns that a name in apposition stands for, the nearest first.

    "A friend, | the painter | Ann Lee"; "two | of his friends, | Ann Lee and Bob Cole";
    "candidate | and former senator | Ann Lee".
    """
    found = [syntax.head[node]]
    while len(found) < _STEPS:
        last = found[-1]
        title = syntax.dep[last] == "conj" and syntax.tag[last] == "NN"
        title = title and syntax.first_kid(last, "det", "case") is None
        if syntax.dep[last] != "appos" and not title:
            break
        found.append(syntax.head[last])
    above = syntax.head[found[-1]]
    if above != found[-1] and whole_of(syntax, above) == found[-1]:
        found.append(above)
    return found


def ends_address(syntax: Syntax, i: int) -> bool:
    """Whether a lone name says where a body stands: "an aide at Government House, | Ikoye |"."""
    if i < 4 or syntax.low[i - 1] != "," or syntax.pos[i - 2] != "PROPN":
        return False
    return any(syntax.low[t] in ("at", "in", "of", "from") for t in range(max(0, i - 6), i - 2))
