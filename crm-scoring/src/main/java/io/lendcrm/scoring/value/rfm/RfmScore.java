package io.lendcrm.scoring.value.rfm;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.tier.SegmentId;
import java.util.List;

/**
 * A client's scores from 1, the worst, to the number of bins, the best, and the segment they make. Immutable and
 * thread-safe.
 *
 * <p>The reasons are {@code rfm.recency} (arguments {@code days}, {@code score}, {@code bins}), {@code rfm.frequency}
 * ({@code events}, …) and {@code rfm.monetary} ({@code amount}, {@code currency}, …), in this order. Each contributes its
 * score less the middle one, (bins + 1) / 2, so that they add up to {@link #total()} less three times the middle.
 *
 * @param client whose
 * @param r the recency score
 * @param f the frequency score
 * @param m the monetary score
 * @param segment the segment
 * @param reasons one for each axis
 */
public record RfmScore(ClientId client, int r, int f, int m, SegmentId segment, List<Reason> reasons) {

    public RfmScore {
        requireNonNull(client, "client");
        requireNonNull(segment, "segment");
        reasons = List.copyOf(reasons);
    }

    /** {@return the sum of the three scores} */
    public int total() {
        return r + f + m;
    }

    /** {@return the three digits, such as {@code 543}} */
    public String cell() {
        return "" + r + f + m;
    }
}
