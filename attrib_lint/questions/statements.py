"""Tells verbs of saying with a statement ("claimed that") from others ("claimed a title")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.questions.clause import children, dep, takes_clause

if TYPE_CHECKING:
    from spacy.tokens import Token

    from attrib_lint.article import Article
    from attrib_lint.core.facts import Attribution

_QUESTIONS = frozenset(("what", "how", "why", "when", "where", "who", "whom", "whether", "which"))
_PHASES = frozenset(("go", "proceed", "continue", "begin"))
_SUBJECTS = frozenset(("he", "she", "it", "they", "we", "i", "there"))


def is_statement(article: Article, attribution: Attribution) -> bool:
    """Whether the cue is a verb with a clause or a quotation as its content, not with a thing."""
    cue = article.tokens(attribution.cue.span)
    verb = next((t for t in cue or () if t.pos_ == "VERB"), None)
    if verb is None or (any(t.lower_ == "to" for t in verb.lefts) and not _is_begun(verb)):
        return False
    following = verb.doc[verb.i + 1 : verb.i + 2]
    if following.text.lower() in _QUESTIONS:
        return False
    if following.text == "to" or (verb.tag_ == "VBN" and dep(verb) == "acl"):
        return False  # "refugees admitted to Canada"
    quoted = {q.span.start: q for q in article.quotes}
    for content in attribution.content:
        quote = quoted.get(content.start) or quoted.get(content.start - 1)
        if quote is not None and quote.inner.of(article.text)[:1].isupper():
            return True
    return takes_clause(verb) or _clause_follows(verb) or _is_parenthesis(verb, attribution)


def _is_begun(verb: Token) -> bool:
    """Whether an infinitive tells what was done: "went on to claim", not "refused to admit"."""
    return dep(verb) in ("xcomp", "advcl") and verb.head.lemma_ in _PHASES


def _clause_follows(verb: Token) -> bool:
    """ "claimed it was": a subject and its verb right after, however they were parsed."""
    after = verb.doc[verb.i + 1 : verb.i + 4]
    if len(after) < 2 or after[0].lower_ not in _SUBJECTS:
        return False
    return any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in after[1:])


def _is_parenthesis(verb: Token, attribution: Attribution) -> bool:
    """ "The project, the sources revealed, is young": the content stands around the cue."""
    before = any(content.end <= attribution.cue.span.start for content in attribution.content)
    return before and dep(verb) in ("parataxis", "root") and not children(verb, "obj")
