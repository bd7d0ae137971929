package io.lendcrm.scoring.value.purchase;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The parametric bootstrap: books of as many clients, watched as long, are drawn from a fitted model and fitted anew. How
 * the new models differ is how uncertain the fitted one is, without the assumption of the delta method that a quantity is
 * nearly normal (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 6.5). Each book has its own source
 * of randomness, so that the result has the same bits on any number of threads. Immutable and thread-safe.
 */
public final class PurchaseBootstrap {

    private final List<PurchaseModel> models;
    private final int refused;
    private final long seed;

    private PurchaseBootstrap(List<PurchaseModel> models, int refused, long seed) {
        this.models = List.copyOf(models);
        this.refused = refused;
        this.seed = seed;
    }

    /**
     * An interval between two quantiles.
     *
     * @param lower its lower end
     * @param upper its upper end
     * @param level the share of the replicates that it holds, within (0, 1)
     */
    public record Interval(double lower, double upper, double level) {

        public Interval {
            if (!(lower <= upper)) {
                throw new IllegalArgumentException("lower must be at most upper=" + upper + ", found " + lower);
            }
            if (!(level > 0 && level < 1)) {
                throw new IllegalArgumentException("level must be within (0, 1), found " + level);
            }
        }
    }

    /**
     * Draws books from a model and fits them.
     *
     * @param <M> the kind of model
     * @param fitted the model
     * @param fitter fits each book, starting from the model
     * @param book the clients the model was fitted on: their ages and weights are kept; a weight of 2.5 is two clients and
     *     a half
     * @param replicates how many books, at least 2; a thousand for intervals of 95 %
     * @param seed of all randomness
     * @param run its threads take part
     * @return the bootstrap
     * @throws IllegalArgumentException if the book's times are in another unit, or there are fewer than 2 replicates
     * @throws FitException if fewer than 2 of the books could be fitted
     */
    public static <M extends PurchaseModel & PurchaseSimulator> PurchaseBootstrap of(
            M fitted, PurchaseFitter<M> fitter, PurchaseSummaries book, int replicates, long seed, Run run) {
        BookPredictions.requireUnit(fitted, book);
        requireNonNull(fitter, "fitter");
        if (replicates < 2) {
            throw new IllegalArgumentException("replicates must be at least 2, found " + replicates);
        }
        SplittableRandom root = new SplittableRandom(seed);
        SplittableRandom[] randoms = new SplittableRandom[replicates];
        Arrays.setAll(randoms, i -> root.split());
        @Nullable PurchaseModel[] models = new PurchaseModel[replicates];
        Run alone = Run.sequential().withCancellation(run.cancelled());
        run.each(replicates, i -> {
            try {
                models[i] = fitter.refit(drawn(fitted, book, randoms[i]), fitted, alone);
            } catch (FitException e) { // a book in which nobody came back, say: it is counted
                models[i] = null;
            }
        });
        List<PurchaseModel> found =
                new ArrayList<>(Arrays.stream(models).filter(Objects::nonNull).toList());
        if (found.size() < 2) {
            throw new FitException(
                    fitted.info().type(),
                    "only " + found.size() + " of " + replicates + " books drawn from the model could be fitted",
                    "more clients, or the delta method");
        }
        return new PurchaseBootstrap(found, replicates - found.size(), seed);
    }

    private static PurchaseSummaries drawn(PurchaseSimulator model, PurchaseSummaries book, SplittableRandom random) {
        int size = 0;
        for (int row = 0; row < book.size(); row++) {
            size = Math.addExact(size, Math.toIntExact((long) Math.ceil(book.weight(row))));
        }
        int[] frequency = new int[size];
        double[] recency = new double[size];
        double[] age = new double[size];
        double[] weight = new double[size];
        int at = 0;
        for (int row = 0; row < book.size(); row++) {
            for (double left = book.weight(row); left > 0; left--) {
                PurchaseSummary client = model.simulate(book.age(row), random);
                frequency[at] = client.frequency();
                recency[at] = client.recency();
                age[at] = client.age();
                weight[at++] = Math.min(1, left);
            }
        }
        return PurchaseSummaries.of(book.unit(), frequency, recency, age, weight, new double[0]);
    }

    /** {@return the models of the books, in the order they were drawn} */
    public List<PurchaseModel> models() {
        return models;
    }

    /** {@return how many of the books could not be fitted; they are left out} */
    public int refused() {
        return refused;
    }

    /** {@return the seed of all randomness} */
    public long seed() {
        return seed;
    }

    /**
     * Between which ends a quantity of the model lies, by the percentile method.
     *
     * @param level the share of the replicates within, in (0, 1)
     * @param quantity computes it by a model, such as {@code m -> m.parameters().get("r")}; never {@code NaN}
     * @return the interval
     */
    public Interval interval(double level, ToDoubleFunction<? super PurchaseModel> quantity) {
        return percentiles(models.stream().mapToDouble(quantity), level);
    }

    /**
     * The percentile interval of numbers, linear between neighbours.
     *
     * @param numbers one or more, none {@code NaN}
     * @param level the share of them within, in (0, 1)
     * @return the interval
     */
    public static Interval percentiles(DoubleStream numbers, double level) {
        double[] sorted = numbers.sorted().toArray();
        return new Interval(quantile(sorted, (1 - level) / 2), quantile(sorted, (1 + level) / 2), level);
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
