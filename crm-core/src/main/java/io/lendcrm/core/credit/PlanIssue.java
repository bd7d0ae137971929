package io.lendcrm.core.credit;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Something wrong with the instalments of a contract. Immutable and thread-safe.
 *
 * @param rule the rule that is broken
 * @param instalment the instalment from 1, or 0 for the plan as a whole
 * @param found what was found
 * @param expected what the rule asks for
 */
public record PlanIssue(
        @Classified(DataClass.ORDINARY) Rule rule,
        @Classified(DataClass.ORDINARY) int instalment,
        @Classified(DataClass.ORDINARY) String found,
        @Classified(DataClass.ORDINARY) String expected) {

    /** What a plan has to keep. */
    public enum Rule {
        /** Every amount is in the limit's currency. */
        CURRENCY,
        /** Principal and interest aren't negative. */
        SIGN,
        /** Each instalment is due after the one before. */
        ORDER,
        /** All are due from the day of signing to the last day. */
        TERM,
        /** For a loan paid out once, the principal adds up to the amount lent. */
        PRINCIPAL
    }

    public PlanIssue {
        requireNonNull(rule, "rule");
        requireNonNull(found, "found");
        requireNonNull(expected, "expected");
    }

    static List<PlanIssue> of(Facility facility) {
        List<PlanIssue> issues = new ArrayList<>();
        LocalDate last = null;
        int number = 0;
        boolean oneCurrency = true;
        for (Instalment instalment : facility.plan()) {
            number++;
            LocalDate due = instalment.dueOn();
            if (!instalment.principal().currency().equals(facility.limit().currency())) {
                oneCurrency = false;
                issues.add(new PlanIssue(
                        Rule.CURRENCY,
                        number,
                        instalment.principal().currency().toString(),
                        facility.limit().currency().toString()));
            }
            if (instalment.principal().isNegative() || instalment.interest().isNegative()) {
                issues.add(new PlanIssue(
                        Rule.SIGN, number, instalment.principal() + " and " + instalment.interest(), "at least 0"));
            }
            if (last != null && !due.isAfter(last)) {
                issues.add(new PlanIssue(Rule.ORDER, number, due.toString(), "after " + last));
            }
            if (due.isBefore(facility.signedOn()) || due.isAfter(facility.maturity())) {
                issues.add(new PlanIssue(
                        Rule.TERM, number, due.toString(), facility.signedOn() + " to " + facility.maturity()));
            }
            last = due;
        }
        if (oneCurrency && number > 0 && facility.isPaidOutOnce()) {
            var sum = facility.plan().stream()
                    .map(Instalment::principal)
                    .reduce((a, b) -> a.plus(b))
                    .orElseThrow();
            if (!sum.equals(facility.limit())) {
                issues.add(new PlanIssue(
                        Rule.PRINCIPAL, 0, sum.toString(), facility.limit().toString()));
            }
        }
        return List.copyOf(issues);
    }
}
