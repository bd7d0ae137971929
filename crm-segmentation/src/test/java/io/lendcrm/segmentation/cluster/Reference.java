package io.lendcrm.segmentation.cluster;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.RealData;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.segmentation.preparation.Scale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The data sets and reference numbers of the k-means tests. */
record Reference(String block, int k, double within, double between, double silhouette, List<Integer> sizes) {

    static Stream<Reference> all() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Reference.class.getResourceAsStream("kmeans-best-of-200.csv"), StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.startsWith("#")).map(Reference::parse).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reference parse(String line) {
        String[] f = line.split(",");
        return new Reference(
                f[0],
                Integer.parseInt(f[1]),
                Double.parseDouble(f[2]),
                Double.parseDouble(f[3]),
                Double.parseDouble(f[4]),
                Arrays.stream(f[5].split(" ")).map(Integer::valueOf).toList());
    }

    FeatureTable table() {
        return switch (block) {
            case "iris_raw" -> iris();
            case "wine_zscore_sampleSD" -> read("wine.csv", 0, 13);
            case "wholesale_log1p_zscore" -> read("wholesale-customers.csv", 2, 8);
            default -> throw new IllegalStateException(block);
        };
    }

    Scale scale() {
        return switch (block) {
            case "iris_raw" -> Scale.NONE;
            case "wine_zscore_sampleSD" -> Scale.Z;
            default -> Scale.LOG1P_Z;
        };
    }

    static FeatureTable iris() {
        return read("iris.csv", 0, 4);
    }

    private static FeatureTable read(String file, int from, int to) {
        try {
            List<String> lines = Files.readAllLines(RealData.file("segmentation/" + file));
            String[] names = lines.get(0).split(",");
            double[][] columns = new double[to - from][lines.size() - 1];
            for (int i = 1; i < lines.size(); i++) {
                String[] fields = lines.get(i).split(",");
                for (int j = from; j < to; j++) {
                    columns[j - from][i - 1] = Double.parseDouble(fields[j]);
                }
            }
            return table(
                    IntStream.range(from, to)
                            .mapToObj(j -> names[j].toLowerCase(Locale.ROOT).replace('.', '_'))
                            .toList(),
                    columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FeatureTable table(List<String> names, double[]... columns) {
        List<ClientId> clients = IntStream.rangeClosed(1, columns[0].length)
                .mapToObj(i -> ClientId.of("row-" + i))
                .toList();
        return FeatureTable.of(
                FeatureSchema.of(
                        names.stream().map(name -> Feature.numeric(name, "EUR")).toList()),
                clients,
                columns);
    }
}
