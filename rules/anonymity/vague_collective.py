"""A view is credited to an unspecified group.

"Critics say", "some people believe", "experts agree": the reader cannot tell who, how many, or
whether anybody said it at all. AP, NPR and Wikipedia's words to watch ask for at least one named
holder of the view.

Let through: a group one of whose members is named and heard in the same sentence or the next two
(Wikipedia's topic sentence); a group at a named body ("economists at the World Bank"); groups that
do something rather than say it; results of polls; market forecasts ("analysts expect").
"""

from collections.abc import Iterator

from attrib_lint.api import (
    Article,
    Attribution,
    Cue,
    Finding,
    Options,
    Phrase,
    Span,
    credited,
    phrase_of,
    sentences_after,
    words,
    words_of,
)

HELP = "Who holds this view, how many are they, and where did they say it?"
SEVERITY = "warning"
PRESETS = ("default", "ap", "reuters", "wikipedia", "strict")
OPTIONS = {"look-ahead": 2}
GUARDS = (
    "A named member of the group, heard in the same sentence or the next two, clears it.",
    "The group must be credited with a statement or a view; leaving early is neither.",
    "A group at a named organisation is specific enough.",
    "Poll results and market forecasts are not weasels.",
)
BAD = (
    "[[Some people]] said that Musk wanted a pause so his firms could catch up.",
    "[[Experts]] believe the chips will be obsolete in a year.",
    "[[The more cynical]] could get skeptical about his motives.",
    "The bypass will cost £40m. [[Critics]] say it will only move the queue to the next village.",
    "[[Many residents]] believe the well was poisoned by the tannery.",
    "[[Some lawmakers]] argue that the bail law goes too far.",
    "There are [[those who say]] the coach has lost the dressing room.",
    "[[Observers]] say the vote in Kano was the calmest in years. Turnout was 61 percent.",
)
GOOD = (
    "Critics praised the film; “a triumph”, wrote the Guardian’s Peter Bradshaw.",
    "Some people left early because of the rain.",
    "Experts including Emily Bender and Timnit Gebru said the letter missed the point.",
    "Critics say the scheme is a waste. “It is a bridge to nowhere,” said Ruth Hall, a councillor.",
    "Economists at the World Bank said growth would slow in 2025.",
    "Analysts expect earnings of $1.20 a share.",
    "“Some people say I am too old,” said Joyce Banda, the former president.",
    "Many residents moved to the school hall before the storm.",
    "Some voters told the pollster they would stay at home, the survey by Ipsos found.",
)
_PLACED = frozenset({"at", "from", "with", "in"})
_AGAINST = frozenset({"critics", "opponents", "supporters", "detractors", "fans", "advocates"})


def check(article: Article, options: Options) -> Iterator[Finding]:
    """Report each group in attribution role that stays without a name."""
    ahead = int(options.number("look-ahead"))
    for attribution, source in credited(article):
        if source.named or attribution.nested or not attribution.content:
            continue
        phrase = phrase_of(article, source, attribution.cue.span)
        if phrase is None or not _is_vague(phrase, attribution):
            continue
        if not _is_fleshed_out(article, attribution, phrase, ahead):
            yield _finding(phrase.span, phrase.text)
    for span, text in _nominal_groups(article):
        yield _finding(span, text)


def _finding(span: Span, text: str) -> Finding:
    return Finding(span, f"“{text}” does not say who holds this view.")


def _is_vague(phrase: Phrase, attribution: Attribution) -> bool:
    head = phrase.head.lower_
    before = words_of(phrase.before)
    if phrase.definite or words_of(phrase.after) & {"you", "us"}:
        return False
    if phrase.tail.startswith("who") and phrase.span.contains(attribution.cue.span):
        return False  # "he rebuked critics who say ...": the sentence is about somebody else
    if not _holds_a_view(head, attribution.cue):
        return False
    if head in words("anonymity", "heads.source", "heads.public"):
        return False
    if any(t.tag_ in ("NNP", "NNPS") for t in phrase.modifiers) and head not in _AGAINST:
        return False
    if _placed(phrase):
        return False
    if head in words("anonymity", "collectives.plain", "collectives.pronouns"):
        return True
    quantified = phrase.partitive or before & words("anonymity", "collectives.quantifiers")
    return bool(quantified) and phrase.head.tag_ in ("NNS", "NNPS")


def _holds_a_view(head: str, cue: Cue) -> bool:
    """Whether the cue says what somebody holds, and it is no market forecast."""
    verbal = cue.kind in ("speech", "thought", "writing")
    if verbal and cue.lemma not in words("anonymity", "collectives.opinion"):
        return False
    forecast = cue.lemma in words("anonymity", "collectives.forecast")
    return not (forecast and head in words("anonymity", "collectives.forecasters"))


def _placed(phrase: Phrase) -> bool:
    """Whether a named body follows: "at the World Bank", "such as Greenpeace"."""
    armed = False
    for token in phrase.after:
        if token.lower_ in _PLACED or token.lower_ in ("including", "like", "such", "among"):
            armed = True
        elif armed and token.tag_ in ("NNP", "NNPS"):
            return True
    return False


def _is_fleshed_out(article: Article, attribution: Attribution, phrase: Phrase, ahead: int) -> bool:
    """Whether a member of the group is named close by, or the sentence reports a poll."""
    near = _near(article, phrase, ahead)
    text = near.of(article.text).lower()
    here = article.sentence_at(phrase.span.start).of(article.text).lower()
    if any(word in text for word in ("survey", " poll")) or "percent" in here or "%" in here:
        return True
    targets = " ".join(span.of(article.text) for span in attribution.content)
    for other in article.attributions:
        source = other.source
        if source is None or not source.named or other is attribution:
            continue
        if not near.contains(other.cue.span) or source.kind == "role_named_elsewhere":
            continue
        name = (source.entity or source.span.of(article.text)).split()
        if name and name[-1] not in targets:
            return True
    return False


def _near(article: Article, phrase: Phrase, ahead: int) -> Span:
    """The next sentences, and the whole of the next paragraph when they end inside it."""
    near = sentences_after(article, phrase.span.start, ahead)
    last = article.block_at(near.end - 1)
    return near.cover(last.block.span) if last is not None else near


def _nominal_groups(article: Article) -> Iterator[tuple[Span, str]]:
    """ "The more cynical could ...", "there are those who say ..." """
    adjectives = words("anonymity", "collectives.nominalised")
    opinion = words("anonymity", "collectives.opinion")
    for block, sentence in article.sentences():
        for token in sentence:
            following = block.doc[token.i + 1] if token.i + 1 < len(block.doc) else None
            if following is None:
                continue
            if token.lower_ in adjectives and following.tag_[:2] in ("MD", "VB"):
                start = token.i - 1
                if start >= 0 and block.doc[start].lower_ in ("more", "most", "less"):
                    start -= 1
                if start >= 0 and block.doc[start].lower_ == "the":
                    words_ = block.doc[start : token.i + 1]
                    yield block.span(words_), words_.text
            if token.lower_ in ("those", "people", "some", "many") and following.lower_ == "who":
                opener = block.doc[max(0, token.i - 2) : token.i].text.lower()
                said = next(
                    (t for t in block.doc[token.i + 2 : token.i + 5] if t.pos_ == "VERB"), None
                )
                if opener in ("there are", "there were") and said and said.lemma_ in opinion:
                    words_ = block.doc[token.i : said.i + 1]
                    yield block.span(words_), words_.text
