/**
 * Scorecards on the command line: {@code scorecard fit} turns a file into a card with its proof, {@code scorecard score} a card
 * and a file into scores with reasons, {@code validate} any scores and outcomes into figures.
 */
@NullMarked
package io.lendcrm.examples.scorecard;

import org.jspecify.annotations.NullMarked;
