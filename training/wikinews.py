"""Real news with marked faults: Wikinews articles of public datasets, the marks kept beside them.

The articles come from the entity saliency dataset of dexter (`saliency-dataset.json`, a JSON object
a line), from tables of scraped articles (`.csv` with title and text) and from a folder of pages
that WikiExtractor took out of a dump (`wiki_00`, ...). Their marks come from `wikinews.jsonl` and
`wikinews-judged.jsonl` in `marked/`: the article (its number in the first, its title in the tables,
"page" and its number in the dump), the paragraph (0 is the headline), where the words begin in it,
the words, the rule, and whether it must, may or must not (`trap`) report them. Texts: Wikinews, CC
BY 2.5; those before September 2005, public domain.
"""

from __future__ import annotations

import csv
import html
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from training.marked import Paragraph, Row, marked_by, read_rows

_LEFT = re.compile(
    r"\{\|.*?\|\}|\[\[[^\]]*\||\]\]|\[\[|\{\{[^}]*\}\}|\[https?://\S+ ?|<[^>]+>|^\s*[|*}]+.*$"
)
"""What a converter left of tables, links, templates and tags."""
_GAP = re.compile(r"\n\s*\n")
_DAY = re.compile(r"\w+day,? \w+ \d+,? \d{4}\.?")
"""The line that dates an article."""
_PAGE = re.compile(r'<doc id="(\d+)" url="[^"]*" title="(.*?)">\n(.*?)</doc>', re.DOTALL)
_FOOT = re.compile(
    r"<h\d>\s*(?:sources?|related|external|references?|notes?|see also|further reading|have your"
    r" say|sister|links?|footnotes?|transcript)[^<]*</h\d>.*",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<(script|style|ref)[^>]*>.*?</\1>|<[^>]*>|\[\d*\]")
_NO_PROSE = re.compile(
    r"<h\d>|.*BULLET|</?[uo]l>|.*(?:\{\{|\}\}|\[\[|\]\]|\||thumb|__)"
    r"|(?:File|Image):|Wikinews has |Th(?:is page|is article|e following)|Have an opinion"
)
_BEFORE_MARK = re.compile(r" (?=[,.;:?!])")
_ENDED = re.compile(r"""[.!?:"”')…]$""")
_SHORTEST = 4  # words of a paragraph
_LEAST = 2  # paragraphs of an article


def marked_articles(
    texts: Mapping[int | str, Sequence[str]], marks: Path
) -> Iterator[list[Paragraph]]:
    """The articles that have been read for faults, headline first, of those that datasets hold.

    Raises ValueError, naming the line of `marks`, where its words do not stand in a dataset.
    """
    rows = read_rows(marks)
    marked = marked_by(rows, texts, "article", marks)
    for article in dict.fromkeys(row["article"] for row in rows):
        yield [
            Paragraph(text, marked.get((article, i), ())) for i, text in enumerate(texts[article])
        ]


def read_texts(dataset: Path) -> Iterator[tuple[int | str, list[str]]]:
    """What the articles of a dataset are known by, and their paragraphs, headline first."""
    if dataset.is_dir():
        yield from _pages(dataset)
    elif dataset.suffix == ".csv":
        yield from _rows(dataset)
    else:
        yield from ((row["docId"], _paragraphs(row)) for row in read_rows(dataset))


def _pages(dump: Path) -> Iterator[tuple[str, list[str]]]:
    for path in sorted(dump.rglob("wiki_*")):
        for number, title, page in _PAGE.findall(path.read_text("utf-8")):
            headline = html.unescape(title)
            lines = [_plain(line) for line in _FOOT.sub("", page).splitlines()]
            yield f"page {number}", [headline, *(p for p in lines if p and p != headline)]


def _plain(line: str) -> str:
    """A line of a page in plain text, or nothing where it is no paragraph."""
    if _NO_PROSE.match(line):
        return ""
    bare = _TAG.sub("", html.unescape(html.unescape(line)))
    text = _BEFORE_MARK.sub("", " ".join(bare.replace("♡❤", "").split()))
    whole = len(text.split()) >= _SHORTEST and _ENDED.search(text)
    return text if whole and not _NO_PROSE.match(text) and not _DAY.fullmatch(text) else ""


def _rows(table: Path) -> Iterator[tuple[str, list[str]]]:
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            parts = [" ".join(part.split()) for part in _GAP.split(row["text"])]
            kept = [part for part in parts if len(part.split()) >= _SHORTEST]
            title = " ".join(row["title"].split())
            yield title, [title, *(part for part in kept if not _DAY.fullmatch(part))]


def _paragraphs(row: Row) -> list[str]:
    """An article's headline and the paragraphs of some length, in plain text."""
    fields = {f["name"]: f["value"] for f in row["document"] if f.get("value")}
    body = [fields[name] for name in sorted(fields) if name.startswith("body_par_")]
    plain = [" ".join(_LEFT.sub("", html.unescape(text).strip()).split()) for text in body]
    kept = [text for text in plain if len(text.split()) >= _SHORTEST]
    return [row["title"], *kept] if len(kept) >= _LEAST else []
