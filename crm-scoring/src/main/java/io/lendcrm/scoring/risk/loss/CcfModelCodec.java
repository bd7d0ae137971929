package io.lendcrm.scoring.risk.loss;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.scoring.likelihood.Interval;
import java.util.List;

/**
 * Stores models as {@code credit-conversion}: one of {@code segments} each with its name, the counts {@code counted} and
 * {@code undefined}, and {@code mean} with its interval. Stateless and thread-safe.
 */
public final class CcfModelCodec implements ModelCodec<CcfModel> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public CcfModelCodec() {}

    @Override
    public String type() {
        return CcfModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<CcfModel> model() {
        return CcfModel.class;
    }

    @Override
    public Document.Tree write(CcfModel model) {
        return Document.tree()
                .put(
                        "segments",
                        new Document.Items(model.segments().stream()
                                .map(CcfModelCodec::write)
                                .toList()))
                .build();
    }

    private static Document write(SegmentConversion conversion) {
        return Document.tree()
                .put("segment", conversion.segment())
                .put("counted", conversion.counted())
                .put("undefined", conversion.undefined())
                .put("mean", IntervalDocument.write(conversion.mean()))
                .build();
    }

    @Override
    public CcfModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader in = DocumentReader.of(stored, "$.model");
        List<SegmentConversion> segments = in.trees("segments", CcfModelCodec::segment);
        in.end();
        return in.build(() -> new CcfModel(info, segments));
    }

    private static SegmentConversion segment(DocumentReader in) {
        String segment = in.text("segment");
        long counted = in.whole("counted");
        long undefined = in.whole("undefined");
        Interval mean = IntervalDocument.read(in.tree("mean"));
        in.end();
        return in.build(() -> new SegmentConversion(segment, counted, undefined, mean));
    }
}
