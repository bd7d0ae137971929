package io.lendcrm.scoring.risk.trees;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.core.model.DocumentReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A tree as lists. Inner nodes, in the order of their numbers: {@code node}, {@code feature}, {@code test}, {@code threshold} (0
 * for a set), {@code yes}, {@code no}, {@code missing}. Leaves: {@code leaf} (the node), {@code value} (0 for none), {@code
 * cover}, {@code number}. Where there are any: {@code sets} by node, {@code zeroIsMissing} and {@code noScore}, lists of nodes.
 */
final class TreeDocument {

    private TreeDocument() {}

    static Document write(Tree tree) {
        int[] inner = nodes(tree, false);
        int[] leaves = nodes(tree, true);
        DocumentBuilder document = Document.tree()
                .put("node", wholes(inner))
                .put("feature", wholes(Arrays.stream(inner).map(tree::feature).toArray()))
                .put(
                        "test",
                        Arrays.stream(inner).mapToObj(n -> tree.test(n).name()).toList())
                .put(
                        "threshold",
                        Arrays.stream(inner).mapToDouble(tree::threshold).toArray())
                .put("yes", wholes(Arrays.stream(inner).map(tree::yes).toArray()))
                .put("no", wholes(Arrays.stream(inner).map(tree::no).toArray()))
                .put("missing", wholes(Arrays.stream(inner).map(tree::missing).toArray()))
                .put("leaf", wholes(leaves))
                .put(
                        "value",
                        Arrays.stream(leaves)
                                .mapToDouble(n -> Double.isNaN(tree.value(n)) ? 0 : tree.value(n))
                                .toArray())
                .put("cover", Arrays.stream(leaves).mapToDouble(tree::cover).toArray())
                .put("number", wholes(Arrays.stream(leaves).map(tree::number).toArray()));
        DocumentBuilder sets = Document.tree();
        int[] members = Arrays.stream(inner)
                .filter(n -> tree.test(n) == NodeTest.MEMBER)
                .toArray();
        for (int node : members) {
            sets.put(String.valueOf(node), wholes(tree.members(node).codes()));
        }
        if (members.length > 0) {
            document.put("sets", sets.build());
        }
        putIfAny(
                document,
                "zeroIsMissing",
                Arrays.stream(inner).filter(tree::zeroIsMissing).toArray());
        putIfAny(
                document,
                "noScore",
                Arrays.stream(leaves).filter(n -> Double.isNaN(tree.value(n))).toArray());
        return document.build();
    }

    private static void putIfAny(DocumentBuilder document, String name, int[] nodes) {
        if (nodes.length > 0) {
            document.put(name, wholes(nodes));
        }
    }

    private static int[] nodes(Tree tree, boolean leaves) {
        return Arrays.stream(tree.order())
                .filter(node -> tree.isLeaf(node) == leaves)
                .sorted()
                .toArray();
    }

    private static Document.Items wholes(int[] numbers) {
        List<Document> items = new ArrayList<>(numbers.length);
        for (int number : numbers) {
            items.add(new Document.Whole(number));
        }
        return new Document.Items(items);
    }

    static Tree read(DocumentReader reader) {
        int[] node = wholes(reader, "node");
        int[] feature = wholes(reader, "feature", node.length);
        List<String> test = reader.texts("test");
        requireLength(reader, "test", test.size(), node.length);
        double[] threshold = reader.decimals("threshold");
        requireLength(reader, "threshold", threshold.length, node.length);
        int[] yes = wholes(reader, "yes", node.length);
        int[] no = wholes(reader, "no", node.length);
        int[] missing = wholes(reader, "missing", node.length);
        int[] leaf = wholes(reader, "leaf");
        double[] value = reader.decimals("value");
        requireLength(reader, "value", value.length, leaf.length);
        double[] cover = reader.decimals("cover");
        requireLength(reader, "cover", cover.length, leaf.length);
        int[] number = wholes(reader, "number", leaf.length);
        Map<Integer, int[]> sets = reader.has("sets") ? sets(reader.tree("sets")) : Map.of();
        int[] zeroIsMissing = reader.has("zeroIsMissing") ? wholes(reader, "zeroIsMissing") : new int[0];
        int[] noScore = reader.has("noScore") ? wholes(reader, "noScore") : new int[0];
        return reader.build(() -> {
            Tree.Builder tree = Tree.builder(node.length + leaf.length);
            for (int i = 0; i < node.length; i++) {
                NodeTest asked = NodeTest.valueOf(test.get(i));
                if (asked == NodeTest.MEMBER) {
                    int[] codes = sets.getOrDefault(node[i], new int[0]);
                    tree.member(node[i], feature[i], codes, yes[i], no[i], missing[i]);
                } else {
                    tree.split(node[i], feature[i], asked, threshold[i], yes[i], no[i], missing[i]);
                }
            }
            for (int at : zeroIsMissing) {
                tree.zeroIsMissing(at);
            }
            int[] without = Arrays.stream(noScore).sorted().toArray();
            for (int i = 0; i < leaf.length; i++) {
                boolean scored = Arrays.binarySearch(without, leaf[i]) < 0;
                tree.leaf(leaf[i], scored ? value[i] : Double.NaN, cover[i], number[i]);
            }
            return tree.build();
        });
    }

    private static Map<Integer, int[]> sets(DocumentReader reader) {
        Map<Integer, int[]> sets = new TreeMap<>();
        for (String node : reader.names()) {
            int[] codes = wholes(reader, node);
            sets.put(reader.build(() -> Integer.valueOf(node)), codes);
        }
        return sets;
    }

    private static int[] wholes(DocumentReader reader, String name, int length) {
        int[] numbers = wholes(reader, name);
        requireLength(reader, name, numbers.length, length);
        return numbers;
    }

    private static int[] wholes(DocumentReader reader, String name) {
        double[] decimals = reader.decimals(name);
        int[] numbers = new int[decimals.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (int) decimals[i];
            if (numbers[i] != decimals[i]) {
                throw reader.fault(name + "[" + i + "]", "must be a whole number of 32 bits, found " + decimals[i]);
            }
        }
        return numbers;
    }

    private static void requireLength(DocumentReader reader, String name, int found, int wanted) {
        if (found != wanted) {
            throw reader.fault(name, "must have " + wanted + " values, found " + found);
        }
    }
}
