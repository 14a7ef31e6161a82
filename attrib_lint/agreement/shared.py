"""What two figures of one article have in common, slot by slot."""

from __future__ import annotations

from msgspec import Struct

from attrib_lint.agreement.mention import Mention
from attrib_lint.agreement.same_fact import GENERAL, teller, verbatim
from attrib_lint.agreement.stems import stem

_FRAME = 2.5  # words that stand alike around both figures: see same_fact


class Shared(Struct, frozen=True):
    """What two mentions have in common, slot by slot.

    `head` is the measured noun, `own` where it is more than "people" or "years"; `modifiers` and
    `parties` count. `event` is an event of the lexicon, `act` any verb or event that both figures
    take part in. `restated` is an event inside a phrase with "the": "the 120 people who attended".
    `frame`: the words around both are alike.
    """

    head: bool
    own: bool
    modifiers: int
    event: bool
    act: bool
    restated: bool
    parties: int
    frame: bool

    @property
    def slots(self) -> int:
        """How many things speak for one fact beside the noun."""
        happens = 2 if self.restated else 1 if self.event or self.act else 0
        return happens + min(2, self.modifiers) + min(2, self.parties)


def shared(a: Mention, b: Mention) -> Shared:
    """What two mentions have in common; `b` stands later."""
    heads = a.nouns & b.nouns
    counted = {stem(noun) for noun in a.nouns | b.nouns}
    modifiers = (a.phrase & b.phrase) - counted
    parties = _parties(a, b) - _tellers(a, b) - counted - modifiers
    acts = a.acts & b.acts
    return Shared(
        head=bool(heads),
        own=bool(heads - GENERAL),
        modifiers=len(modifiers),
        event=bool(a.known & b.known),
        act=bool(acts),
        restated=b.definite and bool(acts & b.named_by),
        parties=len(parties),
        frame=verbatim(a, b) >= _FRAME,
    )


def _parties(a: Mention, b: Mention) -> set[str]:
    """Who and what takes part in both; a headline stands for whole sentences of its story."""
    mine = a.parties | (a.names if b.headline else frozenset())
    theirs = b.parties | (b.names if a.headline else frozenset())
    return set(mine & theirs)


def _tellers(a: Mention, b: Mention) -> set[str]:
    """Who gives the figures, which tells nothing of them; but one promise is a headline's fact."""
    mine, theirs = teller(a), teller(b)
    return mine ^ theirs if a.headline != b.headline else mine | theirs
