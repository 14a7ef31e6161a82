"""Whether a source that comes in without a description is known, or is none of the article's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.core.span import Span
from attrib_lint.extract.syntax import syntax_of
from attrib_lint.lexicon import words
from attrib_lint.questions.careful import is_careless, is_long
from attrib_lint.questions.namedoutlets import names_outlet, with_sentence_before
from attrib_lint.questions.phrases import Phrase, sentences_after
from attrib_lint.questions.support import in_legal_context

if TYPE_CHECKING:
    from attrib_lint.article import Article, ParsedBlock
    from attrib_lint.questions.unnamed import Unnamed

_CITING = lazy_regex(r"\b(?:[Cc]iting|cit(?:es|ed)|quot(?:ing|es|ed))\s(?:[\w-]+\s){0,3}$")
_IT = lazy_regex(r"\W*(?:[Ii]t|[Tt]hey|The (?:paper|newspaper|agency|network|site|report))\b")
_INQUIRING = lazy_regex(
    r"^\W*(?:[\w’'.-]+ ){0,3}?(?:investigators?|detectives?|prosecutors?|police|agents?|"
    r"interrogators?|inspectors?|authorities|FBI|jurors?|jury|court|inquest|tribunal)\b"
)
_ON_FILE = lazy_regex(
    r"\b(?:[Aa]ccording to|[Pp]er|(?:as )?show(?:s|n|ed)? (?:in|by)) "
    r"(?:the |an? |his |her |their )?(?:[\w’'-]+ ){0,3}"
    r"(?:documents?|records?|filings?|affidavits?|complaint|indictment|dossiers?|files?|"
    r"transcripts?|testimony)\b"
)
_REFUSES = frozenset({"deny", "decline", "refuse", "dispute", "reject", "dismiss", "refute"})
_SPEAKS_FOR = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "press", "representative", "communications"}
)
_ONCE = frozenset({"former", "formerly", "served", "worked"})
_OF = lazy_regex(r"\bsources? of\b")
_CLOSES = ".!?…”’\"':;"
_SHORT = 4  # letters: "with", "says" may be small in a title


def is_among_known(mention: Unnamed, mentions: tuple[Unnamed, ...]) -> bool:
    """Whether a source is one of those described before.

    "One source said" after "three people briefed on the talks"; "several sources said" after "a
    source at the mill".
    """
    before = [
        m
        for m in mentions
        if m.sort != "bare"
        and (m.withheld or (m.counted and m.human))
        and m.phrase.span.end <= mention.phrase.span.start
    ]
    head = mention.phrase.head
    if head.tag_ in ("NNS", "NNPS"):
        nouns = words("anonymity", "heads.source")
        return any(m.phrase.head.lower_ in nouns and m.sort == "other" for m in before)
    first = mention.phrase.before[0].lower_ if mention.phrase.before else ""
    return first in ("one", "another") and any(
        m.phrase.head.tag_ in ("NNS", "NNPS") for m in before
    )


def is_testimony(article: Article, mention: Unnamed) -> bool:
    """Whether a source told an inquiry, or stands in papers that the sentence names.

    An informant in a story of crime is one of its figures.
    """
    phrase = mention.phrase
    if phrase.head.lemma_.lower() == "informant" and in_legal_context(article, phrase.block):
        return True
    sentence = article.sentence_at(phrase.span.start)
    said = mention.attribution
    if said is not None and said.cue.lemma == "tell":
        after = article.text[said.cue.span.end : sentence.end]
        if _INQUIRING.match(after):
            return True
    return _ON_FILE.search(sentence.of(article.text)) is not None


def is_disclosed(article: Article, phrase: Phrase) -> bool:
    """Whether the article says that another paper's sources have no name.

    "The Ledger, citing unnamed sources, said ..." keeps nothing back that its writer knows; nor
    does any paper's "citing people familiar with it" that somebody passes on who else takes care.
    """
    sentence = article.sentence_at(phrase.span.start)
    said_so = any(t.lower_ in words("anonymity", "modifiers.withheld") for t in phrase.modifiers)
    if not said_so and (not is_long(article) or is_careless(article)):
        return False
    ahead = article.text[sentence.start : phrase.span.start]
    if not _CITING.search(ahead):
        return False
    told = with_sentence_before(article, sentence) if _IT.match(ahead) else sentence
    return names_outlet(article, told)


def has_a_face(article: Article, phrase: Phrase, ahead: int = 3) -> bool:
    """Whether one of a loose circle speaks by name right after: "insiders say", "those who know".

    It is somebody new who is quoted and does not speak for the other side.
    """
    counted = any(t.tag_ == "CD" for t in phrase.before)
    if counted or is_careless(article) or not (phrase.head.tag_ == "NNS" or _is_those(phrase)):
        return False
    here = article.sentence_at(phrase.span.start)
    near = sentences_after(article, phrase.span.start, ahead)
    after = Span(min(here.end, near.end), near.end)
    spoken_of = {n.name for n in article.names if n.span.start < here.end}
    for attribution in article.attributions:
        source = attribution.source
        if source is None or source.kind != "named_person" or attribution.nested:
            continue
        if not after.contains(attribution.cue.span) or attribution.mode == "indirect":
            continue
        if attribution.cue.lemma in _REFUSES or source.entity in spoken_of:
            continue
        around = {t.lower_ for t in article.tokens(article.sentence_at(source.span.start)) or ()}
        if not _SPEAKS_FOR & around or _ONCE & around:
            return True
    return False


def is_link_line(block: ParsedBlock) -> bool:
    """Whether a line in the body is the title of another story, or an advertisement."""
    text = syntax_of(block.doc).text.strip()
    said = text.split()
    if block.block.kind == "headline" or len(said) < 4 or text[-1] in _CLOSES:
        return False
    longer = [word for word in said if len(word) > _SHORT and word[0].isalpha()]
    return len(longer) > 1 and all(word[0].isupper() for word in longer)


def names_a_thing(article: Article, span: Span) -> bool:
    """Whether the words are about what a thing comes from, or papers: "one source of doubt"."""
    sentence = article.sentence_at(span.start)
    left = article.text[sentence.start : span.start].split()[-1:]
    return bool(_OF.search(article.text[span.start : span.end + 4])) or left in (
        ["news"],
        ["media"],
    )


def _is_those(phrase: Phrase) -> bool:
    return phrase.head.lower_ in ("those", "people", "friends", "insiders")
