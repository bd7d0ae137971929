package io.lendcrm.scoring.risk.scorecard;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.scoring.risk.binning.Bins;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The smallest change of a client that brings the score to a target. The user declares what can change and how hard it is;
 * what isn't declared stays. Moving a number or an ordered level costs its effort a bin, moving a level without order, or a
 * missing value to a known one, costs its effort once. Of all combinations that reach the target the one with the least sum
 * of efforts is given; of those the one with fewest changes, then with the best score. The search is exact: it keeps, line by
 * line, every combination that none of less effort equals in points.
 *
 * <p>It tells what the card would score, not what would become of the client. Immutable and thread-safe.
 */
public final class SmallestChange {

    /** How a value can change. Levels count upwards in the order of the card's bins. */
    public enum Mutability {
        /** Not at all. */
        FIXED,
        /** Only to higher bins. */
        MAY_RISE,
        /** Only to lower bins. */
        MAY_FALL,
        /** To any bin; a missing value to a known one. */
        FREE
    }

    /**
     * One change.
     *
     * @param feature of which feature
     * @param from the label of the bin where the client is
     * @param to the label of the bin where the client has to be
     * @param gain points gained, negative where points are risk
     */
    public record Change(String feature, String from, String to, double gain) {
        public Change {
            requireNonNull(feature, "feature");
            requireNonNull(from, "from");
            requireNonNull(to, "to");
        }
    }

    /**
     * Changes that reach the target.
     *
     * @param changes the changes in the order of the card; none if the client is there already
     * @param effort the sum of their efforts
     * @param score the score after them
     */
    public record Plan(List<Change> changes, double effort, double score) {
        public Plan {
            changes = List.copyOf(changes);
        }
    }

    private record Mutable(Mutability mutability, double effort) {}

    /** A combination of bins of the first lines of the card. */
    private record State(
            double effort,
            int changes,
            double gain,
            @Nullable State before,
            int bin) {}

    private static final Comparator<State> BEST_FIRST = Comparator.comparingDouble(State::effort)
            .thenComparingInt(State::changes)
            .thenComparing(Comparator.comparingDouble(State::gain).reversed());

    private final Scorecard card;
    private final Map<String, Mutable> mutable;

    private SmallestChange(Scorecard card, Map<String, Mutable> mutable) {
        this.card = requireNonNull(card, "card");
        this.mutable = Collections.unmodifiableMap(new TreeMap<>(mutable));
    }

    /**
     * A search where nothing can change yet.
     *
     * @param card the card
     * @return the search
     */
    public static SmallestChange of(Scorecard card) {
        return new SmallestChange(card, Map.of());
    }

    /**
     * With a feature that can change, effort 1.
     *
     * @param feature its name
     * @param how how it can change
     * @return the changed search
     * @throws IllegalArgumentException as {@link #with(String, Mutability, double)}
     */
    public SmallestChange with(String feature, Mutability how) {
        return with(feature, how, 1);
    }

    /**
     * With a feature that can change.
     *
     * @param feature its name
     * @param how how it can change
     * @param effort what a step costs, finite and above 0
     * @return the changed search
     * @throws IllegalArgumentException if the card has no such feature, the effort is out of range, or levels without order
     *     shall rise or fall
     */
    public SmallestChange with(String feature, Mutability how, double effort) {
        Feature known = card.characteristic(feature).bins().feature();
        boolean directed = how == Mutability.MAY_RISE || how == Mutability.MAY_FALL;
        if (directed && known.type() == FeatureType.NOMINAL) {
            throw new IllegalArgumentException(feature + " has levels without order, which can't rise or fall");
        }
        if (!(effort > 0 && effort < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("effort must be finite and above 0, found " + effort);
        }
        Map<String, Mutable> more = new TreeMap<>(mutable);
        more.put(feature, new Mutable(requireNonNull(how, "how"), effort));
        return new SmallestChange(card, more);
    }

    /**
     * The smallest change to a target.
     *
     * @param client the client's features
     * @param target the score to reach: at least so many points, at most where points are risk
     * @return the changes, or empty if no allowed change reaches it
     * @throws IllegalArgumentException if a feature isn't there or means something else
     */
    public Optional<Plan> reach(FeatureRow client, double target) {
        double[] row = card.schema().bind(client).toArray();
        int[] bins = new int[row.length];
        List<State> frontier = List.of(new State(0, 0, 0, null, -1));
        for (int i = 0; i < row.length; i++) {
            bins[i] = card.characteristics().get(i).bins().bin(row[i]);
            frontier = pruned(extended(frontier, card.characteristics().get(i), bins[i]));
        }
        for (State state : frontier) {
            Plan plan = plan(state, bins);
            if (card.reasonRule().pointsAreRisk() ? plan.score <= target : plan.score >= target) {
                return Optional.of(plan);
            }
        }
        return Optional.empty();
    }

    private List<State> extended(List<State> frontier, Characteristic line, int now) {
        Mutable how = mutable.getOrDefault(line.name(), new Mutable(Mutability.FIXED, 1));
        double sign = card.reasonRule().pointsAreRisk() ? -1 : 1;
        double worth = Double.isNaN(line.points(now)) ? 0 : line.points(now);
        List<State> next = new ArrayList<>();
        for (State state : frontier) {
            if (!Double.isNaN(line.points(now))) {
                next.add(new State(state.effort, state.changes, state.gain, state, now));
            }
            for (int bin = 0; bin < line.bins().ordinary(); bin++) {
                if (bin != now
                        && !Double.isNaN(line.points(bin))
                        && allowed(how.mutability, now, bin, line.bins().ordinary())) {
                    double effort = how.effort * distance(line.bins(), now, bin);
                    double gain = sign * (line.points(bin) - worth);
                    next.add(new State(state.effort + effort, state.changes + 1, state.gain + gain, state, bin));
                }
            }
        }
        return next;
    }

    private static boolean allowed(Mutability how, int now, int bin, int ordinary) {
        return switch (how) {
            case FIXED -> false;
            case MAY_RISE -> now < ordinary && bin > now;
            case MAY_FALL -> now < ordinary && bin < now;
            case FREE -> true;
        };
    }

    private static int distance(Bins bins, int now, int bin) {
        boolean ordered = bins.feature().type() != FeatureType.NOMINAL && now < bins.ordinary();
        return ordered ? Math.abs(bin - now) : 1;
    }

    private static List<State> pruned(List<State> states) {
        states.sort(BEST_FIRST);
        List<State> frontier = new ArrayList<>();
        double most = Double.NEGATIVE_INFINITY;
        for (State state : states) {
            if (state.gain > most) {
                frontier.add(state);
                most = state.gain;
            }
        }
        return frontier;
    }

    private Plan plan(State last, int[] now) {
        int[] bins = new int[now.length];
        State state = last;
        for (int i = now.length - 1; i >= 0; i--) {
            bins[i] = state.bin;
            state = requireNonNull(state.before, "before");
        }
        List<Change> changes = new ArrayList<>();
        double score = card.base();
        for (boolean levels : new boolean[] {false, true}) {
            for (int i = 0; i < bins.length; i++) {
                Characteristic line = card.characteristics().get(i);
                score += line.bins().feature().type().hasLevels() == levels ? line.points(bins[i]) : 0;
            }
        }
        for (int i = 0; i < bins.length; i++) {
            if (bins[i] != now[i]) {
                Characteristic line = card.characteristics().get(i);
                List<String> labels = line.bins().labels();
                double before = Double.isNaN(line.points(now[i])) ? 0 : line.points(now[i]);
                changes.add(new Change(
                        line.name(), labels.get(now[i]), labels.get(bins[i]), line.points(bins[i]) - before));
            }
        }
        return new Plan(changes, last.effort, score);
    }
}
