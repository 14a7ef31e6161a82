"""Decides which mentions are the same source: names, pronouns, roles, "the sources"."""

from __future__ import annotations

from attrib_lint.core.facts import SourceKind
from attrib_lint.extract.chain import Chain, Person
from attrib_lint.extract.genders import gender_of, gender_of_pronoun
from attrib_lint.extract.kin import clause_subject, family_word, is_relative, name_of, relative_of
from attrib_lint.extract.pointing import REACH, fit_of_pronoun, is_pair, modifiers_of
from attrib_lint.extract.roster import Roster, posts
from attrib_lint.extract.source_kinds import kind_of
from attrib_lint.extract.sources import Phrase, is_pronoun, singular_of
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words

_MEMORY = 200  # sources that a role looks back: keeps the search linear
_THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
_SOME = frozenset(("some", "several", "many", "most", "few", "various", "number"))
_POINTING = frozenset(("this", "that", "which", "these", "those", "what"))
_UNNAMED: frozenset[SourceKind] = frozenset(("unnamed_person", "unnamed_collective"))


class Chains:
    """The sources of one document, in reading order. Ask for each mention in turn."""

    def __init__(self, people: list[Person]) -> None:
        self._people = people
        self._roster = Roster(people)
        self._chains: list[Chain] = []
        self._by_entity: dict[str, Chain] = {}
        self._recent: list[Chain] = []

    def resolve(
        self,
        syntax: Syntax,
        phrase: Phrase,
        sentence: int,
        entity: str | None,
        named: SourceKind | None,
        speaks: bool,
    ) -> tuple[Chain, SourceKind]:
        """The chain of a mention, and the kind that this mention shows."""
        own = kind_of(syntax, phrase, named, speaks)
        low = syntax.low[phrase.head]
        if entity is not None and own is not None:
            chain = self._named(entity, own, phrase)
        elif own is None or is_pronoun(low):
            chain, own = self._pronoun(low, sentence, phrase)
        else:
            chain, own = self._described(syntax, phrase, sentence, own, speaks)
        chain.last = sentence
        self._recent.append(chain)
        chain.cited = True
        chain.nouns.add(phrase.noun)
        chain.count = chain.count or phrase.count
        chain.description = chain.description or phrase.description
        return chain, own

    def _new(self, kind: SourceKind, entity: str | None, phrase: Phrase) -> Chain:
        chain = Chain(
            len(self._chains), kind, entity, plural=phrase.plural, gender=gender_of({phrase.noun})
        )
        self._chains.append(chain)
        if entity is not None:
            self._by_entity[entity] = chain
        return chain

    def _named(self, entity: str, kind: SourceKind, phrase: Phrase) -> Chain:
        return self._by_entity.get(entity) or self._new(kind, entity, phrase)

    def _pronoun(self, low: str, sentence: int, phrase: Phrase) -> tuple[Chain, SourceKind]:
        found = None if low in _POINTING else self._antecedent(low, sentence)
        if found is None:
            return self._new("self_or_other", None, phrase), "self_or_other"
        if isinstance(found, Person):
            found = self._group_of(found) or self._chain_of(found, phrase)
            found.gender = found.gender or gender_of_pronoun(low)
            found.plural = found.plural or low in _THEY
        if found.kind in ("named_person", "named_org_or_outlet"):
            return found, "role_named_elsewhere" if found.entity else found.kind
        return found, found.kind

    def _antecedent(self, low: str, sentence: int) -> Chain | Person | None:
        """The source or person within reach that a pronoun fits best."""
        gender = gender_of_pronoun(low)
        plural = low in _THEY
        best: tuple[float, Chain | Person] | None = None
        for chain in self._lately(sentence):
            known, many = chain.gender, chain.plural
            score = fit_of_pronoun(sentence - chain.last, chain.kind, known, many, gender, plural)
            if score > 0 and (best is None or score + 0.5 > best[0]):
                best = (score + 0.5, chain)
        for person in self._roster.near(sentence):
            known, many = person.gender, person.plural
            score = fit_of_pronoun(
                sentence - person.sentence, person.kind, known, many, gender, plural
            )
            score += 0.75 * person.subject
            if score > 0.75 and (best is None or score > best[0]):
                best = (score, person)
        return best[1] if best is not None else None

    def _group_of(self, person: Person) -> Chain | None:
        """The source that people without a name already are: "Analysts wrote ... They expect"."""
        if person.entity is not None:
            return None
        nouns = {noun.removesuffix("s") for noun in person.nouns} | person.nouns
        for chain in self._lately(person.sentence):
            if chain.last == person.sentence and chain.entity is None and chain.nouns & nouns:
                return chain
        return None

    def _chain_of(self, person: Person, phrase: Phrase) -> Chain:
        known = self._by_entity.get(person.entity) if person.entity is not None else None
        if known is None:
            known = self._new(person.kind, person.entity, phrase)
            known.gender = person.gender or known.gender
        return known

    def _lately(self, sentence: int) -> list[Chain]:
        """The sources mentioned within reach of a sentence, the last one first."""
        found: dict[int, Chain] = {}
        for chain in reversed(self._recent):
            if sentence - chain.last > REACH:
                break
            found.setdefault(chain.id, chain)
        return list(found.values())

    def _described(
        self, syntax: Syntax, phrase: Phrase, sentence: int, own: SourceKind, speaks: bool
    ) -> tuple[Chain, SourceKind]:
        """A role or a group: a definite one points back, an indefinite one is new."""
        low = {syntax.low[t] for t in range(phrase.first, phrase.stop)}
        if phrase.noun in words("sources", "bare", "people") and (
            phrase.definite or phrase.noun != singular_of(syntax, phrase.head)
        ):
            for chain in reversed(self._chains[-_MEMORY:]):
                if chain.kind == "unnamed_person" and (
                    chain.nouns & words("sources", "bare", "people") or phrase.noun in chain.nouns
                ):
                    return chain, "unnamed_person"
        if is_pair(syntax, phrase):
            return self._pair(phrase, sentence, own)
        if (
            phrase.definite
            and not phrase.plural
            and (
                own == "unnamed_person"
                or (
                    own == "named_org_or_outlet" and phrase.noun in words("sources", "institutions")
                )
            )
        ):
            found = self._role(syntax, phrase, sentence, own)
            if found is not None:
                kind: SourceKind = "role_named_elsewhere" if found.entity else found.kind
                return found, kind
        if is_relative(phrase) and (relative := self._relative(syntax, phrase, sentence, own)):
            return relative, "role_named_elsewhere" if relative.entity else relative.kind
        if own == "unnamed_person" and not phrase.plural:
            later = (
                self._roster.named_later(syntax, phrase, sentence)
                if speaks or not sentence
                else None
            )
            if later is not None:
                return self._chain_of(later, phrase), "role_named_elsewhere"
        rivals = phrase.plural and phrase.noun in words("sources", "rivals")
        which = any(syntax.full[k] == "acl:relcl" for k in syntax.kids[phrase.head])
        candidates = rivals and not which and not (low & _SOME)
        together = phrase.definite and phrase.plural
        holders = together and self._roster.is_named_group(phrase.noun, sentence)
        if (candidates and self._roster.has_rivals(sentence)) or holders:
            return self._new("role_named_elsewhere", None, phrase), "role_named_elsewhere"
        if phrase.definite or not (low & {"a", "an", "another", "one", "second", "two", "three"}):
            for chain in reversed(self._chains[-_MEMORY:]):
                same = phrase.noun in chain.nouns and chain.plural == phrase.plural
                same = same and _alike(chain.description, phrase.description)
                if same and chain.kind == own and (phrase.definite or own == "unnamed_collective"):
                    return chain, own
        return self._new(own, None, phrase), own

    def _relative(
        self, syntax: Syntax, phrase: Phrase, sentence: int, own: SourceKind
    ) -> Chain | None:
        """Somebody of the family of a person whom the text names: their relation tells who."""
        owner = self._owner(syntax, phrase, sentence)
        if owner is None:
            return None
        named = relative_of(phrase, owner, self._people)
        if named is not None:
            return self._chain_of(named, phrase)
        for chain in self._lately(sentence):
            if chain.relative_of == owner and phrase.noun in chain.nouns:
                return chain
        chain = self._new(own, None, phrase)
        chain.relative_of = owner
        return chain

    def _owner(self, syntax: Syntax, phrase: Phrase, sentence: int) -> str | None:
        """The named person whose relative a phrase means."""
        at = family_word(syntax, phrase)
        if at is None:
            return None
        if syntax.tag[at] != "PRP$":
            return name_of(syntax, at, self._people)
        subject = clause_subject(syntax, phrase)
        if subject is not None:
            return name_of(syntax, subject, self._people)
        whose = self._antecedent(syntax.low[at], sentence)
        return whose.entity if whose is not None and whose.kind == "named_person" else None

    def _pair(self, phrase: Phrase, sentence: int, own: SourceKind) -> tuple[Chain, SourceKind]:
        """ "The two", "both", "the two lawmakers": two unnamed sources just met, or two names."""
        bare = phrase.noun in ("two", "both", "neither", "either", "man", "woman")
        named = self._roster.named_near(sentence)
        for chain in self._lately(sentence):
            if not chain.plural or not (bare or phrase.noun in chain.nouns):
                continue
            if chain.count == 2 or (chain.count is None and not named):
                if chain.kind in _UNNAMED or chain.kind == "role_named_elsewhere":
                    return chain, chain.kind
        if named or len(self._by_entity) > 1:
            own = "role_named_elsewhere"
        return self._new(own, None, phrase), own

    def _role(self, syntax: Syntax, phrase: Phrase, sentence: int, own: SourceKind) -> Chain | None:
        """The named person of a role, or the earlier unnamed one."""
        modifiers = modifiers_of(syntax, phrase)
        holders = self._roster.roles.get(phrase.noun, [])
        near = [p for p in holders if p.sentence <= sentence]
        if not near and len({p.entity for p in holders}) == 1:
            near = holders  # named below, and nobody else holds the post
        if near:
            return self._chain_of(self._roster.described_best(near, modifiers), phrase)
        for chain in reversed(self._chains[-_MEMORY:]):
            if phrase.noun in chain.nouns and not chain.plural:
                unknown = chain.entity is None and holders and phrase.noun in posts()
                return self._chain_of(holders[0], phrase) if unknown else chain
        # "the 57-year-old teacher" is whoever was just named
        aged = {"year", "old"} <= modifiers | {phrase.noun}
        from_there = f"{phrase.noun}s" in words("sources", "groups")  # "the Spaniard"
        post = phrase.noun in posts() and not syntax.words[phrase.head].istitle()
        if own == "unnamed_person" and (aged or from_there or post):
            someone = self._roster.last_person(sentence, phrase.noun, modifiers)
            if someone is not None:
                return self._chain_of(someone, phrase)
        if phrase.noun in words("sources", "firms"):
            return self._last_firm(sentence, phrase)
        return None

    def _last_firm(self, sentence: int, phrase: Phrase) -> Chain | None:
        """The firm that "the company" means: the last one named as a subject."""
        for person in reversed(self._roster.near(sentence)):
            if person.kind == "named_org_or_outlet" and person.entity and person.subject:
                return self._chain_of(person, phrase)
        return None


def _alike(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one.lower() == other.lower()
