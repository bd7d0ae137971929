/**
 * What is wrong with the data, said exactly. Each fault is a {@link io.lendcrm.core.quality.Finding} with its place; a
 * {@link io.lendcrm.core.quality.QualityReport} counts them and reconciles: read = accepted + rejected. A
 * {@link io.lendcrm.core.quality.RuleSet} holds rules as values that can be read in code and checks records or tables
 * with them; {@link io.lendcrm.core.quality.DossierChecks} looks at whole dossiers. A
 * {@link io.lendcrm.core.quality.SourceRegistry} knows how far each source is to be trusted, and
 * {@link io.lendcrm.core.quality.SourceMerge} makes one record of several, with the source of every field.
 */
@NullMarked
package io.lendcrm.core.quality;

import org.jspecify.annotations.NullMarked;
