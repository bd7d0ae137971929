package io.lendcrm.scoring.risk.outcome;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.FeatureReader;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.history.ClientSource;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.core.time.AsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gathers cohorts without leakage: features are read from the history cut at the observation, outcomes from the history
 * cut at the window's last day, each as a source gives them for that point in time. A window that the data don't cover
 * to its end excludes all its clients ({@code outcome.window-open}), the bad among them too, since the good aren't known
 * yet. A client whose features may not be read is excluded ({@code outcome.read-refused}). Immutable and thread-safe, as
 * far as the reader is.
 *
 * @param reader reads the features, through the gate
 * @param rule tells good from bad
 * @param dataUntil the last day that the data cover in full, and what was known then
 */
public record CohortBuilder(FeatureReader reader, OutcomeRule rule, AsOf dataUntil) {

    public CohortBuilder {
        requireNonNull(reader, "reader");
        requireNonNull(rule, "rule");
        requireNonNull(dataUntil, "dataUntil");
    }

    /**
     * The cohorts of some observation points. Each client that was known then is counted once a point.
     *
     * @param source gives the histories
     * @param observations the points in time, of different days, in any order
     * @return the cohorts together
     * @throws IllegalArgumentException if two points share a day, one knows more than the data, or the source gives a
     *     history that is cut at another point in time than asked for
     */
    public Cohort build(ClientSource source, List<AsOf> observations) {
        requireNonNull(source, "source");
        List<AsOf> inOrder =
                observations.stream().sorted(Comparator.comparing(AsOf::date)).toList();
        requireSound(inOrder);
        FeatureTable.Builder features = FeatureTable.builder(reader.schema());
        List<Cohort.Member> members = new ArrayList<>();
        List<CohortCounts> counts = new ArrayList<>();
        for (AsOf observation : inOrder) {
            int first = members.size();
            source.scan(client -> true, observation, history -> {
                requireCut(history, observation);
                members.add(member(history, source, observation, features));
            });
            counts.add(count(observation.date(), members.subList(first, members.size())));
        }
        return new Cohort(features.build(), members, counts);
    }

    private Cohort.Member member(
            ClientHistory history, ClientSource source, AsOf observation, FeatureTable.Builder features) {
        Outcome outcome = outcome(history.id(), source, observation.date());
        if (outcome.isLabelled()) {
            FeatureTable row = reader.readAll(List.of(history), refused -> {});
            if (row.rows() == 0) {
                outcome = Outcome.excluded("outcome.read-refused");
            } else {
                features.add(row.row(0));
            }
        }
        return new Cohort.Member(history.id(), observation.date(), outcome);
    }

    private Outcome outcome(ClientId client, ClientSource source, LocalDate observedOn) {
        LocalDate end = rule.windowEnd(observedOn);
        if (end.isAfter(dataUntil.date())) {
            return Outcome.excluded("outcome.window-open");
        }
        AsOf atEnd = new AsOf(end, dataUntil.knownBy());
        ClientHistory later = source.find(client, atEnd)
                .orElseThrow(() -> new IllegalArgumentException("source must know on " + end + " whom it knew on "
                        + observedOn + ", found nothing of " + client));
        requireCut(later, atEnd);
        return rule.outcome(later, observedOn);
    }

    private void requireSound(List<AsOf> inOrder) {
        for (int i = 0; i < inOrder.size(); i++) {
            AsOf observation = inOrder.get(i);
            if (i > 0 && observation.date().equals(inOrder.get(i - 1).date())) {
                throw new IllegalArgumentException(
                        "observations must be of different days, found two of " + observation.date());
            }
            if (observation.knownBy().isAfter(dataUntil.knownBy())) {
                throw new IllegalArgumentException("observations must know no more than dataUntil, found "
                        + observation.knownBy() + " after " + dataUntil.knownBy());
            }
        }
    }

    private static void requireCut(ClientHistory history, AsOf asked) {
        if (!history.asOf().equals(asked)) {
            throw new IllegalArgumentException(
                    "source must cut histories at the point in time asked for, " + asked + ", found " + history.asOf());
        }
    }

    private static CohortCounts count(LocalDate observedOn, List<Cohort.Member> members) {
        Map<Outcome.Kind, Long> kinds = new EnumMap<>(Outcome.Kind.class);
        Map<ReasonCode, Long> excluded = new TreeMap<>();
        for (Cohort.Member member : members) {
            kinds.merge(member.outcome().kind(), 1L, Long::sum);
            if (member.outcome().kind() == Outcome.Kind.EXCLUDED) {
                excluded.merge(member.outcome().reason().code(), 1L, Long::sum);
            }
        }
        return new CohortCounts(
                observedOn,
                members.size(),
                kinds.getOrDefault(Outcome.Kind.GOOD, 0L),
                kinds.getOrDefault(Outcome.Kind.BAD, 0L),
                kinds.getOrDefault(Outcome.Kind.INDETERMINATE, 0L),
                excluded);
    }
}
