package io.lendcrm.scoring.serving;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.BoundTable;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.scoring.BatchScorer;
import io.lendcrm.scoring.CompiledScorer;
import io.lendcrm.scoring.Score;
import io.lendcrm.scoring.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The model a host scores with, which can be changed for another without a pause. Each call, a batch too, ends with the
 * model it began with: no batch mixes two. All models have the same features, so that rows and tables made for one fit the
 * next; a model with others is refused. Scores are those of the model, bit by bit.
 *
 * <p>Thread-safe: its models are immutable, and which one is current is a single volatile reference.
 */
public final class LiveModel implements Scorer, CompiledScorer, BatchScorer {

    /** A model at work, taken apart by the ways it scores. */
    private record Served(ModelId id, Scorer scorer, CompiledScorer compiled, BatchScorer batch) {}

    /** Which model is current, seen alike by all views. */
    private static final class Current {
        private volatile Served served;

        Current(Served served) {
            this.served = served;
        }

        Served get() {
            return served;
        }

        synchronized Served getAndSet(Served next) {
            Served before = served;
            served = next;
            return before;
        }
    }

    private final Current current;
    private final FeatureSchema schema;
    private final @Nullable ScoreObserver observer;
    private final LongSupplier nanos;

    private LiveModel(Current current, @Nullable ScoreObserver observer, LongSupplier nanos) {
        this.current = current;
        this.schema = current.get().scorer.schema();
        this.observer = observer;
        this.nanos = nanos;
    }

    /**
     * Begins with a model.
     *
     * @param <M> a model that scores in all three ways
     * @param id what the host calls it
     * @param model the model
     * @return it, live
     */
    public static <M extends Scorer & CompiledScorer & BatchScorer> LiveModel of(ModelId id, M model) {
        return new LiveModel(new Current(served(id, model)), null, () -> 0);
    }

    private static <M extends Scorer & CompiledScorer & BatchScorer> Served served(ModelId id, M model) {
        requireNonNull(model, "model");
        return new Served(requireNonNull(id, "id"), model, model, model);
    }

    /**
     * A view of the same live model that tells an observer of each score; a swap through either is seen by both.
     *
     * @param newObserver is told of each score
     * @param nanoTime a clock of nanoseconds that never runs back, such as {@code System::nanoTime}
     * @return the observed view
     */
    public LiveModel withObserver(ScoreObserver newObserver, LongSupplier nanoTime) {
        return new LiveModel(current, requireNonNull(newObserver, "newObserver"), requireNonNull(nanoTime, "nanoTime"));
    }

    /**
     * Makes another model the current one. Calls that have begun end with the model before; calls that begin after this
     * returns use the new one.
     *
     * @param <M> a model that scores in all three ways
     * @param id what the host calls it
     * @param model the new model
     * @return the id of the model before
     * @throws IllegalArgumentException if its features are not those of the model before, in the same order; the message
     *     names each difference, and nothing has changed
     */
    public <M extends Scorer & CompiledScorer & BatchScorer> ModelId swap(ModelId id, M model) {
        Served next = served(id, model);
        List<String> differences = differences(schema, next.scorer.schema());
        if (!differences.isEmpty()) {
            throw new IllegalArgumentException(
                    "model " + id + " must have the features of " + id() + ": " + String.join("; ", differences));
        }
        return current.getAndSet(next).id;
    }

    private static List<String> differences(FeatureSchema now, FeatureSchema next) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(now.size(), next.size()); i++) {
            String place = "place " + (i + 1) + " ";
            if (i >= next.size()) {
                differences.add(place + "lacks " + now.feature(i).name());
            } else if (i >= now.size()) {
                differences.add(place + "has " + next.feature(i).name() + " too many");
            } else if (!now.feature(i).equals(next.feature(i))) {
                differences.add(
                        place + "must be " + described(now.feature(i)) + ", found " + described(next.feature(i)));
            }
        }
        return differences;
    }

    private static String described(Feature feature) {
        return feature.name() + " " + feature.type() + (feature.unit().isEmpty() ? "" : " [" + feature.unit() + "]")
                + (feature.type().hasLevels() ? " " + feature.levels() : "") + " " + feature.dataClass();
    }

    /** {@return what the host calls the current model} */
    public ModelId id() {
        return current.get().id;
    }

    /** {@return where the current model comes from} */
    @Override
    public ModelInfo info() {
        return current.get().scorer.info();
    }

    /** {@return the features, the same for all models it ever serves} */
    @Override
    public FeatureSchema schema() {
        return schema;
    }

    @Override
    public Score score(FeatureRow client) {
        Served model = current.get();
        if (observer == null) {
            return model.scorer.score(client);
        }
        long begin = nanos.getAsLong();
        Score score = model.scorer.score(client);
        double value = score instanceof Score.Scored scored ? scored.value() : Double.NaN;
        tell(observer, model, value, nanos.getAsLong() - begin);
        return score;
    }

    @Override
    public double score(double[] row) {
        Served model = current.get();
        if (observer == null) {
            return model.compiled.score(row);
        }
        long begin = nanos.getAsLong();
        double score = model.compiled.score(row);
        tell(observer, model, score, nanos.getAsLong() - begin);
        return score;
    }

    @Override
    public void score(BoundTable table, int from, int to, double[] scores) {
        Served model = current.get();
        if (observer == null) {
            model.batch.score(table, from, to, scores);
            return;
        }
        long begin = nanos.getAsLong();
        model.batch.score(table, from, to, scores);
        long each = (nanos.getAsLong() - begin) / Math.max(1, to - from);
        for (int i = from; i < to; i++) {
            tell(observer, model, scores[i], each);
        }
    }

    private static void tell(ScoreObserver observer, Served model, double score, long nanos) {
        boolean none = Double.isNaN(score);
        observer.scored(model.id, none ? ScoreObserver.NOT_SCORED : ScoreObserver.SCORED, score, nanos);
    }

    /** {@return what the host calls the current model} */
    @Override
    public String toString() {
        return "LiveModel[" + id() + "]";
    }
}
