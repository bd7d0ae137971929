/**
 * Clients as numbers. A {@link io.lendcrm.core.feature.Feature} is named, typed, documented and says which fields it
 * reads; a {@link io.lendcrm.core.feature.FeatureSchema} is an ordered list of them. A
 * {@link io.lendcrm.core.feature.FeatureExtractor} turns a history into the values of its schema, but only through
 * {@link io.lendcrm.core.feature.FeatureReader}, which asks the use gate first. Many clients stand in the columns of a
 * {@link io.lendcrm.core.feature.FeatureTable}, one in a {@link io.lendcrm.core.feature.FeatureRow}.
 *
 * <p>A missing value is {@code NaN} in a row and in a numeric column. A level of a category is its position in the
 * feature's list of levels; {@link io.lendcrm.core.feature.Feature#UNSEEN} stands for a level that the list lacks.
 */
@NullMarked
package io.lendcrm.core.feature;

import org.jspecify.annotations.NullMarked;
