package io.lendcrm.segmentation.evaluation;

import static java.util.Objects.requireNonNull;

import io.lendcrm.segmentation.association.Baskets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * An item that a client has and a suggester doesn't see: what it should suggest. Immutable and thread-safe.
 *
 * @param held what is seen of the client's items, at least one
 * @param item the hidden one, or what the client took next
 */
public record HiddenItem(Set<String> held, String item) {

    public HiddenItem {
        held = Set.copyOf(held);
        requireNonNull(item, "item");
        if (held.isEmpty() || held.contains(item)) {
            throw new IllegalArgumentException("held must have an item and not the hidden one, found " + held.size()
                    + " items" + (held.isEmpty() ? "" : ", it among them"));
        }
    }

    /**
     * Hides an item of each client at random.
     *
     * @param baskets clients the suggester hasn't learnt from
     * @param offered what may be hidden: the items that are suggested at all; empty for any
     * @param seed of the choice
     * @return one of each client that has an item to hide and another to be seen
     */
    public static List<HiddenItem> of(Baskets baskets, Set<String> offered, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<HiddenItem> hidden = new ArrayList<>();
        for (int basket = 0; basket < baskets.size(); basket++) {
            List<String> items = baskets.basket(basket);
            List<String> choice = items.stream()
                    .filter(item -> offered.isEmpty() || offered.contains(item))
                    .toList();
            if (items.size() > 1 && !choice.isEmpty()) {
                String item = choice.get(random.nextInt(choice.size()));
                Set<String> held = new HashSet<>(items);
                held.remove(item);
                hidden.add(new HiddenItem(held, item));
            }
        }
        return hidden;
    }

    /** {@return how many items are seen; never which, for they are the client's} */
    @Override
    public String toString() {
        return "HiddenItem[one beside " + held.size() + " seen]";
    }
}
