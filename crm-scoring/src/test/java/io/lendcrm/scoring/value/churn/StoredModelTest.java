package io.lendcrm.scoring.value.churn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** The card of version 1 is read by every later version. */
class StoredModelTest {

    private final ModelJson json = ModelJson.standard();

    @Test
    void readsAndWritesTheSameBytes() throws IOException {
        DeclineCard card = json.read(golden(), DeclineCard.class);
        assertThat(new String(json.write(card), UTF_8)).isEqualTo(new String(golden(), UTF_8));
        assertThat(card.signals()).isEqualTo(DeclineCard.standard().signals());
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        String text = new String(golden(), UTF_8);
        assertRefused(text.replace("\"weight\" : 0.4", "\"weight\" : 0.5"), "weights must add up to 1");
        assertRefused(text.replace("\"alarm\" : 180.0", "\"alarm\" : 30.0"), "must be finite and apart");
        assertRefused(text.replace("\"feature\" : \"utilisation\"", "\"feature\" : \"drawn\""), "drawn");
    }

    private void assertRefused(String text, String problem) {
        assertThatThrownBy(() -> json.read(text.getBytes(UTF_8), DeclineCard.class))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(problem);
    }

    private static byte[] golden() throws IOException {
        try (InputStream in = requireNonNull(StoredModelTest.class.getResourceAsStream("decline-card-1.json"))) {
            return in.readAllBytes();
        }
    }
}
