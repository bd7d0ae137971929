package io.lendcrm.scoring.risk.scorecard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.lendcrm.scoring.risk.binning.BinningFitter;
import io.lendcrm.scoring.risk.binning.CreditData;
import io.lendcrm.scoring.risk.binning.LabelledTable;
import io.lendcrm.scoring.risk.binning.TreeBinning;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** R's card of the German data, as printed and as fitted here. */
final class GermanCard {

    private GermanCard() {}

    static List<String[]> lines(String file, String first) {
        try (InputStream in = requireNonNull(GermanCard.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .filter(cells -> cells[0].equals(first))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double number(String first) {
        return Double.parseDouble(lines("german-card.tsv", first).get(0)[1]);
    }

    static LabelledTable data() {
        return CreditData.german();
    }

    /** R's way: the tree, the variables of its stepwise selection in its order, no other. */
    static Scorecard fitted() {
        LabelledTable all = data();
        List<String> names = lines("german-card.tsv", "card").stream()
                .map(cells -> cells[1])
                .filter(name -> !name.equals("basepoints"))
                .distinct()
                .map(CreditData::name)
                .toList();
        return ScorecardFitter.defaults()
                .withBinning(BinningFitter.of(TreeBinning.defaults()))
                .withSelection(0, 2)
                .fit(LabelledTable.of(all.features().select(names), all.bad()));
    }
}
