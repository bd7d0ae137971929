package io.lendcrm.scoring.risk.logistic;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses columns step by step: of all single changes the one that lowers the criterion most, until none lowers it.
 * What R's {@code step} does. Forward begins with no column, backward and both with all. Equal criteria: the change of
 * the column that stands first, dropping before adding. Mind that standard errors and tests of the chosen model know
 * nothing of the choice and look better than they are. Immutable and thread-safe.
 *
 * @param fitter fits each candidate
 * @param direction which changes are tried
 * @param criterion what is to be lowered
 */
public record Stepwise(LogisticFitter fitter, Direction direction, Criterion criterion) {

    /** Which changes are tried. */
    public enum Direction {
        /** Adding, from no column on. */
        FORWARD,
        /** Dropping, from all columns on. */
        BACKWARD,
        /** Dropping and adding, from all columns on. */
        BOTH
    }

    /** What is to be lowered. */
    public enum Criterion {
        /** Akaike's. */
        AIC,
        /** Schwarz's: fewer columns on more data. */
        BIC;

        double of(LogisticModel model) {
            GoodnessOfFit fit = model.fit().orElseThrow();
            return this == AIC ? fit.aic() : fit.bic();
        }
    }

    /**
     * One change.
     *
     * @param column which column
     * @param added whether it came in or went out
     * @param criterion the criterion after it
     */
    public record Step(String column, boolean added, double criterion) {}

    /**
     * What was chosen. Immutable and thread-safe.
     *
     * @param model the last model
     * @param steps the changes in order
     */
    public record Selection(LogisticModel model, List<Step> steps) {
        public Selection {
            requireNonNull(model, "model");
            steps = List.copyOf(steps);
        }
    }

    /** Less than this isn't a lowering but rounding. */
    private static final double ROUNDING = 1e-7;

    public Stepwise {
        requireNonNull(fitter, "fitter");
        requireNonNull(direction, "direction");
        requireNonNull(criterion, "criterion");
    }

    /** {@return dropping and adding by Akaike's criterion, with the default fitter} */
    public static Stepwise defaults() {
        return new Stepwise(LogisticFitter.defaults(), Direction.BOTH, Criterion.AIC);
    }

    /**
     * With another fitter.
     *
     * @param newFitter fits each candidate
     * @return the changed selector
     */
    public Stepwise withFitter(LogisticFitter newFitter) {
        return new Stepwise(newFitter, direction, criterion);
    }

    /**
     * With other changes.
     *
     * @param newDirection which changes are tried
     * @return the changed selector
     */
    public Stepwise withDirection(Direction newDirection) {
        return new Stepwise(fitter, newDirection, criterion);
    }

    /**
     * With another criterion.
     *
     * @param newCriterion what is to be lowered
     * @return the changed selector
     */
    public Stepwise withCriterion(Criterion newCriterion) {
        return new Stepwise(fitter, direction, newCriterion);
    }

    /**
     * Chooses.
     *
     * @param data all columns that may be chosen
     * @param run the threads of each fit, progress and cancellation
     * @return the last model and how it was reached
     * @throws FitException if a candidate can't be fitted
     */
    public Selection select(LogisticData data, Run run) {
        List<String> all = data.schema().names();
        List<String> chosen = new ArrayList<>(direction == Direction.FORWARD ? List.of() : all);
        LogisticModel best = fitter.fit(data.select(chosen), run);
        List<Step> steps = new ArrayList<>();
        while (true) {
            LogisticModel next = null;
            Step step = null;
            for (Step change : changes(all, chosen)) {
                LogisticModel tried = fitter.fit(data.select(changed(all, chosen, change)), run);
                double value = criterion.of(tried);
                if (step == null || value < step.criterion - ROUNDING) {
                    next = tried;
                    step = new Step(change.column, change.added, value);
                }
            }
            if (next == null || step == null || !(step.criterion < criterion.of(best) - ROUNDING)) {
                return new Selection(best, steps);
            }
            best = next;
            chosen = changed(all, chosen, step);
            steps.add(step);
            run.progress().accept((step.added ? "add " : "drop ") + step.column + ": " + step.criterion);
        }
    }

    private List<Step> changes(List<String> all, List<String> chosen) {
        List<Step> changes = new ArrayList<>();
        if (direction != Direction.FORWARD) {
            chosen.forEach(column -> changes.add(new Step(column, false, 0)));
        }
        if (direction != Direction.BACKWARD) {
            all.stream()
                    .filter(column -> !chosen.contains(column))
                    .forEach(column -> changes.add(new Step(column, true, 0)));
        }
        return changes;
    }

    /** The columns after a change, in the order of the data. */
    private static List<String> changed(List<String> all, List<String> chosen, Step change) {
        return new ArrayList<>(all.stream()
                .filter(column -> column.equals(change.column) ? change.added : chosen.contains(column))
                .toList());
    }
}
