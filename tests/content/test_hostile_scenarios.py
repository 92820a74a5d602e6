"""Files that no author means to write: each gives a message, after a bounded amount of work."""

import os
from pathlib import Path

import pytest

from game.content import Problem, ScenarioError, check, load
from game.content.findings import MOST_PROBLEMS
from game.content.structure import MORE_UNKNOWN, MOST_UNKNOWN
from tests.content.scenario_text import MINIMAL, minimal

pytestmark = pytest.mark.timeout(120)
"""Each takes a second at most; without bounds on the work some would run for many minutes."""


def complaints(text: str) -> list[Problem]:
    case, problems = check(text, "x.toml")
    assert case is None
    assert 0 < len(problems) <= MOST_PROBLEMS + 1
    for problem in problems:
        assert len(str(problem)) < 600
        assert str(problem).replace("\n    ", "").isprintable()
    return problems


def errors(text: str) -> list[str]:
    return [str(problem) for problem in complaints(text) if problem.severity == "error"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a = " + "[" * 400_000, id="open lists"),
        pytest.param("a = " + "[" * 300 + "]" * 300, id="deep lists"),
        pytest.param("title = " + "{ a = " * 90 + "1" + " }" * 90, id="deep tables"),
        pytest.param(".".join(["a"] * 400_000) + " = 1", id="one long key"),
        pytest.param((".".join(["a"] * 900) + ".{} = 1\n") * 400, id="many long keys"),
        pytest.param(
            "\n".join("a" + ".a" * 900 + f".b{n} = 1" for n in range(500)), id="deep keys"
        ),
        pytest.param("\n".join(f"[{'a.' * 900}b{n}]" for n in range(500)), id="deep headings"),
        pytest.param("[[ideas]]\n" * 90_000, id="many cards"),
        pytest.param("ideas = [" + "{}," * 300_000 + "]", id="many cards on a line"),
        pytest.param("\n".join(f"k{n} = 1" for n in range(90_000)), id="many unknown keys"),
        pytest.param(MINIMAL + "about = [" + '"x",' * 200_000 + "]", id="many references"),
        pytest.param("minutes = " + "9" * 100_000, id="a number of many digits"),
        pytest.param("minutes = 0x" + "f" * 100_000, id="a hexadecimal of many digits"),
        pytest.param(minimal(("saving = 3.0", "saving = 1e999")), id="infinite"),
        pytest.param(minimal(("saving = 3.0", "saving = nan")), id="not a number"),
        pytest.param(minimal(("saving = 3.0", "saving = " + "9" * 4000)), id="a huge saving"),
        pytest.param(minimal(("goal = 4", "goal = 1979-05-27")), id="a date as a number"),
        pytest.param(minimal(('"Borger"', '"\\u001b[31mBorger"')), id="a terminal code"),
        pytest.param(
            minimal(("saving =", '"\\u001b[31m" = 1\nsaving =')), id="a terminal code as a key"
        ),
        pytest.param(
            minimal(('"service"', '"\\u001b[31m\\u202e"')), id="a terminal code as a choice"
        ),
        pytest.param(minimal(('"service"', '"' + "x" * 100_000 + '"')), id="a long choice"),
        pytest.param(minimal(('"Borger"', '"\ud800"')), id="half a character"),
        pytest.param("\x00" * 1000, id="nothing but zeros"),
        pytest.param("", id="nothing"),
        pytest.param('"#text" = 1\n"#languages" = 2', id="keys like the schema's own tags"),
        pytest.param("a" * 1_000_001, id="too much text"),
    ],
)
def test_a_message(text: str) -> None:
    complaints(text)


@pytest.mark.parametrize("number", ["9" * 400, "9" * 4000, "9" * 5000, "0x" + "f" * 500, "1e300"])
def test_a_number_of_any_length_is_too_large(number: str) -> None:
    (problem,) = errors(minimal(("saving = 3.0", f"saving = {number}")))
    assert "The number is too large: 1000000000 is the most." in problem


def test_a_value_that_is_no_number_is_not_said_to_have_quotes() -> None:
    (problem,) = errors(minimal(("saving = 3.0", "saving = true")))
    assert "This should be a number." in problem
    assert "Write it in figures and without quotes: 2.5." in problem


def test_more_problems_than_anyone_reads_end_with_a_word_about_the_rest() -> None:
    text = minimal() + "".join("\n[[risks]]\nname = 1\n" for _ in range(MOST_PROBLEMS))
    problems = complaints(text)
    assert problems[-1].code == "and_more"
    assert len(problems) == MOST_PROBLEMS + 1


def test_of_many_keys_that_no_case_has_it_is_said_how_many_more_there_are() -> None:
    wrong = minimal(('kind = "service"', 'kind = "servise"'))
    text = "".join(f"k{n} = 1\n" for n in range(MOST_UNKNOWN + 250)) + wrong
    problems = complaints(text)
    unknown = [problem for problem in problems if problem.code == "unknown_key"]
    (more,) = (problem for problem in problems if problem.code == MORE_UNKNOWN)
    assert [problem.line for problem in unknown] == list(range(1, MOST_UNKNOWN + 1))
    assert more.line == MOST_UNKNOWN + 1
    assert "250" in more.message
    errors = {problem.code for problem in problems if problem.severity == "error"}
    assert errors == {"unknown_key", MORE_UNKNOWN, "not_one_of"}, "the rest is judged as ever"


def failure(path: Path) -> Problem:
    with pytest.raises(ScenarioError) as caught:
        load(path)
    (problem,) = caught.value.problems
    return problem


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    problem = failure(tmp_path / "pas.toml")
    assert (
        str(problem)
        == "pas.toml: error: There is no such file.\n    Check the name and the folder."
    )


def test_a_folder_is_not_a_scenario(tmp_path: Path) -> None:
    assert failure(tmp_path).code == "cannot_open"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no pipes in folders")
    os.mkfifo(tmp_path / "pas.toml")
    assert failure(tmp_path / "pas.toml").code == "cannot_open"


def test_a_file_of_two_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "pas.toml"
    path.write_bytes(b"# filler\n" * 250_000)
    assert failure(path).code == "file_too_large"


@pytest.mark.parametrize(
    ("raw", "line", "column"),
    [
        pytest.param("title = 'Køen'".encode("utf-16"), 1, 1, id="UTF-16"),
        pytest.param("# kø\ntitle = 'Køen'".encode("latin-1"), 1, 4, id="Latin-1"),
        pytest.param("# kø\n# æøå ".encode() + b"\xf8", 2, 7, id="mixed"),
    ],
)
def test_other_encodings(tmp_path: Path, raw: bytes, line: int, column: int) -> None:
    path = tmp_path / "pas.toml"
    path.write_bytes(raw)
    with pytest.raises(ScenarioError) as caught:
        load(path)
    problem = caught.value.problems[0]
    assert (problem.code, problem.line, problem.column) == ("other_encoding", line, column)


def test_many_warnings_do_not_keep_a_case_from_being_played() -> None:
    idea = MINIMAL[MINIMAL.index("[[ideas]]") : MINIMAL.index("[[benefits]]")]
    more = [idea.replace('"booking"', f'"booking{n}"') for n in range(59)]
    text = minimal(('title = "Kortere ventetid"', 'title = { da = "Kø", en = "Queue" }'))
    benefit = MINIMAL[MINIMAL.index("[[benefits]]") :]
    text += "".join(more) + "".join(
        benefit.replace('"waits_less"', f'"less{n}"') for n in range(80)
    )
    text = text.replace('"Borgeren venter kortere"', '{ da = "Kortere" }')
    text = text.replace('"Tid på klokkeslæt"', '{ da = "Tid" }').replace(
        '"Alle får en tid og en besked dagen før."', '{ da = "Alle." }'
    )
    case, problems = check(text, "x.toml")
    assert case is not None
    assert {problem.severity for problem in problems} == {"warning"}
    assert problems[-1].code == "and_more"
