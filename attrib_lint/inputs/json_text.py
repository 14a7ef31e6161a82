"""JSON in, values out; what is wrong is named with its line."""

from __future__ import annotations

import json

from attrib_lint.core.errors import InputError


def load_json(path: str, text: str, kind: str, first_line: int = 1) -> object:
    """The value of a JSON text. InputError: not JSON, or nested too deep to be an article."""
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        line = first_line + error.lineno - 1
        raise InputError(
            f"{path}:{line}: not JSON ({error.msg}), so this is not {kind}; mend it, or exclude it"
        ) from error
    except (RecursionError, ValueError) as error:
        raise InputError(f"{path}: nested too deep to be {kind}; exclude it") from error
    return value
