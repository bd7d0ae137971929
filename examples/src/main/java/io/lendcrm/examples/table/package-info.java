/**
 * Tables read from files, for commands that take any columns: a {@link io.lendcrm.examples.table.Table} holds the cells as
 * they were written and knows which columns are numbers; {@link io.lendcrm.examples.table.ArffFile} reads Weka's format;
 * {@link io.lendcrm.examples.table.FeatureColumns} turns columns into features, of a schema of their own or of a model's.
 */
@NullMarked
package io.lendcrm.examples.table;

import org.jspecify.annotations.NullMarked;
