package io.lendcrm.core.history;

import static io.lendcrm.core.history.Samples.asOf;
import static io.lendcrm.core.history.Samples.day;
import static io.lendcrm.core.history.Samples.id;
import static io.lendcrm.core.history.Samples.purchase;
import static io.lendcrm.core.history.Samples.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lendcrm.core.SourceId;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.Header;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.InteractionId;
import io.lendcrm.core.interaction.Transaction;
import io.lendcrm.core.interaction.Visit;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.Versions;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DossierTest {

    private static final Dossier ANN = Samples.dossier("ann");

    @Test
    void aYearEndStatementFiledInAprilIsUnknownInMarch() {
        Dossier dossier = Facts.STATEMENT.addedTo(ANN, 10, 100, 7);
        assertThat(dossier.at(asOf(99)).orElseThrow().statements()).isEmpty();
        assertThat(dossier.at(asOf(100)).orElseThrow().statements()).hasSize(1);
    }

    @Test
    void aRestatementReplacesTheStatementFromTheDayItIsRecorded() {
        Dossier dossier = Facts.STATEMENT.addedTo(Facts.STATEMENT.addedTo(ANN, 10, 20, 1), 10, 50, 2);
        assertThat(dossier.at(asOf(49)).orElseThrow().statements())
                .containsExactly(dossier.statements().get(0));
        assertThat(dossier.at(asOf(50)).orElseThrow().statements())
                .containsExactly(dossier.statements().get(1));
    }

    @Test
    void aContractKnownKeepsItsFutureDates() {
        Dossier dossier = ANN.withFacilities(List.of(Facts.facility("loan", 5, 6, 100)));
        assertThat(dossier.at(asOf(5)).orElseThrow().facilities()).isEmpty();
        assertThat(dossier.at(asOf(6)).orElseThrow().facilities())
                .singleElement()
                .satisfies(loan -> {
                    assertThat(loan.plan()).hasSize(2).allMatch(i -> i.dueOn().isAfter(day(300)));
                    assertThat(loan.maturity()).isAfter(day(700));
                });
    }

    @Test
    void changedTermsReplaceTheOldOnesFromTheDayTheyAreRecorded() {
        Dossier dossier =
                ANN.withFacilities(List.of(Facts.facility("loan", 5, 30, 200), Facts.facility("loan", 5, 6, 100)));
        assertThat(dossier.at(asOf(29)).orElseThrow().facilities())
                .extracting(f -> f.limit().toString())
                .containsExactly("EUR 100.00");
        assertThat(dossier.at(asOf(30)).orElseThrow().facilities())
                .extracting(f -> f.limit().toString())
                .containsExactly("EUR 200.00");
    }

    @Test
    void collateralHasItsLastValuation() {
        Dossier dossier = Facts.COLLATERAL.addedTo(Facts.COLLATERAL.addedTo(ANN, 20, 21, 300), 10, 40, 500);
        assertThat(dossier.at(asOf(50)).orElseThrow().collateral())
                .extracting(c -> c.value().toString())
                .as("an old valuation that came in late doesn't replace a newer one")
                .containsExactly("EUR 300.00");
    }

    @Test
    void aGuaranteeStandsInTheDossiersOfBothSides() {
        Dossier borrower = Facts.GUARANTEE.addedTo(ANN, 1, 1, 100);
        Dossier guarantor = Samples.dossier("parent").withGuarantees(borrower.guarantees());
        assertThat(guarantor.at(asOf(1)).orElseThrow().guarantees()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.dossier("stranger").withGuarantees(borrower.guarantees()))
                .withMessageContaining("guarantee must belong to");
    }

    @Test
    void interactionsStandInOrderOfDayTimeAndKey() {
        Interaction evening = visit("a", LocalTime.of(20, 0));
        Interaction morning = visit("z", LocalTime.of(8, 0));
        Interaction sometime = visit("m", null);
        Interaction before = purchase("ann", "y", 2, "1.00");
        Interaction alsoSometime = visit("n", null);
        Dossier dossier = ANN.withInteractions(List.of(evening, alsoSometime, morning, sometime, before));
        assertThat(dossier.at(asOf(9)).orElseThrow().interactions())
                .containsExactly(before, sometime, alsoSometime, morning, evening);
    }

    @Test
    void backDatedEntriesAreSeenFromTheDayTheyWereBooked() {
        Dossier dossier = ANN.withInteractions(List.of(
                purchase("ann", "1", 3, "1.00"), purchase("ann", "2", 4, 20, "2.00"), purchase("ann", "3", 5, "3.00")));
        assertThat(keys(dossier, asOf(10))).containsExactly("1", "3");
        assertThat(keys(dossier, asOf(20))).containsExactly("1", "2", "3");
        assertThat(keys(dossier, new AsOf(day(4), recorded(20)))).containsExactly("1", "2");
    }

    @Test
    void interactionsOfOneTypeAreAskedForByIt() {
        ClientHistory history = ANN.withInteractions(List.of(visit("v", null), purchase("ann", "p", 2, "1.00")))
                .at(asOf(9))
                .orElseThrow();
        assertThat(history.interactions(Transaction.class))
                .extracting(t -> t.id().value())
                .containsExactly("p");
        assertThat(history.interactions(Visit.class)).hasSize(1);
        assertThat(history.interactions(Interaction.class)).isEqualTo(history.interactions());
    }

    @Test
    void eventsBeforeTheClientExistedAreKeptAndSeen() {
        Dossier dossier = ANN.withInteractions(List.of(purchase("ann", "1", -400, "1.00")));
        assertThat(keys(dossier, asOf(0))).containsExactly("1");
        assertThat(dossier.at(asOf(-1))).as("the client isn't known yet").isEmpty();
    }

    @Test
    void eventsOfTheFutureAreKeptAndSeenOnceTheyHappen() {
        Dossier dossier = ANN.withInteractions(List.of(purchase("ann", "1", 400, 1, "1.00")));
        assertThat(keys(dossier, asOf(399))).isEmpty();
        assertThat(keys(dossier, asOf(400))).containsExactly("1");
    }

    @Test
    void aKeyThatComesTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ANN.withInteractions(List.of(purchase("ann", "1", 3, "1.00"), purchase("ann", "1", 5, "2.00"))))
                .withMessage("interactions must have different ids, found 1 twice");
    }

    @Test
    void whatBelongsToAnotherClientIsRefusedWithoutTellingItsKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ANN.withInteractions(List.of(purchase("bob-4711", "1", 3, "1.00"))))
                .withMessageStartingWith("interaction must belong to client#")
                .withMessageNotContaining("4711");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dossier.of(id("ann"), Versions.of(Samples.person("bob"), Samples.DAY_0, recorded(0))))
                .withMessageStartingWith("state must belong to");
    }

    @Test
    void listsAreCopiedAndCannotBeChanged() {
        List<Interaction> mine = new ArrayList<>(List.of(purchase("ann", "1", 3, "1.00")));
        Dossier dossier = ANN.withInteractions(mine);
        mine.clear();
        assertThat(dossier.interactions()).hasSize(1);
        assertThat(dossier.at(asOf(9)).orElseThrow().interactions()).isUnmodifiable();
        assertThat(dossier.at(asOf(9)).orElseThrow().interactions(Transaction.class))
                .isUnmodifiable();
    }

    @Test
    void aHistoryPrintsNoKey() {
        assertThat(Samples.dossier("canary-17").at(asOf(1)).orElseThrow().toString())
                .contains("2024-01-02")
                .doesNotContain("canary");
    }

    private static List<String> keys(Dossier dossier, AsOf asOf) {
        return dossier.at(asOf).orElseThrow().interactions().stream()
                .map(i -> i.id().value())
                .toList();
    }

    private static Interaction visit(String key, LocalTime time) {
        return Visit.of(
                new Header(InteractionId.of(key), id("ann"), day(3), time, recorded(3), Channel.WEB, SourceId.UNKNOWN),
                "home");
    }
}
