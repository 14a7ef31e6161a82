"""The parts of a Word file: a zip of XML, read with the standard library alone."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from attrib_lint.core.document import BlockKind
from attrib_lint.core.errors import InputError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_MAX_PART = 64_000_000
_STYLES: dict[str, BlockKind] = {
    "title": "headline",
    "subtitle": "standfirst",
    "quote": "blockquote",
    "intense quote": "blockquote",
    "block text": "blockquote",
    "quotations": "blockquote",
    "caption": "caption",
    "list": "list",
}


class Package:
    """The parts of the zip that hold an article."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        try:
            self.zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise self._broken("it is not a .docx file") from error

    def _broken(self, reason: str) -> InputError:
        return InputError(f"{self.path}: {reason}; open it in Word and save it as .docx again")

    def part(self, name: str) -> Element | None:
        """The root of one part; None where the file has no such part."""
        from xml.etree import ElementTree

        try:
            info = self.zip.getinfo(name)
            if info.file_size > _MAX_PART:
                raise self._broken(f"its part {name} is larger than {_MAX_PART:,} bytes")
            with self.zip.open(info) as stream:
                data = stream.read(_MAX_PART)
            return ElementTree.fromstring(data.replace(_STRICT[1:-1].encode(), W[1:-1].encode()))
        except KeyError:
            return None
        except RuntimeError as error:
            raise self._broken("it is encrypted") from error
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            ValueError,
            LookupError,
            NotImplementedError,
            ElementTree.ParseError,
        ) as error:
            raise self._broken(f"its part {name} is damaged") from error

    def body(self) -> Element:
        """The element that holds the paragraphs."""
        root = self.part("word/document.xml")
        body = root.find(f"{W}body") if root is not None else None
        if body is None:
            raise self._broken("it holds no Word document")
        return body

    def styles(self) -> dict[str, str]:
        """Style id -> the built-in name that it is, or is based on, in lower case."""
        root = self.part("word/styles.xml")
        names: dict[str, str] = {}
        bases: dict[str, str] = {}
        for style in root.iter(f"{W}style") if root is not None else ():
            key = style.get(f"{W}styleId", "")
            names[key] = value_of(style, "name").lower()
            bases[key] = value_of(style, "basedOn")
        return {key: _known_style(key, names, bases) for key in names}

    def links(self) -> dict[str, str]:
        """Relationship id -> target."""
        root = self.part("word/_rels/document.xml.rels")
        return {item.get("Id", ""): item.get("Target", "") for item in root or ()}

    def comments(self) -> dict[str, str]:
        """Comment id -> its text."""
        root = self.part("word/comments.xml")
        found = root.iter(f"{W}comment") if root is not None else ()
        return {c.get(f"{W}id", ""): "".join(t.text or "" for t in c.iter(f"{W}t")) for c in found}


def value_of(element: Element, child: str) -> str:
    """The `w:val` of a child element; "" without one."""
    found = element.find(f"{W}{child}")
    return found.get(f"{W}val", "") if found is not None else ""


def _known_style(key: str, names: dict[str, str], bases: dict[str, str]) -> str:
    for _ in range(10):
        name = names.get(key, "")
        if kind_of_style(name) is not None:
            return name
        key = bases.get(key, "")
    return ""


def kind_of_style(name: str) -> BlockKind | None:
    """The kind of block that a built-in style stands for."""
    if name.startswith("heading "):
        return "heading"
    return "list" if name.startswith("list ") else _STYLES.get(name)
