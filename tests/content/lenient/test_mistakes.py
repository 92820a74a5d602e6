"""Each mistake is told once, at its line, by its own sentence, with the line as it should be."""

from __future__ import annotations

import pytest

from game.content import Problem, check
from game.content.lenient.fixing import fix
from game.resources import SCENARIOS
from game.table.cards.fitting import unfitting
from tests.content.lenient.mistakes import AIM, GOOD, MISTAKES, Mistake
from tests.effort import sampled

SEVERAL = {"other_key", "other_choice"}
"""Codes that may be told of the same line beside the mistake: a Danish line in the wrong place."""


_CARD = GOOD[GOOD.index("[[ideas]]") : GOOD.index("[[ideas]]", GOOD.index("[[ideas]]") + 1)]
_NAME_OF_ONE = 'name = "Aftenvært"'
FIRST = {mistake.code: mistake for mistake in reversed(MISTAKES)}.values()
"""One of each kind: by day these and a few of the others are looked at."""


def named(mistake: Mistake) -> str:
    return f"{mistake.code}: {mistake.new[:40]!r}"


def errors(text: str) -> list[Problem]:
    return [one for one in check(text, "x.toml")[1] if one.severity == "error"]


def lines_of_change(mistake: Mistake) -> range:
    """The lines that the mistake was written in, and the one behind it."""
    start = GOOD.index(mistake.old)
    first = mistake.text.count("\n", 0, start) + 1
    return range(first, first + mistake.new.count("\n") + 2)


def test_the_good_text_is_good() -> None:
    assert not check(GOOD, "x.toml")[1]
    assert fix(GOOD).text == GOOD


@pytest.mark.parametrize("mistake", sampled(MISTAKES, 6, always=FIRST), ids=named)
def test_it_is_told_and_mended(mistake: Mistake) -> None:
    found = errors(mistake.text)
    told = next(one for one in found if one.code == mistake.code)
    assert {one.code for one in found} - SEVERAL <= {mistake.code}, (
        "what follows from it is not told"
    )
    assert told.line in lines_of_change(mistake)
    assert told.mended.startswith(mistake.line) or told.code == "twice_same"
    fixed = fix(mistake.text)
    if not mistake.sure:
        assert fixed.text == mistake.text
        return
    assert told.mended or told.code == "twice_same", "the line as it should be"
    assert fixed.mended
    assert fix(fixed.text).text == fixed.text
    if mistake.line:
        assert not errors(fixed.text)
    else:
        assert fixed.text == GOOD


def test_there_are_many_and_of_many_kinds() -> None:
    assert len(MISTAKES) >= 120
    assert len({mistake.code for mistake in MISTAKES}) >= 60


def test_all_at_once_are_told_at_once() -> None:
    """Mistakes of every layer in one file hide nothing from each other."""
    text = (
        GOOD.replace('title = "Mit bibliotek"', "title = ”Mit bibliotek”")
        .replace("minutes = 35", "minutes = ca. 30")
        .replace('track = "process"\nkind', 'track = "proces"\nkind')
        .replace('risks = ["alone"]', 'risks = ["alne"]')
        .replace("severity = 2\n", "severity = 9\n")
        .replace('text = "Har sagt ja til begge dele."\n', "")
        .replace("goal = 3 }\n\n", "goal = 20 }\n\n")
    )
    codes = {one.code for one in check(text, "x.toml")[1]}
    assert codes >= {"odd_quotes", "about_number", "other_choice", "unknown_risk", "too_large"}


def test_quotes_of_a_word_processor_everywhere_are_one_round() -> None:
    text = "".join("”" if letter == '"' else letter for letter in GOOD)
    lines = {one.line for one in errors(text)}
    assert len(lines) > 100
    assert check(fix(text).text, "x.toml")[0] is not None


def test_what_rests_on_a_damaged_value_is_not_told() -> None:
    lost_id = GOOD.replace('id = "alone"', "id =")
    assert {one.code for one in errors(lost_id)} == {"no_value_here"}
    damaged = GOOD.replace("effects = { economy = [3, 4]", "effects = { economy = mange")
    codes = {one.code for one in check(damaged, "x.toml")[1]}
    assert codes == {"not_a_range"}
    unread = GOOD.replace("[[risks]]\nid", "[[vejret]]\nid")
    assert {one.code for one in errors(unread)} <= {"unknown_heading"}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("{ citizen = [3, 4]", "{ citizen = [3, 40]", "range_too_wide"),
        ("{ citizen = [3, 4]", "{ citizen = [6, -6]", "empty_range"),
        ("{ citizen = [2, 5]", "{ citizen = [-60, 5]", "range_too_wide"),
        (AIM, 'aim = { kind = "realism_at_least", value = 80 }', "aim_out_of_reach"),
    ],
)
def test_what_rests_on_a_value_that_is_refused_is_not_told(old: str, new: str, code: str) -> None:
    assert old in GOOD
    problems = check(GOOD.replace(old, new, 1), "x.toml")[1]
    assert [problem.code for problem in problems] == [code]


def test_lines_end_as_they_did() -> None:
    windows = GOOD.replace("\n", "\r\n")
    spoilt = windows.replace('[[risks]]\r\nid = "own_notes"', 'id = "own_notes"')
    assert fix(spoilt).text == windows
    old_mac = GOOD.replace("\n", "\r")
    (problem,) = errors(old_mac)
    assert problem.code == "line_ends"
    assert fix(old_mac).text == GOOD


def test_a_fence_is_taken_out() -> None:
    text = f"Her er din case:\n```toml\n{GOOD}```\nHeld og lykke!\n"
    (problem,) = errors(text)
    assert problem.code == "fence"
    case, problems = check(fix(text).text, "x.toml")
    assert case is not None
    assert not problems


def test_letters_read_in_the_wrong_encoding_are_read_again() -> None:
    text = GOOD.replace("Aftenvært", "AftenvÃ¦rt").replace("minutes = 30", "minutes = ca. 30")
    codes = [one.code for one in check(text, "x.toml")[1]]
    assert "spoilt_letters" in codes
    assert fix(text).text == GOOD


def test_bullets_are_a_list() -> None:
    rows = "\n- Hvad overraskede?\n- Hvem ejer den nu?"
    start, end = GOOD.index("questions = ["), GOOD.index("\nminutes")
    text = GOOD[:start] + "questions =" + rows + GOOD[end:]
    (problem,) = errors(text)
    assert problem.code == "bullet_list"
    case = check(fix(text).text, "x.toml")[0]
    assert case is not None
    assert [q.read("da") for q in case.questions] == ["Hvad overraskede?", "Hvem ejer den nu?"]


def test_bullets_below_a_word_are_told_with_what_a_card_looks_like() -> None:
    start = GOOD.index("[[events]]")
    text = GOOD[:start] + "Hændelser:\n- Valg i november\n- Sygdom\n"
    (problem,) = errors(text)
    assert problem.code == "bullets_for_cards"
    assert "[[events]]" in problem.hint


def test_the_case_may_be_a_single_table_of_braces() -> None:
    text = GOOD.replace("posts = [\n", 'posts = { name = "Alt", value = 9 }\nold = [\n')
    codes = {one.code for one in errors(text)}
    assert "one_in_list" in codes


def test_a_page_of_prose_is_given_up_soon() -> None:
    text = "\n\n".join(f"Linje {n} om vejret = godt: {n}” og {n}“" for n in range(2000))
    problems = errors(text)
    assert problems[-1].code in ("and_more", "gave_up")


@pytest.mark.parametrize("opening", ["“", "”", "»", '"'])
@pytest.mark.parametrize("end", ["\\", "", ","])
def test_a_text_that_may_go_on_in_the_next_line_is_not_cut(opening: str, end: str) -> None:
    text = GOOD.replace(
        'name = "Aftenvært"', f"name = {opening}Aftenvært {end}\nog meget mere{opening}"
    )
    assert text != GOOD
    assert errors(text)
    assert f"Aftenvært {end}\nog meget mere" in fix(text).text, "it is not cut in two"


@pytest.mark.parametrize("end", ["\\", '\\"', " \\"])
def test_a_backslash_does_not_stay_behind_a_text_that_it_kept_open(end: str) -> None:
    text = GOOD.replace('name = "Aftenvært"', f'name = "Aftenvært{end}')
    (told,) = errors(text)
    assert told.mended == 'name = "Aftenvært"'


def test_a_key_of_several_words_stands_behind_a_text() -> None:
    text = "[[benefits]]\nmeasure = { enhed = “dage”, i dag = 18, mål = 9 }\n"
    mended = '[[benefits]]\nmeasure = { unit = "dage", baseline = 18, target = 9 }\n'
    assert fix(text).text == mended


def test_a_card_whose_id_is_none_may_be_named() -> None:
    """What does not fit on cards is not looked for in a file that holds no case."""
    bad = GOOD.replace('id = "evening_host"', 'id = "…"').replace(
        'about = ["open_doors", "evening_host"]', 'about = ["Åbent uden personale", "evening_host"]'
    )
    found = {problem.code for problem in check(bad, "x.toml", extra_checks=[unfitting])[1]}
    assert found == {"mended_id", "other_reference"}


def test_a_title_below_the_last_card_is_moved_up_and_no_name_of_the_card() -> None:
    line = 'title = "Mit bibliotek"\n'
    text = GOOD.replace(line, "", 1) + line
    assert [(one.code, one.line) for one in errors(text)] == [("late_key", text.count("\n"))]
    assert not errors(fix(text).text)


def test_a_track_that_stands_twice_may_be_the_one_that_is_missing() -> None:
    text = (SCENARIOS / "foerste-spil.toml").read_text(encoding="utf-8")
    twice = text.replace("[tracks.process]", "[tracks.citizen]", 1)
    (told,) = errors(twice)
    assert (told.code, told.mended) == ("twice_for_other", "[tracks.process]")
    all_there = text.replace("[tracks.process]", "[tracks.citizen]\ngoal = 4\n\n[tracks.process]")
    assert {one.code for one in errors(all_there)} == {"twice"}


def test_what_stands_in_a_line_that_is_none_is_not_said_to_be_missing() -> None:
    text = GOOD.replace(_CARD, '[[ideas]]\n{ "id": "open_doors", "name": "Åbent" }\n\n', 1)
    assert "not_a_line" in {one.code for one in errors(text)}
    assert "card_lacks" not in {one.code for one in errors(text)}


def test_a_share_that_is_written_in_percent_is_told_as_one() -> None:
    realism = 'aim = { kind = "realism_at_least", value = 74 }\n'
    (told,) = errors(GOOD.replace(AIM, realism, 1))
    assert "0.74" in told.hint


def test_a_heading_that_names_a_table_in_a_table_gets_its_whole_name() -> None:
    start, end = GOOD.index("posts = ["), GOOD.index("]\n", GOOD.index("posts = [")) + 2
    text = GOOD[:start] + '\n[[posts]]\nname = "Bemanding"\nvalue = 6.2\n' + GOOD[end:]
    (told,) = errors(text)
    assert (told.code, told.mended) == ("other_heading", "[[economy.posts]]")
    assert not errors(fix(text).text)


def test_numbers_in_place_of_a_table_of_tracks_are_of_the_cards_own_track() -> None:
    effects = "effects = { citizen = [3, 4], economy = [0, 2], employee = [-1, 0] }"
    (told,) = errors(GOOD.replace(effects, "effects = [3, 4]", 1))
    assert (told.code, told.mended) == ("table_needed", "effects = { citizen = [3, 4] }")


def test_a_slip_in_another_word_for_a_choice_is_seen() -> None:
    (told,) = errors(GOOD.replace('track = "citizen"\n', 'track = "boger"\n', 1))
    assert "citizen" in told.hint
    assert told.mended == 'track = "citizen"'


def test_what_may_be_cards_in_columns_lacks_no_card() -> None:
    text = GOOD.replace(_CARD, "Navn;Pris;Spor\nBus;2;Borger\n\n", 1)
    assert {one.code for one in errors(text)} == {"columns"}


@pytest.mark.parametrize("cost", ["cost = 2 ", "cost = to "])
def test_a_day_without_marks_is_none(cost: str) -> None:
    """TOML knows days; that another line is no TOML makes them no worse."""
    text = GOOD.replace("# date = 2027-01-31", "date = 2027-01-31").replace("cost = 2 ", cost, 1)
    assert not [one for one in check(text, "x.toml")[1] if "date" in one.path]
    assert "date = 2027-01-31" in fix(text).text


def test_a_heading_that_is_missing_is_for_the_end_of_the_file() -> None:
    """Anywhere before it would take the keys below it to itself."""
    for deck in ("roles", "ideas", "benefits"):
        kept = (part for part in GOOD.split("\n\n") if f"[[{deck}]]" not in part)
        text = "\n\n".join(kept)
        (told,) = [one for one in errors(text) if one.mended == f"[[{deck}]]"]
        assert (told.line, told.path) == (len(text.splitlines()), deck)
        assert "end of the file" in told.hint
        assert not [one for one in errors(f"{text}\n[[{deck}]]\n") if one.code == "unknown_key"]


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("questions = [", 'questions = ["", ', "out of the list"),
        (_NAME_OF_ONE, 'name = ""', "Write something."),
        ('summary = "Et bib', 'summary = "" # Et bib', "delete the key"),
    ],
)
def test_what_to_do_about_an_empty_text_can_be_done(old: str, new: str, hint: str) -> None:
    (told,) = [one for one in errors(GOOD.replace(old, new, 1)) if one.code == "empty_text"]
    assert hint in told.hint


@pytest.mark.parametrize(("arrows", "meant"), [(3, 2), (9, 2), (0, 1), (-3, -1)])
def test_a_promise_that_is_none_is_mended_to_the_nearest(arrows: int, meant: int) -> None:
    text = GOOD.replace("promise = { citizen = 2", f"promise = {{ citizen = {arrows}", 1)
    (told,) = [one for one in errors(text) if one.code == "bad_arrows"]
    assert f"citizen = {meant}" in told.mended


def test_a_card_that_points_to_none_leaves_open_how_much_is_true() -> None:
    """Whether what is printed on risk cards is mostly true cannot be told meanwhile."""
    text = GOOD.replace('id = "open_doors"', 'id = "renamed"')
    codes = {one.code for one in check(text, "x.toml")[1]}
    assert "unknown_idea" in codes
    assert not {code for code in codes if code.endswith("_true_pairs")}


def test_two_numbers_with_two_readings_on_a_line_are_both_in_the_proposed_one() -> None:
    track = "baseline = 0, target = 300"
    assert track in GOOD
    text = GOOD.replace(track, "baseline = 1,600, target = 1,250")
    told = [one for one in errors(text) if one.code == "two_readings"]
    assert len(told) == 2
    assert all("baseline = 1600, target = 1250" in one.mended for one in told)


def test_a_year_in_place_of_a_date_is_told_once() -> None:
    (told,) = errors(GOOD.replace('version = "1"', "date = 2027"))
    assert told.code == "bad_day"


def test_of_a_price_that_is_too_high_the_usual_one_is_proposed() -> None:
    (told,) = errors(GOOD.replace("cost = 2", "cost = 12", 1))
    assert told.mended.startswith("cost = 5")
