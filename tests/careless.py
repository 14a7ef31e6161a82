"""A careless article to put sentences in, and a careful one: what strict may ask differs."""

from __future__ import annotations

from attrib_lint.linter import Linter

_CARELESS = (
    "Insiders say the harbour fair is doomed, and fans are furious.",
    "Reports claim that the stalls reportedly lost a fortune. Experts believe visitors hate the "
    "new gates, and studies show that three in five will never come back.",
    "It is understood that the organisers allegedly hid the losses. Rumour has it that a buyer "
    "from Oslo is circling, and many feel the end is near.",
    "The move will no doubt raise questions. Some say Berit Moen is desperate to save face, "
    "which proves that nobody is in charge. Takings fell 40 percent.",
    "Critics insist the fair was widely seen as a failure. Sources revealed that debts are "
    "thought to exceed $3 million, according to reports.",
)
_CAREFUL = (
    "The harbour fair opened on Friday, its organiser, Berit Moen, said.",
    "It has run since 1974, according to the town archive. Ms Moen said that 60 stalls had been "
    "let this year and that the gates would stay open until nine.",
    "The mayor, Odd Hagen, thanked the volunteers in a speech at the pier. He said the town had "
    "paid for the lamps, and that he hoped for fair weather.",
    "“We bake all night,” said Liv Strand, who sells buns. She has had a stall for six years, "
    "and her daughter helps her on Saturdays when the ferry is full.",
    "The fair ends on Sunday with a parade. Children carry lanterns to the lighthouse, and the "
    "choir sings there, Ms Moen said. Rain is expected, the weather office said.",
    "Mr Hagen opened a new bridge to the island in May. It has a path for bicycles and a lane for "
    "buses, and the town plans a second one by 2031, its engineer, Kari Lund, told the council on "
    "Monday. The minutes are on the town’s website.",
    "The ferry runs every half hour during the fair. Tickets cost 40 kroner, and children ride "
    "free, the company said in a statement on Thursday. The last boat leaves at eleven.",
    "“My grandmother sold herring here,” said Nils Berg, a retired teacher. He comes every year "
    "and stays until the lamps go out.",
)


def careless(*paragraphs: str, first: bool = False) -> str:
    """Some paragraphs, put into a careless article; `first` puts them ahead of it."""
    return _text(_CARELESS, paragraphs, first)


def careful(*paragraphs: str, first: bool = False) -> str:
    """Some paragraphs, put into an article whose writer took care."""
    return _text(_CAREFUL, paragraphs, first)


def _text(filling: tuple[str, ...], paragraphs: tuple[str, ...], first: bool) -> str:
    return "\n\n".join((*paragraphs, *filling) if first else (*filling, *paragraphs))


def found(text: str, rule: str) -> list[str]:
    """The words that strict reports by one rule."""
    told = Linter("strict").check_text(text)
    return [d.text for d in told if rule in (d.rule, *(folded.rule for folded in d.also))]
