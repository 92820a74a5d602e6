"""The messages about what somebody wrote in place of what a case file takes: a code, said in words.

What is written stands in the message; the line as it should read is shown below it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.i18n import mark

_FIX: Final = mark("gevinst check --fix does it for you.")
_FIX_ALL: Final = mark("It is fixed in all places at once by gevinst check --fix.")

LENIENT: Final[Mapping[str, tuple[str, str]]] = {
    # the file
    "empty_file": (
        mark("The file is empty."),
        mark("Begin a case that can be played with gevinst new, and change it bit by bit."),
    ),
    "other_file": (
        mark("This is not a case file but {kind}."),
        mark(
            "Begin a case with gevinst new, or on the screen with Write a case, and copy your text "
            "into it piece by piece."
        ),
    ),
    "other_encoding": (
        mark("The file is saved as {encoding}; a case file is UTF-8."),
        mark("Save it again as UTF-8, or let gevinst check --fix do it."),
    ),
    "line_ends": (
        mark("The lines end as they did on an old Macintosh."),
        _FIX_ALL,
    ),
    "fence": (
        mark("The case stands between two lines of ```, as in a chat or a page of notes."),
        mark("Keep what stands between them; gevinst check --fix takes out the rest."),
    ),
    "gave_up": (
        mark("Too much here is not a case, so the rest was not read."),
        mark("Fix what is told, or begin with gevinst new, and check again."),
    ),
    # characters
    "unseen_character": (
        mark("A character that cannot be seen stands here."),
        mark("It came along when text was copied; delete it. gevinst check --fix does so."),
    ),
    "odd_space": (
        mark("The space here is not the one of the space bar: it came from a word processor."),
        mark("Delete it and press the space bar; gevinst check --fix does so everywhere."),
    ),
    "odd_minus": (
        mark('The minus in "{written}" is a dash of a word processor.'),
        mark("Write the minus of the keyboard, -."),
    ),
    "odd_quotes": (
        mark("The quotation marks around this text are those of a word processor: {written}"),
        mark('A text goes in straight quotes, "…"; gevinst check --fix puts them everywhere.'),
    ),
    "quotes_in_text": (
        mark("A straight quotation mark within the text ends it too early."),
        mark('Within a text write \\" or »…«.'),
    ),
    # lines
    "remark": (
        mark('A remark begins with #, not with "{written}".'),
        _FIX,
    ),
    "bullet": (
        mark("A line of a case has no bullet before it."),
        mark("Delete the bullet."),
    ),
    "bullets": (
        mark("Here is a list of bullets, and no key that it belongs to."),
        mark('A list of texts looks like questions = ["…", "…"]; a card is a table: [[ideas]].'),
    ),
    "bullet_list": (
        mark("A list is not written with bullets."),
        mark('Write it in brackets, each text in quotes: ["…", "…"].'),
    ),
    "bullets_for_cards": (
        mark('The bullets below "{written}" are not cards yet.'),
        mark(
            "Each card begins with a line {heading}, and below it stand its keys, each on a line: "
            'id = "…", name = "…" and so on. gevinst new shows all of them.'
        ),
    ),
    "line_comma": (
        mark('A line does not end with "{written}".'),
        mark("Delete it; a decimal number has a point: 2.5."),
    ),
    "two_on_a_line": (
        mark("Two keys stand on one line."),
        mark("Give each of them a line of its own."),
    ),
    "colon": (
        mark("After a key comes an equals sign, not a colon."),
        _FIX,
    ),
    "wrong_sign": (
        mark('After a key comes an equals sign, not "{sign}".'),
        _FIX,
    ),
    "no_value_here": (
        mark('The key "{key}" has no value.'),
        mark("Write one behind the equals sign, or delete the line."),
    ),
    "value_below": (
        mark("The value stands on the next line."),
        mark("Write it on the line of its key."),
    ),
    # keys and headings
    "other_key": (
        mark('"{written}" is called "{key}" in a case file.'),
        mark("Keys are English in every case file; gevinst check --fix writes them."),
    ),
    "bad_key": (
        mark('"{written}" cannot be a key.'),
        mark("A key is one word of letters a-z, digits, - and _."),
    ),
    "late_key": (
        mark('"{key}" belongs to the whole case, and stands below {heading} here.'),
        mark("Move the line to the top of the file, above the first heading."),
    ),
    "elsewhere_key": (
        mark('"{key}" does not belong here but below {heading}.'),
        mark("Move the line below that heading."),
    ),
    "lost_heading": (
        mark('Before "{key}" the heading {heading} seems to be missing.'),
        mark("Write it on a line of its own before this one."),
    ),
    "unknown_heading": (
        mark("No part of a case is called {written}."),
        mark("There are these headings: {headings}."),
    ),
    "other_heading": (
        mark("The heading {written} is written {heading} in a case file."),
        _FIX,
    ),
    "one_bracket": (
        mark("Each card begins with two brackets: {heading}, not {written}."),
        _FIX,
    ),
    "two_brackets": (
        mark("There is only one of this, so the heading has single brackets: {heading}."),
        _FIX,
    ),
    "word_heading": (
        mark('"{written}" is meant as a heading; that is written {heading}.'),
        _FIX,
    ),
    "twice_same": (
        mark('"{key}" already stands on line {line}, with the same value.'),
        mark("Delete this line."),
    ),
    "twice_here": (
        mark('"{key}" stands twice in these braces.'),
        mark("Keep one of the two."),
    ),
    "card_lacks": (
        mark("{kind} “{card}” has no {part}."),
        mark("Add the line below to the card."),
    ),
    # lists and braces
    "round_brackets": (mark("A list goes in square brackets: [2, 4]."), _FIX),
    "wrong_bracket": (mark('"{closer}" should stand here, not "{written}".'), _FIX),
    "semicolon": (mark("Between the parts of a list stands a comma, not a semicolon."), _FIX),
    "comma_missing": (mark("A comma is missing here."), _FIX),
    "no_pair": (
        mark("Keys with their values stand in braces; this is something else: {written}"),
        mark('Braces look like {{ da = "…", en = "…" }}.'),
    ),
    "one_in_list": (
        mark('"{key}" is a list of tables, and this is a table that is in no list.'),
        mark("Put square brackets around it."),
    ),
    # texts
    "no_quotes": (
        mark("There are words here without quotation marks."),
        mark('A text or a choice goes in quotes: "…".'),
    ),
    "number_for_text": (
        mark("A text in quotes is wanted here; without them {written} is not a text."),
        mark("Put it in quotes."),
    ),
    # numbers
    "not_a_number": (
        mark('"{written}" is not a number.'),
        mark("A number is written in figures, with a point before decimals: 2.5."),
    ),
    "not_on_scale": (
        mark('"{written}" is not a step of this scale.'),
        mark("Write a whole number on the scale from {low} to {high}."),
    ),
    "number_in_words": (
        mark('A number is written in figures, not in words: "{written}".'),
        _FIX,
    ),
    "quotes_round_number": (
        mark("A number stands without quotation marks."),
        mark("Delete them."),
    ),
    "leading_zero": (
        mark('A number does not begin with a zero: "{written}".'),
        mark("Delete the zero."),
    ),
    "thousands_apart": (
        mark('Thousands are written without a separator: "{written}".'),
        mark("Write all figures together; the point stands before decimals."),
    ),
    "written_out": (
        mark('"{written}" is written out, and {unit} are counted here.'),
        mark("Write how many of them, with a point before decimals: 1.5."),
    ),
    "two_readings": (
        mark('"{written}" may be {one} or {other}.'),
        mark("Write thousands without a mark, and decimals with a point."),
    ),
    "point_zero": (
        mark("This should be a whole number."),
        mark("Leave out the decimals."),
    ),
    "fraction": (
        mark("This should be a whole number, and {written} lies between {low} and {high}."),
        mark("Choose one of the two."),
    ),
    "unit_with_number": (
        mark('Only a number can stand here, without words or units: "{written}".'),
        mark("What it is counted in is known, or stands in the key unit."),
    ),
    "about_number": (
        mark('A number is exact in a case file: "{written}".'),
        mark("Write the number alone."),
    ),
    "bound_number": (
        mark('"{written}" is a limit; a number is wanted here.'),
        mark("Write the number that you expect."),
    ),
    "unit_for_number": (
        mark('Only a number can stand here, without its unit: "{written}".'),
        mark('Write the unit in a key of its own: unit = "…".'),
    ),
    "wrong_unit": (
        mark('"{written}" does not go with what is counted here: {unit}.'),
        mark("Convert it, or change the unit."),
    ),
    "range_for_number": (
        mark('One number is wanted here, and "{written}" is a range from {low} to {high}.'),
        mark("Choose one. Only the effects of an idea are ranges."),
    ),
    "out_of_bounds": (
        mark("{written} is out of the range here: it goes from {low} to {high}."),
        mark("Choose a number within it."),
    ),
    "odd_number": (mark('The number is written in an odd way: "{written}".'), _FIX),
    # other kinds
    "yes_no": (
        mark('Yes and no are written true and false, not "{written}".'),
        _FIX,
    ),
    "not_yes_or_no": (
        mark('"{written}" is neither yes nor no.'),
        mark("Write true or false, without quotes."),
    ),
    "other_choice": (
        mark('"{written}" is called "{key}" in a case file.'),
        mark("Choices are English in every case file; gevinst check --fix writes them."),
    ),
    "other_day": (
        mark('A day is written with the year first, not "{written}".'),
        mark("Write {day}, if that is the day."),
    ),
    "range_form": (
        mark('A range of points is written in brackets, not "{written}".'),
        mark("Write the lowest and the highest: [2, 4]."),
    ),
    "not_a_range": (
        mark('"{written}" is not a range of points.'),
        mark('Write [2, 4], "2..4", or a single number.'),
    ),
    "range_of_three": (
        mark("A range has two ends, and here are more numbers."),
        mark("Write the lowest and the highest."),
    ),
    "arrows_form": (
        mark('Arrows are written as a number, not "{written}".'),
        mark("2 is two up, 1 is one up, -1 is one down."),
    ),
    "doubled_quotes": (
        mark("The quotation marks round this text stand twice."),
        _FIX,
    ),
    "one_table": (
        mark("One table stands here, without brackets round it."),
        mark("Keep one, between {{ and }}."),
    ),
    "list_of_some": (
        mark("A list of {n} is wanted here, in brackets."),
        mark("An example stands below; put your own words and numbers into it."),
    ),
    "one_choice": (
        mark('One thing is chosen here, and this says more: "{written}".'),
        mark("Keep one: {choices}."),
    ),
    "list_needed": (
        mark("A list is wanted here; it goes in square brackets."),
        _FIX,
    ),
    "nothing": (
        mark('"{written}" is written as an empty list or empty braces.'),
        mark("Or delete the line."),
    ),
    "table_needed": (
        mark('"{key}" is a table with keys of its own: {keys}.'),
        mark("An example stands below; put your own words and numbers into it."),
    ),
    # ids
    "mended_id": (
        mark('"{written}" cannot be an id; "{key}" can.'),
        mark("An id is a-z, then a-z, 0-9, - and _. References are changed along with it."),
    ),
    "missing_id": (
        mark("“{card}” has no id, by which other cards refer to it."),
        mark("Add the line below to the card; gevinst check --fix does it for you."),
    ),
    "other_reference": (
        mark('"{written}" is not an id; the card is called "{key}".'),
        mark("Refer to a card by its id."),
    ),
}
"""By code, what is wrong and what to do about it."""
