/**
 * Features from what clients write and what is noted about them. {@link io.lendcrm.segmentation.text.TextAnalysis} is the one
 * way from a text to its tokens: it masks first ({@link io.lendcrm.segmentation.text.Masking}, which must be told, if only as
 * none), and only a {@link io.lendcrm.segmentation.text.MaskedText} can be given to a
 * {@link io.lendcrm.segmentation.text.Tokenizer}. {@link io.lendcrm.segmentation.text.TextFeatures} make numbers of the tokens:
 * by a fitted vocabulary ({@link io.lendcrm.segmentation.text.TfIdf}), by hashing, or by counting the phrases of a
 * {@link io.lendcrm.segmentation.text.Lexicon}; {@link io.lendcrm.segmentation.text.TextExtractor} sums them over a client's
 * history.
 */
@NullMarked
package io.lendcrm.segmentation.text;

import org.jspecify.annotations.NullMarked;
