/** The command {@code rules}: what occurs together, mined from wide files or from baskets. */
@NullMarked
package io.lendcrm.examples.association;

import org.jspecify.annotations.NullMarked;
