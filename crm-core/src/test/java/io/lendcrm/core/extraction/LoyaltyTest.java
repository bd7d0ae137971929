package io.lendcrm.core.extraction;

import static io.lendcrm.core.extraction.Story.STANDARD;
import static io.lendcrm.core.extraction.Story.TODAY;
import static io.lendcrm.core.extraction.Story.eur;
import static io.lendcrm.core.extraction.Story.on;
import static io.lendcrm.core.extraction.Story.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.interaction.BalanceReading;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.OtherInteraction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoyaltyTest {

    @Test
    void aLoyalClientIsReadFromItsContractsReportAndReferrals() {
        Facility renewed = Firm.facility("a", TODAY.minusYears(4), TODAY.minusDays(400), eur("1000"));
        Facility next = Firm.facility("b", TODAY.minusDays(380), TODAY.plusDays(300), eur("1000"));
        Facility lost = Firm.facility("c", TODAY.minusYears(4), TODAY.minusDays(200), eur("1000"));
        Facility tooEarlyToTell = Firm.facility("d", TODAY.minusYears(4), TODAY.minusDays(20), eur("1000"));
        FeatureRow row = loyalty(Firm.dossier()
                .withFacilities(List.of(renewed, next, lost, tooEarlyToTell))
                .withInteractions(List.of(
                        referral(1, 30),
                        referral(2, 800),
                        OtherInteraction.of(on(TODAY.minusDays(5), Channel.BRANCH, 3), "greeting", Map.of()),
                        BalanceReading.of(on(TODAY.minusDays(9), Channel.SYSTEM, 4), "b", eur("100"), eur("1000")),
                        BalanceReading.of(on(TODAY.minusDays(3), Channel.SYSTEM, 5), "b", eur("90000"), eur("100000")),
                        BalanceReading.of(on(TODAY.minusDays(3), Channel.SYSTEM, 6), "current", eur("777")))));
        assertThat(row.value("product_breadth")).isEqualTo(1);
        assertThat(row.value("renewal_rate_36m")).isEqualTo(0.5);
        assertThat(row.value("referrals_24m")).isEqualTo(1);
        assertThat(row.value("share_of_wallet"))
                .isEqualTo(90_000 / row(Firm.dossier()).value("bureau_total_debt"));
    }

    @Test
    void whatIsNotKnownIsMissing() {
        FeatureRow row = loyalty(Story.dossier(List.of()));
        assertThat(row.value("product_breadth")).isZero();
        assertThat(row.value("renewal_rate_36m")).isNaN();
        assertThat(row.value("referrals_24m")).isZero();
        assertThat(row.value("share_of_wallet")).isNaN();
        assertThat(loyalty(Firm.dossier()).value("share_of_wallet")).isNaN();
    }

    private static OtherInteraction referral(int number, int daysAgo) {
        return OtherInteraction.of(on(TODAY.minusDays(daysAgo), Channel.BRANCH, number), "referral", Map.of());
    }

    private static FeatureRow loyalty(Dossier dossier) {
        return read(STANDARD.loyalty(), dossier.at(Story.AS_OF).orElseThrow());
    }

    private static FeatureRow row(Dossier dossier) {
        return read(STANDARD.all(), dossier.at(Story.AS_OF).orElseThrow());
    }
}
