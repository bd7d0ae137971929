package io.lendcrm.segmentation.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.RealData;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.ClusterModel;
import io.lendcrm.segmentation.NumericTables;
import io.lendcrm.segmentation.association.AssociationRules;
import io.lendcrm.segmentation.association.Baskets;
import io.lendcrm.segmentation.association.RuleMeasure;
import io.lendcrm.segmentation.cluster.KMeans;
import io.lendcrm.segmentation.evaluation.SegmentLift.Standing;
import io.lendcrm.segmentation.preparation.Preparation;
import io.lendcrm.segmentation.preparation.Scale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Segments of real clients, found without the outcome, and what they tell of the outcome of other clients. */
class SegmentLiftDataTest {

    /** Credit-card clients of Taiwan: by how late they paid, how much of the limit they use, and what they paid. */
    @Test
    void segmentsOfPaymentsTellDefaultsOfOtherClients() {
        SegmentLift[] lift = read(
                        "taiwan-credit-default/uci-credit-card.csv.gz",
                        ",",
                        5,
                        false,
                        row -> row[24].equals("1"),
                        row -> new double[] {
                            number(row[6]),
                            number(row[7]),
                            number(row[8]),
                            number(row[12]) / number(row[1]),
                            Math.log1p(number(row[18]))
                        })
                .lifts(4, 0.5);
        SegmentLift.SegmentRate late = lift[1].segments().get(2);
        assertThat(late.standing()).isEqualTo(Standing.ABOVE);
        assertThat(late.interval().above(0.45)).isTrue(); // of 22 % on the whole
        assertThat(late.lift().orElseThrow()).isGreaterThan(2.4);
        assertThat(lift[1].gini(lift[0])).isBetween(0.30, 0.40);
        assertThat(lift[1].informationValue()).isGreaterThan(0.5);
        assertThat(lift[1].test().p()).isBetween(Double.MIN_NORMAL, 1e-50);
    }

    /** Credit-card clients: by products, activity and its change. */
    @Test
    void segmentsOfActivityTellChurnOfOtherClients() {
        SegmentLift[] lift = read(
                        "bank-churners/bank-churners.csv.gz",
                        ",",
                        2,
                        false,
                        row -> row[1].startsWith("Attrited"),
                        row -> new double[] {
                            number(row[10]),
                            number(row[11]),
                            number(row[14]),
                            Math.log(number(row[17])),
                            number(row[18]),
                            number(row[19])
                        })
                .lifts(4, 0.5);
        assertThat(lift[1].segments())
                .extracting(SegmentLift.SegmentRate::standing)
                .containsExactly(Standing.BELOW, Standing.ABOVE, Standing.BELOW, Standing.BELOW);
        assertThat(lift[1].gini(lift[0])).isBetween(0.55, 0.65);
        // each rate of the one half lies in the interval of the other
        for (int s = 0; s < 4; s++) {
            double earlier = lift[0].segments().get(s).rate().value().orElseThrow();
            assertThat(lift[1].segments().get(s).interval().above(earlier)).isFalse();
            assertThat(lift[1].segments().get(s).interval().below(earlier)).isFalse();
        }
    }

    /** Phone contacts in the order of time: the order of segments in 2008 says nothing of 2009 and 2010. */
    @Test
    void anEarlierOrderShowsWhatTheOwnOrderHides() {
        SegmentLift[] lift = read(
                        "bank-marketing-contacts/bank-additional-full.csv.gz",
                        ";",
                        6,
                        true,
                        row -> row[20].equals("yes"),
                        row -> new double[] {number(row[0]), Math.log(number(row[11])), number(row[13])})
                .lifts(4, 0.85);
        assertThat(lift[1].test().p()).isLessThan(0.001);
        assertThat(lift[1].gini()).isGreaterThan(0.15);
        assertThat(lift[1].gini(lift[0])).isLessThan(0.05);
    }

    /** Insurance policies held by 5,822 clients: one is hidden of each of a half, rules are learnt from the other half. */
    @Test
    void rulesByConfidenceSuggestPoliciesBetterThanPopularityDoes() {
        List<List<String>> clients = new ArrayList<>();
        for (String line : lines("coil-2000/ticdata2000.tsv.gz")) {
            String[] fields = line.split("\t");
            clients.add(IntStream.range(64, 86)
                    .filter(j -> number(fields[j]) > 0)
                    .mapToObj(j -> "policy" + (j + 1))
                    .toList());
        }
        Baskets train = half(clients, 0);
        List<HiddenItem> hidden = HiddenItem.of(half(clients, 1), Set.of(), 7);
        Suggester rules = Suggester.of(AssociationRules.of(0.003, 0.1)
                .withBest(RuleMeasure.CONFIDENCE, 10_000)
                .fit(train, Run.sequential()));
        Suggester popular = Suggester.popular(train, Set.of());
        HitRate rate = HitRate.of(hidden, rules.then(popular), popular, 1);
        assertThat(rate.clients()).isGreaterThan(1_400);
        assertThat(rate.baselineHits().interval(0.95).below(0.70)).isTrue();
        assertThat(rate.hits().interval(0.95).above(0.70)).isTrue();
        assertThat(rate.gainInterval(0.95).above(0.08)).isTrue();
        HitRate three = HitRate.of(hidden, rules.then(popular), popular, 3);
        assertThat(three.gainInterval(0.95).above(0)).isTrue();
        assertThat(three.gain()).isLessThan(rate.gain()); // there is less to gain among the first three of 21
    }

    private static Baskets half(List<List<String>> clients, int from) {
        return Baskets.of(IntStream.range(0, clients.size())
                .filter(i -> i % 2 == from)
                .mapToObj(clients::get)
                .toList());
    }

    private record Split(double[][] features, boolean[] event) {
        /** Fitted to the first rows, measured there and on the others. */
        SegmentLift[] lifts(int k, double part) {
            int first = (int) (event.length * part);
            FeatureTable before = table(0, first);
            FeatureTable after = table(first, event.length);
            ClusterModel model =
                    KMeans.of(k).withPreparation(Preparation.of(Scale.Z)).fit(before, Run.sequential());
            return new SegmentLift[] {
                SegmentLift.of(model.assign(before), Arrays.copyOf(event, first)),
                SegmentLift.of(model.assign(after), Arrays.copyOfRange(event, first, event.length))
            };
        }

        private FeatureTable table(int from, int to) {
            double[][] columns = new double[features[0].length][to - from];
            for (int i = from; i < to; i++) {
                for (int j = 0; j < columns.length; j++) {
                    columns[j][i - from] = features[i][j];
                }
            }
            return NumericTables.of(columns);
        }
    }

    private static Split read(
            String file,
            String by,
            int every,
            boolean timely,
            Predicate<String[]> event,
            Function<String[], double[]> features) {
        List<String> lines = lines(file);
        // in the file's order if that is time, else shuffled by a stride that has no common divisor with the rows
        List<String[]> rows = IntStream.range(0, (lines.size() - 1) / every)
                .mapToObj(i -> lines.get(1 + (int) (i * (long) (timely ? every : 7919) % (lines.size() - 1))))
                .map(line -> line.replace("\"", "").split(by))
                .toList();
        boolean[] events = new boolean[rows.size()];
        for (int i = 0; i < events.length; i++) {
            events[i] = event.test(rows.get(i));
        }
        return new Split(rows.stream().map(features).toArray(double[][]::new), events);
    }

    private static List<String> lines(String file) {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(RealData.file(file))), UTF_8))) {
            return in.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}
