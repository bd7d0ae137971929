package io.lendcrm.core.reason;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One reason of a result: what it is, how much it moved the result, and the values its text names.
 *
 * <p>Where a result is a sum, contributions add up to it less its base. Arguments hold ordinary values only: numbers,
 * names of features, codes; never a name or an identifier. Immutable and thread-safe.
 *
 * @param code what the reason is
 * @param contribution how much it moved the result, in the result's unit; 0 where the reason moves nothing
 * @param arguments values that fill the text, by name
 */
public record Reason(ReasonCode code, double contribution, Map<String, String> arguments) {

    public Reason {
        requireNonNull(code, "code");
        if (!Double.isFinite(contribution)) {
            throw new IllegalArgumentException("contribution must be finite, found " + contribution);
        }
        arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
    }

    /**
     * A reason without arguments.
     *
     * @param code what it is
     * @param contribution how much it moved the result
     * @return the reason
     */
    public static Reason of(String code, double contribution) {
        return new Reason(ReasonCode.of(code), contribution, Map.of());
    }

    /**
     * A reason with arguments.
     *
     * @param code what it is
     * @param contribution how much it moved the result
     * @param arguments values that fill the text
     * @return the reason
     */
    public static Reason of(String code, double contribution, Map<String, String> arguments) {
        return new Reason(ReasonCode.of(code), contribution, arguments);
    }
}
