/**
 * Association rules: which items, products or properties of clients occur together more often than chance would have
 * it. {@link io.lendcrm.segmentation.association.AssociationRules} mines {@link
 * io.lendcrm.segmentation.association.Baskets} into an {@link io.lendcrm.segmentation.association.AssociationModel},
 * which tells what a client's items suggest.
 */
@NullMarked
package io.lendcrm.segmentation.association;

import org.jspecify.annotations.NullMarked;
