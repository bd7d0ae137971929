/**
 * PMML, the standard of models as XML. {@link io.lendcrm.scoring.risk.exchange.pmml.PmmlReader} makes models of ours of
 * scorecards, regressions, trees and ensembles of trees, faithful to the standard's rules of missing, invalid and outlying
 * values; {@link io.lendcrm.scoring.risk.exchange.pmml.PmmlWriter} writes a card with its reasons. Files may come from
 * anywhere: what isn't understood is refused with its place, in bounded time and memory.
 */
@NullMarked
package io.lendcrm.scoring.risk.exchange.pmml;

import org.jspecify.annotations.NullMarked;
