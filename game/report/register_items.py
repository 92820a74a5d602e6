"""The items of the registers, each with an id: benefits G-01, downsides and harms N-01, risks R-01.

Ids are given in the order in which items came up, and shelved items keep theirs: a register that is
written after the follow-up has the same ids as one written today.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from game.debrief import BenefitStory, RiskStory
from game.debrief.history import GameHistory
from game.engine import Benefit, Idea, Track
from game.engine import events as ev
from game.frozen import frozen
from game.report.rows import NumberOrigin


@frozen
class PlacedIdea:
    """An idea in its current state or, if ``shelved``, in its last state on the table."""

    idea: Idea
    shelved: bool


@frozen
class ClaimedBenefit:
    """A benefit that was claimed, with its story."""

    id: str
    track: Track
    placed: PlacedIdea
    benefit: Benefit
    story: BenefitStory

    @property
    def idea(self) -> Idea:
        """The idea that it belongs to."""
        return self.placed.idea

    @property
    def put_away(self) -> bool:
        """Whether it left the table: withdrawn, or shelved with its idea."""
        return self.placed.shelved or self.story.put_away


@frozen
class Harm:
    """A negative benefit: an idea's loss on a track where nothing was claimed."""

    id: str
    track: Track
    placed: PlacedIdea
    points: int
    realised: bool


@frozen
class RaisedRisk:
    """A risk that came up, at its idea."""

    id: str
    placed: PlacedIdea
    story: RiskStory


def placed_ideas(history: GameHistory) -> dict[str, PlacedIdea]:
    """Every idea that was on the table, in the order placed."""
    placed = [seen.event.idea for seen in history.of(ev.IdeaPlaced, ev.IdeaWritten)]
    left = {seen.event.idea: seen.step.before for seen in history.of(ev.IdeaShelved)}
    found = {}
    for id in placed:
        on_table = history.end.idea(id)
        last = on_table or (left[id].idea(id) if id in left else None)
        if last is not None:
            found[id] = PlacedIdea(last, on_table is None)
    return found


def claimed_benefits(history: GameHistory, stories: Sequence[BenefitStory]) -> list[ClaimedBenefit]:
    """Every benefit that was claimed and every downside that was named, in that order."""
    ideas, found = placed_ideas(history), []
    withdrawn = {
        (s.event.idea, s.event.track): s.step.before for s in history.of(ev.ClaimWithdrawn)
    }
    for number, story in _numbered(stories):
        id, track = story.benefit.key
        idea = ideas[id].idea if id in ideas else None
        benefit = None if idea is None else idea.benefit(track)
        if benefit is None and (last := withdrawn.get(story.benefit.key)) is not None:
            benefit = last.require_idea(id).benefit(track)
        if benefit is not None:
            found.append(ClaimedBenefit(number, track, ideas[id], benefit, story))
    return found


def _numbered(stories: Sequence[BenefitStory]) -> Iterator[tuple[str, BenefitStory]]:
    """Each story with its id; benefits and downsides are counted apart."""
    counts = Counter[str]()
    for story in stories:
        letter = "N" if story.downside else "G"
        counts[letter] += 1
        yield f"{letter}-{counts[letter]:02}", story


def unclaimed_harms(history: GameHistory, named: int = 0) -> list[Harm]:
    """The known losses that ideas cause on tracks where nothing was claimed.

    Their numbers go on after those of the downsides that were ``named``.
    """
    ideas = placed_ideas(history)
    points: dict[tuple[str, Track], tuple[int, bool]] = {}
    for opened in history.of(ev.EffectsOpened):
        points |= {(id, track): (n, False) for id, track, n in opened.event.effects}
    for harvest in history.of(ev.Harvested):
        h = harvest.event
        points[h.idea, h.track] = (h.points, True)
    found: list[Harm] = []
    for (id, track), (n, realised) in points.items():
        if n < 0 and id in ideas and ideas[id].idea.benefit(track) is None:
            found.append(Harm(f"N-{named + len(found) + 1:02}", track, ideas[id], n, realised))
    return found


def raised_risks(
    history: GameHistory, risks: Sequence[RiskStory], *, own_project: bool
) -> list[RaisedRisk]:
    """Every risk that came up, in that order; one that was not named only if it struck.

    In an own project only what people named: what the game drew is no risk of the project.
    """
    ideas = placed_ideas(history)
    stories = [
        story
        for story in risks
        if story.risk.idea.id in ideas and (story.person or not own_project) and came_up(story)
    ]
    stories.sort(key=raised_at)
    return [RaisedRisk(f"R-{n:02}", ideas[s.risk.idea.id], s) for n, s in enumerate(stories, 1)]


def came_up(story: RiskStory) -> bool:
    """Whether a risk was named or came to light, or struck."""
    return story.risk.id is not None or story.fate == "struck"


def raised_at(story: RiskStory) -> int:
    """The log entry in which a risk came up."""
    place = story.named or story.checked
    return place.entry if place is not None else 0


@frozen
class RecordedNumber:
    """A number recorded for a benefit; ``seat`` gave it, if it was a person."""

    origin: NumberOrigin
    round: int
    entry: int
    value: int
    before: int | None = None
    seat: int | None = None


def recorded_numbers(claimed: ClaimedBenefit) -> list[RecordedNumber]:
    """Every number that people gave, in order of time, with every card of estimate poker."""
    story = claimed.story
    numbers = []
    for made in story.estimates:
        first: NumberOrigin = "named" if made.estimate < 0 else "claimed"
        origin: NumberOrigin = first if made.before is None else "revised"
        place, seat = made.position, made.person.seat
        numbers.append(
            RecordedNumber(origin, place.round, place.entry, made.estimate, made.before, seat)
        )
    for poll in story.polls:
        for seat, card in poll.by_seat:
            numbers.append(
                RecordedNumber("poker", poll.position.round, poll.position.entry, card, None, seat)
            )
    return sorted(numbers, key=lambda number: number.entry)
