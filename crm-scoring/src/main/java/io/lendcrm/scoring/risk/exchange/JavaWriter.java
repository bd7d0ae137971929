package io.lendcrm.scoring.risk.exchange;

import static io.lendcrm.scoring.risk.exchange.JavaSource.number;
import static io.lendcrm.scoring.risk.exchange.JavaSource.texts;
import static java.util.Objects.requireNonNull;

import io.lendcrm.scoring.risk.binning.Bins;
import io.lendcrm.scoring.risk.scorecard.Characteristic;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Writes a card as one source file of Java 8 that depends on nothing but the JDK: {@code score(double...)} gives the card's
 * bits, {@code reasons(most, row)} its reasons, the strongest first, {@code code(feature, text)} the number of a level. The
 * file is ASCII and the same for the same card. Immutable and thread-safe.
 */
public final class JavaWriter {

    private static final int MOST_BINS = 2000;
    private static final int MOST_LINES = 2000;
    private static final int MOST_IN_ALL = 200_000;

    /** Constants that bins and levels may take in a class, of 65,535; what else stands there takes 14 a characteristic. */
    private static final int MOST_CONSTANTS = 20_000;

    private static final String KEYWORDS = """
        abstract assert boolean break byte case catch char class const continue default do double else enum extends false
        final finally float for goto if implements import instanceof int interface long native new null package private
        protected public return short static strictfp super switch synchronized this throw throws transient true try void
        volatile while
        """;

    private final String packageName;
    private final String className;

    private JavaWriter(String packageName, String className) {
        this.packageName = packageName;
        this.className = className;
    }

    /**
     * A writer of a class.
     *
     * @param name the class with its package, such as {@code com.bank.scoring.RetailCard}
     * @return the writer
     * @throws IllegalArgumentException if it is no name of a class in ASCII that begins with a capital
     */
    public static JavaWriter of(String name) {
        int dot = requireNonNull(name, "name").lastIndexOf('.');
        String owner = dot < 0 ? "" : name.substring(0, dot);
        String simple = name.substring(dot + 1);
        boolean named = name.matches("([a-z][a-z0-9_]*\\.)*[A-Z][A-Za-z0-9_]*");
        if (!named || Arrays.stream(owner.split("\\.")).anyMatch(Set.of(KEYWORDS.split("\\s+"))::contains)) {
            throw new IllegalArgumentException(
                    "name must be a class such as com.bank.RetailCard, found \"" + name + "\"");
        }
        if (Set.of("String", "Double", "Math", "IllegalArgumentException").contains(simple)) {
            throw new IllegalArgumentException("name must not hide a class of java.lang, found \"" + name + "\"");
        }
        return new JavaWriter(owner, simple);
    }

    /**
     * The source of a card.
     *
     * @param card the card
     * @return the text of the file
     * @throws IllegalArgumentException if the card has more than 2,000 characteristics, one has more than 2,000 bins and
     *     levels, all together have more than 200,000, or a text takes more than 65,535 bytes in UTF-8: the JVM bounds the
     *     size of methods, classes and texts
     */
    public String write(Scorecard card) {
        requireFits(card);
        JavaSource source = new JavaSource();
        if (!packageName.isEmpty()) {
            source.line("package " + packageName + ";").line("");
        }
        source.line("/** A scorecard, written by LendCRM " + ascii(card.info().libraryVersion())
                + ". Not to be edited. */");
        source.line("public final class " + className + " {").line("");
        source.line("    private static final String[] FEATURES = "
                + texts(card.schema().names()) + ";");
        List<String> names = card.reasonNames();
        source.line("    private static final String[] REASONS = " + texts(names) + ";")
                .line("");
        source.line("    private " + className + "() {}").line("");
        list(source, "features", "FEATURES", "the features in the order of a row");
        List<String> owners = owners(card);
        score(source, card, owners);
        reasons(source, card, names, owners);
        code(source, card, owners);
        String owner = "";
        for (int i = 0; i < card.characteristics().size(); i++) {
            source.line("");
            if (!owner.equals(owners.get(i))) {
                close(source, owner);
                owner = owners.get(i);
                source.line("    private static final class " + owner.replace(".", " {"))
                        .line("");
                source.indent(true);
            }
            Characteristic line = card.characteristics().get(i);
            if (line.bins().feature().type().hasLevels()) {
                levels(source, i, line, modifiers(owner));
            } else {
                numbers(source, i, line, modifiers(owner));
            }
        }
        close(source, owner);
        return source.line("}").text();
    }

    private static void close(JavaSource source, String owner) {
        source.indent(false);
        if (!owner.isEmpty()) {
            source.line("    }").line("");
        }
    }

    private static String modifiers(String owner) {
        return owner.isEmpty() ? "private static double " : "static double ";
    }

    /** Before the methods of each characteristic: nothing, or a class within the class where one can't hold them all. */
    private List<String> owners(Scorecard card) {
        List<String> owners = new ArrayList<>();
        int part = 0;
        int constants = 0;
        for (Characteristic line : card.characteristics()) {
            int more = 4 * size(line);
            if (constants + more > MOST_CONSTANTS) {
                part++;
                constants = 0;
            }
            constants += more;
            owners.add(part == 0 ? "" : className + "Part" + part + ".");
        }
        return owners;
    }

    private static int size(Characteristic line) {
        return line.bins().size() + line.bins().feature().levels().size();
    }

    private static void requireFits(Scorecard card) {
        if (card.characteristics().size() > MOST_LINES) {
            throw new IllegalArgumentException("card must have at most " + MOST_LINES + " characteristics, found "
                    + card.characteristics().size());
        }
        int all = 0;
        for (Characteristic line : card.characteristics()) {
            int size = size(line);
            if (size > MOST_BINS) {
                throw new IllegalArgumentException(
                        line.name() + " must have at most " + MOST_BINS + " bins and levels, found " + size);
            }
            all += size;
        }
        if (all > MOST_IN_ALL) {
            throw new IllegalArgumentException(
                    "card must have at most " + MOST_IN_ALL + " bins and levels, found " + all);
        }
    }

    private static void list(JavaSource source, String method, String array, String what) {
        source.line("    /** Returns " + what + ". */");
        source.line("    public static String[] " + method + "() {");
        source.line("        return " + array + ".clone();").line("    }").line("");
    }

    private static void score(JavaSource source, Scorecard card, List<String> owners) {
        source.line("    /** The score of a row, NaN where a value is missing; NaN if there is no score. */");
        source.line("    public static double score(double... row) {");
        source.line("        require(row);");
        source.line("        double sum = " + number(card.base()) + ";");
        for (boolean levels : new boolean[] {false, true}) {
            for (int i = 0; i < card.characteristics().size(); i++) {
                if (card.schema().feature(i).type().hasLevels() == levels) {
                    source.line("        sum += " + owners.get(i) + "points" + i + "(row[" + i + "]);");
                }
            }
        }
        source.line("        return sum;").line("    }").line("");
        source.line("    private static void require(double[] row) {");
        source.line("        if (row.length != FEATURES.length) {");
        source.line("            throw new IllegalArgumentException(");
        source.line("                    \"row must have \" + FEATURES.length + \" values, found \" + row.length);");
        source.line("        }").line("    }").line("");
    }

    private static void reasons(JavaSource source, Scorecard card, List<String> names, List<String> owners) {
        Map<String, Integer> reasonOf = new HashMap<>();
        double[] baselines = card.baselines();
        source.line(
                "    /** What worsened the score of a row, the strongest first, at most so many; none without a score."
                        + " */");
        source.line("    public static String[] reasons(int most, double... row) {");
        source.line("        if (Double.isNaN(score(row))) {");
        source.line("            return new String[0];").line("        }");
        source.line("        double[] lost = new double[REASONS.length];");
        for (int i = 0; i < baselines.length; i++) {
            Characteristic line = card.characteristics().get(i);
            int next = reasonOf.size();
            // As the card does it: the same code makes one reason, a line without a code one of its own.
            String key = line.reason().map(code -> "code " + code.value()).orElse("line " + i);
            int reason = reasonOf.computeIfAbsent(key, k -> next);
            String points = owners.get(i) + "points" + i + "(row[" + i + "])";
            String baseline = number(baselines[i]);
            source.line("        lost[" + reason + "] += "
                    + (card.reasonRule().pointsAreRisk()
                            ? "-(" + baseline + " - " + points + ");"
                            : baseline + " - " + points + ";"));
        }
        if (reasonOf.size() != names.size()) {
            throw new IllegalStateException("reasons must be " + names + ", found " + reasonOf);
        }
        source.line("        int[] order = new int[REASONS.length];");
        source.line("        int size = 0;");
        source.line("        for (int i = 0; i < lost.length; i++) {");
        source.line("            if (lost[i] > 0) {");
        source.line("                int at = size++;");
        source.line("                for (; at > 0 && lost[order[at - 1]] < lost[i]; at--) {");
        source.line("                    order[at] = order[at - 1];");
        source.line("                }");
        source.line("                order[at] = i;");
        source.line("            }").line("        }");
        source.line("        String[] told = new String[Math.min(most, size)];");
        source.line("        for (int i = 0; i < told.length; i++) {");
        source.line("            told[i] = REASONS[order[i]];");
        source.line("        }").line("        return told;").line("    }").line("");
    }

    private static void code(JavaSource source, Scorecard card, List<String> owners) {
        source.line("    /** The number of a feature's level: NaN for null (missing), -2 for one that the card doesn't"
                + " know. */");
        source.line("    public static double code(String feature, String level) {");
        source.line("        return level == null ? Double.NaN : known(feature, level);");
        source.line("    }").line("");
        int[] some = IntStream.range(0, card.schema().size())
                .filter(i -> card.schema().feature(i).type().hasLevels())
                .toArray();
        source.switchOver(
                "private static double known",
                List.of("feature", "level"),
                Arrays.stream(some)
                        .mapToObj(i -> card.schema().feature(i).name())
                        .toList(),
                at -> owners.get(some[at]) + "code" + some[at] + "(level)",
                "throw new IllegalArgumentException(feature + \" has no levels\");");
    }

    private static void numbers(JavaSource source, int i, Characteristic line, String modifiers) {
        Bins bins = line.bins();
        source.line("    /** " + line.name() + " */");
        source.line("    " + modifiers + "points" + i + "(double x) {");
        then(source, "Double.isNaN(x)", line.points(bins.missingBin()));
        then(source, "Double.isInfinite(x)", Double.NaN);
        double[] specials = bins.specials();
        for (int s = 0; s < specials.length; s++) {
            then(source, "x == " + number(specials[s]), line.points(bins.bin(specials[s])));
        }
        double[] cuts = bins.cuts();
        for (int bin = 0; bin < cuts.length; bin++) {
            then(source, "x < " + number(cuts[bin]), line.points(bin));
        }
        source.line("        return " + number(line.points(cuts.length)) + ";").line("    }");
    }

    private static void levels(JavaSource source, int i, Characteristic line, String modifiers) {
        Bins bins = line.bins();
        List<String> levels = bins.feature().levels();
        source.line("    /** " + line.name() + " */");
        source.line("    " + modifiers + "points" + i + "(double x) {");
        then(source, "Double.isNaN(x)", line.points(bins.missingBin()));
        then(source, "x != (int) x", Double.NaN);
        source.line("        switch ((int) x) {");
        source.line("            case -2:");
        source.line("                return " + number(line.points(bins.unseenBin())) + ";");
        for (int code = 0; code < levels.size(); code++) {
            source.line("            case " + code + ":");
            source.line("                return " + number(line.points(bins.bin(code))) + ";");
        }
        source.line("            default:");
        source.line("                return Double.NaN;")
                .line("        }")
                .line("    }")
                .line("");
        source.switchOver(modifiers + "code" + i, List.of("level"), levels, code -> code + "", "return -2;");
    }

    private static void then(JavaSource source, String condition, double points) {
        source.line("        if (" + condition + ") {");
        source.line("            return " + number(points) + ";").line("        }");
    }

    private static String ascii(String value) {
        return value.replaceAll("[^A-Za-z0-9.-]", "?");
    }
}
