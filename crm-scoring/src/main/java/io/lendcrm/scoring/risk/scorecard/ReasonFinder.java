package io.lendcrm.scoring.risk.scorecard;

import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.scoring.ReasonBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the strongest reasons. If no two characteristics share a reason, all losses of all slots are ranked when the card is
 * compiled, ties by document order; a client then sets one bit a characteristic in a map of 128 ranks, and the lowest bits
 * are the reasons. Otherwise losses are added and put in order one by one.
 */
final class ReasonFinder {

    private static final int MOST_RANKS = 128;

    private final FlatCard card;
    private final List<String> names = new ArrayList<>();
    private final List<List<Integer>> members = new ArrayList<>();
    private final double[] loss;
    private final boolean ranked;
    private final long[] low;
    private final long[] high;
    private final int[] reasonOfRank;
    private final double[] lossOfRank;

    ReasonFinder(FlatCard card, List<Characteristic> characteristics, ReasonRule rule) {
        this.card = card;
        int[] reasonOf = group(characteristics);
        double[] baselines = rule.baselines(characteristics);
        this.loss = new double[card.slots()];
        for (int slot = 0; slot < loss.length; slot++) {
            double difference = baselines[card.owner(slot)] - card.points(slot);
            loss[slot] = rule.pointsAreRisk() ? -difference : difference;
        }
        int[] order = worsening();
        this.ranked = order.length <= MOST_RANKS && members.size() == characteristics.size();
        this.low = new long[loss.length];
        this.high = new long[loss.length];
        this.reasonOfRank = new int[ranked ? order.length : 0];
        this.lossOfRank = new double[reasonOfRank.length];
        for (int rank = 0; rank < reasonOfRank.length; rank++) {
            reasonOfRank[rank] = reasonOf[card.owner(order[rank])];
            lossOfRank[rank] = loss[order[rank]];
        }
        for (int slot = 0; slot < loss.length; slot++) {
            for (int rank = 0; rank < reasonOfRank.length; rank++) {
                if (sameBin(slot, order[rank])) {
                    (rank < 64 ? low : high)[slot] = 1L << rank;
                }
            }
        }
    }

    /** A slot of each bin that worsens the score, the worst first, ties by document order. */
    private int[] worsening() {
        Set<Long> seen = new HashSet<>();
        return IntStream.range(0, loss.length)
                .filter(slot -> loss[slot] > 0 && seen.add((long) card.owner(slot) << 32 | card.bin(slot)))
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(slot -> -loss[slot]).thenComparingInt(card::owner))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private boolean sameBin(int slot, int other) {
        return card.owner(slot) == card.owner(other) && card.bin(slot) == card.bin(other);
    }

    private int[] group(List<Characteristic> characteristics) {
        int[] reasonOf = new int[characteristics.size()];
        Map<ReasonCode, Integer> shared = new HashMap<>();
        for (int i = 0; i < reasonOf.length; i++) {
            Characteristic characteristic = characteristics.get(i);
            int next = members.size();
            reasonOf[i] = characteristic
                    .reason()
                    .map(code -> shared.computeIfAbsent(code, c -> next))
                    .orElse(next);
            if (reasonOf[i] == next) {
                names.add(characteristic.reason().map(ReasonCode::value).orElse(characteristic.name()));
                members.add(new ArrayList<>());
            }
            members.get(reasonOf[i]).add(i);
        }
        return reasonOf;
    }

    List<String> names() {
        return List.copyOf(names);
    }

    /** The characteristics that make a reason, in document order. */
    List<Integer> members(int reason) {
        return members.get(reason);
    }

    /** By how much a reason's characteristics worsened the score of a row that has one. */
    double difference(int reason, double[] row) {
        double sum = 0;
        List<Integer> those = members.get(reason);
        for (int i = 0; i < those.size(); i++) {
            int characteristic = those.get(i);
            sum += loss[card.slot(characteristic, row[characteristic])];
        }
        return sum;
    }

    double score(double[] row, ReasonBuffer buffer) {
        buffer.clear();
        return ranked ? byRanks(row, buffer) : byAdding(row, buffer);
    }

    private double byAdding(double[] row, ReasonBuffer buffer) {
        double score = card.score(row);
        if (!Double.isNaN(score)) {
            for (int reason = 0; reason < members.size(); reason++) {
                double difference = difference(reason, row);
                if (difference > 0) {
                    buffer.insert(reason, difference);
                }
            }
        }
        return score;
    }

    private double byRanks(double[] row, ReasonBuffer buffer) {
        double sum = card.base();
        long[] low = this.low;
        long[] high = this.high;
        long first = 0;
        long second = 0;
        for (int k = 0; k < card.numericCount(); k++) {
            int slot = card.numericSlot(k, row[card.numericAt(k)]);
            sum += card.points(slot);
            first |= low[slot & low.length - 1];
            second |= high[slot & high.length - 1];
        }
        for (int k = 0; k < card.levelCount(); k++) {
            int slot = card.levelSlot(k, row[card.levelAt(k)]);
            sum += card.points(slot);
            first |= low[slot & low.length - 1];
            second |= high[slot & high.length - 1];
        }
        if (!Double.isNaN(sum)) {
            take(first, second, buffer);
        }
        return sum;
    }

    private void take(long first, long second, ReasonBuffer buffer) {
        int room = buffer.capacity();
        for (; first != 0 && room > 0; room--) {
            int rank = Long.numberOfTrailingZeros(first);
            buffer.add(reasonOfRank[rank], lossOfRank[rank]);
            first &= first - 1;
        }
        for (; second != 0 && room > 0; room--) {
            int rank = 64 + Long.numberOfTrailingZeros(second);
            buffer.add(reasonOfRank[rank], lossOfRank[rank]);
            second &= second - 1;
        }
    }
}
