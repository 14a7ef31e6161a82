"""The text of a file that diagnostics point into, as a run keeps it."""

from __future__ import annotations

from attrib_lint.core.document import Document, Location


class SourceFile:
    """A decoded file without its prose.

    The text is held in UTF-8: a run keeps those of thousands of files, and one curly quotation
    mark doubles the size of a Python string.
    """

    __slots__ = ("_encoded", "format", "locations")

    def __init__(
        self, source_text: str, locations: tuple[Location, ...] = (), format: str = "plain"
    ) -> None:
        self._encoded = source_text.encode("utf-8", "surrogatepass")
        self.locations = locations
        self.format = format

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SourceFile) and self._state == other._state

    def __hash__(self) -> int:
        return hash(self._state)

    @property
    def _state(self) -> tuple[bytes, tuple[Location, ...], str]:
        return self._encoded, self.locations, self.format

    @staticmethod
    def of(document: Document) -> SourceFile:
        """The file that a document was read from."""
        return SourceFile(document.source_text, document.locations, document.format)

    @property
    def source_text(self) -> str:
        """The decoded file, decoded anew: hold on to it rather than ask twice."""
        return self._encoded.decode("utf-8", "surrogatepass")

    def without_text(self) -> SourceFile:
        """The file with no text, for a run that will not quote from it."""
        return SourceFile("", self.locations, self.format)
