/**
 * How accurate the models are on real data that they weren't fitted on, beside rules of thumb on equal terms. Each rule of
 * the comparison is written where it is applied.
 */
@NullMarked
package io.lendcrm.benchmarks.quality;

import org.jspecify.annotations.NullMarked;
