"""The board: whatever lies on it, each card is a picture and a name, and none hides another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine import actions as act
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.table.parts.board_layout import LEAST, OPEN, Counts, cells, plan, tokens
from game.table.play.table import TableScreen
from game.views.board import TrackView, board_view, idea_key, lane_key
from game.views.faces import BenefitFace
from tests import staging
from tests.onward import onward
from tests.pictures.studio import Studio
from tests.table.driver import squeezed
from tests.table.sitting import Sitting

ROOM = 30
"""What the last row can read is at least so high."""


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return Studio(tmp_path, (1280, 720), "da")


def tracks(studio: Studio) -> tuple[TrackView, ...]:
    game = studio.services.game
    return board_view(game.names, game.state).tracks


def chips(studio: Studio, *, done: bool) -> Iterator:
    for track in tracks(studio):
        for chip in (*track.ideas, *track.benefits, *track.risks):
            if chip.done is done:
                yield chip


def written_on(studio: Studio, box: Box) -> str:
    """What is written on a card, its lines joined as they were broken."""
    rect = box.px(studio.app.u)
    lines = [drawn.text for drawn in studio.read() if rect.contains(drawn.rect)]
    return "".join(line.removesuffix("-") if line.endswith("-") else line + " " for line in lines)


@pytest.mark.parametrize("table", ["crowded", "fullest", "late", "middle"])
def test_every_card_that_is_worked_on_has_its_name(studio: Studio, table: str) -> None:
    if table == "crowded":
        studio.sit_down(staging.crowded(studio.folder))
    else:
        getattr(studio, table)()
    studio.look()
    found = list(chips(studio, done=False))
    assert found
    for chip in found:
        begins = chip.face.name.replace("-", "")[:7]
        assert begins in written_on(studio, studio.widget(chip.key).box).replace("-", ""), (
            chip.face.name
        )


@pytest.mark.parametrize("table", ["crowded", "fullest", "middle"])
def test_what_was_promised_stands_on_every_benefit(
    studio: Studio, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    """However many share a track: a name gives way, a number never does."""
    if table == "crowded":
        studio.sit_down(staging.crowded(studio.folder))
    else:
        getattr(studio, table)()
    studio.look()
    studio.draw_anew(monkeypatch)
    claims = [c for c in chips(studio, done=False) if isinstance(c.face, BenefitFace)]
    assert claims
    for chip in claims:
        told = written_on(studio, studio.widget(chip.key).box.inset(-4)).split()
        assert studio.app.t.number(chip.face.estimate) in told, chip.face.name


def test_every_picture_on_the_fullest_table_can_be_known_by_the_last_row(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio.sit_down(staging.crowded(studio.folder))
    sides: list[float] = []
    whole = Canvas.emoji

    def noted(c: Canvas, letters: str, box: Box) -> bool:
        sides.append(min(box.w, box.h))
        return whole(c, letters, box)

    monkeypatch.setattr(Canvas, "emoji", noted)
    studio.look()
    studio.draw_anew(monkeypatch)
    assert len(sides) >= len(list(chips(studio, done=False)))
    assert min(sides) >= ROOM


def test_nobody_is_asked_for_ideas_once_the_last_turn_is_over(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path).until(2)
    asked = "Place ideas here"
    assert asked in sitting.texts
    last = sum(sitting.game.state.setup.rules.rounds)
    seen = set()
    while sitting.game.state.phase != "follow_up":
        state = sitting.game.state
        sitting.look()
        over = state.round == last and state.step != "turn"
        assert (asked in sitting.texts) is not over
        seen.add(over)
        sitting.do(onward(state))
        sitting.app.reset(TableScreen(sitting.services))
    assert seen == {True, False}


def test_owners_stand_on_their_benefits_and_nobody_is_seen(studio: Studio) -> None:
    studio.sit_down(staging.crowded(studio.folder))
    studio.look()
    owned, texts = {True: 0, False: 0}, studio.read()
    for track in tracks(studio):
        for chip in track.benefits:
            rect = studio.widget(chip.key).box.inset(-8).px(studio.app.u)
            seen = {drawn.text for drawn in texts if rect.contains(drawn.rect)}
            assert (chip.face.owner or "?") in seen
            owned[bool(chip.face.owner)] += 1
    assert min(owned.values()) > 3


def test_what_is_done_with_lies_below_all_that_is_worked_on(studio: Studio) -> None:
    studio.fullest()
    studio.look()
    for track in tracks(studio):
        lane = studio.widget(lane_key(track.track)).box
        for chip in (*track.ideas, *track.benefits, *track.risks):
            inside = studio.widget(chip.key).box.centre in lane
            assert inside is not chip.done
        for chip in track.benefits:
            harvested = studio.app.t.number(chip.face.harvested or 0)
            box = studio.widget(chip.key).box.inset(-6)
            assert not chip.done or harvested in written_on(studio, box)


def test_what_is_done_with_opens_by_pointing_and_by_pressing(studio: Studio) -> None:
    studio.fullest()
    studio.look()
    chip = next(chip for chip in chips(studio, done=True) if chip.key.startswith("benefit:"))
    studio.point(chip.key)
    assert chip.face.name in studio.texts.replace("\n", " ").replace("- ", "")
    studio.click(chip.key)
    assert type(studio.app.top).__name__ == "IdeaSheet"


# ------------------------------------------------------------------ places
COUNTS = st.lists(
    st.fixed_dictionaries({band: st.integers(0, 16) for band in OPEN}), min_size=4, max_size=4
)
DONE = st.lists(st.lists(st.booleans(), max_size=30), min_size=4, max_size=4)


@given(COUNTS, DONE, st.floats(1200, 3800), st.floats(540, 1500), st.sampled_from((1, 1.25, 1.5)))
def test_no_place_lies_over_another_and_none_is_too_low(counts, done, wide, high, grow):
    whole = Box(18, 150, wide, high)
    places = plan(whole, counts, done, grow)
    for column, of_one, harvest in zip(places.columns, counts, done, strict=True):
        boxes = [column.head, column.meter]
        assert not harvest or "harvest" in column.bands
        for band, place in column.bands.items():
            if band == "harvest":
                boxes += tokens(place, tuple(harvest))
                continue
            found = cells(place, of_one[band], column.rows[band], column.high[band])
            assert all(box.h >= LEAST for box in found)
            assert len(found) == of_one[band] or len(found) == 2 * column.rows[band]
            boxes += found
        assert all(_within(box, whole) for box in boxes)
        assert not any(_over(a, b) for a, b in combinations(boxes, 2))


def _within(box: Box, whole: Box) -> bool:
    return (
        box.x >= whole.x - 0.01
        and box.y >= whole.y - 0.01
        and box.right <= whole.right + 0.01
        and box.bottom <= whole.bottom + 0.01
    )


def _over(a: Box, b: Box) -> bool:
    wide = min(a.right, b.right) - max(a.x, b.x)
    return wide > 0.01 and min(a.bottom, b.bottom) - max(a.y, b.y) > 0.01


# ------------------------------------------------------------------ a pile
def test_a_pile_tells_what_lies_in_it_and_turns_to_it(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.table.parts.board.cells", _two_only)
    studio.sit_down(staging.crowded(studio.folder))
    studio.look()
    track = max(tracks(studio), key=lambda track: len(track.benefits))
    key = f"pile:{track.track}:benefits"
    names = {chip.key: chip.face.name for chip in track.benefits}
    assert f"+{len(names) - 1}" in studio.texts
    seen = set()
    for _ in names:
        studio.look()
        shown = [chip for chip in names if studio.app.top.ui.find(chip)]
        assert len(shown) == 1
        seen.update(shown)
        studio.point(key)
        assert all(name[:9] in studio.texts for chip, name in names.items() if chip not in shown)
        studio.pause()
        studio.click(key)
    assert seen == set(names)


def _two_only(box: Box, count: int, rows: int, high: float) -> list[Box]:
    return cells(box, min(count, 2), rows, high)


BANDS = ("💡", "🎁", "⚠️", "🌾")


@pytest.mark.parametrize("table", ["fullest", "late", "middle"])
def test_each_row_of_the_board_has_its_picture_beside_its_name(
    studio: Studio, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    shown: dict[str, float] = {}
    whole = Canvas.emoji

    def noted(c: Canvas, letters: str, box: Box) -> bool:
        shown[letters] = min(box.x, shown.get(letters, box.x))
        return whole(c, letters, box)

    monkeypatch.setattr(Canvas, "emoji", noted)
    getattr(studio, table)()
    studio.look()
    columns = studio.widget(lane_key("citizen")).box.x
    assert [picture for picture in BANDS if shown.get(picture, columns) >= columns] == []


def test_between_turns_the_board_has_the_room_of_the_hand(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path)
    sitting.look()
    before = sitting.widget(lane_key("citizen")).box
    while sitting.game.state.step == "turn":
        sitting.do(act.Pass(sitting.game.state.turn))
    sitting.app.top.refresh()
    sitting.look()
    after = sitting.widget(lane_key("citizen")).box
    assert after.y == before.y
    assert after.bottom > before.bottom + 100
    assert any(w.focusable and w.box.y >= after.bottom for w in sitting.app.top.ui.widgets)


def test_a_card_that_is_pointed_at_is_shown_large_and_stays_in_sight(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path).working()
    idea, _ = sitting.claimed()
    sitting.look()
    text = squeezed(sitting.game.names.idea_text(idea))
    assert text not in squeezed(sitting.texts)
    sitting.move(idea_key(idea.id))
    sitting.look()
    assert text in squeezed(sitting.texts)
    small = sitting.widget(idea_key(idea.id)).box.px(sitting.app.u)
    large = [
        drawn
        for drawn in sitting.read()
        if drawn.text and drawn.text in sitting.game.names.idea_text(idea)
    ]
    assert large
    assert not any(drawn.rect.colliderect(small) for drawn in large)


def test_names_are_whole_in_large_print_where_rows_have_room_for_a_line() -> None:
    """On the fullest board a benefit has all its track's width; what is done with gives way."""
    counts = {"ideas": 3, "benefits": 4, "risks": 1}
    done = tuple((False,) * few + (True,) * many for few, many in ((5, 7), (5, 5), (2, 6), (6, 6)))
    for grow, high in ((1.0, 602.0), (1.25, 569.0), (1.5, 537.0)):
        for column in plan(Box(0, 0, 1884, high), [counts] * 4, done, grow).columns:
            assert column.rows["benefits"] == counts["benefits"]
            assert column.high["benefits"] >= LEAST


def test_cards_share_a_row_only_where_their_track_has_no_room_left() -> None:
    """Five benefits beside tracks whose other bands are full: their lines do not move."""
    few: Counts = {"ideas": 2, "benefits": 2, "risks": 2}
    full: Counts = {"ideas": 2, "benefits": 5, "risks": 1}
    done = ((True, True, False), (), (), ())
    places = plan(Box(0, 0, 1884, 533), [few, few, few, full], done)
    usual, own = places.columns[0], places.columns[-1]
    assert own.rows["benefits"] == 5
    assert min(own.high.values()) >= 40
    assert own.bands["benefits"].y == pytest.approx(usual.bands["benefits"].y, abs=3)
    assert own.bands["risks"].y > usual.bands["risks"].y
