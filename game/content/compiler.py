"""Compiles a checked file to a case: numbers for the engine, prose by card id."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import is_dataclass, replace
from typing import Any, Final, TypeVar, get_args, get_origin

from pydantic import BaseModel

from game.content import card_tables
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
from game.content.field_types import AnyText
from game.content.picture_names import picture
from game.content.schema import EconomyTable, ScenarioFile
from game.engine.setup import (
    TRACKS,
    Aim,
    BenefitCard,
    Effect,
    EventCard,
    IdeaCard,
    Post,
    RiskCard,
    Role,
    Setup,
)

T = TypeVar("T")


def build(scenario: ScenarioFile, source: str, file: str, id_: str) -> Case:
    """The case of a file that passed all checks; ``id_`` is used when the file has none."""
    id_ = scenario.id or id_
    return Case(
        source=source,
        file=file,
        setup=_setup(scenario, id_),
        id=id_,
        title=_prose(scenario.title),
        tracks={track: _texts(TrackText, getattr(scenario.tracks, track)) for track in TRACKS},
        economy=_texts(Economy, scenario.economy),
        roles={r.id: _texts(RoleText, r) for r in scenario.roles},
        ideas={i.id: _texts(IdeaText, i) for i in scenario.ideas},
        benefits={b.id: _texts(BenefitText, b) for b in scenario.benefits},
        risks={r.id: _texts(RiskText, r) for r in scenario.risks},
        events={event.id: _texts(EventText, event) for event in scenario.events},
        summary=_prose(scenario.summary),
        story=_prose(scenario.story),
        notes=_prose(scenario.notes),
        questions=tuple(map(_prose, scenario.questions)),
        minutes=scenario.minutes,
        level=scenario.level,
        picture=picture(scenario.picture),
        own_project=scenario.own_project,
        prompts=tuple(_texts(Prompt, p) for p in scenario.prompts),
        about=_texts(About, scenario.about) if scenario.about else About(),
    )


def with_card(case: Case, deck: str, table: BaseModel) -> Case:
    """The case with a deck of one card, or of one role."""
    kind, numbers = _DECKS[deck]
    card = numbers(table)
    texts: dict[str, Any] = {deck: {card.id: _texts(kind, table)}}
    setup: dict[str, Any] = {deck: (card,)}
    return replace(case, setup=replace(case.setup, **setup), **texts)


def _prose(text: AnyText | None) -> Prose:
    if text is None or isinstance(text, str):
        return Prose.of((text or "").strip())
    return Prose((text.da or "").strip(), (text.en or "").strip())


def _texts(kind: type[T], table: BaseModel) -> T:
    """The prose of a table: each field from the key of its name."""
    return kind(**{name: _value(sort, getattr(table, name)) for name, sort in sorts(kind).items()})


def _value(sort: Any, value: Any) -> Any:
    if sort is Prose:
        return _prose(value)
    if sort == tuple[Prose, ...]:  # the options of an event, each a table with a text
        return tuple(_prose(option.text) for option in value or ())
    if get_origin(sort) is tuple:
        return tuple(_texts(get_args(sort)[0], row) for row in value)
    return _texts(sort, value) if is_dataclass(sort) and isinstance(sort, type) else value


def _setup(scenario: ScenarioFile, id_: str) -> Setup:
    citizen, process, economy, employee = (getattr(scenario.tracks, t).goal for t in TRACKS)
    return Setup(
        id=id_,
        ideas=tuple(map(_idea, scenario.ideas)),
        benefits=tuple(BenefitCard(b.id, b.track) for b in scenario.benefits),
        risks=tuple(map(_risk, scenario.risks)),
        events=tuple(map(_event, scenario.events)),
        roles=tuple(map(_role, scenario.roles)),
        goals=(citizen, process, economy, employee),
        rules=scenario.own_rules,
        posts=tuple(_posts(scenario.economy)),
    )


def _posts(table: EconomyTable) -> Iterator[Post]:
    """The posts from which something can be taken."""
    for post in table.posts:
        if post.id is not None and post.gives is not None:
            yield Post(post.id, post.gives)


def _idea(table: card_tables.IdeaTable) -> IdeaCard:
    return IdeaCard(
        id=table.id,
        track=table.track,
        kind=table.kind,
        cost=table.cost,
        maturity=table.maturity,
        delay=table.delay,
        promise=dict(table.promise.items()),
        effects=dict(table.effects.items()),
        risks=tuple(table.risks),
    )


def _risk(table: card_tables.RiskTable) -> RiskCard:
    return RiskCard(
        table.id, table.track, table.severity, table.likelihood, about=tuple(table.about)
    )


def _event(table: card_tables.EventTable) -> EventCard:
    """The event with its own effect, or with those of its options."""
    return EventCard(table.id, tuple(map(_effect, table.options or (table,))))


def _role(table: card_tables.RoleTable) -> Role:
    aim = Aim(table.aim.kind, table.aim.value, table.aim.track)
    return Role(table.id, table.ability, aim, tuple(table.home or ()))


def _effect(table: card_tables.EffectKeys) -> Effect:
    return Effect(**{key: getattr(table, key) for key in card_tables.EffectKeys.model_fields})


_DECKS: Final[Mapping[str, tuple[Any, Callable[[Any], Any]]]] = {
    "roles": (RoleText, _role),
    "ideas": (IdeaText, _idea),
    "benefits": (BenefitText, lambda table: BenefitCard(table.id, table.track)),
    "risks": (RiskText, _risk),
    "events": (EventText, _event),
}
"""The record of the texts of a deck's cards, and what makes their numbers."""
