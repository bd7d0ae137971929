package io.lendcrm.segmentation.rule;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.tier.SegmentId;
import java.util.List;

/**
 * Stores segmentations as {@code rule-segments}: {@code segments} in order, each with {@code segment} and
 * {@code condition} (see {@link Condition}). Stateless and thread-safe.
 */
public final class RuleSegmentationCodec implements ModelCodec<RuleSegmentation> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public RuleSegmentationCodec() {}

    @Override
    public String type() {
        return RuleSegmentation.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<RuleSegmentation> model() {
        return RuleSegmentation.class;
    }

    @Override
    public Document.Tree write(RuleSegmentation model) {
        return Document.tree()
                .put(
                        "segments",
                        new Document.Items(model.rules().stream()
                                .map(rule -> (Document) Document.tree()
                                        .put("segment", rule.id().value())
                                        .put("condition", rule.condition().document())
                                        .build())
                                .toList()))
                .build();
    }

    @Override
    public RuleSegmentation read(Document.Tree stored, ModelInfo info) {
        DocumentReader reader = DocumentReader.of(stored, "$.model");
        List<RuleSegment> rules = reader.trees("segments", part -> {
            SegmentId id = part.build(() -> SegmentId.of(part.text("segment")));
            return new RuleSegment(id, Condition.read(part.tree("condition")));
        });
        reader.end();
        return reader.build(() -> new RuleSegmentation(info, rules));
    }
}
