"""Credits "reports" or "a report" without naming the publisher.

"According to reports" tells the reader that somebody published something, not who. AP asks that
whoever supplied unconfirmed facts be credited by name; the Washington Post wants name and link.

Let through: reports whose publisher stands in the phrase, in the same sentence or in the next one,
if the next paragraph's outlet is linked to what was said;
"the report", which points back; police, court, company and other kinds of report that say whose
they are; the verb ("she reports to the director"); headlines whose outlet the first three
sentences of the article name.
"""

import re
from collections.abc import Iterator

from attrib_lint.api import (
    Article,
    Finding,
    Options,
    Phrase,
    Related,
    Span,
    is_answered_next,
    is_answered_soon,
    is_owned_report,
    is_told_close_by,
    opaque_reports,
    says_whose,
    sentences_after,
)

HELP = "Whose report is it? Can you name the outlet or the body, and link it?"
SEVERITY = "warning"
SUSPECTED = "“{span}” does not say whose report this is."
PRESETS = ("default", "ap", "reuters", "wikipedia", "strict")
COLUMNS = False
PRESET_OPTIONS = {
    "default": {"reader-agrees": 0.4, "reader-opening": 13.0},
    "strict": {"reader-agrees": 0.4, "reader-alone": 0.95, "reader-opening": 13.0},
}
GUARDS = (
    "The next sentences may come back to it, or its makers, with a name.",
    "A publisher in the phrase, the sentence or the next sentence clears it.",
    "In an article that cites with care, a name heard in the next three sentences owns “a report”.",
    "An outlet that tells the same within three sentences owns “reports”.",
    "“The report” points back to one that was introduced.",
    "Early reports that the text itself puts right are let through.",
    "Further mentions (“local media”, “media reports”) are shown as related places.",
    "A headline is cleared by an outlet in the first three sentences.",
)
BAD = (
    "[[A new report]] says one ferry in nine leaks. The report was rejected by the Ministry.",
    "[[Reports in Spain]] suggest a fee of €90m has been agreed. Training resumes in May.",
    "The boy fell into a well on Sunday, according to [[Chinese media]].",
    "[[Preliminary reports]] said three boats had sunk. The coast is rocky.",
    "The school closed at noon, according to [[local reports]]. A teacher from Jos was hurt.",
    "Eighty diggers are on their way, according to [[local media]]. The shaft is 40 metres "
    "deep.\n\nThe boy is five years old, local media reported.",
    "According to [[reports]], Elon Musk buys hundreds of GPUs.",
    "[[A report on April 11]] shows that Musk is pursuing an AI project.",
    "[[Media reports]] say the talks collapsed.",
    "The striker has agreed personal terms, according to [[media reports]].",
    "[[Several reports]] suggested the frigate had been hit below the waterline.",
    "[[A recent report]] claims one in five wells in the district is dry.",
    "[[Local media]] reported that two students had been expelled.",
    "The rebels have withdrawn from the bridge, according to [[unconfirmed reports]].",
    "[[A new report]] says pupils in rural schools lose a month of lessons a year to flooding.",
    "[[Reports]] suggested that the captain had refused to board the team bus.",
    "[[Several news outlets]] reported that the senator had been flown to Houston for treatment.",
    "[[Press reports]] say the general has fled to Cairo.",
    "The clinic was warned in May, [[a report]] found.",
    "[[Some reports]] put the dead at 40.",
    "Her contract runs to 2027, according to [[local reports]].",
    "[[Reports in the Turkish press]] put the fee at €9m, most of it for the academy.",
    "[[It has been reported]] that the abbot would sell the orchard.",
    "Papers seen by [[another newspaper]] show that the pier was never insured.",
    "[[A national daily]] had claimed in June that the exam was leaked.",
    "If [[reports]] are to be believed, the ferry will have a casino.",
    "[[A damning report]] has found that the home was understaffed.",
    "The bursar told [[a local weekly]] that the roof was sound.",
    "Ferry sinks off Jos\n\n[[Reports]] say a second ferry struck the pier.\n\nAFP said it "
    "had filmed "
    "the crew.",
    "Talks go on in Jos\n\nAccording to [[local media]], two clerks were "
    "arrested.\n\nReuters was unable "
    "to reach the bank in Accra.",
)
GOOD = (
    "Farmers were cross as reports emerged that big estates had been paid twice.",
    "A report says that one ferry in nine leaks. The report comes from the Royal Hull Trust.",
    "One ferry in nine leaks, according to a report.\n\nIt was drawn up by Harbour Watch.",
    "A report to the council said the pool would cost £9m.",
    "A report due to go before councillors on Tuesday says the pool should shut.",
    "A medical report said the boy had not eaten.",
    "Ferry sinks off Jos\n\nReports say a ferry sank at noon.\n\nThe Herald reported that "
    "the ferry sank "
    "in ten minutes.",
    "According to a report by its head of sales, Ann Lee, the shop is losing money.",
    "The bureau’s “Crime in Bihar 2023” report shows that thefts rose.",
    "Thousands of tutors are poorly paid, says a report highlighting the “rise of short "
    "contracts”.\n\nThe report by the Lecturers’ Union says half have two jobs.",
    "The files, obtained by several media outlets including the Gazette, name the spy.",
    "Report on school closure shows confusion\n\nAn internal report on the closure of schools in "
    "Jos reveals that nobody was in charge.",
    "Early reports, which are often corrected later, said it was launched from Jos, according to "
    "the South Korean army.",
    "Preliminary reports said three boats had sunk. It was later found that one had.",
    "Half of all boards are useless, a report claims.\n\nDan Lewis, author of a guide to boards, "
    "said 111 had been set up since May.",
    "A new report from the National Audit Office says costs doubled.",
    "Musk has plans, according to a new report. This comes from Business Insider, which says he "
    "bought chips.",
    "She reports to the finance director.",
    "A police report says the car was doing 140.",
    "The council published its annual report in May. The report says rents rose.",
    "A report by the auditor general of Ghana found 200 ghost workers on the payroll.",
    "Reports of gunfire reached the palace at dawn.",
    "The company reports that sales fell 4 percent.",
    "“Media reports say I quit,” said Sunil Chhetri, the captain.",
    "A coroner’s report says the child had not eaten for two days.",
    "The Guardian says the minister has resigned. Reports in other papers are less certain.",
    "A report by the Auditor-General found that 14 of 40 clinics had no doctor.",
    "Firefighters received reports of a smell of gas at noon.",
    "A fire service report found that two exits were locked.",
    "He files his reports late, his editor said.",
    "A report in the Lancet puts the dead at 40.",
    "It was reported by the Gazette that the abbot would sell the orchard.",
    "A newspaper, the Gazette, claimed that the exam was leaked.",
    "Her brother once bought a newspaper in Ohio.",
    "The press box was rebuilt in 2019.",
    "The Turkish press freedom group P24 said two reporters had been freed.",
    "A report for the council by Ove Arup found that two exits were locked.",
)


# "Those reports" were told of before; "within hours of the first reports" tells when.
_POINTING = re.compile(
    r"^(?:those|these|both) |\b(?:hours|minutes|days|weeks) of (?:the )?(?:first|initial|early)\b",
    re.IGNORECASE,
)


def check(article: Article, options: Options) -> Iterator[Finding]:
    """Report unowned reports, and unnamed outlets, in the role of a source; each kind once."""
    kinds: dict[str, list[Phrase]] = {}
    for phrase in opaque_reports(article):
        single = phrase.head.tag_ == "NN"  # "a report" has an author, "reports" have several
        soon = is_answered_soon(article, phrase.span, 3)
        heading = phrase.block.block.kind in ("headline", "standfirst", "caption")
        near = _opening(article) if heading else sentences_after(article, phrase.span.start, 2)
        if (soon and single) or ((soon or heading) and _has_outlet(article, near, phrase.span)):
            continue
        if says_whose(article, phrase.span) or is_told_close_by(article, phrase.span):
            continue
        kinds.setdefault(phrase.head.lemma_.lower(), []).append(phrase)
    for first, *more in kinds.values():
        yield Finding(
            first.span,
            f"“{first.text}” does not say whose report it is.",
            related=tuple(Related(phrase.span, "and again") for phrase in more),
        )


def _opening(article: Article) -> Span:
    """The first paragraphs, which tell whose the headline's reports are: "Ferry sinks, reports"."""
    top = article.body[:3]
    return Span(top[0].block.span.start, top[-1].block.span.end) if top else Span(0, 0)


def _has_outlet(article: Article, near: Span, reports: Span) -> bool:
    """Whether an outlet or agency is credited in `near`, after the reports."""
    return any(
        a.source is not None
        and a.source.outlet
        and near.contains(a.cue.span)
        and a.cue.span.start > reports.end
        for a in article.attributions
    )


def anchor(article: Article, span: Span, options: Options) -> Span | None:
    """The suspected words, unless the text says whose report it is, there or next."""
    if is_owned_report(article, span) or says_whose(article, span):
        return None
    if _POINTING.search(span.of(article.text)):
        return None
    if is_answered_next(article, span, across=True) or is_told_close_by(article, span):
        return None
    return span
