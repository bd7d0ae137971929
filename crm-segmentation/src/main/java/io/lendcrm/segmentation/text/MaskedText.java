package io.lendcrm.segmentation.text;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text in Unicode's form NFKC that went through a {@link Masking}, which alone makes it: what takes a masked text can't be
 * given a raw one by mistake. Immutable and thread-safe.
 */
public final class MaskedText {

    private final String value;

    MaskedText(String value) {
        this.value = value;
    }

    /** {@return the text, with placeholders where something was masked} */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MaskedText that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(value);
    }

    /** {@return how long it is; never what it says, for a masked text may still be personal} */
    @Override
    public String toString() {
        return "MaskedText[" + value.length() + " characters]";
    }
}
