/**
 * What happens between a client and the lender. Each {@link io.lendcrm.core.interaction.Interaction} is a record of its
 * own kind with the same {@link io.lendcrm.core.interaction.Header}: an id that makes appending idempotent, the client,
 * the day it happened, the instant it was recorded, the channel and the source.
 */
@NullMarked
package io.lendcrm.core.interaction;

import org.jspecify.annotations.NullMarked;
