"""Name the spokesperson.

House convention: a spokesperson speaks for somebody and has a name. "A spokesman said" hides both
when neither the name nor the organisation stands in the sentence. What a named organisation's
spokesperson says is let through.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lint.api import Article, Finding, Options

HELP = "Who is the spokesperson, and for whom do they speak?"
SEVERITY = "warning"
GUARDS = ("A name or an organisation in the same noun phrase is enough.",)
GOOD = [
    "Ruth Kelso, a spokeswoman for the union, said talks would go on.",
    "A spokesman for Calder Transit said the order stands.",
    "The spokesman’s car was parked outside, the guard said.",
]
BAD = [
    "[[A spokesman]] said the order stands.",
    "“We will appeal,” [[a spokeswoman]] said.",
    "The route will close, according to [[a spokesperson]].",
]
HEADS = frozenset({"spokesman", "spokeswoman", "spokesperson"})


def check(article: Article, options: Options) -> Iterator[Finding]:
    for attribution in article.attributions:
        source = attribution.source
        if source is None or source.named or source.entity:
            continue
        if source.head.of(article.text).lower() in HEADS and len(source.span) < 20:
            text = source.span.of(article.text)
            yield Finding(source.span, f"“{text}” has neither a name nor an employer.")
