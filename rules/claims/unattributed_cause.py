"""Say whose account of cause and effect it is.

What led to what is often the very thing that is in dispute. Stated flat, one side's story becomes
the paper's. (Wikipedia, neutral point of view: attribute disputed causes; AP, attribution)

Lets through: causes that somebody states, physical ones that can be seen (rain and floods), effects
that can be heard or seen at once (an outcry, speculation, a queue), and whatever is no event ("the
path led to").
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lint.api import (
    CAUSE_WORDS,
    Article,
    Finding,
    Options,
    cause_at,
    has_named_origin,
    is_credited,
    occurrences,
)

HELP = "Whose account is it? Attribute the cause, or use sequence words (after, then)."
SEVERITY = "info"
SUSPECTED = "“{span}” states a cause as fact."
PRESETS = ("wikipedia", "strict")
PRESET_OPTIONS = {"strict": {"reader-company": 14.0, "reader-alone": 0.97}}
VOICE = True
GUARDS = (
    "an attribution in the sentence, or the open scope of a source, clears it",
    "weather, fire, disease and accidents cause things that can be seen",
    "talk, feelings and disruptions on the spot are effects that anybody can watch",
    "only something that happened, or “this”, counts as a cause",
    "an inquiry, an arrest or another answer to an event is explained by those who give it",
)
GOOD = [
    "Because of Storm Elin’s winds, the ferry turned back.",
    "Because of Rao’s decision, the court may close.",
    "The river stems from a lake, and the train was sent to Leeds.",
    "The theatre was pushed to the brink by cuts, its director, Ann Lee, said.",
    "The flood was caused by heavy rain, and the bus was driven by a man of 40.",
    "The decline was driven by weak demand, Nestlé said in its report.",
    "The protests were sparked by proposed legislation in Accra.",
    "Deregulation led to lower rail rates in Wyoming.",
    "Play stopped because of rain.",
    "Numbers fell because of the council’s decision, the union said.",
    "The collision cost Leeds £40,000.",
    "The torpedo sank the Belgrano.",
    "The speech cost £300 to print.",
    "The coroner said the crash was caused by ice.",
    "Heavy rain caused flooding on the A40.",
    "Both men said the split was due to a conflict of interest.",
    "The path led to Hadrian’s Wall.",
    "Ms Okonkwo led the team to Kano.",
    "The virus caused 40 deaths in Sydney.",
    "The row led to his departure, the club said.",
    "The flood caused losses at Air India.",
    "The feud led to Mbeki’s sacking, the party’s spokesman Thabo Nkosi said.",
    "Gill led the team to Mumbai.",
    "The stairs led to a cellar under Leeds Town Hall.",
    "Her speech provoked an angry outcry in Accra.",
    "The strike caused long queues at Lagos airport.",
    "The failure of old cameras prompted an effort to replace them in Leeds.",
    "Her speech did not cause a run on the rand.",
    "The row led to an investigation by the auditor of Ohio.",
    "The leak of the letter prompted Tata to close the gate.",
    "His decision was prompted by the war with Oyo.",
]
BAD = [
    "[[Because of]] Captain Brandt’s refusal, the harbour lost its ferry.",
    "[[Thanks to]] Mayor Lund’s intervention, the strike ended within hours.",
    "Cuts to the grant have [[pushed]] the theatre to the brink.",
    "The minister’s speech [[set off]] a run on the rand.",
    "The exodus [[stems from]] the college’s decision to end tenure.",
    "The slump [[has been driven by]] the trade war with Beijing.",
    "The closure of the mill has [[led to]] a collapse in house prices.",
    "Decades of neglect by Labour councils [[caused]] the estate’s decline.",
    "Her dismissal [[triggered]] the walkout at the Abuja plant.",
    "Visitor numbers [[collapsed because of]] the council’s decision to scrap evening sessions.",
    "The cash burn [[forced]] the exit of finance chief Ada Rowe.",
    "The scandal [[cost]] Brennan her job.",
    "The chairman’s tweet [[sank]] the merger with Orion.",
    "The hostile coverage [[prompted]] Judge Pell’s resignation.",
    "The conflict ultimately [[led to]] Musk’s departure.",
    "This [[created]] a financial shortfall for OpenAI, leading to a for-profit subsidiary.",
    "The tweet [[caused]] Tesla’s share price to fall.",
    "The merger [[triggered]] a walkout at Air Nigeria.",
    "The row [[resulted in]] Councillor Shah’s sacking.",
    "Her speech [[provoked]] a strike at Tata Steel.",
    "The feud [[led to]] Mbeki’s sacking.",
    "The law [[caused]] an exodus of doctors from Ohio.",
    "The strike [[resulted in]] losses at Air India.",
    "That decision [[triggered]] a run on Barrow Bank.",
    "Her speech [[provoked]] the resignation of two ministers in Accra.",
]


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each cause that nobody is credited with."""
    for parsed, token in occurrences(article, CAUSE_WORDS):
        if parsed.block.kind in ("headline", "heading"):
            continue
        cause = cause_at(token)
        if cause is None:
            continue
        span = parsed.span(cause)
        if not is_credited(article, span) and not has_named_origin(article, span):
            yield Finding(span, f"“{span.of(article.text)}” states a cause as fact.")
