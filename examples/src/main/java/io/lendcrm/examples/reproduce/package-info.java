/**
 * Published results beside ours: a table of numbers that others have printed, each with the command that gets it from this
 * library. {@code lendcrm reproduce} runs those commands and tells both numbers, so that nobody has to take our word.
 */
@NullMarked
package io.lendcrm.examples.reproduce;

import org.jspecify.annotations.NullMarked;
