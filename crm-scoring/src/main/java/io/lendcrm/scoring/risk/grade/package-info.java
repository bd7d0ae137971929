/**
 * Grades and how clients move between them. A {@link io.lendcrm.scoring.risk.grade.TransitionMatrix} says where a grade
 * stands after a period, a {@link io.lendcrm.scoring.risk.grade.Generator} after any time;
 * {@link io.lendcrm.scoring.risk.grade.MigrationFitter} estimates both from rating histories, by cohorts or by durations,
 * and a {@link io.lendcrm.scoring.risk.grade.DefaultTermStructure} reads the probabilities of default off them.
 */
@NullMarked
package io.lendcrm.scoring.risk.grade;

import org.jspecify.annotations.NullMarked;
