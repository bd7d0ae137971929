/**
 * Names of groups that scoring, segmentation and decisions all speak: a segment, a stage of the relationship, a tier of
 * value or of risk. How a client gets into one is the business of the module that assigns it.
 */
@NullMarked
package io.lendcrm.core.tier;

import org.jspecify.annotations.NullMarked;
