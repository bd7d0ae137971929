/** What matrices, generators and their estimators are held to: the reference numbers, simulated chains, properties. */
@NullMarked
package io.lendcrm.scoring.risk.grade;

import org.jspecify.annotations.NullMarked;
