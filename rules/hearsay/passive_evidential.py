"""Say who says so, instead of "is said to" or "it is believed".

The passive of a verb of saying or thinking hides whose word the reader is asked to take: it is the
commonest way to print a claim that nobody stands behind. (Wikipedia, words to watch: "it is
believed", "widely regarded"; AP, attribution: attribute what was not witnessed, in the same
sentence)

Lets through: frames with a by-phrase or an origin in the sentence, negated ones, duties and
timetables ("is supposed to be returned", "is expected to open in May"), what is "known to" be, and
participles that only describe ("a man believed to be in his thirties").
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lint.api import (
    FRAME_WORDS,
    Article,
    Finding,
    Options,
    Severity,
    agentless_frame,
    is_credited,
    is_sourced,
    occurrences,
)

HELP = "Who says so? Make it active: name the person, body or outlet, and link what can be linked."
SEVERITY = "warning"
PRESETS = ("default", "ap", "reuters", "wikipedia", "strict")
GUARDS = (
    "a by-phrase, “according to” or another origin in the same sentence clears it",
    "so does the open scope of a source named just before",
    "headlines may be hedged: the body is where the origin belongs",
    "whoever looks for people believed to be something holds that belief",
    "“supposed to”, “known to” and negated frames are not hearsay; “expected to” is reported only "
    "for forecasts with a figure, and mildly",
)
GOOD = [
    "She is said by prosecutors to have moved the money.",
    "The letter is supposed to be returned by Friday.",
    "GPUs are known to use a lot of power, and their specifications have not been made public.",
    "The suspect is believed to have left the country, Lagos State police said.",
    "According to the coroner, the hikers are thought to have lost their way in fog.",
    "The cause of the fire has not been said to be arson.",
    "“He is said to have left,” Inspector Asha Rao told reporters.",
    "The new terminal is expected to open in May.",
    "Kirsty Hall, a surveyor, said the roof was thought to have been built before 1900.",
    "The minister was reported to the ethics committee.",
    "The drug is thought by neurologists at Leeds to slow memory loss.",
    "Applicants are supposed to bring two photographs.",
    "The reef is known to shelter sharks.",
    "The gunman was believed to be on foot, Victoria Police said in a statement.",
    "Customs officers are searching for two sailors who are believed to have jumped overboard.",
]
BAD = [
    "Musk [[is said to have invested]] tens of millions of dollars.",
    "Twitter [[is said to be working]] on a generative model.",
    "It’s likely he will hire more engineers, [[we’re told]].",
    "The bank [[is understood to have frozen]] the accounts of three directors.",
    "[[It is believed]] that the trawler sank in shallow water.",
    "The striker [[is widely seen]] as the best of his generation.",
    "[[It has been reported]] that two wards at the Kano hospital will close.",
    "The buyer [[was rumoured to be]] a rival supermarket chain.",
    "Some advisers [[are said to be urging]] the governor to pay.",
    "The drug [[is thought to slow]] memory loss.",
    "[[It is understood]] that the Treasury has blocked the scheme.",
    "At least nine hostages [[are believed to be]] in the northern camp.",
    "The new coach [[is widely regarded]] as a disciplinarian.",
    "The ferry carried two sailors who [[are believed to have jumped]] overboard.",
]


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each frame that credits nobody."""
    for parsed, token in occurrences(article, FRAME_WORDS):
        if parsed.block.kind in ("headline", "standfirst", "heading"):
            continue
        frame = agentless_frame(token)
        if frame is None:
            continue
        span = parsed.span(frame)
        if not is_credited(article, span) and not is_sourced(article, span):
            mild: Severity | None = "info" if token.lower_ == "expected" else None
            message = f"“{span.of(article.text)}” does not say who says so."
            yield Finding(span, message, severity=mild)
