"""Imports spaCy without its command line, which is a third of the import and never used here.

`import spacy` runs `from .cli.info import info`, and with it a downloader, a web client and a
project manager. Stand-ins hold the two places while spaCy is imported and are gone afterwards, so
that whoever asks for `spacy.cli` later gets the real one.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

_CLI = "spacy.cli"


def import_spacy() -> None:
    """Import spaCy, unless somebody has done so already."""
    if "spacy" in sys.modules or _CLI in sys.modules:
        return
    stand_ins = {_CLI: ModuleType(_CLI), f"{_CLI}.info": ModuleType(f"{_CLI}.info")}
    found = find_spec("spacy")
    places = (found.submodule_search_locations or []) if found is not None else []
    stand_ins[_CLI].__path__ = [f"{place}/cli" for place in places]  # the rest of it is importable
    stand_ins[f"{_CLI}.info"].info = _info  # type: ignore[attr-defined]  # a module made here
    sys.modules.update(stand_ins)
    try:
        import spacy  # noqa: F401
    finally:
        for name, stand_in in stand_ins.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]


def _info(*args: Any, **kwargs: Any) -> Any:
    """As `spacy.info`."""
    return import_module(f"{_CLI}.info").info(*args, **kwargs)
