"""What a rule says about itself, under fixed headings: for the terminal and for the rule pages."""

from __future__ import annotations

import json
import re
from typing import Literal

from msgspec import Struct

from attrib_lint.rule import PRESETS, Rule
from attrib_lint.suppress_review import GROUP as SUPPRESSIONS

Kind = Literal["text", "items", "examples", "code"]
_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_READS = {
    "narration": "the reporter's own words",
    "quotes": "quoted words",
    "headlines": "headlines, beside the story under them",
    "all": "the reporter's own words and quoted ones",
}
_NEXT_ARTICLE = re.compile(r"\s*^=====$\s*", re.MULTILINE)


class Section(Struct, frozen=True):
    """One heading with what stands beneath it.

    `lines` are paragraphs, items, example articles with `[[...]]` marks, or lines of code.
    """

    title: str
    kind: Kind
    lines: tuple[str, ...]


def explanation(rule: Rule) -> tuple[Section, ...]:
    """Every section of a rule that has something to say, in the order of the rule pages."""
    sections = (
        Section("What", "text", (rule.summary, _facts(rule))),
        Section("Why", "text", _paragraphs(rule.why)),
        Section("Ask", "text", (rule.help,)),
        Section("Flagged", "examples", rule.bad),
        Section("Not flagged", "examples", rule.good),
        Section("Lets through", "items", rule.guards),
        Section("Second reading", "text", _second_reading(rule)),
        Section("Options", "code", tuple(_option(rule, name) for name in rule.options)),
        Section("Presets", "text", (presets(rule),)),
        Section("How to suppress", "items", _suppressions(rule)),
    )
    return tuple(section for section in sections if section.lines)


def presets(rule: Rule) -> str:
    """The presets that have a rule, in words."""
    if not rule.builtin:
        return "A rule of your own: on in every preset."
    named = {*rule.presets, "strict"}
    return ", ".join(preset for preset in PRESETS if preset in named)


def pieces(example: str) -> list[tuple[str, bool]]:
    """An example cut at its marks: each piece, and whether it is what the rule flags."""
    found = []
    end = 0
    for mark in _MARK.finditer(example):
        found += [(example[end : mark.start()], False), (mark[1], True)]
        end = mark.end()
    return [piece for piece in (*found, (example[end:], False)) if piece[0]]


def articles_of(example: str) -> list[str]:
    """The articles of an example: several where a rule compares articles."""
    return _NEXT_ARTICLE.split(example)


def _facts(rule: Rule) -> str:
    reads = "several articles on one story" if rule.check_story else _READS[rule.where]
    if rule.group == SUPPRESSIONS:
        reads = "comments that suppress a finding"
    softer = (
        " Softer in opinion, reviews, sport and fiction, where writers speak for themselves, and "
        "in pieces that argue more than they report."
        if rule.voice
        else " Silent in opinion, which takes up what its readers know."
        if not rule.columns
        else ""
    )
    return f"Group {rule.group}; severity {rule.severity}; reads {reads}.{softer}"


def _second_reading(rule: Rule) -> tuple[str, ...]:
    """How the reader's suspicions bear on a rule."""
    company = (
        "Where `reader-company` is set, the rule speaks only in an article of which the reader "
        "suspects at least so many faults in 1,000 words: some 4 in a newspaper's, 30 in a "
        "careless one; `reader-opening` asks the same for the opening of a longer article, which "
        "sums up what the rest goes into."
    )
    if not rule.suspected:
        return (company,) if {"reader-company", "reader-opening"} & {*rule.options} else ()
    return (
        "The reader has learnt from marked articles what the faults of this rule look like, and "
        "says how sure it is (0 to 1). Where `reader-agrees` is set, a finding of which it is less "
        "sure is dropped. Where `reader-alone` is set, words of which it is that sure are reported "
        "though the rule found nothing, if the rule's guards do not clear them; where "
        "`reader-insists` is set, from there on whether they do or not; `careless-alone` and "
        "`careless-insists` are these two for a careless article. 1.1 is never. How sure it "
        "is depends on the words and on the article around them; in a careless one it is heard "
        "more readily. `attrib-lint facts` lists what it suspects.",
        company,
    )


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split("\n\n") if part.strip())


def _option(rule: Rule, name: str) -> str:
    """An option with its default, and what presets set it to: "max = 1  # 3 in ap"."""
    others: dict[str, list[str]] = {}
    for preset, values in rule.preset_options.items():
        if name in values:
            others.setdefault(toml(values[name]), []).append(preset)
    notes = "; ".join(f"{value} in {', '.join(named)}" for value, named in others.items())
    return f"{name} = {toml(rule.options[name])}" + (f"  # {notes}" if notes else "")


def toml(value: object) -> str:
    """An option's value as a config file has it."""
    return json.dumps([*value] if isinstance(value, tuple) else value, ensure_ascii=False)


def _suppressions(rule: Rule) -> tuple[str, ...]:
    comment = f"<!-- attrib-lint: ignore[{rule.name}] why it may stand -->"
    return (
        f"in an article, before the line: `{comment}`",
        "without a mark in the article: `attrib-lint check --add-ignores --reason "
        '"why it may stand"` accepts what is found',
        f'everywhere, in the config: `ignore = ["{rule.name}"]`',
    )
