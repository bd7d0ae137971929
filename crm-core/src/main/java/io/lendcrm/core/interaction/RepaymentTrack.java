package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.credit.Instalment;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was due on a loan day by day against what was paid. Money pays the oldest debt first, whatever due day its entry
 * names: an entry always names one, as its source books it, but a debt is past due as long as any older part of it is
 * owed. What is paid ahead pays what falls due next. Features, flags and defaults all count from here. Days past due on a day are the calendar days since the oldest instalment that isn't fully paid by the
 * end of that day, 0 on its due day. With grace days they stay 0 as long as they aren't more than these, and count from
 * the due day after that. Immutable and thread-safe.
 */
public final class RepaymentTrack {

    private final String loan;
    private final Currency currency;
    /** All that fell due up to and including a day, in minor units. */
    private final NavigableMap<LocalDate, Long> due;
    /** All that was paid up to and including a day, in minor units. */
    private final NavigableMap<LocalDate, Long> paid;

    private final int graceDays;

    /**
     * A span of days on which something was past due.
     *
     * @param from the first of them
     * @param curedOn the day on which nothing was past due any more; null if that hasn't come
     * @param worstDays the most days past due in the span
     */
    public record Delinquency(
            @Classified(DataClass.ORDINARY) LocalDate from,
            @Classified(DataClass.ORDINARY) @Nullable LocalDate curedOn,
            @Classified(DataClass.ORDINARY) long worstDays) {
        public Delinquency {
            requireNonNull(from, "from");
        }
    }

    private RepaymentTrack(
            String loan,
            Currency currency,
            NavigableMap<LocalDate, Long> due,
            NavigableMap<LocalDate, Long> paid,
            int graceDays) {
        this.loan = loan;
        this.currency = currency;
        this.due = due;
        this.paid = paid;
        this.graceDays = graceDays;
    }

    /**
     * A contract's plan against what was paid on it. What the repayments say was due is not used: the plan tells that.
     *
     * @param facility the contract
     * @param repayments its repayments in any order
     * @return the track, without grace days
     * @throws IllegalArgumentException if a repayment belongs to another contract or is in another currency
     */
    public static RepaymentTrack of(Facility facility, List<Repayment> repayments) {
        Currency currency = facility.limit().currency();
        NavigableMap<LocalDate, Long> owed = new TreeMap<>();
        for (Instalment instalment : facility.plan()) {
            owed.merge(instalment.dueOn(), minorUnits(instalment.total(), currency), Math::addExact);
        }
        return track(facility.id(), currency, owed, repayments);
    }

    /**
     * A loan without a plan: what was due is what its repayments say; of several for one due day the largest counts.
     *
     * @param repayments one loan's repayments in any order, at least one
     * @return the track, without grace days
     * @throws IllegalArgumentException if there is none, or if they differ in loan or currency
     */
    public static RepaymentTrack from(List<Repayment> repayments) {
        if (repayments.isEmpty()) {
            throw new IllegalArgumentException("repayments must not be empty");
        }
        Currency currency = repayments.get(0).due().currency();
        NavigableMap<LocalDate, Long> owed = new TreeMap<>();
        for (Repayment repayment : repayments) {
            owed.merge(repayment.dueOn(), minorUnits(repayment.due(), currency), Math::max);
        }
        return track(repayments.get(0).facility(), currency, owed, repayments);
    }

    /**
     * The tracks of all loans of which a repayment was ever recorded, one for each loan and currency: what was due is
     * told by the contract's plan if it has one in that currency, else by the entries. A contract without an entry has
     * none, since nobody tells whether its payments are recorded at all. A plan that was changed has to keep the
     * instalments that were due before.
     *
     * @param facilities the contracts, each once, of any borrower
     * @param repayments the entries in any order
     * @return the tracks in order of first entry, without grace days
     */
    public static List<RepaymentTrack> byLoan(Collection<Facility> facilities, List<Repayment> repayments) {
        Map<String, Facility> plans = new HashMap<>();
        for (Facility facility : facilities) {
            if (!facility.plan().isEmpty()) {
                plans.put(facility.id(), facility);
            }
        }
        record Key(String loan, Currency currency) {}
        Map<Key, List<Repayment>> entries = new LinkedHashMap<>();
        for (Repayment entry : repayments) {
            Key key = new Key(entry.facility(), entry.due().currency());
            entries.computeIfAbsent(key, k -> new ArrayList<>()).add(entry);
        }
        List<RepaymentTrack> tracks = new ArrayList<>();
        entries.forEach((key, own) -> {
            Facility plan = plans.get(key.loan());
            tracks.add(plan != null && plan.limit().currency().equals(key.currency()) ? of(plan, own) : from(own));
        });
        return List.copyOf(tracks);
    }

    /** {@return the loan's key} */
    public String loan() {
        return loan;
    }

    /** {@return the currency of what is due and paid} */
    public Currency currency() {
        return currency;
    }

    /**
     * What was due on each due day, and when it was settled, the oldest first. What was paid beyond all of them counts
     * to the last.
     *
     * @return one claim a day on which something was due, in order; payments of every day count
     */
    public List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        Iterator<Map.Entry<LocalDate, Long>> payments = paid.entrySet().iterator();
        long total = paid.isEmpty() ? 0 : paid.lastEntry().getValue();
        LocalDate day = null;
        long sum = 0;
        long before = 0;
        for (Map.Entry<LocalDate, Long> owed : due.entrySet()) {
            while (payments.hasNext() && (day == null || sum < owed.getValue())) {
                Map.Entry<LocalDate, Long> payment = payments.next();
                day = payment.getKey();
                sum = payment.getValue();
            }
            if (owed.getValue() == before) {
                continue;
            }
            boolean last = owed.getKey().equals(due.lastKey());
            long part = (last ? total : Math.min(total, owed.getValue())) - before;
            claims.add(new Claim(
                    owed.getKey(),
                    new Money(owed.getValue() - before, currency),
                    new Money(Math.max(0, part), currency),
                    day != null && sum >= owed.getValue() ? day : null));
            before = owed.getValue();
        }
        return List.copyOf(claims);
    }

    /**
     * The days on which what is past due can change: due days and days of payment.
     *
     * @return the days, each once, in order
     */
    public NavigableSet<LocalDate> turningDays() {
        TreeSet<LocalDate> days = new TreeSet<>(due.keySet());
        days.addAll(paid.keySet());
        return Collections.unmodifiableNavigableSet(days);
    }

    /**
     * The same with days of grace.
     *
     * @param days how many days late still count as in time, at least 0
     * @return the track
     */
    public RepaymentTrack withGraceDays(int days) {
        if (days < 0) {
            throw new IllegalArgumentException("days must be at least 0, found " + days);
        }
        return new RepaymentTrack(loan, currency, due, paid, days);
    }

    /**
     * How late the loan is.
     *
     * @param on the day, whose payments count
     * @return the days past due, 0 if nothing is
     */
    public long daysPastDue(LocalDate on) {
        return daysPastDue(on, upTo(paid, on));
    }

    /**
     * What should have been paid and wasn't.
     *
     * @param on the day, whose payments count and whose instalment is due
     * @return the amount, 0 if nothing
     */
    public Money overdue(LocalDate on) {
        return new Money(Math.max(0, Math.subtractExact(upTo(due, on), upTo(paid, on))), currency);
    }

    /**
     * What was paid beyond all that was due.
     *
     * @param on the day, whose payments count and whose instalment is due
     * @return the amount, 0 if nothing
     */
    public Money prepaid(LocalDate on) {
        return new Money(Math.max(0, Math.subtractExact(upTo(paid, on), upTo(due, on))), currency);
    }

    /**
     * The most days past due at the end of any day.
     *
     * @param until the last day to look at
     * @return the most, 0 if the loan was never late
     */
    public long worstDaysPastDue(LocalDate until) {
        return delinquencies(until).stream()
                .mapToLong(Delinquency::worstDays)
                .max()
                .orElse(0);
    }

    /**
     * The spans in which something was past due.
     *
     * @param until the last day to look at
     * @return the spans in order; only the last can be open
     */
    public List<Delinquency> delinquencies(LocalDate until) {
        List<Delinquency> spans = new ArrayList<>();
        LocalDate begun = null;
        long worst = 0;
        LocalDate from = LocalDate.MIN;
        long sum = 0;
        // between two payments only time passes, so that the days past due begin once and then grow
        for (Map.Entry<LocalDate, Long> payment : paid.headMap(until, true).entrySet()) {
            LocalDate last = payment.getKey().minusDays(1);
            Optional<LocalDate> late = firstLateDay(from, last, sum);
            if (late.isPresent()) {
                begun = begun == null ? late.get() : begun;
                worst = Math.max(worst, daysPastDue(last, sum));
            }
            from = payment.getKey();
            sum = payment.getValue();
            if (begun != null && daysPastDue(from, sum) == 0) {
                spans.add(new Delinquency(begun, from, worst));
                begun = null;
                worst = 0;
            }
        }
        Optional<LocalDate> late = firstLateDay(from, until, sum);
        if (late.isPresent()) {
            spans.add(new Delinquency(
                    begun == null ? late.get() : begun, null, Math.max(worst, daysPastDue(until, sum))));
        }
        return List.copyOf(spans);
    }

    private Optional<LocalDate> firstLateDay(LocalDate from, LocalDate until, long sum) {
        return oldestUnpaid(sum)
                .map(day -> day.plusDays(graceDays + 1L))
                .map(day -> day.isBefore(from) ? from : day)
                .filter(day -> !day.isAfter(until));
    }

    private long daysPastDue(LocalDate on, long sum) {
        long days =
                oldestUnpaid(sum).map(day -> ChronoUnit.DAYS.between(day, on)).orElse(0L);
        return days > graceDays ? days : 0;
    }

    private Optional<LocalDate> oldestUnpaid(long sum) {
        for (Map.Entry<LocalDate, Long> owed : due.entrySet()) {
            if (owed.getValue() > sum) {
                return Optional.of(owed.getKey());
            }
        }
        return Optional.empty();
    }

    private static RepaymentTrack track(
            String loan, Currency currency, NavigableMap<LocalDate, Long> owed, List<Repayment> repayments) {
        NavigableMap<LocalDate, Long> payments = new TreeMap<>();
        for (Repayment repayment : repayments) {
            if (!repayment.facility().equals(loan)) {
                throw new IllegalArgumentException(
                        "repayments must belong to " + loan + ", found " + repayment.facility());
            }
            payments.merge(repayment.occurredOn(), minorUnits(repayment.paid(), currency), Math::addExact);
        }
        accumulate(owed);
        accumulate(payments);
        return new RepaymentTrack(loan, currency, owed, payments, 0);
    }

    private static void accumulate(NavigableMap<LocalDate, Long> amounts) {
        long sum = 0;
        for (Map.Entry<LocalDate, Long> amount : amounts.entrySet()) {
            sum = Math.addExact(sum, amount.getValue());
            amount.setValue(sum);
        }
    }

    private static long upTo(NavigableMap<LocalDate, Long> sums, LocalDate day) {
        Map.Entry<LocalDate, Long> last = sums.floorEntry(requireNonNull(day, "on"));
        return last == null ? 0 : last.getValue();
    }

    private static long minorUnits(Money amount, Currency currency) {
        if (!amount.currency().equals(currency)) {
            throw new IllegalArgumentException("currency must be " + currency + ", found " + amount.currency());
        }
        return amount.minorUnits();
    }
}
