"""What a rule is, whatever kind of file it was written in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

from attrib_lint.core.finding import Finding
from attrib_lint.core.severity import Severity

if TYPE_CHECKING:
    from attrib_lint.article import Article
    from attrib_lint.core.span import Span
    from attrib_lint.stories.story import Story

Where = Literal["narration", "quotes", "headlines", "all"]
OptionValue = bool | int | float | str | tuple[str, ...]
PRESETS = ("default", "ap", "reuters", "wikipedia", "strict")
READER_OPTIONS: Mapping[str, OptionValue] = MappingProxyType(
    {
        "reader-alone": 1.1,
        "reader-insists": 1.1,
        "reader-agrees": 0.0,
        "reader-company": 0.0,
        "reader-opening": 0.0,
        "careless-alone": 1.1,
        "careless-insists": 1.1,
    }
)
"""Options of every rule with SUSPECTED, as confidences of the reader: what it suspects by itself is
reported from `reader-alone` (above 1: never), if the rule has looked at it and lets it through from
`reader-insists`, and what the rule finds from `reader-agrees`. `reader-company`, which any rule may
have, is how many faults the reader must suspect in 1,000 words of an article before the rule
speaks; `reader-opening` is the same for the opening of a longer one. In a careless article it is
heard from `careless-alone` and `careless-insists` too."""


class Options:
    """The settings of one rule: its defaults, overridden by the config."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, OptionValue]) -> None:
        self._values = dict(values)

    def __repr__(self) -> str:
        return f"Options({dict(sorted(self._values.items()))})"

    @property
    def values(self) -> Mapping[str, OptionValue]:
        """Every option with its value, in the order of the rule."""
        return MappingProxyType(self._values)

    def flag(self, name: str) -> bool:
        """A yes-or-no option."""
        return bool(self._values[name])

    def number(self, name: str) -> float:
        """A numeric option."""
        value = self._values[name]
        assert isinstance(value, int | float)
        return value

    def text(self, name: str) -> str:
        """A word."""
        return str(self._values[name])

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of words."""
        value = self._values[name]
        assert isinstance(value, tuple)
        return value


Check = Callable[["Article", Options], Iterable[Finding]]
Settled = Literal["settled"]
Anchor = Callable[["Article", "Span", Options], "Span | Finding | Settled | None"]
CheckStory = Callable[["Story", Options], Iterable[Finding]]


class Rule(Struct, frozen=True):
    """A rule read from one file. `good` and `bad` are example articles; `[[...]]` marks the spans
    that a bad one is flagged at. Exactly one of `check` and `check_story` is set. `preset_options`
    holds the options that a built-in preset sets otherwise than `options`, by preset. `suspected`
    is the message ("{span}" is the words) for what only the reader suspects; empty for never.
    """

    name: str
    group: str
    summary: str
    why: str
    help: str
    severity: Severity
    path: Path
    good: tuple[str, ...]
    bad: tuple[str, ...]
    guards: tuple[str, ...] = ()
    presets: tuple[str, ...] = ()
    where: Where = "narration"
    suspected: str = ""
    voice: bool = (
        False  # judges the writer's own voice: softened in opinion, review, sport, fiction
    )
    columns: bool = True  # judges opinion, too; not where columns take up what readers know
    options: Mapping[str, OptionValue] = field(default_factory=dict)
    preset_options: Mapping[str, Mapping[str, OptionValue]] = field(default_factory=dict)
    check: Check | None = None
    anchor: Anchor | None = None
    """Where the rule reports what only the reader suspects, or the finding itself; None where it
    lets it through, "settled" where it does so however sure the reader is."""
    check_story: CheckStory | None = None
    builtin: bool = True
