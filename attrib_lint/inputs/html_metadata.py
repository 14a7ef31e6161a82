"""What an HTML page states about its article: title, date, author, outlet, genre."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping, Sequence

from attrib_lint.inputs.frontmatter import flatten
from attrib_lint.inputs.html_tokens import Token, attributes_of

_META: Mapping[str, str] = {
    "article:author": "author", "article:published_time": "date", "article:section": "genre",
    "author": "author", "byl": "author", "citation_author": "author", "date": "date",
    "datepublished": "date", "dc.creator": "author", "dc.date": "date", "dc.publisher": "outlet",
    "dc.title": "title", "genre": "genre", "headline": "title", "og:site_name": "outlet",
    "og:title": "title", "parsely-author": "author", "parsely-pub-date": "date",
    "parsely-section": "genre", "pubdate": "date", "publisher": "outlet", "section": "genre",
}  # fmt: skip
_GENRES = {
    "opinionnewsarticle": "opinion", "reviewnewsarticle": "review", "satiricalarticle": "satire",
    "analysisnewsarticle": "analysis", "review": "review",
}  # fmt: skip
_MAX_SCRIPT = 200_000


def metadata_of(text: str, tokens: Sequence[Token]) -> dict[str, str]:
    """Metadata as text. Linked data counts before meta tags, those before the title element."""
    found: dict[str, str] = {}
    title = ""
    for i, token in enumerate(tokens):
        if token.kind != "open":
            continue
        if token.name == "meta":
            _read_meta(attributes_of(text, token), found)
        elif token.name in ("title", "script") and i + 1 < len(tokens):
            content = tokens[i + 1]
            if content.kind != "text":
                continue
            if token.name == "title":
                title = title or " ".join(html.unescape(text[content.start : content.end]).split())
            elif attributes_of(text, token).get("type", "").lower() == "application/ld+json":
                found = {**found, **_linked_data(text[content.start : content.end])}
        elif token.name == "time" and "date" not in found:
            stamp = attributes_of(text, token).get("datetime", "")
            if stamp:
                found["date"] = stamp
    if title:
        found.setdefault("title", title)
    return found


def _read_meta(values: Mapping[str, str], found: dict[str, str]) -> None:
    name = values.get("property") or values.get("name") or values.get("itemprop") or ""
    key, content = _META.get(name.lower()), values.get("content", "").strip()
    if key and content and not (key == "author" and content.startswith("http")):
        found.setdefault(key, content)


def _linked_data(script: str) -> dict[str, str]:
    """What JSON-LD says about the first article in it; nothing where it is broken."""
    if len(script) > _MAX_SCRIPT:
        return {}
    try:
        data = json.loads(script)
    except (ValueError, RecursionError):
        return {}
    for item in _items(data):
        kind = item.get("@type")
        kinds = [str(k).lower() for k in (kind if isinstance(kind, list) else [kind])]
        if any("article" in k or k in _GENRES or k == "blogposting" for k in kinds):
            return _of_article(item, kinds)
    return {}


def _items(data: object) -> Iterator[Mapping[str, object]]:
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            if isinstance(graph, list):
                yield from (part for part in graph if isinstance(part, dict))


def _of_article(item: Mapping[str, object], kinds: Sequence[str]) -> dict[str, str]:
    flat = flatten(item)
    named = {
        "title": flat.get("headline"),
        "date": flat.get("datepublished"),
        "author": flat.get("author.name") or flat.get("author"),
        "outlet": flat.get("publisher.name") or flat.get("publisher"),
        "genre": next((_GENRES[k] for k in kinds if k in _GENRES), None)
        or flat.get("genre")
        or flat.get("articlesection"),
    }
    return {key: html.unescape(value) for key, value in named.items() if value}
