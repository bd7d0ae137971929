package io.lendcrm.scoring.risk.anomaly;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * A rule on how much may happen how fast. Windows end with the activity that is judged, which counts; what is exactly a window
 * old no longer does.
 */
public sealed interface VelocityRule {

    /** Which rule it is. */
    enum Kind {
        /** {@link Count}. */
        COUNT,
        /** {@link Amount}. */
        AMOUNT,
        /** {@link FirstSeen}. */
        FIRST_SEEN,
        /** {@link Shared}. */
        SHARED
    }

    /** {@return which rule it is} */
    Kind kind();

    /** {@return its name, told in flags} */
    String name();

    /**
     * More activities of one client, or with one value of an attribute, than usual. Immutable and thread-safe.
     *
     * @param name its name
     * @param per the attribute whose value is counted; "" for the client
     * @param window above 0, at most {@link #LONGEST}
     * @param most the greatest number that isn't flagged, at least 1
     */
    record Count(String name, String per, Duration window, int most) implements VelocityRule {

        public Count {
            checked(name, per, window);
            if (most < 1) {
                throw new IllegalArgumentException("most of " + name + " must be at least 1, found " + most);
            }
        }

        @Override
        public Kind kind() {
            return Kind.COUNT;
        }
    }

    /**
     * A greater amount of one client, or with one value of an attribute, than usual. Immutable and thread-safe.
     *
     * @param name its name
     * @param per the attribute whose value is counted; "" for the client
     * @param window above 0, at most {@link #LONGEST}
     * @param most the greatest sum that isn't flagged, above 0
     */
    record Amount(String name, String per, Duration window, double most) implements VelocityRule {

        public Amount {
            checked(name, per, window);
            if (!(most > 0 && most < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("most of " + name + " must be above 0, found " + most);
            }
        }

        @Override
        public Kind kind() {
            return Kind.AMOUNT;
        }
    }

    /**
     * A large amount with a counterparty, device or other attribute that the client never had before, once the client is known
     * well enough for that to mean something. Immutable and thread-safe.
     *
     * @param name its name
     * @param attribute the attribute
     * @param from the least amount that is flagged, finite and at least 0
     * @param known how many activities with the attribute the client must have had before, at least 0
     */
    record FirstSeen(String name, String attribute, double from, int known) implements VelocityRule {

        public FirstSeen {
            checked(name, attribute, Duration.ofSeconds(1));
            if (attribute.isEmpty() || !(from >= 0 && from < Double.POSITIVE_INFINITY) || known < 0) {
                throw new IllegalArgumentException(
                        "attribute of " + name + " must not be empty, from finite, from and known at least 0, found \""
                                + attribute + "\", " + from + " and " + known);
            }
        }

        @Override
        public Kind kind() {
            return Kind.FIRST_SEEN;
        }
    }

    /**
     * More clients than usual with the same phone, address or device: applications of a ring. Immutable and thread-safe.
     *
     * @param name its name
     * @param attribute the attribute
     * @param window above 0, at most {@link #LONGEST}
     * @param most the greatest number of clients that isn't flagged, at least 1
     */
    record Shared(String name, String attribute, Duration window, int most) implements VelocityRule {

        public Shared {
            checked(name, attribute, window);
            if (attribute.isEmpty() || most < 1) {
                throw new IllegalArgumentException("attribute of " + name
                        + " must not be empty and most at least 1, found \"" + attribute + "\" and " + most);
            }
        }

        @Override
        public Kind kind() {
            return Kind.SHARED;
        }
    }

    /** A hundred years: any two times of activities lie within what whole nanoseconds can tell. */
    Duration LONGEST = Duration.ofDays(36_525);

    private static void checked(String name, String per, Duration window) {
        requireNonNull(name, "name");
        requireNonNull(per, "per");
        if (name.isEmpty() || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException(
                    "name must not be empty and window above 0, found \"" + name + "\" and " + window);
        }
        if (window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "window of " + name + " must be at most " + LONGEST + ", found " + window);
        }
    }
}
