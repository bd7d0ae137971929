package io.lendcrm.scoring.risk.loss;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.scoring.likelihood.Interval;
import java.util.List;

/**
 * Stores models as {@code loss-given-default}: {@code downturn}, and one of {@code segments} each with its name, the
 * counts {@code closed}, {@code open} and {@code excluded}, {@code mean} with its interval, {@code exposureWeighted} and
 * {@code upperBound}. Stateless and thread-safe.
 */
public final class LgdModelCodec implements ModelCodec<LgdModel> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public LgdModelCodec() {}

    @Override
    public String type() {
        return LgdModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<LgdModel> model() {
        return LgdModel.class;
    }

    @Override
    public Document.Tree write(LgdModel model) {
        return Document.tree()
                .put("downturn", model.downturn())
                .put(
                        "segments",
                        new Document.Items(model.segments().stream()
                                .map(LgdModelCodec::write)
                                .toList()))
                .build();
    }

    private static Document write(SegmentLoss loss) {
        return Document.tree()
                .put("segment", loss.segment())
                .put("closed", loss.closed())
                .put("open", loss.open())
                .put("excluded", loss.excluded())
                .put("mean", IntervalDocument.write(loss.mean()))
                .put("exposureWeighted", loss.exposureWeighted())
                .put("upperBound", loss.upperBound())
                .build();
    }

    @Override
    public LgdModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader in = DocumentReader.of(stored, "$.model");
        double downturn = in.decimal("downturn");
        List<SegmentLoss> segments = in.trees("segments", LgdModelCodec::segment);
        in.end();
        return in.build(() -> new LgdModel(info, segments, downturn));
    }

    private static SegmentLoss segment(DocumentReader in) {
        String segment = in.text("segment");
        long closed = in.whole("closed");
        long open = in.whole("open");
        long excluded = in.whole("excluded");
        Interval mean = IntervalDocument.read(in.tree("mean"));
        double weighted = in.decimal("exposureWeighted");
        double bound = in.decimal("upperBound");
        in.end();
        return in.build(() -> new SegmentLoss(segment, closed, open, excluded, mean, weighted, bound));
    }
}
