"""What a verb cue credits; nothing, where the verb is used of an action."""

from __future__ import annotations

from attrib_lint.extract.acts import is_act, is_given
from attrib_lint.extract.clause_content import (
    after_colon,
    around,
    complement_of,
    embraced_clause,
    from_start,
    joined,
    stretched,
    with_front,
    with_gap,
    without_cue,
)
from attrib_lint.extract.cue_words import thoughts
from attrib_lint.extract.frames import Range, object_of, phrase_end, whole
from attrib_lint.extract.gap_content import gap_content, passive_content
from attrib_lint.extract.impersonal import expletive_of, takes_that
from attrib_lint.extract.lost_clauses import (
    answer_after,
    compared,
    is_free_relative,
    lacks_that,
    question_after,
    rest_of_sentence,
    stray_that,
    that_after,
    that_near,
)
from attrib_lint.extract.named_content import named_content, reflexive_judgement
from attrib_lint.extract.parentheses import parenthesis, with_both_sides
from attrib_lint.extract.prepositional import has_particle, prepositional_content
from attrib_lint.extract.quote_content import quotation_before, quotation_beside
from attrib_lint.extract.somebody import is_somebody
from attrib_lint.extract.subjects import Subject
from attrib_lint.extract.syntax import Syntax
from attrib_lint.lexicon import words

_TITLE = 6  # words of a quotation, with its marks, that may be a sign or a name


def content_of_verb(
    syntax: Syntax,
    i: int,
    lemma: str,
    frames: set[str],
    subject: Subject | None,
    quote_of: list[int],
) -> tuple[tuple[Range, ...], bool]:
    """The content of a verb cue, and whether the cue stands in or after it as a parenthesis."""
    agent = subject is not None and subject.agent
    passive = syntax.is_passive(i) or (agent and syntax.full[i] == "acl")
    naming = syntax.full[i] == "acl" and not agent and syntax.tag[i] == "VBN"
    if naming and lemma in words("cues", "strong.naming"):
        return (), False  # "a party called Tomorrow"
    if passive and not agent and not _is_evidential(syntax, i, lemma):
        return (), False
    if (
        passive
        and lemma == "see"
        and any(syntax.tag[k] == "VBG" for k in syntax.kids_of(i, "xcomp", "advcl"))
    ):
        return (), False  # "was seen leaving"
    quotes_someone = lemma in ("quote", "cite") and object_of(syntax, i) is not None
    raising = lemma in words("cues", "evidential.raising")
    if raising and not syntax.kids_of(i, "xcomp", "ccomp", "csubj", "advcl"):
        return (), False  # "appearing for the petitioner"
    if "clause" in frames and not quotes_someone:
        pieces = _clause_content(syntax, i, lemma, frames, subject, quote_of)
        if pieces is not None:
            pieces = with_both_sides(syntax, i, subject, pieces, quote_of)
            return pieces, pieces[0][0] < i
    frames = _without_will(syntax, lemma, frames, subject)
    if "infinitive" in frames or passive:
        pieces = _infinitive(syntax, i, passive)
        if pieces:
            return pieces, False
    if passive:
        return passive_content(syntax, i, lemma, frames, subject), False
    if lemma in words("cues", "strong.agent") and not is_somebody(syntax, subject):
        return (), False
    gap = gap_content(syntax, i, lemma, frames, subject)
    if len(gap) > 1:
        return gap, False
    found = named_content(syntax, i, lemma, frames)
    return found or object_content(syntax, i, lemma, frames, subject) or gap, False


def _without_will(
    syntax: Syntax, lemma: str, frames: set[str], subject: Subject | None
) -> set[str]:
    """The frames without the infinitive, where no will is at work: "the vote threatens to fail"."""
    willed = lemma in words("cues", "strong.willed") and "infinitive" in frames
    return frames - {"infinitive"} if willed and not is_somebody(syntax, subject) else frames


def _is_evidential(syntax: Syntax, i: int, lemma: str) -> bool:
    """Whether a passive without an agent reports: "is said to", "it was learnt that"."""
    if lemma in words("cues", "evidential.passive", "evidential.told", "evidential.state"):
        return True
    extraposed = lemma in words("cues", "evidential.extraposed")
    return extraposed and expletive_of(syntax, i) is not None and takes_that(syntax, i)


def _clause_content(
    syntax: Syntax,
    i: int,
    lemma: str,
    frames: set[str],
    subject: Subject | None,
    quote_of: list[int],
) -> tuple[Range, ...] | None:
    """A clause, quotation or question that a verb credits, the surest reading first."""
    thinks = lemma in thoughts()
    frames = _without_will(syntax, lemma, frames, subject)
    clause = complement_of(syntax, i, subject, quote_of)
    acts = lemma in words("cues", "strong.that") and object_of(syntax, i) is not None
    spoken = None if thinks or acts else quotation_before(syntax, i, quote_of, subject)
    if (
        spoken is not None
        and clause is not None
        and _outweighs(syntax, i, clause, spoken, quote_of)
    ):
        spoken = None
    if spoken is not None and (clause is None or not spoken[0] <= clause < spoken[1]):
        stretch = whole(syntax, clause) if clause is not None and clause < i else spoken
        return (spoken if stretch[1] <= spoken[0] else joined(stretch, spoken, i),)
    if clause is not None and is_free_relative(syntax, i) and _is_headless(syntax, i, clause):
        clause = None  # "What Lee told the court | was not true"
    if clause is not None and lacks_that(syntax, i, lemma, clause, quote_of):
        clause = None
    if clause is not None:
        pieces = from_start(syntax, i, around(syntax, clause, i))
        pieces = with_gap(syntax, i, lemma, subject, stretched(syntax, pieces, clause, i))
        return with_front(syntax, i, subject, pieces)
    if not acts and not thinks and (around_it := parenthesis(syntax, i, subject)):
        return around_it
    strict = lemma in words("cues", "strong.that")
    if (against := compared(syntax, i, subject)) is not None:
        return (against,)
    head = embraced_clause(syntax, i, subject)
    spoken_of = not strict or has_particle(syntax, i, lemma) or _puts_it(syntax, i, lemma)
    if head is not None and (spoken_of or quote_of[head] >= 0):
        return without_cue(syntax, head, i, subject) or None
    after = after_colon(syntax, i) or stray_that(syntax, i)
    if after:
        return (after,)
    if acts and "object" not in frames:
        return None
    if "infinitive" in frames and (pieces := _infinitive(syntax, i, syntax.is_passive(i))):
        return pieces
    if "object" in frames and object_of(syntax, i) is not None:
        if lemma in words("cues", "strong.agent") and not is_somebody(syntax, subject):
            return None
        return object_content(syntax, i, lemma, frames, subject) or None
    gerund = next((k for k in syntax.kids_of(i, "xcomp") if k > i and _is_gerund(syntax, k)), None)
    if gerund is not None and not strict:
        return (whole(syntax, gerund),)
    if lemma in words("cues", "strong.clause") and (told := that_after(syntax, i, quote_of)):
        return (told,)
    if not thinks and (quoted := quotation_beside(syntax, i, lemma, quote_of, subject)):
        named = object_of(syntax, i) if "complement" in frames else None
        if named is not None and i < named < quoted[-1][0]:
            return ((syntax.left[named], quoted[-1][1]),)  # 'dubbed | the budget "a joke" |'
        if not strict or max(b - a for a, b in quoted) > _TITLE:
            return with_gap(syntax, i, lemma, subject, quoted)
    if lemma in words("cues", "strong.telling") and (said := answer_after(syntax, i)):
        return (said,)
    if lemma == "ask" and (asked := question_after(syntax, i)):
        return (asked,)
    if syntax.tag[i] == "VBG" and not thinks and (near := that_near(syntax, i, i + 1)):
        return (near,)
    if lemma in words("cues", "strong.clause"):
        return rest_of_sentence(syntax, i, subject, quote_of) or None
    return None


def _outweighs(syntax: Syntax, i: int, clause: int, spoken: Range, quote_of: list[int]) -> bool:
    """Whether a clause after the cue is the content, and words in marks before it are no speech.

    'On the "privatization of jobs," Lee said the state pays more.'
    """
    own = any(syntax.dep[k] == "nsubj" for k in syntax.kids[clause])
    after = clause > i and own and quote_of[syntax.left[clause]] < 0
    first = syntax.sent_spans[syntax.sent[i]][0]
    opens = next(t for t in range(*spoken) if quote_of[t] >= 0) <= first + 1
    return after and not opens


def _is_headless(syntax: Syntax, i: int, clause: int) -> bool:
    """Whether a clause after a cue lacks a subject: it is the verb of "what" somebody says."""
    return clause > i and not any(syntax.dep[k] == "nsubj" for k in syntax.kids[clause])


def _puts_it(syntax: Syntax, i: int, lemma: str) -> bool:
    """Whether a clause is "as Lee put it"."""
    return lemma == "put" and any(syntax.low[k] == "it" for k in syntax.kids_of(i, "obj"))


def _infinitive(syntax: Syntax, i: int, passive: bool) -> tuple[Range, ...]:
    """What somebody vows, plans or is said "to" do; with its subject where nobody says it."""
    asked = syntax.lemma[i] in words("cues", "strong.asking") and _is_addressed(syntax, i)
    asked = asked and object_of(syntax, i) is None
    urged = syntax.lemma[i] in words("cues", "strong.urging")
    loose = ("advcl",) if passive or asked or urged else ()
    for k in syntax.kids_of(i, "xcomp", "ccomp", *loose):
        if k > i and any(syntax.low[m] == "to" for m in syntax.kids[k]):
            start = syntax.left[k] if passive else i + 1
            pieces = [(start, syntax.right[k] + 1)]
            if passive and (nsubj := syntax.first_kid(i, "nsubj")) is not None:
                pieces.insert(0, whole(syntax, nsubj))
            return tuple(pieces)
    return ()


def _is_addressed(syntax: Syntax, i: int) -> bool:
    """Whether somebody is asked: "appealed | to the youths | to stay calm"."""
    return any(
        k > i and any(syntax.low[c] in ("to", "with", "on") for c in syntax.kids_of(k, "case"))
        for k in syntax.kids_of(i, "obl")
    )


def object_content(
    syntax: Syntax, i: int, lemma: str, frames: set[str], subject: Subject | None
) -> tuple[Range, ...]:
    """Content that is a noun phrase, or hangs on a preposition; none where the verb is an act."""
    obj = object_of(syntax, i)
    end = phrase_end(syntax, i)
    who = subject.head if subject is not None else None
    if obj is not None:
        left = syntax.left[obj]
        later = [k for k in syntax.kids[i] if k > obj]
        if "as" in frames:
            later += [k for k in syntax.kids_of(obj, "nmod") if k > obj]  # "view | him | as a toll"
        marks = {syntax.low[m] for k in later for m in syntax.kids[k]}
        if "as" not in marks and is_act(syntax, lemma, who, obj, is_given(syntax, i, lemma)):
            return prepositional_content(syntax, i, lemma, who) or _after_hearer(
                syntax, obj, lemma, end
            )
        if (
            "object" in frames
            or has_particle(syntax, i, lemma)
            or ("as" in frames and "as" in marks)
        ):
            return ((left, max(end, obj + 1)),)
        if "complement" in frames:
            named = any(syntax.low[t] in ("“", '"', "''", "‘") for t in range(obj, end))
            if named or any(syntax.dep[k] in ("xcomp", "ccomp", "obj") for k in later):
                return ((left, end),)
            beyond = syntax.right[obj] + 1
            if beyond < len(syntax) and syntax.low[beyond] in ("“", '"', "''", "‘"):
                return ((left, beyond + 1),)
    if "as" in frames and (itself := reflexive_judgement(syntax, i)) is not None:
        return (itself,)
    gerund = next((k for k in syntax.kids_of(i, "xcomp", "advcl") if k > i), None)
    if gerund is not None and "object" in frames and _is_gerund(syntax, gerund):
        if all(syntax.pos[t] == "ADV" for t in range(i + 1, syntax.left[gerund])):
            marked = any(syntax.dep[k] == "mark" for k in syntax.kids[gerund])
            return (whole(syntax, gerund),) if not marked else ()
    named_clause = next((k for k in syntax.kids_of(i, "ccomp", "xcomp") if k > i), None)
    bare = named_clause is not None and syntax.pos[named_clause] in ("NOUN", "PROPN")
    gapped = syntax.full[i] == "acl:relcl" or "what" in syntax.low[syntax.left[i] : i]
    if (
        bare
        and not gapped
        and not any(syntax.dep[k] in ("nsubj", "cop") for k in syntax.kids[named_clause or 0])
    ):
        named_clause = None  # "called a penalty"
    if "complement" in frames and named_clause is not None:
        return (whole(syntax, named_clause),)
    return prepositional_content(syntax, i, lemma, who)


def _is_gerund(syntax: Syntax, k: int) -> bool:
    """Whether a clause is a gerund, or its auxiliary or copula is: "having said", "being late"."""
    helps = (t for t in syntax.kids_of(k, "cop", "aux") if t < k)
    return syntax.tag[k] == "VBG" or any(syntax.tag[t] == "VBG" for t in helps)


def _after_hearer(syntax: Syntax, obj: int, lemma: str, end: int) -> tuple[Range, ...]:
    """What somebody is asked, where the parse hangs it on them: "asked Lee | if she would go"."""
    first = syntax.right[obj] + 1
    for t in range(obj + 1, end) if lemma in words("cues", "strong.hearers") else ():
        if syntax.low[t] in ("if", "whether", "about", "on", "not", "to", "why", "how", "what"):
            return ((t, max(end, first)),)
    return ()
