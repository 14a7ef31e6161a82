"""attrib-lint: a linter for sourcing in news prose."""

__version__ = "0.1.0"
