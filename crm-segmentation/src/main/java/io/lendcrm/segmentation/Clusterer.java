package io.lendcrm.segmentation;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Fitter;

/** Finds segments in a table of features. Implementations are immutable values of their options and thread-safe. */
public interface Clusterer extends Fitter<FeatureTable, ClusterModel> {}
