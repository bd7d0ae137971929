package io.lendcrm.core.feature;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.client.Client;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.privacy.FieldSet;
import io.lendcrm.core.privacy.Permission;
import io.lendcrm.core.privacy.Purpose;
import io.lendcrm.core.privacy.UseGate;
import io.lendcrm.core.time.AsOf;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The one way from a history to features: it asks the gate whether the fields the extractor reads may be read for the
 * purpose, and only then extracts. A client with a hit in the screening against money laundering is refused whatever the
 * gate says.
 *
 * <p>Extractors of alternative data (see {@link Feature#readsAlternativeData()}) run only where the gate grants their
 * fields for {@link Purpose#ALTERNATIVE_DATA} as well as for the purpose; otherwise they aren't called and the row's
 * schema has no such feature. Thread-safe if the gate and the extractor are.
 */
public final class FeatureReader {

    private final FeatureExtractor ordinary;
    private final FeatureExtractor withAlternative;
    private final Purpose purpose;
    private final UseGate gate;
    private final FieldSet ordinaryFields;
    private final FieldSet alternativeFields;

    private FeatureReader(FeatureExtractor extractor, Purpose purpose, UseGate gate) {
        requireNonNull(extractor, "extractor");
        this.purpose = requireNonNull(purpose, "purpose");
        this.gate = requireNonNull(gate, "gate");
        List<FeatureExtractor> parts =
                extractor instanceof CompositeExtractor composite ? composite.parts() : List.of(extractor);
        List<FeatureExtractor> plain =
                parts.stream().filter(p -> !readsAlternativeData(p)).toList();
        boolean some = plain.size() < parts.size();
        this.ordinary = some ? new CompositeExtractor(plain) : extractor;
        this.withAlternative = extractor;
        this.ordinaryFields = fields(ordinary.schema().features());
        this.alternativeFields = fields(extractor.schema().features().stream()
                .filter(Feature::readsAlternativeData)
                .toList());
    }

    /**
     * A reader for a purpose.
     *
     * @param extractor what to read
     * @param purpose what for
     * @param gate who decides
     * @return the reader
     * @throws IllegalArgumentException if an extractor reads alternative data for some of its features only
     */
    public static FeatureReader of(FeatureExtractor extractor, Purpose purpose, UseGate gate) {
        return new FeatureReader(extractor, purpose, gate);
    }

    /** {@return what the rows of all clients have: every feature that reads no alternative data} */
    public FeatureSchema schema() {
        return ordinary.schema();
    }

    /**
     * Reads one client's features.
     *
     * @param history what may be seen of the client
     * @return the values, or the refusal
     */
    public Reading read(ClientHistory history) {
        Permission permission = history.client().permission(gate, purpose, ordinaryFields, history.asOf());
        if (permission instanceof Permission.Denied denied) {
            return new Reading.Refused(history.id(), denied);
        }
        FeatureExtractor extractor = grantsAlternativeData(history) ? withAlternative : ordinary;
        double[] values = missing(extractor.schema());
        extractor.extract(history, (index, value) -> values[index] = value);
        return new Reading.Read(FeatureRow.of(history.id(), extractor.schema(), values));
    }

    /**
     * Reads features that are kept up to date, without the history.
     *
     * @param client the client's state at the point in time
     * @param state the running features, of this reader's schema
     * @param asOf the point in time
     * @return the values, or the refusal
     * @throws IllegalArgumentException if the state belongs to another client, has another schema or doesn't cover the
     *     point in time
     */
    public Reading read(Client client, RunningFeatures state, AsOf asOf) {
        if (!state.client().equals(client.id())) {
            throw new IllegalArgumentException("state must belong to " + client.id() + ", found " + state.client());
        }
        if (!state.schema().equals(schema())) {
            throw new IllegalArgumentException("state must have " + schema() + ", found " + state.schema());
        }
        Permission permission = client.permission(gate, purpose, ordinaryFields, asOf);
        if (permission instanceof Permission.Denied denied) {
            return new Reading.Refused(client.id(), denied);
        }
        double[] values = missing(schema());
        state.extract(asOf, (index, value) -> values[index] = value);
        return new Reading.Read(FeatureRow.of(client.id(), schema(), values));
    }

    /**
     * Reads clients into a table. Its columns are {@link #schema()}, for what only some clients grant can't be a column
     * of all.
     *
     * @param histories the clients
     * @param refused takes each refusal
     * @return the values of those that weren't refused, in order
     */
    public FeatureTable readAll(Iterable<ClientHistory> histories, Consumer<Reading.Refused> refused) {
        FeatureReader plain = new FeatureReader(ordinary, purpose, gate);
        FeatureTable.Builder table = FeatureTable.builder(schema());
        for (ClientHistory history : histories) {
            Reading reading = plain.read(history);
            if (reading instanceof Reading.Read read) {
                table.add(read.row());
            } else if (reading instanceof Reading.Refused refusal) {
                refused.accept(refusal);
            }
        }
        return table.build();
    }

    private boolean grantsAlternativeData(ClientHistory history) {
        return !alternativeFields.names().isEmpty()
                && gate.check(history.id(), Purpose.ALTERNATIVE_DATA, alternativeFields, history.asOf())
                        instanceof Permission.Granted
                && gate.check(history.id(), purpose, alternativeFields, history.asOf()) instanceof Permission.Granted;
    }

    private static boolean readsAlternativeData(FeatureExtractor extractor) {
        List<Feature> features = extractor.schema().features();
        long count = features.stream().filter(Feature::readsAlternativeData).count();
        if (count > 0 && count < features.size()) {
            throw new IllegalArgumentException(
                    "an extractor must read alternative data for all of its features or for none, found " + count
                            + " of " + features.size());
        }
        return count > 0;
    }

    private static FieldSet fields(List<Feature> features) {
        return features.stream().map(Feature::reads).reduce(FieldSet.of(), FieldSet::plus);
    }

    private static double[] missing(FeatureSchema schema) {
        double[] values = new double[schema.size()];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
