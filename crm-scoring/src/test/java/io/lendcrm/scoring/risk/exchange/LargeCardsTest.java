package io.lendcrm.scoring.risk.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.scoring.risk.binning.Bins;
import io.lendcrm.scoring.risk.scorecard.Characteristic;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import java.io.File;
import java.io.StringWriter;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cards as large as the writers take compile, run in a database, and give the card's bits. */
class LargeCardsTest {

    private final Random random = new Random(5);

    private double[] points(int count) {
        return random.doubles(count, -50, 50).toArray();
    }

    /** As many groups as levels, or few groups. */
    private Characteristic levels(int i, int levels, int groups) {
        List<List<String>> all = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            all.add(new ArrayList<>());
        }
        List<String> texts =
                IntStream.range(0, levels).mapToObj(l -> "level " + i + " " + l).toList();
        for (int l = 0; l < levels; l++) {
            all.get(l % groups).add(texts.get(l));
        }
        Bins bins = Bins.levels(Feature.nominal("level" + i, texts), all);
        return Characteristic.of(bins, points(bins.size()));
    }

    private Characteristic numbers(int i, int cuts) {
        double[] at = random.doubles(cuts, -3, 3).sorted().distinct().toArray();
        Bins bins = Bins.numeric(Feature.numeric("number" + i, ""), at);
        return Characteristic.of(bins, points(bins.size()));
    }

    private double[] row(Scorecard card) {
        return card.characteristics().stream()
                .mapToDouble(line -> {
                    int levels = line.bins().feature().levels().size();
                    return levels > 0 ? random.nextInt(levels) : random.nextGaussian();
                })
                .toArray();
    }

    private void requireCompiles(Path work, Scorecard card) throws Throwable {
        Path file = work.resolve("Large.java");
        Files.writeString(file, JavaWriter.of("Large").write(card));
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        StringWriter told = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("--release", "8", "-Xlint:-options", "-proc:none", "-g:none", "-d", work.toString());
            File[] files = {file.toFile()};
            boolean compiled = compiler.getTask(told, manager, null, options, null, manager.getJavaFileObjects(files))
                    .call();
            assertThat(compiled).as(told.toString()).isTrue();
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {work.toUri().toURL()}, null)) {
            Class<?> written = loader.loadClass("Large");
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            MethodHandle score = lookup.findStatic(
                            written, "score", MethodType.methodType(double.class, double[].class))
                    .asFixedArity();
            MethodHandle reasons = lookup.findStatic(
                            written, "reasons", MethodType.methodType(String[].class, int.class, double[].class))
                    .asFixedArity();
            MethodHandle code =
                    lookup.findStatic(written, "code", MethodType.methodType(double.class, String.class, String.class));
            for (int r = 0; r < 50; r++) {
                double[] row = row(card);
                assertThat((double) score.invokeExact(row)).isEqualTo(card.score(row));
            }
            assertThat((String[]) reasons.invokeExact(3, row(card))).hasSizeLessThanOrEqualTo(3);
            for (Feature feature : card.schema().features()) {
                List<String> levels = feature.levels();
                for (int l = 0; l < levels.size(); l += Math.max(1, levels.size() / 5)) {
                    assertThat((double) code.invokeExact(feature.name(), levels.get(l)))
                            .isEqualTo(l);
                }
                if (!levels.isEmpty()) {
                    assertThat((double) code.invokeExact(feature.name(), "never seen"))
                            .isEqualTo(Feature.UNSEEN);
                }
            }
        }
    }

    @Test
    void javaOfManyAndLargeCharacteristicsCompiles(@TempDir Path work) throws Throwable {
        List<Characteristic> lines = new ArrayList<>();
        lines.add(levels(0, 1980, 10));
        for (int i = 1; i <= 4; i++) {
            lines.add(numbers(i, 1990));
        }
        for (int i = 5; i < 510; i++) {
            lines.add(levels(i, 1, 1));
        }
        requireCompiles(work, Scorecard.of(500, lines));
    }

    @Test
    void javaThatNoClassCanHoldIsRefused() {
        JavaWriter writer = JavaWriter.of("Large");
        List<Characteristic> lines = new ArrayList<>();
        for (int i = 0; i < 103; i++) {
            lines.add(numbers(i, 1990));
        }
        Scorecard many = Scorecard.of(500, lines);
        assertThatThrownBy(() -> writer.write(many)).hasMessageContaining("at most 200000 bins and levels, found");
        Scorecard one = Scorecard.of(500, List.of(numbers(0, 1999)));
        assertThatThrownBy(() -> writer.write(one))
                .hasMessage("number0 must have at most 2000 bins and levels, found 2001");
        Feature feature = Feature.nominal("home", List.of("å".repeat(32_768)));
        Scorecard wide =
                Scorecard.of(500, List.of(Characteristic.of(Bins.levels(feature, List.of(feature.levels())), 1, 2, 3)));
        assertThatThrownBy(() -> writer.write(wide)).hasMessageContaining("at most 65535 bytes");
    }

    @Test
    void sqlOfManyAndLargeCharacteristicsRuns() throws SQLException {
        List<Characteristic> lines = new ArrayList<>();
        lines.add(levels(0, 1980, 1));
        lines.add(numbers(1, 1990));
        for (int i = 2; i < 300; i++) {
            lines.add(numbers(i, 1));
        }
        Scorecard card = Scorecard.of(500, lines);
        String columns = card.schema().features().stream()
                .map(f -> "CAST(? AS " + (f.type().hasLevels() ? "VARCHAR" : "DOUBLE PRECISION") + ") AS \"" + f.name()
                        + '"')
                .collect(Collectors.joining(", "));
        String sql = "SELECT " + SqlWriter.defaults().expression(card) + " FROM (SELECT " + columns + ")";
        try (Connection h2 = DriverManager.getConnection("jdbc:h2:mem:");
                PreparedStatement select = h2.prepareStatement(sql)) {
            for (int r = 0; r < 5; r++) {
                double[] row = row(card);
                select.setString(1, card.schema().feature(0).levels().get((int) row[0]));
                for (int c = 1; c < row.length; c++) {
                    select.setDouble(c + 1, row[c]);
                }
                try (ResultSet found = select.executeQuery()) {
                    assertThat(found.next()).isTrue();
                    assertThat(found.getDouble(1)).isEqualTo(card.score(row));
                }
            }
        }
    }
}
