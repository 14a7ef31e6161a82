"""Which mentions are one source, and what kind of source it is."""

from __future__ import annotations

import pytest

from attrib_lint.core.facts import Source
from tests.extract.built import parsed_article


def sources(text: str) -> list[Source]:
    return [a.source for a in parsed_article(text).attributions if a.source is not None]


def test_pronoun_and_surname_join_the_name() -> None:
    found = sources(
        "The plan is dead, said Maria Ortiz, the mayor. Ortiz said it cost too much. "
        "She added that nobody would miss it."
    )
    assert len({s.id for s in found}) == 1
    assert {s.entity for s in found} == {"Maria Ortiz"}
    assert [s.kind for s in found][-1] == "role_named_elsewhere"


def test_the_source_points_back_to_a_source() -> None:
    found = sources("A source said the deal was off. The source said staff had been told.")
    assert [s.id for s in found] == [0, 0]
    assert {s.kind for s in found} == {"unnamed_person"}


def test_one_of_the_people_belongs_to_the_people() -> None:
    found = sources(
        "Two people familiar with the talks said they had failed. "
        "One of the people said the meeting lasted an hour."
    )
    assert [s.id for s in found] == [0, 0]
    assert found[0].count == 2


def test_second_source_is_another() -> None:
    found = sources("A source said the deal was off. Another source said it was not.")
    assert [s.id for s in found] == [0, 1]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Critics say the law goes too far.", "unnamed_collective"),
        ("An aide to the mayor said the law goes too far.", "unnamed_person"),
        ("The report said the law goes too far.", "document_or_study"),
        ("Reuters said the law goes too far.", "named_org_or_outlet"),
        ("Maria Ortiz said the law goes too far.", "named_person"),
        ("I think the law goes too far.", "self_or_other"),
        ("One Democrat said the law goes too far.", "unnamed_person"),
        ("Maria Ortiz’s aides said the law goes too far.", "unnamed_person"),
        ("Ortiz supporters said the law goes too far.", "unnamed_collective"),
        ("Maria Ortiz’s campaign said the law goes too far.", "named_org_or_outlet"),
        ("The law goes too far, Citizens for Tax Fairness said.", "named_org_or_outlet"),
        ("Supporters of Maria Ortiz said the law goes too far.", "unnamed_collective"),
        ("A lot of voters said the law goes too far.", "unnamed_collective"),
        ("Forty percent of voters said the law goes too far.", "unnamed_collective"),
        ("Nobody said the law goes too far.", "self_or_other"),
        ("Many of you said the law goes too far.", "self_or_other"),
        ("The narrator said the law goes too far.", "document_or_study"),
        ("The spokeswoman, Maria Ortiz, said the law goes too far.", "named_person"),
    ],
)
def test_kind_of_a_source(text: str, kind: str) -> None:
    assert [s.kind for s in sources(text)] == [kind]


def test_reason_for_anonymity_is_found() -> None:
    found = sources(
        "An official, who asked not to be named because the talks are private, "
        "said they had failed."
    )
    reason = found[-1].anonymity_reason
    assert reason is not None
    assert "not to be named" in reason


def test_outlet_that_cites_people_passes_their_words_on() -> None:
    article = parsed_article(
        "The plant will close, Reuters reported, citing two people familiar with the plan."
    )
    relayed = [a for a in article.attributions if a.nested and a.recipient is not None]
    assert len(relayed) == 1
    assert relayed[0].source is not None
    assert relayed[0].source.kind == "unnamed_person"


def test_a_manager_is_not_the_candidate_who_employs_him() -> None:
    found = sources("Ortiz campaign manager Carl Voss said the race was close.")
    assert [s.entity for s in found] == ["Carl Voss"]


def test_the_lead_means_whom_the_story_names_below() -> None:
    found = sources(
        "A senator said the dam should go. The lake is low. Senator Maria Ortiz spoke in Delta on "
        "Monday."
    )
    assert [(s.kind, s.entity) for s in found] == [("role_named_elsewhere", "Maria Ortiz")]


def test_a_post_with_a_modifier_means_who_is_described_so() -> None:
    found = sources(
        "Republican nominee Carl Voss met Democratic nominee Maria Ortiz in Delta on Monday. "
        "The Republican nominee said the dam should go."
    )
    assert [s.entity for s in found][-1] == "Carl Voss"


def test_who_in_the_plural_are_the_aides_and_not_their_boss() -> None:
    found = sources("The plan worried aides to Maria Ortiz, who say the dam should go.")
    assert [s.kind for s in found][-1].startswith("unnamed")


def _kinds(text: str) -> list[tuple[str, str, str | None]]:
    """Source, kind and entity of the attributions of a text, read by the bundled pipeline."""
    article = parsed_article(text)
    return [
        (a.source.span.of(article.text), a.source.kind, a.source.entity)
        for a in article.attributions
        if a.source is not None
    ]


def test_it_means_the_body_of_the_sentence_before() -> None:
    found = _kinds("The agency opened an inquiry. It said the plant was safe.")
    assert ("It", "named_org_or_outlet", None) in found


def test_the_two_are_the_two_that_were_named() -> None:
    found = _kinds(
        "Ann Lee and Bob Roe wrote a letter. The two lawmakers argue that the law is old. "
        "Both say it will fail."
    )
    assert [kind for _, kind, _ in found][-2:] == ["role_named_elsewhere"] * 2


def test_an_age_points_back_to_whoever_was_just_named() -> None:
    found = _kinds("Lori Bern held up a sign. The 57-year-old scientist says she is worried.")
    assert found[0] == ("The 57-year-old scientist", "role_named_elsewhere", "Lori Bern")


def test_a_description_before_a_name_is_that_person() -> None:
    found = _kinds("An enthusiastic supporter of the mayor, Dale Seacord complained of the noise.")
    assert found[0][1:] == ("named_person", "Dale Seacord")


def test_a_relative_is_the_one_person_of_that_family_whom_the_text_names() -> None:
    text = "Tom Baker won. His wife said she was proud.\n\n“We did it,” Laura Baker told us."
    wife, laura = parsed_article(text).sources
    assert (wife.kind, wife.entity, wife.id) == ("role_named_elsewhere", "Laura Baker", laura.id)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Tom Baker won. His wife said she was proud.", "Tom Baker"),
        ("Tom Baker won. Baker’s eldest daughter said he was proud.", "Tom Baker"),
        ("Tom Baker won. The widow of Baker said he was proud.", "Tom Baker"),
        ("Tom Baker died. His parents said they were proud.", "Tom Baker"),
        ("Ann Lee came. Tom Baker was told by his wife that he had won.", "Tom Baker"),
        ("A neighbor saw it. Her husband said he was asleep.", None),
        ("Tom Baker won. A wife said she was proud.", None),
        ("Tom Baker won. His friends said they were proud.", None),
    ],
)
def test_whose_relative_an_unnamed_source_is(text: str, owner: str | None) -> None:
    (source,) = (a.source for a in parsed_article(text).attributions[:1])
    assert source is not None
    assert (source.kind.startswith("unnamed"), source.relative_of) == (True, owner)


def test_two_unnamed_people_stay_apart() -> None:
    text = (
        "Two people in the market said prices fell.\n\n"
        "A person with direct knowledge of the plans said that prices would rise."
    )
    first, second = parsed_article(text).sources
    assert first.id != second.id


def test_the_company_is_the_firm_that_was_named_last() -> None:
    text = "Halden Ltd reported a loss on Friday.\n\nThe company said that sales were slow."
    assert {source.entity for source in parsed_article(text).sources} == {"Halden Ltd"}


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Ann Lee is a senator who says taxes are too high.", "Ann Lee"),
        ("Ann Lee is among those who say taxes are too high.", "Ann Lee"),
        ("For someone who says taxes are too high, Ann Lee spends a lot.", "Ann Lee"),
        ("One of the critics is Ann Lee, who says taxes are too high.", "Ann Lee"),
        ("Among the guests was a man who said taxes are too high.", None),
        ("The problem is people who say taxes are too high.", None),
    ],
)
def test_predicate_is_whoever_it_is_said_of(text: str, entity: str | None) -> None:
    assert [s.entity for s in sources(text)] == [entity]


def test_neither_man_points_back_to_two_names() -> None:
    found = _kinds("Ann Lee and Bob Cole met, but neither man said the plan was dead.")
    assert found[-1][1] == "role_named_elsewhere"


def test_they_are_the_two_who_were_named_together() -> None:
    found = _kinds("Ann Lee and Bob Cole met on Friday. They said the plan was dead.")
    assert [kind for _, kind, _ in found] == ["role_named_elsewhere"]
    found = _kinds("The lawmakers Ann Lee and Bob Cole met. They said the plan was dead.")
    assert [kind for _, kind, _ in found] == ["role_named_elsewhere"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Senator Ann Lee and Senator Bob Cole met. The lawmakers said it was dead.",
            "role_named_elsewhere",
        ),
        (
            "Mary Lee and Susan Cole met. The women said the bill was dead.",
            "role_named_elsewhere",
        ),
        (
            "It was written by Ann Lee, a professor of law. The authors said it was a draft.",
            "role_named_elsewhere",
        ),
        ("Senator Ann Lee left. The lawmakers said the bill was dead.", "unnamed_collective"),
        ("Mary Lee left. The women said the bill was dead.", "unnamed_collective"),
        ("Lawmakers said the bill was dead.", "unnamed_collective"),
    ],
)
def test_group_whose_members_are_named(text: str, kind: str) -> None:
    assert [s.kind for s in sources(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rivals say Lee is weak. Ann Lee lost to Bob Cole. Mary Ash won.", "role_named_elsewhere"),
        ("Several rivals say Lee is weak. Ann Lee lost. Mary Ash won.", "unnamed_person"),
        ("Rivals say the plan is weak. It was published on Friday.", "unnamed_person"),
        ("Does that person say so?", "self_or_other"),
        ("A person close to Lee said so.", "unnamed_person"),
    ],
)
def test_rivals_in_a_race_are_named_in_its_story(text: str, kind: str) -> None:
    assert sources(text)[0].kind == kind
