package io.lendcrm.scoring.risk.scorecard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.scoring.risk.binning.BinningFitter;
import io.lendcrm.scoring.risk.binning.Bins;
import io.lendcrm.scoring.risk.binning.LabelledTable;
import io.lendcrm.scoring.risk.binning.MissingBin;
import io.lendcrm.scoring.risk.binning.VariableOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The models of every version are read by every later one. */
class StoredModelTest {

    private final ModelJson json = ModelJson.standard();

    @Test
    void readsAndWritesTheSameBytes() throws IOException {
        byte[] golden = golden("scorecard-2.json");
        Scorecard card = json.read(golden, Scorecard.class);

        assertThat(new String(json.write(card), UTF_8)).isEqualTo(new String(golden, UTF_8));
        assertThat(card.characteristic("age").codes()).isEmpty();
        assertThat(card.characteristic("housing").codes()).containsExactly("R7", "R8", "R9 (rent-free)", "", "R0");
    }

    @Test
    void liftsVersionOne() throws IOException {
        Scorecard card = json.read(golden(), Scorecard.class);

        assertThat(new String(json.write(card), UTF_8))
                .isEqualTo(new String(golden(), UTF_8).replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2"));
        assertThat(card.characteristics()).isEqualTo(card().characteristics());
        assertThat(card.score(new double[] {33, 1})).isEqualTo(card().score(new double[] {33, 1}));
        assertThat(card.score(new double[] {33, Double.NaN})).isNaN();
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        String text = new String(golden(), UTF_8);
        assertRefused(text.replace("\"baseline\" : \"MEAN\"", "\"baseline\" : \"BEST\""), "BEST");
        assertRefused(text.replace("\"points\" : [ ", "\"points\" : [ 1.0, "), "points of age must be as many as");
        assertRefused(text.replace("\"pdo\" : 50.0", "\"pdo\" : 0.0"), "pdo must be finite and above 0");
        assertRefused(
                text.replace("[ \"missing\" ]", "[ \"rent\" ]"), "notScored must be missing, unseen or the number");
        assertRefused(text.replace("\"reason\" : \"home\"", "\"reason\" : \"Home\""), "reason code must match");
        assertRefused(text.replace("\"neutral\" : 0.0", "\"neutrl\" : 0.0"), "\"neutral\" is missing");
        String coded = new String(golden("scorecard-2.json"), UTF_8);
        assertRefused(coded.replace("[ \"R7\",", "["), "codes of housing must be as many as its 5 bins");
        assertRefused(coded.replace("\"R7\"", "7"), "codes");
    }

    private void assertRefused(String text, String problem) {
        assertThatThrownBy(() -> json.read(text.getBytes(UTF_8), Scorecard.class))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(problem);
    }

    /** A number with a special value, missing ones in the lowest bin; a category without which there is no score. */
    static Scorecard card() {
        int n = 400;
        double[] age = new double[n];
        double[] housing = new double[n];
        boolean[] bad = new boolean[n];
        for (int i = 0; i < n; i++) {
            age[i] = i % 50 == 7 ? Double.NaN : i % 50 == 9 ? -1 : 20 + i % 40;
            housing[i] = i % 3;
            bad[i] = (i * 37 + 11) % 100 < 60 - i % 40 + 5 * (i % 3);
        }
        LabelledTable data = ScorecardFitterTest.table(
                bad,
                List.of(
                        Feature.numeric("age", "years"),
                        Feature.nominal("housing", List.of("own", "rent", "free", "boat"))),
                age,
                housing);
        Scorecard card = ScorecardFitter.defaults()
                .withBinning(BinningFitter.defaults()
                        .with("age", VariableOptions.defaults().withSpecials(-1).withMissing(MissingBin.LOWEST)))
                .withSelection(0, 2)
                .fit(data);
        List<Characteristic> lines = List.of(
                card.characteristic("age"),
                card.characteristic("housing").withMissing(Double.NaN).withReason(ReasonCode.of("home")));
        return new Scorecard(
                card.info(), card.base(), lines, ReasonRule.of(ReasonRule.Baseline.MEAN), PointsScale.defaults());
    }

    @Test
    void binsWithoutAScoreComeBackWithoutOne() {
        Characteristic line = Characteristic.of(Bins.numeric(Feature.numeric("age", "years"), 25, 40), 1, 2, 3, 4)
                .withoutScore(1)
                .withoutScore(3);
        Scorecard card = Scorecard.of(10, List.of(line));
        Scorecard back = ModelJson.standard().read(ModelJson.standard().write(card), Scorecard.class);
        assertThat(back).isEqualTo(card);
        assertThat(back.score(new double[] {30})).isNaN();
        assertThat(back.score(new double[] {40})).isEqualTo(13);
        assertThat(back.score(new double[] {Double.NaN})).isNaN();
    }

    private static byte[] golden() throws IOException {
        return golden("scorecard-1.json");
    }

    private static byte[] golden(String file) throws IOException {
        try (InputStream in = requireNonNull(StoredModelTest.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        }
    }
}
