package io.lendcrm.scoring.serving;

import java.util.regex.Pattern;

/**
 * What a host calls a model at work, such as {@code application-card:7}. Immutable and thread-safe.
 *
 * @param value 1 to 100 letters, digits and any of {@code . _ : / -}
 */
public record ModelId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:/-]{1,100}");

    public ModelId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("value must be 1 to 100 letters, digits and any of . _ : / -, found "
                    + value.length() + " characters");
        }
    }

    /**
     * An id.
     *
     * @param value 1 to 100 letters, digits and any of {@code . _ : / -}
     * @return the id
     */
    public static ModelId of(String value) {
        return new ModelId(value);
    }

    /** {@return the id as it is} */
    @Override
    public String toString() {
        return value;
    }
}
