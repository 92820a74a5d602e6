"""The dialogs of the players' moves: by keyboard alone, by mouse alone, and filled in wrongly."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from pathlib import Path

import pygame
import pytest

from game.engine import INDEX, TRACKS, Measure, Track
from game.engine import actions as act
from game.engine.lookups import is_at_home
from game.i18n import Words
from game.i18n.numbers import parse_number
from game.table.play.dialogs.anchor import AnchorDialog, likely_owner
from game.table.play.dialogs.estimate import EstimateDialog
from game.table.play.dialogs.hand_over import HandOverDialog
from game.table.play.dialogs.mitigate import MitigateDialog
from game.table.play.dialogs.write import WriteDialog
from game.table.play.drafts import CardDraft, CardKind, DraftHolder
from game.table.play.table import TableScreen
from game.wording.measures import MeasureForm
from tests.rows import each_row
from tests.table.sitting import Sitting


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    return Sitting(tmp_path).working()


# ------------------------------------------------------------------ estimates
def ask(sitting: Sitting, id: str, track: Track) -> list[int]:
    chosen: list[int] = []
    sitting.open(EstimateDialog.for_placing(sitting.game, id, track, chosen.append))
    return chosen


def test_a_number_key_chooses_at_once(sitting: Sitting) -> None:
    chosen = ask(sitting, sitting.game.state.ideas[0].id, "economy")
    sitting.key(pygame.K_4)
    assert chosen == [4]
    assert isinstance(sitting.app.top, TableScreen)


def test_the_number_block_arrows_and_mouse_choose_too(sitting: Sitting) -> None:
    id = sitting.game.state.ideas[0].id
    chosen = ask(sitting, id, "economy")
    sitting.key(pygame.K_KP6)
    also = ask(sitting, id, "economy")
    sitting.app.top.ui.focus = "estimate:2"
    sitting.key(pygame.K_RIGHT)
    sitting.enter()
    by_mouse = ask(sitting, id, "economy")
    sitting.click("estimate:1")
    assert (chosen, also, by_mouse) == ([6], [3], [1])


def test_points_are_said_on_the_indicator(sitting: Sitting) -> None:
    ask(sitting, sitting.game.state.ideas[0].id, "process")
    goal = sitting.game.state.setup.goals[INDEX["process"]]
    scale = f"The track's measure: Counter time per case, 22 → 14 min at {goal} points"
    assert scale in sitting.texts
    four = 22 - round(22 - (22 - 14) * 4 / goal)
    assert f"4\n{four} min less" in sitting.texts


def test_esc_leaves_the_estimate(sitting: Sitting) -> None:
    chosen = ask(sitting, sitting.game.state.ideas[0].id, "economy")
    sitting.key(pygame.K_ESCAPE)
    assert chosen == []
    assert isinstance(sitting.app.top, TableScreen)


def test_what_is_known_is_shown(sitting: Sitting) -> None:
    while sitting.game.state.turn != 0:
        sitting.do(act.Pass(sitting.game.state.turn))
    idea = next(i for i in sitting.game.state.ideas if not i.is_open("citizen"))
    ask(sitting, idea.id, "citizen")
    assert "The true effect is known" not in sitting.texts
    sitting.key(pygame.K_ESCAPE)
    sitting.do(act.UseAbility(0, "citizen"))
    known = sitting.game.state.truth[idea.id][0]
    ask(sitting, idea.id, "citizen")
    said = sitting.game.t.number(known, sign=known != 0)
    assert f"The true effect is known: {said}" in sitting.texts


def test_revising_refuses_the_estimate_it_has(sitting: Sitting) -> None:
    idea, track = sitting.claimed()
    sitting.open(EstimateDialog.for_revising(sitting.game, idea, track))
    sitting.key(pygame.K_2)
    assert "The estimate is 2 already." in sitting.texts
    sitting.key(pygame.K_5)
    assert sitting.decided(act.Revise) == act.Revise(sitting.game.state.turn, idea.id, track, 5)


def test_a_written_idea_may_claim_anything_for_its_truth_is_drawn(sitting: Sitting) -> None:
    seat = sitting.game.state.turn
    sitting.do(act.Shelve(seat, sitting.game.state.ideas[0].id))
    sitting.do(act.WriteIdea(seat, "Vores egen", "citizen", "service", 6))
    idea = sitting.game.state.ideas[-1]
    chosen = ask(sitting, idea.id, "process")
    said = "what it truly gives was drawn, and is hidden"
    assert said in sitting.texts.replace("\n", " ")
    sitting.key(pygame.K_6)
    assert chosen == [6]


# ------------------------------------------------------------------ anchoring
def test_enter_anchors_with_one_at_home_and_the_cards_measure(sitting: Sitting) -> None:
    idea, track = sitting.claimed()
    seat, owner = sitting.game.state.turn, likely_owner(sitting.game.state, track)
    sitting.open(AnchorDialog(sitting.game, idea, track))
    sitting.enter()
    assert sitting.decided(act.Anchor) == act.Anchor(seat, idea.id, track, owner, None)


def test_an_owner_is_proposed_who_is_at_home_on_the_track(sitting: Sitting) -> None:
    s = sitting.game.state
    for turn, track in product(range(len(s.seats)), TRACKS):
        owner = likely_owner(replace(s, turn=turn), track)
        home = [n for n in range(len(s.seats)) if is_at_home(s, n, track)]
        assert owner == turn if turn in home or not home else owner in home


def test_a_danish_measure_is_written_by_keyboard(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path, lang="da").working()
    idea, track = sitting.claimed()
    sitting.open(AnchorDialog(sitting.game, idea, track))
    sitting.fill("indicator", "Opkald om »hvor er mit pas?«")
    sitting.fill("baseline", "12,5")
    sitting.fill("target", "1.250")
    sitting.fill("unit", "på en uge")
    sitting.fill("months", "6")
    sitting.enter()
    measure = sitting.decided(act.Anchor).measure
    assert measure == Measure("Opkald om »hvor er mit pas?«", "på en uge", 12.5, 1250, 6)


def test_another_owner_by_mouse_alone(sitting: Sitting) -> None:
    idea, track = sitting.claimed()
    other = (sitting.game.state.turn + 1) % 4
    sitting.open(AnchorDialog(sitting.game, idea, track))
    sitting.click(f"seat:{other}")
    sitting.click("yes")
    assert sitting.decided(act.Anchor).owner == other


def test_a_benefit_without_a_card_has_its_tracks_measure(sitting: Sitting) -> None:
    idea, track = sitting.claimed(by_card=False)
    sitting.open(AnchorDialog(sitting.game, idea, track))
    sitting.look()
    indicator = sitting.game.case.tracks[track].indicator.en
    field = sitting.app.top.ui.find("indicator")
    assert getattr(field, "value", None) == indicator
    sitting.enter()
    assert sitting.decided(act.Anchor).measure is None


def test_wrong_fields_are_told_where_they_are_and_keep_what_was_typed(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path, lang="da").working()
    idea, track = sitting.claimed()
    before = len(sitting.game.session.history)
    sitting.open(AnchorDialog(sitting.game, idea, track))
    sitting.fill("indicator", "  ")
    sitting.fill("baseline", "mange")
    sitting.fill("months", "1,5")
    sitting.enter()
    texts = sitting.texts
    assert "Det er ikke et tal. Skriv det som 2,5." in texts
    assert "Et helt tal, 0 til 240." in texts
    assert "Skriv, hvad der bliver målt." in texts
    assert "mange" in texts
    assert len(sitting.game.session.history) == before
    sitting.fill("indicator", "Tid")
    sitting.fill("baseline", "12,5")
    sitting.fill("months", "")
    sitting.enter()
    measure = sitting.decided(act.Anchor).measure
    assert measure is not None
    assert (measure.indicator, measure.baseline, measure.months) == ("Tid", 12.5, None)


@each_row(
    "text, lang, value",
    [
        ("12,5", "da", 12.5),
        ("12.5", "da", 12.5),
        ("1.250", "da", 1250),
        ("1.250,75", "da", 1250.75),
        ("12,5", "en", 12.5),
        ("1,250", "en", 1250),
        ("1,250.75", "en", 1250.75),
        ("−3", "da", -3),
        (" 45 ", "en", 45),
        ("", "da", None),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, lang: str, value: object) -> None:
    assert parse_number(text, lang) == value


@pytest.mark.parametrize("text", ["tolv", "1,2,3", "12 min", "1e5", "nan", "--4", "½"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        parse_number(text, "da")


@pytest.mark.parametrize("text", ["-1", "241", "1,5", "et år", "²"])
def test_what_are_no_months_is_refused(text: str) -> None:
    wrong = MeasureForm("Time", months=text).read(Words("en"))
    assert wrong == {"months": "A whole number, 0 to 240."}


# ------------------------------------------------------------------ hand over, mitigate, try
def test_an_owner_hands_over_with_one_press(sitting: Sitting) -> None:
    idea, track = sitting.claimed()
    seat = sitting.game.state.turn
    sitting.do(act.Anchor(seat, idea.id, track, 0))
    idea = sitting.game.state.idea(idea.id) or idea
    sitting.open(HandOverDialog(sitting.game, idea, track))
    assert sitting.app.top.ui.find("seat:0") is None
    sitting.key(pygame.K_DOWN)
    sitting.enter()
    assert sitting.decided(act.HandOver) == act.HandOver(0, idea.id, track, 2)


def test_mitigating_takes_no_words(sitting: Sitting) -> None:
    idea, risk = sitting.risky()
    sitting.open(MitigateDialog(sitting.game, idea, risk))
    assert "in 6" in sitting.texts
    sitting.enter()
    assert sitting.decided(act.Mitigate).note == ""


def test_a_note_keeps_its_lines(sitting: Sitting) -> None:
    idea, risk = sitting.risky()
    sitting.open(MitigateDialog(sitting.game, idea, risk))
    sitting.type("To kolleger øver sig")
    sitting.enter(mod=pygame.KMOD_SHIFT)
    sitting.type("på ægte sager")
    sitting.enter()
    assert sitting.decided(act.Mitigate).note == "To kolleger øver sig\npå ægte sager"


# ------------------------------------------------------------------ writing
def test_an_idea_is_written_by_keyboard_alone(sitting: Sitting) -> None:
    seat = sitting.game.state.turn
    sitting.key(pygame.K_w, text="w")
    sitting.look()
    assert isinstance(sitting.app.top, WriteDialog)
    sitting.type("Værten på hjørnet: æøå")
    sitting.tab_to("text")
    sitting.type("Én, der møder folk ved døren")
    sitting.choose(track=2, kind=1)
    sitting.tab_to("estimate")
    sitting.key(pygame.K_4, text="4")
    sitting.enter()
    assert sitting.decided(act.WriteIdea) == act.WriteIdea(
        seat, "Værten på hjørnet: æøå", "process", "product", 4, "Én, der møder folk ved døren"
    )


CHOICES: dict[CardKind, list[tuple[str, str]]] = {
    "idea": [("track", "track"), ("kind", "kind"), ("estimate", "number")],
    "benefit": [("idea", "idea"), ("track", "track"), ("estimate", "number")],
    "downside": [("idea", "idea"), ("track", "track"), ("size", "number")],
    "risk": [
        ("idea", "idea"),
        ("track", "track"),
        ("severity", "number"),
        ("likelihood", "number"),
    ],
}
"""The choices of each form from top to bottom, and what each is called when it is asked for."""


@pytest.mark.parametrize("card", CHOICES)
def test_nothing_of_a_written_card_is_chosen_before_somebody_chooses_it(
    sitting: Sitting, card: CardKind
) -> None:
    s = sitting.game.state
    idea, track = next((i, n) for i, x in enumerate(s.ideas) for n in range(4) if not x.benefits[n])
    picks = {"idea": idea + 1, "track": track + 1}
    before = len(sitting.game.session.history)
    sitting.open(WriteDialog(sitting.game, DraftHolder(CardDraft(card, name="Intet valgt"))))
    for key, called in CHOICES[card]:
        sitting.enter()
        asked = "an idea" if called == "idea" else f"a {called}"
        assert f"Choose {asked} first." in sitting.texts
        assert len(sitting.game.session.history) == before
        sitting.choose(**{key: picks.get(key, 2)})
    sitting.enter()
    assert len(sitting.game.session.history) == before + 1


def test_a_written_idea_claims_six_at_most(sitting: Sitting) -> None:
    sitting.open(WriteDialog(sitting.game, sitting.services.drafts))
    sitting.type("Stor idé")
    sitting.choose(track=1, kind=1)
    sitting.tab_to("estimate")
    sitting.key(*[pygame.K_RIGHT] * 8)
    sitting.key(pygame.K_6, text="6")
    sitting.enter()
    assert sitting.decided(act.WriteIdea).estimate == 6


def test_a_benefit_is_written_by_keyboard_alone(sitting: Sitting) -> None:
    s = sitting.game.state
    sitting.open(WriteDialog(sitting.game, sitting.services.drafts))
    sitting.tab_to("card")
    sitting.key(pygame.K_RIGHT)
    sitting.fill("name", "Færre skæve spørgsmål på gangen")
    place, idea = next((i, x) for i, x in enumerate(s.ideas) if None in x.benefits)
    free = TRACKS[idea.benefits.index(None)]
    sitting.choose(idea=place + 1, track=TRACKS.index(free) + 1)
    sitting.tab_to("estimate")
    sitting.key(pygame.K_3, text="3")
    sitting.enter()
    assert sitting.decided(act.WriteBenefit) == act.WriteBenefit(
        s.turn, "Færre skæve spørgsmål på gangen", free, idea.id, 3
    )


def test_a_risk_is_written_by_mouse_and_typing_alone(sitting: Sitting) -> None:
    s = sitting.game.state
    sitting.open(WriteDialog(sitting.game, sitting.services.drafts))
    _press_option(sitting, "card", 3, of=4)
    sitting.type("Ingen tør sige nej på mødet")
    _press_option(sitting, "idea", 1, of=len(s.ideas))
    _press_option(sitting, "track", 3, of=4)
    _press_option(sitting, "severity", 3, of=4)
    _press_option(sitting, "likelihood", 0, of=5)
    sitting.click("yes")
    assert sitting.decided(act.WriteRisk) == act.WriteRisk(
        s.turn, "Ingen tør sige nej på mødet", "employee", s.ideas[1].id, 4, 1
    )


def _press_option(sitting: Sitting, key: str, option: int, *, of: int) -> None:
    box = sitting.widget(key).box.columns(of)[option]
    u = sitting.app.u
    sitting.click((round(box.centre[0] * u), round(box.centre[1] * u)))


def test_a_card_without_a_name_is_told_at_the_name(sitting: Sitting) -> None:
    before = len(sitting.game.session.history)
    sitting.open(WriteDialog(sitting.game, sitting.services.drafts))
    sitting.tab_to("text")
    sitting.type("Kun en forklaring")
    sitting.click("yes")
    assert "Something must be written here" in sitting.texts
    assert "Kun en forklaring" in sitting.texts
    assert len(sitting.game.session.history) == before
    sitting.fill("name", "Nu med navn")
    sitting.choose(track=1, kind=1)
    sitting.tab_to("estimate")
    sitting.key(pygame.K_3, text="3")
    sitting.enter()
    assert sitting.decided(act.WriteIdea).text == "Kun en forklaring"


def test_a_taken_track_is_told_at_the_track(sitting: Sitting) -> None:
    idea = sitting.game.state.ideas[0]
    taken = next(track for track, _ in idea.claims())
    dialog = WriteDialog(sitting.game, sitting.services.drafts)
    dialog.draft.idea, dialog.draft.name = idea.id, "Endnu en"
    dialog.draft.card, dialog.draft.track, dialog.draft.estimate = "benefit", taken, 3
    sitting.open(dialog)
    sitting.enter()
    assert "already has a benefit on" in sitting.texts.replace("\n", " ")
    assert isinstance(sitting.app.top, WriteDialog)


def test_what_was_written_is_there_when_the_dialog_is_opened_again(sitting: Sitting) -> None:
    sitting.open(WriteDialog(sitting.game, sitting.services.drafts))
    sitting.type("Halvfærdig tanke")
    sitting.key(pygame.K_ESCAPE, pygame.K_ESCAPE)  # the field, then the dialog
    sitting.open(WriteDialog(sitting.game, sitting.services.drafts))
    assert "Halvfærdig tanke" in sitting.texts
    sitting.choose(track=1, kind=1)
    sitting.tab_to("estimate")
    sitting.key(pygame.K_3, text="3")
    sitting.enter()
    sitting.open(WriteDialog(sitting.game, sitting.services.drafts))
    assert "Halvfærdig tanke" not in "\n".join(
        drawn.text for drawn in sitting.read() if drawn.size == 28
    )


def test_without_ideas_a_benefit_cannot_be_written(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path)
    sitting.open(WriteDialog(sitting.game, sitting.services.drafts))
    sitting.tab_to("card")
    sitting.key(pygame.K_RIGHT)
    sitting.fill("name", "Svæver frit")
    sitting.enter()
    assert "There is no idea on the table" in sitting.texts.replace("\n", " ")
    assert not sitting.game.session.history


def test_letters_are_asked_for_while_a_field_has_the_focus(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(pygame.key, "start_text_input", lambda: asked.append(True))
    monkeypatch.setattr(pygame.key, "stop_text_input", lambda: asked.append(False))
    sitting.open(WriteDialog(sitting.game, sitting.services.drafts))
    assert asked == [True]
    sitting.tab_to("track")
    assert asked == [True, False]
    sitting.tab_to("name")
    sitting.key(pygame.K_ESCAPE)
    sitting.look()
    assert asked == [True, False, True, False]
