"""What a page shows beside its running text is told from the story's own sentences."""

from __future__ import annotations

import pytest

from attrib_lint.inputs.displays import (
    is_caption,
    is_form,
    is_link,
    is_post,
    is_rows,
    is_telegraphic,
    is_title,
    shows_picture,
)


@pytest.mark.parametrize(
    "text",
    [
        "Image copyright Example Image caption The weir at Hale before the flood",
        "FILE PHOTO: The weir at Hale, May 3, 2019. REUTERS/Ann Lee",
        "Divers search the weir at Hale on Monday. (AP Photo/Ann Lee)",
        "Divers search the weir at Hale on Monday. (Photo: Bo Ek, Hale Courier)",
        "Divers search the weir. Photograph: Ann Lee/Getty Images",
        "Divers search the weir at Hale on Monday. Ann Lee/AP",
        "(Ann Lee/Reuters)",
    ],
)
def test_captions(text: str) -> None:
    assert is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "The photo shows the weir at Hale, the council said.",
        "HALE (Reuters) - The weir at Hale broke on Monday, the council said.",
        "The weir broke on Monday (see the photo by Ann Lee on page 3), the council said.",
        "Divers searched the weir until noon, an agency said (AP had said ten).",
        "The firm sells to Ann Lee and/or her brother",
        "The pictures were taken by divers who had searched the weir since Monday",
    ],
)
def test_sentences_that_speak_of_pictures(text: str) -> None:
    assert not is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "( Also on the Courier: Poll: Weir repairs split the town)",
        "(MORE: How the weir was built)",
        "[READ: Engineer who warned of the weir has resigned]",
        "SEE ALSO: Mayor says the weir will be rebuilt",
        "Don't miss: Ten rivers that changed their beds",
        "More:Amid repairs, the mayor says the weir will hold",
        "Mayor rules out a new weir, sources say Read more",
        "JUST WATCHED Weir breaks Replay More Videos ... MUST WATCH Weir breaks 01:10",
        "Slideshow (5 Images)",
    ],
)
def test_links(text: str) -> None:
    assert is_link(text)


@pytest.mark.parametrize(
    "text",
    [
        "(The council has said: we will rebuild the weir.)",
        "(Correction: The weir was built in 1903, not in 1913.)",
        "Watch: the council is to decide on Monday.",
        "The council asks residents to read more.",
        "The engineer's verdict: the weir cannot be saved",
        "At 5:30 the weir broke, the council said",
        "More than forty homes were flooded",
        "Related costs are put at $4 million",
    ],
)
def test_sentences_that_only_begin_like_links(text: str) -> None:
    assert not is_link(text)


def test_a_form_is_told_by_what_it_asks() -> None:
    assert is_form(
        "Get the Courier. By signing up you agree to receive our letters. Invalid email."
    )
    assert not is_form("Residents who signed up say that the council never wrote to them.")


@pytest.mark.parametrize(
    "text",
    [
        "The weir is gone and nobody told us — Ann Lee (@annlee) May 3, 2021",
        "The weir is gone. pic.twitter.com/abc123 — Hale Courier (@halecourier) May 3, 2021",
        "Ann Lee (@annlee) The weir is gone. https://t.co/abc123",
        "What is left of it A photo posted by Bo Ek (@boek) on Sep 24, 2015 at 3:34pm PDT",
    ],
)
def test_posts(text: str) -> None:
    assert is_post(text)


def test_a_sentence_about_a_post_is_the_storys() -> None:
    assert not is_post("“The weir is gone,” Ann Lee (@annlee) wrote on Monday.")
    assert not is_post("Ann Lee (@annlee) has said that the council knew of the cracks.")


def test_a_post_links_to_its_picture() -> None:
    assert shows_picture("The weir is gone. pic.twitter.com/abc123 Divers are there.")
    assert shows_picture("The weir is gone. https://t.co/abc123", last=True)
    assert not shows_picture("The weir is gone. https://t.co/abc123 It is.", last=True)
    assert not shows_picture("Book a place at weir.co/hale on Monday.")


def test_the_style_of_headlines() -> None:
    assert is_telegraphic("Mayor leads rival by 3 points in first poll after weir breaks")
    assert not is_telegraphic("The mayor leads her rival by 3 points in the poll after the flood")
    assert not is_telegraphic("Mayor leads rival by 3 points in first poll after weir breaks.")
    assert is_title("Save Your Teeth With This Trick")
    assert not is_title("Engineers have warned of cracks")


ROWS = (
    "Bergen Seats 12 Votes cast 48,210 ballots over 9 days Turnout 61 percent Oslo Seats 19 Votes "
    "cast 90,377 ballots over 14 days Turnout 72 percent Voss Seats 4 Votes cast 9,106 ballots"
)


def test_a_table_that_lost_its_lines_is_rows() -> None:
    assert is_rows(ROWS)


@pytest.mark.parametrize(
    "text",
    [
        f"{ROWS} over 3 days.",
        "Seats 12 Votes 48,210",
        "The council cast its vote on 4 May and the mayor, who has held the post since the flood, "
        "said that the count would be told to the town in the days to come if nobody asked",
    ],
)
def test_sentences_and_short_lines_are_no_rows(text: str) -> None:
    assert not is_rows(text)
