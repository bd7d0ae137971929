/**
 * Ensembles of decision trees that were trained elsewhere, such as boosted trees. A {@link
 * io.lendcrm.scoring.risk.trees.TreeEnsemble} is made of {@link io.lendcrm.scoring.risk.trees.Tree}s, keeps the arithmetic of
 * its origin ({@link io.lendcrm.scoring.risk.trees.Arithmetic}), and explains every score by exact Shapley values. Package
 * {@code exchange} reads the files of trainers.
 */
@NullMarked
package io.lendcrm.scoring.risk.trees;

import org.jspecify.annotations.NullMarked;
