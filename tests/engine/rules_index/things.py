"""What is on the table, seats and roles."""

from __future__ import annotations

THINGS: dict[str, list[str]] = {
    # ---- tracks
    "0 is the baseline, goal (8) is the target": [
        "result::each_track_reached_nearly_on_the_way_not_reached_or_harmed",
        "result::a_scenario_may_have_other_goals",
    ],
    "Points run from -10 to 20": ["reality_check::points_run_from_minus_10_to_20"],
    "Each track shows claimed, the sum of estimates on it": [
        "placing::each_track_shows_claimed_the_sum_of_estimates_on_it",
        "downsides::name_a_downside_1_action_from_phase_1_on_a_track_with_who_bears_it",
    ],
    # ---- ideas
    "The true effect is a range; one value is drawn at the start of the session": [
        "start::one_value_of_each_range_is_drawn_at_the_start_of_the_session",
        "start::the_truth_of_a_session_is_its_seeds",
    ],
    "Only the scenario knows the true effect and the true risks": [
        "random_play::Game.what_is_hidden_is_not_seen"
    ],
    "At most 8 ideas that are not yet realised lie on the table": [
        "placing::at_most_8_ideas_that_are_not_yet_realised_lie_on_the_table",
        "placing::a_realised_idea_makes_room_for_another",
    ],
    # ---- ideas in the group's own words
    "A written idea: cost 3, maturity 3, delay 1": [
        "written::a_written_idea_has_cost_3_maturity_3_delay_1",
        "written::written_cards_are_numbered_and_ideas_go_on_with_the_letters",
    ],
    "Its truth is drawn when it is placed, never from what is claimed, and hidden": [
        "written::its_truth_is_drawn_when_it_is_placed_and_not_from_what_is_claimed",
        "written::its_truth_is_hidden_like_a_cards",
        "written::abilities_open_it",
        "written::what_it_claims_has_no_limit_but_that_of_every_benefit",
        "same_truth::what_players_write_changes_no_draw_and_no_truth",
    ],
    "It depends on its kind, its main track and its cost; now and then it harms another track": [
        "written::it_gives_its_main_track_its_cost_less_1_to_its_cost_plus_1_and_1_more_where_it_suits",
        "written::what_it_gives_depends_on_what_it_costs",
        "written::it_may_give_something_on_the_track_that_its_kind_suits_besides",
        "written::one_in_three_harms_somebody_on_one_of_the_other_tracks",
    ],
    "It has a true risk on its main track and sometimes one on another": [
        "written::it_has_a_true_risk_on_its_main_track_and_one_in_three_has_another_elsewhere",
        "written::its_true_risk_that_nobody_named_strikes_at_2_more",
        "written::a_risk_named_on_another_track_is_a_false_alarm",
    ],
    "What comes of it is decided like a card's": [
        "written::it_is_harvested_like_a_card",
        "written::it_stumbles_like_a_card",
    ],
    "Own project: every card is written at the table": [
        "written::a_case_without_cards_is_played_with_written_cards_alone"
    ],
    # ---- benefits
    "An idea has at most one benefit on each track": [
        "placing::an_idea_has_at_most_one_benefit_on_each_track"
    ],
    "A benefit card fits any idea": ["placing::a_benefit_card_fits_any_idea"],
    "First claimed (an estimate of 1-6)": [
        "placing::a_claim_is_an_estimate_of_1_to_6",
        "placing::no_other_estimate_is_taken",
    ],
    "Then anchored (owner and measure)": [
        "anchoring::anchor_a_benefit_gets_its_owner_and_its_measure_for_1_action"
    ],
    # ---- risks
    "Risks: severity 1-4, likelihood 1-5; what is written of a risk is the group's estimate": [
        "risks::write_risk_severity_1_to_4_likelihood_1_to_5",
        "risks::no_other_severity",
        "risks::no_other_likelihood",
        "risks::what_the_group_believes_of_a_risk_decides_nothing",
    ],
    "A risk card has printed on it the ideas it may concern": [
        "risks::a_risk_card_has_printed_on_it_the_ideas_it_may_concern"
    ],
    "A written risk names that idea's true, unnamed risk on the same track": [
        "risks::a_written_risk_names_the_ideas_true_unnamed_risk_on_the_same_track",
        "risks::two_written_risks_on_a_track_name_one_true_risk_and_give_one_false_alarm",
        "risks::a_card_placed_later_takes_over_from_the_written_words",
        "risks::a_trial_does_not_turn_up_what_written_words_have_named",
        "written::a_risk_named_on_its_track_is_the_true_one_whatever_the_group_believes_of_it",
    ],
    "If not it is a false alarm": [
        "risks::a_written_risk_that_names_no_true_risk_is_a_false_alarm"
    ],
    "A risk turned up by a trial, an ability or a check is named, free": [
        "risks::a_risk_that_is_turned_up_is_named_already",
        "abilities::analyst_once_a_phase_one_true_risk_of_an_idea_is_turned_up",
    ],
    # ---- shared means
    "Capacity starts at 3; income the first round too": [
        "opening::capacity_starts_at_3_and_the_first_round_has_income_too"
    ],
    "Income: half the trust rounded down, plus 1; kept between rounds": [
        "opening::income_each_round_half_the_trust_rounded_down_plus_1"
    ],
    "Trust starts at 5": ["opening::trust_starts_at_5_and_tracks_at_0"],
    # ---- seats and roles
    "One to eight seats": ["seats::seats_that_do_not_fit_the_case_are_an_error"],
    "Below six seats, roles are dealt out until six are in play": [
        "seats::below_six_seats_roles_are_dealt_out_until_six_are_in_play",
        "seats::a_case_may_say_how_many_roles_are_in_play",
        "seats::a_role_that_a_seat_took_is_its_own",
        "seats::a_case_with_few_roles_leaves_some_seats_without",
        "seats::eight_seats_have_eight_roles_each_taken_once",
    ],
    "A role is at home on some tracks": [
        "ownership::a_role_is_at_home_where_its_ability_is_unless_its_case_says_otherwise"
    ],
    "citizen_voice, controller, union_voice: learn the true effects on a track": [
        "abilities::learn_the_true_effect_on_a_track_of_every_idea_on_the_table",
        "abilities::with_no_idea_on_the_table_there_is_nothing_to_learn",
    ],
    "and place the benefit for one of them, free": [
        "abilities::and_place_the_benefit_for_one_of_them_free",
        "abilities::the_free_benefit_is_for_an_idea_that_was_looked_at",
        "abilities::the_free_benefit_goes_with_the_turn",
        "abilities::two_free_benefits_in_one_turn_wait_for_each_other",
        "abilities::the_free_benefit_is_placed_by_the_seat_in_turn",
    ],
    "front_line: the first trial of this seat each round costs no capacity": [
        "trial::front_line_the_first_trial_of_the_seat_each_round_costs_no_capacity",
        "trial::front_line_is_one_free_trial_a_round_however_many_roles_give_it",
    ],
    "line_manager: the first anchor of this seat each round takes no action": [
        "anchoring::line_manager_the_first_anchor_of_the_seat_each_round_takes_no_action",
        "anchoring::a_perk_is_the_seats_own",
    ],
    "project_manager: once a phase, one action more": [
        "abilities::project_manager_once_a_phase_one_action_more"
    ],
    "sponsor: once a phase, +1 capacity": ["abilities::sponsor_once_a_phase_1_capacity"],
    "supplier: once a phase, an idea's cost falls by 1, not below 1": [
        "abilities::supplier_once_a_phase_an_ideas_cost_falls_by_1_not_below_1",
        "abilities::the_supplier_helps_before_the_idea_is_implemented",
        "implementing::an_idea_that_the_supplier_made_cost_1_is_carried_out_from_phase_1",
    ],
    "analyst: once a phase, one true risk of an idea is turned up": [
        "abilities::analyst_once_a_phase_one_true_risk_of_an_idea_is_turned_up",
        "abilities::an_analyst_who_finds_no_risk_has_used_the_ability_and_learned_that",
        "abilities::the_analyst_looks_at_an_implemented_idea_but_not_at_a_realised_one",
    ],
    "Once a phase": ["opening::abilities_used_in_a_phase_come_back_in_the_next"],
    "What is learned is open to the whole table": [
        "abilities::what_is_learned_is_open_to_the_whole_table"
    ],
    "Aim: a track at or above n": ["result::aim_a_track_at_or_above_n"],
    "Aim: n anchored benefits": ["result::aim_n_anchored_benefits"],
    "Aim: n proven ideas": ["result::aim_n_proven_ideas"],
    "Aim: n proven ideas carried out before the last phase": [
        "result::aim_n_proven_ideas_carried_out_before_the_last_phase"
    ],
    "Aim: n kinds realised": ["result::aim_n_kinds_realised"],
    "Aim: every seat owns at least n": ["result::aim_every_seat_owns_at_least_n"],
    "Aim: realism at least x": [
        "result::aim_realism_at_least_x",
        "result::realism_is_exactly_the_share_that_an_aim_names",
    ],
    "Aim: no track ever below n": ["result::aim_no_track_ever_below_n"],
}
