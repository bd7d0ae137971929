package io.lendcrm.core.ingest;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ingest.DelimitedFile.Header;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.time.AsOf;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a delimited file is read and what its columns mean: for each member of the domain's documents where its value comes
 * from. A member within another is named with a point, such as {@code industry.code} or {@code amounts.total-assets}.
 *
 * <p>What isn't mapped follows where it can: {@code id} of an interaction from the file's name and the line;
 * {@code occurredAt} from the column of {@code occurredOn} if that tells a time; {@code validFrom} from {@code since};
 * {@code recordedAt} of an interaction, a client or a contract from the end of its day in the file's zone. A statement is
 * never taken to be known at the end of its period: its {@code recordedAt} has to be mapped. Immutable and thread-safe.
 *
 * @param delimiter what stands between fields
 * @param header whether the first record names the columns
 * @param encoding how characters are written
 * @param missing texts that mean a missing value, besides the empty one
 * @param days how days are written
 * @param zone the source's zone
 * @param currency the ISO 4217 code of amounts whose column names none; empty if there are no amounts
 * @param fields where each member's value comes from
 */
public record FileMapping(
        Delimiter delimiter,
        Header header,
        Charset encoding,
        List<String> missing,
        DayFormat days,
        ZoneId zone,
        String currency,
        Map<String, FieldSource> fields) {

    public FileMapping {
        requireNonNull(delimiter, "delimiter");
        requireNonNull(header, "header");
        requireNonNull(encoding, "encoding");
        missing = List.copyOf(missing);
        requireNonNull(days, "days");
        requireNonNull(zone, "zone");
        requireNonNull(currency, "currency");
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * A mapping of a file with ISO days, a detected delimiter and header, in UTF-8 and UTC.
     *
     * @param currency the ISO 4217 code of its amounts; empty if it has none
     * @param fields where each member's value comes from
     * @return the mapping
     */
    public static FileMapping of(String currency, Map<String, FieldSource> fields) {
        return new FileMapping(
                Delimiter.DETECTED,
                Header.DETECT,
                StandardCharsets.UTF_8,
                List.of(),
                DayFormat.iso(),
                ZoneOffset.UTC,
                currency,
                fields);
    }

    DelimitedFile applyTo(DelimitedFile file) {
        return file.withDelimiter(delimiter)
                .withHeader(header)
                .withEncoding(encoding)
                .withMissing(missing.toArray(String[]::new))
                .withDays(days);
    }

    /** The document of a row. */
    Document.Tree document(Row row) {
        TreeGrowth tree = new TreeGrowth();
        fields.forEach((member, from) -> from.value(row, member)
                .ifPresent(text -> tree.put(member, value(member, text), from.constant() != null)));
        follow(row, tree);
        return tree.build();
    }

    private void follow(Row row, TreeGrowth tree) {
        day(row, "occurredOn").ifPresent(text -> {
            follow(tree, "id", () -> row.place().toString());
            days.time(text).ifPresent(time -> follow(tree, "occurredAt", time::toString));
            follow(tree, "recordedAt", () -> endOfDay(text));
        });
        day(row, "since").ifPresent(text -> {
            follow(tree, "validFrom", () -> days.day(text).orElseThrow().toString());
            follow(tree, "recordedAt", () -> endOfDay(text));
        });
        day(row, "signedOn").ifPresent(text -> follow(tree, "recordedAt", () -> endOfDay(text)));
    }

    /** A member that is mapped never follows: if its value is missing, it is missing. */
    private void follow(TreeGrowth tree, String member, Supplier<String> value) {
        if (!fields.containsKey(member)) {
            tree.put(member, new Document.Text(value.get()), false);
        }
    }

    private String endOfDay(String text) {
        return AsOf.recordedOn(days.day(text).orElseThrow(), zone).toString();
    }

    private Optional<String> day(Row row, String member) {
        FieldSource from = fields.get(member);
        return from == null ? Optional.empty() : from.value(row, member);
    }

    private Document value(String member, String text) {
        return switch (Member.shape(member)) {
            case TEXT -> new Document.Text(text);
            case DAY ->
                new Document.Text(days.day(text)
                        .orElseThrow(() -> refused(member, text, days.expected()))
                        .toString());
            case TIME ->
                new Document.Text(days.time(text)
                        .or(() -> DayFormat.timeOfDay(text))
                        .orElseThrow(() -> refused(member, text, "a time such as 08:30"))
                        .toString());
            case INSTANT ->
                new Document.Text(days.instant(text, zone)
                        .orElseThrow(() -> refused(member, text, days.expected()))
                        .toString());
            case MONEY ->
                Document.tree()
                        .put("amount", decimal(member, text))
                        .put("currency", currency)
                        .build();
            case DECIMAL -> new Document.Text(decimal(member, text));
            case COUNT -> new Document.Whole(whole(member, text));
            case FLAG -> new Document.Flag(flag(member, text));
        };
    }

    private static String decimal(String member, String text) {
        if (!Numerals.isDecimal(text)) {
            throw refused(member, text, "a decimal number with a point and no thousands separators");
        }
        return new BigDecimal(text).toPlainString();
    }

    private static long whole(String member, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw refused(member, text, "a whole number");
        }
    }

    private static boolean flag(String member, String text) {
        double code = BinaryWords.code(text);
        if (code < 0) {
            throw refused(member, text, "one of " + BinaryWords.KNOWN);
        }
        return code == 1;
    }

    private static RefusedRowException refused(String member, String text, String expected) {
        return RefusedRowException.of("unreadable-value", member, text, expected);
    }
}
