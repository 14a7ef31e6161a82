"""For reading: each finding with its words in their sentence, the question to ask, and partners."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from rich.console import Console
from rich.text import Text

from attrib_lint.core.finding import Diagnostic, Related
from attrib_lint.core.severity import Severity
from attrib_lint.core.span import Span
from attrib_lint.report.frame import frame
from attrib_lint.report.places import Places
from attrib_lint.report.report import Report

STYLES: dict[Severity, str] = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}
_PIPE_WIDTH = 80
_WIDEST = 100
_MOST_FRAMES = 3
_MOST_LINES = 4


def write(report: Report, out: TextIO) -> None:
    """Every finding, then the summary. Colour and the terminal's width only on a terminal."""
    write_to(report, console_for(out))


def console_for(out: TextIO) -> Console:
    """A rich console on `out`, at most 100 columns wide."""
    width = None if out.isatty() else _PIPE_WIDTH
    console = Console(file=out, width=width, highlight=False, emoji=False, markup=False)
    console.width = min(console.width, _WIDEST)
    return console


def write_to(report: Report, console: Console) -> None:
    """Every finding, then the summary, on a console."""
    for diagnostic in report.listed:
        _write_one(report, diagnostic, console)
    if not report.quiet:
        style = "bold" if report.diagnostics else "bold green"
        console.print(Text(report.summary(), style))


def _write_one(report: Report, diagnostic: Diagnostic, console: Console) -> None:
    places = report.places(diagnostic.path)
    style = STYLES[diagnostic.severity]
    console.print(
        Text.assemble(
            (diagnostic.path, "bold"),
            (f":{places.at(diagnostic.span.start)}", "dim"),
            "  ",
            (report.label(diagnostic), style),
            "  ",
            (diagnostic.rule, "dim"),
        ),
        soft_wrap=True,
    )
    indented(console, Text(diagnostic.message))
    for text in _framed(places, diagnostic.span, "^", style, console.width):
        console.print(text, soft_wrap=True)
    for related in diagnostic.related[:_MOST_FRAMES]:
        _write_related(report, diagnostic, related, console)
    if len(diagnostic.related) > _MOST_FRAMES:
        indented(console, Text(_others(report, diagnostic), "dim"))
    indented(console, Text.assemble(("Ask: ", "bold green"), diagnostic.help))
    for folded in diagnostic.also:
        indented(
            console, Text.assemble(("Also ", "dim"), (folded.rule, "dim"), f": {folded.message}")
        )
    console.print()


def _write_related(
    report: Report, diagnostic: Diagnostic, related: Related, console: Console
) -> None:
    path = related.path or diagnostic.path
    places = report.places(path)
    other = "" if path == diagnostic.path else f"{path}:"
    where = f"{other}{places.at(related.span.start)}"
    indented(console, Text.assemble((f"{where}  ", "dim"), related.message))
    for text in _framed(places, related.span, "-", "bold blue", console.width):
        console.print(text, soft_wrap=True)


def _others(report: Report, diagnostic: Diagnostic) -> str:
    """The related places that got no frame of their own."""
    rest = diagnostic.related[_MOST_FRAMES:]
    named = []
    for related in rest:
        path = related.path or diagnostic.path
        place = str(report.places(path).at(related.span.start))
        named.append(place if path == diagnostic.path else f"{path}:{place}")
    return f"and at {', '.join(named)}"


def indented(console: Console, text: Text) -> None:
    """Print wrapped text two columns in."""
    for line in text.wrap(console, console.width - 2):
        line.rstrip()
        console.print(Text("  ").append_text(line), soft_wrap=True)


def _framed(places: Places, span: Span, mark: str, style: str, width: int) -> Iterator[Text]:
    """The source lines of a span, each row with its number, the span underlined."""
    rows = places.rows(span)
    gutter = max(len(label) for label, _ in rows)
    for label, line in rows[:_MOST_LINES]:
        inside = Span(max(span.start, line.start), max(min(span.end, line.end), line.start))
        moved = Span(inside.start - line.start, max(inside.end, inside.start) - line.start)
        text = line.of(places.source_text)
        for i, row in enumerate(frame(text, moved, width - gutter - 6)):
            head = label.rjust(gutter) if i == 0 else " " * gutter
            yield Text.assemble((f"  {head} │ ", "dim"), _with_mark(row.text, row.marked, style))
            if row.marked is not None:
                before, length = row.underline
                yield Text.assemble(
                    (f"  {' ' * gutter} │ ", "dim"), " " * before, (mark * length, style)
                )


def _with_mark(text: str, marked: Span | None, style: str) -> Text:
    shown = Text(text)
    if marked is not None:
        shown.stylize(style, marked.start, marked.end)
    shown.rstrip()
    return shown
