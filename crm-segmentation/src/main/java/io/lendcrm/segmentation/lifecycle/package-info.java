/**
 * The stages of a client's relationship with the lender over time. {@link io.lendcrm.segmentation.lifecycle.LifecycleRules}
 * say when a stage begins and ends, a {@link io.lendcrm.segmentation.lifecycle.LifecycleCard} stores them, a
 * {@link io.lendcrm.segmentation.lifecycle.LifecycleReplay} takes in a log and tells each client's
 * {@link io.lendcrm.segmentation.lifecycle.StageHistory}, and a {@link io.lendcrm.segmentation.lifecycle.StageFlow} counts
 * who went where. The stage of the client's own business is told apart by
 * {@link io.lendcrm.segmentation.lifecycle.BusinessStageRules}.
 */
@NullMarked
package io.lendcrm.segmentation.lifecycle;

import org.jspecify.annotations.NullMarked;
