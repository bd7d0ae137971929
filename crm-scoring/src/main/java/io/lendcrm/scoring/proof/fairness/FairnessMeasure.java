package io.lendcrm.scoring.proof.fairness;

import java.util.List;

/**
 * How a group is compared with the reference group. Each looks at one side of fairness, and they can't all hold where
 * groups differ in their outcomes (Chouldechova 2017; Kleinberg and others 2017): which of them matters is a choice to
 * make and to justify. Immutable and thread-safe.
 */
public enum FairnessMeasure {
    /** The group's approval rate over the reference's; the four-fifths rule looks for less than 0.8. */
    ADVERSE_IMPACT_RATIO(GroupRate.FAVOURABLE),
    /** Approval rate less the reference's. */
    STATISTICAL_PARITY_DIFFERENCE(GroupRate.FAVOURABLE),
    /** Approval rate of the good less the reference's (Hardt, Price and Srebro 2016). */
    EQUAL_OPPORTUNITY_DIFFERENCE(GroupRate.FAVOURABLE_AMONG_GOOD),
    /** Approval rate of the bad less the reference's. */
    FALSE_POSITIVE_DIFFERENCE(GroupRate.FAVOURABLE_AMONG_BAD),
    /** The larger of the two differences before, without their signs (equalised odds). */
    EQUALISED_ODDS_DIFFERENCE(GroupRate.FAVOURABLE_AMONG_GOOD, GroupRate.FAVOURABLE_AMONG_BAD),
    /** Share of good among the approved less the reference's. */
    PREDICTIVE_PARITY_DIFFERENCE(GroupRate.GOOD_AMONG_FAVOURABLE);

    private final GroupRate first;
    private final GroupRate last;

    FairnessMeasure(GroupRate... rates) {
        this.first = rates[0];
        this.last = rates[rates.length - 1];
    }

    /** {@return the rates it compares} */
    public List<GroupRate> rates() {
        return first == last ? List.of(first) : List.of(first, last);
    }
}
