/** Tests of portraits: what they show, what the gate hides, and that events in any order paint the same one. */
@NullMarked
package io.lendcrm.core.portrait;

import org.jspecify.annotations.NullMarked;
