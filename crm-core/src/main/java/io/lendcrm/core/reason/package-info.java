/**
 * Why a result is what it is. A {@link io.lendcrm.core.reason.Reason} is a {@link io.lendcrm.core.reason.ReasonCode}, how
 * much it contributed and the values that fill its text; the texts stand apart, in English and Chinese, so that a stored
 * result can be read in either.
 */
@NullMarked
package io.lendcrm.core.reason;

import org.jspecify.annotations.NullMarked;
