"""What a session brought up, each with an id: benefits G-01, harms N-01, risks R-01, and so on.

Ids are given in the order in which things came up and stay with what is shelved later, so that a
register written today and one written after the follow-up call the same thing by the same name.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.debrief import BenefitStory, RiskStory
from game.debrief.history import GameHistory
from game.debrief.risks import risk_stories
from game.engine import Benefit, Idea, Track
from game.engine import events as ev
from game.report.rows import Way


@dataclass(frozen=True, slots=True)
class Lying:
    """An idea as it lies on the table or, when it was ``shelved``, as it lay there last."""

    idea: Idea
    shelved: bool


@dataclass(frozen=True, slots=True)
class Claimed:
    """A benefit that was claimed, with its story and itself."""

    id: str
    track: Track
    lying: Lying
    benefit: Benefit
    story: BenefitStory

    @property
    def idea(self) -> Idea:
        """The idea that it belongs to."""
        return self.lying.idea


@dataclass(frozen=True, slots=True)
class Harm:
    """What an idea takes from a track where nobody claimed anything: a negative benefit."""

    id: str
    track: Track
    lying: Lying
    points: int
    realised: bool


@dataclass(frozen=True, slots=True)
class Threat:
    """A risk that came up, at its idea."""

    id: str
    lying: Lying
    story: RiskStory


def ideas_of(history: GameHistory) -> dict[str, Lying]:
    """Every idea that was on the table, in the order placed."""
    placed = [seen.event.idea for seen in history.of(ev.IdeaPlaced, ev.IdeaWritten)]
    left = {seen.event.idea: seen.step.before for seen in history.of(ev.IdeaShelved)}
    found = {}
    for id in placed:
        on_table = history.end.idea(id)
        last = on_table or (left[id].idea(id) if id in left else None)
        if last is not None:
            found[id] = Lying(last, on_table is None)
    return found


def claims_of(history: GameHistory, stories: tuple[BenefitStory, ...]) -> list[Claimed]:
    """Every benefit that was claimed, in that order."""
    ideas, found = ideas_of(history), []
    for n, story in enumerate(stories, 1):
        id, track = story.benefit.key
        benefit = ideas[id].idea.benefit(track) if id in ideas else None
        if benefit is not None:
            found.append(Claimed(f"G-{n:02}", track, ideas[id], benefit, story))
    return found


def harms_of(history: GameHistory) -> list[Harm]:
    """What ideas are known to take from tracks on which nobody claimed a benefit."""
    ideas = ideas_of(history)
    points: dict[tuple[str, Track], tuple[int, bool]] = {}
    for opened in history.of(ev.EffectsOpened):
        points |= {(id, track): (n, False) for id, track, n in opened.event.effects}
    for harvest in history.of(ev.Harvested):
        h = harvest.event
        points[h.idea, h.track] = (h.points, True)
    found: list[Harm] = []
    for (id, track), (n, realised) in points.items():
        if n < 0 and id in ideas and ideas[id].idea.benefit(track) is None:
            found.append(Harm(f"N-{len(found) + 1:02}", track, ideas[id], n, realised))
    return found


def threats_of(history: GameHistory) -> list[Threat]:
    """Every risk that came up, in that order; what nobody thought of only where it struck."""
    ideas = ideas_of(history)
    stories = [
        story
        for story in risk_stories(history)
        if story.risk.idea.id in ideas and (story.risk.id or story.fate == "struck")
    ]
    stories.sort(key=came_up)
    return [Threat(f"R-{n:02}", ideas[s.risk.idea.id], s) for n, s in enumerate(stories, 1)]


def came_up(story: RiskStory) -> int:
    """The entry by which a risk came up."""
    place = story.named or story.checked
    return place.entry if place is not None else 0


@dataclass(frozen=True, slots=True)
class Number:
    """A number that a benefit was given; ``seat`` is who gave it, where it was a person."""

    way: Way
    round: int
    entry: int
    value: int
    before: int | None = None
    seat: int | None = None


def numbers_of(claimed: Claimed, history: GameHistory) -> list[Number]:
    """Every number that a benefit was given, in order of time; of estimate poker every card."""
    story = claimed.story
    told = []
    for made in story.estimates:
        way: Way = "claimed" if made.before is None else "revised"
        place, seat = made.place, made.person.seat
        told.append(Number(way, place.round, place.entry, made.estimate, made.before, seat))
    for poll in story.polls:
        for seat, card in enumerate(poll.values):
            told.append(Number("poker", poll.place.round, poll.place.entry, card, None, seat))
    if story.realised is not None:
        place, points = story.realised, story.harvested or 0
        told.append(Number("harvested", place.round, place.entry, points, story.claimed))
    key = story.benefit.key
    for seen in history.of(ev.FollowedUp):
        if (seen.event.idea, seen.event.track) == key:
            told.append(Number("followed", seen.round, seen.place.entry, 1, None, seen.event.seat))
    return sorted(told, key=lambda number: number.entry)
