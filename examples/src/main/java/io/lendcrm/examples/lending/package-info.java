/**
 * A book's credit contracts as they stand on a day: what is open, what it puts at risk, what ended and what fell into
 * default. It turns records into the inputs of {@code value.profit} and {@code value.contract}.
 */
@NullMarked
package io.lendcrm.examples.lending;

import org.jspecify.annotations.NullMarked;
