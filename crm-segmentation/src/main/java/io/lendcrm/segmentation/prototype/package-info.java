/**
 * Clusters of clients described by numbers and categories at once, each with a prototype: means of the numbers, most
 * frequent levels of the categories. {@link io.lendcrm.segmentation.prototype.KPrototypes} finds them, {@link
 * io.lendcrm.segmentation.prototype.KPrototypesModel} takes new clients in. Of categories alone it is k-modes.
 */
@NullMarked
package io.lendcrm.segmentation.prototype;

import org.jspecify.annotations.NullMarked;
