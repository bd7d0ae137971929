package io.lendcrm.segmentation.rule;

/** How a value compares with a threshold. Immutable and thread-safe. */
public enum ComparisonOperator {
    /** Less than. */
    LESS("<"),
    /** Less than or equal. */
    AT_MOST("<="),
    /** Equal. */
    EQUAL("="),
    /** Greater than or equal. */
    AT_LEAST(">="),
    /** Greater than. */
    GREATER(">");

    private final String code;

    ComparisonOperator(String code) {
        this.code = code;
    }

    /** {@return the sign, such as {@code <=}} */
    public String code() {
        return code;
    }

    boolean holds(double value, double threshold) {
        return switch (this) {
            case LESS -> value < threshold;
            case AT_MOST -> value <= threshold;
            case EQUAL -> value == threshold;
            case AT_LEAST -> value >= threshold;
            case GREATER -> value > threshold;
        };
    }
}
