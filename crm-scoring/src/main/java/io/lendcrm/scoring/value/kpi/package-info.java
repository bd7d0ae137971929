/**
 * What a client is worth by a weighted card of key performance indicators, each measured against a target. A
 * {@link io.lendcrm.scoring.value.kpi.KpiCard} is set by experts, not fitted: it is made of
 * {@link io.lendcrm.scoring.value.kpi.KpiIndicator}s, in code or in a JSON file, and says of every client which targets
 * it met, which it missed and how much each of them moved the score.
 */
@NullMarked
package io.lendcrm.scoring.value.kpi;

import org.jspecify.annotations.NullMarked;
