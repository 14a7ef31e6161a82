"""Another outlet's reporting is credited with neither link nor date.

A bare name does not let the reader find the report. Washington Post guidance wants text and link
when others' work is used; AP wants the credit to be findable. Reported once per outlet, and once
per article where the article has no links at all.

Let through: an outlet that is talked about rather than relied on, an outlet that somebody spoke to
("told Reuters"), a link or a date (also a weekday) in the sentence. With the option link-required a
date is not enough.
"""

import re
from collections.abc import Iterator

from attrib_lint.api import (
    Article,
    Finding,
    Options,
    Span,
    is_careless,
    linked,
    mentions_after,
    outlet_credits,
    says_day,
    told_by_unnamed,
    unnamed_sources,
    words,
)

HELP = "Can you link the original report, or at least give its date?"
SEVERITY = "info"
SUSPECTED = "“{span}” is credited with no link or date."
PRESETS = ("ap", "wikipedia", "strict")
OPTIONS = {"link-required": False}
PRESET_OPTIONS = {
    "strict": {
        "reader-agrees": 0.4,
        "reader-company": 14.0,
        "reader-alone": 0.75,
        "careless-insists": 0.98,
    }
}
GUARDS = (
    "A link or a date that the next sentences give “the article” clears it.",
    "Only an outlet that is credited with information counts, not one that is the subject.",
    "A link or a date in the sentence clears it.",
    "An article without any links is told once.",
    "A courtesy credit for being first is enough where the paragraph has a source of its own.",
    "The publication's own work, and an outlet that hosted what is reported, need no locator.",
    "What an outlet got wrong is the news, not its source.",
    "An outlet that the article is about, and an outlet's own reporter, are no borrowed source.",
    "What an outlet “is reporting” is of the day; a day in the paragraph dates its poll, "
    "its paper, and what it wrote “at the time”.",
    "A short name shares the locator of the full one.",
)
BAD = (
    "[[Reed Weekly]] reported that the choir was broke. The article quotes two tenors.",
    "Chip firm raises $2bn: Le Monde\n\n[[Le Monde]] said the round was led by a fund.",
    "Musk bought 10,000 GPUs, according to [[Business Insider]].",
    "As per [[a report from Semafor]], the feud is personal.",
    "[[The New York Times]] reported that talks failed.",
    "The goalkeeper has signed for Benfica, [[ESPN]] reported.",
    "Rebels hold the airport, according to [[Al Jazeera]]. The BBC reported shelling nearby.",
    "The vaccine trial has been paused, [[the Financial Times]] reports.",
    "The winger has agreed a four-year contract, according to [[Sky Sports]].",
    "[[The Times of India]] reported that the bridge had never been inspected.",
    "The company hid the test results, according to [[a report in the Wall Street Journal]].",
    "[[Reuters]] says two tankers were hit in the strait.",
    "The batsman has a broken thumb, [[ESPN]] reported.",
    "According to [[the Daily Mail]], the couple have moved to Kent.",
    "[[Le Monde]] says the talks broke down over fish.",
    "The mill will close, as [[Reuters]] first reported.",
    "One in four mills is idle, according to [[a Bloomberg analysis]].",
    "[[The Wall Street Journal]] reported that the mill would close.\n\nThe Journal said the owner "
    "had no cash.",
    "[[The Economist]] estimates that one in six flats stands empty.",
    "According to [[Reed Weekly]], which cited two people close to the film, the sequel is off.",
    "[[AFP]] said it had geolocated one video of the blast to the market.",
    "[[A BBC investigation]] found that the firm dodged tax.",
    "The polls opened on Sunday. [[Politico]] reported that the donors of Rao were nervous.",
    "The fire broke out on Monday. [[The Times]] wrote that the alarm had failed.",
    "The statement, which was obtained by [[Variety]], named no buyer.",
    "[[The Punch]] newspaper reports that fuel queues have returned to Jos.",
    "The brewery may shut, according to the trade title [[Malt Week]].",
    "Setúbal are close to signing the goalkeeper, [[Gazeta da Praia]] reports.",
    "A person in the know about the merger told [[FeedWire]] that it was off, FeedWire says.",
    "“She had packed by Easter,” an insider spilled to [[Glitz Weekly]].",
    "[[The Lagoon Post]] reported that the ferry was built from a hull found in 1998.",
    "The Gazette reported on 3 May that the mill had closed. The mine is next, according to "
    "[[Reuters]].",
    "According to [[Okoro Press Agency]], the bridge is shut.",
    "[[Reuters]] reported that Rao had been wrongly convicted.",
)
GOOD = (
    "Reed Weekly reported that the choir was broke. Its article, which ran on 12 May, is long.",
    "The reef is dying. This article was first published in The Economist.",
    "According to Okoro, who cited two people close to the film, the sequel is off.",
    "The Huffington Post, which said it would drop the column, printed it on Monday.",
    "The release has not been verified, NPR’s Ann Lee reports from Jos.",
    "The mill will close. Sky News has learned that its owner, Ana Ruiz, has no cash.",
    "The BBC’s new player goes live in May. The BBC must show that it is worth the money. It "
    "gives people more control, says the BBC.",
    "---\ntitle: Musk buys chips\n---\n"
    "[Business Insider reported](https://www.businessinsider.com/x) that he bought chips.",
    "Reuters reported on 11 April that the plant would close.",
    "Business Insider is owned by Axel Springer.",
    "“We will appeal,” the minister told the BBC.",
    "The Guardian reported on Tuesday that the trust had been warned.",
    "The Washington Post cut 200 jobs in its newsroom.",
    "The BBC’s share of the audience fell to 31 percent.",
    "The Punch reported on 6 March that the judge had been suspended.",
    "She worked for the New York Times before she ran for mayor.",
    "“We will rebuild the school,” the governor told Al Jazeera.",
    "The Daily Mail apologised to the couple.",
    "Le Monde reported last week that the talks had broken down.",
    "The chef, who has cooked on the BBC, opens a restaurant in May.",
    "“It is over,” she told CNN.",
    "The mill will close, its owner, Ana Ruiz, said. The plan was first reported by Reuters.",
    "According to a Bloomberg analysis, one in four mills is idle. “It is grim,” Ruiz told "
    "Bloomberg.",
    "Ruiz spoke in a debate hosted by CNN. CNN said two million people watched.",
    "Le Monde is reporting that the mill is shut.",
    "Speaking to the Daily Mail, Ana Ruiz said it was over. The Daily Mail reported that she wept.",
    "The owner left on 4 June 2008. At the time, the Free Press wrote that he was broke.",
    "On Monday the club put out a note. The note, which was obtained by Variety, named no buyer.",
    "Polls out on Sunday show a race in Ohio. In Iowa Lee has 49 percent, according to CNN.",
    "Six in ten voters distrust the banks, according to exit polling reported by CNN.",
    "Correction: as published in The Guardian, the report gave a wrong year. The Guardian said the "
    "mill shut in 1999.",
    "(CNN) The mill is shut. Its owner, CNN reported, has no cash.",
    "The Wall Street Journal reported on 3 May that the mill would close.\n\nThe Journal said the "
    "owner had no cash.",
    "The mill will close, an aide told Reuters. Reuters is based in London.",
    "The Lisbon daily did well from its crossword.",
    "The Lagoon Post reported in 1998 that the ferry leaked.",
    "A source told Tom Ortiz that the mill would close.",
    "The Gazette wrongly reported that Rao had won.",
)

_FIRST = re.compile(r"\bfirst (?:reported|revealed|disclosed|published)|reported first|broke the")
_PERSON = re.compile(r"[’'](?:s)? [A-Z]")
_OF_NAME = re.compile(r" of [A-Z]")  # "the Register of Members’ Interests"
_MISTAKEN = re.compile(
    r"\b(?:mistaken|wrong|erroneous|incorrect|false|premature)ly "
    r"(?:report|sa(?:y|id)|claim|wr[io]te|publish|announc|stat(?:e|ing)|declar|suggest)"
)
_TO = re.compile(r"\b(?:told|to) (?:[Tt]he )?$")
_AS_IT_HAPPENS = re.compile(r"[’']?s? (?:is|are) (?:also |now )?reporting")
_MANY = 4  # outlets that an article cites, from which on it is a review of the press
_ON_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?:\w+ )?(?:[Tt]he )?$")
_EXIT = re.compile(r"\b[Ee]xit[- ]poll")
_POLL = re.compile(r"\b[Pp]oll(?:s|ing)?\b|\b[Ss]urveys?\b")
_SHARE = re.compile(r"\bper ?cent\b|%|" + _POLL.pattern)
_HELD = re.compile(r"\b(?:obtained|seen|viewed|reviewed) by (?:the |The )?$")
_THEN = re.compile(r"\b(?:[Aa]t the time|that (?:day|week))\b")
_YEAR_OR_MONTH = re.compile(r"\d{4}(?:-\d\d)?|XXXX-\d\d")
_DOES = re.compile(r"[’']s? [a-z]| (?:must|will|has|had|plans?|wants?|hopes?|is|was|may|can) ")


def check(article: Article, options: Options) -> Iterator[Finding]:
    """Report the first bare credit of each outlet."""
    if _is_roundup(article):
        return
    told: set[str] = set()
    reported = False
    for span, outlet in sorted({*outlet_credits(article), *told_by_unnamed(article)}):
        sentence = article.sentence_at(span.start)
        dated = _is_dated(article, span, sentence)
        if linked(article, sentence) or (dated and not options.flag("link-required")):
            told.add(outlet)
            continue
        if _is_located_after(article, span):
            told.add(outlet)
            continue
        if _is_own(article, outlet) or _is_courtesy(article, span) or _is_topic(article, outlet):
            continue
        after = article.text[span.end : span.end + 6]
        if _PERSON.match(after) or _OF_NAME.match(after) or _is_timed(article, span):
            continue
        if any(_short(outlet, other) for other in told):
            continue
        if reported and not article.document.links:
            continue
        told.add(outlet)
        reported = True
        span = _first_in(article, span, outlet, sentence)
        if article.text[: span.start].endswith(("The ", "the ")):
            span = Span(span.start - 4, span.end)
        span = Span(span.start, span.end + _rest_of_name(article.text, span.end))
        yield Finding(span, f"“{span.of(article.text)}” is credited with no link or date.")


def anchor(article: Article, span: Span, options: Options) -> Span | None:
    """The outlet that is suspected, unless the credit has its link or its day, or is its own."""
    outlets = [n for n in article.names if n.kind == "outlet" and n.span.overlaps(span)]
    sentence = article.sentence_at(span.start)
    if not outlets or linked(article, sentence) or says_day(sentence.of(article.text)):
        return None
    ahead = article.text[sentence.start : outlets[0].span.start]
    if _is_located_after(article, span) or _ON_DAY.search(ahead):
        return None
    if any(_is_own(article, n.name) or _is_topic(article, n.name) for n in outlets):
        return None
    if is_careless(article) and _is_told_of_before(article, outlets[0].span, outlets[0].name):
        return None
    if _is_timed(article, outlets[0].span):
        return None
    return outlets[0].span


def _is_told_of_before(article: Article, span: Span, outlet: str) -> bool:
    return any(name == outlet and told < span for told, name in told_by_unnamed(article))


def _is_roundup(article: Article) -> bool:
    """Whether an article goes through what many outlets report, as a press review does."""
    reporting = {
        a.source.entity or a.source.span.of(article.text)
        for a in article.attributions
        if a.source is not None and a.source.outlet and not a.nested and a.source.named
    }
    return len(reporting) >= _MANY


def _is_located_after(article: Article, span: Span) -> bool:
    """Whether the next sentences link or date the piece: "The article, published on 3 May,"."""
    pieces = words("works", "back.pieces")
    for block, phrase in mentions_after(article, span, pieces):
        sentence = phrase.head.sent
        if linked(article, block.span(sentence)):
            return True
        doc = block.doc
        for token in doc[phrase.head.i + 1 : min(phrase.head.i + 6, sentence.end)]:
            if token.lower_ in words("works", "made.forms", "made.told"):
                when = block.span(doc[token.i : min(token.i + 4, sentence.end)])
                if says_day(when.of(article.text)) or any(
                    when.overlaps(date.span) for date in article.dates
                ):
                    return True
    return False


def _first_in(article: Article, span: Span, outlet: str, sentence: Span) -> Span:
    """The outlet's first mention, if it was told there what it reports: "told X what X says"."""
    for name in article.names:
        if name.name == outlet and sentence.start <= name.span.start < span.start:
            if _TO.search(article.text[sentence.start : name.span.start]):
                return name.span
    return span


def _is_dated(article: Article, span: Span, sentence: Span) -> bool:
    """Whether a credit's sentence says when; a year or a month in what is credited does not."""
    if says_day(sentence.of(article.text)):
        return True
    if _ON_DAY.search(article.text[sentence.start : span.start]):
        return True  # "a Monday night Gazette report"
    told = [
        content
        for a in article.attributions
        if a.source is not None and a.source.span.overlaps(span)
        for content in a.content
        if content.start > a.cue.span.start
    ]
    return any(
        sentence.contains(date.span)
        and not (_YEAR_OR_MONTH.fullmatch(date.value) and _is_within(date.span, told))
        for date in article.dates
    )


def _is_within(span: Span, others: list[Span]) -> bool:
    return any(other.contains(span) for other in others)


def _short(outlet: str, other: str) -> bool:
    """Whether two names are one outlet's: "the Journal" is the Wall Street Journal."""
    one, two = (name.lower().removeprefix("the ").split() for name in (outlet, other))
    return one == two or (len(one) == 1 and one == two[-1:]) or (len(two) == 1 and two == one[-1:])


def _is_own(article: Article, outlet: str) -> bool:
    """Whether an outlet publishes the article, was told things for it, or hosted its event."""
    name = re.escape(outlet.removeprefix("The ").removeprefix("the "))
    published = article.document.metadata.get("outlet", "")
    if published and _short(outlet, published):
        return True
    learnt = (
        rf"\b{name} (?:(?:has |have |had )?(?:learn(?:t|ed)|understands)|"
        rf"(?:is|was|has been|had been) (?:told|informed|given))\b"
    )
    if _was_told_openly(article, name):
        return True
    hosted = rf"\b(?:hosted|moderated|broadcast|aired) (?:live )?(?:by|on) (?:the |The )?{name}\b"
    printed = r"\b(?:[Ff]irst|[Oo]riginally|[Aa]s) (?:published|appeared) (?:in|on|by)"
    reprinted = rf"{printed} (?:the |The )?{name}"
    dateline = rf"\({name}\)(?:\s?[-–—]| [A-Z])"
    return re.search(f"{learnt}|{hosted}|{reprinted}|{dateline}", article.text) is not None


def _was_told_openly(article: Article, name: str) -> bool:
    """Whether somebody told an outlet things: unnamed sources may have told another's reporter."""
    told = re.compile(
        rf"\b(?:told|telling|tells|(?:spoke|[Ss]peaking|talking|confirmed|said) to) "
        rf"(?:the |The )?{name}\b(?![’'])"
    )
    if is_careless(article):
        return False  # it passes on whatever others were told
    hidden = [m.phrase.span for m in unnamed_sources(article) if m.withheld]
    for match in told.finditer(article.text):
        sentence = article.sentence_at(match.start())
        if not any(sentence.contains(h) and h.end <= match.start() for h in hidden):
            return True
    return False


def _is_timed(article: Article, span: Span) -> bool:
    """Whether the time is told otherwise, as it happens or for a poll or paper, or matters little.

    "CNN is reporting", "at the time, the Times wrote" after a day, exit polls.
    """
    sentence, block = article.sentence_at(span.start), article.block_at(span.start)
    said = sentence.of(article.text)
    if _MISTAKEN.search(said):
        return True  # what it got wrong is the news
    if _AS_IT_HAPPENS.match(article.text[span.end : span.end + 24]) or _EXIT.search(said):
        return True
    if block is None:
        return False
    so_far = Span(block.start, sentence.end)
    dated = says_day(so_far.of(article.text)) or any(so_far.contains(d.span) for d in article.dates)
    held = _HELD.search(article.text[sentence.start : span.start])
    polled = _POLL.search(so_far.of(article.text)) and _SHARE.search(said)
    return dated and bool(held or polled or _THEN.search(said))


def _is_topic(article: Article, outlet: str) -> bool:
    """Whether the article is about the outlet, which has things or does them itself."""
    mine = [n.span for n in article.names if n.kind == "outlet" and n.name == outlet]
    return sum(_DOES.match(article.text[s.end : s.end + 24]) is not None for s in mine) > 1


def _rest_of_name(text: str, end: int) -> int:
    """The length of a name's part after a hyphen: "-News" after "the Erie Times"."""
    rest = re.match(r"-[A-Z]\w+", text[end : end + 20])
    return rest.end() if rest else 0


def _is_courtesy(article: Article, span: Span) -> bool:
    """Whether an outlet is thanked for being first, beside a source of the article's own."""
    block = article.block_at(span.start)
    if block is None or not _FIRST.search(article.sentence_at(span.start).of(article.text)):
        return False
    return any(
        a.source is not None
        and (a.source.named or a.source.kind == "role_named_elsewhere")
        and not a.source.outlet
        and a.source.head.of(article.text).lower() not in words("second_hand", "outlets.nouns")
        and not a.source.span.overlaps(span)
        and block.block.span.contains(a.cue.span)
        for a in article.attributions
    )
