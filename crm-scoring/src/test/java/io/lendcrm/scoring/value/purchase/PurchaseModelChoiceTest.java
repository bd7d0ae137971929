package io.lendcrm.scoring.value.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PurchaseModelChoiceTest {

    private static final List<PurchaseFitter<? extends PurchaseModel>> ALL =
            List.of(NbdFitter.defaults(), BgNbdFitter.defaults(), MbgNbdFitter.defaults());

    @Test
    void choosesByBicAndSaysWhy() {
        PurchaseModelChoice choice =
                PurchaseModelChoice.of(Books.cdnowSample(CalendarUnit.WEEK), ALL, Run.sequential());

        assertThat(choice.best()).isInstanceOf(MbgNbdModel.class);
        assertThat(choice.candidates())
                .extracting(PurchaseModelChoice.Candidate::type)
                .containsExactly("mbg-nbd", "bg-nbd", "nbd");
        assertThat(choice.reasons())
                .contains("mbg-nbd is chosen before bg-nbd: its BIC is 19195.3 and not 19195.9 (log-likelihood -9582.14"
                        + " and -9582.43).")
                .anyMatch(text -> text.startsWith("That nobody leaves (nbd) against bg-nbd: likelihood ratio 362.46"));
    }

    @Test
    void findsTheModelABookWasDrawnFrom() {
        assertThat(PurchaseModelChoice.of(book(NbdModel.of(CalendarUnit.WEEK, 0.8, 10)), ALL, Run.sequential())
                        .best())
                .isInstanceOf(NbdModel.class);
        assertThat(PurchaseModelChoice.of(
                                book(MbgNbdModel.of(CalendarUnit.WEEK, 1.5, 5, 0.8, 1.2)), ALL, Run.sequential())
                        .best())
                .isInstanceOf(MbgNbdModel.class);
    }

    @Test
    void prefersTheLeastErrorInAHoldout() {
        PurchaseSummaries book = book(MbgNbdModel.of(CalendarUnit.WEEK, 1.5, 5, 0.8, 1.2));
        PurchaseModelChoice choice =
                PurchaseModelChoice.withHoldout(book, ALL, Horizon.weeks(20), new int[book.size()], Run.sequential());

        assertThat(choice.candidates())
                .isSortedAccordingTo((c, d) -> Double.compare(
                        c.errorInHoldout().orElseThrow(), d.errorInHoldout().orElseThrow()));
        assertThat(choice.reasons()).anyMatch(text -> text.contains("mean absolute error in the holdout"));
    }

    @Test
    void refusesABookThatNoModelCanRead() {
        PurchaseSummaries nobody =
                PurchaseSummaries.of(CalendarUnit.WEEK, new int[] {0, 0}, new double[] {0, 0}, new double[] {5, 6});

        assertThatThrownBy(() -> PurchaseModelChoice.of(nobody, ALL, Run.sequential()))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("none of 2 clients came back");
    }

    private static PurchaseSummaries book(PurchaseSimulator truth) {
        SplittableRandom random = new SplittableRandom(20);
        PurchaseSummary[] clients = IntStream.range(0, 3000)
                .mapToObj(i -> truth.simulate(30 + i % 10, random))
                .toArray(PurchaseSummary[]::new);
        return PurchaseSummaries.of(
                CalendarUnit.WEEK,
                Arrays.stream(clients).mapToInt(PurchaseSummary::frequency).toArray(),
                Arrays.stream(clients).mapToDouble(PurchaseSummary::recency).toArray(),
                Arrays.stream(clients).mapToDouble(PurchaseSummary::age).toArray());
    }
}
