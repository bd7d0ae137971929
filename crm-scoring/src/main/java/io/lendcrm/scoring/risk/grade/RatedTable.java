package io.lendcrm.scoring.risk.grade;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.credit.RatingScale;
import io.lendcrm.core.feature.FeatureTable;
import java.util.List;

/**
 * Features of clients that an agency has rated. Immutable and thread-safe.
 *
 * @param features the features, none missing
 * @param grades the agency's grade of each row
 * @param scale what the grades stand for
 */
public record RatedTable(FeatureTable features, List<String> grades, RatingScale scale) {

    public RatedTable {
        requireNonNull(features, "features");
        grades = List.copyOf(grades);
        requireNonNull(scale, "scale");
        if (grades.size() != features.rows()) {
            throw new IllegalArgumentException(
                    "grades must be as many as the table's " + features.rows() + " rows, found " + grades.size());
        }
        for (String grade : grades) {
            double pd = scale.probabilityOfDefault(grade)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "grades must be of scale " + scale.name() + ", found " + grade));
            if (pd >= 1) {
                throw new IllegalArgumentException(
                        "grades must stand for clients not in default, found " + grade + " with a PD of 1");
            }
        }
    }

    /** The log-odds of default that the grade of a row stands for. */
    double logOdds(int row) {
        double pd = scale.probabilityOfDefault(grades.get(row)).orElseThrow();
        return Math.log(pd / (1 - pd));
    }
}
