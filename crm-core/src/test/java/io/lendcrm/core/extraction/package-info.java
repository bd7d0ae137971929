/** Tests of the standard features: worked examples, naive references, and that no future leaks in. */
@NullMarked
package io.lendcrm.core.extraction;

import org.jspecify.annotations.NullMarked;
