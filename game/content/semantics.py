"""The third pass, semantic checks of the whole file: references and consistent numbers.

Each check takes the whole file and yields what it finds: errors, for which a case cannot be played.
What may be played and yet be a mistake is in :mod:`game.content.weighing`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from game.content.card_tables import AimTable
from game.content.case import Prose
from game.content.field_types import RESERVED, AnyText
from game.content.findings import Finding, quoted, with_suggestion
from game.content.messages import AS_SHARE
from game.content.positions import KeyPath
from game.content.schema import ScenarioFile
from game.content.syntax import CARDS
from game.content.toml_values import written
from game.engine.setup import TRACKS, AimKind

EFFECT_BOUNDS: Final = (-6, 6)
"""The true effects of an idea on a track, in points."""

AIM_BOUNDS: Final[Mapping[AimKind, tuple[float, float]]] = {
    "track_at_least": (1, 20),
    "anchored_at_least": (1, 60),
    "proven_at_least": (1, 30),
    "scaled_at_least": (1, 12),
    "kinds_realised_at_least": (1, 4),
    "everyone_owns_at_least": (1, 12),
    "realism_at_least": (0.1, 1),
    "no_track_ever_below": (-9, 5),
}
"""What an aim's value may be: points, a count, or a share for realism."""


def check(scenario: ScenarioFile) -> list[Finding]:
    """All that keeps a valid file from being played."""
    return [finding for one in _CHECKS for finding in one(scenario)]


def _ids(scenario: ScenarioFile) -> Iterator[Finding]:
    """Ids must be unique among cards of one type."""
    for name in CARDS:
        cards = getattr(scenario, name)
        yield from _same_ids(cards, (name,))
        for i, card in enumerate(cards):
            if card.id.startswith(RESERVED):
                yield Finding("reserved_id", (name, i, "id"), {"start": RESERVED})


def _same_ids(cards: Sequence[Any], root: KeyPath) -> Iterator[Finding]:
    """Cards whose id an earlier one of them has."""
    first: dict[str | None, int] = {}
    for i, card in enumerate(cards):
        at = first.setdefault(card.id, i)
        if at < i:
            params = {"id": card.id, "other": _called(cards[at].name)}
            yield Finding("duplicate_id", (*root, i, "id"), params, earlier=(*root, at, "id"))


def _called(name: AnyText) -> Prose:
    """What a card is called."""
    return Prose.of(name if isinstance(name, str) else name.model_dump(exclude_none=True))


def _references(scenario: ScenarioFile) -> Iterator[Finding]:
    """The ids that a card refers to must exist."""
    ideas = [idea.id for idea in scenario.ideas]
    risks = [risk.id for risk in scenario.risks]
    for i, idea in enumerate(scenario.ideas):
        yield from _named(("ideas", i, "risks"), idea.risks, risks, "unknown_risk")
    for i, risk in enumerate(scenario.risks):
        yield from _named(("risks", i, "about"), risk.about, ideas, "unknown_idea")


def _named(
    path: KeyPath, ids: Sequence[str], known: Iterable[str], unknown: str
) -> Iterator[Finding]:
    for i, id_ in enumerate(ids):
        place = (*path, i)
        if id_ not in known:
            yield with_suggestion(Finding(unknown, place, {"id": quoted(id_)}), id_, known)
        elif id_ in ids[:i]:
            yield Finding("listed_twice", place, {"id": id_})


def _effects(scenario: ScenarioFile) -> Iterator[Finding]:
    lowest, highest = EFFECT_BOUNDS
    for i, idea in enumerate(scenario.ideas):
        for track, (low, high) in idea.effects.items():
            path = ("ideas", i, "effects", track)
            if low > high:
                told = {"low": low, "high": high, "range": written([high, low])}
                yield Finding("empty_range", path, told)
            elif low < lowest or high > highest:
                yield Finding("range_too_wide", path, {"low": lowest, "high": highest})


def _aims(scenario: ScenarioFile) -> Iterator[Finding]:
    for i, role in enumerate(scenario.roles):
        yield from _aim(("roles", i, "aim"), role.aim)


def _aim(path: KeyPath, aim: AimTable) -> Iterator[Finding]:
    low, high = AIM_BOUNDS[aim.kind]
    params = {"kind": aim.kind, "low": f"{low:g}", "high": f"{high:g}"}
    if aim.kind == "track_at_least" and aim.track is None:
        yield Finding("aim_needs_track", path, params)
    if aim.kind != "track_at_least" and aim.track is not None:
        yield Finding("aim_has_track", (*path, "track"), params)
    if not low <= aim.value <= high:
        hint = None
        if aim.kind == "realism_at_least" and 1 < aim.value <= 100:
            hint, share = AS_SHARE, f"{aim.value / 100:g}"
            params |= {"percent": f"{aim.value:g}", "share": share}
        yield Finding("aim_out_of_reach", (*path, "value"), params, hint=hint)
    elif aim.kind != "realism_at_least" and aim.value != int(aim.value):
        yield Finding("aim_not_whole", (*path, "value"), params)


def _events(scenario: ScenarioFile) -> Iterator[Finding]:
    for i, event in enumerate(scenario.events):
        if event.acts() and event.options:
            yield Finding("event_does_both", ("events", i))
        if not event.acts() and not event.options:
            yield Finding("event_does_nothing", ("events", i))


def _indicators(scenario: ScenarioFile) -> Iterator[Finding]:
    """Baseline and target must differ."""
    for track in TRACKS:
        indicator = getattr(scenario.tracks, track)
        if indicator.baseline == indicator.target:
            yield Finding("flat_track", ("tracks", track, "target"))


def _modules(scenario: ScenarioFile) -> Iterator[Finding]:
    """A module is switched on once."""
    modules = scenario.own_rules.modules
    for i, module in enumerate(modules):
        if module in modules[:i]:
            yield Finding("listed_twice", ("rules", "modules", i), {"id": module})


def _posts(scenario: ScenarioFile) -> Iterator[Finding]:
    """Every post has an id of its own, written or from its place."""
    return _same_ids(scenario.economy.posts, ("economy", "posts"))


_CHECKS: Final[tuple[Callable[[ScenarioFile], Iterator[Finding]], ...]] = (
    _ids,
    _references,
    _effects,
    _aims,
    _events,
    _indicators,
    _modules,
    _posts,
)
