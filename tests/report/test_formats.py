"""Every output format: a snapshot of a report that holds everything, and what its readers need.

The official schemas are not ours to copy. Where ATTRIB_LINT_SCHEMAS names a folder that holds
them, they are used as well: sarif.json (OASIS, sarif-schema-2.1.0.json), rdjson-diagnostic.json
(reviewdog, proto/rdf/jsonschema/Diagnostic.json), junit.xsd (Jenkins xunit plug-in, junit-10.xsd).
"""

import io
import json
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from jsonschema import Draft4Validator, Draft202012Validator
from msgspec.structs import replace
from syrupy.assertion import SnapshotAssertion

from attrib_lint import __version__
from attrib_lint.core.run_error import RunError
from attrib_lint.core.source_file import SourceFile
from attrib_lint.report import FORMATS, write_report
from attrib_lint.report.report import Report
from attrib_lint.report.sarif import uri
from attrib_lint.suppress_review import RULES
from tests.report.samples import ARTICLE, LEAD, diagnostic, report

OFFICIAL = os.environ.get("ATTRIB_LINT_SCHEMAS")
official = pytest.mark.skipif(OFFICIAL is None, reason="ATTRIB_LINT_SCHEMAS names no folder")


def written(shown: Report, name: str) -> str:
    out = io.StringIO()
    write_report(shown, name, out)
    return out.getvalue()


def ugly() -> Report:
    """Text that breaks formats: markup, control characters, line breaks, an astral letter."""
    source = "𝔄 \x00\x1b]8;; source% ::error::\r\n<b>&\"'[x](1)\u2028 end\n"
    found = replace(
        diagnostic("a,b:c%.md", source, "source%"),
        message=f"“{source}” is odd",
        help="What\r\nnow?",
        rule="unused-suppression",
    )
    return Report(
        diagnostics=(found,),
        sources={"a,b:c%.md": SourceFile(source)},
        errors=(RunError("", "crashed-rule", "the rule x crashed\n\x07", ""),),
        rules=RULES,
        paths=("a,b:c%.md",),
    )


@pytest.mark.parametrize("name", FORMATS)
def test_snapshot(name: str, snapshot: SnapshotAssertion) -> None:
    assert written(report(), name).replace(__version__, "VERSION") == snapshot


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("shown", [Report((), {}), ugly()], ids=["empty", "ugly"])
def test_every_format_takes_anything(name: str, shown: Report) -> None:
    text = written(shown, name)
    if name in ("json", "sarif", "gitlab"):
        json.loads(text)
    elif name in ("json-lines", "rdjsonl"):
        for line in text.splitlines():
            json.loads(line)
    elif name in ("checkstyle", "junit"):
        ElementTree.fromstring(text.encode())


def test_what_is_suppressed_is_shown_as_such_when_asked() -> None:
    shown = report()
    first, *rest = shown.diagnostics
    shown = replace(shown, diagnostics=tuple(rest), hidden=(first,))
    for name in ("full", "concise", "grouped"):
        assert "suppressed" in written(shown, name).splitlines()[0 if name != "grouped" else 1]
    results = json.loads(written(shown, "sarif"))["runs"][0]["results"]
    assert results[0]["suppressions"] == [{"kind": "inSource"}]
    assert "suppressions" not in results[1]


# SARIF


def sarif(shown: Report) -> Any:
    return json.loads(written(shown, "sarif"))["runs"][0]


def test_sarif_places_count_code_points() -> None:
    run = sarif(report())
    assert run["columnKind"] == "unicodeCodePoints"
    region = run["results"][1]["locations"][0]["physicalLocation"]["region"]
    line = ARTICLE.split("\r\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "one of the sources"


def test_sarif_names_places_in_files_without_lines() -> None:
    location = sarif(report())["results"][3]["locations"][0]
    assert "region" not in location["physicalLocation"]
    assert location["logicalLocations"][0]["name"] == "paragraph 4"


def test_sarif_points_at_the_other_article_and_at_failures() -> None:
    run = sarif(report())
    related = run["results"][2]["relatedLocations"][0]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "b.md"
    assert run["invocations"][0]["executionSuccessful"] is False


def test_sarif_rules_are_indexed_and_explained() -> None:
    run = sarif(ugly())
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["id"] == run["results"][0]["ruleId"] == "unused-suppression"
    assert run["results"][0]["ruleIndex"] == 0
    assert "**Ask:**" in rule["help"]["markdown"]
    assert rule["properties"]["precision"] == "high"


def test_sarif_fingerprints_hold_no_line_number() -> None:
    shown = report()
    moved = {p: SourceFile("\n\n" + f.source_text, f.locations) for p, f in shown.sources.items()}
    before, after = sarif(shown)["results"], sarif(replace(shown, sources=moved))["results"]
    assert [r["partialFingerprints"] for r in before] == [r["partialFingerprints"] for r in after]


@pytest.mark.parametrize("path", ["a b.md", "ü/ö,%#?.md", "/tmp/x y.md"])
def test_sarif_paths_are_uri_references(path: str) -> None:
    assert unquote(uri(path).removeprefix("file://")) == path
    assert re.fullmatch(r"[\w/%.~:-]+", uri(path))


@official
@pytest.mark.parametrize("shown", [report(), ugly(), Report((), {})])
def test_sarif_keeps_the_official_schema(shown: Report) -> None:
    schema = json.loads((Path(OFFICIAL or "") / "sarif.json").read_text("utf-8"))
    errors = [*Draft4Validator(schema).iter_errors(json.loads(written(shown, "sarif")))]
    assert not errors, errors[0]


# GitHub


def annotations(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Workflow commands as the runner reads them."""
    found = []
    for line in text.split("\n"):
        command = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line)
        if command:
            pairs = dict(pair.split("=", 1) for pair in command[2].split(","))
            found.append((command[1], {k: raw(v) for k, v in pairs.items()}, raw(command[3])))
    return found


def raw(text: str) -> str:
    for code, char in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, char)
    return text


def test_github_commands_are_escaped() -> None:
    shown = ugly()
    ((level, where, message), *_) = annotations(written(shown, "github"))
    assert level == "error"
    assert where["file"] == "a,b:c%.md"
    assert message == f"{shown.diagnostics[0].message} {shown.diagnostics[0].help}"


def test_github_gets_ten_annotations_of_a_level_and_the_rest_as_log() -> None:
    one = report().diagnostics[1]
    shown = replace(report(), diagnostics=(one,) * 25, errors=())
    text = written(shown, "github")
    found = annotations(text)
    assert len(found) == 10
    assert found[-1][2] == "16 more of this kind stand in the log of this step."
    assert text.count("news/libraries, new.md:3:70: error") == 16


# GitLab


def test_gitlab_fingerprints_are_unique_in_a_report() -> None:
    shown = report()
    same = replace(shown.diagnostics[3], path="b.md")
    other = SourceFile(shown.sources["memo.docx"].source_text)
    shown = replace(
        shown,
        diagnostics=(*shown.diagnostics, same),
        sources={**shown.sources, "b.md": other},
    )
    entries = json.loads(written(shown, "gitlab"))
    assert len({entry["fingerprint"] for entry in entries}) == len(entries) == 5
    for entry in entries:
        assert entry.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert entry["location"]["lines"]["begin"] >= 1


# reviewdog


def test_rdjsonl_columns_count_bytes() -> None:
    rows = [json.loads(line) for line in written(report(), "rdjsonl").splitlines()]
    span = rows[1]["location"]["range"]
    line = ARTICLE.split("\r\n")[2].encode()
    found = line[span["start"]["column"] - 1 : span["end"]["column"] - 1]
    assert found.decode() == "one of the sources"
    assert line == LEAD.encode()
    assert rows[3]["location"] == {"path": "memo.docx"}


@official
def test_rdjsonl_keeps_the_official_schema() -> None:
    schema = json.loads((Path(OFFICIAL or "") / "rdjson-diagnostic.json").read_text("utf-8"))
    for shown in (report(), ugly()):
        for line in written(shown, "rdjsonl").split("\n")[:-1]:
            errors = [*Draft202012Validator(schema).iter_errors(json.loads(line))]
            assert not errors, errors[0]


# XML


def test_junit_counts_add_up() -> None:
    root = ElementTree.fromstring(written(report(), "junit").encode())
    assert int(root.get("tests", "")) == len(root.findall(".//testcase")) == 6
    assert int(root.get("failures", "")) == len(root.findall(".//failure")) == 4
    assert int(root.get("errors", "")) == len(root.findall(".//error")) == 1


@official
@pytest.mark.parametrize("shown", [report(), ugly(), Report((), {})])
def test_junit_keeps_the_official_schema(shown: Report) -> None:
    etree = pytest.importorskip("lxml.etree")
    schema = etree.XMLSchema(etree.parse(str(Path(OFFICIAL or "") / "junit.xsd")))
    schema.assertValid(etree.fromstring(written(shown, "junit").encode()))


def test_checkstyle_holds_every_finding() -> None:
    root = ElementTree.fromstring(written(report(), "checkstyle").encode())
    found = [(e.get("line"), e.get("column"), e.get("severity")) for e in root.findall(".//error")]
    assert found[:2] == [("3", "28", "info"), ("3", "70", "error")]
    assert len(found) == 5
