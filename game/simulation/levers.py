"""Levers: changes to a case's file that make it easier, harder, or as cases usually are.

Each is made of edits of the file, so that it can be tried by playing, and told with its key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from statistics import fmean
from typing import Any, Final, Literal

from game.content import Case
from game.content.edits import Edit
from game.content.positions import KeyPath
from game.content.weighing.usual import WIDTH, Usual
from game.content.weighing.usual import aim as usual_aim
from game.engine import INDEX, TRACKS, IdeaCard, ModuleName, Rules, Track
from game.engine.limits import ESTIMATE_HIGH, LIKELIHOODS, SEVERITIES
from game.engine.setup import LEAST_GOAL, Goals
from game.frozen import frozen

LeverKind = Literal[
    "rule",
    "module",
    "goals",
    "goal",
    "idea",
    "gains",
    "harms",
    "effects",
    "widths",
    "cost_of",
    "cost",
    "maturity",
    "delay",
    "severity",
    "likelihood",
    "true_risks",
    "aim",
]
Figure = float | str
Figures = tuple[Figure, ...]


@frozen
class Lever:
    """A change to a case's file, told by the figures before and after it.

    ``path`` leads to the first value that is changed, or to what it is about.
    """

    kind: LeverKind
    path: KeyPath
    edits: tuple[Edit, ...]
    was: Figures
    becomes: Figures

    @property
    def aims(self) -> tuple[Edit, ...]:
        """The edits of aims that go with another change: those on tracks follow the goals."""
        return tuple(e for e in self.edits if self.kind != "aim" and e.path[0] == "roles")


# ------------------------------------------------------------------ rules
def rule(case: Case, key: str, value: Any) -> Lever | None:
    """Another value of a rule; ``None`` if it has that value."""
    was = getattr(rules_of(case), key)
    if was == value:
        return None
    path: KeyPath = ("rules", key)
    edits = [Edit(path, value)]
    if key == "actions" and rules_of(case).actions_many_seats == was:
        edits.append(Edit(("rules", "actions_many_seats"), value))
    return Lever("rule", path, tuple(edits), _figures(was), _figures(value))


def without_module(case: Case, name: ModuleName) -> Lever:
    """The case without a module."""
    left = tuple(module for module in rules_of(case).modules if module != name)
    path: KeyPath = ("rules", "modules")
    return Lever("module", path, (Edit(path, left),), (name,), ())


def rules_of(case: Case) -> Rules:
    """The rules as the file has them, whatever the level."""
    return case.setup.normal[1] if case.setup.normal else case.setup.rules


def goals_of(case: Case) -> Goals:
    """The goals as the file has them, whatever the level."""
    return case.setup.normal[0] if case.setup.normal else case.setup.goals


def _figures(value: Any) -> Figures:
    return value if isinstance(value, tuple) else (value,)


# ------------------------------------------------------------------ goals
def goals(case: Case, becomes: Sequence[float]) -> Lever | None:
    """Other goals of the tracks; ``None`` if none of them moves, or one would leave its bounds."""
    was, new = goals_of(case), tuple(round(goal) for goal in becomes)
    if new == was or min(new) < 1 or max(new) > 20:
        return None
    moved = [i for i, goal in enumerate(was) if new[i] != goal]
    if len(moved) == 1:
        return goal_of(case, TRACKS[moved[0]], new[moved[0]])
    becomes_of = dict(zip(TRACKS, new, strict=True))
    edits = (
        *(Edit(_goal(track), n) for track, n in becomes_of.items()),
        *_aims_with(case, becomes_of),
    )
    return Lever("goals", ("tracks",), edits, was, new)


def goals_by(case: Case, step: int) -> Lever | None:
    """Every goal so many points higher, as far as it can be."""
    return goals(case, [max(min(goal, LEAST_GOAL), goal + step) for goal in goals_of(case)])


def goal_of(case: Case, track: Track, becomes: int) -> Lever | None:
    """Another goal of one track."""
    was = goals_of(case)[TRACKS.index(track)]
    if becomes == was or not 1 <= becomes <= 20:
        return None
    edits = (Edit(_goal(track), becomes), *_aims_with(case, {track: becomes}))
    return Lever("goal", _goal(track), edits, (was,), (becomes,))


def _aims_with(case: Case, goals: Mapping[Track, int]) -> Iterator[Edit]:
    """Aims on tracks that are usual beside the goals there are, and would not be beside others."""
    rounds, was = sum(rules_of(case).rounds), goals_of(case)
    for i, role in enumerate(case.setup.roles):
        track, value = role.aim.track, role.aim.value
        if track is None or role.aim.kind != "track_at_least" or track not in goals:
            continue
        now = usual_aim(role.aim.kind, rounds, was[INDEX[track]])
        then = usual_aim(role.aim.kind, rounds, goals[track])
        if value in now and value not in then:
            yield Edit(_aim(i), int(then.nearest(value)))


def _aim(index: int) -> KeyPath:
    return "roles", index, "aim", "value"


def _goal(track: Track) -> KeyPath:
    return "tracks", track, "goal"


# ------------------------------------------------------------------ the ideas' effects
def mean_effect(card: IdeaCard, track: Track) -> float:
    """What an idea gives a track on average."""
    return sum(card.effects.get(track, (0, 0))) / 2


def worth(card: IdeaCard) -> float:
    """What an idea gives on all tracks together on average."""
    return sum(mean_effect(card, track) for track in TRACKS)


def idea_worth(case: Case, index: int, becomes: float) -> Lever | None:
    """One idea's effects, all in the same proportion, so that it is worth something else."""
    card = case.setup.ideas[index]
    was = worth(card)
    if was <= 0:
        return None
    edits = tuple(_scaled(case, [index], TRACKS, becomes / was))
    now = worth(_ideas_with(case, edits)[index])
    return Lever("idea", ("ideas", index, "effects"), edits, (card.id, was), (now,))


def all_effects(case: Case, becomes: float) -> Lever | None:
    """All effects in the same proportion, so that an idea is worth so much on average."""
    was = fmean(map(worth, case.setup.ideas)) if case.setup.ideas else 0
    if was <= 0:
        return None
    edits = tuple(_scaled(case, range(len(case.setup.ideas)), TRACKS, becomes / was))
    now = fmean(map(worth, _ideas_with(case, edits)))
    return Lever("effects", ("ideas",), edits, (was,), (now,))


def gains(case: Case, track: Track, becomes: float) -> Lever | None:
    """What the ideas give one track, so that all of them together give it so much."""
    return _on_track("gains", case, track, becomes, lambda mean: mean > 0)


def spread(case: Case, track: Track, becomes: float) -> Lever | None:
    """Ideas that gave a track nothing give it an arrow, until it gets so much.

    Where few ideas have a track, more of each would make it reach the goal alone. Those that have
    fewest tracks are taken, for each track from another place in the deck on: no idea gets all.
    """
    cards = case.setup.ideas
    was = total = sum(max(0.0, mean_effect(card, track)) for card in cards)
    low, high = _AN_ARROW
    edits: list[Edit] = []
    begin = INDEX[track] * len(cards) // len(TRACKS)
    for i in sorted(range(len(cards)), key=lambda i: (len(cards[i].effects), i < begin)):
        if total >= becomes:
            break
        if track not in cards[i].effects and track not in cards[i].promise:
            edits.append(Edit(("ideas", i, "effects", track), (low, high)))
            edits.append(Edit(("ideas", i, "promise", track), 1))
            total += (low + high) / 2
    if not edits or total < becomes:
        return None
    return Lever("gains", ("tracks", track), tuple(edits), (track, was), (total,))


_AN_ARROW: Final = (1, 3)
"""A true effect for which a card promises one arrow."""


def harms(case: Case, track: Track, becomes: float) -> Lever | None:
    """What the ideas take from one track, so that all of them together take so much."""
    return _on_track("harms", case, track, becomes, lambda mean: mean < 0)


def _on_track(
    kind: LeverKind, case: Case, track: Track, becomes: float, counts: Callable[[float], bool]
) -> Lever | None:
    cards = case.setup.ideas
    chosen = [i for i, card in enumerate(cards) if counts(mean_effect(card, track))]
    was = abs(sum(mean_effect(cards[i], track) for i in chosen))
    if not was:
        return None
    edits = tuple(_scaled(case, chosen, (track,), becomes / was))
    changed = _ideas_with(case, edits)
    now = abs(sum(mean_effect(changed[i], track) for i in chosen))
    return Lever(kind, ("tracks", track), edits, (track, was), (now,))


def _ideas_with(case: Case, edits: Iterable[Edit]) -> list[IdeaCard]:
    """The ideas with other effects: whole numbers come as near to what is wished as they can."""
    changed = {edit.path: edit.value for edit in edits}

    def effects(i: int, card: IdeaCard) -> dict[Track, tuple[int, int]]:
        return {
            t: changed.get(("ideas", i, "effects", t), span) for t, span in card.effects.items()
        }

    return [replace(card, effects=effects(i, card)) for i, card in enumerate(case.setup.ideas)]


def _scaled(
    case: Case, chosen: Iterable[int], tracks: Sequence[Track], factor: float
) -> Iterator[Edit]:
    """Effects with their means scaled; what one loses by rounding the next one gets."""
    carried = dict.fromkeys(TRACKS, 0.0)
    for i in chosen:
        for track in tracks:
            if track not in case.setup.ideas[i].effects:
                continue
            span = case.setup.ideas[i].effects[track]
            wanted = sum(span) / 2 * factor + carried[track]
            new = _span_about(wanted, span, factor)
            carried[track] = wanted - sum(new) / 2
            if new != span:
                yield Edit(("ideas", i, "effects", track), new)


def _span_about(mean: float, was: tuple[int, int], factor: float) -> tuple[int, int]:
    """A range about a mean, as much wider or narrower as the effect is scaled, within reason."""
    width = max(min(was[1] - was[0], 1), min(round((was[1] - was[0]) * factor), _WIDEST))
    low = max(-_FARTHEST, min(_FARTHEST - width, round(mean - width / 2)))
    return low, low + width


_FARTHEST: Final = ESTIMATE_HIGH
"""No effect may be written that goes further, up or down."""
_WIDEST: Final = round(WIDTH.high)


def widths(case: Case, usual: Usual) -> Lever | None:
    """Every effect as uncertain as usual, about the same mean."""
    edits, was, becomes = [], [], []
    for i, card in enumerate(case.setup.ideas):
        for track, (low, high) in card.effects.items():
            if (high - low) not in usual:
                new = _as_wide_as(usual, low, high)
                edits.append(Edit(("ideas", i, "effects", track), new))
                was.append(high - low + 1)
                becomes.append(new[1] - new[0] + 1)
    if not edits:
        return None
    return Lever("widths", edits[0].path, tuple(edits), (fmean(was),), (fmean(becomes),))


def _as_wide_as(usual: Usual, low: int, high: int) -> tuple[int, int]:
    """A range as wide as usual about the same mean; one that is no harm does not become one."""
    nearest = round(usual.nearest(high - low))
    odd = (high - low - nearest) % 2
    wide = nearest + odd if high - low < nearest else nearest - odd
    start = (low + high - wide) // 2
    if low >= 0 > start:
        return 0, max(high, round(usual.low))
    return start, start + wide


def cost_of(case: Case, index: int, becomes: int) -> Lever:
    """Another cost of one idea."""
    card, path = case.setup.ideas[index], ("ideas", index, "cost")
    return Lever("cost_of", path, (Edit(path, becomes),), (card.id, card.cost), (becomes,))


# ------------------------------------------------------------------ means over cards
def cards_mean(
    case: Case, kind: Literal["cost", "maturity", "delay"], becomes: float
) -> Lever | None:
    """A number of all ideas, moved so that it has this mean."""
    return _moved(kind, case.setup.ideas, "ideas", becomes, *_BOUNDS[kind])


def risks_mean(case: Case, kind: Literal["severity", "likelihood"], becomes: float) -> Lever | None:
    """A number of all true risks, moved so that it has this mean for each time one is true."""
    true = {id for idea in case.setup.ideas for id in idea.risks}
    times = [id for idea in case.setup.ideas for id in idea.risks]
    if not times:
        return None
    by_id = case.setup.by_id.risks
    weighted = fmean(getattr(by_id[id], kind) for id in times)
    cards = [(i, card) for i, card in enumerate(case.setup.risks) if card.id in true]
    plain = fmean(getattr(card, kind) for _, card in cards)
    lever = _moved(kind, cards, "risks", plain + becomes - weighted, *_BOUNDS[kind])
    if lever is None:
        return None
    moved = {edit.path: edit.value for edit in lever.edits}
    values = {card.id: moved.get(("risks", i, kind), getattr(card, kind)) for i, card in cards}
    now = fmean(values[id] for id in times)
    return replace(lever, was=(weighted,), becomes=(now,))


_BOUNDS: Final = {
    "cost": (1, 5),
    "maturity": (1, 5),
    "delay": (0, 2),
    "severity": (SEVERITIES[0], SEVERITIES[-1]),
    "likelihood": (LIKELIHOODS[0], LIKELIHOODS[-1]),
}


def _moved(
    kind: LeverKind, cards: Sequence[Any], deck: str, becomes: float, low: int, high: int
) -> Lever | None:
    numbered = [card if isinstance(card, tuple) else (i, card) for i, card in enumerate(cards)]
    values = [getattr(card, kind) for _, card in numbered]
    if not values:
        return None
    was, carried, edits, moved = fmean(values), 0.0, [], []
    for (i, _), value in zip(numbered, values, strict=True):
        exact = value + becomes - was + carried
        new = max(low, min(high, round(exact)))
        carried = max(-1.0, min(1.0, exact - new))
        moved.append(new)
        if new != value:
            edits.append(Edit((deck, i, kind), new))
    return Lever(kind, (deck,), tuple(edits), (was,), (fmean(moved),)) if edits else None


# ------------------------------------------------------------------ true risks
def true_risks(case: Case, becomes: float) -> Lever | None:
    """Risks made true, or no longer, so that an idea has so many on average."""
    ideas = case.setup.ideas
    if not ideas or not case.setup.risks:
        return None
    risks = {idea.id: list(idea.risks) for idea in ideas}
    was, wanted = sum(map(len, risks.values())), round(becomes * len(ideas))
    if was < wanted:
        _add_risks(case, risks, wanted - was)
    for _ in range(was - wanted):
        max(risks.values(), key=len).pop()
    edits = tuple(
        Edit(("ideas", i, "risks"), tuple(risks[idea.id]))
        for i, idea in enumerate(ideas)
        if list(idea.risks) != risks[idea.id]
    )
    if not edits:
        return None
    now = sum(map(len, risks.values())) / len(ideas)
    return Lever("true_risks", ("ideas",), edits, (was / len(ideas),), (now,))


def _add_risks(case: Case, risks: dict[str, list[str]], count: int) -> None:
    """Make printed risks true, of ideas with the fewest first; then any, in turn."""
    printed = [(id, risk.id) for risk in case.setup.risks for id in risk.about if id in risks]
    others = [
        (idea.id, case.setup.risks[i % len(case.setup.risks)].id)
        for i, idea in enumerate(case.setup.ideas)
    ]
    for _ in range(count):
        left = [pair for pair in printed if pair[1] not in risks[pair[0]]]
        left = left or [pair for pair in others if pair[1] not in risks[pair[0]]]
        if not left:
            return
        idea, risk = min(left, key=lambda pair: len(risks[pair[0]]))
        risks[idea].append(risk)


# ------------------------------------------------------------------ aims
def aim(case: Case, index: int, becomes: float) -> Lever | None:
    """Another value of a role's aim."""
    role = case.setup.roles[index]
    if role.aim.value == becomes:
        return None
    value = becomes if role.aim.kind == "realism_at_least" else int(becomes)
    path = _aim(index)
    return Lever("aim", path, (Edit(path, value),), (role.id, role.aim.value), (becomes,))
