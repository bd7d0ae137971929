/**
 * What was found about a model, for a committee, a supervisor and the one who asks in three years. A
 * {@link io.lendcrm.scoring.proof.report.ValidationReport} gathers the proof and a person's conclusion, a
 * {@link io.lendcrm.scoring.proof.report.ModelCard} says on a page what the model is for, what goes in, how good it is and
 * who answers for it. Both can't be built with a part missing; a {@link io.lendcrm.scoring.proof.report.DraftCard} has what is
 * known and names what is missing. All render to Markdown and to a document.
 */
@NullMarked
package io.lendcrm.scoring.proof.report;

import org.jspecify.annotations.NullMarked;
