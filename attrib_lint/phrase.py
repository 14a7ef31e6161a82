"""The body of a TOML rule: phrases and token patterns, nothing that runs code."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast, get_args

import tomli

from attrib_lint.core.errors import RuleError
from attrib_lint.core.finding import Finding
from attrib_lint.core.severity import Severity
from attrib_lint.core.span import Span
from attrib_lint.rule import Options, Rule, Where

if TYPE_CHECKING:
    from spacy.matcher import Matcher

    from attrib_lint.article import Article

_KEYS = {
    "summary": str,
    "why": str,
    "message": str,
    "help": str,
    "severity": str,
    "where": str,
    "voice": bool,
    "columns": bool,
    "presets": list,
    "guards": list,
    "good": list,
    "bad": list,
    "pattern": list,
}
_REQUIRED = ("summary", "message", "help", "good", "bad", "pattern")
_PATTERN_KEYS = ("phrase", "lemmas", "tokens", "unless-before", "unless-after")


class PhraseCheck:
    """Finds the patterns of one TOML rule; the matcher is built on first use and kept here."""

    def __init__(self, path: Path, message: str, patterns: list[dict[str, Any]]) -> None:
        self._path = path
        self._message = message
        self._patterns = patterns
        self._matcher: Matcher | None = None

    def __call__(self, article: Article, options: Options) -> Iterator[Finding]:
        """One finding for each longest match; `{text}` in the message is what was matched."""
        from attrib_lint.nlp import longest

        if self._matcher is None:
            self._matcher = self._build()
        for parsed in article.parsed:
            for match in longest(self._matcher, parsed.doc):
                span: Span = parsed.span(match)
                if not self._excepted(match.doc, match.start, match.end, match.label_):
                    text = span.of(article.text)
                    yield Finding(span, self._message.replace("{text}", text))

    def _build(self) -> Matcher:
        from attrib_lint.nlp import build_matcher

        tokens = {str(i): _tokens(pattern) for i, pattern in enumerate(self._patterns)}
        try:
            return build_matcher(tokens)
        except ValueError as error:
            raise RuleError(f"{self._path}: a token pattern spaCy cannot use: {error}") from error

    def _excepted(self, doc: Any, start: int, end: int, label: str) -> bool:
        pattern = self._patterns[int(label)]
        before = doc[start - 1].lower_ if start else ""
        after = doc[end].lower_ if end < len(doc) else ""
        return before in pattern.get("unless-before", ()) or after in pattern.get(
            "unless-after", ()
        )


def _tokens(pattern: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The spaCy token pattern of one `[[pattern]]` table."""
    if "tokens" in pattern:
        return cast("list[dict[str, Any]]", pattern["tokens"])
    if "lemmas" in pattern:
        return [{"LEMMA": word} for word in str(pattern["lemmas"]).split()]
    from attrib_lint.nlp import split_words

    return [{"LOWER": word.lower()} for word in split_words(str(pattern["phrase"]))]


def read_phrase_rule(path: Path, name: str, group: str, *, builtin: bool = False) -> Rule:
    """The rule in a TOML file; raises RuleError naming file, key and what to mend."""
    try:
        table = tomli.loads(path.read_text("utf-8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: not valid TOML: {error}. Mend the file.") from error
    _check_keys(path, table)
    _check_patterns(path, table["pattern"])
    return Rule(
        name=name,
        group=group,
        summary=table["summary"],
        why=str(table.get("why", "")).strip(),
        help=table["help"],
        severity=cast(Severity, table.get("severity", "warning")),
        where=cast(Where, table.get("where", "narration")),
        voice=table.get("voice", False),
        columns=table.get("columns", True),
        path=path,
        check=PhraseCheck(path, table["message"], table["pattern"]),
        presets=tuple(table.get("presets", ())),
        guards=tuple(table.get("guards", ())),
        good=_texts(table["good"]),
        bad=_texts(table["bad"]),
        builtin=builtin,
    )


def _texts(values: list[str]) -> tuple[str, ...]:
    return tuple(inspect.cleandoc(value) for value in values)


def _check_keys(path: Path, table: Mapping[str, Any]) -> None:
    from difflib import get_close_matches

    for key, value in table.items():
        if key not in _KEYS:
            near = get_close_matches(key, _KEYS, 1)
            hint = f"did you mean `{near[0]}`?" if near else f"known: {', '.join(sorted(_KEYS))}."
            raise RuleError(f"{path}: unknown key `{key}`: {hint}")
        if not isinstance(value, _KEYS[key]):
            raise RuleError(f"{path}: `{key}` must be a {_KEYS[key].__name__}.")
    for key in _REQUIRED:
        if not table.get(key):
            raise RuleError(f"{path}: the key `{key}` is missing: add it.")
    for key, allowed in (("severity", get_args(Severity)), ("where", get_args(Where))):
        if key in table and table[key] not in allowed:
            raise RuleError(f"{path}: `{key}` is one of {', '.join(allowed)}.")


def _check_patterns(path: Path, patterns: list[Any]) -> None:
    for number, pattern in enumerate(patterns, 1):
        where = f"{path}: [[pattern]] number {number}"
        if not isinstance(pattern, dict):
            raise RuleError(f"{where} is not a table.")
        for key in pattern:
            if key == "regex" or key not in _PATTERN_KEYS:
                raise RuleError(f"{where}: unknown key `{key}`; use {', '.join(_PATTERN_KEYS)}.")
        if sum(key in pattern for key in ("phrase", "lemmas", "tokens")) != 1:
            raise RuleError(f"{where}: give exactly one of `phrase`, `lemmas`, `tokens`.")
