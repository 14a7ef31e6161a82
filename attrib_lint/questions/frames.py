"""Finds the frames that report without saying who reports: "is said to", "it is believed that"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrib_lint.lexicon import words
from attrib_lint.questions.clause import (
    BE,
    NEGATIVES,
    agent,
    before,
    children,
    covering,
    dep,
    is_one_of,
    subject,
)
from attrib_lint.questions.wording import occurrences

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from attrib_lint.article import Article

_RAISING = words("frames", "participles.raising")
_EXTRAPOSED = words("frames", "participles.extraposed")
_JUDGED = words("frames", "participles.judged")
_GENERALITY = words("frames", "participles.generality")
_PAST = words("frames", "participles.past")
_TOLD = words("frames", "first_person.verbs")
FRAME_WORDS = _RAISING | _EXTRAPOSED | _JUDGED | _TOLD
_KEY = "attrib_lint.frames"
_FORUMS = words("frames", "participles.forums")
_SEEKING = words("frames", "seeking.verbs")
_HELPERS = BE | {"have", "has", "had"}
_RECORDS = frozenset(("first", "last", "only", "second", "third", "oldest", "youngest"))
_EMPTY = frozenset(("no", "none", "nobody", "nothing", "neither", "few", "hardly"))
_SKIPPED = frozenset(
    ("now", "also", "still", "then", "even", "already", "long", "been", "being", "to")
)
_WERE = frozenset(("was", "were", "been"))
_HELD = frozenset(("thought", "believed", "assumed", "considered", "understood"))
_ONCE = re.compile(
    r"\b(?:once|long|initially|originally|at first|for (?:years|decades|centuries))\b"
)


def agentless_frame(participle: Token) -> TokenSpan | None:
    """The evidential frame that a token is the participle of, or None.

    "is said to have left" (to the end of the verb group), "it is believed", "is widely seen",
    "we're told". A frame with a by-phrase or a negation is none.
    """
    if participle.lower_ not in FRAME_WORDS:
        return None
    doc, at = participle.doc, participle.i
    known: dict[int, tuple[int, int] | None] = doc.user_data.setdefault(_KEY, {})
    if at not in known:  # several rules ask of the same words
        found = _find(participle)
        known[at] = (found.start, found.end) if found is not None else None
    bounds = known[at]
    return doc[bounds[0] : bounds[1]] if bounds is not None else None


def has_agentless_frame(article: Article) -> bool:
    """Whether an article has such a frame anywhere."""
    return any(agentless_frame(token) for _, token in occurrences(article, FRAME_WORDS))


def _find(participle: Token) -> TokenSpan | None:
    word = participle.lower_
    if participle.pos_ == "NOUN":
        return None
    group = _verb_group(participle)
    if group is None or _has_agent(participle) or _negated(group[0], participle):
        return None
    if _is_held_by_seeker(participle):
        return None
    first, adverbs = group
    if adverbs & _PAST or _has_empty_subject(first):
        return None
    if word in _TOLD:
        return _told(first, participle)
    subject = next(before(first, 2), None)
    impersonal = subject is not None and subject.lower_ == "it" and _takes_clause(participle)
    if word in _EXTRAPOSED and impersonal and subject is not None:
        if _says_where(participle) or _is_of_a_first(participle):
            return None
        return covering(subject, participle)
    if adverbs & _GENERALITY and word in _JUDGED:
        return covering(first, participle)
    if word in _RAISING:
        return None if _had_to_learn(participle) else _raised(first, participle)
    return None


def _verb_group(participle: Token) -> tuple[Token, set[str]] | None:
    """The first word of a passive verb group, and the adverbs in it."""
    first: Token | None = None
    adverbs: set[str] = set()
    for token in before(participle, 5):
        if token.lower_ in BE:
            first = token
        elif token.pos_ == "ADV" or token.lower_ in _SKIPPED or token.lower_ in NEGATIVES:
            if first is None:
                adverbs.add(token.lower_)
        elif token.lower_ in ("has", "have", "had", "'ve", "’ve") and first is not None:
            return token, adverbs
        else:
            break
    return (first, adverbs) if first is not None else None


def _has_empty_subject(first: Token) -> bool:
    """ "None were said to have", "no injuries were reported"."""
    return any(t.lower_ in _EMPTY for t in before(first, 4))


def _negated(first: Token, participle: Token) -> bool:
    """Whether the group says that something has not been said: "has not been said"."""
    inside = covering(first, participle)
    return any(token.lower_ in NEGATIVES or token.lower_ == "yet" for token in inside)


def _has_agent(participle: Token) -> bool:
    following = participle.nbor(1) if participle.i + 1 < len(participle.doc) else None
    return agent(participle) is not None or (following is not None and following.lower_ == "by")


def _is_held_by_seeker(participle: Token) -> bool:
    """ "Police are hunting two men who are thought to have fled": the subject thinks so."""
    if dep(participle) != "acl":
        return False
    if not any(t.lower_ in ("who", "that", "which") for t in before(participle, 5)):
        return False
    sought = next((t for t in participle.head.ancestors if t.pos_ == "VERB"), None)
    return sought is not None and is_one_of(sought, _SEEKING) and subject(sought) is not None


def _told(first: Token, participle: Token) -> TokenSpan | None:
    """ "we're told": the writer passes on what some unnamed person said, now."""
    subject = next(before(first, 1), None)
    present = first.lower_ in ("are", "am", "'re", "’re", "'m", "’m")
    if subject is None or subject.lower_ not in ("we", "i") or not present:
        return None
    if any(dep(child) in ("obl", "obj") for child in participle.children if child.i > participle.i):
        return None
    return covering(subject, participle)


def _takes_clause(participle: Token) -> bool:
    """Whether a that-clause follows, with or without "that"."""
    after = [t for t in participle.doc[participle.i + 1 : participle.i + 4] if t.pos_ != "ADV"]
    if after and after[0].lower_ == "that":
        return True
    return any(
        dep(child) in ("ccomp", "csubj", "advcl")
        and child.i > participle.i
        and child.pos_ in ("VERB", "AUX", "ADJ", "NOUN")
        and not any(
            c.lower_ in ("to", "when", "after", "before", "because", "as", "if", "by")
            for c in child.children
            if dep(c) == "mark"
        )
        for child in participle.children
    )


def _says_where(participle: Token) -> bool:
    """ "It was argued in court that ...": the place tells who argued."""
    places = [
        c for c in children(participle, "obl") if c.i > participle.i and is_one_of(c, _FORUMS)
    ]
    return any(t.lower_ in ("in", "at", "on") for c in places for t in children(c, "case"))


def _had_to_learn(participle: Token) -> bool:
    """ "the alphabet was learnt to pass a test": not what somebody found out about it."""
    if participle.lower_ not in ("learnt", "learned", "gathered", "tipped"):
        return False
    after = [t.lower_ for t in participle.doc[participle.i + 1 : participle.i + 3]]
    return participle.lower_ != "tipped" and after[1:] not in (["have"], ["be"])


def _raised(first: Token, participle: Token) -> TokenSpan | None:
    """ "is said to have left": up to the verb that "to" belongs to."""
    doc = participle.doc
    to = participle.i + 1
    if to >= len(doc) or doc[to].lower_ != "to":
        return None
    last = to
    for token in doc[to + 1 : to + 6]:
        if token.pos_ in ("AUX", "VERB"):
            last = token.i
            if token.pos_ == "VERB" and token.lower_ not in _HELPERS:
                break
        elif token.pos_ not in ("ADV", "PART"):
            break
    if last == to or _is_record(first, doc[last]):
        return None
    return covering(first, doc[last])


def _is_of_a_first(participle: Token) -> bool:
    """ "It is believed to be the first": the superlative that custom hedges."""
    after = participle.doc[participle.i + 1 : participle.i + 4]
    if len(after) < 3 or after[0].lower_ != "to":
        return False
    return any(_is_record(participle, token) for token in after[1:])


def _is_record(first: Token, last: Token) -> bool:
    """ "is believed to be the first since 1959": how superlatives are hedged, by custom."""
    if last.lower_ not in BE:
        return False
    around = (*before(first, 3), *last.doc[last.i + 1 : last.i + 6])
    return any(
        t.lower_ in _RECORDS or (t.tag_ in ("JJS", "RBS") and t.lower_ not in ("least", "most"))
        for t in around
    )


def fills_gap(participle: Token) -> bool:
    """ "The money he was believed to have": whoever was after it believed so."""
    clause = next(
        (t for t in (participle, *participle.ancestors) if dep(t).startswith("acl")), None
    )
    if clause is None or clause.dep_ != "acl:relcl":
        return False
    opening = clause.left_edge
    return opening.tag_ == "PRP" and opening.nbor(-1).pos_ in ("NOUN", "PROPN")


def is_superseded(frame: TokenSpan) -> bool:
    """ "Was long assumed to be beyond repair": told as what is no longer believed."""
    low = {t.lower_ for t in frame}
    past = not _WERE.isdisjoint(low) and not _HELD.isdisjoint(low)
    return past and _ONCE.search(frame.sent.text.lower()) is not None
