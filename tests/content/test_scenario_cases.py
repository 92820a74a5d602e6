"""From a scenario's text to the engine's numbers and to prose."""

import dataclasses
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from game.content import Case, Prose, ScenarioError, check, check_file, load, parse, summaries
from game.content.card_tables import EffectKeys
from game.content.rules_table import RulesTable
from game.content.weighing.checks import FORMER_KEYS
from game.engine.setup import (
    ABILITIES,
    HOMES,
    TRACKS,
    Aim,
    BenefitCard,
    Effect,
    IdeaCard,
    Post,
    RiskCard,
    Rules,
)
from game.resources import SCENARIOS
from tests.content.scenario_text import MINIMAL, minimal

FULL = minimal(
    (
        'title = "Kortere ventetid"',
        'id = "waiting"\n'
        'title = { da = "Kortere ventetid", en = "Shorter waits" }\n'
        'summary = { da = "Køen", en = "The queue" }\n'
        'story.da = """\nDer var\nengang.\n"""\n'
        'story.en = "Once upon a time."\n'
        'questions = ["Hvad nu?", { da = "Hvem?", en = "Who?" }]\n'
        'minutes = 45\nlevel = "hard"\npicture = "🕑"',
    ),
    (
        "saving = 3.0",
        'saving = 3\nunit = "kr."\nannouncement = "Vi sparer."\n'
        'posts = [{ name = "Løn", value = 17.5, note = "Mest" }, { name = "Leje", value = 2 }]',
    ),
    ("[[ideas]]", "[rules]\nrounds = [1, 2, 3]\nactions = 12\n\n[[ideas]]"),
    (
        'kind = "service"\n',
        'kind = "service"\ncost = 4\nmaturity = 2\ndelay = 1\nrisks = ["queue"]\n'
        "promise = { economy = 2, employee = -1 }\n",
    ),
    ("citizen = [3, 6], process = [2, 4]", 'citizen = "-1..3", process = 2'),
    (
        "[[benefits]]",
        """\
[[risks]]
id = "queue"
name = "Køen vokser"
track = "citizen"
severity = 4
likelihood = 5
about = ["booking"]

[[events]]
id = "praise"
name = "Ros"
trust = 1
reveal = "economy"

[[events]]
id = "cut"
name = "Besparelse"
text = "Den rykkes frem."
options = [
  { text = "Find midlerne", capacity = -2 },
  { text = { da = "Vent", en = "Wait" }, likelihood = "employee", owner_leaves = true },
]

[[benefits]]""",
    ),
)


def with_no_more_roles_than_there_are(rules: Rules, case: Case) -> Rules:
    return dataclasses.replace(rules, roles_in_play=min(rules.roles_in_play, len(case.setup.roles)))


def test_the_smallest_scenario_takes_its_defaults() -> None:
    case, problems = check(MINIMAL, "Ældre & pleje 2.toml")
    assert case is not None
    assert all(problem.severity == "warning" for problem in problems)
    assert case.id == case.setup.id == "aeldre-pleje-2"
    assert (case.minutes, case.level, case.picture) == (70, "normal", "")
    assert not case.story
    assert case.questions == ()
    assert case.setup.rules == with_no_more_roles_than_there_are(Rules(), case)
    assert case.setup.goals == (4, 4, 4, 4)
    assert case.economy.unit.read("en") == "DKK m"
    effects = {"citizen": (3, 6), "process": (2, 4), "economy": (1, 4), "employee": (-1, 4)}
    assert case.setup.ideas == (IdeaCard("booking", "citizen", "service", effects=effects),)
    assert case.setup.benefits == (BenefitCard("waits_less", "citizen"),)
    assert case.benefits["waits_less"].measure.months == 6
    assert case.setup.roles[2].aim == Aim("no_track_ever_below", 0)


def test_a_full_scenario_keeps_everything_that_is_written() -> None:
    case = parse(FULL, "whatever.toml")
    setup = case.setup
    assert case.id == setup.id == "waiting"
    assert (case.minutes, case.level, case.picture) == (45, "hard", "🕑")
    rules = dataclasses.replace(Rules(), rounds=(1, 2, 3), actions=12)
    assert setup.rules == with_no_more_roles_than_there_are(rules, case)
    (idea,) = setup.ideas
    assert (idea.cost, idea.maturity, idea.delay, idea.risks) == (4, 2, 1, ("queue",))
    assert idea.promise == {"economy": 2, "employee": -1}
    assert idea.effects["citizen"] == (-1, 3)
    assert idea.effects["process"] == (2, 2)
    assert setup.risks == (RiskCard("queue", "citizen", 4, 5, ("booking",)),)
    praise, cut = setup.events
    assert praise.options == (Effect(trust=1, reveal="economy"),)
    assert cut.options == (Effect(capacity=-2), Effect(likelihood="employee", owner_leaves=True))
    assert case.events["praise"].options == ()
    assert [option.read("en") for option in case.events["cut"].options] == ["Find midlerne", "Wait"]
    assert [(post.name.read("da"), post.value) for post in case.economy.posts] == [
        ("Løn", 17.5),
        ("Leje", 2),
    ]
    assert case.story.read("da") == "Der var\nengang."
    assert [question.read("en") for question in case.questions] == ["Hvad nu?", "Who?"]


def test_the_words_cover_the_cards() -> None:
    case = parse(FULL, "waiting.toml")
    assert list(case.tracks) == list(TRACKS)
    for name in ("roles", "ideas", "benefits", "risks", "events"):
        assert list(getattr(case, name)) == [card.id for card in getattr(case.setup, name)]


def test_a_session_gets_the_same_case_from_the_text_it_keeps() -> None:
    case = parse(FULL, "waiting.toml")
    assert parse(case.source, case.file) == case


def test_prose_is_read_in_either_language_and_falls_back_to_the_other() -> None:
    both = Prose.of({"da": "Pas", "en": "Passport"})
    assert (both.read("da"), both.read("en")) == ("Pas", "Passport")
    assert Prose.of({"da": "Pas"}).read("en") == "Pas"
    assert Prose.of({"en": "Passport"}).read("da") == "Passport"
    assert Prose.of("min") == Prose("min", "min")
    assert not Prose()
    assert Prose().read("da") == ""


def test_every_rule_can_be_changed_and_every_event_effect_written() -> None:
    keys = [key for key in RulesTable.model_fields if key not in FORMER_KEYS]
    assert keys == [f.name for f in dataclasses.fields(Rules)]
    assert list(EffectKeys.model_fields) == [f.name for f in dataclasses.fields(Effect)]


def test_the_default_rules_are_within_their_bounds() -> None:
    rules = dataclasses.asdict(Rules())
    lines = [f"{key} = {json.dumps(value)}" for key, value in rules.items()]
    text = minimal(("[[ideas]]", "[rules]\n" + "\n".join(lines) + "\n\n[[ideas]]"))
    case = parse(text, "x.toml")
    assert case.setup.rules == with_no_more_roles_than_there_are(Rules(), case)


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes(b"\xef\xbb\xbf" + FULL.replace("\n", "\r\n").encode())
    assert load(path).setup == parse(FULL, "case.toml").setup
    assert load(path).story == parse(FULL, "case.toml").story


def test_the_choice_screen_knows_the_modules_of_a_file(tmp_path: Path) -> None:
    rules = '[rules]\nmodules = ["patience", "nonsense", 3, "demand"]\n\n[[ideas]]'
    (tmp_path / "a.toml").write_text(minimal(("[[ideas]]", rules)), encoding="utf-8")
    (tmp_path / "b.toml").write_text('title = "B"\nrules = 3\n', encoding="utf-8")
    (tmp_path / "c.toml").write_text('title = "C"\nrules.modules = "demand"\n', encoding="utf-8")
    assert [summary.modules for summary in summaries(tmp_path)] == [("demand", "patience"), (), ()]


def test_the_choice_screen_lists_broken_files_too(tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_text(FULL, encoding="utf-8")
    (tmp_path / "a.toml").write_text('title = "Pas', encoding="utf-8")
    (tmp_path / "c.toml").write_text(
        "title = 3\nminutes = 'x'\nlevel = []\nid = 1", encoding="utf-8"
    )
    (tmp_path / "notes.txt").write_text("not a scenario", encoding="utf-8")
    broken, good, odd = summaries(tmp_path, lang="da")
    assert broken.problem is not None
    assert (broken.problem.line, broken.problem.lang) == (1, "da")
    assert broken.title.read("da") == "a"
    assert good.problem is None
    assert (good.id, good.minutes, good.level, good.picture) == ("waiting", 45, "hard", "🕑")
    assert (good.title.read("en"), good.summary.read("da")) == ("Shorter waits", "Køen")
    assert (odd.id, odd.title.read("en"), odd.minutes, odd.level) == ("c", "c", 70, "normal")


def test_importing_the_package_leaves_pydantic_alone() -> None:
    code = "import sys, game.content; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.toml")), ids=lambda path: path.stem)
def test_the_shipped_scenarios_have_nothing_to_complain_about(path: Path) -> None:
    case, problems = check_file(path)
    assert not problems, "\n".join(map(str, problems))
    assert case is not None
    assert case.id == path.stem


def test_an_error_says_all_its_problems() -> None:
    with pytest.raises(ScenarioError) as caught:
        parse(minimal(('"service"', '"x"'), ('"front_line"', '"y"')), "case.toml")
    errors = [problem for problem in caught.value.problems if problem.severity == "error"]
    assert [problem.path for problem in errors] == ["roles[1].ability", "ideas[0].kind"]
    assert str(caught.value).startswith("case.toml:")


def test_speed(benchmark: Any) -> None:
    """A case of a hundred cards; run with ``--benchmark-only``. Goal 8 ms, at most 30."""
    text = many_cards(100)
    case = benchmark(parse, text, "case.toml")
    assert len(case.setup.ideas) == 25


def many_cards(count: int) -> str:
    """A scenario with this many cards, a quarter of each sort."""
    idea = MINIMAL[MINIMAL.index("[[ideas]]") : MINIMAL.index("[[benefits]]")]
    benefit = MINIMAL[MINIMAL.index("[[benefits]]") :]
    name = 'name = { da = "Kø", en = "Queue" }'
    risk = f'[[risks]]\nid = "r"\n{name}\ntrack = "citizen"\nabout = ["booking"]\n'
    event = f'[[events]]\nid = "e"\n{name}\ntrust = 1\n'
    cards = [
        card.replace(f'id = "{id_}"', f'id = "{id_}{n}"').replace('["booking"]', f'["booking{n}"]')
        for n in range(1, count // 4)
        for card, id_ in ((idea, "booking"), (benefit, "waits_less"), (risk, "r"), (event, "e"))
    ]
    return MINIMAL + risk + event + "\n".join(cards)


def test_a_role_is_at_home_where_its_file_says_or_else_where_its_ability_is() -> None:
    front_line = 'ability = "front_line"\n'
    text = minimal((front_line, front_line + 'home = ["employee"]\n'))
    citizen, clerk, leader, _analyst = parse(text, "x.toml").setup.roles
    assert clerk.home == ("employee",)
    assert citizen.home == HOMES["citizen_voice"] == ("citizen",)
    assert leader.home == HOMES["line_manager"]
    assert set(HOMES) == set(ABILITIES)
    assert all(HOMES.values())


def test_a_case_switches_modules_on_and_says_what_they_need() -> None:
    text = minimal(
        (
            "saving = 3.0",
            'saving = 3\nposts = [{ name = "Løn", value = 17.5, gives = 6 }, '
            '{ name = "Leje", value = 2 }, '
            '{ id = "phone", name = "Telefon", value = 1, gives = 0 }]',
        ),
        (
            "[[ideas]]",
            '[rules]\nmodules = ["posts", "demand"]\ndemand_tracks = ["process"]\n\n[[ideas]]',
        ),
    )
    case = parse(text, "x.toml")
    assert case.setup.rules.modules == ("posts", "demand")
    assert case.setup.rules.demand_tracks == ("process",)
    assert case.setup.posts == (Post("post-1", 6), Post("phone", 0))
    assert [post.id for post in case.economy.posts] == ["post-1", "post-2", "phone"]
