"""The schema of scenario files, version 1: keys, types and bounds.

Imported when the first scenario is read, as it needs pydantic. What takes two places of the file to
judge (an id that must exist elsewhere) is in :mod:`game.content.semantics`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, Literal, get_args

from pydantic import BaseModel, ConfigDict, model_validator

from game.content.case import Experience, PromptKind
from game.content.field_types import (
    Amount,
    Effects,
    Id,
    Languages,
    LineText,
    NameText,
    PassageText,
    Picture,
    Promise,
    QuestionText,
    Reference,
    StoryText,
    Table,
    TitleText,
    UnitText,
    key,
)
from game.content.rules_table import RulesTable
from game.engine.setup import Ability, AimKind, Kind, Track


def _picture(example: str) -> Any:
    return key("The picture on the card: one emoji.", example, default="")


OWN_PROJECT_GOAL: Final = 5
"""The goal of each track where the group writes every card, in points."""


class Indicator(Table):
    """What is counted, and the way it should go."""

    indicator: TitleText = key(
        "What is counted.", "Ventetid", {"da": "Ventetid", "en": "Waiting time"}
    )
    unit: UnitText | None = key(
        "What it is counted in.", "min", {"da": "dage", "en": "days"}, default=None
    )
    baseline: Amount = key("Where it stands today.", 45, unit="the indicator's own")
    target: Amount = key("Where it should come to.", 20, unit="the indicator's own")


class TrackTable(Indicator):
    """A track of the case."""

    goal: int = key(
        "The points at which the target is reached; 6 to 8 in a full game, "
        f"{OWN_PROJECT_GOAL} in an own project. One point more or less on all tracks is 15 to 20 "
        "percentage points of games won.",
        8,
        unit="points",
        default=8,
        ge=1,
        le=20,
    )


# Examples, as editors show them.
_TRACK: Final = {"indicator": "Ventetid", "unit": "min", "baseline": 45, "target": 20}
_AIM: Final = {"kind": "anchored_at_least", "value": 14}
_ROLE: Final = {"id": "team_leader", "name": "Teamleder", "ability": "line_manager", "aim": _AIM}
_TEXTS: Final = {"name": "Din tid er din tid", "text": "Alle får et klokkeslæt."}
_IDEA: Final = {"id": "booking", **_TEXTS, "track": "citizen", "kind": "service"}
_NAMED: Final = {"name": "Borgeren venter kortere", "track": "citizen"}
_BENEFIT: Final = {"id": "waits_less", **_NAMED, "measure": {**_TRACK, "months": 6}}
_RISK: Final = {"id": "queue", "name": "Køen vokser", "track": "citizen", "severity": 3}
_EVENT: Final = {"id": "audit", "name": "Revisionen tæller med", "balance": 2}


class TracksTable(Table):
    """The four tracks, none left out."""

    citizen: TrackTable = key("What the change means for the citizen.", _TRACK)
    process: TrackTable = key("What it means for the way of working.", _TRACK)
    economy: TrackTable = key("What it means for the economy.", _TRACK)
    employee: TrackTable = key("What it means for the employees.", _TRACK)


class PostTable(Table):
    """A post of the economy overview."""

    name: TitleText = key("What the money is spent on.", {"da": "Telefon", "en": "Telephone"})
    value: float = key("What it costs a year today.", 2.9, unit="the overview's own", ge=0, le=1e9)
    note: LineText | None = key("A remark on it.", "Mest i juni", default=None)
    picture: Picture = _picture("📞")
    id: Id | None = key(
        "Its name inside the file; without it, post-1, post-2 and so on in their order.",
        "phone",
        default=None,
    )
    gives: int | None = key(
        "The points of the economy track that can be taken from it; for the module posts.",
        3,
        unit="points",
        default=None,
        ge=0,
        le=20,
    )


class EconomyTable(Table):
    """The economy overview."""

    saving: float = key(
        "The saving that was announced.", 3.0, unit="the overview's own", gt=0, le=1e9
    )
    unit: UnitText = key(
        "What saving and posts are counted in.",
        {"da": "mio. kr.", "en": "DKK m"},
        default=Languages(da="mio. kr.", en="DKK m"),
    )
    announcement: PassageText | None = key(
        "How the saving was announced, read aloud before the first round.",
        "»Budgettet er tre millioner mindre.«",
        default=None,
    )
    posts: list[PostTable] = key(
        "What the operation costs today, post by post.",
        [{"name": "Telefon", "value": 2.9}],
        default=[],
        max_length=20,
    )

    @model_validator(mode="after")
    def _ids_of_posts(self) -> EconomyTable:
        for n, post in enumerate(self.posts, 1):
            post.id = post.id or f"post-{n}"
        return self


class AimTable(Table):
    """A role's aim."""

    kind: AimKind = key("What has to be true at the end.", "track_at_least")
    value: Amount = key(
        "How much of it.", 10, 0.9, unit="points, a count, or a share of 0 to 1 for realism"
    )
    track: Track | None = key("The track, for track_at_least only.", "citizen", default=None)


class RoleTable(Table):
    """A role."""

    id: Id = key("Its name inside the file; never shown, never changed.", "team_leader")
    name: NameText = key("What it is called.", {"da": "Teamleder", "en": "Team leader"})
    text: LineText | None = key("Who this is, in a line.", "Lægger vagtplanen.", default=None)
    picture: Picture = _picture("👩‍💼")
    ability: Ability = key("What only this role can do.", "line_manager")
    aim: AimTable = key("The role's own condition on the result.", _AIM)
    home: list[Track] | None = key(
        "The tracks on which it is at home: a benefit that it owns there is harvested in full. "
        "Without the key, those of its ability.",
        ["citizen", "process"],
        default=None,
        min_length=1,
        max_length=4,
    )


class IdeaTable(Table):
    """An idea: what its card says, and what is true."""

    id: Id = key("Its name inside the file; never shown, never changed.", "booking")
    name: NameText = key("The name on the card.", {"da": "Din tid", "en": "Your slot"})
    text: LineText = key("What it is, in a sentence.", "Alle får et klokkeslæt.")
    picture: Picture = _picture("🎟️")
    track: Track = key("Its main track: where its first benefit lies.", "citizen")
    kind: Kind = key("What kind of innovation it is.", "service")
    cost: int = key("What it costs to implement.", 2, unit="capacity", default=2, ge=1, le=9)
    maturity: int = key(
        "1 is a sketch, 5 is ready tomorrow.", 3, unit="eyes of a die", default=3, ge=1, le=5
    )
    delay: int = key("Until it is felt.", 1, unit="rounds", default=0, ge=0, le=2)
    promise: Promise = key(
        "The arrows on the card.", {"citizen": 2, "employee": -1}, default=Promise()
    )
    effects: Effects = key(
        "The truth, hidden until it is learned.",
        {"citizen": [3, 6], "employee": [-2, 0]},
        default=Effects(),
    )
    risks: list[Reference] = key(
        "The truth, hidden: the ids of the risks that are true for it.",
        ["queue"],
        default=[],
        max_length=10,
    )


class MeasureTable(Indicator):
    """How a benefit is measured."""

    months: int = key(
        "When it is read, after the idea is implemented.",
        6,
        unit="months",
        default=6,
        ge=1,
        le=60,
    )


class BenefitTable(Table):
    """A benefit."""

    id: Id = key("Its name inside the file; never shown, never changed.", "waits_less")
    track: Track = key("The track it lies on.", "citizen")
    name: NameText = key("The name on the card.", "Borgeren venter kortere")
    picture: Picture = _picture("⏱️")
    measure: MeasureTable = key("The measure it can be anchored by.", {**_TRACK, "months": 6})


class RiskTable(Table):
    """A risk."""

    id: Id = key("Its name inside the file; never shown, never changed.", "queue")
    name: NameText = key("The name on the card.", "Køen når ud på fortovet")
    text: LineText | None = key("What happens, in a sentence.", "De sidste står ude.", default=None)
    picture: Picture = _picture("🚶")
    track: Track = key("The track it hits.", "citizen")
    severity: int = key("What it takes.", 3, unit="points", default=3, ge=1, le=4)
    likelihood: int = key(
        "It strikes on that number or less.", 3, unit="eyes of a die", default=3, ge=1, le=5
    )
    about: list[Reference] = key(
        "The ids of the ideas printed on the card; true where the idea names the risk.",
        ["booking"],
        default=[],
        max_length=60,
    )


class EffectKeys(Table):
    """What an event does, or one option of it."""

    capacity: int = key("Capacity won or lost.", -2, unit="capacity", default=0, ge=-6, le=6)
    trust: int = key("Trust won or lost.", 1, unit="trust", default=0, ge=-5, le=5)
    balance: int = key(
        "Towards autonomy below 0, towards steering above.",
        -2,
        unit="steps of the balance",
        default=0,
        ge=-5,
        le=5,
    )
    likelihood: Track | None = key(
        "The track whose true risks get 1 likelier.", "employee", default=None
    )
    maturity: Kind | None = key(
        "The kind of unproven ideas that get 1 less mature.", "product", default=None
    )
    owner_leaves: bool = key(
        "Whether the seat that owns most benefits loses one.", True, default=False
    )
    reveal: Track | None = key(
        "The track on which all true effects are opened.", "citizen", default=None
    )

    def acts(self) -> bool:
        """Whether it does anything at all."""
        return any(getattr(self, key) for key in EffectKeys.model_fields)


class OptionTable(EffectKeys):
    """One of the two things the group may choose."""

    text: LineText = key("What the group chooses.", "Find pengene selv")


class EventTable(EffectKeys):
    """An event with its effect, or with two options."""

    id: Id = key("Its name inside the file; never shown, never changed.", "audit")
    name: TitleText = key("The headline on the card.", "Revisionen tæller med")
    text: LineText | None = key("What happened.", "Hvem skrev under?", default=None)
    picture: Picture = _picture("📰")
    options: list[OptionTable] | None = key(
        "Two things to choose between, in place of an effect.",
        [{"text": "Find midlerne", "capacity": -2}, {"text": "Vent", "trust": -1}],
        default=None,
        min_length=2,
        max_length=2,
    )


class PromptTable(Table):
    """A question that stands in for a deck."""

    kind: PromptKind = key("What it makes the group write.", "idea")
    text: QuestionText = key("The question.", "Hvem venter på os i dag?")


_CARDS_NEEDED: Final[dict[str, Any]] = {
    "if": {"properties": {"own_project": {"const": True}}, "required": ["own_project"]},
    "else": {"required": ["ideas", "benefits"]},
}


class ScenarioFile(Table):
    """A case for the benefit-realisation game Gevinstbordet."""

    model_config = ConfigDict(title="Gevinstbordet scenario", json_schema_extra=_CARDS_NEEDED)

    format: Literal[1] = key("The version of the file format, always 1.", 1)
    id: Id | None = key(
        "The case's name inside saved games; without it, the file's.", "my-case", default=None
    )
    title: TitleText = key("What the case is called.", {"da": "Kølap 84", "en": "Ticket 84"})
    summary: LineText | None = key("One line for the list of cases.", "En sommerkø.", default=None)
    story: StoryText | None = key(
        "Half a page, read aloud before the game.", "Det er maj.", default=None
    )
    notes: StoryText | None = key(
        "For the facilitator: what is fact, what is invented.", "Opdigtet til spil.", default=None
    )
    questions: list[QuestionText] = key(
        "Put to the room after the game.", ["Hvad overraskede?"], default=[], max_length=20
    )
    minutes: int = key("How long a game takes.", 70, unit="minutes", default=70, ge=10, le=600)
    level: Experience = key("How hard it is.", "normal", default="normal")
    picture: Picture = _picture("🛂")
    own_project: bool = key(
        "The group's own project: no cards are needed, all are written at the table.",
        True,
        default=False,
    )
    rules: RulesTable | None = key(
        "Numbers of the rules that this case changes, and the modules that it adds.",
        {"actions": 11, "modules": ["posts", "tension"], "balance": -2, "level": "gentle"},
        default=None,
    )
    tracks: TracksTable = key(
        "The four tracks.",
        {"citizen": _TRACK, "process": _TRACK, "economy": _TRACK, "employee": _TRACK},
    )
    economy: EconomyTable = key("The saving, and what the operation costs.", {"saving": 3.0})
    roles: list[RoleTable] = key(
        "The roles, dealt in this order; four at least.",
        [_ROLE, {**_ROLE, "id": "b"}, {**_ROLE, "id": "c"}, {**_ROLE, "id": "d"}],
        min_length=4,
        max_length=20,
    )
    ideas: list[IdeaTable] = key(
        "The ideas; 16 to 18 in a full game.", [_IDEA], default=[], max_length=60
    )
    benefits: list[BenefitTable] = key(
        "The benefits; 24 in a full game, 6 a track.",
        [_BENEFIT],
        default=[],
        max_length=90,
    )
    risks: list[RiskTable] = key(
        "The risks; 18 to 20 in a full game.", [_RISK], default=[], max_length=90
    )
    events: list[EventTable] = key(
        "The events; 12 in a full game, two of them with a choice.",
        [_EVENT],
        default=[],
        max_length=60,
    )
    prompts: list[PromptTable] = key(
        "Questions that help a group to write its cards, in place of a deck.",
        [{"kind": "idea", "text": "Hvem venter på os i dag?"}],
        default=[],
        max_length=60,
    )

    @model_validator(mode="after")
    def _goals_of_an_own_project(self) -> ScenarioFile:
        tracks = self.tracks
        for table in (tracks.citizen, tracks.process, tracks.economy, tracks.employee):
            if self.own_project and "goal" not in table.model_fields_set:
                table.goal = OWN_PROJECT_GOAL
        return self


def keys_of(path: tuple[str | int, ...]) -> list[str]:
    """The keys allowed in the table at a path."""
    table: type[BaseModel] = ScenarioFile
    for part in path:
        if isinstance(part, str):
            table = next(_tables_in(table.model_fields[part].annotation))
    return list(table.model_fields)


def _tables_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _tables_in(inner)
