package io.lendcrm.scoring.risk.grade;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How grades move, as estimated by a {@link MigrationFitter} or taken from elsewhere: the matrix of one year, and the
 * generator if it was estimated by durations. Immutable and thread-safe.
 */
public final class MigrationModel implements FittedModel {

    /** The stable name of this type of model. */
    public static final String TYPE = "rating-migration";

    private final TransitionMatrix yearly;
    private final @Nullable Generator generator;
    private final ModelInfo info;

    private MigrationModel(TransitionMatrix yearly, @Nullable Generator generator, ModelInfo info) {
        this.yearly = yearly;
        this.generator = generator;
        this.info = requireNonNull(info, "info");
        if (!yearly.period().equals(Horizon.years(1))) {
            throw new IllegalArgumentException("the matrix must be that of 1 year, found "
                    + yearly.period().length() + " " + yearly.period().unit());
        }
    }

    /**
     * A matrix from elsewhere, such as a published one, dated 1970-01-01.
     *
     * @param yearly the matrix of a year
     * @return the model, which knows whole years
     */
    public static MigrationModel of(TransitionMatrix yearly) {
        return of(yearly, ModelInfo.of(TYPE, Run.sequential(), 0, ""));
    }

    static MigrationModel of(TransitionMatrix yearly, ModelInfo info) {
        return new MigrationModel(yearly, null, info);
    }

    static MigrationModel of(Generator generator, ModelInfo info) {
        return new MigrationModel(generator.matrix(Horizon.years(1)), generator, info);
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    /** {@return the names of the grades, the last one default} */
    public List<String> grades() {
        return yearly.grades();
    }

    /** {@return the matrix of one year} */
    public TransitionMatrix yearly() {
        return yearly;
    }

    /** {@return the generator, if it was estimated by durations} */
    public Optional<Generator> generator() {
        return Optional.ofNullable(generator);
    }

    /**
     * The matrix of any time, or of whole years if there is no generator; {@link Generator#from} makes one of a matrix.
     *
     * @param time how long, above 0
     * @return the matrix
     * @throws IllegalArgumentException if there is no generator and the time isn't a whole number of years
     */
    public TransitionMatrix matrix(Horizon time) {
        if (generator != null) {
            return generator.matrix(time);
        }
        double years = time.in(CalendarUnit.YEAR);
        int whole = (int) Math.rint(years);
        if (whole < 1 || Math.abs(years - whole) > 1e-9) {
            throw new IllegalArgumentException(
                    "time must be a whole number of years, as there is no generator, found " + years + " years");
        }
        return yearly.power(whole);
    }

    /**
     * The probabilities of default of a grade over time.
     *
     * @param grade the grade now, not default
     * @param period how long a period takes; whole years if there is no generator
     * @param periods how many, at least 1
     * @return the structure
     */
    public DefaultTermStructure termStructure(String grade, Horizon period, int periods) {
        return DefaultTermStructure.from(matrix(period), grade, periods);
    }

    /** {@return the grades and the probabilities of default within a year} */
    @Override
    public String toString() {
        return "MigrationModel[" + yearly + "]";
    }
}
