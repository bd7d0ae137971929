package io.lendcrm.core.extraction;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.client.Organisation;
import io.lendcrm.core.client.Relationship;
import io.lendcrm.core.client.Screening;
import io.lendcrm.core.feature.FeatureExtractor;
import io.lendcrm.core.feature.FeatureReader;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.Reading;
import io.lendcrm.core.feature.RunningFeatures;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.Header;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.InteractionId;
import io.lendcrm.core.money.ExchangeRates;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Purpose;
import io.lendcrm.core.privacy.UseGate;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.Versions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** A made-up client and the small words the tests tell its story with. */
public final class Story {

    public static final ClientId ID = ClientId.of("c-1");
    public static final Currency EUR = Currency.getInstance("EUR");
    public static final LocalDate TODAY = LocalDate.of(2024, 6, 30);
    public static final AsOf AS_OF = AsOf.endOf(TODAY, ZoneOffset.UTC);
    public static final LocalDate SINCE = LocalDate.of(2015, 1, 1);

    /** One dollar is half a euro; of other currencies nothing is known. */
    public static final ExchangeRates RATES = (from, to, asOf) ->
            from.getCurrencyCode().equals("USD") && to.getCurrencyCode().equals("EUR")
                    ? Optional.of(new BigDecimal("0.5"))
                    : Optional.empty();

    public static final StandardFeatures STANDARD = StandardFeatures.of(EUR, RATES);

    private Story() {}

    /** Recorded at the end of the day it happened. */
    public static Header on(LocalDate day, Channel channel, int number) {
        return recorded(day, AsOf.recordedOn(day, ZoneOffset.UTC), channel, number);
    }

    public static Header recorded(LocalDate day, Instant at, Channel channel, int number) {
        return Header.of(InteractionId.of("i" + number), ID, day, at, channel);
    }

    public static Money eur(String amount) {
        return Money.parse(amount, "EUR");
    }

    public static Client client() {
        return Organisation.builder()
                .id(ID)
                .relationship(new Relationship(SINCE, Screening.CLEAR, List.of()))
                .type(Organisation.Type.ENTERPRISE)
                .build();
    }

    public static Dossier dossier(List<? extends Interaction> events) {
        return Dossier.of(ID, Versions.of(client(), SINCE, Instant.EPOCH)).withInteractions(List.copyOf(events));
    }

    public static ClientHistory history(List<? extends Interaction> events) {
        return dossier(events).at(AS_OF).orElseThrow();
    }

    public static FeatureRow read(FeatureExtractor extractor, ClientHistory history) {
        return row(FeatureReader.of(extractor, Purpose.RESEARCH, UseGate.allowAll())
                .read(history));
    }

    public static FeatureRow read(FeatureExtractor batch, RunningFeatures state, AsOf asOf) {
        return row(FeatureReader.of(batch, Purpose.RESEARCH, UseGate.allowAll()).read(client(), state, asOf));
    }

    private static FeatureRow row(Reading reading) {
        return ((Reading.Read) reading).row();
    }
}
