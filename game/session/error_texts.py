"""What is said of each trouble of a session's file, and what helps against it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.i18n import mark
from game.i18n.os_errors import CANNOT_OPEN
from game.paths import NO_FILE

REPAIR: Final = mark("Repairing saves what is whole in it, in a new file.")
REPLAY_SHOWS: Final = mark("The replay shows all that was played.")
_GO_ON_BEFORE: Final = mark(
    "The start screen can go on from before the place that is wrong, in a new file."
)
_ONLY_LOOK: Final = mark("You can look at the game, but not go on with it.")
_LOOK_FOR_COPY: Final = mark("Look for a copy.")
_SAVED_FILE: Final = mark("Choose a file that the game has saved.")
_ANYWHERE: Final = mark("Try again, or go on in another folder.")
_ROOM: Final = mark("Make room and try again, or go on in another folder.")
_SAVE_BESIDE: Final = mark("The whole game can be saved beside it, and that file stays as it is.")

_NOT_ADDED: Final = mark(
    "Not saved in {folder}: {why}. What you wrote is not added, and the game is as it was."
)

REMARKS: Final[Mapping[str, str]] = {
    "torn": mark(
        "The file ends in the middle of a line, as after a power failure or half a copy. "
        "Everything before it is whole."
    ),
    "corrected": mark("One letter of the line was damaged; the checksum has put it right."),
    "spare": mark("The line is damaged. What it says stands elsewhere too, so nothing is missing."),
    "case_found": mark(
        "The text of the case is damaged. The same case lies on this computer, and is used."
    ),
    "case_damaged": mark(
        "The text of the case is damaged. What can be read of it is shown; the game is whole."
    ),
    "repaired": mark("Repaired from {file}. Nothing is missing."),
    "repaired_in_part": mark(
        "Repaired from {file}. Entries that could not be saved: at least {count}."
    ),
    "scenario_mended": mark(
        "The case inside does not pass today's checks. What can be read of it is shown."
    ),
    "rules_version": mark("Played by version {theirs} of the rules; this is version {ours}."),
    "newer_rules": mark(
        "Saved by a newer version of Gevinstbordet, by version {theirs} of the rules; this is "
        "version {ours}. Install the newer one to go on with it."
    ),
    "no_copy": mark(
        "The game is saved, but its second copy in {folder} is not: {why}. The game goes on."
    ),
    "elsewhere": mark("{folder} cannot be written to, so the session is saved in {place}."),
}
"""Troubles that are reported but do not affect the content of a session; nothing has to be done."""

FAULTS: Final[Mapping[str, tuple[str, str]]] = {
    # ---- the file
    "not_found": NO_FILE,
    "is_folder": (mark("{file} is a folder, not a session."), mark("Choose a game in it.")),
    "cannot_open": CANNOT_OPEN,
    "empty": (mark("{file} is empty."), _LOOK_FOR_COPY),
    "not_a_session": (mark("{file} is not a session of Gevinstbordet."), _SAVED_FILE),
    "newer": (
        mark("{file} was saved by a newer version of Gevinstbordet."),
        mark("Install that version to open it."),
    ),
    "newer_game": (
        mark("{file} was saved by a newer version of Gevinstbordet."),
        mark("Install that version to go on with it; here it can only be looked at."),
    ),
    "older_game": (
        mark(
            "{file} was played by an older version of the rules, and cannot go on by those of "
            "today."
        ),
        mark("Replay, debrief and report show all of it."),
    ),
    "newer_line": (
        mark("Saved by a newer version of Gevinstbordet: “{name}” is not known here."),
        mark("Install that version; here only what stands before it can be used."),
    ),
    "too_large": (mark("{file} is larger than a session can be ({limit} MB)."), _SAVED_FILE),
    "head_damaged": (
        mark("{file} is a session of Gevinstbordet, but its beginning is damaged."),
        REPAIR,
    ),
    "cannot_repair": (
        mark(
            "{file} is a session of Gevinstbordet, but too much of its beginning is damaged: "
            "nothing tells any longer what was played."
        ),
        _LOOK_FOR_COPY,
    ),
    "case_lost": (
        mark("The case inside {file} is damaged, so the game cannot go on."),
        REPLAY_SHOWS,
    ),
    "case_refused": (
        mark("The case in {file} can no longer be played. {why}"),
        _ONLY_LOOK,
    ),
    "broken_archive": (
        mark("{file} is an archive that cannot be unpacked."),
        mark("Ask for it again where it came from."),
    ),
    "none_inside": (
        mark("There is no session of Gevinstbordet in {file}."),
        mark("Choose another archive, or a file that the game has saved."),
    ),
    "several_inside": (
        mark("There are several sessions in {file}: {names}."),
        mark("Name one of them, as in {file}/{first}."),
    ),
    "not_inside": (
        mark("There is no session called {name} in {file}."),
        mark("Name {file} alone to see which are in it, or to open the only one."),
    ),
    "in_use": (
        mark("This game is open in another window of Gevinstbordet ({file})."),
        mark("Close it there first."),
    ),
    # ---- its lines
    "damaged": (mark("The line is damaged. What stands before it can be used."), REPAIR),
    "cut_short": (
        mark("The file ends before the first decision: not all of it was copied."),
        _LOOK_FOR_COPY,
    ),
    "altered": (
        mark(
            "The line is not the one that was saved here: it was altered, or lines after it are "
            "missing."
        ),
        REPAIR,
    ),
    "long_line": (mark("The line is longer than any a session has."), REPAIR),
    "too_many_lines": (
        mark("A session has at most {limit} lines. The rest was not read."),
        REPAIR,
    ),
    "not_as_written": (mark("The line is not written as the game writes it."), _GO_ON_BEFORE),
    "wrong_number": (mark("The line has number {found} where {expected} comes next."), REPAIR),
    "earlier": (mark("The line has an earlier time than the one before it."), REPAIR),
    "unknown_kind": (mark('"{name}" is nothing that this version knows.'), REPAIR),
    "missing": (mark('"{where}" is missing.'), REPAIR),
    "unknown_field": (mark('"{name}" does not belong here.'), REPAIR),
    "unknown_word": (mark('"{name}" is nothing that this version knows.'), REPAIR),
    "bad_value": (mark('"{where}" cannot have the value {value}.'), REPAIR),
    "wrong_undo": (mark("Decision {of} cannot be undone or redone at this point."), REPAIR),
    "cannot_fold": (mark("What stands here does not fit what stands before it."), REPAIR),
    # ---- what is added without playing on
    "no_such_entry": (
        mark("There is no entry {of} to write about."),
        mark("Give a number from 0, the beginning, to {last}, the last one."),
    ),
    "no_such_seat": (
        mark("That is nobody at this table."),
        mark("Choose somebody who sits at this table."),
    ),
    "no_such_idea": (mark("That idea is not on the table."), mark("Choose one that is.")),
    "no_such_benefit": (
        mark("Nothing was promised of that idea on that track."),
        mark("Choose a track on which something was."),
    ),
    "before_the_game": (
        mark("{date} is before the game."),
        mark("Give a day after the game on which it was measured."),
    ),
    "bad_mood": (
        mark("That is not a mood."),
        mark("Give a whole number from 1 to 5, or leave it out."),
    ),
    "empty_text": (mark("Something must be written here."), mark("A few words will do.")),
    "many_tags": (mark("A game can have {limit} tags."), mark("Take one away first.")),
    "tag_twice": (mark("The game has that tag already."), mark("Write another one.")),
    "long_text": (
        mark("The text is too long: {actual} characters, and {limit} at most."),
        mark("Make it shorter."),
    ),
    "bad_text": (mark("This cannot be shown: {letters}."), mark("Write the text without it.")),
    "bad_date": (mark("“{date}” is not a date."), mark("Write it like 2027-01-31.")),
    "wrong_outcome": (
        mark("That does not say what was measured, or of what."),
        mark(
            "Give one of three: for a trial, its idea and whether it held; for a track, the "
            "value of its indicator; for a benefit, its idea, its track and the value measured."
        ),
    ),
    "not_withdrawable": (
        mark("Entry {of} cannot be withdrawn, or is withdrawn already."),
        mark(
            "What can be is a note, an outcome, an item of the action list or a field of a "
            "register."
        ),
    ),
    "no_such_item": (
        mark("There is no item {item} in the action list."),
        mark("Choose one of those that it shows."),
    ),
    "wrong_subject": (
        mark("A next step cannot belong to that."),
        mark("Choose an idea, a benefit of one or a risk of one, or nothing."),
    ),
    "no_such_column": (
        mark("“{column}” is not a column that can be filled in this register."),
        mark("Choose one that people fill in."),
    ),
    "wrong_row": (
        mark("That is no row of this register."),
        mark("A benefit is known by its idea and track, a risk by its idea and its id."),
    ),
    "wrong_content": (
        mark("“{column}” cannot hold that."),
        mark(
            "Write what the column is for: a number, a day, a name, a text or one of its choices."
        ),
    ),
    # ---- deciding again
    "scenario_hash": (
        mark("The case in the file is not the one the session was begun with."),
        _GO_ON_BEFORE,
    ),
    "other_rules": (
        mark(
            "From here on the rules of today decide differently, so nothing more was decided again."
        ),
        mark("What was saved fits together and can be looked at."),
    ),
    "other_print": (mark("From decision {n} on, the game is not as it was saved."), _GO_ON_BEFORE),
    "bad_start": (mark("The game cannot be begun like this: {why}."), _ONLY_LOOK),
    "refused": (
        mark("Decision {n} ({action}) is not allowed by the rules ({code})."),
        _GO_ON_BEFORE,
    ),
    "differs": (
        mark(
            "Decision {n} ({action}) gives something else when it is decided again."
            "\nin the file: {recorded}\ndecided again: {decided}"
        ),
        _GO_ON_BEFORE,
    ),
    "misplaced": (
        mark("The line has {name} = {recorded} where the game has {decided}."),
        _GO_ON_BEFORE,
    ),
    "start_differs": (
        mark(
            "The beginning comes out differently when it is decided again.\nin the file: "
            "{recorded}\ndecided again: {decided}"
        ),
        _ONLY_LOOK,
    ),
    # ---- saving
    "not_saved": (mark("Not saved in {folder}: {why}. Nothing is lost."), _ANYWHERE),
    "no_room": (mark("Not saved in {folder}: {why}. Nothing is lost."), _ROOM),
    "not_allowed": (
        mark("Not saved in {folder}: {why}. Nothing is lost."),
        mark("Nothing may be written there, so go on in another folder."),
    ),
    "not_added": (_NOT_ADDED, mark("Try again, or add it to a copy in another folder.")),
    "no_room_to_add": (
        _NOT_ADDED,
        mark("Make room and try again, or add it to a copy in another folder."),
    ),
    "not_allowed_to_add": (
        _NOT_ADDED,
        mark("Add it to a copy in another folder, where it may be written to."),
    ),
    "gone": (
        mark(
            "Not saved: {file} is no longer in {folder}. It was moved, renamed or deleted. "
            "Nothing is lost."
        ),
        mark("The whole game can be saved here again."),
    ),
    "folder_gone": (
        mark(
            "Not saved: the folder {folder} is not there any more. Was a stick pulled out, or a "
            "drive disconnected? Nothing is lost."
        ),
        mark("The whole game can be saved in another place."),
    ),
    "replaced": (
        mark(
            "Not saved: another file has taken the place of {file}. That can happen when a "
            "folder is synchronised. Nothing is lost."
        ),
        _SAVE_BESIDE,
    ),
    "cut": (
        mark("Not saved: another program has shortened {file}. Nothing is lost."),
        _SAVE_BESIDE,
    ),
    "added_to": (
        mark("Not saved: another program has written to {file}. Nothing is lost."),
        _SAVE_BESIDE,
    ),
    "full": (
        mark("Not saved: {file} has as many entries as a session can have."),
        mark("Look at it as a replay, and go on from there in a new game."),
    ),
    "bad_name": (
        mark("A file cannot be called “{name}”."),
        mark("Use letters, digits, spaces and hyphens, at most 120 characters."),
    ),
    "name_taken": (
        mark("There is a session called “{name}” already."),
        mark("Choose another name."),
    ),
    "not_renamed": (
        mark("{file} cannot get another name: {why}."),
        mark("If another program has it open, close it there, and try again."),
    ),
    "nowhere": (
        mark("The session can be saved neither in {folder} nor elsewhere: {why}."),
        mark("Make room on the disk, or set GEVINST_HOME to a folder that can be written to."),
    ),
    # ---- what the fault of a file stands in the way of
    "cannot_continue": (
        mark("{file} cannot be continued as it is. Nothing in it has been changed."),
        _GO_ON_BEFORE,
    ),
    "cannot_add": (
        mark("Nothing can be added to {file}. Nothing in it has been changed."),
        REPAIR,
    ),
    "cannot_export": (
        mark("No copy can be made of {file}: not all of it can be read."),
        REPAIR,
    ),
}

MESSAGES: Final[Mapping[str, tuple[str, str]]] = {
    **{code: (remark, "") for code, remark in REMARKS.items()},
    **FAULTS,
}
"""What each trouble says, and what helps against it."""

IN_A_LINE: Final[Mapping[str, str]] = {
    "no_such_entry": mark("The line is about entry {of}; the last one before it is {last}."),
    "no_such_seat": mark("The line is about seat {seat}; this table has {seats}."),
    "no_such_item": mark("The line is about item {item} of the action list, which is not there."),
    "bad_mood": mark("The line has a mood that is no whole number from 1 to 5."),
    "empty_text": mark("The line lacks its text."),
    "long_text": mark("The text of the line is too long: {actual} characters, of at most {limit}."),
    "many_tags": mark("The line has more tags than a game can have ({limit})."),
    "tag_twice": mark("The line has the same tag twice."),
    "bad_date": mark("The line has a date that is none: “{date}”."),
    "wrong_outcome": mark(
        "The line is the outcome of nothing: neither of a trial, of a track nor of a benefit."
    ),
    "not_withdrawable": mark(
        "The line withdraws entry {of}, which cannot be withdrawn, or is withdrawn already."
    ),
    "wrong_subject": mark("The line is about a benefit or a risk, but not of which idea."),
    "no_such_column": mark("The line fills “{column}”, which is no column of this register."),
    "wrong_row": mark("The line is about no row of its register."),
}
"""What is said of a line that stands in a file: nobody is there who could write it differently."""
