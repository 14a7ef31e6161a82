"""Use "said" unless the text has established what a stronger verb implies.

"Claimed" doubts, "admitted" finds guilty, "revealed" vouches: each tells readers what to think of
words that the story has not tested. (Wikipedia, words to watch: synonyms for "said"; AP: "said" is
preferred, house convention)

Lets through: verbs without a clause or a quotation as their content (claim a title, admit a
patient), indirect questions, pleas and admissions in a court story, what people say of their own
affairs, what the story has told before or answers in the same paragraph, and a linked document.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.api import (
    Article,
    Attribution,
    Finding,
    Options,
    children,
    dep,
    forms_of,
    in_legal_context,
    is_told_before,
    lexicon,
    marker,
    takes_clause,
    voiced,
)

if TYPE_CHECKING:
    from attrib_lint.api import ParsedBlock, Token

HELP = "Has the text established what the verb implies? If not, use “said”."
SEVERITY = "info"
PRESETS = ("ap", "reuters", "wikipedia", "strict")
GUARDS = (
    "only with a clause or a quotation as content: nobody “claims” here a title, lives or asylum",
    "“admitted” in a story about a plea or a trial is what the record says",
    "“revealed” is fine for what people say of themselves, and for a document that is linked",
    "the first person, and plans, habits or defeats of the source’s own, need no proof",
    "a fact told before without a hedge clears it; so does a denial in the paragraph",
)
GOOD = [
    "He claimed the title in 2019.",
    "The storm claimed three lives, officials said.",
    "She was admitted to hospital, her family said.",
    "Singer Ama Boateng revealed that she is expecting twins.",
    "At Leeds Crown Court Smith admitted that he stole the van.",
    "The inquiry noted that the alarm had been switched off.",
    "The exhibition reveals a new side of the painter.",
    "The airline said it had refunded every passenger.",
    "The patient was admitted on Tuesday.",
    "The regiment claimed the hill at dawn.",
    "The actor revealed that he is moving to Perth.",
    "The auditor said that the roof had leaked for a year.",
    "“I never learned to swim,” the ferry captain admitted.",
    "The goalkeeper admitted that she had struggled with the wind.",
    "The curator revealed how the forgery was made.",
    "The canal burst its banks at Selby on Sunday. A lock keeper admitted the canal had burst "
    "its banks at Selby.",
    "The grocer claimed that his rice was local. In fact it came from Thailand, the label showed.",
    "While the resort boasts that its beach is empty, buses arrive all day.",
]
BAD = [
    "The anonymous sources further [[revealed]] that the project is in its infancy.",
    "Although both [[claimed]] it was due to a conflict of interest, others disagree.",
    "Smith [[admitted]] he knew the victim.",
    "The council leader [[claimed]] that bins were emptied every week.",
    "“Nobody else would have saved this club,” the owner [[boasted]].",
    "An insider [[revealed]] that the reactor had been shut since Tuesday.",
    "The principal [[confessed]] that two exam papers had gone missing.",
    "The headteacher [[admitted]] that the roof had leaked for a year.",
    "The coach [[claimed]] that the referee had been told what to do.",
    "“Nobody sells more rice than we do,” the trader [[bragged]].",
    "A source [[revealed]] that the regiment would be disbanded.",
    "The canal burst its banks on Sunday. The engineer [[claimed]] that vandals had opened a lock.",
    "The dentist [[admitted]] that he had switched the records.",
]

_GROUPS = {
    "doubt": "implies that the writer doubts it, for which the text gives no ground",
    "guilt": "implies that there was something to hide, which the text has not established",
    "truth": "implies that it is true, which the text has not established",
    "heat": "describes a mood that readers cannot check",
}
_SELF = frozenset(("he", "she", "they", "i", "we", "it", "his", "her", "their", "its", "my", "our"))
_FIRST = frozenset(("i", "we", "my", "our"))
_OWNERS = frozenset(("he", "she", "they"))
_QUESTIONS = frozenset(("what", "how", "why", "when", "where", "who", "whom", "whether", "which"))
_OWN = forms_of("voice", "loaded.own")
_COUNTER = forms_of("voice", "loaded.counter")
_SUBJECTS = frozenset(("he", "she", "it", "they", "we", "i", "there"))
_RECORDS = forms_of("voice", "loaded.records")
_PLEA = frozenset(("court", "trial", "plea", "pleaded", "jury", "hearing", "charge", "charges"))


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each loaded cue with content of its own."""
    for attribution in voiced(article):
        implied = _implied(_lemma(article, attribution))
        if implied is None or attribution.cue.kind == "noun" or not attribution.content:
            continue
        if attribution.source is None or not _is_statement(article, attribution):
            continue
        if not _is_established(article, attribution):
            verb = attribution.cue.span.of(article.text)
            message = f"“{verb}” {implied}."
            yield Finding(attribution.cue.span, message)


def _lemma(article: Article, attribution: Attribution) -> str:
    """The cue's lemma with its particle: "point out"."""
    cue = article.tokens(attribution.cue.span)
    after = cue.doc[cue.end : cue.end + 1] if cue is not None else ()
    particle = " out" if any(t.lower_ == "out" for t in (*(cue or ()), *after)) else ""
    return attribution.cue.lemma.removesuffix(" out") + particle


def _implied(lemma: str) -> str | None:
    """What a reporting verb adds to what was said."""
    for group, implied in _GROUPS.items():
        if lemma in lexicon("voice")[f"loaded.{group}"]:
            return implied
    return None


def _is_statement(article: Article, attribution: Attribution) -> bool:
    """Whether the verb has a clause or a quotation as its content, not a thing that is claimed."""
    cue = article.tokens(attribution.cue.span)
    verb = next((t for t in cue or () if t.pos_ == "VERB"), None)
    if verb is None or any(t.lower_ == "to" for t in verb.lefts):
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


def _is_established(article: Article, attribution: Attribution) -> bool:
    parsed = article.block_at(attribution.cue.span.start)
    if parsed is None:
        return True
    lemma = _lemma(article, attribution)
    if _is_own_affair(article, attribution) or _is_answered(article, parsed, attribution):
        return True
    if is_told_before(article, attribution.content, attribution.cue.span):
        return True
    if lemma in lexicon("voice")["loaded.guilt"] and in_legal_context(article, parsed):
        return any(t.lower_ in _PLEA for t in parsed.doc)
    if lemma not in lexicon("voice")["loaded.truth"]:
        return False
    source = attribution.source
    head = source.head.of(article.text).lower() if source is not None else ""
    if head in _RECORDS:
        return True
    if source is not None and source.kind == "document_or_study" and not source.outlet:
        return head not in ("report", "reports", "article", "story") or source.named
    sentence = article.sentence_at(attribution.cue.span.start)
    if any(sentence.overlaps(link.span) for link in article.document.links):
        return True
    return _is_about_self(article, attribution)


def _is_about_self(article: Article, attribution: Attribution) -> bool:
    """Whether what is revealed begins with the source's own doings: "that she is expecting"."""
    tokens = article.tokens(attribution.content[0])
    return tokens is not None and any(t.lower_ in _SELF for t in tokens[:3])


def _is_own_affair(article: Article, attribution: Attribution) -> bool:
    """The first person, or a source's own plans, habits and defeats: "admitted she had lost"."""
    for content in attribution.content:
        low = [t.lower_ for t in article.tokens(content) or () if t.is_alpha]
        if not _FIRST.isdisjoint(low[:3]):
            return True
        if low[:1] == ["that"]:
            low = low[1:]
        if low[:1] and low[0] in _OWNERS and not _OWN.isdisjoint(low[1:6]):
            return True
    return False


def _is_answered(article: Article, parsed: ParsedBlock, attribution: Attribution) -> bool:
    """Whether a contrast in the sentence, or a denial in the paragraph, answers the statement."""
    cue = article.tokens(attribution.cue.span)
    if cue is not None and marker(cue.root) in ("while", "whereas"):
        return True
    inside = attribution.content
    text = parsed.block.span.of(article.text).lower()
    if any(phrase in text for phrase in ("in fact", "in reality", "no evidence")):
        return True
    return any(
        t.lower_ in _COUNTER and not any(c.contains(parsed.span(t)) for c in inside)
        for t in parsed.doc
    )
