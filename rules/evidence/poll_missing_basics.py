"""A poll result without what a reader needs to weigh it.

AP and the BBC ask who did the poll and who paid, how many people were asked and how they were
chosen, when, and with what margin of error. The rule looks through the whole article for what the
option required lists: pollster, sponsor, sample, dates, margin. A passing mention of a poll whose
pollster is named is only reported when the poll is the story (it stands in the headline or the
first paragraph) and nothing else is said about it, unless the option passing-mentions is on.

Let through: "poll" in the sense of vote; land, ship and geological surveys; polls without a figure;
polls that a named source talks about.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lint.api import Article, Finding, Options, Poll, find_polls, lede_ends, missing_basics

HELP = "Who did the poll, how many people were asked, when, and what is the margin of error?"
SEVERITY = "warning"
PRESETS = ("default", "ap", "reuters", "strict")
OPTIONS = {
    "required": ("pollster", "sample", "dates", "margin"),
    "passing-mentions": False,
    "reader-company": 0.0,
}
PRESET_OPTIONS = {
    "default": {"reader-company": 15.0},
    "ap": {"required": ("pollster", "sponsor", "sample", "dates", "margin")},
    "wikipedia": {"required": ("pollster", "dates")},
    "strict": {"required": ("pollster", "sponsor", "sample", "dates", "margin")},
}
GUARDS = (
    "The items may stand anywhere in the article.",
    "“Poll” as a vote, and surveys of land, are not opinion polls.",
    "A share that a rule asks for in polls is no result.",
    "A passing mention of a named pollster’s result is let through.",
)
BAD = (
    "An Ipsos poll of 1,004 voters for the Times on 3–4 May put Lee on 41%, margin ±3 points.\n\n"
    "[[A separate survey]] found 68 percent want a change.",
    "[[An online survey]] found that seven out of ten users were happy.",
    "Papers leak, says the security firm Okoro. Up to 75% of papers hold secrets, [[a survey by "
    "the firm]] revealed.",
    "[[A poll]] shows 62% back the ban.",
    "Most Britons want change, [[a survey]] has found.",
    "[[An online survey]] found 8 in 10 users were happy.",
    "[[A new poll]] suggests 54 percent of Kenyans would vote again for the president.",
    "Lee leads in Gallup poll\n\n[[A Gallup poll]] put Lee on 44 percent. She thanked her team.",
    "Nearly half of nurses want to leave, according to [[a survey]]. The union called it a crisis.",
    "Four in ten teachers plan to quit, [[a survey]] suggests. Unions want a pay rise of "
    "9 percent.",
    "[[A poll]] puts support for the monarchy at 58 percent.",
    "Two-thirds of Lagosians fear a new lockdown, according to [[a recent survey]]. "
    "Markets were open on Monday.",
    "Lee at 44 percent in [[a survey]], needs half the vote\n\nLee thanked her team.",
    "[[Surveys]] show a majority of Australians back the ban.",
    "[[The latest Newspoll]] puts Labor on 52 per cent.",
    "[[A survey]] suggests that six out of ten gardeners use slug pellets.",
    "A YouGov survey of 1,012 adults on 3 May, with a margin of error of 3 points, put Lee on 40 "
    "percent.\n\n[[Another poll]] found 55 percent want trams.",
    "[[A survey of traders]] found that 61% expect a slump. Rao's list topped the poll of "
    "members on 4 May. He has memories of worse.",
)
GOOD = (
    "An Ipsos poll of 1,004 voters for the Times on 3–4 May put Lee on 41%, margin ±3 points.\n\n"
    "A separate Gallup survey of 900 adults, taken on 5 May, found 40 percent, margin ±4 points.",
    "A YouGov poll of 2,014 British adults for the Times on 3–4 May put Labour on 41%, margin ±3 "
    "points.",
    "He topped the poll in his ward with 900 votes.",
    "The survey ship left port.",
    "A poll shows 62% back the ban. Ipsos interviewed 1,004 adults between 3 and 6 June; the "
    "margin of error is 3 points.",
    "A geological survey found that 40 percent of the slope was unstable.",
    "“A poll shows 62% back us,” said Ruth Hall, the mayor.",
    "The road was widened in May and residents complained of dust. The council met twice.\n\n"
    "Councillors want a toll. A Newspoll survey found 51 percent opposed.",
    "Forty percent of teachers plan to quit, according to an Ipsos survey of 1,200 "
    "teachers taken in May with a margin of error of 3 points.",
    "Voters go to the polls on Saturday, with turnout of 60 percent expected.",
    "An aerial survey found that 30 percent of the forest had burned.",
    "Five percent in polls needed for a seat on the stage\n\nThe broadcaster has set the rules.",
    "Candidates need 3 percent in a national poll to enter the debate. The rules are new.",
    "The county survey of bridges starts in June.",
    "Lee, who is ahead of Obi in most polls, thanked her team. The race goes on until May.",
    "Lee sets the tone even as polls show that she is the most unpopular mayor of all.",
    "Lee is ahead\n\nThe race goes on.\n\nAnother poll, of 900 adults on 4 May, had Lee 6 points "
    "ahead. The Curtin Poll saw her behind in April.",
)


def check(article: Article, options: Options) -> Iterator[Finding]:
    """Report the first poll of an article that leaves out what is required."""
    required = options.texts("required")
    for poll in find_polls(article):
        missing = [item for item in missing_basics(article, poll) if item in required]
        if not missing or not (options.flag("passing-mentions") or _counts(article, poll, missing)):
            continue
        yield Finding(
            poll.phrase.span,
            f"The article does not give the {_listed(missing)} of this poll.",
            about="article",
        )
        return


def _counts(article: Article, poll: Poll, missing: list[str]) -> bool:
    """Whether so much is missing, for a poll that matters so much; the sponsor does not count."""
    missing = [item for item in missing if item != "sponsor"]
    if "pollster" in missing:
        return len(missing) > 1
    return poll.phrase.block.index <= lede_ends(article, 1) and len(missing) >= 3


def _listed(items: list[str]) -> str:
    names = {"margin": "margin of error", "dates": "field dates"}
    spelled = [names.get(item, item) for item in items]
    return spelled[0] if len(spelled) == 1 else f"{', '.join(spelled[:-1])} and {spelled[-1]}"
