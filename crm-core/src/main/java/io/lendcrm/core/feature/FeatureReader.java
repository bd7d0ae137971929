package io.lendcrm.core.feature;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.privacy.FieldSet;
import io.lendcrm.core.privacy.Permission;
import io.lendcrm.core.privacy.Purpose;
import io.lendcrm.core.privacy.UseGate;
import java.util.Arrays;

/**
 * The one way from a history to features: it asks the gate whether the fields the extractor reads may be read for the
 * purpose, and only then extracts. Thread-safe if the gate and the extractor are.
 */
public final class FeatureReader {

    private final FeatureExtractor extractor;
    private final Purpose purpose;
    private final UseGate gate;
    private final FieldSet fields;

    private FeatureReader(FeatureExtractor extractor, Purpose purpose, UseGate gate) {
        this.extractor = requireNonNull(extractor, "extractor");
        this.purpose = requireNonNull(purpose, "purpose");
        this.gate = requireNonNull(gate, "gate");
        this.fields = extractor.schema().features().stream().map(Feature::reads).reduce(FieldSet.of(), FieldSet::plus);
    }

    /**
     * A reader for a purpose.
     *
     * @param extractor what to read
     * @param purpose what for
     * @param gate who decides
     * @return the reader
     */
    public static FeatureReader of(FeatureExtractor extractor, Purpose purpose, UseGate gate) {
        return new FeatureReader(extractor, purpose, gate);
    }

    /** {@return what the rows mean} */
    public FeatureSchema schema() {
        return extractor.schema();
    }

    /**
     * Reads one client's features.
     *
     * @param history what may be seen of the client
     * @return the values, or the refusal
     */
    public Reading read(ClientHistory history) {
        if (history.client().screening().stops(purpose)) {
            return new Reading.Refused(history.id(), new Permission.Denied("aml-stop", fields));
        }
        Permission permission = gate.check(history.id(), purpose, fields, history.asOf());
        if (permission instanceof Permission.Denied denied) {
            return new Reading.Refused(history.id(), denied);
        }
        double[] values = new double[schema().size()];
        Arrays.fill(values, Double.NaN);
        extractor.extract(history, (index, value) -> values[index] = value);
        return new Reading.Read(FeatureRow.of(history.id(), schema(), values));
    }
}
