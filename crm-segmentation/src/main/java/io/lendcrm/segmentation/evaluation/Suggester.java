package io.lendcrm.segmentation.evaluation;

import io.lendcrm.segmentation.association.AssociationModel;
import io.lendcrm.segmentation.association.Baskets;
import io.lendcrm.segmentation.association.Suggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Suggests items to a client by what the client has. Implementations are immutable and thread-safe. */
@FunctionalInterface
public interface Suggester {

    /**
     * What is suggested.
     *
     * @param held what the client has
     * @return items the client hasn't, each once, the most promising first; there may be none
     */
    List<String> items(Set<String> held);

    /**
     * By rules.
     *
     * @param rules the rules
     * @return the consequents of rules that hold for a client, in the rules' order
     */
    static Suggester of(AssociationModel rules) {
        return held -> rules.suggestions(held).stream().map(Suggestion::item).toList();
    }

    /**
     * By popularity alone, the same for everybody: what rules must be better than.
     *
     * @param baskets where items are counted
     * @param offered which items may be suggested; empty for any
     * @return the items in most baskets first, ties in the order of texts
     */
    static Suggester popular(Baskets baskets, Set<String> offered) {
        Map<String, Integer> counts = new HashMap<>();
        for (int basket = 0; basket < baskets.size(); basket++) {
            baskets.basket(basket).forEach(item -> counts.merge(item, 1, Integer::sum));
        }
        List<String> ranked = baskets.items().stream()
                .filter(item -> offered.isEmpty() || offered.contains(item))
                .sorted(Comparator.comparing((String item) -> counts.getOrDefault(item, 0))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        return held -> ranked.stream().filter(item -> !held.contains(item)).toList();
    }

    /**
     * These suggestions, then those of another that aren't among them.
     *
     * @param next the other
     * @return both
     */
    default Suggester then(Suggester next) {
        return held -> {
            Set<String> both = new LinkedHashSet<>(items(held));
            both.addAll(next.items(held));
            return new ArrayList<>(both);
        };
    }
}
