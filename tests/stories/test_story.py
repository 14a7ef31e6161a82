"""Stories: clustering by rare keys, the origin, figures side by side, the command."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from attrib_lint.cli import main
from attrib_lint.linter import Linter
from attrib_lint.stories.clusters import Clusters

FERRY = [
    "Ferry line to drop dozens of sailings\n\nReuters reports that Norrin Ferries will drop about "
    "400 sailings from the island route this winter. Norrin Ferries declined to comment.\n",
    "Norrin Ferries will drop 400 sailings from the island route, according to Reuters.\n\nThe "
    "winter sailings serve the island's fish farms.\n",
    "Reuters says Norrin Ferries plans to drop roughly 400 sailings on the island route.\n\n"
    "Winter sailings were cut before.\n",
]
BAKER = "Baker wins prize\n\nA baker in Tollan won the county prize for her rye bread on Sunday.\n"


def test_articles_that_share_rare_keys_are_one_story() -> None:
    clusters = Clusters()
    ferry = {"name:norrin ferries", "noun:sailing", "word:island", "word:winter", "word:route"}
    baker = {"name:tollan", "word:bread", "word:prize", "word:baker"}
    numbers = [clusters.add(keys) for keys in (ferry, baker, ferry | {"word:fish"})]
    assert clusters.cluster_of(numbers[0]) == clusters.cluster_of(numbers[2])
    assert clusters.cluster_of(numbers[0]) != clusters.cluster_of(numbers[1])


def test_two_events_of_a_kind_are_two_stories() -> None:
    """What fires have in common (engines, homes, a county's brigade) makes no story of them."""
    clusters = Clusters()
    fire = {"noun:engine", "noun:home", "noun:worker", "word:fire", "word:hospital", "name:brigade"}
    one = fire | {"name:dawn reed", "name:norr foods", *(f"word:a{i}" for i in range(8))}
    two = fire | {"name:paul hart", "name:oak beds", *(f"word:b{i}" for i in range(8))}
    numbers = [clusters.add(one), clusters.add(two)]
    assert clusters.cluster_of(numbers[0]) != clusters.cluster_of(numbers[1])


def test_long_articles_on_one_person_are_two_stories() -> None:
    clusters = Clusters()
    shared = {"name:ann lee", "name:the senate", "word:vote", "word:bill", "word:senat"}
    numbers = [
        clusters.add(shared | {f"word:{side}{i}" for i in range(20)} | {f"name:{side} reed"})
        for side in "ab"
    ]
    assert clusters.cluster_of(numbers[0]) != clusters.cluster_of(numbers[1])


def test_a_key_that_everybody_has_joins_nobody() -> None:
    clusters = Clusters()
    common = {"name:the government", "word:said", "word:year", "word:minister"}
    numbers = [clusters.add(common | {f"word:{i}-{k}" for k in range(6)}) for i in range(200)]
    last = [clusters.add(common | {"word:own"}) for _ in range(2)]
    assert clusters.cluster_of(last[1]) == last[1]
    assert clusters.cluster_of(numbers[199]) == numbers[199]


def test_the_order_of_articles_does_not_matter() -> None:
    sets = [
        {f"name:{s}", *(f"word:{s}{k}" for k in range(5)), f"word:{i}"}
        for i, s in enumerate("abcabc")
    ]

    def groups(order: list[int]) -> set[frozenset[int]]:
        clusters = Clusters()
        numbers = {i: clusters.add(sets[i]) for i in order}
        by_root: dict[int, set[int]] = {}
        for i, number in numbers.items():
            by_root.setdefault(clusters.cluster_of(number), set()).add(i)
        return {frozenset(group) for group in by_root.values()}

    assert (
        groups([0, 1, 2, 3, 4, 5])
        == groups([5, 3, 1, 0, 2, 4])
        == {
            frozenset((0, 3)),
            frozenset((1, 4)),
            frozenset((2, 5)),
        }
    )


def _written(folder: Path) -> Path:
    for i, text in enumerate((*FERRY, BAKER)):
        (folder / f"{'abcd'[i]}.txt").write_text(text, encoding="utf-8")
    return folder


def test_story_command_shows_the_origin_and_the_figures(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["story", str(_written(tmp_path)), "--output-format", "json"])
    assert result.exit_code == 0, result.output
    (story,) = json.loads(result.output)["stories"]
    assert story["origin"] == "Reuters"
    assert [Path(a["path"]).name for a in story["articles"]] == ["a.txt", "b.txt", "c.txt"]
    assert not any(a["independent"] for a in story["articles"])
    figures = next(row for row in story["figures"] if row["noun"] == "sailing")
    mentions = {(Path(m["path"]).name, m["low"], m["high"]) for m in figures["mentions"]}
    assert ("b.txt", 400, 400) in mentions


def test_story_command_draws_a_tree(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["story", str(_written(tmp_path))])
    assert result.exit_code == 0
    assert "3 articles, one story" in result.output
    assert "The same figures" in result.output


def test_spans_in_json_index_the_source(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["story", str(_written(tmp_path)), "--output-format", "json"])
    (story,) = json.loads(result.output)["stories"]
    for row in story["figures"]:
        for mention in row["mentions"]:
            text = Path(mention["path"]).read_text(encoding="utf-8")
            start, end = mention["span"]
            assert " ".join(text[start:end].split()) == mention["text"]


def test_texts_that_are_checked_together_are_compared() -> None:
    texts = [(f"{'abc'[i]}.txt", text) for i, text in enumerate(FERRY)]
    found = Linter(preset="strict").check_texts(texts)
    rules = {d.rule for d in found} | {folded.rule for d in found for folded in d.also}
    assert "single-origin-story" in rules


def test_stories_option_adds_what_comparing_finds(tmp_path: Path) -> None:
    folder = str(_written(tmp_path))
    arguments = ["check", folder, "--select", "stories", "--output-format", "concise", "--no-cache"]
    alone = CliRunner().invoke(main, arguments)
    together = CliRunner().invoke(main, [*arguments, "--stories"])
    assert "single-origin-story" not in alone.output
    assert "single-origin-story" in together.output
