package io.lendcrm.scoring.risk.rejects;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.risk.binning.LabelledTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes a sample of accepted applicants, whose outcomes are known, and rejected ones, whose outcomes aren't. The features
 * can't tell whether its assumption holds; the guide shows by simulation when it helps and when it hurts. Immutable and
 * thread-safe.
 *
 * <p>Sources: Hsia, Credit scoring and the Equal Credit Opportunity Act, Hastings Law Journal 30, 1978 (augmentation);
 * Hand and Henley, Can reject inference ever work?, IMA Journal of Mathematics Applied in Business and Industry 5, 1993;
 * Siddiqi, Credit Risk Scorecards, Wiley 2006 (parcelling, fuzzy augmentation).
 *
 * @param method how rejects are treated
 * @param fitter fits the models that the method needs
 * @param bands how many bands augmentation and parcelling use, at least 2
 * @param factor how many times as bad rejects are as accepted ones with the same prediction, above 0; used by parcelling
 *     and fuzzy augmentation
 * @param seed of the draws of parcelling
 */
public record RejectInference(RejectMethod method, BadRateFitter fitter, int bands, double factor, long seed) {

    public RejectInference {
        requireNonNull(method, "method");
        requireNonNull(fitter, "fitter");
        if (bands < 2) {
            throw new IllegalArgumentException("bands must be at least 2, found " + bands);
        }
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("factor must be finite and above 0, found " + factor);
        }
    }

    /**
     * Ten bands, a factor of 1, seed 42.
     *
     * @param method how rejects are treated
     * @param fitter fits the models that the method needs
     * @return the inference
     */
    public static RejectInference of(RejectMethod method, BadRateFitter fitter) {
        return new RejectInference(method, fitter, 10, 1, 42);
    }

    /**
     * With another number of bands.
     *
     * @param count how many, at least 2
     * @return the changed inference
     */
    public RejectInference withBands(int count) {
        return new RejectInference(method, fitter, count, factor, seed);
    }

    /**
     * With another factor.
     *
     * @param times how many times as bad rejects are, above 0
     * @return the changed inference
     */
    public RejectInference withFactor(double times) {
        return new RejectInference(method, fitter, bands, times, seed);
    }

    /**
     * With another seed.
     *
     * @param newSeed the seed
     * @return the changed inference
     */
    public RejectInference withSeed(long newSeed) {
        return new RejectInference(method, fitter, bands, factor, newSeed);
    }

    /**
     * Makes the sample.
     *
     * @param accepted applicants with outcomes, and weights if they have any
     * @param rejected applicants without outcomes, of the same schema
     * @param run executor, clock and cancellation
     * @return the sample, the accepted first
     * @throws IllegalArgumentException if the schemas differ or nobody was rejected
     */
    public RejectSample infer(LabelledTable accepted, FeatureTable rejected, Run run) {
        if (!accepted.features().schema().equals(rejected.schema())) {
            throw new IllegalArgumentException(
                    "rejected must have " + accepted.features().schema() + ", found " + rejected.schema());
        }
        if (rejected.rows() == 0) {
            throw new IllegalArgumentException("rejected must have at least one row, found none");
        }
        return switch (method) {
            case EXTRAPOLATION -> {
                double[] rates = fitter.fit(accepted, run).of(rejected);
                yield new RejectSample(accepted, mean(rates), List.of());
            }
            case AUGMENTATION -> augmented(accepted, rejected, run);
            case PARCELLING -> parcelled(accepted, rejected, run);
            case FUZZY -> fuzzy(accepted, rejected, run);
        };
    }

    private RejectSample augmented(LabelledTable accepted, FeatureTable rejected, Run run) {
        FeatureTable all = both(accepted.features(), rejected);
        int taken = accepted.rows();
        boolean[] refused = new boolean[all.rows()];
        Arrays.fill(refused, taken, refused.length, true);
        double[] chance = fitter.fit(
                        LabelledTable.of(all, refused).withWeights(weights(accepted, ones(rejected.rows()))), run)
                .of(all);
        Bands byChance = Bands.of(chance, bands);
        double[] weightTaken = new double[byChance.size()];
        double[] weightAll = new double[byChance.size()];
        for (int row = 0; row < chance.length; row++) {
            double weight = row < taken ? accepted.weight(row) : 1;
            weightAll[byChance.of(chance[row])] += weight;
            weightTaken[byChance.of(chance[row])] += row < taken ? weight : 0;
        }
        List<String> warnings = new ArrayList<>();
        double[] factors = factors(weightTaken, weightAll, warnings);
        double[] weights = new double[taken];
        double bad = 0;
        double sum = 0;
        double badTaken = 0;
        double sumTaken = 0;
        for (int row = 0; row < taken; row++) {
            weights[row] = accepted.weight(row) * factors[byChance.of(chance[row])];
            sum += weights[row];
            bad += accepted.isBad(row) ? weights[row] : 0;
            sumTaken += accepted.weight(row);
            badTaken += accepted.isBad(row) ? accepted.weight(row) : 0;
        }
        double rate = (bad - badTaken) / (sum - sumTaken);
        return new RejectSample(accepted.withWeights(weights), Math.max(0, Math.min(1, rate)), warnings);
    }

    /** How many applicants each accepted one stands for; a band of rejects only is stood for by the one below it. */
    private static double[] factors(double[] taken, double[] all, List<String> warnings) {
        double[] factors = new double[all.length];
        double carried = 0;
        for (int band = all.length - 1; band >= 0; band--) {
            carried += all[band];
            if (taken[band] > 0) {
                factors[band] = carried / taken[band];
                carried = 0;
            } else if (all[band] > 0) {
                warnings.add(
                        "band " + (band + 1) + " of " + all.length + " by chance of rejection has nobody accepted: "
                                + "the next band with accepted applicants stands for it");
            }
        }
        if (carried > 0) { // rejects only among the likeliest to be accepted
            for (int band = 0; band < factors.length; band++) {
                if (taken[band] > 0) {
                    factors[band] += carried / taken[band];
                    break;
                }
            }
        }
        return factors;
    }

    private RejectSample parcelled(LabelledTable accepted, FeatureTable rejected, Run run) {
        BadRates model = fitter.fit(accepted, run);
        double[] known = model.of(accepted.features());
        double[] unknown = model.of(rejected);
        Bands byRate = Bands.of(known, bands);
        double[] bad = new double[byRate.size()];
        double[] sum = new double[byRate.size()];
        for (int row = 0; row < known.length; row++) {
            int band = byRate.of(known[row]);
            sum[band] += accepted.weight(row);
            bad[band] += accepted.isBad(row) ? accepted.weight(row) : 0;
        }
        int[] alone = new int[sum.length];
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] drawn = new boolean[unknown.length];
        double expected = 0;
        for (int row = 0; row < drawn.length; row++) {
            int band = byRate.of(unknown[row]);
            double rate = Math.min(1, factor * (sum[band] > 0 ? bad[band] / sum[band] : unknown[row]));
            drawn[row] = random.nextDouble() < rate;
            expected += rate;
            alone[band] += sum[band] > 0 ? 0 : 1;
        }
        List<String> warnings = new ArrayList<>();
        for (int band = 0; band < alone.length; band++) {
            if (alone[band] > 0) {
                warnings.add(
                        "band " + (band + 1) + " of " + alone.length + " by predicted bad rate has nobody accepted: "
                                + "its rejects, " + alone[band] + ", are drawn by their predictions");
            }
        }
        boolean[] outcomes = Arrays.copyOf(accepted.bad(), accepted.rows() + drawn.length);
        System.arraycopy(drawn, 0, outcomes, accepted.rows(), drawn.length);
        LabelledTable sample = LabelledTable.of(both(accepted.features(), rejected), outcomes)
                .withWeights(weights(accepted, ones(drawn.length)));
        return new RejectSample(sample, expected / drawn.length, warnings);
    }

    private RejectSample fuzzy(LabelledTable accepted, FeatureTable rejected, Run run) {
        double[] rates = fitter.fit(accepted, run).of(rejected);
        int taken = accepted.rows();
        int refused = rates.length;
        boolean[] outcomes = Arrays.copyOf(accepted.bad(), taken + 2 * refused);
        double[] weights = new double[2 * refused];
        for (int row = 0; row < refused; row++) {
            double rate = Math.min(1, factor * rates[row]);
            outcomes[taken + row] = true;
            weights[row] = rate;
            weights[refused + row] = 1 - rate;
        }
        FeatureTable rows = both(both(accepted.features(), rejected), rejected);
        double expected = mean(Arrays.copyOf(weights, refused));
        return new RejectSample(
                LabelledTable.of(rows, outcomes).withWeights(weights(accepted, weights)), expected, List.of());
    }

    private static FeatureTable both(FeatureTable first, FeatureTable second) {
        List<ClientId> clients = new ArrayList<>(first.clients());
        clients.addAll(second.clients());
        double[][] columns = first.toColumns();
        for (int c = 0; c < columns.length; c++) {
            int at = columns[c].length;
            columns[c] = Arrays.copyOf(columns[c], clients.size());
            System.arraycopy(second.column(c), 0, columns[c], at, second.rows());
        }
        return FeatureTable.of(first.schema(), clients, columns);
    }

    private static double[] weights(LabelledTable accepted, double[] more) {
        double[] weights = new double[accepted.rows() + more.length];
        for (int row = 0; row < accepted.rows(); row++) {
            weights[row] = accepted.weight(row);
        }
        System.arraycopy(more, 0, weights, accepted.rows(), more.length);
        return weights;
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }
}
