/**
 * Whether there are clusters at all, and how many. {@link io.lendcrm.segmentation.structure.StructureSearch} tells both by a
 * stated rule, and "no cluster structure" is one of its verdicts. It rests on three questions that can be asked alone:
 * {@link io.lendcrm.segmentation.structure.GapStatistic}, whether clusters gain more than on rows without any;
 * {@link io.lendcrm.segmentation.structure.PredictionStrength}, whether one half of the rows finds those of the other; and
 * {@link io.lendcrm.segmentation.structure.ClusterStability}, whether samples find them again.
 */
@NullMarked
package io.lendcrm.segmentation.structure;

import org.jspecify.annotations.NullMarked;
