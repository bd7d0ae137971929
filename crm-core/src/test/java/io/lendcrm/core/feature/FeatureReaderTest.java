package io.lendcrm.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.client.Organisation;
import io.lendcrm.core.client.Relationship;
import io.lendcrm.core.client.Screening;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.privacy.FieldSet;
import io.lendcrm.core.privacy.Permission;
import io.lendcrm.core.privacy.Purpose;
import io.lendcrm.core.privacy.UseGate;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.Versions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureReaderTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 31);
    private static final AsOf AS_OF = AsOf.endOf(DAY, ZoneOffset.UTC);
    private static final FeatureExtractor ORDINARY = constant("employees", "organisation.employees", 7);
    private static final FeatureExtractor ALTERNATIVE = constant("phone_top_ups", "alternative.phone", 3);
    private static final FeatureExtractor BOTH = FeatureExtractor.all(List.of(ORDINARY, ALTERNATIVE));

    @Test
    void readsWhatTheGateGrants() {
        Reading reading = FeatureReader.of(ORDINARY, Purpose.VALUATION, UseGate.allowAll())
                .read(history(Screening.CLEAR));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(read.row().value("employees")).isEqualTo(7));
    }

    @Test
    void aDenialIsARefusalAndNothingIsExtracted() {
        FeatureExtractor forbidden = failing("employees", "organisation.employees");
        UseGate closed = (client, purpose, fields, asOf) -> Permission.denied("consent-withdrawn", fields);

        Reading reading = FeatureReader.of(forbidden, Purpose.MARKETING, closed).read(history(Screening.CLEAR));

        assertThat(reading).isInstanceOfSatisfying(Reading.Refused.class, refused -> {
            assertThat(refused.denial().code()).isEqualTo("consent-withdrawn");
            assertThat(refused.denial().fields().names()).containsExactly("organisation.employees");
        });
    }

    @Test
    void aHitInTheScreeningStopsEveryUseButScreening() {
        ClientHistory hit = history(Screening.HIT);

        assertThat(FeatureReader.of(ORDINARY, Purpose.CREDIT_RISK, UseGate.allowAll())
                        .read(hit))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.denial().code()).isEqualTo("aml-stop"));
        assertThat(FeatureReader.of(ORDINARY, Purpose.AML_SCREENING, UseGate.allowAll())
                        .read(hit))
                .isInstanceOf(Reading.Read.class);
    }

    @Test
    void withoutItsOwnGrantAlternativeDataIsNeitherReadNorAColumn() {
        UseGate noAlternative = (client, purpose, fields, asOf) -> purpose.equals(Purpose.ALTERNATIVE_DATA)
                ? Permission.denied("no-consent", fields)
                : Permission.granted();
        FeatureExtractor extractor =
                FeatureExtractor.all(List.of(ORDINARY, failing("phone_top_ups", "alternative.phone")));

        Reading reading =
                FeatureReader.of(extractor, Purpose.CREDIT_RISK, noAlternative).read(history(Screening.CLEAR));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(read.row().schema().names()).containsExactly("employees"));
    }

    @Test
    void alternativeDataIsReadWhereTheGateGrantsItForItselfAndForThePurpose() {
        List<Purpose> asked = new ArrayList<>();
        UseGate recording = (client, purpose, fields, asOf) -> {
            if (fields.equals(FieldSet.of("alternative.phone"))) {
                asked.add(purpose);
            }
            return Permission.granted();
        };

        Reading reading = FeatureReader.of(BOTH, Purpose.CREDIT_RISK, recording).read(history(Screening.CLEAR));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(read.row().value("phone_top_ups")).isEqualTo(3));
        assertThat(asked).containsExactly(Purpose.ALTERNATIVE_DATA, Purpose.CREDIT_RISK);
    }

    @Test
    void aTableHasTheColumnsOfAllClientsAndTellsTheRefusals() {
        List<Reading.Refused> refused = new ArrayList<>();

        FeatureTable table = FeatureReader.of(BOTH, Purpose.CREDIT_RISK, UseGate.allowAll())
                .readAll(List.of(history(Screening.CLEAR), history(Screening.HIT)), refused::add);

        assertThat(table.schema().names()).containsExactly("employees");
        assertThat(table.rows()).isEqualTo(1);
        assertThat(refused).hasSize(1);
    }

    @Test
    void anExtractorDoesNotMixAlternativeDataWithOther() {
        FeatureExtractor mixed = new Constant(
                FeatureSchema.of(feature("a", "organisation.employees"), feature("b", "alternative.phone")), 1);

        assertThatThrownBy(() -> FeatureReader.of(mixed, Purpose.CREDIT_RISK, UseGate.allowAll()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 1 of 2");
    }

    private static ClientHistory history(Screening screening) {
        ClientId id = ClientId.of("c-" + screening);
        Client client = Organisation.builder()
                .id(id)
                .relationship(new Relationship(DAY.minusYears(1), screening, List.of()))
                .type(Organisation.Type.ENTERPRISE)
                .employees(7)
                .build();
        return Dossier.of(id, Versions.of(client, DAY.minusYears(1), Instant.EPOCH))
                .at(AS_OF)
                .orElseThrow();
    }

    private static FeatureExtractor constant(String name, String field, double value) {
        return new Constant(FeatureSchema.of(feature(name, field)), value);
    }

    private static FeatureExtractor failing(String name, String field) {
        return new FeatureExtractor() {
            @Override
            public FeatureSchema schema() {
                return FeatureSchema.of(feature(name, field));
            }

            @Override
            public void extract(ClientHistory history, FeatureSink out) {
                throw new AssertionError("must not be read");
            }
        };
    }

    private static Feature feature(String name, String field) {
        return new Feature(
                name,
                FeatureType.NUMERIC,
                "",
                List.of(),
                Dimension.BEHAVIOUR,
                DataClass.ORDINARY,
                FieldSet.of(field),
                name);
    }

    private record Constant(FeatureSchema schema, double value) implements FeatureExtractor {
        @Override
        public void extract(ClientHistory history, FeatureSink out) {
            for (int i = 0; i < schema.size(); i++) {
                out.put(i, value);
            }
        }
    }
}
