"""A report made by hand, with everything in it that a format has to show."""

from attrib_lint.core.document import Location
from attrib_lint.core.finding import Diagnostic, Edit, Folded, Related
from attrib_lint.core.run_error import RunError
from attrib_lint.core.source_file import SourceFile
from attrib_lint.core.span import Span
from attrib_lint.report.report import Report

LEAD = (
    "Wexmoor Council will close “two or three” of its libraries 📚 by May, one of the sources "
    "told the Harbour Gazette, although a spokeswoman for the council, who asked for patience, "
    "said that no list of buildings had been drawn up and that none would be before the budget."
)
ARTICLE = (
    f"# Libraries to close, council insiders say\r\n\r\n{LEAD}\r\n\r\n"
    "Nearly 4,000 people signed a petition.\r\n"
)
OTHER = "# Petition grows\n\nAbout 6,500 people signed the petition, the organisers said.\n"
NOTE = "A memo seen by us says so."


def diagnostic(path: str, source: str, words: str, rule: str = "bare-unnamed-source") -> Diagnostic:
    """A diagnostic on the first place where `words` stand."""
    start = source.index(words)
    return Diagnostic(
        path=path,
        span=Span(start, start + len(words)),
        text=words,
        rule=rule,
        group="anonymity",
        severity="error",
        message=f"“{words}” is neither named nor described.",
        help="Who is this, and how do they know? Name them, or give role and basis of knowledge.",
        fingerprint=f"{rule}-{start:04}",
    )


def at(source: str, words: str) -> Span:
    start = source.index(words)
    return Span(start, start + len(words))


def report() -> Report:
    """Two articles and a Word file: folded rule, partner in another file, edit, location, error."""
    from msgspec.structs import replace

    first = replace(
        diagnostic("news/libraries, new.md", ARTICLE, "one of the sources"),
        also=(Folded("anonymous-quote", "warning", "An unnamed source is quoted.", "Must it be?"),),
        related=(Related(at(ARTICLE, "council insiders"), "the same source again"),),
    )
    quote = replace(
        diagnostic("news/libraries, new.md", ARTICLE, "“two or three”", "malformed-quote"),
        group="quotes",
        severity="info",
        message="A fragment of two words: 100% of it | <could> be & is 'plain'.",
        edits=(Edit(Span(at(ARTICLE, "“").start, at(ARTICLE, "“").start + 1), "", "Drop", True),),
    )
    number = replace(
        diagnostic("news/libraries, new.md", ARTICLE, "Nearly 4,000 people", "number-conflict"),
        group="consistency",
        severity="warning",
        message="“Nearly 4,000 people” here, “About 6,500 people” in the other article.",
        related=(Related(at(OTHER, "About 6,500 people"), "the other figure", "b.md"),),
    )
    memo = replace(diagnostic("memo.docx", NOTE, "A memo"), severity="warning")
    return Report(
        diagnostics=(quote, first, number, memo),
        sources={
            "news/libraries, new.md": SourceFile(ARTICLE),
            "b.md": SourceFile(OTHER),
            "memo.docx": SourceFile(NOTE, (Location(Span(0, len(NOTE)), "paragraph 4"),)),
        },
        errors=(RunError("c.md", "unreadable-input", "c.md: is not UTF-8.", "Save it as UTF-8."),),
        paths=("news/libraries, new.md", "b.md", "memo.docx"),
        suppressed=1,
        baselined=2,
    )
