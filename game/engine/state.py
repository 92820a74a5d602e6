"""The state of a game: everything the rules know at one moment.

States are values: a state that has been handed out never changes, and only
:mod:`game.engine.folds` makes new ones, from drafts (:mod:`game.engine.values`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import TYPE_CHECKING, Any, Literal

from game.engine.limits import LIKELIHOOD_HIGH, MITIGATIONS_OF_WRITTEN
from game.engine.setup import INDEX, TRACKS, IdeaCard, Phase, RiskCard, Role, Setup, Track
from game.engine.values import FrozenDict, Value, value
from game.frozen import frozen

if TYPE_CHECKING:  # checking a case must not wait for the actions and the events to load
    from game.engine.actions import TrialQuestion
    from game.engine.events import Seat, Verdict
    from game.engine.fields import Measure
    from game.engine.foresight import Guess

IdeaStatus = Literal["proposed", "proven", "implemented", "realised"]
Step = Literal["adjust", "choice", "turn", "check", "answer", "opening", "over"]
"""What is waited for: what a trial's report asks, an event's choice, a turn, the reality check, the
answer to its question, the next opening, nothing."""

AFTER_TURNS: tuple[Step, ...] = ("check", "answer", "opening")
"""The steps at which all turns of the round have been taken."""

RiskOutcome = Literal["struck", "held", "false"]
Hands = tuple[tuple[str, ...], ...]
PerTrack = tuple[int, int, int, int]
"""A number for each track, in the order of :data:`~game.engine.setup.TRACKS`."""

Drafted = tuple[Value, "Drafted | None"]
"""A part that was drafted, and those drafted before it."""

PATIENCE = "*patience"
"""Stands in :attr:`State.used_round` once trust has been spent in this round."""

ALL_OPEN = 15
"""All four bits of :attr:`Idea.opened`."""


@value
class Benefit(Value):
    """A claim on one track. ``owner`` is a seat once anchored, ``harvested`` points once realised.

    ``card`` is its benefit card, ``name`` the group's own words; with neither it is the benefit the
    idea itself promises. A downside has an estimate below zero; ``bearer`` is who bears it and
    ``amends`` what makes up for it, ``None`` where nothing does. ``post`` is where in the economy
    overview it is taken from. ``low`` and ``high`` are the range of its estimate, where it has one;
    ``guess`` is the last estimate from before its effect was known, made in the round ``guessed``.
    """

    estimate: int
    seat: int
    card: str | None = None
    name: str | None = None
    owner: int | None = None
    measure: Measure | None = None
    harvested: int | None = None
    followed: bool = False
    bearer: str = ""
    amends: str | None = None
    post: str | None = None
    low: int | None = None
    high: int | None = None
    guess: int | None = None
    guessed: int = 0

    @property
    def downside(self) -> bool:
        """Whether it says what the idea costs somebody."""
        return self.estimate < 0

    @property
    def given(self) -> int | None:
        """All points that it gave, harvested and by being followed up; ``None``: not realised."""
        return None if self.harvested is None else self.harvested + self.followed


@value
class Risk(Value):
    """A named risk at an idea. ``seat`` is who named it; ``None``: it was turned up.

    ``name`` is set for a risk in the group's own words, whose id is then not a card's.
    """

    id: str
    track: Track
    severity: int
    likelihood: int
    seat: int | None = None
    name: str | None = None
    mitigations: int = 0
    outcome: RiskOutcome | None = None


@frozen
class TrialPlan:
    """A trial that has been set up: until its report, or what is adjusted after it."""

    seat: int
    about: TrialQuestion
    name: str = ""
    measure: str = ""


@value
class Idea(Value):
    """An idea on the table with all that is linked to it.

    ``benefits`` has a place for each track; ``opened`` is a bit for each track whose true effect is
    known to the table; ``order`` is its number in the order of implementing. ``memo`` is what
    listing, fingerprints, observing and bots remember of it, each by a key of its own; a draft
    starts without.
    """

    id: str
    card: IdeaCard
    letter: str
    seat: int
    cost: int
    maturity: int
    status: IdeaStatus = "proposed"
    was_proven: bool = False
    stumbled: bool = False
    scaled: bool = False
    due: int = 0
    order: int = 0
    opened: int = 0
    benefits: tuple[Benefit | None, ...] = (None, None, None, None)
    risks: tuple[Risk, ...] = ()
    name: str | None = None
    text: str = ""
    trial: TrialPlan | None = None
    memo: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def written(self) -> bool:
        """Whether the group wrote it itself."""
        return self.name is not None

    @property
    def locked(self) -> bool:
        """Whether it is implemented or realised, so that its claims stand."""
        return self.status == "implemented" or self.status == "realised"

    def benefit(self, track: str) -> Benefit | None:
        """The benefit claimed on a track, if there is one."""
        place = INDEX.get(track) if type(track) is str else None
        return None if place is None else self.benefits[place]

    def risk(self, risk: str) -> Risk | None:
        """The named risk with this id, if there is one."""
        for r in self.risks:
            if r.id == risk:
                return r
        return None

    def claims(self) -> Iterator[tuple[Track, Benefit]]:
        """The claimed benefits with their tracks."""
        for track, b in zip(TRACKS, self.benefits, strict=True):
            if b is not None:
                yield track, b

    def is_open(self, track: Track) -> bool:
        """Whether the table knows the true effect on a track."""
        return bool(self.opened >> INDEX[track] & 1)


@frozen
class Poker:
    """Estimate poker: each seat's number for what an idea gives on a track.

    ``unsure`` are the seats that have answered without a number: they have no opinion. ``absent``
    are those of which no answer is waited for, because nobody sat there.
    """

    idea: str
    track: Track
    given: tuple[int | None, ...]
    unsure: tuple[int, ...] = ()
    absent: tuple[int, ...] = ()

    @property
    def missing(self) -> tuple[int, ...]:
        """The seats whose answer is waited for."""
        done = (*self.unsure, *self.absent)
        return tuple(i for i, n in enumerate(self.given) if n is None and i not in done)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers that have been given."""
        return tuple(n for n in self.given if n is not None)

    @property
    def open(self) -> bool:
        """Whether all answers are in and turned."""
        return None not in self.given or not self.missing


@frozen
class Cut:
    """Where the facilitator cut a game short: in ``round``, and time moved to that of round ``to``.

    ``whole`` says that all turns of the round had been taken: only the rounds after it fell away.
    """

    round: int
    to: int
    whole: bool


@value
class State(Value):
    """A whole game at one moment. ``edition`` is the version of the rules that it is played by."""

    setup: Setup = field(hash=False)
    seed: int = 0
    seats: tuple[Seat, ...] = ()
    truth: dict[str, PerTrack] = field(default_factory=FrozenDict, hash=False)
    own_risks: dict[str, RiskCard] = field(default_factory=FrozenDict, hash=False)
    # ---- what lies in the decks and in the hands (by seat)
    idea_deck: tuple[str, ...] = ()
    benefit_deck: tuple[str, ...] = ()
    risk_deck: tuple[str, ...] = ()
    event_deck: tuple[str, ...] = ()
    idea_hands: Hands = ()
    benefit_hands: Hands = ()
    risk_hands: Hands = ()
    # ---- where we are
    round: int = 0
    openings: int = 0
    phase: Phase = "ideas"
    step: Step = "opening"
    starter: int = -1
    turn: int = -1
    waiting: tuple[int, ...] = ()
    actions: int = 0
    event: str | None = None
    poker: Poker | None = None
    free_claims: tuple[Track, ...] = ()
    adjusting: tuple[str, ...] = ()
    """The ideas that their trials did not prove and that are still to be adjusted."""
    tested: tuple[str, Track] | None = None
    """The claim that reality has asked about, while its answer is waited for."""
    used_phase: tuple[str, ...] = ()
    used_round: tuple[str, ...] = ()
    # ---- shared means
    capacity: int = 0
    trust: int = 0
    balance: int = 0
    points: PerTrack = (0, 0, 0, 0)
    lowest: PerTrack = (0, 0, 0, 0)
    likelier: PerTrack = (0, 0, 0, 0)
    pauses: int = 0
    paused_round: int = 0
    # ---- the table
    ideas: tuple[Idea, ...] = ()
    placed: int = 0
    written: int = 0
    implemented: int = 0
    verdict: Verdict | None = None
    # ---- how often chance was asked
    dice: int = 0
    picks: int = 0
    # ---- since version 2 of the rules
    edition: int = 1
    guesses: tuple[Guess, ...] = ()
    # ---- who is there
    away: tuple[int, ...] = ()
    """The seats at which nobody sits now."""
    gone: tuple[int, ...] = ()
    """Those of them that had had their turn in this round when they were left."""
    shares: tuple[tuple[int, int], ...] = ()
    """The seats that wait for their turn with their actions, if somebody came or went meanwhile."""
    seatings: int = 0
    """How often a seat has been added or taken over, or a role has moved."""
    # ---- how the game is told: nothing is decided by it
    cuts: tuple[Cut, ...] = ()
    """Where it was cut short. What fell away moves :attr:`round`, and was never played."""
    # ---- while it is a draft: the last part that was drafted, and those before it
    edited: Drafted | None = field(default=None, init=False, repr=False, compare=False)

    # ------------------------------------------------------------------ which rounds were played
    def told_round(self, round: int) -> int:
        """The number by which a round is told: one that fell away is that in which it did."""
        for cut in self.cuts:
            if cut.round < round <= cut.to:
                return cut.round
        return round

    @property
    def round_now(self) -> int:
        """The round that is being played, or was last; after the last one that of the follow-up."""
        return self.told_round(self.round)

    # ------------------------------------------------------------------ looking things up
    def idea(self, id: str) -> Idea | None:
        """The idea with this id on the table, or ``None``."""
        for idea in self.ideas:
            if idea.id == id:
                return idea
        return None

    def require_idea(self, id: str) -> Idea:
        """The idea with this id, which must be on the table."""
        for idea in self.ideas:
            if idea.id == id:
                return idea
        raise LookupError(f"no idea {id!r} on the table")

    def roles_of(self, seat: int) -> tuple[Role, ...]:
        """The roles played from a seat."""
        return tuple(r for r in self.setup.roles if r.id in self.seats[seat].roles)

    def has_ability(self, seat: int, ability: str) -> Role | None:
        """The seat's role with this ability (the case's first), or ``None``."""
        return self.setup.by_id.common.able(self.seats[seat].roles).get(ability)

    def likelihood(self, risk: Risk | RiskCard) -> int:
        """How likely a risk is now, events counted and mitigations not, 1 to 5."""
        return likelihood(risk, self.likelier)

    def limit(self, risk: Risk) -> int:
        """The highest die at which a named risk strikes, mitigations counted.

        For a risk in the group's own words it follows from what the group believes.
        """
        return limit(risk, self.likelier, self.setup.rules.mitigation)

    def can_mitigate(self, risk: Risk) -> bool:
        """Whether work on a named risk can still make a difference, as far as the table knows."""
        return can_mitigate(risk, self.likelier, self.setup.rules.mitigation)

    def claimed(self, track: Track) -> int:
        """The sum of the estimates on a track."""
        i = INDEX[track]
        total = 0
        for idea in self.ideas:
            b = idea.benefits[i]
            if b is not None:
                total += b.estimate
        return total

    def open_ideas(self) -> int:
        """How many ideas on the table are not yet realised."""
        count = 0
        for idea in self.ideas:
            if idea.status != "realised":
                count += 1
        return count

    def has_unlearned(self) -> bool:
        """Whether there is an idea of which a voice may have something to tell."""
        found = False
        for idea in self.ideas:
            if idea.status != "realised":
                found = True
                break
        return found

    def risk_card(self, id: str) -> RiskCard:
        """The true card of a risk: of the case, or drawn for an idea in the group's own words."""
        return self.own_risks.get(id) or self.setup.by_id.risks[id]

    def effect(self, idea: Idea, track: Track) -> int | None:
        """The true effect of an idea on a track where the table knows it, else ``None``."""
        if idea.is_open(track) and idea.id in self.truth:
            return self.truth[idea.id][INDEX[track]]
        return None

    @property
    def free_claim(self) -> Track | None:
        """The track of the benefit that the seat in turn may now place free: the last looked at."""
        return self.free_claims[-1] if self.free_claims else None

    @property
    def over(self) -> bool:
        """Whether the game is over."""
        return self.step == "over"


def settled(draft: State) -> State:
    """A draft of a state as the value that it is from now on, with all that was drafted in it."""
    edited, draft.edited = draft.edited, None
    while edited is not None:
        part, edited = edited
        part.__class__ = part.settled_class
    draft.__class__ = State
    return draft


def likelihood(risk: Risk | RiskCard, likelier: PerTrack) -> int:
    """How likely a risk is once events have made some tracks likelier."""
    raised = risk.likelihood + likelier[INDEX[risk.track]]
    return raised if raised < LIKELIHOOD_HIGH else LIKELIHOOD_HIGH


def limit(risk: Risk, likelier: PerTrack, mitigation: int) -> int:
    """The highest die at which a named risk strikes; each mitigation takes some off."""
    return likelihood(risk, likelier) - mitigation * risk.mitigations


def can_mitigate(risk: Risk, likelier: PerTrack, mitigation: int) -> bool:
    """Whether a named risk may be mitigated once more.

    How likely a risk in the group's own words truly is nobody knows, so there is a bound instead.
    """
    if risk.name is not None:
        return risk.mitigations < MITIGATIONS_OF_WRITTEN
    return limit(risk, likelier, mitigation) > 0


def letter(n: int) -> str:
    """The letter of the n-th idea placed: A to Z, then AA, AB, …"""
    text = ""
    n += 1
    while n:
        n, rest = divmod(n - 1, 26)
        text = chr(65 + rest) + text
    return text
