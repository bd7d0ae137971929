package io.lendcrm.examples.segment;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.examples.page.GroupMap;
import io.lendcrm.examples.page.Html;
import io.lendcrm.examples.page.SilhouetteChart;
import io.lendcrm.examples.page.StaticPage;
import io.lendcrm.examples.page.TreeChart;
import io.lendcrm.examples.table.FeatureColumns;
import io.lendcrm.segmentation.hierarchy.Dendrogram;
import io.lendcrm.segmentation.profile.SegmentProfile;
import io.lendcrm.segmentation.validity.Silhouette;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Groups as a page: whether there are any, what they are like, and how far they lie apart. */
final class SegmentPage {

    private static final int MAPPED = 500;
    private static final int MOST_DRAWN = 5_000;

    private SegmentPage() {}

    static void write(Grouping grouping, Path folder) throws IOException {
        of(grouping).write(Files.createDirectories(folder).resolve("segments.html"));
    }

    private static StaticPage of(Grouping found) {
        List<String> names = found.profiles().stream()
                .map(profile -> profile.segment().value())
                .toList();
        StaticPage page = StaticPage.of(
                        "LendCRM · segments",
                        "Which clients are alike?",
                        names.size() + (names.size() == 1 ? " group" : " groups") + " of "
                                + whole(found.assigned().rows()) + " clients of "
                                + found.table().name() + ". " + verdict(found.structure()) + ".")
                .tiles(tiles(found, names));
        page.section(
                "What the groups are like",
                "Means of the columns, and below each how many standard deviations it lies above or below that of all"
                        + " clients; of texts the most frequent, its share of the group, and below it how many percentage"
                        + " points that is above or below its share of all; the darker, the farther. Prototypes are the"
                        + " clients nearest to the group's centre."
                        + (found.unassigned() > 0 ? " Shares are of the clients that have a group." : ""),
                profiles(found));
        if (found.validity().rows().length > 1) {
            List<Html> charts = new ArrayList<>();
            charts.add(map(found, names));
            Silhouette silhouette = found.validity().silhouette();
            if (silhouette != null) {
                charts.add(silhouette(found.validity(), silhouette, names));
            }
            page.section(
                    "How far they lie apart",
                    "The map puts up to " + MAPPED
                            + " clients where their distances are kept as well as a plane allows: to the right by the"
                            + " first principal coordinate, upwards by the second. A"
                            + " client's silhouette is near 1 deep in its group, near 0 between two, and below 0 where"
                            + " another group is nearer; the dashed line is the mean.",
                    Html.element("div class=\"lines\"", charts));
        }
        if (found.table().features().rows() <= MOST_DRAWN) {
            found.engine()
                    .tree(found.table().features())
                    .ifPresent(tree -> page.section(
                            "How they merge",
                            "The nearest two merge again and again; the last " + (TreeChart.LEAVES - 1)
                                    + " merges are drawn, the greater the distance, the farther right; at the left"
                                    + " stands how many clients merged before. The dashed line cuts it into the"
                                    + " groups.",
                            new TreeChart("Tree of merges", merges(tree), tree.rows(), names.size()).html()));
        }
        return page;
    }

    private static List<TreeChart.Merge> merges(Dendrogram tree) {
        return tree.merges().stream()
                .map(merge -> new TreeChart.Merge(merge.left(), merge.right(), merge.height(), merge.rows()))
                .toList();
    }

    private static List<StaticPage.Tile> tiles(Grouping found, List<String> names) {
        List<StaticPage.Tile> tiles = new ArrayList<>();
        tiles.add(new StaticPage.Tile(
                "Clients", whole(found.assigned().rows()), found.table().name()));
        tiles.add(new StaticPage.Tile(
                "Groups", String.valueOf(names.size()), method(found.engine().method())));
        Silhouette silhouette = found.validity().silhouette();
        tiles.add(new StaticPage.Tile(
                "Silhouette", silhouette == null ? "none" : number(silhouette.mean()), "1 well apart, 0 not at all"));
        if (found.unassigned() > 0) {
            tiles.add(new StaticPage.Tile("Without a group", whole(found.unassigned()), "clients"));
        } else if (found.model().objective().isPresent()) {
            tiles.add(new StaticPage.Tile(
                    "Objective",
                    number(found.model().objective().getAsDouble()),
                    objective(found.engine().method())));
        }
        return tiles;
    }

    private static Html profiles(Grouping found) {
        FeatureTable table = found.table().features();
        List<String> columns = new ArrayList<>(List.of("Group", "#Clients", "#Share"));
        boolean hasTraits =
                found.profiles().stream().anyMatch(profile -> !profile.traits().isEmpty());
        List<String> features = table.schema().features().stream()
                .filter(feature -> hasTraits && !feature.type().hasLevels())
                .map(FeatureColumns::columnName)
                .toList();
        features.forEach(feature -> columns.add("#" + feature));
        List<Feature> categories = table.schema().features().stream()
                .filter(feature -> feature.type().hasLevels())
                .toList();
        categories.forEach(feature -> columns.add(FeatureColumns.columnName(feature)));
        columns.add("Prototypes");
        List<List<Html>> rows = new ArrayList<>();
        for (SegmentProfile profile : found.profiles()) {
            List<Html> row = new ArrayList<>();
            row.add(Html.element(
                    "span class=\"name-only\"", Html.text(profile.segment().value())));
            row.add(Html.text(whole(profile.clients())));
            row.add(Html.text(String.format(Locale.ROOT, "%.1f %%", 100 * profile.share())));
            if (profile.traits().isEmpty()) {
                features.forEach(feature -> row.add(Html.text("")));
            }
            profile.traits().forEach(trait -> row.add(trait(trait)));
            categories.forEach(feature -> row.add(mostFrequent(profile, feature.name())));
            row.add(Html.text(String.join(
                    ", ", profile.prototypes().stream().map(id -> id.value()).toList())));
            rows.add(row);
        }
        return Html.table("", columns, rows);
    }

    /** The level that most of the group's clients have, the darker the more common it is than among all. */
    private static Html mostFrequent(SegmentProfile profile, String feature) {
        return profile.levels().stream()
                .filter(level -> level.feature().equals(feature) && Double.isFinite(level.share()))
                .max(Comparator.comparingDouble(SegmentProfile.LevelTrait::share))
                .map(level -> Html.element(
                        String.format(
                                Locale.ROOT,
                                "span class=\"z\" style=\"--z:%.0f%%;--hue:var(--%s)\"",
                                Math.abs(level.share() - level.overall()) * 60,
                                level.share() < level.overall() ? "c2" : "c1"),
                        Html.text(String.format(Locale.ROOT, "%s %.0f %%", level.level(), 100 * level.share())),
                        Html.element(
                                "small", Html.text(Html.number("%+.0f", 100 * (level.share() - level.overall()))))))
                .orElseGet(() -> Html.text(""));
    }

    private static Html trait(SegmentProfile.Trait trait) {
        if (!Double.isFinite(trait.mean())) {
            return Html.text("");
        }
        return Html.element(
                String.format(
                        Locale.ROOT,
                        "span class=\"z\" style=\"--z:%.0f%%;--hue:var(--%s)\"",
                        Math.min(1, Math.abs(trait.z()) / 2) * 60,
                        trait.z() < 0 ? "c2" : "c1"),
                Html.text(number(trait.mean())),
                Html.element("small", Html.text(Html.number("%+.1f", trait.z()))));
    }

    private static Html map(Grouping found, List<String> names) {
        FeatureTable table = found.table().features();
        int[] drawn = found.engine().method().endsWith("dbscan")
                ? IntStream.range(0, table.rows()).toArray()
                : found.validity().rows();
        int[] rows = RowSample.of(drawn, MAPPED, found.engine().seed());
        PrincipalCoordinates places = PrincipalCoordinates.of(found.engine().distances(table, rows));
        List<GroupMap.Point> points = IntStream.range(0, rows.length)
                .mapToObj(i -> new GroupMap.Point(
                        places.x(i),
                        places.y(i),
                        found.assigned().segment(rows[i]),
                        "client " + table.clients().get(rows[i]).value()))
                .toList();
        return new GroupMap(
                        String.format(Locale.ROOT, "Map, showing %.0f %% of squared distances", 100 * places.share()),
                        names,
                        points)
                .html();
    }

    private static Html silhouette(Validity validity, Silhouette silhouette, List<String> names) {
        List<List<Double>> widths = new ArrayList<>();
        names.forEach(name -> widths.add(new ArrayList<>()));
        int[] rows = silhouette.rows();
        double[] width = silhouette.widths();
        int[] groups = validity.groups();
        for (int i = 0; i < rows.length; i++) {
            widths.get(groups[rows[i]]).add(width[i]);
        }
        return new SilhouetteChart(names, widths, silhouette.mean()).html();
    }

    private static String verdict(Structure structure) {
        String reason = structure.reason();
        return switch (structure.verdict()) {
            case "clusters" -> "There are clusters: " + reason;
            case "weak" -> "The structure is weak: " + reason;
            case "not-reproducible" -> "There are lumps, but others on other clients: " + reason;
            default -> reason.startsWith("no ") ? Html.capital(reason) : "No cluster structure: " + reason;
        };
    }

    private static String method(String name) {
        return switch (name) {
            case "kmeans" -> "by k-means";
            case "medoids" -> "by k-medoids";
            case "kprototypes" -> "by k-prototypes";
            case "gmm" -> "by a Gaussian mixture";
            case "agglomerative" -> "by agglomerative merging";
            default -> "by " + name.toUpperCase(Locale.ROOT);
        };
    }

    private static String objective(String method) {
        return switch (method) {
            case "kmeans" -> "sum of squared distances within groups";
            case "medoids" -> "mean distance to the group's medoid";
            case "kprototypes" -> "squared distances of numbers, and gamma for each text that differs";
            case "gmm" -> "Bayesian information criterion, the smaller the better";
            default -> "what the fit made small";
        };
    }

    private static String whole(long count) {
        return String.format(Locale.UK, "%,d", count);
    }

    private static String number(double value) {
        double size = Math.abs(value);
        return size >= 1000
                ? String.format(Locale.UK, "%,.0f", value)
                : String.format(Locale.ROOT, size >= 100 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", value);
    }
}
