package io.lendcrm.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.SourceId;
import io.lendcrm.core.client.AlternativeData;
import io.lendcrm.core.client.AlternativeValue;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.client.Individual;
import io.lendcrm.core.client.Relationship;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.statement.FinancialStatement;
import io.lendcrm.core.time.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DomainDocumentsProperties {

    @Property
    void clientsComeBackAsTheyWent(@ForAll("clients") Version<Client> state) {
        assertThat(ClientDocuments.read(throughText(ClientDocuments.write(state))))
                .isEqualTo(state);
    }

    @Property(tries = 3000)
    void interactionsComeBackAsTheyWent(@ForAll("interactions") Interaction interaction) {
        assertThat(InteractionDocuments.read(throughText(InteractionDocuments.write(interaction))))
                .isEqualTo(interaction);
    }

    @Property
    void contractsComeBackAsTheyWent(@ForAll("facilities") Facility facility) {
        assertThat(FacilityDocuments.read(throughText(FacilityDocuments.write(facility))))
                .isEqualTo(facility);
    }

    @Property
    void statementsComeBackAsTheyWent(@ForAll("statements") FinancialStatement statement) {
        assertThat(StatementDocuments.read(throughText(StatementDocuments.write(statement))))
                .isEqualTo(statement);
    }

    /** Whatever is changed in a document, reading gives a value or names the place; nothing else is thrown. */
    @Property(tries = 3000)
    void changedDocumentsAreReadOrRefused(
            @ForAll("interactions") Interaction interaction,
            @ForAll("clients") Version<Client> client,
            @ForAll("facilities") Facility facility,
            @ForAll("statements") FinancialStatement statement,
            @ForAll long seed) {
        Random random = new Random(seed);
        assertReadOrRefused(() -> InteractionDocuments.read(changed(InteractionDocuments.write(interaction), random)));
        assertReadOrRefused(() -> ClientDocuments.read(changed(ClientDocuments.write(client), random)));
        assertReadOrRefused(() -> FacilityDocuments.read(changed(FacilityDocuments.write(facility), random)));
        assertReadOrRefused(() -> StatementDocuments.read(changed(StatementDocuments.write(statement), random)));
    }

    @Example
    void faultsNameThePlaceAndNotTheValue() {
        Document.Tree document = DocumentJson.readTree("{\"kind\":\"transaction\",\"id\":\"1\",\"client\":\"c\","
                + "\"occurredOn\":\"secret\",\"recordedAt\":\"2024-01-01T00:00:00Z\",\"channel\":\"app\"}");

        assertThatThrownBy(() -> InteractionDocuments.read(document))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage("at $.occurredOn: must be a day such as 2024-02-29")
                .hasNoCause();
    }

    @Example
    void anAmountWithAnExponentIsRefusedBeforeItGrows() {
        Document.Tree document = DocumentJson.readTree("{\"kind\":\"guarantee-call\",\"id\":\"1\",\"client\":\"c\","
                + "\"occurredOn\":\"2024-01-01\",\"recordedAt\":\"2024-01-01T00:00:00Z\",\"channel\":\"app\","
                + "\"facility\":\"f\",\"amount\":{\"amount\":\"1e999999999\",\"currency\":\"EUR\"}}");

        assertThatThrownBy(() -> InteractionDocuments.read(document))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("$.amount.amount");
    }

    @Example
    void alternativeDataIsRefusedRatherThanLost() {
        AlternativeValue value = new AlternativeValue.Answer(true, SourceId.of("phone"), LocalDate.of(2024, 1, 1));
        Client client = Individual.builder()
                .id(ClientId.of("secret"))
                .relationship(Relationship.since(LocalDate.of(2024, 1, 1)))
                .alternative(AlternativeData.of(Map.of("phone.prepaid", value)))
                .build();

        assertThatThrownBy(() -> ClientDocuments.write(
                        new Version<>(client, LocalDate.of(2024, 1, 1), Instant.parse("2024-01-01T00:00:00Z"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Provide
    Arbitrary<Version<Client>> clients() {
        return DomainArbitraries.clients();
    }

    @Provide
    Arbitrary<Interaction> interactions() {
        return DomainArbitraries.interactions();
    }

    @Provide
    Arbitrary<Facility> facilities() {
        return DomainArbitraries.facilities();
    }

    @Provide
    Arbitrary<FinancialStatement> statements() {
        return DomainArbitraries.statements();
    }

    private static void assertReadOrRefused(Runnable reading) {
        Throwable thrown = catchThrowable(reading::run);
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(ModelFormatException.class).hasMessageStartingWith("at $");
        }
    }

    private static Document.Tree throughText(Document.Tree document) {
        return DocumentJson.readTree(DocumentJson.toLine(document));
    }

    /** Drops, adds, or swaps a member somewhere. */
    private static Document.Tree changed(Document.Tree tree, Random random) {
        Map<String, Document> members = new LinkedHashMap<>(tree.members());
        List<String> names = new ArrayList<>(members.keySet());
        if (names.isEmpty()) {
            return tree;
        }
        String name = names.get(random.nextInt(names.size()));
        Document member = members.get(name);
        if (member instanceof Document.Tree inner && random.nextBoolean()) {
            members.put(name, changed(inner, random));
        } else {
            switch (random.nextInt(3)) {
                case 0 -> members.remove(name);
                case 1 -> members.put("unheard-of", new Document.Flag(true));
                default -> members.put(name, odd(random));
            }
        }
        return new Document.Tree(members);
    }

    private static Document odd(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new Document.Text("");
            case 1 -> new Document.Text("-1");
            case 2 -> new Document.Text("9".repeat(59));
            case 3 -> new Document.Text("1999-02-30");
            case 4 -> new Document.Whole(Long.MIN_VALUE);
            case 5 -> new Document.Decimal(1e300);
            case 6 -> new Document.Items(List.of(new Document.Text("x"), new Document.Whole(1)));
            default -> new Document.Tree(Map.of("amount", new Document.Text("1.005")));
        };
    }
}
