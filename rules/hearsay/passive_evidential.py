"""Say who says so, instead of "is said to" or "it is believed".

The passive of a verb of saying or thinking hides whose word the reader is asked to take: it is the
commonest way to print a claim that nobody stands behind. (Wikipedia, words to watch: "it is
believed", "widely regarded"; AP, attribution: attribute what was not witnessed, in the same
sentence)

Lets through: frames with a by-phrase or an origin in the sentence or the next one, a lede whose
story names the origin at once, negated ones, duties and timetables ("is supposed to be returned",
"is expected to open in May"), what is "known to" be, superlatives ("is believed to be the first
since 1959"), what was reported earlier and has been put right, and participles that only describe
("a man believed to be in his thirties").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.api import (
    FRAME_WORDS,
    Article,
    Finding,
    Options,
    ParsedBlock,
    Span,
    agentless_frame,
    dep,
    is_answered_next,
    is_credited,
    is_sourced,
    occurrences,
    origin_follows,
)

if TYPE_CHECKING:
    from attrib_lint.api import Token

HELP = "Who says so? Make it active: name the person, body or outlet, and link what can be linked."
SEVERITY = "warning"
PRESETS = ("default", "ap", "reuters", "wikipedia", "strict")
GUARDS = (
    "a by-phrase, “according to” or another origin in the same sentence clears it",
    "so does the open scope of a source named just before, or an identified source in the sentence "
    "that follows; for a lede, in the next three",
    "superlatives and firsts are hedged by custom, and “previously reported” is a correction",
    "headlines may be hedged: the body is where the origin belongs",
    "whoever looks for people believed to be something holds that belief",
    "“supposed to”, “known to”, “expected to” and negated frames are not hearsay",
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
    "The collision is believed to be the first on the line since 1974.",
    "The ballot was previously reported to have been cancelled, but it took place on Sunday.",
    "No passengers are thought to have been on the upper deck.",
    "Two hundred goats were said to have been stolen. Sergeant Peter Kimani said most were found.",
    "The ship is believed to have sunk off Goa.\n\nA signal stopped at dawn. The coastguard’s "
    "director, Anil Naik, said two tugs were at the spot.",
    "The clerk told reporters that the vault was empty on Friday and was thought to have been "
    "opened with a key.",
    "The club’s profit is expected to grow by $4 million this year.",
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
        if not _is_owned(article, parsed, token, parsed.span(frame)):
            words = parsed.span(frame).of(article.text)
            yield Finding(parsed.span(frame), f"“{words}” does not say who says so.")


def _is_owned(article: Article, parsed: ParsedBlock, participle: Token, span: Span) -> bool:
    """Whether somebody says so: in the sentence, before it, or right after it."""
    if is_credited(article, span) or is_sourced(article, span):
        return True
    shared = participle.head if dep(participle) == "conj" else participle
    if is_credited(article, parsed.span(shared), in_scope=False):
        return True
    return origin_follows(article, span) or is_answered_next(article, span)
