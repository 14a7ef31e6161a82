"""spaCy comes without its command line, and whoever wants that gets the real one."""

from __future__ import annotations

import subprocess
import sys


def output(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return done.stdout.strip()


def test_loading_the_pipeline_leaves_the_command_line_of_spacy_out() -> None:
    code = (
        "import sys; from attrib_lint.nlp import load_pipeline; load_pipeline(); "
        "print([m for m in ('spacy.cli', 'spacy.cli.info', 'typer', 'requests', 'weasel') "
        "if m in sys.modules])"
    )
    assert output(code) == "[]"


def test_the_real_command_line_is_there_for_those_who_ask() -> None:
    code = (
        "import attrib_lint.reader, spacy, spacy.cli; "
        "print(spacy.info is not spacy.cli.info, sorted(spacy.info()) == "
        "sorted(spacy.cli.info()), callable(spacy.cli.download))"
    )
    assert output(code).splitlines()[-1] == "True True True"


def test_a_spacy_that_is_there_already_is_left_alone() -> None:
    code = (
        "import spacy; before = spacy.info; import attrib_lint.reader; "
        "import spacy.cli; print(spacy.info is before is spacy.cli.info)"
    )
    assert output(code) == "True"
