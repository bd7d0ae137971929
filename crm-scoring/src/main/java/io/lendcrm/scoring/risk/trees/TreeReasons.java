package io.lendcrm.scoring.risk.trees;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.scoring.ReasonBuffer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Groups contributions of features to reasons, in the order of the schema: those that share a code make one. */
final class TreeReasons {

    static final ReasonCode BEYOND = ReasonCode.of("trees.beyond");
    static final ReasonCode NO_ANSWER = ReasonCode.of("trees.no-answer");

    private static final ReasonCode RAISES = ReasonCode.of("trees.raises");
    private static final ReasonCode LOWERS = ReasonCode.of("trees.lowers");
    private static final ReasonCode NEUTRAL = ReasonCode.of("trees.neutral");
    private static final ReasonCode ROUNDING = ReasonCode.of("trees.rounding");
    private static final MathContext DIGITS = new MathContext(6);

    private final FeatureSchema schema;
    private final boolean higherIsWorse;
    private final List<String> names = new ArrayList<>();
    private final List<List<Integer>> members = new ArrayList<>();
    private final List<@Nullable ReasonCode> codes = new ArrayList<>();
    private final int[] reasonOf;

    TreeReasons(FeatureSchema schema, Map<String, ReasonCode> own, boolean higherIsWorse) {
        this.schema = schema;
        this.higherIsWorse = higherIsWorse;
        this.reasonOf = new int[schema.size()];
        Map<ReasonCode, Integer> shared = new HashMap<>();
        for (int f = 0; f < reasonOf.length; f++) {
            String name = schema.feature(f).name();
            @Nullable ReasonCode code = own.get(name);
            int next = members.size();
            reasonOf[f] = code == null ? next : shared.computeIfAbsent(code, c -> next);
            if (reasonOf[f] == next) {
                names.add(code == null ? name : code.value());
                codes.add(code);
                members.add(new ArrayList<>());
            }
            members.get(reasonOf[f]).add(f);
        }
    }

    List<String> names() {
        return List.copyOf(names);
    }

    /** Puts the strongest reasons that worsened the score into a buffer. */
    void fill(double[] contributions, double[] grouped, ReasonBuffer buffer) {
        java.util.Arrays.fill(grouped, 0, names.size(), 0);
        for (int f = 0; f < reasonOf.length; f++) {
            grouped[reasonOf[f]] += higherIsWorse ? contributions[f] : -contributions[f];
        }
        for (int reason = 0; reason < names.size(); reason++) {
            if (grouped[reason] > 0) {
                buffer.insert(reason, grouped[reason]);
            }
        }
    }

    /** All reasons, those that worsened the score first, the greatest first, ties in the order of the schema. */
    List<Reason> all(double[] row, double[] contributions, double rounding) {
        double[] grouped = new double[names.size()];
        for (int f = 0; f < reasonOf.length; f++) {
            grouped[reasonOf[f]] += contributions[f];
        }
        List<Integer> order = new ArrayList<>();
        for (int reason = 0; reason < grouped.length; reason++) {
            order.add(reason);
        }
        order.sort(Comparator.comparingDouble(reason -> higherIsWorse ? -grouped[reason] : grouped[reason]));
        List<Reason> reasons = new ArrayList<>();
        for (int reason : order) {
            reasons.add(reason(reason, grouped[reason], row));
        }
        if (rounding != 0) {
            reasons.add(new Reason(ROUNDING, rounding, Map.of()));
        }
        return reasons;
    }

    List<Reason> adverse(double[] row, double[] contributions, int most) {
        return all(row, contributions, 0).stream()
                .filter(reason -> higherIsWorse ? reason.contribution() > 0 : reason.contribution() < 0)
                .limit(most)
                .toList();
    }

    private Reason reason(int reason, double contribution, double[] row) {
        boolean worse = higherIsWorse ? contribution > 0 : contribution < 0;
        @Nullable ReasonCode own = codes.get(reason);
        ReasonCode code = worse && own != null ? own : contribution > 0 ? RAISES : contribution < 0 ? LOWERS : NEUTRAL;
        List<String> features = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int member : members.get(reason)) {
            Feature feature = schema.feature(member);
            features.add(feature.name());
            values.add(feature.dataClass() == DataClass.ORDINARY ? plain(feature, row[member]) : "***");
        }
        return new Reason(
                code,
                contribution + 0.0,
                Map.of("feature", String.join(", ", features), "value", String.join(", ", values)));
    }

    private static String plain(Feature feature, double value) {
        if (Double.isNaN(value)) {
            return "missing";
        }
        if (feature.type().hasLevels()) {
            return value == Feature.UNSEEN ? "unseen" : feature.levels().get((int) value);
        }
        String digits =
                BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
        return feature.unit().isEmpty() ? digits : digits + " " + feature.unit();
    }
}
