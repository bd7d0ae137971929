package io.lendcrm.scoring.risk.scorecard;

/**
 * How odds become points: {@code score = points + pdo / ln 2 · (ln(goods per bad) − ln odds)}, so that {@code pdo} more
 * points double the odds of good to bad. Immutable and thread-safe. Source: Siddiqi, Credit Risk Scorecards, 2006; the R
 * package {@code scorecard} calls {@code points} points0 and {@code 1 / odds} odds0.
 *
 * @param points the score of a client with these odds, finite
 * @param odds goods per bad, finite and above 0
 * @param pdo points that double the odds, finite and above 0
 */
public record PointsScale(double points, double odds, double pdo) {

    public PointsScale {
        if (!Double.isFinite(points)) {
            throw new IllegalArgumentException("points must be finite, found " + points);
        }
        if (!(odds > 0 && odds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("odds must be finite and above 0, found " + odds);
        }
        if (!(pdo > 0 && pdo < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("pdo must be finite and above 0, found " + pdo);
        }
    }

    /** {@return 600 points at 19 goods per bad, doubled by 50 points} */
    public static PointsScale defaults() {
        return new PointsScale(600, 19, 50);
    }

    /** {@return how many points one unit of log-odds is worth: pdo / ln 2} */
    public double factor() {
        return pdo / Math.log(2);
    }

    /**
     * The score of log-odds.
     *
     * @param logOddsOfBad ln(p / (1 − p)), p being the probability of bad
     * @return the score, not rounded
     */
    public double score(double logOddsOfBad) {
        return points - factor() * (logOddsOfBad + Math.log(odds));
    }

    /**
     * The probability of bad.
     *
     * @param score a score on this scale
     * @return the probability, 0 to 1; {@code NaN} for {@code NaN}
     */
    public double probability(double score) {
        return 1 / (1 + Math.exp((score - points) / factor()) * odds);
    }
}
