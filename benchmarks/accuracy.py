"""Prints how right the product is: `python benchmarks/accuracy.py COMMAND DATA`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).parent.parent))  # run from a checkout, installed or not

from benchmarks.examples_score import rules_command
from benchmarks.polnear import (
    attribution_time_command,
    hedges_command,
    polnear_command,
    sources_command,
)
from benchmarks.quant import quant_command
from benchmarks.rates import rates_command, sample_command
from benchmarks.seeds import seeds_command


@click.group()
def main() -> None:
    """Scores on a data folder that is laid out as `data/README.md` there says."""


for command in (
    seeds_command,
    rules_command,
    rates_command,
    sample_command,
    polnear_command,
    sources_command,
    hedges_command,
    attribution_time_command,
    quant_command,
):
    main.add_command(command)

if __name__ == "__main__":
    main()
