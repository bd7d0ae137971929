package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.time.CalendarUnit;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Models, clients and books of all kinds. */
public final class ClvArbitraries {

    private ClvArbitraries() {}

    /** Parameters of any size between two powers of ten. */
    public static Arbitrary<BgNbdModel> models(double from, double to) {
        Arbitrary<Double> parameter = parameters(from, to);
        return Combinators.combine(parameter, parameter, parameter, parameter)
                .as((r, alpha, a, b) -> BgNbdModel.of(CalendarUnit.WEEK, r, alpha, a, b));
    }

    /** Parameters of any size between two powers of ten. */
    public static Arbitrary<ParetoNbdModel> paretoModels(double from, double to) {
        Arbitrary<Double> parameter = parameters(from, to);
        return Combinators.combine(parameter, parameter, parameter, parameter)
                .as((r, alpha, s, beta) -> ParetoNbdModel.of(CalendarUnit.WEEK, r, alpha, s, beta));
    }

    private static Arbitrary<Double> parameters(double from, double to) {
        return Arbitraries.doubles().between(from, to).map(power -> Math.pow(10, power));
    }

    public static Arbitrary<PurchaseSummary> clients(Arbitrary<Integer> frequency, double oldest) {
        return Combinators.combine(
                        frequency,
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.doubles().between(0, oldest))
                .as((x, share, age) -> new PurchaseSummary(x, x == 0 ? 0 : share * age, age));
    }

    /** Of at least two clients, one of whom came back and one of whom didn't, in whole days as weeks. */
    public static Arbitrary<PurchaseSummaries> books() {
        Arbitrary<PurchaseSummary> client = clients(Arbitraries.integers().between(0, 30), 52)
                .map(c -> new PurchaseSummary(
                        c.frequency(), Math.floor(7 * c.recency()) / 7, Math.ceil(7 * c.age()) / 7));
        return client.list().ofMinSize(1).ofMaxSize(40).map(ClvArbitraries::book);
    }

    private static PurchaseSummaries book(List<PurchaseSummary> clients) {
        List<PurchaseSummary> all = new ArrayList<>(clients);
        all.add(new PurchaseSummary(0, 0, 30));
        all.add(new PurchaseSummary(3, 20, 30));
        double[] none = {};
        return PurchaseSummaries.of(
                CalendarUnit.WEEK,
                all.stream().mapToInt(PurchaseSummary::frequency).toArray(),
                all.stream().mapToDouble(PurchaseSummary::recency).toArray(),
                all.stream().mapToDouble(PurchaseSummary::age).toArray(),
                none,
                none);
    }
}
