package io.lendcrm.core.json;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.model.ModelInfo;

/** A straight line, the smallest model there is: enough to test how models are stored. */
record LineModel(ModelInfo info, double intercept, double slope) implements FittedModel {

    /** Version 1 called the slope {@code gradient}; version 2 renamed it. */
    static final class Codec implements ModelCodec<LineModel> {

        @Override
        public String type() {
            return "line";
        }

        @Override
        public int schemaVersion() {
            return 2;
        }

        @Override
        public Class<LineModel> model() {
            return LineModel.class;
        }

        @Override
        public Document.Tree write(LineModel model) {
            return Document.tree()
                    .put("intercept", model.intercept())
                    .put("slope", model.slope())
                    .build();
        }

        @Override
        public LineModel read(Document.Tree stored, ModelInfo info) {
            DocumentReader in = DocumentReader.of(stored, "$.model");
            LineModel model = new LineModel(info, in.decimal("intercept"), in.decimal("slope"));
            in.end();
            return model;
        }

        @Override
        public Document.Tree upgrade(Document.Tree stored, int version) {
            if (version != 1) {
                throw new ModelFormatException("$.schemaVersion", "line has no version " + version);
            }
            DocumentReader in = DocumentReader.of(stored, "$.model");
            Document.Tree lifted = Document.tree()
                    .put("intercept", in.decimal("intercept"))
                    .put("slope", in.decimal("gradient"))
                    .build();
            in.end();
            return lifted;
        }
    }
}
