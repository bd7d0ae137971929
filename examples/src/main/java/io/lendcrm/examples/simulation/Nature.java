package io.lendcrm.examples.simulation;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * What a client is drawn to be: its planted segment and its own parameters around it.
 *
 * @param id the client
 * @param number its place in the book
 * @param archetype the planted segment
 * @param currency the currency of its books
 * @param size yearly income or turnover in major units of its currency
 * @param annualPd true probability of default within a year
 * @param monthlyChurn true hazard of leaving
 * @param monthlyRate true rate of paid services
 * @param ticket median amount of one, in major units of its currency
 * @param channel preferred channel
 * @param product preferred product
 * @param contactHour preferred hour of contact
 * @param satisfaction mean satisfaction on 1 to 5
 * @param joinedOn the day it came
 * @param group the number of its group, -1 if none
 */
record Nature(
        ClientId id,
        int number,
        Archetype archetype,
        Currency currency,
        double size,
        double annualPd,
        double monthlyChurn,
        double monthlyRate,
        double ticket,
        Channel channel,
        String product,
        int contactHour,
        double satisfaction,
        LocalDate joinedOn,
        int group) {

    /** Members of a group are neighbours in the book, so that a client's group follows from its number alone. */
    static final int GROUP_SIZE = 4;

    private static final List<String> PRODUCTS =
            List.of("consumer-loan", "fast-loan", "mortgage", "technology-loan", "working-capital", "revolving-credit");

    static Nature drawn(int number, SimulationOptions options, Draw draw) {
        Archetype archetype = Archetype.drawn(draw);
        ClientId id = ClientId.of(String.format(Locale.ROOT, "C%07d", number));
        Currency currency = SimulatedRates.HOME;
        if (draw.chance(options.foreignShare())) {
            currency = SimulatedRates.FOREIGN.get(draw.below(SimulatedRates.FOREIGN.size()));
        }
        double unit = SimulatedRates.start(currency);
        double size = draw.logNormal(archetype.medianSize(), 0.6);
        // Bigger clients of a kind are a little safer and use tickets that grow slowly with their size.
        double relative = size / archetype.medianSize();
        double ticket = draw.logNormal(archetype.medianTicket(), 0.5 * archetype.ticketSigma())
                * StrictMath.pow(relative, 0.25);
        double pd = Math.min(
                0.6, options.pdScale() * draw.logNormal(archetype.annualPd(), 0.7) * StrictMath.pow(relative, -0.3));
        double churn = Math.min(0.5, options.churnScale() * draw.gamma(2, archetype.monthlyChurn() / 2));
        double rate = draw.gamma(1.6, archetype.monthlyRate() / 1.6);
        Channel channel = archetype.digital() > draw.uniform()
                ? (draw.chance(0.7) ? Channel.APP : Channel.WEB)
                : List.of(Channel.BRANCH, Channel.MANAGER, Channel.PHONE).get(draw.below(3));
        String product = draw.chance(0.75) ? archetype.product() : PRODUCTS.get(draw.below(PRODUCTS.size()));
        double satisfaction = Math.max(1.2, Math.min(4.8, archetype.satisfaction() + 0.5 * draw.normal()));
        return new Nature(
                id,
                number,
                archetype,
                currency,
                size * unit,
                pd,
                churn,
                rate,
                ticket * unit,
                channel,
                product,
                draw.between(8, 20),
                satisfaction,
                joined(options, draw),
                group(number, options, archetype));
    }

    /** Half of the book was there before the first day, the rest came in the course of time. */
    private static LocalDate joined(SimulationOptions options, Draw draw) {
        int days = (int) (options.until().toEpochDay() - options.from().toEpochDay());
        return draw.chance(0.5)
                ? options.from().minusDays(draw.between(0, 3_650))
                : options.from().plusDays(draw.below(Math.max(1, days - 30)));
    }

    private static int group(int number, SimulationOptions options, Archetype archetype) {
        int block = number / GROUP_SIZE;
        boolean grouped = Draw.of(options.seed(), -1L - block).chance(options.groupShare());
        return grouped && archetype.kind() != io.lendcrm.core.client.Client.Kind.INDIVIDUAL ? block : -1;
    }

    Money money(double major) {
        double minor = Math.rint(major * StrictMath.pow(10, currency.getDefaultFractionDigits()));
        return new Money((long) Math.max(0, minor), currency);
    }

    boolean isFirm() {
        return archetype.kind() != io.lendcrm.core.client.Client.Kind.INDIVIDUAL;
    }
}
