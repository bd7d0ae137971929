package io.lendcrm.core.history;

import io.lendcrm.core.credit.Collateral;
import io.lendcrm.core.credit.CreditReport;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.credit.Guarantee;
import io.lendcrm.core.credit.Rating;
import io.lendcrm.core.statement.FinancialStatement;
import io.lendcrm.core.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What can be seen of things that are recorded again when they change: of those with one key, the one recorded last; of
 * two recorded at the same instant the later in the list.
 */
final class LastRecorded {

    private LastRecorded() {}

    static List<FinancialStatement> statements(List<FinancialStatement> all, AsOf asOf) {
        record Period(LocalDate from, LocalDate until, FinancialStatement.Basis basis) {}
        return seen(
                all,
                asOf,
                FinancialStatement::until,
                FinancialStatement::recordedAt,
                s -> new Period(s.from(), s.until(), s.basis()),
                Comparator.comparing(FinancialStatement::until)
                        .thenComparing(FinancialStatement::from)
                        .thenComparing(FinancialStatement::basis));
    }

    static List<Facility> facilities(List<Facility> all, AsOf asOf) {
        return seen(
                all,
                asOf,
                Facility::signedOn,
                Facility::recordedAt,
                Facility::id,
                Comparator.comparing(Facility::signedOn).thenComparing(Facility::id));
    }

    static List<CreditReport> reports(List<CreditReport> all, AsOf asOf) {
        record Key(Object source, LocalDate reportedOn) {}
        return seen(
                all,
                asOf,
                CreditReport::reportedOn,
                CreditReport::recordedAt,
                r -> new Key(r.source(), r.reportedOn()),
                Comparator.comparing(CreditReport::reportedOn).thenComparing(CreditReport::source));
    }

    static List<Rating> ratings(List<Rating> all, AsOf asOf) {
        record Key(Object source, String scale, Object kind, LocalDate ratedOn) {}
        return seen(
                all,
                asOf,
                Rating::ratedOn,
                Rating::recordedAt,
                r -> new Key(r.source(), r.scale(), r.kind(), r.ratedOn()),
                Comparator.comparing(Rating::ratedOn)
                        .thenComparing(Rating::source)
                        .thenComparing(Rating::scale)
                        .thenComparing(Rating::kind));
    }

    static List<Collateral> collateral(List<Collateral> all, AsOf asOf) {
        // every valuation in order of its day; the last one of each piece stays
        record Key(String id, LocalDate valuedOn) {}
        Map<String, Collateral> last = new LinkedHashMap<>();
        for (Collateral c : seen(
                all,
                asOf,
                Collateral::valuedOn,
                Collateral::recordedAt,
                c -> new Key(c.id(), c.valuedOn()),
                Comparator.comparing(Collateral::valuedOn))) {
            last.put(c.id(), c);
        }
        return last.values().stream()
                .sorted(Comparator.comparing(Collateral::id))
                .toList();
    }

    static List<Guarantee> guarantees(List<Guarantee> all, AsOf asOf) {
        return seen(
                all,
                asOf,
                Guarantee::from,
                Guarantee::recordedAt,
                Guarantee::id,
                Comparator.comparing(Guarantee::from).thenComparing(Guarantee::id));
    }

    private static <T, K> List<T> seen(
            List<T> all,
            AsOf asOf,
            Function<T, LocalDate> happenedOn,
            Function<T, Instant> recordedAt,
            Function<T, K> key,
            Comparator<T> order) {
        if (all.isEmpty()) {
            return List.of();
        }
        Map<K, T> last = new LinkedHashMap<>();
        for (T one : all) {
            if (asOf.sees(happenedOn.apply(one), recordedAt.apply(one))) {
                last.merge(key.apply(one), one, (a, b) -> recordedAt.apply(b).isBefore(recordedAt.apply(a)) ? a : b);
            }
        }
        List<T> seen = new ArrayList<>(last.values());
        seen.sort(order);
        return List.copyOf(seen);
    }
}
