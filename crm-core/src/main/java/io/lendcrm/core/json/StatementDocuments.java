package io.lendcrm.core.json;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.statement.FinancialStatement;
import io.lendcrm.core.statement.LineItem;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/**
 * Financial statements as documents, each part under the name it has in the record; {@code amounts} holds the lines by
 * name, such as {@code "total-assets":"1250.5"}, in {@code unit}s. Stateless and thread-safe.
 */
public final class StatementDocuments {

    private StatementDocuments() {}

    /**
     * Reads a statement.
     *
     * @param document what {@link #write} makes
     * @return the statement
     * @throws ModelFormatException if a part is missing, unknown or out of range
     */
    public static FinancialStatement read(Document.Tree document) {
        DocumentReader reader = DocumentReader.of(document, "$");
        DomainTreeReader in = new DomainTreeReader(reader);
        FinancialStatement statement = in.build(() -> new FinancialStatement(
                in.client("client"),
                in.day("from"),
                in.day("until"),
                in.choice("basis", FinancialStatement.Basis.class),
                in.flag("audited"),
                in.currency("currency"),
                in.has("unit") ? in.number("unit") : BigDecimal.ONE,
                in.part("amounts", StatementDocuments::amounts),
                in.instant("recordedAt")));
        reader.end();
        return statement;
    }

    /**
     * Writes a statement.
     *
     * @param statement the statement
     * @return its document
     */
    public static Document.Tree write(FinancialStatement statement) {
        DomainTreeWriter amounts = new DomainTreeWriter();
        statement.amounts().forEach((line, amount) -> amounts.put(DomainTreeReader.word(line), amount));
        return new DomainTreeWriter()
                .put("client", statement.client().value())
                .print("from", statement.from())
                .print("until", statement.until())
                .put("basis", statement.basis())
                .put("audited", statement.audited())
                .put("currency", statement.currency().getCurrencyCode())
                .put("unit", statement.unit())
                .put("amounts", amounts.build())
                .print("recordedAt", statement.recordedAt())
                .build();
    }

    private static Map<LineItem, BigDecimal> amounts(DomainTreeReader in) {
        Map<LineItem, BigDecimal> amounts = new EnumMap<>(LineItem.class);
        for (LineItem line : LineItem.values()) {
            String name = DomainTreeReader.word(line);
            if (in.has(name)) {
                amounts.put(line, in.number(name));
            }
        }
        return amounts;
    }
}
