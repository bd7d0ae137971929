package io.lendcrm.scoring.risk.rejects;

import static java.util.Objects.requireNonNull;

import io.lendcrm.scoring.risk.binning.LabelledTable;
import java.util.List;

/**
 * A sample to fit on, with what was assumed of the rejects. Immutable and thread-safe.
 *
 * @param sample rows, outcomes and weights
 * @param rejectBadRate the bad rate that the method gives to the rejects, within [0, 1]
 * @param warnings what a reader should know, such as bands without an accepted applicant
 */
public record RejectSample(LabelledTable sample, double rejectBadRate, List<String> warnings) {

    public RejectSample {
        requireNonNull(sample, "sample");
        warnings = List.copyOf(warnings);
        if (!(rejectBadRate >= 0 && rejectBadRate <= 1)) {
            throw new IllegalArgumentException("rejectBadRate must be within [0, 1], found " + rejectBadRate);
        }
    }
}
