/**
 * Models of any origin on the command line: trained as boosted trees, taken in from files of others, applied, explained, told
 * about and handed on. A {@link io.lendcrm.examples.model.ModelSource} reads the file, an {@link
 * io.lendcrm.examples.model.AppliedModel} scores by it, and {@link io.lendcrm.examples.model.ModelColumns} finds its features
 * in a table.
 */
@NullMarked
package io.lendcrm.examples.model;

import org.jspecify.annotations.NullMarked;
