package io.lendcrm.scoring.risk.calibration;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import java.util.Arrays;
import java.util.List;

/** Stores a {@link ScoreCalibration} of any kind. Stateless and thread-safe. */
public final class CalibrationCodec implements ModelCodec<ScoreCalibration> {

    static final String TYPE = "score-calibration";

    /** Makes a codec. */
    public CalibrationCodec() {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<ScoreCalibration> model() {
        return ScoreCalibration.class;
    }

    @Override
    public Document.Tree write(ScoreCalibration model) {
        return switch (model.kind()) {
            case PLATT -> {
                Platt platt = (Platt) model;
                yield Document.tree()
                        .put("kind", "platt")
                        .put("intercept", platt.intercept())
                        .put("slope", platt.slope())
                        .build();
            }
            case BETA -> {
                BetaCalibration beta = (BetaCalibration) model;
                yield Document.tree()
                        .put("kind", "beta")
                        .put("a", beta.a())
                        .put("b", beta.b())
                        .put("c", beta.c())
                        .build();
            }
            case ISOTONIC -> {
                Isotonic isotonic = (Isotonic) model;
                yield Document.tree()
                        .put("kind", "isotonic")
                        .put("scores", doubles(isotonic.scores()))
                        .put("probabilities", doubles(isotonic.probabilities()))
                        .build();
            }
        };
    }

    @Override
    public ScoreCalibration read(Document.Tree stored, ModelInfo info) {
        DocumentReader in = DocumentReader.of(stored, "$.model");
        String kind = in.text("kind");
        switch (kind) {
            case "platt" -> {
                double intercept = in.decimal("intercept");
                double slope = in.decimal("slope");
                in.end();
                return in.build(() -> new Platt(info, intercept, slope));
            }
            case "beta" -> {
                double a = in.decimal("a");
                double b = in.decimal("b");
                double c = in.decimal("c");
                in.end();
                return in.build(() -> new BetaCalibration(info, a, b, c));
            }
            case "isotonic" -> {
                double[] scores = in.decimals("scores");
                double[] probabilities = in.decimals("probabilities");
                in.end();
                return in.build(() -> new Isotonic(info, list(scores), list(probabilities)));
            }
            default -> throw in.fault("kind", "must be platt, beta or isotonic, found \"" + kind + "\"");
        }
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
