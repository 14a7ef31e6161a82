"""A source is neither named nor described.

Readers cannot weigh a claim when all they learn is that somebody said it. AP hardly ever allows an
unmodified "a source"; Reuters, the New York Times and the Washington Post ask for the most specific
identification that can be given: the position, the organisation, how the source knows.

"Anonymous", "senior" and "reliable" count as no description. Let through: sources with any
description of their own ("a police source", "sources at Ford"); later mentions of a source that was
described before; sources of energy, water and data; credit lines.
"""

import re
from collections.abc import Iterator
from typing import Literal

from attrib_lint.api import (
    Article,
    Finding,
    Options,
    Phrase,
    Span,
    Unnamed,
    has_a_face,
    introduced,
    is_among_known,
    is_careful,
    is_disclosed,
    is_link_line,
    is_testimony,
    names_a_thing,
    unnamed_sources,
    words,
)

HELP = (
    "Who is this, and how do they know? Can you name them, or give role, organisation and basis "
    "of knowledge (was in the meeting, saw the invoice)?"
)
SEVERITY = "warning"
SUSPECTED = "“{span}” is neither named nor described."
PRESETS = ("default", "ap", "reuters", "wikipedia", "strict")
OPTIONS = {"sectors": False}
PRESET_OPTIONS = {
    "default": {"reader-company": 5.0, "reader-agrees": 0.8},
    "strict": {"reader-insists": 1.1, "reader-agrees": 0.4, "reader-alone": 0.98, "sectors": True},
}
GUARDS = (
    "The source must be credited with a statement: sources of energy or of data are not people.",
    "A source that was named or described earlier in the article is not reported again; “another "
    "source” is read with the one before.",
    "A field (“a diplomatic source”) is a description, unless the option sectors is on and the "
    "article takes little care; so is a body (“a WHO source”) in an article that takes care.",
    "“One source” is one of the group that was described, “several sources” are like the one.",
    "An informant in court papers, another paper's “unnamed sources” and lines that lead to other "
    "stories are let through, and insiders one of whom speaks by name right after.",
    "Credit lines (“Source: https://…”) are left alone.",
)
BAD = (
    "The bank was told by [[a source on Tuesday evening]] that the merger was off.",
    "[[Multiple people]] told the Washington Post that the decision was final.",
    "[[A local source]] said the girls had been flown out. Another local source said they had "
    "walked.",
    "[[The Harbour Ledger’s source]] says that one of the two depots will close.",
    "[[A source]] told the website the merger is off.",
    "The deal is dead, according to [[one of the sources tapped by the newspaper]].",
    "[[Insiders]] say the launch has slipped to June.",
    "The council will sell the baths in the spring, [[sources]] said. Councillors meet on Tuesday.",
    "[[A reliable source]] said the striker had failed a medical in Lagos.",
    "Ward 4 will close by Christmas, according to [[two anonymous sources]].",
    "[[An insider]] told the Herald the chairman would resign before the annual meeting.",
    "The judge was told of the leak in March, said [[one well-placed source]].",
    "[[Multiple sources]] said the regiment had been told to pack.",
    "The Eagles will be without their captain for the qualifier in Kumasi, [[a source]] "
    "told Punch on Thursday.",
    "Ministers have already agreed to scrap the levy, according to [[reliable sources]]. "
    "The Treasury would not comment.",
    "[[One insider]] claimed the broadcaster had ignored three complaints about the presenter.",
    "Prosecutors will drop the case against the surgeon, [[unnamed sources]] said.",
    "[[Sources]]: Rangers close to signing Okoye\n\n"
    "The defender will have a medical on Friday, sources tell the Record.",
    "“They lied to us,” [[one of our sources]] said of the airline’s managers.",
    "The reactor was restarted without a licence, [[a well-informed source]] claimed.",
    "It is understood the bishop will retire, with [[several sources]] confirming the date.",
    "[[A Downing Street insider]] claimed the speech was rewritten at dawn.",
    "The mayor has known since May, according to [[a City Hall insider]].",
    "A teacher at the school said the roof leaked. It will be pulled down, [[one source]] said.",
    "[[Insiders]] say she will lose. “She will win,” said Bill Ash, her spokesman.",
)
GOOD = (
    "The club was told by a source at the port on Tuesday that the keeper will leave.",
    "Insiders at Ford said the line would stop.",
    "The spokeswoman disputes a Bloomberg report in which an unnamed source said that the thieves "
    "were the same.",
    "A source in the display industry told the Korea Herald that yields were poor. Another source "
    "said the glass was thin.",
    "Solar and wind are the two cheapest sources of energy, the agency said.",
    "Source: https://example.org/report.pdf",
    "The boat was overloaded, according to two sources who saw it leave Mombasa.",
    "Sources for the table are listed in the appendix, the editors said.",
    "A source at the central bank said the governor had signed the order on Friday.",
    "The source of the river was still dry in May, farmers said.",
    "A police source said two men were being questioned over the fire.",
    "“A source told me it was over,” said Amina Bello, the team’s physiotherapist.",
    "Her main source of income is the shop, Ms Rao told the tribunal.",
    "A nurse at the clinic said the freezer had failed. The source said nobody checked it.",
    "A hospital source said the ward had lost two nurses to a private clinic in Pune.",
    "Coal remains the state’s biggest source of power, said Meera Iyer, who runs the grid.",
    "The leak came from a source inside the Ministry of Defence, the committee said.",
    "Three clerks at the land registry in Enugu described the scheme. The sources said "
    "files were burned at night.",
    "A source in the governor’s office said the cheque had bounced.",
    "Sources of funding for the clinic include two churches, the auditor said.",
    "Court sources said the hearing would last two days.",
    "Three employees of the yard said it had moved. It may sink, one source said.",
    "A source at the mill said the dam had cracked. It was repaired twice, several sources said.",
    "One informant told detectives that the safe was empty.",
    "A stall took £900 a day, one informant said, according to court documents in the case.",
    "The Harbour Gazette, citing anonymous sources, said the port would close.",
    "One source of confusion is that the gate is open, while the sign says otherwise.",
    "The tide was low. Nobody was hurt.\n\nSOURCES SAY FERRY WAS NEVER INSPECTED IN MAY\n\nIt "
    "sank in June.",
    "Village insiders say she will lose. “She has no friends left,” said Bill Ash, who ran three "
    "campaigns in Kent.",
    "The main source of the smell was a blocked drain, the council said.",
)


def check(article: Article, options: Options) -> Iterator[Finding]:
    """Report each source that comes in with a source noun and nothing else."""
    seen: set[frozenset[str]] = set()
    described: set[str] = set()
    mentions = unnamed_sources(article)
    sectors = options.flag("sectors") and not is_careful(article)
    for mention in introduced(mentions):
        phrase = mention.phrase
        kind = frozenset({phrase.head.lemma_.lower(), *(t.lower_ for t in phrase.modifiers)})
        further = any(t.lower_ in _FURTHER for t in phrase.before)
        back = phrase.definite and not phrase.partitive
        bare = mention.sort == "bare" or (sectors and _is_of_sector(mention))
        if not bare:
            described.add(phrase.head.lemma_.lower())
        elif further and phrase.head.lemma_.lower() in described:
            continue  # "another source", after "a source in the display industry"
        elif _is_let_through(article, mention, mentions):
            continue
        elif not back and kind - _FURTHER not in seen:
            seen.add(kind - _FURTHER)
            text = f"“{phrase.text}” is neither named nor described."
            yield Finding(phrase.span, text)


def anchor(article: Article, span: Span, options: Options) -> Span | Literal["settled"] | None:
    """The suspected words, unless they are a name, or a source that has been looked at."""
    mine = (m for m in unnamed_sources(article) if m.phrase.span.overlaps(span))
    if any(is_disclosed(article, mention.phrase) for mention in mine):
        return "settled"
    block = article.block_at(span.start)
    if block is None or is_link_line(block) or names_a_thing(article, span):
        return None
    if is_careful(article) and _is_of_body(article, span):
        return "settled"
    cleared = any(name.span.overlaps(span) for name in article.names) or any(
        mention.phrase.span.overlaps(span) for mention in unnamed_sources(article)
    )
    return None if cleared else span


def _is_let_through(article: Article, mention: Unnamed, mentions: tuple[Unnamed, ...]) -> bool:
    """Whether a source is disputed, known from before, or somebody else's than the article's.

    Of insiders, one may speak by name right after.
    """
    phrase = mention.phrase
    if phrase.head.lower_ == "insiders" and has_a_face(article, phrase):
        return True
    if is_careful(article) and _is_of_body(article, phrase.block.span(phrase.head)):
        return True
    if is_testimony(article, mention) or is_disclosed(article, phrase):
        return True
    known = is_among_known(mention, mentions) or is_link_line(phrase.block)
    return known or _is_disputed(article, phrase)


def _is_of_body(article: Article, noun: Span) -> bool:
    """Whether a body's name stands before the source: "a WHO source", "White House insiders"."""
    before = article.text[max(0, noun.start - 1) : noun.start]
    name = next((n for n in article.names if n.span.end == noun.start - 1), None)
    return before == " " and name is not None and name.kind in ("org", "place", "other")


def _is_of_sector(mention: Unnamed) -> bool:
    """Whether a source is placed in a field and no further: "a military source"."""
    phrase = mention.phrase
    told = {t.lower_ for t in phrase.modifiers} - words("anonymity", "modifiers.empty")
    known = phrase.head.lower_ in words("anonymity", "heads.source")
    return (
        known and not phrase.tail and bool(told) and told <= words("anonymity", "modifiers.sectors")
    )


def _is_disputed(article: Article, phrase: Phrase) -> bool:
    """Whether somebody denies the report that the source stands in."""
    sentence = article.sentence_at(phrase.span.start)
    return _DENIED.search(article.text[sentence.start : phrase.span.start]) is not None


_DENIED = re.compile(
    r"\b(?:disput|den(?:y|ie)|reject|refut|dismiss|contest)\w*\b[^.]{0,60}"
    r"\b(?:report|story|article|claim|account)s?\b"
)
_FURTHER = frozenset({"another", "other", "second", "third", "further", "additional"})
