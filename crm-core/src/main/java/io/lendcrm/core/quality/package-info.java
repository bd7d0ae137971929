/**
 * What is wrong with the data, said exactly. Each fault is a {@link io.lendcrm.core.quality.Finding} with its place; a
 * {@link io.lendcrm.core.quality.QualityReport} counts them and reconciles: read = accepted + rejected.
 */
@NullMarked
package io.lendcrm.core.quality;

import org.jspecify.annotations.NullMarked;
