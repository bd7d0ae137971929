package io.lendcrm.examples.table;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column of a {@link Table}: its cells as texts, each distinct text kept once. Immutable and thread-safe.
 */
public final class Column {

    /** What the cells of a column are. */
    public enum Kind {
        /** Numbers. */
        NUMBER,
        /** Texts, such as the levels of a category. */
        TEXT
    }

    static final int MISSING = -1;

    private final String name;
    private final int[] codes;
    private final List<String> texts;
    private final double[] numbers;
    private final Kind kind;

    Column(String name, int[] codes, List<String> texts, @Nullable Kind declared) {
        this.name = name;
        this.codes = codes;
        this.texts = List.copyOf(texts);
        this.numbers = this.texts.stream().mapToDouble(Numerals::parse).toArray();
        this.kind =
                declared != null ? declared : Arrays.stream(numbers).anyMatch(Double::isNaN) ? Kind.TEXT : Kind.NUMBER;
    }

    /** {@return the name in the header, or the position} */
    public String name() {
        return name;
    }

    /** {@return what the file declares the cells to be; else numbers if all of them are} */
    public Kind kind() {
        return kind;
    }

    /** {@return the distinct texts, in the order they came} */
    public List<String> texts() {
        return texts;
    }

    /**
     * Whether a cell is missing.
     *
     * @param row from 0
     * @return true if so
     */
    public boolean isMissing(int row) {
        return codes[row] == MISSING;
    }

    /**
     * A cell as it was written.
     *
     * @param row from 0
     * @return the text; empty if it is missing
     */
    public String text(int row) {
        return isMissing(row) ? "" : texts.get(codes[row]);
    }

    /**
     * A cell as a number.
     *
     * @param row from 0
     * @return the number, which may be infinite; {@code NaN} if it is missing or none
     */
    public double number(int row) {
        return isMissing(row) ? Double.NaN : numbers[codes[row]];
    }

    /**
     * Whether a cell can't be used as a finite number: it is there, but isn't one.
     *
     * @param row from 0
     * @return true if so
     */
    public boolean isNoNumber(int row) {
        return !isMissing(row) && !Double.isFinite(numbers[codes[row]]);
    }

    /** Of a cell what stands at its text's place in another list; {@code NaN} if it is missing. */
    double level(int row, double[] ofTexts) {
        return isMissing(row) ? Double.NaN : ofTexts[codes[row]];
    }

    /** {@return how many of the distinct texts are numbers} */
    public int distinctNumbers() {
        return (int)
                Arrays.stream(numbers).filter(value -> !Double.isNaN(value)).count();
    }

    /** Some of the cells; texts that none of them has are no longer among the distinct ones. */
    Column rows(int[] rows) {
        Map<Integer, Integer> kept = new LinkedHashMap<>();
        int[] some = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int code = codes[rows[i]];
            some[i] = code == MISSING ? MISSING : kept.computeIfAbsent(code, c -> kept.size());
        }
        return new Column(name, some, kept.keySet().stream().map(texts::get).toList(), kind);
    }

    /**
     * The same cells, taken for another kind.
     *
     * @param told what they are
     * @return the column of that kind
     */
    public Column as(Kind told) {
        return new Column(name, codes, texts, told);
    }

    /** {@return the name and how many distinct texts} */
    @Override
    public String toString() {
        return "Column[" + name + ", " + kind + ", " + texts.size() + " distinct]";
    }
}
