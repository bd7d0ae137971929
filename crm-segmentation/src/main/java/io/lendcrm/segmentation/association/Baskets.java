package io.lendcrm.segmentation.association;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Fingerprint;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Baskets of items: what a client bought or holds at once, or what is true of a client. An item is in a basket or
 * isn't; how often doesn't count. Items are texts that aren't blank, numbered by their order as texts. A basket may
 * be empty: it counts as one that holds nothing. Immutable and thread-safe.
 */
public final class Baskets {

    private final List<String> items;
    private final int[] starts;
    private final int[] codes;

    private Baskets(List<String> items, int[] starts, int[] codes) {
        this.items = items;
        this.starts = starts;
        this.codes = codes;
    }

    /**
     * Baskets of given items.
     *
     * @param baskets the items of each; an item that comes twice counts once
     * @return the baskets
     * @throws IllegalArgumentException if an item is blank
     */
    public static Baskets of(List<? extends Collection<String>> baskets) {
        TreeMap<String, Integer> codes = new TreeMap<>();
        for (Collection<String> basket : baskets) {
            for (String item : basket) {
                if (item.isBlank()) {
                    throw new IllegalArgumentException("an item must not be blank");
                }
                codes.put(item, 0);
            }
        }
        int next = 0;
        for (Map.Entry<String, Integer> entry : codes.entrySet()) {
            entry.setValue(next++);
        }
        int[] starts = new int[baskets.size() + 1];
        int[] flat = new int[16];
        int size = 0;
        for (int i = 0; i < baskets.size(); i++) {
            int[] basket = baskets.get(i).stream()
                    .mapToInt(item -> requireNonNull(codes.get(item)))
                    .sorted()
                    .distinct()
                    .toArray();
            if (size + basket.length > flat.length) {
                flat = Arrays.copyOf(flat, Math.max(size + basket.length, Math.addExact(flat.length, flat.length)));
            }
            System.arraycopy(basket, 0, flat, size, basket.length);
            size += basket.length;
            starts[i + 1] = size;
        }
        return new Baskets(List.copyOf(codes.keySet()), starts, Arrays.copyOf(flat, size));
    }

    /**
     * Baskets of a log with one line an item, in any order.
     *
     * @param basketOfLine which basket a line belongs to
     * @param itemOfLine the line's item
     * @return the baskets in the order of their first lines
     * @throws IllegalArgumentException if there are more of the one than of the other, or an item is blank
     */
    public static Baskets fromLines(List<String> basketOfLine, List<String> itemOfLine) {
        if (basketOfLine.size() != itemOfLine.size()) {
            throw new IllegalArgumentException("lines must have a basket and an item each, found " + basketOfLine.size()
                    + " baskets and " + itemOfLine.size() + " items");
        }
        Map<String, TreeSet<String>> grouped = new LinkedHashMap<>();
        for (int i = 0; i < basketOfLine.size(); i++) {
            grouped.computeIfAbsent(basketOfLine.get(i), key -> new TreeSet<>()).add(itemOfLine.get(i));
        }
        return of(List.copyOf(grouped.values()));
    }

    /**
     * Baskets of a wide table: an item is {@code column=value}, an empty or blank field is none.
     *
     * @param columns the columns' names
     * @param rows the fields of each row, one a column
     * @return a basket for each row
     * @throws IllegalArgumentException if a row has more or fewer fields than there are columns
     */
    public static Baskets fromWide(List<String> columns, List<List<String>> rows) {
        return of(rows.stream().map(row -> items(columns, row)).toList());
    }

    private static Set<String> items(List<String> columns, List<String> row) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException("a row must have " + columns.size() + " fields, found " + row.size());
        }
        TreeSet<String> items = new TreeSet<>();
        for (int c = 0; c < columns.size(); c++) {
            if (!row.get(c).isBlank()) {
                items.add(columns.get(c) + "=" + row.get(c));
            }
        }
        return items;
    }

    /** {@return how many baskets} */
    public int size() {
        return starts.length - 1;
    }

    /** {@return all items, in the order of texts} */
    public List<String> items() {
        return items;
    }

    /**
     * The items of a basket.
     *
     * @param basket its number from 0
     * @return the items in the order of texts
     */
    public List<String> basket(int basket) {
        return Arrays.stream(codes, starts[basket], starts[basket + 1])
                .mapToObj(items::get)
                .toList();
    }

    /** {@return SHA-256 of items and baskets, in hexadecimal} */
    public String fingerprint() {
        Fingerprint print = Fingerprint.empty();
        items.forEach(print::add);
        return print.add(starts).add(codes).hex();
    }

    /** {@return in how many baskets each item is, by its number} */
    int[] counts() {
        int[] counts = new int[items.size()];
        for (int code : codes) {
            counts[code]++;
        }
        return counts;
    }

    int start(int basket) {
        return starts[basket];
    }

    int code(int position) {
        return codes[position];
    }

    /** {@return how many baskets and items, never the items themselves} */
    @Override
    public String toString() {
        return "Baskets[" + size() + " of " + items.size() + " items]";
    }
}
