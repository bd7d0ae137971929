package io.lendcrm.core.ingest;

import io.lendcrm.core.ingest.DelimitedFile.Header;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelFormatException;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a lender's files mean, as a document that people write:
 *
 * <pre>{@code
 * {"format": "lendcrm-mapping",
 *  "clients": {"delimiter": ";", "days": "yyMMdd", "firstYear": 1900, "zone": "Europe/Prague", "currency": "CZK",
 *    "fields": {"kind": {"constant": "individual"}, "id": "client_id", "since": "opened",
 *               "gender": {"column": "sex", "codes": {"F": "female", "*": "male"}}}},
 *  "interactions": {"currency": "CZK",
 *    "fields": {"kind": {"constant": "transaction"}, "client": "client_id", "occurredOn": "date", "amount": "amount",
 *               "direction": {"column": "type", "codes": {"PRIJEM": "in", "*": "out"}},
 *               "channel": {"constant": "branch"}}}}
 * }</pre>
 *
 * <p>The members of {@code fields} are those of the domain's documents; see {@link FileMapping} for names within others
 * and for what follows where nothing is mapped. Immutable and thread-safe.
 *
 * @param clients how to read clients; null if not told
 * @param interactions how to read interactions; null if not told
 * @param facilities how to read contracts; null if not told
 * @param statements how to read statements; null if not told
 */
public record Mapping(
        @Nullable FileMapping clients,
        @Nullable FileMapping interactions,
        @Nullable FileMapping facilities,
        @Nullable FileMapping statements) {

    private static final String FORMAT = "lendcrm-mapping";

    /**
     * Reads a mapping.
     *
     * @param document the document
     * @return the mapping
     * @throws ModelFormatException if a part is missing, unknown or can't be used; the message names the place
     */
    public static Mapping from(Document.Tree document) {
        DocumentReader in = DocumentReader.of(document, "$");
        if (!in.text("format").equals(FORMAT)) {
            throw in.fault("format", "must be \"" + FORMAT + "\"");
        }
        Mapping mapping = new Mapping(
                section(in, "clients", Set.of("kind", "id", "since")),
                section(in, "interactions", Set.of("kind", "client", "occurredOn", "channel")),
                section(in, "facilities", Set.of("id", "borrower", "type", "product", "limit", "rate", "signedOn")),
                section(in, "statements", Set.of("client", "from", "until", "basis", "audited", "recordedAt")));
        in.end();
        return mapping;
    }

    private static @Nullable FileMapping section(DocumentReader in, String name, Set<String> required) {
        if (!in.has(name)) {
            return null;
        }
        DocumentReader section = in.tree(name);
        FileMapping defaults = FileMapping.of("", Map.of());
        Map<String, FieldSource> fields = fields(section.tree("fields"));
        List<String> missing = new ArrayList<>(required.stream().sorted().toList());
        missing.removeAll(fields.keySet());
        if (!missing.isEmpty()) {
            throw section.fault("fields", "must map " + missing);
        }
        FileMapping mapping = section.build(() -> new FileMapping(
                text(section, "delimiter").map(Delimiter::parse).orElse(defaults.delimiter()),
                text(section, "header")
                        .map(word -> Header.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(defaults.header()),
                text(section, "encoding").map(Charset::forName).orElse(defaults.encoding()),
                section.has("missing") ? section.texts("missing") : List.of(),
                days(section),
                text(section, "zone").map(ZoneId::of).orElse(defaults.zone()),
                text(section, "currency").orElse(""),
                fields));
        section.end();
        return mapping;
    }

    private static DayFormat days(DocumentReader section) {
        int firstYear = section.has("firstYear") ? Math.toIntExact(section.whole("firstYear")) : 1970;
        return text(section, "days")
                .map(pattern -> DayFormat.of(pattern, firstYear))
                .orElse(DayFormat.iso());
    }

    private static Map<String, FieldSource> fields(DocumentReader in) {
        Map<String, FieldSource> fields = new LinkedHashMap<>();
        for (String member : in.names()) {
            fields.put(member, in.isText(member) ? FieldSource.column(in.text(member)) : source(in.tree(member)));
        }
        return fields;
    }

    private static FieldSource source(DocumentReader in) {
        FieldSource source = in.build(() -> new FieldSource(
                text(in, "column").orElse(null), text(in, "constant").orElse(null), codes(in)));
        in.end();
        return source;
    }

    private static Map<String, String> codes(DocumentReader in) {
        Map<String, String> codes = new LinkedHashMap<>();
        if (in.has("codes")) {
            DocumentReader members = in.tree("codes");
            members.names().forEach(code -> codes.put(code, members.text(code)));
        }
        return codes;
    }

    private static Optional<String> text(DocumentReader in, String name) {
        return in.has(name) ? Optional.of(in.text(name)) : Optional.empty();
    }
}
