package io.lendcrm.scoring.risk.exchange.pmml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a predicate or a term asks of: a field as it is, or cast to single precision on the way.
 *
 * @param field the field
 * @param single whether comparisons are of floats
 */
record PmmlInput(PmmlField field, boolean single) {

    String origin() {
        return field.origin();
    }

    boolean isText() {
        return field.type() == PmmlField.Type.TEXT;
    }

    /** A value that the file writes as text, as comparisons hold it. */
    Cell cell(XmlElement place, String attribute, String text) {
        return cast(field.cell(place, attribute, text));
    }

    /** What comparisons see of a value. */
    Cell seen(Cell value) {
        return cast(field.seen(value.isMissing() || isText() ? value : Cell.of(held(value.number()))));
    }

    private double held(double number) {
        return field.type() == PmmlField.Type.FLOAT ? (float) number : number;
    }

    private Cell cast(Cell cell) {
        boolean casts = single && cell.state() == Cell.State.KNOWN && !isText();
        return casts ? Cell.of((float) cell.number()) : cell;
    }

    /** The same in floats, for models that round every value first. */
    double[] floatParts(Set<Cell> thresholds) {
        List<Double> all = new ArrayList<>(field.edges());
        thresholds.forEach(cell -> all.add(cell.number()));
        return NumberLine.parts(all);
    }

    /** The least double of each part of the number line on which treatments and comparisons don't change. */
    double[] parts(Set<Cell> thresholds) {
        List<Double> doubles = new ArrayList<>();
        List<Double> singles = new ArrayList<>();
        (field.type() == PmmlField.Type.FLOAT ? singles : doubles).addAll(field.edges());
        thresholds.forEach(cell -> (single ? singles : doubles).add(cell.number()));
        return NumberLine.parts(doubles, singles);
    }
}
