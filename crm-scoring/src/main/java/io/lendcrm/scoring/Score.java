package io.lendcrm.scoring;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCode;
import java.util.List;

/** What came of scoring one client: a number with its reasons, or why there is none. Immutable and thread-safe. */
public sealed interface Score {

    /** The kinds of score, to switch on. */
    enum Kind {
        /** {@link Scored}. */
        SCORED,
        /** {@link NotScored}. */
        NOT_SCORED
    }

    /** {@return whose score} */
    ClientId client();

    /** {@return which kind it is} */
    Kind kind();

    /**
     * A score. It is its base plus the contributions of its reasons: the sum of the contributions equals
     * {@code value - base} but for rounding.
     *
     * @param client whose score
     * @param value the score, finite, in the scorer's unit
     * @param base the score of the client the scorer compares with, finite; each scorer says who that is
     * @param reasons what moved the score from the base, the strongest first; those that moved nothing may be among them
     * @param model the model that scored
     */
    record Scored(ClientId client, double value, double base, List<Reason> reasons, ModelInfo model) implements Score {

        private static final double TOLERANCE = 1e-9;

        public Scored {
            requireNonNull(client, "client");
            requireNonNull(model, "model");
            reasons = List.copyOf(reasons);
            if (!Double.isFinite(value) || !Double.isFinite(base)) {
                throw new IllegalArgumentException("value and base must be finite, found " + value + " and " + base);
            }
            double explained =
                    reasons.stream().mapToDouble(Reason::contribution).sum();
            if (!(Math.abs(value - base - explained)
                    <= TOLERANCE * Math.max(1, Math.max(Math.abs(value), Math.abs(base))))) {
                throw new IllegalArgumentException(
                        "contributions must add up to value - base = " + (value - base) + ", found " + explained);
            }
        }

        @Override
        public Kind kind() {
            return Kind.SCORED;
        }
    }

    /**
     * No score, and why.
     *
     * @param client whose
     * @param code why, such as {@code kpi.missing}
     * @param detail what was wrong, in words; never a value of the client's
     */
    record NotScored(ClientId client, ReasonCode code, String detail) implements Score {
        public NotScored {
            requireNonNull(client, "client");
            requireNonNull(code, "code");
            requireNonNull(detail, "detail");
        }

        @Override
        public Kind kind() {
            return Kind.NOT_SCORED;
        }
    }
}
