"""What the seat in turn does, and what it is asked."""

from __future__ import annotations

ACTIONS: dict[str, list[str]] = {
    # ---- placing
    "place idea: from the hand, onto its main track with an estimate": [
        "placing::place_idea_from_the_hand_onto_its_main_track_with_an_estimate",
        "placing::place_idea_takes_1_action",
        "placing::an_idea_is_placed_from_the_own_hand_only",
    ],
    "place idea: or written": [
        "written::write_idea_takes_1_action_and_has_its_first_benefit",
        "written::what_is_written_is_a_text_that_can_be_shown",
        "written::danish_letters_emoji_and_line_breaks_can_be_written",
    ],
    "place benefit: from the hand, or written, onto its track, linked to an idea on the table": [
        "placing::place_benefit_onto_its_track_linked_to_an_idea_with_an_estimate",
        "placing::a_benefit_is_linked_to_an_idea_on_the_table",
        "placing::write_benefit_onto_a_track_linked_to_an_idea",
    ],
    "name downside: 1-4 points, once a track, until the idea is carried out": [
        "downsides::name_a_downside_1_action_from_phase_1_on_a_track_with_who_bears_it",
        "downsides::a_downside_is_1_to_4_points",
        "downsides::no_other_size_is_taken",
        "downsides::a_downside_is_named_once_for_each_track_of_an_idea",
        "downsides::a_downside_is_named_until_the_idea_is_carried_out",
        "downsides::a_downside_needs_no_words",
        "downsides::its_words_are_texts_that_can_be_shown",
        "downsides::a_downside_has_no_owner",
    ],
    "name downside: a benefit on that track gives way to it": [
        "downsides::a_downside_takes_the_place_of_a_benefit_with_its_owner_its_measure_and_its_post",
        "downsides::the_card_of_a_benefit_that_gave_way_is_out_of_the_game",
        "downsides::a_harm_named_where_a_benefit_was_claimed_before_is_spoken_of",
        "downsides::the_word_is_that_of_the_downside_and_not_of_the_benefit_that_gave_way",
        "foresight::a_downside_in_the_place_of_a_benefit_is_what_is_guessed",
        "foresight::what_was_answered_stays_when_a_downside_takes_the_place_of_the_benefit",
    ],
    "place risk: from the hand, or written, linked to an idea": [
        "risks::place_risk_onto_its_track_linked_to_an_idea_1_action",
        "risks::a_false_risk_can_be_named_and_looks_like_any_other",
    ],
    "placing takes 1 action": ["placing::placing_and_writing_take_1_action_and_no_capacity"],
    "rally: +1 capacity": ["placing::rally_takes_1_action_and_gives_1_capacity_in_every_phase"],
    # ---- working on what lies there
    "anchor from phase 2: owner (this seat, or one that agrees) and measure": [
        "anchoring::the_owner_is_this_seat_or_one_that_agrees",
        "anchoring::the_measure_is_the_cards_or_written",
        "anchoring::a_measure_that_cannot_be_one_is_refused",
        "anchoring::anchor_from_phase_2_a_claimed_benefit_that_nobody_owns",
    ],
    "anchor: 1 action; a benefit from a card has its measure, and takes none": [
        "anchoring::a_benefit_from_a_card_has_its_measure_and_is_anchored_without_an_action"
    ],
    "mitigate from phase 2: 1 action + 1 capacity, likelihood falls by 3": [
        "risks::mitigate_1_action_and_1_capacity_a_named_risks_likelihood_falls_by_3",
        "risks::mitigate_from_phase_2_with_capacity_on_a_named_risk",
    ],
    "a written risk may be mitigated at most twice": [
        "risks::a_written_risk_is_mitigated_at_most_twice_whatever_the_group_believes_of_it",
        "risks::a_written_risk_that_was_mitigated_takes_3_off_the_true_likelihood",
    ],
    "make amends: 1 action + 1 capacity, once, until the idea is realised": [
        "downsides::make_amends_1_action_and_1_capacity_once",
        "downsides::amends_without_a_note_are_made_all_the_same",
        "downsides::amends_are_made_for_a_downside",
        "downsides::amends_are_made_until_the_idea_is_realised",
    ],
    # ---- trials
    "trial: 1 action + 1 capacity, about a track or a risk": [
        "trial::a_trial_is_set_up_in_a_turn_for_1_action_and_1_capacity_from_phase_1",
        "trial::it_asks_what_the_idea_gives_on_a_track_or_what_may_go_wrong",
        "trial::it_asks_what_is_not_known_yet",
        "trial::what_it_asks_is_one_of_these",
        "trial::its_name_and_its_measure_are_texts_that_can_be_shown",
        "trial::a_trial_needs_capacity",
    ],
    "trial: of an idea that is neither proven, carried out nor on trial": [
        "trial::a_trial_is_of_an_idea_on_the_table_that_is_neither_proven_nor_on_trial"
    ],
    "trial: none in the last round": ["trial::no_trial_is_set_up_in_the_last_round"],
    "While on trial an idea cannot be carried out or shelved": [
        "trial::while_on_trial_an_idea_is_neither_carried_out_nor_shelved",
        "trial::while_on_trial_an_idea_is_worked_on_all_the_same",
    ],
    "Every trial is reported once, when the next round opens": [
        "trial::it_is_reported_once_when_the_next_round_opens",
        "trial::trials_are_reported_in_the_order_of_the_ideas_on_the_table",
        "trial::the_last_phase_ended_early_is_reported_in_the_follow_up_and_nothing_adjusted",
        "trial::a_trial_runs_on_when_the_project_is_paused",
        "trial::a_project_that_is_stopped_reports_no_more",
        "random_play::Game.every_trial_is_reported_once",
    ],
    "What was asked is opened either way": [
        "trial::above_it_is_not_proven_and_what_was_asked_is_opened_all_the_same",
        "trial::asked_about_risks_one_true_risk_that_nobody_named_is_turned_up",
        "trial::asked_about_risks_it_may_find_nothing",
        "trial::which_risk_comes_to_light_is_a_draw_of_its_own_that_shifts_no_die",
        "trial::the_truth_of_a_written_idea_is_told_like_a_cards",
    ],
    "At or below the maturity: proven, all effects open": [
        "trial::a_die_at_or_below_maturity_is_proven_and_all_true_effects_are_open",
        "trial::a_proven_idea_tells_only_what_was_not_open_yet",
    ],
    "Above: the seat that set it up chooses what to adjust": [
        "trial::not_proven_who_set_it_up_chooses_what_to_adjust",
        "trial::a_project_that_is_stopped_while_it_is_asked_what_to_adjust_adjusts_nothing",
        "trial::an_idea_is_tried_again_until_it_is_proven",
    ],
    "adjust: maturity +2 (6 at most)": [
        "trial::adjust_maturity_plus_2",
        "trial::maturity_is_6_at_most",
    ],
    "adjust: one more hidden effect opens": [
        "trial::adjust_effect_one_more_hidden_effect_opens_where_most_is_claimed",
        "trial::adjust_effect_without_a_claim_it_is_the_first_track",
        "trial::adjust_effect_where_none_is_hidden_is_refused",
    ],
    "adjust: a true risk is turned up": [
        "trial::adjust_risk_a_true_risk_is_turned_up_if_there_is_one"
    ],
    "A trial never moves a track": ["trial::a_trial_never_moves_a_track"],
    # ---- shelving, carrying out, following up
    "shelve from phase 2: the idea and what is linked to it leave the table; +2 capacity": [
        "implementing::shelve_1_action_2_capacity_the_idea_and_what_is_linked_to_it_leave_the_table",
        "implementing::shelve_from_phase_2",
        "implementing::the_letter_of_a_shelved_idea_is_not_used_again",
    ],
    "implement: from phase 3": ["implementing::implement_from_phase_3"],
    "implement: an idea of cost 1 from phase 1": [
        "implementing::an_idea_of_cost_1_is_carried_out_from_phase_1",
        "implementing::a_case_may_say_what_is_small",
    ],
    "implement: a proven idea from phase 1 (scaling, before the last phase)": [
        "implementing::scaling_a_proven_idea_is_implemented_before_the_last_phase",
        "implementing::implementing_a_proven_idea_in_phase_3_is_not_scaling",
    ],
    "implement: 1 action + cost, proven or not": [
        "implementing::implement_needs_its_cost",
        "implementing::a_proven_idea_costs_what_it_costs",
        "harvest::an_idea_costs_what_it_costs_proven_or_not",
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
        "implementing::a_benefit_that_gave_1_can_be_followed_up",
        "implementing::follow_up_waits_until_the_benefit_is_realised",
    ],
    # ---- free
    "revise: free, a new estimate, any time before the idea is implemented": [
        "placing::revise_is_free_a_new_estimate_any_time_before_the_idea_is_implemented",
        "placing::revise_asks_for_another_estimate_of_a_benefit_that_is_there",
        "placing::an_anchored_benefit_can_still_be_revised",
        "downsides::revise_gives_a_downside_another_size",
    ],
    "what is known to give nothing, or to harm nobody, is withdrawn with 0": [
        "placing::revise_withdraws_what_is_known_to_give_nothing_with_a_0",
        "downsides::one_that_is_known_to_harm_nobody_is_withdrawn_with_a_0",
    ],
    "set range: free, between which points a benefit lies, before the idea is implemented": [
        "ranges::a_range_is_free_and_has_the_estimate_in_it",
        "ranges::a_range_runs_from_0_to_6_and_may_end_at_the_estimate",
        "ranges::no_other_range_is_taken",
        "ranges::a_range_without_the_estimate_or_without_room_is_refused",
        "ranges::the_range_of_a_downside_lies_below_zero_with_the_harm_in_it",
        "ranges::a_range_may_be_set_anew_but_not_to_what_it_is",
        "ranges::a_range_is_of_a_benefit_that_is_there_until_its_idea_is_implemented",
        "ranges::a_range_is_set_by_the_seat_in_turn",
        "ranges::an_estimate_within_the_range_keeps_it_and_one_outside_drops_it",
        "ranges::a_range_changes_nothing_that_is_harvested",
        "ranges::ranges_are_not_listed_since_nothing_follows_from_them",
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
}
