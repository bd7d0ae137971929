/**
 * How fast the engines are (JMH): ours against the best plain Java that was written for the comparison ({@code limit})
 * and against other libraries, picked by a parameter, on equal data in one run.
 */
@NullMarked
package io.lendcrm.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
