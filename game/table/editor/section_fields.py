"""The fields of each section of the editor: a line for every key that an author writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from game.content.weighing import usual
from game.engine.setup import ABILITIES, HOMES, KINDS, LEVELS, MODULES, TRACKS, Rules
from game.i18n import Words, mark
from game.table.editor.fields import (
    AimInput,
    AmountInput,
    BargainInput,
    Below,
    CardsInput,
    DayInput,
    Field,
    FileInput,
    FlagInput,
    OptionInput,
    OptionsInput,
    PictureInput,
    RoundsInput,
    SeveralInput,
    TextInput,
    WholeInput,
)
from game.wording import levels, modules, terms
from game.wording.rule_names import RULE_NAMES, RULE_NUMBERS


def _fixed(*fields: Field) -> Callable[[Any], Sequence[Field]]:
    return lambda card: fields


_EXPERIENCES: Final = {
    "first": mark("A good first case"),
    "normal": mark("Some experience"),
    "hard": mark("For the experienced"),
}
_PROMPTS: Final = {"idea": mark("an idea"), "benefit": mark("a benefit"), "risk": mark("a risk")}


def _experience(t: Words, code: Any) -> str:
    return t(_EXPERIENCES[code])


def _prompt(t: Words, code: Any) -> str:
    return t(_PROMPTS[code])


_NAME = TextInput(("name",), mark("Name"))
_PICTURE = PictureInput(("picture",), mark("Picture"))
_TRACK = OptionInput(("track",), mark("Track"), TRACKS, terms.track)


def _measured(below: Below = ()) -> tuple[Field, ...]:
    unit = (*below, "unit")
    return (
        TextInput((*below, "indicator"), mark("What is counted")),
        TextInput(unit, mark("Unit")),
        AmountInput((*below, "baseline"), mark("Today"), unit),
        AmountInput((*below, "target"), mark("Target"), unit),
    )


CASE: Final = _fixed(
    TextInput(("title",), mark("Title")),
    TextInput(("summary",), mark("In one line")),
    TextInput(("story",), mark("The story, read aloud before the game"), lines=9),
    TextInput(("notes",), mark("For the facilitator: what is fact, what is invented"), lines=5),
    PictureInput(("picture",), mark("Picture")),
    WholeInput(("minutes",), mark("Minutes"), 70, by=5),
    OptionInput(("level",), mark("For whom"), tuple(_EXPERIENCES), _experience, "normal"),
    FlagInput(("own_project",), mark("The group writes all cards itself")),
)
ABOUT: Final = _fixed(
    TextInput(("author",), mark("Who wrote it")),
    TextInput(("municipality",), mark("Municipality or organisation")),
    TextInput(("version",), mark("Version")),
    DayInput(("date",), mark("Last changed")),
    TextInput(("licence",), mark("What others may do with it")),
    FileInput(("logo",), mark("Logo, beside the title")),
    FileInput(("cover",), mark("Cover, where the case is chosen")),
)
MONEY: Final = _fixed(
    AmountInput(("saving",), mark("The announced saving"), ("unit",)),
    TextInput(("unit",), mark("Counted in")),
    TextInput(("announcement",), mark("How it is announced, read aloud"), lines=4),
)
POST: Final = _fixed(
    TextInput(("name",), mark("Name")),
    AmountInput(("value",), mark("Costs a year"), ("..", "..", "unit")),
    TextInput(("note",), mark("A remark")),
    _PICTURE,
    WholeInput(("gives",), mark("Points that can be taken from it"), 0, module="posts"),
)
ROLE: Final = _fixed(
    _NAME,
    TextInput(("text",), mark("Who this is, in a line")),
    _PICTURE,
    OptionInput(
        ("ability",),
        mark("What only this role can do"),
        ABILITIES,
        terms.ability,
        about=terms.ability_text,
    ),
    AimInput(("aim",), mark("Own aim")),
    SeveralInput(
        ("home",), mark("At home on"), TRACKS, terms.track, by=("ability",), implied=HOMES
    ),
)
IDEA: Final = _fixed(
    _NAME,
    TextInput(("text",), mark("What it is, in a sentence"), lines=2),
    _PICTURE,
    _TRACK,
    OptionInput(("kind",), mark("Kind"), KINDS, terms.kind),
    BargainInput(("effects",), mark("Promise on the card, and what is true")),
    WholeInput(("cost",), mark("Cost, in capacity"), 2, usual=usual.COST),
    WholeInput(("maturity",), mark("Maturity: 1 a sketch, 5 nearly ready"), 3),
    WholeInput(("delay",), mark("Delay in rounds"), 0),
    CardsInput(
        ("risks",),
        mark("Risks that are true for it"),
        "risks",
        mark(
            "What would really go wrong with this idea: only that can strike when it is "
            "implemented, more often where nobody named it. The group does not see it. One "
            "or two are usual; print the idea on each of these risk cards too, or nobody can "
            "suspect it."
        ),
    ),
)
BENEFIT: Final = _fixed(
    _NAME,
    _PICTURE,
    _TRACK,
    *_measured(("measure",)),
    WholeInput(("measure", "months"), mark("Measured after so many months"), 6, usual=usual.MONTHS),
)
RISK: Final = _fixed(
    _NAME,
    TextInput(("text",), mark("What happens, in a sentence"), lines=2),
    _PICTURE,
    _TRACK,
    WholeInput(("severity",), mark("Severity, in points"), 3),
    WholeInput(("likelihood",), mark("Likelihood: strikes on that number or less"), 3),
    CardsInput(
        ("about",),
        mark("Ideas printed on the card"),
        "ideas",
        mark(
            "The ideas that people would suspect of this risk: the group reads their names on the "
            "card. One or two are usual, and the risk need not be true for all of them: that is "
            "chosen on each idea. About two in three true makes naming a risk take thought."
        ),
    ),
)


def effect_fields(below: Below = ()) -> tuple[Field, ...]:
    """What an event does, or one of its options."""
    return (
        WholeInput((*below, "capacity"), mark("Capacity"), 0),
        WholeInput((*below, "trust"), mark("Trust"), 0),
        WholeInput(
            (*below, "balance"),
            mark("Balance: autonomy below 0, steering above"),
            0,
            module="tension",
        ),
        OptionInput(
            (*below, "likelihood"), mark("Risks get likelier on"), (None, *TRACKS), _letters_or_none
        ),
        OptionInput(
            (*below, "maturity"),
            mark("Unproven ideas get less mature"),
            (None, *KINDS),
            _kind_or_none,
        ),
        OptionInput(
            (*below, "reveal"), mark("The truth is opened on"), (None, *TRACKS), _letters_or_none
        ),
        FlagInput((*below, "owner_leaves"), mark("Whoever owns most loses a benefit")),
    )


def _letters_or_none(t: Words, code: Any) -> str:
    return t("None") if code is None else terms.track(t, code)


def _kind_or_none(t: Words, code: Any) -> str:
    return t("None") if code is None else terms.kind(t, code)


def event_fields(card: Any) -> Sequence[Field]:
    """What is said of an event, and its effect, or the two options with an effect each."""
    head = (
        TextInput(("name",), mark("Headline")),
        TextInput(("text",), mark("What happened"), lines=2),
        _PICTURE,
        OptionsInput(("options",), mark("What it does")),
    )
    options = card.get("options") if isinstance(card, Mapping) else None
    if not isinstance(options, list):
        return (*head, *effect_fields())
    chosen: list[Field] = []
    for n in range(len(options)):
        label = mark("The first choice") if n == 0 else mark("The other choice")
        chosen += [TextInput(("options", n, "text"), label), *effect_fields(("options", n))]
    return (*head, *chosen)


_DEFAULT: Final = Rules()
_LEVEL = OptionInput(("level",), RULE_NAMES["level"], LEVELS, levels.level_name, "normal")
RULES: Final = _fixed(
    RoundsInput(("rounds",), RULE_NAMES["rounds"]),
    _LEVEL,
    *(
        WholeInput((key,), label, getattr(_DEFAULT, key), usual=usual.RULES.get(key))
        for key, label in RULE_NUMBERS.items()
    ),
)
MODULES_IN_PLAY: Final = _fixed(
    SeveralInput(
        ("modules",), RULE_NAMES["modules"], MODULES, modules.title, about=modules.sentence
    ),
    WholeInput(
        ("combination",),
        RULE_NAMES["combination"],
        _DEFAULT.combination,
        usual=usual.RULES.get("combination"),
        module="combination",
    ),
    SeveralInput(
        ("demand_tracks",), RULE_NAMES["demand_tracks"], TRACKS, terms.track, module="demand"
    ),
    WholeInput(
        ("balance",),
        RULE_NAMES["balance"],
        0,
        module="tension",
    ),
)
TRACK: Final = _fixed(
    *_measured(),
    WholeInput(("goal",), mark("Goal, in points"), 8),
)

QUESTION: Final = _fixed(TextInput((), mark("A question to the room"), lines=2))
PROMPT: Final = _fixed(
    OptionInput(("kind",), mark("It helps to write"), tuple(_PROMPTS), _prompt),
    TextInput(("text",), mark("The question"), lines=2),
)
