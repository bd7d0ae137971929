/**
 * The commands on groups of clients: {@code segment} finds them, {@code segment assign} takes new clients in,
 * {@code segment compare} tells who moved between two segmentations and why. Each is a small
 * engine, so that all of them are told, judged and drawn alike.
 */
@NullMarked
package io.lendcrm.examples.segment;

import org.jspecify.annotations.NullMarked;
