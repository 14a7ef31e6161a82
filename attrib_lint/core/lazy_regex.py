"""Regular expressions that are compiled when they are first used.

Python takes some 0.2 ms to compile one, and a start that reads one article uses a third of ours.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, Generic, cast


def lazy_regex(expression: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`, but a mistake in the expression shows only when it is used.

    What it gives has a pattern's methods and is none: the `re` of a match is another object, and
    the functions of `re` do not take it.
    """
    return cast("re.Pattern[AnyStr]", _Lazy(expression, flags))


class _Lazy(Generic[AnyStr]):
    """Stands for a pattern, whose methods it takes over one by one as they are asked for."""

    def __init__(self, expression: AnyStr, flags: int) -> None:
        self._expression: AnyStr = expression
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)  # what copying and pickling ask for
        compiled = re.compile(self._expression, self._flags)  # `re` keeps what it has compiled
        value = getattr(compiled, name)
        setattr(self, name, value)
        return value
