package io.lendcrm.core.extraction;

import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.interaction.ApplicationState;
import io.lendcrm.core.interaction.Inquiry;
import io.lendcrm.core.interaction.LoanApplication;
import io.lendcrm.core.statement.FinancialStatement;
import io.lendcrm.core.statement.LineItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How urgently money is needed. */
final class Urgency {

    private static final int RECENT_DAYS = 90;

    private final LocalDate today;
    private final List<LoanApplication> steps;
    private final List<Inquiry> inquiries;
    private final Optional<FinancialStatement> statement;

    private Urgency(ClientHistory history) {
        this.today = history.asOf().date();
        this.steps = history.interactions(LoanApplication.class);
        this.inquiries = history.interactions(Inquiry.class);
        this.statement = AnnualStatements.of(history.statements()).last();
    }

    static Urgency of(ClientHistory history) {
        return new Urgency(history);
    }

    static Definitions<Urgency> definitions() {
        return Definitions.<Urgency>of(Dimension.URGENCY)
                .reading("loanApplication.application", "loanApplication.state", "header.occurredOn")
                .numeric(
                        "applications_90d",
                        "applications",
                        "Applications handed in within 90 days",
                        v -> v.applications(s -> v.isWithinDays(s.occurredOn())))
                .numeric(
                        "applications_12m",
                        "applications",
                        "Applications handed in within 12 months",
                        v -> v.applications(s -> s.occurredOn().isAfter(v.today.minusMonths(12))))
                .numeric(
                        "days_waiting",
                        "days",
                        "Days since the oldest application that is neither disbursed nor ended was handed in; missing if none",
                        v -> v.daysWaiting())
                .reading("loanApplication.competitorQuote", "header.occurredOn")
                .numeric(
                        "competitor_quotes_90d",
                        "quotes",
                        "Steps of applications within 90 days that tell of a competitor's offer",
                        v -> v.steps.stream()
                                .filter(s -> s.competitorQuote() != null && v.isWithinDays(s.occurredOn()))
                                .count())
                .reading("inquiry.topic", "header.occurredOn")
                .numeric(
                        "inquiries_90d",
                        "inquiries",
                        "Questions of the client within 90 days",
                        v -> v.inquiries.stream()
                                .filter(i -> v.isWithinDays(i.occurredOn()))
                                .count())
                .reading("financialStatement.amounts")
                .numeric(
                        "liquidity_runway_days",
                        "days",
                        "Cash / cash used by the business a day (- operating cash flow / days of the period), of the last annual "
                                + "statement; missing if the business brings in cash",
                        v -> v.runway())
                .build();
    }

    private double applications(Predicate<LoanApplication> which) {
        return steps.stream()
                .filter(s -> s.state() == ApplicationState.APPLIED && which.test(s))
                .map(LoanApplication::application)
                .distinct()
                .count();
    }

    private double daysWaiting() {
        // steps of one day come in no order, so that an end counts whatever stands before it
        Set<String> ended = steps.stream()
                .filter(s -> s.state().isFinal() || s.state() == ApplicationState.DISBURSED)
                .map(LoanApplication::application)
                .collect(Collectors.toSet());
        return steps.stream()
                .filter(s -> s.state() == ApplicationState.APPLIED && !ended.contains(s.application()))
                .mapToDouble(s -> (double) ChronoUnit.DAYS.between(s.occurredOn(), today))
                .max()
                .orElse(Double.NaN);
    }

    private double runway() {
        Optional<BigDecimal> cash = statement.flatMap(s -> s.amount(LineItem.CASH));
        Optional<BigDecimal> flow = statement.flatMap(s -> s.amount(LineItem.OPERATING_CASH_FLOW));
        if (cash.isEmpty() || flow.isEmpty() || flow.get().signum() >= 0) {
            return Double.NaN;
        }
        FinancialStatement last = statement.orElseThrow();
        double days = ChronoUnit.DAYS.between(last.from(), last.until()) + 1.0;
        return cash.get().doubleValue() / (-flow.get().doubleValue() / days);
    }

    private boolean isWithinDays(LocalDate day) {
        return day.isAfter(today.minusDays(RECENT_DAYS));
    }
}
