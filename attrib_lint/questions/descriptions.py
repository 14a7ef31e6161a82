"""How much the words of an unnamed source say about who it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.lexicon import words
from attrib_lint.questions.phrases import Phrase

if TYPE_CHECKING:
    from attrib_lint.article import Article

Sort = Literal["bare", "proximity", "insider", "public", "other"]
_KNOWS = (
    r"close to|familiar with|with (?:[\w-]+ ){0,2}(?:knowledge|insight|understanding) (?:of|into)"
    r"|briefed (?:on|about)|privy to|aware of|in (?:a position to|the) know|acquainted with"
    r"|around(?! the (?:world|globe|country|nation|city|state|region|clock|table)\b)"
    r"|involved with|connected (?:to|with)|linked to|with (?:ties|access|links) to"
    r"|with (?:[\w-]+ ){1,2}knowledge(?=$|,)"
    r"|informed (?:about|of|on)|knowledgeable about|apprised of|who kn[eo]ws?"
)
_PROXIMITY = lazy_regex(
    r"^\W*(?:(?:who|that) (?:is|are|was|were|has been|have been|had been) )?"
    rf"(?:said to be )?(?:[\w-]+ly |very |deeply |quite |intimately )?(?:{_KNOWS})\b"
)
_KNOWS_HOW = lazy_regex(
    r"\bwho (?:[\w-]+ly |has |have |had |also )*"
    r"(?:attended|saw|seen|heard|witnessed|took part|participated|reviewed|read|works?|worked|"
    r"serves?|served|represents?|represented|advises?|advised|helped|leads?|led|sits?|sat|negotiated|organi[sz]ed|"
    r"signed|received|wrote|written|drafted|designed|built|created|directed|produced|edited|"
    r"tested|(?:was|were) (?:there|present|in the room|on the call|at)|(?:is|was) an?)\b"
)
_SAYS_NOTHING = lazy_regex(
    r"^\W*(?:(?:who|that)\W+)?(?:(?:was|were|is|are|have|has|had|been|also|all|both) )*"
    r"(?:tapped|cited|quoted|interviewed|contacted|consulted|reached|spoke|speaking|asked|asking|"
    r"declined|declining|requested|requesting|wished|wishing|wanted|insisted|refused|"
    r"on (?:the )?condition|granted|not (?:named|identified|authori[sz]ed)|told|said|,)\b"
)
_TIMED = lazy_regex(
    r"^(?:(?:late |early )?(?:on|at|over|in) )?(?:the )?(?:(?:last|this|yesterday|next) ?)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight|week|weekend|month)? ?"
    r"(?:night|morning|evening|afternoon|lunchtime|midnight|noon)?$"
)
_OF_THE_PUBLIC = lazy_regex(
    r"^(?:of|in|from|among) (?:the|an?|his|her|their) (?:[\w-]+ )?"
    r"(?:public|crowd|audience|congregation|gallery|stands|throng|queue)\b"
)
_CLOSE = lazy_regex(r"close to (?:the |a |an )?((?:[\w-]+ ?){1,3})")


def sort_of(phrase: Phrase, article: Article) -> Sort:
    """How much a phrase says about who its source is."""
    head = phrase.head.lower_
    empty = _says_nothing_before(phrase, article)
    if head in words("anonymity", "heads.source", "heads.person") and empty and is_near(phrase):
        return "proximity"
    if head in words("anonymity", "heads.source"):
        empty = empty and not phrase.tail.startswith("of ")
        told = phrase.tail and not (_SAYS_NOTHING.match(phrase.tail) or _TIMED.match(phrase.tail))
        bare = empty and not told
        return "bare" if bare else "other"
    if head in words("anonymity", "heads.person"):
        withheld = any(
            t.lower_ in words("anonymity", "modifiers.withheld") for t in phrase.modifiers
        )
        return "bare" if withheld and empty and not phrase.tail else "other"
    if head in words("anonymity", "heads.public"):
        return "public"
    if _OF_THE_PUBLIC.match(phrase.tail):
        return "other"
    if head in words("anonymity", "heads.role"):
        return "insider"
    return "other"


def is_near(phrase: Phrase) -> bool:
    """Whether what follows the head says only that the source is close, familiar or informed."""
    if not _PROXIMITY.match(phrase.tail) or _KNOWS_HOW.search(phrase.tail):
        return False
    near = _CLOSE.search(phrase.tail)
    if near is None:
        return True
    first = near[1].split()
    return not (
        first[0].replace(",", "").isdecimal()
        or (first[-1] in words("anonymity", "places") and len(first) < 3)
    )


def _says_nothing_before(phrase: Phrase, article: Article) -> bool:
    owner = phrase.owner
    if owner is not None and owner.lower_ not in words("second_hand", "outlets.nouns"):
        place = phrase.block.span(owner)
        if not any(n.kind == "outlet" and n.span.overlaps(place) for n in article.names):
            return False
    if phrase.head.lower_ in ("insider", "insiders"):
        return True  # "a City Hall insider": whatever it is inside of, an insider has no position
    return all(t.lower_ in words("anonymity", "modifiers.empty") for t in phrase.modifiers)
