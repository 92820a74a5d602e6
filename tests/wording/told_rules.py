"""Where each rule of the engine is told to players: words of the English rules text.

A rule that is new in :mod:`tests.engine.rules_index` gets its words here, and is told there.
"""

from __future__ import annotations

TOLD: dict[str, str] = {
    # ---- what is on the table
    "0 is the baseline, goal (8) is the target": "at 8 points it has reached its target",
    "Points run from -10 to 20": "A track stays between −10 and 20",
    "Each track shows claimed, the sum of estimates on it": "Each track shows what is claimed",
    "The true effect is a range; one value is drawn at the start of the session": (
        "What they truly give, and what may truly go wrong with them, nobody at the table knows"
    ),
    "Only the scenario knows the true effect and the true risks": "nobody at the table knows",
    "At most 8 ideas that are not yet realised lie on the table": "At most 8 ideas that are not",
    # ---- in the group's own words
    "A written idea: cost 3, maturity 3, delay 1": "costs 3, has maturity 3 and delay 1",
    "Its truth is drawn when it is placed, never from what is claimed, and hidden": (
        "drawn as it is placed and hidden like a card's, whatever you claim"
    ),
    "It depends on its kind, its main track and its cost; now and then it harms another track": (
        "2 to 4 points on its main track, 1 more if that suits its kind"
    ),
    "It has a true risk on its main track and sometimes one on another": (
        "Something can go wrong on its main track, with one in 3 also on another"
    ),
    "What comes of it is decided like a card's": "hidden like a card's",
    "Own project: every card is written at the table": "or you write them yourselves",
    # ---- benefits and risks
    "An idea has at most one benefit on each track": "at most one of the two on each track",
    "A benefit card fits any idea": "A claim: this idea moves this track this much",
    "First claimed (an estimate of 1-6)": "first an estimate from 1 to 6",
    "Then anchored (owner and measure)": "then an owner and a measure",
    "Risks: severity 1-4, likelihood 1-5; what is written of a risk is the group's estimate": (
        "the severity and the likelihood are your own estimate"
    ),
    "A risk card has printed on it the ideas it may concern": "A risk card may be a false alarm",
    "A written risk names that idea's true, unnamed risk on the same track": (
        "names the true risk on the same track that nobody has named"
    ),
    "If not it is a false alarm": "otherwise it is a false alarm",
    "A risk turned up by a trial, an ability or a check is named, free": (
        "one true risk of an idea comes to light"
    ),
    # ---- shared means
    "Capacity starts at 3; income the first round too": "You begin with 3. Each round gives",
    "Income: half the trust rounded down, plus 1; kept between rounds": (
        "half the trust, rounded down, and 1 more. What you do not use you keep"
    ),
    "Trust starts at 5": "Trust begins at 5",
    # ---- seats and roles
    "One to eight seats": "1 to 8 seats",
    "Below six seats, roles are dealt out until six are in play": "until 6 are in play",
    "A role is at home on some tracks": "A role is also at home on one or two tracks",
    "citizen_voice, controller, union_voice: learn the true effects on a track": (
        "learn what every idea on the table truly gives on Citizen"
    ),
    "and place the benefit for one of them, free": "place the benefit for one of them, free",
    "front_line: the first trial of this seat each round costs no capacity": (
        "Your first trial in each round costs no capacity"
    ),
    "line_manager: the first anchor of this seat each round takes no action": (
        "The first benefit you anchor in each round takes no action"
    ),
    "project_manager: once a phase, one action more": "one action more in your turn",
    "sponsor: once a phase, +1 capacity": "one capacity more for the group",
    "supplier: once a phase, an idea's cost falls by 1, not below 1": (
        "an idea costs 1 less, though never below 1"
    ),
    "analyst: once a phase, one true risk of an idea is turned up": "one true risk of an idea",
    "Once a phase": "What your role can do, usually once a phase",
    "What is learned is open to the whole table": "brings to light is open to the whole table",
    # ---- aims
    "Aim: a track at or above n": "a track at a certain height",
    "Aim: n anchored benefits": "a number of anchored benefits",
    "Aim: n proven ideas": "of proven ideas",
    "Aim: n proven ideas carried out before the last phase": (
        "ideas implemented before the Implementation phase"
    ),
    "Aim: n kinds realised": "or of kinds realised",
    "Aim: every seat owns at least n": "benefits owned by everybody",
    "Aim: realism at least x": "a realism",
    "Aim: no track ever below n": "below a certain height when a round was over",
    # ---- the course of the game
    "Idea development (2), concretisation (2), implementation (3), then follow-up": (
        "Idea development 2, Concretisation 2, Implementation 3. Then comes the Follow-up"
    ),
    "Each round: opening, turns, reality check": "Reality check.",
    "Trials are reported first": "Trials are reported, and what did not work is adjusted",
    "From round 2 an event is turned over": "From round 2 an event is turned over",
    "Where it has two options the starting seat chooses": "whoever begins the round chooses",
    "An event can change capacity or trust": "what it does to trust counts at once",
    "raise by 1 the likelihood of the true risks on a track": "nor a likelihood above 5",
    "lower by 1 the maturity of unproven ideas of a kind": "Maturity falls for the ideas",
    "take a benefit from the seat that owns most": "the player who owns most",
    "open the true effects on a track for the ideas on the table": (
        "What an ability brings to light is open"
    ),
    "Income is added (after the event)": "The event comes before the new capacity",
    "Cards are dealt round the table, not per seat": "Cards are dealt one by one round the table",
    "8 ideas, 8 benefits, 8 risks at the start": "8 ideas, benefits and risks at the start",
    "4 of each at the opening of rounds 2 and 3": "4 of each at the next 2 openings",
    "Hands are open": "Everybody shows their cards",
    "An empty deck is no error": "An empty deck is simply empty",
    "11 actions a round, shared evenly": "11 actions a round, shared evenly",
    "The starting seat moves on by one each round": "The starting seat moves on by one",
    # ---- the facilitator
    "skip a turn": "skip a turn",
    "end the phase early": "Ending a phase early leads to this round's reality check",
    "end the game early": "Ending the game early leads to the Follow-up at once",
    "a correction of a track, capacity or trust with a reason": (
        "correct a track, the capacity or the trust with a reason"
    ),
    "Somebody comes late: a new seat with a name and a role that nobody plays": (
        "Whoever comes late gets a seat, a role that nobody plays"
    ),
    "with cards as the others got them": "and cards as the others got them",
    "and a turn after all others": "and has a turn after all others",
    "The actions still to come are shared anew among those who are there": (
        "The actions still to come in the round are shared out again among those who are there"
    ),
    "Turns and cards pass over who is away": "Turns, cards and estimates pass them by",
    "A turn passes on when who has it leaves": (
        "Whoever leaves in the middle of a turn leaves the rest of it to those who still have"
    ),
    "What who is away would be asked is decided by the next one who is there": (
        "the next player at the table decides what they would have been asked"
    ),
    "What they own stays theirs until it is handed over": (
        "The group may hand a benefit of theirs over to somebody who agrees"
    ),
    "and they are given nothing": "and gives them no new one",
    "The aims of their roles count on": "what their role wants still counts",
    "Estimates do not wait for who is away": "Nothing waits for a player who is away",
    "but a number that was given counts": "A number given in estimate poker counts",
    "Who is back has a turn after all others, and no second one in a round": (
        "but not a second one in the same round"
    ),
    "Somebody else takes a seat with all that belongs to it": (
        "Somebody else can take over a seat with all that belongs to it"
    ),
    "A seat plays another role too, if that is free, of somebody away, or one of several": (
        "one that nobody plays, or that of somebody who is away or plays several"
    ),
    "Who sits where is changed until the game is over, and known to all": (
        "People come and go, and the facilitator notes it"
    ),
    "Before a benefit is placed or revised the facilitator can call for estimates": (
        "before a benefit is placed or revised the facilitator can call for estimates"
    ),
    "each seat gives its own, hidden until all are in; then all are turned at once": (
        "hidden until all are in. They are turned at once"
    ),
    "a seat may change its number until then": "before that you may change your answer",
    "or have no opinion": "or has no opinion",
    "the facilitator can put the cards away": "While estimates are being given, turns wait",
    "no average; the acting seat decides": "No average is taken",
    "The log keeps every seat's number": "All of it is in the session's log",
    # ---- actions
    "place idea: from the hand, onto its main track with an estimate": (
        "The idea lies on its main track with an estimate"
    ),
    "place idea: or written": "Cards come from your hand, or you write them yourselves",
    "place benefit: from the hand, or written, onto its track, linked to an idea on the table": (
        "Benefits lie on their track and belong to one idea"
    ),
    "name downside: 1-4 points, once a track, until the idea is carried out": (
        "What the idea costs somebody is said: 1 to 4 points"
    ),
    "name downside: a benefit on that track gives way to it": (
        "It takes the place of a benefit on that track"
    ),
    "place risk: from the hand, or written, linked to an idea": (
        "Risks lie on the track they hit and belong to one idea"
    ),
    "placing takes 1 action": "both take the same",
    "rally: +1 capacity": "The group gathers strength: capacity +1",
    "anchor from phase 2: owner (this seat, or one that agrees) and measure": (
        "A benefit gets its owner (yourself, or one who agrees) and its measure"
    ),
    "anchor: 1 action; a benefit from a card has its measure, and takes none": (
        "A benefit from a card brings its measure, so that anchoring it takes no action"
    ),
    "mitigate from phase 2: 1 action + 1 capacity, likelihood falls by 3": "likelihood −3",
    "a written risk may be mitigated at most twice": "can be mitigated 2 times",
    "make amends: 1 action + 1 capacity, once, until the idea is realised": "the harm is 2 less",
    # ---- trials
    "trial: 1 action + 1 capacity, about a track or a risk": "A trial asks one question",
    "trial: of an idea that is neither proven, carried out nor on trial": (
        "It may be tried again until it is proven"
    ),
    "trial: none in the last round": "In the last round no trial is set up",
    "While on trial an idea cannot be carried out or shelved": (
        "the idea is neither implemented nor shelved"
    ),
    "Every trial is reported once, when the next round opens": "It runs until the next round opens",
    "What was asked is opened either way": "its question is answered in any case",
    "At or below the maturity: proven, all effects open": (
        "it is proven: you know all its true effects"
    ),
    "Above: the seat that set it up chooses what to adjust": (
        "Above it whoever set the trial up chooses what to adjust"
    ),
    "adjust: maturity +2 (6 at most)": "Maturity: 2 more, 6 at most",
    "adjust: one more hidden effect opens": "one more true effect comes to light",
    "adjust: a true risk is turned up": "a true risk that nobody has named comes to light",
    "A trial never moves a track": "A trial never moves a track",
    # ---- carrying out
    "shelve from phase 2: the idea and what is linked to it leave the table; +2 capacity": (
        "leaves the table with all that is linked to it. Capacity +2"
    ),
    "implement: from phase 3": "3 (1 if proven or small)",
    "implement: an idea of cost 1 from phase 1": "if it costs 1 or less as it lies there",
    "implement: a proven idea from phase 1 (scaling, before the last phase)": (
        "it may be implemented in every phase"
    ),
    "implement: 1 action + cost, proven or not": "1 action and the idea's cost\n",
    "implement: locks the idea's estimates and claims": (
        "Benefits, downsides and their numbers are locked when an idea is implemented"
    ),
    "implement: due at the reality check delay rounds on": (
        "as many rounds later as its delay says"
    ),
    "Anchoring, risks and mitigation are still possible until it is realised": (
        "making up for a downside are possible until it is realised"
    ),
    "follow up: a realised, anchored benefit that gave something gives 1 more; once a benefit": (
        "anchored benefit that gave something gives 1 more"
    ),
    "what is known to give nothing, or to harm nobody, is withdrawn with 0": (
        "give nothing, or to harm nobody, is withdrawn with a 0"
    ),
    "revise: free, a new estimate, any time before the idea is implemented": (
        "A new number for a benefit or a downside"
    ),
    "set range: free, between which points a benefit lies, before the idea is implemented": (
        "between which points a benefit lies"
    ),
    "hand over from phase 2: free, an owner gives a benefit to a seat that agrees": (
        "The owner gives a benefit to somebody who agrees, on anybody's turn"
    ),
    "ability, pass: free": "Ends your turn",
    # ---- the reality check
    "For every implemented idea now due, in the order implemented, one step at a time": (
        "in the order they were implemented"
    ),
    "Two ideas a check at most; the rest wait for the next": (
        "the others wait for the next reality check"
    ),
    "Named, it strikes at a die <= likelihood - 3 for each mitigation": (
        "up to its likelihood, 3 less for each mitigation"
    ),
    "not named, at likelihood + 2: what is named never strikes more often": (
        "strikes at 2 more than its likelihood"
    ),
    "A named risk that is not true is turned over as a false alarm": (
        "A named risk that is not true is a false alarm"
    ),
    "Stumble: a never proven idea throws a die against its maturity; above: its main track -1": (
        "Above the idea's maturity it stumbles: its main track loses 1"
    ),
    "Effects below zero count in full where a downside was named": "What harms counts in full",
    "or 2 points less where amends were made, never turning a harm into a gain": (
        "2 less if the downside was made up for"
    ),
    "and 2 points more where none was named, a benefit claimed there or not": (
        "2 more if none was named on that track"
    ),
    "Anchored, all of it; claimed only, 3 at most; not claimed, nothing": (
        "without an owner 3 at most; and what nobody claimed gives nothing"
    ),
    "1 less if no role of the owner is at home on the track": "with an owner from elsewhere",
    "or the owner owns more than 4 benefits that are not yet realised": (
        "answers for more than 4 benefits not yet realised, 1 less"
    ),
    "Word kept: gave what was claimed or 1 beside it, downsides included, trust +1": (
        "1 point beside it or less, trust +1; 4 or more"
    ),
    "missed by 4 or more, trust -1, of a stumbled idea too": "4 or more, trust −1.",
    "A harm of which nobody had spoken: trust -1, once an idea": (
        "where no downside was named, trust −1"
    ),
    "What a trial is finding out is left to its report": "reality leaves to the trial",
    "If nothing is due reality asks about a claim that nobody knows of and opens its effect": (
        "If no idea is due, reality asks about the idea that claims most in all"
    ),
    "If only a true risk is hidden it is turned up": (
        "If only a risk is hidden, that comes to light"
    ),
    "Within 1: trust +1; 3 or more beside it: trust -1": (
        "1 point beside it or less, trust +1; 3 or more, trust −1"
    ),
    "The seat that claimed stands by it or revises it; then the check ends": (
        "Whoever made the claim stands by it"
    ),
    "citizen or employee below zero: trust -1": "Citizen or Staff below zero cost trust −1",
    "The first time trust is 0 the project is paused: trust becomes 2": (
        "The first time trust is 0 the project pauses: trust becomes 2"
    ),
    "and nothing is implemented in the next round": "nothing is implemented in the next round",
    "the second time it is stopped": "The second time the project is stopped",
    # ---- the end
    "Follow-up realises what is still due (not after a stop)": (
        "realises all that is still under way, unless the project was stopped"
    ),
    "each track: reached, nearly there, on the way, not reached, harmed": (
        "nearly there from three quarters of them"
    ),
    "benefit rate": "Benefit rate:",
    "citizen focus": "Citizen focus:",
    "ownership": "Ownership:",
    "realism is foresight: the estimate that stood while the truth was hidden, beside it": (
        "A guess is the estimate that stood while the truth was hidden"
    ),
    "how near the guesses came, round by round": "round by round how far off you were",
    "how often the truth lay within the ranges": "how often the truth lay within your ranges",
    "each seat's aim, met or not": "An aim is what matters most to a role",
    "the verdict, the first that fits": "The verdict is the first of these that fits",
    # ---- modules
    "tension: placing an idea and trying: -1, naming a risk and anchoring: +1": (
        "naming a risk and anchoring are a step towards steering"
    ),
    "tension: the balance begins where the case says and runs from -5 to 5": (
        "from 5 steps of autonomy to 5 steps of steering, and begins at 0"
    ),
    "tension: at a check 4 or beyond: trust -1; then one step towards 0": (
        "4 steps or more to either side cost 1 trust"
    ),
    "tension: leaning 2 to steering mitigating costs no capacity, to autonomy trials cost none": (
        "From 2 steps of autonomy on a trial costs no capacity"
    ),
    "posts: name a post: free, by who claimed, for a benefit on economy that is not realised": (
        "names the item that the money comes from: free"
    ),
    "posts: an economy claim without a post gives half": "without an item gives half, rounded down",
    "posts: a post gives at most what it holds": "An item gives no more than it holds",
    "posts: following up takes from the post too, and needs one that still holds something": (
        "than it holds, all ideas together"
    ),
    "demand: from round 2 every opening pulls a track down by 1, in turn": (
        "a track falls by 1 point: Citizen and Staff, one after the other"
    ),
    "combination: an idea realised beside one of another kind: +1 on its main track, once a kind": (
        "its main track rises by 1 more"
    ),
    "invest: carrying an idea out takes 1 point off the economy at once": (
        "Implementing an idea takes 1 point off Economy at once"
    ),
    "patience: spend trust: once a round, free, trust -2, capacity +2; trust must be 3 or more": (
        "trust falls by 2, and capacity rises by 2. Trust must be 3 or more"
    ),
    "everybody: the first realised idea of each seat: trust +1": "is realised, trust rises by 1",
    "dropouts: an idea that gives on process and citizens nothing: citizen -1, unless spoken of": (
        "takes 1 point off Citizen when it is realised"
    ),
    "meetings: trials cost no capacity": "A trial costs no capacity",
}

NOT_FOR_PLAYERS: dict[str, str] = {
    "a game of the first version is measured as it was then": "it is over, and no rule to play by",
    "a game of the first version is told with its own arithmetic": "nor is this",
}
"""Rules that the text leaves out, and why."""
