"""Runs rules over an article: guards, chains, places in the source, folding; contains crashes."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from attrib_lint.core.document import Document
from attrib_lint.core.finding import Diagnostic, Finding, Folded, Related
from attrib_lint.core.run_error import RunError
from attrib_lint.core.severity import SEVERITIES, Severity
from attrib_lint.core.span import Span
from attrib_lint.fingerprint import with_fingerprints
from attrib_lint.questions.columns import is_column
from attrib_lint.questions.essays import is_essay
from attrib_lint.questions.personal import is_personal
from attrib_lint.rule import Options, Rule
from attrib_lint.second_reading import (
    HEADS,
    beyond_opening,
    in_company,
    may_speak_alone,
    second_reading,
)

if TYPE_CHECKING:
    from attrib_lint.article import Article
    from attrib_lint.core.facts import Source
    from attrib_lint.stories.story import Story

_BESIDE = ("heading", "caption")  # too short to say what the text beside them says
VOICE_GENRES = frozenset({"opinion", "review", "fiction", "sport", "sports", "analysis", "column"})
Suppressed = Callable[[Diagnostic], bool]


class ActiveRule(Struct, frozen=True):
    """A rule that is switched on, with the severity and options that the config gives it."""

    rule: Rule
    severity: Severity
    options: Options


class Checked(Struct, frozen=True):
    """What checking one article or story gave."""

    diagnostics: tuple[Diagnostic, ...]
    errors: tuple[RunError, ...] = ()
    suppressed: int = 0


Found = tuple[ActiveRule, Finding]


def check_article(
    article: Article, rules: Sequence[ActiveRule], suppressed: Suppressed | None = None
) -> Checked:
    """The diagnostics of one article, in reading order. A rule that crashes costs only itself."""
    return settled(find_in_article(article, rules), suppressed)


def check_story(
    story: Story, rules: Sequence[ActiveRule], suppressed: Suppressed | None = None
) -> Checked:
    """The diagnostics that several articles on one story give together, article by article."""
    return settled(find_in_story(story, rules), suppressed)


def settled(checked: Checked, suppressed: Suppressed | None = None) -> Checked:
    """What is shown: suppressed diagnostics dropped, then those on one place folded.

    In this order, so that suppressing the rule that shows reveals the one it carried.
    """
    kept = [d for d in checked.diagnostics if suppressed is None or not suppressed(d)]
    hidden = len(checked.diagnostics) - len(kept)
    by_path: dict[str, list[Diagnostic]] = {}
    for diagnostic in kept:
        by_path.setdefault(diagnostic.path, []).append(diagnostic)
    shown = tuple(diagnostic for found in by_path.values() for diagnostic in fold(found))
    return Checked(shown, checked.errors, checked.suppressed + hidden)


def find_in_article(article: Article, rules: Sequence[ActiveRule]) -> Checked:
    """Every diagnostic of one article, nothing suppressed or folded yet, rule by rule."""
    placed: list[Diagnostic] = []
    errors: list[RunError] = []
    for part in article.parts():
        found, failed = _found_in(part, rules)
        placed += [_diagnostic(active, finding, article.document) for active, finding in found]
        errors += [error for error in failed if error not in errors]
    return Checked(with_fingerprints(placed, article.document), tuple(errors))


def _found_in(article: Article, rules: Sequence[ActiveRule]) -> tuple[list[Found], list[RunError]]:
    """What the rules find in an article, guarded and chained, and which of them crashed."""
    found: list[Found] = []
    errors: list[RunError] = []
    for active in rules:
        check = active.rule.check
        if check is None or _is_of_no_concern(active.rule, article):
            continue
        try:
            findings = [*check(article, active.options)]
            # What an article is like is asked last: it takes the reader some work to say.
            if not (findings or may_speak_alone(active.rule, active.options)):
                continue
            if not in_company(article, active.options):
                continue
            if active.rule.suspected:
                findings = second_reading(article, active.rule, active.options, findings)
            findings = beyond_opening(article, active.options, findings)
            findings = [f for f in findings if _stands(active, f, article)]
            chained = _one_per_chain(findings, article.sources)
        except (Exception, SystemExit) as error:  # a rule may be anybody's code: CONVENTIONS.md
            errors.append(crash(active.rule, article.document.path, error))
            continue
        found += [(active, finding) for finding in chained]
    return found, errors


def find_in_story(story: Story, rules: Sequence[ActiveRule]) -> Checked:
    """Every diagnostic of a story, nothing suppressed or folded yet, article by article."""
    documents = {article.document.path: article.document for article in story.articles}
    placed: list[Diagnostic] = []
    errors: list[RunError] = []
    for active in rules:
        if active.rule.check_story is None:
            continue
        try:
            findings = list(active.rule.check_story(story, active.options))
        except (Exception, SystemExit) as error:  # as above
            errors.append(crash(active.rule, next(iter(documents), ""), error))
            continue
        placed += [
            _diagnostic(active, finding, documents[finding.path or ""], documents)
            for finding in findings
        ]
    named: list[Diagnostic] = []
    for path, document in documents.items():
        named += with_fingerprints([d for d in placed if d.path == path], document)
    return Checked(tuple(named), tuple(errors))


def crash(rule: Rule, path: str, error: BaseException) -> RunError:
    """What a crashed rule looks like to a user; quotes no text of the article."""
    frames = traceback.extract_tb(error.__traceback__)
    mine = [frame for frame in frames if Path(frame.filename) == rule.path.absolute()] or frames[
        -1:
    ]
    place = f"{mine[-1].filename}:{mine[-1].lineno}" if mine else str(rule.path)
    return RunError(
        path,
        "crashed-rule",
        f"{path}: the rule {rule.name} crashed at {place}: {type(error).__name__}",
        f"The other rules ran. Switch it off with `--ignore {rule.name}`.",
    )


def _is_essay(article: Article) -> bool:
    """Whether a piece reads like an essay, and is not said to be news."""
    return article.document.metadata.get("genre", "").lower() != "news" and is_essay(article)


def _is_of_no_concern(rule: Rule, article: Article) -> bool:
    """Rules about the writer's own voice do not judge opinion, review, sport or fiction."""
    if rule.voice:
        genre = article.document.metadata.get("genre", "").lower()
        return genre in VOICE_GENRES or is_personal(article) or _is_essay(article)
    return not rule.columns and is_column(article)


def _stands(active: ActiveRule, finding: Finding, article: Article) -> bool:
    """Whether a finding passes the global guards: in a block that is read, in the right voice."""
    parsed = article.block_at(finding.span.start)
    if parsed is None:
        return False
    if active.rule.where == "headlines":
        return parsed.block.kind in HEADS
    if active.rule.where == "all":
        return True
    compares = active.rule.group == "consistency"
    if parsed.block.kind in _BESIDE and not compares:
        return False
    quoted = (parsed.block.kind == "blockquote" and not compares) or any(
        quote.kind in ("speech", "unknown") and quote.inner.contains(finding.span)
        for quote in article.quotes
    )
    return quoted == (active.rule.where == "quotes")


def _one_per_chain(findings: list[Finding], sources: tuple[Source, ...]) -> list[Finding]:
    """Findings in reading order; those on later mentions of one source become related places."""
    first: dict[int, int] = {}
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (f.span.start, f.span.end)):
        chain = _chain_at(finding.span, sources)
        if chain is not None and chain in first:
            at = first[chain]
            again = Related(finding.span, "the same source again")
            kept[at] = replace(kept[at], related=(*kept[at].related, again))
            continue
        if chain is not None:
            first[chain] = len(kept)
        kept.append(finding)
    return kept


def _chain_at(span: Span, sources: tuple[Source, ...]) -> int | None:
    """The chain of the source mention that a finding stands on, if it stands on one."""
    on = [source for source in sources if _same_place(span, source.span)]
    best = min(on, key=lambda s: abs(len(s.span) - len(span)), default=None)
    return best.id if best is not None else None


def _same_place(a: Span, b: Span) -> bool:
    """Whether one span holds the other and they are more alike than not."""
    if not (a.contains(b) or b.contains(a)):
        return False
    shorter, longer = sorted((len(a), len(b)))
    return 2 * shorter >= longer


def _diagnostic(
    active: ActiveRule,
    finding: Finding,
    document: Document,
    documents: dict[str, Document] | None = None,
) -> Diagnostic:
    """A finding at its place in the source text."""
    others = documents or {}
    span = document.offsets.to_source(finding.span)
    related = tuple(
        replace(r, span=others.get(r.path or "", document).offsets.to_source(r.span))
        for r in finding.related
    )
    edits = tuple(replace(e, span=document.offsets.to_source(e.span)) for e in finding.edits)
    return Diagnostic(
        path=document.path,
        span=span,
        text=span.of(document.source_text),
        rule=active.rule.name,
        group=active.rule.group,
        severity=_severity(active, finding),
        message=finding.message,
        help=finding.help or active.rule.help,
        related=related,
        edits=edits,
        about=finding.about,
    )


def _severity(active: ActiveRule, finding: Finding) -> Severity:
    """A finding may be milder than its rule, never more severe than what the config allows."""
    if finding.severity is None:
        return active.severity
    return max(finding.severity, active.severity, key=SEVERITIES.index)


def fold(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """One diagnostic for each place: the more severe shows and carries the others in `also`.

    A tie goes to the more specific rule: one about the words before one about the article, then
    the one with the shorter span.
    """
    ranked = sorted(
        diagnostics,
        key=lambda d: (
            SEVERITIES.index(d.severity),
            d.about == "article",
            len(d.span),
            d.span.start,
            d.rule,
        ),
    )
    kept: list[Diagnostic] = []
    for diagnostic in ranked:
        at = next((i for i, k in enumerate(kept) if _folds(k, diagnostic)), None)
        if at is None:
            kept.append(diagnostic)
            continue
        folded = Folded(diagnostic.rule, diagnostic.severity, diagnostic.message, diagnostic.help)
        shown = kept[at]
        new = tuple(r for r in diagnostic.related if r not in shown.related)
        kept[at] = replace(shown, also=(*shown.also, folded), related=(*shown.related, *new))
    return tuple(sorted(kept, key=lambda d: (d.span.start, d.span.end, d.rule)))


def _folds(shown: Diagnostic, other: Diagnostic) -> bool:
    if shown.rule == other.rule:
        return shown.span == other.span
    return _same_place(shown.span, other.span)
