package io.lendcrm.core.extraction;

import io.lendcrm.core.client.Client;
import io.lendcrm.core.client.FirmSize;
import io.lendcrm.core.client.Individual;
import io.lendcrm.core.client.Industry;
import io.lendcrm.core.client.IndustryScheme;
import io.lendcrm.core.client.Organisation;
import io.lendcrm.core.client.ProjectCompany;
import io.lendcrm.core.client.SizeBand;
import io.lendcrm.core.client.SizeRules;
import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.money.ExchangeRates;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.CalendarUnit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How big a client is, how old, and what it does. */
record SizeAndIndustry(Client client, AsOf asOf, IndustryScheme scheme, SizeRules rules, ExchangeRates rates) {

    static SizeAndIndustry of(ClientHistory history, IndustryScheme scheme, SizeRules rules, ExchangeRates rates) {
        return new SizeAndIndustry(history.client(), history.asOf(), scheme, rules, rates);
    }

    static Definitions<SizeAndIndustry> definitions(IndustryScheme scheme, List<String> sections, SizeRules rules) {
        return Definitions.<SizeAndIndustry>of(Dimension.SIZE_AND_INDUSTRY)
                .reading("organisation.type")
                .level(
                        FeatureType.NOMINAL,
                        "client_kind",
                        kinds(),
                        "A person, a company that exists for one project, or the sort of organisation",
                        SizeAndIndustry::kind)
                .reading("organisation.employees", "soleTrade.employees")
                .numeric("employees", "people", "People employed by the firm; missing if unknown", v -> v.employees())
                .reading("organisation.foundedOn", "soleTrade.startedOn")
                .numeric(
                        "firm_age_years",
                        "years",
                        "Days since founding / 365.2425; missing if unknown or later",
                        v -> v.firmAge())
                .reading(
                        "organisation.employees",
                        "organisation.yearlyTurnover",
                        "organisation.totalAssets",
                        "organisation.industry")
                .level(
                        FeatureType.ORDINAL,
                        "size_band",
                        names(SizeBand.values()),
                        "Size of the firm by " + rules.name() + "; missing if what is known allows several",
                        SizeAndIndustry::sizeBand)
                .reading("organisation.industry", "soleTrade.industry", "projectCompany.industry")
                .level(
                        FeatureType.NOMINAL,
                        "industry_section",
                        sections,
                        "Broadest level of the industry in " + scheme.name()
                                + "; missing if unknown or coded in another scheme",
                        SizeAndIndustry::section)
                .reading("organisation.ownership")
                .level(
                        FeatureType.NOMINAL,
                        "ownership",
                        names(Organisation.Ownership.values()),
                        "Who owns the organisation for the most part",
                        SizeAndIndustry::ownership)
                .reading("organisation.listed")
                .binary("listed", "Whether its shares are traded on an exchange; missing if unknown", v -> v.listed())
                .build();
    }

    private String kind() {
        return client instanceof Organisation firm ? name(firm.type()) : name(client.kind());
    }

    private double employees() {
        Integer count = client instanceof Organisation firm
                ? firm.employees()
                : client instanceof Individual person && person.soleTrade() != null
                        ? person.soleTrade().employees()
                        : null;
        return count == null ? Double.NaN : count;
    }

    private double firmAge() {
        LocalDate start = client instanceof Organisation firm
                ? firm.foundedOn()
                : client instanceof Individual person && person.soleTrade() != null
                        ? person.soleTrade().startedOn()
                        : null;
        return start == null || start.isAfter(asOf.date())
                ? Double.NaN
                : (asOf.date().toEpochDay() - start.toEpochDay()) / CalendarUnit.YEAR.days();
    }

    private @Nullable String sizeBand() {
        return client instanceof Organisation firm && rules.sizeOf(firm, rates, asOf) instanceof FirmSize.Banded banded
                ? name(banded.band())
                : null;
    }

    private @Nullable String section() {
        Industry industry = industry();
        return industry == null || !industry.scheme().equals(scheme.name())
                ? null
                : scheme.rollUp(industry.code(), scheme.levels().get(0)).orElse(null);
    }

    private @Nullable Industry industry() {
        if (client instanceof Organisation firm) {
            return firm.industry();
        }
        if (client instanceof ProjectCompany project) {
            return project.industry();
        }
        return client instanceof Individual person && person.soleTrade() != null
                ? person.soleTrade().industry()
                : null;
    }

    private @Nullable String ownership() {
        return client instanceof Organisation firm && firm.ownership() != null ? name(firm.ownership()) : null;
    }

    private double listed() {
        return client instanceof Organisation firm
                ? Optional.ofNullable(firm.listed()).map(Definitions::yesNo).orElse(Double.NaN)
                : Double.NaN;
    }

    private static List<String> kinds() {
        List<String> kinds = new ArrayList<>(List.of(name(Client.Kind.INDIVIDUAL), name(Client.Kind.PROJECT_COMPANY)));
        kinds.addAll(names(Organisation.Type.values()));
        return kinds;
    }

    static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(SizeAndIndustry::name).toList();
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
