package io.lendcrm.scoring.value.covariate;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.Coefficients;
import io.lendcrm.scoring.value.purchase.PurchaseFamily;
import java.util.List;

/** Stores a {@link CovariateModel}. Stateless and thread-safe. */
public final class CovariateModelCodec implements ModelCodec<CovariateModel> {

    /** Makes a codec. */
    public CovariateModelCodec() {}

    @Override
    public String type() {
        return CovariateModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<CovariateModel> model() {
        return CovariateModel.class;
    }

    @Override
    public Document.Tree write(CovariateModel model) {
        List<String> names = model.coefficients().names();
        double[] triangle = new double[names.size() * (names.size() + 1) / 2];
        for (int i = 0, at = 0; i < names.size(); i++) {
            for (int j = 0; j <= i; j++) {
                triangle[at++] = model.coefficients().covariance(names.get(i), names.get(j));
            }
        }
        return Document.tree()
                .put("family", model.family().name())
                .put("unit", model.unit().name())
                .put("purchaseCovariates", model.purchaseCovariates())
                .put("dropoutCovariates", model.dropoutCovariates())
                .put("estimates", model.coefficients().estimates())
                .put("covariance", triangle)
                .build();
    }

    @Override
    public CovariateModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader in = DocumentReader.of(stored, "$.model");
        String family = in.text("family");
        String unit = in.text("unit");
        List<String> purchase = in.texts("purchaseCovariates");
        List<String> dropout = in.texts("dropoutCovariates");
        double[] estimates = in.decimals("estimates");
        double[] triangle = in.decimals("covariance");
        in.end();
        return in.build(() -> {
            int size = estimates.length;
            if (triangle.length != size * (size + 1) / 2) {
                throw new IllegalArgumentException(
                        "covariance must have " + size * (size + 1) / 2 + " cells, found " + triangle.length);
            }
            double[][] covariance = new double[size][size];
            for (int i = 0, at = 0; i < size; i++) {
                for (int j = 0; j <= i; j++, at++) {
                    covariance[i][j] = triangle[at];
                    covariance[j][i] = triangle[at];
                }
            }
            PurchaseFamily kind = PurchaseFamily.valueOf(family);
            return new CovariateModel(
                    info,
                    kind,
                    CalendarUnit.valueOf(unit),
                    purchase,
                    dropout,
                    Coefficients.of(CovariateModel.names(kind, purchase, dropout), estimates, covariance));
        });
    }
}
