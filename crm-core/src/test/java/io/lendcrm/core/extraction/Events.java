package io.lendcrm.core.extraction;

import io.lendcrm.core.interaction.ApplicationState;
import io.lendcrm.core.interaction.BalanceReading;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.Complaint;
import io.lendcrm.core.interaction.ComplaintState;
import io.lendcrm.core.interaction.Contact;
import io.lendcrm.core.interaction.ContactResponse;
import io.lendcrm.core.interaction.Direction;
import io.lendcrm.core.interaction.Disbursement;
import io.lendcrm.core.interaction.Feedback;
import io.lendcrm.core.interaction.Header;
import io.lendcrm.core.interaction.Inquiry;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.LoanApplication;
import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.interaction.Transaction;
import io.lendcrm.core.interaction.Visit;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random lives of a client: every kind of interaction that a feature may look at, from days to days. */
public final class Events {

    private static final List<Channel> CHANNELS = List.of(
            Channel.BRANCH,
            Channel.MANAGER,
            Channel.APP,
            Channel.WEB,
            Channel.PHONE,
            Channel.SYSTEM,
            new Channel("kiosk"));
    private static final List<String> CURRENCIES = List.of("EUR", "EUR", "EUR", "USD");
    private static final int KINDS = 10;

    private Events() {}

    /** Up to 40 events of the days given, each recorded up to 60 days after it happened but by the end of the last. */
    public static Arbitrary<List<Interaction>> between(LocalDate first, LocalDate last) {
        return Arbitraries.longs()
                .flatMap(seed -> Arbitraries.integers()
                        .between(0, 40)
                        .map(count -> make(new Random(seed), count, 0, first, last)));
    }

    public static List<Interaction> make(Random random, int count, int firstNumber, LocalDate first, LocalDate last) {
        List<Interaction> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate day = first.plusDays(random.nextInt((int) (last.toEpochDay() - first.toEpochDay()) + 1));
            LocalDate recorded = day.plusDays(random.nextInt(60));
            events.add(make(random, firstNumber + i, day, recorded.isAfter(last) ? last : recorded));
        }
        return events;
    }

    public static Interaction make(Random random, int number, LocalDate day, LocalDate recordedOn) {
        Instant recorded = AsOf.recordedOn(recordedOn, ZoneOffset.UTC);
        Header header = Story.recorded(day, recorded, CHANNELS.get(random.nextInt(CHANNELS.size())), number);
        Currency currency = Currency.getInstance(CURRENCIES.get(random.nextInt(CURRENCIES.size())));
        Money amount = new Money(random.nextInt(1_000_000), currency);
        String key = "k" + random.nextInt(3);
        return switch (random.nextInt(KINDS)) {
            case 0 -> new Transaction(header, pick(random, Direction.values()), amount, null, "product-" + key);
            case 1 ->
                Repayment.of(
                        header,
                        key,
                        day.minusDays(random.nextInt(120) - 20),
                        amount,
                        random.nextBoolean() ? amount : zero(amount));
            case 2 -> Disbursement.of(header, key, amount);
            case 3 ->
                LoanApplication.of(header, key, pick(random, ApplicationState.values()), amount, "product-" + key);
            case 4 -> Inquiry.of(header, "rates");
            case 5 -> Complaint.of(header, key, pick(random, ComplaintState.values()), "fees");
            case 6 -> Feedback.of(header, "csi", "service", 1 + random.nextInt(5), 1, 5 + random.nextInt(2) * 2);
            case 7 -> Contact.of(header, key, pick(random, ContactResponse.values()));
            case 8 -> BalanceReading.of(header, key, amount, new Money(2_000_000, currency));
            default -> new Visit(header, "home");
        };
    }

    private static Money zero(Money amount) {
        return Money.zero(amount.currency());
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
