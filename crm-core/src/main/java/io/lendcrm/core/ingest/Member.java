package io.lendcrm.core.ingest;

import io.lendcrm.core.privacy.DataClass;
import java.util.Map;
import java.util.Set;

/** How the members of the domain's documents are written, by their names, and how personal they are. */
final class Member {

    /** How a value stands in a document. */
    enum Shape {
        TEXT,
        DAY,
        TIME,
        INSTANT,
        MONEY,
        DECIMAL,
        COUNT,
        FLAG
    }

    private static final Map<String, Shape> SHAPES = Map.ofEntries(
            Map.entry("occurredOn", Shape.DAY),
            Map.entry("occurredAt", Shape.TIME),
            Map.entry("recordedAt", Shape.INSTANT),
            Map.entry("dueOn", Shape.DAY),
            Map.entry("since", Shape.DAY),
            Map.entry("validFrom", Shape.DAY),
            Map.entry("birthDate", Shape.DAY),
            Map.entry("foundedOn", Shape.DAY),
            Map.entry("soleTrade.startedOn", Shape.DAY),
            Map.entry("signedOn", Shape.DAY),
            Map.entry("maturity", Shape.DAY),
            Map.entry("from", Shape.DAY),
            Map.entry("until", Shape.DAY),
            Map.entry("amount", Shape.MONEY),
            Map.entry("due", Shape.MONEY),
            Map.entry("paid", Shape.MONEY),
            Map.entry("balance", Shape.MONEY),
            Map.entry("limit", Shape.MONEY),
            Map.entry("yearlyIncome", Shape.MONEY),
            Map.entry("yearlyTurnover", Shape.MONEY),
            Map.entry("soleTrade.yearlyTurnover", Shape.MONEY),
            Map.entry("totalAssets", Shape.MONEY),
            Map.entry("rate", Shape.DECIMAL),
            Map.entry("competitorQuote.rate", Shape.DECIMAL),
            Map.entry("measured", Shape.DECIMAL),
            Map.entry("unit", Shape.DECIMAL),
            Map.entry("householdSize", Shape.COUNT),
            Map.entry("employees", Shape.COUNT),
            Map.entry("soleTrade.employees", Shape.COUNT),
            Map.entry("rating", Shape.COUNT),
            Map.entry("lowest", Shape.COUNT),
            Map.entry("highest", Shape.COUNT),
            Map.entry("passed", Shape.FLAG),
            Map.entry("audited", Shape.FLAG),
            Map.entry("listed", Shape.FLAG));

    private static final Set<String> IDENTIFIERS = Set.of(
            "id",
            "client",
            "borrower",
            "name",
            "legalName",
            "registrationId",
            "author",
            "soleTrade.tradeName",
            "soleTrade.registrationId");

    private static final Set<String> SENSITIVE = Set.of(
            "birthDate",
            "gender",
            "occupation",
            "householdSize",
            "yearlyIncome",
            "soleTrade.yearlyTurnover",
            "screening");

    private Member() {}

    static Shape shape(String member) {
        return member.startsWith("amounts.") ? Shape.DECIMAL : SHAPES.getOrDefault(member, Shape.TEXT);
    }

    static DataClass dataClass(String member) {
        if (IDENTIFIERS.contains(member)) {
            return DataClass.IDENTIFIER;
        }
        return SENSITIVE.contains(member) || member.startsWith("attributes") ? DataClass.SENSITIVE : DataClass.ORDINARY;
    }
}
