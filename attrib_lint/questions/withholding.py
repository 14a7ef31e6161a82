"""Whether some words say why a name is withheld, or that it is."""

from __future__ import annotations

import re
from functools import cache

from attrib_lint.core.lazy_regex import lazy_regex
from attrib_lint.lexicon import load

# That a name is kept back: "anonymity", "asked not to be named", "insisted on confidentiality".
_HIDING = (
    r"(?:anonym\w+|confidentiality|"
    r"(?:not|n't|never|without|declin\w+|refus\w+|unwilling|reluctant)\b[^.;:]{0,30}?"
    r"\b(?:named|identified|quoted by name|name[sd]?|identity)\b|"
    r"(?:with(?:held|hold(?:ing|s)?)|conceal\w*|redact\w*|protect\w*|hid(?:e|es|ing|den)?)\b"
    r"[^.;:]{0,25}?\b(?:names?|identit(?:y|ies))\b|"
    r"(?:stay|remain|keep|kept|left|be|go) (?:unnamed|unidentified)|off the record|"
    r"names? (?:should |would |must |could |can )?not|"
    r"(?:not|n't|only) (?:[\w'-]+ ){0,2}(?:speak|talk|speaking) (?:[\w'-]+ ){0,2}"
    r"(?:publicly|openly|on the record|attribution|by name))"
)
# What leads to a reason: a conjunction, a preposition of cause, a purpose.
_CAUSE = (
    r"(?:because|since (?!(?:19|20)\d\d|last|then|mon|tue|wed|thu|fri|sat|sun)|"
    r"as (?:he|she|they|it|no|none|the|talks|their|his|her|this|that|discussions|negotiations|"
    r"plans|details|doing|speaking)\b|owing to|due to|given (?:the|that|his|her|their|its|how)\b|"
    r"out of \w+ (?:for|of|that|to|over)\b|for (?:fear|the sake|reasons?|lack|"
    r"(?:[\w'-]+ )?reasons|(?:his|her|their|the) (?:[\w'-]+ ){0,2}(?:safety|security|privacy|"
    r"protection|sake)|safety|security|privacy)\b|so (?:that|as|(?:he|she|they) (?:could|can|"
    r"would|might))\b|lest\b|(?:while )?(?:citing|fearing|invoking)\b|afraid\b|worried\b|"
    r"concerned\b|in (?:light|view|consideration) of|on account of|on (?:the )?grounds|"
    r"over (?:fears?|concerns?|worries)|amid (?:fears?|concerns?)|"
    r"(?:in order )?to (?:avoid|protect|preserve|prevent|shield|spare|keep|guard|not|escape|"
    r"safeguard|maintain|comply|honou?r|respect|minimi[sz]e|limit|stay|save|discuss|describe|"
    r"speak|talk|share|reveal|relay|recount|address|provide|offer|give|disclose|explain)\b)"
)
_AFTER = lazy_regex(rf"\b{_HIDING}(?:(?!\b(?:that|said|says)\b)[^.;,]){{0,50}}?,?\W{_CAUSE}")
_BEFORE = lazy_regex(
    rf"(?:^|[.,;(—–-] ?|\band )(?:because|since (?!(?:19|20)\d\d)|fearing|citing|owing to|due to|"
    rf"given|for fear|out of|afraid|worried|concerned|for (?:[\w'-]+ )?reasons|"
    rf"to (?:avoid|protect|prevent|shield|spare))\b[^.;]{{0,110}}?\b{_HIDING}"
)
_STRUCK = lazy_regex(
    r"\bnames?\b[^.;]{0,25}?\b(?:redacted|blacked out|blanked out|removed|struck|obscured)\b"
)
# A reason that every source could give.
_FORMULA = lazy_regex(
    r"(?:not|n't|lack\w*|without|un)[^.;]{0,20}?(?:authori[sz]|permi|allow|clear|entitl|suppos)|"
    r"\bto (?:\w+ly )?(?:speak|talk|discuss|describe|share|reveal|relay|recount|address|provide|"
    r"offer|give|disclose|explain)\b|"
    r"\b(?:can|could|may|more|speak|talk|spoke) (?:\w+ )?(?:candid|free|frank|open|blunt)"
)


def gives_reason(text: str, kind: str = "entries") -> bool:
    """Whether `text` has one of the reasons of a kind, as whole words ("unnamed sources" has none).

    The kinds are the lists under "reasons" in lexicon/anonymity.toml.
    """
    plain = " ".join(text.lower().replace("’", "'").split())
    listed, whole = _reasons(kind)
    return any(reason in plain for reason in listed) and whole.search(plain) is not None


def explains(text: str, *, formulas: bool = True) -> bool:
    """Whether `text` says, in words of its own, why a name is kept back.

    Somebody asks to stay unnamed, and a clause or phrase of cause or purpose follows or leads: "who
    asked to remain anonymous owing to the risks of speaking out". Without `formulas`, reasons that
    any source could give ("was not authorised to speak", "to speak candidly") do not count.
    """
    plain = " ".join(text.lower().replace("’", "'").split())
    if _STRUCK.search(plain):
        return True
    for found in (*_AFTER.finditer(plain), *_BEFORE.finditer(plain)):
        rest = plain[found.start() : found.end() + 60].partition(". ")[0]
        if formulas or not _FORMULA.search(rest):
            return True
    return False


@cache
def _reasons(kind: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """The reasons, and what finds them as whole words."""
    listed = tuple(r.replace("’", "'") for r in load("anonymity")[f"reasons.{kind}"])
    return listed, re.compile(r"\b(?:" + "|".join(map(re.escape, listed)) + r")\b")
