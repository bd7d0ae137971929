package io.lendcrm.scoring.value.satisfaction;

import java.util.Optional;

/**
 * How often each answer to one question was given. Exact: two tallies over parts of the answers, however parted,
 * {@linkplain #merge merge} into the one over all of them; an answer costs one addition. Not thread-safe; confine to one
 * thread.
 */
public final class RatingTally {

    private static final int PROMOTER = 9;
    private static final int DETRACTOR = 6;
    private static final int MOST = 10;

    private final SurveyItem item;
    private final long[] counts;

    private RatingTally(SurveyItem item) {
        this.item = item;
        this.counts = new long[item.highest() - item.lowest() + 1];
    }

    /**
     * A tally without answers.
     *
     * @param item the question
     * @return the tally
     */
    public static RatingTally of(SurveyItem item) {
        return new RatingTally(item);
    }

    /**
     * Takes in an answer.
     *
     * @param rating the answer
     * @throws IllegalArgumentException if it isn't on the scale
     */
    public void add(int rating) {
        counts[(int) item.require(rating) - item.lowest()]++;
    }

    /**
     * Adds what another tally holds.
     *
     * @param other a tally of the same question; unchanged
     * @throws IllegalArgumentException if it is of another question
     */
    public void merge(RatingTally other) {
        if (!other.item.equals(item)) {
            throw new IllegalArgumentException("tallies to merge must be of " + item + ", found " + other.item);
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Math.addExact(counts[i], other.counts[i]);
        }
    }

    /** {@return the question} */
    public SurveyItem item() {
        return item;
    }

    /** {@return how many answers} */
    public long answers() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /**
     * How often an answer was given.
     *
     * @param rating the answer
     * @return how often
     * @throws IllegalArgumentException if it isn't on the scale
     */
    public long count(int rating) {
        return counts[(int) item.require(rating) - item.lowest()];
    }

    /**
     * The mean answer on the question's own scale: for a question of effort, from 1 (very hard) to 7 (very easy), the
     * customer effort score (CES).
     *
     * @param level the interval's level, within (0, 1)
     * @return the mean with its interval by {@link IntervalFormula#STUDENT} or, for one answer or equal ones,
     *     {@link IntervalFormula#BOUNDED}; empty without answers
     */
    public Optional<SurveyEstimate> mean(double level) {
        return moments().estimate(item.lowest(), item.highest(), level);
    }

    /**
     * The mean answer brought to a scale of 0 to 100.
     *
     * @param level the interval's level, within (0, 1)
     * @return the mean with its interval, as {@link #mean}
     */
    public Optional<SurveyEstimate> performance(double level) {
        double unit = 100.0 / (item.highest() - item.lowest());
        RunningMean raw = moments();
        return new RunningMean(raw.count(), unit * (raw.mean() - item.lowest()), unit * unit * raw.squares())
                .estimate(0, 100, level);
    }

    /**
     * The net promoter score (NPS): 100 × (share of answers of 9 and 10 − share of answers of 0 to 6), from −100 to 100
     * (Reichheld 2003).
     *
     * @param level the interval's level, within (0, 1)
     * @return the score with its interval by {@link IntervalFormula#SCORE}; empty without answers
     * @throws IllegalArgumentException if the question isn't answered from 0 to 10
     */
    public Optional<SurveyEstimate> netPromoterScore(double level) {
        SurveyEstimate.requireLevel(level);
        if (item.lowest() != 0 || item.highest() != MOST) {
            throw new IllegalArgumentException("scale of " + item.name() + " must be [0, " + MOST + "], found ["
                    + item.lowest() + ", " + item.highest() + "]");
        }
        long all = answers();
        if (all == 0) {
            return Optional.empty();
        }
        long promoters = 0;
        long detractors = 0;
        for (int rating = 0; rating <= MOST; rating++) {
            promoters += rating >= PROMOTER ? counts[rating] : 0;
            detractors += rating <= DETRACTOR ? counts[rating] : 0;
        }
        return Optional.of(PairedShares.difference(promoters, detractors, all, level));
    }

    /** From the counts, so that the order of the answers never shows. */
    private RunningMean moments() {
        long all = answers();
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += (double) counts[i] * i;
        }
        double mean = all == 0 ? 0 : sum / all;
        double squares = 0;
        for (int i = 0; i < counts.length; i++) {
            squares += counts[i] * (i - mean) * (i - mean);
        }
        return new RunningMean(all, item.lowest() + mean, squares);
    }

    /** {@return the question and how many answers} */
    @Override
    public String toString() {
        return "RatingTally[" + item.name() + ", " + answers() + " answers]";
    }
}
