/**
 * What the clients of segments are like, whatever found the segments: a
 * {@link io.lendcrm.segmentation.profile.SegmentProfile} tells how a segment's clients stand in every feature, and names
 * some that are typical.
 */
@NullMarked
package io.lendcrm.segmentation.profile;

import org.jspecify.annotations.NullMarked;
