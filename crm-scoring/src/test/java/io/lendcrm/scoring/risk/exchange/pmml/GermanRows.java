package io.lendcrm.scoring.risk.exchange.pmml;

import io.lendcrm.core.RealData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The German reference card, its applicants as texts, and what two engines of the standard gave for 510 of them. */
final class GermanRows {

    private static final Pattern CELL = Pattern.compile("\"([^\"]*)\"|([^,]+)");

    /** Score and reasons that JPMML gave an applicant. */
    record Expected(int applicant, double score, List<String> reasons) {}

    private GermanRows() {}

    static byte[] card() {
        try {
            return Files.readAllBytes(RealData.file("credit/models/german-scorecard.pmml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Expected> expected() {
        return lines("credit/models/german-scorecard-expected.tsv").stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(cells -> new Expected(
                        Integer.parseInt(cells[0]), Double.parseDouble(cells[1]), List.of(cells[3].split(","))))
                .toList();
    }

    /** The applicants' values of some fields. */
    static List<List<String>> applicants(List<String> fields) {
        List<String> lines = lines("credit/german-credit-labelled.csv");
        List<String> names = cells(lines.get(0));
        return lines.stream()
                .skip(1)
                .map(GermanRows::cells)
                .map(cells -> fields.stream()
                        .map(field -> cells.get(names.indexOf(field)))
                        .toList())
                .toList();
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(RealData.file(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        Matcher matcher = CELL.matcher(line);
        while (matcher.find()) {
            cells.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return cells;
    }
}
