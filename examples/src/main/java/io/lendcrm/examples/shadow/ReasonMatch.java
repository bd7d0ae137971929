package io.lendcrm.examples.shadow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The engine's reasons over all rows, and beside the old ones if the file has them.
 *
 * @param first how often each reason came first, the most frequent first
 * @param compared how many rows have old reasons; 0 if none
 * @param same how many of them have the same reasons in the same order
 * @param examples some that don't
 */
record ReasonMatch(Map<String, Integer> first, int compared, int same, List<Example> examples) {

    private static final int SHOWN = 5;

    /** A row with other reasons. */
    record Example(int number, String before, String after) {}

    ReasonMatch {
        first = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(first));
        examples = List.copyOf(examples);
    }

    static ReasonMatch of(List<List<String>> reasons, List<String> old, List<Integer> numbers) {
        Map<String, Integer> first = new LinkedHashMap<>();
        List<Example> examples = new ArrayList<>();
        int compared = 0;
        int same = 0;
        for (int row = 0; row < reasons.size(); row++) {
            List<String> found = reasons.get(row);
            if (!found.isEmpty()) {
                first.merge(found.get(0), 1, Integer::sum);
            }
            if (!old.isEmpty() && !old.get(row).isEmpty()) {
                List<String> before = Arrays.stream(old.get(row).split("[,|;]"))
                        .map(String::strip)
                        .toList();
                List<String> after = found.subList(0, Math.min(found.size(), before.size()));
                compared++;
                if (after.equals(before)) {
                    same++;
                } else if (examples.size() < SHOWN) {
                    examples.add(new Example(numbers.get(row), String.join(", ", before), String.join(", ", after)));
                }
            }
        }
        Map<String, Integer> ordered = new LinkedHashMap<>();
        first.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return new ReasonMatch(ordered, compared, same, examples);
    }
}
