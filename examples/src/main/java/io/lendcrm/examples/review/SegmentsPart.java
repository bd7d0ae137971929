package io.lendcrm.examples.review;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.examples.report.Segments;
import io.lendcrm.examples.report.Text;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.cluster.KMeans;
import io.lendcrm.segmentation.cluster.KMeansModel;
import io.lendcrm.segmentation.preparation.Scale;
import io.lendcrm.segmentation.profile.SegmentProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The book's clusters by k-means on logarithms of behaviour; clients who never did anything are left out. */
final class SegmentsPart {

    private static final List<String> FEATURES =
            List.of("recency_days", "frequency_12m", "monetary_12m", "interactions_12m", "complaints_12m");
    private static final int PROTOTYPES = 3;

    private final KMeansModel model;
    private final FeatureTable table;
    private final Assignments assignments;
    private final Map<ClientId, Integer> rows = new HashMap<>();

    private SegmentsPart(KMeansModel model, FeatureTable table) {
        this.model = model;
        this.table = table;
        this.assignments = model.assign(table);
        for (int row = 0; row < table.rows(); row++) {
            rows.put(table.clients().get(row), row);
        }
    }

    static Optional<SegmentsPart> of(FeatureTable all, int k, long seed, Run run, Words words, List<Text> notes) {
        List<String> chosen = FEATURES.stream()
                .filter(name -> all.schema().find(name).isPresent() && differs(all.column(name)))
                .toList();
        if (chosen.size() < FEATURES.size()) {
            List<String> constant =
                    FEATURES.stream().filter(name -> !chosen.contains(name)).toList();
            notes.add(words.text("note.constant", String.join(", ", constant)));
        }
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        FeatureTable selected = all.select(chosen);
        FeatureTable.Builder complete = FeatureTable.builder(selected.schema());
        for (int row = 0; row < selected.rows(); row++) {
            FeatureRow client = selected.row(row);
            if (chosen.stream().noneMatch(name -> Double.isNaN(client.value(name)))) {
                complete.add(client);
            }
        }
        FeatureTable table = complete.build();
        if (table.rows() < selected.rows()) {
            notes.add(words.text("note.not-segmented", selected.rows() - table.rows(), String.join(", ", chosen)));
        }
        try {
            KMeansModel model =
                    KMeans.of(k).withSeed(seed).withScale(Scale.LOG1P_Z).fit(table, run);
            return Optional.of(new SegmentsPart(model, table));
        } catch (FitException e) {
            notes.add(Text.same(String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    /** A feature that is the same for all who have it tells nobody apart. */
    private static boolean differs(double[] column) {
        return Arrays.stream(column)
                        .filter(v -> !Double.isNaN(v))
                        .distinct()
                        .limit(2)
                        .count()
                == 2;
    }

    KMeansModel model() {
        return model;
    }

    /** The client's segment, or empty if it wasn't segmented. */
    String segment(ClientId client) {
        Integer row = rows.get(client);
        if (row == null) {
            return "";
        }
        int cluster = assignments.segment(row);
        return cluster < 0 ? "" : model.segments().get(cluster).id().value();
    }

    Segments part(@Nullable Map<ClientId, Double> values, @Nullable CardPart card, FeatureTable all, Words words) {
        double[][] sums = new double[model.k()][4];
        Map<ClientId, Integer> position = new HashMap<>();
        for (int row = 0; row < all.rows(); row++) {
            position.put(all.clients().get(row), row);
        }
        for (int row = 0; row < table.rows(); row++) {
            int cluster = assignments.segment(row);
            ClientId client = table.clients().get(row);
            Double value = values == null ? null : values.get(client);
            if (value != null) {
                sums[cluster][0] += value;
                sums[cluster][1]++;
            }
            double score = card == null ? Double.NaN : card.score(requireNonNull(position.get(client), "client"));
            if (!Double.isNaN(score)) {
                sums[cluster][2] += score;
                sums[cluster][3]++;
            }
        }
        List<Segments.Feature> features =
                table.schema().features().stream().map(f -> feature(f, words)).toList();
        List<Segments.Profile> profiles = new ArrayList<>();
        List<SegmentProfile> clusters = SegmentProfile.of(table, assignments, PROTOTYPES);
        for (int c = 0; c < clusters.size(); c++) {
            profiles.add(profile(clusters.get(c), sums[c], words));
        }
        profiles.sort(Comparator.comparingLong(Segments.Profile::clients).reversed());
        return new Segments(words.text("segments.method", model.k()), model.withinSumOfSquares(), features, profiles);
    }

    private static Segments.Feature feature(Feature feature, Words words) {
        return new Segments.Feature(
                feature.name(), words.name("feature", feature.name()), words.name("unit", feature.unit()));
    }

    private static Segments.Profile profile(SegmentProfile cluster, double[] sums, Words words) {
        List<SegmentProfile.Trait> strongest = cluster.traits().stream()
                .filter(t -> Math.abs(t.z()) >= 0.3)
                .sorted(Comparator.comparingDouble(t -> -Math.abs(t.z())))
                .limit(3)
                .toList();
        List<Text> traits = strongest.stream().map(t -> trait(t, words)).toList();
        Text name = traits.isEmpty()
                ? words.text("segments.middle")
                : joined(traits.subList(0, Math.min(2, traits.size())));
        Text description = traits.isEmpty() ? words.text("segments.middle.description") : joined(traits);
        return new Segments.Profile(
                cluster.segment().value(),
                name,
                description,
                cluster.clients(),
                cluster.traits().stream().map(SegmentProfile.Trait::z).toList(),
                cluster.traits().stream().map(SegmentProfile.Trait::mean).toList(),
                cluster.prototypes().stream().map(ClientId::value).toList(),
                sums[1] == 0 ? null : sums[0] / sums[1],
                sums[3] == 0 ? null : sums[2] / sums[3]);
    }

    private static Text trait(SegmentProfile.Trait trait, Words words) {
        Text feature = words.name("feature", trait.feature());
        String level = trait.z() > 1 ? "very-high" : trait.z() > 0 ? "high" : trait.z() < -1 ? "very-low" : "low";
        Text how = words.text("segments." + level);
        return Text.of(how.en() + " " + feature.en(), feature.zh() + how.zh());
    }

    private static Text joined(List<Text> texts) {
        return Text.of(
                String.join(", ", texts.stream().map(Text::en).toList()),
                String.join("、", texts.stream().map(Text::zh).toList()));
    }
}
