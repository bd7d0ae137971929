package io.lendcrm.scoring.risk.exchange.pmml;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.scoring.ReasonBuffer;
import io.lendcrm.scoring.risk.exchange.RandomCards;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PmmlWriterProperties {

    @Property(tries = 300)
    void aCardReadBackScoresBitEquallyWithTheSameReasons(@ForAll long seed) {
        RandomCards random = new RandomCards(seed);
        Scorecard card = random.card();
        PmmlModel.Card read = (PmmlModel.Card) PmmlReader.read(PmmlWriter.write(card));
        assertThat(read.fields()).isEqualTo(card.schema().names());
        assertThat(read.schema()).isEqualTo(card.schema());
        ReasonBuffer ours = ReasonBuffer.of(5);
        ReasonBuffer theirs = ReasonBuffer.of(5);
        List<String> codes = PmmlWriter.reasonCodes(card);
        for (int i = 0; i < 40; i++) {
            double[] row = random.row(card);
            assertThat(read.model().score(row, theirs)).isEqualTo(Double.valueOf(card.score(row, ours)));
            List<AttributeReasons.Ranked> own = read.reasons().of(row, 5);
            assertThat(theirs.size()).isEqualTo(ours.size());
            assertThat(own).hasSize(ours.size());
            for (int rank = 0; rank < ours.size(); rank++) {
                assertThat(theirs.reason(rank)).isEqualTo(ours.reason(rank));
                assertThat(theirs.difference(rank)).isEqualTo(ours.difference(rank));
                assertThat(own.get(rank).difference()).isEqualTo(ours.difference(rank));
                assertThat(own.get(rank).code()).isEqualTo(distinct(codes).get(ours.reason(rank)));
            }
        }
    }

    private static List<String> distinct(List<String> codes) {
        return new ArrayList<>(new java.util.LinkedHashSet<>(codes));
    }

    @Property(tries = 100)
    void aCardThatWasReadIsWrittenAndReadToAnEqualOne(@ForAll long seed) {
        Scorecard once = ((PmmlModel.Card) PmmlReader.read(PmmlWriter.write(new RandomCards(seed).card()))).model();
        Scorecard twice = ((PmmlModel.Card) PmmlReader.read(PmmlWriter.write(once))).model();
        assertThat(twice).isEqualTo(once);
    }
}
