package io.lendcrm.core.extraction;

import static io.lendcrm.core.extraction.Story.AS_OF;
import static io.lendcrm.core.extraction.Story.ID;
import static io.lendcrm.core.extraction.Story.SINCE;
import static io.lendcrm.core.extraction.Story.STANDARD;
import static io.lendcrm.core.extraction.Story.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.SourceId;
import io.lendcrm.core.client.AlternativeData;
import io.lendcrm.core.client.AlternativeValue;
import io.lendcrm.core.client.Individual;
import io.lendcrm.core.client.Relationship;
import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureExtractor;
import io.lendcrm.core.feature.FeatureReader;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.core.feature.Reading;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.privacy.FieldSet;
import io.lendcrm.core.privacy.Permission;
import io.lendcrm.core.privacy.Purpose;
import io.lendcrm.core.privacy.UseGate;
import io.lendcrm.core.time.Versions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AlternativeFeaturesProperties {

    private static final FeatureExtractor STANDARD_SET =
            STANDARD.of(Set.of(Dimension.BEHAVIOUR, Dimension.CREDIT_HISTORY));
    private static final Feature CALLS = feature("phone_calls", "phone-calls");
    private static final Feature ORDERS = feature("shop_orders", "shop-orders");

    @Property(tries = 100)
    void withoutConsentTheRowIsThatOfTheStandardSetAlone(
            @ForAll("lives") List<Interaction> life, @ForAll boolean consent) {
        UseGate gate = (client, purpose, fields, asOf) -> purpose.equals(Purpose.ALTERNATIVE_DATA) && !consent
                ? Permission.denied("no-consent", fields)
                : Permission.granted();

        FeatureRow row = read(life, gate);

        FeatureRow standard = ((Reading.Read) FeatureReader.of(STANDARD_SET, Purpose.CREDIT_RISK, gate)
                        .read(person(life).at(AS_OF).orElseThrow()))
                .row();
        assertThat(STANDARD_SET.schema().bind(row)).isEqualTo(standard);
        assertThat(row.schema().find("phone_calls").isPresent()).isEqualTo(consent);
        assertThat(row.schema().size()).isEqualTo(standard.schema().size() + (consent ? 2 : 0));
    }

    @Example
    void whatWasObservedLaterIsMissing() {
        FeatureRow row = read(List.of(), UseGate.allowAll());

        assertThat(row.value("phone_calls")).isEqualTo(12.5);
        assertThat(row.value("shop_orders")).isNaN();
    }

    @Example
    void aFeatureOfOtherFieldsIsRefused() {
        Feature wrong = Feature.numeric("x", "calls");

        assertThatThrownBy(() -> AlternativeFeatures.of(List.of(wrong), Purpose.CREDIT_RISK, UseGate.allowAll()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x must read one field alternative.NAME");
    }

    @Provide
    Arbitrary<List<Interaction>> lives() {
        return Events.between(TODAY.minusMonths(3), TODAY);
    }

    private static FeatureRow read(List<Interaction> life, UseGate gate) {
        FeatureExtractor both = FeatureExtractor.all(
                List.of(STANDARD_SET, AlternativeFeatures.of(List.of(CALLS, ORDERS), Purpose.CREDIT_RISK, gate)));
        return ((Reading.Read) FeatureReader.of(both, Purpose.CREDIT_RISK, gate)
                        .read(person(life).at(AS_OF).orElseThrow()))
                .row();
    }

    private static Dossier person(List<Interaction> life) {
        SourceId source = SourceId.of("operator");
        Individual person = Individual.builder()
                .id(ID)
                .relationship(Relationship.since(SINCE))
                .alternative(AlternativeData.of(Map.of(
                        "phone-calls", new AlternativeValue.Quantity(12.5, source, TODAY),
                        "shop-orders", new AlternativeValue.Quantity(3, source, TODAY.plusDays(1)))))
                .build();
        return Dossier.of(ID, Versions.of(person, SINCE, Instant.EPOCH)).withInteractions(life);
    }

    private static Feature feature(String name, String field) {
        return new Feature(
                name,
                FeatureType.NUMERIC,
                "count",
                List.of(),
                Dimension.BEHAVIOUR,
                DataClass.SENSITIVE,
                FieldSet.of("alternative." + field),
                "Made up for this test");
    }
}
