"""The cards of a scenario file: keys, types and bounds of what is dealt and drawn."""

from __future__ import annotations

from typing import Any

from game.content import schema_examples as examples
from game.content.case import PROMPT_KINDS, PromptKind
from game.content.field_types import (
    Amount,
    AnyText,
    CardId,
    Effects,
    LineText,
    NameText,
    Picture,
    Promise,
    QuestionText,
    Reference,
    TitleText,
    UnitText,
)
from game.content.kinds import Flag, OneOf, Several, Whole
from game.content.tables import Table, key
from game.engine.setup import (
    ABILITIES,
    AIM_KINDS,
    KINDS,
    TRACKS,
    Ability,
    AimKind,
    Kind,
    Track,
)


def picture(example: str) -> Any:
    """The key of a picture."""
    return key(Picture, "The picture on the card: one emoji.", example, default="")


class Indicator(Table):
    """What is counted, and the way it should go."""

    indicator: AnyText = key(
        TitleText, "What is counted.", "Ventetid", {"da": "Ventetid", "en": "Waiting time"}
    )
    unit: AnyText | None = key(
        UnitText, "What it is counted in.", "min", {"da": "dage", "en": "days"}, default=None
    )
    baseline: float = key(Amount, "Where it stands today.", 45, unit="the indicator's own")
    target: float = key(Amount, "Where it should come to.", 20, unit="the indicator's own")


class AimTable(Table):
    """A role's aim."""

    kind: AimKind = key(OneOf(AIM_KINDS), "What has to be true at the end.", "track_at_least")
    value: float = key(
        Amount, "How much of it.", 10, 0.9, unit="points, a count, or a share of 0 to 1 for realism"
    )
    track: Track | None = key(
        OneOf(TRACKS), "The track, for track_at_least only.", "citizen", default=None
    )


class RoleTable(Table):
    """A role."""

    id: str = key(
        CardId,
        "Its name inside the file, never shown. Once the case has been played, it stays.",
        "team_leader",
    )
    name: AnyText = key(NameText, "What it is called.", {"da": "Teamleder", "en": "Team leader"})
    text: AnyText | None = key(
        LineText, "Who this is, in a line.", "Lægger vagtplanen.", default=None
    )
    picture: str = picture("👩‍💼")
    ability: Ability = key(OneOf(ABILITIES), "What only this role can do.", "line_manager")
    aim: AimTable = key(AimTable, "The role's own condition on the result.", examples.AIM)
    home: list[Track] | None = key(
        Several[Track](OneOf(TRACKS), 4, least=1),
        "The tracks on which it is at home: a benefit that it owns there is harvested in full. "
        "Without the key, those of its ability.",
        ["citizen", "process"],
        default=None,
    )


class IdeaTable(Table):
    """An idea: what its card says, and what is true."""

    id: str = key(
        CardId,
        "Its name inside the file, never shown. Once the case has been played, it stays.",
        "booking",
    )
    name: AnyText = key(NameText, "The name on the card.", {"da": "Din tid", "en": "Your slot"})
    text: AnyText = key(LineText, "What it is, in a sentence.", "Alle får et klokkeslæt.")
    picture: str = picture("🎟️")
    track: Track = key(OneOf(TRACKS), "Its main track: where its first benefit lies.", "citizen")
    kind: Kind = key(OneOf(KINDS), "What kind of innovation it is.", "service")
    cost: int = key(Whole(1, 9), "What it costs to implement.", 2, unit="capacity", default=2)
    maturity: int = key(
        Whole(1, 5),
        "1 is a sketch, 5 is nearly ready; trials take it to 6 at most.",
        3,
        unit="eyes of a die",
        default=3,
    )
    delay: int = key(Whole(0, 2), "Until it is felt.", 1, unit="rounds", default=0)
    promise: Promise = key(
        Promise, "The arrows on the card.", {"citizen": 2, "employee": -1}, default=Promise()
    )
    effects: Effects = key(
        Effects,
        "The truth, hidden until it is learned.",
        {"citizen": [3, 6], "employee": [-2, 0]},
        default=Effects(),
    )
    risks: list[str] = key(
        Several(Reference, 10, unique=True),
        "The truth, hidden: the ids of the risks that are true for it.",
        ["queue"],
        default=[],
    )


class MeasureTable(Indicator):
    """How a benefit is measured."""

    months: int = key(
        Whole(1, 60),
        "When it is read, after the idea is implemented.",
        6,
        unit="months",
        default=6,
    )


class BenefitTable(Table):
    """A benefit."""

    id: str = key(
        CardId,
        "Its name inside the file, never shown. Once the case has been played, it stays.",
        "waits_less",
    )
    track: Track = key(OneOf(TRACKS), "The track it lies on.", "citizen")
    name: AnyText = key(NameText, "The name on the card.", "Borgeren venter kortere")
    picture: str = picture("⏱️")
    measure: MeasureTable = key(
        MeasureTable, "The measure it can be anchored by.", examples.MEASURE
    )


class RiskTable(Table):
    """A risk."""

    id: str = key(
        CardId,
        "Its name inside the file, never shown. Once the case has been played, it stays.",
        "queue",
    )
    name: AnyText = key(NameText, "The name on the card.", "Køen når ud på fortovet")
    text: AnyText | None = key(
        LineText, "What happens, in a sentence.", "De sidste står ude.", default=None
    )
    picture: str = picture("🚶")
    track: Track = key(OneOf(TRACKS), "The track it hits.", "citizen")
    severity: int = key(Whole(1, 4), "What it takes.", 3, unit="points", default=3)
    likelihood: int = key(
        Whole(1, 5), "It strikes on that number or less.", 3, unit="eyes of a die", default=3
    )
    about: list[str] = key(
        Several(Reference, 60, unique=True),
        "The ids of the ideas printed on the card; true where the idea names the risk.",
        ["booking"],
        default=[],
    )


class EffectKeys(Table):
    """What an event does, or one option of it."""

    capacity: int = key(Whole(-6, 6), "Capacity won or lost.", -2, unit="capacity", default=0)
    trust: int = key(Whole(-5, 5), "Trust won or lost.", 1, unit="trust", default=0)
    balance: int = key(
        Whole(-5, 5),
        "Towards autonomy below 0, towards steering above.",
        -2,
        unit="steps of the balance",
        default=0,
    )
    likelihood: Track | None = key(
        OneOf(TRACKS), "The track whose true risks get 1 likelier.", "employee", default=None
    )
    maturity: Kind | None = key(
        OneOf(KINDS), "The kind of unproven ideas that get 1 less mature.", "product", default=None
    )
    owner_leaves: bool = key(
        Flag(), "Whether the seat that owns most benefits loses one.", True, default=False
    )
    reveal: Track | None = key(
        OneOf(TRACKS), "The track on which all true effects are opened.", "citizen", default=None
    )

    def acts(self) -> bool:
        """Whether it does anything at all."""
        return any(getattr(self, key) for key in EffectKeys.KEYS)


class OptionTable(EffectKeys):
    """One of the two things the group may choose."""

    text: AnyText = key(LineText, "What the group chooses.", "Find pengene selv")


class EventTable(EffectKeys):
    """An event with its effect, or with two options."""

    id: str = key(
        CardId,
        "Its name inside the file, never shown. Once the case has been played, it stays.",
        "audit",
    )
    name: AnyText = key(TitleText, "The headline on the card.", "Revisionen tæller med")
    text: AnyText | None = key(LineText, "What happened.", "Hvem skrev under?", default=None)
    picture: str = picture("📰")
    options: list[OptionTable] | None = key(
        Several(OptionTable, 2, least=2),
        "Two things to choose between, in place of an effect.",
        [{"text": "Find midlerne", "capacity": -2}, {"text": "Vent", "trust": -1}],
        default=None,
    )


class PromptTable(Table):
    """A question that stands in for a deck."""

    kind: PromptKind = key(OneOf(PROMPT_KINDS), "What it makes the group write.", "idea")
    text: AnyText = key(QuestionText, "The question.", "Hvem venter på os i dag?")
