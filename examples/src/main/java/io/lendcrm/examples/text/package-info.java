/** The command {@code text}, what groups of texts are about, and tokenizers of Lucene for it. */
@NullMarked
package io.lendcrm.examples.text;

import org.jspecify.annotations.NullMarked;
