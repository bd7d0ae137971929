package io.lendcrm.scoring.value.purchase;

/** After which of its purchases a client may leave. Immutable and thread-safe. */
public enum Dropout {
    /** After repeat purchases alone, as in BG/NBD: one that never came back is still active. */
    AFTER_REPEAT_PURCHASES,
    /** After each purchase, the first one included, as in MBG/NBD. */
    AFTER_EVERY_PURCHASE;

    int first() {
        return this == AFTER_EVERY_PURCHASE ? 1 : 0;
    }
}
