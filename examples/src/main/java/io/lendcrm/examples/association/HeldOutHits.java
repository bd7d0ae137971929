package io.lendcrm.examples.association;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.association.AssociationRules;
import io.lendcrm.segmentation.association.Baskets;
import io.lendcrm.segmentation.evaluation.HiddenItem;
import io.lendcrm.segmentation.evaluation.HitRate;
import io.lendcrm.segmentation.evaluation.RateInterval;
import io.lendcrm.segmentation.evaluation.Suggester;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Whether rules of some baskets suggest what others have. */
final class HeldOutHits {

    private static final double LEVEL = 0.95;

    private HeldOutHits() {}

    /**
     * Learns from some baskets and hides an item of each of the others; what rules can't say, popularity does.
     *
     * @return the hits; none if no held-out basket has an item to hide and another
     */
    static Optional<Document> of(
            Baskets baskets, AssociationRules options, Set<String> offered, double part, int first, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<String>> learnt = new ArrayList<>();
        List<List<String>> heldOut = new ArrayList<>();
        for (int i = 0; i < baskets.size(); i++) {
            (random.nextDouble() < part ? heldOut : learnt).add(baskets.basket(i));
        }
        List<HiddenItem> hidden = HiddenItem.of(Baskets.of(heldOut), offered, random.nextLong());
        if (hidden.isEmpty() || learnt.isEmpty()) {
            return Optional.empty();
        }
        Baskets train = Baskets.of(learnt);
        Suggester popular = Suggester.popular(train, offered);
        Suggester rules = Suggester.of(options.fit(train, Run.sequential())).then(popular);
        HitRate rate = HitRate.of(hidden, rules, popular, first);
        RateInterval interval = rate.hits().interval(LEVEL);
        RateInterval gain = rate.gainInterval(LEVEL);
        return Optional.of(Document.tree()
                .put("first", first)
                .put("clients", rate.clients())
                .put("hitRate", rate.hits().value().orElseThrow())
                .put("low", interval.low())
                .put("high", interval.high())
                .put("popular", rate.baselineHits().value().orElseThrow())
                .put("gain", rate.gain())
                .put("gainLow", gain.low())
                .put("gainHigh", gain.high())
                .build());
    }
}
