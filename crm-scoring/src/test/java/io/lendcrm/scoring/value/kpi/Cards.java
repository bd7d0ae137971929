package io.lendcrm.scoring.value.kpi;

import io.lendcrm.core.feature.Feature;
import java.util.List;

/** The card of the tests: a balance, days past due and a satisfaction grade. */
final class Cards {

    static final Feature BALANCE = Feature.numeric("mean_balance", "EUR");
    static final Feature PAST_DUE = Feature.numeric("worst_days_past_due", "days");
    static final Feature CONTACTS = Feature.numeric("contacts_12m", "count");

    private Cards() {}

    static KpiIndicator.Builder balance() {
        return KpiIndicator.builder(BALANCE)
                .higherIsBetter()
                .target(10_000)
                .range(0, 50_000)
                .weight(0.5);
    }

    static KpiIndicator.Builder pastDue() {
        return KpiIndicator.builder(PAST_DUE)
                .lowerIsBetter()
                .target(5)
                .range(0, 30)
                .weight(0.3);
    }

    static KpiIndicator.Builder contacts() {
        return KpiIndicator.builder(CONTACTS)
                .higherIsBetter()
                .target(4)
                .range(0, 12)
                .weight(0.2);
    }

    static KpiCard card() {
        return KpiCard.of(
                50,
                List.of(
                        balance().build(),
                        pastDue().whenMissing(KpiMissing.WORST).build(),
                        contacts().whenMissing(KpiMissing.NEUTRAL).build()));
    }
}
