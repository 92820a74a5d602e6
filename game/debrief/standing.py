"""How a benefit stands by now: as the game left it, with what its register was told since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.debrief.assembly import Debrief
from game.debrief.benefits import BenefitKey, BenefitStory
from game.frozen import frozen
from game.session import Log, RegisterColumn, RegisterEntry


@frozen
class Standing:
    """A benefit or a downside, with what people ``filled`` into its row of the register."""

    story: BenefitStory
    filled: Mapping[RegisterColumn, RegisterEntry]

    @property
    def key(self) -> BenefitKey:
        """The idea and track, which identify it."""
        return self.story.benefit.key

    @property
    def owned(self) -> bool:
        """Whether it has an owner: somebody of the game, or who was filled in since."""
        owner = self.story.owner
        role = self._content("owner_role", otherwise="role" if owner is not None else "")
        name = self._content("owner_name", otherwise=owner.name if owner is not None else "")
        return bool(role or name)

    @property
    def shelved_since(self) -> bool:
        """Whether it was still there when the game was over, and has been shelved since."""
        return not self.story.put_away and self._content("status") == "shelved"

    @property
    def put_away(self) -> bool:
        """Whether it left the table, in the game or since."""
        return self.story.put_away or self.shelved_since

    @property
    def title(self) -> str:
        """What it is called since; empty where it is called as in the game."""
        return self._content("title")

    def _content(self, column: RegisterColumn, otherwise: str = "") -> str:
        entry = self.filled.get(column)
        return otherwise if entry is None else entry.content


def standings(d: Debrief, log: Log) -> Iterator[Standing]:
    """How every benefit and downside stands by now, in the order of the claims."""
    entries = log.register_entries
    for story in d.benefits:
        idea, track = story.benefit.key
        yield Standing(story, entries.get(("benefit", idea, track, None), {}))


def owned_by_now(d: Debrief, log: Log) -> list[Standing]:
    """The benefits that somebody answers for."""
    found = standings(d, log)
    return [one for one in found if one.owned and not one.put_away and not one.story.downside]
