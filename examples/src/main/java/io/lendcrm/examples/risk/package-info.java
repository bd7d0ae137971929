/** Commands of the risk desk: capital, grades without defaults, and whether what comes in still looks as it did. */
@NullMarked
package io.lendcrm.examples.risk;

import org.jspecify.annotations.NullMarked;
