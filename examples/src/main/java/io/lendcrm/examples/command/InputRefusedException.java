package io.lendcrm.examples.command;

import io.lendcrm.core.quality.QualityReport;

/** An input has rows that can't be used, or none at all, or doesn't fit. The findings have been told already. */
public final class InputRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private InputRefusedException(String message) {
        super(message, null, false, false);
    }

    /**
     * Refuses an input, with exit code 1.
     *
     * @param message which input, and why
     * @return the exception to throw
     */
    public static InputRefusedException because(String message) {
        return new InputRefusedException(message);
    }

    static InputRefusedException of(String file, QualityReport report) {
        return because(file + " is refused: " + report.rejected() + " of " + report.read()
                + " rows can't be used; put them right, or go on without them by --skip-bad-rows");
    }
}
