package io.lendcrm.scoring.risk.outcome;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.scoring.risk.binning.LabelledTable;
import java.time.LocalDate;
import java.util.List;

/**
 * Clients at one or several observation days: the features of those that turned out good or bad, as they could be known
 * on the day, and the outcome of every client. Immutable and thread-safe.
 */
public final class Cohort {

    private final FeatureTable features;
    private final List<Member> labelled;
    private final List<Member> members;
    private final List<CohortCounts> counts;

    /**
     * A client on an observation day.
     *
     * @param client the client; printed without its key
     * @param observedOn the observation day
     * @param outcome what became of it
     */
    public record Member(ClientId client, LocalDate observedOn, Outcome outcome) {
        public Member {
            requireNonNull(client, "client");
            requireNonNull(observedOn, "observedOn");
            requireNonNull(outcome, "outcome");
        }
    }

    Cohort(FeatureTable features, List<Member> members, List<CohortCounts> counts) {
        this.features = features;
        this.members = List.copyOf(members);
        this.labelled =
                this.members.stream().filter(m -> m.outcome().isLabelled()).toList();
        this.counts = List.copyOf(counts);
    }

    /** {@return features and outcomes of the good and the bad, for binning, scorecards and validation} */
    public LabelledTable labelled() {
        boolean[] bad = new boolean[labelled.size()];
        for (int row = 0; row < bad.length; row++) {
            bad[row] = labelled.get(row).outcome().kind() == Outcome.Kind.BAD;
        }
        return LabelledTable.of(features, bad);
    }

    /**
     * Whose row it is. A client that was observed several times has several rows, which belong into one fold.
     *
     * @param row of {@link #labelled}, from 0
     * @return the client on its observation day, with its outcome
     */
    public Member member(int row) {
        return labelled.get(row);
    }

    /** {@return every client on every observation day, the excluded too, in order of days and then of the source} */
    public List<Member> members() {
        return members;
    }

    /** {@return the counts of each observation day, in order} */
    public List<CohortCounts> counts() {
        return counts;
    }

    /** {@return the counts} */
    @Override
    public String toString() {
        return "Cohort" + counts;
    }
}
