package io.lendcrm.core.extraction;

import static io.lendcrm.core.extraction.Story.TODAY;
import static io.lendcrm.core.extraction.Story.eur;
import static io.lendcrm.core.extraction.Story.history;
import static io.lendcrm.core.extraction.Story.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.Complaint;
import io.lendcrm.core.interaction.ComplaintState;
import io.lendcrm.core.interaction.Contact;
import io.lendcrm.core.interaction.ContactResponse;
import io.lendcrm.core.interaction.Direction;
import io.lendcrm.core.interaction.Disbursement;
import io.lendcrm.core.interaction.Feedback;
import io.lendcrm.core.interaction.Inquiry;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.interaction.Transaction;
import io.lendcrm.core.interaction.Visit;
import io.lendcrm.core.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BehaviourTest {

    private static final double NEAR = 1e-12;

    @Test
    void recencyFrequencyAndMonetaryCountWhatMovedInTwelveMonths() {
        FeatureRow row = read(
                movement(TODAY.minusMonths(12), "1000", 1), // the day before the window
                movement(TODAY.minusMonths(12).plusDays(1), "200", 2),
                new Disbursement(on(TODAY.minusDays(40), Channel.SYSTEM, 3), "f", eur("5000"), null),
                Repayment.of(on(TODAY.minusDays(10), Channel.SYSTEM, 4), "f", TODAY, eur("50"), eur("0")),
                Repayment.of(on(TODAY.minusDays(20), Channel.SYSTEM, 5), "f", TODAY, eur("50"), eur("30")));

        assertThat(row.value("recency_days")).isEqualTo(20);
        assertThat(row.value("frequency_12m")).isEqualTo(3);
        assertThat(row.value("monetary_12m")).isEqualTo(5230);
    }

    @Test
    void aClientWhoNeverDidAnythingHasCountsOfZeroAndNoRatios() {
        FeatureRow row = read();

        assertThat(List.of("frequency_12m", "monetary_12m", "complaints_12m", "satisfaction_count_12m"))
                .allSatisfy(name -> assertThat(row.value(name)).isZero());
        assertThat(List.of(
                        "recency_days",
                        "inactivity_days",
                        "trend_12m",
                        "volatility_12m",
                        "digital_share_12m",
                        "satisfaction_mean_12m",
                        "contact_response_rate_12m"))
                .allSatisfy(name -> assertThat(row.value(name)).isNaN());
    }

    /** Totals of the last four months 100, 200, 300, 400: slope 100 over mean 250; SD = sqrt(50000 / 3). */
    @Test
    void trendAndVolatilityAreThoseOfTheMonthlyAmounts() {
        FeatureRow row = read(
                movement(TODAY.minusMonths(3), "100", 1),
                movement(TODAY.minusMonths(2), "200", 2),
                movement(TODAY.minusMonths(1), "150", 3),
                movement(TODAY.minusMonths(1).minusDays(3), "150", 4),
                movement(TODAY, "400", 5));

        assertThat(row.value("trend_12m")).isEqualTo(0.4, within(NEAR));
        assertThat(row.value("volatility_12m")).isEqualTo(Math.sqrt(50000.0 / 3) / 250, within(NEAR));
    }

    @Test
    void twoMonthsAreTooFewForATrend() {
        FeatureRow row = read(movement(TODAY.minusMonths(1), "100", 1), movement(TODAY, "200", 2));

        assertThat(row.value("trend_12m")).isNaN();
        assertThat(row.value("volatility_12m")).isNaN();
    }

    @Test
    void otherCurrenciesAreConverted() {
        FeatureRow row = read(movement(TODAY, "100", 1), movement(TODAY, Money.parse("30.10", "USD"), 2));

        assertThat(row.value("monetary_12m")).isEqualTo(115.05);
        assertThat(row.value("unconverted_12m")).isZero();
    }

    @Test
    void withoutARateTheAmountIsMissingAndTheMovementsAreCounted() {
        FeatureRow row = read(movement(TODAY, "100", 1), movement(TODAY, Money.parse("30", "CZK"), 2));

        assertThat(row.value("monetary_12m")).isNaN();
        assertThat(row.value("trend_12m")).isNaN();
        assertThat(row.value("frequency_12m")).isEqualTo(2);
        assertThat(row.value("unconverted_12m")).isEqualTo(1);
    }

    @Test
    void sharesOfChannelsLeaveOutWhatASystemBooked() {
        FeatureRow row = read(
                new Visit(on(TODAY, Channel.APP, 1), "home"),
                new Visit(on(TODAY, Channel.WEB, 2), "home"),
                Inquiry.of(on(TODAY, Channel.BRANCH, 3), "rates"),
                Inquiry.of(on(TODAY, new Channel("kiosk"), 4), "rates"),
                movement(TODAY, "1", 5));

        assertThat(row.value("interactions_12m")).isEqualTo(4);
        assertThat(row.value("channel_branch_share_12m")).isEqualTo(0.25);
        assertThat(row.value("channel_other_share_12m")).isEqualTo(0.25);
        assertThat(row.value("digital_share_12m")).isEqualTo(0.5);
    }

    @Test
    void complaintsCountWhenOpenedAndTheirDaysWhenSettled() {
        LocalDate early = TODAY.minusMonths(13);
        FeatureRow row = read(
                complaint("old", ComplaintState.OPENED, early, 1),
                complaint("old", ComplaintState.RESOLVED, TODAY.minusMonths(11), 2),
                complaint("new", ComplaintState.OPENED, TODAY.minusDays(30), 3),
                complaint("new", ComplaintState.REJECTED, TODAY.minusDays(20), 4),
                complaint("again", ComplaintState.OPENED, TODAY.minusDays(9), 5),
                complaint("again", ComplaintState.RESOLVED, TODAY.minusDays(8), 6),
                complaint("again", ComplaintState.IN_PROGRESS, TODAY.minusDays(7), 7));

        assertThat(row.value("complaints_12m")).isEqualTo(2);
        double old = TODAY.minusMonths(11).toEpochDay() - early.toEpochDay();
        assertThat(row.value("complaint_days_to_settle_12m")).isEqualTo((old + 10) / 2);
    }

    @Test
    void satisfactionIsComparedOnOneScale() {
        FeatureRow row = read(
                Feedback.of(on(TODAY, Channel.WEB, 1), "csi", "service", 5, 1, 5),
                Feedback.of(on(TODAY, Channel.WEB, 2), "nps", "recommend", 3, 0, 10));

        assertThat(row.value("satisfaction_mean_12m")).isEqualTo((1 + 0.3) / 2, within(NEAR));
        assertThat(row.value("satisfaction_count_12m")).isEqualTo(2);
    }

    @Test
    void aCampaignIsAnsweredIfAnyOfItsContactsIs() {
        FeatureRow row = read(
                contact("spring", ContactResponse.SHOWN, 1),
                contact("spring", ContactResponse.ACCEPTED, 2),
                contact("summer", ContactResponse.SHOWN, 3),
                contact("summer", ContactResponse.EXPIRED, 4));

        assertThat(row.value("campaigns_12m")).isEqualTo(2);
        assertThat(row.value("contact_response_rate_12m")).isEqualTo(0.5);
    }

    private static FeatureRow read(Interaction... events) {
        return Story.read(Story.STANDARD.of(Set.of(Dimension.BEHAVIOUR)), history(new ArrayList<>(List.of(events))));
    }

    private static Interaction movement(LocalDate day, String amount, int number) {
        return movement(day, eur(amount), number);
    }

    private static Interaction movement(LocalDate day, Money amount, int number) {
        return new Transaction(on(day, Channel.SYSTEM, number), Direction.OUT, amount, null, null);
    }

    private static Interaction complaint(String key, ComplaintState state, LocalDate day, int number) {
        return Complaint.of(on(day, Channel.PHONE, number), key, state, "fees");
    }

    private static Interaction contact(String campaign, ContactResponse response, int number) {
        return Contact.of(on(TODAY, Channel.EMAIL, number), campaign, response);
    }
}
