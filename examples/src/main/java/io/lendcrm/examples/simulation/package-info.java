/**
 * A simulated lender with known truth: a seeded book of persons, firms and project companies, with years of
 * interactions, loans, defaults, complaints and statements.
 *
 * <p>Each client is drawn from its own generator, made of the seed and the client's number, so that a client is the same
 * whoever asks, in whatever order, in a book of whatever size; a book of a million streams in constant memory.
 * {@link io.lendcrm.examples.simulation.SimulatedLender} is the way in,
 * {@link io.lendcrm.examples.simulation.SimulationOptions} holds what can be set and
 * {@link io.lendcrm.examples.simulation.Truth} what a model should find out.
 */
@NullMarked
package io.lendcrm.examples.simulation;

import org.jspecify.annotations.NullMarked;
