package io.lendcrm.segmentation.profile;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.tier.SegmentId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A segment with a name that people understand, made of its strongest traits, and a key for the host's strategy. Immutable
 * and thread-safe.
 *
 * @param segment the segment
 * @param english such as {@code high balance, low inquiries}; {@code average} if no trait is strong
 * @param chinese such as {@code balance高、inquiries低}; {@code 普通} if no trait is strong
 * @param strategy the key that the host maps to its strategy
 * @param traits the traits it is named by, the strongest first
 */
public record Persona(
        SegmentId segment, String english, String chinese, StrategyKey strategy, List<SegmentProfile.Trait> traits) {

    public Persona {
        requireNonNull(segment, "segment");
        requireNonNull(english, "english");
        requireNonNull(chinese, "chinese");
        requireNonNull(strategy, "strategy");
        traits = List.copyOf(traits);
    }

    /**
     * What a feature is called.
     *
     * @param english its name in English
     * @param chinese its name in Chinese
     */
    public record FeatureLabel(String english, String chinese) {
        public FeatureLabel {
            requireNonNull(english, "english");
            requireNonNull(chinese, "chinese");
        }
    }

    /**
     * Names a segment by the traits whose mean lies at least half a standard deviation from that of all, the three
     * strongest at most. The key has the same traits, as {@code balance-high.inquiries-low} or {@code average}, so that it
     * is the same for segments that are alike, whatever they are called.
     *
     * @param profile the segment's profile
     * @param labels what features are called; one that isn't there is called by its name
     * @return the persona
     */
    public static Persona of(SegmentProfile profile, Map<String, FeatureLabel> labels) {
        return of(profile, labels, 0.5, 3);
    }

    /**
     * Names a segment by its strongest traits.
     *
     * @param profile the segment's profile
     * @param labels what features are called; one that isn't there is called by its name
     * @param leastZ how far a mean must lie from that of all, in standard deviations, above 0
     * @param most how many traits to name at most, at least 1
     * @return the persona
     */
    public static Persona of(SegmentProfile profile, Map<String, FeatureLabel> labels, double leastZ, int most) {
        if (!(leastZ > 0)) {
            throw new IllegalArgumentException("leastZ must be above 0, found " + leastZ);
        }
        if (most < 1) {
            throw new IllegalArgumentException("most must be at least 1, found " + most);
        }
        List<SegmentProfile.Trait> strong = profile.traits().stream()
                .filter(trait -> Math.abs(trait.z()) >= leastZ)
                .sorted(Comparator.comparingDouble(trait -> -Math.abs(trait.z())))
                .limit(most)
                .toList();
        List<String> english = new ArrayList<>();
        List<String> chinese = new ArrayList<>();
        for (SegmentProfile.Trait trait : strong) {
            FeatureLabel label = labels.getOrDefault(
                    trait.feature(), new FeatureLabel(trait.feature().replace('_', ' '), trait.feature()));
            english.add((trait.z() > 0 ? "high " : "low ") + label.english());
            chinese.add(label.chinese() + (trait.z() > 0 ? "高" : "低"));
        }
        String key = strong.stream()
                .map(trait -> trait.feature() + (trait.z() > 0 ? "-high" : "-low"))
                .sorted()
                .collect(Collectors.joining("."));
        return new Persona(
                profile.segment(),
                strong.isEmpty() ? "average" : String.join(", ", english),
                strong.isEmpty() ? "普通" : String.join("、", chinese),
                StrategyKey.of(strong.isEmpty() ? "average" : key),
                strong);
    }
}
