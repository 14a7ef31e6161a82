"""Which attributions credit a statement or an opinion, and who was counted instead of heard."""

from __future__ import annotations

import pytest

from tests.extract.built import parsed_article


@pytest.mark.parametrize(
    ("text", "asserts"),
    [
        ("Critics say the law goes too far.", True),
        ("Some fear that the law goes too far.", True),
        ("Many residents oppose the plan.", True),
        ("Officials are skeptical of the plan.", True),
        ("Some see the plan as a threat.", True),
        ("The ruling drew a warning from lawyers that the law is weak.", True),
        ("Some rivals sought to profit from the plan.", False),
        ("Many residents ignored the plan.", False),
        ("Officials are reluctant to sell the plant.", False),
        ("Officials did not respond to a request for comment.", False),
        ("Officials declined to comment on the plan.", False),
        ("Officials did not deny the report.", True),
        ("The plan drew support from teachers.", False),
        ("The plan has alarmed many teachers.", False),
    ],
)
def test_statements_and_opinions_are_told_from_deeds(text: str, asserts: bool) -> None:
    assert [a.asserts for a in parsed_article(text).attributions if not a.nested] == [asserts]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Half of the voters said the law goes too far.", True),
        ("Six in 10 voters said the law goes too far.", True),
        ("Two out of three voters believe the law goes too far.", True),
        ("Some 34,000 teachers said the law goes too far.", True),
        ("A majority of residents said the law goes too far.", True),
        ("One of two aides said the law goes too far.", False),
        ("Two of the aides said the law goes too far.", False),
        ("A 34-year-old teacher said the law goes too far.", False),
        ("Some voters said the law goes too far.", False),
    ],
)
def test_people_who_were_counted_are_a_share(text: str, share: bool) -> None:
    (source,) = (a.source for a in parsed_article(text).attributions)
    assert source is not None
    assert source.share == share
