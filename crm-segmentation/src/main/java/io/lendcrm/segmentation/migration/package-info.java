/**
 * What becomes of segments when they are found anew. {@link io.lendcrm.segmentation.migration.LabelAlignment} tells which
 * new segment is which old one, {@link io.lendcrm.segmentation.migration.SegmentMigration} who moved and why, and a
 * {@link io.lendcrm.segmentation.migration.PromotionPolicy} whether the new segmentation may take the old one's place.
 */
@NullMarked
package io.lendcrm.segmentation.migration;

import org.jspecify.annotations.NullMarked;
