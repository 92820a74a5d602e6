"""A checked file becomes a case: numbers for the engine, prose by card id."""

from __future__ import annotations

from game.content import schema
from game.content.case import (
    BenefitText,
    Case,
    Economy,
    EventText,
    IdeaText,
    MeasureText,
    Post,
    Prompt,
    Prose,
    RiskText,
    RoleText,
    TrackText,
)
from game.content.kinds import Prosaic
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
        benefits={b.id: _benefit(b) for b in scenario.benefits},
        risks={r.id: RiskText(_prose(r.name), _prose(r.text)) for r in scenario.risks},
        events={event.id: _event_text(event) for event in scenario.events},
        summary=_prose(scenario.summary),
        story=_prose(scenario.story),
        notes=_prose(scenario.notes),
        questions=tuple(map(_prose, scenario.questions)),
        minutes=scenario.minutes,
        level=scenario.level,
        picture=scenario.picture,
        own_project=scenario.own_project,
        prompts=tuple(Prompt(p.kind, _prose(p.text)) for p in scenario.prompts),
    )


def _prose(said: Prosaic | None) -> Prose:
    if said is None or isinstance(said, str):
        return Prose.of((said or "").strip())
    return Prose((said.da or "").strip(), (said.en or "").strip())


def _track(table: schema.TrackTable) -> TrackText:
    return TrackText(_prose(table.indicator), _prose(table.unit), table.baseline, table.target)


def _benefit(table: schema.BenefitTable) -> BenefitText:
    m = table.measure
    measure = MeasureText(_prose(m.indicator), _prose(m.unit), m.baseline, m.target, m.months)
    return BenefitText(_prose(table.name), measure)


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
        risks=tuple(map(_risk, scenario.risks)),
        events=tuple(map(_event, scenario.events)),
        roles=tuple(map(_role, scenario.roles)),
        goals=(citizen, process, economy, employee),
        rules=scenario.rules.changed() if scenario.rules else Rules(),
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


def _risk(table: schema.RiskTable) -> RiskCard:
    return RiskCard(
        table.id, table.track, table.severity, table.likelihood, about=tuple(table.about)
    )


def _event(table: schema.EventTable) -> EventCard:
    """The event with its own effect, or with those of its options."""
    return EventCard(table.id, tuple(map(_effect, table.options or (table,))))


def _role(table: schema.RoleTable) -> Role:
    return Role(table.id, table.ability, Aim(table.aim.kind, table.aim.value, table.aim.track))


def _effect(table: schema.EffectKeys) -> Effect:
    return Effect(**{key: getattr(table, key) for key in schema.EffectKeys.model_fields})
