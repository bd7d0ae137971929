package io.lendcrm.examples.segment;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.evaluation.PartitionTest;
import io.lendcrm.segmentation.evaluation.SegmentLift;
import io.lendcrm.segmentation.evaluation.UnmetNeed;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What groups are good for.
 *
 * @param file whose clients
 * @param lift what they tell of the outcome
 * @param gini the Gini coefficient where each half of the clients ranks the groups for the other; none if a half lacks events
 * @param needs unmet needs, if there are products
 */
record Evaluation(String file, SegmentLift lift, OptionalDouble gini, List<UnmetNeed> needs) {

    Evaluation {
        needs = List.copyOf(needs);
    }

    static Evaluation of(
            String file,
            Assignments assigned,
            boolean[] event,
            List<UnmetNeed> needs,
            double level,
            int least,
            long seed) {
        int[] all = IntStream.range(0, event.length)
                .filter(row -> assigned.segment(row) >= 0)
                .toArray();
        int[] one = RowSample.of(all, all.length / 2, seed);
        int[] other = Arrays.stream(all)
                .filter(row -> Arrays.binarySearch(one, row) < 0)
                .toArray();
        OptionalDouble gini = OptionalDouble.empty();
        if (hasBoth(event, one) && hasBoth(event, other)) {
            SegmentLift first = part(assigned, event, one);
            SegmentLift second = part(assigned, event, other);
            gini = OptionalDouble.of((first.gini(second) + second.gini(first)) / 2);
        }
        return new Evaluation(file, SegmentLift.of(assigned, event, level, least), gini, needs);
    }

    private static boolean hasBoth(boolean[] event, int[] rows) {
        long events = Arrays.stream(rows).filter(row -> event[row]).count();
        return events > 0 && events < rows.length;
    }

    private static SegmentLift part(Assignments assigned, boolean[] event, int[] rows) {
        boolean[] events = new boolean[rows.length];
        int[] segments = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            events[i] = event[rows[i]];
            segments[i] = assigned.segment(rows[i]);
        }
        return SegmentLift.of(
                Assignments.of(
                        assigned.segments(),
                        Arrays.stream(rows).mapToObj(assigned.clients()::get).toList(),
                        segments,
                        new double[rows.length],
                        new boolean[rows.length]),
                events);
    }

    static String standing(SegmentLift.SegmentRate rate) {
        return rate.standing().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> reasons(UnmetNeed need) {
        return need.reasons().stream()
                .map(reason -> ReasonCatalogue.standard().text(reason, Locale.ENGLISH))
                .toList();
    }

    Document document() {
        PartitionTest test = lift.test();
        DocumentBuilder document = Document.tree()
                .put("clients", lift.all().clients())
                .put("events", lift.all().events())
                .put("rate", lift.all().value().orElseThrow())
                .put("unassigned", lift.unassigned().clients())
                .put("unassignedEvents", lift.unassigned().events());
        gini.ifPresent(value -> document.put("gini", value));
        document.put("informationValue", lift.informationValue())
                .put("chiSquared", test.chiSquared())
                .put("degrees", test.degrees())
                .put("p", test.p())
                .put("simulated", test.simulated())
                .put(
                        "segments",
                        new Document.Items(
                                lift.segments().stream().map(Evaluation::rate).toList()));
        if (!needs.isEmpty()) {
            document.put(
                    "needs",
                    new Document.Items(needs.stream().map(Evaluation::need).toList()));
        }
        return document.build();
    }

    private static Document rate(SegmentLift.SegmentRate one) {
        DocumentBuilder document = Document.tree()
                .put("segment", one.segment().value())
                .put("clients", one.rate().clients())
                .put("events", one.rate().events());
        one.rate().value().ifPresent(rate -> document.put("rate", rate));
        document.put("low", one.interval().low()).put("high", one.interval().high());
        one.lift().ifPresent(times -> document.put("lift", times));
        return document.put("standing", standing(one)).build();
    }

    private static Document need(UnmetNeed one) {
        return Document.tree()
                .put("segment", one.segment().value())
                .put("product", one.product())
                .put("clients", one.clients())
                .put("unknown", one.unknown())
                .put("need", one.need())
                .put("takeUp", one.takeUp())
                .put("shortfallLow", one.shortfall().low())
                .put("shortfallHigh", one.shortfall().high())
                .put("leastLacking", one.leastLacking())
                .put("lacking", one.lacking())
                .put("unmet", one.isUnmet())
                .put("reasons", reasons(one))
                .build();
    }
}
