/**
 * What fitting leaves behind. A {@link io.lendcrm.core.model.Fitter} is an immutable value of options and makes a
 * {@link io.lendcrm.core.model.FittedModel}, which is immutable and carries its provenance
 * ({@link io.lendcrm.core.model.ModelInfo}). A {@link io.lendcrm.core.model.ModelCodec} writes it as a
 * {@link io.lendcrm.core.model.Document}, a tree of plain JDK values; package {@code json} turns that into bytes.
 */
@NullMarked
package io.lendcrm.core.model;

import org.jspecify.annotations.NullMarked;
