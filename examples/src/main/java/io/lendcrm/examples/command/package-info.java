/**
 * The commands of {@code lendcrm}. Each reads files row by row, refuses them with findings if a row can't be used, and
 * writes nothing but results to standard output; counts and findings go to standard error.
 */
@NullMarked
package io.lendcrm.examples.command;

import org.jspecify.annotations.NullMarked;
