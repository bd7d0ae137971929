package io.lendcrm.core.ingest;

import io.lendcrm.core.model.Document;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects members, those within another by names with a point. Not thread-safe; confine to one thread. */
final class TreeGrowth {

    /** Members of one inner tree; constants alone don't make it exist. */
    private static final class Inner {
        private final Map<String, Document> members = new LinkedHashMap<>();
        private boolean found;
    }

    private final Map<String, Document> members = new LinkedHashMap<>();
    private final Map<String, Inner> inner = new LinkedHashMap<>();

    void put(String member, Document value, boolean constant) {
        int point = member.indexOf('.');
        if (point < 0) {
            members.put(member, value);
            return;
        }
        Inner tree = inner.computeIfAbsent(member.substring(0, point), name -> new Inner());
        tree.members.put(member.substring(point + 1), value);
        tree.found |= !constant;
    }

    Document.Tree build() {
        inner.forEach((name, tree) -> {
            if (tree.found) {
                members.put(name, new Document.Tree(tree.members));
            }
        });
        return new Document.Tree(members);
    }
}
