package io.lendcrm.examples.model;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.ingest.DelimitedFile;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.quality.QualityReport;
import io.lendcrm.scoring.risk.binning.Bins;
import io.lendcrm.scoring.risk.scorecard.Characteristic;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A card as a table of points, as banks keep it in a spreadsheet: {@code characteristic,from,to,levels,points}. Numbers have a
 * row a bin, {@code from} and what lies below {@code to}, one without {@code from} first and one without {@code to} last;
 * levels are divided by a bar. {@code (missing)} and {@code (other)} among the levels give points to missing values and to
 * levels not named; without them such a client has no score. A characteristic {@code (base)} tells the points of everybody.
 * Stateless and thread-safe.
 */
final class PointsTable {

    private static final List<String> COLUMNS = List.of("characteristic", "from", "to", "levels", "points");
    private static final String BASE = "(base)";
    private static final String MISSING = "(missing)";
    private static final String OTHER = "(other)";

    private PointsTable() {}

    /** A row of the table. */
    private record Line(
            long number, @Nullable Double from, @Nullable Double to, List<String> levels, double points) {}

    static Scorecard read(Path path) {
        DelimitedFile file =
                DelimitedFile.of(path).withHeader(DelimitedFile.Header.YES).showing(COLUMNS.toArray(String[]::new));
        if (!file.columns().containsAll(COLUMNS)) {
            throw new ModelFormatException("line 1", "must have the columns " + COLUMNS + ", found " + file.columns());
        }
        Map<String, List<Line>> characteristics = new LinkedHashMap<>();
        QualityReport report = file.forEach(row -> characteristics
                .computeIfAbsent(row.text("characteristic"), none -> new ArrayList<>())
                .add(new Line(
                        row.line(),
                        row.value("from").isPresent() ? row.decimal("from").doubleValue() : null,
                        row.value("to").isPresent() ? row.decimal("to").doubleValue() : null,
                        row.value("levels")
                                .map(text -> Arrays.stream(text.split("\\|"))
                                        .map(String::strip)
                                        .toList())
                                .orElse(List.of()),
                        row.decimal("points").doubleValue())));
        if (report.rejected() > 0) {
            throw new ModelFormatException("the table", report.samples().get(0).toString());
        }
        double base = 0;
        List<Line> everybody = characteristics.remove(BASE);
        if (everybody != null) {
            base = everybody.stream().mapToDouble(Line::points).sum();
        }
        if (characteristics.isEmpty()) {
            throw new ModelFormatException("the table", "must have a characteristic, found none");
        }
        List<Characteristic> lines = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        characteristics.forEach((name, rows) -> lines.add(characteristic(name, rows, taken)));
        return Scorecard.of(base, lines);
    }

    private static Characteristic characteristic(String name, List<Line> rows, Set<String> taken) {
        List<Line> bins = new ArrayList<>();
        double missing = Double.NaN;
        double other = Double.NaN;
        for (Line row : rows) {
            boolean aside = row.levels().size() == 1 && row.from() == null && row.to() == null;
            if (aside && row.levels().get(0).equals(MISSING)) {
                missing = row.points();
            } else if (aside && row.levels().get(0).equals(OTHER)) {
                other = row.points();
            } else {
                bins.add(row);
            }
        }
        if (bins.isEmpty()) {
            throw fault(rows.get(0), name + " must have points for more than (missing) and (other)");
        }
        boolean levels = !bins.get(0).levels().isEmpty();
        for (Line row : bins) {
            if (row.levels().isEmpty() == levels || levels && (row.from() != null || row.to() != null)) {
                throw fault(row, name + " must have from and to in all its rows, or levels in all");
            }
        }
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        String feature = plain.matches("[a-z].*") ? plain : "column_" + plain;
        for (int next = 2; !taken.add(feature); next++) {
            feature = plain + "_" + next;
        }
        try {
            return levels ? ofLevels(feature, name, bins, missing, other) : ofNumbers(feature, name, bins, missing);
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException("line " + rows.get(0).number(), String.valueOf(e.getMessage()), e);
        }
    }

    private static Characteristic ofNumbers(String feature, String name, List<Line> bins, double missing) {
        double[] points = new double[bins.size() + 1];
        double[] cuts = new double[bins.size() - 1];
        for (int i = 0; i < bins.size(); i++) {
            Line row = bins.get(i);
            Double before = i == 0 ? null : bins.get(i - 1).to();
            if (i == 0 ? row.from() != null : before == null || !before.equals(row.from())) {
                throw fault(
                        row,
                        "from of " + name + " must be " + (i == 0 ? "empty" : "the to of the row before, " + before)
                                + ", found " + row.from());
            }
            points[i] = row.points();
            if (i < cuts.length && row.to() != null) {
                cuts[i] = row.to();
            }
        }
        if (bins.get(bins.size() - 1).to() != null) {
            throw fault(bins.get(bins.size() - 1), "the last to of " + name + " must be empty");
        }
        points[bins.size()] = missing;
        return Characteristic.of(Bins.numeric(described(Feature.numeric(feature, ""), name), cuts), points);
    }

    private static Characteristic ofLevels(String feature, String name, List<Line> bins, double missing, double other) {
        List<List<String>> groups = bins.stream().map(Line::levels).toList();
        double[] points = new double[bins.size() + 2];
        for (int i = 0; i < bins.size(); i++) {
            points[i] = bins.get(i).points();
        }
        points[bins.size()] = missing;
        points[bins.size() + 1] = other;
        Feature nominal =
                Feature.nominal(feature, groups.stream().flatMap(List::stream).toList());
        Bins levels = Bins.levels(described(nominal, name), groups);
        double[] placed = points.clone();
        placed[levels.missingBin()] = missing;
        placed[levels.unseenBin()] = other;
        return Characteristic.of(levels, placed);
    }

    private static Feature described(Feature feature, String name) {
        return new Feature(
                feature.name(),
                feature.type(),
                feature.unit(),
                feature.levels(),
                feature.dimension(),
                feature.dataClass(),
                feature.reads(),
                name);
    }

    private static ModelFormatException fault(Line row, String problem) {
        return new ModelFormatException("line " + row.number(), problem);
    }
}
