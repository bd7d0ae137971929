package io.lendcrm.examples.command;

import io.lendcrm.core.quality.QualityReport;

/** An input has rows that can't be used, or none at all. The findings have been told already. */
final class InputRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private InputRefusedException(String message) {
        super(message, null, false, false);
    }

    static InputRefusedException because(String message) {
        return new InputRefusedException(message);
    }

    static InputRefusedException of(String file, QualityReport report) {
        return because(file + " is refused: " + report.rejected() + " of " + report.read()
                + " rows can't be used; put them right, or go on without them by --skip-bad-rows");
    }
}
