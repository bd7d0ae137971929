/** Tests of features, rows, tables and the gated reader. */
@NullMarked
package io.lendcrm.core.feature;

import org.jspecify.annotations.NullMarked;
