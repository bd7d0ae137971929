/**
 * The rules of the house, checked on each module's classes and sources by its {@code ArchitectureTest}. Published with
 * the contract tests, so that a bank can hold its own extensions to them.
 */
@NullMarked
package io.lendcrm.core.architecture;

import org.jspecify.annotations.NullMarked;
