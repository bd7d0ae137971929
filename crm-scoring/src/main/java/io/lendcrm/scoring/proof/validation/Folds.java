package io.lendcrm.scoring.proof.validation;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.model.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are held out when: each row belongs to one fold, and what is fitted for a fold never sees its rows. Everything
 * that looks at the outcome, binning and selection too, belongs inside the fitting, or the rows leak. Immutable and
 * thread-safe.
 */
public final class Folds {

    private final int[] fold;
    private final int count;

    private Folds(int[] fold, int count) {
        this.fold = fold;
        this.count = count;
    }

    /**
     * Folds as somebody else has laid them, so that results can be compared.
     *
     * @param fold each row's fold, numbered from 1 without gaps
     * @return the folds
     * @throws IllegalArgumentException if a number is below 1, or one between has no row
     */
    public static Folds of(int[] fold) {
        int most = 0;
        for (int row = 0; row < fold.length; row++) {
            if (fold[row] < 1 || fold[row] > fold.length) {
                throw new IllegalArgumentException(
                        "fold must be within [1, " + fold.length + "], found " + fold[row] + " in row " + (row + 1));
            }
            most = Math.max(most, fold[row]);
        }
        boolean[] seen = new boolean[most + 1];
        for (int f : fold) {
            seen[f] = true;
        }
        for (int f = 1; f <= most; f++) {
            if (!seen[f]) {
                throw new IllegalArgumentException("folds must be without gaps, none of the rows is in fold " + f);
            }
        }
        if (most < 2) {
            throw new IllegalArgumentException("folds must be at least 2, found " + most);
        }
        return new Folds(fold.clone(), most);
    }

    /**
     * Random folds with about the same share of bads each.
     *
     * @param bad each row's outcome
     * @param folds how many folds, at least 2 and at most as many as there are bads and as there are goods
     * @param seed which of the many
     * @return the folds
     */
    public static Folds stratified(boolean[] bad, int folds, long seed) {
        int bads = 0;
        for (boolean b : bad) {
            bads += b ? 1 : 0;
        }
        if (folds < 2 || folds > Math.min(bads, bad.length - bads)) {
            throw new IllegalArgumentException("folds must be within [2, " + Math.min(bads, bad.length - bads)
                    + "], the rarer outcome's rows, found " + folds);
        }
        int[] fold = new int[bad.length];
        SplittableRandom random = new SplittableRandom(seed);
        int next = 0;
        for (boolean outcome : new boolean[] {true, false}) {
            int[] rows = new int[outcome ? bads : bad.length - bads];
            for (int row = 0, at = 0; row < bad.length; row++) {
                if (bad[row] == outcome) {
                    rows[at++] = row;
                }
            }
            for (int i = rows.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swapped = rows[i];
                rows[i] = rows[j];
                rows[j] = swapped;
            }
            for (int row : rows) {
                fold[row] = 1 + next++ % folds;
            }
        }
        return new Folds(fold, folds);
    }

    /**
     * Random folds of whole clients, for clients with several rows: rows of one client are never on both sides. A client
     * with a bad row counts as bad when the folds are given about the same share of bads.
     *
     * @param clients whose each row is
     * @param bad each row's outcome
     * @param folds how many folds, at least 2 and at most as many as there are clients with and clients without a bad row
     * @param seed which of the many
     * @return the folds
     */
    public static Folds ofClients(List<ClientId> clients, boolean[] bad, int folds, long seed) {
        if (clients.size() != bad.length) {
            throw new IllegalArgumentException("bad must have " + clients.size() + " rows, found " + bad.length);
        }
        Map<ClientId, Integer> places = new HashMap<>();
        int[] place = new int[bad.length];
        for (int row = 0; row < place.length; row++) {
            Integer at = places.putIfAbsent(clients.get(row), places.size());
            place[row] = at == null ? places.size() - 1 : at;
        }
        boolean[] badClient = new boolean[places.size()];
        for (int row = 0; row < place.length; row++) {
            badClient[place[row]] |= bad[row];
        }
        Folds ofClients = stratified(badClient, folds, seed);
        return new Folds(Arrays.stream(place).map(p -> ofClients.fold[p]).toArray(), folds);
    }

    /** {@return how many folds} */
    public int count() {
        return count;
    }

    /** {@return how many rows} */
    public int size() {
        return fold.length;
    }

    /**
     * The rows of a fold, which are held out.
     *
     * @param which from 1
     * @return the rows, from 0, in order
     */
    public int[] heldOut(int which) {
        return rows(which, true);
    }

    /**
     * The rows to fit on when a fold is held out.
     *
     * @param which from 1
     * @return all other rows, from 0, in order
     */
    public int[] fittedOn(int which) {
        return rows(which, false);
    }

    private int[] rows(int which, boolean inside) {
        if (which < 1 || which > count) {
            throw new IllegalArgumentException("fold must be within [1, " + count + "], found " + which);
        }
        int[] rows = new int[fold.length];
        int size = 0;
        for (int row = 0; row < fold.length; row++) {
            if ((fold[row] == which) == inside) {
                rows[size++] = row;
            }
        }
        return Arrays.copyOf(rows, size);
    }

    /**
     * Fits and scores fold by fold.
     *
     * @param bad each row's outcome
     * @param scoring fits on its first rows and gives a score of risk for each of its second ones, in their order
     * @param run asked before each fold whether to go on
     * @return the scores of all rows, each by a model that never saw it, and the area of each fold
     */
    public CrossValidation validate(boolean[] bad, BiFunction<int[], int[], double[]> scoring, Run run) {
        requireNonNull(scoring, "scoring");
        if (bad.length != fold.length) {
            throw new IllegalArgumentException("bad must have " + fold.length + " rows, found " + bad.length);
        }
        double[] scores = new double[bad.length];
        List<Auc> areas = new ArrayList<>();
        for (int which = 1; which <= count; which++) {
            if (run.cancelled().getAsBoolean()) {
                throw new CancellationException("cancelled before fold " + which);
            }
            int[] held = heldOut(which);
            double[] risks = scoring.apply(fittedOn(which), held.clone());
            if (risks.length != held.length) {
                throw new IllegalArgumentException(
                        "scoring must give " + held.length + " scores for fold " + which + ", found " + risks.length);
            }
            boolean[] outcome = new boolean[held.length];
            for (int i = 0; i < held.length; i++) {
                scores[held[i]] = risks[i];
                outcome[i] = bad[held[i]];
            }
            areas.add(RocCurve.of(ScoredOutcomes.ofRisk(risks, outcome)).auc());
        }
        return new CrossValidation(ScoredOutcomes.ofRisk(scores, bad), areas);
    }

    /** Equal if every row is in the same fold. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Folds that && Arrays.equals(fold, that.fold);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(fold);
    }

    /** {@return how many folds and rows} */
    @Override
    public String toString() {
        return "Folds[" + count + " folds, " + fold.length + " rows]";
    }
}
