package io.lendcrm.scoring.proof.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.RealData;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** The phone contacts of a bank in order of time (UCI 222), their months rebuilt, who took the deposit as the outcome. */
final class BankContacts {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> NUMBERS = List.of("age", "campaign", "pdays", "previous");
    private static final List<String> LEVELS =
            List.of("job", "marital", "education", "default", "housing", "loan", "contact", "day_of_week", "poutcome");

    final List<YearMonth> months = new ArrayList<>();
    final List<Feature> features = new ArrayList<>();
    final List<double[]> columns = new ArrayList<>();
    final boolean[] yes;

    private BankContacts(List<String[]> rows, List<String> names) {
        YearMonth now = YearMonth.of(2008, 5);
        for (String[] row : rows) {
            int month = MONTHS.indexOf(row[names.indexOf("month")]) + 1;
            now = YearMonth.of(now.getYear() + (month < now.getMonthValue() ? 1 : 0), month);
            months.add(now);
        }
        for (String name : NUMBERS) {
            features.add(Feature.numeric(name, ""));
            columns.add(rows.stream()
                    .mapToDouble(row -> Double.parseDouble(row[names.indexOf(name)]))
                    .toArray());
        }
        for (String name : LEVELS) {
            int at = names.indexOf(name);
            Feature feature = Feature.nominal(
                    name, rows.stream().map(row -> row[at]).distinct().sorted().toList());
            features.add(feature);
            columns.add(rows.stream().mapToDouble(row -> feature.code(row[at])).toArray());
        }
        yes = new boolean[rows.size()];
        for (int i = 0; i < yes.length; i++) {
            yes[i] = rows.get(i)[names.indexOf("y")].equals("yes");
        }
    }

    static BankContacts read() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Files.newInputStream(RealData.file("bank-marketing-contacts/bank-additional-full.csv.gz"))),
                UTF_8))) {
            List<String[]> rows = new ArrayList<>(
                    in.lines().map(line -> line.replace("\"", "").split(";")).toList());
            List<String> names = Arrays.asList(rows.remove(0));
            return new BankContacts(rows, names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The places of the contacts of some months. */
    int[] within(YearMonth from, YearMonth to) {
        return IntStream.range(0, months.size())
                .filter(i -> !months.get(i).isBefore(from) && !months.get(i).isAfter(to))
                .toArray();
    }

    FeatureTable table(int[] rows) {
        List<ClientId> clients =
                Arrays.stream(rows).mapToObj(i -> ClientId.of("C-" + i)).toList();
        return FeatureTable.of(
                FeatureSchema.of(features),
                clients,
                columns.stream()
                        .map(column ->
                                Arrays.stream(rows).mapToDouble(i -> column[i]).toArray())
                        .toArray(double[][]::new));
    }

    boolean[] yes(int[] rows) {
        boolean[] taken = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            taken[i] = yes[rows[i]];
        }
        return taken;
    }
}
