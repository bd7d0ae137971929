package io.lendcrm.scoring.risk.loss;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.scoring.likelihood.Interval;

/** An interval as it is stored. */
final class IntervalDocument {

    private IntervalDocument() {}

    static Document write(Interval interval) {
        return Document.tree()
                .put("value", interval.value())
                .put("lower", interval.lower())
                .put("upper", interval.upper())
                .put("level", interval.level())
                .build();
    }

    static Interval read(DocumentReader in) {
        double value = in.decimal("value");
        double lower = in.decimal("lower");
        double upper = in.decimal("upper");
        double level = in.decimal("level");
        in.end();
        return in.build(() -> new Interval(value, lower, upper, level));
    }
}
