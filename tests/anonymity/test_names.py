"""Names are found however they are written, and a word that only looks like one is in doubt."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.anonymity import AS_FOUND, NameChoices, NameReplacer, Person
from game.anonymity.spelling import plain, spellings
from tests.rows import each_row

NAMES = ["Ane", "Bo", "Çağla Ærø"]
ROLES = ["Medarbejder i front", "Borgerens stemme", "Controller"]


def replacer(names: Sequence[str], called: Sequence[str]) -> NameReplacer:
    """A replacer of some names by what stands in their place."""
    return NameReplacer([Person(*pair) for pair in zip(names, called, strict=True)])


def told(
    name: str, text: str, choices: NameChoices = AS_FOUND, *, spare_small: bool = False
) -> str:
    """A text with ``#`` in place of one person."""
    return NameReplacer([Person(name, "#")], choices, spare_small=spare_small)(text)


def doubts(name: str, text: str) -> list[tuple[str, str | None]]:
    return [(match.word, match.doubt) for match in replacer([name], ["#"]).found(text)]


@each_row(
    "text, said",
    [
        ("Ane måler", "Medarbejder i front måler"),
        ("Anes gevinst, Bo's risiko", "Medarbejder i fronts gevinst, Borgerens stemme's risiko"),
        ("spørg ÇAĞLA ærø!", "spørg Controller!"),
        ("Çağla eller Ærø", "Controller eller Controller"),
        ("BO: ja", "Borgerens stemme: ja"),
        ("Boligen og kanen og planen", "Boligen og kanen og planen"),
        ("Ane-Marie", "NN"),
        ("", ""),
    ],
)
def test_who_is_named_is_told_by_role(text: str, said: str) -> None:
    assert replacer(NAMES, ROLES)(text) == said


@each_row(
    "text, said",
    [
        ("Bo Friis sagde ja", "Borgerens stemme sagde ja"),
        ("Bo Friis' svar", "Borgerens stemme' svar"),
        ("Spørg Bo Friis Lund.", "Spørg Borgerens stemme."),
        ("Bo siger: Outlook virker", "Borgerens stemme siger: Outlook virker"),
        ("Bo, Friis", "Borgerens stemme, Friis"),
        ("BO FRIIS", "Borgerens stemme FRIIS"),
        ("bo Friis", "Borgerens stemme Friis"),
        ("Çağla Holm", "NN"),  # somebody else
        ("Jens Peter Å. Ærø kommer", "NN kommer"),
        ("vi ringede til Per Ærø", "vi ringede til NN"),
        ("Ring Ærø op", "Ring Controller op"),
        ("Ærø-Holm", "NN"),
        ("Mette-Bo", "NN"),
        ("Bo Friis Ærø", "Borgerens stemme Controller"),
    ],
)
def test_unknown_names_beside_a_name_are_taken_out_with_it(text: str, said: str) -> None:
    assert replacer(NAMES, ROLES)(text) == said


@each_row(
    "text",
    [
        "Ane Sørensen",
        "ANE SØRENSEN",
        "ane sørensen",
        "Ane\u00a0Sørensen",
        "Ane\u202fSørensen",
        "Ane\u2009Sørensen",
        "Ane\tSørensen",
        "Ane\nSørensen",
        "AneSørensen",
        "anesørensen",
        "Ane\u200bSørensen",
        "A\u00adne Sø\u00adrensen",
        "Ane-Sørensen",
        "ane_sørensen",
        "ane.sørensen",
        "Ane Sorensen",
        "Ane Soerensen",
        "Áne Sörensen",
        unicodedata.normalize("NFD", "Ané Sørensen"),
        "Sørensen, Ane",
        "Ane K. Sørensen",
        "A. Sørensen",
        "A Sørensen",
        "Ane S.",
        "asoerensen",
        "Ane",
        "Sørensen",
        "ane@kommune.dk",
        "ane.sorensen+x@borger.kommune.dk",
    ],
)
def test_however_it_is_spelt(text: str) -> None:
    assert told("Ane Sørensen", text) in ("#", "[…]")
    said = told("Ane Sørensen", f"Spørg {text} i dag.")
    assert said in ("Spørg # i dag.", "Spørg […] i dag.")


@each_row(
    "text, said",
    [
        ("Anes", "#s"),
        ("Ane's", "#'s"),
        ("Ane’s", "#’s"),
        ("Sørensens", "#s"),
        ("anes-soerensens-indtag", "#s-#s-indtag"),
        ("Ane2", "#2"),
        ("(Ane)", "(#)"),
        ("»Ane«/Bo", "»#«/Bo"),
    ],
)
def test_what_it_ends_in_stays(text: str, said: str) -> None:
    assert told("Ane Sørensen", text) == said


@each_row(
    "text, said",
    [
        ("Spørg Ane Sørens", "Spørg #"),
        ("Spørg Ane S", "Spørg #"),
        ("Spørg ane soere …", "Spørg # …"),
        ("Spørg Søre", "Spørg #"),
        ("Spørg anesøre", "Spørg #"),
        ("Spørg AneSøre", "Spørg #"),
        ("Spørg Sør", "Spørg Sør"),
        ("Søre er ikke til sidst", "Søre er ikke til sidst"),
        ("hvad ane s", "hvad # s"),
    ],
)
def test_a_name_that_was_cut_off_at_the_end_of_a_field_is_found(text: str, said: str) -> None:
    assert told("Ane Sørensen", text) == said


def test_letters_are_each_written_in_either_way() -> None:
    for text in ("Jörgensø", "Joergensø", "Jorgensoe", "JÖRGENSOE", "joergenso"):
        assert told("Jörgensø", text) == "#", text


def test_small_words_in_a_name_belong_to_it() -> None:
    assert told("Anna de la Cour", "Anna de la Cours idé, de la Cour, la Cour") == (
        "#s idé, de la #, la #"
    )
    assert told("Ane (HR)", "Ane fra HR") == "# fra HR"
    assert told("Ane, teamleder", "Ane er teamleder") == "# er teamleder"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("talmedAneSørenseni dag", "talmed # i dag"),
        ("spørgAneOm det", "spørg # Om det"),
        ("tal medAne", "tal med #"),
        ("Anesiger ja", "# siger ja"),
        ("spurgte anesørensensiger", "spurgte # siger"),
    ],
)
def test_spaces_that_were_lost_are_no_hiding_place(text: str, said: str) -> None:
    assert told("Ane Sørensen", text) == said


@each_row(
    "name, text",
    [
        ("Bo", "Boligen bobler, og boet er gjort op"),
        ("Ane", "kanen, planen, Anelse og banen"),
        ("Per", "Perspektiv, superb, persille"),
        ("Mark", "Markedet for markedsføring"),
        ("Joe", "jo, og jovist"),
        ("Anna de la Cour", "de lader det ligge, la la"),
        ("Bo Li", "Boligen"),
        ("Borgersen", "for enhver borger"),
    ],
)
def test_a_word_that_only_holds_the_letters_is_left(name: str, text: str) -> None:
    assert told(name, text) == text


def test_a_name_that_two_share_is_nobodys() -> None:
    hiding = replacer(["Bo Hansen", "Åse Hansen", "B"], ["Borger", "Controller", "Leder"])
    assert hiding("Bo, Åse, Hansen, B") == "Borger, Controller, NN, B"
    assert hiding("Åse Hansen.") == "Controller."
    assert hiding("Å. Hansen og B. Hansen") == "Controller og Borger"


@each_row(
    "name, text, word, doubt",
    [
        ("Love", "for the love of it", "love", "small"),
        ("Love", "Love spoke", "Love", "word"),
        ("Bo", "vil bo hjemme", "bo", "small"),
        ("Bo", "Bo hjemme længere", "Bo", "word"),
        ("Storm", "Storm over Limfjorden", "Storm", "word"),
        ("Rose Holt", "en rose", "rose", "small"),
        ("Mark", "Mark the day", "Mark", "word"),
        ("Storm", "Stormsang", "Stormsang", "inside"),
        ("Dorthea", "Spørg Dort", "Dort", "cut"),
    ],
)
def test_what_may_be_a_word_is_in_doubt(name: str, text: str, word: str, doubt: str) -> None:
    assert doubts(name, text) == [(word, doubt)]
    kept = NameChoices(frozenset({word}))
    assert told(name, text) != text
    assert told(name, text, choices=kept) == text


@pytest.mark.parametrize(
    "text", ["Dorthe", "DORTHE", "Rose Holt", "rose holt", "RoseHolt", "R. Holt"]
)
def test_an_unusual_word_and_a_full_name_are_sure(text: str) -> None:
    hiding = replacer(["Dorthe", "Rose Holt"], ["#", "#"])
    assert [match.doubt for match in hiding.found(text)] == [None]


def test_what_is_kept_is_taken_out_of_a_full_name_all_the_same() -> None:
    keep = NameChoices(frozenset({"Storm", "storm"}))
    text = "Storm over byen, sagde Love Storm. En storm!"
    assert told("Love Storm", text, choices=keep) == "Storm over byen, sagde #. En storm!"


def test_who_has_the_first_name_of_one_and_the_last_of_another_is_somebody_else() -> None:
    hiding = replacer(["Anne-Mette Krogh", "Søren Højgaard", "Bo Holm"], ROLES)
    assert hiding("Mette Sørensen går på barsel, og Søren Holm med.") == (
        "NN går på barsel, og NN med."
    )
    assert hiding("Mette Krogh, Søren, Bo Holm") == ", ".join(ROLES)
    assert hiding("Mette og Søren") == "Medarbejder i front og Borgerens stemme"
    [match] = hiding.found("Mette Sørensen")
    assert (match.word, match.may_stay) == ("Mette Sørensen", True)


def test_what_is_kept_is_kept_as_it_is_written() -> None:
    keep = NameChoices(frozenset({"love"}))
    assert told("Love", "love, Love, LOVE", choices=keep) == "love, #, #"


def test_a_name_in_small_letters_is_no_less_a_name() -> None:
    assert doubts("mette", "Mette og mette") == [("Mette", "word"), ("mette", "word")]
    assert doubts("dorthe", "dorthe") == [("dorthe", None)]


def test_on_a_screen_small_letters_stay() -> None:
    assert told("Bo", "vil bo hos Bo", spare_small=True) == "vil bo hos #"


@each_row(
    "text",
    [
        *("010190-1234", "cpr 311299-0001.", "010190 1234", "nr. 0101901234", "610190-1234"),
        *("010190 - 1234", "010190- 1234", "010190\u20131234", "010190 \u2014 1234"),
        *("010190\u20111234", "010190\u22121234", "010190\u00ad1234", "010190\u00a01234"),
        *("ring 22 33 44 55", "+45 22334455", "+45 22 33 44 55."),
        *("01.01.90-1234", "01-01-90-1234", "01 01 90 1234", "01011990-1234", "010190/1234"),
        *("x@y.dk", "A.B-C@D.E.dk", "skriv til ab.c@kommu", "ab.c@ …"),
    ],
)
def test_what_identifies_without_a_name_is_taken_out(text: str) -> None:
    assert "[…]" in NameReplacer([])(text)


@each_row(
    "text",
    [
        *("12-05-2027", "990199-1234", "9901991234", "120 345 1234", "5.000.000", "26 12345678"),
        *("12345678 kr.", "22 33 44 5", "1,22 33 44 55", "10 20 30 40-50"),
        *("den 12.03.2026 1400 borgere", "31-12-2026 – 01-01-2027", "2026-01-12 1400"),
        *("a@b", "2026-11-21-pas-1430", "@", "3 stk@5 kr. i alt"),
    ],
)
def test_other_numbers_and_signs_stay(text: str) -> None:
    assert NameReplacer([])(text) == text


@given(st.lists(st.text(max_size=12), min_size=1, max_size=4), st.text(max_size=60))
def test_any_names_in_any_text(names: list[str], text: str) -> None:
    hiding = replacer(names, ["#"] * len(names))
    found = hiding.found(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= match.start < match.end <= len(text) for match in found)
    assert len(hiding(text)) <= 4 * len(text)


PARTS = st.text(min_size=3, max_size=9, alphabet="abcnrtxæøåéöü").map(str.title)


@given(st.lists(PARTS, min_size=1, max_size=4), st.sampled_from(" \u00a0-"))
def test_a_name_leaves_nothing_of_itself(parts: list[str], between: str) -> None:
    name = between.join(parts)
    for text in (name, name.upper(), name.lower(), f"{name}s", unicodedata.normalize("NFD", name)):
        left = told(name, text)
        assert not any(c.isalpha() for c in left.removesuffix("s")), (name, text, left)


@given(st.text(max_size=30))
def test_the_plain_spelling_is_stable(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert all(form == plain(form) for form in spellings(text))
