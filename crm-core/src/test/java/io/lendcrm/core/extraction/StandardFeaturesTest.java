package io.lendcrm.core.extraction;

import static io.lendcrm.core.extraction.Story.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.client.AlternativeData;
import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandardFeaturesTest {

    private static final FeatureSchema SCHEMA = STANDARD.all().schema();

    @Test
    void everyDimensionHasFeaturesOfItsOwn() {
        for (Dimension dimension : Dimension.values()) {
            assertThat(STANDARD.of(Set.of(dimension)).schema().features())
                    .isNotEmpty()
                    .allMatch(f -> f.dimension() == dimension);
        }
        assertThat(SCHEMA.size()).isGreaterThan(70);
    }

    @Test
    void everyFeatureTellsItsUnitItsMeaningAndTheFieldsItReads() {
        assertThat(SCHEMA.features()).allSatisfy(feature -> {
            assertThat(feature.description()).hasSizeGreaterThan(15);
            assertThat(feature.reads().names()).isNotEmpty();
            assertThat(feature.unit().isEmpty()).isEqualTo(feature.type() != FeatureType.NUMERIC);
        });
    }

    @Test
    void theFieldsAreThoseOfTheDomainAndTheirClassIsHandedOn() {
        Map<String, DataClass> fields = fieldsOfTheDomain();
        List<String> wrong = new ArrayList<>();
        List<Feature> all = new ArrayList<>(SCHEMA.features());
        all.addAll(STANDARD.personal().schema().features());
        all.addAll(STANDARD.loyalty().schema().features());
        for (Feature feature : all) {
            Set<DataClass> classes = new TreeSet<>();
            for (String field : feature.reads().names()) {
                if (!fields.containsKey(field)) {
                    wrong.add(feature.name() + " reads " + field + ", which isn't there");
                } else {
                    classes.add(fields.get(field));
                }
            }
            if (classes.contains(DataClass.SENSITIVE) != (feature.dataClass() == DataClass.SENSITIVE)) {
                wrong.add(feature.name() + " is " + feature.dataClass() + " and reads " + classes);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void noFeatureReadsAlternativeDataUnlessAskedFor() {
        assertThat(SCHEMA.features()).noneMatch(Feature::readsAlternativeData);
        assertThat(AlternativeData.FIELD_PREFIX).isEqualTo("alternative.");
    }

    private static Map<String, DataClass> fieldsOfTheDomain() {
        return Stream.of(
                        "client.Organisation",
                        "client.Individual",
                        "client.ProjectCompany",
                        "client.SoleTrade",
                        "client.Relationship",
                        "credit.Collateral",
                        "credit.CreditReport",
                        "credit.Facility",
                        "credit.Guarantee",
                        "interaction.BalanceReading",
                        "interaction.OtherInteraction",
                        "interaction.Complaint",
                        "interaction.Contact",
                        "interaction.CovenantTest",
                        "interaction.Disbursement",
                        "interaction.Feedback",
                        "interaction.GuaranteeCall",
                        "interaction.Header",
                        "interaction.Inquiry",
                        "interaction.LoanApplication",
                        "interaction.Repayment",
                        "interaction.Transaction",
                        "interaction.UseOfProceeds",
                        "statement.FinancialStatement")
                .map(name -> type("io.lendcrm.core." + name))
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .collect(Collectors.toMap(StandardFeaturesTest::name, classOf()));
    }

    private static Function<RecordComponent, DataClass> classOf() {
        return part -> part.getAnnotation(Classified.class).value();
    }

    private static String name(RecordComponent part) {
        String type = part.getDeclaringRecord().getSimpleName();
        return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1) + "." + part.getName();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
