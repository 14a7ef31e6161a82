"""What the user got wrong. Messages begin with the path (and line) and end with what to do."""

from __future__ import annotations


class UserError(Exception):
    """A mistake that the user can mend: shown without a traceback, exit code 2."""


class ConfigError(UserError):
    """A config file or an option that cannot be used."""


class InputError(UserError):
    """A file that cannot be read as an article."""


class RuleError(UserError):
    """A rule file that cannot be used."""
