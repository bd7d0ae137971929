package io.lendcrm.segmentation.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.model.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The card of version 1 is read by every later version. */
class StoredModelTest {

    private final ModelJson json = ModelJson.standard();

    @Test
    void readsAndWritesTheSameBytes() throws IOException {
        LifecycleCard card = LifecycleCard.of(
                LifecycleRules.of(Map.of("lostDays", 270.0, "declineBelow", 0.4)),
                Set.of(Interaction.Kind.REPAYMENT, Interaction.Kind.INQUIRY),
                Run.sequential());
        LifecycleCard read = json.read(golden(), LifecycleCard.class);

        assertThat(new String(json.write(card), StandardCharsets.UTF_8))
                .isEqualTo(new String(golden(), StandardCharsets.UTF_8));
        assertThat(read.rules()).isEqualTo(card.rules());
        assertThat(read.activity()).isEqualTo(card.activity());
        assertThat(read.replay().histories(LocalDate.EPOCH)).isEmpty();
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        String text = new String(golden(), StandardCharsets.UTF_8);
        refuses(text.replace("\"lostDays\"", "\"goneDays\""), "lostDays");
        refuses(text.replace("\"newDays\" : 180", "\"newDays\" : 180, \"goneDays\" : 9"), "goneDays");
        refuses(text.replace("\"lostDays\" : 270", "\"lostDays\" : 9"), "lostDays must be above 90, found 9");
        refuses(text.replace("\"lostDays\" : 270", "\"lostDays\" : 27000000000"), "whole number of days");
        refuses(text.replace("\"repayment\"", "\"gossip\""), "must be among [transaction, ");
        refuses(text.replace("\"repayment\"", "\"repayment\", \"repayment\""), "must name each kind once");
    }

    private void refuses(String text, String because) {
        assertThatThrownBy(() -> json.read(text.getBytes(StandardCharsets.UTF_8), LifecycleCard.class))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(because);
    }

    private static byte[] golden() throws IOException {
        try (var in = StoredModelTest.class.getResourceAsStream("lifecycle-card-1.json")) {
            return in.readAllBytes();
        }
    }
}
