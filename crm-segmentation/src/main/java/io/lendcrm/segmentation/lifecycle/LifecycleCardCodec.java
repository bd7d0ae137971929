package io.lendcrm.segmentation.lifecycle;

import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Stores cards as {@code lifecycle-card}: {@code rules} with the limits by their names (see {@link LifecycleRules}), and
 * {@code activity}, the kinds of interaction in lower case with dashes. Stateless and thread-safe.
 */
public final class LifecycleCardCodec implements ModelCodec<LifecycleCard> {

    private static final Set<String> FRACTIONS = Set.of("declineBelow", "recoverAbove");

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public LifecycleCardCodec() {}

    @Override
    public String type() {
        return LifecycleCard.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<LifecycleCard> model() {
        return LifecycleCard.class;
    }

    @Override
    public Document.Tree write(LifecycleCard model) {
        var rules = Document.tree();
        model.rules().limits().forEach((name, value) -> {
            if (FRACTIONS.contains(name)) {
                rules.put(name, value);
            } else {
                rules.put(name, value.longValue());
            }
        });
        return Document.tree()
                .put("rules", rules.build())
                .put(
                        "activity",
                        model.activity().stream().map(LifecycleCardCodec::word).toList())
                .build();
    }

    @Override
    public LifecycleCard read(Document.Tree stored, ModelInfo info) {
        DocumentReader reader = DocumentReader.of(stored, "$.model");
        DocumentReader part = reader.tree("rules");
        Map<String, Double> limits = new HashMap<>();
        for (String name : LifecycleRules.defaults().limits().keySet()) {
            limits.put(name, FRACTIONS.contains(name) ? part.decimal(name) : (double) part.whole(name));
        }
        part.end();
        LifecycleRules rules = part.build(() -> LifecycleRules.of(limits));
        Set<Interaction.Kind> activity = EnumSet.noneOf(Interaction.Kind.class);
        for (String word : reader.texts("activity")) {
            if (!activity.add(kind(reader, word))) {
                throw reader.fault("activity", "must name each kind once, found \"" + word + "\" twice");
            }
        }
        reader.end();
        return reader.build(() -> new LifecycleCard(info, rules, activity));
    }

    private static Interaction.Kind kind(DocumentReader reader, String word) {
        return Arrays.stream(Interaction.Kind.values())
                .filter(kind -> word(kind).equals(word))
                .findFirst()
                .orElseThrow(() -> reader.fault(
                        "activity",
                        "must be among "
                                + Arrays.stream(Interaction.Kind.values())
                                        .map(LifecycleCardCodec::word)
                                        .toList() + ", found \"" + word + "\""));
    }

    private static String word(Interaction.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
