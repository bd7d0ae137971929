package io.lendcrm.segmentation.distance;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.RealData;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Tables of columns of several types, as the reference computations had them. */
public final class MixedTables {

    private final List<String> header;
    private final List<String[]> rows;
    private final List<Feature> features = new ArrayList<>();
    private final List<double[]> columns = new ArrayList<>();

    private MixedTables(List<String> lines, int most) {
        header = List.of(lines.get(0).split(","));
        rows = lines.stream()
                .skip(1)
                .limit(most)
                .map(line -> line.replaceAll("\"[^\"]*\"", "a name with commas").split(",", -1))
                .toList();
    }

    public static FeatureTable of(String block) {
        return switch (block) {
            case "german_gower" -> german();
            case "credit_data_first1000_gower_with_missing" -> creditData();
            case "flower_daisy_example" -> flower(true);
            case "flower_gower_defaults" -> flower(false);
            case "sba_gower" -> sba();
            default -> throw new IllegalStateException(block);
        };
    }

    private static FeatureTable german() {
        MixedTables german = real("german-credit.csv", 1000);
        List<String> numeric = List.of(
                "duration_months",
                "credit_amount",
                "installment_rate",
                "residence_since",
                "age_years",
                "existing_credits",
                "people_liable");
        for (String name : german.header.subList(0, 20)) {
            if (numeric.contains(name)) {
                german.numeric(name, x -> x);
            } else {
                german.nominal(name);
            }
        }
        return german.table();
    }

    private static FeatureTable creditData() {
        MixedTables credit = real("credit-data.csv", 1000);
        for (String name : credit.header.subList(1, 14)) {
            if (List.of("Home", "Marital", "Records", "Job").contains(name)) {
                credit.nominal(name);
            } else {
                credit.numeric(name, x -> x);
            }
        }
        return credit.table();
    }

    private static FeatureTable sba() {
        return real("sba-california-realestate.csv", Integer.MAX_VALUE)
                .numeric("Term", x -> x)
                .numeric("NoEmp", Math::log1p)
                .numeric("CreateJob", Math::log1p)
                .numeric("RetainedJob", Math::log1p)
                .numeric("DisbursementGross", Math::log1p)
                .numeric("Portion", x -> x)
                .nominal("New")
                .nominal("RealEstate")
                .nominal("UrbanRural")
                .nominal("Recession")
                .table();
    }

    /** As R's help page of daisy types the columns, or as they stand in the data frame. */
    private static FeatureTable flower(boolean typed) {
        MixedTables flower = new MixedTables(resource("flower.csv"), Integer.MAX_VALUE);
        for (String name : List.of("v1", "v2", "v3")) {
            if (typed) {
                flower.binary(name);
            } else {
                flower.nominal(name);
            }
        }
        flower.nominal("v4").ordinal("v5").ordinal("v6");
        return (typed ? flower.ordinal("v7") : flower.numeric("v7", x -> x))
                .numeric("v8", x -> x)
                .table();
    }

    static FeatureTable wholesaleLogarithms() {
        MixedTables wholesale = real("wholesale-customers.csv", Integer.MAX_VALUE);
        wholesale.header.subList(2, 8).forEach(name -> wholesale.numeric(name, Math::log1p));
        return wholesale.table();
    }

    private static MixedTables real(String file, int most) {
        try {
            return new MixedTables(Files.readAllLines(RealData.file("segmentation/" + file)), most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> resource(String name) {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(MixedTables.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MixedTables numeric(String name, DoubleUnaryOperator change) {
        features.add(Feature.numeric(name.toLowerCase(Locale.ROOT), "1"));
        columns.add(Arrays.stream(cells(name))
                .mapToDouble(cell -> missing(cell) ? Double.NaN : change.applyAsDouble(Double.parseDouble(cell)))
                .toArray());
        return this;
    }

    private MixedTables binary(String name) {
        numeric(name, x -> x);
        features.set(features.size() - 1, Feature.binary(name));
        return this;
    }

    private MixedTables nominal(String name) {
        return levels(
                Feature.nominal(
                        name.toLowerCase(Locale.ROOT),
                        Arrays.stream(cells(name))
                                .filter(cell -> !missing(cell))
                                .distinct()
                                .toList()),
                name);
    }

    private MixedTables ordinal(String name) {
        return levels(
                Feature.ordinal(
                        name,
                        Arrays.stream(cells(name))
                                .mapToInt(Integer::parseInt)
                                .distinct()
                                .sorted()
                                .mapToObj(Integer::toString)
                                .toList()),
                name);
    }

    private MixedTables levels(Feature feature, String name) {
        features.add(feature);
        columns.add(Arrays.stream(cells(name))
                .mapToDouble(cell -> missing(cell) ? Double.NaN : feature.code(cell))
                .toArray());
        return this;
    }

    private String[] cells(String name) {
        int at = header.indexOf(name);
        return rows.stream().map(row -> row[at]).toArray(String[]::new);
    }

    private static boolean missing(String cell) {
        return cell.isEmpty() || cell.equals("NA");
    }

    private FeatureTable table() {
        List<ClientId> clients = IntStream.rangeClosed(1, rows.size())
                .mapToObj(i -> ClientId.of("row-" + i))
                .toList();
        return FeatureTable.of(FeatureSchema.of(features), clients, columns.toArray(new double[0][]));
    }
}
