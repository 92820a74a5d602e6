"""The hints: true when they are shown, one at a time, none twice, and never in the way."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content import Case, load, parse
from game.engine import Action, apply, start
from game.engine import actions as act
from game.gui.geometry import Box
from game.gui.widgets.drag import Draggable
from game.i18n import LANGS, Lang, words
from game.resources import SCENARIOS
from game.session import Session
from game.table.flow.main import Flow
from game.table.guide import bubble
from game.table.guide import conditions as when
from game.table.guide.hint_model import Guide, Hint
from game.table.guide.hints import HINTS
from game.table.guide.overlay import HintOverlay
from game.table.guide.situation import HintPlace, Situation
from game.table.guide.taught import PHONES, TAUGHT
from game.table.parts import pointing
from game.table.parts.folded_events import fold_events
from game.table.play.check.steps import steps_of
from tests import staging
from tests.rows import each_row
from tests.table.driver import Driver, squeezed

FIRST = load(SCENARIOS / "foerste-spil.toml")
WITH_MODULES = tuple(
    load(SCENARIOS / f"{name}.toml") for name in ("gentofte-inklusion", "herning-tidlig-indsats")
)
OWN = load(SCENARIOS / "eget-projekt.toml")


def sights(
    bot: str,
    seed: int,
    seats: int = 4,
    case: Case = FIRST,
    actions: list[Action] | None = None,
) -> Iterator[Situation]:
    """What a group has before it in a whole game, dialogs and check steps included.

    ``actions`` grows by each that is taken.
    """
    chance, wish = random.Random(seed), staging.by(bot)
    state = start(case.setup, staging.seats(seats), seed).state
    while not state.over:
        yield Situation(state)
        action = wish(state, chance)
        if isinstance(action, act.PlaceIdea | act.PlaceBenefit):
            yield Situation(state, "carrying", ("lane:citizen",), refused=chance.random() < 0.3)
            yield Situation(state, "estimate")
        if (idea := getattr(action, "idea", None)) is not None:
            yield Situation(state, "sheet", idea=idea)
        done = apply(state, action)
        steps = steps_of(state, fold_events(state, done.events))
        if isinstance(action, act.Proceed):
            for step in steps:
                yield Situation(done.state, "check", step=step.kind)
        state = done.state
        if actions is not None:
            actions.append(action)
    yield Situation(state)


# ------------------------------------------------------------------------------- the model
@each_row("bot", ["method", "rush", "random", "economist"])
@each_row("seed", range(4))
def test_hints_are_true_and_come_once(bot: str, seed: int) -> None:
    guide, shown, chance = Guide(HINTS), [], random.Random(seed)
    now: dict[HintPlace, Hint | None] = {}
    for sight in sights(bot, seed):
        hint = guide.hint_for(sight)
        if hint is not None:
            assert hint.place == sight.place
            assert hint.find(sight) is not None
            assert not hint.known(sight.state)
            if now.get(sight.place) is not hint and hint in HINTS:
                shown.append(hint.id)
            assert guide.hint_for(sight) is hint, "looking changes nothing"
            if chance.random() < 0.5:
                guide.dismiss(sight)
                assert guide.hint_for(sight) is None, "after a hint there is quiet"
                hint = None
        now[sight.place] = hint
    assert len(shown) == len(set(shown))
    assert len(shown) >= 8


def test_a_hint_goes_along_to_the_sheet_that_it_leads_to() -> None:
    guide, followed = Guide(HINTS), set[str]()
    for sight in sights("method", 4):
        hint = guide.hint_for(sight)
        if hint is None or hint.here is None:
            continue
        target = hint.find(sight)
        assert target is not None
        for idea in sight.state.ideas:
            sheet = Situation(sight.state, "sheet", idea=idea.id)
            said = guide.hint_for(sheet)
            if idea.id != target.idea:
                assert said is not hint.here, "it is about another idea"
            elif hint.here.applies(sheet):
                assert said is hint.here
                followed.add(hint.id)
    assert followed >= {"anchor", "under_way", "follow_up"}


def test_nobody_waits_for_an_owner_who_would_change_nothing() -> None:
    """A benefit of so few points that all of it is harvested without an owner, too."""
    warned, most = 0, FIRST.setup.rules.unowned
    for situation in sights("method", 3):
        if situation.place != "sheet" or (target := when.owner_first(situation)) is None:
            continue
        idea = situation.state.require_idea(situation.idea)
        warned += 1
        assert any(b.owner is None and b.estimate > most for _, b in idea.claims()), target
    assert warned


def test_what_is_read_on_the_sheet_is_not_told_again_at_the_table() -> None:
    guide = Guide([hint for hint in HINTS if hint.id == "anchor"])
    sight = next(sight for sight in sights("method", 3) if guide.hint_for(sight))
    target = guide.hint_for(sight).find(sight)
    idea = next(idea for idea in sight.state.ideas if idea.id == target.idea)
    sheet = Situation(sight.state, "sheet", idea=idea.id)
    assert guide.hint_for(sheet) is not None
    guide.dismiss(sheet)
    assert guide.hint_for(sheet) is None
    assert guide.hint_for(sight) is None


def met(bot: str, seed: int, case: Case = FIRST, seats: int = 4) -> set[str]:
    """The hints that come up in a game."""
    guide = Guide(HINTS)
    for sight in sights(bot, seed, seats, case):
        if guide.hint_for(sight):
            guide.dismiss(sight)
    return guide.shown_ids


def test_together_the_first_games_and_those_of_other_cases_teach_everything() -> None:
    bots = ("method", "rush", "random", "economist", "method-without-trials")
    told = set[str]().union(*(met(bot, seed) for bot in bots for seed in range(12)))
    told |= met("rush", 1, seats=FIRST.setup.rules.many_seats)
    for case in (*WITH_MODULES, OWN):
        told = told.union(*(met(bot, seed, case) for bot in bots for seed in range(3)))
    assert told == {hint.id for hint in HINTS}


@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_got_it_and_escape_work_while_a_card_is_held(tmp_path: Path, by: str) -> None:
    driver, flow = begin(tmp_path)
    game, hints = flow.game, driver.app.decorate
    assert game is not None
    assert isinstance(hints, HintOverlay)
    driver.click(f"hand:ideas:{game.state.idea_hands[game.state.turn][0]}")
    driver.look()
    before = hints.hint
    assert before is not None
    if by == "mouse":
        driver.click("guide:ok")
    else:
        driver.key(pygame.K_h)
    driver.look()
    assert hints.hint is not before
    assert driver.app.top.ui.drag is not None
    driver.key(pygame.K_ESCAPE)
    assert driver.app.top.ui.drag is None
    assert not game.session.history


def test_nothing_is_said_after_the_guide_is_off() -> None:
    guide = Guide(HINTS)
    for n, sight in enumerate(sights("method", 1)):
        guide.on = n < 5
        assert guide.on or guide.hint_for(sight) is None


def test_a_hint_waits_below_a_dialog_and_goes_when_it_is_done() -> None:
    guide = Guide(HINTS)
    state = start(FIRST.setup, staging.seats(4), 1).state
    hint = guide.hint_for(Situation(state))
    assert hint is not None
    assert hint.id == "hand"
    assert guide.hint_for(Situation(state, "carrying", ("lane:citizen",))) is not None
    assert guide.hint_for(Situation(state)) is hint, "the card was put back"
    card = state.idea_hands[state.turn][0]
    after = apply(state, act.PlaceIdea(state.turn, card, 2)).state
    assert guide.hint_for(Situation(after)) is not hint
    assert guide.hint_for(Situation(state)) is not hint, "undone, and still not said twice"


def test_what_was_seen_before_is_not_said_again() -> None:
    whole = list(sights("method", 2))
    half = len(whole) // 2
    guide = Guide(HINTS)
    guide.remember(whole[:half])
    for sight in whole[:half]:
        assert guide.hint_for(sight) is None
    assert any(guide.hint_for(sight) for sight in whole[half:]), "there is more to learn"


@pytest.mark.parametrize("lang", LANGS)
def test_hints_are_short(lang: Lang) -> None:
    t = words(lang)
    texts = [t(hint.text, idea="A", unowned=3) for hint in HINTS]
    assert max(len(text) for text in texts) <= 140
    assert len({hint.id for hint in HINTS}) == len(HINTS)


@pytest.mark.parametrize("lang", LANGS)
def test_no_hint_says_a_number_where_one_is_to_be_given(lang: Lang) -> None:
    """It would anchor the estimate that the game is about."""
    t = words(lang)
    texts = [t(hint.text, idea="A", unowned=3) for hint in HINTS if hint.place == "estimate"]
    assert texts
    assert not [text for text in texts if any(letter.isdigit() for letter in text)]


# ------------------------------------------------------------------------------- its place
BOXES = st.builds(
    Box, st.integers(0, 1500), st.integers(0, 900), st.integers(10, 400), st.integers(10, 150)
)


@given(BOXES, st.lists(BOXES, max_size=12))
def test_a_bubble_lies_inside_and_covers_nothing_while_there_is_room(
    target: Box, pressed: list[Box]
) -> None:
    area, sizes = Box(0, 0, 1920, 1080), [(560.0, 170.0), (420.0, 230.0)]
    found = bubble.place(area, target, sizes, pressed)
    assert area.x <= found.box.x
    assert found.box.right <= area.right
    assert area.y <= found.box.y
    assert found.box.bottom <= area.bottom
    covered = sum(found.box.overlap(other) for other in (target, *pressed))
    assert not (found.free and covered)
    if not pressed:
        assert found.free
        assert bubble.distance(found.box, target) <= bubble.GAP * 2


def test_an_arrow_is_drawn_through_nothing() -> None:
    at, target = Box(500, 600, 400, 150), Box(500, 100, 100, 50)
    assert bubble.arrow(at, target, []) is not None
    assert bubble.arrow(at, target, [Box(0, 100, 400, 700)]) is not None
    assert bubble.arrow(at, target, [Box(560, 300, 200, 60)]) is None


# ------------------------------------------------------------------------------- at the table
def begin(folder: Path, *, guided: bool = True) -> tuple[Driver, Flow]:
    driver = Driver(size=(1920, 1080))
    flow = Flow(driver.app, folder, 3)
    flow.playing.begin(FIRST, tuple(staging.seats(4)), guided=guided)
    driver.click("done")
    driver.look()
    return driver, flow


def test_a_hint_can_be_read_as_long_as_it_can_be_put_away(tmp_path: Path) -> None:
    """Whatever is pointed at: that is told beside it, and covers neither hint nor card."""
    driver, _ = begin(tmp_path)
    overlay = driver.app.decorate
    assert isinstance(overlay, HintOverlay)
    buttons, told = {"Got", "it", "No", "more", "hints", "H"}, 0
    for key in [w.key for w in driver.app.top.ui.widgets if w.focusable]:
        driver.look(6)
        driver.move(key)
        driver.look(1)
        if overlay.hint is None or overlay.bubble != driver.app.top.ui.strip:
            continue
        told += driver.app.top.ui.told() is not None
        assert squeezed(driver.app.t(overlay.hint.text)) in squeezed(driver.texts), key
        rect = overlay.bubble.px(driver.app.u)
        own = {*buttons, *driver.app.t(overlay.hint.text).split()}
        over = [d.text for d in driver.read() if d.rect.colliderect(rect)]
        assert not {word for text in over for word in text.split()} - own, key
    assert told > 5


def test_a_hint_is_dismissed_by_click_or_by_key_and_the_focus_goes_on(tmp_path: Path) -> None:
    driver, _ = begin(tmp_path)
    assert "Your cards" in driver.texts
    driver.click("guide:ok")
    assert "Your cards" not in driver.texts
    driver.click("rally")
    hints = driver.app.decorate
    assert isinstance(hints, HintOverlay)
    driver.look()
    if hints.hint is not None:
        before = hints.hint
        driver.key(pygame.K_h)
        driver.look()
        assert hints.hint is not before


def test_what_is_decided_is_told_over_a_hint_in_its_place_and_then_the_hint_is_read(
    tmp_path: Path,
) -> None:
    """So the room sees whose turn it is, though a hint stands where that is told."""
    driver, flow = begin(tmp_path)
    game, hints = flow.game, driver.app.decorate
    assert game is not None
    assert isinstance(hints, HintOverlay)
    over, earlier = 0, ""
    for _ in range(3):
        game.do(act.Pass(game.state.turn))
        driver.look(0.1)
        assert not earlier or earlier not in squeezed(driver.texts), "it is not so any more"
        earlier = squeezed(game.last_line)
        game.do(act.Rally(game.state.turn))  # before the news has gone
        driver.look(0.1)
        assert earlier not in squeezed(driver.texts)
        earlier = squeezed(game.last_line)
        news, lane = squeezed(game.last_line), driver.app.top.ui.lane
        assert squeezed(game.seat_name(game.state.turn)) in news
        assert news in squeezed(driver.texts)
        assert (driver.app.t("Got it") in driver.texts) is (hints.hint is not None)
        driver.look(6)
        if hints.bubble == driver.app.top.ui.strip:
            over += 1
            assert lane is not None
            assert hints.hint is not None
            assert news not in squeezed(driver.texts)
            assert squeezed(driver.app.t(hints.hint.text)) in squeezed(driver.texts)
        driver.look(6)
        assert news in squeezed(driver.texts) or hints.hint is not None, "and not again"
    assert over


def test_a_card_in_the_hand_opens_beside_the_hint_about_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver, _ = begin(tmp_path)
    places: list[Box] = []
    monkeypatch.setattr(pointing, "draw_opened", lambda c, place, face: places.append(place))
    cards = [w.key for w in driver.app.top.ui.widgets if isinstance(w, Draggable)]
    for card in cards:
        driver.move(card)
        driver.app.draw()
    cover = driver.app.top.ui.cover
    assert cover is not None
    assert len(places) >= len(cards)
    assert not any(place.overlap(cover.box) for place in places)


def test_no_more_hints_is_remembered_by_the_session(tmp_path: Path) -> None:
    driver, flow = begin(tmp_path)
    driver.click("guide:off")
    assert "Got it" not in driver.texts
    assert flow.game is not None
    path = flow.game.session.path
    flow.close()
    flow.playing.resume(path)
    assert "Got it" not in driver.texts


def test_a_resumed_game_goes_on_with_its_hints_and_does_not_begin_again(tmp_path: Path) -> None:
    driver, flow = begin(tmp_path)
    assert flow.game is not None
    for decided in staging.decisions(flow.game.session, staging.by("method")):
        if decided.after.round == 2 and decided.after.step == "turn":
            break
    path = flow.game.session.path
    flow.close()
    flow.playing.resume(path)
    driver.look()
    hints = driver.app.decorate
    assert isinstance(hints, HintOverlay)
    assert hints.guide.on
    assert {"hand", "estimate", "check"} <= hints.guide.shown_ids


def test_without_being_asked_for_there_are_no_hints(tmp_path: Path) -> None:
    driver, _ = begin(tmp_path, guided=False)
    assert "Got it" not in driver.texts


def test_the_preference_puts_all_hints_away(tmp_path: Path) -> None:
    driver, _ = begin(tmp_path)
    driver.app.prefer(guide=False)
    assert "Got it" not in driver.texts


def test_whether_a_group_is_guided_stands_in_its_log(tmp_path: Path) -> None:
    with Session.create(FIRST, staging.seats(2), 1, tmp_path) as session:
        assert not session.log.guided
        session.set_guided(True)
    with Session.resume(session.path, parse) as again:
        assert again.log.guided
        again.set_guided(False)
        assert not again.log.guided


def test_what_came_about_in_an_earlier_turn_is_no_news() -> None:
    news = Hint("news", "table", "New", when.on_trial, news=True)
    state = start(FIRST.setup, staging.seats(4), 1).state
    card = state.idea_hands[0][0]
    placed = apply(state, act.PlaceIdea(0, card, 2)).state
    tried = apply(placed, act.Trial(0, placed.ideas[0].id)).state
    passed = apply(tried, act.Pass(0)).state
    guide = Guide([news])
    assert guide.hint_for(Situation(placed)) is None
    assert guide.hint_for(Situation(tried)) is news
    assert guide.hint_for(Situation(passed)) is None, "nor does it stay into the next turn"
    late = Guide([dataclasses.replace(news, id="x", find=when.hand), news])
    assert late.hint_for(Situation(tried)) is not news, "another came first"
    late.dismiss(Situation(tried))
    assert late.hint_for(Situation(passed)) is None, "and later it is too late"


def test_a_hint_is_not_given_after_the_deed_it_teaches() -> None:
    state = start(FIRST.setup, staging.seats(4), 1).state
    passed = apply(state, act.Pass(0)).state
    assert when.next_seat(Situation(passed)) is not None
    moved = apply(passed, act.Rally(1)).state
    assert when.next_seat(Situation(moved)) is None, "it has moved and knows that it is its turn"


@pytest.mark.parametrize(("seats", "told"), [(4, False), (6, False), (7, True), (8, True)])
def test_many_at_one_mouse_are_told_of_phones_once(seats: int, told: bool) -> None:
    """As many as the rules of the case call many."""
    assert told == (seats >= FIRST.setup.rules.many_seats)
    begun = start(FIRST.setup, staging.seats(seats), 1).state
    passed = apply(begun, act.Pass(0)).state
    assert when.crowd(Situation(begun)) is None, "first they see a turn"
    assert (when.crowd(Situation(passed)) is not None) == told
    (hint,) = [hint for hint in HINTS if hint.id == PHONES]
    guide, again = Guide([hint]), Guide([hint])
    assert (guide.hint_for(Situation(passed)) is hint) == told
    guide.dismiss(Situation(passed))
    assert guide.hint_for(Situation(apply(passed, act.Pass(1)).state)) is None
    again.learned(PHONES)
    assert again.hint_for(Situation(passed)) is None, "they have looked at the room"


@pytest.mark.parametrize("bot", ["method", "rush", "random"])
@pytest.mark.parametrize("case", [FIRST, *WITH_MODULES, OWN], ids=lambda case: case.id)
def test_what_was_done_once_is_not_taught_in_the_rest_of_a_game(bot: str, case: Case) -> None:
    """Also when no trace of it is left on the table, and the hint has waited until then."""
    guide, actions, known = Guide(HINTS), list[Action](), set[str]()
    for sight in sights(bot, 2, case=case, actions=actions):
        guide.saw(actions)
        known |= {hint for a in actions if isinstance(hint := TAUGHT.get(type(a)), str)}
        known |= {hint.id for hint in HINTS if hint.known(sight.state)}
        hint = guide.hint_for(sight)
        assert hint is None or hint.id not in known
    assert len(known) >= 8


def test_who_has_undone_or_played_poker_knows_how() -> None:
    state = dataclasses.replace(start(FIRST.setup, staging.seats(4), 1).state, placed=2)
    for hint, place in (("undo", "table"), ("poker", "estimate")):
        guide = Guide([one for one in HINTS if one.id == hint])
        sight = Situation(state, place)
        guide.saw([act.Rally(0)])
        assert guide.hint_for(sight) is not None
        guide.saw([] if hint == "undo" else [act.Rally(0), act.CallEstimates("a", "citizen")])
        assert guide.hint_for(sight) is None
