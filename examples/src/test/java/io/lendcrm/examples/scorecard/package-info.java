@NullMarked
package io.lendcrm.examples.scorecard;

import org.jspecify.annotations.NullMarked;
