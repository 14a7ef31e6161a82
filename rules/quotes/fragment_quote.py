"""Quote the sentence or paraphrase it, rather than a word or two.

A fragment can misquote by losing its qualifiers, and a word in quotation marks that nobody is said
to have used only sneers. (AP, quotations: in general avoid fragmentary quotes)

Lets through: titles, names, terms and words talked about as words, what somebody is called or
described as, words of a named speaker, and fragments beside a longer quotation of the same speaker.
With the option `speakers-from` it names what a named speaker or anybody else is quoted with in up
to three words too, in articles of which the reader suspects so many faults in 1,000 words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.api import (
    BE,
    SAYING,
    Article,
    Finding,
    Options,
    ParsedBlock,
    Quote,
    Related,
    Span,
    attributions_in,
    credited_with_word,
    dep,
    forms_of,
    has_holder,
    holder_around,
    is_careful,
    is_one_of,
    is_passive,
    is_wanted,
    is_word_of_somebody,
    stem,
    words,
)

if TYPE_CHECKING:
    from attrib_lint.api import Token, TokenSpan

HELP = "What was the whole sentence? Quote it, or paraphrase without the marks."
SEVERITY = "info"
PRESETS = ("ap", "wikipedia", "strict")
WHERE = "all"
VOICE = True
OPTIONS = {"terms": ("firehose", "beta"), "reader-company": 0.0, "speakers-from": 0.0}
PRESET_OPTIONS = {"strict": {"speakers-from": 15.0, "reader-company": 22.0}}
GUARDS = (
    "a word that a document, officials or another body uses is that body’s word",
    "opinion, review, sport and fiction are let through, as is what argues more than it reports",
    "terms that are explained on the spot, and talk of words and terms",
    "titles, names, product terms and words discussed as words are no fragments",
    "“called”, “described as”, “known as”: the word itself is the news",
    "a word of someone whom readers can identify is that person’s word, unless the option "
    "`speakers-from` asks for those too",
    "so is a word that somebody in the clause holds (“seen by rivals as”, “Rao called for”)",
    "a word quoted before is a term by now",
    "so is a word in a sentence that goes on with what a named source said, or tells what a named "
    "person thinks of it or does with it",
    "a longer quotation in the same sentence gives the fragment its context",
)
GOOD = [
    "Tern Motors bosses have said they are “confident” of a deal.",
    "Ada Obi fell ill. The presenter said that she is “hopeful” of a swift return.",
    "The kite “flew” over the lake on a rope.",
    "The firm plans two “deliveries” of goats a year.",
    "The cream eases the “pain” that people feel when they pay.",
    "The airline disputed the report on Tuesday, calling the city’s account of the landing "
    "“misleading”.",
    "The word “weasel” is older than the idiom.",
    "She cut access to Twitter’s “firehose” of data.",
    "He sang “Yesterday”.",
    "The minister called the strike “reckless”.",
    "The so-called “bedroom tax” ended in 2016.",
    "“No,” the captain said.",
    "The ship, known as “the Beast”, left Mumbai on Friday.",
    "Rao said it was “unfair” and “an insult to every nurse who worked through that winter”.",
    "The word “boycott” comes from a land agent’s name.",
    "Justice Rao said the plea was “hopeless”.",
    "The band played “Thunder” twice.",
    "Officials said the levels at the plant in Geelong were “safe”.",
    "The Tories dismissed the plan for new nurseries in every town as “desperate”.",
    "Airlines often resort to “bumping” - when a passenger has to take a later flight.",
    "Other terms in the list come from storms, such as “surge”.",
    "Relying on tides is “wishful”, the report concludes.",
    "The tax, dubbed “the squeeze”, began in May.",
    "The law is seen by shopkeepers in Pune as “hostile”.",
    "Rao called for a “boycott” at noon.",
    "“Bloat everywhere,” the auditor Ann Lee said.\n\nRents rose. The “bloat” is gone.",
    "The Asian Development Bank said the slump would be brief. But the blow to families could be "
    "“enormous”.",
    "Osei accused Rao of being “stiff” at the rally in Pune.",
    "Mr Osei indicated there would be “strict discipline” in Pune.",
    "Osei is worried about her party’s “severe underperformance” in Pune.",
    "The app has an even “darker” dark mode.",
    "The bank said rates would level off at a long-run “normal” 3 percent.",
    "The clerk said that only one photo showed Lee’s flight “wings”.",
    "The bill bans “exploitative” zero-hours contracts.",
    "She is accused of “terrorism” and of inciting violence.",
    "Some £947m in arrears has been designated as “unrecoverable”.",
]
BAD = [
    "The purchase shows Musk is [[“committed”]] to it.",
    "Some said he wanted a [[“pause”]].",
    "The [[“experts”]] met on Tuesday.",
    "It has not been said whether the model will be [[“more powerful”]] than its rival.",
    "Residents say the clean-up has been [[“patchy”]].",
    "The council published its [[“plan”]] for the library on Friday.",
    "Nurses say the weekend rota is [[“voluntary”]].",
    "It is unclear why the hostel is [[“unsuitable”]].",
    "Some parents called for a [[“boycott”]].",
    "The [[“reform”]] took nine years.",
    "The law is seen as [[“hostile”]] in Pune.",
    "“Bloat everywhere,” the auditor Ann Lee said.\n\nRents rose. The [[“thrift”]] is gone.",
    "Neighbours say the mast is [[“ugly”]].",
    "Neighbours said the noise was bad. But the smell could be [[“enormous”]].",
    "Osei opened the hall. The law is [[“stiff”]].",
]

_LONGEST = 40  # code points
_TALK = forms_of("frames", "quotation.talk")
_DASHES = frozenset(("-", "–", "—", "--", "("))
_BRANDS = frozenset(
    (
        "dismiss",
        "designate",
        "brand",
        "describe",
        "label",
        "denounce",
        "condemn",
        "declare",
        "dub",
        "term",
        "call",
        "deem",
        "consider",
        "judge",
        "rate",
        "pronounce",
    )
)
_NAMING = frozenset(
    ("call", "name", "term", "dub", "nickname", "christen", "codename", "spell", "pronounce", "tag")
) | {"refer"}
_POINTING = frozenset(
    ("the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "your", "my")
)
_LABELS = words("frames", "quotation.labels", "quotation.naming")
_WORDS = words("frames", "quotation.labels", "quotation.terms")
_CHARGED = frozenset(
    ("charged", "convicted", "guilty", "indicted", "arraigned", "arrested", "detained", "jailed")
)
_FEW = re.compile(r"[a-z][\w’'-]*(?: [a-z][\w’'-]*){0,2}[.,;!?]?")


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for all the fragments of a sentence, on the first."""
    terms = frozenset(term.lower() for term in options.texts("terms"))
    least = options.number("speakers-from")
    speakers = least > 0 and not is_careful(article, least)
    found: dict[Span, list[Quote]] = {}
    for quote in article.quotes:
        if quote.kind in ("title", "term", "sign") or not quote.balanced or quote.depth:
            continue
        if len(quote.inner) > _LONGEST:
            continue
        parsed = article.block_at(quote.span.start)
        quoted = article.tokens(quote.inner)
        if parsed is None or quoted is None or parsed.block.kind in ("headline", "heading"):
            continue
        if "{" in parsed.block.span.of(article.text):
            continue  # a script that came along with the text
        bare = _is_fragment(quoted, terms) and not _is_let_through(article, parsed, quote, quoted)
        if bare or (speakers and _is_few_words(article, quote, quoted, terms)):
            found.setdefault(article.sentence_at(quote.span.start), []).append(quote)
    for first, *others in found.values():
        related = tuple(Related(q.span, "another fragment") for q in others)
        yield Finding(first.span, _message(article, first), related=related)


def _is_fragment(quoted: TokenSpan, terms: frozenset[str]) -> bool:
    """A word, or two where something "is" them, in lower case and without a final stop."""
    said = [t for t in quoted if t.is_alpha]
    if not 1 <= len(said) <= 2 or len(said) != len(quoted) or quoted.text.lower() in terms:
        return False
    if any(t.text[:1].isupper() for t in said):
        return False
    if len(said) == 2:
        return _is_predicate(quoted)
    return said[0].pos_ in ("ADJ", "NOUN", "VERB") and not _modifies(quoted)


def _is_few_words(article: Article, quote: Quote, quoted: TokenSpan, terms: frozenset[str]) -> bool:
    """One to three words of anybody, not talked about as words, nor a term, a name or a charge."""
    text = quote.inner.of(article.text)
    if not _FEW.fullmatch(text) or text.lower() in terms or _is_term(quoted):
        return False
    before = quoted.doc[max(0, quoted.start - 6) : quoted.start]
    if any(t.lower_ in _WORDS or t.lemma_.lower() in _WORDS for t in before):
        return False
    if any(_is_naming(t, quoted) for t in before):
        return False
    if any(_is_charging(t) for t in quoted.doc[quoted.sent.start : quoted.start]):
        return False
    if _is_owned(quoted) or _is_told_apart(quoted) or _is_translation(quoted):
        return False
    here = article.sentence_at(quote.span.start)
    said = bool(attributions_in(article, here)) or holder_around(quoted, direct=True)
    if not said and len(quoted) == 1 and quoted[0].pos_ == "VERB":
        return False  # a kite “flew”
    return not _is_again(article, quote, quoted) and not _is_in_context(article, quote)


def _is_term(quoted: TokenSpan) -> bool:
    """Whether the words name a kind: a “living” wage, not "their “free” permits"."""
    ahead = quoted.doc[quoted.start - 2] if quoted.start > 1 else None
    return _modifies(quoted) and not (ahead is not None and ahead.tag_ == "PRP$")


def _is_naming(token: Token, quoted: TokenSpan) -> bool:
    """ "Is called a “back”", "they call it “pop”"; not "called the strike “reckless”"."""
    if not is_one_of(token, _NAMING):
        return False
    called = is_one_of(token, frozenset(("call", "name", "term"))) and not is_passive(token)
    judged = quoted.root.pos_ not in ("NOUN", "PROPN") or quoted[0].lower_ in ("a", "an")
    return not (called and judged)


def _is_charging(token: Token) -> bool:
    """ "Charged with “affray”", "is accused of “terrorism”"; not "Rao accused him of “spite”"."""
    return token.lower_ in _CHARGED or (token.lower_ == "accused" and is_passive(token))


def _modifies(quoted: TokenSpan) -> bool:
    """Whether the quoted word is part of a term: a “living” wage."""
    if quoted.root.head.i > quoted.end and quoted.root.dep_ in ("amod", "compound", "nmod"):
        return True
    ahead = [t.pos_ for t in quoted.doc[max(0, quoted.start - 2) : quoted.start - 1]]
    if len(quoted) == 1 and quoted[-1].pos_ == "NOUN" and ahead in (["NOUN"], ["NUM"]):
        return True  # "flight “wings”", "two “deliveries”": things, by their name
    if dep(quoted.root) in ("xcomp", "ccomp"):
        return False  # "was caught “liking” photographs"
    behind = quoted.doc[quoted.end + 1 : min(quoted.end + 3, quoted.sent.end)]
    after = [t.pos_ for t in behind]
    return after[:1] in (["NOUN"], ["PROPN"], ["NUM"]) or after in (
        ["ADJ", "NOUN"],
        ["ADJ", "PROPN"],
    )


def _is_predicate(quoted: TokenSpan) -> bool:
    """After a form of "be": "will be “more powerful”"."""
    doc, i = quoted.doc, quoted.start - 1
    while i >= 0 and (doc[i].is_punct or doc[i].pos_ == "ADV"):
        i -= 1
    return i >= 0 and doc[i].lower_ in BE and doc[i].tag_ != "POS"


def _is_let_through(article: Article, parsed: ParsedBlock, quote: Quote, quoted: TokenSpan) -> bool:
    before = parsed.doc[max(0, quoted.start - 6) : quoted.start]
    if any(t.lower_ in ("accused", "charged", "convicted") for t in before):
        return True  # the word of the charge
    if any(_is_label(t) for t in before) or _is_branded(quoted) or _is_explained(quoted):
        return True
    if _is_owned(quoted) or _is_told_apart(quoted):
        return True
    if is_word_of_somebody(article, quote) or has_holder(quoted) or holder_around(quoted):
        return True
    if _is_again(article, quote, quoted):
        return True
    here = attributions_in(article, article.sentence_at(quote.span.start))
    said = any(a.cue.kind in SAYING for a in here)
    if not said and not is_wanted(quoted) and _is_figure_of_speech(quoted):
        return True
    if any(t.lower_ in _TALK for t in quoted.sent) or _is_translation(quoted):
        return True
    return _is_in_context(article, quote)


def _is_owned(quoted: TokenSpan) -> bool:
    """ "Twitter’s “firehose”": whoever is named has such a thing."""
    owner = quoted.doc[max(0, quoted.start - 2) : quoted.start]
    return any(t.tag_ == "POS" and t.nbor(-1).pos_ == "PROPN" for t in owner)


def _is_told_apart(quoted: TokenSpan) -> bool:
    """ "“Surge” means": what the word stands for follows."""
    after = quoted.doc[quoted.end : quoted.end + 3]
    return any(t.lower_ in ("means", "refers", "meaning") for t in after)


def _is_in_context(article: Article, quote: Quote) -> bool:
    """Whether the sentence quotes somebody at more length."""
    sentence = article.sentence_at(quote.span.start)
    return any(
        q is not quote and sentence.overlaps(q.span) and len(q.inner) > 25 for q in article.quotes
    )


def _is_figure_of_speech(quoted: TokenSpan) -> bool:
    """Whether the writer marks a word as not literal: a kite “flew”, two “deliveries” a year.

    A sneer points at a thing that goes by that word: the “experts” met.
    """
    word = quoted[0]
    if len(quoted) == 1 and word.pos_ == "VERB":
        return True
    if len(quoted) > 1 or word.pos_ == "ADJ" or _is_predicate(quoted):
        return False
    after = quoted.doc[quoted.end + 1 : quoted.end + 2]
    told = bool(after) and after[0].lower_ in ("that", "who", "which", "where", "one", "ones")
    pointed = quoted.start > 1 and quoted.doc[quoted.start - 2].lower_ in _POINTING
    owned = quoted.start > 1 and quoted.doc[quoted.start - 2].tag_ == "POS"
    return told or not (pointed or owned)


def _is_branded(quoted: TokenSpan) -> bool:
    """ "Dismissed the plan for the whole of the county as “desperate”": however far apart."""
    before = quoted.doc[quoted.sent.start : quoted.start]
    return any(
        is_one_of(t, _BRANDS) and t.pos_ == "VERB" and t.nbor(1).lower_ not in ("for", "on")
        for t in before
    )


def _is_explained(quoted: TokenSpan) -> bool:
    """A term whose meaning follows: “bumping” - when a passenger has to wait."""
    after = quoted.doc[quoted.end + 1 : quoted.end + 3]
    return bool(after) and (after[0].text in _DASHES or after[0].lower_ in ("by", "or", "ie"))


def _is_again(article: Article, quote: Quote, quoted: TokenSpan) -> bool:
    """Whether the word, or one derived from it, was quoted before: a term by now."""
    stems = {stem(t.lower_) for t in quoted if t.is_alpha}
    earlier = (q for q in article.quotes if q.span.end <= quote.span.start)
    return any(
        stems <= {stem(t.lower_) for t in article.tokens(q.inner) or () if t.is_alpha}
        for q in earlier
    )


def _is_translation(quoted: TokenSpan) -> bool:
    """ "Spanish for “witches”"."""
    before = quoted.doc[max(0, quoted.start - 3) : quoted.start - 1]
    return len(before) == 2 and before[1].lower_ == "for" and before[0].text[:1].isupper()


def _is_label(token: Token) -> bool:
    """ "called", "the word", but not "called for"."""
    if token.lower_ not in _LABELS and token.lemma_.lower() not in _LABELS:
        return False
    return not (token.i + 1 < len(token.doc) and token.nbor(1).lower_ in ("for", "on"))


def _message(article: Article, quote: Quote) -> str:
    text = quote.span.of(article.text)
    if credited_with_word(article, quote):
        return f"{text} is a fragment of what was said."
    return f"{text} stands in quotation marks, and nobody is said to have used the word."
