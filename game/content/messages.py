"""All messages for authors, by code: what is wrong, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.content.lenient_messages import LENIENT
from game.content.oversight_messages import OVERSIGHTS
from game.content.weighing_messages import WEIGHING
from game.i18n import mark

NEAREST_PICTURES: Final = mark("Write one emoji. Near that word are: {near}")
DID_YOU_MEAN: Final = mark('Did you mean "{near}"?')
KNOWN_KEYS: Final = mark("The keys here are: {keys}.")
CHOICES: Final = mark("Choose one of: {choices}.")
KEEP_TWO: Final = mark("Keep two of them.")
FEWER_IDEAS: Final = mark("Shorten it by a few words; fewer ideas on the card leave it more room.")
AS_SHARE: Final = mark("A share is wanted: {percent}% is written {share}.")
TWO_BRACKETS: Final = mark("Each card begins with a heading in two brackets, such as [[ideas]].")

_SMALLER: Final = mark("It may be at most 2 MB and 4000 pixels a side. Save it smaller.")
_AS_PNG: Final = mark("Open it in a program for pictures, and save it as PNG.")

MESSAGES: Final[Mapping[str, tuple[str, str]]] = {
    # the file
    "not_found": (mark("There is no such file."), mark("Check the name and the folder.")),
    "cannot_open": (
        mark("The file cannot be opened."),
        mark("Check that it is a file, and that you may read it."),
    ),
    "file_too_large": (
        mark("The file is larger than {limit} kB."),
        mark("A case is plain text; leave out everything else."),
    ),
    # a case as one file, and its pictures
    "package_broken": (
        mark("The file is damaged: it cannot be unpacked."),
        mark("Fetch it again, or ask whoever sent it for a new one."),
    ),
    "not_packed": (
        mark("This is not a packed case."),
        mark("A packed case ends in .gevinst; a case file (.toml) can be edited as it is."),
    ),
    "package_locked": (
        mark("The file is locked by a password."),
        mark("Ask whoever sent it for one without."),
    ),
    "package_too_large": (
        mark("The file holds more than {limit} MB."),
        mark("Make its pictures smaller."),
    ),
    "package_too_many": (
        mark("The file holds more than {limit} files."),
        mark(
            "A case consists of its text, two pictures and a licence. Make it with: gevinst "
            "case pack CASE"
        ),
    ),
    "package_without_case": (
        mark("There is no case in the file."),
        mark("It should hold {case}. Make it with: gevinst case pack CASE"),
    ),
    "package_twice": (
        mark("The file holds “{name}” twice."),
        mark("Some computers could only keep one of them. Make it with: gevinst case pack CASE"),
    ),
    "package_bad_name": (
        mark("The file holds “{name}”, which is not a plain file name."),
        mark("It is not opened, for safety. Make it with: gevinst case pack CASE"),
    ),
    "package_stranger": (
        mark("The file holds “{name}”, which has no place in a case."),
        mark("A case is one text, PNG or JPEG pictures and a licence (.txt)."),
    ),
    "package_text_too_large": (
        mark("“{name}” in the file is too large for a text."),
        mark("Leave out what does not belong to the case."),
    ),
    "package_image_too_large": (mark("The picture “{name}” is too large."), _SMALLER),
    "package_image_broken": (mark("“{name}” is neither a PNG nor a JPEG picture."), _AS_PNG),
    "image_missing": (
        mark("There is no picture “{name}” beside the case."),
        mark("Put the file into the same folder, or delete the key."),
    ),
    "image_too_large": (mark("The picture “{name}” is too large."), _SMALLER),
    "image_broken": (mark("“{name}” is neither a PNG nor a JPEG picture."), _AS_PNG),
    "braces_over_lines": (
        mark("These braces reach over several lines."),
        mark(
            "The game reads them; other programs do not: write them on one line, or under a "
            "heading of their own."
        ),
    ),
    # syntax
    "not_a_line": (
        mark("This line is neither a key with its value nor a heading."),
        mark('A key looks like name = "…", a heading like [economy] or [[ideas]].'),
    ),
    "left_over": (
        mark("Something is left over after the value."),
        mark('A quotation mark inside a text is written \\".'),
    ),
    "decimal_comma": (
        mark("A comma stands after the value."),
        mark("A decimal number has a point: 2.5; lines do not end with a comma."),
    ),
    "no_equals": (
        mark("An equals sign is missing after the key."),
        mark("A key is one word of letters a-z, digits, - and _; then comes the equals sign."),
    ),
    "twice": (
        mark('"{key}" already stands on line {line}.'),
        mark("Keep one of the two."),
    ),
    "clash": (
        mark("This does not go together with what stands further up."),
        TWO_BRACKETS,
    ),
    "open_heading": (
        mark("The heading is not closed."),
        mark("A heading looks like [economy] or [[ideas]]."),
    ),
    "heading_of_others": (
        mark("What stands below this heading belongs under {heading}."),
        mark("Write that heading, or other keys."),
    ),
    "inner_key": (
        mark('The key "{key}" is one of {table} here.'),
        mark("gevinst check --fix writes it there."),
    ),
    "columns": (
        mark("This is a table in columns; a case file has one key a line."),
        mark("A workbook is read in with gevinst case import, or on the screen with Write a case."),
    ),
    "heading_not_alone": (
        mark("A heading stands alone on its line: {heading}."),
        mark('Put what follows it on the next line, with its key: name = "…".'),
    ),
    "twice_for_other": (
        mark("This heading stands already on line {line}, and {heading} is missing."),
        mark("Is that the one meant here?"),
    ),
    "open_list": (
        mark("The list is not closed, or a comma is missing in it."),
        mark("Look here and on the line before; a list looks like [1, 2, 3]."),
    ),
    "open_braces": (
        mark("The braces are not closed, or a comma is missing in them."),
        mark('Look here and on the line before; they look like {{ da = "…", en = "…" }}.'),
    ),
    "open_text": (
        mark("The text is opened and never closed."),
        mark('Close it with the same quotation marks, " or """.'),
    ),
    "line_end_in_text": (
        mark("The text is not closed on its line."),
        mark('Close it with ", or put """ around a text of several lines.'),
    ),
    "stray_character": (
        mark("A character that cannot be seen stands here."),
        mark("Delete it; it may have come along when text was copied."),
    ),
    "bad_escape": (
        mark("A backslash in a text begins a code, and this is not one."),
        mark("Write two backslashes, or put the text in single quotes."),
    ),
    "code_in_text": (
        mark("A backslash in a text begins a code, and in “{written}” one stands for {what}."),
        mark("Where a backslash is meant, write two; else delete the code."),
    ),
    "no_value": (
        mark("This is not a value."),
        mark("Text goes in quotes; a number has a point, not a comma; yes is true, no is false."),
    ),
    "too_deep": (
        mark("Lists or keys are nested too deeply."),
        mark("No case needs this; look for brackets or points that are repeated."),
    ),
    "syntax": (
        mark("The file cannot be understood from here on."),
        mark("Compare with a case that works."),
    ),
    # schema
    "format": (
        mark("This case is written in a format that this version does not know."),
        mark("Write format = 1, or use a newer version of the game."),
    ),
    "missing_key": (mark('The key "{key}" is missing.'), mark("Add it here.")),
    "unknown_key": (mark('The key "{key}" is not known here.'), KNOWN_KEYS),
    "more_unknown_keys": (
        mark("More keys are not known here: {n}. This is the first of them."),
        mark("Fix the others first, then check again; or begin with gevinst new."),
    ),
    "not_text": (mark("This should be a text."), mark('A text goes in quotes: "…".')),
    "not_prose": (
        mark("This should be a text, or a text in each language."),
        mark('Write "…" or {{ da = "…", en = "…" }}.'),
    ),
    "not_whole": (
        mark("This should be a whole number."),
        mark("Write it in figures and without quotes: 3."),
    ),
    "not_number": (
        mark("This should be a number."),
        mark("Write it in figures and without quotes: 2.5."),
    ),
    "not_finite": (mark("This number is not finite."), mark("Write an ordinary number: 2.5.")),
    "not_flag": (mark("This should be true or false."), mark("Write it without quotes: true.")),
    "not_list": (mark("This should be a list."), mark("A list goes in square brackets: […].")),
    "not_table": (
        mark("This should be a table with keys."),
        mark("Write it under a heading of its own, or in braces: {{ … }}."),
    ),
    "bad_range": (
        mark("This should be a range of points."),
        mark('Write [2, 4], "2..4", or a single number.'),
    ),
    "bad_arrows": (
        mark("A promise is one or two arrows up, or one down."),
        mark("Write 1, 2 or -1; leave the track out where nothing is promised."),
    ),
    "bad_day": (
        mark("This should be a day of the calendar."),
        mark("Write year, month and day: 2027-01-31."),
    ),
    "bad_image_name": (
        mark("This should be the name of a PNG or JPEG file in the same folder."),
        mark('Write its name alone, without a folder: "logo.png".'),
    ),
    "empty_text": (mark("The text is empty."), mark("Write something, or delete the key.")),
    "text_too_long": (
        mark("The text is too long: {actual} characters, and {limit} at most."),
        mark("Shorten it; it has to fit where it is shown."),
    ),
    "unprintable": (
        mark("The text holds {what}: it stands where there is � in “{around}”."),
        mark("Delete it, or write the text again from there."),
    ),
    "bad_id": (
        mark('"{written}" cannot be an id.'),
        mark("An id is a-z, then a-z, 0-9, - and _: for instance evening_hours."),
    ),
    "too_many": (
        mark("Too many: {limit} is the most."),
        mark("Leave some out."),
    ),
    "too_few": (
        mark("Too few: there are {actual}, and {limit} is the least."),
        mark("Add what is missing."),
    ),
    "two_options": (
        mark("An event must have two options, or none."),
        mark("When it just happens, write its effect on the event itself: trust = 1."),
    ),
    "too_small": (mark("The number is too small: {limit} is the least."), ""),
    "too_large": (mark("The number is too large: {limit} is the most."), ""),
    "not_positive": (mark("The number has to be above {limit}."), ""),
    "not_one_of": (mark('"{value}" is not one of {what}.'), CHOICES),
    "wrong": (
        mark("This value does not fit here."),
        mark("Compare with a case that works."),
    ),
    # meaning
    "duplicate_id": (
        mark('The id "{id}" is already used on line {line}.'),
        mark("Give each card an id of its own."),
    ),
    "reserved_id": (
        mark('An id cannot begin with "{start}".'),
        mark("Those ids belong to the cards that are written at the table."),
    ),
    "unknown_idea": (
        mark('There is no idea with the id "{id}".'),
        mark("Write the id of an idea in this file."),
    ),
    "unknown_risk": (
        mark('There is no risk with the id "{id}".'),
        mark("Write the id of a risk in this file."),
    ),
    "unknown_picture": (
        mark('There is no picture "{picture}".'),
        mark('Write one emoji, as in picture = "🚲".'),
    ),
    "unshown_letter": (
        mark("No font here has this: {letters}."),
        mark("Write it in other letters, or as one emoji that the picker knows."),
    ),
    "listed_twice": (mark('"{id}" stands twice in this list.'), mark("Keep one of the two.")),
    "empty_range": (
        mark("The range is the wrong way round: {low} is above {high}."),
        mark("Write the lower number first: {range}."),
    ),
    "range_too_wide": (
        mark("An effect must lie between {low} and {high} points."),
        mark("A main effect is usually 3 to 6, a harm -1 to -4."),
    ),
    "aim_needs_track": (
        mark('The aim "{kind}" needs a track.'),
        mark('Add for instance track = "citizen".'),
    ),
    "aim_has_track": (
        mark('The aim "{kind}" takes no track.'),
        mark('Delete the key "track".'),
    ),
    "aim_out_of_reach": (
        mark('The value of the aim "{kind}" must lie between {low} and {high}.'),
        mark("Choose one that a good group just reaches."),
    ),
    "aim_not_whole": (
        mark('The value of the aim "{kind}" must be a whole number.'),
        mark("Only realism_at_least is a share, such as 0.9."),
    ),
    "event_does_nothing": (
        mark("The event does nothing."),
        mark("Give it an effect, such as trust = 1, or two options."),
    ),
    "event_does_both": (
        mark("The event has options and an effect of its own."),
        mark("Move the effect into the options, or delete the options."),
    ),
    "flat_track": (
        mark("The target is the same as the baseline."),
        mark("Points are counted from the baseline to the target; make them differ."),
    ),
    "flat_measure": (
        mark("The target is the same as the baseline."),
        mark("A benefit should move what it is measured by."),
    ),
    "goal_out_of_reach": (
        mark("All ideas together give at most {most} points on this track; the goal is {goal}."),
        mark("Lower the goal, or let more ideas move the track."),
    ),
    "idle_idea": (
        mark("The idea moves no track."),
        mark("Give it its true effects: effects = {{ citizen = [2, 4] }}."),
    ),
    "saving_above_posts": (
        mark("The saving is larger than all items together."),
        mark("The items show what the operation costs today."),
    ),
    # the cards
    "name_cut": (
        mark("The name does not fit {card} in the hand: about {n} of its {all} letters do."),
        mark("Shorten it, or find a word that can be broken."),
    ),
    "text_cut": (
        mark("The text does not fit {card}: about {n} of its {all} letters do."),
        mark("Shorten it by a few words."),
    ),
    "missing_danish": (
        mark("The Danish text is missing; the title has one."),
        mark('Add da = "…".'),
    ),
    "missing_english": (
        mark("The English text is missing; the title has one."),
        mark('Add en = "…".'),
    ),
    "and_more": (
        mark("There is more; only the first {n} are shown."),
        mark("Fix these first, then check again."),
    ),
    **LENIENT,
    **WEIGHING,
    **OVERSIGHTS,
}
