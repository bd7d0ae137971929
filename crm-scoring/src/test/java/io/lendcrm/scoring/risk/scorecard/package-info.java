/** What scorecards are held to: R's card of the German data, two engines' reasons, folds, and one score by every way. */
@NullMarked
package io.lendcrm.scoring.risk.scorecard;

import org.jspecify.annotations.NullMarked;
