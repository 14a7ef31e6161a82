"""What a run keeps of a file."""

import pickle

from hypothesis import given
from hypothesis import strategies as st

from attrib_lint.core.source_file import SourceFile


@given(st.text(st.characters(exclude_categories=())))
def test_a_kept_text_is_the_text(text: str) -> None:
    file = SourceFile(text, format="markdown")
    assert file.source_text == text
    assert pickle.loads(pickle.dumps(file)).source_text == text
    assert file.without_text().source_text == ""
