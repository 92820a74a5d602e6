"""The mistakes of authors, one of each kind at least, and what has to be said of them."""

from __future__ import annotations

from collections.abc import Callable

from game.engine.setup import TRACKS
from tests.content.weighing.damage import Damage, Data, both, card, each, halved, put

_FALLING = {
    "indicator": {"da": "Ventetid ved skranken", "en": "Waiting time at the counter"},
    "unit": "min",
    "baseline": 20,
    "target": 45,
}
_RISING = {
    "indicator": {"da": "Tilfredse borgere", "en": "Satisfied citizens"},
    "unit": "%",
    "baseline": 70,
    "target": 50,
}


def measure(**changes: object) -> dict[str, object]:
    """A measure that nothing is wrong with, but for some changes."""
    sound: dict[str, object] = {
        "indicator": {"da": "Sager den første dag", "en": "Cases on the first day"},
        "unit": {"da": "sager", "en": "cases"},
        "baseline": 20,
        "target": 45,
        "months": 6,
    }
    return sound | changes


FEW = {"da": "Antal sager den første dag", "en": "Number of cases on the first day"}
SHARE = {"da": "Andel af sager, der lykkes", "en": "Share of cases that succeed"}
MEASURE = ("benefits", 0, "measure")
AIMS = [
    *({"kind": "track_at_least", "track": track, "value": 10} for track in TRACKS),
    {"kind": "kinds_realised_at_least", "value": 4},
]
TEMPTING = card("ideas", "close_counters")
FREE = {"text": {"da": "Sig ja", "en": "Say yes"}, "trust": 1}
DEAR = {"text": {"da": "Sig nej", "en": "Say no"}, "trust": -1}


def in_kroner(data: Data) -> None:
    """The items in kroner, and the saving in millions."""
    for post in data["economy"]["posts"]:
        post["value"] *= 1e6


def all_in_kroner(data: Data) -> None:
    """Everything in whole kroner, and the unit still millions."""
    in_kroner(data)
    data["economy"]["saving"] *= 1e6
    data["tracks"]["economy"]["target"] *= 1e6


def four_risks_each(data: Data) -> None:
    """The same four risks are true for every idea."""
    for idea in data["ideas"]:
        idea["risks"] = [risk["id"] for risk in data["risks"][:4]]


def no_false_alarm(data: Data) -> None:
    """All that is printed is true."""
    for risk in data["risks"]:
        risk["about"] = [idea["id"] for idea in data["ideas"] if risk["id"] in idea["risks"]]


def no_economy(data: Data) -> None:
    """Nothing moves the economy."""
    for idea in data["ideas"]:
        idea["effects"].pop("economy", None)


def every_event(**effect: int) -> Callable[[Data], None]:
    """All events do the same."""

    def do(data: Data) -> None:
        data["events"] = [
            {key: event[key] for key in ("id", "name", "text")} | effect for event in data["events"]
        ]

    return do


DAMAGES = [
    # languages
    Damage("one_language", "ideas[1].name", put("ideas", 1, "name", to="Vært ved døren")),
    Damage("one_language", "tracks.economy.unit", put("tracks", "economy", "unit", to="timer")),
    Damage(
        "one_language_in_many",
        "risks[0].name",
        lambda data: [risk.update(name=risk["name"]["da"]) for risk in data["risks"]],
    ),
    Damage("title_in_one_language", "title", put("title", to="Kølap 84")),
    Damage("missing_english", "ideas[2].text", put("ideas", 2, "text", "en", to=None)),
    Damage("missing_danish", "ideas[2].text", put("ideas", 2, "text", "da", to=None)),
    Damage(
        "same_in_both",
        "ideas[3].text.en",
        lambda data: data["ideas"][3]["text"].update(en=data["ideas"][3]["text"]["da"]),
    ),
    Damage(
        "swapped_languages",
        "ideas[3].text",
        lambda data: data["ideas"][3].update(
            text={"da": data["ideas"][3]["text"]["en"], "en": data["ideas"][3]["text"]["da"]}
        ),
    ),
    Damage(
        "danish_under_en",
        "ideas[4].text.en",
        put("ideas", 4, "text", "en", to="Alle får en tid og en besked dagen før."),
    ),
    Damage(
        "english_under_da",
        "ideas[4].text.da",
        put("ideas", 4, "text", "da", to="Everybody gets a time and a note the day before."),
    ),
    # texts
    Damage("blank_text", "ideas[0].name.da", put("ideas", 0, "name", "da", to="  ")),
    Damage("blank_text", "ideas[0].text.da", put("ideas", 0, "text", "da", to="…")),
    Damage(
        "equal_names",
        "ideas[5].name",
        lambda data: data["ideas"][5].update(name=data["ideas"][4]["name"]),
    ),
    Damage(
        "equal_texts",
        "risks[5].text",
        lambda data: data["risks"][5].update(text=data["risks"][4]["text"]),
    ),
    *(
        Damage("placeholder", "risks[0].text.da", put("risks", 0, "text", "da", to=text))
        for text in (
            "TODO",
            "Her mangler noget, TODO.",
            "xxx",
            "Lorem ipsum dolor sit amet.",
            "Skriv her, hvad der går galt.",
            "<indsæt tekst>",
            "[navn]",
            "Hvad sker der ???",
            "Tekst her",
            "udfyldes",
            "test",
        )
    ),
    Damage(
        "spoilt_letters", "ideas[0].text.da", put("ideas", 0, "text", "da", to="Alle fÃ¥r en tid.")
    ),
    Damage(
        "spoilt_letters", "ideas[0].text.en", put("ideas", 0, "text", "en", to="A slot â€“ yours.")
    ),
    Damage("lost_letter", "ideas[0].text.da", put("ideas", 0, "text", "da", to="Alle f?r en tid.")),
    Damage("markup", "ideas[0].text.da", put("ideas", 0, "text", "da", to="**Alle** har en tid.")),
    Damage("markup", "ideas[0].text.da", put("ideas", 0, "text", "da", to="B&oslash;rn har tid.")),
    Damage("unshown_letter", "ideas[0].text.da", put("ideas", 0, "text", "da", to="Alle har 中.")),
    Damage("unknown_picture", "ideas[0].picture", put("ideas", 0, "picture", to="tablet.png")),
    # figures
    Damage(
        "percent_beyond",
        "benefits[0].measure.target",
        put(*MEASURE, to=measure(unit="%", target=610)),
    ),
    Damage(
        "percent_beyond", "tracks.citizen.baseline", put("tracks", "citizen", "baseline", to=-2)
    ),
    Damage(
        "percent_as_share",
        "benefits[0].measure.target",
        put(*MEASURE, to=measure(unit="%", baseline=20, target=0.8)),
    ),
    Damage(
        "beyond_scale",
        "benefits[0].measure.target",
        put(*MEASURE, to=measure(unit="1-5", baseline=3, target=8)),
    ),
    Damage(
        "percent_of_number",
        "benefits[0].measure.unit",
        put(*MEASURE, to=measure(unit="%", indicator=FEW)),
    ),
    Damage(
        "share_without_percent",
        "benefits[0].measure.unit",
        put(*MEASURE, to=measure(indicator=SHARE)),
    ),
    Damage(
        "units_differ",
        "tracks.process.unit",
        put("tracks", "process", "unit", to={"da": "mio. kr.", "en": "DKK k"}),
    ),
    Damage(
        "far_apart",
        "benefits[0].measure.target",
        put(*MEASURE, to=measure(baseline=1.2, target=1300)),
    ),
    Damage("should_fall", "benefits[0].measure.target", put(*MEASURE, to=measure(**_FALLING))),
    Damage("should_rise", "benefits[0].measure.target", put(*MEASURE, to=measure(**_RISING))),
    Damage("should_fall", "tracks.process.target", put("tracks", "process", "target", to=30)),
    Damage("should_rise", "tracks.citizen.target", put("tracks", "citizen", "target", to=50)),
    Damage("far_months", "benefits[0].measure.months", put(*MEASURE, "months", to=60)),
    Damage("flat_measure", "benefits[0].measure.target", put(*MEASURE, to=measure(target=20))),
    # money
    Damage("small_saving", "economy.saving", in_kroner),
    Damage("huge_saving", "economy.saving", all_in_kroner),
    Damage(
        "large_saving",
        "economy.saving",
        both(put("economy", "saving", to=20), put("tracks", "economy", "target", to=20)),
    ),
    Damage(
        "saving_above_posts",
        "economy.saving",
        both(put("economy", "saving", to=60), put("tracks", "economy", "target", to=60)),
    ),
    Damage(
        "post_in_other_unit",
        "economy.posts[2].value",
        put("economy", "posts", 2, "value", to=2_900_000),
    ),
    Damage(
        "saving_in_other_unit",
        "tracks.economy.target",
        put("tracks", "economy", "target", to=3_000_000),
    ),
    Damage("saving_not_covered", "tracks.economy.target", put("tracks", "economy", "target", to=2)),
    Damage("empty_post", "economy.posts[2].value", put("economy", "posts", 2, "value", to=0)),
    # ideas
    Damage("idle_idea", "ideas[0].effects", put("ideas", 0, "effects", to={})),
    Damage("idle_idea", "ideas[0].effects", put("ideas", 0, "effects", to={"citizen": 0})),
    Damage(
        "arrow_without_effect",
        "ideas[0].promise.economy",
        put("ideas", 0, "promise", "economy", to=2),
    ),
    Damage(
        "arrow_up_and_harm", "ideas[1].promise.economy", put("ideas", 1, "promise", "economy", to=1)
    ),
    Damage(
        "arrow_down_and_gain",
        "ideas[0].promise.citizen",
        put("ideas", 0, "promise", "citizen", to=-1),
    ),
    Damage("no_arrow", "ideas[0].promise", put("ideas", 0, "promise", to={})),
    Damage("one_kind", "ideas[0].kind", each("ideas", "kind", "process")),
    Damage("idle_main_track", "ideas[0].track", put("ideas", 0, "track", to="economy")),
    Damage("far_cost", "ideas[0].cost", put("ideas", 0, "cost", to=7)),
    Damage("never_pays", "ideas[0].effects", put("ideas", 0, "effects", to={"citizen": [0, 1]})),
    Damage(
        "wide_range", "ideas[0].effects.citizen", put("ideas", 0, "effects", "citizen", to=[-2, 6])
    ),
    Damage("point_range", "ideas[0].effects.citizen", put("ideas", 0, "effects", "citizen", to=4)),
    Damage(
        "rich_idea", "ideas[0].effects", put("ideas", 0, "effects", to={t: [4, 6] for t in TRACKS})
    ),
    Damage(
        "poor_idea",
        "ideas[0].effects",
        put(
            "ideas", 0, "effects", to={"citizen": [1, 2], "employee": [-4, -3], "process": [-4, -2]}
        ),
    ),
    Damage("no_benefit", "ideas[0].effects", put("ideas", 0, "effects", to={"citizen": [-3, -1]})),
    Damage("high_maturity", "ideas", each("ideas", "maturity", 5)),
    Damage("low_maturity", "ideas", each("ideas", "maturity", 2)),
    Damage("low_cost", "ideas", each("ideas", "cost", 1)),
    Damage("high_cost", "ideas", each("ideas", "cost", 4)),
    Damage("long_delay", "ideas", each("ideas", "delay", 2)),
    Damage("short_delay", "ideas", each("ideas", "delay", 0)),
    Damage(
        "no_temptation",
        "ideas",
        both(put("ideas", TEMPTING, "cost", to=3), put("ideas", TEMPTING + 1, "cost", to=3)),
    ),
    # risks
    Damage("high_likelihood", "risks", each("risks", "likelihood", 5)),
    Damage("low_likelihood", "risks", each("risks", "likelihood", 1)),
    Damage("high_severity", "risks", each("risks", "severity", 4)),
    Damage("low_severity", "risks", each("risks", "severity", 1)),
    Damage("few_true_risks", "risks", each("ideas", "risks", [])),
    Damage("many_true_risks", "risks", four_risks_each),
    Damage("many_true_pairs", "risks", no_false_alarm),
    Damage("unprinted_risk", "risks[0].about", put("risks", 0, "about", to=[])),
    Damage(
        "idle_risk",
        "risks[20].about",
        lambda data: data["risks"].append(
            {"id": "new", "name": {"da": "Regn", "en": "Rain"}, "track": "citizen"}
        ),
    ),
    # tracks, goals, aims, rules
    Damage("thin_track", "tracks.citizen.goal", halved("citizen")),
    Damage("high_goal", "tracks.process.goal", put("tracks", "process", "goal", to=12)),
    Damage("low_goal", "tracks.process.goal", put("tracks", "process", "goal", to=4)),
    Damage("goal_out_of_reach", "tracks.economy.goal", no_economy),
    Damage("stuck_benefit", "benefits[12].track", no_economy),
    Damage(
        "no_benefit_on_track",
        "tracks.process",
        lambda data: [
            b.update(track="citizen") for b in data["benefits"] if b["track"] == "process"
        ],
    ),
    Damage("hard_aim", "roles[1].aim.value", put("roles", 1, "aim", "value", to=18)),
    Damage("easy_aim", "roles[1].aim.value", put("roles", 1, "aim", "value", to=3)),
    Damage(
        "hard_aim",
        "roles[0].aim.value",
        put("roles", 0, "aim", to={"kind": "no_track_ever_below", "value": 1}),
    ),
    Damage(
        "hard_aim",
        "roles[0].aim.value",
        put("roles", 0, "aim", to={"kind": "everyone_owns_at_least", "value": 4}),
    ),
    Damage(
        "different_aims",
        "roles",
        lambda data: [data["roles"][n].update(aim=aim) for n, aim in enumerate(AIMS)],
    ),
    Damage("far_rule", "rules.trust", put("rules", "trust", to=1)),
    Damage("far_rule", "rules.actions", put("rules", "actions", to=20)),
    Damage("far_rule", "rules.mitigation", put("rules", "mitigation", to=7)),
    Damage("far_rounds", "rules.rounds", put("rules", "rounds", to=[4, 4, 4])),
    Damage("high_goal", "tracks.citizen.goal", put("rules", "rounds", to=[1, 1, 1])),
    Damage("minutes_far", "minutes", put("minutes", to=20)),
    # roles, events, prompts
    Damage("same_ability", "roles[7].ability", each("roles", "ability", "sponsor")),
    Damage(
        "same_options",
        "events[0].options",
        put("events", 0, "options", to=[FREE, {**FREE, "text": DEAR["text"]}]),
    ),
    Damage("no_choice", "events[0].options", put("events", 0, "options", to=[DEAR, FREE])),
    Damage(
        "event_without_ideas",
        "events[0].maturity",
        both(
            put("events", 0, "options", to=None),
            put("events", 0, "maturity", to="product"),
            each("ideas", "kind", "process"),
        ),
    ),
    Damage("event_without_risks", "events[8].likelihood", each("risks", "track", "employee")),
    Damage("far_event", "events[3].trust", put("events", 3, "trust", to=-4)),
    Damage(
        "far_event",
        "events[0].options[0].capacity",
        put("events", 0, "options", 0, "capacity", to=-6),
    ),
    Damage("harsh_events", "events", every_event(trust=-2)),
    Damage("mild_events", "events", every_event(capacity=2)),
    Damage(
        "idle_prompts",
        "prompts",
        put(
            "prompts",
            to=[{"kind": "idea", "text": {"da": "Hvem venter på os?", "en": "Who waits for us?"}}],
        ),
    ),
]
