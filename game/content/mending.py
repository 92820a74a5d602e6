"""The case of a recorded session whose scenario does not pass today's checks.

Nothing is judged here: what can be read of each card is taken, and what cannot comes from what the
session itself recorded. The result is good for looking at, not for playing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final, TypeVar

from game.content import syntax
from game.content.case import (
    BenefitText,
    Case,
    Economy,
    EventText,
    IdeaText,
    MeasureText,
    Post,
    Prose,
    RiskText,
    RoleText,
    TrackText,
)
from game.content.findings import Finding, shown
from game.engine.setup import (
    ABILITIES,
    AIM_KINDS,
    KINDS,
    TRACKS,
    Aim,
    BenefitCard,
    EventCard,
    IdeaCard,
    RiskCard,
    Role,
    Rules,
    Setup,
)

T = TypeVar("T", bound=str)
Table = dict[str, Any]

_HEADING: Final = re.compile(r"^\[\[?[ \t]*([a-z_]+)[ \t]*\]\]?", re.MULTILINE)
_UNSPOILT: Final = 1e9
_NAME, _TEXT, _STORY = 60, 240, 2500


def mend(source: str, file: str, recorded: Setup) -> Case:
    """A case to look at, of whatever can be read of a scenario; never raises.

    ``recorded`` has every card and role that the session speaks of: each of them is in the case,
    by its id where the scenario has no name for it.
    """
    data = _read(source)
    tables = {deck: _by_id(data.get(deck)) for deck in syntax.CARDS}
    setup = _setup(data, tables, recorded)
    tracks = _table(data.get("tracks"))
    return Case(
        source=source,
        file=file,
        setup=setup,
        id=setup.id,
        title=_prose(data, "title", file.removesuffix(".toml")),
        tracks={track: _track(_table(tracks.get(track))) for track in TRACKS},
        economy=_economy(_table(data.get("economy"))),
        roles={r.id: RoleText(*_texts(tables["roles"], r.id)) for r in setup.roles},
        ideas={i.id: IdeaText(*_texts(tables["ideas"], i.id)) for i in setup.ideas},
        benefits={b.id: _benefit_text(tables["benefits"], b.id) for b in setup.benefits},
        risks={r.id: RiskText(*_texts(tables["risks"], r.id)) for r in setup.risks},
        events={e.id: _event_text(tables["events"], e) for e in setup.events},
        summary=_prose(data, "summary"),
        story=_prose(data, "story", most=_STORY),
        notes=_prose(data, "notes", most=_STORY),
        questions=tuple(_plain(q, _TEXT) for q in _list(data.get("questions"))),
        minutes=_whole(data, "minutes", 70, 10, 600),
        own_project=data.get("own_project") is True,
    )


# ------------------------------------------------------------------ what can be read
def _read(source: str) -> Table:
    """The whole text, or, where that is no TOML, every table that is."""
    whole = syntax.read(source)
    if not isinstance(whole, Finding):
        return whole
    data: Table = {}
    for part in _parts(source):
        table = syntax.read(part)
        if isinstance(table, Finding):
            continue
        for key, value in table.items():
            old = data.get(key)
            data[key] = old + value if isinstance(old, list) and isinstance(value, list) else value
    return data


def _parts(source: str) -> Iterator[str]:
    """The text from one heading to the next; ``[benefits.measure]`` stays with its benefit."""
    starts = [0, *(found.start() for found in _HEADING.finditer(source)), len(source)]
    return (source[a:b] for a, b in pairwise(starts))


def _table(value: object) -> Table:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _by_id(deck: object) -> dict[str, Table]:
    tables = [card for card in _list(deck) if isinstance(card, dict)]
    return {card["id"]: card for card in tables if isinstance(card.get("id"), str)}


def _plain(value: object, most: int) -> Prose:
    if isinstance(value, str):
        return Prose.of(_clean(value, most))
    return Prose.of({k: _clean(v, most) for k, v in _table(value).items() if isinstance(v, str)})


def _clean(text: str, most: int) -> str:
    """A text that can be drawn: its lines, nothing unprintable in them, not too many letters."""
    return "\n".join(shown(line, most) for line in text.strip()[:most].splitlines())


def _prose(table: Table, key: str, instead: str = "", most: int = _TEXT) -> Prose:
    return _plain(table.get(key), most) or Prose.of(instead)


def _texts(deck: Mapping[str, Table], id: str) -> tuple[Prose, Prose]:
    """A card's name and text; its id where it has no name."""
    card = deck.get(id, {})
    return _prose(card, "name", id, _NAME), _prose(card, "text")


def _whole(table: Table, key: str, instead: int, low: int, high: int) -> int:
    value = table.get(key)
    return value if type(value) is int and low <= value <= high else instead


def _number(table: Table, key: str, instead: float) -> float:
    value = table.get(key)
    fits = type(value) in (int, float) and abs(value) <= _UNSPOILT  # type: ignore[arg-type]
    return value if fits else instead  # type: ignore[return-value]


def _one_of(table: Table, key: str, known: tuple[T, ...], instead: T) -> T:
    value = table.get(key)
    return next((one for one in known if one == value), instead)


# ------------------------------------------------------------------ words
def _track(table: Table) -> TrackText:
    baseline = _number(table, "baseline", 0)
    indicator, unit = _prose(table, "indicator", "–", _NAME), _prose(table, "unit", most=24)
    return TrackText(indicator, unit, baseline, _number(table, "target", baseline))


def _economy(table: Table) -> Economy:
    posts = [_table(post) for post in _list(table.get("posts"))[:20]]
    return Economy(
        _number(table, "saving", 0),
        _prose(table, "unit", most=24),
        _prose(table, "announcement", most=600),
        tuple(
            Post(_prose(p, "name", "–", _NAME), _number(p, "value", 0), _prose(p, "note"))
            for p in posts
        ),
    )


def _benefit_text(deck: Mapping[str, Table], id: str) -> BenefitText:
    card = deck.get(id, {})
    measure = _table(card.get("measure"))
    baseline = _number(measure, "baseline", 0)
    return BenefitText(
        _prose(card, "name", id, _NAME),
        MeasureText(
            _prose(measure, "indicator", "–", _NAME),
            _prose(measure, "unit", most=24),
            baseline,
            _number(measure, "target", baseline),
            _whole(measure, "months", 6, 1, 60),
        ),
    )


def _event_text(deck: Mapping[str, Table], event: EventCard) -> EventText:
    """An event that was recorded with a choice has two options, whatever the scenario says."""
    card = deck.get(event.id, {})
    name, text = _texts(deck, event.id)
    said = [_prose(_table(option), "text") for option in _list(card.get("options"))]
    count = len(event.options)
    options = (*said[:count], *(Prose.of(f"{n + 1}") for n in range(len(said), count)))
    return EventText(name, text, options if count > 1 else ())


# ------------------------------------------------------------------ numbers
def _setup(data: Table, tables: Mapping[str, dict[str, Table]], recorded: Setup) -> Setup:
    """The recorded cards, told by the scenario's own where they can be read."""
    tracks = _table(data.get("tracks"))
    citizen, process, economy, employee = (
        _whole(_table(tracks.get(track)), "goal", 8, 1, 20) for track in TRACKS
    )
    return Setup(
        id=recorded.id,
        ideas=tuple(_idea(card, tables["ideas"].get(card.id, {})) for card in recorded.ideas),
        benefits=tuple(
            BenefitCard(b.id, _one_of(tables["benefits"].get(b.id, {}), "track", TRACKS, b.track))
            for b in recorded.benefits
        ),
        risks=tuple(_risk(card, tables["risks"].get(card.id, {})) for card in recorded.risks),
        events=recorded.events,
        roles=tuple(_role(role, tables["roles"].get(role.id, {})) for role in recorded.roles),
        goals=(citizen, process, economy, employee),
        rules=_rules(_table(data.get("rules")), recorded.rules),
    )


def _idea(card: IdeaCard, table: Table) -> IdeaCard:
    promise = _table(table.get("promise"))
    arrows = {t: promise[t] for t in TRACKS if promise.get(t) in (-1, 1, 2)}
    return replace(
        card,
        track=_one_of(table, "track", TRACKS, card.track),
        kind=_one_of(table, "kind", KINDS, card.kind),
        cost=_whole(table, "cost", card.cost, 1, 9),
        maturity=_whole(table, "maturity", card.maturity, 1, 5),
        delay=_whole(table, "delay", card.delay, 0, 2),
        promise=arrows,
        risks=tuple(id for id in _list(table.get("risks")) if isinstance(id, str)),
    )


def _risk(card: RiskCard, table: Table) -> RiskCard:
    return replace(
        card,
        track=_one_of(table, "track", TRACKS, card.track),
        severity=_whole(table, "severity", card.severity, 1, 4),
        likelihood=_whole(table, "likelihood", card.likelihood, 1, 5),
    )


def _role(role: Role, table: Table) -> Role:
    aim = _table(table.get("aim"))
    kind = _one_of(aim, "kind", AIM_KINDS, role.aim.kind)
    track = _one_of(aim, "track", TRACKS, "citizen") if kind == "track_at_least" else None
    ability = _one_of(table, "ability", ABILITIES, role.ability)
    return Role(role.id, ability, Aim(kind, _number(aim, "value", role.aim.value), track))


def _rules(table: Table, recorded: Rules) -> Rules:
    """What the case changed in the rules; without its rounds, those that were played."""
    own: dict[str, Any] = {
        key: value
        for key, value in table.items()
        if key in Rules.__dataclass_fields__ and type(value) is int and 0 <= value <= 100
    }
    match table.get("rounds"):
        case [int(first), int(second), int(third)]:
            own["rounds"] = (first, second, third)
    return replace(recorded, **own)
