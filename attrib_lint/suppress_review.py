"""Which suppressions of an article hide something, and what is wrong with the others."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from attrib_lint.core.document import Document
from attrib_lint.core.finding import Diagnostic, Edit
from attrib_lint.core.severity import Severity
from attrib_lint.core.span import Span
from attrib_lint.fingerprint import with_fingerprints
from attrib_lint.rule import PRESETS, Rule
from attrib_lint.suppress import Suppression, read_suppressions

GROUP = "suppressions"
UNUSED = "unused-suppression"
UNEXPLAINED = "unexplained-suppression"
_WRITE = "Write `attrib-lint: ignore[rule] reason`, or remove it."


def _rule(
    name: str, summary: str, why: str, ask: str, example: str, **rest: tuple[str, ...]
) -> Rule:
    return Rule(
        name=name,
        group=GROUP,
        summary=summary,
        why=why,
        help=ask,
        severity="warning",
        path=Path(__file__),
        good=(),
        bad=(example,),
        check=lambda article, options: (),
        **rest,  # type: ignore[arg-type]  # presets alone
    )


RULES: tuple[Rule, ...] = (
    _rule(
        UNEXPLAINED,
        "Say why a finding is suppressed.",
        "A later editor has to be able to judge whether the decision still holds. "
        "Switched on by `require-reasons = true`.",
        "Why may this stand? Add the reason after the bracket.",
        "[[<!-- attrib-lint: ignore[late-attribution] -->]]",
    ),
    _rule(
        UNUSED,
        "Remove a suppression that hides nothing.",
        "It would hide the next finding on these words without anybody deciding so.",
        "Can it go? `--fix` removes it.",
        "[[<!-- attrib-lint: ignore[late-attribution] agreed -->]]\n\nThe bus left at noon.",
        presets=PRESETS,
    ),
)


class Suppressions:
    """The suppressions of one document, and which of them have hidden something."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._found, self._mistakes = read_suppressions(document)
        self._used: set[tuple[int, str]] = set()

    def hides(self, diagnostic: Diagnostic) -> bool:
        """Whether a suppression covers a diagnostic; every one that does counts as used."""
        hidden = False
        for i, suppression in enumerate(self._found):
            if suppression.covers(diagnostic):
                hidden = True
                names = {diagnostic.rule, diagnostic.group, "all"}
                self._used.update((i, n) for n in suppression.names or ("all",) if n in names)
        return hidden

    def complaints(
        self, ran: Mapping[str, Severity], known: Collection[str], *, reasons: bool = False
    ) -> tuple[Diagnostic, ...]:
        """Diagnostics about the suppressions themselves, after everything was offered to `hides`.

        `ran` maps the rules and groups that ran on this document to severities: a suppression of
        a rule that did not run is not judged. `known` holds every rule and group there is.
        """
        found: list[Diagnostic] = []
        if UNUSED in ran:
            found += [
                self._complaint(UNUSED, ran, m.span, m.message, _WRITE) for m in self._mistakes
            ]
            for i, suppression in enumerate(self._found):
                found += self._unused(i, suppression, ran, known)
        useless = {complaint.span for complaint in found}
        if reasons or UNEXPLAINED in ran:
            found += [
                self._complaint(UNEXPLAINED, ran, s.parts[0], "No reason is given.", RULES[0].help)
                for s in self._found
                if not s.reason and s.parts[0] not in useless
            ]
        found.sort(key=lambda diagnostic: diagnostic.span)
        return with_fingerprints(found, self._document)

    def _unused(
        self,
        i: int,
        suppression: Suppression,
        ran: Mapping[str, Severity],
        known: Collection[str],
    ) -> Iterator[Diagnostic]:
        names = suppression.names or ("all",)
        unknown = [name for name in names if name not in known]
        idle = [n for n in names if n in ran and (i, n) not in self._used]
        if not (unknown or idle):
            return
        left = [name for name in names if name not in unknown and name not in idle]
        parts = []
        if unknown:
            parts.append(f"no rule is named {_listed(unknown)}")
        if idle:
            parts.append("it hides nothing" if idle == ["all"] else f"{_listed(idle)} is not found")
        message = f"This suppression can go: {' and '.join(parts)} here."
        edits = tuple(
            edit for part in suppression.parts for edit in self._without(part, names, left)
        )
        span = suppression.parts[0]
        yield self._complaint(UNUSED, ran, span, message, RULES[1].help, edits)

    def _without(self, span: Span, names: Iterable[str], left: list[str]) -> Iterator[Edit]:
        """The edit that takes a comment away, or the names that it does not need."""
        text = self._document.source_text
        stated = span.of(text)
        if not any(comment.span == span for comment in self._document.comments):
            return  # front matter: the file's own list, in its own layout
        bracket = stated.find("[")
        if left:
            inside = Span(span.start + bracket + 1, span.start + stated.index("]", bracket))
            yield Edit(inside, ", ".join(left), "Remove the names that hide nothing", safe=True)
        else:
            yield Edit(_with_line(span, text), "", "Remove the suppression", safe=True)

    def _complaint(
        self,
        rule: str,
        ran: Mapping[str, Severity],
        span: Span,
        message: str,
        ask: str,
        edits: tuple[Edit, ...] = (),
    ) -> Diagnostic:
        return Diagnostic(
            path=self._document.path,
            span=span,
            text=span.of(self._document.source_text),
            rule=rule,
            group=GROUP,
            severity=ran.get(rule, "warning"),
            message=message,
            help=ask,
            edits=edits,
        )


def _listed(names: list[str]) -> str:
    return " and ".join(f"“{name}”" for name in names)


def _with_line(span: Span, text: str) -> Span:
    """A comment with its line and one blank line after it, where it has the line to itself."""
    before = re.search(r"(?:\A|(?<=[\r\n]))[ \t]*\Z", text[: span.start])
    after = re.compile(r"[ \t]*(?:\r\n|\r|\n|\Z)").match(text, span.end)
    if before is None or after is None:
        joined = text[max(0, span.start - 1) : span.start] == " " and text[span.end : span.end + 1]
        return Span(span.start - 1, span.end) if joined in (" ", "\n", "\r") else span
    end = after.end()
    blank = re.compile(r"[ \t]*(?:\r\n|\r|\n)").match(text, end)
    if blank is not None and re.search(
        r"(?:\A|\n|\r)[ \t]*(?:\r\n|\r|\n)?\Z", text[: before.start()]
    ):
        end = blank.end()
    return Span(before.start(), end)
