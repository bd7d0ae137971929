package io.lendcrm.segmentation.density;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.segmentation.preparation.FittedPreparation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Stores models as {@code hdbscan}: {@code preparation} of each feature, {@code minPoints}, {@code noise}, {@code clusters}
 * (each with {@code clients}, {@code birth}, {@code end} and {@code stability}), and the distinct rows in columns:
 * {@code rows} (their coordinates one after the other), {@code clients}, {@code squaredCore}, {@code segment} (from 0, -1 for
 * none), {@code leaves} and {@code least}. Stateless and thread-safe.
 */
public final class HdbscanCodec implements ModelCodec<HdbscanModel> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public HdbscanCodec() {}

    @Override
    public String type() {
        return HdbscanModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<HdbscanModel> model() {
        return HdbscanModel.class;
    }

    @Override
    public Document.Tree write(HdbscanModel model) {
        List<Document> clusters = new ArrayList<>();
        DenseSegments segments = model.dense();
        for (int s = 0; s < segments.sizes().length; s++) {
            clusters.add(Document.tree()
                    .put("clients", segments.sizes()[s])
                    .put("birth", segments.birth()[s])
                    .put("end", segments.end()[s])
                    .put("stability", segments.stability()[s])
                    .build());
        }
        DenseRows rows = model.rows();
        return Document.tree()
                .put("preparation", model.preparation().document())
                .put("minPoints", (long) model.minPoints())
                .put("noise", model.noise())
                .put("clusters", new Document.Items(clusters))
                .put("rows", rows.rows().x())
                .put("clients", decimals(rows.rows().clients()))
                .put("squaredCore", rows.squaredCore())
                .put("segment", decimals(rows.segmentOf()))
                .put("leaves", rows.leaves())
                .put("least", rows.least())
                .build();
    }

    @Override
    public HdbscanModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader reader = DocumentReader.of(stored, "$.model");
        FittedPreparation preparation = FittedPreparation.read(reader, "preparation", info.schema());
        long minPoints = reader.whole("minPoints");
        long noise = reader.whole("noise");
        List<double[]> clusters = reader.trees("clusters", cluster -> new double[] {
            cluster.whole("clients"), cluster.decimal("birth"), cluster.decimal("end"), cluster.decimal("stability")
        });
        double[] x = reader.decimals("rows");
        double[] clients = reader.decimals("clients");
        double[] core = reader.decimals("squaredCore");
        double[] segment = reader.decimals("segment");
        double[] leaves = reader.decimals("leaves");
        double[] least = reader.decimals("least");
        reader.end();
        return reader.build(() -> {
            int d = info.schema().size();
            int n = clients.length;
            if (n < 1
                    || x.length != n * d
                    || List.of(core, segment, leaves, least).stream().anyMatch(c -> c.length != n)) {
                throw new IllegalArgumentException("columns must have a value of each row, at least one row");
            }
            double all = Arrays.stream(clients).sum();
            if (minPoints < 1 || minPoints > all || noise < 0) {
                throw new IllegalArgumentException("minPoints must be within [1, clients] and noise at least 0, found "
                        + minPoints + " and " + noise);
            }
            for (int i = 0; i < n; i++) {
                if (!(core[i] >= 0) || !(least[i] > 0) || !(leaves[i] >= least[i])) {
                    throw new IllegalArgumentException("a row must have squaredCore >= 0 and leaves >= least > 0");
                }
            }
            DenseSegments segments = new DenseSegments(
                            new int[0],
                            clusters.stream().mapToLong(c -> (long) c[0]).toArray(),
                            clusters.stream().mapToDouble(c -> c[1]).toArray(),
                            clusters.stream().mapToDouble(c -> c[2]).toArray(),
                            clusters.stream().mapToDouble(c -> c[3]).toArray())
                    .checked();
            DistinctRows rows = new DistinctRows(d, x, whole(clients, 1, all));
            int[] segmentOf = whole(segment, ClusteredRows.NOISE, clusters.size() - 1.0);
            return new HdbscanModel(
                    preparation,
                    (int) minPoints,
                    new DenseRows(rows, core, segmentOf, leaves, least),
                    segments,
                    noise,
                    info);
        });
    }

    private static double[] decimals(int[] values) {
        return Arrays.stream(values).asDoubleStream().toArray();
    }

    private static int[] whole(double[] values, double least, double most) {
        for (double value : values) {
            if (!(value >= least && value <= most) || value != Math.rint(value)) {
                throw new IllegalArgumentException(
                        "a value must be a whole number within [" + least + ", " + most + "], found " + value);
            }
        }
        return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
    }
}
