"""`attrib-lint rules new NAME`: a commented rule file whose examples pass, to be changed."""

from __future__ import annotations

import re
from pathlib import Path

import click

DEFAULT_FOLDER = Path("house-rules")
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
TOML = """\
# A rule of your own. The file's name is the rule's name, its folder the group.
# `attrib-lint rules check` says what is wrong with it and runs the examples.

# One sentence about what a text should do; `attrib-lint rules` lists it.
summary = "Say which insiders."
# The reason, and the standard that it comes from.
why = "House convention: “industry insiders” hides who spoke, how many they were and how they know."
# One sentence about the text, never about its writer; {text} is what was found.
message = "“{text}”: which people, and how do they know?"
# The question that an editor would ask.
help = "Who are they, and what can readers be told about them?"
# "error" blocks a commit, "warning" and "info" do not.
severity = "warning"
# "narration" is the reporter's own words, "quotes" what stands in quotation marks, "headlines" what
# stands above the story, or "all".
where = "narration"
# What the rule deliberately lets through, in plain words.
guards = ["What a named person says in a quotation is that person's choice of words."]
# These must stay silent: near misses, not unrelated sentences. At least three.
good = [
  "Insiders at the plant, two of its engineers, said it would shut.",
  "The industry expects a merger by May.",
  "“Industry insiders knew nothing,” said Ann Lee, the minister.",
]
# These must be flagged at the marks, and nowhere else. At least three.
bad = [
  "[[Industry insiders]] expect a merger by May.",
  "The price was agreed at the weekend, [[industry insiders]] said.",
  "According to [[industry insiders]], the plant will shut.",
]

# One table for each pattern. Give one of these:
#   phrase = "industry insiders"          these words, in capitals or not
#   lemmas = "industry insider"           these words in any form
#   tokens = [{ LEMMA = "insider" }]      a token pattern of spaCy's Matcher
# and, where it helps, the words that clear a match when they stand right beside it:
#   unless-before = ["named"]
#   unless-after = ["including"]
[[pattern]]
lemmas = "industry insider"
"""
PYTHON = '''\
"""Write “said” where nothing was revealed.

House convention: “revealed” says that a statement is true and was hidden. For what somebody merely
says, “said” is enough. What documents, searches and tests reveal is let through.
"""

# A rule of your own. The file's name is the rule's name, its folder the group. The docstring above
# is its summary and its reason. `attrib-lint rules check --trust FOLDER` runs the examples.

from __future__ import annotations

from collections.abc import Iterator

# A rule imports attrib_lint.api and the standard library, nothing else.
from attrib_lint.api import Article, Finding, Options

# The question that an editor would ask.
HELP = "Was it hidden, and is it true? Otherwise: said."
# "error" blocks a commit, "warning" and "info" do not.
SEVERITY = "warning"
# "narration" is the reporter's own words, "quotes" what stands in quotation marks, "headlines" what
# stands above the story, or "all".
WHERE = "narration"
# Settings with their defaults; a config changes them under [rules.NAME].
OPTIONS = {"verbs": ["reveal"]}
# What the rule deliberately lets through, in plain words.
GUARDS = ("Only statements of people and organisations count, not what documents or tests reveal.",)
# These must stay silent: near misses, not unrelated sentences. At least three.
GOOD = [
    "Ann Lee, the mayor, said that the bridge would close.",
    "The audit revealed that £3m was missing.",
    "Mayor Ann Lee unveiled a statue in the park.",
]
# These must be flagged at the [[marks]], and nowhere else. At least three.
BAD = [
    "Ann Lee, the mayor, [[revealed]] that the bridge would close.",
    "The bridge will close, Mayor Ann Lee [[revealed]].",
    "Tom Hale [[revealed]] that he would run for mayor in May.",
]


def check(article: Article, options: Options) -> Iterator[Finding]:
    """One finding for each place; spans index `article.text`.

    An article also has quotes, sources, hedges, quantities, dates, names and claims.
    """
    for attribution in article.attributions:
        source, cue = attribution.source, attribution.cue
        if source is None or source.kind == "document_or_study":
            continue
        if cue.lemma in options.texts("verbs"):
            text = cue.span.of(article.text)
            yield Finding(cue.span, f"“{text}” vouches for what is merely said.")
'''


@click.command("new")
@click.argument("name")
@click.option("--python", is_flag=True, help="A Python rule, which can use syntax and facts.")
@click.option("--group", default="wording", show_default=True, help="The folder inside the pack.")
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="The pack; else the first of the config's `rule-paths`, or house-rules.",
)
def command(name: str, python: bool, group: str, folder: Path | None) -> None:
    """Write a rule file to start from, with examples that pass."""
    from attrib_lint.config import load_config
    from attrib_lint.core.errors import ConfigError, RuleError

    _check_name(name)
    if not _NAME.fullmatch(group):
        raise ConfigError(f"--group: “{group}” is no group's name. Use lower-case words with “-”.")
    packs = load_config(Path.cwd()).rule_paths
    pack = folder or next(iter(packs), DEFAULT_FOLDER)
    path = pack / group / f"{name.replace('-', '_')}{'.py' if python else '.toml'}"
    other = next(
        (p for p in (path.with_suffix(".py"), path.with_suffix(".toml")) if p.exists()), None
    )
    if other is not None:
        raise RuleError(f"{other}: is there already. Choose another name.")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PYTHON if python else TOML, "utf-8", newline="\n")
    click.echo(
        f"{path}: written. Change it, then `attrib-lint rules check {path}{_trust(pack, python)}`."
    )
    if pack.resolve() not in {known.resolve() for known in packs}:
        click.echo(f'To use it, add `rule-paths = ["{pack.as_posix()}"]` to the config.')


def _trust(pack: Path, python: bool) -> str:
    return f" --trust {pack}" if python else ""


def _check_name(name: str) -> None:
    from attrib_lint.commands.options import rule_words
    from attrib_lint.core.errors import ConfigError

    if not _NAME.fullmatch(name):
        raise ConfigError(
            f"“{name}” is no rule's name. Use lower-case words with “-” that name the fault."
        )
    if name in rule_words():
        raise ConfigError(f"“{name}” is built in. Choose another name.")
