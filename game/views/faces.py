"""The faces of cards as plain values, so that a card can be drawn without a game.

Only :mod:`game.views.face_builder` creates them from a game, so that a card has the same face in
the hand, in the author's check and in the preview. A ``picture`` is an emoji; empty for none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from game.frozen import frozen

if TYPE_CHECKING:  # the start screen shows cards, but must not wait for the rules to load
    from game.engine.setup import Kind, Track

IdeaStamp = Literal["", "on_trial", "proven", "implemented", "realised", "shelved"]
RiskStamp = Literal["", "struck", "missed", "false"]


@frozen(kw_only=True)
class IdeaFace:
    """An idea. ``promise`` are arrows per track, ``effects`` the true points that are known.

    ``letter`` is its letter on the table, ``stamp`` its status, ``due`` when an implemented idea is
    checked or a trial is reported, ``trial`` what the trial asks.
    """

    name: str
    text: str
    track: Track
    kind: Kind
    cost: int
    maturity: int
    delay: int = 0
    promise: tuple[tuple[Track, int], ...] = ()
    effects: tuple[tuple[Track, int], ...] = ()
    letter: str = ""
    stamp: IdeaStamp = ""
    due: str = ""
    trial: str = ""
    picture: str = ""

    @property
    def open_promise(self) -> tuple[tuple[Track, int], ...]:
        """The promise on the tracks whose truth is not known."""
        known = {track for track, _ in self.effects}
        return tuple((track, count) for track, count in self.promise if track not in known)


@frozen(kw_only=True)
class BenefitFace:
    """A benefit. ``letter`` is its idea's; ``owner`` the owner's initials once it is anchored.

    ``seat`` is the owner's, ``harvested`` is shown beside the estimate once its idea is realised;
    ``free`` is what an ability lets a seat place without an action; ``followed`` tells that
    following it up gave a point beside what was harvested.
    """

    name: str
    measure: str
    track: Track
    estimate: int | None = None
    letter: str = ""
    owner: str = ""
    seat: int | None = None
    harvested: int | None = None
    picture: str = ""
    free: bool = False
    followed: bool = False

    @property
    def given(self) -> int | None:
        """All points that it gave, by being followed up, too; ``None`` until it is realised."""
        return None if self.harvested is None else self.harvested + self.followed

    @property
    def text(self) -> str:
        """The measure, as the text of the card."""
        return self.measure


@frozen(kw_only=True)
class DownsideFace:
    """What an idea costs somebody: ``points`` below zero; ``text`` says who bears it.

    ``left`` is what is left of them where something makes up for it; ``harvested`` is what it came
    to in the end.
    """

    name: str
    text: str
    track: Track
    points: int
    letter: str = ""
    left: int | None = None
    harvested: int | None = None
    picture: str = ""

    @property
    def given(self) -> int | None:
        """What it came to in the end; ``None`` until its idea is realised."""
        return self.harvested

    @property
    def made_up(self) -> bool:
        """Whether something makes up for it."""
        return self.left is not None


@frozen(kw_only=True)
class RiskFace:
    """A risk. ``about`` are letters or names of ideas it may concern; ``letter`` is its idea's.

    ``unseen`` are the names of those of them that are not on the table, where it is in a hand.

    ``likelihood`` is the printed one, ``mitigations`` how often it was mitigated, ``stamp`` its
    outcome. A risk in the group's own words is as grave and as likely as it ``believed``: what is
    true is hidden. In a hand, ``stuck`` says why it can be put on no idea any more.
    """

    name: str
    text: str
    track: Track
    severity: int
    likelihood: int
    mitigations: int = 0
    about: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    letter: str = ""
    stamp: RiskStamp = ""
    believed: bool = False
    picture: str = ""
    stuck: str = ""


@frozen(kw_only=True)
class EventFace:
    """An event; ``options`` are the texts of its effects, two if there is a choice."""

    name: str
    text: str
    options: tuple[str, ...] = ()
    picture: str = ""

    @property
    def letter(self) -> str:
        """An event belongs to no idea."""
        return ""


@frozen(kw_only=True)
class RoleFace:
    """A role: the texts of its aim, its ability and its home, a description, and its player."""

    name: str
    aim: str
    ability: str
    home: str
    player: str = ""
    text: str = ""
    aim_met: bool | None = None
    picture: str = ""


HeldFace = IdeaFace | BenefitFace | RiskFace
"""A card that lies in a hand."""
Face = HeldFace | DownsideFace | EventFace | RoleFace
