/**
 * Who may read what, and why. Every field of a client has a {@link io.lendcrm.core.privacy.DataClass}; every read for a
 * feature names its {@link io.lendcrm.core.privacy.Purpose} and passes a {@link io.lendcrm.core.privacy.UseGate}, which
 * grants or denies with a code. A denial is a value that travels to the result, never a feature left empty.
 */
@NullMarked
package io.lendcrm.core.privacy;

import org.jspecify.annotations.NullMarked;
