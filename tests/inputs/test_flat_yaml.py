"""Front matter that is read without PyYAML."""

import subprocess
import sys

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from attrib_lint.inputs.flat_yaml import flat_pairs

_TEXTS = st.text("ab1 :#-'\"\\,[]{}&*!|>%@`?~.=(“$é\u00a0\t\u2028\x7f", max_size=8)
_VALUES = st.one_of(
    *(_TEXTS, _TEXTS.map("a{}".format), _TEXTS.map('"{}"'.format), _TEXTS.map("'{}'".format)),
    st.sampled_from(["yes", "null", "2024-01-02", "1_0", "http://a.b/c", "'#1'", "a: b"]),
)
_LINES = st.builds(
    "{}:{}{}{}".format,
    st.sampled_from(["title", "Title", "a-b", "y", "on", "<<"]),
    st.sampled_from(["", " ", "  "]),
    _VALUES,
    st.sampled_from(["", " ", "  # c"]),
)
_BREAKS = st.sampled_from(["\n", "\r\n", "\n\n", "\r", "\n  "])
_CONTENTS = st.lists(st.tuples(_LINES, _BREAKS), max_size=4).map(
    lambda lines: "".join(line + after for line, after in lines)
)


@example("title: A\ntitle: 'B'\n")
@example('title: "A" \n')
@given(_CONTENTS)
def test_what_is_read_without_pyyaml_is_what_pyyaml_reads(content: str) -> None:
    pairs = flat_pairs(content)
    if not pairs:
        return
    root = yaml.compose(content, Loader=yaml.SafeLoader)
    assert isinstance(root, yaml.MappingNode)
    read = [(k.value, v.value, v.start_mark.index, v.end_mark.index) for k, v in root.value]
    assert [*pairs] == read


@pytest.mark.parametrize(
    "content", ["a: [b]\n", "a:\n- b\n", "a: b\n  c\n", "a: b: c\n", "a: b # c\n", "a: |\n b\n"]
)
def test_other_yaml_is_left_to_pyyaml(content: str) -> None:
    assert flat_pairs(content) is None


PROBE = r"""
import sys
from attrib_lint.inputs import read_text
text = "---\ntitle: 'Vote'\nauthor: Ann Lee\ndate: 2024-01-02\n---\nIt fell.\n"
print(read_text("a.md", text).metadata["author"], "yaml" in sys.modules)
"""


def test_flat_front_matter_needs_no_pyyaml() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROBE], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert done.stdout.split() == ["Ann", "Lee", "False"]
