package io.lendcrm.scoring.value.rfm;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.reason.Reason;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * Cuts and segments, to be applied to the clients they were found on and to new ones. A value between two fitted ones
 * gets the score that the cuts say: see {@link RfmCuts}. Immutable and thread-safe.
 */
public final class RfmModel implements FittedModel {

    /** The stable name of this type of model. */
    public static final String TYPE = "rfm";

    private final RfmCuts cuts;
    private final SegmentMap segments;
    private final Currency currency;
    private final ModelInfo info;

    RfmModel(RfmCuts cuts, SegmentMap segments, Currency currency, ModelInfo info) {
        this.cuts = requireNonNull(cuts, "cuts");
        this.segments = requireNonNull(segments, "segments");
        this.currency = requireNonNull(currency, "currency");
        this.info = requireNonNull(info, "info");
        if (cuts.bins() != segments.bins()) {
            throw new IllegalArgumentException(
                    "segments must have the cuts' " + cuts.bins() + " bins, found " + segments.bins());
        }
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    /** {@return where the scores begin} */
    public RfmCuts cuts() {
        return cuts;
    }

    /** {@return the segments} */
    public SegmentMap segments() {
        return segments;
    }

    /** {@return the currency of the monetary values} */
    public Currency currency() {
        return currency;
    }

    /**
     * Scores one client.
     *
     * @param client the client
     * @param recencyDays days since its last event, at least 0
     * @param frequency how many events, at least 1
     * @param monetary the sum of their amounts
     * @return the scores with reasons
     * @throws IllegalArgumentException if a value is out of range or the currency is another one
     */
    public RfmScore score(ClientId client, int recencyDays, long frequency, Money monetary) {
        if (!monetary.currency().equals(currency)) {
            throw new IllegalArgumentException("monetary must be in " + currency + ", found " + monetary.currency());
        }
        if (recencyDays < 0) {
            throw new IllegalArgumentException("recencyDays must be at least 0, found " + recencyDays);
        }
        if (frequency < 1) {
            throw new IllegalArgumentException("frequency must be at least 1, found " + frequency);
        }
        return score(client, recencyDays, frequency, monetary.minorUnits());
    }

    RfmScore score(ClientId client, int recencyDays, long frequency, long monetary) {
        int r = cuts.recencyScore(recencyDays);
        int f = cuts.frequencyScore(frequency);
        int m = cuts.monetaryScore(monetary);
        String amount = BigDecimal.valueOf(monetary, currency.getDefaultFractionDigits())
                .toPlainString();
        return new RfmScore(
                client,
                r,
                f,
                m,
                segments.segment(r, f, m),
                List.of(
                        reason("rfm.recency", r, Map.of("days", Integer.toString(recencyDays))),
                        reason("rfm.frequency", f, Map.of("events", Long.toString(frequency))),
                        reason("rfm.monetary", m, Map.of("amount", amount, "currency", currency.getCurrencyCode()))));
    }

    private Reason reason(String code, int score, Map<String, String> measured) {
        Map<String, String> arguments = new java.util.TreeMap<>(measured);
        arguments.put("score", Integer.toString(score));
        arguments.put("bins", Integer.toString(cuts.bins()));
        return Reason.of(code, score - (cuts.bins() + 1) / 2.0, arguments);
    }

    /**
     * Scores the clients of a table.
     *
     * @param table a table in this model's currency
     * @return the scores, row by row
     * @throws IllegalArgumentException if the currency is another one
     */
    public RfmScores score(RfmTable table) {
        if (!table.currency().equals(currency)) {
            throw new IllegalArgumentException("table must be in " + currency + ", found " + table.currency());
        }
        return RfmScores.of(table, this);
    }

    /** {@return cuts and segments} */
    @Override
    public String toString() {
        return "RfmModel[" + cuts + ", " + segments + ", " + currency + "]";
    }
}
