package io.lendcrm.examples.risk;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.scoring.proof.monitoring.PopulationStability;
import java.util.List;

/**
 * How the columns of some rows have moved.
 *
 * @param period which rows, such as a month; empty for all
 * @param rows how many
 * @param variables the columns
 * @param level one less the chance that a column passes its limit though nothing has moved
 */
record Drift(String period, int rows, List<Variable> variables, double level) {

    Drift {
        variables = List.copyOf(variables);
    }

    /** A column and its index. */
    record Variable(String name, PopulationStability found) {

        boolean drifted(double level) {
            return found.index() > found.critical(level);
        }
    }

    Document document() {
        DocumentBuilder document = Document.tree();
        if (!period.isEmpty()) {
            document.put("period", period).put("rows", rows);
        }
        return document.put(
                        "variables",
                        new Document.Items(variables.stream()
                                .map(variable -> (Document) Document.tree()
                                        .put("name", variable.name())
                                        .put("psi", variable.found().index())
                                        .put("critical", variable.found().critical(level))
                                        .put("pValue", variable.found().pValue())
                                        .build())
                                .toList()))
                .build();
    }
}
