package io.lendcrm.core.portrait;

import static io.lendcrm.core.extraction.Story.AS_OF;
import static io.lendcrm.core.extraction.Story.ID;
import static io.lendcrm.core.extraction.Story.STANDARD;
import static io.lendcrm.core.extraction.Story.TODAY;
import static io.lendcrm.core.extraction.Story.client;
import static io.lendcrm.core.extraction.Story.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.SourceId;
import io.lendcrm.core.extraction.Firm;
import io.lendcrm.core.extraction.Story;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.Header;
import io.lendcrm.core.interaction.Inquiry;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.InteractionId;
import io.lendcrm.core.privacy.UseGate;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.Versions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PreferenceTest {

    /** A client who in 7 of 10 cases asks for a lease, by app, in the evening; else anything, anyhow, at any time. */
    @Test
    void plantedPreferencesAreRecovered() {
        Random random = new Random(20240630);
        for (int run = 0; run < 50; run++) {
            List<Interaction> life = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                boolean planted = random.nextInt(10) < 7;
                life.add(question(
                        TODAY.minusDays(random.nextInt(400)),
                        LocalTime.of(planted ? 18 + random.nextInt(6) : random.nextInt(24), 15),
                        planted ? Channel.APP : pick(random, Channel.BRANCH, Channel.PHONE, Channel.WEB),
                        planted ? "lease" : pick(random, "loan", "overdraft", "card"),
                        i));
            }

            ClientPortrait portrait = paint(life, PortraitOptions.defaults());

            assertThat(favourite(portrait, Preference.Topic.PRODUCT)).isEqualTo("lease");
            assertThat(favourite(portrait, Preference.Topic.CHANNEL)).isEqualTo("app");
            assertThat(favourite(portrait, Preference.Topic.CONTACT_TIME)).isEqualTo("evening");
        }
    }

    @Test
    void aTasteThatChangedIsThatOfLately() {
        List<Interaction> life = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            life.add(question(TODAY.minusDays(900 + i), LocalTime.NOON, Channel.BRANCH, "loan", i));
        }
        for (int i = 20; i < 26; i++) {
            life.add(question(TODAY.minusDays(i), LocalTime.NOON, Channel.APP, "loan", i));
        }

        assertThat(favourite(paint(life, PortraitOptions.defaults()), Preference.Topic.CHANNEL))
                .isEqualTo("app");
        assertThat(favourite(paint(life, PortraitOptions.defaults().withHalfLifeDays(1e6)), Preference.Topic.CHANNEL))
                .isEqualTo("branch");
    }

    @Test
    void anEventAHalfLifeAgoWeighsHalf() {
        PortraitOptions options =
                PortraitOptions.defaults().withHalfLifeDays(100).withMinimumEvidence(1);
        Preference preference = paint(
                        List.of(
                                question(TODAY, LocalTime.NOON, Channel.APP, "loan", 1),
                                question(TODAY.minusDays(100), LocalTime.NOON, Channel.WEB, "loan", 2)),
                        options)
                .preference(Preference.Topic.CHANNEL)
                .orElseThrow();

        assertThat(preference.evidence()).isCloseTo(1.5, within(1e-12));
        assertThat(preference.shares().get(0).share()).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void belowTheMinimumOfEvidenceAPreferenceIsUnknown() {
        Preference preference = paint(
                        List.of(
                                question(TODAY, LocalTime.NOON, Channel.APP, "loan", 1),
                                question(TODAY, LocalTime.NOON, Channel.APP, "loan", 2)),
                        PortraitOptions.defaults())
                .preference(Preference.Topic.CHANNEL)
                .orElseThrow();

        assertThat(preference.favourite()).isEmpty();
        assertThat(preference.shares()).isEmpty();
        assertThat(preference.evidence()).isEqualTo(2);
    }

    @Test
    void theTenorIsThatOfTheContracts() {
        Dossier dossier = dossier(List.of())
                .withFacilities(List.of(
                        Firm.facility("a", TODAY.minusDays(3), TODAY.plusMonths(6), eur("1")),
                        Firm.facility("b", TODAY.minusDays(2), TODAY.plusMonths(6), eur("1")),
                        Firm.facility("c", TODAY.minusDays(1), TODAY.plusYears(7), eur("1"))));

        ClientPortrait portrait = Portraits.of(STANDARD, UseGate.allowAll())
                .with(PortraitOptions.defaults().withMinimumEvidence(2))
                .paint(dossier.at(AS_OF).orElseThrow());

        assertThat(favourite(portrait, Preference.Topic.TENOR)).isEqualTo("up-to-1-year");
    }

    private static String favourite(ClientPortrait portrait, Preference.Topic topic) {
        return portrait.preference(topic).orElseThrow().favourite().orElse("unknown");
    }

    private static ClientPortrait paint(List<Interaction> life, PortraitOptions options) {
        return Portraits.of(STANDARD, UseGate.allowAll())
                .with(options)
                .paint(dossier(life).at(AS_OF).orElseThrow());
    }

    private static Dossier dossier(List<Interaction> life) {
        return Dossier.of(ID, Versions.of(client(), Story.SINCE, Instant.EPOCH)).withInteractions(life);
    }

    private static Interaction question(LocalDate day, LocalTime time, Channel channel, String product, int number) {
        Header header = new Header(
                InteractionId.of("q" + number),
                ID,
                day,
                time,
                AsOf.recordedOn(day, ZoneOffset.UTC),
                channel,
                SourceId.UNKNOWN);
        return Inquiry.of(header, "terms", product, "answered");
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
