"""The schema of scenario files, version 1: keys, types and bounds.

What takes two places of the file to
judge (an id that must exist elsewhere) is in :mod:`game.content.semantics`; the tables of the cards
are in :mod:`game.content.card_tables`.
"""

from __future__ import annotations

from typing import Final

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
from game.content.case import EXPERIENCES, Experience
from game.content.field_types import (
    AnyText,
    Day,
    Id,
    ImageName,
    LineText,
    NameText,
    PassageText,
    QuestionText,
    StoryText,
    TitleText,
    UnitText,
    tables_in,
)
from game.content.kinds import Flag, Number, OneOf, Parsed, Several, Whole
from game.content.positions import KeyPath
from game.content.rules_table import RulesTable
from game.content.tables import Table, key
from game.engine.setup import Rules

_FORMAT: Final = Parsed(
    lambda value: value if type(value) is int and value == 1 else None,
    "format",
    {"type": "integer", "const": 1},
)
OWN_PROJECT_GOAL: Final = 5
"""The goal of each track where the group writes every card, in points."""


class TrackTable(Indicator):
    """A track of the case."""

    goal: int = key(
        Whole(1, 20),
        "The points at which the target is reached; 6 to 8 in a full game, 5 in an own project. "
        "One point more or less on all tracks is 15 to 20 percentage points of games won.",
        8,
        unit="points",
        default=8,
    )


class TracksTable(Table):
    """The four tracks, none left out."""

    citizen: TrackTable = key(TrackTable, "What the change means for the citizen.", examples.TRACK)
    process: TrackTable = key(TrackTable, "What it means for the way of working.", examples.TRACK)
    economy: TrackTable = key(TrackTable, "What it means for the economy.", examples.TRACK)
    employee: TrackTable = key(TrackTable, "What it means for the employees.", examples.TRACK)


class PostTable(Table):
    """A post of the economy overview."""

    name: AnyText = key(
        TitleText, "What the money is spent on.", {"da": "Telefon", "en": "Telephone"}
    )
    value: float = key(
        Number(0, 1e9), "What it costs a year today.", 2.9, unit="the overview's own"
    )
    note: AnyText | None = key(LineText, "A remark on it.", "Mest i juni", default=None)
    picture: str = picture("📞")
    id: str | None = key(
        Id,
        "Its name inside the file; without it, post-1, post-2 and so on in their order.",
        "phone",
        default=None,
    )
    gives: int | None = key(
        Whole(0, 20),
        "The points of the economy track that can be taken from it; for the module posts.",
        3,
        unit="points",
        default=None,
    )


class EconomyTable(Table):
    """The economy overview."""

    saving: float = key(
        Number(0, 1e9, above=True),
        "The saving that was announced.",
        3.0,
        unit="the overview's own",
    )
    unit: AnyText = key(
        UnitText,
        "What saving and posts are counted in.",
        {"da": "mio. kr.", "en": "DKK m"},
        default=UnitText.languages(da="mio. kr.", en="DKK m"),
    )
    announcement: AnyText | None = key(
        PassageText,
        "How the saving was announced, read aloud before the first round.",
        "»Budgettet er tre millioner mindre.«",
        default=None,
    )
    posts: list[PostTable] = key(
        Several(PostTable, 20),
        "What the operation costs today, post by post.",
        [{"name": "Telefon", "value": 2.9}],
        default=[],
    )

    def settle(self) -> None:
        """Name the posts that have no name by their number."""
        for n, post in enumerate(self.posts, 1):
            post.id = post.id or f"post-{n}"


class AboutTable(Table):
    """Whose case it is, and which version of it."""

    version: AnyText | None = key(
        UnitText,
        "Which version it is; two files with the same id are told apart by it.",
        "2",
        default=None,
    )
    date: str = key(Day, "The day on which it was last changed.", "2027-01-31", default="")
    author: AnyText | None = key(
        NameText, "Who wrote it; left out of whatever is made anonymous.", "Ane Lund", default=None
    )
    municipality: AnyText | None = key(
        NameText,
        "The municipality or organisation that it comes from.",
        {"da": "Københavns Kommune", "en": "City of Copenhagen"},
        default=None,
    )
    licence: AnyText | None = key(
        TitleText, "What others may do with it.", "CC BY 4.0", default=None
    )
    logo: str = key(
        ImageName,
        "A picture beside the title: a PNG or JPEG file in the same folder.",
        "logo.png",
        default="",
    )
    cover: str = key(
        ImageName,
        "A picture in place of the emoji where the case is chosen and its story is told: a PNG or "
        "JPEG file in the same folder.",
        "cover.jpg",
        default="",
    )


class ScenarioFile(Table):
    """A case for the benefit-realisation game Gevinstbordet."""

    format: int = key(_FORMAT, "The version of the file format, always 1.", 1)
    id: str | None = key(
        Id, "The case's name inside saved games; without it, the file's.", "my-case", default=None
    )
    title: AnyText = key(
        TitleText, "What the case is called.", {"da": "Kølap 84", "en": "Ticket 84"}
    )
    summary: AnyText | None = key(
        LineText, "One line for the list of cases.", "En sommerkø.", default=None
    )
    story: AnyText | None = key(
        StoryText, "Half a page, read aloud before the game.", "Det er maj.", default=None
    )
    notes: AnyText | None = key(
        StoryText,
        "For the facilitator: what is fact, what is invented.",
        "Opdigtet til spil.",
        default=None,
    )
    questions: list[AnyText] = key(
        Several[AnyText](QuestionText, 20),
        "Put to the room after the game.",
        ["Hvad overraskede?"],
        default=[],
    )
    minutes: int = key(Whole(10, 600), "How long a game takes.", 70, unit="minutes", default=70)
    level: Experience = key(OneOf(EXPERIENCES), "How hard it is.", "normal", default="normal")
    picture: str = picture("🛂")
    own_project: bool = key(
        Flag(),
        "The group's own project: no cards are needed, all are written at the table.",
        True,
        default=False,
    )
    about: AboutTable | None = key(
        AboutTable,
        "Whose case it is, and which version of it.",
        {"version": "2", "author": "Ane Lund"},
        default=None,
    )
    rules: RulesTable | None = key(
        RulesTable,
        "Numbers of the rules that this case changes, and the modules that it adds.",
        {"actions": 11, "modules": ["posts", "tension"], "balance": -2, "level": "gentle"},
        default=None,
    )
    tracks: TracksTable = key(TracksTable, "The four tracks.", examples.TRACKS)
    economy: EconomyTable = key(
        EconomyTable, "The saving, and what the operation costs.", {"saving": 3.0}
    )
    roles: list[RoleTable] = key(
        Several(RoleTable, 20, least=4),
        "The roles, dealt in this order; four at least.",
        examples.ROLES,
    )
    ideas: list[IdeaTable] = key(
        Several(IdeaTable, 60), "The ideas; 16 to 18 in a full game.", [examples.IDEA], default=[]
    )
    benefits: list[BenefitTable] = key(
        Several(BenefitTable, 90),
        "The benefits; 24 in a full game, 6 a track.",
        [examples.BENEFIT],
        default=[],
    )
    risks: list[RiskTable] = key(
        Several(RiskTable, 90), "The risks; 18 to 20 in a full game.", [examples.RISK], default=[]
    )
    events: list[EventTable] = key(
        Several(EventTable, 60),
        "The events; 12 in a full game, two of them with a choice.",
        [examples.EVENT],
        default=[],
    )
    prompts: list[PromptTable] = key(
        Several(PromptTable, 60),
        "Questions that help a group to write its cards, in place of a deck.",
        [{"kind": "idea", "text": "Hvem venter på os i dag?"}],
        default=[],
    )

    @property
    def own_rules(self) -> Rules:
        """The numbers of the rules in this case."""
        return self.rules.changed() if self.rules else Rules()

    def settle(self) -> None:
        """Give the tracks of an own project the goal that they have there."""
        tracks = self.tracks
        for table in (tracks.citizen, tracks.process, tracks.economy, tracks.employee):
            if self.own_project and "goal" not in table.written:
                table.goal = OWN_PROJECT_GOAL


def keys_of(path: KeyPath) -> list[str]:
    """The keys allowed in the table at a path."""
    table: type[Table] = ScenarioFile
    for part in path:
        if isinstance(part, str):
            table = next(tables_in(table.KEYS[part].kind))
    return list(table.KEYS)
