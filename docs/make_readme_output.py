"""Writes the output that the README shows, as text and as a picture."""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
_OUTPUT = re.compile(r"(<!-- output: attrib-lint (.+?) -->\n```text\n)(.*?)(```)", re.DOTALL)


def run(arguments: list[str]) -> str:
    """What the program prints for some arguments, in colour only where they ask for it."""
    argv = [sys.executable, "-m", "attrib_lint", *arguments, "--no-cache"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80"}
    done = subprocess.run(argv, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr)
    return done.stdout


def main() -> None:
    """Refresh README.md and docs/check.svg."""
    from rich.console import Console
    from rich.text import Text

    readme = ROOT / "README.md"
    text = _OUTPUT.sub(lambda m: m[1] + run(shlex.split(m[2])) + m[4], readme.read_text("utf-8"))
    readme.write_text(text, "utf-8")
    os.environ["FORCE_COLOR"] = "1"
    article = "examples/articles/01-city-wire.md"
    shown = run(["check", article, "--isolated", "--output-format", "full"])
    console = Console(record=True, width=80, file=io.StringIO())
    console.print(Text("$ attrib-lint check 01-city-wire.md\n", style="bold"))
    console.print(Text.from_ansi(shown))
    console.save_svg(str(ROOT / "docs" / "check.svg"), title="attrib-lint")


if __name__ == "__main__":
    main()
