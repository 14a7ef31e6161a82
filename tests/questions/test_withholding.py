"""Whether words say why a name is kept back, whatever the words are."""

import pytest

from attrib_lint.questions.withholding import explains


@pytest.mark.parametrize(
    "text",
    [
        "a curator who asked to remain anonymous owing to the perceived risks of speaking out",
        "Both spoke on condition of anonymity as no price has been agreed.",
        "The clerk requested anonymity for the sake of her children.",
        "The stewards insisted on confidentiality because they did not want to look eager.",
        "He asked that his name not be used lest the club sue.",
        "Fearing for their jobs, two drivers asked not to be named.",
        "The pilot declined to be identified, citing a clause in her contract.",
        "The sender’s name was redacted in that email.",
        "She could not speak on the record because the trial goes on.",
        "We are withholding the boy’s name to protect him.",
    ],
)
def test_a_cause_next_to_a_wish_to_stay_unnamed_is_a_reason(text: str) -> None:
    assert explains(text)


@pytest.mark.parametrize(
    "text",
    [
        "A steward said on condition of anonymity that the bar had shut because of mice.",
        "The driver, who was not named, was held because he had no licence.",
        "The pilot declined to be identified. Flights were cut because of fog.",
        "The firm has not said publicly whether it will sell, because talks go on.",
        "An unnamed buyer paid £3m for the barn.",
        "The agency has not named a head since 2019.",
    ],
)
def test_a_cause_of_something_else_is_none(text: str) -> None:
    assert not explains(text)


@pytest.mark.parametrize(
    "text",
    [
        "who spoke on condition of anonymity because she was not authorised to speak",
        "asked not to be identified in order to speak candidly",
        "anonymity to discuss the sale",
    ],
)
def test_what_any_source_could_say_is_a_formula(text: str) -> None:
    assert explains(text)
    assert not explains(text, formulas=False)
