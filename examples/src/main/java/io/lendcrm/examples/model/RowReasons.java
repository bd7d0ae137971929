package io.lendcrm.examples.model;

import io.lendcrm.scoring.ReasonBuffer;
import io.lendcrm.scoring.risk.exchange.pmml.AttributeReasons;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import io.lendcrm.scoring.risk.trees.TreeEnsemble;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** The adverse reasons of rows, the strongest first: in the words of a PMML card's file, or by the names of features. */
public final class RowReasons {

    private static final int MOST = 64;

    private final BiFunction<double[], Integer, List<String>> finder;

    private RowReasons(BiFunction<double[], Integer, List<String>> finder) {
        this.finder = finder;
    }

    /**
     * The reasons of a model.
     *
     * @param source the model
     * @return its reasons; none for a regression
     */
    public static RowReasons of(ModelSource source) {
        if (source.model().model() instanceof Scorecard card) {
            AttributeReasons own = AttributeReasons.of(card);
            if (own.any()) {
                return new RowReasons((row, most) -> own.of(row, most).stream()
                        .map(AttributeReasons.Ranked::code)
                        .toList());
            }
            return new RowReasons((row, most) -> {
                ReasonBuffer buffer = ReasonBuffer.of(Math.min(most, MOST));
                card.score(row, buffer);
                return named(buffer, card.reasonNames(), source);
            });
        }
        if (source.model().model() instanceof TreeEnsemble trees) {
            return new RowReasons((row, most) -> {
                ReasonBuffer buffer = ReasonBuffer.of(Math.min(most, MOST));
                trees.score(row, buffer);
                return named(buffer, trees.reasonNames(), source);
            });
        }
        return new RowReasons((row, most) -> List.of());
    }

    /**
     * The reasons of a row.
     *
     * @param row the values in the order of the schema
     * @param most how many at most, at least 1
     * @return the reasons
     */
    public List<String> codes(double[] row, int most) {
        return finder.apply(row, most);
    }

    private static List<String> named(ReasonBuffer buffer, List<String> names, ModelSource source) {
        List<String> told = new ArrayList<>();
        List<String> features = source.model().schema().names();
        for (int rank = 0; rank < buffer.size(); rank++) {
            String name = names.get(buffer.reason(rank));
            int feature = features.indexOf(name);
            told.add(feature < 0 ? name : source.fields().get(feature));
        }
        return told;
    }
}
