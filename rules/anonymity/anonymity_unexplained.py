"""The article relies on an unnamed person and nowhere says why the name is withheld.

AP, the New York Times, SPJ, NPR and the Journalism Trust Initiative ask that readers learn why a
source is not named. One clause does it ("who feared dismissal"). Where another outlet withheld the
name, saying so is enough.

Only sources presented as withheld count: a source or insider, people "familiar with the matter",
one official, two aides. Let through: "police said", "officials said", spokespeople, passers-by,
groups, documents; anyone who is named elsewhere in the article. Reported once, at the first.
"""

import re
from collections.abc import Iterator
from typing import Literal

from attrib_lint.api import (
    Article,
    Finding,
    Options,
    Phrase,
    Span,
    Unnamed,
    explains,
    gives_reason,
    introduced,
    is_careful,
    is_of_outlet,
    is_public,
    is_testimony,
    is_turn_of_events,
    names_a_thing,
    names_outlet,
    unnamed_sources,
    words,
)

HELP = (
    "Why is the name withheld, and what stake does the source have? If another outlet withheld it, "
    "can you say so?"
)
SEVERITY = "warning"
SUSPECTED = "The article gives no reason for the anonymity of “{span}”."
PRESETS = ("default", "ap", "reuters", "strict")
COLUMNS = False
OPTIONS = {"formula-reasons": "accept", "bare-promises": "accept", "outlet-sources": "accept"}
PRESET_OPTIONS = {
    "default": {"reader-agrees": 0.5},
    "ap": {"bare-promises": "reject"},
    "strict": {
        "careless-alone": 0.5,
        "reader-agrees": 0.5,
        "reader-insists": 1.1,
        "reader-alone": 0.95,
        "formula-reasons": "note",
        "bare-promises": "note",
        "outlet-sources": "note",
    },
}
GUARDS = (
    "A reason anywhere in the article clears it.",
    "“Not authorised to speak” counts as a reason, unless the option formula-reasons is “note” (an "
    "info) or “reject”; so does “on condition of anonymity” alone, with the option bare-promises.",
    "Officials, police and spokespeople who speak for a body are not withheld sources.",
    "Whoever is named in the next sentence was only introduced by a role.",
    "Relatives, people at an event and whoever spoke in public are not withheld.",
    "Sources of another outlet, which the sentence credits, are that outlet's, unless the option "
    "outlet-sources is “note” (an info), and the article careless.",
    "What was said “when an official said so” is an event of the story, and an informant who told "
    "detectives is a figure of it.",
)
BAD = (
    "[[A person familiar with the project]] said Musk was “committed”.",
    "According to [[two anonymous sources]], the chips were bought.",
    "[[One official]] said talks had failed.",
    "The hospital has run out of blood, [[a senior health ministry official]] said. Surgeries were "
    "cancelled on Monday.",
    "[[Two aides to the governor]] said she had already written her resignation.",
    "[[An employee of the bank]] said branches were told to refuse withdrawals.",
    "The squad will be cut to 23, [[a source]] told the Times of India.",
    "[[A Western diplomat]] said the convoy never reached the town.",
    "[[A senior defence official]] said the frigates would not be ready before 2031. The "
    "ministry has spent $4bn on them.",
    "The striker has asked for a transfer, [[a source close to the player]] said. "
    "Training resumes on Tuesday.",
    "[[Three employees of the charity]] said food parcels were sold in the market at Jos.",
    "[[One cabinet minister]] told the Telegraph that the bill was dead.",
    "[[A senior aide to the prime minister]] said the visit was off.",
    "The deal was signed in Dubai, according to [[two executives at the club]].",
    "[[An official at the education ministry]] told the Nation that results were altered.",
    "[[A senior engineer]] says the dam was never inspected. Ruth Hall, the mayor, told the panel "
    "that the wall was sound.",
    "[[A source]] told Reuters that the port would close.",
    "[[One diplomat]] described the summit as a waste of a day.",
    "The party will split, said [[an MLA who was at the dinner]]. The assembly meets on Wednesday.",
    "“They had not spoken since May,” [[an insider]] spilled to Glitz Weekly.",
)
GOOD = (
    "A former committee staffer announced plans to sue the panel. It meets in May.",
    "“I need the work,” said one former staffer, who was intimidated by the contract.",
    "One relative said the body lay on its side. Police took it to Suddie.",
    "A ministry director said the rocket was ready. The director told state media it would fly.",
    "A government official, deputy police chief Omar Rao, said one man had been held.",
    "A leading engineer has said the dam is safe.\n\nIt was built in 1951.\n\nNgozi Ade, who "
    "designed the dam, said it was safe.",
    "Two unnamed senior officials told Reuters that the port would close.",
    "A cousin of the boy, an official at the mine, said the well was empty, according to "
    "local media.",
    "A State Department official said: “We confirm the deaths of four Americans.”",
    "“It may drag on,” said one executive quoted by the Harbour news agency.",
    "An employee, who asked not to be named because he feared dismissal, said sales fell.",
    "The nurse, whose name the BBC has agreed to withhold for her safety, described the ward.",
    "Twitter did not respond to a request for comment.",
    "Police said the driver fled. Officials said the road would reopen at noon.",
    "A spokeswoman for the council said the library would stay open.",
    "One official said talks had failed. The official was not authorised to speak publicly.",
    "A source told the Post the plant would shut. The newspaper did not identify its source.",
    "A man at the bus stop said he had seen smoke.",
    "“One official said it was over,” recalled Tunde Ade, who chaired the panel.",
    "A teacher, who spoke on condition of anonymity because she feared losing her post, "
    "said the roof leaked.",
    "A spokesman for the railway said the line would reopen at six. Police said nobody was hurt.",
    "The officers union said in May that overtime was unpaid.",
    "An adviser to the premier, Joan Carter, said the tram would be built.",
    "A driver told the inquest she had seen nothing.",
    "Two executives, who asked not to be identified because the talks are private, said "
    "the deal was signed.",
    "A senior engineer says the dam was never inspected. Ngozi Adeyemi told the panel that she "
    "had asked for divers twice.",
    "Reuters reported on Monday, citing two senior officials, that the port would close.",
    "Le Monde, quoting an aide to the minister, said the tender had been withdrawn.",
    "Bloomberg reported on Monday, citing people familiar with the matter, that the port would "
    "close.",
    "People involved in the mural’s creation said the paint was donated.",
    "Two people who worked on the script said the ending was cut.",
    "Health officials said the outbreak was over.",
    "One official said the talks had failed. He could not speak publicly, because they go on.",
    "“The pump is a wreck,” said a keeper who asked to stay anonymous owing to the risk of a suit.",
    "One trader said the vault was empty. Her name was redacted in the copy that we saw.",
    "A row broke out when a senior official said the dam was safe. It is not.",
    "One informant told detectives that the safe was empty.",
    "The list, seen only by club insiders, has nine names.",
    "“Sink it!” a member of the crowd yelled back.",
    "Wary of the board, and citing an oath, two aides requested anonymity. They said it was over.",
    "A judge told the jury to ignore the remark.",
)

_REASONS = ("entries", "disclosed", "formula", "bare")
_LEARNING = frozenset(("see", "realise", "realize", "know", "learn", "hear", "find", "notice"))
_NOTES = {
    "formula-reasons": "The only reason given for the anonymity is a formula",
    "bare-promises": "Anonymity is promised and no reason is given",
}

_FEARS = re.compile(
    r"\b(?:fear(?:s|ed|ing|ful)?|afraid|scared|intimidated|reprisals?|retaliation|retribution|"
    r"(?:his|her|their) (?:own )?(?:safety|job|privacy|career))\b",
    re.IGNORECASE,
)


def check(article: Article, options: Options) -> Iterator[Finding]:
    """Report the first withheld source of an article that gives no reason, or only a formula."""
    phrase = _first_withheld(article)
    theirs = None
    if phrase is None and options.text("outlet-sources") != "accept" and not is_careful(article):
        phrase = theirs = _first_withheld(article, of_outlets=True)
    if phrase is None:
        return
    if _FEARS.search(article.sentence_at(phrase.span.start).of(article.text)):
        return  # the reason, in words of its own
    if gives_reason(article.text) or gives_reason(article.text, "disclosed"):
        return
    if explains(article.text):
        return
    said = {
        option: options.text(option)
        for option, kind in (("formula-reasons", "formula"), ("bare-promises", "bare"))
        if gives_reason(article.text, kind)
    }
    if "accept" in said.values():
        return
    noted = next((option for option, level in said.items() if level == "note"), None)
    if theirs is not None:
        text = f"Another outlet has “{phrase.text}”, and no reason for the anonymity is passed on."
        yield Finding(phrase.span, text, severity="info", about="article")
    elif noted is None:
        text = f"The article relies on “{phrase.text}” and gives no reason for the anonymity."
        yield Finding(phrase.span, text, about="article")
    elif not names_outlet(article, article.sentence_at(phrase.span.start)):  # whose formula it is
        text = f"{_NOTES[noted]} (“{phrase.text}”)."
        yield Finding(phrase.span, text, severity="info", about="article")


def anchor(article: Article, span: Span, options: Options) -> Span | Literal["settled"] | None:
    """The first source that is suspected, where the rule has none and no reason stands anywhere.

    No confidence makes a fault of what was said in public, told an inquiry or only learnt.
    """
    mine = [m for m in unnamed_sources(article) if m.phrase.span.overlaps(span)]
    if any(is_testimony(article, m) or _learns(m) or _is_open(article, m) for m in mine):
        return "settled"
    if any(gives_reason(article.text, kind) for kind in _REASONS) or _first_withheld(article):
        return None
    if explains(article.text):
        return None
    for suspicion in article.suspicions("anonymity-unexplained", options.number("reader-alone")):
        block = article.block_at(suspicion.span.start)
        if names_a_thing(article, suspicion.span):
            continue
        if block is not None and block.block.kind not in ("headline", "heading"):
            return span if suspicion.span.overlaps(span) else None
    return None


def _first_withheld(article: Article, *, of_outlets: bool = False) -> Phrase | None:
    for mention in introduced(unnamed_sources(article)):
        if not mention.withheld or is_public(article, mention) or _learns(mention):
            continue
        if is_testimony(article, mention):
            continue
        if of_outlets or not is_of_outlet(article, mention.phrase):
            return mention.phrase
    return None


def _is_open(article: Article, mention: Unnamed) -> bool:
    """Whether the words fell where all could hear them."""
    said = mention.attribution
    shouted = said is not None and said.cue.lemma in words("anonymity", "shouts")
    return shouted or is_turn_of_events(article, mention)


def _learns(mention: Unnamed) -> bool:
    """ "A file seen only by insiders": they are told of, and tell nothing."""
    said = mention.attribution
    return said is not None and said.cue.lemma in _LEARNING
