"""Mistakes that authors make, made in the case that ``gevinst new`` begins: table by table.

Each is a change of the good text: what stood there, what stands there instead, and the code of what
is told of it. ``sure`` are mended by ``gevinst check --fix``, to the letter as it was or as
``line`` says; of the others only a line is proposed.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import game.content

GOOD = (Path(game.content.__file__).parent / "skeleton" / "da.toml").read_text(encoding="utf-8")
GOOD = GOOD.replace('"@title"', '"Mit bibliotek"')


@dataclass(frozen=True)
class Mistake:
    """A change of the good text and what comes of it.

    ``line`` is what the told line looks like after mending; empty where it is the line as it was.
    """

    old: str
    new: str
    code: str
    sure: bool = True
    line: str = ""

    @property
    def text(self) -> str:
        """The good text with the mistake in it."""
        assert self.old in GOOD, self.old
        return GOOD.replace(self.old, self.new, 1)


def sure(code: str, *changes: tuple[str, str] | tuple[str, str, str]) -> list[Mistake]:
    """Mistakes that are mended by themselves; a third text is what the line becomes."""
    return [Mistake(old, new, code, True, *line) for old, new, *line in changes]


def open_(code: str, *changes: tuple[str, str] | tuple[str, str, str]) -> list[Mistake]:
    """Mistakes that are left to the author."""
    return [Mistake(old, new, code, False, *line) for old, new, *line in changes]


_STORY = GOOD[GOOD.index("Biblioteket lukker") - len('story = """\n') : GOOD.index("questions =")]
_NO_UNIT = 'unit = "om ugen", baseline = 0, target = 220'
_NO_UNIT = 'unit = "om ugen", baseline = 0, target = 220'
_NAME = 'name = "Aftenvært"'
AIM = 'aim = { kind = "proven_at_least", value = 2 }\n'
_MEASURE = (
    'measure = { indicator = "Udlån efter kl. 17", unit = "om ugen", baseline = 0, target = 220 }\n'
)

MISTAKES: list[Mistake] = [
    *sure(
        "odd_quotes",
        (_NAME, "name = “Aftenvært”"),
        (_NAME, "name = „Aftenvært“"),
        (_NAME, "name = »Aftenvært«"),
        (_NAME, "name = «Aftenvært»"),
        (_NAME, 'name = "Aftenvært”'),
        (_NAME, 'name = ”Aftenvært"'),
        (_NAME, "name = ‘Aftenvært’"),
        (_NAME, "name = ’Aftenvært’"),
        (_NAME, "name = ＂Aftenvært＂"),
        (
            'indicator = "Lånere på 13-19 år", unit = "%"',
            "indicator = “Lånere på 13-19 år”, unit = “%”",
        ),
        ('risks = ["machine_down", "alone"]', "risks = [”machine_down”, ”alone”]"),
        ('risks = ["alone"]', "risks = [»alone«]"),
        ('story = """', "story = ”””", 'story = """ ¶ Biblioteket lukker'),
    ),
    *sure(
        "quotes_in_text",
        (
            'text = "Ved, hvem der har børn i institution."',
            'text = "Ved, hvem der har "børn" i institution."',
            'text = "Ved, hvem der har \\"børn\\" i institution."',
        ),
        (
            'text = "Låner krimier, når ungerne sover."',
            'text = "Låner "krimier", når ungerne sover."',
            'text = "Låner \\"krimier\\", når ungerne sover."',
        ),
    ),
    *sure(
        "odd_space",
        ("minutes = 35", "minutes =\u00a035"),
        ("minutes = 35", "minutes\u00a0= 35"),
        ("minutes = 35", "minutes\u202f=\u202f35"),
        ("cost = 2 ", "cost =\u00a02 "),
        ('track = "citizen", value = 5', 'track =\u00a0"citizen", value = 5'),
        ("citizen = [3, 4], economy", "citizen = [3,\u00a04], economy"),
    ),
    *sure(
        "unseen_character",
        ("minutes = 35", "minutes = 35\u200b"),
        ("minutes = 35", "\u200bminutes = 35"),
        ('id = "union"', '\ufeffid = "union"'),
        ("maturity = 4", "maturity = \u200b4"),
        ("[economy]\n", "[economy]\u200b\n"),
    ),
    *sure(
        "odd_minus",
        ("employee = -1 }", "employee = −1 }"),
        ("employee = -1 }", "employee = –1 }"),
        ("employee = [-1, 0] }", "employee = [−1, 0] }"),
        ("citizen = [-3, -1]", "citizen = [–3, -1]"),
    ),
    *sure(
        "decimal_comma",
        ("saving = 1.0", "saving = 1,0", "saving = 1"),
        ("value = 6.2", "value = 6,2"),
        ("value = 2.4", 'value = "2,4"'),
    ),
    *sure(
        "quotes_round_number",
        ("minutes = 35", 'minutes = "35"'),
        ("cost = 2 ", 'cost = "2" '),
        ("value = 6.2", 'value = "6.2"'),
        ("baseline = 6, target = 12 }", 'baseline = "6", target = 12 }'),
        ("citizen = [2, 5]", 'citizen = ["2", 5]'),
        ("format = 1", 'format = "1"'),
    ),
    *sure(
        "leading_zero",
        ("cost = 2 ", "cost = 02 "),
        ("maturity = 4", "maturity = 04"),
        ("months = 12 }", "months = 012 }"),
    ),
    *sure(
        "unit_with_number",
        ("minutes = 35", "minutes = 35 min."),
        ("minutes = 35", 'minutes = "35 minutter"'),
        ("baseline = 6, target = 12 }", "baseline = 6 %, target = 12 }"),
        ("baseline = 55, target = 75", 'baseline = "55 %", target = 75'),
        ("months = 12 }", "months = 12 mdr }"),
        ("months = 12 }", 'months = "et år" }'),
        ("saving = 1.0", "saving = 1 mio. kr.", "saving = 1"),
        ("saving = 1.0", 'saving = "2,5 mio."', "saving = 2.5"),
        ("value = 2.4", 'value = "2,4 mio. kr."'),
        ("severity = 2\n", "severity = 2 point\n"),
        ("goal = 3 }\nprocess", "goal = 3 point }\nprocess"),
    ),
    *sure(
        "about_number",
        ("minutes = 35", "minutes = ca. 35"),
        ("minutes = 35", 'minutes = "cirka 35"'),
        ("minutes = 35", "minutes = ~35"),
    ),
    *sure("number_in_words", ("cost = 2 ", "cost = to ")),
    *open_("not_on_scale", ("likelihood = 3\n", 'likelihood = "stor"\n')),
    *sure("missing_id", ('id = "evening_host"\n', ""), ('id = "open_doors"\n', "")),
    *open_("bound_number", ("minutes = 35", "minutes = mindst 35", "minutes = 35")),
    *open_(
        "range_for_number",
        ("minutes = 35", "minutes = 30-35"),
        ("baseline = 6, target = 12 }", "baseline = 5 til 7, target = 12 }"),
    ),
    *open_(
        "fraction",
        ("cost = 2 ", "cost = 1.5 ", "cost = 2  "),
        ("maturity = 4", "maturity = 3,5", "maturity = 4"),
    ),
    *sure("point_zero", ("maturity = 4", "maturity = 4.0"), ("severity = 2\n", "severity = 2.0\n")),
    *open_(
        "wrong_unit",
        ("minutes = 35", 'minutes = "2 kr."'),
        ("months = 12 }", 'months = "12 %" }'),
        ("baseline = 55, target", 'baseline = "55 dage", target'),
    ),
    *open_("written_out", ("saving = 1.0", "saving = 1.000.000", "saving = 1")),
    *open_("two_readings", ("baseline = 600,", 'baseline = "1.600",', "")),
    *open_("out_of_bounds", ("minutes = 35", 'minutes = "9000"')),
    *open_("not_a_number", ("minutes = 35", 'minutes = "en halv time og lidt"')),
    *sure(
        "range_form",
        ("citizen = [3, 4], economy", "citizen = 3-4, economy"),
        ("citizen = [3, 4], economy", 'citizen = "3-4", economy'),
        ("citizen = [3, 4], economy", "citizen = 3..4, economy"),
        ("citizen = [3, 4], economy", "citizen = 3 til 4, economy"),
        ("citizen = [3, 4], economy", 'citizen = "3 to 4", economy'),
        ("citizen = [3, 4], economy", "citizen = 3 – 4, economy"),
        ("employee = [-1, 0] }", "employee = -1 til 0 }"),
    ),
    *open_("range_of_three", ("citizen = [3, 4], economy", "citizen = [3, 3, 4], economy", "")),
    *open_("not_a_range", ("citizen = [3, 4], economy", 'citizen = "meget", economy')),
    *sure(
        "arrows_form",
        ("promise = { economy = 2 }", 'promise = { economy = "++" }'),
        ("promise = { economy = 2 }", "promise = { economy = ↑↑ }"),
        ("promise = { economy = 2 }", 'promise = { economy = "2" }'),
    ),
    *sure(
        "no_quotes",
        (_NAME, "name = Aftenvært"),
        (_NAME, 'name = Aftenvært"'),
        ('track = "process"\nkind', "track = process\nkind"),
        (
            'unit = "om ugen", baseline = 0, target = 220',
            "unit = om ugen, baseline = 0, target = 220",
        ),
        ('risks = ["machine_down", "alone"]', "risks = [machine_down, alone]"),
        ('ability = "front_line"', "ability = front_line"),
    ),
    *sure(
        "other_choice",
        ('track = "process"\nkind', 'track = "Proces"\nkind'),
        ('track = "process"\nkind', 'track = "processen"\nkind'),
        ('kind = "communication"', 'kind = "kommunikation"'),
        ('kind = "communication"', 'kind = "Communication"'),
        ('ability = "front_line"', 'ability = "Tæt på hverdagen"'),
        ('ability = "line_manager"', 'ability = "leder"'),
        ('track = "citizen", value = 5', 'track = "Borger", value = 5'),
        ('home = ["process", "economy"]', 'home = ["Proces", "economy"]'),
    ),
    *sure(
        "other_day",
        ("# date = 2027-01-31", "date = 30-11-2026", "date = 2026-11-30"),
        ("# date = 2027-01-31", 'date = "30/11 2026"', "date = 2026-11-30"),
        ("# date = 2027-01-31", "date = den 3. april 2026", "date = 2026-04-03"),
        ("# date = 2027-01-31", 'date = "April 3rd, 2026"', "date = 2026-04-03"),
        ("# date = 2027-01-31", 'date = "2026.4.3"', "date = 2026-04-03"),
    ),
    *open_(
        "other_day",
        ("# date = 2027-01-31", 'date = "03-04-2026"', "date = 2026-04-03"),
        ("# date = 2027-01-31", 'date = "30-11-26"', "date = 2026-11-30"),
    ),
    *open_("bad_day", ("# date = 2027-01-31", "date = snart"), ("# date = 2027-01-31", "date = 7")),
    *sure("number_for_text", ('title = "Mit bibliotek"', "title = 2027", 'title = "2027"')),
    *sure(
        "other_key",
        (_NAME, 'navn = "Aftenvært"'),
        (_NAME, 'Navn = "Aftenvært"'),
        ("cost = 2 ", "pris = 2 "),
        ("maturity = 4", "modenhed = 4"),
        ("delay = 1 ", "forsinkelse = 1 "),
        ('ability = "front_line"', 'evne = "front_line"'),
        ("severity = 2\n", "alvor = 2\n"),
        ("likelihood = 3\n", "sandsynlighed = 3\n"),
        ("minutes = 35", "varighed = 35"),
        ("saving = 1.0", "besparelse = 1.0"),
        ("posts = [", "poster = ["),
        ('indicator = "Lånere', 'indikator = "Lånere'),
        ("months = 12 }", "måneder = 12 }"),
        ('risks = ["alone"]', 'risici = ["alone"]'),
        (
            'aim = { kind = "proven_at_least", value = 2 }',
            'hjertesag = { kind = "proven_at_least", value = 2 }',
        ),
        ('kind = "proven_at_least", value = 2', 'kind = "proven_at_least", værdi = 2'),
        ('text = "Har sagt ja til begge dele."', 'beskrivelse = "Har sagt ja til begge dele."'),
        ('picture = "📒"', 'emoji = "📒"'),
    ),
    *sure(
        "colon",
        ("minutes = 35", "minutes: 35", "minutes = 35"),
        (_NAME, 'name: "Aftenvært"'),
        (
            'unit = "om ugen", baseline = 0, target = 300',
            'unit: "om ugen", baseline = 0, target = 300',
        ),
    ),
    *sure("wrong_sign", ("minutes = 35", "minutes := 35"), ("minutes = 35", "minutes == 35")),
    *sure("no_equals", (_NAME, 'name "Aftenvært"'), ("minutes = 35", "minutes 35")),
    *sure(
        "line_end_in_text",
        (_NAME, 'name = "Aftenvært'),
        (
            'unit = "om ugen", baseline = 0, target = 220',
            'unit = "om ugen, baseline = 0, target = 220',
        ),
        ('risks = ["alone"]', 'risks = ["alone]'),
    ),
    *sure(
        "comma_missing",
        ('risks = ["machine_down", "alone"]', 'risks = ["machine_down" "alone"]'),
        ("baseline = 6, target = 12 }", "baseline = 6 target = 12 }"),
        ("promise = { process = 2, employee = 1 }", "promise = { process = 2 employee = 1 }"),
    ),
    *sure("semicolon", ("citizen = [3, 4], economy", "citizen = [3; 4], economy", "")),
    *sure("wrong_bracket", ('risks = ["alone"]', 'risks = ["alone")')),
    *sure("open_list", ('risks = ["machine_down", "alone"]', 'risks = ["machine_down", "alone"')),
    *sure("open_braces", ("promise = { economy = 2 }", "promise = { economy = 2")),
    *sure(
        "open_heading",
        ('[[risks]]\nid = "vandals"', '[[risks]\nid = "vandals"'),
        ('[[roles]]\nid = "union"', '[roles]]\nid = "union"'),
        ("[economy]\n", "[economy\n"),
    ),
    *sure(
        "one_bracket",
        ('[[roles]]\nid = "union"', '[roles]\nid = "union"'),
        ('[[ideas]]\nid = "one_list"', '[ideas]\nid = "one_list"'),
    ),
    *sure("two_brackets", ("[economy]\n", "[[economy]]\n"), ("[tracks]\n", "[[tracks]]\n")),
    *sure(
        "other_heading",
        ('[[roles]]\nid = "union"', '[[roller]]\nid = "union"'),
        ('[[risks]]\nid = "vandals"', '[[risici]]\nid = "vandals"'),
        ('[[ideas]]\nid = "one_list"', '[[idéer]]\nid = "one_list"'),
        ('[[benefits]]\nid = "rota"', '[[gevinst]]\nid = "rota"'),
        ("[economy]\n", "[økonomi]\n"),
        ("[tracks]\n", "[spor]\n"),
        ("[tracks]\n", "[Tracks]\n"),
        ('[[benefits]]\nid = "rota"', '[[benefit]]\nid = "rota"'),
        ('[[ideas]]\nid = "one_list"', '[[iddeas]]\nid = "one_list"'),
    ),
    *open_("unknown_heading", ("[economy]\n", "[vejret]\n", "")),
    *sure(
        "word_heading",
        ('[[roles]]\nid = "union"', 'Roller:\nid = "union"'),
        ("[economy]\n", "Økonomi:\n"),
    ),
    *sure(
        "lost_heading",
        ('[[risks]]\nid = "own_notes"', 'id = "own_notes"', "[[risks]]"),
        ('[[roles]]\nid = "leader"', 'id = "leader"', "[[roles]]"),
        ('[[ideas]]\nid = "empty_desk"', 'id = "empty_desk"', "[[ideas]]"),
        ("[economy]\n", "", "[economy]"),
    ),
    *sure(
        "remark",
        ("# hvor en gevinst", "// hvor en gevinst"),
        ("# ---- Økonomien", "// ---- Økonomien"),
    ),
    *sure("line_comma", ("minutes = 35", "minutes = 35,"), ("maturity = 4", "maturity = 4;")),
    *sure(
        "two_on_a_line",
        (
            'track = "process"\nkind',
            'track = "process" kind',
            'track = "process" ¶ kind = "process"',
        ),
    ),
    *sure("bullet", (_NAME, '- name = "Aftenvært"'), (_NAME, '• name = "Aftenvært"')),
    *sure("value_below", (_NAME, 'name =\n"Aftenvært"')),
    *open_("no_value_here", (_NAME, "name ="), ("minutes = 35", "minutes =")),
    *open_(
        "not_a_line", ("minutes = 35", "minutes = 35\nHusk at spørge Lone", "# Husk at spørge Lone")
    ),
    *open_("twice", ("minutes = 35", "minutes = 35\nminutes = 45", "")),
    *sure("other_reference", ('risks = ["alone"]', 'risks = ["Alone"]')),
    *sure(
        "list_needed",
        ('risks = ["alone"]', 'risks = "alone"'),
        ('risks = ["machine_down", "alone"]', 'risks = "machine_down, alone"'),
    ),
    *sure("nothing", ('risks = ["alone"]', 'risks = "ingen"', "risks = []")),
    *open_(
        "table_needed",
        (
            'aim = { kind = "proven_at_least", value = 2 }',
            'aim = "Vi vil have ro"',
            'aim = { kind = "anchored_at_least", value = 14 }',
        ),
        ("promise = { economy = 2 }", "promise = 2", "promise = { economy = 2 }"),
    ),
    *sure("mended_id", ('id = "evening_host"', 'id = "Evening Host"')),
    *sure("round_brackets", ("citizen = [2, 5]", "citizen = (2, 5]")),
    *sure(
        "late_key",
        ("delay = 1 ", 'level = "hard"\ndelay = 1 ', 'level = "hard"'),
        ('[[events]]\nid = "', 'sværhed = "svær"\n\n[[events]]\nid = "', 'level = "hard"'),
    ),
    *open_("elsewhere_key", ("[economy]\n", "[economy]\nrounds = [1, 1, 1]\n")),
    *open_("bullets", ("[economy]\n", "- Husk\n- Spørg Lone\n\n[economy]\n")),
    *open_(
        "twice_here", ("baseline = 6, target = 12 }", "baseline = 6, baseline = 7, target = 12 }")
    ),
    *open_("clash", ('title = "Mit bibliotek"', 'title = "Mit bibliotek"\ntitle.da = "Mit"')),
    *open_("no_pair", ("baseline = 6, target = 12 }", "og mere, baseline = 6, target = 12 }")),
    *open_("bad_key", ("minutes = 35", "minutes = 35\nåbent = 3")),
    *sure("yes_no", ("format = 1", "format = 1\nown_project = nej", "own_project = false")),
    *open_("not_yes_or_no", ("format = 1", 'format = 1\nown_project = "måske"')),
    *sure("unprintable", (_NAME, 'name = "Aften\u200bvært"')),
    *sure("stray_character", (_NAME, 'name = "Aften\x07vært"')),
    *sure(
        "bad_escape",
        (
            'text = "Har sagt ja til begge dele."',
            'text = "Se H:\\Min mappe"',
            'text = "Se H:\\\\Min mappe"',
        ),
    ),
    *open_("bad_escape", ('text = "Har sagt ja til begge dele."', 'text = "C:\\Users\\ane\\ny"')),
    *open_("code_in_text", ('text = "Har sagt ja til begge dele."', 'text = "T:\\temp\\noter"')),
    *sure(
        "open_text",
        (_STORY, _STORY.replace('budget."""', "budget."), 'story = """ ¶ Biblioteket lukker'),
    ),
    *sure(
        "thousands_apart",
        ("baseline = 600,", "baseline = 1.600.000,", "measure = "),
        ("baseline = 600,", "baseline = 1 600,", "measure = "),
        ("baseline = 600,", "baseline = 1\u202f600,", "measure = "),
        ("baseline = 600,", 'baseline = "1,600,000",', "measure = "),
        ("baseline = 600,", "baseline = 1'600,", "measure = "),
    ),
    *sure(
        "heading_not_alone",
        ('[[ideas]]\nid = "open_doors"', '[[ideas]] Åbent\nid = "open_doors"', "[[ideas]] # Åbent"),
        ("[economy]\n", "[economy] Pengene i dag\n", "[economy] # Pengene i dag"),
    ),
    *sure(
        "doubled_quotes",
        (_NAME, 'name = ""Aftenvært""'),
        ('indicator = "Udlån efter kl. 17"', 'indicator = ""Udlån efter kl. 17""'),
    ),
    *sure(
        "inner_key",
        (
            _MEASURE,
            'indikator = "Udlån"\nenhed = "om ugen"\nbaseline = 0\ntarget = 220\n',
            'measure.indicator = "Udlån"',
        ),
        (AIM, 'kind = "proven_at_least"\nvalue = 2\n', 'aim.kind = "proven_at_least"'),
    ),
    *sure(
        "word_heading",
        ('[[ideas]]\nid = "open_doors"', '((ideas))\nid = "open_doors"'),
        (
            '[[ideas]]\nid = "open_doors"\nname = "Åbent uden personale"',
            'Idé 1: Åbent uden personale\nid = "open_doors"',
            "[[ideas]] ¶ name = ",
        ),
    ),
    *open_("heading_of_others", ('[[roles]]\nid = "librarian"', '[[ideas]]\nid = "librarian"')),
    *open_(
        "columns",
        (
            '[[ideas]]\nid = "open_doors"',
            '| Navn | Pris |\n| Bus | 2 |\n\n[[ideas]]\nid = "open_doors"',
        ),
    ),
    *sure("one_table", (AIM, AIM.replace("{", "[{").replace("}", "}]"))),
    *open_("one_table", (AIM, AIM.replace("{", "[{").replace("}", "}, {}]"))),
    *open_("list_of_some", ("rounds = [1, 1, 1]", "rounds = 3", "rules = { rounds = [1, 1, 1]")),
    *open_(
        "one_choice",
        ('track = "citizen"\n', 'track = "Borger og Proces"\n', 'track = "citizen"'),
        ('track = "citizen"\n', 'track = ["economy", "citizen"]\n', 'track = "economy"'),
    ),
    *sure("other_choice", ('track = "citizen"\n', 'track = ["Borger"]\n')),
    *open_("not_on_scale", ("likelihood = 3 ", 'likelihood = "50 %" ')),
    *open_("unit_for_number", (_NO_UNIT, 'baseline = 0, target = "220 om ugen"')),
    *sure("twice_same", ("minutes = 35\n", "minutes = 35\nminutes = 35\n", "minutes = 35")),
    *sure("odd_number", ("minutes = 35", "minutes = 35.", "minutes = 35")),
]
