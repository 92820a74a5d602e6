"""What is wrong with a case in a workbook, where it is said otherwise than on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.i18n import mark

_FILL_IN: Final = mark("Write it in this cell.")
_OTHERS: Final = mark("Read the note on the heading.")
_WHOLE_BOOK: Final = mark(
    "gevinst case export writes a workbook with all sheets: copy the sheet from there."
)
_EMPTY_CELL: Final = mark("Leave the cell empty.")

IN_WORKBOOK: Final[Mapping[str, tuple[str | None, str | None]]] = {
    "empty_sheet": (
        mark("The sheet “{sheet}” is empty."),
        mark("Write a card in each row below the headings."),
    ),
    "empty_sheet_named": (
        mark("The sheet “{sheet}” is empty, and other sheets name cards of it ({n})."),
        mark("Write a card in each row below the headings, or empty the cells that name them."),
    ),
    "missing_sheet_named": (
        mark("The sheet “{sheet}” is missing, and other sheets name cards of it ({n})."),
        _WHOLE_BOOK,
    ),
    "missing_sheet": (
        mark("The sheet “{sheet}” is missing."),
        _WHOLE_BOOK,
    ),
    "no_headings": (
        mark("The sheet “{sheet}” has no row that names its columns, so it cannot be read."),
        mark("Put that row back above the cards; gevinst case export writes a workbook with it."),
    ),
    "missing_column": (
        mark("The sheet “{sheet}” has no column “{heading}”."),
        mark("Put it back with what belongs there; gevinst case export writes a workbook with it."),
    ),
    "missing_row": (
        mark("The row of the track {track} is missing."),
        mark("There must be a row for each of the four tracks."),
    ),
    "missing_key": (mark("“{heading}” is missing, and has to be filled in."), _FILL_IN),
    "empty_text": (mark("The text is empty."), _FILL_IN),
    "not_prose": (mark("A text is missing here."), _FILL_IN),
    "not_table": (mark("Something is missing here that has to be filled in."), _FILL_IN),
    "bad_range": (mark("This is not a range of points."), _OTHERS),
    "bad_arrows": (
        mark("A promise is one or two arrows up, or one down."),
        mark("Write 1, 2 or -1; leave the cell empty where nothing is promised."),
    ),
    "two_options": (
        mark("An event must have two options, or none."),
        mark("When it just happens, write its effect in the columns of the event itself."),
    ),
    "duplicate_id": (
        mark('The id "{id}" is already used in cell {cell}.'),
        mark("Give each card an id of its own."),
    ),
    "equal_names": (
        mark('"{text}" is also what the card in cell {cell} is called.'),
        mark("Give each card a name of its own; at the table they could not be told apart."),
    ),
    "equal_texts": (
        mark('The same text stands in cell {cell}: "{text}".'),
        mark("Write what is particular to this card."),
    ),
    "unknown_idea": (
        mark('There is no idea called "{id}".'),
        mark("Write the id or the name of an idea on the sheet with the ideas."),
    ),
    "unknown_risk": (
        mark('There is no risk called "{id}".'),
        mark("Write the id or the name of a risk on the sheet with the risks."),
    ),
    "unknown_picture": (
        mark('There is no picture "{picture}".'),
        mark("Choose one emoji from the list, or write another one."),
    ),
    "empty_range": (
        mark("The range is the wrong way round: {low} is above {high}."),
        mark("Write the lower number first: {high} to {low}."),
    ),
    "aim_needs_track": (
        mark("This aim needs a track."),
        mark("Choose one in the column for the track of the aim."),
    ),
    "aim_has_track": (mark("This aim takes no track."), _EMPTY_CELL),
    "aim_out_of_reach": (
        mark("The value of this aim must lie between {low} and {high}."),
        mark("Choose one that a good group just reaches."),
    ),
    "aim_not_whole": (
        mark("The value of this aim must be a whole number."),
        mark("Only realism is a share, such as 58%."),
    ),
    "event_does_nothing": (
        mark("The event does nothing."),
        mark("Give it an effect in the columns of the event, or two options."),
    ),
    "idle_idea": (
        mark("The idea moves no track."),
        mark("Write its true effects in the brown columns."),
    ),
    "missing_danish": (
        mark("The Danish text is missing; the title has one."),
        mark("Write it in the Danish column."),
    ),
    "missing_english": (
        mark("The English text is missing; the title has one."),
        mark("Write it in the English column."),
    ),
    "minutes_far": (
        mark(
            "The case says that it takes {n} minutes. {rounds} rounds of {actions} actions take "
            "about {reckoned}, talk included."
        ),
        mark("Write {reckoned}, or change the rounds or the actions."),
    ),
    "empty_post": (None, mark("Write what it costs a year, or delete the row.")),
    "no_posts": (None, mark("Write some on the sheet with the items.")),
    "former_key": (mark("This belonged to version 1 of the rules and does nothing now."), None),
    "listed_twice": (mark("The same stands twice here."), mark("Keep one of the two.")),
    "image_missing": (None, mark("Put the file into the same folder, or empty the cell.")),
    "bad_image_name": (
        mark("This should be the name of a PNG or JPEG file in the same folder."),
        mark("Write its name alone, without a folder: logo.png."),
    ),
}
"""The messages and their hints, ``None`` where the screen's will do; a better hint that a finding
brings itself stands."""
