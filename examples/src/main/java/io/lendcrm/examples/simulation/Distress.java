package io.lendcrm.examples.simulation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The latent distress of one client: a monthly AR(1) process around 0, pulled towards 1.5 from the month in which a
 * default is on its way. Signals see it through noise. Not thread-safe; confine to one thread.
 */
final class Distress {

    private static final double RESTLESSNESS = 0.12;
    private static final double PULL = 1.5;
    private static final int LONGEST_WARNING = 12;

    private final SimulationOptions options;
    private final double monthlyPd;
    private final Draw draw;
    private double level;
    private int monthsToDefault = -1;
    private boolean warned;
    private @Nullable LocalDate from;
    private @Nullable LocalDate defaultedOn;

    Distress(Nature nature, SimulationOptions options, Draw draw) {
        this.options = options;
        this.monthlyPd = -StrictMath.expm1(StrictMath.log1p(-nature.annualPd()) / 12);
        this.draw = draw;
    }

    /** Lives through a month; a default can begin only while there is a loan. */
    void month(LocalDate month, boolean owes) {
        if (owes && monthsToDefault < 0 && defaultedOn == null && draw.chance(monthlyPd)) {
            warned = !draw.chance(options.unwarnedShare());
            monthsToDefault = warned ? draw.between(0, LONGEST_WARNING) : 0;
            from = warned ? month : null;
        }
        double target = warned && (monthsToDefault >= 0 || defaultedOn != null) ? PULL : 0;
        double kept = options.distressPersistence();
        level = target + kept * (level - target) + RESTLESSNESS * draw.normal();
        if (monthsToDefault == 0 && owes) {
            defaultedOn = month;
            monthsToDefault = -1;
        } else if (monthsToDefault > 0) {
            monthsToDefault--;
        }
        if (!owes && defaultedOn == null && monthsToDefault >= 0) {
            // Paid back before it came to a default.
            monthsToDefault = -1;
            warned = false;
            from = null;
        }
    }

    /** What a signal shows of the distress this month; about 0 in good times. */
    double signal() {
        return level + options.signalNoise() * draw.normal();
    }

    boolean defaulted() {
        return defaultedOn != null;
    }

    @Nullable
    LocalDate from() {
        return from;
    }

    @Nullable
    LocalDate defaultedOn() {
        return defaultedOn;
    }
}
