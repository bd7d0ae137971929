/**
 * Groups of clients. A {@link io.lendcrm.segmentation.Segmenter} puts a subject into a segment and says how near, how
 * clearly and why ({@link io.lendcrm.segmentation.Assignment}). A {@link io.lendcrm.segmentation.Clusterer} finds
 * segments in data; the {@link io.lendcrm.segmentation.ClusterModel} it leaves behind assigns new clients to them.
 */
@NullMarked
package io.lendcrm.segmentation;

import org.jspecify.annotations.NullMarked;
