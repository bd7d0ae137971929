/**
 * What the clients of segments are like, whatever found the segments: a
 * {@link io.lendcrm.segmentation.profile.SegmentProfile} tells how a segment's clients stand in every feature, and names
 * some that are typical. An {@link io.lendcrm.segmentation.profile.EffectSize} says how much of a feature the segments tell, a
 * {@link io.lendcrm.segmentation.profile.SurrogateTree} describes them by rules, and a
 * {@link io.lendcrm.segmentation.profile.Persona} gives them a name and a key for a strategy.
 */
@NullMarked
package io.lendcrm.segmentation.profile;

import org.jspecify.annotations.NullMarked;
