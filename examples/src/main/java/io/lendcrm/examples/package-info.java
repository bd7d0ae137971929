/** The command line {@code lendcrm}: one program, one command for each job. */
@NullMarked
package io.lendcrm.examples;

import org.jspecify.annotations.NullMarked;
