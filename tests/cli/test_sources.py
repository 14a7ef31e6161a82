"""The source audit: who is cited, with how many words, and in which shares."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Check, write
from tests.cli.test_contracts import assert_valid

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
STORY = """\
# Library to close

The library will close in June, Ann Lee said. “We lost the vote,” Lee said on Monday.

A person familiar with the vote said the council had been split.
"""
HEADER = "path,line,location,source,kind,category,second_hand,mentions,statements,words"


def audited(run: Check, *paths: str) -> Any:
    result = run("sources", *paths, "--output-format", "json")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert_valid(found, "sources")
    return found


def named(sources: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(source for source in sources if source["source"] == name)


def test_mentions_of_one_source_are_counted_together(run: Check, newsroom: Path) -> None:
    write(newsroom / "b.md", STORY)
    (article,) = audited(run, "b.md")["articles"]
    lee = named(article["sources"], "Ann Lee")
    assert (lee["line"], lee["mentions"], lee["words"]) == (3, 2, 10)
    unnamed = named(article["sources"], "A person familiar with the vote")
    assert (unnamed["line"], unnamed["category"], unnamed["words"]) == (5, "unnamed", 5)
    assert article["shares"]["named"]["of_words"] == pytest.approx(2 / 3, abs=1e-4)
    assert article["shares"]["unnamed"]["of_sources"] == 0.5


def test_a_name_is_one_source_in_all_articles_and_unnamed_sources_stay_apart(
    run: Check, newsroom: Path
) -> None:
    write(newsroom / "b.md", STORY)
    write(newsroom / "c.md", STORY)
    overall = audited(run, "b.md", "c.md")["overall"]
    assert named(overall["sources"], "Ann Lee")["articles"] == 2
    assert named(overall["sources"], "Ann Lee")["words"] == 20
    assert [s["source"] for s in overall["sources"]].count("A person familiar with the vote") == 2


def test_another_outlet_and_what_it_reports_are_second_hand(run: Check) -> None:
    articles = audited(run, str(EXAMPLES))["articles"]
    first = next(a for a in articles if a["path"].endswith("01-city-wire.md"))
    assert named(first["sources"], "Harbour Ledger")["second_hand"]
    assert named(first["sources"], "a person familiar with the project")["second_hand"]
    assert not named(first["sources"], "Some people")["second_hand"]
    clean = next(a for a in articles if a["path"].endswith("06-clean.md"))
    assert clean["shares"]["second_hand"]["sources"] == 0


def test_shares_add_up(run: Check) -> None:
    found = audited(run, str(EXAMPLES))
    for part in (*found["articles"], found["overall"]):
        shares = [part["shares"][name] for name in ("named", "unnamed", "document", "other")]
        assert sum(share["sources"] for share in shares) == len(part["sources"])
        assert sum(share["of_words"] for share in shares) == pytest.approx(1, abs=1e-3)


def test_csv_has_a_line_for_each_source_of_each_article(run: Check, newsroom: Path) -> None:
    write(newsroom / "b.md", STORY)
    shown = run("sources", "b.md", "--output-format", "csv").stdout
    assert shown.startswith(HEADER + "\n")
    rows = [*csv.DictReader(io.StringIO(shown))]
    assert [row["source"] for row in rows] == ["Ann Lee", "A person familiar with the vote"]
    assert {row["path"] for row in rows} == {"b.md"}


def test_the_table_names_sources_kinds_and_shares(run: Check, newsroom: Path) -> None:
    write(newsroom / "b.md", STORY)
    shown = run("sources", "b.md").stdout
    assert "A person familiar with the vote   unnamed" in shown
    assert "Of the words credited: named 67%, unnamed 33%." in shown
    assert "All " not in shown
    assert "All 2 articles" in run("sources", "a.md", "b.md").stdout


def test_a_missing_file_is_named_and_the_rest_is_audited(run: Check, newsroom: Path) -> None:
    write(newsroom / "b.md", STORY)
    result = run("sources", "b.md", "no.md")
    assert result.exit_code == 2
    assert "no.md: there is no such file" in result.stderr
    assert "Ann Lee" in result.stdout
