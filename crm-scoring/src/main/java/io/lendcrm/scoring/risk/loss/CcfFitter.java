package io.lendcrm.scoring.risk.loss;

import io.lendcrm.core.feature.Fingerprint;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Fitter;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Estimates the credit conversion factor of each segment as the average of its realised ones, each drawdown counting
 * once. Drawdowns without a factor are counted apart. Where several drawdowns belong to one default
 * ({@link DrawdownSampling.Approach#VARIABLE_TIME}) the intervals are too narrow. Immutable and thread-safe.
 *
 * @param level the confidence of the intervals, within (0, 1)
 */
public record CcfFitter(double level) implements Fitter<List<Drawdown>, CcfModel> {

    public CcfFitter {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be within (0, 1), found " + level);
        }
    }

    /** {@return intervals of 95 %} */
    public static CcfFitter defaults() {
        return new CcfFitter(0.95);
    }

    /**
     * Fits the model.
     *
     * @throws FitException if a segment has fewer than two drawdowns with a factor
     */
    @Override
    public CcfModel fit(List<Drawdown> drawdowns, Run run) {
        Map<String, List<Drawdown>> bySegment = new TreeMap<>();
        for (Drawdown drawdown : drawdowns) {
            bySegment
                    .computeIfAbsent(drawdown.segment(), s -> new ArrayList<>())
                    .add(drawdown);
        }
        if (bySegment.isEmpty()) {
            throw new FitException(CcfModel.TYPE, "there is no drawdown", "data with defaulted lines");
        }
        List<SegmentConversion> segments = new ArrayList<>();
        bySegment.forEach((segment, own) -> segments.add(conversion(segment, own)));
        LocalDate last = drawdowns.stream()
                .map(Drawdown::defaultedOn)
                .max(LocalDate::compareTo)
                .orElseThrow();
        LocalDate first = drawdowns.stream()
                .map(Drawdown::referenceOn)
                .min(LocalDate::compareTo)
                .orElseThrow();
        ModelInfo info = ModelInfo.of(CcfModel.TYPE, run, drawdowns.size(), fingerprint(drawdowns))
                .withOptions(Map.of("level", Double.toString(level)))
                .withWindow(first, last);
        return new CcfModel(info, segments);
    }

    private SegmentConversion conversion(String segment, List<Drawdown> drawdowns) {
        double[] factors = drawdowns.stream()
                .filter(d -> d.conversionFactor().isPresent())
                .mapToDouble(d -> d.conversionFactor().getAsDouble())
                .toArray();
        if (factors.length < 2) {
            throw new FitException(
                    CcfModel.TYPE,
                    "segment " + segment + " has " + factors.length + " drawdowns with something left to draw",
                    "merging segments");
        }
        return new SegmentConversion(
                segment, factors.length, drawdowns.size() - factors.length, StudentMean.of(factors, level));
    }

    private static String fingerprint(List<Drawdown> drawdowns) {
        Fingerprint print = Fingerprint.empty().add(drawdowns.size());
        for (Drawdown d : drawdowns) {
            print.add(d.segment())
                    .add(d.referenceOn().toString())
                    .add(d.defaultedOn().toString())
                    .add(d.limit(), d.drawn(), d.exposure());
        }
        return print.hex();
    }
}
