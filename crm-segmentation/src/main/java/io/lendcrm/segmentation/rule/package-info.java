/**
 * Segments that a bank defines itself. A {@link io.lendcrm.segmentation.rule.Condition} says what a client's features must
 * be, a {@link io.lendcrm.segmentation.rule.RuleSegmentation} holds one for each segment, a
 * {@link io.lendcrm.segmentation.rule.SegmentGrid} crosses three of them, and a
 * {@link io.lendcrm.segmentation.rule.PartitionProof} shows that every possible client falls into exactly one segment, or
 * gives one that doesn't.
 */
@NullMarked
package io.lendcrm.segmentation.rule;

import org.jspecify.annotations.NullMarked;
