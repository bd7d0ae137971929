@NullMarked
package io.lendcrm.examples.table;

import org.jspecify.annotations.NullMarked;
