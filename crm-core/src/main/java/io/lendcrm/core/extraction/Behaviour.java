package io.lendcrm.core.extraction;

import static io.lendcrm.core.extraction.Definitions.ratio;

import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.money.ExchangeRates;
import io.lendcrm.core.time.AsOf;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;

/** What a client did in the twelve months to a date: one view for histories and for running states. */
final class Behaviour {

    private final BehaviourState state;
    private final long today;
    private final long yearAgo;
    private final MonthlyTotals months;
    private final long[] channels = new long[Touchpoint.CHANNELS.size()];
    private long activity;
    private long digital;
    private double ratings;
    private long ratingCount;

    private Behaviour(BehaviourState state, AsOf asOf, Currency currency, ExchangeRates rates) {
        this.state = state;
        this.today = asOf.date().toEpochDay();
        this.yearAgo = asOf.date().minusMonths(MonthlyTotals.MONTHS).toEpochDay();
        this.months = MonthlyTotals.of(state, asOf, currency, rates);
        state.channels().visit(yearAgo, today, (day, slot, count, sum) -> {
            channels[slot] += count;
            activity += count;
            digital += Touchpoint.isDigital(slot) ? count : 0;
        });
        rate();
    }

    static Behaviour of(ClientHistory history, Currency currency, ExchangeRates rates) {
        BehaviourState state = BehaviourState.of(history.id());
        state.forgetBefore(history.asOf().date());
        for (Interaction interaction : history.interactions()) {
            state.add(interaction);
        }
        return of(state, history.asOf(), currency, rates);
    }

    static Behaviour of(BehaviourState state, AsOf asOf, Currency currency, ExchangeRates rates) {
        if (!state.covers(asOf)) {
            throw new IllegalArgumentException("the state must not hold events later than " + asOf.date()
                    + " or recorded later than " + asOf.knownBy() + "; read the client's history instead");
        }
        return new Behaviour(state, asOf, currency, rates);
    }

    static Definitions<Behaviour> definitions(Currency currency) {
        Definitions.Builder<Behaviour> all = Definitions.of(Dimension.BEHAVIOUR);
        movements(all, currency);
        activity(all);
        contentment(all);
        return all.build();
    }

    private static void movements(Definitions.Builder<Behaviour> all, Currency currency) {
        all.reading("header.occurredOn", "transaction.amount", "disbursement.amount", "repayment.paid")
                .numeric(
                        "recency_days",
                        "days",
                        "Days since money last moved (transaction, disbursement, repayment); missing if it never did",
                        v -> v.state.movementDays().daysSince(v.today))
                .numeric("frequency_12m", "movements", "How often money moved in 12 months", v -> v.months.count())
                .numeric(
                        "monetary_12m",
                        currency.getCurrencyCode(),
                        "Sum of the amounts that moved in 12 months, in or out, at the rates known on the date; missing if "
                                + "a rate is lacking (see unconverted_12m)",
                        v -> v.months.total())
                .numeric(
                        "unconverted_12m",
                        "movements",
                        "How many of frequency_12m are in a currency without a known rate",
                        v -> v.months.unconverted())
                .numeric(
                        "trend_12m",
                        "1/month",
                        "Least-squares slope of the monthly amounts / their mean, over the months since the first movement, "
                                + "at most 12; missing below 3 months or without movements",
                        v -> v.months.trend())
                .numeric(
                        "volatility_12m",
                        "ratio",
                        "Sample standard deviation of the monthly amounts / their mean, over the months of trend_12m",
                        v -> v.months.volatility());
    }

    private static void activity(Definitions.Builder<Behaviour> all) {
        all.reading("header.occurredOn", "header.channel", "contact.response")
                .numeric(
                        "inactivity_days",
                        "days",
                        "Days since money moved or the client applied, asked, complained, answered, or visited; missing if "
                                + "never",
                        v -> v.state.activityDays().daysSince(v.today))
                .numeric(
                        "interactions_12m",
                        "interactions",
                        "Activities as in inactivity_days in 12 months, without those that a system booked",
                        v -> v.activity)
                .numeric(
                        "digital_share_12m",
                        "ratio",
                        "Share of interactions_12m by app, web, email or social media; missing without interactions",
                        v -> ratio(v.digital, v.activity));
        for (int slot = 0; slot < Touchpoint.CHANNELS.size(); slot++) {
            int channel = slot;
            String name = Touchpoint.CHANNELS.get(slot);
            all.numeric(
                    "channel_" + name + "_share_12m",
                    "ratio",
                    "Share of interactions_12m by channel " + name + "; missing without interactions",
                    v -> ratio(v.channels[channel], v.activity));
        }
    }

    private static void contentment(Definitions.Builder<Behaviour> all) {
        all.reading("header.occurredOn", "complaint.complaint", "complaint.state")
                .numeric("complaints_12m", "complaints", "Complaints opened in 12 months", Behaviour::complaints)
                .numeric(
                        "complaint_days_to_settle_12m",
                        "days",
                        "Mean days from opening to settling of the complaints settled in 12 months; missing if none",
                        Behaviour::daysToSettle)
                .reading("header.occurredOn", "feedback.rating", "feedback.lowest", "feedback.highest")
                .numeric(
                        "satisfaction_mean_12m",
                        "ratio",
                        "Mean of (rating - lowest) / (highest - lowest) over the ratings of 12 months; missing if none",
                        v -> ratio(v.ratings, (double) v.ratingCount))
                .numeric("satisfaction_count_12m", "ratings", "Ratings in 12 months", v -> v.ratingCount)
                .reading("header.occurredOn", "contact.campaign", "contact.response")
                .numeric(
                        "campaigns_12m",
                        "campaigns",
                        "Campaigns that reached for the client in 12 months",
                        v -> v.within(v.state.contacts()))
                .numeric(
                        "contact_response_rate_12m",
                        "ratio",
                        "Share of campaigns_12m that the client opened, accepted or declined; missing without campaigns",
                        v -> ratio(v.within(v.state.answers()), v.within(v.state.contacts())));
    }

    /** Sums by scale, each exactly, in order of the scale's width, so that the order of the answers never shows. */
    private void rate() {
        Map<Integer, Long> sums = new TreeMap<>();
        state.ratings().visit(yearAgo, today, (day, width, count, sum) -> {
            sums.merge(width, sum, Math::addExact);
            ratingCount += count;
        });
        sums.forEach((width, sum) -> ratings += (double) sum / width);
    }

    private long within(Map<String, Span> campaigns) {
        return campaigns.values().stream()
                .filter(days -> days.endsWithin(yearAgo, today))
                .count();
    }

    private double complaints() {
        long count = 0;
        for (ComplaintDays complaint : state.complaints()) {
            count += complaint.openedOn() > yearAgo && complaint.openedOn() <= today ? 1 : 0;
        }
        return count;
    }

    private double daysToSettle() {
        long days = 0;
        long count = 0;
        for (ComplaintDays complaint : state.complaints()) {
            if (complaint.isSettledWithin(yearAgo, today)) {
                days += complaint.daysToSettle();
                count++;
            }
        }
        return ratio(days, count);
    }
}
