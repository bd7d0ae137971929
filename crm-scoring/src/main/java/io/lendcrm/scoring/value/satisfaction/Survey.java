package io.lendcrm.scoring.value.satisfaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.interaction.Feedback;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What is asked and how much each question counts. A client's score is
 *
 * <pre>100 Σ w (rating − lowest) / (highest − lowest) / Σ w, over the questions answered,</pre>
 *
 * from 0 (the lowest answer to all of them) to 100. Questions left out don't count, and the others make up for them; a
 * client who left out too much has no score, see {@link #minimumAnswered}. Immutable and thread-safe.
 *
 * @param instrument the survey's key, as in {@link Feedback#instrument()}
 * @param items the questions, with distinct names, at least one
 * @param minimumAnswered the least share of the weights that must be answered for a score, above 0 and at most 1; 1 lets
 *     complete answers count only
 */
public record Survey(String instrument, List<SurveyItem> items, double minimumAnswered) {

    private static final double HALF = 0.5;

    /** Of the share answered: the weights' sum has no more digits. */
    private static final double ROUNDING = 1e-12;

    public Survey {
        requireNonNull(instrument, "instrument");
        items = List.copyOf(items);
        if (instrument.isBlank()) {
            throw new IllegalArgumentException("instrument must not be blank");
        }
        if (items.isEmpty()) {
            throw new IllegalArgumentException("items of " + instrument + " must not be empty");
        }
        long names = items.stream().map(SurveyItem::name).distinct().count();
        if (names != items.size()) {
            throw new IllegalArgumentException("items of " + instrument + " must have distinct names, found "
                    + items.stream().map(SurveyItem::name).toList());
        }
        if (!Double.isFinite(totalWeight(items))) {
            throw new IllegalArgumentException("weights of " + instrument + " must have a finite sum");
        }
        if (!(minimumAnswered > 0 && minimumAnswered <= 1)) {
            throw new IllegalArgumentException(
                    "minimumAnswered of " + instrument + " must be above 0 and at most 1, found " + minimumAnswered);
        }
    }

    /**
     * A survey that scores whoever answered questions of at least half the weight.
     *
     * @param instrument the survey's key
     * @param items the questions
     * @return the survey
     */
    public static Survey of(String instrument, List<SurveyItem> items) {
        return new Survey(instrument, items, HALF);
    }

    /**
     * With another demand on completeness.
     *
     * @param share the least share of the weights that must be answered
     * @return the changed survey
     */
    public Survey withMinimumAnswered(double share) {
        return new Survey(instrument, items, share);
    }

    /**
     * The position of a question.
     *
     * @param name the question's key
     * @return its position, from 0
     * @throws IllegalArgumentException if there is no such question
     */
    public int indexOf(String name) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(
                "item must be one of " + items.stream().map(SurveyItem::name).toList() + ", found \"" + name + "\"");
    }

    /**
     * A client's answers, in the order of the questions: the last one where a question was answered more than once.
     * Feedback to other instruments and to questions that this survey lacks is passed over.
     *
     * @param feedback the client's feedback in order of time, as a history holds it
     * @return an answer for each question, {@code NaN} where there is none
     * @throws IllegalArgumentException if an answer was given on another scale than the question's
     */
    public double[] ratings(Collection<Feedback> feedback) {
        double[] ratings = new double[items.size()];
        Arrays.fill(ratings, Double.NaN);
        for (Feedback given : feedback) {
            for (int i = 0; given.instrument().equals(instrument) && i < ratings.length; i++) {
                SurveyItem item = items.get(i);
                if (item.name().equals(given.item())) {
                    requireScale(item, given);
                    ratings[i] = given.rating();
                }
            }
        }
        return ratings;
    }

    /**
     * A client's score.
     *
     * @param ratings an answer for each question in order, {@code NaN} where there is none
     * @return the score within [0, 100]; empty if too little was answered
     * @throws IllegalArgumentException if there are too few or too many answers, or one isn't on its scale
     */
    public OptionalDouble score(double... ratings) {
        requireSize(ratings);
        double sum = 0;
        double answered = 0;
        for (int i = 0; i < ratings.length; i++) {
            if (!Double.isNaN(ratings[i])) {
                double weight = items.get(i).weight();
                sum += weight * items.get(i).share(ratings[i]);
                answered += weight;
            }
        }
        return answered < minimumAnswered * totalWeight(items) * (1 - ROUNDING)
                ? OptionalDouble.empty()
                : OptionalDouble.of(100 * Math.min(1, sum / answered));
    }

    void requireSize(double[] ratings) {
        if (ratings.length != items.size()) {
            throw new IllegalArgumentException("ratings of " + instrument + " must be " + items.size()
                    + ", one for each item, found " + ratings.length);
        }
    }

    private static void requireScale(SurveyItem item, Feedback given) {
        if (given.lowest() != item.lowest() || given.highest() != item.highest()) {
            throw new IllegalArgumentException("scale of " + item.name() + " must be [" + item.lowest() + ", "
                    + item.highest() + "], found [" + given.lowest() + ", " + given.highest() + "]");
        }
    }

    private static double totalWeight(List<SurveyItem> items) {
        return items.stream().mapToDouble(SurveyItem::weight).sum();
    }
}
