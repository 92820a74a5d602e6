"""A recorded session to look at: any moment of it, whatever has become of its file."""

from __future__ import annotations

import gc
import random
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from game.content import ScenarioError, load, mend, parse
from game.engine import RULES_VERSION, Refusal, State
from game.engine import actions as act
from game.engine import events as ev
from game.resources import SCENARIOS
from game.session import Bookmark, ReadError, Session, open_recording, read, round_spans
from game.session.records import Decision
from tests import staging
from tests.lengthy import lengthy
from tests.session.lines import altered, counted, raws

SESSIONS = Path(__file__).parents[1] / "sessions"


def wander(folder: Path, seed: int, decisions: int = 150) -> Session:
    """A game of a bot, with undo and redo by the way."""
    session = staging.begin(folder, 4, seed)
    wish, chance = staging.by("random" if seed % 2 else "method"), random.Random(seed)
    for _ in range(decisions):
        if session.state.over:
            break
        move = chance.random()
        if move < 0.12:
            session.undo("another way")
        elif move < 0.2 and session.can_redo:
            session.redo()
        elif move < 0.24:
            session.bookmark(f"after {session.log.now}")
        else:
            done = session.do(wish(session.state, chance))
            assert not isinstance(done, Refusal)
    return session


@pytest.mark.parametrize("seed", range(6))
def test_every_step_is_the_game_as_it_was(tmp_path: Path, seed: int) -> None:
    session = wander(tmp_path, seed)
    recording = open_recording(session.path, parse)
    assert not recording.troubles
    assert len(recording.steps) == len(session.history) + 1
    places = list(range(len(recording.everything)))
    random.Random(seed).shuffle(places)
    for i in places:
        step = recording.everything[i]
        assert recording.state(step.now) == session.states[step.now]
        assert recording.state(step.before) == session.states[step.before]
    stood = [0, *(decision.n for decision in session.history)]
    assert [step.now for step in recording.steps] == stood
    assert recording.state(recording.steps[-1].now) == session.state


def test_what_was_undone_is_there_to_be_seen(tmp_path: Path) -> None:
    session = staging.begin(tmp_path, 4, 3)
    for _ in range(3):
        session.do(act.Rally(session.state.turn))
    session.undo()
    session.undo()
    session.redo()
    recording = open_recording(session.path, parse)
    assert [type(step.record).__name__ for step in recording.everything] == [
        "NoneType",
        *["Decision"] * 3,
        *["Undo"] * 2,
        "Redo",
    ]
    assert [step.now for step in recording.everything] == [0, 1, 2, 3, 2, 1, 2]
    assert [step.in_force for step in recording.everything[1:4]] == [True, True, False]
    assert [step.now for step in recording.steps] == [0, 1, 2]


def test_bookmarks_belong_to_where_the_game_was(tmp_path: Path) -> None:
    session = staging.begin(tmp_path, 4, 3)
    session.bookmark("before anything")
    for _ in range(2):
        session.do(act.Rally(session.state.turn))
    session.bookmark("on what is undone")
    session.undo()
    recording = open_recording(session.path, parse)

    def noted(undone: bool) -> dict[int, list[str]]:
        steps = recording.everything if undone else recording.steps
        marks = recording.marks(steps)
        return {i: [r.note for r in m if isinstance(r, Bookmark)] for i, m in marks.items()}

    assert noted(False) == {0: ["before anything"], 1: ["on what is undone"]}
    assert noted(True) == {0: ["before anything"], 2: ["on what is undone"]}


def test_rounds_follow_one_another(tmp_path: Path) -> None:
    session, _ = staging.whole_game(tmp_path, "method", 5)
    recording = open_recording(session.path, parse)
    rounds = round_spans(recording.steps)
    assert rounds[0].first == 0
    assert rounds[-1].last == len(recording.steps) - 1
    assert all(a.last + 1 == b.first for a, b in pairwise(rounds))
    assert [r.round for r in rounds] == sorted({s.round for s in session.states.values()})


# ------------------------------------------------------------------ whatever became of the file
@pytest.mark.parametrize(("rules", "code"), [(0, "rules_version"), (99, "newer_rules")])
def test_other_rules_are_told_and_all_is_shown(tmp_path: Path, rules: int, code: str) -> None:
    session = wander(tmp_path, 2)
    altered(session.path, 1, rules=rules)
    recording = open_recording(session.path, parse)
    assert [trouble.code for trouble in recording.troubles] == [code]
    assert recording.state(recording.steps[-1].now) == session.state


def broken(text: str) -> str:
    """A scenario that today's checks would not pass, here and there."""
    text = text.replace('track = "citizen"', 'track = "moon"', 1)
    return text.replace("cost = 2", 'cost = "two"', 2) + "\nunheard_of = 1\n"


def torn(text: str) -> str:
    """No TOML any more, from the middle on."""
    return text[: len(text) // 2] + '\n[[ideas]]\nid = "'


@pytest.mark.parametrize("spoil", [broken, torn, lambda text: "\x00 nothing of it is left"])
def test_a_scenario_that_no_longer_passes_is_mended(tmp_path: Path, spoil) -> None:
    session, _ = staging.whole_game(tmp_path, "method", 5)
    altered(session.path, 1, scenario=spoil(session.case.source))
    recording = open_recording(session.path, parse, mend)
    assert [trouble.code for trouble in recording.troubles] == ["scenario_mended"]
    end, shown = session.state, recording.state(recording.steps[-1].now)
    assert (shown.points, shown.round, shown.verdict) == (end.points, end.round, end.verdict)
    assert [idea.id for idea in shown.ideas] == [idea.id for idea in end.ideas]
    assert [idea.benefits for idea in shown.ideas] == [idea.benefits for idea in end.ideas]


@pytest.mark.parametrize("name", ["eget-projekt", "koebenhavn-pas"])
@pytest.mark.parametrize("bot", ["method", "random"])
def test_a_scenario_that_passes_is_as_it_was_whatever_the_game_drew(tmp_path, name, bot) -> None:
    session = staging.begin(tmp_path, 4, 11, of=staging.case(name))
    staging.play(session, staging.by(bot), lambda s: False)
    recording = open_recording(session.path, parse, mend)
    assert recording.troubles == []
    assert recording.case.setup == session.case.setup
    happened = [event for step in session.history for event in step.events]
    assert any(isinstance(event, ev.RiskTurnedUp | ev.RiskThrown) for event in happened)


def test_a_mended_case_keeps_the_words_that_can_be_read(tmp_path: Path) -> None:
    case = load(SCENARIOS / "koebenhavn-pas.toml")
    mended = mend(broken(case.source), case.file, case.setup)
    assert mended.title == case.title
    assert mended.ideas == case.ideas
    assert mended.roles == case.roles
    half = mend(torn(case.source), case.file, case.setup)
    assert half.title == case.title
    assert half.tracks == case.tracks
    assert half.ideas.keys() == case.ideas.keys()
    assert any(half.ideas[id] == text for id, text in case.ideas.items())


def test_without_a_way_to_mend_the_error_is_the_callers(tmp_path: Path) -> None:
    session = wander(tmp_path, 2, 3)
    altered(session.path, 1, scenario="title = 3")
    with pytest.raises(ScenarioError):
        open_recording(session.path, parse)


def test_damage_ends_the_replay_and_is_named(tmp_path: Path) -> None:
    session = wander(tmp_path, 1)
    lines = session.path.read_bytes().split(b"\n")
    spoiled = next(n for n, line in enumerate(lines) if n >= 40 and b"seat" in line)
    lines[spoiled] = lines[spoiled].replace(b"seat", b"skat", 1).replace(b"seat", b"skat", 1)
    session.path.write_bytes(b"\n".join(lines))
    recording = open_recording(session.path, parse)
    assert [(trouble.code, counted(trouble.line)) for trouble in recording.troubles] == [
        ("damaged", counted(spoiled + 1))
    ]
    assert len(recording.log.records) == counted(spoiled + 1) - 2
    last = recording.everything[-1]
    assert recording.state(last.now) == session.states[last.now]


@pytest.mark.parametrize(
    "change",
    [{"seat": 7}, {"seat": -1}, {"seat": 10**12}],
)
def test_what_no_table_could_show_ends_the_replay(tmp_path: Path, change: dict) -> None:
    session = staging.begin(tmp_path, 4, 3)
    session.do(act.Rally(session.state.turn))
    session.do(act.Pass(session.state.turn))
    decision = session.log.records[-1]
    assert isinstance(decision, Decision)
    raw = raws(session.path)[2]
    raw["events"][0] |= change
    altered(session.path, 3, events=raw["events"])
    recording = open_recording(session.path, parse)
    assert [(trouble.code, counted(trouble.line)) for trouble in recording.troubles] == [
        ("differs", 3)
    ]
    assert len(recording.steps) == 2


def test_a_beginning_that_is_none_is_no_session(tmp_path: Path) -> None:
    session = wander(tmp_path, 1, 2)
    altered(session.path, 1, events=[])
    with pytest.raises(ReadError):
        open_recording(session.path, parse)


@pytest.mark.parametrize("path", sorted(SESSIONS.glob("*.jsonl")), ids=lambda path: path.name)
def test_every_session_that_ever_existed_opens(path: Path) -> None:
    recording = open_recording(path, parse)
    older = read(path).header.rules != RULES_VERSION
    assert [t.code for t in recording.troubles] == (["rules_version"] if older else [])
    assert all(recording.state(step.now).seats for step in recording.everything)


def test_looking_changes_nothing_in_the_file(tmp_path: Path) -> None:
    session = wander(tmp_path, 3)
    before = session.path.read_bytes()
    recording = open_recording(session.path, parse)
    for step in recording.everything:
        assert isinstance(recording.state(step.now), State)
    assert session.path.read_bytes() == before


@pytest.mark.slow
def test_few_states_are_held_however_long_the_session(tmp_path: Path) -> None:
    recording = open_recording(_long_path(tmp_path), parse)
    before = _states()
    for step in recording.everything:
        recording.state(step.now)
    assert _states() - before < len(recording.everything) // 5


def _states() -> int:
    """How many states anybody holds."""
    gc.collect()
    return sum(isinstance(thing, State) for thing in gc.get_objects())


def _long_path(folder: Path) -> Path:
    with lengthy(folder, 600) as session:
        return session.path


def test_a_role_that_cannot_be_read_is_called_by_its_id() -> None:
    case = load(SCENARIOS / "koebenhavn-pas.toml")
    roles = (replace(case.setup.roles[0], id="somebody"),)
    mended = mend("", "gone.toml", replace(case.setup, roles=roles))
    assert mended.roles["somebody"].name.en == "somebody"
    assert mended.title.en == "gone"
