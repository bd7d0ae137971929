package io.lendcrm.core.quality;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureTable;
import java.math.BigDecimal;
import java.util.Optional;

/** A row of a table as text fields. */
record TableRecord(FeatureTable table, int row) implements FieldRecord {

    @Override
    public Place place() {
        return Place.of(table.clients().get(row));
    }

    @Override
    public Optional<String> value(String field) {
        int column = table.schema().indexOf(field);
        double value = table.value(row, column);
        if (Double.isNaN(value)) {
            return Optional.empty();
        }
        Feature feature = table.schema().feature(column);
        if (!feature.type().hasLevels()) {
            return Optional.of(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
        }
        return Optional.of(value == Feature.UNSEEN ? "" : feature.levels().get((int) value));
    }
}
