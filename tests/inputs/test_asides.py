"""What stands aside from the running text is told by its neighbours, in every format."""

from __future__ import annotations

import pytest

from attrib_lint.inputs import read_text

BODY = [
    "The weir at Hale broke on Monday, the council said.",
    "Forty homes were flooded, and the road to the mill is closed, the police said.",
    "Ann Lee, who built the mill, said the cracks had been known for years.",
    "“We wrote to the council in May and never had an answer,” she said on Tuesday.",
    "The council said it would look for the letter and make it public.",
    "Its engineer, Bo Ek, will report to the mayor on Friday, it said.",
]


def kinds(paragraphs: list[str], suffix: str = "txt") -> dict[str, str]:
    parts = ["Weir breaks at Hale", *paragraphs]
    if suffix == "html":
        inner = "".join(f"<p>{part}</p>" for part in parts[1:])
        text = f"<html><body><article><h1>{parts[0]}</h1>{inner}</article></body></html>"
    else:
        text = "\n\n".join(["# " + parts[0] if suffix == "md" else parts[0], *parts[1:]])
    document = read_text(f"a.{suffix}", text)
    return {block.span.of(document.text): block.kind for block in document.blocks}


def kind_of(line: str, at: int = 3, suffix: str = "txt") -> str:
    return kinds([*BODY[:at], line, *BODY[at:]], suffix)[line]


@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_every_format_knows_what_is_shown(suffix: str) -> None:
    shown = "ENGINEER WARNED COUNCIL OF CRACKS IN WEIR BUT NOBODY CAME TO LOOK, SOURCES SAY"
    assert kind_of(shown, suffix=suffix) == "boilerplate"
    assert kind_of("(MORE: How the weir was built)", suffix=suffix) == "boilerplate"
    assert kind_of("Divers at the weir. (AP Photo/Ann Lee)", suffix=suffix) == "caption"


def test_a_short_line_in_capitals_is_a_heading() -> None:
    assert kind_of("LETTERS TO THE COUNCIL") == "heading"
    assert kind_of("‘NEVER HAD AN ANSWER’") == "heading"


def test_a_text_in_capitals_stays_readable() -> None:
    upper = [paragraph.upper() for paragraph in BODY]
    assert all(kinds(upper)[paragraph] == "paragraph" for paragraph in upper)


def test_a_message_in_capitals_is_what_somebody_wrote() -> None:
    message = "GET YOUR CATTLE OUT OF THE LOWER FIELDS NOW AND DO NOT USE THE ROAD TO THE MILL"
    lead = "At noon the council sent every phone in Hale a message:"
    assert kinds([*BODY[:3], lead, message, *BODY[3:]])[message] != "boilerplate"


@pytest.mark.parametrize(
    "passage",
    [
        "We wrote to the council in May and never had an answer",
        "“We wrote to the council in May and never had an answer” — Ann Lee, mill owner",
    ],
)
def test_a_passage_shown_again_is_masked(passage: str) -> None:
    assert kind_of(passage, 6) == "boilerplate"


def test_a_sentence_that_takes_words_up_again_is_not() -> None:
    again = "“We wrote to the council in May and never had an answer,” she told the court."
    assert kind_of(again, 6) == "paragraph"


def test_other_figures_in_the_same_words_are_no_repetition() -> None:
    first = "The water rose by 40 centimetres in two hours on Monday."
    again = "In Lower Hale the water rose by 70 centimetres in two hours on Monday."
    assert kinds([first, again, *BODY])[first] == "paragraph"


def test_a_label_over_an_offer_is_masked_with_it() -> None:
    label, title = "Urgent:", "Insider Reveals Trick To Save Your Cellar"
    read = kinds([*BODY[:3], label, title, *BODY[3:]])
    assert read[label] == read[title] == "boilerplate"


def test_a_paragraph_under_a_lead_in_is_the_other_papers() -> None:
    words = "The weir has reportedly been cracked since the spring, and sources blame the council."
    for lead in (
        "As the Hale Courier reports:",
        "The mill wrote to residents:",
        "She added later:",
    ):
        read = kinds([*BODY[:3], lead, words, *BODY[3:]])
        assert read[words] == "blockquote"


@pytest.mark.parametrize(
    "lead",
    ["Here is what to know:", "The council agreed on three points:", "She said they had two aims:"],
)
def test_a_paragraph_under_a_list_opening_is_the_storys(lead: str) -> None:
    words = "The weir has reportedly been cracked since the spring, and sources blame the council."
    assert kinds([*BODY[:3], lead, words, *BODY[3:]])[words] == "paragraph"


def test_a_first_line_without_a_stop_is_the_deck() -> None:
    deck = "Residents say the council knew for years that the weir could break in any flood"
    assert kinds([deck, *BODY])[deck] == "standfirst"
    told = deck + "."
    assert kinds([told, *BODY])[told] == "paragraph"


def test_stops_mean_nothing_where_few_are_written() -> None:
    bare = [paragraph.rstrip(".") for paragraph in BODY]
    first = f"{bare[0]}, and forty homes stood in water by noon"
    assert kinds([first, *bare[1:]])[first] == "paragraph"


def test_a_headline_between_paragraphs_is_no_running_text() -> None:
    assert kind_of("Mayor leads rival by 3 points in first poll after weir breaks") == "heading"
    assert kind_of("The road to the mill will stay closed until the water has gone") == "paragraph"
