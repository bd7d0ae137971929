package io.lendcrm.scoring.risk.exchange.pmml;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.scoring.ReasonBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scores and ranked reasons as JPMML-Evaluator 1.7.7 gives them, credit/models/german-scorecard-expected.tsv, all rows. */
class GermanPmmlTest {

    @Test
    void scoresAndReasonsAreThoseOfAnIndependentEngine() {
        requireSame((PmmlModel.Card) PmmlReader.read(GermanRows.card()), List.of());
    }

    @Test
    void theCardWrittenAndReadAgainGivesThemToo() {
        PmmlModel.Card first = (PmmlModel.Card) PmmlReader.read(GermanRows.card());
        requireSame((PmmlModel.Card) PmmlReader.read(PmmlWriter.write(first.model())), first.fields());
    }

    private static void requireSame(PmmlModel.Card read, List<String> fields) {
        List<List<String>> applicants = GermanRows.applicants(fields.isEmpty() ? read.fields() : fields);
        List<GermanRows.Expected> expected = GermanRows.expected();
        assertThat(expected).hasSize(510);
        ReasonBuffer buffer = ReasonBuffer.of(4);
        for (GermanRows.Expected row : expected) {
            double[] values = read.row(applicants.get(row.applicant() - 1));
            assertThat(read.predicted().score(values)).isEqualTo(row.score());
            assertThat(read.reasons().of(values, 4))
                    .extracting(reason -> reason.code().toLowerCase(java.util.Locale.ROOT))
                    .as("applicant %d", row.applicant())
                    .isEqualTo(row.reasons().stream()
                            .map(code -> code.toLowerCase(java.util.Locale.ROOT))
                            .toList());
            read.model().score(values, buffer);
            List<String> names = new ArrayList<>();
            for (int rank = 0; rank < buffer.size(); rank++) {
                names.add(read.model().reasonNames().get(buffer.reason(rank)));
            }
            assertThat(names)
                    .isEqualTo(row.reasons().stream()
                            .map(code -> code.toLowerCase(java.util.Locale.ROOT))
                            .toList());
        }
    }
}
