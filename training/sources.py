"""Noun phrases that news credits statements to, as small gold trees."""

from __future__ import annotations

import random
from dataclasses import replace

from training.fragments import WORDS, Fragment, comma, glue, join, root_of, word
from training.pools import Pools
from training.treebank import Word


class Sources:
    """Draws noun phrases for sources."""

    def __init__(self, pools: Pools, rng: random.Random) -> None:
        self.pools = pools
        self.rng = rng

    def pick(self, key: str) -> str:
        table = WORDS[key]
        chosen: str = self.rng.choice(table.split() if isinstance(table, str) else table)
        return chosen

    def name(self) -> Fragment:
        first = self.rng.choice(self.pools.names)[0]
        last = self.rng.choice(self.pools.names)[1]
        sing = "PROPN NNP Number=Sing"
        if self.rng.random() < 0.25:
            return [word(last, last, sing, "ROOT", 0, "B-PER")]
        out = [word(first, first, sing, "ROOT", 0, "B-PER")]
        if self.rng.random() < 0.12:
            initial = self.rng.choice("ABCDEFGHJKLMPRSTW") + "."
            out.append(word(initial, initial, sing, "flat", 0, "I-PER"))
        out.append(word(last, last, sing, "flat", 0, "I-PER"))
        if self.rng.random() < 0.2:
            title = self.pick("titles")
            moved = [replace(w, head=1) for w in out]
            return [word(title, title, sing, "nmod:desc", 1), *moved]
        return out

    def organisation(self) -> Fragment:
        """Acme; Acme Corp.; Chicago Police Department; University of Ohio; White House."""
        sing = "PROPN NNP Number=Sing"
        rng = self.rng
        r = rng.random()
        place = rng.choice(self.pools.places)
        stem = place if rng.random() < 0.35 else rng.choice(self.pools.names)[1]
        suffix = self.pick("suffixes")
        if r < 0.25:
            return [word(stem, stem, sing, "ROOT", 0, "B-ORG")]
        if r < 0.60:
            return [
                word(stem, stem, sing, "compound", 1, "B-ORG"),
                word(suffix, suffix, sing, "ROOT", 1, "I-ORG"),
            ]
        if r < 0.78:
            field = self.pick("fields")
            return [
                word(stem, stem, sing, "compound", 2, "B-ORG"),
                word(field, field, sing, "compound", 2, "I-ORG"),
                word(suffix, suffix, sing, "ROOT", 2, "I-ORG"),
            ]
        if r < 0.88:
            what = self.pick("bodies")
            return [
                word(what, what, sing, "ROOT", 0, "B-ORG"),
                word("of", "of", "ADP IN", "case", 2, "I-ORG"),
                word(place, place, sing, "nmod", 0, "I-ORG"),
            ]
        seat = self.pick("seats").split()
        if len(seat) == 1:
            return [word(seat[0], seat[0], sing, "ROOT", 0, "B-ORG")]
        tags = "ADJ NNP Degree=Pos" if seat[0] in ("White", "Supreme", "Federal") else sing
        label = "amod" if tags.startswith("ADJ") else "compound"
        return [
            word(seat[0], seat[0], tags, label, 1, "B-ORG"),
            word(seat[1], seat[1], sing, "ROOT", 1, "I-ORG"),
        ]

    def the_organisation(self) -> Fragment:
        part = self.organisation()
        head = 1 + root_of(part)
        out = [word("the", "the", "DET DT Definite=Def|PronType=Art", "det", head)]
        join(out, part, "ROOT")
        return out

    def role(self) -> Fragment:
        """a senior official (at ACME Bank); the company's chairman."""
        rng = self.rng
        out: Fragment = []
        noun = self.pick("roles")
        before: list[Word] = []
        if rng.random() < 0.4:
            adjective = self.pick("adjectives")
            before.append(word(adjective, adjective, "ADJ JJ Degree=Pos", "amod"))
        if rng.random() < 0.3:
            place = rng.random() < 0.5
            stem = rng.choice(self.pools.places) if place else rng.choice(self.pools.names)[1]
            entity = "B-LOC" if place else "B-ORG"
            before.append(word(stem, stem, "PROPN NNP Number=Sing", "compound", 0, entity))
        first = before[0].form if before else noun
        if rng.random() < 0.5:
            article = (
                "an" if first[0].lower() in "aeiou" else "a",
                "a",
                "Definite=Ind|PronType=Art",
            )
        else:
            article = ("the", "the", "Definite=Def|PronType=Art")
        out.append(word(article[0], article[1], f"DET DT {article[2]}", "det"))
        out += before
        head = len(out)
        out = [replace(w, head=head) for w in out]
        out.append(word(noun, noun, "NOUN NN Number=Sing", "ROOT", head))
        if rng.random() < 0.3:
            self._with_preposition(out, head, rng.choice(("for", "at", "of", "from", "with")))
        elif rng.random() < 0.2:
            self._knowing(out, head)
        return out

    def _with_preposition(self, out: Fragment, head: int, preposition: str) -> None:
        part = self.organisation()
        at = len(out)
        out.append(word(preposition, preposition, "ADP IN", "case", at + 1 + root_of(part)))
        join(out, part, "nmod", head)

    def _knowing(self, out: Fragment, head: int) -> None:
        """... familiar with the matter; ... briefed on the plan."""
        reduced = self.rng.random() < 0.3
        verb, preposition = self.pick("reduced" if reduced else "close").split()
        at = len(out)
        if reduced:
            stem = {"briefed": "brief", "quoted": "quote", "cited": "cite", "involved": "involve"}
            lemma = stem.get(verb, verb[:-2])
            tags = "VERB VBN Tense=Past|VerbForm=Part|Voice=Pass"
            out.append(word(verb, lemma, tags, "acl", head))
        else:
            out.append(word(verb, verb, "ADJ JJ Degree=Pos", "amod", head))
        noun = self.pick("nouns")
        out.append(word(preposition, preposition, "ADP IN", "case", at + 3))
        out.append(word("the", "the", "DET DT Definite=Def|PronType=Art", "det", at + 3))
        plural = noun in ("talks", "negotiations", "discussions")
        tags = "NOUN NNS Number=Plur" if plural else "NOUN NN Number=Sing"
        out.append(word(noun, noun.rstrip("s") if plural else noun, tags, "obl", at))

    def several(self) -> Fragment:
        """two people familiar with the matter; critics; US officials."""
        form, lemma = self.pick("plurals").split()
        out: Fragment = []
        r = self.rng.random()
        if r < 0.3:
            number = self.rng.choice(("two", "three", "four"))
            tags = "NUM CD NumType=Card"
            out.append(word(number, number, tags, "nummod", 1))
        elif r < 0.5:
            many = self.rng.choice(("several", "many", "some"))
            some = many == "some"
            tags = "DET DT PronType=Ind" if some else "ADJ JJ Degree=Pos"
            out.append(word(many, many, tags, "det" if some else "amod", 1))
        elif r < 0.6:
            adjective = self.pick("adjectives")
            out.append(word(adjective, adjective, "ADJ JJ Degree=Pos", "amod", 1))
        head = len(out)
        out.append(word(form, lemma, "NOUN NNS Number=Plur", "ROOT", head))
        if self.rng.random() < 0.4:
            self._knowing(out, head)
        return out

    def document(self) -> Fragment:
        noun = self.pick("documents")
        out = [
            word("the", "the", "DET DT Definite=Def|PronType=Art", "det", 1),
            word(noun, noun, "NOUN NN Number=Sing", "ROOT", 1),
        ]
        if self.rng.random() < 0.4:
            self._with_preposition(out, 1, self.rng.choice(("by", "from")))
        return out

    def possessive(self) -> Fragment:
        """the company's chairman, Jane Roe,  (the apposition brings its own commas)"""
        owner = self.organisation()
        out: Fragment = []
        office = self.pick("office")
        head = len(owner) + 1
        at = join(out, owner, "nmod:poss", head)
        glue(out)
        out.append(word("'s", "'s", "PART POS", "case", at))
        out.append(word(office, office, "NOUN NN Number=Sing", "ROOT", head))
        return out

    def described_name(self) -> Fragment:
        """Acme spokeswoman Jane Roe"""
        out: Fragment = []
        name = self.name()
        head = 2 + root_of(name)
        owner = self.organisation()
        head += len(owner) - 1
        role_at = len(owner)
        join(out, owner, "compound", role_at)
        role = self.pick("roles")
        out.append(word(role, role, "NOUN NN Number=Sing", "nmod:desc", head))
        join(out, name, "ROOT")
        return out

    def plain(self) -> Fragment:
        r = self.rng.random()
        if r < 0.28:
            return self.name()
        if r < 0.45:
            return self.role()
        if r < 0.60:
            return self.several()
        if r < 0.68:
            return self.document()
        if r < 0.76:
            return self.described_name()
        if r < 0.80:
            return self.the_organisation() if self.rng.random() < 0.6 else self.organisation()
        if r < 0.86:
            return self.pronoun()
        if r < 0.90:
            return self.possessive()
        return list(self.rng.choice(self.pools.subjects or (tuple(self.role()),)))

    def pronoun(self) -> Fragment:
        form = self.rng.choice(("he", "she", "they"))
        features = "Case=Nom|Number=Plur|Person=3|PronType=Prs"
        if form != "they":
            gender = "Masc" if form == "he" else "Fem"
            features = f"Case=Nom|Gender={gender}|Number=Sing|Person=3|PronType=Prs"
        return [word(form, form, f"PRON PRP {features}", "ROOT")]

    def extended(self) -> Fragment:
        """A source with an apposition, an age or a relative clause, closed by a comma."""
        base = self.possessive() if self.rng.random() < 0.35 else self.name()
        out: Fragment = []
        head = join(out, base, "ROOT")
        r = self.rng.random()
        if base[-1].upos == "NOUN":
            inner: Fragment = self.name()
        elif r < 0.5 or not self.pools.predicates:
            inner = self.role()
        elif r < 0.65:
            age = str(self.rng.randint(18, 92))
            inner = [word(age, age, "NUM CD NumType=Card", "ROOT")]
        else:
            predicate = self.rng.choice(self.pools.predicates)
            at = len(out) + 2
            comma(out, at)
            out.append(word("who", "who", "PRON WP PronType=Rel", "nsubj", at))
            join(out, predicate, "acl:relcl", head)
            comma(out, at)
            return out
        comma(out, len(out) + 1 + root_of(inner))
        at = join(out, inner, "amod" if inner[-1].upos == "NUM" else "appos", head)
        comma(out, at)
        return out

    def any(self) -> Fragment:
        return self.extended() if self.rng.random() < 0.3 else self.plain()
