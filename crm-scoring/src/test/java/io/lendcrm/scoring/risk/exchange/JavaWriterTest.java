package io.lendcrm.scoring.risk.exchange;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.scoring.ReasonBuffer;
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
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The source compiles with release 8 alone and gives the card's bits. */
class JavaWriterTest {

    private static final int CARDS = 25;

    @Test
    void aCompiledSourceGivesTheBitsAndReasonsOfTheCard(@TempDir Path work) throws Throwable {
        List<Scorecard> cards = new ArrayList<>();
        List<File> files = new ArrayList<>();
        for (int i = 0; i < CARDS; i++) {
            cards.add(new RandomCards(100 + i).card());
            Path file = work.resolve("Card" + i + ".java");
            Files.writeString(file, JavaWriter.of("com.bank.Card" + i).write(cards.get(i)));
            assertThat(Files.readString(file)).matches("\\p{ASCII}*");
            files.add(file.toFile());
        }
        compile(files, work);
        try (URLClassLoader loader = new URLClassLoader(new URL[] {work.toUri().toURL()}, null)) {
            for (int i = 0; i < CARDS; i++) {
                requireSame(loader.loadClass("com.bank.Card" + i), cards.get(i), new RandomCards(i));
            }
        }
    }

    private static void compile(List<File> files, Path work) throws Exception {
        JavaCompiler compiler = requireNonNull(ToolProvider.getSystemJavaCompiler());
        StringWriter told = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "--release", "8", "-Xlint:-options", "-proc:none", "-cp", work.toString(), "-d", work.toString());
            boolean compiled = compiler.getTask(
                            told, manager, null, options, null, manager.getJavaFileObjectsFromFiles(files))
                    .call();
            assertThat(compiled).as(told.toString()).isTrue();
        }
    }

    private static void requireSame(Class<?> written, Scorecard card, RandomCards random) throws Throwable {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        MethodHandle score = lookup.findStatic(written, "score", MethodType.methodType(double.class, double[].class))
                .asFixedArity();
        MethodHandle reasons = lookup.findStatic(
                        written, "reasons", MethodType.methodType(String[].class, int.class, double[].class))
                .asFixedArity();
        MethodHandle code =
                lookup.findStatic(written, "code", MethodType.methodType(double.class, String.class, String.class));
        ReasonBuffer buffer = ReasonBuffer.of(3);
        for (int r = 0; r < 100; r++) {
            double[] row = random.row(card);
            if (r == 99) {
                row[0] = Double.POSITIVE_INFINITY;
            }
            assertThat((double) score.invokeExact(row)).isEqualTo(Double.valueOf(card.score(row, buffer)));
            List<String> names = new ArrayList<>();
            for (int rank = 0; rank < buffer.size(); rank++) {
                names.add(card.reasonNames().get(buffer.reason(rank)));
            }
            assertThat((String[]) reasons.invokeExact(3, row)).containsExactly(names.toArray(String[]::new));
        }
        for (Feature feature : card.schema().features()) {
            for (String level : feature.levels()) {
                assertThat((double) code.invokeExact(feature.name(), level)).isEqualTo(feature.code(level));
            }
            if (feature.type().hasLevels()) {
                assertThat((double) code.invokeExact(feature.name(), "never seen"))
                        .isEqualTo(Feature.UNSEEN);
            }
        }
    }

    @Test
    void refusesNamesThatAreNoClass() {
        for (String name : List.of("", "card", "com.int.Card", "Card;", "com..Card", "Kärt", "String")) {
            assertThatThrownBy(() -> JavaWriter.of(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
