"""Say whose words stand in quotation marks.

Quotation marks promise that somebody said exactly this. Without a speaker in sight a reader cannot
tell who, and the writer cannot be asked. (Reuters: identify the speaker right after the first
quoted sentence; Wikipedia: attribute quotations in the text)

Lets through: titles, terms, themes, slogans and signs, quotations of a document named in the
sentence, words that a person in the sentence evidently uses of their own plans, a speaker one
sentence away, and transcripts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.api import (
    SAYING,
    Article,
    Finding,
    Options,
    ParsedBlock,
    Quote,
    carries_on,
    is_after_colon,
    is_branding,
    is_careless,
    is_led_in_by_nobody,
    is_predicate,
    is_speech,
    names_voice,
    only_wonders,
    scopes_over,
    voiced,
)

if TYPE_CHECKING:
    from attrib_lint.api import TokenSpan

HELP = "Who said this? Name the speaker in the sentence, or right after the first quoted sentence."
SEVERITY = "warning"
SUSPECTED = "Who said “{span}”?"
PRESETS = ("ap", "reuters", "wikipedia", "strict")
PRESET_OPTIONS = {"strict": {"reader-alone": 0.98, "reader-company": 6.5, "reader-agrees": 0.1}}
WHERE = "all"
GUARDS = (
    "a speaker, a writer or a document in the sentence or in the one before or after clears it",
    "titles, terms, mottoes and signs are nobody’s speech",
    "in a dialogue with short stage directions between, the speaker carries over; so does one "
    "whose quotation is interrupted by one or two captions",
    "an article that quotes voices throughout without speakers is a transcript",
    "later paragraphs of a quotation have the speaker of the first",
)
GOOD = [
    "The play runs to May.\n\n“The lighting was superb and my cousin loved it.”\n\n– Lee**\n\n"
    "Tickets cost £9.",
    "The play runs to May.\n\n“The lighting was superb and my cousin loved it.”\n\nAnn Lee, Leeds"
    "\n\nTickets cost £9.",
    "The verdict from the captain was short: “worst pitch in a generation”.",
    "Her screen test “blew the roof off the studio”, the director, Ann Lee, said.",
    "The clerk read out the motion: “that the vicar be thanked for his work”.",
    "The commonest question is “What temperature do I need at night?”, and nobody knows.",
    "Some get “farmer’s lung”. Then there is “hot tub lung”, from mould.",
    "The museum opens in May.\n\nA racket that belonged to Ann Lee\n\n“I was at her house and "
    "told them to have it.”\n\nThe racket is on the first floor.",
    "The band played “Nobody Believes a Word”.",
    "His debut novel – ‘I Know What You Did Last Supper’ – was published in 2013.",
    "She stood up. “Nobody believes a word of it,” she said. “Nobody.”",
    "The clause bars councils from “any act likely to mislead a buyer”.",
    "A banner over the gate read “Welcome to the valley of peace”.",
    "“We will fight for every job,” said Ama Mensah.\n\n“They have given us nothing.”",
    "Rao wants to “take the party back to its roots”.",
    "The policy, known as “use it or lose it”, began in 2014.",
    "The coach was blunt. “We were slower than them and it showed.” Rovers won once in May.",
    "Dr Femi Ojo shook his head. “There is nothing in this file that a child could not have read.”",
    "The charter bans “any act that brings the club into disrepute”.",
    "Her memoir, “The Long Road to Kandahar”, sold 4,000 copies.",
    "The farmers’ motto is “no rain, no pain, no grain”.",
    "The theme of the fair is “Making a Difference for Goats”.",
    "He climbed the fence to be “one with the goats” and broke a leg.",
    "‘We gave him a good horse,’ the trainer Ann Lee said.\n\n‘The way he rode was a joy.\n\nThe "
    "rider, 19, came from the back of the field to win at Flemington on Sunday\n\nIn the paddock, "
    "the stable went wild as the horse was led in at four o’clock\n\n‘He was in a class of his own "
    "today.’",
    "“We’re at the gate now.”\n\nAt noon a second patrol came.\n\n“We see nobody here at all.”"
    "\n\nThe street was dark and the shops had been shut for most of the day by then.\n\n“Stay "
    "where you are for now.”\n\n“We hear a dog behind the barn.”\n\n“It is a big dog and it "
    "barks.”\n\n“We are going in right now.”\n\n“There is nobody in the barn.”\n\n“There is "
    "nobody in the house.”\n\n“You can all go home now.”",
    "“Who left the gate open?” the vet asked.\n\nThe dog barked.\n\nRain fell.\n\n"
    "The gate swung.\n\n“It was shut when we came at six.”",
    "You can’t be “just a little” intolerant of other people.",
    "Ritchie also raised questions about the marshals:\n\n“How can he say that he was not hurt…” "
    "“Did the marshal check for bruises? My gut tells me there is something fishy.”",
]
BAD = [
    "Many are asking who signed the permit. [[“Nobody ever asked us if we wanted a quarry.”]]",
    "The verdict from the terraces was short: [[“worst signing in a generation”]].",
    "The levy was supposed to be [[“a one-off payment for hard times”]].",
    "Gossip has it that her screen test [[“blew the roof off the studio”]].",
    "The new terminal was billed as [[“the gateway to the north”]].",
    "The lack of checks has been labelled [[“a slow public health failure”]].",
    "Can’t say I blame them. [[“You could not sell that to a blind man.”]] The deal is off.",
    "The stand is shut. [[“Nobody here has a clue what is going on.”]] It was the same in May, "
    "when referee Alan Pugh took an hour over a goal.",
    "The mood was grim. [[“Nobody believes a word of it any more.”]] Shares fell.",
    "It was [[“the worst decision in a decade”]].",
    "The plan is [[“dead on arrival”]], and investors know it.",
    "The new stand is [[“a monument to vanity and debt”]].",
    "The road was shut. [[“It is the same every winter and nothing changes.”]] The fares cost $90.",
    "The vaccine is [[“the safest we have ever made”]], and orders have doubled.",
    "Rain stopped play at noon.\n\n[[“The ground cannot take any more water.”]]\n\n"
    "The final is on Sunday.",
    "The hearing lasted nine hours. [[“There is nothing in this file that a child could not "
    "have read.”]] The tribunal sits again in May.",
    "The refinery is [[“an accident waiting to happen”]].",
    "Petrol was gone by ten. [[“We have never seen queues like this in our town.”]] Taxis "
    "stood idle.",
    "“Who left the gate open?” the vet asked.\n\nThe farm lies nine miles from Ballarat and "
    "has been run by one family since the railway came.\n\nIt is for sale.\n\nRain fell."
    "\n\n[[“It was shut when we came at six.”]]\n\nThe farm has nine barns.",
    "The bill is [[“a licence to print money”]], and lenders love it.",
]

_THEM = frozenset(("he", "she", "they", "i", "we", "who"))
_VOICES = 8  # with more without a speaker, the article is a transcript


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each quotation without a speaker."""
    unowned, careless = list(_unowned(article)), is_careless(article)
    for parsed, quote, tokens in unowned if len(unowned) <= _VOICES else ():
        apart = careless and _is_told_apart(article, parsed, quote, tokens)
        if apart or not _is_near_a_speaker(article, parsed, quote, tokens):
            yield Finding(quote.span, f"Who said {_excerpt(quote.span.of(article.text))}?")


def _unowned(article: Article) -> Iterator[tuple[ParsedBlock, Quote, TokenSpan]]:
    """The quotations that nobody is said in so many words to have uttered."""
    for quote in article.quotes:
        if _has_speaker(article, quote):
            continue
        if quote.depth or quote.continued or not quote.balanced or len(quote.inner) == 0:
            continue
        parsed = article.block_at(quote.span.start)
        tokens = article.tokens(quote.inner)
        if parsed is None or tokens is None or not len(tokens):
            continue
        if quote.kind not in ("speech", "unknown") and not is_branding(tokens):
            continue
        if not is_speech(parsed, article.text, quote, tokens):
            continue
        yield parsed, quote, tokens


def _has_speaker(article: Article, quote: Quote) -> bool:
    """Whether somebody says, or before the quotation thinks, what is quoted."""
    return any(
        a.source is not None
        and any(c.overlaps(quote.span) for c in a.content)
        and not only_wonders(article, a, quote)
        and (a.cue.kind in SAYING or a.cue.span.end <= quote.span.start)
        for a in voiced(article)
    )


def _is_near_a_speaker(
    article: Article, parsed: ParsedBlock, quote: Quote, quoted: TokenSpan
) -> bool:
    sentences = list(parsed.doc.sents)
    if is_branding(quoted):
        inside = (s for s in sentences if s.start < quoted.end and quoted.start < s.end)
        return any(names_voice(article, parsed, sentence, quote) for sentence in inside)
    if any(not only_wonders(article, a, quote) for a in scopes_over(article, quote.span)):
        return True
    if is_after_colon(quoted):
        return not is_led_in_by_nobody(article, parsed, quoted)
    if not is_predicate(quoted):
        if _is_one_of_several(article, parsed, quote):
            return True
        near = sentences
    else:
        near = _beside(sentences, quoted)
    if any(names_voice(article, parsed, sentence, quote) for sentence in near):
        return True
    return carries_on(article, parsed, quote)


def _is_told_apart(article: Article, parsed: ParsedBlock, quote: Quote, quoted: TokenSpan) -> bool:
    """Whether a quotation of whole sentences stands between two that tell of something else.

    Somebody may be heard at the top of the paragraph: of a careless article that is not enough.
    """
    if is_predicate(quoted) or is_after_colon(quoted) or is_branding(quoted):
        return False
    sentences = list(parsed.doc.sents)
    inside = [i for i, s in enumerate(sentences) if s.start < quoted.end and quoted.start < s.end]
    if not inside or inside[0] == 0:
        return False
    own = [t for i in inside for t in sentences[i] if not quoted.start <= t.i < quoted.end]
    if any(t.is_alpha for t in own):
        return False  # the sentence goes on outside the marks
    ahead = sentences[inside[0] - 1]
    beside = _beside(sentences, quoted)
    if any(names_voice(article, parsed, sentence, quote) for sentence in beside):
        return False
    if any(q is not quote and q.span.overlaps(parsed.span(ahead)) for q in article.quotes):
        return False
    return not any(t.lower_ in _THEM and t.dep_.startswith("nsubj") for t in ahead)


def _is_one_of_several(article: Article, parsed: ParsedBlock, quote: Quote) -> bool:
    """Whether the paragraph has other quotations: the same speaker, or an exchange."""
    return any(
        q is not quote and parsed.block.span.contains(q.span) and " " in q.inner.of(article.text)
        for q in article.quotes
    )


def _beside(sentences: list[TokenSpan], quoted: TokenSpan) -> list[TokenSpan]:
    """The sentences of the quotation, and one on each side in the paragraph."""
    inside = [i for i, s in enumerate(sentences) if s.start < quoted.end and quoted.start < s.end]
    return sentences[max(0, inside[0] - 1) : inside[-1] + 2] if inside else []


def _excerpt(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:56].rsplit(' ', 1)[0]} …”"
