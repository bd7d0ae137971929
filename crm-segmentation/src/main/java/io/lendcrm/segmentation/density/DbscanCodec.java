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
 * Stores models as {@code dbscan}: {@code preparation} of each feature, {@code radius}, {@code noise}, and
 * {@code clusters}, each with {@code clients} and {@code core} (the coordinates of its core rows one after the other).
 * Stateless and thread-safe.
 */
public final class DbscanCodec implements ModelCodec<DbscanModel> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public DbscanCodec() {}

    @Override
    public String type() {
        return DbscanModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<DbscanModel> model() {
        return DbscanModel.class;
    }

    @Override
    public Document.Tree write(DbscanModel model) {
        List<Document> parts = new ArrayList<>();
        for (int c = 0; c < model.segments().size(); c++) {
            parts.add(Document.tree()
                    .put("clients", model.segments().get(c).clients())
                    .put("core", model.rows().coordinates(c))
                    .build());
        }
        return Document.tree()
                .put("preparation", model.preparation().document())
                .put("radius", model.radius())
                .put("noise", model.noise())
                .put("clusters", new Document.Items(parts))
                .build();
    }

    @Override
    public DbscanModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader reader = DocumentReader.of(stored, "$.model");
        FittedPreparation preparation = FittedPreparation.read(reader, "preparation", info.schema());
        double radius = reader.decimal("radius");
        long noise = reader.whole("noise");
        List<double[]> core = new ArrayList<>();
        List<Long> sizes = reader.trees("clusters", cluster -> {
            core.add(cluster.decimals("core"));
            return cluster.whole("clients");
        });
        reader.end();
        return reader.build(() -> {
            if (!(radius > 0) || noise < 0) {
                throw new IllegalArgumentException(
                        "radius must be above 0 and noise at least 0, found " + radius + " and " + noise);
            }
            long[] clients = sizes.stream().mapToLong(Long::longValue).toArray();
            return new DbscanModel(
                    preparation, radius, rows(core, clients, info.schema().size()), clients, noise, info);
        });
    }

    private static ClusteredRows rows(List<double[]> core, long[] clients, int d) {
        int length = 0;
        for (int c = 0; c < clients.length; c++) {
            int own = core.get(c).length;
            if (own == 0 || own % d != 0 || clients[c] < own / d) {
                throw new IllegalArgumentException("core must have " + d
                        + " coordinates a row, at least one row, and at most one a client, found " + own
                        + " coordinates of " + clients[c] + " clients");
            }
            length = Math.addExact(length, own);
        }
        double[] x = new double[length];
        int[] clusterOf = new int[length / d];
        int at = 0;
        for (int c = 0; c < clients.length; c++) {
            double[] own = core.get(c);
            System.arraycopy(own, 0, x, at, own.length);
            Arrays.fill(clusterOf, at / d, (at + own.length) / d, c);
            at += own.length;
        }
        return new ClusteredRows(new KdTree(x, d), clusterOf, new double[clusterOf.length]);
    }
}
