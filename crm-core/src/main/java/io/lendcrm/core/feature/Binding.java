package io.lendcrm.core.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Where the features of one schema stand in another, and how the codes of their levels translate. */
final class Binding {

    private static final double[] SAME = {};

    private final int[] positions;
    private final double[][] codes;

    private Binding(int[] positions, double[][] codes) {
        this.positions = positions;
        this.codes = codes;
    }

    static Binding of(FeatureSchema wanted, FeatureSchema given) {
        List<String> misfits = misfits(wanted, given);
        if (!misfits.isEmpty()) {
            throw new IllegalArgumentException(
                    "the features given don't fit those wanted: " + String.join("; ", misfits));
        }
        int[] positions = new int[wanted.size()];
        double[][] codes = new double[wanted.size()][];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = given.indexOf(wanted.feature(i).name());
            codes[i] = codes(wanted.feature(i), given.feature(positions[i]));
        }
        return new Binding(positions, codes);
    }

    static List<String> misfits(FeatureSchema wanted, FeatureSchema given) {
        List<String> misfits = new ArrayList<>();
        for (Feature feature : wanted.features()) {
            OptionalInt at = given.find(feature.name());
            if (at.isEmpty()) {
                misfits.add(feature.name() + " is missing");
                continue;
            }
            Feature other = given.feature(at.getAsInt());
            if (other.type() != feature.type()) {
                misfits.add(feature.name() + " must be " + feature.type() + ", found " + other.type());
            } else if (!other.unit().equals(feature.unit())) {
                misfits.add(feature.name() + " must be in \"" + feature.unit() + "\", found \"" + other.unit() + "\"");
            }
        }
        return List.copyOf(misfits);
    }

    int position(int index) {
        return positions[index];
    }

    /** True if values of the feature can be taken as they are. */
    boolean keeps(int index) {
        return codes[index] == SAME;
    }

    double translate(int index, double value) {
        double[] map = codes[index];
        return map == SAME || !(value >= 0) ? value : map[(int) value];
    }

    private static double[] codes(Feature wanted, Feature given) {
        if (!wanted.type().hasLevels() || wanted.levels().equals(given.levels())) {
            return SAME;
        }
        return given.levels().stream().mapToDouble(wanted::code).toArray();
    }
}
