package io.lendcrm.scoring.value.satisfaction;

import java.util.List;
import java.util.Optional;

/**
 * The answers to a survey, taken in one client at a time in memory that doesn't grow. Two tallies over parts of the
 * clients {@linkplain #merge merge} into the one over all of them: counts exactly, the index to rounding (1e-12 relative).
 * Not thread-safe; confine to one thread.
 */
public final class SurveyTally {

    private final Survey survey;
    private final List<RatingTally> items;
    private final RunningMean scores = new RunningMean();
    private long incomplete;

    private SurveyTally(Survey survey) {
        this.survey = survey;
        this.items = survey.items().stream().map(RatingTally::of).toList();
    }

    /**
     * A tally without answers.
     *
     * @param survey the survey
     * @return the tally
     */
    public static SurveyTally of(Survey survey) {
        return new SurveyTally(survey);
    }

    /**
     * Takes in a client's answers. Where too little was answered they count among {@link #incomplete()}, and for the
     * single questions only.
     *
     * @param ratings an answer for each question in order, {@code NaN} where there is none
     * @return true if they count for the index
     * @throws IllegalArgumentException if there are too few or too many answers, or one isn't on its scale; then nothing
     *     was taken in
     */
    public boolean add(double... ratings) {
        var score = survey.score(ratings);
        for (int i = 0; i < ratings.length; i++) {
            if (!Double.isNaN(ratings[i])) {
                items.get(i).add((int) ratings[i]);
            }
        }
        score.ifPresentOrElse(scores::add, () -> incomplete++);
        return score.isPresent();
    }

    /**
     * Adds what another tally holds.
     *
     * @param other a tally of the same survey; unchanged
     * @throws IllegalArgumentException if it is of another survey
     */
    public void merge(SurveyTally other) {
        if (!other.survey.equals(survey)) {
            throw new IllegalArgumentException("tallies to merge must be of " + survey + ", found " + other.survey);
        }
        for (int i = 0; i < items.size(); i++) {
            items.get(i).merge(other.items.get(i));
        }
        scores.merge(other.scores);
        incomplete = Math.addExact(incomplete, other.incomplete);
    }

    /** {@return the survey} */
    public Survey survey() {
        return survey;
    }

    /** {@return how many clients count for the index} */
    public long answers() {
        return scores.count();
    }

    /** {@return how many clients answered too little to count for the index} */
    public long incomplete() {
        return incomplete;
    }

    /**
     * The client satisfaction index (CSI): the mean of the clients' scores, from 0 to 100, each client counting as one.
     *
     * @param level the interval's level, within (0, 1)
     * @return the index with its interval by {@link IntervalFormula#STUDENT} or, for one client or equal scores,
     *     {@link IntervalFormula#BOUNDED}; empty if no client counts
     */
    public Optional<SurveyEstimate> index(double level) {
        return scores.estimate(0, 100, level);
    }

    /**
     * The answers to one question, of all clients who answered it.
     *
     * @param name the question's key
     * @return a copy of its tally
     * @throws IllegalArgumentException if there is no such question
     */
    public RatingTally item(String name) {
        RatingTally tally = items.get(survey.indexOf(name));
        RatingTally copy = RatingTally.of(tally.item());
        copy.merge(tally);
        return copy;
    }

    RunningMean scores() {
        return scores;
    }

    /** {@return the instrument and how many clients} */
    @Override
    public String toString() {
        return "SurveyTally[" + survey.instrument() + ", " + answers() + " clients, " + incomplete + " incomplete]";
    }
}
