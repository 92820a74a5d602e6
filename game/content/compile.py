"""A checked file becomes a case: numbers for the engine, prose by card id."""

from __future__ import annotations

from dataclasses import replace

from game.content import schema
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
from game.content.schema import ScenarioFile
from game.engine.setup import (
    TRACKS,
    Aim,
    BenefitCard,
    Effect,
    EventCard,
    IdeaCard,
    RiskCard,
    Role,
    Rules,
    Setup,
)


def build(scenario: ScenarioFile, source: str, file: str, id_: str) -> Case:
    """The case of a file that passed all checks; ``id_`` is used when the file has none."""
    id_ = scenario.id or id_
    return Case(
        source=source,
        file=file,
        setup=_setup(scenario, id_),
        id=id_,
        title=_prose(scenario.title),
        tracks={track: _track(getattr(scenario.tracks, track)) for track in TRACKS},
        economy=_economy(scenario.economy),
        roles={r.id: RoleText(_prose(r.name), _prose(r.text)) for r in scenario.roles},
        ideas={i.id: IdeaText(_prose(i.name), _prose(i.text)) for i in scenario.ideas},
        benefits={
            b.id: BenefitText(_prose(b.name), _measure(b.measure)) for b in scenario.benefits
        },
        risks={r.id: RiskText(_prose(r.name), _prose(r.text)) for r in scenario.risks},
        events={event.id: _event_text(event) for event in scenario.events},
        summary=_prose(scenario.summary),
        story=_prose(scenario.story),
        notes=_prose(scenario.notes),
        questions=tuple(map(_prose, scenario.questions)),
        minutes=scenario.minutes,
        level=scenario.level,
        picture=scenario.picture,
    )


def _prose(said: schema.Prosaic | None) -> Prose:
    if said is None or isinstance(said, str):
        return Prose.of((said or "").strip())
    return Prose((said.da or "").strip(), (said.en or "").strip())


def _track(table: schema.TrackTable) -> TrackText:
    return TrackText(_prose(table.indicator), _prose(table.unit), table.baseline, table.target)


def _measure(table: schema.MeasureTable) -> MeasureText:
    return MeasureText(
        _prose(table.indicator), _prose(table.unit), table.baseline, table.target, table.months
    )


def _economy(table: schema.EconomyTable) -> Economy:
    posts = tuple(Post(_prose(p.name), p.value, _prose(p.note)) for p in table.posts)
    return Economy(table.saving, _prose(table.unit), _prose(table.announcement), posts)


def _event_text(event: schema.EventTable) -> EventText:
    options = tuple(_prose(option.text) for option in event.options or ())
    return EventText(_prose(event.name), _prose(event.text), options)


def _setup(scenario: ScenarioFile, id_: str) -> Setup:
    citizen, process, economy, employee = (getattr(scenario.tracks, t).goal for t in TRACKS)
    return Setup(
        id=id_,
        ideas=tuple(map(_idea, scenario.ideas)),
        benefits=tuple(BenefitCard(b.id, b.track) for b in scenario.benefits),
        risks=tuple(
            RiskCard(r.id, r.track, r.severity, r.likelihood, tuple(r.about))
            for r in scenario.risks
        ),
        events=tuple(
            EventCard(e.id, tuple(map(_effect, e.options or [e]))) for e in scenario.events
        ),
        roles=tuple(
            Role(r.id, r.ability, Aim(r.aim.kind, r.aim.value, r.aim.track)) for r in scenario.roles
        ),
        goals=(citizen, process, economy, employee),
        rules=_rules(scenario.rules),
    )


def _idea(table: schema.IdeaTable) -> IdeaCard:
    return IdeaCard(
        id=table.id,
        track=table.track,
        kind=table.kind,
        cost=table.cost,
        maturity=table.maturity,
        delay=table.delay,
        promise=dict(table.promise.given()),
        effects=dict(table.effects.given()),
        risks=tuple(table.risks),
    )


def _effect(table: schema.EffectKeys) -> Effect:
    return Effect(**{key: getattr(table, key) for key in schema.EffectKeys.model_fields})


def _rules(table: schema.RulesTable | None) -> Rules:
    changed = table.model_dump(exclude_none=True) if table else {}
    if "rounds" in changed:
        changed["rounds"] = tuple(changed["rounds"])
    return replace(Rules(), **changed)
