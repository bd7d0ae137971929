package io.lendcrm.core.extraction;

import static io.lendcrm.core.extraction.Story.AS_OF;
import static io.lendcrm.core.extraction.Story.STANDARD;
import static io.lendcrm.core.extraction.Story.TODAY;
import static io.lendcrm.core.extraction.Story.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.client.Client;
import io.lendcrm.core.client.Organisation;
import io.lendcrm.core.client.Relationship;
import io.lendcrm.core.feature.FeatureExtractor;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.time.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What happened or became known after the point in time changes no feature. */
class LeakageProperties {

    private static final FeatureExtractor ALL = STANDARD.all();
    private static final Instant LATER = AS_OF.knownBy().plusSeconds(1);

    @Property(tries = 150)
    void laterEventsChangeNothing(@ForAll("lives") List<Interaction> life, @ForAll long seed) {
        Random random = new Random(seed);
        List<Interaction> more = new ArrayList<>(life);
        more.addAll(Events.make(random, 20, 1000, TODAY.plusDays(1), TODAY.plusMonths(14)));

        assertThat(features(firm(more))).isEqualTo(features(firm(life)));
    }

    @Property(tries = 150)
    void eventsRecordedLaterChangeNothing(@ForAll("lives") List<Interaction> life, @ForAll long seed) {
        Random random = new Random(seed);
        List<Interaction> more = new ArrayList<>(life);
        for (int i = 0; i < 20; i++) {
            LocalDate day = TODAY.minusDays(random.nextInt(700));
            more.add(Events.make(random, 1000 + i, day, TODAY.plusDays(1 + random.nextInt(30))));
        }

        assertThat(features(firm(more))).isEqualTo(features(firm(life)));
    }

    @Property(tries = 50)
    void laterRestatementsReportsAndContractsChangeNothing(@ForAll("lives") List<Interaction> life) {
        Dossier known = firm(life);
        Dossier later = known.withStatements(plus(known.statements(), Firm.statement(2023, "1000", LATER)))
                .withReports(plus(known.reports(), Firm.report(TODAY.plusDays(1))))
                .withFacilities(
                        plus(known.facilities(), Firm.facility("f9", TODAY.plusDays(1), TODAY.plusYears(9), eur("77"))))
                .withCollateral(plus(known.collateral(), Firm.collateral("land", eur("1"), TODAY.plusDays(1))));

        assertThat(features(later)).isEqualTo(features(known));
    }

    @Property(tries = 50)
    void aStateOfTheClientThatBecameKnownLaterChangesNothing(@ForAll("lives") List<Interaction> life) {
        Dossier known = firm(life);
        Client grown = Organisation.builder()
                .id(Story.ID)
                .relationship(Relationship.since(TODAY))
                .type(Organisation.Type.FUND)
                .employees(1)
                .build();
        Dossier later = new Dossier(
                known.id(),
                known.states().with(new Version<>(grown, TODAY.minusYears(1), LATER)),
                known.interactions(),
                known.statements(),
                known.facilities(),
                known.reports(),
                known.ratings(),
                known.collateral(),
                known.guarantees());

        assertThat(features(later)).isEqualTo(features(known));
    }

    /** Guards the others: the same events inside the window do change features. */
    @Property(tries = 50)
    void eventsThatAreVisibleDoChangeFeatures(@ForAll("lives") List<Interaction> life, @ForAll long seed) {
        List<Interaction> more = new ArrayList<>(life);
        more.addAll(Events.make(new Random(seed), 20, 1000, TODAY.minusMonths(6), TODAY));

        assertThat(features(firm(more))).isNotEqualTo(features(firm(life)));
    }

    @Provide
    Arbitrary<List<Interaction>> lives() {
        return Events.between(TODAY.minusMonths(30), TODAY);
    }

    private static Dossier firm(List<Interaction> life) {
        return Firm.dossier().withInteractions(life);
    }

    private static double[] features(Dossier dossier) {
        return Story.read(ALL, dossier.at(AS_OF).orElseThrow()).toArray();
    }

    private static <T> List<T> plus(List<T> all, T one) {
        List<T> more = new ArrayList<>(all);
        more.add(one);
        return more;
    }
}
