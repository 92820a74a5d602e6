"""What is taken out of a session, what is left, and what is told of it."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from game.anonymity import (
    AS_FOUND,
    Anonymised,
    NameChoices,
    full_list,
    public_list,
    take_names_out,
)
from game.anonymity.hiding import HiddenNames
from game.anonymity.hints import hints_in
from game.anonymity.places import NAMES, PLACES
from game.anonymity.vocabulary import known_words, names_that_are_words
from game.content import Case, load, mend, parse
from game.engine import RULES_VERSION, Applied, Seat
from game.engine import actions as act
from game.i18n import words
from game.intake.headings import REGISTERS, known_headings
from game.report import write_report
from game.report.source import open_session
from game.resources import SCENARIOS
from game.session import (
    REGISTER_FIELDS,
    Decision,
    ItemDraft,
    SavedSession,
    Sender,
    Session,
    read,
    verify,
)
from game.session.log import Log, log_of
from game.session.reading import read_lines
from game.session.records import Origin
from game.session.rewriting import save_copy
from tests.anonymity.speaking import speak
from tests.rows import each_row
from tests.session.freezing import frozen
from tests.session.lines import rewrite
from tests.session.playing import Clock

DA = words("da")


def taken(path: Path, choices: NameChoices = AS_FOUND, **more: bool) -> Anonymised:
    log = read(path)
    case = parse(log.header.scenario, log.header.scenario_file)
    return take_names_out(log, case, DA, choices, **more)


def spoken(folder: Path, names: list[str], said: dict[int, str]) -> Path:
    return speak(folder, names, lambda n: said.get(n, f"kort {n}"))


def begun(folder: Path, seats: list[str], *, source: str = "", file: str = "") -> Session[Case]:
    """A shipped case, or another one, with people at its table."""
    case = load(SCENARIOS / "koebenhavn-pas.toml") if not source else parse(source, file)
    return Session.create(case, [Seat(name, ()) for name in seats], 3, folder, clock=Clock())


# ------------------------------------------------------------------ roles
@pytest.mark.parametrize(
    ("role", "called"),
    [
        ("Dorthe Holm", "Rolle 2"),
        ("Dorthe", "Rolle 2"),
        ("Dorthe, visitator", "visitator"),
        ("Visitator (Dorthe Holm)", "Visitator"),
        ("Dorthes afløser", "afløser"),
        ("Visitator", "Visitator"),
    ],
)
def test_nobody_is_named_in_a_role_that_stands_for_a_name(
    role: str, called: str, tmp_path: Path
) -> None:
    path = spoken(tmp_path, ["X", "Dorthe Holm"], {12: role, 0: "Dorthe Holm måler"})
    found = taken(path)
    assert found.log.header.seats[1].name.startswith(called)
    assert found.case.title.da.startswith(called)
    assert called in [role.name.da for role in found.case.roles.values()]
    assert "Dorthe" not in found.log.header.scenario


@pytest.mark.parametrize("player", ["Dorthe", "Bo"])
def test_a_role_keeps_no_part_of_the_name_of_whoever_is_named_anywhere(
    player: str, tmp_path: Path
) -> None:
    said = dict.fromkeys(range(34, 46), "Dorthe Bach") if player == "Bo" else {}
    path = spoken(tmp_path, ["X", player], {12: "Visitator Dorthe Bach", 0: "Bach måler", **said})
    found = taken(path)
    header = found.log.header
    assert header.seats[1].name.startswith("Visitator + ")
    assert "Bach" not in header.scenario
    assert "Dorthe" not in header.scenario
    log = read(path)
    case = parse(log.header.scenario, log.header.scenario_file)
    shown = HiddenNames(case, log, DA).case
    assert "Visitator" in [role.name.da for role in shown.roles.values()]
    assert shown.title.da.endswith(" måler")
    assert "Bach" not in shown.title.da


def test_there_is_nothing_to_take_out_of_a_session_without_names(tmp_path: Path) -> None:
    names = ["Dorthe Holm", "Bo Lund", "Sagsbehandler"]
    path = spoken(tmp_path, names, {12: "Bøffelpasser", 35: "Kirsten Bach", 36: "Kirsten Bach"})
    once = taken(path)
    lines = read_lines(path)
    copy = save_copy(lines, read(path), once.log, once.case.setup, tmp_path / "copy.jsonl")
    twice = taken(copy)
    assert [seat.name for seat in twice.log.header.seats] == [
        seat.name for seat in once.log.header.seats
    ]
    assert twice.findings.people == ()
    assert twice.findings.words == ()
    assert twice.log.header.scenario == once.log.header.scenario


def test_who_is_called_as_a_role_is_not_looked_for(tmp_path: Path) -> None:
    path = spoken(tmp_path, ["Controller", "Player 2", "7"], {0: "Spørg en controller, player 2"})
    found = taken(path)
    assert found.case.title.da == "Spørg en controller, player 2"
    assert found.findings.unsearchable == ("Controller", "7")
    assert found.findings.people == ()


# ------------------------------------------------------------------ the case
def test_a_shipped_case_in_which_nobody_is_named_stays_as_it_is(tmp_path: Path) -> None:
    with begun(tmp_path, ["Per Vinter", "Bo"]) as session:
        header = taken(session.path).log.header
        assert {"per", "bo"} & known_words()
        assert header.scenario == session.log.header.scenario
        assert header.scenario_hash == session.log.header.scenario_hash
        assert header.scenario_file == "koebenhavn-pas.toml"


def test_names_leave_comments_the_file_and_the_id(tmp_path: Path) -> None:
    source = (SCENARIOS / "koebenhavn-pas.toml").read_text("utf-8")
    source = source.replace('id = "koebenhavn-pas"', 'id = "dorthes-pas"', 1)
    source = f"# skrevet af Dorthe\n{source}"
    with begun(tmp_path, ["Dorthe"], source=source, file="Dorthes sag.toml") as session:
        found = taken(session.path)
        header = found.log.header
        assert "dorthe" not in header.scenario.lower()
        assert "dorthe" not in header.scenario_file.lower()
        assert "dorthe" not in found.case.id
        assert "dorthe" not in found.stem
        assert parse(header.scenario, header.scenario_file).setup.ideas == session.case.setup.ideas


def test_ids_of_cards_are_told_as_they_cannot_be_changed(tmp_path: Path) -> None:
    source = (SCENARIOS / "koebenhavn-pas.toml").read_text("utf-8")
    first = re.search(r'\[\[roles\]\]\nid = "(\w+)"', source)
    assert first is not None
    source = source.replace(f'id = "{first[1]}"', 'id = "dorthe"', 1)
    with begun(tmp_path, ["Dorthe"], source=source, file="pas.toml") as session:
        (hint,) = (h for h in taken(session.path).findings.hints if h.kind == "ids")
        assert hint.found == ("dorthe",)
        assert "dorthe" not in "\n".join(public_list(DA, taken(session.path).findings)).lower()


def test_a_scenario_that_was_altered_is_not_made_right(tmp_path: Path) -> None:
    with begun(tmp_path, ["Dorthe"]) as session:
        pass
    rewrite(session.path, 1, lambda raw: raw.update(scenario=raw["scenario"] + "\n# Dorthe\n"))
    header = taken(session.path).log.header
    assert "Dorthe" not in header.scenario
    assert header.scenario_hash == read(session.path).header.scenario_hash


# ------------------------------------------------------------------ entries
def test_who_tells_or_does_something_is_looked_for_elsewhere(tmp_path: Path) -> None:
    path = spoken(tmp_path, ["X", "Y"], {24: "Spørg Agnethe eller Knud Lund", 0: "Agnethes plan"})
    saved = SavedSession(path)
    saved.outcome(track="citizen", value=1.0, day=date(2027, 1, 1), by="Controller Agnethe Krogh")
    saved.action_item(ItemDraft("Ring til Knud", who="Knud og Agnethe"))
    found = taken(saved.path)
    assert found.case.title.da == "NNs plan"
    assert found.log.outcomes[-1].by == "Controller NN"
    assert (found.log.action_items[-1].text, found.log.action_items[-1].who) == (
        "Ring til NN",
        "NN og NN",
    )
    words_found = {word.word: word.doubts for word in found.findings.words}
    assert words_found["Knud"] == frozenset({"guessed"})


@pytest.mark.parametrize("name", ["Hanne Bech", "Mette Skov", "Hans Holm", "Rose", "Hanne"])
def test_a_name_that_is_a_word_too_is_a_name_where_a_person_is_asked_for(
    name: str, tmp_path: Path
) -> None:
    path = spoken(tmp_path, ["X"], {0: "Spørg Knud"})
    saved = SavedSession(path)
    saved.outcome(track="citizen", value=1.0, day=date(2027, 1, 1), by=f"Controller {name}")
    saved.action_item(ItemDraft(f"Ring til {name.split()[0]} og hør", who=name))
    found = taken(path)
    outcome, item = found.log.outcomes[-1], found.log.action_items[-1]
    assert (outcome.by, item.who, item.text) == ("Controller NN", "NN", "Ring til NN og hør")


def test_a_shipped_case_stays_as_it_is_whoever_tells_something(tmp_path: Path) -> None:
    with begun(tmp_path, ["X"]) as session:
        path = session.path
    SavedSession(path).action_item(ItemDraft("Mål det", who="Per Vinter"))
    found = taken(path)
    assert found.log.action_items[-1].who == "NN"
    assert found.log.header.scenario == read(path).header.scenario


@each_row(
    "who, called",
    [
        ("Projektleder", "Projektleder"),
        ("Økonomi", "Økonomi"),
        ("Digitalisering og HR", "Digitalisering og HR"),
        ("Beskæftigelsesforvaltningen", "Beskæftigelsesforvaltningen"),
        ("Direktionen", "Direktionen"),
        ("Human Resources", "Human Resources"),
        ("Digitaliseringschef Per Vinter", "Digitaliseringschef NN"),
        ("Per Vinter (Personale)", "NN (Personale)"),
    ],
)
def test_a_role_or_a_department_that_does_something_is_no_person(
    who: str, called: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = spoken(tmp_path_factory.mktemp("games"), ["X", "Y"], {})
    SavedSession(path).action_item(ItemDraft(f"Ansvarlig: {who}", who=who))
    item = taken(path).log.action_items[-1]
    assert (item.who, item.text) == (called, f"Ansvarlig: {called}")


def test_tags_and_how_somebody_felt_stay_at_home(tmp_path: Path) -> None:
    path = spoken(tmp_path, ["X", "Y"], {})
    log = taken(path).log
    assert log.tags == ()
    assert {(c.word, c.mood) for c in log.check_ins.values()} == {("–", None)}
    log = taken(path, moods=True).log
    assert {c.mood for c in log.check_ins.values()} == {2}


def test_no_number_of_a_phone_says_what_somebody_voted(tmp_path: Path) -> None:
    """In games saved long ago a ballot has the number of its phone, as a decision has."""
    with begun(tmp_path, ["Dorthe", "Eva"]) as session:
        for phone, name in enumerate(["Dorthe", "Eva"], 3):
            done = session.do(act.Pass(session.state.turn), Sender(phone, name))
            assert isinstance(done, Applied)
        for _ in range(2):
            session.begin_vote("Hvad?", ["A", "B"], 2)
            for phone, dots in ((4, [1, 1]), (-1, [0, 1]), (3, [2, 0]), (4, [0, 2])):
                session.cast(phone, dots)
    copy = taken(session.path).log
    decisions = [r for r in copy.records if isinstance(r, Decision) and r.sender is not None]
    assert {d.sender.phone for d in decisions if d.sender} == {0}
    assert [vote.ballots for vote in copy.votes] == [{1: (0, 2), 2: (0, 1), 3: (2, 0)}] * 2


def test_the_name_of_a_file_names_nobody(tmp_path: Path) -> None:
    path = spoken(tmp_path, ["Dorthe", "Y"], {0: "Dorthes indtag"})
    assert "dorthes-indtag" in path.name
    assert taken(path).stem == "2026-11-18-eget-projekt-1106"
    other = path.with_name("Kick-off hos Dorthe.jsonl")
    shutil.copy(path, other)
    assert taken(other).stem == "2026-11-18-eget-projekt-1106"
    third = path.with_name("Debrief, Kirsten Ravn.jsonl")
    shutil.copy(path, third)
    assert taken(third).stem == "2026-11-18-eget-projekt-1106"  # she was not at the table


def test_the_game_that_a_branch_came_from_names_nobody(tmp_path: Path) -> None:
    log = read(spoken(tmp_path, ["Dorthe", "Y"], {0: "Dorthes indtag"}))
    case = parse(log.header.scenario, log.header.scenario_file)
    log.header = replace(log.header, origin=Origin("Kick-off hos Dorthe.jsonl", 3, "0" * 16))
    origin = take_names_out(log, case, DA).log.header.origin
    assert origin is not None
    assert origin.file == "eget-projekt.jsonl"


@pytest.mark.parametrize("source", [pytest.param(path, id=path.stem) for path in frozen()])
def test_nobody_is_named_in_a_copy_of_any_old_session(source: Path, tmp_path: Path) -> None:
    lines = read_lines(source)
    log = log_of(lines, source)
    header = log.header
    case = parse(header.scenario, header.scenario_file)
    found = take_names_out(log, case, DA)
    copy = save_copy(lines, log, found.log, case.setup, tmp_path / "copy.jsonl")
    text = copy.read_text("utf-8")
    for seat in header.seats:
        assert not re.search(rf"\b{re.escape(seat.name)}\b", text)
    if header.rules == RULES_VERSION:
        assert verify(copy, parse).ok
    again = log_of(read_lines(copy), copy)
    assert again.header.anonymised
    once_more = take_names_out(again, found.case, DA)
    assert _texts(once_more.log) == _texts(again)


def _texts(log: Log) -> str:
    return repr((log.header.scenario, log.records))


def test_a_damaged_session_gives_a_report_that_names_nobody(tmp_path: Path) -> None:
    path = spoken(tmp_path, ["Dorthe", "Y"], {n: f"Dorthe {n}" for n in range(40)})
    rewrite(path, 9, lambda raw: raw.update(do={**raw["do"], "track": "Dorthe"}))
    source = open_session(path, DA, anonymous=True)
    assert source.troubles
    write_report(path, tmp_path / "out", "da", anonymous=True)
    for name in ("rapport.html", "session.json", "anonym.txt", "gevinstoversigt.csv"):
        assert "Dorthe" not in (tmp_path / "out" / name).read_text("utf-8-sig")


def test_a_case_that_cannot_be_read_any_longer_is_searched_line_by_line(tmp_path: Path) -> None:
    with begun(tmp_path, ["Dorthe"]) as session:
        pass
    broken = 'title = "Dorthes sag\nstory = "Dorthe"\n'
    rewrite(session.path, 1, lambda raw: raw.update(scenario=broken))
    log = read(session.path)
    case = mend(broken, "x.toml", session.case.setup)
    assert "Dorthe" not in take_names_out(log, case, DA).log.header.scenario


# ------------------------------------------------------------------ what is told
def test_the_list_for_others_quotes_nothing_that_looks_like_a_name(tmp_path: Path) -> None:
    said = {0: "Storms indtag", 1: "En storm over Horsens. Spørg Dorthe, AHL, www.horsens.dk"}
    path = spoken(tmp_path, ["Love Storm", "Ane Holm Lund"], said)
    findings = taken(path, NameChoices(keep=frozenset({"storm"}))).findings
    full, public = "\n".join(full_list(DA, findings)), "\n".join(public_list(DA, findings))
    for text in ("Love Storm → ", "storm bliver stående", "AHL", "Dorthe"):
        assert text in full
        assert text not in public
    for text in ("Horsens", "www.horsens.dk", "titel 1"):
        assert text in full
        assert text in public
    assert "storm" not in public.lower()
    for who in findings.people:
        assert f"Et navn, som er erstattet af »{who.called}« (" in public
    assert "1 ord, der ligner et navn" in public


def test_who_stands_behind_a_heading_for_a_person_is_taken_out(tmp_path: Path) -> None:
    asked = {"who"}
    for row in REGISTER_FIELDS.values():
        asked |= {key for key, field in row.items() if field.kind == "person"}
    known = [known_headings(register).items() for register in REGISTERS]
    headings = list(dict.fromkeys(h for rows in known for h, key in rows if key in asked))
    names = [name.title() for name in sorted(names_that_are_words()) if len(name) > 3]
    told = dict(zip(headings, names, strict=False))
    with begun(tmp_path, ["X"]) as session:
        for heading, name in told.items():
            session.note(0, f"Gevinst: kortere kø · {heading}: {name} · Mål: 4")
        notes = [note.text for note in taken(session.path).log.notes]
    assert notes == [f"Gevinst: kortere kø · {heading}: NN · Mål: 4" for heading in headings]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ditte Kjær ringer til leverandøren på mandag", ["Ditte Kjær"]),
        ("(Hanne) siger det", ["Hanne"]),
        ("tal med: »Hanne«", ["Hanne"]),
        ("Vi ringer. Hanne spørger", ["Hanne"]),
        ("1 – Bach ringer", ["Bach"]),
        ("Vi ringer. Borgerne spørger. Kortere kø: Så er der ro.", []),
        ("Bøffelpasning er nyt. Alle vil have bøffelpasning.", []),
    ],
)
def test_a_name_that_is_a_word_or_begins_a_sentence_is_asked_about(
    text: str, names: list[str]
) -> None:
    found = {hint.kind: list(hint.found) for hint in hints_in([text], [], [])}
    assert found.get("capitals", []) == names


def test_what_may_still_identify_is_found() -> None:
    texts = [
        "Vi begynder i Vejle Kommune på Skolegade 12 den 3. maj 2027, senest 01-06-2027.",
        "Se gladsaxe.dk eller ring 12 34 56 78, og spørg Birthe. AH ved det fra KMD.",
    ]
    found = {hint.kind: hint.found for hint in hints_in(texts, ["Controller"], ["Ane Holm"])}
    assert found == {
        "places": ("Vejle Kommune", "Skolegade 12"),
        "dates": ("3. maj 2027", "01-06-2027"),
        "domains": ("gladsaxe.dk",),
        "numbers": ("12 34 56 78",),
        "initials": ("AH",),
        "capitals": ("Birthe", "KMD"),
    }


def test_every_place_has_a_name() -> None:
    assert set(NAMES) == set(PLACES)


def test_the_report_says_how_often_in_its_data_and_names_nobody(tmp_path: Path) -> None:
    path = spoken(tmp_path, ["Dorthe", "Y"], {0: "Dorthes indtag"})
    write_report(path, tmp_path / "out", "da", anonymous=True)
    data = json.loads((tmp_path / "out" / "session.json").read_text("utf-8"))
    assert data["anonymous"] is True
    assert data["case"]["id"] == "eget-projekt"
    assert all(seat["name"] == "" for seat in data["seats"])


# ------------------------------------------------------------------ on a screen
def test_on_a_screen_the_case_and_the_roles_name_nobody_either(tmp_path: Path) -> None:
    case = load(SCENARIOS / "koebenhavn-pas.toml")
    role = next(iter(case.roles))
    named = replace(case.roles[role], name=replace(case.roles[role].name, da="Dorthe Holm"))
    title = replace(case.title, da="Dorthes pas til bo og Bo")
    case = replace(case, title=title, roles={**case.roles, role: named})
    with begun(tmp_path, ["Dorthe Holm", "Bo"]) as session:
        hidden = HiddenNames(case, session.log, DA)
    assert hidden.case.title.da.startswith("Rolle 1 + ")
    assert hidden.case.roles[role].name.da == "Rolle 1"
    assert hidden("Dorthe").startswith("Rolle 1 + ")
