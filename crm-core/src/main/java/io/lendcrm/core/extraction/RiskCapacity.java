package io.lendcrm.core.extraction;

import static io.lendcrm.core.extraction.Definitions.ratio;

import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.interaction.Claim;
import io.lendcrm.core.interaction.CovenantTest;
import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.interaction.RepaymentTrack;
import io.lendcrm.core.interaction.UseOfProceeds;
import io.lendcrm.core.money.ExchangeRates;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** How much risk a client can bear, and how willing it is to pay and to keep what it promised. */
final class RiskCapacity {

    private static final int MONTHS = 24;

    private final ClientHistory history;
    private final LocalDate today;
    private final List<Claim> settled;
    private final List<Claim> late;
    private final CurrencySum limits;
    private final CurrencySum collateral;
    private final CurrencySum guarantees;

    private RiskCapacity(ClientHistory history, Currency currency, ExchangeRates rates) {
        this.history = history;
        this.today = history.asOf().date();
        List<Claim> claims = RepaymentTrack.byLoan(history.facilities(), history.interactions(Repayment.class)).stream()
                .flatMap(track -> track.claims().stream())
                .toList();
        this.settled = claims.stream()
                .filter(c -> c.settledOn() != null && isWithin(c.settledOn()))
                .toList();
        this.late = claims.stream()
                .filter(c -> isWithin(c.end(today)) && c.daysPastDue(today) > 0)
                .toList();
        this.limits = new CurrencySum(currency, rates, history.asOf());
        this.collateral = new CurrencySum(currency, rates, history.asOf());
        this.guarantees = new CurrencySum(currency, rates, history.asOf());
        history.facilities().stream().filter(f -> !f.maturity().isBefore(today)).forEach(f -> limits.add(f.limit()));
        history.collateral().stream()
                .filter(c -> c.borrower().equals(history.id()))
                .forEach(c -> collateral.add(c.lendingValue()));
        history.guarantees().stream()
                .filter(g -> g.borrower().equals(history.id()) && g.holdsOn(today))
                .forEach(g -> guarantees.add(g.amount()));
    }

    static RiskCapacity of(ClientHistory history, Currency currency, ExchangeRates rates) {
        return new RiskCapacity(history, currency, rates);
    }

    static Definitions<RiskCapacity> definitions() {
        Definitions.Builder<RiskCapacity> all = Definitions.of(Dimension.RISK_CAPACITY_AND_WILLINGNESS);
        capacity(all);
        willingness(all);
        return all.build();
    }

    private static void capacity(Definitions.Builder<RiskCapacity> all) {
        all.reading("collateral.value", "collateral.haircut", "facility.limit")
                .numeric(
                        "collateral_cover",
                        "ratio",
                        "Sum of value * (1 - haircut) of what secures the client's debts / sum of the limits of its"
                                + " open contracts; missing without contracts, or if a rate is lacking (see"
                                + " cover_unconverted)",
                        v -> ratio(v.collateral.total(), v.limits.total()))
                .reading("guarantee.amount", "facility.limit")
                .numeric(
                        "guarantee_cover",
                        "ratio",
                        "Sum of the guarantees for the client that hold on the date / sum of the limits of its open"
                                + " contracts; missing as collateral_cover",
                        v -> ratio(v.guarantees.total(), v.limits.total()))
                .reading("collateral.value", "guarantee.amount", "facility.limit")
                .numeric(
                        "cover_unconverted",
                        "amounts",
                        "How many values, guarantees and limits are in a currency without a known rate",
                        v -> v.collateral.lacking() + v.guarantees.lacking() + v.limits.lacking())
                .reading("guarantee.guarantor")
                .numeric(
                        "guarantees_given",
                        "guarantees",
                        "Guarantees by the client for others that hold on the date",
                        v -> v.history.guarantees().stream()
                                .filter(g -> g.guarantor().equals(v.history.id()) && g.holdsOn(v.today))
                                .count());
    }

    private static void willingness(Definitions.Builder<RiskCapacity> all) {
        all.reading("repayment.dueOn", "repayment.due", "repayment.paid", "header.occurredOn")
                .numeric(
                        "cure_rate_24m",
                        "ratio",
                        "Of the claims that were late within 24 months the share that was paid in full later; missing"
                                + " if none was late",
                        v -> ratio(v.late.stream().filter(Claim::isCured).count(), v.late.size()))
                .numeric(
                        "prepayment_rate_24m",
                        "ratio",
                        "Of the claims settled within 24 months the share paid before the day it was due, or above"
                                + " what was due; missing if none was settled",
                        v -> ratio(v.settled.stream().filter(Claim::isPrepaid).count(), v.settled.size()))
                .reading("covenantTest.passed", "header.occurredOn")
                .numeric(
                        "broken_promise_rate_24m",
                        "ratio",
                        "Share of the tests of covenants within 24 months that failed; missing without tests",
                        v -> v.brokenPromises())
                .reading("useOfProceeds.declaredPurpose", "useOfProceeds.actualPurpose")
                .numeric(
                        "misuse_rate_24m",
                        "ratio",
                        "Share of the checks of use of proceeds within 24 months that found another purpose than"
                                + " declared; missing without checks",
                        v -> v.misuse());
    }

    private double brokenPromises() {
        List<CovenantTest> tests = history.interactions(CovenantTest.class).stream()
                .filter(t -> isWithin(t.occurredOn()))
                .toList();
        return ratio(tests.stream().filter(t -> !t.passed()).count(), tests.size());
    }

    private double misuse() {
        List<UseOfProceeds> checks = history.interactions(UseOfProceeds.class).stream()
                .filter(u -> isWithin(u.occurredOn()))
                .toList();
        return ratio(checks.stream().filter(UseOfProceeds::isMismatch).count(), checks.size());
    }

    private boolean isWithin(LocalDate day) {
        return day.isAfter(today.minusMonths(MONTHS));
    }
}
