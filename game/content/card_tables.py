"""The cards of a scenario file: keys, types and bounds of what is dealt and drawn."""

from __future__ import annotations

from typing import Any

from game.content import schema_examples as examples
from game.content.case import PromptKind
from game.content.field_types import (
    Amount,
    CardId,
    Effects,
    LineText,
    NameText,
    Picture,
    Promise,
    QuestionText,
    Reference,
    Table,
    TitleText,
    UnitText,
    key,
)
from game.engine.setup import Ability, AimKind, Kind, Track


def picture(example: str) -> Any:
    """The key of a picture."""
    return key("The picture on the card: one emoji.", example, default="")


class Indicator(Table):
    """What is counted, and the way it should go."""

    indicator: TitleText = key(
        "What is counted.", "Ventetid", {"da": "Ventetid", "en": "Waiting time"}
    )
    unit: UnitText | None = key(
        "What it is counted in.", "min", {"da": "dage", "en": "days"}, default=None
    )
    baseline: Amount = key("Where it stands today.", 45, unit="the indicator's own")
    target: Amount = key("Where it should get to.", 20, unit="the indicator's own")


class AimTable(Table):
    """A role's aim."""

    kind: AimKind = key("What has to be true at the end.", "track_at_least")
    value: Amount = key(
        "How much of it.", 10, 0.9, unit="points, a count, or a share of 0 to 1 for realism"
    )
    track: Track | None = key(
        "The track, for the aim “a track reaches” only.", "citizen", default=None
    )


class RoleTable(Table):
    """A role."""

    id: CardId = key(
        "Its name inside the case, never shown. Once the case has been played, it must not "
        "be changed.",
        "team_leader",
    )
    name: NameText = key("What it is called.", {"da": "Teamleder", "en": "Team leader"})
    text: LineText | None = key("Who this is, in a line.", "Lægger vagtplanen.", default=None)
    picture: Picture = picture("👩‍💼")
    ability: Ability = key("What only this role can do.", "line_manager")
    aim: AimTable = key("The role's own condition on the result.", examples.AIM)
    home: list[Track] | None = key(
        "The tracks on which it is at home: a benefit that it owns there is harvested in full. "
        "One or two; where none is named, those of its ability.",
        ["citizen", "process"],
        default=None,
        min_length=1,
        max_length=4,
    )


class IdeaTable(Table):
    """An idea: what its card says, and what is true."""

    id: CardId = key(
        "Its name inside the case, never shown. Once the case has been played, it must not "
        "be changed.",
        "booking",
    )
    name: NameText = key("The name on the card.", {"da": "Din tid", "en": "Your slot"})
    text: LineText = key("What it is, in a sentence.", "Alle får et klokkeslæt.")
    picture: Picture = picture("🎟️")
    track: Track = key("Its main track: where its first benefit lies.", "citizen")
    kind: Kind = key("What kind of idea it is.", "service")
    cost: int = key("What it costs to implement.", 2, unit="capacity", default=2, ge=1, le=9)
    maturity: int = key(
        "1 is a sketch, 5 is nearly ready; trials take it to 6 at most.",
        3,
        unit="pips on a die",
        default=3,
        ge=1,
        le=5,
    )
    delay: int = key("The delay until it is felt.", 1, unit="rounds", default=0, ge=0, le=2)
    promise: Promise = key(
        "The arrows on the card.", {"citizen": 2, "employee": -1}, default=Promise.model_construct()
    )
    effects: Effects = key(
        "The truth, hidden until it is learned.",
        {"citizen": [3, 6], "employee": [-2, 0]},
        default=Effects.model_construct(),
    )
    risks: list[Reference] = key(
        "The truth, hidden: the risks that are true for it.",
        ["queue"],
        default=[],
        max_length=10,
        json_schema_extra={"uniqueItems": True},
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

    id: CardId = key(
        "Its name inside the case, never shown. Once the case has been played, it must not "
        "be changed.",
        "waits_less",
    )
    track: Track = key("The track it lies on.", "citizen")
    name: NameText = key("The name on the card.", "Borgeren venter kortere")
    picture: Picture = picture("⏱️")
    measure: MeasureTable = key("The measure it can be anchored by.", examples.MEASURE)


class RiskTable(Table):
    """A risk."""

    id: CardId = key(
        "Its name inside the case, never shown. Once the case has been played, it must not "
        "be changed.",
        "queue",
    )
    name: NameText = key("The name on the card.", "Køen når ud på fortovet")
    text: LineText | None = key("What happens, in a sentence.", "De sidste står ude.", default=None)
    picture: Picture = picture("🚶")
    track: Track = key("The track it hits.", "citizen")
    severity: int = key("What it takes.", 3, unit="points", default=3, ge=1, le=4)
    likelihood: int = key(
        "It strikes on that number or less.", 3, unit="pips on a die", default=3, ge=1, le=5
    )
    about: list[Reference] = key(
        "The ideas printed on the card; true where the idea names the risk.",
        ["booking"],
        default=[],
        max_length=60,
        json_schema_extra={"uniqueItems": True},
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
        "The track on which all true effects come to light.", "citizen", default=None
    )

    def acts(self) -> bool:
        """Whether it does anything at all."""
        return any(getattr(self, key) for key in EffectKeys.model_fields)


class OptionTable(EffectKeys):
    """One of the two things the group may choose."""

    text: LineText = key("What the group chooses.", "Find pengene selv")


class EventTable(EffectKeys):
    """An event with its effect, or with two options."""

    id: CardId = key(
        "Its name inside the case, never shown. Once the case has been played, it must not "
        "be changed.",
        "audit",
    )
    name: TitleText = key("The headline on the card.", "Revisionen tæller med")
    text: LineText | None = key("What happened.", "Hvem skrev under?", default=None)
    picture: Picture = picture("📰")
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
