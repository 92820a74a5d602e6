"""What an author is told. ``tests/bad_scenarios/x.toml`` has faults, ``x.txt`` says them.

``x.da.txt`` says them in Danish. After a message was changed on purpose, write the files again with
``python tests/content/test_scenario_problems.py`` and read the difference.
"""

import re
from pathlib import Path

from game.content import check
from game.content.lenient_messages import LENIENT
from game.content.messages import MESSAGES
from game.i18n import Lang
from game.table.cards.fitting import unfitting
from tests.content.lenient import mistakes
from tests.content.weighing.mistakes import DAMAGES
from tests.rows import each_row

BAD = Path(__file__).parent.parent / "bad_scenarios"
TOLD = sorted(BAD.glob("*.txt"))

# These need an odd or a large file: see test_hostile_scenarios.py.
ELSEWHERE = {
    "not_found",
    "cannot_open",
    "file_too_large",
    "too_deep",
    "and_more",
    "more_unknown_keys",
}
# What is written in place of what a case takes: see lenient/mistakes.py, test_mistakes.py and
# test_file_kinds.py.
WRITTEN = (set(LENIENT) - {"card_lacks"}) | {one.code for one in mistakes.MISTAKES}
# This is a comparison with other files: see test_copies.py.
BESIDE = {"copied_numbers"}
# These are mistakes in a sound case: see weighing/test_damage.py.
MISTAKES = {damage.code for damage in DAMAGES} | {
    *("sample_text", "sample_texts", "thousands", "left_behind"),
    *("english_among_danish", "danish_among_english"),
}
# These are of packages and their pictures: see test_package.py.
PACKED = {code for code in MESSAGES if code.startswith(("package_", "image_", "bad_image_"))} | {
    "not_packed",
}
# These are for complaints of a later tomli or pydantic that has no words of ours yet, and of the
# schema on what is told better before it is asked.
FOR_LATER = {"syntax", "no_value", "wrong", "not_table"}


def told(scenario: Path, lang: Lang) -> str:
    text = scenario.read_text(encoding="utf-8")
    _case, problems = check(text, scenario.name, lang=lang, extra_checks=[unfitting])
    return "".join(f"{problem}\n" for problem in problems)


def scenario_of(txt: Path) -> tuple[Path, Lang]:
    stem = txt.name.removesuffix(".txt")
    danish = stem.endswith(".da")
    return BAD / f"{stem.removesuffix('.da')}.toml", "da" if danish else "en"


@each_row("txt", TOLD)
def test_the_author_is_told_exactly(txt: Path) -> None:
    scenario, lang = scenario_of(txt)
    renew = "if that is meant: python tests/content/test_scenario_problems.py; read the difference"
    assert told(scenario, lang) == txt.read_text(encoding="utf-8"), renew


@each_row("txt", TOLD)
def test_what_is_to_be_written_can_be_copied(txt: Path) -> None:
    """A minus within brackets is that of the keyboard; in a sentence it may be a true one."""
    assert not re.search(r"\[[^\]\n]*−", txt.read_text(encoding="utf-8"))


def test_every_bad_scenario_says_what_it_expects() -> None:
    assert {scenario_of(txt)[0] for txt in TOLD} == set(BAD.glob("*.toml"))


def test_every_message_is_said_by_some_bad_scenario() -> None:
    said = set()
    for scenario in BAD.glob("*.toml"):
        text = scenario.read_text(encoding="utf-8")
        _case, problems = check(text, scenario.name, extra_checks=[unfitting])
        said |= {problem.code for problem in problems}
    left = set(MESSAGES) - said - MISTAKES - WRITTEN
    assert left == ELSEWHERE | BESIDE | PACKED | FOR_LATER


if __name__ == "__main__":
    for scenario in BAD.glob("*.toml"):
        scenario.with_suffix(".txt").write_text(told(scenario, "en"), encoding="utf-8")
    for txt in BAD.glob("*.da.txt"):
        txt.write_text(told(*scenario_of(txt)), encoding="utf-8")
