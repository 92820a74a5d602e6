"""Which sessions count, and which words may be shown."""

from __future__ import annotations

from dataclasses import replace

from game.portfolio.facts import Facts, SessionFact
from game.portfolio.parquet import parquet_files
from game.portfolio.views import KNOWN_TO
from tests.portfolio.facts import BENEFIT, OWN, PLAYED, RISK, counted, game_of
from tests.portfolio.files import rows, summed, tables

GAME = replace(PLAYED, fingerprint="a" * 64, family="one", entries=100)


def counted_entries(*games: Facts) -> tuple[list[int], int]:
    """How many entries the games have that count, and how many games are left out."""
    store = counted(*games)
    figures = summed(store).figures
    found = store.connection.execute("SELECT entries FROM counted ORDER BY entries").fetchall()
    assert len(found) == figures.sessions
    return [entries for (entries,) in found], figures.copies


def branch(of: SessionFact, at: int, entries: int, mark: str) -> Facts:
    """A session that goes on from an entry of another one."""
    origin = of.fingerprint
    return game_of(
        replace(of, fingerprint=mark * 64, origin=origin, origin_entry=at, entries=entries)
    )


def test_a_copy_counts_once_and_the_longest_is_the_one() -> None:
    shorter = game_of(replace(GAME, entries=80))
    without_names = game_of(replace(GAME, fingerprint="b" * 64, entries=100))
    assert counted_entries(game_of(GAME), shorter, without_names) == ([100], 2)


def test_a_what_if_does_not_count_beside_the_game_it_left() -> None:
    assert counted_entries(game_of(GAME), branch(GAME, 40, 300, "b")) == ([100], 1)


def test_a_what_if_alone_counts() -> None:
    assert counted_entries(branch(GAME, 40, 300, "b")) == ([300], 0)


def test_what_goes_on_where_a_file_ended_takes_its_place() -> None:
    """A file of an older format is never changed: what is added goes into a new one beside it."""
    assert counted_entries(game_of(GAME), branch(GAME, 100, 104, "b")) == ([104], 1)


def test_two_games_count_twice() -> None:
    assert counted_entries(game_of(GAME), game_of(PLAYED)) == ([100, 100], 0)


def test_only_sessions_with_one_of_the_tags_count_whatever_their_case() -> None:
    spring = game_of(replace(PLAYED, tags=("forår", "byggesag")))
    autumn = game_of(replace(PLAYED, tags=("efterår",)))
    store = counted(spring, autumn, game_of())
    assert summed(store, tags=("FORÅR",)).figures.sessions == 1
    figures = summed(store, tags=("forår", "Efterår")).figures
    assert (figures.sessions, figures.others) == (2, 1)
    assert summed(store).figures.sessions == 3


# ------------------------------------------------------------------ words
def own(n: int, **more: object) -> Facts:
    """A session of the n-th project."""
    session = replace(OWN, project=f"project {n}")
    return game_of(session, **more)


WRITTEN = replace(BENEFIT, own_unit=True, unit_da="karens sager", unit_en="karens sager",
                  unit_kind="number")  # fmt: skip


def test_a_unit_of_few_projects_is_counted_with_its_like() -> None:
    few = [own(n, benefits=(WRITTEN,)) for n in range(KNOWN_TO - 1)]
    again = own(0, benefits=(WRITTEN,))
    assert list(rows(summed(counted(*few, again)), "by_unit")) == ["Other numbers"]
    many = [*few, own(KNOWN_TO, benefits=(WRITTEN,))]
    assert list(rows(summed(counted(*many)), "by_unit")) == ["karens sager"]


def test_a_unit_of_a_case_may_be_shown() -> None:
    store = counted(own(1, benefits=(BENEFIT,)))
    assert list(rows(summed(store), "by_unit")) == ["days"]


def test_a_unit_is_one_however_it_is_spelt_and_is_called_what_a_case_calls_it() -> None:
    benefits = [
        replace(BENEFIT, own_unit=True, unit_da="DAGE", unit_en="DAGE"),
        BENEFIT,
        replace(BENEFIT, own_unit=True, unit_da="dage", unit_en="dage"),
    ]
    store = counted(*(own(n, benefits=(benefit,)) for n, benefit in enumerate(benefits)))
    assert rows(summed(store), "by_unit")["days"]["benefits"] == 3


def test_a_risk_is_shown_in_words_that_several_projects_wrote() -> None:
    leaves = replace(RISK, name_da="dorthe siger op", name_en="dorthe siger op")
    power = replace(RISK, name_da="strømmen går", name_en="strømmen går")
    games = [own(n, risks=(power, leaves) if n < 2 else (power,)) for n in range(KNOWN_TO)]
    store = counted(*games)
    portfolio = summed(store)
    assert list(rows(portfolio, "risks_of_groups")) == ["Strømmen går"]
    everything = str(tables(parquet_files(store.connection)))
    assert "strømmen går" in everything
    assert "dorthe" not in everything
