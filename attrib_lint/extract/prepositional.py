"""What a verb of saying credits by a preposition or with a particle."""

from __future__ import annotations

from attrib_lint.extract.acts import is_act
from attrib_lint.extract.cue_words import cue_table
from attrib_lint.extract.frames import Range, phrase_end
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words


def has_particle(syntax: Syntax, i: int, lemma: str) -> bool:
    """Whether a verb is used with the particle that makes it one of saying: "laid out a plan"."""
    taken = cue_table().particles.get(lemma)
    if not taken:
        return False
    return any(syntax.low[k] in taken for k in syntax.kids[i] if k > i)


def prepositional_content(syntax: Syntax, i: int, lemma: str, who: int | None) -> tuple[Range, ...]:
    """What somebody talks "about" or calls "for"."""
    table = cue_table()
    taken = table.prepositions.get(lemma, set())
    if i + 1 < len(syntax) and syntax.low[i + 1] in table.particles.get(lemma, ()):
        taken = {*taken, syntax.low[i + 1]}
    if not taken:
        return ()
    if long := _after_phrase(syntax, i, taken):
        return (long,)
    hung = False
    for k in syntax.kids[i]:
        if k < i:
            continue
        case = [k] if syntax.low[k] in taken else syntax.kids_of(k, "case", "mark")[:1]
        if any(syntax.low[c] in taken for c in case):
            hung = True
            done = syntax.first_kid(i, "obj") is not None
            if done and lemma in words("cues", "strong.intransitive"):
                return ()
            end = max(phrase_end(syntax, i), k + 1)
            begin = max(syntax.left[k], i + 1)
            while begin < end and (syntax.low[begin] in taken or syntax.dep[begin] == "case"):
                begin += 1
            if k not in case and is_act(syntax, lemma, who, k, either=True):
                continue  # "confessed | to his wife | to having an affair"
            if begin == end:
                return ()
            return ((begin, end),)
    return () if hung else _right_after(syntax, i, taken)


def _right_after(syntax: Syntax, i: int, taken: set[str]) -> tuple[Range, ...]:
    """What follows a preposition that the parse hangs below: "talks about | how she won"."""
    if i + 1 >= len(syntax) or syntax.low[i + 1] not in taken or syntax.pos[i + 1] == "VERB":
        return ()
    if syntax.dep[i + 1] not in ("case", "mark"):
        return ()
    end = phrase_end(syntax, i)
    clause = any(syntax.pos[t] in ("VERB", "AUX") for t in range(i + 2, end))
    return ((i + 2, end),) if clause else ()


def _after_phrase(syntax: Syntax, i: int, taken: set[str]) -> Range | None:
    """What follows a preposition of several words: "argued in favour of | the tax"."""
    end = phrase_end(syntax, i)
    phrases = sorted((phrase.split() for phrase in taken if " " in phrase), key=len, reverse=True)
    for at in range(i + 1, end):
        near = at <= i + 2 or (at + 1 < end and syntax.head[at + 1] == i)
        for parts in phrases if near else ():
            if syntax.low[at : at + len(parts)] == parts and at + len(parts) < end:
                return at + len(parts), end
    return None
