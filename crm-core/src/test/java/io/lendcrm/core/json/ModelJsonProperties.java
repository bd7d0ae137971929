package io.lendcrm.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ModelJsonProperties {

    private static final ModelJson JSON = ModelJson.of(new LineModel.Codec());

    private static final byte[] STORED = JSON.write(new LineModel(
            ModelInfo.of("line", Run.sequential(), 3, "ab12")
                    .withSchema(FeatureSchema.of(
                            Feature.numeric("income", "EUR"), Feature.nominal("home", List.of("rent", "own"))))
                    .withDiagnostics(Map.of("logLikelihood", -9582.4)),
            0.25,
            1.5));

    @Property
    void everyFiniteDoubleReadsBackToTheSameBits(@ForAll double intercept, @ForAll long bits) {
        double slope = Double.longBitsToDouble(bits);
        if (!Double.isFinite(slope)) {
            return;
        }
        LineModel model = new LineModel(ModelInfo.of("line", Run.sequential(), 0, ""), intercept, slope);
        LineModel back = JSON.read(JSON.write(model), LineModel.class);
        assertThat(Double.doubleToRawLongBits(back.intercept())).isEqualTo(Double.doubleToRawLongBits(intercept));
        assertThat(Double.doubleToRawLongBits(back.slope())).isEqualTo(Double.doubleToRawLongBits(slope));
    }

    @Property(tries = 5_000)
    void noBytesMakeTheReaderDoAnythingButReadOrRefuse(@ForAll @Size(max = 200) byte[] bytes) {
        assertReadOrRefused(bytes);
    }

    @Property(tries = 20_000)
    void noDamageToAStoredModelMakesTheReaderDoAnythingButReadOrRefuse(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int edits) {
        assertReadOrRefused(damaged(seed, edits));
    }

    @Property(tries = 200)
    void deepNestingIsRefusedNotSuffered(@ForAll @IntRange(min = 65, max = 100_000) int depth) {
        byte[] brackets = new byte[depth];
        Arrays.fill(brackets, (byte) '[');
        assertReadOrRefused(brackets);
    }

    private static void assertReadOrRefused(byte[] bytes) {
        try {
            FittedModel model = JSON.read(bytes);
            assertThat(model).isInstanceOf(LineModel.class);
        } catch (ModelFormatException e) {
            assertThat(e.getMessage()).startsWith("at ");
        }
    }

    /** Overwrites, cuts, doubles and inserts, with a liking for the characters that mean something in JSON. */
    private static byte[] damaged(long seed, int edits) {
        Random random = new Random(seed);
        byte[] marks =
                "{}[]\",:0123456789-+.eE\\utruefalsnl \n\u00ff".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        byte[] bytes = STORED.clone();
        for (int i = 0; i < edits && bytes.length > 1; i++) {
            int at = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, at + 1 + random.nextInt(20));
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = marks[random.nextInt(marks.length)];
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes = joined(bytes, 0, at, to, bytes.length);
                default -> bytes = joined(bytes, 0, to, at, bytes.length);
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] bytes, int from1, int to1, int from2, int to2) {
        byte[] result = Arrays.copyOf(Arrays.copyOfRange(bytes, from1, to1), to1 - from1 + to2 - from2);
        System.arraycopy(bytes, from2, result, to1 - from1, to2 - from2);
        return result;
    }
}
