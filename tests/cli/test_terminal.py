"""What only a terminal gets, and what only a running program shows."""

import os
import pty
import signal
import subprocess
import sys
import threading
from pathlib import Path

from tests.cli.conftest import ARTICLE, Check, write

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "attrib_lint", "check", "a.md"]


def test_a_terminal_gets_colour_and_sentences(run: Check) -> None:
    control, terminal = pty.openpty()
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "COLUMNS": "80"}
    env.pop("NO_COLOR", None)
    subprocess.run(COMMAND, stdout=terminal, env=env, check=False)
    os.close(terminal)
    shown = b""
    while True:
        try:
            part = os.read(control, 65536)
        except OSError:  # the terminal is closed
            break
        if not part:
            break
        shown += part
    os.close(control)
    text = shown.decode()
    assert "\x1b[1;31m" in text
    assert "^^^^^^^^^^^" in text
    assert "Ask:" in text


def test_a_watching_check_reports_again_after_an_edit(run: Check, newsroom: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [*COMMAND, "--watch"],
        stdout=subprocess.PIPE,
        text=True,
        env=env,
        encoding="utf-8",
        # A test run in the background is started with interrupts ignored, and would hand that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert process.stdout is not None
    patience = threading.Timer(300, process.kill)  # a watch that says nothing fails, not hangs
    patience.start()
    try:
        first = _until_summary(process.stdout)
        assert first[-1] == "1 error, 1 info in 1 file."
        write(newsroom / "a.md", ARTICLE.replace(", so to speak", ""))
        second = _until_summary(process.stdout)
        assert second[-1] == "1 info in 1 file."
    finally:
        patience.cancel()
        process.send_signal(signal.SIGINT)
        process.wait(60)
    assert process.returncode in (0, 1, 130)


def _until_summary(lines: object) -> list[str]:
    seen: list[str] = []
    for line in lines:  # type: ignore[attr-defined]  # a text stream
        if line.strip():
            seen.append(line.rstrip("\n"))
        if " in 1 file." in line:
            break
    return seen
