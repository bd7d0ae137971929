/**
 * How content clients are. A {@link io.lendcrm.scoring.value.satisfaction.Survey} says what is asked, how much each
 * question counts and on which scale it is answered; a {@link io.lendcrm.scoring.value.satisfaction.SurveyTally} takes in
 * the answers one client at a time and merges with others of its kind. From it come the satisfaction index (CSI) and the
 * mean of each question, all with an interval that holds for small samples; from a
 * {@link io.lendcrm.scoring.value.satisfaction.RatingTally} the net promoter score (NPS) and the effort score (CES); from
 * tallies of several periods a {@link io.lendcrm.scoring.value.satisfaction.SatisfactionTrend}. A
 * {@link io.lendcrm.scoring.value.satisfaction.DriverTally} finds which questions make clients content overall, and which
 * of these are the bottlenecks.
 */
@NullMarked
package io.lendcrm.scoring.value.satisfaction;

import org.jspecify.annotations.NullMarked;
