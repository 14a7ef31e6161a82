"""A percentage change or a multiple with nothing to measure it against.

"Complaints rose 300%" may mean from two to eight. A reader needs the base, the period or the
absolute numbers. House convention.

Let through: rates that are percentages themselves (interest, inflation, tax, turnout, share
prices), shares of something that is named ("14% of the accounts"), and any base, period or
comparison in the sentence or next to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.api import (
    Article,
    Finding,
    Options,
    Quantity,
    Span,
    is_one_of,
    sentences_after,
    with_sentence_before,
    words,
)

if TYPE_CHECKING:
    from attrib_lint.api import Token, TokenSpan

HELP = "Percent of what, from what, over which period? Can the absolute numbers be given?"
SEVERITY = "info"
SUSPECTED = "“{span}” has nothing to be measured against."
PRESETS = ("reuters", "wikipedia", "strict")
PRESET_OPTIONS = {
    "strict": {
        "careless-insists": 0.95,
        "reader-company": 6.5,
        "reader-agrees": 0.05,
        "reader-insists": 0.98,
        "reader-alone": 0.97,
    }
}
GUARDS = (
    "Interest, inflation, tax and other rates are quantities of their own.",
    "A base, a period or a comparison in the sentence or beside it clears it.",
    "A share of something that is named has its base.",
)
BAD = (
    "Thefts of bikes from sheds rose [[140%]].",
    "The number of active bots varied [[between 1% and 14%]].",
    "Complaints rose [[300%]].",
    "Users are [[five times]] more likely to quit.",
    "Burglaries have jumped [[40 percent]], the sheriff wrote. Patrols were doubled.",
    "Referrals to the clinic soared [[250 percent]], and staff were asked to stay late.",
    "Children on the estate are [[three times]] more likely to be stopped, the charity said.",
    "Calls to the helpline surged [[70 percent]], and volunteers were told to work nights.",
    "Nurses on the ward are [[four times]] more likely to fall ill.",
    "Thefts of cattle have risen [[45%]]. Herders sleep beside their animals.",
    "The number of empty shops ranges [[between 5% and 20%]].",
    "Orders have grown [[five-fold]] and the shop has two floors.",
    "Thefts of copper wire have [[tripled]], and the depot is guarded by dogs.",
    "The mill opened in 1961. The price of barley, which has risen by [[90%]], is to blame.",
    "Joggers are [[30 percent]] less likely to catch a cold, the paper says.",
)
GOOD = (
    "Thefts from sheds rose 140% from 20 in 2019.",
    "Complaints rose 300%, from 2 to 8, over the year.",
    "14% of the 1.3 million accounts sampled were bots.",
    "Interest rates rose to 5%.",
    "Burglaries jumped 40 percent last year, the sheriff wrote.",
    "Smokers are five times more likely than others to quit the course.",
    "Shares in the brewer fell 3 percent.",
    "There were 120 complaints in 2019. They rose 50 percent, to 180, when the plant reopened.",
    "The number of wells is 40, and 25% of them are dry.",
    "Calls to the helpline surged 70 percent in the first week of the lockdown.",
    "Nurses on the ward are four times more likely to fall ill than clerks.",
    "Inflation rose 2 percent and the bank held rates.",
    "Orders have grown five-fold since the shop opened.",
    "There were 40 thefts in 2019. Thefts have doubled, the clerk wrote.",
    "The mayor doubled down on the plan.",
    "The plan is two-fold.",
    "Profit tripled to £9m.",
    "Bus sales fell 5 percent from last year. Tram sales fell 2 percent.",
    "Within a year, the seabirds had tripled.",
    "About 45% of the herders own fewer than ten animals.",
    "Barley cost £120 in 2019. The price of barley, which has risen by 90%, is to blame.",
    "Joggers are 30 percent less likely than walkers to catch a cold, the paper says.",
)


_MULTIPLES = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twenty|\d{1,3})[- ]?fold\b"
    r"|\b(?:tripled|trebled|quadrupled|quintupled|doubled)\b",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s?(?:more|less) (?:likely|common|prone)\b")
_LIKELY = 20  # characters that hold "less likely"
_ENDINGS = ("fold", "bled", "pled", "FOLD", "BLED", "PLED")  # most articles have none of these
_FIGURE = re.compile(r"\d|\bthan\b|\bas (?:many|much)\b|\bevery\b")


def check(article: Article, options: Options) -> Iterator[Finding]:
    """Report each change in percent, count in percent and multiple that has no base."""
    reported: list[Span] = []
    for quantity in article.quantities:
        if not (_is_change(article, quantity) or _is_multiple(article, quantity)):
            continue
        if any(span.overlaps(quantity.span) for span in reported) or _has_base(article, quantity):
            continue
        span = _span(article, quantity)
        reported.append(span)
        yield Finding(span, f"“{span.of(article.text)}” has nothing to be measured against.")
    for span in _multiplied(article):
        if not any(other.overlaps(span) for other in reported):
            yield Finding(span, f"“{span.of(article.text)}” has nothing to be measured against.")


def anchor(article: Article, span: Span, options: Options) -> Span | None:
    """The suspected words, unless the change that they are part of has its base."""
    changes = [q for q in article.quantities if q.span.overlaps(span)]
    return None if any(_has_base(article, change) for change in changes) else span


def _multiplied(article: Article) -> Iterator[Span]:
    """ "Five-fold", "has tripled": a multiple whose clause has no figure, period or comparison."""
    if not any(ending in article.text for ending in _ENDINGS):
        return
    for multiple in _MULTIPLES.finditer(article.text):
        span = Span(multiple.start(), multiple.end())
        block, tokens = article.block_at(span.start), article.tokens(span)
        if block is None or tokens is None or block.block.kind != "paragraph":
            continue
        if not _is_growth(tokens[-1]):
            continue
        sentence = article.sentence_at(span.start)
        left, right = _clause(article.text, sentence, span)
        around = f"{left} {right} {_opening(article.text, sentence, span)}".lower()
        bases = words("evidence", "shares.bases") - {"now", "by"}
        if _FIGURE.search(around) or bases & set(re.findall(r"[a-z]+", around)):
            continue
        if not _has_like_figure(article, tokens[-1], sentence):
            yield span


def _is_growth(token: Token) -> bool:
    """Whether a word says that its subject has grown so: no "a two-fold plan", "doubled down"."""
    verb = token
    if token.lower_.endswith("fold"):
        verb = token.head
        return is_one_of(verb, words("evidence", "shares.changes"))
    if token.pos_ != "VERB" or token.tag_ not in ("VBD", "VBN"):
        return False
    following = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else "."
    plain = following in (".", ",", ";", "and", "but", "while", "—", "–", "!")
    return plain and not any(child.dep_ in ("obj", "aux:pass") for child in token.children)


def _clause(text: str, sentence: Span, span: Span) -> tuple[str, str]:
    """The words of the clause before and after a span."""
    if text.startswith((", from ", ", to ", ", up from "), span.end):
        return "", text[span.end : sentence.end]
    left = re.split(r"[,;:—–]| and | but | while ", text[sentence.start : span.start])[-1]
    right = re.split(r"[,;:—–.]| and | but | while ", text[span.end : sentence.end])[0]
    return left, right


def _opening(text: str, sentence: Span, span: Span) -> str:
    """The phrase of time that opens a sentence: "Within a year, ..."."""
    first, comma, _ = text[sentence.start : span.start].partition(",")
    timed = first.split()[:1] and first.split()[0].lower() in words("evidence", "shares.opening")
    return first if comma and timed else ""


def _has_like_figure(article: Article, token: Token, sentence: Span) -> bool:
    """Whether a sentence beside this one gives a figure of the same thing, or a date."""
    verb = token.head if token.lower_.endswith("fold") else token
    what = next((t for t in verb.children if t.dep_.startswith("nsubj")), None)
    following = sentences_after(article, sentence.start, 1)
    near = with_sentence_before(article, sentence).cover(following)
    same = what is None or what.pos_ == "PRON"
    for quantity in article.quantities:
        if near.contains(quantity.span) and not sentence.contains(quantity.span):
            if same or (quantity.noun or "") == (what.lemma_.lower() if what is not None else ""):
                return True
    return False


def _span(article: Article, quantity: Quantity) -> Span:
    return quantity.span if quantity.unit == "%" else quantity.noun_span or quantity.span


def _is_change(article: Article, quantity: Quantity) -> bool:
    """Whether something changed by so many percent, or a number is given in percent."""
    if quantity.unit != "%":
        return False
    sentence = article.sentence_at(quantity.span.start)
    before = Span(sentence.start, quantity.span.start).of(article.text).lower()
    tokens = article.tokens(quantity.span)
    if tokens is None or not before.strip():
        return False
    if before.rstrip().endswith((" to", " at", " of")):
        return False
    last = before.removesuffix(" by ").split()[-1:]
    counted = "number of " in before and last[0] in words("evidence", "shares.ranging")
    changed = (quantity.event or "") in words("evidence", "shares.changes")
    return counted or changed or last[0] in words("evidence", "shares.changed")


def _is_multiple(article: Article, quantity: Quantity) -> bool:
    """Whether somebody is "five times more likely", "three times as common", "40% less likely"."""
    if quantity.unit == "%":
        following = article.text[quantity.span.end : quantity.span.end + _LIKELY]
        return _MORE.match(following) is not None
    if quantity.noun != "time" or quantity.noun_span is None:
        return False
    following = article.text[quantity.noun_span.end :].lstrip().lower()
    return following.startswith(
        ("more likely", "less likely", "more common", "higher", "as likely")
    )


def _has_base(article: Article, quantity: Quantity) -> bool:
    """Whether the sentence, or one next to it, gives a base, a period or a comparison."""
    block = article.block_at(quantity.span.start)
    if block is None:
        return True
    sentence = article.sentence_at(quantity.span.start)
    here = article.tokens(sentence)
    if here is None:
        return True
    low = {token.lower_ for token in here}
    if low & words("evidence", "shares.rates"):
        return True
    multiple = _is_multiple(article, quantity)
    bases = words("evidence", "shares.bases") if not multiple else frozenset({"than", "as"})
    inside = {t.lower_ for t in (article.tokens(quantity.span) or ())}
    left = low - inside if quantity.operator == "between" else low
    if not _measures_from(here, quantity, block.start):
        left = left - {"from"}  # "thefts from farms jumped 240%"
    if article.text[: quantity.span.start].endswith(" by ") and not multiple:
        left = left - {"by"}  # "soared by 80 percent": by how much
    if left & bases or any(sentence.contains(date.span) for date in article.dates):
        return True
    if any(
        sentence.contains(other.span) and other.span != quantity.span and other.unit != "%"
        for other in article.quantities
    ):
        return True
    if multiple:
        return False
    return _has_base_beside(article, quantity, sentence, block.start) or _is_parallel(
        article, quantity, sentence, block.start
    )


def _measures_from(sentence: TokenSpan, quantity: Quantity, start: int) -> bool:
    """Whether a "from" gives what a change is measured from: behind it, or at the opening."""
    return any(
        (t.lower_ == "from" and (start + t.idx > quantity.span.start or t.i == sentence.start))
        or (t.lower_ == "from" and any(n.like_num for n in t.doc[t.i + 1 : t.i + 3]))
        for t in sentence
    )


def _is_parallel(article: Article, quantity: Quantity, sentence: Span, start: int) -> bool:
    """Whether the sentence before gives a like change with its base, which this one continues."""
    if sentence.start - 2 < start:
        return False
    before = article.sentence_at(sentence.start - 2)
    tokens = article.tokens(before)
    if tokens is None or not words("evidence", "shares.compared") & {t.lower_ for t in tokens}:
        return False
    return any(before.contains(o.span) and _is_change(article, o) for o in article.quantities)


def _has_base_beside(article: Article, quantity: Quantity, sentence: Span, start: int) -> bool:
    """Whether the sentence before or after has a number or a date of the same thing."""
    what = _subject(article, quantity)
    after = sentences_after(article, sentence.start, 1)
    before = article.sentence_at(sentence.start - 2) if sentence.start - 2 >= start else sentence
    near = before.cover(after)
    spans = [date.span for date in article.dates]
    spans += [other.span for other in article.quantities if other.unit == "count"]
    for span in spans:
        if not near.contains(span) or sentence.contains(span):
            continue
        beside = article.tokens(article.sentence_at(span.start)) or ()
        if what is None or any(t.lemma_.lower() == what for t in beside):
            return True
    return False


def _subject(article: Article, quantity: Quantity) -> str | None:
    """What rose or fell, in its dictionary form; None for a pronoun or where it is not plain."""
    tokens = article.tokens(quantity.span)
    for token in tokens[0].ancestors if tokens is not None and len(tokens) else ():
        subject = next((t for t in token.children if t.dep_.startswith("nsubj")), None)
        if subject is not None and subject.lower_ in ("which", "that"):
            subject = token.head if token.dep_.startswith("acl") else subject
        if subject is not None:
            return subject.lemma_.lower() if subject.tag_ in ("NN", "NNS") else None
    return None
