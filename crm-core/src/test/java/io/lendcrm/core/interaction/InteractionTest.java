package io.lendcrm.core.interaction;

import static io.lendcrm.core.interaction.Events.TEN;
import static io.lendcrm.core.interaction.Events.euros;
import static io.lendcrm.core.interaction.Events.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.lendcrm.core.money.Money;
import io.lendcrm.core.money.Rate;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class InteractionTest {

    private static final Header HEADER = on("2024-03-10", "1");
    private static final LocalDate DUE = LocalDate.parse("2024-03-01");
    private static final Money LESS_THAN_NOTHING = euros("-0.01");

    @Test
    void eachTypeTellsItsOwnKind() {
        List<Interaction> oneOfEach = List.of(
                Transaction.of(HEADER, Direction.IN, TEN),
                Repayment.of(HEADER, "loan", DUE, TEN, TEN),
                LoanApplication.of(HEADER, "app", ApplicationState.APPLIED, TEN, "term"),
                Disbursement.of(HEADER, "loan", TEN),
                UseOfProceeds.of(HEADER, "loan", TEN, "stock", "stock"),
                BalanceReading.of(HEADER, "account", TEN),
                CovenantTest.of(HEADER, "loan", "dscr", true),
                GuaranteeCall.of(HEADER, "loan", TEN),
                Inquiry.of(HEADER, "rates"),
                Complaint.of(HEADER, "c", ComplaintState.OPENED, "fees"),
                Feedback.of(HEADER, "nps", "recommend", 9, 0, 10),
                Note.of(HEADER, "text-1", "manager-7"),
                Contact.of(HEADER, "spring", ContactResponse.SHOWN),
                Visit.of(HEADER, "registration"),
                OtherInteraction.of(HEADER, "gift", Map.of("value", "small")));
        assertThat(oneOfEach).extracting(Interaction::kind).containsExactly(Interaction.Kind.values());
        assertThat(oneOfEach).allSatisfy(i -> {
            assertThat(i.header()).isEqualTo(HEADER);
            assertThat(i.id()).isEqualTo(HEADER.id());
            assertThat(i.client()).isEqualTo(HEADER.client());
            assertThat(i.occurredOn()).isEqualTo(HEADER.occurredOn());
            assertThat(i.recordedAt()).isEqualTo(HEADER.recordedAt());
            assertThat(i.channel()).isEqualTo(Channel.BRANCH);
            assertThat(i.toString())
                    .doesNotContain("canary")
                    .doesNotContain("manager-7")
                    .doesNotContain("small");
        });
    }

    @Test
    void negativeAmountsAreRefused() {
        refused("amount", () -> Transaction.of(HEADER, Direction.OUT, LESS_THAN_NOTHING));
        refused("due", () -> Repayment.of(HEADER, "loan", DUE, LESS_THAN_NOTHING, TEN));
        refused("paid", () -> Repayment.of(HEADER, "loan", DUE, TEN, LESS_THAN_NOTHING));
        refused("amount", () -> LoanApplication.of(HEADER, "a", ApplicationState.APPLIED, LESS_THAN_NOTHING, "p"));
        refused("amount", () -> Disbursement.of(HEADER, "loan", LESS_THAN_NOTHING));
        refused("amount", () -> UseOfProceeds.of(HEADER, "loan", LESS_THAN_NOTHING, "a", "b"));
        refused("amount", () -> GuaranteeCall.of(HEADER, "loan", LESS_THAN_NOTHING));
        refused("limit", () -> BalanceReading.of(HEADER, "account", TEN, LESS_THAN_NOTHING));
    }

    @Test
    void aBalanceMayBeNegative() {
        assertThat(BalanceReading.of(HEADER, "account", LESS_THAN_NOTHING).utilisation())
                .isEmpty();
    }

    @Test
    void blankKeysAreRefused() {
        refused("facility", () -> Disbursement.of(HEADER, " ", TEN));
        refused("application", () -> LoanApplication.of(HEADER, "", ApplicationState.APPLIED, TEN, "p"));
        refused("complaint", () -> Complaint.of(HEADER, " ", ComplaintState.OPENED, "fees"));
        refused("campaign", () -> Contact.of(HEADER, " ", ContactResponse.SHOWN));
        refused("type", () -> OtherInteraction.of(HEADER, " ", Map.of()));
    }

    @Test
    void nullsAreRefusedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> Transaction.of(null, Direction.IN, TEN))
                .withMessage("header");
        assertThatNullPointerException()
                .isThrownBy(() -> Transaction.of(HEADER, Direction.IN, null))
                .withMessage("amount");
        assertThatNullPointerException()
                .isThrownBy(() -> Inquiry.of(HEADER, "rates", null, "sent"))
                .withMessage("product");
    }

    @Test
    void twoCurrenciesInOneEventAreRefused() {
        Money crowns = Money.parse("10.00", "CZK");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Repayment.of(HEADER, "loan", DUE, TEN, crowns))
                .withMessageContaining("currency must be EUR, found CZK");
        assertThatIllegalArgumentException().isThrownBy(() -> BalanceReading.of(HEADER, "loan", TEN, crowns));
    }

    @Test
    void aRatingLiesOnItsScale() {
        assertThat(Feedback.of(HEADER, "csi", "speed", 4, 1, 5).share()).isEqualTo(0.75);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Feedback.of(HEADER, "csi", "speed", 6, 1, 5))
                .withMessage("rating must be within [1, 5], found 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Feedback.of(HEADER, "csi", "speed", 1, 1, 1))
                .withMessage("highest must be above lowest=1, found 1");
    }

    @Test
    void aRepaymentTellsHowItWasPaid() {
        Repayment late = Repayment.of(HEADER, "loan", DUE, TEN, TEN);
        assertThat(late.daysPastDue()).isEqualTo(9);
        assertThat(late.isCure()).isTrue();
        assertThat(late.isPartial()).isFalse();

        Repayment partial = Repayment.of(HEADER, "loan", DUE, TEN, euros("4.00"));
        assertThat(partial.isPartial()).isTrue();
        assertThat(partial.isCure()).isFalse();
        assertThat(partial.shortfall()).isEqualTo(euros("6.00"));

        Repayment early = Repayment.of(HEADER, "loan", DUE.plusMonths(1), TEN, euros("12.00"));
        assertThat(early.daysPastDue()).isZero();
        assertThat(early.isPrepayment()).isTrue();
        assertThat(early.isCure()).isFalse();
        assertThat(early.shortfall()).isEqualTo(euros("0.00"));
    }

    @Test
    void moneySpentElsewhereThanDeclaredIsAMismatch() {
        assertThat(UseOfProceeds.of(HEADER, "loan", TEN, "Working capital", "working capital ")
                        .isMismatch())
                .isFalse();
        assertThat(UseOfProceeds.of(HEADER, "loan", TEN, "working capital", "property")
                        .isMismatch())
                .isTrue();
    }

    @Test
    void utilisationIsBalanceOverLimit() {
        assertThat(BalanceReading.of(HEADER, "line", TEN, euros("40.00")).utilisation())
                .hasValue(0.25);
        assertThat(BalanceReading.of(HEADER, "line", TEN, euros("8.00")).utilisation())
                .hasValue(1.25);
        assertThat(BalanceReading.of(HEADER, "line", TEN, euros("0.00")).utilisation())
                .isEmpty();
    }

    @Test
    void anAmountHasItsSignByDirection() {
        assertThat(Transaction.of(HEADER, Direction.IN, TEN).signedAmount()).isEqualTo(TEN);
        assertThat(Transaction.of(HEADER, Direction.OUT, TEN).signedAmount()).isEqualTo(euros("-10.00"));
    }

    @Test
    void channelsAreReadWithoutRegardToCase() {
        assertThat(Channel.parse(" App ")).isEqualTo(Channel.APP);
        assertThat(Channel.parse("kiosk")).isEqualTo(new Channel("kiosk"));
        assertThatIllegalArgumentException().isThrownBy(() -> Channel.parse(" "));
    }

    @Test
    void attributesAreCopied() {
        Map<String, String> mine = new HashMap<>(Map.of("a", "1"));
        OtherInteraction other = OtherInteraction.of(HEADER, "gift", mine);
        mine.put("b", "2");
        assertThat(other.attributes()).containsOnlyKeys("a");
    }

    @Test
    void aCompetitorsOfferCanBeAdded() {
        CompetitorQuote quote = CompetitorQuote.of("Other Bank", Rate.percent("4.10"));
        LoanApplication step = LoanApplication.of(HEADER, "a", ApplicationState.APPLIED, TEN, "term");
        assertThat(step.competitorQuote()).isNull();
        assertThat(step.withCompetitorQuote(quote).competitorQuote()).isEqualTo(quote);
    }

    private static void refused(String name, ThrowingCallable making) {
        assertThatIllegalArgumentException().isThrownBy(making).withMessageStartingWith(name + " must not be");
    }
}
