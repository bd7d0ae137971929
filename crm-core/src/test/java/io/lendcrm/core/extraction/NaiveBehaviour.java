package io.lendcrm.core.extraction;

import static io.lendcrm.core.extraction.Story.AS_OF;
import static io.lendcrm.core.extraction.Story.EUR;
import static io.lendcrm.core.extraction.Story.RATES;
import static io.lendcrm.core.extraction.Story.TODAY;

import io.lendcrm.core.interaction.Contact;
import io.lendcrm.core.interaction.ContactResponse;
import io.lendcrm.core.interaction.Disbursement;
import io.lendcrm.core.interaction.Feedback;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.interaction.Transaction;
import io.lendcrm.core.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The behaviour features once more, straight from their descriptions, by filtering the list of events for each. */
final class NaiveBehaviour {

    private final List<Interaction> all;

    private NaiveBehaviour(List<Interaction> all) {
        this.all = all;
    }

    static Map<String, Double> of(List<Interaction> life) {
        return new NaiveBehaviour(life).features();
    }

    private Map<String, Double> features() {
        Map<String, Double> found = new LinkedHashMap<>();
        found.put("recency_days", daysSince(e -> amount(e) != null));
        found.put("frequency_12m", (double)
                year().stream().filter(e -> amount(e) != null).count());
        double[] months = months();
        found.put(
                "monetary_12m",
                IntStream.range(0, 12).mapToDouble(m -> months[m]).sum());
        found.put("trend_12m", trend(months, observed()));
        found.put("volatility_12m", volatility(months, observed()));
        found.put(
                "satisfaction_mean_12m",
                year().stream()
                        .filter(Feedback.class::isInstance)
                        .mapToDouble(e -> ((Feedback) e).share())
                        .average()
                        .orElse(Double.NaN));
        Set<String> reached = campaigns(c -> true);
        Set<String> answered =
                campaigns(c -> c.response() != ContactResponse.SHOWN && c.response() != ContactResponse.EXPIRED);
        found.put(
                "contact_response_rate_12m",
                reached.isEmpty() ? Double.NaN : answered.size() / (double) reached.size());
        return found;
    }

    private List<Interaction> year() {
        return all.stream()
                .filter(e -> e.occurredOn().isAfter(TODAY.minusMonths(12)))
                .toList();
    }

    private double daysSince(Predicate<Interaction> which) {
        return all.stream()
                .filter(which)
                .mapToDouble(e -> ChronoUnit.DAYS.between(e.occurredOn(), TODAY))
                .min()
                .orElse(Double.NaN);
    }

    /** In euros; null if the event moves no money. */
    private static @Nullable Money amount(Interaction event) {
        if (event instanceof Transaction transaction) {
            return transaction.amount();
        }
        if (event instanceof Disbursement disbursement) {
            return disbursement.amount();
        }
        return event instanceof Repayment repayment && !repayment.paid().isZero() ? repayment.paid() : null;
    }

    private double[] months() {
        return IntStream.range(0, 12)
                .mapToDouble(m -> inMonth(m, "EUR") + inMonth(m, "USD"))
                .toArray();
    }

    /** Converted as one sum, since that is how the rounding to cents is documented. */
    private double inMonth(int month, String currency) {
        LocalDate end = TODAY.minusMonths(month);
        LocalDate start = TODAY.minusMonths(month + 1);
        long minor = 0;
        for (Interaction event : all) {
            Money amount = amount(event);
            if (amount != null
                    && amount.currency().getCurrencyCode().equals(currency)
                    && event.occurredOn().isAfter(start)
                    && !event.occurredOn().isAfter(end)) {
                minor += amount.minorUnits();
            }
        }
        Money sum = new Money(minor, Currency.getInstance(currency));
        return RATES.convert(sum, EUR, AS_OF).orElseThrow().toDouble();
    }

    private int observed() {
        return (int) IntStream.range(0, 12)
                .filter(m -> all.stream()
                        .anyMatch(e -> amount(e) != null && !e.occurredOn().isAfter(TODAY.minusMonths(m))))
                .count();
    }

    /** The normal equation in its textbook form, time counted 1, 2, … n from the oldest month. */
    private static double trend(double[] months, int n) {
        double x = 0;
        double y = 0;
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < n; i++) {
            double time = n - i;
            x += time;
            y += months[i];
            xy += time * months[i];
            xx += time * time;
        }
        return n < 3 || y == 0 ? Double.NaN : (n * xy - x * y) / (n * xx - x * x) / (y / n);
    }

    private static double volatility(double[] months, int n) {
        double mean =
                IntStream.range(0, n).mapToDouble(i -> months[i]).average().orElse(0);
        double squares = IntStream.range(0, n)
                .mapToDouble(i -> Math.pow(months[i] - mean, 2))
                .sum();
        return n < 3 || mean == 0 ? Double.NaN : Math.sqrt(squares / (n - 1)) / mean;
    }

    private Set<String> campaigns(Predicate<Contact> which) {
        return year().stream()
                .filter(Contact.class::isInstance)
                .map(Contact.class::cast)
                .filter(which)
                .map(Contact::campaign)
                .collect(Collectors.toSet());
    }
}
