"""Another outlet's unnamed sources are presented as one's own.

The article leans on unnamed people and shows marks of second-hand work ("a report shows",
"it was reported", "Source: https://..."), but never names the outlet that spoke to them. AP and the
Washington Post ask that whoever supplied the facts be credited by name.

Let through: articles that claim the contact themselves ("told us", "told this newspaper"), and
articles that credit any outlet at all. A link to another aggregator in the footer is no credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib_lint.api import (
    Article,
    Finding,
    Options,
    Unnamed,
    introduced,
    opaque_reports,
    unnamed_sources,
    words,
)

HELP = "Which outlet spoke to these sources? Can you name it and link its report?"
SEVERITY = "warning"
PRESETS = ("default", "ap", "reuters", "strict")
OPTIONS = {"origin-footer-ok": False, "reader-company": 0.0}
PRESET_OPTIONS = {"default": {"reader-company": 13.0}, "strict": {"reader-company": 13.0}}
GUARDS = (
    "Contact of one’s own (“told us”, “told this newspaper”) clears it.",
    "Any outlet that is credited, or spoken to, clears it.",
)
BAD = (
    "Musk is buying thousands of GPUs, according to [[people close to Twitter]]. A report on April "
    "11 shows that he plans an AI project.",
    "[[Sources]] revealed the price of the phone.\n\nSource: https://aggregator.example/story",
    "[[Insiders]] told reporters, it was reported, that he quit.",
    "The winger will join Al Ahli, [[a source close to the club]] said. According to media "
    "reports, he will earn £20m a year.",
    "[[An aide to the governor]] said he was in hospital. It has been reported that he fell.",
    "[[A source close to the singer]] said the tour was off. Recent reports say she lost "
    "her voice in Lagos.",
    "[[Two insiders]] said the phone would have no buttons.\n\n"
    "Source: https://gadgets.example/leak",
    "[[A person familiar with the matter]] said the board had met twice. It was reported "
    "that the chairman walked out.",
    "Moving to Madrid was never his plan, according to [[sources]]. A new report claims "
    "he will earn 9m euros.",
    "The pop star is expecting a child, [[insiders]] revealed. The pair have reportedly "
    "chosen a name.",
)
GOOD = (
    "A list given by local media had ten names. A U.S. State Department official said four "
    "were Americans.",
    "According to people who spoke to this newspaper, the plant will close.",
    "Sources told Reuters the plant will close.",
    "People close to the talks told us so; we have seen the contract.",
    "A source said the plant would close. The BBC reported in May that the land had been sold.",
    "Police said reports of gunfire had come in at noon.",
    "One official said the talks had failed.",
    "A source close to the singer told the Mail that the tour was off. Recent reports say"
    " she lost her voice.",
    "Two insiders told this newspaper that the phone would have no buttons. Early reports"
    " had said otherwise.",
    "Officials said the board had met twice. It was reported that the chairman walked out.",
    "A person familiar with the matter said the board had met twice, the chairman having resigned.",
)
_FOOTER = re.compile(
    r"(?:^|[.!?]\s)\W*sources?:\s*(?:https?://|www\.)", re.IGNORECASE | re.MULTILINE
)
_REPORTED = re.compile(
    r"\bit (?:was|is|has been|is being|had been) (?:widely |also |first )?reported\b", re.IGNORECASE
)
_CONTACT = re.compile(
    r"\b(?:told|tells|telling|spoke to|spoke with|speaking to|interview with|seen by|obtained by|"
    r"reviewed by|shared with) "
    r"(?:us|me|this (?:news)?paper|this (?:web)?site|this publication|our)\b"
    r"|\b(?-i:told (?:the )?[A-Z]\w)"
    r"|\bwe (?:have|can) (?:learned|seen|spoken|reveal)\b|\bhas learned\b",
    re.IGNORECASE,
)


_LABELLING = frozenset(("describe", "call", "dub", "label"))


def check(article: Article, options: Options) -> Iterator[Finding]:
    """Report the first unnamed source of an article that looks second-hand and credits nobody."""
    withheld = (m for m in introduced(unnamed_sources(article)) if _may_be_borrowed(m))
    first = next(withheld, None)
    if first is None or _CONTACT.search(article.text):
        return
    source_text = article.document.source_text
    footer = None if options.flag("origin-footer-ok") else _FOOTER.search(source_text)
    marked = footer or _REPORTED.search(article.text) or _is_hearsay(article)
    marked = marked or any(True for _ in opaque_reports(article))
    if not marked or _credits_an_outlet(article):
        return
    yield Finding(
        first.phrase.span,
        f"“{first.phrase.text}” looks second-hand, and the outlet it comes from is never named.",
        about="article",
    )


def _is_hearsay(article: Article) -> bool:
    """Whether something is "reportedly" so: somebody reported it."""
    adverbs = (h.span for h in article.hedges if h.kind == "hearsay_adverb")
    return any(span.of(article.text).lower() == "reportedly" for span in adverbs)


def _may_be_borrowed(mention: Unnamed) -> bool:
    """Whether it is somebody's unnamed source, and no official of a body that has a name."""
    said = mention.attribution
    if said is not None and said.cue.lemma in _LABELLING:
        return False  # "a coffee boy, as an aide described him": a word used in public
    placed = any(t.tag_ in ("NNP", "NNPS") for t in mention.phrase.before)
    return mention.withheld and not (mention.sort == "insider" and placed)


def _credits_an_outlet(article: Article) -> bool:
    """Whether an outlet is a source, or somebody spoke to one, or a report is tied to one."""
    for attribution in article.attributions:
        people = (attribution.source, attribution.recipient)
        if any(person is not None and person.outlet for person in people):
            return True
    told = words("second_hand", "outlets.told") | words("second_hand", "outlets.reported")
    for name in article.names:
        if name.kind != "outlet":
            continue
        tokens = article.tokens(name.span)
        block = article.block_at(name.span.start)
        if tokens is None or block is None:
            continue
        near = block.doc[max(0, tokens.start - 3) : tokens.end + 2]
        if any(
            t.lower_ in told or t.lower_ in ("report", "from", "via", "according") for t in near
        ):
            return True
    return False
