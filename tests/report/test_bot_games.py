"""Games of bots, in a case and in an own project: each check beside a count of its own.

What is counted here is read from the state and the events alone, never from the registers.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import openpyxl
import pytest

from game.content import load
from game.engine import INDEX, Benefit, Idea, Seat, Track
from game.engine import events as ev
from game.i18n import Lang, words
from game.report import write_report
from game.report.check import CheckAnswer
from game.report.checks import check_all
from game.report.columns import CODES
from game.report.file_names import file_name
from game.report.register_items import came_up, raised_risks
from game.report.registers import registers
from game.report.rows import BENEFIT_PLAYS, RISK_PLAYS
from game.report.source import ReportSource, open_session
from game.report.track_kroner import track_and_table
from game.resources import SCENARIOS
from game.session import Session
from game.wording import figures, terms
from tests import staging
from tests.session.playing import Clock

pytestmark = pytest.mark.usefixtures("plain_reports")

CASES = ("koebenhavn-pas", "eget-projekt")
BOTS = ("rush", "random", "method")
GAMES = [(case, bot) for case in CASES for bot in BOTS]
Played = Callable[[str, str], Path]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """The file of a whole game, played once."""
    made: dict[tuple[str, str], Path] = {}

    def play(case: str, bot: str) -> Path:
        if (case, bot) not in made:
            folder = tmp_path_factory.mktemp(f"{case}-{bot}")
            seats = [Seat(f"Player {n}", ()) for n in range(4)]
            loaded = load(SCENARIOS / f"{case}.toml")
            session = Session.create(loaded, seats, 11, folder, clock=Clock())
            staging.play(session, staging.by(bot), lambda s: False)
            session.close()
            made[case, bot] = session.path
        return made[case, bot]

    return play


# ------------------------------------------------------------------ counted by hand
@dataclass(frozen=True)
class Counted:
    """What lies on the table when the game is over."""

    source: ReportSource

    @property
    def ideas(self) -> list[Idea]:
        return list(self.source.state.ideas)

    @property
    def claims(self) -> list[tuple[Idea, Track, Benefit]]:
        return [(i, t, b) for i in self.ideas for t, b in i.claims() if b.estimate > 0]

    @property
    def costs(self) -> list[tuple[Idea, Benefit]]:
        return [(i, b) for i in self.ideas for _, b in i.claims() if b.estimate < 0]

    def unit(self, track: Track, b: Benefit) -> str:
        if b.measure is not None:
            return b.measure.unit
        if b.card:
            return self.source.case.benefits[b.card].measure.unit.en
        return self.source.case.tracks[track].unit.en

    def months(self, b: Benefit) -> int | None:
        if b.measure is not None:
            return b.measure.months
        return self.source.case.benefits[b.card].measure.months if b.card else None

    def indicator(self, track: Track, b: Benefit) -> str:
        if b.measure is not None:
            return b.measure.indicator
        if b.card:
            return self.source.case.benefits[b.card].measure.indicator.en
        return self.source.case.tracks[track].indicator.en

    def change(self, idea: Idea) -> str:
        card = self.source.case.ideas.get(idea.id)
        return card.text.en if card is not None else idea.text

    def on_table(self, ids: Iterator[str]) -> set[str]:
        return set(ids) & {idea.id for idea in self.ideas}

    @property
    def named_at(self) -> list[str]:
        """The ideas at which a risk was named, once for each; in a case found counts, too."""
        history, ids = self.source.history, {idea.id for idea in self.ideas}
        at = [s.event.idea for s in history.of(ev.RiskNamed, ev.RiskWritten)]
        if not self.source.case.own_project:
            at += [s.event.idea for s in history.of(ev.RiskTurnedUp)]
        return [id for id in at if id in ids]

    @property
    def lasting(self) -> list[tuple[Idea, Benefit]]:
        """The downsides that somebody may bear: of a case not those that proved to be none."""
        if self.source.case.own_project:
            return self.costs
        harvests = [s.event for s in self.source.history.of(ev.Harvested)]
        gone = {(e.idea, e.track) for e in harvests if (e.estimate or 0) < 0 <= e.effect}
        return [
            (idea, b)
            for idea, b in self.costs
            if not any(idea.id == id and idea.benefit(track) is b for id, track in gone)
        ]

    @property
    def harms(self) -> int:
        """Harms that came to light on tracks where nobody had said anything; in a case only."""
        if self.source.case.own_project:
            return 0
        known = {
            (id, track): n
            for seen in self.source.history.of(ev.EffectsOpened)
            for id, track, n in seen.event.effects
        }
        for seen in self.source.history.of(ev.Harvested):
            known[seen.event.idea, seen.event.track] = seen.event.points
        spoken = {(i.id, t) for i in self.ideas for t, _ in i.claims()}
        here = {idea.id for idea in self.ideas}
        return sum(n < 0 and key not in spoken and key[0] in here for key, n in known.items())

    @property
    def risks(self) -> int:
        """Risks that are somebody's business."""
        if self.source.case.own_project:
            return len(self.named_at)
        here = {idea.id for idea in self.ideas}
        risks = sum(r.outcome != "false" for idea in self.ideas for r in idea.risks)
        thrown = self.source.history.of(ev.RiskThrown)
        unnamed = [s for s in thrown if s.event.named is None and s.event.idea in here]
        lying = {(idea.id, r.id) for idea in self.ideas for r in idea.risks}
        return risks + sum((s.event.idea, s.event.risk) not in lying for s in unnamed)


def answer(at: int, lacking: int) -> tuple[CheckAnswer, int]:
    return ("missing" if lacking else "in_order" if at else "nothing"), lacking


OPERATION = {"front_line", "line_manager", "sponsor", "controller"}
"""Who has people and a budget of its own, or answers for it."""


def by_hand(c: Counted) -> dict[str, tuple[CheckAnswer, int]]:
    """Each check's answer, and how many things lack something."""
    claims, state = c.claims, c.source.state
    owned = [b.owner for _, _, b in claims if b.owner is not None]
    outside = [s for s in owned if not OPERATION & {r.ability for r in state.roles_of(s)}]
    money = [(i, c.indicator(t, b)) for i, t, b in claims if re.search("kr|DKK", c.unit(t, b))]
    hours = [
        i for i, t, b in claims if t != "citizen" and re.match("min|hours?|timer?", c.unit(t, b))
    ]
    twice = len({n for _, n in money if sum(n == other for _, other in money) > 1})
    twice += sum(i is j for i, _ in money for j in hours)
    pairs = len(money) * (len(money) - 1) // 2 + len(money) * len(hours)
    tried = {s.event.idea for s in c.source.history.of(ev.TrialSetUp)}
    used = {t for _, t, _ in claims}
    promising = {i.id for i, _, _ in claims}
    costly = {i.id for i, _ in c.costs}
    own = c.source.case.own_project  # a move of play makes up for nothing there
    n = len(claims)
    return {
        "no_owner": answer(n, n - len(owned)),
        "owned_outside": answer(len(owned), len(outside)),
        "no_unit": answer(n, sum(not c.unit(t, b) for _, t, b in claims)),
        "no_baseline": answer(n, n),  # nobody has measured anything yet
        "no_date": answer(n, sum(c.months(b) is None for _, _, b in claims)),
        "no_change": answer(n, sum(not c.change(i) for i, _, _ in claims)),
        "freed_time_unused": answer(len(hours), len(hours)),
        "counted_twice": answer(pairs, twice),
        "no_trial": answer(len(c.ideas), sum(i.id not in tried for i in c.ideas)),
        "no_risk": answer(len(c.ideas), sum(i.id not in c.named_at for i in c.ideas)),
        "risk_without_owner": answer(c.risks, c.risks),
        "empty_track": answer(4 if used else 0, 4 - len(used) if used else 0),
        "no_negative": answer(len(promising), len(promising - costly)),
        "unanswered_downside": answer(
            len(c.lasting) + c.harms,
            sum(not b.amends and (own or b.amends is None) for _, b in c.lasting) + c.harms,
        ),
    }


@pytest.mark.parametrize(("case", "bot"), GAMES)
def test_each_check_finds_what_a_count_of_its_own_finds(played, case, bot) -> None:
    source = open_session(played(case, bot), words("en"))
    checked = check_all(source.t, registers(source))
    assert {c.code: (c.answer, len(c.found)) for c in checked} == by_hand(Counted(source))


def test_the_games_give_every_answer(played) -> None:
    given = {
        found
        for case, bot in GAMES
        for found, _ in by_hand(Counted(open_session(played(case, bot), words("en")))).values()
    }
    assert given == {"in_order", "missing", "nothing"}


def test_a_rush_passes_no_check_by_owning_and_naming_nothing(played) -> None:
    source = open_session(played("koebenhavn-pas", "rush"), words("en"))
    answers = {c.code: c.answer for c in check_all(source.t, registers(source))}
    assert answers["owned_outside"] == "nothing"
    assert {answers[code] for code in ("no_owner", "no_baseline", "no_risk")} == {"missing"}
    assert answers["no_negative"] == "missing"


# ------------------------------------------------------------------ an own project
class Said(HTMLParser):
    """The text of a page outside what is marked as play."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.depth, self.played, self.text = 0, 0, ""
        self.feed(text)

    def handle_starttag(self, tag, attrs) -> None:
        if tag in ("div", "style"):
            self.depth += 1
            if tag == "style" or dict(attrs).get("class") == "in-play":
                self.played = self.played or self.depth

    def handle_endtag(self, tag) -> None:
        if tag in ("div", "style"):
            self.played = 0 if self.played == self.depth else self.played
            self.depth -= 1

    def handle_data(self, data) -> None:
        if not self.played:
            self.text += data


def _of_play(lang: Lang) -> re.Pattern[str]:
    """The words for what dice did, and the verdicts."""
    t = words(lang)
    codes = {*BENEFIT_PLAYS, *RISK_PLAYS} - {"under_way", "not_carried_out"}
    said = [t(CODES[code]) for code in codes]
    said += [terms.verdict(t, code) for code in ("together", "realised", "price_paid", "nearly")]
    said += [terms.status(t, "realised"), terms.track_status(t, "harmed")]
    return re.compile("|".join(rf"\b{re.escape(each)}\b" for each in said), re.IGNORECASE)


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("bot", ["method", "random"])
def test_outside_play_nothing_of_an_own_project_has_happened(played, bot, lang, tmp_path) -> None:
    of_play = _of_play(lang)
    write_report(played("eget-projekt", bot), tmp_path, lang)
    for name, text in _told(tmp_path, lang):
        assert not of_play.search(text), (name, of_play.search(text))
    page = (tmp_path / file_name(lang, "report.html")).read_text("utf-8")
    assert of_play.search(page), "it is told where it is marked as play"


def _told(folder: Path, lang: Lang) -> Iterator[tuple[str, str]]:
    """What each file says outside of what is marked as play."""
    page, picture = (folder / file_name(lang, name) for name in ("report.html", "map.svg"))
    yield page.name, Said(page.read_text("utf-8")).text
    yield picture.name, picture.read_text("utf-8")
    mark = words(lang)("In play")
    for name in (file_name(lang, "benefits.csv"), file_name(lang, "risks.csv")):
        head, *rows = _csv(folder / name)
        kept = [n for n, title in enumerate(head) if not title.startswith(mark)]
        assert len(kept) < len(head)
        yield name, " ".join(row[n] for row in rows for n in kept)
    book = openpyxl.load_workbook(folder / file_name(lang, "registers.xlsx"))
    for page in book:
        if not page.title.startswith(mark):
            head = [cell.value for cell in page[1]]
            kept = [n for n, title in enumerate(head) if not str(title).startswith(mark)]
            cells = (row[n] for row in page.iter_rows(min_row=2, values_only=True) for n in kept)
            yield page.title, " ".join(map(str, cells))
    raw = json.loads((folder / "session.json").read_text("utf-8"))
    del raw["play"]
    for row in (*raw["benefits"], *raw["risks"]):
        del row["play"]
    yield "session.json", json.dumps(raw, ensure_ascii=False)


def _csv(path: Path) -> list[list[str]]:
    text = path.read_text("utf-8-sig")
    return list(csv.reader(StringIO(text, newline=""), delimiter=";"))


def test_what_the_game_drew_is_no_row_of_an_own_project(played) -> None:
    drawn = 0
    for bot in BOTS:
        source = open_session(played("eget-projekt", bot), words("en"))
        found = registers(source)
        written = {s.event.risk for s in source.history.of(ev.RiskWritten)}
        assert all(row.named for row in found.risks)
        assert len(found.risks) == len(written)
        assert all(row.named for row in found.benefits)
        drawn += sum(not row.id and row.kind != "track" for row in found.play)
    assert drawn, "there it stands in what play did"


def test_what_play_tells_of_a_risk_says_who_brought_it_to_light(played) -> None:
    told = {"turned up": 0, "not named": 0, "": 0}
    for case, bot in GAMES:
        source = open_session(played(case, bot), words("en"))
        turned = {(s.event.idea, s.event.risk) for s in source.history.of(ev.RiskTurnedUp)}
        said = {
            (s.event.idea, s.event.risk) for s in source.history.of(ev.RiskNamed, ev.RiskWritten)
        }
        own = source.case.own_project
        raised = raised_risks(source.history, source.debrief.risks, own_project=own)
        ids = {(r.story.risk.idea.id, r.story.risk.id): r.id for r in raised}
        stories = [s for s in source.debrief.risks if came_up(s)]
        numbers = [ids.get((s.risk.idea.id, s.risk.id), "") for s in stories]
        in_order = sorted(zip(numbers, stories, strict=True), key=lambda one: (not one[0], one[0]))
        rows = [row for row in registers(source).play if row.kind == "risk"]
        for (id, story), row in zip(in_order, rows, strict=True):
            assert row.id == id
            key = (story.risk.idea.id, story.risk.id)
            found = "turned up" if key in turned else "" if key in said else "not named"
            assert ("came to light in round" in row.why) == (found == "turned up"), row
            assert ("it was not named" in row.why) == (found == "not named"), row
            assert ("it had not been named" in row.why) == (found == "turned up"), row
            told[found] += 1
    assert all(told.values()), told


def test_likelihood_and_severity_are_those_the_group_wrote(played) -> None:
    source = open_session(played("eget-projekt", "random"), words("en"))
    wrote = {
        (s.event.idea, s.event.name): (s.event.likelihood, s.event.severity)
        for s in source.history.of(ev.RiskWritten)
    }
    rows = registers(source).risks
    assert rows
    for row in rows:
        assert (row.likelihood, row.severity) == wrote[row.idea, row.event]
        assert (row.residual_likelihood, row.residual_severity) == (None, None)


@pytest.mark.parametrize("bot", BOTS)
def test_confidence_in_an_own_project_comes_from_people(played, bot) -> None:
    """Whatever the dice did, it is what was tried, agreed and owned; alone it is never full."""
    for row in registers(open_session(played("eget-projekt", bot), words("en"))).benefits:
        if row.confidence is not None:
            assert 1 <= row.confidence <= 4
            assert "proven" not in row.confidence_reason
            assert row.owner_role or "nobody owns it" in row.confidence_reason
            assert row.status in ("promised", "anchored", "tried", "shelved")


@pytest.mark.parametrize(("case", "bot"), GAMES)
def test_where_the_kroner_of_the_track_and_of_the_table_come_from(
    case: str, bot: str, played: Played
) -> None:
    t = words("en")
    source = open_session(played(case, bot), t)
    found = registers(source)
    said = track_and_table(source, found)
    steps = [event for step in source.history.steps for event in step.events]
    moves = [e for e in steps if isinstance(e, ev.TrackMoved) and e.track == "economy"]
    points = source.state.points[INDEX["economy"]]
    harvested = sum(e.points for e in steps if isinstance(e, ev.Harvested) if e.track == "economy")
    followed = sum(e.by for e in moves if e.why == "follow_up")
    table = sum(b.full_year_value or 0 for b in found.living)
    shown = 1_000_000 * figures.track_value(t, source.case, "economy", points)
    if case == "eget-projekt" or table in (0, shown):
        assert said == "", "points are play there, or there is nothing to wonder about"
        return
    assert said.startswith(f"The economy track came to {figures.points(t, points)}, ")
    told = said.partition(". The kroner of the table ")[0]
    for text, by in (("harvested", harvested), ("followed up", followed)):
        assert (f"{text} {figures.signed(t, by)}" in told) == bool(by)
    parts = re.findall(r"(?:harvested|followed up|struck by risks|other things) ([+−]\d+)", told)
    assert sum(int(part.replace("−", "-")) for part in parts) == points
    claims = [b for idea in source.state.ideas for track, b in idea.claims() if track == "economy"]
    named = sum(b.estimate for b in claims if b.estimate < 0)
    assert (f"{figures.signed(t, named)} by downsides" in said) == bool(named)
