/**
 * Maximum likelihood, which most models of this library are fitted by: a {@link io.lendcrm.scoring.likelihood.NewtonAscent}
 * climbs the log-likelihood with its exact Hessian, over {@link io.lendcrm.scoring.likelihood.DistinctRows} added up in
 * {@link io.lendcrm.scoring.likelihood.Blocks} that give the same bits on any number of threads. At the top the
 * {@link io.lendcrm.scoring.likelihood.Curvature} gives the {@link io.lendcrm.scoring.likelihood.ParameterCovariance}, and
 * its {@link io.lendcrm.scoring.likelihood.Contrast}s the standard error of anything computed from the model. Public for
 * models of your own.
 */
@NullMarked
package io.lendcrm.scoring.likelihood;

import org.jspecify.annotations.NullMarked;
