"""Clusters synthetic articles and compares them: time and memory per article, by size.

The generator writes what is read out of articles (names, measured nouns, figures), not prose: what
is measured is the clustering and the rules, and parsing is linear anyway.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).parent.parent))

from attrib_lint.agreement.mention import Mention
from attrib_lint.core.document import Document
from attrib_lint.core.facts import Interval, Quantity
from attrib_lint.core.offsets import OffsetMap
from attrib_lint.core.span import Span
from attrib_lint.loader import builtin_folder, load_rules
from attrib_lint.rule import Options
from attrib_lint.stories.clusters import Clusters
from attrib_lint.stories.story import Credit, Told, stories

SIZES = (1_000, 10_000, 100_000)
_PER_STORY = 4
_EVENTS = ("buy", "kill", "raise", "hire", "arrest", "pledge")


def told(number: int, rng: random.Random) -> Told:
    """One synthetic article of a story of four; one of its figures is sometimes wrong."""
    story = number // _PER_STORY
    own = random.Random(story)
    names = {f"name:person {story}-{k}" for k in range(4)}
    common = {f"name:agency {_zipf(own)}", f"name:party {own.randrange(10)}"}
    nouns = {f"noun:{_zipf(own)}" for _ in range(3)}
    words = {f"word:{_zipf(own)}" for _ in range(12)}
    noise = {f"word:{_zipf(rng)}" for _ in range(4)}
    figures = tuple(_mention(k, story, own, rng) for k in range(3))
    outlet = Credit(
        f"Outlet {story % 40}", "outlet", Span(0, 6), "named_org_or_outlet", True, 1, None, False
    )
    text = "x" * 200
    document = Document(f"{number}.txt", text, text, OffsetMap.identity(len(text)), ())
    keys = frozenset(names | common | nouns | words | noise)
    return Told(document, None, keys, figures, (outlet,), (), (), (), False)


def _zipf(rng: random.Random) -> int:
    """A word by its rank: as often as Zipf's law has it, so that rare words never run out."""
    return int(10 ** (6 * rng.random()))


def footprint(clusters: Clusters) -> int:
    """The bytes that an inverted index holds: its table, keys and lists."""
    having = clusters._having
    lists = sum(sys.getsizeof(numbers) for numbers in having.values() if numbers is not None)
    keys = sum(sys.getsizeof(key) for key in having)
    ends = sys.getsizeof(clusters._sizes) + sys.getsizeof(clusters._parent)
    return sys.getsizeof(having) + keys + lists + ends


def _mention(k: int, story: int, own: random.Random, rng: random.Random) -> Mention:
    value = float(own.randrange(20, 5_000)) * (10.0 if rng.random() < 0.05 else 1.0)
    noun, event = f"thing{own.randrange(400)}", own.choice(_EVENTS)
    quantity = Quantity(
        Span(10 * k, 10 * k + 5), Interval(value, value), "", "count", noun, event, True
    )
    words = frozenset({f"s{story}", f"t{story}"})
    nothing: frozenset[str] = frozenset()
    return Mention(
        quantity=quantity,
        text=str(value),
        shown=str(value),
        block=k,
        sentence=Span(10 * k, 10 * k + 9),
        top=k == 0,
        headline=False,
        nouns=frozenset({noun}),
        phrase=words,
        proper=nothing,
        events=frozenset({event}),
        known=frozenset({event}),
        subject=words,
        clause=words,
        names=words,
        times=nothing,
        left=(),
        right=(),
        part=False,
        ranked=False,
        definite=False,
        shifted=False,
        source=None,
        quoted=False,
        compound=False,
        text_of="",
        bearer=None,
        beside=nothing,
        holds=False,
        around=words,
        updates=False,
        acts=nothing,
        named_by=nothing,
        parties=nothing,
    )


def measure(size: int) -> tuple[float, float, int, int, int]:
    """Seconds to cluster and to compare, bytes that clustering takes, stories and findings."""
    rng = random.Random(7)
    articles = [told(i, rng) for i in range(size)]
    rng.shuffle(articles)
    rules = [
        r for r in load_rules(builtin_folder(), trusted=True, builtin=True).rules if r.check_story
    ]
    gc.freeze()  # what the generator made is not to be counted
    began = time.process_time()
    found = stories(articles)
    clustered = time.process_time() - began
    began = time.process_time()
    findings = sum(
        len(list(rule.check_story(story, Options(rule.options))))
        for story in found
        for rule in rules
        if rule.check_story is not None
    )
    compared = time.process_time() - began
    clusters = Clusters()
    for article in articles:
        clusters.add(article.keys)
    return clustered, compared, footprint(clusters), len(found), findings


@click.command("stories")
@click.option("--size", "sizes", multiple=True, type=int, help="Numbers of articles.")
def stories_command(sizes: tuple[int, ...]) -> None:
    """Print time and memory per article for growing numbers of synthetic articles."""
    click.echo("articles  stories  findings  cluster µs/article  rules µs/article  bytes/article")
    for size in sizes or SIZES:
        clustered, compared, memory, groups, findings = measure(size)
        click.echo(
            f"{size:8,} {groups:8,} {findings:9,} {1e6 * clustered / size:19.1f}"
            f" {1e6 * compared / size:17.1f} {memory / size:14.0f}"
        )


if __name__ == "__main__":
    stories_command()
