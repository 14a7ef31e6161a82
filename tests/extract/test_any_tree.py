"""No parse, however odd, makes reading fail: every fact has a valid span."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from tests.extract.built import article_of

_WORDS = st.sampled_from(
    [
        "said",
        "told",
        "he",
        "Lee",
        "Reuters",
        "that",
        "who",
        "sources",
        "“",
        "”",
        ",",
        ".",
        "by",
        "to",
        "according",
        "adding",
        "claim",
        "called",
        "as",
        "poll",
        "percent",
        "in",
        "may",
        "believed",
        ":",
    ]
)
_POS = st.sampled_from(["VERB", "NOUN", "PROPN", "PRON", "PUNCT", "ADP", "AUX", "ADJ", "SCONJ"])
_TAGS = st.sampled_from(["VBD", "VBZ", "VBG", "VBN", "NN", "NNS", "NNP", "PRP", "IN"])
_DEPS = st.sampled_from(
    [
        "nsubj",
        "obj",
        "ccomp",
        "xcomp",
        "acl",
        "acl:relcl",
        "advcl",
        "parataxis",
        "conj",
        "appos",
        "obl",
        "obl:agent",
        "case",
        "mark",
        "nmod",
        "nmod:poss",
        "punct",
        "aux:pass",
        "nsubj:pass",
        "iobj",
    ]
)
_TOKENS = st.lists(
    st.tuples(_WORDS, _POS, _TAGS, _DEPS, st.integers(0, 30)), min_size=1, max_size=24
)


@settings(max_examples=300, deadline=None)
@given(_TOKENS)
def test_any_tree_is_read(tokens: list[tuple[str, str, str, str, int]]) -> None:
    order = sorted(range(len(tokens)), key=lambda i: (tokens[i][4], i))
    heads = [0] * len(tokens)
    for place, i in enumerate(order):  # every word hangs on an earlier one of `order`: no cycle
        heads[i] = order[tokens[i][4] % place] if place else i
    doc = Doc(
        Vocab(),
        words=[t[0] for t in tokens],
        pos=[t[1] for t in tokens],
        tags=[t[2] for t in tokens],
        deps=["ROOT" if heads[i] == i else t[3] for i, t in enumerate(tokens)],
        heads=heads,
        lemmas=[t[0].lower() for t in tokens],
        sent_starts=[i == 0 for i in range(len(tokens))],
    )
    article = article_of(doc)
    for a in article.attributions:
        assert a.content
        assert all(len(span) > 0 and span.end <= len(article.text) for span in a.content)
        assert a.source is None or a.source.span.end <= len(article.text)
    assert all(c.span.contains(c.predicate) for c in article.claims)
    assert all(h.scope.contains(h.span) for h in article.hedges)
