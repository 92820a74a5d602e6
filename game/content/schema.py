"""The schema of scenario files, version 1: keys, types and bounds.

Imported when the first scenario is read, as it needs pydantic. What takes two places of the file to
judge (an id that must exist elsewhere) is in :mod:`game.content.semantics`; the tables of the cards
are in :mod:`game.content.card_tables`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final, Literal, get_args

from pydantic import BaseModel, ConfigDict, model_validator

from game.content import schema_examples as examples
from game.content.card_tables import (
    BenefitTable,
    EventTable,
    IdeaTable,
    Indicator,
    PromptTable,
    RiskTable,
    RoleTable,
    picture,
)
from game.content.case import Experience
from game.content.field_types import (
    Day,
    Id,
    ImageName,
    Languages,
    LineText,
    NameText,
    PassageText,
    Picture,
    QuestionText,
    StoryText,
    Table,
    TitleText,
    UnitText,
    key,
)
from game.content.rules_table import RulesTable
from game.engine.setup import Rules

OWN_PROJECT_GOAL: Final = 5
"""The goal of each track where the group writes every card, in points."""


class TrackTable(Indicator):
    """A track of the case."""

    goal: int = key(
        "The points at which the target is reached; 6 to 8 in a full game, 5 in a group's "
        "own project. One point more or less on all tracks moves the share of games won by "
        "15 to 20 percentage points.",
        8,
        unit="points",
        default=8,
        ge=1,
        le=20,
    )


class TracksTable(Table):
    """The four tracks, none left out."""

    citizen: TrackTable = key("What the change means for the citizen.", examples.TRACK)
    process: TrackTable = key("What it means for the way of working.", examples.TRACK)
    economy: TrackTable = key("What it means for the economy.", examples.TRACK)
    employee: TrackTable = key("What it means for the employees.", examples.TRACK)


class PostTable(Table):
    """A post of the economy overview."""

    name: TitleText = key("What the money is spent on.", {"da": "Telefon", "en": "Telephone"})
    value: float = key("What it costs a year today.", 2.9, unit="the overview's own", ge=0, le=1e9)
    note: LineText | None = key("A remark on it.", "Mest i juni", default=None)
    picture: Picture = picture("📞")
    id: Id | None = key(
        "Its name inside the case; without it, post-1, post-2 and so on in their order.",
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
        "What the saving and the items are counted in.",
        {"da": "mio. kr.", "en": "DKK m"},
        default=Languages.model_construct(da="mio. kr.", en="DKK m"),
    )
    announcement: PassageText | None = key(
        "How the saving was announced, read aloud before the first round.",
        "»Budgettet er tre millioner mindre.«",
        default=None,
    )
    posts: list[PostTable] = key(
        "What the operation costs today, item by item.",
        [{"name": "Telefon", "value": 2.9}],
        default=[],
        max_length=20,
    )

    @model_validator(mode="after")
    def _ids_of_posts(self) -> EconomyTable:
        for n, post in enumerate(self.posts, 1):
            post.id = post.id or f"post-{n}"
        return self


class AboutTable(Table):
    """Whose case it is, and which version of it."""

    version: UnitText | None = key(
        "Which version it is; two files with the same id are told apart by it.", "2", default=None
    )
    date: Day = key("The day on which it was last changed.", "2027-01-31", default="")
    author: NameText | None = key(
        "Who wrote it; left out of whatever is made anonymous.", "Ane Lund", default=None
    )
    municipality: NameText | None = key(
        "The municipality or organisation that it comes from.",
        {"da": "Københavns Kommune", "en": "City of Copenhagen"},
        default=None,
    )
    licence: TitleText | None = key("What others may do with it.", "CC BY 4.0", default=None)
    logo: ImageName = key(
        "A picture beside the title: a PNG or JPEG file in the same folder.", "logo.png", default=""
    )
    cover: ImageName = key(
        "A picture in place of the emoji where the case is chosen and its story is told: a PNG or "
        "JPEG file in the same folder.",
        "cover.jpg",
        default="",
    )


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
        "Asked of everybody after the game.", ["Hvad overraskede?"], default=[], max_length=20
    )
    minutes: int = key("How long a game takes.", 70, unit="minutes", default=70, ge=10, le=600)
    level: Experience = key("How hard it is.", "normal", default="normal")
    picture: Picture = picture("🛂")
    own_project: bool = key(
        "The group's own project: no cards are needed, all are written at the table.",
        True,
        default=False,
    )
    about: AboutTable | None = key(
        "Whose case it is, and which version of it.",
        {"version": "2", "author": "Ane Lund"},
        default=None,
    )
    rules: RulesTable | None = key(
        "Numbers of the rules that this case changes, and the modules that it adds.",
        {"actions": 11, "modules": ["posts", "tension"], "balance": -2, "level": "gentle"},
        default=None,
    )
    tracks: TracksTable = key("The four tracks.", examples.TRACKS)
    economy: EconomyTable = key("The saving, and what the operation costs.", {"saving": 3.0})
    roles: list[RoleTable] = key(
        "The roles, dealt in this order; four at least.",
        examples.ROLES,
        min_length=4,
        max_length=20,
    )
    ideas: list[IdeaTable] = key(
        "The ideas; 16 to 18 in a full game.", [examples.IDEA], default=[], max_length=60
    )
    benefits: list[BenefitTable] = key(
        "The benefits; 24 in a full game, 6 a track.",
        [examples.BENEFIT],
        default=[],
        max_length=90,
    )
    risks: list[RiskTable] = key(
        "The risks; 18 to 20 in a full game.", [examples.RISK], default=[], max_length=90
    )
    events: list[EventTable] = key(
        "The events; 12 in a full game, two of them with a choice.",
        [examples.EVENT],
        default=[],
        max_length=60,
    )
    prompts: list[PromptTable] = key(
        "Questions that help a group to write its cards, in place of a deck.",
        [{"kind": "idea", "text": "Hvem venter på os i dag?"}],
        default=[],
        max_length=60,
    )

    @property
    def own_rules(self) -> Rules:
        """The numbers of the rules in this case; no more roles are in play than it has."""
        rules = self.rules.changed() if self.rules else Rules()
        return replace(rules, roles_in_play=min(rules.roles_in_play, len(self.roles) or 1))

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
