/**
 * The words everything else speaks: who a client is ({@link io.lendcrm.core.ClientId}) and where a fact comes from
 * ({@link io.lendcrm.core.SourceId}); and what tells bytes from any others ({@link io.lendcrm.core.Checksum}).
 *
 * <p>The capabilities are one level below. From the bottom up: {@code time}, {@code money}, {@code privacy},
 * {@code reason} and {@code tier} hold small values; {@code client}, {@code interaction}, {@code credit} and
 * {@code statement} describe what a lender knows; {@code history} cuts it at a point in time; {@code feature} turns it
 * into numbers; {@code model} and {@code json} keep what was fitted; {@code quality}, {@code ingest} and
 * {@code portrait} bring data in and show the client whole.
 */
@NullMarked
package io.lendcrm.core;

import org.jspecify.annotations.NullMarked;
