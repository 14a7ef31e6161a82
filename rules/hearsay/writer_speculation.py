"""Leave guesses about facts, motives and futures to people who can be named.

News copy that guesses in its own voice gives readers an opinion without an owner. (NPR ethics
handbook: do not fill gaps by speculation; Wikipedia: attribute opinions in the text)

Lets through: guesses that a source makes, permission and ability ("may be asked", "can be used"),
timetables, and opinion, review, sport and fiction.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.api import (
    BE,
    GUESS_WORDS,
    Article,
    Finding,
    Options,
    ParsedBlock,
    Span,
    agent,
    attributions_in,
    children,
    clause_verb,
    covering,
    forms_of,
    guess_at,
    is_answered_next,
    is_careful,
    is_credited,
    is_identified,
    is_voice,
    occurrences,
    shows_grounds,
    subject,
    words,
)

if TYPE_CHECKING:
    from attrib_lint.api import Token, TokenSpan

HELP = "Who thinks so? Name someone qualified who does, or cut it; if it is analysis, label it."
SEVERITY = "warning"
SUSPECTED = "“{span}” is a guess without an owner."
PRESETS = ("reuters", "wikipedia", "strict")
PRESET_OPTIONS = {"strict": {"reader-alone": 0.95, "reader-company": 14.5}}
VOICE = True
GUARDS = (
    "an attribution in the sentence, or the open scope of a source, clears it",
    "permission, ability and timetables are not guesses",
    "“it seems”, borne out by an announcement or a named source right after, is a summary",
    "an “if” or “given” in the sentence shows what a forecast rests on, as does the reason "
    "or an instance at the head of the next one",
    "questions, and clauses that pick something out (“that could be seen as odd”), are let through",
    "opinion, review, sport and fiction are let through, as is what argues more than it reports",
)
GOOD = [
    "The move could prove costly, said Ann Lee of Shell.",
    "The bridge is likely to reopen on Monday, and the test is likely to take an hour.",
    "The committee raised questions about the budget.",
    "The strike is likely to put pressure on the governor, said Ann Lee of the union.",
    "Members are bound by the rules, and are sure to be asked for a card, the club says.",
    "Perhaps the best known of the three bridges opened in 1887.",
    "The surgeon must be wearing gloves.",
    "The panel could be seen from the road.",
    "It is likely to rain on Sunday, the Met Office said.",
    "“It’s likely we’ll hire,” Musk said.",
    "Applicants may be asked for identification.",
    "The bridge can also be used by cyclists.",
    "Analysts at Nomura said the move could be seen as a retreat.",
    "Her view was clearly set out in the judgment.",
    "The clinic may be reached by bus.",
    "Doubts about the vaccine fell, the survey by Ipsos found.",
    "It seems that the minister hopes for a deal, wrote Le Monde’s Anne Roux.",
    "Visitors may be asked to wash their hands.",
    "The dial can be read as far as the fence.",
    "“No doubt he is counting his tanks,” said General Tun Oo.",
    "Quietly but surely, the dunes are moving inland.",
    "It appears that the ferry will sail again. The port announced a timetable on Monday.",
    "If the levy passes, there are bound to be complaints.",
    "Could the bishop be plotting a return?",
    "Given the rain of the past week, the pitch will almost certainly be slow.",
    "The coach avoids remarks that could be seen as unkind.",
    "The vote seems unlikely to change the price. That’s because the contract runs until June.",
    "The closed ballot almost certainly hurt Osei. In Kumasi, for example, he lost by nine votes.",
]
BAD = [
    "The vote [[could prove fatal]] to the coalition.",
    "Such a deal would [[almost certainly]] trigger a referendum.",
    "It is [[hard to see how]] she survives.",
    "The U-turn [[raises awkward questions]] for the board.",
    "The ruling [[is likely to embolden]] the rebels.",
    "Shoppers are [[clearly]] nervous about January.",
    "The leak [[is expected to embarrass]] the palace.",
    "The vote [[could well turn]] out to be her last.",
    "Amador [[can’t be thrilled]].",
    "The inquiry [[is bound to embarrass]] the ministry.",
    "The mayor [[may now be eyeing]] a seat in the assembly.",
    "Vexler [[clearly]] relishes the fight.",
    "A split in the party [[looks inevitable]].",
    "The chancellor [[must be wondering]] whether to go.",
    "[[Don’t be surprised if]] Okafor leaves in June.",
    "[[It seems an obvious bet]] that the project will aim to monetise the platform.",
    "These latest actions [[may be interpreted as]] undermining his warnings.",
    "The cards, [[presumably]] very expensive ones, will fill a data centre.",
    "[[Clearly]], the governor wants a second term.",
    "The merger [[could be seen as]] an admission of defeat.",
    "[[There are bound to be]] worries about safety at the new port.",
    "The visit [[might lead to questions]] about the envoy’s role.",
    "[[It appears]] that he now wants to run the league.",
    "The purchase [[may signal]] a change of course at the ministry.",
    "The army is [[doubtless]] looking for a way to save face.",
    "[[It seems]] that the minister hopes for a deal.",
    "The budget [[could be read as]] a surrender.",
    "The general, [[no doubt]], is counting his tanks.",
    "The sale [[may signal]] an end to the dynasty.",
    "The dunes [[surely]] reach the lighthouse by June.",
    "[[It appears]] that the ferry will sail again. Gulls sit on the rail.",
    "The visit, which [[could be seen as]] a snub, lasted an hour. She smiled.",
    "The closed ballot [[almost certainly]] hurt Osei. He lost by nine votes.",
    "[[Clearly]], the bishop wants the post if he has come this far.",
    "[[It seems an obvious bet]] that the club will sell?",
]

_GUESSES = words("voice", "speculation.guesses")
_CERTAIN = words("voice", "speculation.certain")
_READINGS = words("voice", "speculation.readings")
_SIGNIFICANCE = forms_of("voice", "speculation.significance")
_BETS = forms_of("voice", "speculation.bets")
_QUESTIONS = forms_of("voice", "speculation.questions")
_MINDS = forms_of("voice", "minds.verbs", "minds.states")
_SEEMING = frozenset(("it seems", "it appears"))
_ANNOUNCED = forms_of("voice", "speculation.announced")
_MODALS = frozenset(("may", "might", "could", "can", "will"))
_DOUBTED = BE | words("voice", "speculation.doubted")
_STARTS = _GUESSES | _CERTAIN | _MODALS | {"no", "it", "there"}
_DEEDS = forms_of("voice", "inference.deeds")


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each guess in the writer's own voice."""
    end = -1
    for parsed, token in occurrences(article, _STARTS | GUESS_WORDS):
        if parsed.block.kind in ("headline", "heading"):
            continue
        guess = _guess(token) or guess_at(token)
        if guess is None or parsed.span(guess).start < end:
            continue
        span = parsed.span(guess)
        if not _is_owned(article, parsed, guess) and not shows_grounds(article, parsed, guess):
            end = span.end
            yield Finding(span, f"“{span.of(article.text)}” is a guess without an owner.")


def anchor(article: Article, span: Span, options: Options) -> Span | None:
    """The suspected words, unless they show what they rest on."""
    tokens, parsed = article.tokens(span), article.block_at(span.start)
    shown = tokens and parsed is not None and shows_grounds(article, parsed, tokens)
    return None if shown else span


def _is_owned(article: Article, parsed: ParsedBlock, guess: TokenSpan) -> bool:
    span = parsed.span(guess)
    if is_credited(article, span):
        return True
    sentence = article.sentence_at(span.start)
    if guess.text.lower() in _SEEMING and _is_backed(article, parsed, sentence):
        return True
    return any(
        is_voice(article, a.source)
        for a in attributions_in(article, sentence)
        if a.cue.kind in ("speech", "according_to", "writing")
        and any(c.contains(span) for c in a.content)
    )


def _is_backed(article: Article, parsed: ParsedBlock, sentence: Span) -> bool:
    """Whether the next sentence has a named source or an announcement that bears it out."""
    if is_careful(article) and is_answered_next(article, sentence, across=True):
        return True
    following = article.sentence_at(sentence.end + 1)
    if following == sentence or not parsed.block.span.overlaps(following):
        return False
    if any(is_identified(article, a.source) for a in attributions_in(article, following)):
        return True
    return any(t.lower_ in _ANNOUNCED for t in article.tokens(following) or ())


def _guess(token: Token) -> TokenSpan | None:
    """The words of a guess that starts with or hangs on a token."""
    if token.lower_ in _GUESSES:
        joined = token.i > token.sent.start and token.nbor(-1).lower_ in ("but", "and")
        paired = joined and token.i > 1 and token.nbor(-2).pos_ == "ADV"
        return None if paired else covering(token, token)
    if token.lower_ == "no" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "doubt":
        said = token.nbor(-1).lower_ if token.i > token.sent.start else ""
        return covering(token, token.nbor(1)) if said not in _DOUBTED else None
    if token.lower_ in _CERTAIN:
        verb = clause_verb(token)
        return covering(token, token) if verb is not None and verb.lower_ in _MINDS else None
    if token.lower_ == "it":
        return _it_seems(token)
    if token.lower_ == "there":
        return _there_are_bound(token)
    if token.lower_ in _MODALS:
        return _reading(token) or _significance(token)
    return None


def _it_seems(it: Token) -> TokenSpan | None:
    """ "It seems (that)", "it's likely that", "it is a safe bet that"."""
    after = it.doc[it.i + 1 : it.i + 8]
    if not after:
        return None
    if after[0].lower_ in ("seems", "appears"):
        last = after[0]
        for token in after[1:6]:
            if token.lower_ in _BETS:
                return covering(it, token)
            if token.pos_ in ("VERB", "PUNCT", "SCONJ"):
                break
        clause = len(after) > 1 and after[1].lower_ in (
            "that",
            "as",
            "likely",
            "clear",
            "he",
            "she",
        )
        full = any(children(c, "nsubj") for c in children(last, "ccomp", "csubj"))
        return covering(it, last) if clause or full else None
    if after[0].lower_ in BE:
        for token in after[1:5]:
            if token.lower_ in ("likely", "probable", "conceivable") and not _to_follows(token):
                return covering(it, token)
            if token.lower_ in _BETS and token.nbor(-1).lower_ not in ("'s", "’s"):
                return covering(it, token)
            if token.pos_ in ("VERB", "PUNCT", "PROPN"):
                break
    return None


def _to_follows(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "to"


def _there_are_bound(there: Token) -> TokenSpan | None:
    """ "There are bound to be", "there may well be"."""
    words_after = [t.lower_ for t in there.doc[there.i + 1 : there.i + 5]]
    if len(words_after) >= 4 and words_after[0] in BE and words_after[1:4] == ["bound", "to", "be"]:
        return covering(there, there.nbor(4))
    if words_after[:3] in (["may", "well", "be"], ["could", "well", "be"], ["might", "well", "be"]):
        return covering(there, there.nbor(3))
    return None


def _reading(modal: Token) -> TokenSpan | None:
    """ "could also be interpreted as": by nobody in particular."""
    after = modal.doc[modal.i + 1 : modal.i + 6]
    if not any(t.lower_ == "be" for t in after):
        return None
    for token in after:
        following = token.nbor(1) if token.i + 1 < len(token.doc) else None
        if token.lower_ in _READINGS and following is not None and following.lower_ == "as":
            measured = [t.lower_ for t in token.doc[following.i + 1 : following.i + 2]]
            if agent(token) is not None or measured[:1] in (["far"], ["well"], ["soon"], ["long"]):
                return None
            return covering(modal, following)
    return None


def _significance(modal: Token) -> TokenSpan | None:
    """ "may represent", "might lead to questions": what an event could mean, says the writer."""
    verb = modal.head
    if modal.lower_ not in ("may", "might", "could") or verb.i <= modal.i:
        return None
    if verb.lower_ == "lead" and any(
        t.lower_ in _QUESTIONS or t.lower_.startswith("question") for t in verb.subtree
    ):
        last = next(
            t for t in verb.subtree if t.lower_.startswith("question") or t.lower_ in _QUESTIONS
        )
        return covering(modal, last) if last.i - modal.i <= 6 else None
    actor = subject(verb)
    if verb.lower_ not in _SIGNIFICANCE or actor is None:
        return None
    deed = actor.lower_ in _DEEDS or actor.lower_ in ("this", "that", "which")
    return covering(modal, verb) if deed and children(verb, "obj", "ccomp") else None
