"""The facilitator's guide: what to print, how to begin, and how a round is played by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce

from game.content import Case
from game.debrief.talk import usual_minutes
from game.engine import Setup
from game.frozen import frozen
from game.i18n import Words, mark
from game.printing import odds
from game.printing.blocks import (
    Block,
    beside,
    bullets,
    heading,
    lead,
    paragraph,
    section_blocks,
    steps,
    table,
)
from game.printing.reference import dice_tables
from game.report.file_names import file_name
from game.wording import modules
from game.wording.levels import level_name
from game.wording.paragraphs import paragraphs
from game.wording.rules_text import Section, glossary, rules


@frozen
class Printed:
    """A file of the kit: its name, what it is, how it is printed, and its pages."""

    file: str
    what: str
    how: str
    pages: int


def guide(
    t: Words, case: Case, sections: Mapping[str, Section], printed: Sequence[Printed]
) -> list[Block]:
    """The guide as blocks."""
    return [
        heading(case.title.read(t.lang), 1),
        lead(t("For whoever leads the game at a table without a projector.")),
        paragraph(_about(t, case)),
        *_printing(t, printed),
        *_beginning(t, case),
        *_round(t, case, sections),
        *_asking(t),
        *_tables(t, case),
        *_own_words(t),
        *_ending(t, case),
        *_case(t, case),
    ]


def rules_book(t: Words, case: Case) -> list[Block]:
    """The rules with the numbers and the modules of the case, and the words."""
    told = rules(t, case.setup.rules, case.setup.goals)
    words = [(t("Word"), t("Meaning")), *glossary(t)]
    return [
        heading(t("The rules of Gevinstbordet"), 1),
        lead(case.title.read(t.lang)),
        *(block for section in told for block in section_blocks(section)),
        heading(t("Words")),
        table(words),
    ]


def _about(t: Words, case: Case) -> str:
    return t(
        "About {minutes} minutes, level: {level}. {modules}",
        minutes=case.minutes,
        level=level_name(t, case.setup.level),
        modules=modules.announcement(t, case.setup.rules.modules),
    )


# ------------------------------------------------------------------ before the game
def _printing(t: Words, printed: Sequence[Printed]) -> Iterator[Block]:
    yield heading(t("What to print"))
    yield paragraph(t("Print at actual size (100%), in colour if you can."))
    rows = [[p.file, p.what, p.how, t.number(p.pages)] for p in printed]
    yield table([[t("File"), t("What it is"), t("How"), t("Pages")], *rows])
    yield paragraph(
        t(
            "You also need two dice, pencils, a rubber, scissors and tape. Thick paper (160 to 200 "
            "g) makes good cards."
        )
    )


def _beginning(t: Words, case: Case) -> Iterator[Block]:
    setup = case.setup
    numbers = setup.rules
    yield heading(t("Before you begin"))
    yield steps(
        [
            t(
                "Cut out the cards, and shuffle each deck by itself. Seal the slips of {file}.",
                file=file_name(t.lang, "sealed.pdf"),
            ),
            t(
                "Lay the board in the middle, with the economy overview, the idea sheets and the "
                "tables beside it. Give each seat a reference card and a set of estimate cards."
            ),
            t(
                "Each player takes a role with its aim. With few players, deal out further roles, "
                "one each in turn, until {roles} are in play.",
                roles=numbers.roles_in_play,
            ),
            t(
                "Put trust on {trust}, capacity on {capacity} and both markers of every track on "
                "0. The flag shows each goal.",
                trust=numbers.trust,
                capacity=numbers.capacity,
            ),
            *_dealing(t, case),
            t(
                "Read the story aloud, then the game in twelve sentences, from {file}.",
                file=file_name(t.lang, "rules.pdf"),
            ),
        ]
    )


def _dealing(t: Words, case: Case) -> Iterator[str]:
    setup = case.setup
    if not setup.ideas:
        yield t("There are no decks of ideas, benefits and risks: all of it is written on cards.")
        return
    first = setup.rules.deal_first
    ideas, benefits, risks = (
        min(first, len(deck)) for deck in (setup.ideas, setup.benefits, setup.risks)
    )
    dealt = [
        *[t.plural("{n} idea", "{n} ideas", ideas)] * (ideas > 0),
        *[t.plural("{n} benefit", "{n} benefits", benefits)] * (benefits > 0),
        *[t.plural("{n} risk", "{n} risks", risks)] * (risks > 0),
    ]
    cards = reduce(lambda said, more: t("{cards}, then {more}", cards=said, more=more), dealt)
    yield t(
        "Deal {cards}, one by one round the table, going on where the last card fell. All cards "
        "lie open in front of their players.",
        cards=cards,
    )


def _dealing_later(t: Words, setup: Setup) -> Iterator[str]:
    """What is dealt in later rounds, as far as the decks go."""
    numbers = setup.rules
    decks = (setup.ideas, setup.benefits, setup.risks)
    left = [max(0, len(deck) - numbers.deal_first) for deck in decks]
    if not any(left) or not numbers.deals_later:
        return
    text = (
        mark("At the next {deals} openings deal {n} of each deck, as at the start.")
        if min(left) >= numbers.deals_later * numbers.deal_later
        else mark(
            "At the next {deals} openings deal {n} of each deck, as at the start, as long as it "
            "lasts."
        )
    )
    yield t(text, deals=numbers.deals_later, n=numbers.deal_later)


# ------------------------------------------------------------------ a round
def _round(t: Words, case: Case, sections: Mapping[str, Section]) -> Iterator[Block]:
    yield heading(t("A round by hand"))
    yield paragraph(" ".join(sections["round"].paragraphs))
    yield steps([*_opening(t, case), *_turns(t), *_check(t, case)])
    yield beside(
        [heading(t("How many actions each has"), 3), table(odds.shares(t, case.setup))],
        [heading(t("New capacity at the opening of a round"), 3), table(odds.incomes(t))],
        shares=(1, 2),
    )


def _opening(t: Words, case: Case) -> Iterator[str]:
    numbers = case.setup.rules
    yield t("Move the round marker, and pass the marker of who begins to the next seat.")
    yield t(
        "Trials report, in the order of the letters: answer what was asked from the slip, then "
        "throw against the idea's maturity. Up to it the idea is proven: tell all its effects. "
        "Above it whoever set the trial up chooses what to adjust."
    )
    if "demand" in numbers.modules:
        yield modules.rule(t, "demand", numbers)
    yield t("From round 2 on turn an event. With two ways out, whoever begins chooses.")
    yield t("Add new capacity: see the small numbers on the trust meter.")
    yield from _dealing_later(t, case.setup)


def _turns(t: Words) -> Iterator[str]:
    yield t(
        "Turns. For a new idea take the next idea sheet, lay the card beside it, and write on it "
        "all that is said of the idea: estimates, owners, risks, trials. Keep the hollow markers "
        "at the sum of what is claimed on each track, from which downsides are taken off."
    )
    yield t(
        "For estimate poker all lay a card face down, and turn at the same time; those furthest "
        "apart speak first, and whoever has the turn decides."
    )


def _check(t: Words, case: Case) -> Iterator[str]:
    numbers = case.setup.rules
    yield t(
        "Reality check. Take the ideas that are due in the order they were implemented, {n} at "
        "most, and open the slip of each. Read out its true risks one by one and throw for each; "
        "then go on down the reference card: stumble, harvest, word kept, open. Move the solid "
        "markers, and trust.",
        n=numbers.check_ideas,
    )
    yield t(
        "Nothing due? Find the idea that claims most in all, open its slip, and tell the truth of "
        "its largest claim that is not known yet."
    )
    for code in numbers.modules:
        if code in _AT_THE_CHECK:
            yield modules.rule(t, code, numbers)
    yield t("Write the round down on the result sheet: each track, trust, and what came to light.")


_AT_THE_CHECK = ("combination", "dropouts", "everybody", "tension")
"""The modules that act when an idea is realised, or when the check ends."""


# ------------------------------------------------------------------ what the slips answer
def _asking(t: Words) -> Iterator[Block]:
    yield heading(t("What is asked of a slip"))
    yield bullets(
        [
            t(
                "An effect: tell the number on that track and nothing else. Where several are "
                "possible, throw out of sight and write the number down."
            ),
            t(
                "A risk: one that is true and that nobody has named. If there are several, throw "
                "for which one, among those that are left. It lies on the idea from now on, named."
            ),
            t(
                "A named risk is true if the slip has it. One in your own words is true if the "
                "slip has a risk on that track that is not named otherwise: it strikes as the slip "
                "says."
            ),
            t(
                "A risk that an event has made more likely is 1 more for each marker on its track, "
                "never above 5."
            ),
        ]
    )


def _tables(t: Words, case: Case) -> Iterator[Block]:
    yield heading(t("Dice and tables"))
    yield paragraph(t("A real die gives the same chances as the program."))
    strikes, maturity, harvest, harms, word = (
        (heading(entry["title"], 3), table(entry["rows"])) for entry in dice_tables(t, case)
    )
    yield beside(strikes, maturity, shares=(5, 3))
    yield from harvest
    yield beside(harms, word, shares=(1, 1))


def _own_words(t: Words) -> Iterator[Block]:
    yield heading(t("Ideas in your own words"))
    yield paragraph(
        t(
            "Take a blank slip, and draw what is true by the tables at the front of {file}, "
            "out of sight of the group. What was claimed makes no difference.",
            file=file_name(t.lang, "sealed.pdf"),
        )
    )


# ------------------------------------------------------------------ after the game
def _ending(t: Words, case: Case) -> Iterator[Block]:
    yield heading(t("The end"))
    yield paragraph(
        t(
            "After the last round trials report once more, and all that is still under way is "
            "realised, however much it is. Then fill in the result sheet together, look at every "
            "aim, and find the verdict. Then talk, and allow about {n} minutes for it. The "
            "registers of {file} hold what you agree on; their columns are those of the "
            "program's report.",
            n=usual_minutes(len(case.questions), own_project=case.own_project),
            file=file_name(t.lang, "forms.pdf"),
        )
    )
    questions = [question.read(t.lang) for question in case.questions]
    if questions:
        yield heading(t("Talk about it"), 3)
        yield bullets(questions)


def _case(t: Words, case: Case) -> Iterator[Block]:
    for title, text in (
        (t("Story"), case.story.read(t.lang)),
        (t("What is fact and what is invented in this case"), case.notes.read(t.lang)),
    ):
        if text:
            yield heading(title)
            yield from map(paragraph, paragraphs(text))
