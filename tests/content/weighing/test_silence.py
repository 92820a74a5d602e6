"""Nothing is said of what is sound: the shipped cases, the sample, and near misses."""

from __future__ import annotations

import pytest
import tomli

from game.content import check_file
from game.content.weighing import prose
from game.content.weighing.directions import direction
from game.content.weighing.recognising import language
from game.content.weighing.wording import unspoilt
from game.i18n import LANGS, Lang
from game.resources import SCENARIOS
from tests.content.weighing.damage import Data, damaged, put, text_of, told
from tests.rows import each_row

CASES = sorted(path.stem for path in SCENARIOS.glob("*.toml"))
EXAMPLE = SCENARIOS.parent / "docs" / "example" / "one-door-for-building-permits.toml"
CASE = "koebenhavn-pas"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("id", CASES)
def test_nothing_is_said_of_a_shipped_case(id: str, lang: Lang) -> None:
    assert check_file(SCENARIOS / f"{id}.toml", lang=lang)[1] == []


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_is_said_of_the_example_or_of_a_new_case(lang: Lang) -> None:
    assert check_file(EXAMPLE, lang=lang)[1] == []
    assert told(text_of(lang)) == []


@pytest.mark.parametrize(
    "change",
    [
        put("ideas", 0, "name", to={"da": "Digital Post", "en": "Digital Post"}),
        put("ideas", 0, "name", to="Digital Post"),
        put("ideas", 0, "text", "da", to="Skemaet udfyldes hjemme og testes i uge 4."),
        put("ideas", 0, "text", "da", to="Borgeren siger »wait and see« og går hjem igen."),
        put("ideas", 0, "text", "da", to="Café à la carte – 3 * 4 borde, 5 < 6, #1 i kommunen."),
        put("ideas", 0, "text", "en", to="A café in Ærø: “smørrebrød” and the ferry at two."),
        put("ideas", 0, "effects", "citizen", to=[3, 6]),
        put("ideas", 0, "cost", to=5),
        put("benefits", 0, "measure", "months", to=24),
        put("tracks", "process", "unit", to={"da": "pct.point", "en": "pct. points"}),
        put(
            "tracks", "citizen", "indicator", to={"da": "Sager uden fejl", "en": "Faultless cases"}
        ),
        put("tracks", "economy", "unit", to={"da": "1.000 kr.", "en": "DKK '000"}),
        put("ideas", 0, "text", "da", to="Se kommunen.dk/side?id=3, eller spørg ved skranken."),
        put("benefits", 0, "measure", "unit", to={"da": "promille", "en": "per mille"}),
        put("economy", "posts", 0, "value", to=900),
        put(
            *("benefits", 0, "measure"),
            to={
                "indicator": {"da": "Belægning på stuen", "en": "Occupancy of the ward"},
                "unit": "%",
                "baseline": 112,
                "target": 98,
            },
        ),
        put("rules", "actions", to=12),
        put("roles", 0, "aim", "value", to=0.7),
        put("economy", "posts", 0, "value", to=40.2),
    ],
)
def test_a_near_miss_is_silent(change: object) -> None:
    assert told(damaged(CASE, change)) == []  # type: ignore[arg-type]


@each_row(
    "text, found",
    [
        ("Alle får en tid og en besked dagen før.", "da"),
        ("Borgeren venter kortere", "da"),
        ("Everybody gets a time and a note.", "en"),
        ("Sickness absence on the rounds", "en"),
        ("Controller", None),
        ("Digital Post", None),
        ("MitID, NemSMS, SAPA", None),
        ("", None),
        ("Das ist nicht wahr", None),
        ("IT-arkitekt", None),
        ("THE END OF THE LINE", "en"),
    ],
)
def test_a_language_is_named_only_when_it_is_sure(text: str, found: str | None) -> None:
    assert language(text) == found


def test_every_text_of_the_shipped_cases_is_taken_for_its_language_or_for_none() -> None:
    wrong: list[str] = []
    known = {"da": 0, "en": 0}
    for id in CASES:
        for text in _texts(id):
            for lang in LANGS:
                found = language(text.read(lang)) if text.plain is None else None
                wrong += [text.read(lang)] if found and found != lang else []
                known[lang] += found == lang
    assert not wrong
    assert min(known.values()) > 1300, "most of them are recognised"


def _texts(id: str) -> list[prose.Text]:
    data: Data = tomli.loads(text_of(id))
    return prose.texts(data)


@pytest.mark.parametrize(
    ("spoilt", "meant"),
    [
        ("PÃ¥rÃ¸rende fÃ¥r besked", "Pårørende får besked"),
        ("Ã†ldre, Ã˜konomi, Ã…bent", "Ældre, Økonomi, Åbent"),
        ("â€œhejâ€", "“hejâ€"),
        ("Â»hejÂ«", "»hej«"),
        ("Café à Paris, Âge", "Café à Paris, Âge"),
    ],
)
def test_broken_letters_are_made_whole(spoilt: str, meant: str) -> None:
    assert unspoilt(spoilt) == meant


@each_row(
    "indicator, way",
    [
        ("Ventetid ved skranken", -1),
        ("Svar uden ventetid", 0),
        ("Klager over tonen", -1),
        ("Klager besvaret inden for to dage", 0),
        ("Sygefravær", -1),
        ("Tilfredse borgere", 1),
        ("Utilfredse borgere", -1),
        ("Fald i udgifterne", 0),
        ("Årlig besparelse", 1),
        ("From application to permit", -1),
        ("Talks without interruption", 0),
        ("Besøg i parken", 0),
        ("Tid til beboerne", 0),
        ("Fra kl. 8 til kl. 17 åbent", 0),
        ("Indberettede fejl", 0),
    ],
)
def test_which_way_an_indicator_should_go(indicator: str, way: int) -> None:
    assert direction([indicator]) == way


def test_that_more_is_better_has_to_be_told_in_both_languages() -> None:
    assert direction(["Tilfredse borgere", "Satisfied citizens"]) == 1
    assert direction(["Afvigelse fra aftalt tid", "Minutes off the agreed time"]) == -1
    assert direction(["Målte tider", "Satisfied"]) == 0


def test_thousands_points_are_told_and_decimals_are_not() -> None:
    text = text_of(CASE)
    (problem,) = (
        p for p in told(text.replace("value = 16.8", "value = 1.250")) if p.code == "thousands"
    )
    assert problem.path == "economy.posts[0].value"
    assert text.splitlines()[problem.line - 1].strip().startswith("{ name = ")
    assert "1.250 is read as 1.25" in problem.message
    for fine in ("1.25", "0.125", "16.85", "1.2505"):
        assert "thousands" not in {p.code for p in told(text.replace("16.8", fine))}


def test_what_is_left_of_the_sample_is_told_once_somebody_has_begun() -> None:
    def rewrite(data: Data, most: int) -> None:
        for n, (deck, key) in enumerate((d, k) for d in _DECKS for k in ("name", "text")):
            for i, card in enumerate(data[deck]):
                if key in card and n * 10 + i < most:
                    card[key] = f"Noget helt andet, nummer {n} og {i}"

    begun = told(damaged("da", lambda data: rewrite(data, 40)))
    assert [p.code for p in begun if p.code.startswith("sample")] == ["sample_texts"]
    assert " of " in next(p.message for p in begun if p.code == "sample_texts")
    nearly = told(
        damaged(
            CASE,
            put(
                "ideas", 0, "text", "da", to="En kollega har tirsdagen og kender de unge ved navn."
            ),
        )
    )
    assert [(p.code, p.path) for p in nearly] == [("sample_text", "ideas[0].text")]
    alike = told(damaged(CASE, put("risks", 0, "name", "da", to="Alene i huset")))
    assert alike == [], "a short name may be the same by chance"


_DECKS = ("roles", "ideas", "benefits", "risks", "events")
