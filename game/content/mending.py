"""The case of a recorded session whose scenario does not pass today's checks.

Nothing is validated here: what can be read of each card is used, the rest comes from what the
session itself recorded. The result is good for looking at, not for playing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from operator import attrgetter
from pathlib import PurePath
from typing import Any, Final, Literal, TypeVar, get_args, get_origin

from game.content import syntax
from game.content.case import (
    About,
    BenefitText,
    Case,
    Economy,
    EventText,
    IdeaText,
    Prompt,
    Prose,
    RiskText,
    RoleText,
    TrackText,
    sorts,
)
from game.content.findings import Finding, quoted
from game.engine.setup import (
    ABILITIES,
    AIM_KINDS,
    KINDS,
    LEVELS,
    MODULES,
    TRACKS,
    Aim,
    BenefitCard,
    EventCard,
    IdeaCard,
    Post,
    RiskCard,
    Role,
    Rules,
    Setup,
)

T = TypeVar("T", bound=str)
D = TypeVar("D")
RawTable = dict[str, Any]

_DAY: Final = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", re.ASCII)
_UNSPOILT: Final = 1e9
_TEXT, _STORY = 240, 2500
_MOST: Final = {"name": 60, "indicator": 60, "unit": 24, "announcement": 600}
"""How many letters of a text are read, by its key; of any other so many as a question may have."""
_WHOLE: Final = {"months": (6, 1, 60)}
"""The default of a whole number that cannot be read, and its bounds."""
_ROWS, _CARDS = 20, 60
"""The most rows of a table, and the most prompts, that are read."""
_LONGEST_ID: Final = 40


def mend(source: str, file: str, recorded: Setup) -> Case:
    """A case for viewing, from what can be read of a damaged scenario; never raises.

    ``recorded`` has every card and role that the session speaks of: each of them is in the case,
    by its id where the scenario has no name for it.
    """
    data = _read(source)
    tables = {deck: _by_id(data.get(deck)) for deck in syntax.CARDS}
    setup = _setup(data, tables, recorded)
    tracks = _table(data.get("tracks"))
    prompts = [_texts(Prompt, _table(prompt)) for prompt in _list(data.get("prompts"))[:_CARDS]]
    return Case(
        source=source,
        file=file,
        setup=setup,
        id=setup.id,
        title=_prose(data, "title", PurePath(file).stem),
        tracks={track: _texts(TrackText, _table(tracks.get(track))) for track in TRACKS},
        economy=_texts(Economy, _economy(data)),
        roles={r.id: _card(RoleText, tables["roles"], r.id) for r in setup.roles},
        ideas={i.id: _card(IdeaText, tables["ideas"], i.id) for i in setup.ideas},
        benefits={b.id: _card(BenefitText, tables["benefits"], b.id) for b in setup.benefits},
        risks={r.id: _card(RiskText, tables["risks"], r.id) for r in setup.risks},
        events={e.id: _event_text(tables["events"], e) for e in setup.events},
        summary=_prose(data, "summary"),
        story=_prose(data, "story", most=_STORY),
        notes=_prose(data, "notes", most=_STORY),
        questions=tuple(_plain(q, _TEXT) for q in _list(data.get("questions"))),
        minutes=_whole(data, "minutes", 70, 10, 600),
        own_project=data.get("own_project") is True,
        prompts=tuple(filter(attrgetter("text"), prompts)),
        about=readable_about(data),
    )


def readable_about(data: RawTable) -> About:
    """Whose case it is and which version, as far as it can be read of an unchecked file."""
    table = _table(data.get("about"))
    day = table.get("date")
    about = _texts(About, {**table, "date": day.isoformat() if isinstance(day, date) else day})
    return about if _DAY.fullmatch(about.date) else replace(about, date="")


# ------------------------------------------------------------------ reading
def _read(source: str) -> RawTable:
    """The data of a text: strictly read, or what can be trusted of one that is no TOML."""
    whole = syntax.read(source)
    if not isinstance(whole, Finding):
        return whole
    from game.content.lenient import reading  # it needs pydantic, and few sessions need it

    return reading.read(source).data if reading.readable(source) else {}


def _table(value: object) -> RawTable:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _by_id(deck: object) -> dict[str, RawTable]:
    tables = [card for card in _list(deck) if isinstance(card, dict)]
    return {card["id"]: card for card in tables if isinstance(card.get("id"), str)}


def _plain(value: object, most: int) -> Prose:
    if isinstance(value, str):
        return Prose.of(_clean(value, most))
    return Prose.of({k: _clean(v, most) for k, v in _table(value).items() if isinstance(v, str)})


def _clean(text: str, most: int) -> str:
    """A text that can be drawn: printable lines of limited length."""
    return "\n".join(quoted(line, most) for line in text.strip()[:most].splitlines())


def _prose(table: RawTable, key: str, instead: str = "", most: int = _TEXT) -> Prose:
    return _plain(table.get(key), most) or Prose.of(instead)


def _whole(table: RawTable, key: str, instead: int, low: int, high: int) -> int:
    value = table.get(key)
    return value if type(value) is int and low <= value <= high else instead


def _number(table: RawTable, key: str, instead: float) -> float:
    value = table.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return instead
    return value if abs(value) <= _UNSPOILT else instead


def _word(table: RawTable, key: str, instead: str) -> str:
    value = table.get(key)
    return value if isinstance(value, str) and len(value) <= _LONGEST_ID else instead


def _words(table: RawTable, key: str, choices: tuple[T, ...]) -> tuple[T, ...]:
    """The choices that stand in a list, in its order, each once."""
    written = [word for word in _list(table.get(key)) if isinstance(word, str)]
    return tuple(dict.fromkeys(choice for word in written for choice in choices if choice == word))


def _one_of(table: RawTable, key: str, choices: tuple[T, ...], instead: T) -> T:
    value = table.get(key)
    return next((choice for choice in choices if choice == value), instead)


# ------------------------------------------------------------------ texts
def _card(kind: type[D], deck: Mapping[str, RawTable], id: str) -> D:
    """The texts of a card; its id if it has no name."""
    return _texts(kind, deck.get(id, {}), name=id)


def _texts(kind: type[D], table: RawTable, name: str = "–") -> D:
    """Every field of a record of the case, as far as its key can be read."""
    return kind(**{key: _field(sort, table, key, name) for key, sort in sorts(kind).items()})


def _field(sort: Any, table: RawTable, key: str, name: str) -> Any:
    if sort is Prose:
        instead = {"name": name, "indicator": "–"}.get(key, "")
        return _prose(table, key, instead, _MOST.get(key, _TEXT))
    if sort is str:
        return _word(table, key, "")
    if sort is int:
        return _whole(table, key, *_WHOLE[key])
    if sort is float:  # an unreadable target is the baseline
        return _number(table, key, _number(table, "baseline", 0) if key == "target" else 0)
    if get_origin(sort) is Literal:
        return _one_of(table, key, get_args(sort), get_args(sort)[0])
    if sort == tuple[Prose, ...]:
        return tuple(_prose(_table(option), "text") for option in _list(table.get(key)))
    if get_origin(sort) is tuple:
        rows = (_table(row) for row in _list(table.get(key))[:_ROWS])
        return tuple(_texts(get_args(sort)[0], row) for row in rows)
    return _texts(sort, _table(table.get(key)))


def _event_text(deck: Mapping[str, RawTable], event: EventCard) -> EventText:
    """The texts of an event, with as many options as were recorded, if it had a choice."""
    card = _card(EventText, deck, event.id)
    count = len(event.options)
    texts = card.options[:count]
    options = (*texts, *(Prose.of(f"{n + 1}") for n in range(len(texts), count)))
    return replace(card, options=options if count > 1 else ())


# ------------------------------------------------------------------ numbers
def _setup(data: RawTable, tables: Mapping[str, dict[str, RawTable]], recorded: Setup) -> Setup:
    """The recorded setup, with the scenario's numbers where they can be read."""
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
        posts=tuple(_post(row) for row in _economy(data)["posts"] if "gives" in row),
    )


def _economy(data: RawTable) -> RawTable:
    """The table of the economy, each of its posts with an id."""
    economy = _table(data.get("economy"))
    rows = [_table(row) for row in _list(economy.get("posts"))[:_ROWS]]
    posts = [{**row, "id": _word(row, "id", f"post-{n}")} for n, row in enumerate(rows, 1)]
    return {**economy, "posts": posts}


def _post(table: RawTable) -> Post:
    return Post(table["id"], _whole(table, "gives", 0, 0, 20))


def _idea(card: IdeaCard, table: RawTable) -> IdeaCard:
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


def _risk(card: RiskCard, table: RawTable) -> RiskCard:
    return replace(
        card,
        track=_one_of(table, "track", TRACKS, card.track),
        severity=_whole(table, "severity", card.severity, 1, 4),
        likelihood=_whole(table, "likelihood", card.likelihood, 1, 5),
    )


def _role(role: Role, table: RawTable) -> Role:
    aim = _table(table.get("aim"))
    kind = _one_of(aim, "kind", AIM_KINDS, role.aim.kind)
    track = _one_of(aim, "track", TRACKS, "citizen") if kind == "track_at_least" else None
    ability = _one_of(table, "ability", ABILITIES, role.ability)
    value = _number(aim, "value", role.aim.value)
    return Role(role.id, ability, Aim(kind, value, track), _words(table, "home", TRACKS))


def _rules(table: RawTable, recorded: Rules) -> Rules:
    """The rules with the case's changes; without readable rounds, those that were played."""
    own: dict[str, Any] = {
        key: value
        for key, value in table.items()
        if key in Rules.__dataclass_fields__ and type(value) is int and 0 <= value <= 100
    }
    match table.get("rounds"):
        case [int(first), int(second), int(third)]:
            own["rounds"] = (first, second, third)
    own["modules"] = _words(table, "modules", MODULES)
    own["demand_tracks"] = _words(table, "demand_tracks", TRACKS) or recorded.demand_tracks
    own["balance"] = _whole(table, "balance", recorded.balance, -5, 5)
    own["level"] = _one_of(table, "level", LEVELS, recorded.level)
    return replace(recorded, **own)
