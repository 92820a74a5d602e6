"""What is wrong with a case, in the words of what its author has before them.

The messages of :mod:`game.content` speak to whoever has the file: of keys, lines, quotation marks.
Those of them that do are said here for whoever fills in forms, in the words of the screen, and in
:mod:`game.wording.workbook_problems` of sheets and cells; the others are said as they are. Where a
problem is, the screen and the workbook say themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

from game.content import Problem
from game.content.messages import MESSAGES
from game.engine.setup import ABILITIES, KINDS, MODULES, TRACKS
from game.i18n import Words, mark
from game.i18n.message import Message
from game.wording import modules, terms
from game.wording.workbook_problems import IN_WORKBOOK

Medium = Literal["file", "screen", "workbook"]
"""What an author writes in."""

Said = tuple[str | None, str | None]
"""What is wrong, and what to do: ``None`` as the file's author is told it, empty not at all."""

_MISSING: Final[Said] = (mark("Something has to be written here."), "")
_OTHER: Final[Said] = (
    mark("This is not what belongs here."),
    mark("Write or choose it again."),
)
_TAKE_OUT: Final = mark("It has no place in a case: it can be taken out.")
_UNNAMED: Final[Said] = (
    mark("The program knows this by a short name of its own, and that one cannot be used."),
    mark("It can be given another one; nobody at the table sees it."),
)
_STRANGER: Final[Said] = (
    mark("A card is named here that is not in this case."),
    mark("Take it away, or choose another one."),
)
_UNKNOWN: Final[Said] = (
    mark("“{id}” is named here, and no card of this case is called that."),
    _STRANGER[1],
)
_MEANT: Final = mark("Did you mean “{card}”? Choose it, or take this away.")
_NO_NUMBER: Final = mark("Write one number, in figures.")
_TRANSLATE: Final = mark("Write it in the other language, too.")
_IS_USUAL: Final = mark("This is {n}; {low} to {high} is usual.")

_ALIKE: Final[Mapping[Said, tuple[str, ...]]] = {
    _MISSING: ("missing_key", "empty_text", "blank_text", "card_lacks", "no_value_here"),
    _OTHER: (
        *("not_text", "not_prose", "not_whole", "not_number", "not_finite", "not_flag"),
        *("not_list", "not_table", "bad_range", "bad_arrows", "wrong", "number_for_text"),
        *("point_zero", "not_one_of", "other_choice", "yes_no", "not_yes_or_no", "range_form"),
        *("not_a_range", "range_of_three", "arrows_form", "list_needed", "nothing"),
        *(
            "table_needed",
            "one_in_list",
            "list_of_some",
            "one_choice",
            "one_table",
            "bullets_for_cards",
            "quotes_round_number",
        ),
        *("bullet_list", "bullets", "no_pair", "one_bracket", "two_brackets", "decimal_comma"),
        *("odd_quotes", "no_quotes", "round_brackets", "wrong_bracket", "semicolon"),
    ),
    (mark("The file says “{key}”, which the game does not read."), _TAKE_OUT): (
        *("unknown_key", "late_key", "elsewhere_key", "lost_heading", "inner_key"),
    ),
    (mark("The file says “{written}”, which the game does not read."), _TAKE_OUT): (
        *("other_key", "bad_key", "unknown_heading", "other_heading", "word_heading"),
        "heading_of_others",
    ),
    _UNNAMED: ("bad_id", "mended_id", "reserved_id"),
    _STRANGER: ("other_reference",),
    (None, _NO_NUMBER): (
        *("not_a_number", "unit_with_number", "bound_number", "unit_for_number"),
        *(
            "written_out",
            "number_in_words",
            "odd_number",
            "odd_minus",
            "leading_zero",
            "two_readings",
        ),
    ),
    (mark("“{written}” is not one number."), _NO_NUMBER): ("thousands_apart", "about_number"),
    (None, _TRANSLATE): ("one_language", "one_language_in_many", "title_in_one_language"),
    (None, mark("Write it in Danish.")): ("missing_danish",),
    (None, mark("Write it in English.")): ("missing_english",),
    (_IS_USUAL, None): ("far_event",),
}
_SINGLE: Final[Mapping[str, Said]] = {
    # keys and values
    "format": (
        mark("This case is written for a newer version of the game."),
        mark("Use a newer version of the game."),
    ),
    "more_unknown_keys": (
        mark("The file holds more that the game does not read: {n}."),
        mark("The others are shown once some of those listed here are taken out."),
    ),
    "former_key": (
        mark("The file holds something of version 1 of the rules, which does nothing now."),
        mark("It can be taken out."),
    ),
    "braces_over_lines": (
        mark("Some of it is written in a way that other programs do not read."),
        mark("There is nothing to be done here: the game reads it."),
    ),
    "duplicate_id": (
        mark("The program knows this by the short name “{id}”, and “{other}” has it too."),
        _UNNAMED[1],
    ),
    "unknown_idea": _UNKNOWN,
    "unknown_risk": _UNKNOWN,
    "bad_image_name": (
        mark("This is not the name of a picture that lies beside the case."),
        mark("Choose the picture with Browse."),
    ),
    "code_in_text": MESSAGES["unprintable"],
    "image_missing": (None, mark("Choose the picture again with Browse, or remove it.")),
    "unknown_picture": (None, mark("Choose a picture.")),
    "listed_twice": (mark("A card is named twice here."), mark("Choose each of them once.")),
    "two_options": (None, mark("Choose whether it just happens or the group chooses.")),
    "empty_range": (None, mark("The lower number stands first.")),
    "aim_needs_track": (mark("This aim needs a track."), mark("Choose one.")),
    "aim_has_track": (mark("This aim takes no track."), mark("Choose the aim again.")),
    "aim_out_of_reach": (mark("How much this aim asks for lies between {low} and {high}."), None),
    "aim_not_whole": (mark("How much this aim asks for is a whole number."), mark("Set it again.")),
    "event_does_nothing": (None, mark("Give it an effect, or two options to choose between.")),
    "missing_id": (
        mark("The program has no short name of its own yet for “{card}”."),
        mark("It makes one from what the card is called; nobody at the table sees it."),
    ),
    "idle_idea": (None, mark("Give it its true effects.")),
    "unshown_letter": (
        mark("No font here has this: {letters}."),
        mark("Write it in other letters."),
    ),
    # cards and tracks
    "minutes_far": (None, mark("Set it to {reckoned}, or change the rounds or the actions.")),
    "few_on_track": (None, mark("Write an idea for it, or let one of the others have this track.")),
    "point_range": (None, mark("Let it lie between two numbers, such as {low} and {high}.")),
    "few_true_risks": (
        None,
        mark(
            "Choose more risks on the ideas, or risk work does not pay; it is what decides most "
            "how hard the case is."
        ),
    ),
    "many_true_risks": (
        None,
        mark("Choose fewer risks on the ideas; it is what decides most how hard the case is."),
    ),
    "riskless": (None, mark("Choose a risk that is true for {more} of them, whichever.")),
    "few_true_pairs": (
        None,
        mark(
            "Let fewer ideas be printed on the risk cards, or let more of what is printed be true, "
            "or the cards are noise."
        ),
    ),
    "arrow_up_and_harm": (None, mark("Turn the arrow down, take it away, or fix the effect.")),
    "arrow_down_and_gain": (None, mark("Turn the arrow up, or fix the effect.")),
    "idle_main_track": (None, mark("Choose the track {better}, or give it an effect on {track}.")),
    "no_arrow": (None, mark("Give it an arrow or two.")),
    "one_kind": (None, mark("Let some be of another kind.")),
    "wide_range": (
        None,
        mark("Let it lie closer together, such as {near} to {far}, so that a guess can be good."),
    ),
    "idle_risk": (None, mark("Choose it on an idea, and that idea on its card, or take it away.")),
    "unprinted_risk": (None, mark("Choose an idea or two that are printed on the card.")),
    # modules and rules
    "idle_key": (
        mark("This does nothing without the module {module}."),
        mark("Choose the module, or reset this."),
    ),
    "no_posts": (
        mark("This module needs the items of the economy overview, and there are none."),
        mark("Write some under Economy overview."),
    ),
    "post_without_gives": (
        None,
        mark("Say how many points of the economy track it can give; 0 is none."),
    ),
    "heavy_demand": (
        None,
        mark("Let demand pull more tracks down, lower the goal, or play fewer rounds."),
    ),
    "homeless_track": (
        None,
        mark("Let one of the first {seats} roles be at home there, or change their order."),
    ),
    "far_rule": (
        _IS_USUAL,
        mark("{default} is well tried. Simulate the case, and see what comes of it."),
    ),
    "far_rounds": (
        None,
        mark("Two, two and three make a full game, one of each a short one."),
    ),
    "low_goal": (None, mark("Set it to {near} or more, or groups reach it without thinking.")),
    "high_goal": (None, mark("Set it to {near} or less, or hardly any group reaches it.")),
    "event_without_risks": (None, mark("Choose a track that has risks, or none.")),
    "event_without_ideas": (None, mark("Choose a kind that some idea has, or none.")),
    "idle_prompts": (
        None,
        mark("Take them away, or let the group write all cards itself and take the cards away."),
    ),
    # figures
    "huge_saving": (None, mark("The unit counts already: write {one}, or choose another unit.")),
    "thousands": (mark("{written} is read as {n}."), mark("Write {whole} if that is meant.")),
    "post_in_other_unit": (None, mark("Count all of them in the unit of the saving.")),
    "far_apart": (None, mark("Count both in the same unit.")),
    "share_without_percent": (None, mark("Write % as the unit, or name what is counted.")),
    "should_fall": (
        None,
        mark("Swap today and target, or say in what is counted why more is better."),
    ),
    "should_rise": (
        None,
        mark("Swap today and target, or say in what is counted why less is better."),
    ),
    # texts
    "same_in_both": (None, mark("Translate one of them.")),
    "swapped_languages": (
        mark("The languages are exchanged: the English text stands as the Danish one."),
        None,
    ),
    "english_under_da": (mark("This is English, and it stands as the Danish text."), None),
    "danish_under_en": (mark("This is Danish, and it stands as the English text."), None),
    "equal_names": (
        mark("Another card has the same name: “{text}”."),
        mark("Give each card a name of its own; at the table they could not be told apart."),
    ),
    "equal_texts": (mark("Another card has the same text: “{text}”."), None),
    "placeholder": (None, mark("Write the text.")),
    "spoilt_letters": (None, mark("Write “{meant}”.")),
    "lost_letter": (None, mark("Write the letter again.")),
    "markup": (mark("“{text}” is shown as it stands here."), None),
}
ON_SCREEN: Final[Mapping[str, Said]] = {
    **{code: said for said, codes in _ALIKE.items() for code in codes},
    **_SINGLE,
}
"""By the code of a problem, how the screen says it."""

_WRITTEN_IN: Final[Mapping[Medium, Sequence[Mapping[str, Said]]]] = {
    "file": (),
    "screen": (ON_SCREEN,),
    "workbook": (IN_WORKBOOK, ON_SCREEN),
}
"""Where a medium looks for its words first."""

_MEANS: Final[Mapping[str, str]] = {
    "capacity": mark("capacity"),
    "trust": mark("trust"),
    "balance": mark("balance"),
}


def spoken(medium: Medium, code: str) -> tuple[str, str]:
    """What is wrong by a code, and what to do, in the words of a medium."""
    tables = (*_WRITTEN_IN[medium], MESSAGES)
    wrong, helps = (
        next(own for table in tables if (own := table.get(code, (None, None))[n]) is not None)
        for n in range(2)
    )
    return wrong, helps


def said(t: Words, problem: Problem) -> str:
    """What is wrong, on the screen."""
    return _own_or_general(t, ON_SCREEN.get(problem.code, (None, None))[0], problem.said)


def helps(t: Words, problem: Problem) -> str:
    """What to do about it, on the screen; empty where that says itself."""
    known = "card" in problem.helps.params and ON_SCREEN.get(problem.code) is _UNKNOWN
    own = _MEANT if known else ON_SCREEN.get(problem.code, (None, None))[1]
    return _own_or_general(t, own, problem.helps)


def _own_or_general(t: Words, own: str | None, general: Message) -> str:
    text = general.text if own is None else own
    return Message(text, by_name(t, general.params)).translate(t) if text else ""


def by_name(t: Words, params: Mapping[str, Any]) -> dict[str, object]:
    """The parameters of a message, codes of the rules by their names."""
    return {name: _named(t, name, value) for name, value in params.items()}


def _named(t: Words, parameter: str, value: Any) -> object:
    """A parameter of a message, a code of the rules by its name."""
    match parameter:
        case "track" | "better" if value in TRACKS:
            return terms.track(t, value)
        case "kind" if value in KINDS:
            return terms.kind(t, value)
        case "ability" if value in ABILITIES:
            return terms.ability(t, value)
        case "module" if value in MODULES:
            return modules.name(t, value)
        case "key" if value in _MEANS:
            return t(_MEANS[value])
    return value
