package io.lendcrm.scoring.risk.anomaly;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;

/**
 * Stores models as {@code outliers}: {@code alpha}, {@code center}, one value for each of the provenance's features, and
 * {@code covariance}, its lower triangle row by row. Stateless and thread-safe.
 */
public final class OutlierModelCodec implements ModelCodec<OutlierModel> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public OutlierModelCodec() {}

    @Override
    public String type() {
        return OutlierModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<OutlierModel> model() {
        return OutlierModel.class;
    }

    @Override
    public Document.Tree write(OutlierModel model) {
        int p = model.schema().size();
        double[] lower = new double[p * (p + 1) / 2];
        for (int i = 0, at = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                lower[at++] = model.covariance(i, j);
            }
        }
        return Document.tree()
                .put("alpha", model.alpha())
                .put("center", model.center())
                .put("covariance", lower)
                .build();
    }

    @Override
    public OutlierModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader in = DocumentReader.of(stored, "$.model");
        double alpha = in.decimal("alpha");
        double[] center = in.decimals("center");
        double[] lower = in.decimals("covariance");
        in.end();
        long values = center.length * (center.length + 1L) / 2;
        if (lower.length != values) {
            throw in.fault("covariance", "must be a lower triangle of " + values + " values, found " + lower.length);
        }
        double[][] covariance = new double[center.length][center.length];
        for (int i = 0, at = 0; i < center.length; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = lower[at];
                covariance[j][i] = lower[at++];
            }
        }
        return in.build(() -> new OutlierModel(info, center, covariance, alpha));
    }
}
