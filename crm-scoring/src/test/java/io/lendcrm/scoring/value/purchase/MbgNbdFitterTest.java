package io.lendcrm.scoring.value.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.CalendarUnit;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MbgNbdFitterTest {

    @Test
    void findsTheOptimumOfThePublishedSummary() {
        assertOptimum(Books.cdnowSummary(), "MBG/NBD cdnow_summary");
    }

    @Test
    void findsTheOptimumOfTheSampleInExactWeeks() {
        assertOptimum(Books.cdnowSample(CalendarUnit.WEEK), "MBG/NBD CDNOW_sample weeks=days/7, end 1997-09-30");
    }

    @Test
    void findsTheOptimaOfTheWholeCohort() {
        assertOptimum(Books.cdnowMaster(), "MBG/NBD CDNOW_master weeks=days/7, end 1997-09-30");
        assertOptimum(
                Books.cdnowMaster(LocalDate.of(1998, 6, 30)), "MBG/NBD CDNOW_master weeks=days/7, end 1998-06-30");
    }

    @Test
    void theLogLikelihoodIsThatOfTheBookAsGiven() {
        PurchaseSummaries book = Books.cdnowSample(CalendarUnit.WEEK);
        MbgNbdModel model = MbgNbdFitter.defaults().fit(book);

        assertThat(model.logLikelihood(book, Run.sequential()))
                .isCloseTo(References.diagnostic(model, "logLikelihood"), within(1e-8));
    }

    @Test
    void aFitFromAModelNearByEndsAtTheSameTopInFewSteps() {
        PurchaseSummaries book = Books.cdnowSample(CalendarUnit.WEEK);
        MbgNbdModel model = MbgNbdFitter.defaults().fit(book);
        MbgNbdModel again = MbgNbdFitter.defaults().refit(book, model, Run.sequential());

        assertThat(References.diagnostic(again, "iterations")).isLessThanOrEqualTo(1);
        assertThat(again.r()).isCloseTo(model.r(), within(1e-9));
    }

    private static void assertOptimum(PurchaseSummaries book, String key) {
        References.assertOptimum(MbgNbdFitter.defaults().fit(book), book, key);
    }
}
