"""Prints how fast the product is, beside linters for other things: `python benchmarks/speed.py`.

Only ratios carry over from one machine to another.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).parent.parent))  # run from a checkout, installed or not

from benchmarks.processes import Cost, corpus_files, medians, timed
from benchmarks.recombine import recombine

_LOAD = "from attrib_lint.nlp import load_pipeline; load_pipeline()"
_PARSE = """
import json, sys, time
from pathlib import Path
from attrib_lint.config import Config
from attrib_lint.inputs import read_document
from attrib_lint.linter import Linter
from attrib_lint.process import set_up_process
from attrib_lint.nlp import load_pipeline, parse

paths = [Path(p) for p in json.load(sys.stdin)]
set_up_process()  # as the command does
linter = Linter(); linter.active
load_pipeline(); list(parse(["A driver said so."]))
documents = [read_document(str(p), p.read_bytes()) for p in paths]
blocks = [b.span.of(d.text) for d in documents for b in d.blocks if b.is_read]
linter.check_text("A driver said so.", "a.txt")
start = time.process_time(); list(parse(blocks)); bare = time.process_time() - start
start = time.process_time(); linter.check_files(paths); whole = time.process_time() - start
print(json.dumps([bare, whole]))
"""
_INDEXED = "all articles, index"
_CHANGED = "one changed paragraph"
Ratio = tuple[str, float, float]
"""What is measured, the value, and the largest that is asked for."""
PEERS = {
    "proselint": "proselint==0.16.0",
    "codespell": "codespell==2.4.3",
    "rumdl": "rumdl==0.3.0",
}
NPM_PEERS = (
    *("textlint@15.8.0", "textlint-rule-write-good@2.0.0", "textlint-rule-no-todo@2.0.1"),
    *("write-good@1.0.8", "alex@11.0.1"),
)


@click.command()
@click.argument("corpus", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--runs", default=5, show_default=True)
@click.option("--command", default="attrib-lint", show_default=True, help="The program to time.")
@click.option("--peers", is_flag=True, help="Install other linters into a scratch folder first.")
@click.option("--memory", is_flag=True, help="Also run up to 2,000 articles (minutes).")
def main(corpus: Path, runs: int, command: str, peers: bool, memory: bool) -> None:
    """Time attrib-lint on CORPUS, a folder of Markdown articles."""
    files = corpus_files(corpus)
    program = shutil.which(command)
    if program is None:
        raise click.ClickException(f"{command}: not found; install the package or name it")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        env = _environment(folder)
        others = _install(folder / "peers") if peers else {}
        commands = _commands(program, files, others)
        costs = medians(commands, runs, env)
        costs |= _changed(program, files, folder, env, runs)
        _print(costs)
        ratios = [*_ratios(costs, len(files)), _parse_share(files, env)]
        if memory:
            ratios += _growth(program, files, folder, env)
        click.echo()
        for name, value, asked in ratios:
            click.echo(f"{name:60}{value:8.2f}   at most {asked:.2f}")


def _environment(folder: Path) -> dict[str, str]:
    """As for an installed package: modules compiled once, an index of its own."""
    env = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    return {**env, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def _commands(program: str, files: list[str], others: dict[str, list[str]]) -> dict[str, list[str]]:
    check = [program, "check", "--isolated", "--output-format", "concise"]
    commands = {
        "--version": [program, "--version"],
        "import + load": [sys.executable, "-c", _LOAD],
        "1 article, no index": [*check, "--no-cache", files[0]],
        "10 articles, no index": [*check, "--no-cache", *files[:10]],
        f"{len(files)} articles, one job": [*check, "--no-cache", "--jobs", "1", *files],
        f"{len(files)} articles, two jobs": [*check, "--no-cache", "--jobs", "2", *files],
        _INDEXED: [*check, *files],
    }
    for name, argv in others.items():
        commands[f"{name} --version"] = [argv[0], "--version"]
        commands[f"{name}, {len(files)} articles"] = [*argv, *files]
    return commands


def _install(folder: Path) -> dict[str, list[str]]:
    """The peers, in an environment of their own: name -> command."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    python = str(folder / "bin" / "python")
    subprocess.run([python, "-m", "pip", "install", "-q", *PEERS.values()], check=True)
    found = folder / "bin"
    return {
        "proselint": [str(found / "proselint"), "check"],
        "codespell": [str(found / "codespell")],
        "rumdl": [str(found / "rumdl"), "check"],
        **_install_npm(folder / "npm"),
    }


def _install_npm(folder: Path) -> dict[str, list[str]]:
    """The peers that npm has, where npm is there."""
    npm = shutil.which("npm")
    if npm is None:
        click.echo("npm: not found; textlint, write-good and alex are left out", err=True)
        return {}
    folder.mkdir()
    subprocess.run(
        [npm, "install", "--silent", "--no-audit", "--no-fund", *NPM_PEERS], cwd=folder, check=True
    )
    rules = {"rules": {"write-good": True, "no-todo": True}}
    (folder / ".textlintrc.json").write_text(json.dumps(rules), encoding="utf-8")
    found = folder / "node_modules" / ".bin"
    config = str(folder / ".textlintrc.json")
    return {
        "textlint": [str(found / "textlint"), "--config", config],
        "write-good": [str(found / "write-good")],
        "alex": [str(found / "alex")],
    }


def _ratios(costs: dict[str, Cost], count: int) -> Iterator[Ratio]:
    """What is asked of starting, of the index and of two processes."""
    start, load = costs["--version"].cpu, costs["import + load"].cpu
    if "proselint --version" in costs:
        proselint = costs[f"proselint, {count} articles"].cpu
        yield "--version: cpu, proselint's = 1", start / costs["proselint --version"].cpu, 1.3
        yield "index: cpu, proselint's fresh run = 1", costs[_INDEXED].cpu / proselint, 0.25
    changed = costs[_CHANGED].cpu
    yield "one changed paragraph: cpu s", changed, start + load + 0.1
    two, one = costs[f"{count} articles, two jobs"], costs[f"{count} articles, one job"]
    yield "two jobs: wall, one job = 1", two.wall / one.wall, 0.65
    yield "one process: MiB", one.memory, 400


def _print(costs: dict[str, Cost]) -> None:
    click.echo(f"{'medians':32}{'wall s':>9}{'cpu s':>9}{'MiB':>7}{'exit':>6}")
    for name, cost in costs.items():
        click.echo(f"{name:32}{cost.wall:9.3f}{cost.cpu:9.3f}{cost.memory:7.0f}{cost.exit_code:6}")


def _changed(
    program: str, files: list[str], folder: Path, env: dict[str, str], runs: int
) -> dict[str, Cost]:
    """One changed paragraph among indexed articles."""
    copies = folder / "changed"
    copies.mkdir()
    for path in files:
        shutil.copy(path, copies)
    check = [program, "check", "--isolated", "--output-format", "concise", str(copies)]
    timed(check, env)
    target = copies / Path(files[0]).name
    number = 0

    def edit(_name: str) -> None:
        nonlocal number
        number += 1
        with target.open("a", encoding="utf-8") as stream:
            stream.write(f"\nThe council said on day {number} that it would vote.\n")

    return medians({_CHANGED: check}, runs, env, edit)


def _parse_share(files: list[str], env: dict[str, str]) -> Ratio:
    """CPU of a run against the bare parse of the same blocks, load excluded."""
    done = subprocess.run(
        [sys.executable, "-c", _PARSE],
        input=json.dumps(files),
        capture_output=True,
        text=True,
        check=True,
        env=env,
    )
    bare, whole = json.loads(done.stdout)
    click.echo(f"bare parse {bare:.2f} s cpu, whole run {whole:.2f} s cpu")
    return "whole run: cpu, bare parse = 1", whole / bare, 1.4


def _growth(program: str, files: list[str], folder: Path, env: dict[str, str]) -> Iterator[Ratio]:
    """Peak memory and time of one process as the corpus grows, on copies with new paragraphs."""
    check = [program, "check", "--isolated", "--no-cache", "--jobs", "1", "--quiet"]
    copies = folder / "many"
    copies.mkdir()
    many = recombine(files, copies, 9)
    corpus_files(copies)  # no paragraph stands twice
    sizes = (10, 200, 1_000, 2_000)
    costs = {size: timed([*check, *many[:size]], env) for size in sizes}
    words = {size: sum(map(_words, many[:size])) for size in sizes}
    for size, cost in costs.items():
        click.echo(
            f"{size} articles, {words[size]} words: {cost.memory:.0f} MiB, {cost.cpu:.2f} s cpu"
        )
    each: list[float] = []
    for small, large in ((10, 200), (200, 1_000), (1_000, 2_000)):
        more = costs[large].cpu - costs[small].cpu
        each.append(1_000 * more / (words[large] - words[small]))
        click.echo(
            f"{small} -> {large}: {more / (large - small):.4f} s cpu for an article more, "
            f"{each[-1]:.4f} for 1,000 words more"
        )
    yield "2,000 articles: MiB, 200 = 1", costs[2_000].memory / costs[200].memory, 1.1
    yield "200 -> 1,000: cpu for 1,000 words more, 10 -> 200 = 1", each[1] / each[0], 1.15


def _words(path: str) -> int:
    return len(Path(path).read_text("utf-8").split())


if __name__ == "__main__":
    main()
