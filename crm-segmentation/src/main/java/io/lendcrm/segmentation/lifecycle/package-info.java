/**
 * The stages of a client's relationship with the lender over time. {@link io.lendcrm.segmentation.lifecycle.LifecycleRules}
 * say when a stage begins and ends, a {@link io.lendcrm.segmentation.lifecycle.LifecycleReplay} takes in a log and tells
 * each client's {@link io.lendcrm.segmentation.lifecycle.StageHistory}.
 */
@NullMarked
package io.lendcrm.segmentation.lifecycle;

import org.jspecify.annotations.NullMarked;
