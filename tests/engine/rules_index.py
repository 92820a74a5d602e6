"""The rules, sentence by sentence, each with the tests that hold it.

The sentences are those of the rules of the game in the order they are told; a test is named as
``file::function`` without ``test_``. :mod:`tests.engine.test_rules_index` sees to it that every one
exists.
"""

from __future__ import annotations

RULES: dict[str, list[str]] = {
    # ---- what is on the table
    "0 is the baseline, goal (8) is the target": [
        "result::each_track_reached_nearly_on_the_way_not_reached_or_harmed",
        "result::a_scenario_may_have_other_goals",
    ],
    "Points run from -10 to 20": ["reality_check::points_run_from_minus_10_to_20"],
    "Each track shows claimed, the sum of estimates on it": [
        "placing::each_track_shows_claimed_the_sum_of_estimates_on_it"
    ],
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
    "An idea has at most one benefit on each track": [
        "placing::an_idea_has_at_most_one_benefit_on_each_track"
    ],
    "A benefit card fits any idea": ["placing::a_benefit_card_fits_any_idea"],
    "First claimed (an estimate of 1-6)": [
        "placing::a_claim_is_an_estimate_of_1_to_6",
        "placing::no_other_estimate_is_taken",
    ],
    "Then anchored (owner and measure)": [
        "anchoring::anchor_a_benefit_gets_its_owner_and_its_measure_1_action_balance_plus_1"
    ],
    "Risks: severity 1-4, likelihood 1-5": [
        "risks::write_risk_severity_1_to_4_likelihood_1_to_5",
        "risks::no_other_severity",
        "risks::no_other_likelihood",
    ],
    "A risk card has printed on it the ideas it may concern": [
        "risks::a_risk_card_has_printed_on_it_the_ideas_it_may_concern"
    ],
    "A written risk names that idea's true, unnamed risk on the same track": [
        "risks::a_written_risk_names_the_ideas_true_unnamed_risk_on_the_same_track",
        "risks::two_written_risks_on_a_track_name_one_true_risk_and_give_one_false_alarm",
        "risks::a_card_placed_later_takes_over_from_the_written_words",
        "risks::a_trial_does_not_turn_up_what_written_words_have_named",
    ],
    "If not it is a false alarm": [
        "risks::a_written_risk_that_names_no_true_risk_is_a_false_alarm"
    ],
    "A risk turned up by a trial or an ability is named, free": [
        "risks::a_risk_that_is_turned_up_is_named_already",
        "abilities::analyst_once_a_phase_one_true_risk_of_an_idea_is_turned_up",
    ],
    "Capacity starts at 3; income the first round too": [
        "opening::capacity_starts_at_3_and_the_first_round_has_income_too"
    ],
    "Income: half the trust rounded down, plus 1; kept between rounds": [
        "opening::income_each_round_half_the_trust_rounded_down_plus_1"
    ],
    "Trust starts at 5, balance at 0": [
        "opening::trust_starts_at_5_and_balance_at_0_and_tracks_at_0"
    ],
    "What would push the balance past 5 is lost": [
        "course::what_would_push_balance_past_5_is_lost"
    ],
    # ---- seats and roles
    "One to eight seats": ["seats::seats_that_do_not_fit_the_case_are_an_error"],
    "Below four seats, roles are dealt out until four are in play": [
        "seats::below_four_seats_roles_are_dealt_out_until_four_are_in_play",
        "seats::a_role_that_a_seat_took_is_its_own",
        "seats::a_case_with_few_roles_leaves_some_seats_without",
        "seats::eight_seats_have_eight_roles_each_taken_once",
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
    ],
    "analyst: once a phase, one true risk of an idea is turned up": [
        "abilities::analyst_once_a_phase_one_true_risk_of_an_idea_is_turned_up",
        "abilities::an_analyst_who_finds_no_risk_has_used_the_ability_and_learned_that",
        "abilities::the_analyst_has_nothing_to_find_on_a_written_idea",
    ],
    "Once a phase": ["opening::abilities_used_in_a_phase_come_back_in_the_next"],
    "What is learned is open to the whole table": [
        "abilities::what_is_learned_is_open_to_the_whole_table"
    ],
    "Aim: a track at or above n": ["result::aim_a_track_at_or_above_n"],
    "Aim: n anchored benefits": ["result::aim_n_anchored_benefits"],
    "Aim: n proven ideas": ["result::aim_n_proven_ideas"],
    "Aim: n ideas implemented in phase 2": ["result::aim_n_ideas_implemented_in_phase_2"],
    "Aim: n kinds realised": ["result::aim_n_kinds_realised"],
    "Aim: every seat owns at least n": ["result::aim_every_seat_owns_at_least_n"],
    "Aim: realism at least x": [
        "result::aim_realism_at_least_x",
        "result::realism_is_exactly_the_share_that_an_aim_names",
    ],
    "Aim: no track ever below n": ["result::aim_no_track_ever_below_n"],
    # ---- rounds and phases
    "Idea development (2), concretisation (2), implementation (3), then follow-up": [
        "opening::idea_development_2_rounds_concretisation_2_implementation_3_then_follow_up",
        "opening::a_scenario_may_change_the_rounds",
    ],
    "Each round: opening, turns, reality check": [
        "opening::each_round_is_opening_turns_reality_check"
    ],
    "From round 2 an event is turned over": ["opening::from_round_2_an_event_is_turned_over"],
    "Where it has two options the starting seat chooses": [
        "opening::where_an_event_has_two_options_the_starting_seat_chooses"
    ],
    "An event can change capacity, trust or balance": [
        "opening::an_event_can_change_capacity_not_below_0",
        "opening::an_event_can_change_trust_and_balance",
        "opening::an_event_that_stops_the_project_ends_the_opening_at_once",
        "opening::a_crisis_of_trust_at_an_opening_pauses_the_round_that_opens",
    ],
    "raise by 1 the likelihood of the true risks on a track": [
        "opening::an_event_can_raise_by_1_the_likelihood_of_the_true_risks_on_a_track",
        "reality_check::a_likelihood_raised_by_an_event_counts_at_the_check",
    ],
    "lower by 1 the maturity of unproven ideas of a kind": [
        "opening::an_event_can_lower_by_1_the_maturity_of_unproven_ideas_of_a_kind",
        "opening::a_proven_idea_keeps_its_maturity_at_an_event",
        "opening::an_unproven_idea_under_way_is_less_mature_too_until_it_is_realised",
        "trial::maturity_lowered_by_an_event_counts_in_the_trial",
    ],
    "take a benefit from the seat that owns most": [
        "opening::an_event_can_take_a_benefit_from_the_seat_that_owns_most",
        "opening::an_owner_who_leaves_is_the_first_from_the_starting_seat_when_equal",
        "opening::nobody_leaves_where_nobody_owns",
    ],
    "open the true effects on a track for the ideas on the table": [
        "opening::an_event_can_open_the_true_effects_on_a_track_for_the_ideas_on_the_table",
        "opening::an_effect_opened_is_told_once",
    ],
    "Income is added (after the event)": ["opening::the_event_comes_before_income_and_cards"],
    "Cards are dealt round the table, not per seat": [
        "opening::cards_are_dealt_round_the_table_not_per_seat"
    ],
    "8 ideas, 8 benefits, 8 risks at the start": [
        "opening::cards_are_dealt_8_ideas_8_benefits_8_risks_at_the_start"
    ],
    "4 of each at the opening of rounds 2 and 3": [
        "opening::4_of_each_at_the_opening_of_rounds_2_and_3_and_none_later"
    ],
    "Hands are open": ["opening::hands_are_open_so_observing_shows_them"],
    "An empty deck is no error": ["opening::an_empty_deck_is_no_error"],
    "10 actions a round (9 with seven or eight seats), shared evenly": [
        "seats::10_actions_a_round_9_with_seven_or_eight_shared_evenly_the_rest_to_the_first",
        "seats::with_fewer_actions_than_seats_the_last_seats_have_no_turn",
    ],
    "The starting seat moves on by one each round": [
        "seats::the_starting_seat_moves_on_by_one_each_round",
        "opening::the_first_seat_of_the_game_is_seat_0",
    ],
    # ---- actions
    "place idea: from the hand, onto its main track with an estimate; balance -1": [
        "placing::place_idea_from_the_hand_onto_its_main_track_with_an_estimate",
        "placing::place_idea_takes_1_action_and_balance_minus_1",
        "placing::an_idea_is_placed_from_the_own_hand_only",
    ],
    "place idea: or written": [
        "written::write_idea_1_action_balance_minus_1_with_its_first_benefit",
        "written::what_is_written_is_a_text_that_can_be_shown",
        "written::danish_letters_emoji_and_line_breaks_can_be_written",
    ],
    "place benefit: from the hand, or written, onto its track, linked to an idea on the table": [
        "placing::place_benefit_onto_its_track_linked_to_an_idea_with_an_estimate",
        "placing::a_benefit_is_linked_to_an_idea_on_the_table",
        "placing::write_benefit_onto_a_track_linked_to_an_idea",
    ],
    "place risk: from the hand, or written, linked to an idea; balance +1": [
        "risks::place_risk_onto_its_track_linked_to_an_idea_1_action_balance_plus_1",
        "risks::a_false_risk_can_be_named_and_looks_like_any_other",
    ],
    "placing takes 1 action": ["placing::placing_and_writing_take_1_action_and_no_capacity"],
    "rally: +1 capacity": ["placing::rally_takes_1_action_and_gives_1_capacity_in_every_phase"],
    "anchor from phase 2: owner (this seat, or one that agrees) and measure; balance +1": [
        "anchoring::the_owner_is_this_seat_or_one_that_agrees",
        "anchoring::the_measure_is_the_cards_or_written",
        "anchoring::a_measure_that_cannot_be_one_is_refused",
        "anchoring::anchor_from_phase_2_a_claimed_benefit_that_nobody_owns",
    ],
    "mitigate from phase 2: 1 action + 1 capacity, likelihood falls by 3": [
        "risks::mitigate_1_action_and_1_capacity_a_named_risks_likelihood_falls_by_3",
        "risks::mitigate_from_phase_2_with_capacity_on_a_named_risk",
    ],
    "trial from phase 2: 1 action + 1 capacity; balance -1": [
        "trial::trial_takes_1_action_and_1_capacity_and_balance_minus_1",
        "trial::trial_from_phase_2_with_capacity_on_an_unproven_idea",
        "trial::an_implemented_idea_is_tried_no_more",
    ],
    "trial: at or below, proven, and all the idea's true effects are open": [
        "trial::a_die_at_or_below_maturity_is_proven_and_all_true_effects_are_open"
    ],
    "trial: above, learned: maturity +2 (6 at most) and one true risk is turned up": [
        "trial::above_the_group_has_learned_maturity_plus_2_and_one_true_risk_is_turned_up",
        "trial::maturity_is_6_at_most",
        "trial::which_risk_comes_to_light_is_a_draw_of_its_own_that_shifts_no_die",
    ],
    "trial: if none is left, one effect is opened": [
        "trial::if_no_risk_is_left_one_effect_is_opened",
        "trial::learning_again_turns_up_the_next_risk_and_then_an_effect",
    ],
    "A trial never moves a track": ["trial::a_trial_never_moves_a_track"],
    "shelve from phase 2: the idea and what is linked to it leave the table; +2 capacity": [
        "implementing::shelve_1_action_2_capacity_the_idea_and_what_is_linked_to_it_leave_the_table",
        "implementing::shelve_from_phase_2",
        "implementing::the_letter_of_a_shelved_idea_is_not_used_again",
    ],
    "implement: 3, or 2 if proven (scaling)": [
        "implementing::implement_from_phase_3",
        "implementing::scaling_a_proven_idea_is_implemented_in_phase_2",
        "implementing::implementing_a_proven_idea_in_phase_3_is_not_scaling",
    ],
    "implement: 1 + cost (1 less if proven)": [
        "implementing::implement_needs_its_cost",
        "implementing::a_proven_idea_costs_1_less",
    ],
    "implement: locks the idea's estimates and claims": [
        "implementing::implement_takes_1_action_and_the_cost_and_locks_estimates_and_claims"
    ],
    "implement: due at the reality check delay rounds on": [
        "implementing::due_at_the_reality_check_delay_rounds_on"
    ],
    "Anchoring, risks and mitigation are still possible until it is realised": [
        "anchoring::anchoring_is_still_possible_until_the_idea_is_realised",
        "risks::risks_can_be_named_on_an_implemented_idea_but_not_on_a_realised_one",
        "risks::mitigation_is_still_possible_on_an_implemented_idea",
    ],
    "follow up: a realised, anchored benefit that gave something gives 1 more; once a benefit": [
        "implementing::follow_up_1_action_and_1_capacity_gives_1_more_on_its_track",
        "implementing::follow_up_once_a_benefit",
        "implementing::follow_up_a_realised_anchored_benefit_that_gave_something",
        "implementing::follow_up_waits_until_the_benefit_is_realised",
    ],
    "revise: free, a new estimate, any time before the idea is implemented": [
        "placing::revise_is_free_a_new_estimate_any_time_before_the_idea_is_implemented",
        "placing::revise_asks_for_another_estimate_of_a_benefit_that_is_there",
        "placing::an_anchored_benefit_can_still_be_revised",
    ],
    "set range: free, between which points a benefit lies, before the idea is implemented": [
        "ranges::a_range_is_free_and_has_the_estimate_in_it",
        "ranges::a_range_runs_from_0_to_6_and_may_end_at_the_estimate",
        "ranges::no_other_range_is_taken",
        "ranges::a_range_without_the_estimate_or_without_room_is_refused",
        "ranges::a_range_may_be_set_anew_but_not_to_what_it_is",
        "ranges::a_range_is_of_a_benefit_that_is_there_until_its_idea_is_implemented",
        "ranges::a_range_is_set_by_the_seat_in_turn",
        "ranges::an_estimate_within_the_range_keeps_it_and_one_outside_drops_it",
        "ranges::a_range_changes_nothing_that_is_harvested",
    ],
    "hand over from phase 2: free, an owner gives a benefit to a seat that agrees": [
        "anchoring::hand_over_is_free_an_owner_gives_a_benefit_to_a_seat_that_agrees",
        "anchoring::hand_over_is_the_owners_decision_in_anybodys_turn",
        "anchoring::hand_over_from_phase_2_a_benefit_that_has_an_owner",
        "anchoring::a_realised_benefit_can_be_handed_over",
    ],
    "ability, pass: free": [
        "abilities::an_ability_is_free_and_for_the_seat_that_plays_the_role_on_its_turn",
        "abilities::what_counts_by_itself_is_not_used_by_decision",
        "abilities::an_ability_that_asks_for_no_idea_takes_none",
        "seats::pass_is_free_and_only_on_the_own_turn",
        "seats::a_turn_ends_with_its_last_action_or_by_passing",
    ],
    # ---- written ideas
    "A written idea: cost 3, maturity 3, delay 1": [
        "written::a_written_idea_has_cost_3_maturity_3_delay_1"
    ],
    "its estimates at most 5 together": ["written::its_estimates_are_at_most_5_together"],
    "nobody knows its truth": [
        "trial::a_trial_of_a_written_idea_proves_it_or_makes_it_more_mature"
    ],
    "the reality die: 1 nothing, 2-3 half, 4-5 the estimate, 6 one more": [
        "written::the_reality_die_1_nothing_2_3_half_4_5_the_estimate_6_one_more",
        "written::each_of_its_benefits_throws_the_reality_die",
        "written::the_reality_die_moves_the_track_of_the_benefit",
        "written::a_written_idea_that_stumbles_gives_half",
    ],
    "proven: the better of two": ["written::proven_the_better_of_two"],
    "If no risk is named on it the unknown strikes: severity 3, likelihood 5, main track": [
        "written::if_no_risk_is_named_the_unknown_strikes_severity_3_likelihood_5_main_track"
    ],
    "a risk named on it is true": [
        "written::a_risk_named_on_it_is_true",
        "written::every_risk_named_on_a_written_idea_is_thrown",
        "written::a_written_risk_on_a_written_idea_can_be_mitigated",
    ],
    # ---- reality check
    "For every implemented idea now due, in the order implemented, one step at a time": [
        "reality_check::every_implemented_idea_now_due_in_the_order_implemented",
        "reality_check::one_step_at_a_time_risks_stumble_harvest_word_for_each_idea",
        "reality_check::a_realised_idea_is_not_checked_again",
    ],
    "Named, it strikes at a die <= likelihood - 3 for each mitigation": [
        "reality_check::a_named_risk_strikes_at_a_die_at_or_below_its_likelihood",
        "reality_check::each_mitigation_takes_3_off_the_likelihood",
        "risks::a_risk_mitigated_to_nothing_needs_no_die",
    ],
    "not named, at likelihood + 2": [
        "reality_check::a_risk_not_named_strikes_at_likelihood_plus_2"
    ],
    "A named risk that is not true is turned over as a false alarm": [
        "reality_check::a_named_risk_that_is_not_true_is_turned_over_as_a_false_alarm"
    ],
    "Stumble: a never proven idea throws a die against its maturity; above: halved": [
        "reality_check::a_never_proven_idea_throws_a_die_against_its_maturity",
        "reality_check::a_stumble_does_not_halve_what_is_below_zero",
        "reality_check::a_proven_idea_does_not_stumble",
        "reality_check::a_stumbled_claim_that_is_not_anchored_is_halved_twice",
    ],
    "Effects below zero count in full": [
        "reality_check::effects_below_zero_count_in_full_claimed_or_not"
    ],
    "Anchored, all of it; claimed only, half; not claimed, nothing": [
        "reality_check::anchored_all_of_it_claimed_only_half_rounded_down",
        "reality_check::not_claimed_nothing",
        "reality_check::realised_means_all_true_effects_are_open",
    ],
    "Word kept: gave exactly what was claimed, trust +1": [
        "reality_check::benefits_that_together_gave_exactly_what_was_claimed_trust_plus_1",
        "reality_check::together_means_the_sum_not_each",
        "reality_check::what_a_risk_took_is_no_part_of_the_word",
        "reality_check::a_stumbled_idea_that_gave_what_was_claimed_kept_its_word",
    ],
    "missed by 4 or more, trust -1 (a stumbled idea is excused)": [
        "reality_check::if_they_missed_by_4_or_more_trust_minus_1",
        "reality_check::a_stumbled_idea_is_excused",
    ],
    "Combination: two kinds, at least one process, same check: citizen +1, once a check": [
        "course::two_ideas_of_different_kinds_one_of_them_process_citizen_plus_1",
        "course::the_combination_counts_once_a_check",
        "course::the_combination_needs_the_same_check",
    ],
    "Balance at 0: trust +1; at 3 or beyond: trust -1; then one step towards 0": [
        "course::balance_at_0_trust_plus_1_at_3_or_beyond_minus_1_then_one_step_towards_0"
    ],
    "citizen or employee below zero: trust -1": [
        "course::citizen_or_employee_below_zero_trust_minus_1",
        "course::both_below_zero_cost_1_trust_and_the_other_tracks_none",
        "course::trust_runs_from_0_to_10",
    ],
    "The first time trust is 0 the project is paused: trust becomes 2": [
        "course::the_first_time_trust_is_0_the_project_is_paused_trust_becomes_2",
        "course::trust_that_was_gone_only_within_a_check_is_weighed_at_its_end",
    ],
    "and nothing is implemented in the next round": [
        "course::nothing_is_implemented_in_the_next_round",
        "facilitator::a_pause_that_is_to_come_is_still_that_of_the_next_round",
        "facilitator::a_pause_of_this_round_ends_with_the_phase",
    ],
    "the second time it is stopped": ["course::the_second_time_it_is_stopped"],
    # ---- end
    "Follow-up realises what is still due (not after a stop)": [
        "course::follow_up_realises_what_is_still_due",
        "course::after_a_stop_follow_up_realises_nothing",
        "course::follow_up_has_risks_stumbles_combination_and_word_but_no_turns",
    ],
    "each track: reached, nearly there, on the way, not reached, harmed": [
        "result::each_track_reached_nearly_on_the_way_not_reached_or_harmed"
    ],
    "benefit rate": [
        "result::benefit_rate_mean_of_realised_by_goal_each_clamped_to_0_to_1",
        "result::half_of_the_goals_is_half_whatever_the_goal",
    ],
    "citizen focus": [
        "result::citizen_focus_mean_of_the_citizen_rate_and_the_share_of_ideas_that_moved_it_up"
    ],
    "ownership": [
        "result::ownership_share_of_benefits_on_realised_ideas_that_were_anchored",
        "result::evenness_seats_that_own_at_least_one_by_the_smaller_of_seats_and_owned",
    ],
    "realism is foresight: the estimate that stood while the truth was hidden, beside it": [
        "foresight::a_guess_is_the_estimate_that_stood_while_the_truth_was_hidden",
        "foresight::a_claim_on_what_is_known_already_is_no_guess",
        "foresight::a_downside_is_guessed_like_a_benefit",
        "foresight::a_guess_is_answered_by_a_trial",
        "foresight::a_guess_is_answered_when_reality_asks_about_the_claim",
        "foresight::a_guess_is_answered_when_its_idea_is_realised_whatever_was_harvested",
        "foresight::a_guess_is_answered_once",
        "foresight::what_is_shelved_was_guessed_all_the_same",
        "foresight::realism_1_minus_missed_by_guessed_not_below_0",
        "foresight::an_estimate_that_copies_the_truth_does_not_count",
        "foresight::realism_is_nothing_while_no_guess_is_answered",
    ],
    "how near the guesses came, round by round": [
        "foresight::the_curve_has_every_round_in_which_a_guess_was_answered",
    ],
    "how often the truth lay within the ranges": [
        "foresight::ranges_tell_how_often_the_truth_lay_within",
        "foresight::a_range_set_when_the_truth_is_known_is_not_counted",
    ],
    "a game of the first version is measured as it was then": [
        "result::in_the_first_version_realism_is_of_last_estimates_and_what_was_harvested",
        "result::a_game_of_the_first_version_keeps_its_verdicts",
        "result::in_the_first_version_a_track_counted_in_the_midst_of_things",
        "foresight::a_game_of_the_first_version_keeps_no_guesses",
    ],
    "each seat's aim, met or not": ["result::each_seats_aim_is_in_the_result"],
    "the verdict, the first that fits": [
        "result::the_verdict_is_the_first_that_fits",
        "result::a_price_is_paid_where_a_named_downside_came_true_without_amends",
        "result::without_the_saving_no_price_is_paid_for_it",
        "result::with_every_aim_met_benefit_realised_together",
        "result::stopped_comes_before_all_others",
        "result::the_game_ends_with_the_verdict",
    ],
    # ---- facilitator
    "skip a turn": ["facilitator::skip_a_turn"],
    "end the phase early": [
        "facilitator::end_the_phase_early_straight_to_the_check_and_then_the_next_phase",
        "facilitator::ending_the_last_phase_leads_to_the_follow_up",
        "facilitator::an_idea_due_in_a_round_that_was_skipped_is_realised_at_this_check",
        "facilitator::cards_are_dealt_at_the_second_and_third_opening_whatever_was_skipped",
    ],
    "a correction of a track, capacity or trust with a reason": [
        "facilitator::a_correction_of_a_track_with_a_reason",
        "facilitator::a_correction_of_capacity_or_trust",
        "facilitator::a_correction_can_be_made_at_any_time_before_the_end",
        "facilitator::what_cannot_be_corrected",
        "facilitator::trust_corrected_to_0_pauses_the_next_round",
        "facilitator::trust_corrected_to_0_again_stops_the_project",
    ],
    "Before a benefit is placed or revised the facilitator can call for estimates": [
        "estimate_poker::before_a_benefit_is_placed_the_facilitator_can_call_for_estimates",
        "estimate_poker::before_a_benefit_is_revised_too_but_not_when_it_is_locked",
    ],
    "each seat gives its own, hidden until all are in; then all are turned at once": [
        "estimate_poker::each_seat_gives_its_own_in_any_order",
        "estimate_poker::hidden_until_all_are_in_then_all_are_turned_at_once",
        "estimate_poker::nothing_else_is_decided_while_estimates_are_missing",
    ],
    "the facilitator can put the cards away": [
        "estimate_poker::the_facilitator_can_put_the_cards_away",
        "estimate_poker::turned_cards_are_put_away_with_the_idea_and_at_the_end_of_the_turns",
    ],
    "no average; the acting seat decides": ["estimate_poker::the_acting_seat_decides_no_average"],
    "The log keeps every seat's number": ["estimate_poker::the_log_keeps_every_seats_number"],
    # ---- own project
    "every card is written at the table; truth is the reality die; goal 7": [
        "written::a_case_without_cards_is_played_with_written_cards_alone"
    ],
}
