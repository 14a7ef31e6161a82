"""What a verb cue credits; nothing, where the verb is used of an action."""

from __future__ import annotations

from attrib_lint.extract.clause_content import (
    after_colon,
    around,
    complement_of,
    embraced_clause,
    joined,
    question_after,
    rest_of_sentence,
    stray_that,
    stretched,
    without_cue,
)
from attrib_lint.extract.cue_words import cue_table, thoughts
from attrib_lint.extract.frames import Range, phrase_end, whole
from attrib_lint.extract.quote_content import quotation_before, quotation_beside
from attrib_lint.extract.subjects import Subject
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words


def content_of_verb(
    syntax: Syntax,
    i: int,
    lemma: str,
    frames: set[str],
    subject: Subject | None,
    quote_of: list[int],
) -> tuple[tuple[Range, ...], bool]:
    """The content of a verb cue, and whether the cue stands in or after it as a parenthesis."""
    passive = syntax.is_passive(i)
    if (
        passive
        and lemma not in words("cues", "evidential.passive")
        and not (subject and subject.agent)
    ):
        return (), False
    quotes_someone = lemma in ("quote", "cite") and syntax.first_kid(i, "obj") is not None
    if "clause" in frames and not quotes_someone:
        clause = complement_of(syntax, i, subject, quote_of)
        spoken = None if lemma in thoughts() else quotation_before(syntax, i, quote_of, subject)
        if spoken is not None and (clause is None or not spoken[0] <= clause < spoken[1]):
            stretch = whole(syntax, clause) if clause is not None and clause < i else spoken
            return (spoken if stretch[1] <= spoken[0] else joined(stretch, spoken, i),), True
        if clause is not None:
            return stretched(syntax, around(syntax, clause, i), clause, i), clause < i
        if (head := embraced_clause(syntax, i, subject)) is not None:
            return without_cue(syntax, head, i, subject), True
        after = after_colon(syntax, i) or stray_that(syntax, i)
        if after:
            return (after,), False
        if lemma not in thoughts():
            quoted = quotation_beside(syntax, i, lemma, quote_of, subject)
            if quoted:
                return quoted, quoted[0][0] < i
        if "object" in frames and syntax.first_kid(i, "obj") is not None:
            return object_content(syntax, i, lemma, frames), False
        if lemma == "ask" and (asked := question_after(syntax, i)):
            return (asked,), False
        rest = (
            rest_of_sentence(syntax, i, subject, quote_of)
            if lemma in words("cues", "strong.clause")
            else ()
        )
        if rest:
            return rest, rest[0][0] < i
    if "infinitive" in frames or passive:
        for k in syntax.kids_of(i, "xcomp", "ccomp", *(("advcl",) if passive else ())):
            if k > i and any(syntax.low[m] == "to" for m in syntax.kids[k]):
                start = i + 1 if not passive else syntax.left[k]
                pieces = [(start, syntax.right[k] + 1)]
                if passive and (nsubj := syntax.first_kid(i, "nsubj")) is not None:
                    pieces.insert(0, whole(syntax, nsubj))
                return tuple(pieces), False
    if passive:
        nsubj = syntax.first_kid(i, "nsubj")
        if (
            subject
            and subject.agent
            and nsubj is not None
            and frames & {"object", "as", "complement"}
        ):
            return (whole(syntax, nsubj),), False
        return (), False
    return object_content(syntax, i, lemma, frames), False


def object_content(syntax: Syntax, i: int, lemma: str, frames: set[str]) -> tuple[Range, ...]:
    """Content that is a noun phrase, or hangs on a preposition."""
    obj = next((k for k in syntax.kids_of(i, "obj") if k > i), None)
    if obj is not None and syntax.low[obj].endswith(("self", "selves")):
        obj = None
    if obj is not None and "object" in frames:
        return ((syntax.left[obj], phrase_end(syntax, i)),)
    if obj is not None and "as" in frames:
        if any(syntax.low[k] == "as" for j in syntax.kids[i] if j > obj for k in syntax.kids[j]):
            return ((syntax.left[obj], phrase_end(syntax, i)),)
    if obj is not None and "complement" in frames:
        end = phrase_end(syntax, i)
        named = any(syntax.low[t] in ("“", '"', "''", "‘") for t in range(obj, end))
        if named or any(k > obj for k in syntax.kids_of(i, "xcomp")):
            return ((syntax.left[obj], end),)
    if "complement" in frames and (k := next(iter(syntax.kids_of(i, "ccomp", "xcomp")), None)):
        if k > i:
            return (whole(syntax, k),)
    taken = cue_table().prepositions.get(lemma)
    if taken:
        for k in syntax.kids[i]:
            if k > i and syntax.dep[k] in ("obl", "advcl", "nmod", "compound", "advmod", "obj"):
                case = [k] if syntax.low[k] in taken else syntax.kids_of(k, "case", "mark")
                if any(syntax.low[c] in taken for c in case):
                    end = max(phrase_end(syntax, i), k + 1)
                    begin = max(syntax.left[k], i + 1)
                    if syntax.low[begin] in taken and begin + 1 < end:
                        begin += 1
                    return ((begin, end),)
    return ()
