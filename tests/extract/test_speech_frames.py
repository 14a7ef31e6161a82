"""What verbs of saying credit in frames other than a plain clause or object."""

from __future__ import annotations

import pytest

from tests.extract.built import article_of, build, outer, parsed_article, read

NAMED = [
    (
        "The rocket is part of what Etlaq calls the Genesis Program, which will go on until June.",
        ("Etlaq", "calls", ["what", "the Genesis Program"]),
    ),
    ("Lee called himself a democrat.", ("Lee", "called", ["himself a democrat"])),
    ("She described herself as a moderate.", ("She", "described", ["herself as a moderate"])),
    ("Critics called the plan reckless.", ("Critics", "called", ["the plan reckless"])),
    (
        "The plan, called a disaster by critics, was dropped.",
        ("critics", "called", ["The plan", "a disaster"]),
    ),
    ("Friends remembered her as kind.", ("Friends", "remembered", ["her as kind"])),
]
PASSIVE = [
    (
        "Lee is accused by prosecutors of bribery.",
        ("prosecutors", "accused", ["Lee", "of bribery"]),
    ),
    (
        "He was accused of lying by members of the board.",
        ("members of the board", "accused", ["He", "of lying"]),
    ),
    (
        "He has been criticized by activists for his silence.",
        ("activists", "criticized", ["He", "for his silence"]),
    ),
    (
        "The right to roam, considered sacrosanct by gun advocates, is at risk.",
        ("gun advocates", "considered", ["The right to roam", "sacrosanct"]),
    ),
    ("No injuries were reported.", (None, "reported", ["No injuries"])),
    ("Four people were reported missing.", (None, "reported", ["Four people", "missing"])),
    ("The men were reported dead.", (None, "reported", ["The men", "dead"])),
    ("Two bags were claimed lost.", (None, "claimed", ["Two bags", "lost"])),
    ("He was claimed to be a spy.", (None, "claimed", ["He", "to be a spy"])),
    (
        "The theft was reported to have happened on Monday.",
        (None, "reported", ["The theft", "to have happened on Monday"]),
    ),
]
SPOKEN = [
    (
        "“It was over by June,” a pal dished to the Courier.",
        ("a pal", "dished", ["“It was over by June,”"]),
    ),
    ("It was late, he pointed out.", ("he", "pointed", ["It was late"])),
    ("As Lee put it, nobody wins.", ("Lee", "put", ["nobody wins"])),
    ("He argued in favour of the tax.", ("He", "argued", ["the tax"])),
    (
        "He spoke in support of Lee in favor of the tax.",
        ("He", "spoke", ["Lee in favor of the tax"]),
    ),
    ("He confessed to the murder.", ("He", "confessed", ["the murder"])),
    (
        "He confessed to his wife to having an affair.",
        ("He", "confessed", ["having an affair"]),
    ),
    ("He confessed to the bishop that he lied.", ("He", "confessed", ["that he lied"])),
    (
        "Moore denied being in a relationship with Cotham.",
        ("Moore", "denied", ["being in a relationship with Cotham"]),
    ),
    ("She told of a fire that killed two.", ("She", "told", ["a fire that killed two"])),
    ("Lee, the former mayor, said no.", ("Lee, the former mayor", "said", ["no"])),
    (
        "Lee could not say when the money would come.",
        ("Lee", "say", ["when the money would come"]),
    ),
    (
        "Some view the nomination as a sort of takeover.",
        ("Some", "view", ["the nomination as a sort of takeover"]),
    ),
    (
        "Candidates will be under pressure to pledge that they would roll back the rule.",
        ("Candidates", "pledge", ["that they would roll back the rule"]),
    ),
]
ASKED = [
    ("Asked if he agreed, Lee said: “I do.”", (None, "Asked", ["if he agreed"])),
    ("Asked if he agreed, Lee said: “I do.”", ("Lee", "said", ["“I do.”"])),
    (
        "Asked during a January debate why he trailed so badly, Lee said he would win.",
        (None, "Asked", ["why he trailed so badly"]),
    ),
    (
        "It was a charge that Lee has faced in the past and has always denied.",
        ("Lee", "denied", ["a charge"]),
    ),
    ("It is a question Democrats are beginning to ask.", ("Democrats", "ask", ["a question"])),
    ("What Lee said is not true.", ("Lee", "said", ["What"])),
    ("What Lee told the court was not true.", ("Lee", "told", ["What"])),
    (
        "“It is late,” said Ann Lee during a debate, suggesting that it was over.",
        ("Ann Lee", "suggesting", ["that it was over"]),
    ),
]
LED = [
    (
        "Stated Stone:\n\n“The stakes are so high that we must win.”",
        ("Stone", "Stated", ["“The stakes are so high that we must win.”"]),
    ),
    (
        "Fox News reports:\n\nFour emails had their markings changed.",
        ("Fox News", "reports", ["Four emails had their markings changed."]),
    ),
    (
        "Lee argued that:\n\nOnly a few people came.",
        ("Lee", "argued", ["Only a few people came."]),
    ),
]
HEADLINES = [
    ("Lee slams Cole, says she is “crooked”", ("Lee", "says", ["she is “crooked”"])),
    ("Doctors offer free flu shots, warn of epidemic", ("Doctors", "warn", ["epidemic"])),
    ("Lee to announce his pick Friday", ("Lee", "announce", ["his pick Friday"])),
    ("Lee won’t run: report", ("report", ":", ["Lee won’t run"])),
]
NOUNS = [
    (
        "Clinton has managed to lock down endorsements from unions.",
        ("unions", "endorsements", ["Clinton"]),
    ),
    (
        "Fears are growing among investors that rates will rise.",
        ("investors", "Fears", ["that rates will rise"]),
    ),
    ("Amid calls for an inquiry, he resigned.", (None, "calls", ["for an inquiry"])),
]
NOTHING = (
    "The suspect was confirmed.",
    "Two bags were claimed.",
    "Questions were asked.",
    "The name was mentioned twice.",
    "The plan was denied.",
    "The meeting was reported to the police.",
    "He confessed to a friend.",
    "He confessed to Ann Lee.",
    "That said — rents rose.",
    "That said. Rents rose.",
    "The firm is praised.",
    "See how it works.",
    "Tell us why you are going.",
)


@pytest.mark.parametrize(("text", "expected"), [*NAMED, *PASSIVE, *SPOKEN, *ASKED, *LED, *NOUNS])
def test_a_frame_of_saying_is_read(text: str, expected: tuple[str | None, str, list[str]]) -> None:
    assert expected in read(parsed_article(text))


@pytest.mark.parametrize(("text", "expected"), HEADLINES)
def test_a_headline_credits_without_and(
    text: str, expected: tuple[str | None, str, list[str]]
) -> None:
    article = parsed_article(f"{text}\n\nIt rained on Monday.", headline=True)
    assert expected in read(article)


@pytest.mark.parametrize("text", NOTHING)
def test_an_order_or_a_bare_passive_says_nothing(text: str) -> None:
    assert outer(parsed_article(text)) == []


def test_a_passive_with_a_state_reports_without_a_source() -> None:
    doc = build(
        "Two NUM CD nummod 1",
        "men NOUN NNS nsubj:pass 3 man",
        "were AUX VBD aux:pass 3 be",
        "reported VERB VBN ROOT 3 report",
        "dead ADJ JJ xcomp 3",
        ". PUNCT . punct 3",
    )
    assert read(article_of(doc)) == [(None, "reported", ["Two men", "dead"])]


def test_that_said_is_no_cue() -> None:
    text = "That said, she also noted, “When you attack him, he will punch back.”"
    cues = [cue for _, cue, _ in outer(parsed_article(text))]
    assert cues == ["noted"]


def test_a_question_before_an_answer_is_another_speakers() -> None:
    text = "Blum was asked, “Would you have told her about it?” He answered, “I have no idea.”"
    found = outer(parsed_article(text))
    assert (None, "asked", ["“Would you have told her about it?”"]) in found
    assert ("He", "answered", ["“I have no idea.”"]) in found


@pytest.mark.parametrize("mark", [":", ","])
def test_an_answer_may_open_the_next_paragraph(mark: str) -> None:
    text = f"The mayor Ann Lee sat on Friday. “Are you sure?” He said{mark}\n\n“I am.”"
    assert not any("“Are you sure?”" in content for _, _, content in outer(parsed_article(text)))


def test_an_answer_after_a_colon_is_read_in_the_next_paragraph() -> None:
    text = "The mayor Ann Lee sat on Friday. “Are you sure?” He said:\n\n“I am.”"
    assert ("He", "said", ["“I am.”"]) in outer(parsed_article(text))


def test_people_are_thrilled_not_the_news() -> None:
    found = read(parsed_article("Supporters were thrilled by the news."))
    assert ("Supporters", "thrilled", ["by the news"]) in found


@pytest.mark.parametrize(
    "source",
    [
        "Another diplomat, former envoy Kurt Volker,",
        "A friend, the painter Ann Lee,",
        "Two of his friends, Ann Lee and Bob Cole,",
    ],
)
def test_a_name_in_apposition_names_the_source(source: str) -> None:
    article = parsed_article(f"{source} told Reuters that it was over.")
    assert [s.kind for s in article.sources] == ["named_person"]


def test_a_number_of_things_is_nobody() -> None:
    article = parsed_article("It has any number of other powers meant to ensure that it is safe.")
    assert not any(s.kind.startswith("unnamed") for s in article.sources)


def test_who_does_not_reply_to_questions_says_nothing() -> None:
    made = parsed_article(
        "Meiko did not reply to its questions, and Ann Lee replied to the letter."
    )
    assert [a for a in made.attributions if a.content] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“They had packed by May,” an insider spilled to the Ledger.",
            [("an insider", "spilled", ["“They had packed by May,”"])],
        ),
        ("One minister was blunt: “It is over.”", [("One minister", "blunt", ["“It is over.”"])]),
        ("The vote was close: “Yes” won by three.", []),
        ("In “The mill has shut,” the hero dies.", []),
    ],
)
def test_any_verb_or_manner_beside_speech_is_a_cue(
    text: str, expected: list[tuple[str, str, list[str]]]
) -> None:
    assert outer(parsed_article(text)) == expected
