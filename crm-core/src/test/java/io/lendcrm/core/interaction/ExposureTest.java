package io.lendcrm.core.interaction;

import static io.lendcrm.core.interaction.ContactResponse.ACCEPTED;
import static io.lendcrm.core.interaction.ContactResponse.DECLINED;
import static io.lendcrm.core.interaction.ContactResponse.EXPIRED;
import static io.lendcrm.core.interaction.ContactResponse.OPENED;
import static io.lendcrm.core.interaction.ContactResponse.SHOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExposureTest {

    @Test
    void eachShowingHasItsResponses() {
        List<Exposure> exposures = Exposure.from(List.of(
                contact("2024-01-20", "5", "loan", ACCEPTED),
                contact("2024-01-01", "1", "loan", SHOWN),
                contact("2024-01-02", "2", "loan", OPENED),
                contact("2024-01-03", "3", "loan", DECLINED),
                contact("2024-01-15", "4", "loan", SHOWN),
                contact("2024-01-16", "6", "card", SHOWN)));
        assertThat(exposures).extracting(Exposure::response).containsExactly(DECLINED, ACCEPTED, SHOWN);
        assertThat(exposures).extracting(Exposure::product).containsExactly("loan", "loan", "card");
        assertThat(exposures.get(0).daysToAnswer()).hasValue(2);
        assertThat(exposures.get(1).daysToAnswer()).hasValue(5);
        assertThat(exposures.get(2).daysToAnswer()).isEmpty();
    }

    @Test
    void runningOutIsNoAnswer() {
        Exposure exposure = Exposure.from(
                        List.of(contact("2024-01-01", "1", "loan", SHOWN), contact("2024-02-01", "2", "loan", EXPIRED)))
                .get(0);
        assertThat(exposure.daysToAnswer()).isEmpty();
        assertThat(exposure.response().isFinal()).isTrue();
    }

    @Test
    void aResponseWithoutAShowingIsKept() {
        List<Exposure> exposures = Exposure.from(List.of(contact("2024-01-01", "1", "loan", ACCEPTED)));
        assertThat(exposures).hasSize(1);
        assertThat(exposures.get(0).daysToAnswer()).hasValue(0);
    }

    @Test
    void noContactsMakeNoExposures() {
        assertThat(Exposure.from(List.of())).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Exposure("spring", null, List.of()));
    }

    private static Contact contact(String day, String key, String product, ContactResponse response) {
        return Contact.of(Events.on(day, key), "spring", product, response);
    }
}
