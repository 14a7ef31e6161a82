"""A view is credited to an unspecified group.

"Critics say", "some people believe", "experts agree": the reader cannot tell who, how many, or
whether anybody said it at all. AP, NPR and Wikipedia's words to watch ask for at least one named
holder of the view.

Let through: a group one of whose members is named and heard in the same sentence or the next two
(Wikipedia's topic sentence); a group at a named body ("economists at the World Bank"); groups that
do something rather than say it; polls with a name to them; consensus figures ("analysts expect
revenue of $4bn"); what locals "said" about an event that they saw, as against what they "say".
"""

from collections.abc import Iterator

from attrib_lint.api import (
    Article,
    Finding,
    Options,
    Span,
    is_credited,
    is_known_group,
    vague_groups,
)

HELP = "Who holds this view, how many are they, and where did they say it?"
SEVERITY = "warning"
SUSPECTED = "“{span}” does not say who holds this view."
PRESETS = ("default", "ap", "reuters", "wikipedia", "strict")
COLUMNS = False
OPTIONS = {"look-ahead": 2, "named-within": 0, "others-after-named": True}
PRESET_OPTIONS = {
    "default": {
        "reader-agrees": 0.7,
        "reader-company": 8.0,
        "reader-opening": 13.0,
        "named-within": 1,
    },
    "strict": {
        "reader-alone": 0.97,
        "reader-insists": 0.97,
        "reader-company": 8.0,
        "reader-agrees": 0.5,
        "careless-insists": 0.85,
        "reader-opening": 13.0,
        "others-after-named": False,
    },
}
GUARDS = (
    "A named member of the group, heard in the same sentence or the next two, clears it.",
    "A minister is none of the “analysts”: experts need somebody who knows the field.",
    "What users and others tell of themselves is not a view, nor is “some say this, others that”.",
    "“Others” and groups that “also” say it are read together with whoever was named just before.",
    "The option `named-within` lets a likely member clear it who is heard so many paragraphs away.",
    "A group in the headline, deck or first paragraph is cleared by a named member in the body.",
    "The group must be credited with a statement or a view; leaving early is neither.",
    "A group at a named organisation is specific enough.",
    "Polls with a name to them and consensus figures are not weasels.",
    "Those who accuse or sue somebody are figures of the story, and a letter or a journal can be "
    "read.",
)
BAD = (
    "The mine cannot reopen, [[several analysts]] have concluded.",
    "[[Science]] says a cold shower lifts the mood.",
    "[[Some experts]] say the cuts are overdue. Okafor, who founded the firm, said it was "
    "overstaffed.",
    "[[Analysts]] say the truce is a trap. Joan Carter, the foreign minister, said troops would "
    "leave in May.",
    "[[Some economists]] have said the peg will cost a tenth of growth. Shares fell on Monday.",
    "It will be hot on Sunday. Rain fell in Jos.\n\nThe dam is full.\n\nIts gates were shut.\n\n"
    "The gates are old, and [[experts]] say they will not hold. The president of the "
    "republic, Omar Farouk, visited the dam.",
    "[[Some people]] said that Musk wanted a pause so his firms could catch up.",
    "[[Experts]] believe the chips will be obsolete in a year.",
    "[[The more cynical]] could get skeptical about his motives.",
    "The bypass will cost £40m. [[Critics]] say it will only move the queue to the next village.",
    "[[Many residents]] believe the well was poisoned by the tannery.",
    "[[Some lawmakers]] argue that the bail law goes too far.",
    "There are [[those who say]] the coach has lost the dressing room.",
    "[[Observers]] say the vote in Kano was the calmest in years. Turnout was 61 percent.",
    "The new syllabus drops two Shakespeare plays. [[Some parents]] believe it will leave"
    " pupils unprepared for university.",
    "[[Many economists]] argue that the peg cannot hold. The central bank raised rates to"
    " 27 percent.",
    "The film opens on Friday, and [[sceptics]] say it cannot earn back its budget.",
    "[[Several former players]] have suggested that the coach plays favourites. The club "
    "sits ninth.",
    "The pipeline will cross two reserves. [[Environmentalists]] say a leak would poison the lake.",
    "[[Some analysts]] suggest the ceasefire is a trap.",
    "Prices are set by a committee. [[Critics]] call it a cartel.",
    "Turnout was low on Saturday. [[Observers]] also say the rolls were padded.",
    "[[Critics]] say the levy will ruin hill farms\n\nIt starts in May. It is £4 a tonne.\n\nAnn "
    "Lee, the minister, said the money would pay for sea walls.",
    "[[Observers]] believe the minister will not survive the week.",
    "[[Residents]] say the quarry has been blasting at night without a permit.",
    "[[Many in Westminster]] believe the minister is finished.",
    "[[Veteran coaches]] believe the rule will end the two-footed tackle.",
    "[[Bar owners and taxi drivers]] say the curfew has killed the town.",
    "[[Historians]] are of the opinion that the letter is a forgery.",
    "[[Diplomats]] are convinced that the ceasefire will not hold.",
    "[[Economists]] expect the central bank to cut rates twice before the election.",
    "[[Some Kenyan officials]] believe that the port deal was forced on them; the company "
    "has denied "
    "it.",
    "[[Opponents]] say the levy will raise prices. “It is not,” said Bill Ash, president of the "
    "republic.",
    "A survey came out. [[Many]] said that prices lagged.",
    "His absence is perplexing, [[experts]] say. Bill Ash is one of the least experienced men.",
    "[[Critics]] accuse the board of hiding the leak.",
    "[[Some parents]] feel the test is unfair. A poll on a school’s page put the share at 40 "
    "percent.",
)
GOOD = (
    "Science is taught on Mondays, the school said.",
    "Experts found a crack in the dam.",
    "Internet rivals Google and Yahoo have agreed to make their messaging programs work together.",
    "Many farmers interviewed in Kano expressed fears about the levy.",
    "Residents said the blast shook their windows.",
    "Officials say the road will open in May.",
    "Farmers say their wells ran dry in June.",
    "Teenagers say hello to strangers.",
    "Economists forecast growth of 2.1 percent for the quarter.",
    "Several neighbours said the head should go. Among them was Joy Ade, who has three sons there.",
    "Growers say the levy is unfair. The National Growers’ Union said it would sue.",
    "Other people’s opinion of you is none of your business.",
    "Users rightly expect to run the laptop for years.",
    "Some users pointed to two articles on the site.",
    "Some social media users pointed to articles to support their claim that she is rich.",
    "A video showed activists climbing on stage holding a sign that read “Enough is lost”.",
    "5/16 A contest in Kabul. Many men feel that strength is important. Paula Obi",
    "Scientists used an old definition of forests, describing them as a mosaic without seams.",
    "Many thought after the first count that he would give up. He won by 40 votes.",
    "She leads the banks in a concern shared among left-leaning economists: that rates will rise.",
    "“The peg will break,” said Ada Obi, an economist at the University of Jos. She left at noon. "
    "Analysts say rates must rise.",
    "Some accounts said the driver had waved at the crowd.",
    "Users reported that the page would not load, and others said they could not log in.",
    "The dam divides the valley, with some insisting that it brings work and others calling it a "
    "grave.",
    "Scientists cannot say when the volcano will erupt.",
    "The Met Office published its winter outlook in May. Researchers predicted a dry season.",
    "Some parents said they would keep their children at home.",
    "Halls are too full, experts warn\n\nHalls are too full to be safe, experts are warning.\n\n"
    "Term began in May.\n\nProf Gavin Bello, who leads a centre for health policy, said halls "
    "were like ships.",
    "Critics praised the film; “a triumph”, wrote the Guardian’s Peter Bradshaw.",
    "Some people left early because of the rain.",
    "Experts including Emily Bender and Timnit Gebru said the letter missed the point.",
    "Critics say the scheme is a waste. “It is a bridge to nowhere,” said Ruth Hall, a councillor.",
    "Economists at the World Bank said growth would slow in 2025.",
    "Analysts expect earnings of $1.20 a share.",
    "“Some people say I am too old,” said Joyce Banda, the former president.",
    "Many residents moved to the school hall before the storm.",
    "Some voters told the pollster they would stay at home, the survey by Ipsos found.",
    "Some parents queued all night outside the clinic.",
    "Opponents of the dam, led by the Narmada Valley Union, say 300 villages will drown.",
    "Many farmers sold their herds when the borehole failed.",
    "Experts disagree. “It is a ticking bomb,” said Dr Funmi Alade, a hydrologist at the "
    "University of Ibadan.",
    "Some analysts at Rand suggest the ceasefire is a trap.",
    "“The rolls were padded,” said Bola Ade, who watched the count in Jos. She left at noon. "
    "Others say the ink washed off.",
    "“The rolls were padded,” said Bola Ade, a monitor in Jos. Some residents also believe the ink "
    "washed off.",
    "Many growers say the levy will ruin them\n\nThe levy starts in May.\n\nIt is worth £4 a "
    "tonne.\n\nAnn Lee, a grower in Kent, said she would have to sell up.",
    "Critics say the levy will hurt hill farms\n\nThe rate is £4 a tonne.\n\nIt starts in "
    "May.\n\nAnn Lee, who keeps sheep in Powys, said the levy was a disaster.",
    "Several passengers broke windows to escape.",
    "Fans threw flares and the match was stopped.",
    "You need not use yourself as a bridge to make others feel better.",
    "Some people might think that the marchers are against the park.",
    "You would not believe how many people complain that tickets are dear.",
    "Many people I spoke with believe that the new rota is a stopgap.",
    "Hacked emails were published, some of which suggested the party was unfair.",
    "Q: We have spent so much there. Some Americans say it is time to go.\n\nA: It is up to them.",
    "His tone has fuelled the unease many women feel about the prospect.",
    "The Growers’ Guild found some firms had coped - but many said that prices lagged. Of those "
    "surveyed, 30% cut jobs.",
    "Opponents say the runway will cost too much.\n\nGroups challenging the plan include Stop Hale "
    "and the borough of Ash.",
    "Several writers suggested such a list was needed. Amanda Ash was one of the first to cheer.",
    "Some leaders said the sea was viewed with concern.\n\n“All of us must see the risk,” the "
    "defence minister, Manohar Rao, told the forum.",
    "Opponents say the levy will raise prices. “It is crazy,” said Bill Ash, president of the Kent "
    "Retailers’ Association.",
    "The chef left after several waiters alleged that tips were kept.",
    "In a recent case, a group of tenants claimed that the levy broke the law.",
    "The toads cross roads faster now, biologists say in today’s issue of the journal Marsh.",
    "Some teachers say in an open letter that the test is unfair.",
    "Many scientists, among them Jane Goodall, say the ban came too late.",
)


def check(article: Article, options: Options) -> Iterator[Finding]:
    """Report each group in attribution role that stays without a name."""
    for phrase in vague_groups(
        article,
        int(options.number("look-ahead")),
        others_named=options.flag("others-after-named"),
        within=int(options.number("named-within")),
    ):
        yield Finding(phrase.span, f"“{phrase.text}” does not say who holds this view.")


def anchor(article: Article, span: Span, options: Options) -> Span | None:
    """The suspected words, unless they are a name, credited, or a group that has been looked at."""
    named = any(name.span.contains(span) for name in article.names)
    cleared = named or is_known_group(article, span) or is_credited(article, span)
    return None if cleared else span
