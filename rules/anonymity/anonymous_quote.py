"""Verbatim words are credited to an unnamed individual.

A vivid quotation gives an unfair advantage to a speaker who hides; New York Times and Guardian
guidance keeps anonymous direct quotes for exceptional need, and a Washington Post ombudsman wanted
them never to come first. A paraphrase of the fact usually serves.

Let through: passers-by, residents and people who write online, unless the option passers-by is on
(then they are noted, as info); documents, signs, chants, shouts and titles; spokespeople and
bodies; what was said in public; other papers' unnamed sources; speakers named elsewhere.
"""

import re
from collections.abc import Iterator
from typing import Literal

from attrib_lint.api import (
    Article,
    Finding,
    Options,
    Quote,
    Related,
    Span,
    Unnamed,
    credited,
    explains,
    holder_around,
    in_excerpt,
    is_answered_next,
    is_careful,
    is_careless,
    is_of_outlet,
    is_public,
    is_told_by_named,
    sentences_after,
    unnamed_sources,
    words,
)

HELP = "Would a paraphrase do, or is there an exceptional need for this unnamed person's words?"
SEVERITY = "warning"
SUSPECTED = "“{span}” is a quotation from somebody who is not named."
PRESETS = ("ap", "reuters", "strict")
OPTIONS = {"passers-by": False}
PRESET_OPTIONS = {
    "strict": {
        "careless-insists": 0.7,
        "reader-insists": 0.97,
        "reader-opening": 13.0,
        "reader-company": 3.0,
        "reader-agrees": 0.1,
        "reader-alone": 0.7,
    }
}
GUARDS = (
    "Letters, signs, chants, titles and slogans have no unnamed speaker.",
    "Spokespeople and bodies speak on the record.",
    "Passers-by are let through, unless the option passers-by is on.",
    "A speaker who is named in the next sentence, heard on film or before a crowd is not hidden.",
    "A reason of their own for withholding the name, in the same or the next sentence, is enough: "
    "not that somebody “was not authorised to speak”.",
    "Words that a named person tells of, or of a scene (“told the girl”), are no source’s.",
    "A word or two that the article puts in quotation marks again are a term.",
    "Further quotations of the same speaker are shown as related places.",
)
BAD = (
    "[[“He has had three strikes already,”]] warned a surgeon at the hospital.",
    "A person familiar with the project said Musk is [[“committed”]] to it.",
    "[[“It was chaos,”]] one staffer said.",
    "An insider told the paper: [[“We are out of cash.”]]",
    "[[“They knew about the crack for years,”]] said a former engineer at the dam.",
    "One senior official called the plan [[“dead on arrival”]].",
    "[[“He never read the file,”]] a person close to the judge said.",
    "A teacher at the school said pupils were [[“terrified of him”]].",
    "[[“We were told to bury the file,”]] said one detective who worked on the case.",
    "A senior party official called the reshuffle [[“a shambles”]].",
    "[[“Nobody trusts him any more,”]] a party official said. “He has months left.”",
    "One carer at the home said residents had been [[“left unwashed for days”]].",
    "A former minister said the inquiry was [[“a whitewash”]].",
    "[[“I saw the money,”]] a bank employee told the court reporter.",
    "One teacher described the head as [[“a bully with a clipboard”]].",
    "[[“We will lose,”]] a party official told the Standard after the crowd had left.",
    "[[“The tape is real,”]] said a bank employee who had seen the video.",
    "[[“I was told to keep quiet,”]] said a nurse at the clinic. Mary Obi, the mayor, said the "
    "clinic was safe.",
    "The Harbour Gazette sells 900 copies.\n\n[[“We saw it roll,”]] a senior officer said.",
    "One insider said the cut was too big. [[“Nobody would check,”]] they added.",
    "[[“We are lost,”]] said an aide, who was not named because he was not authorised to speak.",
    "[[“They never rang back,”]] said a clerk at the council in Hull.",
    "[[“We are out of cash,”]] a senior official told the minister.",
    "[[“What I found was you have to suggest something to him,”]] said a senior official.",
    "The Harbour Ledger quotes a person familiar with the plan as saying that Ann Lee is "
    "[[“committed”]] to it.",
)
GOOD = (
    "A source said the show, “The Long Road Home”, would end.",
    "“The pump was never serviced,” warned Obi Ade, a miner who worked the shaft.",
    "Insiders say the ‘Harbour’ star beat two bigger names to the part.",
    "The guards went home. “We were cold,” they said.",
    "“They never rang back,” said a mother of three from Hull.",
    "“This is not helpful,” one user wrote under the advert.",
    "“It is too big for this lake,” said another person during public comment.",
    "“Yes, we have five million without work,” a government minister said on public television.",
    "A State Department official said: “We confirm the deaths of four Americans.”",
    "“It may drag on,” said one analyst quoted by the Harbour news agency.",
    "A U.S. envoy said there had been “no signal” from the rebels.\n\n"
    "Talks resume in May.\n\n"
    "“We have had no signal,” Jo Park, the envoy to Kivu, said on Monday.",
    "“It was chaos,” said Maria Ortiz, a nurse who was there.",
    "The letter, which is unsigned, says the board “acted in bad faith”.",
    "One protester’s sign read “Enough”.",
    "“The rails will be checked tonight,” a spokesman for the railway said.",
    "“We found no trace of her,” police said.",
    "Kemi Ojo runs the clinic. “We have no oxygen,” the doctor said.",
    "A source said the film “Red Harvest” would open in March.",
    "“We were told to bury the file,” said Joy Obi, a detective who worked on the case.",
    "Fans sang “You’ll Never Walk Alone” as the coffin passed.",
    "“No trains will run on Sunday,” the operator said in a notice.",
    "A plaque at the gate says “To the children of 1916”.",
    "“I saw the money,” Abel Moyo, a bank employee, told the court.",
    "The banner read “Water is life”.",
    "“The inquiry was fair,” the ministry said.",
    "“You lied to us,” a woman heckled from the back row.",
    "“We will win on Sunday,” a party official tells the crowd in Kisumu.",
    "In a video posted on Monday, an officer says: “Get down on the ground.”",
    "“The rota was a lie,” said a nurse who feared losing her job.",
    "A former minister said the syllabus was “woke”. Her party uses “woke” as an insult.",
    "“I was told to keep quiet,” said a nurse at the clinic. Mary Obi worked there for nine "
    "years. “It was hell,” Obi said.",
    "“Go home,” a heckler said as she rose to speak.",
    "The ship sank. From the Harbour Gazette:\n\n“We saw it roll,” a senior officer said. “Nobody "
    "rang the bell.”",
    "He calls the shed his “office”.",
    "Gillian Ash remembered how one of her male colleagues called all women “Betty”.",
    "Ash’s party, Harbour First, accused officials of a “collective failure” of memory.",
    "“Come on, sweetheart. You are going to be fine,” an officer told the girl.",
    "According to one of the survivors, “Gary took her chain off.”",
    "A source said the next episode of “Harbour Lights Forever” would be the last.",
    "A source familiar with the Harbour ‘Tide’ alert said it went out at noon.",
    "A deckhand is free to tell the captain “no”, one officer said.",
    "One official denied the wreck was planned, and spoke of a “crew-owned ferry”.",
    "“Sink it!” a member of the crowd yelled back.",
    "“The vault is empty,” said a senior official who asked not to be named because her brother "
    "works there.",
    "“The vault is empty,” said one employee. The employee requested anonymity for the sake of her "
    "children.",
)


_FEARS = re.compile(
    r"\b(?:fear(?:s|ed|ing|ful)?|afraid|scared|worried|to protect|safety|privacy|reprisals?|"
    r"anonymous(?:ly)?|anonymity|"
    r"(?:real |full )?names? (?:is|was|has been|have been|are|were|withheld|changed)|"
    r"(?:not|n[’']t|declined|refused) (?:want(?:ed)? |wish(?:ed)? )?to be (?:named|identified))\b",
    re.IGNORECASE,
)
_ANSWERS = frozenset(("yes", "no", "maybe", "not yet", "of course", "absolutely not"))
_MOST = 0.6  # of what is suspected has to stand in quotation marks
_SHOWN = re.compile(
    r"\b(?:video|footage|clip)\b[^.]{0,60}\b(?:shows?|captures?|captured|heard)\b", re.I
)


def check(article: Article, options: Options) -> Iterator[Finding]:
    """Report the first quotation of each unnamed individual."""
    mentions = unnamed_sources(article)
    heard: dict[int, list[Quote]] = {}
    for quote in article.quotes:
        if quote.kind not in ("speech", "unknown") or quote.depth:
            continue
        if not _is_label(quote, article) and not _comes_back(quote, article):
            chain = _speaker(quote, article, mentions)
            if chain is not None:
                heard.setdefault(chain, []).append(quote)
    for chain, quotes in heard.items():
        speaker = _individual(chain, mentions, article)
        if speaker is None:
            continue
        first, *more = quotes
        if _is_open(first, speaker, article) or is_told_by_named(article, first):
            continue
        if not (speaker.withheld or _from_inside(speaker) or options.flag("passers-by")):
            continue
        yield Finding(
            first.span,
            f"These words are quoted from someone unnamed (“{speaker.phrase.text}”).",
            related=tuple(Related(quote.span, "the same speaker again") for quote in more),
            severity=None if speaker.withheld else "info",
        )


def anchor(article: Article, span: Span, options: Options) -> Span | Literal["settled"] | None:
    """The quotation that is suspected, unless its speaker is named, next too, or looked at.

    No confidence makes a title, a passer-by's words or what the sentence explains a fault.
    """
    quotes = [q for q in article.quotes if q.span.overlaps(span)]
    quote = quotes[0] if quotes else None
    if quote is None or quote.kind not in ("speech", "unknown"):
        return None
    inside = sum(min(span.end, q.span.end) - max(span.start, q.span.start) for q in quotes)
    sentence = article.sentence_at(quote.span.start)
    told = f"{sentence.of(article.text)} {_following(article, sentence)}"
    if inside < _MOST * len(span) or _is_label(quote, article):
        return "settled"
    if explains(told, formulas=False) and not is_careless(article):
        return "settled"
    if _comes_back(quote, article):
        return None
    mentions = unnamed_sources(article)
    chain = _speaker(quote, article, mentions)
    if chain is not None:
        speaker = _individual(chain, mentions, article)
        if speaker is None:
            return "settled" if any(_shouts(m) for m in mentions if m.chain == chain) else None
        passing = not (speaker.withheld or _from_inside(speaker))
        return "settled" if passing and is_careful(article) else None
    named = quote.speaker is not None and quote.speaker.named
    return None if named or is_answered_next(article, span) else quote.span


def _from_inside(speaker: Unnamed) -> bool:
    """Whether somebody tells of a place they work at: a nurse at the clinic, no passer-by."""
    head = speaker.phrase.head
    return not {head.lower_, head.lemma_.lower()} & words("anonymity", "heads.bystanders")


def _comes_back(quote: Quote, article: Article) -> bool:
    """Whether a word or two in quotation marks come back in them: a term, no verbatim words."""
    words_inside = _plain(quote, article)
    return len(words_inside.split()) < 3 and any(
        other is not quote and _plain(other, article) == words_inside for other in article.quotes
    )


def _is_label(quote: Quote, article: Article) -> bool:
    """Whether the words are a title, a bare yes or no, or what a thing is called.

    A title may stand before a noun: "the ‘Harbour’ star", "the port’s ‘Tide’ alert".
    """
    words_inside = _plain(quote, article)
    inner = quote.inner.of(article.text)
    if words_inside in _ANSWERS or _reads_as_title(inner) or _names_a_kind(quote, article):
        return True
    doc = article.tokens(quote.span)
    titled = inner[:1].isupper() and len(words_inside.split()) < 4
    if titled and doc is not None and doc.start > 0 and doc.end < len(doc.doc):
        before, after = doc.doc[doc.start - 1], doc.doc[doc.end]
        named = before.tag_ in ("DT", "POS", "NNP", "NNPS", "PRP$")
        if named and after.is_lower and after.tag_ in ("NN", "NNS"):
            return True
    return False


def _reads_as_title(text: str) -> bool:
    """ "The Long Way Home": words of any length begin with a capital."""
    longer = [word for word in text.split() if len(word) > 4]
    if len(text.split()) < 2 or not longer or not text[0].isupper():
        return False
    return all(word[0].isupper() for word in longer)


def _names_a_kind(quote: Quote, article: Article) -> bool:
    """Whether two or three words say what sort of thing something is: "crew-owned ferries"."""
    said = _plain(quote, article).split()
    tokens = article.tokens(quote.inner)
    if not 1 < len(said) < 4 or not any("-" in word for word in said) or not tokens:
        return False
    last = next((t for t in reversed(tokens) if t.is_alpha), None)
    judges = words("attacks", "names", "traits") & {part for w in said for part in w.split("-")}
    return last is not None and last.tag_ in ("NN", "NNS") and not judges


def _plain(quote: Quote, article: Article) -> str:
    return quote.inner.of(article.text).lower().strip(" .,!?;")


def _is_open(quote: Quote, speaker: Unnamed, article: Article) -> bool:
    """Whether the words fell in public, or the sentence says why an ordinary person has no name."""
    sentence = article.sentence_at(speaker.phrase.span.start)
    around = article.sentence_at(quote.span.start).cover(sentence)
    inside = quote.span
    told = article.text[around.start : inside.start] + " " + article.text[inside.end : around.end]
    if in_excerpt(article, inside.start) or speaker.phrase.head.lower_.startswith("heckler"):
        return True
    if is_public(article, speaker):
        return True
    described = speaker.sort not in ("bare", "proximity")
    if described and is_of_outlet(article, speaker.phrase):
        return True
    if _SHOWN.search(told):
        return True
    reason = explains(f"{told} {_following(article, around)}", formulas=False)
    if reason and not is_careless(article):
        return True
    if speaker.withheld:
        return False
    return _FEARS.search(told) is not None


def _following(article: Article, told: Span) -> str:
    """The next sentence, which may say why the one who spoke has no name."""
    return article.text[told.end : sentences_after(article, told.start, 1).end]


def _speaker(quote: Quote, article: Article, mentions: tuple[Unnamed, ...]) -> int | None:
    """The chain that a quotation belongs to.

    Where things "show" the quoted words ("the purchase shows he is “committed”"), they are those of
    the only source that the sentence has.
    """
    speaker = quote.speaker
    if speaker is not None:
        inside = (m.chain for m in mentions if m.phrase.span.overlaps(speaker.span))
        chain = next(inside, None)
        if chain is not None or speaker.kind != "self_or_other":
            return speaker.id if chain is None else chain
    they = _they(quote, article, mentions)
    if they is not None:
        return they
    sentence = article.sentence_at(quote.span.start)
    here = [mention for mention in mentions if sentence.contains(mention.phrase.span)]
    named = any(
        source.named
        and not source.outlet
        and sentence.contains(source.span)
        and not quote.span.contains(attribution.cue.span)
        for attribution, source in credited(article)
    )
    quoted = article.tokens(quote.inner)
    named = named or (quoted is not None and holder_around(quoted, direct=True) is not None)
    return here[0].chain if len(here) == 1 and here[0].withheld and not named else None


def _they(quote: Quote, article: Article, mentions: tuple[Unnamed, ...]) -> int | None:
    """The chain of an unnamed source whom the text calls "they" after a quotation.

    It is the last one heard in the paragraph, unless somebody else was.
    """
    spoken = any(
        a.source is not None
        and a.source.span.of(article.text).lower() == "they"
        and any(content.overlaps(quote.span) for content in a.content)
        for a in article.attributions
    )
    block = article.block_at(quote.span.start)
    if not spoken or block is None:
        return None
    heard = [
        source
        for a, source in credited(article)
        if block.start <= source.span.start < quote.span.start and not a.nested
    ]
    last = next((m for m in reversed(mentions) if m.phrase.span.start < quote.span.start), None)
    if last is None or not heard or not last.phrase.span.overlaps(heard[-1].span):
        return None
    return last.chain if last.withheld else None


def _individual(chain: int, mentions: tuple[Unnamed, ...], article: Article) -> Unnamed | None:
    """The unnamed individual behind a chain of mentions, if it is one."""
    if any(source.named for source in article.sources if source.id == chain):
        return None
    mine = [mention for mention in mentions if mention.chain == chain]
    if not mine or any(mention.sort == "public" for mention in mine):
        return None
    first = mine[0]
    cue = first.attribution.cue.lemma if first.attribution is not None else ""
    if _shouts(first):
        return None
    if first.withheld:
        return first
    passer_by = first.counted and first.human and first.speaks and "@" not in first.phrase.text
    return first if passer_by and cue not in words("anonymity", "outcries") else None


def _shouts(mention: Unnamed) -> bool:
    """Whether the words were shouted, for all to hear."""
    said = mention.attribution
    return said is not None and said.cue.lemma in words("anonymity", "shouts")
